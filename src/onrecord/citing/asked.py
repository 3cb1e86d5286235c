"""What is cited, in whatever form it comes: JSON of our own or a Web Annotation, a link, or a text with a permanent address in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec

from onrecord.citing.address import Address, parse_address
from onrecord.citing.fragments import Directive
from onrecord.citing.link import is_link, split_link
from onrecord.model import Citation, Selector, Span


class Hint(NamedTuple):
    """Where the words stood when they were cited."""

    version: int | None = None
    turn: int | None = None
    span: Span | None = None


class Asked(NamedTuple):
    """Words to find again: in a statement or at an address, by a selector or a directive; `sum` is that of the words.

    `of_site`: the directive is of the page that `publish` writes of the statement, not of the source's.
    """

    statement: str | None
    url: str | None
    selector: Selector | None
    directive: Directive | None
    sum: str | None
    hint: Hint
    of_site: bool = False


_LATEX = re.compile(r"\\([%#&_{}$])")
# …/statements/sydpxwtdgahueknmg/v2/#t8
_SITE_PAGE = re.compile(r"(?:^|/)statements/([a-z0-9][a-z0-9_-]*)/(?:v([0-9]{1,9})/)?(?:index\.html)?$")
_SITE_TURN = re.compile(r"t([0-9]{1,9})")
# A link in a text goes on to the next space, quotation mark or angle bracket.
_LINK = re.compile(r"(?:https?://|\bstatements/)[^\s\"'<>{}\\^`]*:~:[^\s\"'<>{}\\^`]*")


def parse_forms(text: str) -> list[Asked]:
    """Return what a text cites, each once, in order; nothing where it holds no citation."""
    stripped = text.strip().removeprefix("\ufeff")
    found = list(_of_json(stripped)) if stripped[:1] in ("{", "[") else []
    if not found and is_link(stripped) and ":~:" in stripped:
        found = [*_of_link(stripped)]
    return list(dict.fromkeys(found or _of_text(stripped)))


def _of_text(text: str) -> list[Asked]:
    plain = _LATEX.sub(r"\1", text)
    found = [_of_address(each) for each in parse_address(plain)]
    return found or [asked for link in _LINK.findall(plain) for asked in _of_link(link.rstrip(".,;)]"))]


def _of_address(address: Address) -> Asked:
    hint = Hint(address.version, address.turn, address.span)
    return Asked(address.statement, None, None, address.directive, address.sum, hint)


def _of_link(link: str) -> Iterator[Asked]:
    page, anchor, directive = split_link(link)
    if directive is None:
        return
    turn = _SITE_TURN.fullmatch(anchor)
    own = _SITE_PAGE.search(unquote(urlsplit(page).path))
    hint = Hint(int(own[2]) if own and own[2] else None, int(turn[1]) if turn and own else None)
    yield Asked(own[1] if own else None, page, None, directive, None, hint, of_site=own is not None)


def _of_json(text: str) -> Iterator[Asked]:
    try:
        values = [msgspec.json.decode(text)]
    except msgspec.DecodeError:
        try:
            values = [msgspec.json.decode(line) for line in text.splitlines() if line.strip()]
        except msgspec.DecodeError:
            return
    for value in values:
        yield from _of_value(value)


def _of_value(value: Any) -> Iterator[Asked]:
    if isinstance(value, list):
        for each in value:
            yield from _of_value(each)
    elif isinstance(value, dict):
        yield from _of_mapping(value)


def _of_mapping(value: dict[str, Any]) -> Iterator[Asked]:
    if citation := _citation(value):
        hint = Hint(citation.version, citation.turn, citation.span)
        yield Asked(citation.statement, None, citation.selector, None, None, hint)
    elif "wording" in value:
        parts = value.get("parts") if value["wording"] == "spliced" else None
        yield from _of_value(parts or value.get("citation"))
    elif "citation" in value and "forms" in value:
        yield from _of_value(value["citation"])
    elif (selector := _selector(value)) is not None:
        yield _of_annotation(value, selector)
    else:
        yield from _of_item("\n".join(_strings(value)))


def _of_item(text: str) -> Iterator[Asked]:
    """Yield what one item of a bibliography cites; the link beside an address tells the words that the address alone does not."""
    found = _of_text(text)
    directives = [
        asked.directive for link in _LINK.findall(text) for asked in _of_link(link) if not asked.of_site
    ]
    for asked in found:
        lacks = asked.sum is not None and asked.directive is None and len(found) == 1 and directives
        yield asked._replace(directive=directives[0]) if lacks else asked


def _citation(value: dict[str, Any]) -> Citation | None:
    if not {"statement", "selector", "version", "turn", "span"} <= value.keys():
        return None
    try:
        return msgspec.convert(value, Citation)
    except msgspec.ValidationError:
        return None


def _selector(value: Any) -> Selector | None:
    """Return the first TextQuoteSelector of a Web Annotation."""
    if isinstance(value, list):
        return next(filter(None, map(_selector, value)), None)
    if not isinstance(value, dict):
        return None
    if value.get("type") == "TextQuoteSelector" and isinstance(value.get("exact"), str):
        prefix, suffix = value.get("prefix"), value.get("suffix")
        return Selector(
            value["exact"],
            prefix if isinstance(prefix, str) else "",
            suffix if isinstance(suffix, str) else "",
        )
    return next(filter(None, map(_selector, value.values())), None)


def _of_annotation(value: dict[str, Any], selector: Selector) -> Asked:
    strings = list(_strings(value))
    addresses = parse_address("\n".join(strings))
    if addresses:
        return _of_address(addresses[0])._replace(selector=selector, directive=None, sum=None)
    links = [each for each in _sources(value) if is_link(each)]
    return Asked(None, split_link(links[0])[0] if links else None, selector, None, None, Hint())


def _sources(value: Any) -> Iterator[str]:
    """Yield what an annotation names as the page it is about."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key in ("source", "target") and isinstance(each, str):
                yield each
            else:
                yield from _sources(each)
    elif isinstance(value, list):
        for each in value:
            yield from _sources(each)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
