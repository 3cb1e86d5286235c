"""Pieces of a pattern: strings of which one stands in whatever it finds, and which are looked for in a fifth of the time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

# What patterns are written in: escapes, classes, groups, repetitions, and letters
_TOKEN = re.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<opens>\((?:\?(?:[a-z-]*:|[=!]|<[=!]|P<\w+>))?)|(?P<closes>\))"
    r"|(?P<bar>\|)|(?P<times>(?:[*+?]|\{\d*,?\d*\})\??)|(?P<edge>[\^$])|(?P<any>\.)|(?P<letter>.)",
    re.DOTALL,
)
_LOOKS = re.compile(r"\(\?<?[=!]")
_LEAST = 3
"""Letters of a piece in ASCII: shorter ones stand in most texts."""


class Pieces(NamedTuple):
    """The pieces of the alternatives of a pattern, each with the number of its own; those in ASCII, which alone a text in ASCII can hold.

    An alternative that has no row of three letters has the empty piece, which stands in every text.
    """

    all: tuple[tuple[str, int], ...]
    plain: tuple[tuple[str, int], ...]

    def stand_in(self, text: str) -> list[int]:
        """Return the numbers of the alternatives of which a piece stands in the text, some twice: no other finds anything there."""
        return [number for piece, number in (self.plain if text.isascii() else self.all) if piece in text]


class Several:
    """Which of several patterns may find something in a text: the pieces of all of them are looked up at once, by their first three letters."""

    def __init__(self, patterns: Iterable[Iterable[str]]) -> None:
        """Take the pieces of each pattern."""
        self._always = set[int]()
        self._short: list[tuple[str, int]] = []
        self._by_start: dict[str, list[tuple[str, int]]] = {}
        for number, pieces in enumerate(patterns):
            for piece in pieces:
                if not piece:
                    self._always.add(number)
                elif len(piece) < _LEAST:
                    self._short.append((piece, number))
                else:
                    self._by_start.setdefault(piece[:_LEAST], []).append((piece, number))

    def stand_in(self, text: str) -> list[int]:
        """Return the numbers of the patterns of which a piece stands in the text, in order: no other finds anything there."""
        starts = {text[at : at + _LEAST] for at in range(len(text) - _LEAST + 1)}
        found = {
            number
            for start in self._by_start.keys() & starts
            for piece, number in self._by_start[start]
            if piece in text
        }
        if not text.isascii():  # pieces in ASCII are never short
            found.update([number for piece, number in self._short if piece in text])
        return sorted(found | self._always)


def pieces_of(alternatives: Sequence[str]) -> Pieces:
    """Return the pieces of alternatives of a pattern: of each the longest row of letters that it cannot do without, or several of which it needs one.

    A group that may not be left out has those of its own: "(?:press|media) (?:call|point)s?" has "press" and "media".
    """
    found = [
        (piece, number)
        for number, alternative in enumerate(alternatives)
        for piece in sorted(_least(_Reader(alternative).pieces() or {""}))
    ]
    return Pieces(tuple(found), tuple([one for one in found if one[0].isascii()]))


def alternatives_of(pattern: str) -> tuple[str, ...]:
    """Return what bars part a pattern into, in its order; all of it as one where it has groups to be asked for."""
    bars, depth = [-1], 0
    for token in _TOKEN.finditer(pattern):
        if token["opens"] == "(" or (token["opens"] or "").startswith("(?P"):
            return (pattern,)
        depth += bool(token["opens"]) - bool(token["closes"])
        if token["bar"] and not depth:
            bars.append(token.start())
    return tuple([pattern[one + 1 : other] for one, other in pairwise([*bars, len(pattern)])])


def _least(found: set[str]) -> set[str]:
    """The pieces that tell all: where "statement" does not stand, "statements" does not."""
    return {one for one in found if not any(other in one for other in found - {one})}


class _Reader:
    """Goes once through a pattern, group by group."""

    def __init__(self, pattern: str) -> None:
        self._tokens = [(str(token.lastgroup), token[0]) for token in _TOKEN.finditer(pattern)]
        self._at = 0

    def pieces(self) -> set[str] | None:
        """Return what is needed up to where the group ends: a set for each alternative, joined; None where one needs nothing."""
        needed: set[str] | None = set()
        ends = False
        while not ends:
            chosen, ends = self._alternative()
            needed = None if needed is None or chosen is None else needed | chosen
        return needed

    def _alternative(self) -> tuple[set[str] | None, bool]:
        """The best set that an alternative needs one of, and whether its group ends behind it."""
        rows, groups = [""], list[set[str]]()
        kind = "closes"
        for kind, text in self._rest():
            if kind in ("bar", "closes"):
                break
            if kind == "opens":
                inside = self.pieces()
                if inside and not _LOOKS.match(text) and not self._may_be_left_out():
                    groups.append(inside)
                rows.append("")
            elif kind == "times":
                rows[-1:] = [rows[-1] if text[0] == "+" else rows[-1][:-1], ""]
            elif kind == "letter" or (kind == "escape" and not text[1].isalnum()):
                rows[-1] += text[-1]
            elif kind != "edge" and text not in (r"\b", r"\B"):
                rows.append("")
        sets = [one for one in ({max(rows, key=len)}, *groups) if all(map(_tells, one))]
        best = max(sets, key=lambda one: min(map(len, one)), default=None)
        return best, kind != "bar"

    def _rest(self) -> Iterator[tuple[str, str]]:
        while self._at < len(self._tokens):
            self._at += 1
            yield self._tokens[self._at - 1]

    def _may_be_left_out(self) -> bool:
        kind, text = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
        return kind == "times" and text[0] != "+"


def _tells(piece: str) -> bool:
    return len(piece) >= (_LEAST if piece.isascii() else 1)
