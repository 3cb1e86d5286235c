"""A capture with its bytes made a Reading: the one place where `add`, `read`, `explain` and `verify` decode and read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from onrecord.capture import Captured
from onrecord.model import Capture, Issue, LearntSite, Reading
from onrecord.reading import HTML_TYPES
from onrecord.reading.told import SourceRules

if TYPE_CHECKING:
    from onrecord.reading import Kept, PageRead, Sketch

Told = TypeVar("Told")
Reader = Callable[[str, Capture, Sequence[Issue], SourceRules | None, LearntSite | None], Told]
"""What is told of a page's text: its Reading, or that with why."""


def read_captured(
    captured: Captured, rules: SourceRules | None = None, learnt: LearntSite | None = None
) -> Reading | Issue:
    """Return all that is read from the capture, or an Issue where its bytes are no readable page.

    `rules` are what is told of its source, `learnt` what that source's pages tell together.
    """
    from onrecord.reading import read_page

    return read_captured_by(read_page, captured, rules, learnt)


class ShownBefore(NamedTuple):
    """The Reading of another capture of the address that shows the same, by its id, and the digest of what they show."""

    reading: int
    digest: bytes


Held = Callable[[bytes], ShownBefore | None]
"""Gives the Reading of another capture by the digest of what its page shows."""


def nothing_held(_: bytes) -> None:
    """Give no Reading: the page is read."""


def read_captured_again(
    captured: Captured,
    rules: SourceRules | None = None,
    learnt: LearntSite | None = None,
    held: Held = nothing_held,
    kept: Kept | None = None,
) -> PageRead | ShownBefore | Issue:
    """Return what `read_captured` returns, with a digest of what the page shows; what is held of the same is returned instead.

    Taken over is a statement that is kept as composed of the same.
    """
    from onrecord.reading import read_again

    return read_captured_by(partial(read_again, held=held, kept=kept), captured, rules, learnt)


def read_captured_by(
    reader: Reader[Told],
    captured: Captured,
    rules: SourceRules | None = None,
    learnt: LearntSite | None = None,
) -> Told | Issue:
    """Return what the reader tells of the capture's text, or an Issue where its bytes are no readable page."""
    from onrecord.capture import open_page

    try:
        decoded = open_page(captured)
        return reader(decoded.text, captured.capture, decoded.issues, rules, learnt)
    except Exception as fault:  # noqa: BLE001 - one page the reader fails on must not keep the others from the record
        capture = captured.capture
        return Issue(
            "reader_failed",
            f"The reader failed on this page ({type(fault).__name__}: {fault}); it is kept unread.",
            capture.locator,
            "error",
        )


def reach_captured(captured: Captured, rules: SourceRules | None = None) -> frozenset[int] | None:
    """Return what of the page anything learnt of its source can be about; None where its bytes are no readable page."""
    from onrecord.reading import reach_page

    found = read_captured_by(reach_page, captured, rules)
    return None if isinstance(found, Issue) else found


def draw_captured(captured: Captured) -> Sketch | Issue | None:
    """Return what the page tells of its source; None where it is no page of markup, an Issue where looking at it failed."""
    if captured.capture.media_type not in HTML_TYPES:
        return None
    from onrecord.capture import decode
    from onrecord.reading import draw_page

    try:
        return draw_page(decode(captured).text, captured.capture)
    except Exception as fault:  # noqa: BLE001 - one page must not keep the others from the record
        capture = captured.capture
        return Issue(
            "not_learnt_from",
            f"Nothing could be learnt of the site from this page ({type(fault).__name__}: {fault}).",
            capture.locator,
            "warning",
        )
