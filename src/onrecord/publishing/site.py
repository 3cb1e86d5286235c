"""A static site of the record: every page a function of the record, the profile and one moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import msgspec
from msgspec.structs import replace

from onrecord.custody import Tombstone
from onrecord.model import AnnouncedNotice, Held, Listed
from onrecord.publishing.files import SiteFolder, folder_name
from onrecord.publishing.furniture import Furniture, furnish
from onrecord.publishing.messages import (
    UNDATED,
    Entry,
    ListPage,
    entry_of,
    group_by_source,
    group_by_year,
    group_parts,
    sort_announced,
    sort_entries,
    split_pages,
)
from onrecord.publishing.pages import Shown, view_statement
from onrecord.publishing.profile import Profile, section_folder
from onrecord.publishing.rendering import open_templates, style_sheet
from onrecord.publishing.structured import structure_page, structure_site, structure_statement
from onrecord.publishing.terms import Terms, Told, length_of
from onrecord.publishing.tombs import view_tombstone
from onrecord.publishing.wording import direction_of


class PublishedRecord(Protocol):
    """What a site needs of a record."""

    def listed(self) -> Iterable[Listed]:
        """Return every statement of the record."""

    def held(self, id_: str, version: int | None = None, /) -> Held:
        """Return one version of a statement, the current one where none is named."""

    def notices(self) -> Iterable[AnnouncedNotice]:
        """Return every notice of the record, with the list that showed it."""


class Published(msgspec.Struct, frozen=True):
    """What was written: how many pages and bytes, for how many statements, and where."""

    pages: int
    bytes: int
    statements: int
    folder: str


class SitePage(NamedTuple):
    """What every template knows of its page; `root` leads from it to the site's folder."""

    path: str
    root: str
    title: str
    heading: str
    description: str
    structured: dict[str, Any]
    address: str | None
    language: str = "en"
    direction: str = "ltr"
    is_front: bool = False
    is_version: bool = False


class Target(NamedTuple):
    """A link of the navigation; `own`: its name is the profile's, in the profile's language."""

    name: str
    path: str
    own: bool = False
    total: int = 0


class PageLink(NamedTuple):
    """A link of a pager, relative to the page it stands on."""

    n: int
    link: str


def publish_site(
    record: PublishedRecord,
    folder: str | Path,
    profile: Profile | None,
    at: str,
    *,
    told: Told = lambda source: None,
    tombstones: Iterable[Tombstone] = (),
) -> Published:
    """Return what was written of a static site of the record; without a profile, the neutral one.

    `at` is the ISO 8601 time, with its zone, of dateline, clocks and counters. The same record, profile and
    time give the same bytes. `told` tells how much of a source's statements is published; the profile tells it of the others.
    What was removed has its tombstones. Raises WrongCall for a time without a zone and for a folder that holds anything else.
    """
    chosen = profile or Profile()
    furniture = furnish(chosen, at)
    with SiteFolder(folder, furniture.at) as place:
        site = _Site(record, chosen, furniture, place, Terms(told, chosen.otherwise), list(tombstones))
        site.write()
        place.finish()
        return Published(site.pages, place.bytes, len(site.entries), str(place.folder))


class _Site:
    """One publication under way: the lists it is made of, and the pages written so far."""

    def __init__(
        self,
        record: PublishedRecord,
        profile: Profile,
        furniture: Furniture,
        place: SiteFolder,
        terms: Terms,
        tombstones: list[Tombstone],
    ) -> None:
        self.record = record
        self.terms = terms
        self.tombstones = tombstones
        self.profile = profile
        self.furniture = furniture
        self.place = place
        self.pages = 0
        self.templates = open_templates()
        self.entries = sort_entries(
            entry_of(terms.held(record.held(listed.id))[0]) for listed in record.listed()
        )
        self.announced = sort_announced(self._published(notice) for notice in record.notices())
        self.sections = list(self._sections())
        self.navigation = list(self._navigation())

    def write(self) -> None:
        """Write every page of the site and its style sheet."""
        self.place.write("assets/style.css", style_sheet())
        self._write_front()
        self._write_statements()
        self._write_messages()
        self._write_announced()
        self._write_removed()
        self._write_about()

    def _published(self, announced: AnnouncedNotice) -> AnnouncedNotice:
        if self.terms.level(announced.source) != "metadata":
            return announced
        return replace(announced, notice=replace(announced.notice, lead=None))

    def _sections(self) -> Iterator[tuple[Target, list[Entry]]]:
        for section in self.profile.sections:
            entries = [entry for entry in self.entries if not set(section.kinds).isdisjoint(entry.kinds)]
            path = f"sections/{section_folder(section)}/index.html"
            yield Target(section.name, path, own=True, total=len(entries)), entries

    def _navigation(self) -> Iterator[Target]:
        yield Target("Front page", "index.html")
        yield Target("All messages", "messages/index.html")
        for target, _ in self.sections:
            yield target
        if self.announced:
            yield Target("Announced, not held", "announced.html")
        if self.tombstones:
            yield Target("Removed", "removed.html")
        yield Target("About this record", "about.html")

    def _write_front(self) -> None:
        page = self._page(
            "index.html",
            self.profile.name,
            f"{self.profile.name}: the latest messages.",
            structure_site(self.profile, self.furniture.at),
        )
        self._render("front.html", page._replace(is_front=True), entries=self.entries[: self.profile.latest])

    def _write_statements(self) -> None:
        parts = group_parts(self.entries)
        for entry in self.entries:
            held = self.record.held(entry.id)
            others = parts.get(entry.id, ())
            self._write_statement(held, entry, others)
            for version in held.listed.versions:
                self._write_statement(self.record.held(entry.id, version.n), entry, others, is_version=True)

    def _write_statement(
        self, held: Held, entry: Entry, others: Sequence[Entry], *, is_version: bool = False
    ) -> None:
        whole = held
        held, level = self.terms.held(whole)
        shown = Shown(level, length_of(held), length_of(whole))
        view = view_statement(held, entry, others, self.profile, shown)
        # The current version's page shows what the statement's own page shows: the latter is the one to keep.
        own = f"statements/{entry.folder}/index.html"
        path = f"statements/{entry.folder}/v{view.version}/index.html" if is_version else own
        kept = own if view.version == view.current else path
        title = f"{view.title} (version {view.version})" if is_version else view.title
        structured = structure_statement(held, view.title, self.profile, self._address(kept))
        page = self._page(path, title, view.description, structured)._replace(
            address=self._address(kept),
            language=view.language,
            direction=direction_of(view.language),
            is_version=is_version,
        )
        self._render("statement.html", page, view=view)

    def _write_messages(self) -> None:
        years = group_by_year(self.entries)
        listed_years = [
            Target("Undated" if year == UNDATED else year, f"messages/{year}/index.html", total=len(entries))
            for year, entries in years.items()
        ]
        title, structured = "All messages", structure_page("All messages", self.profile)
        page = self._page(
            "messages/index.html", title, f"All messages of {self.profile.name}, by year.", structured
        )
        sections = [target for target, _ in self.sections]
        # So few that one page takes them all: nobody has to choose a year first.
        entries = self.entries if len(self.entries) <= self.profile.messages_per_page else []
        self._render(
            "years.html",
            page,
            total=len(self.entries),
            years=listed_years,
            sections=sections,
            entries=entries,
        )
        for year, entries in years.items():
            heading = "Undated messages" if year == UNDATED else f"Messages of {year}"
            self._write_list(f"messages/{year}", heading, entries)
        for target, entries in self.sections:
            self._write_list(target.path.removesuffix("/index.html"), target.name, entries, is_own=True)

    def _write_list(
        self, folder: str, heading: str, entries: Sequence[Entry], *, is_own: bool = False
    ) -> None:
        lists = split_pages(entries, self.profile.messages_per_page)
        paths = [f"{folder}/index.html" if one.n == 1 else f"{folder}/{one.n}/index.html" for one in lists]
        for one, path in zip(lists, paths, strict=True):
            page = self._list_page(path, heading, one)
            links = [PageLink(n, page.root + other) for n, other in enumerate(paths, start=1)]
            self._render("list.html", page, list=one, pages=links, total=len(entries), is_own=is_own)

    def _write_announced(self) -> None:
        lists = split_pages(self.announced, self.profile.messages_per_page)
        paths = ["announced.html" if one.n == 1 else f"announced/{one.n}/index.html" for one in lists]
        for one, path in zip(lists, paths, strict=True):
            page = self._list_page(path, "Announced, not held", one)
            links = [PageLink(n, page.root + other) for n, other in enumerate(paths, start=1)]
            by_source = group_by_source(one.entries)
            self._render(
                "announced.html", page, list=one, by_source=by_source, pages=links, total=len(self.announced)
            )

    def _write_removed(self) -> None:
        if not self.tombstones:
            return
        views = [view_tombstone(each, self.profile) for each in self.tombstones]
        title = "Removed"
        described = "What was removed from this record, by whom, when and why."
        page = self._page("removed.html", title, described, structure_page(title, self.profile))
        self._render("removed.html", page, tombstones=views, is_one=False)
        held = {entry.id for entry in self.entries}
        for each, view in zip(self.tombstones, views, strict=True):
            for statement in each.statements:
                if statement in held:  # captured again since, in other bytes
                    continue
                path = f"statements/{folder_name(statement)}/index.html"
                heading = "A statement that was removed"
                one = self._page(path, heading, described, structure_page(heading, self.profile, "WebPage"))
                self._render("removed.html", one, tombstones=[view], is_one=True)

    def _write_about(self) -> None:
        heading = "About this record"
        description = "Who keeps this record, what it claims and what not, and what proof there is."
        page = self._page(
            "about.html", heading, description, structure_page(heading, self.profile, "AboutPage")
        )
        levels = {self.terms.level(listed.source) for listed in self.record.listed()}
        self._render(
            "about.html",
            page,
            total=len(self.entries),
            announced=len(self.announced),
            is_cut=bool(levels - {"full"}),
            removed=len(self.tombstones),
        )

    def _list_page(self, path: str, heading: str, one: ListPage[Any]) -> SitePage:
        title = heading if one.pages == 1 else f"{heading}, page {one.n} of {one.pages}"
        description = f"{title}: date, title and first words of each."
        return self._page(path, title, description, structure_page(title, self.profile))._replace(
            heading=heading
        )

    def _page(self, path: str, title: str, description: str, structured: dict[str, Any]) -> SitePage:
        root = "../" * path.count("/")
        return SitePage(path, root, title, title, description, structured, self._address(path))

    def _address(self, path: str) -> str | None:
        return self.profile.url + path.removesuffix("index.html") if self.profile.url else None

    def _render(self, template: str, page: SitePage, **values: Any) -> None:
        text = self.templates.get_template(template).render(
            page=page,
            profile=self.profile,
            furniture=self.furniture,
            navigation=self.navigation,
            **values,
        )
        self.place.write(page.path, text)
        self.pages += 1
