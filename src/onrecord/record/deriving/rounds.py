"""Sites that show several faces: what pages tell together that are like none of those learnt from before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.model import LearntSite

if TYPE_CHECKING:
    from onrecord.reading import Sketch

MOST_ROUNDS = 5
"""How often what is like none of the pages learnt from so far is learnt from."""


def learn_rounds(sketches: Iterable[Sketch]) -> LearntSite | None:
    """Return what the pages tell, then what those tell together that show none of its layouts, and so on."""
    from onrecord.reading import find_body, learn_site

    pages = list(sketches)
    first = learn_site(pages)
    rounds = [first] if first is not None else []
    while rounds and rounds[-1].layouts and len(rounds) < MOST_ROUNDS:
        pages = [page for page in pages if find_body(page.shapes, rounds[-1]) is None]
        following = learn_site(pages)
        if following is None or not following.layouts:
            break
        rounds.append(learnt_behind(rounds[-1], following))
    return in_rounds(rounds)


def in_rounds(rounds: Sequence[LearntSite]) -> LearntSite | None:
    """Return what was learnt in rounds as one value, each round with the next in it; None for none."""
    chain: LearntSite | None = None
    for each in reversed(rounds):
        chain = replace(each, then=chain)
    return chain


def learnt_behind(before: LearntSite, learnt: LearntSite) -> LearntSite:
    """Return what was learnt of the pages that the rounds before say nothing of, with what is the site's on all of its pages."""

    def both(one: Iterable[int], other: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted({*one, *other}))

    return replace(
        learnt,
        id=sha256(f"{before.id} {learnt.id}".encode()).hexdigest()[:16],
        day_month_order=learnt.day_month_order or before.day_month_order,
        datelines=both(before.datelines, learnt.datelines),
        lines=both(before.lines, learnt.lines),
        heads=both(before.heads, learnt.heads),
        leads=both(before.leads, learnt.leads),
    )
