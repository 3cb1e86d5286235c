"""Whatever a page says by itself can be translated: shown on pages whose every other word is Greek."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import NullTranslations
from itertools import cycle
from typing import Any, get_args

from selectolax.lexbor import LexborHTMLParser

from onrecord.custody import RemovedCapture, Tombstone
from onrecord.model import (
    KINDS,
    STATUSES,
    Basis,
    Citation,
    Contact,
    Correction,
    Edit,
    Facet,
    FacetValue,
    Found,
    Hit,
    Insertion,
    Omission,
    Part,
    Removal,
    Searched,
    Selector,
    Speaker,
    Verdict,
)
from onrecord.model.verdict import Attribution, DateVerdict, EditKind, VersionVerdict, Wording
from onrecord.publishing import Asked, Contents, Profile, ServedSite, Sought, Terms
from onrecord.publishing.profile import City, DayCounter, Section
from onrecord.publishing.tongues import Tongue
from publishing_record import AT, RecordInMemory, a_statement, a_turn


class Marking(NullTranslations):
    """A language whose words are the English ones between marks."""

    def gettext(self, message: str) -> str:
        """Return the message between marks."""
        return f"⟦{message}⟧" if _LETTER.search(message) else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the message that goes with the number, between marks."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return the message between marks."""
        return self.gettext(message)


CORRECTION = Correction("co-1", "given_on", None, None, "2026-05-14", "Γραφείο", "2026-06-01", "Λάθος")
TURNED = Correction("co-2", "begins", 1, None, "Τον", "Γραφείο", "2026-06-01", "Λάθος")
REMOVAL = Removal("re-1", "Γραφείο", "2026-06-01T08:00:00Z", "Λάθος", "sha256:ab")
GONE = RemovedCapture(None, "2026-05-01T08:00:00Z", "sha256:ab", "sha256:cd", "sha256:ef")
TOMBS = [
    Tombstone("re-2", "Γραφείο", "2026-06-01T08:00:00Z", "Λάθος", "capture", ("st-gone",), (GONE,)),
    Tombstone("re-3", "Γραφείο", "2026-06-01T08:00:00Z", "Λάθος", "passage", (), (GONE,)),
]
_LETTER = re.compile(r"[A-Za-z]{2,}")
# What is no word of a language: names of zones, digests and ids.
_NO_WORDS = re.compile(
    r"\bUTC(?:[+-][\d:]+)?|\bsha256:\w+|\b(?:st|re)-[a-z\d]+|\bv\d+\b|\(el\)|\b(?:CSL-JSON|BibTeX|RIS|CSV|SVG|HTML|Word|PDF)\b"
)
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
PROFILE = Profile(
    publish="full",
    name="Αρχείο",
    keeper="Γραφείο",
    language="el",
    interface=("ar",),
    cities=(City("Πόλη", "Europe/Lisbon"),),
    contacts=(Contact("Τύπος", "+44 (0) 20 7946 0000"),),
    counters=(DayCounter("2026-03-01", "ημέρες"),),
    sections=(Section("Συνεντεύξεις", ("interview",)),),
    messages_per_page=2,
)


def a_record() -> RecordInMemory:
    """Return a record whose every word is Greek: what is Latin on a page of it is the page's own."""
    record = RecordInMemory()
    told: dict[str, Any] = {
        "language": "el",
        "source": "Υπουργείο",
        "outlet": "Εφημερίδα",
        "place": "Πόλη",
        "occasion": "Γιορτή",
    }
    days = {"given_on": "2026-05-14", "posted_on": "2026-05-15", "updated_on": "2026-05-16"}
    for n, kind in enumerate(KINDS):
        turns = (
            a_turn(1, "Ερώτηση", "Πότε θα φύγουν τα πλοία;", "questioner"),
            a_turn(2, "Ίλσε Βάργκα", "Το πρωί της Κυριακής."),
        )
        record.keep(
            a_statement(
                f"st-{chr(97 + n)}", f"Δήλωση {n}", turns, kinds=(kind,), status=STATUSES[n : n + 1], text_status="interpreted",
                speakers=(Speaker("Ίλσε Βάργκα", "Υπουργός"),) * (1 + n % 2), part=Part(2, True) if n == 1 else None, **told, **days,
            )
        )  # fmt: skip
    for words in ("Τον Μάιο.", "Τον Ιούνιο."):
        record.keep(
            a_statement(
                "st-two",
                None,
                [a_turn(1, None, words)],
                **told,
                corrections=(CORRECTION, TURNED),
                removals=(REMOVAL,),
            )
        )
    record.announce("Υπουργείο", title="Επιστολή", posted_on="2026-05-01", lead="Εστάλη.")
    record.announce(None, title="Επιστολή")
    return record


def said_on(page: str) -> Iterator[str]:
    """Yield all that a page says: its text, and the attributes that are read."""
    tree = LexborHTMLParser(page)
    for node in tree.css("*"):
        yield from (node.attributes.get(name) or "" for name in ("aria-label", "title", "alt", "placeholder"))
        if node.tag == "meta" and node.attributes.get("name") == "description":
            yield node.attributes.get("content") or ""
    # What programs read stands in `pre`, lines of HTML to copy in `textarea`.
    tree.strip_tags(["script", "style", "pre", "textarea"])
    for tag in ("title", "body"):
        yield from (node.text(separator=" ") for node in tree.css(tag))


def test_what_python_says_on_a_page_is_marked_too() -> None:
    """On a site of Greek texts, in a language that puts marks around its words, no other word has Latin letters."""
    tongue = Tongue("ar", Marking())
    told = Contents(a_record(), PROFILE, Terms(lambda source: None, "full"), TOMBS)
    site = ServedSite(told, AT, base="https://record.example/", tongue=tongue)
    pages = {path: site.page(path) or "" for path in site.paths() if path.endswith(".html")}
    pages |= served_pages(site)
    assert len(pages) > 30
    unmarked: dict[str, list[str]] = {}
    for path, page in pages.items():
        words = " ".join(said_on(page))
        assert "⟦" in words
        left = words
        while _MARKED.search(left):
            left = _MARKED.sub("", left)
        left = _NO_WORDS.sub("", left)
        if found := _LETTER.findall(left):
            unmarked[path] = found
    assert unmarked == {}


def served_pages(site: ServedSite) -> dict[str, str]:
    """Return the pages that only a server has: searches, checks and faults."""
    some = Facet("kind", (FacetValue("interview", 2),), 1)
    hit = Hit(
        "st-a", 1, 2, "Δήλωση", "Ίλσε Βάργκα", None, "official", "Υπουργείο", "2026-05-14", None, None, "Το πρωί", ((0, 2),), 1.0, ("st-b",),
    )  # fmt: skip
    found = Found((hit,), 1204, (some,), more=True)
    sought = Sought("πρωί", {"kind": "interview", "since": "2025", "until": "2026"}, 2)
    pages = {"search": site.search_page(sought, found), "search?": site.search_page(Sought("", {}), None)}
    for wording in get_args(Wording):
        for claims in zip(
            get_args(Attribution), cycle(get_args(DateVerdict)), cycle(get_args(VersionVerdict)), strict=False
        ):
            verdict = a_verdict(wording, *claims)
            pages[f"check {wording} {claims}"] = site.check_page(
                Asked("Το πρωί"), verdict, site.contents.held
            )
    pages["fault"] = site.fault_page("Not Found", "There is no such page in this record.", "x")
    pages["captured"] = site.captured_page("st-a", 1) or ""
    return pages


def a_verdict(wording: Any, attribution: Any, date: Any, version: Any) -> Verdict:
    """Return a verdict with something on every line that a page may have."""
    where = ("2026-05-01T08:00:00Z", "sha256:ab", Selector("Το", "", ""))
    places = tuple(
        Citation(each, 1, 2, (0, 2), "Το", None, *where)
        for each in ("st-a", "st-b", "st-gone", *["st-c"] * 9)
    )
    return Verdict(
        "Το πρωί", "Το", wording, attribution, date, version, Basis("interpreted"),
        None if wording == "not_found" else places[0],
        tuple(Edit(kind, said, quoted, (0, 2)) for kind in get_args(EditKind) for said, quoted in (("Το", ""), ("", "Το"))),
        (Omission("Το", 2, (0, 2), True), Omission("Το", 2, (0, 2), False)), (Insertion("Το", 2, (0, 2), True), Insertion("Το", 2, (0, 2), False)),
        places[:3], places, Searched(1204, 2, 1, "2025-01-01", "2026-05-01"), "Said in English.", (), (CORRECTION,),
    )  # fmt: skip
