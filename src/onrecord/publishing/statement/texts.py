"""One version of a statement as text, Markdown or HTML, for reading and pasting; nothing of it is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

import msgspec

from onrecord.model import Correction, Held, Listed, Removal, Statement, Turn
from onrecord.publishing.statement.corrected import tell_correction
from onrecord.publishing.wording import direction_of, printable, printed_text_status

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_MARKDOWN_START = re.compile(r"^(\s*)([-+>]|\d+[.)])(?=\s)", re.MULTILINE)


def render_text(held: Held) -> str:
    """Return title, what is known of the statement line by line, and the turns, each under its label."""
    lines = [held.statement.title or "(no title)", *_facts(held), ""]
    for turn in held.statement.turns:
        label = _label(turn)
        lines += [f"{label}: {turn.text}" if label else turn.text, ""]
    return "\n".join([*lines, *_ending(held.statement, held.listed)]).rstrip() + "\n"


def render_markdown(held: Held) -> str:
    """Return the same as Markdown; what the statement itself holds of marks stays as it is printed."""
    title = held.statement.title or "(no title)"
    lines = [f"# {plain_markdown(title)}", "", *(f"- {plain_markdown(fact)}" for fact in _facts(held)), ""]
    for turn in held.statement.turns:
        printed = _label(turn)
        label = f"**{plain_markdown(printed)}:** " if printed else ""
        lines += [label + "\n\n".join(plain_markdown(each) for each in _paragraphs(turn)), ""]
    ending = [f"*{plain_markdown(line)}*" for line in _ending(held.statement, held.listed)]
    return "\n".join([*lines, *ending]).rstrip() + "\n"


def render_html(held: Held) -> str:
    """Return the same as one HTML page without style; all captured text is escaped, and shown whole and harmless."""
    statement = held.statement
    title = escape(statement.title or "(no title)")
    language = escape(statement.language or "und")
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{language}" dir="{direction_of(statement.language)}">',
        f'<head><meta charset="utf-8"><title>{title}</title></head>',
        "<body>",
        "<article>",
        f"<h1>{title}</h1>",
        "<ul>",
        *(f"<li>{escape(fact)}</li>" for fact in _facts(held)),
        "</ul>",
        *(line for turn in statement.turns for line in _html_turn(turn)),
        *(f"<p><em>{escape(line)}</em></p>" for line in _ending(statement, held.listed)),
        "</article>",
        "</body>",
        "</html>",
    ]
    return printable("\n".join(lines) + "\n")


def _html_turn(turn: Turn) -> Iterator[str]:
    yield f'<section id="turn-{turn.n}">'
    if label := _label(turn):
        yield f"<h2>{escape(label)}</h2>"
    for paragraph in _paragraphs(turn):
        yield f"<p>{escape(paragraph)}</p>"
    yield "</section>"


def _label(turn: Turn) -> str | None:
    """The label as printed, with the directions that stand behind it: "MINISTER DESMAREY (via interpreter)"."""
    behind = [aside.text for aside in turn.directions if aside.span == (0, 0)]
    return " ".join([turn.label, *behind]) if turn.label else None


def _facts(held: Held) -> Iterator[str]:
    """Return what is known of the statement, one fact a line; what is not known has no line."""
    statement, capture, withdrawn = held.statement, held.capture, held.listed.withdrawn
    speakers = "; ".join(
        f"{each.name}, {each.office}" if each.office else each.name for each in statement.speakers
    )
    facts = (
        ("Kind", ", ".join(kind.replace("_", " ") for kind in statement.kinds)),
        ("Speakers", speakers),
        ("Given on", statement.given_on),
        ("Posted on", statement.posted_on),
        ("Updated on", statement.updated_on),
        ("Place", statement.place),
        ("Occasion", statement.occasion),
        ("Outlet", statement.outlet),
        ("Source", statement.source),
        ("Status", ", ".join(each.replace("_", " ") for each in statement.status)),
        ("Text", printed_text_status(statement.text_status)),
        ("Part", str(statement.part.number) if statement.part and statement.part.number else None),
        ("Withdrawn", f"{withdrawn.at} by its keeper: {withdrawn.why}" if withdrawn else None),
        ("Version", f"{held.version} of {len(held.listed.versions)}"),
        ("Address", capture.url),
        ("Captured at", capture.captured_at),
        ("Digest of the capture", capture.digest),
        ("Record number", statement.id),
        ("Owners", "; ".join(held.listed.owners) if len(held.listed.owners) > 1 else None),
        ("Stands also at", _elsewhere(held)),
        *(
            (_RELATIONS[each.relation], f"{each.id} ({each.language or 'language not known'})")
            for each in held.listed.linked
        ),
        *((f"Part {each.number}", each.id) for each in held.listed.parts if each.id != statement.id),
    )
    return (f"{name}: {value}" for name, value in facts if value)


_RELATIONS = {"translation": "In another language", "transcript": "Another record of the event"}


def _elsewhere(held: Held) -> str | None:
    """Return the addresses of copies and excerpts, each with what it is."""
    others = {each.url: each.relation for each in held.listed.witnesses if each.relation != "original"}
    return "; ".join(f"{url or 'no address'} ({relation})" for url, relation in others.items()) or None


def _ending(statement: Statement, listed: Listed) -> list[str]:
    """What follows the words: that more was announced, what the keeper mended, what was removed."""
    more = statement.part and statement.part.continues
    lines = ["To be continued: the source announced more."] if more else []
    if listed.awaits:
        lines.append("A part of it is missing from this record.")
    for each in statement.corrections:
        of = f"turn {each.turn}, " if each.turn is not None else ""
        lines.append(
            f"Corrected by the keeper, {of}{_decapitalised(tell_correction(each))} ({_who(each, each.on)})"
        )
    for removal in statement.removals:
        lines.append(f"Passages (█████) were removed by the keeper ({_who(removal, removal.at)})")
    return lines


def _who(decision: Correction | Removal, when: str) -> str:
    return f"{decision.by}, {when}: {decision.why}"


def _decapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


def _paragraphs(turn: Turn) -> list[str]:
    return [each.strip() for each in re.split(r"\n\s*\n|\n", turn.text) if each.strip()]


def plain_markdown(text: str) -> str:
    """Return the text so that Markdown shows it as it is."""
    return _MARKDOWN_START.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))


FORMS: dict[str, Callable[[Held], str]] = {
    "text": render_text,
    "markdown": render_markdown,
    "html": render_html,
    "json": lambda held: msgspec.json.encode(held).decode(),
}
"""What renders a version, by the name of the form."""
