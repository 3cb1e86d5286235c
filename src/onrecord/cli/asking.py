"""`list`, `show`, `search` and `sources`: what the record holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import click
from rich.console import Console

import onrecord  # its Archive is fetched when a verb needs it, so that --help does not wait for the rooms below
from onrecord.cli import answers, known, streams, witnesses
from onrecord.cli.covering import say_lists
from onrecord.cli.opening import indexed, opened
from onrecord.cli.options import archive_option, filter_options, json_option

_NOTHING = "This record holds nothing of that kind."
_NO_SOURCES = "No source is known: the record holds no capture with an address, and no source file."


@click.command("list")
@filter_options
@click.option("--announced", is_flag=True, help="The notices of lists instead, each held or not held.")
@click.option("--unfinished", is_flag=True, help="Only parts of which another was announced and is not held.")
@click.option("--unannounced", is_flag=True, help="Only statements that no list of the record announces.")
@archive_option
@json_option
def list_(folder: Path, announced: bool, as_json: bool, **filters: Any) -> int:
    """List the statements of the record."""
    archive = opened(folder)
    if announced:
        asked = filters.pop("unfinished"), filters.pop("unannounced")
        if any(asked):
            raise click.UsageError(
                "--announced lists notices: give it without --unfinished and --unannounced"
            )
        return _show_or_write(archive.announced(**filters), as_json, answers.show_announced)
    if filters["unannounced"]:
        say_lists(archive.coverage(source=filters["source"]))
    narrowing = {name: value for name, value in filters.items() if name not in ("unfinished", "unannounced")}
    listed = iter(archive.list(**filters))
    first = next(listed, None)
    if first is None:
        return _say_why_nothing(archive, narrowing)
    return _show_or_write(chain([first], listed), as_json, answers.show_list)


@click.command()
@click.argument("statement", metavar="ID")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="That version, not the latest.")
@click.option(
    "--as",
    "form",
    type=click.Choice(["text", "markdown", "json", "html", "page"]),
    default="text",
    show_default=True,
    help="The form; page is all text of the captured page.",
)
@click.option(
    "--copies", is_flag=True, help="Where else it stands, who had it first, and what each has otherwise."
)
@archive_option
@json_option
def show(
    statement: str, version: int | None, form: str, copies: bool, folder: Path, as_json: bool
) -> int:  # fmt: skip
    """Show one statement of the record, whole.

    An id that was joined with another leads to the statement that it is one with.
    """
    if copies:
        return _show_or_write(opened(folder).copies(statement), as_json, witnesses.show_copies)
    form = "json" if as_json else form
    rendered = opened(folder).render(statement, version=version, form=form)
    if form == "json":
        streams.write_json_line(rendered)
    else:
        streams.write_text(rendered)
    return 0


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@filter_options
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="At most so many turns.",
)
@click.option(
    "--order",
    type=click.Choice(onrecord.HIT_ORDERS),
    default="best",
    show_default=True,
    help="How well they fit, or the day of their statements.",
)
@archive_option
@json_option
def search(
    words: tuple[str, ...], limit: int, order: str, folder: Path, as_json: bool, **filters: Any
) -> int:
    """Find turns by their words, best first. A "phrase" stands in quotation marks; AND, OR and NOT are operators."""
    archive = indexed(folder)
    hits = archive.search(" ".join(words), limit=limit, order=order, **filters)
    if not hits:
        return _say_why_nothing(archive, filters)
    return _show_or_write(hits, as_json, answers.show_hits)


@click.command()
@click.argument("name", required=False, metavar="[NAME]")
@archive_option
@json_option
def sources(name: str | None, folder: Path, as_json: bool) -> int:
    """Tell what is known of sources.

    Of all, or of one: NAME is a source's name, or a host of it.

    What cannot be learnt of a source is told in a file of the archive's folder sources/.
    """
    archive = opened(folder)
    if name is None:
        return _show_or_write(archive.sources(), as_json, known.show_sources, _NO_SOURCES)
    source = archive.source(name)
    if as_json:
        streams.write_json(source)
    else:
        known.show_source(streams.screen(), source)
    return 0


def _say_why_nothing(archive: onrecord.Archive, filters: dict[str, Any]) -> int:
    """Say that nothing was found, among how much, and which filters nothing of the record passes."""
    held = archive.holds().statements
    if not held:
        streams.say("This record holds no statement.")
        return 0
    narrowed = ", so narrowed," if any(filters.values()) else ""
    streams.say(f"Nothing found{narrowed} among {'1 statement' if held == 1 else f'{held:,} statements'}.")
    for each in archive.unheld(**filters):
        streams.say(each.message)
    return 0


def _show_or_write(
    values: Iterable[Any],
    as_json: bool,
    show_them: Callable[[Console, Iterable[Any]], None],
    nothing: str = _NOTHING,
) -> int:
    found = iter(values)
    first = next(found, None)
    if first is None:
        streams.say(nothing)
    elif as_json:
        for value in chain([first], found):
            streams.write_json(value)
    else:
        show_them(streams.screen(), chain([first], found))
    return 0
