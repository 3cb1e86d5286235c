"""What could be a label at the beginning of a block, by its shape alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.label import Label, is_question_key
from onrecord.reading.turns.marked import MARKS_OPEN, find_marked, may_be_marked
from onrecord.reading.words.holders import KOREAN_HOLDER
from onrecord.reading.words.labelkey import SIGNS, label_key
from onrecord.reading.words.vocabulary import (
    ANSWER_LABELS,
    CHAIR_LABELS,
    DIRECTION_WORDS,
    HONORIFICS,
    OFFICE_COMPLEMENTS,
    OFFICE_LINKS,
    OFFICE_WORDS,
    PARTICLES,
    POST_WORDS,
    QUESTION_LABELS,
)

# Beside the colon and the wide one: those of printed Chinese ("︰", "﹕") and of ratios ("∶"); what Big5 made of one
_WIDE_COLONS = "：︰﹕∶"
# Marks that lead the eye to a label: "▲ Harrow:", "■ Question:"
_LEADING_MARKS = "▲△▴■□◆◇◈▶▷►◀★☆▪◼◾"
# "MR. PRICE (via interpreter):" · "38. Mr. Carter:" · "Question:" · "记者："
_COLON = re.compile(
    rf"(?P<mark>[{_LEADING_MARKS}]+\s*)?(?P<number>\d{{1,3}}\.\d{{1,3}}\s+|\(?\d{{1,3}}[.)]\s*)?\*{{0,2}}(?P<label>[^:{_WIDE_COLONS}\n]{{1,160}}?)\s*(?:[:{_WIDE_COLONS}]|¡G)(?:-(?=\s|$))?(?![:/]|\d\d\b|\s*(?:https?://|www\.))(?:\s|(?=\S)|(?<=-)$)"
)
# "[Harrow / President]", "[기자]" on a line of its own, or with the words behind it
_SQUARE = re.compile(r"\[(?P<label>[^\[\]\n:]{1,40})\](?:\s+|$|(?=\S))")
_BRACKET_END = re.compile(r"\s*(?P<bracket>[(\[][^()\[\]]{1,80}[)\]])\s*$")
# "Q    Thank you" · "Q. Why" · "A\xa0 Because"; not "A.Harrow: …"
# "P.- ¿Cuándo?" "R.- En otoño." · "D. Quando?" · "В: Когда?"; not "P. Harrow: …"
_PAIRED_LETTERS = "PRDFВО"
# Letters that are initials of people as often: only a colon makes them labels, and only a pair a question and an answer.
INITIALS_TOO = "TJSПЗСЖՀՊ"
_PAIRED = re.compile(
    rf"(?:(?P<label>[{_PAIRED_LETTERS}])(?:\.\s?[-–—]?\s*|:\s*|\s*[-–—]\s+)|(?P<initial>[{INITIALS_TOO}]):\s*)(?=\S)(?![^\W\d_][\w'’-]{{1,30}}(?:\s[\w'’-]{{1,30}}){{0,2}}\s*[:(])"
)
_OPENS_LABEL = MARKS_OPEN | frozenset(f"QA{_PAIRED_LETTERS}{INITIALS_TOO}【〔[")
# "3. Mr Pell (Skell) asked the Minister for Locks whether …": a written question of a printed sitting, which names who asks
_ASKED = re.compile(
    rf"(?:\d{{1,3}}\.\s+)?(?P<label>(?:{'|'.join(HONORIFICS)})\.?\s[^:\n]{{2,80}}?)\s+(?:asked|ask|to ask)\s+the\s+(?=[A-Z])",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:\d{1,3}\.\s+)?(?P<label>[^\W\d_].*[\w)])[^\w)]*$")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
# What may stand between a bold name and the words: "<b>Mr Price</b> (via interpreter): …"
_BEHIND_BOLD = re.compile(r"(?:\s*[(\[][^)\]]{1,60}[)\]]){0,2}\s*[:：.]?\s*[–—-]?")
# "Q2 Ada Verne:", "Q202  Chairman:": evidence before a committee counts its questions
_QUESTION_NUMBER = re.compile(r"Q\.?\s?\d{1,4}\.?[\s\u00a0]+(?=[^\W\d_])")
_ATTRIBUTED = re.compile(
    r"\W*(?:the )?(?:following|below|statement below|following statement|statement)\s(?:is|may be"
    r"|can be)\s(?:attributable|attributed)\sto\s(?:the\s)?(?P<label>[^:.]{4,160}):\s*",
    re.IGNORECASE,
)
_LONGEST_ATTRIBUTED = 260
_NAME_AND_OUTLET = re.compile(
    r"\((?P<label>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3},\s[A-Z][\w.&’ -]{1,40})\)"
)
_LONGEST_LABEL = 160
# What may stand between a colon and the words.
_SKIPPED = f" \u00a0\t\n:{_WIDE_COLONS}"
_STAMP = re.compile(r"\s*(?P<stamp>[(\[]\d{1,2}:\d{2}(?::\d{2})?[)\]])\s*")
# as in "Ada Verne (A) [10:01:40]: …"
_STAMPED = re.compile(r"[^\W\d_][^:\[\n]{1,100}?\s*(?P<stamp>\[\d{1,2}:\d{2}(?::\d{2})?\])\s*:\s*")
_DASH_BEHIND = re.compile(r"\s*\.?\s*[–—]\s")
# "【外務大臣】私から一件…"
_FULL_WIDTH = re.compile(r"[【〔](?P<label>[^】〕]{1,40})[】〕]\s*(?=\S)")
_LETTER = re.compile(
    r"(?P<label>[QA])(?!\.[^\W\d_][\w'’-]{1,30}(?:\s[\w'’-]{1,30}){0,2}\s*:)(?P<mark>[.)]?[\s\u00a0]{1,}(?:-\s+)?"
    r"|\.[\s\u00a0]*)(?=\S)|(?P<glued>Q)(?=[A-Z][a-z'’]|--|—)"
)
# "President Bramley. Please, sit down." · "Mr. Price. Well": the first stop, or the first that ends no abbreviation
_LONGEST_BEFORE_STOP = 80
_NUMBERED = re.compile(r"\s*\d{1,3}\.\s+")
_LONGEST_NAME = 90
_LONGEST_POST_LINE = 8  # words
_ARTICLES = frozenset("le la el il o a the der die".split())
# "01.02 <b>Ada Verne</b> (LP): …": a record that counts its speeches
_SPEECH_NUMBER = re.compile(r"\s*\d{1,3}\.\d{1,3}\.?\s+")
_STOP_WORD = r"[^\W\d_][\w'’-]*"
_ADDRESSED_STOP = re.compile(
    rf"(?P<label>(?:Mrs?|Ms|Miss|Dr|Sen|Rep|Gov|Gen|Adm|Mme|Sra?)\.?(?:\s+{_STOP_WORD}){{1,4}})\.\s+(?=\S)"
)
_STOPS = (
    _ADDRESSED_STOP,
    *(
        re.compile(
            rf"(?P<label>{_STOP_WORD}{dot}(?:\s+(?:{_STOP_WORD}{dot}|\([^()]{{1,40}}\))){{0,8}}?)\.\s+(?=\S)"
        )
        for dot in (r"\.??", r"\.?")
    ),
)
# "PRESIDENTE. L'ordine del giorno …" · "ADA VERNE, Ministro dei porti. Onorevoli colleghi"
# "ГОЛОВУЮЧИЙ. Шановні колеги"
_CAPITAL = "A-ZÀ-ÞΆ-ΏΑ-ΫЀ-ЯҐ"
_CAPITALS_STOP = re.compile(
    rf"(?P<label>[{_CAPITAL}][{_CAPITAL}'’ -]{{2,60}}(?<!\s[{_CAPITAL}])(?:,\s[^\W\d_][^.,\n]{{3,90}})?)\.\s+(?=\S)"
)
# "СТОЖАРОВ В. М., председатель Комитета по каналам." on a line of its own · "СТОЖАРОВ В. М. Уважаемые коллеги!"
_INITIALS_STOP = re.compile(
    r"(?P<label>[А-ЯЁІЇЄҐЀ-Џ][А-ЯЁІЇЄҐЀ-Џ’-]{2,30}\s[А-ЯЁІЇЄҐ]\.(?:\s?[А-ЯЁІЇЄҐ](?=\.)|\s?[А-ЯЁІЇЄҐ]\.,\s[^\W\d_][^.]{3,180}))\.(?:\s*$|\s+(?=\S))"
)
# "Der Präsident. – Das Wort hat …" · "Liam Corrigan (LF/NG). – Mr President"
_STOP_DASH = re.compile(r"(?P<label>[^\W\d_][^–—\n]{1,110}?)\.\s*[–—-]\s+(?=\S)")
# "Q - Pourquoi …" · "Alain Juppé - Mesdames et Messieurs" · "एंकर- आप …"
_DASH_WORD = rf"[^\W\d_](?:[\w.'’{SIGNS}]|-(?=\w))*"
# The Persian dash is a line drawn between letters ("رئیس ـ بفرمایید"); a post's holder may stand in brackets before it.
_DASH = re.compile(
    rf"(?P<label>{_DASH_WORD}(?:\s+(?!ـ\s){_DASH_WORD}){{0,4}}(?:\s?\([^()]{{2,40}}\))?)\s*(?P<mark>[-–—]|(?<=[\s)])ـ)\s+(?=\S)"
)
_DASH_SPACE = re.compile(r"[-–—ـ]\s")
# "Judge Sarah A. L", "Mr": what stands before a stop is an abbreviation, not a label
_LOWER_CASE = PARTICLES | OFFICE_WORDS | HONORIFICS
# The post in a long label, in languages that compound it: "Staatssekretärin", "Bundesministerin".
_POST = re.compile(
    r"(?:minist|präsident|sekretär|secr[eé]t|presiden|kanzler|beauftragt|botschafter|ambassad|sprecher"
    r"|director|directeur|министр|міністр|посол|президент|председател|секретар|премьер|прем.єр|mluvčí"
    r"|předsed|predsed|predsj|premi[eé]r|náměst|ředitel|miniszter|szóviv|államtitk|υπουργ|πρωθυπουργ"
    r"|εκπρόσωπ|rzeczni|prezes|prezyden|woordvoer|staatssecr|burgemeester|bürgermeister|ordfør|borgm"
    r"|borgerm|talsm|talsper|purtător|glasnogovor|portparol|sözcü|bakan|başkan|alcald|sindac|governor"
    r"|commissioner|канцлер|заместител)",
    re.IGNORECASE,
)
# Scripts without capitals that set spaces between words: Hebrew, Arabic, those of India, Thai between its phrases, Georgian, Ethiopic.
_SPACED_UNCASED = ("\u0590", "\u137f")
# A sentence may hold capitals too; "Dr. h. c." is none.
_SENTENCE_INSIDE = re.compile(r"[!?…;]|\.\s+[a-zà-ÿа-я]{2}")
_ABBREVIATED = re.compile(r"(?:^|[\s.])(?:[^\W\d_]|mr|mrs|ms|dr|jr|sr|st|gen|sen|rep|gov)$", re.IGNORECASE)


# "소위원장 김도현  성원이 되었으므로": two spaces part the name from the words
_HOLDER_AND_GAP = re.compile(rf"(?P<label>{KOREAN_HOLDER})(?:\s{{2,}}|\s?[\u00a0\u3000]\s?)(?=\S)")
# "MHE. HARROW aliuliza:-": the record's own verb behind the name
_TELLS = re.compile(
    r"\s+(?:aliuliza|alijibu|alisema|asked|replied|answered|preguntó|respondió|perguntou|respondeu"
    r"|a demandé|a répondu|fragte|antwortete|bertanya|menjawab)\W*$"
)


def find_candidate(block: Block, index: int) -> Label | None:
    """Return what could be a label in bold, before a colon, as a lone letter, or as a term of a definition list."""
    text = block.text
    if block.tag == "dt":
        end = len(text.rstrip(" :：."))
        return _made(block, index, 0, end, len(text), "colon") if end else None
    # Most blocks are told to have no label by their first letter, or by holding no colon near it.
    head = text[:200]
    first = head[0]
    letter = first in "QA"
    if (
        first not in _OPENS_LABEL
        and ":" not in head
        and (head.isascii() or not (_has_wide_colon(head) or may_be_marked(head)))
        and not (block.bold or block.italic)
        and " ask" not in head
        and not "가" <= first <= "힣"
    ):
        return None
    return (
        (_paired_letter(block, index) if first in _PAIRED_LETTERS or first in INITIALS_TOO else None)
        or (_question_of_a_member(block, index) if " ask" in text[:140] else None)
        or (_bold_label(block, index) if block.bold or block.italic else None)
        or (_lone_question(block, index) if letter else None)
        or _colon_label(block, index)
        or (_letter_label(block, index) if letter else None)
    )


def find_attributed(block: Block, index: int) -> Label | None:
    """Return the label of words that the publisher attributes: "The following is attributable to Spokesperson Ada Verne:"."""
    head = block.text[:_LONGEST_ATTRIBUTED]
    match = _ATTRIBUTED.match(head) if "attribut" in head.lower() else None
    if match is None:
        return None
    label = _made(block, index, match.start("label"), match.end("label"), match.end(), "attributed")
    return msgspec.structs.replace(label, start=0) if label else None


def find_told_candidate(block: Block, index: int, told: re.Pattern[str]) -> Label | None:
    """Return the label at the beginning of a block that is one of those told, with a colon, a stop or a dash behind it."""
    match = told.match(block.text)
    if not match:
        return None
    end = match.end("bracket") if match["bracket"] else match.end("label")
    return _made(block, index, match.start("label"), end, match.end(), "colon")


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


def _lone_question(block: Block, index: int) -> Label | None:
    """A letter set apart from words that hold a colon: "Q    One more: is it open?" is no label "Q One more"."""
    letter = _letter_label(block, index)
    if letter is None or (letter.text == "A" and letter.form == "narrow letter"):
        return None
    head = block.text[:200]
    colon = _COLON.match(head) if ":" in head or _has_wide_colon(head) else None
    # "Q. 3: Why …", "Q (Bel Harrow, Tern Gazette): Why …" are labels up to their colon
    key = label_key(colon["label"]) if colon else ""
    return None if key in ANSWER_LABELS or is_question_key(key) else letter


def _colon_label(block: Block, index: int) -> Label | None:
    head = block.text[:200]
    if head[0] in "【〔" and (bracketed := _FULL_WIDTH.match(head)):
        return _made(block, index, bracketed.start("label"), bracketed.end("label"), bracketed.end(), "colon")
    if may_be_marked(head) and (marked := find_marked(head)):
        (start, end), words_from = marked
        label = _made(block, index, start, end, words_from, "colon")
        return msgspec.structs.replace(label, start=0) if label and head[0].isdigit() else label
    if "가" <= head[0] <= "힣" and (held := _HOLDER_AND_GAP.match(head)):
        return _made(block, index, *held.span("label"), held.end(), "colon")
    if head[:1] in '“"«„‘':
        return None  # somebody else's exchange, quoted
    if head[0] == "[" and (square := _SQUARE.match(head)) and _is_speaker_in_square(square["label"]):
        return _made(block, index, *square.span("label"), square.end(), "colon")
    if "[" in head and (stamped := _STAMPED.match(head)):
        return _made(block, index, 0, stamped.end("stamp"), stamped.end(), "colon")
    if plain := _before_plain_colon(head):
        return _made(block, index, 0, *plain, "colon")
    match = _COLON.match(head) if ":" in head or _has_wide_colon(head) else None
    if not match:
        return _own_line(block, index)
    label = _made(block, index, match.start("label"), match.end("label"), match.end(), "colon")
    # A question's number before the label belongs to it: "38. Mr. Carver:"
    return msgspec.structs.replace(label, start=0) if label and match["number"] else label


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
    behind = head[at + 1 : at + 2]
    if at <= 0 or not head[0].isalpha() or not (behind.isalpha() or behind.isspace()):
        return None
    label = head[:at].rstrip()
    if len(label) > _LONGEST_LABEL or "\n" in label or "http" in head or "www." in head:
        return None
    return None if _has_wide_colon(label) else (len(label), at + 1 + behind.isspace())


def _own_line(block: Block, index: int) -> Label | None:
    text = block.text
    if len(text) <= 160 and text.endswith((":", "：")):
        return _made(block, index, 0, len(text) - 1, len(text), "colon")
    return None


def _made(block: Block, index: int, start: int, end: int, words_from: int, form: str) -> Label | None:
    label = _label_in(block.text[start:end])
    if label is None:
        return None
    length, text, key, direction, numbered = label
    words_from, stamp = _words_behind(block.text, words_from, stamped=direction is None)
    return Label(
        index, start, start + length, words_from, text, key, form, stamp or direction, numbered=numbered
    )


class _Printed(NamedTuple):
    length: int
    text: str
    key: str
    direction: str | None
    numbered: bool


@lru_cache(8192)  # a page prints the same few labels again and again
def _label_in(printed: str) -> _Printed | None:
    """What a label as printed says, the length it has without its direction; None where it is none by its own words."""
    if tells := _TELLS.search(printed):
        printed = printed[: tells.start()]
    numbered = _QUESTION_NUMBER.match(printed)
    end, direction = len(printed), None
    bracket = _BRACKET_END.search(printed) if printed.rstrip()[-1:] in ")]" else None
    timed = bracket is not None and _STAMP.fullmatch(bracket["bracket"]) is not None
    if bracket and bracket.start() > 0 and (timed or DIRECTION_WORDS.search(bracket["bracket"])):
        direction = bracket["bracket"]
        end = bracket.start()
    text = printed[numbered.end() if numbered else 0 : end].strip(" *\u00a0\t")
    if _is_unnamed(text):
        text = text[1:-1]
    if outlet := _NAME_AND_OUTLET.fullmatch(text):
        text = outlet["label"]  # "(Mara Hader, Capital TV): Is it open?"
    elif text[:1] in "([" and (text[-1:] in ")]" or not re.search(r"[)\]]", text)):
        return None  # a direction ("(In Mandarin):"), or somebody's interjection inside brackets
    key = label_key(text)
    if not key or len(text) > _LONGEST_LABEL:
        return None
    return _Printed(end, text, key, direction, bool(numbered))


def _words_behind(text: str, start: int, *, stamped: bool) -> tuple[int, str | None]:
    """Where the words begin behind a label and its mark, and the time of day in brackets before them."""
    at = start
    while at < len(text) and text[at] in _SKIPPED:
        at += 1
    if text[at : at + 1].isalnum() or not stamped:
        return at, None
    if text[start:].lstrip()[:1] in "([" and (stamp := _STAMP.match(text[start:])):
        # "Speaker 1: (10:08)" with the words behind it or on the next line
        return start + stamp.end(), stamp["stamp"]
    return at, None


def _is_unnamed(text: str) -> bool:
    """Whether a label in square brackets is somebody whom the page does not name: "[Senior Government Official]:"."""
    inner = text[1:-1]
    return (
        text[:1] == "[" and inner.count(" ") >= 1 and is_name_like(inner) and not DIRECTION_WORDS.search(text)
    )


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


def _bold_label(block: Block, index: int) -> Label | None:
    """A bold lead that ends before the block does: "<b>Mr Speaker:</b> I have to report"."""
    if block.is_bold:
        return _bold_line(block, index)
    marked = block.bold or block.italic
    if not marked or marked[0][1] >= block.span[1]:
        return None
    start, end = marked[0][0] - block.span[0], marked[0][1] - block.span[0]
    lead = block.text[:start]
    if end - start > 160 or (any(map(str.isalnum, lead)) and not _SPEECH_NUMBER.fullmatch(lead)):
        return None
    printed = block.text[start:end]
    colon = re.search(r"[:：]", printed)
    if colon and printed[colon.end() :].strip(" \u00a0"):
        return None
    bare = printed.rstrip(" \u00a0:：.–—-")
    behind = None if colon else _BEHIND_BOLD.match(block.text, end)
    after = behind.end() if behind else end
    form = (
        "colon"
        if colon or re.match(r"(?:\s*[(\[][^)\]]{1,60}[)\]]){0,2}\s*[:：]", block.text[end:])
        else "bold"
    )
    label_end = start + len(bare)
    between = None if colon else re.match(r"(?:\s*[(\[][^)\]]{1,60}[)\]]){1,2}", block.text[label_end:])
    if between:
        label_end += between.end()
    if form == "bold" and block.text[max(after, label_end) :].lstrip()[:1].islower():
        return None  # "RECALLING that …": the sentence goes on
    if form == "bold" and not is_name_like(
        _before_comma(bare) if _DASH_BEHIND.match(block.text, end) else bare
    ):
        return None
    label = _made(block, index, start, label_end, max(after, label_end), form)
    return msgspec.structs.replace(label, start=0) if label and lead.strip() else label


def _bold_line(block: Block, index: int) -> Label | None:
    """A name with a form of address that is a bold line of its own: "<p><b>Prof. Verne</b></p>"."""
    numbered = _NUMBERED.match(block.text)
    start = numbered.end() if numbered else 0
    text = block.text[start:].strip()
    addressed = text.split(None, 1)[0].strip(".").lower() in HONORIFICS if text else False
    holder = text.endswith(")") and bool(_POST.search(text))  # "The Secretary of State (Miss Ada Verne)"
    key = label_key(text)
    # "Wartawan", "Presiden": the word for who asks, or a post
    told = text[-1:] not in ":：" and (key in QUESTION_LABELS or key in POST_WORDS or _opens_with_post(text))
    if (
        not (addressed or holder or told)
        or block.level
        or len(text) > _LONGEST_NAME
        or not is_name_like(text)
    ):
        return None
    label = _made(block, index, start, len(block.text.rstrip()), len(block.text), "bold line")
    return msgspec.structs.replace(label, start=0) if label else None


def _opens_with_post(text: str) -> bool:
    """Whether a line is an article or none, a post in capitals and who or what that is of: "Le Président de la République"."""
    words = text.split()
    if words and words[0].lower() in _ARTICLES:
        words = words[1:]
    post = words[0].lower() if words else ""
    return (
        len(words) <= _LONGEST_POST_LINE and words[:1] != [post] and post in POST_WORDS and text[-1].isalpha()
    ) or (
        bool(words)
        and post in POST_WORDS
        and words[0][0].isupper()
        and text.endswith(")")
        and len(words) <= _LONGEST_POST_LINE
    )


def find_loose_candidate(block: Block, index: int) -> Label | None:
    """Return what could be a label before a stop and a dash, a dash, a full stop, or alone on its line."""
    head = block.text[:140]
    if _DASH_SPACE.search(head):
        if (match := _STOP_DASH.match(head)) and is_name_like(_before_comma(match["label"])):
            return _loose(match, index, "stop dash")
        if (match := _DASH.match(head)) and is_name_like(match["label"]):
            return _loose(match, index, "dash")
    if head[0] > "\u03ff" and (match := _INITIALS_STOP.match(block.text[:240])):
        return _loose(match, index, "capitals stop")
    if ". " in head and (match := _CAPITALS_STOP.match(head)) and is_name_like(_before_comma(match["label"])):
        return _loose(match, index, "capitals stop" if "," in match["label"] else "stop")
    for pattern in _STOPS if 0 < head.find(". ") < _LONGEST_BEFORE_STOP else ():
        match = pattern.match(head)
        if match and is_name_like(match["label"]) and not _ABBREVIATED.search(match["label"]):
            return _loose(match, index, "stop")
    return _alone_on_line(block, index)


def _loose(match: re.Match[str], index: int, form: str) -> Label:
    start, end = match.span("label")
    return Label(index, start, end, match.end(), match["label"], label_key(match["label"]), form)


def _before_comma(text: str) -> str:
    return text.split(",", 1)[0]


def _alone_on_line(block: Block, index: int) -> Label | None:
    """A speaker's name as a line of its own: "Mr. Marcus Fennimore (Sheldrake, Hillside)", "38. Mr. Carver"."""
    if len(block.text) > 110 or block.level:
        return None
    match = _ALONE.match(block.text)
    if not match or not is_name_like(match["label"]):
        return None
    end = match.end("label")
    return Label(index, 0, end, len(block.text), match["label"], label_key(match["label"]), "line")


def may_be_small(word: str) -> bool:
    """Return whether a word of a name or office may stand in small letters: "von", "minister", "chargé"."""
    return word in OFFICE_LINKS or word.lower() in _LOWER_CASE


@lru_cache(8192)
def is_name_like(text: str) -> bool:
    """Return whether every word of the text could stand in a name or office: capitals, particles, initials, numbers."""
    bare = _BRACKETS.sub(" ", text) if "(" in text or "[" in text else text
    # "MS. ________": a name that the record leaves blank
    tokens = [
        token.strip("*“”\"'’.,_") for token in bare.replace("/", " ").split() if token.strip("*“”\"'’.,–—_-")
    ]
    if not tokens or len(tokens) > 14 or bare.count(",") > 2 or _SENTENCE_INSIDE.search(bare):
        return False
    capitals = 0
    links = False
    for token in tokens:
        first = token[0]
        if not first.isalnum():
            return False
        if first.isdigit() and token[-1] in ")）":
            capitals += 1  # "３番（細木茂君）": a seat by its number, and who has it
        elif first.isdigit():
            if len(tokens) == 1 or len(token) > 3:
                return False
        elif first.isupper() or _has_no_case(first):
            capitals += 1
        elif token in OFFICE_LINKS or token in OFFICE_COMPLEMENTS:
            links = True
        elif token.lower() not in _LOWER_CASE and not (len(token) == 1 and f"{token}." in bare):
            return False
    if links and not any(_POST.search(token) for token in tokens):
        return False
    uncased = [token for token in tokens if _has_no_case(token[0])]
    if uncased and not any(_SPACED_UNCASED[0] <= token[0] <= _SPACED_UNCASED[1] for token in uncased):
        return capitals > 0 and sum(map(len, uncased)) <= 20
    return capitals > 0


def _has_no_case(letter: str) -> bool:
    """Whether a letter's script sets no capitals; Georgian ones stand in whole lines alone."""
    return letter.lower() == letter.upper() or "\u10d0" <= letter <= "\u10ff"


def names_post(text: str) -> bool:
    """Return whether a text begins with the word for a post, an abbreviated word before it or none: "Parl. Staatssekretärin beim …"."""
    first, *rest = text.split()[:2] or [""]
    if _SENTENCE_INSIDE.search(text) or first.strip(".").lower() in HONORIFICS:
        return False
    return bool(_POST.search(first) or (first.endswith(".") and rest and _POST.search(rest[0])))
