"""What a page states of itself in its head: dates, language, in metadata and JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from onrecord.model import Evidence
from onrecord.reading.page.blocks import Head
from onrecord.reading.rules import Guide
from onrecord.reading.words.dates import FoundDate

_POSTED = (
    "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
    "pubdate", "publishdate", "publication_date", "citation_publication_date", "sailthru.date", "date",
    "article.published", "dc.date.created", "parsely-pub-date", "og:published_time", "rnews:datepublished",
    "article:published", "article:published_date", "og:article:published_time", "article_date_original", "bt:pubdate",
    "published_time", "published_date", "published-date", "publish_date", "publish-date", "publication-date", "date_published",
    "originalpublicationdate", "citation_date", "dc.date.publication", "dc.created", "datecreated", "displaydate",
)  # fmt: skip
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
)
# Where computers count days from: what programs write for a day that nobody set
_UNSET = "1970-01-01"
# "<![CDATA[ … ]]>", "//<![CDATA[ … //]]>", "<!-- … -->": what may stand around the JSON of a script
_WRAPPERS = (("<![CDATA[", "]]>"), ("<!--", "-->"))
# Programs that make pages out of files: the day they tell is that of the file.
_CONVERTERS = (
    "pdftohtml",
    "easyconverter",
    "pdf2html",
    "calibre",
    "microsoft word",
    "libreoffice",
    "openoffice",
)
# "Official Record, Volume 51 Issue 8 (Friday, May 20, 2031)": a printed record's own issue, in the title of all its pages
_ISSUE = re.compile(r"\b(?:vol(?:ume|\.)?|issue|number|no\.|band|tome|tomo)\s?\d", re.IGNORECASE)
BY_ISSUE = "page title: issue"
"""Where the day of a printed record's issue is told."""
_GIVEN = ("sit_date", "dateline", "event_date", "eventdate")


class HeadTold(NamedTuple):
    """Dates by field, each a list of evidence; what the page's JSON-LD says: types, what it is based on, genre and standing.

    Genre and standing (schema.org's `genre` and `creativeWorkStatus`) are words as they stand there, in lower case.
    """

    dates: dict[str, list[Evidence]]
    types: frozenset[str]
    based_on: BasedOn | None = None
    genre: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()


class BasedOn(NamedTuple):
    """What a page's JSON-LD names as that which the page gives: its publisher and its address, where it does."""

    publisher: str | None
    url: str | None


def parse_head(head: Head, guide: Guide) -> HeadTold:
    """Return the dates that metadata state, as evidence with where each was found."""
    dates: dict[str, list[Evidence]] = {"posted_on": [], "updated_on": [], "given_on": []}
    types: set[str] = set()
    based_on = None
    genre: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    for entry in _structured(head):
        kind = entry.get("@type")
        types.update(kind if isinstance(kind, list) else [kind] if isinstance(kind, str) else [])
        based_on = based_on or _based_on(entry.get("isBasedOn"))
        genre = genre or _words(entry.get("genre"))
        standing = standing or _words(entry.get("creativeWorkStatus"))
        for key, field in (("datePublished", "posted_on"), ("dateModified", "updated_on")):
            value = entry.get(key)
            if isinstance(value, str) and (day := guide.day_of(value)) and day.iso != _UNSET:
                dates[field].append(Evidence(day.iso, day.origin(f"JSON-LD {key}"), None, False))
    stated: dict[str, list[str]] = {}
    for name, value in head.metadata:
        stated.setdefault(name, []).append(value)
    converted = any(one in value.lower() for value in stated.get("generator", ()) for one in _CONVERTERS)
    for names, field in ((_POSTED, "posted_on"), (_UPDATED, "updated_on"), (_GIVEN, "given_on")):
        for name in () if converted else names:
            for value in stated.get(name, ()):
                if (day := guide.day_of(value)) and day.iso != _UNSET:
                    dates[field].append(Evidence(day.iso, day.origin(f"meta {name}"), None, False))
    if day := _day_of_issue(head.title or "", guide):
        dates["posted_on"].append(Evidence(day.iso, day.origin(BY_ISSUE), None, False))
    return HeadTold(dates, frozenset(str(one) for one in types), based_on, genre, standing)


def _day_of_issue(title: str, guide: Guide) -> FoundDate | None:
    """The one day in a head's title that numbers the issue of a record."""
    days = guide.dates_in(title) if _ISSUE.search(title) else []
    return days[0] if len(days) == 1 and not days[0].ambiguous else None


def _words(told: Any) -> tuple[str, ...]:
    """ "genre": "Interview", or a list of such."""
    every = told if isinstance(told, list) else [told]
    return tuple(one.strip().lower() for one in every if isinstance(one, str) and one.strip())


def _based_on(told: Any) -> BasedOn | None:
    """ "isBasedOn": an address, or a work with one and with its publisher (schema.org)."""
    if isinstance(told, str):
        return BasedOn(None, told)
    if not isinstance(told, dict):
        return None
    publisher = told.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    url = told.get("url") or told.get("@id")
    return BasedOn(name if isinstance(name, str) else None, url if isinstance(url, str) else None)


def _unwrapped(text: str) -> str:
    text = text.strip()
    if text[:1] not in ("<", "/"):
        return text
    bare = text.removeprefix("//").lstrip()
    for opens, closes in _WRAPPERS:
        if bare.startswith(opens) and bare.endswith(closes):
            return bare.removeprefix(opens).removesuffix(closes).rstrip().removesuffix("//")
    return text


def _structured(head: Head) -> Iterator[dict[str, Any]]:
    for text in head.structured:
        try:
            # Line ends inside a string are no JSON, and common.
            loaded = json.loads(_unwrapped(text), strict=False)
        except (ValueError, RecursionError):
            continue
        stack = [loaded]
        seen = 0
        while stack and seen < 500:
            seen += 1
            one = stack.pop()
            if isinstance(one, list):
                stack.extend(reversed(one))
            elif isinstance(one, dict):
                yield one
                stack.extend(value for key, value in one.items() if key == "@graph")
