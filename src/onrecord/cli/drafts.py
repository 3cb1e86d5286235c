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
_TAKEN_BACK = "taken back before it came out: release it again for it to come out"
_LONGEST = 60


def show_draft(console: Console, draft: Draft) -> None:
    """Print how a message stands, and what was decided of it."""
    show_heading(console, plain(draft.name))
    show_rows(console, [(Text(name, "dim"), plain(value)) for name, value in _facts(draft)], indent=2)
    console.print()


def show_checked(console: Console, draft: Draft) -> None:
    """Print what is wrong in a message, and how it will be read."""
    show_heading(console, plain(draft.name))
    stood = [("stands", _stands(draft))] if draft.releases else []
    rows = [(Text(name, "dim"), plain(value)) for name, value in (*stood, *_read(draft))]
    show_rows(console, rows, indent=2)
    show_rows(console, [(issue.severity, sentence(issue)) for issue in draft.issues], indent=2)
    told = _judged(draft)
    if told is not None:
        show_rows(console, [told], indent=2)
    console.print()


def _judged(draft: Draft) -> tuple[str, str] | None:
    """Return whether a message can be released as its file is; None where what is wrong in it says so."""
    if draft.digest is None:
        return "gone", f"{draft.file} is not there any more; what was released of it is in the archive"
    found = {issue.severity for issue in draft.issues}
    if "error" in found:
        return None
    if draft.state in ("out", "released"):
        return "right", "it was released as it is"
    said = "it can be released as it is"
    if any(each.out_at for each in draft.releases):
        said += ", with --note: what is corrected, for the public"
    if "warning" in found:
        return "look", f"{said}; is what the warning says meant so?"
    return "right", said


def _stands(draft: Draft) -> str:
    is_seen = any(each.out_at for each in draft.releases)
    if draft.state == "changed" and is_seen:
        return _CHANGED_SINCE_OUT
    if draft.state == "draft" and draft.releases:
        return _TAKEN_BACK
    return _STANDS[draft.state]


def _facts(draft: Draft) -> Iterator[tuple[str, str]]:
    yield "title", draft.title or "none yet"
    yield "stands", _stands(draft)
    if draft.state == "released" and draft.out_from:
        yield "comes out", draft.out_from
    errors = sum(issue.severity == "error" for issue in draft.issues)
    if errors:
        yield "wrong", f"in {counted(errors, 'place')}, see onrecord draft check {draft.name}"
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
    if draft.out_from and not any(each.out_at for each in draft.releases):
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
