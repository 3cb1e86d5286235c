"""Whom a title names: those who speak or sign, and those it only mentions."""

from __future__ import annotations

import re

from onrecord.model import Speaker
from onrecord.reading.words.behindlinks import (
    POSSESSIVE,
    TEXT_OF,
    behind_links,
    in_genitive,
    right_behind_kind,
    speaks,
)
from onrecord.reading.words.capitals import capital_phrase
from onrecord.reading.words.genitive import roman_post
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.order import (
    and_another,
    called_before,
    names_kind,
    names_state,
    people_in_order,
    two_in_order,
)
from onrecord.reading.words.posts import OUTLET_WORDS, POST_WORDS
from onrecord.reading.words.postwords import COMPOUND_OFFICE, holds_post, is_office_word
from onrecord.reading.words.weekdays import WEEKDAYS
from onrecord.text import compile_late

# What stands further on in a heading is no title; each word there would cost as much as all the words before it.
LONGEST_TITLE = 2_000
_LONGEST_MENTIONED = (
    3  # words: where all words of a title have capitals, a name runs on into what its bearer does
)
# "外交部发言人高岚就…", "تصريح المتحدث باسم الوزارة السيد طارق بلجين": scripts without capitals set the name behind the post
_BEHIND_POST = compile_late(
    r"(?P<post>(?:(?!日)[\u4e00-\u9fff]){0,8}(?:发言人|發言人|大使|部长|部長|外长|外長|总理|總理|总统|總統|主席|报道官"
    r"|大臣))(?P<han>[\u4e00-\u9fff]{2,3}?)(?=\d|主持|就|在|答|关于|同|出席|会见|主持|发表|回答|接受|的|：|[与與和](?:[\u4e00-\u9fff]{0,6}(?:部长|部長|外长|外長|总理|總理|总统|總統|主席|市长|市長|省长|省長|大使))|向|致|$)(?:[与與和](?P<others_post>[\u4e00-\u9fff]{0,6}?(?:部长|部長|外长|外長|总理|總理|总统|總統|主席|市长|市長|省长|省長|大使))(?P<other>[\u4e00-\u9fff]{2,3}?)(?=联合|聯合|共同|$))?"
    r"|(?<!\w)(?:السيدة|السيد|الدكتورة|الدكتور|معالي)\s+(?P<arabic>[\u0621-\u064a]+\s+[\u0621-\u064a]+)"
)
# "the Prime Minister, the Hon. Corin Ashe, …"
_HON_BEHIND = re.compile(
    r",\s+(?:the\s+)?(?:Rt\.?\s+)?(?:Hon\.?|Honou?rable)\s+(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w.'’-]*){1,3})"
)
# Words that a language with posts in small letters binds with
_BINDS = re.compile(
    r"\b(?:DE|DEL|DELLA|DELLO|DO|DA|DOS|DAS|DU|DES|LA|LAS|LOS|EL|LE|LES|Y|E|ET|EN|CON|POR|PARA|A|AL|AU|AUX|ANTE|DI|SUR|DANS|NA|NO|À|ÀS|AOS?)\b"
)
# "以下是港務局局長高嵐今日（五月三日）會見傳媒的談話內容：": post and name, and the day of speaking right behind
_SPOKE_TODAY = compile_late(
    r"(?:以下[为為是])?(?P<post>[\u4e00-\u9fff]{0,10}?(?:行政[长長]官|[局司署处處厅廳市省部院][长長]|主任|[专專]員|专员|主席|总裁|總裁))"
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?=[（(]?今[日早晚午天]|[（(]?昨[日晚天])"
)
# Forms of address before a post, as Arabic sets them
_EXCELLENCY = re.compile(
    r"(?<!\w)(?:معالي|سعادة|فخامة|دولة|سمو)\s+(?=(?:ال)?(?:وزير|رئيس|سفير|نائب|أمين)\w*\s)"
)
# as in "[Interview] Bel Harrow, Minister …"
_TAG = re.compile(r"^[\[【［][^\[\]【】［］]{1,12}[\]】］]\s*(?=\S)")
_SUBJECT = re.compile(
    r"^(?P<who>(?:(?:[A-Z][\w.'’-]*|and|of|for)\s+){1,14}?)(?=(?:[Hh]old|answers|answered|speaks|addresses"
    r"|addressed|congratulate[sd]|delivers|"
    r"[Hh]olds|[Aa]nswers|[Dd]elivers|[Ss]peaks|[Aa]ddresses|[Bb]riefs|remarks|interview|briefs|gives|gave"
    r"|comments|holds|held|statement|speech)\b)"
)
# Between two who speak, with the article or the case of the second one's post: "… y del alcalde Bel Olm"
_AND_HOLDER = re.compile(
    r",?\s+(?:und|et|y|e|i|och|og|en|и|і|та|ve|și|şi)\s+(?:(?:al|a|ale|der|des|dem|du|de\s+la|del|della|dello|do|da|de|di|van\s+de|av|af|la|le)\s+|de\s+l['’]|dell['’])?(?=[^\W\d_])"
)
_WORD_BEFORE = re.compile(r"(?P<word>[A-Z][\w-]*)\s$")
# "… by the Spokesperson Thursday, 15 May 2031": the day of the week belongs to what follows it
_DAY_OF_WEEK = re.compile(
    r"(?<=[^\W\d_])\s(?=(?P<day>[^\W\d_]{4,}),?\s(?:(?:den|the|le|el)\s)?(?:\d|[^\W\d_]{3,}\.?\s\d{1,2}\b))"
)
_IN_POSTS = frozenset(("Managing", "Acting", "Commanding", "Presiding"))
_POSSESSIVE_END = re.compile(r"[’']s?(?=\s)")
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+")
_WITH = re.compile(r"\b(?:with|mit|avec|con|com|met|med)\s+(?=[^\W\d_])", re.IGNORECASE)
# "Foreign Minister Ada Verne in an interview with the Tern Gazette", "Außenministerin Ada Verne im Interview mit …"
_INTERVIEWED = re.compile(
    r"(?P<who>[^,:;–—“„«]{5,80}?)\s(?:in an?|im|dans une?|en una?|in un['’]?)\s?(?:[a-z]+\s)?(?:interview"
    r"|Interview|Gespräch|entretien|interviste?|intervista|entrevista)\b"
)
# "Statement by President Verne at the joint press conference with …": words of one person's
_AT_OCCASION = re.compile(
    r"\bby\s.{4,100}?\s(?:at|after|following|during|before|ahead of) (?:the|a|an|his|her|their)\s",
    re.IGNORECASE,
)
# "Meeting with Mayor Bel Harrow", "Встреча с главой Скельской области …": those who ask there are of the house
_MEETING = compile_late(
    r"(?:(?:working|opening of|beginning of|start of|начало|рабоч\w+|российско-\w+)\s)?(?:meeting with"
    r"|talks with|встреч[аи] с|переговоры с|совещани[ея]"
    r"|rencontre avec|réunion avec|treffen mit|reunión con|encuentro con|incontro con|riunione|зустріч (?:з"
    r"|із)|нарада|会见|會見)(?!.*\b(?:press|media|journalists?|reporters?|interview|прессой|журналист|presse"
    r"|journalist|prensa|periodistas|stampa)\w*|.*记者|.*記者)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:briefing|conference|interview|podcast|episode|gaggle|pressegespräch|pressekonferenz|gespräch"
    r"|entretien|entrevista|intervista|gesprek|intervju|presskonferens|pressträff|pressemøde|pressekonference|pressekonferanse|persconferentie)\b",
    re.IGNORECASE,
)
# "Ответы официального представителя МИД Веры Стожаровой на вопросы": the name stays in the case it stands in
# "Поздравление Президенту Скелла Надиру Феррину": to whom it is sent
_TO_WHOM = compile_late(
    r"(?:поздравлени|соболезновани|телеграмм|письм|приветстви|послани)\w*\s(?:\S+\s){0,2}?(?:президенту"
    r"|премьер-министру|королю|королеве|канцлеру|министру|председателю|послу|губернатору|главе|мэру)\b",
    re.IGNORECASE,
)
_IN_CASES = compile_late(
    r"^(?:[Оо]твет\w*|[Ии]нтервью|[Вв]ыступлени\w*|[Кк]омментари\w*|[Бб]рифинг\w*|[Зз]аявлени\w*"
    r"|[Сс]тать\w*|[Рр]ечь|[Сс]лово|[Оо]бращени\w*)\s+"
    r"(?:(?!(?:в|во|на|о|об|по|с|со|к|при|для)\s)[а-яё-]+\s+|[А-ЯЁ]{2,}\s+|[А-ЯЁ][а-яё]+\s+(?=[а-яё]"
    r"|[А-ЯЁ]\.))*(?:(?P<who>(?:[А-ЯЁ][а-яё]+\s+(?:[А-ЯЁ]\.\s?)?|(?:[А-ЯЁ]\.\s?){1,2})[А-ЯЁ][а-яё]+)(?=[\s,])|(?P<last>(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё]+)$)",
)


def is_meeting(title: str) -> bool:
    """Return whether a title tells of officials who meet, and of no press: whoever asks there does so in his office."""
    return bool(_MEETING.match(title))


_LAST_BRACKET = re.compile(r"\s*\((?P<inside>[^()]{2,60})\)\s*$")
_FIGURE = re.compile(r"\d")
# "… following talks with Minister Moss": whom somebody met is none who speaks
_MET = re.compile(
    r"\b(?:talks?|meetings?|call|conversation|consultations?|discussions?|negotiations?|gesprächen?|treffen|telefonat|entretiens?|rencontre"
    r"|réunion|reunión|encuentro|conversación|incontro|colloqui[oa]?|encontro|reunião|overleg|samtal|møde|möte)\s$",
    re.IGNORECASE,
)


def people_in_title(title: str) -> list[Speaker]:
    """Return those the title names as speaking or signing, in order: "X's remarks", "Statement by X and Y"."""
    if _TO_WHOM.search(title[:LONGEST_TITLE]):
        return []
    tag = _TAG.match(title[:LONGEST_TITLE])
    title = _without_bracket(_EXCELLENCY.sub("", title[tag.end() if tag else 0 : LONGEST_TITLE]))
    title = _DAY_OF_WEEK.sub(_comma_before_day, title)
    behind_post = None if title.isascii() else _BEHIND_POST.search(title)
    if behind_post and not names_kind(behind_post["han"] or ""):
        one = Speaker(behind_post["han"] or behind_post["arabic"], behind_post["post"])
        other = behind_post["other"]
        return [one, Speaker(other, behind_post["others_post"])] if other else [one]
    spoke = None if title.isascii() else _SPOKE_TODAY.match(title)
    if spoke:
        return [Speaker(spoke["name"], spoke["post"])]
    if both := two_in_order(title):
        return both
    phrases, found_behind = behind_links(title)
    if not phrases and not found_behind:
        phrases, found_behind = in_genitive(title)
    if not phrases and (match := _SUBJECT.match(title)):
        phrases.append(match["who"])
    if not phrases and not found_behind and (match := _INTERVIEWED.match(title)):
        phrases.append(match["who"])
    if (
        not phrases
        and not found_behind
        and (ordered := people_in_order(title, told=tag is not None and bool(names_kind(tag[0]))))
    ):
        return [*ordered, *_joined_behind(title, ordered[-1].name)]
    if not phrases and not found_behind:
        phrases = right_behind_kind(title)
    if not phrases and (match := _IN_CASES.search(title)) and not names_state(match[match.lastgroup or 0]):
        who = match.lastgroup or "who"
        if called := called_before(title, match.start(who), match[who]):
            return [called]
        phrases.append(match[who])
    for match in (
        () if _is_of_one(title) or (phrases and _AT_OCCASION.search(title)) else _WITH.finditer(title)
    ):
        # "Press Briefing with Ambassador Cyra Dunmore": who stands with an office is no outlet
        phrase = capital_phrase(title[match.end() :])
        if match[0].lower().startswith("med"):
            phrase = phrase.partition(" i ")[0]  # "Intervju med minister Ada Verne i Radio Skell"
        person = None if _MET.search(title[: match.start()]) else parse_person(phrase)
        if person and person.office and _SPOKEN.search(title[: match.start()]):
            phrases.append(phrase)
    found: list[Speaker] = list(found_behind)
    for phrase in phrases:
        for speaker in _coordinated(phrase):
            if all(speaker.name != other.name for other in found):
                found.append(speaker)
    return [*found, *_joined_behind(title, found[-1].name)] if found else _in_capitals(title)


def _without_bracket(title: str) -> str:
    """A title without the newsroom, or the place and day, in the brackets that end it: "… Ada Verne (Skell, 4 May 2031)"."""
    bracket = _LAST_BRACKET.search(title)
    if bracket is None:
        return title
    told = _FIGURE.search(bracket["inside"]) or OUTLET_WORDS.search(bracket["inside"])
    return title[: bracket.start()] if told else title


def _comma_before_day(before: re.Match[str]) -> str:
    """A comma before a day of the week, so that it is nobody's name; the blank as it stands before any other word."""
    return ", " if before["day"].lower() in WEEKDAYS else before[0]


def _joined_behind(title: str, name: str) -> list[Speaker]:
    """Those in office whom a title names right behind a name, with a word that binds: "… und Bürgermeister Bel Olm"."""
    others: list[Speaker] = []
    at = title.rfind(name)
    end = at + len(name)
    while at >= 0 and (bound := _AND_HOLDER.match(title, end)):
        if bound[0].lstrip(", ").startswith(("și", "şi")):
            # "… și al primarului Bel Olm" has the genitive of a post that the page calls "primarul"
            title = title[: bound.end()] + roman_post(title[bound.end() :])
        phrase = capital_phrase(title[bound.end() :])
        for at_outlet in (
            " i ",
            " la ",
        ):  # "… och borgmästare Bel Olm i Radio Skell", "… Bel Olm la Radio Skell"
            alone, _, outlet = phrase.partition(at_outlet)
            phrase = alone if OUTLET_WORDS.search(outlet) else phrase
        person = parse_person(phrase)
        if (
            person is None
            or person.office is None
            or not holds_post(person.office)
            or not phrase.endswith(person.name)
        ):
            break
        others.append(Speaker(person.name, person.office))
        end = bound.end() + len(phrase)
    return others or (and_another(title, at + len(name)) if at >= 0 else [])


def _in_capitals(title: str) -> list[Speaker]:
    """Those whom a title in capitals names as it would in small letters: "DISCURSO DEL PRESIDENTE BEL OLMO ANTE LA ASAMBLEA"."""
    if not title.isupper() or not _BINDS.search(title):
        return []
    words = (word.lower() if _BINDS.fullmatch(word) else word.capitalize() for word in title.split())
    found = people_in_title(" ".join(words))
    return [Speaker(one.name.upper(), one.office.upper() if one.office else None) for one in found]


def _is_of_one(title: str) -> bool:
    """Whether a title says by a genitive that the words are those of one in office: then whom he met is none who speaks."""
    match = POSSESSIVE.match(title)
    if not match or not speaks(match["who"], match["what"]):
        return False
    people = _coordinated(TEXT_OF.sub("", match["who"]))
    return len(people) == 1 and people[0].office is not None


def people_mentioned(title: str) -> list[Speaker]:
    """Return all whom a title names with an office, whether or not it says that they speak."""
    found: dict[str, Speaker] = {}
    title = _POSSESSIVE_END.sub(",", title[:LONGEST_TITLE])
    for match in _CAPITALISED.finditer(title):
        if match.group().lower() in POST_WORDS or COMPOUND_OFFICE.search(match.group().lower()):
            start = _first_of_post(title, match.start())
            phrase = capital_phrase(title[start:])
            person = parse_person(re.split(r"\s+and\s+", phrase)[0])
            if person and person.office and len(person.name.split()) <= _LONGEST_MENTIONED:
                found.setdefault(person.name, Speaker(person.name, person.office))
            elif honourable := _HON_BEHIND.match(title, start + len(phrase)):
                name = capital_phrase(honourable["name"])
                found.setdefault(name, Speaker(name, phrase))
    return list(found.values())


def _first_of_post(title: str, at: int) -> int:
    """Where the words of a post begin whose noun stands at a place: "First Deputy Managing Director"."""
    while (before := _WORD_BEFORE.search(title[:at])) and (
        is_office_word(before["word"]) or before["word"] in _IN_POSTS
    ):
        at = before.start("word")
    return at


def _coordinated(phrase: str) -> list[Speaker]:
    """Split "A and B" where each side holds a name; "Prime Minister and Foreign Minister B" stays one."""
    people: list[Speaker] = []
    carried = ""
    for printed in re.split(r"\s+(?:and|&|und|et|y|и)\s+|,\s+", phrase):
        piece = printed.removeprefix("the ")
        whole = f"{carried} and {piece}" if carried else piece
        person = parse_person(piece)
        if carried and person and person.office is None and (joined := parse_person(whole)) and joined.office:
            # "Adviser for Canals and Ancient Locks Bel Harrow": the office holds an "and"
            people.append(Speaker(joined.name, joined.office))
            carried = ""
            continue
        if person is None or (person.office is None and len(person.name.split()) < 2 and piece[1:2] != "."):
            # "NSA for Strategic Winds Bel Harrow and Admiral Ada Verne": what holds no post is none of the next one's
            carried = whole if holds_post(whole) else ""
            continue
        office = person.office
        if carried and office:
            office = f"{carried} and {office}"
        people.append(Speaker(person.name, office))
        carried = ""
    return people
