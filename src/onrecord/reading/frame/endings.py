"""What stands behind the last words of a body and is none of them: ends, notes, contacts, signatures, links."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from onrecord.reading.frame.cards import boxes_behind
from onrecord.reading.frame.closing import is_closing_day, is_closing_place
from onrecord.reading.frame.foot import foot_of
from onrecord.reading.frame.tail import furniture_tail
from onrecord.reading.page.blocks import Block, is_plain
from onrecord.reading.page.named import TOPICS
from onrecord.reading.parts.endlines import is_end_line
from onrecord.reading.parts.furniture import is_contact_line, says_furniture
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.bylines import parse_byline
from onrecord.reading.words.dates import find_dates, whole_date
from onrecord.reading.words.placed import place_before
from onrecord.reading.words.signposts import AWAY, CONTACT_HEADS
from onrecord.reading.words.sitelines import heads_about, is_caption, names_languages, site_line
from onrecord.reading.words.speech import SELF
from onrecord.reading.words.statuses import MADE

_SPOKEN = re.compile(r"[?!]\s*$|\s\S+\s\S{2,}[.…]\s*$")
_SHORT_BANNER = 120
_LONGEST_HEAD = 60
_LONGEST_TAIL = 24  # blocks
_SHORT_MARK = 12
_LEAST_SAID, _LEAST_WORDS = 2, 2
_MOST_ABOUT, _MOST_NAMING, _ARTICLE = 4, 6, 5  # blocks, words, characters
_NEAR_CONTACT = 4  # lines
_MOST_APART, _FEW_APART = 8, 3  # lines
# "ENDS", "###", "- 30 -", as press offices end what they put out
_END_MARK = re.compile(
    r"\W*(?:ENDS?|E N D S?|Ends|#{3,}|-\s?30\s?-)\W*|\W*#{3,}\W*|(?:\*\s?){3,}|(?:\.\s){3,}\."
)
# "Notes to editors", below which stands what the press may want besides the words
_NOTES = re.compile(
    r"\W*(?:notes? (?:to|for) (?:the )?editors?|editor[’']?s?[’']? notes?|hinweise? (?:für|an) die redaktion(?:en)?|"
    r"notes? (?:aux|à l['’]attention des) (?:rédactions?|journalistes)|notas? (?:para|a) (?:los )?(?:editores|redactores)|"
    r"nota (?:per|alle) (?:le )?redazioni|noot voor (?:de )?redactie|informacja dla (?:redakcji|mediów))\W*",
    re.IGNORECASE,
)
# "Share this page Facebook X E-mail", "Compartir: Facebook | X": names of places to share on, one after another
_SAYS = re.compile(r"\s?(?:\([^()]{1,40}\)\s?)?[:.]\s+\S+\s+\S")
_SHARES = re.compile(
    r"(?=.*(?:facebook|twitter|linkedin|whatsapp|telegram|instagram))[^.!?]{0,40}?(?:(?:facebook|twitter|x|linkedin|whatsapp|telegram|instagram|mastodon|bluesky|e-?mail|mail)\W*){2,}",
    re.IGNORECASE,
)
_ADDRESS_AT_END = re.compile(
    r"(?:^|[:\s])(?:https?://|www\.)\S+$|^[^.!?:]{2,40}\s[\w.+-]+@[\w-]+\.[\w.-]+$|^\((?:[\w-]+\.)+[a-z]{2,8}\)$"
)
# as in "お問合せ先：広報室 電話：…" or "문의: 대변인실"
_WHOM_TO_ASK = re.compile(
    r"\W*(?:お?問い?合わ?せ先?|連絡先|문의(?:처)?|联系(?:人|电话)|聯絡(?:人|電話))[^:：]{0,20}[:：]\s*\S"
)
# "ISSUED BY THE DEPARTMENT OF HARBOURS", above its address
_ISSUED = re.compile(r"\W*(?:ISSUED|RELEASED|Issued|Released) (?:BY|by)\b[^.!?]{3,100}$")
# The letters that these begin with, behind what is no letter, and those that a pattern takes for them in any case
_NOTES_BEGIN, _ISSUED_BEGINS = frozenset("eEhHiInN\u0130\u0131"), frozenset("IR")
_LEAST_MARKED = 6  # lines
# A note behind the words, with a link back to them: "1. See Pell (2028). Return to text"
_NUMBERS = "0123456789[*"
_BACK = re.compile(r"(?:return|back|zurück|retour|volver|↩\W*|↑\W*|\^)[\w\s]{0,20}$", re.IGNORECASE)
# "[00321-IT.01] [Testo originale: Italiano]", "(Release ID: 2123456)": numbers that a press office gives its texts
_CODES = re.compile(
    r"(?:[\[(][A-Z]?\d[\w./-]*[\])]|[\[(][^\[\]()]{0,16}\b(?:ID|No|Nr|Ref)\b[^\[\]()]{0,20}[\])])(?:\s*\[[^\[\]]{1,60}\])*"
)
# What is told to the press, as in “For more information, please contact …”, “DISCLAIMER: This is an approximate translation …”
_TO_THE_PRESS = re.compile(
    r"\W*(?:for (?:more|further|additional|media) (?:information|enquiries|inquiries|queries|details)[,:]?\s.{0,60}?\b(?:contact|call|e-?mail|visit|see)\b"
    r"|disclaimer\s?[:.])",
    re.IGNORECASE,
)
_BACK_TO = re.compile(
    r"(?:(?:go )?back to|return to|zurück zu(?:r|m)?|retour (?:à|aux?)|volver a|voltar (?:a|à|para)|torna a|terug naar) (?:the |la |le |les |den )?(?P<what>\S.{2,50})",
    re.IGNORECASE,
)
_TOP, _TITLE, _LEAST_TITLE = 24, 6, 3  # blocks, blocks, spaces
_NOTE = re.compile(r"[(\[][^()\[\]]+[)\]]\.?")


def find_endings(blocks: Sequence[Block], body: list[int], continued: set[int]) -> dict[int, str]:
    """Return the blocks behind the body's last words, from the last, each with its rule."""
    boxes = () if is_plain(blocks) else boxes_behind(blocks, body)
    if boxes and continued.isdisjoint(boxes):
        kept = body[: len(body) - len(boxes)]
        return dict.fromkeys(reversed(boxes), "ending.box") | find_endings(blocks, kept, continued)
    tail = _contact_tail(blocks, [index for index in body if index not in continued])
    endings = dict.fromkeys(reversed(tail), "ending.contact")
    if behind := _behind_end_mark(blocks, body):
        for index in reversed([index for index in behind if index not in endings]):
            dated = whole_date(blocks[index].text) and not any(whole_date(one.text) for one in blocks[:index])
            endings[index] = "ending.date" if dated else "ending.behind_end"
    if not endings:
        rest = furniture_tail(blocks, [index for index in body if index not in continued])
        endings = {index: _rule_at(blocks, index) or "ending.tail" for index in reversed(rest)}
    if not endings and body and not is_plain(blocks):
        endings = dict.fromkeys(reversed(list(_closing_behind(blocks, body[-1]))), "ending.end_line")
    if not endings and not is_plain(blocks) and (apart := _apart(blocks, body, continued)):
        endings = dict.fromkeys(reversed(apart), "ending.apart")
    if is_plain(blocks) and (answers := _answers_to_title(blocks, body)):
        endings |= dict.fromkeys(reversed(answers), "ending.answers_title")
    if titles := _dated_titles(blocks, [index for index in body if index not in endings]):
        endings |= dict.fromkeys(reversed(titles), "ending.dated_titles")
    endings |= _end_lines(blocks, [index for index in body if index not in endings], continued, endings)
    if about := _about_itself(blocks, [index for index in body if index not in endings]):
        endings |= dict.fromkeys(reversed(about), "ending.about")
        endings |= _end_lines(blocks, [index for index in body if index not in endings], continued, endings)
    left = [index for index in body if index not in endings]
    if behind := foot_of(blocks, left, cut=bool(endings)):
        endings |= dict.fromkeys(reversed(behind), "ending.foot")
        endings |= _end_lines(blocks, [index for index in left if index not in endings], continued)
    if (last := max((i for i in body if i not in endings), default=None)) is not None:
        endings |= {last: "ending.leads_to"} if _leads_to_next(blocks, last) else {}
    return endings


def _about_itself(blocks: Sequence[Block], body: Sequence[int]) -> Sequence[int]:
    """The last lines from one such as "About the Ministry" on, where nobody speaks of himself in the few below it."""
    for position in range(max(len(body) - _MOST_ABOUT, _LEAST_SAID), len(body) - 1):
        head, below = blocks[body[position]].text, blocks[body[position + 1]].text
        if heads_about(head) or _names_what_follows(head, below):
            said = any(SELF.search(blocks[index].text) for index in body[position + 1 :])
            return () if said else body[position:]
    return ()


def _names_what_follows(head: str, below: str) -> bool:
    """Whether a short line is what the sentence below it begins with: "Ministry of Ports", above "The Ministry of Ports runs …"."""
    if not 2 <= len(head.split()) <= _MOST_NAMING or ends_as_sentence(head) or not ends_as_sentence(below):
        return False
    return head.lower() in below[: len(head) + _ARTICLE].lower() and len(below) > 2 * len(head)


def _dated_titles(blocks: Sequence[Block], body: Sequence[int]) -> Sequence[int]:
    """The last lines of a plain text, where two or more of them are a day with a title behind it: other messages."""
    first = len(body)
    while first > 1 and _is_dated_title(blocks[body[first - 1]].text):
        first -= 1
    return body[first:] if len(body) - first >= _LEAST_SAID and is_plain(blocks) else ()


def _is_dated_title(text: str) -> bool:
    if len(text) > _SHORT_BANNER or ends_as_sentence(text) or text[-1] in "!！,;:":
        return False
    days = find_dates(text[:_LONGEST_HEAD])
    return bool(days) and not days[0].span[0] and any(map(str.isalpha, text[days[0].span[1] :]))


def _leads_to_next(blocks: Sequence[Block], last: int) -> bool:
    """Whether a short line with a colon leads to the links right below it, which were no words either: "Read also:"."""
    text = blocks[last].text
    below = blocks[last + 1] if last + 1 < len(blocks) else None
    return below is not None and len(text) <= _SHORT_BANNER and text[-1] in ":：" and _leads_elsewhere(below)


def _answers_to_title(blocks: Sequence[Block], body: Sequence[int]) -> Sequence[int]:
    """The lines from one that quotes the title on, as blogs count what readers answered: "3 responses to “Statement on …”"."""
    titles = [block.text for block in blocks[max(body[0] - _TITLE, 0) : body[0]]] if body else []
    titles = [text for text in titles if text.count(" ") >= _LEAST_TITLE]
    for position in range(max(len(body) - _LONGEST_TAIL, 1), len(body)) if titles else ():
        text = blocks[body[position]].text
        quotes = any(text.endswith(f"{title}{mark}") for title in titles for mark in '"”»“')
        if quotes and len(text) <= _SHORT_BANNER + _LONGEST_HEAD:
            below = body[position:]
            prose = [index for index in below if len(blocks[index].text) > _SHORT_BANNER + _LONGEST_HEAD]
            return () if prose else below
    return ()


def _leads_back(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line leads back to what a line at the top of the page names: "Back to Press Conferences"."""
    back = _BACK_TO.match(blocks[index].text) if len(blocks[index].text) <= _LONGEST_HEAD else None
    return back is not None and any(block.text.lower() == back["what"].lower() for block in blocks[:_TOP])


def _apart(blocks: Sequence[Block], body: Sequence[int], continued: set[int]) -> Sequence[int]:
    """The last lines, where none is a sentence or a name and all are of another element than all sentences above: "Further photos here"."""
    first = len(body)
    while first > _LEAST_SAID and len(body) - first < _MOST_APART and _may_be_apart(blocks[body[first - 1]]):
        first -= 1
    tail = body[first:]
    if not tail or not continued.isdisjoint(tail) or _may_sign([blocks[index].text for index in tail]):
        return ()
    said = [index for index in body[:first] if ends_as_sentence(blocks[index].text)]
    if len(said) < _LEAST_SAID or said[-1] != body[first - 1]:
        return ()
    # Paragraphs side by side have one path.
    near = blocks[said[-1]]
    beside = {blocks[one].path: one for one in said[:-1]}
    together = min(_shared_with(blocks[one], near) for one in beside.values())
    return tail if all(_shared_with(blocks[index], near) < together for index in tail) else ()


def _may_be_apart(block: Block) -> bool:
    """Whether a line is short and neither a sentence, nor a day, nor leads on to what stands below it."""
    text = block.text
    if len(text) > _LONGEST_HEAD or text[-1] in ",:;" or not block.path or ends_as_sentence(text):
        return False
    return not find_dates(text)


def _may_sign(lines: Sequence[str]) -> bool:
    """Whether a few lines may be a name and a post, as words are signed: capitals on all words of one, or too few words to tell."""
    if len(lines) == 1 and len(lines[0].split()) < _LEAST_WORDS:
        return True
    near = lines if len(lines) <= _FEW_APART else lines[:1]
    return any(all(word[:1].isupper() for word in line.split()) for line in near)


def _closing_behind(blocks: Sequence[Block], last: int) -> Iterator[int]:
    """The lines right behind a body that end it, in an element of their own: "Ends/Wednesday, May 14, 2031"."""
    for index in range(last + 1, min(last + 1 + _LEAST_MARKED, len(blocks))):
        if blocks[index].links or not is_end_line(blocks[index].text):
            return
        yield index


def _behind_end_mark(blocks: Sequence[Block], body: Sequence[int]) -> Sequence[int]:
    """The blocks from a line "ENDS" on, in the last half of a body: notes to editors, contacts."""
    half = len(body) / 2
    for position in range(2, len(body)):
        text = blocks[body[position]].text
        first, length = text[0], len(text)
        named = not first.isalnum()
        if length <= _LONGEST_HEAD and (named or first in _NOTES_BEGIN) and _NOTES.fullmatch(text):
            return (
                body[position:] if any(len(blocks[n].text) > _LONGEST_HEAD for n in body[:position]) else ()
            )
        if (
            position >= half
            and (named or first in _ISSUED_BEGINS)
            and _ISSUED.match(text)
            and _are_lines(blocks, body[position + 1 :])
        ):
            return body[position:]
        if length > _SHORT_MARK:
            continue
        early = position < len(body) // 2 and not (first == "#" and _holds_contact(blocks, body[position:]))
        if early or not _END_MARK.fullmatch(text):
            continue
        if text[0] in "*." and not _are_lines(blocks, body[position + 1 :]):
            continue  # stars part a text as well
        return body[position:] if len(body) - position <= _LONGEST_TAIL else ()
    return ()


def _holds_contact(blocks: Sequence[Block], behind: Sequence[int]) -> bool:
    """Whether it is told among some lines whom to call."""
    return any(
        CONTACT_HEADS.fullmatch(blocks[index].text) or is_contact_line(blocks[index].text) for index in behind
    )


def _are_lines(blocks: Sequence[Block], behind: Sequence[int]) -> bool:
    """Whether nothing but a few short lines is left, none of which is a sentence."""
    return len(behind) <= _LEAST_MARKED and all(
        len(blocks[index].text) <= _SHORT_BANNER and not _SPOKEN.search(blocks[index].text)
        for index in behind
    )


def _end_lines(
    blocks: Sequence[Block], body: Sequence[int], continued: set[int], behind: Collection[int] = ()
) -> dict[int, str]:
    endings: dict[int, str] = {}
    below = min(behind, default=None)
    for index in reversed(body):
        rule = "" if index in continued else _rule_at(blocks, index)
        if not rule and below is not None and _on_lines_of(blocks, index, below):
            rule = "ending.same_lines"
        if not rule and below is not None and _is_of_contact(blocks, index, below, body):
            rule = "ending.contact"
        below = index
        if rule:
            endings[index] = rule
        elif index not in continued:
            break
    return endings


def _on_lines_of(blocks: Sequence[Block], index: int, below: int) -> bool:
    """Whether a short line ends no sentence and stands right above lines of the site, with nothing between: "Newsletter"."""
    text = blocks[index].text
    if below != index + 1 or blocks[below].gap != "line" or len(text) > _LONGEST_HEAD:
        return False
    return not (ends_as_sentence(text) or text.endswith((",", "，", "،", "、", "!", "！", ":", "：")))


def _is_of_contact(blocks: Sequence[Block], index: int, below: int, body: Sequence[int]) -> bool:
    """Whether a line is the name or post of whom to call: right above a number, in an element that holds no sentence."""
    block, contact = blocks[index], blocks[below]
    if (
        not block.path
        or len(block.text) > _SHORT_BANNER
        or _SPOKEN.search(block.text)
        or block.text[-1] in ",:;!?"
    ):
        return False
    near = blocks[below : below + _NEAR_CONTACT]
    if not any(is_contact_line(one.text) or _is_contact_link(one) for one in near):
        return False
    said = next((blocks[i] for i in reversed(body) if i < index and _SPOKEN.search(blocks[i].text)), None)
    return said is not None and _shared_with(block, contact) > _shared_with(said, contact)


def _is_contact_link(block: Block) -> bool:
    return any(link.target.startswith(("tel:", "mailto:")) for link in block.links)


def _shared_with(one: Block, other: Block) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one.path, other.path, strict=False)) if a != b),
        min(len(one.path), len(other.path)),
    )


def _rule_at(blocks: Sequence[Block], index: int) -> str:
    rule = _ending_rule(blocks[index]) or ("ending.leads_away" if _leads_back(blocks, index) else "")
    if rule == "ending.signature" and not _closes(blocks, index):
        return ""
    if rule == "ending.furniture" and whole_date(blocks[index].text) and index:
        # below a line that says so: "Ends", and the day on the next
        ended = _ending_rule(blocks[index - 1]) == "ending.end_line"
        return "ending.date" if ended or is_closing_day(blocks, index) else rule
    if not rule and is_closing_place(blocks, index) and is_closing_day(blocks, index + 1):
        return "ending.place"
    return rule or ("ending.date" if is_closing_day(blocks, index) else "")


def _closes(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line with name and office stands behind a whole sentence, a closing formula or another such line: not in a list of guests."""
    above = blocks[index - 1].text if index else ""
    if "li" in blocks[index].places or above.endswith((":", "：")):
        return False
    return above.endswith((".", "!", "?", "”", "»", ")", ",", "…")) or parse_byline(above) is not None


def _contact_tail(blocks: Sequence[Block], body: Sequence[int]) -> Sequence[int]:
    """The blocks from a line "Contact", "Media relations" on, near the body's end, where only short lines stand below it."""
    for position in range(max(len(body) - _LONGEST_TAIL, 1), len(body)):
        block = blocks[body[position]]
        is_head = len(block.text) <= _LONGEST_HEAD and CONTACT_HEADS.fullmatch(block.text)
        if is_head and (
            block.level
            or block.is_bold
            or block.text.isupper()
            or block.text.endswith(":")
            or _tells_whom_to_ask(blocks, body[position + 1 : position + 1 + _NEAR_CONTACT])
        ):
            below = body[position + 1 :]
            prose = [index for index in below if len(blocks[index].text) > _SHORT_BANNER]
            return () if prose or not below else body[position:]
    return ()


def _tells_whom_to_ask(blocks: Sequence[Block], below: Sequence[int]) -> bool:
    """Whether a number to call or an address to write to stands in the lines below, in a plain text."""
    return is_plain(blocks) and any(is_contact_line(blocks[index].text) for index in below)


def _ending_rule(block: Block) -> str:
    if _leads_elsewhere(block):
        return "ending.link"
    if AWAY.fullmatch(block.text[:120]) or (
        len(block.text) <= _SHORT_BANNER and _SHARES.fullmatch(block.text)
    ):
        return "ending.leads_away"
    if TOPICS in block.places and len(block.text) <= 2 * _SHORT_BANNER and not ends_as_sentence(block.text):
        return "ending.topics"
    if is_end_line(block.text):
        return "ending.end_line"
    if (
        block.text[0] in _NUMBERS
        and block.links
        and block.links[-1].target.startswith("#")
        and _BACK.search(block.text)
    ):
        return "ending.note"
    if _TO_THE_PRESS.match(block.text):
        return "ending.contact"
    if says_furniture(block.text):
        return "ending.furniture"
    if is_contact_line(block.text) or (len(block.text) <= _SHORT_BANNER and _WHOM_TO_ASK.match(block.text)):
        return "ending.contact"
    if len(block.text) <= _SHORT_BANNER and _ADDRESS_AT_END.search(block.text):
        return "ending.address"
    if ":" not in block.text and parse_byline(block.text):
        return "ending.signature"
    if len(block.text) <= _SHORT_BANNER and _CODES.fullmatch(block.text):
        return "ending.note"
    if len(block.text) <= 2 * _SHORT_BANNER and _NOTE.fullmatch(block.text) and MADE.search(block.text):
        return "ending.note"
    if _is_place_and_day(block.text):
        return "ending.place_and_day"
    if site_line(block.text):
        return "ending.site_line"
    if is_caption(block.text):
        return "ending.caption"
    if _is_labelled_day(block.text):
        return "ending.labelled_day"
    if names_languages(block.text):
        return "ending.languages"
    no_letters = len(block.text) <= _SHORT_MARK and not any(map(str.isalnum, block.text))
    return "ending.no_letters" if no_letters else ""


def _is_place_and_day(text: str) -> bool:
    """Whether a line is a place and a day; one that ends with a stop has a comma between them: "We meet again on …" is said."""
    if len(text) > _LONGEST_HEAD:
        return False
    placed = [one for one in find_dates(text) if place_before(text, one.span)]
    return bool(placed) and (not ends_as_sentence(text) or "," in text[: placed[0].span[0]])


def _is_labelled_day(text: str) -> bool:
    """Whether a line is a day behind a few words and a colon, and nothing else: "Letzter Stand: 15. Mai 2031"."""
    label, colon, value = text.replace("：", ":").partition(":")
    return bool(colon) and len(label) <= _LONGEST_HEAD and whole_date(value.strip()) is not None


def _says(block: Block) -> bool:
    """Whether a block's only link is its label, the colon behind it or inside: "<a>Minister Bel Harrow:</a> Thank you."."""
    start, end = (place - block.span[0] for place in block.links[0].span)
    inside = start == 0 and block.text[end - 1] in ":：" and ends_as_sentence(block.text[end:])
    return bool(inside or _SAYS.match(block.text, end))


def _leads_elsewhere(block: Block) -> bool:
    """Whether a short block is a link, or little beside one: a headline with its date."""
    linked = sum(link.span[1] - link.span[0] for link in block.links)
    if len(block.links) == 1 and _says(block):
        return False  # "<a>Bel Harrow</a>: Yes. But now we have the money."
    return block.is_linked or (len(block.text) <= _SHORT_BANNER and 2 * linked >= len(block.text) > 0)
