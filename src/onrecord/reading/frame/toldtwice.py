"""The title of a plain text that its head tells twice, as on many pages the way to it, the browser's title or a banner does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.titles import is_statement_title
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.dates import find_dates, whole_date
from onrecord.reading.words.signposts import LISTS
from onrecord.reading.words.sitelines import site_line
from onrecord.reading.words.titled import people_in_title
from onrecord.text import count_words

TOLD_TWICE = "line told twice"
_TOP = 16  # lines
_LEAST, _LONGEST = 4, 400  # words, characters
_LONGEST_BETWEEN = 200
# "Statement by Ada Verne | harbour.example | Speeches"
_BEHIND_TITLE = re.compile(r"\s[|–—-]\s\S|\s?\|")


def title_told_twice(
    blocks: Sequence[Block], inside: Sequence[int], may_be: Sequence[int], spoken: int | None
) -> int | None:
    """Return the later of two lines near the top that are the same title; None where no line says it again.

    The first may have the site's name behind it, as a browser's title has, or words before it, as a mail's subject has. A site's
    name stands twice as well: the line names a kind of statement, somebody with a post, or what somebody does.
    """
    top = [index for index in inside[:_TOP] if spoken is None or index < spoken]
    told: dict[str, int] = {}
    for place, index in enumerate(top):
        text = blocks[index].text
        if len(text) > _LONGEST:
            return None
        key = _key(text)
        above = told.get(key)
        if above is None and index in may_be:
            above = next((n for whole, n in told.items() if _holds(whole, key)), None)
        if above is not None and index in may_be and _is_title(text):
            between = [blocks[one].text for one in top[:place] if one > above]
            if not any(len(one) > _LONGEST_BETWEEN for one in between):
                return None if _is_headed(blocks, may_be, above) else index
        told.setdefault(key, index)
    return None


def _is_headed(blocks: Sequence[Block], may_be: Sequence[int], above: int) -> bool:
    """Whether a line further up names a statement and who gave it: what is told twice below is one of its topics."""
    titles = (blocks[index].text for index in may_be if index < above)
    return any(is_statement_title(text) and people_in_title(text) for text in titles)


def _key(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _holds(whole: str, title: str) -> bool:
    """Whether a line is a title with the name of its site behind it, or what a subject has before it ("Press releases: …")."""
    if len(whole) <= len(title):
        return False
    if whole.startswith(title):
        return _BEHIND_TITLE.match(whole, len(title)) is not None
    return whole.endswith(title) and whole[: -len(title)].rstrip()[-1:] in (":", "]", "|", "–", "-")


def _is_title(text: str) -> bool:
    if (
        count_words(text) < _LEAST
        or ends_as_sentence(text)
        or LISTS.fullmatch(text)
        or whole_date(text)
        or site_line(text)
    ):
        return False
    return bool(is_statement_title(text) or people_in_title(text) or find_dates(text) or _tells(text))


def _tells(text: str) -> bool:
    """Whether a line has words in small letters, as a headline has and a site's name has not."""
    return len(re.findall(r"(?<!\S)[a-zà-ÿ]{4,}", text)) >= 2
