"""What was taken out of a format, written as a page of HTML: so all rules of pages hold for it unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from onrecord.text import PLACE_MARK

_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")


def escaped(text: str) -> str:
    """Return the text as it stands in HTML, without what is no character."""
    return escape(_NO_CHARACTER.sub("", text))


def at(place: str) -> str:
    """Return the attribute that tells where the text of an element was found."""
    return f' class="{PLACE_MARK}{escaped(_SPACES.sub(" ", place).strip())}"'


def placed(place: str, markup: str) -> str:
    """Return foreign markup in an element that tells where it was found; it cannot claim another place itself."""
    return f"<div{at(place)}>{markup.replace(PLACE_MARK, '')}</div>"


def write_page(
    body: str,
    *,
    title: str | None = None,
    language: str | None = None,
    canonical: str | None = None,
    given: str | None = None,
    posted: str | None = None,
    updated: str | None = None,
    beside: str = "",
    is_list: bool = False,
) -> str:
    """Return the page; `body` is its own markup, `beside` what stands around it and is no part of it."""
    pieces = ['<script type="application/ld+json">{"@type": "CollectionPage"}</script>'] if is_list else []
    if title:
        pieces.append(f"<title>{escaped(title)}</title>")
    if canonical:
        pieces.append(f'<link rel="canonical" href="{escaped(canonical)}">')
    if given:
        pieces.append(f'<meta name="event_date" content="{escaped(given)}">')
    for name, value in (("article:published_time", posted), ("article:modified_time", updated)):
        if value:
            pieces.append(f'<meta property="{name}" content="{escaped(value)}">')
    lang = f' lang="{escaped(language)}"' if language else ""
    return f"<!DOCTYPE html><html{lang}><head>{''.join(pieces)}</head><body><main>{body}</main>{beside}</body></html>"


def paragraphs(texts: Iterable[str]) -> str:
    """Return texts as paragraphs, their lines kept."""
    return "".join(f"<p>{escaped(text).replace(chr(10), '<br>')}</p>" for text in texts if text.strip())
