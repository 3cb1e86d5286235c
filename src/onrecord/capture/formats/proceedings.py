"""Proceedings in XML, TEI and Akoma Ntoso: as the page that they would be in print, who speaks told before each speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from onrecord.capture.captured import Captured
from onrecord.capture.charset import Decoded, decode
from onrecord.capture.formats.proceedings_head import Header, HeadEvents
from onrecord.capture.formats.proceedings_parts import CORPUS, Text, texts_of
from onrecord.capture.formats.proceedings_text import Piece, TextEvents
from onrecord.capture.formats.vocabularies import ROOTS, TEI_P5
from onrecord.capture.formats.written import at, escaped, write_page
from onrecord.capture.formats.xml import XmlDamaged, XmlEvents, XmlRefused, read_xml
from onrecord.model import Issue, Severity
from onrecord.text import (
    APART_MARK,
    DIRECTION_MARK,
    NAME_MARK,
    OFFICE_MARK,
    ROLE_MARK,
    SPEAKER_MARK,
    TURN_MARK,
    WHO_MARK,
    WORDS_MARK,
)

_TAG = re.compile(r"<[^>]*>")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>\s*")


def open_proceedings(captured: Captured) -> Decoded:
    """Return the page that proceedings are; what cannot be read of them is named."""
    decoded = decode(captured)
    issues = [*decoded.issues]
    proceedings = _Proceedings()
    text = _DECLARATION.sub("", decoded.text.removeprefix("\ufeff"), count=1)
    try:
        read_xml(text.encode("utf-8", "replace"), proceedings, "utf-8")
    except XmlRefused as refused:
        issues.append(_issue(captured, f"{refused}: it is kept, and was not read", "error"))
        return Decoded("", decoded.charset, tuple(issues))
    except XmlDamaged as damaged:
        said = f"is damaged ({damaged}): what stands before that was read; fetch it again"
        issues.append(_issue(captured, said, "warning"))
    if proceedings.is_corpus and (texts := texts_of(captured)):
        return Decoded(_list_of(texts, proceedings.header), decoded.charset, tuple(issues))
    return Decoded(proceedings.page(), decoded.charset, tuple(issues))


class _Proceedings(XmlEvents):
    """Gives the events of the header to who reads headers, and all others to who reads texts."""

    def __init__(self) -> None:
        self._vocabulary = TEI_P5
        self.header = Header()
        self._head = HeadEvents(self.header)
        self._text: TextEvents | None = None
        self._within = 0
        self._headers = 0
        self.is_corpus = False

    def begin(self, name: str, attributes: dict[str, str], offset: int) -> None:
        name = name.rpartition(":")[2]
        if self._text is None:
            self.is_corpus = name == CORPUS
            self._vocabulary = ROOTS.get(name, TEI_P5)
            self.header.language = attributes.get("xml:lang", "")
            self._text = TextEvents(self._vocabulary, self.header.language)
        if self._within or name == self._vocabulary.header:
            self._headers += not self._within
            self._within += 1
            if self._headers == 1:  # of a corpus its own, not those of its texts
                self._head.begin(name, attributes, offset)
        else:
            self._text.begin(name, attributes, offset)

    def words(self, text: str) -> None:
        if self._within:
            if self._headers == 1:
                self._head.words(text)
        elif self._text is not None:
            self._text.words(text)

    def end(self, name: str, offset: int) -> None:
        name = name.rpartition(":")[2]
        if self._within:
            self._within -= 1
            if self._headers == 1:
                self._head.end(name, offset)
        elif self._text is not None:
            self._text.end(name, offset)

    def page(self) -> str:
        """Return the page as HTML."""
        if self._text is None:
            return ""
        held_on = "" if self._text.is_dated else self.header.held_on
        return write_proceedings(self.header, held_on, self._text.pieces)


def _list_of(texts: Sequence[Text], header: Header) -> str:
    """Return a corpus as the list of its texts."""
    rows = []
    for text in texts:
        title, address = escaped(text.header.title or "?"), escaped(text.header.address)
        linked = f'<a href="{address}">{title}</a>' if address else title
        day = f"<p><time>{escaped(text.header.held_on)}</time></p>" if text.header.held_on else ""
        rows.append(f"<article><h2>{linked}</h2>{day}</article>")
    title = f"<h1>{escaped(header.title)}</h1>" if header.title else ""
    language = header.language or None
    return write_page(title + "".join(rows), title=header.title or None, language=language, is_list=True)


def write_proceedings(header: Header, held_on: str, pieces: Sequence[Piece]) -> str:
    """Return proceedings as a page: title, place and day of the header, what stands before the speeches, and these."""
    text = [piece for piece in pieces if piece.kind != "beside"]
    title = escaped(header.title) or _title_in(text)
    body = [f"<h1>{title}</h1>"] if title else []
    if header.place:
        body.append(f"<p>{escaped(', '.join(filter(None, (header.place, held_on))))}</p>")
    first = next((n for n, piece in enumerate(text) if piece.kind == "speaker" or piece.speech), len(text))
    body += (_block(piece) for piece in text[:first] if piece.markup != title)
    if first < len(text):
        body.append(f'<div class="{WORDS_MARK}">{"".join(_spoken(text[first:], header))}</div>')
    beside = "".join(_block(piece) for piece in pieces if piece.kind == "beside")
    return write_page(
        "".join(body),
        title=unescape(_TAG.sub("", title)) or None,
        language=header.language or None,
        canonical=header.address or None,
        given=held_on or None,
        posted=header.posted or None,
        updated=header.updated or None,
        beside=f"<aside>{beside}</aside>" if beside else "",
    )


def _title_in(pieces: Sequence[Piece]) -> str:
    """What the text calls itself: its title, else the line above all speeches, else its first heading."""
    above = next(iter(pieces), None)
    titles = [piece.markup for piece in pieces if piece.kind == "title"]
    heads = [piece.markup for piece in pieces if piece.kind == "heading"]
    front = [above.markup] if above is not None and above.kind == "words" and not above.speech else []
    return next(iter((*titles, *front, *heads)), "")


def _spoken(pieces: Sequence[Piece], header: Header) -> Iterator[str]:
    """The pieces from the first speech on: each speech behind its label, or that of whom it is said to be by."""
    speech, labelled, label = 0, False, ""
    called = dict[str, str]()  # by what label, of those whom the XML tells by an id alone
    for n, piece in enumerate(pieces):
        if piece.kind == "speaker":
            # a label may stand before the element of its speech
            of = piece if piece.speech or n + 1 == len(pieces) else pieces[n + 1]
            yield _marked(SPEAKER_MARK, of, header, _named(of.who, header.names), _block(piece))
            labelled, label = True, piece.markup
        elif piece.kind != "words" or not piece.speech:
            yield f'<div class="{DIRECTION_MARK if piece.kind == "told" else APART_MARK}">{_block(piece)}</div>'
        elif piece.speech == speech or labelled:
            yield _block(piece)
            if labelled:
                called.setdefault(piece.who, unescape(_TAG.sub("", label)).rstrip(" :"))
            speech, labelled = piece.speech, False
        else:
            yield _unlabelled(piece, header, called.get(piece.who, ""))
            speech = piece.speech


def _unlabelled(piece: Piece, header: Header, called: str) -> str:
    """The beginning of a speech before which no label is printed: behind the name, the label elsewhere or the id of whom it is by."""
    name = _named(piece.who, header.names) or ("" if called else _ids(piece.who))
    if not (name or called):
        return _marked(TURN_MARK, piece, header, "", _block(piece))
    who = _block(piece._replace(markup=escaped(name or called)))
    return _marked(WHO_MARK, piece, header, name, who) + _block(piece)


def _marked(mark: str, of: Piece, header: Header, name: str, block: str) -> str:
    """A block in elements that tell what it begins, and of its speech the role, and the name and office of whom it is by."""
    office = header.offices.get(_ids(of.who), "") if name else ""
    for each, value in ((mark, ""), (ROLE_MARK, of.role), (NAME_MARK, name), (OFFICE_MARK, office)):
        if value or each == mark:
            block = f'<div class="{each}{escaped(value)}">{block}</div>'
    return block


def _ids(who: str) -> str:
    """The ids in a reference to those who speak, as they stand in it."""
    return ", ".join(each.rpartition("#")[2] for each in who.split())


def _named(who: str, names: Mapping[str, str]) -> str:
    """The names behind the ids of those who speak; empty where the XML does not tell them all."""
    found = [names.get(each.rpartition("#")[2], "") for each in who.split()]
    return ", ".join(found) if all(found) else ""


def _block(piece: Piece) -> str:
    place = at(f"#{piece.place}") if piece.place else ""
    language = f' lang="{escaped(piece.language)}"' if piece.language else ""
    tag = "h2" if piece.kind == "heading" else "p"
    return f"<{tag}{place}{language}>{piece.markup}</{tag}>"


def _issue(captured: Captured, said: str, severity: Severity) -> Issue:
    where = captured.capture.url or captured.capture.locator.file
    return Issue("proceedings_damaged", f"The XML {where} {said}.", captured.capture.locator, severity)
