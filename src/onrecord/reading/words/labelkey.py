"""The key by which two printings are one label; apart from what labels mean, which takes long to load."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from onrecord.text import compile_late

# Points, vowel signs and stops of syllables, which are parts of words and no letters to a pattern: of Hebrew, Arabic, the scripts of
# India from Nagari to Malayalam and Sinhala, of Thai, Lao, Burmese and Khmer.
SIGNS = (
    "\u0300-\u036f\u0591-\u05bd\u05c1\u05c2\u05c4\u05c5\u064b-\u065f\u0670\u06d6-\u06dc"
    + "".join(f"{chr(first)}-{chr(first + 3)}{chr(first + 0x3C)}{chr(first + 0x3E)}-{chr(first + 0x57)}{chr(first + 0x62)}{chr(first + 0x63)}"
              for first in range(0x900, 0xE00, 0x80))
    + "\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3\u200c\u200d"
)  # fmt: skip
_WORD = compile_late(rf"(?:\w|[{SIGNS}])+")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_SPACED_OUT = re.compile(r"\s*[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff]){1,3}\s*")

# "Ｑ", "問１": letters and figures as wide as the characters beside them
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")

# A German short form of an office, of a woman who holds it: "SRS'in Harrow", "BK'in Verne".
_GENDERED = re.compile(r"(?<=[A-Z])['’´](?:in|IN)(?=\s)")


@lru_cache(8192)
def label_key(text: str) -> str:
    """Return a label's words in lower case joined by "_", brackets and marks aside: equal keys are one label."""
    bare = _BRACKETS.sub(" ", text) if "(" in text or "[" in text else text
    if "in " in bare or "IN " in bare:
        bare = _GENDERED.sub("in", bare)
    if _SPACED_OUT.fullmatch(bare):
        bare = "".join(bare.split())  # "(記 者)": a word of two characters, spaced out to the width of others
    if _WIDE.search(bare):
        bare = normalize("NFKC", bare)
    # The dotted capital I is two characters in lower case; vowel signs are parts of their words.
    return "_".join(_WORD.findall(bare.replace("İ", "i").lower()))
