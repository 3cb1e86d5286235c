"""Proceedings in TEI and Akoma Ntoso as pages with known turns, labels as printed in them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from pathlib import Path

from turns_pages import Builder, KnownPage
from turns_sets import CHAIR, MEMBER, OFFICIAL, members, named

_SPEECHES = ("speech", "question", "answer")
_PROSE = frozenset("p seg s ul ol head heading num subheading docTitle table list quote".split())
_DIRECTIONS = ("note", "incident", "kinesic", "vocal", "stage", "scene", "narrative", "summary", "gap")
_CHAIRS = re.compile(r"speaker\b|president|predsed|chair|ascencio|kučan", re.IGNORECASE)


def proceedings(folder: Path, everything: bool) -> Iterator[KnownPage]:
    """Yield the XML documents that hold speeches, built as pages: gold as marked in the XML."""
    del everything
    home = folder / "parla-clarin"
    files = list(members(home / "examples.tar.gz", ".xml"))
    files += [(path.name, path.read_bytes()) for path in home.glob("*.xml")]
    for name, content in sorted(files):
        page = _Proceedings(name, Xml.fromstring(content)).page()
        if len(page.marks) >= 2:
            yield page


def _tag(element: Xml.Element) -> str:
    return element.tag.split("}")[-1] if isinstance(element.tag, str) else ""


def _words(element: Xml.Element) -> str:
    return " ".join("".join(element.itertext()).split())


class _Proceedings:
    """Walks one document and writes its page."""

    def __init__(self, name: str, root: Xml.Element) -> None:
        self.root = root
        self.builder = Builder(name, _title(root) or name)
        self.label: str | None = None
        self.rest = ""
        self.apart = False
        self.spelt = False
        self.chair = False
        self.last: str | None = None

    def page(self) -> KnownPage:
        for element in self.root.iter():
            if _tag(element) in ("body", "debateBody", "preface", "conclusions"):
                self.walk(element)
        return self.builder.page()

    def walk(self, element: Xml.Element) -> None:
        for child in element:
            tag = _tag(child)
            if tag == "note" and child.get("type") == "speaker":
                self.end()
                self.label, self.apart = _words(child), True
            elif tag == "from":
                self.named(child)
            elif tag == "u" or tag in _SPEECHES:
                self.speech(child)
            elif tag in _DIRECTIONS:
                if text := _words(child):
                    self.end()
                    self.builder.add(text if text[0] in "([-" else f"({text})")
            elif tag in _PROSE:
                if text := _words(child):
                    self.say(text)
            else:
                self.walk(child)

    def speech(self, element: Xml.Element) -> None:
        who = element.get("who") or element.get("by") or ""
        children = list(element)
        inner = next((c for c in children if _tag(c) == "from" or c.get("type") == "speaker"), None)
        self.chair = element.get("ana") == "#chair" or element.get("as") == "#speaker" or "speaker" in who
        if inner is not None:
            self.named(inner)
            children.remove(inner)
            if self.rest:
                self.say(self.rest)
        elif self.label is None and who != self.last:
            self.label, self.apart, self.spelt = _spelt(who) + ":", False, True
        self.last = who
        if not any(_tag(child) in _PROSE for child in children) and element.text and element.text.strip():
            self.say(_words(element))
            return
        if any(_tag(child) == "s" for child in children):
            self.say(" ".join(filter(None, map(_words, children))))
            return
        whole = Xml.Element(element.tag)
        whole.extend(children)
        self.walk(whole)
        self.end()

    def named(self, element: Xml.Element) -> None:
        """Take the label of a speech; some hold the first words too, and those without an ending stand on their own line."""
        text = _words(element)
        ended = re.match(r"(.*?\.-)\s*(.*)", text)
        self.label, self.rest = (ended[1], ended[2]) if ended else (text, "")
        self.apart = text[-1:].isalnum()

    def say(self, text: str) -> None:
        printed = re.match(r"((?:El señor|La señora) [A-ZÁÉÍÓÚÑÝ]{3}.*?\.-)\s*(.*)", text)
        if printed and (self.label is None or self.spelt):
            self.label, text = printed[1], printed[2]
        if self.label is None:
            self.builder.add(text)
            return
        label, self.label, self.spelt = self.label, None, False
        self.apart = self.apart and not text[:1].islower()
        chair = self.chair or _CHAIRS.search(label) is not None
        person = named(re.sub(r"\(.*?\)|^El señor|^La señora|[.:\-]+$", "", label).strip())
        self.builder.begin(label, text, CHAIR if chair else MEMBER | OFFICIAL, person, self.apart)

    def end(self) -> None:
        """A label behind which only a direction stands is a turn without words."""
        if self.label is not None:
            self.say("")


def _spelt(who: str) -> str:
    """An identifier as words: "#MaríaTeresaDeLaraCarbó"."""
    return " ".join(re.findall(r"[A-ZÁÉÍÓÚÑ][^\W\d_A-ZÁÉÍÓÚÑ]*|[^\W\d_]+", who.lstrip("#"))) or "Unknown"


def _title(root: Xml.Element) -> str:
    for element in root.iter():
        if _tag(element) in ("title", "docTitle", "FRBRalias") and (
            words := _words(element) or element.get("value")
        ):
            return words
    return ""
