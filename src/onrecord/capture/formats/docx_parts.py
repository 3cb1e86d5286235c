"""The parts of a Word text as events of XML: its words as HTML, the styles that make headings, where links lead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.capture.formats.written import at, escaped
from onrecord.capture.formats.xml import XmlEvents

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_OFF = ("0", "false", "none", "off")
# Left out with all they hold: what was deleted or moved away, the second form of what is there once already.
_LEFT_OUT = frozenset(("w:del", "w:moveFrom", "mc:Fallback", "w:instrText", "w:delText"))
_BREAKS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:noBreakHyphen": "\u2011", "w:softHyphen": ""}
_CELLS = {"w:tbl": "table", "w:tr": "tr", "w:tc": "td"}


@dataclass(slots=True)
class Style:
    """What a paragraph style sets: its heading level (0: none; the title has 1), whether it is bold, what it builds on."""

    level: int | None = None
    bold: bool | None = None
    based_on: str = ""


class Styles:
    """The paragraph styles of a Word text by their ids."""

    def __init__(self) -> None:
        """None is known yet."""
        self.by_id: dict[str, Style] = {}

    def level(self, style: str) -> int:
        """Return the heading level that a style sets, itself or by what it builds on; 0 for none."""
        found = [each.level for each in self._chain(style) if each.level is not None]
        return found[0] if found else 0

    def is_bold(self, style: str) -> bool:
        """Return whether a style sets its paragraphs in bold."""
        found = [each.bold for each in self._chain(style) if each.bold is not None]
        return bool(found) and bool(found[0])

    def _chain(self, style: str) -> list[Style]:
        chain: list[Style] = []
        while style in self.by_id and len(chain) < 12:
            chain.append(self.by_id[style])
            style = chain[-1].based_on
        return chain


class StyleEvents(XmlEvents):
    """Enters the styles of word/styles.xml."""

    def __init__(self, styles: Styles) -> None:
        """Take where the styles are entered."""
        self._styles = styles
        self._style: Style | None = None

    def begin(self, name: str, attributes: dict[str, str], offset: int) -> None:
        """Begin a style, or note what it sets."""
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._style = Style()
            self._styles.by_id[attributes.get("w:styleId", "")] = self._style
        elif self._style is None:
            return
        elif name == "w:name":
            heading = _HEADING.fullmatch(value)
            self._style.level = 1 if value.lower() == "title" else int(heading[1]) + 1 if heading else None
        elif name == "w:basedOn":
            self._style.based_on = value
        elif name == "w:outlineLvl" and self._style.level is None and value.isdecimal() and int(value) < 9:
            self._style.level = int(value) + 2
        elif name == "w:b":
            self._style.bold = value not in _OFF

    def end(self, name: str, offset: int) -> None:
        """End a style."""
        if name == "w:style":
            self._style = None


class Links:
    """Where the links of a Word text lead, by their ids."""

    def __init__(self) -> None:
        """None is known yet."""
        self.by_id: dict[str, str] = {}


class LinkEvents(XmlEvents):
    """Enters the links that lead out of a Word text, by the list of them that stands beside its words."""

    def __init__(self, links: Links) -> None:
        """Take where the links are entered."""
        self._links = links

    def begin(self, name: str, attributes: dict[str, str], offset: int) -> None:
        """Enter a link that leads out of the file."""
        if name == "Relationship" and attributes.get("TargetMode") == "External":
            self._links.by_id[attributes.get("Id", "")] = attributes.get("Target", "")


@dataclass(slots=True)
class _Paragraph:
    number: int
    style: str = ""
    level: int | None = None
    pieces: list[tuple[str, bool, bool, str]] = field(default_factory=list)


@dataclass
class _Run:
    bold: bool | None = None
    italic: bool = False
    hidden: bool = False


class WordText(XmlEvents):
    """Writes the words of one part as HTML; each paragraph tells its place: the part, and its number in it."""

    def __init__(self, part: str, styles: Styles, links: Links) -> None:
        """Take the part's name, and the styles and links of the text."""
        self._part = part
        self._styles = styles
        self._links = links
        self._out: list[str | _Paragraph] = []
        self._open: list[_Paragraph] = []
        self._run = _Run()
        self._number = 0
        self._left_out = 0
        self._in_text = self._in_properties = False
        self._link = ""
        self.changed = 0
        """How many insertions and deletions the text tells that nobody has accepted."""

    def begin(self, name: str, attributes: dict[str, str], offset: int) -> None:
        """Enter a paragraph, a run, a table, or note what it sets."""
        self.changed += name in ("w:ins", "w:del")
        if self._left_out or name in _LEFT_OUT:
            self._left_out += 1
        elif name == "w:p":
            self._number += 1
            self._open.append(_Paragraph(self._number))
        elif name in _CELLS:
            self._out.append(f"<{_CELLS[name]}>")
        elif name == "w:r":
            self._run = _Run()
        elif name == "w:t":
            self._in_text = True
        elif name == "w:hyperlink":
            self._link = self._links.by_id.get(attributes.get("r:id", ""), "")
        elif name == "w:pPr":
            self._in_properties = True
        elif name in _BREAKS:
            if not self._in_properties and attributes.get("w:type") not in ("page", "column"):
                self._add(_BREAKS[name])
        else:
            self._begin_property(name, attributes.get("w:val", ""))

    def _begin_property(self, name: str, value: str) -> None:
        if self._in_properties:
            if name == "w:pStyle" and self._open:
                self._open[-1].style = value
            elif name == "w:outlineLvl" and self._open and value.isdecimal() and int(value) < 9:
                self._open[-1].level = int(value) + 2
        elif name == "w:b":
            self._run.bold = value not in _OFF
        elif name == "w:i":
            self._run.italic = value not in _OFF
        elif name == "w:vanish":
            self._run.hidden = value not in _OFF

    def words(self, text: str) -> None:
        """Take the words of a run."""
        if self._in_text and not self._left_out:
            self._add(text)

    def end(self, name: str, offset: int) -> None:
        """Leave a paragraph, a run, a table."""
        if self._left_out:
            self._left_out -= 1
        elif name == "w:p":
            if self._open:
                self._open.pop()
        elif name in _CELLS:
            self._out.append(f"</{_CELLS[name]}>")
        elif name == "w:t":
            self._in_text = False
        elif name == "w:hyperlink":
            self._link = ""
        elif name == "w:pPr":
            self._in_properties = False

    def _add(self, text: str) -> None:
        if not self._open or self._run.hidden or not text:
            return
        paragraph = self._open[-1]
        bold = self._run.bold if self._run.bold is not None else self._styles.is_bold(paragraph.style)
        look = (bold, self._run.italic, self._link)
        pieces = paragraph.pieces
        if not pieces:
            self._out.append(paragraph)
        if pieces and pieces[-1][1:] == look:
            pieces[-1] = (pieces[-1][0] + text, *look)
        else:
            pieces.append((text, *look))

    @property
    def plain(self) -> str:
        """Return the words alone, a space between paragraphs."""
        paragraphs = (each for each in self._out if isinstance(each, _Paragraph))
        return " ".join(
            " ".join("".join(piece[0] for piece in each.pieces).split()) for each in paragraphs
        ).strip()

    def markup(self) -> str:
        """Return the part as HTML."""
        levels = [self._level(each) for each in self._out if isinstance(each, _Paragraph) and each.pieces]
        # A text without a title of its own, under one heading: that is its title.
        lift = 1 if 1 not in levels and levels.count(2) == 1 else 0
        return "".join(each if isinstance(each, str) else self._written(each, lift) for each in self._out)

    def _level(self, paragraph: _Paragraph) -> int:
        return paragraph.level if paragraph.level is not None else self._styles.level(paragraph.style)

    def _written(self, paragraph: _Paragraph, lift: int) -> str:
        inner = "".join(map(_piece, paragraph.pieces))
        if not inner.strip():
            return ""
        level = self._level(paragraph)
        tag = f"h{min(max(level - lift, 1), 6)}" if level else "p"
        return f"<{tag}{at(f'{self._part} paragraph {paragraph.number}')}>{inner}</{tag}>"


def _piece(piece: tuple[str, bool, bool, str]) -> str:
    text, bold, italic, link = piece
    words = escaped(text).replace("\n", "<br>").replace("\t", " ")
    words = f"<i>{words}</i>" if italic else words
    words = f"<b>{words}</b>" if bold else words
    return f'<a href="{escaped(link)}">{words}</a>' if link else words
