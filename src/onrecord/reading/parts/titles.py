"""What a title tells: kinds, place and date at its end, occasion, outlet and interviewer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.model import Span, Speaker
from onrecord.reading.parts.outlets import interviewer_in, outlet_in
from onrecord.reading.rules import Guide
from onrecord.reading.words.caseless import lowered
from onrecord.reading.words.dates import FoundDate, find_dates
from onrecord.reading.words.events import occasion_by_event
from onrecord.reading.words.gatherings import is_no_place, names_gathering
from onrecord.reading.words.kinds import ABOUT, KIND_PATTERNS, RELEASE_WORDS, kinds_that_may_stand
from onrecord.reading.words.months import MONTHS
from onrecord.reading.words.placed import place_after, without_weekday
from onrecord.reading.words.posts import OUTLET_WORDS
from onrecord.reading.words.speech import SELF
from onrecord.reading.words.terms import is_of_range
from onrecord.reading.words.titled import LONGEST_TITLE, people_in_title
from onrecord.reading.words.weekdays import WEEKDAYS
from onrecord.text import compile_late, without_part

_PLACE_BEFORE = re.compile(
    r"(?:[,،(]\s*|\s[–—-]\s+|\s(?:in|à|en|em|w|we|te|в|у|στη|στην|στο)\s+(?=[A-ZÀ-ÝА-ЯΑ-Ω]))(?P<place>[^\W\d_][\w .'’/-]{1,48}?)\s*(?:[,،]|\s[–—-])?\s*(?:on\s+|le\s+|am\s+|den\s+)?$"
)
# "… , Ada Verne in Skell,": a place behind a name that a comma parts from its post
_IN_PLACE = re.compile(r"^.+\s(?:in|à|en|a|em|i|w|we|te|at|bei|в|у|στη|στην|στο)\s(?=[A-ZÀ-ÝА-ЯΑ-Ω])")
# "… à Rádio Maré - Porto Verne/MG", as Brazil heads what is said
_TOWN_AND_STATE = re.compile(
    r"\s[–—-]\s?(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[\w’'-]+){0,4}/[A-Z]{2})(?=\s*(?:$|[–—(-]))"
)
_OCCASION = re.compile(
    r"(?<!\w)(?P<occasion>(?:at|during|following|after|before|on the occasion of|upon|in the course of|anlässlich|beim|bei der|"
    r"nach dem|lors de|à l['’]occasion de|à l['’]issue de|devant|con motivo de|durante|ante|tras|в ходе|на(?! (?:вопрос|запитанн|питанн))|по итогам|по случаю|во время)\s+.+)$",
    re.IGNORECASE,
)
# "…, den 14. Mai 2031": the article of the day
_ARTICLE_OF_DAY = re.compile(r",\s(?:den|le|am|el|il|dne|dnia)\s*$", re.IGNORECASE)
# Before whom somebody speaks, and no occasion: "devant la presse"
_TO_MANY = re.compile(
    r"(?:ante|devant|vor|przed|перед) (?:la |der |den |die |les |los )?(?:presse|prensa|press|medien|médias|medios|journalistes|periodistas)",
    re.IGNORECASE,
)
# "during a lecture" is the lecture; "following talks" is not the talks, so those words stay.
_DURING = re.compile(
    r"^(?:at|during|in the course of|on the occasion of|beim|bei der|lors de|à l['’]occasion de|durante|con motivo de|в ходе|"
    r"во время|по случаю)\s+",
    re.IGNORECASE,
)
# "(published on 14 March 2031)": not the day on which it was given
_PUBLISHED_ON = re.compile(
    r"\b(?:published|posted|veröffentlicht|erschienen|publié\w*|publicad[oa])(?:\s(?:on|am|le|el))?\s*$",
    re.IGNORECASE,
)
# A term, not the day of the statement: "… Extending the Pause Through August 31st, 2022"
_TERM = re.compile(
    r"\b(?:through|until|till|since|by|before|after|ending|beginning|effective|bis|seit|ab|vor|jusqu['’]au|depuis|avant|hasta|desde|"
    r"antes del|до|после)\s+(?:the\s+|le\s+|el\s+|zum\s+)?$",
    re.IGNORECASE,
)
_OF_DATE = re.compile(r"\b(?:of|vom|du|del|de|от|od|z dnia)\s+(?:the\s+)?$", re.IGNORECASE)

# What a newspaper's headline says of somebody else as well: more must show that the page is its publisher's own statement.
WEAK_KINDS = frozenset(
    ("announcement", "article", "letter", "comment", "message", "appeal", "debate", "other")
)
# A headline about a statement: "President Harrow's speech divides the nation"
_NEWS_OF = re.compile(
    r"\b(?:speech|address|remarks|statement|interview|comments?|letter|announcement|message)\s"
    r"(?!(?:as|its|his|this|towards|across|regards|versus|plus|always|besides)\b)[a-z]{3,}(?<![siu])s\b"
)


# A sitting whose record says what it is: "Oral evidence: Locks and weirs, HC 214"
_RECORD = re.compile(
    r"\b(?:oral evidence|minutes of evidence|sesi[oó]n plenaria|reunião plenária|plenary meeting|séance plénière|plenarsitzung|examination of witness(?:es)?)\b",
    re.IGNORECASE,
)


_FEW = 4  # words
_LONGEST_DATED = 80
# What sites call a page beside its day, and no kind
_PAGE_TYPES = re.compile(
    r"nieuwsbericht|meldung|nachricht|news(?: (?:story|item|article))?|actualité|noticia|notícia|notizia|aktualność|mediatekst|новость|новина|artikel|article",
    re.IGNORECASE,
)
_PARTING = " \t\u00a0-–—|·•,:;/()"
_LONGEST_SUBTITLE = 320


_FAR_IN = 20  # characters


class TitleTold(NamedTuple):
    """What a title tells; spans are offsets in the title."""

    kinds: tuple[str, ...]
    dated: FoundDate | None
    place: tuple[str, Span] | None
    occasion: tuple[str, Span] | None
    outlet: tuple[str, Span] | None
    interviewer: tuple[str, Span] | None
    posted: FoundDate | None = None
    """A day of which the title says that the text was published on it."""


def parse_title(title: str, guide: Guide | None = None) -> TitleTold:
    """Return what the words of a title tell of the statement: only what stands in it, its date read by the guide."""
    title = title[:LONGEST_TITLE]
    dates = guide.dates_in(title) if guide else find_dates(title)
    dated = dates[-1] if dates and not dates[-1].ambiguous else None
    if dated and (
        is_of_range(title, dated)
        or _TERM.search(title[: dated.span[0]])
        or _is_of_what_it_is_about(title, dated)
    ):
        dated = None
    posted = dated if dated and _PUBLISHED_ON.search(title[: dated.span[0]]) else None
    end = dated.span[0] if dated and dated.span[1] >= len(title) - 12 else len(title)
    end = len(without_weekday(title[:end].rstrip())) if end < len(title) else end
    place = _place(title, end) if end < len(title) else None
    if dated and place is None and (behind := place_after(title, dated.span[1])):
        place = behind
    if place is None and (town := _TOWN_AND_STATE.search(title)):
        place = town["place"], town.span("place")
    head = title[: place[1][0]] if place and place[1][0] < end else title[:end]
    occasion = _occasion(head) or (_gathering(title, end) if end < len(title) else None)
    outlet = _own_outlet(title)
    kinds = _kinds_of_title(title, outlet)
    given = None if posted else dated
    return TitleTold(kinds, given, place, occasion, outlet, interviewer_in(title), posted)


def _without(title: str, span: Span) -> str:
    return f"{title[: span[0]]}…{title[span[1] :]}"


def _is_of_what_it_is_about(title: str, dated: FoundDate) -> bool:
    """Whether a date belongs to what the title is about: "Statement on the anniversary of the flood of 3 March 2011"."""
    before = title[: dated.span[0]]
    return bool(ABOUT.search(before) and _OF_DATE.search(before))


def _kinds_of_title(title: str, outlet: tuple[str, Span] | None) -> tuple[str, ...]:
    """The kinds beside the outlet's name, as "Tide Tribune" names no article, unless only all words name a strong one."""
    of_all = kinds_of(_naming(title))
    beside = kinds_of(_naming(_without(title, outlet[1]))) if outlet else of_all
    return of_all if set(of_all) - WEAK_KINDS and not set(beside) - WEAK_KINDS else beside


def _naming(title: str) -> str:
    """What a statement is about may name a kind too ("Comment on statements made in …"): the words before come first."""
    about = ABOUT.search(title)
    if about and kinds_of(title[: about.end()].rstrip()):  # "comment on" names a kind, "comment" is any
        return title[: about.end()].rstrip()
    return title


def words_of_kinds(title: str, kinds: Sequence[str]) -> list[str]:
    """Return the words of a title that name these kinds, in their order in the title."""
    naming = _naming(title[:LONGEST_TITLE])
    found = [pattern.search(naming) for pattern, kind, _ in KIND_PATTERNS if kind in kinds]
    return list(dict.fromkeys(match.group() for match in sorted(filter(None, found), key=re.Match.start)))


# "Заявление Председателя … по итогам заседания": what was said beside a sitting is none
_BESIDE = compile_late(
    r"\b(?:по итогам|после|перед|накануне|following|after|ahead of|before|nach|vor|à l['’]issue|avant|après|tras|antes)\s(?:[^\W\d_]+\s){0,3}$"
)

_VERSION = "versión estenográfica"


@lru_cache(1024)
def kinds_of(text: str) -> tuple[str, ...]:
    """Return at most two kinds that the text names, the occasion's first; a weak one only where nothing stronger stands."""
    lower = lowered(text[:LONGEST_TITLE])
    found = [
        (match.start(), kind, strong)
        for words, kind, strong in kinds_that_may_stand(lower)
        if (match := words.find(lower))
    ]
    opens = any(start == 0 and kind != "debate" for start, kind, _ in found)
    # "Remarks … at the general debate": where it was said, not what it is
    kinds = [
        kind
        for start, kind, strong in found
        if strong
        and not (
            kind == "debate" and start and ((opens and start > _FAR_IN) or _BESIDE.search(lower[:start]))
        )
    ]
    if len(kinds) > 1 and _VERSION in lower:
        kinds = [kind for kind in kinds if kind != "statement"]  # how it was taken down, and of what
    weak = [kind for _, kind, strong in found if not strong]
    if "joint_statement" in kinds:
        kinds = [kind for kind in kinds if kind != "statement"]
    if "congratulation" in kinds or "condolence" in kinds:
        kinds = [kind for kind in kinds if kind not in ("message", "statement")]
    if len(kinds) < 2:
        kinds += [kind for kind in weak if not kinds or kinds[0] == "lecture"]
    return tuple(kinds[:2])


def is_news(title: str) -> bool:
    """Return whether a title is a headline about a statement: "President Harrow's speech divides the nation"."""
    return bool(_NEWS_OF.search(title[:LONGEST_TITLE]))


# "Звернення Президента України …", at the beginning or behind a dash: an appeal with the post of whoever makes it right behind,
# which no headline about one has
_OF_A_HEAD = re.compile(
    r"(?:.{1,160}\s[–—-]\s)?(?:Звернення|Привітання|Послання|Слово|Обращение|Приветствие|Послание) (?:Президент|Прем.єр|Премьер|Міністр|Министр|Голови|Главы|Посл|Губернатор|Мэра)\w*",
    re.IGNORECASE,
)


def names_who_appeals(title: str) -> bool:
    """Return whether a title has a word for an appeal with the post of who makes it right behind: "Звернення Президента …"."""
    return _OF_A_HEAD.match(title) is not None


def is_statement_title(title: str) -> bool:
    """Return whether a title says that the text is a statement: a strong kind, and no headline about one."""
    title = title[:LONGEST_TITLE]
    told = set(kinds_of(title)) - WEAK_KINDS or _RECORD.search(title) or names_who_appeals(title)
    return bool(told) and not is_news(title)


def _place(title: str, end: int) -> tuple[str, Span] | None:
    match = _PLACE_BEFORE.search(title[:end])
    if not match:
        return None
    behind = _IN_PLACE.match(match["place"])
    start = match.start("place") + (behind.end() if behind else 0)
    place = match["place"][start - match.start("place") :].rstrip(" –—-")
    if place.startswith("The ") or OUTLET_WORDS.search(place) or is_no_place(place):
        return None
    words = place.split()
    if len(words) > 5 or any(
        word.lower().strip(".,") in MONTHS or word.lower() in WEEKDAYS for word in words
    ):
        return None
    if not words[0][0].isupper() and words[0][0].lower() != words[0][0].upper():
        return None
    # "…, Ada Verne - 4 May 2031": behind the comma stands who speaks
    dashed = title[:end].rstrip().endswith(("-", "–", "—"))
    if dashed and any(one.name == place for one in people_in_title(title)):
        return None
    return place, (start, start + len(place))


def _gathering(title: str, end: int) -> tuple[str, Span] | None:
    """What people met for, where a title has it where others have the place: "Speech by Ada Verne, Opening Session, 4 May 2031"."""
    match = _PLACE_BEFORE.search(title[:end])
    if match is None or not names_gathering(match["place"]):
        return None
    return match["place"], match.span("place")


def _occasion(head: str) -> tuple[str, Span] | None:
    match = _OCCASION.search(head)
    if match and _TO_MANY.fullmatch(match["occasion"].strip(" ,;–—-")):
        return None
    if not match or (match["occasion"].startswith("на ") and not kinds_of(head[: match.start()])):
        return occasion_by_event(head) if kinds_of(head) else None
    text = _ARTICLE_OF_DAY.sub("", match["occasion"]).strip(" ,;–—-")
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].rstrip(" ,;–—-")  # "at the session (Velsen, 3 May 2031)"
    if text.startswith(bare := without_part(text).rstrip()):
        text = bare  # "at the University of Skell (Part 1)"
    plain = _DURING.sub("", text)
    start = match.start("occasion") + len(text) - len(plain)
    return (plain, (start, start + len(plain))) if len(text.split()) >= 3 else None


def _own_outlet(title: str) -> tuple[str, Span] | None:
    """The outlet of a title, unless it is that of what somebody comments on: "Comment on the article in the Tern Gazette"."""
    found = outlet_in(title)
    naming = _naming(title)
    asked = "question" in title[len(naming) : found[1][0] if found else 0].lower()
    if found and not asked and len(naming) < found[1][0] and "comment" in kinds_of(naming):
        return None
    return found


_HOURS = re.compile(
    r"^(?:at\s|klo\s|kl\.?\s|um\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?|\s?uhr)?(?=\s|$)", re.IGNORECASE
)
# "Press release No. 61": the number of a release behind the word for it
_NUMBERED = re.compile(r"\s(?:no|nr|n[º°]|№)\.?\s?\d[\d/.-]*$", re.IGNORECASE)
# What follows a day: an hour and the text’s number, as in “14 May 2031 19:42 1042-14-05-2031”
_HOUR_AND_NUMBER = re.compile(
    r"(?:[\s,|–—-]*\d{1,2}[:.]\d{2}(?::\d{2})?)?[\s,|–—-]*(?:(?:no|nr|№|n[.º°]|ref)[.:]?\s*)?[\w]{0,6}\d[\d/._-]*[\w]{0,4}",
    re.IGNORECASE,
)


def day_with_kind(text: str) -> FoundDate | None:
    """Return the day of a line that is a day and a word for what the text is: "06.05.2031 - Rede", "Press release | 6 May 2031"."""
    if len(text) > _LONGEST_DATED or not any(map(str.isdigit, text)):
        return None
    dates = find_dates(text)
    if len(dates) != 1 or dates[0].ambiguous:
        return None
    start, end = dates[0].span
    before, behind = text[:start].strip(_PARTING), text[end:].strip(_PARTING)
    rests = [_NUMBERED.sub("", _HOURS.sub("", rest)).strip(_PARTING) for rest in (before, behind)]
    if max(len(rest.split()) for rest in rests) > _FEW:
        return None
    return dates[0] if any(rest and _is_kind(rest) for rest in rests) else None


def _is_kind(text: str) -> bool:
    return bool(
        RELEASE_WORDS.fullmatch(text) or _PAGE_TYPES.fullmatch(text) or set(kinds_of(text)) - WEAK_KINDS
    )


def day_with_number(text: str) -> FoundDate | None:
    """Return the day of a line that is a day, the hour and a number of the text: "14 May 2031 19:42 1042-14-05-2031"."""
    if len(text) > _LONGEST_DATED or not text[:1].isdigit():
        return None
    dates = find_dates(text)
    if not dates or dates[0].span[0] or dates[0].ambiguous:
        return None
    return dates[0] if _HOUR_AND_NUMBER.fullmatch(text, dates[0].span[1]) else None


# "Article by Ambassador Ada Verne and …", "Lettre du ministre …"
_POSSESSED = re.compile(r"[A-Z][^.!?:;,]{3,70}?[’']s?\s(?=[a-z])")
_SIGNED_BY = re.compile(
    r"(?:op-ed|(?:guest )?(?:article|commentary)|letter|message|namensbeitrag|gastbeitrag|grußwort|tribune|lettre|message|artículo|carta|mensaje|статья|письмо|послание)"
    r"\s(?:by|from|von|des|der|de|du|del|par)?\s?(?=[^\W\d_])",
    re.IGNORECASE,
)


def people_under_title(text: str) -> list[Speaker]:
    """Return whom a line names that says what the text below is: "Speech given by Sir Ada Verne, Deputy Governor, …"."""
    possessed = _POSSESSED.match(
        text
    )  # "Minister Ada Verne's speech at …": the kind stands behind whose it is
    opened = " ".join(text[possessed.end() if possessed else 0 :].split()[:_FEW])
    told = is_statement_title(opened) or _SIGNED_BY.match(text)
    if len(text) > _LONGEST_SUBTITLE or not told or SELF.search(text) or is_news(text):
        return []
    return [one for one in people_in_title(text) if one.office or len(one.name.split()) >= 2]
