"""Text directives: how a link names words of a page, and which words a browser takes them for.

After the text fragments of the Web platform (wicg.github.io/scroll-to-text-fragment): a term never reaches over the border
of a block, begins and ends at borders of words, and is compared whatever its case and accents.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from urllib.parse import quote, unquote

from onrecord.model import Span
from onrecord.text import match_form

MOST_EXACT = 80
"""Longer quotations are named by their first and last words."""

_FIRST_WORDS = (4, 7, 12, 24)
_CONTEXT_WORDS = (3, 6, 12, 40)
_LONGEST_WORD = 60
_MOST_WHOLE = 300
_CUT = 40
_MOST_PLACES = 1_000

# Blocks, lines and cells end so in a page's text.
_BORDER = re.compile(r"[\n\t]")
_COLLAPSING = " \n\t\r\f"
# Between two letters or digits they belong to the word: "don't", "3.5", "snake_case".
_AMID = frozenset("'’.,:;·_‧․﹒＇．＿‿⁀")
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
# "\u00ad", " \u200b\n", "\t": what is folded or left out; one space or line end stays as it is.
_GAP = re.compile(f"[{_COLLAPSING}{_UNSEEN}]{{2,}}|[\t\r\f{_UNSEEN}]")
_SPACE = re.compile(f"[{_COLLAPSING}]")
# "caf", "é": what is compared in small letters as it is, and what letter by letter.
_OF_ASCII = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]")
_QUOTES = str.maketrans("‘’‚‛“”„‟«»״׳", '\'\'\'\'"""""""\'')


class Directive(NamedTuple):
    """What a text directive names: words, or all from `start` to `end`; with what stands right before and behind."""

    start: str
    end: str | None = None
    prefix: str | None = None
    suffix: str | None = None

    def encoded(self) -> str:
        """Return it as it stands behind "#:~:text="."""
        terms = (
            f"{_encoded(self.prefix)}-" if self.prefix else None,
            _encoded(self.start),
            _encoded(self.end) if self.end else None,
            f"-{_encoded(self.suffix)}" if self.suffix else None,
        )
        return ",".join(term for term in terms if term)


class Folded(NamedTuple):
    """A text as browsers compare it: spaces folded, borders as line ends; `origins` are the offsets of its characters."""

    text: str
    origins: tuple[int, ...]


def _encoded(term: str) -> str:
    # A hyphen would be taken for the mark of a prefix; "." and "~" are left in by `quote`, and end sentences elsewhere.
    encoded = quote(term.encode("utf-8", "replace"), safe="")
    return encoded.replace("-", "%2D").replace(".", "%2E").replace("~", "%7E").replace("_", "%5F")


def parse_directive(encoded: str) -> Directive | None:
    """Return what stands behind "text=" in a fragment directive; None where it names nothing."""
    terms = encoded.split(",")
    prefix = unquote(terms.pop(0)[:-1]) if terms[0].endswith("-") else None
    suffix = unquote(terms.pop()[1:]) if terms and terms[-1].startswith("-") else None
    if len(terms) not in (1, 2) or not all(terms):
        return None
    start, *ends = map(unquote, terms)
    return Directive(start, ends[0] if ends else None, prefix or None, suffix or None)


def find_directive(text: str, directive: Directive) -> list[Span]:
    """Return the stretches of a page's text that a directive may name, in order; a browser takes the first."""
    folded = _folded(text)
    return [
        (folded.origins[start], folded.origins[end - 1] + 1)
        for start, end in _matches(folded.text, directive)
    ]


class Named(NamedTuple):
    """How words of a page are named: `alone`, with `directive` no others are; `first`, with that others are, but behind them."""

    directive: Directive
    alone: bool
    first: Directive | None

    @property
    def found(self) -> Directive | None:
        """Return the directive by which a browser finds these words; None where it would find others."""
        return self.directive if self.alone else self.first


def make_directive(text: str, span: Span) -> Named | None:
    """Return the directive that names the words at the span of a page's text; None where there is no word.

    What stands word for word in several places with the same words around it cannot be named alone. Where an edge of the
    span is amid a word, the whole word is named; what goes on without a mark for more than 60 letters is cut, and no browser
    finds it.
    """
    folded = _folded(text)
    wanted = _at_words(folded, span)
    if wanted is None:
        return None
    first, directive = None, Directive("")
    is_whole = not any(_cuts(folded.text, edge) for edge in wanted)
    for start, end in _named(folded.text, wanted):
        for prefix, suffix in _contexts(folded.text, wanted):
            directive = Directive(start, end, prefix, suffix)
            places = list(islice(_matches(folded.text, directive), 2))
            if places == [wanted]:
                return Named(directive, alone=is_whole, first=directive if is_whole else None)
            if first is None and is_whole and places[:1] == [wanted]:
                first = directive
    if not directive.start:  # one word without an end: named by its letters, for ourselves alone
        whole = folded.text[wanted[0] : wanted[1]].strip()
        directive = Directive(whole[:_CUT].split("\n")[0], whole[-_CUT:].split("\n")[-1])
    return Named(directive, alone=False, first=first)


@lru_cache(4)
def _folded(text: str) -> Folded:
    pieces: list[str] = []
    origins: list[int] = []
    done = 0
    for gap in _GAP.finditer(text):
        at, end = gap.span()
        pieces.append(text[done:at])
        origins += range(done, at)
        done = end
        # A no-break space is one more letter to a browser, beside whatever spaces it stands.
        space = _SPACE.search(gap[0])
        if space is not None:
            pieces.append("\n" if _BORDER.search(gap[0]) else " ")
            origins.append(at + space.start())
    return Folded("".join([*pieces, text[done:]]), (*origins, *range(done, len(text))))


@lru_cache(8)
def _compared(text: str) -> tuple[str, Sequence[int]]:
    """Return a text without case, accents and kinds of quotation marks, and where each of its characters comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters: list[str] = []
    origins: list[int] = []
    for run in _OF_ASCII.finditer(text):
        at, end = run.span()
        if run[0].isascii():
            letters.append(run[0].lower())
            origins += range(at, end)
            continue
        for each in unicodedata.normalize("NFKD", run[0].translate(_QUOTES)).casefold():
            if not unicodedata.combining(each):
                letters.append(each)
                origins.append(at)
    return "".join(letters), origins


def _matches(text: str, directive: Directive) -> Iterator[Span]:
    """Yield the stretches that a directive names, those first that a browser would find first."""
    compared, origins = _compared(text)
    terms = [_term(term) for term in (directive.prefix, directive.start, directive.end, directive.suffix)]
    prefix, start, end, suffix = terms
    if not start:
        return
    at = compared.find(prefix or start)
    while at >= 0:
        begin = _skipped(compared, at + len(prefix)) if prefix else at
        if compared.startswith(start, begin):
            stop = _end_of(compared, begin + len(start), end, suffix)
            if stop is not None:
                yield origins[begin], _origin_end(origins, stop, len(text))
        at = compared.find(prefix or start, at + 1)


def _origin_end(origins: Sequence[int], stop: int, most: int) -> int:
    # What was left out behind a letter, as an accent, belongs to it.
    return max(origins[stop - 1] + 1, origins[stop] if stop < len(origins) else most)


def _end_of(compared: str, at: int, end: str, suffix: str) -> int | None:
    """Return where the stretch ends that begins with a term that ends at `at`; None where what must follow does not."""
    stop = at
    if end:
        stop = compared.find(end, at)
        while stop >= 0 and not _followed(compared, stop + len(end), suffix):
            stop = compared.find(end, stop + 1)
        return stop + len(end) if stop >= 0 else None
    return stop if _followed(compared, stop, suffix) else None


def _followed(compared: str, at: int, suffix: str) -> bool:
    return not suffix or compared.startswith(suffix, _skipped(compared, at))


def _skipped(compared: str, at: int) -> int:
    while at < len(compared) and compared[at].isspace():
        at += 1
    return at


def _term(term: str | None) -> str:
    return _compared(_folded(term).text.strip())[0] if term else ""


def _at_words(folded: Folded, span: Span) -> Span | None:
    """Return the span in the folded text, without spaces at its ends, as far as the words reach that it cuts."""
    start, end = bisect_left(folded.origins, span[0]), bisect_left(folded.origins, span[1])
    if not match_form(folded.text[start:end]).words:
        return None
    while folded.text[start].isspace():
        start += 1
    while folded.text[end - 1].isspace():
        end -= 1
    return _word_start(folded.text, start), _word_end(folded.text, end)


def _word_start(text: str, at: int) -> int:
    """Return where the word begins that an offset cuts; the offset itself where that is too far to be one."""
    start = at
    while _cuts(text, start) and at - start <= _LONGEST_WORD:
        start -= 1
    return start if at - start <= _LONGEST_WORD else at


def _word_end(text: str, at: int) -> int:
    end = at
    while _cuts(text, end) and end - at <= _LONGEST_WORD:
        end += 1
    return end if end - at <= _LONGEST_WORD else at


def _cuts(text: str, at: int) -> bool:
    """Return whether a word may go on over an offset.

    Where words are not spaced a browser looks them up in a dictionary, which we have not: what stands between two marks is
    taken for one word there.
    """
    if not 0 < at < len(text):
        return False
    before, behind = text[at - 1], text[at]
    if _is_letter(before) and _is_letter(behind):
        return True
    if before in _AMID:
        return at > 1 and _is_letter(text[at - 2]) and _is_letter(behind)
    return behind in _AMID and at + 1 < len(text) and _is_letter(before) and _is_letter(text[at + 1])


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" or character in "\u200c\u200d"


def _named(text: str, wanted: Span) -> Iterator[tuple[str, str | None]]:
    """Yield what may name the words: all of them, or their beginning and end."""
    start, end = wanted
    whole = text[start:end]
    if len(whole) <= MOST_EXACT and "\n" not in whole:
        yield whole, None
        return
    first = text[start : _line_end(text, start, end)]
    last = text[_line_start(text, end, start) : end]
    for words in _FIRST_WORDS:
        head, tail = _first_words(first, words), _last_words(last, words)
        if len(head) + len(tail) > len(whole):
            break
        yield head, tail
    if "\n" not in whole and len(whole) <= _MOST_WHOLE:
        yield whole, None


def _contexts(text: str, wanted: Span) -> Iterator[tuple[str | None, str | None]]:
    """Yield what may stand before and behind the words in a directive: nothing, then ever more."""
    yield None, None
    for words in _CONTEXT_WORDS:
        before, behind = _before(text, wanted[0], words), _behind(text, wanted[1], words)
        yield from ((before, None), (None, behind), (before, behind))


def _before(text: str, at: int, words: int) -> str | None:
    end = at
    while end and text[end - 1].isspace():
        end -= 1
    least = max(0, end - _most_letters(words))
    return _worded(_last_words(text[_line_start(text, end, least) : end], words))


def _behind(text: str, at: int, words: int) -> str | None:
    start = _skipped(text, at)
    most = min(len(text), start + _most_letters(words))
    return _worded(_first_words(text[start : _line_end(text, start, most)], words))


def _most_letters(words: int) -> int:
    # A line may be as long as a page; no more of it is cut into words than so many can need.
    return _LONGEST_WORD * (words + 2)


def _worded(term: str) -> str | None:
    return term if len(term) <= _MOST_WHOLE and match_form(term).words else None


def _line_end(text: str, start: int, most: int) -> int:
    found = text.find("\n", start, most)
    return most if found < 0 else found


def _line_start(text: str, end: int, least: int) -> int:
    return max(text.rfind("\n", least, end) + 1, least)


def _first_words(line: str, words: int) -> str:
    spans = match_form(line).spans
    if len(spans) <= words:
        return line.strip()
    return line[: _word_end(line, spans[words - 1][1])].strip()


def _last_words(line: str, words: int) -> str:
    spans = match_form(line).spans
    if len(spans) <= words:
        return line.strip()
    return line[_word_start(line, spans[-words][0]) :].strip()
