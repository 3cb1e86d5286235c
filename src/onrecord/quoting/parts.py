"""The parts of an explained quotation: where each stands, and how one part leads to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from onrecord.model import Turn
from onrecord.quoting.align import Step
from onrecord.quoting.quotation import Mark
from onrecord.quoting.stream import Stream

Border = Literal["first", "turn", "omit", "jump"]


class Part(NamedTuple):
    """Words [said, said_end) of one turn that stand as words [quoted, quoted_end); `border`: how the quotation got here."""

    border: Border
    candidate: int
    turn: int
    said: int
    said_end: int
    quoted: int
    quoted_end: int


def split_parts(steps: Sequence[Step], streams: Sequence[Stream]) -> list[Part]:
    """Return the parts in the order of the quotation, parted by omissions, jumps and the borders of turns."""
    parts: list[Part] = []
    border: Border = "first"
    for step in steps:
        if step.tag in ("omit", "jump"):
            border = "jump" if "jump" in (step.tag, border) else "omit"
            continue
        if step.tag in ("insert", "delete"):
            continue
        for piece in _by_turn(step, streams[step.candidate]):
            last = parts[-1] if parts else None
            if last and border in ("first", "turn") and last.turn == piece.turn:
                parts[-1] = Part(*last[:4], piece.said_end, last.quoted, piece.quoted_end)
                continue
            how: Border = "first" if not parts else "turn" if border == "first" else border
            parts.append(Part(how, *piece[1:]))
            border = "turn"
    return parts


def same_voice(first: Turn, second: Turn) -> bool:
    """Return whether two turns are known to be one speaker's; unnamed speakers of two turns are not."""
    if first.n == second.n:
        return True
    if first.speaker is not None or second.speaker is not None:
        return first.speaker == second.speaker and first.role == second.role
    named = first.label is not None and first.label == second.label
    return named and first.role == second.role and first.role != "questioner"


def marks_between(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """Return the quotation's marks that stand between its words `start - 1` and `end`."""
    return [mark for mark in marks if start <= mark.at <= end]


def _by_turn(step: Step, stream: Stream) -> Iterator[Part]:
    said, quoted = step.said, step.quoted
    while said < step.said_end:
        turn = stream.turn_at(said)
        end = min(step.said_end, stream.end_of(turn))
        quoted_end = step.quoted_end if end == step.said_end else min(step.quoted_end, quoted + end - said)
        yield Part("first", step.candidate, turn, said, end, quoted, quoted_end)
        said, quoted = end, quoted_end
