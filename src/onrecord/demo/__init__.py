"""The invented sample: its files, its site profile, and three quotations to check in it.

Both governments, their offices, people and newspapers are invented; each page of the sample says so. Nothing in it is
evidence of anything but of how onrecord works.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from onrecord.model import Attribution, DateVerdict, Wording


class Quotation(NamedTuple):
    """Words that somebody says were said, by whom and when, and what the record answers on each axis."""

    words: str
    speaker: str
    date: str
    wording: Wording
    attribution: Attribution
    day: DateVerdict


QUOTATIONS = (
    Quotation(
        "A consultation is a promise to go on listening after one has stopped agreeing.",
        "Edda Karrow",
        "2025-09-18",
        "verbatim",
        "matches",
        "matches",
    ),
    Quotation(
        "Let me say it plainly: Ostrelle has closed the door on the night ferry.",
        "Lucan Desmarey",
        "2025-04-09",
        "altered",
        "matches",
        "matches",
    ),
    Quotation(
        "A figure that only one of us has counted is not a figure; it is an opinion.",
        "Lucan Desmarey",
        "2025-06-24",
        "verbatim",
        "other_speaker",
        "matches",
    ),
)
"""One as published, one with a negation dropped, one that the other minister said."""


def sample_paths() -> list[Path]:
    """The WARC files of the sample, one for each invented site, in the order of their names."""
    return sorted(_sample().glob("*.warc.gz"))


def profile_path() -> Path:
    """The site profile (`site.toml`) of the sample's invented keeper."""
    return _sample() / "site.toml"


def _sample() -> Path:
    # The package is installed as plain files (pip unpacks wheels), so its resources are paths.
    return Path(str(files(__name__).joinpath("sample")))
