"""Where a source shows a statement that its own address shows no more: what stands there is the text in force."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right

LEFT_CODES = ("not_found", "soft_not_found", "sent_on")
"""What pages are that stand at an address in place of the statement, and say that it is not there."""


def captures_following(db: sqlite3.Connection, statement: str) -> frozenset[int]:
    """Return the positions of the captures at other addresses of its source that go on from its own, which showed it no more by then.

    An address shows a statement no more where it is gone, sends on, or names another address as its own from then on. Captures
    of what shows it alone, a print view or an excerpt beside it, go on from nothing.
    """
    elsewhere = db.execute(_ELSEWHERE, (statement,)).fetchall()
    if not elsewhere:
        return frozenset()
    own = db.execute(_OWN, (statement,)).fetchall()
    sources = {source for *_, source in own}
    states = _states(db, [row[:3] for row in own])
    moments = [moment for moment, _ in states]
    return frozenset(
        position
        for position, captured_at, source in elsewhere
        if source in sources and (at := bisect_right(moments, captured_at.rstrip("Z"))) and states[at - 1][1]
    )


def _states(db: sqlite3.Connection, own: list[tuple[str, str | None, str | None]]) -> list[tuple[str, bool]]:
    """Return from when on the own address showed the statement no more, or again, in order of time."""
    shown, named = [], None
    for n, (captured_at, canonical, _) in enumerate(own):
        shown.append((captured_at.rstrip("Z"), bool(n and canonical is not None and canonical != named)))
        if n and canonical is not None and canonical == named:
            shown[-1] = (shown[-1][0], shown[-2][1])  # it says so still
        named = canonical
    left = [
        (captured_at.rstrip("Z"), True)
        for address in sorted({address for *_, address in own if address is not None})
        for (captured_at,) in db.execute(_LEFT, (address, *LEFT_CODES))
    ]
    return sorted({*shown, *left})


_ELSEWHERE = """
    SELECT c.position, c.captured_at, c.source FROM sightings s JOIN captures c ON c.reading = s.reading
    WHERE s.statement = ? AND s.statement NOT IN (s.identity, s.page) AND c.captured_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM joins j WHERE j.id = s.identity AND j.excerpt = 1)"""
_OWN = """
    SELECT c.captured_at, r.canonical, r.address, c.source FROM sightings s JOIN captures c ON c.reading = s.reading
        JOIN readings r ON r.id = s.reading
    WHERE s.statement = ? AND s.statement IN (s.identity, s.page) AND c.captured_at IS NOT NULL
    ORDER BY rtrim(c.captured_at, 'Z'), c.position"""
_LEFT = f"""
    SELECT c.captured_at FROM readings r JOIN issues i ON i.reading = r.id JOIN captures c ON c.reading = r.id
    WHERE r.address = ? AND i.code IN ({", ".join("?" * len(LEFT_CODES))}) AND c.captured_at IS NOT NULL"""


def statements_left(db: sqlite3.Connection, reading: int) -> list[str]:
    """Return the statements whose own address a page stands in for, where other addresses show them as well."""
    return [row[0] for row in db.execute(_STATEMENTS_LEFT, (reading, *LEFT_CODES))]


_STATEMENTS_LEFT = f"""
    SELECT DISTINCT o.statement FROM issues i JOIN readings r ON r.id = i.reading JOIN readings p ON p.address = r.address
        JOIN sightings o ON o.reading = p.id
    WHERE i.reading = ? AND i.code IN ({", ".join("?" * len(LEFT_CODES))}) AND o.statement IN (o.identity, o.page)
        AND EXISTS (SELECT 1 FROM joins j WHERE j.statement = o.statement AND j.excerpt = 0)"""
