"""What is asked of an archive: its statements and sources, where words stand, how quotations stand to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Unpack

from onrecord.archive.asked import Filters
from onrecord.archive.doors import Doors
from onrecord.custody import KnownSource
from onrecord.errors import WrongCall
from onrecord.model import (
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

if TYPE_CHECKING:
    from onrecord.archive.incoming import Progress

    # A room is loaded by the verb that needs it: they take a quarter of a second each.
    from onrecord.publishing import Profile
    from onrecord.search import Index, QuotationIndex


class Questions(Doors):
    """The verbs that ask and change nothing."""

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
