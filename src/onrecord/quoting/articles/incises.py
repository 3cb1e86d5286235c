"""Who says it, told inside the marks: «Мы идём, — сказал он, — на море» · « Nous irons, a-t-il dit, à la mer »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.quoting.articles.sayings import is_saying

_WORD = re.compile(r"[^\W\d_]+")
# «Мы идём, — сказал он, — на море», «Idziemy! – zawołał. – Szybko», «Idziemy – dodał – szybko»
_BETWEEN_DASHES = re.compile(r"[,.!?…]?\s[—–-]\s(?P<said>[^—–\n«»„“”]{2,120}?)(?:[,.:]\s?|\s)[—–-]\s")
# “Iremos —añadió Harrow—, y volveremos”, «Andremo – ha detto Harrow –, e torneremo»
_BETWEEN_RULES = re.compile(r"[,.!?…]?\s[—–]\s?(?P<said>[^—–\n«»„“”]{2,120}?)\s?[—–](?P<mark>[,.;:]?)\s")
# « Nous irons, a déclaré Ilse Harrow, à la mer », « …, a dit mardi Ilse Harrow, ministre de la Mer, à la mer »,
# « Nous irons, a poursuivi M. Harrow. C’est bien. »
_POSTS = r"(?:première? |vice-|ancien(?:ne)? )?(?:ministre|président|porte-parole|chef|direct(?:eur|rice)|secrétaire|maire|député|sénat(?:eur|rice)|ambassad|commissaire|responsable|patron)"
_BETWEEN_COMMAS = re.compile(
    r",\s(?P<said>(?:(?:a|ont|avait|avaient)\b[^\W\d_’'-]*(?:-t-(?:il|elle|on))?\s)?[^\W\d_][^,\n«»“”]{1,100}?)"
    r"(?:(?<!\bM)(?<!\bMM)(?<!\bMe)(?<!\bDr)(?<!\bPr)(?<!\bMgr)(?<!\b[A-Z])\.\s(?=[^\W\d_])"
    rf"|,\s(?:(?:l[ea]\s|l[’'])?{_POSTS}[^,\n«»“”]{{0,80}},\s)?)"
)
# "a-t-il plaisanté", "s’amuse-t-elle": whatever the verb, who says it stands behind it
_INVERTED = re.compile(
    r"(?:(?:a|avait|ont|avaient)-(?:t-)?(?:ils?|elles?|on)\s[^\W\d_]+(?:[éiu]|it|is)(?:\s|$)|(?:s[’'])?[^\W\d_]+-(?:t-)?(?:ils?|elles?)$)"
)
_DASHED = ("ru", "uk", "be", "bg", "sr", "pl", "cs", "sk")
_RULED = ("es", "pt", "ca", "gl", "it", "ro", "hu")
_AUXILIARIES = {
    "fr": frozenset(("a", "ont", "avait", "avaient")),
    "it": frozenset(("ha", "hanno", "aveva")),
    "ro": frozenset(("a", "au")),
    "ca": frozenset(("ha", "va", "han")),
    "es": frozenset(("ha", "han", "había")),
}
_HYPHENED = frozenset("t")


def split_incises(text: str, part: Span, language: str | None) -> Iterator[Span]:
    """Yield the stretches of what stands in marks that are quoted, without the clauses inside that say who said it."""
    tag = (language or "").lower()[:2]
    at, end = part
    if (pattern := _pattern(tag)) is not None:
        for match in pattern.finditer(text, at, end):
            if begins_saying(match["said"], tag):
                yield at, match.start()
                at = match.end()
    yield at, end


def _pattern(tag: str) -> re.Pattern[str] | None:
    if tag == "fr":
        return _BETWEEN_COMMAS
    return _BETWEEN_DASHES if tag in _DASHED else _BETWEEN_RULES if tag in _RULED else None


def begins_saying(clause: str, language: str | None) -> bool:
    """Return whether a clause begins with a word of saying, as these languages set it, behind no more than an auxiliary."""
    tag = (language or "").lower()[:2]
    if tag == "fr" and _INVERTED.match(clause):
        return True
    words = _WORD.findall(clause)
    at = 1 if words and words[0] in _AUXILIARIES.get(tag, ()) else 0
    if at and len(words) > at and words[at] in _HYPHENED:
        at += 2  # "a-t-il déclaré"
    return any(is_saying(word, language) for word in words[at : at + 1])
