"""Whom the words behind a verb name: “Ilse Harrow on Tuesday”, “the minister of the sea, Ilse Harrow,”."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.words.posts import PARTICLES
from onrecord.reviewing.clause_words import AUXILIARIES, PREPOSITIONS, PRONOUNS, TOGETHER
from onrecord.reviewing.grounds import Clause, Grounds, is_english, is_german
from onrecord.reviewing.names import INDEFINITE, name_of
from onrecord.reviewing.posts import ARTICLES, post_end
from onrecord.reviewing.tokens import Named, Token

_NO_POST = Named("", (0, 0), None, None)
_SKIPPED = AUXILIARIES - INDEFINITE - ARTICLES


def phrase_from(grounds: Grounds, words: Sequence[Token], rule: str) -> Clause | None:
    """Return whom the words behind a verb name, up to what ends their phrase; "the minister of the sea, Ilse Harrow" by name."""
    at = 0
    while at < len(words) and words[at].low in _SKIPPED and words[at].low not in PRONOUNS:
        at += 1
    behind = post_end(words, at)
    phrase: list[Token] = list(words[at:behind])
    stop = behind
    for stop in range(behind, len(words) + 1):
        if stop == len(words) or not words[stop].is_word:
            break
        if phrase and words[stop].low in PREPOSITIONS and not _is_in_name(grounds, words, stop):
            break
        if phrase and _is_told_so(grounds, phrase, words[stop]):
            break
        phrase.append(words[stop])
    if len(phrase) == 1 and phrase[0].low in PRONOUNS:
        return Clause(rule, pronoun=phrase[0])
    if phrase and phrase[-1].is_capital and _goes_on_with_another(words[stop:]):
        return None
    named = name_of(_through_name(phrase), grounds.text, grounds.mentions)
    if named is not None and named.name is None:
        named = holder_behind(grounds, words[stop:], named) or named
    if named is None and len(phrase) > 1 and phrase[0].low in ARTICLES and not phrase[-1].is_capital:
        named = holder_behind(grounds, words[stop:], _NO_POST)  # "said the grocer, Ada Harrow"
    return Clause(rule, named) if named else None


def _is_told_so(grounds: Grounds, phrase: Sequence[Token], word: Token) -> bool:
    """Whether German goes on behind a name with whom it is said to: "sagte Harrow der Verner Zeitung"."""
    is_article = is_german(grounds) and word.low in ("der", "dem", "den", "einer", "einem")
    return is_article and phrase[-1].is_capital and grounds.mentions.knows(phrase[-1].low)


def _goes_on_with_another(words: Sequence[Token]) -> bool:
    """Whether a second name stands right behind the first: "said Harrow and Pell"."""
    return len(words) > 1 and words[0].low in TOGETHER and words[1].is_capital


def _is_in_name(grounds: Grounds, words: Sequence[Token], at: int) -> bool:
    """Whether a particle stands inside a name, "Pierre de Vos": in English, where it is no word of the language."""
    if not is_english(grounds) or words[at].low not in PARTICLES or not words[at - 1].is_capital:
        return False
    return at + 1 < len(words) and (words[at + 1].is_capital or words[at + 1].low in PARTICLES)


def _through_name(phrase: Sequence[Token]) -> Sequence[Token]:
    """The phrase as far as its first name of two words: what is printed small behind that belongs to no name."""
    for at in range(1, len(phrase)):
        if phrase[at - 1].is_capital and phrase[at].text[0].islower() and not phrase[at].is_capital:
            rest = phrase[at:]
            if not any(token.is_capital for token in rest):
                return phrase[:at]
    return phrase


def holder_behind(grounds: Grounds, words: Sequence[Token], office: Named) -> Named | None:
    """Return the holder of an office named behind it: ", Ilse Harrow,"."""
    comma = next((at for at, token in enumerate(words[:12]) if token.text in ",;.:"), None)
    if comma is None or words[comma].text != ",":
        return None
    phrase: list[Token] = []
    for token in words[comma + 1 :]:
        if not token.is_word or token.text[0].islower():
            break
        phrase.append(token)
    named = name_of(phrase, grounds.text, grounds.mentions) if len(phrase) > 1 else None
    return named._replace(office=office.office) if named and named.name else None
