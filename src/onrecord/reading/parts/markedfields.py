"""Fields behind a mark, as East Asian offices head a record: "■日時    令和13年12月14日（木曜日）", "■会場    第二会議室"."""

from __future__ import annotations

import re

from onrecord.reading.words.fields import METADATA_LABELS

MARKS = frozenset("■□◆◇◎●")
_FIELD = re.compile(r"[■□◆◇◎●]\s?(?P<label>[^\s:：]{1,12})(?:\s{2,}|\s?[:：]\s*)(?P<value>\S.{0,100})")


def marked_field(text: str) -> re.Match[str] | None:
    """Return the label and value of a line that is a field of metadata behind a mark; None for any other."""
    if text[0] not in MARKS:
        return None
    match = _FIELD.fullmatch(text)
    return match if match and match["label"] in METADATA_LABELS else None
