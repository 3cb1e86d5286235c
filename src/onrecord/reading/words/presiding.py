"""Labels that say that somebody presides over a sitting."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

from onrecord.reading.words.vocabulary import CHAIR_LABELS, HONORIFICS

# Who presides over a sitting, by the first word of the label; in a news conference it may be a head of state.
_PRESIDING = frozenset(
    "präsident präsidentin vizepräsident vizepräsidentin alterspräsident alterspräsidentin vors vorsitzender vorsitzende "
    "председатель председательствующий predsedujoči predsedujoča predsednik predsednica předseda předsedající przewodniczący "
    "marszałek wicemarszałek talman puhemies voorzitter elnök presidência presidente presidenta vicepresidente vicepresidenta "
    "président présidente vice-président vice-présidente presidenten visepresidenten talmannen ordföranden formanden przewodnicząca πρόεδρος "
    "προεδρεύων προεδρεύουσα başkan головуючий головуюча голова".split()
)
_WITHOUT_ACCENTS = frozenset(
    normalize("NFD", word).translate({0x300: None, 0x301: None}) for word in _PRESIDING
)
_ARTICLES = frozenset("the el la le il o a der die".split())
# "La Presidenta del Gobierno", "le président de la République": a post outside the chamber
_OF = frozenset("of de del du da do dos des della".split())
_BEHIND_NAME_IN_CHAIR = frozenset(("議長", "副議長", "委員長", "副委員長", "의장", "위원장"))
PRESIDENTS = frozenset(("president", "the_president", "الرئيس", "السيد_الرئيس"))
"""Labels that are a head of state's as often as of whoever presides."""
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


@lru_cache(8192)
def presides(key: str) -> bool:
    """Return whether a label's words begin with who presides over a sitting: "La señora PRESIDENTA", "Präsident Dr. Harrow"."""
    if key.rpartition("_")[2] in _BEHIND_NAME_IN_CHAIR:
        return True
    bare = _without_titles(key)
    if key.startswith(_OPENS_WITH_CHAIR) or (bare != key and bare in CHAIR_LABELS - PRESIDENTS):
        return True
    words = key.split("_")
    article = words[0] in _ARTICLES
    while len(words) > 1 and (words[0] in _ARTICLES or words[0] in HONORIFICS):
        words = words[1:]
    # "LE PRESIDENT": capitals may stand without their accents
    greek = "α" <= words[0][:1] <= "ω"  # whose capitals have no accents
    known = words[0] in _PRESIDING or ((article or greek) and words[0] in _WITHOUT_ACCENTS)
    return known and not _OF.intersection(words[1:])


def _without_titles(key: str) -> str:
    """A label's key without the forms of address before it: "Hon. Deputy Speaker"."""
    words = key.split("_")
    while len(words) > 1 and (words[0] in HONORIFICS or words[0] in ("deputy", "temporary", "acting")):
        words = words[1:]
    return "_".join(words)
