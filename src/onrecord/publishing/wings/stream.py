"""What became of statements, month by month: new, edited, removed, returned, moved, joined, resolved; what was seen last first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from onrecord.model import Event
from onrecord.publishing.contents import Contents
from onrecord.publishing.frame import Frame, Target, link_pages
from onrecord.publishing.lists.messages import Entry, ListPage, page_count, page_of
from onrecord.publishing.statement.pages import link_to
from onrecord.publishing.statement.revised import diff_folder
from onrecord.publishing.statement.structured import structure_page
from onrecord.publishing.tongues import ENGLISH, Tongue
from onrecord.publishing.wording import day_of

PER_PAGE = 60
"""Events of one page."""

_MONTH = re.compile(r"\d{4}-\d{2}")
_FURTHER = re.compile(r"([2-9]|[1-9]\d{1,5})")


class EventView(NamedTuple):
    """One event: what it is called, the statement, when it was seen, between which captures, and what tells so.

    `path` leads to the page that shows more of it, `kinds` are those of the changes of an edit.
    """

    name: str
    what: str
    entry: Entry
    day: str | None
    seen: str
    between: tuple[str | None, str | None]
    because: str | None
    path: str
    kinds: tuple[str, ...]
    link: str | None
    url: str | None


def view_event(event: Event, contents: Contents, tongue: Tongue = ENGLISH) -> EventView:
    """Return an event as its line shows it."""
    entry = contents.by_id[event.statement or ""]
    revision = event.revision
    kinds = (
        (tongue.word("change", each.kind) for each in revision.changes if each.kind != "cosmetic")
        if revision
        else ()
    )
    before, after = event.between
    what = tongue.word("event", event.event)
    return EventView(
        event.event,
        what[:1].upper() + what[1:],
        entry,
        day_of(event.seen_at),
        tongue.moment(event.seen_at),
        (tongue.moment(before) if before else None, tongue.moment(after) if after else None),
        # That what is new was captured for the first time says nothing more; the reasons are told in English.
        event.because if tongue.tag == "en" and event.event not in ("new", "edited") else None,
        _path_of(event, entry),
        tuple(dict.fromkeys(kinds)),
        link_to(event.url),
        event.url if event.event in ("moved", "joined") else None,
    )


def _path_of(event: Event, entry: Entry) -> str:
    """Return the page that shows most of an event, from the site's folder."""
    revision = event.revision
    if revision is not None and revision.from_ != revision.to:
        return f"{diff_folder(entry.folder, revision.from_, revision.to)}/index.html"
    if revision is not None and entry.versions > 1:
        return f"statements/{entry.folder}/history/index.html"
    if event.event == "joined" and entry.addresses > 1:
        return f"statements/{entry.folder}/witnesses/index.html"
    return f"statements/{entry.folder}/index.html"


def group_by_month(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Return events under the months in which they were seen, in the order in which they come."""
    months: dict[str, list[Event]] = {}
    for event in events:
        months.setdefault(event.seen_at[:7], []).append(event)
    return months


class Stream:
    """The part of a site that tells what is new and what was changed."""

    def __init__(self, frame: Frame) -> None:
        """Take the site."""
        self._frame = frame

    @cached_property
    def months(self) -> dict[str, list[Event]]:
        """The events of each month in which they were seen, the latest month first."""
        contents = self._frame.contents
        return contents.once("events by month", lambda: group_by_month(contents.events))

    def paths(self) -> Iterator[str]:
        """Yield the path of each page."""
        yield "changes/index.html"
        for month, events in self.months.items():
            yield from _paths_of(month, len(events))

    def page(self, path: str) -> str | None:
        """Return one page, None where there is none."""
        match path.split("/"):
            case ["changes", "index.html"]:
                return self._latest()
            case ["changes", month, "index.html"] if _MONTH.fullmatch(month) and month in self.months:
                return self._month(month, 1)
            case ["changes", month, n, "index.html"] if _FURTHER.fullmatch(n) and month in self.months:
                return self._month(month, int(n))
        return None

    def _latest(self) -> str:
        events = self._frame.contents.events[:PER_PAGE]
        return self._page(
            "changes/index.html", self._frame.tongue.gettext("Changes"), ListPage(1, 1, tuple(events)), []
        )

    def _month(self, month: str, n: int) -> str | None:
        one = page_of(self.months[month], PER_PAGE, n)
        if one is None:
            return None
        paths = _paths_of(month, len(self.months[month]))
        tongue = self._frame.tongue
        heading = tongue.gettext("Changes seen in %(month)s", month=tongue.date(month))
        return self._page(paths[n - 1], heading, one, paths)

    def _page(self, path: str, heading: str, one: ListPage[Event], paths: list[str]) -> str:
        tongue, title = self._frame.tongue, heading
        if one.pages > 1:
            title = tongue.gettext(
                "%(title)s, page %(n)s of %(pages)s", title=heading, n=one.n, pages=one.pages
            )
        page = self._frame.made_page(
            path,
            title,
            tongue.gettext(
                "What is new in this record, and what was edited, removed or moved at its source."
            ),
            structure_page(title, self._frame.profile),
        )._replace(heading=heading, feed="")
        return self._frame.render(
            "changes.html",
            page,
            events=[view_event(each, self._frame.contents, tongue) for each in one.entries],
            list=one,
            pages=link_pages(paths, one.n, page.root) if paths else [],
            total=len(self._frame.contents.events),
            months=[
                Target(tongue.date(month), f"changes/{month}/index.html", total=len(events))
                for month, events in self.months.items()
            ],
        )


def _paths_of(month: str, total: int) -> list[str]:
    folder = f"changes/{month}"
    further = range(2, page_count(total, PER_PAGE) + 1)
    return [f"{folder}/index.html", *(f"{folder}/{n}/index.html" for n in further)]
