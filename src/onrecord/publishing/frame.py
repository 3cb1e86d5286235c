"""What a template knows of its page, and what the makers of pages ask of the site that they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, Protocol

from jinja2 import Environment

from onrecord.publishing.contents import Contents, Listing
from onrecord.publishing.furniture import Furniture
from onrecord.publishing.lists.feeds import Feed
from onrecord.publishing.lists.messages import Entry, ListPage, page_count
from onrecord.publishing.profile import Profile
from onrecord.publishing.tongues import Tongue


class Other(NamedTuple):
    """The same page in another language of the interface: a link, under that language's own name."""

    tag: str
    name: str
    link: str
    address: str | None = None


class SitePage(NamedTuple):
    """What every template knows of its page; `root` leads from it to the pages in its language, `top` to the site's folder.

    `feed` leads from the site's folder to that of the feeds of what the page lists. `others` are the same page in the
    other languages of the interface.
    """

    path: str
    root: str
    top: str
    title: str
    heading: str
    description: str
    structured: dict[str, Any] | None
    address: str | None
    language: str
    direction: str
    others: tuple[Other, ...] = ()
    is_front: bool = False
    is_version: bool = False
    feed: str | None = None
    is_indexed: bool = True


class Target(NamedTuple):
    """A link of the navigation; `own`: its name is the profile's, in the profile's language."""

    name: str
    path: str
    own: bool = False
    total: int = 0


class InList(NamedTuple):
    """The messages of a month in a list: how many they are, and where they begin, from the site's folder."""

    total: int
    path: str


class PageLink(NamedTuple):
    """A link of a pager, relative to the page it stands on; `after_gap`: pages before it are left out of the pager."""

    n: int
    link: str
    after_gap: bool = False


_ALL = 20
_BESIDE = 3
_STEPS = (10, 100, 1000, 10_000)


def link_pages(paths: Sequence[str], n: int, root: str) -> list[PageLink]:
    """Return the links of the pager on page `n` of these.

    Up to twenty all of them; else the first, the last, those beside it and some far from it: any page is a few links away, and
    no pager grows with its list.
    """
    last = len(paths)
    kept = {1, last, *range(max(1, n - _BESIDE), min(last, n + _BESIDE) + 1)}
    kept |= {n + way * step for step in _STEPS for way in (-1, 1) if 1 <= n + way * step <= last}
    numbers = range(1, last + 1) if last <= _ALL else sorted(kept)
    return [
        PageLink(number, root + paths[number - 1], number > 1 and before != number - 1)
        for before, number in pairwise((0, *numbers))
    ]


def growing_paths(folder: str, total: int, per_page: int) -> list[str]:
    """Return the paths of all pages of a list that grows at its beginning, the newest first; see `growing_page`."""
    older = range(page_count(total, per_page) - 1, 0, -1)
    return [f"{folder}/index.html", *(f"{folder}/{n}/index.html" for n in older)]


def link_growing(paths: Sequence[str], n: int, root: str) -> list[PageLink]:
    """Return the links of the pager on page `n` of these, which come newest first and are counted from the oldest."""
    last = len(paths)
    return [each._replace(n=last - each.n + 1) for each in link_pages(paths, last - n + 1, root)]


class Frame(Protocol):
    """The site, as those who make some of its pages know it."""

    contents: Contents
    profile: Profile
    served: bool
    drafts: bool
    base: str | None
    prefix: str
    templates: Environment
    tongue: Tongue
    furniture: Furniture

    @property
    def card(self) -> Callable[[str], str]:
        """Return what makes the card of a statement, by its id."""

    @property
    def kinds(self) -> list[Listing]:
        """Return the messages of each kind, under its name."""

    @property
    def listings(self) -> dict[str, Listing]:
        """Return every list of messages that is nothing more, by its folder."""

    def paged(self) -> Iterable[Entry]:
        """Return the statements whose files the site names."""

    def made_page(self, path: str, title: str, description: str, structured: dict[str, Any]) -> SitePage:
        """Return what every template knows of a page at this path."""

    def render(self, template: str, page: SitePage, **values: Any) -> str:
        """Return a page: all that stands around it, and what the template makes of the values."""

    def viewed(self, view: Callable[[Any], Any], told: Sequence[Any]) -> Sequence[Any]:
        """Return what a template is given of each of these values: what `view`, a function of one of them alone, makes of it."""

    def drawn(self, draw: Callable[[Any], str], told: Any) -> str:
        """Return a file beside the pages: what `draw`, a function of the value alone, makes of it."""

    def pictured(self, draw: Callable[..., Any], *told: Any) -> Any:
        """Return the picture that `draw`, a function of what is told and of the language alone, makes of values that the page shows as well."""

    def render_feed(self, feed: Feed) -> str:
        """Return a feed in the form that the ending of its name tells."""

    def render_alone(self, template: str, **values: Any) -> str:
        """Return a page around which nothing stands."""

    def list_page(
        self,
        listing: Listing,
        n: int | None,
        template: str = "list.html",
        kind: str = "CollectionPage",
        **values: Any,
    ) -> str | None:
        """Return one page of a list of messages, the newest without a number, None where it has no such page; `kind` is what schema.org calls it."""

    def listed_page(
        self, path: str, heading: str, one: ListPage[Any], *, is_numbered: bool = True
    ) -> SitePage:
        """Return what a template knows of a page of a list; its number is in the title of one that is numbered."""

    def address_of(self, path: str, tag: str | None = None) -> str | None:
        """Return where a page stands for everybody, in this language or in that of the tag; None where no address was told."""

    def months_of(self, listing: Listing) -> Mapping[str, InList]:
        """Return the months of a list: how many messages each has there, and where they begin."""

    def list_paths(self, listing: Listing) -> list[str]:
        """Return the paths of all pages of a list, the newest first."""


class Wing(Protocol):
    """A part of a site with paths of its own."""

    def paths(self) -> Iterator[str]:
        """Yield the path of each of its files."""

    def page(self, path: str) -> str | None:
        """Return the text of one of its files, None where it has none at that path."""
