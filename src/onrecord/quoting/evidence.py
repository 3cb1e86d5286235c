"""What speaks for a place, in bits: the words that stand alike there, less what the differences take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from onrecord.quoting.align import Step
from onrecord.quoting.bits import edit_cost
from onrecord.quoting.edits import Change
from onrecord.quoting.kinds import same_spelling_aside
from onrecord.quoting.parts import Part
from onrecord.quoting.quotation import Quotation
from onrecord.quoting.stream import Ground, said_text

JUMP_COST = 28.0
"""The bits that going on at a place that does not follow takes from the evidence."""

_SLIP_LETTERS, _SLIP_ALIKE = 4, 0.7
# Another spelling of the same word tells what the word tells, and hardly takes anything: that is how an editor prints it.
_SPELT, _MOST_SPELT = 1.0, 4
# How a printer parts a word at the end of a line.
_BROKEN = re.compile(r"[-\u2010]\s*\n\s*")


def alike_bits(steps: Sequence[Step], quotation: Quotation, ground: Ground, spelt: Sequence[Change]) -> float:
    """Return what the words tell that stand there, with those in another spelling, and half of what misread ones would."""
    alike = [(each.quoted, each.quoted_end) for each in spelt]
    alike += [(step.quoted, step.quoted_end) for step in steps if step.tag == "equal"]
    equal = sum(sum(ground.bits[start:end]) for start, end in alike)
    held = {at for change in spelt for at in range(change.quoted, change.quoted_end)}
    return equal + sum(
        _slip_bits(step, quotation, ground)
        for step in steps
        if step.tag == "replace"
        and step.said_end - step.said == step.quoted_end - step.quoted
        and step.quoted not in held
    )


def paid_bits(changes: Sequence[Change], parts: Sequence[Part], spelt: Sequence[Change]) -> float:
    """Return the bits that edits, jumps and omissions take from the evidence."""
    edited = sum(_SPELT if change in spelt else edit_cost(words_changed(change)) for change in changes)
    jumps = JUMP_COST * sum(part.border == "jump" for part in parts)
    omissions = 3.0 * sum(part.border == "omit" for part in parts)
    return edited + jumps + omissions


class PutIn(NamedTuple):
    """How many words stand in a quotation for none or fewer of the record's, and whether some stand for none."""

    words: int
    alone: bool


def put_in(changes: Sequence[Change], jumps: int, quotation: Quotation, ground: Ground) -> PutIn:
    """Return what is put in, if that is not the only change; another order is a change as well.

    A word that is misread in two ("5tep") is not put in.
    """
    if len(changes) + jumps < 2:
        return PutIn(0, alone=False)
    longer = [
        each
        for each in changes
        if each.quoted_end - each.quoted > each.said_end - each.said
        and not _is_misread(each, quotation, ground)
    ]
    words = sum((each.quoted_end - each.quoted) - (each.said_end - each.said) for each in longer)
    return PutIn(words, any(each.said == each.said_end for each in longer))


def _is_misread(change: Change, quotation: Quotation, ground: Ground) -> bool:
    """Return whether what is quoted has nearly the letters of what is said, however they are parted; of short words all but one each."""
    said = "".join(ground.streams[change.candidate].words[change.said : change.said_end])
    quoted = "".join(quotation.words[change.quoted : change.quoted_end])
    unknown = any(at in ground.unknown for at in range(change.quoted, change.quoted_end))
    a_letter_each = unknown and Levenshtein.distance(said, quoted) <= change.said_end - change.said
    return bool(said) and (a_letter_each or Levenshtein.normalized_similarity(said, quoted) >= _SLIP_ALIKE)


def words_changed(change: Change) -> int:
    """Return how many words a change has, on the side that has more."""
    return max(change.said_end - change.said, change.quoted_end - change.quoted)


def is_spelt(change: Change, quotation: Quotation, ground: Ground) -> bool:
    """Return whether a change is another spelling of the same words: "neighbours" for "neighbors", "hasn't" for "has not"."""
    if not (change.said < change.said_end and change.quoted < change.quoted_end):
        return False
    if words_changed(change) > _MOST_SPELT:
        return False
    said = ground.streams[change.candidate].words[change.said : change.said_end]
    quoted = quotation.words[change.quoted : change.quoted_end]
    return said[0][0] == quoted[0][0] and same_spelling_aside(said, quoted)


def is_broken(change: Change, quotation: Quotation, ground: Ground) -> bool:
    """Return whether a word stands on one side as printers part it at the end of a line."""
    stream = ground.streams[change.candidate]
    said = stream.words[change.said : change.said_end]
    quoted = quotation.words[change.quoted : change.quoted_end]
    if len(said) == len(quoted) or "".join(said) != "".join(quoted):
        return False
    printed = quotation.text[quotation.spans[change.quoted][0] : quotation.spans[change.quoted_end - 1][1]]
    if len(quoted) < len(said):
        printed, _ = said_text(stream, change.said, change.said_end)
    return len(_BROKEN.findall(printed)) == abs(len(said) - len(quoted))


def _slip_bits(step: Step, quotation: Quotation, ground: Ground) -> float:
    """Return what words tell that differ from the record's by a letter or two: half of what they would tell alike.

    They speak for the place, as misread or mistyped words do; the wording differs all the same.
    """
    words = ground.streams[step.candidate].words[step.said : step.said_end]
    pairs = zip(words, range(step.quoted, step.quoted_end), strict=True)
    return sum(
        ground.bits[at] / 2
        for said, at in pairs
        if _is_slip(said, quotation.words[at], unknown=at in ground.unknown)
    )


def _is_slip(said: str, quoted: str, *, unknown: bool) -> bool:
    """Return whether a word may be misread or mistyped for another; of a short one only where it is a word that nobody uses ("ond")."""
    if len(said) >= _SLIP_LETTERS:
        return Levenshtein.normalized_similarity(said, quoted) >= _SLIP_ALIKE
    return unknown and len(said) > 1 and said.isalpha() and Levenshtein.distance(said, quoted) == 1
