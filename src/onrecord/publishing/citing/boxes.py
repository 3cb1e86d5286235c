"""A box of citations on a page: as text, as a link, and for programs that keep references. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from onrecord.model import Forms, Held
from onrecord.publishing.citing.bibliography import cite_as_bibtex, cite_as_csl, cite_as_ris
from onrecord.publishing.citing.references import refer_to_page, refer_to_version
from onrecord.publishing.profile import Profile
from onrecord.publishing.statement.pages import digest_of, link_to


class Box(NamedTuple):
    """A citation part by part, the address that leads back here where one is known, and the forms by their names.

    `is_english`: it is told in English, whatever the language of the page.
    """

    parts: tuple[str, ...]
    address: str | None
    forms: tuple[tuple[str, str], ...]
    is_english: bool = False


def cite_version(held: Held, parts: Sequence[str], address: str | None, profile: Profile) -> Box:
    """Return the citations of a version of a statement; `address` is that of its page."""
    permanent = address or f"{held.listed.id}/v{held.version}"
    told = refer_to_version(held, link_to(held.capture.url), permanent, profile.keeper, digest_of(held))
    return Box(tuple(parts), address, _forms(cite_as_csl(told), cite_as_bibtex(told), cite_as_ris(told)))


def cite_page(
    title: str,
    parts: Sequence[str | None],
    path: str,
    address: str | None,
    day: str,
    language: str,
    profile: Profile,
) -> Box:
    """Return the citations of a page of the site that is no statement, as it was on a day."""
    told = refer_to_page(path, title, day, language, address or path, address, profile.keeper, profile.name)
    forms = _forms(cite_as_csl(told), cite_as_bibtex(told), cite_as_ris(told))
    return Box(tuple(filter(None, parts)), address, forms)


def cite_forms(forms: Forms) -> Box:
    """Return the citations of words of the record."""
    return Box((forms.text.strip(),), forms.link, _forms(forms.csl, forms.bibtex, forms.ris), is_english=True)


def _forms(csl: dict[str, object], bibtex: str, ris: str) -> tuple[tuple[str, str], ...]:
    return (("CSL-JSON", _laid_out([csl])), ("BibTeX", bibtex.strip()), ("RIS", ris.strip()))


def _laid_out(told: list[dict[str, object]]) -> str:
    """Return JSON on several lines."""
    try:
        return msgspec.json.format(msgspec.json.encode(told), indent=1).decode()
    except UnicodeEncodeError:  # half a letter, which only Python's slow writer lets pass: the page names it
        return json.dumps(told, ensure_ascii=False, indent=1)
