"""How pages are fetched: what a caller may choose, and the doors to the world, which a test may choose as well."""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

_RESOLVING_S = 20.0


class Fetching(msgspec.Struct, frozen=True):
    """How pages are fetched from live addresses.

    `follow`: an address is that of a list or feed, and what it announces is fetched too, up to `limit` pages of the same site.
    `delay_s` seconds lie between two pages of one host, more where its robots.txt says so. `contact` tells the site whom to
    write to: a mail address or a page. `ignore_robots` is for who has the site's leave.
    """

    follow: bool = False
    limit: int = 20
    delay_s: float = 2.0
    contact: str | None = None
    ignore_robots: bool = False
    allow_private: bool = False


class Limits(NamedTuple):
    """What a server may cost: seconds for connecting, between two pieces, for a page as a whole; bytes of a head and a body.

    `wait_s` is the longest that a server may make us wait before it is asked once more, `pause_s` the longest between pages.
    """

    connect_s: float = 15.0
    idle_s: float = 20.0
    whole_s: float = 90.0
    head: int = 1 << 16
    body: int = 33 << 20
    robots: int = 512 << 10
    redirects: int = 8
    ratio: int = 200
    wait_s: float = 60.0
    pause_s: float = 300.0


class World(NamedTuple):
    """The doors to the world: the time as a capture has it, a clock that only goes on, waiting, names, connections, TLS."""

    now: Callable[[], str]
    tick: Callable[[], float]
    sleep: Callable[[float], None]
    resolve: Callable[[str, int], list[str]]
    connect: Callable[[str, int, float], socket.socket]
    tls: Callable[[], ssl.SSLContext]
    limits: Limits = Limits()


def real_world() -> World:
    """Return the clock, the resolver and the certificates of this machine."""
    return World(_now, time.monotonic, time.sleep, _resolve, _connect, ssl.create_default_context)


def _connect(address: str, port: int, patience_s: float) -> socket.socket:
    return socket.create_connection((address, port), patience_s)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a name, in the order of the system; it is asked beside, since it may take minutes."""
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(each[4][0]) for each in found)))
        except (OSError, UnicodeError) as fault:
            answers.put(fault if isinstance(fault, OSError) else OSError(str(fault)))

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=_RESOLVING_S)
    except queue.Empty:
        raise OSError("its name server does not answer") from None
    if isinstance(answer, OSError):
        raise answer
    return answer
