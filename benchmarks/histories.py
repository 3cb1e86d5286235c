"""Small histories of captured pages, as archives meet them: how many an archive tells wholly right.

    python benchmarks/histories.py [--kind WORD] [--code xx] [--form main] [--show 3] [--holds]

One invented speech in fifteen languages, on pages of three sorts and as plain text, is edited, moved, removed, blocked, cut off,
copied, translated, announced and continued (`histories_edits.py`, `histories_fates.py`, `histories_copies.py`). Each history is added to an archive of its own, which must tell what
happened and nothing else: versions, each step with its kinds of changes, words and whether it is declared, events in their order, which
text is current, what each address is to the statement, what is linked, which parts are held and awaited, what became of notices; and
`verify` must find nothing. What must be told was written before an archive was asked.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from histories_kinds import histories
from histories_pages import FORMS, PLACE, read_histories
from histories_tell import Change, History, Key, Step
from onrecord import Archive, Listed, Revision

NOW = "2031-12-01T12:00:00Z"
FLOOR = 3_885


def main() -> int:
    """Print by kind how many histories are told right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kind", default="", help="kinds with this word alone")
    parser.add_argument("--code", help="one language alone")
    parser.add_argument("--form", choices=FORMS, help="one sort of page alone")
    parser.add_argument("--show", type=int, default=0, help="faults shown of each kind")
    parser.add_argument("--holds", action="store_true", help="fail where fewer are right than the floor")
    given = parser.parse_args()
    words = read_histories()
    right, all_of = Counter[str](), Counter[str]()
    fields, codes, forms = Counter[str](), Counter[str](), Counter[str]()
    for history in histories(words, (given.form,) if given.form else FORMS, given.kind):
        if given.code and history.code != given.code:
            continue
        found = faults_of(history)
        all_of[history.kind] += 1
        right[history.kind] += not found
        for field, told in found.items():
            fields[field] += 1
            if all_of[history.kind] - right[history.kind] <= given.show:
                print(f"  {history.kind} · {history.code} · {history.form}: {field} {told}")
        if found:
            codes[history.code] += 1
            forms[history.form] += 1
    for kind, number in all_of.items():
        print(f"{right[kind]:4} of {number:3}  {kind}")
    print(f"{right.total()} of {all_of.total()} right")
    for name, counted in (("field", fields), ("language", codes), ("form", forms)):
        print(f"faults by {name}:", ", ".join(f"{each} {n}" for each, n in counted.most_common()))
    return int(given.holds and right.total() < FLOOR)


def faults_of(history: History) -> dict[str, str]:
    """Return what an archive tells otherwise than the key, by field; nothing where all is right."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.create(Path(folder) / "archive", now=NOW) as archive,
    ):
        for n, (body, url, ending) in enumerate(history.files):
            path = Path(folder) / f"{n}{ending}"
            path.write_bytes(body)
            archive.add(path, url=url, now=NOW)
        found = compare(ask(archive), history.key)
        if archive.verify().findings:
            found["verify"] = repr(archive.verify().findings)
    return found


def ask(archive: Archive) -> dict[str, Any]:
    """Return what the archive tells of the addresses of a history, and not of those around them."""
    mine = [each for each in archive.list() if not _is_beside(each)]
    ids = {each.id for each in mine} | {joined for each in mine for joined in each.joined}
    events = [each for each in archive.changes() if each.statement in ids]
    first: dict[str, str] = {}
    rest: list[Revision] = []
    for each in sorted(mine, key=lambda each: each.versions[0].first_seen or ""):
        first.setdefault("text", archive.render(each.id))
        rest += list(archive.diff(each.id))
    notices = [each for each in archive.announced() if each.notice.url == PLACE]
    return {
        "versions": tuple(sorted(len(each.versions) for each in mine)),
        "steps": [each for each in rest if any(one.kind != "cosmetic" for one in each.changes)],
        "events": tuple(each.event for each in sorted(events, key=lambda each: (each.seen_at, each.event))),
        "relations": tuple(sorted(dict.fromkeys((one.url, one.relation) for each in mine for one in each.witnesses).keys(), key=str)),
        "linked": tuple(one.relation for each in mine for one in each.linked),
        "awaits": sum(each.awaits for each in mine),
        "parts": sum(len(each.parts) for each in mine),
        "owners": max((len(each.owners) for each in mine), default=0),
        "notices": tuple(
            (each.notice.statement_id is not None, tuple(one.field for one in each.contradicts)) for each in notices
        ),
        "current": first.get("text", ""),
    }  # fmt: skip


def _is_beside(listed: Listed) -> bool:
    return all("/other/" in url for each in listed.versions for url in each.addresses)


def compare(told: dict[str, Any], key: Key) -> dict[str, str]:
    """Return what is told otherwise than the key has it, by field."""
    found = {}
    for field in ("linked", "awaits", "parts", "owners", "notices"):
        if told[field] != getattr(key, field):
            found[field] = f"{told[field]}, not {getattr(key, field)}"
    if key.versions and told["versions"] != key.versions:
        found["versions"] = f"{told['versions']}, not {key.versions}"
    if _events(told["events"]) != _events(key.events):
        found["events"] = f"{told['events']}, not {key.events}"
    relations = tuple(sorted(dict(told["relations"]).values()))
    if len(key.versions) < 2 and relations != key.relations:
        found["relations"] = f"{relations}, not {key.relations}"
    if not _are_steps(told["steps"], key.steps):
        found["steps"] = f"{[_short(each) for each in told['steps']]}, not {key.steps}"
    if key.current and key.current not in told["current"]:
        found["current"] = f"without {key.current}"
    return found


def _events(events: tuple[str, ...]) -> tuple[str, ...]:
    """Events of one moment come in any order."""
    return tuple(sorted(events)) if "joined" in events or "resolved" in events else events


def _are_steps(told: list[Revision], known: tuple[Step, ...]) -> bool:
    return len(told) == len(known) and all(map(_is_step, told, known))


def _is_step(told: Revision, known: Step) -> bool:
    """Whether all that is told is known, and all that is known is told: a change in one piece or several ("ne … pas")."""
    shown = [each for each in told.changes if each.kind != "cosmetic"]
    fitting = [{n for n, one in enumerate(known) if _fits(each, one)} for each in shown]
    return all(fitting) and set[int]().union(*fitting) == set(range(len(known)))


def _fits(change: Any, known: Change) -> bool:
    sides = (change.old, known.old), (change.new, known.new)
    within = all(one in other or (other and other in one) for one, other in sides)
    return within and change.kind in known.kinds and change.declared == known.declared


def _short(told: Revision) -> list[tuple[str, str, str, bool]]:
    return [(each.kind, each.old, each.new, each.declared) for each in told.changes]


if __name__ == "__main__":
    raise SystemExit(main())
