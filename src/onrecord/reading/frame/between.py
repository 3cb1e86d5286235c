"""Lines of the site between a body's words: credits and captions of pictures, players, one link to another message."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.sitelines import heads_related, stands_between
from onrecord.reading.words.speech import SALUTATION

_LONGEST = 90  # characters
_NEAR_TOP = 8  # blocks
_MOST_RELATED = 3  # links below a head
_SAID_BY_NOBODY = frozenset(("credit", "caption", "media"))
_OF_SITES = frozenset(("share", "download", "print"))
"""Kinds of links that may stand between words."""


def without_site_lines(blocks: Sequence[Block], body: Sequence[int]) -> tuple[int, ...]:
    """Return a body without the lines of the site between its words; what stands behind them is told apart by itself."""
    last = next((n for n in range(len(body), 0, -1) if ends_as_sentence(blocks[body[n - 1]].text)), 0)
    left: list[int] = []
    related = 0
    for position, index in enumerate(body):
        block = blocks[index]
        if position >= last:
            left.append(index)
        elif related and (block.is_linked or not ends_as_sentence(block.text)):
            related -= 1
        elif len(block.text) <= _LONGEST and is_related_head(blocks, body, position):
            related = _MOST_RELATED
        else:
            related = 0
            captioned = (
                "figcaption" in block.places and left and _is_caption_amid(blocks, body, position, left)
            )
            if not captioned and (len(block.text) > 2 * _LONGEST or not _is_of_site(block, position)):
                left.append(index)
    return tuple(left) if len(left) < len(body) else tuple(body)


def _is_caption_amid(
    blocks: Sequence[Block], body: Sequence[int], position: int, said: Sequence[int]
) -> bool:
    """Whether the caption stands below a sentence, and nobody is greeted below it: then the words have begun above."""
    if not ends_as_sentence(blocks[said[-1]].text):
        return False
    below = blocks[body[position + 1]].text if position + 1 < len(body) else ""
    return SALUTATION.match(below) is None


def is_related_head(blocks: Sequence[Block], body: Sequence[int], position: int) -> bool:
    """Whether a short line says that other messages follow, and the next is a link, or ends no sentence in a plain text."""
    text = blocks[body[position]].text
    if len(text) > _LONGEST or position + 1 >= len(body):
        return False
    below = blocks[body[position + 1]]
    return (below.is_linked or not (below.path or ends_as_sentence(below.text))) and heads_related(text)


def _is_of_site(block: Block, position: int) -> bool:
    if block.level or "figcaption" in block.places:
        return False
    kind = stands_between(block.text, linked=block.is_linked)
    if kind == "views":
        return position < _NEAR_TOP
    return kind in _SAID_BY_NOBODY or (block.is_linked and kind in _OF_SITES)
