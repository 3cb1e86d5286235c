"""The verbs of custody: corrections and lawful removals, and an archive as one file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

import onrecord
from onrecord.cli import custodies, streams
from onrecord.cli.opening import opened
from onrecord.cli.options import archive_option, json_option

KEEPER_VARIABLE = "ONRECORD_KEEPER"
_NOTHING = "none"
_OF_PLACE = ("version", "turn", "quote", "begins", "joins", "instead_of", "same_as", "apart_from")


def _by_option(verb: Any) -> Any:
    return click.option("--by", metavar="NAME", help=f"Who says so (default: ${KEEPER_VARIABLE}).")(verb)


def _why_option(verb: Any) -> Any:
    return click.option("--why", metavar="TEXT", help="Why; it is kept and shown.")(verb)


@click.command()
@click.argument("statement", required=False, metavar="[ID]")
@click.option("--turn", type=click.IntRange(min=1), metavar="N", help="Of this turn.")
@click.option("--quote", metavar="WORDS", help="Of the turn that has these words.")
@click.option("--begins", metavar="WORDS", help="A turn begins with these words.")
@click.option("--joins", is_flag=True, help="The turn is one with the turn before it.")
@click.option("--label", metavar="LABEL", help="Its label; none for no label.")
@click.option("--speaker", metavar="NAME", help="Who speaks; none for nobody. Without a turn: in all of it.")
@click.option("--office", metavar="OFFICE", help="The speaker's office.")
@click.option("--instead-of", metavar="NAME", help="Which of several speakers it is not.")
@click.option("--role", metavar="ROLE", help="official, questioner, chair, interpreter or narration.")
@click.option("--given-on", metavar="DATE", help="The day on which it was said; none for no day.")
@click.option("--posted-on", metavar="DATE", help="The day on which it was posted.")
@click.option("--updated-on", metavar="DATE", help="The day on which the source says it changed it.")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="As counted in that version.")
@click.option("--same-as", metavar="ID", help="It is one with this statement.")
@click.option("--apart-from", metavar="ID", help="It is not one with this statement.")
@click.option("--undo", metavar="CORRECTION", help="Take this correction back.")
@_by_option
@_why_option
@archive_option
@json_option
def correct(
    statement: str | None, undo: str | None, by: str | None, why: str | None, folder: Path, as_json: bool,
    **wished: Any,
) -> int:  # fmt: skip
    """Mend a label, speaker, role, date or turn.

    Without ID, list the corrections. No captured byte is changed: what was read is shown beside what you say, with your name, the time and the reason.
    """
    asks = statement is not None or undo is not None
    if statement is not None and undo is not None:
        raise click.UsageError("give one of ID and --undo")
    archive = opened(folder)
    if not asks:
        return _list_corrections(archive, as_json)
    who, reason = _told(by, "by"), _told(why, "why")
    if undo is not None:
        known = archive.undo(undo, by=who, why=reason)
    else:
        sets = {
            field: None if value == _NOTHING else value
            for field, value in wished.items()
            if field not in _OF_PLACE and value is not None
        }
        places = {key: wished[key] for key in _OF_PLACE}
        known = archive.correct(str(statement), by=who, why=reason, sets=sets, **places)
    archive.index()
    if as_json:
        streams.write_json(known)
    else:
        custodies.show_correction(streams.screen(), known)
    return 0


def _list_corrections(archive: Any, as_json: bool) -> int:
    known = list(archive.corrections())
    if not known:
        streams.say("Nothing was corrected in this record.")
    for each in known:
        if as_json:
            streams.write_json(each)
        else:
            custodies.show_correction(streams.screen(), each)
    return 0


def _told(value: str | None, option: str) -> str:
    value = value or (os.environ.get(KEEPER_VARIABLE) if option == "by" else None)
    if not value:
        said = "who says so" if option == "by" else "why"
        raise click.UsageError(f"say {said} with --{option}: it is kept and shown")
    return value


@click.command()
@click.argument("what", required=False, metavar="[ID|DIGEST]")
@click.option("--passage", metavar="TEXT", help="Only this passage; without ID, wherever it stands.")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="Only the captures of that version.")
@click.option("--list", "listed", is_flag=True, help="List what was removed.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@_by_option
@_why_option
@archive_option
@json_option
def redact(
    what: str | None, passage: str | None, version: int | None, listed: bool, yes: bool, by: str | None,
    why: str | None, folder: Path, as_json: bool,
) -> int:  # fmt: skip
    """Remove for good what the law requires.

    The captures that show a statement, or a passage of them. Nothing brings it back. What stays is a tombstone: who, when, why, and digests of what was removed. It removes nothing
    from backups, nor from a site that was published before.
    """
    archive = opened(folder)
    if listed:
        if what or passage:
            raise click.UsageError("give --list alone")
        tombstones = list(archive.tombstones())
        if not tombstones:
            streams.say("Nothing was removed from this record.")
    else:
        if what is None and passage is None:
            raise click.UsageError("name a statement, the digest of a capture, or a --passage")
        who, reason = _told(by, "by"), _told(why, "why")
        if not yes:
            click.confirm("This cannot be undone. Remove it for good?", abort=True, err=True)
        with streams.progress("removing") as advance:
            removed = archive.redact(
                what, by=who, why=reason, version=version, passage=passage, progress=advance
            )
        tombstones = [removed]
        streams.say(
            "What was published or backed up before still holds it: publish again, and make new backups."
        )
    for each in tombstones:
        if as_json:
            streams.write_json(each)
        else:
            custodies.show_tombstone(streams.screen(), each)
    return 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@archive_option
@json_option
def backup(file: Path, folder: Path, as_json: bool) -> int:
    """Write the archive's truth into one new file.

    Captures, ledger, and what the keeper decided: what nothing can make again.
    """
    with streams.progress("backing up") as advance:
        written = onrecord.Archive.backup(folder, file, progress=advance)
    if as_json:
        streams.write_json(written)
    else:
        custodies.show_backup(streams.screen(), written)
    return 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@archive_option
@json_option
def restore(file: Path, folder: Path, as_json: bool) -> int:
    """Make an archive of a backup.

    In a new folder. Every digest is compared first. A backup that holds anything else than it says is refused, and nothing is left of it.
    """
    with streams.progress("restoring") as advance:
        restored = onrecord.Archive.restore(file, folder, progress=advance)
    if as_json:
        streams.write_json(restored)
    else:
        custodies.show_restored(streams.screen(), folder, restored)
    return 0
