"""One archived response, and where its bytes lie."""

from __future__ import annotations

import msgspec

Span = tuple[int, int]


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
