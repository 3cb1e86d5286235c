"""What a page says in another language than its own: words in Latin letters on a page in Arabic, English sentences on any other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser

_EMPTY = {"meta", "link", "br", "input", "img", "hr", "wbr", "rect", "line", "path"}
_READ = ("aria-label", "title", "alt", "placeholder")
# Names, addresses, code and what somebody wrote: no words of the interface.
_OF_OTHERS = {"code", "bdi", "script", "style", "pre", "textarea"}
# Two words and more, "Reading room"; a name of a format stands for itself.
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]{2,}(?:[ ’'-]+[A-Za-zÀ-ÿ]{2,})+")
# "الأصل; نُشر"; "Nombre; non déclaré" (a colon behind a figure stands in a time of day, "08:00").
_ENGLISH_MARKS = {
    "ar": re.compile(r"[^\W\d_][,;]|[,;](?=\s|$)"),
    "fr": re.compile(r"[^\s\u00a0];(?=\s|$)|[^\s\u00a0\d]:(?=\s|$)"),
}
_FORMATS = re.compile(r"JSON Feed|CSL-JSON|https?://\S+|\S+\.\S+")


def said_in(html: str, tag: str) -> list[str]:
    """Return the texts of a page, and the attributes that are read, that are marked as being in its own language."""
    reader = _Reader(tag)
    reader.feed(html)
    return [each for each in reader.found if each]


def in_latin_letters(texts: Iterable[str]) -> list[str]:
    """Return those that hold two words in Latin letters in a row, names of formats and addresses aside."""
    return [each for each in texts if _LATIN.search(_FORMATS.sub(" ", each))]


def with_marks_of_english(texts: Iterable[str], tag: str) -> list[str]:
    """Return those with a comma, colon or semicolon as English sets it: Arabic has its own, French a space before the last two."""
    return [each for each in texts if _ENGLISH_MARKS[tag].search(each)]


class _Reader(HTMLParser):
    def __init__(self, tag: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._tag = tag
        self._open: list[tuple[str, str | None]] = []

    def _is_own(self) -> bool:
        for name, language in reversed(self._open):
            if name in _OF_OTHERS:
                return False
            if language is not None:
                return language == self._tag
        return False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self._open.append((tag, told.get("lang")))
        if self._is_own():
            self.found += [told[name] or "" for name in _READ if told.get(name)]
        if tag in _EMPTY:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open[-1][0] != tag:
            self._open.pop()
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._is_own():
            self.found.append(" ".join(data.split()))
