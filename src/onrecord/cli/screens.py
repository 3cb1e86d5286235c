"""How the values look to people: aligned on a terminal, one unbroken line a row where there is none.

Captured text reaches the terminal only as plain `Text`, on one line, with control and bidi characters made visible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from onrecord import (
    Added,
    AnnouncedNotice,
    Citation,
    Edit,
    Held,
    Hit,
    Issue,
    Listed,
    Page,
    Reading,
    Speaker,
    Statement,
    Turn,
    Verdict,
    Verified,
    visible,
)

if TYPE_CHECKING:
    from onrecord import Demo, Published

_FIRST_WORDS = 160
_SPACES = re.compile(r"\s+")
_LEAST_ROOM = 20
_OTHERS_SHOWN = 5
_WIDTH_FOR_ROLES = 72

Row = tuple[str | Text, ...]
Span = tuple[int, int]


def plain(text: str | None) -> str:
    """Return captured text on one line, nothing in it unseen."""
    return " ".join(visible(text or "").split())


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: "1 turn", "1,204 turns"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def show_rows(console: Console, rows: Iterable[Row], *, indent: int = 0, clip: bool = False) -> None:
    """Print rows whose last column folds, or with `clip` is cut, at the width of the terminal."""
    texts = [tuple(_text(cell) for cell in row) for row in rows]
    margin = Text(" " * indent)
    if console.soft_wrap:
        for row in texts:
            console.print(margin + Text("  ").join(cell for cell in row if cell.plain))
        return
    widths = [
        min(max(cell.cell_len for cell in column), console.width // 3) for column in zip(*texts, strict=True)
    ]
    room = max(console.width - indent - sum(width + 2 for width in widths[:-1]), _LEAST_ROOM)
    for *narrow, last in texts:
        before = margin.copy()
        for cell, width in zip(narrow, widths, strict=False):
            cell.truncate(width, overflow="ellipsis", pad=True)
            before.append_text(cell).append("  ")
        if clip:
            last.truncate(room, overflow="ellipsis")
        for line in last.wrap(console, room) or [Text()]:
            line.rstrip()
            console.print(before + line, no_wrap=True, overflow="ignore", crop=False)
            before = Text(" " * before.cell_len)


def show_reading(console: Console, reading: Reading) -> None:
    """Print what was read from one capture: furniture, statements with the first words of each turn, notices."""
    name = reading.capture.url or reading.capture.locator.file
    show_rows(console, [(Text(plain(name), "bold"),)])
    show_rows(console, _facts(_page_facts(reading)), indent=2)
    for statement in reading.statements:
        console.print()
        show_statement(console, statement)
    if reading.notices:
        console.print()
        show_rows(console, [(Text(counted(len(reading.notices), "notice"), "bold"),)], indent=2)
        rows = [(plain(notice.posted_on), plain(notice.title)) for notice in reading.notices]
        show_rows(console, rows, indent=4, clip=True)
    if reading.issues:
        console.print()
        show_rows(console, [(issue.severity, sentence(issue)) for issue in reading.issues], indent=2)
    console.print()


def show_statement(console: Console, statement: Statement) -> None:
    """Print a statement: what is known of it, then each turn with its label, role and first words."""
    show_rows(console, [(Text(plain(statement.title) or "a statement without a title", "bold"),)], indent=2)
    show_rows(console, _facts(_statement_facts(statement)), indent=4)
    with_role = console.soft_wrap or console.width >= _WIDTH_FOR_ROLES
    rows = [_turn_row(turn, with_role=with_role) for turn in statement.turns]
    show_rows(console, rows, indent=4, clip=True)


def show_list(console: Console, listed: Iterable[Listed]) -> None:
    """Print statements of the record, one a line: id, date, kinds, title."""
    rows = (
        (
            plain(held.id),
            plain(held.given_on or held.posted_on) or "no date",
            Text(plain(held.title) or "without a title").append(_marks(held), "dim"),
        )
        for held in listed
    )
    _stream_rows(console, rows)


def show_announced(console: Console, announced: Iterable[AnnouncedNotice]) -> None:
    """Print notices of the record, one a line: held or not, date, title."""
    rows = (
        (
            "held" if entry.notice.statement_id else "not held",
            plain(entry.notice.posted_on) or "no date",
            plain(entry.notice.title),
        )
        for entry in announced
    )
    _stream_rows(console, rows)


def show_hits(console: Console, hits: Iterable[Hit]) -> None:
    """Print the turns that a search found, the words found in bold."""
    for hit in hits:
        who = plain(hit.speaker or hit.label) or "no speaker named"
        place = f"{plain(hit.statement)} version {hit.version} turn {hit.turn}"
        when = plain(hit.given_on or hit.posted_on)
        snippet = _marked(hit.snippet, hit.spans)
        if console.soft_wrap:
            console.print(Text("  ").join([Text(place), Text(when or "no date"), Text(who), snippet]))
            continue
        console.print(Text.assemble((who, "bold"), f"  {when}" if when else ""))
        if hit.title:
            show_rows(console, [(plain(hit.title),)], indent=2, clip=True)
        show_rows(console, [(snippet,)], indent=2)
        console.print(Text(f"  {place}", "dim"))
        console.print()


def show_question(console: Console, words: str, speaker: str | None, date: str | None) -> None:
    """Print a quotation as it is asked about: the words, who is said to have said them, and when."""
    show_rows(console, [(Text(f"“{plain(words)}”", "bold"),)])
    stated = ", ".join(filter(None, (plain(speaker), plain(date))))
    if stated:
        show_rows(console, [(stated,)], indent=2)


def show_verdict(console: Console, verdict: Verdict, held: Held | None) -> None:
    """Print a verdict: its summary, the words on record, what differs, who said them where, and what was searched.

    `held` is the statement that the verdict cites, if it cites one.
    """
    said, _, rest = plain(verdict.summary).partition(" ")
    show_rows(console, [(Text.assemble((said, "bold"), " ", rest),)])
    show_rows(console, _verdict_rows(verdict, held), indent=2)


def show_added(console: Console, added: Added) -> None:
    """Print what `add` did, in a few lines."""
    captures = f"{counted(added.new, 'capture')} new, {added.seen_before:,} seen before"
    console.print(Text(f"{captures}, {added.not_readable:,} not readable."))
    statements = counted(added.statements, "statement")
    console.print(Text(f"{statements} read, {added.new_statements:,} new to the record."))


def show_verified(console: Console, verified: Verified) -> None:
    """Print what `verify` recomputed, and each finding."""
    checked = ", ".join(
        (
            counted(verified.captures, "capture"),
            counted(verified.statements, "statement"),
            counted(verified.versions, "version"),
            counted(verified.turns, "turn"),
        )
    )
    rows = [(found.severity, f"{plain(found.where)}: {plain(found.message)}") for found in verified.findings]
    show_rows(console, rows)
    ending = "nothing differs" if not rows else counted(len(rows), "finding")
    console.print(Text(f"Recomputed {checked}: {ending}."))


def show_published(console: Console, published: Published) -> None:
    """Print what was written of a site, and its front page."""
    written = f"{counted(published.pages, 'page')} for {counted(published.statements, 'statement')}"
    console.print(Text(f"Wrote {written} ({published.bytes / 1000:,.0f} kB)."))
    console.print(Text(f"Open {plain(published.folder)}/index.html"))


def show_demo(console: Console, demo: Demo, held: Iterable[Held | None]) -> None:
    """Print a demo: its record in a few lines, each quotation with its verdict, the site, and what to try next.

    `held` are the statements that the verdicts cite, in their order.
    """
    show_rows(
        console,
        [(Text("An invented record: two governments that do not exist, and that disagree.", "bold"),)],
    )
    show_added(console, demo.added)
    console.print()
    show_list(console, demo.listed)
    for quotation, verdict, cited in zip(demo.quotations, demo.verdicts, held, strict=True):
        console.print()
        show_question(console, quotation.words, quotation.speaker, quotation.date)
        show_verdict(console, verdict, cited)
    console.print()
    show_rows(console, [(Text("The site", "bold"), plain(demo.site))])
    console.print()
    console.print(Text("Try next", "bold"))
    for step in demo.next_steps:
        show_rows(console, [(step.command,)], indent=2)
        show_rows(console, [(Text(step.shows, "dim"),)], indent=4)


def sentence(issue: Issue) -> str:
    """Return an issue as one line, with its place where it has one."""
    where = issue.locator
    place = f"{where.file}: " if where and where.file not in issue.message else ""
    return plain(f"{place}{issue.message}")


def _stream_rows(console: Console, rows: Iterable[Row]) -> None:
    # A terminal needs all rows to align them; a pipe gets each row as it comes.
    if console.soft_wrap:
        for row in rows:
            show_rows(console, [row])
    else:
        show_rows(console, rows)


def _text(cell: str | Text) -> Text:
    return cell if isinstance(cell, Text) else Text(cell)


def _facts(facts: Iterable[tuple[str, str | None]]) -> list[Row]:
    return [(Text(name, "dim"), plain(value)) for name, value in facts if value]


def _page_facts(reading: Reading) -> Iterator[tuple[str, str | None]]:
    page, capture = reading.page, reading.capture
    yield "page", " · ".join(filter(None, (page.kind, page.language, capture.media_type)))
    if page.title not in {statement.title for statement in reading.statements}:
        yield "title", page.title
    yield "captured", capture.captured_at or "no time known but what the page says"
    yield "page says", _page_says(page)
    for clock in page.clocks:
        yield "clock", f"{clock.place} {clock.time}"
    for contact in page.contacts:
        yield "contact", f"{contact.label}: {contact.value}" if contact.label else contact.value
    for counter in page.counters:
        since = f", counting from {counter.since}" if counter.since else ""
        yield "counter", f"{counted(counter.days, 'day')}{since}: {counter.text}"
    yield "posted", page.posted_on
    yield "updated", page.updated_on
    yield "pager", page.pager
    yield "unclassified", f"{counted(reading.unclassified.characters, 'character')} of {len(page.text):,}"


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


def _marks(held: Listed) -> str:
    kinds = ", ".join(held.kinds).replace("_", " ")
    revised = counted(len(held.versions), "version") if held.revised else ""
    marks = ", ".join(filter(None, (kinds, revised)))
    return f"  ({marks})" if marks else ""


def _marked(words: str, spans: Iterable[Span]) -> Text:
    # Each stretch is made visible by itself, so that the spans name the same words afterwards.
    text, at = Text(), 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(max(end, at), len(words))
        text.append(_on_one_line(words[at:start])).append(_on_one_line(words[start:end]), "bold")
        at = max(end, at)
    return text.append(_on_one_line(words[at:]))


def _on_one_line(stretch: str) -> str:
    return _SPACES.sub(" ", visible(stretch))


def _verdict_rows(verdict: Verdict, held: Held | None) -> list[Row]:
    rows: list[Row] = []
    cited = verdict.citation
    if cited:
        rows.append(("on record", _words_on_record(cited, verdict.edits)))
    rows += [("differs", _difference(edit)) for edit in verdict.edits]
    for gap in verdict.omitted:
        rows.append(("left out", ("with a negation: " if gap.negation else "") + f"“{plain(gap.text)}”"))
    if cited and held:
        turn = next(turn for turn in held.statement.turns if turn.n == cited.turn)
        rows.append(("said by", plain(turn.speaker or turn.label) or "the published text does not tell"))
        rows.append(("in", plain(held.statement.title) or "a statement without a title"))
    if cited:
        rows += [("where", _where(cited)), ("captured", _captured(cited))]
    if verdict.wording in {"spliced", "reordered"}:
        rows += [("a part", f"“{plain(part.text)}” ({_where(part)})") for part in verdict.parts]
    rows += [("also in", _where(other)) for other in verdict.alternatives[:_OTHERS_SHOWN]]
    more = len(verdict.alternatives) - _OTHERS_SHOWN
    if more > 0:
        rows.append(("", f"and {counted(more, 'other place')}, listed with --json"))
    searched = verdict.searched
    dates = f"statements of {searched.from_} to {searched.to}; " if searched.from_ and searched.to else ""
    return [*rows, ("searched", f"{dates}nothing was compared with a recording")]


def _words_on_record(cited: Citation, edits: Iterable[Edit]) -> Text:
    # The spans of the edits and of the citation both count in the turn's text.
    spans = ((edit.span[0] - cited.span[0], edit.span[1] - cited.span[0]) for edit in edits)
    return Text("“").append_text(_marked(cited.text, spans)).append("”")


def _difference(edit: Edit) -> str:
    said = f"“{plain(edit.said)}”" if edit.said else "nothing"
    quoted = f"“{plain(edit.quoted)}”" if edit.quoted else "nothing"
    return f"on record {said}, quoted {quoted} ({edit.kind})"


def _where(citation: Citation) -> str:
    return plain(f"{citation.statement}, version {citation.version}, turn {citation.turn}")


def _captured(citation: Citation) -> str:
    return ", ".join(filter(None, (plain(citation.url), plain(citation.captured_at)))) or plain(
        citation.digest
    )
