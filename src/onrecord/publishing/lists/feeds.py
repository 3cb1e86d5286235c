"""New statements as Atom and as JSON Feed; the id of an entry is made of the statement's and never changes. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

import msgspec

from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.wording import direction_of, printable, printed_word

LATEST = 50
"""How many statements a feed has at most."""

_LONG_AGO = "1970-01-01T00:00:00Z"


class Feed(NamedTuple):
    """A feed: its own id and addresses, and the statements that it tells of, the newest in the record first.

    `root` leads from the feed to the site's folder; an absolute address where one is known.
    """

    id: str
    title: str
    author: str
    language: str
    root: str
    name: str
    home: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """When the record last took a statement of this feed: no clock is read for it."""
        return max((entry.added_at or _LONG_AGO for entry in self.entries), default=_LONG_AGO)


def newest(entries: Iterable[Entry], limit: int = LATEST) -> list[Entry]:
    """Return the statements that the record took last, whenever they were given; of one time, the latest date first."""
    by_id = sorted(entries, key=lambda entry: entry.id)
    return sorted(by_id, key=lambda entry: (entry.added_at or "", entry.date or ""), reverse=True)[:limit]


def entry_id(statement: str) -> str:
    """Return the id of a statement in every feed: whatever is changed of site, address or title, it stays."""
    return f"urn:onrecord:statement:{quote(statement.encode('utf-8', 'surrogatepass'), safe='-_.~')}"


def render_atom(feed: Feed) -> str:
    """Return the feed as Atom (RFC 4287)."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(_xml(feed.language))}>',
        f"<id>{_text(feed.id)}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{feed.updated}</updated>",
        f"<author><name>{_text(feed.author)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(_xml(feed.root + feed.name))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(_xml(feed.home))}/>',
        *(line for entry in feed.entries for line in _atom_entry(feed, entry)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _atom_entry(feed: Feed, entry: Entry) -> list[str]:
    language = f" xml:lang={quoteattr(_xml(entry.language))}" if entry.language else ""
    summary = f'<summary type="text"{language}>{_text(entry.lead)}</summary>' if entry.lead else None
    lines = [
        "<entry>",
        f"<id>{_text(entry_id(entry.id))}</id>",
        f'<title type="text"{language}>{_text(entry.title)}</title>',
        f'<link rel="alternate" type="text/html" href={quoteattr(_xml(_page(feed, entry)))}/>',
        f"<updated>{entry.added_at or _LONG_AGO}</updated>",
        f"<published>{entry.date}T00:00:00Z</published>" if entry.date and len(entry.date) == 10 else None,
        *(
            f"<category term={quoteattr(kind)} label={quoteattr(printed_word(kind))}/>"
            for kind in entry.kinds
        ),
        f"<author><name>{_text(entry.source)}</name></author>" if entry.source else None,
        summary,
        "</entry>",
    ]
    return [line for line in lines if line is not None]


def render_json_feed(feed: Feed) -> str:
    """Return the feed as JSON Feed 1.1."""
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": printable(feed.title),
        "home_page_url": feed.home,
        "feed_url": feed.root + feed.name,
        "language": printable(feed.language),
        "authors": [{"name": printable(feed.author)}],
        "items": [_json_item(feed, entry) for entry in feed.entries],
    }
    return msgspec.json.format(msgspec.json.encode(body), indent=1).decode() + "\n"


def _json_item(feed: Feed, entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry_id(entry.id),
        "url": _page(feed, entry),
        "title": printable(entry.title),
        "content_text": printable(entry.lead or ""),
        "date_published": f"{entry.date}T00:00:00Z" if entry.date and len(entry.date) == 10 else None,
        "language": printable(entry.language) if entry.language else None,
        "tags": list(entry.kinds),
        "authors": [{"name": printable(entry.source)}] if entry.source else None,
        "_onrecord": {
            "statement": printable(entry.id),
            "added_at": entry.added_at,
            "direction": direction_of(entry.language),
        },
    }
    return {key: value for key, value in item.items() if value is not None}


def _page(feed: Feed, entry: Entry) -> str:
    return f"{feed.root}statements/{entry.folder}/index.html"


def _text(text: str) -> str:
    return escape(_xml(text))


def _xml(text: str) -> str:
    """What XML cannot hold is written as it is on pages; a tab or line end in a title is a space."""
    return printable(" ".join(text.split()) if any(ch in text for ch in "\n\r\t\f\v") else text)
