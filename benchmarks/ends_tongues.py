"""The words of `ends_ways.py`: what is said, and the lines that sites print around it, in eighteen languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from turns_tongues import TONGUES as EXCHANGES
from turns_tongues import Tongue as Exchange

_HERE = Path(__file__).parent
_NETWORKS = ("Facebook", "X", "WhatsApp")
_LANGUAGES = ("English", "Deutsch", "Français", "العربية")


class Line(NamedTuple):
    """One line that stands around words: whether it is a heading, a sentence, a link or the caption of a picture."""

    role: str
    text: str
    address: str = ""


class Piece(NamedTuple):
    """Some lines that belong together: their kind, and whether they are said, noted (either way is right) or the site's."""

    kind: str
    lines: tuple[Line, ...]
    told: str = "site"


class Words(NamedTuple):
    """The words of one language: as its table has them, and the exchange with its labels."""

    code: str
    told: dict[str, Any]
    exchange: Exchange

    def above(self) -> Iterator[Piece]:
        """Yield what may stand above a title."""
        told = self.told
        yield _links("crumbs", told["crumbs"])
        yield Piece("crumbs, one line", (_text(" > ".join(told["crumbs"])),))
        yield _links("languages", _LANGUAGES)
        yield Piece("cookies above", (_text(told["cookies"][0]), _link(told["cookies"][1])))

    def under_title(self) -> Iterator[Piece]:
        """Yield what may stand between title and words."""
        told = self.told
        yield Piece("share above", (_head(told["share"]), *map(_link, _NETWORKS)))
        yield _links("print above", told["print"])
        yield Piece("audio", (_link(told["audio"]), _text("0:00 / 4:12")))
        yield Piece("views above", (_text(told["views"]),))
        yield Piece("updated above", (_text(told["updated"]),))
        yield Piece("author above", (_text(told["author"]),))
        yield Piece("caption above", (Line("caption", f"{told['caption']} {told['photo']}"),))
        yield Piece("video above", (_link(told["video"]),))

    def inside(self) -> Iterator[Piece]:
        """Yield what may stand between two paragraphs of the words."""
        told = self.told
        yield Piece("caption inside", (Line("caption", f"{told['caption']} {told['photo']}"),))
        yield Piece("photo inside", (_text(told["photo"]),))
        yield Piece("related inside", (_head(told["related"][0]), _link(told["related"][1])))
        yield Piece("video inside", (_link(told["video"]),))

    def below(self) -> Iterator[Piece]:
        """Yield what may stand behind the words."""
        told = self.told
        related, days = told["related"], [told["day"].replace("14", day) for day in ("12", "9", "2")]
        yield Piece("share", (_head(told["share"]), *map(_link, _NETWORKS)))
        yield Piece("share, networks alone", tuple(map(_link, _NETWORKS)))
        yield _links("print", told["print"])
        yield Piece("tags", (_head(told["tags"][0]), *map(_link, told["tags"][1:])))
        yield Piece("tags, one line", (_text(f"{told['tags'][0]}: {', '.join(told['tags'][1:])}"),))
        yield Piece("related", (_head(related[0]), *map(_link, related[1:])))
        dated = [f"{day} {title}" for day, title in zip(days, related[1:], strict=True)]
        yield Piece("related, days", (_head(related[0]), *map(_link, dated)))
        apart = [
            line for day, title in zip(days, related[1:], strict=True) for line in (_text(day), _link(title))
        ]
        yield Piece("related, days apart", (_head(related[0]), *apart))
        sides = zip(told["beside"], related[1:], strict=False)
        beside = [(_text(side), Line("link", title, "/next")) for side, title in sides]
        yield Piece("beside", tuple(line for pair in beside for line in pair))
        rels = zip(("prev", "next"), told["beside"], related[1:], strict=False)
        named = [Line(rel, f"{side}: {title}", "/next") for rel, side, title in rels]
        yield Piece("beside, rel", tuple(named))
        rels = zip(("prev", "next"), related[1:], days, strict=False)
        yield Piece(
            "beside, rel and day", tuple(Line(rel, f"{day} {title}", "/next") for rel, title, day in rels)
        )
        yield Piece("contact", (_head(told["contact"][0]), *map(_text, told["contact"][1:])))
        yield Piece("contact, no head", tuple(map(_text, told["contact"][1:])))
        yield Piece("about", (_head(told["about"][0]), _text(told["about"][1])))
        yield Piece("rights", (_text(told["rights"]),))
        yield Piece("newsletter", (_head(told["newsletter"][0]), _text(told["newsletter"][1]), _link(told["newsletter"][2])))  # fmt: skip
        yield Piece("comments", (_head(told["comments"][0]), _link(told["comments"][1])))
        yield Piece("cookies", (_text(told["cookies"][0]), _link(told["cookies"][1])))
        for kind in ("author", "editor", "photo", "updated", "views"):
            yield Piece(kind, (_text(told[kind]),))
        yield Piece("caption", (Line("caption", f"{told['caption']} {told['photo']}"),))
        yield Piece("video", (_link(told["video"]),))
        yield Piece("audio below", (_link(told["audio"]), _text("0:00 / 4:12")))
        yield Piece("notes", (Line("note", f"[1] {told['note']}"),), "noted")
        for mark in ("***", "# # #", "-30-", told["end"]):
            yield Piece("end" if mark == told["end"] else f"end {mark}", (_text(mark),))
        yield Piece("continued", (_text(told["continued"]),))
        yield Piece("signed", tuple(map(_text, told["signed"])), "noted")
        yield _links("top", [told["top"]])
        yield Piece("helpful", (_text(told["helpful"][0]), *map(_link, told["helpful"][1:])))
        yield _links("languages below", _LANGUAGES)

    def closings(self) -> Iterator[Piece]:
        """Yield words that close a text and are said."""
        for kind in ("thanks", "reach", "short", "slogan", "sharing", "asks", "meet", "follows"):
            yield Piece(kind, (_text(self.told[kind]),), "said")
        yield Piece("slogan, no stop", (_text(self.told["slogan"].strip("¡!！")),), "said")
        bare = [line.rstrip(".,،。，、।") for line in self.told["poem"]]
        yield Piece("poem, no stops", tuple(Line("verse", line) for line in bare), "said")
        yield Piece("slogan, bold", (Line("bold", self.told["slogan"]),), "said")
        yield Piece("poem", tuple(Line("verse", line) for line in self.told["poem"]), "said")
        yield Piece("demands", tuple(Line("point", line) for line in self.told["demands"]), "said")


def read_words(sealed: bool = False) -> list[Words]:
    """Return the words of each language; of the set that no rule was made on where `sealed`."""
    with (_HERE / ("ends_sealed.toml" if sealed else "ends_tongues.toml")).open("rb") as file:
        tables = tomllib.load(file)
    return [Words(one.code, tables[one.code], one) for one in EXCHANGES]


def _head(text: str) -> Line:
    return Line("head", text)


def _text(text: str) -> Line:
    return Line("text", text)


def _link(text: str) -> Line:
    return Line("link", text)


def _links(kind: str, texts: list[str] | tuple[str, ...]) -> Piece:
    return Piece(kind, tuple(map(_link, texts)))
