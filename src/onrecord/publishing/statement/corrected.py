"""What the keeper corrected, in words. Pure."""

from __future__ import annotations

from onrecord.model import Correction
from onrecord.publishing.tongues import ENGLISH, Tongue


def tell_correction(correction: Correction, tongue: Tongue = ENGLISH) -> str:
    """Return what a correction says and what was read, as one line without who says so."""
    said = tongue.word("field", correction.field)
    field = said[:1].upper() + said[1:]
    says, read = _told(correction.says, tongue), _told(correction.read, tongue)
    return tongue.gettext(
        "%(field)s: %(says)s, says the keeper; as it was read: %(read)s", field=field, says=says, read=read
    )


def _told(value: object, tongue: Tongue) -> str:
    if isinstance(value, list | tuple):
        return " | ".join(map(str, value))
    return tongue.gettext("nothing") if value is None else str(value)
