"""Labels: the speaker marks of a page, learnt from what repeats at its line starts and how it is marked there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.page.blocks import Block, Element
from onrecord.reading.page.running import without_running
from onrecord.reading.turns.accepting import accept_labels
from onrecord.reading.turns.asksabove import questions_above
from onrecord.reading.turns.boldleads import find_bold_leads
from onrecord.reading.turns.boldsitting import with_members
from onrecord.reading.turns.candidates import find_attributed, find_candidate, find_told_candidate
from onrecord.reading.turns.cast import introduces, without_cast
from onrecord.reading.turns.chamber import find_in_capitals
from onrecord.reading.turns.dialogue import (
    could_speak,
)
from onrecord.reading.turns.elements import find_in_elements, find_on_lines, find_posts_and_names
from onrecord.reading.turns.inline import find_inline, quoted_in
from onrecord.reading.turns.label import Label, is_question_key, words_of
from onrecord.reading.turns.leads import find_unmarked
from onrecord.reading.turns.letters import (
    stop_dashed,
    without_dashes,
    without_initials,
)
from onrecord.reading.turns.longforms import with_long_forms
from onrecord.reading.turns.loose import accept_loose, find_alone, find_stopped
from onrecord.reading.turns.loosecandidates import find_loose_candidate
from onrecord.reading.turns.markedleads import find_marked_leads
from onrecord.reading.turns.posted import with_posts
from onrecord.reading.turns.procedure import is_examination
from onrecord.reading.turns.shorthand import find_keyed
from onrecord.reading.turns.singles import (
    is_alone,
)
from onrecord.reading.turns.sittings import names_above_parties, without_front_matter
from onrecord.reading.turns.stated import stated_labels
from onrecord.reading.turns.styled import beside_labels, styled_questions
from onrecord.reading.turns.unlabelled import (
    between_marks,
    dash_exchange,
    dash_questions,
    dashed_answers,
    questions_between_quotations,
    questions_by_mark,
    with_thanks,
)
from onrecord.reading.turns.written import find_written
from onrecord.reading.words.dates import whole_date
from onrecord.reading.words.kinds import RELEASE_WORDS
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS, QUESTION_LABELS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.posts import POST_WORDS
from onrecord.reading.words.speech import SALUTATION, SELF

_INSIDE = re.compile(r"(?<=[.?!…”’»)\]])\s+(?P<label>[^\W\d_]{1,12})\s*[:：]\s*(?=\S)")

_CLOSED_BY = {"“": "”", "«": "»", "„": "“", "「": "」"}
_LONGEST_QUOTATION = 12  # paragraphs
_IN_TURN = QUESTION_LABELS | ANSWER_LABELS
_FEW = 3
_SEVERAL = 5
_NEAR = 8  # blocks
_LONGEST_RELEASE = 30  # "PRESS RELEASE", before a headline
_LONGEST_DAY = 40


def learn_labels(
    blocks: Sequence[Block],
    indices: Sequence[int],
    known_names: frozenset[str],
    *,
    interview: bool = False,
    told: re.Pattern[str] | None = None,
    elements: Sequence[Element] = (),
) -> list[Label]:
    """Return the labels among the blocks given, in order; `known_names`: lower-case words of names in the title.

    `interview`: the title says that somebody asks, so that questions may be told by their type alone. `told` matches
    labels at the beginning of a block that are labels whatever the page shows. `elements` are those of the page's markup.
    """
    if stated := stated_labels(blocks, indices):
        return stated
    indices = without_running(blocks, indices)
    quoted = _inside_quotations(blocks, indices)
    candidates = _candidates(blocks, indices, quoted)
    accepted = accept_labels(candidates, blocks, known_names, indices)
    accepted = beside_labels(accepted, candidates, blocks, indices, interview=interview)
    accepted = find_bold_leads(accepted, candidates, blocks, indices)
    accepted = with_members(accepted, blocks, indices)
    accepted = _with_elements(accepted, blocks, elements, indices)
    if len(accepted) < 2:
        accepted = (
            find_keyed(blocks, indices)
            or find_posts_and_names(blocks, indices)
            or find_written(blocks, indices)
            or find_in_capitals(blocks, indices)
            or _marked(blocks, indices, known_names)
            or find_unmarked(blocks, indices, known_names)
            or names_above_parties(blocks, indices)
            or accepted
        )
    accepted = accepted or _without_labels(blocks, indices, interview=interview)
    accepted = _with_loose(accepted, blocks, indices, known_names)
    if not elements and (len(accepted) < 2 or all(label.form == "line" for label in accepted)):
        on_lines = find_on_lines(blocks, indices)
        accepted = on_lines if len(on_lines) > len(accepted) else accepted
    if not accepted:
        heads = [
            label for label in candidates if label.block in indices[:_NEAR] and _heads_speech(label, blocks)
        ]
        accepted = [label.by("label.opens_speech") for label in heads[:1]]
    accepted = _with_attributed(with_long_forms(sorted(accepted), blocks, indices), blocks, indices)
    if told is not None:
        accepted = _with_told(accepted, blocks, [index for index in indices if index not in quoted], told)
    accepted = without_front_matter(sorted(accepted), blocks)
    for find in (find_stopped, find_alone):
        if others := find(accepted, blocks, indices):
            accepted = sorted([*accepted, *others])
    if interview and len(accepted) <= _FEW:
        accepted = _with_asking(accepted, questions_by_mark(blocks, indices, interview=interview), indices)
    if above := questions_above(accepted, blocks, indices, interview=interview):
        accepted = sorted([*accepted, *above])
    accepted = with_thanks(accepted, blocks, indices)
    return find_inline(without_dashes(accepted, blocks), blocks, indices)


def _candidates(blocks: Sequence[Block], indices: Sequence[int], quoted: set[int]) -> list[Label]:
    """What has the shape of a label, but for what stands in somebody else's quotation or tells who plays a part."""
    found = [label for index in indices if (label := find_candidate(blocks[index], index))]
    found = without_initials(found, blocks)
    found = with_posts(found + _run_on(blocks, indices, found))
    counts = Counter(label.key for label in found)
    # The same few labels stand on a page again and again: what their words alone tell is asked once of each.
    releases = {text for text in {label.text for label in found} if _heads_release(text)}
    found = [
        label
        for label in found
        if label.block not in quoted
        and not (label.text == "a" and blocks[label.block].text[0] == "(")  # "(a) First, …"
        and not (blocks[label.block].text[0] in "BTW" and is_examination(blocks[label.block].text))
        and not introduces(label, blocks, once=counts[label.key] == 1)
        and label.text not in releases
        and not (counts[label.key] == 1 and _tells_a_day(label, blocks))
    ]
    return without_cast(found, blocks)


def _heads_release(text: str) -> bool:
    return len(text) <= _LONGEST_RELEASE and RELEASE_WORDS.search(text) is not None


def _tells_a_day(label: Label, blocks: Sequence[Block]) -> bool:
    """Whether a day is all that stands behind a label, in whatever language it says which: "Date of publication: 14 March 2031"."""
    text = blocks[label.block].text
    if len(text) - label.words_from > _LONGEST_DAY or not text[-1].isalnum():
        return False
    return whole_date(text[label.words_from :]) is not None


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


def _with_asking(accepted: list[Label], asking: list[Label], indices: Sequence[int]) -> list[Label]:
    """The labels, with the questions that only their marks tell where there are more of these and a label stands right behind one."""
    if not accepted:
        return asking
    asked = {label.block for label in asking}
    behind = {other for one, other in pairwise(indices) if one in asked}
    if len(asking) <= len(accepted) or any(label.block not in behind for label in accepted):
        return accepted
    return sorted([*accepted, *asking])


def _with_elements(
    accepted: list[Label], blocks: Sequence[Block], elements: Sequence[Element], indices: Sequence[int]
) -> list[Label]:
    """The labels, or those in an element of their own, which tell more of the page than what stands before colons."""
    framed = find_in_elements(blocks, elements, indices) if elements else []
    taken = {label.block for label in framed}
    others = [label for label in accepted if label.block not in taken]
    if len(framed) <= len(others) or taken <= {label.block for label in accepted}:
        return accepted
    before = {label.block for label in accepted}
    if 2 * len(taken & before) > len(accepted):
        return sorted([*framed, *others])  # colons tell most of them, too
    keys = {label.key for label in framed}
    return sorted([*framed, *(label for label in others if label.key in keys)])


def _marked(blocks: Sequence[Block], indices: Sequence[int], known_names: frozenset[str]) -> list[Label]:
    """Labels before a mark, where such come back by turns: those found by that, or by their words where these are more."""
    marked = find_marked_leads(blocks, indices, known_names)
    if not marked:
        return []
    loose = [found for index in indices if (found := find_loose_candidate(blocks[index], index))]
    by_shape = accept_loose(loose, known_names, blocks)
    return by_shape if len(by_shape) > len(marked) else marked


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
    if not (by_shape or accepted):
        # "VERNE.- Muy buenos días", where the title names nobody else: the record's mark stands once
        return [
            one.by("label.names_titled")
            for one in loose[:1]
            if one.block in indices[:_FEW]
            and one.form == "stop dash"
            and (words_of(one.key) <= known_names or one.key in POST_WORDS)
        ]
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
            quoted = quoted_in(blocks[index].text)
            for match in _INSIDE.finditer(blocks[index].text):
                key = label_key(match["label"])
                if key in _IN_TURN and not any(first < match.start("label") < last for first, last in quoted):
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
        and (SELF.search(below[:400]) or SALUTATION.match(below))
    )
