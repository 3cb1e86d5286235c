"""How messages of one's own look to people: how they stand, what is wrong in them, how they will be read."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from onrecord import Draft, Release
from onrecord.cli.readings import sentence
from onrecord.cli.rows import counted, plain, show_heading, show_rows

_STANDS = {
    "draft": "a draft, never released",
    "changed": "changed since it was released: release it again",
    "released": "released, waits for its time",
    "out": "out",
    "withdrawn": "withdrawn",
}
_CHANGED_SINCE_OUT = "out as it was; its file was changed since: release it again, with --note for the public"
_LONGEST = 60


def show_draft(console: Console, draft: Draft) -> None:
    """Print how a message stands, and what was decided of it."""
    show_heading(console, plain(draft.name))
    show_rows(console, [(Text(name, "dim"), plain(value)) for name, value in _facts(draft)], indent=2)
    console.print()


def show_checked(console: Console, draft: Draft) -> None:
    """Print what is wrong in a message, and how it will be read."""
    show_heading(console, plain(draft.name))
    rows = [(Text(name, "dim"), plain(value)) for name, value in _read(draft)]
    show_rows(console, rows, indent=2)
    show_rows(console, [(issue.severity, sentence(issue)) for issue in draft.issues], indent=2)
    found = {issue.severity for issue in draft.issues}
    if "error" not in found:
        said = "it can be released as it is"
        told = (
            ("look", f"{said}; is what the warning says meant so?") if "warning" in found else ("right", said)
        )
        show_rows(console, [told], indent=2)
    console.print()


def _facts(draft: Draft) -> Iterator[tuple[str, str]]:
    yield "title", draft.title or "none yet"
    is_seen = draft.state == "changed" and any(each.out_at for each in draft.releases)
    yield "stands", _CHANGED_SINCE_OUT if is_seen else _STANDS[draft.state]
    if draft.state == "released" and draft.out_from:
        yield "comes out", draft.out_from
    errors = sum(issue.severity == "error" for issue in draft.issues)
    if errors:
        yield "wrong", f"in {counted(errors, 'place')}, see draft check"
    yield "written by", draft.written_by or "not told"
    for each in draft.releases:
        yield "released", _release(each)
    if draft.withdrawn is not None:
        yield "withdrawn", f"{draft.withdrawn.at} by {draft.withdrawn.by}: {draft.withdrawn.why}"
    yield "file", draft.file if draft.digest else f"{draft.file}, which is gone"
    yield "address", draft.url
    yield "statement", draft.statement


def _release(release: Release) -> str:
    came = f"came out {release.out_at}" if release.out_at else "not out"
    note = f", correction: {release.note}" if release.note else ""
    return (
        f"{release.released_at} by {release.released_by} (written by {release.written_by}), {came},"
        f" {release.digest[:19]}…{note}"
    )


def _read(draft: Draft) -> Iterator[tuple[str, str]]:
    statement = draft.read
    if statement is None:
        return
    yield "title", statement.title or "none"
    yield "kinds", ", ".join(kind.replace("_", " ") for kind in statement.kinds)
    for speaker in statement.speakers:
        yield "speaker", f"{speaker.name}, {speaker.office}" if speaker.office else speaker.name
    for name, value in (
        ("given on", statement.given_on),
        ("posted on", statement.posted_on),
        ("place", statement.place),
    ):
        if value:
            yield name, value
    if draft.out_from:
        yield "comes out", draft.out_from
    for turn in statement.turns:
        who = turn.speaker or (
            "somebody who asks" if turn.role == "questioner" else turn.label or "nobody named"
        )
        words = " ".join(turn.text.split())
        yield (
            f"turn {turn.n}",
            f"{who}: {words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + '…'}",
        )
