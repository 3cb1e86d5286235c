"""The machine-readable side of a page: what its JSON-LD says, in schema.org's terms. Pure.

A template writes it with Jinja's `tojson`, which escapes what could end a script element.
"""

from __future__ import annotations

from typing import Any

from onrecord.model import Correction, Held, ReleasedVersion, Speaker
from onrecord.publishing.named import WORDS
from onrecord.publishing.profile import Profile
from onrecord.publishing.statement.corrected import tell_correction
from onrecord.publishing.wording import printable, printed_word

_CONTEXT = "https://schema.org"


def structure_statement(held: Held, title: str, profile: Profile, address: str | None) -> dict[str, Any]:
    """Return a statement as a schema.org Article; dates that the source does not give are left out.

    `dateCreated` is the date it was given on, `isBasedOn` the captured page and who published it, `sdPublisher`
    the keeper.
    """
    statement = held.statement
    return _without_gaps(
        {
            "@context": _CONTEXT,
            "@type": "Article",
            "@id": address,
            "identifier": held.listed.id,
            "version": held.version,
            "headline": title,
            "dateCreated": statement.given_on,
            "datePublished": statement.posted_on,
            "dateModified": statement.updated_on,
            "inLanguage": statement.language,
            "genre": [printed_word(kind) for kind in statement.kinds],
            "locationCreated": _named("Place", statement.place),
            "author": [_person(speaker) for speaker in statement.speakers],
            "publisher": _named("Organization", statement.source),
            "isBasedOn": _captured_page(held),
            "sdPublisher": _named("Organization", profile.keeper),
            "correction": [
                *(_correction(each) for each in statement.corrections if each.turn is None),
                *(_note(each) for each in held.listed.released if each.note),
            ],
            "creativeWorkStatus": _standing(held),
        }
    )


def _standing(held: Held) -> str | list[str]:
    """Return in what state the text is, in English whatever language the page speaks: what the page's own lines say, for machines."""
    if held.listed.withdrawn is not None:
        return "Withdrawn"
    statement = held.statement
    status = [] if statement.text_status == "unknown" else [WORDS["text"][statement.text_status]]
    return [*(WORDS["status"][each] for each in statement.status), *status]


def _note(released: ReleasedVersion) -> dict[str, Any]:
    return _without_gaps(
        {"@type": "CorrectionComment", "text": released.note, "datePublished": released.out_at}
    )


def _correction(correction: Correction) -> dict[str, Any]:
    return _without_gaps(
        {
            "@type": "CorrectionComment",
            "text": f"{tell_correction(correction)} ({correction.why})",
            "datePublished": correction.on,
            "author": {"@type": "Person", "name": printable(correction.by)},
        }
    )


def structure_site(profile: Profile, published_at: str) -> dict[str, Any]:
    """Return the site itself as a schema.org WebSite, on a front page that lists its latest messages."""
    return _without_gaps(
        {
            "@context": _CONTEXT,
            "@type": ["WebSite", "CollectionPage"],
            "name": profile.name,
            "url": profile.url,
            "dateModified": published_at,
            "publisher": _named("Organization", profile.keeper),
        }
    )


def structure_page(title: str, profile: Profile, kind: str = "CollectionPage") -> dict[str, Any]:
    """Return a page that is no statement: a list of messages, or the page about the record."""
    site = _without_gaps({"@type": "WebSite", "name": profile.name, "url": profile.url})
    return _without_gaps({"@context": _CONTEXT, "@type": kind, "name": title, "isPartOf": site})


def _captured_page(held: Held) -> dict[str, Any]:
    return _without_gaps(
        {
            "@type": "WebPage",
            "url": held.capture.url,
            "identifier": held.capture.digest,
            "publisher": _named("Organization", held.statement.source),
        }
    )


def _person(speaker: Speaker) -> dict[str, Any]:
    return _without_gaps({"@type": "Person", "name": speaker.name, "jobTitle": speaker.office})


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": printable(name)} if name else None


def _without_gaps(values: dict[str, Any]) -> dict[str, Any]:
    printed = {key: printable(value) if isinstance(value, str) else value for key, value in values.items()}
    return {key: value for key, value in printed.items() if value not in (None, "", [], {})}
