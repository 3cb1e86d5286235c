"""Labels before a stop or a dash that paragraphs begin with again and again, whatever their words: the mark is learnt from the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.dialogue import SPEAKING_LABELS
from onrecord.reading.turns.heldposts import names_holder
from onrecord.reading.turns.label import Label, words_of
from onrecord.reading.turns.leads import is_exchange
from onrecord.reading.turns.namelike import before_comma, is_name_like
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.posts import POST_WORDS

_HEAD = 140  # characters
_LONGEST = 100
_MOST_MARKS = 3
_SHARE = 0.4
# As in: Bel Olm (Tide). – Will it open? And: Ada Verne, Minister of Ports. It will.
# Its first character as a class, which is looked for faster than the first of several alternatives
_MARK = re.compile(r"[\s.](?:(?<=\s)\.\s?[–—-]|(?<=\s)[–—-]|(?<=\.)\s?[–—-]|(?<=\.))\s+")
# A form of address before its name: no label ends there
_ADDRESS = re.compile(r"(?:^|\s)(?:Mrs?|Ms|Dr|Sra?|Mme|M|Prof|Hon|St|Sen|Rep|Gov|Gen|[^\W\d_])$")


def find_marked_leads(blocks: Sequence[Block], indices: Sequence[int], known: frozenset[str]) -> list[Label]:
    """Return the labels of an exchange before a mark, none where they do not come back by turns or nobody asks.

    `known`: lower-case words of the names in the title.
    """
    leads = {index: _leads(blocks[index].text[:_HEAD]) for index in indices}
    counts = Counter(_key(lead) for found in leads.values() for lead, _ in found)
    found = [
        Label(index, 0, len(lead), behind, lead, label_key(lead), "stop dash", None, "label.marked_lead")
        for index in indices
        if (back := [one for one in leads[index] if counts[_key(one[0])] >= 2 or _is_held(one[0])])
        for lead, behind in [max(back, key=lambda one: (counts[_key(one[0])], len(one[0])))]
    ]
    if not any(counts[_key(one.text)] >= 2 for one in found):
        return []
    if not found or any(one.key == other.key for one, other in pairwise(found)):
        return []
    named = any(words_of(one.key) & (known | POST_WORDS) or one.key in SPEAKING_LABELS for one in found)
    following = sum(1 for index in indices if index >= found[0].block)
    if not named or len(found) < _SHARE * following:
        return []
    return found if is_exchange(found, blocks, following) else []


def _key(lead: str) -> str:
    """By what a lead comes back: its name, the post behind a comma or in brackets aside, which stands there the first time alone."""
    return label_key(before_comma(lead))


def _is_held(lead: str) -> bool:
    """Whether a lead is a name and a post: "Bel Olm (Mayor of Port Aven)", and not "LUCA TERNI. Grazie, presidente"."""
    return ". " not in lead and names_holder(lead)


def _leads(text: str) -> list[tuple[str, int]]:
    """What a paragraph begins with before each of its first marks, and where the words behind it begin."""
    if not text[0].isalpha() or text[0].islower():
        return []
    found: list[tuple[str, int]] = []
    for mark in islice(_MARK.finditer(text[:_HEAD]), _MOST_MARKS):
        lead = text[: mark.start()]
        if not lead or len(lead) > _LONGEST or _ADDRESS.search(lead):
            continue
        if not is_name_like(before_comma(lead)):
            continue
        if not found or _key(lead) != _key(found[-1][0]):  # "BEL OLM (Tide) – Yes" is still Bel Olm
            found.append((lead, mark.end()))
    return found
