"""Sittings of the Singapore legislature: near-gold for turns from the comments in the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from turns_pages import KnownPage, Mark, Piece, page_of_pieces, split_markup, starts_of
from turns_sets import BRACKETS, CHAIR, MEMBER, OFFICE, mark_at, members

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CHAIR = re.compile(
    r"(?:the )?(?:(?:mr|mdm|madam|sir) )?(?:deputy |acting |assistant )?(?:speaker|chairman)\b", re.IGNORECASE
)
_ADDRESSED = re.compile(
    r"(?:Mr|Mrs|Miss|Ms|Mdm|Dr|Prof|Inche|Encik|Tun|Dato|The|An? hon|Hon|Some hon|Several hon|BG|Er|Assoc|RAdm)\b"
    r"(?!.*\b(?:House|Bill|Order|Assembly|Committee|Estimates)\b)",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"The [A-Z].*\((?:Mr|Mrs|Mdm|Ms|Dr|Inche|Encik|Tun|Dato) [^()]+\)(?: \(for [^()]+\))?$"
    r"|(?:Mr|Mrs|Mdm|Ms|Dr|Encik) (?!Speaker|Deputy|Chairman)(?:[A-Z][\w.'-]* ?){1,6}(?:\([^()]+\))?$"
)


def hansard(folder: Path, everything: bool) -> Iterator[KnownPage]:
    """Yield every third sitting, or all: near-gold from the comments, which are taken out of the page.

    A label with a colon is a turn where its comment is missing too; a bold name without either ("Mr X rose -") and a
    list of motions under their movers' names are left open: they count neither for nor against.
    """
    files = list(members(folder / "singapore-hansard" / "sittings.tar.gz", ".html"))
    for name, content in files if everything else files[::3]:
        markup = content.decode("utf-8", "replace")
        pieces = split_markup(markup)
        marks = _sitting_marks(pieces)
        if len(marks) >= 5:
            yield page_of_pieces(name.split("/")[-1], _COMMENT.sub("", markup), pieces, marks)


def _sitting_marks(pieces: Sequence[Piece]) -> list[Mark]:
    starts = starts_of(piece.text for piece in pieces)
    commented = [(n, person) for n, piece in enumerate(pieces) if (person := _commented(piece.notes))]
    found: dict[int, tuple[Lead, str, bool]] = {}
    people: dict[str, str] = {}
    ends = [n for n, _ in commented[1:]] + [len(pieces)]
    for (n, person), end in zip(commented, ends, strict=False):
        for near in range(n, min(end, n + 8)):
            if (lead := _lead(pieces[near])) and _of_person(lead.label, person):
                found[near] = (lead, person, False)
                people.setdefault(lead.label.casefold(), person)
                break
    for n, piece in enumerate(pieces if commented else ()):
        lead = _lead(piece) if n not in found else None
        known = people.get(lead.label.casefold(), "") if lead else ""
        if lead and lead.bold and (known or _ADDRESSED.match(lead.label)):
            found[n] = (lead, known or lead.label, not lead.ends)
        elif lead and not lead.bold and _PLAIN.match(lead.label):
            found[n] = (lead, known or lead.label, piece.text[len(lead.label) :].startswith(": ("))
    return [
        replace(
            mark_at(
                starts[n],
                pieces[n].text,
                lead.offset,
                lead.label,
                CHAIR if _CHAIR.match(lead.label) else MEMBER,
                _person(person, lead.label),
            ),
            open=left_open,
        )
        for n, (lead, person, left_open) in sorted(found.items())
    ]


def _commented(notes: Sequence[str]) -> str:
    """The speaker that the last telling comment names."""
    for note in reversed(notes):
        if note.startswith("MP_NAME:"):
            return note[8:].strip(" -")
        if len(note) < 150 and not re.search(r"_NAME|_TITLE|CDATA|<|http", note):
            return note
    return ""


class Lead(NamedTuple):
    """The label that a block may begin with; `ends`: it is bold and a colon is behind it."""

    offset: int
    label: str
    bold: bool
    ends: bool


def _lead(piece: Piece) -> Lead | None:
    number = re.match(r"(?:\*?\d+[.)]\s*|[\s\xa0]+)*", piece.text)
    offset = number.end() if number else 0
    bold_until = offset
    for start, end in piece.bold:
        if start <= bold_until < end or (start > bold_until and not piece.text[bold_until:start].strip()):
            bold_until = end
    colon = piece.text.find(":", offset)
    if bold_until > offset:
        label = piece.text[offset : min(colon if colon >= 0 else bold_until, bold_until)].rstrip(" \xa0:")
        if label.count("(") > label.count(")"):
            label = label[: label.rindex("(")].rstrip()
        rest = BRACKETS.match(piece.text, offset + len(label))
        ends = rest is not None and ":" in piece.text[offset + len(label) : rest.end() + 2]
        return Lead(offset, label, True, ends) if label and len(label.split()) <= 30 else None
    if 0 < colon - offset < 160:
        return Lead(offset, piece.text[offset:colon].rstrip(" \xa0"), False, False)
    return None


def _of_person(label: str, person: str) -> bool:
    if label.isupper():
        return False
    if _CHAIR.match(label):
        return bool(re.search(r"speaker|chairman", person, re.IGNORECASE))
    words = re.findall(r"[^\W\d_]{3,}", person.casefold())
    said = re.findall(r"[^\W\d_]{3,}", label.casefold())
    return any(fuzz.ratio(word, other) >= 80 for word in words for other in said)


def _person(comment: str, label: str) -> str | None:
    """The name's words in a comment: the part that is no office, inside or outside the brackets."""
    parts = [part.strip(" )") for part in re.split(r"\(", comment)]
    names = [part for part in parts if part and not OFFICE.search(part)]
    inside = re.search(r"\((M[rs]{1,2}|Mdm|Dr|Prof|Encik|Inche)\b[^)]*\)", label)
    if not names and inside:
        return inside.group()
    return " ".join([names[0], label if not OFFICE.search(label) else ""]) if names else None
