"""What the keeper's file tells of a source, as a value that the reader is given; and its answers while a page is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo
from functools import cached_property

from onrecord.model import LearntSite, Speaker
from onrecord.reading.page.blocks import LEFT_OUT, STATEMENT, Block
from onrecord.reading.told import SourceRules
from onrecord.reading.words.dates import FoundDate, find_dates, machine_day, moment_of, whole_date
from onrecord.reading.words.labelkey import label_key

SOURCE_FILE = "source file"
"""What evidence says of a value that a source's file decided."""
# Languages in which no country writes the month first; English is none.
_DAY_FIRST = frozenset(
    "bg bs ca cs da de el et fi fr gl hr id is it lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk vi".split()
)


def puts_day_first(language: str | None) -> bool:
    """Return whether a language writes the day before the month wherever both are figures: "04/10/2031" in Italian."""
    return bool(language) and (language or "").partition("-")[0].lower() in _DAY_FIRST


# A time of day with its zone, as American offices print it: 1:05 P.M. EDT
_AMERICAN_TIME = re.compile(r"\b\d{1,2}:\d{2}\s?[AaPp]\.?[Mm]\.?,?\s?\(?(?:E|C|M|P|AK|H)[SD]?T\b")
_BY_AMERICAN_TIME = "day-month order: the page's times of day are American"


def tells_american_time(language: str | None, text: str) -> bool:
    """Return whether a page, in English as far as known, has a time of day in a zone of the United States: there the month comes first.

    Canada has the same zones, and writes days in figures in more than one order: there the day may be wrong.
    """
    return (language or "en").partition("-")[0].lower() == "en" and bool(_AMERICAN_TIME.search(text))


_PLACES = {"statement": STATEMENT, "leave_out": LEFT_OUT}


class Guide:
    """The rules of a source, asked while one page of it is read."""

    def __init__(self, rules: SourceRules | None = None, learnt: LearntSite | None = None) -> None:
        """Take the rules and what was learnt; without any, every answer is that of the page itself."""
        self.rules = rules or SourceRules()
        self.learnt = learnt
        self.decided: set[str] = set()
        """Names of the rules that decided something on the page."""
        self.day_first = False
        """Whether the language of the page puts the day before the month wherever it writes both in figures."""
        self.tells_month_first: Callable[[], bool] = lambda: False
        """Asked where day and month could change places: whether the page tells the time as the United States do."""
        self.is_american: bool | None = None
        """What that told, once it was asked."""
        self.asked_when = False
        """Whether something on the page was read by the time of its capture."""
        self._misses = False

    def when(self, captured_at: str | None) -> str | None:
        """Return the time of the capture, and note that it was asked for: at another time the page may be read otherwise."""
        self.asked_when = True
        return captured_at

    def tells_american(self) -> bool:
        """Return whether the page tells the time as the United States do, and note that it was asked for."""
        if self.is_american is None:
            self.is_american = self.tells_month_first()
        return self.is_american

    def told(self) -> tuple[str, ...]:
        """Return the names of the rules that decided something, in the order of SourceRules."""
        return tuple(name for name in SourceRules._fields if name in self.decided)

    def language(self) -> str | None:
        """Return the language told."""
        return self._decides("language") if self.rules.language else None

    def name(self) -> str | None:
        """Return the source's name told."""
        return self._decides("name") if self.rules.name else None

    def settle(self, found: FoundDate) -> FoundDate:
        """Return a date read in the order told, where its day and month could change places."""
        if (
            self.rules.day_month_order is None
            and found.ambiguous
            and self.learnt
            and self.learnt.day_month_order
        ):
            iso = found.exchanged if self.learnt.day_month_order == "mdy" else found.iso
            return FoundDate(iso or found.iso, found.span, by="day-month order: the site's other pages")
        if self.rules.day_month_order is None and found.ambiguous and self.day_first:
            return FoundDate(found.iso, found.span, by="day-month order: the page's language")
        if self.rules.day_month_order is None and found.ambiguous and self.tells_american():
            return FoundDate(found.exchanged or found.iso, found.span, by=_BY_AMERICAN_TIME)
        if self.rules.day_month_order is None or found.exchanged is None:
            return found
        iso = found.exchanged if self.rules.day_month_order == "mdy" else found.iso
        if iso == found.iso and not found.ambiguous:
            return found
        self.decided.add("day_month_order")
        return FoundDate(iso, found.span, by=f"day-month order: {SOURCE_FILE}")

    def dates_in(self, text: str) -> list[FoundDate]:
        """Return the full dates of the text, as `find_dates` and the order told read them."""
        return [self.settle(one) for one in find_dates(text)]

    def whole_date(self, text: str) -> FoundDate | None:
        """Return the date if the text is nothing but a date, as `whole_date` and the order told read it."""
        found = whole_date(text)
        return self.settle(found) if found else None

    def day_of(self, value: str) -> FoundDate | None:
        """Return the day that a machine-readable value names, in the source's time zone where one is told."""
        zone = self.rules.time_zone
        moment = moment_of(value) if zone is not None else None
        if moment is not None and (day := _day_in(moment, zone)):
            if day == moment.date().isoformat():
                return FoundDate(day, (0, 0))
            self.decided.add("time_zone")
            return FoundDate(day, (0, 0), by=f"time zone: {SOURCE_FILE}")
        if (machine := machine_day(value)) is not None:
            return FoundDate(machine, (0, 0)) if machine else None
        found = [one for one in self.dates_in(value) if not one.ambiguous]
        return found[0] if len({one.iso for one in found}) == 1 else None

    def with_offset(self, local: str) -> str:
        """Return a local date and time with the offset from UTC that it has in the time zone told."""
        zone = self.rules.time_zone
        if zone is None:
            return local
        try:
            moment = datetime.fromisoformat(local).replace(tzinfo=zone)
            told = moment.isoformat(timespec="minutes")
        except (ValueError, OverflowError):
            return local
        self.decided.add("time_zone")
        return told

    def alias_of(self, printed: str) -> Speaker | None:
        """Return the speaker that is told of a label or name as printed; case, marks and brackets aside."""
        return self.aliases.get(label_key(printed)) if self.rules.aliases else None

    @cached_property
    def aliases(self) -> dict[str, Speaker]:
        """The speakers told, by label key."""
        return {label_key(printed): one for printed, one in self.rules.aliases.items()}

    @cached_property
    def labels(self) -> re.Pattern[str] | None:
        """What matches a label told at the beginning of a block: "A. Verne (via interpreter): …", "4. A. Verne. – …"."""
        longest_first = sorted(self.rules.aliases, key=len, reverse=True)
        if not longest_first:
            return None
        printed = "|".join(r"\s+".join(map(re.escape, each.split())) for each in longest_first)
        # "The President — that is, his office — …" is no label "THE PRESIDENT": before weak marks it stands as it was told.
        return re.compile(
            rf"(?:\d{{1,3}}\.\s+)?(?P<exact>(?={printed}))?(?P<label>(?i:{printed}))(?!\w)"
            r"(?P<bracket>\s*[(\[][^)\]]{1,60}[)\]])?(?:\s*[:：]\s*|(?(exact)(?:\.?\s+[–—-]\s+|\.\s+)|(?!)))"
        )

    def named(self, one: Speaker) -> Speaker:
        """Return somebody whom the page names by the name and office told of him."""
        told = (self.alias_of(f"{one.office} {one.name}") if one.office else None) or self.alias_of(one.name)
        if told is None:
            told = next((each for each in self.aliases.values() if each.name == one.name), None)
        if told is None:
            return one
        renamed = Speaker(told.name, told.office or one.office)
        if renamed != one:
            self.decided.add("aliases")
        return renamed

    def note_places(self, blocks: Iterable[Block]) -> None:
        """Note what stands on a page of markup in the elements told."""
        there = frozenset().union(*(block.places for block in blocks))
        self.decided |= {name for name, place in _PLACES.items() if place in there}
        self._misses = self.rules.statement is not None and STATEMENT not in there

    def misses_statement(self) -> bool:
        """Return whether an element is told for the statement, and nothing of this page stands in it."""
        return self._misses

    def _decides(self, name: str) -> str:
        self.decided.add(name)
        value: str = getattr(self.rules, name)
        return value


def _day_in(moment: datetime, zone: tzinfo | None) -> str | None:
    try:
        return moment.astimezone(zone).date().isoformat()
    except (OverflowError, ValueError):
        return None
