"""A citation for programs that keep references: CSL-JSON, BibTeX and RIS.

A name is given as it is printed: which part of it is the family's nobody here knows. Dates that the source does not give are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.publishing.citations import Quoted
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


def cite_as_csl(quoted: Quoted) -> dict[str, Any]:
    """Return the citation as an item of CSL-JSON 1.0.2."""
    statement, capture = quoted.statement, quoted.capture
    item = {
        "id": _key(quoted),
        "type": _csl_type(quoted),
        "title": statement.title,
        "author": [{"literal": quoted.speaker}] if quoted.speaker else None,
        "publisher": statement.source,
        "issued": _date_parts(statement.given_on or statement.posted_on),
        "available-date": _date_parts(statement.posted_on),
        "accessed": _date_parts(capture.captured_at),
        "event-title": statement.occasion,
        "event-place": statement.place,
        "genre": ", ".join(printed_word(kind) for kind in statement.kinds) or None,
        "language": quoted.language if quoted.language != "und" else None,
        "version": str(quoted.citation.version),
        "URL": quoted.link,
        "archive": quoted.keeper,
        "archive_location": quoted.address,
        "note": f"“{quoted.words}”",
    }
    return {key: value for key, value in item.items() if value is not None}


def cite_as_bibtex(quoted: Quoted) -> str:
    """Return the citation as a BibTeX entry; the words stand in `note`, the permanent address in `eprint`."""
    lines = ",\n".join(f"  {name} = {value}" for name, value in _bibtex_fields(quoted))
    return f"@misc{{{_key(quoted)},\n{lines}\n}}\n"


def cite_as_ris(quoted: Quoted) -> str:
    """Return the citation as a RIS record; the words stand in N1, the permanent address in AN."""
    lines = [f"{tag}  - {_on_one_line(value)}" for tag, value in _ris_fields(quoted) if value]
    return "\n".join(["TY  - ELEC", *lines, "ER  - ", ""])


def _bibtex_fields(quoted: Quoted) -> Iterator[tuple[str, str]]:
    statement, capture = quoted.statement, quoted.capture
    date = (day_of(statement.given_on or statement.posted_on) or "").split("-")
    texts = (
        ("author", quoted.speaker),
        ("title", statement.title),
        ("organization", statement.source),
        ("address", statement.place),
        ("note", f"“{quoted.words}”"),
    )
    for name, text in texts:
        if text:
            yield name, f"{{{{{_latex(text)}}}}}" if name in ("author", "title") else f"{{{_latex(text)}}}"
    if date[0]:
        yield "year", f"{{{date[0]}}}"
    if len(date) > 1 and 1 <= int(date[1]) <= 12:
        yield "month", _MONTHS[int(date[1]) - 1]
    if len(date) > 2:
        yield "day", f"{{{int(date[2])}}}"
    if quoted.link:
        yield "url", f"{{{_plain_url(quoted.link)}}}"
    if accessed := day_of(capture.captured_at):
        yield "urldate", f"{{{accessed}}}"
    yield "eprinttype", "{onrecord}"
    yield "eprint", f"{{{quoted.address}}}"


def _ris_fields(quoted: Quoted) -> Iterator[tuple[str, str | None]]:
    statement, capture = quoted.statement, quoted.capture
    issued = day_of(statement.given_on or statement.posted_on)
    yield "AU", quoted.speaker
    yield "TI", statement.title
    yield "PB", statement.source
    yield "CY", statement.place
    yield "PY", issued[:4] if issued else None
    yield "DA", _ris_date(issued)
    yield "Y2", _ris_date(day_of(capture.captured_at))
    yield "LA", quoted.language if quoted.language != "und" else None
    yield "N1", f"“{quoted.words}”"
    yield "UR", _plain_url(quoted.link) if quoted.link else None
    yield "DP", quoted.keeper
    yield "AN", quoted.address


def _csl_type(quoted: Quoted) -> str:
    kinds = set(quoted.statement.kinds)
    if "interview" in kinds:
        return "interview"
    return "speech" if kinds & _SPEECHES else "webpage"


def _key(quoted: Quoted) -> str:
    cited = quoted.citation
    name = re.sub(r"[^A-Za-z0-9]", "", cited.statement) or "statement"
    return f"{name}-v{cited.version}-t{cited.turn}-{cited.span[0]}"


def _date_parts(date: str | None) -> dict[str, Any] | None:
    day = day_of(date)
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None


def _ris_date(day: str | None) -> str | None:
    return "/".join([*day.split("-"), "", ""][:4]) if day else None


def _latex(text: str) -> str:
    return _LATEX_MARKS.sub(lambda mark: _LATEX[mark[0]], _on_one_line(text))


def _on_one_line(text: str) -> str:
    return " ".join(_CONTROLS.sub(" ", text).split())


def _plain_url(url: str) -> str:
    return _NOT_IN_URL.sub(lambda mark: "".join(f"%{byte:02X}" for byte in mark[0].encode()), url)
