"""A page to its Reading: frame, furniture, lists, metadata, turns, head, regions, one after another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar
from urllib.parse import urljoin

from msgspec.structs import replace

from onrecord.model import (
    Capture,
    Evidence,
    Issue,
    Learnt,
    LearntSite,
    Page,
    PageKind,
    Place,
    Reading,
    Region,
    Span,
    Statement,
)
from onrecord.reading.claims import claim_regions
from onrecord.reading.frame.frame import LEARNT_PLACE, Frame
from onrecord.reading.frame.layout import Layout, lay_out
from onrecord.reading.nostatement.maintext import TRAFILATURA, place_main_text
from onrecord.reading.nostatement.pagedates import find_head_dates, find_page_dates
from onrecord.reading.nostatement.refusals import LIST_TYPES, listing_rule, refusal_rule
from onrecord.reading.nostatement.standins import StandIn, find_stand_in, is_cut_off, may_stand_in
from onrecord.reading.nostatement.undatedlists import with_undated
from onrecord.reading.page.alternates import alternates_of, canonical_of
from onrecord.reading.page.blocks import PageBlocks
from onrecord.reading.page.mediatypes import HTML_TYPES
from onrecord.reading.page.parse_html import parse_html
from onrecord.reading.page.parse_json import page_in_json
from onrecord.reading.page.parse_text import parse_text
from onrecord.reading.page.places import find_places
from onrecord.reading.page.regions import Claim, tile, unclassified
from onrecord.reading.page.shown import digest_shown
from onrecord.reading.page.stated import with_stated
from onrecord.reading.parts.pagehead import HeadTold, parse_head
from onrecord.reading.rules import Guide, puts_day_first, tells_american_time
from onrecord.reading.site.fitted import fitting
from onrecord.reading.site.reach import reach_of
from onrecord.reading.site.sketch import Sketch, sketch_page
from onrecord.reading.statement.alone import set_alone
from onrecord.reading.statement.body import Body
from onrecord.reading.statement.composing import Kept, compose_alone
from onrecord.reading.statement.official import sign_of_statement
from onrecord.reading.statement.sections import Section, find_sections
from onrecord.reading.statement.statement import Composed, compose_statement
from onrecord.reading.told import SourceRules
from onrecord.reading.turns.stated import is_stated
from onrecord.text import language_of

Shown = TypeVar("Shown")
"""What is held of a page that shows the same."""


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
    composed_of: bytes | None = None
    """A digest of what its statement was composed of."""


class PageRead(NamedTuple):
    """A Reading, and a digest of what its page shows; None where the page is read by more than that.

    `composed_of`: a digest of what its only statement was composed of, so that two of one digest have the same words.
    """

    reading: Reading
    digest: bytes | None
    composed_of: bytes | None = None


class _Statements(NamedTuple):
    """The statements of a page, with what each takes of it, and the rule by which there are some, or none."""

    composed: tuple[Composed, ...]
    rule: str
    composed_of: bytes | None = None


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
    page, written = _parsed(text, capture.media_type, guide)
    told_before = (*issues, *_markup_issues(text, page, capture))
    return _trace(text, page, capture, told_before, guide, written=written)


def read_again(
    text: str,
    capture: Capture,
    issues: Iterable[Issue] = (),
    rules: SourceRules | None = None,
    learnt: LearntSite | None = None,
    held: Callable[[bytes], Shown | None] = lambda _: None,
    kept: Kept | None = None,
) -> PageRead | Shown:
    """Return what `read_page` returns, with a digest by which other captures know that they show the same.

    `held` gives what is held of a capture with that digest, read by the same rules and what is learnt now: that is returned, and
    `captured_again` makes this one's Reading of it. `kept` has the statements that were composed before, for pages on which nothing but what stands around them changed.
    """
    guide = Guide(rules, learnt)
    page, written = _parsed(text, capture.media_type, guide)
    told_before = (*issues, *_markup_issues(text, page, capture))
    shown = _digest(page, capture, told_before, written=written)
    if shown is not None and (before := held(shown)) is not None:
        return before
    traced = _trace(text, page, capture, told_before, guide, kept, written=written)
    digest = None if guide.asked_when or _asks_markup(traced) else shown
    return PageRead(traced.reading, digest, traced.composed_of)


def _digest(page: PageBlocks, capture: Capture, issues: Sequence[Issue], *, written: bool) -> bytes | None:
    """A digest of all that a page is read by but time and place of its capture; None where these may say more."""
    if capture.url is None or capture.media_type not in HTML_TYPES or (capture.status or 200) >= 300:
        return None
    if any(issue.locator not in (None, capture.locator) for issue in issues):
        return None
    told = [(issue.code, issue.message, issue.severity, issue.locator is None) for issue in issues]
    return digest_shown(page, capture.url, capture.media_type, told, written)


def _asks_markup(traced: Traced) -> bool:
    """Whether a page was read by more of its markup than it shows: it stands in for another, or has no statement and no list."""
    reading = traced.reading
    return reading.page.kind == "other" or may_stand_in(traced.page, traced.layout.frame.title_text)


def captured_again(before: Reading, capture: Capture) -> Reading:
    """Return the Reading of a capture that shows the same as another."""
    issues = (
        each if each.locator is None else replace(each, locator=capture.locator) for each in before.issues
    )
    return replace(before, capture=capture, issues=tuple(issues))


def _trace(
    text: str, page: PageBlocks, capture: Capture, issues: Iterable[Issue], guide: Guide, kept: Kept | None = None, *,
    written: bool,
) -> Traced:  # fmt: skip
    guide.learnt = fitting(page, guide.learnt)
    found_issues: list[tuple[Issue, Span | None]] = [(issue, None) for issue in issues]
    told = parse_head(page.head, guide)
    declared = [str(one.value)[:10] for one in told.dates["posted_on"]]
    page, layout = lay_out(page, capture, guide, is_list=bool(told.types & LIST_TYPES), declared=declared)
    language, language_by = _language(page, layout, guide)
    guide.day_first = puts_day_first(language)
    guide.tells_month_first = partial(tells_american_time, language, page.text)
    instead = _stand_in(text, page, layout, capture)
    if instead is None:
        found = _compose(page, layout, told, language, capture, guide, kept)
    else:
        found = _Statements((), instead.rule)
        found_issues.append((instead.issue(capture), instead.span))
    composed = found.composed
    found_issues.extend(issue for one in composed for issue in one.issues)
    listing = "" if composed or instead else listing_rule(page, layout, told)
    if not (listing or composed or instead):
        as_list = with_undated(layout, page.blocks, capture.url)
        listing = listing_rule(page, as_list, told)
        layout = as_list if listing else layout
    kind: PageKind = "statement" if composed else "listing" if listing else "other"
    if kind == "other" and instead is None and capture.media_type in HTML_TYPES:
        layout, refused = place_main_text(text, page, layout)
        if refused:
            found_issues.append((_not_picked(refused, capture), None))
    claims = tile(page.text, claim_regions(page, layout, composed))
    regions = tuple([Region(name, span) for name, span, _ in claims])
    if instead is None and guide.misses_statement():
        issue = _misplaced(guide.rules.statement, capture, read=bool(composed))
        found_issues.append((issue, None))
    told_already = any(issue.severity == "error" for issue, _ in found_issues)
    if instead is None and not told_already and not page.text.strip():
        found_issues.append((Issue("no_text", "The page holds no text.", capture.locator, "error"), None))
    reading = Reading(
        capture=capture,
        page=_page(
            page,
            layout,
            composed,
            told,
            language,
            kind,
            regions,
            guide,
            capture.url or page.head.canonical,
            find_places(page) if written else (),
        ),
        statements=tuple(one.statement for one in composed),
        notices=() if instead else tuple(entry.notice for entry in layout.entries),
        issues=tuple(issue for issue, _ in found_issues),
        unclassified=unclassified(page.text, regions),
    )
    rule = listing or found.rule
    return Traced(reading, page, layout, composed, claims, rule, language_by, found_issues, found.composed_of)


def reach_page(
    text: str,
    capture: Capture,
    issues: Iterable[Issue] = (),
    rules: SourceRules | None = None,
    learnt: LearntSite | None = None,
) -> frozenset[int]:
    """Return what of the page anything learnt of its site can be about; asked like `read_page`."""
    page, _ = _parsed(text, capture.media_type, Guide(rules, learnt))
    return reach_of(page)


def draw_page(text: str, capture: Capture) -> Sketch | None:
    """Return what the page tells of its site; None where it is no markup, or has no address."""
    if capture.url is None or capture.media_type not in HTML_TYPES or (capture.status or 200) >= 300:
        return None
    page = parse_html(text)
    if find_stand_in(text, page, page.head.title, len(page.text), capture.status) is not None:
        return None  # what a site sends instead of its pages tells nothing of these
    return sketch_page(page, capture.url, capture.digest, capture.captured_at)


def _stand_in(text: str, page: PageBlocks, layout: Layout, capture: Capture) -> StandIn | None:
    own = sum([len(page.blocks[index].text) for index in layout.body])
    markup = text if capture.media_type in HTML_TYPES else ""
    return find_stand_in(markup, page, layout.frame.title_text, own, capture.status)


def _parsed(text: str, media_type: str, guide: Guide) -> tuple[PageBlocks, bool]:
    """The page's blocks, and whether we wrote its markup ourselves: only then it tells where its text was found."""
    # JSON may come under any name; what is no text or HTML by itself comes here as HTML.
    inside = page_in_json(text)
    if media_type == "text/plain" and inside is None:
        return parse_text(text), False
    page = parse_html(inside or text, guide.rules.statement, guide.rules.leave_out)
    if guide.rules.statement or guide.rules.leave_out:
        guide.note_places(page.blocks)
    if inside is None and media_type in HTML_TYPES:
        return page, False
    return with_stated(page), True


def _markup_issues(text: str, page: PageBlocks, capture: Capture) -> Iterator[Issue]:
    if page.cut:
        message = "The page's markup goes beyond what authors write (too deep, or a tag too long); its text is kept."
        yield Issue("nested_too_deep", message, capture.locator, "warning")
    if capture.media_type in HTML_TYPES and is_cut_off(text):
        message = "The page ends before its markup does: it was cut off; beside a whole capture it makes no version."
        yield Issue("page_cut", message, capture.locator, "warning")


def _not_picked(refused: str, capture: Capture) -> Issue:
    message = f"trafilatura {refused}; the main text was picked by onrecord's own rules."
    return Issue("main_text_by_rules", message, capture.locator, "note")


def _misplaced(selector: str | None, capture: Capture, *, read: bool) -> Issue:
    message = f"Nothing on the page stands in “{selector}”, as the source file tells; it was read by the general rules."
    return Issue("selector_unmatched", message, capture.locator, "warning" if read else "note")


def _compose(
    page: PageBlocks, layout: Layout, told: HeadTold, language: str | None, capture: Capture, guide: Guide,
    kept: Kept | None,
) -> _Statements:  # fmt: skip
    """The statements of a page: one for most pages, one a section where it holds several."""
    stated = is_stated(page.blocks, layout.body)
    if not stated and (refused := refusal_rule(page, layout, told)):
        return _Statements((), refused)
    sections = () if stated else find_sections(page, layout.frame, layout.body)
    whole = _body(page, layout, told, language, guide, capture.captured_at)
    if not sections:
        one, digest = compose_alone(set_alone(whole, layout), capture, kept)
        if sign := sign_of_statement(one.statement, whole, capture.url):
            return _Statements((one,), sign, digest)
        guide.decided -= {"name", "aliases"}  # they were told of a statement that there is not
        return _Statements((), "other.no_sign")
    composed = (
        compose_statement(
            _body_of(section, whole, layout),
            capture,
            urljoin(capture.url, section.target) if section.target and capture.url else None,
        )
        for section in sections
    )
    return _Statements(tuple(composed), "statement.sections")


def _body(
    page: PageBlocks,
    layout: Layout,
    told: HeadTold,
    language: str | None,
    guide: Guide,
    captured_at: str | None,
) -> Body:
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
        captured_at=captured_at,
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


def _page(
    page: PageBlocks,
    layout: Layout,
    composed: Sequence[Composed],
    told: HeadTold,
    language: str | None,
    kind: PageKind,
    regions: tuple[Region, ...],
    guide: Guide,
    address: str | None,
    places: tuple[Place, ...],
) -> Page:
    furniture = layout.furniture
    statement: Statement | None = composed[0].statement if len(composed) == 1 else None
    says = furniture.dated
    if says and furniture.clocks and (time := _time_of(furniture.clocks[0].time)):
        says = guide.with_offset(f"{says}T{time}")
    main_text = None if composed else "\n\n".join(page.blocks[index].text for index in layout.body) or None
    evidence: dict[str, tuple[Evidence, ...]] = {}
    if kind == "other":
        evidence = find_page_dates(layout, page.blocks, told, guide, address)
    elif not statement:
        evidence = find_head_dates(told)
    by_trafilatura = layout.frame.body_from == TRAFILATURA
    return Page(
        kind=kind,
        title=layout.frame.title_text or page.head.title,
        language=language,
        posted_on=statement.posted_on if statement else _chosen(evidence, "posted_on"),
        updated_on=statement.updated_on if statement else _chosen(evidence, "updated_on"),
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
        places=places,
        main_text_from=("trafilatura" if by_trafilatura else "rules") if main_text else None,
        evidence=evidence,
        alternates=alternates_of(page.head, address),
        canonical=canonical_of(page.head, address),
    )


def _chosen(evidence: Mapping[str, Sequence[Evidence]], field: str) -> str | None:
    return next((one.value for one in evidence.get(field, ()) if one.chosen), None)


def _time_of(clock: str) -> str | None:
    match = re.fullmatch(
        r"(\d{1,2})\s?[:.h时時]\s?(\d{2})(?::\d{2})?\s*(?:([ap])\.?m\.?|\D{1,4})?", clock, re.IGNORECASE
    )
    if not match:
        return None
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0) if match[3] else int(match[1])
    return f"{hour:02}:{match[2]}"
