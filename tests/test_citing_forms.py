"""The forms of a citation: programs that keep references read back what was written, whatever the captured text holds."""

from __future__ import annotations

import html
import json
from typing import cast

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pybtex.database import parse_string
from selectolax.lexbor import LexborHTMLParser

from invented_citations import CitedRecord, paragraphs
from onrecord import Forms, Speaker
from onrecord.archive.citing import cite_words
from onrecord.model import Held
from onrecord.publishing import Profile
from onrecord.record import Record

HOSTILE = 'A {"quote"} of 50% & $5 #1 ~x^2_y \\ <script>alert(1)</script>\nER  - \n} @misc{b, — “да” نعم 港 `*a*` [b](c)'


class _Titled(CitedRecord):
    """A record whose title and speaker are those given."""

    title = "Ada Verne’s interview"
    speaker = "Ada Verne"

    def held(self, id_: str, version: int | None = None) -> Held:
        """Return the version under the title."""
        held = super().held(id_, version)
        turns = tuple(replace(turn, speaker=self.speaker) for turn in held.statement.turns)
        speakers = (Speaker(self.speaker, None),)
        return replace(
            held, statement=replace(held.statement, title=self.title, turns=turns, speakers=speakers)
        )


def forms(
    words: str, title: str = "Ada Verne’s interview", speaker: str = "Ada Verne", url: str | None = None
) -> Forms:
    """Return all forms of the whole of one turn."""
    record = _Titled(paragraphs(words), **({"url": url} if url else {}))
    record.title, record.speaker = title, speaker
    held = record.held(record.id)
    profile = Profile(keeper="The Tarn Library", url="https://record.example/")
    return cite_words(cast(Record, record), held, held.statement.turns[0], (0, len(words)), profile).forms


def on_one_line(text: str) -> str:
    """Return the text with its spaces folded and control characters gone, as programs for references keep it."""
    return " ".join(
        "".join(" " if ord(each) < 32 or 126 < ord(each) < 160 else each for each in text).split()
    )


def test_bibtex_is_read_back() -> None:
    """By pybtex: one entry, each field whole, the name not cut into parts."""
    entry = parse_string(forms("We have not closed it.").bibtex, "bibtex").entries[
        "sharbourstatement-v1-t1-0"
    ]
    assert entry.type == "misc"
    assert [str(person) for person in entry.persons["author"]] == ["{Ada Verne}"]
    assert {name: entry.fields[name] for name in ("title", "year", "month", "day", "urldate", "note", "organization")} == {
        "title": "{Ada Verne’s interview}", "year": "2031", "month": "April", "day": "30", "urldate": "2031-05-01",
        "note": "“We have not closed it.”", "organization": "harbours.example",
    }  # fmt: skip
    assert entry.fields["url"] == "https://harbours.example/news/7#:~:text=We%20have%20not%20closed%20it%2E"
    assert entry.fields["eprint"].startswith("onrecord:sharbourstatement/v1/t1/0-22/")


def test_ris_is_read_back() -> None:
    """By rispy: one record with its fields."""
    (entry,) = rispy.loads(forms("We have not closed it.").ris)
    assert entry["type_of_reference"] == "ELEC"
    assert entry["authors"] == ["Ada Verne"]
    assert (entry["title"], entry["year"], entry["date"]) == ("Ada Verne’s interview", "2031", "2031/04/30/")
    assert entry["notes"] == ["“We have not closed it.”"]
    assert entry["accession_number"].startswith("onrecord:sharbourstatement/v1/t1/0-22/")
    assert entry["urls"] == ["https://harbours.example/news/7#:~:text=We%20have%20not%20closed%20it%2E"]


def test_csl_has_what_a_style_prints() -> None:
    """Type, author, title, dates and address by the names of CSL-JSON."""
    item = forms("We have not closed it.").csl
    assert {key: item[key] for key in ("type", "title", "author", "issued", "accessed", "archive", "language")} == {
        "type": "interview", "title": "Ada Verne’s interview", "author": [{"literal": "Ada Verne"}],
        "issued": {"date-parts": [[2031, 4, 30]]}, "accessed": {"date-parts": [[2031, 5, 1]]},
        "archive": "The Tarn Library", "language": "en",
    }  # fmt: skip


def test_an_annotation_has_both_selectors() -> None:
    """The quote with what stands around it, the position in the page's text, and when that was captured."""
    note = forms("We have not closed it.").annotation
    assert (note["@context"], note["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
    assert note["target"] == {
        "type": "SpecificResource",
        "source": "https://harbours.example/news/7",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "We have not closed it.", "prefix": "", "suffix": ""},
            {"type": "TextPositionSelector", "start": 0, "end": 22},
        ],
        "state": {"type": "TimeState", "sourceDate": "2031-05-01T08:00:00Z"},
    }


def test_the_page_is_that_of_the_published_site() -> None:
    """With the site's address where the profile names one: the version's page, the turn, the words."""
    assert forms("We have not closed it.").page == (
        "https://record.example/statements/sharbourstatement/v1/index.html#t1:~:text=We%20have%20not%20closed%20it%2E"
    )


def test_text_names_speaker_title_dates_and_keeper() -> None:
    """One paragraph that can stand in a footnote."""
    assert forms("We have not\nclosed it.").text.startswith(
        "“We have not closed it.” (Ada Verne; Ada Verne’s interview; given on 30 April 2031; posted on 1 May 2031; "
        "harbours.example; version 1 of 1, turn 1; captured 1 May 2031, 08:00 UTC; record kept by The Tarn Library; https://"
    )


def test_hostile_text_stays_text() -> None:
    """No form lets captured words become markup, a field or a record of their own."""
    made = forms(HOSTILE, title=HOSTILE, speaker=HOSTILE, url="https://harbours.example/a{b}c d\\e^f")
    parsed = parse_string(made.bibtex, "bibtex")
    assert list(parsed.entries) == ["sharbourstatement-v1-t1-0"]
    assert (
        parsed.entries["sharbourstatement-v1-t1-0"]
        .fields["url"]
        .startswith("https://harbours.example/a%7Bb%7Dc%20d%5Ce%5Ef#")
    )
    (record,) = rispy.loads(made.ris)
    assert record["title"] == on_one_line(HOSTILE)
    tree = LexborHTMLParser(made.html)
    assert tree.css("script") == []
    assert [quote.text() for quote in tree.css("blockquote")] == [
        "".join(map(str.strip, HOSTILE.splitlines()))
    ]
    assert "\\<script\\>" in made.markdown
    assert json.loads(json.dumps(made.csl))["title"] == HOSTILE


NASTY = st.text(
    st.sampled_from("ab {}\\%&#$_^~\"'@,=<>[]()*`|-–\n\r\t\x07\u202e\u2028é港نعم🙂"), min_size=1, max_size=40
)


@settings(max_examples=200, deadline=None)
@given(NASTY, NASTY, NASTY)
def test_any_text_is_one_entry(words: str, title: str, speaker: str) -> None:
    """BibTeX and RIS come back as one record each, with the title and the words that went in."""
    made = forms(f"w {words} w", title=f"t {title} t", speaker=f"s {speaker} s")
    (entry,) = parse_string(made.bibtex, "bibtex").entries.values()
    assert _unlatex(entry.fields["title"]) == on_one_line(f"t {title} t")
    assert _unlatex(entry.fields["note"]) == f"“{on_one_line(f'w {words} w')}”"
    (record,) = rispy.loads(made.ris)
    assert record["title"] == on_one_line(f"t {title} t")
    assert record["authors"] == [on_one_line(f"s {speaker} s")]
    assert html.unescape(made.html).count("<figure>") == made.html.count("<figure>") == 1


def _unlatex(text: str) -> str:
    """Return what LaTeX would print of a field, line separators aside."""
    text = text.removeprefix("{").removesuffix("}")
    names = {
        "textbackslash": "\\",
        "textbraceleft": "{",
        "textbraceright": "}",
        "textasciitilde": "~",
        "textasciicircum": "^",
    }
    for name, mark in names.items():
        text = text.replace(f"\\{name}{{}}", f"\x00{ord(mark)}\x00")
    for mark in "$&#%_":
        text = text.replace(f"\\{mark}", mark)
    for mark in names.values():
        text = text.replace(f"\x00{ord(mark)}\x00", mark)
    return on_one_line(text)


@pytest.mark.parametrize("url", ["urn:example:7", "file:///news/7.html"])
def test_a_page_that_no_browser_opens_has_no_link(url: str) -> None:
    """The other forms do without it."""
    made = forms("We have not closed it.", url=url)
    assert made.link is None
    assert " url =" not in made.bibtex
    assert "UR  -" not in made.ris
    assert made.annotation["target"]["source"] == url
