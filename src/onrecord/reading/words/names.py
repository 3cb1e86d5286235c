"""People in titles and labels: name and office told apart by shape and by words of offices, never by lists of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.reading.words.caseless import lowered
from onrecord.reading.words.holders import held_behind_post, held_in_order, names_office_alone
from onrecord.reading.words.order import names_state
from onrecord.reading.words.persons import ALSO_SURNAMES, Person, is_title, without_titles
from onrecord.reading.words.postnamed import is_post_elsewhere
from onrecord.reading.words.posts import (
    HONORIFICS,
    OFFICE_FIELDS,
    OFFICE_WORDS,
    PARTICLES,
)
from onrecord.reading.words.postsof import LINKS, LINKS_IN_POSTS, behind_of, binds_to_post
from onrecord.reading.words.postwords import WORDS, holds_post, is_office_word, is_post

_ARTICLE = re.compile(r"^(?:the|el|la|le|il|o|a|der|die|den|de|het)\s+", re.IGNORECASE)
_SLASH = re.compile(r"\s?/\s?")
_BEHIND_SLASH = re.compile(r"\s?/\s?[\w .&’'-]{2,40}$")  # "Bel Harrow/GTV": whom he asks for
_ACRONYM = re.compile(r"[A-Z]{3,5}|PM|FM|[A-Z]{2,3}/[A-Z]{2,3}")  # not "JD Harrow"
_INITIALS_ALONE = re.compile(r"[A-Z]{2,4}")
_LONGEST_INITIAL = 2  # letters: "St. John", "Wm. Verne"
# "SENIOR ADMINISTRATION OFFICIAL TWO" is nobody's name
NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
_SPOUSE = re.compile(r"\b(first|second)\s+(lady|gentleman|spouse)\b", re.IGNORECASE)
_SPOUSE_JOINED = re.compile(r"\b(first|second)-(lady|gentleman|spouse)\b", re.IGNORECASE)
# "Dr. h. c. Bel Harrow": a degree, no initials
_HONORARY = re.compile(
    r"\bh\.\s?c\.\s?(?:mult\.\s?)?|^(?:H\.\s?E\.|HE(?=\s(?:(?:Mr|Mrs|Ms|Dr|Hon)\.?\s)?[A-ZÀ-Þ][a-zà-ÿ])|(?:His|Her) Excellency|HIS EXCELLENCY|HER EXCELLENCY),?\s+"
)
# "Senator the Hon. Marise Vell", "THE HON. ADA VERNE MP – MEMBER FOR SKELL"
_THE_HON = re.compile(
    r"\b(?:the\s+)?right\s+(?=hon)|\bthe\s+(?=(?:rt\.?\s+)?hon\b)|^(?:l[’']|le très |la très )hon(?:orable\b|\.)\s*",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\s+[–—-]\s+(?=\S+\s+\S)")
_DASHED_WORD = re.compile(r"\s+[–—-]\s+(?=(?P<post>\S+)$)")  # "Ada Verne – hamnminister"
# Commas of Arabic and of Chinese
_COMMAS = str.maketrans("،，", ",,")
# Letters behind a name: of a seat, a rank at the bar, an order, a degree
_JUDGES = frozenset("CJ J JA ACJ DCJ AJ LJ JJ".split())
_NAME_AND_SEAT = 2  # words
_BEHIND_NAME = frozenset("MP MPP MEP MLA MLC MSP MS QC KC SC AO AM AC OAM CBE OBE MBE PhD MD JD Esq".split())
# "Стожаров В. М", whose stop was taken for that of the label
_INITIAL_LAST = re.compile(r"\s[^\W\d_]\.[ ,–—-]*$")
_INITIALS_END = re.compile(r"\s[^\W\d_]\.\s?[^\W\d_]\.?$")
# What a Polish ministry is for, in its case
_POLISH_FIELD = re.compile(r"(?:ów|ych|ości|[cz]ji|[cs]twa|rony|ury|rowia|auki)$")
_POLISH_POSTS = frozenset("minister ministra wiceminister wiceministra".split())
_STATE_ABBREVIATED = re.compile(r"[A-ZÀ-ÞČŘŠ]{2,4}")
_STATE_IN_SHORT = re.compile(r"[A-ZČŘŠÁÉА-ЯІЇЄ]{2}")
_FIELD_AND_NAME, _PLACE_AND_NAME = 3, 4  # words
_LONGEST_NAME = 9  # words: "Inche Osman Jalil Bin Haji Harun Salim"
_BRACKETED = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]")
_ENDS_IN_BRACKETS = re.compile(r"(?P<name>[^(\[（]{2,60}?)\s*[(\[（](?P<post>[^()\[\]（）]{2,80})[)\]）]")
# Particles that are given names as well, at the head of a name: "Ben Orro, TideNet"
_GIVEN_TOO = ("ben ", "al ")
# "The Minister for Canals (Hew Pardoe)", "The Minister for Locks (Services) (Dr Pell)": the holder stands in brackets
_OFFICE_HOLDER = re.compile(r"[(\[](?P<name>[^()\[\],]{4,60})[)\]]")
# as in "La señora QUILLA, doña Dora (Presidenta)"
_SURNAME_FIRST = re.compile(
    r"(?:(?:El|La)\s)?(?:señor|señora|señorita|Sra?\.)\s(?P<surname>[^\W\d_][^,()]{1,40}),\s(?:don|doña)\s(?P<given>[^,()]{2,30}?)\s?(?:\((?P<post>[^()]+)\))?"
)
_SURNAME_GIVEN_POST = re.compile(
    r"(?P<surname>[^\W\d_][\w'’-]+),\s(?P<given>[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?),\s(?P<post>[^,]{3,80})"
)
# "12番（高瀬玲子君）", a member by the number of her seat
_SEATED = re.compile(r"[\d０-９]{1,3}番[（(]([^（）()]{2,14})[）)]")
# Between a post and those with whom its holder, who is not named, talked
_TALKS_WITH = re.compile(r"(?:^|\s)(?:with|mit|avec|con|com|met|med)(?:\s|$)")


# "ministra Ada Verne en": a post and a name before a place
_AT_PLACE = re.compile(r"\s(?:en|in|à|i|em|w|we|te|at|bei|в|у)$")


@lru_cache(8192)
def parse_person(phrase: str) -> Person | None:
    """Return name and office if the phrase holds a name: "President of Russia Vladimir Putin", "Mr. Price", "S.Lavrov"."""
    if not phrase.isascii() and (posted := _apart(phrase)):
        return posted
    if phrase[:1].isdigit() and (seated := _SEATED.fullmatch(phrase)):
        phrase = seated[1]
    if phrase[:1] >= "\u3040":
        if phrase[-1] in ")）" and (posted := _with_post_behind(phrase)):
            return posted
        spaced = phrase.split()  # "大 臣", set as wide as the words around it
        if (
            names_office_alone(phrase)
            or phrase in OFFICE_WORDS
            or (len("".join(spaced)) == len(spaced) and "".join(spaced) in OFFICE_WORDS)
        ):
            return None
        if held := held_in_order(_SLASH.sub(" ", phrase)):
            return Person(*held)
    if phrase.startswith("Deputy ") and (member := _member_of_house(phrase)):
        return member
    if "," in phrase and (given := _SURNAME_FIRST.fullmatch(phrase)):
        return Person(f"{given['given']} {given['surname']}", given["post"])
    if ": " in phrase and phrase.isupper():
        post, _, name = phrase.partition(": ")  # "KETUA: ADA VERNO"
        holder = parse_person(name)
        return Person(holder.name, post.capitalize()) if holder and holder.office is None else None
    if phrase[-1:] == ")" and (inside := _holder_behind_post(phrase)):
        return inside
    if behind := held_behind_post(phrase):
        return Person(behind[0], behind[1]) if behind[0] else None
    if " / " in phrase and holds_post(phrase.partition(" / ")[2]):
        phrase = phrase.replace(" / ", ", ", 1)  # "[Harrow / President]"
    person = _parse(_tidied(phrase))
    if person and person.office and _SPOUSE_JOINED.search(person.office):
        return Person(person.name, _SPOUSE_JOINED.sub(r"\1 \2", person.office))
    if person and person.office and "," not in phrase and _TALKS_WITH.search(person.office):
        return None  # "ministre avec Radio Rivage": whom somebody unnamed talked with
    if person and person.office and (place := _AT_PLACE.search(person.office)):
        return _before_place(person, person.office[: place.start()])
    return person


def _before_place(person: Person, before: str) -> Person | None:
    """Whoever stands before a place that looks like a name: "ministra Ada Verne en Skell"; behind it of an office there: "embajador en Skell Ada Verne"."""
    holder = parse_person(before)
    if holder and holder.office:
        return holder
    place, _, name = person.name.partition(" ")
    return Person(name, f"{person.office} {place}") if " " in name and holds_post(before) else None


def _holder_behind_post(phrase: str) -> Person | None:
    """The one in brackets behind a post in Arabic or Hebrew, of two words or more: "وزير النقل (هالة العين)"."""
    post, _, name = phrase[:-1].partition(" (")
    held = held_behind_post(post)
    if held is None or held[0] is not None or name.count(" ") not in (1, 2, 3) or "(" in name:
        return None
    return Person(name, post) if all(map(has_no_case, (word[0] for word in name.split()))) else None


def _apart(phrase: str) -> Person | None:
    """The one whose post a comma or a dash parts from a name without capitals: "بيل أولم، رئيس بلدية أفين", "王安娜 – 港口部长"."""
    first = phrase[0]
    if not (first >= "\u0590" and has_no_case(first)):
        return None
    set_apart = _DASHED_WORD.sub(", ", _DASHED.sub(", ", phrase.translate(_COMMAS)))
    person = _person_with_comma(set_apart) if set_apart.count(",") == 1 else None
    return person if person and person.office and not is_post(person.name) else None


def _tidied(phrase: str) -> str:
    """A phrase without degrees and forms of address that would be taken for initials, a dash as a comma, "First Lady" as one word."""
    # Few phrases hold what these look for: its letters are asked for first.
    lower = lowered(phrase)
    if "c." in phrase or phrase[:1] == "H":
        phrase = _HONORARY.sub("", phrase)
    if "hon" in lower:
        phrase = _THE_HON.sub("", phrase)
    if "-" in phrase or "–" in phrase or "—" in phrase:
        phrase = _DASHED.sub(", ", phrase)
        if (worded := _DASHED_WORD.search(phrase)) and is_post(worded["post"]):
            phrase = f"{phrase[: worded.start()]}, {worded['post']}"
    if "lady" in lower or "gentleman" in lower or "spouse" in lower:
        phrase = _SPOUSE.sub(r"\1-\2", phrase)  # "Lady" is a title of rank, "First Lady" a post
    return phrase


def _member_of_house(phrase: str) -> Person | None:
    """The one whom a house calls a deputy: "Deputy Ada Verne"; "Deputy Minister Verne" and "Deputy Speaker" hold posts."""
    words = phrase.split()[1:]
    named = 1 <= len(words) <= 4 and all(word[0].isupper() or word.lower() in PARTICLES for word in words)
    return Person(" ".join(words), "Deputy") if named and not any(map(is_office_word, words)) else None


def _parse(phrase: str) -> Person | None:
    if "(" in phrase or "[" in phrase or "（" in phrase:
        for holder in _OFFICE_HOLDER.finditer(phrase):
            if held := _holder(phrase[: holder.start()], holder["name"]):
                return held
        if held := _with_post_behind(phrase):
            return held
        phrase = _BRACKETED.sub("", phrase)
    phrase = phrase.lstrip(" .,–—-")
    # An initial keeps its stop: without it "И." would be the word for "and"
    phrase = phrase.rstrip(" ,–—-" if "." in phrase and _INITIAL_LAST.search(phrase) else " .,–—-")
    if "/" in phrase and " " in phrase.partition("/")[0].strip():
        phrase = _BEHIND_SLASH.sub("", phrase)
    if "," in phrase:
        return _person_with_comma(phrase)
    tokens = WORDS.findall(phrase)
    if len(tokens) >= 3 and _ACRONYM.fullmatch(tokens[0]) and tokens[1].lower() in ALSO_SURNAMES:
        return Person(" ".join(tokens[1:]), tokens[0])  # "PM Tan Wei Jin"
    if abbreviated := _behind_abbreviations(tokens):
        person = _parse(" ".join(tokens[abbreviated:]))
        posts = [*tokens[:abbreviated], *([person.office] if person and person.office else [])]
        return Person(person.name, " ".join(posts)) if person else None
    if (
        len(tokens) == _NAME_AND_SEAT
        and tokens[1] in _JUDGES
        and tokens[0].isupper()
        and len(tokens[0]) > _LONGEST_INITIAL
    ):
        return Person(tokens[0], tokens[1])  # "VERNE CJ"
    while len(tokens) > 2 and tokens[-1].strip(".") in _BEHIND_NAME:
        tokens.pop()
    first_of = next((n for n, token in enumerate(tokens) if n > 0 and binds_to_post(tokens, n)), 0)
    if first_of:
        before = parse_person(" ".join(tokens[:first_of]))
        if before and before.office and tokens[first_of].lower() not in PARTICLES:
            return Person(before.name, f"{before.office} {' '.join(tokens[first_of:])}")
        if before is None and holds_post(" ".join(tokens[:first_of])):
            return behind_of(tokens)
    return _named_last(tokens)


def _named_last(tokens: list[str]) -> Person | None:
    """The one whose name ends a phrase, what stands before it being the post: "Ministra Ada Verne"."""
    at = len(tokens)
    while at > 0 and len(tokens) - at < _LONGEST_NAME and _is_name(tokens[at - 1], has_tail=at < len(tokens)):
        at -= 1
    while at < len(tokens) and tokens[at].lower() in LINKS - PARTICLES:
        at += 1
    name = tokens[at:]
    if not name or is_title(without_titles(name)[0], behind_another=len(name) > 1):
        return None
    office = [token for token in tokens[:at] if token.strip(".").lower() not in ("the",)]
    if office and not is_post(" ".join(office)):
        return None
    if office and len(name) == 1 and _STATE_IN_SHORT.fullmatch(name[0]):
        return None  # "Presiden RI": the state, no name
    if office and _goes_with_post(office, name):
        office, name = [*office, name[0]], name[1:]
    if office and len(name) >= _PLACE_AND_NAME and name[0].lower() in PARTICLES and name[0].islower():
        # "Bürgermeister von Hafenau Bel Olm": no given name stands behind a noble one
        office, name = [*office, *name[:-2]], name[-2:]
    if at and tokens[at - 1].lower() in LINKS - PARTICLES:
        return None  # "Minister for Trade and Industry": what the post is for, not its holder's name
    kept = without_titles(name[_behind_abbreviations(name) :])
    named = " ".join(kept if len(kept) > 1 else name[-2:])
    return Person(
        f"{named}." if _INITIALS_END.search(named) and named[-1] != "." else named, " ".join(office) or None
    )


def _with_post_behind(phrase: str) -> Person | None:
    """The one behind whose name brackets tell the post: "Ada Verne (Minister for Ports)"; "(Skell)" and "(Tide)" are none."""
    ended = _ENDS_IN_BRACKETS.fullmatch(phrase)
    if ended is None or not is_post(ended["post"]) or is_post_elsewhere(ended["name"]):
        return None  # "議長（保田茂議員）": a post, and who holds it
    person = _parse(ended["name"])
    return Person(person.name, ended["post"].strip()) if person and person.office is None else None


def _goes_with_post(office: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the first word behind a post is what that is for: "Minister Mostów Kora Pelska", "Ministr přístavů ČR Bel Harov"."""
    field = _POLISH_FIELD.search(name[0]) and office[-1].lower() in _POLISH_POSTS
    state = _STATE_ABBREVIATED.fullmatch(name[0]) and not name[-1].isupper()
    return bool((len(name) == _FIELD_AND_NAME and field) or (len(name) >= _FIELD_AND_NAME and state))


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
    parted = _SURNAME_GIVEN_POST.fullmatch(phrase) if tail.count(",") == 1 else None
    if parted and is_post(parted["post"]) and not any(map(is_office_word, (head, *parted["given"].split()))):
        return Person(f"{parted['given']} {head}", parted["post"])  # "Olm, Bel, poslanec"
    person = parse_person(head)
    if is_post(tail):
        return Person(person.name, tail.strip(" .")) if person else None
    if tail.lstrip()[:1].islower():
        # "Ilse Harrow, im Namen der LF-Fraktion": what stands behind the name is no name
        return person if person and (len(person.keys) >= 2 or _INITIALS_END.search(person.name)) else None
    # "Presidente da República, Ada Verne": the post stands before its holder
    post = _ARTICLE.sub("", head.strip())
    held = _is_post_alone(post, person)
    if person and not held and (len(person.keys) >= 2 or head.strip().lower().startswith(_GIVEN_TOO)):
        return person  # "Ada Verne, Candidate for Skell": what stands behind a whole name is none
    behind = parse_person(tail)
    if behind is None:
        return person if held else None
    whole = behind.office is None and (len(behind.keys) >= 2 or behind.name[0] >= "\u3040")
    return Person(behind.name, post if whole and held else None)


def _is_post_alone(head: str, person: Person | None) -> bool:
    """Whether what stands before a comma is a post, and no name with it: "burmistrz Aven", and not "Minister Verne"."""
    if is_post_elsewhere(head):
        return True
    first = head.split()[:1]
    opens = bool(first) and (is_office_word(first[0]) or first[0].lower() in OFFICE_FIELDS)
    alone = person is None or (head[:1].islower() and len(person.keys) == 1)
    return alone and holds_post(head) and (opens or not head.isascii())


def _is_name(token: str, *, has_tail: bool) -> bool:
    bare = token.strip(".")
    if bare.lower() in HONORIFICS or (len(bare) == 1 and token != bare and bare.isupper()):
        return True  # "Гавин И. Л.": an initial, and no word for "and"
    if (
        is_office_word(token)
        or bare.lower() in NUMBERS
        or (bare.lower() in LINKS and bare.lower() not in PARTICLES)
    ):
        return False
    if has_tail and bare.lower() in PARTICLES:
        return True
    return bool(bare) and not bare[0].isdigit() and (bare[0].isupper() or has_no_case(bare[0]))


def has_no_case(letter: str) -> bool:
    """Whether a letter's script sets no capitals within a line: Georgian has them for whole lines alone."""
    return letter.lower() == letter.upper() or "\u10d0" <= letter <= "\u10ff"


def _holder(office: str, name: str) -> Person | None:
    """The one whose name stands in brackets behind an office that names nobody itself."""
    person = parse_person(name)
    if person is None or person.office not in (None, "Deputy") or not holds_post(office):
        return None
    titled = person.office is not None or name.split()[0].strip(".").lower() in HONORIFICS
    before = parse_person(office)
    if before and (names_state(before.name) or _INITIALS_ALONE.fullmatch(before.name)):
        before = None  # "Presiden RI (Bel Harrow)", "Presiden Republik Indonesia (Bel Harrow)"
    if not titled and ((before and LINKS_IN_POSTS.isdisjoint(before.name.split())) or len(name.split()) < 2):
        return None  # "Minister Ada Verne (Skell North)", "Minister for Defence (Services)"
    linked = before and not LINKS_IN_POSTS.isdisjoint(
        before.name.split()
    )  # "Ministra Adjunta e dos Assuntos"
    if before and len(before.name.split()) > 1 and not (titled or linked):
        return None
    return Person(person.name, " ".join(re.sub(r"^the\s+", "", office.strip(), flags=re.IGNORECASE).split()))
