"""Heads and feet of printed pages, which stand in the middle of the words where a program made one page of many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from onrecord.reading.page.blocks import Block

RUNNING = "running"
"""The place of a block that is a head or foot of a printed page."""
_LONGEST = 120
_LONGEST_BESIDE = 400
_BESIDE = 4  # blocks
_SAID = 40
# as in "14 May 2031   ASSEMBLY DEBATES   12", or "12   Thursday, 14 May 2031 (P)"
_FIRST = re.compile(r"\d{1,4}")
_LAST = re.compile(r"(?<=\s)\d{1,4}\Z")
_LETTER = re.compile(r"[^\W\d_]")
_ENDS = tuple(".!?:;…\"'”’»)]—–-")


def with_running_lines(blocks: list[Block]) -> list[Block]:
    """Return the blocks, those of heads and feet of printed pages in the place RUNNING.

    A head is a line that comes back with the next number, and breaks a sentence at least once: a numbered heading does not.
    """
    heads = _heads(blocks)
    if not heads:
        return blocks
    running = set(heads) | _beside(blocks, heads)
    return [
        msgspec.structs.replace(block, places=block.places | {RUNNING}) if index in running else block
        for index, block in enumerate(blocks)
    ]


def without_running(blocks: Sequence[Block], indices: Sequence[int]) -> Sequence[int]:
    """Return the indices given but for those of heads and feet; these themselves on nearly all pages, which have none."""
    left = [index for index in indices if RUNNING not in blocks[index].places]
    return left if len(left) < len(indices) else indices


def _heads(blocks: Sequence[Block]) -> list[int]:
    """The lines that are alike but for a number, which goes up by one each time, and that break a sentence."""
    # Left pages have the number before their words, right ones behind.
    alike: dict[str, list[tuple[int, int]]] = {}
    for index, block in enumerate(blocks):
        text = block.text
        if len(text) > _LONGEST or not (text[0].isdigit() or text[-1].isdigit()):
            continue
        if not _LETTER.search(text):
            continue
        if first := _FIRST.match(text):
            alike.setdefault(text[first.end() :].strip(), []).append((index, int(first[0])))
        # Its last four characters and the blank before them
        if last := _LAST.search(text, max(len(text) - 6, 0)) if text[-1].isdigit() else None:
            alike.setdefault(text[: last.start()].strip(), []).append((index, int(last[0])))
    heads = []
    for members in alike.values():
        numbers = [number for _, number in members]
        indices = [index for index, _ in members]
        if len(members) < 2 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            continue
        if any(_breaks(blocks, index) for index in indices):
            heads += indices
    return sorted(heads)


def _breaks(blocks: Sequence[Block], index: int) -> bool:
    """Whether a sentence begins above a line, and goes on below it; what stands right above may be the foot of the page."""
    below = blocks[index + 1].text if index + 1 < len(blocks) else ""
    if not below or not (below[0].islower() or below[0].isdigit()):
        return False
    above = (block.text for block in blocks[max(index - 1 - _BESIDE, 0) : index])
    return any(len(text) >= _SAID and not text.endswith(_ENDS) for text in above)


def _beside(blocks: Sequence[Block], heads: Sequence[int]) -> set[int]:
    """The lines right above or below heads that come back word for word, or are a number: feet, and what else heads hold."""
    counts = Counter(block.text for block in blocks)
    known = set(heads)
    texts = set()
    numbers = set[int]()
    for head in heads:
        for step in (-1, 1):
            at = head + step
            while 0 <= at < len(blocks) and abs(at - head) <= _BESIDE:
                text = blocks[at].text
                if text.isdigit() and at not in known:
                    numbers.add(at)
                elif counts[text] < 2 or at in known or len(text) > _LONGEST_BESIDE:
                    break
                else:
                    texts.add(text)
                at += step
    return numbers | {index for index, block in enumerate(blocks) if block.text in texts}
