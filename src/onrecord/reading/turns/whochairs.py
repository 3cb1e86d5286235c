"""Who presides over a sitting, leads a news conference or judges: by labels, and by who gives the floor to whom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.model import Speaker
from onrecord.reading.turns.bylabel import ASKS, BLANK, SILENT, Played, holds_post, names_nobody
from onrecord.reading.turns.label import is_question_key
from onrecord.reading.turns.manners import Manner

_HOSTING = frozenset(
    "host presenter anchor moderator animateur animatrice moderador moderadora moderatorin ведущий ведущая 主持人 "
    "водещ водещият водеща водещата водитељ водитељка voditelj voditeljka ведучий ведуча жүргізуші წამყვანი հաղորդավար מנחה המנחה مجری گوینده "
    "พิธีกร người_dẫn_chương_trình pemandu_acara pembawa_acara mtangazaji 사회자 司会".split()
)
_MODERATING = frozenset(
    "moderator moderatorin moderateur moderador moderadora модератор 主持人 主持 사회자 司会".split()
)
_JUDGES = re.compile(
    r"(?:(?:presiding_|chief_)?judge|(?:lord_|lady_|mr_|mrs_|ms_)?(?:chief_)?justice|president_judge|hakim(?:_ketua|_anggota)?|richter(?:in)?|juge)_"
)
_OF_COURTS = frozenset(
    "registrar the_registrar witness the_witness the_court court_officer the_court_officer court_usher the_clerk a".split()
)
_BY_ASKING = frozenset(("role.asks", "role.leads", "role.opposes", "role.wonders"))
_SELDOM = 2  # turns
_MORE_THAN_ASKED = 8  # words
_FEW_OF_MEMBERS = 2  # at least so many times as many as ask
_VOICE = re.compile(
    r"(?:^|_)(?:spokes(?:person|man|woman)|press_(?:secretary|officer)|sprecher(?:in)?|regierungssprecher(?:in)?|porte-parole|portavoz|portavoce|porta-voz|mluvčí|hovor(?:ca|kyňa)|"
    r"rzecznik|rzeczniczka|szóvivő|kormányszóvivő|woordvoerder|talsperson|glasnogovornik|glasnogovornica|εκπρόσωπος|sözcü)(?:_|$)"
)
_A_LINE = 14  # words
_A_WORD_OF_THANKS = 6
_HOSTS = 1 / 3
_CALLS, _LEAST_CALLING = 0.25, 5  # of so many turns
_LEAST_CALLED = 2
_LEAST_HEARD = 3
_OF_THE_HOUSE = re.compile(
    r"(?:(?:an|some|several|many|other)_)?hon(?:ourable)?_members?|(?:the_)?hon_members|(?:[oa]_)?oradora?|l_orat(?:eur|rice)|(?:des|une|plusieurs)_voix"
)


def judging(speakers: Mapping[str, Speaker | None]) -> set[str]:
    """Return those who judge, where a registrar, a witness, a letter or counsel's form of address shows a court: "JUDGE VERNE", "CHIEF JUSTICE VERNE"."""
    judges = {key for key in speakers if "_" in key and _JUDGES.match(key)}
    if not judges or len(judges) == len(speakers):
        return set()
    return (
        judges
        if _OF_COURTS & speakers.keys() or any(key.startswith("chief_justice") for key in judges)
        else set()
    )


def hosting_by_one_label(speakers: Mapping[str, Speaker | None]) -> dict[str, Played]:
    """Return those of whom one label says that they moderate: "主持人 陆晓", "Moderator Ada Verne" preside under all their labels."""
    moderating = {
        one for key, one in speakers.items() if one and "_" in key and key.split("_")[0] in _MODERATING
    }
    hosts = Played("chair", "role.chair_label")
    return {key: hosts for key, one in speakers.items() if one in moderating} if moderating else {}


def giving(
    speakers: Mapping[str, Speaker | None], titled: Sequence[Speaker], manners: Mapping[str, Manner]
) -> list[str]:
    """Return who leads a news conference: half of his turns or more call for questions, and he holds no office."""
    giving = [
        key for key, one in speakers.items()
        if one and one not in titled and (not one.office or _is_voice(key)) and manners.get(key, SILENT).gives >= ASKS
    ]  # fmt: skip
    giving += [
        key for key, one in speakers.items()
        if key not in giving and _is_voice(key) and one not in titled and _hosts_only(manners.get(key, SILENT), manners)
        and any(other != key and (two in titled or holds_post(other)) for other, two in speakers.items())
    ]  # fmt: skip
    return giving if len(giving) < len(speakers) - 1 else []


def _is_voice(key: str) -> bool:
    """Whether a label is the post of whoever speaks for an office: beside its head he gives the floor."""
    return bool(_VOICE.search(key))


def _hosts_only(manner: Manner, manners: Mapping[str, Manner]) -> bool:
    """Whether somebody says a line at a time where others say more: "One last question." "Thank you very much." """
    longest = max((other.words for other in manners.values()), default=0)
    short = (
        (manner.turns >= 2 or manner.words <= _A_WORD_OF_THANKS)
        and manner.words <= _A_LINE
        and 2 * manner.words <= longest
    )
    return (manner.gives >= ASKS and manner.words <= _A_LINE) or short


def hosting(roles: Mapping[str, Played], manners: Mapping[str, Manner]) -> list[str]:
    """Return those who host a talk in which nobody else asks: "HOST: And do you like it here?"."""
    return [
        key
        for key, played in roles.items()
        if played.role == "chair" and key in _HOSTING and manners.get(key, SILENT).wonders >= _HOSTS
    ]


def calling(roles: Mapping[str, Played], manners: Mapping[str, Manner]) -> list[str]:
    """Return those who give the floor: turn after turn ends with the name of the next speaker, and nobody else does so."""
    heard = {key: manners[key] for key in roles if key in manners and roles[key].role != "questioner"}
    callers = [
        key for key, manner in heard.items()
        if manner.turns >= _LEAST_CALLING and manner.called >= _LEAST_CALLED and manner.calls >= _CALLS
    ]  # fmt: skip
    return callers if len(heard) > len(callers) + 1 and len(callers) <= 3 else []


def _is_of_the_house(key: str) -> bool:
    return BLANK in key or bool(_OF_THE_HOUSE.fullmatch(key))


def ruling(roles: Mapping[str, Played], manners: Mapping[str, Manner]) -> list[str]:
    """Return who presides where no label says so: half of his turns or more open, close, call or take votes, and nobody else's do."""
    if len(roles) < _LEAST_HEARD or any(played.role == "chair" for played in roles.values()):
        return []
    heard = {key: manners[key] for key in roles if key in manners and roles[key].role in (None, "official")}
    ruling = [key for key, manner in heard.items() if manner.turns >= 2 and manner.rules >= ASKS]
    return ruling if len(ruling) == 1 else []


def beside_a_chair(roles: Mapping[str, Played], manners: Mapping[str, Manner]) -> dict[str, Played]:
    """Return who is not named in a sitting: "An hon. Member" is of the house, "Unknown" who takes an oath is in the chair."""
    house = [key for key, played in roles.items() if played.role is None and _is_of_the_house(key)]
    unnamed = (key for key in roles if names_nobody(key) and not is_question_key(key))
    ruling = [key for key in unnamed if manners.get(key, SILENT).rules >= ASKS]
    return dict.fromkeys(house, Played("official", "role.member")) | dict.fromkeys(
        ruling, Played("chair", "role.rules")
    )


def asking_once(roles: Mapping[str, Played], manners: Mapping[str, Manner]) -> list[str]:
    """Return those who ask in a sitting once or twice, where few of its members ask at all: in a debate a question is a way to speak."""
    members = [key for key, played in roles.items() if played.role in (None, "official", "questioner")]
    asking = [key for key in members if roles[key].rule in _BY_ASKING]
    few = _FEW_OF_MEMBERS * len(asking) <= len(members)
    heard = {key: manners.get(key, SILENT) for key in asking} if few else {}
    return [
        key for key, manner in heard.items() if manner.turns <= _SELDOM and manner.words >= _MORE_THAN_ASKED
    ]
