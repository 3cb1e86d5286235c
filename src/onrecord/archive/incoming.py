"""What a call names as its input: files, folders, streams, addresses; each becomes captures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.capture import (
    Before,
    Captured,
    Found,
    Seen,
    read_captures,
    read_captures_from,
    settle,
)
from onrecord.errors import NotTaken, WrongCall
from onrecord.model import Issue
from onrecord.record import Sources, read_together

if TYPE_CHECKING:
    from onrecord.capture.live import Fetching, World
    from onrecord.record import Record

Progress = Callable[[int, str], None]
"""Is told how many captures are done, and the address of the last one; of an index, statements and titles."""

# https://press.ostrelle.example/1
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


class Live:
    """How addresses are fetched in one call; nothing is loaded for it before the first one comes."""

    def __init__(
        self, fetching: Fetching | None, world: World | None, record: Record | None, progress: Progress | None
    ) -> None:
        self._fetching = fetching
        self._world = world
        self._record = record
        self._progress = progress

    def quiet(self, paths: Iterable[str | Path | BinaryIO]) -> Progress | None:
        """Return who is told of captures kept: nobody where it is told of pages fetched."""
        return None if any(map(is_address, paths)) else self._progress

    def fetch(self, urls: Sequence[str]) -> Iterator[Found]:
        """Yield what is found at the addresses."""
        from onrecord.capture.live import Fetcher, Fetching, Following, fetch_all, real_world

        fetching = self._fetching or Fetching()
        fetcher = Fetcher(fetching, self._world or real_world(), self._before)
        following = Following(_announced, fetching.limit) if fetching.follow else None
        yield from fetch_all(fetcher, urls, following, self._progress)

    def _before(self, url: str) -> Before | None:
        return self._record.before(url) if self._record is not None else None


def find_captures(
    paths: Iterable[str | Path | BinaryIO],
    url: str | None,
    captured_at: str | None,
    live: Live | None = None,
) -> Iterator[Found]:
    """Return the captures in what was named, and an Issue for what is none; a call that makes no sense raises at once."""
    given = list(paths)
    addresses = [path for path in given if isinstance(path, str) and is_address(path)]
    _check_inputs(given, addresses, url, captured_at, live)
    inputs = [Path(path) if isinstance(path, str) else path for path in given if not is_address(path)]
    seen = Seen()
    stored = settle((each for path in inputs for each in _captures_in(path, seen, url, captured_at)), seen)
    return chain(stored, live.fetch(addresses)) if live is not None and addresses else stored


def is_address(path: str | Path | BinaryIO) -> bool:
    """Return whether a path is an address, to be fetched."""
    return isinstance(path, str) and _SCHEME.match(path) is not None


def _announced(captured: Captured) -> list[str]:
    """Return the addresses of the statements that a list announces, in its order."""
    nothing = Sources()
    (reading,) = read_together([captured], nothing.rules_of, nothing.name_of)
    if isinstance(reading, Issue):
        return []
    return [each.url for each in reading.notices if each.url is not None and each.kind == "statement"]


def _check_inputs(
    given: Sequence[object],
    addresses: Sequence[str],
    url: str | None,
    captured_at: str | None,
    live: Live | None,
) -> None:
    """Raise where the call makes no sense, before anything is read."""
    for address in addresses:
        if not address.lower().startswith(("http://", "https://")):
            scheme = address.partition("://")[0]
            raise NotTaken(f"{address} is not fetched: {scheme} is no way to a page; give it as https://….")
        if live is None:
            raise NotTaken(
                f"A live address is fetched by `add` alone: add {address}, or save it as a file and read that."
            )
    if not given:
        raise WrongCall("Nothing was named: give a file, a folder, a stream or an address.")
    if (url is not None or captured_at is not None) and (len(given) > 1 or addresses):
        raise WrongCall(
            "One address or time can only be that of one lone file: name one file, or leave them out."
            if addresses
            else "One address or time cannot be that of several files: name one file, or leave them out."
        )


def _captures_in(
    path: Path | BinaryIO, seen: Seen, url: str | None, captured_at: str | None
) -> Iterator[Found]:
    if isinstance(path, Path):
        return read_captures(path, url=url, captured_at=captured_at, seen=seen)
    name = str(getattr(path, "name", "standard input"))
    return read_captures_from(path, name, url=url, captured_at=captured_at, seen=seen)
