"""One label: where it stands, what is printed, and who asks by it."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import QUESTION_LABELS, QUESTION_WORDS

# Words for those who ask, in scripts that set no space between a name and what its bearer does.
# with the record's own verb, as in "港報記者問"
_ENDS_ASKING = (
    *(word for word in QUESTION_LABELS if len(word) >= 2 and "\u3000" <= word[0] <= "\ud7a3"),
    "記者問",
    "记者问",
)


# "Phóng viên Báo Hải Cảng": who asks, of two words, and for whom
_ASKS_FOR = ("phóng_viên_", "nhà_báo_", "pv_")
# "Questions to Ministers:" heads questions, and is none
_TO = frozenset("to for on about from and an zu über à aux sur pour a al para sobre до на о к".split())


OPENING_DASH = re.compile(r"[–—-]\s+(?=\S)")
"""What opens a question, and its answer, in interviews set as dialogues of a book."""


class Label(msgspec.Struct, frozen=True, order=True, gc=False):
    """A label in a block: offsets in the block's text of the label, of what it takes with its mark, of its direction.

    `rule` is the one by which what could be a label is one.
    """

    block: int
    start: int
    end: int
    words_from: int
    text: str
    key: str
    form: str
    direction: str | None = None
    rule: str = "label.form"
    numbered: bool = False
    """Whether the number of a question stands before it: "Q2 Ada Verne:"."""
    posted: bool = False
    """Whether it is a whole name and what its bearer is, on a page that prints such labels again and again."""

    def by(self, rule: str) -> Label:
        """Return the label, taken for one by this rule."""
        return msgspec.structs.replace(self, rule=rule)

    @property
    def meant(self) -> str:
        """The label as printed, or the word it stands for: "P." for a question, on a page that pairs it with "R."."""
        return self.text if label_key(self.text) == self.key else self.key


def asked_by_type(text: str, index: int, rule: str) -> Label:
    """Return the label of a question that its type alone tells; a dash that opens its block is none of its words."""
    dash = OPENING_DASH.match(text)
    return Label(index, 0, 0, dash.end() if dash else 0, "", "question", "styled question", None, rule)


@lru_cache(8192)
def words_of(key: str) -> frozenset[str]:
    """Return the words of a label's key, without initials: the "M." inside "Ada M. Verne" is no "Monsieur"."""
    first, *rest = key.split("_")
    return frozenset([first, *(word for word in rest if len(word) > 1)])


@lru_cache(8192)
def is_question_word(key: str) -> bool:
    """Return whether a label's key is the word "question" itself, with or without a number, not the word for who asks."""
    return re.sub(r"_?\d+$", "", key) in QUESTION_WORDS


@lru_cache(8192)
def is_question_key(key: str) -> bool:
    """Return whether a label's key says that somebody asks, without naming anybody."""
    if key in QUESTION_LABELS or re.sub(r"_?\d+$", "", key) in QUESTION_LABELS:
        return True
    # "ターン新聞 佐藤記者": scripts without spaces end the name with the word
    if key.endswith(_ENDS_ASKING):
        return True
    if key.startswith(_ASKS_FOR):
        return True
    # "FRAGE HÖNIG": the word, and who asks
    first, _, rest = key.partition("_")
    return (
        len(first) > 4
        and first in QUESTION_LABELS
        and 0 < rest.count("_") + 1 <= 2
        and rest.split("_")[0] not in _TO
    )
