"""Words one slip away from a word: of the pen, or of a machine that read print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.quoting.bits import is_unspaced

_LEAST_LETTERS = 4
_MOST_LETTERS = 20
# What machines take for one another in print, either way.
_MISREAD = (
    ("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("li", "h"), ("l", "1"), ("o", "0"), ("s", "5"), ("i", "1"), ("b", "6"),
    ("g", "9"), ("b", "8"), ("z", "2"), ("q", "9"),
)  # fmt: skip
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "αβγδεζηθικλμνξοπρστυφχψως",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةىؤئأإآ",
    "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
)


def near_words(word: str) -> list[str]:
    """Return the words one letter away from the word, or one misreading; none for short ones, which are like too many."""
    if not _LEAST_LETTERS <= len(word) <= _MOST_LETTERS or word.isdigit() or is_unspaced(word):
        return []
    return [each for each in dict.fromkeys(_variants(word)) if each and each != word]


def _variants(word: str) -> Iterator[str]:
    for first, second in _MISREAD:
        yield from _swapped(word, first, second)
        yield from _swapped(word, second, first)
    alphabet = _alphabet(word)
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield from (word[:at] + letter + word[at + 1 :] for letter in alphabet)
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    for at in range(len(word) + 1):
        yield from (word[:at] + letter + word[at:] for letter in alphabet)


def _swapped(word: str, printed: str, meant: str) -> Iterator[str]:
    at = word.find(printed)
    if at >= 0 and word.count(printed) > 1:
        yield word.replace(printed, meant)
    while at >= 0:
        yield word[:at] + meant + word[at + len(printed) :]
        at = word.find(printed, at + 1)


def _alphabet(word: str) -> Sequence[str]:
    best = max(_ALPHABETS, key=lambda letters: sum(letter in letters for letter in word))
    return best if any(letter in best for letter in word) else ""
