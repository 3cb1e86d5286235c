"""Labels that are sure on a page, by their own words, by coming back or by a longer form; and what they show."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.dialogue import SPEAKING_LABELS, are_sentences, could_speak, is_metadata
from onrecord.reading.turns.label import Label, is_question_key, words_of
from onrecord.reading.turns.namelike import names_post
from onrecord.reading.turns.shorthand import stands_short
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.posts import HONORIFICS, POST_WORDS

_STAMP = re.compile(r"[(\[]\d{1,2}:\d{2}(?::\d{2})?[)\]]")
_NUMBER = re.compile(r"\d\d\.\d\d(?=\s)")
_TIMED = 3  # labels
_MANY = 40
_LEAST_WORDS = 12  # letters
_LEAST_IN_HAN = 6
_SEVERAL = 5
_BEFORE_NAMES = HONORIFICS | POST_WORDS


def have_offices(labels: Sequence[Label]) -> bool:
    """Return whether nearly all labels of a page show a form of address, a post, a party or seat: then one without is no label."""
    kinds = {label.key: label for label in labels}
    if len(kinds) < _SEVERAL:
        return False
    shaped = sum(key in SPEAKING_LABELS or has_office(label) for key, label in kinds.items())
    return shaped >= 0.85 * len(kinds)


def has_office(label: Label) -> bool:
    """Return whether a label shows a post, a party or a form of address: "Bel Harrow (LF):", "Bel Harrow, Minister for Locks:"."""
    return (
        label.text.endswith((")", "]"))
        or "," in label.text
        or not _BEFORE_NAMES.isdisjoint(words_of(label.key))
        or names_post(label.text)
    )


def sure_keys(candidates: list[Label], counts: Counter[str], blocks: Sequence[Block]) -> dict[str, str]:
    """Return the keys of labels that say so themselves ("Question"), stand more than once, or are the long form of another; and the rule."""
    rests: dict[str, int] = {}
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    for label in candidates:
        rest = len(blocks[label.block].text) - label.words_from
        rests[label.key] = max(rest, rests.get(label.key, 0))
        sharing = surnames[_surname(label.key)]
        if label.key not in sharing and could_speak(label):
            sharing.add(label.key)
    # One "Q:" or "Q" with a wide gap is a question, even the only one; "A  …" alone may be an article.
    marked = {
        label.key
        for label in candidates
        if label.form == "colon" or (label.key == "q" and label.form == "letter")
    }
    speaking = {
        key for key in counts
        if (key in SPEAKING_LABELS or is_question_key(key)) and (counts[key] > 1 or key not in ("q", "a") or key in marked)
    }  # fmt: skip
    timed = [
        label.key
        for label in candidates
        if label.direction and _STAMP.fullmatch(label.direction) and could_speak(label)
    ]
    speaking |= set(timed if len(timed) >= _TIMED else ())
    counted = _counted(candidates, blocks)
    speaking |= set(counted)
    held = _behind_posts(candidates)
    found: dict[str, str] = {}
    for label in candidates:
        key = label.key
        if key in found or key in speaking:
            continue
        if _is_sure(label, counts, surnames, rests, blocks) or (key in held and could_speak(label)):
            found[key] = "label.repeated" if counts[key] >= 2 else "label.other_form"
    timed_keys = timed if len(timed) >= _TIMED else ()
    return (
        found
        | dict.fromkeys(speaking, "label.word")
        | dict.fromkeys(timed_keys, "label.timed")
        | dict.fromkeys(counted, "label.counted")
    )


def _is_sure(
    label: Label,
    counts: Mapping[str, int],
    surnames: Mapping[str, set[str]],
    rests: Mapping[str, int],
    blocks: Sequence[Block],
) -> bool:
    """Whether a label comes back, or its name does in another form, and it could be that of a speaker."""
    return (
        (
            counts[label.key] >= 2
            or _is_long_for_initials(label, counts)
            or _has_other_form(label.key, surnames[_surname(label.key)])
        )
        and (could_speak(label) or stands_short(label.text) is not None)
        and not is_metadata(label, blocks)
        and label.form != "narrow letter"
        and _has_words(label, rests)
    )


def _counted(candidates: Sequence[Label], blocks: Sequence[Block]) -> list[str]:
    """The keys of speeches that a record counts by topic and place: "01.01 Ada Verne (LP): …", "01.02 Minister Bel Harrow: …"."""
    numbers = [
        (match[0], label)
        for label in candidates
        if label.form == "colon"
        and blocks[label.block].text[0].isdigit()
        and (match := _NUMBER.match(blocks[label.block].text))
        and could_speak(label)
    ]
    rising = all(one < other for (one, _), (other, _) in pairwise(numbers))
    whole = sum("_" in label.key for _, label in numbers)
    return (
        [label.key for _, label in numbers]
        if len(numbers) >= _TIMED and rising and 2 * whole > len(numbers)
        else []
    )


def heads_of_lists(candidates: list[Label], counts: Counter[str], blocks: Sequence[Block]) -> set[str]:
    """Return the keys behind which no sentence ends, on a page where they do: "Referred to: Committee on Locks", in a printed sitting."""
    bare = _without_office(candidates, counts)
    # Most pages have none, and then nobody need look how all of them end.
    if not bare:
        return set()
    by_key: defaultdict[str, list[Label]] = defaultdict(list)
    for label in candidates:
        if counts[label.key] >= 2 and could_speak(label):
            by_key[label.key].append(label)
    if not are_sentences([label for labels in by_key.values() for label in labels], blocks):
        return set()
    return {key for key in bare if not are_sentences(by_key[key], blocks)}


def _without_office(candidates: Sequence[Label], counts: Mapping[str, int]) -> set[str]:
    """The keys that come back, say nothing by themselves, and show no office under any of their labels."""
    found, others = set[str](), set[str]()
    for label in candidates:
        key = label.key
        if counts[key] < 2 or key in others:
            continue
        if key in SPEAKING_LABELS or is_question_key(key):
            others.add(key)
        elif could_speak(label):
            (others if has_office(label) else found).add(key)
    return found - others


def _is_long_for_initials(label: Label, counts: Mapping[str, int]) -> bool:
    """Whether a name's initials are a label that comes back: "Mara Mendel:" or "Mara Mendel (MM):", and "M.M.:", "MM:" from then on."""
    short = stands_short(label.text)
    key = label.key
    return ("_" in key and counts["_".join(word[:1] for word in key.split("_"))] >= 2) or bool(
        short and counts[label_key(short[1])] >= 2
    )


def _has_other_form(key: str, sharing: set[str]) -> bool:
    """Whether one of the labels that share a surname is the longer or shorter form of this one's name."""
    words = _name_words(key)
    if len(sharing) > _MANY:
        return False  # a list of one family, whose comparison would cost the square of it
    for other_key in sharing - {key}:
        other = _name_words(other_key)
        short, long = sorted((words, other), key=len)
        titled = words_of(key) | words_of(other_key)
        if short and short <= long and (len(short) == 1 or titled & _BEFORE_NAMES):
            return True
    return False


def _behind_posts(candidates: Sequence[Label]) -> set[str]:
    """The keys of the names that labels have in brackets behind a post: "Hal Orme: Yes." after "The Minister of State (Hal Orme):"."""
    return {
        label_key(label.text[label.text.rindex("(") + 1 : -1])
        for label in candidates
        if label.text.endswith(")") and "(" in label.text and not POST_WORDS.isdisjoint(words_of(label.key))
    }


def _name_words(key: str) -> set[str]:
    return {word for word in key.split("_") if word not in POST_WORDS and word not in HONORIFICS}


@lru_cache(8192)
def _surname(key: str) -> str:
    """The last word of a key that is long enough to be a name: "SEN. MAUDE ASHCOMBE" and "ASHCOMBE" share it."""
    last = key.rsplit("_", 1)[-1]
    return last if len(last) >= 3 and last not in _BEFORE_NAMES and not last.isdigit() else key


def _has_words(label: Label, rests: Mapping[str, int]) -> bool:
    longest = rests[label.key]
    least = _LEAST_IN_HAN if label.text[0] >= "\u2e80" else _LEAST_WORDS
    return longest >= least or longest <= 0 or not _BEFORE_NAMES.isdisjoint(words_of(label.key))
