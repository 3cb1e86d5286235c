"""`cite` and `resolve`: words of the record in the forms of a citation, and any form back to the words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import click
from rich.console import Console
from rich.text import Text

import onrecord
from onrecord import Cited, Forms, Resolved, ResolvedPlace, Verdict
from onrecord.cli import questions, streams
from onrecord.cli.answers import captured
from onrecord.cli.opening import indexed, opened, profile_of
from onrecord.cli.options import archive_option, json_option
from onrecord.cli.rows import Row, plain, show_rows

FORMS = tuple(Forms.__struct_fields__)
_ID = re.compile(r"[a-z0-9]{6,}")
_SPAN = re.compile(r"(\d{1,12})-(\d{1,12})")
_MOST_BYTES = 64 * 1024 * 1024


def _span(_: click.Context, __: click.Parameter, value: str | None) -> tuple[int, int] | None:
    if value is None:
        return None
    match = _SPAN.fullmatch(value)
    if match is None:
        raise click.BadParameter(f"“{value}” is no span: write two offsets in the turn, as in 12-40")
    return int(match[1]), int(match[2])


@click.command()
@click.argument("what", metavar="ID|QUOTATION|-")
@click.option("--turn", type=click.IntRange(min=1), metavar="N", help="The turn of the statement ID.")
@click.option(
    "--span", metavar="A-B", callback=_span, help="From character A to B of the turn (default: all)."
)
@click.option("--quote", metavar="WORDS", help="These words of the statement ID.")
@click.option(
    "--version", type=click.IntRange(min=1), metavar="N", help="Of this version (default: current)."
)
@click.option("--speaker", metavar="NAME", help="Who is said to have said the QUOTATION.")
@click.option("--date", metavar="DATE", help="When the QUOTATION is said to be from.")
@click.option(
    "--as",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="The form of the citation.",
)
@archive_option
@json_option
def cite(
    what: str, turn: int | None, span: tuple[int, int] | None, quote: str | None, version: int | None,
    speaker: str | None, date: str | None, form: str, folder: Path, as_json: bool,
) -> int:  # fmt: skip
    """Cite words of the record.

    A statement's ID with --turn (and --span), or with --quote; a QUOTATION that check finds; or - for a verdict or a citation
    on standard input. With --json all forms, one object for each place.

    \b
    Example: onrecord cite "Ostrelle has not closed the door" --as bibtex
    """
    if what == "-":
        what = _read(sys.stdin.buffer)
    of_place = (turn, span, quote, version) != (None, None, None, None)
    code, archive = 0, opened(folder)
    given: str | Verdict = what
    if not of_place and not _is_known(archive, what):
        archive = indexed(folder)
        given = archive.check(what, speaker=speaker, date=date)
        code = questions.exit_code(given)
        if given.citation is None or code:
            streams.say(given.summary)
        if given.citation is None:
            return code
    cited = archive.cite(
        given, version=version, turn=turn, span=span, quote=quote, profile=profile_of(folder)
    )
    _write_cited(cited, form, as_json)
    return code


def _is_known(archive: Any, what: str) -> bool:
    """Return whether it is an id of the archive, or holds a citation; else it is taken for a quotation."""
    if what.lstrip()[:1] in ("{", "[") or "onrecord:" in what or ":~:" in what:
        return True
    if not _ID.fullmatch(what):
        return False
    try:
        archive.show(what)
    except onrecord.NotFound:
        return False
    return True


def _write_cited(cited: Sequence[Cited], form: str, as_json: bool) -> None:
    if as_json:
        for each in cited:
            streams.write_json(each)
        return
    if len(cited) > 1:
        streams.say(f"These are {len(cited)} places.")
    forms = [getattr(each.forms, form) for each in cited]
    if form == "csl":
        streams.write_json(forms)
        return
    for each, rendered in zip(cited, forms, strict=True):
        if form == "link" and not each.link_finds:
            streams.say(_no_link(rendered))
        if isinstance(rendered, dict):
            streams.write_json(rendered)
        elif rendered is not None:
            streams.write_text(rendered.rstrip(), fold=False)


def _no_link(link: str | None) -> str:
    if link is None:
        return "The page was captured without an address that a browser opens."
    return "These words stand more than once with the same words around: the link leads to the page alone."


@click.command()
@click.argument("form", required=False, metavar="[CITATION|-]")
@click.option(
    "--file",
    "source",
    type=click.File("rb"),
    metavar="PATH",
    help="A file with citations; - for standard input.",
)
@archive_option
@json_option
def resolve(form: str | None, source: BinaryIO | None, folder: Path, as_json: bool) -> int:
    """Find the words of a citation.

    Wherever they stand by now. Any form of cite, a verdict, a Web Annotation, or a link with a text fragment. Says when the words moved, were superseded, or
    are not found; where a citation does not tell several places apart, all are listed.

    \b
    Example: onrecord cite "Ostrelle has not closed the door" | onrecord resolve -
    """
    if form == "-" and source is None:
        form, source = None, sys.stdin.buffer
    if (form is None) == (source is None):
        raise click.UsageError("give one citation, or --file PATH")
    resolved = opened(folder).resolve(form if source is None else _read(source))  # type: ignore[arg-type]
    for each in resolved:
        if as_json:
            streams.write_json(each)
        else:
            _show_resolved(streams.screen(), each)
    return questions.worst([_exit_code(each) for each in resolved])


def _read(source: BinaryIO) -> str:
    content = source.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise click.UsageError("that is more than 64 MiB: give the citations alone")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise click.UsageError("that is not UTF-8: give a citation as cite writes it") from None


def _exit_code(resolved: Resolved) -> int:
    if resolved.found not in ("as_cited", "moved"):
        return 3
    return 1 if resolved.version == "superseded" else 0


def _show_resolved(console: Console, resolved: Resolved) -> None:
    show_rows(console, [(Text(plain(resolved.summary), "bold"),)])
    for place in resolved.places:
        show_rows(console, list(_rows(place)), indent=2)


def _rows(place: ResolvedPlace) -> Iterable[Row]:
    yield "on record", f"“{plain(place.text)}”"
    yield "said by", plain(place.speaker) or "the published text does not tell"
    yield "in", plain(place.title) or "a statement without a title"
    where = ", ".join(f"turn {each.turn} at {each.span[0]}-{each.span[1]}" for each in place.citations)
    current = "" if place.current else ", superseded"
    yield "stands", f"{plain(place.statement)}, version {place.version}{current}, {where or 'in no turn'}"
    for each in place.citations[:1]:
        yield "captured", captured(each)
