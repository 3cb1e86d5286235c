"""Answers as CSV (RFC 4180): a row for each item; nothing in a cell is a formula to a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from onrecord import AnnouncedNotice, Event, Hit, KnownSource, Listed, safe_cell

CSV = "text/csv; charset=utf-8; header=present"

Row = Sequence[object]
_COLUMNS: dict[type, tuple[tuple[str, ...], Callable[[Any], Row]]] = {
    Listed: (
        ("id", "title", "kinds", "source", "speakers", "given_on", "posted_on", "language", "versions", "url"),
        lambda each: _listed(each),
    ),
    Hit: (
        ("statement", "version", "turn", "title", "speaker", "label", "role", "source", "given_on", "posted_on", "url", "snippet"),
        lambda each: (
            each.statement, each.version, each.turn, each.title, each.speaker, each.label, each.role, each.source,
            each.given_on, each.posted_on, each.url, each.snippet,
        ),
    ),
    AnnouncedNotice: (
        ("kind", "posted_on", "title", "lead", "url", "statement_id", "list_url", "source", "first_seen", "last_seen"),
        lambda each: (
            each.notice.kind, each.notice.posted_on, each.notice.title, each.notice.lead, each.notice.url,
            each.notice.statement_id, each.list_url, each.source, each.first_seen, each.last_seen,
        ),
    ),
    Event: (
        ("id", "event", "statement", "title", "source", "url", "after", "before", "seen_at", "because", "from", "to"),
        lambda each: (
            each.id, each.event, each.statement, each.title, each.source, each.url, each.between[0], each.between[1],
            each.seen_at, each.because, each.revision and each.revision.from_, each.revision and each.revision.to,
        ),
    ),
    KnownSource: (
        ("name", "hosts", "statements", "captures", "first_captured", "last_captured"),
        lambda each: (
            each.name, " ".join(each.hosts), each.statements, each.captures, each.first_captured, each.last_captured,
        ),
    ),
}  # fmt: skip


def write_table(kind: type, items: Iterable[Any]) -> bytes:
    """Return the items as CSV, with a line of names first."""
    names, row_of = _COLUMNS[kind]
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(names)
    table.writerows([safe_cell(value) for value in row_of(item)] for item in items)
    return text.getvalue().encode("utf-8", "replace")


def _listed(each: Listed) -> Row:
    url = next((witness.url for witness in each.witnesses if witness.url), None)
    speakers = "; ".join(f"{one.name}, {one.office}" if one.office else one.name for one in each.speakers)
    return (
        each.id, each.title, " ".join(each.kinds), each.source, speakers, each.given_on, each.posted_on, each.language,
        len(each.versions), url,
    )  # fmt: skip
