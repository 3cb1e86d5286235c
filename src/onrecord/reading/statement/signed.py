"""Who signs the words, sends them, or stands in an element for speakers, where neither title nor by-line names anybody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.model import (
    Span,
    Speaker,
)
from onrecord.reading.page.blocks import Block, PageBlocks
from onrecord.reading.page.named import words_of_names
from onrecord.reading.parts.titles import kinds_of
from onrecord.reading.statement.body import Body, Found, Opening
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.bylines import parse_byline
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.persons import Person
from onrecord.reading.words.posts import POST_WORDS
from onrecord.reading.words.postwords import is_office_word
from onrecord.reading.words.speech import SELF

# "Following is Secretary-General Ada Verne’s message …", "Below is the text of …"
_LONGEST_SIGNATURE = 60
_SPEAKERS = frozenset(
    "speaker speakers minister ministers redner orateur intervenant relatore ponente".split()
)
_SIGNATURE = 4  # lines
_HAN = re.compile("[\u4e00-\u9fff]{2,4}")
_SENT = frozenset(("condolence", "congratulation", "message", "letter"))
# "Ihre Hanna Brückner", "Yours sincerely, Ada Verne"
_SIGNED = re.compile(
    r"(?:(?:Ihre?|Eure?|Votre|Su|Yours|Uw|Din|Deres)|(?:Yours )?(?:sincerely|faithfully|truly)|(?:With )?best (?:wishes|regards)|Mit (?:freundlichen|herzlichen|besten) Grüßen),?\s(?P<name>[A-ZÀ-Þ][\w.’' -]+)",
    re.IGNORECASE,
)
# "Ada Verne sent her condolences to …", "Ada Verne has congratulated …"
_SENDS = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'.-]*){1,2}) (?:has )?(?:sent|conveyed|extended|expressed|offered|addressed|congratulated|wrote|greeted)\b"
    r"|(?P<russian>[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+)\s(?:направил|выразил|поздравил|прислал|адресовал)а?\b"
)
_LEADS = ("opening.lead", "opening.above_text")
_SIGNABLE = frozenset(
    "statement comment remarks speech lecture article letter message congratulation condolence appeal".split()
)
_LONGEST_OFFICE = 6  # words


def find_signed(body: Body, opening: Opening, kinds: Sequence[str], evidence: Found) -> list[Speaker]:
    """Return who signs the words, sends them as the sentence above tells, or stands in an element for speakers."""
    last = body.page.blocks[body.indices[-1]] if body.indices else None
    signed = _SIGNED.fullmatch(last.text) if last and len(last.text) <= _LONGEST_SIGNATURE else None
    if by := _signatures(body, kinds):
        for person, span in by:
            evidence.note("speakers", person.name, "signature", span, True)
        return [Speaker(person.name, person.office) for person, _ in by]
    if last and signed and is_name(signed["name"]):
        evidence.note("speakers", signed["name"], "signature", last.span, True)
        return [Speaker(signed["name"], None)]
    if not _SENT.isdisjoint(kinds):
        for index in opening.blocks:
            block = body.page.blocks[index]
            sent = _SENDS.match(block.text) if opening.rules[index] in _LEADS else None
            if sent and is_name(name := sent["name"] or sent["russian"]):
                evidence.note("speakers", name, "sentence above the words", block.span, True)
                return [Speaker(name, None)]
    return _named_in_line(body, opening, evidence) or _in_speakers_element(body, evidence)


def _signatures(body: Body, kinds: Sequence[str]) -> list[tuple[Person, Span]]:
    """The one who signs what somebody says, or all who sign what is said jointly: news that end with a name are nobody's."""
    blocks = body.page.blocks
    found = [(person, blocks[i].span) for i in body.endings if (person := parse_byline(blocks[i].text))]
    if "joint_statement" in kinds:
        return found[::-1] if len(found) > 1 else []
    if not found and not _SIGNABLE.isdisjoint(kinds) and (person := _signed_in_two_lines(body)):
        return [(person, blocks[body.indices[-2]].span)]
    said = not _SIGNABLE.isdisjoint(kinds) or any(SELF.search(blocks[i].text) for i in body.indices)
    return found if said and len(found) == 1 else []


def _signed_in_two_lines(body: Body) -> Person | None:
    """The name and the post below it with which words end, behind a closing formula: "Yours faithfully,", "Ada Verne", "Ambassador"."""
    if len(body.indices) < _SIGNATURE:
        return None
    above, named, post = (body.page.blocks[index] for index in body.indices[-3:])
    apart = named.gap == "paragraph" and ends_as_sentence(above.text)
    signs = (above.text.endswith(",") or apart) and post.gap == "line" and is_name(named.text)
    return Person(named.text, post.text) if signs and is_office(post.text) else None


def _named_in_line(body: Body, opened: Opening, evidence: Found) -> list[Speaker]:
    """The one in a line of post and name above the words, whose name, in Chinese, the title has as well: "海湾共和国总理　高岚"."""
    for index in opened.blocks:
        block = body.page.blocks[index]
        person = (
            parse_person(block.text)
            if opened.rules[index] == "opening.short" and _HAN.match(block.text)
            else None
        )
        if (
            person
            and person.office
            and person.name in (body.frame.title_text or "")
            and _HAN.fullmatch(person.name)
        ):
            evidence.note("speakers", person.name, "line of post and name", block.span, True)
            return [Speaker(person.name, person.office)]
    return []


def _in_speakers_element(body: Body, evidence: Found) -> list[Speaker]:
    """The only name that stands in an element which a site calls one for speakers, with the post on the line below."""
    named = [
        (block, following)
        for block, following in pairwise(body.page.blocks)
        if len(block.text) <= _LONGEST_SIGNATURE
        and _names_one(block.text)
        and _is_for_speakers(body.page, block)
    ]
    # Above what each says the element holds labels: the first of several who speak is not the only one.
    if len({block.text for block, _ in named}) != 1 or any(block.text[-1] in ":：" for block, _ in named):
        return []
    block, following = named[0]
    office = following.text if is_office(following.text) and _is_for_speakers(body.page, following) else None
    person = parse_person(block.text)
    name = person.name if person else block.text
    office = person.office or office if person else office
    evidence.note("speakers", name, "element for speakers", block.span, True)
    return [Speaker(name, office)]


def _names_one(text: str) -> bool:
    person = parse_person(text)
    return is_name(text) or (person is not None and person.office is not None and is_name(person.name))


def _is_for_speakers(page: PageBlocks, block: Block) -> bool:
    return not _SPEAKERS.isdisjoint(words_of_names(page, block))


def is_name(text: str) -> bool:
    """Return whether a line is two to four words with capitals that are no office, no kind of statement and no heading of a print."""
    words = text.split()
    if not 2 <= len(words) <= 4 or "," in text or text.isupper() or kinds_of(text):
        return False
    return all(word[0].isupper() and not is_office_word(word.lower()) for word in words)


def is_office(text: str) -> bool:
    """Return whether a short line begins or ends with a post: "Prime Minister", "Minister for Locks"."""
    words = [word.strip(",.").lower() for word in text.split()]
    return (
        0 < len(words) <= _LONGEST_OFFICE
        and ":" not in text
        and not text[-1:].isdigit()
        and bool({words[0], words[-1]} & POST_WORDS)
    )
