"""The lines of a text that are read one by one for marks: whole paragraphs, or the lines that a program wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model import Span
from onrecord.text import is_wrapped, wrap_width

Line = tuple[int, int, bool]
"""From and to which offset, and whether the paragraph ends with it."""


def article_lines(text: str) -> list[Line]:
    """Return the lines that hold anything; the last of a paragraph says so. A line that nobody wrapped is a paragraph."""
    lines = text.split("\n")
    width = wrap_width(lines)
    return list(_lines(lines, width))


def whole_paragraphs(lines: Sequence[Line]) -> Iterator[Span]:
    """Yield the paragraphs that the lines make."""
    begun: int | None = None
    for start, end, is_last in lines:
        begun = start if begun is None else begun
        if is_last:
            yield begun, end
            begun = None


def _lines(lines: list[str], width: int) -> Iterator[Line]:
    at = 0
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if line.strip():
            goes_on = bool(width) and _goes_on(line, following, width)
            yield at, at + len(line), not goes_on
        at += len(line) + 1


def _goes_on(line: str, following: str, width: int) -> bool:
    return is_wrapped(line, following, width)
