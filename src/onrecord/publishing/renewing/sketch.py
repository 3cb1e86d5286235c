"""What each page of a site is made from, as a print of 16 bytes: what need not be made again is told without making it.

A page is its template and what is handed to that. A sketch goes the same way as the site and stops before the template, at the
values: whatever a page shows is in its print, whoever adds what to which page later. The words of statements are not read for it:
in their place stand the prints by which the record tells them.
"""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn, Protocol

import msgspec
from markupsafe import Markup

from onrecord.model import Event
from onrecord.publishing.contents import Contents, Listing
from onrecord.publishing.frame import SitePage
from onrecord.publishing.furniture import Furniture
from onrecord.publishing.lists.feeds import Feed
from onrecord.publishing.lists.messages import Entry, growing_page
from onrecord.publishing.profile import Profile
from onrecord.publishing.renewing.folders import STATEMENTS
from onrecord.publishing.renewing.kept import Drawn, Sketched
from onrecord.publishing.renewing.placed import Moved, print_apart
from onrecord.publishing.site import Site
from onrecord.publishing.tongues import Tongue
from onrecord.record.history.digests import LENGTH, digest_of

TIMED = frozenset({"index.html", "about.html"})
"""The pages on which the time of publication says more than when they were made."""
_MADE_BY = ("jinja2", "markupsafe", "babel", "msgspec")
_PACKAGE = Path(__file__).parents[2]
_INSTALLED = tuple(f"{name}-" for name in _MADE_BY)
_SOURCES = (".py", ".html", ".css", ".js", ".po")
BESIDE = frozenset(
    {"cli", "web", "search", "citing", "demo", "drafting", "explaining", "reviewing", "__main__.py"}
)
"""Rooms from which nothing comes into a published page: that no module behind publishing knows them is tested."""


class Printed(Protocol):
    """The prints of a statement; see `record.prints`."""

    @property
    def told(self) -> bytes:
        """The print of all that its pages say."""

    @property
    def history(self) -> bytes | None:
        """The print of what its revisions are told from."""

    @property
    def is_absent(self) -> bool:
        """Whether its captures alone do not tell what became of it."""

    @property
    def names(self) -> tuple[str, ...]:
        """Speakers and sources that only earlier versions name."""


Prints = Mapping[str, Printed]
_JOINED = frozenset({"joined", "resolved"})


@cache
def code_print() -> bytes:
    """Return a digest of all by which pages are made: the code behind them, templates, styles, catalogues, and the libraries."""
    digest = blake2b(digest_size=LENGTH)
    digest.update(repr((sys.version_info[:2], _libraries())).encode())
    package = os.fspath(_PACKAGE)
    for name in sorted(_sources(package)):
        # Half a thousand files are read at each start, and a Path for each takes longer than their bytes.
        with open(f"{package}/{name}", "rb", buffering=0) as file:  # noqa: PTH123
            body = file.read()
        digest.update(f"{name} {len(body)}\n".encode() + body)
    return digest.digest()


def _sources(package: str) -> Iterator[str]:
    """Yield the files from which something comes into a page, by their paths in the package."""
    for place, folders, names in os.walk(package):
        within = place[len(package) + 1 :].replace(os.sep, "/")
        if not within:
            folders[:] = [each for each in folders if each not in BESIDE]
            names = [each for each in names if each not in BESIDE]
        yield from (f"{within}/{each}".lstrip("/") for each in names if each.endswith(_SOURCES))


def _libraries() -> list[str]:
    """Return the names under which the libraries are installed, which have their versions in them: "jinja2-3.1.6.dist-info"."""
    place = Path(msgspec.__file__).parents[1]
    found = [each for each in sorted(os.listdir(place)) if each.lower().startswith(_INSTALLED)]  # noqa: PTH208
    if len(found) == len(_MADE_BY):
        return found
    # They stand in several places, or otherwise. Loading this takes as long as making some twenty pages.
    from importlib.metadata import version

    return [version(name) for name in _MADE_BY]


def state_print(state: str, profile: Profile, furniture: Furniture) -> bytes:
    """Return the print of all that a site is made from but the time, of a state of the record; days that are counted are in it."""
    return digest_of(code_print(), state.encode(), _encode((profile, furniture.counters)))


def timed_print(state: bytes, furniture: Furniture) -> bytes:
    """Return the print of what the pages are made from that are made for each time at which is published."""
    return digest_of(state, furniture.at.encode())


def sketch_contents(contents: Contents, prints: Prints, alike: Mapping[str, Drawn]) -> Contents:
    """Return the same lists, in which the print of a statement stands for its line; `alike` are those of which that is known, by id."""
    for name in _SHARED:
        getattr(contents, name)
    sketched = copy.copy(contents)
    lines: dict[str, bytes] = {}

    def with_leads(listed: Iterable[Entry]) -> list[bytes]:
        return [alike[each.id].line if each.id in alike else sketched_entry(each) for each in listed]

    def sketched_entry(entry: Entry) -> bytes:
        if entry.id not in lines:
            lines[entry.id] = digest_of(_encode(entry), lead_print(contents, prints, entry.id))
        return lines[entry.id]

    sketched.with_leads = with_leads  # type: ignore[method-assign, assignment]
    sketched.lead = sketched.held = _unread  # type: ignore[assignment]
    return sketched


# What both have is asked of the record once.
_SHARED = (
    "identity",
    "parts",
    "years",
    "dated",
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


def _leave_out(drawn: dict[str, Drawn], *ids: Iterable[str]) -> None:
    """Take statements out of those that were drawn: few of them, out of all."""
    for each in chain.from_iterable(ids):
        drawn.pop(each, None)


def _unread(id_: str, version: int | None = None) -> NoReturn:
    raise AssertionError(f"a sketch read the words of {id_}")


class Sketch(Site):
    """A site whose pages are not made: asked for a path, it tells the print of what its page is made from."""

    def __init__(
        self, contents: Contents, moment: str, prints: Prints, tongue: Tongue, before: Sketched | None = None
    ) -> None:
        """Take what a site takes, the prints of all statements, and how these were drawn before.

        Of those whose files are made from the same, `stays` names the folders, and `paths` leaves the files out.
        """
        self._prints = prints
        # Those that are as they were when they were drawn.
        self._alike: dict[str, Drawn] = {}
        sketched = sketch_contents(contents, prints, self._alike)
        super().__init__(sketched, moment, base=contents.profile.url, tongue=tongue)
        self._statements: dict[str, bytes] = {}
        counters, contacts = self.furniture.counters, self.furniture.contacts
        clocks = [(each.place, each.zone) for each in self.furniture.clocks]
        everywhere = (
            self.tongue.tag, self.prefix, self.profile, self.base, self.navigation, self.record_navigation,
            self.contents.whose, counters, contacts, clocks,
        )  # fmt: skip
        self._everywhere = digest_of(code_print(), _encode(everywhere))
        self._beside = digest_of(self._everywhere, _encode(self._beside_all()))
        self._before = before or Sketched()
        self.stays: set[str] = set()
        # Those that lists show as before; their own pages may lead to other messages than then. And those of which that stays, too.
        self._listed: Collection[str] = ()
        self._drawn: dict[str, Drawn] = {}
        self._take(self._before)

    def _beside_all(self) -> tuple[Any, ...]:
        """Return what any statement is drawn from beside what is told of it: which names have pages, and what is told of sources."""
        contents, terms = self.contents, self.contents.terms
        sources = {entry.source for entry in contents.every}
        told = sorted((each or "", terms.level(each), terms.is_own(each)) for each in sources)
        return contents.identity, tuple(map(sorted, contents.known)), told

    def _take(self, before: Sketched) -> None:
        """Take over the statements of which all is as it was when they were drawn; one of several parts is drawn by these as well."""
        if before.around != self._beside:
            return
        prints, by_id, near, drawn = self._prints, self.contents.by_id, self._near, before.statements
        otherwise, revised = [], []
        for id_, print_ in prints.items():
            was = drawn.get(id_)
            if was is None or was.told != print_.told:
                otherwise.append(id_)
            elif was.history != print_.history:
                revised.append(id_)
        self._alike.update(drawn)
        _leave_out(self._alike, otherwise, self.contents.parts, drawn.keys() - prints.keys())
        self._listed = self._alike.keys() - revised
        # Who leads to one that is otherwise: that one leads back.
        beside = {each for id_ in otherwise if id_ in near for each in near[id_].split()}
        elsewhere = [id_ for id_, each in self._alike.items() if near.get(id_, "") != each.near]
        leads = dict(self._alike)
        _leave_out(leads, beside, elsewhere)
        self._statements = {by_id[id_].folder: leads[id_].pages for id_ in revised if id_ in leads}
        _leave_out(leads, revised)
        self._drawn = leads
        self.stays = {by_id[id_].folder for id_ in leads}

    @cached_property
    def _near(self) -> dict[str, str]:
        """Return the ids of the messages before and after each, in one text: they are kept of all statements."""
        found: dict[str, str] = {}
        for listed in self.contents.dated.values():
            ids = ["", *(each.id for each in listed), ""]
            found |= {
                id_: f"{earlier} {later}" for earlier, id_, later in zip(ids, ids[1:], ids[2:], strict=False)
            }
        return found

    def paged(self) -> Iterable[Entry]:
        """Return the statements that have files, but those whose files stay."""
        return self._paged

    @cached_property
    def _paged(self) -> list[Entry]:
        return [entry for entry in self.contents.every if entry.id not in self._drawn]

    @property
    def sketched(self) -> Sketched:
        """Return how the statements were drawn, those of several parts left out."""
        parts, prints, pages = self.contents.parts, self._prints, self._statements
        drawn = dict(self._drawn)
        for each in self.paged():
            if each.folder in pages and each.id not in parts:
                print_, (line,) = prints[each.id], self.contents.with_leads((each,))
                near = self._near.get(each.id, "")
                drawn[each.id] = Drawn(print_.told, line, pages[each.folder], print_.history, near)  # type: ignore[arg-type]
        return Sketched(self._beside, drawn, self._moved.placed)

    @cached_property
    def _moved(self) -> Moved:
        # Of sources of which nothing is held any more there are lists, too: where nothing is known, none of them is left.
        before = self._before.placed if self._before.around == self._beside else None
        untold, learnt = self._untold, self.contents.learnt
        apart = [each for each in learnt if each.event in _JOINED or each.statement in untold]
        return Moved(self.contents, before, self._listed, print_apart(apart, self.contents.events))

    def is_left(self, path: str) -> bool:
        """Return whether a file is a page or feed of a list that is made from the same as before."""
        return self._moved.is_left(path)

    def print_of(self, path: str) -> bytes:
        """Return the print of what the file at a path is made from."""
        if path.startswith(STATEMENTS):
            folder, _, page = path[len(STATEMENTS) :].partition("/")
            entry = self.contents.by_folder.get(folder)
            if entry is not None:
                print_ = self._statements.get(folder) or self._of_statement(entry)
                has_history = page.startswith(("history/", "diff/"))
                return digest_of(print_, self._prints[entry.id].history or b"") if has_history else print_
        said = self.page(path)
        assert said is not None, path  # a site has what it lists
        return digest_of(self._everywhere, said.encode("utf-8", "surrogatepass"))

    def _of_statement(self, entry: Entry) -> bytes:
        contents, print_ = self.contents, self._prints[entry.id]
        names = sorted({*(each.name for each in entry.speakers), entry.source or "", *print_.names})
        speakers, sources = contents.known
        known = [(each, each in speakers, each in sources) for each in names]
        own = contents.terms.is_own(entry.source)
        near = [each and (each.folder, each.title, each.date) for each in contents.near(entry)]
        beside = own, known, contents.parts.get(entry.id, ()), near
        # The print of its line in lists is made from the line, from all that it says, and from how much of that is shown.
        (line,) = contents.with_leads((entry,))
        self._statements[entry.folder] = digest_of(self._everywhere, line, _encode(beside))  # type: ignore[arg-type]
        return self._statements[entry.folder]

    def render(self, template: str, page: SitePage, **values: Any) -> str:
        """Return what the template would be given, in letters that nobody reads."""
        return _encode((template, page, values)).decode("latin-1")

    def list_page(
        self,
        listing: Listing,
        n: int | None,
        template: str = "list.html",
        kind: str = "CollectionPage",
        **values: Any,
    ) -> str | None:
        """Return what the page would be made from: its title, pager and address follow from this."""
        one = growing_page(listing.entries, self.profile.messages_per_page, n)
        if one is None:
            return None
        total = len(listing.entries) if n is None else None
        named = listing.folder, listing.name, listing.own, total
        told = template, kind, named, one.n, one.pages, self.contents.with_leads(one.entries), values
        return _encode(told).decode("latin-1")

    def viewed(self, view: Callable[[Any], Any], told: Sequence[Any]) -> Sequence[Any]:
        """Return what stands for the values: what is made of them follows from that."""
        return [each if isinstance(each, bytes) else self._event(*each) for each in told]

    def _event(self, event: Event, entry: Entry, *more: str) -> tuple[Any, ...]:
        """Return what stands for an event of a statement: its id, where the statement's line has in it all else that is told of it."""
        (line,) = self.contents.with_leads((entry,))
        return (event.id if self._is_told(event) else event, line, *more)

    def _is_told(self, event: Event) -> bool:
        """Return whether all that is told of an event is in the print of its statement's line."""
        return event.statement not in self._untold and event.event not in _JOINED

    @cached_property
    def _untold(self) -> set[str]:
        """Return the statements of which their captures alone do not tell what became of them."""
        return {id_ for id_, each in self._prints.items() if each.is_absent or each.history}

    def drawn(self, draw: Callable[[Any], str], told: Any) -> str:
        """Return the value itself."""
        return _encode(told).decode("latin-1")

    def pictured(self, draw: Callable[..., Any], *told: Any) -> Any:
        """Return nothing: what a picture is of stands on its page as well."""
        return None

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
