"""People in titles whose language has its own order: kind, post in small letters, name; or name, post, kind."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.model import Speaker
from onrecord.reading.words.caseless import lowered
from onrecord.reading.words.genitive import in_nominative, post_in_nominative, roman_post
from onrecord.reading.words.kinds import ABOUT, KIND_PATTERNS, kinds_that_may_stand
from onrecord.reading.words.shapes import PLAIN_SHAPES, SHAPES, TWO_BEFORE_GENITIVE
from onrecord.reading.words.tongues import FIELDS
from onrecord.text import compile_late

# The nouns of posts by their stems, whatever their case, gender and number.
_POST = compile_late(
    r"(?<![\w-])(?:(?:vice[- ]?)?(?:primeir[oa]-ministr[oa]|minist(?:r[oaeiu]?|er|re)|president[ea]?"
    r"|premier[a]?|secret[aá]ri[oa]|segretari[oa]|portavo(?:z|ce)|porta-voz|canciller|"
    r"embajador[a]?|embaixador[a]?|ambasciator[e]|director[a]?|direttor[e]|comisari[oa]|commissari[oa]"
    r"|governador[a]?|gobernador[a]?|"
    r"sindac[oa]|jef[ea]|prefeit[oa]|alcald(?:e|esa)|vocer[oa]|governator[e]|governatrice)|"
    r"\w{0,12}(?:minister(?:-president)?|talsperson|kansler|burgemeester|borgmester|borgmästare|woordvoerder|woordvoerster|staatssecretaris|statssekreterare|statsråd|landshövding)"
    r"|(?P<roman>(?:vice)?(?:prim-)?ministr(?:ul(?:ui)?|ei|a(?=\s[a-zăâîșț]))|(?:vice)?președinte(?:lui|le)|președint(?:ei|a)|premierul(?:ui)?|guvernatorul(?:ui)?|primarul(?:ui)?|purtător(?:ul(?:ui)?|oarei|oarea) de cuvânt"
    r"|secretarul(?:ui)? de stat|ambasadorul(?:ui)?|ambasadoarei)"
    r"|(?P<case>(?:вице-|заместител\w+\s+)?(?:премьер-министр|министр|президент|представител|пресс-секретар|директор"
    r"|председател|посл|спикер)\w{0,3}"
    r"|(?:віце-)?(?:прем.єр-міністр|міністр|президент|речни|посл|голов)\w{1,3}|ministra|ministry(?! (?:of"
    r"|for)\b)|prezydent[a]?|premiera|rzeczni(?:ka|czki)|burmistrza|wojewody|міністерк\w{1,2}|президентк\w{1,2}|речниц\w{1,2}|ministryně|prezidentk[ay]|starost(?:y|ky|ka)|ambasadora|prezidenta|"
    r"mluvčí(?:ho)?|předsed\w{1,3}|velvyslan\w{1,3}|υφυπουργ\w{1,3}|υπουργ\w{1,3}|δημάρχου|πρωθυπουργ\w{1,3}|προέδρου"
    r"|εκπροσώπου))(?![\w-])",
    re.IGNORECASE,
)
_PARTICLE = re.compile(r"(?:de|van|der|den|ter|ten|von|di|da|dos)\s(?:(?:der|den|de|la)\s)?[A-ZÀ-Þ]")
# What may stand between a kind and a post: "discurso del …", "anförande av …"; languages with cases need nothing.
_OF = frozenset(
    "del do da de di du della dell dello dei degli delle av af från fra van von la el il al ale ai către pelo pela pelos pelas dal "
    "dalla dallo dall dai door przez ved".split()
)
# Whom an interview is put to: "Entrevista al presidente …", "Intervista alla ministra …"
_TO = frozenset("al a alla allo ao à".split())
_ASKED = re.compile(r"\b(?:entrevista|intervista)\b", re.IGNORECASE)
# What goes on inside the name of an office.
_LINKS = _OF | frozenset("das dos des d e y i и та και y for för för voor till".split())
# Where a title turns to place, day or matter.
_TURNS = frozenset(
    "en a ao à aos na no nas nos em sobre para por con com al alla alle ai nel nella in su sul sulla per "
    "tra fra at on to with og och om til op over "
    "на в во о об по с со у щодо під до для при перед w z za o przed podczas v ve u pro k στη στην στο "
    "στον για με ante durante tras".split()
)
_TOKEN = re.compile(r"[^\s,]+|,")
# Words with capitals that are the office's, not its holder's: adjectives and Greek nouns, states and bodies.
_OF_OFFICE = re.compile("^[\u0370-\u03ff]|(?:ск|н|цьк|ськ)(?:ой|ого|ої)$|ej$|ého$|ské$")
_STATE = compile_late(
    r"(?i)^(?:республ|федерац|союз|королевств|совет|рад[иы]|минист|міністер|правительств|уряд|парламент"
    r"|дум[ыи]|верхо|палат|комитет|государств|кабинет|банк|центробанк|комисси|агентств|служб|фонд"
    r"|суд[аеу]?$|прокуратур|администрац|област|город|"
    r"organiza|nacion|estad|repúbl|repubbl|republ|rzeczyp|królestw|kráľ|král|uni[ei]|rady|sejm|δημοκρατ"
    r"|kongres|govern|gobier|congres|senad|minist)"
)
_INITIALS_BEHIND = re.compile(r"(?:\s[\w-]+){0,10}?\s(?P<name>(?:[А-ЯЁІЇЄҐ]\.\s?){1,2}[А-ЯЁІЇЄҐ][\w’'-]+)")
_RANK = re.compile(
    r"(?:официальн|постоянн|чрезвычайн|полномочн|специальн|генеральн|государственн|главн|перв)ого\s$",
    re.IGNORECASE,
)
_MOST_SMALL = 8
_FEW = 3  # words
_ANSWERS = next(words for words, kind, _ in KIND_PATTERNS if kind == "answers_to_media").pattern
# "Tal av Ada Verne, hamnminister, vid …"
_NAME_AND_POST = re.compile(
    r"\b(?:de|d['’]|di|da|do|van|av|af|von|par|por|door)\s?(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s(?:(?:de|van|von|da|di)\s)?[A-ZÀ-Þ][\w’'.-]*){1,3}),\s(?P<post>[a-zà-ÿ][^,;:()–—]{3,80}?)\s*(?=[,;:(–—]|$)"
)
# Between two who speak, with the article of the second one's post
_AND = re.compile(
    r",?\s(?:y|e|ed|en|och|og|et|und|și|i|a|и|і|та|й|και)\s(?:(?:el|la|il|lo|o|a|al|ale|del|della|dello|do|da|de|dell['’]|l['’]|του|της|van|de|av|från)\s?)?(?=[^\W\d_])"
)
_MARKS = '«»“”"()'
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_PATRONYMIC = re.compile(r"(?:ича|ичем|вны|вной|йовича|івни|ївни)$|\.$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,2}[^\W\d_]{2}")


def people_in_order(title: str, *, told: bool = False) -> list[Speaker]:
    """Return whom a title names behind its kind and a post in small letters, or before them as his language puts it.

    A name in an oblique case stays in it, and has no office then: only the page itself could tell the other form.
    `told`: a mark before the title names the kind, "[Interview]".
    """
    if not told and not names_kind(title):
        return []
    for script, shape in PLAIN_SHAPES if title.isascii() else SHAPES:
        if script.search(title) and (match := shape.search(title)):
            found = match.groupdict()
            name = found["name"] or found.get("behind")
            people = [Speaker(name, found["post"] or found.get("post_before"))] if name else []
            other = found.get("other")
            return [*people, Speaker(other, found.get("others_post"))] if other else people
    if posted := _post_behind_name(title):
        return [posted]
    about = ABOUT.search(title)
    for match in _POST.finditer(title[: about.start()] if about else title):
        linked = title[: match.start()].lower().replace("’", " ").replace("'", " ").split()[-1:]
        asked = bool(_TO.intersection(linked)) and _ASKED.search(title[: match.start()]) is not None
        bound = (asked or bool(_OF.intersection(linked)) or match["roman"] is not None) and match[
            "case"
        ] is None
        cased = match["case"] is not None or match["roman"] is not None
        if not _behind_kind(title, match.start(), bound=bound or cased):
            continue
        if placed := _name_behind(title, match.end(), alone=bound):
            start, name = placed
            post = title[match.start() : start].strip(" ,")
            if not bound and (called := called_before(title, start, name)):
                return [called]
            first = Speaker(name, roman_post(post) if match["roman"] else post if bound else None)
            return [first, *and_another(title, start + len(name), bound=bound)]
        behind = _INITIALS_BEHIND.match(title, match.end()) if match["case"] else None
        # "Интервью Посла России в Онтарии А.П.Вернова газете …"
        if behind and (called := called_before(title, behind.start("name"), behind["name"])):
            return [called]
    return []


def names_post(title: str) -> bool:
    """Return whether the noun of a post stands in a title, in any case: "Статья министра портов Ады Верн"."""
    return _POST.search(title) is not None


def two_in_order(title: str) -> list[Speaker]:
    """Return both whom a Turkish title names before the genitive of the second: "Bakan Ada Verno ile Vali Bel Olmo’nun ortak açıklaması"."""
    both = TWO_BEFORE_GENITIVE.search(title) if " ile " in title or " ve " in title else None
    if both is None:
        return []
    return [Speaker(both["name"], both["post"]), Speaker(both["other"], both["others_post"])]


def called_before(title: str, start: int, name: str) -> Speaker | None:
    """Return the one whom a title names in the genitive at an offset, behind his post in the same case; None elsewhere."""
    post = next((match for match in _POST.finditer(title[:start]) if match["case"]), None)
    called = in_nominative(name) if post else None
    if post is None or called is None:
        return None
    return Speaker(called, post_in_nominative(_with_rank(title, post.start()) + title[post.start() : start]))


def _with_rank(title: str, start: int) -> str:
    """The word before a post that belongs to it: "официального" before "представителя"."""
    before = _RANK.search(title[:start])
    return before[0] if before else ""


# Asked of one title and its parts by several rules.
@lru_cache(1024)
def names_kind(text: str) -> bool:
    """Return whether a text holds the word for a kind of statement."""
    lower = lowered(text)
    return any(words.find(lower) for words, _, _ in kinds_that_may_stand(lower))


def _post_behind_name(title: str) -> Speaker | None:
    """Whom a title names behind a kind and a link, with the post in small letters behind: "Discurso de Ada Verne, ministra de Puertos, …"."""
    named = _NAME_AND_POST.search(title)
    if (
        named is None
        or not _POST.match(named["post"])
        or not _behind_kind(title, named.start("name"), bound=True)
    ):
        return None
    return Speaker(named["name"], named["post"].strip())


def and_another(title: str, end: int, *, bound: bool = True) -> list[Speaker]:
    """Return the second of two in office behind the first one's name: "… y el gobernador Bel Olm", "… та губернатора Бела Ольма"."""
    link = _AND.match(title, end)
    post = _POST.match(title, link.end()) if link else None
    placed = _name_behind(title, post.end()) if post else None
    if post is None or placed is None:
        return []
    start, name = placed
    if not bound:
        return [called_before(title[post.start() :], start - post.start(), name) or Speaker(name, None)]
    printed = title[post.start() : start].strip(" ,")
    return [Speaker(name, roman_post(printed) if post["roman"] else printed)]


def _behind_kind(title: str, at: int, *, bound: bool) -> bool:
    """Whether a post follows a kind: right behind it, or a few words later where a link or the post's own case binds it.

    Of answers to questions the word for these may stand behind who answers: "Antwoorden van minister Verne op vragen".
    """
    before = title[:at].strip()
    lower = lowered(before)
    found = [match for words, _, _ in KIND_PATTERNS if (match := words.find(lower))]
    if not before or len(before.split()) > (_MOST_SMALL if len(found) < 2 else 2 * _MOST_SMALL):
        return False
    if not bound:
        return any(match.end() == len(before) for match in found)
    return bool(found) or (len(before.split()) <= _FEW and _ANSWERS.match(lowered(title)) is not None)


def _name_behind(title: str, start: int, *, alone: bool = False) -> tuple[int, str] | None:
    """Where the name behind a post begins, and the name: two to four words with capitals that no link binds to the office.

    `alone`: one word may be enough, right behind the post: "Discurso del presidente Verne en …".
    """
    words: list[re.Match[str]] = []
    linked, small = False, 0
    for token in [*_TOKEN.finditer(title, start), None]:
        bare = token.group().strip('«»“”"()') if token else ""
        # "Intervista alla ministra Corinna Pelli: «Il ponte …»": what she says begins there
        closed = bool(words) and words[-1].group()[-1] in ":;" and token is not None
        if closed:
            token = None
        elif bare[:1].isupper() and not (bare.isupper() and len(bare.strip(".")) > 1):
            words.append(token)  # type: ignore[arg-type]
            continue
        surname = (
            alone
            and not small
            and len(words) == 1
            and not linked
            and _is_surname(words[0].group().strip(_MARKS))
            and not (token and _PARTICLE.match(title, token.start()))  # "burgemeester Els de Graaf"
        )
        named = words if surname else _named(words, linked=linked)
        if named and not named[-1].group().endswith("."):
            at, end = named[0].start(), named[-1].end()
            return at, title[at:end].strip('«»“”"() .:;')
        if token is None or bare.lower() in _TURNS or (small := small + 1) > _MOST_SMALL:
            return None
        words, linked = [], bare.lower().rstrip("’'") in _LINKS
    return None


def _is_surname(word: str) -> bool:
    return len(word) >= 3 and word.isalpha() and not _STATE.search(word) and not _OF_OFFICE.search(word)


def _named(words: list[re.Match[str]], *, linked: bool) -> list[re.Match[str]]:
    """Those of some words with capitals that are a name: all, or the last two where the first belong to the office."""
    texts = [word.group().strip(_MARKS) for word in words]
    if texts and _INITIALS.match(texts[-1]):
        return words[-1:]
    # "президента Российской Федерации …", "υπουργού Εξωτερικών …"
    of_office = bool(texts) and (_OF_OFFICE.search(texts[0]) or texts[0].lower() in FIELDS)
    bound = linked or any(map(_STATE.search, texts)) or of_office
    if bound or (len(texts) == 3 and _CYRILLIC.match(texts[0]) and not _PATRONYMIC.search(texts[1])):
        # "Puertos Jorge M. Olmo" has an initial between both
        last = 3 if len(words) > 3 and len(texts[-2].strip(".")) == 1 else 2
        return words[-last:] if len(words) >= 3 and not any(map(_STATE.search, texts[-2:])) else []
    return words if 2 <= len(words) <= 4 else []


def names_state(name: str) -> bool:
    """Return whether words with capitals are those of an office or a state, not of a person: "Президента Российской"."""
    words = name.split()
    return any(map(_STATE.search, words)) or any(map(_POST.match, words)) or bool(_OF_OFFICE.search(words[0]))
