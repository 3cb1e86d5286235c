"""The events of a ledger: what each of its lines tells."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model import Locator


class ArchiveBegun(msgspec.Struct, frozen=True, tag_field="event", tag="archive"):
    """The first line of a ledger."""

    format: int
    created_at: str


class FileBegun(msgspec.Struct, frozen=True, tag_field="event", tag="warc"):
    """What stands in a WARC file before its first capture, and the SHA-256 of those bytes as stored."""

    locator: Locator
    stored: str


class CaptureKept(msgspec.Struct, frozen=True, tag_field="event", tag="capture"):
    """A capture acknowledged: its WARC was synced before this line was written.

    `charset` is what the HTTP header declared. `stored` is the SHA-256 of the record's bytes as stored. `body` tells
    where the body lies when this record is a revisit of one already kept. `names` are those that its source gave it,
    beside address and time, by which a revisit may refer to it. `status` is that of HTTP, None where nobody tells it.
    """

    url: str | None
    captured_at: str | None
    digest: str
    media_type: str
    charset: str | None
    locator: Locator
    stored: str
    body: Locator | None
    added_at: str
    names: tuple[str, ...] = ()
    status: int | None = None


class NamesKept(msgspec.Struct, frozen=True, tag_field="event", tag="names"):
    """Further names of a capture that came once more, from a file that calls it otherwise."""

    url: str | None
    captured_at: str | None
    digest: str
    names: tuple[str, ...]


class RevisitKept(msgspec.Struct, frozen=True, tag_field="event", tag="revisit"):
    """A revisit acknowledged whose page is not kept yet; once it is, the revisit is acknowledged as a capture, too.

    `media_type` and `charset` are what its own HTTP header declared, `refers_to` the names of what it is the same as.
    """

    url: str | None
    captured_at: str | None
    media_type: str | None
    charset: str | None
    names: tuple[str, ...]
    refers_to: tuple[str, ...]
    locator: Locator
    stored: str
    added_at: str


class RequestKept(msgspec.Struct, frozen=True, tag_field="event", tag="request"):
    """The request of a fetched capture, which stands right before that in the WARC."""

    url: str | None
    captured_at: str | None
    locator: Locator
    stored: str


class StatementMinted(msgspec.Struct, frozen=True, tag_field="event", tag="statement", omit_defaults=True):
    """An identity given for ever: the address (else the digest) of the page it was first read from, and its place.

    `page` is the id that the page gives, where that had shown another statement before.
    """

    id: str
    url: str | None
    digest: str
    n: int
    page: str | None = None


class StatementJoined(msgspec.Struct, frozen=True, tag_field="event", tag="joined"):
    """Two identities found to be of one statement: whoever asks for `id` is answered with `statement`."""

    id: str
    statement: str


class StatementSplit(msgspec.Struct, frozen=True, tag_field="event", tag="split"):
    """An identity that had been joined with the statement, and is one of its own again."""

    id: str
    statement: str


class CaptureAgain(msgspec.Struct, frozen=True, tag_field="event", tag="again"):
    """A capture whose record was lost or damaged, kept once more: what was at `instead_of` is at `locator` from now on."""

    instead_of: Locator
    locator: Locator
    stored: str
    added_at: str


class CorrectionKept(msgspec.Struct, frozen=True, tag_field="event", tag="correction"):
    """A correction taken up, or changed: its words stand in its file, here a digest of what they say."""

    id: str
    statement: str
    file: str
    meaning: str
    by: str
    on: str


class CorrectionUndone(msgspec.Struct, frozen=True, tag_field="event", tag="undone"):
    """A correction that its keeper took back, or that a redaction removed."""

    id: str
    by: str
    on: str


class SourceTold(msgspec.Struct, frozen=True, tag_field="event", tag="source"):
    """What a source file tells, taken up or changed: a digest of it."""

    name: str
    file: str
    meaning: str


class Instead(msgspec.Struct, frozen=True):
    """What is kept of a capture that a passage was removed of: the rest, as a record of its own."""

    digest: str
    locator: Locator
    stored: str
    body: Locator | None
    charset: str | None


class Redacted(msgspec.Struct, frozen=True):
    """A record that was removed: where it was, digests of it, and the digest of what stands in its place since."""

    locator: Locator
    url: str | None
    captured_at: str | None
    digest: str
    stored: str
    filled: str
    instead: Instead | None


class RedactionBegun(msgspec.Struct, frozen=True, tag_field="event", tag="redaction"):
    """A removal that the law requires, written before anything is removed, so that whoever is killed is made good.

    `statements` are those that no capture shows any more, `corrections` those that go because they quote the words.
    `still` names files that are not onrecord's to change, in which the words stand or may stand.
    """

    id: str
    by: str
    on: str
    why: str
    reach: Literal["capture", "passage"]
    removed: tuple[Redacted, ...]
    statements: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    still: tuple[str, ...] = ()


class RedactionDone(msgspec.Struct, frozen=True, tag_field="event", tag="redacted"):
    """All bytes of a removal are gone."""

    id: str


class MessageReleased(msgspec.Struct, frozen=True, tag_field="event", tag="release"):
    """A message of the keeper's own, released by its second person; its very bytes lie at `locator`.

    Nobody may see it before `out_from`. It is no capture yet: that it has come out is an event of its own. `note` is what
    the public is told of a correction.
    """

    name: str
    statement: str
    url: str
    digest: str
    written_by: str
    released_by: str
    released_at: str
    out_from: str | None
    note: str | None
    locator: Locator
    stored: str

    @property
    def captured_at(self) -> str:
        """Return the time of its record."""
        return self.released_at


class MessageOut(msgspec.Struct, frozen=True, tag_field="event", tag="out"):
    """A released message came out; the line behind this acknowledges it as a capture of that time."""

    statement: str
    url: str
    digest: str
    on: str


class MessageWithdrawn(msgspec.Struct, frozen=True, tag_field="event", tag="withdrawn"):
    """A message that its keeper took back: by whom, when, and why."""

    statement: str
    url: str
    by: str
    on: str
    why: str


Message = MessageReleased | MessageOut | MessageWithdrawn
"""What the keeper decided of messages of his own."""

Decision = CaptureAgain | CorrectionKept | CorrectionUndone | SourceTold | RedactionBegun | RedactionDone
"""What the keeper decided, and what became of captures after they were acknowledged."""

Event = (
    ArchiveBegun
    | FileBegun
    | CaptureKept
    | NamesKept
    | RevisitKept
    | RequestKept
    | StatementMinted
    | StatementJoined
    | StatementSplit
    | Decision
    | Message
)
