"""What one page tells of its site: where each block stands, and what kind of text it is; not the text itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from onrecord.reading.identity import normalised_address
from onrecord.reading.page.blocks import Block, Head, PageBlocks, may_be_dated
from onrecord.reading.page.shape import shape_block, shape_elements
from onrecord.reading.parts.notices import Entry, find_entries
from onrecord.reading.parts.titles import kinds_of
from onrecord.reading.rules import Guide
from onrecord.reading.site.echoes import is_echo, quoted_words, spaced, text_of
from onrecord.reading.site.undated import find_undated
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.words.dates import find_dates, whole_date

_LONGEST_TITLE = 300
_SHORTEST_TITLE = 12
_LONGEST_DATED = 80
_LONGEST_SIGNATURE = 60
_WORDS = 60
_MOST_STEPS = 1_000_000
_MONTHS = 12
_MOST_LEADS = 4
_LONGEST_LEAD = 2_000
_FIGURES = re.compile(r"\d+")
_IN_FIGURES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/\d{4}(?!\d)")


class Trait(NamedTuple):
    """A block of a page: the elements around it by id, its shape, a digest of its text, and what can be told of it alone.

    `head`: the text of a line that could be a title. `named`: a line that could be a name, as below a letter; `sentence`: it
    ends as one, or as an address does. `pattern` is the digest of the text with its figures aside: clocks, counters and
    datelines are the same on all pages. `day`: a date and nothing else.
    `lead`: the digest of what stands before a link at the block's end, 0 for nothing.
    `quoted`: wholly in quotation marks; `echo`: its words stand in another block too.
    """

    path: tuple[int, ...]
    shape: int
    text: int
    pattern: int
    length: int
    linked: int
    level: int
    listed: bool
    head: str | None
    named: bool
    sentence: bool
    dates: tuple[str, ...]
    day: bool
    lead: int
    quoted: bool
    echo: bool


class Sketch(NamedTuple):
    """A page: its place, the shapes of its elements by id, its blocks, the titles it claims, those its links give others."""

    address: str
    digest: str
    captured_at: str | None
    shapes: tuple[int, ...]
    traits: tuple[Trait, ...]
    claims: frozenset[int]
    linked: frozenset[int]
    ordered: tuple[str, ...]
    """For each date in figures that allows one order of day and month alone: "dmy" or "mdy"."""
    says: bool = False
    """Whether a title that the page claims names a kind of statement."""


def sketch_page(page: PageBlocks, url: str, digest: str, captured_at: str | None) -> Sketch | None:
    """Return the sketch of a page of markup; None where more elements stand around its blocks than anybody writes."""
    blocks = page.blocks
    if sum(len(block.path) for block in blocks) > _MOST_STEPS:
        return None
    shapes = shape_elements(page)
    entries = find_entries(blocks, range(len(blocks)), url, Guide(), may_be_dated(page.text, blocks))
    listed = {index for entry in entries for index in listed_blocks(entry, blocks)} | find_undated(
        blocks, shapes
    )
    prose = text_of(block for index, block in enumerate(blocks) if index not in listed)
    lone = Counter(shape_block(block, shapes) for block in blocks)
    traits = tuple(_trait(block, index in listed, shapes, prose, lone) for index, block in enumerate(blocks))
    linked = frozenset(text_digest(page.text[slice(*link.span)]) for block in blocks for link in block.links)
    return Sketch(
        normalised_address(url), digest, captured_at, shapes, traits,
        claimed(page.head), linked, _orders(blocks), any(map(kinds_of, _pieces(_claims(page.head)))),
    )  # fmt: skip


def listed_blocks(entry: Entry, blocks: Sequence[Block]) -> Iterable[int]:
    """Return the blocks of an entry; without what stands below its title where that is no lead but a page's own words."""
    lead = sum(len(blocks[index].text) for index in entry.lead_blocks)
    whole = len(entry.lead_blocks) <= _MOST_LEADS and lead <= _LONGEST_LEAD
    return entry.blocks if whole else (index for index in entry.blocks if index not in entry.lead_blocks)


def _trait(
    block: Block, listed: bool, shapes: tuple[int, ...], prose: str, standing: Mapping[int, int]
) -> Trait:
    shape = shape_block(block, shapes)
    quoted = quoted_words(block.text) is not None
    named = len(block.text) <= _LONGEST_SIGNATURE and is_name_like(block.text)
    may_echo = not (listed or block.links) and (quoted or (standing[shape] == 1 and not named))
    linked = sum(link.span[1] - link.span[0] for link in block.links)
    dates = find_dates(block.text) if len(block.text) <= _LONGEST_DATED else []
    return Trait(
        block.path,
        shape,
        text_digest(block.text),
        pattern_digest(block),
        len(block.text),
        linked,
        block.level,
        listed,
        block.text
        if not (listed or linked) and _SHORTEST_TITLE <= len(block.text) <= _LONGEST_TITLE
        else None,
        named,
        ends_as_sentence(block.text) or block.text.endswith((",", "，", "،", ":", "：")),
        tuple(dated.iso for dated in dates),
        bool(dates) and whole_date(block.text) is not None,
        lead_digest(block),
        quoted,
        may_echo and is_echo(block.text, prose.replace(spaced(block.text), "", 1)),
    )


def _orders(blocks: Iterable[Block]) -> tuple[str, ...]:
    orders = []
    for block in blocks:
        for match in _IN_FIGURES.finditer(block.text) if "/" in block.text else ():
            first, second = int(match[1]), int(match[2])
            if max(first, second) > _MONTHS >= min(first, second):
                orders.append("dmy" if first > _MONTHS else "mdy")
    return tuple(orders)


def claimed(head: Head) -> frozenset[int]:
    """Return the digests of the titles that a page claims: each whole, and without what may be the site's name."""
    return frozenset(text_digest(claim) for claim in _pieces(_claims(head)))


def _claims(head: Head) -> list[str | None]:
    return [head.title, *(value for name, value in head.metadata if name.endswith("title"))]


def _pieces(claims: Iterable[str | None]) -> Iterable[str]:
    """A page's title whole, and what stands before and behind the marks that part it from the site's name."""
    for claim in claims:
        if claim and len(claim) <= _LONGEST_TITLE:
            yield claim
            for mark in (" | ", " - ", " – ", " — ", " :: ", " » "):
                if mark in claim:
                    yield from (claim.rpartition(mark)[0], claim.partition(mark)[2], claim.partition(mark)[0])


def lead_digest(block: Block) -> int:
    """Return a digest of what stands before the links at a block's end, 0 where that is nothing or more than the links."""
    if not block.links or len(block.text) > _LONGEST_TITLE or block.span[1] - block.links[-1].span[1] > 1:
        return 0
    lead = block.text[: block.links[0].span[0] - block.span[0]].strip()
    linked = sum(link.span[1] - link.span[0] for link in block.links)
    leads = lead and linked >= max(_SHORTEST_TITLE, len(lead)) and 2 * linked >= len(block.text)
    return text_digest(lead) if leads else 0


def pattern_digest(block: Block) -> int:
    """Return a digest of a block's words with its figures aside, and of whether it is a link: a title is no entry of a list."""
    return _pattern_digest(block.text, block.is_linked)


@lru_cache(16_384)
def _pattern_digest(text: str, linked: bool) -> int:
    return text_digest(("\0" if linked else "") + _FIGURES.sub("0", text))


@lru_cache(16_384)
def text_digest(text: str) -> int:
    """Return a digest of a text's first sixty words as printed; case and white space aside."""
    words = " ".join(text.split(None, _WORDS)[:_WORDS]).casefold()
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest()) >> 12
