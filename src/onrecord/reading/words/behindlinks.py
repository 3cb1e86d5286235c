"""Whose words a title says they are by a link: "by", "of", a genitive; and those whose office stands apart from the name."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.model import Speaker
from onrecord.reading.words.capitals import capital_phrase
from onrecord.reading.words.caseless import lowered
from onrecord.reading.words.kinds import ABOUT, KIND_PATTERNS, kinds_that_may_stand
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.order import names_kind
from onrecord.reading.words.posts import OUTLET_WORDS
from onrecord.reading.words.postwords import holds_office, holds_post, is_office_word

_LONGEST_POST = 9  # words
_OF_PRESS = re.compile(r"\bde (?:presse|prensa)\s*$", re.IGNORECASE)  # "Point de presse de Mme …"
_AND = re.compile(r"\b(?:and|et|und|y|e)\s*$")
# "… to the reception hosted by Mayor Bel Olm": who received those who spoke
_HOSTED = re.compile(
    r"\b(?:hosted|organi[sz]ed|sponsored|convened|held|attended|received|led|founded|visited|invited)\W?$",
    re.IGNORECASE,
)
_KIND_BEFORE_BY = re.compile(
    r"\b(?:by|von|par|por|from|of|du|de la|de l['’]|de(?=\s+(?:M\.|Mme|Mlle|Dr)\s)|(?:de\s"
    r"|d['’])(?=[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+){1,2},\s(?:premi[eè]re? )?(?:ministre|secrétaire"
    r"|président|porte-parole|ambassad)))\s*(?<=[\s'’])(?:the\s+|its\s+|his\s+|her\s+|their\s+|our\s+"
    r"|der\s+|dem\s+|el\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
# "Rede des Außenministers Bel Harrow", "Ansprache der Bundeskanzlerin Ada Verne"
_GERMAN_GENITIVE = re.compile(r"\b(?P<article>des|der)\s+(?=[A-ZÄÖÜ]\w+)")
_SPEECH_OF = re.compile(
    r"(?:Rede|Ansprache|Grußwort|Statement|Eröffnungsrede|Parteitagsrede|Antrittsrede|Haushaltsrede)"
)
_SMALL_POST = re.compile(r"(?<=[a-zà-ÿ]\s)(?P<post>[a-zà-ÿ][\w-]{4,})\s(?=[A-ZÀ-Þ])")
_GENITIVE_ENDS = ("en", "es", "s")
POSSESSIVE = re.compile(r"^(?P<who>[^,:;–—]{3,140}?)(?:[’']s|(?<=s)[’'])\s+(?P<what>[^,;:]{3,60})")
# "On Foreign Minister Bel Harrow's telephone conversation with …", "Press release on President Verne's visit"
_ABOUT_HIM = re.compile(
    r"(?:(?:press|media|news) (?:release|note|statement)\s+)?(?:on|about|concerning|regarding|re:)\s",
    re.IGNORECASE,
)
_READOUT = next(words.pattern for words, kind, _ in KIND_PATTERNS if kind == "readout")
# "Dışişleri Bakanı Kerem Aldemir’in … mülakatı": Turkish, Azerbaijani
_TURKIC_GENITIVE = re.compile(r"^(?P<who>[^,:;–—'’]{3,140})['’]n?[ıiuü]n\s+(?P<what>[^,;:]{3,})")
# "Edited Transcript of Minister Verne’s Interview"
TEXT_OF = re.compile(
    r"^(?:[\w-]+\s){0,2}(?:transcript|text|recording|video|summary|excerpts?)\s(?:of|from)\s(?:the\s)?",
    re.IGNORECASE,
)
_BEHIND_OFFICE = re.compile(r"(?:\s[^\W\d_]+){0,3},\s")
_AND_NEXT = re.compile(r",?\s+(?:and|und|et|y|e|&)\s+(?:by\s+|the\s+)?|,\s+")


def _in_possessive(title: str) -> list[str]:
    """The phrases whose genitive says whose words they are: "Minister Verne’s remarks"."""
    phrases: list[str] = []
    match = POSSESSIVE.match(title)
    if match and speaks(match["who"], match["what"]):
        phrases.append(TEXT_OF.sub("", match["who"]))
    elif (
        match is None and (match := POSSESSIVE.match(title.partition(": ")[2])) and names_kind(match["what"])
    ):
        # as in “A coast that lasts: Edda Marlow’s speech to the Federation”
        phrases.append(match["who"])
    if (match := _TURKIC_GENITIVE.match(title)) and names_kind(match["what"]):
        phrases.append(match["who"])
    return phrases


# "by Video Link", "by Note Verbale": how it was given
_MEANS = frozenset(
    "video link conference teleconference videoconference telephone phone live stream livestream note verbale email e mail proxy invitation"
    " request satellite zoom webcast correspondence letter popular demand design consensus acclamation".split()
)


def behind_links(title: str) -> tuple[list[str], list[Speaker]]:
    """Return the phrases behind "by" and its like that name who speaks, and those whose office stands apart from their name."""
    phrases = _in_possessive(title)
    found_behind: list[Speaker] = []
    for match in _KIND_BEFORE_BY.finditer(title):
        phrase = capital_phrase(title[match.end() :])
        after = title[match.end() + len(phrase) :]
        if phrase and _MEANS.issuperset(phrase.lower().replace("-", " ").split()):
            continue
        if (
            match.group().lower().startswith(("of", "du", "de", "von"))
            and not (
                (
                    told_as(
                        title, match.start(), 3 if match.group().lower().startswith(("du", "de la")) else 2
                    )
                    or _OF_PRESS.search(title[: match.start()])
                    or (phrases and _AND.search(title[: match.start()]))
                )
                and (
                    holds_post(phrase)
                    or re.match(r"(?:M\.|Mme|Mlle|Dr)\s", phrase)
                    or holds_post(after[2:].split(" ", 1)[0])
                )
                and not holds_office(" ".join(title[: match.start()].split()[-1:]))
            )
            and not _of_whole_name(title, match, phrase)
        ):
            continue
        person = parse_person(phrase)
        if person and person.office is None and len(person.name.split()) >= 2 and after.startswith(", "):
            # "by Edda Karrow, Minister for Foreign Affairs, at …": the office behind its name
            office = capital_phrase(after[2:])
            if holds_office(office) and parse_person(office) is None:
                found_behind += _and_others(Speaker(person.name, office), after[2 + len(office) :])
                continue
        behind = _BEHIND_OFFICE.match(after)
        if behind and (both := _two_behind(phrase, after[behind.end() :])):
            found_behind += both
            continue
        if person is None and behind:
            # "by the Spokesperson of the Ministry, Maëlle Torvic": the name behind its office
            named = parse_person(capital_phrase(after[behind.end() :]))
            if named and named.office is None and len(named.name.split()) >= 2:
                found_behind.append(Speaker(named.name, phrase))
                continue
        if about_another(title, match.start()) or _HOSTED.search(title[: match.start()]):
            continue
        told = told_as(title, match.start(), 2 if match.group().lower().startswith("from") else 6) and not (
            person and person.office is None and OUTLET_WORDS.search(person.name)
        )
        if phrase and not phrase.split()[0].lower().endswith("ing") and (told or (person and person.office)):
            phrases.append(phrase)
    return phrases, found_behind


def _and_others(first: Speaker, rest: str) -> list[Speaker]:
    """One with an office, and those who follow, each with an office of his own: ", and Bel Olm, Minister of Locks, and …"."""
    found = [Speaker(first.name, (first.office or "").rstrip(" ."))]
    while link := _AND_NEXT.match(rest):
        name = capital_phrase(rest[link.end() :])
        person = parse_person(name)
        behind = rest[link.end() + len(name) :]
        office = capital_phrase(behind[2:]) if behind.startswith(", ") else ""
        if not person or person.office or len(person.name.split()) < 2 or not holds_office(office):
            break
        if parse_person(office) is not None:
            break
        found.append(Speaker(person.name, office.rstrip(" .")))
        rest = behind[2 + len(office) :]
    return found


def _two_behind(phrase: str, after: str) -> list[Speaker]:
    """Both of "by Secretary General Bel Harrow and the Prime Minister of Skell, Ada Verne": the second behind his office."""
    first, both, second = phrase.rpartition(" and ")
    named = both and holds_post(second) and parse_person(second) is None
    one = parse_person(first) if named else None
    other = parse_person(capital_phrase(after)) if one and one.office and len(one.name.split()) >= 2 else None
    if one is None or other is None or other.office or len(other.name.split()) < 2:
        return []
    return [Speaker(one.name, one.office), Speaker(other.name, second.removeprefix("the "))]


def _of_whole_name(title: str, link: re.Match[str], phrase: str) -> bool:
    """Whether a German title begins with a speech and "von", and a first name and a surname follow: "Rede von Ada Verne auf dem …"."""
    if link.group().lower().strip() != "von" or not _SPEECH_OF.fullmatch(title[: link.start()].strip()):
        return False
    words = phrase.split()
    person = parse_person(phrase)
    return person is not None and person.office is None and 2 <= len(words) <= 4 and words[-1].isalpha()


def right_behind_kind(title: str) -> list[str]:
    """Return the post in small letters and the name that stand right behind a kind: "Persconferentie minister-president Van Loon"."""
    match = _SMALL_POST.search(title)
    if not match or not is_office_word(match["post"]) or not told_as(title, match.start(), 1):
        return []
    phrase = capital_phrase(title[match.end() :])
    return [f"{match['post']} {phrase}"] if phrase and not holds_office(phrase) else []


def speaks(who: str, what: str) -> bool:
    """Return whether somebody's words are what stands behind the genitive: of whom a readout tells, or a title is about, says nothing."""
    if names_kind(who) or _ABOUT_HIM.match(who) or not (what[0].islower() or names_kind(what)):
        return False
    return not _READOUT.search(lowered(what)) or _names_other_kind(lowered(what))


def in_genitive(title: str) -> tuple[list[str], list[Speaker]]:
    """Return the phrases behind a kind and a German article: the post is given as it stands without its case."""
    phrases, behind_field = list[str](), list[Speaker]()
    for match in _GERMAN_GENITIVE.finditer(title):
        if not told_as(title, match.start(), 2) or about_another(title, match.start()):
            continue
        phrase = capital_phrase(title[match.end() :])
        post, space, behind = phrase.partition(" ")
        if match["article"] == "des":
            stems = (post.removesuffix(end) for end in _GENITIVE_ENDS if post.endswith(end))
            post = next((stem for stem in stems if is_office_word(stem)), post)
        person = parse_person(post + space + behind)
        if person and person.office and len(person.keys) >= 2:
            phrases.append(post + space + behind)
            continue
        whole, _, rest = title[match.end() :].partition(", ")
        named = parse_person(capital_phrase(rest.split(",", 1)[0])) if is_office_word(post) else None
        if named and named.office is None and len(named.keys) >= 2 and len(whole.split()) <= _LONGEST_POST:
            # as in “der Ministerin für Küste und Häfen, Hanna Brückner, …”
            behind_field.append(Speaker(named.name, f"{post} {whole.partition(' ')[2]}".strip()))
    return phrases, behind_field


def about_another(title: str, start: int) -> bool:
    """Return whether a link stands in what a title is about, behind a kind: "Statement on the remarks by President Harrow"."""
    about = ABOUT.search(title[:start])
    return bool(about) and names_kind(title[: about.start()]) and told_as(title, start, 2) if about else False


def told_as(title: str, end: int, words: int = 6) -> bool:
    """Return whether the words before a "by" or "of" name a kind of statement."""
    before = title[:end].split()[-words:]
    link = title[end:].split(None, 1)[:1]
    texts = {lowered(" ".join([*before, "by"])), lowered(" ".join([*before, *link]))}
    return any(map(_names_other_kind, texts))


@lru_cache(1024)
def _names_other_kind(text: str) -> bool:
    return any(kind != "readout" and words.find(text) for words, kind, _ in kinds_that_may_stand(text))
