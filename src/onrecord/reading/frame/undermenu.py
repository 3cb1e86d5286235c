"""The title of a plain text that begins with a site's menu: the line above the words that names what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from onrecord.reading.frame.abovewords import LEADS, is_no_title, longer_below
from onrecord.reading.frame.foot import says_of_sites
from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.metadata import status_of
from onrecord.reading.parts.titles import is_statement_title, kinds_of
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.dates import find_dates, whole_date
from onrecord.reading.words.signposts import INTRODUCTION, LISTS
from onrecord.reading.words.speech import SELF
from onrecord.reading.words.titled import people_in_title, people_mentioned
from onrecord.text import compile_late, count_words

UNDER_MENU = "line above the words"
"""What a frame says of a title that stands below a site's menu in a plain text."""
_SHORT = 4  # words
_LEAST_MENU = 3  # lines
_LEAST_WORDS = 3
_LONG = 5  # words
_LEAST_OF_SENTENCE = 8  # words
_SENTENCE = 30  # characters
LONGEST_HEAD = 120
"""Lines that may stand above the words; more are a list of contents."""
_BELOW, _ABOVE = 5, 2  # lines
_ENOUGH = 3
_FEW_ABOVE, _SURE = 2, 6  # lines, weight
_HEADLINE = 7
"""The weight of a line that the word for a kind stands right above."""
_LONGEST = 400
_TWICE = 2
_LEAST_ABOVE_LEAD, _LEAD, _PROSE = 4, 60, 200  # lines, characters
_MOSTLY = 0.5
# "Home > News > Speeches", "Média centrum / Tiskové konference": ways to the page
_WAY = re.compile(
    r"\s[>›/|→·]\s|^[^«]*\s»\s|^\W*(?:you are here|home|sie sind hier|startseite|vous êtes ici|accueil|está (?:usted )?en|inicio|você está aqui|sei in|u bevindt zich hier|du er her|jste zde|úvod|головна|главная|início|strona główna|prima pagină|αρχική|ana ?sayfa|beranda|trang chủ|domov|domů|forside|etusivu|hem|начало)\b(?=\W*[>›»/|→·–—-]|\W*$)|^\W*(?:you are here|sie sind hier|vous êtes ici|está (?:usted )?en|você está aqui|sei in|u bevindt zich hier)\b",
    re.IGNORECASE,
)

# "1. asked the Minister for Ports when …", below a member's name
_PUT = re.compile(r"(?:\d{1,3}\.\s+)?(?:asked|to ask) the\s", re.IGNORECASE)
# "Home > Records", a way of two steps or more
TRAIL = re.compile(r"\S\s[>›»]\s\S")
_STEP = re.compile(r"\s[>›»]\s")
# "首頁 公報查詢 委員名單": the entries of a menu on one line, in a script without spaces
_IN_A_ROW = compile_late(
    "[\u0e00-\u0e7f\u1780-\u17ff\u3040-\u9fff]{2,12}(?:\\s+[\u0e00-\u0e7f\u1780-\u17ff\u3040-\u9fff]{2,14}){2,}"
)


def title_under_menu(
    blocks: Sequence[Block], inside: Sequence[int], lines: Sequence[int], spoken: int | None
) -> int | None:
    """Return the line that is the title, of those that may be one, where short lines of a menu stand above the words.

    `spoken`: the first label. None where no menu stands there, or nothing tells which line is the title.
    """
    begins = next((index for index in inside if index == spoken or _is_said(blocks[index].text)), None)
    if begins is None:
        return None
    head = [index for index in inside if index < begins]
    if len(head) > LONGEST_HEAD:
        return None
    menu = sum(_entries(blocks[index].text) for index in head)
    if menu < _FEW_ABOVE:
        return None
    times = Counter(" ".join(blocks[index].text.lower().split()) for index in head)
    may_be = set(lines)
    weights = {index: _weight(blocks, index, head, times) for index in head if index in may_be}
    best = max(weights, key=lambda index: (weights[index], -index), default=None)
    if menu < _LEAST_MENU and (best is None or best == head[0] or weights[best] < _SURE):
        return None  # two lines of an office, or one and a place, stand above what plainly is a title
    if best is None or weights[best] < _ENOUGH:
        return _below_way(blocks, head, may_be)
    above = head[head.index(best) - 1] if head.index(best) else best
    if above in may_be and _is_quoted(blocks[above].text):
        return above  # „We must be patient“, above "Interview with President Ada Verne"
    # The way to a page ends with its title, which stands below it once more.
    again = max(index for index in weights if blocks[index].text == blocks[best].text)
    return longer_below(blocks, again)


def title_above_lead(blocks: Sequence[Block], lines: Sequence[int], spoken: int | None) -> int | None:
    """Return the headline above a lead and the first label, each a paragraph, where above it stand lines of the site that no blank line parts.

    None where those are no group of two or more, or the headline is no line of three words or more.
    """
    if spoken is None or spoken < _LEAST_ABOVE_LEAD:
        return None
    for index in range(spoken - 2, max(spoken - 1 - _SHORT, 1), -1):
        line, lead = blocks[index], blocks[index + 1]
        if "line" in (line.gap, lead.gap) or not ends_as_sentence(lead.text) or len(lead.text) < _LEAD:
            continue
        group = blocks[index - 1].gap == "line" and all(len(one.text) <= _PROSE for one in blocks[:index])
        fits = count_words(line.text) >= _LEAST_WORDS and not ends_as_sentence(line.text)
        return index if index in lines and group and fits and not whole_date(line.text) else None
    return None


def title_of_way(
    blocks: Sequence[Block], head: Sequence[int], may_be: Collection[int], spoken: int | None
) -> int | None:
    """Return the line that says once more where the way to the page ends: "Home > Business > Skell Bridge", and "Skell Bridge" below."""
    for place, index in enumerate(head):
        if not TRAIL.search(blocks[index].text):
            continue
        last = _STEP.split(blocks[index].text)[-1].strip()
        if len(last.split()) >= 2 and not LISTS.fullmatch(last) and not _names_kind_alone(last):
            below = (one for one in head[place + 1 :] if one in may_be and blocks[one].text == last)
            return next((one for one in below if spoken is None or one < spoken), None)
    return None


def _below_way(blocks: Sequence[Block], head: Sequence[int], may_be: Collection[int]) -> int | None:
    """The line right below the only way to the page, where it is no day: "Home > Records" stands above the title."""
    ways = [place for place, index in enumerate(head) if TRAIL.search(blocks[index].text)]
    if len(ways) != 1 or ways[0] + 1 >= len(head):
        return None
    below_way = head[ways[0] + 1]
    entries = head[ways[0] + 2 : ways[0] + 4]
    if len(entries) == 2 and all(
        _entries(blocks[one].text) and len(blocks[one].text.split()) <= 3 for one in [below_way, *entries]
    ):
        return None  # a menu stands there
    below = head[ways[0] + 1]
    return below if below in may_be and not whole_date(blocks[below].text) else None


def _is_quoted(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and text[0] in '„“«»"‚‘' and text[-1] in '“”«»"‘’'


def _entries(text: str) -> int:
    """How many entries of a menu a line is: short, or such between bars; lines that are told of a statement are none."""
    if TRAIL.search(text):
        return _LEAST_MENU
    pieces = re.split(r"\s[|·•]\s", text)
    if len(pieces) == 1 and _IN_A_ROW.fullmatch(text):
        pieces = text.split()
    if any(len(piece.split()) > _SHORT or any(map(str.isdigit, piece)) for piece in pieces):
        return 0
    told = status_of(text) or text[0] in "([" or (is_statement_title(text) and not LISTS.fullmatch(text))
    return 0 if told else len(pieces)


def _is_said(text: str) -> bool:
    return (
        len(text) >= _SENTENCE
        and ends_as_sentence(text)
        and not text.endswith(("…", "a.m.", "p.m."))
        and not says_of_sites(text)
        # a title that ends with a stop
        and not (is_statement_title(text) and not SELF.search(text) and not _in_other_script(text))
    )


def _in_other_script(text: str) -> bool:
    """Whether a text in another script than the Latin one is long, and ends with a stop: titles there do not."""
    return text[0] > "\u0370" and len(text.split()) >= _LEAST_OF_SENTENCE and text[-1] in ".।。۔"


def _is_of_office(text: str) -> bool:
    """Whether a line has a word for a kind and, as speaking, somebody with his office: "Комментарий официального представителя … Веры Стожаровой"."""
    return bool(kinds_of(text)) and any(one.office for one in people_in_title(text))


def _names_kind_alone(text: str) -> bool:
    few = len(text.split()) <= 2 and (text[0] < "\u2e80" or count_words(text) <= _SHORT)
    return few and is_statement_title(text) and not LISTS.fullmatch(text)


def _weight(blocks: Sequence[Block], index: int, head: Sequence[int], times: Counter[str]) -> int:
    """How much tells that a line is the title: a kind, somebody named or a day, another line that is the same, a day below it."""
    text = blocks[index].text
    words = count_words(text)
    if (
        len(text) > _LONGEST
        or (text[0].islower() and not "\u10d0" <= text[0] <= "\u10ff")  # Georgian sets no capitals
        or text.endswith(",")
        or LEADS.match(text)
        or _PUT.match(text)
        or _WAY.search(text)
        or LISTS.fullmatch(text)
        or whole_date(text)
        or _IN_A_ROW.fullmatch(text)
        or text[-1] == "。"
        or is_no_title(text)
        or ((text[-1] in ":：" or ends_as_sentence(text)) and INTRODUCTION.search(text))
    ):
        return 0
    kind = is_statement_title(text) or _is_of_office(text)
    if not kind and any(one.span[1] - one.span[0] >= _MOSTLY * len(text) for one in find_dates(text)):
        return 0  # a day and an hour
    if words < _LEAST_WORDS and not (kind and text.isupper()):
        return 0
    told = bool(find_dates(text) or people_in_title(text) or people_mentioned(text))
    again = times[" ".join(text.lower().split())] == _TWICE
    below = [blocks[other].text for other in head if index < other <= index + _BELOW]
    dated = any(find_dates(line) for line in below)
    place = head.index(index)
    above = [blocks[other].text for other in head[max(place - _ABOVE, 0) : place]]
    above = [line for line in above if not whole_date(line)][-1:]
    if words >= _LONG and not text.endswith(".") and any(map(_names_kind_alone, above)):
        return _HEADLINE + dated  # "Speech" above the headline
    return (
        2 * kind
        + 2 * (kind and (told or words > _LONG))
        + 2 * again
        + (words >= _LONG)
        + (told and words > _SHORT)
        + (words > _SHORT and bool(find_dates(text)))
        + dated
    )
