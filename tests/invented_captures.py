"""Captures of invented pages for the record: written as JSON that a toy reader reads, or as plain HTML for the real one.

The toy reader says what it is told to say, so that these tests do not change with what the real reader learns.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from onrecord.capture import Captured, digest_of
from onrecord.model import (
    Capture,
    Issue,
    LearntSite,
    Locator,
    Notice,
    Page,
    Reading,
    Speaker,
    Statement,
    Turn,
    Unclassified,
)
from onrecord.reading import PageRead, source_of, statement_id
from onrecord.reading.told import SourceRules
from onrecord.record import Record
from onrecord.record.deriving.pages import Held, nothing_held

NOW = "2031-06-01T12:00:00Z"
LONG = "The harbour of Ostrava Bay stays open to every ship that pays its dues and salutes the tower. " * 4
"""More than forty words: enough for a copy to be one."""


def captured(
    body: bytes | str,
    url: str | None = None,
    captured_at: str | None = None,
    media_type: str = "text/html",
) -> Captured:
    """Return a capture with this body."""
    content = body.encode() if isinstance(body, str) else body
    capture = Capture(url, captured_at, digest_of(content), media_type, Locator("given", 0, len(content)))
    return Captured(capture, content, "utf-8")


def toy_page(*statements: dict[str, Any], notices: Iterable[dict[str, Any]] = (), noise: str = "") -> str:
    """Return a page for the toy reader; `noise` is furniture that changes the bytes and nothing else."""
    return json.dumps({"statements": statements, "notices": list(notices), "noise": noise})


def statement(title: str, *turns: str | tuple[str, str], **fields: Any) -> dict[str, Any]:
    """Return a statement for a toy page; a turn is words, or a label and words."""
    return {
        "title": title,
        "turns": [[None, each] if isinstance(each, str) else list(each) for each in turns],
        **fields,
    }


def toy_read(
    given: Captured, rules: SourceRules | None = None, learnt: LearntSite | None = None
) -> Reading | Issue:
    """Return what the toy page says, or an issue if it is none."""
    try:
        page = json.loads(given.body)
    except ValueError:
        return Issue("reader_failed", "No toy page.", given.capture.locator, "error")
    text = "\n\n".join(words for each in page["statements"] for _, words in each["turns"])
    at = 0
    statements = []
    for n, each in enumerate(page["statements"]):
        turns = []
        for number, (label, words) in enumerate(each["turns"], 1):
            turns.append(Turn(number, label, label, "official", "en", words, (at, at + len(words))))
            at += len(words) + 2
        statements.append(_statement(given.capture, each, tuple(turns), "" if n == 0 else str(n)))
    notices = tuple(
        Notice("statement", each.get("posted_on"), each["title"], None, each.get("url"))
        for each in page["notices"]
    )
    shown = Page(
        "statement" if statements else "listing", None, "en", None, None, None, None, (), (), (), None, None, None, text, ()
    )  # fmt: skip
    return Reading(given.capture, shown, tuple(statements), notices, (), Unclassified(0, ()))


def _statement(
    capture: Capture, each: dict[str, Any], turns: tuple[Turn, ...], discriminator: str
) -> Statement:
    return Statement(
        id=statement_id(capture.url, capture.digest, discriminator),
        kinds=tuple(each.get("kinds", ["remarks"])),
        title=each["title"],
        given_on=each.get("given_on"),
        posted_on=each.get("posted_on"),
        updated_on=None,
        place=None,
        occasion=None,
        language=each.get("language", "en"),
        source=source_of(capture.url),
        outlet=None,
        speakers=tuple(Speaker(name, None) for name in each.get("speakers", [])),
        status=(),
        text_status="unknown",
        part=None,
        turns=turns,
        evidence={},
    )


def use_toy_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the record read its pages with the toy reader."""
    use_reader(monkeypatch, toy_read)


def use_reader(
    monkeypatch: pytest.MonkeyPatch,
    reader: Callable[[Captured, SourceRules | None, LearntSite | None], Reading | Issue],
) -> None:
    """Have the record read its pages with another reader, which takes nothing over."""

    def read(
        given: Captured,
        rules: SourceRules | None = None,
        learnt: LearntSite | None = None,
        held: Held = nothing_held,
        composed: object = None,
    ) -> PageRead | Issue:
        reading = reader(given, rules, learnt)
        return reading if isinstance(reading, Issue) else PageRead(reading, None)

    for module in ("deriving.pagesread", "guard.verify"):
        monkeypatch.setattr(f"onrecord.record.{module}.read_captured_again", read)


def kept(folder: Path, captures: Iterable[Captured | Issue], *, in_batches_of: int | None = None) -> Record:
    """Return the record in the folder with the captures added: all at once, or so many at a time."""
    record = Record.create(folder, now=NOW)
    given = list(captures)
    step = in_batches_of or max(1, len(given))
    for start in range(0, len(given), step):
        record.add(given[start : start + step], now=NOW)
    return record


def exported(record: Record) -> list[tuple[Any, ...]]:
    """Return all that the record says and that must not depend on how it came to know it."""
    lines: list[tuple[Any, ...]] = [
        (versions[0].listed, [(held.version, held.statement, _unplaced(held.capture)) for held in versions])
        for _, versions in record.all_held()
    ]
    return [*lines, *((notice,) for notice in record.notices()), (record.counts(),)]


def _unplaced(capture: Capture) -> tuple[str | None, str | None, str]:
    return capture.url, capture.captured_at, capture.digest


def html_page(title: str, *paragraphs: str) -> str:
    """Return a plain HTML page of one statement."""
    lines = "".join(f"<p>{each}</p>" for each in paragraphs)
    return f"<!doctype html><html lang=en><head><title>{title}</title></head><body><h1>{title}</h1>{lines}</body></html>"


def tree(folder: Path) -> dict[str, bytes]:
    """Return the truth of an archive: every file but the derived ones, with its bytes."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in files
        if not file.name.startswith("record.sqlite") and "search" not in file.parts
    }
