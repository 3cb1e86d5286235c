"""Where turns begin and end, moved as the keeper tells; and the regions of the page, named after that. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from onrecord.model import Aside, CorrectedField, Correction, Region, Severity, Span, Turn
from onrecord.record.keeper.mending import Mending

_LABEL_MARKS = " \t\n\u00a0:：.-–—"


class Unmoved(NamedTuple):
    """Why a border was not moved: the code of an issue, and how its sentence ends."""

    code: str
    why: str
    severity: Severity = "warning"


class Shown:
    """A turn on its way, and the corrections that made it what it is."""

    def __init__(self, turn: Turn) -> None:
        """Take the turn as it was read."""
        self.turn = turn
        self.made: list[tuple[Mending, CorrectedField, Any, Any]] = []

    def corrections(self) -> Iterator[Correction]:
        """Return the corrections as the statement shows them."""
        for mending, field, read, says in self.made:
            yield mending.correction(field, self.turn.n, read, says)


class Borders:
    """The turns of one statement, whose borders may be moved; `moved` tells whether one was."""

    def __init__(self, text: str, turns: Iterable[Turn]) -> None:
        """Take the page's text and the turns as they were read."""
        self.text = text
        self.shown = [Shown(turn) for turn in turns]
        self.moved = False

    def index_at(self, at: int) -> int | None:
        """Return the index of the turn that has an offset of the page's text in it."""
        spans = (each.turn.span for each in self.shown)
        return next((index for index, (start, end) in enumerate(spans) if start <= at < end), None)

    def move(self, mending: Mending, at: int) -> Unmoved | None:
        """Begin a turn at the offset, or join the turn there to the one before; return why not, where that cannot be."""
        index = self.index_at(at)
        if index is None:
            return Unmoved("correction_unanchored", "its words stand in no turn")
        if mending.joins:
            return self._join(mending, index)
        return self._split(mending, index, self._opening(at, mending))

    def renumber(self) -> None:
        """Count the turns anew from 1."""
        for n, each in enumerate(self.shown, 1):
            if each.turn.n != n:
                each.turn = replace(each.turn, n=n)

    def _opening(self, at: int, mending: Mending) -> int:
        """Return where a turn begins whose first letter is known: with the marks that its words open with."""
        assert mending.anchor is not None
        opening = mending.anchor.exact.lstrip()
        marks = next((n for n, character in enumerate(opening) if character.isalnum()), 0)
        while marks and at and not self.text[at - 1].isspace() and not self.text[at - 1].isalnum():
            at, marks = at - 1, marks - 1
        return at

    def _join(self, mending: Mending, index: int) -> Unmoved | None:
        if index == 0:
            return Unmoved("correction_unanchored", "no turn stands before that one")
        before, one = self.shown[index - 1], self.shown[index]
        start, end = before.turn.span[0], one.turn.span[1]
        by = one.turn.span[0] - start
        before.made.append((mending, "joins", [_summary(before.turn), _summary(one.turn)], "one turn"))
        before.turn = replace(
            before.turn,
            text=self.text[start:end],
            span=(start, end),
            directions=(*before.turn.directions, *_moved(one.turn.directions, by)),
            editorial=(*before.turn.editorial, *_moved(one.turn.editorial, by)),
        )
        del self.shown[index]
        self.moved = True
        return None

    def _split(self, mending: Mending, index: int, at: int) -> Unmoved | None:
        whole = self.shown[index]
        turn = whole.turn
        start, end = turn.span
        label = dict(mending.sets).get("label")
        stop = self._before_label(start, at, label)
        first = self.text[start:stop].rstrip()
        if not first and stop == start == at:
            return Unmoved("correction_needless", "the reader begins a turn there by now", "note")
        begun = Shown(_cut(turn, self.text, (at, end), keeps_label=False))
        begun.made.append((mending, "begins", _summary(turn), _summary(begun.turn)))
        begun.made += self._as_elsewhere(mending, begun)
        kept = [] if not first else [whole]
        if first:
            whole.turn = _cut(turn, self.text, (start, start + len(first)), keeps_label=True)
        self.shown[index : index + 1] = [*kept, begun]
        self.moved = True
        return None

    def _before_label(self, start: int, at: int, label: str | None) -> int:
        """Return where the words before a new turn end: before its label, where that is printed there."""
        before = self.text[start:at].rstrip(_LABEL_MARKS)
        if label and before.casefold().endswith(label.casefold()) and len(before) >= len(label):
            return start + len(before) - len(label)
        return at

    def _as_elsewhere(
        self, mending: Mending, begun: Shown
    ) -> Iterator[tuple[Mending, CorrectedField, Any, Any]]:
        """Speaker and role that a new turn's label has in the other turns; what the keeper says himself comes later."""
        sets = dict(mending.sets)
        same = [each.turn for each in self.shown if sets.get("label") and each.turn.label == sets["label"]]
        fields: tuple[CorrectedField, ...] = ("speaker", "role")
        for field in fields:
            values = {getattr(turn, field) for turn in same}
            if field not in sets and len(values) == 1 and (value := values.pop()) is not None:
                begun.turn = replace(begun.turn, **{field: value})
                yield mending, field, None, value


def _summary(turn: Turn) -> str:
    """Return how a turn is shown where its borders are told: its label and first words."""
    words = " ".join(turn.text.split())
    begins = words if len(words) <= 60 else f"{words[:60].rsplit(' ', 1)[0]} …"
    return f"{turn.label}: {begins}" if turn.label else begins


def _moved(asides: Iterable[Aside], by: int) -> Iterator[Aside]:
    for aside in asides:
        yield replace(aside, span=(aside.span[0] + by, aside.span[1] + by))


def _cut(turn: Turn, text: str, span: Span, *, keeps_label: bool) -> Turn:
    """Return the part of a turn at a span of the page's text, with the asides in it."""
    start, end = span
    by = turn.span[0] - start

    def inside(asides: Iterable[Aside]) -> tuple[Aside, ...]:
        with_label = tuple(aside for aside in asides if aside.span == (0, 0))
        within = (
            aside
            for aside in _moved((one for one in asides if one.span != (0, 0)), by)
            if aside.span[0] >= 0 and aside.span[1] <= end - start
        )
        return (*(with_label if keeps_label else ()), *within)

    directions, editorial = inside(turn.directions), inside(turn.editorial)
    cut = replace(turn, text=text[start:end], span=span, directions=directions, editorial=editorial)
    return cut if keeps_label else replace(cut, label=None, speaker=None, role=None)


def named_anew(regions: Sequence[Region], turns: Sequence[Span], text: str) -> Iterator[Region]:
    """Return the regions with those of turns where the turns stand now, and what is a turn's no more as a label."""
    edges = sorted({edge for span in turns for edge in span})
    for region in regions:
        cuts = [edge for edge in edges if region.span[0] < edge < region.span[1]]
        for start, end in zip([region.span[0], *cuts], [*cuts, region.span[1]], strict=True):
            inside = any(first <= start and end <= last for first, last in turns)
            name = region.name
            if inside and name == "label":
                name = "turn"
            elif not inside and name == "turn":
                name = "label"
            if text[start:end].strip():
                yield Region(name, (start, end))
