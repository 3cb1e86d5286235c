"""Labels to speakers and roles: only people the page itself names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from onrecord.model import Role, Speaker
from onrecord.reading.turns.fullnames import FullNames
from onrecord.reading.turns.manners import Manner
from onrecord.reading.turns.roles import Played, find_roles, names_nobody
from onrecord.reading.turns.shorthand import POSTS, names_by_initials, names_in_head
from onrecord.reading.words.holders import names_post_alone
from onrecord.reading.words.inchair import held_in_chair
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.names import Person, parse_person
from onrecord.reading.words.presiding import presides
from onrecord.reading.words.vocabulary import (
    ANSWER_LABELS,
    AUDIENCE_LABELS,
    CHAIR_LABELS,
    HONORIFICS,
    INTERPRETER_LABELS,
    OUTLET_WORDS,
    POST_WORDS,
    QUESTION_LABELS,
)

_INITIAL = re.compile(r"\b([^\W\d_])\.")
_ADDRESS = frozenset(
    "mr mrs ms miss mx dr prof m mme mlle monsieur madame herr herrn frau sr sra señor señora don doña г-н г-жа господин госпожа "
    "vors sts srs psts bm bk shri smt श्री श्रीमती डॉ hon".split()
)
# A post in brackets behind the name, as Spanish-speaking chambers print who presides.
_HELD = re.compile(r"[(\[]([^()\[\]]+)[)\]]\W*$")
# as in "BEL HARROW/GTV7:"
_OF_OUTLET = re.compile(r"[^\W\d_]\s?/\s?[^\W\d_][\w .&’'-]{1,40}$")
_CHAIRS = frozenset(
    "chair chairman chairwoman chairperson the_chair the_chairman the_chairperson vorsitzender vorsitzende".split()
)
# as in "Members present: Ada Verne (Chair); Bel Harrow; …"
_IN_CHAIR = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){1,4})\s[(\[](?i:(?:in the |the )?(?:acting )?(?:chair(?:man|woman|person)?|vorsitzender?)(?:\sof\s[^)\]]{3,60})?)[)\]]"
)
# as in "President: Ada Verne", alone on a line
_CHAIRED_BY = re.compile(
    r"^(?:President|Pr[eé]sident[ea]?|Chair(?:man|woman|person)?|Vorsitz(?:ender?)?|Ordstyrer|Talman|Voorzitter|Presiding officer|Presidencia|Presidência)\s*:\s*"
    r"(?:(?:Mr|Mrs|Ms|Dr|Mme|M|Sr|Sra|Ex\.m[oa] Sr\.?ª?)\.?\s)?(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){1,4})\s*(?:\([^)]*\)|[.…\s]+\([^)]*\))?\s*$",
    re.MULTILINE,
)
_PRESENT = 8_000  # characters, in which those present are listed
# as in "FRAGE HARROW:", or "Zusatzfrage Dr. Harrow:"
_ASKED_BY = re.compile(
    r"(?:zusatz)?frage\s(?:(?:dr|prof)\.\s)?(?P<name>[A-ZÄÖÜ][\w'’-]+(?:\s[A-ZÄÖÜ][\w'’-]+)?)", re.IGNORECASE
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){2,3}")
# as in "ADA VERNE (Leader of the Opposition) to the Minister of Locks"
_PUT_TO = re.compile(
    r"\s+to the\s+(?:\w+\s){0,3}(?:Minister|Attorney|Treasurer|Secretary|Speaker|Premier)\b.*$", re.IGNORECASE
)
# as in "SRS'in Harrow", "BK´in Verne"
_GENDERED = re.compile(r"['’´]in$")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_MANY = 400  # labels: what compares each with all others stops here
_PARTS = CHAIR_LABELS | INTERPRETER_LABELS | AUDIENCE_LABELS | QUESTION_LABELS
# Those long enough to be told from a misprint of them, by their first letter.
_LONG_PARTS: dict[str, list[str]] = {}
for _part in sorted(_PARTS):
    if len(_part) >= 7:
        _LONG_PARTS.setdefault(_part[0], []).append(_part)
_ARTICLES = frozenset("el la le il o a der die".split())
_BARE = re.compile(r"^ال(?=\w{3})")
_EXCELLENCIES = frozenset(
    "معالي سعادة السيد السيدة دولة فخامة جلالة سمو sayın sayin господин госпожа г_н пан пані gospodin gospodine".split()
)
_ACRONYM = re.compile(r"[A-Z]{2,5}\d?")
_LETTERS = ANSWER_LABELS | CHAIR_LABELS | INTERPRETER_LABELS | AUDIENCE_LABELS


class Cast(NamedTuple):
    """Who stands behind each label key: speaker (None where the page names nobody) and role."""

    speakers: dict[str, Speaker | None]
    roles: dict[str, Role | None]
    titled: tuple[Speaker, ...]
    """Those the title names, by the longest form of their names on the page."""
    identified_by: dict[str, str]
    """The rule by which each key has its speaker, or none."""
    played_by: dict[str, str]
    """The rule by which each key has its role, or none."""
    presiding: frozenset[str] = frozenset()
    """The labels whose brackets say that their speaker presides, where he takes the floor without them as well."""


class Told(NamedTuple):
    """Whom a label means, None where it names nobody, and the rule that told it."""

    speaker: Speaker | None
    rule: str


_BY_OUTLET = Told(None, "speaker.acronym")
_CHANGES = Told(None, "speaker.no_name")
_SITTING = {"debate", "other"}
_NAMED_IN_CHAIR = Played("chair", "role.named_in_chair")
_HOLDS_POST = Played("official", "role.office")
_ASKING_OUTLET = Played("questioner", "role.acronym")
_ALTERNATES = Told(None, "speaker.alternates")
_NEARLY_ALWAYS, _NEARLY_NEVER = 0.8, 0.2


def identify_speakers(
    labels: Sequence[str],
    titled: Sequence[Speaker],
    manners: Mapping[str, Manner],
    kinds: Sequence[str] = (),
    mentioned: Sequence[Speaker] = (),
    text: str = "",
    aliases: Mapping[str, Speaker] | None = None,
) -> Cast:
    """Return speaker and role for each distinct label, in order of first appearance.

    `titled` are those the title names; `manners` tells how each label key talks; `text` is what the page prints, where the long form of a name may stand.
    `aliases` give the speaker of a label key, whatever the page says: they come before all that is found here.
    """
    told = _by_initials(labels, text) | dict(aliases or {})
    table: list[Speaker] = [*titled, *(one for one in mentioned if not _is_among(one, titled))]
    # "Answer:" is the word of the one person the title names, and of nobody where it names several.
    answering = titled[0] if len(titled) == 1 else None
    keys = list(dict.fromkeys(keyed := [label_key(label) for label in labels]))
    distinct = dict(zip(reversed(keyed), reversed(labels), strict=True))
    outlets = _acronyms(distinct) - told.keys()
    parts = _words_for_parts(distinct, manners, text)
    rules = {_speaker(distinct[key], key, table, answering, told).rule for key in parts}
    parts = parts if rules <= {"speaker.label_alone"} else {}
    unnamed = dict.fromkeys(parts, _ALTERNATES) | dict.fromkeys(outlets, _BY_OUTLET)
    _enter_all({key: distinct[key] for key in keys if key not in unnamed}, table, answering, told)
    _complete(table, len(titled), text, {one.name for one in told.values()})
    titled_now = table[: len(titled)]
    answering = table[0] if answering else None
    identified = {
        key: unnamed.get(key) or _speaker(distinct[key], key, table, answering, told) for key in keys
    }
    if not answering:
        identified |= _in_chair(identified, text)
    identified |= dict.fromkeys(_changing_hands(labels), _CHANGES)
    meant = {key: word for key in keys if key not in told and (word := _misprinted_word(key))}
    for key in meant:
        identified[key] = Told(None, "speaker.misprinted_word")
    held = {label for label in set(labels) if _presides(_held(label))}
    played = find_roles(
        {meant.get(key, key): one.speaker for key, one in identified.items()},
        titled_now,
        manners,
        kinds,
        {key for key in keys if distinct[key] in held},
    )
    played |= parts | {key: played[word] for key, word in meant.items()}
    played |= dict.fromkeys(outlets, _ASKING_OUTLET)
    played |= _holding_posts(identified, played, distinct)
    if set(kinds) <= _SITTING:
        played |= dict.fromkeys(_keys_of_chair(identified, text), _NAMED_IN_CHAIR)
    if len(pressed := _pressed(distinct, identified) - told.keys()) < len(keys):
        played |= dict.fromkeys(pressed, Played("questioner", "role.outlet_label"))
    _enter_misprints(labels, identified, played, told)
    return _cast(identified, played, titled_now, held if set(kinds) <= _SITTING else ())


def _cast(
    identified: Mapping[str, Told],
    played: Mapping[str, Played],
    titled: Sequence[Speaker],
    held: Iterable[str],
) -> Cast:
    return Cast(
        {key: one.speaker for key, one in identified.items()},
        {key: one.role for key, one in played.items()},
        tuple(titled),
        {key: one.rule for key, one in identified.items()},
        {key: one.rule for key, one in played.items()},
        frozenset(held),
    )


def _enter_misprints(
    labels: Sequence[str], identified: dict[str, Told], played: dict[str, Played], told: Mapping[str, Speaker]
) -> None:
    for key, right in _misprints(Counter(map(label_key, labels))).items():
        identified[key] = Told(identified[key if key in told else right].speaker, "speaker.misprint")
        played[key] = Played(played[right].role, "role.misprint")


def _by_initials(labels: Sequence[str], text: str) -> dict[str, Speaker]:
    """Those for whose names the page says that its labels are initials."""
    keys = set(map(label_key, labels))
    short = names_in_head(list(dict.fromkeys(labels)), text) | names_by_initials(dict.fromkeys(labels), text)
    named = {key: parse_person(name) for key, name in short.items() if key in keys}
    return {key: Speaker(_printed_name(person), person.office) for key, person in named.items() if person}


def _holding_posts(
    identified: Mapping[str, Told], played: Mapping[str, Played], labels: Mapping[str, str]
) -> dict[str, Played]:
    """Those whom nothing else tells and whose labels are a post alone."""
    untold = (key for key, one in identified.items() if one.speaker is None and played[key].role is None)
    return {key: _HOLDS_POST for key in untold if names_post_alone(labels[key])}


def _keys_of_chair(identified: Mapping[str, Told], text: str) -> list[str]:
    """The labels of the one whom the page names as presiding: "Mr. Linden" after "Hon. John Linden [chairman] presiding"."""
    chair = _named_in_chair(text)
    keys = Person(chair.name, None).keys if chair else frozenset[str]()
    return [
        key for key, told in identified.items()
        if told.speaker and keys and Person(told.speaker.name, None).keys <= keys
    ]  # fmt: skip


def _changing_hands(labels: Sequence[str]) -> set[str]:
    """The keys of labels in whose brackets now one has the chair and then another, or nobody at first: each label tells for itself."""
    holders: dict[str, str | None] = {}
    changing = set()
    for label in labels:
        held, key = held_in_chair(label), label_key(label)
        name = held.name if held else None
        if key in holders and name and name != holders[key]:
            changing.add(key)
        holders.setdefault(key, name)
    return changing


def _in_chair(identified: Mapping[str, Told], text: str) -> dict[str, Told]:
    """The labels for who presides, with the one whom the page names as presiding."""
    untold = [key for key, told in identified.items() if told.speaker is None]
    posts = [key for key in untold if key in _CHAIRS or _is_post_of_chair(key)]
    chair = _named_in_chair(text) if posts else None
    return dict.fromkeys(posts, Told(chair, "speaker.office")) if chair else {}


def _named_in_chair(text: str) -> Speaker | None:
    """The one whom the list of those present has in the chair, None where it has nobody or several."""
    names = {match["name"] for match in _IN_CHAIR.finditer(text[:_PRESENT])}
    names |= {match["name"] for match in _CHAIRED_BY.finditer(text[:_PRESENT])}
    person = parse_person(names.pop()) if len(names) == 1 else None
    return Speaker(person.name, "Chair") if person else None


def _pressed(labels: Mapping[str, str], identified: Mapping[str, Told]) -> set[str]:
    """Those with an outlet behind a slash."""
    return {
        key
        for key, label in labels.items()
        if "/" in label and _OF_OUTLET.search(label) and not _is_held(identified[key])
    }


def _is_held(told: Told) -> bool:
    """Whether what stands behind a slash is the speaker's office, and no outlet: "Harrow / President"."""
    return bool(told.speaker and told.speaker.office)


def _is_post_of_chair(key: str) -> bool:
    """Whether a label is the word for who presides, with an article or none: "La Presidenta"."""
    words = [word for word in key.split("_") if word not in _ARTICLES and word not in _ADDRESS]
    return len(words) == 1 and presides(key)


def _held(label: str) -> str:
    """The key of the post that stands in brackets at a label's end, empty without one."""
    held = _HELD.search(label) if label.endswith((")", "]")) else None
    # "M. Olivier Verne, président"
    behind = label.rpartition(", ")[2] if ", " in label and " " not in label.rpartition(", ")[2] else ""
    return label_key(held[1]) if held else label_key(behind) if presides(label_key(behind)) else ""


def _presides(key: str) -> bool:
    return key in CHAIR_LABELS or presides(key)


def _acronyms(labels: dict[str, str]) -> set[str]:
    """Keys of labels that are acronyms, which newsrooms are: "GTV", where the page does not set all labels in capitals."""
    if 2 * sum(map(str.isupper, labels.values())) >= len(labels):
        return set()
    return {
        key
        for key, label in labels.items()
        if _ACRONYM.fullmatch(label) and key not in _LETTERS and key not in POSTS
    }


def _is_among(one: Speaker, others: Sequence[Speaker]) -> bool:
    keys = Person(one.name, None).keys
    return any(keys <= (known := Person(other.name, None).keys) or known <= keys for other in others)


def _words_for_parts(
    labels: Mapping[str, str], manners: Mapping[str, Manner], text: str
) -> dict[str, Played]:
    """The two labels of a page that may be its language's words for question and answer, which nobody has told us.

    Each is one word that stands nowhere else on the page, where a name would; one always asks, and the other hardly ever.
    """
    if len(labels) != 2 or not all(key in manners and "_" not in key for key in labels):
        return {}
    if not all(1 < manners[key].turns == text.count(label) for key, label in labels.items()):
        return {}
    answers, asks = sorted(labels, key=lambda key: manners[key].asks)
    if manners[answers].asks > _NEARLY_NEVER or manners[asks].asks < _NEARLY_ALWAYS:
        return {}
    return {asks: Played("questioner", "role.asks"), answers: Played("official", "role.not_a_question")}


def _misprints(counts: Counter[str]) -> dict[str, str]:
    """Labels printed once that are nearly another printed more often: "PRIME MINSTER", "JOURNLIST"."""
    found: dict[str, str] = {}
    if len(counts) > _MANY:
        return found
    for key, number in counts.items():
        if number > 1 or len(key) < 7:
            continue
        for other, more in counts.items():
            if (
                more > 1
                and key[0] == other[0]
                and _letters(key) == _letters(other)
                and _alike(key, other, 0.9)
            ):
                found[key] = other
    return found


def _letters(key: str) -> list[str]:
    """The initials in a key: "P. Harrow" is no misprint of "N. Harrow"."""
    return [word for word in key.split("_") if len(word) == 1]


@lru_cache(8192)
def _misprinted_word(key: str) -> str | None:
    """The word for somebody who is not named that a label nearly is: "PARTICPIANT", "OPERTATOR"."""
    if len(key) < 7 or key in _PARTS or key in POST_WORDS or presides(key):
        return None
    return next((word for word in _LONG_PARTS.get(key[0], ()) if _misspelt(key, word)), None)


def _enter_told(one: Speaker, table: list[Speaker]) -> None:
    """Enter somebody who is told in the table, with his office where one is told."""
    for at, known in enumerate(table):
        if known.name == one.name:
            table[at] = Speaker(one.name, one.office or known.office)
            return
    table.append(one)


def _enter_all(
    labels: Mapping[str, str], table: list[Speaker], answering: Speaker | None, told: Mapping[str, Speaker]
) -> None:
    """Enter the speaker of each label in the table."""
    for key, label in labels.items():
        if key in told:
            _enter_told(told[key], table)
        else:
            _enter(label, key, table, answering, told)


def _enter(
    label: str, key: str, table: list[Speaker], answering: Speaker | None, told: Mapping[str, Speaker]
) -> None:
    """Enter a label's speaker in the table, or his longer name in place of the shorter one that stands there."""
    found = _speaker(label, key, table, answering, told).speaker
    if found is None:
        return
    if found not in table:
        table.append(found)
        return
    if any(one.name == found.name for one in told.values()):
        return
    person = parse_person(_spaced_initials(label))
    keys = Person(found.name, None).keys
    if person is None or key in ANSWER_LABELS:
        return
    # A label stands in the nominative, a title's name may not.
    declined = len(person.keys) == len(keys) and person.keys != keys
    declined = declined and (len(keys) > 1 or _INITIAL.findall(found.name) == _INITIAL.findall(label) != [])
    if len(person.keys) > len(keys) or declined:
        table[table.index(found)] = Speaker(_printed_name(person), found.office or person.office)


def _complete(table: list[Speaker], after: int, text: str, told_names: Collection[str]) -> None:
    """Give the speakers whom only labels name the long form of their names, where the page prints it."""
    names = FullNames(text)
    for at in range(after, len(table)):
        if table[at].name in told_names:
            continue
        table[at] = Speaker(names.of(table[at].name), table[at].office)


def _speaker(
    label: str, key: str, table: Sequence[Speaker], answering: Speaker | None, told: Mapping[str, Speaker]
) -> Told:
    if key in told:
        return Told(next((one for one in table if one.name == told[key].name), None), "speaker.told")
    if asking := _ASKED_BY.fullmatch(label):
        return Told(Speaker(asking["name"], None), "speaker.label_alone")
    if held := held_in_chair(label):
        known = next((one for one in table if _same(Person(held.name, None), one)), None)
        return Told(
            known or Speaker(held.name, held.office), "speaker.name" if known else "speaker.label_alone"
        )
    if names_nobody(key):
        return Told(None, "speaker.nobody_named")
    if key in ANSWER_LABELS:
        return Told(answering, "speaker.answers" if answering else "speaker.answerer_untold")
    if post := POSTS.get(key):
        holder = _by_office(post, table)
        return Told(holder, "speaker.office" if holder else "speaker.no_name")
    person = parse_person(_PUT_TO.sub("", _spaced_initials(label)))
    if person and OUTLET_WORDS.search(person.name) and not any(_same(person, known) for known in table):
        return Told(None, "speaker.outlet")
    # "ΠΡΟΕΔΡΕΥΩΝ (Ιωάννης …)" tells who has the chair
    bracketed = label.endswith(")") and bool(person and person.office)
    joined = bool(person and person.office) and label[:1] >= "\u2e80"  # "細木委員長"
    alone_in_chair = not (bracketed or joined) and (key in CHAIR_LABELS or _is_post_of_chair(key))
    if _INITIALS.fullmatch(label) and (long := _with_initials(key, table)):
        return Told(long, "speaker.name")
    if person is None or alone_in_chair or not person.keys:
        holder = _by_office(label, table) or _by_post(label, key, answering)
        return Told(holder, "speaker.office" if holder else "speaker.no_name")
    same = [known for known in table if _same(person, known) or _opens_with(label, known.name)]
    if chosen := _meant(person, same) if len(same) > 1 else same[0] if same else None:
        return Told(chosen, "speaker.name")
    return Told(
        Speaker(_printed_name(person), person.office),
        "speaker.surname_of_several" if same else "speaker.label_alone",
    )


def _opens_with(label: str, name: str) -> bool:
    """Whether a label in a script without spaces goes on behind a name: "高岚首先发布消息"."""
    return len(name) >= 2 and "\u2e80" <= name[0] <= "\u9fff" and label.startswith(name)


def _meant(person: Person, same: Sequence[Speaker]) -> Speaker | None:
    """The one of several that a label fits: the first, but of two people of one surname the one whose office it names."""
    given = {one.name[0] for one in same if len(Person(one.name, None).keys) > 1}
    if len(person.keys) > 1 or len(given) < 2:
        return same[0]
    posts = set((person.office or "").lower().split())
    fitting = [one for one in same if posts & set((one.office or "").lower().split())]
    alone = [one for one in same if Person(one.name, None).keys == person.keys]
    return fitting[0] if len(fitting) == 1 else alone[0] if alone else None


def _with_initials(key: str, table: Sequence[Speaker]) -> Speaker | None:
    """The only one of the table whose name begins with these letters: "M.M." after "Mara Mendel"."""
    found = [one for one in table if [word[0].lower() for word in one.name.split()] == key.split("_")]
    return found[0] if len(found) == 1 else None


def _spaced_initials(label: str) -> str:
    # "S.Lavrov" is an initial and a surname
    return re.sub(r"^((?:[^\W\d_]\.)+)(?=[^\W\d_]{2,})", r"\1 ", label)


def _same(person: Person, known: Speaker) -> bool:
    """A short form names the one of the table whose name holds all its words: "MR. PRICE" after "Ned Price"."""
    of_known = Person(known.name, None).keys
    if not person.keys or not of_known or not _initials_agree(person, known):
        return False
    # "MS. NATALIE HARROW" is not the "President Harrow" of the title, though the words of that name are in hers
    longer = len(of_known) > 1 or not known.office or person.office is not None
    if person.keys <= of_known or (longer and of_known <= person.keys):
        return True
    if _CYRILLIC.search(known.name) and _declined(person.keys, of_known):
        return True
    addressed = bool(person.office or re.match(r"(?:mr|ms|mrs|dr)\b", person.name.lower()))
    surname = min(person.keys)
    return addressed and len(person.keys) == 1 and any(_misspelt(surname, word) for word in of_known)


def _declined(words: frozenset[str], of_known: frozenset[str]) -> bool:
    """Whether words are those of a name in another case: "Вера Стожарова" after "Веры Стожаровой"."""
    few, many = sorted((words, of_known), key=len)
    return all(any(_is_form(one, other) for other in many) for one in few)


def _is_form(one: str, other: str) -> bool:
    apart = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    alike = next(apart, min(len(one), len(other)))
    return alike >= 3 and max(len(one), len(other)) - alike <= (2 if alike < 5 else 3)


def _initials_agree(person: Person, known: Speaker) -> bool:
    """ "P. Harrow" is neither "N. Harrow" nor "Bel Harrow", and may be "Harrow" or "Petra Harrow"."""
    one, other = _INITIAL.findall(person.name.lower()), _INITIAL.findall(known.name.lower())
    if one and other:
        return bool(one[0] == other[0])
    initial = (one or other)[:1]
    if not initial:
        return True
    shared = person.keys & Person(known.name, None).keys
    given = (Person(known.name, None).keys if one else person.keys) - shared
    return not given or any(word.startswith(initial[0]) for word in given)


def _misspelt(one: str, other: str) -> bool:
    """ "MR. EARNET" after "MR. EARNEST": the same first letter, nearly all letters in the same order."""
    if min(len(one), len(other)) < 5 or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    return _alike(one, other, 0.83)


def _alike(one: str, other: str, least: float) -> bool:
    """Whether two words have so many letters in one order; what shares fewer letters in any order is not compared."""
    shared = sum((Counter(one) & Counter(other)).values())
    if 2 * shared < least * (len(one) + len(other)):
        return False
    return bool(SequenceMatcher(None, one, other, autojunk=False).ratio() >= least)


def _by_post(label: str, key: str, answering: Speaker | None) -> Speaker | None:
    """The one whom the title names, where the label is his post with forms of address alone: "SAYIN BAKAN", "معالي الوزير"."""
    if answering is None or answering.office is None or presides(key):
        return None
    words = [
        _BARE.sub("", word) for word in key.split("_") if word not in HONORIFICS and word not in _EXCELLENCIES
    ]
    held = [_BARE.sub("", word) for word in re.findall(r"\w+", answering.office.replace("İ", "i").lower())]
    return (
        answering
        if len(words) == 1 and len(words[0]) >= 3 and any(one.startswith(words[0]) for one in held)
        else None
    )


def _by_office(label: str, table: Sequence[Speaker]) -> Speaker | None:
    words = set(re.findall(r"\w+", label.lower())) - {"the", "mr", "madam", "of"}
    if not words:
        return None
    fitting = [
        one for one in table if one.office and words <= set(re.findall(r"\w+", one.office.lower()))
        and ("vice" in words) == ("vice" in one.office.lower()) and ("deputy" in words) == ("deputy" in one.office.lower())
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _printed_name(person: Person) -> str:
    """The name without the form of address before it: "Dr. Harrow" is Harrow, "Lady Harrow" is Lady Harrow."""
    words = person.name.split()
    if len(words) > 2 and words[0].lower() in _ARTICLES and words[1].strip(".").lower() in _ADDRESS:
        words = words[2:]  # "El señor ALDEA"
    if len(words) == 2 and _GENDERED.sub("", words[0]).strip(".").lower() in _ADDRESS:
        words = words[1:]
    return " ".join(words)
