"""Interviews without labels: questions told by a dash or bold type, and their answers by the lack of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.blocks import Block
from onrecord.reading.label import Label

_LEAD_DASH = re.compile(r"[–—-]\s+(?=\S)")


def dash_questions(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the questions that open with a dash, where the answers have no label: "– Minister, are you disappointed?" """
    dashed = [
        index
        for index in indices
        if "li" not in blocks[index].places and _LEAD_DASH.match(blocks[index].text)
    ]
    asking = [
        index
        for index in dashed
        if blocks[index].is_bold or blocks[index].text.rstrip("”»’").endswith(("?", "؟", "？"))
    ]
    others = len(indices) - len(dashed)
    if (
        len(dashed) < 3
        or 2 * len(asking) < len(dashed)
        or others < len(dashed) - 1
        or dashed[0] > indices[min(2, len(indices) - 1)]
    ):
        return []
    found = []
    for index in dashed:
        match = _LEAD_DASH.match(blocks[index].text)
        found.append(Label(index, 0, 1, match.end() if match else 1, "", "question", "dash lead"))
    return found


def bold_questions(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the questions that are bold paragraphs without a label, where the answers are not bold."""
    bold = [
        index for index in indices
        if blocks[index].is_bold and not blocks[index].level and "li" not in blocks[index].places
    ]  # fmt: skip
    asking = [index for index in bold if blocks[index].text.rstrip("”»’").endswith(("?", "؟", "？"))]
    others = len(indices) - len(bold)
    if len(bold) < 3 or 2 * len(asking) < len(bold) or others < len(bold) - 1:
        return []
    if bold[0] > indices[min(3, len(indices) - 1)]:
        return []
    return [Label(index, 0, 0, 0, "", "question", "bold question") for index in bold]
