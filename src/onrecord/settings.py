"""Files that people write in TOML: read, and what is wrong in them told in one sentence that names the nearest right word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from onrecord.errors import WrongCall

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LINE = re.compile(r"\(at line (\d+),")
_LONGEST_SHOWN = 60
# How the parser begins its sentence, and what that means to who wrote the line.
_REASONS = (
    ("Cannot overwrite", "the key stands there a second time"),
    ("Cannot declare", "the table stands there a second time"),
    ("Cannot mutate", "the table was closed before"),
    ("Expected '='", "behind a key stands an equals sign, and on each line one key"),
    ("Invalid value", "behind the equals sign stands no value; text stands in quotation marks"),
    ("Unterminated", "a quotation mark is not closed"),
    ("Unclosed", "a bracket is not closed"),
    ("Expected \"'\"", "a quotation mark is not closed"),
    ("Invalid", "a key stands there that TOML does not allow; one of other letters stands in quotation marks"),
    ("Expected newline", "on each line stands one key with its value; text stands in quotation marks"),
    ("Illegal character", "a character stands there that TOML does not allow; text stands in quotation marks on one line"),
)  # fmt: skip
_KINDS = {
    str: "a text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


def read_toml(path: Path, where: str) -> dict[str, Any]:
    """Return the values of a TOML file; `where` names it in a WrongCall.

    FileNotFoundError is left to who knows what is missing then.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise
    except UnicodeDecodeError:
        raise WrongCall(f"{where} is no text in UTF-8: save it as one.") from None
    except OSError as error:
        raise WrongCall(f"{where} cannot be read: {error.strerror or error}.") from None
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise WrongCall(_not_toml(str(error), text, where)) from None


def check_keys(values: dict[str, Any], known: Iterable[str], where: str) -> None:
    """Raise WrongCall for a key that is not among those known."""
    names = tuple(known)
    for key in values:
        if key not in names:
            near = nearest(key, names) or f": the keys are {', '.join(names)}."
            raise WrongCall(f"{where}: unknown key {key!r}{near}")


def check_zone(zone: str, where: str, place: str = "") -> ZoneInfo:
    """Return the time zone of this name; WrongCall where the IANA database has none, with the nearest (or that of a place)."""
    zones = _zones()
    if zone not in zones:
        near = nearest(zone, zones) or nearest(place.replace(" ", "_"), zones)
        raise WrongCall(f"{where}: {zone!r} is no IANA time zone{near or ', write one like Europe/Paris.'}")
    return ZoneInfo(zone)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def check_language(language: str, where: str) -> str:
    """Return the language tag; WrongCall for what is none."""
    if not _LANGUAGE_TAG.fullmatch(language):
        raise WrongCall(f"{where}: language {language!r} is no language tag, write one like 'en' or 'pt-BR'.")
    return language


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the end of a sentence, ", did you mean 'X'?", with the nearest of the words known; None where none is near."""
    lower = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), lower, n=1, cutoff=0.5)
    if not close:
        tails = {name.rsplit("/")[-1]: name for name in sorted(lower)}
        close = [
            tails[tail] for tail in get_close_matches(word.casefold().rsplit("/")[-1], tails, n=1, cutoff=0.7)
        ]
    return f", did you mean {lower[close[0]]!r}?" if close else None


def kind_of(value: object) -> str:
    """Return what a value of TOML is, in words for people: "a text", "a list"."""
    if isinstance(value, bool):
        return _KINDS[bool]
    if isinstance(value, date):
        return "a date"
    return _KINDS.get(type(value), "a time")


def _not_toml(said: str, text: str, where: str) -> str:
    lines = text.splitlines() or [""]
    found = _LINE.search(said)
    number = min(int(found[1]), len(lines)) if found else len(lines)
    written = " ".join(lines[number - 1].split())
    if len(written) > _LONGEST_SHOWN:
        written = f"{written[:_LONGEST_SHOWN]}…"
    why = next((reason for begins, reason in _REASONS if said.startswith(begins)), "correct it there")
    return f"{where} is not valid TOML in line {number} ({written!r}): {why}."
