"""What the robots.txt of a site lets us fetch, as RFC 9309 has it, read once for each site and call."""

from __future__ import annotations

from typing import NamedTuple

from protego import Protego

from onrecord.capture.http import parse_response, undo_codings
from onrecord.capture.live.address import Target, parse_target
from onrecord.capture.live.exchange import Answer
from onrecord.capture.live.faults import Fault, refused
from onrecord.capture.records import REDIRECTIONS

TOKEN = "onrecord"
"""The name by which a robots.txt speaks to us."""

MOST_REDIRECTS = 5
"""RFC 9309, section 2.3.1.2: at least five are followed; beyond, the file counts as unavailable."""

_TOO_MANY_REQUESTS = 429


class Robots(NamedTuple):
    """The rules of one site; without `rules` all is allowed, or nothing, where `unreachable` says why they cannot be had."""

    rules: Protego | None
    unreachable: str | None = None

    @property
    def delay_s(self) -> float:
        """Return how many seconds the site wants between two pages."""
        return (self.rules.crawl_delay(TOKEN) or 0.0) if self.rules else 0.0

    def check(self, target: Target) -> None:
        """Return if the target may be fetched; Fault where it may not."""
        if self.unreachable is not None:
            said = (
                f"{target.url} is not fetched: whether it may be is not known, as {target.origin}/robots.txt"
                f" {self.unreachable}; try again later, or give --ignore-robots if you have the site's leave."
            )
            raise refused("robots_unreachable", said)
        if self.rules is not None and not self.rules.can_fetch(target.url, TOKEN):
            said = (
                f"{target.url} is not fetched: {target.origin}/robots.txt does not let {TOKEN} in; ask the site,"
                " or give --ignore-robots if you have its leave."
            )
            raise refused("robots_disallowed", said)


def robots_of(answer: Answer, asked: Target) -> Robots | Target:
    """Return the rules that an answer gives, or where they are to be had instead.

    As RFC 9309, section 2.3.1: a file that is not there (4xx) allows all, one that cannot be had now (5xx) nothing. "Too many
    requests" is taken for the second, which the standard leaves open.
    """
    status = answer.status
    if status in REDIRECTIONS and "location" in answer.fields:
        return parse_target(answer.fields["location"], asked.url)
    if status == _TOO_MANY_REQUESTS or status >= 500:
        return Robots(None, f"answers with status {status}")
    if not 200 <= status < 300:
        return Robots(None)
    return Robots(Protego.parse(_text(answer)))


def robots_failed(fault: Fault) -> Robots:
    """Return that nothing may be fetched, as the file cannot be had."""
    why = str(fault).partition(": ")[2].partition(";")[0]
    return Robots(None, f"cannot be had ({why})")


def _text(answer: Answer) -> str:
    response = parse_response(answer.head)
    body = answer.payload
    if response is not None and response.content:
        body = undo_codings(response._replace(transfer=(), body_at=0), body).body
    return body.decode("utf-8-sig", "replace")
