"""The verb that writes the whole record in one form."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from onrecord.cli import streams
from onrecord.cli.opening import opened, profile_of
from onrecord.cli.options import archive_option


@click.command()
@click.option(
    "--as",
    "form",
    default="jsonl",
    show_default=True,
    metavar="FORM",
    help="jsonl; csv or parquet, with a row for each turn; tei, one TEI P5 file.",
)
@click.option("--published", is_flag=True, help="Only as many words as publish would show.")
@click.option(
    "--profile",
    type=click.Path(path_type=Path),
    help="The site's profile that tells it (default: site.toml of the archive).",
)
@archive_option
def export(
    form: Literal["jsonl", "csv", "tei", "parquet"], published: bool, profile: Path | None, folder: Path
) -> int:
    """Write the whole record to standard output.

    \b
    Example: onrecord export --as parquet > record.parquet
    """
    chosen = profile_of(folder, profile) if published else None
    if form == "parquet":
        streams.write_pieces(opened(folder).export(form, published=published, profile=chosen))
        return 0
    write = streams.write_json_line if form == "jsonl" else streams.write_raw
    for line in opened(folder).export(form, published=published, profile=chosen):
        write(line)
    return 0
