"""A page fetched from a live address, with all that politeness and safety ask for, as captures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version

import msgspec

from onrecord.capture.captured import Before, Captured, Wire
from onrecord.capture.faults import PassedOver
from onrecord.capture.formats import expand
from onrecord.capture.frames import Record
from onrecord.capture.live.address import Target, parse_target, same_site
from onrecord.capture.live.exchange import Answer, Fields, ask
from onrecord.capture.live.faults import Fault, failed, refused
from onrecord.capture.live.line import Line, open_line
from onrecord.capture.live.options import Fetching, World
from onrecord.capture.live.robots import MOST_REDIRECTS, Robots, robots_failed, robots_of
from onrecord.capture.records import REDIRECTIONS, Payload, capture_of, parse_payload
from onrecord.capture.sights import NOT_MODIFIED
from onrecord.capture.sniff import SNIFFED, sniff
from onrecord.errors import WrongCall
from onrecord.model import Issue, Locator

FindBefore = Callable[[str], Before | None]
"""Tells what is held of an address."""

_PRINTABLE = re.compile(r"[\x20-\x7e]{1,1024}")
_WAITED_FOR = frozenset({429, 503})
_LEAST_UNFOLDED = 1 << 20
_ACCEPTED = "text/html,application/xhtml+xml,text/plain;q=0.9,application/xml;q=0.8,*/*;q=0.5"


class Fetched(msgspec.Struct, frozen=True):
    """What fetching gave: a capture or what is wrong, and the address that answered at last."""

    found: Captured | Issue
    url: str


class _NoLine(Exception):
    """The host of a page cannot be connected to, which is no matter of its robots.txt."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class Fetcher:
    """Fetches pages, one after another; keeps of each site its robots.txt and when it was last asked, and no cookies."""

    def __init__(self, fetching: Fetching, world: World, before: FindBefore) -> None:
        """Take how to fetch, the doors to the world, and who knows what is held. WrongCall for what cannot be done."""
        contact = fetching.contact
        if contact is not None and not _PRINTABLE.fullmatch(contact):
            raise WrongCall(
                f"{contact!r} is no contact that a header can hold: give a mail address or a page in ASCII."
            )
        if fetching.limit < 1 or not 0 <= fetching.delay_s < float("inf"):
            raise WrongCall(
                "A page at least is followed, and the delay is a number of seconds from 0: change limit or delay_s."
            )
        self._fetching = fetching
        self._world = world
        self._before = before
        self._robots: dict[str, Robots] = {}
        self._free_at: dict[str, float] = {}
        self._stopped: set[str] = set()
        told = f"; {contact}" if contact else ""
        self._agent = f"onrecord/{version('onrecord')} (keeps public statements of officials{told})"

    def fetch(self, url: str, *, site: str | None = None) -> Iterator[Fetched]:
        """Yield the captures of an address and of the redirections that lead to its page, and what was wrong.

        With `site`, an address of it, a redirection to another site is kept and not followed.
        """
        asked = url
        try:
            target = parse_target(url)
            met: set[str] = set()
            for _ in range(self._world.limits.redirects + 1):
                asked = target.url
                if asked in met:
                    raise failed(url, f"its redirections lead in a circle, back to {asked}")
                met.add(asked)
                onward = None
                for found, answer in self._tried(target):
                    yield found
                    onward = answer.fields.get("location") if answer.status in REDIRECTIONS else None
                if onward is None:
                    return
                target = parse_target(onward, target.url)
                if site is not None and not same_site(target.url, site):
                    said = f"{asked} redirects to another site, {target.url}, which was not followed; add that by itself."
                    raise refused("left_site", said)
            raise failed(url, f"it was redirected more than {self._world.limits.redirects} times")
        except Fault as fault:
            yield Fetched(fault.issue(asked), asked)

    def _tried(self, target: Target) -> Iterator[tuple[Fetched, Answer]]:
        """Yield what a target answers; once more after a pause, where it asks for one that is not too long."""
        for again in (False, True):
            if target.host in self._stopped:
                said = f"{target.url} was not fetched: {target.host} asked to wait before; try again later."
                raise refused("told_to_wait", said)
            self._obey(target)
            before = self._before(target.url)
            self._pause(target)
            at = self._world.now()
            answer = self._ask(target, before)
            for found in self._found(target, answer, before, at):
                yield Fetched(found, target.url), answer
            wait = _retry_after(answer, at) if answer.status in _WAITED_FOR else None
            if wait is None:
                return
            if again or wait > self._world.limits.wait_s:
                self._stopped.add(target.host)
                said = f"{target.host} asks to wait {wait:,.0f} seconds (status {answer.status}): try again after that."
                raise refused("told_to_wait", said)
            self._world.sleep(wait)

    def _obey(self, target: Target) -> None:
        if self._fetching.ignore_robots:
            return
        if target.origin not in self._robots:
            self._robots[target.origin] = self._fetch_robots(target)
        self._robots[target.origin].check(target)

    def _fetch_robots(self, target: Target) -> Robots:
        asked = parse_target("/robots.txt", target.url)
        try:
            for _ in range(MOST_REDIRECTS + 1):
                with self._open(asked, target) as line:
                    limits = self._world.limits
                    answer = ask(line, asked, self._fields(), limits, most=limits.robots, cut=True)
                robots = robots_of(answer, asked)
                if isinstance(robots, Robots):
                    return robots
                asked = robots
        except _NoLine as nowhere:
            raise nowhere.fault from None
        except Fault as fault:
            return robots_failed(fault)
        return Robots(None)

    def _open(self, asked: Target, target: Target) -> Line:
        """Return a line for robots.txt; where it leads to the target's own host and none comes about, the target has none."""
        try:
            return open_line(asked, self._world, allow_private=self._fetching.allow_private)
        except Fault as fault:
            if asked.origin == target.origin:
                raise _NoLine(fault.about(asked.url, target.url)) from None
            raise

    def _ask(self, target: Target, before: Before | None) -> Answer:
        fields = self._fields()
        if before is not None:
            fields += [
                (name, value)
                for name, value in (
                    ("If-None-Match", before.etag),
                    ("If-Modified-Since", before.last_modified),
                )
                if value and _PRINTABLE.fullmatch(value)
            ]
        with open_line(target, self._world, allow_private=self._fetching.allow_private) as line:
            return ask(line, target, fields, self._world.limits, most=self._world.limits.body)

    def _fields(self) -> Fields:
        # No coding is asked for: what is kept is then what everybody can read.
        return [
            ("User-Agent", self._agent),
            ("Accept", _ACCEPTED),
            ("Accept-Encoding", "identity"),
            ("Connection", "close"),
        ]

    def _pause(self, target: Target) -> None:
        """Wait until the host may be asked again, and note when it may be asked after this."""
        robots = self._robots.get(target.origin)
        delay = max(self._fetching.delay_s, robots.delay_s if robots else 0.0)
        wait = self._free_at.get(target.host, 0.0) - self._world.tick()
        if wait > 0:
            self._world.sleep(wait)
        self._free_at[target.host] = self._world.tick() + min(delay, self._world.limits.pause_s)

    def _found(
        self, target: Target, answer: Answer, before: Before | None, at: str
    ) -> Iterator[Captured | Issue]:
        wire = Wire(answer.request, answer.head, answer.body, answer.address, answer.status)
        locator = Locator(target.url, 0, len(answer.body))
        if answer.status == NOT_MODIFIED:
            yield from _unmodified(target, before, wire, at, locator)
            return
        block = answer.head + answer.body
        fields = {"content-type": "application/http; msgtype=response"}
        record = Record("response", fields, block, len(block), True, locator, 0)
        payload = parse_payload(record, fetched=True)
        if isinstance(payload, PassedOver):
            yield _not_a_page(target, f"{payload.kind.replace('_', ' ')} {payload.value}")
        elif isinstance(payload, Issue) and payload.code == "not_a_page":
            yield _not_a_page(target, _about(payload, target).message.removeprefix(target.url).strip(" ."))
        elif isinstance(payload, Issue):
            yield msgspec.structs.replace(_about(payload, target), severity="error")
        else:
            yield from self._captured(target, record, payload, wire, at)

    def _captured(
        self, target: Target, record: Record, payload: Payload, wire: Wire, at: str
    ) -> Iterator[Captured | Issue]:
        broken = next((issue for issue in payload.issues if issue.severity == "error"), None)
        if broken is not None:
            raise failed(target.url, broken.message.partition(" of which ")[2].rstrip(".") or broken.message)
        unfolded, answer_body = len(payload.body), wire.body or b""
        if unfolded > _LEAST_UNFOLDED and unfolded > self._world.limits.ratio * max(len(answer_body), 1):
            said = (
                f"{target.url} was not fetched: its {len(answer_body):,} bytes unfold to {unfolded:,}, as no text does;"
                " capture it with a browser if you trust it."
            )
            raise refused("body_too_large", said)
        what = _other_format(payload.body)
        if what is not None and wire.status not in REDIRECTIONS:
            yield _not_a_page(target, what)
            return
        captured, _ = capture_of(record, payload)
        capture = msgspec.structs.replace(captured.capture, url=target.url, captured_at=at)
        for each in expand(Captured(capture, payload.body, payload.charset, (), wire)):
            yield each if isinstance(each, Captured) else _about(each, target)
        yield from (_about(issue, target) for issue in payload.issues)


def _unmodified(
    target: Target, before: Before | None, wire: Wire, at: str, locator: Locator
) -> Iterator[Captured | Issue]:
    if before is None:
        said = "it answers that nothing has changed, and was not asked whether it has (status 304)"
        raise failed(target.url, said)
    held = before.captured
    capture = msgspec.structs.replace(held.capture, url=target.url, captured_at=at, locator=locator)
    again = expand(Captured(capture, held.body, held.charset, (), wire))
    yield from (each for each in again if isinstance(each, Captured))
    said = f"{target.url} has not changed since {held.capture.captured_at}: kept as a revisit of that."
    yield Issue("not_modified", said, locator, "note")


def _other_format(body: bytes) -> str | None:
    """Return what a body plainly is that is no page, whatever it was called."""
    found = sniff(body[:SNIFFED], ".html") if body else None
    return found.name if found is not None and found.kind in ("binary", "refused") else None


def _not_a_page(target: Target, what: str) -> Issue:
    said = f"{target.url} is no page that is read ({what}), and was not kept: save it as a file and add that, if you need it."
    return Issue("not_a_page", said, Locator(target.url, 0, 0), "error")


def _about(issue: Issue, target: Target) -> Issue:
    """Return the issue in words about an address, not about a place in a file."""
    at = issue.locator
    place = f"The capture at {at.offset} of {at.file}" if at else ""
    return msgspec.structs.replace(issue, message=issue.message.replace(place, target.url))


def _retry_after(answer: Answer, at: str) -> float | None:
    """Return how many seconds a server asks to wait: RFC 9110, section 10.2.3, has seconds or a date."""
    asked = answer.fields.get("retry-after", "").strip()
    if asked.isascii() and asked.isdecimal() and len(asked) < 10:
        return float(asked)
    try:
        until = parsedate_to_datetime(asked)
        return max(0.0, (until - datetime.fromisoformat(at)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None
