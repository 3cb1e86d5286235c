"""The one data model: the same values in Python, in JSON, on the command line and in the API.

Absent values are None (null in JSON). `n` counts from 1. Spans are (start, end), half open, in Unicode code points
from 0: of `Page.text` in a Reading; of the turn's text in a citation, an edit, a direction. Dates are ISO 8601 strings.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Span = tuple[int, int]
Severity = Literal["error", "warning", "note"]
Role = Literal["official", "questioner", "chair", "interpreter", "narration"]
TextStatus = Literal["original", "official_translation", "interpreted", "unknown"]
PageKind = Literal["statement", "listing", "other"]
MainTextFrom = Literal["trafilatura", "rules"]

KINDS = (
    "interview", "news_conference", "answers_to_media", "briefing", "remarks", "speech", "lecture", "statement",
    "joint_statement", "comment", "article", "letter", "message", "congratulation", "condolence", "appeal",
    "announcement", "readout", "debate", "other",
)  # fmt: skip
"""What a statement may be; an occasion may be two of these at once."""

STATUSES = (
    "as_delivered", "as_prepared", "check_against_delivery", "rush", "provisional", "near_verbatim", "edited",
    "excerpt", "embargo", "on_background", "unofficial_translation",
)  # fmt: skip
"""What the source itself says about the state of a text."""

PART_GROUPS = {
    "turn": "words",
    "label": "label",
    "direction": "aside", "editorial": "aside",
    "title": "about", "opening": "about", "metadata": "about", "introduction": "about", "heading": "about",
    "continuation": "about", "ending": "about", "main_text": "main_text",
    "notice": "notice", "list_heading": "notice",
    "unclassified": "unclassified",
}  # fmt: skip
"""What the parts of a page are for, by name; what is not here is furniture."""


class Locator(msgspec.Struct, frozen=True):
    """Where captured bytes lie: a file, and a byte range in it as stored (compressed if the file is)."""

    file: str
    offset: int
    length: int


class Capture(msgspec.Struct, frozen=True):
    """One archived response.

    `digest` is the SHA-256 of the body with transfer and content codings undone. It proves that two captures hold
    the same bytes; it does not prove who sent them, nor when. `status` is the HTTP status that they were answered with, None
    where nobody tells; of a revisit that only says "not modified", the one of what it refers to.
    """

    url: str | None
    captured_at: str | None
    digest: str
    media_type: str
    locator: Locator
    status: int | None = None


class Clock(msgspec.Struct, frozen=True):
    """A place with its local time, as the page printed it."""

    place: str
    time: str


class Contact(msgspec.Struct, frozen=True):
    """A labelled phone or e-mail line of the page."""

    label: str | None
    value: str


class Counter(msgspec.Struct, frozen=True):
    """A line "N days have passed since …"; `since` is computed from the page's own date, else None."""

    days: int
    since: str | None
    text: str


class Learnt(msgspec.Struct, frozen=True):
    """What was learnt of the page's site and used to read it: its id, and from how many captures."""

    id: str
    captures: int


class LearntLayout(msgspec.Struct, frozen=True):
    """One layout of a site: how many pages showed it, from when to when; where the title stands, and what repeats in the body.

    Places are numbers that follow from the tags and classes around a block. `first` and `last` are times of capture.
    """

    pages: int
    first: str | None
    last: str | None
    titles: tuple[int, ...]
    furniture: tuple[int, ...]
    speaks: bool = False
    """Whether most of its titles name a kind of statement."""
    boxes: tuple[int, ...] = ()
    """Elements inside the body that the site fills: under the same line on page after page, with links to other pages."""
    lines: tuple[int, ...] = ()
    """Where the body stands in no element of its own: digests of the lines that page after page has around it."""
    pulled: tuple[int, ...] = ()
    """Places in the body whose blocks, or the quotations among them, repeat words of other blocks: sentences pulled out."""
    dates: tuple[int, ...] = ()
    """Places at the title that hold a date of the message: not the day of the capture on page after page."""
    named: bool = False
    """Whether the heads of most of its pages give each a title of its own."""
    prose: tuple[int, ...] = ()
    """Places that hold paragraphs of the body on some pages, whatever the site sets there on others."""


class LearntSite(msgspec.Struct, frozen=True):
    """What the captures of one site tell together; `layouts` by the place of the body.

    `id` follows from the captures it was learnt from; `captures` counts them, one for each address.
    `day_month_order` is the one that the site's dates in figures show, None where they do not.
    """

    id: str
    captures: int
    layouts: dict[int, LearntLayout]
    day_month_order: Literal["dmy", "mdy"] | None = None
    datelines: tuple[int, ...] = ()
    """Where the page's own date stands: lines outside the body whose day is that of the capture, page after page."""
    lines: tuple[int, ...] = ()
    """Digests of lines that pages share outside their bodies: where they stand in one, they have moved."""
    heads: tuple[int, ...] = ()
    """Digests of lines that open boxes with links to other messages outside the bodies."""
    leads: tuple[int, ...] = ()
    """Digests of what stands before a link at a block's end on several pages: "Read also:"."""


# `gc=False` where a page has hundreds: a frozen value is never part of a cycle, and need not be looked at for one.
class Region(msgspec.Struct, frozen=True, gc=False):
    """A named stretch of the page's text; the regions of a page cover each of its non-blank characters once."""

    name: str
    span: Span


class Place(msgspec.Struct, frozen=True):
    """Where in the bytes of what is no text or HTML by itself a stretch of its text stands: "page 3", an entry's id."""

    at: str
    span: Span


class Page(msgspec.Struct, frozen=True):
    """A capture decoded into text, and what the page says of itself; its dates are the source's claim.

    `main_text` is of a page without a statement, and `main_text_from` tells who picked it: trafilatura, or our own rules.
    `evidence` is of the days of such a page, or of one with several statements; a statement has its own.
    """

    kind: PageKind
    title: str | None
    language: str | None
    posted_on: str | None
    updated_on: str | None
    page_says_at: str | None
    dateline: str | None
    clocks: tuple[Clock, ...]
    contacts: tuple[Contact, ...]
    counters: tuple[Counter, ...]
    pager: str | None
    main_text: str | None
    learnt: Learnt | None
    text: str
    regions: tuple[Region, ...]
    told: tuple[str, ...] = ()
    """The keys of the source's file that decided something on this page."""
    places: tuple[Place, ...] = ()
    main_text_from: MainTextFrom | None = None
    evidence: dict[str, tuple[Evidence, ...]] = {}


class Aside(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a turn that is not the speaker's words: a direction, or the source's insertion."""

    span: Span
    text: str


class Turn(msgspec.Struct, frozen=True, gc=False):
    """One speaker's uninterrupted stretch; `text` is the page's text at `span`, without the label.

    Directions and editorial insertions stay in `text` at their spans, which count from the start of `text`.
    """

    n: int
    label: str | None
    speaker: str | None
    role: Role | None
    language: str | None
    text: str
    span: Span
    directions: tuple[Aside, ...] = ()
    editorial: tuple[Aside, ...] = ()


class Speaker(msgspec.Struct, frozen=True):
    """Somebody the page names as speaking, with the office it gives."""

    name: str
    office: str | None


class Part(msgspec.Struct, frozen=True):
    """The place of this piece in a statement published in pieces; `continues`: more was announced."""

    number: int | None
    continues: bool


class Evidence(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """One candidate value of a field: what it was read from, where, and whether it was chosen."""

    value: Any
    from_: str
    span: Span | None
    chosen: bool


CorrectedField = Literal["label", "speaker", "role", "given_on", "posted_on", "updated_on", "begins", "joins"]


class Correction(msgspec.Struct, frozen=True):
    """One thing that the keeper mended of what was read: `read` is the reader's value, `says` the keeper's.

    `turn` is None where it is of the whole statement. `begins`: a turn begins where none was read; `joins`: two turns are
    one. The captured bytes are as they were, and so is the version.
    """

    id: str
    field: CorrectedField
    turn: int | None
    read: Any
    says: Any
    by: str
    on: str
    why: str


class Removal(msgspec.Struct, frozen=True):
    """What was removed of a capture, as the law required: who did so, when, why, and the digest of the bytes that were there."""

    id: str
    by: str
    at: str
    why: str
    digest: str


class Statement(msgspec.Struct, frozen=True):
    """What an office put out about one occasion, as one capture shows it.

    That it was published as said is known; that it is true, or is what a recording would show, is not.
    """

    id: str
    kinds: tuple[str, ...]
    title: str | None
    given_on: str | None
    posted_on: str | None
    updated_on: str | None
    place: str | None
    occasion: str | None
    language: str | None
    source: str | None
    outlet: str | None
    speakers: tuple[Speaker, ...]
    status: tuple[str, ...]
    text_status: TextStatus
    part: Part | None
    turns: tuple[Turn, ...]
    evidence: dict[str, tuple[Evidence, ...]]
    corrections: tuple[Correction, ...] = ()
    """What the keeper mended, in the order of the turns; without it, all is as it was read."""
    removals: tuple[Removal, ...] = ()
    """Why passages are missing; where one stood, the text has five blocks (`█████`)."""


class Notice(msgspec.Struct, frozen=True):
    """An entry of a list that announces a statement or an event; `statement_id` once the record holds it."""

    kind: Literal["statement", "event"]
    posted_on: str | None
    title: str
    lead: str | None
    url: str | None
    statement_id: str | None = None


class Issue(msgspec.Struct, frozen=True):
    """Something wrong in the data, with its place."""

    code: str
    message: str
    locator: Locator | None
    severity: Severity


class Unclassified(msgspec.Struct, frozen=True):
    """What the reader could not name."""

    characters: int
    spans: tuple[Span, ...]


class Reading(msgspec.Struct, frozen=True):
    """All that was read from one capture."""

    capture: Capture
    page: Page
    statements: tuple[Statement, ...]
    notices: tuple[Notice, ...]
    issues: tuple[Issue, ...]
    unclassified: Unclassified


class Reason(msgspec.Struct, frozen=True):
    """Why a field has its value: the rule that decided, its evidence in words, and where that stands if it is one place.

    `rule` is a short stable name (docs/rules.md has all). `passed_over` are the values that others told and were not taken.
    """

    field: str
    value: Any
    rule: str
    evidence: str
    span: Span | None = None
    passed_over: tuple[Evidence, ...] = ()


class NamedPart(msgspec.Struct, frozen=True):
    """A part of a page's text, what it was taken for, and why; the parts of a page cover each non-blank character once.

    They are the page's regions, with directions and editorial insertions apart from the words of their turn; `statement` and
    `turn` are the n of those that a part belongs to, as words of the turn or as its label.
    """

    name: str
    span: Span
    rule: str
    evidence: str
    statement: int | None = None
    turn: int | None = None


class ExplainedTurn(msgspec.Struct, frozen=True):
    """Why a turn has its label (or none), its speaker (or nobody) and its role."""

    n: int
    label: Reason
    speaker: Reason
    role: Reason


class ExplainedStatement(msgspec.Struct, frozen=True):
    """Why each field of a statement has its value, and each turn its speaker."""

    id: str
    reasons: tuple[Reason, ...]
    turns: tuple[ExplainedTurn, ...]


class PlacedIssue(msgspec.Struct, frozen=True):
    """An issue of a Reading, and where in the page's text it is, if it is in one place."""

    issue: Issue
    span: Span | None


class Explanation(msgspec.Struct, frozen=True):
    """A Reading, and why each part of its page was read so.

    It tells what the reader went by. That it was right to go by it is not shown. `kind` is why the page is a statement, a
    listing or other; `statements` are in the order of the Reading's.
    """

    reading: Reading
    kind: Reason
    reasons: tuple[Reason, ...]
    statements: tuple[ExplainedStatement, ...]
    parts: tuple[NamedPart, ...]
    issues: tuple[PlacedIssue, ...]


class VersionSeen(msgspec.Struct, frozen=True):
    """One distinct text of a statement, and between which captures it was seen."""

    n: int
    digest: str
    first_seen: str | None
    last_seen: str | None
    addresses: tuple[str, ...]


class Witness(msgspec.Struct, frozen=True):
    """A capture that attests a version."""

    url: str | None
    captured_at: str | None
    relation: Literal["original", "mirror", "syndicated", "excerpt"]
    version: int
    digest: str


class Listed(msgspec.Struct, frozen=True):
    """A statement of the record as one line."""

    id: str
    kinds: tuple[str, ...]
    title: str | None
    source: str | None
    speakers: tuple[Speaker, ...]
    given_on: str | None
    posted_on: str | None
    language: str | None
    revised: bool
    versions: tuple[VersionSeen, ...]
    witnesses: tuple[Witness, ...]


class Held(msgspec.Struct, frozen=True):
    """One version of a statement of the record, with the capture it is shown from (its earliest witness)."""

    listed: Listed
    version: int
    statement: Statement
    capture: Capture


class AnnouncedNotice(msgspec.Struct, frozen=True):
    """A notice of the record and the list that showed it; held when `notice.statement_id` is set."""

    notice: Notice
    list_url: str | None
    source: str | None
    first_seen: str | None
    last_seen: str | None


class Hit(msgspec.Struct, frozen=True):
    """A turn that a search found; `spans` mark the hits inside `snippet`.

    `also_in` are statements that hold the same words from beginning to end, at other addresses, and would be hits as well.
    """

    statement: str
    version: int
    turn: int
    title: str | None
    speaker: str | None
    label: str | None
    role: Role | None
    source: str | None
    given_on: str | None
    posted_on: str | None
    url: str | None
    snippet: str
    spans: tuple[Span, ...]
    score: float
    also_in: tuple[str, ...] = ()


class Selector(msgspec.Struct, frozen=True):
    """W3C TextQuoteSelector: the words, and what stands before and after them in the turn."""

    exact: str
    prefix: str
    suffix: str


class Citation(msgspec.Struct, frozen=True):
    """The pointer to the words; it resolves by `selector` within the statement, the rest are hints."""

    statement: str
    version: int
    turn: int
    span: Span
    text: str
    url: str | None
    captured_at: str | None
    digest: str
    selector: Selector


EditKind = Literal["number", "name", "negation", "inserted", "dropped", "replaced", "order", "spelling"]


class Edit(msgspec.Struct, frozen=True):
    """One difference: `said` stands in the record at `span` of the cited turn, `quoted` in the quotation."""

    kind: EditKind
    said: str
    quoted: str
    span: Span


Wording = Literal["verbatim", "abridged", "altered", "reordered", "spliced", "too_short", "not_found"]
Attribution = Literal["matches", "other_speaker", "questioner", "quoted_by_speaker", "unstated"]
DateVerdict = Literal["matches", "other_date", "unstated"]
VersionVerdict = Literal["current", "superseded", "withdrawn"]


class Basis(msgspec.Struct, frozen=True):
    """What the verdict rests on; the record has not been compared with any recording."""

    text_status: TextStatus
    with_recording: bool = False


class Omission(msgspec.Struct, frozen=True):
    """What a quotation leaves out, in full: at a mark of its own, or of the source's own insertions."""

    text: str
    turn: int
    span: Span
    negation: bool


class Insertion(msgspec.Struct, frozen=True):
    """What the quoter put in brackets, as quoted: "[not]", "talk[s]"; `span` is of the words it stands for, or empty.

    `negation`: it brings in a negation, or takes one away.
    """

    text: str
    turn: int
    span: Span
    negation: bool


class Searched(msgspec.Struct, frozen=True):
    """What was looked through; `from` and `to` are the earliest and latest dates of those statements."""

    statements: int
    versions: int
    turns: int
    from_: str | None = msgspec.field(name="from")
    to: str | None


class Verdict(msgspec.Struct, frozen=True):
    """How a quotation stands to what was published, on four axes judged apart.

    `compared` is what stands in quotation marks, where the quotation was given with words around them that are not the
    speaker's; null where all of it was compared. `passed_over` are the source's own insertions in square brackets, amid the
    words quoted or right behind them, that the quotation leaves out.
    """

    quotation: str
    compared: str | None
    wording: Wording
    attribution: Attribution
    date: DateVerdict
    version: VersionVerdict | None
    basis: Basis
    citation: Citation | None
    edits: tuple[Edit, ...]
    omitted: tuple[Omission, ...]
    inserted: tuple[Insertion, ...]
    parts: tuple[Citation, ...]
    alternatives: tuple[Citation, ...]
    searched: Searched
    summary: str
    passed_over: tuple[Omission, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """What the keeper mended of the turn or the statement that is cited."""


class Added(msgspec.Struct, frozen=True):
    """What `add` did: captures new and seen before, statements new, issues met.

    `waiting` counts the revisits that were given and whose page the archive does not hold: kept, and not read yet.
    `not_taken` counts what was given and could not be kept; an issue tells of each.
    """

    new: int
    seen_before: int
    not_readable: int
    statements: int
    new_statements: int
    issues: tuple[Issue, ...]
    waiting: int = 0
    not_taken: int = 0
