"""Labels that are one post, in whose brackets now one holds it and then another: "The Minister (Ada Verne)", "The Minister (Bel Olm)"."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.persons import Person


def holders_in_brackets(labels: Iterable[str]) -> dict[str, Person]:
    """Return the one whom each label names in brackets, for labels that are alike but for the names there."""
    alike: dict[str, dict[str, None]] = {}
    for label in labels:
        if label.endswith(")") and "(" in label:
            alike.setdefault(label_key(label), {})[label] = None
    found: dict[str, Person] = {}
    for printed in alike.values():
        if len(printed) > 1:
            held = {label: person for label in printed if (person := _held(label))}
            if any(not one.keys & other.keys for one in held.values() for other in held.values()):
                found |= held
    return found


def _held(label: str) -> Person | None:
    """The one who holds a label's post, by the name in its brackets; a member's seat or party is none."""
    person = parse_person(label)
    behind = label.partition("(")[2]
    return person if person and person.office and person.keys and person.name.split()[-1] in behind else None
