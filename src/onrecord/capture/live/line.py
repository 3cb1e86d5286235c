"""A connection to one checked IP address, with an end to its patience."""

from __future__ import annotations

import socket
import ssl
from types import TracebackType

from onrecord.capture.live.address import Target
from onrecord.capture.live.faults import Fault, failed, refused
from onrecord.capture.live.networks import why_refused
from onrecord.capture.live.options import World

_PIECE = 1 << 16


class Line:
    """An open connection; `address` is the IP address at its other end."""

    def __init__(
        self, connected: socket.socket, address: str, target: Target, world: World, until: float
    ) -> None:
        """Use `open_line`."""
        self._socket = connected
        self._target = target
        self._world = world
        self._until = until
        self.address = address

    def send(self, sent: bytes) -> None:
        """Send all of it."""
        self._socket.settimeout(self._patience())
        try:
            self._socket.sendall(sent)
        except OSError as fault:
            raise failed(self._target.url, f"the connection broke ({_why(fault)})") from None

    def receive(self) -> bytes:
        """Return some bytes, none at the end; Fault where that takes too long, at once or in all."""
        self._socket.settimeout(self._patience())
        try:
            return self._socket.recv(_PIECE)
        except TimeoutError:
            self._patience()
            said = f"nothing came for {self._world.limits.idle_s:.0f} seconds"
            raise failed(self._target.url, said) from None
        except ssl.SSLEOFError:
            return b""
        except OSError as fault:
            raise failed(self._target.url, f"the connection broke ({_why(fault)})") from None

    def _patience(self) -> float:
        left = self._until - self._world.tick()
        if left <= 0:
            said = f"it took more than {self._world.limits.whole_s:.0f} seconds in all"
            raise failed(self._target.url, said)
        return min(left, self._world.limits.idle_s)

    def __enter__(self) -> Line:
        """Return the line, closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connection."""
        self._socket.close()


def open_line(target: Target, world: World, *, allow_private: bool) -> Line:
    """Return a connection to the target: its name is resolved once, every address checked, and one of these connected to.

    A name that has a forbidden address beside others is refused whole: who sets such a trap does not mean well.
    """
    until = world.tick() + world.limits.whole_s
    addresses = _checked(target, world, allow_private)
    connected, address = _connected(target, addresses, world)
    try:
        if target.scheme == "https":
            connected = _secured(connected, target, world)
    except BaseException:
        connected.close()
        raise
    return Line(connected, address, target, world, until)


def _checked(target: Target, world: World, allow_private: bool) -> list[str]:
    try:
        addresses = world.resolve(target.host, target.port)
    except OSError as fault:
        said = f"the name {target.host} leads nowhere ({_why(fault)})"
        raise failed(target.url, said, "check its spelling, and that this machine has a connection") from None
    if not addresses:
        raise failed(target.url, f"the name {target.host} leads nowhere", "check its spelling")
    for address in addresses:
        what = why_refused(address, allow_private=allow_private)
        if what is not None:
            raise _refused(target, address, what, allow_private)
    return addresses


def _refused(target: Target, address: str, what: str, allow_private: bool) -> Fault:
    advice = "check the address" if allow_private else "if that is your own server, give --allow-private"
    name = address if target.host == address else f"{target.host} is {address}, which"
    said = f"{target.url} is not fetched: {name} is {what}; {advice}."
    return refused("address_refused", said)


def _connected(target: Target, addresses: list[str], world: World) -> tuple[socket.socket, str]:
    fault: OSError | None = None
    for address in addresses[:4]:
        try:
            connected = world.connect(address, target.port, world.limits.connect_s)
        except OSError as found:
            fault = fault or found
        else:
            return connected, address
    raise failed(target.url, f"{target.host} cannot be reached ({_why(fault)})", "try again later")


def _secured(connected: socket.socket, target: Target, world: World) -> socket.socket:
    try:
        return world.tls().wrap_socket(connected, server_hostname=target.host)
    except ssl.SSLCertVerificationError as fault:
        said = f"the certificate of {target.host} does not prove that it is {target.host} ({fault.verify_message})"
        raise failed(target.url, said, "ask the site, or capture it with a browser") from None
    except OSError as fault:
        raise failed(
            target.url, f"no secure connection to {target.host} came about ({_why(fault)})"
        ) from None


def _why(fault: BaseException | None) -> str:
    if isinstance(fault, TimeoutError):
        return "no answer in time"
    said = getattr(fault, "reason", None) or getattr(fault, "strerror", None) or str(fault)
    return str(said).strip(" .") or type(fault).__name__
