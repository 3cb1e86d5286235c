"""What the keeper's file tells of a source, as a value; apart from the reader, which takes long to load."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from typing import Literal, NamedTuple

from onrecord.model import Speaker


class SourceRules(NamedTuple):
    """What is told of one source; each field overrides one thing, and None or nothing overrides none.

    `aliases` give the speaker of a label or name as printed; `time_zone` is the one the source writes its times in.
    """

    name: str | None = None
    language: str | None = None
    time_zone: tzinfo | None = None
    day_month_order: Literal["dmy", "mdy"] | None = None
    statement: str | None = None
    leave_out: tuple[str, ...] = ()
    aliases: Mapping[str, Speaker] = {}
