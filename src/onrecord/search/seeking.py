"""Where a quotation may stand in an index of quotations, and how rare its words are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.quoting import Excerpt, Quotation, Rarity, rarity_bits
from onrecord.search.codes import code_of, codes_of
from onrecord.search.covers import Cover
from onrecord.search.ground import Ground, Standing
from onrecord.search.neighbours import near_words
from onrecord.search.postings import RUN
from onrecord.search.runs import cover_runs
from onrecord.search.segment import Segment
from onrecord.search.votes import WIDTH, Asked, keys_of, settled

MOST_PLACES = 30
"""The most places at which the same words stand that are looked at."""

_FEW_WORDS, _MOST_OF_FEW = 3, 22
"""Fewer words than these are too short for a verdict, and only some of their places are shown."""

_MOST_EXACT = 5_000
# Places looked up at first, and where that tells too little.
_QUICK_BUDGET, _BUDGET = 1_500, 12_000
# So much covered at one place is no chance in a record of any size.
_CLEAR_BITS = 60.0
# Windows looked at: at first, and where that tells too little. Of few words more, as they share few seeds with many places.
_QUICK_WINDOWS, _WINDOWS, _MOST_WINDOWS = 16, 32, 256
_WORDS_COMPARED = 2_000
# Versions looked at closely; of few words, which may stand in many, more.
_MOST_VERSIONS, _MOST_OF_SHORT, _SHORT = 6, 24, 9
# Versions more, which hold what those have not.
_MOST_OTHERS = 8
# A place is worth a close look if it covers this share of what the best covers; more, where that is nearly all.
_SHARE, _SHARE_OF_WHOLE = 0.5, 0.8
# What is left of a quotation is sought by itself if it tells this much; in the statement of the rest it needs less.
_REST_BITS = 16.0
_OWN_REST_BITS = 8.0
_SAME_STATEMENT = 8.0
_MOST_RESTS, _LEAST_REST = 2, 3
_AS_GOOD, _NEARLY_ALL, _MOST_SAME = 3.0, 0.85, 8
# Of a quotation of so many pieces the best place has about one: where it has less than this share of one, nothing is found.
_SHARE_OF_PIECE, _MOST_CLOSE = 0.85, 4
# So few words may all stand beside one another by chance, in any order; what stands in a row is looked up all the same.
_FEW_ENOUGH = 14
_LONGEST_SCAN = 200_000
_MARGIN, _MARKED_MARGIN = 24, 224
_NEIGHBOURS = 3
_MOST_UNKNOWN = 24
# Where of so many none is like a word of the record, the others will not be: it is another language, or names of elsewhere.
_STRANGE = 3


class Stretch(NamedTuple):
    """A stretch of a version in which a quotation may stand, and the words of it that stand there in a row of two or are rare."""

    statement: str
    version: int
    excerpt: Excerpt
    held: frozenset[str]


class Sought(NamedTuple):
    """The stretches in which a quotation may stand, the likeliest first, and how rare its words are.

    `more`: its words stand in a row at more places than these.
    """

    stretches: tuple[Stretch, ...]
    rarity: Rarity
    more: bool = False


class _OfForm(NamedTuple):
    """What was found of one form of a quotation; `slips`: its unknown words that are a letter away from a known one."""

    stretches: list[Stretch]
    more: bool = False
    slips: frozenset[str] = frozenset()


Preferred = Callable[[Sequence[str]], frozenset[str]]
"""Returns the ids of the statements that are looked at first where more hold the same words than can be."""


class Seeker:
    """Seeks in the segments of one index, as they are now."""

    def __init__(self, ground: Ground) -> None:
        """Take the segments as one ground."""
        self.ground = ground
        self._segments = ground.segments
        self._words = ground.words

    def seek(self, forms: Sequence[Quotation], preferred: Preferred) -> Sought:
        """Return the stretches in which a quotation may stand, which is sought in several forms.

        Where its words stand in a row, all such places, up to 30; else the likeliest places of all of it and of each part
        that is not there.
        """
        rarity = self._rarity(forms)
        each = [self._seek(form, rarity, preferred) for form in forms]
        found = [stretch for form in each for stretch in form.stretches]
        slips = rarity._replace(slips=frozenset().union(*(form.slips for form in each)))
        return Sought(tuple(_united(found)), slips, any(form.more for form in each))

    def _rarity(self, forms: Iterable[Quotation]) -> Rarity:
        words = sorted({word for form in forms for word in form.words})
        counts = self.ground.counts([code_of(word) for word in words])
        return Rarity(dict(zip(words, counts, strict=True)), self._words)

    def _seek(self, form: Quotation, rarity: Rarity, preferred: Preferred) -> _OfForm:
        if not self._words:
            return _OfForm([])
        codes = np.array([code_of(word) for word in form.words], np.uint32)
        keys = keys_of(codes)
        exact = self.ground.in_a_row(keys, _MOST_EXACT)
        if exact:
            most = MOST_PLACES if len(codes) >= _FEW_WORDS else _MOST_OF_FEW
            more = len(exact) > most
            if more:
                exact = self._preferred(exact, preferred(form.words))
            stretches = [
                stretch_of(self._segments[index], version, at, at + len(codes), _MARGIN, form.words)
                for index, version, at in exact[:most]
            ]
            return _OfForm(stretches, more)
        breaks = frozenset(mark.at for mark in form.marks)
        bits = settled(np.array(rarity_bits(form.words, rarity), np.float64))
        return self._likely(form.words, Asked(codes, keys, (), breaks, bits))

    def _preferred(self, places: Sequence[Standing], first: frozenset[str]) -> list[Standing]:
        """Return the places, those in some statements first, and one of each version before others of it."""
        told: Counter[tuple[int, int]] = Counter()
        order = []
        for each in places:
            version = each.segment, each.version
            other = bool(first) and self._segments[each.segment].name(each.version)[0] not in first
            order.append((other, told[version]))
            told[version] += 1
        return [places[at] for at in sorted(range(len(places)), key=order.__getitem__)]

    def _others(self, words: Sequence[str], codes: NDArray[np.uint32]) -> list[tuple[int, int]]:
        """Return, for words that the record does not hold, those it holds that are one slip away."""
        counts = self.ground.counts(codes.tolist())
        unknown = [at for at, count in enumerate(counts) if not count][:_MOST_UNKNOWN]
        found: dict[str, list[int]] = {}
        others: list[tuple[int, int]] = []
        for at in unknown:
            word = words[at]
            if word not in found:
                found[word] = self._near_codes(word)
            others += [(at, code) for code in found[word]]
            if len(found) == _STRANGE and not others:
                break
        return others

    def _near_codes(self, word: str) -> list[int]:
        codes = codes_of(near_words(word))
        counts = self.ground.count(codes)
        best = np.argsort(-counts, kind="stable")
        held = [int(codes[at]) for at in best.tolist() if counts[at] > 0]
        return list(dict.fromkeys(held))[:_NEIGHBOURS]

    def _likely(self, words: Sequence[str], asked: Asked) -> _OfForm:
        length = len(asked.codes)
        # What tells less than would be clear is looked for thoroughly at once.
        told = float(asked.bits.sum())
        piece = _SHARE_OF_PIECE * told / max(2, len(asked.breaks) + 1)
        covers = self._covers(asked, 0, length) if told >= _CLEAR_BITS else []
        if not covers or covers[0].bits < max(_CLEAR_BITS, piece):
            asked = asked.with_others(self._others(words, asked.codes))
            covers = self._all_covers(asked, 0, length)
        slips = frozenset(words[at] for at, _ in asked.others)
        if covers:
            whole = covers[0].bits >= _NEARLY_ALL * told
            least = (_SHARE_OF_WHOLE if whole else _SHARE) * covers[0].bits
            covers = [cover for cover in covers if cover.bits >= least]
        if not covers or covers[0].bits < piece:
            close = self._stretches(words, asked, covers[:_MOST_CLOSE], cover_runs(self.ground, asked))
            return _OfForm(close, slips=slips)
        rests = self._rests(asked, covers)
        more = cover_runs(self.ground, asked) if rests or length <= _FEW_ENOUGH else []
        for start, end in rests:
            more += self._rest(asked, covers, start, end)
        return _OfForm(self._stretches(words, asked, covers, more), slips=slips)

    def _covers(self, asked: Asked, start: int, end: int) -> list[Cover]:
        """Return how the words [start, end) are covered at the places that a quick look tells."""
        return self.ground.look(asked, start, end, _QUICK_BUDGET, _QUICK_WINDOWS)

    def _all_covers(self, asked: Asked, start: int, end: int) -> list[Cover]:
        """Return the same of more places, found by more seeds."""
        most = min(_MOST_WINDOWS, max(_WINDOWS, _WORDS_COMPARED // (end - start)))
        return self.ground.look(asked, start, end, _BUDGET, most)

    def _same_covers(self, asked: Asked, start: int, end: int) -> list[Cover]:
        """Return some places at which the words [start, end) stand in a row."""
        if end - start <= RUN:  # fewer words are nowhere quickly told
            return []
        places = sorted(self.ground.in_a_row(asked.keys.part(start, end), _MOST_SAME))[:_MOST_SAME]
        windows = np.array([(each.segment, each.position - start - WIDTH // 2) for each in places], np.int64)
        return self.ground.cover(asked, windows.reshape(-1, 2), start, end)

    def _rests(self, asked: Asked, covers: Sequence[Cover]) -> list[tuple[int, int]]:
        """Return the stretches of the quotation to seek by themselves: what the best place has not, as its marks part it."""
        left = _bridged(~covers[0].words).astype(np.int8)
        edges = np.flatnonzero(np.diff(np.concatenate([[0], left, [0]])))
        rests: list[tuple[int, int]] = []
        for start, end in edges.reshape(-1, 2).tolist():
            marks = [start, *sorted(mark for mark in asked.breaks if start < mark < end), end]
            rests += pairwise(marks)
        told = {
            each: float(asked.bits[slice(*each)].sum()) for each in rests if each[1] - each[0] >= _LEAST_REST
        }
        worth = [each for each in told if told[each] >= _OWN_REST_BITS]
        return sorted(worth, key=lambda each: -told[each])[:_MOST_RESTS]

    def _rest(self, asked: Asked, covers: Sequence[Cover], start: int, end: int) -> list[Cover]:
        """Return the places for a stretch of the quotation: in the statements of the best places, and anywhere."""
        inside: list[Cover] = []
        best = [cover for cover in covers[:3] if cover.bits >= covers[0].bits - _AS_GOOD]
        for index, version in dict.fromkeys((cover.segment, cover.version) for cover in best):
            reach = self._segments[index].reach(version)
            if reach[1] - reach[0] <= _LONGEST_SCAN:
                inside += self.ground.look_inside(asked, index, version, start, end, 4)[:2]
        told = float(asked.bits[start:end].sum())
        best_inside = max((cover.bits for cover in inside), default=0.0) + _SAME_STATEMENT
        if told < _REST_BITS or told <= best_inside:
            return inside
        anywhere = self._same_covers(asked, start, end) or self._covers(asked, start, end)
        if not anywhere or anywhere[0].bits < _NEARLY_ALL * told:
            anywhere = self._all_covers(asked, start, end)
        return inside + [cover for cover in anywhere[:3] if cover.bits > best_inside or not inside]

    def _stretches(
        self, words: Sequence[str], asked: Asked, covers: Sequence[Cover], more: Sequence[Cover]
    ) -> list[Stretch]:
        """Return the stretches of the versions with the likeliest places, and of some more that hold the rest."""
        margin = _MARKED_MARGIN if asked.breaks else _MARGIN
        most = _MOST_VERSIONS if len(asked.codes) >= _SHORT else _MOST_OF_SHORT
        likely = list(dict.fromkeys((cover.segment, cover.version) for cover in covers))[:most]
        others = dict.fromkeys((cover.segment, cover.version) for cover in more)
        taken = [*likely, *[each for each in others if each not in likely][:_MOST_OTHERS]]
        grouped: dict[tuple[int, int], list[Cover]] = {each: [] for each in taken}
        for cover in (*covers, *more):
            grouped.get((cover.segment, cover.version), []).append(cover)
        found = []
        for (index, version), own in grouped.items():
            segment = self._segments[index]
            for start, end, held in _joined(own):
                there = [words[at] for at in held.nonzero()[0].tolist()]
                found.append(stretch_of(segment, version, start, end, margin, there))
        return found


def _joined(covers: Sequence[Cover]) -> list[tuple[int, int, NDArray[np.bool_]]]:
    """Return the stretches of the stream that the covers of one version make, and which words stand there.

    Those that hold different words of the quotation belong together; those that hold the same are places of their own.
    """
    joined: list[tuple[int, int, NDArray[np.bool_]]] = []
    for cover in covers:
        held = cover.words.nonzero()[0]
        start = cover.diagonal + int(held[0])
        end = cover.diagonal + int(held[-1]) + 1 + WIDTH
        for index, (first, last, words) in enumerate(joined):
            if (start <= last and first <= end) or int((cover.words & ~words).sum()) >= 2:
                joined[index] = (min(first, start), max(last, end), words | cover.words)
                break
        else:
            if len(joined) < 3:
                joined.append((start, end, cover.words))
    return joined


def stretch_of(
    segment: Segment, version: int, start: int, end: int, margin: int, held: Iterable[str]
) -> Stretch:
    """Return the stretch that holds the positions [start, end) of a version, and so many words around them, or some more."""
    begin, stop = segment.reach(version)
    first, behind = segment.spots(
        version, max(begin, min(start - margin, stop - 1)), min(stop, max(begin, end + margin))
    )
    if behind is None:
        turns = int(segment.arrays["version_turns"][version + 1]) - int(
            segment.arrays["version_turns"][version]
        )
        excerpt = Excerpt(first.turn, first.offset, turns - 1, None)
    elif behind.offset == 0 and behind.turn > first.turn:
        excerpt = Excerpt(first.turn, first.offset, behind.turn - 1, None)
    else:
        excerpt = Excerpt(first.turn, first.offset, behind.turn, behind.offset)
    statement, number = segment.name(version)
    return Stretch(statement, number, excerpt, frozenset(held))


def _united(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches, those of one version that overlap as one: the words in them must not count twice."""
    united: dict[tuple[str, int], list[Stretch]] = {}
    for stretch in stretches:
        own = united.setdefault((stretch.statement, stretch.version), [])
        excerpt, held = stretch.excerpt, stretch.held
        for other in [each for each in own if each.excerpt.overlaps(excerpt)]:
            excerpt, held = excerpt.joined(other.excerpt), held | other.held
            own.remove(other)
        own.append(stretch._replace(excerpt=excerpt, held=held))
    return [stretch for own in united.values() for stretch in own]


def _bridged(left: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the words that are left, with single ones among them that are not."""
    bridged = left.copy()
    bridged[1:-1] |= left[:-2] & left[2:]
    return bridged
