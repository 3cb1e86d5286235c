"""The header of a version in TEI: what it is, where its bytes were captured, who speaks, and what the keeper mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from onrecord.model import Held
from onrecord.publishing.exporting.elements import element, words

# What W3C Schema takes: 2031, 2031-05, 2031-05-03, 2031-05-03T10:15:00Z; "2031-05-03T10:15" it does not.
_WHEN = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9-]")


class Person(NamedTuple):
    """Somebody who speaks in one version; the id is the file's."""

    id: str
    name: str
    office: str | None


def name_of(held: Held) -> str:
    """Return the `xml:id` of a version: the statement's id and the number, which no other version has."""
    # An id of ours is a name already; another one is made one, its other characters by their numbers.
    told = _NOT_IN_NAMES.sub(lambda found: f"_{ord(found[0]):x}_", held.listed.id)
    return f"{told if told[:1].isalpha() else f's_{told}'}.v{held.version}"


def people_of(held: Held) -> tuple[Person, ...]:
    """Return who is named as speaking, in the statement's order, then those whom only a turn names."""
    named = {each.name: each.office for each in reversed(held.statement.speakers)}
    order = [each.name for each in held.statement.speakers]
    order += [turn.speaker for turn in held.statement.turns if turn.speaker is not None]
    name = name_of(held)
    return tuple(
        Person(f"{name}.p{n}", each, named.get(each)) for n, each in enumerate(dict.fromkeys(order), 1)
    )


def language_of(told: str | None) -> str | None:
    """Return a language as `xml:lang` takes it, None where it is none."""
    return told if told is not None and _LANGUAGE.fullmatch(told) else None


def header_of(held: Held, people: Sequence[Person], shown: str) -> str:
    """Return the `teiHeader` of a version."""
    corrected = "".join(_corrections(held))
    return (
        element(
            "teiHeader",
            "\n",
            _file(held),
            "\n",
            _sampling(shown),
            element("profileDesc", *_profile(held, people)),
            "\n",
            element("revisionDesc", corrected) + "\n" if corrected else "",
        )
        + "\n"
    )


_SHOWN = {
    "excerpt": "The words are an excerpt: no more of this source may be published here. The rest stands at its address.",
    "metadata": "The words are left out: of this source only what is known of a statement may be published here.",
    "withdrawn": "The words are left out: their keeper withdrew the message.",
}


def _sampling(shown: str) -> str:
    """Return how much of the words is there, where that is not all."""
    if shown not in _SHOWN:
        return ""
    return element("encodingDesc", element("samplingDecl", element("p", _SHOWN[shown]), n=shown)) + "\n"


def _file(held: Held) -> str:
    version, versions = held.version, len(held.listed.versions)
    kept = element("idno", words(held.listed.id), type="statement")
    return element(
        "fileDesc",
        element("titleStmt", element("title", words(held.statement.title or ""))),
        element("editionStmt", element("edition", f"version {version} of {versions}", n=version)),
        element("publicationStmt", element("p", "Kept in an archive of onrecord as statement ", kept, ".")),
        element("sourceDesc", _bibl(held)),
    )


def _bibl(held: Held) -> str:
    one, capture = held.statement, held.capture
    part = one.part
    return element(
        "bibl",
        _told("publisher", one.source),
        _told("name", one.outlet, "outlet"),
        "" if part is None or part.number is None else element("biblScope", str(part.number), unit="part"),
        element("note", "More was announced.", type="part") if part is not None and part.continues else "",
        _date("posted", one.posted_on),
        _date("updated", one.updated_on),
        _told("idno", capture.url, "URL"),
        _date("captured", capture.captured_at),
        element("idno", words(capture.digest), type="digest"),
    )


def _profile(held: Held, people: Sequence[Person]) -> Iterator[str]:
    one = held.statement
    setting = [
        _told("name", one.place, "place"),
        _date("given", one.given_on),
        _told("activity", one.occasion),
    ]
    if any(setting):
        yield element("settingDesc", element("setting", *setting))
    terms = [element("term", each, type="kind") for each in one.kinds]
    terms += [element("term", each, type="status") for each in one.status]
    yield element("textClass", element("keywords", *terms, element("term", one.text_status, type="text")))
    if people:
        yield element("particDesc", element("listPerson", *(_person(each) for each in people)))
    if (language := language_of(one.language)) is not None:
        yield element("langUsage", element("language", ident=language))


def _person(person: Person) -> str:
    office = (
        "" if person.office is None else element("affiliation", element("roleName", words(person.office)))
    )
    return element("person", element("persName", words(person.name)), office, xml_id=person.id)


def _corrections(held: Held) -> Iterator[str]:
    for each in held.statement.corrections:
        where = "" if each.turn is None else f"turn {each.turn}, "
        said = f"{where}{each.field}: read {_said(each.read)}, the keeper says {_said(each.says)} ({each.by}: {each.why})"
        yield element("change", words(said), type="correction", when=when_of(each.on))
    for removal in held.statement.removals:
        said = f"A passage was removed ({removal.by}: {removal.why})"
        yield element("change", words(said), type="removal", when=when_of(removal.at))


def _said(value: Any) -> str:
    if value is None:
        return "none"
    return f"“{value}”" if isinstance(value, str) else msgspec.json.encode(value).decode()


def _told(name: str, value: str | None, kind: str | None = None) -> str:
    return "" if value is None else element(name, words(value), type=kind)


def _date(kind: str, value: str | None) -> str:
    return "" if value is None else element("date", words(value), type=kind, when=when_of(value))


def when_of(value: str) -> str | None:
    """Return a date as `when` takes it, None where it is another."""
    return value if _WHEN.fullmatch(value) else None
