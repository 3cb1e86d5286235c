"""Turns read against turns known: which boundaries, labels, roles and speakers agree."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from rapidfuzz import fuzz

from turns_pages import KnownPage, Mark, starts_of, weight

_BRACKETED = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*$")
_ENDING = re.compile(r"[\s:.,\-–—*]+$")
_NAIVE = re.compile(r"\s*((?:[^\s:]+\s+){0,7}[^\s:]+)\s*:")
_NO_NAMES = frozenset(
    "mr mrs ms miss mdm madam dr prof sir lady lord the of for and a an de la el los las del von president prime minister"
    " secretary senator governor general chairman speaker señor señora herr frau office deputy vice member staff".split()
)


@dataclass(frozen=True)
class Claim:
    """A turn as read: where its words begin, its label, role and speaker; `words` shows the first of them."""

    place: int | None
    label: str | None
    role: str | None
    speaker: str | None
    words: str


@dataclass
class Score:
    """Sums over the pages of a set."""

    known: int = 0
    claimed: int = 0
    found: int = 0
    labelled: int = 0
    roles_known: int = 0
    roles_right: int = 0
    misnamed: int = 0
    narration: int = 0
    characters: int = 0
    unclassified: int = 0
    seconds: float = 0.0
    pages: int = 0

    def add(self, other: Score) -> None:
        """Add the sums of another score."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Judged:
    """The score of one page, and each difference as (kind, block, what)."""

    score: Score
    differences: list[tuple[str, int, str]] = field(default_factory=list)


def label_form(label: str | None) -> str:
    """Return a label without case, ending and brackets behind it."""
    text = " ".join(unicodedata.normalize("NFKC", label or "").casefold().replace("*", "").split())
    while text:
        shorter = _ENDING.sub("", text)
        unbracketed = _BRACKETED.sub("", shorter)
        shorter = unbracketed or shorter
        if shorter == text:
            break
        text = shorter
    return text


def naive_claims(lines: Sequence[str]) -> Iterator[Claim]:
    """Yield the turns of the naive rule: a line that starts with a repeated label of up to 8 words and a colon."""
    matches = [_NAIVE.match(line) for line in lines]
    counts = Counter(match[1].casefold() for match in matches if match)
    for line, start, match in zip(lines, starts_of(lines), matches, strict=False):
        if match and counts[match[1].casefold()] >= 2:
            yield Claim(
                start + weight(match.group()), match[1], None, None, line[match.end() : match.end() + 60]
            )


class Places:
    """Finds places of the read page's text in the known page's text."""

    def __init__(self, read: str, known: str) -> None:
        self.counts = list(accumulate(map(str.isalnum, read), initial=0))
        self.read = _letters(read)
        self.known = _letters(known)
        self.same = self.read == self.known
        self.shift = 0

    def of(self, offset: int) -> int | None:
        """Return the known place of an offset of the read text; asked in rising order."""
        place = self.counts[offset]
        if self.same:
            return place
        for before, after in ((20, 40), (0, 40), (0, 20), (20, 0)):
            key = self.read[max(0, place - before) : place + after]
            at = self._nearest(key, max(0, place - before) + self.shift)
            if key and at is not None:
                found = at + min(before, place)
                self.shift = found - place
                return found
        return None

    def _nearest(self, key: str, expected: int) -> int | None:
        after = self.known.find(key, max(0, expected))
        before = self.known.rfind(key, 0, max(0, expected) + len(key))
        near = [at for at in (after, before) if at >= 0]
        return min(near, key=lambda at: abs(at - expected)) if near else None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def judge(page: KnownPage, claims: Iterable[Claim]) -> Judged:
    """Return how the claimed turns of a page stand to the known ones."""
    marks = _opened(page.marks, page.starts[-1])
    judged = Judged(Score(known=sum(not mark.open for mark in marks), pages=1))
    score = judged.score
    free = set(range(len(marks)))
    starts = [mark.start for mark in marks]
    for claim in claims:
        if claim.label is None and claim.role == "narration":
            score.narration += 1
            continue
        at = _match(marks, free, claim)
        if at is not None and marks[at].open:
            free.discard(at)
            continue
        score.claimed += 1
        if at is None:
            block = _block(page, claim.place or 0)
            judged.differences.append(("extra", block, f"{claim.label!r} | {claim.words}"))
            around = bisect_right(starts, claim.place or 0) - 1
            mark = marks[around] if around >= 0 else None
        else:
            free.discard(at)
            mark = marks[at]
            score.found += 1
            _compare(page, judged, mark, claim)
        if mark and claim.speaker and not _agrees(claim.speaker, mark):
            score.misnamed += 1
            judged.differences.append(
                (
                    "speaker",
                    _block(page, mark.start),
                    f"{claim.speaker!r} under {mark.label!r}, person {mark.person!r}",
                )
            )
    for at in sorted(at for at in free if not marks[at].open):
        line = page.lines[_block(page, marks[at].start)] if page.lines else ""
        judged.differences.append(
            ("missed", _block(page, marks[at].start), f"{marks[at].label!r} | {line[:70]}")
        )
    judged.differences.sort(key=lambda difference: difference[1])
    return judged


def _opened(marks: Sequence[Mark], end: int) -> list[Mark]:
    """An unlabelled first turn may begin anywhere before the first label: what stands before it is the page's head."""
    if not marks or marks[0].label is not None:
        return list(marks)
    until = marks[1].start - 1 if len(marks) > 1 else end
    return [Mark(0, marks[0].words, until, None, marks[0].roles, marks[0].person), *marks[1:]]


def _match(marks: Sequence[Mark], free: set[int], claim: Claim) -> int | None:
    if claim.place is None:
        return None
    fit = [at for at in free if marks[at].start <= claim.place <= marks[at].until]
    same = [at for at in fit if label_form(marks[at].label) == label_form(claim.label)]
    return min(same or fit, default=None)


def _compare(page: KnownPage, judged: Judged, mark: Mark, claim: Claim) -> None:
    score = judged.score
    if label_form(mark.label) == label_form(claim.label):
        score.labelled += 1
    else:
        judged.differences.append(("label", _block(page, mark.start), f"{claim.label!r} for {mark.label!r}"))
    if mark.roles:
        score.roles_known += 1
        if claim.role in mark.roles:
            score.roles_right += 1
        else:
            right = "/".join(sorted(mark.roles))
            judged.differences.append(
                ("role", _block(page, mark.start), f"{claim.role} for {right}: {mark.label!r}")
            )


def _block(page: KnownPage, place: int) -> int:
    return min(max(0, bisect_right(page.starts, place) - 1), len(page.lines) - 1)


def _agrees(speaker: str, mark: Mark) -> bool:
    """Whether a speaker's name shares a word with the one known, small misspellings allowed."""
    if mark.person is None:
        return True
    known, read = _name_words(mark.person), _name_words(speaker)
    return any(fuzz.ratio(one, other) >= 75 for one in known for other in read)


def _name_words(text: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text).casefold())
    return [word for word in words if word not in _NO_NAMES and len(word) > 1]
