"""The id of a statement: minted from where it stands, never from what the reader makes of it."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

# What is written the same with and without percent-encoding.
_PLAIN_PATH = re.compile(r"[A-Za-z0-9/:@!$&'()*+,;=~._-]*")
# Parameters that tell how a visitor came, not what is shown.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref_src|phpsessid|jsessionid|sid", re.IGNORECASE)


def statement_id(url: str | None, digest: str, discriminator: str = "") -> str:
    """Return the id of the statement at an address, or (without one) in the captured bytes of that digest.

    `discriminator` tells several statements of one page apart; it is empty where the page holds one.
    """
    place = normalised_address(url) if url else f"urn:{digest}"
    hashed = hashlib.sha256(f"{place}\n{discriminator}".encode()).digest()
    return "s" + base64.b32encode(hashed[:10]).decode().lower()


def later_id(page: str, digest: str) -> str:
    """Return the id of another statement that a page showed later, first in the captured bytes of that digest.

    `page` is the id that the page gives, under which stands what it showed first.
    """
    hashed = hashlib.sha256(f"{page}\nlater {digest}".encode()).digest()
    return "s" + base64.b32encode(hashed[:10]).decode().lower()


@lru_cache(4096)  # of one page it is asked several times
def normalised_address(url: str) -> str:
    """Return one spelling for the addresses of one page: scheme, "www.", default ports, fragments, tracking aside.

    Follows RFC 3986 section 6.2.2 (case, percent-encoding); a trailing slash and "index.html" are taken as the folder.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
        port = parts.port
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    if port and port not in (80, 443):
        host = f"{host}:{port}"
    path = parts.path
    if not _PLAIN_PATH.fullmatch(path):
        path = quote(unquote(path), safe="/:@!$&'()*+,;=~-._")
    path = re.sub(r"/(?:index|default)\.(?:html?|php|aspx?)$", "/", path).rstrip("/")
    if not parts.query:
        return f"{host}{path}"
    query = urlencode(
        sorted(
            (k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)
        )
    )
    return f"{host}{path}" + (f"?{query}" if query else "")


def source_of(url: str | None) -> str | None:
    """Return the host that published an address, without "www."; None without an address."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
