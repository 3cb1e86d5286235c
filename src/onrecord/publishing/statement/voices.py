"""Who speaks in a long sitting, and where: a list before the words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.model import Turn

LONG = 100
"""From so many turns on a statement has such a list."""
_LEAST_VOICES = 3
# Between two turns of one stretch: the one who asks, and the chair who gives them the floor.
_MOST_BETWEEN = 2


class Stretch(NamedTuple):
    """Turns of one speaker that follow each other, but for a word of others between them: the first and the last."""

    first: int
    last: int


class Voice(NamedTuple):
    """Somebody who speaks: the name, else the label as it is printed; how many turns they have, and where."""

    name: str
    turns: int
    stretches: tuple[Stretch, ...]


def view_voices(turns: Sequence[Turn]) -> tuple[Voice, ...]:
    """Return who speaks in a text of many turns, in the order of their first words; nothing of a short one, or where only two speak."""
    if len(turns) < LONG:
        return ()
    numbers: dict[str, list[int]] = {}
    for turn in turns:
        if name := _name_of(turn):
            numbers.setdefault(name, []).append(turn.n)
    if len(numbers) < _LEAST_VOICES:
        return ()
    return tuple(Voice(name, len(its), tuple(_stretches(its))) for name, its in numbers.items())


def _name_of(turn: Turn) -> str | None:
    if turn.speaker:
        return turn.speaker
    return turn.label.strip().rstrip(":：").rstrip() or None if turn.label else None


def _stretches(numbers: Sequence[int]) -> Iterator[Stretch]:
    first = last = numbers[0]
    for n in numbers[1:]:
        if n - last > _MOST_BETWEEN + 1:
            yield Stretch(first, last)
            first = n
        last = n
    yield Stretch(first, last)
