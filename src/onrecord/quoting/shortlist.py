"""Which candidates deserve a close look: told from a rough form of their words, many times quicker to make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.model import Statement
from onrecord.quoting.bits import word_bits
from onrecord.quoting.candidate import Candidate
from onrecord.quoting.place import Block, covered_bits, find_blocks, find_runs, spaced
from onrecord.quoting.quotation import Quotation

_CLOSELY = 6

# Nearly the words of the match form, without spans and without compatibility forms: enough to rank by.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_ROUGH = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:'[^\W\d_]+)*")


class Shortlist(NamedTuple):
    """The candidates to look at closely, the bits of the quotation's words among all, and how many words all hold."""

    candidates: list[Candidate]
    bits: tuple[float, ...]
    words: int


def shortlist(quotation: Quotation, candidates: Sequence[Candidate]) -> Shortlist:
    """Return the likeliest candidates in the order given.

    Those in which the words stand in a row, those that share most with the quotation, and those that share the most
    telling run with one piece of it, or with one half: a quotation may be joined from several statements.
    """
    rough = [_rough_words(candidate.statement) for candidate in candidates]
    bits = word_bits(quotation.words, rough)
    total = sum(map(len, rough))
    if len(candidates) <= _CLOSELY:
        return Shortlist(list(candidates), bits, total)
    breaks = {mark.at for mark in quotation.marks}
    needle = spaced(quotation.words)
    chosen = {index for index, words in enumerate(rough) if find_runs(needle, spaced(words))}
    blocks = [
        find_blocks(index, quotation.words, bits, breaks, words, 50) for index, words in enumerate(rough)
    ]
    told = [covered_bits(each, bits) for each in blocks]
    chosen |= set(sorted(range(len(blocks)), key=lambda index: (-told[index], index))[:_CLOSELY])
    chosen |= set(strongest_of_each(quotation, blocks, bits))
    return Shortlist([candidates[index] for index in sorted(chosen)], bits, total)


def strongest_of_each(
    quotation: Quotation, blocks: Sequence[Sequence[Block]], bits: Sequence[float]
) -> list[int]:
    """Return for each piece of the quotation, and each half of it, the index of the list with the most telling block."""
    edges = [0, *sorted({mark.at for mark in quotation.marks}), len(quotation.words)]
    middle = len(quotation.words) // 2
    stretches = {(0, middle), (middle, len(quotation.words)), *pairwise(edges)}
    strongest = []
    for start, end in sorted(stretches):
        worths = [
            max([_within(block, start, end, bits) for block in each if block.quoted < end], default=0.0)
            for each in blocks
        ]
        if worths and max(worths) > 0:
            strongest.append(worths.index(max(worths)))
    return strongest


def _within(block: Block, start: int, end: int, bits: Sequence[float]) -> float:
    return sum(bits[max(start, block.quoted) : min(end, block.quoted + block.length)])


def _rough_words(statement: Statement) -> list[str]:
    words: list[str] = []
    for turn in statement.turns:
        words += _ROUGH.findall(turn.text.casefold().replace("’", "'"))
    return words
