"""Labels to speakers and roles: only people the page itself names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from onrecord.model import Role, Speaker
from onrecord.reading.turns.alikenames import INITIAL, is_same, space_initials
from onrecord.reading.turns.bylabel import Played, Told
from onrecord.reading.turns.chairs import (
    changing_hands,
    find_in_chair,
    is_chair,
    keys_of_chair,
    post_held,
)
from onrecord.reading.turns.fullnames import FullNames
from onrecord.reading.turns.holding import holders_in_brackets
from onrecord.reading.turns.label import is_question_key
from onrecord.reading.turns.manners import Manner
from onrecord.reading.turns.misprints import enter_misprints, misprinted_word
from onrecord.reading.turns.postof import apart_from_post, fuller_post
from onrecord.reading.turns.roles import find_roles
from onrecord.reading.turns.shorthand import (
    POSTS,
    names_by_initials,
    names_in_brackets,
    names_in_head,
    posts_by_letters,
)
from onrecord.reading.turns.twotongues import enter_pairs
from onrecord.reading.turns.whose import printed_name, speaker_of, surnames_and_posts
from onrecord.reading.words.holders import names_post_alone
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS, AUDIENCE_LABELS, CHAIR_LABELS, INTERPRETER_LABELS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.persons import Person
from onrecord.reading.words.posts import HONORIFICS, OUTLET_WORDS, POST_WORDS

# as in "BEL HARROW/GTV7:"
_OF_OUTLET = re.compile(r"[^\W\d_]\s?/\s?[^\W\d_][\w .&’'-]{1,40}$")
_ACRONYM = re.compile(r"[A-Z]{2,5}\d?")
_LONG_ACRONYM = re.compile(r"[A-Z]{6,12}")
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
    holders: Mapping[str, Speaker] = MappingProxyType({})
    """Those whom labels name in brackets, for labels that are alike but for these."""


_BY_OUTLET = Told(None, "speaker.acronym")
_CHANGES = Told(None, "speaker.no_name")
_MISPRINTED = Told(None, "speaker.misprinted_word")
_SITTING = {"debate", "other"}
_NAMED_IN_CHAIR = Played("chair", "role.named_in_chair")
_HOLDS_POST = Played("official", "role.office")
_ASKING_OUTLET = Played("questioner", "role.acronym")
_IS_OUTLET = Told(None, "speaker.outlet")
_OUTLET_ASKS = Played("questioner", "role.outlet_label")
_MARKS = " «»“”„\"'"
_ALTERNATES = Told(None, "speaker.alternates")
_NEARLY_ALWAYS, _NEARLY_NEVER = 0.8, 0.2
_LEAST_STEM, _LONGEST_ENDING = 2, 2  # letters


def identify_speakers(
    labels: Sequence[str],
    titled: Sequence[Speaker],
    manners: Mapping[str, Manner],
    kinds: Sequence[str] = (),
    mentioned: Sequence[Speaker] = (),
    text: str = "",
    aliases: Mapping[str, Speaker] | None = None,
    outlet: str | None = None,
) -> Cast:
    """Return speaker and role for each distinct label, in order of first appearance.

    `titled` are those the title names; `manners` tells how each label key talks; `text` is what the page prints, where the long form of a name may stand.
    `aliases` give the speaker of a label key, whatever the page says: they come before all that is found here. `outlet` is
    the newsroom that the title names: a label of its words names nobody, and asks.
    """
    told = _addressed(labels, text) | _by_initials(labels, text) | dict(aliases or {})
    table: list[Speaker] = [*titled, *(one for one in mentioned if not _is_among(one, titled))]
    # "Answer:" is the word of the one person the title names, and of nobody where it names several.
    keys = list(dict.fromkeys(keyed := [label_key(label) for label in labels]))
    distinct = dict(zip(reversed(keyed), reversed(labels), strict=True))
    answering = titled[0] if len(titled) == 1 and not _is_asker(titled[0], distinct, manners) else None
    lettered = posts_by_letters(distinct.values())
    asking = _newsrooms(distinct, outlet, text, {*told, *lettered, *_surnames(table)})
    parts = _words_for_parts(distinct, manners, text)
    rules = {speaker_of(distinct[key], key, table, answering, told).rule for key in parts}
    parts = parts if rules <= {"speaker.label_alone"} else {}
    unnamed = dict.fromkeys(parts, _ALTERNATES) | {key: one for key, (one, _) in asking.items()}
    holding = _keys_of_holders(labels, told)
    _enter_all({key: distinct[key] for key in keys if key not in unnamed} | holding, table, answering, told)
    _complete(table, len(titled), text, {one.name for one in told.values()})
    titled_now = table[: len(titled)]
    answering = table[0] if answering else None
    tell = partial(speaker_of, table=table, answering=answering, told=told)
    identified = {key: unnamed.get(key) or tell(distinct[key], key) for key in keys}
    if not answering:
        identified |= find_in_chair(identified, text)
    identified |= {key: identified[post] for key, post in lettered.items() if key not in told}
    identified |= dict.fromkeys((*changing_hands(labels), *map(label_key, holding.values())), _CHANGES)
    own = {label: tell(label, key).speaker for key, label in holding.items()}
    meant = {key: word for key in keys if key not in told and (word := misprinted_word(key))}
    identified |= dict.fromkeys(meant, _MISPRINTED)
    held = {label for label in set(labels) if is_chair(post_held(label))}
    played = find_roles(
        {meant.get(key, key): one.speaker for key, one in identified.items()},
        titled_now,
        manners,
        kinds,
        {key for key in keys if distinct[key] in held},
    )
    played |= parts | {key: played[word] for key, word in meant.items()}
    played |= {key: role for key, (_, role) in asking.items()}
    played |= _holding_posts(identified, played, distinct)
    played |= {key: played[post] for key, post in lettered.items()}
    if set(kinds) <= _SITTING:
        played |= dict.fromkeys(keys_of_chair(identified, text), _NAMED_IN_CHAIR)
    if len(pressed := _pressed(distinct, identified) - told.keys()) < len(keys):
        played |= dict.fromkeys(pressed, _OUTLET_ASKS)
    _enter_doubles(labels, identified, played, titled_now, told)
    return _cast(identified, played, titled_now, held if set(kinds) <= _SITTING else (), own)


def _surnames(table: Sequence[Speaker]) -> set[str]:
    """Their keys: "OLM" is no newsroom where the title names Bel Olm."""
    return {label_key(one.name).rpartition("_")[2] for one in table}


def _enter_doubles(
    labels: Sequence[str],
    identified: dict[str, Told],
    played: dict[str, Played],
    titled: Sequence[Speaker],
    told: Mapping[str, Speaker],
) -> None:
    """Give labels that are others of the page once more, misprinted or in its other language, what those have."""
    enter_misprints(labels, identified, played, told)
    enter_pairs(labels, identified, played, titled, told)


def _newsrooms(
    labels: Mapping[str, str], outlet: str | None, text: str, known: Collection[str]
) -> dict[str, tuple[Told, Played]]:
    """The keys of labels that are newsrooms' and nobody's names: acronyms, and the outlet of the title."""
    found = dict.fromkeys(_acronyms(labels, text), (_BY_OUTLET, _ASKING_OUTLET))
    if outlet and (key := _named_as(label_key(outlet.strip(_MARKS)), labels)):
        found[key] = (_IS_OUTLET, _OUTLET_ASKS)
    return {key: asks for key, asks in found.items() if key not in known}


def _named_as(outlet: str, labels: Mapping[str, str]) -> str | None:
    """The label key that is an outlet's, be it in another case: "Aven Bote" in an interview "mit dem Aven Boten"."""
    if outlet in labels:
        return outlet
    words = outlet.split("_")
    alike = (key for key in labels if key.count("_") + 1 == len(words) > 1)
    return next((key for key in alike if all(map(_is_declined, words, key.split("_")))), None)


def _is_declined(word: str, other: str) -> bool:
    """Whether two words are one but for an ending of two letters."""
    begins = min(len(word), len(other)) - _LONGEST_ENDING
    return word == other or (
        begins >= _LEAST_STEM
        and abs(len(word) - len(other)) <= _LONGEST_ENDING
        and word[:begins] == other[:begins]
    )


def _is_asker(one: Speaker, labels: Mapping[str, str], manners: Mapping[str, Manner]) -> bool:
    """Whether a page counts the questions that somebody asks: a title names who put a written question, too."""
    counted = (label for key, label in labels.items() if key in manners and manners[key].numbered)
    return any(person and is_same(person, one) for person in map(parse_person, counted))


def _cast(
    identified: Mapping[str, Told],
    played: Mapping[str, Played],
    titled: Sequence[Speaker],
    held: Iterable[str],
    own: Mapping[str, Speaker | None],
) -> Cast:
    return Cast(
        {key: one.speaker for key, one in identified.items()},
        {key: one.role for key, one in played.items()},
        tuple(titled),
        {key: one.rule for key, one in identified.items()},
        {key: one.rule for key, one in played.items()},
        frozenset(held),
        {label: one for label, one in own.items() if one},
    )


def _keys_of_holders(labels: Sequence[str], told: Mapping[str, Speaker]) -> dict[str, str]:
    """By a key of his own, each label that is alike to others but for the one who holds the post in its brackets."""
    held = holders_in_brackets(labels).items()
    return {
        f"{key}_{label_key(one.name)}": label for label, one in held if (key := label_key(label)) not in told
    }


def _by_initials(labels: Sequence[str], text: str) -> dict[str, Speaker]:
    """Those for whose names the page says that its labels are initials, or a surname and a post."""
    keys = set(map(label_key, labels))
    distinct = list(dict.fromkeys(labels))
    short = (
        names_in_head(distinct, text) | names_in_brackets(distinct, text) | names_by_initials(distinct, text)
    )
    named = {key: parse_person(name) for key, name in short.items() if key in keys}
    by_initials = {
        key: Speaker(printed_name(person), person.office) for key, person in named.items() if person
    }
    return by_initials | surnames_and_posts(dict.fromkeys(labels), text)


def _holding_posts(
    identified: Mapping[str, Told], played: Mapping[str, Played], labels: Mapping[str, str]
) -> dict[str, Played]:
    """Those whom nothing else tells and whose labels are a post alone."""
    untold = (key for key, one in identified.items() if one.speaker is None and played[key].role is None)
    return {key: _HOLDS_POST for key in untold if names_post_alone(labels[key])}


def _pressed(labels: Mapping[str, str], identified: Mapping[str, Told]) -> set[str]:
    """Those with an outlet behind a slash, or in the marks that Chinese sets around the names of newspapers: "《港报》"."""
    return {
        key
        for key, label in labels.items()
        if ("/" in label and _OF_OUTLET.search(label) and not _is_held(identified[key]))
        or (label[0] == "《" and label[-1] in "》者")
    }


def _is_held(told: Told) -> bool:
    """Whether what stands behind a slash is the speaker's office, and no outlet: "Harrow / President"."""
    return bool(told.speaker and told.speaker.office)


def _acronyms(labels: Mapping[str, str], text: str) -> set[str]:
    """Keys of labels that are acronyms, which newsrooms are: "GTV", where the page does not set all labels in capitals.

    Longer ones ("AGERMAR") are words that it prints nowhere as a name is written.
    """
    found = {
        key
        for key, label in labels.items()
        if _ACRONYM.fullmatch(label) and key not in _LETTERS and key not in POSTS
    }
    if len(labels) > 1:
        found |= {
            key
            for key, label in labels.items()
            if _LONG_ACRONYM.fullmatch(label)
            and not (key in _LETTERS or key in POSTS or is_question_key(key) or key in POST_WORDS)
            and label.capitalize() not in text
        }
    others = [label for key, label in labels.items() if key not in found]
    # One alone is that of questions whose answers have none; several alone are initials.
    alone = not others and len(found) == 1
    return found if alone or 2 * sum(map(str.isupper, others)) < len(others) else set()


def _addressed(labels: Sequence[str], text: str) -> dict[str, Speaker]:
    """Those whom the page addresses by a surname that newsrooms have as well: "Frau Spiegel", and "Anne Spiegel:"."""
    found: dict[str, Speaker] = {}
    for label in dict.fromkeys(labels):
        first, _, last = label.rpartition(" ")
        if not first or " " in first or not OUTLET_WORDS.search(last):
            continue
        before = {match[1].lower() for match in re.finditer(rf"(\w+)\.?\s{re.escape(last)}\b", text)}
        if before & HONORIFICS and label[0].isupper() and not label.isupper():
            found[label_key(label)] = Speaker(label, None)
    return found


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
    found = speaker_of(label, key, table, answering, told).speaker
    if found is None:
        return
    if found not in table:
        table.append(found)
        return
    if any(one.name == found.name for one in told.values()):
        return
    person = parse_person(space_initials(label))
    keys = Person(found.name, None).keys
    if person is None or key in ANSWER_LABELS:
        return
    if told_apart := apart_from_post(found, person):
        table[table.index(found)] = told_apart
        return
    # A label stands in the nominative, a title's name may not.
    declined = len(person.keys) == len(keys) and person.keys != keys and not "\u0590" <= label[0] <= "\u06ff"
    declined = declined and (len(keys) > 1 or INITIAL.findall(found.name) == INITIAL.findall(label) != [])
    if len(person.keys) > len(keys) or declined:
        table[table.index(found)] = Speaker(printed_name(person), found.office or person.office)
    elif fuller := fuller_post(found, person):
        table[table.index(found)] = fuller


def _complete(table: list[Speaker], after: int, text: str, told_names: Collection[str]) -> None:
    """Give the speakers whom only labels name the long form of their names, where the page prints it."""
    names = FullNames(text)
    for at in range(after):
        if table[at].name.isupper() and table[at].name not in told_names and " " in table[at].name:
            table[at] = Speaker(names.of(table[at].name), table[at].office)
    for at in range(after, len(table)):
        if table[at].name in told_names:
            continue
        table[at] = Speaker(names.of(table[at].name), table[at].office)
