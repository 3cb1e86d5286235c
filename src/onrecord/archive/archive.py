"""The Archive: one thin method for each verb, composing the rooms below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Literal, Unpack, overload

from onrecord.archive.asked import Filters, Wished
from onrecord.archive.desk import Desk
from onrecord.archive.moments import moment_of
from onrecord.custody import BackedUp, KnownCorrection, KnownSource, Tombstone, Verified
from onrecord.errors import ArchiveBusy, WrongCall
from onrecord.model import (
    Added,
    AnnouncedNotice,
    Citation,
    Cited,
    CopySeen,
    Coverage,
    Event,
    Held,
    Hit,
    Listed,
    OverTime,
    Resolved,
    Review,
    Revision,
    Span,
    Uses,
    Verdict,
)
from onrecord.record import Filters as RecordFilters
from onrecord.record import (
    Record,
    Wish,
)

if TYPE_CHECKING:
    from onrecord.archive.incoming import Progress
    from onrecord.archive.shelf import Shelf

    # A room is loaded by the verb that needs it: they take a quarter of a second each.
    from onrecord.capture.live import Fetching, World
    from onrecord.demo import Demo
    from onrecord.publishing import Profile, Published
    from onrecord.search import Index, QuotationIndex


class Archive(Desk):
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

    def list(
        self, *, unfinished: bool = False, unannounced: bool = False, **filters: Unpack[Filters]
    ) -> Iterator[Listed]:
        """Return the statements that pass all filters, the latest first.

        `unfinished`: of which a part was announced and is not held. `unannounced`: which no list of the record announces.
        """
        wanted = [self.record.unfinished()] if unfinished else []
        wanted += [self.record.unannounced()] if unannounced else []
        listed = self.record.listed(**filters)
        return (each for each in listed if all(each.id in some for some in wanted))

    def announced(self, **filters: Unpack[Filters]) -> Iterator[AnnouncedNotice]:
        """Return the notices that pass all filters, the latest first, with the statement each announces if held."""
        return self.record.notices(**filters)

    def show(self, id: str, *, version: int | None = None) -> Held:  # noqa: A002 - the contract's name
        """Return a version of a statement, the one seen last if no number is given; a beginning of the id will do."""
        return self.record.held(id, version)

    def diff(self, id: str, a: int | None = None, b: int | None = None) -> Iterator[Revision]:  # noqa: A002
        """Return the revisions of a statement, oldest first; with two numbers, that from version `a` to version `b` alone.

        A revision whose changes are all cosmetic is returned as well.
        """
        from onrecord.archive.revisions import revisions_of

        return revisions_of(self.record, id, a, b)

    def changes(self, since: str | None = None) -> Iterator[Event]:
        """Return what is new, edited, removed, returned, moved or resolved, in the order in which the record learnt of it.

        `since` is a time, compared with when it was seen; or the `cursor` of an event, behind which to go on.
        """
        from onrecord.archive.events import events_since

        return events_since(self.record, since)

    def was_read_otherwise(self, since: str | None) -> bool:
        """Return whether pages were read anew since a cursor was given: what that found before it `changes` tells no more."""
        from onrecord.archive.events import was_read_otherwise

        return was_read_otherwise(self.record, since)

    def copies(self, id: str) -> Sequence[CopySeen]:  # noqa: A002
        """Return the addresses that show a statement, the original first, each with what it has otherwise."""
        return self.record.copies(id)

    def render(self, id: str, *, version: int | None = None, form: str = "text") -> str:  # noqa: A002
        """Return a version for people: as text, markdown, json, html, or page: all text of the captured page."""
        if form == "page":
            return self.record.page(id, version).page.text
        from onrecord.publishing.statement.texts import FORMS

        if form not in FORMS:
            raise WrongCall(
                f"There is no form {form!r} of a statement: take one of {', '.join(FORMS)}, page."
            )
        return FORMS[form](self.record.held(id, version))

    def sources(self) -> Iterator[KnownSource]:
        """Return what is known of each source that has a file or of which something is held, by name."""
        return self.record.sources()

    def source(self, name: str) -> KnownSource:
        """Return what is known of one source, asked for by its name or a host of it."""
        return self.record.source(name)

    def search(
        self, words: str, *, limit: int = 20, order: str = "best", **filters: Unpack[Filters]
    ) -> Sequence[Hit]:
        """Return the turns of current versions that hold the words, the best first, with the hits marked.

        Words are joined by AND; "phrases", OR, NOT or a leading "-", and parentheses are understood. `order` may be "newest" or
        "oldest": by the day on which the statement was given, else posted.
        """
        self.index()
        kept = RecordFilters(**filters)
        named = kept._replace(source=self.record.named_source(kept.source))
        return self._index.search(words, named, limit, order=order)

    def check(self, quotation: str, *, speaker: str | None = None, date: str | None = None) -> Verdict:
        """Return how the quotation stands to what was published; what is stated of speaker and date is judged too."""
        from onrecord.archive.checking import check_in_any_characters, check_quotation

        def check(words: str, said_by: str | None) -> Verdict:
            found = (self.record, self._quoted, self._full_text, self._searched)
            return check_quotation(*found, words, said_by, date)

        return check_in_any_characters(check, quotation, speaker)

    def _full_text(self) -> Index:
        self._level(self._index)
        return self._index

    def _quoted(self) -> QuotationIndex:
        self._level(self._quotations)
        return self._quotations

    def review(
        self,
        path: str | Path | BinaryIO,
        *,
        url: str | None = None,
        posted_on: str | None = None,
        most: int | None = None,
        progress: Progress | None = None,
        goes_on: Callable[[], bool] | None = None,
    ) -> Review:
        """Return every quotation of the article in a file or stream, with whom and when it claims, and its verdict.

        Of at most 1,000,000 characters, or as many as `most` tells. `url` and `posted_on` are its address and day, where it does not tell them.
        `goes_on` is asked before each quotation; from where it says no, quotations have no verdict, and an issue tells so.
        """
        from onrecord.archive.reviewing import MOST_CHARACTERS, open_article, review_article

        page = open_article(path, url, posted_on, min(most or MOST_CHARACTERS, MOST_CHARACTERS))
        self.index()
        return review_article(page, self._claimed, self.cite, self._searched(), progress, goes_on)

    def _claimed(self, quotation: str, speaker: str | None, date: str | None) -> Verdict:
        return self.check(quotation, speaker=speaker, date=date)

    def cite(
        self,
        what: str | Verdict | Citation,
        *,
        version: int | None = None,
        turn: int | None = None,
        span: Span | None = None,
        quote: str | None = None,
        profile: Profile | str | Path | None = None,
    ) -> Sequence[Cited]:
        """Return words of the record, cited in all forms: all places where the words stand alike, and all parts of a verdict.

        `what` is a statement's id (with a turn and a span of its text, or words of it as `quote`), a verdict, a citation, or a
        citation in any form as text. `profile` is the `site.toml` that names keeper and address of the published site.
        """
        from onrecord.archive.citing import cite_any
        from onrecord.publishing import Profile, read_profile

        read = profile if profile is None or isinstance(profile, Profile) else read_profile(profile)
        chosen = read or Profile()
        place = (version, turn, span, quote)
        return cite_any(self.record, what, place, self._holding, chosen)

    def resolve(self, form: str) -> Sequence[Resolved]:
        """Return where the words of each citation in a text stand by now; WrongCall where the text holds none.

        Every form of `cite` will do, as will Web Annotations and text fragment links that others made.
        """
        from onrecord.archive.citing import asked_in
        from onrecord.archive.resolving import resolve

        return [resolve(self.record, asked, self._holding) for asked in asked_in(form)]

    def first(
        self, words: str, *, speaker: str | None = None, source: str | None = None, most: int | None = None
    ) -> Uses:
        """Return the first and last use of words that stand in a row, by speaker and source, with what is held around them.

        Case, typography and marks do not count. A use is dated by the day it was given, else posted, else first captured.
        WrongCall where more turns than `most` have the words: each of them is looked at.
        """
        from onrecord.archive.uses import check_few, find_uses, words_in_a_row

        sought = words_in_a_row(words)
        self.index()
        kept = RecordFilters(speaker=speaker, source=self.record.named_source(source))
        check_few(self._index.count(sought, kept), most)
        return find_uses(self.record, words, sought, self._index.uses(sought, kept), self._searched())

    def over_time(self, words: str, **filters: Unpack[Filters]) -> OverTime:
        """Return in how many turns of each month words stand in a row, beside all turns held of it and its captures."""
        from onrecord.archive.overtime import tell_over_time
        from onrecord.archive.uses import words_in_a_row

        sought = words_in_a_row(words)
        self.index()
        kept = RecordFilters(**filters)
        named = kept._replace(source=self.record.named_source(kept.source))
        found, (_, held) = self._index.months(sought, named), self._index.months(None, named)
        return tell_over_time(words, found, held, self.covered(kept.source), self._searched())

    def coverage(self, *, source: str | None = None) -> Iterator[Coverage]:
        """Return what is held of each source month by month, and what is missing; of one where its name or a host is given."""
        return iter(self.covered(source))

    def _holding(self, words: str) -> Iterator[str]:
        """Yield the statements in which words may stand, the most likely first."""
        verdict = self.check(words)
        places = [verdict.citation, *verdict.alternatives]
        yield from dict.fromkeys(each.statement for each in places if each is not None)

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

    def corrections(self) -> Iterator[KnownCorrection]:
        """Return every correction in the order of time, with the versions it mends and where it does not hold."""
        return self.record.corrections()

    def correct(
        self,
        id: str,  # noqa: A002
        *,
        by: str,
        why: str,
        now: str | None = None,
        **wished: Unpack[Wished],
    ) -> KnownCorrection:
        """Mend what was read of a statement, and return the correction as it is kept from now on; no byte is changed.

        `by` is who says so. See `Wished` for what may be mended, and where.
        """
        return self.record.correct(Wish(id, by, moment_of(now), why, **wished))

    def undo(self, correction: str, *, by: str, why: str, now: str | None = None) -> KnownCorrection:
        """Take a correction back, by its id: what was read is shown again."""
        return self.record.undo(correction, by=by, on=moment_of(now), why=why)

    def redact(
        self,
        id: str | None = None,  # noqa: A002
        *,
        by: str,
        why: str,
        version: int | None = None,
        passage: str | None = None,
        now: str | None = None,
        progress: Progress | None = None,
    ) -> Tombstone:
        """Remove for good what the law requires, and return what is left to tell of it.

        The captures that show a statement, or those with a digest ("sha256:…"); or a passage of them, or, without an id,
        of all captures. No word of it stays in any file of the archive; what was published before has to be published again.
        """
        digest = id if id is not None and id.startswith("sha256:") else None
        statement = None if digest else id
        from onrecord.record import Asked

        asked = Asked(by, moment_of(now), why, statement, version, digest, passage)
        removed = self.record.redact(asked, progress)
        self.index(progress)
        return removed

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

    def tombstones(self) -> Iterator[Tombstone]:
        """Return what was removed, in the order of time."""
        return self.record.tombstones()

    def rebuild(self, progress: Progress | None = None) -> None:
        """Derive everything again from captures, ledger and decisions."""
        self.record.rebuild(progress)
        self._index.build(self.record, progress)
        self._quotations.build(self.record, progress)

    def verify(self, progress: Progress | None = None) -> Verified:
        """Recompute every digest, reading, row and span, and return what differs."""
        return self.record.verify(progress)

    def __enter__(self) -> Archive:
        """Return the archive, closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the archive's files."""
        self.close()
