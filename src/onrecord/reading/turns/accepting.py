"""Which of the candidates of a page are labels: what repeats, says so itself, or looks like those that do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.asking import holds_question
from onrecord.reading.turns.dialogue import (
    LONGEST_QUESTION,
    SPEAKING_LABELS,
    are_items,
    behind_questions,
    could_speak,
    is_asking,
    is_metadata,
    numbered_heads,
    reads_as_dialogue,
)
from onrecord.reading.turns.label import Label, is_question_key, words_of
from onrecord.reading.turns.letters import (
    is_question_letter,
    with_pairs,
    with_spelt,
)
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.turns.shorthand import POSTS
from onrecord.reading.turns.singles import (
    accept_single,
    heads_what_follows,
    is_alone,
    is_plain_name,
    style_of,
)
from onrecord.reading.turns.sittings import ends_said
from onrecord.reading.turns.sure import has_office, have_offices, heads_of_lists, shows_post, sure_keys
from onrecord.reading.words.fields import METADATA_LABELS
from onrecord.reading.words.holders import ends_in_post
from onrecord.reading.words.labelwords import ANSWER_LABELS, CHAIR_LABELS
from onrecord.reading.words.posts import HONORIFICS, POST_WORDS
from onrecord.reading.words.presiding import IN_CHAIR, presides

_MANY = 40
_NEARLY_ALL = 0.95
_MORE_THAN_A_LINE = 120
_HEAD = 40  # blocks

_SEVERAL_POINTS = 4


def accept_labels(
    candidates: list[Label], blocks: Sequence[Block], known: frozenset[str], indices: Sequence[int]
) -> list[Label]:
    """Return the candidates that are labels, in order, each with the rule; `known`: lower-case words of names in the title."""
    first_block = indices[0] if indices else 0
    candidates = with_spelt(with_pairs(candidates, blocks), blocks, indices)
    counts = Counter(label.key for label in candidates)
    heads = heads_of_lists(candidates, counts, blocks) | numbered_heads(candidates)
    if heads:
        candidates = [label for label in candidates if label.key not in heads]
    candidates, repeated, sure = _seen_again(candidates, counts, blocks, known, indices)
    named = [label for label in candidates if label.key not in sure and known & words_of(label.key)]
    shown = _shown(candidates, repeated, sure, named, blocks, known, first_block)
    ruled = [(label, _rule_for(label, blocks, known, shown)) for label in candidates]
    return _with_words_below([label.by(rule) for label, rule in ruled if rule], sure, blocks)


def _with_words_below(labels: list[Label], sure: Mapping[str, str], blocks: Sequence[Block]) -> list[Label]:
    """The labels without those that are words right below one on a line of its own: "Ada Verne:", and below it "I say it openly: no.".

    So is whoever is addressed below a word for an answer: "Reply:", and below it "President:".
    """
    alone = {label.block: label for label in labels if label.key in sure and is_alone(label, blocks)}
    kept = []
    for label in labels:
        above = alone.get(label.block - 1)
        addressed = above is not None and above.key in ANSWER_LABELS and label.key in CHAIR_LABELS
        itself = label.key in sure or is_alone(label, blocks)
        if above is None or (itself and not addressed):
            kept.append(label)
    return kept


def _seen_again(
    candidates: list[Label],
    counts: Counter[str],
    blocks: Sequence[Block],
    known: frozenset[str],
    indices: Sequence[int],
) -> tuple[list[Label], list[Label], dict[str, str]]:
    """The candidates that are left, those of them that are sure to be labels, and by which rule each of their keys is."""
    sure = sure_keys(candidates, counts, blocks)
    repeated = [label for label in candidates if label.key in sure and label.form != "narrow letter"]
    if _stand_alone(repeated, blocks):
        candidates, repeated = _on_own_lines(candidates, repeated, blocks)
    pressed = len(_asking_for_outlets(candidates, blocks, sure, known)) >= 2
    squared = _in_squares(candidates, blocks)
    if chaired := _under_a_chair(candidates, blocks):
        sure |= dict.fromkeys(chaired - sure.keys(), "label.chaired")
        repeated = [label for label in candidates if label.key in sure and label.form != "narrow letter"]
    if squared:
        sure |= dict.fromkeys(squared, "label.square")
        repeated = [label for label in candidates if label.key in sure and label.form != "narrow letter"]
    if (
        counts["q"] < 2
        and not pressed
        and not squared
        and not chaired
        and not _asks_by_name(candidates, repeated, blocks)
        and not reads_as_dialogue(repeated, candidates, blocks, indices)
    ):
        candidates = _saying_so(candidates, blocks, known)
        repeated = [label for label in repeated if label in candidates]
    return candidates, repeated, {label.key: sure[label.key] for label in repeated}


class _Shown(NamedTuple):
    """What a page shows of an exchange, by which each of its candidates is judged."""

    sure: Mapping[str, str]
    repeated: Sequence[Label]
    dialogue: bool
    outlets: set[Label]
    answering: Collection[tuple[int, int]]
    """Block and place in it of each label of whoever answers."""
    styles: Counter[str]
    shaped: bool
    followed: set[int]
    opening: int
    letters: bool
    present: Collection[str]


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
        or _asks_by_name(candidates, repeated, blocks)
        or _is_chaired(repeated, candidates, blocks)
        or len(repeated) + len([label for label in named if could_speak(label)]) >= 2
    )
    styled = [
        label
        for label in [*repeated, *(outlets.difference(repeated) if outlets else ())]
        if label.key not in ("q", "a")
    ]
    # "PM:" has capitals wherever it stands, and tells nothing of how "Bel Harrow:" would be set
    telling = [label for label in styled if label.key not in POSTS]
    styles = Counter(style_of(label, blocks[label.block]) for label in telling or styled)
    return _Shown(
        sure,
        repeated,
        dialogue,
        outlets,
        behind_questions(asking, candidates),
        styles,
        have_offices(repeated),
        {one.block for one, other in pairwise(candidates) if other.block - one.block <= 4},
        _opening(candidates, first_block) if candidates and (dialogue or not _are_points(candidates)) else -1,
        dialogue or sum(label.key == "q" for label in candidates) >= 4,
        _listed_above(repeated, blocks, first_block) if dialogue else (),
    )


def _opening(candidates: Sequence[Label], first_block: int) -> int:
    """The block of the first candidate, -1 where it does not stand near the beginning."""
    return candidates[0].block if candidates[0].block <= first_block + 4 else -1


def _are_points(candidates: Sequence[Label]) -> bool:
    """Whether several of two words or more stand before colons, each once: what a programme does, and nobody's names."""
    counts = Counter(label.key for label in candidates if label.form == "colon" and "_" in label.key)
    return len(counts) >= _SEVERAL_POINTS and set(counts.values()) == {1}


def _listed_above(repeated: Sequence[Label], blocks: Sequence[Block], first_block: int) -> set[str]:
    """The lines above the first sure label, without their bullets: a list of those present has "Harrow (AA)"."""
    first = min((label.block for label in repeated), default=first_block)
    above = blocks[first_block : min(first, first_block + _HEAD)]
    return {line.lstrip("•·▪*–- ").strip() for block in above for line in block.text.splitlines()}


def _rule_for(label: Label, blocks: Sequence[Block], known: frozenset[str], shown: _Shown) -> str:
    """The rule by which a candidate is a label, empty where none takes it."""
    if label.form == "narrow letter":
        asks = is_question_letter(label, blocks[label.block], shown=shown.letters)
        return "label.narrow_letter" if asks else ""
    if label.form == "asked":
        taken = shown.dialogue and shown.shaped and label.block in shown.followed
        return "label.asked" if taken else ""
    if shown.outlets and label in shown.outlets:
        return "label.asks_for_outlet"
    if shown.answering and (label.block, label.start) in shown.answering:
        speaks = label.key == "answer" or could_speak(label)
        taken = speaks and label.text.lower().strip() not in METADATA_LABELS
        return "label.behind_question" if taken else ""
    if label.key in shown.sure and shown.dialogue:
        return shown.sure[label.key]
    if label.form == "colon" and label.text in shown.present and could_speak(label):
        return "" if is_metadata(label, blocks) else "label.listed"
    if shown.shaped and not has_office(label):
        return ""
    if label.form == "bold line" and _have_colons(shown.repeated):
        return ""  # "OFFICIAL REPORT", where all labels have colons
    if heads_what_follows(label, blocks, shown.repeated):
        return ""
    first = label.block == shown.opening
    return accept_single(label, blocks[label.block], known, shown.dialogue, shown.styles, first)


def _have_colons(repeated: Sequence[Label]) -> bool:
    """Whether labels that come back have colons, and none stands on a line of its own."""
    forms = [one.form for one in repeated]
    return 2 * forms.count("colon") > len(forms) and "bold line" not in forms


def _is_of_outlet(text: str) -> bool:
    """ "Tern Gazette, Harrow": who asks behind the name of a newsroom."""
    before, comma, behind = text.partition(", ")
    if not comma:
        return False
    short = before.count(" ") < 3 and behind.count(" ") < 2
    return (
        short and "," not in behind and is_name_like(before) and is_name_like(behind) and behind[:1].isupper()
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


def _asks_by_name(candidates: Sequence[Label], repeated: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Whether, between two labels of one who holds a post, two others with names ask: "Sudhi: Sir, is the Government aware?"."""
    held = [label.block for label in repeated if has_office(label)]
    if len(held) < 2:
        return False
    asking = {
        label.key
        for label in candidates
        if held[0] < label.block < held[-1]
        and label.form == "colon"
        and label not in repeated
        and could_speak(label)
        and is_name_like(label.text)
        and holds_question(blocks[label.block].text)
    }
    return len(asking) >= 2


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


def _under_a_chair(candidates: Sequence[Label], blocks: Sequence[Block]) -> set[str]:
    """The keys of those with a form of address, a post or a seat who speak in a sitting, where somebody presides over two of them."""
    if not any(label.key in IN_CHAIR or presides(label.key) for label in candidates):
        return set()  # as on most pages, where nobody need look how their words end
    spoken = [
        label
        for label in candidates
        if (label.form == "colon" or (label.form == "bold" and shows_post(label)))
        and ((could_speak(label) and has_office(label)) or presides(label.key))
        and ends_said(blocks[label.block].text)
        and label.text.lower().strip() not in METADATA_LABELS
    ]
    chairs = {label.key for label in spoken if presides(label.key) or label.key in IN_CHAIR}
    others = {label.key for label in spoken} - chairs
    return chairs | others if chairs and len(others) >= 2 else set()


def _in_squares(candidates: Sequence[Label], blocks: Sequence[Block]) -> set[str]:
    """The keys of two or more labels with a slash in square brackets: "[Harrow / President]" is one, be it the only time."""
    keys = {
        label.key
        for label in candidates
        if "/" in label.text and blocks[label.block].text[max(label.start - 1, 0)] == "["
    }
    return (keys if len(keys) >= 2 else set()) | _in_boxes(candidates, blocks)


def _in_boxes(candidates: Sequence[Label], blocks: Sequence[Block]) -> set[str]:
    """The keys of labels in square brackets of China and Japan where some ask and others hold a post: "【林記者】", "【外務大臣】"."""
    boxed = [label for label in candidates if blocks[label.block].text[max(label.start - 1, 0)] in "【〔"]
    asking = {label.key for label in boxed if is_question_key(label.key)}
    holding = {label.key for label in boxed if label.key not in asking and ends_in_post(label.text)}
    return asking | holding if asking and holding else set()


def _stand_alone(labels: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Whether a page sets nearly all of its many labels on lines of their own: then "In short: it sails." has none."""
    if len(labels) < _MANY:
        return False
    alone = sum([is_alone(label, blocks) for label in labels])
    return alone >= _NEARLY_ALL * len(labels)


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
    named = {
        text for text in {label.text for label in candidates} if text.endswith(")") or _is_of_outlet(text)
    }
    return {
        label
        for label, following in pairwise(candidates)
        if label.form in ("colon", "bold")
        and (label.text in named or blocks[label.block].text[label.start] == "(")
        and (could_speak(label) or _is_of_outlet(label.text)) and (following.key in sure or words_of(following.key) & known)
        and ("(" not in following.text or words_of(following.key) & known)
        and 0 < following.block - label.block <= LONGEST_QUESTION
        and any(holds_question(block.text) for block in blocks[label.block : following.block])
    }  # fmt: skip
