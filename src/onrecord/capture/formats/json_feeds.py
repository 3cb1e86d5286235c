"""JSON feeds (jsonfeed.org): the same list and the same entries as of RSS and Atom, each cut out to the byte."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from onrecord.capture.captured import Captured
from onrecord.capture.charset import Decoded, codec_of, decode
from onrecord.capture.formats.entries import Entry, Found, iso_time
from onrecord.capture.formats.feeds import MOST_ENTRIES, addresses_of, entry_page, list_page, told_entries
from onrecord.model import Issue

_SPACES = re.compile(r"[ \t\n\r]*")
_LONGEST = 20_000_000


def open_json_feed(captured: Captured) -> Decoded:
    """Return the page that a JSON feed is: its entries as notices; or the page of the one entry that was cut out of it."""
    decoded = decode(captured)
    loaded = _loaded(decoded.text)
    url = captured.capture.url
    if loaded is None:
        where = url or captured.capture.locator.file
        said = f"The feed {where} is damaged: it is kept, and was not read; fetch it again."
        return Decoded("", decoded.charset, (Issue("feed_damaged", said, captured.capture.locator, "error"),))
    if isinstance(loaded.get("items"), list):
        page = list_page(
            _found(loaded, [(0, 0)] * len(loaded["items"])), url or _word(loaded, "home_page_url")
        )
    else:
        page = entry_page(_entry(loaded, (0, 0), ""), url)
    return Decoded(page, decoded.charset, decoded.issues)


def announced_items(captured: Captured) -> Iterator[str]:
    """Return the addresses that the entries of a JSON feed lead to."""
    loaded = _loaded(decode(captured).text)
    if loaded is not None and isinstance(loaded.get("items"), list):
        found = _found(loaded, [(0, 0)] * len(loaded["items"]))
        yield from addresses_of(found, captured.capture.url or found.link)


def cut_items(captured: Captured) -> Iterator[Captured | Issue]:
    """Return each entry of a JSON feed that holds its text as a capture of its own."""
    charset = decode(captured).charset
    codec = codec_of(charset)
    errors = "replace" if codec.startswith("utf-16") else "surrogateescape"
    content = captured.body.decode(codec, errors)
    loaded = _loaded(content)
    if loaded is None or not isinstance(loaded.get("items"), list):
        return
    places: list[tuple[int, int]] = []
    at = byte = 0
    for start, end in _item_places(content):
        byte += len(content[at:start].encode(codec, errors))
        length = len(content[start:end].encode(codec, errors))
        places.append((byte, byte + length))
        at, byte = end, byte + length
    found = _found(loaded, places)
    yield from told_entries(captured, found, [(each.start, each.end) for each in found.entries], charset)


def _loaded(text: str) -> dict[str, Any] | None:
    if len(text) > _LONGEST:
        return None
    try:
        loaded = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None
    return loaded if isinstance(loaded, dict) else None


def _item_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the items of a well-formed feed stand in its text."""
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while text[(at := _behind_spaces(text, at))] != "}":
        key, at = decoder.raw_decode(text, at)
        at = _behind_spaces(text, _behind_spaces(text, at) + 1)  # the colon
        if key == "items" and text[at] == "[":
            at = _behind_spaces(text, at + 1)
            while text[at] != "]":
                _, end = decoder.raw_decode(text, at)
                yield at, end
                at = _behind_spaces(text, end)
                at = _behind_spaces(text, at + 1) if text[at] == "," else at
            at += 1
        else:
            _, at = decoder.raw_decode(text, at)
        at = _behind_spaces(text, at)
        at += text[at] == ","


def _behind_spaces(text: str, at: int) -> int:
    found = _SPACES.match(text, at)
    assert found is not None
    return found.end()


def _found(loaded: dict[str, Any], places: list[tuple[int, int]]) -> Found:
    language = _word(loaded, "language")
    entries = [
        _entry(item, place, language)
        for item, place in zip(loaded["items"], places, strict=False)
        if isinstance(item, dict)
    ]
    more = max(0, len(entries) - MOST_ENTRIES)
    return Found(
        "feed", _word(loaded, "title"), _word(loaded, "home_page_url"), language, entries[:MOST_ENTRIES], more
    )


def _entry(item: dict[str, Any], place: tuple[int, int], language: str) -> Entry:
    html, text = _word(item, "content_html"), _word(item, "content_text")
    return Entry(
        *place,
        title=escape(_word(item, "title"), quote=False),
        link=_word(item, "url") or _word(item, "external_url"),
        id=_word(item, "id"),
        posted=iso_time(_word(item, "date_published")),
        updated=iso_time(_word(item, "date_modified")),
        content=html or escape(text, quote=False) or escape(_word(item, "summary"), quote=False),
        whole=bool(html or text),
        language=_word(item, "language") or language,
    )


def _word(value: dict[str, Any], key: str) -> str:
    found = value.get(key)
    return found.strip() if isinstance(found, str) else ""
