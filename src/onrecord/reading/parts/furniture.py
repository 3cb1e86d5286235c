"""What a site puts around its statements: dateline, clocks, contacts, counters, pager, navigation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from onrecord.model import Clock, Contact, Counter
from onrecord.reading.page.blocks import Block, PageBlocks
from onrecord.reading.rules import Guide
from onrecord.reading.words.caseless import caseless
from onrecord.reading.words.dates import FoundDate, whole_date
from onrecord.reading.words.signposts import ALL_MESSAGES, PAGER_WORDS
from onrecord.text import compile_late

# "Moscow: 13:30" · "Port Aurel 9:05 pm"
_CLOCK = re.compile(
    r"(?P<place>[^\W\d_][\w .'’()/-]{1,40}?)\s*[:：–-]?\s*(?P<time>(?:[01]?\d|2[0-3])(?:[:.]|\s?h\s?|时|時)[0-5]\d(?::[0-5]\d)?(?:\s*[ap]\.?m\.?|\s?(?:Uhr|hrs?|hs?|ч\.?|分))?)"
    r"(?:\s*\(?(?P<zone>[A-Z]{2,5}(?:[+-]\d{1,2})?|UTC[+-]\d{1,2}(?::\d{2})?)\)?)?",
    re.IGNORECASE,
)
_BEFORE_HOURS = frozenset(
    "at um à from to until till by om kl at a was is were met about around approximately".split()
)
# "Beginn: 10.02 Uhr", "Kapanma Saati: 15.10": when a sitting began and ended
_OF_SITTINGS = frozenset(
    "beginn schluss ende unterbrechung start end beginning begin inizio fine début fin comienzo inicio término początek koniec začátek konec začiatok açılma "
    "kapanma начало окончание початок закінчення time uhrzeit heure hora ora godzina saat время час tid kl begynnelse slut møtestart "
    "上午 下午 早上 中午 晚上 凌晨 傍晚 午前 午後 오전 오후".split()
)
_YEAR = re.compile(r"\d{4}")
_TIME_IN = re.compile(r"\d(?:[:.]|\s?h\s?|时|時)[0-5]\d", re.IGNORECASE)
_PHONE = re.compile(r"\+?\(?\d[\d\s()./–-]{5,}\d(?:\s*(?:ext\.?|x)\s*\d+)?")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Numbers are bounded and begin where their digits do: else a long run of digits would be tried from each of them.
# "814 days have passed since the … incident" · "412 Tage seit …" · "30 jours se sont écoulés depuis …"
_DAYS = (
    r"(?:days?|tage?n?|jours?|d[ií]as?|giorni|dagen|dag(?:ar|e|er)?|päivää|dn[iíů]|дн(?:ей|я|ів|і)|день|дана|gün|يوم\w*|أيام|روز|ימים|दिन|日|天|ημέρες|μέρες"
    r"|(?:de )?zile|nap|hari|ngày)(?!\w)|(?:일|日(?!以来|付)|天)"
)
_COUNTER = re.compile(
    rf"(?<!\d)(?P<days>\d{{1,3}}(?:[ ,.\u00a0]\d{{3}}){{1,3}}|\d{{1,12}})(?:st|nd|rd|th|-?й|e|\.)?\s*(?:{_DAYS})[^.!?\n]{{0,60}}?"
    r"(?:since|seit|depuis|desde|dal|со? (?:дня|времени|момента)|с момента|以来|منذ|have passed|vergangen|écoulés|sinds|sedan|siden|минуло|від|مضت|مرت|انقضت"
    r"|گذشته|می.گذرد|חלפו|עברו|מאז|óta|telt el|από|sejak|kể từ|de la )",
    re.IGNORECASE,
)
# "Brill olayının üzerinden 814 gün geçti", "Od incydentu minęły 814 dni": with a verb for what has passed, the number anywhere
_COUNTER_PASSED = compile_late(
    r"(?=.*(?:\bpassaram|\bdecorrer|minęł|upłynęł|uplynul|geçti|geride kald|گذشته|بیت|बीत|हो (?:चुके|गए)|지났|경과|経過|過ぎ|περάσει|πέρασαν|\btrecut|telt el|\beltelt|berlalu|trôi qua))"
    rf".*?(?<!\d)(?P<days>\d{{1,3}}(?:[ ,.\u00a0]\d{{3}}){{1,3}}|\d{{2,12}})\s*(?:{_DAYS})",
    re.IGNORECASE,
)
# "Seit 814 Tagen …" · "Depuis 814 jours, …" · "Desde hace 814 días …" · "Вот уже 814 дней …" · "مر 814 يوما على …"
_COUNTER_LED = compile_late(
    r"(?:(?:bereits |schon )?seit|depuis|cela fait|voilà|desde hace|hace|han (?:pasado|transcurrido)|há|(?:já )?(?:se )?passaram|"
    r"(?:sono )?(?:passati|trascorsi)|da|вот уже|уже|прош[её]л\w*|минуло|вже|od|minęło|sedan|i|al|sinds|already|for|it has been|"
    r"مرّ?|مضى|منذ|انقضى)\s+(?P<days>\d{1,3}(?:[ ,.\u00a0]\d{3}){1,3}|\d{2,12})\s+"
    r"(?:days?|tage?n?|jours?|d[ií]as?|giorni|дн(?:ей|я|ів|і)|день|dni|dagen|dag(?:ar|e|er)?|يوم\w*|أيام)\b"
    r"|[^。！？\n\d]{2,40}[已近](?:经|經)?(?:过去|過去|过|過)?\s?(?P<behind>\d{2,12})\s?[天日](?!电|本|报)",
    re.IGNORECASE,
)
_TELLING = re.compile(r"[\d@]")
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 200
# "« 1 | 2 | 3 »" · "1 2 3"
_RUNNING = re.compile(r"[|«»<>›‹:\[\]]|\b1\D+2\D+3\b")
# The word before a number: "Tel. +999 21 555 0133"
_BEFORE_VALUE = re.compile(r"^(?:tel|phone|telephone|fax|e-?mail|mail|тел|tél)\.?\s*:?\s*", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(r"[,;:]\s+|[：，；،؛]\s*")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…。！？؟][\"'”’»)\]]*$")


class Furniture(NamedTuple):
    """The furniture of a page; `named` gives the region name of each block that is some, by its index."""

    dateline: str | None
    dated: str | None
    clocks: tuple[Clock, ...]
    contacts: tuple[Contact, ...]
    counters: tuple[Counter, ...]
    pager: str | None
    named: dict[int, str]


def find_furniture(
    page: PageBlocks, outside: Iterable[int], guide: Guide, datelines: Collection[int] = ()
) -> Furniture:
    """Return the furniture among the blocks whose indices are given: those that stand outside the body.

    `datelines`: the blocks where the site's other pages have their own date.
    """
    blocks = page.blocks
    named: dict[int, str] = {}
    clocks: list[Clock] = []
    contacts: list[Contact] = []
    counters: list[tuple[int, str]] = []
    pager: str | None = None
    indices = sorted(outside)
    telling = {index for index in indices if _TELLING.search(blocks[index].text)}
    for index in indices:
        text = blocks[index].text
        if index in named or index not in telling:
            # Clocks, counters, contacts and pagers hold a digit or an "@"; a contact's label is found from its value.
            if index not in named and len(text) <= 60 and leads_to_all(text):
                named[index] = "pager"
        elif clock := clock_of(text):
            clocks.append(clock)
            named[index] = "clock"
        elif counted := counters_in(text):
            counters.extend(counted)
            named[index] = "counter"
        elif contact := _contact(blocks, index, named):
            contacts.append(contact[0])
            named.update(dict.fromkeys(contact[1], "contact"))
        elif is_pager(text):
            pager = pager or text
            named[index] = "pager"
    learnt = [index for index in indices if index in datelines and index not in named]
    dateline = _dateline_at(blocks, learnt, guide) or _dateline(
        blocks, [index for index in indices if index in telling], named, guide
    )
    if dateline:
        named[dateline[0]] = "dateline"
    dated = dateline[1] if dateline else None
    return Furniture(
        dateline=blocks[dateline[0]].text if dateline else None,
        dated=None if dated is None or dated.ambiguous else dated.iso,
        clocks=tuple(clocks),
        contacts=tuple(contacts),
        counters=tuple(
            Counter(days, _since(dated.iso if dated and not dated.ambiguous else None, days), text)
            for days, text in counters
        ),
        pager=pager,
        named=named,
    )


# "EMBARGOED UNTIL 2:00 P.M.", "Issued at HKT 17:05": a time of day behind other words than a place
_NO_CITY = re.compile(
    r"\W*(?:embargo|under embargo|not for|for release|release|until|from|issued|published|posted|updated|ends?\b|start|begin|doors)",
    re.IGNORECASE,
)


def clock_of(text: str) -> Clock | None:
    """Return the place and time if the text is a place with its local time and nothing else."""
    return None if len(text) > 70 else _clock_of(text)


@lru_cache(4096)  # the same lines stand on all pages of a site
def _clock_of(text: str) -> Clock | None:
    if _NO_CITY.match(text):
        return None
    match = _CLOCK.fullmatch(text.strip()) if _TIME_IN.search(text) else None
    if not match or _YEAR.search(match["place"]):
        return None  # "Last updated 21-Nov-2031 10:03"
    words = match["place"].split()
    if (
        words[0].lower() in _OF_SITTINGS
        or words[-1].strip(" :-–") in _BEFORE_HOURS
        or sum(word[0].islower() for word in words) > 1
    ):
        return None  # "The House met at 2.30 p.m."
    if not match["place"][0].isupper() and match["place"][0].lower() != match["place"][0].upper():
        return None
    return Clock(match["place"].strip(" :：-–"), " ".join(match["time"].split()))


def counters_in(text: str) -> list[tuple[int, str]]:
    """Return the day counters that the text consists of, each with its whole line; empty if it does not begin as one."""
    if not text[:1].isdigit():
        return _led_counter(text) if _DIGIT.search(text) else []
    if not _COUNTER.match(text):
        return []
    starts = list(_COUNTER.finditer(text))
    edges = [match.start() for match in starts] + [len(text)]
    return [
        (int(re.sub(r"\D", "", match["days"])), text[edges[n] : edges[n + 1]].strip())
        for n, match in enumerate(starts)
    ]


def _led_counter(text: str) -> list[tuple[int, str]]:
    """The counter that a line is whose number stands behind a word for since when; a sentence with its stop is none."""
    told = _led_days(text) if len(text) <= _LONGEST_LINE else None
    return [] if told is None else [(told, text)]


@lru_cache(4096)
def _led_days(text: str) -> int | None:
    if _SENTENCE_END.search(text):
        return None
    match = _COUNTER_LED.match(text) or _COUNTER_PASSED.match(text)
    days = match.groupdict() if match else {}
    told = days.get("days") or days.get("behind")
    return int(re.sub(r"\D", "", told)) if told else None


def is_pager(text: str) -> bool:
    """Return whether the text is a row of page numbers and page words: "Pages: ««« :: 1 | 2 | 3 :: »»»"."""
    return len(text) <= 200 and _is_pager(text)


@lru_cache(4096)
def _is_pager(text: str) -> bool:
    if not _DIGIT.search(text):
        return False
    words = []
    for word in _WORD.finditer(text):
        words.append(word[0].lower())
        if words[-1] not in PAGER_WORDS:
            return False  # as most lines do, with their first word
    numbers = re.findall(r"\d+", text)
    has_word = bool(set(words) & (PAGER_WORDS - {"of", "de", "von", "sur"}))
    running = len(numbers) >= 3 and not _PHONE.fullmatch(text) and _RUNNING.search(text)
    return bool(has_word or running) and not re.search(r"\d[.:/]\d", text)


@lru_cache(4096)  # the same lines stand on all pages of a site
def leads_to_all(text: str) -> bool:
    """Return whether a short line leads to more of the same: "All messages", "Read more »"."""
    return len(text) <= _LONGEST_LINE and bool(ALL_MESSAGES.fullmatch(text))


# What governments print above all their pages to say that these are theirs
_BANNER = caseless(
    r"\W*(?:(?:this is )?an? official (?:web)?site of the .{3,60}|here[’']s how you know\W*|official websites use \.\w+(?:\.\w+)?|"
    r"(?:an? )?\.\w{3}(?: or \.\w{3})? website belongs to an? official .{5,90}|(?:secure \.\w{3} websites use https|a lock \(.{0,20}\) or https.{0,200})|"
    r"a \w+ government agency website|how to identify\W*|share sensitive information only on official.{0,60})\W*",
)
_LONGEST_BANNER = 260


def is_banner(text: str) -> bool:
    """Return whether a line is one that governments print above all their pages: "Official websites use .gov"."""
    return len(text) <= _LONGEST_BANNER and _BANNER.fullmatch(text) is not None


def says_furniture(text: str) -> bool:
    """Return whether a line reads as furniture wherever it stands: clock, counter, contact, pager or a date alone."""
    if len(text) <= _LONGEST_BANNER:
        return _says_furniture(text)
    return _is_telling(text)


@lru_cache(4096)
def _says_furniture(text: str) -> bool:
    return _BANNER.fullmatch(text) is not None or _is_telling(text)


def _is_telling(text: str) -> bool:
    if not _TELLING.search(text):
        return leads_to_all(text)
    return bool(
        clock_of(text)
        or _COUNTER.match(text)  # not one led by a word: "Seit 100 Tagen im Amt" is a title
        or is_pager(text)
        or whole_date(text)
        or _is_contact_value(text)
        or leads_to_all(text)
    )


def is_contact_label(text: str, following: str | None) -> bool:
    """Return whether the line labels a phone or mail line that follows it: "Consular queries:"."""
    return bool(following) and _is_contact_label(text) and _is_contact_value(following or "")


def is_contact_line(text: str) -> bool:
    """Return whether a short line ends in a phone number or address to write to: "Press Officer on duty, +999 21 555 0133"."""
    if len(text) > 160 or _SENTENCE_END.search(text):
        return False
    tail = _BEFORE_NUMBER.split(text)[-1]
    return _is_contact_value(tail) and tail != text


def _contact(
    blocks: Sequence[Block], index: int, named: Collection[int]
) -> tuple[Contact, tuple[int, ...]] | None:
    """A phone or mail line with its label, before the colon or in the block before it."""
    text = blocks[index].text
    if _is_contact_value(text):
        before = blocks[index - 1].text if index and index - 1 not in named else ""
        if is_contact_label(before, text):
            return Contact(before.rstrip(" :："), text), (index - 1, index)
        return Contact(None, text), (index,)
    if ":" in text and len(text) <= 160:
        label, _, value = text.partition(":")
        if _is_contact_value(value) and _is_contact_label(label):
            return Contact(label.strip(), value.strip()), (index,)
    return None


def _is_contact_value(text: str) -> bool:
    text = text.strip()
    # A number ends with a digit, an address holds an "@".
    if len(text) > 80 or not (text[-1:].isdigit() or "@" in text) or whole_date(text):
        return False
    bare = _BEFORE_VALUE.sub("", text)
    phone = _PHONE.fullmatch(bare)
    return bool(_MAIL.fullmatch(bare) or (phone and 7 <= sum(map(str.isdigit, bare)) <= 18))


def _is_contact_label(text: str) -> bool:
    stripped = text.strip()
    return (
        0 < len(_WORD.findall(stripped)) <= 8
        and not _SENTENCE_END.search(stripped)
        and not _DIGIT.search(stripped)
    )


def _dateline_at(blocks: Sequence[Block], indices: list[int], guide: Guide) -> tuple[int, FoundDate] | None:
    found = ((index, date) for index in indices for date in guide.dates_in(blocks[index].text))
    return next(found, None)


def _dateline(
    blocks: Sequence[Block], indices: list[int], named: dict[int, str], guide: Guide
) -> tuple[int, FoundDate] | None:
    """The page's own date stands with its clocks, or alone before the title."""
    dates = [
        (index, found)
        for index in indices
        if index not in named and (found := guide.whole_date(blocks[index].text))
    ]
    if not dates:
        return None
    clocks = [index for index, name in named.items() if name == "clock"]
    if clocks:
        index, found = min(dates, key=lambda one: min(abs(one[0] - clock) for clock in clocks))
        return (index, found) if min(abs(index - clock) for clock in clocks) <= 3 else None
    first = dates[0]
    return first if first[0] < 12 and "footer" not in blocks[first[0]].places else None


def _since(dated: str | None, days: int) -> str | None:
    if dated is None:
        return None
    try:
        return (date.fromisoformat(dated) - timedelta(days=days)).isoformat()
    except (OverflowError, ValueError):
        return None
