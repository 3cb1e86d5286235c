"""What could be a label without a colon: before a stop or a dash, or alone on its line."""

from __future__ import annotations

import re

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.namelike import before_comma, is_name_like, names_post
from onrecord.reading.words.labelkey import SIGNS, label_key
from onrecord.reading.words.presiding import presides
from onrecord.text import compile_late

_ALONE = compile_late(rf"(?:\d{{1,3}}\.\s+)?(?P<label>[^\W\d_].*[\w){SIGNS}])[^\w){SIGNS}]*$")
# "President Bramley. Please, sit down." · "Mr. Price. Well": the first stop, or the first that ends no abbreviation
_LONGEST_BEFORE_STOP = 80
_STOP_WORD = rf"[^\W\d_][\w'’{SIGNS}-]*"
_ADDRESSED_STOP = re.compile(
    rf"(?P<label>(?:Mrs?|Ms|Miss|Dr|Sen|Rep|Gov|Gen|Adm|Mme|Sra?)\.?(?:\s+{_STOP_WORD}){{1,4}})\.\s+(?=\S)"
)
# "Mme Ada Verne, ministre des ponts. Au printemps …"
_HELD_STOP = re.compile(
    rf"(?P<label>(?:M\.|Mme|Mrs?\.?|Ms\.?|Dr\.?|Sra?\.?)(?:\s+{_STOP_WORD}){{1,4}},\s(?P<post>[^\W\d_][^.,:;!?\n]{{3,100}}))\.\s+(?=\S)"
)
_LONGEST_HELD_STOP = 180
_STOPS = (
    _ADDRESSED_STOP,
    *(
        re.compile(
            rf"(?P<label>{_STOP_WORD}{dot}(?:\s+(?:{_STOP_WORD}{dot}|\([^()]{{1,40}}\))){{0,8}}?)\.\s+(?=\S)"
        )
        for dot in (r"\.??", r"\.?")
    ),
)
# "PRESIDENTE. L'ordine del giorno …" · "ADA VERNE, Ministro dei porti. Onorevoli colleghi"
# "ГОЛОВУЮЧИЙ. Шановні колеги"
_CAPITAL = "A-ZÀ-ÞΆ-ΏΑ-ΫЀ-ЯҐ"
_CAPITALS_STOP = compile_late(
    rf"(?P<label>[{_CAPITAL}][{_CAPITAL}'’ -]{{2,60}}(?<!\s[{_CAPITAL}])(?:,\s[^\W\d_][^.,\n]{{3,90}})?)\.\s+(?=\S)"
)
# "СТОЖАРОВ В. М., председатель Комитета по каналам." on a line of its own · "СТОЖАРОВ В. М. Уважаемые коллеги!"
_INITIALS_STOP = compile_late(
    r"(?P<label>[А-ЯЁІЇЄҐЀ-Џ][А-ЯЁІЇЄҐЀ-Џ’-]{2,30}\s[А-ЯЁІЇЄҐ]\.(?:\s?[А-ЯЁІЇЄҐ](?=\.)|\s?[А-ЯЁІЇЄҐ]\.,\s[^\W\d_][^.]{3,180}))\.(?:\s*$|\s+(?=\S))"
)
# "Стожаров В.М. Уважаемые коллеги!"
_SURNAME_AND_INITIALS = compile_late(
    r"(?P<label>[А-ЯЁІЇЄҐ][а-яёіїєґ’-]{2,30}\s[А-ЯЁІЇЄҐ]\.\s?[А-ЯЁІЇЄҐ]\.)\s+(?=[А-ЯЁІЇЄҐA-Z«“„\"—–])"
)
# "Der Präsident. – Das Wort hat …" · "Liam Corrigan (LF/NG). – Mr President"
_STOP_DASH = re.compile(r"(?P<label>[^\W\d_][^–—\n]{1,110}?)\.\s*[–—-]\s+(?=\S)")
# "Q - Pourquoi …" · "Alain Juppé - Mesdames et Messieurs" · "एंकर- आप …"
_DASH_WORD = rf"[^\W\d_](?:[\w.'’{SIGNS}]|-(?=\w))*"
# The Persian dash is a line drawn between letters ("رئیس ـ بفرمایید"); a post's holder may stand in brackets before it.
_DASH = compile_late(
    rf"(?P<label>{_DASH_WORD}(?:\s+(?!ـ\s){_DASH_WORD}){{0,4}}(?:\s?\([^()]{{2,80}}\))?)\s*(?P<mark>[-–—]|(?<=[\s)])ـ|―(?=\s|$))(?:\s+(?=\S)|(?<=―)$)"
)
_DASH_SPACE = re.compile(r"[-–—―ـ](?:\s|$)")
_ABBREVIATED = re.compile(r"(?:^|[\s.])(?:[^\W\d_]|mr|mrs|ms|dr|jr|sr|st|gen|sen|rep|gov)$", re.IGNORECASE)


def find_loose_candidate(block: Block, index: int) -> Label | None:
    """Return what could be a label before a stop and a dash, a dash, a full stop, or alone on its line."""
    head = block.text[:140]
    if _DASH_SPACE.search(head):
        if (match := _STOP_DASH.match(head)) and _names_or_presides(before_comma(match["label"])):
            return _loose(match, index, "stop dash")
        if (match := _DASH.match(head)) and is_name_like(match["label"]):
            return _loose(match, index, "dash")
    if head[0] > "\u03ff" and (match := _INITIALS_STOP.match(block.text[:240])):
        return _loose(match, index, "capitals stop")
    if head[0] > "\u03ff" and (match := _SURNAME_AND_INITIALS.match(head)):
        return _loose(match, index, "stop")
    if ". " in head and (match := _CAPITALS_STOP.match(head)) and is_name_like(before_comma(match["label"])):
        return _loose(match, index, "capitals stop" if "," in match["label"] else "stop")
    if (
        ", " in head
        and (held := _HELD_STOP.match(block.text[:_LONGEST_HELD_STOP]))
        and names_post(held["post"])
    ):
        return _loose(held, index, "stop")
    for pattern in _STOPS if 0 < head.find(". ") < _LONGEST_BEFORE_STOP else ():
        match = pattern.match(head)
        if match and is_name_like(match["label"]) and not _ABBREVIATED.search(match["label"]):
            return _loose(match, index, "stop")
    return _alone_on_line(block, index)


def _loose(match: re.Match[str], index: int, form: str) -> Label:
    start, end = match.span("label")
    return Label(index, start, end, match.end(), match["label"], label_key(match["label"]), form)


def _names_or_presides(text: str) -> bool:
    """Whether a text could be a name or a post, or says who presides, be it in small letters: "De voorzitter"."""
    return is_name_like(text) or (text.count(" ") <= 1 and presides(label_key(text)))


def _is_held_in_brackets(text: str) -> bool:
    """Whether a line is a post and its holder in brackets: "Minister of State at the Department of Ports (Deputy Bel Harrow)"."""
    post, bracket, holder = text.partition(" (")
    return bool(bracket) and holder.endswith(")") and names_post(post) and is_name_like(holder[:-1])


def _alone_on_line(block: Block, index: int) -> Label | None:
    """A speaker's name as a line of its own: "Mr. Marcus Fennimore (Sheldrake, Hillside)", "38. Mr. Carver"."""
    if len(block.text) > 110 or block.level:
        return None
    match = _ALONE.match(block.text)
    if not match or not (_names_or_presides(match["label"]) or _is_held_in_brackets(match["label"])):
        return None
    end = match.end("label")
    return Label(index, 0, end, len(block.text), match["label"], label_key(match["label"]), "line")
