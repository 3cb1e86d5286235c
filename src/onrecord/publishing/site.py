"""A site of the record: every page a function of its path, the record, the profile and one moment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from markupsafe import Markup

from onrecord.model import Held
from onrecord.publishing.citing.boxes import Box, cite_page, cite_version
from onrecord.publishing.contents import Contents, Listing
from onrecord.publishing.files import folder_name
from onrecord.publishing.frame import Other, SitePage, Target, Wing, growing_paths, link_growing, link_pages
from onrecord.publishing.furniture import furnish
from onrecord.publishing.lists.feeds import Feed, render_feed
from onrecord.publishing.lists.maps import map_paths, render_map, render_part, render_robots
from onrecord.publishing.lists.messages import (
    UNDATED,
    Entry,
    ListPage,
    group_by_source,
    growing_page,
    page_count,
    page_of,
)
from onrecord.publishing.lists.terms import length_of
from onrecord.publishing.rendering import clock_script, icon, open_templates, style_sheet
from onrecord.publishing.statement.pages import Shown, StatementView, as_draft, view_statement
from onrecord.publishing.statement.structured import structure_page, structure_site, structure_statement
from onrecord.publishing.statement.told import Told, tell
from onrecord.publishing.statement.tombs import view_tombstone
from onrecord.publishing.tongues import Tongue, open_tongue, prefix_of
from onrecord.publishing.wings.cards import render_card, snippet_of
from onrecord.publishing.wings.months import InList, months_in_list
from onrecord.publishing.wings.wings import open_wings
from onrecord.publishing.wording import direction_of

# v1 and v12 of "statements/ID/v12/index.html"; 2 and 13 of "messages/2026/13/index.html"
_VERSION = re.compile(r"v([1-9]\d{0,5})")
# What has words of its own, and so is made in each language.
_SPEAKING = (".html", ".svg")
_FURTHER = re.compile(r"([2-9]|[1-9]\d{1,6})")
# 1 and 13 of "messages/2026/13/index.html", counted from the oldest page
_OLDER = re.compile(r"[1-9]\d{0,6}")
_PART = re.compile(r"[1-9]\d{0,5}\.xml")  # "12.xml"


class Site:
    """The pages of a site at one moment, each made when it is asked for.

    `base` is the address of the site's folder, where one is known. A site that is `served` also has search and check. `tongue` is
    the language of its own words; pages in another than the profile's first stand in a folder of their own, the `prefix`.
    """

    def __init__(
        self,
        contents: Contents,
        moment: str,
        *,
        base: str | None = None,
        served: bool = False,
        tongue: Tongue | None = None,
    ) -> None:
        """Take what is listed, and the time of what stands around every page."""
        self.contents = contents
        self.profile = contents.profile
        self.tongue = tongue or open_tongue(self.profile.interface[0])
        self.prefix = prefix_of(self.tongue.tag, self.profile)
        self.furniture = furnish(self.profile, moment, self.tongue)
        self.served = served
        self.drafts = contents.previews is not None
        self.base = base
        self.templates = open_templates(self.tongue)
        self.navigation = list(self._navigation())
        self.record_navigation = list(self._record_navigation())
        self.wings: tuple[Wing, ...] = open_wings(self)
        self._named = {target.path for target in (*self.navigation, *self.record_navigation)}
        self._masthead = lru_cache(maxsize=128)(self._make_masthead)
        self._colophon = lru_cache(maxsize=128)(self._make_colophon)
        self._seen = lru_cache(maxsize=1)(self._view)
        self._boxed = lru_cache(maxsize=1)(self._cite)
        # Its own file, and in the lines that set it on other pages.
        self.card = lru_cache(maxsize=1)(self._card)

    def paths(self) -> Iterator[str]:
        """Yield the path of every file, relative to the folder of its language; what has no language stands with the first one."""
        contents = self.contents
        yield from ("index.html", "about.html")
        if not self.prefix:
            yield from ("assets/style.css", "assets/icon.svg")
            if self.furniture.clocks:
                yield "assets/clocks.js"
            if self.base is not None:
                yield from (*map_paths(len(contents.entries)), "robots.txt")
        for entry in self.paged():
            yield f"statements/{entry.folder}/index.html"
            for n in range(1, entry.versions + 1):
                yield f"statements/{entry.folder}/v{n}/index.html"
        yield "messages/index.html"
        for listing in self.listings.values():
            yield from self.list_paths(listing)
        if contents.announced:
            yield "announced.html"
            pages = page_count(len(contents.announced), self.profile.messages_per_page)
            yield from (f"announced/{n}/index.html" for n in range(2, pages + 1))
        if contents.tombstones:
            yield "removed.html"
        for statement in contents.removed:
            yield f"statements/{folder_name(statement)}/index.html"
        told = (path for wing in self.wings for path in wing.paths())
        yield from (path for path in told if not self.prefix or path.endswith(_SPEAKING))

    def paged(self) -> Iterable[Entry]:
        """Return the statements whose files the site names."""
        return self.contents.every

    def page(self, path: str) -> str | None:
        """Return the text of one file of the site, None where it has none at that path."""
        if self.prefix and not path.endswith(_SPEAKING):
            return None
        text = self._own_page(path)
        return (
            text if text is not None else next(filter(None, (wing.page(path) for wing in self.wings)), None)
        )

    def _own_page(self, path: str) -> str | None:
        match path.split("/"):
            case ["assets", "style.css"]:
                return style_sheet(served=self.served)
            case ["assets", "icon.svg"]:
                return icon()
            case ["assets", "clocks.js"] if self.furniture.clocks:
                return clock_script()
            case ["index.html"]:
                return self._front()
            case ["about.html"]:
                return self._about()
            case ["announced.html"]:
                return self._announced(1)
            case ["announced", n, "index.html"] if _FURTHER.fullmatch(n):
                return self._announced(int(n))
            case ["removed.html"]:
                return self._removed()
            case ["messages", "index.html"]:
                return self._messages()
            case ["statements", folder, *rest]:
                return self._statement_at(folder, rest)
            case ["robots.txt"] if self.drafts:
                return "User-agent: *\nDisallow: /\n"
            case ["sitemap.xml"] if self.base is not None and not self.drafts:
                return render_map(self.base, self.contents.entries)
            case ["sitemaps", part] if self.base is not None and not self.drafts and _PART.fullmatch(part):
                return render_part(self.base, self.contents.entries, int(part.removesuffix(".xml")))
            case ["robots.txt"] if self.base is not None:
                return render_robots(self.base, self.profile.interface[1:], served=self.served)
            case [*folder, n, "index.html"] if _OLDER.fullmatch(n) and len(folder) == 2:
                return self._list_at("/".join(folder), int(n))
            case [*folder, "index.html"]:
                return self._list_at("/".join(folder), None)
        return None

    def render(self, template: str, page: SitePage, **values: Any) -> str:
        """Return a page of the site: all that stands around it, and what the template makes of the values."""
        here = page.path if page.path in self._named else None
        if "box" not in values:
            values["box"] = self._cited(page) if page.is_indexed and page.structured else None
        return self.templates.get_template(template).render(
            page=page,
            profile=self.profile,
            furniture=self.furniture,
            served=self.served,
            drafts=self.drafts,
            whose_is=self.contents.whose,
            masthead=self._masthead(page.root, here, is_front=page.is_front),
            colophon=self._colophon(page.root, page.top, page.feed, is_front=page.is_front),
            **values,
        )

    def _around(self, template: str, **values: Any) -> Markup:
        """Return what stands around pages: a third of the work on each of them, and the same on most."""
        text = self.templates.get_template(template).render(
            profile=self.profile, furniture=self.furniture, served=self.served, whose_is=self.contents.whose, **values
        )  # fmt: skip
        return Markup(text.strip("\n"))

    def _make_masthead(self, root: str, here: str | None, *, is_front: bool) -> tuple[Markup, Markup]:
        """Return what stands before the links to the page in other languages, which each page has of its own, and behind them."""
        targets = (self.navigation, self.record_navigation)
        made = self._around("masthead.html", root=root, here=here, is_front=is_front, navigation=targets)
        before, _, behind = made.partition("<!-- languages -->\n")
        return Markup(before), Markup(behind)

    def _make_colophon(self, root: str, top: str, feed: str | None, *, is_front: bool) -> Markup:
        return self._around("colophon.html", root=root, top=top, feed=feed, is_front=is_front)

    def viewed(self, view: Callable[[Any], Any], told: Sequence[Any]) -> Sequence[Any]:
        """Return what a template is given of each of these values."""
        return [view(each) for each in told]

    def drawn(self, draw: Callable[[Any], str], told: Any) -> str:
        """Return a file beside the pages."""
        return draw(told)

    def pictured(self, draw: Callable[..., Any], *told: Any) -> Any:
        """Return a picture of what is told."""
        return draw(*told)

    def render_feed(self, feed: Feed) -> str:
        """Return a feed in the form that the ending of its name tells."""
        return render_feed(feed)

    def _cited(self, page: SitePage) -> Box:
        """Return how to cite a page that is no statement: as it was on the day of its dateline."""
        _, profile, day = self.tongue.gettext, self.profile, self.furniture.date
        parts = (
            _("“%(title)s”", title=page.title),
            _("in: %(site)s, kept by %(keeper)s", site=profile.name, keeper=profile.keeper)
            if profile.keeper
            else _("in: %(site)s", site=profile.name),
            _("as of %(date)s", date=self.tongue.date(day)),
        )
        return cite_page(page.title, parts, page.path, page.address, day, page.language, profile)

    def render_alone(self, template: str, **values: Any) -> str:
        """Return a page around which nothing stands."""
        return self.templates.get_template(template).render(profile=self.profile, **values)

    def made_page(self, path: str, title: str, description: str, structured: dict[str, Any]) -> SitePage:
        """Return what every template knows of a page at this path."""
        root = "../" * path.count("/")
        top = root + "../" * self.prefix.count("/")
        return SitePage(
            path, root, top, title, title, description, structured, self._address(path),
            self.tongue.tag, self.tongue.direction, self.others(path, top), is_indexed=not self.drafts,
        )  # fmt: skip

    def others(self, path: str, top: str) -> tuple[Other, ...]:
        """Return links to a path in the other languages of the interface; `top` leads to the site's folder."""
        return tuple(
            Other(
                tag,
                open_tongue(tag).own_name,
                top + prefix_of(tag, self.profile) + path,
                self._address(path, tag),
            )
            for tag in self.profile.interface
            if tag != self.tongue.tag
        )

    def _navigation(self) -> Iterator[Target]:
        _ = self.tongue.gettext
        yield Target(_("Front page"), "index.html")
        yield Target(_("All messages"), "messages/index.html")
        for section in self.contents.sections:
            yield Target(section.name, f"{section.folder}/index.html", own=True)
        if self.served:
            yield Target(_("Search"), "search")
            yield Target(_("Check a quotation"), "check")
            yield Target(_("Review an article"), "review")

    def _record_navigation(self) -> Iterator[Target]:
        """Yield the links to what is told of the record as a whole."""
        _ = self.tongue.gettext
        yield Target(_("Speakers"), "speakers/index.html")
        yield Target(_("Sources"), "sources/index.html")
        yield Target(_("Timeline"), "timeline/index.html")
        if self.served:
            yield Target(_("Words over time"), "timeline/words")
        yield Target(_("Changes"), "changes/index.html")
        if self.contents.announced:
            yield Target(_("Announced, not held"), "announced.html")
        if self.contents.tombstones:
            yield Target(_("Removed"), "removed.html")
        yield Target(_("About this record"), "about.html")

    @cached_property
    def kinds(self) -> list[Listing]:
        """The messages of each kind, under its name."""
        named = self.contents.kinds.items()
        return [Listing(f"kinds/{kind}", self.tongue.word("kind", kind), entries) for kind, entries in named]

    @cached_property
    def listings(self) -> dict[str, Listing]:
        """Every list of messages that is nothing more, by its folder."""
        _ = self.tongue.gettext
        years = (
            Listing(
                f"messages/{year}",
                _("Undated messages") if year == UNDATED else _("Messages of %(year)s", year=year),
                entries,
            )
            for year, entries in self.contents.years.items()
        )
        return {each.folder: each for each in (*years, *self.contents.sections, *self.kinds)}

    def _front(self) -> str:
        page = self.made_page(
            "index.html",
            self.profile.name,
            self.tongue.gettext("%(site)s: the latest messages.", site=self.profile.name),
            structure_site(self.profile, self.furniture.at),
        )
        latest = self.contents.entries[: self.profile.latest]
        return self.render(
            "front.html",
            page._replace(is_front=True, feed=""),
            entries=list(self.contents.with_leads(latest)),
        )

    def _statement_at(self, folder: str, rest: list[str]) -> str | None:
        entry = self.contents.by_folder.get(folder)
        if entry is None:
            return self._removed_one(folder) if rest == ["index.html"] else None
        if rest == ["index.html"]:
            return self._statement(entry, None)
        found = _VERSION.fullmatch(rest[0]) if len(rest) == 2 and rest[1] == "index.html" else None
        if found is None or int(found[1]) > entry.versions:
            return None
        return self._statement(entry, int(found[1]))

    def _statement(self, entry: Entry, version: int | None) -> str:
        # The page of the statement and that of its current version show the same: it is made once.
        shown = None if version == entry.version else version
        held, view, told = self._seen(entry.id, shown)
        # The current version's page shows what the statement's own page shows: the latter is the one to keep.
        own = f"statements/{entry.folder}/index.html"
        path = f"statements/{entry.folder}/v{view.version}/index.html" if version is not None else own
        kept = own if view.version == view.current else path
        title = view.title
        if version is not None:
            title = self.tongue.gettext("%(title)s (version %(n)s)", title=title, n=view.version)
        structured = structure_statement(held, view.title, self.profile, self._address(kept))
        page = self.made_page(path, title, view.description, structured)._replace(
            address=self._address(kept),
            language=view.language,
            direction=direction_of(view.language),
            is_version=version is not None,
        )
        box = self._boxed(entry.id, shown, self._address(path))
        has_card = version is None and not (view.draft or entry.withdrawn)
        card = (
            snippet_of(self.card(entry.id), entry.title, self.contents.lead(entry.id)) if has_card else None
        )
        parts = told.at(page.root, is_version=page.is_version)
        return self.render("statement.html", page, view=view, told=parts, box=box, card=card)

    def _cite(self, id_: str, version: int | None, address: str | None) -> Box:
        held, view, _ = self._seen(id_, version)
        return cite_version(held, view.citation, address, self.profile)

    def _view(self, id_: str, version: int | None) -> tuple[Held, StatementView, Told]:
        """Return a version as far as it is published, what its page shows, and that as markup."""
        contents = self.contents
        whole = contents.held(id_, version)
        held, level = contents.terms.held(whole)
        shown = Shown(level, length_of(held), length_of(whole))
        entry = contents.by_id[id_]._replace(lead=contents.lead(id_))
        parts = contents.parts.get(id_, ())
        view = view_statement(held, entry, parts, self.profile, shown, self.tongue, contents.known)
        if contents.previews is not None and view.version == view.current:
            view = as_draft(view, contents.previews.get(id_))
        told = tell(self.templates, view=view, entry=entry, profile=self.profile, served=self.served)
        return held, view, told

    def _card(self, id_: str) -> str:
        contents = self.contents
        entry = contents.by_id[id_]._replace(lead=contents.lead(id_))
        return render_card(self, entry, contents.held(id_, None))

    def _messages(self) -> str:
        contents, _ = self.contents, self.tongue.gettext
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
        described = _("All messages of %(site)s, by year.", site=self.profile.name)
        page = self.made_page("messages/index.html", title, described, structure_page(title, self.profile))
        sections = [
            Target(one.name, f"{one.folder}/index.html", own=True, total=len(one.entries))
            for one in contents.sections
        ]
        # So few that one page takes them all: nobody has to choose a year first.
        are_few = len(contents.entries) <= self.profile.messages_per_page
        return self.render(
            "years.html",
            page._replace(feed=""),
            total=len(contents.entries),
            years=by_month,
            sections=sections,
            kinds=[
                Target(one.name, f"{one.folder}/index.html", total=len(one.entries)) for one in self.kinds
            ],
            entries=list(contents.with_leads(contents.entries)) if are_few else [],
        )

    def _months(self, folder: str) -> list[Target]:
        """Return the months of a list, the latest first, each with where its messages begin and how many they are."""
        listing = self.listings[folder]
        months = self.months_of(listing)
        return [
            Target(self.tongue.short_month(month), each.path, total=each.total)
            for month, each in months.items()
        ]

    def months_of(self, listing: Listing) -> Mapping[str, InList]:
        """Return the months of a list; several pages show them, in each language."""
        per_page = self.profile.messages_per_page
        return self.contents.once(f"months of {listing.folder}", lambda: months_in_list(listing, per_page))

    def _list_at(self, folder: str, n: int | None) -> str | None:
        listing = self.listings.get(folder)
        return None if listing is None else self.list_page(listing, n)

    def list_page(
        self,
        listing: Listing,
        n: int | None,
        template: str = "list.html",
        kind: str = "CollectionPage",
        **values: Any,
    ) -> str | None:
        """Return one page of a list of messages, the newest without a number, None where it has no such page; `kind` is what schema.org calls it."""
        one = growing_page(listing.entries, self.profile.messages_per_page, n)
        if one is None:
            return None
        paths = self.list_paths(listing)
        page = self._list_page(paths[one.pages - one.n], listing.name, one, is_numbered=n is not None)
        page = page._replace(structured=structure_page(page.title, self.profile, kind))
        return self.render(
            template,
            page._replace(feed=listing.feed),
            list=one._replace(entries=tuple(self.contents.with_leads(one.entries))),
            pages=link_growing(paths, one.n, page.root),
            total=len(listing.entries) if n is None else None,
            is_own=listing.own,
            **values,
        )

    def list_paths(self, listing: Listing) -> list[str]:
        """Return the paths of all pages of a list, the newest first."""
        return growing_paths(listing.folder, len(listing.entries), self.profile.messages_per_page)

    def _announced(self, n: int) -> str | None:
        announced = self.contents.announced
        one = page_of(announced, self.profile.messages_per_page, n) if announced else None
        if one is None:
            return None
        paths = ["announced.html", *(f"announced/{other}/index.html" for other in range(2, one.pages + 1))]
        page = self._list_page(paths[n - 1], self.tongue.gettext("Announced, not held"), one)
        links = link_pages(paths, n, page.root)
        by_source = group_by_source(one.entries)
        return self.render(
            "announced.html", page, list=one, by_source=by_source, pages=links, total=len(announced)
        )

    def _removed(self) -> str | None:
        if not self.contents.tombstones:
            return None
        views = [view_tombstone(each, self.profile, self.tongue) for each in self.contents.tombstones]
        title = self.tongue.gettext("Removed")
        page = self.made_page("removed.html", title, self._removals(), structure_page(title, self.profile))
        return self.render("removed.html", page, tombstones=views, is_one=False)

    def _removed_one(self, folder: str) -> str | None:
        for statement, tombstone in self.contents.removed.items():
            if folder_name(statement) == folder:
                heading = self.tongue.gettext("A statement that was removed")
                structured = structure_page(heading, self.profile, "WebPage")
                path = f"statements/{folder}/index.html"
                page = self.made_page(path, heading, self._removals(), structured)
                tombs = [view_tombstone(tombstone, self.profile, self.tongue)]
                return self.render("removed.html", page, tombstones=tombs, is_one=True)
        return None

    def _about(self) -> str:
        _ = self.tongue.gettext
        heading = _("About this record")
        description = _("Who keeps this record, what it claims and what not, and what proof there is.")
        page = self.made_page(
            "about.html", heading, description, structure_page(heading, self.profile, "AboutPage")
        )
        return self.render(
            "about.html",
            page,
            total=len(self.contents.entries),
            announced=len(self.contents.announced),
            is_cut=self.contents.is_cut,
            removed=len(self.contents.tombstones),
        )

    def _list_page(
        self, path: str, heading: str, one: ListPage[Any], *, is_numbered: bool = True
    ) -> SitePage:
        _, title = self.tongue.gettext, heading
        if one.pages > 1 and is_numbered:
            title = _("%(title)s, page %(n)s of %(pages)s", title=heading, n=one.n, pages=one.pages)
        description = _("%(title)s: date, title and first words of each.", title=title)
        structured = structure_page(title, self.profile)
        return self.made_page(path, title, description, structured)._replace(heading=heading)

    def _address(self, path: str, tag: str | None = None) -> str | None:
        """Return where a page stands for everybody, in this language or in that of the tag; None where no address was told."""
        url = self.profile.url
        prefix = self.prefix if tag is None else prefix_of(tag, self.profile)
        return url + prefix + path.removesuffix("index.html") if url else None

    def _removals(self) -> str:
        return self.tongue.gettext("What was removed from this record, by whom, when and why.")
