"""Lines above the turns that tell who is there: parts, a roll's chair, names with their posts. Nobody speaks in them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.dialogue import SPEAKING_LABELS, could_speak, ends_as_sentence
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.namelike import names_post
from onrecord.reading.turns.singles import BEHIND_NAME, is_plain_name
from onrecord.reading.words.holders import held_behind_post
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS, AUDIENCE_LABELS, CHAIR_LABELS, QUESTION_LABELS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.posts import POST_WORDS
from onrecord.reading.words.presiding import presides

_IN_TURN = QUESTION_LABELS | ANSWER_LABELS
_PARTS = CHAIR_LABELS | AUDIENCE_LABELS
# The office, as the roll of those present heads it, not its holder: "Vorsitz: …", "الرئاسة : …"
_PRESIDENCY = frozenset(
    "vorsitz présidence presidencia presidência presidenza الرئاسة ریاست تمثيل_الحكومة".split()
)
# Who is in a studio, as a broadcaster lists it above what is said: "Ведущие: …", "Гость: …", "Guests: …"
_IN_STUDIO = frozenset(
    "방송 방송일 방송일시 진행 진행자 대담 출연 프로그램 일시 ведущие ведущий ведущая гость гости гостья в_студии у_микрофона ведучі ведучий гості host hosts guest guests presenter presenters interviewer gast gäste moderation "
    "invité invités invitée invitado invitados invitada ospite ospiti gość goście prowadzący prowadząca gastheer gasten مقدم_الحلقة مقدمة_الحلقة مقدم_البرنامج مقدمة_البرنامج ضيف_الحلقة ضيفة_الحلقة ضيوف_الحلقة الضيف الضيوف حوار حاوره حاورته أجرى_الحوار أجرت_الحوار".split()
)
_GUESTS = frozenset(
    word
    for word in _IN_STUDIO
    if word.startswith(
        (
            "гост",
            "guest",
            "gast",
            "gäst",
            "invit",
            "ospit",
            "goś",
            "goście",
            "ضيف",
            "ضيوف",
            "الضي",
            "대담",
            "출연",
        )
    )
)
_LONGEST_POST = 60
_LONGEST_INTRODUCTION = 120


def introduces(label: Label, blocks: Sequence[Block], *, once: bool) -> bool:
    """Return whether a line tells who plays a part, and nobody speaks in it: "Moderator: Ada Verne, Communications Officer".

    Or heads such lines: "PARTICIPANTS:".
    """
    if once and label.key in _IN_STUDIO and label.form == "colon":
        words = blocks[label.block].text[label.words_from :].strip()
        return 0 < len(words) <= _LONGEST_INTRODUCTION and not ends_as_sentence(words)
    if not (label.key in _PARTS or label.key in _PRESIDENCY or presides(label.key)) or label.form != "colon":
        return False
    words = blocks[label.block].text[label.words_from :].strip()
    if label.key in _PRESIDENCY:
        return 0 < len(words) <= _LONGEST_INTRODUCTION
    if once and words.endswith(".") and label.key not in _IN_TURN and len(words) <= _LONGEST_INTRODUCTION:
        # "Vorsitzender: Zweiter Präsident Harrow.", on a page where this word opens no turn
        person = parse_person(words[:-1])
        return bool(person and person.office)
    if not words and label.block + 1 < len(blocks):
        words = blocks[label.block + 1].text.rpartition(": ")[2]
    if not words or len(words) > _LONGEST_INTRODUCTION or words.endswith((".", "?", "!", ":")):
        return False
    if "," not in words:
        bare = BEHIND_NAME.split(words, maxsplit=1)[0]
        return (label.key in CHAIR_LABELS or presides(label.key)) and is_plain_name(
            bare
        )  # "President: Ada Verne"
    person = parse_person(words)
    return bool(person and person.office and len(person.keys) >= 2)


def lists_guest(text: str) -> bool:
    """Return whether a line lists who is a broadcast's guest: "Гости: Борис Харов, министр портов"."""
    word, colon, who = text.replace("：", ":").partition(":")
    return bool(colon and who.strip()) and len(text) <= _LONGEST_INTRODUCTION and label_key(word) in _GUESTS


def without_cast(candidates: list[Label], blocks: Sequence[Block]) -> list[Label]:
    """Return the candidates behind the lines that tell who is there: a page may list its cast above the first turn."""
    said = (n for n, label in enumerate(candidates) if ends_as_sentence(blocks[label.block].text))
    first = next(said, 0)
    return [label for n, label in enumerate(candidates) if n >= first or not _is_of_the_cast(label, blocks)]


def _is_of_the_cast(label: Label, blocks: Sequence[Block]) -> bool:
    """Whether a line tells of a name the post, and nothing is said in it: "Ada Verne: Minister for Locks"."""
    words = blocks[label.block].text[label.words_from :].strip()
    if not words or len(words) > _LONGEST_POST or label.key in SPEAKING_LABELS or words[-1] in ".?!…":
        return False
    held = names_post(words) or words.split()[0].lower() in POST_WORDS or held_behind_post(words)
    return bool(held) and len(words.split()) >= 2 and parse_person(words) is None and could_speak(label)
