"""CSS selectors of source files, matched in a time that grows with the page alone, however the page was made.

A parser that tries every way up a page of elements in each other takes hours for "main div div p". So what stands between
spaces and marks is looked for one by one, and each element is asked once for what stands above or before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_LONGEST = 1000
_MOST_STEPS = 50
# ":has(…)" looks through all that is below, ":nth-child(2)" counts all that is beside: for each element again.
_COSTLY = re.compile(r":(?:has|nth-[a-z-]+|(?:first|last|only)-of-type)\b", re.IGNORECASE)
_STRING = re.compile(r"\"[^\"\\]*\"|'[^'\\]*'")
_COMBINATORS = " >+~"


class _Step(NamedTuple):
    """One element of a chain, and how it stands to the one before: " ", ">", "+", "~"; "" for the first."""

    how: str
    compound: str


def why_refused(selector: str) -> str | None:
    """Return why a selector is not taken, as the end of a sentence; None for one that is."""
    try:
        LexborHTMLParser("").css(selector)
    except (SelectolaxError, ValueError):  # what it raises for anything else, and for lone surrogates
        return "is no CSS selector"
    bare = _STRING.sub("", selector)
    if _COSTLY.search(bare) or len(selector) > _LONGEST:
        return "could take hours on a page made for it (:has, :nth-…, …-of-type, a very long one)"
    chains = _chains(selector)
    if chains is None or sum(map(len, chains)) > _MOST_STEPS:
        return "is not taken: in brackets stand elements one by one, without a space or mark between them"
    return None


def select(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """Return the elements that a selector names, each once; none for one that is refused."""
    if why_refused(selector) is not None:
        return []
    found: dict[int, LexborNode] = {}
    for chain in _chains(selector) or ():
        found |= _follow(tree, chain)
    return list(found.values())


def _follow(tree: LexborHTMLParser, chain: list[_Step]) -> dict[int, LexborNode]:
    found: dict[int, LexborNode] = {}
    for how, compound in chain:
        here = {element.mem_id: element for element in tree.css(compound)}
        if how:
            stands = _STANDS[how](found)
            here = {id_: element for id_, element in here.items() if stands(element)}
        found = here
        if not found:
            break
    return found


def _above(before: dict[int, LexborNode]) -> Callable[[LexborNode], bool]:
    return _reaching(before, lambda element: element.parent)


def _earlier(before: dict[int, LexborNode]) -> Callable[[LexborNode], bool]:
    return _reaching(before, _element_before)


def _reaching(
    before: dict[int, LexborNode], onward: Callable[[LexborNode], LexborNode | None]
) -> Callable[[LexborNode], bool]:
    """Return whether going onward from an element leads to one of those; each element on the way is asked once."""
    known: dict[int, bool] = {}

    def leads(element: LexborNode) -> bool:
        passed: list[int] = []
        at: LexborNode | None = element
        answer = False
        while at is not None:
            if (told := known.get(at.mem_id)) is not None:
                answer = told
                break
            passed.append(at.mem_id)
            at = onward(at)
            if at is not None and at.mem_id in before:
                answer = True
                break
        known.update(dict.fromkeys(passed, answer))
        return answer

    return leads


def _child(before: dict[int, LexborNode]) -> Callable[[LexborNode], bool]:
    return lambda element: element.parent is not None and element.parent.mem_id in before


def _next(before: dict[int, LexborNode]) -> Callable[[LexborNode], bool]:
    def stands(element: LexborNode) -> bool:
        neighbour = _element_before(element)
        return neighbour is not None and neighbour.mem_id in before

    return stands


def _element_before(element: LexborNode) -> LexborNode | None:
    at = element.prev
    while at is not None and not at.is_element_node:
        at = at.prev
    return at


_STANDS = {" ": _above, ">": _child, "+": _next, "~": _earlier}


def _chains(selector: str) -> list[list[_Step]] | None:
    """Return the chains of a selector, of which commas part it; None where brackets hold more than elements one by one."""
    chains: list[list[_Step]] = []
    for part in _split(selector, ","):
        steps: list[_Step] = []
        how = ""
        for piece in _pieces(part):
            if piece in _COMBINATORS:
                how = piece if piece != " " or not how else how
                continue
            if not _is_simple(piece):
                return None
            steps.append(_Step(how or (" " if steps else ""), piece))
            how = ""
        if not steps:
            return None
        chains.append(steps)
    return chains


def _pieces(part: str) -> list[str]:
    """Return elements and what stands between them: "main > p .a" is "main", ">", "p", " ", ".a"."""
    pieces: list[str] = []
    current, depth, quote = "", 0, ""
    for at, character in enumerate(part.strip()):
        escaped = at > 0 and part.strip()[at - 1] == "\\"
        if quote:
            quote = "" if character == quote and not escaped else quote
        elif character in "\"'" and not escaped:
            quote = character
        elif character in "([" and not escaped:
            depth += 1
        elif character in ")]" and not escaped:
            depth -= 1
        elif depth == 0 and not escaped and (character in _COMBINATORS or character.isspace()):
            if current:
                pieces.append(current)
                current = ""
            pieces.append(" " if character.isspace() else character)
            continue
        current += character
    return [*pieces, current] if current else pieces


def _split(text: str, mark: str) -> list[str]:
    """Return the text parted at a mark, where that stands in no brackets and no quotation marks."""
    parts, depth, quote = [""], 0, ""
    for character in text:
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
        elif character == mark and depth == 0:
            parts.append("")
            continue
        parts[-1] += character
    return parts


def _is_simple(compound: str) -> bool:
    """Return whether what stands in the brackets of a piece are elements one by one: ".a:not(.b, p)"."""
    for inside in re.findall(r"\(([^()]*)\)", _STRING.sub("", compound)):
        if any(len(_pieces(each)) > 1 for each in _split(inside, ",")):
            return False
    return _STRING.sub("", compound).count("(") <= _MOST_STEPS
