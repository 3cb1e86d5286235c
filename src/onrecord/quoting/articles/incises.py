"""Who says it, told inside the marks: «Мы идём, — сказал он, — на море» · « Nous irons, a-t-il dit, à la mer »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.quoting.articles.sayings import is_saying

_WORD = re.compile(r"[^\W\d_]+")
# «Мы идём, — сказал он, — на море», «Idziemy! – zawołał. – Szybko»
_BETWEEN_DASHES = re.compile(r"[,.!?…]?\s[—–-]\s(?P<said>[^—–\n«»„“”]{2,120}?)[,.:]\s?[—–-]\s")
# « Nous irons, a déclaré Ilse Harrow, à la mer », « Nous irons, dit-elle, à la mer »
_BETWEEN_COMMAS = re.compile(
    r",\s(?P<said>(?:(?:a|ont|avait|avaient)\b[^\W\d_’'-]*(?:-t-(?:il|elle|on))?\s)?[^\W\d_][^,\n«»“”]{1,100}),\s"
)
_DASHED = ("ru", "uk", "be", "bg", "sr", "pl", "cs", "sk")


def split_incises(text: str, part: Span, language: str | None) -> Iterator[Span]:
    """Yield the stretches of what stands in marks that are quoted, without the clauses inside that say who said it."""
    tag = (language or "").lower()[:2]
    pattern = _BETWEEN_COMMAS if tag == "fr" else _BETWEEN_DASHES if tag in _DASHED else None
    at, end = part
    if pattern is not None:
        for match in pattern.finditer(text, at, end):
            if _says(match["said"], tag):
                yield at, match.start()
                at = match.end()
    yield at, end


def _says(clause: str, language: str) -> bool:
    """Whether a clause begins with a word of saying, as these languages set it, behind no more than an auxiliary."""
    words = _WORD.findall(clause)
    first = 2 if language == "fr" and words and words[0] in ("a", "ont", "avait", "avaient") else 1
    if first == 2 and len(words) > 2 and words[1] == "t":
        first = 4
    return any(is_saying(word, language) for word in words[first - 1 : first])
