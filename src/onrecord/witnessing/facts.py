"""Where two texts tell different facts: another name, number or day in the same place, which a formula has and a copy has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from onrecord.text import is_unspaced
from onrecord.witnessing.align import Region, align, regions
from onrecord.witnessing.member import Member

_OPENING = 30
_SIMILAR = 70
_LEAST_LETTERS = 3
_USUAL_CAPITALS = 0.18  # beyond this share of capitals inside sentences they mark nouns, not names
_LEAST_CASED = 0.5


def weigh_facts(one: Member, other: Member, found: Iterable[Region]) -> float:
    """Return how many facts the two texts tell otherwise in the same place, each pair of them once.

    A fact is a number, a word of the text's own title, or one with a capital inside a sentence, that the other text and its title have less often. In scripts
    without capitals, and where all nouns have them, any word of three letters may be one, and counts half. One in the opening,
    where a message names whom it is for, or in a title counts double, and so does one that is told so throughout; two
    spellings of a name count half. Titles that contradict each other are one more. Where the titles of one source differ in a word, and one
    text has it in its place, any word that the other has there is one: "on tugs … forty tugs", and there "on buoys … forty boats".
    """
    by_title = one.source is not None and one.source == other.source and titles_differ(one, other)
    of_one, of_other = _Told(one), _Told(other)
    pairs: dict[tuple[str, ...], list[float]] = {}
    for region in found:
        ours = of_one.facts(region.a, of_other)
        theirs = of_other.facts(region.b, of_one)
        if by_title:
            ours = ours or (of_one.words(region.a, of_other) if of_other.title.intersection(theirs) else [])
            theirs = theirs or (of_other.words(region.b, of_one) if of_one.title.intersection(ours) else [])
        if not ours or not theirs:
            continue
        weight = _weight(ours, theirs, of_one, of_other, min(region.a[0], region.b[0]))
        pairs.setdefault((*sorted(ours), "|", *sorted(theirs)), []).append(weight)
    return sum(max(each) * (2 if len(each) > 1 else 1) for each in pairs.values()) + titles_contradict(
        one, other
    )


def titles_contradict(one: Member, other: Member) -> bool:
    """Return whether the titles are alike but for a number or name: "Message No. 12", "Message to Queen Ilka".

    Titles that have little in common contradict each other in nothing: a copy may have a title of its own. Nor do words that
    one of them has more.
    """
    return _differ_in(_title_facts, one, other)


def titles_differ(one: Member, other: Member) -> bool:
    """Return whether the titles are alike but for any word: "Statement on dues", "Statement on buoys"."""
    return _differ_in(_title_words, one, other)


def _differ_in(told: Callable[[Member, tuple[int, int]], list[str]], one: Member, other: Member) -> bool:
    """Whether the titles are alike, and have other words of those told in the same place."""
    runs = align(one.title, other.title, least=1)
    shared = sum(run.length for run in runs)
    if shared < 0.5 * min(len(one.title), len(other.title)) or not shared:
        return False
    ours, theirs = Counter(one.title), Counter(other.title)
    for region in regions(runs, len(one.title), len(other.title)):
        facts = [
            [word for word in told(member, span) if ours[word] != theirs[word]]
            for member, span in ((one, region.a), (other, region.b))
        ]
        if facts[0] and facts[1] and not _alike(*facts):
            return True
    return False


def _title_words(member: Member, span: tuple[int, int]) -> list[str]:
    """The words of a title that tell something: of a script without spaces, where each character is one, two in a row."""
    words = member.title[slice(*span)]
    in_a_row = len(words) > 1
    return [
        word
        for word in words
        if len(word) >= _LEAST_LETTERS or _is_number(word) or (in_a_row and is_unspaced(word))
    ]


def _title_facts(member: Member, span: tuple[int, int]) -> list[str]:
    return [
        member.title[at]
        for at in range(*span)
        if _is_number(member.title[at])
        or (len(member.title[at]) >= _LEAST_LETTERS and not member.title_printed[at][:1].islower())
    ]


def _is_number(word: str) -> bool:
    return word[:1].isdigit()


def _weight(ours: list[str], theirs: list[str], one: _Told, other: _Told, at: int) -> float:
    weight = 1.0
    if not any(map(_is_number, (*ours, *theirs))):
        weight = 1.0 if one.capitals_tell and other.capitals_tell else 0.5
    in_title = any(word in one.title for word in ours) or any(word in other.title for word in theirs)
    if in_title or at < _OPENING:
        weight *= 2
    return weight / 2 if _alike(ours, theirs) else weight


def _alike(ours: list[str], theirs: list[str]) -> bool:
    """Whether the words are spellings of each other; two numbers never are."""
    if any(map(_is_number, (*ours, *theirs))):
        return False
    from rapidfuzz import fuzz  # an archive is opened without it

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

    def words(self, span: tuple[int, int], other: _Told) -> list[str]:
        """Return the words of some letters in the span that the other text does not have."""
        words = (self.member.words[at] for at in range(*span))
        return [
            word for word in words if len(word) >= _LEAST_LETTERS and self.count[word] > other.count[word]
        ]

    def _is_fact(self, at: int, word: str) -> bool:
        if any(character.isdigit() for character in word):
            return True
        if word in self.title and len(word) >= _LEAST_LETTERS:
            return True  # "on electric heat pumps", and there "on transformers"
        printed = self.member.printed[at]
        if self.capitals_tell:
            return printed[:1].isupper() and not self.member.sentence_starts[at]
        return len(word) >= _LEAST_LETTERS or is_unspaced(word)


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
