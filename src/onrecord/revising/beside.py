"""Two versions of a statement set beside each other, paragraph by paragraph, for whoever wants to see where they differ. Pure.

The words are laid side by side as `compare_statements` does it; what is the same on both sides stands once in what is told
here, and turns that are the same on both sides are only counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.model import Statement, Turn
from onrecord.revising.align import Stretch, find_stretches, part_turns
from onrecord.revising.tokens import LABEL, Run, Token, run_of, run_of_line, slice_text


class Passage(NamedTuple):
    """Words that follow each other in one paragraph: the same in both, only in the earlier version, or only in the later.

    `difference` numbers what differs, from 1; what is taken out and what stands in its place have one number. `opens`: a
    paragraph begins with it, of the turn `turn`, behind `label` where that is printed here.
    """

    text: str
    side: str
    difference: int
    turn: int
    opens: bool
    label: bool = False


class Row(NamedTuple):
    """A place where both versions are at the same point: what the earlier has here, and the later, and both in one."""

    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    both: tuple[Passage, ...]

    @property
    def differs(self) -> bool:
        """Return whether anything in it is not the same."""
        return any(passage.difference for passage in self.both)


class Same(NamedTuple):
    """Turns that are the same in both versions, from one number of the later version to another."""

    first: int
    last: int


class Difference(NamedTuple):
    """What differs at one place: the words of either side, and the number of the turn in the later version, else the earlier."""

    n: int
    old: str
    new: str
    turn: int


class Beside(NamedTuple):
    """Two versions side by side: the titles, the rows with stretches of unchanged turns between them, each difference."""

    title: Row
    rows: tuple[Row | Same, ...]
    differences: tuple[Difference, ...]


def set_beside(old: Statement, new: Statement) -> Beside:
    """Return two versions of a statement set beside each other."""
    found: list[Difference] = []
    title = _joined(_rows(run_of_line(old.title or ""), run_of_line(new.title or ""), found))
    rows: list[Row | Same] = []
    at = 0
    for gap in part_turns(old.turns, new.turns):
        if gap.new > at:
            rows.append(Same(new.turns[at].n, new.turns[gap.new - 1].n))
        rows += _rows(_run(old.turns, gap.old, gap.old_end), _run(new.turns, gap.new, gap.new_end), found)
        at = gap.new_end
    if at < len(new.turns):
        rows.append(Same(new.turns[at].n, new.turns[-1].n))
    return Beside(title, tuple(rows), tuple(found))


def _run(turns: Sequence[Turn], start: int, end: int) -> Run:
    return run_of(turns[start:end])


def _joined(rows: list[Row]) -> Row:
    if not rows:
        return Row((), (), ())
    return Row(*(tuple(each for row in rows for each in row[side]) for side in range(3)))


def _rows(old: Run, new: Run, found: list[Difference]) -> list[Row]:
    """Return both runs in rows; what differs is entered among what was found."""
    rows: list[Row] = []
    at_old = at_new = 0
    pending: list[tuple[Stretch, int]] = []
    for stretch in find_stretches(old, new):
        found.append(_difference(old, new, stretch, len(found) + 1))
        pending.append((stretch, len(found)))
    cuts = [*_cuts(old, new, [stretch for stretch, _ in pending]), (len(old.tokens), len(new.tokens))]
    for end_old, end_new in cuts:
        inside = [
            each
            for each in pending
            if at_old <= each[0].old <= end_old and at_new <= each[0].new <= end_new
            and each[0].old_end <= end_old and each[0].new_end <= end_new
        ]  # fmt: skip
        pending = pending[len(inside) :]
        if end_old > at_old or end_new > at_new:
            rows.append(_row(old, new, Stretch(at_old, end_old, at_new, end_new), inside))
        at_old, at_new = end_old, end_new
    return rows


def _cuts(old: Run, new: Run, stretches: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """Yield where both runs begin a paragraph at the same point: between or behind what differs, not inside it."""
    at_old = at_new = 0
    for stretch in (*stretches, Stretch(len(old.tokens), 0, len(new.tokens), 0)):
        for step in range(stretch.old - at_old + 1):
            one, other = at_old + step, at_new + step
            is_inside = (one or other) and one < len(old.tokens) and other < len(new.tokens)
            if is_inside and _opens(old, one) and _opens(new, other):
                yield one, other
        at_old, at_new = stretch.old_end, stretch.new_end


def _opens(run: Run, index: int) -> bool:
    """Return whether a paragraph begins here: one with a label begins with that."""
    token = run.tokens[index]
    if index and run.tokens[index - 1].text.startswith(LABEL) and run.tokens[index - 1].turn == token.turn:
        return False
    return token.parted or not index or run.tokens[index - 1].turn != token.turn


def _difference(old: Run, new: Run, stretch: Stretch, n: int) -> Difference:
    run, at = (new, stretch.new) if stretch.new < stretch.new_end else (old, stretch.old)
    turn = run.turns[run.tokens[at].turn].n if at < len(run.tokens) else 0
    return Difference(
        n,
        _words(old, stretch.old, stretch.old_end),
        _words(new, stretch.new, stretch.new_end),
        turn,
    )


def _words(run: Run, start: int, end: int) -> str:
    labels = [token.text[len(LABEL) :] for token in run.tokens[start:end] if token.text.startswith(LABEL)]
    return slice_text(run, start, end) or " ".join(labels)


def _row(old: Run, new: Run, place: Stretch, inside: Sequence[tuple[Stretch, int]]) -> Row:
    left, right, both = _Side(old), _Side(new), _Side(new)
    at_old, at_new = place.old, place.new
    for stretch, n in (*inside, (Stretch(place.old_end, place.old_end, place.new_end, place.new_end), 0)):
        left.add(old, at_old, stretch.old, "both", 0)
        right.add(new, at_new, stretch.new, "both", 0)
        both.add(new, at_new, stretch.new, "both", 0)
        left.add(old, stretch.old, stretch.old_end, "old", n)
        right.add(new, stretch.new, stretch.new_end, "new", n)
        both.add(old, stretch.old, stretch.old_end, "old", n)
        both.add(new, stretch.new, stretch.new_end, "new", n)
        at_old, at_new = stretch.old_end, stretch.new_end
    return Row(tuple(left.passages), tuple(right.passages), tuple(both.passages))


class _Side:
    """Passages as they come: tokens of one run or of both in turn."""

    def __init__(self, run: Run) -> None:
        self.passages: list[Passage] = []
        self._run = run

    def add(self, run: Run, start: int, end: int, side: str, difference: int) -> None:
        """Add tokens [start, end) of a run, cut where a paragraph or a label begins."""
        at = start
        while at < end:
            last = at + 1
            is_label = run.tokens[at].text.startswith(LABEL)
            while last < end and not is_label and not self._is_parted(run, last):
                last += 1
            opens = _opens(run, at)
            text = run.tokens[at].text[len(LABEL) :] if is_label else _printed(run, at, last, bare=opens)
            turn = run.turns[run.tokens[at].turn].n
            self.passages.append(Passage(text, side, difference, turn, opens, is_label))
            at = last

    @staticmethod
    def _is_parted(run: Run, index: int) -> bool:
        token, before = run.tokens[index], run.tokens[index - 1]
        return token.text.startswith(LABEL) or token.turn != before.turn or token.parted


def _printed(run: Run, start: int, end: int, *, bare: bool) -> str:
    """Return the tokens as they are printed, a space before them where there is one; `bare`: not at a paragraph's beginning."""
    first: Token = run.tokens[start]
    text = slice_text(run, start, end)
    return text if bare or not first.spaced else f" {text}"
