"""What a feed's XML tells: its title, and its entries with their places in the bytes."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime
from html import escape
from typing import NamedTuple

from onrecord.capture.formats.xml import XmlEvents

_ENTRIES = frozenset(("item", "entry"))
_OF_FEED = frozenset(("title", "link", "language"))
_TITLES = ("title",)
_LINKS = ("feedburner:origlink", "link", "guid", "id")
_IDS = ("guid", "id")
_POSTED = ("pubdate", "published", "dc:date", "issued", "dcterms:issued", "a10:updated", "updated")
_UPDATED = ("updated", "modified", "dcterms:modified", "atom:updated")
_WHOLE = ("content:encoded", "content", "xhtml:body", "body", "fullitem")
_SUMMARY = ("description", "summary")
_MARKED_UP = frozenset((*_WHOLE, *_SUMMARY, "title"))


class Entry(NamedTuple):
    """An entry of a feed; `start` and `end` are its bytes. `whole`: `content` is what the feed calls its content."""

    start: int
    end: int
    title: str
    link: str
    id: str
    posted: str
    updated: str
    content: str
    whole: bool
    language: str


class Found(NamedTuple):
    """What a feed tells; `root` is its outermost element, "item" or "entry" where it is one entry alone."""

    root: str
    title: str
    link: str
    language: str
    entries: list[Entry]
    more: int


class FeedEvents(XmlEvents):
    """Gathers what a feed tells from the events of its XML."""

    def __init__(self, content: bytes, most: int, stand_in: str) -> None:
        """Take the bytes, how many entries are told at most, and what stands for an ampersand that begins no entity."""
        self._most = most
        self._stand_in = stand_in
        self._root = ""
        self._path: list[str] = []
        self._feed: dict[str, str] = {}
        self._fields: dict[str, str] = {}
        self._field: str | None = None
        self._pieces: list[str] = []
        self._within = 0
        self._kind = ""
        self._start = 0
        self._depth = 0
        self._entries: list[Entry] = []
        self._more = 0
        self._content = content.lstrip()
        self._language = ""

    def found(self, begins: int) -> Found:
        """Return what was told so far, places counted from `begins` bytes before what was read."""
        entries = [each._replace(start=each.start + begins, end=each.end + begins) for each in self._entries]
        title, link = self._feed.get("title", ""), self._feed.get("link", "")
        return Found(
            self._root, title, link, self._language or self._feed.get("language", ""), entries, self._more
        )

    def begin(self, name: str, attributes: dict[str, str], offset: int) -> None:
        """Enter an entry, one of its fields, or markup inside a field."""
        name = name.lower().removeprefix("atom:")
        if not self._path:
            self._root = name.partition(":")[2] or name
            self._language = attributes.get("xml:lang", "")
        self._path.append(name)
        if self._field is not None:
            self._within += 1
            shown = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
            self._pieces.append(f"<{name.rpartition(':')[2]}{shown}>")
        elif not self._depth and name in _ENTRIES:
            self._depth, self._start, self._fields = len(self._path), offset, {}
            if language := attributes.get("xml:lang"):
                self._fields["language"] = language
        elif self._depth or (name in _OF_FEED and self._path[-2:-1] in (["channel"], ["feed"])):
            self._begin_field(name, attributes)

    def _begin_field(self, name: str, attributes: dict[str, str]) -> None:
        if self._depth and len(self._path) > self._depth + 1:
            return  # the title of a source, the name of an author
        if name == "link" and attributes.get("href"):
            if attributes.get("rel", "alternate") == "alternate":
                self._told("link", attributes["href"])
            return
        if name == "guid" and attributes.get("ispermalink", attributes.get("isPermaLink")) == "false":
            name = "id"
        if name == "content" and attributes.get("src"):
            return
        self._field, self._pieces, self._within = name, [], 0
        self._kind = attributes.get("type", "")

    def words(self, text: str) -> None:
        """Take the text of a field."""
        if self._field is not None:
            self._pieces.append(escape(text, quote=False) if self._within else text)

    def end(self, name: str, offset: int) -> None:
        """Leave a field or an entry."""
        name = name.lower().removeprefix("atom:")
        if self._field is not None:
            if self._within:
                self._within -= 1
                self._pieces.append(f"</{name.rpartition(':')[2]}>")
            else:
                self._end_field()
        elif self._depth and len(self._path) == self._depth and name in _ENTRIES:
            self._end_entry(offset)
        self._path.pop()

    def _end_field(self) -> None:
        assert self._field is not None
        text = "".join(self._pieces).strip().replace(self._stand_in, "&")
        if self._kind in ("text", "text/plain") and self._field in _MARKED_UP:
            text = escape(text, quote=False)
        self._told(self._field, text)
        self._field = None

    def _told(self, name: str, text: str) -> None:
        fields = self._fields if self._depth else self._feed
        if text and (name not in fields or (len(text) > len(fields[name]) > 0 and name in _WHOLE)):
            fields[name] = text

    def _end_entry(self, offset: int) -> None:
        self._depth = 0
        if len(self._entries) >= self._most:
            self._more += 1
            return
        fields = self._fields
        end = self._content.find(b">", offset) + 1
        content = _first(fields, _WHOLE)
        self._entries.append(
            Entry(
                self._start,
                end,
                _first(fields, _TITLES),
                _link(fields),
                _first(fields, _IDS),
                iso_time(_first(fields, _POSTED)),
                iso_time(_first(fields, _UPDATED)),
                content or _first(fields, _SUMMARY),
                bool(content),
                fields.get("language")
                or fields.get("dc:language")
                or self._language
                or self._feed.get("language", ""),
            )
        )


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _link(fields: dict[str, str]) -> str:
    return next(
        (
            fields[name]
            for name in _LINKS
            if fields.get(name, "").strip() and (name == "link" or "://" in fields[name])
        ),
        "",
    )


def iso_time(text: str) -> str:
    """Return a feed's or mail's time in the form of ISO 8601, with the zone that it states; as it is where it is none."""
    text = text.strip()
    if not text:
        return ""
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return text[:40]
