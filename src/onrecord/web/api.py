"""The routes of the API: JSON, or CSV where the path ends so; every fault is a problem in one shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.web.answers import answer, sent, wanted_of
from onrecord.web.desks import Desk, Desks
from onrecord.web.faults import refuse
from onrecord.web.kept import Made
from onrecord.web.openapi import describe
from onrecord.web.operations import OPERATIONS, ROOT, Given, Operation, read_given, read_value
from onrecord.web.settings import Bounds
from onrecord.web.tables import CSV, write_table

JSON = "application/json"


def api_routes(desks: Desks, bounds: Bounds) -> list[Route]:
    """Return the routes of the API, the OpenAPI text among them."""
    routes = [Route(f"{ROOT}/openapi.json", _openapi)]
    for each in OPERATIONS:
        if each.takes is not None:
            if not any(one.path == each.path for one in OPERATIONS if one.takes is None):
                routes.append(
                    Route(ROOT + each.path, _asked(desks, each, bounds, posted=each), methods=["GET", "POST"])
                )
            continue
        posted = next((one for one in OPERATIONS if one.takes and one.path == each.path), None)
        methods = ["GET"] if posted is None else ["GET", "POST"]
        if each.items is not None:
            routes.append(Route(f"{ROOT}{each.path}.csv", _asked(desks, each, bounds, as_table=True)))
        forms = (each.path, f"{each.path}.json") if each.path and "{" not in each.path else (each.path,)
        for path in forms:
            routes.append(Route(ROOT + path, _asked(desks, each, bounds, posted=posted), methods=methods))
    return routes


async def _openapi(request: Request) -> Response:
    return sent(Made(describe(), JSON, {"Cache-Control": "no-cache"}))


def _asked(
    desks: Desks,
    operation: Operation,
    bounds: Bounds,
    *,
    posted: Operation | None = None,
    as_table: bool = False,
) -> Callable[[Request], Any]:
    async def ask(request: Request) -> Response:
        if request.method == "POST" and posted is not None:
            given = _read_body(posted, request.headers.get("content-type", ""), await request.body(), bounds)
            return await desks.ask(lambda desk: sent(_made(desk, posted, given, "", as_table=False)))
        if operation.takes is not None:
            raise HTTPException(405, headers={"Allow": "POST"})
        wanted = wanted_of(request)
        query = parse_qsl(wanted.query, keep_blank_values=True, max_num_fields=50)
        found = read_given(operation, request.path_params, query)

        def question(desk: Desk) -> Response:
            def make() -> Made:
                here = (
                    f"{wanted.path}?{urlencode([(name, text) for name, text in query if name != 'cursor'])}"
                )
                return _made(desk, operation, found, here, as_table=as_table)

            response = answer(desk, wanted, make)
            assert response is not None
            return response

        return await desks.ask(question)

    return ask


def _made(desk: Desk, operation: Operation, given: Given, here: str, *, as_table: bool) -> Made:
    told = operation.make(desk, given)
    further = getattr(told, "next", None)
    headers = {}
    if further is not None:
        joint = "" if here.endswith("?") else "&"
        headers["Link"] = f'<{here}{joint}cursor={further}>; rel="next"'
    if as_table and operation.items is not None:
        return Made(write_table(operation.items, told.items), CSV, headers)
    if operation.takes is not None:
        headers["Cache-Control"] = "no-store"
    return Made(msgspec.json.encode(told), JSON, headers)


def _read_body(operation: Operation, media_type: str, body: bytes, bounds: Bounds) -> dict[str, Any]:
    if media_type.partition(";")[0].strip().lower() != JSON:
        raise refuse(415, "unsupported_media_type", "The body is to be JSON: send it as application/json.")
    assert operation.takes is not None
    try:
        told: Any = msgspec.json.decode(body, type=operation.takes)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise refuse(400, "wrong_call", f"The body is not what is asked for: {fault}.") from None
    given = {name: value for name, value in msgspec.structs.asdict(told).items() if value is not None}
    text = "quotation" if "quotation" in given else "text"
    if not 1 <= len(given[text]) <= bounds.characters and (text == "quotation" or not given[text]):
        raise refuse(400, "wrong_call", f"{text} has to have 1 to {bounds.characters:,} characters.")
    checked = [one for each in OPERATIONS if each.path == operation.path for one in each.parameters]
    for each in checked:
        if each.name in given and each.name != text:
            read_value(each, given[each.name])
    return given
