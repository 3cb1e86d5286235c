"""Names of folders for sources and speakers: made of the name alone, so that an address never depends on who else is held. Pure."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_MOST = 60
_DIGITS = 8


def slug_of(name: str) -> str:
    """Return a folder name: what of the name can be written in plain letters, and a digest of the whole.

    "Edda Karrow" is "edda-karrow-" with eight digits behind it; a name in another script is its digest alone.
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:_MOST].strip("-")
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{words}-{digest[:_DIGITS]}" if words else f"x-{digest[: 2 * _DIGITS]}"
