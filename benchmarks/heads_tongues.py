"""The words of `heads_ways.py` in twenty-three languages, invented: read from `heads/`, where each title is marked with what it tells."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

WORDS = Path(__file__).parent / "heads"
_MARKED = re.compile(r"\{(?P<name>[^}]+)\}|\[(?P<office>[^\]]+)\]|<(?P<occasion>[^>]+)>|~(?P<outlet>[^~]+)~")


class Named(NamedTuple):
    """Somebody a title names as speaking: name and office, each as printed and as called."""

    names: frozenset[str]
    offices: frozenset[str]


class Title(NamedTuple):
    """A title as printed, and what it tells."""

    text: str
    speakers: tuple[Named, ...]
    outlet: str | None
    occasion: str | None


class Tongue(NamedTuple):
    """The words of one language: `told` are its strings, by their names in the files."""

    code: str
    titles: dict[str, Title]
    status: dict[str, str]
    days: tuple[str, ...]
    told: dict[str, Any]


def parse_marked(marked: str) -> Title:
    """Return a title without its marks, and what they say: `{name}`, `[office]`, `<occasion>`, `~outlet~`; behind a bar as called."""
    found: dict[str, list[str]] = {"name": [], "office": [], "occasion": [], "outlet": []}
    for match in _MARKED.finditer(marked):
        found[str(match.lastgroup)].append(match[str(match.lastgroup)])
    people = tuple(
        Named(frozenset(name.split("|")), frozenset(one.casefold() for one in office.split("|")))
        for name, office in zip(found["name"], found["office"], strict=True)
    )
    text = _MARKED.sub(lambda match: str(match[str(match.lastgroup)]).partition("|")[0], marked)
    return Title(text, people, *(next(iter(found[one]), None) for one in ("outlet", "occasion")))


def read_tongues(half: str) -> list[Tongue]:
    """Return the words of a half, `tune` or `held`, in the order of the files."""
    tongues = []
    for path in sorted(WORDS.glob(f"{half}_*.toml")):
        for code, told in tomllib.loads(path.read_text(encoding="utf-8")).items():
            titles = {form: parse_marked(marked) for form, marked in told.pop("titles").items()}
            tongues.append(Tongue(code, titles, told.pop("status"), tuple(told.pop("days")), told))
    return tongues
