"""`publish`: messages come out whose time has come, and the record is written as a site."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from onrecord.archive.publishable import Printable
from onrecord.publishing import Contents, Profile, Published, Terms, publish_again, read_profile
from onrecord.publishing.furniture import furnish
from onrecord.publishing.publish import Progress
from onrecord.publishing.renewing.notes import kept_path
from onrecord.record import Record


def publish_record(
    record: Record,
    bring_out: Callable[[str], Sequence[str]],
    folder: str | Path,
    moment: str,
    profile: str | Path | None,
    *,
    anew: bool,
    progress: Progress | None,
) -> Published:
    """Return what was published of a record into a folder, with the messages that came out by that moment."""
    with _uncollected():
        return _publish(record, bring_out, folder, moment, profile, anew=anew, progress=progress)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Have no garbage looked for: of a site hundreds of thousands of values are read, all of which stay until it is published."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _publish(
    record: Record,
    bring_out: Callable[[str], Sequence[str]],
    folder: str | Path,
    moment: str,
    profile: str | Path | None,
    *,
    anew: bool,
    progress: Progress | None,
) -> Published:
    chosen = Profile() if profile is None else read_profile(profile)
    furnish(chosen, moment)  # says what is wrong with the time before anything comes out by it
    came_out = tuple(bring_out(moment))
    shown = Printable(record)
    # Asked of a handful of sources, for every statement more than once.
    terms = Terms(cache(record.publish_of), chosen.otherwise, cache(record.is_own))
    noted = kept_path(record.published_folder, Path(folder))
    with record.steady():
        published = publish_again(
            lambda: Contents(shown, chosen, terms, record.tombstones()), shown, chosen, folder, noted, moment,
            anew=anew, progress=progress,
        )  # fmt: skip
    return replace(published, came_out=came_out)
