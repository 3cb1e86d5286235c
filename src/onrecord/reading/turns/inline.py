"""Labels that run on inside a paragraph: "… exactly? MR. DONILON: A couple of things." """

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from onrecord.model import Span
from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS, CHAIR_LABELS, QUESTION_LABELS
from onrecord.reading.words.posts import POST_WORDS
from onrecord.text import compile_late

_LONG = 3000
# "Question: who gains? Answer: nobody.", as somebody quotes an exchange
_QUOTED = compile_late('“[^“”]{1,600}”|«[^«»]{1,600}»|„[^„“”]{1,600}[“”]|(?<!\\w)"[^"]{1,600}"(?!\\w)')
_WHOLE, _FEW = 600, 2  # characters of a paragraph, where a text has no more of them than that
# A label inside a paragraph follows the end of a sentence, or words that break off.
_AFTER_SENTENCE = r"(?:(?<=[.?!…\"”’»)\]])|(?<=--)|(?<=—))\s+"
# In a paragraph that holds a whole transcript: names in capitals, and the letter Q.
_CAPITALS = compile_late(
    rf"{_AFTER_SENTENCE}\*?(?:[A-Z]{{2}}T\s|GMT\s|UTC\s)?(?P<label>(?:[A-Z][A-Z.'’-]+\s){{0,5}}[A-Z][A-Z.'’-]+)\s*:\s*"
    rf"|(?:^|\s)(?P<addressed>(?:MR|MS|MRS|DR)\.?\s[A-Z][A-Z'’-]+)\s*:\s*"
    rf"|{_AFTER_SENTENCE}(?P<letter>Q)[\s\u00a0]+(?=[A-Z])"
)
# "Ada Verne: Good evening. Bel Harrow: Thank you.", a whole exchange in one paragraph: names as they are written
_WRITTEN = compile_late(
    rf"(?:^|{_AFTER_SENTENCE})(?P<label>[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){{0,3}}):\s+(?=\S)"
)
_LEAST_COLONS, _LEAST_AGAIN = 4, 2
_LEAST_OF_AGENCY = 2  # letters: "AGERMAR: … Ada Verne: …"


def find_inline(accepted: list[Label], blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the labels accepted at line starts together with those that run on inside blocks, in order."""
    printed = {label.text for label in accepted if label.form == "colon" and label.text}
    by_block: dict[int, list[Label]] = {}
    for label in accepted:
        by_block.setdefault(label.block, []).append(label)
    found = list(accepted)
    known: re.Pattern[str] | None = None
    for index in indices:
        text = blocks[index].text
        there = by_block.get(index, [])
        after = (
            max([label.words_from for label in there])
            if len(there) > 1
            else there[0].words_from
            if there
            else 0
        )
        if text.find(":", after) < 0 and (text.isascii() or text.find("：", after) < 0):
            continue
        if any(text.find(label, after) >= 0 for label in printed):
            # Few pages have labels that run on: most need no pattern.
            known = known or _pattern_of(printed)
            found.extend(_inside(known, text, index, there, "label.runs_on"))
        if len(text) > (_WHOLE if len(indices) <= _FEW else _LONG) and len(accepted) < 4:
            found.extend(_inside(_CAPITALS, text, index, there, "label.runs_on_capitals"))
        found.extend(_written_on(text, index, there))
    unique = {(label.block, label.start): label for label in found}
    return [unique[place] for place in sorted(unique)]


def _written_on(text: str, index: int, there: list[Label]) -> list[Label]:
    """The labels of an exchange that one paragraph holds: two of them come back in it, and others are whole names."""
    if text.count(":") < _LEAST_COLONS:
        return []
    times = Counter(match["label"] for match in _WRITTEN.finditer(text))
    again = [label for label, number in times.items() if number >= _LEAST_AGAIN and _could_be_label(label)]
    if len(again) < _LEAST_AGAIN or not any(" " in label or not label.isupper() for label in again):
        return []
    taken = {*again, *(label for label in times if " " in label and is_name_like(label))}
    return _inside(_pattern_of(taken), text, index, there, "label.runs_on_written")


def _could_be_label(label: str) -> bool:
    """Return whether words in a paragraph could be a label: who asks or answers, a post, or a name of two words or more."""
    key = label_key(label)
    if key in QUESTION_LABELS | ANSWER_LABELS | CHAIR_LABELS | POST_WORDS:
        return len(key) > 1
    return (" " in label and is_name_like(label)) or (len(label) > _LEAST_OF_AGENCY and label.isupper())


def quoted_in(text: str) -> list[Span]:
    """Return where somebody is quoted in a text: an exchange that he recites has its labels inside his marks."""
    return [one.span() for one in _QUOTED.finditer(text)]


def _pattern_of(printed: Collection[str]) -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, printed), key=len, reverse=True))
    return re.compile(
        rf"{_AFTER_SENTENCE}\*?(?P<label>{known})(?P<bracket>\s*[(\[][^)\]]{{1,60}}[)\]])?\s*[:：]\s*"
    )


def _inside(pattern: re.Pattern[str], text: str, index: int, there: list[Label], rule: str) -> list[Label]:
    found = []
    taken = {place for label in there for place in range(label.start, label.words_from)}
    quoted = quoted_in(text) if pattern is not _CAPITALS else []
    for match in pattern.finditer(text):
        group = next(name for name in ("label", "addressed", "letter") if match.groupdict().get(name))
        start, end = match.span(group)
        if start in taken or any(first < start < last for first, last in quoted):
            continue
        bracket = match.groupdict().get("bracket")
        direction = bracket.strip() if bracket else None
        key = label_key(match[group])
        found.append(Label(index, start, end, match.end(), match[group], key, "colon", direction, rule))
    return found
