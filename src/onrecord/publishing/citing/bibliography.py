"""A citation for programs that keep references: CSL-JSON, BibTeX and RIS.

A name is given as it is printed: which part of it is the family's nobody here knows. Dates that the source does not give are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.publishing.citing.references import Reference
from onrecord.publishing.wording import day_of, printed_word

_SPEECHES = frozenset({"speech", "remarks", "lecture", "statement", "briefing", "news_conference", "debate"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{mark: f"\\{mark}" for mark in "$&#%_"},
}  # fmt: skip
_LATEX_MARKS = re.compile(r"[\\{}~^$&#%_]")
# What an address in braces must not hold; a browser takes it percent-encoded as well.
_NOT_IN_URL = re.compile(r"[\s{}\\^<>\"`|]")


def cite_as_csl(told: Reference) -> dict[str, Any]:
    """Return the citation as an item of CSL-JSON 1.0.2; styles print the address, so it goes without the words, which the link tells."""
    item = {
        "id": told.key,
        "type": _csl_type(told),
        "title": told.title,
        "author": [{"literal": name} for name in told.authors] or None,
        "publisher": told.source,
        "issued": _date_parts(told.given_on or told.posted_on),
        "available-date": _date_parts(told.posted_on),
        "accessed": _date_parts(told.captured_at),
        "event-title": told.occasion,
        "event-place": told.place,
        "genre": ", ".join(printed_word(kind) for kind in told.kinds) or None,
        "language": told.language if told.language != "und" else None,
        "version": str(told.version) if told.version is not None else None,
        "URL": told.link,
        "archive": told.keeper,
        "archive_location": told.address.partition("#")[0] if told.address else None,
        "note": told.note,
    }
    return {key: value for key, value in item.items() if value is not None}


def cite_as_bibtex(told: Reference) -> str:
    """Return the citation as a BibTeX entry; the words stand in `note`, the permanent address in `eprint`."""
    lines = ",\n".join(f"  {name} = {value}" for name, value in _bibtex_fields(told))
    return f"@misc{{{told.key},\n{lines}\n}}\n"


def cite_as_ris(told: Reference) -> str:
    """Return the citation as a RIS record; the words stand in N1, the permanent address in AN."""
    lines = [f"{tag}  - {_on_one_line(value)}" for tag, value in _ris_fields(told) if value]
    return "\n".join(["TY  - ELEC", *lines, "ER  - ", ""])


def _bibtex_fields(told: Reference) -> Iterator[tuple[str, str]]:
    date = (day_of(told.given_on or told.posted_on) or "").split("-")
    if told.authors:
        # Each name in braces of its own: nobody here knows which part of it is the family's.
        yield "author", f"{{{' and '.join(f'{{{_latex(name)}}}' for name in told.authors)}}}"
    if told.title:
        yield "title", f"{{{{{_latex(told.title)}}}}}"
    for name, text in (("organization", told.source), ("address", told.place), ("note", told.note)):
        if text:
            yield name, f"{{{_latex(text)}}}"
    if date[0]:
        yield "year", f"{{{date[0]}}}"
    if len(date) > 1 and 1 <= int(date[1]) <= 12:
        yield "month", _MONTHS[int(date[1]) - 1]
    if len(date) > 2:
        yield "day", f"{{{int(date[2])}}}"
    if told.link:
        yield "url", f"{{{_plain_url(told.link)}}}"
    if accessed := day_of(told.captured_at):
        yield "urldate", f"{{{accessed}}}"
    yield "eprinttype", "{onrecord}"
    yield "eprint", f"{{{told.address}}}"


def _ris_fields(told: Reference) -> Iterator[tuple[str, str | None]]:
    issued = day_of(told.given_on or told.posted_on)
    yield from (("AU", name) for name in told.authors)
    yield "TI", told.title
    yield "PB", told.source
    yield "CY", told.place
    yield "PY", issued[:4] if issued else None
    yield "DA", _ris_date(issued)
    yield "Y2", _ris_date(day_of(told.captured_at))
    yield "LA", told.language if told.language != "und" else None
    yield "N1", told.note
    yield "UR", _plain_url(told.link) if told.link else None
    yield "DP", told.keeper
    yield "AN", told.address


def _csl_type(told: Reference) -> str:
    kinds = set(told.kinds)
    if "interview" in kinds:
        return "interview"
    return "speech" if kinds & _SPEECHES else "webpage"


def _date_parts(date: str | None) -> dict[str, Any] | None:
    day = day_of(date)
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None


def _ris_date(day: str | None) -> str | None:
    return "/".join([*day.split("-"), "", ""][:4]) if day else None


def _latex(text: str) -> str:
    return _LATEX_MARKS.sub(lambda mark: _LATEX[mark[0]], _on_one_line(text))


def _on_one_line(text: str) -> str:
    plain = text if text.isprintable() else _CONTROLS.sub(" ", text)
    return " ".join(plain.split())


def _plain_url(url: str) -> str:
    return _NOT_IN_URL.sub(lambda mark: "".join(f"%{byte:02X}" for byte in mark[0].encode()), url)
