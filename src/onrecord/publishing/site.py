"""A site of the record: every page a function of its path, the record, the profile and one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from markupsafe import Markup

from onrecord.publishing.citing.boxes import Box, cite_page
from onrecord.publishing.contents import Contents, Listing
from onrecord.publishing.frame import InList, Other, SitePage, Target, Wing, growing_paths, link_growing
from onrecord.publishing.furniture import furnish
from onrecord.publishing.lists.feeds import Feed, render_feed
from onrecord.publishing.lists.messages import (
    UNDATED,
    Entry,
    ListPage,
    growing_page,
)
from onrecord.publishing.rendering import open_templates
from onrecord.publishing.statement.structured import structure_page
from onrecord.publishing.tongues import Tongue, open_tongue, prefix_of
from onrecord.publishing.wings.cards import render_card
from onrecord.publishing.wings.months import months_in_list
from onrecord.publishing.wings.wings import open_wings

# What has words of its own, and so is made in each language.
_SPEAKING = (".html", ".svg")


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
        # Its own file, and in the lines that set it on other pages.
        self.card = lru_cache(maxsize=1)(self._card)

    def paths(self) -> Iterator[str]:
        """Yield the path of every file, relative to the folder of its language; what has no language stands with the first one."""
        told = (path for wing in self.wings for path in wing.paths())
        yield from (path for path in told if not self.prefix or path.endswith(_SPEAKING))

    def paged(self) -> Iterable[Entry]:
        """Return the statements whose files the site names."""
        return self.contents.every

    def page(self, path: str) -> str | None:
        """Return the text of one file of the site, None where it has none at that path."""
        if self.prefix and not path.endswith(_SPEAKING):
            return None
        return next(filter(None, (wing.page(path) for wing in self.wings)), None)

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
            path, root, top, title, title, description, structured, self.address_of(path),
            self.tongue.tag, self.tongue.direction, self.others(path, top), is_indexed=not self.drafts,
        )  # fmt: skip

    def others(self, path: str, top: str) -> tuple[Other, ...]:
        """Return links to a path in the other languages of the interface; `top` leads to the site's folder."""
        return tuple(
            Other(
                tag,
                open_tongue(tag).own_name,
                top + prefix_of(tag, self.profile) + path,
                self.address_of(path, tag),
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
        return [
            Listing(f"kinds/{kind}", _begun(self.tongue.word("kind", kind)), entries)
            for kind, entries in named
        ]

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

    def _card(self, id_: str) -> str:
        contents = self.contents
        entry = contents.by_id[id_]._replace(lead=contents.lead(id_))
        return render_card(self, entry, contents.held(id_, None))

    def months_of(self, listing: Listing) -> Mapping[str, InList]:
        """Return the months of a list; several pages show them, in each language."""
        per_page = self.profile.messages_per_page
        return self.contents.once(f"months of {listing.folder}", lambda: months_in_list(listing, per_page))

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
        page = self.listed_page(paths[one.pages - one.n], listing.name, one, is_numbered=n is not None)
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

    def listed_page(
        self, path: str, heading: str, one: ListPage[Any], *, is_numbered: bool = True
    ) -> SitePage:
        """Return what a template knows of a page of a list; its number is in the title of one that is numbered."""
        _, title = self.tongue.gettext, heading
        if one.pages > 1 and is_numbered:
            title = _("%(title)s, page %(n)s of %(pages)s", title=heading, n=one.n, pages=one.pages)
        description = _("%(title)s: date, title and first words of each.", title=title)
        structured = structure_page(title, self.profile)
        return self.made_page(path, title, description, structured)._replace(heading=heading)

    def address_of(self, path: str, tag: str | None = None) -> str | None:
        """Return where a page stands for everybody, in this language or in that of the tag; None where no address was told."""
        url = self.profile.url
        prefix = self.prefix if tag is None else prefix_of(tag, self.profile)
        return url + prefix + path.removesuffix("index.html") if url else None


def _begun(word: str) -> str:
    """Return a word as a heading or a list begins with it."""
    return word[:1].upper() + word[1:]
