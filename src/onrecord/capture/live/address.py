"""An address as it may be asked for: taken apart once, so that what is checked is what is connected to."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from onrecord.capture.live.faults import Fault, refused

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4096
_CONTROL = re.compile("[\x00-\x1f\x7f]")
# "press.ostrelle.example", "xn--e1afmkfd.example"
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?")
_FIRST_FREE_PORT = 1024
_SAFE = "/%:=&?~#+!$,;'@()*[]-._"


class Target(NamedTuple):
    """Where to connect to and what to ask for. `host` is in ASCII, an IPv6 address without brackets."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Return scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Return the host, in brackets if it is an IPv6 address, with its port unless that is the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def parse_target(given: str, base: str = "") -> Target:
    """Return the target of an address, relative to `base` if that is given; raises Fault where it is none to ask for."""
    written = given.strip()
    if not written or len(written) > _LONGEST or _CONTROL.search(written):
        raise _unfit(written, "it is empty, too long or holds control characters")
    try:
        parts = urlsplit(urljoin(base, written))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _unfit(written, "it cannot be taken apart") from None
    if parts.scheme not in _PORTS:
        raise _unfit(written, f"{parts.scheme or 'nothing'} is no way to fetch a page; http and https are")
    if "@" in parts.netloc:
        raise _unfit(written.partition("://")[0] + "://…", "it holds a name or password; leave that out")
    if port is not None and port < _FIRST_FREE_PORT and port not in _PORTS.values():
        raise _unfit(written, f"port {port} belongs to another service than the web")
    host = _plain_host(host, written)
    port = port or _PORTS[parts.scheme]
    path = quote(parts.path or "/", safe=_SAFE) + (
        f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    )
    bare = Target("", parts.scheme, host, port, path)
    return bare._replace(url=bare.origin + path)


def same_site(one: str, other: str) -> bool:
    """Return whether two addresses are of one host, with or without "www."."""
    try:
        hosts = [
            (urlsplit(url).hostname or "").lower().rstrip(".").removeprefix("www.") for url in (one, other)
        ]
    except ValueError:
        return False
    return bool(hosts[0]) and hosts[0] == hosts[1]


def _plain_host(host: str, written: str) -> str:
    if ":" in host:
        try:
            address = ipaddress.IPv6Address(host)
            if address.scope_id is None:  # a zone is a matter of one machine
                return str(address)
            raise ValueError
        except ValueError:
            raise _unfit(written, "its host is no address") from None
    try:
        plain = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        plain = ""
    if not _HOST.fullmatch(plain):
        raise _unfit(written, "its host is no name")
    return plain


def _unfit(written: str, why: str) -> Fault:
    return refused("address_refused", f"{written[:200]!r} is not fetched: {why}.")
