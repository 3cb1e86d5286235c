"""A passage cut out of the source of a page, wherever and however it is written there. Pure."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

MARK = "█████"
"""What stands where a passage was: of one length, so that it does not tell how long that was."""

_TAG = re.compile(r"<[^<>]*>")
# &eacute; &#233; &#xE9; é \n \/ %C3%A9, and any other character as itself
_ESCAPE = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|(?:\\u[0-9a-fA-F]{4})+|\\[nrtbf]|(?:%[0-9A-Fa-f]{2})+"
)
# =C3=A9, and an equals sign at the end of a line, in mail
_QUOTED = re.compile(r"(?:=[0-9A-F]{2})+|=[ \t]*\n")
_ROUNDS = 5
_LEVELS = 2  # "&amp;eacute;": escaped once more, as in a page inside a page
# Scripts that set no spaces: any character may begin or end a passage.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


class _View(NamedTuple):
    """The source as somebody sees it, and for each character where it stands in the source."""

    text: str
    starts: list[int]
    ends: list[int]


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, folded: what is left where spelling and marks do not count."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold()))


def holds_passage(source: str, passage: str) -> bool:
    """Return whether the passage stands in a source: in its text, in its tags, or escaped in a script."""
    return _may_hold(source, letters_of(passage)) and bool(_found(source, passage))


def cut_passage(source: str, passage: str) -> str | None:
    """Return the source with a mark for each time that the passage stood in it; None where it cannot be cut out."""
    for _ in range(_ROUNDS):
        found = _found(source, passage)
        if not found:
            return source
        source = _without(source, found)
    return None if _found(source, passage) else source


def _may_hold(source: str, wanted: str) -> bool:
    """Return False where the letters are surely not there; this takes a hundredth of the time of looking."""
    seen = source
    for _ in range(_LEVELS):
        if wanted in letters_of(_TAG.sub("", seen)) or wanted in letters_of(seen):
            return True
        seen = _ESCAPE.sub(lambda found: _undone(found.group()), seen)
    mail = _QUOTED.sub(lambda found: _unquoted(found.group()), source)
    return any(wanted in letters_of(each) for each in (seen, _TAG.sub("", seen), mail))


def _found(source: str, passage: str) -> list[tuple[int, int]]:
    """Return the stretches of the source that the passage takes; one for each piece between two tags."""
    wanted = letters_of(passage)
    if not _may_hold(source, wanted):
        return []
    plain = _View(source, list(range(len(source))), list(range(1, len(source) + 1)))
    for view in _views(plain):
        found = list(_stretches(view, wanted))
        if found:
            return found
    return []


def _views(plain: _View) -> Iterator[_View]:
    yield _seen(plain, _TAG, lambda tag: "")
    yield plain
    undone = plain
    for _ in range(_LEVELS):
        undone = _seen(undone, _ESCAPE, _undone)
        yield _seen(undone, _TAG, lambda tag: "")
        yield undone
    yield _seen(plain, _QUOTED, _unquoted)


def _seen(view: _View, pattern: re.Pattern[str], read: Callable[[str], str]) -> _View:
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in pattern.finditer(view.text):
        start, end = match.span()
        text.append(view.text[at:start])
        starts += view.starts[at:start]
        ends += view.ends[at:start]
        read_as = read(match.group())
        text.append(read_as)
        starts += [view.starts[start]] * len(read_as)
        ends += [view.ends[end - 1]] * len(read_as)
        at = end
    text.append(view.text[at:])
    return _View("".join(text), starts + view.starts[at:], ends + view.ends[at:])


def _undone(escape: str) -> str:
    if escape.startswith("&"):
        return html.unescape(escape)
    if escape.startswith("%"):
        return unquote(escape)
    if escape.startswith("\\u"):
        units = b"".join(bytes.fromhex(each) for each in escape.split("\\u")[1:])
        return units.decode("utf-16-be", "replace")
    return " "


def _unquoted(escape: str) -> str:
    return "" if escape.endswith("\n") else bytes.fromhex(escape.replace("=", "")).decode("utf-8", "replace")


def _stretches(view: _View, wanted: str) -> Iterator[tuple[int, int]]:
    letters: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(view.text):
        if character.isalnum() or not character.isascii():
            for folded in unicodedata.normalize("NFKD", character).casefold():
                if folded.isalnum():
                    letters.append(folded)
                    origins.append(at)
    joined = "".join(letters)
    place = joined.find(wanted)
    while place >= 0:
        first, last = origins[place], origins[place + len(wanted) - 1]
        if _is_apart(view.text, first - 1, first) and _is_apart(view.text, last, last + 1):
            yield from _pieces(view, first, last)
            place = joined.find(wanted, place + len(wanted))
        else:
            place = joined.find(wanted, place + 1)


def _is_apart(text: str, before: int, behind: int) -> bool:
    """Return whether a word may end between two characters."""
    if before < 0 or behind >= len(text):
        return True
    one, other = text[before], text[behind]
    return not (one.isalnum() and other.isalnum()) or bool(_UNSPACED.match(one) or _UNSPACED.match(other))


def _pieces(view: _View, first: int, last: int) -> Iterator[tuple[int, int]]:
    start, end = view.starts[first], view.ends[first]
    for at in range(first + 1, last + 1):
        if view.starts[at] > end:  # a tag stands between, and stays
            yield start, end
            start = view.starts[at]
        end = max(end, view.ends[at])
    yield start, end


def _without(source: str, found: list[tuple[int, int]]) -> str:
    kept: list[str] = []
    at = 0
    for start, end in sorted(found):
        if start < at:
            continue
        kept.append(source[at:start])
        # Pieces of one passage that tags part are one to who reads: but each is marked, or a link would have no words.
        kept.append(MARK)
        at = end
    return "".join([*kept, source[at:]])
