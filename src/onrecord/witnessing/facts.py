"""Where two texts tell different facts: another name, number or day in the same place, which a formula has and a copy has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz

from onrecord.witnessing.align import Region
from onrecord.witnessing.member import Member

_OPENING = 30
_SIMILAR = 70
_LEAST_LETTERS = 3
_USUAL_CAPITALS = 0.18  # beyond this share of capitals inside sentences they mark nouns, not names
_LEAST_CASED = 0.5


def weigh_facts(one: Member, other: Member, found: Iterable[Region]) -> float:
    """Return how many facts the two texts tell otherwise in the same place, each pair of them once.

    A fact is a number, or a word with a capital inside a sentence (in scripts without capitals, and where all nouns have
    them, any word of three letters), that the other text and its title have less often. One in the opening, where a message
    names whom it is for, or in a title counts double; two spellings of a name count half. Numbers of the titles are one more.
    """
    of_one, of_other = _Told(one), _Told(other)
    pairs: dict[tuple[str, ...], float] = {}
    for region in found:
        ours = of_one.facts(region.a, of_other)
        theirs = of_other.facts(region.b, of_one)
        if not ours or not theirs:
            continue
        weight = _weight(ours, theirs, of_one, of_other, min(region.a[0], region.b[0]))
        key = (*sorted(ours), "|", *sorted(theirs))
        pairs[key] = max(pairs.get(key, 0.0), weight)
    return sum(pairs.values()) + titles_contradict(one, other)


def titles_contradict(one: Member, other: Member) -> bool:
    """Return whether the titles are alike but for a number or name: "Message No. 12", "Message to Queen Ilka".

    Titles that have little in common contradict each other in nothing: a copy may have a title of its own.
    """
    ours, theirs = Counter(one.title), Counter(other.title)
    alike = sum((ours & theirs).values()) >= 0.5 * max(1, min(len(one.title), len(other.title)))
    ours, theirs = ours - theirs, theirs - ours
    if any(_is_number(word) for word in ours) and any(_is_number(word) for word in theirs):
        return True
    facts = [
        [word for word in sorted(each) if _may_be_name(word, member)]
        for each, member in ((ours, one), (theirs, other))
    ]
    return alike and bool(facts[0] and facts[1]) and not _alike(*facts)


def _is_number(word: str) -> bool:
    return word[:1].isdigit()


def _may_be_name(word: str, member: Member) -> bool:
    printed = member.title_printed[member.title.index(word)]
    return len(word) >= _LEAST_LETTERS and not printed[:1].islower()


def _weight(ours: list[str], theirs: list[str], one: _Told, other: _Told, at: int) -> float:
    in_title = any(word in one.title for word in ours) or any(word in other.title for word in theirs)
    if in_title or at < _OPENING:
        return 2.0 if not _alike(ours, theirs) else 1.0
    return 0.5 if _alike(ours, theirs) else 1.0


def _alike(ours: list[str], theirs: list[str]) -> bool:
    """Whether the words are spellings of each other; two numbers never are."""
    if any(word[:1].isdigit() for word in (*ours, *theirs)):
        return False
    return fuzz.ratio(" ".join(ours), " ".join(theirs)) >= _SIMILAR


class _Told:
    """What one of the two texts tells."""

    def __init__(self, member: Member) -> None:
        self.member = member
        self.title = frozenset(member.title)
        self.count = Counter((*member.words, *member.title))
        self.capitals_tell = _capitals_tell(member)

    def facts(self, span: tuple[int, int], other: _Told) -> list[str]:
        """Return the facts in the span that the other text does not tell."""
        found = []
        for at in range(*span):
            word = self.member.words[at]
            if self.count[word] > other.count[word] and self._is_fact(at, word):
                found.append(word)
        return found

    def _is_fact(self, at: int, word: str) -> bool:
        if any(character.isdigit() for character in word):
            return True
        printed = self.member.printed[at]
        if self.capitals_tell:
            return printed[:1].isupper() and not self.member.sentence_starts[at]
        return len(word) >= _LEAST_LETTERS or not word.isascii()


def _capitals_tell(member: Member) -> bool:
    """Whether a capital inside a sentence tells a name: not in scripts without capitals, nor where nouns have them."""
    inside = [
        printed
        for printed, starts in zip(member.printed, member.sentence_starts, strict=True)
        if not starts and not printed[:1].isdigit()
    ]
    if not inside:
        return False
    cased = sum(printed[:1].isupper() or printed[:1].islower() for printed in inside)
    capitals = sum(printed[:1].isupper() for printed in inside)
    return cased >= _LEAST_CASED * len(inside) and capitals <= _USUAL_CAPITALS * len(inside)
