"""How an answer is sent: only if it is another one than the asker has, and made only if it is not kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.desks import Desk
from onrecord.web.kept import Made

HTML = "text/html; charset=utf-8"
_TYPES = {
    "html": HTML,
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8; header=present",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}


class Wanted(NamedTuple):
    """What is asked for, apart from the connection it came by: its address, and which answer the asker has."""

    path: str
    query: str
    base: str
    has_tag: str | None
    has_since: str | None


def wanted_of(request: Request) -> Wanted:
    """Return what a request asks for."""
    # The library takes an address apart anew for each of its parts.
    url, headers = request.url.components, request.headers
    return Wanted(
        path=url.path,
        query=url.query,
        base=f"{url.scheme}://{url.netloc}/",
        has_tag=headers.get("if-none-match"),
        has_since=headers.get("if-modified-since"),
    )


def type_of(path: str) -> str:
    """Return the media type of a file of a site, by its ending."""
    return _TYPES.get(path.rpartition(".")[2], HTML)


def answer(
    desk: Desk, wanted: Wanted, make: Callable[[], Made | None], *, moment: str = ""
) -> Response | None:
    """Return the answer to a request: 304 where the asker has it, else what is kept of it or made; None if there is none.

    What is made is a function of the archive's state, the settings, the address and the moment, and so is its tag.
    """
    told = (desk.archive.state, *desk.served_by, wanted.base, wanted.path, wanted.query, moment)
    tag = hashlib.sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()[:24]
    modified = int(desk.archive.changed_at)
    headers = {"ETag": f'"{tag}"', "Cache-Control": "no-cache"}
    if not moment:  # clocks and datelines change without the record
        headers["Last-Modified"] = _dated(modified)
    if _has(wanted.has_tag, tag):  # only what was made has a tag
        return Response(status_code=304, headers=headers)
    made = desk.kept.get(tag)
    if made is None:
        made = make()
        if made is None:
            return None
        if made.status != 200:
            return sent(made)
        desk.kept.put(tag, made)
    if wanted.has_tag is None and not moment and _is_since(wanted.has_since, modified):
        return Response(status_code=304, headers=headers)
    return sent(made, headers)


def sent(made: Made, headers: Mapping[str, str] | None = None) -> Response:
    """Return an answer as it is sent."""
    told = {"Content-Type": made.media_type, **(headers or {}), **made.headers}
    return Response(made.body, made.status, told)


@lru_cache(maxsize=8)
def _dated(moment: int) -> str:
    return formatdate(moment, usegmt=True)


def _has(given: str | None, tag: str) -> bool:
    if given is None:
        return False
    return f'"{tag}"' in [each.strip().removeprefix("W/") for each in given.split(",")]


def _is_since(given: str | None, modified: int) -> bool:
    if given is None:
        return False
    try:
        return parsedate_to_datetime(given).timestamp() >= modified
    except (TypeError, ValueError, OverflowError):
        return False
