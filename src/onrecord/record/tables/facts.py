"""What a capture tells of a statement beside its words, as it is kept to be compared."""

from __future__ import annotations

import msgspec

from onrecord.model import Facts, Reading, Statement

_FACTS = msgspec.json.Decoder(Facts)
_BY_LINE = ("line “", "line under", "introduction")
_OWN_LINES = frozenset(("opening", "introduction", "heading", "continuation", "ending"))


def facts_of(reading: Reading, statement: Statement) -> Facts:
    """Return what is told of the text of a statement."""
    return Facts(
        _dated(statement, "given_on"),
        _dated(statement, "posted_on"),
        statement.updated_on,
        _author(statement),
        statement.status,
        _lines(reading, statement) if len(reading.statements) == 1 else (),
    )


def pack_facts(facts: Facts) -> str:
    """Return the facts as they are kept: JSON."""
    return msgspec.json.encode(facts).decode()


def unpack_facts(kept: str) -> Facts:
    """Return the facts that `pack_facts` kept."""
    return _FACTS.decode(kept)


def _dated(statement: Statement, field: str) -> tuple[str, str] | None:
    value = getattr(statement, field)
    if value is None:
        return None
    chosen = next((each.from_ for each in statement.evidence.get(field, ()) if each.chosen), "")
    return value, chosen


def _author(statement: Statement) -> str | None:
    """Return those whom a line of its own names."""
    named = [
        str(each.value)
        for each in statement.evidence.get("speakers", ())
        if each.chosen and each.from_.startswith(_BY_LINE)
    ]
    return "; ".join(named) or None


def _lines(reading: Reading, statement: Statement) -> tuple[tuple[int, str], ...]:
    """Return the publisher's own lines of a page with one statement; those inside a turn are in its text already."""
    # Its words take long to load, and who asks a record needs them not.
    from onrecord.reading.words.dates import whole_date

    spans = [turn.span for turn in statement.turns]
    found = []
    for region in reading.page.regions:
        if region.name not in _OWN_LINES:
            continue
        start, end = region.span
        if not any(first <= start and end <= last for first, last in spans):
            before = sum(last <= start for _, last in spans)
            line = " ".join(reading.page.text[start:end].split())
            if whole_date(line) is None:  # a day is compared by its value, however it is printed
                found.append((before, line))
    return tuple(found)
