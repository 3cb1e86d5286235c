"""The part that the words of one label tell, with its speaker and with how he asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Role, Speaker
from onrecord.reading.turns.label import is_question_key, words_of
from onrecord.reading.turns.manners import Manner
from onrecord.reading.words.labelwords import ANSWER_LABELS, AUDIENCE_LABELS, CHAIR_LABELS, INTERPRETER_LABELS
from onrecord.reading.words.posts import HONORIFICS, OFFICE_FIELDS, OFFICE_WORDS, OUTLET_WORDS, POST_WORDS
from onrecord.reading.words.tongues import PUBLIC

_MODERATES = frozenset("moderator moderatorin moderateur moderador moderadora anchor presenter".split())
_BEFORE_NAMES = HONORIFICS | POST_WORDS
_NAMELESS = INTERPRETER_LABELS | AUDIENCE_LABELS
POSTS = POST_WORDS | (OFFICE_WORDS - OFFICE_FIELDS)
# "UNIDENTIFIED MALE", "Speaker 3", "MILITARY AIDE": labels that say that nobody is named.
_NOBODY = re.compile(
    r"(?:unidentified|unknown|speaker_\d|male_|female_|voice|voz(?:_|$)|voix(?:_|$)|voce(?:_|$)|stimme|głos|(?:ال)?مسؤول|высокопоставлен|官员|관계자|高官)|(?:.*_)?(?:aide|aides|announcer|staffer|crew|child|children|"
    r"boy|girl|man|woman|student|students|veteran|guest|officials?|members?|person|narrator|applicant|caller)(?:_\d+)?$"
)
ASKS = 0.5
_ASKS_ALONE = 0.6
BLANK = "__"
SILENT = Manner()


class Told(NamedTuple):
    """Whom a label means, None where it names nobody, and the rule that told it."""

    speaker: Speaker | None
    rule: str


class Played(NamedTuple):
    """The part somebody plays, None where nothing tells, and the rule that told it."""

    role: Role | None
    rule: str


def names_nobody(key: str) -> bool:
    """Return whether a label's key says that the page does not name who speaks."""
    if BLANK in key:
        return True
    return is_question_key(key) or key in _NAMELESS or bool(_NOBODY.match(key)) or is_of_public(key)


def is_of_public(key: str) -> bool:
    """Return whether a label's key is a word for one of the public: "Bürgerin", "Resident 2"."""
    return key.rstrip("0123456789_") in PUBLIC


def role_of(
    key: str, speaker: Speaker | None, titled: Sequence[Speaker], labelled: bool, manner: Manner
) -> Played:
    """Return the role that a label's own words, its speaker and his questions tell; `labelled`: questions have labels."""
    if is_question_key(key):
        return Played("questioner", "role.question_label")
    if key in INTERPRETER_LABELS:
        return Played("interpreter", "role.interpreter_label")
    if key in ANSWER_LABELS:
        return Played("official", "role.answer_label")
    if not (speaker and speaker in titled) and (key in CHAIR_LABELS or words_of(key) & _MODERATES):
        return Played("chair", "role.chair_label")
    if manner.numbered:
        return Played("questioner", "role.numbered")
    if key in AUDIENCE_LABELS or (_NOBODY.match(key) and "official" not in key and manner.asks < ASKS):
        return Played(None, "role.nobody_named")
    if speaker and speaker in titled:
        return Played("official", "role.titled")
    if speaker is None and OUTLET_WORDS.search(key.replace("_", " ")):
        return Played("questioner", "role.outlet_label")
    if manner.asks >= ASKS and (titled or (labelled and not is_titled(key))):
        return Played("questioner", "role.asks")
    if labelled:
        return Played("official", "role.not_a_question")
    if holds_post(key) or (speaker and speaker.office and not OUTLET_WORDS.search(speaker.office)):
        return Played("official", "role.office")
    return Played("questioner", "role.asks") if manner.asks >= _ASKS_ALONE else Played(None, "role.untold")


def is_titled(key: str) -> bool:
    """Return whether a label has a post or a form of address in it: "Dr. Verne"."""
    return not _BEFORE_NAMES.isdisjoint(words_of(key))


def holds_post(key: str) -> bool:
    """Return whether a label has a post in it that somebody holds whom it names or means: not "Unidentified official"."""
    return bool(words_of(key) & POSTS) and not _NOBODY.match(key)
