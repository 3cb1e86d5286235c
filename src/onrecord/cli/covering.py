"""`first` and `coverage`: when words were used, and what the record covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

import onrecord
from onrecord import Coverage, Gap, Nearby, Use, Uses, UsesBy
from onrecord.cli import streams
from onrecord.cli.opening import indexed, opened
from onrecord.cli.options import archive_option, json_option
from onrecord.cli.rows import Row, counted, plain, show_heading, show_rows

_MOST_SHOWN = 40
_MOST_GAPS = 12
NO_SOURCE = "captured without an address"
_DATED_BY = {"given_on": "", "posted_on": " (posted)", "captured_at": " (captured; no day is told)"}


@click.command()
@click.argument("words", metavar="WORDS")
@click.option("--speaker", metavar="NAME", help="Only uses by this speaker.")
@click.option("--source", metavar="NAME", help="Only what this source published: its name, or a host of it.")
@archive_option
@json_option
def first(words: str, speaker: str | None, source: str | None, folder: Path, as_json: bool) -> int:
    """Tell when words were first and last used.

    By each speaker of each source, with what is held of the source before and behind: a use that was not captured is not known of.
    WORDS stand in a row, whatever their case and marks, in any version.

    \b
    Example: onrecord first "night ferry"
    """
    uses = indexed(folder).first(words, speaker=speaker, source=source)
    if as_json:
        streams.write_json(uses)
    else:
        _show_uses(streams.screen(), uses)
    return 0 if uses.turns else 3


@click.command()
@click.option("--source", metavar="NAME", help="Of this source alone: its name, or a host of it.")
@click.option(
    "--svg",
    "picture",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Draw it into this file.",
)
@archive_option
@json_option
def coverage(source: str | None, picture: Path | None, folder: Path, as_json: bool) -> int:
    """Tell what is held and what is missing.

    Of each source, month by month: captures, statements, and what lists announced. Not captured is not the same as nothing there. With --json one
    source a line.

    \b
    Example: onrecord coverage --svg coverage.svg
    """
    covered = list(opened(folder).coverage(source=source))
    if picture is not None:
        picture.write_text(onrecord.render_coverage(covered), encoding="utf-8")
        streams.say(f"Drawn in {picture}.")
    if not covered:
        streams.say("This record holds nothing yet.")
    for each in covered:
        if as_json:
            streams.write_json(each)
        else:
            _show_coverage(streams.screen(), each)
    return 0


def say_lists(covered: Iterable[Coverage]) -> None:
    """Say how many captured lists there are that could have announced something: where there is none, silence tells nothing."""
    lists = {plain(each.source) or NO_SOURCE: each.lists for each in covered if each.statements}
    streams.say(f"{counted(sum(lists.values()), 'captured page')} with a list asked; lists are selective.")
    without = [name for name, number in lists.items() if not number]
    if without:
        shown = ", ".join(without[:5]) + (f" and {len(without) - 5} more" if len(without) > 5 else "")
        streams.say(
            f"No list was captured of {shown}: that nothing announces what is held of it says nothing."
        )


def _show_uses(console: Console, uses: Uses) -> None:
    searched = uses.searched
    dates = f", {searched.from_} to {searched.to}" if searched.from_ else ""
    over = f"{counted(searched.statements, 'statement')} ({counted(searched.versions, 'version')}{dates}) searched"
    if not uses.turns:
        show_heading(console, f"“{plain(uses.words)}” is not in this record; {over}.")
        return
    show_heading(
        console,
        f"“{plain(uses.words)}” is in {counted(uses.turns, 'turn')} of {counted(uses.statements, 'statement')}; {over}.",
    )
    rows = [
        (name, _use(use)) for name, use in (("first", uses.first), ("last", uses.last)) if use is not None
    ]
    show_rows(console, rows, indent=2)
    for each in uses.by[:_MOST_SHOWN]:
        console.print()
        who = plain(each.speaker) or "no speaker named"
        role = f", {each.role}" if each.role else ""
        show_rows(
            console,
            [(Text(f"{who}{role}", "bold").append(f"  {plain(each.source) or NO_SOURCE}", "not bold dim"),)],
        )
        show_rows(console, list(_rows_of_uses(each)), indent=2)
    if len(uses.by) > _MOST_SHOWN:
        console.print(f"and {len(uses.by) - _MOST_SHOWN:,} more speakers, listed with --json")


def _rows_of_uses(each: UsesBy) -> Iterator[Row]:
    yield "uses", f"{counted(each.turns, 'turn')} of {counted(each.statements, 'statement')}"
    # Pages without an address may be of anybody: they are no source.
    whose = "of the source" if each.source else "captured without an address"
    yield "before", _held_around(each.before, "earlier", "latest", whose)
    yield "first", _use(each.first)
    if each.turns > 1:
        yield "last", _use(each.last)
    yield "after", _held_around(each.after, "later", "earliest", whose)
    begins, ends = each.captured
    when = f", {begins} to {ends}" if begins else ""
    yield (
        "captured",
        f"{counted(each.captures, 'capture')} {'of the source' if each.source else 'without an address'}{when}",
    )


def _use(use: Use) -> str:
    at = use.citation
    day = f"{use.date}{_DATED_BY[use.dated_by]}" if use.date and use.dated_by else "no day known"
    place = f"{at.statement}, version {at.version}, turn {at.turn}"
    words = [f"{day}: “{plain(at.text)}”", plain(use.speaker), place]
    if use.added_between:
        before, after = use.added_between
        words.append(
            f"added between the captures of {before or 'an unknown time'} and {after or 'an unknown time'}"
        )
    if not use.current:
        words.append("not in the current version")
    return ", ".join(filter(None, words))


def _held_around(nearby: Nearby, which: str, nearest: str, whose: str) -> str:
    if not nearby.statements:
        return f"no {which} statement {whose} is held"
    seen = f", captured {nearby.captured_at}" if nearby.captured_at else ""
    count = counted(nearby.statements, f"{which} statement")
    return f"{count} {whose} held, the {nearest} of {nearby.date} ({plain(nearby.statement)}{seen})"


def _show_coverage(console: Console, covered: Coverage) -> None:
    show_heading(console, plain(covered.source) or NO_SOURCE)
    show_rows(console, [(Text(name, "dim"), value) for name, value in _facts(covered)], indent=2)
    console.print()


def _facts(covered: Coverage) -> Iterator[tuple[str, str]]:
    when = f", {covered.first_captured} to {covered.last_captured}" if covered.first_captured else ""
    untimed = f"; {covered.untimed:,} without a time" if covered.untimed else ""
    untimed += f"; {covered.stand_ins:,} more show no page" if covered.stand_ins else ""
    addresses = f"{covered.addresses:,} address{'' if covered.addresses == 1 else 'es'}"
    yield "captures", f"{counted(covered.captures, 'capture')} of {addresses}{when}{untimed}"
    if longest := covered.longest_interval:
        yield (
            "longest wait",
            f"{counted(longest.days, 'day')} without a capture, {longest.from_} to {longest.to}",
        )
    dates = f", {covered.from_} to {covered.to}" if covered.from_ else ""
    undated = f"; {covered.undated:,} without a month" if covered.undated else ""
    yield "statements", f"{counted(covered.statements, 'statement')} held{dates}{undated}"
    if covered.lists:
        pages = counted(covered.lists, "page")
        yield (
            "announced",
            (
                f"{covered.announced:,} on {pages}: {covered.announced_held:,} held, {covered.announced_not_held:,} not"
                + (f"; {counted(covered.events, 'event')}" if covered.events else "")
            ),
        )
        yield "not announced", f"{covered.held_not_announced:,} of those held"
    else:
        yield "announced", "no list of the source was captured"
    if delay := covered.delay:
        yield (
            "delay",
            (
                f"from given to posted, over {counted(delay.statements, 'statement')}: median {delay.median:g} days, "
                f"half within {delay.p25:g} to {delay.p75:g}, nine in ten within {delay.p90:g}, {delay.least} to {delay.most} in all"
            ),
        )
    for kind, name in (("no_capture", "not captured"), ("no_statement", "no statement")):
        if gaps := [gap for gap in covered.gaps if gap.kind == kind]:
            yield name, "; ".join(map(_gap, gaps[-_MOST_GAPS:])) + _earlier(gaps[:-_MOST_GAPS])


def _earlier(gaps: Sequence[Gap]) -> str:
    """Tell how many stretches before those are not shown: a file of fifty years has more of them than anybody reads on a screen."""
    if not gaps:
        return ""
    months = sum(gap.months for gap in gaps)
    return f"; before that {counted(len(gaps), 'gap')} of {counted(months, 'month')} from {gaps[0].from_} on, listed with --json"


def _gap(gap: Gap) -> str:
    return gap.from_ if gap.months == 1 else f"{gap.from_} to {gap.to} ({gap.months} months)"
