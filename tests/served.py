"""A record served on a free port of this machine, in a process of its own or a thread of the test's."""

from __future__ import annotations

import contextlib
import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import uvicorn

from onrecord import Profile, Shelf
from onrecord.web import Settings, make_app
from onrecord.web.following import following
from onrecord.web.server import listening
from onrecord.web.speaking import protocol


class Answer(NamedTuple):
    """What came back: status, headers (names in lower case) and body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """Return the body as text."""
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        """Return the body read as JSON."""
        return json.loads(self.body)


class Served(NamedTuple):
    """A server that is asked over a real connection."""

    port: int

    @property
    def address(self) -> str:
        """Return where it is."""
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """Return what one request brings; `if_none_match` is the header If-None-Match."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, told, response.read())
        finally:
            connection.close()


@contextlib.contextmanager
def serving(folder: Path, profile: Profile | None = None, **settings: Any) -> Iterator[Served]:
    """Serve an archive within the block."""
    chosen = Settings(folder, profile or Profile(publish="full"), **settings)
    ready = threading.Event()
    shelf = Shelf()
    with listening("127.0.0.1", 0) as listener, following(chosen, shelf):
        app = make_app(chosen, started=ready.set, shelf=shelf)
        most = chosen.bounds.body
        config = uvicorn.Config(
            app, log_level="error", server_header=False, lifespan="on",
            http=protocol(most), h11_max_incomplete_event_size=most,
        )  # fmt: skip
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            assert ready.wait(30)
            yield Served(listener.getsockname()[1])
        finally:
            server.should_exit = True
            thread.join(30)
