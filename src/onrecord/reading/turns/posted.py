"""Labels that print a whole name and, behind a comma, what its bearer is, in whatever words: told by coming back."""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from onrecord.reading.turns.label import Label
from onrecord.reading.words.posts import HONORIFICS, PARTICLES
from onrecord.reading.words.speech import SELF

_LEAST_NAME, _LONGEST_NAME = 2, 5  # words
_LONGEST_POST = 12  # words
_SPOKEN_TO = frozenset(
    "sie ihr ihre ihren ich wir vous nous je you we i it usted ustedes lei voi noi você".split()
)
_STOP_INSIDE = re.compile(r"[!?…;]|[^\W\d_]{3,}\.\s")


def with_posts(labels: list[Label]) -> list[Label]:
    """Return the labels, those of this shape marked where one of them comes back: "Ada Vernová, mluvčí přístavu:".

    Who asks stands so once, beside an official who stands so again and again: "Bel Harrow, Rádio Most:".
    """
    shaped = [
        label for label in labels if label.form == "colon" and ", " in label.text and _has_post(label.text)
    ]
    times = Counter(label.key for label in shaped)
    if max(times.values(), default=0) < 2:
        return labels
    # "Frau Kollegin Verne, ich wiederhole:" is said, and once.
    marked = {label for label in shaped if times[label.key] > 1 or _is_called(label.text.partition(", ")[2])}
    return [replace(label, posted=True) if label in marked else label for label in labels]


def _is_called(post: str) -> bool:
    """Whether what stands behind a name once begins with a capital, as the name of an outlet or an office does, and speaks to nobody."""
    return post[0].isupper() and post.split()[0].lower() not in _SPOKEN_TO


def _has_post(text: str) -> bool:
    name, comma, post = text.partition(", ")
    if not comma:
        return False
    words = name.split()
    return (
        _LEAST_NAME <= len(words) <= _LONGEST_NAME
        and words[0].strip(".").lower() not in HONORIFICS
        and not SELF.search(post)
        and all(word[0].isupper() or word.lower() in PARTICLES for word in words)
        and 0 < len(post.split()) <= _LONGEST_POST
        and not _STOP_INSIDE.search(text)
    )
