"""Who speaks, as title, lines and lead-ins name them, before any label is looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.model import (
    Evidence,
    Span,
    Speaker,
)
from onrecord.reading.parts.credits import INTERVIEWED_BY, names_who_asked
from onrecord.reading.parts.metadata import Line
from onrecord.reading.parts.titles import people_under_title
from onrecord.reading.rules import SOURCE_FILE, Guide
from onrecord.reading.statement.body import Body, Found, Opening, byline_of, interview_credit
from onrecord.reading.statement.dated import kinds_behind_days
from onrecord.reading.statement.leads import is_salutation, person_of_lead
from onrecord.reading.statement.signed import is_name, is_office
from onrecord.reading.turns.label import is_question_key
from onrecord.reading.turns.speakers import Cast
from onrecord.reading.turns.turns import Split
from onrecord.reading.words.bylines import parse_byline, parse_row
from onrecord.reading.words.holders import held_in_order
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.persons import Person
from onrecord.reading.words.signposts import FOLLOWING, INTRODUCTION
from onrecord.reading.words.speech import SELF, THANKS
from onrecord.reading.words.titled import people_in_title

# "SKELL (River Wire) - Ports Minister …", before the first sentence of an agency's
_DATELINE = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]{2,40}(?:\([^()]{2,40}\)\s?)?\s?[-–—]{1,2}\s+")
_LONGEST_IN_ORDER = 40  # characters
_STEM = 5  # letters
_ENDING = 3  # letters
_LEADS = ("opening.lead", "opening.above_text")
_OF_PEOPLE = re.compile(r"/(?:people|person|persons|ministers?|members?|personen|personnes|personas)/")
# "Interview with Cyra Dunmore, Vice-President of the Bank, conducted by …", below "Interview with the Tide Tribune"
_INTERVIEWEE = re.compile(
    r"(?:interview|entretien|entrevista|gespräch|intervista) (?:with|of|mit|avec|de|con) (?P<who>[^,:;]{4,60}, [^,:;]{4,90}?)(?=,|\.?$| conducted | by | geführt )",
    re.IGNORECASE,
)
# as in “Zum Hochwasser in Skell erklärt Innenminister Jost Velten …”, above the words
_DECLARES = re.compile(
    r"\berklärte?\s(?:(?:heute|gestern)\s)?(?:die |der )?(?P<who>[A-ZÄÖÜ][^:.!?,(]{5,90}?)"
    r"(?:\s(?:heute|gestern|am \w+))*(?:\s\([\d. ]{4,12}\))?:\s*$"
)
# Labels of whoever wrote a text, who may be the site's editor
_WRITES = frozenset(
    "author authors auteur auteurs autor autora autore autores автор verfasser by from".split()
)
_WRITTEN = frozenset(("article", "letter", "message", "lecture"))
_HONOURED = re.compile(
    r"(?:The )?(?:Rt\.? |Right )?Hon(?:ourable|orable)?\.? |(?:Sir|Dame|Lord|Lady|Baroness|Mr|Mrs|Ms|Dr)\.? (?=[A-Z])"
)
_NEAR_HEAD = 12  # blocks
_MOST_AT_TITLE = 4  # blocks
_LONGEST_RANKED = 5  # words
_SIGNABLE = frozenset(
    "statement comment remarks speech lecture article letter message congratulation condolence appeal".split()
)


def find_titled(
    body: Body, titled: list[Speaker], kinds: Sequence[str], evidence: Found, title_span: Span | None
) -> list[Speaker]:
    """Return those whom a speakers line or the title names."""
    speakers: list[Speaker] = []
    said = not _SIGNABLE.isdisjoint(kinds)  # news come "from" a minister too, and are not said by her
    for line in body.lines:
        if line.field != "speakers":
            continue
        writes = (line.label or "").strip(" :").lower() in _WRITES
        for piece in (_linked_people(body, line) if said else ()) or re.split(r";\s*|\n", line.value):
            person = parse_person(piece) or _honoured_behind(piece)
            if person and writes and not _may_speak(person, body, titled, kinds):
                continue  # whoever wrote for the site
            if person and person.name not in {one.name for one in speakers}:
                speakers.append(Speaker(person.name, person.office))
                evidence.note("speakers", person.name, f"line “{line.label}”", line.span, True)
    stated = tuple(speakers)
    for one in titled:
        same = [s for s in stated if Person(s.name, None).keys & Person(one.name, None).keys]
        evidence.note("speakers", one.name, "title", title_span, not speakers or not same)
        if not same:
            speakers.append(one)
    return speakers


def _honoured_behind(piece: str) -> Person | None:
    """The one whom a line names with a form of address behind an office: "Prime Minister's Office and The Rt Hon Ada Verne MP"."""
    before, joined, behind = piece.rpartition(" and ")
    return parse_person(behind) if joined and before and _HONOURED.match(behind) else None


def _may_speak(person: Person, body: Body, titled: Sequence[Speaker], kinds: Sequence[str]) -> bool:
    """Whether an author's words are his own: in office, of an article or letter, whom the title names, or who says "I" where it names nobody."""
    if person.office is not None or not _WRITTEN.isdisjoint(kinds):
        return True
    if titled:
        return any(person.keys & Person(one.name, None).keys for one in titled)
    return any(SELF.search(body.page.blocks[index].text) for index in body.indices[:_NEAR_HEAD])


def _linked_people(body: Body, line: Line) -> list[str]:
    """The pieces of a line that lead to the pages of people, among those of offices: "From: Harbour Office and Ada Verne"."""
    blocks = body.page.blocks
    links = [link for index in line.blocks for link in blocks[index].links if _OF_PEOPLE.search(link.target)]
    texts = (body.page.text[slice(*link.span)] for link in links)
    return [text for text in texts if (person := parse_person(text)) and is_name(person.name)]


def find_bylines(body: Body, opening: Opening, known: Sequence[Speaker], evidence: Found) -> list[Speaker]:
    """Those whom a line under the title names with their office: "Dorian Pell, Department Spokesperson"."""
    found: list[Speaker] = []
    for _, words, span in () if known else kinds_behind_days(body, opening):
        found.extend(people_under_title(words))
        for one in found:
            evidence.note("speakers", one.name, "line under the title", span, True)
    for index in opening.blocks:
        block = body.page.blocks[index]
        if names_who_asked(block.text):
            continue
        if opening.rules[index] == "opening.subtitle" and not (known or found):
            for one in people_under_title(block.text):
                found.append(one)
                evidence.note("speakers", one.name, "line under the title", block.span, True)
            continue
        row = parse_row(block.text)
        alone = None if row else parse_byline(block.text) or byline_of(block.text) or _in_order(body, index)
        for person in row.people if row else (alone,) if alone else ():
            if any(Person(one.name, None).keys == person.keys for one in known):
                continue
            found.append(Speaker(person.name, person.office))
            evidence.note("speakers", person.name, "line under the title", block.span, True)
    if not (found or known):
        found = _at_title(body, evidence)
    return found or _named_above_offices(body, opening, known, evidence)


def _at_title(body: Body, evidence: Found) -> list[Speaker]:
    """The one whom a short line names with an office that stands between the title and the element of the words."""
    first = body.frame.title[-1] + 1 if body.frame.title else 0
    between = range(first, body.indices[0]) if first and body.indices else range(0)
    if len(between) > _MOST_AT_TITLE:
        return []
    for block in (body.page.blocks[index] for index in between):
        person = (
            None
            if block.is_linked or names_who_asked(block.text)
            else parse_byline(block.text) or byline_of(block.text)
        )
        if person and person.office:
            evidence.note("speakers", person.name, "line under the title", block.span, True)
            return [Speaker(person.name, person.office)]
    return []


def _in_order(body: Body, index: int) -> Person | None:
    """Whom a line right below the title names in the order of its language, without a mark between: "고란희 항만부 장관"."""
    text = body.page.blocks[index].text
    right_below = bool(body.frame.title) and index == body.frame.title[-1] + 1
    held = held_in_order(text) if right_below and len(text) <= _LONGEST_IN_ORDER else None
    return Person(*held) if held and held[1] else None


def credited(body: Body) -> Speaker | None:
    """Return whom a line says that somebody asked: "Bel Harrow im Gespräch mit Ada Verne"."""
    index = interview_credit(body)
    line = INTERVIEWED_BY.fullmatch(body.page.blocks[index].text) if index is not None else None
    person = parse_person(line["who"]) if line else None
    return Speaker(person.name, person.office) if person and person.keys else None


def people_led_in(body: Body, opening: Opening) -> list[Speaker]:
    """Return whom sentences of the publisher's above the words tell of: "The Prime Minister, Ada Verne, spoke in Skell …"."""
    texts = [body.page.blocks[index].text for index in opening.blocks if opening.rules[index] in _LEADS]
    return [Speaker(one.name, one.office) for text in texts if (one := person_of_lead(text))]


def people_introduced(body: Body, split: Split) -> list[Speaker]:
    """Return whom the sentences name that lead in the words: "The Honourable Ada Verne, Minister for Locks, today issued …"."""
    texts = [body.page.text[start:end] for start, end in split.introductions]
    return [Speaker(one.name, one.office) for text in texts if (one := person_of_lead(text))]


def with_names_of(titled: Sequence[Speaker], led: Sequence[Speaker]) -> list[Speaker]:
    """Return those of a title, by the whole name and office where it has the surname of the one whom a lead tells of."""
    if len(titled) != 1 or len(led) != 1:
        return list(titled)
    if len(titled[0].name.split()) > 1:
        return list(led) if _is_inflected(titled[0].name, led[0].name) else list(titled)
    return list(led) if titled[0].name in led[0].name.split()[1:] else list(titled)


def _is_inflected(name: str, led: str) -> bool:
    """Whether a name is another in a case: "Korina Pella" and "Korin Pell", "Адри Вернової" and "Адра Вернова"."""
    words, others = name.split(), led.split()
    return (
        name != led
        and len(words) == len(others)
        and all(
            one[: max(len(one), len(other)) - _ENDING].startswith(
                other[: max(len(one), len(other)) - _ENDING]
            )
            and len(other) > _ENDING
            for one, other in zip(words, others, strict=True)
        )
    )


def with_whole_names(titled: Sequence[Speaker], bylined: Sequence[Speaker]) -> list[Speaker]:
    """Return those whom the title and the lines under it name, each once: by the whole name where the title has the surname."""
    whole = {
        one.name: other
        for one in titled
        for other in bylined
        if len(one.name.split()) == 1 and one.name in other.name.split()[1:]
    }
    people = [whole.get(one.name, one) for one in titled]
    return [*people, *(one for one in bylined if one not in people)]


def _named_above_offices(
    body: Body, opening: Opening, known: Sequence[Speaker], evidence: Found
) -> list[Speaker]:
    """The only one whom a line under the title names, with his offices on lines below it: "Ada Verne", "Prime Minister"."""
    found: list[Speaker] = []
    lines = [body.page.blocks[index] for index in opening.blocks if opening.rules[index] == "opening.short"]
    for name, office in pairwise(lines):
        named = _named_alone(name.text) if is_office(office.text) and not known else None
        if named:
            found.append(Speaker(named, office.text))
            evidence.note("speakers", named, "line under the title", name.span, True)
    return found if len(found) == 1 else []


def _named_alone(text: str) -> str | None:
    """The name that a line is, or that stands in it behind a rank: "General Ada Verne"."""
    if is_name(text):
        return text
    person = parse_person(text) if 3 <= len(text.split()) <= _LONGEST_RANKED else None
    ranked = person is not None and person.office is not None and text == f"{person.office} {person.name}"
    return person.name if person and ranked and is_name(person.name) else None


def find_introduced(body: Body, split: Split, opened: Opening, evidence: Found) -> list[Speaker]:
    """Those whom the publisher's lead-in names: "the following comment by its spokesperson, …"."""
    found: list[Speaker] = []
    opening = [body.page.blocks[index] for index in opened.blocks]
    told = [block.span for block in opening if INTRODUCTION.search(block.text)]
    if _is_said(body, split, opened):
        # "The Harbour Secretary Ada Verne spoke to her counterpart": what follows may be told of her as well
        told += [body.page.blocks[i].span for i in opened.blocks if opened.rules[i] in _LEADS]
    for span in (*split.introductions, *told):
        text = FOLLOWING.sub("", body.page.text[span[0] : span[1]].replace("\u2011", "-"))
        led = person_of_lead(text)
        declares = _DECLARES.search(text)
        declaring = parse_person(declares["who"]) if declares else None
        led = led or (declaring if declaring and declaring.office and is_name(declaring.name) else None)
        asked = _INTERVIEWEE.match(text)
        led = led or (parse_byline(asked["who"]) if asked else None)
        found = people_in_title(text) or ([Speaker(led.name, led.office)] if led else [])
        for one in found:
            evidence.note("speakers", one.name, "introduction", span, True)
    return found


def speaks_of_himself(body: Body, split: Split, opened: Opening) -> bool:
    """Return whether somebody has a label in a text, or says "I" or "we" in it."""
    said = (body.page.blocks[index].text for index in opened.rest)
    return any(one.label for one in split.stretches) or any(map(SELF.search, said))


def _is_said(body: Body, split: Split, opened: Opening) -> bool:
    """Whether somebody speaks: under a label, of himself, or to those whom he greets or thanks."""
    blocks = [body.page.blocks[index] for index in opened.rest]
    return any(one.label for one in split.stretches) or any(
        SELF.search(block.text) or is_salutation(block) or THANKS.search(block.text) for block in blocks
    )


def find_answering(body: Body, split: Split, evidence: Found) -> list[Speaker]:
    """The one of whom the lead above questions and answers tells, where these have no names: "SKELL - Ports Minister Bel Harrow spoke to …"."""
    labels = {stretch.label.key for stretch in split.stretches if stretch.label}
    first = split.stretches[0] if split.stretches else None
    if first is None or first.label or not labels & ANSWER_LABELS:
        return []
    if not all(key in ANSWER_LABELS or is_question_key(key) for key in labels):
        return []
    led = person_of_lead(_DATELINE.sub("", body.page.text[first.span[0] : first.span[1]]))
    if led is None:
        return []
    evidence.note("speakers", led.name, "introduction", first.span, True)
    return [Speaker(led.name, led.office)]


def name_as_told(speakers: Sequence[Speaker], guide: Guide, evidence: Found) -> list[Speaker]:
    """Return those whom the page names under the names that a source's file tells, each once, and say so in the evidence."""
    named: dict[str, Speaker] = {}
    for one in speakers:
        told = guide.named(one)
        if told != one:
            for at, found in enumerate(evidence["speakers"]):
                if found.value == one.name:
                    origin = f"{found.from_} (alias: {SOURCE_FILE})"
                    evidence["speakers"][at] = Evidence(told.name, origin, found.span, found.chosen)
        before = named.get(told.name)
        named[told.name] = Speaker(told.name, before.office or told.office) if before else told
    return list(named.values())


def note_aliases(body: Body, split: Split, evidence: Found) -> None:
    """Enter as evidence each speaker whom a source's file tells for a label, where the label first stands."""
    told: set[str] = set()
    for stretch in split.stretches:
        one = body.guide.alias_of(stretch.label.text) if stretch.label else None
        if one is not None and stretch.label and stretch.label.key not in told:
            told.add(stretch.label.key)
            start = body.page.blocks[stretch.label.block].span[0]
            span = start + stretch.label.start, start + stretch.label.end
            evidence.note("speakers", one.name, SOURCE_FILE, span, True)
            body.guide.decided.add("aliases")


def opening_speakers(speakers: list[Speaker], split: Split, evidence: Found) -> list[Speaker]:
    """Return those who may be taken to speak without a label: where some have one, not who only stands in a line.

    A line of speakers names whoever has a label too; it does not tell who opens.
    """
    if not any(stretch.label for stretch in split.stretches):
        return speakers
    named = [
        Person(one.value, None).keys for one in evidence["speakers"] if not one.from_.startswith("line “")
    ]
    return [one for one in speakers if any(_may_be_one(Person(one.name, None).keys, keys) for keys in named)]


def _may_be_one(keys: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two names share a word, be it in another case: "Вернова" and "Верновой"."""
    return bool(keys & others or {key[:_STEM] for key in keys} & {key[:_STEM] for key in others})


def all_speakers(titled: Sequence[Speaker], cast: Cast) -> tuple[Speaker, ...]:
    """Return those named and those whom labels show as officials or in the chair."""
    speakers = list(titled)
    held = ((label_key(label), one) for label, one in cast.holders.items())
    for key, speaker in (*cast.speakers.items(), *held):
        if speaker and cast.roles[key] in ("official", "chair") and speaker not in speakers:
            speakers.append(speaker)
    return tuple(speakers)
