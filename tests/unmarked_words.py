"""Words that a template says by itself and that are not marked for translation, found in its syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import Environment, nodes

# Attributes whose value somebody reads or hears.
_READ = {
    "aria-label",
    "title",
    "alt",
    "placeholder",
    "aria-description",
    "value",
    "label",
    "content",
    "summary",
}
_LETTER = re.compile(r"[^\W\d_]{2,}")
# Examples of what to write and values of `<meta>` and `<input>`, which nobody reads as words.
_NO_WORDS = re.compile(r"width=device-width, initial-scale=1|light dark|onrecord|article|website|noindex|")
_ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')
_EXPRESSION = "\N{REPLACEMENT CHARACTER}"


def unmarked(source: str) -> list[str]:
    """Return what a template shows and has not marked: text, attributes that are read, texts in expressions."""
    tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(source)
    reader = _Reader()
    reader.feed("".join(_markup(tree)))
    reader.close()
    return [
        *reader.found,
        *(text for text in _constants(tree) if _LETTER.search(text) and not _NO_WORDS.fullmatch(text)),
    ]


def _markup(tree: nodes.Node) -> Iterator[str]:
    """Yield the template's markup in order, each expression as one character."""
    if isinstance(tree, nodes.TemplateData):
        yield tree.data
    elif isinstance(tree, nodes.Output):
        for shown in tree.nodes:
            yield shown.data if isinstance(shown, nodes.TemplateData) else _EXPRESSION
    elif not isinstance(tree, nodes.Expr):
        for child in tree.iter_child_nodes():
            yield from _markup(child)


def _constants(tree: nodes.Node) -> Iterator[str]:
    """Yield the texts that expressions may show as they stand: not those of calls, comparisons or subscripts."""
    for output in tree.find_all(nodes.Output):
        for each in output.nodes:
            # Within a tag, what an expression says is an attribute's name or value.
            yield from (text for text in _shown(each) if "=" not in text and "<" not in text)


def _shown(expression: nodes.Node) -> Iterator[str]:
    match expression:
        case nodes.Const(value=str() as text):
            yield text
        case nodes.CondExpr():
            yield from _shown(expression.expr1)
            if expression.expr2 is not None:
                yield from _shown(expression.expr2)
        case nodes.And() | nodes.Or() | nodes.Add():
            yield from _shown(expression.left)
            yield from _shown(expression.right)
        case nodes.Concat():
            for part in expression.nodes:
                yield from _shown(part)
        case nodes.Filter() if expression.node is not None:
            yield from _shown(expression.node)


class _Reader(HTMLParser):
    """Reads markup and keeps what has letters where people read."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        for name, value in attrs:
            if name in _READ and _LETTER.search(value or "") and not _NO_WORDS.fullmatch(value or ""):
                self.found.append(f'{name}="{value}"')

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        data = _ATTRIBUTE.sub("", data)  # of a macro that writes attributes
        if not self._silent and _LETTER.search(data):
            self.found.append(" ".join(data.split()))
