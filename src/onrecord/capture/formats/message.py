"""Messages in Markdown: what their fields say as the lines a page prints, and their words as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.capture.captured import Captured
from onrecord.capture.charset import Decoded, decode
from onrecord.capture.formats.written import escaped
from onrecord.capture.messages import Message, parse_message, parse_person

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

PRINTED = {
    "given on": "Given on",
    "posted on": "Posted on",
    "updated on": "Updated on",
    "place": "Place",
    "occasion": "Occasion",
    "speakers": "Speakers",
    "outlet": "Outlet",
    "language": "Language",
    "kinds": "Kind",
    "status": "Status",
    "text": "Text",
    "part": "Part",
}
"""The fields that a page prints, each with its label; all others are about the message and no part of it."""

_AS_WORDS = frozenset({"kinds", "status", "text"})
_COMMA = re.compile(r"\s*[,;]\s*")
_YES = frozenset({"yes", "true"})


class PrintedLine(NamedTuple):
    """A field as a page prints it: its label, and its values."""

    label: str
    values: tuple[str, ...]


def open_message(captured: Captured) -> Decoded:
    """Return the page that a message in Markdown is: no markup of its own is in it but what Markdown makes."""
    decoded = decode(captured)
    return Decoded(write_message(parse_message(decoded.text)), "utf-8", decoded.issues)


def write_message(message: Message) -> str:
    """Return a message as a page of HTML, as its office would print it."""
    title, language = message.value("title"), message.value("language")
    lang = f' lang="{escaped(language)}"' if language else ""
    head = f"<title>{escaped(title)}</title>" if title else ""
    pieces = [f"<h1>{escaped(title)}</h1>" if title else ""]
    lines = "".join(map(_line, printed_lines(message)))
    pieces.append(f"<dl>{lines}</dl>" if lines else "")
    pieces.append(f"<div>{_markdown().render(message.words)}</div>")
    if (message.value("continues") or "").casefold() in _YES:
        pieces.append("<p>To be continued…</p>")
    return (
        f'<!DOCTYPE html><html{lang}><head><meta charset="utf-8">{head}</head>'
        f"<body><main><article>{''.join(pieces)}</article></main></body></html>"
    )


def list_values(message: Message, name: str) -> list[str]:
    """Return the values of a field, those that stand in one line with commas between them apart."""
    values = message.values(name)
    if name in _AS_WORDS:
        values = [part for value in values for part in _COMMA.split(value) if part]
    return values


def printed_lines(message: Message) -> Iterator[PrintedLine]:
    """Yield the lines above the words, in order; of fields without a value none."""
    for name, label in PRINTED.items():
        values = list_values(message, name)
        if name == "kinds":
            values = ["; ".join(values)] if values else []
        if name in _AS_WORDS:
            values = [value.replace("_", " ").capitalize() for value in values]
        if name == "speakers":
            values = [", ".join(filter(None, parse_person(value))) for value in values]
        told = tuple(filter(None, values))
        if told:
            yield PrintedLine(label, told)


def _line(line: PrintedLine) -> str:
    told = "".join(f"<dd>{escaped(value)}</dd>" for value in line.values)
    return f"<div><dt>{line.label}</dt>{told}</div>"


@cache
def _markdown() -> MarkdownIt:
    # Loaded for messages alone. HTML in them is text, and an indented line is a line.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "code", "fence"])
