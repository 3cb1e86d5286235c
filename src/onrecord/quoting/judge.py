"""The verdict on a quotation: the best place among the candidates, judged on four axes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from onrecord.model import (
    Attribution,
    Basis,
    Citation,
    DateVerdict,
    Searched,
    Turn,
    Verdict,
    VersionVerdict,
    Wording,
)
from onrecord.quoting.attribution import is_quoted, judge_attribution, parse_speaker_claim
from onrecord.quoting.basis import text_status_of
from onrecord.quoting.bench import Bench
from onrecord.quoting.bits import word_size
from onrecord.quoting.candidate import Candidate, Place, cite_part, cite_place, part_span
from onrecord.quoting.cut_off import cut_off
from onrecord.quoting.dates import judge_date, parse_date_claim
from onrecord.quoting.leaf import Leaf, Offer
from onrecord.quoting.quotation import Quotation, parse_enclosed, parse_quotation
from onrecord.quoting.ranking import found_places, nearest_places, rank_places
from onrecord.quoting.rarity import Rarity
from onrecord.quoting.runs_on import sentence_run_on
from onrecord.quoting.summary import Found, summarise_found, summarise_undecided

MOST_ALTERNATIVES = 20
"""The most equally good places a verdict lists; its summary says how many there are."""

_TOO_FEW = 3
_FEW = 5
_COULD_TELL = 9
_MOST_CLOSE = 5
# Of equally good places those come first that agree best with the claimed speaker.
_AGREEMENT: tuple[Attribution, ...] = (
    "matches",
    "quoted_by_speaker",
    "unstated",
    "questioner",
    "other_speaker",
)
# What the claim is contradicted by most: another day is a slip, another speaker is not.
_OTHER_DATE, _OTHER_SPEAKER = len(_AGREEMENT), 2 * len(_AGREEMENT)
_CONTRADICTING = ("questioner", "other_speaker")
_GRAVEST: tuple[Attribution, ...] = ("questioner", "other_speaker", "unstated", "matches")


class _Claims(NamedTuple):
    speaker: str | None
    date: str | None


def judge(
    quotation: str,
    candidates: Iterable[Candidate | Offer],
    searched: Searched,
    *,
    speaker: str | None = None,
    date: str | None = None,
    rarity: Rarity | None = None,
    gone: Callable[[str], bool] = lambda _: False,
    more: bool = False,
) -> Verdict:
    """Return how the quotation stands to the candidates; what was stated of speaker and date is judged, no more.

    Those that are offered are read as far as they may be the place; they come in the order in which they are likely.
    `rarity` is that of words in all that was searched for the candidates; without it, it is told from them. `gone` tells of
    a statement by its id whether it is gone at its source; it is asked for the one that is cited. `more`: the words stand in a row
    in more places than the candidates have.

    A verdict holds for the candidates given, and for the published text: no recording was compared.
    Raises WrongCall for a quotation or speaker without words and for a date that is none.
    """
    claims = _Claims(
        None if speaker is None else parse_speaker_claim(speaker),
        None if date is None else parse_date_claim(date),
    )
    leaves = [Leaf(each) for each in candidates]
    whole = _sought(Bench(parse_quotation(quotation), leaves, rarity), claims)
    enclosed = parse_enclosed(quotation)
    marked = None
    if enclosed is not None and whole.wording not in ("verbatim", "abridged"):
        marked = _sought(Bench(enclosed, leaves, rarity), claims)
    if marked is None or _is_one_sentence(whole, marked):
        return _verdict(quotation, None, whole, claims, searched, gone, more=more)
    return _verdict(quotation, marked.quotation.text, marked, claims, searched, gone, more=more)


class _Sought(NamedTuple):
    """What came of looking for a quotation: its wording where that is decided, and the best places."""

    bench: Bench
    wording: Wording
    places: Sequence[Place]

    @property
    def quotation(self) -> Quotation:
        """Return what was looked for."""
        return self.bench.quotation

    @property
    def stand(self) -> bool:
        """Return whether the words stand at the places, but for what the quotation marks."""
        return all(place.assessment.wording in ("verbatim", "abridged") for place in self.places)

    @property
    def is_decided(self) -> bool:
        """Return whether the words were found, at a place that can be told."""
        return self.wording not in ("too_short", "not_found")


def _sought(bench: Bench, claims: _Claims) -> _Sought:
    parsed = bench.quotation
    size = word_size(parsed.words)
    exact = _ranked(bench.exact_places(), claims)
    if exact and size >= _TOO_FEW and (size >= _FEW or len(exact) == 1):
        return _Sought(bench, exact[0].assessment.wording, exact)
    if exact or size < _TOO_FEW:
        return _Sought(bench, "too_short", exact)
    places = bench.likely_places()
    likely = _ranked(
        found_places(
            places,
            lambda place: bench.is_found(place, as_claimed=_is_as_claimed(place, claims)),
            claimed=claims.speaker is not None or claims.date is not None,
        ),
        claims,
    )
    if not likely:
        return _undecided(bench, nearest_places(places, _MOST_CLOSE), size)
    assessment = likely[0].assessment
    if assessment.wording == "abridged" and assessment.longest < _least_run(parsed):
        return _Sought(bench, "too_short", likely)
    return _Sought(bench, assessment.wording, likely)


def _undecided(bench: Bench, likely: Sequence[Place], size: float) -> _Sought:
    """Return that the words are not found, with the closest; that they are too short, where some place is likely all the same.

    So it is with few words of which one or two are not the record's: what is left could stand anywhere. And with few of which some
    are misread and the others tell too little.
    """
    close = [place for place in likely if bench.is_close(place)]
    if close and size < _COULD_TELL and (bench.is_likely(close[0]) or not bench.could_tell_changed):
        return _Sought(bench, "too_short", close)
    if size < _COULD_TELL and bench.is_misread:
        return _Sought(bench, "too_short", close)
    return _Sought(bench, "not_found", close)


def _is_one_sentence(whole: _Sought, marked: _Sought) -> bool:
    """Return whether the words around the quotation marks are the speaker's as well: We are “open to all” here.

    So they are where they are the most of it, and half of what they tell stands beside the others in the record.
    """
    outside = len(whole.quotation.words) - len(marked.quotation.words)
    if whole.wording != "altered" or outside < 2 * len(marked.quotation.words):
        return False
    told = sum(whole.bench.bits) - sum(marked.bench.bits)
    alike = whole.places[0].assessment.alike - sum(marked.bench.bits)
    return 2 * alike >= told


def _verdict(
    given: str,
    compared: str | None,
    sought: _Sought,
    claims: _Claims,
    searched: Searched,
    gone: Callable[[str], bool],
    *,
    more: bool,
) -> Verdict:
    if sought.is_decided:
        is_gone = gone(sought.places[0].candidate.statement.id)
        return _decided(given, compared, sought, claims, searched, is_gone=is_gone, more=more)
    alternatives = _alternatives(sought.places)
    summary = summarise_undecided(
        sought.wording,
        alternatives,
        len(sought.places),
        searched,
        enclosed=compared is not None,
        stand=sought.stand,
        more=more,
    )
    return Verdict(
        quotation=given,
        compared=compared,
        wording=sought.wording,
        attribution="unstated",
        date="unstated",
        version=None,
        basis=Basis("unknown"),
        citation=None,
        edits=(),
        omitted=(),
        inserted=(),
        parts=(),
        alternatives=alternatives,
        searched=searched,
        summary=summary,
    )


def _decided(
    given: str,
    compared: str | None,
    sought: _Sought,
    claims: _Claims,
    searched: Searched,
    *,
    is_gone: bool,
    more: bool,
) -> Verdict:
    places, bench = sought.places, sought.bench
    best = bench.as_told(places[0])
    statement = best.candidate.statement
    citation = cite_place(best)
    attribution = _attribution_of_all(best, bench, claims)
    date, dated_by = _date(best, claims)
    version: VersionVerdict = "current" if best.candidate.current else "superseded"
    if is_gone:
        version = "withdrawn"
    found = Found(
        best,
        citation,
        _part_citations(best, bench),
        claims.speaker,
        attribution,
        claims.date,
        date,
        dated_by,
        version,
        is_quoted(best.turn.text, citation.span),
        len(places) - 1,
        compared is not None,
        tuple(dict.fromkeys(turn.speaker for turn in _turns_of(best, bench) if turn.speaker)),
        _quoted_elsewhere(places[1:]) if attribution == "matches" else 0,
        more,
        sentence_run_on(compared or given, citation.text) if best.assessment.wording == "verbatim" else None,
        cut_off(best.turn, citation.span, statement.language),
    )
    return Verdict(
        quotation=given,
        compared=compared,
        wording=best.assessment.wording,
        attribution=attribution,
        date=date,
        version=version,
        basis=Basis(text_status_of(statement, best.turn)),
        citation=citation,
        edits=best.assessment.edits,
        omitted=best.assessment.omitted,
        inserted=best.assessment.inserted,
        parts=found.parts,
        alternatives=_alternatives(places[1:]),
        searched=searched,
        summary=summarise_found(found, searched),
        passed_over=best.assessment.passed_over,
        cut_off=found.cut_off,
    )


def _ranked(places: Sequence[Place], claims: _Claims) -> list[Place]:
    if claims.speaker is None and claims.date is None:
        return rank_places(places, {})
    return rank_places(places, {id(place): _disagreement(place, claims) for place in places})


def _disagreement(place: Place, claims: _Claims) -> int:
    attribution = _attribution(place, claims)
    of_speaker = _AGREEMENT.index(attribution) + (_OTHER_SPEAKER if attribution in _CONTRADICTING else 0)
    return of_speaker + (_OTHER_DATE if _date(place, claims)[0] == "other_date" else 0)


def _is_as_claimed(place: Place, claims: _Claims) -> bool | None:
    """Return whether the place has all so that is claimed of speaker and day; False where the speaker is another, else None."""
    attribution = _attribution(place, claims) if claims.speaker else None
    stated = [*([attribution] if attribution else []), *([_date(place, claims)[0]] if claims.date else [])]
    if stated and all(each == "matches" for each in stated):
        return True
    return False if attribution == "other_speaker" else None


def _attribution(place: Place, claims: _Claims) -> Attribution:
    """Return the attribution of the gravest part; `quoted_by_speaker` only where all parts stand in quotation marks."""
    if claims.speaker is None:
        return "unstated"
    own = [part for part in place.assessment.parts if part.candidate == place.main.candidate]
    judged: list[Attribution] = [
        judge_attribution(
            claims.speaker,
            place.stream.turns[part.turn],
            place.candidate.statement,
            part_span(place.stream, part),
        )
        for part in own
    ]
    if all(one == "quoted_by_speaker" for one in judged):
        return "quoted_by_speaker"
    plain: list[Attribution] = ["matches" if one == "quoted_by_speaker" else one for one in judged]
    return min(plain, key=_GRAVEST.index)


def _attribution_of_all(place: Place, bench: Bench, claims: _Claims) -> Attribution:
    """The attribution of the gravest part in any statement: what is joined to a speaker's words may be another's."""
    own = _attribution(place, claims)
    if claims.speaker is None:
        return own
    parts = [part for part in place.assessment.parts if part.candidate != place.main.candidate]
    others: list[Attribution] = [
        judge_attribution(
            claims.speaker,
            bench.streams[part.candidate].turns[part.turn],
            bench.candidates[part.candidate].statement,
            part_span(bench.streams[part.candidate], part),
        )
        for part in parts
    ]
    graver = [one for one in others if one in _CONTRADICTING]
    return min((own, *graver), key=_GRAVEST.index) if graver else own


def _turns_of(place: Place, bench: Bench) -> list[Turn]:
    return [bench.streams[part.candidate].turns[part.turn] for part in place.assessment.parts]


def _date(place: Place, claims: _Claims) -> tuple[DateVerdict, str | None]:
    return ("unstated", None) if claims.date is None else judge_date(claims.date, place.candidate.statement)


def _part_citations(place: Place, bench: Bench) -> tuple[Citation, ...]:
    parts = place.assessment.parts
    if len(parts) < 2:
        return ()
    return tuple(
        cite_part(bench.candidates[part.candidate], bench.streams[part.candidate], part) for part in parts
    )


def _quoted_elsewhere(places: Sequence[Place]) -> int:
    """Return at how many of these places the words stand in quotation marks; 0 where there are too many to list."""
    if len(places) > MOST_ALTERNATIVES:
        return 0
    return sum(is_quoted(place.turn.text, cite_place(place).span) for place in places)


def _alternatives(places: Sequence[Place]) -> tuple[Citation, ...]:
    return tuple(cite_place(place) for place in places[:MOST_ALTERNATIVES])


def _least_run(parsed: Quotation) -> int:
    """Return how many words in a row some piece must have, or the pieces could be picked from anywhere."""
    return 3 if word_size(parsed.words) == len(parsed.words) else 5
