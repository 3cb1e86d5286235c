"""HTML to blocks: white space as a browser folds it, paragraphs parted by a blank line, `<br>` lines by a newline."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.model import Span
from onrecord.reading.blocks import Block, Gap, Head, Link, PageBlocks

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section "
    "select summary table tbody td tfoot th thead tr ul button textarea label html".split()
)
_UNSEEN_TAGS = frozenset(
    "script style template head noscript svg math iframe object embed video audio canvas map".split()
)
_PLACES = frozenset(
    "nav header footer aside main article form li ul ol dl dt dd blockquote table td th figure address select button "
    "label figcaption".split()
)
_PLACE_OF_ROLE = {
    "navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside", "main": "main",
    "search": "form", "article": "article",
}  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD_TAGS = frozenset(("b", "strong"))
_ITALIC_TAGS = frozenset(("i", "em", "cite"))
_STRUCK_TAGS = frozenset(("s", "strike", "del"))
_SPACES = re.compile(r"[ \t\n\r\f]+")
_FOLDED = " \t\n\r\f"  # what a browser folds away at the edges of a block; a no-break space it shows
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# ".question { font-weight: bold }" in a page's own style sheet
_LONGEST_SELECTOR = 2_000
_CLASS_SELECTOR = re.compile(r"^(?:\w+)?\.([\w-]+)$")
_DEEPEST = 2_000
_MANY_TAGS = 10_000
_LONGEST_TAG = 64_000
_LONG_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)[^<>]{64000,}>")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
# Elements that end without a closing tag (HTML Living Standard, 13.1.2.4) or have none.
_CLOSES_ITSELF = frozenset(
    "p li dt dd tr td th thead tbody tfoot option optgroup rt rp colgroup br hr img input meta link area base col embed "
    "source track wbr param".split()
)
_TEXT, _COMMENT = "-text", "-comment"


class _Open(NamedTuple):
    """What leaving an element undoes."""

    bold: bool
    italic: bool
    struck: bool
    link: str | None
    place: str | None
    breaks: bool


class _Writer:
    """Collects text into blocks; keeps which styles, links and places are open."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.gap: Gap = "paragraph"
        self.bold = 0
        self.italic = 0
        self.struck = 0
        self.pre = 0
        self.link: list[tuple[str, int]] = []
        self.places: list[str] = []
        self.path: list[int] = []
        self.tags: list[str] = []
        self.levels: list[int] = []
        self._fresh()

    def _fresh(self) -> None:
        self.run: list[str] = []
        self.run_length = 0
        self.bolds: list[Span] = []
        self.italics: list[Span] = []
        self.strucks: list[Span] = []
        self.links: list[tuple[Span, str]] = []
        self.time: str | None = None
        self.anchor: str | None = None

    def text(self, raw: str) -> None:
        if self.pre:
            for number, line in enumerate(raw.split("\n")):
                if number:
                    self.line_break()
                self._append(line)
            return
        if not self.run and raw.isspace() and not raw.strip(_FOLDED):
            return
        # Most text holds single spaces only: the pattern is kept for what needs it.
        if "\n" in raw or "  " in raw or "\t" in raw or "\r" in raw or "\f" in raw:
            raw = _SPACES.sub(" ", raw)
        self._append(raw)

    def _append(self, words: str) -> None:
        if words.startswith(" ") and (not self.run or self.run[-1].endswith(" ")):
            words = words[1:]
        if not words:
            return
        start, self.run_length = self.run_length, self.run_length + len(words)
        self.run.append(words)
        if words.isspace():
            return
        span = (start, self.run_length)
        if self.bold:
            self.bolds.append(span)
        if self.italic:
            self.italics.append(span)
        if self.struck:
            self.strucks.append(span)
        if self.link:
            self.links.append((span, self.link[-1][0]))

    def line_break(self) -> None:
        had = bool(self.run) and not "".join(self.run).isspace()
        self.flush("line" if had or self.gap == "cell" else "paragraph")

    def flush(self, gap: Gap) -> None:
        """End the block; `gap` parts it from the next (the wider gap wins where several fall together)."""
        joined = "".join(self.run)
        stripped = joined.strip()
        if not stripped:
            if self.run:
                keep = self.time, self.anchor
                self._fresh()
                self.time, self.anchor = keep
            if not self.blocks or gap != "cell":
                self.gap = gap if self.gap != "paragraph" else "paragraph"
            return
        if self.blocks:
            separator = {"paragraph": "\n\n", "line": "\n", "cell": "\t"}[self.gap]
            self.pieces.append(separator)
            self.length += len(separator)
        lead = len(joined) - len(joined.lstrip())
        shown = joined.strip(_FOLDED)
        before, _, after = shown.partition(stripped)
        self.length += len(before)
        self.blocks.append(self._block(stripped, lead))
        self.pieces.extend((before, stripped, after))
        self.length += len(stripped) + len(after)
        self.gap = gap
        self._fresh()

    def _block(self, text: str, lead: int) -> Block:
        start, end = self.length, self.length + len(text)
        moved = start - lead

        def placed(spans: list[Span]) -> tuple[Span, ...]:
            return tuple((max(s + moved, start), min(e + moved, end)) for s, e in spans if s + moved < end)

        links = [
            Link((max(s + moved, start), min(e + moved, end)), target)
            for (s, e), target in self.links
            if s + moved < end
        ]
        return Block(
            span=(start, end),
            text=text,
            gap=self.gap,
            tag=self.tags[-1] if self.tags else "",
            level=self.levels[-1] if self.levels else 0,
            places=frozenset(self.places),
            path=tuple(self.path),
            bold=_joined(placed(self.bolds)) if self.bolds else (),
            italic=_joined(placed(self.italics)) if self.italics else (),
            struck=_joined(placed(self.strucks)) if self.strucks else (),
            links=tuple(links),
            time=self.time,
            anchor=self.anchor,
        )


def _joined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def parse_html(text: str) -> PageBlocks:
    """Return the blocks of an HTML page; what a browser does not show (scripts, hidden parts) is not its text."""
    text, tamed = _tamed(text)
    tree = LexborHTMLParser(text)
    head = _head(tree)
    writer = _Writer()
    cut = False
    root = tree.body or tree.root
    if root is not None:
        cut = _walk(root, writer, _bold_classes(tree))
        writer.flush("paragraph")
    return PageBlocks("".join(writer.pieces), tuple(writer.blocks), head, cut or tamed)


def _tamed(text: str) -> tuple[str, bool]:
    """Return the page without markup that would cost a parser quadratic time, and whether there was any.

    A tag with thousands of attributes loses them; elements left open by the thousand lose their tags. No text is lost.
    """
    pieces = text.split("<")
    long = max(map(len, pieces)) > _LONGEST_TAG
    if len(pieces) < _MANY_TAGS and not long:
        return text, False
    tamed = _LONG_TAG.sub(r"<\g<name>>", text) if long else text
    if len(pieces) >= _MANY_TAGS:
        for name in _too_deep(tamed):
            tamed = re.sub(rf"</?{re.escape(name)}\b[^>]*>", " ", tamed, flags=re.IGNORECASE)
    return tamed, tamed != text


def _too_deep(text: str) -> set[str]:
    """Names of elements that stand open more than `_DEEPEST` times at once."""
    standing: Counter[str] = Counter()
    found = set()
    for closing, name in _TAG.findall(text):
        name = name.lower()
        standing[name] = max(standing[name] + (-1 if closing else 1), 0)
        if standing[name] > _DEEPEST and name not in _CLOSES_ITSELF:
            found.add(name)
    return found


def _walk(root: LexborNode, writer: _Writer, bold_classes: frozenset[str]) -> bool:
    """Walk the tree without recursion: hostile pages nest deeper than Python's stack. True where cut short."""
    opened: list[_Open | None] = []
    cut = False
    element: LexborNode | None = root.child
    while element is not None:
        tag = element.tag
        if tag == _TEXT:
            writer.text(element.text_content or "")
        elif tag == "br":
            writer.line_break()
        elif tag != _COMMENT and tag not in _UNSEEN_TAGS and tag is not None:
            child = element.child
            if child is None:
                if tag in _BLOCK_TAGS:
                    writer.flush("paragraph")
            elif not _is_hidden(attributes := element.attributes):
                if child.tag == _TEXT and child.next is None:
                    # Most elements hold one text and nothing else: no need to go down and come up again.
                    leaf = _enter(element, tag, attributes, writer, bold_classes)
                    writer.text(child.text_content or "")
                    _leave(leaf, writer)
                elif len(opened) < _DEEPEST:
                    opened.append(_enter(element, tag, attributes, writer, bold_classes))
                    element = child
                    continue
                else:
                    # Deeper nesting than any author makes by hand: the rest is taken as text, so nothing is lost.
                    writer.text(element.text(deep=True))
                    cut = True
        step = element.next
        while step is None and opened:
            _leave(opened.pop(), writer)
            parent = element.parent
            if parent is None:
                return cut
            element = parent
            step = element.next
        if step is None:
            return cut
        element = step
    return cut


def _enter(
    element: LexborNode,
    tag: str,
    attributes: dict[str, str | None],
    writer: _Writer,
    bold_classes: frozenset[str],
) -> _Open:
    breaks = tag in _BLOCK_TAGS
    if breaks:
        cell = writer.gap == "cell" and tag in ("td", "th")
        if writer.run:
            writer.flush("cell" if cell else "paragraph")
        elif not cell:
            writer.gap = "paragraph"
        writer.path.append(element.mem_id)
    bold = tag in _BOLD_TAGS
    italic = tag in _ITALIC_TAGS
    struck = tag in _STRUCK_TAGS
    link = None
    place = tag if tag in _PLACES else None
    if attributes:
        style = attributes.get("style")
        bold = (
            bold
            or bool(style and _BOLD_STYLE.search(style))
            or (bool(bold_classes) and not bold_classes.isdisjoint((attributes.get("class") or "").split()))
        )
        link = (attributes.get("href") or None) if tag == "a" else None
        if role := attributes.get("role"):
            place = _PLACE_OF_ROLE.get(role) or place
    writer.bold += bold
    writer.italic += italic
    writer.struck += struck
    writer.pre += tag in ("pre", "textarea")
    if link is not None:
        writer.link.append((link, writer.run_length))
    if place:
        writer.places.append(place)
    if breaks:
        writer.tags.append(tag)
        if tag in _HEADINGS:
            writer.levels.append(_HEADINGS[tag])
        writer.anchor = attributes.get("id") or writer.anchor
    if tag == "time":
        writer.time = attributes.get("datetime") or None
    return _Open(bold, italic, struck, link, place, breaks)


def _leave(opened: _Open | None, writer: _Writer) -> None:
    if opened is None:
        return
    if opened.breaks:
        in_cell = bool(writer.places) and writer.places[-1] in ("td", "th") and opened.place in ("td", "th")
        if writer.run or in_cell:
            writer.flush("cell" if in_cell else "paragraph")
        else:
            writer.gap = "paragraph"
        writer.path.pop()
        if writer.tags.pop() in _HEADINGS:
            writer.levels.pop()
    writer.bold -= opened.bold
    writer.italic -= opened.italic
    writer.struck -= opened.struck
    if opened.link is not None:
        writer.link.pop()
    if opened.place:
        writer.places.pop()


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if not attributes:
        return False
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))


def _bold_classes(tree: LexborHTMLParser) -> frozenset[str]:
    classes = set()
    for sheet in tree.css("style"):
        rules = sheet.text()
        for bold in _BOLD_STYLE.finditer(rules):
            opens = rules.rfind("{", 0, bold.start())
            selectors = rules[max(rules.rfind("}", 0, opens), rules.rfind("{", 0, opens)) + 1 : max(opens, 0)]
            if len(selectors) > _LONGEST_SELECTOR:
                continue
            for selector in selectors.split(","):
                if match := _CLASS_SELECTOR.match(selector.strip()):
                    classes.add(match.group(1))
    return frozenset(classes)


def _head(tree: LexborHTMLParser) -> Head:
    title = tree.css_first("title")
    html = tree.css_first("html")
    canonical = tree.css_first('link[rel="canonical"]')
    metadata = []
    for meta in tree.css("meta"):
        attributes = meta.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content:
            metadata.append((name.strip().lower(), content.strip()))
    structured = [element.text() for element in tree.css('script[type="application/ld+json"]')]
    language = (html.attributes.get("lang") or html.attributes.get("xml:lang")) if html else None
    return Head(
        title=_SPACES.sub(" ", title.text()).strip() or None if title else None,
        language=language.strip() or None if language else None,
        canonical=canonical.attributes.get("href") if canonical else None,
        metadata=tuple(metadata),
        structured=tuple(structured),
    )
