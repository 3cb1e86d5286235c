"""A page: what a capture says besides its statements."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.capture import Span
from onrecord.model.learnt import Learnt
from onrecord.model.statement import Evidence

PageKind = Literal["statement", "listing", "other"]
MainTextFrom = Literal["trafilatura", "rules"]

PART_GROUPS = {
    "turn": "words",
    "label": "label",
    "direction": "aside", "editorial": "aside",
    "title": "about", "opening": "about", "metadata": "about", "introduction": "about", "heading": "about",
    "continuation": "about", "ending": "about", "main_text": "main_text",
    "notice": "notice", "list_heading": "notice",
    "unclassified": "unclassified",
}  # fmt: skip
"""What the parts of a page are for, by name; what is not here is furniture."""


class Clock(msgspec.Struct, frozen=True):
    """A place with its local time, as the page printed it."""

    place: str
    time: str


class Contact(msgspec.Struct, frozen=True):
    """A labelled phone or e-mail line of the page."""

    label: str | None
    value: str


class Counter(msgspec.Struct, frozen=True):
    """A line "N days have passed since …"; `since` is computed from the page's own date, else None."""

    days: int
    since: str | None
    text: str


class Alternate(msgspec.Struct, frozen=True):
    """An address at which the page says that it stands in a language: the source's claim."""

    language: str
    url: str


# `gc=False` where a page has hundreds: a frozen value is never part of a cycle, and need not be looked at for one.
class Region(msgspec.Struct, frozen=True, gc=False):
    """A named stretch of the page's text; the regions of a page cover each of its non-blank characters once."""

    name: str
    span: Span


class Place(msgspec.Struct, frozen=True):
    """Where in the bytes of what is no text or HTML by itself a stretch of its text stands: "page 3", an entry's id."""

    at: str
    span: Span


class Page(msgspec.Struct, frozen=True):
    """A capture decoded into text, and what the page says of itself; its dates are the source's claim.

    `main_text` is of a page without a statement, and `main_text_from` tells who picked it: trafilatura, or our own rules.
    `evidence` is of the days of such a page, or of one with several statements; a statement has its own.
    """

    kind: PageKind
    title: str | None
    language: str | None
    posted_on: str | None
    updated_on: str | None
    page_says_at: str | None
    dateline: str | None
    clocks: tuple[Clock, ...]
    contacts: tuple[Contact, ...]
    counters: tuple[Counter, ...]
    pager: str | None
    main_text: str | None
    learnt: Learnt | None
    text: str
    regions: tuple[Region, ...]
    told: tuple[str, ...] = ()
    """The keys of the source's file that decided something on this page."""
    places: tuple[Place, ...] = ()
    main_text_from: MainTextFrom | None = None
    evidence: dict[str, tuple[Evidence, ...]] = {}
    alternates: tuple[Alternate, ...] = ()
    canonical: str | None = None
    """The address that the page names as its own, where that is another than it was captured at: the source's claim."""
