"""What could be a label at the beginning of a block, by its shape alone."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.reading.blocks import Block
from onrecord.reading.label import Label, label_key
from onrecord.reading.vocabulary import DIRECTION_WORDS, HONORIFICS, OFFICE_LINKS, OFFICE_WORDS, PARTICLES

# "MR. PRICE (via interpreter):" · "38. Mr. Carter:" · "Question:" · "记者："
_COLON = re.compile(
    r"(?P<number>\(?\d{1,3}[.)]\s*)?\*{0,2}(?P<label>[^:：\n]{1,160}?)\s*[:：](?![:/]|\d\d\b)(?:\s|(?=\S))"
)
_BRACKET_END = re.compile(r"\s*(?P<bracket>[(\[][^()\[\]]{1,80}[)\]])\s*$")
# "Q    Thank you" · "Q. Why" · "A\xa0 Because"
# What may stand between a bold name and the words: "<b>Mr Price</b> (via interpreter): …"
_BEHIND_BOLD = re.compile(r"\s*(?:[(\[][^)\]]{1,60}[)\]])?\s*[:：.]?\s*[–—-]?")
_STAMP = re.compile(r"\s*(?P<stamp>[(\[]\d{1,2}:\d{2}(?::\d{2})?[)\]])\s*")
_LETTER = re.compile(
    r"(?P<label>[QA])(?P<mark>[.)]?[\s\u00a0]{1,}|\.[\s\u00a0]*)(?=\S)|(?P<glued>Q)(?=[A-Z][a-z'’]|--|—)"
)
# "President Biden. Please, sit down." · "Der Präsident. – Das Wort hat …"
_STOP = re.compile(
    r"(?P<label>[^\W\d_][\w'’-]*\.?(?:\s+(?:[^\W\d_][\w'’-]*\.?|\([^()]{1,40}\))){0,8}?)(?P<mark>\.\s*[–—-]\s+|\.\s+)(?=\S)"
)
# "Q - Pourquoi …" · "Alain Juppé - Mesdames et Messieurs"
_DASH = re.compile(r"(?P<label>[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,4})\s+(?P<mark>[-–—])\s+(?=\S)")
# "Judge Sarah A. L", "Mr": what stands before a stop is an abbreviation, not a label
_LOWER_CASE = PARTICLES | OFFICE_WORDS | HONORIFICS
# The post in a long label, in languages that compound it: "Staatssekretärin", "Bundesministerin".
_POST = re.compile(
    r"(?:minist|präsident|sekretär|secr[eé]t|presiden|kanzler|beauftragt|botschafter|ambassad|sprecher|director|directeur)",
    re.IGNORECASE,
)
# A sentence may hold capitals too; "Dr. h. c." is none.
_SENTENCE_INSIDE = re.compile(r"[!?…;]|\.\s+[a-zà-ÿа-я]{2}")
_ABBREVIATED = re.compile(r"(?:^|[\s.])(?:[^\W\d_]|mr|mrs|ms|dr|jr|sr|st|gen|sen|rep|gov)$", re.IGNORECASE)


def find_candidate(block: Block, index: int) -> Label | None:
    """Return what could be a label in bold, before a colon, or as a lone letter."""
    return _bold_label(block, index) or _colon_label(block, index) or _letter_label(block, index)


def _colon_label(block: Block, index: int) -> Label | None:
    head = block.text[:200]
    match = _COLON.match(head) if ":" in head or "：" in head else None
    if not match:
        return _own_line(block, index)
    return _made(block, index, match.start("label"), match.end("label"), match.end(), "colon")


def _own_line(block: Block, index: int) -> Label | None:
    text = block.text
    if len(text) <= 160 and text.endswith((":", "：")):
        return _made(block, index, 0, len(text) - 1, len(text), "colon")
    return None


def _made(block: Block, index: int, start: int, end: int, words_from: int, form: str) -> Label | None:
    printed = block.text[start:end]
    direction = None
    bracket = _BRACKET_END.search(printed)
    if bracket and bracket.start() > 0 and DIRECTION_WORDS.search(bracket["bracket"]):
        direction = bracket["bracket"]
        end = start + bracket.start()
    text = block.text[start:end].strip(" *\u00a0\t")
    key = label_key(text)
    if not key or len(text) > 160:
        return None
    words = block.text[words_from:]
    skipped = len(words) - len(words.lstrip())
    if (stamp := _STAMP.match(words)) and direction is None:
        # "Speaker 1: (10:08)" with the words behind it or on the next line
        direction, skipped = stamp["stamp"], stamp.end()
    return Label(index, start, end, words_from + skipped, text, key, form, direction)


def _letter_label(block: Block, index: int) -> Label | None:
    match = _LETTER.match(block.text[:40])
    if not match:
        return None
    if match["glued"]:
        # "QWill he be visiting": the space was lost in the copy
        return Label(index, 0, 1, 1, "Q", "q", "narrow letter")
    wide = "." in match["mark"] or len(match["mark"]) >= 2 or "\u00a0" in match["mark"]
    return Label(
        index,
        0,
        1,
        match.end(),
        match["label"],
        match["label"].lower(),
        "letter" if wide else "narrow letter",
    )


def _bold_label(block: Block, index: int) -> Label | None:
    """A bold lead that ends before the block does: "<b>Mr Speaker:</b> I have to report"."""
    marked = block.bold or block.italic
    if not marked or block.is_bold or marked[0][1] >= block.span[1]:
        return None
    start, end = marked[0][0] - block.span[0], marked[0][1] - block.span[0]
    lead = block.text[:start]
    if any(map(str.isalnum, lead)) or end - start > 160:
        return None
    printed = block.text[start:end]
    colon = re.search(r"[:：]", printed)
    if colon and printed[colon.end() :].strip(" \u00a0"):
        return None
    bare = printed.rstrip(" \u00a0:：.–—-")
    behind = None if colon else _BEHIND_BOLD.match(block.text, end)
    after = behind.end() if behind else end
    form = (
        "colon" if colon or re.match(r"\s*(?:[(\[][^)\]]{1,60}[)\]])?\s*[:：]", block.text[end:]) else "bold"
    )
    label_end = start + len(bare)
    between = None if colon else re.match(r"\s*[(\[][^)\]]{1,60}[)\]]", block.text[label_end:])
    if between:
        label_end += between.end()
    if form == "bold" and not is_name_like(bare):
        return None
    return _made(block, index, start, label_end, max(after, label_end), form)


def find_loose_candidate(block: Block, index: int) -> Label | None:
    """Return what could be a label before a dash or a full stop."""
    head = block.text[:120]
    for form, pattern in (("dash", _DASH), ("stop", _STOP)):
        if (
            (match := pattern.match(head))
            and is_name_like(match["label"])
            and not _ABBREVIATED.search(match["label"])
        ):
            return Label(
                index, 0, match.end("label"), match.end(), match["label"], label_key(match["label"]), form
            )
    return None


@lru_cache(8192)
def is_name_like(text: str) -> bool:
    """Return whether every word of the text could stand in a name or office: capitals, particles, initials, numbers."""
    bare = re.sub(r"[(\[][^)\]]*[)\]]", " ", text)
    tokens = [token.strip("*“”\"'’.,") for token in re.split(r"[\s/]+", bare) if token.strip("*“”\"'’.,–—-")]
    if not tokens or len(tokens) > 14 or bare.count(",") > 2 or _SENTENCE_INSIDE.search(bare):
        return False
    capitals = 0
    links = False
    for token in tokens:
        first = token[0]
        if not first.isalnum():
            return False
        if first.isdigit():
            if len(tokens) == 1 or len(token) > 3:
                return False
        elif first.isupper() or first.lower() == first.upper():
            capitals += 1
        elif token in OFFICE_LINKS:
            links = True
        elif token.lower() not in _LOWER_CASE and not (len(token) == 1 and f"{token}." in bare):
            return False
    if links and not any(_POST.search(token) for token in tokens):
        return False
    uncased = [token for token in tokens if token[0].lower() == token[0].upper()]
    if uncased and not any("\u0900" <= t[0] <= "\u097f" or "\u0600" <= t[0] <= "\u06ff" for t in uncased):
        return capitals > 0 and sum(map(len, uncased)) <= 20
    return capitals > 0
