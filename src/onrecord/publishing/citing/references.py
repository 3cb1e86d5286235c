"""What a citation tells, whatever form it takes: of words that are quoted, and of a whole version of a statement. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.model import Held
from onrecord.publishing.citing.citations import Quoted


class Reference(NamedTuple):
    """All that programs for references take; `address` leads back to it in this record, `link` to the page at the source."""

    key: str
    kinds: tuple[str, ...]
    title: str | None
    authors: tuple[str, ...]
    source: str | None
    given_on: str | None
    posted_on: str | None
    captured_at: str | None
    occasion: str | None
    place: str | None
    language: str
    version: int | None
    link: str | None
    keeper: str | None
    address: str
    note: str


def refer_to_words(quoted: Quoted) -> Reference:
    """Return what a citation of quoted words tells; the words are its note."""
    statement, cited = quoted.statement, quoted.citation
    return Reference(
        f"{_name(cited.statement)}-v{cited.version}-t{cited.turn}-{cited.span[0]}", statement.kinds, statement.title,
        (quoted.speaker,) if quoted.speaker else (), statement.source, statement.given_on, statement.posted_on,
        quoted.capture.captured_at, statement.occasion, statement.place, quoted.language, cited.version, quoted.link,
        quoted.keeper, quoted.address, f"“{quoted.words}”",
    )  # fmt: skip


def refer_to_version(
    held: Held, link: str | None, address: str, keeper: str | None, digest: str
) -> Reference:
    """Return what a citation of a whole version tells; the digest of its words is its note."""
    statement = held.statement
    return Reference(
        f"{_name(statement.id)}-v{held.version}", statement.kinds, statement.title,
        tuple(dict.fromkeys(each.name for each in statement.speakers)), statement.source, statement.given_on,
        statement.posted_on, held.capture.captured_at, statement.occasion, statement.place, statement.language or "und",
        held.version, link, keeper, address, f"version {held.version}, {digest}",
    )  # fmt: skip


def refer_to_page(
    key: str,
    title: str,
    published_on: str,
    language: str,
    address: str,
    link: str | None,
    keeper: str | None,
    note: str,
) -> Reference:
    """Return what a citation of a page of the site tells that is no statement, as it was on a day; its note says in which record."""
    return Reference(
        f"onrecord-{re.sub(r'[^A-Za-z0-9]+', '-', key).strip('-')}", (), title, (), keeper, None, published_on, published_on,
        None, None, language, None, link, keeper, address, note,
    )  # fmt: skip


def _name(statement: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", statement) or "statement"
