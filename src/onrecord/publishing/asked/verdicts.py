"""A verdict in one sentence of the interface's language, and what was searched for it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Held, Searched, Verdict
from onrecord.publishing.tongues import Tongue
from onrecord.publishing.wording import day_of

# A summary of the engine: "Altered: the record of 9 April 2025 has …"
_WORDING_FIRST = re.compile(
    r"^(?:Verbatim|Abridged|Altered|Reordered|Spliced|Too short)(?:, with a negation left outside)?: "
)


def summarise(verdict: Verdict, held: Held | None, tongue: Tongue) -> str:
    """Return what a verdict says behind its wording, which stands above it; `held` is the version that is cited.

    In English it is the engine's own summary; in another language it is told from the verdict's axes. What differs, word by word,
    stands beside it in every language.
    """
    if tongue.tag == "en":
        said = _WORDING_FIRST.sub("", verdict.summary)
        return said[:1].upper() + said[1:]
    return " ".join(_sentences(verdict, held, tongue))


def _sentences(verdict: Verdict, held: Held | None, tongue: Tongue) -> Iterator[str]:
    _ = tongue.gettext
    yield _found(verdict, tongue)
    if held is not None and verdict.citation is not None:
        statement = held.statement
        day = statement.given_on or statement.posted_on
        record, turn = statement.id, verdict.citation.turn
        if day:
            yield _(
                "They stand in the record of %(date)s (%(id)s, turn %(turn)s).",
                date=tongue.date(day),
                id=record,
                turn=turn,
            )
        else:
            yield _("They stand in an undated record (%(id)s, turn %(turn)s).", id=record, turn=turn)
        yield from _claims(verdict, held, tongue)
    if verdict.compared is not None:
        yield _("Compared was only what stands in quotation marks.")
    yield _("Searched: %(what)s.", what=tell_searched(verdict.searched, tongue))


def _found(verdict: Verdict, tongue: Tongue) -> str:
    _ = tongue.gettext
    match verdict.wording:
        case "verbatim":
            return _("The words stand so on record.")
        case "abridged":
            return _("But for what the quotation marks as left out or put in, the words stand so on record.")
        case "altered":
            return _("The record has other words than the quotation.")
        case "reordered":
            return _("The record has the words in another order.")
        case "spliced":
            return _("The quotation joins words that stand apart on record.")
        case "too_short":
            return _("So few words cannot tell places apart.")
        case "not_found":
            return _("The words were not found in what was searched.")


def _claims(verdict: Verdict, held: Held, tongue: Tongue) -> Iterator[str]:
    _ = tongue.gettext
    turn = next(
        (each for each in held.statement.turns if verdict.citation and each.n == verdict.citation.turn), None
    )
    match verdict.attribution:
        case "matches":
            yield _("The speaker there is the one claimed.")
        case "other_speaker":
            name = (turn.speaker or turn.label) if turn else None
            yield (
                _("The speaker there is %(speaker)s, another than the one claimed.", speaker=name)
                if name
                else _("The speaker there is another than the one claimed.")
            )
        case "questioner":
            yield _("They are part of a question there.")
        case "quoted_by_speaker":
            yield _("The speaker quotes them there.")
        case "unstated":
            pass
    match verdict.date:
        case "matches":
            yield _("The date agrees with the record.")
        case "other_date":
            yield _("The record has another date than the one claimed.")
        case "unstated":
            pass
    if verdict.version == "superseded":
        yield _("They stand so in an earlier version only, which the source has since replaced.")
    elif verdict.version == "withdrawn":
        yield _("The statement is gone at the source.")


def tell_searched(searched: Searched, tongue: Tongue) -> str:
    """Return how much was searched, and of which days."""
    counted = tongue.gettext(
        "%(statements)s (%(versions)s, %(turns)s)",
        statements=tongue.ngettext("%(num)s statement", "%(num)s statements", searched.statements),
        versions=tongue.ngettext("%(num)s version", "%(num)s versions", searched.versions),
        turns=tongue.ngettext("%(num)s turn", "%(num)s turns", searched.turns),
    )
    first, last = day_of(searched.from_), day_of(searched.to)
    if not (first and last):
        return counted
    return tongue.gettext(
        "%(counted)s, given or posted from %(first)s to %(last)s",
        counted=counted,
        first=tongue.date(first),
        last=tongue.date(last),
    )
