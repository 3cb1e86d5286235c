"""A quotation laid beside its candidates: every exact place, else the best places by evidence."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from onrecord.quoting import chain, wording
from onrecord.quoting.align import Step, trace_steps
from onrecord.quoting.bits import edit_cost, rarity_bits, word_size
from onrecord.quoting.candidate import Candidate, Place
from onrecord.quoting.edits import is_other_fact
from onrecord.quoting.ends import keep_to_sentence
from onrecord.quoting.evidence import JUMP_COST
from onrecord.quoting.leaf import Leaf
from onrecord.quoting.place import Block, covered_bits, find_blocks, find_runs, spaced
from onrecord.quoting.quotation import Quotation
from onrecord.quoting.rarity import Rarity
from onrecord.quoting.shortlist import shortlist, strongest_of_each
from onrecord.quoting.stream import Ground, Stream
from onrecord.quoting.whole import whole_runs
from onrecord.quoting.wording import Assessment
from onrecord.text import match_form

# Evidence must outweigh the number of places it was sought in by this many bits, or the likeness is chance.
_MARGIN = 12.0
# The part of the quotation's bits that must stand alike, and that must be left when its edits are paid for, before other
# wording is called an alteration of the place.
_SHARE, _SHARE_LEFT = 0.5, 0.48
# Who says the same on another occasion uses more words here and fewer there. Where several runs stand alike and word for word keeps
# step between them, the words were changed one by one, or misread: then less may be left.
_SHARE_LEFT_IN_STEP, _SHARE_LEFT_CLAIMED = 0.4, 0.46
_LEAST_LEFT = min(_SHARE_LEFT_IN_STEP, _SHARE_LEFT_CLAIMED, _SHARE_LEFT)
# Who quotes changes a word here and there. Where several in a row are others, somebody else says it, or says something else:
# each further word takes so many bits more than in the evidence for the place, which only tells places apart.
_REWRITTEN = 2.0
# Who changes words and puts some in as well tells it in words of his own: each that is put in takes as much as a word that is missing.
# Where some stand for none of the record's, in a large one and with no claim that agrees, three quarters must be left, too: so a text
# goes on that shares a sentence with the record.
_PUT_IN, _SHARE_LEFT_PUT_IN = 9.0, 0.75
# Pieces of two or three words stand in any record: put together from such, anything could be called a splice; and most of
# what is put together from two places and is changed in them as well stands in neither.
_SHARE_LEFT_JOINED, _SHARE_LEFT_EDITED = 0.5, 0.75
# Of three places and more, pieces of speech that everybody uses could be put together to anything.
_PLACES_JOINED = 2
# Nine words and more of which no four stand in a row need so many bits more.
_TELLING_RUN, _MARGIN_WITHOUT_RUN = 4, 8.0
# The bits of words are those of words drawn one by one, and people speak in formulae: "This is very personal to me" is not
# "This is personal to me" said otherwise. Of few words, what is left when some are changed must tell so many bits more in a large
# record, which holds most formulae, and none in a small one; fewer where all of them stand there, and the record has more.
_FEW_CHANGED, _FORMULA_CHANGED, _FORMULA_ALIKE = 12, 10.0, 6.0
_FEW_JOINED, _FORMULA_JOINED = 9, 16.0
# A formula goes on otherwise: of so few words those that stand in one run, with others at its end, must tell so many more. So
# must few changed words of which it is claimed that somebody else said them.
_FEW_HANGING, _FORMULA_HANGING, _FORMULA_OF_ANOTHER = 9, 10.0, 12.0
# A formula is filled in with other names and numbers: with two of them the few words that are left say something else.
_OTHER_FACTS, _FORMULA_FACTS = 2, 60.0
# A formula is also known by this, that so much of what stands alike stands in so many statements, most of which have other names or
# numbers in it: where the quotation has yet another, it is of another occasion. What is said again with the same ones is no formula.
_FORMULA_ALIKE_SHARE, _FORMULA_STATEMENTS = 0.9, 3
# Words of a record, in bits: eight thousand, and two million.
_SMALL_RECORD, _LARGE_RECORD = 13.0, 21.0
# The closest wording is worth showing from here on.
_CLOSE_SHARE, _CLOSE_BITS = 0.25, 18.0
_CLOSELY_TRIED = 6
_TIES_TRIED = 24
# Fewer words than these have many places that are nearly as good.
_LONG = 9
# A chain costs time by the square of its blocks; a short quotation needs few.
_LEAST_BLOCKS, _MOST_BLOCKS = 50, 400
# So many other places are laid beside where the longest run stands as well.
_MOST_TWINS = 3
# Joining two statements must tell this much more than the best place in one.
_ACROSS_GAIN = 2.0
# A stretch of the quotation must stand elsewhere with so many bits more for a place to be joined with it.
_WORTH_JOINING = JUMP_COST
# Evidence is compared to the fourth digit.
_ROUNDED = 0.001
# So much less may be told by runs that stand word for word than by a place with edits.
_WHOLE_GAIN = 16.0


class Bench:
    """The likeliest candidates' words in streams, and the bits that each word of the quotation tells among all.

    `leaves` are read as far as they may matter. Where the rarity of words in all that was searched is known, the candidates are taken
    as they are; else it is told from them, and only the likeliest are looked at.
    """

    def __init__(self, quotation: Quotation, leaves: Sequence[Leaf], rarity: Rarity | None = None) -> None:
        self.quotation = quotation
        self._leaves = leaves
        if rarity is not None:
            self.bits, self._searched_words = rarity_bits(quotation.words, rarity), rarity.words
        else:
            held = {id(leaf.candidate): leaf for leaf in leaves if leaf.candidate is not None}
            likely = shortlist(quotation, [leaf.candidate for leaf in held.values() if leaf.candidate])
            self._leaves = [held[id(candidate)] for candidate in likely.candidates]
            self.bits, self._searched_words = likely.bits, likely.words
        self._read: dict[int, int] = {}
        self._told: dict[int, float] = {}
        self.candidates: list[Candidate] = []
        self.streams: list[Stream] = []
        self.sizes: list[int] = []
        self._languages: list[str | None] = []
        self._size = word_size(quotation.words)
        self.breaks = sorted({mark.at for mark in quotation.marks})
        counts = {} if rarity is None else rarity.counts
        self._slips = frozenset[str]() if rarity is None else rarity.slips
        unknown = frozenset(at for at, word in enumerate(quotation.words) if counts.get(word) == 0)
        self._wording = Ground(self.streams, self._languages, self.bits, unknown)
        self._all_bits = sum(self.bits)
        self._chance = math.log2(self._searched_words + 2)
        self._judged: dict[tuple[int, bool | None], tuple[Place, bool]] = {}

    def _index(self, leaf: Leaf) -> int | None:
        """Return the index of the candidate, which is read now if it was not; None where it is gone."""
        candidate = leaf.candidate
        if candidate is None:
            return None
        if id(leaf) not in self._read:
            self._read[id(leaf)] = len(self.candidates)
            self.candidates.append(candidate)
            self.streams.append(leaf.stream)
            self.sizes.append(len(leaf.stream.words))
            self._languages.append(candidate.statement.language)
        return self._read[id(leaf)]

    def exact_places(self) -> list[Place]:
        """Return every place where the words stand in a row, in the order of the candidates."""
        needle, words = spaced(self.quotation.words), set(self.quotation.words)
        length = len(self.quotation.words)
        places = []
        for leaf in self._leaves:
            if not words <= leaf.held or (index := self._index(leaf)) is None:
                continue
            places += [
                self._assessed([Step("equal", index, said, said + length, 0, length)])
                for said in find_runs(needle, spaced(leaf.stream.words))
            ]
        return places

    def likely_places(self) -> list[Place]:
        """Return the best place in each of the likeliest candidates, and one joined from several if that tells more."""
        most = min(_MOST_BLOCKS, max(_LEAST_BLOCKS, 2 * len(self.quotation.words)))
        blocks: dict[int, list[Block]] = {}
        chained: dict[int, Place] = {}
        best: Assessment | None = None
        for leaf in self._leaves:
            if not self._may_matter(leaf, best) or (index := self._index(leaf)) is None:
                continue
            held = find_blocks(index, self.quotation.words, self.bits, self.breaks, leaf.stream.words, most)
            if held and not blocks:
                chained[index] = self._chained(held)
                best = chained[index].assessment if self.is_found(chained[index]) else None
            if held:
                blocks[index] = held
        if not blocks:
            return []
        told = self._told = {index: covered_bits(held, self.bits) for index, held in blocks.items()}
        self._judged.clear()  # of formulae more is known from here on
        order = sorted(blocks, key=lambda index: (-told[index], not self.candidates[index].current, index))
        ties = [index for index in order[:_TIES_TRIED] if told[index] >= told[order[0]] - 1e-6]
        closely = _CLOSELY_TRIED if len(self.quotation.words) >= _LONG else _TIES_TRIED
        tried = ties if len(ties) > closely else order[:closely]
        every = list(blocks)
        strongest = strongest_of_each(self.quotation, list(blocks.values()), self.bits)
        tried += [every[at] for at in strongest if every[at] not in tried]
        self._try_places(tried, blocks, chained)
        places = [chained[index] for index in tried if index in chained]
        places += self._joined_places(places, [blocks[index] for index in tried if index in chained])
        return self._pieced([blocks[index] for index in order], places) or places

    def _may_matter(self, leaf: Leaf, best: Assessment | None) -> bool:
        """Return whether a candidate may hold a place as good as the one found, or a piece to join with it.

        So it may where all words that it holds tell as much, or those of some stretch so much more that a jump could pay.
        """
        if best is None or self._most_bits(leaf.held) >= best.bits - _ROUNDED:
            return True
        run = most = 0.0
        for word, bits, alike in zip(self.quotation.words, self.bits, best.stands_alike, strict=True):
            here, there = bits if word in leaf.held else 0.0, bits if alike else -edit_cost(1)
            run = max(0.0, run + here - there)
            most = max(most, run)
        return most > _WORTH_JOINING

    def _try_places(
        self, tried: Sequence[int], blocks: Mapping[int, Sequence[Block]], chained: dict[int, Place]
    ) -> None:
        """Find the best place in each of these candidates, without those that cannot be as good as one that is found.

        So it is where not even all words of the quotation that a candidate holds would tell as much.
        """
        found = [place.assessment.bits for place in chained.values() if self.is_found(place)]
        bits = max(found, default=-math.inf)
        held = [set(self.quotation.words).intersection(self.streams[index].words) for index in tried]
        joined = self._most_bits(set().union(*held)) - JUMP_COST
        for index, words in zip(tried, held, strict=True):
            if index in chained or (
                joined <= bits + _ACROSS_GAIN and self._most_bits(words) < bits - _ROUNDED
            ):
                continue
            place = chained[index] = self._chained(blocks[index])
            if place.assessment.bits > bits and self.is_found(place):
                bits = place.assessment.bits

    def _most_bits(self, held: AbstractSet[str]) -> float:
        """Return the most that a place could tell which has no other words than these: a slip tells half of a word."""
        pairs = zip(self.quotation.words, self.bits, strict=True)
        return sum(bits if word in held else bits / 2 for word, bits in pairs)

    def _pieced(self, blocks: Sequence[Sequence[Block]], places: Sequence[Place]) -> list[Place]:
        """Return the quotation put together from runs that stand word for word, if that explains it better than any place.

        It has no edits to pay for, and two places where runs of its length stand are seldom chance.
        """
        runs = whole_runs(blocks, len(self.quotation.words), self.breaks)
        if len(runs) < 2:
            return []
        best = max(places, key=lambda place: place.assessment.bits)
        if best.assessment.alike - best.assessment.bits <= edit_cost(1) and self.is_found(best):
            return []  # a word changed is told sooner than two places joined
        steps = trace_steps(runs, self.streams, self.quotation.words, self.breaks, chain.NEAR)
        pieced = self._assessed(steps)
        better = pieced.assessment.bits + _WHOLE_GAIN > best.assessment.bits and not pieced.assessment.edits
        return [pieced] if better and self.is_found(pieced) else []

    def is_found(self, place: Place, *, as_claimed: bool | None = None) -> bool:
        """Return whether the evidence is beyond chance for a search through so many words.

        `as_claimed`: the speaker and the day there are those claimed for the quotation, which speaks for the place as well; or
        the speaker is another, which speaks against it where words are changed, too. None: neither.
        """
        known = self._judged.get((id(place), as_claimed))
        if known is None:
            known = place, self._is_beyond_chance(place.assessment, as_claimed)
            self._judged[id(place), as_claimed] = known
        return known[1]

    def _is_beyond_chance(self, assessment: Assessment, as_claimed: bool | None) -> bool:
        """Return what `is_found` does; what is told quickly comes first, and most places fail by it."""
        all_bits, bits = self._all_bits, assessment.bits
        if assessment.alike < _SHARE * all_bits or bits < max(_LEAST_LEFT * all_bits, self._chance + _MARGIN):
            return False
        left = _SHARE_LEFT_CLAIMED if as_claimed else _SHARE_LEFT
        left = _SHARE_LEFT_IN_STEP if assessment.keeps_step else left
        if bits < left * all_bits:
            return False
        if assessment.is_spliced:
            is_plain = not assessment.edits and assessment.jumps < _PLACES_JOINED
            left = _SHARE_LEFT_JOINED if is_plain else _SHARE_LEFT_EDITED
        own = assessment.own
        alone = self._crowded if own.alone and not as_claimed else 0.0
        if bits < alone * _SHARE_LEFT_PUT_IN * all_bits:
            return False
        if bits - _REWRITTEN * assessment.rewritten - _PUT_IN * own.words < left * all_bits:
            return False
        margin = _MARGIN if as_claimed else self._margin(assessment)
        if as_claimed is False and self._size < _FEW_CHANGED and assessment.edits:
            margin += self._crowded * _FORMULA_OF_ANOTHER
        if assessment.longest < _TELLING_RUN and len(self.quotation.words) >= _LONG:
            margin += _MARGIN_WITHOUT_RUN
        return bits >= self._chance + margin and (as_claimed or not self._fills_formula(assessment))

    def _fills_formula(self, assessment: Assessment) -> bool:
        """Return whether what stands alike stands in several statements, and the quotation has another fact where theirs differ."""
        least = _FORMULA_ALIKE_SHARE * assessment.alike
        alike: dict[str, str] = {}
        for index, bits in self._told.items():
            if bits >= least:
                words = alike.get(self.candidates[index].statement.id, "")
                alike[self.candidates[index].statement.id] = words + spaced(self.streams[index].words)
        if len(alike) < _FORMULA_STATEMENTS:
            return False
        facts = [spaced(match_form(edit.said).words) for edit in assessment.edits if is_other_fact(edit)]
        return any(2 * sum(fact in words for words in alike.values()) <= len(alike) for fact in facts)

    def _margin(self, assessment: Assessment) -> float:
        """The bits that the evidence must have beyond chance, and beyond the formulae of so large a record."""
        formula = 0.0
        if assessment.is_spliced and self._size < _FEW_JOINED:
            formula = _FORMULA_JOINED
        elif self._size < _FEW_CHANGED and assessment.edits:
            is_all = assessment.alike >= self._all_bits - 1e-6
            formula = _FORMULA_ALIKE if is_all else _FORMULA_CHANGED
            if self._size < _FEW_HANGING and assessment.hangs:
                formula += _FORMULA_HANGING
            if sum(edit.kind in ("name", "number") for edit in assessment.edits) >= _OTHER_FACTS:
                formula += _FORMULA_FACTS
        return _MARGIN + self._crowded * formula

    @property
    def _crowded(self) -> float:
        """How many formulae so large a record holds: none in a small one, 1.0 in a large one."""
        size = self._chance
        return min(1.0, max(0.0, (size - _SMALL_RECORD) / (_LARGE_RECORD - _SMALL_RECORD)))

    @property
    def could_tell_changed(self) -> bool:
        """Return whether the words could be found if the most telling of them were another: else they are too few to say."""
        left = self._all_bits - max(self.bits, default=0.0) - edit_cost(1)
        return left >= self._chance + _MARGIN

    @property
    def is_misread(self) -> bool:
        """Return whether half of its unknown words and more are a letter away from known ones, and the others tell too little to find it."""
        unknown = self._wording.unknown
        slips = sum(self.quotation.words[at] in self._slips for at in unknown)
        told = sum(bits for at, bits in enumerate(self.bits) if at not in unknown)
        least = self._chance + _MARGIN + self._crowded * _FORMULA_CHANGED
        return 0 < len(unknown) <= 2 * slips and told < least

    def is_likely(self, place: Place) -> bool:
        """Return whether the evidence speaks for the place, though chance could have put it there.

        So it does where half of what the quotation tells stands there, edits aside.
        """
        assessment = place.assessment
        beyond = assessment.bits >= self._chance
        return self.is_close(place) and (beyond or assessment.alike >= _SHARE * self._all_bits)

    def is_close(self, place: Place) -> bool:
        """Return whether the place is near enough to be shown as the closest wording."""
        alike = place.assessment.alike
        return alike >= _CLOSE_BITS and alike >= _CLOSE_SHARE * self._all_bits

    def as_told(self, place: Place) -> Place:
        """Return the place as it is told to the reader: words of other sentences at its ends are none of it."""
        steps = place.assessment.laid.steps
        kept = keep_to_sentence(steps, self.quotation, self._wording)
        return place if kept == list(steps) else self._assessed(kept)

    def _assessed(self, steps: Sequence[Step]) -> Place:
        assessment = wording.assess(steps, self.quotation, self._wording)
        main = max(assessment.parts, key=lambda part: part.quoted_end - part.quoted)
        return Place(self.candidates[main.candidate], self.streams[main.candidate], assessment)

    def _chained(self, blocks: Sequence[Block]) -> Place:
        """Return the place along the best chain; where its longest run stands elsewhere, too, the best of these.

        The chain sees runs alone: that "we" stands before one of them, and "Norhaven" before another, is seen when they are laid beside.
        """
        ground = chain.Ground(self.bits, self.breaks, self.sizes, self._searched_words)
        best = chain.chain_blocks(blocks, ground)
        place = self._traced(best)
        if place.assessment.alike >= self._all_bits - _ROUNDED:
            return place
        longest = max(best.blocks, key=lambda block: block.length)
        twins = [block for block in blocks if _stands_for(block, longest)]
        others = [block for block in blocks if block not in twins]
        elsewhere = [twin for twin in twins if twin.said + longest.quoted - twin.quoted != longest.said]
        places = [
            self._traced(chain.chain_blocks([*others, twin], ground)) for twin in elsewhere[:_MOST_TWINS]
        ]
        return max([place, *places], key=lambda each: each.assessment.bits)

    def _traced(self, best: chain.Chain) -> Place:
        return self._assessed(
            trace_steps(best.blocks, self.streams, self.quotation.words, self.breaks, chain.NEAR)
        )

    def _joined_places(self, places: Sequence[Place], blocks: Sequence[Sequence[Block]]) -> list[Place]:
        best = max(places, key=lambda place: place.assessment.bits)
        if self._all_bits - JUMP_COST <= best.assessment.bits + _ACROSS_GAIN:  # all alike, but for one jump
            return []
        taken: dict[str, int] = {}
        for index, place in enumerate(places):
            held = taken.setdefault(place.candidate.statement.id, index)
            if place.assessment.bits > places[held].assessment.bits:
                taken[place.candidate.statement.id] = index
        if len(taken) < 2:
            return []
        most = max(_LEAST_BLOCKS // 2, min(_MOST_BLOCKS, 2 * len(self.quotation.words)) // len(taken))
        union = [block for index in taken.values() for block in _most_telling(blocks[index], self.bits, most)]
        joined = self._chained(union)
        return [joined] if joined.assessment.bits > best.assessment.bits + _ACROSS_GAIN else []


def _stands_for(block: Block, other: Block) -> bool:
    """Return whether a run has the same words of the quotation, or more, in the same candidate."""
    return (
        block.candidate == other.candidate
        and block.quoted <= other.quoted
        and other.quoted + other.length <= block.quoted + block.length
    )


def _most_telling(blocks: Sequence[Block], bits: Sequence[float], most: int) -> list[Block]:
    return sorted(blocks, key=lambda block: -sum(bits[block.quoted : block.quoted + block.length]))[:most]
