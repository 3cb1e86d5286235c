"""The site profile: what `site.toml` says of a published site, checked before anything is written."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from onrecord.errors import NotFound, WrongCall
from onrecord.model import KINDS, Contact
from onrecord.publishing.lists.terms import LEVELS
from onrecord.settings import check_keys, check_language, check_zone, nearest, read_toml

INTERFACES = ("en", "fr", "ar")
"""The languages that a site may speak by itself; the words stand in the source in the first."""


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

    `language` is the language of the texts in the profile; `interface` are those of the words that a site adds by itself: the pages
    stand in the first at the site's top, in each other in a folder of its name. `publish` tells how much of the statements is published whose source's file does not tell; without it all where they are the keeper's own,
    else an excerpt.
    """

    name: str = "A record of published statements"
    keeper: str | None = None
    own: bool = False
    language: str = "en"
    interface: tuple[str, ...] = ("en",)
    url: str | None = None
    cities: tuple[City, ...] = ()
    contacts: tuple[Contact, ...] = ()
    counters: tuple[DayCounter, ...] = ()
    sections: tuple[Section, ...] = ()
    messages_per_page: int = 50
    latest: int = 10
    publish: str | None = None

    @property
    def otherwise(self) -> str:
        """Return how much is published where nothing is told of a source."""
        return self.publish or ("full" if self.own else "excerpt")


_LISTS: dict[str, type[msgspec.Struct]] = {
    "cities": City,
    "contacts": Contact,
    "counters": DayCounter,
    "sections": Section,
}


def read_profile(path: str | Path) -> Profile:
    """Return the profile that a `site.toml` describes.

    Raises NotFound if there is no such file, WrongCall for what it must not say, with the nearest right word.
    """
    where = Path(path)
    try:
        values = read_toml(where, str(where))
    except FileNotFoundError:
        raise NotFound(f"There is no site profile at {where}: write one, or publish without it.") from None
    return parse_profile(values, str(where))


def parse_profile(values: dict[str, Any], where: str) -> Profile:
    """Return the profile that values read from TOML describe; `where` names them in a WrongCall."""
    check_keys(values, Profile.__struct_fields__, where)
    for name, kind in _LISTS.items():
        for entry in values.get(name, ()) if isinstance(values.get(name), list) else ():
            if isinstance(entry, dict):
                check_keys(entry, kind.__struct_fields__, f"{where}, [[{name}]]")
    try:
        profile = msgspec.convert(_as_listed(values), Profile)
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


def _as_listed(values: dict[str, Any]) -> dict[str, Any]:
    # One language is as good as a list of one.
    if isinstance(values.get("interface"), str):
        values = {**values, "interface": [values["interface"]]}
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
    check_language(profile.language, where)
    _check_interface(profile.interface, where)
    if profile.url is not None and (
        urlsplit(profile.url).scheme not in ("http", "https") or not urlsplit(profile.url).netloc
    ):
        raise WrongCall(
            f"{where}: url {profile.url!r} is no web address, write one like 'https://record.example/'."
        )
    if profile.publish is not None and profile.publish not in LEVELS:
        near = nearest(profile.publish, LEVELS) or f", write one of {', '.join(LEVELS)}."
        raise WrongCall(f"{where}: publish {profile.publish!r} is not known{near}")
    if profile.messages_per_page < 1 or profile.latest < 1:
        raise WrongCall(f"{where}: messages_per_page and latest must be 1 or more.")
    for city in profile.cities:
        check_zone(city.zone, where, city.place)
    for counter in profile.counters:
        _check_since(counter, where)
    _check_sections(profile.sections, where)


def _check_interface(tags: tuple[str, ...], where: str) -> None:
    known = ", ".join(INTERFACES)
    for tag in tags:
        if tag not in INTERFACES:
            raise WrongCall(
                f"{where}: interface {tag!r} is no language that pages are written in: there are {known}."
            )
    if not tags or len(set(tags)) < len(tags):
        raise WrongCall(
            f"{where}: interface names each language once, the main one first: there are {known}."
        )


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
                near = nearest(kind, KINDS) or f": the kinds are {', '.join(KINDS)}."
                raise WrongCall(f"{where}: section {section.name!r} names an unknown kind {kind!r}{near}")
        if not section.kinds:
            raise WrongCall(f"{where}: section {section.name!r} names no kinds, list one at least.")
        folder = section_folder(section)
        if folder in folders:
            raise WrongCall(
                f"{where}: sections {folders[folder]!r} and {section.name!r} share an address, rename one."
            )
        folders[folder] = section.name
