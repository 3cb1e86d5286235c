"""Lines that a dash sets as spoken, as Russian, Polish, Spanish or French articles print them, and what in them is said.

— Паром пойдёт, — сказал Гавренко. — Но не скоро.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.model import Span
from onrecord.quoting.articles.incises import begins_saying, split_incises

# "— We", "—¿Y", "——渡", "– My"; a hyphen only before a space
_DASH = re.compile(r"[ \t\u00a0]*(?:[—–―]{1,2}[ \t\u00a0\u202f]*|-[ \t\u00a0])(?=\S)")
# What stands between two dashes of a line may say who speaks: ", — сказал он. — ", " —dijo Harrow—, "
_PARTING = re.compile(r"\s[—–―-]\s?|[—–―](?=[,.;:]?(?:\s|$))")
_COMMA = re.compile(r"[,?!]\s")
_OPENS = "¿¡«„“\"'‘(…"
_ENDS = ".!?…。！？"
_ASKS = "?？؟"
_CLOSING = "»“”\"'’)"
_TRIMMED = " \t\u00a0\u202f,"
# Few lines hold nothing else: "— Mehr", "– 40 boats"
_LEAST = 2


class SpokenLine(NamedTuple):
    """A line behind a dash: from the dash to the end of what is said, and the stretches of it that are said."""

    span: Span
    parts: tuple[Span, ...]


class _Line(NamedTuple):
    start: int
    parts: tuple[Span, ...]
    tells: bool
    asks: bool
    ends: bool


def find_spoken_lines(text: str, lines: Sequence[Span], language: str | None) -> list[SpokenLine]:
    """Return the lines behind a dash that somebody speaks: one that says who does, or of a run in which somebody asks.

    A question that says of nobody that he asks it is left out: it is the writer's own. A list is no dialogue.
    """
    found: list[SpokenLine] = []
    run: list[_Line] = []
    for span in lines:
        if (line := _read(text, span, language)) is None:
            found += _spoken(run, language)
            run = []
        else:
            run.append(line)
    return [*found, *_spoken(run, language)]


def _spoken(run: Sequence[_Line], language: str | None) -> Iterator[SpokenLine]:
    converses = len(run) >= _LEAST and any(line.asks or line.tells for line in run)
    is_dialogue = (
        converses
        and not (language or "").lower().startswith(("en", "de"))
        and all(_is_whole(line) for line in run)
    )
    for line in run:
        if line.tells or (is_dialogue and not line.asks):
            yield SpokenLine((line.start, line.parts[-1][1]), line.parts)


def _is_whole(line: _Line) -> bool:
    return line.tells or line.ends


def _read(text: str, span: Span, language: str | None) -> _Line | None:
    dash = _DASH.match(text, *span)
    if dash is None or not _may_begin(text[dash.end()]):
        return None
    start, end = dash.end(), span[1]
    while end > start and text[end - 1].isspace():
        end -= 1
    parts, tells = _said_in(text, start, end, language)
    if not parts:
        return None
    last = text[start:end].rstrip(_CLOSING)[-1:]
    return _Line(dash.start(), parts, tells, last in _ASKS and not tells, last in _ENDS)


def _may_begin(character: str) -> bool:
    """Whether a sentence may begin so: with a capital, or a letter of a script that has none."""
    return character in _OPENS or character.isdigit() or (character.isalpha() and not character.islower())


def _said_in(text: str, start: int, end: int, language: str | None) -> tuple[tuple[Span, ...], bool]:
    """The stretches of a line that are said, without the clauses between dashes that say who does; and whether any does."""
    parts: list[Span] = []
    tells, at, begun = False, start, start
    cuts = [*_PARTING.finditer(text, start, end)]
    for number, cut in enumerate(cuts):
        upto = cuts[number + 1].start() if number + 1 < len(cuts) else end
        if cut.start() < begun:
            continue
        if begins_saying(text[cut.end() : upto], language):
            parts.append((at, cut.start()))
            tells = True
            at = begun = cuts[number + 1].end() if number + 1 < len(cuts) else end
    pieces = list(split_incises(text, (at, end), language)) if _is_french(language) else []
    if len(pieces) > 1:  # "— Nous irons, a répondu Harrow, et nous reviendrons."
        *said, (at, end) = pieces
        parts += said
        tells = True
    if (comma := _last_clause(text, at, end, language)) is not None:
        end, tells = comma, True
    parts.append((at, end))
    trimmed = (_trimmed(text, *part) for part in parts)
    return tuple(part for part in trimmed if part[0] < part[1]), tells


def _is_french(language: str | None) -> bool:
    return (language or "").lower().startswith("fr")


def _last_clause(text: str, start: int, end: int, language: str | None) -> int | None:
    """Where French ends what is said before it says who does: "— Nous irons, a répondu Harrow." """
    if not _is_french(language):
        return None
    commas = [match.start() for match in _COMMA.finditer(text, start, end)]
    return next((at for at in commas if begins_saying(text[at + 1 : end], language)), None)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _TRIMMED:
        start += 1
    while start < end and text[end - 1] in _TRIMMED:
        end -= 1
    return start, end
