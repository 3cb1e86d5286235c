"""Labels with a weaker mark than a colon: a stop, a dash, a line of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.asking import holds_question
from onrecord.reading.turns.dialogue import (
    SPEAKING_LABELS,
    STOP_WORDS,
    are_items,
    are_sentences,
    is_barred,
    numbered_heads,
)
from onrecord.reading.turns.label import Label, is_question_key, words_of
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.turns.postbelow import above_posts
from onrecord.reading.turns.singles import is_plain_name
from onrecord.reading.turns.sittings import ABOVE_PARTY, dashed_in_sitting, ends_said, lines_in_sitting
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import CHAIR_LABELS, QUESTION_WORDS
from onrecord.reading.words.posts import HONORIFICS, POST_WORDS
from onrecord.reading.words.presiding import presides

_LONGEST_LINE = 110
_LEAST_STOPPED = 6  # letters
_LONGEST_EXCHANGE = 5  # blocks from a question to its answer
_SEATED = re.compile(r"^[^\W\d_][^()]*\s[^()]+\s\([^(),]+,\s[^(),]+\)$")
_STOP_DASH = re.compile(r"\s?\.\s?[-–—]\s*")
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_LEAST_ALONE = 4  # labels
_LEAST_BACK = 2
_INITIALS_LAST = re.compile(r"^[^\W\d_]{3,} [^\W\d_]\.\s?[^\W\d_]\.$")  # "Стожаров В.М."
_BULLETS = "•·▪●*–- \u00a0"  # before those who are listed as present: "• Verne (Ministry of Locks)"
_BEFORE_NAMES = HONORIFICS | POST_WORDS
_FEWEST_SAID = 4
_FORMS_OF_ADDRESS = frozenset(
    "mr mrs ms miss sir lord lady baroness herr frau monsieur madame m mme señor señora".split()
)
_DEGREES = frozenset("dr prof rev hon".split())
_RULES = {
    "stop dash": "label.stop_and_dash",
    "dash": "label.dash",
    "line": "label.own_line",
    "stop": "label.full_stop",
    "capitals stop": "label.full_stop",
}


def accept_loose(
    candidates: Sequence[Label], known: frozenset[str], blocks: Sequence[Block], *, asked: bool = False
) -> list[Label]:
    """Return the labels of the one form that gives most, where they repeat and look like speakers.

    `asked`: questions have labels of their own, so that one speaker who answers is enough.
    """
    candidates = above_posts(candidates, blocks)
    best: list[Label] = []
    for form in ("stop dash", "dash", "line", "stop"):
        of_form = _of_form(form, candidates, blocks)
        if form == "stop" and _is_chaired(of_form):
            best_of = [
                label for label in candidates if _is_in_capitals(label) and label.key not in STOP_WORDS
            ]
            best = best_of if len(best_of) > len(best) else best
            continue
        heads = numbered_heads(of_form)
        of_form = [label for label in of_form if label.key not in heads]
        counts = Counter(label.key for label in of_form)
        taken = [label for label in of_form if _is_speaker(label, counts, known)]
        if form == "dash" and (chaired := dashed_in_sitting(of_form, blocks)):
            taken = chaired
            counts = Counter(label.key for label in taken)
        if form == "stop" and (addressed := _addressed_in_turn(of_form, counts)):
            taken = addressed
        if form == "stop" and len(asked_in_turn := _asked_in_turn(of_form, counts)) > len(taken):
            taken = asked_in_turn
        if form == "dash" and asked:
            taken = _named_above(of_form, taken, counts, blocks)
        if form == "line" and len(exchange := _in_exchange(of_form, counts, blocks)) > len(best):
            best = exchange
            continue
        if form == "line" and len(in_capitals := _in_capitals_alone(of_form, blocks)) > len(best):
            best = in_capitals
            continue
        if form == "line" and len(sitting := lines_in_sitting(of_form, blocks)) > len(best):
            best = sitting
            continue
        if form == "line" and not _are_speakers_lines(taken):
            continue
        if are_items(taken, blocks) or not are_sentences(taken, blocks):
            continue
        least = 3 if form == "line" else 2
        repeats = form == "stop dash" or any(
            number >= 2 or is_question_key(key) for key, number in counts.items()
        )
        # A short sitting may give each the floor once: the chair and forms of address tell it from a list.
        if form == "line" and not repeats and any(label.key in CHAIR_LABELS for label in taken):
            taken = [label for label in taken if label.key in CHAIR_LABELS or _is_addressed(label.key)]
            repeats = True
        if (
            len(taken) >= least
            and (asked or len({label.key for label in taken}) >= 2)
            and repeats
            and len(taken) > len(best)
        ):
            best = taken
    return [label if label.rule == ABOVE_PARTY else label.by(_RULES[label.form]) for label in best]


def _of_form(form: str, candidates: Sequence[Label], blocks: Sequence[Block]) -> list[Label]:
    """Those of a form, lines with the stop of an initial at their end among them: "СТОЖАР Я.І."."""
    return [
        label
        for label in candidates
        if label.key not in STOP_WORDS
        and (
            label.form == form
            or (
                form == "line"
                and label.form == "capitals stop"
                and not blocks[label.block].text[label.words_from :].strip()
            )
        )
    ]


def _named_above(
    labels: Sequence[Label], taken: Sequence[Label], counts: Counter[str], blocks: Sequence[Block]
) -> list[Label]:
    """Those before a dash where questions have labels: whole names that the lines above the first of them have, one of which comes back."""
    first = min((label.block for label in labels), default=0)
    above = "\n".join([block.text for block in blocks[:first]])
    named = [
        label for label in labels if label in taken or (is_plain_name(label.text) and label.text in above)
    ]
    return named if any(counts[label.key] >= _LEAST_BACK for label in named) else list(taken)


def _in_exchange(labels: Sequence[Label], counts: Counter[str], blocks: Sequence[Block]) -> list[Label]:
    """The lines of an exchange, each with its words below: whoever asks has a word for it, who answers comes next or comes back.

    Or members with seat and party, one of whom comes back: "Ada Verne (Skell North, Lock Party)".
    """
    said = [label for label in labels if ends_said(_below(label, blocks))]
    seated = [label for label in said if _SEATED.search(label.text)]
    if (
        2 * len(seated) >= len(said)
        and len({label.key for label in seated}) >= 2
        and max(counts[one.key] for one in seated) >= 2
    ):
        return seated
    asking = {label for label in said if is_question_key(label.key)}
    if len(asking) < 2:
        return []
    answering = {
        other
        for one, other in pairwise(said)
        if one in asking and other.block - one.block <= _LONGEST_EXCHANGE
    }
    first = min(label.block for label in asking)
    listed = {block.text.lstrip(_BULLETS) for block in blocks[:first]}
    return [
        label
        for label in said
        if label in asking
        or label in answering
        or counts[label.key] >= 2
        or presides(label.key)
        or (label.text in listed and label.block > first)
    ]


def _in_capitals_alone(labels: Sequence[Label], blocks: Sequence[Block]) -> list[Label]:
    """Names in capitals on lines of their own, some of which come back, sentences below each: "HARROW (TG)", "VERNE"."""
    named = [label for label in labels if _BRACKETED.sub("", label.text).isupper()]
    if not named:
        return _in_turn_alone(labels, blocks)
    counts = Counter(label.key for label in named)
    returning = sum(number for number in counts.values() if number >= 2)
    if (
        len(named) < _LEAST_ALONE
        or len(counts) < 2
        or returning < len(named) / 2
        or max(counts.values()) < _LEAST_BACK
    ):
        return []
    said = sum(ends_said(_below(label, blocks)) for label in named)
    return named if said >= 0.8 * len(named) else []


def _in_turn_alone(labels: Sequence[Label], blocks: Sequence[Block]) -> list[Label]:
    """Names on lines of their own that nearly all come back, never one twice in a row, and ask below: "Ada Verne", "Corin Pell"."""
    named = [label for label in labels if 2 <= len(words_of(label.key)) <= 4 and "," not in label.text]
    counts = Counter(label.key for label in named)
    back = {key for key, number in counts.items() if number >= 2}
    returning = sum(counts[key] for key in back)
    if len(back) < 2 or len(named) < _LEAST_ALONE or returning < 0.8 * len(named):
        return []
    below = [_below(label, blocks) for label in named]
    in_turn = all(one.key != other.key for one, other in pairwise(named))
    return named if in_turn and all(map(ends_said, below)) and any(map(holds_question, below)) else []


def _below(label: Label, blocks: Sequence[Block]) -> str:
    first = label.block + (2 if label.rule == ABOVE_PARTY else 1)
    return next((block.text for block in blocks[first : first + 2] if not is_barred(block.text)), "")


def _addressed_in_turn(labels: Sequence[Label], counts: Counter[str]) -> list[Label]:
    """Those with forms of address before a stop, or in the chair, where two of them come back: "Mr. Harrow. …", "The CHAIRMAN. …"."""
    spoken = [
        label
        for label in labels
        if _is_addressed(label.key)
        or label.key in CHAIR_LABELS
        or _is_holder(label, counts)
        or _INITIALS_LAST.search(label.text)
    ]
    back = {label.key for label in spoken if counts[label.key] >= 2}
    others = {label.key for label in spoken} - back
    chaired = any(presides(key) for key in back) and len(others) >= 2
    return spoken if len(back) >= 2 or chaired else []


def _asked_in_turn(labels: Sequence[Label], counts: Counter[str]) -> list[Label]:
    """Those before a stop who ask by their own word, and those who come back and stand right behind them: "Հարց. …", "Ադա Վերնյան. …"."""
    asking = {label for label in labels if label.key in QUESTION_WORDS}
    if len(asking) < _LEAST_BACK:
        return []
    answering = {two.key for one, two in pairwise(labels) if one in asking and counts[two.key] >= _LEAST_BACK}
    return [label for label in labels if label in asking or label.key in answering]


def _is_holder(label: Label, counts: Counter[str]) -> bool:
    """Whether a label that comes back is a post and a name: "Chairwoman Verne"."""
    words = label.key.split("_")
    return counts[label.key] >= 2 and len(words) == 2 and words[0] in (POST_WORDS | CHAIR_LABELS)


def _is_chaired(labels: Sequence[Label]) -> bool:
    """Whether whoever presides takes the floor again and again under a word in capitals before a stop: "PRESIDENTE. …"."""
    return sum(presides(label.key) and label.text.isupper() for label in labels) >= 2


def _is_in_capitals(label: Label) -> bool:
    return label.form in ("stop", "capitals stop") and label.text.split(",", 1)[0].isupper()


def find_alone(accepted: Sequence[Label], blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the labels that stand alone on a line, on a page where the same labels stand before the words as well.

    "Mr. Harrow: I rise." above, "Mr. Harrow" with his words on the next line below; where one does so, forms of address
    with other names may.
    """
    known = {label.key for label in accepted if not is_question_key(label.key)}
    labelled = {label.block for label in accepted}
    found = []
    first = min(labelled, default=len(blocks))  # above it stands who was present
    for index, behind in pairwise(index for index in indices if index > first):
        block = blocks[index]
        if index in labelled or behind in labelled or len(block.text) > _LONGEST_LINE or block.level:
            continue
        text = block.text.rstrip(" :.–—-")
        words = words_of(key := label_key(text))
        addressed = bool(text) and text.split(None, 1)[0].strip(".").lower() in _FORMS_OF_ADDRESS
        # A bare name may head a printed page: "Dr. Ada Verne" above each column of her speech.
        marked = len(text) < len(block.text)
        named = (key in known and (marked or addressed or key in CHAIR_LABELS)) or (
            addressed and 1 < len(words) <= 4 and is_name_like(text)
        )
        if named and _is_said(blocks[behind].text):
            found.append(Label(index, 0, len(text), len(block.text), text, key, "line", None, "label.alone"))
    shown = any(label.key in known for label in found) or any(
        label.words_from >= len(blocks[label.block].text) for label in accepted
    )
    return found if shown and len(found) <= len(accepted) else []


def find_stopped(accepted: Sequence[Label], blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return labels before a stop that the page sets before a colon elsewhere: "The SPEAKER. No, you are not."."""
    printed = {label.text: label for label in accepted if label.form == "colon"}
    printed = {
        text: label
        for text, label in printed.items()
        if text.split()[-1].isupper() and len(text) >= _LEAST_STOPPED
    }
    taken = {label.block for label in accepted}
    found = _dashed_again(accepted, blocks, [index for index in indices if index not in taken])
    taken |= {label.block for label in found}
    openings = tuple(printed)
    for index in indices if printed else ():
        if not blocks[index].text.startswith(openings):
            continue
        before, stop, _ = blocks[index].text[:_LONGEST_LINE].partition(". ")
        if stop and index not in taken and (known := printed.get(before)):
            end = len(before)
            found.append(Label(index, 0, end, end + 2, before, known.key, "stop", None, "label.stop_once"))
    return found


def _dashed_again(accepted: Sequence[Label], blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Labels in capitals that stand before a stop and a dash, in bold first and in plain type below: "PRESIDENTE. - Sí." """
    printed = {
        label.text: label.key
        for label in accepted
        if label.form == "bold"
        and label.text.isupper()
        and _STOP_DASH.match(blocks[label.block].text, label.end)
    }
    found = []
    for index in indices if printed else ():
        text = blocks[index].text
        for label, key in printed.items():
            if text.startswith(label) and (mark := _STOP_DASH.match(text, len(label))):
                found.append(
                    Label(index, 0, len(label), mark.end(), label, key, "stop dash", None, "label.stop_once")
                )
                break
    return found


def _is_said(text: str) -> bool:
    """Whether a line below a name holds sentences, as the next name of a list does not."""
    return text.count(" ") >= _FEWEST_SAID and ends_said(text)


def _are_speakers_lines(labels: list[Label]) -> bool:
    """Names with offices also head the entries of a list; a chair among them, or forms of address, tell a debate."""
    addressed = sum(1 for label in labels if _is_addressed(label.key))
    return any(label.key in SPEAKING_LABELS for label in labels) or 2 * addressed >= len(labels)


def _is_addressed(key: str) -> bool:
    return bool(words_of(key) & (_FORMS_OF_ADDRESS | _DEGREES))


def _is_speaker(label: Label, counts: Counter[str], known: frozenset[str]) -> bool:
    words = words_of(label.key)
    named = bool(words & known) or label.key in SPEAKING_LABELS
    titled = not _BEFORE_NAMES.isdisjoint(words) and len(words) >= 2
    if label.form == "stop dash":
        return True
    if label.form == "line":
        return named or titled
    if label.form == "dash" and titled and counts[label.key] >= 2:
        return True  # "MS. VERNE – Good morning."
    return named or (titled and not words & HONORIFICS) or (label.form == "dash" and counts[label.key] >= 3)
