"""The verb `serve`: an archive's pages, search, check and API, on this machine unless told otherwise."""

from __future__ import annotations

from pathlib import Path

import click

import onrecord
from onrecord.cli import streams
from onrecord.cli.opening import opened, profile_of
from onrecord.cli.options import Verb, archive_option, json_option

_PORT = 8000


def serving_options(verb: Verb) -> Verb:
    """Return the verb with where to listen."""
    for option in (
        click.option(
            "--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, metavar="N", help="0 takes a free one."
        ),
        click.option(
            "--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Another than this machine's own is open to others."
        ),
    ):  # fmt: skip
        verb = option(verb)
    return verb


@click.command()
@archive_option
@serving_options
@click.option(
    "--profile", "profile", metavar="FILE", help="The site's profile (default: site.toml of the archive)."
)
@click.option(
    "--whole",
    is_flag=True,
    help="Show every text whole, whatever is told of publishing it: for your own eyes.",
)
@click.option(
    "--draft",
    "drafts",
    is_flag=True,
    help="Show what is being written as well, marked as drafts; on this machine alone.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A name under which it is asked for, as behind a proxy; repeatable.",
)
@click.option(
    "--open-api",
    "origins",
    is_flag=True,
    help="Let pages of other sites read the API, the feeds and TimeMaps (CORS).",
)
@json_option
def serve(
    folder: Path,
    host: str,
    port: int,
    profile: str | None,
    whole: bool,
    drafts: bool,
    names: tuple[str, ...],
    origins: bool,
    as_json: bool,
) -> int:
    """Serve the record to browsers.

    The pages of `publish`, with search, check and a JSON API.

    Nothing can be written over the network. Ends with Ctrl-C. For example: onrecord serve --archive onrecord-demo
    """
    opened(folder)  # says what had to be derived again, or what is wrong
    serve_folder(
        folder, host, port, profile=profile, whole=whole, drafts=drafts, names=names, origins=origins, as_json=as_json
    )  # fmt: skip
    return 0


def serve_folder(
    folder: Path,
    host: str,
    port: int,
    *,
    profile: str | Path | None = None,
    whole: bool = False,
    drafts: bool = False,
    names: tuple[str, ...] = (),
    origins: bool = False,
    as_json: bool = False,
) -> None:
    """Serve the archive in the folder until it is ended."""
    from onrecord.web import LOOPBACK, Settings, serve

    path = profile_of(folder, profile)
    chosen = onrecord.Profile() if path is None else onrecord.read_profile(path)
    # On this machine alone, a page of another site must not be able to ask under its own name (DNS rebinding).
    own = LOOPBACK if host in LOOPBACK else frozenset[str]()
    known = own | frozenset(names) if own or names else None
    if drafts and (names or origins):
        raise onrecord.WrongCall("Drafts are for this machine alone: leave --name and --open-api out.")
    settings = Settings(Path(folder), chosen, whole, known, origins, drafts)

    def started(address: str) -> None:
        if as_json:
            streams.write_json({"address": address, "archive": str(folder)})
        streams.say(f"{folder} is served at {address} (API: {address}api/v1); Ctrl-C ends it.")

    serve(settings, host=host, port=port, started=started)
