"""Every rule of the reader has words, and every rule with words is the reader's; docs/rules.md has them all."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from onrecord.explaining import RULES
from onrecord.explaining.rules import put_in_words
from onrecord.explaining.statement import origin_rule
from onrecord.reading.nostatement.codes import STAND_INS

REPOSITORY = Path(__file__).resolve().parents[1]
FAMILIES = {rule.partition(".")[0] for rule in RULES if "." in rule}
SHAPE = re.compile(r"[a-z_]+\.[a-z_]+")
# Names of furniture give their rules: "furniture.clock".
FURNITURE = {"clock", "counter", "contact", "pager", "dateline"}


def rules_in(folder: Path) -> set[str]:
    """Return the rules that the source of a room names."""
    found = set()
    for path in folder.rglob("*.py"):
        for literal in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(literal, ast.Constant) and isinstance(literal.value, str):
                family = literal.value.partition(".")[0]
                if SHAPE.fullmatch(literal.value) and family in FAMILIES:
                    found.add(literal.value)
    return found


def origins_in(room: Path) -> set[str]:
    """Return the rules that the room that explains gives for itself: where the evidence of a field comes from, and what is absent."""
    own = [path for path in room.glob("*.py") if path.name != "rules.py"]
    text = "".join(path.read_text("utf-8") for path in own)
    return {rule for rule in RULES if f'"{rule}"' in text or rule.startswith("from.")}


def origins_of(call: ast.Call) -> list[str]:
    """Return the name of a place that a call notes evidence under: `evidence.note(field, value, name, …)`, `day.origin(name)`."""
    place = {"note": 2, "origin": 0}.get(call.func.attr, -1) if isinstance(call.func, ast.Attribute) else -1
    named = call.args[place] if 0 <= place < len(call.args) else None
    return [named.value] if isinstance(named, ast.Constant) and isinstance(named.value, str) else []


def test_every_rule_of_the_reader_has_words() -> None:
    """A rule that somebody adds to the reader is put in words here, or this fails and names it."""
    source = REPOSITORY / "src" / "onrecord"
    made = {f"furniture.{name}" for name in FURNITURE} | {f"other.{code}" for code in STAND_INS}
    named = rules_in(source / "reading") | made
    assert named - RULES.keys() == set()
    words_alone = {rule for rule in RULES if "." in rule} - named - origins_in(source / "explaining")
    assert words_alone == set()


def test_every_place_that_a_field_is_read_from_has_words() -> None:
    """Evidence that is noted under a name ("line under the title") is put in words here, or this fails and names it."""
    calls = (
        node
        for path in (REPOSITORY / "src" / "onrecord" / "reading").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    )
    noted = {name for call in calls for name in origins_of(call)}
    assert "title" in noted
    assert {origin_rule(origin.partition(" (")[0]) for origin in noted} - RULES.keys() == set()


def test_the_document_has_every_rule() -> None:
    """docs/rules.md shows each rule with what it goes by, as the source has it."""
    text = (REPOSITORY / "docs" / "rules.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([a-z_.]+)` \| (.+) \|$", text, re.MULTILINE))
    assert rows == {rule: words.replace("{", "*").replace("}", "*") for rule, words in RULES.items()}


def test_captured_words_are_never_a_pattern() -> None:
    """Braces in what a page shows stay as they are; what is not given is left open."""
    words = put_in_words("turn.labelled", label="{0} {rule} %s")
    assert words == "from the label “{0} {rule} %s” to what follows it"
    assert put_in_words("turn.labelled") == "from the label “…” to what follows it"
    assert put_in_words("label.of_tomorrow") == "a rule that has no words yet"
