"""What a statement is, and what its lines and title state of it: kinds, occasion, outlet, source, each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import (
    KINDS,
    Evidence,
    Span,
)
from onrecord.reading.identity import source_of
from onrecord.reading.page.blocks import STATEMENT
from onrecord.reading.parts.interviewed import outlet_of_interview
from onrecord.reading.parts.titles import WEAK_KINDS, TitleTold, kinds_of
from onrecord.reading.rules import SOURCE_FILE
from onrecord.reading.statement.body import Body, Found, Opening, interview_credit, within
from onrecord.reading.statement.dated import kinds_behind_days
from onrecord.reading.statement.leads import kinds_at_title
from onrecord.reading.statement.people import note_aliases
from onrecord.reading.turns.between import is_between_two
from onrecord.reading.turns.cast import lists_guest
from onrecord.reading.turns.chamber import IN_CAPITALS
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.turns import Split
from onrecord.reading.words.labelwords import CHAIR_LABELS, QUESTION_LABELS
from onrecord.reading.words.placed import OpeningDay, opening_day
from onrecord.reading.words.presiding import PRESIDENTS, is_sitting, presides
from onrecord.reading.words.signposts import FOLLOWING

# "… the speech made by Ada Verne, the Foreign Secretary, in Halvane on 14 March 2030."
GIVEN_AT = re.compile(
    r"\b(?:made|given|delivered|held)\s(?:[^.]{0,200}?\b(?:in|at)\s+(?P<place>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}))?"
    r"(?P<rest>[^.]{0,160}?\bon\s[^.]{6,40})"
)
_LONGEST_LEAD = 300  # characters
_LONGEST_NAME, _LONGEST_SUBTITLE = 60, 200


def find_kinds(
    body: Body, told: TitleTold, opening: Opening, split: Split, evidence: Found, title_span: Span | None
) -> tuple[str, ...]:
    """Return what the statement is, by a stated kind, its title, the genre in its JSON-LD, or labels of questions."""
    named = tuple(kind for one in body.told.genre if (kind := one.replace(" ", "_")) in KINDS)
    for line in body.lines:
        if line.field == "kind":
            stated = tuple(
                kind for kind in re.split(r"[;,]\s*", line.value.lower()) if kind.replace(" ", "_") in KINDS
            )
            # A line in another language than the model's words, which the page's JSON-LD has as they are.
            kinds = tuple(kind.replace(" ", "_") for kind in stated) or named or kinds_of(line.value)
            if kinds and not stated and not named and told.kinds:
                break  # "Category: Stenographic version", where the title says more
            if kinds:
                evidence.note("kinds", list(kinds), f"line “{line.label}”", line.span, True)
                return kinds[:2]
    if told.kinds:
        evidence.note("kinds", list(told.kinds), "title", title_span, True)
        return told.kinds
    if named:
        evidence.note("kinds", list(named), "JSON-LD genre", None, True)
        return named[:2]
    for index in opening.blocks:
        if opening.rules[index] == "opening.subtitle" and (kinds := kinds_of(body.page.blocks[index].text)):
            evidence.note("kinds", list(kinds), "line at the title", body.page.blocks[index].span, True)
            return kinds
    for kinds, _, span in kinds_behind_days(body, opening):
        evidence.note("kinds", list(kinds), "line at the title", span, True)
        return kinds
    if at_title := kinds_at_title(body.page, body.frame.title):
        kinds, index = at_title
        evidence.note("kinds", list(kinds), "line at the title", body.page.blocks[index].span, True)
        return kinds
    if named_in_head := _kinds_in_head(body):
        evidence.note("kinds", list(named_in_head), "page title", None, True)
        return named_in_head
    for start, end in split.introductions:
        # "Following is Secretary-General Ada Verne’s message for …"
        lead = body.page.text[start:end][:_LONGEST_LEAD].replace("\u2011", "-")
        if (opened := FOLLOWING.match(lead)) and (kinds := _kinds_led_in(lead[opened.end() :])):
            evidence.note("kinds", list(kinds), "introduction", (start, end), True)
            return kinds
    if (credit := interview_credit(body)) is not None:
        evidence.note("kinds", ["interview"], "line that says who asked", body.page.blocks[credit].span, True)
        return ("interview",)
    if (
        guest := next((one for one in opening.blocks if lists_guest(body.page.blocks[one].text)), None)
    ) is not None:
        evidence.note("kinds", ["interview"], "line that lists a guest", body.page.blocks[guest].span, True)
        return ("interview",)
    if "mark.examination" in split.marks.values():
        evidence.note("kinds", ["debate"], "lines that tell who is examined", None, True)
        return ("debate",)
    if (record := _names_record(body, split, opening)) is not None:
        evidence.note("kinds", ["debate"], "line above the words", body.page.blocks[record].span, True)
        return ("debate",)
    return _kinds_of_labels(body.page.text, split, evidence)


def _names_record(body: Body, split: Split, opening: Opening) -> int | None:
    """The line above what is said that names the record of a sitting, in which somebody presides: "THE HANSARD"."""
    labels = (stretch.label for stretch in split.stretches if stretch.label)
    if not any(label.key in CHAIR_LABELS or presides(label.key) for label in labels):
        return None
    short = (index for index in opening.blocks if len(body.page.blocks[index].text) <= _LONGEST_NAME)
    return next((index for index in short if kinds_of(body.page.blocks[index].text) == ("debate",)), None)


def _kinds_in_head(body: Body) -> tuple[str, ...]:
    """The kinds that the page's title names, of which the statement's is a part: "Speech by Governor Verne on tides and inflation"."""
    head, title = (body.page.head.title or "").lower(), (body.frame.title_text or "").lower()
    kinds = kinds_of(body.page.head.title or "") if title and title in head else ()
    return () if set(kinds) & WEAK_KINDS else kinds


def _kinds_of_labels(text: str, split: Split, evidence: Found) -> tuple[str, ...]:
    """What the labels show of an exchange: questions, or a sitting."""
    labelled = [s.label for s in split.stretches if s.label]
    if is_between_two(text, split, labelled):
        evidence.note("kinds", ["interview"], "labels of two people, of whom one asks", None, True)
        return ("interview",)
    if len({label.key for label in labelled}) >= 2 and any(
        label.key in ("q", "question") for label in labelled
    ):
        evidence.note("kinds", ["answers_to_media"], "labels of questions", None, True)
        return ("answers_to_media",)
    if (
        is_sitting([label.key for label in labelled])
        or _sits_under_a_president(labelled)
        or any(label.rule == IN_CAPITALS for label in labelled)
    ):
        evidence.note("kinds", ["debate"], "labels of a sitting", None, True)
        return ("debate",)
    return ("other",)


def _kinds_led_in(lead: str) -> tuple[str, ...]:
    """The kinds that a lead-in names, where a genitive says whose: "Secretary-General Ada Verne’s message for …" is one by her."""
    genitives = ("’s ", "'s ", "s’ ", "s' ")  # "Bel Olmos’ message"
    whose, genitive, what = lead.partition(next((one for one in genitives if one in lead), "’s "))
    by_whom = kinds_of(f"{what.split(None, 1)[0]} by {whose}") if genitive and what.strip() else ()
    return by_whom or kinds_of(lead)


def _sits_under_a_president(labels: Sequence[Label]) -> bool:
    """Whether a president gives the floor to two or more whose state or seat stands in brackets: "Mr. Harrow (Skell)"."""
    keys = {label.key for label in labels}
    seated = {label.key for label in labels if label.text.endswith(")")} - PRESIDENTS
    return bool(keys & PRESIDENTS) and len(seated) >= 2 and not keys & QUESTION_LABELS


def find_stated(
    body: Body, field: str, in_title: tuple[str, Span] | None, evidence: Found, title_span: Span | None
) -> str | None:
    """Return the value of a field that a metadata line states, else what the title tells."""
    chosen: str | None = None
    for line in body.lines:
        if line.field == field:
            evidence.note(field, line.value, f"line “{line.label}”", line.span, chosen is None)
            chosen = chosen or line.value
    if in_title:
        evidence.note(field, in_title[0], "title", within(title_span, in_title[1]), chosen is None)
        chosen = chosen or in_title[0]
    return chosen


def find_outlet(
    body: Body, told: TitleTold, opening: Opening, evidence: Found, title_span: Span | None
) -> str | None:
    """Return whose interview it is, as a line or the title states it, or a line under the title that says what the text is."""
    if stated := find_stated(body, "outlet", told.outlet, evidence, title_span):
        return stated
    for index in opening.blocks:
        block = body.page.blocks[index]
        if len(block.text) <= _LONGEST_SUBTITLE and (found := outlet_of_interview(block.text)):
            start = block.span[0]
            evidence.note(
                "outlet", found[0], "line under the title", (start + found[1][0], start + found[1][1]), True
            )
            return found[0]
    return None


def day_of_words(body: Body, opening: Opening) -> OpeningDay | None:
    """Return the place and day with which the words begin: "HALVANE, 14 March 2031 – The Minister …"."""
    return opening_day(body.page.blocks[opening.rest[0]].text, body.guide.dates_in) if opening.rest else None


def find_source(body: Body, url: str | None, evidence: Found) -> str | None:
    """Return who published the text: the source told, else the host; but where the page gives another's text, that one's."""
    based_on = body.told.based_on
    if based_on is None:
        if named := body.guide.name():
            evidence.note("source", named, SOURCE_FILE, None, True)
        return named or source_of(url)
    source = based_on.publisher or source_of(based_on.url)
    if source:
        evidence.note("source", source, "JSON-LD isBasedOn", None, True)
    return source


def note_told(body: Body, split: Split, evidence: Found) -> None:
    """Enter as evidence the language, the element of the statement and the speakers of labels that a source's file tells."""
    note_aliases(body, split, evidence)
    rules = body.guide.rules
    if rules.language:
        evidence.note("language", rules.language, SOURCE_FILE, None, True)
    if rules.statement and "statement" in body.guide.decided:
        blocks = [block for block in body.page.blocks if STATEMENT in block.places]
        span = blocks[0].span[0], blocks[-1].span[1]
        evidence.note("turns", rules.statement, SOURCE_FILE, span, True)


def with_interviewer(
    evidence: Found, body: Body, told: TitleTold, title_span: Span | None
) -> dict[str, tuple[Evidence, ...]]:
    """Return all evidence by field, with the interviewer entered where lines or title name one."""
    find_stated(body, "interviewer", told.interviewer, evidence, title_span)
    return {field: tuple(found) for field, found in sorted(evidence.items())}
