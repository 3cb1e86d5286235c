"""What stands in quotation marks: the marks of many languages, nested, left open, and told from apostrophes."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.model import Span
from onrecord.text import match_form

# Each mark that opens, with those that close it. „…“ and »…« change sides from language to language, and straight
# marks, as well as ”…” in Swedish, are the same on both.
_CLOSING = {
    "“": "”", "„": "“”", "«": "»", "»": "«»", "‹": "›", "›": "‹›", "「": "」", "『": "』", "〝": "〞〟", "”": "”",
    "‘": "’", "‚": "‘’", '"': '"', "＂": "＂", "'": "'",
}  # fmt: skip
_OPENING = re.compile(f"[{re.escape(''.join(_CLOSING))}]")
# So many marks of a kind that nothing closes, and the others are not looked at: each costs a walk through the text.
_MOST_UNCLOSED = 10
# Marks that are apostrophes as often: what they enclose is taken for quoted from so many words on.
_SINGLE = "‘‚'"
_LEAST_IN_SINGLE = 3
# Marks that tell by their shape alone that they open.
_ONLY_OPENING = "“„«‹「『〝‚"
_FINISHING = ".,!?…;:。，！？"
# Letters of scripts written without spaces stand beside a mark without meaning that it is inside a word.
_FIRST_UNSPACED = "\u0e00"


def enclosed_spans(text: str) -> list[Span]:
    """Return the spans of what stands in quotation marks, without the marks; what is nested lies within the outer one.

    A mark at the beginning of a paragraph that follows an open one goes on with it, as printers set long quotations. An
    opening mark that nothing closes is no mark.
    """
    spans: list[Span] = []
    unclosed: Counter[str] = Counter()
    at = 0
    while opening := _OPENING.search(text, at):
        start, mark = opening.start(), opening.group()
        at = start + 1
        if not _opens(text, start) or unclosed[mark] >= _MOST_UNCLOSED:
            continue
        end = _closing_of(text, start)
        if end is None:
            unclosed[mark] += 1
            continue
        spans.append((start + 1, end))
        at = end + 1
    return spans


def _closing_of(text: str, at: int) -> int | None:
    """Return the offset of the mark that closes the one at `at`, None where none does."""
    if text[at] in _SINGLE:
        return _closing_of_single(text, at)
    mark, closing = text[at], _CLOSING[text[at]]
    depth, last = 1, None
    for found in re.compile(f"\n\n|[{mark}{closing}]").finditer(text, at + 1):
        offset, character = found.start(), found.group()
        if character == "\n\n":
            if mark in closing and not _goes_on(text, offset, mark):
                break
        elif character == mark and _opens_again(text, offset):
            depth += not _begins_paragraph(text, offset)
        elif character in closing and not _inside_word(text, offset):
            depth, last = depth - 1, offset
            if not depth:
                return offset
    return last


def _closing_of_single(text: str, at: int) -> int | None:
    """Return the offset of the mark that closes a single one: after a stop, else not where a plural owns something."""
    closing = _CLOSING[text[at]]
    found: list[int] = []
    for match in re.compile(f"\n\n|[{closing}]").finditer(text, at + 1):
        offset = match.start()
        if match.group() == "\n\n":
            break
        if not text[offset - 1].isspace() and not text[offset + 1 : offset + 2].isalnum():
            found.append(offset)
    sure = [offset for offset in found if text[offset - 1] in _FINISHING]
    likely = [offset for offset in found if text[offset - 1] not in "sS"]
    end = next(iter((*sure, *likely, *found[-1:])), None)
    if end is None or len(match_form(text[at + 1 : end]).words) < _LEAST_IN_SINGLE:
        return None
    return end


def _opens(text: str, at: int) -> bool:
    return text[at] in _ONLY_OPENING or not _is_letter(text[at - 1 : at])


def _opens_again(text: str, at: int) -> bool:
    """Return whether a mark within an open pair of its kind opens another; a straight one is told by what it touches."""
    if text[at] not in _CLOSING[text[at]]:
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–") and after.isalnum()


def _inside_word(text: str, at: int) -> bool:
    return _is_letter(text[at - 1 : at]) and _is_letter(text[at + 1 : at + 2])


def _is_letter(character: str) -> bool:
    return character.isalnum() and character < _FIRST_UNSPACED


def _begins_paragraph(text: str, at: int) -> bool:
    return text[max(0, at - 8) : at].rstrip(" \t\u00a0")[-1:] in ("", "\n")


def _goes_on(text: str, at: int, mark: str) -> bool:
    return text[at : at + 8].lstrip()[:1] == mark
