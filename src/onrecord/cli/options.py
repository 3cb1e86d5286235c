"""Options that several verbs share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from onrecord import KINDS

Verb = Callable[..., int | None]

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
