"""What stands in a turn and is not the speaker's words: directions, and the source's own insertions."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.model import Aside, Span
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.words.caseless import caseless, lowered
from onrecord.reading.words.speech import DIRECTION_WORDS

_ROUND = re.compile(r"\((?P<inside>[^()\n]{1,200})\)")
_ROUND_OR_WIDE = re.compile(r"\((?P<inside>[^()\n]{1,200})\)|（(?P<wide>[^（）\n]{1,200})）")
_SQUARE = re.compile(r"\[(?P<inside>[^\[\]\n]{1,300})\]")
_SENTENCE_ENDS = re.compile(r"[.!?]\s")
_ASKED = caseless(
    r"\b(?:asked (?:about|if|whether|what|why|when|how|by)|put to (?:him|her|them)|questioned (?:on|about))\b",
)
_TELL = "said|added|replied|answered|pointed out|confirmed|stressed|noted|explained|reiterated"
_REPORTED = caseless(rf"\b(?:{_TELL}) (?:that|by saying)\b|\b(?:asked|put to (?:him|her|them))\b")
# Of each place that the pattern finds one of these: counted in a twentieth of the time
_MAY_REPORT = ("asked", "put to ", *(f"{verb} {how}" for verb in _TELL.split("|") for how in ("that", "by ")))
_LEAST_REPORTED = 3
_SAY = ("say", "add", "tell", "announce", "argue", "call", "warn", "sagen", "erklären", "dire", "annoncer")
_ADVANCE = caseless(
    rf"\b(?:will|is expected to|is due to|is set to|wird|va|doit)\s+(?:{'|'.join(_SAY)})\b\s*[:“\"«„]"
)
_MARK_BEFORE_WORDS = re.compile(r"[:“\"«„]")
# "Głos z sali", "Głosy z ław"
_AMID = re.compile(r"\s(?:z|ze|von|der|des|from|de|du|des|à|из|с|від|із)\s(?:\w+)")
_MARKED = re.compile(r"(?<!\w)[*_]{1,2}\((?P<inside>[^()]{1,80})\)[*_]{1,2}")


def find_asides(text: str, insertions: tuple[Span, ...] = ()) -> tuple[tuple[Aside, ...], tuple[Aside, ...]]:
    """Return the directions and the editorial insertions of a turn's text.

    `insertions` are stretches already known to be the source's own (headings, column marks). Round brackets that hold
    ordinary words are the speaker's own and stay. Offsets count from the start of `text`.
    """
    if not insertions and "(" not in text and "[" not in text and "（" not in text:
        return (), ()
    directions: list[Aside] = []
    editorial = [Aside(span, text[span[0] : span[1]]) for span in insertions]
    # One mark is looked for much faster than either of two.
    for match in (_ROUND_OR_WIDE if "（" in text else _ROUND).finditer(text):
        if _inside(match.span(), insertions):
            continue
        if is_direction(match[0][1:-1], text, match.span()):
            directions.append(Aside(match.span(), match.group()))
    for match in _SQUARE.finditer(text):
        if _inside(match.span(), insertions):
            continue
        chosen = directions if square_rule(match["inside"]) else editorial
        chosen.append(Aside(match.span(), match.group()))
    order = lambda aside: aside.span  # noqa: E731
    return tuple(sorted(directions, key=order)), tuple(sorted(editorial, key=order))


def is_direction(inside: str, text: str = "", span: Span = (0, 0)) -> bool:
    """Return whether what stands in round brackets is a direction: its words say so and it is no part of a sentence."""
    inside = inside.strip()
    found = _direction_at(inside)
    if found < 0 and text and _is_alone(text, span):
        return _is_interjection(inside)
    if found < 0 or len(inside.split()) > 25:
        return False
    if len(inside.split()) <= 4 and found <= 1:
        return True
    # A longer one is a direction where it is written as a sentence or a line of its own.
    return inside[:1].isupper() or _is_alone(text, span)


@lru_cache(4096)  # "(Laughter.)", again and again
def _direction_at(inside: str) -> int:
    """Where the word of a direction stands first, -1 where there is none."""
    found = DIRECTION_WORDS.search(inside)
    return found.start() if found else -1


def _is_alone(text: str, span: Span) -> bool:
    """Whether nothing else stands on the line."""
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    return not (text[start : span[0]] + text[span[1] : len(text) if end < 0 else end]).strip()


def is_reported(text: str) -> bool:
    """Return whether a text tells in indirect speech what was asked and said: "Asked about the ferry, the PMS said that …"."""
    lower = lowered(text)
    if _says_what(lower) and len(_ADVANCE.pattern.findall(lower)) >= 2:
        return True  # what is yet to be said: "The Minister will say: …"
    if "asked " not in lower and "put to " not in lower and "questioned " not in lower:
        return False
    sentences = len(_SENTENCE_ENDS.findall(text)) + 1
    least = max(_LEAST_REPORTED, sentences / 2)
    if sum(map(lower.count, _MAY_REPORT)) < least or len(_REPORTED.pattern.findall(lower)) < least:
        return False
    return bool(_ASKED.pattern.search(lower))


def _says_what(lower: str) -> bool:
    """Whether a word for speaking stands before a colon or a quotation mark twice: looked for from the mark, which is rarer."""
    found = 0
    for mark in _MARK_BEFORE_WORDS.finditer(lower):
        end = mark.start()
        while end and lower[end - 1].isspace():
            end -= 1
        found += lower.endswith(_SAY, 0, end)
        if found >= 2:
            return True
    return False


def is_direction_block(text: str) -> bool:
    """Return whether a whole block is one direction: "(Laughter.)", "[Applause]"."""
    stripped = text.strip(" *_\u00a0")
    if len(stripped) > 300:
        return False
    if stripped[:1] in "([（" and stripped.rstrip(".")[-1:] in ")]）":
        inside = stripped.rstrip(".")[1:-1]
        return not re.search(r"[()\[\]]", inside) and (_direction_at(inside) >= 0 or _is_interjection(inside))
    return False


@lru_cache(4096)
def _is_interjection(inside: str) -> bool:
    """Whether brackets hold what somebody else called, under his name: "(Poseł Bel Harrow: Niech żyje most!)"."""
    who, colon, words = inside.partition(": ")
    return (
        bool(colon and words)
        and who[0].isupper()
        and who.count(" ") >= 1
        and is_name_like(_AMID.sub(" ", who))
    )


def square_rule(inside: str) -> str:
    """Return the rule by which what stands in square brackets is a direction; empty where it is the source's insertion."""
    found = _direction_at(inside)
    sentence = inside[:1].isupper() and inside.rstrip()[-1:] in ".!?" and len(inside.split()) >= 3
    told = found >= 0 and (found <= 1 or inside[:1].isupper())
    if told and len(inside.split()) <= 25:
        return "direction.square"
    return "direction.sentence" if sentence else ""


def _inside(span: Span, stretches: tuple[Span, ...]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in stretches)
