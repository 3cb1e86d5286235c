"""Which part of several a title says that it is, in the ways of many languages, and the title without that."""

from __future__ import annotations

import re

from onrecord.text.late import compile_late

_PART = r"(?:parts?|parte|partie|teil|часть|частина|część|deel|del|díl|časť|rész|μέρος|bölüm|bagian|phần)"
_FIGURES = r"\d{1,2}(?!\d)|[ivx]{1,4}(?!\w)"
_NUMBERS = {
    1: "one|first|eins|erster?|une?|premi[eè]re?|primer[ao]?|prim[oa]|primeir[ao]|uno|первая|перша|pierwsza|eerste|första|første|الأول|اول|ראשון|א['׳]",
    2: "two|second|zwei|zweiter?|deux|deuxi[eè]me|seconde?|segund[ao]|second[ao]|dos|due|dois|вторая|друга|druga|tweede|andra|anden|الثاني|دوم|שני|ב['׳]",
    3: "three|third|drei|dritter?|trois|troisi[eè]me|tercer[ao]?|terz[ao]|terceir[ao]|tres|tre|третья|третя|trzecia|derde|tredje|الثالث|سوم|שלישי|ג['׳]",
    4: "four|fourth|vier|vierter?|quatre|quatri[eè]me|cuart[ao]|quart[ao]|четвертая|четвёртая|четверта|czwarta|vierde|fjerde|الرابع|چهارم|רביעי",
    5: "five|fifth|fünf|fünfter?|cinq|cinqui[eè]me|quint[ao]|пятая|п'ята|piąta|vijfde|femte|الخامس|پنجم|חמישי",
}
_WORDS = "|".join(f"(?:{words})" for words in _NUMBERS.values())
_COUNTED = rf"{_FIGURES}|(?:{_WORDS})(?!\w)"
_ORDINAL = rf"\d{{1,2}}\s?(?:st|nd|rd|th|re|ère|e|ème|ª|º|\.|-?я)?|{_WORDS}"
_OF = r"(?:\s+(?:of|von|de|sur|из|z|di|van|av)\s+\w+)?"
# Between brackets, or at the end behind a mark
_OPENS, _CLOSES = r"(?:[\s,;:–—-]*[(\[（【]|\s*[,;:–—-]+\s*)", r"(?:[)\]）】]|\s*$)"
_HAN = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "上": 1, "中": 2, "下": 2, "前": 1, "後": 2, "后": 2}
# It reads: “Lecture at the Institute (Part 2)”, “Lecture, part two of three”
_MARKED = rf"[\s,;:–—-]*[(\[（]?(?<!\w)(?:{_PART}\s+|(?:الجزء|القسم|חלק|بخش)\s+)(?P<number>{_COUNTED}){_OF}[)\]）]?(?=\W|$)"
# It reads: “Entretien avec Radio Mereth (2e partie)”, “Interview, zweiter Teil”
_BEFORE = rf"{_OPENS}(?P<ordinal>{_ORDINAL})\s+{_PART}{_OF}{_CLOSES}"
# It reads: “談話（その2）”, “讲话（下）”, “강연 제2부”, “Interview (1/2)”
_SIGNED = (
    r"(?:[\s,、:：-]*[(\[（【]\s*|[\s,、:：-]+)(?:その(?P<after>[\d一二三四五])|第(?P<counted>[\d一二三四五])(?:部分|部|編|篇)|제?(?P<korean>\d)부)\s*"
    + _CLOSES
    + r"|[\s]*[(\[（【](?P<side>[上中下]|前(?=[編篇])|[後后](?=[編篇]))[編篇集]?[)\]）】]"
    + r"|[\s]*[(\[（](?P<of>\d)\s?/\s?\d[)\]）]"
)
# It reads: “Lecture (continued)”
_CONTINUED = (
    r"[\s,;:–-]*[(\[](?:continued|continuation|conclusion|end|ending|suite|fin|fortsetzung|ende|schluss|continuación|final|"
    r"продолжение|окончание|продовження|закінчення)[)\]]"
)
_TOLD = compile_late(rf"{_MARKED}|{_BEFORE}|{_SIGNED}", re.IGNORECASE)
_MARK = compile_late(rf"{_MARKED}|{_BEFORE}|{_SIGNED}|{_CONTINUED}".replace("?P<", "?P<_"), re.IGNORECASE)
# What stands in every such title: most have none of it
_SIGNS = re.compile(
    r"part|teil|част|częś|dee?l\b|díl|rész|μέρος|bölüm|bagian|phần|الجزء|القسم|חלק|بخش|その|第|부|[(\[（【][\d上中下前後后]",
    re.IGNORECASE,
)
_OPENED = re.compile(r"[(\[]")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def part_told(title: str) -> int | None:
    """Return the number of the part that a title says it is; None where it says none."""
    match = _TOLD.search(title) if _SIGNS.search(title) else None
    told = next((each for each in match.groupdict().values() if each), None) if match else None
    return None if told is None else _number(told.casefold())


def without_part(title: str) -> str:
    """Return a title without what tells a part, or that it goes on: what the titles of all parts share."""
    return _MARK.sub(" ", title) if _SIGNS.search(title) or _OPENED.search(title) else title


def _number(told: str) -> int | None:
    if figures := re.match(r"\d+", told):
        return int(figures[0])
    if told in _HAN:
        return _HAN[told]
    if told in _ROMAN:
        return _ROMAN[told]
    return next((number for number, words in _NUMBERS.items() if re.fullmatch(words, told)), None)
