"""Each habit of real pages that the catalogue of conventions lists is read as a careful person reads it.

A page of `tests/conventions/` is written in the shape of one row, all of it invented; beside it stands its truth. An
empty string is an absent value; “a|b” allows either, where a careful person hesitates (the comment says why). A key of
the head, or `editorial`, that is not given is not compared, but dates that the page does not tell must be absent. A
direction or insertion with a question mark before it may also stand outside the turns, and a turn whose role ends in a
question mark may also be no turn.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from onrecord.model import Reading, Statement, Turn
from onrecord.reading import read_page
from reading_pages import capture_of

FOLDER = Path(__file__).parent / "conventions"
KNOWN: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "known_failures.toml").read_text("utf-8"))
BLOCKS = {"p", "h1", "h2", "h3", "h4", "div", "li", "dt", "dd", "blockquote", "tr", "title"}
HIDDEN = {"title", "script", "style", "header", "nav", "aside", "footer"}
NO_WORDS_BETWEEN = re.compile(r"\s+")


class Renderer(HTMLParser):
    """The plain text of a page without what stands around it: a blank line between blocks, a line for each break."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or a line."""
        self.hidden += tag in HIDDEN
        if tag in BLOCKS:
            self.pieces.append("\n\n")
        elif tag == "br":
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        self.hidden -= tag in HIDDEN
        if tag in BLOCKS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        """Take the words, their spacing folded except for no-break spaces."""
        if not self.hidden:
            self.pieces.append(re.sub(r"[ \t\r\n]+", " ", data))


def as_plain_text(page: str) -> str:
    """Return an HTML page as its plain-text rendering."""
    renderer = Renderer()
    renderer.feed(page)
    lines = (line.strip(" ") for line in "".join(renderer.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


@cache
def truth_of(name: str) -> dict[str, Any]:
    """Return the truth of a page."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@cache
def reading_of(name: str, plain: bool) -> Reading:
    """Return the Reading of a page, as stored or rendered as plain text."""
    html, text = FOLDER / f"{name}.html", FOLDER / f"{name}.txt"
    if html.exists() and not plain:
        return read_page(html.read_text("utf-8"), capture_of("text/html", truth_of(name).get("url")))
    words = as_plain_text(html.read_text("utf-8")) if plain else text.read_text("utf-8")
    return read_page(words, capture_of("text/plain", truth_of(name).get("url")))


def cases(kind: str) -> list[ParameterSet]:
    """Return the pages to compare in one way; one that is known to be misread is expected to fail."""
    names = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != "known_failures")
    known = KNOWN.get(kind, {})
    return [
        pytest.param(
            name,
            id=name,
            marks=[pytest.mark.xfail(reason=known[name], raises=AssertionError)] if name in known else [],
        )
        for name in names
        if kind != "plain" or truth_of(name).get("plain")
    ]


def own_words(turn: Turn) -> str:
    """Return the words of a turn without directions and the source's insertions."""
    spans = sorted({aside.span for aside in (*turn.directions, *turn.editorial)}, reverse=True)
    text = turn.text
    for start, end in spans:
        text = f"{text[:start]} {text[end:]}"
    return NO_WORDS_BETWEEN.sub(" ", text).strip()


def allows(expected: str, actual: str | None) -> bool:
    """Return whether a value is one of those expected, capitals aside."""
    return (actual or "").casefold() in (choice.casefold() for choice in expected.split("|"))


def turn_differences(n: int, expected: list[Any], turn: Turn) -> list[str]:
    """Return what differs in one turn."""
    label, speaker, role, first, last, directions = expected
    words = own_words(turn)
    found = [
        f"turn {n} {what}: {read!r} instead of {wanted!r}"
        for what, wanted, read in (("label", label, turn.label), ("role", role, turn.role))
        if (read or "") not in wanted.split("|")
    ]
    if not allows(speaker, turn.speaker):
        found.append(f"turn {n} speaker: {turn.speaker!r} instead of {speaker!r}")
    if not words.startswith(first):
        found.append(f"turn {n} begins {words[:40]!r} instead of {first!r}")
    if not words.endswith(last):
        found.append(f"turn {n} ends {words[-40:]!r} instead of {last!r}")
    read = [aside.text for aside in turn.directions]
    sure = [direction for direction in directions if not direction.startswith("?")]
    if read not in (sure, [direction.lstrip("?") for direction in directions]):
        found.append(f"turn {n} directions: {read} instead of {directions}")
    return found


def agree(differences: list[str]) -> None:
    """Say what differs, if anything does."""
    if differences:
        raise AssertionError("\n".join(differences))


def expected_turns(turns: list[list[Any]], statement: Statement) -> list[list[Any]]:
    """Return the turns of a truth; one whose role ends in a question mark is there only if it was read."""
    open_ones = [turn for turn in turns if turn[2].endswith("?")]
    if len(statement.turns) == len(turns):
        return [[*turn[:2], turn[2].rstrip("?"), *turn[3:]] for turn in turns]
    return [turn for turn in turns if turn not in open_ones]


def check_turns(name: str, plain: bool) -> None:
    """Assert that each statement of a page has the turns a careful person reads."""
    truths, statements = truth_of(name).get("statement", []), reading_of(name, plain).statements
    agree(
        [f"{len(statements)} statements instead of {len(truths)}"] if len(statements) != len(truths) else []
    )
    for truth, statement in zip(truths, statements, strict=True):
        wanted = expected_turns(truth["turns"], statement)
        read = [f"{t.role} | {t.label} | {t.speaker} | {own_words(t)[:30]}" for t in statement.turns]
        count = f"{len(read)} turns instead of {len(wanted)}:\n" + "\n".join(read)
        agree([count] if len(read) != len(wanted) else [])
        pairs = enumerate(zip(wanted, statement.turns, strict=True), 1)
        agree([each for n, (expected, turn) in pairs for each in turn_differences(n, expected, turn)])
        agree(insertion_differences(truth, statement))


def insertion_differences(truth: dict[str, Any], statement: Statement) -> list[str]:
    """Return what differs in the source's insertions, where the truth lists them."""
    read = [aside.text for turn in statement.turns for aside in turn.editorial]
    wanted = truth.get("editorial", read)
    sure = [each for each in wanted if not each.startswith("?")]
    if read in (sure, [each.lstrip("?") for each in wanted]):
        return []
    return [f"editorial: {read} instead of {wanted}"]


@pytest.mark.parametrize("name", cases("turns"))
def test_turns_of(name: str) -> None:
    """Labels, speakers, roles, first and last words and directions of each turn are right."""
    check_turns(name, plain=False)


@pytest.mark.parametrize("name", cases("plain"))
def test_turns_as_plain_text_of(name: str) -> None:
    """The same turns are read where the markup is lost."""
    check_turns(name, plain=True)


def head_differences(truth: dict[str, Any], statement: Statement) -> list[str]:
    """Return what differs in the head of a statement."""
    found = []
    for field in ("title", "place", "text_status", "outlet"):
        read = getattr(statement, field)
        if field in truth and not allows(truth[field], read):
            found.append(f"{field}: {read!r} instead of {truth[field]!r}")
    if not statement.kinds or not set(statement.kinds) <= set(truth["kinds"]):
        found.append(f"kinds: {statement.kinds} instead of some of {truth['kinds']}")
    if "status" in truth and sorted(statement.status) != sorted(truth["status"]):
        found.append(f"status: {statement.status} instead of {truth['status']}")
    if "part" in truth:
        part = statement.part and [statement.part.number or 0, statement.part.continues]
        if (part or []) != truth["part"]:
            found.append(f"part: {statement.part} instead of {truth['part']}")
    return found + date_differences(truth, statement)


def date_differences(truth: dict[str, Any], statement: Statement) -> list[str]:
    """Return which dates differ; `dated_on` may be either the day it was given or the day it was posted."""
    dates = {field: getattr(statement, field) or "" for field in ("given_on", "posted_on", "updated_on")}
    wanted = {field: truth.get(field, "") for field in dates}
    if "dated_on" in truth:
        read = {dates.pop("given_on"), dates.pop("posted_on")} - {""}
        found = (
            [] if read == {truth["dated_on"]} else [f"date: {sorted(read)} instead of {truth['dated_on']}"]
        )
    else:
        found = []
    return found + [
        f"{field}: {read!r} instead of {wanted[field]!r}"
        for field, read in dates.items()
        if not allows(wanted[field], read)
    ]


@pytest.mark.parametrize("name", cases("head"))
def test_head_of(name: str) -> None:
    """Title, dates, kinds, place, status and part of each statement are right."""
    truth, reading = truth_of(name), reading_of(name, plain=False)
    truths, statements = truth.get("statement", []), reading.statements
    agree(
        [f"{len(statements)} statements instead of {len(truths)}"] if len(statements) != len(truths) else []
    )
    kind = truth.get("page_kind", "statement")
    agree([f"page kind: {reading.page.kind!r} instead of {kind!r}"] if reading.page.kind != kind else [])
    pairs = zip(truths, statements, strict=True)
    agree([each for expected, read in pairs for each in head_differences(expected, read)])


def test_known_failures_name_pages() -> None:
    """A failure that is known is one of a page that is there, and each page has its truth beside it."""
    truths = {path.stem for path in FOLDER.glob("*.toml")} - {"known_failures"}
    assert {path.stem for path in FOLDER.iterdir() if path.suffix in (".html", ".txt")} == truths
    assert {name for names in KNOWN.values() for name in names} <= truths
    assert set(KNOWN) <= {"turns", "plain", "head"}
