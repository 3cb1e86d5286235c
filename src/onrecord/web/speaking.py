"""What reads requests off a connection: compiled code where that is installed, else a library in Python. Either has a bound."""

from __future__ import annotations

import asyncio

import msgspec
from uvicorn.protocols.http.h11_impl import H11Protocol

from onrecord.web.faults import PROBLEM, Problem

_UNREADABLE = (
    "The request cannot be read: it is no HTTP, or its head or its address is too long. "
    "An address has at most 65,000 bytes; ask for more than that by POST."
)


def protocol(most: int) -> type[asyncio.Protocol]:
    """Return what reads requests whose heads have at most so many bytes: compiled with the extra `fast`, else "h11", which has a bound by itself."""
    try:
        from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
    except ImportError:
        return _InPython

    class Bounded(HttpToolsProtocol):
        """A connection that is closed where a head does not end: the library would keep all of it."""

        _unread = 0

        def data_received(self, came: bytes) -> None:
            """Take what came; what belongs to no whole head and to no body is counted."""
            self._unread += len(came)
            super().data_received(came)
            if self._unread > most and not self.transport.is_closing():
                self.send_400_response(_UNREADABLE)

        def on_headers_complete(self) -> None:
            """Begin to count anew."""
            self._unread = 0
            super().on_headers_complete()

        def on_body(self, body: bytes) -> None:
            """Begin to count anew."""
            self._unread = 0
            super().on_body(body)

        def send_400_response(self, msg: str) -> None:
            """Refuse what cannot be read in the shape of all faults, and close."""
            _refuse(self.transport)

    return Bounded


class _InPython(H11Protocol):
    def send_400_response(self, msg: str) -> None:
        """Refuse what cannot be read in the shape of all faults, and close."""
        _refuse(self.transport)


def _refuse(transport: asyncio.Transport) -> None:
    """Answer for the library, whose own words would be plain text."""
    body = msgspec.json.encode(Problem(400, "Bad Request", "unreadable", _UNREADABLE))
    head = (
        f"HTTP/1.1 400 Bad Request\r\nContent-Type: {PROBLEM}\r\nContent-Length: {len(body)}\r\n"
        "Access-Control-Allow-Origin: *\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
    )
    transport.write(head.encode("ascii") + body)
    transport.close()
