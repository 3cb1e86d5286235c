"""What an office put out about one occasion: its turns, speakers and what the keeper mended in it."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from onrecord.model.capture import Span

Role = Literal["official", "questioner", "chair", "interpreter", "narration"]
TextStatus = Literal["original", "official_translation", "interpreted", "unknown"]

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
