"""The part each speaker plays: by the words of the label, by the title, and by who asks whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from onrecord.model import Speaker
from onrecord.reading.turns.bylabel import ASKS, SILENT, Played, holds_post, role_of
from onrecord.reading.turns.label import is_question_key
from onrecord.reading.turns.manners import Manner
from onrecord.reading.turns.whoasks import (
    asking_between,
    asking_by_one_label,
    counted_together,
    is_interviewed,
    leading,
    of_the_press,
    oppose,
)
from onrecord.reading.turns.whochairs import (
    asking_once,
    beside_a_chair,
    calling,
    giving,
    hosting,
    hosting_by_one_label,
    judging,
    ruling,
)
from onrecord.reading.words.labelwords import ANSWER_LABELS
from onrecord.reading.words.presiding import PRESIDENTS, presides

_IN_THE_CHAIR = frozenset(
    "vors vorsitzender vorsitzende председательствующий predsedujoči predsedujoča předsedající".split()
)
_PRESSED = frozenset(("briefing", "news_conference", "answers_to_media", "interview"))
_HEADS = frozenset(
    "president presidente presidenta presidentin präsident präsidentin prezydent prezident prezidentka президент".split()
)
_HELD_BY_A_HEAD = frozenset(("news_conference", "briefing", "remarks", "interview", "speech", "message"))


def find_roles(
    speakers: Mapping[str, Speaker | None],
    titled: Sequence[Speaker],
    manners: Mapping[str, Manner],
    kinds: Sequence[str],
    presiding: Collection[str] = (),
) -> dict[str, Played]:
    """Return the role of each label key; None where nothing tells, and the label names nobody.

    `presiding` are the keys whose brackets say so: "El señor ALDEA (Presidente)".
    A named speaker who is told to be nothing else is taken for an official: it is officials' words that the source publishes.
    """
    labelled = any(is_question_key(key) for key in speakers)
    manners = _by_speaker(speakers, manners)
    together = counted_together(speakers, manners)
    roles = {
        key: role_of(key, speakers[key], titled, labelled, together.get(key) or manners.get(key, SILENT))
        for key in speakers
    }
    roles |= asking_by_one_label(speakers) | hosting_by_one_label(speakers)
    counted = [key for key, manner in together.items() if manner.asks >= ASKS]
    roles |= dict.fromkeys(counted, Played("questioner", "role.counted"))
    if not labelled:
        if len(roles) == 2 and any(one.role is None for one in roles.values()):
            oppose(roles, manners)
        for key in leading(roles, speakers, titled, manners):
            roles[key] = Played("questioner", "role.leads")
        for key in calling(roles, manners):
            if speakers[key] not in titled:
                roles[key] = Played("chair", "role.calls")
    if "interview" in kinds and any(one in titled for one in speakers.values() if one):
        # In an interview whoever is not the one interviewed asks.
        for key, one in speakers.items():
            open_role = roles[key].role in (None, "official") and not holds_post(key)
            if one not in titled and open_role and key not in ANSWER_LABELS:
                roles[key] = Played("questioner", "role.interviews")
    interviewed = is_interviewed(speakers, manners)
    if interviewed and "interview" in kinds:
        asking = [key for key, one in speakers.items() if one and roles[key].role in (None, "official")]
        roles |= dict.fromkeys(asking, Played("questioner", "role.interviews"))
    if set(kinds) & _PRESSED or interviewed:
        asking = of_the_press(roles, speakers, titled, manners)
        roles |= dict.fromkeys(asking, Played("questioner", "role.wonders"))
        roles |= {} if labelled else asking_between(roles, speakers, titled, manners)
    judges = judging(speakers)
    for key, one in speakers.items():
        in_chair = (
            (key in presiding or presides(key)) and not set(kinds) & _HELD_BY_A_HEAD and one not in titled
        )
        if in_chair or key in judges or key.split("_", 1)[0] in _IN_THE_CHAIR:
            roles[key] = Played("chair", "role.presides")
    if set(kinds) & _PRESSED:
        roles |= _giving_to_others(giving(speakers, titled, manners), roles)
    if not any(one in titled for one in speakers.values() if one):
        roles |= dict.fromkeys(ruling(roles, manners), Played("chair", "role.rules"))
    if any(played.role == "chair" for played in roles.values()):
        roles |= beside_a_chair(roles, manners)
        if "debate" in kinds:
            roles |= dict.fromkeys(asking_once(roles, manners), Played("official", "role.member"))
    return _settled(roles, speakers, manners, kinds, interviewed=interviewed)


def _giving_to_others(gives: Sequence[str], roles: Mapping[str, Played]) -> dict[str, Played]:
    """Those who give the floor, in the chair; where all others ask, whoever gives them the floor answers."""
    heard = any(key not in gives and played.role != "questioner" for key, played in roles.items())
    return dict.fromkeys(gives, Played("chair", "role.gives")) if heard else {}


def _settled(
    roles: Mapping[str, Played],
    speakers: Mapping[str, Speaker | None],
    manners: Mapping[str, Manner],
    kinds: Sequence[str],
    *,
    interviewed: bool,
) -> dict[str, Played]:
    """The roles, with an official's for each named speaker who is told to be nothing else."""
    named = Played("official", "role.named")
    settled = {
        key: named if played.role is None and speakers[key] else played for key, played in roles.items()
    }
    if not any(played.role == "questioner" for played in settled.values()):
        settled |= dict.fromkeys(hosting(settled, manners), Played("questioner", "role.hosts"))
    official = [key for key, played in settled.items() if played.role == "official"]
    pressed = not official and any(map(is_question_key, settled))
    if pressed or (set(kinds) & _HELD_BY_A_HEAD and (not official or interviewed)):
        # A president who answers the press presides over nothing.
        heads = {
            key for key in settled if settled[key].role == "chair" and (presides(key) or key in PRESIDENTS)
        }
        settled |= dict.fromkeys(heads, Played("official", "role.head"))
    elif "debate" not in kinds and any(key != "q" and is_question_key(key) for key in settled):
        # "PREGUNTA:", and "PRESIDENTE ADA VERNA:": a sitting has no word for questions
        named_heads = [key for key, played in settled.items() if played.role == "chair" and speakers[key]]
        heads = {key for key in named_heads if key.partition("_")[0] in _HEADS}
        settled |= dict.fromkeys(heads, Played("official", "role.head"))
    return settled


def _by_speaker(speakers: Mapping[str, Speaker | None], manners: Mapping[str, Manner]) -> dict[str, Manner]:
    """The manners of all labels, those of one speaker together: "WIL VERNE" and "VERNE" play one part."""
    keys: defaultdict[Speaker, list[str]] = defaultdict(list)
    for key, one in speakers.items():
        if one and key in manners:
            keys[one].append(key)
    return {
        **manners,
        **{
            key: Manner.joint([manners[one] for one in of_one])
            for of_one in keys.values()
            if len(of_one) > 1
            for key in of_one
        },
    }
