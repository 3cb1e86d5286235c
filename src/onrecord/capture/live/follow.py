"""From the address of a list or feed to the pages it announces: those of the same site, up to a number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from onrecord.capture.captured import Captured
from onrecord.capture.live.address import parse_target, same_site
from onrecord.capture.live.faults import Fault
from onrecord.capture.live.feeds import announced_in_feed
from onrecord.capture.live.fetch import Fetched, Fetcher
from onrecord.model import Issue, Locator, Severity

Announced = Callable[[Captured], Sequence[str]]
"""Tells the addresses of the statements that a list announces."""

Told = Callable[[int, str], None]
"""Is told how many pages were asked for before, and which one is next."""


_MOST_REFUSALS = 3
"""Pages refused or failed one after another, behind which a site is left alone."""


class Following(NamedTuple):
    """How to follow: who reads a list, and how many pages at most."""

    announced: Announced
    limit: int


class _List(NamedTuple):
    """A page that was fetched to be followed: where it was at last, and what was answered there."""

    url: str
    captured: Captured | None
    body: bytes


def fetch_all(
    fetcher: Fetcher, urls: Sequence[str], following: Following | None = None, told: Told | None = None
) -> Iterator[Captured | Issue]:
    """Yield the captures of the addresses, and of what they announce if that is to be followed; and what was wrong."""
    for count, url in enumerate(urls):
        if told is not None:
            told(count, url)
        page = _List(url, None, b"")
        for fetched in fetcher.fetch(url):
            page = _listed(page, fetched)
            if following is None or not _is_feed_refused(fetched):
                yield fetched.found
        if following is not None and (page.captured or page.body):
            yield from _follow(fetcher, page, following, told)


def _listed(page: _List, fetched: Fetched) -> _List:
    found = fetched.found
    if isinstance(found, Captured) and found.part_of is not None:
        return page  # an entry of the feed, not another list
    if isinstance(found, Captured):
        is_page = found.capture.status == 200
        return _List(fetched.url, found if is_page else None, found.body if is_page else b"")
    return _List(fetched.url, None, fetched.body) if _is_feed_refused(fetched) else page


def _is_feed_refused(fetched: Fetched) -> bool:
    """Tell whether this says that a feed is no page, which who follows it did not think."""
    found = fetched.found
    is_told = isinstance(found, Issue) and found.code == "not_a_page"
    return is_told and announced_in_feed(fetched.body, fetched.url) is not None


def _follow(
    fetcher: Fetcher, page: _List, following: Following, told: Told | None
) -> Iterator[Captured | Issue]:
    announced = announced_in_feed(page.body, page.url)
    if announced is None:
        announced = list(following.announced(page.captured)) if page.captured else []
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
