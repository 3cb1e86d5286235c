"""What became of one statement, told from the captures of its addresses in order of time: shown, gone, refused, sent on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from onrecord.revising.runs import Seen, Step, find_steps

Absence = Literal["gone", "blocked", "moved", "replaced"]


class Absent(NamedTuple):
    """A capture of a statement's address that shows something else: the page is gone, refused, to be had elsewhere, or another one.

    `why` says so in words, `code` is that of its issue; `target` is where it is to be had.
    """

    captured_at: str | None
    absence: Absence
    why: str
    position: int
    url: str | None
    digest: str
    target: str | None = None


class Happened(NamedTuple):
    """One thing that became of a statement: what, and the captures that show it; `step` where the text changed.

    `before` is the last capture that showed the statement. `number` counts those of the same kind.
    """

    event: str
    before: Seen | None
    after: Seen | Absent
    number: int
    step: Step | None = None

    @property
    def position(self) -> int:
        """Return the ledger position at which all captures that show it were held."""
        return max(self.after.position, self.before.position if self.before else 0)


def find_happenings(sightings: Sequence[Seen], absences: Sequence[Absent]) -> Iterator[Happened]:
    """Yield what became of a statement, in order; given in order of sight.

    Captures without a time tell that it exists, and what its texts are; not when it was gone.
    """
    if not sightings:
        return
    yield Happened("new", None, sightings[0], 1)
    counted: dict[tuple[str, int, int], int] = {}
    for step in find_steps(sightings):
        key = ("edited", step.before.version, step.after.version)
        counted[key] = counted.get(key, 0) + 1
        yield Happened("edited", step.before, step.after, counted[key], step)
    yield from _find_absences(sightings, absences)


def _find_absences(sightings: Sequence[Seen], absences: Sequence[Absent]) -> Iterator[Happened]:
    every: list[Seen | Absent] = [*sightings, *absences]
    timed = [each for each in every if each.captured_at is not None]
    # Of one second, what shows the statement comes first: it was there.
    timed.sort(key=lambda each: ((each.captured_at or "").rstrip("Z"), isinstance(each, Absent)))
    good: Seen | None = None
    named: str | None = None
    state = ""
    numbers = {"removed": 0, "blocked": 0, "moved": 0, "returned": 0}
    for each in timed:
        if isinstance(each, Seen) and each.identity:
            if each.is_excerpt:
                continue
            # Shown at another address of the source: that the own one is gone does not take the statement away.
            if state == "gone" and good is not None:
                numbers["returned"] += 1
                yield Happened("returned", good, each, numbers["returned"])
                state = "elsewhere"
        elif isinstance(each, Seen):
            if state in ("gone", "moved", "replaced") and good is not None:
                numbers["returned"] += 1
                yield Happened("returned", good, each, numbers["returned"])
            if each.canonical is not None and each.canonical != named and good is not None:
                numbers["moved"] += 1
                yield Happened("moved", good, _named_elsewhere(each), numbers["moved"])
            good, named, state = each, each.canonical, ""
        elif good is not None and _is_news(state, each.absence):
            event = "removed" if each.absence in ("gone", "replaced") else each.absence
            numbers[event] += 1
            yield Happened(event, good, each, numbers[event])
            state = each.absence


def _named_elsewhere(seen: Seen) -> Absent:
    """Return what a page tells that is shown, and names another address as its own from now on."""
    why = "the page names another address as its own"
    return Absent(seen.captured_at, "moved", why, seen.position, seen.url, seen.digest, seen.canonical)


def _is_news(state: str, absence: Absence) -> bool:
    """Whether an absence tells more than is known: a refusal tells nothing of a page that is gone.

    Nor does it matter any more that an address is gone whose statement was shown at another one since; and what becomes of an
    address that another statement has tells nothing of the one before.
    """
    if state == "replaced" or (absence == "blocked" and state in ("gone", "moved", "elsewhere")):
        return False
    return absence != state and not (absence == "gone" and state == "elsewhere")


def is_withdrawn(sightings: Sequence[Seen], absences: Sequence[Absent]) -> bool:
    """Return whether the statement is gone at its source as far as captures tell: the last that tells says so.

    That its address was given to another statement does not: a page of the latest message shows one after the other.
    """
    last = ""
    for happened in _find_absences(sightings, absences):
        if happened.event != "blocked":
            replaced = isinstance(happened.after, Absent) and happened.after.absence == "replaced"
            last = "" if replaced else happened.event
    return last == "removed"
