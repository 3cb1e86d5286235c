"""What each page of a site is made from, as a print of 16 bytes: what need not be made again is told without making it.

A page is its template and what is handed to that. A sketch goes the same way as the site and stops before the template, at the
values: whatever a page shows is in its print, whoever adds what to which page later. The words of statements are not read for it:
in their place stand the prints by which the record tells them.
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NoReturn, Protocol

import msgspec
from markupsafe import Markup

from onrecord.publishing.contents import Contents, Listing
from onrecord.publishing.frame import SitePage
from onrecord.publishing.furniture import Furniture
from onrecord.publishing.lists.feeds import Feed
from onrecord.publishing.lists.messages import Entry, page_of
from onrecord.publishing.profile import Profile
from onrecord.publishing.site import Site
from onrecord.publishing.tongues import Tongue

_LENGTH = 16
_STATEMENTS = "statements/"
# The pages on which the time of publication says more than when they were made.
_TIMED = frozenset({"index.html", "about.html"})
_MADE_BY = ("jinja2", "markupsafe", "babel", "msgspec")
_SOURCES = (".py", ".html", ".css", ".js", ".po")


class Printed(Protocol):
    """The prints of a statement; see `record.prints`."""

    @property
    def told(self) -> bytes:
        """The print of all that its pages say."""

    @property
    def history(self) -> bytes | None:
        """The print of what its revisions are told from."""

    @property
    def names(self) -> tuple[str, ...]:
        """Speakers and sources that only earlier versions name."""


Prints = Mapping[str, Printed]


@cache
def code_print() -> bytes:
    """Return a digest of all by which pages are made: this code, templates, styles, catalogues, and the libraries behind them."""
    digest = blake2b(digest_size=_LENGTH)
    digest.update(repr((sys.version_info[:2], [(name, version(name)) for name in _MADE_BY])).encode())
    for name, body in sorted(_sources(files("onrecord"), "")):
        digest.update(f"{name} {len(body)}\n".encode() + body)
    return digest.digest()


def _sources(place: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for each in place.iterdir():
        inside = f"{name}/{each.name}"
        if each.is_dir():
            yield from _sources(each, inside)
        elif each.name.endswith(_SOURCES):
            yield inside, each.read_bytes()


def state_print(state: str, profile: Profile, furniture: Furniture) -> bytes:
    """Return the print of all that a site is made from but the time, of a state of the record; days that are counted are in it."""
    return _print(code_print(), state.encode(), _encode((profile, furniture.counters)))


def is_timed(path: str) -> bool:
    """Return whether a page is made for each time at which is published."""
    return path in _TIMED


def timed_print(state: bytes, furniture: Furniture) -> bytes:
    """Return the print of what those pages are made from."""
    return _print(state, furniture.at.encode())


def sketch_contents(contents: Contents, prints: Prints) -> Contents:
    """Return the same lists, in which the print of a statement stands for its first words."""
    for name in _SHARED:
        getattr(contents, name)
    sketched = copy.copy(contents)
    entries: dict[str, bytes] = {}

    def with_leads(listed: Iterable[Entry]) -> list[bytes]:
        return [entries.get(each.id) or sketched_entry(each) for each in listed]

    def sketched_entry(entry: Entry) -> bytes:
        entries[entry.id] = _print(_encode(entry), lead_print(contents, prints, entry.id))
        return entries[entry.id]

    sketched.with_leads = with_leads  # type: ignore[method-assign, assignment]
    sketched.lead = sketched.held = _unread  # type: ignore[assignment]
    return sketched


# What both have is asked of the record once.
_SHARED = (
    "identity",
    "parts",
    "years",
    "sections",
    "kinds",
    "learnt",
    "events",
    "_edits",
    "_ranked",
    "_ranks",
    "coverages",
    "known",
    "removed",
    "is_cut",
    "whose",
)


def lead_print(contents: Contents, prints: Prints, id_: str) -> bytes:
    """Return the print of a statement's first words, as far as they may be shown."""
    level = contents.level_of(contents.by_id[id_])
    return prints[id_].told + level.encode()


def _unread(id_: str, version: int | None = None) -> NoReturn:
    raise AssertionError(f"a sketch read the words of {id_}")


class Sketch(Site):
    """A site whose pages are not made: asked for a path, it tells the print of what its page is made from."""

    def __init__(self, contents: Contents, moment: str, prints: Prints, tongue: Tongue) -> None:
        """Take what a site takes, and the prints of all statements."""
        self._prints = prints
        sketched = sketch_contents(contents, prints)
        super().__init__(sketched, moment, base=contents.profile.url, tongue=tongue)
        self._statements: dict[str, bytes] = {}
        counters, contacts = self.furniture.counters, self.furniture.contacts
        clocks = [(each.place, each.zone) for each in self.furniture.clocks]
        everywhere = (
            self.tongue.tag, self.prefix, self.profile, self.base, self.navigation, self.record_navigation,
            self.contents.whose, counters, contacts, clocks,
        )  # fmt: skip
        self._everywhere = _print(code_print(), _encode(everywhere))

    def print_of(self, path: str) -> bytes:
        """Return the print of what the file at a path is made from."""
        if path.startswith(_STATEMENTS):
            folder, _, page = path[len(_STATEMENTS) :].partition("/")
            entry = self.contents.by_folder.get(folder)
            if entry is not None:
                print_ = self._statements.get(folder) or self._of_statement(entry)
                has_history = page.startswith(("history/", "diff/"))
                return _print(print_, self._prints[entry.id].history or b"") if has_history else print_
        said = self.page(path)
        assert said is not None, path  # a site has what it lists
        return _print(self._everywhere, said.encode("utf-8", "surrogatepass"))

    def _of_statement(self, entry: Entry) -> bytes:
        contents, print_ = self.contents, self._prints[entry.id]
        names = sorted({*(each.name for each in entry.speakers), entry.source or "", *print_.names})
        speakers, sources = contents.known
        known = [(each, each in speakers, each in sources) for each in names]
        own = contents.terms.is_own(entry.source)
        beside = own, known, contents.parts.get(entry.id, ())
        # The print of its line in lists is made from the line, from all that it says, and from how much of that is shown.
        (line,) = contents.with_leads((entry,))
        self._statements[entry.folder] = _print(self._everywhere, line, _encode(beside))  # type: ignore[arg-type]
        return self._statements[entry.folder]

    def render(self, template: str, page: SitePage, **values: Any) -> str:
        """Return what the template would be given, in letters that nobody reads."""
        return _encode((template, page, values)).decode("latin-1")

    def list_page(
        self,
        listing: Listing,
        n: int,
        template: str = "list.html",
        kind: str = "CollectionPage",
        **values: Any,
    ) -> str | None:
        """Return what the page would be made from: its title, pager and address follow from this."""
        one = page_of(listing.entries, self.profile.messages_per_page, n)
        if one is None:
            return None
        named = listing.folder, listing.name, listing.own, len(listing.entries)
        told = template, kind, named, n, self.contents.with_leads(one.entries), values
        return _encode(told).decode("latin-1")

    def viewed(self, view: Callable[[Any], Any], told: Sequence[Any]) -> Sequence[Any]:
        """Return the values themselves: what is made of them follows from them."""
        return told

    def drawn(self, draw: Callable[[Any], str], told: Any) -> str:
        """Return the value itself."""
        return _encode(told).decode("latin-1")

    def render_feed(self, feed: Feed) -> str:
        """Return what the feed would be made from."""
        return _encode(feed).decode("latin-1")

    def render_alone(self, template: str, **values: Any) -> str:
        """Return what the template would be given."""
        return _encode((template, values)).decode("latin-1")


def _as_text(value: Any) -> str:
    if isinstance(value, Markup):
        return str(value)
    raise TypeError(f"a page is made from a {type(value).__name__}, of which there is no print")


_encode = msgspec.msgpack.Encoder(enc_hook=_as_text).encode


def _print(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=_LENGTH)
    for part in parts:
        digest.update(len(part).to_bytes(4, "little"))
        digest.update(part)
    return digest.digest()
