"""What the header of proceedings tells: their title, when and where they were held, and who is behind which id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.capture.formats.xml import XmlEvents

_PERSONS = frozenset(("person", "personGrp"))
_IDS = ("xml:id", "eId", "id")
_PLACES = frozenset(("place", "city"))


class _Title(NamedTuple):
    kind: str
    language: str
    words: str


@dataclass
class Header:
    """What was told so far; `names` and `offices` are those behind the ids that speeches refer to, of several the first."""

    names: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    titles: list[_Title] = field(default_factory=list)
    held_on: str = ""
    posted: str = ""
    updated: str = ""
    place: str = ""
    address: str = ""
    language: str = ""

    @property
    def title(self) -> str:
        """The main title, of several that in the text's language; empty without one."""
        told = [one for one in self.titles if one.kind in ("main", "")] or self.titles
        own = [one for one in told if one.language == self.language] or told
        return own[0].words if own else ""


class HeadEvents(XmlEvents):
    """Enters what the header tells, from the events inside it."""

    def __init__(self, header: Header) -> None:
        """Take where it is entered."""
        self._header = header
        self._path: list[tuple[str, dict[str, str]]] = []
        self._pieces: list[list[str]] = []
        self._name: dict[str, str] = {}

    def begin(self, name: str, attributes: dict[str, str], offset: int) -> None:
        """Enter an element of the header."""
        self._path.append((name, attributes))
        self._pieces.append([])
        header = self._header
        if name.startswith("TLC") and attributes.get("showAs"):
            header.names.setdefault(id_of(attributes), attributes["showAs"].strip())
        elif name == "FRBRdate" and self._within("FRBRWork"):
            header.held_on = header.held_on or attributes.get("date", "")[:10]
        elif name == "date" and self._within("setting"):
            header.held_on = header.held_on or attributes.get("when", "")[:10]
        elif name == "date" and attributes.get("type") in ("posted", "updated"):
            setattr(header, attributes["type"], attributes.get("when", ""))
        elif name == "FRBRlanguage":
            header.language = header.language or attributes.get("language", "")
        elif name in ("persName", "orgName"):
            self._name = {}

    def words(self, text: str) -> None:
        """Take the words of an element of the header."""
        if self._pieces:
            self._pieces[-1].append(text)

    def end(self, name: str, offset: int) -> None:
        """Leave an element of the header."""
        _, attributes = self._path.pop()
        text = " ".join("".join(self._pieces.pop()).split())
        if self._pieces:
            self._pieces[-1].append(f" {text} ")
        if text:
            self._told(name, attributes, text)

    def _told(self, name: str, attributes: dict[str, str], text: str) -> None:
        header = self._header
        around, around_attributes = self._path[-1] if self._path else ("", {})
        if name in ("forename", "surname"):
            self._name[name] = f"{self._name.get(name, '')} {text}".strip()
        elif name in ("persName", "orgName") and around in _PERSONS:
            # some write the surname first, for lists
            whole = " ".join(self._name[each] for each in ("forename", "surname") if each in self._name)
            header.names.setdefault(id_of(around_attributes), whole if len(self._name) == 2 else text)
        elif name == "roleName" and (person := self._person()):
            header.offices.setdefault(person, text)
        elif name == "title" and [each for each, _ in self._path[1:]] == ["fileDesc", "titleStmt"]:
            header.titles.append(_Title(attributes.get("type", ""), attributes.get("xml:lang", ""), text))
        elif self._within("setting") and (name == "settlement" or attributes.get("type") in _PLACES):
            header.place = header.place or text
        elif name == "idno" and attributes.get("type") == "URL" and text.startswith(("http://", "https://")):
            header.address = header.address or text

    def _person(self) -> str:
        return next((id_of(attributes) for each, attributes in reversed(self._path) if each in _PERSONS), "")

    def _within(self, name: str) -> bool:
        return any(each == name for each, _ in self._path)


def id_of(attributes: dict[str, str]) -> str:
    """Return the id of an element, empty without one."""
    return next((attributes[name] for name in _IDS if attributes.get(name)), "")
