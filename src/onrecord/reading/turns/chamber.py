"""Labels of a chamber's printed record: surname or post in capitals before a stop, "Mr. HARROW. Madam Speaker, I rise …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.label import Label
from onrecord.reading.words.labelkey import label_key

# "Mr. HARROW", "Ms. VERNE of Westmoor", "Mrs. McVERNE"
_MEMBER = re.compile(
    r"(?P<label>(?:Mr|Mrs|Ms|Miss|Dr)\.? (?:[A-ZÀ-Þ][a-z]{1,3})?[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+){0,2}(?: of (?:[A-Z][a-z]+ ?){1,3})?)\.\s+(?=\S)"
)
# as in "The PRESIDING OFFICER", or "The SPEAKER pro tempore (Mr. Harrow)"
_IN_CHAIR = re.compile(
    r"(?P<label>The (?:[A-Z]{2,} ){0,2}(?:PRESIDING OFFICER|PRESIDENT|VICE PRESIDENT|SPEAKER|CHAIR|CHAIRMAN|CHAIRWOMAN|CLERK)(?: pro tempore)?(?: \([^()]{3,60}\))?)\.\s+(?=\S)"
)
_TO_CHAIR = re.compile(
    r"(?:Mr|Madam|Mrs|Ms)\.? (?:Speaker|President|Chair(?:man|woman|person)?|Chancellor|Vice President)\b"
)
IN_CAPITALS = "label.chamber"
"""The rule of such a label."""
_LONGEST = 100
_ADDRESSED_WITHIN = 120


def find_in_capitals(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return such labels; empty where there is one alone behind which nobody addresses who presides."""
    found = []
    for index in indices:
        text = blocks[index].text
        if text[:1] not in "MDT":
            continue
        head = text[:_LONGEST]
        if match := _MEMBER.match(head) or _IN_CHAIR.match(head):
            start, end = match.span("label")
            found.append(
                Label(index, start, end, match.end(), match["label"], label_key(match["label"]), "stop").by(
                    IN_CAPITALS
                )
            )
    if len(found) > 1 or (found and _is_addressed(found[0], blocks)):
        return found
    return []


def _is_addressed(label: Label, blocks: Sequence[Block]) -> bool:
    """Whether who speaks turns to who presides, or does so: "Mr. HARROW. Mr. President, as we …"."""
    said = blocks[label.block].text[label.words_from :][:_ADDRESSED_WITHIN]
    return label.text.startswith("The ") or _TO_CHAIR.search(said) is not None
