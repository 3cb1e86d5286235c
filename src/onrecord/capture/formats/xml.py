"""XML read as events by expat: no entity is taken from the file, nothing is fetched, and nothing grows beyond it.

XXE and the "billion laughs" need entities that the file itself declares; a file that declares one is refused.
"""

from __future__ import annotations

from xml.parsers import expat

MOST_DEPTH = 1000
_MOST_ELEMENTS = 1_000_000


class XmlRefused(Exception):
    """The XML is not read on; the words end the sentence "… of this file …"."""


class XmlDamaged(Exception):
    """The XML is not well formed; what came before the fault has been told."""


class XmlEvents:
    """Told what the parser meets, in order; `offset` counts bytes from the beginning of what was given."""

    def begin(self, name: str, attributes: dict[str, str], offset: int) -> None:
        """An element begins at the offset."""

    def end(self, name: str, offset: int) -> None:
        """An element's closing tag stands at the offset; of an empty element, its only tag."""

    def words(self, text: str) -> None:
        """Some text; one run may come in several calls."""


def read_xml(content: bytes, events: XmlEvents, encoding: str | None = None) -> None:
    """Tell the events of the XML; XmlRefused for what could harm, XmlDamaged where it is not well formed."""
    parser = expat.ParserCreate(encoding)
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    depth = elements = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > MOST_DEPTH:
            raise XmlRefused(f"nests elements more than {MOST_DEPTH} deep")
        if elements > _MOST_ELEMENTS:
            raise XmlRefused(f"holds more than {_MOST_ELEMENTS} elements")
        events.begin(name, attributes, parser.CurrentByteIndex)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        events.end(name, parser.CurrentByteIndex)

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = events.words
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        raise XmlDamaged(f"{expat.ErrorString(fault.code)} in line {fault.lineno}") from None
    except (LookupError, ValueError) as fault:
        raise XmlDamaged(str(fault)) from None


def _refuse_entity(name: str, *_: object) -> None:
    raise XmlRefused(
        f"declares an entity ({name[:40]!r}), which could reach for other files or grow without end"
    )
