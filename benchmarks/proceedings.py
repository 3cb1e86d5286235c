"""Proceedings in XML against what their own elements tell: every speech begins a turn, with all its words and no others.

    python benchmarks/proceedings.py [--holds] ../shared/data/parla-clarin

Beside it what was done with such files before they were read: their words without the elements, as plain text.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tarfile
import tempfile
import xml.etree.ElementTree as Xml
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord import Reading, read

SPEECHES = {"TEI": ("u", "sp"), "akomaNtoso": ("speech", "question", "answer")}
APART = frozenset(
    (
        "note",
        "from",
        "speaker",
        "kinesic",
        "incident",
        "vocal",
        "remark",
        "scene",
        "narrative",
        "heading",
        "head",
    )
)
LEAST_KEPT = 0.999
_WORDS = re.compile(r"\w+")


class Score(NamedTuple):
    """Speeches of the XML, those that begin a turn, turns read; and words of the speeches, those among them that were read in turns."""

    speeches: int
    begun: int
    turns: int
    words: int
    kept: int


def documents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every XML file of the set, those in archives too."""
    for path in sorted(folder.glob("*.xml")):
        yield path.name, path.read_bytes()
    for path in sorted(folder.glob("*.tar.gz")):
        with tarfile.open(path) as opened:
            for member in sorted(opened.getmembers(), key=lambda one: one.name):
                file = opened.extractfile(member) if member.name.endswith(".xml") else None
                if file is not None:
                    yield Path(member.name).name, file.read()


def speeches_in(content: bytes) -> list[list[str]]:
    """Return the words of each speech, by the elements of the XML."""
    root = Xml.parse(io.BytesIO(content)).getroot()
    names = SPEECHES.get(_tag(root), SPEECHES["TEI"])
    found = (_words("".join(_spoken(one))) for one in root.iter() if _tag(one) in names)
    return [words for words in found if words]


def _tag(element: Xml.Element) -> str:
    return element.tag.split("}")[-1] if isinstance(element.tag, str) else ""


def _spoken(element: Xml.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if _tag(child) not in APART:
            yield from _spoken(child)
            yield "" if _tag(child) in ("w", "pc", "c", "hi", "s") else " "
        yield child.tail or ""


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


def score(readings: list[Reading], speeches: list[list[str]]) -> Score:
    """Compare what was read with the speeches; what is told among words is no part of either."""
    turns = [
        _words(_without(turn.text, [one.span for one in (*turn.directions, *turn.editorial)]))
        for reading in readings
        for statement in reading.statements
        for turn in statement.turns
    ]
    begins = {tuple(words[:6]) for words in turns}
    read_words = [word for words in turns for word in words]
    own = [word for words in speeches for word in words]
    kept = (Counter(own) & Counter(read_words)).total()
    begun = sum(tuple(words[:6]) in begins for words in speeches)
    return Score(len(speeches), begun, len(turns), len(own), kept)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _read(name: str, content: bytes) -> list[Reading]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return [found for found in read(path) if isinstance(found, Reading)]


def _plain(content: bytes) -> bytes:
    lines = (" ".join(text.split()) for text in Xml.parse(io.BytesIO(content)).getroot().itertext())
    return "\n\n".join(filter(None, lines)).encode()


def main() -> None:
    """Print a row a file, and what all of them make."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--holds", action="store_true", help="fail below the floor")
    given = parser.parse_args()
    print(
        f"{'file':<44}{'speeches':>9}{'begun':>7}{'turns':>7}{'words':>8}{'kept':>9}   as plain text: begun, turns"
    )
    sums = [0, 0, 0, 0, 0]
    for name, content in documents(given.folder):
        speeches = speeches_in(content)
        if not speeches:
            continue
        one = score(_read(name, content), speeches)
        plain = score(_read(f"{name}.txt", _plain(content)), speeches)
        sums = [whole + part for whole, part in zip(sums, one, strict=True)]
        print(
            f"{name[:43]:<44}{one.speeches:>9}{one.begun:>7}{one.turns:>7}{one.words:>8}{one.kept:>9}   {plain.begun:>20}{plain.turns:>7}"
        )
    whole = Score(*sums)
    print(f"{'all':<44}{whole.speeches:>9}{whole.begun:>7}{whole.turns:>7}{whole.words:>8}{whole.kept:>9}")
    if given.holds and (whole.begun < whole.speeches or whole.kept < LEAST_KEPT * whole.words):
        sys.exit("a speech is no turn of its own, or has lost words")


if __name__ == "__main__":
    main()
