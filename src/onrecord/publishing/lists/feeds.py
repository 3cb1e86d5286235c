"""What is new and what was edited as Atom and as JSON Feed; the id of an entry never changes. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any, NamedTuple
from urllib.parse import quote

import msgspec

from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.lists.xml import escape, quote_attribute
from onrecord.publishing.wording import direction_of, printable, printed_word

LATEST = 50
"""How many entries a feed has at most."""

_LONG_AGO = "1970-01-01T00:00:00Z"


class Item(NamedTuple):
    """An entry of a feed; `path` leads to its page from the site's folder.

    `language` is that of the title, `spoken` that of the summary. `tags` are names for machines and for people. `told` is what of
    our own values a JSON Feed carries along.
    """

    id: str
    path: str
    title: str
    language: str | None
    updated: str | None
    published: str | None
    summary: str | None
    spoken: str | None
    tags: tuple[tuple[str, str], ...]
    author: str | None
    told: Mapping[str, Any]


class Feed(NamedTuple):
    """A feed: its own id and addresses, and what it tells of, what the record learnt last first.

    `root` leads from the feed to the site's folder; an absolute address where one is known.
    """

    id: str
    title: str
    author: str
    language: str
    root: str
    name: str
    home: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> str:
        """When the record last took something of this feed: no clock is read for it."""
        return max((item.updated or _LONG_AGO for item in self.items), default=_LONG_AGO)


def newest(entries: Iterable[Entry], limit: int = LATEST) -> list[Entry]:
    """Return the statements that the record took last, whenever they were given; of one time, the latest date first."""
    by_id = sorted(entries, key=itemgetter(0))
    return sorted(by_id, key=_when_taken, reverse=True)[:limit]


def _when_taken(entry: Entry) -> str:
    # Text is compared in less time than a pair of texts; nothing in it comes before the letter between.
    return f"{entry.added_at or ''}\0{entry.date or ''}"


def feed_id(record: str, tells: str) -> str:
    """Return the id of a feed, which no other record's has: whatever is changed of site, address or title, it stays (RFC 4287, 4.2.6).

    `record` is the record's identity, `tells` what of it the feed tells: "feed:kinds/interview".
    """
    return f"urn:onrecord:record:{record}:{tells}"


def entry_id(statement: str) -> str:
    """Return the id of a statement in every feed: whatever is changed of site, address or title, it stays."""
    return f"urn:onrecord:statement:{quote(statement.encode('utf-8', 'surrogatepass'), safe='-_.~')}"


def item_of(entry: Entry) -> Item:
    """Return a new statement as an entry of a feed."""
    told = {
        "statement": printable(entry.id),
        "added_at": entry.added_at,
        "direction": direction_of(entry.language),
    }
    return Item(
        entry_id(entry.id),
        f"statements/{entry.folder}/index.html",
        entry.title,
        entry.language,
        entry.added_at,
        f"{entry.date}T00:00:00Z" if entry.date and len(entry.date) == 10 else None,
        entry.lead,
        entry.language,
        tuple((kind, printed_word(kind)) for kind in entry.kinds),
        entry.source,
        told,
    )


def render_feed(feed: Feed) -> str:
    """Return a feed in the form that the ending of its name tells."""
    return render_atom(feed) if feed.name.partition("?")[0].endswith(".atom") else render_json_feed(feed)


def render_atom(feed: Feed) -> str:
    """Return the feed as Atom (RFC 4287)."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quote_attribute(_xml(feed.language))}>',
        f"<id>{_text(feed.id)}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{feed.updated}</updated>",
        f"<author><name>{_text(feed.author)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quote_attribute(_xml(feed.root + feed.name))}/>',
        f'<link rel="alternate" type="text/html" href={quote_attribute(_xml(feed.home))}/>',
        *(line for item in feed.items for line in _atom_entry(feed, item)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _atom_entry(feed: Feed, item: Item) -> list[str]:
    lines = [
        "<entry>",
        f"<id>{_text(item.id)}</id>",
        f'<title type="text"{_lang(item.language)}>{_text(item.title)}</title>',
        f'<link rel="alternate" type="text/html" href={quote_attribute(_xml(feed.root + item.path))}/>',
        f"<updated>{item.updated or _LONG_AGO}</updated>",
        f"<published>{item.published}</published>" if item.published else None,
        *(
            f"<category term={quote_attribute(term)} label={quote_attribute(_xml(label))}/>"
            for term, label in item.tags
        ),
        f"<author><name>{_text(item.author)}</name></author>" if item.author else None,
        f'<summary type="text"{_lang(item.spoken)}>{_text(item.summary)}</summary>' if item.summary else None,
        "</entry>",
    ]
    return [line for line in lines if line is not None]


def _lang(tag: str | None) -> str:
    return f" xml:lang={quote_attribute(_xml(tag))}" if tag else ""


def render_json_feed(feed: Feed) -> str:
    """Return the feed as JSON Feed 1.1."""
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": printable(feed.title),
        "home_page_url": feed.home,
        "feed_url": feed.root + feed.name,
        "language": printable(feed.language),
        "authors": [{"name": printable(feed.author)}],
        "items": [_json_item(feed, item) for item in feed.items],
    }
    return msgspec.json.format(msgspec.json.encode(body), indent=1).decode() + "\n"


def _json_item(feed: Feed, item: Item) -> dict[str, Any]:
    told = {
        "id": item.id,
        "url": feed.root + item.path,
        "title": printable(item.title),
        "content_text": printable(item.summary or ""),
        "date_published": item.published,
        "language": printable(item.spoken) if item.spoken else None,
        "tags": [term for term, _ in item.tags],
        "authors": [{"name": printable(item.author)}] if item.author else None,
        "_onrecord": item.told,
    }
    return {key: value for key, value in told.items() if value is not None}


def _text(text: str) -> str:
    return escape(_xml(text))


def _xml(text: str) -> str:
    """What XML cannot hold is written as it is on pages; a tab or line end in a title is a space."""
    return printable(" ".join(text.split()) if any(ch in text for ch in "\n\r\t\f\v") else text)
