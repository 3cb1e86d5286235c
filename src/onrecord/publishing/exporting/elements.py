"""XML as text, element by element: nothing captured is markup, nothing unseen is left bare, every character can be read back."""

from __future__ import annotations

import re

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
# "\u202e" turns the order of a line, "\x9b2J" clears a screen, "\r" comes back as "\n": a reference is harmless, and read as what it is.
_WRITTEN = re.compile(
    "[&<>\r\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_WRITTEN_IN_VALUES = re.compile(f'{_WRITTEN.pattern[:-1]}\t\n"]')
# "\x07": XML 1.0 has no way to write these, by reference neither.
_BEYOND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

BEYOND_XML = "beyond-xml"
"""What `g` elements refer to: characters that XML cannot carry, each named by `n`."""


def element(name: str, *content: str, **attributes: str | int | None) -> str:
    """Return an element of content that is XML already; attributes of None are left out, `xml_id` is `xml:id`."""
    told = "".join(
        f' {key.replace("xml_", "xml:")}="{_value(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(content)
    return f"<{name}{told}>{inner}</{name}>" if inner else f"<{name}{told}/>"


def words(text: str) -> str:
    """Return text as the content of an element; a character that XML cannot carry is a TEI `g` that names it."""
    pieces = []
    at = 0
    for found in _BEYOND.finditer(text):
        pieces += [_escaped(text[at : found.start()], _WRITTEN), _named(found[0])]
        at = found.end()
    return "".join([*pieces, _escaped(text[at:], _WRITTEN)])


def _value(text: str) -> str:
    return _escaped(_BEYOND.sub("\ufffd", text), _WRITTEN_IN_VALUES)


def _escaped(text: str, written: re.Pattern[str]) -> str:
    return written.sub(lambda found: _ESCAPES.get(found[0]) or f"&#x{ord(found[0]):X};", text)


def _named(character: str) -> str:
    return f'<g ref="#{BEYOND_XML}" n="U+{ord(character):04X}"/>'
