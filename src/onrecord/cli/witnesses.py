"""How the copies of a statement look to people: a tree, the original first."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from onrecord import CopyChange, CopySeen
from onrecord.cli.rows import Row, counted, plain, show_heading, show_rows

_CHANGES_SHOWN = 8
_LONGEST = 200


def show_copies(console: Console, copies: Iterable[CopySeen]) -> None:
    """Print where a statement stands, each place under the one that it is most like, with what it has otherwise."""
    depths: dict[str, int] = {}
    for copy in copies:
        depth = 0 if copy.nearest is None else depths.get(copy.nearest, 0) + 1
        depths[copy.id] = depth
        indent = 2 * depth
        show_heading(console, plain(copy.url) or "captured without an address", indent=indent)
        show_rows(console, _facts(copy), indent=indent + 2)
        show_rows(console, [_change(each) for each in copy.changes[:_CHANGES_SHOWN]], indent=indent + 2)
        more = len(copy.changes) - _CHANGES_SHOWN
        if more > 0:
            show_rows(
                console, [(f"and {counted(more, 'place')} more, listed with --json",)], indent=indent + 2
            )
    show_rows(
        console,
        [("What was first is told from captures: a page may have stood for long before one was made.",)],
    )


def _facts(copy: CopySeen) -> list[Row]:
    seen = (
        f"{plain(copy.first_seen)} to {plain(copy.last_seen)}" if copy.first_seen else "at a time not known"
    )
    differs = "the same words" if not copy.changes else f"{counted(len(copy.changes), 'place')} otherwise"
    told = [
        ("record number", copy.id),
        ("relation", copy.relation),
        ("source", copy.source),
        ("title", copy.title),
        ("posted on", copy.posted_on),
        ("captured", seen),
        ("words", None if copy.nearest is None else f"{differs} than in {copy.nearest}" if copy.changes else f"the same as in {copy.nearest}"),
    ]  # fmt: skip
    return [(Text(name, "dim"), plain(value)) for name, value in told if value]


def _change(change: CopyChange) -> Row:
    old, new = (f"“{_cut(each)}”" for each in (change.old, change.new))
    behind = f" behind “{_cut(change.prefix)}”" if change.prefix else ""
    if change.kind == "added":
        return "added", new + behind
    if change.kind == "left_out":
        return "left out", old + behind
    return "replaced", f"{old} by {new}"


def _cut(text: str) -> str:
    words = plain(text)
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
