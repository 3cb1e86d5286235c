"""Labels: the speaker marks of a page, learnt from what repeats at its line starts and how it is marked there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.reading.blocks import Block
from onrecord.reading.vocabulary import (
    ANSWER_LABELS,
    AUDIENCE_LABELS,
    CHAIR_LABELS,
    DIRECTION_WORDS,
    HONORIFICS,
    INTERPRETER_LABELS,
    METADATA_LABELS,
    OFFICE_WORDS,
    PARTICLES,
    POST_WORDS,
    QUESTION_LABELS,
)


class Label(NamedTuple):
    """A label in a block: offsets in the block's text of the label, of what it takes with its mark, of its direction."""

    block: int
    start: int
    end: int
    words_from: int
    text: str
    key: str
    form: str
    direction: str | None = None


# "MR. PRICE (via interpreter):" · "38. Mr. Carter:" · "Question:" · "记者："
_COLON = re.compile(
    r"(?P<number>\(?\d{1,3}[.)]\s*)?\*{0,2}(?P<label>[^:：\n]{1,160}?)\s*[:：](?![:/]|\d\d\b)(?:\s|(?=\S))"
)
_BRACKET_END = re.compile(r"\s*(?P<bracket>[(\[][^()\[\]]{1,80}[)\]])\s*$")
# "Q    Thank you" · "Q. Why" · "A\xa0 Because"
# What may stand between a bold name and the words: "<b>Mr Price</b> (via interpreter): …"
_BEHIND_BOLD = re.compile(r"\s*(?:[(\[][^)\]]{1,60}[)\]])?\s*[:：.]?\s*[–—-]?")
_LETTER = re.compile(
    r"(?P<label>[QA])(?P<mark>[.)]?[\s\u00a0]{1,}|\.[\s\u00a0]*)(?=\S)|(?P<glued>Q)(?=[A-Z][a-z'’]|--|—)"
)
# "President Biden. Please, sit down." · "Der Präsident. – Das Wort hat …"
_STOP = re.compile(
    r"(?P<label>[^\W\d_][\w'’-]*\.?(?:\s+(?:[^\W\d_][\w'’-]*\.?|\([^()]{1,40}\))){0,8}?)(?P<mark>\.\s*[–—-]\s+|\.\s+)(?=\S)"
)
# "Q - Pourquoi …" · "Alain Juppé - Mesdames et Messieurs"
_DASH = re.compile(r"(?P<label>[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,4})\s+(?P<mark>[-–—])\s+(?=\S)")
# "Judge Sarah A. L", "Mr": what stands before a stop is an abbreviation, not a label
_ABBREVIATED = re.compile(r"(?:^|[\s.])(?:[^\W\d_]|mr|mrs|ms|dr|jr|sr|st|gen|sen|rep|gov)$", re.IGNORECASE)
_LEAD_DASH = re.compile(r"[–—-]\s+(?=\S)")
_INSIDE = re.compile(r"(?<=[.?!…”’»)\]])\s+(?P<label>[^\W\d_]{1,12})\s*[:：]\s*(?=\S)")
_CASED = re.compile(r"[^\W\d_]")
_STOP_WORDS = frozenset(
    "note notes first second third fourth firstly secondly thirdly finally one two three four nb ps example examples "
    "conclusion summary background context however therefore again remember look listen so and but yes no well "
    "facts fact question_is answer_is source sources update correction correspondence total attached annex article "
    "chapter section table figure column page warning important reminder result results ladies gentlemen".split()
)
_SPEAKING_LABELS = QUESTION_LABELS | ANSWER_LABELS | CHAIR_LABELS | INTERPRETER_LABELS | AUDIENCE_LABELS


def learn_labels(blocks: Sequence[Block], indices: Sequence[int], known_names: frozenset[str]) -> list[Label]:
    """Return the labels among the blocks given, in order; `known_names`: lower-case words of names in the title."""
    candidates = [found for index in indices if (found := _candidate(blocks[index], index))]
    candidates += _run_on(blocks, indices, candidates)
    accepted = _accept(candidates, blocks, known_names, indices[0] if indices else 0)
    if not accepted:
        accepted = _dash_questions(blocks, indices) or _bold_questions(blocks, indices)
    if sum(1 for _ in accepted) < 2:
        loose = [found for index in indices if (found := _loose_candidate(blocks[index], index))]
        by_shape = _accept_loose(loose, known_names)
        if len(by_shape) > len(accepted):
            accepted = by_shape
    return _with_inline(accepted, blocks, indices)


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


@lru_cache(8192)
def label_key(text: str) -> str:
    """Return a label's words in lower case joined by "_", brackets and marks aside: equal keys are one label."""
    bare = re.sub(r"[(\[][^)\]]*[)\]]", " ", text)
    return "_".join(re.findall(r"\w+", bare.lower()))


@lru_cache(8192)
def is_question_key(key: str) -> bool:
    """Return whether a label's key says that somebody asks, without naming anybody."""
    return key in QUESTION_LABELS or re.sub(r"_?\d+$", "", key) in QUESTION_LABELS


def _candidate(block: Block, index: int) -> Label | None:
    return _bold_label(block, index) or _colon_label(block, index) or _letter_label(block, index)


def _colon_label(block: Block, index: int) -> Label | None:
    match = _COLON.match(block.text[:200])
    if not match:
        return _own_line(block, index)
    return _made(block, index, match.start("label"), match.end("label"), match.end(), "colon")


def _own_line(block: Block, index: int) -> Label | None:
    text = block.text
    if len(text) <= 160 and text.endswith((":", "：")):
        return _made(block, index, 0, len(text) - 1, len(text), "colon")
    return None


def _made(block: Block, index: int, start: int, end: int, words_from: int, form: str) -> Label | None:
    printed = block.text[start:end]
    direction = None
    bracket = _BRACKET_END.search(printed)
    if bracket and bracket.start() > 0 and DIRECTION_WORDS.search(bracket["bracket"]):
        direction = bracket["bracket"]
        end = start + bracket.start()
    text = block.text[start:end].strip(" *\u00a0\t")
    key = label_key(text)
    if not key or len(text) > 160:
        return None
    words = block.text[words_from:]
    skipped = len(words) - len(words.lstrip())
    return Label(index, start, end, words_from + skipped, text, key, form, direction)


def _letter_label(block: Block, index: int) -> Label | None:
    match = _LETTER.match(block.text[:40])
    if not match:
        return None
    if match["glued"]:
        # "QWill he be visiting": the space was lost in the copy
        return Label(index, 0, 1, 1, "Q", "q", "narrow letter")
    wide = "." in match["mark"] or len(match["mark"]) >= 2 or "\u00a0" in match["mark"]
    return Label(
        index,
        0,
        1,
        match.end(),
        match["label"],
        match["label"].lower(),
        "letter" if wide else "narrow letter",
    )


def _bold_label(block: Block, index: int) -> Label | None:
    """A bold lead that ends before the block does: "<b>Mr Speaker:</b> I have to report"."""
    if not block.bold or block.is_bold:
        return None
    start, end = block.bold[0][0] - block.span[0], block.bold[0][1] - block.span[0]
    lead = block.text[:start]
    if any(map(str.isalnum, lead)) or end - start > 160:
        return None
    printed = block.text[start:end]
    colon = re.search(r"[:：]", printed)
    if colon and printed[colon.end() :].strip(" \u00a0"):
        return None
    bare = printed.rstrip(" \u00a0:：.–—-")
    behind = None if colon else _BEHIND_BOLD.match(block.text, end)
    after = behind.end() if behind else end
    form = (
        "colon" if colon or re.match(r"\s*(?:[(\[][^)\]]{1,60}[)\]])?\s*[:：]", block.text[end:]) else "bold"
    )
    label_end = start + len(bare)
    between = None if colon else re.match(r"\s*[(\[][^)\]]{1,60}[)\]]", block.text[label_end:])
    if between:
        label_end += between.end()
    if form == "bold" and not is_name_like(bare):
        return None
    return _made(block, index, start, label_end, max(after, label_end), form)


@lru_cache(8192)
def is_name_like(text: str) -> bool:
    """Return whether every word of the text could stand in a name or office: capitals, particles, initials, numbers."""
    bare = re.sub(r"[(\[][^)\]]*[)\]]", " ", text)
    tokens = [token.strip("*“”\"'’.,") for token in re.split(r"[\s/]+", bare) if token.strip("*“”\"'’.,–—-")]
    if not tokens or len(tokens) > 14 or bare.count(",") > 2 or re.search(r"[!?…;]|\.\s+[a-z]", bare):
        return False
    capitals = 0
    for token in tokens:
        first = token[0]
        if not first.isalnum():
            return False
        if first.isdigit():
            if len(tokens) == 1 or len(token) > 3:
                return False
        elif first.isupper() or first.lower() == first.upper():
            capitals += 1
        elif (
            token.lower() not in PARTICLES
            and token.lower() not in OFFICE_WORDS
            and token.lower() not in HONORIFICS
        ):
            return False
    uncased = [token for token in tokens if token[0].lower() == token[0].upper()]
    if uncased and not any("\u0900" <= t[0] <= "\u097f" or "\u0600" <= t[0] <= "\u06ff" for t in uncased):
        return capitals > 0 and sum(map(len, uncased)) <= 20
    return capitals > 0


def _style(label: Label, block: Block) -> str:
    if any(s <= block.span[0] + label.start < e for s, e in block.bold):
        return "bold"
    letters = [c for c in label.text if _CASED.match(c) and c.lower() != c.upper()]
    if letters and sum(map(str.isupper, letters)) >= 0.7 * len(letters):
        return "capitals"
    return "plain"


def _accept(
    candidates: list[Label], blocks: Sequence[Block], known: frozenset[str], first_block: int
) -> list[Label]:
    counts = Counter(label.key for label in candidates)
    rests: defaultdict[str, list[int]] = defaultdict(list)
    for label in candidates:
        rests[label.key].append(len(blocks[label.block].text) - label.words_from)
    sure = {
        key for key in counts
        if (key in _SPEAKING_LABELS or is_question_key(key)) and (counts[key] > 1 or key not in ("q", "a"))
    }  # fmt: skip
    sure |= {
        label.key for label in candidates
        if counts[label.key] >= 2 and _could_speak(label) and not _is_metadata(label, blocks)
        and label.form != "narrow letter" and _has_words(label, rests)
    }  # fmt: skip
    repeated = [label for label in candidates if label.key in sure and label.form != "narrow letter"]
    if counts["q"] < 2 and not _alternates(repeated, blocks):
        persons = HONORIFICS | POST_WORDS | known | _SPEAKING_LABELS
        sure = {key for key in sure if key in _SPEAKING_LABELS or persons & set(key.split("_"))}
        repeated = [label for label in repeated if label.key in sure]
    dialogue = len(repeated) >= 2
    styles = Counter(_style(label, blocks[label.block]) for label in repeated if label.key not in ("q", "a"))
    accepted = []
    opening = candidates[0].block if candidates and candidates[0].block <= first_block + 4 else -1
    for label in candidates:
        if label.form == "narrow letter":
            # "Q When did …": one space only, so a page must show that it means it.
            taken = label.key == "q" and counts["q"] >= 2 and (dialogue or counts["q"] >= 4)
        elif label.key in sure:
            taken = dialogue or label.key in known
        else:
            first = label.block == opening
            taken = _accept_single(label, blocks[label.block], known, dialogue, styles, first)
        if taken:
            accepted.append(label)
    return accepted


def _alternates(labels: list[Label], blocks: Sequence[Block]) -> bool:
    """In a dialogue labels take turns and speak for most of the text; in a list of items they do neither."""
    if not labels or any(label.key in _SPEAKING_LABELS for label in labels):
        return True
    if len({label.key for label in labels}) == 1:
        # One speaker, again and again between the crowd's noises: his label opens the text.
        before = sum(len(block.text) for block in blocks[: labels[0].block])
        return before * 5 <= sum(len(block.text) for block in blocks)
    same = sum(
        1 for one, other in pairwise(labels)
        if one.key == other.key and other.block <= one.block + 1
    )  # fmt: skip
    first = labels[0].block
    before = sum(len(block.text) for block in blocks[:first])
    after = sum(len(block.text) for block in blocks[first:])
    return 2 * same <= len(labels) and after >= before


def _has_words(label: Label, rests: dict[str, list[int]]) -> bool:
    lengths = rests[label.key]
    if set(label.key.split("_")) & (HONORIFICS | POST_WORDS):
        return True
    return max(lengths) >= 12 or all(length <= 0 for length in lengths)


def _could_speak(label: Label) -> bool:
    return is_name_like(label.text) and label.key not in _STOP_WORDS and not label.key.isdigit()


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
    if style != usual and not (usual == "capitals" and titled):
        return False
    if usual == "plain":
        return titled or len(words) >= 2 or label.text[:1].lower() == label.text[:1].upper()
    return True


def _loose_candidate(block: Block, index: int) -> Label | None:
    head = block.text[:120]
    for form, pattern in (("dash", _DASH), ("stop", _STOP)):
        if (
            (match := pattern.match(head))
            and is_name_like(match["label"])
            and not _ABBREVIATED.search(match["label"])
        ):
            return Label(
                index, 0, match.end("label"), match.end(), match["label"], label_key(match["label"]), form
            )
    return None


def _accept_loose(candidates: list[Label], known: frozenset[str]) -> list[Label]:
    """Labels that end in a stop or a dash are taken only where they repeat and speak for most of the page."""
    counts = Counter((label.form, label.key) for label in candidates)
    forms = Counter(form for (form, key), number in counts.items() if number >= 2 or key in known)
    if not forms or forms.most_common(1)[0][1] < 2:
        return []
    form = forms.most_common(1)[0][0]
    taken = []
    for label in candidates:
        words = set(label.key.split("_"))
        if label.form != form or label.key in _STOP_WORDS:
            continue
        named = bool(words & known) or label.key in _SPEAKING_LABELS
        titled = bool(words & POST_WORDS) and len(words) >= 2
        if named or titled or (form == "dash" and counts[form, label.key] >= 3):
            taken.append(label)
    return taken if len({label.key for label in taken}) >= 2 else []


def _with_inline(accepted: list[Label], blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Labels that run on inside a paragraph: "… exactly? MR. DONILON: A couple of things." """
    printed = {label.text for label in accepted if label.form == "colon"}
    long_blocks = {index for index in indices if len(blocks[index].text) > 3000}
    if not printed and not long_blocks:
        return accepted
    known = "|".join(sorted(map(re.escape, printed), key=len, reverse=True))
    marks = r"(?:(?<=[.?!…\"”’»)\]])|(?<=--)|(?<=—))\s+"
    found: list[Label] = list(accepted)
    by_block: defaultdict[int, list[Label]] = defaultdict(list)
    for label in accepted:
        by_block[label.block].append(label)
    capital = r"(?:[A-Z][A-Z.'’-]+\s){0,5}[A-Z][A-Z.'’-]+" if len(accepted) < 4 else None
    known_pattern = (
        re.compile(rf"{marks}\*?(?P<label>{known})(?P<bracket>\s*[(\[][^)\]]{{1,60}}[)\]])?\s*[:：]\s*")
        if known
        else None
    )
    capital_pattern = (
        re.compile(rf"{marks}\*?(?P<label>{capital})\s*:\s*|{marks}(?P<letter>Q)[\s\u00a0]+(?=[A-Z])")
        if capital
        else None
    )
    for index in indices:
        text = blocks[index].text
        after = max((label.words_from for label in by_block[index]), default=0)
        if (text.find(":", after) < 0 and "：" not in text) or (
            index not in long_blocks and not known_pattern
        ):
            continue
        if known_pattern:
            found.extend(_inline(known_pattern, text, index, by_block[index]))
        if capital_pattern and index in long_blocks:
            found.extend(_inline(capital_pattern, text, index, by_block[index]))
    unique = {(label.block, label.start): label for label in found}
    return [unique[place] for place in sorted(unique)]


def _inline(pattern: re.Pattern[str], text: str, index: int, there: list[Label]) -> list[Label]:
    found = []
    for match in pattern.finditer(text):
        group = "label" if match["label"] else "letter"
        start, end = match.span(group)
        if any(label.start <= start < label.words_from for label in there):
            continue
        direction = match.groupdict().get("bracket")
        found.append(
            Label(
                index,
                start,
                end,
                match.end(),
                match[group],
                label_key(match[group]),
                "colon",
                direction.strip() if direction else None,
            )
        )
    return found
