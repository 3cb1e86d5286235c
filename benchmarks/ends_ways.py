"""One statement with what sites print around it, in eighteen languages: how many are read with all their words and no others.

    python benchmarks/ends_ways.py [--sealed] [--missed 0] [--kind WORD] [--form WORD] [--code xx] [--holds]

A speech of three paragraphs, an exchange of four turns and a statement of an office, each with one piece above the title,
below it, between two paragraphs or behind the words, or with words that close it, and with several of these, in six forms.
A page is right where its turns hold all words and nothing else, and no link to a neighbour is read as a notice.
`lost`, `taken`: characters of words that are in no turn, and of others that are in one. `--sealed` takes other words and
combinations, written before any rule was made on the first ones, for its sums alone.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from ends_tongues import Line, Piece, Words, read_words
from onrecord.model import Capture, Locator
from onrecord.reading import read_page

FORMS = ("elements", "soup", "table", "main", "plain", "airy")
SHAPES = ("speech", "exchange", "statement")
FLOOR = 22_400
_COMBINATIONS = 5
_HREF = "/other/page"
_NEIGHBOURS = ("prev", "next")


class Way(NamedTuple):
    """One page: language, shape and form, and the pieces above the title, below it, in the words and behind them."""

    words: Words
    shape: str
    form: str
    kind: str
    above: tuple[Piece, ...] = ()
    under: tuple[Piece, ...] = ()
    inside: tuple[Piece, ...] = ()
    closing: tuple[Piece, ...] = ()
    below: tuple[Piece, ...] = ()

    @property
    def title(self) -> str:
        """The page's title."""
        told = self.words
        return told.exchange.title if self.shape == "exchange" else str(told.told[self.shape])

    def paragraphs(self) -> list[tuple[str, str]]:
        """Return label and words of each paragraph; the label is empty where none stands there."""
        said, exchange = self.words.told["said"], self.words.exchange
        if self.shape != "exchange":
            return [("", one) for one in said]
        asks, answers = exchange.askers[0], exchange.firsts[0]
        return [
            (asks, exchange.question),
            (answers, said[0]),
            ("", said[1]),
            (asks, self.words.told["asks"]),
            (answers, said[2]),
        ]

    def said(self) -> list[str]:
        """Return all that is said, line by line."""
        closing = [line.text for piece in self.closing for line in piece.lines]
        return [words for _, words in self.paragraphs()] + closing

    def noted(self) -> list[str]:
        """Return what may be in a turn or not: notes and signatures."""
        return [line.text for piece in self.below if piece.told == "noted" for line in piece.lines]

    def page(self) -> tuple[str, str]:
        """Return the page and its media type."""
        if self.form in ("plain", "airy"):
            return _as_text(self), "text/plain"
        return _as_markup(self), "text/html"


def _as_text(way: Way) -> str:
    joint = "\n" if way.form == "plain" else "\n\n"
    above = [joint.join(line.text for line in piece.lines) for piece in way.above]
    under = [joint.join(line.text for line in piece.lines) for piece in way.under]
    paragraphs = [f"{label}: {words}" if label else words for label, words in way.paragraphs()]
    inside = [joint.join(line.text for line in piece.lines) for piece in way.inside]
    behind = [
        "\n".join(f"- {line.text}" if line.role == "point" else line.text for line in piece.lines)
        if piece.lines[0].role in ("verse", "point")
        else joint.join(line.text for line in piece.lines)
        for piece in (*way.closing, *way.below)
    ]
    day = str(way.words.told["day"])
    cut = 2 if way.shape == "exchange" else 1
    parts = [*above, way.title, day, *under, *paragraphs[:cut], *inside, *paragraphs[cut:], *behind]
    return "\n\n".join(parts) + "\n"


def _as_markup(way: Way) -> str:
    paragraph = {"soup": "<div>{}</div>"}.get(way.form, "<p>{}</p>")
    words = [
        paragraph.format(f"<b>{escape(label)}:</b> {escape(said)}" if label else escape(said))
        for label, said in way.paragraphs()
    ]
    cut = 2 if way.shape == "exchange" else 1
    inside = [_piece(piece, way.form) for piece in way.inside]
    closing = [_closing(piece, paragraph) for piece in way.closing]
    above, under, below = (
        "".join(_piece(piece, way.form) for piece in pieces) for pieces in (way.above, way.under, way.below)
    )
    body = "".join([*words[:cut], *inside, *words[cut:], *closing])
    title, day = f"<h1>{escape(way.title)}</h1>", paragraph.format(way.words.told["day"])
    if way.form == "elements":
        whole = f"<header>{above}</header><main><article>{title}<time>{way.words.told['day']}</time>{under}{body}{below}</article></main>"
    elif way.form == "soup":
        whole = f"<div><div>{above}</div><div>{title}{day}{under}<div>{body}</div>{below}</div></div>"
    elif way.form == "table":
        whole = f"<table><tr><td>{above}</td></tr><tr><td>{title}{day}{under}{body}{below}</td></tr></table>"
    else:
        whole = f"<main>{above}{title}{day}{under}{body}{below}</main>"
    head = f"<head><title>{escape(way.title)}</title></head>"
    return f"<html lang='{way.words.code}'>{head}<body>{whole}</body></html>"


def _closing(piece: Piece, paragraph: str) -> str:
    roles = {line.role for line in piece.lines}
    if roles == {"verse"}:
        return paragraph.format("<br>".join(escape(line.text) for line in piece.lines))
    if roles == {"point"}:
        return "<ul>" + "".join(f"<li>{escape(line.text)}</li>" for line in piece.lines) + "</ul>"
    bold = "<b>{}</b>" if roles == {"bold"} else "{}"
    return "".join(paragraph.format(bold.format(escape(line.text))) for line in piece.lines)


_ELEMENTS = {
    "crumbs": "<nav>{}</nav>",
    "languages": "<nav>{}</nav>",
    "related": "<aside>{}</aside>",
    "beside": "<nav>{}</nav>",
    "contact": "<address>{}</address>",
    "rights": "<footer>{}</footer>",
    "cookies": "<aside>{}</aside>",
    "newsletter": "<form>{}</form>",
    "comments": "<section>{}</section>",
    "notes": "<section>{}</section>",
    "caption": "<figure>{}</figure>",
}


def _piece(piece: Piece, form: str) -> str:
    lines = "".join(_line(line, form) for line in piece.lines)
    if form != "elements":
        return f"<div>{lines}</div>" if form == "soup" else lines
    kind = piece.kind.split(",")[0].split()[0]
    links = [line for line in piece.lines if line.role not in ("head", "text")]
    if links and len(links) > 1:
        heads = "".join(_line(line, form) for line in piece.lines if line.role == "head")
        listed = "".join(f"<li>{_line(line, form)}</li>" for line in piece.lines if line.role != "head")
        lines = f"{heads}<ul>{listed}</ul>"
    return _ELEMENTS.get(kind, '<div class="' + kind + '">{}</div>').format(lines)


def _line(line: Line, form: str) -> str:
    text = escape(line.text)
    address = line.address or _HREF
    if line.role == "link":
        text = f'<a href="{address}">{text}</a>'
    elif line.role in _NEIGHBOURS:
        text = f'<a rel="{line.role}" href="{address}">{text}</a>'
    if form == "elements":
        form_of = {
            "head": "<h2>{}</h2>",
            "caption": '<img src="a.jpg"><figcaption>{}</figcaption>',
            "text": "<p>{}</p>",
        }
        return form_of.get(line.role, "{}").format(text)
    if form == "soup":
        return f"<div>{text}</div>"
    if form == "table":
        return f"<b>{text}</b><br>" if line.role == "head" else f"{text}<br>"
    if line.role == "caption":
        return f'<p><img src="a.jpg"><br>{text}</p>'
    return f"<p><strong>{text}</strong></p>" if line.role == "head" else f"<p>{text}</p>"


def ways(languages: Sequence[Words], seed: int = 1) -> Iterator[Way]:
    """Yield every page: with one piece each, and some with several."""
    for words in languages:
        for shape in SHAPES:
            for form in FORMS:
                for above in words.above():
                    yield Way(words, shape, form, above.kind, above=(above,))
                for under in words.under_title():
                    yield Way(words, shape, form, under.kind, under=(under,))
                for inside in words.inside():
                    yield Way(words, shape, form, inside.kind, inside=(inside,))
                for below in words.below():
                    yield Way(words, shape, form, below.kind, below=(below,))
                for closing in words.closings():
                    yield Way(words, shape, form, closing.kind, closing=(closing,))
                chosen = random.Random(f"{seed} {words.code} {shape} {form}")
                for _ in range(_COMBINATIONS):
                    yield _several(words, shape, form, chosen)


def _several(words: Words, shape: str, form: str, chosen: random.Random) -> Way:
    return Way(
        words,
        shape,
        form,
        "several",
        above=(chosen.choice(list(words.above())),),
        under=tuple(chosen.sample(list(words.under_title()), chosen.randint(0, 2))),
        closing=tuple(chosen.sample(list(words.closings()), chosen.randint(0, 1))),
        below=tuple(chosen.sample(list(words.below()), chosen.randint(2, 5))),
    )


class Found(NamedTuple):
    """What is lost and what is taken, and whether a neighbour was read as a notice."""

    lost: list[str]
    taken: str
    noticed: bool

    @property
    def is_right(self) -> bool:
        """Whether the words are whole, and nothing else."""
        return not (self.lost or self.taken or self.noticed)


def read_way(way: Way) -> Found:
    """Return what the reader loses and takes of one page."""
    text, media_type = way.page()
    capture = Capture(
        "https://ports.example/speeches/1",
        None,
        "sha256:" + "0" * 64,
        media_type,
        Locator("page", 0, len(text)),
    )
    reading = read_page(text, capture)
    turns = " ".join(" ".join(turn.text.split()) for one in reading.statements for turn in one.turns)
    lost = list[str]()
    for said in sorted(map(_folded, way.said()), key=len, reverse=True):
        if said in turns:
            turns = turns.replace(said, " ", 1)
        else:
            lost.append(said)
    for noted in map(_folded, way.noted()):
        turns = turns.replace(noted, " ", 1)
    noticed = any((notice.url or "").endswith("/next") for notice in reading.notices)
    rest = "".join(letter for letter in turns if letter.isalnum())
    return Found(lost, " ".join(turns.split()) if rest else "", noticed)


def _folded(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    """Print how many pages are right, by what stands around the words, by form and by language."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--sealed", action="store_true")
    arguments.add_argument("--missed", type=int, default=0)
    arguments.add_argument("--kind", default="")
    arguments.add_argument("--form", default="")
    arguments.add_argument("--code", default="")
    arguments.add_argument("--shape", default="")
    arguments.add_argument("--holds", action="store_true")
    asked = arguments.parse_args()
    told = {key: Counter[str]() for key in ("pages", "right", "lost", "taken", "noticed")}
    left = asked.missed
    for way in ways(read_words(asked.sealed), seed=2 if asked.sealed else 1):
        if not (
            way.kind.startswith(asked.kind)
            and way.form.startswith(asked.form)
            and way.words.code.startswith(asked.code)
            and way.shape.startswith(asked.shape)
        ):
            continue
        found = read_way(way)
        for row in (f"1 {way.kind}", f"2 {way.form}", f"3 {way.words.code}", f"4 {way.shape}", "5 all"):
            told["pages"][row] += 1
            told["right"][row] += found.is_right
            told["lost"][row] += sum(map(len, found.lost))
            told["taken"][row] += len(found.taken)
            told["noticed"][row] += found.noticed
        if left > 0 and not (found.is_right or asked.sealed):
            left -= 1
            print(
                f"missed: {way.words.code}, {way.shape}, {way.form}, {way.kind}: lost {found.lost}, taken {found.taken!r}, noticed {found.noticed}"
            )
    print(f"{'around the words':24} {'pages':>6} {'right':>6} {'lost':>7} {'taken':>7} {'noticed':>7}")
    shown = (
        sorted(told["pages"], key=lambda row: row[0])
        if not asked.sealed
        else [row for row in sorted(told["pages"], key=lambda row: row[0]) if row[0] in "245"]
    )
    for row in shown:
        print(
            f"{row[2:]:24} {told['pages'][row]:6} {told['right'][row]:6} {told['lost'][row]:7} {told['taken'][row]:7} {told['noticed'][row]:7}"
        )
    if asked.holds and told["right"]["5 all"] < FLOOR:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
