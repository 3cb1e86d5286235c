"""The verb `draft`: messages of one's own, written, checked, released by a second person, corrected and withdrawn."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from onrecord import Draft
from onrecord.cli import drafts, streams
from onrecord.cli.clock import this_moment
from onrecord.cli.opening import begun, opened
from onrecord.cli.options import archive_option, json_option
from onrecord.cli.readings import sentence

KEEPER_VARIABLE = "ONRECORD_KEEPER"


@click.group(invoke_without_command=True, subcommand_metavar="[office|new|check|release|out|withdraw] …")
@archive_option
@json_option
@click.pass_context
def draft(context: click.Context, folder: Path, as_json: bool) -> int:
    """Write messages of your own.

    Alone, it lists them and how each stands. A message is a file drafts/NAME.md of the archive.

    \b
      onrecord draft office "Ministry of Ferries" --host press.ferries.example
      onrecord draft new night-ferry --kind interview --speaker "Ilse Varga, Foreign Minister" --by "Ines Marr"
      onrecord draft check night-ferry
      onrecord serve --draft
      onrecord draft release night-ferry --by "Odo Prell"
    """
    if context.invoked_subcommand is None:
        _show(
            opened(folder).drafts(),
            as_json,
            nothing="No message is written here: begin with onrecord draft new NAME.",
        )
    return 0


@draft.command()
@click.argument("name", metavar="NAME")
@click.option(
    "--host",
    "hosts",
    multiple=True,
    required=True,
    metavar="HOST",
    help="Where its messages stand, as in press.example; repeatable, the first is theirs.",
)
@click.option(
    "--one-person", is_flag=True, help="Who wrote a message may release it: only where nobody else is there."
)
@archive_option
def office(name: str, hosts: tuple[str, ...], one_person: bool, folder: Path) -> int:
    """Say, once, whose messages are written here.

    Makes the archive where there is none, and a source file of this name in it, which you may write on. For example:
    onrecord draft office "Ministry of Ferries" --host press.ferries.example
    """
    archive = opened(folder) if (Path(folder) / "ledger.jsonl").exists() else begun(folder)
    with streams.progress("deriving the record again") as advance:
        path = archive.begin_office(name, *hosts, one_person=one_person, progress=advance)
    streams.say(
        f"Messages of {name} are written here now, as {path} says. Begin one: onrecord draft new NAME"
    )
    return 0


@draft.command()
@click.argument("name", metavar="NAME")
@click.option("--from", "docx", metavar="FILE", help="Take fields and words from a Word text (DOCX).")
@click.option(
    "--to", "word", metavar="FILE", help="Write the template as a Word text for --from, and no draft yet."
)
@click.option("--title", metavar="TEXT", help="What stands above the words.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="interview, statement, …; one or two.")
@click.option("--speaker", "speakers", multiple=True, metavar="NAME", help="Name, office; repeatable.")
@click.option("--given-on", metavar="DATE", help="The day on which it is said.")
@click.option("--place", metavar="PLACE", help="Where it is said.")
@click.option("--language", metavar="TAG", help="The language of the words: en, fr, …")
@click.option("--embargo", metavar="TIME", help="Nobody may see it before, as in 2026-05-14T18:00:00+02:00.")
@click.option("--source", metavar="NAME", help="Whose message it is, where several offices write here.")
@click.option("--by", metavar="NAME", help=f"Who writes it (default: ${KEEPER_VARIABLE}).")
@archive_option
@json_option
def new(
    name: str, docx: str | None, word: str | None, kinds: tuple[str, ...], speakers: tuple[str, ...], by: str | None, folder: Path,
    as_json: bool, **one: str | None,
) -> int:  # fmt: skip
    """Begin a message from a template, or from a Word text.

    NAME ends its address: small letters, digits and hyphens. For example: onrecord draft new night-ferry --kind interview
    """
    values = {key.replace("_", " "): [value] for key, value in one.items() if value}
    values |= {"kinds": list(kinds), "speakers": list(speakers), "written by": _named(by)}
    if word is not None:
        if docx is not None:
            raise click.UsageError(
                "give one of --from and --to: what is written with --to is taken with --from"
            )
        _write_word(Path(word), opened(folder).word_template(values), name)
        return 0
    made, issues = opened(folder).draft(name, values, docx=docx)
    for issue in issues:
        streams.say(sentence(issue))
    if as_json:
        streams.write_json(made)
    else:
        streams.say(f"Write the message in {folder / made.file}, then: onrecord draft check {made.name}")
    return 0


@draft.command()
@click.argument("names", nargs=-1, metavar="[NAME]…")
@archive_option
@json_option
def check(names: tuple[str, ...], folder: Path, as_json: bool) -> int:
    """Tell what is wrong in messages, with line and field, and how they will be read.

    Without NAME, in all that are not out as they stand. Exit code 1 where one cannot be released as it is.
    """
    archive = opened(folder)
    found = [archive.check_draft(name) for name in names] or [
        each for each in archive.drafts() if each.state in ("draft", "changed", "released")
    ]
    if as_json:
        _show(found, as_json)
    else:
        for each in found:
            drafts.show_checked(streams.screen(), each)
        if not found:
            streams.say("There is nothing to check: every message is out as it stands.")
    return int(any(issue.severity == "error" for each in found for issue in each.issues))


@draft.command()
@click.argument("name", metavar="NAME")
@click.option(
    "--by", metavar="NAME", help=f"Who releases it: not who wrote it (default: ${KEEPER_VARIABLE})."
)
@click.option("--note", metavar="TEXT", help="Of one that is out: what is corrected. It is published.")
@click.option("--at", metavar="TIME", help="It comes out at this time, not before, or now; see draft out.")
@click.option("--now", metavar="TIME", help="The time of release (default: this moment).")
@archive_option
@json_option
def release(
    name: str, by: str | None, note: str | None, at: str | None, now: str | None, folder: Path, as_json: bool
) -> int:
    """Release a message as its file is now, as a second person.

    It comes out at once, unless it has to wait for its embargo or --at. A later change of the file changes nothing of what was released: it has to be released again. For example:
    onrecord draft release night-ferry --by "Odo Prell"
    """
    released = opened(folder).release(name, by=_told(by, "by"), now=now, at=at, note=note)
    _show([released], as_json)
    if released.state == "released" and not as_json:
        streams.say(f"It waits for {released.out_from}: publish, serve or draft out bring it out then.")
    elif released.state == "out" and not as_json:
        streams.say("It is out; a site that was published before shows it once you publish again.")
    return 0


@draft.command()
@click.option("--now", metavar="TIME", help="The time by which it is judged (default: this moment).")
@archive_option
@json_option
def out(now: str | None, folder: Path, as_json: bool) -> int:
    """Have released messages come out whose time has come.

    `publish` does so by its --at, `serve` while it runs. For example: onrecord draft out --now 2026-05-14T16:00:00Z
    """
    archive = opened(folder)
    brought = set(archive.bring_out(now or this_moment()))
    nothing = "No message waits for a time that has come."
    _show([each for each in archive.drafts() if each.statement in brought], as_json, nothing=nothing)
    return 0


@draft.command()
@click.argument("name", metavar="NAME")
@click.option("--by", metavar="NAME", help=f"Who withdraws it (default: ${KEEPER_VARIABLE}).")
@click.option("--why", metavar="TEXT", help="Why; its page tells it.")
@click.option("--now", metavar="TIME", help="The time of it (default: this moment).")
@archive_option
@json_option
def withdraw(name: str, by: str | None, why: str | None, now: str | None, folder: Path, as_json: bool) -> int:
    """Take a message back.

    Its address stays, with day and reason in the place of its words. One that waits for its time never comes out.
    """
    taken = opened(folder).withdraw(name, by=_told(by, "by"), why=_told(why, "why"), now=now)
    _show([taken], as_json)
    if not as_json and any(each.out_at for each in taken.releases):
        streams.say("What was published before still shows it: publish again.")
    return 0


def _write_word(path: Path, text: bytes, name: str) -> None:
    try:
        with path.open("xb") as file:
            file.write(text)
    except FileExistsError:
        raise click.UsageError(f"the file {path} is there already: name a new one") from None
    streams.say(f"Write the message in {path}, then: onrecord draft new {name} --from {path}")


def _show(found: Iterable[Draft], as_json: bool, nothing: str = "") -> None:
    every = list(found)
    console = streams.screen()
    for each in every:
        if as_json:
            streams.write_json(each)
        else:
            drafts.show_draft(console, each)
    if not every and nothing:
        streams.say(nothing)


def _named(by: str | None) -> list[str]:
    name = by or os.environ.get(KEEPER_VARIABLE)
    return [name] if name else []


def _told(value: str | None, option: str) -> str:
    told = next(iter(_named(value)), None) if option == "by" else value
    if not told or not told.strip():
        said = "who does it" if option == "by" else "why"
        raise click.UsageError(f"say {said} with --{option}: the ledger keeps it")
    return told.strip()
