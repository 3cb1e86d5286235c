"""What became of statements, month by month: new, edited, removed, returned, moved, joined, resolved; what was seen last first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from onrecord.model import Event
from onrecord.publishing.contents import Contents
from onrecord.publishing.frame import Frame, PageLink, Target, growing_paths, link_growing, link_pages
from onrecord.publishing.lists.messages import Entry, ListPage, growing_page, page_count, page_of
from onrecord.publishing.retold import CORRECTED, retell
from onrecord.publishing.statement.pages import link_to
from onrecord.publishing.statement.revised import diff_folder
from onrecord.publishing.statement.structured import structure_page
from onrecord.publishing.tongues import ENGLISH, Tongue
from onrecord.publishing.wording import day_of

PER_PAGE = 60
"""Events of one page."""

_EDITS = "changes/edits"
_MONTH = re.compile(r"\d{4}-\d{2}")
_FURTHER = re.compile(r"([2-9]|[1-9]\d{1,5})")
# 1 and 13 of "changes/edits/13/index.html", counted from the oldest page
_OLDER = re.compile(r"[1-9]\d{0,5}")


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


def view_event(event: Event, entry: Entry, tongue: Tongue = ENGLISH) -> EventView:
    """Return an event as its line shows it; `entry` is its statement."""
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
        _because(event, tongue),
        _path_of(event, entry),
        tuple(dict.fromkeys(kinds)),
        link_to(event.url),
        event.url if event.event in ("moved", "joined") else None,
    )


def _because(event: Event, tongue: Tongue) -> str | None:
    # That what is new was captured for the first time, and an edit seen, says nothing more; what its keeper says of one does.
    if event.event in ("new", "edited") and not event.because.startswith(CORRECTED):
        return None
    return retell(event.because, tongue)


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
    months: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        months[event.seen_at[:7]].append(event)
    return dict(months)


def months_of(contents: Contents) -> dict[str, list[Event]]:
    """Return the events that a site lists under the months in which they were seen, the latest month first."""
    return contents.once("events by month", lambda: group_by_month(contents.events))


class Stream:
    """The part of a site that tells what is new and what was changed."""

    def __init__(self, frame: Frame) -> None:
        """Take the site."""
        self._frame = frame

    @cached_property
    def months(self) -> dict[str, list[Event]]:
        """The events of each month in which they were seen, the latest month first."""
        return months_of(self._frame.contents)

    @cached_property
    def edits(self) -> list[Event]:
        """The events that are edits, as the source made them or as its keeper corrected it; what was seen last first."""
        contents = self._frame.contents
        return contents.once("edits", lambda: [each for each in contents.events if each.event == "edited"])

    @cached_property
    def _by_month(self) -> list[Target]:
        """The first page of each month, with how many events that has."""
        date = self._frame.tongue.date
        return [
            Target(date(month), f"changes/{month}/index.html", total=len(events))
            for month, events in self.months.items()
        ]

    def paths(self) -> Iterator[str]:
        """Yield the path of each page."""
        yield "changes/index.html"
        if self.edits:
            yield from growing_paths(_EDITS, len(self.edits), PER_PAGE)
        for month, events in self.months.items():
            yield from _paths_of(month, len(events))

    def page(self, path: str) -> str | None:
        """Return one page, None where there is none."""
        match path.split("/"):
            case ["changes", "index.html"]:
                return self._latest()
            case ["changes", "edits", "index.html"] if self.edits:
                return self._edited(None)
            case ["changes", "edits", n, "index.html"] if _OLDER.fullmatch(n):
                return self._edited(int(n))
            case ["changes", month, "index.html"] if _MONTH.fullmatch(month) and month in self.months:
                return self._month(month, 1)
            case ["changes", month, n, "index.html"] if _FURTHER.fullmatch(n) and month in self.months:
                return self._month(month, int(n))
        return None

    def _latest(self) -> str:
        events = self._frame.contents.events[:PER_PAGE]
        one = ListPage(1, 1, tuple(events))
        return self._page(
            "changes/index.html", self._frame.tongue.gettext("Changes"), one, (), months=self._by_month
        )

    def _edited(self, n: int | None) -> str | None:
        """Return one page of the edits, which are divided by nothing: counted from the oldest, so that one edit more moves no page."""
        one = growing_page(self.edits, PER_PAGE, n)
        if one is None:
            return None
        paths = growing_paths(_EDITS, len(self.edits), PER_PAGE)
        path, heading = paths[one.pages - one.n], self._frame.tongue.gettext("Edits seen")
        root = "../" * path.count("/")
        return self._page(path, heading, one, link_growing(paths, one.n, root), is_numbered=n is not None)

    def _month(self, month: str, n: int) -> str | None:
        one = page_of(self.months[month], PER_PAGE, n)
        if one is None:
            return None
        paths = _paths_of(month, len(self.months[month]))
        tongue = self._frame.tongue
        heading = tongue.gettext("Changes seen in %(month)s", month=tongue.date(month))
        # How many there are of all months stands on one page, and not on each: one more would change them all.
        at = list(self.months).index(month)
        near = self._by_month[max(at - 1, 0) : at + 2]
        near = [each._replace(total=0) for each in near]
        path = paths[n - 1]
        return self._page(path, heading, one, link_pages(paths, n, "../" * path.count("/")), near=near)

    def _page(
        self, path: str, heading: str, one: ListPage[Event], pages: Sequence[PageLink], *,
        months: Sequence[Target] = (), near: Sequence[Target] = (), is_numbered: bool = True,
    ) -> str:  # fmt: skip
        tongue, title = self._frame.tongue, heading
        if one.pages > 1 and is_numbered:
            title = tongue.gettext(
                "%(title)s, page %(n)s of %(pages)s", title=heading, n=one.n, pages=one.pages
            )
        by_id = self._frame.contents.by_id
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
            events=self._frame.viewed(
                self._view, [(each, by_id[each.statement or ""]) for each in one.entries]
            ),
            list=one,
            pages=pages,
            total=None if pages else len(self._frame.contents.events),
            months=months,
            near=near,
            has_edits=bool(months and self.edits),
        )

    def _view(self, told: tuple[Event, Entry]) -> EventView:
        return view_event(*told, self._frame.tongue)


def _paths_of(month: str, total: int) -> list[str]:
    folder = f"changes/{month}"
    further = range(2, page_count(total, PER_PAGE) + 1)
    return [f"{folder}/index.html", *(f"{folder}/{n}/index.html" for n in further)]
