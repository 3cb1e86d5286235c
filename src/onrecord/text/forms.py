"""The two forms of a text: the version form tells versions apart, the match form finds quotations and answers search."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.model import Span
from onrecord.text.late import compile_late


class VersionForm(NamedTuple):
    """A text with its spacing folded; `origins[i]` is the offset in the original of character `i`."""

    text: str
    origins: tuple[int, ...]


class MatchForm(NamedTuple):
    """The words of a text, and the span of each in the original."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]


# Zero-width characters that typesetting leaves in a page and no reader sees: soft hyphen, zero-width space and
# joiners between letters of scripts that do not need them, the word joiner, the byte order mark.
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"

_UNSEEN = dict.fromkeys(map(ord, _INVISIBLE))

# Scripts written without spaces: each character stands for a word, so that a phrase can be found inside a sentence.
_UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Myanmar
    "\u1780-\u17ff"  # Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"  # marks that repeat or close what stands before them, kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han
    "\U00020000-\U0003134f"
)
# An apostrophe or hyphen between letters belongs to the word ("don't", "one-on-one" is three words: a hyphen is often
# set or left out by editors, an apostrophe carries meaning); a point or comma between digits belongs to the number.
# What is written above, below or behind a letter and is of its word: accents, points, vowel signs of the scripts of India
# and its neighbours, where what stands for no sound (danda) is left out.
_SIGNS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u0898-\u089f\u08ca-\u0963\u0971-\u0df3"
    "\u0f35\u0f37\u0f39\u0f3e\u0f3f\u0f71-\u0f84\u0f86\u0f87\u0f8d-\u0fbc\u135d-\u135f\u1712-\u1715\u1732-\u1734\u18a9\u1920-\u193b"
    "\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1b04\u1b34-\u1b44\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad\u1be6-\u1bf3\u1c24-\u1c37\u1cd0-\u1cf9"
    "\u1dc0-\u1dff\ua802\ua806\ua80b\ua823-\ua827\ua880\ua881\ua8b4-\ua8c5\ua926-\ua92d\ua947-\ua953\ua980-\ua983\ua9b3-\ua9c0"
    "\uaa29-\uaa36\uaa43\uaa4c\uaa4d\uaaeb-\uaaef\uaaf5\uaaf6\uabe3-\uabed"
)
# Letters that print sets with their sign or without it, as it likes: "ещё" and "еще", "أن" and "ان".
_PLAIN_LETTERS = str.maketrans({"ё": "е", **dict.fromkeys("أإآٱ", "ا")})
# Signs that writers of Arabic and Hebrew may set or leave out: no other word is written without them.
_POINTS = re.compile("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_WORD = compile_late(
    r"\d+(?:[.,\u066b\u066c]\d+)*"
    rf"|[{_UNSPACED}][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b6-\u17d3]*"
    rf"|[^\W\d{_UNSPACED}](?:[^\W{_UNSPACED}]|[{_SIGNS}]"
    rf"|[{_INVISIBLE}]|['’ʼ](?=[^\W\d_]))*"
)
_UNSPACED_RUNS = compile_late(f"[{_UNSPACED}]+")
_IS_UNSPACED = compile_late(f"[{_UNSPACED}]")
# The words of a text that has been made plain, found in a third of the time.
_PLAIN_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[a-z][a-z0-9]*(?:'[a-z][a-z0-9]*)*")
_PRINTED_MARKS = "“”‘…–—\u00a0"
# A plain text is cut at all that is in no word; cutting by a pattern takes four times as long.
# Between texts that are cut together stands what no page prints.
_BORDER = "\x1e"
_LETTERS = b"abcdefghijklmnopqrstuvwxyz0123456789'\x1e"
_CUT = bytes(each if each in _LETTERS else ord(" ") for each in range(256))
_CUT_BUT_NUMBERS = bytes(each if each in _LETTERS + b".," else ord(" ") for each in range(256))
# What is between cuts is one word but where it has one of these shapes: "20th", "'tis", "1.5", "u.s.".
_SHAPE = bytes(
    ord(
        "0"
        if each in b"0123456789"
        else "a"
        if each in _LETTERS[:26]
        else " "
        if chr(each) == _BORDER
        else chr(each)
    )
    for each in range(128)
) + bytes(128)
_ODD_LETTERS = (b"' ", b" '", b"''")
_ODD = (*_ODD_LETTERS, b".", b",", b"0a", b"0'", b"'0")
# In UTF-8 what begins no character that is a digit, in whatever script: the digits beyond ASCII come behind U+0660.
_NO_DIGITS = bytes(
    each for each in range(256) if not (ord("0") <= each <= ord("9") or (each >= 0xD9 and each != 0xE2))
)
# What no word goes on over.
_PARTS = re.compile(r"[\s()\[\]（）]")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", **dict.fromkeys(_INVISIBLE)})
# A comma or point that groups thousands: 310,000 and 310 000 are quoted as 310000.
_GROUPING = re.compile(r"(?<=\d)[,.](?=\d{3}(?:\D|$))")


def version_form(text: str) -> VersionForm:
    """Return the text with each run of spacing folded to one space and none at the ends; nothing else changes."""
    characters: list[str] = []
    origins: list[int] = []
    pending = -1
    for offset, character in enumerate(text):
        if character.isspace():
            if characters and pending < 0:
                pending = offset
            continue
        if character in _INVISIBLE:
            continue
        if pending >= 0:
            characters.append(" ")
            origins.append(pending)
            pending = -1
        characters.append(character)
        origins.append(offset)
    return VersionForm("".join(characters), tuple(origins))


def version_text(text: str) -> str:
    """Return the text of the version form alone, in a fiftieth of the time."""
    if any(mark in text for mark in _INVISIBLE):
        text = text.translate(_UNSEEN)
    return " ".join(text.split())


def version_digest(lines: Iterable[str]) -> str:
    """Return the SHA-256 of the version forms of the lines, in order, as "sha256:…"."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(version_text(line).encode("utf-8", "surrogatepass"))
        digest.update(b"\n")
    return f"sha256:{digest.hexdigest()}"


def match_form(text: str, leave_out: Iterable[Span] = ()) -> MatchForm:
    """Return the words of the text alone: case, typography and marks aside, without the stretches in `leave_out`.

    A word is compatibility-normalised (NFKC) and case-folded, figures are those of ASCII in whatever script they are printed, and ё and the
    signs of an Arabic alif, which print sets or leaves out, are left out. Spans are offsets in the text as given.
    """
    plain, gaps = _plain(text), sorted(leave_out)
    if plain is None:
        found = [(word, match.span()) for match in _WORD.finditer(text) if (word := fold_word(match[0]))]
    elif has_digits(plain) and _GROUPING.search(plain):
        found = [(fold_word(match[0]), match.span()) for match in _PLAIN_WORD.finditer(plain)]
    else:
        words = _plain_words(plain)
        spans = _spans_of(words, plain)
        if not gaps:
            return MatchForm(tuple(words), spans)
        found = list(zip(words, spans, strict=True))
    if gaps:
        found = _outside(found, gaps)
    return MatchForm(tuple([word for word, _ in found]), tuple([span for _, span in found]))


def is_unspaced(word: str) -> bool:
    """Return whether a word is of a script written without spaces, where each character stands for one."""
    return _IS_UNSPACED.match(word) is not None


def count_words(text: str) -> int:
    """Return how many words a text has, as near as spaces tell: where a script sets none, two characters are taken for one."""
    unspaced = 0 if text.isascii() else sum(map(len, _UNSPACED_RUNS.findall(text)))
    return len(text.split()) + unspaced // 2


def match_words(text: str, leave_out: Sequence[Span] = ()) -> tuple[str, ...]:
    """Return the words of the match form alone, in half the time: where they stand is not noted."""
    if leave_out:
        if parts_words(text, leave_out):
            return match_form(text, leave_out).words
        text = _without(text, leave_out)
    if (plain := _plain(text)) is not None:
        return tuple(_plain_words(plain))
    return tuple([word for printed in _WORD.findall(text) if (word := fold_word(printed))])


def parts_words(text: str, gaps: Iterable[Span]) -> bool:
    """Return whether a stretch of the text that is left out may begin or end within a word."""
    return any(_cuts_word(text, edge) for gap in gaps for edge in gap)


def match_words_of_each(texts: Sequence[str]) -> Sequence[Sequence[str]]:
    """Return the words of the match form of each text, as `match_words` does: several short ones are cut at once, in half the time."""
    plain = _plain(_BORDER.join(texts)) if len(texts) > 1 else None
    if plain is None or plain.count(_BORDER) >= len(texts):
        return [match_words(text) for text in texts]
    return _words_of_plain(plain)


def spans_of(words: Sequence[str], text: str) -> tuple[Span, ...] | None:
    """Return where the words stand in the text, which are all of its match form; None where `match_form` has to be asked.

    So it has for texts in other letters, and where a number is printed with its thousands set apart.
    """
    plain = _plain(text)
    if plain is None or (has_digits(plain) and _GROUPING.search(plain)):
        return None
    return _spans_of(words, plain)


def has_digits(text: str) -> bool:
    """Return whether there may be a digit in the text, in any script; without one, no pattern has to look for numbers."""
    return bool(text.encode("utf-8", "surrogatepass").translate(None, _NO_DIGITS))


def _spans_of(words: Sequence[str], plain: str) -> tuple[Span, ...]:
    """Return where the words of a plain text stand in it, of which each is printed as it is: between two there is no letter or digit."""
    spans, at, find = [], 0, plain.find
    for word in words:
        start = find(word, at)
        at = start + len(word)
        spans.append((start, at))
    return tuple(spans)


def _plain_words(plain: str) -> list[str]:
    """Return the words of a text that has been made plain."""
    return _words_of_plain(plain.replace(_BORDER, " "))[0]


def _words_of_plain(plain: str) -> list[list[str]]:
    """Return the words of each stretch, between borders, of a text that has been made plain."""
    printed = b"%b " % plain.encode("ascii")
    if numbers := has_digits(plain):
        # A mark between two digits is theirs, as in 1,500; before a space it is none.
        printed = (
            printed.translate(_CUT_BUT_NUMBERS)
            .replace(b", ", b"  ")
            .replace(b". ", b"  ")
            .replace(b".\x1e", b" \x1e")
        )
    else:
        printed = printed.translate(_CUT)
    each = [stretch.split() for stretch in printed.decode("ascii").split(_BORDER)]
    if _may_be_odd(printed, numbers=numbers):
        for words in each:
            letters = bytes(map(str.isalpha, words))
            at = letters.rfind(0)
            while at >= 0:
                if (cut := _cut_odd(words[at])) is not None:
                    words[at : at + 1] = cut
                at = letters.rfind(0, 0, at)
    return each


def _may_be_odd(printed: bytes, *, numbers: bool) -> bool:
    """Return whether something between two cuts may be other than one word as it is printed."""
    if not numbers and b"'" not in printed:
        return False
    shape = b" %b" % printed.translate(_SHAPE)
    for odd in _ODD if numbers else _ODD_LETTERS:  # noqa: SIM110 - a generator takes twice as long
        if odd in shape:
            return True
    return False


@lru_cache(65_536)
def _cut_odd(printed: str) -> tuple[str, ...] | None:
    """Return the words of what stands between two cuts of a plain text; None where it is one word as it is printed, as "don't"."""
    words = tuple(map(fold_word, _PLAIN_WORD.findall(printed)))
    return None if words == (printed,) else words


def _plain(text: str) -> str | None:
    """Return the text in lower case and ASCII, each word at its place; None where it has letters or signs beyond that."""
    if not text.isascii():
        text = text.replace("’", "'")
        for mark in _PRINTED_MARKS:
            text = text.replace(mark, " ")
    return text.lower() if text.isascii() and "_" not in text else None


def _cuts_word(text: str, edge: int) -> bool:
    """Whether a stretch that ends or begins here may part a word: what is left out is in brackets or lines, nearly always."""
    return 0 < edge < len(text) and not _PARTS.search(text, edge - 1, edge + 1)


def _without(text: str, gaps: Iterable[Span]) -> str:
    pieces, at = [], 0
    for start, end in sorted(gaps):
        pieces.append(text[at:start])
        at = max(at, end)
    return " ".join([*pieces, text[at:]])


def _outside(found: list[tuple[str, Span]], gaps: list[Span]) -> list[tuple[str, Span]]:
    """The words that no gap touches; both stand in their order."""
    kept: list[tuple[str, Span]] = []
    at = 0
    for start, end in gaps:
        first = bisect_right(found, start, at, key=_end)
        kept += found[at:first]
        at = max(first, bisect_left(found, end, first, key=_start))
    return kept + found[at:]


def _start(found: tuple[str, Span]) -> int:
    return found[1][0]


def _end(found: tuple[str, Span]) -> int:
    return found[1][1]


def plain_figures(number: str) -> str:
    """Return a number in the figures of another script ("٢١٢", "२१२") in those of ASCII, its Arabic marks as point and comma."""
    if number.isascii():
        return number
    plain = (str(unicodedata.decimal(each)) if each.isdecimal() else each for each in number)
    return "".join(plain).replace("\u066b", ".").replace("\u066c", ",")


# A text has its words again and again.
@lru_cache(65_536)
def fold_word(word: str) -> str:
    """Return a printed word as the match form has it; empty where nothing of it is left."""
    if word.isascii():
        folded = word.lower()
    else:
        folded = (
            unicodedata.normalize("NFKC", word.translate(_APOSTROPHES)).casefold().translate(_APOSTROPHES)
        )
        folded = (_POINTS.sub("", folded) or folded).translate(_PLAIN_LETTERS)
        if not folded.isascii() and any(map(str.isdecimal, folded)):
            folded = plain_figures(folded)
    if folded[:1].isdigit():
        return _GROUPING.sub("", folded)
    return folded.strip("'_")
