"""What reads requests off a connection: compiled code where that is installed, else a library in Python. Either has a bound."""

from __future__ import annotations

import asyncio
from typing import Literal


def protocol(most: int) -> type[asyncio.Protocol] | Literal["h11"]:
    """Return what reads requests whose heads have at most so many bytes: compiled with the extra `fast`, else "h11", which has a bound by itself."""
    try:
        from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
    except ImportError:
        return "h11"

    class Bounded(HttpToolsProtocol):
        """A connection that is closed where a head does not end: the library would keep all of it."""

        _unread = 0

        def data_received(self, came: bytes) -> None:
            """Take what came; what belongs to no whole head and to no body is counted."""
            self._unread += len(came)
            super().data_received(came)
            if self._unread > most and not self.transport.is_closing():
                self.send_400_response("The head of the request is too long.")

        def on_headers_complete(self) -> None:
            """Begin to count anew."""
            self._unread = 0
            super().on_headers_complete()

        def on_body(self, body: bytes) -> None:
            """Begin to count anew."""
            self._unread = 0
            super().on_body(body)

    return Bounded
