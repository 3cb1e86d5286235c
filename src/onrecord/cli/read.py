"""`read` and `explain`: what is in pages, and why they are read so, without an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import click

import onrecord  # its read is fetched when it is needed, so that --help does not wait for the rooms below
from onrecord import Explanation, Issue
from onrecord.cli import explanations, readings, streams
from onrecord.cli.inputs import NOTHING, inputs, say_issues
from onrecord.cli.options import json_option, lone_options, told_options


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@lone_options
@told_options
@json_option
def read(
    paths: tuple[str, ...],
    url: str | None,
    captured_at: str | None,
    sources: str | None,
    corrections: str | None,
    as_json: bool,
) -> int:
    """Show what is in pages; touches no archive. PATH may be a folder, or - for standard input."""
    console = streams.screen()
    readable = told = not_taken = spoken_for = 0
    for found in onrecord.read(
        *inputs(paths), url=url, captured_at=captured_at, sources=sources, corrections=corrections
    ):
        if isinstance(found, Issue):
            told += say_issues([found])
            not_taken += found.severity == "error"
            continue
        readable += 1
        spoken_for += bool(found.page.told)
        told += say_issues(found.issues)
        if as_json:
            streams.write_json(found)
        else:
            readings.show_reading(console, found)
    if not readable and not told:
        streams.say(NOTHING)
    if readable and sources and not spoken_for:
        streams.say("No source file decided anything on these pages.")
    return 0 if readable and not not_taken else 2


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@lone_options
@told_options
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write it as one HTML file that needs nothing else.",
)
@json_option
def explain(
    paths: tuple[str, ...],
    url: str | None,
    captured_at: str | None,
    sources: str | None,
    corrections: str | None,
    page: Path | None,
    as_json: bool,
) -> int:
    """Show why a page is read so.

    Part by part: its text with its name, the rule and what that goes by. Touches no archive. PATH may be a folder, or - for
    standard input.
    """
    if page is not None and as_json:
        raise click.UsageError("give one of --html and --json")
    told = _Told()
    given = {"url": url, "captured_at": captured_at, "sources": sources, "corrections": corrections}
    explained = told.listened(onrecord.explain(*inputs(paths), **given))
    first = next(explained, None)
    if first is None:
        if not told.sentences:
            streams.say(NOTHING)
        return 2
    every = chain([first], explained)
    if page is not None:
        _write_explained(every, page, paths)
    elif as_json:
        for one in every:
            streams.write_json(one)
    else:
        console = streams.screen()
        for one in every:
            explanations.show_explanation(console, one)
    return 2 if told.not_taken else 0


class _Told:
    """What was said of issues on the way: how many sentences, and how many inputs were not taken."""

    def __init__(self) -> None:
        self.sentences = self.not_taken = 0

    def listened(self, found: Iterable[Explanation | Issue]) -> Iterator[Explanation]:
        """Yield the explanations; say the issues as they come."""
        for one in found:
            if isinstance(one, Issue):
                self.sentences += say_issues([one])
                self.not_taken += one.severity == "error"
            else:
                self.sentences += say_issues(one.reading.issues)
                yield one


def _write_explained(explained: Iterable[Explanation], page: Path, paths: tuple[str, ...]) -> None:
    if any(path != "-" and page.exists() and page.samefile(path) for path in paths):
        raise click.UsageError(f"--html {page} would write over what is explained: name another file")
    with page.open("w", encoding="utf-8") as file:
        file.writelines(onrecord.render_explanations(explained))
    streams.say(f"Explained in {page}.")
