"""Lines that are a place and a day: where and when something was said, as embassies head what they print."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from onrecord.model import Span
from onrecord.reading.words.bylines import parse_row
from onrecord.reading.words.dates import NAMES_OF_DAYS, FoundDate
from onrecord.reading.words.gatherings import is_no_place, without_gatherings
from onrecord.reading.words.months import month_of
from onrecord.reading.words.order import names_kind
from onrecord.reading.words.postwords import holds_office, holds_post
from onrecord.reading.words.weekdays import WEEKDAYS
from onrecord.text import compile_late

# Words beside a day or an hour that are no place
NO_PLACE = frozenset(
    "am pm at on uhr um gmt utc est edt et cet cest bst hkt jst ist pst pdt mst cst local time der den le "
    "el de del "
    # what a text is, beside its day
    "mediatekst nieuwsbericht kamerbrief meldung nachricht aktuelles artikel news article actualité "
    "actualités noticia noticias notizia notizie aktualność "
    "wiadomość новость новина press media presse".split()
)
_OF_DATE = frozenset((*WEEKDAYS, *"le den am on the el il em dem dne dnia a".split()))
_LAST_WORD = re.compile(r"(?<=[,،，\s])(?P<word>[^\W\d_]+)[.,،]?$")
# A letter inside a word; the vowel signs of Indian scripts are no letters to a pattern
LETTERS_OF_PLACES = r"[\w’'./\u0900-\u0963\u0971-\u0dff\u0e30-\u0e4e\u200c-]"
# One to four words with capitals, or in a script without them, and what parts them from the day
_PLACE = compile_late(
    rf"(?P<place>[^\W\d_]{LETTERS_OF_PLACES}*(?:[ -](?:(?:de|del|la|le|les|el|al|sur|am|an|der|den|of|the|upon|do|da"
    rf"|di)[ -])?[^\W\d_]{LETTERS_OF_PLACES}*){{0,3}}(?:,\s(?:[A-Z]{{2}}|(?:[A-Z]\.){{2,3}}))?)(?:\s\([^\W\d_][\w "
    r".'’-]{1,30}\))?\s?[|,，،、(–—-]"
)
_SHORT_DAY = re.compile(r"[^\W\d_]{2,3}\.")  # "Sa., 3. Mai 2031"
_NAME = rf"[^\W\d_a-zß-öø-ÿ]{LETTERS_OF_PLACES}*(?:[ -][^\W\d_a-zß-öø-ÿ]{LETTERS_OF_PLACES}*){{0,2}}"
_TOWN_AND_COUNTRY = re.compile(rf"(?P<place>{_NAME}[,،、，]\s?{_NAME})\s?[,،、，–—-]")
# "Palacio de la Rambla, Puerto Alto, lunes": a hall before its town, where the day of the week tells that it is of an event
_VENUE = re.compile(r"(?P<venue>[A-ZÀ-Þ][\w’'.-]*(?:\s[^\W\d_][\w’'.-]*){1,6}),\s+(?=[A-ZÀ-Þ][^,]*,)")
# "Skell, 01.08.2031 — Speech by …. Check against delivery.", "Skell, den 20 oktober 2031. Det talade ordet gäller."
_LEAD_BEHIND = re.compile(r"\.?\s*[–—-]?\s+(?=[A-ZÀ-Þ])")
_IN_BRACKETS = re.compile(r"^\s\([^()\d]{2,30}\)$")
# "(3 May 2031, National Library, Skell)", behind the day
_ROW_IN_BRACKETS = re.compile(
    r",\s(?P<place>[A-ZÀ-ÞА-ЯЁІЇЄҐ][^\W\d_]*[^,()\d]{0,40}(?:,\s[A-ZÀ-ÞА-ЯЁІЇЄҐ][^,()\d]{1,40}){0,2})\)\s*"
)
_OPENS = 80  # characters
# A word with a capital or of a script without them, a comma, and a figure soon behind it
_DAY_IN_HEAD = re.compile(r"[^\W\d_a-z][^,，.!?:;]{1,40}[,，]\s[^.!?:;]{0,24}\d")
_GOES_ON = re.compile(r"\)?(?:\.|:|\s?[–—-])\s+(?=[^\W\d_a-z]|[“\"«„])")
_HOUR_AND_PLACE = compile_late(
    r"(?:\s(?:года|року|г\.|р\.))?(?:,?\s+(?:at\s)?|(?=\d\d?:))\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\b\.?"
    r"|Uhr|hrs?|h)?(?:,?\s+(?!(?:Uhr|UTC|GMT|[A-Z]{1,3}S?T)\b)|(?<=:\d\d)(?=[А-ЯЁІЇЄҐA-ZÀ-Þ]))(?:\([A-Z]{2,5}\)\s)?(?:(?:at|in)\s)?"
    r"(?P<place>[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w’'.-]*[a-zà-ÿа-яёіїєґ][\w’'.-]*(?:,?\s(?:of\s|the\s|de\s|du\s"
    r"|la\s)?[A-ZÀ-Þ0-9А-ЯЁІЇЄҐ][\w’'.-]*){0,8})",
)
_ARTICLE = re.compile(r"^(?:le|el|il|am|on|den|op) |(?:^|,? )(?:le|den|dem|the)$")
# "Mittwoch, 7. Mai 2031 in Altmünde", "Le mercredi 14 mai 2031, à Port-Skell"
_IN_PLACE = re.compile(
    r",?\s(?:in|à|en|em|a|w)\s(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s(?:am|an der|de|del|la|le"
    r"|sur)?\s?[A-ZÀ-Þ][\w’'-]+){0,2})"
)
# "May 14, 2031 - Skell, Ontara - Ministry of Locks"
_BETWEEN_DASHES = re.compile(
    r"\s[-–—]\s(?P<place>[A-ZÀ-Þ][\w’'.-]+(?:\s[A-ZÀ-Þ][\w’'.-]+){0,2}(?:,\s[A-ZÀ-Þ][\w’'.-]+(?:\s[A-ZÀ-Þ][\w’'.-]+){0,2})?)\s[-–—]\s\S.*"
)
POSTED = re.compile(
    r"\b(?:post|publi|releas|updat|issued|veröffentlich|erschien|stand|опублик|modifi|last|mis à jour"
    r"|actuali)",
    re.IGNORECASE,
)


_YEAR_WORDS = ("года", "году", "року", "г.", "р.")
_BEHIND_YEAR = re.compile(
    r",?\s(?:\d{1,2}[:.]\d{2},?\s)?(?P<place>[А-ЯЁІЇЄҐ][\w’'-]+(?:[ ,]{1,2}[А-ЯЁІЇЄҐ][\w’'-]+){0,3})\.?"
)
# as in "令和13年5月14日 14:05 於：港湾庁会見室"
_HELD_AT = re.compile(r"於[:：)）]\s?(?P<place>[^\s()（）:：]{2,24})[)）]?\s*$")
# "（2031年5月14日，斯凯尔）"
_IN_WIDE_BRACKETS = re.compile("[，,、\\s]\\s*(?P<place>[\u3040-\u9fff·]{2,12})）")


def place_before(text: str, dated: Span) -> str | None:
    """Return the place of a line that is a place and a day, and nothing else: "Velsen, 27 April 2030", "Skell (3 May 2031)"."""
    before, after = without_weekday(text[: dated[0]].strip()), text[dated[1] :]
    before = without_gatherings(before)
    whole = text[: dated[0]].strip()
    if before != whole and (venue := _VENUE.match(before)) and not POSTED.search(before):
        rest = place_before(
            before[venue.end() :] + text[dated[0] :],
            (len(before) - venue.end(), len(before) - venue.end() + dated[1] - dated[0]),
        )
        return f"{venue['venue']}, {rest}" if rest else None
    match = _PLACE.fullmatch(before) or _with_country(before)
    after = _IN_BRACKETS.sub("", after)  # "Skell, 3 May 2031 (second term)"
    leads = bool(_LEAD_BEHIND.match(after))
    if not match or (any(map(str.isalnum, after)) and not leads) or POSTED.search(before):
        return None
    words = re.findall(r"[^\W\d_]+", match["place"].lower())
    return (
        None
        if _SHORT_DAY.fullmatch(match["place"])
        or NAMES_OF_DAYS.issuperset(
            match["place"].lower().split()
        )  # "Quarta-feira, 14 de maio", "יום רביעי, 14 במאי"
        or any(word in WEEKDAYS or month_of(word) for word in words)
        or NO_PLACE.intersection((words[0], words[-1]))  # "Skell am Main" has one inside
        or is_no_place(match["place"])
        or names_kind(match["place"])  # "Transcript of the press conference - 3 May 2031"
        else match["place"]
    )


def _with_country(before: str) -> re.Match[str] | None:
    """A town and its country before a day, "Velsen, Halvane,": names with capitals, none of them of a post or of what a text is."""
    match = _TOWN_AND_COUNTRY.fullmatch(before)
    if match is None or holds_office(match["place"]):
        return None
    pieces = re.split(r"[,،、，]\s?", match["place"])
    plain = all(
        not (names_kind(piece) or is_no_place(piece) or NO_PLACE.intersection(piece.lower().split()))
        for piece in pieces
    )
    return match if plain else None


def place_in_brackets(text: str, dated: Span) -> str | None:
    """Return the place that stands with a day in the brackets which end a line: "By Minister Ada Verne (Skell, 13 May 2031)"."""
    opened = text.rfind("(", 0, dated[0])
    if opened < 0 or text[dated[1] :].strip(". ") != ")":
        return None
    return place_before(text[opened + 1 : dated[1]], (dated[0] - opened - 1, dated[1] - opened - 1))


def place_beside(text: str, dated: Span) -> str | None:
    """Return the place of a line with a day, wherever in it that stands."""
    if text[0] == "（":
        inside = _IN_WIDE_BRACKETS.fullmatch(text, dated[1])
        return inside["place"] if inside and dated[0] == 1 else None
    if text[0] == "(" and text[dated[1] : dated[1] + 1] == ")":
        text = text[: dated[1] + 1]  # "(Skell, 3 mai 2031) - Conférence de presse …"
    if text[0] == "(" and dated[0] == 1 and (behind := _behind_in_brackets(text, dated[1])):
        return behind
    found = place_before(text, dated) or place_behind(text, dated) or place_in_brackets(text, dated)
    return found or _place_behind_people(text, dated)


def _behind_in_brackets(text: str, end: int) -> str | None:
    """The place behind a day that opens the brackets around a line: "(3 May 2031, National Library, Skell)"."""
    match = _ROW_IN_BRACKETS.fullmatch(text, end)
    if match is None or POSTED.search(text) or holds_post(match["place"]):
        return None
    pieces = [piece.strip() for piece in match["place"].split(",")]
    plain = all(
        not (names_kind(piece) or is_no_place(piece) or NO_PLACE.intersection(piece.lower().split()))
        and not any(word in WEEKDAYS or month_of(word) for word in piece.lower().split())
        for piece in pieces
    )
    return match["place"] if plain else None


def _place_behind_people(text: str, dated: Span) -> str | None:
    """The place between people with their offices and the day: "Ada Verne, President, Bel Olm, Vice-President, Skell, 3 May 2031"."""
    row = parse_row(text)
    if row is None or row.behind > dated[0]:
        return None
    rest = text[row.behind :].lstrip()
    cut = len(text) - len(rest)
    return place_before(rest, (dated[0] - cut, dated[1] - cut))


class OpeningDay(NamedTuple):
    """The day and the place with which words open; spans are offsets in their text."""

    dated: FoundDate
    place: Span


def opening_day(text: str, dates_in: Callable[[str], Sequence[FoundDate]]) -> OpeningDay | None:
    """Return the day and place with which a paragraph opens: "Velsen, May 22, 2031. The Ministry considers …".

    `dates_in`: how the page's days are read. Behind the day its words go on as a sentence of their own.
    """
    head = text[:_OPENS]
    if len(text) <= _OPENS or not _DAY_IN_HEAD.match(head):
        return None
    for dated in dates_in(head)[:1]:
        where = place_before(head[: dated.span[1]], dated.span)
        if where and not dated.ambiguous and _GOES_ON.match(text, dated.span[1]):
            start = text.index(where)
            return OpeningDay(dated, (start, start + len(where)))
    return None


def opening_bracket(text: str, dates_in: Callable[[str], Sequence[FoundDate]]) -> OpeningDay | None:
    """Return the day and place in the brackets with which a paragraph opens: "(Skell, 3 mai 2031) - Conférence de presse …"."""
    end = text.find(")", 0, _OPENS)
    if text[:1] != "(" or end < 0:
        return None
    for dated in dates_in(text[: end + 1])[:1]:
        where = place_in_brackets(text[: end + 1], dated.span)
        if where and not dated.ambiguous and text[1:].startswith(where):
            return OpeningDay(dated, (1, 1 + len(where)))
    return None


def place_behind(text: str, dated: Span) -> str | None:
    """Return the place of a line that is a day, an hour and a place: "Friday, July 4, 2031, 10:21 a.m. Hall Two, Skell"."""
    opened = _ARTICLE.sub("", text[: dated[0]].strip(" ,").lower())
    if not opened and (place := _place_behind_year(text, dated[1])):
        return place
    if "於" in text and (held := _HELD_AT.search(text, dated[1])):
        return held["place"]
    if (opened in WEEKDAYS or not opened) and (inside := _IN_PLACE.fullmatch(text[dated[1] :])):
        return inside["place"]
    between = _BETWEEN_DASHES.fullmatch(text[dated[1] :]) if not opened else None
    told = bool(
        between and NO_PLACE.intersection(between["place"].lower().split())
    )  # "14.05.2031 - Meldung - …"
    if between and not told and not names_kind(between["place"]) and not POSTED.search(text):
        return between["place"]
    match = _HOUR_AND_PLACE.fullmatch(text[dated[1] :]) if not opened or opened in WEEKDAYS else None
    return match["place"] if match and not (POSTED.search(text) or is_no_place(match["place"])) else None


def _place_behind_year(text: str, end: int) -> str | None:
    """The place behind a day whose year is written out: "3 мая 2031 года, Скельск" is a record's own head, no section of a site."""
    found = _BEHIND_YEAR.fullmatch(text, end) if text[:end].endswith(_YEAR_WORDS) else None
    return found["place"] if found else None


def place_after(text: str, end: int) -> tuple[str, Span] | None:
    """Return the place right behind a day that ends at an offset, where nothing else follows: "… am 14. Mai 2031 in Halvane"."""
    inside = _IN_PLACE.fullmatch(text, end)
    return (inside["place"], inside.span("place")) if inside else None


def without_weekday(before: str) -> str:
    """Return what stands before a date, without the day of the week and the articles that belong to it: "Velsen, Friday,", "Velsen, le"."""
    while (last := _LAST_WORD.search(before)) and last["word"].lower() in _OF_DATE:
        before = before[: last.start("word")].strip()
    return before
