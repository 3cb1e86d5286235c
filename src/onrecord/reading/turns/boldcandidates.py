"""What could be a label by its bold type."""

from __future__ import annotations

import re

import msgspec

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.heldposts import names_holder
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.made import make_label
from onrecord.reading.turns.namelike import POST_STEM, before_comma, is_name_like, names_post
from onrecord.reading.turns.shorthand import POSTS
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import CHAIR_LABELS, QUESTION_LABELS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.posts import HONORIFICS, OFFICE_WORDS, POST_WORDS
from onrecord.reading.words.presiding import presides

# What may stand between a bold name and the words: "<b>Mr Price</b> (via interpreter): …"
_BEHIND_BOLD = re.compile(r"(?:\s*[(\[][^)\]]{1,60}[)\]]){0,2}\s*[:：.]?\s*[–—-]?")
_DASH_BEHIND = re.compile(r"\s*\.?\s*[–—]\s|\s*\.\s+-\s")
_NUMBERED = re.compile(r"\s*\d{1,3}\.\s+")
_STOP_BEHIND = re.compile(r"\s*[.:](?:\s*[–—-])?\s+|(?<=[.:])\s+")
_LONGEST_NAME = 90
_LONGEST_POST_LINE = 8  # words
_LONGEST_CHAIR = 3  # words
_MOST_RANKS = 4  # words
_ARTICLES = frozenset("le la el il o a the der die".split())
# "01.02 <b>Ada Verne</b> (LP): …": a record that counts its speeches
# "T1. [66880] <b>Bel Harrow (Westmoor) (LP):</b> …", "3. <b>Mr Olm:</b> …": questions on an order paper
_SPEECH_NUMBER = re.compile(r"\s*(?:\d{1,3}\.\d{1,3}\.?|[A-Z]{0,2}\d{1,3}\.(?:\s+\[\d{2,8}\])?)\s+")


# "<b>Verne</b> Ada (L, SK), für die Kommission: …": the surname first, and alone in bold
_GIVEN_BEHIND = re.compile(
    r"(?P<given>\s[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?(?:\s\([^()]{1,40}\))?)(?:,\s[^:()]{2,60})?:\s+(?=\S)"
)


def find_bold_candidate(block: Block, index: int) -> Label | None:
    """A bold lead that ends before the block does: "<b>Mr Speaker:</b> I have to report"."""
    if block.is_bold:
        return _bold_line(block, index)
    marked = block.bold or block.italic
    if not marked or marked[0][1] >= block.span[1]:
        return None
    start, end = marked[0][0] - block.span[0], marked[0][1] - block.span[0]
    lead = block.text[:start]
    if end - start > 160 or (any(map(str.isalnum, lead)) and not _SPEECH_NUMBER.fullmatch(lead)):
        return None
    if (
        lead.strip() in ("(", "[")
        and block.text.endswith((")", "]"))
        and block.text[end : end + 1] not in ")]"
    ):
        return None  # "(<i>Ada Verne</i>: That is not true!)": what somebody calls in
    if held := _post_in_italics(block, start, end):
        return _held_label(block, index, start, *held)
    if given := _GIVEN_BEHIND.match(block.text, end) if block.text[start:end].isalpha() else None:
        return make_label(block, index, start, given.end("given"), given.end(), "colon")
    printed = block.text[start:end]
    colon = re.search(r"[:：]", printed)
    if colon and printed[colon.end() :].strip(" \u00a0"):
        return None
    bare = printed.rstrip(" \u00a0:：.–—-")
    behind = None if colon else _BEHIND_BOLD.match(block.text, end)
    after = behind.end() if behind else end
    form = (
        "colon"
        if colon or re.match(r"(?:\s*[(\[][^)\]]{1,60}[)\]]){0,2}\s*[:：]", block.text[end:])
        else "bold"
    )
    label_end = start + len(bare)
    between = None if colon else re.match(r"(?:\s*[(\[][^)\]]{1,60}[)\]]){1,2}", block.text[label_end:])
    if between:
        label_end += between.end()
    if form == "bold" and block.text[max(after, label_end) :].lstrip()[:1].islower():
        return None  # "RECALLING that …": the sentence goes on
    behind_comma = bare.partition(", ")[2]
    posted = bool(behind_comma) and names_post(behind_comma)
    named = (
        is_name_like(before_comma(bare) if posted or _DASH_BEHIND.match(block.text, end) else bare)
        or presides(label_key(bare))
        or names_holder(bare)
    )
    if form == "bold" and not named:
        return None
    label = make_label(block, index, start, label_end, max(after, label_end), form)
    return msgspec.structs.replace(label, start=0) if label and lead.strip() else label


def _post_in_italics(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Where a label ends and its words begin that is a name in bold and a post in italics: "<b>Ada Verne</b>, <i>ministre des ponts</i>. …"."""
    base, text = block.span[0], block.text
    if block.bold and block.italic:
        end = _without_blanks(text, end)
    if not (block.bold and block.italic) or "," not in text[end - 1 : end + 2]:
        return None
    for first, last in block.italic:
        last = base + _without_blanks(text, last - base)
        between = text[end : first - base]
        if first - base >= end and not between.strip(" ,") and last - first <= _LONGEST_NAME:
            stop = _STOP_BEHIND.match(text, last - base)
            named = is_name_like(text[start:end].strip(" ,"))
            return (last - base, stop.end()) if stop and named else None
    return None


def _without_blanks(text: str, end: int) -> int:
    """Where the words end before a place in a text."""
    return len(text[:end].rstrip())


def _held_label(block: Block, index: int, start: int, end: int, words_from: int) -> Label | None:
    """The label of a name and a post in two types, with a stop behind both."""
    end -= len(block.text[start:end]) - len(block.text[start:end].rstrip(" .:"))
    return make_label(block, index, start, end, words_from, "bold")


def _bold_line(block: Block, index: int) -> Label | None:
    """A name with a form of address that is a bold line of its own: "<p><b>Prof. Verne</b></p>"."""
    numbered = _NUMBERED.match(block.text)
    start = numbered.end() if numbered else 0
    text = block.text[start:].strip()
    addressed = text.split(None, 1)[0].strip(".").lower() in HONORIFICS if text else False
    holder = text.endswith(")") and bool(POST_STEM.search(text))  # "The Secretary of State (Miss Ada Verne)"
    key = label_key(text)
    # "Wartawan", "Presiden": the word for who asks, or a post
    word = key in QUESTION_LABELS or key in POST_WORDS or key in POSTS or _opens_with_post(text)
    chair = (presides(key) or key in CHAIR_LABELS) and len(text.split()) <= _LONGEST_CHAIR  # "De voorzitter"
    told = text[-1:] not in ":：" and (word or chair or _is_post_and_name(text))
    if (
        not (addressed or holder or told)
        or block.level
        or len(text) > _LONGEST_NAME
        or not (chair or is_name_like(text))
    ):
        return None
    label = make_label(
        block, index, start, len(block.text.rstrip(" \u00a0:：")), len(block.text), "bold line"
    )
    return msgspec.structs.replace(label, start=0) if label else None


def _is_post_and_name(text: str) -> bool:
    """Whether a line is a post of one word in capitals, and a whole name: "Deputy Ada Verne"."""
    words = text.split()
    if not 2 < len(words) <= _LONGEST_POST_LINE or not _is_capital_post(words[0]):
        return False
    person = parse_person(text)
    return person is not None and person.office == words[0] and person.name == " ".join(words[1:])


def _is_capital_post(word: str) -> bool:
    return word[0].isupper() and word.lower() in OFFICE_WORDS


def _opens_with_post(text: str) -> bool:
    """Whether a line is an article or none, a post in capitals and who or what that is of: "Le Président de la République"."""
    words = text.split()
    if words and words[0].lower() in _ARTICLES:
        words = words[1:]
    if (
        0 < len(words) <= _MOST_RANKS
        and words[-1].lower() in POST_WORDS
        and all(map(_is_capital_post, words))
    ):
        return True  # "Prime Minister", "Deputy Foreign Secretary"
    post = words[0].lower() if words else ""
    return (
        len(words) <= _LONGEST_POST_LINE and words[:1] != [post] and post in POST_WORDS and text[-1].isalpha()
    ) or (
        bool(words)
        and post in POST_WORDS
        and words[0][0].isupper()
        and text.endswith(")")
        and len(words) <= _LONGEST_POST_LINE
    )
