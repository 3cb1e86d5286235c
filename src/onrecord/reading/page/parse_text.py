"""Plain text to blocks: a line is a block; the text itself is the page's text, unchanged."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.reading.page.blocks import Block, Gap, Head, PageBlocks
from onrecord.text import is_wrapped, without_line_numbers, wrap_width

_LINE = re.compile(r"[^\n]+")
# A text rendering sets the cells of a table row on one line, far apart: "814 days …            806 days …"
_CELL_GAP = re.compile(r"[^\S\n]{16,}")


# Lines of mail that go on: quoted-printable ends them with "=" (RFC 2045, 6.7), most often behind 75 characters
_SOFT_BREAK = re.compile(r"(?<=[^\n]{60})=\n")
_ESCAPED = re.compile(r"(?:=[0-9A-F]{2})+")
_LEAST_BREAKS = 2
# What mails quote of others
_QUOTED = re.compile(r"^>", re.MULTILINE)
_LEAST_QUOTED = 2
_BESIDE, _NOWHERE = frozenset(("aside",)), frozenset[str]()


def parse_text(text: str) -> PageBlocks:
    """Return the lines of the text that hold anything as blocks; a blank line parts paragraphs.

    The lines of a mail in quoted-printable are whole lines again, and the page's text is that of the mail. Where a program
    wrapped the lines, a space stands in it for each line end inside a paragraph; what it quotes stands beside its words. Lines that a court counts in the margin
    are paragraphs without their numbers.
    """
    if "=\n" in text and len(_SOFT_BREAK.findall(text)) >= _LEAST_BREAKS:
        text = _ESCAPED.sub(_unescaped, text.replace("=\n", ""))
    text = _without_margin(text) or _unwrapped(text)
    quoting = len(_QUOTED.findall(text)) >= _LEAST_QUOTED
    blocks: list[Block] = []
    end_before = 0
    for line in _LINE.finditer(text):
        gap: Gap = "line" if blocks and text.count("\n", end_before, line.start()) < 2 else "paragraph"
        at = line.start()
        for cell in _cells(line.group()):
            start, end = at + cell[0], at + cell[1]
            places = _BESIDE if quoting and line.group().startswith(">") else _NOWHERE
            blocks.append(Block(span=(start, end), text=text[start:end], gap=gap, places=places))
            gap = "cell"
            end_before = end
    return PageBlocks(text, tuple(blocks), Head())


def _without_margin(text: str) -> str:
    """The text without the numbers of its lines; empty where these have none."""
    return "\n\n".join(without_line_numbers(text.split("\n")))


def _unwrapped(text: str) -> str:
    """The text with a space for each line end that a program set: as long as it was, so places in it still hold."""
    lines = text.split("\n")
    own = [line for line in lines if not line.startswith(">")]
    width = wrap_width(own)
    if not width:
        return text
    pieces: list[str] = []
    for line, following in pairwise([*lines, ""]):
        quoted = line.startswith(">") or following.startswith(">")
        pieces += line, " " if not quoted and is_wrapped(line, following, width) else "\n"
    return "".join(pieces[:-1])


def _unescaped(match: re.Match[str]) -> str:
    """ "=C3=A9" is "é"; what is no text in UTF-8 stays as it is."""
    try:
        return bytes.fromhex(match[0].replace("=", "")).decode()
    except UnicodeDecodeError:
        return match[0]


def _cells(line: str) -> list[tuple[int, int]]:
    cells = []
    at = 0
    for gap in [*_CELL_GAP.finditer(line), None]:
        start, end = at, gap.start() if gap else len(line)
        if gap:
            at = gap.end()
        cell = line[start:end]
        if stripped := cell.strip():
            lead = start + len(cell) - len(cell.lstrip())
            cells.append((lead, lead + len(stripped)))
    return cells
