"""An HTML page parsed: its tree, what its head says, which classes it sets in bold; and nothing that costs too much."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.reading.page.blocks import Head
from onrecord.reading.page.selectors import select

_SPACES = re.compile(r"[ \t\n\r\f]+")
# Matched against a style in lower case: a pattern that ignores case cannot be searched for by its first letters.
# "font: 12px 'Arial'": style, weight and size in one, each that is not told as usual
_WHOLE_FONT = re.compile(r"(?<![\w-])font\s*:")
_BOLD_STYLE = re.compile(r"font(?:-weight\s*:\s*|\s*:[^;{}]{0,40}?(?<![\w-]))(?:bold|bolder|[6-9]00)\b")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
# ".question { font-weight: bold }" in a page's own style sheet
_LONGEST_SELECTOR = 2_000
_CLASS_SELECTOR = re.compile(r"^(?:\w+)?\.([\w-]+)$")
# What tells of the page and its type: a tree is gone through once for all of them.
_TELLING = 'title, link[rel="canonical"], link[rel="alternate"][hreflang], a[hreflang], meta, script[type="application/ld+json"], style'
_DEEPEST = 2_000
_MOST_ALTERNATES = 100
_MANY_TAGS = 10_000
_LONGEST_TAG = 64_000
_LONG_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)[^<>]{64000,}>")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
# These do inside the element they belong to, and nest outside it.
_DEEPEST_OF = dict.fromkeys(("optgroup", "rt", "rp"), 10_000)
# The parser goes through all options of a select for each one more.
_MOST_OPTIONS = 20_000
# Elements that end without a closing tag (HTML Living Standard, 13.1.2.4) or have none.
_CLOSES_ITSELF = frozenset(
    "p li dt dd tr td th thead tbody tfoot option colgroup br hr img input meta link area base col embed "
    "source track wbr param".split()
)


class Markup(NamedTuple):
    """A page's tree, its head, and the classes that its own style sheets set in bold."""

    tree: LexborHTMLParser
    head: Head
    bold_classes: frozenset[str]
    plain_classes: frozenset[str]
    """Those that set text in another type, and so take it back: where a sheet tells type in one value, as converters do."""
    tamed: bool
    """Whether markup was left out that would cost a parser quadratic time."""


def parse_markup(page: str) -> Markup:
    """Return the tree of an HTML page."""
    page, tamed = _tamed(page)
    tree = LexborHTMLParser(page)
    told: defaultdict[str, list[LexborNode]] = defaultdict(list)
    for element in tree.css(_TELLING):
        told[element.tag or ""].append(element)
    bold = _classes_with(_BOLD_STYLE, told["style"])
    plain = _classes_with(_WHOLE_FONT, told["style"]) - bold if bold else bold
    return Markup(tree, _head(tree, told), bold, plain, tamed)


class Told(NamedTuple):
    """Elements that a source's file tells of, by their ids in the tree: where the statement stands, what is left out."""

    statement: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()


def find_told(tree: LexborHTMLParser, statement: str | None, leave_out: Sequence[str]) -> Told:
    """Return the elements of a tree that the CSS selectors of a source's file name."""
    of_statement = select(tree, statement) if statement else []
    left_out = [element for selector in leave_out for element in select(tree, selector)]
    return Told(
        frozenset(element.mem_id for element in of_statement),
        frozenset(element.mem_id for element in left_out),
    )


def hides(style: str) -> bool:
    """Return whether the value of a style attribute hides its element."""
    return bool(_HIDDEN_STYLE.search(style.lower()))


def sets_bold(style: str) -> bool:
    """Return whether the value of a style attribute sets text in bold."""
    return bool(_BOLD_STYLE.search(style.lower()))


def _tamed(text: str) -> tuple[str, bool]:
    """Return the page without markup that would cost a parser quadratic time, and whether there was any.

    A tag with thousands of attributes loses them; elements left open by the thousand lose their tags. No text is lost.
    """
    tamed = _without_long_tags(text)
    if text.count("<") >= _MANY_TAGS:
        for name in _too_deep(tamed):
            # Behind the last ">" no tag ends: there each "<" would be followed to the end of the page.
            end = tamed.rfind(">") + 1
            tag = rf"</?{re.escape(name)}\b[^>]*>"
            tamed = re.sub(tag, " ", tamed[:end], flags=re.IGNORECASE) + tamed[end:]
    return tamed, tamed != text


def _without_long_tags(text: str) -> str:
    pieces: list[str] = []
    taken = last = at = 0
    while at < len(text):
        # The last "<" of each stretch will do: a tag too long reaches over the end of one.
        found = text.rfind("<", at, at + _LONGEST_TAG // 2)
        if found >= 0:
            last, at = found, at + _LONGEST_TAG // 2
            continue
        at = text.find("<", at)
        if match := _LONG_TAG.match(text, last):
            pieces += text[taken:last], f"<{match['name']}>"
            taken = match.end()
        if at < 0:
            break
    return "".join([*pieces, text[taken:]]) if pieces else text


def _too_deep(text: str) -> set[str]:
    """Names of elements that stand open more than `_DEEPEST` times at once; "select" where options are too many."""
    tags = [(closing, name.lower()) for closing, name in _TAG.findall(text)]
    opened = Counter(name for closing, name in tags if not closing)
    # Only what is opened so often can stand open so often.
    many = {
        name: _DEEPEST_OF.get(name, _DEEPEST)
        for name, number in opened.items()
        if number > _DEEPEST_OF.get(name, _DEEPEST) and name not in _CLOSES_ITSELF
    }
    found = {"select"} if opened["option"] > _MOST_OPTIONS else set()
    for name, deepest in many.items():
        standing = 0
        for closing, other in tags:
            if other == name:
                standing = max(standing - 1, 0) if closing else standing + 1
                if standing > deepest:
                    found.add(name)
                    break
    return found


def _classes_with(style: re.Pattern[str], sheets: Sequence[LexborNode]) -> frozenset[str]:
    classes = set()
    for sheet in sheets:
        rules = sheet.text()
        lower = rules.lower()
        # A few capitals become two characters in lower case ("İ"): then offsets in the two would differ.
        for found in style.finditer(lower if len(lower) == len(rules) else rules):
            opens = rules.rfind("{", 0, found.start())
            selectors = rules[max(rules.rfind("}", 0, opens), rules.rfind("{", 0, opens)) + 1 : max(opens, 0)]
            if len(selectors) > _LONGEST_SELECTOR:
                continue
            for selector in selectors.split(","):
                if match := _CLASS_SELECTOR.match(selector.strip()):
                    classes.add(match.group(1))
    return frozenset(classes)


def _head(tree: LexborHTMLParser, told: Mapping[str, Sequence[LexborNode]]) -> Head:
    title = next(iter(told.get("title", ())), None)
    html = tree.css_first("html")
    links = [*told.get("link", ()), *told.get("a", ())]
    canonical = next((each for each in links if each.attributes.get("rel") == "canonical"), None)
    metadata = []
    for meta in told.get("meta", ()):
        attributes = meta.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content:
            metadata.append((name.strip().lower(), content.strip()))
    structured = [element.text() for element in told.get("script", ())]
    language = (html.attributes.get("lang") or html.attributes.get("xml:lang")) if html else None
    return Head(
        title=_SPACES.sub(" ", title.text()).strip() or None if title else None,
        language=language.strip() or None if language else None,
        canonical=canonical.attributes.get("href") if canonical else None,
        metadata=tuple(metadata),
        structured=tuple(structured),
        alternates=tuple(_alternates(links)),
    )


def _alternates(links: Sequence[LexborNode]) -> Iterator[tuple[str, str]]:
    """Yield the languages in which the page says that it stands elsewhere, each with the address as written."""
    seen: set[tuple[str, str]] = set()
    for link in links:
        language, address = ((link.attributes.get(name) or "").strip() for name in ("hreflang", "href"))
        if language and address and (language, address) not in seen and len(seen) < _MOST_ALTERNATES:
            seen.add((language, address))
            yield language, address
