"""The record as lines: JSON Lines whole; CSV by turn, for spreadsheets. What is longer has a file of its own."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from onrecord.custody import Tombstone
from onrecord.model import Held, Turn

# What Excel, LibreOffice and others take for the beginning of a formula, blanks before it aside.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# "\x1b[2J", which would clear the screen of who looks at the file
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

TURN_COLUMNS = (
    "statement", "version", "versions", "turn", "role", "label", "speaker", "office", "text", "language", "title", "kinds",
    "source", "outlet", "place", "occasion", "given_on", "posted_on", "updated_on", "status", "text_status", "span_start",
    "span_end", "url", "captured_at", "digest", "shown",
)  # fmt: skip
"""The columns of a turn, in CSV and in Parquet; its span counts code points of the page's text. `shown` is "excerpt" where it is cut."""

LevelOf = Callable[[Held], str]
"""Tells how much of a version an export shows: full, excerpt, metadata, or withdrawn."""


def whole(held: Held) -> str:
    """Return that all of a version is shown."""
    return "full"


def export_jsonl(
    statements: Iterable[Sequence[Held]],
    tombstones: Iterable[Tombstone] = (),
    level_of: LevelOf | None = None,
) -> Iterator[str]:
    """Return a line of JSON for each statement, given by its versions, and for each removal.

    Of a statement as it is listed, with the text of all versions; `shown` says how much of them that is, where it is asked.
    """
    for versions in statements:
        line: dict[str, object] = {"listed": versions[0].listed}
        if level_of is not None:
            line["shown"] = level_of(versions[0])
        line["versions"] = [held.statement for held in versions]
        yield msgspec.json.encode(line).decode()
    for each in tombstones:
        yield msgspec.json.encode({"removed": each}).decode()


def export_csv(statements: Iterable[Sequence[Held]], level_of: LevelOf = whole) -> Iterator[str]:
    """Return a row (RFC 4180) for each turn of each version, behind one with the names of the columns.

    Nothing in a cell is a formula to a spreadsheet: what begins as one has an apostrophe before it, and control characters are
    written out. Who takes the words exactly takes JSON Lines.
    """
    yield _row(TURN_COLUMNS)
    for versions in statements:
        for held in versions:
            yield from (_row(turn_row(held, turn, level_of(held))) for turn in held.statement.turns)


def safe_cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula and no terminal for a command."""
    if not isinstance(value, str):
        return value
    quiet = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", value)
    # A leading apostrophe is what spreadsheets take for "this is text".
    return f"'{quiet}" if value.lstrip(" ").startswith(_FORMULA) else quiet


def _row(values: Iterable[object]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow([safe_cell(value) for value in values])
    return text.getvalue()


def turn_row(held: Held, turn: Turn, shown: str) -> tuple[object, ...]:
    """Return the values of the columns of a turn."""
    one, capture = held.statement, held.capture
    office = next((each.office for each in one.speakers if each.name == turn.speaker), None)
    return (
        held.listed.id, held.version, len(held.listed.versions), turn.n, turn.role, turn.label, turn.speaker, office, turn.text,
        turn.language or one.language, one.title, " ".join(one.kinds), one.source, one.outlet, one.place, one.occasion,
        one.given_on, one.posted_on, one.updated_on, " ".join(one.status), one.text_status, *turn.span, capture.url,
        capture.captured_at, capture.digest, shown,
    )  # fmt: skip
