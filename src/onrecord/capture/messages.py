"""A message as somebody writes it: fields between two lines of hyphens, one a line, and below them its words in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# "---", with blanks behind it as editors leave them
_FENCE = re.compile(r"---+[ \t]*")
# a field, as in “given on: 2026-05-14” or “Kinds: interview, statement”
_FIELD = re.compile(r"(?P<name>[^\W\d_][\w \t-]{0,39}?)[ \t]*:(?:[ \t]+(?P<value>.*\S))?[ \t]*")
# "  - Ilse Varga, Foreign Minister"
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*\S)[ \t]*")
# “'Remarks: a summary'”, where somebody sets a value in marks
_QUOTED = re.compile(r"(?P<mark>[\"'])(?P<value>.*)(?P=mark)")
_SEPARATORS = re.compile(r"[ \t_-]+")
# the comma of each script, as in “إلزا فارغا، وزيرة الخارجية” and “王丽，外交部长”
_COMMA = re.compile(r"\s*[,،，、]\s*")


class Value(NamedTuple):
    """One value of a field, and the line it stands in, from 1."""

    text: str
    line: int


class Field(NamedTuple):
    """A field of a message: its name in lower case with single spaces, as written, its line, and its values in order."""

    name: str
    written: str
    line: int
    values: tuple[Value, ...]


class Message(NamedTuple):
    """A message taken apart: its fields, the lines between them that are none, and its words, which begin at `line`.

    `is_open`: no second line of hyphens closes the fields.
    """

    fields: tuple[Field, ...]
    strange: tuple[Value, ...]
    words: str
    line: int
    is_open: bool = False

    def value(self, name: str) -> str | None:
        """Return the first value of a field; None where it is absent or empty."""
        return next(
            (value.text for field in self.fields if field.name == name for value in field.values), None
        )

    def values(self, name: str) -> list[str]:
        """Return all values of a field."""
        return [value.text for field in self.fields if field.name == name for value in field.values]


def parse_person(written: str) -> tuple[str, str | None]:
    """Return name and office of a value of `speakers`: what stands before its first comma, and behind it."""
    name, *office = _COMMA.split(" ".join(written.split()), maxsplit=1)
    return name, (office[0] or None) if office else None


def parse_message(text: str) -> Message:
    """Return a message taken apart; a text that does not begin with a line of hyphens is all words."""
    lines = text.removeprefix("\ufeff").splitlines()
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if not lines or not _FENCE.fullmatch(lines[first]):
        return Message((), (), "\n".join(lines), 1)
    end = next((at for at in range(first + 1, len(lines)) if _FENCE.fullmatch(lines[at])), None)
    last = len(lines) if end is None else end
    fields: list[Field] = []
    strange: list[Value] = []
    for found in _fields(lines[first + 1 : last], first + 2):
        if isinstance(found, Field):
            fields.append(found)
        elif fields and _ITEM.fullmatch(found.text):
            fields[-1] = fields[-1]._replace(values=(*fields[-1].values, _value(found.text, found.line)))
        else:
            strange.append(found._replace(text=found.text.strip()))
    return Message(tuple(fields), tuple(strange), "\n".join(lines[last + 1 :]), last + 2, end is None)


def _fields(lines: list[str], first: int) -> Iterator[Field | Value]:
    for number, line in enumerate(lines, first):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = None if _ITEM.fullmatch(line) else _FIELD.fullmatch(line)
        if found is None:
            yield Value(line, number)
            continue
        written = found["name"].strip()
        value = found["value"]
        name = _SEPARATORS.sub(" ", written).casefold()
        yield Field(name, written, number, (Value(_bare(value), number),) if value else ())


def _value(item: str, line: int) -> Value:
    found = _ITEM.fullmatch(item)
    assert found is not None  # the caller saw it
    return Value(_bare(found["value"]), line)


def _bare(value: str) -> str:
    quoted = _QUOTED.fullmatch(value.strip())
    return (quoted["value"] if quoted else value).strip()
