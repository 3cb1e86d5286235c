"""Labels: the speaker marks of a page, learnt from what repeats at its line starts and how it is marked there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.blocks import Block
from onrecord.reading.candidates import find_candidate, find_loose_candidate, is_name_like
from onrecord.reading.inline import find_inline
from onrecord.reading.label import Label, is_question_key, is_question_word, label_key
from onrecord.reading.vocabulary import (
    ANSWER_LABELS,
    AUDIENCE_LABELS,
    CHAIR_LABELS,
    HONORIFICS,
    INTERPRETER_LABELS,
    METADATA_LABELS,
    POST_WORDS,
    QUESTION_LABELS,
)

_LEAD_DASH = re.compile(r"[–—-]\s+(?=\S)")
_INSIDE = re.compile(r"(?<=[.?!…”’»)\]])\s+(?P<label>[^\W\d_]{1,12})\s*[:：]\s*(?=\S)")
_STOP_WORDS = frozenset(
    "note notes first second third fourth firstly secondly thirdly finally one two three four nb ps example examples "
    "conclusion summary background context however therefore again remember look listen so and but yes no well "
    "facts fact question_is answer_is source sources update correction correspondence total attached annex article "
    "chapter section table figure column page warning important reminder result results ladies gentlemen".split()
)
# What opens the lines of an order of business, not a speaker's label: "Tagesordnungspunkt 2", "Item 4".
_AGENDA = re.compile(
    r"(?:zusatz)?tagesordnungspunkte?|zusatzpunkt|drucksache|befragung_der|antrag_(?:der|des)|beratung_(?:der|des)|"
    r"(?:agenda_)?item_\d|point_\d|punto_\d|annexe?_\d|clause_\d|motion_\d|anlage_\d|пункт_\d"
)
# "Will it open?" · "いつ開きますか。"
_ASKS = re.compile(r"[?？؟]|か。")
_LONGEST_QUESTION = 4  # paragraphs
_FORMS_OF_ADDRESS = frozenset(
    "mr mrs ms miss sir lord lady baroness herr frau monsieur madame m mme señor señora".split()
)
_SPEAKING_LABELS = QUESTION_LABELS | ANSWER_LABELS | CHAIR_LABELS | INTERPRETER_LABELS | AUDIENCE_LABELS


def learn_labels(blocks: Sequence[Block], indices: Sequence[int], known_names: frozenset[str]) -> list[Label]:
    """Return the labels among the blocks given, in order; `known_names`: lower-case words of names in the title."""
    candidates = [found for index in indices if (found := find_candidate(blocks[index], index))]
    candidates += _run_on(blocks, indices, candidates)
    accepted = _accept(candidates, blocks, known_names, indices[0] if indices else 0)
    if not accepted:
        accepted = _dash_questions(blocks, indices) or _bold_questions(blocks, indices)
    if len(accepted) < 2 or all(label.form in ("letter", "narrow letter") for label in accepted):
        loose = [found for index in indices if (found := find_loose_candidate(blocks[index], index))]
        by_shape = _accept_loose(loose, known_names)
        if by_shape and (len(by_shape) > len(accepted) or accepted):
            taken = {label.block for label in by_shape}
            accepted = sorted([*by_shape, *(one for one in accepted if one.block not in taken)])
    return find_inline(accepted, blocks, indices)


def _run_on(blocks: Sequence[Block], indices: Sequence[int], candidates: list[Label]) -> list[Label]:
    """Question and answer in one paragraph: "Question: Is it open? Answer: At nine." where it opens with such a label."""
    opening = {
        label.block
        for label in candidates
        if label.form == "colon" and label.key in QUESTION_LABELS | ANSWER_LABELS
    }
    found = []
    for index in indices:
        if index in opening:
            for match in _INSIDE.finditer(blocks[index].text):
                key = label_key(match["label"])
                if key in QUESTION_LABELS | ANSWER_LABELS:
                    found.append(
                        Label(
                            index,
                            match.start("label"),
                            match.end("label"),
                            match.end(),
                            match["label"],
                            key,
                            "colon",
                        )
                    )
    return found


def _dash_questions(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """An interview whose questions open with a dash and whose answers have no label: "– Minister, are you disappointed?" """
    dashed = [
        index
        for index in indices
        if "li" not in blocks[index].places and _LEAD_DASH.match(blocks[index].text)
    ]
    asking = [
        index
        for index in dashed
        if blocks[index].is_bold or blocks[index].text.rstrip("”»’").endswith(("?", "؟", "？"))
    ]
    others = len(indices) - len(dashed)
    if (
        len(dashed) < 3
        or 2 * len(asking) < len(dashed)
        or others < len(dashed) - 1
        or dashed[0] > indices[min(2, len(indices) - 1)]
    ):
        return []
    found = []
    for index in dashed:
        match = _LEAD_DASH.match(blocks[index].text)
        found.append(Label(index, 0, 1, match.end() if match else 1, "", "question", "dash lead"))
    return found


def _bold_questions(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """An interview whose questions are bold paragraphs without a label, and whose answers are not bold."""
    bold = [
        index for index in indices
        if blocks[index].is_bold and not blocks[index].level and "li" not in blocks[index].places
    ]  # fmt: skip
    asking = [index for index in bold if blocks[index].text.rstrip("”»’").endswith(("?", "؟", "？"))]
    others = len(indices) - len(bold)
    if len(bold) < 3 or 2 * len(asking) < len(bold) or others < len(bold) - 1:
        return []
    if bold[0] > indices[min(3, len(indices) - 1)]:
        return []
    return [Label(index, 0, 0, 0, "", "question", "bold question") for index in bold]


def _style(label: Label, block: Block) -> str:
    if any(s <= block.span[0] + label.start < e for s, e in block.bold):
        return "bold"
    upper = sum(map(str.isupper, label.text))
    return "capitals" if upper and upper >= 0.7 * (upper + sum(map(str.islower, label.text))) else "plain"


def _accept(
    candidates: list[Label], blocks: Sequence[Block], known: frozenset[str], first_block: int
) -> list[Label]:
    counts = Counter(label.key for label in candidates)
    sure = _sure_keys(candidates, counts, blocks)
    repeated = [label for label in candidates if label.key in sure and label.form != "narrow letter"]
    if counts["q"] < 2 and not _alternates(repeated, candidates, blocks):
        persons = HONORIFICS | POST_WORDS | known | _SPEAKING_LABELS
        sure = {key for key in sure if key in _SPEAKING_LABELS or persons & set(key.split("_"))}
        repeated = [label for label in repeated if label.key in sure]
    named = [label for label in candidates if label.key not in sure and known & set(label.key.split("_"))]
    asking = [label for label in repeated if is_asking(label, blocks)]
    dialogue = bool(asking) or len(repeated) + len([label for label in named if _could_speak(label)]) >= 2
    answering = _behind_questions(asking, candidates)
    styles = Counter(_style(label, blocks[label.block]) for label in repeated if label.key not in ("q", "a"))
    accepted = []
    opening = candidates[0].block if candidates and candidates[0].block <= first_block + 4 else -1
    for label in candidates:
        if label.form == "narrow letter":
            # "Q When did …": one space only, so a page must show that it means it.
            asks = "?" in blocks[label.block].text
            taken = label.key == "q" and (asks or (counts["q"] >= 2 and (dialogue or counts["q"] >= 4)))
        elif label in answering:
            taken = _could_speak(label) and label.text.lower().strip() not in METADATA_LABELS
        elif label.key in sure:
            first = label.block == opening
            taken = dialogue or _accept_single(label, blocks[label.block], known, dialogue, styles, first)
        else:
            first = label.block == opening
            taken = _accept_single(label, blocks[label.block], known, dialogue, styles, first)
        if taken:
            accepted.append(label)
    return accepted


def is_asking(label: Label, blocks: Sequence[Block]) -> bool:
    """Return whether a label opens a question by its own word ("Question"), or by that of somebody who asks, with a question mark."""
    if label.form == "narrow letter" or not is_question_key(label.key):
        return False
    text = blocks[label.block].text
    return is_question_word(label.key) or text[:1] in "【〔" or bool(_ASKS.search(text))


def _behind_questions(asking: Sequence[Label], candidates: Sequence[Label]) -> set[Label]:
    """What could be a label and comes next after a question: who answers has a label too, if only once."""
    opened = set(asking)
    return {
        after for before, after in pairwise(candidates)
        if before in opened and after not in opened and after.block - before.block <= _LONGEST_QUESTION
    }  # fmt: skip


def _sure_keys(candidates: list[Label], counts: Counter[str], blocks: Sequence[Block]) -> set[str]:
    """Keys of labels that say so themselves ("Question"), stand more than once, or are the long form of another."""
    rests: dict[str, int] = {}
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    for label in candidates:
        rest = len(blocks[label.block].text) - label.words_from
        rests[label.key] = max(rest, rests.get(label.key, 0))
        if _could_speak(label):
            surnames[_surname(label.key)].add(label.key)
    # One "Q:" or "Q" with a wide gap is a question, even the only one; "A  …" alone may be an article.
    marked = {
        label.key
        for label in candidates
        if label.form == "colon" or (label.key == "q" and label.form == "letter")
    }
    speaking = {
        key for key in counts
        if (key in _SPEAKING_LABELS or is_question_key(key)) and (counts[key] > 1 or key not in ("q", "a") or key in marked)
    }  # fmt: skip
    return speaking | {
        label.key for label in candidates
        if (counts[label.key] >= 2 or _has_other_form(label.key, surnames[_surname(label.key)]))
        and _could_speak(label) and not _is_metadata(label, blocks)
        and label.form != "narrow letter" and _has_words(label, rests)
    }  # fmt: skip


def _has_other_form(key: str, sharing: set[str]) -> bool:
    """Whether one of the labels that share a surname is the longer or shorter form of this one's name."""
    words = _name_words(key)
    for other_key in sharing - {key}:
        other = _name_words(other_key)
        short, long = sorted((words, other), key=len)
        titled = set(key.split("_")) | set(other_key.split("_"))
        if short and short <= long and (len(short) == 1 or titled & (POST_WORDS | HONORIFICS)):
            return True
    return False


def _name_words(key: str) -> set[str]:
    return {word for word in key.split("_") if word not in POST_WORDS and word not in HONORIFICS}


def _surname(key: str) -> str:
    """The last word of a key that is long enough to be a name: "SEN. MAUDE ASHCOMBE" and "ASHCOMBE" share it."""
    last = key.rsplit("_", 1)[-1]
    return last if len(last) >= 3 and last not in POST_WORDS | HONORIFICS and not last.isdigit() else key


def _alternates(labels: list[Label], candidates: list[Label], blocks: Sequence[Block]) -> bool:
    """In a dialogue labels take turns and speak for most of the text; in a list of items they do neither."""
    if not labels or any(label.key in _SPEAKING_LABELS for label in labels):
        return True
    first = next(label.block for label in candidates if _could_speak(label))
    before = sum(len(block.text) for block in blocks[:first] if not block.level)
    after = sum(len(block.text) for block in blocks[first:])
    if len({label.key for label in labels}) == 1:
        # One speaker, again and again between the crowd's noises or single askers: labels open the text.
        return before * 4 <= after
    same = sum(
        1 for one, other in pairwise(labels)
        if one.key == other.key and other.block <= one.block + 1
    )  # fmt: skip
    return 2 * same <= len(labels) and after >= before


def _has_words(label: Label, rests: dict[str, int]) -> bool:
    longest = rests[label.key]
    return longest >= 12 or longest <= 0 or bool(set(label.key.split("_")) & (HONORIFICS | POST_WORDS))


def _could_speak(label: Label) -> bool:
    if _AGENDA.match(label.key):
        return False
    if label.key in _STOP_WORDS or label.key.isdigit():
        return False
    before = label.text.split(",", 1)[0]
    return is_name_like(label.text) or (
        label.form == "bold" and before != label.text and is_name_like(before)
    )


def _is_metadata(label: Label, blocks: Sequence[Block]) -> bool:
    return (
        label.text.lower().strip() in METADATA_LABELS
        and len(blocks[label.block].text) - label.words_from < 120
    )


def _accept_single(
    label: Label, block: Block, known: frozenset[str], dialogue: bool, styles: Counter[str], first: bool
) -> bool:
    """A label seen once is taken where the page shows a dialogue and it looks as its labels do, or names one of the title."""
    if not _could_speak(label) or label.text.lower().strip() in METADATA_LABELS:
        return False
    rest = len(block.text) - label.words_from
    words = set(label.key.split("_"))
    style = _style(label, block)
    titled = any(word in HONORIFICS or word in POST_WORDS for word in words)
    if words & known:
        return dialogue or rest >= 60 or titled
    if not dialogue:
        capitals = style == "capitals" or (first and label.text.isupper())
        return capitals and titled and rest >= (20 if first else 120) and label.form == "colon"
    usual = styles.most_common(1)[0][0] if styles else "plain"
    newsroom = label.text.isupper() and len(words) == 1 and _ASKS.search(block.text)  # "GTV: Since when?"
    if style != usual and not (usual == "capitals" and titled) and not newsroom:
        return False
    if usual == "plain":
        asks = "?" in block.text or "？" in block.text
        return titled or len(words) >= 2 or asks or label.text[:1].lower() == label.text[:1].upper()
    return True


def _accept_loose(candidates: list[Label], known: frozenset[str]) -> list[Label]:
    """Labels with a weaker mark (stop, dash, a line of their own) are taken where they repeat and look like speakers."""
    best: list[Label] = []
    for form in ("stop dash", "dash", "line", "stop"):
        of_form = [label for label in candidates if label.form == form and label.key not in _STOP_WORDS]
        counts = Counter(label.key for label in of_form)
        taken = [label for label in of_form if _is_speaker(label, counts, known)]
        if form == "line" and not _are_speakers_lines(taken):
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
    addressed = sum(1 for label in labels if set(label.key.split("_")) & _FORMS_OF_ADDRESS)
    return any(label.key in _SPEAKING_LABELS for label in labels) or 2 * addressed >= len(labels)


def _is_speaker(label: Label, counts: Counter[str], known: frozenset[str]) -> bool:
    words = set(label.key.split("_"))
    named = bool(words & known) or label.key in _SPEAKING_LABELS
    titled = bool(words & (POST_WORDS | HONORIFICS)) and len(words) >= 2
    if label.form == "stop dash":
        return True
    if label.form == "line":
        return named or titled
    return named or (titled and not words & HONORIFICS) or (label.form == "dash" and counts[label.key] >= 3)
