"""All kinds of histories in all languages and forms: those of edits, of addresses, and of several addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import histories_copies
import histories_edits
import histories_fates
from histories_pages import PLACE
from histories_tell import KINDS, History, Teller

__all__ = ["histories", "histories_copies", "histories_edits", "histories_fates"]


def histories(words: dict[str, dict[str, Any]], forms: Sequence[str], wanted: str = "") -> Iterator[History]:
    """Yield each kind in each language and form that it may have."""
    codes = list(words)
    for name, kind in KINDS.items():
        if wanted not in name:
            continue
        for at, code in enumerate(codes):
            for form in forms:
                teller = Teller(words[code], form, words[codes[(at + 1) % len(codes)]])
                made = kind(teller)
                if made is not None:
                    yield History(name, code, form, tuple(_files(name, teller, made[0])), made[1])


def _files(name: str, tell: Teller, records: Sequence[bytes]) -> Iterator[tuple[bytes, str | None, str]]:
    """Yield what is added at once: an empty record parts two files."""
    if not records:
        for paragraphs in (tell.all, tell.with_("number")):
            page = tell.page(tell.shown(paragraphs))
            yield page.body, PLACE, ".txt" if page.media == "text/plain" else ".html"
        return
    file: list[bytes] = []
    for each in (*records, b""):
        if each:
            file.append(each)
        else:
            yield b"".join(file), None, ".warc"
            file = []
