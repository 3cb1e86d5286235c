"""Revisions: the record's captures of a statement in order, and each two texts that follow each other compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from onrecord.archive.standing import Kept, Pages
from onrecord.errors import NotFound, WrongCall
from onrecord.model import Change, Revision, Statement
from onrecord.record import Record
from onrecord.revising import (
    Absent,
    Seen,
    Step,
    compare_facts,
    find_steps,
    is_withdrawn,
)

Texts = Callable[[int], Statement]
"""Gives a version of a statement as the reader read it, without what the keeper mended."""

Tell = Callable[[Record, str, Step, Texts], Revision]
"""Tells what changed in a step: `tell_revision`, or one that remembers what it told."""


def revisions_of(
    record: Record, given: str, from_: int | None = None, to: int | None = None, *, tell: Tell | None = None
) -> Iterator[Revision]:
    """Yield the revisions of a statement, oldest first; with two numbers that from the one version to the other alone."""
    tell = tell or tell_revision
    if (from_ is None) != (to is None):
        raise WrongCall(
            "A revision has two ends: give the numbers of two versions, or none for all revisions."
        )
    statement = record.full_id(given)
    seen = [Seen(*row) for row in record.history.sightings(statement)]
    texts = cache(lambda n: record.history.as_read(statement, n))
    if from_ is None or to is None:
        for step in find_steps(seen):
            revision = tell(record, statement, step, texts)
            if revision.changes:
                yield revision
    else:
        yield tell(record, statement, _step_between(statement, seen, from_, to), texts)


def is_gone(record: Record, statement: str) -> bool:
    """Return whether the statement is gone at its source, as far as captures tell."""
    absences = record.history.absences(statement)
    if not absences:
        return False
    seen = [Seen(*row) for row in record.history.sightings(statement)]
    return is_withdrawn(seen, [Absent(*row) for row in absences])


def tell_revision(record: Record, statement: str, step: Step, texts: Texts) -> Revision:
    """Return a step with what changed in it."""
    # Where nothing was revised the words of many languages are not loaded.
    from onrecord.revising import compare_statements, compare_struck, update_declares

    between = (step.before.captured_at, step.after.captured_at) if step.is_timed else (None, None)
    declared = update_declares(step.old.updated_on, step.new.updated_on, between)
    # A message that its keeper released has no furniture, whatever else of his has the same line in it.
    is_own = note_on(record, statement, step) is not None
    declared = declared or is_own
    words: tuple[Change, ...] = ()
    pages = Pages(record.history, statement, step)
    if step.before.version != step.after.version or step.old.lines != step.new.lines:
        kept = Kept(texts(step.before.version), texts(step.after.version), ())
        if not is_own:
            kept = pages.without_furniture(kept.old, kept.new)
        words = compare_statements(kept.old, kept.new, step.old.lines, step.new.lines, declared=declared)
        words = words if is_own else (*pages.of_source(words), *kept.aside)
    if step.old.struck or step.new.struck:
        both = texts(step.before.version), texts(step.after.version)
        words = (*words, *compare_struck(*both, step.old, step.new))
    facts = compare_facts(step.old, step.new, declared=declared)
    facts = facts if is_own else tuple(pages.facts_of_source(facts))
    return Revision(statement, step.before.version, step.after.version, between, (*words, *facts))


def note_on(record: Record, statement: str, step: Step) -> str | None:
    """Return the note with which the keeper put out the later text of a step as a correction of his own message."""
    after = step.after
    return record.messages.notes(statement).get((after.digest, after.captured_at or ""))


def _step_between(statement: str, seen: list[Seen], from_: int, to: int) -> Step:
    for number in (from_, to):
        if not any(each.version == number for each in seen):
            last = max(each.version for each in seen)
            raise NotFound(
                f"Statement {statement} has the versions 1 to {last}, there is no version {number}: give two of those."
            )
    if from_ == to:
        raise WrongCall(f"Version {from_} and version {to} are one text: give the numbers of two versions.")
    steps = (step for step in find_steps(seen) if (step.before.version, step.after.version) == (from_, to))
    return next(steps, None) or _far_step(seen, from_, to)


def _far_step(seen: list[Seen], from_: int, to: int) -> Step:
    """Return the step from the last capture of a version before the first one of another that came later, or came before."""
    timed = [each for each in seen if each.captured_at is not None]
    after = next((each for each in timed if each.version == to), None)
    earlier = timed[: timed.index(after)] if after else []
    before = next((each for each in reversed(earlier) if each.version == from_), None)
    if before is not None and after is not None:
        return Step(before, after, before.facts, after.facts, is_timed=True)
    one = next(each for each in seen if each.version == from_)
    other = next(each for each in seen if each.version == to)
    return Step(one, other, one.facts, other.facts, is_timed=False)
