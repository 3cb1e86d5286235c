"""The operations of the API: one list, from which the routes, the checks of what is given and the OpenAPI text are made."""

from __future__ import annotations

import difflib
import io
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from itertools import islice
from typing import Any, NamedTuple

import msgspec

from onrecord import (
    HIT_ORDERS,
    KINDS,
    AnnouncedNotice,
    Event,
    Hit,
    KnownSource,
    Listed,
    OverTime,
    Place,
    Review,
    Revision,
    Unheld,
    Uses,
    Verdict,
)
from onrecord.web.cursors import read_place, read_rows, write_place, write_rows
from onrecord.web.desks import Desk
from onrecord.web.faults import refuse, with_paths
from onrecord.web.settings import Bounds
from onrecord.web.shapes import (
    Asking,
    CitedPlaces,
    CoveragePiece,
    EventsPiece,
    HitsPiece,
    Limits,
    NoticesPiece,
    Reviewing,
    Revisions,
    Service,
    Shown,
    SourcesPiece,
    StatementsPiece,
    Versions,
)

ROOT = "/api/v1"
Given = Mapping[str, Any]


class Parameter(NamedTuple):
    """Something that a request may tell: its name, JSON Schema, and what it is for."""

    name: str
    schema: dict[str, Any]
    text: str
    is_in_path: bool = False
    is_required: bool = False


class Operation(NamedTuple):
    """Something that may be asked: where, what of, what comes back; `items` are what its CSV has a row for."""

    name: str
    path: str
    text: str
    answer: type
    make: Callable[[Desk, Given], Any]
    parameters: tuple[Parameter, ...] = ()
    items: type | None = None
    takes: type | None = None


_BOUNDS = Bounds()
_TEXT = {"type": "string", "maxLength": 300, "pattern": r"\S"}
_DATE = {
    "type": "string",
    "pattern": r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?$|^[0-9]{4}-[0-9]{2}-(29|30|31)$",
}
_CURSOR = Parameter(
    "cursor", {"type": "string", "maxLength": 600}, "Where to go on: `next` of the piece before."
)
_FILTERS = (
    Parameter("source", _TEXT, "The site or office that published: its name, or a host of it."),
    Parameter("speaker", _TEXT, "A part of a speaker's name."),
    Parameter("kind", {"type": "string", "enum": list(KINDS)}, "The kind of statement."),
    Parameter(
        "language",
        {"type": "string", "maxLength": 35, "pattern": "^[A-Za-z0-9-]+$"},
        "The language of the text: en, ru, zh, …",
    ),
    Parameter(
        "since", _DATE, "Given (or posted) on this year, month or day, or after: 2031, 2031-02 or 2031-02-03."
    ),
    Parameter(
        "until",
        _DATE,
        "Given (or posted) on this year, month or day, or before: 2031, 2031-02 or 2031-02-03.",
    ),
)
_ID = Parameter(
    "id", {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^/]+$"},
    "The id of a statement, or a beginning of it that no other has.", is_in_path=True, is_required=True,
)  # fmt: skip
_VERSION = Parameter(
    "version",
    {"type": "integer", "minimum": 1, "maximum": 1_000_000},
    "A version by its number; the current one without.",
)
_WORDS = Parameter(
    "q", {"type": "string", "minLength": 1, "maxLength": 2_000},
    "Words, “phrases”, AND, OR, NOT and parentheses.", is_required=True,
)  # fmt: skip
_ORDER = Parameter(
    "order",
    {"type": "string", "enum": list(HIT_ORDERS), "default": HIT_ORDERS[0]},
    "How well the turns fit, or the day of their statements.",
)
_QUOTE = Parameter(
    "quote",
    {"type": "string", "minLength": 1, "maxLength": 2_000},
    "Words as they stand there.",
    is_required=True,
)
_CLAIMS = (
    Parameter("quotation", {"type": "string", "minLength": 1, "maxLength": 6_000}, "What is said to have been said.", is_required=True),
    Parameter("speaker", _TEXT, "Who is said to have said it."),
    Parameter("date", _DATE, "When it is said to have been said: 2031, 2031-02 or 2031-02-03."),
)  # fmt: skip


_SINCE = Parameter(
    "since", {"type": "string", "maxLength": 40, "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})?)?$"},
    "Seen at this time or after.",
)  # fmt: skip


def _limit(most: int, otherwise: int) -> Parameter:
    schema = {"type": "integer", "minimum": 1, "maximum": most, "default": otherwise}
    return Parameter("limit", schema, "Rows of one piece.")


def _limits(desk: Desk, given: Given, reach: int | None = None) -> Limits:
    return Limits(given.get("limit", desk.settings.bounds.rows), reach, desk.settings.bounds.seconds)


def _filters(given: Given) -> dict[str, Any]:
    return {each.name: given[each.name] for each in _FILTERS if each.name in given}


def _service(desk: Desk, given: Given) -> Service:
    profile = desk.settings.profile
    links = {each.name: ROOT + each.path for each in OPERATIONS if each.takes is None}
    return Service(
        name=profile.name, keeper=profile.keeper, own=profile.own, language=profile.language, onrecord=version("onrecord"),
        state=desk.archive.state, holds=desk.archive.holds(), limits=_limits(desk, given),
        links={**links, "openapi": f"{ROOT}/openapi.json"},
    )  # fmt: skip


def _statements(desk: Desk, given: Given) -> StatementsPiece:
    after: Place | None = read_place(given.get("cursor"))
    piece = desk.archive.list_piece(limit=given["limit"], after=after, **_filters(given))
    unheld = () if piece.total else tuple(desk.archive.unheld(**_filters(given)))
    return StatementsPiece(
        piece.statements,
        piece.total,
        write_place(piece.after),
        _in_words_of_the_api(unheld),
        _limits(desk, given),
    )


def _statement(desk: Desk, given: Given) -> Shown:
    held = desk.archive.show(given["id"], version=given.get("version"))
    site = desk.site("")
    level = site.level(held.listed.source, held.listed.id)
    cut = site.cut(held)
    return Shown(
        cut.listed, cut.version, cut.statement, cut.capture, cut.came, cut.own, shown=level
    )  # fmt: skip


def _versions(desk: Desk, given: Given) -> Versions:
    held = desk.archive.show(given["id"])
    listed = held.listed
    return Versions(listed.id, held.version, listed.versions, listed.witnesses)


def _diff(desk: Desk, given: Given) -> Revisions:
    if ("from" in given) != ("to" in given):
        raise refuse(400, "wrong_call", "A step needs both its versions: give from and to, or neither.")
    listed = desk.archive.show(given["id"]).listed
    level = desk.site("").level(listed.source, listed.id)
    steps = desk.archive.diff(listed.id, given.get("from"), given.get("to"))
    return Revisions(listed.id, tuple(_with_words(each, level) for each in steps), level)


def _with_words(revision: Revision, level: str) -> Revision:
    """Return a revision with its words only where those of the statement are published whole."""
    if level == "full":
        return revision
    bare = (msgspec.structs.replace(each, old="", new="", prefix="", suffix="") for each in revision.changes)
    return msgspec.structs.replace(revision, changes=tuple(bare))


def _changes(desk: Desk, given: Given) -> EventsPiece:
    since, limit = given.get("cursor") or given.get("since"), given["limit"]
    events = list(islice(desk.archive.changes(since), limit + 1))
    site = desk.site("")
    shown = tuple(_published(each, site.level(each.source, each.statement)) for each in events[:limit])
    cursor = shown[-1].cursor if len(events) > limit else None
    return EventsPiece(shown, cursor, desk.archive.was_read_otherwise(since), _limits(desk, given))


def _published(event: Event, level: str) -> Event:
    revision = event.revision and _with_words(event.revision, level)
    notice = event.notice
    if notice is not None and level not in _WITH_WORDS:
        notice = msgspec.structs.replace(notice, lead=None)
    return msgspec.structs.replace(event, revision=revision, notice=notice)


_WITH_WORDS = ("full", "excerpt")


def _search(desk: Desk, given: Given) -> HitsPiece:
    state, reach, limit = desk.archive.state, desk.settings.bounds.reach, given["limit"]
    skip = read_rows(given.get("cursor"), state, reach)
    limit = min(limit, reach - skip)
    order = given.get("order", HIT_ORDERS[0])
    found = desk.archive.find(given["q"], limit=limit, skip=skip, order=order, **_filters(given))
    goes_on = found.more and skip + limit < reach
    site = desk.site("")
    hits = tuple(site.cut_hit(hit) for hit in found.hits)
    cursor = write_rows(state, skip + limit) if goes_on else None
    unheld = () if found.turns else tuple(desk.archive.unheld(**_filters(given)))
    told = _in_words_of_the_api(unheld)
    return HitsPiece(hits, found.turns, found.facets, cursor, told, _limits(desk, given, reach))


def _in_words_of_the_api(unheld: tuple[Unheld, ...]) -> tuple[Unheld, ...]:
    return tuple(msgspec.structs.replace(each, message=with_paths(each.message)) for each in unheld)


def _check(desk: Desk, given: Given) -> Verdict:
    return desk.archive.check(given["quotation"], speaker=given.get("speaker"), date=given.get("date"))


def _cite(desk: Desk, given: Given) -> CitedPlaces:
    where = {"version": given.get("version"), "turn": given.get("turn"), "quote": given["quote"]}
    return CitedPlaces(tuple(desk.archive.cite(given["id"], profile=desk.settings.profile, **where)))


def _first(desk: Desk, given: Given) -> Uses:
    most = desk.settings.bounds.uses
    return desk.archive.first(
        given["words"], speaker=given.get("speaker"), source=given.get("source"), most=most
    )


def _over_time(desk: Desk, given: Given) -> OverTime:
    return desk.archive.over_time(given["words"], **_filters(given))


def _coverage(desk: Desk, given: Given) -> CoveragePiece:
    rows, total, cursor = _piece(desk, given, list(desk.archive.coverage(source=given.get("source"))))
    return CoveragePiece(rows, total, cursor, _limits(desk, given))


def _review(desk: Desk, given: Given) -> Review:
    article = io.BytesIO(given["text"].encode("utf-8", "replace"))
    told = {"url": given.get("url"), "posted_on": given.get("posted_on")}
    return desk.archive.review(article, goes_on=lambda: desk.has_time, **told)


def _piece(desk: Desk, given: Given, every: Sequence[Any]) -> tuple[tuple[Any, ...], int, str | None]:
    state, limit = desk.archive.state, given["limit"]
    skip = read_rows(given.get("cursor"), state, max(len(every), 1))
    rows = tuple(islice(every, skip, skip + limit))
    return rows, len(every), write_rows(state, skip + limit) if skip + limit < len(every) else None


def _notices(desk: Desk, given: Given) -> NoticesPiece:
    site = desk.site("")
    rows, total, cursor = _piece(desk, given, list(desk.archive.announced(**_filters(given))))
    kept = tuple(
        msgspec.structs.replace(each, notice=msgspec.structs.replace(each.notice, lead=None))
        if site.level(each.source) == "metadata"
        else each
        for each in rows
    )
    return NoticesPiece(kept, total, cursor, _limits(desk, given))


def _sources(desk: Desk, given: Given) -> SourcesPiece:
    rows, total, cursor = _piece(desk, given, list(desk.archive.sources()))
    return SourcesPiece(rows, total, cursor, _limits(desk, given))


_ROWS = (_limit(_BOUNDS.rows, 50), _CURSOR)
OPERATIONS: tuple[Operation, ...] = (
    Operation("service", "", "Whose record this is, and what may be asked.", Service, _service),
    Operation(
        "statements", "/statements", "The statements that pass the filters, the latest first.", StatementsPiece,
        _statements, (*_FILTERS, *_ROWS), items=Listed,
    ),
    Operation("statement", "/statements/{id}", "One version of a statement, with its words as far as they are published.", Shown, _statement, (_ID, _VERSION)),
    Operation("versions", "/statements/{id}/versions", "The versions of a statement, and the captures that attest them.", Versions, _versions, (_ID,)),
    Operation(
        "diff", "/statements/{id}/diff", "What changed from version to version, oldest first; with from and to, that step alone.",
        Revisions, _diff, (_ID, _VERSION._replace(name="from", text="The earlier version."), _VERSION._replace(name="to", text="The later version.")),
    ),
    Operation(
        "changes", "/changes", "What is new, edited, removed, returned, moved or resolved, in the order in which the record learnt of it.",
        EventsPiece, _changes, (_SINCE, *_ROWS), items=Event,
    ),
    Operation(
        "search", "/search", "The turns that hold the words, the best first, with facets.", HitsPiece, _search,
        (_WORDS, *_FILTERS, _ORDER, _limit(_BOUNDS.hits, 20), _CURSOR), items=Hit,
    ),
    Operation("check", "/check", "How a quotation stands to what was published.", Verdict, _check, _CLAIMS),
    Operation("check_body", "/check", "The same of a longer quotation; nothing of the body is kept.", Verdict, _check, takes=Asking),
    Operation(
        "cite", "/statements/{id}/cite", "Words of a statement, cited in all forms; each of them leads back to the words.",
        CitedPlaces, _cite, (_ID, _QUOTE, _VERSION, _VERSION._replace(name="turn", text="The turn in which the words stand.")),
    ),
    Operation("first", "/first", "First and last use of words that stand in a row, by speaker and source.", Uses, _first, (_QUOTE._replace(name="words"), *_FILTERS[:2])),
    Operation("over_time", "/over-time", "In how many turns of each month words stand in a row, beside all turns held of it and its captures.", OverTime, _over_time, (_QUOTE._replace(name="words"), *_FILTERS)),
    Operation("coverage", "/coverage", "What is held of each source month by month, and what is missing.", CoveragePiece, _coverage, (_FILTERS[0], *_ROWS)),
    Operation("review", "/review", "Every quotation of an article, each with its verdict; nothing of the body is kept.", Review, _review, takes=Reviewing),
    Operation(
        "notices", "/notices", "What lists and feeds announced, held or not, the latest first.", NoticesPiece, _notices,
        (*_FILTERS, *_ROWS), items=AnnouncedNotice,
    ),
    Operation("sources", "/sources", "What is known of each source.", SourcesPiece, _sources, _ROWS, items=KnownSource),
)  # fmt: skip


def read_given(
    operation: Operation, path: Mapping[str, str], query: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """Return what a request tells, each as its schema says; refused where it is not, or is told twice or under no known name."""
    known = {each.name: each for each in operation.parameters}
    given: dict[str, Any] = {}
    for name, text in (*path.items(), *query):
        if name not in known or (known[name].is_in_path and name not in path):
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known) or 'none here'}."
            raise refuse(400, "wrong_call", f"There is no parameter {name[:80]!r}: {hint}")
        if name in given:
            raise refuse(400, "wrong_call", f"The parameter {name} is given twice: give it once.")
        given[name] = read_value(known[name], text)
    for each in operation.parameters:
        if each.is_required and each.name not in given:
            raise refuse(400, "wrong_call", f"The parameter {each.name} is missing. It takes: {each.text}")
        if "default" in each.schema:
            given.setdefault(each.name, each.schema["default"])
    return given


def read_value(parameter: Parameter, text: str) -> Any:
    """Return a parameter's value; refused where its schema does not allow it."""
    schema = parameter.schema
    if schema["type"] == "integer":
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1
        if not schema["minimum"] <= number <= schema["maximum"]:
            raise refuse(
                400,
                "wrong_call",
                f"{parameter.name} is {text[:40]!r}: give a whole number from {schema['minimum']} to {schema['maximum']:,}.",
            )
        return number
    told = msgspec.Meta(
        min_length=schema.get("minLength"), max_length=schema.get("maxLength"), pattern=schema.get("pattern")
    )
    most = schema.get("maxLength", len(text))
    if len(text) > most:
        said = f"{parameter.name} has {len(text):,} characters: give {most:,} at most."
        raise refuse(400, "wrong_call", said)
    try:
        msgspec.convert(text, _annotated(told))
    except msgspec.ValidationError:
        said = f"{parameter.name} is {text[:40]!r}, which it cannot be. It takes: {parameter.text}"
        raise refuse(400, "wrong_call", said) from None
    if "enum" in schema and text not in schema["enum"]:
        near = difflib.get_close_matches(text, schema["enum"], n=1, cutoff=0.6)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(schema['enum'])}."
        raise refuse(400, "wrong_call", f"{parameter.name} is {text[:40]!r}: {hint}")
    return text


def _annotated(told: msgspec.Meta) -> Any:
    from typing import Annotated

    return Annotated[str, told]
