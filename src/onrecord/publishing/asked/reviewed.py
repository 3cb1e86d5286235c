"""A reviewed article as one HTML file that needs nothing else: no script, no font, no request. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from onrecord.model import Basis, Citation, Edit, Review, ReviewedQuotation, Searched, Span, Verdict
from onrecord.publishing.asked.differences import BASES, tell_differences
from onrecord.publishing.asked.verdicts import summarise, tell_searched
from onrecord.publishing.rendering import open_templates, styles
from onrecord.publishing.statement.whose import tell_came, tell_whose
from onrecord.publishing.tongues import ENGLISH, Tongue
from onrecord.publishing.wording import N_, printed_date
from onrecord.text import visible

_STANDING = {
    "verbatim": "stands",
    "abridged": "stands",
    "too_short": "open",
    "not_found": "open",
    "not_checked": "open",
    "cut_off": "stands",
}
# What is told beside the wording.
_NAMES = {
    "other_speaker": N_("another speaker"),
    "questioner": N_("a questioner’s words"),
    "quoted_by_speaker": N_("quoted by the speaker"),
    "other_date": N_("another day"),
    "superseded": N_("superseded"),
    "withdrawn": N_("withdrawn"),
    "cut_off": N_("a negation left outside"),
    "not_checked": N_("not checked"),
}
_MOST_PLACES = 5


class Piece(NamedTuple):
    """A stretch of the article's words, the beginning or end of a quotation in it, or a quotation's number."""

    kind: Literal["words", "begin", "end", "number"]
    words: str = ""
    n: int = 0
    standing: str = ""


class AtPage(NamedTuple):
    """The page of a site that shows words: where it is from the site's folder, its title, and which of its days is told."""

    link: str | None
    title: str
    day: str | None


class CardPlace(NamedTuple):
    """Another place of a quotation's words, or of those closest to them, which are told; the page that shows it, where one does."""

    said: str
    words: str | None
    at: AtPage | None


class CardView(NamedTuple):
    """What is shown of one quotation beside the article: its wording, claims, verdict, and where the words stand."""

    n: int
    heading: str
    standing: str
    claims: tuple[tuple[str, str], ...]
    summary: str | None
    on_record: tuple[tuple[str, bool], ...]
    facts: tuple[tuple[str, str], ...]
    places: tuple[CardPlace, ...]
    place: str | None
    said_by: str | None
    title: str | None
    address: str | None
    url: str | None
    link: str | None
    captured: str | None
    basis: str | None
    page: str | None


class RowView(NamedTuple):
    """A paragraph of the article with the quotations that begin in it."""

    pieces: tuple[Piece, ...]
    cards: tuple[CardView, ...]


class ReviewView(NamedTuple):
    """A reviewed article: what is told of the whole, and its paragraphs with a card for each quotation."""

    title: str
    has_title: bool
    name: str
    url: str | None
    language: str | None
    posted_on: str | None
    counts: tuple[tuple[str, int, str], ...]
    number: str
    short: str
    searched: str
    issues: tuple[str, ...]
    rows: Iterator[RowView]


PageOf = Callable[[Citation], AtPage | None]
"""Tells which page shows the words of a citation; None where none does."""


def render_review(review: Review) -> Iterator[str]:
    """Yield an HTML page, piece by piece: the article, each quotation in it linked to how it stands to the record.

    The article's words are only ever escaped text, and what would move or hide them is written as `⟨U+202E⟩`.
    """
    style = styles("palette", "alone", "report", "reviewed")
    return open_templates().get_template("reviewed.html").generate(style=style, view=view_review(review))


def view_review(
    review: Review, page_of: PageOf = lambda citation: None, tongue: Tongue = ENGLISH
) -> ReviewView:
    """Return what is shown of a review."""
    article = review.article
    counts = Counter(name for one in review.quotations for name in _names(one.verdict))
    return ReviewView(
        title=visible(article.title or article.name),
        has_title=bool(article.title),
        name=visible(article.name),
        url=visible(article.url) if article.url else None,
        language=article.language,
        posted_on=article.posted_on,
        counts=tuple(
            (_printed(name, tongue), number, _standing_of([name])) for name, number in counts.most_common()
        ),
        number=tongue.ngettext(
            "%(num)s quotation of five words or more",
            "%(num)s quotations of five words or more",
            len(review.quotations),
        ),
        short=tongue.ngettext(
            "%(num)s shorter stretch in marks not checked",
            "%(num)s shorter stretches in marks not checked",
            len(review.short),
        )
        if review.short
        else "",
        searched=_searched(review.searched) if tongue.tag == "en" else tell_searched(review.searched, tongue),
        issues=tuple(visible(issue.message) for issue in review.issues if issue.severity != "note"),
        rows=_without_title(_rows(review, page_of, tongue), visible(article.title or "")),
    )


def _basis(basis: Basis, tongue: Tongue) -> str:
    """What a verdict rests on: whose text it is, whose page, and how that came."""
    told = tongue.gettext(BASES[basis.text_status])
    if basis.came is None:
        return told
    page = tongue.gettext(
        "%(whose)s, and %(came)s",
        whose=tell_whose(tongue, is_own=bool(basis.own)),
        came=tell_came(basis.came, tongue),
    )
    return tongue.gettext("%(said)s; %(reason)s", said=told, reason=page)


def _searched(searched: Searched) -> str:
    days = ""
    if searched.from_ and searched.to:
        days = f", of {printed_date(searched.from_)} to {printed_date(searched.to)}"
    return f"{searched.statements:,} statements in {searched.versions:,} versions, {searched.turns:,} turns{days}"


def _without_title(rows: Iterator[RowView], title: str) -> Iterator[RowView]:
    """The rows without a first one that is the title, which stands above them; not where something is quoted in it."""
    for number, row in enumerate(rows):
        if number or len(row.pieces) != 1 or " ".join(row.pieces[0].words.split()) != " ".join(title.split()):
            yield row


def _rows(review: Review, page_of: PageOf, tongue: Tongue) -> Iterator[RowView]:
    """The lines of the article that hold anything, in order, and the cards of the quotations that begin in each."""
    text = review.article.text
    edges = sorted(_edges(review.quotations), key=lambda edge: edge[:3])
    at, start = 0, 0
    opened: list[Piece] = []
    for line in text.split("\n"):
        end = start + len(line)
        pieces = list(opened)
        cards: list[CardView] = []
        place = start
        while at < len(edges) and (edges[at][0] <= end):
            offset, begins, _, one = edges[at]
            offset = max(offset, place)
            pieces.append(Piece("words", visible(text[place:offset])))
            place = offset
            standing = _standing_of(_names(one.verdict))
            if begins:
                opened.append(Piece("begin", n=one.n, standing=standing))
                pieces.append(opened[-1])
                cards.append(_card(one, page_of, tongue))
            else:
                pieces += _closed(opened, one.n, standing)
            at += 1
        pieces.append(Piece("words", visible(text[place:end])))
        pieces += [Piece("end")] * len(opened)
        if line.strip():
            yield RowView(
                tuple(piece for piece in pieces if piece.kind != "words" or piece.words), tuple(cards)
            )
        start = end + 1


def _closed(opened: list[Piece], n: int, standing: str) -> list[Piece]:
    """The pieces that end a quotation: what was opened inside it and goes on is ended before and begun again behind."""
    place = next((index for index, piece in enumerate(opened) if piece.n == n), None)
    if place is None:
        return []
    inner = opened[place + 1 :]
    del opened[place]
    return [*[Piece("end")] * (len(inner) + 1), Piece("number", n=n, standing=standing), *inner]


def _edges(quotations: Sequence[ReviewedQuotation]) -> Iterator[tuple[int, bool, int, ReviewedQuotation]]:
    for one in quotations:
        yield one.span[0], True, one.n, one
        yield one.span[1], False, -one.n, one


def _names(verdict: Verdict | None) -> list[str]:
    """What a verdict says, in the words of its axes: the wording, and what contradicts beside it."""
    if verdict is None:
        return ["not_checked"]
    beside = (verdict.attribution, verdict.date, verdict.version)
    outside = ["cut_off"] if verdict.cut_off else []
    return [verdict.wording, *outside, *(name for name in beside if name in _NAMES)]


def _printed(name: str, tongue: Tongue) -> str:
    if name in _NAMES:
        return tongue.gettext(_NAMES[name])
    return name.replace("_", " ") if tongue.tag == "en" else tongue.word("wording", name)


def _standing_of(names: Sequence[str]) -> str:
    """Whether the record contradicts what is quoted ("differs"), cannot tell ("open"), or has it so ("stands")."""
    standings = {_STANDING.get(name, "differs") for name in names}
    return next(standing for standing in ("open", "differs", "stands") if standing in standings)


def _card(one: ReviewedQuotation, page_of: PageOf, tongue: Tongue) -> CardView:
    verdict = one.verdict
    cited = verdict.citation if verdict else None
    names = _names(verdict)
    return CardView(
        n=one.n,
        heading=tongue.gettext("; ").join(_printed(name, tongue) for name in names),
        standing=_standing_of(names),
        claims=tuple(_claims(one, tongue)),
        summary=_summary(verdict, tongue) if verdict else None,
        on_record=tuple(_marked(cited, verdict.edits)) if cited and verdict else (),
        facts=tuple(_facts(verdict, tongue)) if verdict else (),
        places=tuple(
            CardPlace(_place(other, tongue), None if cited else visible(other.text), page_of(other))
            for other in (verdict.alternatives[:_MOST_PLACES] if verdict else ())
        ),
        place=_place(cited, tongue) if cited else None,
        said_by=visible(one.place.speaker) if one.place and one.place.speaker else None,
        title=visible(one.place.title) if one.place and one.place.title else None,
        address=visible(one.place.address.partition("#")[0]) if one.place else None,
        link=visible(one.place.link) if one.place and one.place.link else None,
        url=visible(cited.url or cited.digest) if cited else None,
        captured=_captured(cited, tongue) if cited else None,
        basis=_basis(verdict.basis, tongue) if cited and verdict else None,
        page=at.link if cited and (at := page_of(cited)) else None,
    )


def _captured(cited: Citation, tongue: Tongue) -> str:
    return tongue.moment(cited.captured_at) if cited.captured_at else tongue.gettext("at a time not known")


def _summary(verdict: Verdict, tongue: Tongue) -> str:
    return visible(verdict.summary if tongue.tag == "en" else summarise(verdict, None, tongue))


def _claims(one: ReviewedQuotation, tongue: Tongue) -> Iterator[tuple[str, str]]:
    _ = tongue.gettext
    yield _("claimed"), visible(one.speaker.value) if one.speaker else _("nobody named beside it")
    if one.date:
        yield tongue.pgettext("day", "on"), tongue.date(one.date.value)
    if one.within:
        yield _("inside"), _("quotation %(n)s", n=one.within)


def _facts(verdict: Verdict, tongue: Tongue) -> Iterator[tuple[str, str]]:
    yield from tell_differences(verdict, tongue)
    if verdict.wording in ("spliced", "reordered"):
        for part in verdict.parts:
            words = tongue.gettext("“%(words)s”", words=visible(part.text))
            yield tongue.gettext("a part"), f"{words} ({_place(part, tongue)})"


def _marked(cited: Citation, edits: Sequence[Edit]) -> Iterator[tuple[str, bool]]:
    """The words on record, those that differ told apart."""
    spans = _joined((edit.span[0] - cited.span[0], edit.span[1] - cited.span[0]) for edit in edits)
    at = 0
    for start, end in spans:
        start, end = max(start, at), min(end, len(cited.text))
        yield visible(cited.text[at:start]), False
        if start < end:
            yield visible(cited.text[start:end]), True
        at = max(at, end)
    yield visible(cited.text[at:]), False


def _joined(spans: Iterator[Span]) -> list[Span]:
    return [span for span, _ in groupby(sorted(spans))]


def _place(cited: Citation, tongue: Tongue) -> str:
    place = {"id": visible(cited.statement), "version": cited.version, "turn": cited.turn}
    return tongue.gettext("%(id)s, version %(version)s, turn %(turn)s", **place)
