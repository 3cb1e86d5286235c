"""The site profile: what `site.toml` says of a published site, checked before anything is written."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import msgspec

from onrecord.errors import NotFound, WrongCall
from onrecord.model import KINDS, Contact


class City(msgspec.Struct, frozen=True):
    """A place whose local time the site shows; `zone` is a name of the IANA time zone database."""

    place: str
    zone: str


class DayCounter(msgspec.Struct, frozen=True):
    """A count of days since an ISO date; `text` is what follows the number."""

    since: str
    text: str


class Section(msgspec.Struct, frozen=True):
    """A part of the site that lists the statements of some kinds."""

    name: str
    kinds: tuple[str, ...]


class Profile(msgspec.Struct, frozen=True):
    """Who publishes the record and how; `own`: the messages are the keeper's, not captures of third parties.

    `language` is the language of the texts in the profile; the words a site adds by itself are English.
    """

    name: str = "A record of published statements"
    keeper: str | None = None
    own: bool = False
    language: str = "en"
    url: str | None = None
    cities: tuple[City, ...] = ()
    contacts: tuple[Contact, ...] = ()
    counters: tuple[DayCounter, ...] = ()
    sections: tuple[Section, ...] = ()
    messages_per_page: int = 50
    latest: int = 10


_LISTS: dict[str, type[msgspec.Struct]] = {
    "cities": City,
    "contacts": Contact,
    "counters": DayCounter,
    "sections": Section,
}
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_profile(path: str | Path) -> Profile:
    """Return the profile that a `site.toml` describes.

    Raises NotFound if there is no such file, WrongCall for what it must not say, with the nearest right word.
    """
    where = Path(path)
    try:
        text = where.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise NotFound(f"There is no site profile at {where}: write one, or publish without it.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise WrongCall(f"{where} cannot be read as a UTF-8 text file: {error}.") from None
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongCall(f"{where} is not valid TOML, correct it there: {error}.") from None
    return parse_profile(values, str(where))


def parse_profile(values: dict[str, Any], where: str) -> Profile:
    """Return the profile that values read from TOML describe; `where` names them in a WrongCall."""
    _check_keys(values, Profile, where)
    for name, kind in _LISTS.items():
        for entry in values.get(name, ()) if isinstance(values.get(name), list) else ():
            if isinstance(entry, dict):
                _check_keys(entry, kind, f"{where}, [[{name}]]")
    try:
        profile = msgspec.convert(_with_text_dates(values), Profile)
    except msgspec.ValidationError as error:
        raise WrongCall(f"{where}: a value has the wrong type, correct it there: {error}.") from None
    _check(profile, where)
    if profile.url is None:
        return profile
    return msgspec.structs.replace(profile, url=profile.url.rstrip("/") + "/")


def section_folder(section: Section) -> str:
    """Return the folder name of a section: its name in plain lower-case words, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", section.name.casefold())
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    return "-".join(words)[:60].strip("-") or "-".join(section.kinds).replace("_", "-")


def _with_text_dates(values: dict[str, Any]) -> dict[str, Any]:
    # TOML has dates of its own; `since = 2026-03-01` without quotes is as good as with them.
    counters = values.get("counters")
    if not isinstance(counters, list):
        return values
    texts = [
        {key: value.isoformat() if isinstance(value, date) else value for key, value in entry.items()}
        if isinstance(entry, dict)
        else entry
        for entry in counters
    ]
    return {**values, "counters": texts}


def _check(profile: Profile, where: str) -> None:
    if not profile.name.strip():
        raise WrongCall(f"{where}: name is empty, give the site a name.")
    if not _LANGUAGE_TAG.fullmatch(profile.language):
        raise WrongCall(
            f"{where}: language {profile.language!r} is no language tag, write one like 'en' or 'pt-BR'."
        )
    if profile.url is not None and (
        urlsplit(profile.url).scheme not in ("http", "https") or not urlsplit(profile.url).netloc
    ):
        raise WrongCall(
            f"{where}: url {profile.url!r} is no web address, write one like 'https://record.example/'."
        )
    if profile.messages_per_page < 1 or profile.latest < 1:
        raise WrongCall(f"{where}: messages_per_page and latest must be 1 or more.")
    for city in profile.cities:
        _check_zone(city, where)
    for counter in profile.counters:
        _check_since(counter, where)
    _check_sections(profile.sections, where)


def _check_zone(city: City, where: str) -> None:
    zones = available_timezones()
    if city.zone not in zones:
        nearest = _nearest(city.zone, zones) or _nearest(city.place.replace(" ", "_"), zones)
        raise WrongCall(
            f"{where}: {city.zone!r} is no IANA time zone{nearest or ', write one like Europe/Paris'}."
        )
    ZoneInfo(city.zone)


def _check_since(counter: DayCounter, where: str) -> None:
    try:
        date.fromisoformat(counter.since)
    except ValueError:
        raise WrongCall(
            f"{where}: since {counter.since!r} is no date, write one like '2026-03-01'."
        ) from None


def _check_sections(sections: tuple[Section, ...], where: str) -> None:
    folders: dict[str, str] = {}
    for section in sections:
        for kind in section.kinds:
            if kind not in KINDS:
                nearest = _nearest(kind, KINDS) or f": the kinds are {', '.join(KINDS)}"
                raise WrongCall(f"{where}: section {section.name!r} names an unknown kind {kind!r}{nearest}.")
        if not section.kinds:
            raise WrongCall(f"{where}: section {section.name!r} names no kinds, list one at least.")
        folder = section_folder(section)
        if folder in folders:
            raise WrongCall(
                f"{where}: sections {folders[folder]!r} and {section.name!r} share an address, rename one."
            )
        folders[folder] = section.name


def _check_keys(values: dict[str, Any], kind: type[msgspec.Struct], where: str) -> None:
    known = kind.__struct_fields__
    for key in values:
        if key not in known:
            nearest = _nearest(key, known) or f": the keys are {', '.join(known)}"
            raise WrongCall(f"{where}: unknown key {key!r}{nearest}.")


def _nearest(word: str, known: Iterable[str]) -> str | None:
    lower = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), lower, n=1, cutoff=0.5)
    if not close:
        tails = {name.rsplit("/")[-1]: name for name in sorted(lower)}
        close = [
            tails[tail] for tail in get_close_matches(word.casefold().rsplit("/")[-1], tails, n=1, cutoff=0.7)
        ]
    return f", did you mean {lower[close[0]]!r}?" if close else None
