"""Blocks that a text sets as quoted without marks: lines that begin with ">", as Markdown and mails have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Span

# "> We will open the gate." and, at the end, who said it: "> — Ilse Harrow, 9 April 2025"
_QUOTED = re.compile(r"^[ \t]{0,3}>[> \t]*(?P<words>[^\n]*)$", re.MULTILINE)
_LEAD = re.compile(r"\s*(?:—|–|―|--|- )\s*(?=[^\W\d_])")
_LONGEST_LEAD = 160


class QuotedBlock(NamedTuple):
    """A block set as quoted: its span, its paragraphs, and at its end the line that tells whose words they are, if any."""

    span: Span
    parts: tuple[Span, ...]
    lead: Span | None = None


def find_quoted_lines(text: str) -> list[QuotedBlock]:
    """Return the runs of lines that begin with ">"; an empty one among them parts paragraphs."""
    if ">" not in text:
        return []
    found: list[QuotedBlock] = []
    run: list[re.Match[str]] = []
    for line in _QUOTED.finditer(text):
        if run and line.start() > run[-1].end() + 1:
            found += _block_of(text, run)
            run = []
        run.append(line)
    return [*found, *_block_of(text, run)]


def part_lead(text: str, span: Span, parts: Sequence[Span]) -> QuotedBlock:
    """Return a quoted block, its last paragraph apart where it begins with a dash and is short: who said it."""
    if len(parts) > 1:
        start, end = parts[-1]
        if end - start <= _LONGEST_LEAD and _LEAD.match(text, start, end):
            return QuotedBlock((span[0], parts[-2][1]), tuple(parts[:-1]), (start, end))
    return QuotedBlock(span, tuple(parts))


def _block_of(text: str, run: Sequence[re.Match[str]]) -> list[QuotedBlock]:
    parts = [part for line in run if (part := _words(line))]
    return [part_lead(text, (run[0].start(), run[-1].end()), parts)] if parts else []


def _words(line: re.Match[str]) -> Span | None:
    start = line.start("words")
    stripped = line["words"].strip()
    if not stripped:
        return None
    lead = len(line["words"]) - len(line["words"].lstrip())
    return start + lead, start + lead + len(stripped)
