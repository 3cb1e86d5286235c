"""Everything that goes wrong, in one shape: problem details (RFC 9457) for machines, a page for people."""

from __future__ import annotations

import msgspec
from starlette.exceptions import HTTPException

from onrecord import ArchiveBusy, DamagedArchive, NotFound, OnrecordError, WrongCall
from onrecord.web.desks import NotReady, TooBusy, TookTooLong
from onrecord.web.kept import Made

PROBLEM = "application/problem+json"


class Problem(msgspec.Struct, frozen=True):
    """What went wrong: the HTTP status and its title, a code that stays, and one sentence that says what to do next."""

    status: int
    title: str
    fault: str = msgspec.field(name="code")
    detail: str
    type: str = "about:blank"


class Refused(Exception):
    """A request that cannot be answered, and why."""

    def __init__(self, problem: Problem, headers: dict[str, str] | None = None) -> None:
        super().__init__(problem.detail)
        self.problem = problem
        self.headers = headers or {}


_TITLES = {
    400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 410: "Gone", 413: "Content Too Large",
    415: "Unsupported Media Type", 500: "Internal Server Error", 503: "Service Unavailable",
}  # fmt: skip


def refuse(status: int, fault: str, detail: str) -> Refused:
    """Return what is raised to refuse a request."""
    return Refused(Problem(status, _TITLES[status], fault, detail))


def problem_of(fault: Exception) -> Problem:
    """Return what is told of a fault; of one that should not be, only that it is there."""
    match fault:
        case Refused():
            return fault.problem
        case NotFound():
            return Problem(404, _TITLES[404], "not_found", str(fault))
        case WrongCall():
            return Problem(400, _TITLES[400], "wrong_call", str(fault))
        case NotReady():
            return Problem(503, _TITLES[503], "not_ready", _NOT_READY)
        case ArchiveBusy() | TooBusy() | TookTooLong():
            which = "took_too_long" if isinstance(fault, TookTooLong) else "busy"
            return Problem(503, _TITLES[503], which, str(fault) or _AGAIN[which])
        case DamagedArchive():
            return Problem(
                500,
                _TITLES[500],
                "damaged",
                _DAMAGED,
            )
        case HTTPException():
            detail = {404: _NOTHING, 405: _OTHERWISE}.get(fault.status_code, f"{fault.detail}.")
            title = _TITLES.get(fault.status_code, str(fault.detail))
            return Problem(fault.status_code, title, title.lower().replace(" ", "_"), detail)
        case OnrecordError():
            return Problem(500, _TITLES[500], "failed", _NOT_NOW)
    return Problem(500, _TITLES[500], "failed", _FAILED)


_WAYS = {"`onrecord list`": "/api/v1/statements", "`onrecord sources`": "/api/v1/sources"}


def as_told_to_machines(problem: Problem) -> Problem:
    """Return a problem whose advice names paths of the API where the engine's sentence names verbs of the command line."""
    return msgspec.structs.replace(problem, detail=with_paths(problem.detail))


def with_paths(sentence: str) -> str:
    """Return a sentence of the engine's with paths of the API where it names verbs of the command line."""
    for verb, path in _WAYS.items():
        sentence = sentence.replace(verb, path)
    return sentence


NO_PAGE = "There is no such page in this record."
NO_CAPTURE = "There is no captured page that may be shown here."
_NOTHING = "There is nothing here."
_OTHERWISE = "This is not asked in this way: the header Allow tells in which it is."
_DAMAGED = "This record cannot be read as it was kept: its keeper has to look."
_NOT_NOW = "This record cannot be asked now: its keeper has to look."
_FAILED = "This failed in a way it should not: its keeper has to look."
_NOT_READY = "This record has just changed or begun to be served, and its pages are being made ready: ask again in some seconds."
_AGAIN = {
    "busy": "Too many ask at once: ask again in a little while.",
    "took_too_long": "The answer took too long: ask for less, or again later.",
}


TOLD = (
    *_TITLES.values(), NO_PAGE, NO_CAPTURE, _NOTHING, _OTHERWISE, _DAMAGED, _NOT_NOW, _NOT_READY, _FAILED, *_AGAIN.values(),
)  # fmt: skip
"""What pages of faults say in the language of the site; the API, and what names something that was given, stay English."""


def as_made(problem: Problem, headers: dict[str, str] | None = None) -> Made:
    """Return a problem as an answer."""
    again = {"Retry-After": "5"} if problem.status == 503 else {}
    return Made(
        msgspec.json.encode(problem),
        PROBLEM,
        {**again, **(headers or {}), "Cache-Control": "no-store"},
        problem.status,
    )
