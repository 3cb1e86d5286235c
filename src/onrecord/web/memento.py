"""Memento (RFC 7089): of an address, which versions of its statements are held, and which was seen nearest to a time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import Archive, ServedSite
from onrecord.web.answers import Wanted, answer, wanted_of
from onrecord.web.desks import Desk, Desks
from onrecord.web.faults import refuse
from onrecord.web.kept import Made

LINKS = "application/link-format; charset=utf-8"
_VERSION = re.compile(r"v([1-9]\d{0,5})")


class Memento(NamedTuple):
    """A version of a statement: where it is shown here, and when captures of the address showed it, the first of them first."""

    path: str
    captured: tuple[datetime, ...]

    @property
    def seen(self) -> datetime:
        """Return when it was first seen there."""
        return self.captured[0]

    def distance(self, moment: datetime) -> timedelta:
        """Return how far the nearest capture that shows it is from a moment."""
        return min(abs(each - moment) for each in self.captured)


class Mementos:
    """The routes of TimeGate and TimeMap."""

    def __init__(self, desks: Desks) -> None:
        """Take the desks that answer."""
        self._desks = desks

    async def gate(self, request: Request) -> Response:
        """Lead to the version seen nearest to the time asked for, the latest without one."""
        wanted, wish = wanted_of(request), request.headers.get("accept-datetime")
        return await self._desks.ask(lambda desk: _gate(desk, wanted, wish))

    async def map(self, request: Request) -> Response:
        """Answer with all versions that are held of an address."""
        wanted = wanted_of(request)
        return await self._desks.ask(lambda desk: _map(desk, wanted))


def memento_headers(site: ServedSite, path: str) -> Mapping[str, str]:
    """Return what the page of a statement says of its source's address, and a version of when it was seen."""
    parts = path.split("/")
    entry = site.contents.by_folder.get(parts[1]) if len(parts) > 2 and parts[0] == "statements" else None
    if entry is None:
        return {}
    numbered = _VERSION.fullmatch(parts[2]) if len(parts) == 4 else None
    if numbered is None and parts[2:] != ["index.html"]:
        return {}  # a page about the statement
    version = int(numbered[1]) if numbered else None
    held = site.contents.held(entry.id, None if version == entry.version else version)
    url = held.capture.url
    if url is None or not url.startswith(("http://", "https://")):
        return {}
    headers = {"Link": ", ".join(_around(site.base or "/", url))}
    witnesses = held.listed.witnesses
    times = [
        _time_of(each.captured_at) for each in witnesses if (each.version, each.url) == (held.version, url)
    ]
    seen = min((each for each in times if each is not None), default=None)
    if version is not None and seen is not None:
        headers["Memento-Datetime"] = format_datetime(seen, usegmt=True)
    return headers


def _around(base: str, url: str) -> list[str]:
    safe = _safe(url)
    return [
        f'<{safe}>; rel="original"',
        f'<{base}timegate/{safe}>; rel="timegate"',
        f'<{base}timemap/link/{safe}>; rel="timemap"; type="application/link-format"',
    ]


def _gate(desk: Desk, wanted: Wanted, wish: str | None) -> Response:
    url = _address(wanted, "/timegate/")
    site = desk.site(wanted.base)
    found = _mementos(desk.archive, site, url)
    try:
        asked = parsedate_to_datetime(wish) if wish else None
    except (TypeError, ValueError):
        wrong = refuse(
            400, "wrong_call", "Accept-Datetime is no time: write it as Mon, 02 Mar 2026 10:00:00 GMT."
        )
        wrong.headers = {"Vary": "accept-datetime", "Link": ", ".join(_around(site.base or "/", url))}
        raise wrong from None
    if asked is not None and asked.tzinfo is None:
        asked = asked.replace(tzinfo=UTC)
    if asked is None:
        nearest = max(found, key=lambda each: each.captured[-1])
    else:
        nearest = min(found, key=lambda each: each.distance(asked))
    base = site.base or "/"
    headers = {
        "Vary": "accept-datetime",
        "Link": ", ".join([*_around(base, url), *_lines(base, found, nearest)]),
    }
    return RedirectResponse(base + nearest.path, 302, headers)


def _map(desk: Desk, wanted: Wanted) -> Response:
    url = _address(wanted, "/timemap/link/")

    def make() -> Made:
        site = desk.site(wanted.base)
        base = site.base or "/"
        original, gate, own = _around(base, url)
        lines = [original, own.replace('rel="timemap"', 'rel="self"'), gate]
        lines += _lines(base, _mementos(desk.archive, site, url))
        return Made((",\n".join(lines) + "\n").encode(), LINKS)

    found = answer(desk, wanted, make)
    assert found is not None
    return found


def _mementos(archive: Archive, site: ServedSite, url: str) -> Sequence[Memento]:
    """Return the versions that captures of this address show, with known times, in the order in which they were first seen there.

    What of the same statement only other addresses have is no memento of this one.
    """
    captured: dict[str, list[datetime]] = {}
    for statement, version, captured_at in archive.seen_at(url):
        entry, moment = site.contents.by_id.get(statement), _time_of(captured_at)
        if entry is not None and moment is not None:
            captured.setdefault(f"statements/{entry.folder}/v{version}/index.html", []).append(moment)
    if not captured:
        raise refuse(
            404, "not_found", "This record holds no version of a statement at that address with a known time."
        )
    found = (Memento(path, tuple(sorted(times))) for path, times in captured.items())
    return sorted(found, key=lambda each: (each.seen, each.path))


def _lines(base: str, found: Sequence[Memento], nearest: Memento | None = None) -> list[str]:
    """Return a link for each memento, or for those that matter around the nearest one: first, before it, itself, behind it, last."""
    at = found.index(nearest) if nearest is not None else None
    lines = []
    for n, each in enumerate(found):
        rels = ["first"] if n == 0 else []
        rels += ["last"] if n == len(found) - 1 else []
        if at is not None:
            rels += ["prev"] if n == at - 1 else ["next"] if n == at + 1 else []
            if not rels and n != at:
                continue
        when = format_datetime(each.seen, usegmt=True)
        lines.append(f'<{base}{each.path}>; rel="{" ".join([*rels, "memento"])}"; datetime="{when}"')
    return lines


def _address(wanted: Wanted, before: str) -> str:
    url = wanted.path[wanted.path.index(before) + len(before) :] + (
        f"?{wanted.query}" if wanted.query else ""
    )
    if not url.startswith(("http://", "https://")):
        raise refuse(
            400, "wrong_call", "Give the whole address of the page at its source, with http:// or https://."
        )
    return url


def _safe(url: str) -> str:
    # What stands in a header between angle brackets.
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~-._")


def _time_of(iso: str | None) -> datetime | None:
    if iso is None:
        return None
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else None
