"""The records that quotations are sought in: an archive's, less some statements held out, and swollen to any size."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from onrecord import Archive
from onrecord.model import (
    Came,
    Capture,
    Held,
    Listed,
    Locator,
    Searched,
    Speaker,
    Statement,
    Turn,
    VersionSeen,
)
from onrecord.record import Record
from onrecord.record.tables.stretches import VersionFacts

NOBODY, DAY = "Nobody Drawn", "1991-02-03"
"""Who says what is drawn, and when."""

_TURNS = 20
_WORDS = (25, 95)
_BATCH = 50_000
# How often the chain goes on with the next word of the same place; else it goes on from another place of the word.
_GOES_ON = 0.3


class PartOfRecord:
    """A record without the statements held out, as the indexes and `check` ask it; `words` are its own, for absent ones."""

    def __init__(self, record: Record, folder: Path, held_out: frozenset[str]) -> None:
        self.record = record
        self.folder = folder
        self.held_out = held_out
        self.position = 1
        # Of what it was made, all of it: an index that is kept between runs must not outlive the record that it is of.
        self.left_out = hashlib.sha256(" ".join(sorted(held_out)).encode()).hexdigest()[:16]
        self.derivation = f"bench {record.derivation} {record.position} {self.left_out}"
        self.search_folder, self.quotes_folder = folder / "search", folder / "quotes"

    def touched_since(self, position: int = -1) -> Iterator[tuple[str, tuple[Held, ...]]]:
        if position < self.position:
            yield from (each for each in self.record.all_held() if each[0] not in self.held_out)

    def held(self, id: str, version: int | None = None) -> Held:  # noqa: A002
        return self.record.held(id, version)

    def facts(self, id: str, version: int) -> VersionFacts:  # noqa: A002
        return self.record.facts(id, version)

    def turns(self, id: str, version: int, first: int = 1, last: int | None = None) -> tuple[Turn, ...]:  # noqa: A002
        return self.record.turns(id, version, first, last)

    def in_one_state(self) -> AbstractContextManager[None]:
        return self.record.in_one_state()

    @property
    def history(self) -> PartOfRecord:
        return self

    @property
    def messages(self) -> PartOfRecord:
        return self

    def came(self, id: str, version: int) -> tuple[Came, bool]:  # noqa: A002
        return ("bytes", False) if _is_drawn(id) else self.record.messages.came(id, version)

    def absences(self, id: str) -> list[Any]:  # noqa: A002
        return [] if _is_drawn(id) else list(self.record.history.absences(id))

    def sightings(self, id: str) -> list[Any]:  # noqa: A002
        return list(self.record.history.sightings(id))

    def counts(self) -> Searched:
        return self.record.counts()

    def close(self) -> None:
        """Leave the record open: it is not ours."""


class SwollenRecord(PartOfRecord):
    """That record with as many paragraphs more as are wanted, drawn from a chain of its own pairs of words.

    Pairs of words are so as frequent as in real text, longer runs are not: it is the size that is tried, with streams of
    votes as long as real ones. Each paragraph is a turn; twenty make a statement.
    """

    def __init__(
        self, record: Record, folder: Path, held_out: frozenset[str], paragraphs: int, seed: int
    ) -> None:
        super().__init__(record, folder, held_out)
        self.derivation += f" {paragraphs} {seed}"
        self.paragraphs = paragraphs
        # Of which statements they are drawn: those of another choice have the words of what is held out.
        drawn = f"texts-{paragraphs}-{seed}-{self.left_out}"
        self._statements = -(-paragraphs // _TURNS)
        path = folder / f"{drawn}.sqlite"
        if not path.exists():  # drawing takes longer than all that is measured
            self._write(path, paragraphs, np.random.default_rng(seed))
        self._rows = sqlite3.connect(path, isolation_level=None)

    def touched_since(self, position: int = -1) -> Iterator[tuple[str, tuple[Held, ...]]]:
        if position < self.position:
            yield from super().touched_since(position)
            for n in range(self._statements):
                yield f"x{n:07}", (self._made(n),)

    def held(self, id: str, version: int | None = None) -> Held:  # noqa: A002
        return self._made(int(id[1:])) if _is_drawn(id) else super().held(id, version)

    def facts(self, id: str, version: int) -> VersionFacts:  # noqa: A002
        if not _is_drawn(id):
            return super().facts(id, version)
        held = _as_held(id, ())  # a row by itself, as an archive has it
        return VersionFacts(held.statement, 1, True, held.capture)

    @contextmanager
    def in_one_state(self) -> Iterator[None]:
        with super().in_one_state():
            self._rows.execute("BEGIN")
            try:
                yield
            finally:
                self._rows.execute("ROLLBACK")

    def turns(self, id: str, version: int, first: int = 1, last: int | None = None) -> tuple[Turn, ...]:  # noqa: A002
        if not _is_drawn(id):
            return super().turns(id, version, first, last)
        return self._turns(int(id[1:]), first, last)

    def _made(self, n: int) -> Held:
        return _as_held(f"x{n:07}", self._turns(n))

    def _turns(self, n: int, first: int = 1, last: int | None = None) -> tuple[Turn, ...]:
        """Return some turns of a drawn statement, each from a row of its own, as an archive has them."""
        rows = self._rows.execute(
            "SELECT turn, text FROM turns WHERE statement = ? AND turn BETWEEN ? AND ? ORDER BY turn",
            (n, first, _TURNS if last is None else last),
        )
        return tuple([Turn(at, NOBODY, NOBODY, "official", "en", text, (0, len(text))) for at, text in rows])

    def _write(self, path: Path, paragraphs: int, chance: np.random.Generator) -> None:
        """Draw the texts and write them, whole or not at all."""
        chain = _Chain(self)
        begun = path.with_suffix(".new")
        begun.unlink(missing_ok=True)
        with closing(sqlite3.connect(begun)) as db:
            db.execute(
                "CREATE TABLE turns (statement, turn, text, PRIMARY KEY (statement, turn)) WITHOUT ROWID"
            )
            for start in range(0, paragraphs, _BATCH):
                texts = enumerate(chain.draw(min(_BATCH, paragraphs - start), chance), start)
                rows = ((at // _TURNS, at % _TURNS + 1, text) for at, text in texts)
                db.executemany("INSERT INTO turns VALUES (?, ?, ?)", rows)
            db.commit()
        begun.rename(path)


def _is_drawn(id_: str) -> bool:
    return id_[0] == "x" and id_[1:].isdigit()


class _Chain:
    """Draws paragraphs whose neighbouring words are neighbours somewhere in the record."""

    def __init__(self, record: PartOfRecord) -> None:
        ids: dict[str, int] = {}
        codes: list[int] = []
        for _, versions in PartOfRecord.touched_since(record):
            for turn in versions[-1].statement.turns:
                codes += [ids.setdefault(word, len(ids)) for word in turn.text.split()]
        self.words = list(ids)
        self.stream = np.array(codes, np.int64)
        self.order = np.argsort(self.stream, kind="stable")
        self.count = np.bincount(self.stream, minlength=len(ids))
        self.start = np.cumsum(self.count) - self.count

    def draw(self, paragraphs: int, chance: np.random.Generator) -> list[str]:
        lengths = chance.integers(*_WORDS, paragraphs)
        at = chance.integers(0, len(self.stream), paragraphs)
        rows = np.empty((int(lengths.max()), paragraphs), np.int64)
        for row in rows:
            row[:] = self.stream[at]
            word = self.stream[at]
            elsewhere = self.order[
                self.start[word] + (chance.random(paragraphs) * self.count[word]).astype(np.int64)
            ]
            at = np.where(chance.random(paragraphs) < _GOES_ON, at, elsewhere) + 1
            at[at >= len(self.stream)] = 0
        return [
            " ".join([self.words[code] for code in column[:length]])
            for column, length in zip(rows.T.tolist(), lengths.tolist(), strict=True)
        ]


def _as_held(id_: str, turns: tuple[Turn, ...]) -> Held:
    speaker = Speaker(NOBODY, None)
    statement = Statement(
        id_, ("statement",), None, DAY, DAY, None, None, None, "en", None, None, (speaker,), (), "unknown", None,
        turns, {},
    )  # fmt: skip
    seen = (VersionSeen(1, "sha256:0", None, None, ()),)
    listed = Listed(id_, ("statement",), None, None, (speaker,), DAY, DAY, "en", False, seen, ())
    capture = Capture(None, None, "sha256:0", "text/plain", Locator("bench", 0, 0))
    return Held(listed, 1, statement, capture)


class BenchArchive(Archive):
    """An archive over such a record: `check` is the real one, only full text is not indexed.

    It is asked only where more than sixty places hold the same words and a speaker or date is claimed.
    """

    def __init__(self, record: PartOfRecord) -> None:
        super().__init__(record)  # type: ignore[arg-type]
        self._index = _NoFullText()  # type: ignore[assignment]

    @property
    def quotations(self) -> Any:
        return self._quotations


class _NoFullText:
    def catch_up(self, record: object, progress: object = None) -> None:
        """Do nothing."""

    def holders(self, words: object, narrowed: object) -> frozenset[str]:
        return frozenset()
