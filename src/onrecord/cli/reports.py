"""How what was carried out looks to people: captures added, a record verified, a site published, a demo built."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from onrecord import Added, Held, Verified
from onrecord.cli.answers import show_question, show_verdict
from onrecord.cli.rows import counted, plain, show_heading, show_rows, show_unfolded
from onrecord.cli.streams import say

if TYPE_CHECKING:
    from onrecord import Demo, Published


def show_added(console: Console, added: Added) -> None:
    """Print what `add` did, in a few lines."""
    captures = f"{counted(added.new, 'capture')} new, {added.seen_before:,} seen before"
    refused = sum(
        each.code in ("not_taken", "not_a_page", "empty") and each.severity != "note" for each in added.issues
    )
    not_taken = f", {refused:,} not taken" if refused else ""
    console.print(Text(f"{captures}, {added.not_readable:,} not readable{not_taken}."))
    statements = counted(added.statements, "statement")
    console.print(Text(f"{statements} read, {added.new_statements:,} new to the record."))
    if added.new and not added.statements:
        console.print(
            Text(
                "No statement was told in what is new: `onrecord explain PATH` shows how a page is read, and why."
            )
        )
    if added.waiting:
        page = "the page it repeats" if added.waiting == 1 else "the pages they repeat"
        verb = "waits" if added.waiting == 1 else "wait"
        console.print(
            Text(f"{counted(added.waiting, 'revisit')} {verb} for {page}: add the files that hold that.")
        )


def say_unchanged(added: Added) -> int:
    """Say how many pages had not changed since they were fetched last; return how many sentences that took."""
    unchanged = sum(issue.code == "not_modified" for issue in added.issues)
    if unchanged:
        verb = "has" if unchanged == 1 else "have"
        say(f"{counted(unchanged, 'page')} {verb} not changed since last fetched: kept as revisits.")
    return int(unchanged > 0)


def show_verified(console: Console, verified: Verified) -> None:
    """Print what `verify` found, and what it recomputed."""
    rows = [(found.severity, f"{plain(found.where)}: {plain(found.message)}") for found in verified.findings]
    show_rows(console, rows)
    captures, statements = counted(verified.captures, "capture"), counted(verified.statements, "statement")
    versions, turns = counted(verified.versions, "version"), counted(verified.turns, "turn")
    ending = counted(len(rows), "finding") if rows else "nothing differs"
    show_rows(console, [(f"Recomputed {captures}, {statements}, {versions}, {turns}: {ending}.",)])


def show_published(console: Console, site: Path, published: Published) -> None:
    """Print what was written of a site into a folder, and where its front page is."""
    of = f"for {counted(published.statements, 'statement')}, {published.bytes / 1000:,.0f} kB"
    told = f"Wrote {counted(published.written, 'page')} {of}"
    if published.kept or published.removed:
        told = f"Wrote {counted(published.written, 'page')}, kept {published.kept:,}, removed {published.removed:,}"
        told += f": {counted(published.pages, 'page')} {of}"
    show_rows(console, [(f"{told}. The front page:",)])
    show_unfolded(console, plain(str(site / "index.html")), indent=2)


def show_demo(console: Console, demo: Demo, held: Iterable[Held | None], program: str) -> None:
    """Print a demo: its record in a few lines, each quotation with its verdict, the site, and what to try next.

    `held` are the statements that the verdicts cite, in their order; `program` is how this program is called.
    """
    show_heading(console, "An invented record: two governments that do not exist, and that disagree")
    show_added(console, demo.added)
    console.print()
    show_heading(console, "Some of its statements")
    rows = [(plain(line.given_on or line.posted_on) or "no date", plain(line.title)) for line in demo.listed]
    show_rows(console, rows, indent=2, clip=True)
    for quotation, verdict, cited in zip(demo.quotations, demo.verdicts, held, strict=True):
        console.print()
        show_question(console, quotation.words, quotation.speaker, quotation.date)
        show_verdict(console, verdict, cited)
    console.print()
    show_heading(console, "The site, to open in a browser")
    show_unfolded(console, plain(demo.site), indent=2)
    console.print()
    show_heading(console, "What to try next")
    for step in demo.next_steps:
        show_unfolded(console, step.command.replace("onrecord", program, 1), indent=2)
        show_rows(console, [(Text(step.shows, "dim"),)], indent=4)
