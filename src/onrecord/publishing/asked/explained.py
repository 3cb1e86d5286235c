"""Explained pages as one HTML file that needs nothing else: no script, no font, no request. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.model import PART_GROUPS, Explanation, Issue, Reason
from onrecord.publishing.rendering import open_templates, styles
from onrecord.publishing.wording import printed_word
from onrecord.text import visible


class ReasonView(NamedTuple):
    """A reason as it is printed: a field, its value or None, the rule, its evidence, and what was passed over."""

    field: str
    value: str | None
    rule: str
    evidence: str
    passed_over: tuple[str, ...] = ()


class PartView(NamedTuple):
    """A part of a page: its heading, what it is for, why, the issues in it, and its words."""

    heading: str
    group: str
    speaker: str | None
    role: str
    reasons: tuple[ReasonView, ...]
    issues: tuple[str, ...]
    words: str


class PageView(NamedTuple):
    """All that is shown of one explained page; `language` is that of its text."""

    title: str
    address: str | None
    language: str | None
    reasons: tuple[ReasonView, ...]
    statements: tuple[tuple[str, tuple[ReasonView, ...]], ...]
    counts: tuple[tuple[str, int, str], ...]
    left: int
    length: int
    issues: tuple[str, ...]
    parts: Iterator[PartView]


def render_explanations(explanations: Iterable[Explanation]) -> Iterator[str]:
    """Yield an HTML page, piece by piece, that shows each page's text in order with what each part is, and why.

    Captured text is only ever escaped text, and what would move or hide it is written as `⟨U+202E⟩`.
    """
    style = styles("palette", "alone", "explained")
    template = open_templates().get_template("explained.html")
    return template.generate(pages=map(view_explanation, explanations), style=style)


def view_explanation(explanation: Explanation) -> PageView:
    """Return what is shown of an explained page, ready for its template."""
    reading = explanation.reading
    page, capture = reading.page, reading.capture
    # A turn that directions and insertions cut is one turn.
    counted = dict.fromkeys(
        (part.name, part.statement, part.turn, None if part.name == "turn" else part.span)
        for part in explanation.parts
    )
    counts = Counter(name for name, *_ in counted)
    return PageView(
        title=visible(page.title or "A page without a title"),
        address=visible(capture.url or capture.locator.file),
        language=page.language,
        reasons=tuple(map(_view_reason, (explanation.kind, *explanation.reasons))),
        statements=tuple(
            (explained.id, tuple(map(_view_reason, explained.reasons)))
            for explained in explanation.statements
        ),
        counts=tuple((printed_word(name), number, _group(name)) for name, number in counts.items()),
        left=reading.unclassified.characters,
        length=len(page.text),
        issues=tuple(_told(one.issue) for one in explanation.issues),
        parts=_view_parts(explanation),
    )


def _view_reason(reason: Reason) -> ReasonView:
    return ReasonView(
        printed_word(reason.field),
        None if reason.value is None else visible(str(reason.value)),
        reason.rule,
        visible(reason.evidence),
        tuple(f"{visible(str(one.value))} ({visible(one.from_)})" for one in reason.passed_over),
    )


def _group(name: str) -> str:
    return PART_GROUPS.get(name, "furniture")


def _view_parts(explanation: Explanation) -> Iterator[PartView]:
    begun: set[tuple[int | None, int | None]] = set()
    placed = [(one.span[0], _told(one.issue)) for one in explanation.issues if one.span]
    waiting = sorted(placed, reverse=True)
    for part in explanation.parts:
        reasons = [ReasonView("", None, part.rule, visible(part.evidence))]
        heading, speaker, role = printed_word(part.name), None, ""
        if part.name == "turn" and part.statement is not None and part.turn is not None:
            turn = explanation.statements[part.statement - 1].turns[part.turn - 1]
            is_further = (part.statement, part.turn) in begun
            begun.add((part.statement, part.turn))
            heading = f"turn {turn.n}, further" if is_further else f"turn {turn.n}"
            speaker = visible(turn.speaker.value or "nobody named")
            role = turn.role.value or "no role told"
            reasons = [] if is_further else [*reasons, _view_reason(turn.speaker), _view_reason(turn.role)]
        yield PartView(
            heading=heading,
            group=_group(part.name),
            speaker=speaker,
            role=role,
            reasons=tuple(reasons),
            issues=_issues_before(part.span[1], waiting),
            words=visible(explanation.reading.page.text[slice(*part.span)]),
        )


def _issues_before(end: int, waiting: list[tuple[int, str]]) -> tuple[str, ...]:
    """Take from those waiting, the last first, what stands before the end of a part."""
    issues = []
    while waiting and waiting[-1][0] < end:
        issues.append(waiting.pop()[1])
    return tuple(issues)


def _told(issue: Issue) -> str:
    return f"{issue.severity}: {visible(issue.message)}"
