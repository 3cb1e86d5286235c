"""Whether labels are those of a dialogue: what tells people who talk from the heads of a list or the lines of a form."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.asking import asks_in_greek, holds_question
from onrecord.reading.turns.heldposts import names_holder
from onrecord.reading.turns.label import Label, is_question_key, is_question_word, words_of
from onrecord.reading.turns.namelike import is_name_like, names_post
from onrecord.reading.words.fields import METADATA_LABELS
from onrecord.reading.words.labelwords import (
    ANSWER_LABELS,
    AUDIENCE_LABELS,
    CHAIR_LABELS,
    INTERPRETER_LABELS,
    QUESTION_LABELS,
)
from onrecord.reading.words.posts import HONORIFICS, POST_WORDS
from onrecord.reading.words.presiding import presides
from onrecord.reading.words.signposts import AWAY

SPEAKING_LABELS = QUESTION_LABELS | ANSWER_LABELS | CHAIR_LABELS | INTERPRETER_LABELS | AUDIENCE_LABELS
STOP_WORDS = frozenset(
    "note notes first second third fourth firstly secondly thirdly finally one two three four nb ps example examples "
    "conclusion summary background context however therefore again remember look listen so and but yes no well "
    "facts fact question_is answer_is source sources update correction correspondence total attached annex article "
    "chapter section table figure column page ayes noes warning important reminder result results ladies gentlemen present absent pro con pros cons proof lemma theorem solution step".split()
)
# What opens the lines of an order of business, not a speaker's label: "Tagesordnungspunkt 2", "Item 4".
_AGENDA = re.compile(
    r"(?:zusatz)?tagesordnungspunkte?|zusatzpunkt|drucksache|befragung_der|antrag_(?:der|des)|beratung_(?:der|des)|"
    r"(?:agenda_)?item_\d|point_\d|punto_\d|annexe?_\d|clause_\d|motion_\d|anlage_\d|пункт_\d"
)
_OF_INTERVIEW = re.compile(r"[-_](?:interview|gespräch|entretien|entrevista|intervista|wywiad|rozhovor)$")
# What a line of a form is for: "Section Name", "Sitting No"
# "Thank you, colleague. – Next speaker:", two sentences
_GOES_ON = re.compile(r"[^\W\d_]{4,}[.!?]\s+[–—-]\s")
_NO_INITIALS = frozenset("no nb ps pps re to cc ad on".split())
_FORM_ENDS = (
    "地址",
    "电话",
    "電話",
    "传真",
    "傳真",
    "邮编",
    "郵編",
    "网址",
    "意見",
    "意见",
    "說明",
    "说明",
    "理由",
    "事項",
    "事项",
    "時間",
    "时间",
    "地點",
    "地点",
    "名單",
    "名单",
    "의견",
    "사유",
    "일시",
    "장소",
)
_FORM_WORDS = frozenset("name names number no date title id filename".split())
_NUMBER_BEHIND = re.compile(r"_(\d{1,3})[ºª°]?$")
_LEAST_NUMBERED = 3
_AGAIN, _TWO = 3, 2
_LEAST_IN_ITEMS = 6
_LEAST_IN_TURN, _LONGEST_LEAD = 4, 3  # turns; times as long as they are
_MODERATING = ("moderator_", "moderatorin_", "moderador_", "moderadora_", "модератор_")
LONGEST_QUESTION = 4
"""Paragraphs that a question may have before the label of who answers."""
_LONGEST_CHAIR = 3  # words
_LONGEST_POST = 4  # words: "Министр портов"
# as in "Ada Verne (Lock—Harrow West) to the Minister for Harbours"
_PUT_TO = re.compile(r"\s+to the\s+(?:\w+\s){0,3}(?:Minister|Attorney|Treasurer|Secretary|Speaker|Premier)\b")
# "An hon. Member", "Des voix"
_OF_THE_HOUSE = re.compile(
    r"(?:an|some|several|other|many)_hon(?:ourable)?_members?|(?:des|une|plusieurs)_voix|voix"
)
_OPENING_WORDS = frozenset(
    "in for as at on to from with by if when and but or under through since after before during while also because "
    "this that these those our your my we you i it he she they what who how why where there here let so "
    "zum zur zu im am an auf bei mit nach vor für von und oder aber erstens zweitens drittens viertens erster zweiter dritter "
    "zweites drittes letzter letztens noch damit dazu hier premièrement deuxièmement enfin dans pour avec sur et mais en por con "
    "para primero segundo finalmente на по для об но во-первых во-вторых наконец".split()
)
# "Sr. Presidente, Srs. Deputados: …": several are spoken to
_ADDRESSED_TOGETHER = frozenset(
    "srs sras senhores senhoras deputados señores señoras señorías ladies gentlemen colleagues damen herren kolleginnen kollegen mesdames messieurs "
    "signori signore onorevoli colleghi excellencies friends delegates".split()
)
_ORDINALS = frozenset("first second third fourth finally next lastly then now also again".split())
# Words that end as sentences do, with what may stand behind: "No.", "(Laughter.)", "I was —"
_STOPS = tuple(".?!…。？！।؟—–-۔։။។።፧")
_LEAST_BARS = 2
_LONGEST_ROW = 160
_TAIL = 60
_CLOSING = " \t\n\u00a0\"'”’»“‘«）)]」』*"
_QUOTED = re.compile(r"\s*[“\"«„「]")
_MOST_LINES, _LEAST_WIDTH = 12, 50  # of a wrapped paragraph: lines, and characters of each


def reads_as_dialogue(
    labels: Sequence[Label], candidates: Sequence[Label], blocks: Sequence[Block], indices: Sequence[int]
) -> bool:
    """Return whether the labels take turns and speak for most of the body, as the heads of a list's items do not."""
    if not labels or any(
        label.key in SPEAKING_LABELS or presides(label.key) or label.key.startswith(_MODERATING)
        for label in labels
    ):
        return True
    return (
        _takes_turns(labels, candidates, blocks, indices)
        and _most_come_back(labels, candidates)
        and are_sentences(labels, blocks)
        and not _goes_in_circles(labels, blocks)
        and (not are_items(candidates, blocks) or _take_turns_in_items(candidates, blocks))
    )


def _take_turns_in_items(candidates: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Whether the items of a list are an exchange: each label comes back, never twice in a row, and one holds a post."""
    heads = [label for label in candidates if could_speak(label)]
    counts = Counter(label.key for label in heads)
    return (
        len(counts) >= _TWO
        and len(heads) >= _LEAST_IN_ITEMS
        and min(counts.values()) >= _TWO
        and all(one.key != other.key for one, other in pairwise(heads))
        and all("li" in blocks[label.block].places for label in heads)
        and not any(_QUOTED.match(blocks[label.block].text[label.words_from :]) for label in heads)
        and any(not words_of(label.key).isdisjoint(POST_WORDS | HONORIFICS) for label in heads)
    )


def _takes_turns(
    labels: Sequence[Label], candidates: Sequence[Label], blocks: Sequence[Block], indices: Sequence[int]
) -> bool:
    first = next((label.block for label in candidates if could_speak(label)), None)
    if first is None:
        return False
    before = sum(len(blocks[index].text) for index in indices if index < first and not blocks[index].level)
    after = sum(len(blocks[index].text) for index in indices if index >= first)
    if len({label.key for label in labels}) == 1:
        # One speaker, again and again between the crowd's noises or single askers: labels open the text.
        others = any(could_speak(label) and label.key != labels[0].key for label in candidates)
        asks = all(holds_question(blocks[label.block].text) for label in labels)
        led = before * 4 <= after or (before <= after and _alternate_in_bold(candidates, blocks))
        return led and (others or asks or len(labels) >= _AGAIN)
    same = sum(
        1 for one, other in pairwise(labels)
        if one.key == other.key and other.block <= one.block + 1
    )  # fmt: skip
    # A long lead may stand above few turns of two who ask and answer one another.
    alternate = (
        len(labels) >= _LEAST_IN_TURN
        and all(one.key != other.key for one, other in pairwise(labels))
        and any(holds_question(blocks[label.block].text) for label in labels)
    )
    return 2 * same <= len(labels) and (_LONGEST_LEAD if alternate else 1) * after >= before


def _alternate_in_bold(candidates: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Whether two have labels in bold before colons, and nobody else: "<b>A.Verne:</b> …", "<b>B.Harrow:</b> …", "<b>A.Verne:</b> …"."""
    alternate = all(one.key != other.key for one, other in pairwise(candidates))
    return (
        alternate
        and len({label.key for label in candidates}) == _TWO
        and all(
            label.form == "colon" and could_speak(label) and blocks[label.block].bold for label in candidates
        )
    )


def _most_come_back(labels: Sequence[Label], candidates: Sequence[Label]) -> bool:
    """In a list each head stands once, or in two sections; who talks has a turn again, or is named by a shorter form."""
    return 2 * len(labels) >= sum(
        1 for label in candidates if could_speak(label) and label.form != "narrow letter"
    )


def _goes_in_circles(labels: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """The lines of a form come back in one order, entry by entry: offence, sentence, grant, offence, sentence, grant."""
    followers: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one, other in pairwise(map(_last_word, labels)):  # "Ada Verne" is "Verne" from then on
        followers[one][other] += 1
    usual = sum(max(after.values()) for after in followers.values())
    asks = any(holds_question(blocks[label.block].text) for label in labels)
    rounds = 4 if asks else 2
    return (
        len(followers) >= 3 and len(labels) >= rounds * len(followers) and usual >= 0.95 * (len(labels) - 1)
    )


def _last_word(label: Label) -> str:
    return label.key.rpartition("_")[2]


def are_sentences(labels: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Return whether what stands behind the labels ends as sentences do; the values of a form do not: "Term: 240 months"."""
    texts = [behind(label, blocks) for label in labels]
    return 2 * sum(map(ends_as_sentence, texts)) >= len(texts)


def ends_as_sentence(text: str) -> bool:
    """Return whether a text ends with what ends a sentence, closing marks aside."""
    bare = text.rstrip(_CLOSING)
    return bare.endswith(_STOPS) or (bare.endswith((";", "\u037e")) and asks_in_greek(bare[-40:]))


def behind(label: Label, blocks: Sequence[Block]) -> str:
    """Return the end of a label's block, or of the next block where the label has a line of its own."""
    text = blocks[label.block].text
    if text[label.words_from : label.words_from + _TAIL].strip() or label.block + 1 >= len(blocks):
        if (last := _goes_on_to(blocks, label.block)) > label.block:
            return blocks[last].text[-_TAIL:]
        return text[max(label.words_from, len(text) - _TAIL) :]
    return blocks[label.block + 1].text[-_TAIL:]


def _goes_on_to(blocks: Sequence[Block], index: int) -> int:
    """The last of the lines over which a long one goes on without ending its sentence, as texts of a printed width set it."""
    last = index
    while (
        last + 1 < len(blocks)
        and last - index < _MOST_LINES
        and len(blocks[last].text) >= _LEAST_WIDTH
        and blocks[last + 1].gap == "line"
        and not ends_as_sentence(blocks[last].text)
        and (last > index or blocks[last + 1].text[0].islower())
    ):
        last += 1
    return last


def is_barred(text: str) -> bool:
    """Return whether a line is a row of links or the like, parted by bars: "Link to this: Individually | In context | Source"."""
    return text.count(" | ") >= _LEAST_BARS and len(text) <= _LONGEST_ROW and not ends_as_sentence(text)


def are_items(candidates: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Return whether most labels head items of a list, or words that the page itself sets as quotations."""
    heads = [label for label in candidates if could_speak(label)]
    items = sum(1 for label in heads if "li" in blocks[label.block].places)
    # "Harrow Society: “We welcome …”": the page quotes them, they do not talk on it
    quoted = sum(1 for label in heads if _QUOTED.match(blocks[label.block].text[label.words_from :]))
    return 2 * max(items, quoted) > len(heads)


def numbered_heads(candidates: Sequence[Label]) -> set[str]:
    """Return keys that only count: "Artículo 1º.-", "Artículo 2º.-", … head the parts of a text; "Speaker 2" comes back."""
    by_word: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for label in candidates:
        last = label.key[-1:]  # few keys end with a number
        if (last.isdigit() or last in "ºª°") and (number := _NUMBER_BEHIND.search(label.key)):
            by_word[label.key[: number.start()]].append((int(number[1]), label.key))
    found: set[str] = set()
    for word, counted in by_word.items():
        numbers = [number for number, _ in counted]
        rising = sum(one < other for one, other in pairwise(numbers))
        if (
            len(set(numbers)) >= _LEAST_NUMBERED
            and 5 * rising >= 4 * (len(numbers) - 1)
            and not (word in SPEAKING_LABELS or is_question_key(word))
        ):
            found.update(key for _, key in counted)
    return found


def is_asking(label: Label, blocks: Sequence[Block]) -> bool:
    """Return whether a label opens a question by its own word ("Question"), or by that of somebody who asks, with a question mark."""
    if label.form == "narrow letter" or not is_question_key(label.key):
        return False
    text = blocks[label.block].text
    return is_question_word(label.key) or text[:1] in "【〔（" or holds_question(text)


def behind_questions(asking: Sequence[Label], candidates: Sequence[Label]) -> set[tuple[int, int]]:
    """Return block and place in it of what could be a label and comes next after a question: who answers has a label too, if only once."""
    # By their places: what all of a label is takes ten times as long to look up.
    opened = {(label.block, label.start) for label in asking}
    places = [(label.block, label.start) for label in candidates]
    return {
        after for before, after in pairwise(places)
        if before in opened and after not in opened and after[0] - before[0] <= LONGEST_QUESTION
    }  # fmt: skip


def could_speak(label: Label) -> bool:
    """Return whether a label could be a person's, an office's or an outlet's, by its words alone."""
    return _names_somebody(label.text, label.key, label.form == "bold" or label.posted)


@lru_cache(8192)
def _names_somebody(text: str, key: str, bold: bool) -> bool:
    if _AGENDA.match(key) or AWAY.fullmatch(text):
        return False
    if _OF_INTERVIEW.search(key):
        return False  # "TERN-INTERVIEW: Ada Verne über …"
    initials = text.isupper() and text.isalpha() and len(text) <= 3 and key not in _NO_INITIALS
    if (key in STOP_WORDS and not initials) or key.isdigit():
        return False
    if key.partition("_")[0] in _OPENING_WORDS and not initials and not _OF_THE_HOUSE.fullmatch(key):
        return False
    if (
        key.endswith(_FORM_ENDS)
        or key.rpartition("_")[2] in _FORM_WORDS
        or not _ADDRESSED_TOGETHER.isdisjoint(key.split("_"))
    ):
        return False
    if key.count("_") < _LONGEST_CHAIR and presides(key):
        return True  # "De voorzitter", in small letters
    if _OF_THE_HOUSE.fullmatch(key):
        return True
    before, _, behind = text.partition(",")
    if _GOES_ON.search(text):
        return False
    if behind and text[0] in "–—-":
        return False  # "– No, Mr. Harrow:", an answer to somebody's interjection
    if before.lower() in _ORDINALS and behind:
        return False  # "First, to Prime Minister Harrow:"
    if put := _PUT_TO.search(text):
        return is_name_like(text[: put.start()])
    return (
        is_name_like(text)
        or names_holder(text)
        or (before != text and bold and is_name_like(before))
        or (text[0].isupper() and text.count(" ") < _LONGEST_POST and names_post(text))
    )


def is_metadata(label: Label, blocks: Sequence[Block]) -> bool:
    """Return whether a label opens a line of data about the statement: "Place: Halvane"."""
    return (
        label.text.lower().strip() in METADATA_LABELS
        and len(blocks[label.block].text) - label.words_from < 120
    )
