"""A citation in all its forms, and where the words of a citation stand by now."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from onrecord.model.capture import Span
from onrecord.model.verdict import Citation, VersionVerdict


class Forms(msgspec.Struct, frozen=True):
    """One citation in each form; each of them leads back to the words.

    `csl` is a CSL-JSON item and `annotation` a Web Annotation with its selectors (JSON-LD). `link` leads to the page at its
    source, and to the words where `link_finds` in Cited says so; `page` to the site that `publish` writes.
    """

    text: str
    markdown: str
    html: str
    csl: dict[str, Any]
    bibtex: str
    ris: str
    annotation: dict[str, Any]
    link: str | None
    address: str
    page: str


class Cited(msgspec.Struct, frozen=True):
    """Words of the record, the pointer to them, and its forms.

    The selector's prefix and suffix are of the page, and long enough to tell the words from the same words elsewhere on it.
    `page_span` counts in the page's text. `link_finds`: a browser that opens the link finds these words, as long as the page
    is as it was captured; without it they stand there more than once with the same words around.
    """

    citation: Citation
    speaker: str | None
    page_span: Span
    link_finds: bool
    forms: Forms


class ResolvedPlace(msgspec.Struct, frozen=True):
    """Where cited words stand: one citation for each turn that holds some of them, none where they stand in no turn.

    `exact`: they are the words that were cited, spacing aside; `current`: the current version has them as well.
    """

    statement: str
    version: int
    current: bool
    exact: bool
    text: str
    citations: tuple[Citation, ...]
    speaker: str | None
    title: str | None


Resolution = Literal["as_cited", "moved", "several", "changed", "not_found"]


class Resolved(msgspec.Struct, frozen=True):
    """What a citation leads to.

    `found`: where it says; elsewhere in the statement (moved); in several places that it does not tell apart, all listed; only
    with other words between the first and the last (changed); nowhere. `version` is None where nothing is found.
    """

    found: Resolution
    version: VersionVerdict | None
    places: tuple[ResolvedPlace, ...]
    summary: str
