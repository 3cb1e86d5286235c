"""The verb `diff`: what changed from one version of a statement to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from onrecord import Revision
from onrecord.cli import revisions, streams
from onrecord.cli.opening import opened
from onrecord.cli.options import archive_option, json_option
from onrecord.cli.rows import counted

if TYPE_CHECKING:
    from onrecord import Archive


@click.command()
@click.argument("statement", metavar="ID")
@click.argument("versions", nargs=-1, type=click.IntRange(min=1), metavar="[A B]")
@click.option(
    "--cosmetic",
    is_flag=True,
    help="Also spacing, where turns are said to end, and lines that may be the site's.",
)
@archive_option
@json_option
def diff(statement: str, versions: tuple[int, ...], cosmetic: bool, folder: Path, as_json: bool) -> int:
    """Show what changed in a statement.

    Oldest first. With the numbers A and B only the step from the one version to the other. An edit was made at some time between the two
    captures that are named; whether the source says so is told with it.

    \b
      onrecord diff sydpxw
      onrecord diff sydpxw 1 3 --json
    """
    if len(versions) not in (0, 2):
        raise click.UsageError("give the numbers of two versions, or none for all revisions")
    archive = opened(folder)
    told = _Told(archive.diff(statement, *versions), cosmetic)
    first = next(told, None)
    if as_json:
        for each in chain([first] if first else [], told):
            streams.write_json(each)
    elif first is not None:
        console = streams.screen()
        revisions.show_statement(console, archive.show(statement).listed)
        for each in chain([first], told):
            revisions.show_revision(console, each)
    if told.hidden:
        streams.say(
            f"{counted(told.hidden, 'cosmetic change')} not shown: --cosmetic shows spacing, and lines that the site may have set."
        )
    if first is None:
        _say_none(archive, statement)
    return 0


# What is shown at an address of its source is compared with what that showed before.
_COMPARED = ("original", "mirror")


class _Told(Iterator[Revision]):
    """The revisions as they are to be told; `hidden` counts the changes left out so far."""

    def __init__(self, found: Iterable[Revision], cosmetic: bool) -> None:
        self._found = iter(found)
        self._cosmetic = cosmetic
        self.hidden = 0

    def __next__(self) -> Revision:
        while True:
            revision = next(self._found)
            if self._cosmetic:
                return revision
            shown = tuple(change for change in revision.changes if change.kind != "cosmetic")
            self.hidden += len(revision.changes) - len(shown)
            if shown or not revision.changes:
                return msgspec.structs.replace(revision, changes=shown)


def _say_none(archive: Archive, statement: str) -> None:
    listed = archive.show(statement).listed
    compared = [each for each in listed.witnesses if each.relation in _COMPARED]
    times = sorted(each.captured_at for each in compared if each.captured_at)
    when = f", from {times[0]} to {times[-1]}" if len(times) > 1 else f", of {times[0]}" if times else ""
    addresses = len({each.url for each in compared})
    where = f" at {addresses:,} addresses, each compared with itself" if addresses > 1 else ""
    streams.say(
        f"Nothing changed in what was captured of it: {counted(len(compared), 'capture')}{where}{when}."
    )
    if copies := len(listed.witnesses) - len(compared):
        verb = "is" if copies == 1 else "are"
        streams.say(
            f"{counted(copies, 'capture')} of copies {verb} not compared: show --copies tells what each has otherwise."
        )
