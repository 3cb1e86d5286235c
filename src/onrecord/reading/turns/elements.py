"""Labels by the markup that a site sets its speakers' names in: an element of one class before what each says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

import msgspec

from onrecord.reading.page.blocks import Block, Element
from onrecord.reading.turns.dialogue import SPEAKING_LABELS, ends_as_sentence
from onrecord.reading.turns.label import Label, is_question_key
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.turns.sittings import ends_said
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import CHAIR_LABELS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.persons import Person
from onrecord.reading.words.presiding import presides

IN_ELEMENT = "label.in_element"
"""The rule of a name in an element of its own; short lines for seat, party or post may stand between it and the words."""

_LONGEST = 120
_LEAST = 3
_MOST_BETWEEN = 3  # lines for seat, party, post and time between a name and the words
_NEARLY_ALL = 0.9
_LEAST_ON_LINES = 4
_MOST_RUNS = 0.8
_LEAST_SPACES = 8  # in a line that is said, whatever it ends with
# "(Harrow West) (Lab)": who a post's holder is, or for which seat and party a member sits
# as in "12. KUASA HUKUM PEMOHON: BELA HARO [05:12]"
_POST_AND_NAME = re.compile(
    r"(?:\d{1,4}\.\s+)?(?P<label>[^\W\d_][^:\d\[\]]{2,60}: (?P<name>[^\W\d_][^:\d\[\]]{3,60}?))(?:\s*[\[(]\d{1,2}:\d{2}(?::\d{2})?[\])])?"
)
_IN_BRACKETS = re.compile(r"(?:[(\[][^()\[\]]{1,80}[)\]]\s*){1,2}")
# "Anf. 12 ADA VERNE (S)", "01.02 Ada Verne": the record counts its speeches
_COUNTED = re.compile(r"(?:[A-ZÀ-Þ][a-zà-ÿ]{0,5}\.\s?\d{1,4}|\d{1,3}(?:\.\d{1,3}){0,2}\.?)\s+(?=[^\W\d_])")

# "Ada Verne 00:12", "Ada Verne (1:02:12)": when somebody speaks in a recording
_TIME_BEHIND = re.compile(r"\s+[(\[]?\d{1,2}:\d{2}(?::\d{2})?[)\]]?$")
_ENDS_TIME = frozenset("0123456789)]")

_Sign = tuple[str, int, bool, tuple[str, ...]]


def find_in_elements(
    blocks: Sequence[Block], elements: Sequence[Element], indices: Sequence[int]
) -> list[Label]:
    """Return the labels of the element in which nearly every block is a name with words below; empty without one.

    Somebody of them comes back, or presides: the headings of a text do neither.
    """
    signs: defaultdict[_Sign, list[int]] = defaultdict(list)
    known: dict[tuple[str, tuple[int, ...], int, bool], _Sign | None] = {}
    for index in indices:
        block = blocks[index]
        if len(block.text) <= _LONGEST and block.path:
            # Blocks side by side have one path, and nearly all of them one sign.
            shape = block.tag, block.path, block.level, block.is_bold
            sign = known[shape] if shape in known else known.setdefault(shape, _sign(block, elements))
            if sign:
                signs[sign].append(index)
    several = [found for found in signs.values() if len(found) >= _LEAST]
    place = {index: position for position, index in enumerate(indices)} if several else {}
    best: list[Label] = []
    for found in several:
        if len(found) > len(best):
            labels = _labels(blocks, found, indices, place)
            best = labels if len(labels) > len(best) else best
    return best


def find_on_lines(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the names on lines of their own above what each says, in a text without markup; empty where they are too few.

    Nearly every run of short lines between what is said has one; two of them come back, or one does and another presides,
    or has a post and a name as well.
    """
    runs = _short_runs(blocks, indices)
    of_runs = [{one.key for index in run if (one := _named(blocks, run, index))} for run in runs]
    links = _links_between(of_runs)
    of_runs = [keys - links for keys in of_runs]
    counts = Counter(key for keys in of_runs for key in keys)
    back = {key for key, number in counts.items() if number >= 2 and "_" in key}
    chairs = {key for key in counts if key in CHAIR_LABELS or presides(key)}
    if len(runs) < _LEAST_ON_LINES or not (
        len(back) >= 2 or (back and (chairs - back or _hold_posts(blocks, runs, back)))
    ):
        return []
    labels, judged = list[Label](), 0
    for run in runs:
        known = [one for index in run if (one := _named(blocks, run, index)) and one.key not in links]
        label = next((one for one in known if one.key in back | chairs), None)
        judged += bool(labels or label)
        label = label or (
            known[0] if labels and known and known[0].block == _first(run, blocks, links) else None
        )
        labels += [label] if label else []
    return labels if len(labels) >= _LEAST_ON_LINES and len(labels) >= _MOST_RUNS * judged else []


def _hold_posts(blocks: Sequence[Block], runs: Sequence[Sequence[int]], back: Collection[str]) -> bool:
    """Whether somebody comes back, and another stands right above what he says, both with post and name: "Prime Minister of Skell, Ada Verne"."""
    holders = {
        label.key
        for run in runs
        if (label := _named(blocks, run, run[-1])) and _holds_post(parse_person(label.text))
    }
    return bool(holders & set(back)) and len(holders) >= 2


def _holds_post(person: Person | None) -> bool:
    return person is not None and person.office is not None and len(person.name.split()) >= 2


def _links_between(of_runs: Sequence[Collection[str]]) -> frozenset[str]:
    """The keys of lines that never stand alone between what is said, and beside several names: "Share Copy Link" below each speech."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    # Below the last speech nobody follows.
    alone = {key for keys in of_runs[:-1] if len(keys) == 1 for key in keys}
    for keys in of_runs:
        for key in keys:
            beside[key] |= set(keys) - {key}
    return frozenset(key for key, others in beside.items() if len(others) >= _LEAST and key not in alone)


def _first(run: Sequence[int], blocks: Sequence[Block], links: Collection[str]) -> int:
    """The first line of a run that leads nowhere."""
    return next((index for index in run if label_key(blocks[index].text) not in links), run[0])


def find_posts_and_names(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the posts and names on lines of their own, in capitals with a colon between, above what each says: "3. KETUA: ADA VERNO".

    Empty where there are few, none comes back, or fewer than two speak.
    """
    labels = []
    for index, below in pairwise(indices):
        text = blocks[index].text
        match = (
            _POST_AND_NAME.fullmatch(text)
            if ":" in text and len(text) <= _LONGEST and text.isupper()
            else None
        )
        if match and ends_said(blocks[below].text) and is_name_like(match["name"]):
            start, end = match.span("label")
            label = Label(
                index, start, end, len(text), match["label"], label_key(match["label"]), "bold line"
            )
            labels.append(msgspec.structs.replace(label, start=0, rule=IN_ELEMENT))
    counts = Counter(label.key for label in labels)
    return labels if len(labels) >= _LEAST_ON_LINES and 1 < len(counts) < len(labels) else []


def _short_runs(blocks: Sequence[Block], indices: Sequence[int]) -> list[list[int]]:
    """The runs of short lines with what is said below each; those behind the last words are none."""
    runs: list[list[int]] = [[]]
    for index in indices:
        text = blocks[index].text
        if len(text) <= _LONGEST and not ends_said(text) and text.count(" ") < 2 * _LEAST_SPACES:
            runs[-1].append(index)
        elif _IN_BRACKETS.fullmatch(text):
            runs[-1] += [index] if runs[-1] else []
        elif runs[-1]:
            runs.append([])
    return runs[:-1]


def _named(blocks: Sequence[Block], run: Sequence[int], index: int) -> Label | None:
    label = _label(blocks, index, [*(one for one in run if one > index), run[-1]])
    return label if label and is_name_like(_before_comma(label.text)) else None


def _before_comma(text: str) -> str:
    return text.split(",", 1)[0]


def _sign(block: Block, elements: Sequence[Element]) -> _Sign | None:
    """By what a block's element is known again: tag, type, and the classes of the innermost two; None without any."""
    names = tuple([elements[at - 1].name for at in block.path[-2:] if at <= len(elements)])
    marked = any(names) or block.level or block.is_bold
    return (block.tag, block.level, block.is_bold and not any(names), names) if marked else None


def _labels(
    blocks: Sequence[Block], found: Sequence[int], indices: Sequence[int], place: Mapping[int, int]
) -> list[Label]:
    others = frozenset(found)
    labels: list[Label] = []
    for n, index in enumerate(found):
        below = indices[place[index] + 1 : place[index] + 2 + _MOST_BETWEEN]
        label = _label(blocks, index, below)
        if label and _is_said(blocks, below, others):
            labels.append(label)
        elif n + 1 - len(labels) > (1 - _NEARLY_ALL) * len(found):
            return []
    named = [label for label in labels if is_name_like(label.text.split(",", 1)[0])]
    return labels if 2 * len(named) >= len(labels) and _is_exchange(labels) else []


def _label(blocks: Sequence[Block], index: int, below: Sequence[int]) -> Label | None:
    printed = blocks[index].text
    counted = _COUNTED.match(printed)
    start = counted.end() if counted else 0
    text = printed[start : _end_of_name(blocks[index], start)].rstrip(" :：\u00a0")
    if text[-1:] in _ENDS_TIME and (timed := _TIME_BEHIND.search(text)):
        text = text[: timed.start()]
    if not text or ends_as_sentence(text) or not (text[0].isupper() or text[0].lower() == text[0].upper()):
        return None
    if text[0].isdigit() or not text[0].isalpha() or ":" in text or "：" in text:
        return None
    end = start + len(text)
    beside = blocks[below[0]].text if below else ""
    if len(below) > 1 and len(beside) <= _LONGEST and _IN_BRACKETS.fullmatch(beside):
        text = f"{text} {beside.strip()}"
    return Label(
        index, 0, end, len(printed), text, label_key(printed[start:end]), "bold line", None, IN_ELEMENT
    )


def _end_of_name(block: Block, start: int) -> int:
    """Where the one name in bold ends, with a post before it or none: "14.05 <b>Ada Verne</b> sd (esittelypuheenvuoro)"."""
    if block.is_bold or len(block.bold) != 1:
        return len(block.text)
    first, end = (at - block.span[0] for at in block.bold[0])
    return (
        end
        if first >= start and " " in block.text[first:end] and block.text[end : end + 1] != ":"
        else len(block.text)
    )


def _is_said(blocks: Sequence[Block], below: Sequence[int], found: Collection[int]) -> bool:
    """Whether a sentence stands below a name, before the next one and behind few short lines."""
    for index in below:
        if index in found:
            return False
        text = blocks[index].text
        if ends_as_sentence(text) or text.count(" ") >= _LEAST_SPACES:
            return True
    return False


def _is_exchange(labels: Sequence[Label]) -> bool:
    """Whether two or more speak, one of whom presides, asks by his word, or comes back under a name of two words."""
    counts = Counter(label.key for label in labels)
    told = any(
        key in SPEAKING_LABELS or key in CHAIR_LABELS or presides(key) or is_question_key(key)
        for key in counts
    )
    return len(counts) >= 2 and (told or any(number >= 2 and "_" in key for key, number in counts.items()))
