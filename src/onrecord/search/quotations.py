"""The index of quotations over the words of a record: derived, extended when behind, built anew when in doubt."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ArchiveBusy
from onrecord.model import Held
from onrecord.record.truth.layout import Layout
from onrecord.record.truth.lock import locked
from onrecord.search.codes import Coder
from onrecord.search.compiled import MANY, CompiledGround, can_compile, compile_aside
from onrecord.search.ground import Ground
from onrecord.search.level import Level
from onrecord.search.manifest import Kept, Manifest, forget_manifest, read_manifest, write_manifest
from onrecord.search.seeking import Seeker
from onrecord.search.segment import Builder, Segment, merge_segments, read_arrays, write_segment

if TYPE_CHECKING:
    from onrecord.search.index import Turns

FORM = 4
"""The form of the index: one of another form is built anew."""

MOST_WORDS = 1 << 24
"""Words of one segment; beyond it takes the next. A version is never cut."""

_WAIT_S = 5.0
# So many segments of about one size become one.
_FAN = 6

Progress = Callable[[int, str], None]
"""Is told how many statements are done, and the title of the last one."""


class QuotationIndex:
    """Every word of every version of a record, found by words that stand near one another."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the index; nothing is read or made yet. `many` questions are a reason to compile.

        One that does not wait goes on without compiled loops until they are there.
        """
        self._folder = folder
        self._manifest: Manifest | None = None
        self._segments: list[Segment] = []
        self._ground = Ground(self._segments)
        self._asked = 0
        self.many = MANY

    @property
    def seeker(self) -> Seeker:
        """Return what seeks in the index as it is; `catch_up` comes first.

        Where many ask, its loops are compiled, if they can be.
        """
        self._asked += 1
        compiled = self._asked >= self.many and can_compile() and compile_aside().is_set()
        if self._ground.segments is not self._segments or (
            compiled and not isinstance(self._ground, CompiledGround)
        ):
            self._ground = CompiledGround(self._segments) if compiled else Ground(self._segments)
        return Seeker(self._ground)

    def is_made(self, record: Turns) -> bool:
        """Return whether there is an index to catch up; else all of it is built."""
        self._open()
        return not self._is_other(_level_of(record))

    def catch_up(self, record: Turns, progress: Progress | None = None) -> None:
        """Bring the index level with the record; where nothing may be written, or another writes, as far as possible.

        In memory where the folder may not be written. ArchiveBusy where there is nothing to ask and another is writing.
        """
        wanted = _level_of(record)
        if self._manifest is not None and self._manifest.level == wanted:
            return
        self._open()
        if self._manifest is not None and self._manifest.level == wanted:
            return
        if not os.access(record.folder, os.W_OK):
            if self._is_other(wanted):
                self._build_in_memory(record, wanted, progress)
            return
        try:
            with locked(Layout(record.folder).lock, _WAIT_S):
                self._write(record, progress)
        except ArchiveBusy:
            if self._is_other(wanted):
                raise

    def take_up(self, record: Turns) -> None:
        """Take the index as others left it, perhaps of a few statements less; nothing is written, nobody waited for.

        ArchiveBusy where there is none that fits the record.
        """
        wanted = _level_of(record)
        if self._manifest is None or (
            self._manifest.level != wanted and self._manifest != read_manifest(self._folder)
        ):
            self._open()
        if self._is_other(wanted):
            raise ArchiveBusy("The index of quotations is being made: ask again in a little while.")

    def build(self, record: Turns, progress: Progress | None = None) -> None:
        """Make the index anew, whatever there is: no word of what was removed from the record is left in it.

        ArchiveBusy where another is writing.
        """
        with locked(Layout(record.folder).lock, _WAIT_S):
            self._drop()
            self._write(record, progress)

    def _drop(self) -> None:
        """Remove the index; the next question, or `catch_up`, builds it."""
        forget_manifest(self._folder)
        self._manifest, self._segments = None, []
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.unlink(missing_ok=True)

    def _is_other(self, wanted: Level) -> bool:
        return self._manifest is None or self._manifest.level[1:] != wanted[1:]

    def _open(self) -> None:
        """Take up what is in the folder; what cannot be read counts as none.

        A writer may merge segments while they are opened: then there is a newer manifest to go by.
        """
        for _ in range(3):
            self._manifest = read_manifest(self._folder)
            if self._manifest is None or self._manifest.level.form != FORM:
                self._manifest, self._segments = None, []
                return
            try:
                self._segments = [_opened(self._folder, kept) for kept in self._manifest.segments]
            except (OSError, ValueError, KeyError):
                continue
            else:
                return
        self._manifest, self._segments = None, []

    def _write(self, record: Turns, progress: Progress | None) -> None:
        """Write what is missing; the position is read first, so that what comes later is written again, never missed."""
        wanted = _level_of(record)
        self._open()
        if self._manifest is not None and self._manifest.level == wanted:
            return
        if self._is_other(wanted) or (self._manifest and self._manifest.level.position > wanted.position):
            self._drop()
        self._folder.mkdir(parents=True, exist_ok=True)
        since = self._manifest.level.position if self._manifest else -1
        kept = list(self._manifest.segments) if self._manifest else []
        number = 1 + max([_number(each.file) for each in kept], default=0)
        gathered = _Gathered(record, since, progress)
        for arrays in gathered.segments():
            name = f"{number:06}.words"
            number += 1
            write_segment(self._folder / name, arrays)
            kept.append(Kept(name, len(arrays["stream"]), None))
        kept = self._without_touched(kept, gathered.touched)
        kept, number = self._merged(kept, number)
        write_manifest(self._folder, Manifest(wanted, tuple(kept)))
        self._open()
        self._sweep()

    def _without_touched(self, kept: list[Kept], touched: Sequence[bytes]) -> list[Kept]:
        """Return the segments, the versions of touched statements in those that were there before marked as dead."""
        before = len(self._segments)
        if not touched:
            return kept
        for index, segment in enumerate(self._segments):
            dead = segment.dead | np.isin(segment.ids, np.array(touched, np.bytes_))
            if dead.sum() > segment.dead.sum():
                name = f"{kept[index].file}.{len(touched)}-{int(dead.sum())}.dead"
                write_segment(self._folder / name, {"dead": dead})
                kept[index] = kept[index]._replace(dead=name)
        return kept[:before] + kept[before:]

    def _merged(self, kept: list[Kept], number: int) -> tuple[list[Kept], int]:
        """Return the segments, as many small ones of about one size made one: a question costs time by their number."""
        while (few := _mergeable(kept)) is not None:
            segments = [_opened(self._folder, kept[index]) for index in few]
            arrays = merge_segments(segments)
            name = f"{number:06}.words"
            number += 1
            write_segment(self._folder / name, arrays)
            merged = Kept(name, len(arrays["stream"]), None)
            kept = [*kept[: few.start], merged, *kept[few.stop :]]
        return kept, number

    def _sweep(self) -> None:
        """Remove files that no segment is in; who has them open keeps them until it closes."""
        named = {
            file for each in (self._manifest.segments if self._manifest else ()) for file in each.files()
        }
        for path in self._folder.iterdir():
            if path.suffix in (".words", ".dead", ".new") and path.name not in named:
                path.unlink(missing_ok=True)

    def _build_in_memory(self, record: Turns, wanted: Level, progress: Progress | None) -> None:
        self._segments = [Segment(arrays) for arrays in _Gathered(record, -1, progress).segments()]
        self._manifest = Manifest(wanted, ())


class _Gathered:
    """The segments that what was touched behind a position makes, one after another."""

    def __init__(self, record: Turns, since: int, progress: Progress | None) -> None:
        self._record = record
        self._since = since
        self._progress = progress
        self.touched: list[bytes] = []

    def segments(self) -> Iterator[dict[str, NDArray[Any]]]:
        """Yield the arrays of each segment; in bounded memory, one version aside."""
        coder, builder = Coder(), Builder()
        for count, (statement, versions) in enumerate(self._record.touched_since(self._since), 1):
            if self._progress is not None:
                self._progress(count, (versions[-1].listed.title if versions else None) or statement)
            self.touched.append(statement.encode("utf-8"))
            for held in versions:
                _add_version(builder, coder, held)
            if builder.words >= MOST_WORDS - (MOST_WORDS >> 4):
                yield builder.finish()
                builder = Builder()
        if builder.words:
            yield builder.finish()


def _add_version(builder: Builder, coder: Coder, held: Held) -> None:
    builder.begin_version(held.statement.id, held.version)
    for turn in held.statement.turns:
        builder.add_turn(*coder.code_turn(turn))


def _mergeable(kept: Sequence[Kept]) -> range | None:
    """Return the first run of neighbouring segments that are many, of about one size, and not too large together."""
    for start in range(len(kept) - _FAN + 1):
        some = kept[start : start + _FAN]
        sizes = [each.words for each in some]
        alike = max(sizes) <= max(4 * (sum(sizes) - max(sizes)) // (_FAN - 1), 1 << 12)
        if alike and sum(sizes) <= MOST_WORDS:
            return range(start, start + _FAN)
    return None


def _opened(folder: Path, kept: Kept) -> Segment:
    dead = read_arrays(folder / kept.dead)["dead"] if kept.dead else None
    return Segment(read_arrays(folder / kept.file), dead)


def _number(name: str) -> int:
    return int(name.partition(".")[0])


def _level_of(record: Turns) -> Level:
    return Level(record.position, record.derivation, FORM)
