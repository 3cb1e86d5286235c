"""A page to its Reading: frame, furniture, lists, metadata, turns, head, regions, one after another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urljoin

from onrecord.model import (
    Capture,
    Issue,
    Learnt,
    LearntSite,
    Page,
    PageKind,
    Reading,
    Region,
    Span,
    Statement,
)
from onrecord.reading.blocks import LEFT_OUT, STATEMENT, Block, PageBlocks, dated_blocks
from onrecord.reading.body import Body
from onrecord.reading.dates import whole_date
from onrecord.reading.fitted import find_datelines
from onrecord.reading.frame import LEARNT_PLACE, Frame, find_frame
from onrecord.reading.furniture import Furniture, clock_of, find_furniture, is_contact_line, says_furniture
from onrecord.reading.metadata import Line, is_end_line, labelled_lines
from onrecord.reading.notices import Entry, find_entries
from onrecord.reading.official import is_statement_title, sign_of_statement
from onrecord.reading.pagehead import HeadTold, parse_head
from onrecord.reading.parse_html import parse_html
from onrecord.reading.parse_text import parse_text
from onrecord.reading.regions import Claim, tile, unclassified
from onrecord.reading.rules import Guide, SourceRules
from onrecord.reading.sections import Section, find_sections
from onrecord.reading.sketch import Sketch, sketch_page
from onrecord.reading.statement import Composed, compose_statement
from onrecord.reading.titles import kinds_of
from onrecord.reading.vocabulary import AWAY, CONTINUED, FULL_TEXT, NOT_FOUND
from onrecord.text import language_of

HTML_TYPES = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")
_NEWS_TYPES = frozenset(
    ("NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle")
)
# Pages about a site, or that list its texts: schema.org's page types other than a text's.
_SITE_TYPES = frozenset(
    ("AboutPage", "CollectionPage", "ContactPage", "ProfilePage", "SearchResultsPage", "FAQPage")
)
# Of those, the ones whose page is a list, be it of one entry.
_LIST_TYPES = frozenset(("CollectionPage", "SearchResultsPage"))
_SPOKEN = re.compile(r"[?!]\s*$|\s\S+\s\S{2,}[.…]\s*$")
_LEAST_BESIDE_LIST = 40
_LEAST_WORDS = 5
_LONGEST_EXCUSE = 600
_SHORT_BANNER = 120
_SHORT_FOOTER = 300
TITLE_RULES = {
    "heading": "title.heading",
    "page title": "title.page_title",
    "first line": "title.first_line",
    "learnt place": "title.learnt",
}
# The name of a block outside the statement, and the rule, by the element it stands in.
_PLACES = (
    (LEFT_OUT, "left_out", "left_out.told"),
    ("nav", "navigation", "navigation.element"), ("footer", "footer", "footer.element"),
    ("aside", "sidebar", "sidebar.element"), ("form", "form", "form.element"), ("select", "form", "form.element"),
    ("button", "form", "form.element"), ("header", "banner", "banner.element"),
    ("address", "contact", "contact.element"), ("figcaption", "caption", "caption.element"),
)  # fmt: skip


class Layout(NamedTuple):
    """The blocks of a page by what they are; every index stands in one of these, or is left over."""

    frame: Frame
    furniture: Furniture
    entries: tuple[Entry, ...]
    lines: tuple[Line, ...]
    continued: tuple[int, ...]
    endings: tuple[int, ...]
    before_title: tuple[int, ...]
    body: tuple[int, ...]
    outside: tuple[int, ...]
    ended_by: dict[int, str]
    """The rule by which each block at the body's end is none of its words."""


class Traced(NamedTuple):
    """A Reading with what it was made from, for who asks why: the rules that decided stand in these values."""

    reading: Reading
    page: PageBlocks
    layout: Layout
    composed: tuple[Composed, ...]
    claims: list[Claim]
    """The regions of the page, each with its rule."""
    kind_by: str
    language_by: str
    issues: list[tuple[Issue, Span | None]]


def read_page(
    text: str,
    capture: Capture,
    issues: Iterable[Issue] = (),
    rules: SourceRules | None = None,
    learnt: LearntSite | None = None,
) -> Reading:
    """Return what the page says: statements with turns and dates, notices, furniture, and what could not be named.

    `rules` are what the keeper told of the page's source, `learnt` is what its site's pages tell together.
    """
    return trace_page(text, capture, issues, rules, learnt).reading


def trace_page(
    text: str,
    capture: Capture,
    issues: Iterable[Issue] = (),
    rules: SourceRules | None = None,
    learnt: LearntSite | None = None,
) -> Traced:
    """Return what the page says, with the rules that decided."""
    guide = Guide(rules, learnt)
    page = _parsed(text, capture.media_type, guide)
    found_issues: list[tuple[Issue, Span | None]] = [(issue, None) for issue in issues]
    if page.cut:
        message = "The page's markup goes beyond what authors write (too deep, or a tag too long); its text is kept."
        found_issues.append((Issue("nested_too_deep", message, capture.locator, "warning"), None))
    told = parse_head(page.head, guide)
    layout = lay_out(page, capture.url, guide, is_list=bool(told.types & _LIST_TYPES))
    language, language_by = _language(page, layout, guide)
    composed, kind_by = _compose(page, layout, told, language, capture, guide)
    found_issues.extend(issue for one in composed for issue in one.issues)
    claims = tile(page.text, _claims(page, layout, composed))
    regions = tuple([Region(name, span) for name, span, _ in claims])
    listing = "" if composed else _listing_rule(page, layout, told)
    kind: PageKind = "statement" if composed else "listing" if listing else "other"
    if guide.misses_statement():
        issue = _misplaced(guide.rules.statement, capture, read=bool(composed))
        found_issues.append((issue, None))
    if not page.text.strip():
        found_issues.append((Issue("no_text", "The page holds no text.", capture.locator, "error"), None))
    reading = Reading(
        capture=capture,
        page=_page(page, layout, composed, told, language, kind, regions, guide),
        statements=tuple(one.statement for one in composed),
        notices=tuple(entry.notice for entry in layout.entries),
        issues=tuple(issue for issue, _ in found_issues),
        unclassified=unclassified(page.text, regions),
    )
    return Traced(reading, page, layout, composed, claims, listing or kind_by, language_by, found_issues)


def draw_page(text: str, capture: Capture) -> Sketch | None:
    """Return what the page tells of its site; None where it is no markup, or has no address."""
    if capture.url is None or capture.media_type not in HTML_TYPES:
        return None
    return sketch_page(parse_html(text), capture.url, capture.digest, capture.captured_at)


def _parsed(text: str, media_type: str, guide: Guide) -> PageBlocks:
    if media_type not in HTML_TYPES:
        return parse_text(text)
    page = parse_html(text, guide.rules.statement, guide.rules.leave_out)
    if guide.rules.statement or guide.rules.leave_out:
        guide.note_places(page.blocks)
    return page


def _misplaced(selector: str | None, capture: Capture, *, read: bool) -> Issue:
    message = f"Nothing on the page stands in “{selector}”, as the source file tells; it was read by the general rules."
    return Issue("selector_unmatched", message, capture.locator, "warning" if read else "note")


def _compose(
    page: PageBlocks, layout: Layout, told: HeadTold, language: str | None, capture: Capture, guide: Guide
) -> tuple[tuple[Composed, ...], str]:
    """The statements of a page, with what each takes of it: one for most pages, one a section where it holds several.

    And the rule by which there are some, or none.
    """
    if refused := _refusal(page, layout, told):
        return (), refused
    sections = find_sections(page, layout.frame, layout.body)
    whole = _body(page, layout, told, language, guide)
    if not sections:
        one = compose_statement(whole, capture)
        if sign := sign_of_statement(one.statement, whole, capture.url):
            return (one,), sign
        guide.decided -= {"name", "aliases"}  # they were told of a statement that there is not
        return (), "other.no_sign"
    composed = (
        compose_statement(
            _body_of(section, whole, layout),
            capture,
            urljoin(capture.url, section.target) if section.target and capture.url else None,
        )
        for section in sections
    )
    return tuple(composed), "statement.sections"


def _body(page: PageBlocks, layout: Layout, told: HeadTold, language: str | None, guide: Guide) -> Body:
    return Body(
        page,
        layout.frame,
        layout.body,
        layout.lines,
        layout.continued,
        layout.endings,
        told,
        layout.before_title,
        language,
        layout.furniture,
        guide,
    )


def _body_of(section: Section, whole: Body, layout: Layout) -> Body:
    """What one section's statement is made from: the head's dates are the whole page's, and tell nothing of it."""
    last = section.body[-1]
    inside = range(section.heading, last + 1)
    return whole._replace(
        told=whole.told._replace(dates={field: [] for field in whole.told.dates}),
        frame=Frame((section.heading,), section.body, section.title, "heading", "body.section"),
        indices=section.body,
        lines=tuple(line for line in layout.lines if line.blocks[0] in inside),
        continued=tuple(index for index in layout.continued if index in inside),
        endings=(),
        before_title=(),
        discriminator=" ".join(section.title.lower().split()),
    )


def lay_out(page: PageBlocks, url: str | None, guide: Guide, *, is_list: bool = False) -> Layout:
    """Return which blocks are title, body, furniture, list entries and metadata; `is_list`: the page says it is one."""
    blocks = page.blocks
    frame = find_frame(page, guide.learnt)
    body = [index for index in frame.body if not blocks[index].leads_within]
    left_out = {index for index, block in enumerate(blocks) if LEFT_OUT in block.places}
    untitled = [i for i in range(len(blocks)) if i not in frame.title and i not in left_out]
    with_year = dated_blocks(page)
    entries = [
        entry
        for part in _parted(untitled, frame)
        for entry in find_entries(blocks, part, with_year, url, guide, is_list=is_list)
    ]
    in_entries = {index for entry in entries for index in entry.blocks}
    body = _cut_at_list(body, in_entries)
    apart = set(frame.title) | in_entries | left_out
    lines = [
        line
        for line in labelled_lines(blocks, [i for i in range(len(blocks)) if i not in apart], with_year)
        if _states(line, blocks, body)
    ]
    in_lines = {index for line in lines for index in line.blocks}
    body = [index for index in body if index not in in_lines]
    continued = [
        i for i in body if len(blocks[i].text) <= _SHORT_BANNER and CONTINUED.fullmatch(blocks[i].text)
    ]
    ended_by = _endings(blocks, body, set(continued))
    aside = {*continued, *ended_by}
    endings = [index for index in ended_by if not says_furniture(blocks[index].text)]
    body = [index for index in body if index not in aside]
    # Where the site's other pages tell the body, the lists around it say nothing of it.
    around = [entry for entry in entries if not frame.inside or set(entry.blocks) & set(frame.inside)]
    listed = len(around) >= 2 or (is_list and around)
    told = any(STATEMENT in blocks[index].places for index in body)
    if listed and not told and _is_beside_list(blocks, body, len(around), frame.title_text or ""):
        # A list page's own lines: pager, counters, a word of explanation.
        body = []
    taken = set(body) | apart | in_lines | set(continued) | set(endings)
    outside = [index for index in range(len(blocks)) if index not in taken]
    datelines = find_datelines(page, guide.learnt)
    dated = _date_before_title(blocks, frame, set(outside) - datelines)
    furniture = find_furniture(page, [index for index in outside if index not in dated], guide, datelines)
    return Layout(
        frame,
        furniture,
        tuple(entries),
        tuple(lines),
        tuple(continued),
        tuple(endings),
        dated,
        tuple(body),
        (*outside, *sorted(left_out)),
        ended_by,
    )


def _parted(indices: list[int], frame: Frame) -> list[list[int]]:
    """The blocks before, in and behind the element where the site has its bodies: no list runs from one into the other."""
    if not frame.inside:
        return [indices]
    first, last = frame.inside[0], frame.inside[-1]
    parts = (
        [i for i in indices if i < first],
        [i for i in indices if first <= i <= last],
        [i for i in indices if i > last],
    )
    return [part for part in parts if part]


def _is_beside_list(blocks: Sequence[Block], body: list[int], entries: int, title: str) -> bool:
    """Whether the few words of the body only stand around a list: no statement is that short unless its title says so."""
    own = [
        blocks[index]
        for index in body
        if not says_furniture(blocks[index].text) and not blocks[index].is_linked
    ]
    words = sum(len(block.text.split()) for block in own)
    if kinds_of(title) and any(len(block.text.split()) >= 8 for block in own):
        return False
    return words < (_LEAST_BESIDE_LIST if entries >= 3 else _LEAST_BESIDE_LIST // 2)


def _date_before_title(blocks: Sequence[Block], frame: Frame, outside: set[int]) -> tuple[int, ...]:
    """A date alone directly above the title is the statement's, unless it is all that stands above: then the page's own."""
    if not frame.title or not blocks[0].path:
        return ()
    first = frame.title[0]
    found = whole_date(blocks[first - 1].text) if first - 1 in outside else None
    if found and blocks[first - 1].text[found.span[1] :][:1].isdigit():
        # "15 June 203018:29": a time of day run together with the year is what programs print for an entry
        return (first - 1,)
    for index in range(first - 1, max(first - 3, 0), -1):
        if index in outside and whole_date(blocks[index].text):
            clocks = (clock_of(blocks[near].text) for near in range(index - 1, min(index + 3, len(blocks))))
            return () if any(clocks) else (index,)
    return ()


def _cut_at_list(body: list[int], in_entries: set[int]) -> list[int]:
    """The statement ends where the list below it begins; what follows the list is the site's."""
    inside = [index for index in body if index in in_entries]
    if not inside:
        return body
    before = [index for index in body if index < inside[0]]
    after = [index for index in body if index > inside[-1]]
    return before or (after if len(after) > len(inside) else [])


def _states(line: Line, blocks: Sequence[Block], body: list[int]) -> bool:
    """A metadata line inside the body stands at its beginning or end, is a definition, or a table's row."""
    first = line.blocks[0]
    if first not in set(body):
        return True
    if blocks[first].tag in ("dt", "th") or (len(line.blocks) > 1 and blocks[line.blocks[1]].gap == "cell"):
        return True
    if line.field == "other":
        return len(line.value) < 80 and line.label is not None and body.index(first) < 3
    if line.field == "speakers" and _SPOKEN.search(line.value):
        return False  # "SPEAKER: And the ferry.": somebody who is not named speaks
    position = body.index(first)
    return position < 12 or position >= len(body) - 4


def _endings(blocks: Sequence[Block], body: list[int], continued: set[int]) -> dict[int, str]:
    """The blocks behind the body's last words, from the last, each with its rule."""
    endings: dict[int, str] = {}
    for index in reversed(body):
        rule = "" if index in continued else _ending_rule(blocks[index])
        if rule:
            endings[index] = rule
        elif index not in continued:
            break
    return endings


def _ending_rule(block: Block) -> str:
    if _leads_elsewhere(block):
        return "ending.link"
    if AWAY.fullmatch(block.text[:120]):
        return "ending.leads_away"
    if is_end_line(block.text):
        return "ending.end_line"
    if says_furniture(block.text):
        return "ending.furniture"
    if is_contact_line(block.text):
        return "ending.contact"
    no_letters = len(block.text) < 4 and not any(map(str.isalnum, block.text))
    return "ending.no_letters" if no_letters else ""


def _leads_elsewhere(block: Block) -> bool:
    """Whether a short block is a link, or little beside one: a headline with its date."""
    linked = sum(link.span[1] - link.span[0] for link in block.links)
    return block.is_linked or (len(block.text) <= _SHORT_BANNER and 2 * linked >= len(block.text) > 0)


def _refusal(page: PageBlocks, layout: Layout, told: HeadTold) -> str:
    """The rule by which no statement is looked for in the body; empty where one is."""
    title = layout.frame.title_text or ""
    if (
        NOT_FOUND.search(title)
        and sum(len(page.blocks[index].text) for index in layout.body) < _LONGEST_EXCUSE
    ):
        return "other.not_found"
    named = is_statement_title(title) or (layout.frame.speaks and bool(kinds_of(title)))
    if told.types & _NEWS_TYPES and not FULL_TEXT.search(title) and not named:
        return "other.news"
    if told.types & _SITE_TYPES:
        return "other.site_page"
    words = sum(page.blocks[index].text.count(" ") + 1 for index in layout.body)
    enough = words >= _LEAST_WORDS or any(
        "\u3000" <= c <= "\u9fff" for index in layout.body for c in page.blocks[index].text
    )
    return "" if enough else "other.few_words"


def _listing_rule(page: PageBlocks, layout: Layout, told: HeadTold) -> str:
    """A page of notices; an article with a list of others beside it has more words of its own than they have."""
    if told.types & _LIST_TYPES:
        return "listing.declared" if layout.entries else ""
    own = sum(len(page.blocks[index].text) for index in layout.body)
    inside = layout.frame.inside
    entries = [entry for entry in layout.entries if not inside or set(entry.blocks) & set(inside)]
    listed = sum(len(page.blocks[index].text) for entry in entries for index in entry.blocks)
    return "listing.notices" if len(entries) >= 2 and own <= listed else ""


def _language(page: PageBlocks, layout: Layout, guide: Guide) -> tuple[str | None, str]:
    if told := guide.language():
        return told, "language.told"
    declared = page.head.language
    if (
        declared
        and declared[:3].lower() not in ("und", "mul", "zxx")
        and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][\w-]+)?", declared)
    ):
        return declared.replace("_", "-"), "language.declared"
    words = "\n".join(page.blocks[index].text for index in layout.body[:30]) or page.text[:4000]
    found = language_of(words)
    return found, "language.words" if found else "language.untold"


def _claims(page: PageBlocks, layout: Layout, composed: Sequence[Composed]) -> list[Claim]:
    blocks = page.blocks
    claims: list[Claim] = []
    for one in composed:
        claims.extend(one.claims)
    if len(composed) > 1:
        claims.extend(("title", one.title_span, "title.section") for one in composed if one.title_span)
    frame = layout.frame
    claims.extend(("title", blocks[index].span, TITLE_RULES[frame.title_from]) for index in frame.title)
    for line in layout.lines:
        claims.extend(("metadata", blocks[index].span, line.rule) for index in line.blocks)
    for entry in layout.entries:
        claims.extend(("notice", blocks[index].span, entry.rule) for index in entry.blocks)
    claims.extend(
        ("continuation", blocks[index].span, "continuation.announced") for index in layout.continued
    )
    claims.extend(("ending", blocks[index].span, layout.ended_by[index]) for index in layout.endings)
    claims.extend(
        ("metadata", blocks[index].span, "metadata.date_above_title") for index in layout.before_title
    )
    claims.extend(
        (name, blocks[index].span, f"furniture.{name}") for index, name in layout.furniture.named.items()
    )
    for index in layout.outside:
        name, rule = _place_name(blocks[index])
        if name:
            claims.append((name, blocks[index].span, rule))
    claims.extend(_list_headings(blocks, layout))
    claims.extend(_edges(blocks, layout))
    if not composed:
        claims.extend(("main_text", blocks[index].span, frame.body_from) for index in layout.body)
    return claims


def _list_headings(blocks: Sequence[Block], layout: Layout) -> list[Claim]:
    """The short line right before a list's first entry heads the list: "Upcoming events"."""
    outside = set(layout.outside)
    firsts = (entry.blocks[0] - 1 for entry in layout.entries)
    return [
        ("list_heading", blocks[index].span, "list_heading.before_entries")
        for index in firsts
        if index in outside and len(blocks[index].text) <= 80
    ]


def _edges(blocks: Sequence[Block], layout: Layout) -> list[Claim]:
    """In marked-up pages the short blocks before all else are the banner, those behind all else the footer."""
    held = [*layout.frame.title, *layout.body, *(index for entry in layout.entries for index in entry.blocks)]
    if not held:
        return []
    # In plain text only what stands behind a list is told from the statement.
    first = min(held) if blocks[0].path else 0
    last = max(held) if blocks[0].path or layout.entries else len(blocks)
    before: list[Claim] = [
        ("banner", blocks[i].span, "banner.before_all")
        for i in layout.outside
        if i < first and len(blocks[i].text) <= _SHORT_BANNER
    ]
    after: list[Claim] = [
        ("footer", blocks[i].span, "footer.behind_all")
        for i in layout.outside
        if i > last and len(blocks[i].text) <= _SHORT_FOOTER
    ]
    return before + after


def _place_name(block: Block) -> tuple[str, str]:
    """What a block outside the statement is, by its element or because it is all link; and the rule."""
    named = _name_of_places(block.places)
    return ("navigation", "navigation.all_link") if not named[0] and block.is_linked else named


@lru_cache(1024)
def _name_of_places(places: frozenset[str]) -> tuple[str, str]:
    return next(((name, rule) for place, name, rule in _PLACES if place in places), ("", ""))


def _page(
    page: PageBlocks,
    layout: Layout,
    composed: Sequence[Composed],
    told: HeadTold,
    language: str | None,
    kind: PageKind,
    regions: tuple[Region, ...],
    guide: Guide,
) -> Page:
    furniture = layout.furniture
    statement: Statement | None = composed[0].statement if len(composed) == 1 else None
    says = furniture.dated
    if says and furniture.clocks and (time := _time_of(furniture.clocks[0].time)):
        says = guide.with_offset(f"{says}T{time}")
    main_text = None if composed else "\n\n".join(page.blocks[index].text for index in layout.body) or None
    posted = statement.posted_on if statement else _first(told, "posted_on")
    updated = statement.updated_on if statement else _first(told, "updated_on")
    return Page(
        kind=kind,
        title=layout.frame.title_text or page.head.title,
        language=language,
        posted_on=posted,
        updated_on=updated,
        page_says_at=says,
        dateline=furniture.dateline,
        clocks=furniture.clocks,
        contacts=furniture.contacts,
        counters=furniture.counters,
        pager=furniture.pager,
        main_text=main_text,
        learnt=Learnt(guide.learnt.id, guide.learnt.captures)
        if guide.learnt and (layout.frame.inside or layout.frame.title_from == LEARNT_PLACE)
        else None,
        text=page.text,
        regions=regions,
        told=guide.told(),
    )


def _first(told: HeadTold, field: str) -> str | None:
    return told.dates[field][0].value if told.dates[field] else None


def _time_of(clock: str) -> str | None:
    match = re.fullmatch(r"(\d{1,2})[:.](\d{2})(?::\d{2})?\s*(?:([ap])\.?m\.?)?", clock, re.IGNORECASE)
    if not match:
        return None
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0) if match[3] else int(match[1])
    return f"{hour:02}:{match[2]}"
