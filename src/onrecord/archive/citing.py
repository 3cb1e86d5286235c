"""`cite`: words of the record, found and cited in all forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.archive.resolving import ByWords, resolve, show_version
from onrecord.citing import (
    Asked,
    Hint,
    find_places,
    make_address,
    make_directive,
    make_link,
    parse_forms,
    select_words,
    trim_span,
)
from onrecord.errors import NotFound, WrongCall
from onrecord.model import Citation, Cited, Held, Selector, Span, Turn, Verdict
from onrecord.publishing import Profile
from onrecord.publishing.citing.citations import Quoted
from onrecord.publishing.citing.cited import page_of_site, render_forms, text_of_site
from onrecord.record import Record


def find_span(
    record: Record, held: Held, turn: int | None, span: Span | None, quote: str | None
) -> tuple[Turn, Span]:
    """Return the turn and the stretch of its text that are meant; WrongCall where they are not one."""
    turns, called = held.statement.turns, f"{held.listed.id}, version {held.version},"
    if turn is not None and not 1 <= turn <= len(turns):
        count = "1 turn" if len(turns) == 1 else f"{len(turns):,} turns"
        raise WrongCall(f"Statement {called} has {count}: there is no turn {turn}.")
    if quote is not None:
        return _find_quote(record, held, turn, quote)
    if turn is None and len(turns) != 1:
        raise WrongCall(f"Statement {called} has {len(turns)} turns: name the turn, or quote the words.")
    chosen = turns[(turn or 1) - 1]
    start, end = span or (0, len(chosen.text))
    if not 0 <= start < end <= len(chosen.text):
        raise WrongCall(
            f"Turn {chosen.n} has {len(chosen.text):,} characters: {start}-{end} is no stretch of it."
        )
    return chosen, (start, end)


def _find_quote(record: Record, held: Held, turn: int | None, quote: str) -> tuple[Turn, Span]:
    asked = Asked(None, None, Selector(quote, "", ""), None, None, Hint())
    places = find_places(show_version(record, held), asked)
    parts = [each.parts[0] for each in places if len(each.parts) == 1 and turn in (None, each.parts[0][0].n)]
    called = f"{f'turn {turn} of ' if turn else ''}{held.listed.id}, version {held.version}"
    if not parts:
        raise NotFound(f"These words do not stand in one turn of {called}: `check` finds what stands there.")
    if len(parts) > 1:
        where = ", ".join(f"turn {one.n} at {span[0]}-{span[1]}" for one, span in parts[:5])
        raise WrongCall(
            f"These words stand in {len(parts)} places of {called} ({where}): name turn and span."
        )
    return parts[0]


Where = tuple[int | None, int | None, Span | None, str | None]
"""Version, turn, span of its text, and words: what was said of the place."""


def cite_any(
    record: Record, what: str | Verdict | Citation, where: Where, by_words: ByWords, profile: Profile
) -> list[Cited]:
    """Return what a statement's place, a verdict, a citation or a text with citations leads to, cited in all forms."""
    version, turn, span, quote = where
    if isinstance(what, Verdict | Citation):
        return list(cite_citations(record, _citations_of(what), by_words, profile))
    verdict = _verdict_in(what)
    if verdict is not None:
        return list(cite_citations(record, _citations_of(verdict), by_words, profile))
    asked = parse_forms(what)
    if not asked:
        held = record.held(what, version)
        return [cite_words(record, held, *find_span(record, held, turn, span, quote), profile)]
    return [cited for each in asked for cited in cite_again(record, each, by_words, profile)]


def _verdict_in(text: str) -> Verdict | None:
    if not text.lstrip().startswith("{"):
        return None
    try:
        return msgspec.json.decode(text, type=Verdict)
    except msgspec.DecodeError:
        return None


def _citations_of(what: Verdict | Citation) -> tuple[Citation, ...]:
    if isinstance(what, Citation):
        return (what,)
    if what.citation is None:
        raise NotFound(f"There is nothing to cite: {what.summary}")
    if what.wording in ("spliced", "not_found"):
        return what.parts or (what.citation,)
    return (what.citation, *what.alternatives)


def asked_in(form: str) -> list[Asked]:
    """Return the citations that a text holds; WrongCall where it holds none."""
    asked = parse_forms(form)
    if not asked:
        raise WrongCall(
            "There is no citation in that: give what `cite` prints, or a link with #:~:text=; for words alone use `check`."
        )
    return asked


def cite_words(record: Record, held: Held, turn: Turn, span: Span, profile: Profile) -> Cited:
    """Return the words at the span of a turn's text, cited in all forms; WrongCall where there is no word."""
    id_, version, capture = held.listed.id, held.version, held.capture
    text = record.page(id_, version).page.text
    asked, span = span, trim_span(turn.text, span)
    page_span = turn.span[0] + span[0], turn.span[0] + span[1]
    named = make_directive(text, page_span)
    if named is None:
        raise WrongCall(f"There is no word at {asked[0]}-{asked[1]} of turn {turn.n}: take a longer stretch.")
    words = turn.text[span[0] : span[1]]
    selector = select_words(text, page_span)
    citation = Citation(
        id_, version, turn.n, span, words, capture.url, capture.captured_at, capture.digest, selector
    )
    quoted = Quoted(
        citation=citation,
        statement=held.statement,
        turn=turn,
        capture=capture,
        versions=len(held.listed.versions),
        page_span=page_span,
        address=make_address(id_, version, turn.n, span, words, named.directive).printed(),
        link=make_link(capture.url, named.found),
        page=(profile.url or "") + page_of_site(id_, version, turn.n) + _in_site(held, turn, span),
        keeper=profile.keeper,
    )
    finds = named.found is not None and quoted.link is not None
    return Cited(citation, quoted.speaker, page_span, finds, render_forms(quoted))


def _in_site(held: Held, turn: Turn, span: Span) -> str:
    text, turns = text_of_site(held.statement)
    start = turns[turn.n - 1].span[0]
    named = make_directive(text, (start + span[0], start + span[1]))
    return f":~:text={named.found.encoded()}" if named and named.found else ""


def cite_citations(
    record: Record, citations: Iterable[Citation], by_words: ByWords, profile: Profile
) -> Iterator[Cited]:
    """Yield what each citation leads to, cited anew."""
    for each in citations:
        hint = Hint(each.version, each.turn, each.span)
        held = record.held(each.statement, each.version) if _is_held(record, each) else None
        turns = held.statement.turns if held else ()
        if held and each.turn <= len(turns) and turns[each.turn - 1].text[slice(*each.span)] == each.text:
            yield cite_words(record, held, turns[each.turn - 1], each.span, profile)
        else:
            asked = Asked(each.statement, None, each.selector, None, None, hint)
            yield from cite_again(record, asked, by_words, profile)


def _is_held(record: Record, citation: Citation) -> bool:
    try:
        return record.held(citation.statement).listed.id == citation.statement and citation.version <= len(
            record.held(citation.statement).listed.versions
        )
    except NotFound:
        return False


def cite_again(record: Record, asked: Asked, by_words: ByWords, profile: Profile) -> list[Cited]:
    """Return what a citation in any form leads to, cited anew: all its places; NotFound where there is none."""
    resolved = resolve(record, asked, by_words)
    cited = []
    for place in resolved.places:
        for each in place.citations if place.exact else ():
            held = record.held(each.statement, each.version)
            cited.append(cite_words(record, held, held.statement.turns[each.turn - 1], each.span, profile))
    if not cited:
        raise NotFound(resolved.summary)
    return cited
