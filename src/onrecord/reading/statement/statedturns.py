"""Turns whose format tells them: the role that it states, nobody where it names nobody, directions where it marks them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Aside, Role, Span
from onrecord.reading.page.blocks import APART, DIRECTION, STATED_ROLE, Block
from onrecord.reading.turns.asides import find_asides
from onrecord.reading.turns.stated import TURN, after, stated_speaker
from onrecord.reading.turns.turns import Stretch
from onrecord.reading.turns.who import Who

_ROLES: dict[str, Role] = {
    role: role for role in ("official", "questioner", "chair", "interpreter", "narration")
}


def as_stated(stretch: Stretch, who: Who, blocks: Sequence[Block]) -> Who:
    """Return who speaks a turn: whom the format names, else by the label, else nobody; in the role that it states, if it does."""
    first = blocks[stretch.label.block if stretch.label else stretch.blocks[0]]
    if stretch.rule == TURN:
        who = Who(None, None, "speaker.untold", "role.untold")
    elif named := stated_speaker(first):
        who = who._replace(speaker=named.name, identified_by="speaker.stated")
    role = _ROLES.get(after(first, STATED_ROLE))
    return who._replace(role=role, played_by="role.stated") if role else who


def stated_asides(
    words: str, stretch: Stretch, blocks: Sequence[Block]
) -> tuple[tuple[Aside, ...], tuple[Aside, ...]]:
    """Return the directions and the insertions of a turn: what stands apart or in italics, which mark nothing else here."""
    at, end = stretch.span
    apart = [blocks[i].span for i in stretch.blocks if DIRECTION in blocks[i].places]
    italic = [span for i in stretch.blocks if APART not in blocks[i].places for span in blocks[i].italic]
    marked = {(first - at, last - at) for first, last in (*apart, *italic) if at <= first and last <= end}
    corrected = [
        span for i in stretch.blocks for span in blocks[i].inserted if at <= span[0] and span[1] <= end
    ]
    inserted: set[Span] = {(first - at, last - at) for first, last in (*stretch.insertions, *corrected)}
    directions, editorial = find_asides(words, tuple(sorted(marked | inserted)))
    told = [one for one in editorial if one.span in marked]
    return (
        tuple(sorted((*directions, *told), key=lambda one: one.span)),
        tuple(one for one in editorial if one.span not in marked),
    )
