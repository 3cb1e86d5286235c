"""One process that serves one archive: its socket and its threads; ended by one signal."""

from __future__ import annotations

import contextlib
import errno
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import uvicorn

from onrecord import Archive, Shelf, WrongCall
from onrecord.web.app import make_app
from onrecord.web.following import following
from onrecord.web.settings import LOOPBACK, Settings
from onrecord.web.speaking import protocol


class _Server(uvicorn.Server):
    """A server that ends as one that was asked to, not as one that was killed."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        with super().capture_signals():
            yield
            self._captured_signals.clear()


def serve(
    settings: Settings,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    started: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve the archive until SIGINT or SIGTERM; `started` is told the address once it can be asked.

    Raises WrongCall where the port is taken or the host is not this machine's, for a profile that no page can be made with today,
    and what `Archive.open` raises.
    """
    if settings.drafts and host not in LOOPBACK:
        raise WrongCall(
            f"Drafts are shown on this machine alone, and {host} can be asked by others: leave --host or --draft out."
        )
    shelf = Shelf()
    with Archive.open(settings.folder, shelf=shelf) as archive:
        archive.index()
        # What no page could be made with is told now, and not to everybody who asks; and what every page is made from is there
        # before anybody asks.
        site = archive.site(
            at=datetime.now(UTC).isoformat(),
            profile=settings.profile,
            whole=settings.whole,
            drafts=settings.drafts,
        )
        for path in ("index.html", "sources/index.html"):
            site.page(path)
    with listening(host, port) as listener, following(settings, shelf):
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listener.getsockname()[1]}/"
        config = uvicorn.Config(
            make_app(settings, started=lambda: started(address), shelf=shelf),
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_keep_alive=15,
            timeout_graceful_shutdown=int(settings.bounds.seconds) + 1,
            limit_concurrency=settings.bounds.waiting * 10,
            http=protocol(settings.bounds.body),
            h11_max_incomplete_event_size=settings.bounds.body,
            lifespan="on",
        )
        _Server(config).run(sockets=[listener])


@contextlib.contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Have a socket that listens at host and port; port 0 takes a free one. WrongCall says what to do where it cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, the event loop sends what it has at once; else a small answer waits 40 ms for more.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(2048)
        except OSError as fault:
            raise WrongCall(_refused(fault, host, port)) from None
        yield listener
    finally:
        listener.close()


def _refused(fault: OSError, host: str, port: int) -> str:
    if fault.errno == errno.EADDRINUSE:
        return f"Port {port} of {host} is in use by another program: end that, or give another --port."
    if fault.errno == errno.EACCES:
        return f"Port {port} is not yours to use: give a --port above 1023."
    return f"Nothing can be served at {host}, port {port} ({fault.strerror or fault}): give another --host or --port."
