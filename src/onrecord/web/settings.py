"""How an archive is served: by whom, to whom, within which limits."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from onrecord import Profile

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Bounds(NamedTuple):
    """What one request may ask for; each answer that was bounded says so."""

    rows: int = 500
    """Rows of one answer."""
    hits: int = 100
    """Hits of one answer."""
    reach: int = 1_000
    """Hits of one search that can be reached, piece by piece."""
    uses: int = 20_000
    """Turns with the words of which the first and last use are asked: each of them is looked at."""
    seconds: float = 10.0
    """How long a request waits for its answer."""
    body: int = 65_536
    """Bytes of a request's body."""
    article: int = 4_000_000
    """Bytes of a body that holds an article."""
    article_characters: int = 100_000
    """Characters of an article."""
    characters: int = 20_000
    """Characters of a quotation."""
    waiting: int = 100
    """Requests that wait at a time; one more is told to come again."""


class Settings(NamedTuple):
    """An archive's folder, and how it is served.

    `whole`: all words are shown, whatever source files and profile say of publishing. `hosts` are the names under which it
    may be asked for, None for any. `origins`: pages of other sites may read the API.
    `drafts`: what the keeper writes is shown as well, on this machine alone.
    """

    folder: Path
    profile: Profile
    whole: bool = False
    hosts: frozenset[str] | None = LOOPBACK
    origins: bool = False
    drafts: bool = False
    threads: int = 4
    bounds: Bounds = Bounds()
