"""The Archive: one thin method for each verb, composing the rooms below."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Literal, overload

from onrecord.archive.desk import Desk
from onrecord.archive.keeping import Keeping
from onrecord.archive.moments import moment_of
from onrecord.archive.questions import Questions
from onrecord.custody import BackedUp
from onrecord.errors import ArchiveBusy
from onrecord.model import Added
from onrecord.record import Record

if TYPE_CHECKING:
    from onrecord.archive.incoming import Progress
    from onrecord.archive.shelf import Shelf

    # A room is loaded by the verb that needs it: they take a quarter of a second each.
    from onrecord.capture.live import Fetching, World
    from onrecord.demo import Demo
    from onrecord.publishing import Published


class Archive(Questions, Desk, Keeping):
    """An archive folder: what is kept in it, and what may be asked of it."""

    @classmethod
    def open(
        cls,
        folder: str | Path,
        *,
        progress: Progress | None = None,
        only_asks: bool = False,
        shelf: Shelf | None = None,
    ) -> Archive:
        """Return the archive in the folder; NotFound if there is none.

        What an earlier onrecord derived, or what was derived before a source file changed, is derived again first, which
        takes as long as `rebuild`. One that `only_asks` takes the indexes as others leave them: no question writes or waits.
        Who asks from several threads opens the folder in each, all with one `shelf` for what takes long to make.
        """
        return cls(Record.open(folder, progress=progress), only_asks=only_asks, shelf=shelf)

    @classmethod
    def create(cls, folder: str | Path, *, now: str | None = None) -> Archive:
        """Return the archive in the folder, made if the folder is new or empty."""
        return cls(Record.create(folder, now=moment_of(now)))

    @classmethod
    def demo(cls, folder: str | Path, *, at: str) -> Demo:
        """Return what the demo shows, its archive and site built in the folder: a new one, or that of a demo before.

        `at` is the time of adding and of the site's clocks. WrongCall for a folder that holds anything else.
        """
        from onrecord.demo import (
            QUOTATIONS,
            Demo,
            check_folder,
            mark_folder,
            name_next_steps,
            pick_lines,
            profile_path,
            sample_paths,
        )

        where = Path(folder)
        check_folder(where)
        mark_folder(where)
        with cls.create(where, now=at) as archive:
            added = archive.add(*sample_paths(), now=at)
            listed = tuple(archive.list())
            verdicts = tuple(
                archive.check(each.words, speaker=each.speaker, date=each.date) for each in QUOTATIONS
            )
            archive.publish(where / "site", at=at, profile=profile_path())
        steps = name_next_steps(str(where), listed)
        site = str(where / "site" / "index.html")
        return Demo(
            str(where), added, pick_lines(listed), QUOTATIONS, verdicts, site, steps, str(profile_path())
        )

    @classmethod
    def add_to(
        cls,
        folder: str | Path,
        *paths: str | Path | BinaryIO,
        url: str | None = None,
        captured_at: str | None = None,
        now: str | None = None,
        progress: Progress | None = None,
        fetching: Fetching | None = None,
        world: World | None = None,
    ) -> Added:
        """Keep, read and index captures as `add` does; where the folder is new or empty, only if there is one to keep."""
        from onrecord.archive.incoming import Live, find_captures, is_address

        live = Live(fetching, world, None, progress)
        if any(map(is_address, paths)) and (Path(folder) / "ledger.jsonl").exists():
            with cls.open(folder, progress=progress) as archive:
                return archive.add(
                    *paths, url=url, captured_at=captured_at, now=now, progress=progress, fetching=fetching, world=world
                )  # fmt: skip
        captures = find_captures(paths, url, captured_at, live)
        added = Record.add_to(folder, captures, now=moment_of(now), progress=live.quiet(paths))
        if added.new or added.seen_before:
            with cls.open(folder) as archive:
                archive._index_added(progress)
        return added

    @property
    def sources_changed(self) -> bool:
        """Tell whether what is derived was made anew because the source files tell something else than before."""
        return self.record.sources_changed

    @property
    def derived_again(self) -> bool:
        """Tell whether what is derived was missing, broken or made by another onrecord, and was made anew."""
        return self.record.derived_again

    def add(
        self,
        *paths: str | Path | BinaryIO,
        url: str | None = None,
        captured_at: str | None = None,
        now: str | None = None,
        progress: Progress | None = None,
        fetching: Fetching | None = None,
        world: World | None = None,
    ) -> Added:
        """Keep, read and index the captures in the files, folders or streams; adding them again changes nothing.

        What begins with "http://" or "https://" is fetched, as `fetching` says; each capture is kept as soon as it came.
        `url` and `captured_at` belong to one lone file that does not tell them; `now` is the time of adding. `world` is where
        clock, resolver and certificates come from, this machine by default.
        """
        from onrecord.archive.incoming import Live, find_captures

        live = Live(fetching, world, self.record, progress)
        captures = find_captures(paths, url, captured_at, live)
        added = self.record.add(captures, now=moment_of(now), progress=live.quiet(paths))
        self._index_added(progress)
        return added

    def _index_added(self, progress: Progress | None) -> None:
        # What was added is kept and read whatever comes of the index, which the next question catches up as well.
        with suppress(ArchiveBusy):
            self.index(progress)

    @overload
    def export(  # type: ignore[overload-overlap]
        self, form: Literal["parquet"], *, published: bool = False, profile: str | Path | None = None
    ) -> Iterator[bytes]:
        """Return bytes of the one form that is no text."""

    @overload
    def export(
        self, form: str = "jsonl", *, published: bool = False, profile: str | Path | None = None
    ) -> Iterator[str]:
        """Return text of all others."""

    def export(
        self, form: str = "jsonl", *, published: bool = False, profile: str | Path | None = None
    ) -> Iterator[str] | Iterator[bytes]:
        """Return the whole record piece by piece, by id: as "jsonl" a line for each statement as listed, with all its versions.

        Behind them a line for each removal. As "csv" (with its line ends) and "parquet" a row for each turn of each version; as
        "tei" one TEI P5 file. With `published`, only as many words as `publish` would show.
        """
        from onrecord.archive.exporting import export_record

        return export_record(self.record, form, published, profile)

    def publish(
        self,
        folder: str | Path,
        *,
        at: str | None = None,
        profile: str | Path | None = None,
        anew: bool = False,
        progress: Progress | None = None,
    ) -> Published:
        """Write the record as a static site into the folder, and return what was written.

        `at` is the time, with its zone, of the site's dateline, clocks and counters; `profile` a `site.toml`. Where this archive was
        published before, pages on which nothing is otherwise stay as they lie there, `anew` or not being asked for.
        """
        from onrecord.archive.published import publish_record

        moment = at or moment_of(None)
        return publish_record(
            self.record, self.bring_out, folder, moment, profile, anew=anew, progress=progress
        )

    @classmethod
    def backup(cls, folder: str | Path, path: str | Path, *, progress: Progress | None = None) -> BackedUp:
        """Write the truth of the archive in the folder into one new file, and return what was written."""
        return Record.back_up(folder, path, progress)

    @classmethod
    def restore(cls, path: str | Path, folder: str | Path, *, progress: Progress | None = None) -> BackedUp:
        """Make an archive of a backup in a new or empty folder, every digest compared, and return what was restored."""
        restored = Record.restore(path, folder, progress)
        with cls.open(folder, progress=progress) as archive:
            archive.index(progress)
        return restored

    def __enter__(self) -> Archive:
        """Return the archive, closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the archive's files."""
        self.close()
