"""How a quotation stands to what was published."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.capture import Span
from onrecord.model.listed import Came
from onrecord.model.statement import Correction, TextStatus


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
    """What the verdict rests on; the record has not been compared with any recording.

    `came` tells how the page that is cited came, `own` that it is a message of the keeper's; None without a citation.
    """

    text_status: TextStatus
    with_recording: bool = False
    came: Came | None = None
    own: bool | None = None


class Omission(msgspec.Struct, frozen=True):
    """What a quotation leaves out, in full: at a mark of its own, of the source's own insertions, or of the sentence around it."""

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
    words quoted or right behind them, that the quotation leaves out. `cut_off` is what the sentence on record has before the
    words quoted, or behind them, where that holds a negation: the words stand so, and the sentence may deny them.
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
    cut_off: tuple[Omission, ...] = ()
