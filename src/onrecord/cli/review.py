"""The verb that reviews an article: every quotation in it, and how each stands to the record."""

from __future__ import annotations

import sys
from pathlib import Path

import click

import onrecord  # its Archive is fetched when the verb needs it, so that --help does not wait for the rooms below
from onrecord import Review
from onrecord.cli import questions, readings, reviews, streams
from onrecord.cli.opening import indexed
from onrecord.cli.options import archive_option, json_option

_CANNOT_TELL = 3


@click.command()
@click.argument("path", metavar="PATH")
@click.option("--url", metavar="ADDRESS", help="The address the article was captured from.")
@click.option(
    "--posted-on",
    metavar="DATE",
    help="The article's own day, if it does not tell it: “on Tuesday” counts back from it.",
)
@click.option(
    "--html",
    "report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write it as one HTML file that needs nothing else.",
)
@archive_option
@json_option
def review(
    path: str, url: str | None, posted_on: str | None, report: Path | None, folder: Path, as_json: bool
) -> int:
    """Check every quotation in an article.

    PATH is text, HTML, PDF or DOCX, or - for standard input. What stands in quotation marks, five words or more, and quoted
    blocks are checked, each with the speaker and day that the article claims for it; indirect speech is left alone.

    Example: onrecord review article.html --html report.html
    """
    if report is not None and as_json:
        raise click.UsageError("give one of --html and --json")
    if report is not None and path != "-" and report.exists() and report.samefile(path):
        raise click.UsageError(f"--html {report} would write over what is reviewed: name another file")
    archive = indexed(folder)
    with streams.progress("checking") as advance:
        given = sys.stdin.buffer if path == "-" else path
        found = archive.review(given, url=url, posted_on=posted_on, progress=advance)
    for issue in found.issues:
        if issue.severity != "note":
            streams.say(readings.sentence(issue))
    if as_json:
        streams.write_json(found)
    elif report is not None:
        with report.open("w", encoding="utf-8") as file:
            file.writelines(onrecord.render_review(found))
        streams.say(f"{reviews.told_in_short(found)} See {report}.")
    else:
        reviews.show_review(
            streams.screen(), found, lambda cited: archive.show(cited.statement, version=cited.version)
        )
    return _exit_code(found)


def _exit_code(found: Review) -> int:
    """The worst of all verdicts; 3 where a quotation was not checked."""
    verdicts = [one.verdict for one in found.quotations]
    return questions.worst([_CANNOT_TELL if one is None else questions.exit_code(one) for one in verdicts])
