"""Options that several verbs share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from onrecord import KINDS

Verb = Callable[..., int | None]

CONTACT_VARIABLE = "ONRECORD_CONTACT"
ARCHIVE_VARIABLE = "ONRECORD_ARCHIVE"


def archive_option(verb: Verb) -> Verb:
    """Return the verb with `--archive DIR`, which counts after the verb, before it, or from the environment."""
    return click.option(
        "--archive",
        "folder",
        metavar="DIR",
        type=click.Path(path_type=Path),
        callback=_nearest_archive,
        help="The archive's folder (default: ./archive, or $ONRECORD_ARCHIVE).",
    )(verb)


def json_option(verb: Verb) -> Verb:
    """Return the verb with `--json`."""
    return click.option(
        "--json", "as_json", is_flag=True, help="JSON on standard output, one object or one a line."
    )(verb)


def lone_options(verb: Verb) -> Verb:
    """Return the verb with what a lone file does not tell of itself: its address, and when it was captured."""
    url = click.option("--url", metavar="ADDRESS", help="The address a lone file was captured from.")
    captured = click.option(
        "--captured-at", metavar="TIME", help="When a lone file was captured, as in 2026-03-02T10:00:00Z."
    )
    return url(captured(verb))


def told_options(verb: Verb) -> Verb:
    """Return the verb with what the keeper tells of pages: source files, corrections."""
    sources = click.option(
        "--sources",
        metavar="PATH",
        help="A source file, or a folder of them, that tells of the pages' sources.",
    )
    corrections = click.option(
        "--corrections", metavar="PATH", help="A file of the keeper's corrections, or a folder of them."
    )
    return sources(corrections(verb))


def fetch_options(verb: Verb) -> Verb:
    """Return the verb with the options of fetching, passed on under the names that `Fetching` gives them."""
    for option in (
        click.option(
            "--allow-private", is_flag=True, help="Fetch from this machine and private networks, too."
        ),
        click.option("--ignore-robots", is_flag=True, help="Fetch what robots.txt forbids: you have the site's leave."),
        click.option(
            "--contact", metavar="WHOM", envvar=CONTACT_VARIABLE, help="Tell the site whom to write to: a mail address, a page."
        ),
        click.option(
            "--delay", "delay_s", type=click.FloatRange(min=0, max=3600), default=2.0, show_default=True,
            metavar="SECONDS", help="Between two pages of one host, at least.",
        ),
        click.option(
            "--limit", type=click.IntRange(min=1, max=10_000), default=20, show_default=True, metavar="N",
            help="Follow to at most so many pages.",
        ),
        click.option(
            "--follow", is_flag=True, help="A URL is a list of messages or a feed: fetch what it announces, too."
        ),
    ):  # fmt: skip
        verb = option(verb)
    return verb


def filter_options(verb: Verb) -> Verb:
    """Return the verb with the filters of `list`, passed on under the names that the Archive gives them."""
    for option in (
        click.option("--revised", is_flag=True, help="Only statements with more than one version."),
        click.option("--until", metavar="DATE", help="Given (or posted) on this date or before."),
        click.option("--since", metavar="DATE", help="Given (or posted) on this date or after."),
        click.option("--language", metavar="TAG", help="The language of the text: en, ru, zh, …"),
        click.option("--kind", metavar="KIND", callback=_known_kind, help="interview, briefing, speech, …"),
        click.option("--speaker", metavar="NAME", help="A speaker, as the record names them."),
        click.option(
            "--source", metavar="NAME", help="The site or office that published: its name, or a host of it."
        ),
    ):
        verb = option(verb)
    return verb


def _nearest_archive(context: click.Context, _: click.Parameter, value: Path | None) -> Path | None:
    if value is not None or context.parent is None:
        return value
    before: Path | None = context.parent.params.get("folder")
    if before is not None:
        return before
    named = os.environ.get(ARCHIVE_VARIABLE)
    if named:
        return Path(named)
    return None if context.info_name == "demo" else Path("archive")


def _known_kind(_: click.Context, __: click.Parameter, value: Any) -> Any:
    if value is not None and value not in KINDS:
        raise click.BadParameter(f"there is no kind “{value}”; the kinds are {', '.join(KINDS)}")
    return value
