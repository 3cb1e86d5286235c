"""The body of a page to its statement: opening lines, turns, speakers, dates, status, each with its evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from onrecord.model import (
    KINDS,
    STATUSES,
    Aside,
    Capture,
    Evidence,
    Issue,
    Part,
    Role,
    Span,
    Speaker,
    Statement,
    TextStatus,
    Turn,
)
from onrecord.reading.asides import find_asides, is_reported
from onrecord.reading.blocks import PageBlocks
from onrecord.reading.dates import FoundDate, find_dates
from onrecord.reading.frame import Frame
from onrecord.reading.furniture import Furniture
from onrecord.reading.identity import source_of, statement_id
from onrecord.reading.label import Label, label_key
from onrecord.reading.labels import learn_labels
from onrecord.reading.metadata import Line, is_opening_line, is_time_line, status_of
from onrecord.reading.names import Person, parse_person, people_in_title
from onrecord.reading.pagehead import HeadTold
from onrecord.reading.speakers import Cast, identify_speakers
from onrecord.reading.titles import TitleTold, kinds_of, parse_title
from onrecord.reading.turns import Split, Stretch, split_turns
from onrecord.reading.vocabulary import CONTINUES_BEFORE, INTERPRETED, ORIGINAL, TRANSLATED

_SITTING = re.compile(r"\b(?:H[CL] )?Deb\b|\bvol\.?\s*\d+|\bsitting of\b|\bSitzung\b", re.IGNORECASE)
_QUESTION_END = re.compile(r"[?？؟][\"'”’»)\]]*\s*$")
# Kinds of statements that the official opens himself, before any label.
_OPENED_BY_THE_OFFICIAL = {
    "remarks",
    "statement",
    "speech",
    "lecture",
    "news_conference",
    "answers_to_media",
    "briefing",
}


class Body(NamedTuple):
    """What a statement is made from."""

    page: PageBlocks
    frame: Frame
    indices: tuple[int, ...]
    lines: tuple[Line, ...]
    continued: tuple[int, ...]
    endings: tuple[int, ...]
    told: HeadTold
    before_title: tuple[int, ...]
    language: str | None
    furniture: Furniture


class Composed(NamedTuple):
    """A statement, the regions of the page it takes, and what was wrong."""

    statement: Statement
    regions: list[tuple[str, Span]]
    issues: list[Issue]


class _Opening(NamedTuple):
    blocks: tuple[int, ...]
    rest: tuple[int, ...]


def compose_statement(body: Body, capture: Capture) -> Composed:
    """Return the statement of a page's body, with the evidence of each field."""
    title = body.frame.title_text
    told = parse_title(title or "")
    titled = people_in_title(title or "")
    known = frozenset(word for one in titled for word in Person(one.name, None).keys)
    labels = learn_labels(body.page.blocks, body.indices, known)
    opening = _opening(body, labels)
    split = split_turns(
        body.page.blocks, opening.rest, [label for label in labels if label.block not in opening.blocks]
    )
    evidence = _Evidence()
    title_span = _title_span(body)
    kinds = _kinds(body, told, split, evidence, title_span)
    speakers = _titled_speakers(body, titled, evidence, title_span)
    speakers += _bylines(body, opening, speakers, evidence)
    if not speakers:
        speakers = _introduced(body, split, evidence)
    cast = identify_speakers(
        [s.label.text for s in split.stretches if s.label and s.label.text],
        speakers,
        _asks(body.page.text, split),
        kinds,
    )
    speakers = list(cast.titled)
    turns = _turns(body, split, cast, speakers, kinds)
    notes = [turn.text for turn in turns if turn.role == "narration" and len(turn.text) < 600]
    notes += [body.page.text[start:end] for start, end in split.introductions]
    dates = _dates(body, told, opening, evidence, title_span)
    place = _place(body, told, opening, evidence, title_span)
    texts = [body.page.blocks[i].text for i in opening.blocks] + [line.value for line in body.lines] + notes
    status = _status(title or "", texts, evidence)
    statement = Statement(
        id=statement_id(capture.url, capture.digest),
        kinds=kinds,
        title=title,
        given_on=dates["given_on"],
        posted_on=dates["posted_on"],
        updated_on=dates["updated_on"],
        place=place,
        occasion=_stated(body, "occasion", told.occasion, evidence, title_span),
        language=body.language,
        source=source_of(capture.url),
        outlet=_stated(body, "outlet", told.outlet, evidence, title_span),
        speakers=_all_speakers(speakers, cast),
        status=status,
        text_status=_text_status(title or "", texts, turns),
        part=_part(body, title or "", opening),
        turns=turns,
        evidence=_with_interviewer(evidence, body, told, title_span),
    )
    return Composed(statement, _regions(body, opening, split, turns), _issues(split, title or "", capture))


class _Evidence(defaultdict[str, list[Evidence]]):
    def __init__(self) -> None:
        super().__init__(list)

    def note(self, field: str, value: Any, origin: str, span: Span | None, chosen: bool) -> None:
        self[field].append(Evidence(value, origin, span, chosen))


def _opening(body: Body, labels: Sequence[Label]) -> _Opening:
    """The lines between title and words: date, place, time, release and status lines, the title once more."""
    blocks = body.page.blocks
    labelled = {label.block for label in labels}
    title_words = re.findall(r"\w+", (body.frame.title_text or "").lower())
    opening: list[int] = []
    for position, index in enumerate(body.indices):
        block = blocks[index]
        if index in labelled or position >= 16:
            break
        notice = labelled and _is_notice(block.text)
        repeats = notice or (title_words and re.findall(r"\w+", block.text.lower()) == title_words)
        if not repeats and not is_opening_line(block):
            break
        opening.append(index)
    if len(opening) == len(body.indices):
        opening = [i for i in opening if is_time_line(blocks[i].text) or find_dates(blocks[i].text)]
        opening = opening if len(opening) < len(body.indices) else []
    return _Opening(tuple(opening), tuple(index for index in body.indices if index not in opening))


def _is_notice(text: str) -> bool:
    """Whether a line before the first label only says how the text came about: interpreted, provisional, a rush."""
    told = INTERPRETED.search(text) or TRANSLATED.search(text) or status_of(text)
    return bool(told) and len(text) <= 400


def _title_span(body: Body) -> Span | None:
    if not body.frame.title:
        return None
    blocks = body.page.blocks
    return blocks[body.frame.title[0]].span[0], blocks[body.frame.title[-1]].span[1]


def _within(title_span: Span | None, inside: Span) -> Span | None:
    return (title_span[0] + inside[0], title_span[0] + inside[1]) if title_span else None


def _kinds(
    body: Body, told: TitleTold, split: Split, evidence: _Evidence, title_span: Span | None
) -> tuple[str, ...]:
    for line in body.lines:
        if line.field == "kind":
            stated = tuple(
                kind for kind in re.split(r"[;,]\s*", line.value.lower()) if kind.replace(" ", "_") in KINDS
            )
            kinds = tuple(kind.replace(" ", "_") for kind in stated) or kinds_of(line.value)
            if kinds:
                evidence.note("kinds", list(kinds), f"line “{line.label}”", line.span, True)
                return kinds[:2]
    if told.kinds:
        evidence.note("kinds", list(told.kinds), "title", title_span, True)
        return told.kinds
    labelled = [s.label for s in split.stretches if s.label]
    if len({label.key for label in labelled}) >= 2 and any(
        label.key in ("q", "question") for label in labelled
    ):
        evidence.note("kinds", ["answers_to_media"], "labels of questions", None, True)
        return ("answers_to_media",)
    return ("other",)


def _titled_speakers(
    body: Body, titled: list[Speaker], evidence: _Evidence, title_span: Span | None
) -> list[Speaker]:
    speakers: list[Speaker] = []
    for line in body.lines:
        if line.field != "speakers":
            continue
        for piece in re.split(r";\s*|\n", line.value):
            person = parse_person(piece)
            if person and person.name not in {one.name for one in speakers}:
                speakers.append(Speaker(person.name, person.office))
                evidence.note("speakers", person.name, f"line “{line.label}”", line.span, True)
    for one in titled:
        same = [s for s in speakers if Person(s.name, None).keys & Person(one.name, None).keys]
        evidence.note("speakers", one.name, "title", title_span, not speakers or not same)
        if not same:
            speakers.append(one)
    return speakers


def _bylines(body: Body, opening: _Opening, known: Sequence[Speaker], evidence: _Evidence) -> list[Speaker]:
    """Those whom a line under the title names with their office: "Dorian Pell, Department Spokesperson"."""
    found = []
    for index in opening.blocks:
        block = body.page.blocks[index]
        person = _byline(block.text)
        if person and all(Person(one.name, None).keys != person.keys for one in known):
            found.append(Speaker(person.name, person.office))
            evidence.note("speakers", person.name, "line under the title", block.span, True)
    return found


def _byline(text: str) -> Person | None:
    if text.count(",") != 1 or len(text) > 120 or any(map(str.isdigit, text)):
        return None
    person = parse_person(text)
    return person if person and person.office and len(person.name.split()) >= 2 else None


def _introduced(body: Body, split: Split, evidence: _Evidence) -> list[Speaker]:
    """Those whom the publisher's lead-in names: "the following comment by its spokesperson, …"."""
    found: list[Speaker] = []
    for span in split.introductions:
        found = people_in_title(body.page.text[span[0] : span[1]])
        for one in found:
            evidence.note("speakers", one.name, "introduction", span, True)
    return found


def _asks(text: str, split: Split) -> dict[str, float]:
    """By label key: the share of its stretches that end in a question."""
    asked: defaultdict[str, list[bool]] = defaultdict(list)
    for stretch in split.stretches:
        if stretch.label:
            asked[stretch.label.key].append(
                bool(_QUESTION_END.search(text[stretch.span[0] : stretch.span[1]]))
            )
    return {key: sum(found) / len(found) for key, found in asked.items()}


def _turns(
    body: Body, split: Split, cast: Cast, titled: Sequence[Speaker], kinds: tuple[str, ...]
) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    text = body.page.text
    labelled = any(stretch.label for stretch in split.stretches)
    for n, stretch in enumerate(split.stretches, 1):
        words = text[stretch.span[0] : stretch.span[1]]
        inserted = tuple((s - stretch.span[0], e - stretch.span[0]) for s, e in stretch.insertions)
        directions, editorial = find_asides(words, inserted)
        if stretch.label and stretch.label.direction:
            directions = (Aside((0, 0), stretch.label.direction), *directions)
        speaker, role = _who(stretch, cast, titled, kinds, labelled, first=n == 1)
        if not labelled and is_reported(words):
            speaker, role = None, "narration"
        turns.append(
            Turn(
                n=n,
                label=(stretch.label.text or None) if stretch.label else None,
                speaker=speaker,
                role=role,
                language=body.language,
                text=words,
                span=stretch.span,
                directions=directions,
                editorial=editorial,
            )
        )
    return tuple(turns)


def _who(
    stretch: Stretch,
    cast: Cast,
    titled: Sequence[Speaker],
    kinds: tuple[str, ...],
    labelled: bool,
    *,
    first: bool,
) -> tuple[str | None, Role | None]:
    if stretch.label and not stretch.label.text:
        return None, "questioner"
    if stretch.label:
        speaker = cast.speakers[stretch.label.key]
        return (speaker.name if speaker else None), cast.roles[stretch.label.key]
    alone = titled[0].name if len(titled) == 1 else None
    if not labelled:
        return alone, "official"
    if (
        first
        and ("interview" in kinds or len(stretch.blocks) == 1)
        and not set(kinds) & _OPENED_BY_THE_OFFICIAL
    ):
        return None, "narration"
    return alone, "official"


def _dates(
    body: Body, told: TitleTold, opening: _Opening, evidence: _Evidence, title_span: Span | None
) -> dict[str, str | None]:
    """Each date with its evidence: stated lines first, then the title, opening lines, metadata."""
    found: dict[str, list[Evidence]] = {"given_on": [], "posted_on": [], "updated_on": []}
    for line in body.lines:
        if line.field in found or line.field == "date":
            field = "posted_on" if line.field == "date" else str(line.field)
            dates = [one for one in find_dates(line.value) if not one.ambiguous]
            if dates:
                found[field].append(Evidence(dates[0].iso, f"line “{line.label}”", line.span, False))
    if told.dated:
        found["given_on"].append(
            Evidence(told.dated.iso, "title", _within(title_span, told.dated.span), False)
        )
    for index in (*body.before_title, *opening.blocks):
        block = body.page.blocks[index]
        for dated in find_dates(block.text):
            if not dated.ambiguous:
                span = (block.span[0] + dated.span[0], block.span[0] + dated.span[1])
                # "HC Deb 25 January 1989 vol 145": the record's own reference names the day of the sitting.
                field = "given_on" if _SITTING.search(block.text) else "posted_on"
                found[field].append(Evidence(dated.iso, "line at the title", span, False))
    for index in opening.blocks:
        block = body.page.blocks[index]
        if block.time and (iso := _iso(block.time)):
            found["posted_on"].append(Evidence(iso, "time element", block.span, False))
    for index in body.endings:
        block = body.page.blocks[index]
        for dated in find_dates(block.text):
            if not dated.ambiguous:
                span = (block.span[0] + dated.span[0], block.span[0] + dated.span[1])
                found["posted_on"].append(Evidence(dated.iso, "closing line", span, False))
    for field, listed in body.told.dates.items():
        found[field].extend(listed)
    chosen: dict[str, str | None] = {}
    for field, candidates in found.items():
        chosen[field] = candidates[0].value if candidates else None
        for position, one in enumerate(candidates):
            evidence.note(field, one.value, one.from_, one.span, position == 0)
    return chosen


def _iso(value: str) -> str | None:
    dates: list[FoundDate] = find_dates(value)
    return dates[0].iso if len(dates) == 1 and not dates[0].ambiguous else None


def _place(
    body: Body, told: TitleTold, opening: _Opening, evidence: _Evidence, title_span: Span | None
) -> str | None:
    stated = _stated(body, "place", told.place, evidence, title_span)
    if stated:
        return stated
    # "3:18 P.M. EDT" under "South Court Auditorium": the line above the time of day names the place
    blocks = body.page.blocks
    for before, index in zip(opening.blocks, opening.blocks[1:], strict=False):
        if (
            is_time_line(blocks[index].text)
            and not find_dates(blocks[before].text)
            and not is_time_line(blocks[before].text)
        ):
            text = blocks[before].text.strip("() ")
            if not status_of(text) and text != body.frame.title_text and _byline(text) is None:
                evidence.note("place", text, "line above the time of day", blocks[before].span, True)
                return text
    return None


def _stated(
    body: Body, field: str, in_title: tuple[str, Span] | None, evidence: _Evidence, title_span: Span | None
) -> str | None:
    chosen: str | None = None
    for line in body.lines:
        if line.field == field:
            evidence.note(field, line.value, f"line “{line.label}”", line.span, chosen is None)
            chosen = chosen or line.value
    if in_title:
        evidence.note(field, in_title[0], "title", _within(title_span, in_title[1]), chosen is None)
        chosen = chosen or in_title[0]
    return chosen


def _with_interviewer(
    evidence: _Evidence, body: Body, told: TitleTold, title_span: Span | None
) -> dict[str, tuple[Evidence, ...]]:
    _stated(body, "interviewer", told.interviewer, evidence, title_span)
    return {field: tuple(found) for field, found in sorted(evidence.items())}


def _status(title: str, texts: Sequence[str], evidence: _Evidence) -> tuple[str, ...]:
    status: dict[str, None] = {}
    for text in [title, *texts]:
        for one in (*_stated_status(text), *status_of(text)):
            if one not in status:
                evidence.note("status", one, "title" if text is title else "line", None, True)
            status[one] = None
    return tuple(status)


def _stated_status(text: str) -> tuple[str, ...]:
    """The model's own words for a status, as a status line may use them: "as delivered; embargo"."""
    stated = re.split(r"[;,]\s*", text.lower().replace("_", " ").strip())
    return tuple(one for one in STATUSES if one.replace("_", " ") in stated)


def _text_status(title: str, texts: Sequence[str], turns: Sequence[Turn]) -> TextStatus:
    told = " \n".join([title, *texts])
    if TRANSLATED.search(told):
        return "official_translation"
    if INTERPRETED.search(told):
        return "interpreted"
    officials = [turn for turn in turns if turn.role != "questioner"]
    interpreted = [
        t
        for t in officials
        if any(INTERPRETED.search(d.text) for d in t.directions) or t.role == "interpreter"
    ]
    if interpreted and 2 * len(interpreted) >= len(officials):
        return "interpreted"
    return "original" if ORIGINAL.search(told) else "unknown"


def _part(body: Body, title: str, opening: _Opening) -> Part | None:
    blocks = body.page.blocks
    number = re.search(
        r"\b(?:part|teil|partie|parte|часть)\s+(\d{1,2}|[ivx]{1,4}|one|two|three|four|five)\b",
        title,
        re.IGNORECASE,
    )
    resumes = any(CONTINUES_BEFORE.match(blocks[index].text) for index in opening.blocks) or bool(
        CONTINUES_BEFORE.search(title)
    )
    continues = bool(body.continued)
    stated = [line for line in body.lines if line.field == "part"]
    if not continues and not number and not resumes and not stated:
        return None
    words = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
    told = number[1].lower() if number else ""
    for line in stated:
        if line.value.strip().isdigit():
            told = line.value.strip()
    return Part(int(told) if told.isdigit() else words.get(told), continues)


def _all_speakers(titled: Sequence[Speaker], cast: Cast) -> tuple[Speaker, ...]:
    speakers = list(titled)
    for key, speaker in cast.speakers.items():
        if speaker and cast.roles[key] in ("official", "chair") and speaker not in speakers:
            speakers.append(speaker)
    return tuple(speakers)


def _regions(body: Body, opening: _Opening, split: Split, turns: Sequence[Turn]) -> list[tuple[str, Span]]:
    blocks = body.page.blocks
    regions: list[tuple[str, Span]] = [("opening", blocks[index].span) for index in opening.blocks]
    regions.extend(("heading", blocks[index].span) for index in split.headings)
    regions.extend(("introduction", span) for span in split.introductions)
    for stretch, turn in zip(split.stretches, turns, strict=True):
        regions.append(("turn", turn.span))
        if stretch.label:
            start = blocks[stretch.label.block].span[0]
            regions.append(
                (
                    "label",
                    (start, turn.span[0])
                    if stretch.label.start < 12
                    else (start + stretch.label.start, turn.span[0]),
                )
            )
    for label in split.silent:
        start = blocks[label.block].span[0]
        regions.append(("label", (start + label.start, start + label.words_from)))
    return regions


def _issues(split: Split, title: str, capture: Capture) -> list[Issue]:
    issues = [
        Issue(
            "label_without_words",
            f"The label “{label.text}” has no words behind it.",
            capture.locator,
            "warning",
        )
        for label in split.silent
    ]
    for dated in find_dates(title):
        if dated.ambiguous:
            written = title[slice(*dated.span)]
            message = f"The title's date “{written}” may be two different days; it was not used."
            issues.append(Issue("date_ambiguous", message, capture.locator, "note"))
    return issues


__all__ = ["Body", "Composed", "compose_statement", "label_key"]
