"""Why each turn has its speaker and role: the rule, and where the page names who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.explaining.labels import why_labels
from onrecord.explaining.rules import put_in_words
from onrecord.model import Evidence, ExplainedTurn, Reason, Statement
from onrecord.reading import Composed, Manner, Traced, manners_of
from onrecord.reading.words.persons import Person

_UNHEARD = Manner()


def explain_turns(traced: Traced) -> Iterator[tuple[ExplainedTurn, ...]]:
    """Yield for each statement of the page why each of its turns has its label, its speaker and its role."""
    for composed in traced.composed:
        yield tuple(_explained(traced, composed))


def _explained(traced: Traced, composed: Composed) -> Iterator[ExplainedTurn]:
    labels = why_labels(traced, composed.split)
    manners = manners_of(traced.page.text, composed.split)
    turns = composed.statement.turns
    named = {
        name: _where_named(composed, name, traced.page.text)
        for name in {turn.speaker for turn in turns}
        if name
    }
    for turn, who, stretch, label in zip(turns, composed.told, composed.split.stretches, labels, strict=True):
        manner = manners.get(stretch.label.key, _UNHEARD) if stretch.label else _UNHEARD
        told = named[turn.speaker] if turn.speaker else None
        origin, span = (told.from_, told.span) if told else ("", None)
        role = put_in_words(
            who.played_by,
            asks=_share(manner.asks, manner.turns),
            wonders=_share(manner.wonders, manner.turns),
        )
        yield ExplainedTurn(
            n=turn.n,
            label=label,
            speaker=Reason(
                "speaker",
                turn.speaker,
                who.identified_by,
                put_in_words(who.identified_by, origin=origin),
                span,
            ),
            role=Reason("role", turn.role, who.played_by, role),
        )


def _share(part: float, turns: int) -> str:
    return f"{round(part * turns)} of {turns} turns"


def _where_named(composed: Composed, name: str, text: str) -> Evidence:
    """Where the page gives a speaker's name: what named him before any label, else the label that has most of it."""
    statement = composed.statement
    keys = Person(name, None).keys
    if any(one.name == name for one in composed.cast.titled):
        for one in statement.evidence.get("speakers", ()):
            if Person(str(one.value), None).keys & keys:
                return Evidence(name, _named_by(one.from_), one.span, True)
    for turn in statement.turns:
        if turn.label and turn.speaker == name and name.lower() in turn.label.lower():
            return Evidence(name, f"which the label “{turn.label}” of turn {turn.n} gives", None, True)
    return _printed(statement, name, text)


def _named_by(origin: str) -> str:
    return {
        "title": "which the title gives",
        "line under the title": "which a line under the title gives",
        "introduction": "which the publisher's lead-in gives",
    }.get(origin, f"which the {origin} gives")


def _printed(statement: Statement, name: str, text: str) -> Evidence:
    """The first place of the page that prints the name in full."""
    where = "which the title gives" if name in (statement.title or "") else "which the page prints in full"
    at = text.find(name)
    return Evidence(name, where, (at, at + len(name)) if at >= 0 else None, True)
