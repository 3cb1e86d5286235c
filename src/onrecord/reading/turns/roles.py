"""The part each speaker plays: by the words of the label, by the title, and by who asks whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from onrecord.model import Role, Speaker
from onrecord.reading.turns.label import is_question_key, words_of
from onrecord.reading.turns.manners import Manner
from onrecord.reading.turns.pressed import heard_between
from onrecord.reading.words.labelwords import ANSWER_LABELS, AUDIENCE_LABELS, CHAIR_LABELS, INTERPRETER_LABELS
from onrecord.reading.words.posts import HONORIFICS, OFFICE_FIELDS, OFFICE_WORDS, OUTLET_WORDS, POST_WORDS
from onrecord.reading.words.presiding import PRESIDENTS, presides

_IN_THE_CHAIR = frozenset(
    "vors vorsitzender vorsitzende председательствующий predsedujoči predsedujoča předsedající".split()
)
_MODERATES = frozenset("moderator moderatorin moderateur moderador moderadora anchor presenter".split())
_BEFORE_NAMES = HONORIFICS | POST_WORDS
_NAMELESS = INTERPRETER_LABELS | AUDIENCE_LABELS
_POSTS = POST_WORDS | (OFFICE_WORDS - OFFICE_FIELDS)
_PRESSED = frozenset(("briefing", "news_conference", "answers_to_media", "interview"))
_HELD_BY_A_HEAD = frozenset(("news_conference", "briefing", "remarks", "interview", "speech", "message"))
# "UNIDENTIFIED MALE", "Speaker 3", "MILITARY AIDE": labels that say that nobody is named.
_NOBODY = re.compile(
    r"(?:unidentified|unknown|speaker_\d|male_|female_|voice|voz(?:_|$)|voix(?:_|$)|voce(?:_|$)|stimme|głos|(?:ال)?مسؤول|высокопоставлен|官员|관계자|高官)|(?:.*_)?(?:aide|aides|announcer|staffer|crew|child|children|"
    r"boy|girl|man|woman|student|students|veteran|guest|officials?|members?|person|narrator|applicant|caller)(?:_\d+)?$"
)
_COUNTED = re.compile(r"_\d{1,2}$")
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
_FOR_THE_PRESS = frozenset(
    "host co-host presenter anchor interviewer journalist reporter correspondent compere".split()
)
_PUTS = re.compile(r"_to_the_(?:\w+_){0,3}?(?:minister|attorney|treasurer|secretary|speaker|premier)(?:_|$)")
_HOSTS = 1 / 3
_ASKS = 0.5
_ASKS_ALONE = 0.6
_ASKS_MUCH = 0.3
_LEAST_TURNS = 5
_LEADS = 0.15
_CALLS = 0.25
_LEAST_CALLED = 2
_FEW_ASKING = 3
_EVERY_OTHER = 1 / 3
_LEAST_HEARD = 3
_BLANK = "__"
_OF_THE_HOUSE = re.compile(
    r"(?:(?:an|some|several|many|other)_)?hon(?:ourable)?_members?|(?:the_)?hon_members|(?:[oa]_)?oradora?|l_orat(?:eur|rice)|(?:des|une|plusieurs)_voix"
)


_SILENT = Manner()


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
    if _BLANK in key:
        return True
    return is_question_key(key) or key in _NAMELESS or bool(_NOBODY.match(key))


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
    together = _counted(speakers, manners)
    roles = {
        key: role_of(key, speakers[key], titled, labelled, together.get(key) or manners.get(key, _SILENT))
        for key in speakers
    }
    roles |= _asking_by_one_label(speakers) | _hosting_by_one_label(speakers)
    counted = [key for key, manner in together.items() if manner.asks >= _ASKS]
    roles |= dict.fromkeys(counted, Played("questioner", "role.counted"))
    if not labelled:
        if len(roles) == 2 and any(one.role is None for one in roles.values()):
            _oppose(roles, manners)
        for key in _leading(roles, speakers, titled, manners):
            roles[key] = Played("questioner", "role.leads")
        for key in _calling(roles, manners):
            if speakers[key] not in titled:
                roles[key] = Played("chair", "role.calls")
    if "interview" in kinds and any(one in titled for one in speakers.values() if one):
        # In an interview whoever is not the one interviewed asks.
        for key, one in speakers.items():
            open_role = roles[key].role in (None, "official") and not _holds_post(key)
            if one not in titled and open_role and key not in ANSWER_LABELS:
                roles[key] = Played("questioner", "role.interviews")
    interviewed = _is_interviewed(speakers, manners)
    if interviewed and "interview" in kinds:
        asking = [key for key, one in speakers.items() if one and roles[key].role in (None, "official")]
        roles |= dict.fromkeys(asking, Played("questioner", "role.interviews"))
    if set(kinds) & _PRESSED or interviewed:
        asking = _of_the_press(roles, speakers, titled, manners)
        roles |= dict.fromkeys(asking, Played("questioner", "role.wonders"))
        roles |= {} if labelled else _between(roles, speakers, titled, manners)
    judging = _judging(speakers)
    for key, one in speakers.items():
        in_chair = (
            (key in presiding or presides(key)) and not set(kinds) & _HELD_BY_A_HEAD and one not in titled
        )
        if in_chair or key in judging or key.split("_", 1)[0] in _IN_THE_CHAIR:
            roles[key] = Played("chair", "role.presides")
    if set(kinds) & _PRESSED:
        giving = _giving(speakers, titled, manners)
        if any(key not in giving and played.role != "questioner" for key, played in roles.items()):
            # where all others ask, whoever gives them the floor answers
            roles |= dict.fromkeys(giving, Played("chair", "role.gives"))
    if not any(one in titled for one in speakers.values() if one):
        roles |= dict.fromkeys(_ruling(roles, manners), Played("chair", "role.rules"))
    if any(played.role == "chair" for played in roles.values()):
        roles |= _beside_a_chair(roles, manners)
        if "debate" in kinds:
            roles |= dict.fromkeys(_asking_once(roles, manners), Played("official", "role.member"))
    return _settled(roles, speakers, manners, kinds, interviewed=interviewed)


def _judging(speakers: Mapping[str, Speaker | None]) -> set[str]:
    """Those who judge, where a registrar, a witness, a letter or counsel's form of address shows a court: "JUDGE VERNE", "CHIEF JUSTICE VERNE"."""
    judges = {key for key in speakers if "_" in key and _JUDGES.match(key)}
    if not judges or len(judges) == len(speakers):
        return set()
    return (
        judges
        if _OF_COURTS & speakers.keys() or any(key.startswith("chief_justice") for key in judges)
        else set()
    )


def _asking_by_one_label(speakers: Mapping[str, Speaker | None]) -> dict[str, Played]:
    """Those of whom one label says that they host, or put a question to a minister: under all their labels they ask."""
    hosting = {
        one for key, one in speakers.items() if one and "_" in key and key.split("_")[-1] in _FOR_THE_PRESS
    }
    putting = {one for key, one in speakers.items() if one and _PUTS.search(key)}
    hosts, puts = Played("questioner", "role.hosts"), Played("questioner", "role.puts")
    return {
        key: hosts if one in hosting else puts for key, one in speakers.items() if one in hosting | putting
    }


def _hosting_by_one_label(speakers: Mapping[str, Speaker | None]) -> dict[str, Played]:
    """Those of whom one label says that they moderate: "主持人 陆晓", "Moderator Ada Verne" preside under all their labels."""
    moderating = {
        one for key, one in speakers.items() if one and "_" in key and key.split("_")[0] in _MODERATING
    }
    hosts = Played("chair", "role.chair_label")
    return {key: hosts for key, one in speakers.items() if one in moderating} if moderating else {}


def _giving(
    speakers: Mapping[str, Speaker | None], titled: Sequence[Speaker], manners: Mapping[str, Manner]
) -> list[str]:
    """Who leads a news conference: half of his turns or more call for questions, and he holds no office."""
    giving = [
        key for key, one in speakers.items()
        if one and one not in titled and (not one.office or _is_voice(key)) and manners.get(key, _SILENT).gives >= _ASKS
    ]  # fmt: skip
    giving += [
        key for key, one in speakers.items()
        if key not in giving and _is_voice(key) and one not in titled and _hosts_only(manners.get(key, _SILENT), manners)
        and any(other != key and (two in titled or _holds_post(other)) for other, two in speakers.items())
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
    return (manner.gives >= _ASKS and manner.words <= _A_LINE) or short


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
        settled |= dict.fromkeys(_hosts(settled, manners), Played("questioner", "role.hosts"))
    official = [key for key, played in settled.items() if played.role == "official"]
    pressed = not official and any(map(is_question_key, settled))
    if pressed or (set(kinds) & _HELD_BY_A_HEAD and (not official or interviewed)):
        # A president who answers the press presides over nothing.
        heads = {
            key for key in settled if settled[key].role == "chair" and (presides(key) or key in PRESIDENTS)
        }
        settled |= dict.fromkeys(heads, Played("official", "role.head"))
    return settled


def _hosts(roles: Mapping[str, Played], manners: Mapping[str, Manner]) -> list[str]:
    """Those who host a talk in which nobody else asks: "HOST: And do you like it here?"."""
    return [
        key
        for key, played in roles.items()
        if played.role == "chair" and key in _HOSTING and manners.get(key, _SILENT).wonders >= _HOSTS
    ]


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


def _is_interviewed(speakers: Mapping[str, Speaker | None], manners: Mapping[str, Manner]) -> bool:
    """Whether one who is called by his post alone takes every other turn or nearly, among a few with plain names."""
    heads = {key for key in speakers if key not in CHAIR_LABELS or presides(key) or key in PRESIDENTS}
    holders = [key for key in heads & manners.keys() if _holds_post(key) and speakers[key] is None]
    others = [key for key in manners if key not in holders]
    if len(holders) != 1 or not others or any(_is_titled(key) or speakers.get(key) is None for key in others):
        return False
    named = {speakers[key]: manners[key].turns for key in others}
    turns = manners[holders[0]].turns
    return len(named) <= _FEW_ASKING and turns >= _EVERY_OTHER * (turns + sum(named.values()))


def _of_the_press(
    roles: Mapping[str, Played],
    speakers: Mapping[str, Speaker | None],
    titled: Sequence[Speaker],
    manners: Mapping[str, Manner],
) -> list[str]:
    """Those who wonder and hold no office, beside a spokesperson with his, or one whom the title names."""
    sure = {key for key, one in speakers.items() if _holds_post(key) or (one and one in titled)}
    return [
        key for key, one in speakers.items()
        if key not in sure and one not in titled and not _is_titled(key) and roles[key].role in (None, "official")
        and key not in ANSWER_LABELS
        and (manners.get(key, _SILENT).wonders >= _ASKS or _is_one_of_many(key, sure, roles)) and sure
    ]  # fmt: skip


def _between(
    roles: Mapping[str, Played],
    speakers: Mapping[str, Speaker | None],
    titled: Sequence[Speaker],
    manners: Mapping[str, Manner],
) -> dict[str, Played]:
    """Those with a name alone whose turns stand between those of somebody with a post, or whom the title names."""
    holding = {one for key, one in speakers.items() if one and (one in titled or _holds_post(key))}
    sure = {key for key, one in speakers.items() if one in holding or _holds_post(key)}
    plain = [key for key, one in speakers.items() if one and key not in sure and not _is_titled(key)]
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


def _counted(speakers: Mapping[str, Speaker | None], manners: Mapping[str, Manner]) -> dict[str, Manner]:
    """The manner of all whom a page only counts ("Speaker 1", "वक्ता 2") beside somebody with an office: they are of one kind."""
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for key in speakers:
        if key in manners and (number := _COUNTED.search(key)) and not words_of(key) & (_POSTS - {"speaker"}):
            by_word[key[: number.start()]].append(key)
    held = any(one and one.office for one in speakers.values())
    return {
        key: Manner.joint([manners[one] for one in keys])
        for keys in by_word.values()
        if len(keys) >= 2 and held
        for key in keys
    }


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
    if key in AUDIENCE_LABELS or (_NOBODY.match(key) and "official" not in key and manner.asks < _ASKS):
        return Played(None, "role.nobody_named")
    if speaker and speaker in titled:
        return Played("official", "role.titled")
    if speaker is None and OUTLET_WORDS.search(key.replace("_", " ")):
        return Played("questioner", "role.outlet_label")
    if manner.asks >= _ASKS and (titled or (labelled and not _is_titled(key))):
        return Played("questioner", "role.asks")
    if labelled:
        return Played("official", "role.not_a_question")
    if _holds_post(key) or (speaker and speaker.office and not OUTLET_WORDS.search(speaker.office)):
        return Played("official", "role.office")
    return Played("questioner", "role.asks") if manner.asks >= _ASKS_ALONE else Played(None, "role.untold")


def _is_titled(key: str) -> bool:
    return not _BEFORE_NAMES.isdisjoint(words_of(key))


def _holds_post(key: str) -> bool:
    return bool(words_of(key) & _POSTS) and not _NOBODY.match(key)


def _oppose(roles: dict[str, Played], manners: Mapping[str, Manner]) -> None:
    """Of two speakers, one known: the other has the other part if what he says ends in questions."""
    official = any(played.role == "official" for played in roles.values())
    for key, played in roles.items():
        if played.role is None and manners.get(key, _SILENT).asks >= _ASKS and official:
            roles[key] = Played("questioner", "role.opposes")


def _leading(
    roles: Mapping[str, Played],
    speakers: Mapping[str, Speaker | None],
    titled: Sequence[Speaker],
    manners: Mapping[str, Manner],
) -> list[str]:
    """Those who put the questions of a debate or a talk: they ask often, and are shorter than who answers at length."""
    open_keys = [
        key for key, played in roles.items() if played.role is None and speakers[key] and key in manners
    ]
    if len(open_keys) < 2 or any(one in titled for one in speakers.values() if one):
        return []
    most = max(open_keys, key=lambda key: manners[key].turns * manners[key].words)
    answers = manners[most]
    return [key for key in open_keys if _leads(manners[key], answers)]


def _calling(roles: Mapping[str, Played], manners: Mapping[str, Manner]) -> list[str]:
    """Those who give the floor: turn after turn ends with the name of the next speaker, and nobody else does so."""
    heard = {key: manners[key] for key in roles if key in manners and roles[key].role != "questioner"}
    callers = [
        key for key, manner in heard.items()
        if manner.turns >= _LEAST_TURNS and manner.called >= _LEAST_CALLED and manner.calls >= _CALLS
    ]  # fmt: skip
    return callers if len(heard) > len(callers) + 1 and len(callers) <= 3 else []


def _is_of_the_house(key: str) -> bool:
    return _BLANK in key or bool(_OF_THE_HOUSE.fullmatch(key))


def _ruling(roles: Mapping[str, Played], manners: Mapping[str, Manner]) -> list[str]:
    """Who presides where no label says so: half of his turns or more open, close, call or take votes, and nobody else's do."""
    if len(roles) < _LEAST_HEARD or any(played.role == "chair" for played in roles.values()):
        return []
    heard = {key: manners[key] for key in roles if key in manners and roles[key].role in (None, "official")}
    ruling = [key for key, manner in heard.items() if manner.turns >= 2 and manner.rules >= _ASKS]
    return ruling if len(ruling) == 1 else []


def _beside_a_chair(roles: Mapping[str, Played], manners: Mapping[str, Manner]) -> dict[str, Played]:
    """Who is not named in a sitting: "An hon. Member" is of the house, "Unknown" who takes an oath is in the chair."""
    house = [key for key, played in roles.items() if played.role is None and _is_of_the_house(key)]
    unnamed = (key for key in roles if names_nobody(key) and not is_question_key(key))
    ruling = [key for key in unnamed if manners.get(key, _SILENT).rules >= _ASKS]
    return dict.fromkeys(house, Played("official", "role.member")) | dict.fromkeys(
        ruling, Played("chair", "role.rules")
    )


def _asking_once(roles: Mapping[str, Played], manners: Mapping[str, Manner]) -> list[str]:
    """Those who ask in a sitting once or twice, where few of its members ask at all: in a debate a question is a way to speak."""
    members = [key for key, played in roles.items() if played.role in (None, "official", "questioner")]
    asking = [key for key in members if roles[key].rule in _BY_ASKING]
    few = _FEW_OF_MEMBERS * len(asking) <= len(members)
    heard = {key: manners.get(key, _SILENT) for key in asking} if few else {}
    return [
        key for key, manner in heard.items() if manner.turns <= _SELDOM and manner.words >= _MORE_THAN_ASKED
    ]


def _leads(manner: Manner, answers: Manner) -> bool:
    if manner.turns < _LEAST_TURNS:
        return False
    ends = manner.asks >= max(_LEADS, 3 * answers.asks)
    if 2 * manner.words <= answers.words:
        return ends or manner.wonders >= max(2 * _LEADS, 2 * answers.wonders)
    return ends and manner.asks >= _ASKS_MUCH and manner.words < answers.words
