"""`add`: captures into the archive, from files or fetched."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

import onrecord  # its Archive is fetched when a verb needs it, so that --help does not wait for the rooms below
from onrecord import Issue
from onrecord.cli import readings, reports, streams
from onrecord.cli.inputs import NOTHING, inputs, say_issues
from onrecord.cli.opening import opened
from onrecord.cli.options import archive_option, fetch_options, json_option, lone_options

_STAND_INS = frozenset(
    {"block_page", "login_wall", "not_found", "soft_not_found", "error_page", "empty_shell"}
)
_MOST_STAND_INS = 3


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL…")
@lone_options
@fetch_options
@archive_option
@json_option
def add(
    paths: tuple[str, ...],
    url: str | None,
    captured_at: str | None,
    folder: Path,
    as_json: bool,
    **fetching: Any,
) -> int:
    """Take captures into the archive. They are read and indexed; PATH may be a folder, or - for standard input.

    A URL (https://…) is fetched: politely, once, and no program of the page is run.
    """
    _level(folder)
    live = any(path.lower().startswith(("http://", "https://")) for path in paths)
    if any(fetching[name] for name in ("follow", "ignore_robots", "allow_private")) and not live:
        raise click.UsageError("there is no address to fetch: give one as https://…, or leave the option out")
    with streams.progress("fetching" if live else "adding") as advance:
        added = onrecord.Archive.add_to(
            folder,
            *inputs(paths),
            url=url,
            captured_at=captured_at,
            progress=advance,
            fetching=onrecord.Fetching(**fetching) if live else None,
        )
    told = reports.say_unchanged(added) + say_issues(added.issues) + _say_stand_ins(added.issues)
    kept = added.new + added.seen_before + added.waiting
    if not kept and not told:
        streams.say(NOTHING)
    if as_json:
        streams.write_json(added)
    else:
        reports.show_added(streams.screen(), added)
    return 0 if kept and not added.not_taken else 2


def _level(folder: Path) -> None:
    """Derive again what another onrecord derived, if there is an archive, so that adding to it starts at once."""
    with contextlib.suppress(onrecord.NotFound):
        opened(folder)


def _say_stand_ins(issues: Iterable[Issue]) -> int:
    """Say which pages are not those asked for: a few one by one, of many how many."""
    instead = [issue for issue in issues if issue.code in _STAND_INS]
    if len(instead) <= _MOST_STAND_INS:
        for issue in instead:
            streams.say(readings.sentence(issue))
        return len(instead)
    counts = Counter(issue.code for issue in instead)
    listed = ", ".join(f"{code}: {count:,}" for code, count in counts.most_common())
    streams.say(f"{len(instead):,} pages are not those asked for, and kept ({listed}); --json names each.")
    return 1
