"""What lies between the blocks of a chain, word by word: the steps from the record's words to the quotation's."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq, Levenshtein
from rapidfuzz.process import cdist

from onrecord.quoting.place import Block
from onrecord.quoting.stream import Stream

Tag = Literal["equal", "replace", "insert", "delete", "omit", "jump"]

_MOST_CELLS = 200_000
_SIMILAR_CELLS = 4_000
_FEW_CELLS = 24
# What is left out, put in or replaced costs one, another spelling less; a marked omission a breath, so that of two equal places
# the nearer is taken. In thousandths: whole numbers are the same in whatever order they are added.
_ONE, _LIKE, _OMIT = 1000, 800, 1
_ALIKE = 0.5
# Longer rows are filled at once.
_WIDE = 40
_PAIR, _DROP, _PUT = 0, 1, 2
_OWN_WORDS = 4


class Step(NamedTuple):
    """Words [said, said_end) of the candidate's stream stand as words [quoted, quoted_end) of the quotation.

    `omit`: left out where the quotation marks an omission or insertion; `jump`: what follows stands elsewhere.
    """

    tag: Tag
    candidate: int
    said: int
    said_end: int
    quoted: int
    quoted_end: int


def trace_steps(
    blocks: Sequence[Block],
    streams: Sequence[Stream],
    words: Sequence[str],
    breaks: Collection[int],
    near: int,
) -> list[Step]:
    """Return the steps that lead through all words of the quotation along the blocks of a chain."""
    tracer = _Tracer(streams, words, breaks)
    steps = tracer.head(blocks[0])
    for index, block in enumerate(blocks):
        if index:
            steps += tracer.between(blocks[index - 1], block, near)
        end = block.said + block.length
        steps.append(
            Step("equal", block.candidate, block.said, end, block.quoted, block.quoted + block.length)
        )
    return _joined(steps + tracer.tail(blocks[-1]))


def align_words(
    said: Sequence[str], quoted: Sequence[str], free: Collection[int]
) -> list[tuple[Tag, int, int]]:
    """Return (tag, words said, words quoted) for each run of one tag, by least edits.

    Words said may be left out at no cost before the quoted words whose offsets are in `free`.
    """
    if not said or not quoted or (len(said) + 1) * (len(quoted) + 1) > _MOST_CELLS:
        left_out: Tag = "omit" if (free if quoted else 0 in free) else "delete"
        both: list[tuple[Tag, int, int]] = [(left_out, len(said), 0), ("insert", 0, len(quoted))]
        return [run for run in both if run[1] or run[2]]
    if len(said) == len(quoted) == 1:  # in whatever way it is free, a pair costs least
        return [("equal" if said[0] == quoted[0] else "replace", 1, 1)]
    is_free = [row in free for row in range(len(quoted) + 1)]
    likely: Sequence[Sequence[int]]
    if len(said) >= _WIDE:
        costs = _costs_of_pairs(said, quoted)
        rows, likely = _fill_wide(costs, is_free), costs.tolist()
    else:
        likely = _costs_of_few(said, quoted) or _costs_of_pairs(said, quoted).tolist()
        rows = _fill(likely, is_free)
    runs: list[tuple[Tag, int, int]] = []
    row, column = len(quoted), len(said)
    tag: Tag | None = None
    end_row, end_column = row, column
    while row or column:
        move = rows[row][column]
        if move == _PAIR:
            this: Tag = "replace" if likely[row - 1][column - 1] else "equal"
        elif move == _PUT:
            this = "insert"
        else:
            this = "omit" if row in free else "delete"
        if this != tag:
            if tag is not None:
                runs.append((tag, end_column - column, end_row - row))
            tag, end_row, end_column = this, row, column
        row, column = row - (move != _DROP), column - (move != _PUT)
    if tag is not None:
        runs.append((tag, end_column, end_row))
    return runs[::-1]


def _costs_of_pairs(said: Sequence[str], quoted: Sequence[str]) -> NDArray[np.int64]:
    """Return for each word quoted what it costs to stand for each word said: nothing for itself, less for one that is like it.

    Where there are too many, none is.
    """
    if len(said) * len(quoted) > _SIMILAR_CELLS:
        known: dict[str, int] = {}
        codes = [np.array([known.setdefault(word, len(known)) for word in words]) for words in (said, quoted)]
        return np.where(codes[1][:, None] == codes[0], 0, _ONE)
    likeness = cdist(quoted, said, scorer=Levenshtein.normalized_similarity, score_cutoff=_ALIKE)
    return np.where(likeness > _ALIKE, np.where(likeness == 1.0, 0, _LIKE), _ONE)


def _costs_of_few(said: Sequence[str], quoted: Sequence[str]) -> Sequence[Sequence[int]]:
    """Return the same of few words, without the arrays that take longer to make than to fill; empty where there are more."""
    if len(said) * len(quoted) > _FEW_CELLS:
        return ()
    alike = Levenshtein.normalized_similarity
    return [
        [0 if word == other else _LIKE if alike(word, other, score_cutoff=_ALIKE) > _ALIKE else _ONE for other in said]
        for word in quoted
    ]  # fmt: skip


def _fill(pairs: Sequence[Sequence[int]], free: Sequence[bool]) -> Sequence[Sequence[int]]:
    """Return the last move of the least edits to each cell, a row for the beginning and one for each word quoted.

    Of equal ones a pair is taken before words left out, and these before words put in.
    """
    words = len(pairs[0])
    drop = _OMIT if free[0] else _ONE
    above = list(range(0, drop * words + 1, drop))
    rows: list[Sequence[int]] = [[_DROP] * (words + 1)]
    for likely, is_free in zip(pairs, free[1:], strict=True):
        drop = _OMIT if is_free else _ONE
        diagonal = above[0]
        cost = diagonal + _ONE
        costs, moves = [cost], [_PUT]
        for pair, over in zip(likely, above[1:], strict=True):
            cost += drop
            move = _DROP
            if diagonal + pair <= cost:
                cost, move = diagonal + pair, _PAIR
            if over + _ONE < cost:
                cost, move = over + _ONE, _PUT
            costs.append(cost)
            moves.append(move)
            diagonal = over
        rows.append(moves)
        above = costs
    return rows


def _fill_wide(pairs: NDArray[np.int64], free: Sequence[bool]) -> Sequence[Sequence[int]]:
    """Return what `_fill` does, a whole row at once: that is quicker where rows are long."""
    words = pairs.shape[1]
    along = np.arange(words + 1)
    above = along * (_OMIT if free[0] else _ONE)
    rows: list[Sequence[int]] = [[_DROP] * (words + 1)]
    for likely, is_free in zip(pairs, free[1:], strict=True):
        dropped = along * (_OMIT if is_free else _ONE)
        best = above + _ONE
        paired = above[:-1] + likely
        put = best[1:] < paired
        np.minimum(best[1:], paired, out=best[1:])
        costs = np.minimum.accumulate(best - dropped) + dropped
        left_out = costs[:-1] + (_OMIT if is_free else _ONE)
        moves = np.where(
            put, np.where(best[1:] < left_out, _PUT, _DROP), np.where(paired <= left_out, _PAIR, _DROP)
        )
        rows.append([_PUT, *moves.tolist()])
        above = costs
    return rows


class _Tracer:
    """The steps before, between and after blocks; offsets of the record stay within the turn at the ends."""

    def __init__(self, streams: Sequence[Stream], words: Sequence[str], breaks: Collection[int]) -> None:
        self.streams = streams
        self.words = words
        self.breaks = breaks

    def head(self, first: Block) -> list[Step]:
        """Return the steps before the first block."""
        stream = self.streams[first.candidate]
        turn = stream.turn_at(first.said)
        start = max(stream.starts[turn], first.said - self._reach(0, first.quoted))
        if self._are_own(first.candidate, (start, first.said), (0, first.quoted)):
            return [Step("insert", first.candidate, first.said, first.said, 0, first.quoted)]
        steps = self._fine(first.candidate, (start, first.said), (0, first.quoted), {0})
        return self._own_words(_without_ends(steps, at_start=True), first.candidate, first.said)

    def tail(self, last: Block) -> list[Step]:
        """Return the steps after the last block."""
        stream = self.streams[last.candidate]
        said, quoted = last.said + last.length, last.quoted + last.length
        turn = stream.turn_at(said - 1)
        end = min(stream.end_of(turn), said + self._reach(quoted, len(self.words)))
        if self._are_own(last.candidate, (said, end), (quoted, len(self.words))):
            return [Step("insert", last.candidate, said, said, quoted, len(self.words))]
        steps = self._fine(last.candidate, (said, end), (quoted, len(self.words)), {len(self.words)})
        return self._own_words(_without_ends(steps, at_start=False), last.candidate, said)

    def between(self, first: Block, second: Block, near: int) -> list[Step]:
        """Return the steps from one block to the next; a jump where the next does not follow."""
        said, quoted = first.said + first.length, first.quoted + first.length
        gap = second.said - said
        marked = any(quoted <= mark <= second.quoted for mark in self.breaks)
        follows = first.candidate == second.candidate and gap >= 0 and (marked or gap <= near)
        if follows:
            return self._fine(first.candidate, (said, second.said), (quoted, second.quoted), set())
        jump = Step("jump", second.candidate, second.said, second.said, second.quoted, second.quoted)
        if quoted == second.quoted:
            return [jump]
        return [Step("insert", first.candidate, said, said, quoted, second.quoted), jump]

    def _are_own(self, candidate: int, said: tuple[int, int], quoted: tuple[int, int]) -> bool:
        """Return whether `_own_words` would take all words at an end for insertions, whatever the alignment: too few stand there.

        Of an alignment no more words can stand alike than the longest sequence that both sides have in common.
        """
        many = quoted[1] - quoted[0]
        if many <= _OWN_WORDS or any(quoted[0] <= mark <= quoted[1] for mark in self.breaks):
            return False
        there = self.streams[candidate].words[said[0] : said[1]]
        return 3 * LCSseq.similarity(there, self.words[quoted[0] : quoted[1]]) < many

    def _own_words(self, steps: list[Step], candidate: int, place: int) -> list[Step]:
        """Return the steps at an end of the quotation; words with hardly a likeness to the record's are insertions.

        Pairing them with whatever stands beside the place would show the reader a change that nobody made.
        """
        quoted = sum(step.quoted_end - step.quoted for step in steps)
        alike = sum(step.quoted_end - step.quoted for step in steps if step.tag == "equal")
        if quoted <= _OWN_WORDS or 3 * alike >= quoted or any(step.tag == "omit" for step in steps):
            return steps
        return [Step("insert", candidate, place, place, steps[0].quoted, steps[-1].quoted_end)]

    def _reach(self, start: int, end: int) -> int:
        if start == end:
            return 0
        marked = any(start < mark < end or mark == end for mark in self.breaks)
        return end - start + (200 if marked else 3)

    def _fine(
        self, candidate: int, said: tuple[int, int], quoted: tuple[int, int], ends: set[int]
    ) -> list[Step]:
        if quoted[0] == quoted[1] and ends:
            return []
        free = {mark - quoted[0] for mark in {*self.breaks, *ends} if quoted[0] <= mark <= quoted[1]}
        part = self.streams[candidate].words[said[0] : said[1]]
        steps: list[Step] = []
        at, place = quoted[0], said[0]
        for tag, from_said, from_quoted in align_words(part, self.words[quoted[0] : quoted[1]], free):
            steps.append(Step(tag, candidate, place, place + from_said, at, at + from_quoted))
            at, place = at + from_quoted, place + from_said
        return steps


def _without_ends(steps: list[Step], *, at_start: bool) -> list[Step]:
    """Return the steps without the record's words beyond the quotation's own beginning or end."""
    kept = steps if at_start else steps[::-1]
    while kept and kept[0].tag in ("omit", "delete"):
        kept = kept[1:]
    return kept if at_start else kept[::-1]


def _joined(steps: Sequence[Step]) -> list[Step]:
    joined: list[Step] = []
    for step in steps:
        last = joined[-1] if joined else None
        if (
            last
            and last.tag == step.tag != "jump"
            and last[1] == step.candidate
            and last.said_end == step.said
        ):
            joined[-1] = last._replace(said_end=step.said_end, quoted_end=step.quoted_end)
        else:
            joined.append(step)
    return joined
