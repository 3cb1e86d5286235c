"""A message out of a Word text: its lines "field: value" become fields, its paragraphs words in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.capture import Captured, open_page
from onrecord.drafting.fields import FIELDS
from onrecord.errors import WrongCall
from onrecord.model import Issue
from onrecord.reading.page.blocks import Block
from onrecord.reading.page.parse_html import parse_html

# signs that Markdown would take for its own: “5 * 3”, “<b>”, “[not](yet)”, “&amp;”
_MARKS = re.compile(r"([\\`*_]|<(?=[A-Za-z/!?])|(?<=\])\(|&(?=#?\w+;))")
# “- ”, “1. ” or “# ” that begins a line, and a line of nothing but “---” or “===”
_START = re.compile(r"^(\s*)(?:([-+>]|#{1,6}|\d+[.)])(?=\s)|([-=]+)(?=\s*$))")
# a field, as in “Given on: 2026-05-14”
_LINE = re.compile(r"(?P<name>[^\W\d_][\w -]{0,39}?)\s*:\s*(?P<value>.*)", re.DOTALL)
_SEPARATORS = re.compile(r"[\s_-]+")
_ITEM = re.compile(r"\s*[-–•]\s*")


class Taken(NamedTuple):
    """What a Word text holds of a message: fields with their values, words in Markdown, what could not be read."""

    fields: dict[str, list[str]]
    words: str
    issues: tuple[Issue, ...]


class _Line(NamedTuple):
    plain: str
    marked: str


def take_docx(captured: Captured) -> Taken:
    """Return the message in a Word text; WrongCall where it cannot be opened.

    Its fields are the lines, or rows of two cells, before the first that names none; the first line of all may be the title
    alone. A row of other cells is a line with bars.
    """
    opened = open_page(captured)
    broken = next((issue for issue in opened.issues if issue.severity == "error"), None)
    if broken is not None:
        raise WrongCall(f"{broken.message.rstrip('.')}: save it again as DOCX.")
    lines = list(_lines(parse_html(opened.text).blocks))
    fields: dict[str, list[str]] = {}
    taken, name = 0, ""
    for at, line in enumerate(lines):
        field = _field(line.plain)
        if field is not None:
            name = field[0]
            fields.setdefault(name, []).extend(filter(None, [field[1]]))
        elif name == "speakers" and _ITEM.match(line.plain):
            fields[name].append(_ITEM.sub("", line.plain, count=1))
        elif at == 0:
            fields["title"] = [line.plain]
        else:
            break
        taken = at + 1
    return Taken(fields, "\n\n".join(line.marked for line in lines[taken:]), opened.issues)


def _field(line: str) -> tuple[str, str] | None:
    found = _LINE.fullmatch(line)
    name = _SEPARATORS.sub(" ", found["name"]).casefold() if found else ""
    return (name, found["value"].strip()) if found is not None and name in FIELDS else None


def _lines(blocks: Iterable[Block]) -> Iterator[_Line]:
    """Yield each paragraph; the cells of a row, and the lines of a paragraph, together."""
    held: list[Block] = []
    for block in blocks:
        if held and block.gap == "paragraph":
            yield _line(held)
            held = []
        if block.text.strip():
            held.append(block)
    if held:
        yield _line(held)


def _line(blocks: list[Block]) -> _Line:
    first, *others = blocks
    plain, marked = first.text, ("#" * (first.level + 1) + " " if first.level else "") + _marked(first)
    for block in others:
        is_cell = block.gap == "cell"
        field = is_cell and _SEPARATORS.sub(" ", plain.rstrip(" :")).casefold() in FIELDS
        plain = f"{plain.rstrip(' :')}: {block.text}" if field else f"{plain} {block.text}"
        marked += (" | " if is_cell else "\\\n") + _marked(block)
    return _Line(" ".join(plain.split()), marked)


def _marked(block: Block) -> str:
    """The text of a block in Markdown, bold where it is bold there."""
    start = block.span[0]
    pieces: list[str] = []
    at = 0
    for first, last in block.bold if not block.level else ():
        words = block.text[first - start : last - start]
        pieces.append(_plain(block.text[at : first - start]))
        bare = words.strip()
        before, behind = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        pieces.append(f"{before}**{_plain(bare)}**{behind}" if bare else words)
        at = last - start
    pieces.append(_plain(block.text[at:]))
    return _START.sub(_as_sign, "".join(pieces))


def _as_sign(found: re.Match[str]) -> str:
    mark = found[2] or found[3]
    # Of "1." it is the point that makes a list.
    return found[1] + (f"{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"\\{mark}")


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
