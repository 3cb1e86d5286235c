"""Labels that marks set apart where a script has neither capitals nor spaces: "（記者）", "○議長（保利茂君）", "○위원장 김도현"."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.turns.label import is_question_key
from onrecord.reading.words.holders import JAPANESE_HOLDER, KOREAN_HOLDER
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS
from onrecord.text import compile_late

# "（記者）いつですか。" · "○田村官房長官　…" · "問）" · "記者）" · "‹질문>" · "(記 者)": marks around who asks and who answers
_MARKED = compile_late(
    r"(?:[○◯●](?P<a>[^\s\u3000]{1,20})[\u3000 ]+(?=\S)|[（(<‹〈《](?P<b>[^）)>›〉》\s][^）)>›〉》\n]{0,19})[）)>›〉》]\s*"
    r"|(?P<c>[\u2e80-\ud7a3]{1,8})[）)]\s*)"
)
# A printed sitting, which sets no mark behind the name: "◎市長（細木茂君）　", "◆１２番（片浜市助議員）", "7: ○議長(保利茂君)", "○위원장 김도현  "
_SITTING = compile_late(
    rf"(?:\d{{1,4}}[:：.]\s*)?[○◯●◎◆◇△▲][ \u3000]?(?:(?P<holder>[^\s\u3000（）()]{{1,20}}[（(][^（）()\n]{{2,14}}[）)])[\u3000 ]*"
    rf"|(?P<korean>{KOREAN_HOLDER})\s+|(?P<japanese>{JAPANESE_HOLDER})[ \u3000\n]+)(?=\S)"
)
_COUNTED = re.compile(r"\d{1,4}[:：.]\s*[○◯●◎◆◇]")
_SITTING_MARKS = frozenset("○◯●◎◆◇△▲")
MARKS_OPEN = _SITTING_MARKS | frozenset("（(<‹〈《問答답问質质回ＱＡ")
"""The characters that a marked label, or a word for asking with a gap behind it, may open with; others have their mark behind them."""
_ENDS = (
    "市長",
    "町長",
    "村長",
    "知事",
    "区長",
    "副市長",
    "市长",
    "시장",
    "지사",
    "大臣",
    "長官",
    "総理",
    "首相",
    "官",
    "部长",
    "部長",
    "장관",
    "대통령",
    "대변인",
    "총리",
    "司会",
)
# Behind the round mark of a printed sitting: "○議長（保利茂君）　", "○細木茂君　"
_SITTING_ENDS = ("君", "議長", "委員長", "委員", "参考人", "証人", "公述人", "主査", "会長")


def may_be_marked(head: str) -> bool:
    """Return whether a line may open with a marked label, by its first character and a bracket closing near it."""
    if head.isascii():
        return False
    first, near = head[0], head[:10]
    return (
        first in MARKS_OPEN or ")" in near or "）" in near or bool(first.isdigit() and _COUNTED.match(head))
    )


def find_marked(head: str) -> tuple[Span, int] | None:
    """Return where a marked label stands at the beginning of a line, and where its words begin."""
    if (head[0] in _SITTING_MARKS or head[0].isdigit()) and (sitting := _SITTING.match(head)):
        return sitting.span(str(sitting.lastgroup)), sitting.end()
    if marked := _MARKED.match(head):
        group = str(marked.lastgroup)
        key = label_key(marked[group])
        ended = key.endswith((*_ENDS, *_SITTING_ENDS) if group == "a" else _ENDS)
        if is_question_key(key) or key in ANSWER_LABELS or ended:
            return marked.span(group), marked.end()
    return None
