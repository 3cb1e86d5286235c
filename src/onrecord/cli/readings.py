"""How a Reading looks to people: the page's furniture, its statements with the first words of each turn, its notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from onrecord import Correction, Issue, Page, Reading, Speaker, Statement, Turn
from onrecord.cli.rows import Row, counted, plain, show_heading, show_rows

_FIRST_WORDS = 160
_WIDTH_FOR_ROLES = 72


def show_reading(console: Console, reading: Reading) -> None:
    """Print what was read from one capture, and an empty line."""
    show_heading(console, plain(reading.capture.url or reading.capture.locator.file))
    show_rows(console, _facts(_page_facts(reading)), indent=2)
    for statement in reading.statements:
        console.print()
        show_statement(console, statement)
    if reading.notices:
        console.print()
        show_heading(console, counted(len(reading.notices), "notice"), indent=2)
        rows = [(plain(notice.posted_on) or "no date", plain(notice.title)) for notice in reading.notices]
        show_rows(console, rows, indent=4, clip=True)
    console.print()
    show_rows(console, [(issue.severity, sentence(issue)) for issue in reading.issues], indent=2)
    unclassified = counted(reading.unclassified.characters, "character")
    show_rows(console, [(f"{unclassified} of {len(reading.page.text):,} unclassified",)], indent=2)
    console.print()


def sentence(issue: Issue) -> str:
    """Return an issue as one line, with its place where it has one."""
    where = issue.locator
    place = f"{where.file}: " if where and where.file not in issue.message else ""
    return plain(f"{place}{issue.message}")


def show_statement(console: Console, statement: Statement) -> None:
    """Print a statement: what is known of it, then each turn with its label, role and first words."""
    show_heading(console, plain(statement.title) or "a statement without a title", indent=2)
    show_rows(console, _facts(_statement_facts(statement)), indent=4)
    with_role = console.soft_wrap or console.width >= _WIDTH_FOR_ROLES
    rows = [_turn_row(turn, with_role=with_role) for turn in statement.turns]
    show_rows(console, rows, indent=4, clip=True)
    show_rows(console, correction_rows(statement.corrections), indent=4)


def correction_rows(corrections: Iterable[Correction]) -> list[Row]:
    """Return a row for each correction: what the keeper says, what was read, who, when and why."""
    return [("corrected", plain(_correction(each))) for each in corrections]


def said(value: Any) -> str:
    """Return what was read, or what the keeper says instead, in words."""
    if isinstance(value, dict):
        return ", ".join(filter(None, (value.get("name"), value.get("office"))))
    if isinstance(value, list | tuple):
        return " | ".join(map(str, value))
    return "nothing" if value is None else "yes" if value is True else str(value)


def _correction(each: Correction) -> str:
    of = f" of turn {each.turn}" if each.turn is not None else ""
    told = f"{each.field.replace('_', ' ')}{of}: {said(each.says)}, says the keeper; as it was read: {said(each.read)}"
    return f"{told} ({each.by}, {each.on}: {each.why})"


def _facts(facts: Iterable[tuple[str, str | None]]) -> list[Row]:
    return [(Text(name, "dim"), plain(value)) for name, value in facts if value]


def _page_facts(reading: Reading) -> Iterator[tuple[str, str | None]]:
    page, capture = reading.page, reading.capture
    yield "page", " · ".join(filter(None, (page.kind, page.language, capture.media_type)))
    if page.title not in {statement.title for statement in reading.statements}:
        yield "title", page.title
    yield "captured", capture.captured_at or "no time known but what the page says"
    yield "page says", _page_says(page)
    yield "clocks", " · ".join(f"{clock.place} {clock.time}" for clock in page.clocks)
    for contact in page.contacts:
        yield "contact", f"{contact.label}: {contact.value}" if contact.label else contact.value
    for counter in page.counters:
        since = f" (counting from {counter.since})" if counter.since else ""
        yield "counter", f"{counter.text}{since}"
    yield "posted", page.posted_on
    yield "updated", page.updated_on
    yield "pager", page.pager
    yield "main text", _main_text(page)
    yield "told", f"{', '.join(page.told)} (source file)" if page.told else None


def _main_text(page: Page) -> str | None:
    if page.main_text is None:
        return None
    by = "trafilatura" if page.main_text_from == "trafilatura" else "the reader's own rules"
    return f"{counted(len(page.main_text.split()), 'word')}, picked by {by}"


def _page_says(page: Page) -> str | None:
    return (
        " · ".join(filter(None, (page.page_says_at, page.dateline and f"dateline “{page.dateline}”"))) or None
    )


def _statement_facts(statement: Statement) -> Iterator[tuple[str, str | None]]:
    yield "id", statement.id
    yield "kind", ", ".join(statement.kinds).replace("_", " ")
    yield "given on", statement.given_on
    yield "posted on", statement.posted_on
    yield "updated on", statement.updated_on
    yield "source", statement.source
    yield "place", statement.place
    yield "occasion", statement.occasion
    yield "outlet", statement.outlet
    yield "speakers", "; ".join(_speaker(speaker) for speaker in statement.speakers)
    yield "status", ", ".join(statement.status).replace("_", " ")
    yield "text", None if statement.text_status == "unknown" else statement.text_status.replace("_", " ")
    if statement.part:
        number = f"part {statement.part.number}" if statement.part.number else "one part"
        yield "part", number + (", to be continued" if statement.part.continues else "")


def _speaker(speaker: Speaker) -> str:
    return f"{speaker.name}, {speaker.office}" if speaker.office else speaker.name


def _turn_row(turn: Turn, *, with_role: bool) -> Row:
    who = plain(turn.label or turn.speaker) or "(no label)"
    words = plain(turn.text)
    if len(words) > _FIRST_WORDS:
        words = words[:_FIRST_WORDS].rsplit(" ", 1)[0] + " …"
    return (str(turn.n), who, turn.role or "", words) if with_role else (str(turn.n), who, words)
