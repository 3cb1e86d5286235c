"""Greek in capitals, which are set without accents: "ΣΥΝΕΝΤΕΥΞΗ" is "συνέντευξη"."""

from __future__ import annotations

import re

_PLAIN = dict(zip("άέήίόύώΐΰ", "αεηιουωϊϋ", strict=True))
_ACCENTED = re.compile(f"[{''.join(_PLAIN)}]")
# A class of letters in a pattern, or one letter
_CLASS_OR_LETTER = re.compile(rf"\[[^\]]*\]|{_ACCENTED.pattern}")


def without_accents(word: str) -> str:
    """Return a Greek word as its letters stand in capitals, in small letters."""
    return _ACCENTED.sub(lambda letter: _PLAIN[letter[0]], word)


def accents_left_out(pattern: str) -> str:
    """Return a pattern that reads Greek words with their accents and without."""
    return _CLASS_OR_LETTER.sub(_either, pattern) if _ACCENTED.search(pattern) else pattern


def _either(found: re.Match[str]) -> str:
    if len(found[0]) == 1:
        return f"[{found[0]}{_PLAIN[found[0]]}]"
    return _ACCENTED.sub(lambda letter: f"{letter[0]}{_PLAIN[letter[0]]}", found[0])
