"""Labels with a weaker mark than a colon: a stop, a dash, a line of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.reading.blocks import Block
from onrecord.reading.dialogue import SPEAKING_LABELS, STOP_WORDS, are_items, are_sentences, numbered_heads
from onrecord.reading.label import Label, is_question_key, words_of
from onrecord.reading.vocabulary import HONORIFICS, POST_WORDS

_FORMS_OF_ADDRESS = frozenset(
    "mr mrs ms miss sir lord lady baroness herr frau monsieur madame m mme señor señora".split()
)


def accept_loose(candidates: Sequence[Label], known: frozenset[str], blocks: Sequence[Block]) -> list[Label]:
    """Return the labels of the one form that gives most, where they repeat and look like speakers."""
    best: list[Label] = []
    for form in ("stop dash", "dash", "line", "stop"):
        of_form = [label for label in candidates if label.form == form and label.key not in STOP_WORDS]
        heads = numbered_heads(of_form)
        of_form = [label for label in of_form if label.key not in heads]
        counts = Counter(label.key for label in of_form)
        taken = [label for label in of_form if _is_speaker(label, counts, known)]
        if form == "line" and not _are_speakers_lines(taken):
            continue
        if are_items(taken, blocks) or not are_sentences(taken, blocks):
            continue
        least = 3 if form == "line" else 2
        repeats = form == "stop dash" or any(
            number >= 2 or is_question_key(key) for key, number in counts.items()
        )
        if (
            len(taken) >= least
            and len({label.key for label in taken}) >= 2
            and repeats
            and len(taken) > len(best)
        ):
            best = taken
    return best


def _are_speakers_lines(labels: list[Label]) -> bool:
    """Names with offices also head the entries of a list; a chair among them, or forms of address, tell a debate."""
    addressed = sum(1 for label in labels if words_of(label.key) & _FORMS_OF_ADDRESS)
    return any(label.key in SPEAKING_LABELS for label in labels) or 2 * addressed >= len(labels)


def _is_speaker(label: Label, counts: Counter[str], known: frozenset[str]) -> bool:
    words = words_of(label.key)
    named = bool(words & known) or label.key in SPEAKING_LABELS
    titled = bool(words & (POST_WORDS | HONORIFICS)) and len(words) >= 2
    if label.form == "stop dash":
        return True
    if label.form == "line":
        return named or titled
    return named or (titled and not words & HONORIFICS) or (label.form == "dash" and counts[label.key] >= 3)
