"""The name behind a short label, as the page itself prints it elsewhere: "MR. HARROW" is "Bel Harrow" of its lead-in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property, partial

from onrecord.reading.words.posts import HONORIFICS, PARTICLES, POST_WORDS
from onrecord.reading.words.postwords import is_office_word

_PART = re.compile(r"[^\W\d_]+")
_SMALL_WORD = re.compile(r"\b[^\W\d_A-Z][\w'’-]*")
_RUN = re.compile(r"[\w'’-]+")
# "Vragen Verne", as a question hour heads the turn of a member
_QUESTIONS = frozenset(
    "questions fragen anfragen vragen preguntas perguntas domande interrogazioni pytania pytanie otázky otázka вопросы "
    "питання запитання spørgsmål spørsmål frågor ερωτήσεις sorular întrebări pitanja vprašanja kérdések".split()
)
_NO_NAMES = HONORIFICS | PARTICLES | _QUESTIONS
# What stands before a surname: "Bel ", "Bel M. "
_FIRST = re.compile(r"\b([^\W\d_][\w'’-]+(?: [^\W\d_]\.)?)[^\S\n]+$")
# "STATEMENT OF CORIN PELL, DIRECTOR, …", above what he says
_HEADED = re.compile(
    r"\b(?:(?:STATEMENT|TESTIMONY|ARGUMENT) OF (?:THE )?(?:HON(?:\.|ORABLE) |DR\. |MR\. |MS\. )?|HON\. )([A-Z][A-Z'’-]+(?: [A-Z]\.)?) $"
)
_INITIAL = re.compile(r"[^\W\d_]\.")
_LONGEST_FIRST = 40
_DOTTED, _DOTLESS = "İ", "ı"
_SEVERAL = 5
_SHORT = 3  # letters: "RM" may be an acronym


def _capitalised(part: re.Match[str]) -> str:
    """A word of capitals with its first only."""
    return part[0][:1] + part[0][1:].lower()


def _capitalised_in_turkish(part: re.Match[str]) -> str:
    """A word of capitals with its first only, in a language that has an I with a dot and one without."""
    return part[0][:1] + part[0][1:].replace("İ", "i").replace("I", "ı").lower()


class FullNames:
    """The text of a page, asked for the long form of names."""

    def __init__(self, text: str) -> None:
        self._text = text

    def of(self, name: str) -> str:
        """Return a name with the first name that the text prints before it, and in its letters' usual case.

        Only where one first name stands before it: of two the surname alone is kept. The text names the person; that the
        label means the same one is what a reader of the page would take it for.
        """
        words = name.split()
        if len(words) == 1 and name[0].lower() == name[0].upper():
            return self._before_post(name)
        printed = {word: list(self._printed(word)) for word in words}
        if len(words) == 1 and (first := self._first_name(printed[name])):
            return f"{first} {self._in_usual_case(name, printed[name], alone=False)}"
        if len(words) == 2 and _INITIAL.fullmatch(words[0]):
            first = self._first_name(printed[words[1]])
            if first and first[0].upper() == words[0][0].upper():
                return f"{first} {self._in_usual_case(words[1], printed[words[1]], alone=False)}"
        return " ".join(self._in_usual_case(word, printed[word], alone=len(words) == 1) for word in words)

    def _before_post(self, name: str) -> str:
        """A name in a script without capitals, with the one first name that the text prints before it where a post follows: "سهراب ورنا، وزیر بنادر"."""
        found = re.findall(rf"(?<!\w)([^\W\d_]{{2,}}) {re.escape(name)}\s?[،,]\s([^\W\d_]+)", self._text)
        firsts = {first for first, post in found if post in POST_WORDS and first not in _NO_NAMES}
        return f"{firsts.pop()} {name}" if len(firsts) == 1 else name

    @cached_property
    def _plain(self) -> bytes | None:
        """The text in small letters with a "?" for each letter beyond ASCII, which takes a tenth of the time; None where it has capitals that become two."""
        return None if _DOTTED in self._text else self._text.encode("ascii", "replace").lower()

    @cached_property
    def _lower(self) -> str:
        lower = self._text.lower()
        # A few capitals become two characters in lower case ("İ"): then offsets in the two would differ.
        return lower if len(lower) == len(self._text) else self._text

    def _has_small(self, word: str) -> bool:
        """Whether the text sets a word in small letters: looked for where its letters stand, not in the whole text."""
        text, end = self._text, 0
        while (start := text.find(word, end)) >= 0:
            while start > 0 and _RUN.fullmatch(text, start - 1, start):
                start -= 1
            run = _RUN.match(text, start)
            assert run is not None  # the word is one, or part of one
            if word in _SMALL_WORD.findall(text, *run.span()):
                return True
            end = run.end()
        return False

    def _printed(self, word: str) -> Iterator[int]:
        """Where the text prints a word, in whatever case."""
        wanted, at = word.lower(), -1
        find: Callable[[int], int]
        if wanted.isascii() and self._plain is not None:
            find = partial(self._plain.find, wanted.encode())
        else:
            find = partial(self._lower.find, wanted)
        while (at := find(at + 1)) >= 0:
            end = at + len(word)
            if not self._text[at - 1 : at].isalnum() and not self._text[end : end + 1].isalnum():
                yield at

    def _first_name(self, places: list[int]) -> str | None:
        found: Counter[str] = Counter()
        for at in places:
            above = self._text[max(0, at - _LONGEST_FIRST) : at]
            before = _FIRST.search(above) if _may_end_in_name(above) else None
            if ("OF " in above or "HON. " in above) and (heading := _HEADED.search(above)):
                found[heading[1].title()] += 1
            elif before and self._text[at].isupper() and self._is_first_name(before[1].split()[0]):
                found[" ".join(before[1].split())] += 1
        one_name = len({first.split()[0] for first in found}) == 1
        return found.most_common(1)[0][0] if one_name else None

    def _is_first_name(self, word: str) -> bool:
        """A word in mixed case, no title, that the text never sets in small letters, as it does those that open sentences."""
        lower = word.lower()
        # "Senators Pell, Quist", in a list of those present
        listed = lower.endswith("s") and is_office_word(lower[:-1])
        if not word[0].isupper() or word.isupper() or lower in _NO_NAMES or is_office_word(word) or listed:
            return False
        return not self._has_small(lower)

    def _in_usual_case(self, word: str, places: list[int], *, alone: bool) -> str:
        if not word.isupper():
            return word
        printed = [self._text[at : at + len(word)] for at in places]
        mixed = [one for one in printed if not one.isupper() and one[0].isupper()]
        if mixed:
            return Counter(mixed).most_common(1)[0][0]
        if alone and len(word) <= _SHORT:
            return word
        return _PART.sub(
            _capitalised_in_turkish if _DOTTED in word or self._is_dotless else _capitalised, word
        )

    @cached_property
    def _is_dotless(self) -> bool:
        """Whether the text is in a language that has an I without a dot in small letters, too: several words hold it."""
        return self._text.count(_DOTLESS) >= _SEVERAL


def _may_end_in_name(text: str) -> bool:
    """Whether a word, or an initial, and a blank end a text, as a pattern tells it in five times the time: "MR. " has none."""
    bare = text.rstrip()
    blank = text[len(bare) :]
    if not bare or not blank or "\n" in blank[:-1] or blank == "\n":
        return False
    if bare[-1] == ".":
        return bare[-3:-2] == " " and bare[-2].isalpha()
    return bare[-1].isalnum() or bare[-1] in "_'’-"
