"""The key by which two printings are one label; apart from what labels mean, which takes long to load."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(
    r"(?:\w|[\u0300-\u036f\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0e31-\u0e3a\u0e47-\u0e4e])+"
)
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")


@lru_cache(8192)
def label_key(text: str) -> str:
    """Return a label's words in lower case joined by "_", brackets and marks aside: equal keys are one label."""
    bare = _BRACKETS.sub(" ", text) if "(" in text or "[" in text else text
    # The dotted capital I is two characters in lower case; vowel signs are parts of their words.
    return "_".join(_WORD.findall(bare.replace("İ", "i").lower()))
