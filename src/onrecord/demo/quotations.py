"""Three quotations from the review of the year in the sample's invented newspaper, with what the record answers."""

from __future__ import annotations

import msgspec

from onrecord.model import Attribution, DateVerdict, Wording


class SampleQuotation(msgspec.Struct, frozen=True):
    """Words that somebody says were said, by whom and when, and what a right verdict finds on each axis."""

    words: str
    speaker: str
    date: str
    wording: Wording
    attribution: Attribution
    day: DateVerdict


QUOTATIONS = (
    SampleQuotation(
        words="A consultation is a promise to go on listening after one has stopped agreeing.",
        speaker="Edda Karrow",
        date="2025-09-18",
        wording="verbatim",
        attribution="matches",
        day="matches",
    ),
    SampleQuotation(
        words="Let me say it plainly: Ostrelle has closed the door on the night ferry.",
        speaker="Lucan Desmarey",
        date="2025-04-09",
        wording="altered",
        attribution="matches",
        day="matches",
    ),
    SampleQuotation(
        words="A figure that only one of us has counted is not a figure; it is an opinion.",
        speaker="Lucan Desmarey",
        date="2025-06-24",
        wording="verbatim",
        attribution="other_speaker",
        day="matches",
    ),
)
"""One as published, one with a negation dropped, one that the other minister said."""
