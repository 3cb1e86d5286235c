"""The application: routes for people and machines, bodies bounded, faults told, desks opened and closed with it."""

from __future__ import annotations

import contextlib
import sys
import traceback
from collections.abc import AsyncIterator, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord import OnrecordError, Shelf
from onrecord.web.answers import HTML, sent, wanted_of
from onrecord.web.api import api_routes
from onrecord.web.articles import Articles
from onrecord.web.desks import Desks, NotReady, TooBusy, TookTooLong
from onrecord.web.faults import Problem, Refused, as_made, as_told_to_machines, problem_of, refuse
from onrecord.web.headers import Guard, Packed
from onrecord.web.kept import Made
from onrecord.web.memento import Mementos
from onrecord.web.pages import Pages, fault_of
from onrecord.web.settings import LOOPBACK, Settings

_FORMS = ("/review", "/check")  # in a form's own coding a letter may take nine bytes
_FOR_MACHINES = ("/api/", "/feeds/", "/timegate/", "/timemap/")


def make_app(
    settings: Settings, *, started: Callable[[], None] = lambda: None, shelf: Shelf | None = None
) -> ASGIApp:
    """Return the ASGI application that serves an archive; `started` is called once it may be asked.

    On the shelf lies what takes long to make: `following` has it made before anybody asks.
    """
    desks = Desks(settings, shelf or Shelf())
    pages, articles, mementos = Pages(desks), Articles(desks), Mementos(desks)

    @contextlib.asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        started()
        yield
        desks.close()

    async def tell(request: Request, fault: Exception) -> Response:
        return await _told(desks, request, fault)

    routes = [
        *api_routes(desks, settings.bounds),
        Route("/api/{rest:path}/", _without_slash),
        Route("/api/{rest:path}", _no_such_path),
        *(
            route
            for prefix in ("", *(f"/{tag}" for tag in settings.profile.interface[1:]))
            for route in (
                Route(f"{prefix}/search", pages.search),
                Route(f"{prefix}/check", pages.check, methods=["GET", "POST"]),
                Route(f"{prefix}/review", articles.review, methods=["GET", "POST"]),
                Route(f"{prefix}/timeline/words", pages.words),
            )
        ),
        Route("/timeline/words.csv", pages.words_table),
        Route("/feeds/{name}", pages.feed),
        Route("/timegate/{address:path}", mementos.gate),
        Route("/timemap/link/{address:path}", mementos.map),
        Route("/{path:path}", pages.page),
    ]
    kinds = (
        OnrecordError,
        Refused,
        TooBusy,
        TookTooLong,
        NotReady,
        HTTPException,
        OSError,
        ValueError,
        Exception,
    )
    app = Starlette(routes=routes, lifespan=life, exception_handlers=dict.fromkeys(kinds, tell))
    app.router.redirect_slashes = False
    hosts = LOOPBACK if settings.drafts else settings.hosts
    packed = Packed(Bounded(app, settings.bounds.body, settings.bounds.article))
    return Guard(packed, hosts, origins=settings.origins, is_indexed=not settings.drafts)


async def _without_slash(request: Request) -> Response:
    """Lead from a path with a stroke at its end to the one without, which the API knows."""
    told = request.url.path.rstrip("/").rpartition("/")[2]
    return RedirectResponse(f"../{told}" + (f"?{request.url.query}" if request.url.query else ""), 308)


async def _no_such_path(request: Request) -> Response:
    raise refuse(404, "not_found", "There is no such path in the API: /api/v1 tells what there is.")


class Bounded:
    """Reads a request's body whole before it is answered, and refuses one that is too long without reading on."""

    def __init__(self, app: ASGIApp, most: int, article: int) -> None:
        """Take the application, the most bytes of a body, and of one that holds an article."""
        self._app = app
        self._most = most
        self._article = article

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        most = (
            self._article
            if scope["path"].endswith(_FORMS) and not _is_for_machines(scope["path"])
            else self._most
        )
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return
            body += message.get("body", b"")
            if len(body) > most:
                problem = refuse(
                    413,
                    "content_too_large",
                    f"The body has more than {most:,} bytes: send less at a time.",
                ).problem
                made = as_made(problem, {"Connection": "close"})
                if not _is_for_machines(scope["path"]):
                    made = _bare_page(made, problem)
                await sent(made)(scope, receive, send)
                return
            if not message.get("more_body"):
                break
        given = False

        async def receive_whole() -> Message:
            nonlocal given
            if given:
                return await receive()
            given = True
            return {"type": "http.request", "body": bytes(body), "more_body": False}

        await self._app(scope, receive_whole, send)


async def _told(desks: Desks, request: Request, fault: Exception) -> Response:
    problem = problem_of(fault)
    if problem.status == 500:
        print("".join(traceback.format_exception(fault)), file=sys.stderr, flush=True)  # noqa: T201 - for the keeper
    headers = dict(getattr(fault, "headers", None) or {})
    if problem.status == 405 and request.method == "OPTIONS":  # who asks what may be asked: RFC 9110, 9.3.7
        return Response(status_code=204, headers={"Allow": f"{headers.get('Allow', 'GET, HEAD')}, OPTIONS"})
    if _is_for_machines(request.url.path):
        return sent(as_made(as_told_to_machines(problem), headers))
    wanted = wanted_of(request)
    if problem.status < 500:
        with contextlib.suppress(Exception):
            response = await desks.ask(lambda desk: fault_of(desk, wanted, fault))
            response.headers.update(headers)
            return response
    may_ask_again = problem.status == 503 and request.method == "GET"
    return sent(_bare_page(as_made(problem, headers), problem, may_ask_again=may_ask_again))


def _is_for_machines(path: str) -> bool:
    return path.startswith(_FOR_MACHINES) or path == "/api/v1"


def _bare_page(made: Made, problem: Problem, *, may_ask_again: bool = False) -> Made:
    """Where no desk can answer, one sentence still can be told, with a link to ask again."""
    style = '<link rel="stylesheet" href="/assets/style.css"><meta name="viewport" content="width=device-width, initial-scale=1">'
    link = '<p><a href="">Ask again</a></p>' if may_ask_again else ""
    said = f"<main><h1>{problem.title}</h1><p>{_escaped(problem.detail)}</p>{link}</main>"
    text = f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{problem.title}</title>{style}</head><body>{said}</body></html>'
    return made._replace(body=text.encode(), media_type=HTML)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
