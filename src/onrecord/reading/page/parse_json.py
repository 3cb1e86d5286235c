"""JSON that carries its pages as escaped HTML, as content interfaces of sites give them: made a page of HTML again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any, NamedTuple

from onrecord.text import PLACE_MARK

_BEGINS = re.compile(r"\s*(?:\{\s*\"|\[\s*\{\s*\")")
_TAG = re.compile(r"<(?:p|div|br|h[1-6]|li|blockquote|article|section|table|ul|ol)\b[^<>]*>", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;(?:p|div|br|h[1-6])\b", re.IGNORECASE)
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&"}
_ENTITY = re.compile("|".join(_ENTITIES))
_TITLES = ("title", "headline", "name")
_ADDRESSES = ("link", "url", "web_url", "webUrl", "canonical_url", "base_path")
# What content interfaces call the day of posting, and that of a change.
_POSTED = ("first_published_at", "date_published", "datePublished", "published_at", "published", "public_updated_at", "date",
           "created_at", "pubDate")  # fmt: skip
_UPDATED = ("public_updated_at", "date_modified", "dateModified", "modified", "updated_at", "updated")
_LANGUAGES = ("locale", "language", "lang")
_PARAGRAPH = re.compile(r"<(?:p|h[1-6]|blockquote)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_LEAST_WORDS = 12
_MOST_TEXTS = 50
_LONGEST = 8_000_000
_MOST_VALUES = 200_000
_MOST_POSTS = 500


class _Text(NamedTuple):
    """A string with markup: its place in the JSON, and the objects around it, the innermost first."""

    at: str
    markup: str
    around: tuple[dict[str, Any], ...]


def page_in_json(text: str) -> str | None:
    """Return the HTML page that a text of JSON carries in its strings; None where it is no JSON, or carries none.

    Each string with markup stands in an element that names its place ("content.rendered"). Several posts stand below
    each other, each with its own title. Strings without markup beside them are settings, and are left out.
    """
    if len(text) > _LONGEST or not _BEGINS.match(text):
        return None
    loaded = _loaded(text)
    texts = [each for each in _texts(loaded) if _is_prose(each.markup)] if loaded is not None else []
    if not texts:
        return None
    posts: dict[int, list[_Text]] = {}
    for each in texts:
        posts.setdefault(id(_post_of(each)), []).append(each)
    pieces = [_post(parts) for parts in list(posts.values())[:_MOST_POSTS]]
    head = _head(_post_of(texts[0])) if len(posts) == 1 else ""
    return f"<!DOCTYPE html><html{_language(_post_of(texts[0]))}><head>{head}</head><body><main>{''.join(pieces)}</main></body></html>"


def _is_prose(markup: str) -> bool:
    """Whether a string is more than a name with a line break in it: "Department<br/>of Tides"."""
    words = len(_ANY_TAG.sub(" ", markup).split())
    return words >= _LEAST_WORDS or (words > 1 and _PARAGRAPH.search(markup) is not None)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:  # JSON Lines: a value on each line
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return None


def _texts(loaded: Any) -> Iterator[_Text]:
    """Yield the strings that carry markup, in order; walked without recursion, since hostile JSON nests deep."""
    waiting: list[tuple[str, Any, tuple[dict[str, Any], ...]]] = [("", loaded, ())]
    seen = 0
    while waiting and seen < _MOST_VALUES:
        seen += 1
        at, value, around = waiting.pop()
        if isinstance(value, str):
            markup = _markup_in(value)
            if markup is not None:
                yield _Text(at, markup, around)
        elif isinstance(value, dict):
            within = (value, *around[:5])
            waiting.extend(
                (f"{at}.{key}" if at else str(key), one, within) for key, one in reversed(value.items())
            )
        elif isinstance(value, list):
            waiting.extend((f"{at}[{n}]", one, around) for n, one in reversed(list(enumerate(value))))


def _markup_in(value: str) -> str | None:
    if _TAG.search(value):
        return value
    if _ESCAPED_TAG.search(value):  # escaped once more
        return _ENTITY.sub(lambda found: _ENTITIES[found[0]], value)
    return None


def _post_of(text: _Text) -> dict[str, Any]:
    """The object that a text belongs to: the nearest with a title."""
    titled = (each for each in text.around if _word(each, _TITLES))
    return next(titled, text.around[0] if text.around else {})


def _post(texts: list[_Text]) -> str:
    post = _post_of(texts[0])
    title = _word(post, _TITLES)
    address = _word(post, _ADDRESSES)
    heading = ""
    if title and not _TAG.search(title):
        words = title if "<" not in title else _ANY_TAG.sub("", title)
        linked = f'<a href="{escape(address)}">{words}</a>' if address else words
        heading = f"<h1>{linked}</h1>"
    bodies = [
        f'<div class="{PLACE_MARK}{escape(each.at)}">{each.markup.replace(PLACE_MARK, "")}</div>'
        for each in _fullest(texts)
    ]
    day = _word(post, _POSTED)
    posted = f"<p><time>{escape(day[:10])}</time></p>" if day and len(texts) > len(bodies) else ""
    return f"<article>{heading}{posted}{''.join(bodies)}</article>"


def _fullest(texts: list[_Text]) -> list[_Text]:
    """The texts of a post without those that only begin one of the others: an excerpt, a summary."""
    if len(texts) > _MOST_TEXTS:
        return texts
    words = [" ".join(re.sub(r"<[^<>]*>|[^\w\s]", " ", each.markup).split()) for each in texts]
    return [
        each
        for n, each in enumerate(texts)
        if not any(
            other != n and words[n][:-20] in words[other] and (len(words[n]), n) < (len(words[other]), other)
            for other in range(len(texts))
        )
    ]


def _head(post: dict[str, Any]) -> str:
    title, posted, updated = _word(post, _TITLES), _word(post, _POSTED), _word(post, _UPDATED)
    address = _word(post, _ADDRESSES)
    pieces = [f"<title>{escape(title, quote=False)}</title>" if title else ""]
    pieces += [f'<meta property="article:published_time" content="{escape(posted)}">'] if posted else []
    pieces += [f'<meta property="article:modified_time" content="{escape(updated)}">'] if updated else []
    pieces += [f'<link rel="canonical" href="{escape(address)}">'] if address else []
    return "".join(pieces)


def _language(post: dict[str, Any]) -> str:
    told = _word(post, _LANGUAGES)
    return f' lang="{escape(told)}"' if told and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})?", told) else ""


def _word(post: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first string under one of the keys; WordPress wraps its texts: {"rendered": "…"}."""
    for key in keys:
        value = post.get(key)
        if isinstance(value, dict):
            value = value.get("rendered")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None
