"""Names and posts that a Russian title puts in the genitive, "Выступление Министра А.П.Вернова", as they are called.

Grammar tells the other form of most names there: of a man "-ова" is "-ов", of a woman it would be "-овой". Where it leaves two, none is told.
"""

from __future__ import annotations

import re

_SURNAMES = (
    # women first: their endings are longer
    (re.compile(r"(?<=\w\w)(ов|ев|ёв|ин|ын)ой$"), r"\1а"),
    (re.compile(r"(?<=\w\w)(ск|цк)ой$"), r"\1ая"),
    (re.compile(r"(?<=\w\w)(ов|ев|ёв|ин|ын)а$"), r"\1"),
    (re.compile(r"(?<=\w\w)(ск|цк)ого$"), r"\1ий"),
    (re.compile(r"(?<=\w\w)ського$"), "ський"),
    (re.compile(r"(?<=\w\w)цького$"), "цький"),
)
_MANS = (
    (re.compile(r"(ович|евич|ич)а$"), r"\1"),
    (re.compile(r"(?<=[аеиоуыюэя])я$"), "й"),
    (re.compile(r"(?<=[рл])я$"), "ь"),
    (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])а$"), ""),
)
_WOMANS = (
    (re.compile(r"(овн|евн|ичн)ы$"), r"\1а"),
    (re.compile(r"(?<=[иь])и$"), "я"),
    (re.compile(r"(?<=[гкхжшчщ])и$"), "а"),
    (re.compile(r"(?<=[бвдзлмнпрстфц])ы$"), "а"),
)
_ROMANIAN = (
    (re.compile(r"(?<=\w)ului$"), "ul"),
    (re.compile(r"(?<=\w)elui$"), "ele"),
    (re.compile(r"oarei$"), "oarea"),
    (re.compile(r"(?<=\w\w)ei$"), "a"),
)
_IRREGULAR = {"Павла": "Павел", "Петра": "Пётр", "Льва": "Лев"}
_INITIALS = re.compile(r"(?P<initials>(?:[А-ЯЁІЇЄҐ]\.\s?){1,2})(?P<surname>[А-ЯЁІЇЄҐ][\w’'-]+)")
_WORD = re.compile(r"[А-ЯЁІЇЄҐ][\w’'-]+")
_ADJECTIVES = re.compile(
    r"^(официальн|постоянн|чрезвычайн|полномочн|специальн|генеральн|государственн|главн|перв|федеральн|временн)(?:ого)\b",
    re.IGNORECASE,
)
_POSTS = (
    (re.compile(r"\b(посл)а\b", re.IGNORECASE), "ос"),
    (re.compile(r"\b((?:вице-|премьер-|пресс-)?(?:министр|президент|премьер|спикер|директор|губернатор|мэр|консул|комиссар))а\b", re.IGNORECASE), ""),
    (re.compile(r"\b((?:пресс-)?(?:представител|председател|заместител|секретар|руководител))я\b", re.IGNORECASE), "ь"),
    (re.compile(r"\b(глав)ы\b", re.IGNORECASE), "а"),
)  # fmt: skip


def in_nominative(name: str) -> str | None:
    """Return the name as it is called, None where the genitive does not tell it: "А.П.Вернова" is "А.П.Вернов"."""
    if short := _INITIALS.fullmatch(name):
        surname = _surname(short["surname"])
        return short["initials"] + surname if surname else None
    words = name.split()
    if not 2 <= len(words) <= 3 or not all(map(_WORD.fullmatch, words)):
        return None
    surname = _surname(words[-1])
    if surname is None:
        return None
    shapes = _WOMANS if surname[-1] in "ая" else _MANS
    given = [_IRREGULAR.get(word) or _by(shapes, word) for word in words[:-1]]
    return " ".join([*filter(None, given), surname]) if all(given) else None


def post_in_nominative(post: str) -> str | None:
    """Return what somebody is called whom a title names by the genitive of the post: "Министра портов" is "Министр портов"."""
    bare = post.strip(" ,")
    bare = _ADJECTIVES.sub(lambda match: match[1] + "ый", bare)
    found = [(match, ending) for noun, ending in _POSTS if (match := noun.search(bare))]
    if not found:
        return None
    noun, ending = min(
        found, key=lambda one: one[0].start()
    )  # "заместителя Министра": the first is what he is
    called = noun[1][:-1] + "ол" if ending == "ос" else noun[1] + ending
    return bare[: noun.start()] + called + bare[noun.end() :]


def roman_post(post: str) -> str:
    """Return what somebody is called whom a Romanian title names by the genitive of the post: "ministrului portului" is "ministrul portului"."""
    noun, space, rest = post.partition(" ")
    return (_by(_ROMANIAN, noun) or noun) + space + rest


def _surname(word: str) -> str | None:
    return _by(_SURNAMES, word)


def _by(shapes: tuple[tuple[re.Pattern[str], str], ...], word: str) -> str | None:
    return next((shape.sub(called, word) for shape, called in shapes if shape.search(word)), None)
