"""The addresses that a feed announces. No entity of its own and no other file is read: a feed needs neither."""

from __future__ import annotations

from urllib.parse import urljoin
from xml.parsers import expat

_ROOTS = frozenset({"rss", "feed", "RDF"})
_ENTRIES = frozenset({"item", "entry"})
_MOST_DEEP = 100


class _Refused(Exception):
    """The feed declares entities or nests without end."""


def announced_in_feed(body: bytes, url: str) -> list[str] | None:
    """Return the addresses of the entries of an RSS or Atom feed in their order, each once; None where it is no feed."""
    reading = _Reading(url)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.EntityDeclHandler = reading.refuse
    try:
        parser.Parse(body.strip(), True)
    except _Refused:
        return [] if reading.is_feed else None
    except expat.ExpatError:
        pass  # a feed that is cut announces what came before
    return list(dict.fromkeys(reading.links)) if reading.is_feed else None


class _Reading:
    """The links met so far, by the elements that stand open."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._open: list[str] = []
        self._link = ""
        self.is_feed = False
        self.links: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if not self._open:
            self.is_feed = local in _ROOTS
        if len(self._open) >= _MOST_DEEP:
            raise _Refused
        if local == "link" and self._inside():
            self._link = ""
            if "href" in attributes and attributes.get("rel", "alternate") == "alternate":
                self._found(attributes["href"])
        self._open.append(local)

    def text(self, text: str) -> None:
        if self._open and self._open[-1] == "link" and len(self._link) < 4096:
            self._link += text

    def end(self, name: str) -> None:
        self._open.pop()
        if name.rpartition(" ")[2] == "link" and self._inside() and self._link.strip():
            self._found(self._link)
            self._link = ""

    def refuse(self, *_: object) -> None:
        raise _Refused

    def _inside(self) -> bool:
        return bool(self._open) and self._open[-1] in _ENTRIES

    def _found(self, link: str) -> None:
        if self.is_feed:
            try:
                self.links.append(urljoin(self._url, link.strip()))
            except ValueError:
                return  # what is no address announces nothing
