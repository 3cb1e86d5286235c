"""An invented record held in memory, for citing: pages of text whose turns are told by their offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.errors import NotFound
from onrecord.model import (
    Capture,
    Held,
    Listed,
    Locator,
    Page,
    Reading,
    Span,
    Speaker,
    Statement,
    Turn,
    Unclassified,
    VersionSeen,
)

URL = "https://harbours.example/news/7"
DIGEST = "sha256:" + "5c" * 32


class CitedRecord:
    """A record of one statement; each text is a version of it, with its turns at the spans."""

    def __init__(
        self, *versions: tuple[str, Sequence[Span]], id_: str = "sharbourstatement", url: str = URL
    ) -> None:
        self.id = id_
        self.url = url
        self._versions = list(versions)

    def held(self, id_: str, version: int | None = None) -> Held:
        """Return a version, the latest where none is named."""
        if not self.id.startswith(id_):
            raise NotFound(f"There is no statement {id_!r} in this archive.")
        return self.versions(self.id)[(version or len(self._versions)) - 1]

    def versions(self, id_: str) -> list[Held]:
        """Return all versions."""
        return [self._held(n, text, spans) for n, (text, spans) in enumerate(self._versions, 1)]

    def page(self, id_: str, version: int | None = None) -> Reading:
        """Return the Reading of a version."""
        n = version or len(self._versions)
        text = self._versions[n - 1][0]
        nothing: Any = None
        page = Page(
            "statement", None, "en", None, None, None, None, (), (), (), None, None, nothing, text, ()
        )
        return Reading(self._capture(n), page, (), (), (), Unclassified(0, ()))

    def statements_at(self, url: str) -> list[str]:
        """Return the statement where the address is its own."""
        return [self.id] if url == self.url else []

    def _capture(self, n: int) -> Capture:
        return Capture(
            self.url, f"2031-05-{n:02d}T08:00:00Z", DIGEST, "text/html", Locator("a.warc.gz", 0, 9)
        )

    def _held(self, n: int, text: str, spans: Iterable[Span]) -> Held:
        turns = tuple(
            Turn(i, None, "Ada Verne", "official", "en", text[start:end], (start, end))
            for i, (start, end) in enumerate(spans, 1)
        )
        statement = Statement(
            self.id, ("interview",), "Ada Verne’s interview", "2031-04-30", "2031-05-01", None, "Tarn", None, "en",
            "harbours.example", None, (Speaker("Ada Verne", "Minister of Harbours"),), (), "unknown", None, turns, {},
        )  # fmt: skip
        seen = tuple(
            VersionSeen(i, f"sha256:{i:064d}", f"2031-05-{i:02d}T08:00:00Z", None, (self.url,))
            for i in range(1, len(self._versions) + 1)
        )
        listed = Listed(
            self.id, ("interview",), statement.title, "harbours.example", statement.speakers, "2031-04-30", "2031-05-01",
            "en", len(seen) > 1, seen, (),
        )  # fmt: skip
        return Held(listed, n, statement, self._capture(n))


def paragraphs(*texts: str) -> tuple[str, list[Span]]:
    """Return the texts as one page, each a turn."""
    spans, at = [], 0
    for text in texts:
        spans.append((at, at + len(text)))
        at += len(text) + 2
    return "\n\n".join(texts), spans
