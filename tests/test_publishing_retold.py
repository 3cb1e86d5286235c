"""Sentences that are said below the pages are told in the language of the page: each is known by its form, none is left out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.publishing import open_tongue
from onrecord.publishing.retold import FAULTS, REASONS, is_known, retell

SOURCE = Path(__file__).resolve().parents[1] / "src" / "onrecord"
# Rooms whose faults a page shows to who searches, checks or has an article reviewed.
ASKED = ("search/query.py", "quoting/attribution.py", "quoting/dates.py", "quoting/quotation.py", "archive/uses.py", "web/articles.py")  # fmt: skip
FRENCH, ARABIC = open_tongue("fr"), open_tongue("ar")


def sentence_of(told: ast.expr) -> str | None:
    """Return the text of a literal, each value in it as "7", which is both a number and a word."""
    match told:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr():
            return "".join(str(one.value) if isinstance(one, ast.Constant) else "7" for one in told.values)
    return None


def raised(path: str) -> Iterator[str]:
    """Yield the sentences of the WrongCalls that a file raises or returns."""
    for node in ast.walk(ast.parse((SOURCE / path).read_text(encoding="utf-8"))):
        is_fault = (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "WrongCall"
        )
        if is_fault and node.args and (said := sentence_of(node.args[0])):  # type: ignore[attr-defined]
            yield said


@pytest.mark.parametrize("path", ASKED)
def test_every_fault_that_a_page_shows_is_known(path: str) -> None:
    """A new or changed sentence of these rooms has to be told here as well."""
    sentences = list(raised(path))
    assert sentences
    assert [each for each in sentences if not is_known(each)] == []


@pytest.mark.parametrize("tongue", [FRENCH, ARABIC], ids=["fr", "ar"])
@pytest.mark.parametrize("message", [*REASONS, *FAULTS])
def test_a_sentence_is_told_with_its_values(message: str, tongue: object) -> None:
    """What was said with values comes back translated, with the same values."""
    values = {"number": "1,200", "most": "30", "url": "https://a.example/1", "id": "s7", "words": "Anna", "quoted": "“Anna”", "near": "'b'", "names": "en, fr", "reason": "it is shown again"}  # fmt: skip
    said = message % {name: values[name] for name in values if f"%({name})s" in message}
    told = retell(said, tongue)  # type: ignore[arg-type]
    assert told != said
    assert all(
        values[name] in told for name in ("url", "id", "words", "quoted", "near") if f"%({name})s" in message
    )
    if "%(reason)s" in message:
        assert "it is shown again" not in told


def test_a_reason_within_a_reason_is_told_too() -> None:
    """As of a page that is gone, and stood elsewhere."""
    assert retell("the server answered with status 410; it stood at https://a.example/1", FRENCH) == (
        "le serveur a répondu par le code 410 ; il se trouvait à https://a.example/1"
    )


def test_what_nobody_knows_stays_as_it_was_said() -> None:
    """And English stays as it is."""
    assert retell("Something new.", FRENCH) == "Something new."
    assert retell(REASONS[0], open_tongue("en")) == REASONS[0]
