"""The text of proceedings as pieces: headings, who speaks, what is said, and what the record tells by itself."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from onrecord.capture.formats.proceedings_head import id_of
from onrecord.capture.formats.vocabularies import Vocabulary
from onrecord.capture.formats.written import escaped
from onrecord.capture.formats.xml import XmlEvents

Kind = Literal["title", "heading", "speaker", "words", "told", "editorial", "beside"]

_SPACES = re.compile(r"\s+")
_BRACKETED = re.compile(r"\s*[(\[/‹〔（【].*[)\]/›〕）】]\s*", re.DOTALL)
_AT_FOOT = frozenset(("foot", "bottom", "end", "margin", "footnote", "endnote"))
_TOKENS = frozenset(("w", "pc", "c"))
_ROLES = {"question": "questioner", "answer": "official"}
_TOLD_ROLES = frozenset(("official", "questioner", "chair", "interpreter", "narration"))
# No text holds these: they stand around what is told, and around the publisher's own words, until the block is whole.
_TOLD, _EDITORIAL = "\x02\x03", "\x04\x05"
_AMONG = re.compile(r"(?P<mark>[\x02\x04])(?P<words>[^\x02-\x05]*)[\x03\x05]")
_BOLD = frozenset(("bold", "b", "#b", "#bold"))


class Piece(NamedTuple):
    """A block of the text: what it is, its markup, the id of the element around it, and the speech that it stands in.

    `speech` counts from 1, 0 is outside all; `who` are the ids of those whom the speech is said to be by, and `role` is
    the one in which they speak, where the XML tells it.
    """

    kind: Kind
    markup: str
    place: str
    speech: int
    who: str
    role: str
    language: str


class _Opened(NamedTuple):
    """An element inside a text: whether it parts blocks, else what closes it in the markup."""

    name: str
    parts: bool
    closes: str = ""


class _Around(NamedTuple):
    """What an element has of itself or from those around it."""

    kind: Kind = "words"
    id: str = ""
    language: str = ""
    speech: int = 0
    who: str = ""
    role: str = ""
    preserved: bool = False


class TextEvents(XmlEvents):
    """Gathers the pieces of a text from the events inside it."""

    def __init__(self, vocabulary: Vocabulary, language: str = "") -> None:
        """Take the words for elements, and the language of the whole."""
        self._words = vocabulary
        self.pieces: list[Piece] = []
        self.speeches = 0
        self.is_dated = False
        """Whether the text prints the day of the sitting itself."""
        self._opened: list[_Opened] = []
        self._around = [_Around(language=language)]
        self._inner: list[str] = []
        self._titled = False
        self._unseen = 0
        self._spaced = self._joins = self._joined = False

    def begin(self, name: str, attributes: dict[str, str], offset: int) -> None:
        """Enter an element of the text."""
        vocabulary = self._words
        if name in _TOKENS:
            self._begin_token(name, attributes.get("join", ""))
        in_choice = bool(self._opened) and self._opened[-1].name == "choice"
        if self._unseen or name in vocabulary.unseen or (in_choice and name in vocabulary.second):
            self._unseen += 1
            return
        around = self._told_of(name, attributes)
        if name in vocabulary.inline or self._is_among_words(name, around.kind):
            self._opened.append(self._inside(name, attributes, in_choice=in_choice))
            around = around._replace(kind=self._around[-1].kind)
        else:
            self._flush()
            self._opened.append(_Opened(name, parts=True))
        self._around.append(around)

    def _is_among_words(self, name: str, kind: Kind) -> bool:
        """Whether what is told stands inside a paragraph, or in the midst of words."""
        inside = bool(self._opened) and (
            self._opened[-1].name in self._words.prose or not self._opened[-1].parts
        )
        told = name in self._words.directions and kind in ("told", "editorial")
        return told and (inside or bool("".join(self._inner).strip()))

    def words(self, text: str) -> None:
        """Take the words of an element of the text."""
        if not self._unseen and not (self._joined and text.isspace()):
            words = escaped(text)
            self._inner.append(words.replace("\n", "<br>") if self._around[-1].preserved else words)

    def end(self, name: str, offset: int) -> None:
        """Leave an element of the text."""
        if self._unseen:
            self._unseen -= 1
            return
        opened = self._opened.pop()
        self._joined = name in _TOKENS and (self._spaced or self._joins)
        if opened.parts:
            self._flush()
        else:
            self._inner.append(opened.closes)
        self._around.pop()

    def _begin_token(self, name: str, join: str) -> None:
        """A word or mark that stands by itself: what is between two is no space where `c` or `join` tell the spaces."""
        self._spaced = self._spaced or name == "c"
        self._joins = join in ("right", "both")
        self._joined = False
        if (
            (self._spaced or join in ("left", "both"))
            and self._inner
            and self._inner[-1].isspace()
            and name != "c"
        ):
            del self._inner[-1]

    def _told_of(self, name: str, attributes: dict[str, str]) -> _Around:
        around = self._around[-1]
        around = around._replace(
            kind=self._kind_of(name, attributes, around.kind),
            id=id_of(attributes) or around.id,
            language=attributes.get("xml:lang") or around.language,
            preserved=attributes.get("xml:space", "") == "preserve" or around.preserved,
        )
        if name in self._words.speeches:
            self.speeches += 1
            who, role = attributes.get(self._words.who, ""), _role_of(name, attributes)
            return around._replace(speech=self.speeches, who=who, role=role)
        return around

    def _kind_of(self, name: str, attributes: dict[str, str], kind: Kind) -> Kind:
        vocabulary, told = self._words, attributes.get("type", "")
        if name in vocabulary.labels or (name == "note" and told == "speaker"):
            return "speaker"
        if name in vocabulary.headings:
            return "heading"
        if name in vocabulary.beside or (name == "note" and {attributes.get("place", ""), told} & _AT_FOOT):
            return "beside"
        if name in vocabulary.directions:
            return "editorial" if told == "editorial" else "told"
        return kind

    def _inside(self, name: str, attributes: dict[str, str], *, in_choice: bool) -> _Opened:
        """Open an element among the words of a block."""
        vocabulary = self._words
        opens, closes = "", ""
        if name in vocabulary.struck and (in_choice or name != "sic"):
            opens, closes = "<del>", "</del>"
        elif name in vocabulary.corrected:
            opens, closes = "<ins>", "</ins>"
        elif name in vocabulary.supplied:
            opens, closes = "[", "]"
        elif name in vocabulary.breaks:
            opens = "<br>"
        elif name in vocabulary.gaps:
            reason = escaped(attributes.get("reason", ""))
            opens = f" <i>[{reason}]</i> " if reason else " […] "
        elif name in vocabulary.directions:
            mark = _EDITORIAL if attributes.get("type") == "editorial" else _TOLD
            opens, closes = mark[0], mark[1]
        elif name == "docTitle":
            self._titled = True
        elif name == "docDate":
            self.is_dated = True
        elif name == "b" or (name == "hi" and attributes.get("rend", "") in _BOLD):
            opens, closes = "<b>", "</b>"
        self._inner.append(opens)
        return _Opened(name, parts=False, closes=closes)

    def _flush(self) -> None:
        markup = _SPACES.sub(" ", "".join(self._inner)).strip()
        self._inner = []
        if markup:
            around = self._around[-1]
            kind: Kind = "title" if self._titled else around.kind
            if whole := _AMONG.fullmatch(markup):
                kind, markup = ("told" if whole["mark"] == _TOLD[0] else "editorial"), whole["words"].strip()
            markup = _AMONG.sub(_bracketed, markup)
            self.pieces.append(
                Piece(kind, markup, around.id, around.speech, around.who, around.role, around.language)
            )
        self._titled = False


def _bracketed(found: re.Match[str]) -> str:
    """What the record tells among somebody's words, in brackets where it does not set them itself."""
    words, told = found["words"].strip(), found["mark"] == _TOLD[0]
    if not words:
        return ""
    if not _BRACKETED.fullmatch(words):
        words = f"({words})" if told else f"[{words}]"
    return f"<i>{words}</i>" if told else words


def _role_of(name: str, attributes: dict[str, str]) -> str:
    """The role of a speech: by its element (Akoma Ntoso), by the customs of ParlaMint ("#chair") or of our own exports."""
    told = (each.removeprefix("#").removeprefix("role-") for each in attributes.get("ana", "").split())
    return _ROLES.get(name) or next((each for each in told if each in _TOLD_ROLES), "")
