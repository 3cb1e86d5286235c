"""How a reviewed article looks to people: its text with each quotation numbered, then what the record tells of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.text import Text

from onrecord import Citation, ClaimedDate, ClaimedSpeaker, Held, Review, ReviewedQuotation, visible
from onrecord.cli.answers import show_verdict
from onrecord.cli.rows import counted, plain, show_heading, show_rows

# What is told beside the wordings.
_BESIDE = {
    "other_speaker": "another speaker",
    "questioner": "a questioner’s words",
    "quoted_by_speaker": "quoted by the speaker",
    "other_date": "another day",
    "superseded": "superseded",
    "withdrawn": "withdrawn",
}
_NOT_BESIDE = {
    "pronoun": " (meant by a pronoun)",
    "same_paragraph": " (told of the quotation before)",
    "paragraph_before": " (told of the paragraph before)",
}
_AT_ONCE = 200  # lines


def show_review(console: Console, review: Review, held: Callable[[Citation], Held]) -> None:
    """Print the article with its quotations in bold and numbered, then each with its claims and verdict."""
    article = review.article
    title = plain(article.title or article.url or article.name)
    if not plain(article.text[: 2 * len(title) + 2]).startswith(title):  # most articles begin with it
        show_heading(console, title)
    about = " · ".join(filter(None, (_of_day(article.posted_on), plain(article.url))))
    if about:
        show_rows(console, [(about,)])
    console.print()
    _show_text(console, review)
    console.print()
    for one in review.quotations:
        _show_quotation(console, one, article.text, held)
    show_rows(console, [(told_in_short(review),)])


def told_in_short(review: Review) -> str:
    """Return in one or two sentences how many quotations stand how, and what was searched."""
    searched = review.searched
    looked = (
        f"{counted(searched.statements, 'statement')} ({counted(searched.versions, 'version')}, "
        f"{counted(searched.turns, 'turn')}) searched"
    )
    if searched.from_ and searched.to:
        looked += f", of {searched.from_} to {searched.to}"
    stretches = "shorter stretch" if len(review.short) == 1 else "shorter stretches"
    left = f" {len(review.short):,} {stretches} in marks not checked." if review.short else ""
    if not review.quotations:
        return f"No quotation of five words or more was found in the article.{left}"
    counts = Counter(one.verdict.wording if one.verdict else "not_checked" for one in review.quotations)
    kinds = ", ".join(f"{number:,} {name.replace('_', ' ')}" for name, number in counts.most_common())
    beside = Counter(
        name
        for one in review.quotations
        if one.verdict
        for name in (one.verdict.attribution, one.verdict.date, one.verdict.version)
        if name in _BESIDE
    )
    more = "".join(f"; {_BESIDE[name]}: {number:,}" for name, number in beside.most_common() if name)
    return f"{counted(len(review.quotations), 'quotation')}: {kinds}{more}; {looked}.{left}"


def _of_day(day: str | None) -> str:
    return f"an article of {plain(day)}" if day else ""


def _how_told(speaker: ClaimedSpeaker) -> str:
    """What a reader has to know of a claim that the article does not make in so many words."""
    if speaker.name is None:
        return " (a post without a name: not judged)"
    return _NOT_BESIDE.get(speaker.rule, "")


def _as_printed(day: ClaimedDate, text: str) -> str:
    """The words of the article that give the day, where they are no whole date."""
    return "" if day.rule == "date" else f" (“{plain(text[slice(*day.span)])}”)"


def _show_quotation(
    console: Console, one: ReviewedQuotation, text: str, held: Callable[[Citation], Held]
) -> None:
    show_heading(console, f"[{one.n}] “{plain(one.text)}”")
    claims = [("within", f"quotation {one.within}")] if one.within else []
    if one.speaker:
        claims.append(("claimed", f"{plain(one.speaker.value)}{_how_told(one.speaker)}"))
    if one.date:
        claims.append(("day", f"{plain(one.date.value)}{_as_printed(one.date, text)}"))
    show_rows(console, claims or [("claimed", "nobody named beside it")], indent=2)
    if one.verdict:
        cited = one.verdict.citation
        show_verdict(console, one.verdict, held(cited) if cited else None)
        if one.place:
            show_rows(console, [("address", plain(one.place.address.partition("#")[0]))], indent=2)
    else:
        show_rows(console, [("Not checked.",)])
    console.print()


def _show_text(console: Console, review: Review) -> None:
    """The article's lines, folded at words on a terminal."""
    lines: list[Text] = []
    for line in _marked(review).split("\n", allow_blank=True):
        if console.soft_wrap:
            lines.append(line)
        else:
            lines += line.wrap(console, console.width) or [Text()]
        if len(lines) >= _AT_ONCE:
            console.print(*lines, sep="\n")
            lines.clear()
    if lines:
        console.print(*lines, sep="\n")


def _marked(review: Review) -> Text:
    """The whole text with each quotation in bold and its number behind it."""
    text = Text()
    words = review.article.text
    depth, at = 0, 0
    for offset, order, n in sorted(_edges(review.quotations)):
        text.append(visible(words[at:offset]), "bold" if depth else "")
        at = offset
        depth += 1 if order else -1
        if not order:
            text.append(f" [{n}]", "bold")
    return text.append(visible(words[at:]))


def _edges(quotations: tuple[ReviewedQuotation, ...]) -> Iterator[tuple[int, int, int]]:
    """Where each ends (0) and begins (1): at one offset ends come first."""
    for one in quotations:
        yield one.span[0], 1, one.n
        yield one.span[1], 0, one.n
