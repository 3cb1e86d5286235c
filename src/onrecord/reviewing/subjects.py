"""Whom the words right before a verb name: “the foreign minister”, “Harrow, the foreign minister, also”."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.words.posts import PARTICLES
from onrecord.reading.words.postwords import is_office_word
from onrecord.reviewing.clause_words import (
    ASIDE,
    AUXILIARIES,
    CLAUSES,
    CLITICS,
    CONTRASTS,
    MARKS,
    MOST_APPOSED,
    MOST_AT_START,
    OTHER_CLAUSE,
    PLACING,
    PREPOSITIONS,
    PRONOUNS,
    TOGETHER,
)
from onrecord.reviewing.grounds import Clause, Grounds, is_verb_last, own_articles
from onrecord.reviewing.names import name_of
from onrecord.reviewing.posts import ARTICLES, is_of, post_start
from onrecord.reviewing.tokens import Named, Token


def subject_before(grounds: Grounds, words: Sequence[Token], rule: str) -> Clause | None:
    """Return whom the words right before a verb name: "the foreign minister", "Harrow, the foreign minister, also"."""
    end = len(words)
    while end and (is_passed_over(words[end - 1]) or words[end - 1].text in MARKS):
        end -= 1
    if end and is_verb_last(grounds):
        end = _behind_name(words, end)
    if not end:
        return None
    if words[end - 1].low in PRONOUNS:
        return Clause(rule, pronoun=words[end - 1])
    if words[end - 1].text in ",)":
        return _before_apposition(grounds, words, end - 1, rule)
    start = phrase_start(words, end)
    named = name_of(words[start:end], grounds.text, grounds.mentions)
    if start > 1 and words[start - 1].low in TOGETHER and words[start - 2].is_capital:
        return None  # "Harrow and Pell said": it is neither of them alone
    if named is None or (start and _begins(words, start, named) and governs(grounds, words[start - 1])):
        return None
    return Clause(rule, named)


def _behind_name(words: Sequence[Token], end: int) -> int:
    """Where the words that name somebody end, where others stand before the verb: "Bakan Ada Verne şöyle konuştu"."""
    at = end
    while (
        at and words[at - 1].is_word and not (words[at - 1].is_capital or is_office_word(words[at - 1].text))
    ):
        at -= 1
    return at if at and words[at - 1].is_word else end


def _begins(words: Sequence[Token], start: int, named: Named) -> bool:
    """Whether a phrase begins with whom it names, its article aside."""
    first = start + 1 if words[start].low in ARTICLES and start + 1 < len(words) else start
    return named.span[0] == words[first].start


def is_passed_over(token: Token) -> bool:
    """Whether a word stands between a subject and its verb: "has", "also", "initially"."""
    low = token.low
    is_adverb = low.endswith("ly") and len(low) > 4 and token.text[0].islower()
    return (low in AUXILIARIES or low in ASIDE or low in CLITICS or is_adverb) and low not in PRONOUNS


def governs(grounds: Grounds, token: Token) -> bool:
    """Whether a word before a name makes it no subject: "critics of Harrow", "a spokesman for Harrow"."""
    return token.low in PREPOSITIONS and token.low not in CLAUSES | CONTRASTS | own_articles(grounds)


def phrase_start(words: Sequence[Token], end: int) -> int:
    """Return the index at which the phrase that ends at `end` begins: behind a mark or a preposition."""
    at = end
    while at and words[at - 1].is_word and end - at < 12:
        low = words[at - 1].low
        if at == 1 and low in CONTRASTS:
            break
        if is_of(words[at - 1]) and (post := post_start(words, at - 1)) is not None:
            return post
        if low in PREPOSITIONS and not (at - 2 >= 0 and low in PARTICLES):
            break
        at -= 1
    return at


def _before_apposition(grounds: Grounds, words: Sequence[Token], comma: int, rule: str) -> Clause | None:
    """ "Ilse Harrow, the foreign minister, said", "Harrow (North) said": whom the words before the other mark name.

    "Harrow, now 81 and living in Verne, North, said": where the nearest names nobody, the first comma of the clause.
    """
    closing = words[comma].text
    opening = "(" if closing == ")" else ","
    places = [at for at in range(comma - 1, max(-1, comma - MOST_APPOSED), -1) if words[at].text == opening]
    if not places:
        return _before_long_apposition(grounds, words, comma, rule)
    named = _named_before(grounds, words, places[0])
    if named is not None and (named.name is not None or closing == ")"):
        if not named.office and closing == ",":
            named = _with_apposed(grounds, named, words[places[0] + 1 : comma])
        return Clause(rule, named)
    if closing == ")":
        return None
    start = phrase_start(words, places[0])
    is_place = start > 0 and words[start - 1].low in PLACING
    if not is_place and (found := _holder_between(grounds, words, places[0], comma, rule, named)):
        return found
    first = _named_before(grounds, words, places[-1])
    begins = first is not None and first.name is not None and phrase_start(words, places[-1]) == 0
    return Clause(rule, first) if begins else _before_long_apposition(grounds, words, comma, rule)


def _before_long_apposition(grounds: Grounds, words: Sequence[Token], comma: int, rule: str) -> Clause | None:
    """ "Ilse Harrow, who had sailed with …, and …, said": the name that begins the sentence, with all that is told of it."""
    first = next((at for at, token in enumerate(words[:comma]) if token.text == ","), None)
    if first is None or words[comma].text != "," or comma - first > MOST_AT_START:
        return None
    inner = [at for at in range(first + 1, comma) if words[at].text == ","]
    if any(words[at + 1].low in OTHER_CLAUSE for at in inner):
        return None
    named = _named_before(grounds, words, first)
    begins = named is not None and named.name is not None and phrase_start(words, first) == 0
    return Clause(rule, named) if begins else None


def _named_before(grounds: Grounds, words: Sequence[Token], at: int) -> Named | None:
    return name_of(words[phrase_start(words, at) : at], grounds.text, grounds.mentions)


def _holder_between(
    grounds: Grounds, words: Sequence[Token], opening: int, comma: int, rule: str, office: Named | None
) -> Clause | None:
    """ "The minister’s spokesman, Karl Pell, said": the name of two words or more that stands between the commas."""
    apposed = words[opening + 1 : comma]
    named = name_of(apposed, grounds.text, grounds.mentions) if 2 <= len(apposed) <= 5 else None
    if named is None or named.name is None or " " not in named.name or named.span[0] != apposed[0].start:
        return None
    return Clause(rule, named._replace(office=office.office) if office else named)


def _with_apposed(grounds: Grounds, named: Named, apposed: Sequence[Token]) -> Named:
    office = name_of(
        apposed[: next((n for n, token in enumerate(apposed) if token.low in PREPOSITIONS), len(apposed))],
        grounds.text,
        grounds.mentions,
    )
    if office is None or office.name is not None or named.name is None:
        return named
    return named._replace(office=office.office)
