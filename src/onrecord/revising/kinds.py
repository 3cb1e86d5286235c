"""Of which kind a change is, by rules that look at the words on both sides and at what stands around them.

The first rule that fits decides: what nobody hears (spacing, marks) before what is said, whole sentences before their words,
and of the words those that turn a sentence round before those that count, name or date. Every kind has its reason in words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from onrecord.model import Change, ChangeKind
from onrecord.quoting.kinds import other_numbers
from onrecord.quoting.negations import ROWS, negations
from onrecord.quoting.numerals import same_figure
from onrecord.reading.words.months import month_of
from onrecord.reading.words.posts import OFFICE_WORDS
from onrecord.reading.words.weekdays import WEEKDAYS
from onrecord.revising.tokens import Run, Token, begins_sentence
from onrecord.text import fold_word

_WEEKDAYS = frozenset(WEEKDAYS)
_OPENS = frozenset("\"'“‘«„‚‹¿¡([-–—:")
_SIGNS = frozenset("$€£¥₽₹₩₪₴₺%‰°")
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")
_DAY = re.compile(r"[0-3]?\d(?:st|nd|rd|th|er|º)?")
# "2031年3月14日": what stands right behind the figures tells what they count.
_BEHIND_FIGURES = {
    "年": "year",
    "년": "year",
    "月": "month",
    "월": "month",
    "日": "day",
    "号": "day",
    "일": "day",
}
_LINKS = frozenset("of de del d den der the le el and to und bis et au y al и по".split())
# Months and weekdays that are words of other kinds where they are not capitals.
_CAPITAL_LANGUAGES = frozenset(("en", "de"))
# Languages that set every noun in capitals, and those without capitals: there only names that are known tell themselves.
_NO_TELLING_CAPITALS = frozenset("de lb zh ja ko ar he fa ur hi bn ta te mr ne th lo km my ka am".split())
_NOUN_CAPITALS = frozenset(("de", "lb"))
_HYPHENS = frozenset("-‐‑")
_MOST_OF_A_COUNT = 12
_FEW = 2
_NEAR = 3
"""Tokens: the longest negation of a script without spaces has four characters."""
# "Olm’s", "Olms’"
_POSSESSIVE = re.compile(r"['’]s?$")


class Side(NamedTuple):
    """Tokens [start, end) of a run: one side of a change."""

    run: Run
    start: int
    end: int

    @property
    def tokens(self) -> list[Token]:
        """Return them."""
        return self.run.tokens[self.start : self.end]

    @property
    def words(self) -> list[str]:
        """Return the words among them, as match form has them."""
        return [word for token in self.tokens if token.is_word and (word := fold_word(token.text))]

    @property
    def letters(self) -> str:
        """Return all that is printed, without spacing."""
        return "".join(token.text for token in self.tokens)


def kind_of(old: Side, new: Side, language: str | None, names: Collection[str]) -> ChangeKind:
    """Return the kind of a change of words or marks; `names` are the folded words of names that the statement gives."""
    if old.letters == new.letters:
        return "cosmetic"
    if old.words == new.words or _bare(old) == _bare(new):
        if _figures(old) != _figures(new):
            return "number"
        return (
            "name" if _spells_name(old, new, language) or _spells_name(new, old, language) else "punctuation"
        )
    if not old.words or not new.words:
        side = old if old.words else new
        if _is_whole(side):
            return "sentence_removed" if side is old else "sentence_added"
    return _kind_of_words(old, new, language, names)


def _kind_of_words(old: Side, new: Side, language: str | None, names: Collection[str]) -> ChangeKind:
    short = language.split("-")[0] if language else None
    if _negations(old, short) != _negations(new, short):
        return "negation"
    if _is_date(old, new, short) or _is_date_alone(old, new, short) or _is_date_alone(new, old, short):
        return "date"
    one_word = len(old.words) == len(new.words) == 1
    if not (one_word and same_figure(old.words[0], new.words[0])) and _counts(old, new):
        return "number"
    if all(word in OFFICE_WORDS for word in (*old.words, *new.words)):
        return "wording"
    if short in _NOUN_CAPITALS and _are_nouns_in_a_row(old) and _are_nouns_in_a_row(new):
        return "name"
    named = [_is_name(side, short, names) for side in (old, new) if side.words]
    # Where capitals tell nothing, a name is known from one side alone.
    if all(named) or (any(named) and short in _NO_TELLING_CAPITALS):
        return "name"
    return "wording"


def _negations(side: Side, language: str | None) -> Counter[str]:
    """The negations of a side; where a word is one character, those that begin before it or end behind it: "売りま[せん]", "売りま[す]"."""
    if language not in ROWS:
        return negations(side.words, language)
    tokens = side.run.tokens
    turn = tokens[min(side.start, len(tokens) - 1)].turn if tokens else 0
    first, last = max(0, side.start - _NEAR), min(len(tokens), side.end + _NEAR)
    around = [token.text for token in tokens[first:last] if token.turn == turn and token.is_word]
    return negations(around, language)


def _bare(side: Side) -> str:
    """The letters and digits alone: "on-going" and "ongoing", "US" and "U.S." differ in marks."""
    return "".join(character for character in side.letters.casefold() if character.isalnum())


def _spells_name(joined: Side, apart: Side, language: str | None) -> bool:
    """Whether a name is printed in two ways, with another capital: "Suk-yeol" and "Suk Yeol"; a hyphen more or less is a mark."""
    short = language.split("-")[0] if language else None
    hyphens = [index for index in range(joined.start, joined.end) if joined.run.texts[index] in _HYPHENS]
    if len(hyphens) != 1 or any(token.text in _HYPHENS for token in apart.tokens):
        return False
    around = joined.run.tokens[max(hyphens[0] - 1, 0) : hyphens[0] + 2]
    if len(around) != 3 or not (around[0].is_word and around[2].is_word and around[0].text[:1].isupper()):
        return False
    second = fold_word(around[2].text)
    if not {fold_word(around[0].text), second}.isdisjoint(OFFICE_WORDS):
        return False
    return any(
        _named(apart.run.tokens, index, short, ())
        for index in range(apart.start, apart.end)
        if apart.run.tokens[index].is_word and fold_word(apart.run.tokens[index].text) == second
    )


def _figures(side: Side) -> list[str]:
    """The numbers and the signs that stand for what is counted: "728" and "7.28", "$" and "€"."""
    words = [token.text for token in side.tokens if token.text in _SIGNS]
    return words + [word for word in side.words if any(map(str.isdigit, word))]


def _is_whole(side: Side) -> bool:
    """Whether the side is one sentence or several, from the first word to the mark behind the last."""
    tokens = side.run.tokens
    return begins_sentence(tokens, side.start) and begins_sentence(tokens, side.end) and len(side.words) > 1


def _counts(old: Side, new: Side) -> bool:
    if not old.words or not new.words:
        side = old if old.words else new
        return len(side.words) <= 3 and other_numbers(old.words, new.words)
    return max(len(old.words), len(new.words)) <= _MOST_OF_A_COUNT and other_numbers(old.words, new.words)


def _is_date(old: Side, new: Side, language: str | None) -> bool:
    """Whether all that differs is months, weekdays, years, and days that stand beside a month."""
    found = False
    for side in (old, new):
        for index in range(side.start, side.end):
            token = side.run.tokens[index]
            if not token.is_word:
                continue
            if (
                _is_calendar_word(token.text, language)
                or _YEAR.fullmatch(token.text)
                or _is_dated_figure(side.run.tokens, index)
                or (
                    _DAY.fullmatch(token.text.lower()) and _has_month_beside(side.run.tokens, index, language)
                )
            ):
                found = True
            elif fold_word(token.text) not in _LINKS:
                return False
    return found


def _is_dated_figure(tokens: Sequence[Token], index: int) -> bool:
    """Whether a month or day stands in figures before the sign for it, or is that sign: "3月14日", not "14日間" nor "3カ月"."""
    if index and _sign_of(tokens, index):
        return tokens[index - 1].text.isdigit() and _is_dated_figure(tokens, index - 1)
    if not tokens[index].text.isdigit():
        return False
    counts = _sign_of(tokens, index + 1)
    if counts == "day":
        return index > 0 and _sign_of(tokens, index - 1) == "month"
    return counts == "month" and len(tokens[index].text) <= 2


def _sign_of(tokens: Sequence[Token], index: int) -> str:
    """What a sign counts, and "" of none: Korean sets particles right behind it."""
    text = tokens[index].text if index < len(tokens) else ""
    return "" if text[1:2] == "간" else _BEHIND_FIGURES.get(text[:1], "")


def _is_date_alone(side: Side, other: Side, language: str | None) -> bool:
    """Whether a date stands on this side, and hardly a word, and no number, in its place on the other."""
    empty = Side(other.run, other.start, other.start)
    return len(other.words) <= _FEW and _is_date(side, empty, language) and not other_numbers(other.words, ())


def _is_calendar_word(word: str, language: str | None) -> bool:
    if language in _CAPITAL_LANGUAGES and not word[:1].isupper():
        return False
    folded = word.lower()
    return folded in _WEEKDAYS or month_of(folded) > 0


def _has_month_beside(tokens: Sequence[Token], index: int, language: str | None) -> bool:
    for step in (-1, 1):
        at, passed = index + step, 0
        while 0 <= at < len(tokens) and tokens[at].turn == tokens[index].turn and passed < 3:
            text = tokens[at].text
            if tokens[at].is_word and fold_word(text) not in _LINKS:
                if month_of(text.lower()) and _is_calendar_word(text, language):
                    return True
                if not _DAY.fullmatch(text.lower()):
                    break
            at, passed = at + step, passed + 1
    return False


def _is_name(side: Side, language: str | None, names: Collection[str]) -> bool:
    """Whether most words of the side are printed as names are, or are names that the statement gives."""
    words = [index for index in range(side.start, side.end) if side.run.tokens[index].is_word]
    if not words:
        return False
    named = sum(_named(side.run.tokens, index, language, names) for index in words)
    return 2 * named >= len(words)


def _are_nouns_in_a_row(side: Side) -> bool:
    """Whether a side is two capitals or more in a row: where every noun has one, they are hardly anything but a name, "Bel Harrow".

    Behind a number they are what is counted: "40 Tonnen Salz".
    """
    tokens = side.run.tokens
    before = tokens[side.start - 1] if side.start else None
    if len(side.tokens) < 2 or before is None or begins_sentence(tokens, side.start):
        return False
    return before.text[:1].isalpha() and all(
        token.is_word and token.text[:1].isupper() and fold_word(token.text) not in OFFICE_WORDS
        for token in side.tokens
    )


def _named(tokens: list[Token], index: int, language: str | None, names: Collection[str]) -> bool:
    text = tokens[index].text
    if fold_word(text) in names:
        return True
    if language in _NO_TELLING_CAPITALS or not text[:1].isupper() or text == "I" or text[:2] in ("I'", "I’"):
        return False
    return not _asks_for_capital(tokens, index)


def _asks_for_capital(tokens: list[Token], index: int) -> bool:
    """Whether a word stands where any word would have a capital: a sentence begins with it, or words of somebody else."""
    at = index
    while not begins_sentence(tokens, at):
        at -= 1
        if tokens[at].is_word or tokens[at].text not in _OPENS:
            return False
    return not _goes_on_as_name(tokens, index)


def _goes_on_as_name(tokens: list[Token], index: int) -> bool:
    """Whether a word at the beginning of a sentence is printed as a name elsewhere, or begins one: "Charles Olm".

    It is printed nowhere without a capital, and another capital follows, or it has its own where none is asked for.
    """
    word = tokens[index].text
    small, bare = word.lower(), _POSSESSIVE.sub("", word)
    if any(token.text == small for token in tokens):
        return False
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    if follows is not None and follows.is_word and follows.text[:1].isupper():
        return True
    return any(
        _POSSESSIVE.sub("", token.text) == bare and not _begins_words(tokens, at)
        for at, token in enumerate(tokens)
        if at != index
    )


def _begins_words(tokens: list[Token], index: int) -> bool:
    """Whether a sentence begins with the word, or with marks right before it."""
    while index and not tokens[index - 1].is_word and tokens[index - 1].text in _OPENS:
        index -= 1
    return begins_sentence(tokens, index)


WHY: dict[ChangeKind, str] = {
    "number": "the numbers on the two sides are not the same",
    "date": "all that differs is of a date",
    "name": "what differs is printed as names are, or is a name that the statement gives",
    "label": "the label before the turn differs",
    "negation": "a negation stands on one side alone",
    "wording": "the words differ",
    "punctuation": "the words are the same; marks or capitals differ",
    "sentence_removed": "the later version has not these whole sentences",
    "sentence_added": "the earlier version has not these whole sentences",
    "title": "the title differs",
    "author": "whom the text is said to be by differs",
    "status": "what the source says of the state of the text differs",
    "cosmetic": "nothing differs but spacing, or where a turn is said to end",
}
"""Why a change is of its kind, as the end of a sentence."""
OF_SITE = "other pages of the source have the line as well, and it may be the site that set it here"


def explain_change(change: Change) -> str:
    """Return in words why the change is of its kind."""
    if change.kind == "negation":
        left, right = (negations(tuple(map(fold_word, text.split()))) for text in (change.old, change.new))
        words = sorted({*(left - right), *(right - left)})
        if words:
            return f"{' and '.join(f'“{word}”' for word in words)} on one side alone"
    if change.kind == "cosmetic" and "".join(change.old.split()) != "".join(change.new.split()):
        return OF_SITE
    return WHY[change.kind]
