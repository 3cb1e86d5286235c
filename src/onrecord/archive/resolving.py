"""`resolve`: a citation back to the words, in whatever version and turns they stand by now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.citing import Asked, Found, Shown, at_page, find_places, select_words
from onrecord.errors import NotFound
from onrecord.model import Citation, Held, Resolved, ResolvedPlace
from onrecord.publishing.citing.cited import text_of_site
from onrecord.record import Record

ByWords = Callable[[str], Iterable[str]]
"""Tells which statements may hold words that come without a statement or an address."""


def resolve(record: Record, asked: Asked, by_words: ByWords) -> Resolved:
    """Return where the words stand by now; what is not found is told, never raised."""
    try:
        statements = _statements(record, asked, by_words)
    except NotFound as gone:
        return Resolved("not_found", None, (), str(gone))
    if not statements:
        return Resolved("not_found", None, (), _nowhere(asked))
    found = [each for statement in statements for each in _in_statement(record, statement, asked)]
    exact = [each for each in found if each.exact]
    places = tuple(exact or found)
    if not places and asked.statement is not None:
        # An older capture may have told that its address had another statement first, which has this id by now.
        beside = [each for each in _beside(record, statements[0]) if each not in statements]
        exact = [place for each in beside for place in _in_statement(record, each, asked) if place.exact]
        places = tuple(exact)
    if not places:
        of = "statement" if len(statements) == 1 else "statements"
        return Resolved(
            "not_found", None, (), f"The words do not stand in any version of {of} {', '.join(statements)}."
        )
    how = _how(asked, places)
    version = "current" if any(each.current for each in places) else "superseded"
    return Resolved(how, version if exact else None, places, _summary(how, places))  # type: ignore[arg-type]


def show_version(record: Record, held: Held) -> Shown:
    """Return a version as its page shows it."""
    page = record.page(held.listed.id, held.version).page
    return Shown(held.listed.id, held.version, page.text, held.statement.turns, held.capture)


def _statements(record: Record, asked: Asked, by_words: ByWords) -> list[str]:
    if asked.statement is not None:
        found = record.held(asked.statement).listed.id
        # A beginning of an id is what a person types; a citation names its statement whole.
        if found != asked.statement and found.startswith(asked.statement):
            raise NotFound(f"There is no statement {asked.statement} in this archive.")
        return [found]
    if asked.url is not None:
        return record.statements_at(asked.url)
    return list(by_words(asked.selector.exact)) if asked.selector else []


def _beside(record: Record, statement: str) -> list[str]:
    """Return the statements that stand, or stood, at the address of one."""
    url = record.held(statement).capture.url
    return record.statements_at(url) if url is not None else []


def _nowhere(asked: Asked) -> str:
    if asked.url is not None:
        return f"No statement at {asked.url} is held in this archive."
    return "The words do not stand in any statement of this archive."


def _in_statement(record: Record, statement: str, asked: Asked) -> list[ResolvedPlace]:
    """Return the places in the first version that has any: the one that was cited, the current one, then the latest."""
    versions = {held.version: held for held in record.versions(statement)}
    current = record.held(statement).version
    order = dict.fromkeys(
        n for n in (asked.hint.version, current, *sorted(versions, reverse=True)) if n in versions
    )
    changed: list[ResolvedPlace] = []
    in_current: list[Found] | None = None
    for n in order:
        found = _find(record, versions[n], asked)
        exact = [each for each in found if each.exact]
        if exact and n != current and in_current is None:
            in_current = _find(record, versions[current], asked)
        is_current = n == current or any(each.exact for each in in_current or ())
        if exact:
            return [_place(each, versions[n], current=is_current, is_one=len(exact) == 1) for each in exact]
        changed = changed or [_place(each, versions[n], current=n == current, is_one=False) for each in found]
    return changed


def _find(record: Record, held: Held, asked: Asked) -> list[Found]:
    page = show_version(record, held)
    if not asked.of_site or asked.directive is None:
        return find_places(page, asked)
    text, turns = text_of_site(held.statement)
    found = find_places(page._replace(text=text, turns=turns), asked)
    # What the site has around the words follows from the turns, and these may be others by now.
    bare = asked._replace(directive=asked.directive._replace(prefix=None, suffix=None))
    return [at_page(each, page) for each in found] or find_places(page, bare)


def _place(found: Found, held: Held, *, current: bool, is_one: bool) -> ResolvedPlace:
    shown = found.shown
    speakers = {turn.speaker or turn.label for turn, _ in found.parts}
    return ResolvedPlace(
        statement=shown.statement,
        version=shown.version,
        current=current,
        exact=found.exact,
        text=found.text,
        citations=tuple(_citations(found, is_one)),
        speaker=speakers.pop() if len(speakers) == 1 else None,
        title=held.statement.title,
    )


def _citations(found: Found, is_one: bool) -> Iterator[Citation]:
    shown, capture = found.shown, found.shown.capture
    for turn, (start, end) in found.parts:
        span = turn.span[0] + start, turn.span[0] + end
        # Places that nothing tells apart may be thousands: no more is looked at of what stands around each.
        selector = select_words(shown.text, span, most=None if is_one else 0)
        yield Citation(
            shown.statement, shown.version, turn.n, (start, end), turn.text[start:end],
            capture.url, capture.captured_at, capture.digest, selector,
        )  # fmt: skip


def _how(asked: Asked, places: Sequence[ResolvedPlace]) -> str:
    if not places[0].exact:
        return "changed"
    if len(places) > 1:
        return "several"
    (place,) = places
    version, turn, span = asked.hint
    if version not in (None, place.version) or (version and asked.statement not in (None, place.statement)):
        return "moved"
    if turn is None:
        return "as_cited"
    cited = [(each.turn, each.span) for each in place.citations]
    return "as_cited" if len(cited) == 1 and cited[0][0] == turn and span in (None, cited[0][1]) else "moved"


def _summary(how: str, places: Sequence[ResolvedPlace]) -> str:
    where = "; ".join(_where(each) for each in places[:5]) + ("; …" if len(places) > 5 else "")
    told = {
        "as_cited": f"The words stand where they were cited: {where}",
        "moved": f"The words stand elsewhere than they were cited: {where}",
        "several": f"The words stand in {len(places)} places, which the citation does not tell apart: {where}",
        "changed": f"What begins and ends as it was cited has other words by now: {where}",
    }[how]
    later = (
        ""
        if how == "changed" or any(each.current for each in places)
        else "; the current version does not have them"
    )
    return f"{told}{later}."


def _where(place: ResolvedPlace) -> str:
    turns = [str(each.turn) for each in place.citations]
    stand = f"turn{'s' if len(turns) > 1 else ''} {' and '.join(turns)}" if turns else "in no turn"
    return f"{place.statement}, version {place.version}, {stand}"
