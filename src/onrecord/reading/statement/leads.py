"""What the publisher says beside a title, above the words: the kind of the text on a line, a sentence that names who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.page.blocks import Block, PageBlocks
from onrecord.reading.parts.titles import WEAK_KINDS, kinds_of
from onrecord.reading.words.capitals import capital_phrase
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.order import names_kind
from onrecord.reading.words.persons import Person, without_titles
from onrecord.reading.words.signposts import LISTS

_OUTSIDE = frozenset(("nav", "footer", "aside", "form", "select", "button", "li"))
_ABOVE, _BELOW = 2, 4  # blocks
_LONGEST_KIND = 120
_LONGEST_LEAD = 500
_LONGEST_SUBJECT = 160
_OPENS = 2  # words
_LONGEST_OFFICE = 8  # words
# "Speech", "Tale/innlegg | Dato: …", "Interview mit …": the word for the kind, and what may stand behind it
_FIRST_WORDS = re.compile(r"[^\W\d_][\w'’-]*(?:\s[^\W\d_][\w'’-]*)?")
_ARTICLE = re.compile(
    r"^(?:the|der|die|das|la|le|el|il|o|a)\s+(?:(?:rt\.?|right)\s+)?(?:hon(?:ou?rable|\.)?\s+)?",
    re.IGNORECASE,
)


# What a sentence may open with, as in “In response to media queries regarding the locks, the Official Spokesperson said:”
_CLAUSE = re.compile(
    r"(?i:on (?:\w+(?:\s\w+){0,2}(?=,))|in (?:response|reply) to|responding to|reacting to|commenting on|answering|asked (?:about|whether|by)|speaking (?:at|to|in|after|before|on))\b[^:]{0,300}?,\s+(?=(?:the\s)?[A-Z])"
)


def kinds_at_title(page: PageBlocks, title: Sequence[int]) -> tuple[tuple[str, ...], int] | None:
    """Return the kinds that a line right above or below the title names, alone or at its beginning, and the line."""
    if not title:
        return None
    blocks = page.blocks
    above = range(max(title[0] - _ABOVE, 0), title[0])
    below = range(title[-1] + 1, min(title[-1] + 1 + _BELOW, len(blocks)))
    for index in (*reversed(above), *below):
        block = blocks[index]
        if len(block.text) > _LONGEST_KIND or block.is_linked or not _OUTSIDE.isdisjoint(block.places):
            continue
        # Above a title the way to the page stands as well: only a kind alone is the title's own.
        kinds = _named_kinds(block.text, alone=index < title[0])
        if kinds:
            return kinds, index
    return None


def _named_kinds(text: str, *, alone: bool) -> tuple[str, ...]:
    opened = _FIRST_WORDS.match(text)
    if opened is None or LISTS.fullmatch(text) or (alone and len(text.split()) > _OPENS):
        return ()
    kinds = kinds_of(text if alone else opened[0])
    # "Slovo má pan poslanec Harov." gives the floor; "An interview with Ada Verne, on the bridge." tells what stands below
    said = not alone and text[-1] in ".!?" and len(text.split()) > _OPENS
    return kinds if set(kinds) - WEAK_KINDS and not (said and "interview" not in kinds) else ()


def person_of_lead(text: str) -> Person | None:
    """Return who is the subject of a sentence, whole name and office: "Transport Secretary Ada Verne spoke about …"."""
    if len(text) > _LONGEST_LEAD:
        return None
    # A sentence with its stop tells what somebody did: “On Monday, Minister Verne spoke by telephone with …”
    clause = _CLAUSE.match(text) if text.rstrip().endswith(":") else None
    head = _ARTICLE.sub("", text[clause.end() if clause else 0 :][:_LONGEST_SUBJECT])
    pieces = head.split(",", 2)
    if len(pieces) == 3 and _fills(person := parse_person(",".join(pieces[:2])), pieces):
        return person  # "The Prime Minister, Ada Verne, today issued …", "Ada Verne, ministre de la Mer, a répondu …"
    if len(pieces) == 2:  # "The Official Spokesperson, Bel Harrow said:"
        pieces[1] = capital_phrase(pieces[1].strip())
        if _fills(behind := parse_person(", ".join(pieces)), pieces):
            return behind
    person = parse_person(capital_phrase(head))
    return person if _is_whole(person) else None


def _fills(person: Person | None, pieces: Sequence[str]) -> bool:
    """Whether the office fills one piece and the name the other: not in "The Minister met Bel Olm, President of Skell, and said"."""
    if person is None or not _is_whole(person) or parse_person(person.office or "") is not None:
        return False
    return any(" ".join(without_titles(piece.split())) == person.name for piece in pieces[:2])


def _is_whole(person: Person | None) -> bool:
    if person is None or person.office is None or len(person.office.split()) > _LONGEST_OFFICE:
        return False
    words = person.name.split()
    capitals = [word[0].isupper() for word in words]
    return 2 <= len(words) <= 4 and capitals[0] and sum(capitals) >= 2 and not names_kind(person.office)


def is_salutation(block: Block) -> bool:
    """Return whether a short block ends as a salutation does: "Sehr geehrte Damen und Herren,", "Szanowni Państwo!" """
    return len(block.text) <= 200 and block.text.rstrip().endswith((",", "!", "，", "！")) and not block.level
