"""What the source says of the text itself: its status, whose words it gives, and whether more follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.model import (
    STATUSES,
    Part,
    TextStatus,
    Turn,
)
from onrecord.reading.parts.metadata import status_of
from onrecord.reading.statement.body import Body, Found, Opening
from onrecord.reading.words.signposts import CONTINUES_BEFORE
from onrecord.reading.words.statuses import INTERPRETED, ORIGINAL, TRANSLATED
from onrecord.text import part_told

_OPENING_TURNS = 3
_LONGEST_OPENING = 3_000
_LONGEST_LINE = 200
# It reads: "This call is on background, attributable to senior officials, and embargoed until 2:00 p.m."
_RULE = re.compile(
    r"\b(?:call|briefing|discussion|session|conversation|remarks|everything|this) (?:is|are|will be|are being)\b[^.?!]{0,120}?\b"
    r"(?:embargoed until|under embargo|on background,? (?:and )?(?:attributable|as))[^.?!]*",
    re.IGNORECASE,
)
_TEXT_STATUSES: dict[str, TextStatus] = {
    "original": "original",
    "official translation": "official_translation",
    "interpreted": "interpreted",
}


def find_status(
    title: str, texts: Sequence[str], standing: Sequence[str], evidence: Found
) -> tuple[str, ...]:
    """Return what title, lines and the page's JSON-LD say about the state of the text, in the order of the model."""
    status: dict[str, None] = {}
    for text in [title, *texts]:
        for one in (*_stated_status(text), *status_of(text)):
            if one not in status:
                evidence.note("status", one, "title" if text is title else "line", None, True)
            status[one] = None
    for one in standing:
        for stated in (*_stated_status(one), *status_of(one)):
            if stated not in status:
                evidence.note("status", stated, "JSON-LD creativeWorkStatus", None, True)
            status[stated] = None
    return tuple(sorted(status, key=STATUSES.index))


def lines_stating(status: str, lines: Iterable[str]) -> list[str]:
    """Return what of a page's lines says that its text is in this state, sorted: whoever says it, and wherever it stands."""
    ruled = ((line, [match.group() for match in _RULE.finditer(line)]) for line in lines)
    texts = (text for line, rules in ruled for text in rules or [line][: len(line) <= _LONGEST_LINE])
    return sorted(text for text in texts if status in (*_stated_status(text), *status_of(text)))


def rules_stated(turns: Sequence[Turn]) -> list[str]:
    """Return the sentences at the beginning in which somebody states for what the press may use the words, and from when."""
    opening = [turn for turn in turns[:_OPENING_TURNS] if turn.role != "questioner"]
    texts = (turn.text[:_LONGEST_OPENING] for turn in opening)
    return [match.group() for text in texts if _holds_rule(text) for match in _RULE.finditer(text)]


def _holds_rule(text: str) -> bool:
    """Whether a text holds the words that every such sentence holds: few do, and these are found sooner."""
    lower = text.lower()
    return "embargo" in lower or "background" in lower


def _stated_status(text: str) -> tuple[str, ...]:
    """The model's own words for a status, as a status line may use them: "as delivered; embargo"."""
    stated = re.split(r"[;,]\s*", text.lower().replace("_", " ").strip())
    return tuple(one for one in STATUSES if one.replace("_", " ") in stated)


def find_text_status(
    body: Body, title: str, texts: Sequence[str], turns: Sequence[Turn]
) -> tuple[TextStatus, str]:
    """Return whose words the text gives: a translation, an interpreter's, the original; unknown where nobody says.

    And the rule that told it.
    """
    for line in body.lines:
        # "Text: interpreted": one of the model's own words, and nothing else
        if line.field == "status" and (stated := _TEXT_STATUSES.get(line.value.lower().strip(" ."))):
            return stated, "text_status.line"
    for one in body.told.standing:
        if stated := _TEXT_STATUSES.get(one):
            return stated, "text_status.structured"
    told = " \n".join([title, *texts])
    if TRANSLATED.search(told):
        return "official_translation", "text_status.told_translation"
    if INTERPRETED.search(told):
        return "interpreted", "text_status.told_interpreted"
    officials = [turn for turn in turns if turn.role != "questioner"]
    interpreted = [
        t
        for t in officials
        if any(INTERPRETED.search(d.text) for d in t.directions) or t.role == "interpreter"
    ]
    if interpreted and 2 * len(interpreted) >= len(officials):
        return "interpreted", "text_status.turns_interpreted"
    return (
        ("original", "text_status.told_original")
        if ORIGINAL.search(told)
        else ("unknown", "text_status.untold")
    )


def find_part(body: Body, title: str, opening: Opening) -> Part | None:
    """Return the place of the text in a statement published in pieces, None where nothing says it is one."""
    blocks = body.page.blocks
    number = part_told(title)
    resumes = any(CONTINUES_BEFORE.match(blocks[index].text) for index in opening.blocks) or bool(
        CONTINUES_BEFORE.search(title)
    )
    continues = bool(body.continued)
    stated = [line for line in body.lines if line.field == "part"]
    if not continues and number is None and not resumes and not stated:
        return None
    for line in stated:
        if line.value.strip().isdigit():
            number = int(line.value.strip())
    return Part(number, continues)
