"""Whether a site says that it is an office's, in its head, in its titles, at its foot; a dated text of its is a message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Statement
from onrecord.reading.page.blocks import Head
from onrecord.reading.statement.body import Body
from onrecord.reading.words.bodies import ABOUT_BODIES, BODIES
from onrecord.reading.words.caseless import caseless

_NAMED_IN = frozenset(
    (
        "og:site_name",
        "author",
        "publisher",
        "dc.publisher",
        "dcterms.publisher",
        "dc.creator",
        "dcterms.creator",
        "article:author",
        "article:publisher",
        "copyright",
        "dc.rights",
        "application-name",
        "contentsource",
    )
)
_LONGEST_NAME = 90
# "Skell reopens - Ministry of Ports", "Ministry of Ports | Skell reopens": what parts a site's name from a page's title
_PARTS = re.compile(r"\s+[|\-–—•·:»›/]+\s+|\s*[|»•›]\s*|_(?=[\u3040-\u9fff])")
_LONGEST_TITLE = 400
# "© 2031 Ministry of Ports. All rights reserved."
_RIGHTS = re.compile(r"©|\(c\)\s|copyright", re.IGNORECASE)
_LONGEST_RIGHTS = 200
_FOOT = 60  # blocks
_LONGEST_HOST = 255
_OFFICE_TYPES = re.compile(r'"(?:GovernmentOrganization|GovernmentOffice|Embassy)"')
_HOST = caseless(
    r"(?:^|[.-])(?:president\w*|presidenc[iy]a?|primeminister|premier|government|governo|gobierno|gouvernement|\w*regierung|"
    r"bundes(?:rat|tag|kanzler\w*|praesident|polizei|amt\w*|gericht\w*|netzagentur|bank)|parlament\w*|parliament|sen[ao]te?|"
    r"\w*ministerium|ministry|minist[eè]re|embassy|embajada|ambassade|botschaft|diplomatie|rijksoverheid|valtioneuvosto|"
    r"regjeringen|regeringen|riksdagen|stortinget|vlada|kormany|bund)\.(?:\w|\.)+$",
)


def is_dated_by_office(statement: Statement, body: Body, host: str) -> bool:
    """Return whether a page has its day, and its site says that it is an office's: such a text is a message, whatever its title.

    A page of an office that tells no day may be about its services, which nobody says on an occasion.
    """
    return bool(statement.posted_on or statement.given_on) and (
        bool(host and _HOST.search(host[:_LONGEST_HOST])) or _is_of_office(body.page.head, body)
    )


def _is_of_office(head: Head, body: Body) -> bool:
    if any(_OFFICE_TYPES.search(text[:20_000]) for text in head.structured):
        return True
    return any(_names_office(name) for name in _names(head, body))


def _names_office(name: str) -> bool:
    if len(name) > _LONGEST_NAME or name[:1].islower() or not BODIES.search(name):
        return False  # "… - the ministry is pleased" goes on with a headline
    return not ABOUT_BODIES.search(name)


def _names(head: Head, body: Body) -> Iterator[str]:
    """The names that a site gives itself: in metadata, before or behind a page's title in its head, beside its rights."""
    for name, value in head.metadata:
        if name in _NAMED_IN:
            yield value.strip()
    title = " ".join((head.title or "")[:_LONGEST_TITLE].split())
    parts = _PARTS.split(title)
    if len(parts) > 1:
        own = set((body.frame.title_text or "").split())
        yield from (part for part in (parts[0], parts[-1]) if part and not set(part.split()) <= own)
    for block in body.page.blocks[-_FOOT:]:
        if len(block.text) <= _LONGEST_RIGHTS and (rights := _RIGHTS.search(block.text)):
            yield block.text[rights.end() :].strip()[:_LONGEST_NAME]
