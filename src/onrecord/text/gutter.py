"""Transcripts whose lines are counted in the margin, as courts and inquiries print them: the words without the numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# "          10   MR PELL:  Captain Verne, could you": the number of a line, and what stands on it
_COUNTED = re.compile(r"[^\S\n]*(?P<number>\d{1,2})(?:(?P<gap>[^\S\n]+)(?P<words>\S.*)|[^\S\n]*)")
_MOST = 60  # lines of a page
_LEAST = 8
_NEARLY_ALL = 0.8
_IN_TURN = 0.9
# "MR PELL:  Good morning", "Q.  And who", "A  I did": what begins with who speaks begins a paragraph
_OPENS = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .,'’()-]{1,50}(?:\([^()]*\))?:(?:\s|$)|[QA][.:]?\s{2,}(?=\S)|[QA][.:]\s+(?=\S)|\(|\[|--- "
)
_ENDED = re.compile(r"(?:[.?!:)\]]|--|—)[\"'”’]?\s*$")
_SET_IN = 3  # columns
_SHORT = 12  # columns before the longest line's end


def without_line_numbers(lines: Sequence[str]) -> list[str]:
    """Return the lines of a text with those that are counted in the margin as paragraphs; empty where none are.

    A line that is set in, begins with who speaks, or stands behind a short one that ends a sentence begins a paragraph.
    """
    if not any(line.strip()[:1].isdigit() for line in lines):
        return []
    filled = [(at, line.rstrip()) for at, line in enumerate(lines) if line.strip()]
    matched = [(at, _COUNTED.fullmatch(line)) for at, line in filled]
    counted = [(at, match) for at, match in matched if match]
    if len(counted) < _LEAST or not _run_on([match for _, match in counted]):
        return []
    first, last = counted[0][0], counted[-1][0]
    inside = [(lines[at].strip(), match) for at, match in matched if first <= at <= last]
    if len(counted) < _NEARLY_ALL * len(inside):
        return []
    return [*lines[:first], *_paragraphs(inside), *lines[last + 1 :]]


def _paragraphs(found: Sequence[tuple[str, re.Match[str] | None]]) -> list[str]:
    columns = sorted(match.start("words") for _, match in found if match and match["words"])
    if not columns:
        return []
    margin = columns[len(columns) // 10]
    widest = max(match.end("words") for _, match in found if match and match["words"])
    paragraphs: list[str] = []
    hanging, lines_in, before = margin, 0, ""
    for line, match in found:
        if match is None:
            paragraphs.append(line)
            lines_in, before = 0, ""
            continue
        words = (match["words"] or "").rstrip()
        if not words:
            continue
        column = match.start("words")
        short = len(before) < widest - margin - _SHORT
        if (
            not lines_in
            or _OPENS.match(words)
            or (lines_in > 1 and column - hanging >= _SET_IN)
            or (short and _ENDED.search(before))
            or (words.isupper() and len(words.split()) > 1 and short)
        ):
            paragraphs.append(words)
            lines_in = 1
        else:
            paragraphs[-1] += f" {words}"
            hanging, lines_in = column, lines_in + 1
        before = words
    return paragraphs


def _run_on(counted: Sequence[re.Match[str]]) -> bool:
    """Whether each number is the one behind that before it, or the first of a page."""
    numbers = [int(match["number"]) for match in counted]
    pairs = list(pairwise(numbers))
    running = sum(after == before + 1 for before, after in pairs)
    fresh = sum(after <= 1 < before for before, after in pairs)
    return max(numbers) <= _MOST and running >= _LEAST - 1 and running + fresh >= _IN_TURN * len(pairs)
