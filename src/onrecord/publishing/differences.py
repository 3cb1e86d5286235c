"""How a quotation differs from the record, in words for people: the same on a served page and in a reviewed article."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Verdict
from onrecord.text import visible


def tell_differences(verdict: Verdict) -> Iterator[tuple[str, str]]:
    """Yield what each difference is called, and what it is; unseen characters are made visible."""
    for edit in verdict.edits:
        said, quoted = (f"“{visible(words)}”" if words else "nothing" for words in (edit.said, edit.quoted))
        yield "differs", f"on record {said}, quoted {quoted} ({edit.kind})"
    for put in verdict.inserted:
        yield "inserted", f"“{visible(put.text)}”" + (" (changes a negation)" if put.negation else "")
    for gap in verdict.omitted:
        yield "left out", f"“{visible(gap.text)}”" + (" (holds a negation)" if gap.negation else "")
