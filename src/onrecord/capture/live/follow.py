"""From the address of a list or feed to the pages it announces: those of the same site, up to a number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from onrecord.capture.captured import Captured
from onrecord.capture.formats import announced_in_feed
from onrecord.capture.live.address import parse_target, same_site
from onrecord.capture.live.faults import Fault
from onrecord.capture.live.fetch import Fetched, Fetcher
from onrecord.capture.records import REDIRECTIONS
from onrecord.model import Issue, Locator, Severity

Announced = Callable[[Captured], Sequence[str]]
"""Tells the addresses of the statements that a list announces."""

Told = Callable[[int, str], None]
"""Is told how many pages were asked for before, and which one is next."""


_OK = 200
_MOST_REFUSALS = 3
"""Pages refused or failed one after another, behind which a site is left alone."""


class Following(NamedTuple):
    """How to follow: who reads a list, and how many pages at most."""

    announced: Announced
    limit: int


class _List(NamedTuple):
    """A page that was fetched to be followed: where it was at last, what was answered there, and its entries if it is a feed."""

    url: str
    captured: Captured | None = None
    entries: tuple[Captured, ...] = ()


def fetch_all(
    fetcher: Fetcher, urls: Sequence[str], following: Following | None = None, told: Told | None = None
) -> Iterator[Captured | Issue]:
    """Yield the captures of the addresses, and of what they announce if that is to be followed; and what was wrong.

    An entry of a feed that is followed is a page of its own only where the page at its address does not come: else the
    source would seem to have edited its text between the two.
    """
    for count, url in enumerate(urls):
        if told is not None:
            told(count, url)
        page = _List(url)
        for fetched in fetcher.fetch(url):
            page = _listed(page, fetched)
            if following is None or not _is_entry(fetched.found):
                yield fetched.found
        if following is not None and page.captured is not None:
            came = _Came()
            for found in _follow(fetcher, page, following, told):
                came.note(found)
                yield found
            yield from (each for each in page.entries if each.capture.url not in came.urls)


class _Came:
    """The addresses whose pages came, and those that led to them."""

    def __init__(self) -> None:
        self.urls: set[str | None] = set()
        self._onward: list[str | None] = []

    def note(self, found: Captured | Issue) -> None:
        if not isinstance(found, Captured):
            return
        self._onward.append(found.capture.url)
        if found.capture.status == _OK:
            self.urls.update(self._onward)
        if found.capture.status not in REDIRECTIONS:
            self._onward.clear()


def _listed(page: _List, fetched: Fetched) -> _List:
    found = fetched.found
    if not isinstance(found, Captured):
        return page
    if _is_entry(found):
        return page._replace(entries=(*page.entries, found))
    return _List(fetched.url, found if found.capture.status == _OK else None)


def _is_entry(found: Captured | Issue) -> bool:
    """Tell whether this was cut out of a feed, and is not what was asked for itself."""
    return isinstance(found, Captured) and found.part_of is not None


def _follow(
    fetcher: Fetcher, page: _List, following: Following, told: Told | None
) -> Iterator[Captured | Issue]:
    assert page.captured is not None
    announced = announced_in_feed(page.captured)
    if announced is None:
        announced = list(following.announced(page.captured))
    own, elsewhere = _own(page.url, announced)
    chosen = own[: following.limit]
    if elsewhere:
        pages = "1 page of another site" if elsewhere == 1 else f"{elsewhere:,} pages of other sites"
        said = f"{page.url} announces {pages}, not followed: add what you want of that by itself."
        yield _not_followed(page.url, said, "note")
    if len(own) > len(chosen):
        said = f"{page.url} announces {len(own):,} pages, of which {len(chosen):,} are fetched: --limit takes more."
        yield _not_followed(page.url, said, "warning")
    if not own:
        said = (
            f"{page.url} announces no page of its site that onrecord can tell: name the address of a list of messages"
            " or of a feed, or add the pages one by one."
        )
        yield _not_followed(page.url, said, "error")
    yield from _fetch_chosen(fetcher, page.url, chosen, told)


def _fetch_chosen(
    fetcher: Fetcher, site: str, chosen: Sequence[str], told: Told | None
) -> Iterator[Captured | Issue]:
    refusals = 0
    for count, url in enumerate(chosen):
        if told is not None:
            told(count + 1, f"of {len(chosen):,}: {url}")
        found: list[Captured | Issue] = []
        for fetched in fetcher.fetch(url, site=site):
            found.append(fetched.found)
            yield fetched.found
        refusals = refusals + 1 if found and _is_refusal(found[-1]) else 0
        is_told = any(isinstance(each, Issue) and each.code == "told_to_wait" for each in found)
        left = len(chosen) - count - 1
        if left and (is_told or refusals >= _MOST_REFUSALS):
            pages = "1 more page" if left == 1 else f"{left:,} more pages"
            said = f"{site} announces {pages}, not fetched as its server refuses or fails: follow it again later."
            yield _not_followed(site, said, "error")
            return


def _is_refusal(found: Captured | Issue) -> bool:
    """Tell whether a server has had enough, or is unwell: not whether one page is gone."""
    if isinstance(found, Issue):
        return found.code in ("not_fetched", "robots_unreachable")
    status = found.capture.status or 200
    return status in (403, 429) or status >= 500


def _own(url: str, announced: Sequence[str]) -> tuple[list[str], int]:
    """Return the announced addresses of the same site, each once and without the list itself; and how many were not."""
    own: dict[str, None] = {}
    elsewhere = 0
    for each in announced:
        try:
            target = parse_target(each, url)
        except Fault:
            elsewhere += 1
            continue
        if not same_site(target.url, url):
            elsewhere += 1
        elif target.url != url:
            own[target.url] = None
    return list(own), elsewhere


def _not_followed(url: str, said: str, severity: Severity) -> Issue:
    return Issue("not_followed", said, Locator(url, 0, 0), severity)
