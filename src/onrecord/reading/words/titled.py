"""Whom a title names: those who speak or sign, and those it only mentions."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.model import Speaker
from onrecord.reading.words.caseless import lowered
from onrecord.reading.words.kinds import ABOUT, KIND_PATTERNS
from onrecord.reading.words.names import (
    COMPOUND_OFFICE,
    LINKS,
    NUMBERS,
    holds_office,
    holds_post,
    is_office_word,
    parse_person,
)
from onrecord.reading.words.order import names_kind, names_state, people_in_order
from onrecord.reading.words.posts import OUTLET_WORDS, PARTICLES, POST_WORDS
from onrecord.text import compile_late

# What stands further on in a heading is no title; each word there would cost as much as all the words before it.
LONGEST_TITLE = 2_000
_LONGEST_POST = 9  # words
_LONGEST_MENTIONED = (
    3  # words: where all words of a title have capitals, a name runs on into what its bearer does
)
# Words that end a name in a title, also where titles are set in capitals: "… Bel Harrow Aboard the Mail Boat"
_ENDERS = frozenset(
    "aboard at on in with during following before after regarding via about from en as by upon while under "
    "against over "
    "announcing honoring marking celebrating commemorating preview previewing "
    "meets met visits hosts welcomes announces addresses delivers attends receives discusses congratulates "
    "thanks departs arrives participates "
    "greets launches condemns nominates appoints speaks signs issues".split()
)
# Where titles set all words in capitals: "President Harrow Extending the …", but "Chen Liping at …"
_GERUND = re.compile(
    r"(?!(?:Managing|Acting|Commanding|Presiding)\s)[A-Z][a-z]{2,}ing\s+(?P<next>the|a|an|his|her|their|its"
    r"|our|The|A|An|[A-Z]\S*)\s"
)
# "外交部发言人高岚就…", "تصريح المتحدث باسم الوزارة السيد طارق بلجين": scripts without capitals set the name behind the post
_BEHIND_POST = compile_late(
    r"(?P<post>(?:(?!日)[\u4e00-\u9fff]){0,8}(?:发言人|發言人|大使|部长|部長|外长|外長|总理|總理|总统|總統|主席|报道官"
    r"|大臣))(?P<han>[\u4e00-\u9fff]{2,3}?)(?=\d|主持|就|在|答|关于|同|出席|会见|主持|发表|回答|接受|的|：|$)"
    r"|(?<!\w)(?:السيدة|السيد|الدكتورة|الدكتور|معالي)\s+(?P<arabic>[\u0621-\u064a]+\s+[\u0621-\u064a]+)"
)
# "the Prime Minister, the Hon. Corin Ashe, …"
_HON_BEHIND = re.compile(
    r",\s+(?:the\s+)?(?:Rt\.?\s+)?(?:Hon\.?|Honou?rable)\s+(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w.'’-]*){1,3})"
)
_OF_PRESS = re.compile(r"\bde (?:presse|prensa)\s*$", re.IGNORECASE)  # "Point de presse de Mme …"
_AND = re.compile(r"\b(?:and|et|und|y|e)\s*$")
_QUOTES = re.compile(
    r"[“\"«„](?!\S*[”\"»“])"
)  # "Bel Harrow “Neighbours in Europe”", and not "Bel “Bo” Harrow"
# Words that a language with posts in small letters binds with
_BINDS = re.compile(
    r"\b(?:DE|DEL|DELLA|DELLO|DO|DA|DOS|DAS|DU|DES|LA|LAS|LOS|EL|LE|LES|Y|E|ET|EN|CON|POR|PARA|A|AL|AU|AUX|ANTE|DI|SUR|DANS|NA|NO|À|ÀS|AOS?)\b"
)
# What binds in a title whose words all have capitals, where a small letter would tell it
_IN_CAPITALS_ENDS = re.compile(
    r"[AÀ]\s(?:LA|LAS|LOS|EL|UNE?|UNA|L['’]|LES|AS|OS)\b|(?:AL|AU|AUX|ANTE|DANS|DEVANT|SUR|PARA|AOS?|ÀS|À)\s"
)
_OWNER = re.compile(r"(.+)[’']s")
# "… to the reception hosted by Mayor Bel Olm": who received those who spoke
_HOSTED = re.compile(
    r"\b(?:hosted|organi[sz]ed|sponsored|convened|held|attended|received|led|founded|visited|invited)\W?$",
    re.IGNORECASE,
)
_KIND_BEFORE_BY = re.compile(
    r"\b(?:by|von|par|por|from|of|du|de la|de l['’]|de(?=\s+(?:M\.|Mme|Mlle|Dr)\s)|(?:de\s"
    r"|d['’])(?=[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+){1,2},\s(?:premi[eè]re? )?(?:ministre|secrétaire"
    r"|président|porte-parole|ambassad)))\s*(?<=[\s'’])(?:the\s+|its\s+|his\s+|her\s+|their\s+|our\s+"
    r"|der\s+|dem\s+|el\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
# "Rede des Außenministers Bel Harrow", "Ansprache der Bundeskanzlerin Ada Verne"
_GERMAN_GENITIVE = re.compile(r"\b(?P<article>des|der)\s+(?=[A-ZÄÖÜ]\w+)")
_SPEECH_OF = re.compile(
    r"(?:Rede|Ansprache|Grußwort|Statement|Eröffnungsrede|Parteitagsrede|Antrittsrede|Haushaltsrede)"
)
_SMALL_POST = re.compile(r"(?<=[a-zà-ÿ]\s)(?P<post>[a-zà-ÿ][\w-]{4,})\s(?=[A-ZÀ-Þ])")
_GENITIVE_ENDS = ("en", "es", "s")
# "du ministre des Affaires étrangères Bel Morvel": what agrees with the field stands behind it in small letters
_AGREES = re.compile(r"[^\W\d_]{3,}(?:es|ale|ique|eure)")
# Forms of address before a post, as Arabic sets them
_EXCELLENCY = re.compile(
    r"(?<!\w)(?:معالي|سعادة|فخامة|دولة|سمو)\s+(?=(?:ال)?(?:وزير|رئيس|سفير|نائب|أمين)\w*\s)"
)
# as in "[Interview] Bel Harrow, Minister …"
_TAG = re.compile(r"^[\[【［][^\[\]【】［］]{1,12}[\]】］]\s*(?=\S)")
_OF_FIELD = frozenset("de des du".split())
_POSSESSIVE = re.compile(r"^(?P<who>[^,:;–—]{3,140}?)(?:[’']s|(?<=s)[’'])\s+(?P<what>[^,;:]{3,60})")
# "On Foreign Minister Bel Harrow's telephone conversation with …", "Press release on President Verne's visit"
_ABOUT_HIM = re.compile(
    r"(?:(?:press|media|news) (?:release|note|statement)\s+)?(?:on|about|concerning|regarding|re:)\s",
    re.IGNORECASE,
)
_READOUT = next(words.pattern for words, kind, _ in KIND_PATTERNS if kind == "readout")
# "Dışişleri Bakanı Kerem Aldemir’in … mülakatı": Turkish, Azerbaijani
_TURKIC_GENITIVE = re.compile(r"^(?P<who>[^,:;–—'’]{3,140})['’]n?[ıiuü]n\s+(?P<what>[^,;:]{3,})")
# "Edited Transcript of Minister Verne’s Interview"
_TEXT_OF = re.compile(
    r"^(?:[\w-]+\s){0,2}(?:transcript|text|recording|video|summary|excerpts?)\s(?:of|from)\s(?:the\s)?",
    re.IGNORECASE,
)
_ENDS_PHRASE = re.compile(r"[,;:!?]$|[^A-Z.]\.$")
_ENDS_TITLE = re.compile(r"\b(?:Jr|Sr|Dr|Mr|Ms|Mrs|St)\.$")
_SUBJECT = re.compile(
    r"^(?P<who>(?:(?:[A-Z][\w.'’-]*|and|of|for)\s+){1,14}?)(?=(?:[Hh]old|answers|answered|speaks|addresses"
    r"|addressed|congratulate[sd]|delivers|"
    r"[Hh]olds|[Aa]nswers|[Dd]elivers|[Ss]peaks|[Aa]ddresses|[Bb]riefs|remarks|interview|briefs|gives|gave"
    r"|comments|holds|held|statement|speech)\b)"
)
_BEHIND_OFFICE = re.compile(r"(?:\s[^\W\d_]+){0,3},\s")
_WORD_BEFORE = re.compile(r"(?P<word>[A-Z][\w-]*)\s$")
_IN_POSTS = frozenset(("Managing", "Acting", "Commanding", "Presiding"))
_POSSESSIVE_END = re.compile(r"[’']s?(?=\s)")
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+")
_AND_NEXT = re.compile(r",?\s+(?:and|und|et|y|e|&)\s+(?:by\s+|the\s+)?|,\s+")
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
    r"|entretien|entrevista|intervista|gesprek|intervju)\b",
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
    r"|[А-ЯЁ]\.))*(?P<who>(?:[А-ЯЁ][а-яё]+\s+(?:[А-ЯЁ]\.\s?)?|(?:[А-ЯЁ]\.\s?){1,2})[А-ЯЁ][а-яё]+)(?=[\s,])",
)


def is_meeting(title: str) -> bool:
    """Return whether a title tells of officials who meet, and of no press: whoever asks there does so in his office."""
    return bool(_MEETING.match(title))


def people_in_title(title: str) -> list[Speaker]:
    """Return those the title names as speaking or signing, in order: "X's remarks", "Statement by X and Y"."""
    if _TO_WHOM.search(title[:LONGEST_TITLE]):
        return []
    tag = _TAG.match(title[:LONGEST_TITLE])
    title = _EXCELLENCY.sub("", title[tag.end() if tag else 0 : LONGEST_TITLE])
    behind_post = None if title.isascii() else _BEHIND_POST.search(title)
    if behind_post and not names_kind(behind_post["han"] or ""):
        return [Speaker(behind_post["han"] or behind_post["arabic"], behind_post["post"])]
    phrases, found_behind = _behind_links(title)
    if not phrases and not found_behind:
        phrases, found_behind = _in_genitive(title)
    if not phrases and (match := _SUBJECT.match(title)):
        phrases.append(match["who"])
    if not phrases and not found_behind and (match := _INTERVIEWED.match(title)):
        phrases.append(match["who"])
    if (
        not phrases
        and not found_behind
        and (ordered := people_in_order(title, told=tag is not None and bool(names_kind(tag[0]))))
    ):
        return ordered
    if not phrases and not found_behind:
        phrases = _right_behind_kind(title)
    if not phrases and (match := _IN_CASES.search(title)) and not names_state(match["who"]):
        phrases.append(match["who"])
    for match in (
        () if _is_of_one(title) or (phrases and _AT_OCCASION.search(title)) else _WITH.finditer(title)
    ):
        # "Press Briefing with Ambassador Cyra Dunmore": who stands with an office is no outlet
        phrase = capital_phrase(title[match.end() :])
        person = parse_person(phrase)
        if person and person.office and _SPOKEN.search(title[: match.start()]):
            phrases.append(phrase)
    found: list[Speaker] = list(found_behind)
    for phrase in phrases:
        for speaker in _coordinated(phrase):
            if all(speaker.name != other.name for other in found):
                found.append(speaker)
    return found or _in_capitals(title)


def _in_capitals(title: str) -> list[Speaker]:
    """Those whom a title in capitals names as it would in small letters: "DISCURSO DEL PRESIDENTE BEL OLMO ANTE LA ASAMBLEA"."""
    if not title.isupper() or not _BINDS.search(title):
        return []
    words = (word.lower() if _BINDS.fullmatch(word) else word.capitalize() for word in title.split())
    found = people_in_title(" ".join(words))
    return [Speaker(one.name.upper(), one.office.upper() if one.office else None) for one in found]


def _behind_links(title: str) -> tuple[list[str], list[Speaker]]:
    """The phrases behind "by" and its like that name who speaks, and those whose office stands apart from their name."""
    phrases: list[str] = []
    found_behind: list[Speaker] = []
    match = _POSSESSIVE.match(title)
    if match and _speaks(match["who"], match["what"]):
        phrases.append(_TEXT_OF.sub("", match["who"]))
    elif (
        match is None and (match := _POSSESSIVE.match(title.partition(": ")[2])) and names_kind(match["what"])
    ):
        # as in “A coast that lasts: Edda Marlow’s speech to the Federation”
        phrases.append(match["who"])
    if (match := _TURKIC_GENITIVE.match(title)) and names_kind(match["what"]):
        phrases.append(match["who"])
    for match in _KIND_BEFORE_BY.finditer(title):
        phrase = capital_phrase(title[match.end() :])
        after = title[match.end() + len(phrase) :]
        if (
            match.group().lower().startswith(("of", "du", "de", "von"))
            and not (
                (
                    _told(title, match.start(), 3 if match.group().lower().startswith(("du", "de la")) else 2)
                    or _OF_PRESS.search(title[: match.start()])
                    or (phrases and _AND.search(title[: match.start()]))
                )
                and (
                    holds_post(phrase)
                    or re.match(r"(?:M\.|Mme|Mlle|Dr)\s", phrase)
                    or holds_post(after[2:].split(" ", 1)[0])
                )
                and not holds_office(" ".join(title[: match.start()].split()[-1:]))
            )
            and not _of_whole_name(title, match, phrase)
        ):
            continue
        person = parse_person(phrase)
        if person and person.office is None and len(person.name.split()) >= 2 and after.startswith(", "):
            # "by Edda Karrow, Minister for Foreign Affairs, at …": the office behind its name
            office = capital_phrase(after[2:])
            if holds_office(office) and parse_person(office) is None:
                found_behind += _and_others(Speaker(person.name, office), after[2 + len(office) :])
                continue
        behind = _BEHIND_OFFICE.match(after)
        if behind and (both := _two_behind(phrase, after[behind.end() :])):
            found_behind += both
            continue
        if person is None and behind:
            # "by the Spokesperson of the Ministry, Maëlle Torvic": the name behind its office
            named = parse_person(capital_phrase(after[behind.end() :]))
            if named and named.office is None and len(named.name.split()) >= 2:
                found_behind.append(Speaker(named.name, phrase))
                continue
        if _about_another(title, match.start()) or _HOSTED.search(title[: match.start()]):
            continue
        told = _told(title, match.start(), 2 if match.group().lower().startswith("from") else 6) and not (
            person and person.office is None and OUTLET_WORDS.search(person.name)
        )
        if phrase and not phrase.split()[0].lower().endswith("ing") and (told or (person and person.office)):
            phrases.append(phrase)
    return phrases, found_behind


def _and_others(first: Speaker, rest: str) -> list[Speaker]:
    """One with an office, and those who follow, each with an office of his own: ", and Bel Olm, Minister of Locks, and …"."""
    found = [Speaker(first.name, (first.office or "").rstrip(" ."))]
    while link := _AND_NEXT.match(rest):
        name = capital_phrase(rest[link.end() :])
        person = parse_person(name)
        behind = rest[link.end() + len(name) :]
        office = capital_phrase(behind[2:]) if behind.startswith(", ") else ""
        if not person or person.office or len(person.name.split()) < 2 or not holds_office(office):
            break
        if parse_person(office) is not None:
            break
        found.append(Speaker(person.name, office.rstrip(" .")))
        rest = behind[2 + len(office) :]
    return found


def _two_behind(phrase: str, after: str) -> list[Speaker]:
    """Both of "by Secretary General Bel Harrow and the Prime Minister of Skell, Ada Verne": the second behind his office."""
    first, both, second = phrase.rpartition(" and ")
    named = both and holds_post(second) and parse_person(second) is None
    one = parse_person(first) if named else None
    other = parse_person(capital_phrase(after)) if one and one.office and len(one.name.split()) >= 2 else None
    if one is None or other is None or other.office or len(other.name.split()) < 2:
        return []
    return [Speaker(one.name, one.office), Speaker(other.name, second.removeprefix("the "))]


def _of_whole_name(title: str, link: re.Match[str], phrase: str) -> bool:
    """Whether a German title begins with a speech and "von", and a first name and a surname follow: "Rede von Ada Verne auf dem …"."""
    if link.group().lower().strip() != "von" or not _SPEECH_OF.fullmatch(title[: link.start()].strip()):
        return False
    words = phrase.split()
    person = parse_person(phrase)
    return person is not None and person.office is None and 2 <= len(words) <= 4 and words[-1].isalpha()


def _right_behind_kind(title: str) -> list[str]:
    """The post in small letters and the name that stand right behind a kind: "Persconferentie minister-president Van Loon"."""
    match = _SMALL_POST.search(title)
    if not match or not is_office_word(match["post"]) or not _told(title, match.start(), 1):
        return []
    phrase = capital_phrase(title[match.end() :])
    return [f"{match['post']} {phrase}"] if phrase and not holds_office(phrase) else []


def _is_of_one(title: str) -> bool:
    """Whether a title says by a genitive that the words are those of one in office: then whom he met is none who speaks."""
    match = _POSSESSIVE.match(title)
    if not match or not _speaks(match["who"], match["what"]):
        return False
    people = _coordinated(_TEXT_OF.sub("", match["who"]))
    return len(people) == 1 and people[0].office is not None


def _speaks(who: str, what: str) -> bool:
    """Whether somebody's words are what stands behind the genitive: of whom a readout tells, or a title is about, says nothing."""
    if names_kind(who) or _ABOUT_HIM.match(who) or not (what[0].islower() or names_kind(what)):
        return False
    return not _READOUT.search(lowered(what)) or _names_other_kind(lowered(what))


def _in_genitive(title: str) -> tuple[list[str], list[Speaker]]:
    """The phrases behind a kind and a German article: the post is given as it stands without its case."""
    phrases, behind_field = list[str](), list[Speaker]()
    for match in _GERMAN_GENITIVE.finditer(title):
        if not _told(title, match.start(), 2) or _about_another(title, match.start()):
            continue
        phrase = capital_phrase(title[match.end() :])
        post, space, behind = phrase.partition(" ")
        if match["article"] == "des":
            stems = (post.removesuffix(end) for end in _GENITIVE_ENDS if post.endswith(end))
            post = next((stem for stem in stems if is_office_word(stem)), post)
        person = parse_person(post + space + behind)
        if person and person.office and len(person.keys) >= 2:
            phrases.append(post + space + behind)
            continue
        whole, _, rest = title[match.end() :].partition(", ")
        named = parse_person(capital_phrase(rest.split(",", 1)[0])) if is_office_word(post) else None
        if named and named.office is None and len(named.keys) >= 2 and len(whole.split()) <= _LONGEST_POST:
            # as in “der Ministerin für Küste und Häfen, Hanna Brückner, …”
            behind_field.append(Speaker(named.name, f"{post} {whole.partition(' ')[2]}".strip()))
    return phrases, behind_field


def _about_another(title: str, start: int) -> bool:
    """Whether a link stands in what a title is about, behind a kind: "Statement on the remarks by President Harrow"."""
    about = ABOUT.search(title[:start])
    return bool(about) and names_kind(title[: about.start()]) and _told(title, start, 2) if about else False


def _told(title: str, end: int, words: int = 6) -> bool:
    """Whether the words before a "by" or "of" name a kind of statement."""
    before = title[:end].split()[-words:]
    link = title[end:].split(None, 1)[:1]
    texts = {lowered(" ".join([*before, "by"])), lowered(" ".join([*before, *link]))}
    return any(map(_names_other_kind, texts))


@lru_cache(1024)
def _names_other_kind(text: str) -> bool:
    return any(kind != "readout" and words.find(text) for words, kind, _ in KIND_PATTERNS)


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


@lru_cache(1024)
def capital_phrase(text: str) -> str:
    """Return the words up to the first that is neither capitalised nor a link between such: "President Harrow and …"."""
    words: list[str] = []
    opening = text.split(",", 1)[0].split()
    if opening and opening[0].islower() and is_office_word(opening[0]) and len(opening) <= 8 and "," in text:
        # Languages that set offices in small letters: "du ministre des Relations extérieures, …"
        return " ".join(opening)
    for match in re.finditer(r"\S+", text):
        token = match.group()
        if words and (token[0] in "([" or _QUOTES.match(text, match.start())):
            break
        bare = token.strip("“”\"'«»()[]")
        if bare.lower() in ("to", "for") and words and parse_person(" ".join(words)):
            break  # "Article by Ambassador Ada Verne for the Tide Tribune"
        if _IN_CAPITALS_ENDS.match(text, match.start()) and text.isupper():
            break  # "PRESIDENTA ADA VERNE A LA NACIÓN"
        if bare.lower() in _ENDERS or token in ("-", "–", "—") or (words and bare.lower() in NUMBERS):
            break
        gerund = _GERUND.match(text, match.start()) if words else None
        if gerund and gerund["next"].lower() not in _ENDERS | (LINKS - {"the"}):
            break
        if owner := _OWNER.fullmatch(bare):
            # "Excerpts from President Harrow’s Address" are his words, "from President Harrow’s Meeting" are not
            return " ".join([*words, owner[1]]) if names_kind(text[match.end() :]) else ""
        if not bare or not (
            bare[0].isupper()
            or (not words and is_office_word(bare))
            or bare.lower() in LINKS
            or bare.lower() in PARTICLES
            or bare[0] in "&"
            or _goes_on_in_small_letters(bare, words)
        ):
            break
        words.append(token)
        goes_on = (
            token.endswith(".") and len(words) > 1 and is_office_word(words[-2])
        )  # "Undersecretary Atty. …"
        if _ENDS_PHRASE.search(token) and not goes_on and not _ENDS_TITLE.search(token):
            break
    while words and words[-1].lower() in LINKS:
        words.pop()
    return " ".join(words).strip(" ,;:")


def _goes_on_in_small_letters(word: str, before: list[str]) -> bool:
    """Whether a word belongs to a French post before its holder: "Premier ministre", "ministre des Affaires étrangères"."""
    if not before or not is_office_word(before[0]) or parse_person(" ".join(before)):
        return False
    word = word.rstrip(",.;:")
    if len(before) == 1:
        return word in POST_WORDS
    return before[-2].lower() in _OF_FIELD and _AGREES.fullmatch(word) is not None


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
