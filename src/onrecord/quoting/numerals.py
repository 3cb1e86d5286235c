"""Numbers as printed: grouped thousands, decimal marks, the signs that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.text import MatchForm, has_digits, plain_figures

_SPACED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?![.,]?\d)")
_MAYBE_SPACED = re.compile(r"\d[ \u00a0\u2009\u202f]\d{3}")
_SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
_SPACES_BEYOND_ASCII = "\u00a0\u2009\u202f"
# The bytes of a text as far as they tell thousands set apart: a figure, a space, what may begin a digit of another script, all else.
_SHAPE = bytes(
    ord("0" if chr(each) in "0123456789" else " " if each == ord(" ") else "?" if each >= 0xD9 and each != 0xE2 else "x")
    for each in range(256)
)  # fmt: skip
CURRENCIES = frozenset("$€£¥₽₹₩₪₴₺")
_SIGNS = frozenset((*CURRENCIES, *"%‰°\u2212"))
# A hyphen or dash is a minus only where it touches the number and nothing before it.
_MINUS = re.compile(r"(?:^|[\s(\[“\"])[-–\u2212]$")
_COMMA_LANGUAGES = "bg ca cs da de el es et fi fr hr hu id it lt lv nb nl no pl pt ro ru sk sl sr sv tr uk"
_COMMA_IS_DECIMAL = frozenset(_COMMA_LANGUAGES.split())
_PERCENT = frozenset(
    ("percent", "prozent", "procent", "pourcent", "percento", "процент", "процента", "процентов")
)
_PER_CENT = frozenset(
    (("per", "cent"), ("pour", "cent"), ("por", "ciento"), ("per", "cento"), ("por", "cento"))
)
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve",
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FIGURES = {word: str(n) for line in _SMALL for n, word in enumerate(line.split())} | {
    word: str(10 * n) for n, word in enumerate(_TENS.split(), 2)
}


def same_figure(said: str, quoted: str) -> bool:
    """Return whether one is the other in figures: "five" and "5", "fifty" and "50"."""
    return quoted in (said, _FIGURES.get(said)) or said == _FIGURES.get(quoted)


def percent_words(words: Sequence[str]) -> int:
    """Return how many of the first match-form words say "percent": 0, 1, or 2 for "per cent"."""
    if not words:
        return 0
    return 1 if words[0] in _PERCENT else 2 * (tuple(words[:2]) in _PER_CENT)


def may_have_thousands(text: str) -> bool:
    """Return whether `join_thousands` may find something in the text; told much quicker than by it."""
    if not has_digits(text):
        return False
    spaced = text
    for space in _SPACES_BEYOND_ASCII:
        spaced = spaced.replace(space, " ")
    shape = spaced.encode("utf-8", "surrogatepass").translate(_SHAPE)
    return b"0 000" in shape or (b"?" in shape and _MAYBE_SPACED.search(text) is not None)


def join_thousands(text: str, form: MatchForm) -> MatchForm:
    """Return the form with numbers whose thousands are set apart by a space ("310 000") as one word."""
    grouped = [match.span() for match in _SPACED.finditer(text)]
    if not grouped:
        return form
    words: list[str] = []
    spans: list[Span] = []
    inside: Span | None = None
    for word, span in zip(form.words, form.spans, strict=True):
        if inside is not None and inside[0] <= span[0] and span[1] <= inside[1]:
            words[-1] += word
            spans[-1] = (spans[-1][0], span[1])
            continue
        words.append(word)
        spans.append(span)
        while grouped and grouped[0][0] < span[0]:
            grouped.pop(0)
        inside = grouped[0] if grouped and grouped[0][0] == span[0] else None
    return MatchForm(tuple(words), tuple(spans))


def same_number(said: str, quoted: str, language: str | None) -> bool:
    """Return whether two printed numbers of equal match form are the same number.

    "1.500" is one and a half in English and fifteen hundred in German; where the language is not known, the English
    reading is taken.
    """
    decimal = "," if language in _COMMA_IS_DECIMAL else "."
    return said == quoted or _value(said, decimal) == _value(quoted, decimal)


def signs_beside(text: str, span: Span) -> frozenset[str]:
    """Return the currency, percent, degree and minus signs that stand beside the number at `span`."""
    before = text[max(0, span[0] - 3) : span[0]]
    after = text[span[1] : span[1] + 2]
    signs = {sign for sign in (before.rstrip()[-1:], after.lstrip()[:1]) if sign and sign in _SIGNS}
    if _MINUS.search(before):
        signs = (signs - {"\u2212"}) | {"-"}
    return frozenset(signs)


def _value(raw: str, decimal: str) -> str:
    bare = _SPACES.sub("", plain_figures(raw))
    marks = [character for character in bare if character in ".,"]
    if not marks:
        return bare
    if len(marks) > 1 and len(set(marks)) == 1:
        return bare.replace(marks[0], "")
    head, _, tail = bare.rpartition(marks[-1])
    may_group = len(tail) == 3 and head[:1] not in ("", "0") and len(head) <= 3
    if len(marks) == 1 and may_group and marks[0] != decimal:
        return head + tail
    return head.replace(".", "").replace(",", "") + "." + tail
