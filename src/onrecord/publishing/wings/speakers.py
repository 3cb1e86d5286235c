"""The pages of speakers: the offices that statements print for each over time, and their statements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from onrecord.publishing.contents import Listing
from onrecord.publishing.frame import Frame, link_pages
from onrecord.publishing.lists.messages import Entry, ListPage, page_count, page_of
from onrecord.publishing.slugs import slug_of
from onrecord.publishing.statement.structured import structure_page

PER_PAGE = 200
"""How many speakers one page of all speakers names."""

_FURTHER = re.compile(r"([2-9]|[1-9]\d{1,4})")
_OLDER = re.compile(r"[1-9]\d{0,4}")


class Office(NamedTuple):
    """An office as statements print it beside a name: on how many, and from when to when, as far as is held."""

    name: str | None
    first: str | None
    last: str | None
    statements: int


class SpeakerView(NamedTuple):
    """A speaker: the name as it is printed, the offices in order of time, and the statements, the latest first."""

    name: str
    slug: str
    offices: tuple[Office, ...]
    entries: tuple[Entry, ...]

    @property
    def first(self) -> str | None:
        """The earliest day of a statement."""
        return min((each.first for each in self.offices if each.first), default=None)

    @property
    def last(self) -> str | None:
        """The latest day of a statement."""
        return max((each.last for each in self.offices if each.last), default=None)


class SpeakerRow(NamedTuple):
    """A speaker in the table of all: the name, the office that was printed last, how many statements."""

    name: str
    slug: str
    office: str | None
    statements: int


def view_speakers(entries: Iterable[Entry]) -> dict[str, SpeakerView]:
    """Return every speaker that a statement names, by the folder of the page, in the order of the names.

    A name is taken as it is printed: two spellings are two speakers, and two people of one name are one.
    """
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    days: defaultdict[tuple[str, str | None], list[str | None]] = defaultdict(list)
    for entry in entries:
        named = [(each.name, each.office) for each in entry.speakers]
        day = entry.given or entry.date
        # Most have one, and there are tens of thousands.
        for both in named if len(named) == 1 else dict.fromkeys(named):
            its = found[both[0]]
            if not its or its[-1] is not entry:
                its.append(entry)
            days[both].append(day)
    offices: defaultdict[str, dict[str | None, list[str | None]]] = defaultdict(dict)
    for (name, office), dated in days.items():
        offices[name][office] = dated
    views = (
        SpeakerView(name, slug_of(name), _offices(offices[name]), tuple(its)) for name, its in found.items()
    )
    return {each.slug: each for each in sorted(views, key=lambda each: (each.name.casefold(), each.name))}


def _offices(days: Mapping[str | None, Sequence[str | None]]) -> tuple[Office, ...]:
    offices = []
    for office, dated in days.items():
        known = sorted(day for day in dated if day)
        offices.append(Office(office, known[0] if known else None, known[-1] if known else None, len(dated)))
    return tuple(sorted(offices, key=lambda each: (each.first is None, each.first or "", each.name or "")))


class Speakers:
    """The part of a site that goes by who speaks."""

    def __init__(self, frame: Frame) -> None:
        """Take the site."""
        self._frame = frame

    @cached_property
    def views(self) -> dict[str, SpeakerView]:
        """Every speaker by the folder of the page."""
        contents = self._frame.contents
        return contents.once("speakers", lambda: view_speakers(contents.entries))

    def paths(self) -> Iterator[str]:
        """Yield the path of each page."""
        yield from self._index_paths()
        for view in self.views.values():
            yield from self._frame.list_paths(_listing(view))

    def page(self, path: str) -> str | None:
        """Return one page, None where there is none."""
        match path.split("/"):
            case ["speakers", "index.html"]:
                return self._index(1)
            case ["speakers", n, "index.html"] if _FURTHER.fullmatch(n):
                return self._index(int(n))
            case ["speakers", slug, "index.html"]:
                return self._speaker(slug, None)
            case ["speakers", slug, n, "index.html"] if _OLDER.fullmatch(n):
                return self._speaker(slug, int(n))
        return None

    def _index_paths(self) -> list[str]:
        pages = page_count(len(self.views), PER_PAGE)
        return ["speakers/index.html", *(f"speakers/{n}/index.html" for n in range(2, pages + 1))]

    def _index(self, n: int) -> str | None:
        listed = page_of(list(self.views.values()), PER_PAGE, n)
        if listed is None:
            return None
        rows = (
            SpeakerRow(each.name, each.slug, each.offices[-1].name, len(each.entries))
            for each in listed.entries
        )
        one = ListPage(listed.n, listed.pages, tuple(rows))
        _ = self._frame.tongue.gettext
        title = heading = _("Speakers")
        if one.pages > 1:
            title = _("%(title)s, page %(n)s of %(pages)s", title=heading, n=n, pages=one.pages)
        paths = self._index_paths()
        page = self._frame.made_page(
            paths[n - 1],
            title,
            _("Who speaks in this record."),
            structure_page(title, self._frame.profile, "AboutPage"),
        )._replace(heading=heading)
        links = link_pages(paths, n, page.root)
        return self._frame.render("speakers.html", page, list=one, pages=links, total=len(self.views))

    def _speaker(self, slug: str, n: int | None) -> str | None:
        view = self.views.get(slug)
        if view is None:
            return None
        # Only the newest page tells more than the name, and a page is made from no more than it shows.
        shown = view._replace(entries=(), offices=view.offices if n is None else ())
        return self._frame.list_page(_listing(view), n, "speaker.html", "ProfilePage", speaker=shown)


def _listing(view: SpeakerView) -> Listing:
    return Listing(f"speakers/{view.slug}", view.name, list(view.entries))
