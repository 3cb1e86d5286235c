"""`check`: how a quotation stands to the record, one or many."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

import onrecord
from onrecord.cli import answers, questions, streams
from onrecord.cli.opening import cited, indexed
from onrecord.cli.options import archive_option, json_option

if TYPE_CHECKING:
    from onrecord import Archive


@click.command()
@click.argument("quotation", required=False, metavar="QUOTE")
@click.option("--speaker", metavar="NAME", help="Who is said to have said it.")
@click.option("--date", metavar="DATE", help="When it is said to have been said or posted.")
@click.option(
    "--file",
    "source",
    type=click.File("rb", lazy=False),
    metavar="PATH|-",
    help='Many, one a line: plain, or {"quotation", "speaker"?, "date"?}.',
)
@archive_option
@json_option
def check(
    quotation: str | None,
    speaker: str | None,
    date: str | None,
    source: BinaryIO | None,
    folder: Path,
    as_json: bool,
) -> int:
    """Tell how a quotation stands to the record. QUOTE may be -: one quotation a line on standard input.

    Of a quotation with words around its quotation marks (“Not so,” she said) what stands in the marks is compared.
    """
    if quotation == "-" and source is None:
        quotation, source = None, sys.stdin.buffer
    if (quotation is None) == (source is None):
        raise click.UsageError("give one quotation, or --file PATH with one a line")
    archive = indexed(folder)
    stated = questions.Question(quotation or "", speaker, date)
    if source is None:
        return _check_one(archive, stated, as_json)
    codes = [_check_line(archive, line, as_json) for line in questions.read_lines(source, stated)]
    return questions.worst(codes)


def _check_line(archive: Archive, line: questions.Line, as_json: bool) -> int:
    why = line.asked
    if isinstance(why, questions.Question):
        try:
            return _check_one(archive, why, as_json, among_many=True)
        except onrecord.WrongCall as error:
            why = str(error)
    streams.say(f"Line {line.n} is not checked: {why}")
    return 2


def _check_one(
    archive: Archive, asked: questions.Question, as_json: bool, *, among_many: bool = False
) -> int:
    verdict = archive.check(asked.quotation, speaker=asked.speaker, date=asked.date)
    if as_json:
        streams.write_json(verdict)
        return questions.exit_code(verdict)
    console = streams.screen()
    if among_many:
        answers.show_question(console, asked.quotation, asked.speaker, asked.date)
    answers.show_verdict(console, verdict, cited(archive, verdict))
    if among_many:
        console.print()
    return questions.exit_code(verdict)
