"""The key by which two printings are one label; apart from what labels mean, which takes long to load."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(
    r"(?:\w|[\u0300-\u036f\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0e31-\u0e3a\u0e47-\u0e4e])+"
)
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_SPACED_OUT = re.compile(r"\s*[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff]){1,3}\s*")


@lru_cache(8192)
def label_key(text: str) -> str:
    """Return a label's words in lower case joined by "_", brackets and marks aside: equal keys are one label."""
    bare = _BRACKETS.sub(" ", text) if "(" in text or "[" in text else text
    if _SPACED_OUT.fullmatch(bare):
        bare = "".join(bare.split())  # "(記 者)": a word of two characters, spaced out to the width of others
    # The dotted capital I is two characters in lower case; vowel signs are parts of their words.
    return "_".join(_WORD.findall(bare.replace("İ", "i").lower()))
