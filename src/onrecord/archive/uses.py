"""`first`: the first and last use of words, by speaker and source, with what is held before and behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.errors import WrongCall
from onrecord.model import DatedBy, Searched, Span, Use, Uses, UsesBy
from onrecord.quoting.citation import cite_words
from onrecord.record import Record
from onrecord.record.asked.around import Around
from onrecord.search import Entry
from onrecord.text import match_form

Key = tuple[str | None, str | None, str | None]


class _Dated(NamedTuple):
    """A turn with the words, its day, and the first version of its statement that has them."""

    day: str | None
    dated_by: DatedBy | None
    entry: Entry
    since: int

    @property
    def order(self) -> tuple[bool, str, str, int, int]:
        entry = self.entry
        return self.day is None, self.day or "", entry.statement, entry.version, entry.shown["turn"]


def words_in_a_row(words: str) -> tuple[str, ...]:
    """Return the words in match form; WrongCall where there is none."""
    sought = match_form(words).words
    if not sought:
        raise WrongCall("There is no word to look for in that: give one, or several that follow each other.")
    return sought


def check_few(turns: int, most: int | None) -> None:
    """Return if no more turns have the words than may be looked at."""
    if most is not None and turns > most:
        raise WrongCall(
            f"Those words stand in {turns:,} turns, and at most {most:,} are looked at here: give more words in a row, a speaker"
            " or a source, or ask `onrecord first` where the archive is."
        )


def find_uses(
    record: Record, words: str, sought: Sequence[str], entries: Iterable[Entry], searched: Searched
) -> Uses:
    """Return first and last use among the turns that hold the words, overall and by speaker and source."""
    around = record.around()
    uses = _Uses(record, around, sought)
    found = sorted((uses.dated(*each) for each in _latest(entries)), key=lambda each: each.order)
    groups: dict[Key, list[_Dated]] = {}
    for each in found:
        shown = each.entry.shown
        groups.setdefault((shown["speaker"] or shown["label"], shown["role"], shown["source"]), []).append(
            each
        )
    dated = [each for each in found if each.day is not None]
    by = tuple(uses.by(key, group) for key, group in groups.items())
    return Uses(
        words=words,
        turns=len(found),
        statements=len({each.entry.statement for each in found}),
        undated=len(found) - len(dated),
        first=uses.use(dated[0]) if dated else None,
        last=uses.use(dated[-1]) if dated else None,
        by=by,
        searched=searched,
    )


def _latest(entries: Iterable[Entry]) -> Iterable[tuple[Entry, int]]:
    """Return the turns of a statement in its current version, else the latest that has the words, and the first that has them.

    Words that somebody has in several versions of a statement were used once.
    """
    of_one: dict[tuple[str, str | None], list[Entry]] = {}
    for each in entries:
        of_one.setdefault((each.statement, each.shown["speaker"] or each.shown["label"]), []).append(each)
    for group in of_one.values():
        shown = next((each.version for each in group if each.current), max(each.version for each in group))
        since = min(each.version for each in group)
        yield from ((each, since) for each in group if each.version == shown)


class _Uses:
    """How uses of the words are dated and cited."""

    def __init__(self, record: Record, around: Around, sought: Sequence[str]) -> None:
        self.record = record
        self.around = around
        self.sought = tuple(sought)

    def dated(self, entry: Entry, since: int) -> _Dated:
        shown = entry.shown
        if shown["given_on"]:
            return _Dated(shown["given_on"], "given_on", entry, since)
        if shown["posted_on"]:
            return _Dated(shown["posted_on"], "posted_on", entry, since)
        seen = self.around.first_seen(entry.statement, since)
        return _Dated(seen[:10] if seen else None, "captured_at" if seen else None, entry, since)

    def by(self, key: Key, group: Sequence[_Dated]) -> UsesBy:
        speaker, role, source = key
        dated = [each for each in group if each.day is not None] or list(group)
        captured = self.around.captured(source)
        return UsesBy(
            speaker=speaker,
            role=role,  # type: ignore[arg-type]
            source=source,
            turns=len(group),
            statements=len({each.entry.statement for each in group}),
            first=self.use(dated[0]),
            last=self.use(dated[-1]),
            before=self.around.before(source, dated[0].day),
            after=self.around.after(source, dated[-1].day),
            captures=captured.captures,
            captured=(captured.first, captured.last),
        )

    def use(self, dated: _Dated) -> Use:
        entry = dated.entry
        held = self.record.held(entry.statement, entry.version)
        turn = held.statement.turns[entry.shown["turn"] - 1]
        return Use(
            date=dated.day,
            dated_by=dated.dated_by,
            title=held.statement.title,
            speaker=turn.speaker or turn.label,
            source=entry.shown["source"],
            citation=cite_words(entry.statement, entry.version, turn, self._span(entry), held.capture),
            current=entry.current,
            added_between=self.around.between(entry.statement, dated.since),
        )

    def _span(self, entry: Entry) -> Span:
        words, spans = match_form(entry.text, entry.asides)
        many = len(self.sought)
        at = next(at for at in range(len(words)) if words[at : at + many] == self.sought)
        return spans[at][0], spans[at + many - 1][1]
