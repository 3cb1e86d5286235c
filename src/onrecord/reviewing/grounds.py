"""What clauses beside a quotation are read against, and what they tell."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.reviewing.day_words import day_spans
from onrecord.reviewing.names import Mentions
from onrecord.reviewing.tokens import Named, Token, tokens_of


class Clause(NamedTuple):
    """What a clause tells: somebody named, or the place and the kind of a pronoun, by which rule."""

    rule: str
    named: Named | None = None
    pronoun: Token | None = None


class Grounds(NamedTuple):
    """What clauses are read against: the text, who is named in it anywhere, and its language."""

    text: str
    mentions: Mentions
    language: str | None


def is_english(grounds: Grounds) -> bool:
    """Return whether the verb comes before its subject only where it begins the sentence: "Said Harrow: “…”" """
    return (grounds.language or "en").lower().startswith("en")


def is_german(grounds: Grounds) -> bool:
    """Return whether the article is in German."""
    return (grounds.language or "").lower().startswith("de")


def is_verb_last(grounds: Grounds) -> bool:
    """Return whether the verb ends its clause, so that other words stand between it and who speaks."""
    return (grounds.language or "").lower().startswith(("tr", "hu"))


def own_articles(grounds: Grounds) -> frozenset[str]:
    """Return the articles of the language that are prepositions in others: "o prefeito", "a miniszter"."""
    tag = (grounds.language or "").lower().partition("-")[0]
    return frozenset(
        {"pt": ("o", "a", "os", "as"), "gl": ("o", "a", "os", "as"), "hu": ("a", "az")}.get(tag, ())
    )


def words_in(grounds: Grounds, start: int, end: int) -> list[Token]:
    """Return the words and marks of a stretch, without those that only give a day: it parts no verb from who speaks."""
    words = tokens_of(grounds.text, start, end)
    days = [
        (start + first, start + last) for first, last in day_spans(grounds.text[start:end], grounds.language)
    ]
    kept: list[Token] = []
    is_french = (grounds.language or "").lower().startswith("fr")
    for number, token in enumerate(words):
        if (
            is_french
            and token.low == "lui"
            and any(after.is_word for after in words[number + 1 : number + 2])
        ):
            continue  # "lui a répondu Harrow": whom it is said to
        if any(first <= token.start < last for first, last in days):
            continue
        # "Harrow, on Tuesday, said": its commas go with it.
        is_second = token.text == "," and kept and kept[-1].text == "," and words[number - 1].text != ","
        if is_second:
            kept.pop()
            continue
        kept.append(token)
    return kept
