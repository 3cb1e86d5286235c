"""What `review` composes: an article out of a file, its quotations with their claims, and the verdict on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from onrecord.archive.incoming import find_captures
from onrecord.capture import Captured
from onrecord.errors import NotTaken, OnrecordError, WrongCall
from onrecord.model import Citation, Cited, CitedPlace, Issue, Review, ReviewedQuotation, Searched, Verdict
from onrecord.quoting import parse_date_claim
from onrecord.record import Sources, read_together_by
from onrecord.reviewing import ArticlePage, Claimed, ClaimedQuotations, claim_quotations, read_article

MOST_CHARACTERS = 1_000_000
"""An article of more is refused: it is no article."""

_SHOWN = 60
_AROUND = (("「", "」"), ("『", "』"), ("«", "»"))
Check = Callable[[str, str | None, str | None], Verdict]
Cite = Callable[[Citation], Sequence[Cited]]
Reviewed = Callable[[int, str], None]
"""Is told how many quotations are checked, and the words of the last one."""

GoesOn = Callable[[], bool]
"""Is asked before each quotation whether there is time to check it."""


def open_article(
    path: str | Path | BinaryIO, url: str | None, posted_on: str | None, most: int = MOST_CHARACTERS
) -> ArticlePage:
    """Return the one article in a file or stream; NotTaken where there is none, more than one, or more than so many characters.

    `posted_on` is its day, where it does not tell one itself or another than is meant.
    """
    day = None if posted_on is None else parse_date_claim(posted_on)
    captures: list[Captured] = []
    faults: list[Issue] = []
    for found in find_captures([path], url, None):
        if isinstance(found, Captured):
            captures.append(found)
        elif isinstance(found, Issue):
            faults.append(found)
    name = str(path if isinstance(path, str | Path) else getattr(path, "name", "standard input"))
    if len(captures) != 1:
        raise NotTaken(_refusal(name, len(captures), faults))
    nothing = Sources()
    (page,) = read_together_by(read_article, captures, nothing.rules_of, nothing.name_of)
    if isinstance(page, Issue):
        raise NotTaken(page.message)
    length = len(page.article.text)
    if not page.article.text.strip():
        raise NotTaken(_unread(name, [*faults, *page.issues]))
    if length > most:
        raise NotTaken(f"{name} has {length:,} characters: give it in pieces of at most {most:,}.")
    if day is not None:
        page = page._replace(article=msgspec.structs.replace(page.article, posted_on=day))
    return page._replace(issues=(*faults, *page.issues))


def _unread(name: str, issues: Sequence[Issue]) -> str:
    """Why there is nothing to review: the gravest fault of the file."""
    gravest = sorted(issues, key=lambda issue: ("error", "warning", "note").index(issue.severity))
    return gravest[0].message if gravest else f"{name} holds no text."


def review_article(
    page: ArticlePage,
    check: Check,
    cite: Cite,
    searched: Searched,
    progress: Reviewed | None,
    goes_on: GoesOn | None = None,
) -> Review:
    """Return the article's quotations, each with its claims and its verdict; without verdicts from where it does not go on."""
    found = claim_quotations(page)
    issues = list(page.issues)
    verdicts: dict[tuple[str, str | None, str | None], Verdict | str] = {}
    reviewed: list[ReviewedQuotation] = []
    out_of_time = 0
    for n, claimed in enumerate(found.quotations, 1):
        asked = claimed.text, _judged_speaker(claimed), claimed.date.value if claimed.date else None
        out_of_time = out_of_time or (n if goes_on is not None and not goes_on() else 0)
        if asked not in verdicts and not out_of_time:
            verdicts[asked] = _checked(check, *asked)
        verdict = verdicts.get(asked)
        if isinstance(verdict, str):
            issues.append(
                Issue("quotation_not_checked", f"Quotation {n} is not checked: {verdict}", None, "warning")
            )
        within = claimed.quoted.within
        reviewed.append(
            ReviewedQuotation(
                n=n,
                span=claimed.quoted.span,
                parts=claimed.quoted.parts,
                form=claimed.quoted.form,
                within=None if within is None else within + 1,
                text=claimed.text,
                speaker=claimed.speaker,
                date=claimed.date,
                verdict=verdict if isinstance(verdict, Verdict) else None,
                place=_placed(cite, verdict) if isinstance(verdict, Verdict) else None,
            )
        )
        if progress is not None:
            progress(n, claimed.text[:80])
    if out_of_time and any(one.verdict is None for one in reviewed[out_of_time - 1 :]):
        issues.append(_unchecked_from(out_of_time, reviewed))
    issues += _left_open(page.article.text, found)
    return Review(page.article, tuple(reviewed), found.short, searched, tuple(issues))


def _unchecked_from(first: int, reviewed: Sequence[ReviewedQuotation]) -> Issue:
    """Return that quotations are not checked from a number on, but for those with the words of an earlier one."""
    left = sum(one.verdict is None for one in reviewed[first - 1 :])
    told = (
        f"{left:,} quotations from number {first:,} on are not checked, as there was no more time to answer"
    )
    return Issue("quotation_not_checked", f"{told}: give the rest of the article by itself.", None, "warning")


def _left_open(text: str, found: ClaimedQuotations) -> Iterator[Issue]:
    """Yield what is opened and not closed: told with its line and first words, as somebody looks for it in the article."""
    for n, one in enumerate(found.quotations, 1):
        if not one.quoted.closed:
            begun = f"Quotation {n} begins with each paragraph and is nowhere closed"
            yield Issue(
                "quotation_not_closed",
                f"{begun}: it is taken to end with the last of these.",
                None,
                "warning",
            )
    for start, end in found.left_open:
        line = text.count("\n", 0, start) + 1
        words = " ".join(text[start : min(end, start + _SHOWN)].split())
        yield Issue(
            "quotation_not_closed",
            f"What begins {words}… (line {line:,} of the article’s text) is opened and not closed, so it is not checked.",
            None,
            "warning",
        )


def _judged_speaker(claimed: Claimed) -> str | None:
    """The name that is judged: an office without one may be anybody's who held it, and the record may print it otherwise."""
    return claimed.speaker.name if claimed.speaker else None


def _checked(check: Check, words: str, speaker: str | None, date: str | None) -> Verdict | str:
    # In marks of its own, so that nothing is taken for said around the marks that stand inside.
    opening, closing = next((pair for pair in _AROUND if not set(pair) & set(words)), ("", ""))
    try:
        verdict = check(f"{opening}{words}{closing}", speaker, date)
    except WrongCall as fault:
        return str(fault)
    return msgspec.structs.replace(verdict, quotation=words)


def _placed(cite: Cite, verdict: Verdict) -> CitedPlace | None:
    if verdict.citation is None:
        return None
    with suppress(OnrecordError):  # a place that is gone since
        for cited in cite(verdict.citation):
            title = cited.forms.csl.get("title")
            return CitedPlace(
                cited.forms.address,
                cited.forms.link,
                cited.speaker,
                title if isinstance(title, str) else None,
            )
    return None


def _refusal(name: str, found: int, faults: list[Issue]) -> str:
    if faults:
        return faults[0].message
    if found:
        return f"{name} holds {found:,} pages: review them one by one."
    return f"Nothing readable was found in {name}: give an article as text, HTML, PDF or DOCX."
