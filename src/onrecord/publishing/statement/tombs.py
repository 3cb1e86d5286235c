"""What a page shows of a removal: who, when, why, and digests; never a word of what was removed. Pure."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.custody import RemovedCapture, Tombstone
from onrecord.publishing.profile import Profile
from onrecord.publishing.tongues import Tongue
from onrecord.publishing.wording import day_of


class Seen(NamedTuple):
    """A capture that something was removed of: its digest, when it was seen, the digest of what is left."""

    digest: str
    seen: str
    kept: str | None


class TombView(NamedTuple):
    """A removal, ready for its template."""

    id: str
    what: str
    by: str
    when: str
    day: str | None
    why: str
    language: str
    captures: tuple[Seen, ...]


def view_tombstone(tombstone: Tombstone, profile: Profile, tongue: Tongue) -> TombView:
    """Return what is shown of a removal; addresses are left out, as they may tell what the text did."""
    whole = tombstone.reach == "capture"
    return TombView(
        id=tombstone.id,
        what=tongue.gettext("whole captures") if whole else tongue.gettext("a passage"),
        by=tombstone.by,
        when=tongue.moment(tombstone.at),
        day=day_of(tombstone.at),
        why=tombstone.why,
        language=profile.language,
        captures=tuple(_seen(each, tongue) for each in tombstone.captures),
    )


def _seen(removed: RemovedCapture, tongue: Tongue) -> Seen:
    return Seen(removed.digest, tongue.captured(removed.captured_at), removed.kept)
