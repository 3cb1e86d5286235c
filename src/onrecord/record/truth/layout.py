"""Where the files of an archive lie."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Layout(NamedTuple):
    """The paths of one archive folder; names inside the ledger are relative to `folder`."""

    folder: Path

    @property
    def captures(self) -> Path:
        """Return the folder of the WARC files (truth)."""
        return self.folder / "captures"

    @property
    def ledger(self) -> Path:
        """Return the file with one JSON line per event (truth)."""
        return self.folder / "ledger.jsonl"

    @property
    def sources(self) -> Path:
        """Return the folder of what the owner decided about sources (truth)."""
        return self.folder / "sources"

    @property
    def corrections(self) -> Path:
        """Return the folder of what the owner corrected (truth)."""
        return self.folder / "corrections"

    @property
    def drafts(self) -> Path:
        """Return the folder of messages that the keeper writes."""
        return self.folder / "drafts"

    @property
    def tables(self) -> Path:
        """Return the SQLite file of the derived tables."""
        return self.folder / "record.sqlite"

    @property
    def search(self) -> Path:
        """Return the folder of the derived full-text index."""
        return self.folder / "search"

    @property
    def quotes(self) -> Path:
        """Return the folder of the derived index of quotations."""
        return self.folder / "quotes"

    @property
    def published(self) -> Path:
        """Return the folder of what is noted of published sites (derived)."""
        return self.folder / "published"

    @property
    def lock(self) -> Path:
        """Return the file whose lock admits one writer at a time."""
        return self.folder / "lock"

    def names(self) -> frozenset[str]:
        """Return the names that an archive folder may hold before its ledger has a first line.

        Also the profile of its site and the marker of a demo, which may be written first.
        """
        return frozenset(
            {"captures", "ledger.jsonl", "sources", "corrections", "drafts", "lock", "site.toml", "demo.json"}
        )
