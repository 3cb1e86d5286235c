"""The lists of messages by year, section and kind, the page that leads to them, and what was announced and is not held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.publishing.frame import Frame, Target, link_pages
from onrecord.publishing.lists.messages import UNDATED, group_by_source, page_count, page_of
from onrecord.publishing.statement.structured import structure_page

# 2 and 13 of "announced/13/index.html"
_FURTHER = re.compile(r"([2-9]|[1-9]\d{1,6})")
# 1 and 13 of "messages/2026/13/index.html", counted from the oldest page
_OLDER = re.compile(r"[1-9]\d{0,6}")


class Listings:
    """The part of a site that lists its messages."""

    def __init__(self, frame: Frame) -> None:
        """Take the site."""
        self._frame = frame

    def paths(self) -> Iterator[str]:
        """Yield the path of each page."""
        frame, announced = self._frame, len(self._frame.contents.announced)
        yield "messages/index.html"
        for listing in frame.listings.values():
            yield from frame.list_paths(listing)
        if announced:
            yield "announced.html"
            pages = page_count(announced, frame.profile.messages_per_page)
            yield from (f"announced/{n}/index.html" for n in range(2, pages + 1))

    def page(self, path: str) -> str | None:
        """Return one page, None where there is none."""
        match path.split("/"):
            case ["announced.html"]:
                return self._announced(1)
            case ["announced", n, "index.html"] if _FURTHER.fullmatch(n):
                return self._announced(int(n))
            case ["messages", "index.html"]:
                return self._messages()
            case [*folder, n, "index.html"] if _OLDER.fullmatch(n) and len(folder) == 2:
                return self._list_at("/".join(folder), int(n))
            case [*folder, "index.html"]:
                return self._list_at("/".join(folder), None)
        return None

    def _list_at(self, folder: str, n: int | None) -> str | None:
        listing = self._frame.listings.get(folder)
        return None if listing is None else self._frame.list_page(listing, n)

    def _messages(self) -> str:
        contents, _ = self._frame.contents, self._frame.tongue.gettext
        listed_years = [
            Target(
                _("Undated") if year == UNDATED else year, f"messages/{year}/index.html", total=len(entries)
            )
            for year, entries in contents.years.items()
        ]
        by_month = [
            (listed, self._months(f"messages/{year}"))
            for listed, year in zip(listed_years, contents.years, strict=True)
        ]
        title = _("All messages")
        described = _("All messages of %(site)s, by year.", site=self._frame.profile.name)
        page = self._frame.made_page(
            "messages/index.html", title, described, structure_page(title, self._frame.profile)
        )
        sections = [
            Target(one.name, f"{one.folder}/index.html", own=True, total=len(one.entries))
            for one in contents.sections
        ]
        # So few that one page takes them all: nobody has to choose a year first.
        are_few = len(contents.entries) <= self._frame.profile.messages_per_page
        return self._frame.render(
            "years.html",
            page._replace(feed=""),
            total=len(contents.entries),
            years=by_month,
            sections=sections,
            kinds=[
                Target(one.name, f"{one.folder}/index.html", total=len(one.entries))
                for one in self._frame.kinds
            ],
            entries=list(contents.with_leads(contents.entries)) if are_few else [],
        )

    def _months(self, folder: str) -> list[Target]:
        """Return the months of a list, the latest first, each with where its messages begin and how many they are."""
        listing = self._frame.listings[folder]
        months = self._frame.months_of(listing)
        return [
            Target(self._frame.tongue.short_month(month), each.path, total=each.total)
            for month, each in months.items()
        ]

    def _announced(self, n: int) -> str | None:
        announced = self._frame.contents.announced
        one = page_of(announced, self._frame.profile.messages_per_page, n) if announced else None
        if one is None:
            return None
        paths = ["announced.html", *(f"announced/{other}/index.html" for other in range(2, one.pages + 1))]
        page = self._frame.listed_page(paths[n - 1], self._frame.tongue.gettext("Announced, not held"), one)
        links = link_pages(paths, n, page.root)
        by_source = group_by_source(one.entries)
        return self._frame.render(
            "announced.html", page, list=one, by_source=by_source, pages=links, total=len(announced)
        )
