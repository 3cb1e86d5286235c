"""One source file: what the keeper tells of a source that cannot be learnt, checked before any page is read with it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from onrecord.errors import WrongCall
from onrecord.model import Speaker
from onrecord.reading import normalised_address
from onrecord.reading.told import SourceRules
from onrecord.reading.words.labelkey import label_key
from onrecord.settings import check_keys, check_language, check_zone, kind_of, nearest, read_toml

EXAMPLES = {
    "name": 'name = "Ministry of Ferries of Verland"',
    "hosts": 'hosts = ["ferries.example"]',
    "addresses": 'addresses = ["https://gov.example/ferries/"]',
    "language": 'language = "fr"',
    "time_zone": 'time_zone = "Europe/Lisbon"',
    "day_month_order": 'day_month_order = "dmy"',
    "statement": 'statement = "article .words"',
    "leave_out": 'leave_out = [".share"]',
    "publish": 'publish = "full"',
    "own": "own = true",
    "one_person": "one_person = true",
    "aliases": '[aliases] and under it lines like "Minister Verne" = "Anna Verne"',
}
"""Each key that a source file may have, and how it is written."""

OVERRIDES = {
    "name": "the host that is shown as the source of a statement",
    "language": "the language that a page declares, or that its words tell",
    "time_zone": "the unknown zone of a page's clock, and the day that a moment has in the zone it is written in",
    "day_month_order": "that a date such as 05/06/2020 is left out",
    "statement": "where on a page its statement is looked for",
    "leave_out": "that every element of a page is read",
    "aliases": "whom a label or name is taken for",
}
"""What each key of the rules overrides, and nothing else."""

_ORDERS = ("dmy", "mdy")
_LEVELS = ("full", "excerpt", "metadata")
_HOST = re.compile(r"[^\W_](?:[\w.-]*\w)?")


class SourceFile(NamedTuple):
    """What a source file tells: for which hosts and address prefixes it speaks, and its rules.

    `places` are the hosts and prefixes as they are compared, `told` the values of the rules as written.
    """

    file: str
    name: str
    hosts: tuple[str, ...]
    addresses: tuple[str, ...]
    rules: SourceRules
    told: dict[str, Any]
    publish: str | None = None
    """How much of its statements is published: "full", "excerpt" or "metadata"; it decides nothing of what is read."""
    own: bool = False
    """Whether its messages are the keeper's own, so that they may be written here."""
    one_person: bool = False
    """Whether who wrote a message may release it."""

    @property
    def places(self) -> tuple[str, ...]:
        """Return the hosts and prefixes in the form in which addresses are looked up."""
        return (*map(_bare_host, self.hosts), *(normalised_address(each) for each in self.addresses))

    @property
    def meaning(self) -> str:
        """Return a digest of what the file tells; its name, its comments and the order of its keys do not count."""
        told = {**self.told, "places": sorted(self.places)}
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    @property
    def said(self) -> str:
        """Return a digest of all that the file tells, what it tells of publishing too."""
        beside = [self.publish] if self.publish else []
        beside += [key for key in ("own", "one_person") if getattr(self, key)]
        said = " ".join([self.meaning, *beside])
        return hashlib.sha256(said.encode()).hexdigest() if beside else self.meaning


def read_source(path: Path, where: str) -> SourceFile:
    """Return what a source file tells; WrongCall for what it must not say. `where` names it."""
    return parse_source(read_toml(path, where), where)


def parse_source(values: dict[str, Any], where: str) -> SourceFile:
    """Return what values read from TOML tell of a source; `where` names them in a WrongCall."""
    check_keys(values, EXAMPLES, where)
    name = " ".join(_text(values, "name", where).split())
    hosts, addresses = _texts(values, "hosts", where), _texts(values, "addresses", where)
    if not name:
        raise WrongCall(f"{where}: the source has no name, write one as in {EXAMPLES['name']}.")
    if not hosts and not addresses:
        raise WrongCall(f"{where} speaks for no host: name one as in {EXAMPLES['hosts']}.")
    for host in hosts:
        _check_host(host, where)
    for address in addresses:
        _check_address(address, where)
    rules, told = _rules(values, name, where)
    own, alone = _flag(values, "own", where), _flag(values, "one_person", where)
    if alone and not own:
        raise WrongCall(
            f"{where}: one_person is of messages that are written here: write own = true beside it."
        )
    found = SourceFile(where, name, hosts, addresses, rules, told, _level(values, where), own, alone)
    twice = next((each for each in found.places if found.places.count(each) > 1), None)
    if twice is not None:
        raise WrongCall(f"{where} names {twice} twice: once is enough.")
    return found


def written_office(name: str, hosts: Sequence[str], *, one_person: bool) -> str:
    """Return a source file of whose messages the keeper writes; `parse_source` tells what is wrong in it."""
    # A JSON string is one of TOML where nothing but quotes, strokes and unseen characters is escaped.
    spelled = [json.dumps(each, ensure_ascii=False).replace("\x7f", "") for each in (name, *hosts)]
    alone = "" if one_person else "# "
    return (
        "# Whose messages are written in this archive, and at which hosts they stand.\n"
        f"name = {spelled[0]}\nhosts = [{', '.join(spelled[1:])}]\nown = true\n"
        f"{alone}one_person = true  # who wrote a message may release it, where nobody else is there\n"
    )


def _rules(values: dict[str, Any], name: str, where: str) -> tuple[SourceRules, dict[str, Any]]:
    language, zone = _text(values, "language", where), _text(values, "time_zone", where)
    order, statement = _text(values, "day_month_order", where), _text(values, "statement", where)
    leave_out = _texts(values, "leave_out", where)
    aliases = dict(_aliases(values, where))
    if order and order not in _ORDERS:
        raise WrongCall(
            f"{where}: day_month_order {order!r} is not known, write 'dmy' or 'mdy'"
            " (a date that begins with its year needs none)."
        )
    for key, selector in (("statement", statement), *(("leave_out", each) for each in leave_out)):
        if (selector or key in values) and (why := _why_refused(selector)) is not None:
            raise WrongCall(f"{where}: {key} {selector!r} {why}, write it as in {EXAMPLES[key]}.")
    rules = SourceRules(
        name=name,
        language=check_language(language, where) if "language" in values else None,
        time_zone=check_zone(zone, where) if "time_zone" in values else None,
        day_month_order=order or None,  # type: ignore[arg-type]
        statement=statement or None,
        leave_out=leave_out,
        aliases=aliases,
    )
    written = {**values, "name": name}
    return rules, {key: written[key] for key in SourceRules._fields if key in written}


def _level(values: dict[str, Any], where: str) -> str | None:
    level = _text(values, "publish", where)
    if level and level not in _LEVELS:
        near = nearest(level, _LEVELS) or f", write one of {', '.join(_LEVELS)}."
        raise WrongCall(f"{where}: publish {level!r} is not known{near}")
    return level or None


def _flag(values: dict[str, Any], key: str, where: str) -> bool:
    value = values.get(key, False)
    if not isinstance(value, bool):
        raise _wrong_kind(key, value, where)
    return value


def _text(values: dict[str, Any], key: str, where: str) -> str:
    value = values.get(key, "")
    if not isinstance(value, str):
        raise _wrong_kind(key, value, where)
    if key in values and not value.strip():
        raise WrongCall(f"{where}: {key} is empty, write it as in {EXAMPLES[key]} or leave it out.")
    return value.strip()


def _texts(values: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = values.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise _wrong_kind(key, value, where)
    return tuple(each.strip() for each in value)


def _wrong_kind(key: str, value: object, where: str) -> WrongCall:
    kind = kind_of(value)
    if isinstance(value, list):
        kind = "a list of other things than texts"
    return WrongCall(f"{where}: {key} is {kind}, write it as in {EXAMPLES[key]}.")


def _aliases(values: dict[str, Any], where: str) -> Iterator[tuple[str, Speaker]]:
    """Return the speaker for each label or name as printed: a name, or a table of name and office."""
    table = values.get("aliases", {})
    if not isinstance(table, dict):
        raise _wrong_kind("aliases", table, where)
    keys: dict[str, str] = {}
    for printed, value in table.items():
        key = label_key(printed)
        if not key:
            raise WrongCall(
                f"{where}: the alias {printed!r} has no word in it, write a label as the pages print it."
            )
        if key in keys:
            raise WrongCall(
                f"{where}: the aliases {keys[key]!r} and {printed!r} are one label, keep one of them."
            )
        keys[key] = printed
        yield printed, _speaker(printed, value, f"{where}, [aliases]")


def _speaker(printed: str, value: object, where: str) -> Speaker:
    told = {"name": value} if isinstance(value, str) else value
    if not isinstance(told, dict):
        raise WrongCall(
            f'{where}: {printed!r} is {kind_of(value)}, write it as in "Minister Verne" = "Anna Verne".'
        )
    check_keys(told, ("name", "office"), f"{where}, {printed!r}")
    name, office = told.get("name", ""), told.get("office", "")
    if not isinstance(name, str) or not isinstance(office, str) or not name.strip():
        raise WrongCall(
            f'{where}: {printed!r} names nobody, write it as in "Minister Verne" = {{ name = "Anna Verne" }}.'
        )
    return Speaker(" ".join(name.split()), " ".join(office.split()) or None)


def _check_host(host: str, where: str) -> None:
    if not _HOST.fullmatch(host):
        named = urlsplit(host if "//" in host else f"//{host}").hostname if "[" not in host else None
        hint = (
            f", write {named!r}"
            if named and _HOST.fullmatch(named)
            else f", write it as in {EXAMPLES['hosts']}"
        )
        if "/" in host.partition("//")[2].rstrip("/"):
            hint = ": what begins with it stands under addresses"
        raise WrongCall(f"{where}: hosts names {host!r}, which is no host{hint}.")


def _check_address(address: str, where: str) -> None:
    try:
        parts = urlsplit(address)
        named = parts.scheme in ("http", "https") and parts.hostname
    except ValueError:
        parts, named = urlsplit(""), None
    if not named:
        raise WrongCall(
            f"{where}: addresses names {address!r}, which is no web address, write it as in {EXAMPLES['addresses']}."
        )
    if parts.query or parts.fragment:
        raise WrongCall(
            f"{where}: the address {address!r} goes on behind its path, end it before the mark '?' or '#'."
        )


def _bare_host(host: str) -> str:
    return host.lower().removeprefix("www.")


def _why_refused(selector: str) -> str | None:
    # The parser of pages is loaded for files that name elements alone.
    from onrecord.reading.page.selectors import why_refused

    return why_refused(selector)
