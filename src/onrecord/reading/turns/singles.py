"""Labels that stand once: taken where the page shows a dialogue and they look as its labels do, or who speaks is plain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.asking import holds_question
from onrecord.reading.turns.dialogue import could_speak
from onrecord.reading.turns.label import Label, words_of
from onrecord.reading.turns.namelike import POST_STEM, is_name_like
from onrecord.reading.words.bylines import parse_byline
from onrecord.reading.words.fields import METADATA_LABELS
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import CHAIR_LABELS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.posts import HONORIFICS, OFFICE_WORDS, PARTICLES, POST_WORDS
from onrecord.reading.words.postwords import holds_office
from onrecord.reading.words.presiding import presides
from onrecord.reading.words.speech import SELF

BEHIND_NAME = re.compile(r"\s[(\[]")
"""Where what stands in brackets behind a name begins."""


# "Ольм Б. К."
_INITIALS_BEHIND = re.compile(r"[^\W\d_][\w'’-]{2,30}\s[^\W\d_]\.\s?(?:[^\W\d_]\.?)?")


def style_of(label: Label, block: Block) -> str:
    """Return how a label is set: in bold, in capitals, or plain."""
    at = block.span[0] + label.start
    if label.start == 0 and block.bold and not block.text.startswith(label.text):
        at += max(
            block.text.find(label.text), 0
        )  # behind a number: "4. <b>Ada Verne</b> (Lock) to the Minister:"
    if block.bold and any(s <= at < e for s, e in block.bold):
        return "bold"
    return _case_of(label.text)


@lru_cache(8192)
def _case_of(text: str) -> str:
    # A party or post may have capitals where its member has none.
    name = BEHIND_NAME.split(text, maxsplit=1)[0].split(",", 1)[0]
    if name.count(" ") and len(last := name.split()[-1]) >= 3 and last.isupper():
        return "capitals"  # "Léa MORVAN"
    upper = sum(map(str.isupper, name))
    return "capitals" if upper and upper >= 0.7 * (upper + sum(map(str.islower, name))) else "plain"


def heads_what_follows(label: Label, blocks: Sequence[Block], repeated: Sequence[Label]) -> bool:
    """Return whether a line before a colon heads what stands below: "Questions to Ministers:", where other labels have their words beside them."""
    if label.text.endswith(")") or label.text.split(None, 1)[0].strip(".").lower() in HONORIFICS:
        return False
    if not repeated and _presents_one(label, blocks[label.block]):
        return False
    return is_alone(label, blocks) and not any(is_alone(one, blocks) for one in repeated)


def is_alone(label: Label, blocks: Sequence[Block]) -> bool:
    """Return whether a label has a line of its own."""
    text = blocks[label.block].text
    at = label.words_from
    # Words begin where the label ends, nearly always.
    return at >= len(text) or (text[at].isspace() and not text[at:].strip())


@lru_cache(8192)  # the labels of a page, again and again
def is_plain_name(text: str) -> bool:
    """Return whether a text is two to five words with capitals, and nothing between them but particles: "Ada von Verne"."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() or word.lower() in PARTICLES for word in words)


def _presents_one(label: Label, block: Block) -> bool:
    """Whether a label set apart by its type, or its line, is a post and its holder, or who presides: "<b>Poseł Ada Verne:</b>"."""
    person = parse_person(label.text)
    held = bool(person and person.office and len(person.keys) >= 2 and "," not in label.text)
    held = held or parse_byline(label.text) is not None  # "PRESIDENTE DEL GOBIERNO, Basilio Arnáez.-"
    alone = label.words_from >= len(block.text.rstrip())
    apart = alone or style_of(label, block) in ("bold", "capitals") or block.level > 1
    return apart and (held or presides(label.key) or (label.key in CHAIR_LABELS and not alone))


def _is_of_office(text: str) -> bool:
    """Whether a label is a name with an office in brackets: "Wirtz (Bundesregierung)", and not "Skell (River Wire)"."""
    name, bracket, office = text.rstrip(")").partition(" (")
    return bool(bracket) and text.endswith(")") and is_name_like(name) and holds_office(office)


def _is_byline(text: str) -> bool:
    """Whether a label is a whole name, a comma and a post: what stands in brackets behind it tells no more."""
    person = parse_byline(BEHIND_NAME.split(text, maxsplit=1)[0]) if "," in text else None
    return person is not None and " " in person.name


def _is_addressed(text: str) -> bool:
    """Whether a label is a form of address and two words or more: "SHRI BEL HARROW"."""
    return text.split(None, 1)[0].strip(".").lower() in HONORIFICS and text.count(" ") >= 2


def _is_held_by(text: str, known: frozenset[str]) -> bool:
    """Whether a label is a post and the whole name of one whom the title names: "COPA Secretary General Ilse Harrow"."""
    person = parse_person(text)
    return bool(person and person.office and " " in person.name and words_of(label_key(person.name)) <= known)


def accept_single(
    label: Label, block: Block, known: frozenset[str], dialogue: bool, styles: Counter[str], first: bool
) -> str:
    """Return the rule by which a label seen once is one, empty where none takes it.

    The page shows a dialogue and it looks as its labels do, or it names one of the title.
    """
    if not could_speak(label) or label.text.lower().strip() in METADATA_LABELS:
        return ""
    rest = len(block.text) - label.words_from
    words = words_of(label.key)
    style = style_of(label, block)
    titled = any(word in HONORIFICS or word in POST_WORDS for word in words)
    if words & known:
        # "Launching the Harrow Council" holds a name of the title, and is none
        names = (
            words_of(label_key(label.text.split(",", 1)[0]))
            <= known | {word[0] for word in known} | HONORIFICS | PARTICLES | POST_WORDS | OFFICE_WORDS
        )
        names = names or (dialogue and titled and _is_held_by(label.text, known))
        if names or not (
            dialogue and style in ("bold", "capitals") and styles[style] >= 2 and is_name_like(label.text)
        ):
            return "label.names_titled" if names and (dialogue or rest >= 60 or titled) else ""
    if not dialogue:
        return _opening_rule(label, block, style, first=first, titled=titled)
    return _like_others(label, block, styles, style, titled=titled)


def _opening_rule(label: Label, block: Block, style: str, *, first: bool, titled: bool) -> str:
    """The rule by which a label seen once opens a speech, on a page that shows no dialogue."""
    rest = len(block.text) - label.words_from
    dashed = label.form == "bold" and ".-" in block.text[label.end - 2 : label.words_from]
    if first and (label.form == "colon" or dashed) and _presents_one(label, block):
        return "label.opens_speech"
    if first and is_plain_name(label.text) and rest >= 60 and SELF.search(block.text[:400]):
        # A speech whose transcript names its speaker once: "Ada Verne: Thank you. I am …"
        return "label.opens_speech" if label.form == "colon" else ""
    if first and rest >= 60 and label.form == "colon" and _is_of_office(label.text):
        return "label.opens_speech"
    capitals = style == "capitals" or (first and label.text.isupper())
    # "ILSE HARROW, DIRECTOR GENERAL OF THE INSTITUTE FOR LOCKS:" needs no long words behind it
    least = 20 if first or (capitals and _is_byline(label.text)) else 120
    taken = capitals and titled and rest >= least and label.form == "colon"
    return "label.capitals" if taken else ""


def _like_others(label: Label, block: Block, styles: Counter[str], style: str, *, titled: bool) -> str:
    """The rule by which a label seen once in a dialogue is set as its others are, or must be one though it is not."""
    words = words_of(label.key)
    usual = styles.most_common(1)[0][0] if styles else "plain"
    if styles[style] >= 2 and label.form == "colon":
        usual = style  # a page may set its labels in two ways
    newsroom = label.text.isupper() and len(words) == 1 and holds_question(block.text)  # "GTV: Since when?"
    # "The Minister for Locks (Dr Pell):" in plain type where others are bold; "Mr President:" may be an address
    holder = titled and label.form == "colon" and label.text.endswith(")")
    # "SHRI BEL HARROW:" among labels in a script without capitals
    holder = holder or (style == "capitals" and label.form == "colon" and _is_addressed(label.text))
    if style != usual and not (usual == "capitals" and titled) and not newsroom and not holder:
        return ""
    if usual == "plain":
        asks = "?" in block.text or "？" in block.text
        # as in "Broministeren (Ada Verne):"
        posted = label.text.endswith(")") and POST_STEM.search(label.text)
        initials = _INITIALS_BEHIND.fullmatch(label.text)
        if not (
            titled
            or posted
            or initials
            or len(words) >= 2
            or asks
            or label.text[:1].lower() == label.text[:1].upper()
        ):
            return ""
    return "label.like_others" if style == usual else "label.newsroom" if newsroom else "label.office"
