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
from onrecord.text import other_characters

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.record.tables.stretches import VersionFacts
    from onrecord.search import Index, QuotationIndex, Stretch


_NEARNESS = ("verbatim", "abridged", "altered", "reordered", "spliced", "too_short", "not_found")


def check_in_any_characters(
    check: Callable[[str, str | None], Verdict], quotation: str, speaker: str | None
) -> Verdict:
    """Return the verdict on a quotation; on it in the other Chinese characters where it stands nearer to the record in these.

    The verdict says so, and has the quotation as it was given.
    """
    verdict = check(quotation, speaker)
    if verdict.wording in ("verbatim", "abridged"):
        return verdict
    for name, convert in other_characters(quotation):
        other = check(convert(quotation), speaker)
        if speaker is not None and other.attribution != "matches":
            # A character of a name may stay as it is: both writings of it are tried.
            renamed = check(convert(quotation), convert(speaker))
            other = renamed if renamed.attribution == "matches" else other
        if _farness(other) < _farness(verdict):
            told = f"{other.summary.removesuffix('.')}; the quotation was compared in {name} characters."
            verdict = msgspec.structs.replace(other, quotation=quotation, summary=told)
    return verdict


def _farness(verdict: Verdict) -> tuple[int, int]:
    return _NEARNESS.index(verdict.wording), len(verdict.edits)


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
    counted = searched()
    with record.in_one_state():
        facts = cache(record.facts)
        found = [Offer(each.held, partial(read_candidate, record, facts, each)) for each in sought.stretches]
        verdict = judge(
            quotation,
            found,
            counted,
            speaker=speaker,
            date=date,
            rarity=sought.rarity,
            gone=partial(is_gone, record),
            more=sought.more,
        )
        return _with_facts(record, facts, verdict)


def _with_facts(record: Record, facts: Callable[[str, int], VersionFacts], verdict: Verdict) -> Verdict:
    """Return the verdict with what the record knows of the version that it cites: corrections, and how it came."""
    cited = verdict.citation
    if cited is None:
        return verdict
    corrections = facts(cited.statement, cited.version).statement.corrections
    mended = tuple(each for each in corrections if each.turn in (None, cited.turn))
    came, own = record.messages.came(cited.statement, cited.version)
    basis = msgspec.structs.replace(verdict.basis, came=came, own=own)
    return msgspec.structs.replace(verdict, corrections=mended, basis=basis)


def read_candidate(
    record: Record, facts: Callable[[str, int], VersionFacts], stretch: Stretch
) -> Candidate | None:
    """Return what the record holds of the stretch, without the page that it stands in; None where it is gone by now."""
    statement, version, excerpt, _ = stretch
    try:
        told = facts(statement, version)
    except NotFound:
        return None
    # Whether a turn is the interpreter's words is told from how the others are marked.
    every = told.statement.text_status == "interpreted"
    reach = (1, None) if every else (excerpt.first_turn + 1, excerpt.last_turn + 1)
    turns = record.turns(statement, version, *reach)
    shown = msgspec.structs.replace(told.statement, turns=turns)
    return Candidate(shown, version, told.capture, told.current, excerpt=excerpt, copied=told.copied)
