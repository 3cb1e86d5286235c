"""How what is known of sources looks to people: all of them, one a line; or one, with all that its file tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from onrecord import KnownSource, LearntLayout, LearntSite
from onrecord.cli.rows import counted, plain, show_heading, show_rows, stream_rows


def show_sources(console: Console, sources: Iterable[KnownSource]) -> None:
    """Print sources, one a line: statements held, first and last capture, name, hosts and file."""
    rows = (
        (
            counted(each.statements, "statement"),
            _days(each),
            Text(plain(each.name), "bold" if each.file else "").append(_told_in(each), "not bold dim"),
        )
        for each in sources
    )
    stream_rows(console, rows)


def show_source(console: Console, source: KnownSource) -> None:
    """Print what is known of one source: what is held of it, then each key of its file and what that decided."""
    show_heading(console, plain(source.name))
    show_rows(console, [(Text(name, "dim"), plain(value)) for name, value in _facts(source)], indent=2)
    for told in source.told:
        console.print()
        show_rows(
            console, [(Text(told.key, "bold"), plain(value)) for value in _values(told.value)], indent=2
        )
        decided = f"decided on {told.pages:,} of {counted(source.pages, 'page')}"
        show_rows(console, [(Text(f"overrides {told.overrides}; {decided}", "dim"),)], indent=4)


def _facts(source: KnownSource) -> Iterator[tuple[str, str]]:
    yield "file", source.file or "none: nothing is told of this source"
    if source.hosts:
        yield "hosts", ", ".join(source.hosts)
    if source.addresses:
        yield "addresses", ", ".join(source.addresses)
    if source.publish:
        yield (
            "published",
            {"full": "in full", "excerpt": "as an excerpt"}.get(source.publish, "without its words"),
        )
    yield "held", f"{counted(source.statements, 'statement')}, {counted(source.captures, 'capture')}"
    if source.captures:
        first, last = source.first_captured, source.last_captured
        yield "captured", f"{first} to {last}" if first else "no time known"
    learnt = source.learnt
    while learnt is not None:
        yield "learnt", "; ".join(_learnt(learnt))
        for layout in learnt.layouts.values():
            yield "layout", "; ".join(_layout(layout))
        learnt = learnt.then


def _learnt(learnt: LearntSite) -> Iterator[str]:
    """What the pages tell together, in words: it is where things stand, and places have no names."""
    yield f"from {counted(learnt.captures, 'page')}"
    if learnt.day_month_order:
        yield "days before months" if learnt.day_month_order == "dmy" else "months before days"
    if learnt.datelines:
        yield "where the site has its own date"


def _layout(layout: LearntLayout) -> Iterator[str]:
    seen = f", {layout.first[:10]} to {layout.last[:10]}" if layout.first and layout.last else ""
    yield f"{counted(layout.pages, 'page')}{seen}"
    yield "where the body stands, and the title" if layout.titles else "where the body stands"
    if own := len(layout.furniture) + len(layout.boxes) + len(layout.lines):
        yield f"{counted(own, 'place')} of the site's own in or around it"


def _values(value: Any) -> Iterator[str]:
    """Return a value of a source file as lines: each alias with its speaker, each item of a list."""
    if isinstance(value, dict):
        for printed, one in value.items():
            speaker = [one["name"], one.get("office")] if isinstance(one, dict) else [one]
            yield f"{printed} = {', '.join(filter(None, speaker))}"
    elif isinstance(value, list):
        yield from map(str, value)
    else:
        yield str(value)


def _days(source: KnownSource) -> str:
    if not source.captures:
        return "not captured"
    first, last = (source.first_captured or "")[:10], (source.last_captured or "")[:10]
    return (first if first == last else f"{first} to {last}") if first else "no time known"


def _told_in(source: KnownSource) -> str:
    if source.file is None:
        return ""
    places = plain(", ".join((*source.hosts, *source.addresses)))
    return f"  ({places}; {plain(source.file)})"
