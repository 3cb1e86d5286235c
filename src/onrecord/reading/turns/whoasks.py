"""Who asks beside others who answer: by labels, and by whose turns wonder, lead or stand between those of a head."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from onrecord.model import Speaker
from onrecord.reading.turns.bylabel import ASKS, POSTS, SILENT, Played, holds_post, is_titled
from onrecord.reading.turns.label import is_question_key, words_of
from onrecord.reading.turns.manners import Manner
from onrecord.reading.turns.pressed import heard_between
from onrecord.reading.words.labelwords import ANSWER_LABELS, CHAIR_LABELS
from onrecord.reading.words.presiding import PRESIDENTS, presides

_COUNTED = re.compile(r"_\d{1,2}$")
_FOR_THE_PRESS = frozenset(
    "host co-host presenter anchor interviewer journalist reporter correspondent compere".split()
)
_PUTS = re.compile(r"_to_the_(?:\w+_){0,3}?(?:minister|attorney|treasurer|secretary|speaker|premier)(?:_|$)")
_ASKS_MUCH = 0.3
_LEAST_TURNS = 5
_LEADS = 0.15
_FEW_ASKING = 3
_EVERY_OTHER = 1 / 3


def asking_by_one_label(speakers: Mapping[str, Speaker | None]) -> dict[str, Played]:
    """Return those of whom one label says that they host, or put a question to a minister: under all their labels they ask."""
    hosting = {
        one for key, one in speakers.items() if one and "_" in key and key.split("_")[-1] in _FOR_THE_PRESS
    }
    putting = {one for key, one in speakers.items() if one and _PUTS.search(key)}
    hosts, puts = Played("questioner", "role.hosts"), Played("questioner", "role.puts")
    return {
        key: hosts if one in hosting else puts for key, one in speakers.items() if one in hosting | putting
    }


def is_interviewed(speakers: Mapping[str, Speaker | None], manners: Mapping[str, Manner]) -> bool:
    """Return whether one who is called by his post alone takes every other turn or nearly, among a few with plain names."""
    heads = {key for key in speakers if key not in CHAIR_LABELS or presides(key) or key in PRESIDENTS}
    holders = [key for key in heads & manners.keys() if holds_post(key) and speakers[key] is None]
    others = [key for key in manners if key not in holders]
    if len(holders) != 1 or not others or any(is_titled(key) or speakers.get(key) is None for key in others):
        return False
    named = {speakers[key]: manners[key].turns for key in others}
    turns = manners[holders[0]].turns
    return len(named) <= _FEW_ASKING and turns >= _EVERY_OTHER * (turns + sum(named.values()))


def of_the_press(
    roles: Mapping[str, Played],
    speakers: Mapping[str, Speaker | None],
    titled: Sequence[Speaker],
    manners: Mapping[str, Manner],
) -> list[str]:
    """Return those who wonder and hold no office, beside a spokesperson with his, or one whom the title names."""
    sure = {key for key, one in speakers.items() if holds_post(key) or (one and one in titled)}
    return [
        key for key, one in speakers.items()
        if key not in sure and one not in titled and not is_titled(key) and roles[key].role in (None, "official")
        and key not in ANSWER_LABELS
        and (manners.get(key, SILENT).wonders >= ASKS or _is_one_of_many(key, sure, roles)) and sure
    ]  # fmt: skip


def asking_between(
    roles: Mapping[str, Played],
    speakers: Mapping[str, Speaker | None],
    titled: Sequence[Speaker],
    manners: Mapping[str, Manner],
) -> dict[str, Played]:
    """Return those with a name alone whose turns stand between those of somebody with a post, or whom the title names."""
    holding = {one for key, one in speakers.items() if one and (one in titled or holds_post(key))}
    sure = {key for key, one in speakers.items() if one in holding or holds_post(key)}
    plain = [key for key, one in speakers.items() if one and key not in sure and not is_titled(key)]
    between = heard_between(roles, manners, sure, [key for key in plain if key not in ANSWER_LABELS])
    return dict.fromkeys(between, Played("questioner", "role.between"))


def _is_one_of_many(key: str, sure: Collection[str], roles: Mapping[str, Played]) -> bool:
    """Whether a label is one word, as that of another who asks, where all who hold a post have labels of several: "Neha:"."""
    if "_" in key or not all("_" in each for each in sure):
        return False
    return any(
        role == "questioner" and "_" not in other and not is_question_key(other)
        for other, (role, _) in roles.items()
    )


def counted_together(
    speakers: Mapping[str, Speaker | None], manners: Mapping[str, Manner]
) -> dict[str, Manner]:
    """Return the manner of all whom a page only counts ("Speaker 1", "वक्ता 2") beside somebody with an office: they are of one kind."""
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for key in speakers:
        if key in manners and (number := _COUNTED.search(key)) and not words_of(key) & (POSTS - {"speaker"}):
            by_word[key[: number.start()]].append(key)
    held = any(one and one.office for one in speakers.values())
    return {
        key: Manner.joint([manners[one] for one in keys])
        for keys in by_word.values()
        if len(keys) >= 2 and held
        for key in keys
    }


def oppose(roles: dict[str, Played], manners: Mapping[str, Manner]) -> None:
    """Give the other of two speakers, one known, the other part if what he says ends in questions: `roles` is changed."""
    official = any(played.role == "official" for played in roles.values())
    for key, played in roles.items():
        if played.role is None and manners.get(key, SILENT).asks >= ASKS and official:
            roles[key] = Played("questioner", "role.opposes")


def leading(
    roles: Mapping[str, Played],
    speakers: Mapping[str, Speaker | None],
    titled: Sequence[Speaker],
    manners: Mapping[str, Manner],
) -> list[str]:
    """Return those who put the questions of a debate or a talk: they ask often, and are shorter than who answers at length."""
    open_keys = [
        key for key, played in roles.items() if played.role is None and speakers[key] and key in manners
    ]
    if len(open_keys) < 2 or any(one in titled for one in speakers.values() if one):
        return []
    most = max(open_keys, key=lambda key: manners[key].turns * manners[key].words)
    answers = manners[most]
    return [key for key in open_keys if _leads(manners[key], answers)]


def _leads(manner: Manner, answers: Manner) -> bool:
    if manner.turns < _LEAST_TURNS:
        return False
    ends = manner.asks >= max(_LEADS, 3 * answers.asks)
    if 2 * manner.words <= answers.words:
        return ends or manner.wonders >= max(2 * _LEADS, 2 * answers.wonders)
    return ends and manner.asks >= _ASKS_MUCH and manner.words < answers.words
