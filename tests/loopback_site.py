"""A real HTTP server on the loopback interface, which answers with the very bytes that a test gives it, however wrong.

Names and IP addresses of the tests are invented: a world made here resolves them, and leads every connection to this server.
Nothing leaves the machine.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from onrecord.capture.live import Limits, World

HOST = "press.ostrelle.example"
PUBLIC = "9.9.9.9"
CERTIFICATES = Path(__file__).parent / "certificates"
Answer = bytes | Callable[[socket.socket, bytes], None] | list[bytes]
"""What a path answers with: bytes as they are, what writes them itself, or one after another, the last again and again."""


def reply(
    body: bytes | str = b"", status: str = "200 OK", *fields: str, kind: str = "text/html; charset=utf-8"
) -> bytes:
    """Return a sound response with these further header lines."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(content)}", *fields]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def moved(to: str, status: str = "301 Moved Permanently") -> bytes:
    """Return a redirection."""
    return reply(b"", status, f"Location: {to}")


def page(title: str, *paragraphs: str) -> str:
    """Return a small page."""
    words = "".join(f"<p>{each}</p>" for each in paragraphs)
    return f"<!DOCTYPE html><html lang=en><head><title>{title}</title></head><body><h1>{title}</h1>{words}</body></html>"


class Site:
    """The server: what each path answers with, and the requests that came; "Host path" goes before a path alone."""

    def __init__(self, answers: Mapping[str, Answer] | None = None, certificate: str | None = None) -> None:
        """Start to listen; with `certificate`, over TLS."""
        self.answers: dict[str, Answer] = {"/robots.txt": reply(b"", "404 Not Found"), **(answers or {})}
        self.requests: list[bytes] = []
        self._context: ssl.SSLContext | None = None
        if certificate is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._open = True
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def origin(self) -> str:
        """Return the beginning of the site's addresses, with a name that only the test's world knows."""
        return f"http{'s' if self._context else ''}://{HOST}:{self.port}"

    @property
    def paths(self) -> list[str]:
        """Return the paths that were asked for, robots.txt aside."""
        asked = [request.split(b" ", 2)[1].decode() for request in self.requests]
        return [path for path in asked if path != "/robots.txt"]

    def close(self) -> None:
        """Stop to listen."""
        self._open = False
        self._socket.close()

    def __enter__(self) -> Site:
        """Return the site, closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop to listen."""
        self.close()

    def _listen(self) -> None:
        while self._open:
            try:
                connected, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connected,), daemon=True).start()

    def _serve(self, connected: socket.socket) -> None:
        with suppress(OSError), connected:
            connected.settimeout(10)
            if self._context is not None:
                connected = self._context.wrap_socket(connected, server_side=True)
            request = b""
            while b"\r\n\r\n" not in request and (piece := connected.recv(65536)):
                request += piece
            if request:
                self.requests.append(request)
                self._answer(connected, request)
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)
            connected.close()

    def _answer(self, connected: socket.socket, request: bytes) -> None:
        path = request.split(b" ", 2)[1].decode()
        host = next(line[6:] for line in request.decode("latin-1").split("\r\n") if line.startswith("Host: "))
        answer = self.answers.get(f"{host.partition(':')[0]} {path}", self.answers.get(path))
        if answer is None:
            answer = reply(page("Not found"), "404 Not Found")
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if callable(answer):
            answer(connected, request)
        else:
            connected.sendall(answer)


class Invented:
    """A world whose names are the test's, whose clock goes on by a second with each look, and in which nobody waits."""

    def __init__(self, site: Site, names: Mapping[str, list[str]] | None = None) -> None:
        """Take where every connection leads, and what names resolve to (PUBLIC where nothing is told)."""
        self.names = {HOST: [PUBLIC], **(names or {})}
        self.connected: list[str] = []
        self.resolved: list[str] = []
        self.waits: list[float] = []
        self._site = site
        self._seconds = 0

    def world(self, **limits: Any) -> World:
        """Return the world, with these limits in place of the usual ones."""
        return World(
            self._now,
            self._tick,
            self._sleep,
            self._resolve,
            self._connect,
            trusting,
            Limits()._replace(**limits),
        )

    def _now(self) -> str:
        self._seconds += 1
        return f"2031-05-04T10:{self._seconds // 60:02}:{self._seconds % 60:02}Z"

    def _tick(self) -> float:
        return time.monotonic() + sum(self.waits)

    def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    def _resolve(self, host: str, port: int) -> list[str]:
        self.resolved.append(host)
        found = self.names.get(host)
        if found is None:
            # As the system does: what is written as a number is one, in whatever way it is written.
            return [
                str(each[4][0])
                for each in socket.getaddrinfo(
                    host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
                )
            ]
        return found

    def _connect(self, address: str, port: int, patience_s: float) -> socket.socket:
        self.connected.append(address)
        return socket.create_connection(("127.0.0.1", self._site.port), patience_s)


def trusting() -> ssl.SSLContext:
    """Return what trusts the tests' own authority alone."""
    return ssl.create_default_context(cafile=str(CERTIFICATES / "ca.pem"))
