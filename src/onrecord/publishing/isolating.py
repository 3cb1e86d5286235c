"""Quoted words set apart in a sentence of another direction, so that what stands behind them keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from onrecord.publishing.wording import printable

_PAIRS = {"“": "”", "«": "»"}
_MARK = re.compile("[“”«»]")


def isolate_quoted(text: str) -> Markup:
    """Return the text as HTML, what stands in quotation marks each in a `bdi` of its own; marks inside others are left to those.

    Without, "has “…” where the quotation has “…”; 11 statements" shows the 11 before Arabic words, not behind them.
    """
    pieces: list[Markup] = []
    at = 0
    for start, end in sorted(_quoted(text)):
        if start >= at:
            pieces += escape(text[at:start]), Markup("<bdi>{}</bdi>").format(text[start:end])
            at = end
    return Markup("").join((*pieces, escape(text[at:])))


def isolate_part(text: str) -> Markup:
    """Return a part of a citation as HTML: what it quotes in a `bdi`, else all of it.

    The marks belong to the citation: in an English one they stand as English has them, around an Arabic title, too.
    """
    shown = printable(text)
    isolated = isolate_quoted(shown)
    return isolated if "<bdi>" in isolated else Markup("<bdi>{}</bdi>").format(shown)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands within marks that are closed, without the marks."""
    opened: list[int] = []
    for found in _MARK.finditer(text):
        if found.group() in _PAIRS:
            opened.append(found.start())
        elif opened and _PAIRS[text[opened[-1]]] == found.group():
            yield opened.pop() + 1, found.start()
