"""The entries of a page that is only a list without days: linked titles of statements one below the other, with their leads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urljoin

from onrecord.model import Notice
from onrecord.reading.frame.layout import Layout
from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.notices import Entry
from onrecord.reading.parts.titles import kinds_of

_AROUND = frozenset(("nav", "aside", "footer", "header", "form"))
_SHORTEST_TITLE = 15
_LEAST = 3  # entries
_MOST_BETWEEN = 2  # blocks: a lead, and who published it
_NAMING = 0.6  # of the titles


def with_undated(layout: Layout, blocks: Sequence[Block], base: str | None) -> Layout:
    """Return the layout of a page without dated entries, with undated ones as its entries; as it is where there are none.

    `base`: the page's address. A list beside a text, or of a site's sections, is none: most titles name a kind of statement.
    """
    entries = tuple(_entries(blocks, base or "")) if not layout.entries else ()
    if not entries:
        return layout
    taken = {index for entry in entries for index in entry.blocks}
    return layout._replace(
        entries=entries,
        body=_without(layout.body, taken),
        endings=_without(layout.endings, taken),
        before_title=_without(layout.before_title, taken),
        outside=_without(layout.outside, taken),
        ended_by={index: rule for index, rule in layout.ended_by.items() if index not in taken},
    )


def _without(indices: Sequence[int], taken: set[int]) -> tuple[int, ...]:
    return tuple(index for index in indices if index not in taken)


def _entries(blocks: Sequence[Block], base: str) -> list[Entry]:
    """The entries of the longest run of titles that are set alike."""
    titles = [index for index, block in enumerate(blocks) if _may_be_title(block)]
    runs: list[list[int]] = []
    for index in titles:
        last = runs[-1][-1] if runs else None
        if last is not None and index - last <= _MOST_BETWEEN + 1 and _set_alike(blocks[last], blocks[index]):
            runs[-1].append(index)
        else:
            runs.append([index])
    # A list beside this one may have the same entries: each address is announced once.
    run = list(
        {blocks[index].links[0].target: index for index in reversed(max(runs, key=len, default=[]))}.values()
    )
    run.sort()
    named = sum(bool(kinds_of(blocks[index].text)) for index in run)
    if len(run) < _LEAST or named < _NAMING * len(run):
        return []
    usual = max(following - index for index, following in pairwise(run))
    ends = [*run[1:], min(run[-1] + usual, len(blocks))]
    return [_entry(blocks, index, end, base) for index, end in zip(run, ends, strict=True)]


def _may_be_title(block: Block) -> bool:
    return block.is_linked and len(block.text) >= _SHORTEST_TITLE and not _AROUND & block.places


def _set_alike(one: Block, other: Block) -> bool:
    return (one.tag, one.level, len(one.path)) == (other.tag, other.level, len(other.path))


def _entry(blocks: Sequence[Block], title: int, end: int, base: str) -> Entry:
    leads = tuple(index for index in range(title + 1, end) if not blocks[index].is_linked)
    lead = "\n".join(blocks[index].text for index in leads) or None
    url = urljoin(base, blocks[title].links[0].target)
    notice = Notice("statement", None, blocks[title].text, lead, url)
    return Entry((title, *leads), notice, leads, "notice.undated_title")
