"""Whether the turn that holds the words is the claimed speaker's."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from onrecord.errors import WrongCall
from onrecord.model import Attribution, Span, Statement, Turn
from onrecord.quoting.enclosed import enclosed_spans
from onrecord.quoting.inflected import has_cases, same_in_another_case
from onrecord.text import match_form

# Words of a claim that name a courtesy or a post, not a person; where the record gives no office they prove nothing.
_TITLE_WORDS = (
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam madame hon honourable honorable right excellency his her "
    "h e the of for and a an president vice prime minister deputy foreign defence defense interior finance affairs state "
    "secretary general ambassador spokesman spokeswoman spokesperson chancellor governor senator representative "
    "congressman congresswoman chair chairman chairwoman chairperson director head chief press official speaker leader "
    "commissioner envoy permanent acting former ministry embassy government "
    "m mme monsieur ministre président présidente porte parole le la de du des et "
    "herr frau minister ministerin bundeskanzler bundeskanzlerin kanzler präsident präsidentin der die das "
    "señor señora ministro ministra presidente presidenta el los y don doña "
    "г господин госпожа министр президент посол председатель"
)
_TITLES = frozenset(_TITLE_WORDS.split())
# There the surname stands first, and alone it is the first word: Verne of "Verne Adél".
_SURNAME_FIRST = ("hu",)
_WHOLE = 0.9
_MAY_BE_ONE = 0.6


def parse_speaker_claim(claim: str) -> str:
    """Return the claimed speaker; raises WrongCall for a claim without words."""
    if not match_form(claim).words:
        raise WrongCall(f"“{claim}” names no speaker: give a name, or leave it out.")
    return claim


def judge_attribution(claim: str, turn: Turn, statement: Statement, span: Span) -> Attribution:
    """Return how the claimed speaker stands to the turn; `span` is of the matched words in the turn's text.

    "unstated" where the published text names nobody there, or the claim names a post that the record does not give.
    """
    named = _names(claim, turn, statement)
    if turn.role == "questioner" and named is not True:
        return "questioner"
    if named is None:
        return "unstated"
    if not named:
        return "other_speaker"
    return "quoted_by_speaker" if is_quoted(turn.text, span) else "matches"


def is_quoted(text: str, span: Span) -> bool:
    """Return whether the words at `span` stand within quotation marks, and not as the whole of the text."""
    return any(
        start <= span[0] and span[1] <= end and end - start < _WHOLE * len(text.strip())
        for start, end in enclosed_spans(text)
    )


def _names(claim: str, turn: Turn, statement: Statement) -> bool | None:
    """Return whether the claim names the turn's speaker; None where that cannot be told."""
    claimed = match_form(claim).words
    name = match_form(turn.speaker or "").words
    label = match_form(turn.label or "").words
    offices = [speaker.office or "" for speaker in statement.speakers if speaker.name == turn.speaker]
    office = match_form(" ".join(offices)).words
    if not claimed or not (name or label):
        return None
    if set(claimed) <= {*name, *label, *office}:
        return True
    person = [word for word in claimed if word not in _TITLES and word not in office]
    if not person:
        return None
    declined = has_cases(statement.language)
    if (statement.language or "").lower().startswith(_SURNAME_FIRST) and set(person) <= set(name):
        return True
    agreed = [
        _same_person(person, [word for word in known if word not in _TITLES], declined=declined)
        for known in (name, label)
    ]
    if True in agreed:
        return True
    return False if name and agreed[0] is False else None


def _same_person(claimed: Sequence[str], known: Sequence[str], *, declined: bool) -> bool | None:
    """Return whether the names agree: the surname alike, given names alike, short for one another or left out.

    None where the given names are as like as two transliterations, or the surname alone is as in another case of a
    language that has them (`declined`): they may be one person's or two.
    """
    if not claimed or not known:
        return None if claimed else False
    if set(known) <= set(claimed) and len(known) > 1:
        return True
    if known[-1] not in claimed:
        return _same_declined(claimed, known) if declined else False
    others = [word for word in claimed if word != known[-1]]
    given = [word for word in known if word != known[-1]]
    if not given or not others:
        return True
    likeness = [max(_likeness(word, other) for other in given) for word in others]
    if min(likeness) >= 1.0:
        return True
    return None if min(likeness) >= _MAY_BE_ONE else False


def _same_declined(claimed: Sequence[str], known: Sequence[str]) -> bool | None:
    """Whether each word of the shorter name is one of the longer in another case, the surname among them; None for a surname alone."""
    if not any(same_in_another_case(word, known[-1]) for word in claimed):
        return False
    shorter, longer = sorted((claimed, known), key=len)
    if len(shorter) == 1:
        return None
    return all(any(same_in_another_case(word, other) for other in longer) for word in shorter)


def _likeness(claimed: str, known: str) -> float:
    if len(claimed) == 1 or len(known) == 1:
        return float(claimed[0] == known[0])
    return Levenshtein.normalized_similarity(claimed, known)
