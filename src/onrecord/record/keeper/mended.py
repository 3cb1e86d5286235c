"""What the keeper mends of a statement as it was read, put in its place: found again by the words it is anchored to. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from onrecord.model import (
    CorrectedField,
    Correction,
    Evidence,
    Issue,
    Reading,
    Severity,
    Speaker,
    Statement,
)
from onrecord.record.keeper.anchors import find_words
from onrecord.record.keeper.borders import Borders, Shown, named_anew
from onrecord.record.keeper.mending import Mending, Mendings

KEEPER = "keeper’s correction"
"""What evidence says of a value that a correction decided."""


def _nothing(_: str) -> Sequence[Mending]:
    return ()


class Mend:
    """Puts the keeper's corrections in their places in Readings."""

    def __init__(self, told: Mendings = _nothing) -> None:
        """Take what tells the corrections of a statement."""
        self._told = told

    def __call__(self, reading: Reading) -> Reading:
        """Return the Reading with its statements mended; the same one where nothing is."""
        return mend_reading(reading, self._told)

    def tells_of(self, statement: str) -> bool:
        """Return whether there are corrections of a statement."""
        return bool(self._told(statement))


def mend_reading(reading: Reading, told: Mendings) -> Reading:
    """Return the Reading with its statements mended as the keeper tells, and an issue for each correction that does not hold."""
    statements, issues, borders = [], list(reading.issues), False
    for statement in reading.statements:
        mendings = told(statement.id)
        if mendings:
            mended = _Mended(reading, statement)
            statement, found = mended.mend(mendings)
            issues += found
            borders = borders or mended.borders.moved
        statements.append(statement)
    if len(issues) == len(reading.issues) and all(
        one is other for one, other in zip(statements, reading.statements, strict=True)
    ):
        return reading
    page = reading.page
    if borders:
        turns = [turn.span for statement in statements for turn in statement.turns]
        page = replace(page, regions=tuple(named_anew(page.regions, turns, page.text)))
    return replace(reading, page=page, statements=tuple(statements), issues=tuple(issues))


class _Mended:
    """One statement being mended."""

    def __init__(self, reading: Reading, statement: Statement) -> None:
        self.reading = reading
        self.text = reading.page.text
        self.statement = statement
        self.borders = Borders(reading.page.text, statement.turns)
        self.issues: list[Issue] = []
        self.made: list[Correction] = []

    @property
    def shown(self) -> list[Shown]:
        return self.borders.shown

    def mend(self, mendings: Sequence[Mending]) -> tuple[Statement, list[Issue]]:
        placed = {each.id: self._place(each) for each in mendings if each.anchor is not None}
        held = [each for each in mendings if each.anchor is None or placed[each.id] is not None]
        # Borders first, in the order of the text: what is anchored inside a turn is looked for once they stand.
        for each in sorted(held, key=lambda one: placed.get(one.id) or 0):
            at = placed.get(each.id)
            if at is not None and (each.begins or each.joins):
                unmoved = self.borders.move(each, at)
                if unmoved is not None:
                    self._tell(unmoved.code, each, unmoved.why, unmoved.severity)
        self.borders.renumber()
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
        elif self.borders.index_at(found[0]) is None and not mending.begins:
            self._tell("correction_unanchored", mending, "its words stand in no turn")
        else:
            return found[0]
        return None

    def _undisputed(
        self, mendings: Iterable[Mending], placed: dict[str, int | None]
    ) -> Iterator[tuple[CorrectedField, int | None, tuple[Mending, Any]]]:
        """Yield field, turn and what is set there, where only one value is told for it."""
        told: dict[tuple[CorrectedField, int | None, Any], list[tuple[Mending, Any]]] = {}
        for each in mendings:
            at = placed.get(each.id)
            index = self.borders.index_at(at) if at is not None else None
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

    def _set_of_turn(self, mending: Mending, field: CorrectedField, shown: Shown, value: Any) -> None:
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

    def _tell(self, code: str, mending: Mending, why: str, severity: Severity = "warning") -> None:
        message = f"The keeper's correction {mending.id} of {mending.statement} ({mending.file}): {why}."
        # The codes, once in one place: correction_unanchored, correction_ambiguous, correction_conflict, …
        self.issues.append(Issue(code, message, self.reading.capture.locator, severity))


def _said(value: Any) -> str:
    return "nothing" if value is None else f"“{value}”"
