"""One file of corrections: what the keeper mends of what was read, or takes back, checked before anything is mended."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.capture import utc_time
from onrecord.errors import WrongCall
from onrecord.model import CorrectedField, Role, Selector, Speaker
from onrecord.record.keeper.anchors import has_words
from onrecord.record.keeper.joinings import TABLES, Joining
from onrecord.record.keeper.mending import DATES, OF_A_TURN, Mending
from onrecord.settings import check_keys, kind_of, nearest, read_toml

EXAMPLES = {
    "id": 'id = "ferry-question"',
    "statement": 'statement = "sydpxwtdgahueknmg"',
    "other": 'other = "s6sthewyxrsu22pga"',
    "by": 'by = "Ines Marr"',
    "on": 'on = "2031-06-01T12:00:00Z"',
    "why": 'why = "The recording has her name."',
    "exact": 'exact = "Will the night ferry sail?"',
    "prefix": 'prefix = "One last thing."',
    "suffix": 'suffix = "And in winter?"',
    "label": 'label = "MR OLM"',
    "speaker": 'speaker = "Anna Verne"',
    "office": 'office = "Minister of Ferries"',
    "role": 'role = "questioner"',
    "given_on": 'given_on = "2031-05-30"',
    "posted_on": 'posted_on = "2031-05-31"',
    "updated_on": 'updated_on = "2031-06-01"',
    "begins": "begins = true",
    "joins": "joins = true",
    "was": '[corrections.was] and under it lines like speaker = "Bel Harrow"',
}
"""Each key that a correction may have, and how it is written."""

NOTHING = "none"
"""How a correction says that there is no such value: `speaker = "none"` is nobody."""

_JOINED = ("id", "statement", "other", "by", "on", "why")
_UNDONE = ("id", "by", "on", "why")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_ROLES: tuple[str, ...] = Role.__args__  # type: ignore[attr-defined]
_LONGEST = 2_000
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Undone(NamedTuple):
    """A correction taken back: which one, by whom, when and why."""

    id: str
    by: str
    on: str
    why: str
    file: str


class CorrectionFile(NamedTuple):
    """What one file mends, and what it takes back."""

    file: str
    mendings: tuple[Mending, ...]
    undone: tuple[Undone, ...]
    joinings: tuple[Joining, ...] = ()

    def without(self, gone: Collection[str]) -> list[str]:
        """Return the tables of the file as TOML, but for those with these ids."""
        tables = [write_correction(values_of(each)) for each in self.mendings if each.id not in gone]
        tables += [write_correction(each.values, each.table) for each in self.joinings if each.id not in gone]
        for each in self.undone:
            if each.id not in gone:
                tables.append(write_correction({key: getattr(each, key) for key in _UNDONE}, "undone"))
        return tables


def read_correction_file(path: Path, where: str) -> CorrectionFile:
    """Return what a file of corrections says; WrongCall for what it must not say. `where` names it."""
    return parse_corrections(read_toml(path, where), where)


def parse_corrections(values: dict[str, Any], where: str) -> CorrectionFile:
    """Return what values read from TOML mend and take back; `where` names them in a WrongCall."""
    check_keys(values, ("corrections", "undone", *TABLES), where)
    mendings = tuple(_mending(each, where) for each in _tables(values, "corrections", where))
    undone = tuple(_undone(each, where) for each in _tables(values, "undone", where))
    joinings = (_joining(each, table, where) for table in TABLES for each in _tables(values, table, where))
    return CorrectionFile(where, mendings, undone, tuple(joinings))


def meaning_of(mending: Mending) -> str:
    """Return a digest of what a correction says; the file it stands in does not count."""
    anchor = None if mending.anchor is None else [getattr(mending.anchor, each) for each in _SELECTOR]
    sets = [(field, str(value)) for field, value in mending.sets]
    said = [*mending[:5], anchor, sets, sorted(mending.was.items()), mending.begins, mending.joins]
    return f"sha256:{hashlib.sha256(json.dumps(said).encode()).hexdigest()}"


def mint_id(statement: str, said: Iterable[tuple[str, Any]]) -> str:
    """Return the id of a correction: the same for the same words."""
    digest = hashlib.sha256(json.dumps([statement, sorted(map(str, said))]).encode()).digest()
    return "c" + base64.b32encode(digest).decode().lower()[:11]


def write_correction(values: dict[str, Any], table: str = "corrections") -> str:
    """Return TOML with one correction in it, as `parse_corrections` reads it."""
    lines = [f"[[{table}]]"]
    lines += [f"{key} = {_toml(value)}" for key, value in values.items() if not isinstance(value, dict)]
    for key, inner in values.items():
        if isinstance(inner, dict):
            lines += ["", f"[{table}.{key}]", *(f"{name} = {_toml(value)}" for name, value in inner.items())]
    return "\n".join(lines) + "\n"


_SELECTOR = ("exact", "prefix", "suffix")


def values_of(mending: Mending) -> dict[str, Any]:
    """Return a correction as the values of its table, in the order in which they are written."""
    values: dict[str, Any] = {
        "id": mending.id, "statement": mending.statement, "by": mending.by, "on": mending.on, "why": mending.why,
    }  # fmt: skip
    if mending.anchor is not None:
        values |= {key: found for key in _SELECTOR if (found := getattr(mending.anchor, key))}
    values |= {key: True for key in ("begins", "joins") if getattr(mending, key)}
    for field, value in mending.sets:
        if isinstance(value, Speaker):
            values |= {"speaker": value.name} | ({"office": value.office} if value.office else {})
        else:
            values[field] = NOTHING if value is None else value
    if mending.was:
        values["was"] = {key: NOTHING if value is None else value for key, value in mending.was.items()}
    return values


def _tables(values: dict[str, Any], key: str, where: str) -> list[dict[str, Any]]:
    tables = values.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise WrongCall(
            f"{where}: {key} is {kind_of(tables)}, write each one as a table that begins with [[{key}]]."
        )
    return tables


def _undone(table: dict[str, Any], where: str) -> Undone:
    check_keys(table, _UNDONE, where)
    id_, by, on, why = (_needed(table, key, where) for key in _UNDONE)
    return Undone(_checked_id(id_, where), by, _moment(on, where), why, where)


def _joining(table: dict[str, Any], name: str, where: str) -> Joining:
    check_keys(table, _JOINED, where)
    id_, statement, other, by, on, why = (_needed(table, key, where) for key in _JOINED)
    if statement == other:
        raise WrongCall(f"{where}, {id_}: statement and other are the same, name two.")
    return Joining(
        _checked_id(id_, where), statement, other, name == "joined", by, _moment(on, where), why, where
    )


def _mending(table: dict[str, Any], where: str) -> Mending:
    check_keys(table, [key for key in EXAMPLES if key != "other"], where)
    id_ = _checked_id(_needed(table, "id", where), where)
    where = f"{where}, {id_}"
    anchor = _anchor(table, where)
    begins, joins = _flag(table, "begins", where), _flag(table, "joins", where)
    sets = tuple(_sets(table, where))
    _check_reach(anchor, sets, begins, joins, where)
    return Mending(
        id=id_,
        statement=_needed(table, "statement", where),
        by=_needed(table, "by", where),
        on=_moment(_needed(table, "on", where), where),
        why=_needed(table, "why", where),
        file=where.partition(",")[0],
        anchor=anchor,
        sets=sets,
        was=dict(_was(table, where)),
        begins=begins,
        joins=joins,
    )


def _check_reach(
    anchor: Selector | None,
    sets: tuple[tuple[CorrectedField, Any], ...],
    begins: bool,
    joins: bool,
    where: str,
) -> None:
    if not sets and not (begins or joins):
        raise WrongCall(f"{where} mends nothing: write what is right, as in {EXAMPLES['speaker']}.")
    if begins and joins:
        raise WrongCall(
            f"{where}: a turn cannot begin and be joined at one place, keep one of begins and joins."
        )
    if anchor is None and (begins or joins):
        raise WrongCall(f"{where}: say where, by the first words of the turn, as in {EXAMPLES['exact']}.")
    for field, _ in sets:
        if anchor is None and field in ("label", "role"):
            raise WrongCall(f"{where}: say which turn's {field}, by words of it, as in {EXAMPLES['exact']}.")
        if anchor is not None and field in DATES:
            raise WrongCall(f"{where}: {field} is of the whole statement, leave out exact.")
    if joins and sets:
        raise WrongCall(f"{where}: a turn that is joined has no {sets[0][0]} of its own, write that apart.")


def _sets(table: dict[str, Any], where: str) -> Iterator[tuple[CorrectedField, Any]]:
    if "office" in table and "speaker" not in table:
        raise WrongCall(f"{where}: whose office? Write {EXAMPLES['speaker']}, too.")
    for field in (*OF_A_TURN, *DATES):
        if field in table:
            yield field, _value(table, field, where)  # type: ignore[misc]


def _value(table: dict[str, Any], field: str, where: str) -> Any:
    text = _needed(table, field, where)
    if text == NOTHING:
        return None
    if field == "role" and text not in _ROLES:
        near = nearest(text, _ROLES) or f", write one of {', '.join(_ROLES)}."
        raise WrongCall(f"{where}: {text!r} is no role{near}")
    if field in DATES:
        return _day(text, field, where)
    if field == "speaker":
        office = " ".join(_needed(table, "office", where).split()) if "office" in table else None
        return Speaker(" ".join(text.split()), office)
    return " ".join(text.split())


def _was(table: dict[str, Any], where: str) -> Iterator[tuple[str, Any]]:
    was = table.get("was", {})
    if not isinstance(was, dict):
        raise WrongCall(f"{where}: was is {kind_of(was)}, write it as in {EXAMPLES['was']}.")
    check_keys(was, (*OF_A_TURN, *DATES), f"{where}, was")
    for field in was:
        text = _needed(was, field, where)
        yield field, None if text == NOTHING else text


def _anchor(table: dict[str, Any], where: str) -> Selector | None:
    if "exact" not in table:
        stray = next((key for key in ("prefix", "suffix") if key in table), None)
        if stray:
            raise WrongCall(f"{where}: {stray} stands without words, write them as in {EXAMPLES['exact']}.")
        return None
    exact = _needed(table, "exact", where)
    if not has_words(exact):
        raise WrongCall(f"{where}: exact {exact!r} has no letter in it, write words of the turn.")
    prefix, suffix = (_needed(table, key, where) if key in table else "" for key in ("prefix", "suffix"))
    return Selector(exact, prefix, suffix)


def _checked_id(id_: str, where: str) -> str:
    if not _ID.fullmatch(id_):
        raise WrongCall(
            f"{where}: the id {id_!r} is not one, write letters, digits and hyphens as in {EXAMPLES['id']}."
        )
    return id_


def _needed(table: dict[str, Any], key: str, where: str) -> str:
    value = table.get(key)
    if value is None:
        raise WrongCall(f"{where}: {key} is missing, write it as in {EXAMPLES[key]}.")
    if not isinstance(value, str):
        raise WrongCall(f"{where}: {key} is {kind_of(value)}, write it as in {EXAMPLES[key]}.")
    if not value.strip():
        raise WrongCall(f'{where}: {key} is empty, write it as in {EXAMPLES[key]} ("none" is nothing).')
    if len(value) > _LONGEST:
        raise WrongCall(f"{where}: {key} has more than {_LONGEST:,} characters, write less of it.")
    return value.strip()


def _flag(table: dict[str, Any], key: str, where: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise WrongCall(f"{where}: {key} is {kind_of(value)}, write it as in {EXAMPLES[key]}.")
    return value


def _moment(on: str, where: str) -> str:
    moment = utc_time(on)
    if moment is None:
        raise WrongCall(f"{where}: on {on!r} is no time, write it as in {EXAMPLES['on']}.")
    return moment


def _day(text: str, field: str, where: str) -> str:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text).isoformat()
        if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", text):
            return text
    except ValueError:
        pass
    raise WrongCall(f"{where}: {field} {text!r} is no day, write it as in {EXAMPLES[field]}.")


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "".join(_ESCAPES.get(character, character) for character in str(value))
    return '"' + _CONTROL.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + '"'
