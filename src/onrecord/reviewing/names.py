"""Who is named in running text: names by their shape, told from the first words of sentences; offices by their words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from onrecord.model import Span
from onrecord.quoting.inflected import has_cases, same_in_another_case
from onrecord.reading.words.months import MONTHS
from onrecord.reading.words.names import is_office_word, parse_person
from onrecord.reading.words.posts import HONORIFICS, OFFICE_FIELDS, OUTLET_WORDS, PARTICLES
from onrecord.reading.words.weekdays import WEEKDAYS

# "O. Graham", "Jean-Luc", "O’Reilly", "Sen.", and the marks that part phrases.
TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[\w’'-]*\w)?(?:\.(?=\s+\w|-))?|\d+(?:[.,]\d+)*\w*|[^\w\s]")
_ARTICLES = frozenset(
    "the a an der die das dem den ein eine le la les l’ l' un une el los las una il lo gli i o os as um uma de het een".split()
)
INDEFINITE = frozenset(
    "a an another one some ein eine einer un une una uno um uma een en et ett any several many most".split()
)
# Capitalised only because a sentence begins with them.
_FUNCTION = frozenset(
    "the a an in on at to of for from by with as and but or nor so yet if when while after before since because although though "
    "however meanwhile later then now there here this that these those it its he she they we you i his her their our your my who what "
    "which where why how not no yes only even also just still both each every all some many most few more one two three asked "
    "according during under over about against between among through despite instead once today yesterday tomorrow last next "
    "der die das ein eine und aber oder in im am an auf mit von zu zum zur bei nach vor für über unter als wie wenn weil er sie es wir ihr "
    "ich sein seine dieser diese dieses auch noch nur so doch denn dann dort hier laut "
    "le la les un une des du de et mais ou donc car dans en au aux par pour sur sous avec sans selon il elle on nous vous ils elles je ce "
    "cette ces son sa ses leur comme quand lors après avant depuis puis "
    "el los las una y o pero en con por para según él ella ellos yo su sus este esta estos como cuando tras antes desde "
    "il lo gli e ma nel nella con per secondo lui lei io suo sua questo questa come quando dopo prima "
    "o os as um uma e mas em no na com por para segundo ele ela eles eu seu sua este esta como quando após "
    "de het een en maar in op met van voor volgens hij zij ze wij ik zijn haar deze dit dat toen na "
    "в на и но а по из от для за о об при он она они мы я вы это этот эта как когда после затем также по-словам "
    "і й та але у в на з до від за про він вона вони ми я це як коли після "
    "q a mr mrs ms dr".split()
)
# Cut short without a stop these are first names: Jan Wędzicki, Sun Wei; "Jan. 5" and "May" are not.
_NAMES_TOO = frozenset("jan jun jul mar sun mon".split())
_NOT_NAMES = frozenset((*WEEKDAYS, *MONTHS))
# What is named with several capitals and is nobody: it neither speaks nor is meant by a pronoun.
_ORGANISATIONS = frozenset(
    "house party committee department university street court city union council congress senate institute center centre association "
    "federation states kingdom county school college church foundation company corporation inc group bank league movement act war day "
    "award awards avenue hall tower airport bureau agency office ministry parliament assembly commission board convention primary caucus "
    "debate conference summit agreement force forces army navy guard campaign administration government service services team club society "
    "economics research analytics holdings partners associates network project program programme fund trust alliance coalition front union nations republic".split()
)
# Where "a" is the article that English has as "the": "afirmou a ministra Helena Rivas"
_ARTICLE_A = ("pt", "gl", "hu")
_OWN = frozenset("his her their my our its".split())
_LONGEST_SHORTENED = 4
_HYPHENED = re.compile(r"(?:-t)?-(?P<who>il|elle|ils|elles|on)$", re.IGNORECASE)
_PEOPLE_OF = re.compile(
    r"\s(?:office|aides?|spokes\w+|lawyers?|campaign|team|staff|husband|wife|son|daughter|mother|father|predecessor|successor|allies|supporters|"
    r"colleagues?|rivals?|friends?|deputy)\b"
)
# "Harrow’s", "the Harrows’"
_OWNING = re.compile(r"['’]s?$")
_SAME_SENTENCE = re.compile(r"[^\S\n]{1,3}")


class Token(NamedTuple):
    """A word or a mark of the text, and where."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not a mark."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital, and no day, month or word that sentences begin with."""
        low = self.text.rstrip(".").lower()
        is_day = low in _NOT_NAMES and self.text.lower() not in _NAMES_TOO
        return (self.text[0].isupper() and low not in _FUNCTION and not is_day) or low in _TITLES_BEFORE

    @property
    def low(self) -> str:
        """The word in small letters, without a stop."""
        return self.text.rstrip(".").lower()


_TITLES_BEFORE = frozenset("mr mrs ms dr mme herr frau sr sra".split())
_PARTING = _FUNCTION - frozenset(PARTICLES) - _TITLES_BEFORE


class Named(NamedTuple):
    """Somebody named at a span: as printed, the name and office in it (either may be missing), the word names are told by."""

    text: str
    span: Span
    name: str | None
    office: str | None

    @property
    def key(self) -> str:
        """The last word of the name, in small letters: what two namings of one person share."""
        return (self.name or "").split(" ")[-1].lower().rstrip(".")


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the words and marks of a stretch of text; "a-t-il" and "dit-elle" are two words."""
    tokens: list[Token] = []
    for match in TOKEN.finditer(text, start, end):
        word, at = match.group(), match.start()
        if word[-1] == "." and _ends_sentence(word[:-1]):
            tokens += Token(word[:-1], at, match.end() - 1), Token(".", match.end() - 1, match.end())
        elif "-" in word and (pronoun := _HYPHENED.search(word)):
            cut = pronoun.start()
            tokens += (
                Token(word[:cut], at, at + cut),
                Token(pronoun["who"], at + pronoun.start("who"), match.end()),
            )
        else:
            tokens.append(Token(word, *match.span()))
    return tokens


def _ends_sentence(word: str) -> bool:
    """Whether a stop behind a word is that of a sentence, not of "Sen." or "U.S.": "Harrow added. The gate stayed open." """
    return len(word) > 1 and "." not in word and (word[0].islower() or len(word) > _LONGEST_SHORTENED)


class Mentions:
    """The people that a text names, by offset; a lone surname counts where the whole name stands somewhere in the text."""

    def __init__(self, text: str, language: str | None = None) -> None:
        self.text = text
        self.declined = has_cases(language)
        self.with_article_a = (language or "").lower().startswith(_ARTICLE_A)
        self.phrases = list(_phrases(text))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the names of several words, and those behind "Mr", in small letters."""
        found = set()
        for phrase in self.phrases:
            words = [_OWNING.sub("", token.low) for token in phrase]
            if (
                len(words) > 1
                and words[-1] not in _ORGANISATIONS
                and not OUTLET_WORDS.search(" ".join(words))
            ):
                found.add(words[-1])
        return frozenset(found)

    def _has_people(self, end: int) -> bool:
        """Whether what is said to be somebody’s is somebody: "Harrow’s spokesman"."""
        return _PEOPLE_OF.match(self.text, end) is not None

    def knows(self, surname: str) -> bool:
        """Return whether a surname is that of a longer name somewhere, in another case where the language has them."""
        return surname in self.surnames or (
            self.declined and any(same_in_another_case(surname, known) for known in self.surnames)
        )

    def has_name(self, words: Sequence[Token]) -> bool:
        """Return whether the words are the end of a longer name somewhere, so that none is an article: "Le Vos", of "Ilse Le Vos"."""
        printed = tuple(token.text for token in words)
        return len(printed) > 1 and printed in self._ends

    @cached_property
    def _ends(self) -> frozenset[tuple[str, ...]]:
        return frozenset(
            tuple(_OWNING.sub("", token.text) for token in phrase[1:])
            for phrase in self.phrases
            if len(phrase) > 2
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [phrase[0].start for phrase in self.phrases]

    def between(self, start: int, end: int) -> set[str]:
        """Return the keys of all who are named in a stretch."""
        return {key for key, _ in self.named(start, end)}

    def named(self, start: int, end: int) -> Iterator[tuple[str, list[Token]]]:
        """Yield who is named in a stretch: the key and the words of each naming."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        for phrase in self.phrases[first:last]:
            key = _OWNING.sub("", phrase[-1].low)
            if len(phrase) == 1 and is_owner(phrase) and self._has_people(phrase[-1].end):
                yield key, phrase  # whoever it is, he has a spokesman
            elif key in self.surnames and (len(phrase) > 1 or not is_office_word(phrase[-1].text)):
                yield key, phrase


def is_owner(phrase: Sequence[Token]) -> bool:
    """Return whether a naming says whose something is: "Harrow’s"."""
    return phrase[-1].text.endswith(("'s", "’s", "s'", "s’"))


def _phrases(text: str) -> Iterator[list[Token]]:
    phrase: list[Token] = []
    for match in TOKEN.finditer(text):
        token = Token(match.group(), *match.span())
        near = phrase and _SAME_SENTENCE.fullmatch(text, phrase[-1].end, token.start) is not None
        if token.is_word and token.is_capital:
            if phrase and not near:
                yield from _ended(phrase)
                phrase = []
            phrase.append(token)
        elif phrase and near and token.low in PARTICLES:
            phrase.append(token)
        else:
            yield from _ended(phrase)
            phrase = []
    yield from _ended(phrase)


def _ended(phrase: list[Token]) -> Iterator[list[Token]]:
    while phrase and not phrase[-1].is_capital:
        phrase = phrase[:-1]
    if phrase:
        yield phrase


def name_of(tokens: Sequence[Token], text: str, mentions: Mentions) -> Named | None:
    """Return whom a phrase of a few words names: "Foreign Minister Ilse Harrow", "the foreign minister", "Mr. Harrow".

    None where it names nobody, somebody indefinite ("a spokesman"), or somebody by another ("Harrow’s lawyer").
    """
    words = [token for token in tokens if token.is_word]
    with_a = mentions.with_article_a and bool(words) and words[0].low in ("a", "as")
    if not words or (words[0].low in INDEFINITE and not with_a):
        return None
    words = list(_behind_owner(words))
    definite = (with_a or words[0].low in _ARTICLES) and not mentions.has_name(words)
    words = words[1:] if definite else words
    if not words or (any(token.low in _PARTING for token in words) and not mentions.has_name(words)):
        return None
    capitals = list(words) if mentions.has_name(words) else _trailing_capitals(words)
    if not capitals:
        return _office(words, text) if definite or words[0].is_capital else None
    before = words[: len(words) - len(capitals)]
    definite = definite and not before
    if any(token.text.endswith(("'s", "’s", "s’", "s'")) for token in before):
        before = before[
            next(n for n in range(len(before), 0, -1) if before[n - 1].text.endswith(("s", "’", "'"))) :
        ]
    while before and not is_office_word(before[0].text):
        before = before[1:]
    return _person(before, capitals, text, mentions, definite=definite)


def _behind_owner(words: Sequence[Token]) -> Sequence[Token]:
    """The words without those that say whose relation somebody is: "his friend Karl Pell"."""
    if words[0].low not in _OWN or len(words) < 4 or not words[1].text[0].islower():
        return words
    at = next((at for at, token in enumerate(words) if at and token.is_capital), len(words))
    return words[at:] if len(words) - at >= 2 else words


def _trailing_capitals(words: Sequence[Token]) -> list[Token]:
    at = len(words)
    while at > 0 and (words[at - 1].is_capital or (at < len(words) and words[at - 1].low in PARTICLES)):
        at -= 1
    while at < len(words) and not words[at].is_capital:
        at += 1
    return list(words[at:])


def _person(
    before: Sequence[Token], capitals: Sequence[Token], text: str, mentions: Mentions, *, definite: bool
) -> Named | None:
    span = (capitals[0].start, capitals[-1].end)
    printed = text[slice(*span)].rstrip(".")
    if capitals[-1].text.endswith(("'s", "’s")) or OUTLET_WORDS.search(printed):
        return None
    if capitals[-1].low in _ORGANISATIONS:
        return None
    parsed = parse_person(printed)
    if parsed is None and len(capitals) > 1 and capitals[0].low in _TITLES_BEFORE:
        return Named(printed, span, printed, None)  # "Mr. Prince"
    if parsed is None:
        offices = [token for token in capitals if is_office_word(token.text)]
        is_post = len(offices) == len(capitals) and any(token.low not in OFFICE_FIELDS for token in offices)
        return Named(printed, span, None, printed) if is_post else None
    office, words = parsed.office, parsed.name.split()
    if len(words) == 1 and not office and not before and not mentions.knows(words[0].rstrip(".").lower()):
        return None
    if definite and len(capitals) == len(words) and not office and not before:
        return None  # "the White House", "the Ferry Company"
    if before:
        first = before[0].start
        office = " ".join((text[first : capitals[0].start].strip(), *([office] if office else [])))
        span = (first, span[1])
    return Named(text[slice(*span)].rstrip("."), span, parsed.name, office)


def _office(words: Sequence[Token], text: str) -> Named | None:
    last = words[-1]
    posts = (is_office_word(token.text) and token.low not in OFFICE_FIELDS for token in words)
    if not any(posts) or last.low in HONORIFICS:
        return None
    if any(token.text.endswith(("'s", "’s")) for token in words):
        return None
    span = (words[0].start, last.end)
    printed = text[slice(*span)]
    return Named(printed, span, None, printed)
