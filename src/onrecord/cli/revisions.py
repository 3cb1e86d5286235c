"""How revisions look to people: what stood there and what stands there, beside each other where there is room.

What changed is bold and between asterisks, so that it is seen without colour and without bold. Nothing is judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

import onrecord  # why a change is of its kind is told by a room that takes long to load
from onrecord import Change, Event, Listed, Revision
from onrecord.cli.rows import plain, show_heading, show_rows

_WIDE = 110
_KINDS = {"sentence_removed": "sentence removed", "sentence_added": "sentence added", "label": "speaker label",
          "author": "author line", "status": "status notice"}  # fmt: skip
_LONGEST = 600


def show_statement(console: Console, listed: Listed) -> None:
    """Print which statement it is."""
    show_heading(console, plain(listed.title) or listed.id)
    show_rows(console, [(Text(listed.id, "dim"),)], indent=2)
    console.print()


def show_revision(console: Console, revision: Revision) -> None:
    """Print one revision: which step, between which captures, whether the source says so, and each change."""
    show_heading(console, f"version {revision.from_} → {revision.to}   {said_between(revision.between)}")
    if not revision.changes:
        show_rows(console, [("the words are the same",)], indent=2)
    for change in revision.changes:
        show_change(console, change)
    console.print()


def said_between(between: tuple[str | None, str | None]) -> str:
    """Return in words when something happened, as far as captures tell."""
    before, after = between
    if before and after:
        return f"between {before} and {after}"
    if after:
        return f"first seen {after}"
    return "at a time that no capture tells"


def show_change(console: Console, change: Change) -> None:
    """Print one change: where, its kind and why that, what stood there, what stands there."""
    where = (
        f"turn {change.turn}" if change.turn is not None else "title" if change.kind == "title" else "whole"
    )
    kind = _KINDS.get(change.kind, change.kind)
    said = "declared by the source" if change.declared else "not declared"
    show_rows(
        console, [(f"{where}: {kind}", Text(f"{onrecord.explain_change(change)}; {said}", "dim"))], indent=2
    )
    old, new = _side(change, change.old), _side(change, change.new)
    if not console.soft_wrap and console.width >= _WIDE:
        _show_beside(console, old, new)
    else:
        show_rows(console, [("was", old), ("is", new)], indent=4)


def _show_beside(console: Console, old: Text, new: Text) -> None:
    room = (console.width - 9) // 2
    left, right = old.wrap(console, room), new.wrap(console, room)
    for index in range(max(len(left), len(right))):
        one = left[index] if index < len(left) else Text()
        other = right[index] if index < len(right) else Text()
        one.rstrip()
        one.truncate(room, pad=True)
        other.rstrip()
        console.print(Text("    ") + one + Text("  │  ") + other, no_wrap=True, overflow="ignore", crop=False)


def _side(change: Change, words: str) -> Text:
    """Return a side with its surroundings; where it has no words, “(nothing)” stands for them."""
    if not (words or change.prefix or change.suffix):
        return Text("—")
    shown = plain(words)
    if len(shown) > _LONGEST:
        shown = f"{shown[: _LONGEST // 2]} … {shown[-_LONGEST // 2 :]}"
    before, behind = change.prefix, change.suffix
    text = Text(_cut(plain(before), at_start=True) + (" " if before[-1:].isspace() else ""))
    text.append(f"*{shown}*" if shown else "*(nothing)*", "bold")
    return text.append((" " if behind[:1].isspace() else "") + _cut(plain(behind), at_start=False))


def _cut(context: str, *, at_start: bool) -> str:
    """Return the surroundings with the sign of being cut, and no half word at the cut."""
    if len(context) < 20:
        return context
    if at_start:
        return "…" + context[context.find(" ") :] if " " in context else context
    return context[: context.rfind(" ")] + " …" if " " in context else context


def show_event(console: Console, event: Event) -> None:
    """Print one event: when it was seen, what happened, to which statement, and what shows it."""
    title = Text(plain(event.title) or "(without a title)").append(f"  {event.statement}", "dim")
    show_rows(console, [(event.seen_at, Text(event.event, "bold"), title)])
    rows = [("", Text(line, "dim")) for line in _told_of(event)]
    show_rows(console, rows, indent=2)


def _told_of(event: Event) -> Iterator[str]:
    if event.revision is not None:
        kinds = Counter(
            _KINDS.get(each.kind, each.kind) for each in event.revision.changes if each.kind != "cosmetic"
        )
        told = ", ".join(f"{kind} ×{count}" if count > 1 else kind for kind, count in kinds.items())
        declared = any(each.declared for each in event.revision.changes)
        yield f"{said_between(event.between)}: {told}; {'declared by the source' if declared else 'not declared'}"
    elif event.event != "new":
        yield f"{said_between(event.between)}: {plain(event.because)}"
    if event.last_good is not None:
        yield f"last shown {event.last_good.captured_at}, version {event.last_good.version}, {plain(event.last_good.digest)}"
    if event.url:
        yield plain(event.url)
