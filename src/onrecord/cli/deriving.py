"""`rebuild` and `verify`: the derived made again, and everything compared with its digest."""

from __future__ import annotations

from pathlib import Path

import click

import onrecord  # its Archive is fetched when a verb needs it, so that --help does not wait for the rooms below
from onrecord.cli import reports, streams
from onrecord.cli.opening import opened, say_derived_again
from onrecord.cli.options import archive_option, json_option


@click.command()
@archive_option
@json_option
def rebuild(folder: Path, as_json: bool) -> int:
    """Derive everything again from the captures."""
    with (
        streams.progress("rebuilding") as advance,
        onrecord.Archive.open(folder, progress=advance) as archive,
    ):
        archive.rebuild(advance)
    if as_json:
        streams.write_json({"rebuilt": str(folder)})
    else:
        say_derived_again(folder)
    return 0


@click.command()
@archive_option
@json_option
def verify(folder: Path, as_json: bool) -> int:
    """Recompute every digest and span."""
    with streams.progress("verifying") as advance:
        verified = opened(folder).verify(advance)
    if as_json:
        streams.write_json(verified)
    else:
        reports.show_verified(streams.screen(), verified)
    return 1 if any(found.severity == "error" for found in verified.findings) else 0
