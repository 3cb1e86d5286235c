"""Lines that a program wrapped, as mails have them: told from lines that their author ended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_WIDEST = 82
_NARROWEST = 50
_LEAST_PAIRS = 4
_LEAST_SHARE = 0.7
_RULER = re.compile(r"\s*[-=_*#~]{8,}\s*")
_LIST = re.compile(r"^\s*(?:[-*•–]\s|\d{1,3}[.)]\s|\[\d+\])")


def wrap_width(lines: Sequence[str], least: int = _LEAST_PAIRS) -> int:
    """Return the column at which a text is wrapped, 0 where it is not; `lines` may hold blank ones.

    Such a text has no line beyond it, and most of its lines end where the next word would not have fitted. `least`: how
    many lines have to go on.
    """
    # A ruler ("=====") may be longer than the lines of words.
    longest = max((len(line.rstrip()) for line in lines if not _RULER.fullmatch(line)), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return 0
    # A line that is set in begins a paragraph.
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if line.strip() and following.strip() and not following[:1].isspace()
    ]
    wrapped = sum(is_wrapped(line, following, longest) for line, following in pairs)
    return longest if wrapped >= least and wrapped >= _LEAST_SHARE * len(pairs) > 0 else 0


def is_wrapped(line: str, following: str, width: int) -> bool:
    """Tell whether the next line goes on with this one: its first word would not have fitted on it."""
    if (
        not width
        or not line.strip()
        or not following.strip()
        or following[:1].isspace()
        or _LIST.match(following)
    ):
        return False
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > width - 1
