"""How dates, languages, kinds and marks of the model are printed: plain English words, no locale."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache

# "ليلى"
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

LANGUAGES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ms": "Malay", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

# 2019, 2019-10, 2019-10-14 and whatever time follows it.
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])")

# What HTML cannot hold at all (controls, lone surrogates, noncharacters), and the two bidi overrides,
# which show words in an order in which they do not stand. Other bidi marks are typography and stay.
_NOT_PRINTED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202d\u202e\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Return the message: it is marked for the catalogues here and translated where it is used."""
    return message


def printable(text: str) -> str:
    """Return the text, characters that a page cannot hold or that reorder words written as `⟨U+202E⟩`."""
    # Most are but for line ends; no character that is replaced is printable to Unicode, and looking for one takes longer.
    if text.isprintable() or ("\n" in text and text.replace("\n", "").isprintable()):
        return text
    return _NOT_PRINTED.sub(lambda match: f"⟨U+{ord(match.group()):04X}⟩", text)


@lru_cache(maxsize=16_384)
def printed_date(iso: str) -> str:
    """Return "14 October 2019", "October 2019" or "2019" for an ISO 8601 date; anything else unchanged."""
    match = _ISO_DATE.match(iso)
    if match is None:
        return iso
    year, month, day = match.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return iso
    name = MONTHS[int(month) - 1]
    return f"{name} {year}" if day is None else f"{int(day)} {name} {year}"


@lru_cache(maxsize=16_384)
def read_date(iso: str) -> tuple[int, int | None, int | None] | None:
    """Return year, month and day of an ISO 8601 date, as far as it tells them; None for what is no date of a calendar."""
    match = _ISO_DATE.match(iso)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return year, month, day


def printed_moment(iso: str) -> str:
    """Return "15 July 2020, 18:08 UTC" for an ISO 8601 time with a zone; without one, the date in words."""
    moment = moment_of(iso)
    if moment is None:
        return printed_date(iso)
    there = moment.astimezone(UTC)
    return f"{there.day} {MONTHS[there.month - 1]} {there.year}, {there:%H:%M} UTC"


def moment_of(iso: str) -> datetime | None:
    """Return the time that an ISO 8601 string names; None for a date alone or a time without a zone."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


@lru_cache(maxsize=16_384)
def day_of(iso: str | None) -> str | None:
    """Return the date part of an ISO 8601 string for a `datetime` attribute; None where it holds none."""
    match = _ISO_DATE.match(iso or "")
    return match.group() if match else None


def printed_language(tag: str) -> str:
    """Return "Arabic (ar)" for a BCP 47 tag, or the tag alone where we have no name for it."""
    name = LANGUAGES.get(primary_tag(tag))
    return f"{name} ({tag})" if name else tag


def primary_tag(tag: str) -> str:
    """Return the first, language-naming part of a BCP 47 tag."""
    return tag.split("-")[0].casefold()


def direction_of(tag: str | None) -> str:
    """Return "rtl" for a language written from right to left, else "ltr"; the value of a `dir` attribute."""
    return "rtl" if tag is not None and primary_tag(tag) in _RIGHT_TO_LEFT else "ltr"


def comma_in(words: str) -> str:
    """Return the comma that goes on behind words, as their script sets it: "ليلى الحدادي، وزيرة الخارجية"."""
    return "، " if _ARABIC.search(words) else ", "


def printed_text_status(name: str) -> str | None:
    """Return "official translation" for what a page told of its text; None where it told nothing."""
    return None if name == "unknown" else printed_word(name)


def printed_word(name: str) -> str:
    """Return a kind, status or text status of the model in words: "news_conference" is "news conference"."""
    return name.replace("_", " ")
