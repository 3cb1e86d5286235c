"""Quotations made of a record's own words, each changed in one way that people or machines change them, with what is right."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np

from onrecord.model import Held, Turn
from onrecord.quoting.attribution import is_quoted
from onrecord.text import match_form
from quotations_record import PartOfRecord

LENGTHS = ((5, 8), (9, 19), (20, 40))
AUXILIARIES = frozenset(
    "is are was were will would can could should must has have had do does did may might".split()
)
NUMBERS = (
    "two three four five six seven eight nine ten twenty thirty forty fifty hundred thousand million".split()
)
PRONOUNS = {"i": "he", "we": "they", "my": "his", "our": "their", "us": "them", "me": "him"}
MISREAD = {
    "l": "1",
    "o": "0",
    "i": "l",
    "e": "c",
    "m": "rn",
    "h": "b",
    "u": "n",
    "s": "5",
    "c": "e",
    "a": "o",
    "t": "f",
}
OTHER_SPEAKER = "Xanthe Quorrel"
_ODD = re.compile(r"[\[\](){}<>…“”\"«»~*]|\.\.")


class Gold(NamedTuple):
    """A run of the record's words that the quotation is made of: its statement, and the words in a row."""

    statement: str
    words: tuple[str, ...]


class Case(NamedTuple):
    """A quotation and what its verdict should be; `unchanged` counts the words that stand as they did.

    `wordings` are right on that axis, the first best; None on the other axes means not asked.
    """

    kind: str
    quotation: str
    gold: tuple[Gold, ...]
    unchanged: int
    wordings: tuple[str, ...]
    speaker: str | None = None
    date: str | None = None
    attribution: str | None = None
    dated: str | None = None
    version: str | None = "current"
    edit: str | None = None


class Run(NamedTuple):
    """A run of words of one turn: the spans of its words in that turn's text."""

    held: Held
    turn: Turn
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]

    def between(self, start: int, end: int) -> str:
        """Return the printed text of the words [start, end)."""
        return self.turn.text[self.spans[start][0] : self.spans[end - 1][1]]

    def gold(self, start: int = 0, end: int | None = None) -> Gold:
        """Return the run, or a stretch of it, as what is right."""
        return Gold(self.held.statement.id, self.words[start:end])


class Pool:
    """What the cases are made of."""

    def __init__(self, record: PartOfRecord, chance: random.Random) -> None:
        self.chance = chance
        self.record = record
        self.turns: list[tuple[Held, Turn]] = []
        self.questions: list[tuple[Held, Turn]] = []
        self.revised: list[tuple[Held, ...]] = []
        haystack: list[str] = []
        current: list[str] = []
        fours: list[np.ndarray[tuple[int], np.dtype[np.int64]]] = []
        for _, versions in record.touched_since():
            if len(versions) > 1:
                self.revised.append(versions)
            for held in versions:
                for turn in held.statement.turns:
                    asides = [aside.span for aside in (*turn.directions, *turn.editorial)]
                    words = match_form(turn.text, asides).words
                    haystack.append(f" {' '.join(words)} ")
                    if held is versions[-1]:
                        current.append(haystack[-1])
                    if asides:  # who quotes a direction along quotes what is printed
                        haystack.append(f" {' '.join(match_form(turn.text).words)} ")
                    fours.append(_fours(words))
                    if held is versions[-1] and len(words) >= 60:
                        self.turns.append((held, turn))
                    if held is versions[-1] and len(words) >= 15 and turn.role == "questioner":
                        self.questions.append((held, turn))
        self.haystack = "\n".join(haystack)
        self.current = "\n".join(current)
        self.fours = np.unique(np.concatenate(fours))
        some = [word for words in haystack[::7] for word in words.split() if len(word) > 3 and word.isalpha()]
        self.vocabulary = some

    def run(self, length: int, turns: list[tuple[Held, Turn]] | None = None) -> Run | None:
        """Return a random run of so many words, without brackets or marks in it; None where a hundred draws gave none."""
        for _ in range(100 if self.turns and turns != [] else 0):
            held, turn = self.chance.choice(self.turns if turns is None else turns)
            form = match_form(turn.text)
            if len(form.words) < length + 2:
                continue
            start = self.chance.randrange(len(form.words) - length)
            spans = form.spans[start : start + length]
            if _is_plain(turn, spans):
                return Run(held, turn, spans, form.words[start : start + length])
        return None

    def word(self, other: str = "") -> str:
        """Return a word of the record, the common ones more often, that is not the one given."""
        while (word := self.chance.choice(self.vocabulary)) == other:
            pass
        return word

    def stands(self, words: Iterable[str]) -> bool:
        """Return whether the words stand in a row in some turn."""
        return f" {' '.join(words)} " in self.haystack

    def longest_run(self, words: tuple[str, ...]) -> int:
        """Return about how many of the words stand in a row somewhere: the longest run whose fours all stand."""
        best = run = 0
        for code in _fours(words).tolist():
            at = int(np.searchsorted(self.fours, code))
            run = run + 1 if at < len(self.fours) and self.fours[at] == code else 0
            best = max(best, run + 3 if run else 0)
        return best


def _is_plain(turn: Turn, spans: tuple[tuple[int, int], ...]) -> bool:
    """Return whether the words have no brackets or marks among them, and nothing that is not the speaker's."""
    start, end = spans[0][0], spans[-1][1]
    asides = (*turn.directions, *turn.editorial)
    beside = any(aside.span[0] < end and start < aside.span[1] for aside in asides)
    return not beside and not _ODD.search(turn.text[max(0, start - 1) : end + 1])


def _fours(words: tuple[str, ...]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    codes = np.array([hash(word) for word in words], np.int64)
    if len(codes) < 4:
        return np.zeros(0, np.int64)
    with np.errstate(over="ignore"):
        return ((codes[:-3] * 31 + codes[1:-2]) * 37 + codes[2:-1]) * 41 + codes[3:]


def _joined(run: Run, at: int, put: str, skipped: int) -> str:
    """Return the run with so many words at a place left out and a text put there."""
    before = run.between(0, at) if at else ""
    after = run.between(at + skipped, len(run.words)) if at + skipped < len(run.words) else ""
    return " ".join(filter(None, (before, put, after)))


def _altered(run: Run, quotation: str, changed: int, kind: str, edit: str | None = None) -> Case:
    return Case(kind, quotation, (run.gold(),), len(run.words) - changed, ("altered",), edit=edit)


def verbatim(run: Run, pool: Pool) -> Case:
    return Case("verbatim", run.between(0, len(run.words)), (run.gold(),), len(run.words), ("verbatim",))


def typography(run: Run, pool: Pool) -> Case:
    text = run.between(0, len(run.words)).replace("’", "'").replace(",", "").replace(" – ", "—")
    text = text.upper() if pool.chance.random() < 0.5 else f"“{text.lower()}.”"
    return Case("typography", text, (run.gold(),), len(run.words), ("verbatim",))


def marked_omission(run: Run, pool: Pool) -> Case | None:
    form = match_form(run.turn.text)
    half = len(run.words)
    first = form.spans.index(run.spans[0])
    room = len(form.words) - first - 2 * half - 2
    if half < 5 or room < 1:
        return None
    place = first + half + 1 + pool.chance.randrange(min(room, 120))
    second = Run(run.held, run.turn, form.spans[place : place + half], form.words[place : place + half])
    if _ODD.search(second.between(0, half)):
        return None
    mark = pool.chance.choice(["…", "...", "[…]", "(…)", ". . ."])
    text = f"{run.between(0, half)} {mark} {second.between(0, half)}"
    return Case("marked omission", text, (run.gold(), second.gold()), 2 * half, ("abridged",))


def marked_insertion(run: Run, pool: Pool) -> Case | None:
    if len(run.words) < 8:
        return None
    at = pool.chance.randrange(3, len(run.words) - 3)
    text = f"{run.between(0, at)} [the zorgian office] {run.between(at, len(run.words))}"
    return Case("marked insertion", text, (run.gold(),), len(run.words), ("abridged",))


def pronoun(run: Run, pool: Pool) -> Case | None:
    at = next((i for i, word in enumerate(run.words[1:-1], 1) if word in PRONOUNS), None)
    if at is None:
        return None
    text = _joined(run, at, f"[{PRONOUNS[run.words[at]]}]", 1)
    return Case("pronoun changed", text, (run.gold(),), len(run.words) - 1, ("abridged",))


def substituted(run: Run, pool: Pool) -> Case | None:
    count = pool.chance.randint(1, 1 if len(run.words) < 9 else 3)
    texts = [run.between(i, i + 1) for i in range(len(run.words))]
    for at in pool.chance.sample(range(1, len(texts) - 1), count):
        texts[at] = pool.word(run.words[at])
    return _altered(run, " ".join(texts), count, "1-3 words substituted")


def negated(run: Run, pool: Pool) -> Case | None:
    for at, word in enumerate(run.words[1:-1], 1):
        if word in ("not", "never"):
            return _altered(run, _joined(run, at, "", 1), 1, "negation in or out", "negation")
    for at, word in enumerate(run.words[1:-1], 1):
        if word in AUXILIARIES:
            return _altered(run, _joined(run, at + 1, "not", 0), 0, "negation in or out", "negation")
    return None


def number(run: Run, pool: Pool) -> Case | None:
    for at, word in enumerate(run.words[1:-1], 1):
        if word[0].isdigit():
            digit = str((int(word[0]) + pool.chance.randrange(1, 8)) % 9 + 1)
            if digit != word[0]:
                return _altered(run, _joined(run, at, digit + word[1:], 1), 1, "number changed", "number")
        elif word in NUMBERS:
            other = pool.chance.choice([each for each in NUMBERS if each != word])
            return _altered(run, _joined(run, at, other, 1), 1, "number changed", "number")
    return None


def unmarked_omission(run: Run, pool: Pool) -> Case | None:
    count = 1 if len(run.words) < 9 else pool.chance.randint(1, 3)
    at = pool.chance.randrange(1, len(run.words) - count)
    return _altered(run, _joined(run, at, "", count), count, "unmarked omission")


def inserted(run: Run, pool: Pool) -> Case:
    at = pool.chance.randrange(1, len(run.words) - 1)
    return _altered(run, _joined(run, at, pool.word(), 0), 0, "word inserted")


def a_third(run: Run, pool: Pool) -> Case | None:
    length = len(run.words)
    if length < 9:
        return None
    texts = [run.between(i, i + 1) for i in range(length)]
    for at in pool.chance.sample(range(length), length // 3):
        texts[at] = pool.word(run.words[at]) if pool.chance.random() < 0.6 else ""
    return _altered(run, " ".join(filter(None, texts)), length // 3, "a third changed")


def misread(run: Run, pool: Pool) -> Case | None:
    rate = pool.chance.uniform(0.02, 0.06)
    letters = []
    for letter in run.between(0, len(run.words)):
        drawn = pool.chance.random()
        if drawn < rate * 0.7:
            letters.append(MISREAD.get(letter.lower(), letter))
        elif drawn >= rate * 0.85 or not letter.isalpha():
            letters.append(letter)
    text = "".join(letters)
    unchanged = sum(a == b for a, b in zip(match_form(text).words, run.words, strict=False))
    return Case("misread print", text, (run.gold(),), unchanged, ("altered",))


def spliced(run: Run, pool: Pool) -> Case | None:
    """Join the run with another of the same turn, 60 words or more away."""
    form = match_form(run.turn.text)
    length = len(run.words)
    at = form.spans.index(run.spans[0])
    places = [p for p in range(len(form.words) - length) if p > at + length + 60 or p + length + 60 < at]
    if length < 5 or not places:
        return None
    place = pool.chance.choice(places)
    other = Run(run.held, run.turn, form.spans[place : place + length], form.words[place : place + length])
    if _ODD.search(other.between(0, length)):
        return None
    text = f"{run.between(0, length)} {other.between(0, length)}"
    return Case("spliced in one statement", text, (run.gold(), other.gold()), 2 * length, ("spliced",))


def spliced_across(run: Run, pool: Pool) -> Case | None:
    other = pool.run(len(run.words))
    if other is None or other.held.statement.id == run.held.statement.id:
        return None
    mark = pool.chance.choice([" ", " … "])
    text = f"{run.between(0, len(run.words))}{mark}{other.between(0, len(run.words))}"
    return Case(
        "spliced of two statements", text, (run.gold(), other.gold()), 2 * len(run.words), ("spliced",)
    )


def reordered(run: Run, pool: Pool) -> Case | None:
    length = len(run.words)
    if length < 9:
        return None
    half = length // 2
    text = f"{run.between(half, length)} {run.between(0, half)}"
    return Case("reordered", text, (run.gold(0, half), run.gold(half)), length, ("reordered",))


def claimed(run: Run, pool: Pool) -> Case | None:
    if not run.turn.speaker or run.turn.role == "questioner":
        return None
    case = verbatim(run, pool)
    return case._replace(kind="speaker claimed", speaker=run.turn.speaker, attribution="matches")


def other_speaker(run: Run, pool: Pool) -> Case | None:
    if not run.turn.speaker or run.turn.role == "questioner":
        return None
    case = verbatim(run, pool)
    return case._replace(kind="another speaker's", speaker=OTHER_SPEAKER, attribution="other_speaker")


def other_date(run: Run, pool: Pool) -> Case | None:
    if not (run.held.statement.given_on or run.held.statement.posted_on):
        return None
    case = verbatim(run, pool)
    return case._replace(kind="wrong date", date="1987-03-04", dated="other_date")


def question(run: Run, pool: Pool) -> Case | None:
    speaker = next(
        (turn.speaker for turn in run.held.statement.turns if turn.role == "official" and turn.speaker), None
    )
    if speaker is None or run.turn.role != "questioner":
        return None
    return verbatim(run, pool)._replace(kind="question's words", speaker=speaker, attribution="questioner")


def nested(run: Run, pool: Pool) -> Case | None:
    """Take words that the speaker has in quotation marks."""
    found = re.findall(r"“([^“”]{40,300})”", run.turn.text)
    words = [match_form(each).words for each in found if not _ODD.search(each)]
    words = [each for each in words if len(each) >= 7]
    if not words or not run.turn.speaker or run.turn.role == "questioner":
        return None
    form = match_form(run.turn.text)
    inside = pool.chance.choice(words)
    at = next((i for i in range(len(form.words)) if form.words[i : i + len(inside)] == inside), None)
    if at is None or not is_quoted(run.turn.text, (form.spans[at][0], form.spans[at + len(inside) - 1][1])):
        return None
    quoted = Run(run.held, run.turn, form.spans[at : at + len(inside)], inside)
    case = verbatim(quoted, pool)
    return case._replace(kind="nested", speaker=run.turn.speaker, attribution="quoted_by_speaker")


def too_short(run: Run, pool: Pool) -> Case | None:
    text = run.between(0, 2)
    words = match_form(text).words
    return Case("too short", text, (), len(words), ("too_short",), version=None)


def superseded(pool: Pool) -> Case | None:
    """Take words that stand in an earlier version only, in no text that is current, and not on the page of a copy alone."""
    versions = pool.chance.choice(pool.revised)
    held = pool.chance.choice(versions[:-1])
    if pool.record.facts(held.statement.id, held.version).copied:
        return None
    turn = pool.chance.choice(held.statement.turns) if held.statement.turns else None
    form = match_form(turn.text) if turn else None
    if turn is None or form is None or len(form.words) < 12:
        return None
    length = pool.chance.randint(9, min(30, len(form.words) - 1))
    now = " ".join(" ".join(match_form(each.text).words) for each in versions[-1].statement.turns)
    for _ in range(40):
        start = pool.chance.randrange(len(form.words) - length)
        words = form.words[start : start + length]
        run = Run(held, turn, form.spans[start : start + length], words)
        stands = " ".join(words)
        if stands not in now and f" {stands} " not in pool.current and _is_plain(turn, run.spans):
            return verbatim(run, pool)._replace(kind="superseded", version="superseded")
    return None


KINDS: tuple[Callable[[Run, Pool], Case | None], ...] = (
    verbatim, typography, marked_omission, marked_insertion, pronoun, substituted, negated, number, unmarked_omission,
    inserted, a_third, misread, spliced, spliced_across, reordered, question, claimed, other_speaker, other_date, nested,
    too_short,
)  # fmt: skip
_OF_TWO_RUNS = (marked_omission, spliced, spliced_across)


def make_cases(pool: Pool, per_kind: int) -> Iterator[Case]:
    """Yield so many cases of each kind, of all lengths in turn."""
    for change in KINDS:
        made = tries = 0
        while made < per_kind and tries < 400 * per_kind:
            low, high = LENGTHS[(made + tries // 50) % len(LENGTHS)]
            length = pool.chance.randint(low, high)
            tries += 1
            half = max(5, length // 2) if change in _OF_TWO_RUNS else length
            run = pool.run(half, pool.questions if change is question else None)
            case = change(run, pool) if run else None
            if case is None or _is_wrong(case, pool):
                continue
            made += 1
            yield case
    made = tries = 0
    while pool.revised and made < per_kind and tries < 40 * per_kind:
        tries += 1
        case = superseded(pool)
        if case is not None:
            made += 1
            yield case


def _is_wrong(case: Case, pool: Pool) -> bool:
    """Return whether a changed quotation stands in the record after all."""
    if case.wordings[0] in ("verbatim", "too_short", "abridged"):
        return False
    return pool.stands(match_form(case.quotation).words)


def make_absent(kind: str, turns: list[Turn], pool: Pool, count: int) -> Iterator[Case]:
    """Yield runs of words of texts that the record does not hold.

    "absent, near": four words or more of the run stand in a row in the record, and not more than half of them.
    """
    texts = [turn for turn in turns if len(turn.text) > 400]
    made = tries = 0
    while texts and made < count and tries < 500 * count:
        tries += 1
        turn = pool.chance.choice(texts)
        form = match_form(turn.text)
        low, high = LENGTHS[1 + made % 2]
        length = pool.chance.randint(low, high)
        if len(form.words) <= length:
            continue
        start = pool.chance.randrange(len(form.words) - length)
        words = form.words[start : start + length]
        text = turn.text[form.spans[start][0] : form.spans[start + length - 1][1]]
        run = pool.longest_run(words)
        if _ODD.search(text) or (kind == "absent, near") != (4 <= run <= length // 2) or run > length // 2:
            continue
        made += 1
        yield Case(kind, text, (), 0, ("not_found",), version=None)
