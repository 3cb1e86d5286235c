"""The verb `changes`: what became of the statements of the record, as a stream to go on with."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from onrecord.cli import revisions, streams
from onrecord.cli.opening import opened
from onrecord.cli.options import archive_option, json_option


@click.command()
@click.option(
    "--since",
    metavar="T",
    help="Seen at this time or later: 2026-03-02, a full time; or a cursor, behind it.",
)
@archive_option
@json_option
def changes(since: str | None, folder: Path, as_json: bool) -> int:
    """Tell what became of the statements.

    What is new, edited, removed, blocked, returned, moved or resolved, in the order in which the record learnt of it. With --json each line has a cursor: what --since that gives is what was
    learnt behind it, however old the captures are that were added. The same event has the same id for ever.

    \b
      onrecord changes --since 2026-03-01
      onrecord changes --json --since "$(tail -1 seen.jsonl | jq -r .cursor)"
    """
    archive = opened(folder)
    found = iter(archive.changes(since))
    first = next(found, None)
    if archive.was_read_otherwise(since):
        streams.say(
            "Pages were read anew since that cursor was given: changes without --since tells all, under the same ids."
        )
    if first is None:
        streams.say(
            "Nothing is known to have changed."
            if since is None
            else "Nothing is known to have changed since."
        )
        return 0
    console = streams.screen()
    for each in chain([first], found):
        if as_json:
            streams.write_json(each)
        else:
            revisions.show_event(console, each)
    return 0
