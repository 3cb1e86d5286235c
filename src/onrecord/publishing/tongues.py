"""The interface's languages: what a page says by itself, its dates and numbers, in the language of who reads it.

The words stand in English where they are used, marked for gettext; `catalogues/TAG.po` has them in another language. A catalogue is
read as it stands: nothing has to be compiled. Dates and numbers are CLDR's.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from functools import cache, cached_property
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Any

from onrecord.publishing.named import WORDS
from onrecord.publishing.profile import Profile
from onrecord.publishing.wording import (
    MONTHS,
    direction_of,
    moment_of,
    primary_tag,
    printed_date,
    printed_language,
    printed_moment,
    read_date,
)

_CATALOGUES = Path(__file__).parent / "catalogues"
OWN_NAMES = {"en": "English", "fr": "Français", "ar": "العربية"}


class Tongue:
    """One language of the interface: its words, dates and numbers."""

    def __init__(self, tag: str, translations: NullTranslations) -> None:
        """Take the tag of the language and its catalogue."""
        self.tag = tag
        self.direction = direction_of(tag)
        self.own_name = OWN_NAMES.get(tag, tag)
        self.translations = translations

    def gettext(self, message: str, /, **values: Any) -> str:
        """Return a message with its values, each at its `%(name)s`."""
        return self.translations.gettext(message) % values

    def ngettext(self, one: str, many: str, n: int, /, **values: Any) -> str:
        """Return the message that goes with a number; `%(num)s` is that number as it is printed."""
        return self.translations.ngettext(one, many, n) % {"num": self.number(n), **values}

    def pgettext(self, context: str, message: str, /, **values: Any) -> str:
        """Return a message whose English has more than one meaning; the context tells which."""
        return self.translations.pgettext(context, message) % values

    def word(self, group: str, name: str) -> str:
        """Return a word of the model as it is said; the group is what it names: "kind", "status", "role" (see `named`)."""
        said = WORDS[group].get(name)
        return self.translations.pgettext(group, said) if said else name.replace("_", " ")

    def date(self, iso: str) -> str:
        """Return "14 October 2019", "October 2019" or "2019" for an ISO 8601 date; anything else unchanged."""
        if self._is_source or (read := read_date(iso)) is None:
            return printed_date(iso)
        year, month, day = read
        if month is None:
            return str(year)
        from babel.dates import format_date, format_skeleton

        if day is None:
            return format_skeleton("yMMMM", date(year, month, 1), locale=self._locale)
        told: str = format_date(date(year, month, day), "long", locale=self._locale)
        # The first of a month is an ordinal in French, which the CLDR's patterns cannot tell.
        return f"1er{told[1:]}" if self.tag == "fr" and day == 1 else told

    def short_month(self, iso: str) -> str:
        """Return "Oct" for the month of an ISO 8601 date; anything else unchanged."""
        read = read_date(iso)
        if read is None or read[1] is None:
            return iso
        if self._is_source:
            return MONTHS[read[1] - 1][:3]
        from babel.dates import get_month_names

        return str(get_month_names("abbreviated", "stand-alone", locale=self._locale)[read[1]])

    def moment(self, iso: str) -> str:
        """Return "15 July 2020, 18:08 UTC" for an ISO 8601 time with a zone; without one, the date in words."""
        read = moment_of(iso)
        if self._is_source:
            return printed_moment(iso)
        if read is None:
            return self.date(iso)
        there: datetime = read.astimezone(UTC)
        return self.gettext(
            "%(date)s, %(time)s UTC", date=self.date(there.date().isoformat()), time=f"{there:%H:%M}"
        )

    def listed(self, *parts: str | None) -> str:
        """Return what there is of the parts in a row, with the comma of the language between them."""
        return self.gettext(", ").join(part for part in parts if part)

    def captured(self, iso: str | None) -> str:
        """Return "captured 15 July 2020, 18:08 UTC", or that the time is not known."""
        if iso is None:
            return self.gettext("capture time not known")
        return self.gettext("captured %(moment)s", moment=self.moment(iso))

    def number(self, n: int) -> str:
        """Return a whole number with the marks between its thousands that the language sets."""
        if self._is_source:
            return f"{n:,}"
        from babel.numbers import format_decimal

        return str(format_decimal(n, locale=self._locale))

    def rate(self, n: float) -> str:
        """Return a number with one place behind the mark that the language sets: "40.0", "40,0"."""
        if self._is_source:
            return f"{n:,.1f}"
        from babel.numbers import format_decimal

        return str(format_decimal(n, format="#,##0.0", locale=self._locale))

    def language(self, tag: str) -> str:
        """Return "Arabic (ar)" for a BCP 47 tag, or the tag alone where there is no name for it."""
        if self._is_source:
            return printed_language(tag)
        name = self._locale.languages.get(primary_tag(tag))
        return f"{name} ({tag})" if name else tag

    @property
    def _is_source(self) -> bool:
        return self.tag == "en"

    @cached_property
    def _locale(self) -> Any:
        from babel import Locale

        return Locale.parse(self.tag)


def prefix_of(tag: str, profile: Profile) -> str:
    """Return the folder in which a site's pages in a language stand: "fr/", and none for the profile's first."""
    return "" if tag == profile.interface[0] else f"{tag}/"


@cache
def open_tongue(tag: str) -> Tongue:
    """Return a language of the interface; one that a profile may name."""
    if tag == "en":
        return Tongue(tag, NullTranslations())
    return Tongue(tag, _read_catalogue((_CATALOGUES / f"{tag}.po").read_bytes()))


def _read_catalogue(text: bytes) -> GNUTranslations:
    # gettext knows its compiled form only; made here, it cannot be older than what it was made of.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(text)))
    compiled.seek(0)
    return GNUTranslations(compiled)


ENGLISH = open_tongue("en")
