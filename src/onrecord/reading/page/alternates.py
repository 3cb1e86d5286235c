"""Where a page says that it stands besides: in other languages, or at an address that it names as its own."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from onrecord.model import Alternate
from onrecord.reading.identity import normalised_address
from onrecord.reading.page.blocks import Head

_NO_LANGUAGE = "x-default"


def alternates_of(head: Head, address: str | None) -> tuple[Alternate, ...]:
    """Return the other addresses that a page names for itself in a language, made whole; none of its own."""
    own = normalised_address(address) if address else None
    return tuple(dict.fromkeys(_others(head, address, own)))


def _others(head: Head, address: str | None, own: str | None) -> Iterator[Alternate]:
    for language, written in head.alternates:
        try:
            url = urljoin(address or "", written)
        except ValueError:  # brackets that are no address
            continue
        is_page = url.startswith(("http://", "https://"))
        if language.lower() != _NO_LANGUAGE and is_page and normalised_address(url) != own:
            yield Alternate(language, url)


def canonical_of(head: Head, address: str | None) -> str | None:
    """Return the address that a page names as its own, made whole; None where that is this one, or only the site's front."""
    if not address or not head.canonical:
        return None
    try:
        url = urljoin(address, head.canonical.strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    is_page = parts.scheme in ("http", "https") and bool(parts.hostname)
    if not is_page or normalised_address(url) == normalised_address(address):
        return None
    return url if parts.path.strip("/") or parts.query else None
