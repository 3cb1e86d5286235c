"""Labels made of what is printed: their words, their directions, and where what is said begins."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.speech import DIRECTION_WORDS

# Beside the colon and the wide one: those of printed Chinese ("︰", "﹕") and of ratios ("∶"); what Big5 made of one
WIDE_COLONS = "：︰﹕∶"
_BRACKET_END = re.compile(r"\s*(?P<bracket>[(\[][^()\[\]]{1,80}[)\]])\s*$")
# "Q2 Ada Verne:", "Q202  Chairman:": evidence before a committee counts its questions
_QUESTION_NUMBER = re.compile(r"Q\.?\s?\d{1,4}\.?[\s\u00a0]+(?=[^\W\d_])")
_NAME_AND_OUTLET = re.compile(
    r"\((?P<label>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3},\s[A-Z][\w.&’ -]{1,40})\)"
)
LONGEST_LABEL = 160
# What may stand between a colon and the words.
_SKIPPED = f" \u00a0\t\n:{WIDE_COLONS}"
_NEAR = 8  # characters: nearly always more than stand there
_STAMP = re.compile(r"\s*(?P<stamp>[(\[（]\d{1,2}(?::\d{2}(?::\d{2})?|[時时]\d{1,2}分)[)\]）])\s*")
# "MHE. HARROW aliuliza:-": the record's own verb behind the name
_TELLS = re.compile(
    r"\s+(?:aliuliza|alijibu|alisema|asked|replied|answered|preguntó|respondió|perguntou|respondeu"
    r"|a demandé|a répondu|fragte|antwortete|bertanya|menjawab)\W*$"
)


def make_label(block: Block, index: int, start: int, end: int, words_from: int, form: str) -> Label | None:
    """Return the label that is printed in a block from `start` to `end`; None where its own words tell that it is none."""
    label = _label_in(block.text[start:end])
    if label is None:
        return None
    length, text, key, direction, numbered = label
    words_from, stamp = _words_behind(block.text, words_from, stamped=direction is None)
    return Label(
        index, start, start + length, words_from, text, key, form, stamp or direction, numbered=numbered
    )


class _Printed(NamedTuple):
    length: int
    text: str
    key: str
    direction: str | None
    numbered: bool


# A gap of two spaces, which nobody's name has
_FIELD_AND_VALUE = re.compile(r"[\u3040-\u9fff]\s{2,}[\u3040-\u9fff]")


@lru_cache(8192)  # a page prints the same few labels again and again
def _label_in(printed: str) -> _Printed | None:
    """What a label as printed says, the length it has without its direction; None where it is none by its own words."""
    if printed[:1] >= "\u3040" and _FIELD_AND_VALUE.search(printed):
        return None  # a field and its value, as in "出席者  県"
    if tells := _TELLS.search(printed):
        printed = printed[: tells.start()]
    numbered = _QUESTION_NUMBER.match(printed)
    end, direction = len(printed), None
    bracket = _BRACKET_END.search(printed) if printed.rstrip()[-1:] in ")]" else None
    timed = bracket is not None and _STAMP.fullmatch(bracket["bracket"]) is not None
    if bracket and bracket.start() > 0 and (timed or DIRECTION_WORDS.search(bracket["bracket"])):
        direction = bracket["bracket"]
        end = bracket.start()
    text = printed[numbered.end() if numbered else 0 : end].strip(" *\u00a0\t")
    if _is_unnamed(text):
        text = text[1:-1]
    if outlet := _NAME_AND_OUTLET.fullmatch(text):
        text = outlet["label"]  # "(Mara Hader, Capital TV): Is it open?"
    elif text[:1] in "([" and (text[-1:] in ")]" or not re.search(r"[)\]]", text)):
        return None  # a direction ("(In Mandarin):"), or somebody's interjection inside brackets
    key = label_key(text)
    if not key or len(text) > LONGEST_LABEL:
        return None
    return _Printed(end, text, key, direction, bool(numbered))


def _words_behind(text: str, start: int, *, stamped: bool) -> tuple[int, str | None]:
    """Where the words begin behind a label and its mark, and the time of day in brackets before them."""
    if (not stamped or text[start : start + 1].isalnum()) and text[start : start + 1] not in _SKIPPED:
        return start, None  # as nearly always
    near = text[start : start + _NEAR]
    at = start + len(near) - len(near.lstrip(_SKIPPED))
    while text[at : at + 1] and text[at] in _SKIPPED:
        at += 1
    if text[at : at + 1].isalnum() or not stamped:
        return at, None
    if text[start:].lstrip()[:1] in "([（" and (stamp := _STAMP.match(text[start:])):
        # "Speaker 1: (10:08)" with the words behind it or on the next line
        return start + stamp.end(), stamp["stamp"]
    return at, None


def _is_unnamed(text: str) -> bool:
    """Whether a label in square brackets is somebody whom the page does not name: "[Senior Government Official]:"."""
    inner = text[1:-1]
    return (
        text[:1] == "[" and inner.count(" ") >= 1 and is_name_like(inner) and not DIRECTION_WORDS.search(text)
    )
