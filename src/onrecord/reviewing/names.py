"""Who is named in running text: names by their shape, told from the first words of sentences; offices by their words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from onrecord.quoting.inflected import has_cases, same_in_another_case
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.posts import HONORIFICS, OFFICE_FIELDS, OUTLET_WORDS, PARTICLES
from onrecord.reading.words.postwords import is_office_word
from onrecord.reviewing.posts import post_of
from onrecord.reviewing.tokens import PARTING, TITLES_BEFORE, TOKEN, Named, Token

_ARTICLES = frozenset(
    "the a an der die das dem den ein eine le la les l’ l' un une el los las una il lo gli i o os as um uma de het een ο η το οι".split()
)
INDEFINITE = frozenset(
    "a an another one some ein eine einer un une una uno um uma een en et ett any several many most".split()
)
# What is named with several capitals and is nobody: it neither speaks nor is meant by a pronoun.
_ORGANISATIONS = frozenset(
    "house party committee department university street court city union council congress senate institute center centre association "
    "federation states kingdom county school college church foundation company corporation inc group bank league movement act war day "
    "award awards avenue hall tower airport bureau agency office ministry parliament assembly commission board convention primary caucus "
    "debate conference summit agreement force forces army navy guard campaign administration government service services team club society "
    "economics research analytics holdings partners associates network project program programme fund trust alliance coalition front union nations republic "
    "treaty bill deal pact accord protocol declaration charter crisis election elections budget harbour port bridge river island islands lake bay "
    "festival cup museum library theatre station railway vertrag abkommen gesetz".split()
)
# Where "a" is the article that English has as "the": "afirmou a ministra Helena Rivas"
_ARTICLE_A = ("pt", "gl", "hu")
# "powiedział minister", "sade ministern": the post without an article is that of one who is known.
_ARTICLELESS = frozenset("ru uk be bg mk pl cs sk sl hr sr bs lt lv fi et tr ro sv da no nb nn".split())
_NAMES_HAVE_ARTICLES = frozenset(("el",))
_SURNAME_FIRST = frozenset(("hu",))
# "Ada Verne’ye göre", "Verne’nin"
_CASE_ENDING = re.compile(r"['’][a-zçğıöşü]{1,4}$")
_OWN = frozenset(
    "his her their my our its son sa leur su suo sua seu ihr ihre sein seine unser unsere zijn haar hun".split()
)
# Here nouns have capitals, too: "Ihr Vorgänger Karl Pell"
_OWN_GERMAN = frozenset("ihr ihre sein seine unser unsere".split())
_PEOPLE_OF = re.compile(
    r"\s(?:office|aides?|spokes\w+|lawyers?|campaign|team|staff|husband|wife|son|daughter|mother|father|predecessor|successor|allies|supporters|"
    r"colleagues?|rivals?|friends?|deputy)\b"
)
# "Harrow’s", "the Harrows’"
_OWNING = re.compile(r"['’]s?$")
_SAME_SENTENCE = re.compile(r"[^\S\n]{1,3}")


class Mentions:
    """The people that a text names, by offset; a lone surname counts where the whole name stands somewhere in the text."""

    def __init__(self, text: str, language: str | None = None) -> None:
        self.text = text
        self.declined = has_cases(language)
        self.with_article_a = (language or "").lower().startswith(_ARTICLE_A)
        tag = (language or "").lower().partition("-")[0]
        self.articleless, self.with_articles = tag in _ARTICLELESS, tag in _NAMES_HAVE_ARTICLES
        self.surname_suffixed = tag in ("tr", "az")
        self.surname_first = tag in _SURNAME_FIRST
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
                if self.surname_first:
                    found.add(words[0])
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
    if post := post_of(words, text):
        return post
    if mentions.surname_first and (holder := _before_post(words, text, mentions)):
        return holder
    if not words or (any(token.low in PARTING for token in words) and not mentions.has_name(words)):
        return None
    capitals = list(words) if mentions.has_name(words) else _trailing_capitals(words)
    if not capitals:
        is_one = definite or words[0].is_capital or (mentions.articleless and is_office_word(words[0].text))
        return _office(words, text) if is_one else None
    before = words[: len(words) - len(capitals)]
    definite = definite and not before
    if any(token.text.endswith(("'s", "’s", "s’", "s'")) for token in before):
        before = before[
            next(n for n in range(len(before), 0, -1) if before[n - 1].text.endswith(("s", "’", "'"))) :
        ]
    while before and not is_office_word(before[0].text):
        before = before[1:]
    if before and mentions.with_articles:
        field = _field(capitals, mentions)
        if field == len(capitals):
            return _office([*before, *capitals], text)
        before, capitals = [*before, *capitals[:field]], capitals[field:]
    return _person(before, capitals, text, mentions, definite=definite)


def _before_post(words: Sequence[Token], text: str, mentions: Mentions) -> Named | None:
    """ "Verne Adél kikötői miniszter": the name before the post."""
    at = next((n for n, token in enumerate(words) if not token.is_capital), 0)
    if not at or not is_office_word(words[-1].text) or (at == 1 and not mentions.knows(words[0].low)):
        return None
    span = words[0].start, words[-1].end
    return Named(
        text[slice(*span)], span, text[words[0].start : words[at - 1].end], text[words[at].start : span[1]]
    )


def _behind_owner(words: Sequence[Token]) -> Sequence[Token]:
    """The words without those that say whose relation somebody is: "his friend Karl Pell"."""
    if words[0].low in _OWN_GERMAN and len(words) >= 4 and words[2].is_capital and words[3].is_capital:
        return words[2:]
    if words[0].low not in _OWN or len(words) < 4 or not words[1].text[0].islower():
        return words
    at = next((at for at, token in enumerate(words) if at and token.is_capital), len(words))
    return words[at:] if len(words) - at >= 2 else words


def _field(capitals: Sequence[Token], mentions: Mentions) -> int:
    """How many of the capitals behind a Greek post are what it is over: "υπουργός Παιδείας Νίκος Λιμένης", "υπουργός Παιδείας"."""
    if len(capitals) == 1:
        return 0 if mentions.knows(capitals[0].low) else 1
    field = 0
    while len(capitals) - field > 1 and (
        len(capitals) - field > 2 or capitals[field].low.endswith(("ων", "ου"))
    ):
        field += 1
    return len(capitals) if len(capitals) - field == 1 else field


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
    if parsed is None and len(capitals) > 1 and capitals[0].low in TITLES_BEFORE:
        return Named(printed, span, printed, None)  # "Mr. Prince"
    if parsed is None:
        offices = [token for token in capitals if is_office_word(token.text)]
        is_post = len(offices) == len(capitals) and any(token.low not in OFFICE_FIELDS for token in offices)
        return Named(printed, span, None, printed) if is_post else None
    office, words = parsed.office, parsed.name.split()
    if len(words) == 1 and not office and not before and not mentions.knows(words[0].rstrip(".").lower()):
        return None
    if definite and not mentions.with_articles and len(capitals) == len(words) and not office and not before:
        return None  # "the White House", "the Ferry Company"
    if before:
        first = before[0].start
        office = " ".join((text[first : capitals[0].start].strip(), *([office] if office else [])))
        span = (first, span[1])
    name = _CASE_ENDING.sub("", parsed.name) if mentions.surname_suffixed else parsed.name
    return Named(text[slice(*span)].rstrip("."), span, name, office)


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
