"""Names in another case of their language: "Jana Wędzickiego", which a title prints, is "Jan Wędzicki"."""

from __future__ import annotations

_LANGUAGES = frozenset("ru uk be sr hr bs sl pl cs sk mk lt lv el".split())
# What stands behind the stem of a name in one case and another.
_ENDINGS = frozenset(
    "а у ом ым е я ю ем ой ей ою ею ого его ої ій ому ему ым им ий ый ая яя ую юю и ы ї і ою еві ові ов ев ем ь й "
    "a u em ie e owi ovi om ou y i ą ę ej ego iego emu iemu ym im ej iej a o é ému ého ým ová ové ovou "
    "o as ui ą u us iui is io s am ς η ου ο α ης ας".split()
) | {""}
_LEAST_STEM = 3
_LONGEST_ENDING = 4


def has_cases(language: str | None) -> bool:
    """Return whether names change their endings in the language."""
    return (language or "").lower().partition("-")[0] in _LANGUAGES


def same_in_another_case(one: str, other: str) -> bool:
    """Return whether two words in small letters may be one name in two cases: one stem, and behind it an ending of either.

    "лавров" and "лаврова" may be, and may be two people's: a likeness, no proof.
    """
    least = min(_LEAST_STEM, max(2, min(len(one), len(other)) - 1))  # "ada", "ady"
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return any(
        one[stem:] in _ENDINGS and other[stem:] in _ENDINGS
        for stem in range(shared, max(least, shared - _LONGEST_ENDING) - 1, -1)
        if stem >= least
    )
