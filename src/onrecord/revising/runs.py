"""The captures of one statement in order of time, as steps from one text to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model import Facts
from onrecord.revising.facts import differ, settled


class Seen(NamedTuple):
    """A capture that shows a statement: when, which version, what it tells beside the words, and where its reading is kept."""

    captured_at: str | None
    version: int
    facts: Facts
    reading: int
    position: int
    url: str | None
    digest: str
    identity: str = ""
    """Empty at the statement's own address, else what tells another address apart that has the same text."""
    canonical: str | None = None
    """The other address that the page names as its own."""
    is_excerpt: bool = False
    """Whether another address shows a part alone."""
    is_cut: bool = False
    """Whether the page was cut off: what it does not have beside the words may have stood behind the cut."""
    follows: bool = False
    """Whether another address goes on from the statement's own, which shows it no more."""


class Step(NamedTuple):
    """From the last capture of one text to the first of the next; `facts` are what was told by then, of either."""

    before: Seen
    after: Seen
    old: Facts
    new: Facts
    is_timed: bool


def find_steps(sightings: Sequence[Seen]) -> list[Step]:
    """Return the steps between captures that follow each other in time, in which words or facts differ.

    Given in order of sight. What stands at two addresses is compared with what stood at the same one, or at the one that it
    went on from. A text that no capture
    with a time shows stands behind all others, at no known time.
    """
    places: dict[str, list[Seen]] = {}
    for each in sightings:
        places.setdefault("" if each.follows else each.identity, []).append(each)
    steps = [step for place in places.values() for step in _steps_of_place(place)]
    return sorted(steps, key=lambda step: (not step.is_timed, (step.after.captured_at or "").rstrip("Z")))


def _steps_of_place(sightings: Sequence[Seen]) -> list[Step]:
    timed = [each for each in sightings if each.captured_at is not None]
    shown = {each.version for each in timed}
    rest: dict[int, Seen] = {}
    for each in sightings:
        if each.captured_at is None and each.version not in shown:
            rest.setdefault(each.version, each)
    steps: list[Step] = []
    before: Seen | None = None
    known = (
        next((each.facts for each in timed if not each.is_cut), Facts())
        if timed and timed[0].is_cut
        else Facts()
    )
    for after in (*timed, *rest.values()):
        told = (
            replace(after.facts, status=known.status, lines=known.lines, struck=known.struck)
            if after.is_cut
            else after.facts
        )
        facts = settled(told, known)
        if before is not None and (after.version != before.version or differ(known, facts)):
            steps.append(Step(before, after, known, facts, after.captured_at is not None))
        before, known = after, facts
    return steps
