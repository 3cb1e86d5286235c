"""Labels: the speaker marks of a page, learnt from what repeats at its line starts and how it is marked there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.candidates import (
    find_attributed,
    find_candidate,
    find_loose_candidate,
    find_told_candidate,
    is_name_like,
    names_post,
)
from onrecord.reading.turns.dialogue import (
    LONGEST_QUESTION,
    SPEAKING_LABELS,
    are_items,
    behind_questions,
    could_speak,
    holds_question,
    is_asking,
    numbered_heads,
    reads_as_dialogue,
)
from onrecord.reading.turns.inline import find_inline
from onrecord.reading.turns.label import Label, is_question_key, words_of
from onrecord.reading.turns.leads import find_unmarked
from onrecord.reading.turns.letters import (
    is_question_letter,
    stop_dashed,
    with_pairs,
    without_dashes,
    without_initials,
)
from onrecord.reading.turns.loose import accept_loose, find_alone, find_stopped
from onrecord.reading.turns.shorthand import find_keyed
from onrecord.reading.turns.singles import (
    BEHIND_NAME,
    accept_single,
    heads_what_follows,
    is_alone,
    is_plain_name,
    style_of,
)
from onrecord.reading.turns.sittings import names_above_parties
from onrecord.reading.turns.styled import beside_labels, styled_questions
from onrecord.reading.turns.sure import has_office, have_offices, heads_of_lists, sure_keys
from onrecord.reading.turns.unlabelled import (
    between_marks,
    dash_exchange,
    dash_questions,
    dashed_answers,
    questions_between_quotations,
)
from onrecord.reading.words.holders import held_behind_post
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.presiding import presides
from onrecord.reading.words.vocabulary import (
    ANSWER_LABELS,
    AUDIENCE_LABELS,
    CHAIR_LABELS,
    HONORIFICS,
    METADATA_LABELS,
    POST_WORDS,
    QUESTION_LABELS,
    SELF,
)

_INSIDE = re.compile(r"(?<=[.?!…”’»)\]])\s+(?P<label>[^\W\d_]{1,12})\s*[:：]\s*(?=\S)")

_CLOSED_BY = {"“": "”", "«": "»", "„": "“", "「": "」"}
_LONGEST_QUOTATION = 12  # paragraphs
_MANY = 40
_NEARLY_ALL = 0.95
_IN_TURN = QUESTION_LABELS | ANSWER_LABELS
_PARTS = CHAIR_LABELS | AUDIENCE_LABELS
# The office, as the roll of those present heads it, not its holder: "Vorsitz: …", "الرئاسة : …"
_PRESIDENCY = frozenset(
    "vorsitz présidence presidencia presidência presidenza الرئاسة ریاست تمثيل_الحكومة".split()
)
_SEVERAL = 5
_NEAR = 8  # blocks
_LONGEST_POST = 60
_MORE_THAN_A_LINE = 120
_LONGEST_INTRODUCTION = 120


def learn_labels(
    blocks: Sequence[Block],
    indices: Sequence[int],
    known_names: frozenset[str],
    *,
    interview: bool = False,
    told: re.Pattern[str] | None = None,
) -> list[Label]:
    """Return the labels among the blocks given, in order; `known_names`: lower-case words of names in the title.

    `interview`: the title says that somebody asks, so that questions may be told by their type alone. `told` matches
    labels at the beginning of a block that are labels whatever the page shows.
    """
    quoted = _inside_quotations(blocks, indices)
    candidates = _candidates(blocks, indices, quoted)
    accepted = _accept(candidates, blocks, known_names, indices)
    accepted = beside_labels(accepted, candidates, blocks, indices, interview=interview)
    if len(accepted) < 2:
        accepted = (
            find_keyed(blocks, indices)
            or find_unmarked(blocks, indices, known_names)
            or names_above_parties(blocks, indices)
            or accepted
        )
    accepted = accepted or _without_labels(blocks, indices, interview=interview)
    accepted = _with_loose(accepted, blocks, indices, known_names)
    if not accepted:
        heads = [
            label for label in candidates if label.block in indices[:_NEAR] and _heads_speech(label, blocks)
        ]
        accepted = [label.by("label.opens_speech") for label in heads[:1]]
    accepted = _with_attributed(accepted, blocks, indices)
    if told is not None:
        accepted = _with_told(accepted, blocks, [index for index in indices if index not in quoted], told)
    accepted = sorted([*accepted, *find_stopped(accepted, blocks, indices)])
    accepted = sorted([*accepted, *find_alone(accepted, blocks, indices)])
    return find_inline(without_dashes(accepted, blocks), blocks, indices)


def _candidates(blocks: Sequence[Block], indices: Sequence[int], quoted: set[int]) -> list[Label]:
    """What has the shape of a label, but for what stands in somebody else's quotation or tells who plays a part."""
    found = [label for index in indices if (label := find_candidate(blocks[index], index))]
    found = without_initials(found, blocks)
    found += _run_on(blocks, indices, found)
    counts = Counter(label.key for label in found)
    return [
        label
        for label in found
        if label.block not in quoted and not _introduces(label, blocks, once=counts[label.key] == 1)
    ]


def _without_labels(blocks: Sequence[Block], indices: Sequence[int], *, interview: bool) -> list[Label]:
    """The turns of an exchange that has no labels: told by dashes, by type, by quotations."""
    return (
        dash_questions(blocks, indices)
        or dash_exchange(blocks, indices, interview=interview)
        or between_marks(blocks, indices)
        or dashed_answers(blocks, indices, interview=interview)
        or styled_questions(blocks, indices, interview=interview)
        or questions_between_quotations(blocks, indices, interview=interview)
    )


def _with_loose(
    accepted: list[Label], blocks: Sequence[Block], indices: Sequence[int], known_names: frozenset[str]
) -> list[Label]:
    """The labels, with those behind which no colon stands: where there are few others, or these are letters."""
    lettered = all(label.form in ("letter", "narrow letter") for label in accepted)
    stop_dashes = all(is_question_key(label.key) for label in accepted) and stop_dashed(accepted, blocks)
    if not (len(accepted) < 2 or lettered or stop_dashes):
        return accepted
    loose = [found for index in indices if (found := find_loose_candidate(blocks[index], index))]
    if stop_dashes:
        loose = [label for label in loose if label.form == "stop dash"]
    by_shape = accept_loose(loose, known_names, blocks, asked=bool(accepted))
    taken = {label.block for label in by_shape}
    return sorted([*by_shape, *(one for one in accepted if one.block not in taken)])


def _with_attributed(accepted: list[Label], blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    attributed = [
        found.by("label.attributed")
        for index in indices[:_SEVERAL]
        if (found := find_attributed(blocks[index], index))
    ]
    taken = {label.block for label in attributed[:1]}
    return sorted([*attributed, *(one for one in accepted if one.block not in taken)]) if taken else accepted


def _introduces(label: Label, blocks: Sequence[Block], *, once: bool) -> bool:
    """Whether a line tells who plays a part, and nobody speaks in it: "Moderator: Ada Verne, Communications Officer".

    Or heads such lines: "PARTICIPANTS:".
    """
    if _is_of_the_cast(label, blocks):
        return True
    if not (label.key in _PARTS or label.key in _PRESIDENCY or presides(label.key)) or label.form != "colon":
        return False
    words = blocks[label.block].text[label.words_from :].strip()
    if label.key in _PRESIDENCY:
        return 0 < len(words) <= _LONGEST_INTRODUCTION
    if once and words.endswith(".") and label.key not in _IN_TURN and len(words) <= _LONGEST_INTRODUCTION:
        # "Vorsitzender: Zweiter Präsident Harrow.", on a page where this word opens no turn
        person = parse_person(words[:-1])
        return bool(person and person.office)
    if not words and label.block + 1 < len(blocks):
        words = blocks[label.block + 1].text.rpartition(": ")[2]
    if not words or len(words) > _LONGEST_INTRODUCTION or words.endswith((".", "?", "!", ":")):
        return False
    if "," not in words:
        bare = BEHIND_NAME.split(words, maxsplit=1)[0]
        return (label.key in CHAIR_LABELS or presides(label.key)) and is_plain_name(
            bare
        )  # "President: Ada Verne"
    person = parse_person(words)
    return bool(person and person.office and len(person.keys) >= 2)


def _is_of_the_cast(label: Label, blocks: Sequence[Block]) -> bool:
    """Whether a line tells of a name the post, and nothing is said in it: "Ada Verne: Minister for Locks"."""
    words = blocks[label.block].text[label.words_from :].strip()
    if not words or len(words) > _LONGEST_POST or label.key in SPEAKING_LABELS or words[-1] in ".?!…":
        return False
    held = names_post(words) or words.split()[0].lower() in POST_WORDS or held_behind_post(words)
    return bool(held) and len(words.split()) >= 2 and parse_person(words) is None and could_speak(label)


def _with_told(
    accepted: list[Label], blocks: Sequence[Block], indices: Sequence[int], told: re.Pattern[str]
) -> list[Label]:
    """The labels with those told, each in the place of what was found where it stands."""
    found = {
        index: label.by("label.told")
        for index in indices
        if (label := find_told_candidate(blocks[index], index, told))
    }
    others = [one for one in accepted if one.block not in found or one.start >= found[one.block].words_from]
    return sorted([*others, *found.values()])


def _inside_quotations(blocks: Sequence[Block], indices: Sequence[int]) -> set[int]:
    """Blocks inside a quotation that an earlier one opens and a later one closes: an exchange that somebody recites."""
    inside: set[int] = set()
    for position, index in enumerate(indices):
        if blocks[index].text[0] not in _CLOSED_BY or index in inside:
            continue
        opened = blocks[index].text[0]
        close = _CLOSED_BY[opened]
        if blocks[index].text.count(close) >= blocks[index].text.count(opened):
            continue
        following = indices[position + 1 : position + 1 + _LONGEST_QUOTATION]
        end = next((n for n, other in enumerate(following) if close in blocks[other].text), None)
        if end is not None:
            inside.update(following[: end + 1])
    return inside


def _run_on(blocks: Sequence[Block], indices: Sequence[int], candidates: list[Label]) -> list[Label]:
    """Question and answer in one paragraph: "Question: Is it open? Answer: At nine." where it opens with such a label."""
    opening = {label.block for label in candidates if label.form == "colon" and label.key in _IN_TURN}
    found = []
    for index in indices:
        if index in opening:
            for match in _INSIDE.finditer(blocks[index].text):
                key = label_key(match["label"])
                if key in _IN_TURN:
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


def _accept(
    candidates: list[Label], blocks: Sequence[Block], known: frozenset[str], indices: Sequence[int]
) -> list[Label]:
    first_block = indices[0] if indices else 0
    candidates = with_pairs(candidates, blocks)
    counts = Counter(label.key for label in candidates)
    heads = heads_of_lists(candidates, counts, blocks) | numbered_heads(candidates)
    candidates = [label for label in candidates if label.key not in heads]
    sure = sure_keys(candidates, counts, blocks)
    repeated = [label for label in candidates if label.key in sure and label.form != "narrow letter"]
    if _stand_alone(repeated, blocks):
        candidates, repeated = _on_own_lines(candidates, repeated, blocks)
    pressed = len(_asking_for_outlets(candidates, blocks, sure, known)) >= 2
    squared = _in_squares(candidates, blocks)
    if squared:
        sure |= dict.fromkeys(squared, "label.square")
        repeated = [label for label in candidates if label.key in sure and label.form != "narrow letter"]
    if (
        counts["q"] < 2
        and not pressed
        and not squared
        and not reads_as_dialogue(repeated, candidates, blocks, indices)
    ):
        candidates = _saying_so(candidates, blocks, known)
        repeated = [label for label in repeated if label in candidates]
    sure = {label.key: sure[label.key] for label in repeated}
    named = [label for label in candidates if label.key not in sure and known & words_of(label.key)]
    shown = _shown(candidates, repeated, sure, named, blocks, known, first_block)
    ruled = [(label, _rule_for(label, blocks, known, shown)) for label in candidates]
    return [label.by(rule) for label, rule in ruled if rule]


class _Shown(NamedTuple):
    """What a page shows of an exchange, by which each of its candidates is judged."""

    sure: Mapping[str, str]
    repeated: Sequence[Label]
    dialogue: bool
    outlets: set[Label]
    answering: Collection[Label]
    styles: Counter[str]
    shaped: bool
    followed: set[int]
    opening: int
    letters: bool


def _shown(
    candidates: Sequence[Label],
    repeated: Sequence[Label],
    sure: Mapping[str, str],
    named: Sequence[Label],
    blocks: Sequence[Block],
    known: frozenset[str],
    first_block: int,
) -> _Shown:
    asking = [label for label in repeated if is_asking(label, blocks)]
    outlets = _asking_for_outlets(candidates, blocks, sure, known)
    dialogue = (
        bool(asking or outlets)
        or _are_addressed(candidates, blocks)
        or _is_chaired(repeated, candidates, blocks)
        or len(repeated) + len([label for label in named if could_speak(label)]) >= 2
    )
    styles = Counter(
        style_of(label, blocks[label.block])
        for label in [*repeated, *(outlets - set(repeated))]
        if label.key not in ("q", "a")
    )
    return _Shown(
        sure,
        repeated,
        dialogue,
        outlets,
        behind_questions(asking, candidates),
        styles,
        have_offices(repeated),
        {one.block for one, other in pairwise(candidates) if other.block - one.block <= 4},
        candidates[0].block if candidates and candidates[0].block <= first_block + 4 else -1,
        dialogue or sum(label.key == "q" for label in candidates) >= 4,
    )


def _rule_for(label: Label, blocks: Sequence[Block], known: frozenset[str], shown: _Shown) -> str:
    """The rule by which a candidate is a label, empty where none takes it."""
    if label.form == "narrow letter":
        asks = is_question_letter(label, blocks[label.block], shown=shown.letters)
        return "label.narrow_letter" if asks else ""
    if label.form == "asked":
        taken = shown.dialogue and shown.shaped and label.block in shown.followed
        return "label.asked" if taken else ""
    if label in shown.outlets:
        return "label.asks_for_outlet"
    if label in shown.answering:
        taken = could_speak(label) and label.text.lower().strip() not in METADATA_LABELS
        return "label.behind_question" if taken else ""
    if label.key in shown.sure and shown.dialogue:
        return shown.sure[label.key]
    if shown.shaped and not has_office(label):
        return ""
    if heads_what_follows(label, blocks, shown.repeated):
        return ""
    first = label.block == shown.opening
    return accept_single(label, blocks[label.block], known, shown.dialogue, shown.styles, first)


def _is_of_outlet(label: Label) -> bool:
    """ "Tern Gazette, Harrow": who asks behind the name of a newsroom."""
    before, comma, behind = label.text.partition(", ")
    short = before.count(" ") < 3 and behind.count(" ") < 2
    return (
        bool(comma)
        and "," not in behind
        and short
        and is_name_like(before)
        and is_name_like(behind)
        and behind[:1].isupper()
    )


def _heads_speech(label: Label, blocks: Sequence[Block]) -> bool:
    """Whether a name behind an office stands on a line of its own above somebody's words: "Prime Minister Verne:" """
    if label.form != "colon" or not is_alone(label, blocks) or label.block + 1 >= len(blocks):
        return False
    person = parse_person(label.text)
    below = blocks[label.block + 1].text
    return bool(
        person
        and person.office
        and person.keys
        and could_speak(label)
        and len(below) >= 60
        and SELF.search(below[:400])
    )


def _saying_so(candidates: list[Label], blocks: Sequence[Block], known: frozenset[str]) -> list[Label]:
    """What is left where the shape is that of no dialogue: labels that say themselves that somebody speaks."""
    listed = are_items(candidates, blocks)
    persons = SPEAKING_LABELS if listed else HONORIFICS | POST_WORDS | known | SPEAKING_LABELS
    return [
        label
        for label in candidates
        if label.key in SPEAKING_LABELS or (not listed and persons & words_of(label.key))
    ]


def _are_addressed(labels: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Whether two people with forms of address before their names each say more than a line: "Ms. Verne: …", "Mr. Harrow: …"."""
    found = {
        label.key
        for label in labels
        if label.form == "colon"
        and label.text.split(None, 1)[0].strip(".").lower() in HONORIFICS
        and is_plain_name(label.text)
        and len(blocks[label.block].text) - label.words_from >= _MORE_THAN_A_LINE
    }
    return len(found) >= 2


def _is_chaired(repeated: Sequence[Label], candidates: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Whether somebody in the chair and another with a form of address or a post have labels in capitals: a short sitting."""
    capitals = [
        label
        for label in candidates
        if label.form == "colon" and could_speak(label) and style_of(label, blocks[label.block]) == "capitals"
    ]
    chairs = {
        label.key
        for label in repeated
        if label in capitals and (label.key in CHAIR_LABELS or presides(label.key))
    }
    return bool(chairs) and any(label.key not in chairs and has_office(label) for label in capitals)


def _in_squares(candidates: Sequence[Label], blocks: Sequence[Block]) -> set[str]:
    """The keys of two or more labels with a slash in square brackets: "[Harrow / President]" is one, be it the only time."""
    keys = {
        label.key
        for label in candidates
        if "/" in label.text and blocks[label.block].text[max(label.start - 1, 0)] == "["
    }
    return keys if len(keys) >= 2 else set()


def _stand_alone(labels: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Whether a page sets nearly all of its many labels on lines of their own: then "In short: it sails." has none."""
    alone = sum(is_alone(label, blocks) for label in labels)
    return len(labels) >= _MANY and alone >= _NEARLY_ALL * len(labels)


def _on_own_lines(
    candidates: list[Label], repeated: list[Label], blocks: Sequence[Block]
) -> tuple[list[Label], list[Label]]:
    """The candidates, and those that come back, whose key stands on a line of its own, holds a post, or is a name."""
    keys = {label.key for label in candidates if is_alone(label, blocks) or _is_holder(label)}
    keys |= {label.key for label in repeated if is_plain_name(label.text)} | SPEAKING_LABELS
    return [label for label in candidates if label.key in keys], [
        label for label in repeated if label.key in keys
    ]


def _is_holder(label: Label) -> bool:
    return has_office(label) and could_speak(label)


def _asking_for_outlets(
    candidates: Sequence[Label], blocks: Sequence[Block], sure: Mapping[str, str], known: frozenset[str]
) -> set[Label]:
    """ "Bel Harrow (Tern Gazette): Is it open?" before the label of somebody who comes back, or whom the title names."""
    return {
        label
        for label, following in pairwise(candidates)
        if (label.text.endswith(")") or blocks[label.block].text[label.start] == "(" or _is_of_outlet(label)) and label.form in ("colon", "bold")
        and (could_speak(label) or _is_of_outlet(label)) and (following.key in sure or words_of(following.key) & known)
        and ("(" not in following.text or words_of(following.key) & known)
        and 0 < following.block - label.block <= LONGEST_QUESTION
        and any(holds_question(block.text) for block in blocks[label.block : following.block])
    }  # fmt: skip
