"""A link that leads to the page at its source, and there to the words."""

from __future__ import annotations

from urllib.parse import urlsplit

from onrecord.citing.fragments import Directive, parse_directive

_MARK = ":~:"


def make_link(url: str | None, directive: Directive | None) -> str | None:
    """Return the address with the text directive, in place of one it may have; None for what no browser opens."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    page, hash_, fragment = url.partition("#")
    anchor = fragment.partition(_MARK)[0]
    if directive is None:
        return f"{page}#{anchor}" if hash_ and anchor else page
    return f"{page}#{anchor}{_MARK}text={directive.encoded()}"


def split_link(link: str) -> tuple[str, str, Directive | None]:
    """Return the address without its fragment, the anchor, and the first text directive that names anything."""
    page, _, fragment = link.partition("#")
    anchor, _, told = fragment.partition(_MARK)
    texts = (each.removeprefix("text=") for each in told.split("&") if each.startswith("text="))
    return page, anchor, next(filter(None, map(parse_directive, texts)), None)


def is_link(text: str) -> bool:
    """Return whether a text is an address with a host, and nothing else."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(map(str.isspace, text))
