"""The whole record in one form: all of its words, or as many as would be published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import WrongCall
from onrecord.publishing import (
    Profile,
    Terms,
    export_csv,
    export_jsonl,
    export_parquet,
    export_tei,
    read_profile,
    whole,
)
from onrecord.record import Record

FORMS = ("jsonl", "csv", "tei", "parquet")


def export_record(
    record: Record, form: str, published: bool, profile: str | Path | None
) -> Iterator[str] | Iterator[bytes]:
    """Return the record piece by piece; what is held at once is one statement, or a row group of Parquet."""
    chosen = Profile() if profile is None else read_profile(profile)
    terms = Terms(record.publish_of, chosen.otherwise if published else "full", record.is_own)
    every = (versions for _, versions in record.all_held())
    shown = ([terms.held(held)[0] for held in each] if published else each for each in every)
    level_of = terms.level_of if published else whole
    match form:
        case "jsonl":
            return export_jsonl(shown, record.tombstones(), terms.level_of if published else None)
        case "csv":
            return export_csv(shown, level_of)
        case "tei":
            return export_tei(shown, record.tombstones(), level_of)
        case "parquet":
            return export_parquet(shown, level_of)
    raise WrongCall(f"There is no export as {form!r} yet: take one of {', '.join(FORMS)}.")
