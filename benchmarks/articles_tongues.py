"""The words of `articles_ways.py`: one news conference in 23 languages and what papers make of it, invented, in two halves.

`articles/tune.toml` and `articles/report.toml` hold them. `s` are the two halves of the sentence that is quoted, `t` the one behind it,
`n` one with words in marks of its own ({…}), `u` another official's, `q` a question; `p` are words of `s` that end another sentence.
Sentences of articles have places for what is quoted: {S,} is it tied by a comma to what follows, {S.} with its stop, {1,} and {2.} its
halves, {on} a day.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Literal, NamedTuple

_FOLDER = Path(__file__).parent / "articles"
_NBSP = "\u00a0"
# As in {S,} and, of both halves in one pair of marks, {1 —dijo Ada Verne—, 2.}
_PLACE = re.compile(r"\{(?P<what>[A-Z\d])(?P<end>[.,]?)\}|\{1(?P<said>[^{}]+)2\.\}")
_ENDS = (".", "?", "!", "。", "।", ";", "؟", "？")

Half = Literal["tune", "report"]


class Style(NamedTuple):
    """The marks of a quotation and those inside it, and whether a comma or stop stands inside the closing one."""

    marks: str
    inside: bool
    spaced: bool

    def around(self, words: str) -> str:
        """Return words between the outer marks."""
        gap = _NBSP if self.spaced and self.marks[0] == "«" else ""
        return f"{self.marks[0]}{gap}{words}{gap}{self.marks[1]}"

    def within(self, words: str) -> str:
        """Return words between the inner marks."""
        return f"{self.marks[2]}{words}{self.marks[3]}"


class Tongue(NamedTuple):
    """A language's words and sentences, by the names that its table in the file has."""

    code: str
    told: dict[str, str]
    styles: tuple[Style, ...]
    labels: tuple[str, str, str]
    days: tuple[str, str]
    halves: tuple[str, str]
    on: tuple[str, str, str, str]
    keys: tuple[str, str, str]

    @property
    def glue(self) -> str:
        """What stands between two sentences."""
        return self.told.get("glue", " ")

    @property
    def comma(self) -> str:
        """The comma of the script."""
        return self.told.get("comma", ",")

    @property
    def stop(self) -> str:
        """What ends a sentence."""
        return self.told.get("stop", ".")

    @property
    def sentence(self) -> str:
        """What is quoted, both halves, without its stop."""
        return f"{self.halves[0]}{self.comma}{self.glue}{self.halves[1]}"

    def words(self, what: str) -> str:
        """Return the words that a place in a sentence stands for."""
        held = {"S": self.sentence, "1": self.halves[0], "2": self.halves[1], "P": self.told["p"]}
        return held[what] if what in held else self.told[what.lower()]

    def ended(self, words: str) -> str:
        """Return words as a sentence."""
        return words if words.endswith(_ENDS) else words + self.stop


class Told(NamedTuple):
    """A sentence with what it quotes, and the words of each quotation, in its pieces."""

    text: str
    quoted: tuple[tuple[str, ...], ...]


def tongues(half: Half) -> list[Tongue]:
    """Return the languages of a half."""
    with (_FOLDER / f"{half}.toml").open("rb") as file:
        held = tomllib.load(file)
    return [_tongue(code, table) for code, table in held.items()]


def _tongue(code: str, table: dict[str, object]) -> Tongue:
    inside, spaced = table.get("style") == "inside", bool(table.get("spaced"))
    lists = {name: tuple(each) for name, each in table.items() if isinstance(each, list)}
    return Tongue(
        code,
        {name: each for name, each in table.items() if isinstance(each, str)},
        tuple(Style(marks, inside, spaced) for marks in lists["marks"]),
        lists["labels"],
        lists["days"],
        lists["s"],
        lists["on"],
        lists["keys"],
    )


def tell(
    tongue: Tongue, sentence: str, style: Style, on: str = "", instead: dict[str, str] | None = None
) -> Told:
    """Return a sentence with its places filled; `instead` has other words for some of them."""
    quoted: list[tuple[str, ...]] = []

    def filled(place: re.Match[str]) -> str:
        if place["said"]:
            quoted.append(tongue.halves)
            first, second = tongue.halves
            ending = tongue.stop if style.inside else ""
            return style.around(f"{first}{place['said']}{second}{ending}") + (
                "" if style.inside else tongue.stop
            )
        words = (instead or {}).get(place["what"]) or tongue.words(place["what"])
        sign = {"": "", ",": tongue.comma, ".": tongue.stop}[place["end"]]
        if words.endswith(_ENDS):
            sign = ""
        quoted.append((words,))
        if sign and style.inside:
            return style.around(words + sign)
        return style.around(words) + sign

    text = _PLACE.sub(filled, sentence.replace("{on}", on))
    return Told(text, _joined(tongue, sentence, quoted))


def _joined(tongue: Tongue, sentence: str, quoted: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The halves of one quotation between which somebody is named are its pieces."""
    if "{1" in sentence and "{2" in sentence:
        return ((tongue.halves[0], tongue.halves[1]),)
    return tuple(quoted)
