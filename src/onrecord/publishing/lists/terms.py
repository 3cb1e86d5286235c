"""How much of a statement is published: all of it, an excerpt, or what is known of it without its words. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, get_args

from msgspec.structs import replace

from onrecord.model import Aside, Held, Hit, Turn
from onrecord.publishing.lists.messages import cut_lead, first_spoken

Level = Literal["full", "excerpt", "metadata"]
LEVELS: tuple[str, ...] = get_args(Level)

MOST = 300
"""Code points of an excerpt; and never more than a third of the words, so that a short text is not all excerpt."""

MOST_AROUND = 90
"""Characters that a search shows of a source that is published as excerpts: the words found, and what stands around them."""

_NEAR = 20

Told = Callable[[str | None], str | None]
"""Tells which level the keeper's source file names for a source, None where it names none."""


Own = Callable[[str | None], bool]
"""Tells whether a source's messages are the keeper's own, as its file says."""

WITHDRAWN = "withdrawn"
"""How much is published of a message that its keeper took back: no word of it."""


def _nobodys(source: str | None) -> bool:
    return False


class Terms(NamedTuple):
    """Which sources are published how: as their files tell, else as the site's profile does; and whose messages they are.

    The keeper's own are published in full where nothing else is told of them.
    """

    told: Told
    otherwise: str
    is_own: Own = _nobodys

    def level(self, source: str | None) -> str:
        """Return how much of a source's statements is published."""
        return self.told(source) or ("full" if self.is_own(source) else self.otherwise)

    def held(self, held: Held) -> tuple[Held, str]:
        """Return a version as it may be published, and how much of it that is."""
        level = self.level_of(held)
        return cut_held(held, level), level

    def level_of(self, held: Held) -> str:
        """Return how much of a version is published."""
        return self.level(held.listed.source) if held.listed.withdrawn is None else WITHDRAWN


def cut_found(hit: Hit, level: str) -> Hit:
    """Return a hit with as many of its words as the level allows: of a source shown as excerpts, those that were found and few around.

    Whoever searches on and on can still put a text together of them; a source of which that must not be is `metadata`.
    """
    if level == "full":
        return hit
    if level != "excerpt" or not hit.spans:
        return replace(hit, snippet="", spans=())
    start, end = hit.spans[0]
    begin = _word_begin(hit.snippet, max(0, start - MOST_AROUND // 2))
    stop = _word_end(hit.snippet, max(end, begin + MOST_AROUND))
    before, after = "…" if begin else "", "…" if stop < len(hit.snippet) else ""
    shift = len(before) - begin
    spans = tuple((a + shift, b + shift) for a, b in hit.spans if begin <= a and b <= stop)
    return replace(hit, snippet=before + hit.snippet[begin:stop].rstrip() + after, spans=spans)


def _word_begin(text: str, at: int) -> int:
    """Return where the word at a place ends and the next begins, if that is near; the place itself in scripts without spaces."""
    space = text.find(" ", at, at + _NEAR) if at else -1
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", max(0, at - _NEAR), at)
    return space if space >= 0 else at


def cut_held(held: Held, level: str) -> Held:
    """Return a version with as many of its words as the level allows."""
    if level == "full":
        return held
    turns = (_excerpt(held.statement.turns),) if level == "excerpt" else ()
    kept = tuple(turn for turn in turns if turn is not None)
    return replace(held, statement=replace(held.statement, turns=kept))


def length_of(held: Held) -> int:
    """Return how many characters a version's turns have."""
    return sum(len(turn.text) for turn in held.statement.turns)


def _excerpt(turns: tuple[Turn, ...]) -> Turn | None:
    """Return the first official turn, else the first, cut; None where so little may be shown that it says nothing."""
    first = first_spoken(turns)
    room = min(MOST, sum(len(turn.text.strip()) for turn in turns) // 3)
    if first is None or room < 1:
        return None
    cut = cut_lead(first.text, room)
    shown = cut.rstrip("…") if not first.text.startswith(cut) else cut
    if not shown.strip():
        return None
    kept = len(shown)
    return replace(
        first,
        text=cut,
        span=(first.span[0], first.span[0] + kept),
        directions=_within(first.directions, kept),
        editorial=_within(first.editorial, kept),
    )


def _within(asides: tuple[Aside, ...], length: int) -> tuple[Aside, ...]:
    """Return the asides that begin before the cut, cut as the text is."""
    kept = (aside for aside in asides if aside.span[0] < length or aside.span == (0, 0))
    return tuple(replace(aside, span=(aside.span[0], min(aside.span[1], length))) for aside in kept)
