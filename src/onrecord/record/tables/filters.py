"""The filters of `list`, `announced` and `search`, checked once and made SQL."""

from __future__ import annotations

import difflib
import re
from datetime import date as day
from typing import NamedTuple

from onrecord.errors import WrongCall
from onrecord.model import KINDS
from onrecord.record.tables.statements import words_of

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")  # 2020, 2020-04, 2020-04-27


class Filters(NamedTuple):
    """What a statement must be to be listed; None asks nothing.

    `since` and `until` (both inclusive: a day, month or year) are compared with given_on, else posted_on: a statement
    without a date is then not listed. `speaker` is part of a name, case and marks aside.
    """

    source: str | None = None
    speaker: str | None = None
    kind: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    revised: bool = False

    def check(self) -> Filters:
        """Return the filters; WrongCall if one can never be met because of how it is written."""
        if self.kind is not None and self.kind not in KINDS:
            raise WrongCall(f"There is no kind {self.kind!r}: {nearest_kind(self.kind)}")
        for name, date in (("since", self.since), ("until", self.until)):
            if date is not None and not _is_date(date):
                raise WrongCall(f"{name} is {date!r}, which is no date: write YYYY, YYYY-MM or YYYY-MM-DD.")
        if self.since and self.until and self.since[: len(self.until)] > self.until[: len(self.since)]:
            raise WrongCall(
                f"since is {self.since!r} and until {self.until!r}, which is before: nothing lies between, change one of them."
            )
        if self.speaker is not None and not words_of(self.speaker):
            raise WrongCall("The speaker to look for has no word in it: give a name or a part of one.")
        return self

    def where(self) -> tuple[str, list[str]]:
        """Return a condition on the table `statements`, and its values."""
        terms: list[str] = ["1"]
        values: list[str] = []
        if self.source is not None:
            terms.append(
                "(source IN (?, ?) OR id IN (SELECT s.statement FROM captures c JOIN sightings s ON s.reading = c.reading"
                " WHERE c.source IN (?, ?) AND s.identity <> s.statement))"
            )
            values += self.sources() * 2
        if self.speaker is not None:
            terms.append("instr(speaker_words, ?)")
            values.append(words_of(self.speaker))
        if self.kind is not None:
            terms.append("instr(kinds, ?)")
            values.append(f'"{self.kind}"')
        if self.language is not None:
            terms.append("language = ? COLLATE NOCASE")
            values.append(self.language)
        if self.revised:
            terms.append("own_versions > 1")
        dated, dates = date_terms("coalesce(given_on, posted_on)", self.since, self.until)
        return " AND ".join([*terms, *dated]), values + dates

    def host(self) -> str:
        """Return the source asked for as a host is kept: in lower case without "www."."""
        return (self.source or "").strip().lower().removeprefix("www.")

    def sources(self) -> tuple[str, str]:
        """Return the source asked for as it was given, which may be a name, and as a host."""
        return (self.source or "").strip(), self.host()

    def of_statement(self) -> bool:
        """Return whether anything is asked that only a held statement can answer, not a notice of one."""
        return any((self.speaker, self.kind, self.language, self.revised))


def nearest_kind(asked: str) -> str:
    """Return the rest of a sentence that names the nearest kind, or all of them where none is near."""
    near = difflib.get_close_matches(asked, KINDS, n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else f"there are {', '.join(KINDS)}."


def _is_date(written: str) -> bool:
    """Return whether it is a year, month or day that the calendar has."""
    if not _DATE.fullmatch(written):
        return False
    try:
        day.fromisoformat(written + "-01-01"[len(written) - 4 :])
    except ValueError:
        return False
    return True


def date_terms(column: str, since: str | None, until: str | None) -> tuple[list[str], list[str]]:
    """Return the SQL terms and their values that keep a date column between the two, both inclusive."""
    terms, values = [], []
    if since is not None:
        terms.append(f"{column} >= ?")
        values.append(since)
    if until is not None:
        # "2020" ends with the year: only as many characters as were given are compared.
        terms.append(f"substr({column}, 1, {len(until)}) <= ?")
        values.append(until)
    return terms, values
