"""The pages for people: those of the published site, and search, check, feeds of both, and captured pages besides."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import (
    HIT_ORDERS,
    Asked,
    Cited,
    Given,
    Held,
    NotFound,
    OnrecordError,
    ServedSite,
    Sought,
    Unheld,
    Verdict,
    WrongCall,
)
from onrecord.web.answers import HTML, Wanted, answer, sent, type_of, wanted_of
from onrecord.web.articles import reviewed_page
from onrecord.web.desks import Desk, Desks
from onrecord.web.faults import NO_CAPTURE, NO_PAGE, as_made, problem_of, refuse
from onrecord.web.headers import FRAME_POLICY
from onrecord.web.kept import Made
from onrecord.web.memento import memento_headers
from onrecord.web.tables import CSV

FILTERS = ("source", "speaker", "kind", "language", "since", "until")
HITS_PER_PAGE = 20
# statements/ID/v2/captured/frame
_CAPTURED = re.compile(r"statements/([a-z0-9_-]+)/v([1-9]\d{0,5})/captured/(index\.html|frame)?")
MOST_WORDS = 2_000
"""Characters of a search, as in the API: what is longer is a quotation to be checked."""
_MOST_FILTER = 300


class Pages:
    """The routes that answer people."""

    def __init__(self, desks: Desks) -> None:
        """Take the desks that answer."""
        self._desks = desks

    async def page(self, request: Request) -> Response:
        """Answer with a file of the site."""
        wanted = wanted_of(request)
        return await self._desks.ask(lambda desk: _page(desk, wanted))

    async def search(self, request: Request) -> Response:
        """Answer with the hits of a search."""
        wanted = wanted_of(request)
        return await self._desks.ask(lambda desk: _search(desk, wanted))

    async def check(self, request: Request) -> Response:
        """Answer with a verdict, of a quotation in the address or in the body; nothing of it is kept."""
        wanted = wanted_of(request)
        given = wanted.query
        if request.method == "POST":
            given = (await request.body()).decode("utf-8", "replace")
        return await self._desks.ask(
            lambda desk: _check(desk, wanted, dict(parse_qsl(given, max_num_fields=50)))
        )

    async def words(self, request: Request) -> Response:
        """Answer with words over time, as a page."""
        wanted = wanted_of(request)
        return await self._desks.ask(lambda desk: _words(desk, wanted, as_table=False))

    async def words_table(self, request: Request) -> Response:
        """Answer with words over time, as a table."""
        wanted = wanted_of(request)
        return await self._desks.ask(lambda desk: _words(desk, wanted, as_table=True))

    async def feed(self, request: Request) -> Response:
        """Answer with a feed of new statements, narrowed."""
        wanted = wanted_of(request)
        return await self._desks.ask(lambda desk: _feed(desk, wanted))


def fault_of(desk: Desk, wanted: Wanted, fault: Exception) -> Response:
    """Return the page that tells of a fault."""
    problem = problem_of(fault)
    tag, path = desk.interface_of(wanted.path)
    text = desk.site(wanted.base, tag).fault_page(problem.title, problem.detail, path)
    made = as_made(problem)
    headers = {**made.headers, "Content-Language": tag}
    return sent(made._replace(body=_encoded(text), media_type=HTML, headers=headers))


def _page(desk: Desk, wanted: Wanted) -> Response:
    if wanted.path.lstrip("/") in desk.settings.profile.interface[1:]:
        return RedirectResponse(f"{wanted.path}/", 308)
    tag, path = desk.interface_of(wanted.path)
    site = desk.site(wanted.base, tag)
    if captured := _CAPTURED.fullmatch(path):
        return _captured(desk, wanted, site, captured[1], int(captured[2]), captured[3])
    file = path + "index.html" if not path or path.endswith("/") else path

    def make() -> Made | None:
        text = site.page(file)
        if text is None:
            return None
        told = {"Content-Language": ", ".join(site.languages_of(file))} if type_of(file) == HTML else {}
        if policy := site.policy_of(file):
            told["Content-Security-Policy"] = policy
        return Made(_encoded(text), type_of(file), {**memento_headers(site, file), **told})

    # A style sheet, a map and a feed have no clock on them.
    moment = desk.moment if type_of(file) == HTML else ""
    found = answer(desk, wanted, make, moment=moment)
    if found is not None:
        return found
    last = file.rpartition("/")[2]
    if "." not in last and site.page(f"{file}/index.html") is not None:
        return RedirectResponse(f"{last}/" + (f"?{wanted.query}" if wanted.query else ""), 308)
    if (folder := _own_message_at(desk, site, wanted)) is not None:
        return RedirectResponse(f"{site.base or '/'}statements/{folder}/", 308)
    raise refuse(404, "not_found", NO_PAGE)


def _own_message_at(desk: Desk, site: ServedSite, wanted: Wanted) -> str | None:
    """Return the folder of the keeper's own message whose address is the one asked for, if it is within this site."""
    url = desk.settings.profile.url
    if url is None or wanted.query:
        return None
    asked = url + wanted.path.lstrip("/")
    for address in (asked, asked.rstrip("/")):
        for statement in desk.archive.statements_at(address):
            entry = site.contents.by_id.get(statement)
            if entry is not None and not entry.is_draft and site.contents.is_own(entry):
                return entry.folder
    return None


def _captured(
    desk: Desk, wanted: Wanted, site: ServedSite, folder: str, version: int, part: str | None
) -> Response:
    def page() -> Made | None:
        text = site.captured_page(folder, version)
        return None if text is None else Made(_encoded(text), HTML, {"Content-Language": site.tongue.tag})

    def frame() -> Made | None:
        held = site.capture_of(folder, version)
        if held is None:
            return None
        original = desk.archive.original(held.listed.id, version=version)
        text = site.frame(original.text, original.language, is_markup=original.is_markup)
        return Made(_encoded(text), HTML, {"Content-Security-Policy": FRAME_POLICY})

    is_frame = part == "frame"
    found = answer(desk, wanted, frame if is_frame else page, moment="" if is_frame else desk.moment)
    if found is None:
        raise refuse(404, "not_found", NO_CAPTURE)
    return found


def _search(desk: Desk, wanted: Wanted) -> Response:
    bounds = desk.settings.bounds
    given = dict(parse_qsl(wanted.query, max_num_fields=50))
    filters = filters_in(given)
    n = int(given["page"]) if given.get("page", "").isdecimal() and len(given["page"]) < 5 else 1
    n = min(max(1, n), bounds.reach // HITS_PER_PAGE)
    words = given.get("q", "").strip()
    sought = Sought(words[:MOST_WORDS], filters, n, order_in(given))

    tag, _ = desk.interface_of(wanted.path)

    def make() -> Made:
        site = desk.site(wanted.base, tag)
        found, fault = None, None
        unheld: Sequence[Unheld] = ()
        if sought.words:
            try:
                if len(words) > MOST_WORDS:
                    raise WrongCall(_too_long(words))
                found = desk.archive.find(
                    sought.words,
                    limit=HITS_PER_PAGE,
                    skip=(n - 1) * HITS_PER_PAGE,
                    order=sought.order,
                    **named(filters),
                )
                unheld = () if found.turns else desk.archive.unheld(**named(filters))
            except WrongCall as wrong:
                fault = str(wrong)
        text = site.search_page(
            sought, found, per_page=HITS_PER_PAGE, reach=bounds.reach, unheld=unheld, fault=fault
        )
        return Made(_encoded(text), HTML, {"Content-Language": tag}, 400 if fault else 200)

    return _found(answer(desk, wanted, make, moment=desk.moment))


def _words(desk: Desk, wanted: Wanted, *, as_table: bool) -> Response:
    given = dict(parse_qsl(wanted.query, max_num_fields=50))
    filters = filters_in(given)
    tag, _ = desk.interface_of(wanted.path)
    sought = Sought(given.get("q", "").strip()[:_MOST_FILTER], filters)
    if as_table and not sought.words:
        raise refuse(400, "wrong_call", "A table of words over time needs the words: give q.")

    def make() -> Made:
        site = desk.site(wanted.base, tag)
        told, fault = None, None
        if sought.words:
            try:
                told = desk.archive.over_time(sought.words, **named(filters))
            except (WrongCall, NotFound) as wrong:
                if as_table:
                    raise
                fault = str(wrong)
        if as_table and told is not None:
            return Made(_encoded(site.words_table(sought, told)), CSV)
        return Made(
            _encoded(site.words_page(sought, told, fault=fault)),
            HTML,
            {"Content-Language": tag},
            400 if fault else 200,
        )

    return _found(answer(desk, wanted, make, moment="" if as_table else desk.moment))


def _cited(desk: Desk, verdict: Verdict | None) -> Cited | None:
    """Return the words that a verdict cites, in all forms."""
    if verdict is None or verdict.citation is None:
        return None
    with suppress(OnrecordError):  # what is gone since is not cited
        return next(iter(desk.archive.cite(verdict.citation, profile=desk.settings.profile)), None)
    return None


def _check(desk: Desk, wanted: Wanted, given: dict[str, str]) -> Response:
    bounds = desk.settings.bounds
    asked = Asked(
        given.get("quotation", "").strip(),
        given.get("speaker", "").strip() or None,
        given.get("date", "").strip() or None,
    )
    if asked.is_article:
        return reviewed_page(desk, wanted, Given(asked.quotation), was_checked=True)
    tag, _ = desk.interface_of(wanted.path)
    site = desk.site(wanted.base, tag)
    verdict, fault = None, None
    if len(asked.quotation) > bounds.characters:
        fault = (
            f"The quotation is longer than {bounds.characters:,} characters: check a part of it at a time."
        )
    elif asked.quotation:
        try:
            verdict = desk.archive.check(asked.quotation, speaker=asked.speaker, date=asked.date)
        except WrongCall as wrong:
            fault = str(wrong)
    text = site.check_page(asked, verdict, _shower(desk), cited=_cited(desk, verdict), fault=fault)
    headers = {"Cache-Control": "no-store", "Content-Language": tag}
    return sent(Made(_encoded(text), HTML, headers, 400 if fault else 200))


def _shower(desk: Desk) -> Callable[[str, int], Held]:
    return lambda statement, version: desk.archive.show(statement, version=version)


def _feed(desk: Desk, wanted: Wanted) -> Response:
    name = wanted.path.removeprefix("/feeds/")
    what, _, form = name.partition(".")
    if what not in ("statements", "search", "edits") or form not in ("atom", "json"):
        raise refuse(
            404,
            "not_found",
            "There is no such feed: there are statements, search and edits, as .atom and .json.",
        )
    given = dict(parse_qsl(wanted.query, max_num_fields=50))
    filters, words = filters_in(given), given.get("q", "").strip() if what != "statements" else ""
    if len(words) > MOST_WORDS:
        raise refuse(400, "wrong_call", _too_long(words))
    if what == "search" and not words:
        raise refuse(400, "wrong_call", "A feed of a search needs the words: give q.")

    def make() -> Made:
        site = desk.site(wanted.base)
        if words:
            hits = desk.archive.search(words, limit=desk.settings.bounds.reach, **named(filters))
            ids = list(dict.fromkeys(hit.statement for hit in hits))
        else:
            ids = list(desk.archive.ids(**named(filters)))
        found = (site.contents.by_id.get(each) for each in ids)
        entries = [each for each in found if each is not None and not each.withdrawn]
        asked = urlencode({**({"q": words} if words else {}), **filters})
        title = ", ".join(filter(None, (words, *filters.values()))) or "all"
        home = f"search?{asked}" if words else "messages/index.html"
        text = site.feed(
            f"feed:{what}?{asked}", f"{title} – {site.profile.name}",
            f"feeds/{name}" + (f"?{asked}" if asked else ""), home, entries, edits=what == "edits",
        )  # fmt: skip
        return Made(_encoded(text), type_of(name))

    return _found(answer(desk, wanted, make))


def _too_long(words: str) -> str:
    return f"The search has {len(words):,} characters: give {MOST_WORDS:,} at most, or check them as a quotation."


def filters_in(given: dict[str, str]) -> dict[str, str]:
    """Return the filters among what was given, those that are empty left out."""
    kept = {name: given[name].strip()[:_MOST_FILTER] for name in FILTERS if given.get(name, "").strip()}
    return dict(kept)


def order_in(given: dict[str, str]) -> str:
    """Return the order of hits that was asked for, the usual one where there is none of that name."""
    order = given.get("order", "")
    return order if order in HIT_ORDERS else HIT_ORDERS[0]


def named(filters: dict[str, str]) -> Any:
    """Return filters as keyword arguments of the Archive."""
    return filters


def _found(response: Response | None) -> Response:
    assert response is not None  # what made it always makes something
    return response


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
