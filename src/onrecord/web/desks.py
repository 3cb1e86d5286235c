"""Threads that answer, each with an archive of its own: what is asked of one never waits for another's tables."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TypeVar

import onrecord
from onrecord import Archive, ServedSite, Shelf
from onrecord.web.kept import Kept
from onrecord.web.settings import Settings

Told = TypeVar("Told")

# What is told in part is begun to be rendered when so much of the time for an answer is gone.
_SHARE_OF_TIME = 0.6


@cache
def made_by() -> str:
    """Return a digest of the code and templates that make pages and answers."""
    package = Path(onrecord.__file__).parent
    digest = hashlib.sha256()
    for file in sorted(
        file for room in ("model", "publishing", "web") for file in (package / room).rglob("*.*")
    ):
        if file.suffix != ".pyc":
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


class TooBusy(Exception):
    """More requests wait than are taken."""


class TookTooLong(Exception):
    """An answer did not come in time."""


class NotReady(Exception):
    """An answer did not come in time, while what pages are made from was being made."""


class Desk:
    """What one thread answers with."""

    def __init__(self, settings: Settings, kept: Kept, shelf: Shelf) -> None:
        """Open an archive for this thread, and only for it; what is kept and what lies on the shelf is that of all."""
        self.settings = settings
        self.kept = kept
        self.archive = Archive.open(settings.folder, only_asks=True, shelf=shelf)
        self.moment = ""
        self._minute: datetime | None = None
        self._late = 0.0
        self._served_by = (made_by(), repr(settings.profile), str(settings.whole))

    @property
    def served_by(self) -> tuple[str, ...]:
        """Return what an answer is made by beside the archive's state: code, settings, and drafts where they are shown."""
        return (
            (*self._served_by, self.archive.digest_of_drafts()) if self.settings.drafts else self._served_by
        )

    @property
    def has_time(self) -> bool:
        """Return whether who asked waits long enough yet for more than to render what there is."""
        return time.monotonic() < self._late

    def look_at_the_clock(self, asked: float) -> None:
        """Set the time that the pages show, to the minute where they have clocks, else the day's beginning; and when it is late to answer.

        `asked` is when the question came, by the clock that only goes on.
        """
        self._late = asked + _SHARE_OF_TIME * self.settings.bounds.seconds
        now = datetime.now(UTC).replace(second=0, microsecond=0)
        if now == self._minute:
            return
        self._minute = now
        self.moment = (now if self.settings.profile.cities else now.replace(hour=0, minute=0)).isoformat()

    def interface_of(self, path: str) -> tuple[str, str]:
        """Return the language that a path asks for, and the rest of the path: "/fr/about.html" is ("fr", "about.html")."""
        first, *others = self.settings.profile.interface
        tag, slash, rest = path.lstrip("/").partition("/")
        return (tag, rest) if slash and tag in others else (first, path.lstrip("/"))

    def site(self, base: str, interface: str | None = None) -> ServedSite:
        """Return the pages as they are now, in a language of the profile's, else the first of them."""
        settings = self.settings
        return self.archive.site(
            at=self.moment, profile=settings.profile, base=settings.profile.url or base, whole=settings.whole,
            interface=interface,
            drafts=settings.drafts,
        )  # fmt: skip


class Desks:
    """A few desks, and who waits for one."""

    def __init__(self, settings: Settings, shelf: Shelf) -> None:
        """Take how the archive is served, and the shelf of all who ask it; archives are opened when they are first asked."""
        self._settings = settings
        self._kept = Kept()
        self._shelf = shelf
        self._own = threading.local()
        self._threads = ThreadPoolExecutor(settings.threads, thread_name_prefix="desk")
        self._waiting = 0

    async def ask(self, question: Callable[[Desk], Told]) -> Told:
        """Return what one desk answers; TooBusy where too many wait, TookTooLong or NotReady where the answer does not come in time."""
        bounds = self._settings.bounds
        if self._waiting >= bounds.waiting:
            raise TooBusy
        self._waiting += 1
        try:
            answer = asyncio.get_running_loop().run_in_executor(
                self._threads, self._answer, question, time.monotonic()
            )
            return await asyncio.wait_for(answer, bounds.seconds)
        except TimeoutError:
            raise (NotReady if self._shelf.is_being_filled else TookTooLong) from None
        finally:
            self._waiting -= 1

    def _answer(self, question: Callable[[Desk], Told], asked: float) -> Told:
        desk: Desk | None = getattr(self._own, "desk", None)
        if desk is None:
            desk = self._own.desk = Desk(self._settings, self._kept, self._shelf)
        desk.look_at_the_clock(asked)
        with desk.archive.steady():
            return question(desk)

    def close(self) -> None:
        """Close every desk's archive in its own thread, once what is being answered is done."""
        together = threading.Barrier(self._settings.threads)
        for _ in range(self._settings.threads):
            self._threads.submit(self._close_one, together)
        self._threads.shutdown(wait=True)

    def _close_one(self, together: threading.Barrier) -> None:
        # Each thread takes one of these, as none goes on before all have come.
        with contextlib.suppress(threading.BrokenBarrierError):
            together.wait(timeout=self._settings.bounds.seconds)
        desk: Desk | None = getattr(self._own, "desk", None)
        if desk is not None:
            desk.archive.close()
            self._own.desk = None
