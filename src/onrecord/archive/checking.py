"""How a quotation stands to a record: where it may stand is sought in the indexes, and judged from the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import TYPE_CHECKING

import msgspec

from onrecord.archive.revisions import is_gone
from onrecord.errors import NotFound
from onrecord.model import Searched, Verdict
from onrecord.quoting import Candidate, Offer, judge, parse_date_claim, sought_forms

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.search import Index, QuotationIndex, Stretch


def check_quotation(
    record: Record,
    quotations: Callable[[], QuotationIndex],
    full_text: Callable[[], Index],
    searched: Callable[[], Searched],
    quotation: str,
    speaker: str | None,
    date: str | None,
) -> Verdict:
    """Return the verdict on a quotation; both indexes come level with the record, `full_text` only where many places are equal.

    WrongCall, before anything is looked for, for a quotation, speaker or date that is none.
    """
    claimed = parse_date_claim(date) if date is not None else None
    forms = sought_forms(quotation)

    def preferred(words: Iterable[str]) -> frozenset[str]:
        from onrecord.search import claim_filters

        claims = claim_filters(speaker, claimed)
        return full_text().holders(tuple(words), claims) if claims else frozenset()

    sought = quotations().seeker.seek(forms, preferred)
    found = offer_candidates(record, sought.stretches)
    gone = partial(is_gone, record)
    verdict = judge(quotation, found, searched(), speaker=speaker, date=date, rarity=sought.rarity, gone=gone)
    cited = verdict.citation
    if cited is None:
        return verdict
    corrections = record.facts(cited.statement, cited.version).statement.corrections
    mended = tuple(each for each in corrections if each.turn in (None, cited.turn))
    came, own = record.messages.came(cited.statement, cited.version)
    basis = msgspec.structs.replace(verdict.basis, came=came, own=own)
    return msgspec.structs.replace(verdict, corrections=mended, basis=basis)


def offer_candidates(record: Record, stretches: Iterable[Stretch]) -> list[Offer]:
    """Return what the record holds of each stretch, read when it is asked for, without the page that it stands in."""
    facts_once = cache(record.facts)

    def read(stretch: Stretch) -> Candidate | None:
        excerpt = stretch.excerpt
        try:
            facts = facts_once(stretch.statement, stretch.version)
        except NotFound:  # gone since it was indexed
            return None
        # Whether a turn is the interpreter's words is told from how the others are marked.
        every = facts.statement.text_status == "interpreted"
        reach = (1, None) if every else (excerpt.first_turn + 1, excerpt.last_turn + 1)
        turns = record.turns(stretch.statement, stretch.version, *reach)
        shown = msgspec.structs.replace(facts.statement, turns=turns)
        return Candidate(
            shown, stretch.version, facts.capture, facts.current, excerpt=excerpt, copied=facts.copied
        )

    return [Offer(stretch.held, partial(read, stretch)) for stretch in stretches]
