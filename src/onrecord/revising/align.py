"""Where two runs of tokens differ: the least stretches, laid where a reader would look for them.

Whole sentences that stand once in both runs are the anchors, so that the cost grows with what changed, not with the text;
between two anchors tokens are aligned by least edits. Beyond `_MOST_CELLS` whole sentences are compared, and beyond that
again all between two anchors is one stretch: a text replaced by another is not aligned word by word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from onrecord.model import Turn
from onrecord.revising.tokens import LABEL, NO_TURN, Run, begins_sentence

_MOST_CELLS = 60_000_000
_LEAST_ANCHOR = 4
# Equal words between two changes, of which a reader makes one: fewer than this share of the smaller one's.
_ISLAND = 0.5
_LONGEST_IN_BRACKETS = 15
_ALIKE = 0.5


class Stretch(NamedTuple):
    """Tokens [old, old_end) of the one run stand as tokens [new, new_end) of the other; one side may be empty."""

    old: int
    old_end: int
    new: int
    new_end: int


def find_stretches(old: Run, new: Run) -> list[Stretch]:
    """Return the stretches that differ, in order."""
    first, last_old, last_new = _trimmed(old.texts, new.texts)
    if first == last_old and first == last_new:
        return []
    found: list[Stretch] = []
    for gap in _gaps(old, new, Stretch(first, last_old, first, last_new)):
        found += _inside(old, new, gap)
    joined = _brackets_closed(new, _without_islands(old, new, _touching_joined(found)))
    slid: list[Stretch] = []
    for index, stretch in enumerate(joined):
        before = slid[-1] if slid else Stretch(0, 0, 0, 0)
        end = len(old.texts), len(new.texts)
        behind = joined[index + 1] if index + 1 < len(joined) else Stretch(end[0], end[0], end[1], end[1])
        slid.append(_slid(old, new, stretch, before, behind))
    return slid


def _trimmed(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int, int]:
    """Return where the runs begin to differ, and behind what of each they are the same again."""
    least = min(len(old), len(new))
    first = 0
    while first < least and old[first] == new[first]:
        first += 1
    behind = 0
    while behind < least - first and old[len(old) - 1 - behind] == new[len(new) - 1 - behind]:
        behind += 1
    return first, len(old) - behind, len(new) - behind


class _Sentence(NamedTuple):
    start: int
    end: int
    tokens: tuple[str, ...]


def _sentences(run: Run, start: int, end: int) -> list[_Sentence]:
    """Return the whole sentences inside a stretch of the run."""
    at = bisect_left(run.starts, start)
    found = []
    while at + 1 < len(run.starts) and run.starts[at + 1] <= end:
        left, right = run.starts[at], run.starts[at + 1]
        found.append(_Sentence(left, right, tuple(run.texts[left:right])))
        at += 1
    return found


def part_turns(old: Sequence[Turn], new: Sequence[Turn]) -> list[Stretch]:
    """Return the turns [old, old_end) and [new, new_end) between those that are the same on both sides, in order.

    Most turns of a long statement are the same in both versions, and need not be looked into.
    """
    left, right = ([(turn.label, turn.text) for turn in turns] for turns in (old, new))
    first, last_old, last_new = _trimmed(left, right)
    gaps, at_old, at_new = [], first, first
    for one, other in _anchors(left[first:last_old], right[first:last_new]):
        gaps.append(Stretch(at_old, first + one, at_new, first + other))
        at_old, at_new = first + one + 1, first + other + 1
    gaps.append(Stretch(at_old, last_old, at_new, last_new))
    return [each for each in gaps if each.old < each.old_end or each.new < each.new_end]


def part_lines(old: Sequence[Turn], new: Sequence[Turn], gap: Stretch) -> list[Stretch]:
    """Return a gap between turns in pieces where it holds nothing but lines of the publisher's: those alike, and those of one side.

    "ページの先頭へ戻る" and "メール：…" have a letter in common, and are no edit of each other.
    """
    lines = (*old[gap.old : gap.old_end], *new[gap.new : gap.new_end])
    if gap.old == gap.old_end or gap.new == gap.new_end or any(line.n != NO_TURN for line in lines):
        return [gap]
    parts, at = [], gap.new
    for index in range(gap.old, gap.old_end):
        alike = next((n for n in range(at, gap.new_end) if _are_alike(old[index].text, new[n].text)), None)
        if alike is None:
            parts.append(Stretch(index, index + 1, at, at))
            continue
        parts += [Stretch(index, index, n, n + 1) for n in range(at, alike)]
        parts.append(Stretch(index, index + 1, alike, alike + 1))
        at = alike + 1
    return [*parts, *(Stretch(gap.old_end, gap.old_end, n, n + 1) for n in range(at, gap.new_end))]


def _are_alike(one: str, other: str) -> bool:
    return Indel.normalized_similarity(one, other) >= _ALIKE


def _gaps(old: Run, new: Run, whole: Stretch) -> list[Stretch]:
    """Return what lies between the sentences of some length that stand once on either side, in the same order."""
    olds, news = (
        [each for each in found if len(each.tokens) >= _LEAST_ANCHOR]
        for found in (_sentences(old, whole.old, whole.old_end), _sentences(new, whole.new, whole.new_end))
    )
    gaps, at_old, at_new = [], whole.old, whole.new
    for one, other in _anchors([each.tokens for each in olds], [each.tokens for each in news]):
        gaps.append(Stretch(at_old, olds[one].start, at_new, news[other].start))
        at_old, at_new = olds[one].end, news[other].end
    gaps.append(Stretch(at_old, whole.old_end, at_new, whole.new_end))
    return [each for each in gaps if each.old < each.old_end or each.new < each.new_end]


def _anchors(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return where items stand that are on either side once, those that stand in the same order."""
    counted = Counter(left), Counter(right)
    places = {each: index for index, each in enumerate(right)}
    pairs = [
        (index, places[each]) for index, each in enumerate(left) if counted[0][each] == counted[1][each] == 1
    ]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest choice of pairs that stand in one order on both sides."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        at = bisect_left(tails, other)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(other)
            ends.append(index)
        else:
            tails[at], ends[at] = other, index
    chosen = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = before[index]
    return chosen[::-1]


def _inside(old: Run, new: Run, gap: Stretch) -> list[Stretch]:
    first, last_old, last_new = _trimmed(old.texts[gap.old : gap.old_end], new.texts[gap.new : gap.new_end])
    gap = Stretch(gap.old + first, gap.old + last_old, gap.new + first, gap.new + last_new)
    if gap.old == gap.old_end or gap.new == gap.new_end:
        return [gap] if gap.old < gap.old_end or gap.new < gap.new_end else []
    if (gap.old_end - gap.old) * (gap.new_end - gap.new) <= _MOST_CELLS:
        return _edits(old.texts[gap.old : gap.old_end], new.texts[gap.new : gap.new_end], gap.old, gap.new)
    return _by_sentences(old, new, gap)


def _edits(old: Sequence[str], new: Sequence[str], at_old: int, at_new: int) -> list[Stretch]:
    """Return the stretches of the least edits between two sequences, shifted to where they stand."""
    numbers: dict[str, int] = {}
    left = [numbers.setdefault(each, len(numbers)) for each in old]
    right = [numbers.setdefault(each, len(numbers)) for each in new]
    return [
        Stretch(step.src_start + at_old, step.src_end + at_old, step.dest_start + at_new, step.dest_end + at_new)
        for step in Indel.opcodes(left, right)
        if step.tag != "equal"
    ]  # fmt: skip


def _by_sentences(old: Run, new: Run, gap: Stretch) -> list[Stretch]:
    """Return the sentences that differ; all in one stretch where there are too many even of these."""
    olds, news = _sentences(old, gap.old, gap.old_end), _sentences(new, gap.new, gap.new_end)
    if not olds or not news or len(olds) * len(news) > _MOST_CELLS:
        return [gap]
    numbers: dict[tuple[str, ...], int] = {}
    left = [numbers.setdefault(each.tokens, len(numbers)) for each in olds]
    right = [numbers.setdefault(each.tokens, len(numbers)) for each in news]
    at_old, at_new, found = gap.old, gap.new, []
    for step in Indel.opcodes(left, right):
        if step.tag == "equal":
            one, other = olds[step.src_start], news[step.dest_start]
            found.append(Stretch(at_old, one.start, at_new, other.start))
            at_old, at_new = olds[step.src_end - 1].end, news[step.dest_end - 1].end
    found.append(Stretch(at_old, gap.old_end, at_new, gap.new_end))
    return [each for each in found if each.old < each.old_end or each.new < each.new_end]


def _touching_joined(stretches: list[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for each in stretches:
        if joined and joined[-1].old_end == each.old and joined[-1].new_end == each.new:
            joined[-1] = joined[-1]._replace(old_end=each.old_end, new_end=each.new_end)
        else:
            joined.append(each)
    return joined


def _without_islands(old: Run, new: Run, stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches, those made one between which hardly a word is the same.

    Two texts of other words still share "of the": a reader would not call that kept.
    """
    joined: list[Stretch] = []
    for each in stretches:
        while joined and _is_island(old, joined[-1], each):
            each = Stretch(joined[-1].old, each.old_end, joined[-1].new, each.new_end)
            joined.pop()
        joined.append(each)
    return joined


def _is_island(old: Run, left: Stretch, right: Stretch) -> bool:
    between = range(left.old_end, right.old)
    if any(begins_sentence(old.tokens, index) for index in range(left.old_end, right.old + 1)):
        return False
    words = sum(old.tokens[index].is_word for index in between)
    return words <= _ISLAND * min(_size(left), _size(right)) - 0.5


def _brackets_closed(new: Run, stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches, those made one that open and close one bracket: "elections" to "economy [elections]"."""
    joined: list[Stretch] = []
    for each in stretches:
        if joined and _opens(new, joined[-1]) and "]" in new.texts[each.new : each.new_end]:
            last = joined[-1]
            if (
                each.new - last.new_end <= _LONGEST_IN_BRACKETS
                and "]" not in new.texts[last.new_end : each.new]
            ):
                each = Stretch(last.old, each.old_end, last.new, each.new_end)
                joined.pop()
        joined.append(each)
    return joined


def _opens(new: Run, stretch: Stretch) -> bool:
    texts = new.texts[stretch.new : stretch.new_end]
    return texts.count("[") > texts.count("]")


def _size(stretch: Stretch) -> int:
    """How much is replaced; what is only put in or taken out stands for itself."""
    return min(stretch.old_end - stretch.old, stretch.new_end - stretch.new)


def _slid(old: Run, new: Run, stretch: Stretch, before: Stretch, behind: Stretch) -> Stretch:
    """Return the stretch where it begins with a sentence, of the places where the same tokens could be put in or taken out.

    "A. B." to "A. X. B." may be told as "X." put in before "B", or as ". X" before ".". Between those `before` and `behind`
    it alone: what they have is theirs.
    """
    if stretch.old < stretch.old_end and stretch.new < stretch.new_end:
        return stretch
    run = old if stretch.old < stretch.old_end else new
    start, end = (stretch.old, stretch.old_end) if run is old else (stretch.new, stretch.new_end)
    farthest = min(stretch.old - before.old_end, stretch.new - before.new_end)
    back = 0
    while back < farthest and run.texts[start - back - 1] == run.texts[end - back - 1]:
        back += 1
    farthest = min(behind.old - stretch.old_end, behind.new - stretch.new_end)
    forth = 0
    while forth < farthest and run.texts[start + forth] == run.texts[end + forth]:
        forth += 1
    best = max(range(-back, forth + 1), key=lambda by: (_fitness(run, start + by), -abs(by)))
    return Stretch(stretch.old + best, stretch.old_end + best, stretch.new + best, stretch.new_end + best)


def _fitness(run: Run, at: int) -> int:
    if at < len(run.tokens) and run.tokens[at].text.startswith(LABEL):
        return 3
    if begins_sentence(run.tokens, at):
        return 2
    return int(at < len(run.tokens) and run.tokens[at].is_word)
