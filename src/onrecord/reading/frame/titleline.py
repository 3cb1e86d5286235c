"""The line of a plain text that is its title: the first that is no furniture, or one near it that names a statement."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.reading.frame.abovewords import is_no_title, title_above_words
from onrecord.reading.frame.maybetitles import LONGEST_ENTRY, NEAR, TOP, first_lines, lines_of
from onrecord.reading.frame.toldtwice import TOLD_TWICE, title_told_twice
from onrecord.reading.frame.undermenu import (
    TRAIL,
    UNDER_MENU,
    title_above_lead,
    title_of_way,
    title_under_menu,
)
from onrecord.reading.page.blocks import Block, may_hold_year
from onrecord.reading.parts.openings import opens_in_line
from onrecord.reading.parts.plainlists import plain_lists
from onrecord.reading.parts.titles import is_statement_title, kinds_of, people_under_title
from onrecord.reading.turns.candidates import find_candidate
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.turns.label import is_question_key
from onrecord.reading.turns.loosecandidates import find_loose_candidate
from onrecord.reading.words.bylines import parse_byline
from onrecord.reading.words.dates import find_dates, whole_date
from onrecord.reading.words.kinds import RELEASE_WORDS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.presiding import presides
from onrecord.reading.words.signposts import AWAY, FOLLOWING, FULL_TEXT, INTRODUCTION, LISTS
from onrecord.reading.words.speech import SELF
from onrecord.reading.words.titled import people_in_title
from onrecord.text import count_words

_SENTENCE = re.compile(r"(?:\S+\s+){7}.*[^\W\d_]{4,}[.!]|.*[。！।۔][”」』\"]*")
_STOPPED = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_STOP_INSIDE = re.compile(r"[^\W\d_]{3,}[.!?…]\s+[^\W\d_a-z]|[。！？].")
_LONGEST_SENTENCE = 160
_PROSE = 200
_QUOTES = '„“”«»"「『'  # a headline that quotes somebody
_LONGEST_NAMING = 300
_BY = re.compile(r"\(?(?:by|von|par|por)\s", re.IGNORECASE)
_LEAST_SMALL = 2  # words
_BARE = 4  # words
_SOON = 6  # lines
_LEAST_ENTRIES = 3
_SHORT_ENTRY = 24
_AT_TOP = 2  # lines below the first
_LEAST_SHORT = 5
_LONGEST_ROW_WORDS = 3
_FEW_SIGNS = 6
_KICKED = 3  # lines: a kind, a headline, who speaks
_SMALL_OF_ROW = 4  # one in so many
_BY_WHOM = ("by ", "von ", "par ", "por ", "de M")


def find_title_line(blocks: Sequence[Block], inside: Sequence[int]) -> tuple[int | None, str]:
    """Return the line that is the title, and what told it; None where the words begin at once."""
    found, told_by = _find(blocks, inside)
    if (
        found is not None
        and blocks[found].text.startswith(_BY_WHOM)
        and found - 1 in inside
        and is_statement_title(blocks[found - 1].text)
    ):
        return found - 1, told_by  # "by Secretary General Ada Verne …", below "Doorstep statement"
    return found, told_by


def _find(blocks: Sequence[Block], inside: Sequence[int]) -> tuple[int | None, str]:
    inside = _above_list(blocks, inside)
    lines = first_lines(blocks, inside)
    if not lines:
        return None, ""
    if _are_words_whole(blocks, lines):
        return None, ""
    lines = [index for index in lines if not is_no_title(blocks[index].text)] or lines
    spoken = _first_label(blocks, inside)
    if _heads_headline(blocks, lines, spoken):
        lines = lines[1:]
    first = lines[0]
    named = kinds_of(blocks[first].text) and not LISTS.fullmatch(blocks[first].text)
    if (ended := title_of_way(blocks, inside[:TOP], lines, spoken)) is not None:
        return ended, UNDER_MENU
    if (twice := title_told_twice(blocks, inside, lines, spoken)) is not None:
        return twice, TOLD_TWICE
    # Below a site's name and menu, and the way to the page
    led = spoken is not None and any(TRAIL.search(blocks[index].text) for index in inside[:_SOON])
    if led and (titled := title_under_menu(blocks, inside, lines, spoken)) is not None:
        return titled, UNDER_MENU
    if not named and (titled := title_above_words(blocks, inside, spoken)) is not None:
        return titled, UNDER_MENU
    if not named and (titled := title_under_menu(blocks, inside, lines, spoken)) is not None:
        return titled, UNDER_MENU
    if not named and (below := _below_short_lines(blocks, inside, lines, spoken)) is not None:
        return below, UNDER_MENU
    if not named and (alone := title_above_lead(blocks, lines, spoken)) is not None:
        return alone, UNDER_MENU
    menu = _last_of_menus(blocks, inside, spoken)
    lines = [index for index in lines if not _in_menu(blocks, index)] or lines
    lines = [index for index in lines if index > menu and (spoken is None or index < spoken)] or lines
    first = lines[0]
    if is_statement_title(blocks[first].text):
        fuller = _fuller(
            blocks,
            [index for index in lines[1:_SOON] if spoken is None or index < spoken],
            blocks[first].text,
        )
        return (first, "first line") if fuller is None else (fuller, "line that names a statement")
    if spoken is not None and first >= spoken:
        return None, ""  # whoever speaks stands above all else
    for index in lines[1:NEAR]:
        text = blocks[index].text
        if (spoken is not None and index >= spoken) or len(text) > _PROSE:
            break
        if index == lines[1] and _is_headline(blocks[first].text) and people_under_title(text):
            return first, "first line"
        if _leads_in(text) or (text[-1] in ".!?…" and _STOP_INSIDE.search(text)):
            continue
        if len(text) <= _LONGEST_NAMING and is_statement_title(text) and not _SENTENCE.fullmatch(text):
            fuller = _fuller(
                blocks,
                [one for one in lines[1:NEAR] if index < one and (spoken is None or one < spoken)],
                text,
            )
            return index if fuller is None else fuller, "line that names a statement"
    return (None, "") if _is_said(blocks[first].text) else (first, "first line")


def _are_words_whole(blocks: Sequence[Block], lines: Sequence[int]) -> bool:
    """Whether a text begins with "Full text" and its words at once: what a page's title stood above is not there."""
    if not FULL_TEXT.fullmatch(blocks[lines[0]].text.rstrip(" :")):
        return False
    if len(lines) < 2:
        return True  # below it somebody greets
    below = blocks[lines[1]].text
    return ends_as_sentence(below) and not is_statement_title(below)


def _leads_in(text: str) -> bool:
    """Whether a line leads in the words below it: "Following are the remarks of Secretary-General Ada Verne on 12 March:"."""
    return text[-1] in ":：" and (FOLLOWING.match(text) or INTRODUCTION.search(text)) is not None


def _heads_headline(blocks: Sequence[Block], lines: Sequence[int], spoken: int | None) -> bool:
    """Whether the first line is a bare "Press release", and the second a headline: words with small letters and no stop."""
    if len(lines) >= 2 and _is_kicker(blocks, lines, spoken):
        return True
    if len(lines) < 2 or not RELEASE_WORDS.fullmatch(blocks[lines[0]].text):
        return False
    below = blocks[lines[1]].text
    whole = count_words(below) >= _BARE and not _STOPPED.search(below) and _is_headline(below)
    return whole and (spoken is None or lines[1] < spoken) and not find_dates(below)


def _is_kicker(blocks: Sequence[Block], lines: Sequence[int], spoken: int | None) -> bool:
    """Whether a bare word for a kind stands above a headline, and below that who speaks: "Speech", "A lock for us all", "Ada Verne, Minister"."""
    if len(lines) < _KICKED or not (lines[0] + 1 == lines[1] and lines[1] + 1 == lines[2]):
        return False
    kicker, headline, below = (blocks[index].text for index in lines[:_KICKED])
    bare = len(kicker.split()) <= _LEAST_SMALL and kicker[-1].isalpha() and is_statement_title(kicker)
    whole = (count_words(headline) >= _BARE or headline[0] >= "\u2e80") and not _STOPPED.search(headline)
    named = parse_byline(headline) is None and not (people_in_title(headline) or find_dates(headline))
    if (
        not (bare and whole and named)
        or is_statement_title(headline)
        or (spoken is not None and lines[2] >= spoken)
    ):
        return False
    person = parse_person(below) if len(below) <= _LONGEST_NAMING else None
    return parse_byline(below) is not None or (person is not None and person.office is not None)


def _below_short_lines(
    blocks: Sequence[Block], inside: Sequence[int], lines: Sequence[int], spoken: int | None
) -> int | None:
    """The first longer line below the short ones with which a page begins: its site's name, its menus, the way to it.

    None where few stand there, or somebody speaks at once.
    """
    entries = 0
    may_be = frozenset(lines)
    for place, index in enumerate(inside[:TOP]):
        text = blocks[index].text
        if spoken is not None and index >= spoken:
            return None
        if TRAIL.search(text) or (place <= _AT_TOP and _is_row(text)):
            entries += 2
        elif (
            AWAY.fullmatch(text[:120]) or _is_short_line(text) or (place < _AT_TOP and _is_name_of_site(text))
        ):
            entries += 1
        elif entries < _LEAST_SHORT:
            return None
        else:
            fits = index in may_be and len(text) <= _LONGEST_NAMING and not _SENTENCE.fullmatch(text)
            return index if fits else None
    return None


def _is_short_line(text: str) -> bool:
    """Whether a line is as short as the entry of a menu: three words, or some signs of a script without spaces."""
    words = text.split()
    spaced = text[0] < "\u2e80" or "\uac00" <= text[0] <= "\ud7a3"
    short = len(words) <= _LONGEST_ROW_WORDS and (spaced or max(map(len, words)) <= _FEW_SIGNS)
    return short and not any(map(str.isdigit, text)) and not _STOPPED.search(text) and text[-1] not in ":："


def _is_name_of_site(text: str) -> bool:
    few = len(text.split()) <= _BARE and not _STOPPED.search(text)
    return few and not any(map(str.isdigit, text)) and not is_statement_title(text)


def _is_row(text: str) -> bool:
    """Whether a line could be a menu on one line: five words or more, few of which have no capital."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    digits = any(map(str.isdigit, text))
    return (
        len(words) >= _LEAST_SHORT
        and _SMALL_OF_ROW * small <= len(words)
        and not (digits or _STOPPED.search(text) or is_statement_title(text))
    )


def _above_list(blocks: Sequence[Block], inside: Sequence[int]) -> Sequence[int]:
    """The lines above a list of dates and titles, if one of them may be a title; else all but its entries: "14.07.2020 - Statement …"."""
    entries = [index for index in inside if opens_in_line(blocks[index], index)]
    if len(entries) < _LEAST_ENTRIES:
        years = frozenset(index for index in inside if may_hold_year(blocks[index].text))
        plain = plain_lists(blocks, inside, years)
        entries = [index for run in plain for index in range(run[0].first, run[-1].last + 1)]
    if not entries:
        return inside
    above = [index for index in inside if index < entries[0]]
    if any(True for _ in lines_of(blocks, above)):
        return above
    listed = set(entries)
    return [index for index in inside if index not in listed]


def _last_of_menus(blocks: Sequence[Block], inside: Sequence[int], spoken: int | None) -> int:
    """The last line of the menus at the top, -1 without one: runs of short lines, none of which tells a day or a kind; above them stands the site's name."""
    last, run = -1, list[int]()
    for index in inside[:TOP]:
        if spoken is not None and index >= spoken:
            break
        text = blocks[index].text
        heads = blocks[index].gap != "line" and kinds_of(text)
        if heads or any(map(str.isdigit, text)) or is_statement_title(text):
            break  # the head of the text: a menu has none above it
        if len(text) > LONGEST_ENTRY or _STOPPED.search(text):
            run = []
            continue
        run = [*run, index] if run and blocks[index].gap == "line" else [index]
        if len(run) >= _LEAST_ENTRIES:
            last = index
    return last


def _in_menu(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line stands between others as short as itself, one below the other: an entry of a menu, "Speeches"."""
    if not _stands_in_list(blocks[index].text):
        return False
    first = last = index
    while first > 0 and blocks[first].gap == "line" and _stands_in_list(blocks[first - 1].text):
        first -= 1
    while (
        last + 1 < len(blocks) and blocks[last + 1].gap == "line" and _stands_in_list(blocks[last + 1].text)
    ):
        last += 1
    return last - first + 1 >= _LEAST_ENTRIES


def _stands_in_list(text: str) -> bool:
    short = len(text) <= _SHORT_ENTRY and text[-1] not in ",:："
    return short and not any(map(str.isdigit, text)) and not _STOPPED.search(text)


def _is_said(text: str) -> bool:
    """Whether a line is somebody's words, with which a text without a title begins: "Thank you all. We have come a long way." """
    if not _STOPPED.search(text):
        return False
    return len(text) > _LONGEST_SENTENCE or bool(_STOP_INSIDE.search(text) or SELF.search(text))


def _is_headline(text: str) -> bool:
    """Whether a line has words in small letters besides its links, as a site's own name has not: "A little bit of patience?"."""
    return len(re.findall(r"(?<!\S)[a-zà-ÿ]{4,}", text)) >= _LEAST_SMALL


def _fuller(blocks: Sequence[Block], below: Sequence[int], first: str) -> int | None:
    """The line below one that is a bare word for a kind, which names that kind and who spoke, or when: "Press Briefing of Minister Verne"."""
    if len(first.split()) > _BARE or people_in_title(first) or find_dates(first) or first[0] in _QUOTES:
        return None
    section = len(first.split()) == 1  # "Speeches", in the way to the page: the text may be of another kind
    for index in below:
        text = blocks[index].text
        if len(text) > _LONGEST_NAMING or _SENTENCE.fullmatch(text) or text[-1] in ":：":
            return None
        told = bool(find_dates(text))
        if set(kinds_of(text)) & set(kinds_of(first)) and (told or people_in_title(text)):
            return index
        if section and told and is_statement_title(text) and people_in_title(text):
            return index
        if told or _BY.match(text):
            return None  # what stands behind a title, under it
    return None


def _first_label(blocks: Sequence[Block], inside: Sequence[int]) -> int | None:
    """The first line that begins with a label which another line begins with too, or with the word for who asks."""
    seen: dict[str, int] = {}
    first: int | None = None
    for index in inside[1:] if _is_above_day(blocks, inside) else inside:
        found = find_candidate(blocks[index], index) or find_loose_candidate(blocks[index], index)
        presiding = (
            found is not None and found.form == "stop" and found.text.isupper() and presides(found.key)
        )
        if found is None or (found.form in ("line", "stop", "dash", "narrow letter") and not presiding):
            continue
        if is_question_key(found.key) and found.form == "colon":
            return index if first is None else min(first, index)
        if (before := _seen_as(found.key, seen)) is not None:
            first = before if first is None else min(first, before)
        seen.setdefault(found.key, index)
    return first


def _seen_as(key: str, seen: Mapping[str, int]) -> int | None:
    """Where a label stood before: as it is, or with a post, as "President Ada Verne:" above "Ada Verne:"."""
    if key in seen or "_" not in key:
        return seen.get(key)
    return next((index for longer, index in seen.items() if longer.endswith(f"_{key}")), None)


def _is_above_day(blocks: Sequence[Block], inside: Sequence[int]) -> bool:
    """Whether the first line is no sentence and stands above a day: "Kora Kwil: Most otworzymy w maju" is whom a headline quotes."""
    if len(inside) < 2 or not whole_date(blocks[inside[1]].text):
        return False
    text = blocks[inside[0]].text
    return not _STOPPED.search(text) and len(text) <= _LONGEST_NAMING
