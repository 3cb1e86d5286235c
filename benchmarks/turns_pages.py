"""Pages with known turns: a page's blocks by a splitter of the benchmark's own, and the builder of pages from turns.

Places are counted in letters and digits from the page's start: the same count whatever spaces, marks and markup do.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BREAKING = frozenset(
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hr html li main nav ol option p pre section select table tbody td tfoot th thead title tr ul".split()
)
_UNSEEN = frozenset("script style noscript template head title".split())
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True)
class Piece:
    """One non-blank block of a page; `bold` are its bold stretches, `notes` the comments before it."""

    text: str
    near: bool
    bold: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mark:
    """A turn that is known: its label begins at `start`, its words at `words` or, behind brackets, up to `until`.

    `person` holds words of the speaker's name, empty where nobody is named, None where it is not known; `open`: whether
    this is a turn is not known, and it is not judged.
    """

    start: int
    words: int
    until: int
    label: str | None
    roles: frozenset[str] = frozenset()
    person: str | None = None
    open: bool = False


@dataclass(frozen=True)
class KnownPage:
    """A page in both forms with its turns; `starts` are the places of its blocks, for naming them."""

    name: str
    markup: str
    plain: str
    marks: tuple[Mark, ...]
    starts: tuple[int, ...]
    lines: tuple[str, ...] = field(repr=False)


def weight(text: str) -> int:
    """Return how many letters and digits a text holds."""
    return sum(map(str.isalnum, text))


def starts_of(pieces: Iterable[str]) -> list[int]:
    """Return the place of each block, and the page's end."""
    places = [0]
    for text in pieces:
        places.append(places[-1] + weight(text))
    return places


def plain_of(pieces: Sequence[Piece]) -> str:
    """Return the blocks as plain text: a blank line between paragraphs, none at a line break."""
    return "".join(
        ("" if not n else "\n" if piece.near else "\n\n") + piece.text for n, piece in enumerate(pieces)
    )


class _Splitter:
    """Gathers runs of text between breaks into pieces."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.runs: list[tuple[str, bool]] = []
        self.notes: list[str] = []
        self.breaks = 2

    def add(self, text: str, bold: bool, kept: bool) -> None:
        for n, line in enumerate(text.split("\n") if kept else [text]):
            if n:
                self.end(1)
            self.runs.append((line if kept else _SPACES.sub(" ", line), bold))

    def end(self, breaks: int) -> None:
        text, spans = "", []
        for run, bold in self.runs:
            shown = run.lstrip(" ") if not text or text.endswith(" ") else run
            if bold and shown.strip():
                spans.append((len(text), len(text) + len(shown)))
            text += shown
        self.runs.clear()
        if not text.strip():
            self.breaks += breaks
            return
        lead = len(text) - len(text.lstrip())
        moved = tuple((max(0, start - lead), end - lead) for start, end in spans)
        self.pieces.append(Piece(text.strip(), self.breaks < 2, moved, tuple(self.notes)))
        self.notes.clear()
        self.breaks = breaks

    def note(self, text: str) -> None:
        if any(run.strip() for run, _ in self.runs):
            self.end(1)
        self.notes.append(text.strip())


def split_markup(markup: str) -> list[Piece]:
    """Return the non-blank blocks of a page in order; `<br>` ends a block too."""
    splitter = _Splitter()
    root = LexborHTMLParser(markup).root
    stack: list[tuple[LexborNode | None, bool, bool, str]] = [(root, False, False, "")]
    while stack:
        node, bold, kept, closing = stack.pop()
        if node is None:
            if closing:
                splitter.end(2)
            continue
        tag = node.tag or ""
        if tag == "-text":
            splitter.add(node.text_content or "", bold, kept)
        elif tag == "-comment":
            splitter.note(node.comment_content or "")
        elif tag == "br":
            splitter.end(1)
        elif tag not in _UNSEEN:
            if tag in _BREAKING:
                splitter.end(2)
                stack.append((None, False, False, tag))
            children = list(node.iter(include_text=True, skip_empty=False))
            inside = (bold or tag in ("b", "strong"), kept or tag == "pre")
            stack.extend((child, *inside, "") for child in reversed(children))
    splitter.end(2)
    return splitter.pieces


def page_of_pieces(name: str, markup: str, pieces: Sequence[Piece], marks: Iterable[Mark]) -> KnownPage:
    """Return a known page whose plain form is made from its blocks."""
    lines = tuple(piece.text for piece in pieces)
    return KnownPage(name, markup, plain_of(pieces), tuple(marks), tuple(starts_of(lines)), lines)


class Builder:
    """Builds both forms of a page from its turns, paragraph by paragraph."""

    def __init__(self, name: str, title: str) -> None:
        self.name = name
        self.lines: list[str] = [title]
        self.shown = [f"<h1>{html.escape(title)}</h1>"]
        self.marks: list[Mark] = []
        self.place = weight(title)

    def add(self, text: str) -> None:
        """Add a paragraph without a label."""
        self.lines.append(text)
        self.shown.append(f"<p>{html.escape(text)}</p>")
        self.place += weight(text)

    def begin(
        self, label: str, text: str, roles: frozenset[str], person: str | None, apart: bool = False
    ) -> None:
        """Add a turn's first paragraph under its label as printed; `apart`: the label stands in a paragraph alone."""
        words = self.place + weight(label)
        after = re.match(r"\s*(?:[(\[][^)\]]*[)\]][\s:.]*)*", text)
        until = words + weight(after.group() if after else "")
        self.marks.append(Mark(self.place, words, until, label, roles, person))
        self.place = words + weight(text)
        bold = f"<b>{html.escape(label)}</b>"
        if apart:
            self.lines.extend([label, text] if text else [label])
            self.shown.append(f"<p>{bold}</p>" + (f"<p>{html.escape(text)}</p>" if text else ""))
        else:
            self.lines.append(f"{label} {text}")
            self.shown.append(f"<p>{bold} {html.escape(text)}</p>")

    def page(self) -> KnownPage:
        """Return the page built."""
        title = html.escape(self.lines[0])
        body = "\n".join(self.shown)
        markup = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n{body}\n</body></html>'
        starts = tuple(starts_of(self.lines))
        return KnownPage(
            self.name, markup, "\n\n".join(self.lines) + "\n", tuple(self.marks), starts, tuple(self.lines)
        )
