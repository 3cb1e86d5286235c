"""A person as a page names one: the name, the office printed with it, and the words the name is matched by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from onrecord.reading.words.posts import HONORIFICS, PARTICLES

# Of "SELİM" and "IŞIK", whose small letters are those of "Selim" and "Işık"
_DOTTED = re.compile("i\u0307|ı")
# Titles that are surnames as well: "Mr Tan", "Mr Hon Mei Lan"
ALSO_SURNAMES = frozenset("tan hon sen min tun gen col don".split())


class Person(NamedTuple):
    """A name, the office printed with it, and the words the name is matched by (lower case)."""

    name: str
    office: str | None

    @property
    def keys(self) -> frozenset[str]:
        """The words of the name without honorifics and initials, in lower case."""
        return keys_of(self.name)


@lru_cache(8192)
def keys_of(name: str) -> frozenset[str]:
    """Return the words of a name without honorifics and initials, in lower case."""
    words = [_DOTTED.sub("i", word.strip(".'’").lower()) for word in re.split(r"[\s.]+", name)]
    return frozenset(
            word for word in without_titles(words)
            if (len(word) > 1 or word >= "\u2e80") and word not in PARTICLES and (word not in HONORIFICS or word in ALSO_SURNAMES)
        )  # fmt: skip


def without_titles(words: list[str]) -> list[str]:
    """Return the words of a name behind its titles, at least one: "Dr Tan Wen Hai" is "Tan Wen Hai"."""
    at = 0
    while at < len(words) - 1 and (bare := words[at].strip(".").lower()) in HONORIFICS:
        if words[at].endswith("."):
            at += 1  # "Maj. Gen. Verne": no surname has a stop
            continue
        named_right = at and words[at - 1].strip(".").lower() in ("rt", "right")
        if (
            not named_right
            and (at or bare == "tan")
            and bare in ALSO_SURNAMES
            and words[at + 1].lower() != "sri"
        ):
            break
        at += 1
    return words[at:]


def is_title(word: str, *, behind_another: bool) -> bool:
    """Return whether a word is a form of address; behind another, some are surnames: "Mr Tan"."""
    bare = word.strip(".").lower()
    return bare in HONORIFICS and not (behind_another and bare in ALSO_SURNAMES)
