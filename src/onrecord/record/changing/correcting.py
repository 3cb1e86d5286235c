"""Corrections made and taken back: a wish turned into a correction that holds, written down, and what became of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from onrecord.custody import KnownCorrection
from onrecord.errors import NotFound, WrongCall
from onrecord.model import Issue, Reading, Selector, Speaker, Statement, Turn
from onrecord.record.asked import queries
from onrecord.record.deriving.level import Derived
from onrecord.record.deriving.reused import identities_of, renamed
from onrecord.record.keeper.anchors import find_words
from onrecord.record.keeper.correctionfile import NOTHING, Undone, mint_id, parse_corrections
from onrecord.record.keeper.corrections import Corrections, write_joining, write_mending, write_undone
from onrecord.record.keeper.joinings import Joining, mint_joining
from onrecord.record.keeper.mended import mend_reading
from onrecord.record.keeper.mending import Mending
from onrecord.record.tables.rows import fetch_capture
from onrecord.record.tables.statements import Readings

_WORDS = 12
_AROUND = 32


class Wish(NamedTuple):
    """What somebody wants mended of a statement, before it is known whether that holds.

    Or that it is the same as another one, or apart from it: then nothing else.

    Where: of `turn` (its number in `version`, the current one if none is given), of the turn that has the words `quote`, or of
    the whole statement. What: `sets`, None for nothing; that a turn `begins` with these words; that the turn `joins` the one
    before. `instead_of` is the speaker that is not the one, where a statement has several.
    """

    statement: str
    by: str
    on: str
    why: str
    version: int | None = None
    turn: int | None = None
    quote: str | None = None
    begins: str | None = None
    joins: bool = False
    instead_of: str | None = None
    sets: dict[str, str | None] = {}  # noqa: RUF012 - never written to
    same_as: str | None = None
    apart_from: str | None = None


class _Shown(NamedTuple):
    """The page that a correction is made from: as the record shows it, and as the reader reads it."""

    version: int
    mended: Reading
    raw: Reading

    def statement(self, id_: str) -> Statement:
        for each in self.mended.statements:
            if each.id == id_:
                return each
        others = " or ".join(each.id for each in self.mended.statements)
        raise WrongCall(
            f"Version {self.version} of {id_} stands only on the page of a copy, which has it as {others}: correct that one."
        )


def correct(derived: Derived, wish: Wish) -> KnownCorrection:
    """Write the correction that is wished for, and mend what it mends; return it with what became of it."""
    if wish.same_as is not None or wish.apart_from is not None:
        return _join(derived, wish)
    with derived.locked():
        shown = _shown(derived, wish)
        mending = _mending(wish, shown)
        same = _same(derived.corrections.of(wish.statement), mending)
        if same is None:
            mending = _holding(derived, mending, shown)
            write_mending(derived.layout.corrections, mending)
            derived.take_up()
        wanted = (same or mending).id
    return _known(derived, wanted)


def _join(derived: Derived, wish: Wish) -> KnownCorrection:
    """Write that two statements are one, or are not, and join or part them."""
    if wish.same_as is not None and wish.apart_from is not None:
        raise WrongCall("A statement is the same as another or apart from it: give one of the two.")
    if wish.sets or wish.begins or wish.joins or wish.turn or wish.quote:
        raise WrongCall(
            "That two statements are one, or are not, is said by itself: mend the rest with another call."
        )
    with derived.locked():
        joined = wish.same_as is not None
        named = (wish.statement, wish.same_as or wish.apart_from or "")
        one, other = (queries.find_identity(derived.db, each) for each in named)
        id_ = mint_joining(one, other, joined=joined)
        if id_ not in derived.corrections.joinings or id_ in derived.corrections.undone:
            while id_ in derived.corrections.joinings:  # taken back before, and said again
                id_ = f"{id_}x"
            values = {
                "id": id_,
                "statement": one,
                "other": other,
                "by": wish.by,
                "on": wish.on,
                "why": wish.why,
            }
            parsed = parse_corrections({"joined" if joined else "apart": [values]}, "This call")
            write_joining(derived.layout.corrections, parsed.joinings[0])
            derived.take_up()
    return _known(derived, id_)


def undo(derived: Derived, id_: str, *, by: str, on: str, why: str) -> KnownCorrection:
    """Take a correction back, and show what was read again."""
    with derived.locked():
        if id_ not in {**derived.corrections.every, **derived.corrections.joinings}:
            raise NotFound(
                f"There is no correction {id_!r} in this archive: `onrecord correct` lists those there are."
            )
        if id_ not in derived.corrections.undone:
            values = {"undone": [{"id": id_, "by": by, "on": on, "why": why}]}
            ((undone),) = parse_corrections(values, "This call").undone
            write_undone(derived.layout.corrections, Undone(*undone))
            derived.take_up()
    return _known(derived, id_)


def known_corrections(db: sqlite3.Connection, corrections: Corrections) -> Iterator[KnownCorrection]:
    """Return every correction in the order of time, with the versions it mends and where it does not hold."""
    for mending in sorted(corrections.every.values(), key=lambda each: (each.on, each.id)):
        yield _with_fate(db, mending, corrections.undone.get(mending.id))
    for joining in sorted(corrections.joinings.values(), key=lambda each: (each.on, each.id)):
        yield _fate_of_joining(db, joining, corrections.undone.get(joining.id))


def _known(derived: Derived, id_: str) -> KnownCorrection:
    corrections = derived.corrections
    if id_ in corrections.joinings:
        return _fate_of_joining(derived.db, corrections.joinings[id_], corrections.undone.get(id_))
    return _with_fate(derived.db, corrections.every[id_], corrections.undone.get(id_))


def _with_fate(db: sqlite3.Connection, mending: Mending, undone: Undone | None) -> KnownCorrection:
    versions, issues = ((), ()) if undone else _fate(db, mending)
    sets: dict[str, Any] = {field: _plain(value) for field, value in mending.sets}
    sets |= {key: True for key in ("begins", "joins") if getattr(mending, key)}
    taken_back = f"{undone.on}, {undone.by}: {undone.why}" if undone else None
    return KnownCorrection(
        mending.id, mending.statement, mending.file, mending.by, mending.on, mending.why, mending.anchor, sets,
        versions, issues, taken_back,
    )  # fmt: skip


def _fate_of_joining(db: sqlite3.Connection, joining: Joining, undone: Undone | None) -> KnownCorrection:
    issues = []
    for statement in (joining.statement, joining.other):
        if (
            undone is None
            and not db.execute("SELECT 1 FROM sightings WHERE identity = ?", (statement,)).fetchone()
        ):
            said = (
                f"The keeper's correction {joining.id} ({joining.file}): there is no statement {statement}."
            )
            issues.append(Issue("correction_unanchored", said, None, "warning"))
    sets: dict[str, Any] = {"same_as" if joining.joined else "apart_from": joining.other}
    taken_back = f"{undone.on}, {undone.by}: {undone.why}" if undone else None
    return KnownCorrection(
        joining.id, joining.statement, joining.file, joining.by, joining.on, joining.why, None, sets, (), tuple(issues),
        taken_back,
    )  # fmt: skip


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value) if isinstance(value, Speaker) else value


def _fate(db: sqlite3.Connection, mending: Mending) -> tuple[tuple[int, ...], tuple[Issue, ...]]:
    readings = Readings(db)
    if not db.execute("SELECT 1 FROM statements WHERE id = ?", (mending.statement,)).fetchone():
        said = f"The keeper's correction {mending.id} ({mending.file}): there is no statement {mending.statement}."
        return (), (Issue("correction_unanchored", said, None, "warning"),)
    versions, issues = [], []
    rows = db.execute(
        "SELECT n, reading, reading_n FROM versions WHERE statement = ? ORDER BY n", (mending.statement,)
    ).fetchall()
    for n, reading, place in rows:
        page = readings.get(reading)
        if page is None:
            continue
        if any(each.id == mending.id for each in page.statements[place - 1].corrections):
            versions.append(n)
        issues += [each for each in page.issues if _is_of(each, mending)]
    return tuple(versions), tuple(issues)


def _is_of(issue: Issue, mending: Mending) -> bool:
    return issue.code.startswith("correction_") and f" {mending.id} of {mending.statement} " in issue.message


def _shown(derived: Derived, wish: Wish) -> _Shown:
    held = queries.held(derived.db, Readings(derived.db), wish.statement, wish.version)
    reading, capture = derived.db.execute(
        "SELECT reading, capture FROM versions WHERE statement = ? AND n = ?", (wish.statement, held.version)
    ).fetchone()
    mended = Readings(derived.db).get(reading)
    raw = derived.read_anew(fetch_capture(derived.db, capture))
    if mended is None or isinstance(raw, Issue):
        raise WrongCall(f"The page of version {held.version} cannot be read: `onrecord verify` tells why.")
    ids = identities_of(derived.db, reading)
    return _Shown(held.version, renamed(mended, ids), renamed(raw.reading, ids))


def _mending(wish: Wish, shown: _Shown) -> Mending:
    """Return the wish as a correction, checked as if it stood in a file."""
    values: dict[str, Any] = {"statement": wish.statement, "by": wish.by, "on": wish.on, "why": wish.why}
    anchor = _anchor(wish, shown)
    if anchor is not None:
        values |= {key: found for key in ("exact", "prefix", "suffix") if (found := getattr(anchor, key))}
    values |= {"begins": True} if wish.begins else {}
    values |= {"joins": True} if wish.joins else {}
    values |= {field: NOTHING if value is None else value for field, value in wish.sets.items()}
    if wish.instead_of:
        values["was"] = {"speaker": wish.instead_of}
    values["id"] = mint_id(wish.statement, list(values.items()))
    (mending,) = parse_corrections({"corrections": [values]}, "This correction").mendings
    return mending._replace(file=f"corrections/{mending.id}.toml")


def _anchor(wish: Wish, shown: _Shown) -> Selector | None:
    words = wish.begins or wish.quote
    if sum(each is not None for each in (wish.begins, wish.quote, wish.turn)) > 1:
        raise WrongCall("Say one of the turn's number, words of it, and the words that a turn begins with.")
    statement, text = shown.statement(wish.statement), shown.mended.page.text
    if words is not None:
        if not statement.turns:
            raise WrongCall("The statement has no turns.")
        start, end = statement.turns[0].span[0], statement.turns[-1].span[1]
        found = find_words(text[start:end], Selector(words, "", ""))
        if not found:
            raise WrongCall(
                f"“{words}” does not stand in version {shown.version}: give it as `onrecord show` has it."
            )
        if len(found) > 1:
            raise WrongCall(
                f"“{words}” stands {len(found)} times in version {shown.version}: give more of it."
            )
        return _selector(text, (start + found[0][0], start + found[0][1]))
    if wish.turn is None:
        return None
    turn = next((each for each in statement.turns if each.n == wish.turn), None)
    if turn is None:
        raise WrongCall(
            f"Version {shown.version} has the turns 1 to {len(statement.turns)}, there is no turn {wish.turn}."
        )
    return _selector(text, _opening(turn))


def _opening(turn: Turn) -> tuple[int, int]:
    """Return the span of a turn's first words."""
    words = turn.text.split()
    at = 0
    for word in words[:_WORDS]:
        at = turn.text.index(word, at) + len(word)
    return turn.span[0], turn.span[0] + max(at, 1)


def _selector(text: str, span: tuple[int, int]) -> Selector:
    start, end = span
    return Selector(text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND])


def _same(held: Sequence[Mending], wanted: Mending) -> Mending | None:
    """Return the correction that says the same already."""
    return next((each for each in held if _meant(each) == _meant(wanted)), None)


def _meant(mending: Mending) -> tuple[Any, ...]:
    anchor = mending.anchor
    around = None if anchor is None else (anchor.exact, anchor.prefix, anchor.suffix)
    return around, mending.sets, mending.begins, mending.joins


def _holding(derived: Derived, mending: Mending, shown: _Shown) -> Mending:
    """Return the correction with what was read until now, having seen that it holds beside the others."""
    others = derived.corrections.of(mending.statement)
    tried = mend_reading(shown.raw, lambda id_: [*others, mending] if id_ == mending.statement else ())
    statement = next(each for each in tried.statements if each.id == mending.statement)
    made = [each for each in statement.corrections if each.id == mending.id]
    for issue in tried.issues:
        if _is_of(issue, mending) and (issue.code != "correction_needless" or not made):
            raise WrongCall(_why_not(issue, mending))
    done = {each.field for each in made}
    mending = mending._replace(sets=tuple(each for each in mending.sets if each[0] in done))
    was: dict[str, Any] = {each.field: each.read for each in made if each.field not in ("begins", "joins")}
    was = {field: read for field, read in was.items() if field in dict(mending.sets)}
    return mending._replace(was={**was, **mending.was} if not mending.begins else {})


def _why_not(issue: Issue, mending: Mending) -> str:
    said = issue.message.partition("): ")[2].rstrip(".").replace(mending.id, "this one")
    if issue.code == "correction_conflict":
        return f"Nothing was corrected: {said}; take the other back first, with `onrecord correct --undo`."
    return f"Nothing was corrected: {said}."
