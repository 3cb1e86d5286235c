"""What every answer says of itself to a browser: nothing runs, nothing is fetched from elsewhere, nobody frames it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
FRAME_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"
API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

Pairs = tuple[tuple[bytes, bytes], ...]
_ALWAYS: Pairs = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), interest-cohort=()"),
)
_OPEN: Pairs = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"GET, HEAD, POST"),
    (b"access-control-allow-headers", b"Content-Type, If-None-Match, If-Modified-Since"),
    (b"access-control-expose-headers", b"ETag, Last-Modified, Link"),
    (b"access-control-max-age", b"600"),
)
_UNFRAMED = b"frame-ancestors 'none'"
_FOR_ALL: Pairs = (*_ALWAYS, (b"cross-origin-resource-policy", b"cross-origin"))
_FOR_US: Pairs = (*_ALWAYS, (b"cross-origin-resource-policy", b"same-origin"))
_POLICY, _API_POLICY = POLICY.encode(), API_POLICY.encode()
_WORTH_PACKING = 1_000  # bytes; less fits into the packet that is sent anyway
_LEVEL = 5  # a third of the time of the highest, two in a hundred more bytes
_WEIGHT = re.compile(r"q=([01](?:\.\d{1,3})?)")  # as in "gzip;q=0.5"
_READ_BY_MACHINES = ("/api/", "/feeds/", "/timemap/")
_FEEDS = ("/feed.atom", "/feed.json", "/edits.atom", "/edits.json")


class Guard:
    """Adds the headers, and turns away who asks for another host or, of other sites' pages, for what is not for them."""

    def __init__(
        self, app: ASGIApp, hosts: frozenset[str] | None, *, origins: bool, is_indexed: bool = True
    ) -> None:
        """Take the application, the names it is asked for by (None: any), and whether other sites' pages may read it.

        What is not to be indexed tells every machine so, and is kept by none.
        """
        self._is_indexed = is_indexed
        self._app = app
        self._hosts = hosts
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        is_open = self._origins and (path.startswith(_READ_BY_MACHINES) or path.endswith(_FEEDS))

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(message, path, is_open=is_open)
                if not self._is_indexed:
                    headers = MutableHeaders(scope=message)
                    headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
                    headers["Cache-Control"] = "no-store"
            await send(message)

        if not self._is_known(scope):
            said = b"This is served under another name: ask for it by that.\n"
            headers = [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"content-length", str(len(said)).encode()),
            ]
            await send_guarded({"type": "http.response.start", "status": 421, "headers": headers})
            await send({"type": "http.response.body", "body": said})
        elif is_open and scope["method"] == "OPTIONS":
            await send_guarded({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body", "body": b""})
        else:
            await self._app(scope, receive, send_guarded)

    def _is_known(self, scope: Scope) -> bool:
        if self._hosts is None:
            return True
        given = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1")
        try:
            return urlsplit(f"//{given}").hostname in self._hosts
        except ValueError:
            return False


class Packed:
    """Packs answers with gzip for who takes it; says that they differ so, and that their tags name the same words in two forms."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application."""
        self._plain = app
        self._packed = GZipMiddleware(app, minimum_size=_WORTH_PACKING, compresslevel=_LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._plain(scope, receive, send)
            return
        accepted = next((value for name, value in scope["headers"] if name == b"accept-encoding"), b"")
        packs = bool(accepted) and _takes_gzip(accepted.decode("latin-1"))
        if packs:  # whichever way it was said; the library looks for the word alone
            kept = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
            scope = {**scope, "headers": [*kept, (b"accept-encoding", b"gzip")]}

        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start":
                _tell_packing(message, packs=packs)
            await send(message)

        await (self._packed if packs else self._plain)(scope, receive, send_told)


def _tell_packing(message: Message, *, packs: bool) -> None:
    headers = MutableHeaders(scope=message)
    given = dict(headers.raw)
    if b"content-type" in given or message["status"] == 304:
        headers.add_vary_header("Accept-Encoding")
    tag = given.get(b"etag", b"").decode("latin-1")
    if packs and tag.startswith('"'):  # not the same bytes as for who takes none: RFC 9110, 8.8.1
        headers["ETag"] = f"W/{tag}"


def _takes_gzip(accepted: str) -> bool:
    """Whether a request takes gzip: "gzip;q=0" is a no, "*" a yes."""
    weights: dict[str, float] = {}
    for each in accepted.lower().split(","):
        name, _, rest = each.partition(";")
        found = _WEIGHT.fullmatch(rest.strip())
        weights[name.strip()] = float(found[1]) if found else 1.0
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def _add(message: Message, path: str, *, is_open: bool) -> None:
    """Add the headers that every answer has, where it has not its own of that name."""
    # As the pairs of bytes that are sent: by their names in letters, headers cost more than finding a word.
    headers = list(message.get("headers", ()))
    given = dict(headers)
    policy = given.get(b"content-security-policy")
    if policy is None:
        policy = _API_POLICY if path.startswith("/api/") else _POLICY
        headers.append((b"content-security-policy", policy))
    # A captured page stands in a sandbox, which is no site's own: not even ours may dress it otherwise.
    is_for_all = is_open or path.startswith("/assets/")
    headers += [pair for pair in _FOR_ALL if pair[0] not in given] if is_for_all else [
        pair for pair in _FOR_US if pair[0] not in given
    ]  # fmt: skip
    if _UNFRAMED in policy and b"x-frame-options" not in given:
        headers.append((b"x-frame-options", b"DENY"))
    if is_open:
        headers += _OPEN
    message["headers"] = headers
