"""The title of a plain text with a whole page around its words: the line above the longest run of sentences that these go on with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.reading.frame.foot import says_of_sites
from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.furniture import is_contact_line, says_furniture
from onrecord.reading.parts.titles import day_with_kind, is_statement_title
from onrecord.reading.turns.candidates import find_candidate
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.turns.label import is_question_key
from onrecord.reading.turns.loosecandidates import find_loose_candidate
from onrecord.reading.words.dates import find_dates, whole_date
from onrecord.reading.words.fields import METADATA_LABELS
from onrecord.reading.words.kinds import FOR_RELEASE, RELEASE_WORDS
from onrecord.reading.words.placed import POSTED, opening_bracket, place_before
from onrecord.reading.words.signposts import AWAY, FULL_TEXT, LISTS
from onrecord.reading.words.terms import ONGOING

_LEAST_MENU = 8  # lines
_HEAD = 40  # lines
_ENTRY = 60  # characters
_SENTENCE = 50  # characters
_COST = 30  # of a line that is no sentence
_LEAST_RUN = 120  # characters
_REACH = 24  # lines above the words
_LONGEST = 220
_NEAR = 4  # lines
_LEAST_TITLE = 3  # words: a word for a kind alone stands above titles
# "1. The accident", a heading of the words
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
_OPENING = 1200  # characters of the words
_ENOUGH = 4.0
_WORD = re.compile(r"[^\W\d_]{4,}")
# What leads elsewhere: "Jump to the transcript of the questions"
LEADS = re.compile(r"(?:jump|skip|go|back) to\b|watch\b|listen\b|download\b|subscribe\b", re.IGNORECASE)
# "Foto: Land Nordmark", "© Meinert", "Von Ada Verne": below a picture, and who wrote it
_CREDIT = re.compile(
    r"(?:foto|photo|bild|quelle|source|image|crédit|fuente|autor|author|von|by|par|por|di|grafik|video|audio|autore|redaktion)\b[^a-zà-ÿ]|.{0,80}©|\W*\d+\W*$",
    re.IGNORECASE,
)
_SOON_DATED, _LONGEST_LABEL = 24, 60  # characters
_FEW = 3  # words, with what parts them
# Lines of lists, as in: - a search in all press briefings
_LISTED = re.compile(r"[•·▪●]|[-–—*]\s")
_OPENED = re.compile(r"[(\[]")
_OF_DAY = re.compile(r"\w\s(?:of|vom|du|de|del|dell|van|от|від|z|dnia|on|am|le)\s$", re.IGNORECASE)


def title_above_words(blocks: Sequence[Block], inside: Sequence[int], spoken: int | None) -> int | None:
    """Return the line that is the title of a plain text that begins with whole menus; None elsewhere.

    `spoken`: the first label, which may be an entry of a menu.
    """
    head = inside[:_HEAD]
    if len(head) < _LEAST_MENU or sum([_is_entry(blocks[index].text) for index in head]) < _LEAST_MENU:
        return None
    run = _longest_run(blocks, inside)
    if run is None:
        return None
    first, last = run
    menus = sum(_is_entry(blocks[index].text) for index in inside[:first])
    if menus < _LEAST_MENU:
        return None
    said = " ".join([blocks[index].text for index in inside[first : last + 1]][:8])[:_OPENING].lower()
    words = frozenset(_WORD.findall(said))
    times = Counter(_folded(blocks[index].text) for index in inside)
    end = first + 1
    if spoken is not None and spoken <= inside[first] and _speaks(blocks, inside[first : last + 1], spoken):
        end = next(position for position, index in enumerate(inside) if index >= spoken)
    best, heaviest = None, _ENOUGH
    for position in range(max(first - _REACH, 0), end):
        weight = _weight(blocks, inside, position, first, words, times)
        if weight >= heaviest:
            best, heaviest = position, weight
    if best is None:
        return None
    return longer_below(blocks, inside[best])


# "■会場    第二会議室", "◎ Present:   Ada Verne": a field behind a mark
_OF_DAYS = frozenset(("given_on", "posted_on", "updated_on", "date"))
_LONGEST_DATED_LINE = 60  # characters
_MARKED_FIELD = re.compile(r"[■□◆◇◎]\s?[^\s:：]{1,12}(?:\s{2,}|\s?[:：])")

# A name of two words or more in capitals, a stop, and a sentence in small letters
_CAPITALS_AND_STOP = re.compile(r"[A-ZÀ-Þ’'-]{2,}(?: [A-ZÀ-Þ’'-]{2,}){1,4}\. [A-ZÀ-Þ][a-zà-ÿ’']* [a-zà-ÿ]")


def is_no_title(text: str) -> bool:
    """Return whether a line tells of a text when it was posted, its day and kind ("14 mai 2031 - Discours"), or is said in it under a label.

    Or is one of a list's, ends what a line above opened, has nothing but days behind its label, or says that the text is whole.
    """
    return (
        _tells_when_posted(text)
        or _is_day_with_place_or_label(text)
        or _is_day_with_word(text)
        or _said_under_label(text)
        or _MARKED_FIELD.match(text) is not None
        or opening_bracket(text, find_dates)
        is not None  # "(Skell, 3 mai 2031) - Conférence de presse …" leads in
        or _LISTED.match(text) is not None
        or (text[-1] in ")]" and not _OPENED.search(text))
        or _is_field_of_days(text)
        or FOR_RELEASE.fullmatch(text) is not None
        or is_contact_line(text)
        or (len(text) <= _LONGEST_LABEL and FULL_TEXT.fullmatch(text.rstrip(" :")) is not None)
    )


def _is_day_with_place_or_label(text: str) -> bool:
    """Whether a line is a place and a day, or a day behind the word for what it is: "Skell, le samedi 3 mai 2031", "Mis en ligne le 3 mai 2031"."""
    days = find_dates(text) if len(text) <= _LONGEST_DATED_LINE else ()
    if len(days) != 1 or any(map(str.isalpha, text[days[0].span[1] :])):
        return False
    label = METADATA_LABELS.get(text[: days[0].span[0]].strip(" :：-–").lower())
    return label in _OF_DAYS or place_before(text, days[0].span) is not None


def _is_field_of_days(text: str) -> bool:
    """Whether a line has days and no other words behind its label: "Period of service: 15/09/2015 - 24/08/2018"."""
    label, colon, value = text.partition(":")
    if not colon or len(label) > _LONGEST_LABEL or is_statement_title(label):
        return False  # "Minister's statement at press conference: 3 March 2031" is a title
    days = find_dates(value)
    rest = value
    for one in reversed(days):
        rest = rest[: one.span[0]] + rest[one.span[1] :]
    return bool(days) and not any(map(str.isalpha, ONGOING.sub("", rest)))


def _is_day_with_word(text: str) -> bool:
    parted = text.lower() != text.upper() or "|" in text or "｜" in text
    dated = day_with_kind(text) if parted else None
    if dated is not None and _OF_DAY.search(text[: dated.span[0]]):
        return False  # "Pressekonferenz vom 14. Mai 2031" is how such a text is called
    return dated is not None and len((text[: dated.span[0]] + text[dated.span[1] :]).split()) <= _FEW


def _said_under_label(text: str) -> bool:
    """Whether a line is a sentence behind a label: "Dana Orr (Coast News): Secretary General, will it open?", "ADA VERNO. Chiedo di parlare."."""
    if _CAPITALS_AND_STOP.match(text) and ends_as_sentence(text):
        return True
    label, colon, said = text.partition(": ")
    short = bool(colon) and len(label) <= _LONGEST_LABEL and ends_as_sentence(said)
    return short and not is_statement_title(label)


def _tells_when_posted(text: str) -> bool:
    """Whether a line opens with a day of posting: "Publié le 16 mai 2031 par admin dans Interviews"."""
    days = find_dates(text) if POSTED.match(text) else ()
    return any(one.span[0] <= _SOON_DATED for one in days)


def longer_below(blocks: Sequence[Block], line: int) -> int:
    """Return the line below that begins as this one does and goes on: a way-mark is often the title cut short."""
    start = " ".join(blocks[line].text.split()).rstrip(" .…")
    for index in range(line + 1, min(line + 1 + _NEAR, len(blocks))):
        text = blocks[index].text
        if len(start) < len(text) <= _LONGEST and text.startswith(start) and not ends_as_sentence(text):
            return index
    return line


def _speaks(blocks: Sequence[Block], behind: Sequence[int], spoken: int) -> bool:
    """Whether the label of a line asks, or stands before the words, too, not only in menus above them."""
    label = find_candidate(blocks[spoken], spoken) or find_loose_candidate(blocks[spoken], spoken)
    if label is None or is_question_key(label.key):
        return label is not None
    keys = (
        find_candidate(blocks[index], index) or find_loose_candidate(blocks[index], index) for index in behind
    )
    return any(found is not None and found.key == label.key for found in keys)


def _longest_run(blocks: Sequence[Block], inside: Sequence[int]) -> tuple[int, int] | None:
    """The positions of the first and last line of the run in which sentences outweigh other lines the most."""
    best, run, start = (0, -1, -1), 0, 0
    for position, index in enumerate(inside):
        text = blocks[index].text
        run += len(text) if _is_said(text) else -_COST
        if run <= 0:
            run, start = 0, position + 1
        elif run > best[0]:
            best = (run, start, position)
    return None if best[0] < _LEAST_RUN else best[1:]


def _is_said(text: str) -> bool:
    return (
        len(text) >= _SENTENCE
        and ends_as_sentence(text)
        and not text.endswith("…")
        and not says_of_sites(text)
    )


def _is_entry(text: str) -> bool:
    return len(text) <= _ENTRY and not ends_as_sentence(text)


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def _weight(
    blocks: Sequence[Block],
    inside: Sequence[int],
    position: int,
    first: int,
    words: frozenset[str],
    times: Counter[str],
) -> float:
    """How much tells that a line is the title: words that the text below has, a kind, a paragraph of its own, a way-mark that repeats it, nearness."""
    text = blocks[inside[position]].text
    if (
        len(text) > _LONGEST
        or not _may_be(text)
        or (text[-1] in ".…,:;।。۔" and len(text.split()) > 7)
        or (text[0] in "([" and text[-1] in ")]")
        or text[-1] in "…,"
        or (text[-1] in ":：" and times[_folded(text)] > 1)  # a label above what is said
        or is_no_title(text)
    ):
        return 0.0
    own = frozenset(_WORD.findall(text.lower()))
    count = len(text.split())
    shared = len(own & words)
    alone = blocks[inside[position]].gap != "line" and (
        position + 1 == len(inside) or blocks[inside[position + 1]].gap != "line"
    )
    weight = 2.0 * min(shared, 3) - 0.2 * (first - position)
    weight += min(count, 5) * 0.5
    weight += 1.5 * alone
    if count >= _LEAST_TITLE and is_statement_title(text):
        weight += 2.0 + 1.5 * bool(find_dates(text))
    weight += 2.0 * (count >= 4 and times[_folded(text)] >= 2)
    weight -= 1.5 * text.endswith("?")
    return weight


def _may_be(text: str) -> bool:
    label, colon, _ = text.partition(":")
    return not (
        (colon and label.strip().lower() in METADATA_LABELS)
        or whole_date(text)
        or _CREDIT.match(text)
        or _NUMBERED.match(text)
        or LEADS.match(text)
        or AWAY.fullmatch(text[:120])
        or LISTS.fullmatch(text)
        or RELEASE_WORDS.fullmatch(text)
        or says_furniture(text)
        or is_contact_line(text)
        or says_of_sites(text)
        or text[0].islower()
    )
