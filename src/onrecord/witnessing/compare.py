"""Two texts compared: whether the one is a copy or an excerpt of the other, another record of the same event, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from onrecord.witnessing.align import Region, Run, align, regions
from onrecord.witnessing.dates import days_apart, days_given_differ
from onrecord.witnessing.facts import titles_contradict, titles_differ, weigh_facts
from onrecord.witnessing.member import Member

Kind = Literal["same", "excerpt", "transcript"]

LEAST_WORDS = 8
"""Fewer words are the same by chance or custom."""

_SHORT = 40
_LONG = 150
_VERY_LONG = 600
_NEAR_DAYS = 31
_FEW_DAYS = 10
_TELLING_TITLE = 6  # words
_HEARD_IN = 250
"""In so many words of a speech two who write it down hear at least one otherwise."""
_FEW_HEARD = 4
"""Words that one of them heard at one place, and the other did not, or otherwise."""


class Compared(NamedTuple):
    """How two texts stand to each other; of an excerpt `excerpt_of` is the id of the whole text.

    `shared` counts the words that both have, `changes` the places where they differ.
    """

    kind: Kind
    excerpt_of: str | None
    shared: int
    changes: int


def compare(one: Member, other: Member) -> Compared | None:
    """Return what makes the two one statement, or two records of one event; None where nothing does.

    It follows from the two alone, so that it does not matter what else is held or which came first.
    """
    if one.key == other.key:
        return _same_words(one, other)
    if (
        _tongues_differ(one, other)
        or one.part != other.part
        or min(len(one.words), len(other.words)) < LEAST_WORDS
    ):
        return None
    if not _may_be_of_one_day(one, other) or _speakers_differ(one, other):
        return None
    runs = align(one.words, other.words)
    shared = sum(run.length for run in runs)
    if shared < _LONG and days_given_differ(one, other, within=0):
        return None
    if shared < LEAST_WORDS or shared < 0.5 * min(len(one.words), len(other.words)):
        return None
    found = regions(runs, len(one.words), len(other.words))
    return _judge(one, other, runs, found, shared)


def _same_words(one: Member, other: Member) -> Compared | None:
    count = len(one.words)
    same = Compared("same", None, count, 0)
    if count < LEAST_WORDS or one.part != other.part:
        return None
    if count < _SHORT:
        return same if _facts_agree(one, other) else None
    if count >= _VERY_LONG:
        return same
    if count >= _LONG:
        apart = days_apart(one, other)
        return same if apart is None or apart <= _NEAR_DAYS else None
    if days_given_differ(one, other, within=0) or titles_contradict(one, other) or _is_said_again(one, other):
        return None
    return same if _may_be_of_one_day(one, other) and not _speakers_differ(one, other) else None


def _facts_agree(one: Member, other: Member) -> bool:
    """Whether what is told around a few words agrees: of a formula, that is all that tells one message from another."""
    if (
        days_given_differ(one, other, within=0)
        or titles_contradict(one, other)
        or _speakers_differ(one, other)
    ):
        return False
    apart = days_apart(one, other)
    titled = _titles_agree(one, other)
    if titled and min(len(one.title), len(other.title)) >= _TELLING_TITLE and one.source != other.source:
        return apart is None or apart <= _FEW_DAYS
    told = titled + bool(one.speakers & other.speakers)
    return bool(told) and apart is not None and apart < told


def _is_said_again(one: Member, other: Member) -> bool:
    """Whether one source posted the same few words on days apart: a formula that it uses again."""
    apart = days_apart(one, other)
    return one.source is not None and one.source == other.source and apart is not None and apart > 3


def _judge(one: Member, other: Member, runs: list[Run], found: list[Region], shared: int) -> Compared | None:
    shorter, longer = sorted((one, other), key=lambda each: len(each.words))
    of_shorter, of_longer = shared / len(shorter.words), shared / len(longer.words)
    inner = [each for each in found if not each.at_end]
    replaced = [each for each in inner if each.a[0] < each.a[1] and each.b[0] < each.b[1]]
    if (
        of_shorter < 0.8
        or len(inner) > _changes_borne(one, other, shared)
        or _heard(one, other, replaced)
        or weigh_facts(one, other, found) > _facts_borne(one, other, shared)  # last: it costs the most
    ):
        return _other_record(one, other, of_shorter, of_longer, shared, inner)
    left_out = len(longer.words) - shared
    whole = of_longer >= 0.75 or (
        _titles_agree(one, other) and of_longer >= 0.4 and _is_around(found, one, longer)
    )
    if whole and not (shorter.is_excerpt and left_out > 20):
        return Compared("same", None, shared, len(found))
    if of_shorter < 0.85 or shared < _least_excerpt(one, other) or shared < 8 * len(runs):
        return None
    heard = sum(max(each.a[1] - each.a[0], each.b[1] - each.b[0]) <= _FEW_HEARD for each in inner)
    if one.is_spoken and other.is_spoken and shared < _HEARD_IN * heard:
        # Who takes a part of a text leaves out passages; who wrote down a part of a speech heard a word otherwise, or one less.
        return _other_record(one, other, of_shorter, of_longer, shared, inner)
    if one.source == other.source and longer.is_transcript and not shorter.is_spoken:
        return (
            None  # a readout that was read aloud at a briefing of the same office is a statement of its own
        )
    return Compared("excerpt", longer.id, shared, len(found))


def _other_record(
    one: Member, other: Member, of_shorter: float, of_longer: float, shared: int, inner: list[Region]
) -> Compared | None:
    """Return that the two are records of one event, where they differ all through in words and say the same."""
    if shared < _LONG or of_shorter < 0.6 or of_longer < 0.4 or not _on_one_day(one, other):
        return None
    # Two orders or messages of one form and day are no records of one event: something must have been said.
    said = one.is_spoken and other.is_spoken and (one.is_transcript or other.is_transcript)
    if not said or titles_contradict(one, other):
        return None
    if weigh_facts(one, other, inner) > 4 + shared / 40:
        return None
    return Compared("transcript", None, shared, len(inner))


def _facts_borne(one: Member, other: Member, shared: int) -> float:
    """Return how many facts may be told otherwise: none in a short text, where a formula would be all there is."""
    if shared < 80:
        return 0.3
    apart = days_apart(one, other)
    if one.source is not None and one.source == other.source and apart is not None and apart > 1:
        return 0.9
    # A source that posts much the same under one title on days apart tells new facts, or about another thing, as its title
    # says ("on dues", "on buoys"); another one that does, copies.
    again = _on_one_day(one, other) and not titles_differ(one, other)
    if _titles_agree(one, other) and (again or one.source != other.source):
        return max(1.0, shared / 90)
    return max(0.5, shared / 250)


def _changes_borne(one: Member, other: Member, shared: int) -> float:
    """Return how many changes a copy has at most: two who write down the same speech differ more often than who copies."""
    if shared < _LONG or not (one.is_spoken and other.is_spoken):
        return 3 + shared / 25
    return 3 + shared / 80 if one.title and one.title == other.title else 2 + shared / 250


def _heard(one: Member, other: Member, replaced: list[Region]) -> bool:
    """Whether the texts cut the same letters into other words again and again: "newborn", "new born"; "here's", "here is"; "who's", "whose"."""
    if not (one.is_spoken and other.is_spoken):
        return False
    found = 0
    for region in replaced:
        ours, theirs = one.words[slice(*region.a)], other.words[slice(*region.b)]
        found += _sound_alike(ours, theirs)
    return found >= 2


def _sound_alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    one, other = ("".join(each).replace("'", "") for each in (ours, theirs))
    if one == other:
        return True
    if not any("'" in word for word in (*ours, *theirs)) or len(one) >= 12:
        return False
    if len(ours) == len(theirs):
        from rapidfuzz.distance import Levenshtein  # an archive is opened without it

        return Levenshtein.distance(one, other, score_cutoff=1) == 1
    return one[0] == other[0]


def _is_around(found: list[Region], one: Member, longer: Member) -> bool:
    """Whether what the longer text has more stands before and behind the shared words: what a site sets around them."""
    spans = [(each.a if longer is one else each.b) for each in found if not each.at_end]
    return sum(end - start for start, end in spans) <= 0.1 * len(longer.words)


def _least_excerpt(one: Member, other: Member) -> int:
    return 25 if _on_one_day(one, other) or _titles_agree(one, other) else 60


def _titles_agree(one: Member, other: Member) -> bool:
    if not one.title or not other.title:
        return False
    from rapidfuzz import fuzz  # an archive is opened without it

    return fuzz.token_set_ratio(" ".join(one.title), " ".join(other.title)) >= 80


def _on_one_day(one: Member, other: Member) -> bool:
    apart = days_apart(one, other)
    return apart is not None and apart <= 1


def _may_be_of_one_day(one: Member, other: Member) -> bool:
    if days_given_differ(one, other):
        return False
    apart = days_apart(one, other)
    return apart is None or apart <= _NEAR_DAYS


def _tongues_differ(one: Member, other: Member) -> bool:
    return one.language is not None and other.language is not None and one.language != other.language


def _speakers_differ(one: Member, other: Member) -> bool:
    return bool(one.speakers and other.speakers) and not one.speakers & other.speakers
