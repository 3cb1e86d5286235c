"""The verbs: each reads its options, calls the method of the same name, and writes what came back.

A verb returns its exit code: 0 done or nothing contradicts, 1 something contradicts, 2 the call is wrong, 3 cannot tell.
"""

from __future__ import annotations

import contextlib
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click
from rich.console import Console

import onrecord  # its Archive is fetched when a verb needs it, so that --help does not wait for the rooms below
from onrecord import Explanation, Held, Issue, Verdict
from onrecord.cli import answers, explanations, known, questions, readings, reports, streams, witnesses
from onrecord.cli.changes import changes
from onrecord.cli.citing import cite, resolve
from onrecord.cli.clock import this_moment
from onrecord.cli.covering import coverage, first, say_lists
from onrecord.cli.custody import backup, correct, redact, restore
from onrecord.cli.diff import diff
from onrecord.cli.draft import draft
from onrecord.cli.export import export
from onrecord.cli.opening import indexed as _indexed
from onrecord.cli.opening import opened as _opened
from onrecord.cli.opening import say_derived_again as _say_derived_again
from onrecord.cli.options import archive_option, fetch_options, filter_options, json_option
from onrecord.cli.review import review
from onrecord.cli.serve import serve, serve_folder, serving_options

if TYPE_CHECKING:
    from onrecord import Archive

_NOTHING = "Nothing readable was found there: give a page as text, HTML, PDF or DOCX, a feed, or a WARC that holds one."
_ALWAYS_SAID = frozenset(
    {
        "status_passed_over",
        "media_types_passed_over",
        "no_captures",
        "not_taken",
        "not_followed",
        "kept_again",
    }
)
_STAND_INS = frozenset(
    {"block_page", "login_wall", "not_found", "soft_not_found", "error_page", "empty_shell"}
)
_MOST_STAND_INS = 3
_DEMO_FOLDER = Path("onrecord-demo")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--url", metavar="ADDRESS", help="The address a lone file was captured from.")
@click.option(
    "--captured-at", metavar="TIME", help="When a lone file was captured, as in 2026-03-02T10:00:00Z."
)
@click.option(
    "--sources", metavar="PATH", help="A source file, or a folder of them, that tells of the pages' sources."
)
@click.option(
    "--corrections", metavar="PATH", help="A file of the keeper's corrections, or a folder of them."
)
@json_option
def read(
    paths: tuple[str, ...],
    url: str | None,
    captured_at: str | None,
    sources: str | None,
    corrections: str | None,
    as_json: bool,
) -> int:
    """Show what is in pages; touches no archive. PATH may be a folder, or - for standard input."""
    console = streams.screen()
    readable = told = not_taken = spoken_for = 0
    for found in onrecord.read(
        *_inputs(paths), url=url, captured_at=captured_at, sources=sources, corrections=corrections
    ):
        if isinstance(found, Issue):
            told += _say_issues([found])
            not_taken += found.severity == "error"
            continue
        readable += 1
        spoken_for += bool(found.page.told)
        told += _say_issues(found.issues)
        if as_json:
            streams.write_json(found)
        else:
            readings.show_reading(console, found)
    if not readable and not told:
        streams.say(_NOTHING)
    if readable and sources and not spoken_for:
        streams.say("No source file decided anything on these pages.")
    return 0 if readable and not not_taken else 2


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL…")
@click.option("--url", metavar="ADDRESS", help="The address a lone file was captured from.")
@click.option(
    "--captured-at", metavar="TIME", help="When a lone file was captured, as in 2026-03-02T10:00:00Z."
)
@fetch_options
@archive_option
@json_option
def add(
    paths: tuple[str, ...],
    url: str | None,
    captured_at: str | None,
    folder: Path,
    as_json: bool,
    **fetching: Any,
) -> int:
    """Take captures into the archive. They are read and indexed; PATH may be a folder, or - for standard input.

    A URL (https://…) is fetched: politely, once, and no program of the page is run.
    """
    _level(folder)
    live = any(path.lower().startswith(("http://", "https://")) for path in paths)
    if any(fetching[name] for name in ("follow", "ignore_robots", "allow_private")) and not live:
        raise click.UsageError("there is no address to fetch: give one as https://…, or leave the option out")
    with streams.progress("fetching" if live else "adding") as advance:
        added = onrecord.Archive.add_to(
            folder,
            *_inputs(paths),
            url=url,
            captured_at=captured_at,
            progress=advance,
            fetching=onrecord.Fetching(**fetching) if live else None,
        )
    told = reports.say_unchanged(added) + _say_issues(added.issues) + _say_stand_ins(added.issues)
    kept = added.new + added.seen_before + added.waiting
    if not kept and not told:
        streams.say(_NOTHING)
    if as_json:
        streams.write_json(added)
    else:
        reports.show_added(streams.screen(), added)
    return 0 if kept and not added.not_taken else 2


@click.command("list")
@filter_options
@click.option("--announced", is_flag=True, help="The notices of lists instead, each held or not held.")
@click.option("--unfinished", is_flag=True, help="Only parts of which another was announced and is not held.")
@click.option("--unannounced", is_flag=True, help="Only statements that no list of the record announces.")
@archive_option
@json_option
def list_(folder: Path, announced: bool, as_json: bool, **filters: Any) -> int:
    """List the statements of the record."""
    archive = _opened(folder)
    if announced:
        asked = filters.pop("unfinished"), filters.pop("unannounced")
        if any(asked):
            raise click.UsageError(
                "--announced lists notices: give it without --unfinished and --unannounced"
            )
        return _show_or_write(archive.announced(**filters), as_json, answers.show_announced)
    if filters["unannounced"]:
        say_lists(archive.coverage(source=filters["source"]))
    return _show_or_write(archive.list(**filters), as_json, answers.show_list)


@click.command()
@click.argument("statement", metavar="ID")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="That version, not the latest.")
@click.option(
    "--as",
    "form",
    type=click.Choice(["text", "markdown", "json", "html", "page"]),
    default="text",
    show_default=True,
    help="The form; page is all text of the captured page.",
)
@click.option(
    "--copies", is_flag=True, help="Where else it stands, who had it first, and what each has otherwise."
)
@archive_option
@json_option
def show(
    statement: str, version: int | None, form: str, copies: bool, folder: Path, as_json: bool
) -> int:  # fmt: skip
    """Show one statement of the record, whole.

    An id that was joined with another leads to the statement that it is one with.
    """
    if copies:
        return _show_or_write(_opened(folder).copies(statement), as_json, witnesses.show_copies)
    form = "json" if as_json else form
    rendered = _opened(folder).render(statement, version=version, form=form)
    if form == "json":
        streams.write_json_line(rendered)
    else:
        streams.write_text(rendered)
    return 0


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@filter_options
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="At most so many turns.",
)
@archive_option
@json_option
def search(words: tuple[str, ...], limit: int, folder: Path, as_json: bool, **filters: Any) -> int:
    """Find turns by their words, best first. A "phrase" stands in quotation marks; AND, OR and NOT are operators."""
    hits = _indexed(folder).search(" ".join(words), limit=limit, **filters)
    return _show_or_write(hits, as_json, answers.show_hits)


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
    archive = _indexed(folder)
    stated = questions.Question(quotation or "", speaker, date)
    if source is None:
        return _check_one(archive, stated, as_json)
    codes = [_check_line(archive, line, as_json) for line in questions.read_lines(source, stated)]
    return questions.worst(codes)


@click.command()
@click.argument("name", required=False, metavar="[NAME]")
@archive_option
@json_option
def sources(name: str | None, folder: Path, as_json: bool) -> int:
    """Tell what is known of sources.

    Of all, or of one: NAME is a source's name, or a host of it.

    What cannot be learnt of a source is told in a file of the archive's folder sources/.
    """
    archive = _opened(folder)
    if name is None:
        return _show_or_write(archive.sources(), as_json, known.show_sources)
    source = archive.source(name)
    if as_json:
        streams.write_json(source)
    else:
        known.show_source(streams.screen(), source)
    return 0


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
    own = folder / "site.toml"
    chosen = profile or (own if own.exists() else None)
    archive = _opened(folder)
    with streams.progress("publishing") as advance:
        published = archive.publish(site, at=at or this_moment(), profile=chosen, anew=anew, progress=advance)
    if as_json:
        streams.write_json(published)
    else:
        reports.show_published(streams.screen(), site, published)
    if published.came_out:
        streams.say(f"Came out with this: {', '.join(published.came_out)}.")
    return 0


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--url", metavar="ADDRESS", help="The address a lone file was captured from.")
@click.option(
    "--captured-at", metavar="TIME", help="When a lone file was captured, as in 2026-03-02T10:00:00Z."
)
@click.option(
    "--sources", metavar="PATH", help="A source file, or a folder of them, that tells of the pages' sources."
)
@click.option(
    "--corrections", metavar="PATH", help="A file of the keeper's corrections, or a folder of them."
)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write it as one HTML file that needs nothing else.",
)
@json_option
def explain(
    paths: tuple[str, ...],
    url: str | None,
    captured_at: str | None,
    sources: str | None,
    corrections: str | None,
    page: Path | None,
    as_json: bool,
) -> int:
    """Show why a page is read so.

    Part by part: its text with its name, the rule and what that goes by. Touches no archive. PATH may be a folder, or - for
    standard input.
    """
    if page is not None and as_json:
        raise click.UsageError("give one of --html and --json")
    told = _Told()
    given = {"url": url, "captured_at": captured_at, "sources": sources, "corrections": corrections}
    explained = told.listened(onrecord.explain(*_inputs(paths), **given))
    first = next(explained, None)
    if first is None:
        if not told.sentences:
            streams.say(_NOTHING)
        return 2
    every = chain([first], explained)
    if page is not None:
        _write_explained(every, page, paths)
    elif as_json:
        for one in every:
            streams.write_json(one)
    else:
        console = streams.screen()
        for one in every:
            explanations.show_explanation(console, one)
    return 2 if told.not_taken else 0


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
        _say_derived_again(folder)
    return 0


@click.command()
@archive_option
@json_option
def verify(folder: Path, as_json: bool) -> int:
    """Recompute every digest and span."""
    with streams.progress("verifying") as advance:
        verified = _opened(folder).verify(advance)
    if as_json:
        streams.write_json(verified)
    else:
        reports.show_verified(streams.screen(), verified)
    return 1 if any(found.severity == "error" for found in verified.findings) else 0


@click.command()
@archive_option
@click.option("--serve", "served", is_flag=True, help="Then serve it on this machine, until Ctrl-C.")
@serving_options
@json_option
def demo(folder: Path | None, served: bool, host: str, port: int, as_json: bool) -> int:
    """Build, check and publish an invented sample.

    Two governments that do not exist, and that disagree. The folder is ./onrecord-demo, or the one --archive names.
    """
    where = folder or _DEMO_FOLDER
    shown = onrecord.Archive.demo(where, at=this_moment())
    if as_json:
        streams.write_json(shown)
    else:
        archive = _opened(shown.folder)
        held = [_cited(archive, verdict) for verdict in shown.verdicts]
        reports.show_demo(streams.screen(), shown, held, _program())
    if served:
        serve_folder(Path(shown.folder), host, port, profile=shown.profile, as_json=as_json)
    return 0


VERBS = (
    *(read, add, list_, show, search, check, review, cite, resolve, diff, changes, first, coverage),
    *(
        export,
        draft,
        publish,
        serve,
        explain,
        sources,
        correct,
        redact,
        rebuild,
        verify,
        backup,
        restore,
        demo,
    ),
)


def _level(folder: Path) -> None:
    """Derive again what another onrecord derived, if there is an archive, so that adding to it starts at once."""
    with contextlib.suppress(onrecord.NotFound):
        _opened(folder)


def _inputs(paths: tuple[str, ...]) -> Iterator[str | BinaryIO]:
    return (sys.stdin.buffer if path == "-" else path for path in paths)


class _Told:
    """What was said of issues on the way: how many sentences, and how many inputs were not taken."""

    def __init__(self) -> None:
        self.sentences = self.not_taken = 0

    def listened(self, found: Iterable[Explanation | Issue]) -> Iterator[Explanation]:
        """Yield the explanations; say the issues as they come."""
        for one in found:
            if isinstance(one, Issue):
                self.sentences += _say_issues([one])
                self.not_taken += one.severity == "error"
            else:
                self.sentences += _say_issues(one.reading.issues)
                yield one


def _write_explained(explained: Iterable[Explanation], page: Path, paths: tuple[str, ...]) -> None:
    if any(path != "-" and page.exists() and page.samefile(path) for path in paths):
        raise click.UsageError(f"--html {page} would write over what is explained: name another file")
    with page.open("w", encoding="utf-8") as file:
        file.writelines(onrecord.render_explanations(explained))
    streams.say(f"Explained in {page}.")


def _say_issues(issues: Iterable[Issue]) -> int:
    """Say what could not be read and what was passed over; return how many sentences that took."""
    told = [issue for issue in issues if issue.severity == "error" or issue.code in _ALWAYS_SAID]
    for issue in told:
        streams.say(readings.sentence(issue))
    return len(told)


def _say_stand_ins(issues: Iterable[Issue]) -> int:
    """Say which pages are not those asked for: a few one by one, of many how many."""
    instead = [issue for issue in issues if issue.code in _STAND_INS]
    if len(instead) <= _MOST_STAND_INS:
        for issue in instead:
            streams.say(readings.sentence(issue))
        return len(instead)
    counts = Counter(issue.code for issue in instead)
    listed = ", ".join(f"{code}: {count:,}" for code, count in counts.most_common())
    streams.say(f"{len(instead):,} pages are not those asked for, and kept ({listed}); --json names each.")
    return 1


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
    answers.show_verdict(console, verdict, _cited(archive, verdict))
    if among_many:
        console.print()
    return questions.exit_code(verdict)


def _show_or_write(
    values: Iterable[Any], as_json: bool, show_them: Callable[[Console, Iterable[Any]], None]
) -> int:
    found = iter(values)
    first = next(found, None)
    if first is None:
        streams.say("This record holds nothing of that kind.")
    elif as_json:
        for value in chain([first], found):
            streams.write_json(value)
    else:
        show_them(streams.screen(), chain([first], found))
    return 0


def _cited(archive: Archive, verdict: Verdict) -> Held | None:
    cited = verdict.citation
    return archive.show(cited.statement, version=cited.version) if cited else None


def _program() -> str:
    # By its name alone if a shell would find this very program by it, else as it was called.
    called, found = Path(sys.argv[0]), shutil.which("onrecord")
    if called.name != "onrecord" or (found and Path(found).resolve() == called.resolve()):
        return "onrecord"
    return shlex.quote(str(called))
