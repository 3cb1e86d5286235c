"""Which of the filters that are asked nothing of the record passes: who finds nothing is told why."""

from __future__ import annotations

import sqlite3
from difflib import get_close_matches

import msgspec

from onrecord.model import Speaker, Unheld
from onrecord.record.keeper.sources import Sources
from onrecord.record.tables.filters import Filters

_NEAR, _MOST_NEAR = 0.7, 3
_MOST_LANGUAGES = 8
_SPEAKERS = msgspec.json.Decoder(tuple[Speaker, ...])


def unheld(db: sqlite3.Connection, sources: Sources, filters: Filters) -> tuple[Unheld, ...]:
    """Return the filters that no statement passes, each asked by itself."""
    alone = {
        "source": Filters(source=filters.source),
        "speaker": Filters(speaker=filters.speaker),
        "kind": Filters(kind=filters.kind),
        "language": Filters(language=filters.language),
    }
    missed = [name for name, each in alone.items() if each != Filters() and not _is_held(db, each)]
    return tuple(_tell(db, sources, name, getattr(filters, name)) for name in missed)


def _is_held(db: sqlite3.Connection, filters: Filters) -> bool:
    where, values = filters.check().where()
    return db.execute(f"SELECT 1 FROM statements WHERE {where} LIMIT 1", values).fetchone() is not None


def _tell(db: sqlite3.Connection, sources: Sources, name: str, value: str) -> Unheld:
    match name:
        case "source":
            return _tell_source(db, sources, value)
        case "speaker":
            near = _near(value, _speakers(db))
            hint = (
                f"did you mean {_either(near)}?" if near else "give a part of a name as statements print it."
            )
            return Unheld("speaker", value, near, f"There is no speaker {value!r} in this archive: {hint}")
        case "kind":
            return Unheld("kind", value, (), f"There is no statement of the kind {value!r} in this archive.")
    tags = [row[0] for row in db.execute(_LANGUAGES, (_MOST_LANGUAGES,))]
    hint = f": there are {', '.join(tags)}." if tags else "."
    said = f"There is no statement in the language {value!r} in this archive{hint}"
    return Unheld("language", value, tuple(tags), said)


_LANGUAGES = """
    SELECT language FROM statements WHERE language IS NOT NULL GROUP BY language ORDER BY count(*) DESC, language LIMIT ?"""


def _tell_source(db: sqlite3.Connection, sources: Sources, value: str) -> Unheld:
    names = {row[0] for row in db.execute("SELECT DISTINCT source FROM captures WHERE source IS NOT NULL")}
    names.update(each.name for each in sources.files)
    if names.intersection((value, Filters(source=value).host())):
        return Unheld("source", value, (), f"There is no statement of the source {value!r} in this archive.")
    near = _near(value, names)
    hint = f"did you mean {_either(near)}?" if near else "`onrecord sources` lists those there are."
    return Unheld("source", value, near, f"There is no source {value!r} in this archive: {hint}")


def _speakers(db: sqlite3.Connection) -> set[str]:
    rows = db.execute("SELECT DISTINCT speakers FROM statements")
    return {each.name for row in rows for each in _SPEAKERS.decode(row[0]) if each.name}


def _near(value: str, names: set[str]) -> tuple[str, ...]:
    """Return the names that are near to what was asked, as a whole or in one of their words."""
    whole: dict[str, set[str]] = {}
    for name in names:
        for form in {name.casefold(), *name.casefold().split()}:
            whole.setdefault(form, set()).add(name)
    close = get_close_matches(value.casefold(), whole, n=_MOST_NEAR, cutoff=_NEAR)
    found = dict.fromkeys(name for form in close for name in sorted(whole[form]))
    return tuple(found)[:_MOST_NEAR]


def _either(names: tuple[str, ...]) -> str:
    return " or ".join(repr(name) for name in names)
