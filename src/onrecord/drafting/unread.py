"""What stands in the words of a message and is no words to its reader: nobody would see it on the page. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.capture.messages import Message
from onrecord.model import PART_GROUPS, Page

_SHOWN = frozenset({"words", "label", "aside"})
_TAKEN_FOR = {
    "ending": "the end of a page",
    "footer": "the foot of a page",
    "opening": "a line above the words",
    "introduction": "a line above the words",
    "metadata": "a field of the page",
    "contact": "a contact of the page",
}
_LONGEST = 50


class Unread(NamedTuple):
    """A paragraph that is no words to its reader: its line in the file, how it begins, what it is taken for."""

    line: int
    text: str
    taken_for: str


def unread_words(message: Message, page: Page) -> Iterator[Unread]:
    """Yield each paragraph of the words that its reader takes for something around them."""
    begin = _behind_fields(message, page.text)
    for region in page.regions:
        if region.span[0] < begin or region.name == "continuation" or PART_GROUPS.get(region.name) in _SHOWN:
            continue
        text = " ".join(page.text[region.span[0] : region.span[1]].split())
        shown = text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
        yield Unread(
            _line_of(message, text), shown, _TAKEN_FOR.get(region.name, "something around the words")
        )


def _behind_fields(message: Message, text: str) -> int:
    """Return where the words begin in the text of the page: behind its title and the lines that it prints of the fields."""
    from onrecord.capture.formats.message import printed_lines

    lines = [each for line in printed_lines(message) for each in (line.label, *line.values)]
    at = 0
    for word in " ".join([message.value("title") or "", *lines]).split():
        found = text.find(word, at)
        at = found + len(word) if found >= 0 else at
    return at


def _line_of(message: Message, text: str) -> int:
    """Return the line of the file in which a paragraph begins: compared by letters alone, as Markdown has signs between them."""
    sought = _letters(text)
    for number, line in enumerate(message.words.splitlines(), message.line):
        letters = _letters(line)
        if letters and (sought.startswith(letters) or letters.startswith(sought)):
            return number
    return message.line


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
