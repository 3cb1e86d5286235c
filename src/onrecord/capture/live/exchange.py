"""One request and its response, byte for byte, with caps on everything that a server may send."""

from __future__ import annotations

from typing import NamedTuple

import h11

from onrecord.capture.live.address import Target
from onrecord.capture.live.faults import Fault, failed, refused
from onrecord.capture.live.line import Line
from onrecord.capture.live.options import Limits

Fields = list[tuple[str, str]]


class Answer(NamedTuple):
    """A response: its head and body as they came, and the body with the transfer coding undone.

    `fields` are those of the head by their names in lower case, the first of each. `cut`: the body goes on beyond its limit.
    """

    request: bytes
    head: bytes
    body: bytes
    payload: bytes
    address: str
    status: int
    fields: dict[str, str]
    cut: bool


def ask(
    line: Line, target: Target, fields: Fields, limits: Limits, *, most: int, cut: bool = False
) -> Answer:
    """Return the answer to a GET of the target; Fault where none comes that is whole and within its limits.

    With `cut` a body beyond `most` bytes is cut there, else it is refused.
    """
    machine = h11.Connection(h11.CLIENT, max_incomplete_event_size=limits.head)
    asked = h11.Request(method="GET", target=target.path, headers=[("Host", target.authority), *fields])
    request = (machine.send(asked) or b"") + (machine.send(h11.EndOfMessage()) or b"")
    line.send(request)
    return _Receiving(line, target, machine, limits, most, cut).answer(request)


class _Receiving:
    """The bytes of a response as they come, and where in them its head and body begin."""

    def __init__(
        self, line: Line, target: Target, machine: h11.Connection, limits: Limits, most: int, cut: bool
    ) -> None:
        self._line = line
        self._target = target
        self._machine = machine
        self._limits = limits
        self._most = most
        self._cut = cut
        self._raw = bytearray()
        self._payload = bytearray()

    def answer(self, request: bytes) -> Answer:
        response, start, body_at = self._head()
        is_cut = self._body(body_at)
        return Answer(
            request,
            bytes(self._raw[start:body_at]),
            bytes(self._raw[body_at : self._consumed()]),
            bytes(self._payload),
            self._line.address,
            response.status_code,
            _first_of_each(response),
            is_cut,
        )

    def _head(self) -> tuple[h11.Response, int, int]:
        start = 0
        while True:
            event = self._next()
            if isinstance(event, h11.Response):
                return event, start, self._consumed()
            if not isinstance(event, h11.InformationalResponse):
                raise self._failed("the connection was closed before an answer")
            start = self._consumed()
            if start > self._limits.head:
                raise self._failed("it sends preliminary answers without end")

    def _body(self, body_at: int) -> bool:
        while True:
            event = self._next()
            if isinstance(event, h11.EndOfMessage):
                return False
            if not isinstance(event, h11.Data):
                raise self._failed("the answer was broken off")
            self._payload += event.data
            if (
                len(self._payload) > self._most
                or len(self._raw) - body_at > 2 * self._most + self._limits.head
            ):
                if self._cut:
                    del self._payload[self._most :]
                    return True
                raise self._too_large()

    def _next(self) -> object:
        while True:
            try:
                event = self._machine.next_event()
                if event is not h11.NEED_DATA:
                    return event
                received = self._line.receive()
                self._raw += received
                self._machine.receive_data(received)
            except h11.RemoteProtocolError as fault:
                raise self._failed(_in_words(fault, len(self._payload))) from None

    def _consumed(self) -> int:
        return len(self._raw) - len(self._machine.trailing_data[0])

    def _failed(self, why: str) -> Fault:
        return failed(self._target.url, why)

    def _too_large(self) -> Fault:
        most = f"{self._most >> 20} MiB"
        said = f"{self._target.url} was not fetched: it sends more than {most}; capture the page you want out of it."
        return refused("body_too_large", said)


def _in_words(fault: h11.RemoteProtocolError, received: int) -> str:
    said = str(fault)
    if "ConnectionClosed" in said:
        return "the connection was closed before an answer"
    if "Receive buffer too long" in said:
        return "the head of its answer has no end"
    if "closed connection" in said or "end of message" in said.lower():
        return f"the answer was broken off after {received:,} bytes of the page ({said})"
    return f"what came is no sound HTTP ({said[:120]})"


def _first_of_each(response: h11.Response) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, value in response.headers:
        fields.setdefault(name.decode("latin-1").lower(), _text(value).strip())
    return fields


def _text(value: bytes) -> str:
    # Letters beyond ASCII in a Location are UTF-8 on most servers that send any.
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
