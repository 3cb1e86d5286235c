"""`publish`: the record as a static site."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli import streams
from onrecord.cli.clock import this_moment
from onrecord.cli.opening import opened, profile_of
from onrecord.cli.options import archive_option, json_option

_NOT_OUT = ("draft", "changed", "released")


@click.command()
@click.argument("site", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option(
    "--profile",
    type=click.Path(path_type=Path),
    help="The site's profile (default: site.toml of the archive).",
)
@click.option("--at", metavar="TIME", help="The moment the site is built for (default: now).")
@click.option("--anew", is_flag=True, help="Make every page again, with the date and clocks of this moment.")
@archive_option
@json_option
def publish(site: Path, profile: Path | None, at: str | None, anew: bool, folder: Path, as_json: bool) -> int:
    """Write the record as a static site into DIR.

    Where it was published there before, pages on which nothing is otherwise are kept as they are.

    For example: onrecord publish site --profile site.toml
    """
    archive = opened(folder)
    with streams.progress("publishing") as advance:
        published = archive.publish(
            site, at=at or this_moment(), profile=profile_of(folder, profile), anew=anew, progress=advance
        )
    if as_json:
        streams.write_json(published)
    else:
        from onrecord.cli import reports  # who takes JSON needs no screen

        reports.show_published(streams.screen(), site, published)
        if not published.statements and any(each.state in _NOT_OUT for each in archive.drafts()):
            streams.say("Messages are written here, and none is out: `onrecord draft` tells how each stands.")
    if published.came_out:
        streams.say(f"Came out with this: {', '.join(published.came_out)}.")
    return 0
