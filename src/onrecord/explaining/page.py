"""A page to its explanation: why it is a statement or none, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.explaining.parts import explain_parts
from onrecord.explaining.rules import SIGNS_SOUGHT, counted, put_in_words
from onrecord.explaining.statement import explain_statement, why_days, why_title
from onrecord.explaining.turns import explain_turns
from onrecord.model import Capture, Explanation, Issue, LearntSite, PlacedIssue, Reason, Statement
from onrecord.reading import Traced, trace_page
from onrecord.reading.told import SourceRules


def explain_page(
    text: str,
    capture: Capture,
    issues: Iterable[Issue] = (),
    rules: SourceRules | None = None,
    learnt: LearntSite | None = None,
) -> Explanation:
    """Return the Reading of a page with why each part of it was read so.

    `rules` are what is told of its source, `learnt` is what its site's pages tell together.
    """
    traced = trace_page(text, capture, issues, rules, learnt)
    told = list(explain_turns(traced))
    return Explanation(
        reading=traced.reading,
        kind=_why_kind(traced),
        reasons=tuple(_page_reasons(traced)),
        statements=tuple(
            explain_statement(traced, composed, turns)
            for composed, turns in zip(traced.composed, told, strict=True)
        ),
        parts=tuple(explain_parts(traced, told)),
        issues=tuple(PlacedIssue(issue, span) for issue, span in traced.issues),
    )


def _why_kind(traced: Traced) -> Reason:
    rule = traced.kind_by
    evidence = put_in_words(
        rule,
        sought="; ".join(SIGNS_SOUGHT.values()),
        notices=counted(len(traced.reading.notices), "notice"),
    )
    for statement in traced.reading.statements[:1]:
        found = _sign_found(rule, statement, traced.reading.capture.url)
        evidence += f": {found}" if found else ""
    return Reason("page", traced.reading.page.kind, rule, evidence)


def _sign_found(rule: str, statement: Statement, url: str | None) -> str:
    """What the statement itself holds of the sign, where it holds it."""
    labels = list(dict.fromkeys(turn.label for turn in statement.turns if turn.label))
    shown = {
        "statement.kind": ", ".join(statement.kinds).replace("_", " "),
        "statement.office": "; ".join(one.office for one in statement.speakers if one.office),
        "statement.labels": ", ".join(f"“{label}”" for label in labels[:3]) + (" …" if labels[3:] else ""),
        "statement.status": ", ".join(statement.status).replace("_", " "),
        "statement.address": url or "",
    }
    return shown.get(rule, "")


def _page_reasons(traced: Traced) -> Iterator[Reason]:
    page, frame = traced.reading.page, traced.layout.frame
    if len(traced.composed) != 1:
        yield why_title(traced, page.title)
    if page.page_says_at:
        yield Reason(
            "page_says_at", page.page_says_at, "page_says.dateline", put_in_words("page_says.dateline")
        )
    if page.kind == "other":
        yield from why_days(traced)
    yield Reason("language", page.language, traced.language_by, put_in_words(traced.language_by))
    if traced.layout.body:
        spans = [traced.page.blocks[index].span for index in traced.layout.body]
        span = (spans[0][0], spans[-1][1])
        paragraphs = counted(len(spans), "paragraph")
        captures = counted(page.learnt.captures, "capture") if page.learnt else ""
        yield Reason(
            "body", paragraphs, frame.body_from, put_in_words(frame.body_from, captures=captures), span
        )
