"""People in titles and labels: name and office told apart by shape and by words of offices, never by lists of names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from onrecord.model import Speaker
from onrecord.reading.words.caseless import lowered
from onrecord.reading.words.holders import held_behind_post, held_in_order, names_office_alone
from onrecord.reading.words.order import names_kind, names_state, people_in_order
from onrecord.reading.words.vocabulary import (
    ABOUT,
    HONORIFICS,
    KIND_PATTERNS,
    OFFICE_COMPLEMENTS,
    OFFICE_FIELDS,
    OFFICE_WORDS,
    OUTLET_WORDS,
    PARTICLES,
    POST_WORDS,
)

# What stands further on in a heading is no title; each word there would cost as much as all the words before it.
LONGEST_TITLE = 2_000
_TOKEN = re.compile(r"[^\s,;:()\[\]“”\"«»]+")
# "Außenministerin", "Generalsekretär", "Vizepräsident": languages that compound the post with what it is for
_COMPOUND_OFFICE = re.compile(
    r"(?:minister|ministerin|ministere?n|kansleren|sekretæren|sekreteraren|secretary|präsident\w*|sekretär|sekretärin|kanzler|kanzlerin|sprecher|sprecherin|botschafter|botschafterin|senatorin?|kommissar|kommissarin|direktor|direktorin|rätin|beauftragter?)$"
)
_OF = frozenset(
    "of for to de du des da do das dos del della dello dei degli delle di van voor der für av w".split()
)
_OF_GLUED = re.compile(r"(?:d|dell|all|de\s?l)['’](?=\w)", re.IGNORECASE)  # "d'Italia", "dell’Interno"
_LINKS = frozenset("of the and for to de du des der la le von & и del".split())
_LINKS_IN_POSTS = frozenset("and & et und e y i og och en".split())
_ARTICLES = frozenset("the der die das la le el il het".split())
_LONGEST_BEHIND = 4  # words of a name behind what a post is of
_ARTICLE = re.compile(r"^(?:the|el|la|le|il|o|a|der|die|den|de|het)\s+", re.IGNORECASE)
_SLASH = re.compile(r"\s?/\s?")
_BEHIND_SLASH = re.compile(r"\s?/\s?[\w .&’'-]{2,40}$")  # "Bel Harrow/GTV": whom he asks for
_ACRONYM = re.compile(r"[A-Z]{3,5}|PM|FM|[A-Z]{2,3}/[A-Z]{2,3}")  # not "JD Harrow"
_LONGEST_INITIAL = 2  # letters: "St. John", "Wm. Verne"
# Words that end a name in a title, also where titles are set in capitals: "… Jay Carney Aboard Air Force One"
_ENDERS = frozenset(
    "aboard at on in with during following before after regarding via about from en as by upon while under against over "
    "announcing honoring marking celebrating commemorating preview previewing".split()
)
# "SENIOR ADMINISTRATION OFFICIAL TWO" is nobody's name
_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
# Where titles set all words in capitals: "President Harrow Extending the …", but "Chen Liping at …"
_GERUND = re.compile(
    r"(?!(?:Managing|Acting|Commanding|Presiding)\s)[A-Z][a-z]{2,}ing\s+(?P<next>the|a|an|his|her|their|its|our|The|A|An|[A-Z]\S*)\s"
)
# "外交部发言人高岚就…", "تصريح المتحدث باسم الوزارة السيد طارق بلجين": scripts without capitals set the name behind the post
_BEHIND_POST = re.compile(
    r"(?P<post>(?:(?!日)[\u4e00-\u9fff]){0,8}(?:发言人|發言人|大使|部长|部長|外长|外長|总理|總理|总统|總統|主席|报道官|大臣))(?P<han>[\u4e00-\u9fff]{2,3}?)(?=\d|主持|就|在|答|关于|同|出席|会见|主持|发表|回答|接受|的|：|$)"
    r"|(?:السيدة|السيد|الدكتورة|الدكتور|معالي)\s+(?P<arabic>[\u0621-\u064a]+\s+[\u0621-\u064a]+)"
)
# "the Prime Minister, the Hon. Corin Ashe, …"
_HON_BEHIND = re.compile(
    r",\s+(?:the\s+)?(?:Rt\.?\s+)?(?:Hon\.?|Honou?rable)\s+(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w.'’-]*){1,3})"
)
_OF_PRESS = re.compile(r"\bde (?:presse|prensa)\s*$", re.IGNORECASE)  # "Point de presse de Mme …"
_AND = re.compile(r"\b(?:and|et|und|y|e)\s*$")
_SPOUSE = re.compile(r"\b(first|second)\s+(lady|gentleman|spouse)\b", re.IGNORECASE)
_SPOUSE_JOINED = re.compile(r"\b(first|second)-(lady|gentleman|spouse)\b", re.IGNORECASE)
# "Dr. h. c. Bel Harrow": a degree, no initials
_HONORARY = re.compile(r"\bh\.\s?c\.\s?(?:mult\.\s?)?")
# "Senator the Hon. Marise Vell", "THE HON. ADA VERNE MP – MEMBER FOR SKELL"
_THE_HON = re.compile(r"\bthe\s+(?=(?:rt\.?\s+)?hon\b)", re.IGNORECASE)
_DASHED = re.compile(r"\s+[–—-]\s+(?=\S+\s+\S)")
# Letters behind a name: of a seat, a rank at the bar, an order, a degree
_BEHIND_NAME = frozenset("MP MPP MEP MLA MLC MSP MS QC KC SC AO AM AC OAM CBE OBE MBE PhD MD JD Esq".split())
_OWNER = re.compile(r"(.+)[’']s")
# "Стожаров В. М", whose stop was taken for that of the label
_INITIALS_END = re.compile(r"\s[^\W\d_]\.\s?[^\W\d_]\.?$")
_LONGEST_NAME = 9  # words: "Inche Osman Jalil Bin Haji Harun Salim"
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")
# Titles that are surnames as well: "Mr Tan", "Mr Hon Mei Lan"
_ALSO_SURNAMES = frozenset("tan hon sen min tun gen col don".split())
# "The Minister for Canals (Hew Pardoe)", "The Minister for Locks (Services) (Dr Pell)": the holder stands in brackets
_OFFICE_HOLDER = re.compile(r"[(\[](?P<name>[^()\[\],]{4,60})[)\]]")
_KIND_BEFORE_BY = re.compile(
    r"\b(?:by|von|par|por|from|of|du|de la|de l['’]|de(?=\s+(?:M\.|Mme|Mlle|Dr)\s)|(?:de\s|d['’])(?=[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+){1,2},\s(?:premi[eè]re? )?(?:ministre|secrétaire|président|porte-parole|ambassad)))\s*(?<=[\s'’])(?:the\s+|its\s+|his\s+|her\s+|their\s+|our\s+|der\s+|dem\s+|el\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^(?P<who>[^,:;–—]{3,140}?)(?:[’']s|s[’'])\s+(?P<what>[^,;:]{3,60})")
# "Edited Transcript of Minister Verne’s Interview"
_TEXT_OF = re.compile(
    r"^(?:[\w-]+\s){0,2}(?:transcript|text|recording|video|summary|excerpts?)\s(?:of|from)\s(?:the\s)?",
    re.IGNORECASE,
)
_ENDS_PHRASE = re.compile(r"[,;:!?]$|[^A-Z.]\.$")
_ENDS_TITLE = re.compile(r"\b(?:Jr|Sr|Dr|Mr|Ms|Mrs|St)\.$")
_SUBJECT = re.compile(
    r"^(?P<who>(?:(?:[A-Z][\w.'’-]*|and|of|for)\s+){1,14}?)(?=(?:[Hh]old|answers|answered|speaks|addresses|addressed|congratulate[sd]|delivers|"
    r"[Hh]olds|[Aa]nswers|[Dd]elivers|[Ss]peaks|[Aa]ddresses|[Bb]riefs|remarks|interview|briefs|gives|gave|comments|holds|held|statement|speech)\b)"
)
_BEHIND_OFFICE = re.compile(r"(?:\s[^\W\d_]+){0,3},\s")
_WORD_BEFORE = re.compile(r"(?P<word>[A-Z][\w-]*)\s$")
_IN_POSTS = frozenset(("Managing", "Acting", "Commanding", "Presiding"))
_POSSESSIVE_END = re.compile(r"[’']s?(?=\s)")
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+")
_WITH = re.compile(r"\bwith\s+(?=[A-Z])", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:briefing|conference|interview|gaggle|pressegespräch|entretien)\b", re.IGNORECASE)
# "Ответы официального представителя МИД Веры Стожаровой на вопросы": the name stays in the case it stands in
_IN_CASES = re.compile(
    r"^(?:[Оо]твет\w*|[Ии]нтервью|[Вв]ыступлени\w*|[Кк]омментари\w*|[Бб]рифинг\w*|[Зз]аявлени\w*|[Сс]тать\w*|[Рр]ечь|[Сс]лово|[Оо]бращени\w*)\s+"
    r"(?:(?!(?:в|во|на|о|об|по|с|со|к|при|для)\s)[а-яё-]+\s+|[А-ЯЁ]{2,}\s+|[А-ЯЁ][а-яё]+\s+(?=[а-яё]))*(?P<who>[А-ЯЁ][а-яё]+\s+(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]+)(?=[\s,])",
)


class Person(NamedTuple):
    """A name, the office printed with it, and the words the name is matched by (lower case)."""

    name: str
    office: str | None

    @property
    def keys(self) -> frozenset[str]:
        """The words of the name without honorifics and initials, in lower case."""
        return _keys_of(self.name)


@lru_cache(8192)
def _keys_of(name: str) -> frozenset[str]:
    words = [word.strip(".'’").lower() for word in re.split(r"[\s.]+", name)]
    return frozenset(
            word for word in without_titles(words)
            if (len(word) > 1 or word >= "\u2e80") and word not in PARTICLES and (word not in HONORIFICS or word in _ALSO_SURNAMES)
        )  # fmt: skip


def without_titles(words: list[str]) -> list[str]:
    """Return the words of a name behind its titles, at least one: "Dr Tan Wen Hai" is "Tan Wen Hai"."""
    at = 0
    while at < len(words) - 1 and (bare := words[at].strip(".").lower()) in HONORIFICS:
        if words[at].endswith("."):
            at += 1  # "Maj. Gen. Verne": no surname has a stop
            continue
        named_right = at and words[at - 1].strip(".").lower() in ("rt", "right")
        if (
            not named_right
            and (at or bare == "tan")
            and bare in _ALSO_SURNAMES
            and words[at + 1].lower() != "sri"
        ):
            break
        at += 1
    return words[at:]


def _is_title(word: str, *, behind_another: bool) -> bool:
    bare = word.strip(".").lower()
    return bare in HONORIFICS and not (behind_another and bare in _ALSO_SURNAMES)


@lru_cache(8192)
def parse_person(phrase: str) -> Person | None:
    """Return name and office if the phrase holds a name: "President of Russia Vladimir Putin", "Mr. Price", "S.Lavrov"."""
    if phrase[:1] >= "\u3040":
        spaced = phrase.split()  # "大 臣", set as wide as the words around it
        if names_office_alone(phrase) or (
            len("".join(spaced)) == len(spaced) and "".join(spaced) in OFFICE_WORDS
        ):
            return None
        if held := held_in_order(_SLASH.sub(" ", phrase)):
            return Person(*held)
    if behind := held_behind_post(phrase):
        return Person(behind[0], behind[1]) if behind[0] else None
    if " / " in phrase and _names_post(phrase.partition(" / ")[2]):
        phrase = phrase.replace(" / ", ", ", 1)  # "[Harrow / President]"
    phrase = _DASHED.sub(", ", _THE_HON.sub("", _HONORARY.sub("", phrase)))
    # "Lady" is a title of rank, "First Lady" a post
    person = _parse(_SPOUSE.sub(r"\1-\2", phrase))
    if person and person.office and _SPOUSE_JOINED.search(person.office):
        return Person(person.name, _SPOUSE_JOINED.sub(r"\1 \2", person.office))
    return person


def _parse(phrase: str) -> Person | None:
    for holder in _OFFICE_HOLDER.finditer(phrase):
        if held := _holder(phrase[: holder.start()], holder["name"]):
            return held
    phrase = _BRACKETED.sub("", phrase).strip(" .,–—-")
    if "/" in phrase and " " in phrase.partition("/")[0].strip():
        phrase = _BEHIND_SLASH.sub("", phrase)
    if "," in phrase:
        return _person_with_comma(phrase)
    tokens = _TOKEN.findall(phrase)
    if abbreviated := _behind_abbreviations(tokens):
        person = _parse(" ".join(tokens[abbreviated:]))
        posts = [*tokens[:abbreviated], *([person.office] if person and person.office else [])]
        return Person(person.name, " ".join(posts)) if person else None
    while len(tokens) > 2 and tokens[-1].strip(".") in _BEHIND_NAME:
        tokens.pop()
    first_of = next((n for n, token in enumerate(tokens) if n > 0 and _is_of(tokens, n)), 0)
    if first_of:
        before = parse_person(" ".join(tokens[:first_of]))
        if before and before.office and tokens[first_of].lower() not in PARTICLES:
            return Person(before.name, f"{before.office} {' '.join(tokens[first_of:])}")
        if before is None and _names_post(" ".join(tokens[:first_of])):
            return _behind_of(tokens)
    at = len(tokens)
    while at > 0 and len(tokens) - at < _LONGEST_NAME and _is_name(tokens[at - 1], has_tail=at < len(tokens)):
        at -= 1
    while at < len(tokens) and tokens[at].lower() in _LINKS - PARTICLES:
        at += 1
    name = tokens[at:]
    if not name or _is_title(without_titles(name)[0], behind_another=len(name) > 1):
        return None
    office = [token for token in tokens[:at] if token.strip(".").lower() not in ("the",)]
    if office and not _names_post(" ".join(office)):
        return None
    if at and tokens[at - 1].lower() in _LINKS - PARTICLES:
        return None  # "Minister for Trade and Industry": what the post is for, not its holder's name
    kept = without_titles(name[_behind_abbreviations(name) :])
    named = " ".join(kept if len(kept) > 1 else name[-2:])
    return Person(
        f"{named}." if _INITIALS_END.search(named) and named[-1] != "." else named, " ".join(office) or None
    )


def _is_of(tokens: list[str], at: int) -> bool:
    """Whether a word binds what follows to a post: "Presidente da República", and neither "Ministro Di Verna" nor "van der Verne"."""
    token, behind = tokens[at], tokens[at + 1 : at + 2]
    if _OF_GLUED.match(token):
        return True
    if at and tokens[at - 1].lower() in PARTICLES:
        return False  # "Präsidentin von der Verne"
    if token.lower() not in _OF or not (token.islower() or "".join(tokens).isupper()):
        return False
    # "Minister van der Verne", "MINISTER VAN VERNE"
    named = bool(behind) and (behind[0].lower() in PARTICLES or (token == "VAN" and at + 2 == len(tokens)))
    return not (token.lower() == "van" and named)


def _behind_of(tokens: list[str]) -> Person | None:
    """The one named behind a post and what that is of: "President of Serbia Ivica Dacic"; "Presidente da República" names nobody."""
    last_of = max(n for n, token in enumerate(tokens) if _is_of(tokens, n) or token in _LINKS_IN_POSTS)
    after = tokens[last_of + 1 :]
    if after and after[0].lower() in _ARTICLES:
        after = after[1:]
    titled = next((n for n, token in enumerate(after) if token.strip(".").lower() in HONORIFICS), None)
    fields = next((n for n, token in enumerate(after) if not _is_field(token)), len(after))
    if titled:
        name = after[titled:]  # "of Skell Dr Ada Verne"
    elif fields and len(after) - fields <= _LONGEST_BEHIND:
        name = after[fields:]
    else:
        # "of Serbia Ivica Dacic" holds a place and a name, "of Great Britain" a place alone.
        name = after[-2:] if len(after) >= 3 else []
    if _OF_GLUED.match(tokens[last_of]) and not fields and len(after) in (2, 3):
        name = after  # "Ministre de l'Intérieur Ada Verne"
    if not name or any(
        is_office_word(token) or not (token[0].isupper() or token.lower() in PARTICLES) for token in name
    ):
        return None
    office = " ".join(tokens[: -len(name)])
    return Person(" ".join(without_titles(name)), office)


def _is_field(token: str) -> bool:
    return token.lower() in OFFICE_COMPLEMENTS or is_office_word(token)


def _behind_abbreviations(tokens: list[str]) -> int:
    """How many words open a name that are abbreviated posts, as offices set them before it: "PCO USEC. ATTY. CASTRO"."""
    last = 0
    for n, token in enumerate(tokens[:-1], 1):
        bare = token.rstrip(".")
        if (
            token.endswith(".")
            and len(bare) > _LONGEST_INITIAL
            and bare.isalpha()
            and bare.lower() not in HONORIFICS
        ):
            last = n
        elif _ACRONYM.fullmatch(token) and not tokens[-1].isupper():
            last = n  # "SRS Harrow", "EAM Verne"
        elif not (token.isupper() or bare.lower() in HONORIFICS):
            break
    while 0 < last < len(tokens) - 1 and tokens[last].strip(".").lower() in HONORIFICS:
        last += 1
    return last


def _person_with_comma(phrase: str) -> Person | None:
    head, _, tail = phrase.partition(",")
    if _names_post(tail):
        person = parse_person(head)
        return Person(person.name, tail.strip(" .")) if person else None
    if tail.lstrip()[:1].islower():
        # "Ilse Harrow, im Namen der LF-Fraktion": what stands behind the name is no name
        person = parse_person(head)
        return person if person and (len(person.keys) >= 2 or _INITIALS_END.search(person.name)) else None
    person = parse_person(head)
    if person and person.office is None and len(person.keys) >= 2:
        return person  # "Ada Verne, Candidate for Skell": what stands behind a whole name is none
    behind = parse_person(tail)
    if behind is None:
        return None
    # "Presidente da República, Ada Verne": the post stands before its holder
    first = _ARTICLE.sub("", head.strip()).split()[:1]
    posted = bool(first) and (is_office_word(first[0]) or first[0].lower() in OFFICE_FIELDS)
    held = posted and person is None and behind.office is None and len(behind.keys) >= 2 and _names_post(head)
    return Person(behind.name, _ARTICLE.sub("", head.strip()) if held else None)


def is_office_word(token: str) -> bool:
    """Return whether a word belongs to offices: posts, ranks, and what they are for."""
    return (
        token.strip(".'’").lower() in OFFICE_WORDS
        or not POST_WORDS.isdisjoint(token.lower().split("-"))
        or bool(_COMPOUND_OFFICE.search(token.lower()))
    )


def _is_name(token: str, *, has_tail: bool) -> bool:
    bare = token.strip(".")
    if bare.lower() in HONORIFICS:
        return True
    if (
        is_office_word(token)
        or bare.lower() in _NUMBERS
        or (bare.lower() in _LINKS and bare.lower() not in PARTICLES)
    ):
        return False
    if has_tail and bare.lower() in PARTICLES:
        return True
    return bool(bare) and not bare[0].isdigit() and (bare[0].isupper() or bare[0].lower() == bare[0].upper())


def people_in_title(title: str) -> list[Speaker]:
    """Return those the title names as speaking or signing, in order: "X's remarks", "Statement by X and Y"."""
    title = title[:LONGEST_TITLE]
    behind_post = None if title.isascii() else _BEHIND_POST.search(title)
    if behind_post and not names_kind(behind_post["han"] or ""):
        return [Speaker(behind_post["han"] or behind_post["arabic"], behind_post["post"])]
    phrases, found_behind = _behind_links(title)
    if not phrases and (match := _SUBJECT.match(title)):
        phrases.append(match["who"])
    if not phrases and not found_behind and (ordered := people_in_order(title)):
        return ordered
    if not phrases and (match := _IN_CASES.search(title)) and not names_state(match["who"]):
        phrases.append(match["who"])
    for match in _WITH.finditer(title):
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
    return found


def _behind_links(title: str) -> tuple[list[str], list[Speaker]]:
    """The phrases behind "by" and its like that name who speaks, and those whose office stands apart from their name."""
    phrases: list[str] = []
    found_behind: list[Speaker] = []
    match = _POSSESSIVE.match(title)
    if match and not names_kind(match["who"]) and (match["what"][0].islower() or names_kind(match["what"])):
        phrases.append(_TEXT_OF.sub("", match["who"]))
    for match in _KIND_BEFORE_BY.finditer(title):
        phrase = capital_phrase(title[match.end() :])
        after = title[match.end() + len(phrase) :]
        if match.group().lower().startswith(("of", "du", "de", "von")) and not (
            (
                _told(title, match.start(), 2)
                or _OF_PRESS.search(title[: match.start()])
                or (phrases and _AND.search(title[: match.start()]))
            )
            and (
                _names_post(phrase)
                or re.match(r"(?:M\.|Mme|Mlle|Dr)\s", phrase)
                or _names_post(after[2:].split(" ", 1)[0])
            )
            and not _holds_office(" ".join(title[: match.start()].split()[-1:]))
        ):
            continue
        person = parse_person(phrase)
        if person and person.office is None and len(person.name.split()) >= 2 and after.startswith(", "):
            # "by Edda Karrow, Minister for Foreign Affairs, at …": the office behind its name
            office = capital_phrase(after[2:])
            if _holds_office(office) and parse_person(office) is None:
                found_behind.append(Speaker(person.name, office.rstrip(" .")))
                continue
        behind = _BEHIND_OFFICE.match(after)
        if person is None and behind:
            # "by the Spokesperson of the Ministry, Maëlle Torvic": the name behind its office
            named = parse_person(capital_phrase(after[behind.end() :]))
            if named and named.office is None and len(named.name.split()) >= 2:
                found_behind.append(Speaker(named.name, phrase))
                continue
        if _about_another(title, match.start()):
            continue
        told = _told(title, match.start(), 2 if match.group().lower().startswith("from") else 6) and not (
            person and person.office is None and OUTLET_WORDS.search(person.name)
        )
        if phrase and not phrase.split()[0].lower().endswith("ing") and (told or (person and person.office)):
            phrases.append(phrase)
    return phrases, found_behind


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
    return any(kind != "readout" and words.pattern.search(text) for words, kind, _ in KIND_PATTERNS)


def people_mentioned(title: str) -> list[Speaker]:
    """Return all whom a title names with an office, whether or not it says that they speak."""
    found: dict[str, Speaker] = {}
    title = _POSSESSIVE_END.sub("", title[:LONGEST_TITLE])
    for match in _CAPITALISED.finditer(title):
        if match.group().lower() in POST_WORDS or _COMPOUND_OFFICE.search(match.group().lower()):
            start = _first_of_post(title, match.start())
            phrase = capital_phrase(title[start:])
            person = parse_person(re.split(r"\s+and\s+", phrase)[0])
            if person and person.office:
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


def _holder(office: str, name: str) -> Person | None:
    """The one whose name stands in brackets behind an office that names nobody itself."""
    person = parse_person(name)
    if person is None or person.office or not _names_post(office):
        return None
    titled = name.split()[0].strip(".").lower() in HONORIFICS
    before = parse_person(office)
    if before and names_state(before.name):
        before = None  # "Presiden Republik Indonesia (Bel Harrow)"
    if not titled and ((before and _LINKS_IN_POSTS.isdisjoint(before.name.split())) or len(name.split()) < 2):
        return None  # "Minister Ada Verne (Skell North)", "Minister for Defence (Services)"
    linked = before and not _LINKS_IN_POSTS.isdisjoint(
        before.name.split()
    )  # "Ministra Adjunta e dos Assuntos"
    if before and len(before.name.split()) > 1 and not (titled or linked):
        return None
    return Person(person.name, " ".join(re.sub(r"^the\s+", "", office.strip(), flags=re.IGNORECASE).split()))


def _names_post(phrase: str) -> bool:
    """Whether a phrase holds the word of a post, not only of what posts are for: "National Emergency" holds none."""
    tokens = _TOKEN.findall(phrase)
    return any(is_office_word(token) and token.strip(".'’").lower() not in OFFICE_FIELDS for token in tokens)


def _holds_office(phrase: str) -> bool:
    return any(is_office_word(token) for token in _TOKEN.findall(phrase))


@lru_cache(1024)
def capital_phrase(text: str) -> str:
    """Return the words up to the first that is neither capitalised nor a link between such: "President Biden and …"."""
    words: list[str] = []
    opening = text.split(",", 1)[0].split()
    if opening and opening[0].islower() and is_office_word(opening[0]) and len(opening) <= 8 and "," in text:
        # Languages that set offices in small letters: "du ministre des Relations extérieures, …"
        return " ".join(opening)
    for match in re.finditer(r"\S+", text):
        token = match.group()
        if words and token[0] in "([":
            break
        bare = token.strip("“”\"'«»()[]")
        if bare.lower() == "to" and words and parse_person(" ".join(words)):
            break
        if bare.lower() in _ENDERS or token in ("-", "–", "—") or (words and bare.lower() in _NUMBERS):
            break
        gerund = _GERUND.match(text, match.start()) if words else None
        if gerund and gerund["next"].lower() not in _ENDERS | (_LINKS - {"the"}):
            break
        if owner := _OWNER.fullmatch(bare):
            # "Excerpts from President Harrow’s Address" are his words, "from President Harrow’s Meeting" are not
            return " ".join([*words, owner[1]]) if names_kind(text[match.end() :]) else ""
        if not bare or not (
            bare[0].isupper()
            or (not words and is_office_word(bare))
            or bare.lower() in _LINKS
            or bare.lower() in PARTICLES
            or bare[0] in "&"
        ):
            break
        words.append(token)
        goes_on = (
            token.endswith(".") and len(words) > 1 and is_office_word(words[-2])
        )  # "Undersecretary Atty. …"
        if _ENDS_PHRASE.search(token) and not goes_on and not _ENDS_TITLE.search(token):
            break
    while words and words[-1].lower() in _LINKS:
        words.pop()
    return " ".join(words).strip(" ,;:")


def _coordinated(phrase: str) -> list[Speaker]:
    """Split "A and B" where each side holds a name; "Prime Minister and Foreign Minister B" stays one."""
    people: list[Speaker] = []
    carried = ""
    for piece in re.split(r"\s+(?:and|&|und|et|y|и)\s+|,\s+", phrase):
        whole = f"{carried} and {piece}" if carried else piece
        person = parse_person(piece)
        if carried and person and person.office is None and (joined := parse_person(whole)) and joined.office:
            # "Adviser for Canals and Ancient Locks Bel Harrow": the office holds an "and"
            people.append(Speaker(joined.name, joined.office))
            carried = ""
            continue
        if person is None or (person.office is None and len(person.name.split()) < 2):
            carried = whole
            continue
        office = person.office
        if carried and office:
            office = f"{carried} and {office}"
        people.append(Speaker(person.name, office))
        carried = ""
    return people
