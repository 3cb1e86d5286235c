"""Whose record this is: whose messages they are, how a page came, how much of it is shown, and how it was released. Pure."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import Came, Held
from onrecord.publishing.retold import bare_note
from onrecord.publishing.tongues import Tongue
from onrecord.publishing.wording import N_, day_of

CAME = {
    "released": N_("its keeper released it"),
    "exchange": N_("the request is kept, and the response as it came"),
    "response": N_("the response is kept with its server’s header"),
    "bytes": N_("the bytes are kept alone: no server’s header came with them"),
}
"""How a captured page came: what that proves is told on the page about the record."""

WHOSE = {"own": N_("the keeper’s own message"), "others": N_("a capture of a third party’s page")}

_RULES = {
    "full": N_("in full"),
    "excerpt": N_("as an excerpt"),
    "metadata": N_("without its words"),
    "withdrawn": N_("without its words, since its keeper withdrew it"),
}


class ReleaseView(NamedTuple):
    """A release that came out: of which version, when, how many people it took, and what the public is told of it."""

    version: int
    at: str
    day: str | None
    people: int
    note: str | None
    digest: str


class WithdrawnView(NamedTuple):
    """That a message was taken back: when, and why."""

    at: str
    day: str | None
    why: str


def tell_whose(tongue: Tongue, *, is_own: bool) -> str:
    """Return whether a page is the keeper's own message or a third party's."""
    said = WHOSE["own"] if is_own else WHOSE["others"]
    return tongue.gettext(said)


def tell_came(came: Came, tongue: Tongue) -> str:
    """Return how a captured page came."""
    return tongue.gettext(CAME[came])


def tell_rule(level: str, tongue: Tongue) -> str:
    """Return how much of a statement is shown here."""
    return tongue.gettext(_RULES[level])


def view_releases(held: Held, tongue: Tongue) -> tuple[ReleaseView, ...]:
    """Return the releases of the keeper's own message that came out, in the order of time."""
    return tuple(
        ReleaseView(
            each.version,
            each.out_at,
            day_of(each.out_at),
            each.people,
            bare_note(each.note, tongue) if each.note else None,
            each.digest,
        )
        for each in held.listed.released
    )


def view_withdrawn(held: Held) -> WithdrawnView | None:
    """Return that its keeper took a message back; None where he did not."""
    told = held.listed.withdrawn
    return WithdrawnView(told.at, day_of(told.at), told.why) if told is not None else None
