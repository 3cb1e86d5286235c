"""Why each field of a statement has its value: what told it, and what else was there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from onrecord.explaining.rules import put_in_words
from onrecord.model import Evidence, ExplainedStatement, ExplainedTurn, Part, Reason, Speaker, Statement
from onrecord.reading import Composed, Traced
from onrecord.reading.claims import TITLE_RULES
from onrecord.reading.parts.titles import words_of_kinds
from onrecord.reading.rules import SOURCE_FILE
from onrecord.reading.words.persons import Person

# What is looked through for a field, said where nothing tells it.
_LOOKED = {
    "given_on": "lines with a word for the day, the title, lines at the title, metadata",
    "posted_on": "lines with a word for the day, lines at the title and behind the words, metadata",
    "place": "lines with a word for the place, the title, the line above a time of day",
    "outlet": "lines with a word for the outlet, the title",
    "speakers": "lines with a word for the speaker, the title, a line under it, the publisher's lead-in, labels",
}
_LONGEST_QUOTED = 120
_SINGLE = ("given_on", "posted_on", "updated_on", "place", "occasion", "outlet", "interviewer")


def explain_statement(
    traced: Traced, composed: Composed, turns: tuple[ExplainedTurn, ...]
) -> ExplainedStatement:
    """Return why each field of the statement has its value, with its turns, which are explained already."""
    statement = composed.statement
    reasons = [*_kinds(statement), _title(traced, composed), *_speakers(statement)]
    for field in _SINGLE:
        reasons.extend(_quoting(reason, traced) for reason in _single(statement.evidence, field))
    reasons.extend(_states(statement))
    reasons.append(_source(statement, traced))
    rule = composed.text_status_by
    reasons.append(Reason("text_status", statement.text_status, rule, put_in_words(rule)))
    if statement.part:
        reasons.append(Reason("part", _part(statement.part), "part.told", put_in_words("part.told")))
    return ExplainedStatement(statement.id, tuple(reasons), turns)


def _from(field: str, value: Any, chosen: Evidence, passed: tuple[Evidence, ...] = ()) -> Reason:
    # "title (day-month order: source file)": where it stands, and what a source's file, or other pages, told about it
    origin, _, helped = chosen.from_.partition(" (")
    rule = origin_rule(origin)
    evidence = put_in_words(rule, told=origin)
    if helped:
        what, _, teller = helped.removesuffix(")").partition(": ")
        evidence += f", with what {'the source file' if teller == SOURCE_FILE else teller} tells ({what})"
    return Reason(field, value, rule, evidence, chosen.span, passed)


def _quoting(reason: Reason, traced: Traced) -> Reason:
    """The reason with the words of the page that tell it, where they are few."""
    if reason.span is None or reason.span[1] - reason.span[0] > _LONGEST_QUOTED:
        return reason
    words = " ".join(traced.page.text[slice(*reason.span)].split())
    return msgspec.structs.replace(reason, evidence=f"{reason.evidence}: “{words}”")


def origin_rule(origin: str) -> str:
    """Return the rule's name for what the evidence of a field says that it was read from."""
    if origin.startswith(("line “", "labels")):
        return "from.line" if origin.startswith("line") else "from.labels"
    if origin.startswith(("JSON-LD", "meta ")):
        return "from.metadata"
    return "from.line" if origin == "line" else f"from.{origin.replace(' ', '_')}"


def _absent(field: str) -> Reason:
    return Reason(field, None, "absent", put_in_words("absent", looked=_LOOKED[field]))


def _kinds(statement: Statement) -> Iterator[Reason]:
    told = statement.evidence.get("kinds", ())
    kinds = ", ".join(statement.kinds).replace("_", " ")
    if told and told[0].from_ == "title":
        words = ", ".join(f"“{word}”" for word in words_of_kinds(statement.title or "", statement.kinds))
        reason = _from("kinds", kinds, told[0])
        yield msgspec.structs.replace(reason, evidence=f"{reason.evidence}: {words}")
    elif told:
        yield _from("kinds", kinds, told[0])
    else:
        yield Reason("kinds", kinds, "kinds.untold", put_in_words("kinds.untold"))


def _title(traced: Traced, composed: Composed) -> Reason:
    if len(traced.composed) == 1:
        return why_title(traced, composed.statement.title)
    rule = "title.section"
    return Reason("title", composed.statement.title, rule, put_in_words(rule), composed.title_span)


def why_days(traced: Traced) -> Iterator[Reason]:
    """Yield why a page without a statement was posted and updated on the days it has, or that nothing tells."""
    for field in ("posted_on", "updated_on"):
        evidence = traced.reading.page.evidence
        yield from (_quoting(reason, traced) for reason in _single(evidence, field))


def why_title(traced: Traced, title: str | None) -> Reason:
    """Return why the page, or its one statement, has this title, or none."""
    frame = traced.layout.frame
    spans = [traced.page.blocks[index].span for index in frame.title]
    if title is None:
        rule = "title.untold"
    elif frame.title and frame.title_text:
        rule = TITLE_RULES[frame.title_from]
    else:
        rule = "title.head_only"
    return Reason("title", title, rule, put_in_words(rule), (spans[0][0], spans[-1][1]) if spans else None)


def _speakers(statement: Statement) -> Iterator[Reason]:
    told = statement.evidence.get("speakers", ())
    for speaker in statement.speakers:
        keys = Person(speaker.name, None).keys
        own = [one for one in told if Person(str(one.value), None).keys & keys]
        chosen = next((one for one in own if one.chosen), own[0] if own else None)
        name = _named(speaker)
        if chosen is None:
            yield Reason("speakers", name, "speakers.label", put_in_words("speakers.label"))
        else:
            yield _from("speakers", name, chosen, tuple(one for one in own if one is not chosen))
    if not statement.speakers:
        yield _absent("speakers")


def _named(speaker: Speaker) -> str:
    return f"{speaker.name}, {speaker.office}" if speaker.office else speaker.name


def _single(evidence: Mapping[str, tuple[Evidence, ...]], field: str) -> Iterator[Reason]:
    told = evidence.get(field, ())
    chosen = next((one for one in told if one.chosen), None)
    if chosen:
        yield _from(field, chosen.value, chosen, tuple(one for one in told if one is not chosen))
    elif field in _LOOKED:
        yield _absent(field)


def _states(statement: Statement) -> Iterator[Reason]:
    for one in statement.evidence.get("status", ()):
        yield _from("status", str(one.value).replace("_", " "), one)


def _source(statement: Statement, traced: Traced) -> Reason:
    told = statement.evidence.get("source", ())
    if told:
        return _from("source", statement.source, told[0])
    rule = "source.address" if traced.reading.capture.url else "source.untold"
    return Reason("source", statement.source, rule, put_in_words(rule))


def _part(part: Part) -> str:
    number = f"part {part.number}" if part.number is not None else "a part, which one is not told"
    return f"{number}; to be continued" if part.continues else number
