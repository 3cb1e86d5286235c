"""The body of a page to its statement, the regions it takes, and what was wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.model import (
    Capture,
    Issue,
    Span,
    Speaker,
    Statement,
    Turn,
)
from onrecord.reading.identity import statement_id
from onrecord.reading.page.blocks import Block
from onrecord.reading.page.regions import Claim
from onrecord.reading.parts.metadata import opening_rule
from onrecord.reading.parts.titles import TitleTold, kinds_of, parse_title, people_under_title
from onrecord.reading.statement.body import (
    Body,
    Found,
    Opening,
    byline_of,
    interview_credit,
    split_opening,
    title_span_of,
    within,
    without_title_again,
)
from onrecord.reading.statement.dates import find_statement_dates
from onrecord.reading.statement.facts import (
    find_kinds,
    find_outlet,
    find_source,
    note_told,
    with_interviewer,
)
from onrecord.reading.statement.leads import kinds_at_title
from onrecord.reading.statement.people import (
    all_speakers,
    credited,
    find_answering,
    find_bylines,
    find_introduced,
    find_titled,
    name_as_told,
    opening_speakers,
    people_introduced,
    people_led_in,
    speaks_of_himself,
    with_names_of,
    with_whole_names,
)
from onrecord.reading.statement.places import find_occasion, find_place
from onrecord.reading.statement.signed import find_signed
from onrecord.reading.statement.spoken import make_turns, note_struck
from onrecord.reading.statement.standing import find_part, find_status, find_text_status, rules_stated
from onrecord.reading.turns.contents import find_contents
from onrecord.reading.turns.declined import in_the_nominative
from onrecord.reading.turns.fullnames import FullNames
from onrecord.reading.turns.label import Label, is_question_key
from onrecord.reading.turns.labels import learn_labels
from onrecord.reading.turns.manners import manners_of
from onrecord.reading.turns.postbelow import posts_below, with_posts
from onrecord.reading.turns.speakers import Cast, identify_speakers
from onrecord.reading.turns.stated import stated_speakers
from onrecord.reading.turns.turns import Split, split_turns
from onrecord.reading.turns.who import Who
from onrecord.reading.words.bylines import parse_byline
from onrecord.reading.words.headlines import named_in_headline
from onrecord.reading.words.labelwords import ANSWER_LABELS
from onrecord.reading.words.persons import Person
from onrecord.reading.words.titled import is_meeting, people_in_title, people_mentioned

_EXCERPTS = re.compile(
    r"\W*(?:excerpts? from|auszüge? aus|extraits? d|extractos? d|фрагмент\w* )", re.IGNORECASE
)
_BY = re.compile(r"\b(?:by|from|von|par|por|da|от имени)\s", re.IGNORECASE)
# What a page is of where somebody asks.
_ASKED = frozenset(("interview", "answers_to_media", "news_conference"))
_NEAR_TITLE, _ABOVE_TITLE = 8, 3  # blocks
_CREDITED = 3  # blocks
_LEAST_ASKED = 2
_BELOW_HEADLINE = "questions below a headline that names who answers"
_LONGEST_HEAD = 200
_LONGEST_NOTE = 600  # characters
# "This record contains the text of speeches delivered in English and of the interpretation of …", behind the words
_OF_RECORD = re.compile(
    r"\W*(?:this|the) (?:record|transcript|text) (?:contains|is|was|has)\b", re.IGNORECASE
)
_DAYS = frozenset(("given_on", "posted_on", "updated_on", "date"))
_LONGEST_NAME = 4  # words: a title in capitals may run on behind a name


class Composed(NamedTuple):
    """A statement, the stretches of the page it takes, what was wrong and where; and what it was made from."""

    statement: Statement
    claims: list[Claim]
    issues: list[tuple[Issue, Span | None]]
    title_span: Span | None
    split: Split
    cast: Cast
    told: tuple[Who, ...]
    """By which rules speaker and role of each turn were told."""
    text_status_by: str


def compose_statement(body: Body, capture: Capture, address: str | None = None) -> Composed:
    """Return the statement of a page's body, with the evidence of each field.

    `address`: where a page of several says that this one stands by itself; None for the capture's own.
    """
    title = body.frame.title_text
    guide = body.guide
    told = parse_title(title or "", guide)
    mentioned = people_mentioned(title or "")
    if told.interviewer and all(told.interviewer[0] != one.name for one in mentioned):
        mentioned.append(Speaker(told.interviewer[0], None))
    titled, labels, interviewed = _labelled(body, told, mentioned)
    contents = find_contents(body.page.blocks, body.indices, frozenset(label.block for label in labels))
    opening = split_opening(body, labels)
    split = split_turns(
        body.page.blocks,
        _with_links(body, opening),
        [one for one in labels if one.block not in opening.blocks],
        contents,
    )
    evidence = Found()
    title_span = title_span_of(body)
    kinds = find_kinds(body, told, opening, split, evidence, title_span)
    if interviewed and kinds in (("other",), ("answers_to_media",)) and not told.kinds:
        kinds = ("interview",)
        evidence.note("kinds", list(kinds), _BELOW_HEADLINE, title_span, True)
    cast = _cast(
        body, opening, split, titled, mentioned, kinds, evidence, told.outlet[0] if told.outlet else None
    )
    speakers = list(cast.titled)
    turns, who = make_turns(body, split, cast, opening_speakers(speakers, split, evidence), kinds)
    note_told(body, split, evidence)
    note_struck(body, split, evidence)
    dates = _dates_of(body, told, opening, split, evidence, kinds)
    texts = _texts_about(body, opening, split, turns)
    text_status, text_status_by = find_text_status(body, title or "", texts, turns)
    statement = Statement(
        id=statement_id(address or capture.url, capture.digest, "" if address else body.discriminator),
        kinds=kinds,
        title=title,
        given_on=dates["given_on"],
        posted_on=dates["posted_on"],
        updated_on=dates["updated_on"],
        place=find_place(body, told, opening, split.introductions, evidence, title_span),
        occasion=find_occasion(body, told, opening, evidence, title_span),
        language=body.language,
        source=find_source(body, capture.url, evidence),
        outlet=find_outlet(body, told, opening, evidence, title_span),
        speakers=all_speakers(speakers, cast),
        status=find_status(
            title or "", [*texts, *_heads(body), *rules_stated(turns)], body.told.standing, evidence
        ),
        text_status=text_status,
        part=find_part(body, title or "", opening),
        turns=turns,
        evidence=with_interviewer(evidence, body, told, title_span),
    )
    claims = _claims(body, opening, split, turns)
    issues = _issues(body, opening, split, title_span, capture)
    return Composed(statement, claims, issues, title_span, split, cast, who, text_status_by)


def _labelled(
    body: Body, told: TitleTold, mentioned: Sequence[Speaker]
) -> tuple[list[Speaker], list[Label], bool]:
    """Those whom the title names as speaking, the labels, and whether a headline's one answers questions that name nobody."""
    title = body.frame.title_text or ""
    titled = people_in_title(title)
    headlined = None if titled or not title else _in_full(named_in_headline(title), body)
    if not titled and (asked := credited(body)):
        titled = [asked]
    labels = _labels_of(body, told, [*titled, *mentioned, *([headlined] if headlined else [])])
    interviewed = headlined is not None and _asks_and_answers(labels)
    return ([headlined] if headlined and interviewed else titled), labels, interviewed


def _in_full(headlined: Speaker | None, body: Body) -> Speaker | None:
    """One in a headline; a surname alone is somebody only where the page has a first name for it: "Video: “…”" is nobody."""
    if headlined is None or headlined.office or " " in headlined.name or not headlined.name[0].isupper():
        return headlined
    whole = FullNames(body.page.text).of(headlined.name)
    return Speaker(whole, None) if " " in whole else None


def _labels_of(body: Body, told: TitleTold, named: Sequence[Speaker]) -> list[Label]:
    line = None if told.kinds else kinds_at_title(body.page, body.frame.title)
    kinds = told.kinds or (line[0] if line else ())
    if not kinds and (interview_credit(body) is not None or _is_told_interview(body)):
        kinds = ("interview",)
    return learn_labels(
        body.page.blocks,
        without_title_again(body),
        _name_words([*named, *_bylined(body), *_subtitled(body)]) | _listed_words(body),
        interview=not _ASKED.isdisjoint(kinds),
        told=body.guide.labels,
        elements=body.page.elements,
    )


def _subtitled(body: Body) -> list[Speaker]:
    """Whom a line right above the words names with what they are: "Entrevista da ministra Ada Verne ao Correio de Tern"."""
    near = [body.page.blocks[index].text for index in body.indices[:_CREDITED]]
    return [
        one
        for text in near
        if len(text) <= _LONGEST_HEAD and kinds_of(text)
        for one in people_under_title(text)
    ]


def _is_told_interview(body: Body) -> bool:
    """Whether a line right above the words names an interview and who gives it: "(Interview with Minister Ada Verne)"."""
    near = (body.page.blocks[index].text for index in body.indices[:_CREDITED])
    return any(
        "interview" in kinds_of(text) and people_under_title(text.strip("()[] "))
        for text in near
        if len(text) <= _LONGEST_HEAD
    )


def _dates_of(
    body: Body, told: TitleTold, opening: Opening, split: Split, evidence: Found, kinds: tuple[str, ...]
) -> dict[str, str | None]:
    first = next((stretch.label.block for stretch in split.stretches if stretch.label), None)
    span = title_span_of(body)
    return find_statement_dates(body, told, opening, split.introductions, evidence, span, kinds, first)


def _asks_and_answers(labels: Sequence[Label]) -> bool:
    """Whether the labels of a page only tell who asks and who answers, and name nobody."""
    asking = [label for label in labels if is_question_key(label.key)]
    others = {label.key for label in labels if not is_question_key(label.key)}
    return len(asking) >= _LEAST_ASKED and others <= ANSWER_LABELS


def _texts_about(body: Body, opening: Opening, split: Split, turns: Sequence[Turn]) -> list[str]:
    """What may say how the text came about: opening lines, stated lines, short narrations, lead-ins, notes on the record behind it."""
    # An address tells nothing of the text, whatever words it is made of: ".../address-as-delivered/".
    stated = [line.value for line in body.lines if "://" not in line.value]
    notes = [turn.text for turn in turns if turn.role == "narration" and len(turn.text) < _LONGEST_NOTE]
    notes += [body.page.text[start:end] for start, end in split.introductions]
    behind = [body.page.blocks[index].text for index in body.endings]
    notes += [text for text in behind if _OF_RECORD.match(text) and len(text) < _LONGEST_NOTE]
    return [body.page.blocks[i].text for i in opening.blocks] + stated + notes + _above_title(body)


def _above_title(body: Body) -> list[str]:
    """The lines right above the title that say how the text came about: "Check against delivery"."""
    first = body.frame.title[0] if body.frame.title else 0
    near = (body.page.blocks[index] for index in range(max(first - _ABOVE_TITLE, 0), first))
    return [block.text for block in near if opening_rule(block) == "opening.status" and not block.is_linked]


def _cast(
    body: Body,
    opening: Opening,
    split: Split,
    titled: list[Speaker],
    mentioned: list[Speaker],
    kinds: tuple[str, ...],
    evidence: Found,
    outlet: str | None,
) -> Cast:
    """Who speaks behind which label; those whom title, by-lines or the lead-in name come first."""
    speakers = find_titled(body, titled, kinds, evidence, title_span_of(body))
    speakers = with_whole_names(speakers, find_bylines(body, opening, speakers, evidence))
    speakers = with_names_of(speakers, people_led_in(body, opening) or people_introduced(body, split))
    title = body.frame.title_text or ""
    if kinds == ("readout",) and not _BY.search(title) and not speaks_of_himself(body, split, opening):
        speakers = []  # what was discussed is told of both
    elif not speakers:
        speakers = (
            find_introduced(body, split, opening, evidence)
            or find_answering(body, split, evidence)
            or find_signed(body, opening, kinds, evidence)
        )
    holding = posts_below([s.label for s in split.stretches if s.label], split.marks, body.page.blocks)
    speakers = with_posts(speakers, holding)
    mentioned = [*mentioned, *(one for one in holding if one not in speakers)]
    cast = identify_speakers(
        [s.label.meant for s in split.stretches if s.label and s.label.text],
        name_as_told(speakers, body.guide, evidence),
        {} if is_meeting(body.frame.title_text or "") else manners_of(body.page.text, split, kinds),
        kinds,
        mentioned,
        body.page.text,
        {**stated_speakers(body.page.blocks, _labels_in(split)), **body.guide.aliases},
        outlet,
    )
    return in_the_nominative(cast, body.language)


def _labels_in(split: Split) -> Iterator[Label]:
    return (stretch.label for stretch in split.stretches if stretch.label)


def _name_words(people: Sequence[Speaker]) -> frozenset[str]:
    return frozenset(
        word
        for one in people
        if len(one.name.split()) <= _LONGEST_NAME
        for word in Person(one.name, None).keys
    )


def _bylined(body: Body) -> list[Speaker]:
    """Those who stand with their offices in lines below the title."""
    near = [body.page.blocks[index].text for index in body.indices[:_NEAR_TITLE]]
    people = [byline_of(text) or parse_byline(text) for text in near]
    return [Speaker(person.name, person.office) for person in people if person]


def _listed_words(body: Body) -> frozenset[str]:
    """The names on the lines that say who speaks: "Sprecher: StS Harrow, Pell (BMV), Verne (AA)"."""
    listed = [
        re.sub(r"\([^)]*\)", "", line.value).split(",") for line in body.lines if line.field == "speakers"
    ]
    return _name_words([Speaker(piece.strip(), None) for pieces in listed for piece in pieces])


def _heads(body: Body) -> list[str]:
    """The headings inside a text that say what stands below: "Excerpts from answers to media questions:" """
    blocks = [body.page.blocks[index] for index in body.indices]
    marked = [one.text for one in blocks if (one.level or one.is_bold) and len(one.text) <= _LONGEST_HEAD]
    return [text for text in marked if _EXCERPTS.match(text)]


def _with_links(body: Body, opening: Opening) -> list[int]:
    """The blocks behind the opening, with the links to places of the same page that stand among them."""
    if not opening.rest:
        return []
    first, last = opening.rest[0], opening.rest[-1]
    links = [i for i in range(first, last) if body.page.blocks[i].leads_within]
    return sorted({*opening.rest, *links})


def _claims(body: Body, opening: Opening, split: Split, turns: Sequence[Turn]) -> list[Claim]:
    blocks = body.page.blocks
    claims: list[Claim] = [("opening", blocks[index].span, opening.rules[index]) for index in opening.blocks]
    claims.extend(
        ("navigation" if blocks[index].leads_within else "heading", blocks[index].span, split.marks[index])
        for index in split.headings
    )
    claims.extend(("introduction", span, "introduction.leads_in") for span in split.introductions)
    for stretch, turn in zip(split.stretches, turns, strict=True):
        claims.append(("turn", turn.span, stretch.rule))
        if stretch.label:
            start = blocks[stretch.label.block].span[0]
            if stretch.label.start >= 12:
                start += stretch.label.start
            claims.append(("label", (start, turn.span[0]), stretch.label.rule))
    claims.extend(("label", _silent_span(label, blocks), label.rule) for label in split.silent)
    return claims


def _silent_span(label: Label, blocks: Sequence[Block]) -> Span:
    start = blocks[label.block].span[0]
    return start + label.start, start + label.words_from


def _dated_texts(
    body: Body, opening: Opening, title_span: Span | None
) -> Iterator[tuple[str, Span | None, str]]:
    """The texts that tell a statement's day: its title, its opening lines, lines with a label; each with its place and a name."""
    yield body.frame.title_text or "", title_span, "title"
    for index in opening.blocks:
        yield body.page.blocks[index].text, body.page.blocks[index].span, "opening line"
    for line in body.lines:
        if line.field in _DAYS:
            yield line.value, line.span, "line"


def _issues(
    body: Body, opening: Opening, split: Split, title_span: Span | None, capture: Capture
) -> list[tuple[Issue, Span | None]]:
    issues: list[tuple[Issue, Span | None]] = []
    for label in split.silent:
        message = f"The label “{label.text}” has no words behind it."
        issue = Issue("label_without_words", message, capture.locator, "warning")
        issues.append((issue, _silent_span(label, body.page.blocks)))
    for text, where, named in _dated_texts(body, opening, title_span):
        for dated in body.guide.dates_in(text):
            if dated.ambiguous:
                message = f"The {named}’s date “{text[slice(*dated.span)]}” may be two different days; it was not used."
                issue = Issue("date_ambiguous", message, capture.locator, "note")
                issues.append((issue, within(where, dated.span)))
    return issues
