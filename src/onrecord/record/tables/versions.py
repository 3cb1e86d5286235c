"""What tells versions of a statement apart, and how the sightings of one statement become numbered versions."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.model import Statement, Turn
from onrecord.text import match_form, version_digest

LEAST_COPIED_WORDS = 40
"""Fewer words than these may be the same by chance or custom: they make no copy."""


# What is no letter or digit, in two steps: deleting bytes takes a tenth of the time that a pattern takes.
_MARKS = re.compile(r"[^\w\x00-\x7f]+")
_ASCII_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
# Marks of print as typewriters have them: none is of a word, and a text without others needs no tables of Unicode.
_TYPED = {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "\u00a0": " "}


class Sighting(NamedTuple):
    """A statement as one capture shows it; `reading` and `n` tell where its text lies."""

    capture: int
    url: str | None
    captured_at: str | None
    digest: str
    version: str
    words: str | None
    reading: int
    n: int
    own: bool = True
    """Whether it is seen at the statement's own address, not at that of a copy."""


class NumberedVersion(NamedTuple):
    """One distinct text of a statement; `shown` is its earliest sighting."""

    n: int
    digest: str
    words: str | None
    first_seen: str | None
    last_seen: str | None
    addresses: tuple[str, ...]
    shown: Sighting
    own: bool


class Numbered(NamedTuple):
    """The versions of a statement in order of first sight; `current` is the number of the one seen last at its own address."""

    versions: tuple[NumberedVersion, ...]
    current: int


def digest_of_version(statement: Statement) -> str:
    """Return the digest of what makes the text: title, part, and each turn's label and words.

    Dates, places and resolved names are left out: a better reader must not look like an edit by the source.
    """
    part = statement.part
    lines = [statement.title or "", f"{part.number or ''} {part.continues}" if part else ""]
    for turn in statement.turns:
        lines += (turn.label or "", turn.text)
    return version_digest(lines)


def digest_of_words(statement: Statement) -> str | None:
    """Return the digest of the letters and digits of what was said, or None under LEAST_COPIED_WORDS words.

    What a publisher says around the words (narration) is left out. Texts with the same words in match form have the same digest. Found without cutting the text into words, which
    would cost more than reading the page; that texts of this length differ only in where words end does not occur.
    """
    spoken = " ".join(_spoken(turn) for turn in statement.turns if turn.role != "narration")
    folded = _folded(spoken)
    if (
        len(folded.split(None, LEAST_COPIED_WORDS)) < LEAST_COPIED_WORDS
        and len(match_form(spoken).words) < LEAST_COPIED_WORDS
    ):
        return None  # the second count is for scripts that set no spaces
    kept = folded if folded.isascii() else _MARKS.sub("", folded)
    letters = kept.encode("utf-8", "surrogatepass").translate(None, _ASCII_MARKS)
    return f"sha256:{hashlib.sha256(letters).hexdigest()}"


def _folded(spoken: str) -> str:
    typed = spoken
    if not typed.isascii():
        for mark, other in _TYPED.items():
            typed = typed.replace(mark, other)
    return typed.lower() if typed.isascii() else unicodedata.normalize("NFKC", spoken).casefold()


def _spoken(turn: Turn) -> str:
    """Return the turn's text without directions and insertions of the source."""
    kept, at = [], 0
    for start, end in sorted(aside.span for aside in (*turn.directions, *turn.editorial)):
        kept.append(turn.text[at:start])
        at = max(at, end)
    return " ".join([*kept, turn.text[at:]])


def sight_order(captured_at: str | None, digest: str, url: str | None) -> tuple[bool, str, str, str]:
    """Return the sort key of first sight: time, then digest and address; a capture without a time comes last."""
    # "…13Z" must not sort behind "…13.5Z".
    return captured_at is None, (captured_at or "").rstrip("Z"), digest, url or ""


def number_versions(sightings: Iterable[Sighting]) -> Numbered:
    """Return the versions of one statement, at least one sighting given; their order in the input plays no part.

    A text that comes back (A, B, A) is one version, seen first and last. Where no capture has a time, the order by
    digest says nothing about which text came first.
    """
    ordered = sorted(sightings, key=lambda seen: sight_order(seen.captured_at, seen.digest, seen.url))
    groups: dict[str, list[Sighting]] = {}
    for seen in ordered:
        groups.setdefault(seen.version, []).append(seen)
    versions = tuple(_numbered(n, group) for n, group in enumerate(groups.values(), 1))
    own = [seen for seen in ordered if seen.own] or ordered
    last = next((seen for seen in reversed(own) if seen.captured_at is not None), own[-1])
    return Numbered(versions, 1 + list(groups).index(last.version))


def _numbered(n: int, group: list[Sighting]) -> NumberedVersion:
    times = [seen.captured_at for seen in group if seen.captured_at is not None]
    return NumberedVersion(
        n=n,
        digest=group[0].version,
        words=group[0].words,
        first_seen=times[0] if times else None,
        last_seen=times[-1] if times else None,
        addresses=tuple(sorted({seen.url for seen in group if seen.url is not None})),
        shown=next((seen for seen in group if seen.own), group[0]),
        own=any(seen.own for seen in group),
    )
