"""The title of a page that sets everything side by side: what is left above its words when the site's own lines are gone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onrecord.reading.page.blocks import Block, PageBlocks, may_be_dated
from onrecord.reading.parts.notices import find_entries
from onrecord.reading.parts.titles import kinds_of
from onrecord.reading.rules import Guide
from onrecord.reading.site.echoes import quoted_words
from onrecord.reading.site.sketch import claimed, listed_blocks, pattern_digest, text_digest
from onrecord.reading.site.undated import find_undated
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.dates import find_dates

_LEAST_WORDS = 60
_LEAST_TITLE = 12
_MOST_TITLE = 300
_LONGEST_DATED = 80
_FAR = 8
_OF_ADDRESS = ",，،:："


def find_title(
    page: PageBlocks, shapes: tuple[int, ...], lines: Collection[int], *, called_alone: bool = False
) -> int | None:
    """Return the block of the title, None where nothing tells it; `lines` are digests of the lines that pages share.

    `called_alone`: only what the page's head calls so.
    """
    blocks = page.blocks
    listed = find_undated(blocks, shapes) | {
        index
        for entry in find_entries(blocks, range(len(blocks)), None, Guide(), may_be_dated(page.text, blocks))
        for index in listed_blocks(entry, blocks)
    }
    own = [
        index
        for index, block in enumerate(blocks)
        if index not in listed and not block.is_linked and pattern_digest(block) not in lines
    ]
    named = frozenset(claimed(page.head))
    may = [index for index in own if _may_be_title(blocks[index])]
    if called := next((index for index in may if text_digest(blocks[index].text) in named), None):
        return called
    if called_alone:
        return None
    words = next((place for place, index in enumerate(own) if _is_words(blocks[index])), None)
    return _nearest(blocks, own[max(words - _FAR, 0) : words]) if words else None


def _nearest(blocks: Sequence[Block], above: Sequence[int]) -> int | None:
    """The heading or bold line that stands nearest above the words, else the line that names a kind of statement, or any."""
    may = [index for index in reversed(above) if _may_be_title(blocks[index])]
    return next(
        (index for index in may if blocks[index].level or blocks[index].is_bold), may[0] if may else None
    )


def _may_be_title(block: Block) -> bool:
    dated = len(block.text) <= _LONGEST_DATED and bool(find_dates(block.text)) and not kinds_of(block.text)
    heads = block.level or block.is_bold
    if not _LEAST_TITLE <= len(block.text) <= _MOST_TITLE or block.text[0] in '[(“«„"':
        return False
    return bool(heads) or not (dated or ends_as_sentence(block.text))


def _is_words(block: Block) -> bool:
    quoted = quoted_words(block.text) is not None  # another message's, in a box
    return len(block.text) >= _LEAST_WORDS and ends_as_sentence(block.text) and not quoted
