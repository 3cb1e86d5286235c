"""An invented embassy whose pages are nothing but `div`s with meaningless classes, its sidebar first in the source."""

from __future__ import annotations

from onrecord.capture import Captured, digest_of
from onrecord.model import Capture, Locator

HOST = "https://messages.tern.example"
SUBJECTS = (
    "the ferry",
    "the bridge",
    "the lock",
    "the pier",
    "the canal",
    "the tide",
    "the buoy",
    "the quay",
)
DAYS = (3, 9, 14, 17, 21, 25, 27, 30)


def words_of(n: int) -> str:
    """Return the words of the n-th message."""
    subject = SUBJECTS[n % len(SUBJECTS)]
    return (
        f"We have seen {subject} on the {n + 2}th of this month, and we liked what we saw of {subject} very much. "
        f"There are {n + 40} people who will tell you the same about {subject}, and {n + 7} who will not."
    )


def page_of(n: int, *, numeric: bool = False) -> str:
    """Return the page of the n-th message, with the four messages before it in the sidebar."""
    day = DAYS[n % len(DAYS)]
    dated = f"{day:02}/05/2031" if numeric else f"{day} May 2031"
    latest = "".join(
        f'<div class="t9">{DAYS[m % len(DAYS)]:02}.04.2031 - <a href="/m/{m}">{title_of(m)}</a>'
        f'<div class="m2">{words_of(m)[:90]}…</div></div>'
        for m in range(n + 10, n + 14)
    )
    return (
        "<!DOCTYPE html><html lang='en'><head><title>Embassy of Tern</title></head><body>"
        f'<div class="p2"><div class="v7">Embassy of Tern</div><div class="y5">We use cookies on this site.</div></div>'
        f'<div class="z3"><div class="a2"><div class="k3"><div class="a6">Latest</div>{latest}</div></div>'
        f'<div class="k5"><div class="c1">The visa section is closed on Monday, and so is its cat.</div>'
        f'<div class="h4">{title_of(n)}</div><div class="d8">{dated}</div><div class="e2"><div>{words_of(n)}</div>'
        f"<div>I thank you for asking about {SUBJECTS[n % len(SUBJECTS)]}.</div></div>"
        '<div class="g7">Share this message with your friends, if you have any left</div></div></div>'
        '<div class="f3"><div class="c3">Consular matters are dealt with at the window on the left.</div></div></body></html>'
    )


def title_of(n: int) -> str:
    """Return the title of the n-th message."""
    return f"Comment by Ambassador Bel Harrow on {SUBJECTS[n % len(SUBJECTS)]} no. {n}"


def captures(count: int, *, numeric: bool = False) -> list[Captured]:
    """Return the captures of so many messages."""
    found = []
    for n in range(count):
        body = page_of(n, numeric=numeric).encode()
        at = f"2031-05-{DAYS[n % len(DAYS)]:02}T1{n % 10}:00:00Z"
        capture = Capture(
            f"{HOST}/m/{n}", at, digest_of(body), "text/html", Locator(f"{n}.html", 0, len(body))
        )
        found.append(Captured(capture, body, "utf-8"))
    return found


def redesigned_of(n: int) -> str:
    """Return the page of the n-th message after the redesign: other classes, and a quotation of the week above the words."""
    quoted = f"“We shall rebuild {SUBJECTS[(n + 3) % len(SUBJECTS)]} before the {n + 11}th of July, and not a day later.”"
    box = (
        f'<div class="q1"><div class="q2">Quotation of the week</div><div class="q3">{quoted}</div>'
        f'<a href="/m/{n + 40}">{title_of(n + 40)}</a></div>'
    )
    old = page_of(n).replace('class="', 'class="r')
    return old.replace('<div class="rk5">', f'<div class="rk5">{box}', 1)


def recaptures(count: int) -> list[Captured]:
    """Return the captures of so many messages a month after the first ones, when the site had been redesigned."""
    found = []
    for n in range(count):
        body = redesigned_of(n).encode()
        at = f"2031-06-{DAYS[n % len(DAYS)]:02}T1{n % 10}:00:00Z"
        capture = Capture(
            f"{HOST}/m/{n}", at, digest_of(body), "text/html", Locator(f"{n}-again.html", 0, len(body))
        )
        found.append(Captured(capture, body, "utf-8"))
    return found
