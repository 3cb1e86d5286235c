"""What the publisher tells above the first label of a transcript: who met whom, named as the labels below name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.label import Label, is_question_key
from onrecord.reading.words.labelwords import CHAIR_LABELS
from onrecord.reading.words.posts import HONORIFICS
from onrecord.reading.words.postwords import is_office_word
from onrecord.reading.words.speech import GREETING, SALUTATION, SELF, THANKS

_MOST = 3  # blocks
_LONGEST = 700  # characters of all
_LEAST_NAMED = 2
_LEAST_NAME = 3  # letters
_MOST_ABOVE = 6  # blocks
# "بسم الله الرحمن الرحيم", alone on its line
_NAME_OF_GOD = re.compile(
    r"\W*(?:بسم الله(?: الرحمن الرحيم)?|bismill[aā]h\w*(?:\s\w+){0,3})\W*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


def tells_of_labelled(blocks: Sequence[Block], before: Sequence[int], labels: Iterable[Label]) -> bool:
    """Return whether the paragraphs above the first label tell of those who have labels, in nobody's own words.

    "Ada Verne received Bel Harrow in Skell." above "A. Verne: Good morning.": none of it says "I", "we" or "you", greets or thanks.
    """
    texts = [blocks[index].text for index in before]
    if not 0 < len(texts) <= _MOST or sum(map(len, texts)) > _LONGEST:
        return False
    if any(
        SELF.search(text) or SALUTATION.match(text) or GREETING.match(text) or THANKS.search(text)
        for text in texts
    ):
        return False
    spoken = {
        label.key: _names(label.text)
        for label in labels
        if not (is_question_key(label.key) or label.key in CHAIR_LABELS)
    }
    told = "\n".join(texts).lower()
    named = [key for key, names in spoken.items() if any(_stands_in(name, told) for name in names)]
    # One of several is named where a record tells who opened a sitting, too.
    return len(named) >= min(len(spoken), _LEAST_NAMED) > 0


def above_the_name_of_god(blocks: Sequence[Block], before: Sequence[int]) -> int | None:
    """Return the last block above the words with which a speech in Arabic begins, where the publisher's sentences stand above it."""
    for position, index in enumerate(before[:_MOST_ABOVE]):
        if _NAME_OF_GOD.fullmatch(blocks[index].text):
            return before[position - 1] if position else None
    return None


def _names(label: str) -> list[str]:
    """The words of a label that are somebody's name, in small letters."""
    words = _WORD.findall(label.split("(", 1)[0])
    return [
        word.lower()
        for word in words
        if (len(word) >= _LEAST_NAME or word >= "\u3040")
        and word[0].upper() == word[0]
        and not (is_office_word(word) or word.lower() in HONORIFICS)
    ]


def _stands_in(name: str, told: str) -> bool:
    """Whether a name stands in a text, as the beginning of a word: languages with cases change its end."""
    if name not in told or name >= "\u3040":
        return name in told
    return re.search(rf"(?<!\w){re.escape(name)}\w{{0,3}}(?!\w)", told) is not None
