"""What the format of a page tells of its turns, where we wrote the page out of one that does: TEI, Akoma Ntoso."""

from __future__ import annotations

import msgspec

from onrecord.reading.page.blocks import (
    APART,
    DIRECTION,
    NAMES_SPEAKER,
    OPENS_TURN,
    STATED,
    STATED_NAME,
    STATED_OFFICE,
    STATED_ROLE,
    UNPRINTED,
    PageBlocks,
)
from onrecord.text import (
    APART_MARK,
    DIRECTION_MARK,
    NAME_MARK,
    OFFICE_MARK,
    ROLE_MARK,
    SPEAKER_MARK,
    TURN_MARK,
    WHO_MARK,
    WORDS_MARK,
)

_PLACES = {
    WORDS_MARK: frozenset((STATED,)),
    TURN_MARK: frozenset((OPENS_TURN,)),
    SPEAKER_MARK: frozenset((NAMES_SPEAKER,)),
    WHO_MARK: frozenset((NAMES_SPEAKER, UNPRINTED)),
    APART_MARK: frozenset((APART,)),
    DIRECTION_MARK: frozenset((APART, DIRECTION)),
}

_BEGINNINGS = {ROLE_MARK: STATED_ROLE, NAME_MARK: STATED_NAME, OFFICE_MARK: STATED_OFFICE}


def with_stated(page: PageBlocks) -> PageBlocks:
    """Return the page, its blocks with the places that its format tells; only for a page that we wrote ourselves."""
    marks = {n: told for n, one in enumerate(page.elements, 1) if (told := _told(one.name))}
    if not marks:
        return page
    blocks = tuple(
        msgspec.structs.replace(block, places=block.places.union(*there))
        if (there := [marks[number] for number in block.path if number in marks])
        else block
        for block in page.blocks
    )
    return page._replace(blocks=blocks, is_told=True)


def _told(name: str) -> frozenset[str]:
    """The places of what stands in an element of such a name, none where it tells nothing."""
    for mark, place in _BEGINNINGS.items():
        if name.startswith(mark):
            return frozenset((place + name.removeprefix(mark),))
    return _PLACES.get(name, frozenset())
