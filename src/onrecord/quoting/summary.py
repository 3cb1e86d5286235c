"""The verdict in one neutral sentence: it states differences and what was searched, and accuses nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onrecord.model import (
    Attribution,
    Citation,
    DateVerdict,
    Edit,
    Omission,
    Searched,
    Statement,
    Turn,
    VersionVerdict,
    Wording,
)
from onrecord.quoting.basis import text_status_of
from onrecord.quoting.candidate import Place
from onrecord.quoting.negations import negations
from onrecord.text import match_words

_SHOWN = 90
_EDITS_SHOWN = 2
_MOST_LISTED = 20
_LISTED = f", of which the first {_MOST_LISTED} are listed"
_LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
    "ja": "Japanese", "pt": "Portuguese", "ru": "Russian", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
# Of several differences these are told first.
_GRAVEST = ("negation", "number", "name", "order", "replaced", "dropped", "inserted", "spelling")
_TRANSLATED = {"official_translation": "an official translation", "interpreted": "an interpreter's words"}


class Found(NamedTuple):
    """What a verdict on found words tells: the place, the claims and how they stand, the number of other places.

    `speakers`: of all parts. `enclosed`: only what stands in the quotation's own quotation marks was compared; `quoted`: the words stand in
    quotation marks in the record; `quoted_elsewhere`: at so many of the other places they do, where they do not here. `more`: there are
    more places than were looked at. `run_on`: the sentence on record behind which the quotation goes on as if it did not end there.
    `cut_off`: what the sentence there has before the words or behind them, with a negation.
    """

    place: Place
    citation: Citation
    parts: tuple[Citation, ...]
    claimed_speaker: str | None
    attribution: Attribution
    claimed_date: str | None
    date: DateVerdict
    dated_by: str | None
    version: VersionVerdict
    quoted: bool
    others: int
    enclosed: bool
    speakers: tuple[str, ...] = ()
    quoted_elsewhere: int = 0
    more: bool = False
    run_on: str | None = None
    cut_off: tuple[Omission, ...] = ()


def summarise_found(found: Found, searched: Searched) -> str:
    """Return the sentence for words that were found."""
    clauses = [
        _wording(found),
        *_rest_of_sentence(found),
        *_asides(found),
        *_attribution(found),
        *_date(found),
        *_version(found),
        *_others(found.others, found.quoted_elsewhere, more=found.more),
        *_enclosed(found.enclosed),
        f"{_searched(searched)} searched",
    ]
    outside = ", with a negation left outside" if found.cut_off else ""
    return f"{found.place.assessment.wording.capitalize()}{outside}: {'; '.join(clauses)}."


def summarise_undecided(
    wording: Wording,
    places: Sequence[Citation],
    count: int,
    searched: Searched,
    *,
    enclosed: bool,
    stand: bool,
    more: bool = False,
) -> str:
    """Return the sentence for words that are too short or not found; `places` holds at most the first 20 of `count`.

    `stand`: the words stand at the places; else these are the closest. `more`: they stand at more places than were looked at.
    """
    if wording == "not_found":
        dated = (
            f" dated {_day(searched.from_)} to {_day(searched.to)}" if searched.from_ and searched.to else ""
        )
        close = f"; {_closest(places[0])}" if places else ""
        clauses = [f"Not found in {_searched(searched)}{dated}{close}", *_enclosed(enclosed)]
        return f"{'; '.join(clauses)}."
    where = "no place found" if not count else f"they stand in {_at_least(more)}{_count(count, 'turn')}"
    if count > _MOST_LISTED:  # only the likeliest statements were looked at
        where = f"they stand in {_at_least(True)}{_count(count, 'turn')}{_LISTED}"
    if places and not stand:
        where = f"they do not stand so anywhere; {_closest(places[0])}"
    clauses = [
        "Too short: so few words cannot tell places apart",
        where,
        *_enclosed(enclosed),
        f"{_searched(searched)} searched",
    ]
    return f"{'; '.join(clauses)}."


def _translated(statement: Statement, turn: Turn) -> str | None:
    """Return what makes the published text another than the spoken one; the source's own word for it counts as well."""
    status = text_status_of(statement, turn)
    if status == "unknown" and "unofficial_translation" in statement.status:
        return "an unofficial translation"
    return _TRANSLATED.get(status)


def _closest(place: Citation) -> str:
    return f"the closest wording is “{_short(place.text)}” ({place.statement}, turn {place.turn})"


def _wording(found: Found) -> str:
    assessment = found.place.assessment
    where = _where(found)
    if assessment.wording == "verbatim":
        return f"the words stand so in {where}"
    if assessment.wording == "abridged":
        return f"but for what the quotation marks, the words stand so in {where}"
    differs = _differences(assessment.edits)
    if assessment.wording == "altered":
        return f"{where} has {differs}"
    if assessment.wording == "reordered":
        others = [edit for edit in assessment.edits if edit.kind != "order"]
        return f"{where} has the words in another order" + (f" and {_differences(others)}" if others else "")
    statements = len({part.statement for part in found.parts})
    apart = f"stand apart in {where}"
    if statements > 1:
        apart = f"come from {statements} statements, the first being {where}"
    pieces = " and ".join(f"“{_short(part.text, 45)}”" for part in found.parts[:3])
    told = f"the quotation joins words that {apart}: {pieces}"
    there = "the record there has" if statements == 1 else "the record has"
    return told + (f"; besides, {there} {differs}" if differs else "")


def _where(found: Found) -> str:
    statement = found.place.candidate.statement
    day = statement.given_on or statement.posted_on
    dated = f" of {_day(day)}" if day else ", undated"
    translated = _translated(statement, found.place.turn)
    if not translated:
        return f"the record{dated} ({statement.id}, turn {found.citation.turn})"
    language = _LANGUAGES.get(statement.language or "", "")
    text = f"this published {language} text" if language else "this published text"
    return f"{text}{dated} ({statement.id}, turn {found.citation.turn}; {translated})"


def _differences(edits: Sequence[Edit]) -> str:
    gravest = sorted(edits, key=lambda edit: _GRAVEST.index(edit.kind))
    told = [_difference(edit) for edit in gravest[:_EDITS_SHOWN]]
    more = len(edits) - len(told)
    return ", ".join(told) + (f", and {_count(more, 'more difference')}" if more else "")


def _difference(edit: Edit) -> str:
    said = f"“{_short(edit.said)}”" if edit.said else "nothing"
    quoted = f"“{_short(edit.quoted)}”" if edit.quoted else "nothing"
    if edit.kind == "order" and edit.said == edit.quoted:
        return f"{said} in another place than the quotation"
    return f"{said} where the quotation has {quoted}"


def _asides(found: Found) -> list[str]:
    assessment = found.place.assessment
    negating = [f"“{_short(each.text)}”" for each in assessment.inserted if each.negation]
    clauses = [f"its brackets change a negation: {', '.join(negating)}"] if negating else []
    if found.run_on:
        clauses.append(
            f"the record ends a sentence behind “{_short(found.run_on)}”, where the quotation goes on"
        )
    clauses += _passed_over(assessment.passed_over)
    if assessment.omitted and assessment.omitted[0].negation:
        clauses.append(f"what was left out holds a negation: “{_short(assessment.omitted[0].text)}”")
    elif assessment.omitted:
        clauses.append(f"left out: “{_short(assessment.omitted[0].text)}”")
    if len(assessment.omitted) > 1:
        clauses[-1] += f" and {_count(len(assessment.omitted) - 1, 'more stretch')}"
    inserted = [f"“{_short(each.text)}”" for each in assessment.inserted if not each.negation]
    if inserted:
        clauses.append(f"inserted in brackets: {', '.join(inserted[:3])}")
    if assessment.held:
        clauses.append(
            f"the record itself has “{_short(assessment.held[0])}”, which the quotation has in brackets"
        )
    if assessment.readings:
        clauses.append(f"the quotation follows the source's own insertion “{_short(assessment.readings[0])}”")
    return clauses


def _passed_over(left_out: Sequence[Omission]) -> list[str]:
    """Return what the source has put into its text there and the quotation has not; a negation is called one."""
    if not left_out:
        return []
    told = " and ".join(f"“{_short(each.text)}”" for each in left_out[:_EDITS_SHOWN])
    more = len(left_out) - _EDITS_SHOWN
    if more > 0:
        told += f" and {more:,} more"
    own = "its own insertion" if len(left_out) == 1 else "its own insertions"
    if left_out[0].negation:
        return [f"the quotation leaves out a negation: the source's text has {own} {told} there"]
    return [f"the source's text has {own} {told} there, which the quotation leaves out"]


def _rest_of_sentence(found: Found) -> list[str]:
    """Return how the sentence begins or goes on, where the quotation starts or ends within it and leaves a negation there."""
    language = found.place.candidate.statement.language
    return [
        f"the sentence there begins “{_short_to_negation(each.text, language)}”"
        if each.span[1] <= found.citation.span[0]
        else f"the sentence there goes on “{_short(each.text)}”"
        for each in found.cut_off
    ]


def _short_to_negation(text: str, language: str | None) -> str:
    """Return the beginning, or where that has no negation the end, of what may be long."""
    shown, folded = _short(text), " ".join(text.split())
    if shown == folded or negations(match_words(shown), language):
        return shown
    return f"…{folded[1 - _SHOWN :].lstrip()}"


def _attribution(found: Found) -> list[str]:
    turn = found.place.turn
    if found.claimed_speaker is None:
        if found.quoted:
            return ["they stand inside quotation marks there"]
        return ["they are part of a question there"] if turn.role == "questioner" else []
    claimed = f"(claimed: {_short(found.claimed_speaker)})"
    if found.attribution == "questioner":
        words = "they are" if turn.role == "questioner" else "one piece is"
        return [f"{words} part of a question there {claimed}"]
    if found.attribution == "other_speaker":
        return [f"{_speakers(found)} {claimed}"]
    if found.attribution == "quoted_by_speaker":
        return ["the speaker quotes them there from somebody else or from another occasion"]
    if found.attribution == "unstated":
        if turn.speaker:
            return [
                f"the speaker there is {turn.speaker}, and the record does not tell whether that is the one claimed"
            ]
        if turn.label:
            return [
                f"the words stand under “{_short(turn.label)}” there, and the record does not tell whether that is the one claimed"
            ]
        return ["the published text names no speaker there"]
    return []


def _speakers(found: Found) -> str:
    if len(found.speakers) > 1:
        return f"the speakers there are {' and '.join(found.speakers)}"
    return f"the speaker there is {found.speakers[0] if found.speakers else 'another'}"


def _date(found: Found) -> list[str]:
    if found.claimed_date is None:
        return []
    statement = found.place.candidate.statement
    if found.date == "matches":
        return [
            "the date agrees with the day it was " + ("given" if found.dated_by == "given_on" else "posted")
        ]
    if found.date == "other_date":
        given, posted = statement.given_on, statement.posted_on
        claimed = f"(claimed: {_day(found.claimed_date)})"
        if given and given == posted:
            return [f"it was given and posted on {_day(given)} {claimed}"]
        known = [f"given on {_day(given)}"] if given else []
        known += [f"posted on {_day(posted)}"] if posted else []
        return [f"it was {' and '.join(known)} {claimed}"]
    return ["the record does not tell whether that is the claimed date"]


def _version(found: Found) -> list[str]:
    if found.version == "superseded":
        return [f"so in version {found.citation.version} only, which the source has since replaced"]
    return ["gone at the source"] if found.version == "withdrawn" else []


def _at_least(more: bool) -> str:
    return "at least " if more else ""


def _others(others: int, quoted: int = 0, *, more: bool = False) -> list[str]:
    if not others:
        return []
    listed = _LISTED if others > _MOST_LISTED else ""
    if quoted:
        listed = (
            ", inside quotation marks"
            if quoted == others
            else f", inside quotation marks in {quoted} of them"
        )
    return [f"equally so in {_at_least(more)}{_count(others, 'other place')}{listed}"]


def _enclosed(enclosed: bool) -> list[str]:
    return ["compared was only what stands in quotation marks"] if enclosed else []


def _searched(searched: Searched) -> str:
    versions, turns = _count(searched.versions, "version"), _count(searched.turns, "turn")
    return f"{_count(searched.statements, 'statement')} ({versions}, {turns})"


def _count(number: int, noun: str) -> str:
    plural = noun + ("es" if noun.endswith("ch") else "s")
    return f"{number:,} {noun if number == 1 else plural}"


def _short(text: str, most: int = _SHOWN) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= most else f"{folded[: most - 1].rstrip()}…"


def _day(day: str) -> str:
    try:
        read = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{read.day} {read:%B} {read.year}"
