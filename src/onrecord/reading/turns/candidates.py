"""What could be a label at the beginning of a block, by its shape alone."""

from __future__ import annotations

import re

import msgspec

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.asking import ends_in_mark
from onrecord.reading.turns.boldcandidates import find_bold_candidate
from onrecord.reading.turns.label import Label, is_question_key
from onrecord.reading.turns.made import LONGEST_LABEL, WIDE_COLONS, make_label
from onrecord.reading.turns.marked import MARKS_OPEN, find_marked, may_be_marked
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.words.holders import KOREAN_HOLDER
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS, CHAIR_LABELS
from onrecord.reading.words.posts import HONORIFICS
from onrecord.reading.words.speech import DIRECTION_WORDS
from onrecord.text import compile_late

# Marks that lead the eye to a label: "▲ Harrow:", "■ Question:"
_LEADING_MARKS = "▲△▴■□◆◇◈▶▷►◀★☆▪◼◾"
# "MR. PRICE (via interpreter):" · "38. Mr. Carter:" · "Question:" · "记者："
_COLON = re.compile(
    rf"(?P<mark>[{_LEADING_MARKS}]+\s*|-(?=[A-ZÀ-Þ]{{3}}))?(?P<number>\d{{1,3}}\.\d{{1,3}}\s+|Anf\.\s\d{{1,3}}\s+|\(?\d{{1,3}}[.)、]\s*|[一二三四五六七八九十]{{1,3}}、\s*)?\*{{0,2}}(?P<label>[^:{WIDE_COLONS}\n]{{1,160}}?)\s*(?:[:{WIDE_COLONS}]|¡G)(?:-(?=\s|$))?(?![:/]|\d\d\b|\s*(?:https?://|www\.))(?:\s|(?=\S)|(?<=-)$)"
)
# "[Harrow / President]", "[기자]" on a line of its own, or with the words behind it
_SQUARE = re.compile(r"\[(?P<label>[^\[\]\n:]{1,40})\](?:\s+|$|(?=\S))")
# "Q    Thank you" · "Q. Why" · "A\xa0 Because"; not "A.Harrow: …"
# "P.- ¿Cuándo?" "R.- En otoño." · "D. Quando?" · "В: Когда?"; not "P. Harrow: …"
_PAIRED_LETTERS = "PRDFВО"
# Letters that are initials of people as often: only a colon makes them labels, and only a pair a question and an answer.
INITIALS_TOO = "TJSПЗСЖՀՊ"
_PAIRED = re.compile(
    rf"(?:(?P<label>[{_PAIRED_LETTERS}])(?:\.\s?[-–—]?\s*|:\s*|\s*[-–—]\s+)|(?P<initial>[{INITIALS_TOO}]):\s*)(?=\S)(?![^\W\d_][\w'’-]{{1,30}}(?:\s[\w'’-]{{1,30}}){{0,2}}\s*[:(])"
)
_PAIRED_OR_INITIAL = frozenset(f"{_PAIRED_LETTERS}{INITIALS_TOO}")
_OPENS_LABEL = MARKS_OPEN | _PAIRED_OR_INITIAL | frozenset("QA【〔[")
# "16.02 Bel Harrow sd: …": a party in small letters
_PARTY_BEHIND = re.compile(r"(?<=[^\W\d_]{2})\s[a-zåäö]{1,4}$")
# "3. Mr Pell (Skell) asked the Minister for Locks whether …": a written question of a printed sitting, which names who asks
_ASKED = compile_late(
    rf"(?:\d{{1,3}}\.\s+)?(?P<label>(?:{'|'.join(HONORIFICS)})\.?\s[^:\n]{{2,80}}?)\s+(?:asked|ask|to ask)\s+the\s+(?=[A-Z])",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"\W*(?:the )?(?:following|below|statement below|following statement|statement)\s(?:is|may be"
    r"|can be)\s(?:attributable|attributed)\sto\s(?:the\s)?(?P<label>[^:.]{4,160}):\s*",
    re.IGNORECASE,
)
_LONGEST_ATTRIBUTED = 260
# as in "Ada Verne (A) [10:01:40]: …"
_STAMPED = re.compile(
    r"[^\W\d_][^:\[\n]{1,100}?\s*(?P<stamp>\[\d{1,2}:\d{2}(?::\d{2})?\]|\(\d{1,2}:\d{2}(?:\s(?:horas|hrs?|h|uhr))?\))\s*:\s*"
)
# as in "[00:00:04] Ada Verne: …", "10:08 Ada Verne: …", "12:15 P.M. EST MR. HARROW: …"
_TIME_BEFORE = re.compile(
    r"(?P<stamp>[(\[]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[)\]]?(?:\s[AP]\.?M\.?(?:\s[ECMP][SD]?T)?)?)\s+(?:[-–|]\s)?(?=[^\W\d_])"
)
# "◇ 이하늘> 다리는 언제 열립니까?"
_ARROW = re.compile(r"[◇◆]\s?(?P<label>[^<>:\n]{2,20})>\s*(?=\S)")
# "【外務大臣】私から一件…"
_FULL_WIDTH = re.compile(r"[【〔](?P<label>[^】〕]{1,40})[】〕]\s*(?=\S)")
# "【森田総理】" on a line of its own, above the words
_FULL_WIDTH_ALONE = re.compile(
    r"[【〔](?P<label>[^】〕]{0,14}(?:記者|質問者|司会(?:者)?|総理(?:大臣)?|大臣|長官|知事|報道官|広報官|大使|首相|外相|議長|部長|发言人|發言人))[】〕]"
)
# "（記者）", "（森田総理）" on a line of its own: a word for who asks, or a post; "（拍手）" is a direction
_IN_ROUND = re.compile(
    r"（(?P<label>[^（）]{0,14}(?:記者|質問者|問|答|司会(?:者)?|総理(?:大臣)?|大臣|長官|知事|報道官|報道部長|広報官|政務官|大使|首相|外相|議長|部長|发言人|發言人))）"
)
# "問　水門はいつ開きますか。": a word for who asks or answers, and a space as wide as a character
_ASKS_OR_ANSWERS = "問问答質质回ＱＡ"
_WORD_AND_GAP = re.compile(r"(?P<label>[問问答ＱＡ]|質問|质问|回答)[\u3000\t]\s*(?=\S)")
_LETTER = re.compile(
    r"(?P<label>[QA])(?!\.[^\W\d_][\w'’-]{1,30}(?:\s[\w'’-]{1,30}){0,2}\s*:)(?P<mark>[.)]?[\s\u00a0]{1,}(?:[-–—]\s+)?"
    r"|\.[-–—]\s+|\.[\s\u00a0]*)(?=\S)|(?P<glued>Q)(?=[A-Z][a-z'’]|--|—)"
)
# "소위원장 김도현  성원이 되었으므로": two spaces part the name from the words
_HOLDER_AND_GAP = compile_late(rf"(?P<label>{KOREAN_HOLDER})(?:\s{{2,}}|\s?[\u00a0\u3000]\s?)(?=\S)")


def find_candidate(block: Block, index: int) -> Label | None:
    """Return what could be a label in bold, before a colon, as a lone letter, or as a term of a definition list."""
    text = block.text
    if block.tag == "dt" and not ends_in_mark(text):
        end = len(text.rstrip(" :：."))
        return make_label(block, index, 0, end, len(text), "colon") if end else None
    # Most blocks are told to have no label by their first letter, or by holding no colon near it.
    head = text[:200]
    first = head[0]
    if (
        first not in _OPENS_LABEL
        and ":" not in head
        and (head.isascii() or not (_has_wide_colon(head) or may_be_marked(head)))
        and not (block.bold or block.italic)
        and " ask" not in head
        and not "가" <= first <= "힣"
    ):
        return None
    letter = _letter_label(block, index) if first in "QA" else None
    return (
        (_paired_letter(block, index) if first in _PAIRED_OR_INITIAL and not text[1:2].isalpha() else None)
        or (_question_of_a_member(block, index) if " ask" in text[:140] else None)
        or (find_bold_candidate(block, index) if block.bold or block.italic else None)
        or (letter if letter and _asks_alone(letter, head) else None)
        or _colon_label(block, index, head)
        or letter
    )


def find_attributed(block: Block, index: int) -> Label | None:
    """Return the label of words that the publisher attributes: "The following is attributable to Spokesperson Ada Verne:"."""
    head = block.text[:_LONGEST_ATTRIBUTED]
    match = _ATTRIBUTED.match(head) if "attribut" in head.lower() else None
    if match is None:
        return None
    label = make_label(block, index, match.start("label"), match.end("label"), match.end(), "attributed")
    return msgspec.structs.replace(label, start=0) if label else None


def find_told_candidate(block: Block, index: int, told: re.Pattern[str]) -> Label | None:
    """Return the label at the beginning of a block that is one of those told, with a colon, a stop or a dash behind it."""
    match = told.match(block.text)
    if not match:
        return None
    end = match.end("bracket") if match["bracket"] else match.end("label")
    return make_label(block, index, match.start("label"), end, match.end(), "colon")


def _paired_letter(block: Block, index: int) -> Label | None:
    """A letter that may stand for "question" or "answer" in the page's language; only a page that holds both tells."""
    match = _PAIRED.match(block.text[:80])
    if not match:
        return None
    letter = match["label"] or match["initial"]
    return Label(index, 0, 1, match.end(), letter, letter.lower(), "paired letter")


def _question_of_a_member(block: Block, index: int) -> Label | None:
    """The words begin with who asks: the record tells the question as a sentence of its own."""
    match = _ASKED.match(block.text[:160])
    if not match or not is_name_like(match["label"]):
        return None
    start, end = match.span("label")
    return Label(index, start, end, start, match["label"], label_key(match["label"]), "asked")


def _asks_alone(letter: Label, head: str) -> bool:
    """Whether a letter is set apart from words that hold a colon: "Q    One more: is it open?" has no label "Q One more"."""
    if letter.text == "A" and letter.form == "narrow letter":
        return False
    colon = _COLON.match(head) if ":" in head or _has_wide_colon(head) else None
    # "Q. 3: Why …", "Q (Bel Harrow, Tern Gazette): Why …" are labels up to their colon
    key = label_key(colon["label"]) if colon else ""
    return not (key in ANSWER_LABELS or is_question_key(key))


def _colon_label(block: Block, index: int, head: str) -> Label | None:
    # Where a capital opens a block, none of the marks does that other labels open with.
    if (not "A" <= head[0] <= "Z" or may_be_marked(head)) and (marked := _by_mark(block, index, head)):
        return marked[0]
    if ("[" in head or ("(" in head and ":" in head)) and (stamped := _STAMPED.match(head)):
        return make_label(block, index, 0, stamped.end("stamp"), stamped.end(), "colon")
    if plain := _before_plain_colon(head):
        return make_label(block, index, 0, *plain, "colon")
    match = _COLON.match(head) if ":" in head or _has_wide_colon(head) else None
    if not match:
        return _own_line(block, index)
    party = _PARTY_BEHIND.search(match["label"]) if match["number"] else None
    end = match.end("label") - (len(party[0]) if party else 0)
    label = make_label(block, index, match.start("label"), end, match.end(), "colon")
    # A question's number before the label belongs to it: "38. Mr. Carver:"
    return msgspec.structs.replace(label, start=0) if label and match["number"] else label


def _by_mark(block: Block, index: int, head: str) -> tuple[Label | None] | None:
    """The label that a mark at the beginning tells, or that there is none; None where none of these marks stands there."""
    if head[0] in "【〔" and (bracketed := _FULL_WIDTH.match(head) or _FULL_WIDTH_ALONE.fullmatch(head)):
        return (make_label(block, index, *bracketed.span("label"), bracketed.end(), "colon"),)
    if head[0] == "（" and (alone := _IN_ROUND.fullmatch(head)):
        return (make_label(block, index, *alone.span("label"), len(block.text), "colon"),)
    if may_be_marked(head) and (marked := find_marked(head)):
        (start, end), words_from = marked
        label = make_label(block, index, start, end, words_from, "colon")
        return (msgspec.structs.replace(label, start=0) if label and head[0].isdigit() else label,)
    if "가" <= head[0] <= "힣" and (held := _HOLDER_AND_GAP.match(head)):
        return (make_label(block, index, *held.span("label"), held.end(), "colon"),)
    if head[0] in _ASKS_OR_ANSWERS and (letter := _WORD_AND_GAP.match(head)):
        return (make_label(block, index, *letter.span("label"), letter.end(), "colon"),)
    if head[0] in "◇◆" and (arrow := _ARROW.match(head)):
        return (make_label(block, index, *arrow.span("label"), arrow.end(), "colon"),)
    if head[:1] in '“"«„‘':
        return (None,)  # somebody else's exchange, quoted
    if head[0] == "[" and (square := _SQUARE.match(head)) and _is_speaker_in_square(square["label"]):
        return (make_label(block, index, *square.span("label"), square.end(), "colon"),)
    if (head[0].isdigit() or head[0] in "([") and (timed := _TIME_BEFORE.match(head)):
        return (_behind_time(block, index, head, timed),)
    return None


def _behind_time(block: Block, index: int, head: str, timed: re.Match[str]) -> Label | None:
    """A label that stands between the time of a recording and its colon, with the time as its direction."""
    match = _COLON.match(head[timed.end() :])
    if not match:
        return None
    at = timed.end()
    label = make_label(
        block, index, at + match.start("label"), at + match.end("label"), at + match.end(), "colon"
    )
    if label is None:
        return None
    # Bare times head the points of an agenda as well: "09:00 Registration: …"
    stamp = None if timed["stamp"][0].isdigit() else timed["stamp"]
    return msgspec.structs.replace(label, start=0, direction=stamp or label.direction)


def _is_speaker_in_square(inside: str) -> bool:
    """Whether square brackets hold who speaks, as broadcasters set it: a name and a post, "Harrow / President", or "Reporter"."""
    key = label_key(inside)
    name, slash, post = inside.partition("/")
    told = is_question_key(key) or key in ANSWER_LABELS or key in CHAIR_LABELS
    return told or bool(slash and is_name_like(name) and post.strip() and not DIRECTION_WORDS.search(inside))


def _has_wide_colon(text: str) -> bool:
    # Written out: it is asked of most blocks.
    return not text.isascii() and (
        "：" in text or "︰" in text or "﹕" in text or "∶" in text or "¡G" in text
    )


def _before_plain_colon(head: str) -> tuple[int, int] | None:
    """Where a label ends and the words begin, as the pattern tells it in four times the time: letters, a colon, a letter or space."""
    at = head.find(":")
    if at <= 0 or not head[0].isalpha() or head.startswith("Anf. "):
        return None
    behind = head[at + 1 : at + 2]
    if not (behind.isspace() or behind.isalpha()):
        return None
    label = head[:at].rstrip()
    if len(label) > LONGEST_LABEL or "\n" in label or "http" in head or "www." in head:
        return None
    if not label.isascii() and _has_wide_colon(label):
        return None
    return len(label), at + 1 + behind.isspace()


def _own_line(block: Block, index: int) -> Label | None:
    text = block.text
    if len(text) <= 160 and text.endswith((":", "：")):
        return make_label(block, index, 0, len(text) - 1, len(text), "colon")
    return None


def _letter_label(block: Block, index: int) -> Label | None:
    head = block.text[:40]
    if head[1:2].islower():
        return None  # "As for the ferry"
    match = _LETTER.match(head)
    if not match:
        return None
    letter, mark, glued = match.groups()
    if glued:
        # "QWill he be visiting": the space was lost in the copy
        return Label(index, 0, 1, 1, "Q", "q", "narrow letter")
    wide = "." in mark or len(mark) >= 2 or "\u00a0" in mark
    form = "letter" if wide else "narrow letter"
    return Label(index, 0, 1, match.end(), letter, letter.lower(), form)
