"""What the keeper mends of a statement as it was read, put in its place: found again by the words it is anchored to. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from onrecord.model import (
    Aside,
    CorrectedField,
    Correction,
    Evidence,
    Issue,
    Reading,
    Region,
    Selector,
    Span,
    Speaker,
    Statement,
    Turn,
)

DATES = ("given_on", "posted_on", "updated_on")
OF_A_TURN = ("label", "speaker", "role")
KEEPER = "keeper’s correction"
"""What evidence says of a value that a correction decided."""

_LABEL_MARKS = " \t\n\u00a0:：.-–—"


class Mending(NamedTuple):
    """One correction as the keeper wrote it: what it sets, where, who says so and why.

    `anchor` are words of the statement: of the turn that is meant, its first where the turn `begins` there or is to be one
    with the turn before (`joins`). `sets` gives field and value, None for nothing. `was` is what the reader read then.
    """

    id: str
    statement: str
    by: str
    on: str
    why: str
    file: str
    anchor: Selector | None
    sets: tuple[tuple[CorrectedField, Any], ...]
    was: dict[str, Any]
    begins: bool = False
    joins: bool = False

    def correction(self, field: CorrectedField, turn: int | None, read: Any, says: Any) -> Correction:
        """Return the correction of one field as a Reading shows it."""
        return Correction(self.id, field, turn, read, says, self.by, self.on, self.why)


Mendings = Callable[[str], Sequence[Mending]]
"""Tells what the keeper mends of the statement with an id."""


class _Words(NamedTuple):
    """The letters and digits of a stretch of text, folded, and the offset of each."""

    letters: str
    origins: tuple[int, ...]


class _Shown:
    """A turn on its way, and the corrections that made it what it is."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        self.made: list[tuple[Mending, CorrectedField, Any, Any]] = []

    def corrections(self) -> Iterator[Correction]:
        for mending, field, read, says in self.made:
            yield mending.correction(field, self.turn.n, read, says)


def mend_reading(reading: Reading, told: Mendings) -> Reading:
    """Return the Reading with its statements mended as the keeper tells, and an issue for each correction that does not hold."""
    statements, issues, borders = [], list(reading.issues), False
    for statement in reading.statements:
        mendings = told(statement.id)
        if mendings:
            mended = _Mended(reading, statement)
            statement, found = mended.mend(mendings)
            issues += found
            borders = borders or mended.moved
        statements.append(statement)
    if len(issues) == len(reading.issues) and all(
        one is other for one, other in zip(statements, reading.statements, strict=True)
    ):
        return reading
    page = reading.page
    if borders:
        turns = [turn.span for statement in statements for turn in statement.turns]
        page = replace(page, regions=tuple(_named_anew(page.regions, turns, page.text)))
    return replace(reading, page=page, statements=tuple(statements), issues=tuple(issues))


def find_words(text: str, anchor: Selector) -> list[Span]:
    """Return where the words of a selector stand in a text; of several places those alone that have what stands around them.

    Case, typography, spacing and marks do not count: they are what changes where a page is read in another way.
    """
    words = _letters(text)
    wanted = _letters(anchor.exact).letters
    places = list(_places(words.letters, wanted)) if wanted else []
    if len(places) > 1:
        before, behind = _letters(anchor.prefix).letters, _letters(anchor.suffix).letters
        places = [
            at
            for at in places
            if words.letters[:at].endswith(before) and words.letters[at + len(wanted) :].startswith(behind)
        ]
    return [(words.origins[at], words.origins[at + len(wanted) - 1] + 1) for at in places]


def _letters(text: str) -> _Words:
    letters, origins = [], []
    for at, character in enumerate(text):
        for folded in unicodedata.normalize("NFKD", character).casefold():
            if folded.isalnum():
                letters.append(folded)
                origins.append(at)
    return _Words("".join(letters), tuple(origins))


def has_words(text: str) -> bool:
    """Return whether a text has a letter or digit by which it could be found."""
    return bool(_letters(text).letters)


def _places(letters: str, wanted: str) -> Iterator[int]:
    at = letters.find(wanted)
    while at >= 0:
        yield at
        at = letters.find(wanted, at + 1)


class _Mended:
    """One statement being mended."""

    def __init__(self, reading: Reading, statement: Statement) -> None:
        self.reading = reading
        self.text = reading.page.text
        self.statement = statement
        self.shown = [_Shown(turn) for turn in statement.turns]
        self.issues: list[Issue] = []
        self.made: list[Correction] = []
        self.moved = False

    def mend(self, mendings: Sequence[Mending]) -> tuple[Statement, list[Issue]]:
        placed = {each.id: self._place(each) for each in mendings if each.anchor is not None}
        held = [each for each in mendings if each.anchor is None or placed[each.id] is not None]
        # Borders first, in the order of the text: what is anchored inside a turn is looked for once they stand.
        for each in sorted(held, key=lambda one: placed.get(one.id) or 0):
            at = placed.get(each.id)
            if at is not None and (each.begins or each.joins):
                self._move_border(each, at)
        self._renumber()
        for field, index, decided in self._undisputed(held, placed):
            self._set(decided[0], field, index, decided[1])
        if not self.made and not any(each.made for each in self.shown):
            return self.statement, self.issues
        turns = tuple(each.turn for each in self.shown)
        of_turns = [one for each in self.shown for one in each.corrections()]
        made = (*self.statement.corrections, *self.made, *of_turns)
        return replace(self.statement, turns=turns, corrections=made), self.issues

    def _place(self, mending: Mending) -> int | None:
        """Return where the anchor of a correction stands in the page's text; None, with an issue, where that is not one place."""
        assert mending.anchor is not None
        if not self.shown:
            self._tell("correction_unanchored", mending, "the statement has no turns")
            return None
        start, end = self.shown[0].turn.span[0], self.shown[-1].turn.span[1]
        found = [start + at for at, _ in find_words(self.text[start:end], mending.anchor)]
        if not found:
            self._tell("correction_unanchored", mending, "its words do not stand in this text")
        elif len(found) > 1:
            said = f"its words stand in {len(found)} places; write what stands before or behind them, too"
            self._tell("correction_ambiguous", mending, said)
        elif self._index_at(found[0]) is None and not mending.begins:
            self._tell("correction_unanchored", mending, "its words stand in no turn")
        else:
            return found[0]
        return None

    def _index_at(self, at: int) -> int | None:
        spans = (each.turn.span for each in self.shown)
        return next((index for index, (start, end) in enumerate(spans) if start <= at < end), None)

    def _move_border(self, mending: Mending, at: int) -> None:
        index = self._index_at(at)
        if index is None:
            self._tell("correction_unanchored", mending, "its words stand in no turn")
        elif mending.joins:
            self._join(mending, index)
        else:
            self._split(mending, index, self._opening(at, mending))

    def _opening(self, at: int, mending: Mending) -> int:
        """Return where a turn begins whose first letter is known: with the marks that its words open with."""
        assert mending.anchor is not None
        opening = mending.anchor.exact.lstrip()
        marks = next((n for n, character in enumerate(opening) if character.isalnum()), 0)
        while marks and at and not self.text[at - 1].isspace() and not self.text[at - 1].isalnum():
            at, marks = at - 1, marks - 1
        return at

    def _join(self, mending: Mending, index: int) -> None:
        if index == 0:
            self._tell("correction_unanchored", mending, "no turn stands before that one")
            return
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

    def _split(self, mending: Mending, index: int, at: int) -> None:
        whole = self.shown[index]
        turn = whole.turn
        start, end = turn.span
        label = dict(mending.sets).get("label")
        stop = self._before_label(start, at, label)
        first = self.text[start:stop].rstrip()
        if not first and stop == start == at:
            self._tell("correction_needless", mending, "the reader begins a turn there by now", "note")
            return
        begun = _Shown(_cut(turn, self.text, (at, end), keeps_label=False))
        begun.made.append((mending, "begins", _summary(turn), _summary(begun.turn)))
        begun.made += self._as_elsewhere(mending, begun)
        kept = [] if not first else [whole]
        if first:
            whole.turn = _cut(turn, self.text, (start, start + len(first)), keeps_label=True)
        self.shown[index : index + 1] = [*kept, begun]
        self.moved = True

    def _before_label(self, start: int, at: int, label: str | None) -> int:
        """Return where the words before a new turn end: before its label, where that is printed there."""
        before = self.text[start:at].rstrip(_LABEL_MARKS)
        if label and before.casefold().endswith(label.casefold()) and len(before) >= len(label):
            return start + len(before) - len(label)
        return at

    def _as_elsewhere(
        self, mending: Mending, begun: _Shown
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

    def _renumber(self) -> None:
        for n, each in enumerate(self.shown, 1):
            if each.turn.n != n:
                each.turn = replace(each.turn, n=n)

    def _undisputed(
        self, mendings: Iterable[Mending], placed: dict[str, int | None]
    ) -> Iterator[tuple[CorrectedField, int | None, tuple[Mending, Any]]]:
        """Yield field, turn and what is set there, where only one value is told for it."""
        told: dict[tuple[CorrectedField, int | None, Any], list[tuple[Mending, Any]]] = {}
        for each in mendings:
            at = placed.get(each.id)
            index = self._index_at(at) if at is not None else None
            for field, value in each.sets:
                whom = each.was.get("speaker") if index is None and field == "speaker" else None
                told.setdefault((field, index, whom), []).append((each, value))
        for (field, index, _), values in told.items():
            if all(value == values[0][1] for _, value in values):
                yield field, index, values[0]
                continue
            ids = " and ".join(mending.id for mending, _ in values)
            for mending, _ in values:
                self._tell("correction_conflict", mending, f"{ids} say different things of the same {field}")

    def _set(self, mending: Mending, field: CorrectedField, index: int | None, value: Any) -> None:
        if index is not None:
            self._set_of_turn(mending, field, self.shown[index], value)
        elif field == "speaker":
            self._set_speaker(mending, value)
        else:
            self._set_date(mending, field, value)

    def _set_of_turn(self, mending: Mending, field: CorrectedField, shown: _Shown, value: Any) -> None:
        name = value.name if isinstance(value, Speaker) else value
        read = getattr(shown.turn, field)
        if any(made[0] is mending and made[1] == "begins" for made in shown.made):
            read = None  # the reader knew of no such turn
        elif not self._differs(mending, field, read, name):
            return
        shown.turn = replace(shown.turn, **{field: name})
        shown.made.append((mending, field, read, name))

    def _set_date(self, mending: Mending, field: CorrectedField, value: Any) -> None:
        read = getattr(self.statement, field)
        if not self._differs(mending, field, read, value):
            return
        others = tuple(replace(one, chosen=False) for one in self.statement.evidence.get(field, ()))
        evidence = {**self.statement.evidence, field: (Evidence(value, KEEPER, None, True), *others)}
        self.statement = replace(self.statement, **{field: value}, evidence=evidence)
        self.made.append(mending.correction(field, None, read, value))

    def _set_speaker(self, mending: Mending, value: Speaker | None) -> None:
        """Take another for one of the statement's speakers, in its turns as well."""
        names = [speaker.name for speaker in self.statement.speakers]
        read = mending.was.get("speaker") or (names[0] if len(names) == 1 else None)
        now = value.name if value else None
        if now in names and read not in names:
            self._tell("correction_needless", mending, "the reader reads the same by now", "note")
            return
        if read is None or read not in names:
            said = "the reader names several speakers, or none" if read is None else f"no speaker is {read!r}"
            self._tell("correction_outdated", mending, f"{said}; write whom it is about as was")
            return
        others = [one for one in self.statement.speakers if one.name != read]
        kept = [value] if value is not None and now not in [one.name for one in others] else []
        self.statement = replace(self.statement, speakers=(*kept, *others))
        self.made.append(mending.correction("speaker", None, read, now))
        for each in self.shown:
            if each.turn.speaker == read:
                each.turn = replace(each.turn, speaker=now)

    def _differs(self, mending: Mending, field: str, read: Any, value: Any) -> bool:
        """Return whether there is anything to mend; tell where the reader reads something else than when this was written."""
        if read == value:
            said = f"the reader reads {_said(value)} by now"
            self._tell("correction_needless", mending, said, "note")
            return False
        if field in mending.was and mending.was[field] != read:
            said = f"the reader reads {_said(read)} by now, and read {_said(mending.was[field])} when it was written"
            self._tell("correction_outdated", mending, f"{said}; it holds all the same")
        return True

    def _tell(self, code: str, mending: Mending, why: str, severity: str = "warning") -> None:
        message = f"The keeper's correction {mending.id} of {mending.statement} ({mending.file}): {why}."
        # The codes, once in one place: correction_unanchored, correction_ambiguous, correction_conflict, …
        self.issues.append(Issue(code, message, self.reading.capture.locator, severity))  # type: ignore[arg-type]


def _said(value: Any) -> str:
    return "nothing" if value is None else f"“{value}”"


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


def _named_anew(regions: Sequence[Region], turns: Sequence[Span], text: str) -> Iterator[Region]:
    """Yield the regions with those of turns where the turns stand now, and what is a turn's no more as a label."""
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
