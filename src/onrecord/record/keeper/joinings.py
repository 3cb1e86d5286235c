"""What the keeper says of statements that are one, or are not: one table of a file of corrections."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any, NamedTuple

from onrecord.witnessing import Decided

TABLES = ("joined", "apart")
"""The tables of a file of corrections that tell it."""


class Joining(NamedTuple):
    """Two statements that are one (`joined`), or of which the first is not the second, whatever their texts are like."""

    id: str
    statement: str
    other: str
    joined: bool
    by: str
    on: str
    why: str
    file: str

    @property
    def table(self) -> str:
        """Return the name of its table in a file."""
        return "joined" if self.joined else "apart"

    @property
    def values(self) -> dict[str, Any]:
        """Return it as the values of its table, in the order in which they are written."""
        return {key: getattr(self, key) for key in ("id", "statement", "other", "by", "on", "why")}

    @property
    def meaning(self) -> str:
        """Return a digest of what it says; the file it stands in does not count."""
        return f"sha256:{hashlib.sha256(json.dumps([self.table, self.values]).encode()).hexdigest()}"

    @property
    def decided(self) -> Decided:
        """Return what follows from it."""
        return Decided(self.statement, self.other, self.joined)


def mint_joining(statement: str, other: str, *, joined: bool) -> str:
    """Return the id of a decision: the same for the same statements."""
    digest = hashlib.sha256(json.dumps([statement, other, joined]).encode()).digest()
    return "j" + base64.b32encode(digest).decode().lower()[:11]
