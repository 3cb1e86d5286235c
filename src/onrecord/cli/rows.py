"""Rows of text for people: aligned and folded on a terminal, one unbroken line a row where there is none.

Captured text becomes plain `Text` here, on one line, with control and bidi characters made visible: never markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from onrecord import visible

Row = tuple[str | Text, ...]
Span = tuple[int, int]

_LEAST_ROOM = 20
_SPACES = re.compile(r"\s+")


def plain(text: str | None) -> str:
    """Return captured text on one line, nothing in it unseen."""
    return " ".join(visible(text or "").split())


def marked(words: str, spans: Iterable[Span], around: str = "") -> Text:
    """Return captured text on one line with the stretches at the spans in bold; spans count in `words` as given.

    `around` is put before and after each stretch, where bold is not seen.
    """
    text, at = Text(), 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(max(end, at), len(words))
        text.append(_on_one_line(words[at:start]))
        if start < end:
            text.append(around + _on_one_line(words[start:end]) + around, "bold")
        at = max(end, at)
    return text.append(_on_one_line(words[at:]))


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: "1 turn", "1,204 turns"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def show_heading(console: Console, heading: str, *, indent: int = 0) -> None:
    """Print a line in bold, folded at the width of the terminal."""
    show_rows(console, [(Text(heading, "bold"),)], indent=indent)


def show_unfolded(console: Console, line: str, *, indent: int = 0) -> None:
    """Print a line that the terminal itself may wrap, so that it can be copied whole."""
    console.print(Text(" " * indent + line), soft_wrap=True)


def show_rows(console: Console, rows: Iterable[Row], *, indent: int = 0, clip: bool = False) -> None:
    """Print rows whose last column folds, or with `clip` is cut, at the width of the terminal."""
    texts = [tuple(_text(cell) for cell in row) for row in rows]
    margin = Text(" " * indent)
    if console.soft_wrap:
        for row in texts:
            console.print(margin + Text("  ").join(cell for cell in row if cell.plain))
        return
    widths = [
        min(max(cell.cell_len for cell in column), console.width // 3) for column in zip(*texts, strict=True)
    ]
    room = max(console.width - indent - sum(width + 2 for width in widths[:-1]), _LEAST_ROOM)
    for *narrow, last in texts:
        before = margin.copy()
        for cell, width in zip(narrow, widths, strict=False):
            cell.truncate(width, overflow="ellipsis", pad=True)
            before.append_text(cell).append("  ")
        if clip:
            last.truncate(room, overflow="ellipsis")
        for line in last.wrap(console, room) or [Text()]:
            line.rstrip()
            console.print(before + line, no_wrap=True, overflow="ignore", crop=False)
            before = Text(" " * before.cell_len)


def stream_rows(console: Console, rows: Iterable[Row]) -> None:
    """Print rows: all at once on a terminal, which needs them to align them, and each as it comes elsewhere."""
    if console.soft_wrap:
        for row in rows:
            show_rows(console, [row])
    else:
        show_rows(console, rows)


def _text(cell: str | Text) -> Text:
    return cell if isinstance(cell, Text) else Text(cell)


def _on_one_line(stretch: str) -> str:
    # Each stretch is made visible by itself, so that the spans still name the same words.
    return _SPACES.sub(" ", visible(stretch))
