"""Whose a single label is, among those whom the page has named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Speaker
from onrecord.reading.turns.alikenames import (
    is_same,
    is_surname_of,
    one_meant,
    one_with_initials,
    opens_with,
    space_initials,
)
from onrecord.reading.turns.bylabel import Told, names_nobody
from onrecord.reading.turns.chairs import ARTICLES, FORMS_OF_ADDRESS, is_post_of_chair
from onrecord.reading.turns.shorthand import POSTS
from onrecord.reading.words.holders import names_office_alone
from onrecord.reading.words.inchair import held_in_chair
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS, CHAIR_LABELS
from onrecord.reading.words.names import has_no_case, parse_person
from onrecord.reading.words.persons import Person
from onrecord.reading.words.posts import HONORIFICS, OUTLET_WORDS, POST_ARTICLES
from onrecord.reading.words.presiding import presides
from onrecord.text import compile_late

# as in "FRAGE HARROW:", or "Zusatzfrage Dr. Harrow:"
_ASKED_BY = re.compile(
    r"(?:zusatz)?frage\s(?:(?:dr|prof)\.\s)?(?P<name>[A-ZÄÖÜ][\w'’-]+(?:\s[A-ZÄÖÜ][\w'’-]+)?)", re.IGNORECASE
)
# "北岸新聞　遠山記者": the paper, and who asks for it
_ASKS_FOR_PAPER = compile_late(r"[^\s（(]{2,20}[ \u3000]+(?P<name>[\u4e00-\u9fff々]{1,4})記者")
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){2,3}")
# as in "ADA VERNE (Leader of the Opposition) to the Minister of Locks"
_PUT_TO = re.compile(
    r"\s+to the\s+(?:\w+\s){0,3}(?:Minister|Attorney|Treasurer|Secretary|Speaker|Premier)\b.*$", re.IGNORECASE
)
# "Anf. 13 ADA VERNE (T)", which counts the speeches of a sitting; "A 知事", the letter of an answer and who gives it
_BEFORE_LABEL = re.compile(r"^(?:Anf\.\s\d{1,4}\s+|[QA][\s\u3000．.]\s*(?=[\u3040-\u9fff]))")
# "Q. Ada, Skell": a reader and her town, or a newsroom and its reporter
_ASKS_FROM_SOMEWHERE = re.compile(r"Q\.\s[^,]+,\s")
# as in "SRS'in Harrow", "BK´in Verne"
# What stands before a post in Chinese, and is no given name: "高级大使", "高副大使"
_RANKS = frozenset(("级", "級", "副", "代", "代理", "常务", "常務", "前", "原"))
# "Tern News, OKADA": who asks in capitals, behind the name of a newsroom
_OF_OUTLET_IN_CAPITALS = re.compile(r"(?P<outlet>[^,]*[a-z][^,]*),\s(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,20})")
_GENDERED = re.compile(r"['’´]in$")
_DEPUTIES = ("副", "代理", "前", "原", "元")
_MEMBERS = frozenset(("Sen.", "Rep.", "Cllr", "Cllr."))
_LEAST_ANSWER = 3  # letters
_POST_STEM = 4  # letters, of which the last of a short word may be its ending
_BARE = re.compile(r"^ال(?=\w{3})")
_EXCELLENCIES = frozenset(
    "معالي سعادة السيد السيدة دولة فخامة جلالة سمو sayın sayin господин госпожа г_н пан пані gospodin gospodine".split()
)


# as in "F-HP (CIPTA PELANA)", who sits for a party
_PARTY_AND_NAME = re.compile(r"[A-Z]{1,4}-[A-Z]{1,8} \((?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,4})\)")
# as in "PELL KÁLMÁN kikötőügyi miniszter"
_CAPITALS_AND_POST = re.compile(
    r"(?:DR\. )?(?P<name>[A-ZÀ-ÞŐŰ]{2,}(?:[ -][A-ZÀ-ÞŐŰ]{2,}){1,2}) (?P<post>(?:[^\W\dA-Z_]+ ){0,3}(?:\w*miniszter\w*|államtitkár|\w*elnök))"
)


def speaker_of(
    label: str, key: str, table: Sequence[Speaker], answering: Speaker | None, told: Mapping[str, Speaker]
) -> Told:
    """Return the speaker of a label, None where nobody is named, and the rule; `answering`: the one person whom the title names."""
    if key in told:
        return Told(next((one for one in table if one.name == told[key].name), None), "speaker.told")
    if asking := _ASKED_BY.fullmatch(label) or (label.endswith("記者") and _ASKS_FOR_PAPER.fullmatch(label)):
        return Told(Speaker(asking["name"], None), "speaker.label_alone")
    if named := _PARTY_AND_NAME.fullmatch(label) or _CAPITALS_AND_POST.fullmatch(label):
        alike = next((one for one in table if is_same(Person(named["name"], None), one)), None)
        own = Speaker(named["name"], named.groupdict().get("post"))
        return Told(alike or own, "speaker.name" if alike else "speaker.label_alone")
    if held := held_in_chair(label):
        known = next((one for one in table if is_same(Person(held.name, None), one)), None)
        return Told(
            known or Speaker(held.name, held.office), "speaker.name" if known else "speaker.label_alone"
        )
    if names_nobody(key):
        return Told(None, "speaker.nobody_named")
    if label[0] == "《":
        return Told(None, "speaker.outlet")  # Chinese sets the names of newspapers so
    if "\u4e00" <= label[0] <= "\u9fff" and (known := _by_surname_and_post(label, table)):
        return Told(known, "speaker.name")
    if key in ANSWER_LABELS or _is_answer_of_post(label):
        return Told(answering, "speaker.answers" if answering else "speaker.answerer_untold")
    if post := POSTS.get(key):
        holder = _by_office(post, table) or _by_office(label, table)
        return Told(holder, "speaker.office" if holder else "speaker.no_name")
    if _ASKS_FROM_SOMEWHERE.match(label):
        return Told(None, "speaker.nobody_named")
    person = parse_person(_PUT_TO.sub("", space_initials(_BEFORE_LABEL.sub("", label))))
    asking = _OF_OUTLET_IN_CAPITALS.fullmatch(label)
    if asking and OUTLET_WORDS.search(asking["outlet"]):
        return Told(Speaker(asking["name"], None), "speaker.label_alone")
    if person and OUTLET_WORDS.search(person.name) and not any(is_same(person, known) for known in table):
        return Told(None, "speaker.outlet")
    # "ΠΡΟΕΔΡΕΥΩΝ (Ιωάννης …)" tells who has the chair
    bracketed = label.endswith(")") and bool(person and person.office)
    joined = bool(person and person.office) and label[:1] >= "\u2e80"  # "細木委員長"
    alone_in_chair = not (bracketed or joined) and (key in CHAIR_LABELS or is_post_of_chair(key))
    if _INITIALS.fullmatch(label) and (long := one_with_initials(key, table)):
        return Told(long, "speaker.name")
    if person is None and " " in label and (known := _ending_in_name(label, table)):
        return Told(known, "speaker.name")
    if "\u0590" <= label[0] <= "\u06ff" and (known := _by_post_and_surname(label, table)):
        return Told(known, "speaker.name")
    if person is None or alone_in_chair or not person.keys:
        holder = _by_office(label, table) or _by_post(label, key, answering)
        return Told(holder, "speaker.office" if holder else "speaker.no_name")
    unspaced = label[0] >= "\u2e80"
    same = [one for one in table if is_same(person, one) or (unspaced and opens_with(label, one.name))]
    same = same or (
        [one for one in table if is_surname_of(person, one)] if unspaced and person.office else []
    )
    if chosen := one_meant(person, same) if len(same) > 1 else same[0] if same else None:
        return Told(chosen, "speaker.name")
    return Told(
        Speaker(printed_name(person), person.office),
        "speaker.surname_of_several" if same else "speaker.label_alone",
    )


def _is_answer_of_post(label: str) -> bool:
    """Whether a label is a post, or one word in a script without capitals, and the word for an answer: "முதல்வர் பதில்"."""
    holder, _, word = label.rpartition(" ")
    if len(word) < _LEAST_ANSWER or label_key(word) not in ANSWER_LABELS:
        return False
    return names_office_alone(holder) or (" " not in holder and has_no_case(holder[:1]))


def surnames_and_posts(labels: Iterable[str], text: str) -> dict[str, Speaker]:
    """Return by key those whose labels are a surname and a post in Chinese, where the page has the given name between: "高大使", "高岚大使"."""
    found = {}
    for label in labels:
        if not ("\u4e00" <= label[0] <= "\u9fff" and len(label) >= 3 and names_office_alone(label[1:])):
            continue
        whole = re.escape(label[0]) + "([\u4e00-\u9fff]{1,2})" + re.escape(label[1:])
        given = {match for match in re.findall(rf"(?<![\u4e00-\u9fff]){whole}", text) if match not in _RANKS}
        if len(given) == 1:
            found[label_key(label)] = Speaker(label[0] + given.pop(), label[1:])
    return found


def _ending_in_name(label: str, table: Sequence[Speaker]) -> Speaker | None:
    """The one with whose whole name a label ends that says more before it: "assessore alle Strade Ada Verne"."""
    return next((one for one in table if " " in one.name and label.endswith(f" {one.name}")), None)


def _by_post_and_surname(label: str, table: Sequence[Speaker]) -> Speaker | None:
    """The one whose post and surname a label in Hebrew or Arabic is: "השרה גשר" after "השרה דנה גשר"."""
    post, _, surname = label.partition(" ")
    fitting = [
        one
        for one in table
        if one.office
        and one.name.rpartition(" ")[2] == surname
        and any(_is_post_in_other_form(post, word) for word in one.office.split())
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_post_in_other_form(one: str, other: str) -> bool:
    """Whether two words are one post but for an article and an ending: "השרה" and "שרת", "الوزير" and "وزيرة"."""
    one, other = (word.removeprefix("ה").removeprefix("ال") for word in (one, other))
    same = min(max(min(len(one), len(other)) - 1, 2), _POST_STEM)
    return same >= 2 and one[:same] == other[:same] and abs(len(one) - len(other)) <= 1


def _by_surname_and_post(label: str, table: Sequence[Speaker]) -> Speaker | None:
    """The one whose surname and post a label in Chinese is: "高大使" after "高岚", who is "北岸国大使"."""
    fitting = [
        one
        for one in table
        if one.office and one.name[0] == label[0] and len(label) > 2 and one.office.endswith(label[1:])
    ]
    return fitting[0] if len(fitting) == 1 else None


def _by_post(label: str, key: str, answering: Speaker | None) -> Speaker | None:
    """The one whom the title names, where the label is his post with forms of address alone: "SAYIN BAKAN", "معالي الوزير"."""
    if answering is None or answering.office is None or presides(key):
        return None
    if label[0] >= "\u2e80":
        return answering if _is_end_of_office(label, answering.office) else None
    words = [
        _BARE.sub("", word) for word in key.split("_") if word not in HONORIFICS and word not in _EXCELLENCIES
    ]
    held = [_BARE.sub("", word) for word in re.findall(r"\w+", answering.office.replace("İ", "i").lower())]
    return (
        answering
        if len(words) == 1 and len(words[0]) >= 3 and any(one.startswith(words[0]) for one in held)
        else None
    )


def _is_end_of_office(label: str, office: str) -> bool:
    """Whether a label in Chinese or Japanese is a post without what it is of: "大臣" of "外務大臣", and not of "外務副大臣"."""
    whole = office if office.endswith(label) else office.removesuffix("大臣")  # "総理"
    return len(label) > 1 and whole.endswith(label) and not whole.removesuffix(label).endswith(_DEPUTIES)


# "La ministre", "Der Bürgermeister": the one who holds that post
_ARTICLE_AHEAD = re.compile(rf"^(?:(?:{'|'.join(sorted(POST_ARTICLES))})\s|l[’'])")


def _by_office(label: str, table: Sequence[Speaker]) -> Speaker | None:
    words = set(re.findall(r"\w+", _ARTICLE_AHEAD.sub("", label.lower()))) - {"the", "mr", "madam", "of"}
    if not words:
        return None
    fitting = [
        one for one in table if one.office and words <= set(re.findall(r"\w+", one.office.lower()))
        and ("vice" in words) == ("vice" in one.office.lower()) and ("deputy" in words) == ("deputy" in one.office.lower())
    ]  # fmt: skip
    if not fitting and (opened := re.match(r"(?P<post>.+?)\s(?:of|de|der|des|du|della|del|da|do)\s", label)):
        # "Le Président de la République", where the title has "Président Verne"
        holder = _by_office(opened["post"], table)
        # "Minister, Ministry of Tea" is not the one who is "Minister, Ministry of Locks".
        held = set(re.findall(r"\w+", (holder.office or "").lower())) if holder else set()
        return holder if held <= words else None
    return fitting[0] if len(fitting) == 1 else None


def printed_name(person: Person) -> str:
    """Return the name without the form of address before it: "Dr. Harrow" is Harrow, "Lady Harrow" is Lady Harrow."""
    words = person.name.split()
    if len(words) > 2 and words[0].lower() in ARTICLES and words[1].strip(".").lower() in FORMS_OF_ADDRESS:
        words = words[2:]  # "El señor ALDEA"
    if len(words) == 2 and (
        _GENDERED.sub("", words[0]).strip(".").lower() in FORMS_OF_ADDRESS or words[0] in _MEMBERS
    ):
        words = words[1:]
    return " ".join(words)
