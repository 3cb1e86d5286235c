"""Labels that say that somebody presides over a sitting."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from unicodedata import normalize

from onrecord.reading.words.labelwords import CHAIR_LABELS, QUESTION_LABELS
from onrecord.reading.words.posts import HONORIFICS

# Who presides over a sitting, by the first word of the label; in a news conference it may be a head of state.
_PRESIDING = frozenset(
    "präsident präsidentin vizepräsident vizepräsidentin alterspräsident alterspräsidentin vors "
    "vorsitzender vorsitzende "
    "председатель председательствующий predsedujoči predsedujoča predsednik predsednica předseda "
    "předsedající místopředseda místopředsedkyně przewodniczący "
    "marszałek wicemarszałek talman puhemies voorzitter voorzitster elnök presidência presidente "
    "presidenta vicepresidente vicepresidenta "
    "président présidente vice-président vice-présidente presidenten visepresidenten talmannen ordföranden "
    "formanden formand næstformand næstformanden viceformand varapuhemies varatalman vicetalman "
    "przewodnicząca πρόεδρος "
    "προεδρεύων προεδρεύουσα başkan головуючий головуюча голова talmannen vice-talmannen ordfører "
    "ordføreren speakeren "
    "pengerusi ketua pimpinan председник председница предсједник предсједница председавајући "
    "председавајућа предсједавајући preşedinte preşedintele președinte președintele předsedkyně "
    "председател председателят председателстващ predseda predsedníčka podpredseda podpredsedníčka "
    "předsedkyňa predsedajúci predsjedavajući predsjedatelj juhataja".split()
)
_WITHOUT_ACCENTS = frozenset(
    normalize("NFD", word).translate({0x300: None, 0x301: None}) for word in _PRESIDING
)
_ARTICLES = frozenset("the el la le il o a der die an de het den ª º ο η".split())
# "TREDJE VICE TALMANNEN", "Zweiter Präsident", "Timbalan Yang di-Pertua", "Acting Chairperson"
_RANKS = frozenset(
    "första andra tredje fjerde første andre annen fjerde vice erster erste zweiter zweite dritter dritte "
    "acting deputy temporary timbalan primer primera "
    "segundo segunda primo prima secondo seconda eerste tweede leas".split()
)
# "La Presidenta del Gobierno", "le président de la République": a post outside the chamber
# "The Vice-President and Minister for Harbours"
_OF = frozenset("of de del du da do dos des della and for minister της του".split())
_BEHIND_NAME_IN_CHAIR = ("議長", "委員長", "의장", "위원장")
# Who leads a talk or a news conference, where others may have the floor as in a sitting.
HOSTS = frozenset(
    "moderator operator staff host anchor presenter facilitator moderatorin moderateur animateur moderador "
    "moderadora ведущий ведущая модератор 主持人 "
    "водещ водещият водеща водещата водитељ водитељка voditelj voditeljka жүргізуші წამყვანი հաղորդավար "
    "מנחה המנחה مجری گوینده مدير_الحوار सूत्रधार मॉडरेटर "
    "ผู้ดำเนินรายการ พิธีกร người_dẫn_chương_trình pemandu_acara pembawa_acara mtangazaji 사회자 司会 主持".split()
)
CHAIRS_NAMED = ("chairman_", "chairwoman_", "chairperson_", "chair_")
"""What the keys begin with of those who have the chair of a committee, and are named: in a news conference they may be a bank's head."""
PRESIDENTS = frozenset(("president", "the_president", "الرئيس", "السيد_الرئيس"))
"""Labels that are a head of state's as often as of whoever presides."""
IN_CHAIR = CHAIR_LABELS - HOSTS - PRESIDENTS
"""Labels of whoever presides over a sitting, and of nobody else."""
_OPENS_WITH_CHAIR = (
    "היו_ר",
    "יו_ר",
    "מ_מ_היו_ר",
    "議長",
    "副議長",
    "委員長",
    "主席（",
    "议长",
    "위원장",
    "의장",
    "소위원장",
)


# "The PRESIDING OFFICER", "The ACTING PRESIDENT pro tempore"
_OFFICERS = frozenset(
    "the_presiding_officer the_deputy_presiding_officer the_acting_president_pro_tempore".split()
)


@lru_cache(8192)
def presides(key: str) -> bool:
    """Return whether a label's words begin with who presides over a sitting: "La señora PRESIDENTA", "Präsident Dr. Harrow"."""
    if key.endswith(_BEHIND_NAME_IN_CHAIR) or key in _OFFICERS:
        return True
    bare = _without_titles(key)
    chairs = IN_CHAIR if key.startswith("the_") else CHAIR_LABELS - PRESIDENTS
    if key.startswith(_OPENS_WITH_CHAIR) or (bare != key and bare in chairs):
        return True
    words = key.split("_")
    article = words[0] in _ARTICLES
    while len(words) > 1 and (
        words[0] in _ARTICLES or words[0] in HONORIFICS or words[0] in _RANKS or words[0] == "tuan"
    ):
        words = words[1:]
    if words[:3] in (["yang", "di", "pertua"], ["y", "di", "pertua"]):
        return True
    # "LE PRESIDENT": capitals may stand without their accents
    greek = "α" <= words[0][:1] <= "ω"  # whose capitals have no accents
    known = words[0] in _PRESIDING or ((article or greek) and words[0] in _WITHOUT_ACCENTS)
    return known and not _OF.intersection(words[1:])


def is_sitting(keys: Collection[str]) -> bool:
    """Return whether the keys of a page's labels are those of a sitting: somebody presides over two others or more, and no word asks."""
    distinct = set(keys)
    chairs = {key for key in distinct if key in IN_CHAIR or presides(key) or key.startswith(CHAIRS_NAMED)}
    return bool(chairs) and len(distinct - chairs) >= 2 and not distinct & QUESTION_LABELS


def _without_titles(key: str) -> str:
    """A label's key without the forms of address before it: "Hon. Deputy Speaker", "The Temporary Deputy Speaker"."""
    words = key.split("_")
    while len(words) > 1 and (
        words[0] in HONORIFICS or words[0] in ("the", "deputy", "temporary", "acting", "assistant")
    ):
        words = words[1:]
    return "_".join(words)
