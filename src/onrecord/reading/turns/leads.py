"""Labels without any mark behind them: a row's first cell, a name on a bold line of its own, a paragraph's bare first words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.asking import holds_question
from onrecord.reading.turns.dialogue import SPEAKING_LABELS, STOP_WORDS, ends_as_sentence
from onrecord.reading.turns.label import Label, is_question_key, words_of
from onrecord.reading.turns.namelike import is_name_like, may_be_small
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.posts import POST_WORDS
from onrecord.reading.words.presiding import presides

_LONGEST = 60
_LEAST = 3
_MOST_WORDS = 5
# A word that may open a name, and what must follow it: the capital of a sentence, its quotation mark, a number
_WORD = re.compile(r"[^\W\d_][\w.'’&-]*\s+")
_OPENS = re.compile(r"[“\"«„(¿¡]?[A-ZÀ-ÞА-ЯЁ\d]")
_SHARE = 0.8


def find_unmarked(blocks: Sequence[Block], indices: Sequence[int], known: frozenset[str]) -> list[Label]:
    """Return the labels of a dialogue whose labels have no mark: bold lines, else bare leads; none where they do not repeat.

    `known`: lower-case words of the names in the title.
    """
    return _row_heads(blocks, indices) or _bold_lines(blocks, indices) or _bare_leads(blocks, indices, known)


def _row_heads(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Whoever speaks in the first cell of a row, what is said in the second."""
    inside = set(indices)
    found = []
    for index in indices:
        block, behind = blocks[index], index + 1
        if block.gap == "cell" or behind not in inside or blocks[behind].gap != "cell":
            continue
        text = block.text.rstrip(" :：.")
        if 0 < len(text) <= _LONGEST and is_name_like(text):
            found.append(
                Label(
                    index,
                    0,
                    len(text),
                    len(block.text),
                    text,
                    label_key(text),
                    "row head",
                    None,
                    "label.row_head",
                )
            )
    return found if is_exchange(found, blocks, len(indices), set_apart=True) else []


def _bold_lines(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Bold lines that come back, each above what is said: "Le Président", "Journaliste"; or headings of one level among others."""
    found = []
    for index, behind in pairwise(indices):
        block = blocks[index]
        text = block.text.rstrip(" :：")
        if (
            (block.is_bold or block.level >= 3)
            and 0 < len(text) <= _LONGEST
            and not _is_head(blocks[behind])
            and is_name_like(text)
        ):
            found.append(
                Label(
                    index,
                    0,
                    len(text),
                    len(block.text),
                    text,
                    label_key(text),
                    "bold line",
                    None,
                    "label.bold_line",
                )
            )
    heads = [index for index in indices if _is_head(blocks[index])]
    if 5 * len(found) >= 4 * len(heads) and is_exchange(found, blocks, len(indices), set_apart=True):
        return found
    for level in sorted({blocks[label.block].level for label in found}, reverse=True):
        of_level = [label for label in found if blocks[label.block].level == level]
        alike = sum(blocks[index].level == level for index in heads)
        if (
            level
            and 5 * len(of_level) >= 4 * alike
            and is_exchange(of_level, blocks, len(indices) - len(heads) + alike)
        ):
            return of_level
    return []


def _is_head(block: Block) -> bool:
    return block.is_bold or bool(block.level)


def _bare_leads(blocks: Sequence[Block], indices: Sequence[int], known: frozenset[str]) -> list[Label]:
    """Words with capitals that paragraphs begin with again and again, with a sentence behind: "Shen Ruo We refer you …"."""
    leads = {index: _prefixes(blocks[index].text) for index in indices}
    counts = Counter(lead for prefixes in leads.values() for lead in prefixes)
    found = []
    for index in indices:
        repeated = [lead for lead in leads[index] if counts[lead] >= 2 or label_key(lead) in SPEAKING_LABELS]
        if repeated:
            printed = max(repeated, key=lambda lead: (counts[lead], len(lead)))
            behind = len(blocks[index].text) - len(blocks[index].text[len(printed) :].lstrip())
            text = printed.rstrip(" .:–—-") or printed
            found.append(
                Label(
                    index, 0, len(text), behind, text, label_key(text), "bare lead", None, "label.bare_lead"
                )
            )
    named = any(words_of(label.key) & known or words_of(label.key) & POST_WORDS for label in found)
    turns = all(one.key != other.key for one, other in pairwise(found))
    first = found[0].block if found else 0
    following = sum(1 for index in indices if index >= first)
    if not named or not turns or len(found) < _SHARE * following:
        return []
    return found if is_exchange(found, blocks, following) else []


def _prefixes(text: str) -> list[str]:
    """The runs of words at the beginning that could be a label: all capitalised, and a capital behind them."""
    prefixes: list[str] = []
    at = 0
    while len(prefixes) < _MOST_WORDS and (word := _WORD.match(text, at)):
        at = word.end()
        lead = text[:at].rstrip()
        if not lead[0].isupper() or lead.endswith(".") or _is_small(word[0]) or not is_name_like(lead):
            break
        if _OPENS.match(text, at):
            prefixes.append(lead)
    return prefixes


def _is_small(word: str) -> bool:
    """Whether a word stands in small letters that no name and no office holds: most leads end before the first such word."""
    bare = word.strip().strip(".'’")
    return len(bare) > 1 and bare[0].islower() and bare[0] != bare[0].upper() and not may_be_small(bare)


def is_exchange(
    labels: Sequence[Label], blocks: Sequence[Block], among: int, *, set_apart: bool = False
) -> bool:
    """Return whether two or more speak, most of whom come back, with sentences behind them, and somebody asks."""
    counts = Counter(label.key for label in labels if label.key not in STOP_WORDS)
    returning = [key for key in counts if counts[key] >= 2 or key in SPEAKING_LABELS or is_question_key(key)]
    # Each reporter of a news conference may ask once: what comes back is told in turns as well. "Advertisement" is nobody.
    often = (
        set_apart
        and any("_" in key for key in returning)
        and 5 * sum(counts[key] for key in returning) >= 2 * len(labels)
    )
    if (
        len(labels) < _LEAST
        or len(counts) < 2
        or (2 * len(returning) <= len(counts) and not (often or any(map(presides, returning))))
        or not any(n >= 2 for n in counts.values())
    ):
        return False
    said = [_said(label, blocks) for label in labels]
    asks = any(map(holds_question, said)) or any(is_question_key(key) or presides(key) for key in counts)
    return asks and 4 * len(labels) >= among and 5 * sum(map(ends_as_sentence, said)) >= 4 * len(said)


def _said(label: Label, blocks: Sequence[Block]) -> str:
    text = blocks[label.block].text[label.words_from :]
    return text if text.strip() or label.block + 1 >= len(blocks) else blocks[label.block + 1].text
