"""Sentences that a quotation runs into one: “I do not believe that. A harbour is …” quoted as “I do not believe that a harbour is …”."""

from __future__ import annotations

import re

from onrecord.text import match_form

_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[^\W\d_])")


def sentence_run_on(quotation: str, said: str) -> str | None:
    """Return the sentence on record behind which the quotation goes on, with the same words, in small letters and without any mark."""
    ends = [match.end() for match in _END.finditer(said) if said[match.end()].isupper()]
    if not ends:
        return None
    there, here = match_form(said), match_form(quotation)
    if there.words != here.words:
        return None
    begins = {start: number for number, (start, _) in enumerate(there.spans)}
    for at, end in enumerate(ends):
        number = begins.get(end, 0)
        if not number:
            continue
        start = here.spans[number][0]
        between = quotation[here.spans[number - 1][1] : start]
        if not between.strip() and quotation[start].islower():
            return said[ends[at - 1] if at else 0 : end].strip()
    return None
