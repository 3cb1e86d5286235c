"""The pages of sources: what is held of each and what is missing, as a picture and as a table, and its messages."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from onrecord.model import Coverage, MonthCovered
from onrecord.publishing.contents import Listing
from onrecord.publishing.frame import Frame
from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.pictures.coverage import render_coverage
from onrecord.publishing.slugs import slug_of
from onrecord.publishing.statement.structured import structure_page
from onrecord.publishing.tongues import open_tongue
from onrecord.record.asked.months import left_out

_OLDER = re.compile(r"[1-9]\d{0,4}")

MOST_ROWS = 96
"""Rows of the table of months on a page, the latest; the whole stands in the file beside it."""


class MonthRow(NamedTuple):
    """A month, or months in a row in which nothing was dated and the same is known: `link` leads to the statements."""

    first: str
    last: str
    captures: int
    statements: int
    missing: int
    link: str | None


class SourceView(NamedTuple):
    """What the page of a source shows; `level` tells how much of its words is published."""

    name: str
    slug: str
    hosts: tuple[str, ...]
    level: str
    whose: str
    coverage: Coverage | None
    months: tuple[MonthRow, ...]
    is_cut: bool
    statements: int


def fold_months(months: Sequence[MonthCovered], links: dict[str, str]) -> Iterator[MonthRow]:
    """Yield the months, those in a row without a statement and without a capture as one row.

    `links` lead from a month to the first of its statements in the list.
    """
    listed = {month.month: month for month in months}
    unlisted = {gap.from_: gap.to for gap in left_out(listed)}
    empty: list[str] = []
    for first, last in sorted([*unlisted.items(), *zip(listed, listed, strict=True)]):
        month = listed.get(first)
        if month is None or not (month.statements or month.captures or month.announced_not_held):
            empty += [first, last]
            continue
        if empty:
            yield MonthRow(empty[0], empty[-1], 0, 0, 0, None)
        empty = []
        yield MonthRow(
            first, last, month.captures, month.statements, month.announced_not_held, links.get(first)
        )
    if empty:
        yield MonthRow(empty[0], empty[-1], 0, 0, 0, None)


def write_months(coverage: Coverage) -> str:
    """Return the table of months as CSV."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(("month", "captures", "statements", "announced", "announced_not_held"))
    for each in coverage.months:
        table.writerow((each.month, each.captures, each.statements, each.announced, each.announced_not_held))
    return text.getvalue()


def group_by_publisher(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return the entries under their sources, those without one under no name."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.source or ""].append(entry)
    return dict(found)


def _draw(tag: str, coverage: Coverage) -> str:
    return render_coverage([coverage], open_tongue(tag))


class Sources:
    """The part of a site that goes by who publishes."""

    def __init__(self, frame: Frame) -> None:
        """Take the site."""
        self._frame = frame
        self._views: dict[str, SourceView] = {}

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of each source by the folder of its page: those of which something is held."""
        names = {*self._frame.contents.coverages, *filter(None, self._entries)}
        return {slug_of(name): name for name in sorted(names, key=lambda name: (name.casefold(), name))}

    @cached_property
    def _hosts(self) -> Mapping[str, tuple[str, ...]]:
        contents = self._frame.contents
        return contents.once("hosts", contents.record.hosts)

    @cached_property
    def _entries(self) -> dict[str, list[Entry]]:
        contents = self._frame.contents
        return contents.once("entries by source", lambda: group_by_publisher(contents.entries))

    def paths(self) -> Iterator[str]:
        """Yield the path of each page and file."""
        yield "sources/index.html"
        for slug, name in self.names.items():
            yield from self._frame.list_paths(self._listing(slug))
            if name in self._frame.contents.coverages:
                yield from (f"sources/{slug}/coverage.svg", f"sources/{slug}/coverage.csv")

    def page(self, path: str) -> str | None:
        """Return one page or file, None where there is none."""
        match path.split("/"):
            case ["sources", "index.html"]:
                return self._index()
            case ["sources", slug, "index.html"] if slug in self.names:
                return self._source(slug, None)
            case ["sources", slug, n, "index.html"] if slug in self.names and _OLDER.fullmatch(n):
                return self._source(slug, int(n))
            case ["sources", slug, "coverage.svg" | "coverage.csv" as file] if slug in self.names:
                coverage = self._frame.contents.coverages.get(self.names[slug])
                if coverage is None:
                    return None
                draw = partial(_draw, self._frame.tongue.tag) if file.endswith("svg") else write_months
                return self._frame.drawn(draw, coverage)
        return None

    def _index(self) -> str:
        views = [self._outline(slug) for slug in self.names]
        _ = self._frame.tongue.gettext
        heading = _("Sources")
        page = self._frame.made_page(
            "sources/index.html",
            heading,
            _("Which sources this record holds something of, and how much of it is published here."),
            structure_page(heading, self._frame.profile),
        )
        return self._frame.render("sources.html", page, sources=views)

    def _source(self, slug: str, n: int | None) -> str | None:
        # Only the newest page tells more than the name, and a page is made from no more than it shows.
        view = self.view(slug)._replace(statements=0)
        view = view if n is None else view._replace(coverage=None, months=())
        return self._frame.list_page(self._listing(slug), n, "source.html", "ProfilePage", source=view)

    def _listing(self, slug: str) -> Listing:
        return Listing(f"sources/{slug}", self.names[slug], self.entries_of(slug))

    def entries_of(self, slug: str) -> list[Entry]:
        """Return the statements of which a source is the first, the latest first."""
        return self._entries.get(self.names[slug], [])

    def view(self, slug: str) -> SourceView:
        """Return what is shown of a source."""
        if slug not in self._views:
            self._views[slug] = self._view(slug)
        return self._views[slug]

    def _view(self, slug: str) -> SourceView:
        coverage = self._frame.contents.coverages.get(self.names[slug])
        links = {month: path for month, (_, path) in self._frame.months_of(self._listing(slug)).items()}
        rows = tuple(fold_months(coverage.months, links)) if coverage else ()
        shown, is_cut = rows[-MOST_ROWS:], len(rows) > MOST_ROWS
        return self._outline(slug)._replace(coverage=coverage, months=shown, is_cut=is_cut)

    def _outline(self, slug: str) -> SourceView:
        """Return what the list of all sources shows of one."""
        contents, name = self._frame.contents, self.names[slug]
        return SourceView(
            name=name,
            slug=slug,
            hosts=self._hosts.get(name, ()),
            level=contents.terms.level(name),
            whose="own" if self._frame.profile.own or contents.terms.is_own(name) else "others",
            coverage=None,
            months=(),
            is_cut=False,
            statements=len(self._entries.get(name, ())),
        )
