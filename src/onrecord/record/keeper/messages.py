"""What the ledger says of messages of the keeper's own: released, come out, withdrawn; and how each stands by now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from onrecord.model import Release, ReleasedVersion, Withdrawal, Withdrawn, Witness
from onrecord.record.keeper.decisions import is_redacted
from onrecord.record.truth.events import MessageOut, MessageReleased, MessageWithdrawn

_EVENTS = msgspec.json.Decoder(MessageReleased | MessageOut | MessageWithdrawn)


_KINDS = {MessageReleased: "release", MessageOut: "out", MessageWithdrawn: "withdrawn"}
# Of which the last release has not come out, or a kill came between the line that says so and that of the capture.
_MAY_WAIT = """
    SELECT DISTINCT r.statement FROM messages r WHERE r.kind = 'release' AND NOT EXISTS (
        SELECT 1 FROM messages o JOIN captures c ON c.digest = json_extract(o.event, '$.digest')
        WHERE o.statement = r.statement AND o.kind = 'out' AND o.position > r.position
        AND c.captured_at = json_extract(o.event, '$.on'))
    ORDER BY r.statement"""


class Standing(NamedTuple):
    """How a message stands by its decisions: all releases in order, the one that waits, and whether it was taken back.

    `waits` has not come out and is not void: no later release, no withdrawal, no removal stands against it.
    """

    statement: str
    name: str
    url: str
    releases: tuple[Release, ...]
    waits: MessageReleased | None
    withdrawn: Withdrawal | None

    @property
    def latest(self) -> Release | None:
        """Return the last release, if there was one."""
        return self.releases[-1] if self.releases else None

    @property
    def last_at(self) -> str:
        """Return the time of the last thing that was decided or came out."""
        times = [at for each in self.releases for at in (each.released_at, each.out_at) if at]
        return max([*times, *([self.withdrawn.at] if self.withdrawn else [])], default="")


def enter_message(db: sqlite3.Connection, position: int, event: object) -> None:
    """Write the row of a decision on a message; of other events none."""
    if isinstance(event, MessageReleased | MessageOut | MessageWithdrawn):
        row = (position, event.statement, _KINDS[type(event)], msgspec.json.encode(event).decode())
        db.execute("INSERT OR REPLACE INTO messages VALUES (?, ?, ?, ?)", row)


def standings(db: sqlite3.Connection) -> list[Standing]:
    """Return how each message stands that was ever released, by name."""
    rows = db.execute("SELECT DISTINCT statement FROM messages").fetchall()
    found = (standing_of(db, row[0]) for row in rows)
    return sorted((each for each in found if each is not None), key=lambda each: each.name)


def waiting(db: sqlite3.Connection) -> Iterator[MessageReleased]:
    """Yield the releases that have not come out and are not void."""
    for (statement,) in db.execute(_MAY_WAIT).fetchall():
        standing = standing_of(db, statement)
        if standing is not None and standing.waits is not None:
            yield standing.waits


def standing_of(db: sqlite3.Connection, statement: str) -> Standing | None:
    """Return how the message with the id of this statement stands; None where none was ever released."""
    rows = db.execute("SELECT event FROM messages WHERE statement = ? ORDER BY position", (statement,))
    releases: list[MessageReleased] = []
    out: dict[int, str] = {}
    void: set[int] = set()
    withdrawn: Withdrawal | None = None
    for row in rows.fetchall():
        event = _EVENTS.decode(row[0])
        if isinstance(event, MessageReleased):
            void.update(range(len(releases)))
            releases.append(event)
        elif isinstance(event, MessageOut):
            last = len(releases) - 1
            if last >= 0 and releases[last].digest == event.digest and _is_kept(db, event):
                out[last] = event.on
                withdrawn = None
        else:
            void.update(range(len(releases)))
            withdrawn = Withdrawal(event.by, event.on, event.why) if out else None
    if not releases:
        return None
    latest = releases[-1]
    waits = len(releases) - 1 not in out | dict.fromkeys(void) and is_redacted(db, latest.digest) is None
    told = tuple(
        Release(
            each.digest,
            each.written_by,
            each.released_by,
            each.released_at,
            each.out_from,
            out.get(at),
            each.note,
        )
        for at, each in enumerate(releases)
    )
    return Standing(statement, latest.name, latest.url, told, latest if waits else None, withdrawn)


def _is_kept(db: sqlite3.Connection, event: MessageOut) -> bool:
    """Whether the capture is there that the event tells of: a kill may have come between their two lines."""
    kept = db.execute(
        "SELECT 1 FROM captures WHERE url = ? AND captured_at = ? AND digest = ?",
        (event.url, event.on, event.digest),
    ).fetchone()
    return kept is not None or is_redacted(db, event.digest) is not None


def own_ids(db: sqlite3.Connection, identity: str) -> frozenset[str]:
    """Return the ids of all messages released here, where this is one of them; else none."""
    if not db.execute("SELECT 1 FROM messages WHERE statement = ?", (identity,)).fetchone():
        return frozenset()
    return frozenset(row[0] for row in db.execute("SELECT DISTINCT statement FROM messages"))


class ToldOf(NamedTuple):
    """What the public is told of decisions on a statement of the keeper's own."""

    released: tuple[ReleasedVersion, ...] = ()
    withdrawn: Withdrawn | None = None


def told_of(db: sqlite3.Connection, ids: Iterable[str], witnesses: Iterable[Witness]) -> ToldOf:
    """Return what is told of a statement with these ids: of the releases that came out, and whether it was withdrawn."""
    versions = {(each.digest, each.captured_at): each.version for each in witnesses}
    released: list[ReleasedVersion] = []
    withdrawn: Withdrawn | None = None
    for id_ in ids:
        standing = standing_of(db, id_)
        if standing is None:
            continue
        for each in standing.releases:
            version = versions.get((each.digest, each.out_at))
            if each.out_at is not None and version is not None:
                people = 1 if each.written_by == each.released_by else 2
                told = ReleasedVersion(version, each.digest, each.released_at, each.out_at, people, each.note)
                released.append(told)
        if standing.withdrawn is not None:
            withdrawn = Withdrawn(standing.withdrawn.at, standing.withdrawn.why)
    return ToldOf(tuple(sorted(released, key=lambda each: (each.out_at, each.version))), withdrawn)


def withdrawn_ids(db: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of the keeper's own statements that are withdrawn by now."""
    rows = db.execute("SELECT DISTINCT statement FROM messages WHERE kind = 'withdrawn'").fetchall()
    standings_now = (standing_of(db, row[0]) for row in rows)
    found = {each.statement for each in standings_now if each is not None and each.withdrawn is not None}
    joined = (db.execute("SELECT statement FROM joins WHERE id = ?", (each,)).fetchone() for each in found)
    return frozenset(found | {row[0] for row in joined if row is not None})


def withdrawals(db: sqlite3.Connection) -> Iterator[tuple[int, MessageWithdrawn]]:
    """Yield every withdrawal of what had come out, with its place in the ledger."""
    rows = db.execute(
        "SELECT w.position, w.event FROM messages w WHERE w.kind = 'withdrawn' AND EXISTS (SELECT 1 FROM messages o"
        " WHERE o.statement = w.statement AND o.kind = 'out' AND o.position < w.position) ORDER BY w.position"
    )
    for position, written in rows.fetchall():
        event = _EVENTS.decode(written)
        assert isinstance(event, MessageWithdrawn)  # as its kind says
        yield position, event


def notes_of(db: sqlite3.Connection, statement: str) -> dict[tuple[str, str], str]:
    """Return the public notes on the corrections of a statement, by the digest and time of what came out."""
    standing = standing_of(db, statement)
    releases = standing.releases if standing is not None else ()
    return {(each.digest, each.out_at): each.note for each in releases if each.out_at and each.note}
