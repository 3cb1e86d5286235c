"""A record held in memory, for tests of the index: invented statements, their versions and ledger positions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.model import Held, Listed, Statement, VersionSeen
from quoting_statements import Said, asked, capture_of, statement_of


class InventedRecord:
    """Statements with all their versions, the last being current; each put at a ledger position."""

    def __init__(self, folder: Path) -> None:
        """Take the archive folder; nothing is held yet."""
        self.folder = folder
        self.position = 0
        self.derivation = "first"
        self.asked_since: list[int] = []
        self._held: dict[str, tuple[int, tuple[Statement, ...]]] = {}

    def put(self, *versions: Statement) -> None:
        """Hold these versions of one statement, at the next position."""
        self.position += 100
        self._held[versions[0].id] = (self.position, versions)

    def touched_since(self, position: int = -1) -> Iterator[tuple[str, tuple[Held, ...]]]:
        """Return what was put behind the position."""
        self.asked_since.append(position)
        for id_, (touched, versions) in sorted(self._held.items()):
            if touched > position:
                yield id_, tuple(_held(each, n, versions) for n, each in enumerate(versions, 1))

    def held(self, id: str, version: int | None = None) -> Held:  # noqa: A002
        """Return a version, the last if no number is given."""
        versions = self._held[id][1]
        n = version or len(versions)
        return _held(versions[n - 1], n, versions)


def _held(statement: Statement, n: int, versions: tuple[Statement, ...]) -> Held:
    seen = tuple(VersionSeen(at, f"sha256:{at:064}", None, None, ()) for at in range(1, len(versions) + 1))
    listed = Listed(
        statement.id, statement.kinds, statement.title, statement.source, statement.speakers, statement.given_on,
        statement.posted_on, statement.language, len(versions) > 1, seen, (),
    )  # fmt: skip
    return Held(listed, n, statement, capture_of(statement.id))


FERRY = statement_of(
    asked("Is it true that the ferry to Norhaven stops, and what about the bridge?"),
    Said(
        "The ferry does not stop. The old ferry is one-on-one the best ferry we have. (Laughter.)",
        directions=("(Laughter.)",),
    ),
    id="s1",
)
BRIDGE_FIRST = statement_of(
    Said("The bridge will be ready before winter.", "Otto Lind"),
    id="s2",
    given_on="2020-02-01",
    kinds=("speech",),
)
BRIDGE_NOW = statement_of(
    Said("The bridge will be ready when the money comes.", "Otto Lind"),
    id="s2",
    given_on="2020-02-01",
    kinds=("speech",),
)
RUSSIAN = statement_of(
    Said("Мы не закроем паром до Нордхафена.", "Анна Берг"),
    id="s3",
    language="ru",
    given_on="2020",
    source="other.example",
)
CHINESE = statement_of(
    Said("我们下周不会关闭渡轮。", None), id="s4", language="zh", given_on=None, posted_on=None
)


def invented_record(folder: Path) -> InventedRecord:
    """Return a record of four statements, one of them revised."""
    record = InventedRecord(folder)
    record.put(FERRY)
    record.put(BRIDGE_FIRST, BRIDGE_NOW)
    record.put(RUSSIAN)
    record.put(CHINESE)
    return record
