"""A corpus of TEI: each text in it is a page of its own, cut out byte by byte, and the corpus the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from onrecord.capture.captured import Captured
from onrecord.capture.charset import decode
from onrecord.capture.formats.proceedings_head import Header, HeadEvents
from onrecord.capture.formats.vocabularies import TEI_P5
from onrecord.capture.formats.xml import XmlDamaged, XmlEvents, XmlRefused, read_xml

CORPUS = "teiCorpus"
_TEXTS = frozenset(("TEI", "TEI.2"))
_MOST_TEXTS = 5000


class Text(NamedTuple):
    """A text of a corpus: its header, and where its bytes begin and end."""

    header: Header
    start: int
    end: int


def texts_of(captured: Captured) -> list[Text]:
    """Return the whole texts of a corpus in their order; none where the XML is one text alone, or damaged before its first."""
    events = _CorpusEvents(captured.body)
    with suppress(XmlRefused, XmlDamaged):  # told where the corpus itself is opened
        read_xml(captured.body, events, _ENCODINGS.get(decode(captured).charset, "utf-8"))
    return events.texts


# By their names for expat, which finds the byte order of UTF-16 by itself.
_ENCODINGS = {"utf-16-le": "utf-16", "utf-16-be": "utf-16", "windows-1252": "iso-8859-1"}


class _CorpusEvents(XmlEvents):
    def __init__(self, body: bytes) -> None:
        self.texts: list[Text] = []
        self._body = body
        self._depth = 0
        self._within_corpus = False
        self._text_at = 0
        self._head_at = 0
        self._start = 0
        self._header = Header()
        self._head = HeadEvents(self._header)

    def begin(self, name: str, attributes: dict[str, str], offset: int) -> None:
        name = name.rpartition(":")[2]
        self._depth += 1
        self._within_corpus = self._within_corpus or name == CORPUS
        if self._head_at:
            self._head.begin(name, attributes, offset)
        elif self._text_at and name == TEI_P5.header:
            self._head_at = self._depth
            self._head.begin(name, attributes, offset)
        elif not self._text_at and self._within_corpus and name in _TEXTS:
            self._text_at, self._start = self._depth, offset
            self._header = Header(language=attributes.get("xml:lang", ""))
            self._head = HeadEvents(self._header)

    def words(self, text: str) -> None:
        if self._head_at:
            self._head.words(text)

    def end(self, name: str, offset: int) -> None:
        if self._head_at:
            self._head.end(name.rpartition(":")[2], offset)
            self._head_at = 0 if self._depth == self._head_at else self._head_at
        elif self._depth == self._text_at:
            self._text_at = 0
            if len(self.texts) < _MOST_TEXTS:
                end = self._body.find(b">", offset) + 1
                self.texts.append(Text(self._header, self._start, end))
        self._depth -= 1


def cut_texts(captured: Captured) -> Iterator[Captured]:
    """Return each text of a corpus as a capture of its own: the address that its header tells, the corpus's time, its bytes."""
    from onrecord.capture.formats.feeds import cut_out

    charset = decode(captured).charset
    for text in texts_of(captured):
        yield cut_out(captured, text.header.address or None, (text.start, text.end), charset)
