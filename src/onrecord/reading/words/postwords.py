"""Whether words are those of posts: single words by vocabulary and stem, phrases by where such a word stands."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.reading.words.postnamed import is_post_elsewhere
from onrecord.reading.words.posts import OFFICE_FIELDS, OFFICE_WORDS, POST_WORDS

WORDS = re.compile(r"[^\s,;:()\[\]“”\"«»]+")
# "Außenministerin", "Generalsekretär", "Vizepräsident": languages that compound the post with what it is for
COMPOUND_OFFICE = re.compile(
    r"(?:minister|ministerin|ministere?n|ministeri|kansleren|sekretæren|sekreteraren|secretary|präsident\w*|sekretär|sekretärin|kanzler|kanzlerin|sprecher|sprecherin|botschafter|botschafterin|senatorin?|kommissar|kommissarin|direktor|direktorin|rätin|beauftragter?)$"
)


@lru_cache(16_384)  # the same words stand in names and posts on all pages
def is_office_word(token: str) -> bool:
    """Return whether a word belongs to offices: posts, ranks, and what they are for."""
    return (
        token.strip(".'’").lower() in OFFICE_WORDS
        or not POST_WORDS.isdisjoint(token.lower().split("-"))
        or bool(COMPOUND_OFFICE.search(token.lower()))
    )


def holds_post(phrase: str) -> bool:
    """Return whether a phrase holds the word of a post, not only of what posts are for: "National Emergency" holds none."""
    tokens = WORDS.findall(phrase)
    return any(is_office_word(token) and token.strip(".'’").lower() not in OFFICE_FIELDS for token in tokens)


def is_post(phrase: str) -> bool:
    """Return whether a phrase where a post may stand, behind a name, is one: "Mayor of Port Aven", "阿文市市长", "Aven polgármestere"."""
    return holds_post(phrase) or is_post_elsewhere(phrase)


def is_plainly_post(phrase: str) -> bool:
    """Return whether a phrase begins or ends with the word of a post, as a post that stands alone does: "Limanlar Bakanı"."""
    words = phrase.split()
    return bool(words) and (holds_post(words[0]) or holds_post(words[-1]) or is_post_elsewhere(phrase))


def holds_office(phrase: str) -> bool:
    """Return whether a phrase holds a word of an office: of a post, or of what posts are for."""
    return any(is_office_word(token) for token in WORDS.findall(phrase))
