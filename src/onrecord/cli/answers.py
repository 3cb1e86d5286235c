"""How the record's answers look to people: lists, announced notices, hits of a search, and verdicts."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from onrecord import AnnouncedNotice, Citation, Edit, Held, Hit, Listed, Verdict
from onrecord.cli.readings import correction_rows
from onrecord.cli.rows import Row, counted, marked, plain, show_heading, show_rows, stream_rows

_OTHERS_SHOWN = 5
_UNDECIDED = {"too_short": "stands in", "not_found": "closest"}
_MARKS = frozenset('"“”„«»「」『』')
_CAME = {
    "released": "its keeper released it",
    "exchange": "the request is kept, and the response as it came",
    "response": "the response is kept with its server’s header",
    "bytes": "the bytes are kept alone, no server’s header came with them",
}
_BASES = {
    "original": "the original text as published",
    "official_translation": "an official translation as published",
    "interpreted": "an interpreter’s words as published",
    "unknown": "the text as published",
}


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
    stream_rows(console, rows)


def show_announced(console: Console, announced: Iterable[AnnouncedNotice]) -> None:
    """Print notices of the record, one a line: held or not, date, title, and which source's list announced it."""
    rows = (
        (
            "held" if entry.notice.statement_id else "not held",
            plain(entry.notice.posted_on) or "no date",
            Text(plain(entry.notice.title)).append(_announcer(entry), "dim"),
        )
        for entry in announced
    )
    stream_rows(console, rows)


def _announcer(entry: AnnouncedNotice) -> str:
    told = [plain(entry.source)] if entry.source else []
    for each in entry.contradicts:
        field = "the title" if each.field == "title" else "the day"
        told.append(f"the statement has {field} “{plain(each.statement)}”")
    return f"  ({'; '.join(told)})" if told else ""


def show_hits(console: Console, hits: Iterable[Hit]) -> None:
    """Print the turns that a search found, the words found in bold, or between asterisks where nothing is bold."""
    around = "" if console.color_system else "*"
    for hit in hits:
        who = plain(hit.speaker or hit.label) or "no speaker named"
        place = f"{plain(hit.statement)} version {hit.version} turn {hit.turn}"
        if hit.also_in:
            place += f", the same text in {plain(', '.join(hit.also_in))}"
        when = plain(hit.given_on or hit.posted_on) or "no date"
        snippet = marked(hit.snippet, hit.spans, around)
        if console.soft_wrap:
            show_rows(console, [(place, when, who, snippet)])
            continue
        show_rows(console, [(Text.assemble((who, "bold"), f"  {when}"),)])
        if hit.title:
            show_rows(console, [(plain(hit.title),)], indent=2, clip=True)
        show_rows(console, [(snippet,)], indent=2)
        show_rows(console, [(Text(place, "dim"),)], indent=2)
        console.print()


def show_question(console: Console, words: str, speaker: str | None, date: str | None) -> None:
    """Print a quotation as it is asked about, in its own quotation marks if it has some; who said it, and when."""
    asked = plain(words)
    show_heading(console, asked if _MARKS & set(asked) else f"“{asked}”")
    stated = ", ".join(filter(None, (plain(speaker), plain(date))))
    if stated:
        show_rows(console, [(stated,)], indent=2)


def show_verdict(console: Console, verdict: Verdict, held: Held | None) -> None:
    """Print a verdict: its summary, the words on record, what differs, who said them, and where they were captured.

    `held` is the statement that the verdict cites, if it cites one.
    """
    said = Text(plain(verdict.summary))
    head = said.plain.index(":") if verdict.cut_off else len(verdict.wording)
    said.stylize("bold", 0, head)  # every summary begins with the wording
    show_rows(console, [(said,)])
    show_rows(console, _verdict_rows(verdict, held), indent=2)


def _marks(held: Listed) -> str:
    kinds = ", ".join(held.kinds).replace("_", " ")
    revised = counted(len(held.versions), "version") if held.revised else ""
    # Copies that came without an address are as many pages, at no address that could be counted.
    where = "at {} addresses" if any(each.url for each in held.witnesses) else "on {} pages"
    copied = where.format(len(held.joined) + 1) if held.joined else ""
    awaits = "a part is missing" if held.awaits else ""
    marks = ", ".join(filter(None, (kinds, revised, copied, awaits)))
    return f"  ({marks})" if marks else ""


def _verdict_rows(verdict: Verdict, held: Held | None) -> list[Row]:
    rows: list[Row] = []
    cited = verdict.citation
    if verdict.compared is not None:
        rows.append(("compared", f"“{plain(verdict.compared)}”"))
    if cited:
        rows.append(("on record", _words_on_record(cited, verdict.edits)))
    rows += [("left outside", f"“{plain(rest.text)}” (holds a negation)") for rest in verdict.cut_off]
    rows += [("differs", _difference(edit)) for edit in verdict.edits]
    for put in verdict.inserted:
        rows.append(("inserted", f"“{plain(put.text)}”" + (" (changes a negation)" if put.negation else "")))
    for gap in verdict.omitted:
        rows.append(("left out", f"“{plain(gap.text)}”" + (" (holds a negation)" if gap.negation else "")))
    if cited and held:
        rows += _rows_of_place(cited, held)
    if cited:
        rows.append(("captured", captured(cited)))
    rows += correction_rows(verdict.corrections)
    if verdict.wording in {"spliced", "reordered"}:
        rows += [("a part", f"“{plain(part.text)}” ({_where(part)})") for part in verdict.parts]
    also = "also in" if cited else _UNDECIDED.get(verdict.wording, "also in")
    rows += [(also, _place(other, verdict.wording)) for other in verdict.alternatives[:_OTHERS_SHOWN]]
    more = len(verdict.alternatives) - _OTHERS_SHOWN
    if more > 0:
        rows.append(("", f"and {counted(more, 'place')} more, listed with --json"))
    if cited:
        rows.append(("basis", f"{_BASES[verdict.basis.text_status]}; no recording was compared"))
        if verdict.basis.came is not None:
            whose = "the keeper’s own message" if verdict.basis.own else "a third party’s page"
            rows.append(("proof", f"{whose}: {_CAME[verdict.basis.came]}"))
    return rows


def _rows_of_place(cited: Citation, held: Held) -> list[Row]:
    turn = next((turn for turn in held.statement.turns if turn.n == cited.turn), None)
    who = plain(turn.speaker or turn.label) if turn else ""
    title = plain(held.statement.title) or "a statement without a title"
    versions = len(held.listed.versions)
    return [
        ("said by", who or "the published text does not tell"),
        ("in", title + (f" (version {held.version} of {versions})" if versions > 1 else "")),
    ]


def _words_on_record(cited: Citation, edits: Iterable[Edit]) -> Text:
    # The spans of the edits and of the citation both count in the turn's text.
    spans = ((edit.span[0] - cited.span[0], edit.span[1] - cited.span[0]) for edit in edits)
    return Text("“").append_text(marked(cited.text, spans)).append("”")


def _difference(edit: Edit) -> str:
    said = f"“{plain(edit.said)}”" if edit.said else "nothing"
    quoted = f"“{plain(edit.quoted)}”" if edit.quoted else "nothing"
    return f"on record {said}, quoted {quoted} ({edit.kind})"


def _where(citation: Citation) -> str:
    return plain(f"{citation.statement}, version {citation.version}, turn {citation.turn}")


def _place(other: Citation, wording: str) -> str:
    """Return another place; what is only closest has words of its own, which nobody knows yet."""
    return (
        f"“{plain(other.text)}” ({_where(other)})" if wording == "not_found" and other.text else _where(other)
    )


def captured(citation: Citation) -> str:
    """Return when the cited page was captured, and where; what has no address by the digest of its bytes."""
    when = plain(citation.captured_at) or "at a time not known"
    return f"{when}, {plain(citation.url) or plain(citation.digest)}"
