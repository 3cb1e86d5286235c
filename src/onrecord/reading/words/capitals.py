"""Where a phrase of a title ends: a post and a name are words with capitals, and what links such."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.reading.words.names import NUMBERS, parse_person
from onrecord.reading.words.order import names_kind
from onrecord.reading.words.posts import PARTICLES, POST_WORDS
from onrecord.reading.words.postsof import LINKS
from onrecord.reading.words.postwords import is_office_word

# Words that end a name in a title, also where titles are set in capitals: "… Bel Harrow Aboard the Mail Boat"
_ENDERS = frozenset(
    "aboard at on in with during following before after regarding via about from en as by upon while under "
    "against over "
    "announcing honoring marking celebrating commemorating preview previewing "
    "meets met visits hosts welcomes announces addresses delivers attends receives discusses congratulates "
    "thanks departs arrives participates "
    "greets launches condemns nominates appoints speaks signs issues".split()
)
# Where titles set all words in capitals: "President Harrow Extending the …", but "Chen Liping at …"
_GERUND = re.compile(
    r"(?!(?:Managing|Acting|Commanding|Presiding)\s)[A-Z][a-z]{2,}ing\s+(?P<next>the|a|an|his|her|their|its"
    r"|our|The|A|An|[A-Z]\S*)\s"
)
_QUOTES = re.compile(
    r"[“\"«„](?!\S*[”\"»“])"
)  # "Bel Harrow “Neighbours in Europe”", and not "Bel “Bo” Harrow"
# What binds in a title whose words all have capitals, where a small letter would tell it
_IN_CAPITALS_ENDS = re.compile(
    r"[AÀ]\s(?:LA|LAS|LOS|EL|UNE?|UNA|L['’]|LES|AS|OS)\b|(?:AL|AU|AUX|ANTE|DANS|DEVANT|SUR|PARA|AOS?|ÀS|À)\s"
)
_OWNER = re.compile(r"(.+)[’']s")
# "du ministre des Affaires étrangères Bel Morvel": what agrees with the field stands behind it in small letters
_AGREES = re.compile(r"[^\W\d_]{3,}(?:es|ale|ique|eure)")
_OF_FIELD = frozenset("de des du".split())
_BINDING = frozenset("e y i et und и і".split())  # between names, and no end of one
_ENDS_PHRASE = re.compile(r"[,;:!?]$|[^A-Z.]\.$")
_ENDS_TITLE = re.compile(r"\b(?:Jr|Sr|Dr|Mr|Ms|Mrs|St)\.$")


@lru_cache(1024)
def capital_phrase(text: str) -> str:
    """Return the words up to the first that is neither capitalised nor a link between such: "President Harrow and …"."""
    words: list[str] = []
    opening = text.split(",", 1)[0].split()
    if opening and opening[0].islower() and is_office_word(opening[0]) and len(opening) <= 8 and "," in text:
        # Languages that set offices in small letters: "du ministre des Relations extérieures, …"
        return " ".join(opening)
    for match in re.finditer(r"\S+", text):
        token = match.group()
        if words and (token[0] in "([" or _QUOTES.match(text, match.start())):
            break
        bare = token.strip("“”\"'«»()[]")
        if bare.lower() in ("to", "for") and words and parse_person(" ".join(words)):
            break  # "Article by Ambassador Ada Verne for the Tide Tribune"
        if _IN_CAPITALS_ENDS.match(text, match.start()) and text.isupper():
            break  # "PRESIDENTA ADA VERNE A LA NACIÓN"
        if bare.lower() in _ENDERS or token in ("-", "–", "—") or (words and bare.lower() in NUMBERS):
            break
        gerund = _GERUND.match(text, match.start()) if words else None
        if gerund and gerund["next"].lower() not in _ENDERS | (LINKS - {"the"}):
            break
        if owner := _OWNER.fullmatch(bare):
            # "Excerpts from President Harrow’s Address" are his words, "from President Harrow’s Meeting" are not
            return " ".join([*words, owner[1]]) if names_kind(text[match.end() :]) else ""
        if not bare or not (
            bare[0].isupper()
            or (not words and is_office_word(bare))
            or bare.lower() in LINKS
            or bare.lower() in PARTICLES
            or bare[0] in "&"
            or _goes_on_in_small_letters(bare, words)
        ):
            break
        words.append(token)
        goes_on = (
            token.endswith(".") and len(words) > 1 and is_office_word(words[-2])
        )  # "Undersecretary Atty. …"
        if _ENDS_PHRASE.search(token) and not goes_on and not _ENDS_TITLE.search(token):
            break
    while words and words[-1].lower() in LINKS | _BINDING:
        words.pop()
    return " ".join(words).strip(" ,;:")


def _goes_on_in_small_letters(word: str, before: list[str]) -> bool:
    """Whether a word belongs to a French post before its holder: "Premier ministre", "ministre des Affaires étrangères"."""
    if not before or not is_office_word(before[0]) or parse_person(" ".join(before)):
        return False
    word = word.rstrip(",.;:")
    if len(before) == 1:
        return word in POST_WORDS
    return before[-2].lower() in _OF_FIELD and _AGREES.fullmatch(word) is not None
