"""What machines that go through a site are told: its sitemap, and robots.txt. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.lists.xml import escape

MOST_ADDRESSES = 10_000
"""How many addresses one sitemap has: a megabyte; sitemaps.org allows five times as many. Beyond that there are several, and a list of them."""

_FIXED = ("", "messages/", "about.html")
_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def map_paths(statements: int) -> list[str]:
    """Return the paths of the sitemaps of so many statements: one, or a list and what it lists."""
    pages = -(-(statements + len(_FIXED)) // MOST_ADDRESSES)
    return ["sitemap.xml", *(f"sitemaps/{n}.xml" for n in range(1, pages + 1) if pages > 1)]


def render_map(base: str, entries: Sequence[Entry]) -> str:
    """Return sitemap.xml: all addresses where they are few, else the list of sitemaps."""
    _, *further = map_paths(len(entries))
    if not further:
        return _map_of(base, entries, 0)
    lines = (f"<sitemap><loc>{escape(base + path)}</loc></sitemap>" for path in further)
    return "\n".join([_HEAD, f"<sitemapindex {_XMLNS}>", *lines, "</sitemapindex>"]) + "\n"


def render_part(base: str, entries: Sequence[Entry], n: int) -> str | None:
    """Return one of several sitemaps by its number, None where there is no such."""
    if f"sitemaps/{n}.xml" not in map_paths(len(entries)):
        return None
    return _map_of(base, entries, (n - 1) * MOST_ADDRESSES)


def _map_of(base: str, entries: Sequence[Entry], start: int) -> str:
    """Return the addresses from one on: the front page, all messages, and each statement with the day its text was last found changed.

    Those added to the archive last stand in the last map: the others stay as they are, for who keeps them.
    """
    kept = sorted(entries, key=lambda entry: (entry.added_at or "", entry.id))
    end = start + MOST_ADDRESSES - len(_FIXED)
    lines = [
        _HEAD,
        f"<urlset {_XMLNS}>",
        *(f"<url><loc>{escape(base + path)}</loc></url>" for path in _FIXED if start == 0),
        *(_line(base, entry) for entry in kept[max(0, start - len(_FIXED)) : end]),
        "</urlset>",
    ]
    return "\n".join(lines) + "\n"


def _line(base: str, entry: Entry) -> str:
    changed = f"<lastmod>{entry.changed_at}</lastmod>" if entry.changed_at else ""
    return f"<url><loc>{escape(base)}statements/{entry.folder}/</loc>{changed}</url>"


def render_robots(base: str, *, served: bool) -> str:
    """Return robots.txt: all pages may be read; what is made for one question need not be kept by anybody."""
    kept_out = ("search", "check", "api/", "feeds/") if served else ()
    rules = [f"Disallow: /{path}" for path in kept_out] or ["Disallow:"]
    return "\n".join(["User-agent: *", *rules, "", f"Sitemap: {base}sitemap.xml"]) + "\n"
