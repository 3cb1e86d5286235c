"""What a copy has otherwise than the text that it is compared with, in words as printed."""

from __future__ import annotations

from typing import Literal, NamedTuple

from onrecord.witnessing.align import align, regions
from onrecord.witnessing.member import Member

_AROUND = 4


class Difference(NamedTuple):
    """Words that stand otherwise in a copy: as the other has them, as it has them, and a few words before in the other."""

    kind: Literal["replaced", "added", "left_out"]
    old: str
    new: str
    prefix: str


def find_changes(of: Member, copy: Member) -> tuple[Difference, ...]:
    """Return where a copy has other words than the text it is compared with, in order."""
    runs = align(of.words, copy.words)
    found = []
    for region in regions(runs, len(of.words), len(copy.words)):
        old, new = of.printed_between(*region.a), copy.printed_between(*region.b)
        kind: Literal["replaced", "added", "left_out"] = "replaced"
        if not old or not new:
            kind = "added" if new else "left_out"
        start = region.a[0]
        found.append(Difference(kind, old, new, of.printed_between(max(0, start - _AROUND), start)))
    return tuple(found)
