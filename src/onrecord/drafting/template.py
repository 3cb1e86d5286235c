"""A new message: its fields with what each is for, those known filled in, and words to write over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.capture.messages import parse_person
from onrecord.drafting.fields import FIELDS
from onrecord.drafting.word import write_docx
from onrecord.errors import WrongCall

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_NAME = 80

# Kinds in which somebody asks and somebody answers.
_ASKED = frozenset({"interview", "news_conference", "answers_to_media", "briefing"})
_RARE = frozenset(
    {
        "posted on",
        "updated on",
        "occasion",
        "outlet",
        "status",
        "text",
        "part",
        "continues",
        "embargo",
        "address",
    }
)


def check_name(name: str) -> str:
    """Return the name of a message; WrongCall for one that would not do in an address."""
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        plain = "-".join(re.findall(r"[a-z0-9]+", name.casefold()))[:_LONGEST_NAME].strip("-")
        hint = f", as in {plain}" if plain else ", as in night-ferry"
        raise WrongCall(
            f"{name!r} is no name of a message: write small letters, digits and hyphens, for it ends its address{hint}."
        )
    return name


def write_template(values: Mapping[str, Sequence[str]], words: str | None = None) -> str:
    """Return a new message: fields with these values, the others with an example behind a hash, and words."""
    lines = [
        "---",
        "# Lines that begin with # are for you and are not published; to use a field that has one, take it away.",
    ]
    for name, field in FIELDS.items():
        given = [value for value in values.get(name, ()) if value]
        if given and field.most > 1 and name == "speakers":
            lines += [f"{name}:", *(f"  - {value}" for value in given)]
        elif given:
            lines.append(f"{name}: {', '.join(given)}")
        elif name in _RARE:
            lines.append(f"# {name}: {field.example}")
        else:
            lines += [f"# {field.says}, as in: {field.example}", f"{name}:"]
    kinds = set(values.get("kinds", ()))
    return "\n".join([*lines, "---", "", (words or _words(values, bool(kinds & _ASKED))).strip(), ""])


def write_word_template(values: Mapping[str, Sequence[str]]) -> bytes:
    """Return the same as a Word text: a line for each field that is not rare or is known, and words to write over."""
    lines = []
    for name in FIELDS:
        given = [value for value in values.get(name, ()) if value]
        if given and name == "speakers":
            lines += [f"{name.capitalize()}:", *(f"- {value}" for value in given)]
        elif given or name not in _RARE:
            lines.append(f"{name.capitalize()}: {', '.join(given)}".rstrip())
    kinds = set(values.get("kinds", ()))
    return write_docx([*lines, "", *_words(values, bool(kinds & _ASKED)).split("\n\n")])


def _words(values: Mapping[str, Sequence[str]], is_asked: bool) -> str:
    speakers = [parse_person(value)[0] for value in values.get("speakers", ()) if value.strip()]
    speaker = speakers[0] if speakers else "Name of the speaker"
    if is_asked:
        return f"**Question:** {ASKED}\n\n**{speaker}:** {SAID}"
    if len(speakers) > 1:
        return "\n\n".join(f"**{name}:** {SAID}" for name in speakers)
    return SAID


ASKED = "[Write the question here.]"
SAID = "[Write the words here.]"
"""What a template has for words; a message that still has it is not released."""
