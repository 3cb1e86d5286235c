"""What the keeper mended, among the reasons of an explanation: what was read stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from onrecord.explaining.rules import put_in_words
from onrecord.model import Correction, Evidence, Explanation, PlacedIssue, Reading, Reason, Statement


def explain_corrections(explanation: Explanation, mended: Reading) -> Explanation:
    """Return the explanation with what the keeper mended: parts and rules stay those of the reader, whose work they explain."""
    if mended is explanation.reading:
        return explanation
    statements = tuple(
        replace(explained, reasons=(*explained.reasons, *_reasons(statement)))
        for explained, statement in zip(explanation.statements, mended.statements, strict=True)
    )
    further = mended.issues[len(explanation.reading.issues) :]
    issues = (*explanation.issues, *(PlacedIssue(issue, None) for issue in further))
    return replace(explanation, reading=mended, statements=statements, issues=issues)


def _reasons(statement: Statement) -> Iterator[Reason]:
    for each in statement.corrections:
        rule = "keeper.correction"
        evidence = f"{put_in_words(rule, by=each.by, on=each.on)}: {each.why} ({each.id})"
        yield Reason(_field(each), told(each.says), rule, evidence, None, (_read(each),))


def _field(correction: Correction) -> str:
    return correction.field if correction.turn is None else f"{correction.field} of turn {correction.turn}"


def _read(correction: Correction) -> Evidence:
    return Evidence(told(correction.read), "as it was read", None, False)


def told(value: object) -> str:
    """Return a value of a correction in words: two turns that were joined, or nothing."""
    if isinstance(value, list | tuple):
        return " | ".join(map(str, value))
    return "nothing" if value is None else str(value)
