"""The quotation marks of a text, one after another, each with what it may do where it stands: open, close, or both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from onrecord.model import Span
from onrecord.quoting.articles.lines import Line

Family = Literal["double", "single", "angle", "corner"]

# „…“ and »…« change sides from language to language; straight marks, and ”…” in Swedish, are the same on both.
_DOUBLE = '“”„‟"＂〝〞〟❝❞'
_SINGLE = "‘’‚‛'"
_ANGLE = "«»‹›"
_CORNER = "「」『』﹁﹂﹃﹄"
# Two single marks in a row stand for a double one, as do two backticks or, low, two commas: ''so'', ``so'', ,,so''.
_TOKEN = re.compile(
    rf"'{{2,3}}|‘‘|’’|``|(?<![^\s(\[]),,(?=\w)|[{re.escape(_DOUBLE + _SINGLE + _ANGLE + _CORNER)}]"
)
_FAMILY: dict[str, Family] = {
    **dict.fromkeys(_DOUBLE, "double"),
    **dict.fromkeys(_SINGLE, "single"),
    **dict.fromkeys(_ANGLE, "angle"),
    **dict.fromkeys(_CORNER, "corner"),
    **dict.fromkeys(("''", "``", ",,", "‘‘", "’’"), "double"),
}
_ONLY_OPENING = frozenset("„‟〝❝‚‛「『﹁﹃") | {"``", ",,", "‘‘"}
_ONLY_CLOSING = frozenset("〞〟❞」』﹂﹄")
# Letters of scripts written without spaces may touch a mark on either side and say nothing by it.
_FIRST_UNSPACED = "\u0e00"
_NOT_INSIDE = ",;:!?)]}>，。！？；：、）"
# "... and so on", ".5 per cent"
_DOTS = re.compile(r"\.\s?\.|\.\w")
# Words that begin with an apostrophe: ’em, ’til, ’cause, ’n’; d’, l’ and the like are inside words and no marks at all.
_ELIDED = re.compile(
    r"['’‘](?:\d0s\b|\d\d\b|(?:em|im|er|til|till|tis|twas|twere|twill|cause|cuz|bout|round|n|nuff|sup|kay|ere|s|t|ne|nem|nen|ner|ns)\b)",
    re.IGNORECASE,
)
# What may stand at the head of a paragraph before its first mark.
_LEADING = "> \t\u00a0\u202f*_—–-•"
_OWNING = re.compile(r"[sS]['’]\s[^\W\d_A-Z]")
_TURNED = re.compile(r"(?<![^\s(\[—–-])»(?=\w)|(?<=[\w.,!?…])«(?!\w)")
_OUTWARD = re.compile(r"(?<![^\s(\[—–-])«(?=[\w\s])|(?<=[\w.,!?…])[\s\u00a0\u202f]?»")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}$")


class Mark(NamedTuple):
    """A mark at [start, end) and what it may do; `line` is that which it stands in, `begins` whether as its first.

    `doubtful` where it closes if it is no apostrophe: "the harbours' gates".
    """

    start: int
    end: int
    sign: str
    family: Family
    opens: bool
    closes: bool
    line: int
    begins: bool
    doubtful: bool = False


def find_marks(text: str, lines: Sequence[Line]) -> Iterator[Mark]:
    """Yield the quotation marks of the lines in order; apostrophes, and signs for feet and inches, are none."""
    is_turned = _is_turned(text)
    for number, (start, end, _) in enumerate(lines):
        leading, lead = True, start
        for match in _TOKEN.finditer(text, start, end):
            for sign, at in _signs(match, text):
                leading = leading and not text[lead:at].strip(_LEADING)
                after = at + len(sign)
                opens, closes = _roles(text, sign, at, (start, end), is_turned)
                lead = after
                if opens or closes:
                    doubtful = closes and bool(_OWNING.match(text, at - 1))
                    yield Mark(at, after, sign, _FAMILY[sign], opens, closes, number, leading, doubtful)


def _signs(match: re.Match[str], text: str) -> list[tuple[str, int]]:
    """The marks of one token: three apostrophes in a row are a double mark and a single one inside it."""
    sign, at = match.group(), match.start()
    if sign != "'''":
        return [(sign, at)]
    if text[match.end() : match.end() + 1].isalnum():
        return [("''", at), ("'", at + 2)]
    return [("'", at), ("''", at + 1)]


def _roles(text: str, sign: str, at: int, inside: Span, is_turned: bool) -> tuple[bool, bool]:
    """Whether a mark may open, and whether it may close, told from what it touches."""
    if sign in _ONLY_OPENING:
        return True, False
    if sign in _ONLY_CLOSING:
        return False, True
    before = text[at - 1] if at > inside[0] else ""
    after = text[at + len(sign)] if at + len(sign) < inside[1] else ""
    if sign in _ANGLE:
        return _angle_roles(sign, before, after, is_turned)
    if sign in "'’‘":
        return _single_roles(text, sign, at, before, after)
    if _is_letter(before) and _is_letter(after):
        return False, False
    opens, closes = _can_open(before, after, text, at + len(sign)), _can_close(before, after)
    if sign == "“":
        # It closes „…“ and, before a stop or behind a letter, nothing else can be meant.
        return not closes or opens or not before, closes and not opens
    if sign == "”":
        return opens and not closes, closes or not opens
    if sign in ("''", "’’", '"', "＂") and before.isdigit() and _FEET.search(text, max(at - 8, 0), at):
        return False, False
    return opens, closes


def _single_roles(text: str, sign: str, at: int, before: str, after: str) -> tuple[bool, bool]:
    if _is_letter(before) and _is_letter(after):
        return False, False
    opens = _can_open(before, after, text, at + 1) and not _ELIDED.match(text, at)
    if sign == "‘":
        return opens, bool(before) and not before.isspace() and not after.isalnum()
    opens = opens and not after.isspace()
    closes = _can_close(before, after) and not before.isspace()
    return opens and (sign == "'" or not closes), closes


def _angle_roles(sign: str, before: str, after: str, is_turned: bool) -> tuple[bool, bool]:
    if (sign in "«‹") is not is_turned:
        return True, False
    # »so» in Finnish and Swedish, and at the head of a further paragraph in French
    opens = (not before or before.isspace()) and after.isalnum()
    return opens, not opens


def _can_open(before: str, after: str, text: str, end: int) -> bool:
    if not after or after in _NOT_INSIDE:
        return False
    if after.isspace():
        return not before or before.isspace()
    if after == "." and not _DOTS.match(text, end):
        return False
    return not _is_letter(before)


def _can_close(before: str, after: str) -> bool:
    if not before or before in "([{<":
        return False
    if before.isspace():
        return not after or after.isspace()
    return not _is_letter(after)


def _is_letter(character: str) -> bool:
    return character.isalnum() and character < _FIRST_UNSPACED


def _is_turned(text: str) -> bool:
    """Whether angle marks point at what they enclose: »so«, as against «so» and « so »."""
    return len(_TURNED.findall(text)) > len(_OUTWARD.findall(text))
