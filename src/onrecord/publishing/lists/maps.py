"""What machines that go through a site are told: its sitemap, and robots.txt. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from onrecord.publishing.lists.messages import Entry

MOST_ADDRESSES = 50_000
"""How many addresses one sitemap may hold (sitemaps.org); the latest messages are told first."""


def render_map(base: str, entries: Sequence[Entry]) -> str:
    """Return the sitemap: the front page, all messages, and each statement with the day its text was last found changed."""
    fixed = [f"<url><loc>{escape(base + path)}</loc></url>" for path in ("", "messages/", "about.html")]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *fixed,
        *(_line(base, entry) for entry in entries[: MOST_ADDRESSES - len(fixed)]),
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
