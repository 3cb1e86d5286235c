"""What stands around each quotation of an article: the sentence before it, the words behind it, and those between its pieces."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from onrecord.model import Span
from onrecord.quoting.articles import Quoted

_REACH = 400
_LONGEST_LINE = 80
_DASHED = re.compile(r"\s*(?:—|–|―|--?)\s*(?=[^\W\d_])")
_BRACKETED = re.compile(r"\.?\s?\((?P<inside>[^()\n]+)\)")
# "… in Verne. Harrow said": a stop ends a sentence unless it is one of "Mr.", "J." or "U.S."
_STOP = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bSt)(?<!\bJr)(?<!\bSr)(?<!\bRev)(?<!\bHon)(?<!\bProf)"
    r"(?<!\bNo)(?<!\bJan)(?<!\bFeb)(?<!\bAug)(?<!\bSept)(?<!\bOct)(?<!\bNov)(?<!\bDec)(?<!\b[A-Z\d])(?<!\b\d\d)[.!?…][\"”’»“'\])]*(?:\s+|$)|[。！？][」』”’]*"
)
_CLOSING = "'’”\"»)"
_TIED = ",，、،—–-"
_ASKING = "?!…？！"
_QUESTION = ("?", "？", "؟")


class Surroundings:
    """Stretches of the text beside each quotation, none longer than 400 characters."""

    def __init__(
        self, text: str, paragraphs: Sequence[Span], quotations: Sequence[Quoted], short: Sequence[Span]
    ) -> None:
        self.text = text
        self.quotations = quotations
        self.starts = [start for start, _ in paragraphs]
        self.ends = [end for _, end in paragraphs]
        self._outer = sorted([one.span for one in quotations if one.within is None] + list(short))
        self._short = frozenset(short)
        self._outer_starts = [start for start, _ in self._outer]
        self._before_it: list[int | None] = []
        self._behind_it: list[int | None] = [None] * len(quotations)
        last: dict[int | None, int] = {}
        for index, one in enumerate(quotations):
            before = last.get(one.within)
            self._before_it.append(before)
            if before is not None:
                self._behind_it[before] = index
            last[one.within] = index

    def before(self, index: int) -> Span:
        """Return the words of the sentence that leads up to a quotation; of the line above, where that ends with a colon."""
        start, end = self._room_before(index)
        if not self.text[start:end].strip() and self.quotations[index].within is None:
            paragraph = self._paragraph(self.quotations[index].span[0])
            if paragraph == 0:
                return end, end
            start, end = (
                max(self.starts[paragraph - 1], self.ends[paragraph - 1] - _REACH),
                self.ends[paragraph - 1],
            )
            before = self._before_it[index]
            if before is not None:
                start = max(start, min(self.quotations[before].span[1], end))
            if self.text[start:end].rstrip()[-1:] not in (":", "："):
                return end, end
        return self._last_sentence(start, end)

    def behind(self, index: int) -> Span:
        """Return the words behind a quotation, to the end of its paragraph or the next quotation."""
        one = self.quotations[index]
        end = min(self._paragraph_end(one.span[1]), one.span[1] + _REACH)
        after = self._behind_it[index]
        if after is not None:
            end = min(end, self.quotations[after].span[0])
        if one.within is not None:
            end = min(end, self.quotations[one.within].span[1])
        return one.span[1], max(end, one.span[1])

    def line_below(self, index: int) -> Span | None:
        """Return the line below a quotation that is a paragraph by itself, where it is short and begins with a dash."""
        one = self.quotations[index]
        paragraph = self._paragraph(one.span[0])
        ends = self._paragraph(max(0, one.span[1] - 1))
        if (
            one.within is not None
            or ends + 1 >= len(self.starts)
            or self.text[self.starts[paragraph] : one.span[0]].strip()
        ):
            return None
        below = self.starts[ends + 1], self.ends[ends + 1]
        is_short = below[1] - below[0] <= _LONGEST_LINE and not self.text[
            one.span[1] : self.ends[ends]
        ].strip(" .")
        return below if is_short and _DASHED.match(self.text, *below) else None

    def signed_behind(self, index: int) -> Span | None:
        """Return the end of the paragraph behind a quotation that it begins with, where that is short and begins with a dash.

        “We will open the gate.” — Ilse Harrow, 9 April 2025
        """
        one = self.quotations[index]
        start, end = self.behind(index)
        begins = not self.text[self.paragraph_start(one.span[0]) : one.span[0]].strip(" -*•\t")
        is_whole = end == self._paragraph_end(one.span[1]) and end - start <= _LONGEST_LINE
        return (start, end) if begins and is_whole and _DASHED.match(self.text, start, end) else None

    def bracketed_behind(self, index: int) -> Span | None:
        """Return what stands in brackets right behind a quotation, where that is short: “We will open the gate.” (Ilse Harrow)"""
        one = self.quotations[index]
        if one.within is not None:
            return None
        start, end = self.behind(index)
        match = _BRACKETED.match(self.text, start, min(end, start + _LONGEST_LINE))
        return match.span("inside") if match else None

    def between(self, index: int) -> list[Span]:
        """Return the stretches between the pieces of a quotation that hold words."""
        parts = self.quotations[index].parts
        gaps = [(first[1], second[0]) for first, second in pairwise(parts)]
        return [
            gap for gap in gaps if any(map(str.isalpha, self.text[gap[0] : min(gap[1], gap[0] + _REACH)]))
        ]

    def is_tied_behind(self, index: int) -> bool:
        """Whether the sentence goes on behind a quotation: by a comma at its end, or in small letters behind “…!”."""
        one = self.quotations[index]
        if one.form == "block" or not one.parts:
            return False
        start, end = one.parts[-1]
        last = self.text[max(start, end - 3) : end].rstrip(_CLOSING)[-1:] or " "
        after = self.text[one.span[1] : one.span[1] + 4].strip()[:1]
        if after == ":":  # «…»: così Harrow
            return self.text[one.span[1] : one.span[1] + 4].strip(" :\u00a0")[:1].islower()
        return last in _TIED or after in tuple(_TIED) or (last in _ASKING and bool(after)) or after.islower()

    def follows_attribution(self, before: int, index: int) -> bool:
        """Whether between two quotations stands the end of one sentence, and no other leads up to the second."""
        return self._is_one_sentence(
            self.text[self.quotations[before].span[1] : self.quotations[index].span[0]]
        )

    def behind_short(self, index: int) -> Span | None:
        """Return the sentence before a quotation, where it follows one of few words: “No,” Harrow said. “That is not so.”"""
        one = self.quotations[index]
        at = bisect_left(self._outer_starts, one.span[0])
        before = self._outer[at - 1] if at and one.within is None else None
        if before is None or before not in self._short or before[0] < self.paragraph_start(one.span[0]):
            return None
        gap = before[1], one.span[0]
        is_one = self._is_one_sentence(self.text[slice(*gap)])
        last = self.text[before[1] - 2 : before[1] - 1]
        return gap if is_one and last in (*_TIED, *_ASKING) else None

    def _is_one_sentence(self, gap: str) -> bool:
        stops = list(_STOP.finditer(gap + "x"))
        return len(stops) <= 1 and (not stops or stops[0].end() >= len(gap.rstrip()))

    def before_in_paragraph(self, index: int) -> int | None:
        """Return the quotation before this one, if it ends in the same paragraph and is on the same level."""
        before = self._before_it[index]
        if before is None or self.quotations[before].span[1] < self.paragraph_start(
            self.quotations[index].span[0]
        ):
            return None
        return before

    def told_before_paragraph(self, index: int) -> int | None:
        """Return the last quotation of the paragraph before, where this one is a paragraph by itself and that is said, not asked."""
        one, before = self.quotations[index], self._before_it[index]
        paragraph, last = self._paragraph(one.span[0]), self._paragraph(max(0, one.span[1] - 1))
        alone = (
            self.text[self.starts[paragraph] : one.span[0]] + self.text[one.span[1] : self.ends[last]]
        ).strip(" .")
        if alone or before is None or not paragraph or one.form != "marks":
            return None
        told = self.quotations[before]
        is_next = self._paragraph(told.span[1] - 1) == paragraph - 1
        behind = self.text[told.span[1] : self.ends[paragraph - 1]]
        asks = self.text[max(0, told.parts[-1][1] - 3) : told.parts[-1][1]].rstrip(_CLOSING)[-1:] in _QUESTION
        return before if is_next and not asks and self._is_one_sentence(behind) else None

    def paragraph_start(self, offset: int) -> int:
        """Return where the paragraph of an offset begins."""
        return self.starts[self._paragraph(offset)] if self.starts else 0

    def paragraph_before(self, start: int) -> int:
        """Return where the paragraph before the one that begins at `start` begins."""
        return self.starts[max(0, bisect_left(self.starts, start) - 1)] if self.starts else 0

    def quoted_between(self, start: int, end: int) -> Sequence[Span]:
        """Return the spans of what stands in marks in a stretch, the outer ones."""
        first, last = bisect_left(self._outer_starts, start), bisect_left(self._outer_starts, end)
        return self._outer[first:last]

    def sentence_behind(self, index: int) -> Span:
        """Return the words behind a quotation up to the end of their sentence."""
        start, end = self.behind(index)
        stop = _STOP.search(self.text, start, end)
        return start, stop.start() if stop else end

    def _room_before(self, index: int) -> Span:
        one = self.quotations[index]
        end = one.span[0]
        start = max(self.paragraph_start(end), end - _REACH)
        before = self._before_it[index]
        if before is not None:
            start = max(start, min(end, self.quotations[before].span[1]))
        if one.within is not None:
            parts = self.quotations[one.within].parts
            start = max(start, min(end, parts[max(0, bisect_right([a for a, _ in parts], end) - 1)][0]))
        return start, end

    def _last_sentence(self, start: int, end: int) -> Span:
        last = start
        for stop in _STOP.finditer(self.text, start, end):
            last = stop.end()
        return last, end

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def _paragraph_end(self, offset: int) -> int:
        if not self.ends:
            return len(self.text)
        return max(offset, self.ends[self._paragraph(max(0, offset - 1))])
