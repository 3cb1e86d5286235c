"""The body of a page, its opening lines, and the evidence gathered for the fields of its statement."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from onrecord.model import (
    Evidence,
    Span,
)
from onrecord.reading.frame.frame import Frame
from onrecord.reading.page.blocks import Block, PageBlocks, is_plain
from onrecord.reading.parts.credits import INTERVIEWED_BY, is_interview_credit
from onrecord.reading.parts.endlines import is_time_line
from onrecord.reading.parts.furniture import Furniture
from onrecord.reading.parts.metadata import Line, opening_rule, status_of
from onrecord.reading.parts.pagehead import HeadTold
from onrecord.reading.parts.titles import is_statement_title, people_under_title
from onrecord.reading.rules import Guide
from onrecord.reading.statement.leads import is_salutation, person_of_lead
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.marks import mark_rule
from onrecord.reading.words.bylines import parse_byline, parse_row
from onrecord.reading.words.capitals import capital_phrase
from onrecord.reading.words.dates import find_dates
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.persons import Person
from onrecord.reading.words.signposts import INTRODUCTION, TEXT_HEADS
from onrecord.reading.words.speech import SALUTATION, SELF
from onrecord.reading.words.statuses import INTERPRETED, TRANSLATED
from onrecord.text import compile_late

# "by Secretary General Ada Verne ahead of …", "von Außenministerin Ada Verne", "par M. …": under the title, whose words they are
_BYLINE = re.compile(
    r"\(?(?:(?:as )?(?:delivered|prepared|read)(?: out)? by|by|von|par|por|av|af|door):?\s+(?:the\s+|der\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
_LONGEST_BYLINE = 250
# "PARTICIPANTS:" above the names and offices of those who will speak
_NAMES_FOLLOW = re.compile(
    r"\W*(?:speakers?|participants|panell?ists|briefers?|present|attendees|teilnehmer|sprecher|intervenants|participantes|ponentes|"
    r"участники|与会者|出席者)\s*[:：]",
    re.IGNORECASE,
)
_LONGEST_CREDIT = 120
_SHORT_BYLINE = 60
# "Watch the full press conference on YouTube.", "Se eller hør pressemødet i klippet herover."
_WATCH = re.compile(
    r"\W*(?:(?:please )?watch|listen to|see|se (?:eller|og) hør|bekijk|beluister|ver|vea|voir|regarder|guarda|sehen sie|assista)\b[^.!?]{0,90}"
    r"\b(?:video\w*|vidéo|klip\w*|clip\w*|audio|youtube|webcast|livestream)\b[^.!?]{0,40}[.!]?\W*$",
    re.IGNORECASE,
)
# "Ada Verne in Skell. Foto: Land Nordmark", "Ada Verne at the lock © Meinert": whose picture it is, at the end of its caption
_PICTURED = re.compile(
    r"(?:©|\b(?:foto|photo|bild|fot|image|crédits?(?: photo)?|credit|фото)\s?[:©])\s?[^.!?:]{2,60}\)?\.?$",
    re.IGNORECASE,
)
# "The views expressed in this speech are those of the speaker and not the view of the Bank."
_OWN_VIEWS = re.compile(
    r"^\W*(?:the|any) (?:views?|opinions?) expressed (?:here|in (?:this|the|these))\b", re.IGNORECASE
)
# "(Die Ausschrift des fremdsprachlichen Teils erfolgte …)" above the first label
_IN_BRACKETS = re.compile(r"\([^()]{12,400}\)\.?|\[[^\[\]]{12,400}\]\.?")
_NEAR_DATELINE = 3
_NEAR_TITLE = 6  # blocks
_NEAR_HEAD = 16  # blocks
_LONGEST_LEAD = 400
_LONGEST_SUMMARY = 1_500
_LEAST_BELOW = 3  # blocks
_CREDITS = 2  # blocks
_MOST_ABOVE, _LONGEST_ABOVE = 3, 160  # lines, characters
_ENDS_SAID = re.compile(r"[.!?…。！？।۔,，][\"'”’»)\]」]*\s*$")
_LEAST_STATED = 2  # lines
_STATED = frozenset(("given_on", "posted_on", "updated_on", "date", "place", "speakers"))
_LONGEST_FIELD = 30
_HEAD = 200  # characters
_QUOTED = compile_late('[“„«"][^”“»"]*[”“»"]')
_OPENING_MARKS = '“„«"「'
_DATELINES = ("opening.place_and_day", "opening.date", "opening.time")
_STOP = re.compile(r"[.!?…]\s*$|[!?]\s")
_STOP_INSIDE = re.compile(r"[^\W\d_]{3,}[.!?…]\s+[^\W\d_a-z]")
_WORD = re.compile(r"\w+")


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
    guide: Guide
    discriminator: str = ""
    """What tells this statement from the others of its page; empty where it is the only one."""
    captured_at: str | None = None


class Opening(NamedTuple):
    """The opening lines of a body, by index, and the rest of its blocks."""

    blocks: tuple[int, ...]
    rest: tuple[int, ...]
    rules: dict[int, str]
    """The rule by which each of its lines is one."""


class Found(defaultdict[str, list[Evidence]]):
    """The evidence found for each field, in the order of its worth."""

    def __init__(self) -> None:
        super().__init__(list)

    def note(self, field: str, value: Any, origin: str, span: Span | None, chosen: bool) -> None:
        """Enter one candidate value of a field."""
        self[field].append(Evidence(value, origin, span, chosen))


def split_opening(body: Body, labels: Sequence[Label]) -> Opening:
    """The lines between title and words: date, place, time, release and status lines, the title once more."""
    blocks = body.page.blocks
    labelled = {label.block for label in labels}
    title_words = _WORD.findall((body.frame.title_text or "").lower())
    opening: list[int] = []
    rules: dict[int, str] = {}
    headed = max(_headed_text(body, labelled), _above_data(body, labelled), _to_caption(body, labelled))
    for position, index in enumerate(body.indices):
        block = blocks[index]
        if position < headed:
            opening.append(index)
            rules[index] = _opening_rule(block) or "opening.above_text"
            continue
        if index in labelled or position >= 16:
            break
        notice = labelled and (_is_notice(block.text) or _is_bracketed_note(block.text))
        repeats = title_words and _repeats(block.text, title_words)
        captioned = "figcaption" in block.places and position + 1 < len(body.indices)
        rule = (
            "opening.caption"
            if captioned
            else "opening.origin"
            if notice
            else "opening.title_again"
            if repeats
            else _opening_rule(block)
        )
        if rule == "opening.short" and _goes_on_below(blocks, index):
            break
        if not rule and (
            _leads_to_dateline(blocks, body.indices[position:], labelled)
            or _tells_who_speaks(blocks, body.indices[position:], labelled)
        ):
            rule = "opening.lead"
        if not rule:
            break
        opening.append(index)
        rules[index] = rule
    for index in _lines_above_label(body, opening, labels):
        opening.append(index)
        rules[index] = "opening.above_label"
    if len(opening) == len(body.indices):
        opening = [i for i in opening if is_time_line(blocks[i].text) or find_dates(blocks[i].text)]
        opening = opening if len(opening) < len(body.indices) else []
    return Opening(tuple(opening), tuple(index for index in body.indices if index not in opening), rules)


def _goes_on_below(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line holds the end of a sentence and its last one goes on below in small letters: words wrapped at a width."""
    if index + 1 >= len(blocks) or blocks[index + 1].gap != "line":
        return False
    return blocks[index + 1].text[0].islower() and _STOP_INSIDE.search(blocks[index].text) is not None


def _lines_above_label(body: Body, opening: Sequence[int], labels: Sequence[Label]) -> Sequence[int]:
    """The lines from the opening to the first label, where none of them ends a sentence: topics, fields, "Full text"."""
    first = min((label.block for label in labels), default=-1)
    lines = [index for index in body.indices[len(opening) :][: _MOST_ABOVE + 1] if index < first]
    above = [body.page.blocks[index] for index in lines]
    said = any(len(one.text) > _LONGEST_ABOVE or _ENDS_SAID.search(one.text) for one in above)
    return () if len(lines) > _MOST_ABOVE or said or any(map(mark_rule, above)) else lines


def _headed_text(body: Body, labelled: set[int]) -> int:
    """How many blocks stand above a heading "Full text": data of the message, whatever they look like."""
    for position, index in enumerate(body.indices[:_NEAR_HEAD]):
        if index in labelled:
            return 0
        if body.page.blocks[index].level and TEXT_HEADS.fullmatch(body.page.blocks[index].text):
            return position
    return 0


def _above_data(body: Body, labelled: set[int]) -> int:
    """How many blocks stand above lines with day, place or speaker: what the publisher says of the words in a sentence or two."""
    stated = [line.blocks[0] for line in body.lines if line.field in _STATED]
    if len(stated) < _LEAST_STATED or len(body.indices) < _LEAST_BELOW:
        return 0
    for position, (index, below) in enumerate(pairwise(body.indices[:_LEAST_BELOW])):
        text = body.page.blocks[index].text
        if index in labelled or len(text) > _LONGEST_LEAD or SELF.search(text):
            return 0
        if sum(index < one < below for one in stated) >= _LEAST_STATED:
            return position + 1
    return 0


def _to_caption(body: Body, labelled: set[int]) -> int:
    """How many blocks stand above the words with a picture's caption as their last: a sentence of the publisher's, the caption."""
    near = body.indices[:_LEAST_BELOW]
    for position, index in enumerate(near):
        block = body.page.blocks[index]
        if index in labelled or len(block.text) > _LONGEST_LEAD or is_salutation(block):
            return 0
        if "figcaption" in block.places or (
            len(block.text) <= _LONGEST_BYLINE and _PICTURED.search(block.text)
        ):
            return position + 1 if _opens_below(body, position) else 0
    return 0


def _opens_below(body: Body, position: int) -> bool:
    """Whether the words begin below a caption: it stands right at the title, or somebody is greeted below it.

    Without either a picture may stand between the first paragraph and the second.
    """
    if position + 1 >= len(body.indices):
        return False
    blocks = body.page.blocks
    told = blocks[body.indices[0]].text
    greeted = is_salutation(blocks[body.indices[position + 1]])
    return (
        not position or greeted or person_of_lead(told) is not None or INTRODUCTION.search(told) is not None
    )


def without_title_again(body: Body) -> Sequence[int]:
    """Return the blocks of a body but lines near its beginning that are the title once more: it may have a colon."""
    words = _WORD.findall((body.frame.title_text or "").lower())
    if not words:
        return body.indices
    near = [(index, body.page.blocks[index].text) for index in body.indices[:_NEAR_TITLE]]
    again = {
        index for index, text in near if _opens_with(text, words[0]) and _WORD.findall(text.lower()) == words
    }
    return [index for index in body.indices if index not in again] if again else body.indices


def _opens_with(text: str, word: str) -> bool:
    """Whether the first word of a text may be a given one in lower case: told without the rest in that."""
    first = _WORD.search(text)
    # "İ" is two characters in lower case, of which the first is a word; "Σ" is "σ" or "ς" there.
    return first is not None and _WORD.findall(first[0].lower())[0].casefold() == word.casefold()


def _leads_to_dateline(blocks: Sequence[Block], indices: Sequence[int], labelled: set[int]) -> bool:
    """Whether a short paragraph stands above a line of place and day, and the first label behind that."""
    following = indices[1 : 1 + _NEAR_DATELINE]
    rules = [opening_rule(blocks[index]) for index in following]
    text = blocks[indices[0]].text
    if "opening.status" in rules and len(text) <= _LONGEST_SUMMARY:
        # "Check against delivery": what follows is said, what stands above is told
        return labelled.isdisjoint(following[: rules.index("opening.status") + 1]) and not SELF.search(
            _QUOTED.sub("", text)
        )
    at = next(
        (n for n, rule in enumerate(rules) if rule in _DATELINES or _is_timed(blocks, following[n], rule)),
        None,
    )
    told = labelled or (
        at == 0 and not is_plain(blocks) and text.endswith(".") and _says_more(blocks, indices[2:])
    )
    if not told or at is None or not labelled.isdisjoint(following[: at + 1]):
        return False
    return len(text) <= _LONGEST_LEAD and not SELF.search(text)


def _is_timed(blocks: Sequence[Block], index: int, rule: str) -> bool:
    """Whether a short line has an element for a time in it, whatever else: "29 марта 2034 года 16:40 Скелль"."""
    return rule == "opening.short" and blocks[index].time is not None


def _says_more(blocks: Sequence[Block], behind: Sequence[int]) -> bool:
    """Whether words stand behind a line of place and day, and no mark that the text ends there."""
    return (
        bool(behind)
        and opening_rule(blocks[behind[0]]) != "opening.end"
        and any(_STOP.search(blocks[index].text) for index in behind)
    )


def _tells_who_speaks(blocks: Sequence[Block], indices: Sequence[int], labelled: set[int]) -> bool:
    """Whether a sentence of the publisher's tells who speaks, and his words, or the first question, stand right below it."""
    text = _QUOTED.sub("", blocks[indices[0]].text)
    if (
        len(indices) < _LEAST_BELOW
        or blocks[indices[0]].is_bold
        or SALUTATION.match(text)  # "Your Excellency Minister Nadir Ferrin,"
        or SELF.search(text)
        or not person_of_lead(text)
    ):
        return False
    near = indices[1:_NEAR_HEAD]
    first = next((index for index in near if index in labelled or not _is_line(blocks[index])), indices[1])
    below = blocks[first]
    return (
        first in labelled
        or is_salutation(below)
        or below.is_bold
        or (text.endswith(".") and SALUTATION.match(below.text) is not None)
        or (text.endswith(":") and first == indices[1] and below.text[0] in _OPENING_MARKS)
        or (text.endswith(".") and bool(SELF.search(below.text[:_HEAD])) and not _QUOTED.match(below.text))
    )


def _is_line(block: Block) -> bool:
    """Whether a block is a line about the words: a day, a status, the name of a field."""
    return bool(opening_rule(block)) or (
        block.text.endswith((":", "：")) and len(block.text) <= _LONGEST_FIELD
    )


def _repeats(text: str, title: list[str]) -> bool:
    """Whether a line is the title once more, or says it at more length: "Press conference by … ahead of …"."""
    lower = text.lower()
    first = _WORD.search(lower)
    if first is None or first[0] != title[0]:
        return False  # as most lines do, which then need not be taken to pieces
    words = _WORD.findall(lower)
    if words == title:
        return True
    longer = words[: len(title)] == title and len(text) <= _LONGEST_BYLINE and is_statement_title(text)
    return longer and not _STOP.search(text)


def _opening_rule(block: Block) -> str:
    if people_under_title(block.text):
        return "opening.subtitle"
    if parse_row(block.text):
        return "opening.byline"
    if (
        len(block.text) <= _LONGEST_CREDIT
        and _BYLINE.match(block.text)
        and find_dates(block.text)
        and not _STOP.search(block.text)
    ):
        return "opening.credit"
    if len(block.text) <= _LONGEST_LEAD and _OWN_VIEWS.search(block.text):
        return "opening.origin"
    if len(block.text) <= _LONGEST_CREDIT and _WATCH.match(block.text):
        return "opening.watch"
    if rule := opening_rule(block):
        return rule
    if len(block.text) <= _SHORT_BYLINE and _BYLINE.match(block.text) and _is_plain(block.text.split()[1:]):
        return "opening.byline"
    if _NAMES_FOLLOW.fullmatch(block.text):
        return "opening.names"
    return "opening.byline" if byline_of(block.text) or parse_byline(block.text) else ""


def _is_plain(words: Sequence[str]) -> bool:
    return 2 <= len(words) <= 4 and all(word[:1].isupper() and word[-1].isalpha() for word in words)


def byline_of(text: str) -> Person | None:
    """Return who stands with his office in a line under a title: "by Secretary General Ada Verne ahead of the meeting"."""
    match = _BYLINE.match(text)
    if not match or len(text) > _LONGEST_BYLINE or _STOP.search(text):
        return None
    behind = text[match.end() :]
    person = parse_person(capital_phrase(behind))
    if person and person.office and len(person.name.split()) >= 2:
        return person
    return person_of_lead(behind)  # "by the Secretary General, Ada Verne, at the start of …"


def _is_notice(text: str) -> bool:
    """Whether a line before the first label only says how the text came about: interpreted, provisional, a rush."""
    if len(text) > 400:
        return False
    return bool(INTERPRETED.search(text) or TRANSLATED.search(text) or status_of(text))


def _is_bracketed_note(text: str) -> bool:
    """Whether a line stands in brackets as a whole and names no statement: who gives an interview is told so as well."""
    return _IN_BRACKETS.fullmatch(text) is not None and not is_statement_title(text)


def interview_credit(body: Body) -> int | None:
    """Return the line behind the words, or right above them, that says who asked; None without one."""
    near = (*body.endings, *body.indices[-_CREDITS:], *body.indices[:_CREDITS])
    found = next((index for index in near if is_interview_credit(body.page.blocks[index].text)), None)
    if found is not None:
        return found
    top = body.indices[_CREDITS:_NEAR_TITLE]
    return next(
        (index for index in top if INTERVIEWED_BY.fullmatch(body.page.blocks[index].text[:_LONGEST_BYLINE])),
        None,
    )


def title_span_of(body: Body) -> Span | None:
    """Return the span of the title in the page's text, None where the text does not hold it."""
    if not body.frame.title:
        return None
    blocks = body.page.blocks
    start, end = blocks[body.frame.title[0]].span[0], blocks[body.frame.title[-1]].span[1]
    title = body.frame.title_text or ""
    at = body.page.text.find(
        title, start, end
    )  # a heading may hold the day before it, or the site's name behind it
    return (at, at + len(title)) if at >= 0 else (start, end)


def within(title_span: Span | None, inside: Span) -> Span | None:
    """Return the span in the page's text of a stretch given by offsets in the title."""
    return (title_span[0] + inside[0], title_span[0] + inside[1]) if title_span else None
