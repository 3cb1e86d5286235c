"""The record as one TEI P5 file, after the customs of ParlaMint and Parla-CLARIN: a `teiCorpus` with a `TEI` for each version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from onrecord.custody import Tombstone
from onrecord.model import Held, Turn
from onrecord.publishing.exporting.elements import BEYOND_XML, element, words
from onrecord.publishing.exporting.exports import LevelOf, whole
from onrecord.publishing.exporting.teiheader import (
    Person,
    header_of,
    language_of,
    name_of,
    people_of,
    when_of,
)

_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.tei-c.org/ns/1.0"
_ROLES = {
    "official": "somebody who speaks for the office",
    "questioner": "somebody who asks",
    "chair": "who presides or moderates",
    "interpreter": "who interprets",
    "narration": "words of the page about what happened, nobody's speech",
}
_CUSTOMS = (
    "A u is a turn: one speaker's uninterrupted stretch, its text exactly that of the page, spacing included. What is in its "
    "notes stands in the text and is none of the speaker's words: directions, and what the source inserted. A seg is a "
    "paragraph. The note before it is the label as printed. Without who, the page names nobody."
)
_EMPTY_LINES = re.compile(r"\n{2,}")
_BEYOND = "A character that XML cannot carry; n names it."


def export_tei(
    statements: Iterable[Sequence[Held]],
    tombstones: Iterable[Tombstone] = (),
    level_of: LevelOf = whole,
) -> Iterator[str]:
    """Return the file piece by piece: of each version header and turns, and in front what was removed.

    People are told for each version: that two of one name are the same person is not known.
    """
    versions = (held for each in statements for held in each)
    first = next(versions, None)
    head = _corpus_header(tombstones)
    if first is None:  # a corpus has at least one text
        nothing = element("p", "No statement is held.")
        yield f'{_OPENING}<TEI xmlns="{_SPACE}">\n{head}<text><body>{nothing}</body></text>\n</TEI>\n'
        return
    yield f'{_OPENING}<teiCorpus xmlns="{_SPACE}">\n{head}'
    for held in chain([first], versions):
        yield from _text(held, level_of(held))
    yield "</teiCorpus>\n"


def _corpus_header(tombstones: Iterable[Tombstone]) -> str:
    named = {role: element("catDesc", words(told)) for role, told in _ROLES.items()}
    roles = (element("category", told, xml_id=f"role-{role}") for role, told in named.items())
    said = element("p", "What officials are on record as having said, as an archive of onrecord keeps it.")
    sources = element("p", "Captured pages; the header of each text names its own.")
    removed = [
        element(
            "change",
            words(f"Removed {each.id}, by {each.by}: {each.why}"),
            type="removal",
            when=when_of(each.at),
        )
        for each in tombstones
    ]
    return (
        element(
            "teiHeader",
            "\n",
            element(
                "fileDesc",
                element("titleStmt", element("title", "The record of an archive of onrecord")),
                element("publicationStmt", said),
                element("sourceDesc", sources),
            ),
            "\n",
            element(
                "encodingDesc",
                element("projectDesc", element("p", words(_CUSTOMS))),
                element("classDecl", element("taxonomy", *roles, xml_id="roles")),
                element("charDecl", element("char", element("desc", words(_BEYOND)), xml_id=BEYOND_XML)),
            ),
            "\n",
            element("revisionDesc", *removed) + "\n" if removed else "",
        )
        + "\n"
    )


def _text(held: Held, shown: str) -> Iterator[str]:
    """Return one version: its header, and each turn with its label before it."""
    name = name_of(held)
    people = people_of(held)
    language = language_of(held.statement.language)
    opening = element("TEI", "\n", xml_id=name, xml_lang=language).removesuffix("</TEI>")
    yield f'{opening}{header_of(held, people, shown)}<text><body><div type="statement">\n'
    if held.statement.title is not None:
        yield element("head", words(held.statement.title)) + "\n"
    for turn in held.statement.turns:
        yield _turn(turn, name, people, held.statement.language)
    yield "</div></body></text>\n</TEI>\n"


def _turn(turn: Turn, name: str, people: Sequence[Person], language: str | None) -> str:
    label = "" if turn.label is None else element("note", words(turn.label), type="speaker") + "\n"
    who = next((f"#{each.id}" for each in people if each.name == turn.speaker), None)
    own = language_of(turn.language) if turn.language != language else None
    spoken = element(
        "u",
        *_segments(turn),
        xml_id=f"{name}.u{turn.n}",
        n=turn.n,
        who=who,
        ana=None if turn.role is None else f"#role-{turn.role}",
        xml_lang=own,
        xml_space="preserve",
    )
    return f"{label}{spoken}\n"


def _segments(turn: Turn) -> Iterator[str]:
    """Return the text in paragraphs, what stands between them as it is; an aside that spans a border keeps them together."""
    text = turn.text
    asides = _asides(turn)
    at = 0
    while at < len(text):
        end, behind = _border(text, at, asides)
        if end > at:
            yield element("seg", *_marked(text, at, end, asides))
        yield words(text[end:behind])
        at = behind


def _border(text: str, at: int, asides: Sequence[tuple[int, int, str]]) -> tuple[int, int]:
    """Return where the paragraph that begins at a place ends, and where the next one begins: around lines without words."""
    for found in _EMPTY_LINES.finditer(text, at):
        opens, closes = found.span()
        if not any(start < closes and opens < end for start, end, _ in asides):
            return opens, closes
    return len(text), len(text)


def _asides(turn: Turn) -> list[tuple[int, int, str]]:
    """Return where directions and insertions stand, in order; of those that overlap, the one that begins first."""
    told = [(*each.span, "direction") for each in turn.directions]
    told += [(*each.span, "editorial") for each in turn.editorial]
    kept: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(told, key=lambda each: (each[0], -each[1], each[2])):
        last = kept[-1][1] if kept else 0
        if max(start, last) < min(end, len(turn.text)):
            kept.append((max(start, last), min(end, len(turn.text)), kind))
    return kept


def _marked(text: str, start: int, end: int, asides: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    at = start
    for opens, closes, kind in asides:
        if start <= opens and closes <= end:
            yield words(text[at:opens])
            yield element("note", words(text[opens:closes]), type=kind)
            at = closes
    yield words(text[at:end])
