"""The lines of a page that state its dates, place, outlet and status, apart from the words said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.model import Span
from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.endlines import has_form_of_time, says_end
from onrecord.reading.parts.markedfields import MARKS, marked_field
from onrecord.reading.words.caseless import lowered
from onrecord.reading.words.dates import find_dates, whole_date
from onrecord.reading.words.fields import METADATA_LABELS
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS, QUESTION_LABELS
from onrecord.reading.words.placed import place_before
from onrecord.reading.words.postwords import holds_office
from onrecord.reading.words.speech import SALUTATION
from onrecord.reading.words.statuses import STATUS_LINES
from onrecord.reading.words.terms import is_of_range
from onrecord.reading.words.weekdays import WEEKDAYS

_RELEASE = re.compile(
    r"\W*(?:for immediate release|press release|pressemitteilung|communiqué de presse|unclassified)\b.{0,80}",
    re.IGNORECASE,
)
# "[Provisional transcript, subject to correction.]": a note of the publisher's, of three words or more
_BRACKETED = re.compile(r"\[\s*[^\s\[\]]+(?:\s+[^\s\[\]]+){2,}\s*\]\.?")
_LONGEST_DATED = 120
_LONGEST_LABEL = 48
_COLONS = frozenset(":：\u00a0 ")
_PLACED = 80
_LONGEST_BEGINNING = 12  # characters of the first day of several: "du 12 au "
_LONGEST_VALUE = 80
_YEARLIKE = re.compile(r"\d\d\d\d")
_BETWEEN_BARS = re.compile(r"[^|\s][^|]*")
# "Skell, delivered on 28 May 2030"
_PLACE_AND_DAY = re.compile(
    r"(?P<place>[^\W\d_][\w .'’-]{1,40}),\s+(?P<label>delivered on|given on|held on|gehalten am|prononcé le|pronunciado el)\s+"
    r"(?P<day>\S.{4,30}?)\W*",
    re.IGNORECASE,
)
_DATE_FIELDS = ("given_on", "posted_on", "updated_on", "date")
_HOURS = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}(?:\s?[ap]\.?m\.?|\s?uhr)?", re.IGNORECASE)
_NUMBERS = frozenset(("no", "nr", "number", "№"))
_LEAST_TITLED = 7
"""Words behind "No:" that are more than a number: "No: 112, 3 May 2031, Regarding the Ferry Accident"."""
_FEW_WORDS = 5
_LEAST_BACK = 4
_LEAST_ASKED = 2
_AROUND_LABEL = " :-–—(|\u00a0"
_DONE_BY = re.compile(r"(?P<done>submitted|posted|published|updated) by .{2,60} on")
_LABELLED = re.compile(r"([^:：]{1,40}?)\s*[:：]\s*(?=\S)")
_ABBREVIATED_END = re.compile(r"\b(?:[A-Z]\.){2,}$|\d\s?[ap]\.m\.$")  # "Washington, D.C." is no sentence
_SENTENCE = re.compile(
    r"[.!?…。！？؟][\"'”’»)\]]*(?:$|(?<=[a-zà-ÿ]{2}[.!?])\[?\d{1,2}\]?$)"
)  # "Thank you.1": with a note


_DATE_LABELS = frozenset(label for label, field in METADATA_LABELS.items() if field in _DATE_FIELDS)


class Line(NamedTuple):
    """A metadata line: its blocks, the field it states (None where it is some other line), and its value with its span."""

    blocks: tuple[int, ...]
    field: str | None
    label: str | None
    value: str
    span: Span
    rule: str


def labelled_lines(blocks: Sequence[Block], indices: Sequence[int], years: Collection[int]) -> list[Line]:
    """Return the lines "Label: value" whose label is one of metadata, in one block, two cells or a `<dt>` and its `<dd>`s.

    `years`: the blocks that `may_be_dated`.
    """
    lines: list[Line] = []
    position = 0
    terms = {label_key(blocks[index].text) for index in indices if blocks[index].tag == "dt"}
    # A definition list may hold questions and answers: then its terms are labels of turns.
    dialogue = (
        bool(terms & (QUESTION_LABELS | ANSWER_LABELS))
        or are_questions_in_terms(blocks, indices)
        or _are_speakers_in_terms(blocks, indices)
    )
    while position < len(indices):
        index = indices[position]
        block = blocks[index]
        line = None
        if dialogue and block.tag in ("dt", "dd"):
            position += 1
            continue
        if block.tag in ("dt", "th") or _may_be_line(block, dated=index in years):
            if several := _several_in_one_block(block, index):
                lines += several
                position += 1
                continue
            line = _in_one_block(block, index) or _in_cells(blocks, indices, position)
        if line:
            lines.append(line)
            position += len(line.blocks)
        else:
            position += 1
    return _without_askers(lines)


def are_questions_in_terms(blocks: Sequence[Block], indices: Sequence[int]) -> bool:
    """Return whether the terms of a definition list are questions, and what defines them answers: most end with the mark."""
    terms = [blocks[index].text for index in indices if blocks[index].tag == "dt"]
    return len(terms) >= _LEAST_ASKED and 2 * sum(text.endswith(("?", "？", "؟")) for text in terms) > len(
        terms
    )


def _are_speakers_in_terms(blocks: Sequence[Block], indices: Sequence[int]) -> bool:
    """Whether the terms of a definition list come back by turns: fields of a form stand once, and two authors one behind the other."""
    terms = [label_key(blocks[index].text) for index in indices if blocks[index].tag == "dt"]
    times = Counter(terms)
    back = sum(number for number in times.values() if number >= 2)
    in_turn = all(one != other for one, other in pairwise(terms))
    return len(terms) >= _LEAST_BACK and len(times) >= 2 and 2 * back > len(terms) and in_turn


def _without_askers(lines: list[Line]) -> list[Line]:
    """The lines but those of somebody who asks again and again, or asks at all: "Media: Minister, is it open?" """
    times = Counter(key for line in lines if line.label and (key := label_key(line.label)) in QUESTION_LABELS)
    return [
        line
        for line in lines
        if line.label is None
        or (
            times[label_key(line.label)] < 2
            and not (times[label_key(line.label)] and line.value.endswith("?"))
        )
    ]


def _may_be_line(block: Block, *, dated: bool) -> bool:
    """Whether the words before a colon near the beginning name a field, or a short line may hold a year.

    In a long line the label and its colon stand right at the beginning, unless it ends with one, before a cell.
    """
    text = block.text
    if text[0] in MARKS and marked_field(text):
        return True
    ends, is_short = text[-1] in _COLONS, len(text) <= _LONGEST_DATED
    head = text if is_short else text[: _LONGEST_DATED + 10 if ends else _LONGEST_LABEL]
    if ":" not in head and "：" not in head:
        return is_short and (dated or text.lower() in _DATE_LABELS)
    # Most labels before a colon are those of turns.
    if ends or _field_of(text) or "dt" in block.places:
        return True
    return is_short and (dated or "年" in text)


def _field_of(text: str) -> str | None:
    """The field that the words before the first colon near the beginning name."""
    before, colon, _ = text[:_LONGEST_LABEL].partition(":")
    if "：" in before:
        before, colon, _ = before.partition("：")
    return _field_named(before) if colon else None


@lru_cache(4096)  # the labels of turns, again and again
def _field_named(label: str) -> str | None:
    return METADATA_LABELS.get(label.lower().strip().strip(" *\u00a0"))


# With which words begin, as prayers do: "In the name of God"
_INVOKES = re.compile(r"\W*(?:بسم الله|به نام خدا|بنام خدا|bismill)", re.IGNORECASE)
# Alone on a line between who spoke and where: "at the"
_BINDS = re.compile(
    r"(?:at|to|before|for|on|in)(?: the| an?)?|(?:vor|bei|auf|zu)(?: (?:dem|der|den))?|beim|zum|zur|devant|à l['’]|à la|au|aux|ante|en el|en la|alla|al|presso",
    re.IGNORECASE,
)
_LONGEST_BINDING = 12


def opening_rule(block: Block) -> str:
    """Return the rule by which a block before the words reads as a date, time, release or status line, or a short one.

    Empty where it reads as words.
    """
    text = block.text
    if len(text) > 200:
        return ""
    if whole_date(text):
        return "opening.date"
    if len(text) <= _PLACED and _is_range_alone(text):
        return "opening.date"
    if len(text) <= _PLACED and any(place_before(text, dated.span) for dated in find_dates(text)):
        return "opening.place_and_day"
    if _BRACKETED.fullmatch(text):
        return "opening.bracketed"
    if has_form_of_time(text):
        return "opening.time"
    if _RELEASE.fullmatch(text):
        return "opening.release"
    if says_end(text):
        return "opening.end"
    if status_of(text) and len(text.split()) <= 30:
        return "opening.status"
    if len(text) <= _LONGEST_BINDING and _BINDS.fullmatch(text):
        return "opening.short"
    is_short = (
        (len(text.split()) <= 14 or text.isupper())
        and (not _SENTENCE.search(text) or bool(_ABBREVIATED_END.search(text)))
        and not text.endswith((",", "，", "،", "、", "!", "！", ":", "："))
        and not text[:1].islower()
        and not SALUTATION.match(text)
        and not _INVOKES.match(text)
    )
    return "opening.short" if is_short else ""


def _is_range_alone(text: str) -> bool:
    """Whether a line is several days in a row, and nothing else: "du 12 au 14 mai 2031", "2031. május 12–14."."""
    return any(
        is_of_range(text, day) and len(text) - (day.span[1] - day.span[0]) <= _LONGEST_BEGINNING
        for day in find_dates(text)
    )


def is_reference_line(text: str) -> bool:
    """Return whether a line only gives a number or id under its label: "UNIQUE ID: 311021_8"."""
    match = _LABELLED.match(text)
    return (
        bool(match)
        and len(text) <= 60
        and not _is_numbered_title(match)
        and METADATA_LABELS.get(match.group(1).lower()) == "other"
        if match
        else False
    )


def _is_numbered_title(labelled: re.Match[str]) -> bool:
    """Whether more than a number stands behind "No:", as in "No: 112, 3 May 2031, Regarding the Ferry Accident"."""
    behind = labelled.string[labelled.end() :]
    return labelled.group(1).strip().lower() in _NUMBERS and len(behind.split()) >= _LEAST_TITLED


@lru_cache(1024)
def status_of(text: str) -> tuple[str, ...]:
    """Return what a line of the source says about the state of its text, as status values."""
    lower = lowered(text)
    return tuple(status for words, status in STATUS_LINES if words.find(lower))


def _in_one_block(block: Block, index: int) -> Line | None:
    if marked := marked_field(block.text):
        label, start = marked["label"], block.span[0] + marked.start("value")
        span = start, start + len(marked["value"])
        return Line((index,), METADATA_LABELS[label], label, marked["value"], span, "metadata.line")
    head = block.text[:_LONGEST_LABEL]
    if ":" not in head and "：" not in head:
        return _dated_phrase(block, index)
    text, field = block.text, _field_of(block.text)
    match = _LABELLED.match(text) if field else None
    value = text[match.end() :] if match else ""
    listed = field == "other" and not _SENTENCE.search(value)  # "Topics: …", however many
    if match is None or _is_numbered_title(match) or (len(value) > 400 and not listed):
        return _dated_phrase(block, index)
    return Line(
        (index,),
        field,
        match.group(1).strip(),
        value.strip(),
        (block.span[0] + match.end(), block.span[1]),
        "metadata.line",
    )


def _several_in_one_block(block: Block, index: int) -> list[Line]:
    """ "27 Jun. 2030 - | Last updated: 28 Jun. 2030 09:12", "Skell, delivered on 28 May 2030": a line that states several things."""
    text = block.text
    if len(text) > _LONGEST_DATED or not _YEARLIKE.search(text):
        return []
    if " |" in text:
        pieces = [(match.start(), match.group().strip()) for match in _BETWEEN_BARS.finditer(text)]
        lines = [_dated_piece(block, index, start, piece) for start, piece in pieces]
        return [line for line in lines if line] if len(lines) >= 2 and all(lines) else []
    if stated := _stated_in_turn(block, index):
        return stated
    placed = _PLACE_AND_DAY.fullmatch(text)
    dates = find_dates(text) if placed else []
    if not placed or len(dates) != 1 or dates[0].span[0] != placed.start("day"):
        return []
    spans = placed.span("place"), placed.span("day")
    return [
        Line(
            (index,),
            field,
            label,
            text[start:end],
            (block.span[0] + start, block.span[0] + end),
            "metadata.dated",
        )
        for (start, end), field, label in zip(
            spans, ("place", "given_on"), ("place", placed["label"]), strict=True
        )
    ]


def _stated_in_turn(block: Block, index: int) -> list[Line]:
    """ "by the press office, published 3 May 2031 10:20, last modified 4 May 2031": several days, each behind its word."""
    dates = find_dates(block.text)
    if len(dates) < 2:
        return []
    lines = []
    others = 0
    ends = (0, *(one.span[1] for one in dates))
    for one, end in zip(dates, ends, strict=False):
        words = _HOURS.sub(" ", block.text[end : one.span[0]]).strip(_AROUND_LABEL + ",;").lower().split()
        label = next(
            (
                " ".join(words[n:])
                for n in range(len(words))
                if METADATA_LABELS.get(" ".join(words[n:])) in _DATE_FIELDS
            ),
            "",
        )
        if not label:
            return []
        others += len(words) - len(label.split())
        span = (block.span[0] + one.span[0], block.span[0] + one.span[1])
        value = block.text[slice(*one.span)]
        lines.append(Line((index,), METADATA_LABELS[label], label, value, span, "metadata.dated"))
    return lines if others <= _FEW_WORDS else []


def _dated_piece(block: Block, index: int, start: int, piece: str) -> Line | None:
    """One of several dates in a line: a date alone, or one behind the word for what it is."""
    found = find_dates(piece)
    if len(found) != 1:
        return None
    label = piece[: found[0].span[0]].strip(_AROUND_LABEL).lower()
    field = METADATA_LABELS.get(label) if label else "date" if whole_date(piece) else None
    if field not in _DATE_FIELDS:
        return None
    first, last = (block.span[0] + start + at for at in found[0].span)
    return Line(
        (index,), field, label or "date", piece[slice(*found[0].span)], (first, last), "metadata.dated"
    )


def _dated_phrase(block: Block, index: int) -> Line | None:
    """ "Delivered on 7 July 2020", "Published 3 May 2021", "Last updated 4 May 2021": the label without a colon."""
    if len(block.text) > _LONGEST_DATED:
        return None
    found = find_dates(block.text)
    if not found:
        return None
    label = _before_day(block.text[: found[0].span[0]])
    field = METADATA_LABELS.get(label)
    if field not in _DATE_FIELDS:
        return None
    start, end = found[0].span
    span = (block.span[0] + start, block.span[0] + end)
    return Line((index,), field, label, block.text[start:end], span, "metadata.dated")


def _before_day(text: str) -> str:
    """The label before a day: without the day of the week, and without who did it: "Submitted by the press office on Thu,"."""
    words = text.strip(_AROUND_LABEL).lower().split()
    if words and words[-1].strip(".,:") in WEEKDAYS:
        words.pop()
    label = " ".join(words).strip(_AROUND_LABEL + ",")
    by = _DONE_BY.fullmatch(label)
    return f"{by['done']} on" if by else label


def _in_cells(blocks: Sequence[Block], indices: Sequence[int], position: int) -> Line | None:
    block = blocks[indices[position]]
    label = block.text.rstrip(" :：\u00a0")
    is_term = block.tag in ("dt", "th") or "dt" in block.places
    if len(label) > 60 or position + 1 >= len(indices):
        return None
    # "Published" above "7 May 2031"
    dated = label.lower() in _DATE_LABELS and whole_date(blocks[indices[position + 1]].text)
    if not is_term and not dated and not block.text.endswith((":", "：")):
        return None
    field = METADATA_LABELS.get(label.lower())
    if not is_term and blocks[indices[position + 1]].gap != "cell":
        return _on_next_line(
            block, blocks[indices[position + 1]], field, (indices[position], indices[position + 1])
        )
    values: list[int] = []
    for index in indices[position + 1 :]:
        following = blocks[index]
        fits = "dd" in following.places if is_term and block.tag != "th" else following.gap == "cell"
        if not fits or (values and not is_term):
            break
        values.append(index)
    if not values or (field is None and not is_term):
        return None
    if (
        field is None
        and len(values) > 1
        and (day := next((one for one in values if whole_date(blocks[one].text)), None)) is not None
    ):
        # "Details": category, day and hits of a page under one term; an unknown term above a day alone says of what it is the day
        taken = (indices[position], *values)
        return Line(taken, "date", label, blocks[day].text, blocks[day].span, "metadata.terms")
    if field is None and sum(len(blocks[index].text) for index in values) > 200:
        return None
    text = "; ".join(blocks[index].text for index in values)
    return Line(
        (indices[position], *values),
        field,
        label,
        text,
        (blocks[values[0]].span[0], blocks[values[-1]].span[1]),
        "metadata.terms" if is_term else "metadata.cells",
    )


def _on_next_line(label: Block, value: Block, field: str | None, indices: tuple[int, int]) -> Line | None:
    """ "Release date:" above "26/01/2031": programs set the value of a field below its name."""
    text = value.text
    # "Speaker:" may have his words below, "From:" has an office
    sent = field == "speakers" and label.text.lower() == "from:" and holds_office(text)
    if (field in (None, "speakers") and not sent) or len(text) > _LONGEST_VALUE or text.endswith((":", "：")):
        return None
    told = find_dates(text) if field in _DATE_FIELDS else not _SENTENCE.search(text)
    printed = label.text.rstrip(" :：\u00a0")
    return Line(indices, field, printed, text, value.span, "metadata.next_line") if told else None
