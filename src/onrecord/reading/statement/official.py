"""What shows that a page publishes a statement: without any of it the text is a page's main text, and nobody's words."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from onrecord.model import Statement
from onrecord.reading.frame.frame import LEARNT_PLACE
from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.metadata import Line
from onrecord.reading.parts.titles import WEAK_KINDS, is_news, kinds_of, names_who_appeals
from onrecord.reading.site.echoes import quoted_words
from onrecord.reading.statement.body import Body
from onrecord.reading.statement.formulas import addresses_office, enacts, greets_those_before
from onrecord.reading.statement.officesite import is_dated_by_office
from onrecord.reading.turns.stated import is_stated
from onrecord.reading.words.caseless import caseless
from onrecord.reading.words.kinds import FOR_RELEASE, KIND_PATTERNS, RELEASE_WORDS
from onrecord.reading.words.order import names_post
from onrecord.reading.words.posts import POST_WORDS

# Domains that registries keep for governments and their treaties: "www.state.gov", "mfa.gov.tr", "mofa.go.jp", "un.int"
_OFFICIAL_HOST = re.compile(
    r"(?:^|\.)(?:(?:gov|mil|int)|(?:gov|gob|gouv|gub|govt|gv|go|mil|gc|admin|mfa|mid|parliament|parlament|parlement)\.[a-z]{2}|europa\.eu)$",
    re.IGNORECASE,
)
_RELEASE_PATH = re.compile(
    r"/(?:[\w-]*(?:press-?releases?|pressemitteilung\w*|medienmitteilung\w*|communiques?|statements?|speeches|remarks|"
    r"briefings?|transcripts?|discours|discursos|reden|comunicados?)[\w-]*)(?:/|$)",
    re.IGNORECASE,
)
# A ministry about itself, in the present tense: "The Ministry of Foreign Affairs condemns …"
_INSTITUTION = re.compile(
    r"^.{0,80}?\b(?:ministry|government|embassy|department|presidency|chancellery|council|commission|office of the)\b[^.!?]{0,120}?\s"
    r"(?:expresses|condemns|welcomes|announces|regrets|reiterates|calls on|urges|reaffirms|congratulates|"
    r"deplores|rejects|takes note|conveys)\b"
    r"|^.{0,80}?\b(?:minist[èe]re|gouvernement|ambassade)\b[^.!?]{0,120}?\s(?:exprime|condamne|salue|regrette|rappelle|appelle|annonce)\b"
    r"|^.{0,80}?\b(?:МИД|министерство|правительство|посольство)\b[^.!?]{0,120}?\s(?:выражает|осуждает|приветствует|сообщает|призывает)\b",
    re.IGNORECASE | re.DOTALL,
)
_OPENING_KINDS = frozenset(("announcement", "letter", "message", "appeal", "comment"))
# "Embassy Press Officer on the answers of …", "Foreign Minister Ada Verne comments on …"
_POST_SPEAKS = caseless(
    rf"(?:[A-Z][\w'’-]*\s+){{0,5}}(?:{'|'.join(sorted(POST_WORDS, key=len, reverse=True))})s?(?:\s+[A-Z][\w.'’-]*){{0,4}}\s+"
    r"(?:on|about|regarding|comments|answers|replies|speaks|to speak|to deliver|will say|zu|zur|zum|über|sur|sobre)\s",
)
# "Below is the text of the speech made by …"
_TEXT_OF = re.compile(
    r"\W*(?:below is|here is|(?:the )?following (?:is|are|was)|this is)\s[^.]{0,60}?\b(?:text|transcript|statement|remarks|speech|words|letter|message)\b"
    r"|\W*(?:(?:full )?(?:text|transcript) of|im wortlaut|nachfolgend|voici le (?:texte|discours))\b",
    re.IGNORECASE,
)
# Captions: what was said, timed. "00:00:03,840 --> 00:00:07,200"
_CUE = re.compile(r"^\d\d:\d\d(?::\d\d)?[.,]\d{3}\s*-->", re.MULTILINE)
_FIELDS = frozenset(("given_on", "speakers", "occasion", "outlet", "interviewer", "kind", "place"))
# Whoever wrote an article stands in such a line as well.
_AUTHOR_LABELS = frozenset("by author authors from auteur автор".split())
_NEAR = 8
_SHORT = 80
_LEAST_LINKS = 3


def sign_of_statement(statement: Statement, body: Body, url: str | None) -> str:
    """Return the rule by which something shows a statement: its title, a name, labels, a status, lines, its address.

    Empty where nothing does. What the page declares itself may be wrong: a newspaper can call its article a statement.
    """
    return next((rule for rule, shows in SIGNS.items() if shows(statement, body, url)), "")


def _is_news(statement: Statement) -> bool:
    return is_news(statement.title or "")


def is_release(body: Body) -> bool:
    """Return whether a short line near the title calls the page a press release, in any of the words for it."""
    blocks = body.page.blocks
    first = body.frame.title[0] if body.frame.title else 0
    last = body.frame.title[-1] if body.frame.title else 0
    near = range(max(0, first - _NEAR), min(len(blocks), last + 4))
    return any(
        len(text) <= _SHORT and (RELEASE_WORDS.search(text) or FOR_RELEASE.match(text))
        for text in (blocks[index].text for index in near)
    )


def _states(line: Line) -> bool:
    return line.field in _FIELDS and (line.label or "").strip(" :").lower() not in _AUTHOR_LABELS


def _opens_with_kind(title: str) -> bool:
    opens = any(kind in _OPENING_KINDS and words.match(title) for words, kind, _ in KIND_PATTERNS)
    signed = names_post(title) and any(
        kind == "article" and words.match(title) for words, kind, _ in KIND_PATTERNS
    )
    return opens or signed or names_who_appeals(title)


def _is_introduced(body: Body) -> bool:
    return any(_TEXT_OF.match(body.page.blocks[index].text) for index in body.indices[:3])


def _is_message_service(body: Body) -> bool:
    """Whether the page carries what message services of embassies do: counters of days, the clocks of two cities.

    Their lists carry it as well: a page whose links to statements are longer than its own words is one of these.
    """
    if not body.furniture.counters and len(body.furniture.clocks) < 2:
        return False
    blocks = body.page.blocks
    announcing = {index: titles for index, block in enumerate(blocks) if (titles := _announced(block, body))}
    own = [index for index in body.indices if index not in announcing and index - 1 not in announcing]
    texts = (blocks[index].text for index in own)
    said = sum(len(text) for text in texts if not (quoted_words(text) or text.endswith(("…", "..."))))
    links = frozenset(title for titles in announcing.values() for title in titles)
    return len(links) < _LEAST_LINKS or sum(map(len, links)) < said


def _announced(block: Block, body: Body) -> tuple[str, ...]:
    """The links of a block that is little beside them, and that name kinds of statements: what stands below is a lead."""
    titles = tuple(body.page.text[slice(*link.span)] for link in block.links)
    return titles if 2 * sum(map(len, titles)) >= len(block.text) and any(map(kinds_of, titles)) else ()


def _is_official_address(url: str) -> bool:
    try:
        address = urlsplit(url)
        return bool(_OFFICIAL_HOST.search(address.hostname or "") or _RELEASE_PATH.search(address.path))
    except ValueError:
        return False  # "http://[": no address


def _host_of(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_of_the_site(statement: Statement, body: Body) -> bool:
    """Whether the site's titles name kinds of statements, and this page stands as those do: by such a title, or by its day there."""
    if not body.frame.speaks or _is_news(statement):
        return False
    dated = body.frame.title_from == LEARNT_PLACE and bool(body.frame.dates)
    return dated or bool(kinds_of(statement.title or ""))


def _texts(body: Body) -> list[str]:
    return [body.page.blocks[index].text for index in body.indices]


def _institution_speaks(body: Body) -> bool:
    return any(_INSTITUTION.match(body.page.blocks[index].text[:400]) for index in body.indices[:2])


SIGNS: dict[str, Callable[[Statement, Body, str | None], object]] = {
    "statement.kind": lambda statement, *_: set(statement.kinds) - WEAK_KINDS and not _is_news(statement),
    "statement.site": lambda statement, body, _: _is_of_the_site(statement, body),
    "statement.office": lambda statement, *_: (
        any(one.office for one in statement.speakers) and not _is_news(statement)
    ),
    "statement.labels": lambda statement, *_: any(turn.label for turn in statement.turns),
    "statement.stated": lambda _, body, __: is_stated(body.page.blocks, body.indices),
    "statement.status": lambda statement, *_: statement.status,
    "statement.line": lambda _, body, __: any(_states(line) for line in body.lines),
    "statement.title_opens": lambda statement, *_: _opens_with_kind(statement.title or ""),
    "statement.post_speaks": lambda statement, *_: _POST_SPEAKS.match(statement.title or ""),
    "statement.release": lambda _, body, __: is_release(body),
    "statement.introduced": lambda _, body, __: _is_introduced(body),
    "statement.message_service": lambda _, body, __: _is_message_service(body),
    "statement.captions": lambda _, body, __: _CUE.search(body.page.text),
    "statement.address": lambda _, body, url: _is_official_address(url or body.page.head.canonical or ""),
    "statement.institution": lambda _, body, __: _institution_speaks(body),
    "statement.addressed": lambda _, body, __: addresses_office(_texts(body)),
    "statement.greets": lambda _, body, __: greets_those_before(_texts(body)),
    "statement.enacts": lambda _, body, __: enacts(_texts(body)),
    "statement.office_site": lambda statement, body, url: (
        not _is_news(statement)
        and is_dated_by_office(statement, body, _host_of(url or body.page.head.canonical or ""))
    ),
}
"""What shows a statement, by rule, in the order in which it is looked for."""
