"""Who presides, as a page tells it: in brackets behind a label, in the list of those present, on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.model import Speaker
from onrecord.reading.turns.bylabel import Told
from onrecord.reading.turns.fullnames import FullNames
from onrecord.reading.words.inchair import held_in_chair
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import CHAIR_LABELS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.persons import Person
from onrecord.reading.words.presiding import presides
from onrecord.text import compile_late

_SURNAME_GIVEN_POST = 2  # commas
FORMS_OF_ADDRESS = frozenset(
    "doamna domnul domnişoara domnișoara heer shrimati kumari sr.ª srª mr mrs ms miss mx dr prof m mme mlle monsieur madame herr herrn frau sr sra señor señora don doña г-н г-жа господин госпожа "
    "vors sts srs psts bm bk shri smt श्री श्रीमती डॉ hon".split()
)
# A post in brackets behind the name, as Spanish-speaking chambers print who presides.
_HELD = re.compile(r"[(\[]([^()\[\]]+)[)\]]\W*$")
_CHAIRS = frozenset(
    "chair chairman chairwoman chairperson the_chair the_chairman the_chairperson vorsitzender vorsitzende speaker the_speaker the_president 主席 主持人 الرئيس السيد_الرئيس رئيس_الجلسة رئیس".split()
)
# as in "Members present: Ada Verne (Chair); Bel Harrow; …"
_IN_CHAIR = compile_late(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){1,4})\s[(\[](?i:(?:in the |the )?(?:acting )?(?:chair(?:man|woman|person)?|vorsitzender?)(?:\sof\s[^)\]]{3,60})?)[)\]]"
)
# as in "President: Ada Verne", alone on a line
_CHAIRED_BY = compile_late(
    r"^(?:President|Pr[eé]sident[ea]?|Chair(?:man|woman|person)?|Vorsitz(?:ender?)?|Ordstyrer|Talman|Voorzitter|Presiding officer|Presidencia|Presidência)\s*:\s*"
    r"(?:(?:Mr|Mrs|Ms|Dr|Mme|M|Sr|Sra|Ex\.m[oa] Sr\.?ª?)\.?\s(?=[A-ZÀ-Þ][\w'’-]+(?:\s|$))|(?=[A-ZÀ-Þ][\w'’-]+\s[A-ZÀ-Þ]))(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){0,4})\s*(?:\([^)]*\)|[.…\s]+\([^)]*\))?\s*$",
    re.MULTILINE,
)
# as in "[The Speaker (Hon. Ada Verne) in the Chair]", "[Mrs. Verne in the Chair]"
_TAKES_CHAIR = re.compile(
    r"[(\[](?:[^()\[\]\n]{0,40}\()?(?:(?:Hon|Mr|Mrs|Ms|Dr|Prof)\.?\s)*(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){0,4})\)?\s(?:in|took) the Chair\b"
)
# "Веде засідання Голова Палати МОРЕНКО О.О.", "Председательствует СТОЖАРОВ В. М."
_CONDUCTED_BY = compile_late(
    r"^(?:Веде засідання|Засідання веде|Головує|Председательствует|Заседание вед[её]т|Вед[её]т заседание)\b[^\n]{0,120}?"
    r"(?P<name>[А-ЯЁІЇЄҐ][А-ЯЁІЇЄҐ’'-]{2,30}\s[А-ЯЁІЇЄҐ]\.\s?[А-ЯЁІЇЄҐ]\.)",
    re.MULTILINE,
)
# "Lucrările au fost conduse de doamna Ada Verne, președintele Camerei."
_CONDUCTED_IN_ROMANIAN = re.compile(
    r"\b(?:[Ll]ucrările|[Șș]edința) (?:au|a) fost condus[eă] de (?:doamna|domnul)\s(?:deputat[ă]?\s|senator\s)?(?P<name>[A-ZĂÂÎȘȚ][\w-]+(?:\s[A-ZĂÂÎȘȚ][\w-]+){1,3})"
)
# "Председава Ада Вернић, председник Скупштине.", "Sednici predsedava …"
_CHAIRED_IN_SERBIAN = re.compile(
    r"\b(?:[Пп]редседава|[Пп]редсједава|[Pp]redsedava|[Pp]redsjedava|[Пп]редседавал[аи]?|[Pp]redsedaval[aio]?)\s(?:је\s|je\s)?"
    r"(?P<name>[A-ZČĆĐŠŽА-ЯЂЈЉЊЋЏ][\w-]+(?:\s[A-ZČĆĐŠŽА-ЯЂЈЉЊЋЏ][\w-]+){1,2})"
)
# "Председательствует Председатель Совета", and the name on the next line
_CONDUCTED_BELOW = re.compile(
    r"^[ \t]*Председательству(?:ет|ют)\b[^\n]{0,80}\n\s*(?P<name>(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё-]{2,30})\s*$",
    re.MULTILINE,
)
# "主　　席　段委員雅秋", on a line of its own
_CHAIR_IN_HAN = compile_late(
    r"^主[ \u3000]*席[ \u3000:：]+(?P<name>[\u4e00-\u9fff]{3,8})[ \u3000]*$", re.MULTILINE
)
# "主席細雅秋議員, G.B.S." among those present
_MEMBER_IN_CHAIR = compile_late(r"^主席(?P<name>[\u4e00-\u9fff]{2,4})議員", re.MULTILINE)
# "PRESIDENZA DELLA VICEPRESIDENTE ADA VERNI", "Présidence de Mme Ada Verne"
_PRESIDENCY = compile_late(
    r"^(?:PRESIDENCIA|PRESIDENZA|PRESIDÊNCIA|PR[EÉ]SIDENCE|Presidencia|Presidenza|Presidência|Présidence)\s(?:D[EIO](?:\sLA)?|DEL(?:LA|LO)?|DA|de(?:\sla)?|del(?:la|lo)?|di|do|da)\s"
    r"(?:(?:EXCM[OA]S?|SR[A]?|D|DÑA|DON|DOÑA|Excm[oa]|Sra?|don|doña|M|Mme|MME)\.?ª?\s)*(?P<name>[A-ZÀ-Þ][\w'’ -]{4,60})(?:,\s[^\n,]{3,60})?\s*$",
    re.MULTILINE,
)
# "افتتحت الجلسة … برئاسة السيد سامي بلجين", "جلسه … به ریاست آقای سهراب ورنا تشکیل شد"
_PRESIDED_BY = re.compile(
    r"(?:برئاسة (?:السيدة?|معالي|الدكتورة?|الأستاذة?)|به ریاست (?:آقای|خانم|دکتر|جناب))\s(?P<name>[^\W\d_]+\s[^\W\d_]+)"
)
# "BAŞKAN: Başkan Vekili Ada VERNE", alone on a line
_CHAIRED_IN_TURKISH = re.compile(
    r"^BAŞKAN\s?:\s(?:TBMM\s)?(?:Başkan\s?[Vv]ekili\s|Başkan\s)?(?P<name>[A-ZÇĞİÖŞÜ]\w+(?:\s[A-ZÇĞİÖŞÜ]\w+){1,3})\s*$",
    re.MULTILINE,
)
_CHAIRS_TOLD = (
    _IN_CHAIR, _CHAIRED_BY, _TAKES_CHAIR, _CONDUCTED_BY, _CONDUCTED_BELOW, _CHAIRED_IN_SERBIAN, _CONDUCTED_IN_ROMANIAN, _CHAIR_IN_HAN, _MEMBER_IN_CHAIR, _PRESIDENCY, _PRESIDED_BY, _CHAIRED_IN_TURKISH,
)  # fmt: skip
_PRESENT = 8_000  # characters, in which those present are listed
ARTICLES = frozenset("el la le il o a der die de".split())


def keys_of_chair(identified: Mapping[str, Told], text: str) -> list[str]:
    """Return the labels of the one whom the page names as presiding: "Mr. Linden" after "Hon. John Linden [chairman] presiding"."""
    chair = _named_in_chair(text)
    keys = Person(chair.name, None).keys if chair else frozenset[str]()
    return [
        key for key, told in identified.items()
        if told.speaker and keys and Person(told.speaker.name, None).keys <= keys
    ]  # fmt: skip


def changing_hands(labels: Sequence[str]) -> set[str]:
    """Return the keys of labels in whose brackets now one has the chair and then another, or nobody at first: each label tells for itself."""
    holders: dict[str, str | None] = {}
    changing = set()
    for label in dict.fromkeys(labels):
        held, key = held_in_chair(label), label_key(label)
        name = held.name if held else None
        if key in holders and name and name != holders[key]:
            changing.add(key)
        holders.setdefault(key, name)
    return changing


def find_in_chair(identified: Mapping[str, Told], text: str) -> dict[str, Told]:
    """Return the labels for who presides, with the one whom the page names as presiding."""
    untold = [key for key, told in identified.items() if told.speaker is None]
    posts = [key for key in untold if key in _CHAIRS or is_post_of_chair(key)]
    chair = _named_in_chair(text) if posts else None
    return dict.fromkeys(posts, Told(chair, "speaker.office")) if chair else {}


def _named_in_chair(text: str) -> Speaker | None:
    """The one whom the list of those present has in the chair, None where it has nobody or several."""
    top = text[:_PRESENT]
    names = {match["name"] for told in _CHAIRS_TOLD for match in told.finditer(top)}
    person = parse_person(names.pop()) if len(names) == 1 else None
    if person is None:
        return None
    shouted = any(len(word) > 2 and word.isupper() for word in person.name.split())
    return Speaker(FullNames(text).of(person.name) if shouted else person.name, "Chair")


def is_post_of_chair(key: str) -> bool:
    """Return whether a label is the word for who presides, with an article or none: "La Presidenta"."""
    words = [word for word in key.split("_") if word not in ARTICLES and word not in FORMS_OF_ADDRESS]
    return len(words) == 1 and presides(key)


def post_held(label: str) -> str:
    """Return the key of the post that stands in brackets at a label's end, empty without one."""
    held = _HELD.search(label) if label.endswith((")", "]")) else None
    # "M. Olivier Verne, président", "Finch, Cara, predsedníčka NR"
    _, comma, behind = label.rpartition(", ")
    if not comma or behind.count(" ") > (label.count(", ") == _SURNAME_GIVEN_POST):
        behind = ""
    return label_key(held[1]) if held else label_key(behind) if presides(label_key(behind)) else ""


def is_chair(key: str) -> bool:
    """Return whether a key is the word for whoever presides."""
    return key in CHAIR_LABELS or presides(key)
