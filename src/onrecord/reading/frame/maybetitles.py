"""The lines of a plain text that may be its title: what is left of its top without marks, clocks, fields and ways to the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.reading.frame.undermenu import LONGEST_HEAD
from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.furniture import clock_of, counters_in, is_contact_label, says_furniture
from onrecord.reading.parts.metadata import is_reference_line, status_of
from onrecord.reading.parts.titles import is_statement_title
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.signposts import AWAY
from onrecord.reading.words.speech import GREETING, HEADS_QUESTIONS
from onrecord.text import count_words

# "-----BEGIN PGP SIGNED MESSAGE-----" above a mail
_ARMOUR = re.compile(r"-{5}[A-Z ]{5,60}-{5}")
# "Home » News » Speeches", "Print | Send | Share", "• Copy the link": the way to the page, and what one can do with it
_CRUMBS = re.compile(
    r"(?:[^→»›>|/]*\s[→»›>|]\s){2}|[^→]*→.*→|[•·▪*]\s"
    r"|(?i:home(?:\s?page)?|main(?: page)?|startseite|accueil|inicio|início|главная|головна|ana ?sayfa|home page)\s+[→»›>|/]\s"
)
# "User name:", "You are here:": a field, or words for one that stands on the next line
_FIELD = re.compile(r"[^.!?]{1,40}[:：]")
_BRACKETED = re.compile(r"[\[(][^\[\]]+[\])]")
# "Kl. 13:01", above what was said then
_HOUR_ALONE = re.compile(r"kl\.?\s?\d{1,2}[.:]\d{2}", re.IGNORECASE)
# "Volume 712: debated on …", a print's own reference
_VOLUME = re.compile(
    r"(?:volume|vol\.?|band|tome|tomo|том)\s\d+\b.{0,80}|[-–—]\s?\d{1,4}\s?[-–—]", re.IGNORECASE
)
_STAMP = re.compile(r"[(\[]?\d{1,2}:\d{2}(?::\d{2})?[)\]]?")
# "Uwaga!", above a notice
_CALL = re.compile(r"[^\W\d_]+!")
_LEAST_PROSE = 6  # words
_NEAR_TOP = 24  # lines
_LONGEST_NAME = 160
_LONGEST = 600
_PROSE = 200
LONGEST_ENTRY = 40
_LONGEST_SKIP = 60  # "Click acá para ir directamente al contenido"
NEAR = 16
"""Lines from the first within which one that names a statement is the title in its place."""
TOP = 60  # lines


def first_lines(blocks: Sequence[Block], inside: Sequence[int]) -> list[int]:
    """Return the lines that may be a title, as far as one is looked for: below what may be menus, and what may stand above the words."""
    head = max(TOP, LONGEST_HEAD)
    below = inside[head] if len(inside) > head else len(blocks)
    lines: list[int] = []
    behind = 0
    for index in lines_of(blocks, inside):
        lines.append(index)
        behind += index >= below
        if behind == NEAR:
            break
    return lines


def lines_of(blocks: Sequence[Block], inside: Sequence[int]) -> Iterator[int]:
    """Yield the lines that may be a title, in order."""
    said = next((index for index in inside if _is_prose(blocks[index].text)), len(blocks))
    header = _header(blocks, [index for index in inside[:_NEAR_TOP] if index < said])
    for position, index in enumerate(inside):
        if header and index <= header[-1]:
            continue
        text = blocks[index].text
        following = blocks[inside[position + 1]].text if position + 1 < len(inside) else None
        before = blocks[inside[position - 1]].text if position else ""
        if (
            is_reference_line(text)
            or _ARMOUR.fullmatch(text)
            or _CRUMBS.match(text)
            or _STAMP.fullmatch(text)
            or _VOLUME.fullmatch(text)
            or not any(map(str.isalnum, text))
        ):
            continue
        if (len(text.split()) <= 6 and status_of(text)) or says_furniture(text) or len(text) > _LONGEST:
            continue
        if len(text) <= _LONGEST_SKIP and AWAY.fullmatch(text):
            continue  # "Skip to main content"
        if _CALL.fullmatch(text):
            continue
        if GREETING.match(text) and ends_as_sentence(text):
            return  # here the words begin
        if len(text) <= LONGEST_ENTRY and HEADS_QUESTIONS.fullmatch(text):
            continue  # "Ⅱ. 질의 및 응답"
        if _BRACKETED.fullmatch(text):
            continue  # "[The Speaker in the Chair]"
        if is_contact_label(text, following) or is_contact_label(before, text):
            continue
        heads = _FIELD.fullmatch(text) or (text.endswith((":", "：")) and len(text) <= _LONGEST_NAME)
        if not heads or is_statement_title(text):
            yield index


def _header(blocks: Sequence[Block], top: Sequence[int]) -> list[int]:
    """The clocks and counters at the top of a page.

    "Seit 100 Tagen im Amt" may be a title as well: a counter that does not begin with its number is one beside a clock or another.
    """
    clocks = [
        index
        for index in top
        if clock_of(blocks[index].text) and not _HOUR_ALONE.fullmatch(blocks[index].text)
    ]
    counters = [index for index in top if counters_in(blocks[index].text)]
    sure = clocks or len(counters) > 1 or any(blocks[index].text[0].isdigit() for index in counters)
    return sorted({*clocks, *counters}) if sure else []


def _is_prose(text: str) -> bool:
    """Whether a line is words and nothing that stands above them: long, or a question or sentence of some length."""
    return len(text) > _PROSE or (count_words(text) >= _LEAST_PROSE and ends_as_sentence(text))
