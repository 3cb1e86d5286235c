"""Lines that say that a record ends, when it ended, or a time of day and nothing else."""

from __future__ import annotations

import re

from onrecord.reading.parts.credits import closes_with_credit
from onrecord.reading.words.dates import whole_date
from onrecord.text import compile_late

_TIME_LINE = re.compile(
    r"\W*(?:\w+ ){0,2}\d{1,2}(?:[:.]\d{2,3})?\s*(?:[ap]\.?\s?m\.?|uhr|hrs?|h)?\.?\s*(?:\(?[A-Z]{1,5}\)?|local time)?\.?(?:\s*(?:\([^)]*\)|[-–—].{0,30}))?\W*",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\d[:.]\d{2}|\d\s*(?:[ap]\.?\s?m\b|uhr|hrs?\b|h\b)|\d{4}\s*(?:hrs|h|[A-Z]{3,4})\b", re.IGNORECASE
)
# "香港時間17時05分"
_HOUR_IN_HAN = re.compile(
    r"\W*(?:[\u4e00-\u9fff]{2,6}時?間)?\s?(?:上午|下午|午前|午後)?\d{1,2}[時时](?:\d{1,2}分)?\W*"
)
_END_LINE = re.compile(
    r"\W*(?:the (?:briefing|meeting|interview|sitting|call|(?:press|news) conference) (?:was )?(?:concluded|ended|closed|adjourned|rose)\b.{0,40}|"
    r"\(source ?: [^()]{3,160}\)(?:, .{4,40})?|for information media\W+not an official record|not an official record|"
    r"(?:conclusion|end) of (?:the )?(?:press |news |media )?(?:conference|briefing|interview|transcript)|"
    r"(?:the (?:meeting|discussion|talks|event) )?continued? (?:behind closed doors|in private|off camera)\b.{0,40}|issued at .{0,40}|(?:please (?:also )?(?:refer to|see|click|note that)|for (?:more|further) (?:information|details)\b)\b.{0,140}|"
    r"(?:copyright\b|©|all rights reserved|(?:all )?content on this site|creative commons).{0,200}|"
    r"[（(](?:责任编辑|責任編輯|编辑|編輯|校对)[：:][^（）()]{2,12}[）)]|"
    r"this record contains the text of .{2,200}|"
    r"\[(?:original text|text original|testo originale|texte original|texto original|originaltext|originalsprache|język oryginału)\s?: [^\[\]]{3,40}\]|"
    r"(?-i:[A-Z]{2,6})\s?(?:#|№|no\.|nr\.)\s?\d[\d/-]{0,11}|"
    r"end(?:s|e)?(?:\s+of\s+\w+)?(?:\s*/.{0,40})?\s*(?:\d{1,2}[:.]\d{2}.{0,24})?|n{4}|fin|समाप्त|以上|完|끝|終わり|终|(?:źródło|quelle|zdroj|fuente|fonte|bron|lähde|kilde|källa|izvor|forrás|sursa|πηγή|источник|джерело)\s?: [^.!?]{3,120}\.?|###+|-?\s*30\s*-?|[#*_=·•~–—-]{2,}|конец)\W*",
    re.IGNORECASE,
)
# When it ended, as in “(The briefing was concluded at 2:03 p.m.)”
_CONCLUDED = compile_late(
    r"\W*(?:the )?(?:\w+ ){0,3}(?:was |is |has )?(?:concluded|ended|adjourned|closed|rose)(?: at)? \d{1,2}[:.]\d{2}[^.!?]{0,3}(?:[ap]\.?m\.?)?\W*",
    re.IGNORECASE,
)
_LONGEST = 240


def is_end_line(text: str) -> bool:
    """Return whether a line only says that the record ends, or who asked: "END 1:30 P.M. EST", "# # #", "- 30 -"."""
    return len(text) <= _LONGEST and bool(
        _CONCLUDED.fullmatch(text) or says_end(text) or is_time_line(text) or _HOUR_IN_HAN.fullmatch(text)
    )


def says_end(text: str) -> bool:
    """Return whether a line only says that the record ends, in words or signs, or who asked."""
    return _END_LINE.fullmatch(text) is not None or closes_with_credit(text)


def has_form_of_time(text: str) -> bool:
    """Return whether a line has the form of a time of day, with or without minutes: "3 p.m. EDT"."""
    return _TIME_LINE.fullmatch(text) is not None


def is_time_line(text: str) -> bool:
    """Return whether a line holds a time of day and nothing else: "3:18 P.M. EDT"."""
    return (
        len(text) <= 60
        and any(map(str.isdigit, text))
        and not whole_date(text)
        and bool(_HOUR.search(text) and _TIME_LINE.fullmatch(text))
    )
