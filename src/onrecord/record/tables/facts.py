"""What a capture tells of a statement beside its words, as it is kept to be compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

import msgspec

from onrecord.model import Facts, Page, Reading, Statement, Struck

_FACTS = msgspec.json.Decoder(Facts)
_BY_LINE = ("line “", "line under", "introduction")
_OWN_LINES = frozenset(("opening", "introduction", "heading", "continuation", "ending"))
# What lines behind the words are taken for that nothing but their place or other pages tell of.
_BEHIND = frozenset(("footer", "ending", "unclassified"))
_MOST_BEHIND = 3
_AROUND = 32  # characters, as around every change
_LEAST_WORDS, _LEAST_LETTERS = 5, 20


def facts_of(reading: Reading, statement: Statement) -> Facts:
    """Return what is told of the text of a statement."""
    return Facts(
        _dated(statement, "given_on"),
        _dated(statement, "posted_on"),
        statement.updated_on,
        _author(statement),
        statement.status,
        _lines(reading, statement) if len(reading.statements) == 1 else (),
        tuple(_struck(statement)),
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


def _struck(statement: Statement) -> Iterator[Struck]:
    """Yield what the page strikes in each turn, by its number."""
    spans = [each.span for each in statement.evidence.get("struck", ()) if each.span is not None]
    for turn in statement.turns if spans else ():
        first, last = turn.span
        for start, end in (
            (start - first, end - first) for start, end in spans if first <= start < end <= last
        ):
            around = turn.text[max(0, start - _AROUND) : start], turn.text[end : end + _AROUND]
            yield Struck(turn.n, turn.text[start:end], *around)


def _lines(reading: Reading, statement: Statement) -> tuple[tuple[int, str], ...]:
    """Return the publisher's own lines of a page with one statement; those inside a turn are in its text already."""
    # Its words take long to load, and who asks a record needs them not.
    from onrecord.reading import changes_by_itself
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
            # A day is compared by its value, however it is printed.
            if whole_date(line) is None and not changes_by_itself(line):
                found.append((before, line))
    closing = _closing(reading, statement, frozenset(line for _, line in found))
    return (*found, *((len(spans), line) for line in closing))


def _closing(reading: Reading, statement: Statement, known: frozenset[str]) -> Iterator[str]:
    """Yield the first sentences behind the words that are none of them: what pages of a site end with, which one may be given later.

    A line that says more of itself (a notice, a link, a contact) ends them; so does one that repeats the words.
    """
    from onrecord.reading import ends_as_sentence  # the reader, which who asks a record need not load

    words = " ".join(" ".join(turn.text.split()) for turn in statement.turns)
    at = max((turn.span[1] for turn in statement.turns), default=len(reading.page.text))
    lines = takewhile(
        lambda each: each[1] in _BEHIND and ends_as_sentence(each[0]), _lines_behind(reading.page, at)
    )
    for line, _ in [*lines][:_MOST_BEHIND]:
        is_long = len(line.split()) >= _LEAST_WORDS or sum(map(str.isalnum, line)) >= _LEAST_LETTERS
        if is_long and line not in known and line not in words:
            yield line


def _lines_behind(page: Page, at: int) -> Iterator[tuple[str, str]]:
    """Yield the lines of a page from a place on, each with what it is taken for."""
    while at < len(page.text):
        end = page.text.find("\n", at)
        end = len(page.text) if end < 0 else end
        line = page.text[at:end]
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            names = (each.name for each in page.regions if each.span[0] <= start < each.span[1])
            yield " ".join(line.split()), next(names, "unclassified")
        at = end + 1
