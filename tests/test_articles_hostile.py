"""Articles that nobody writes: a sensible answer, in time that grows with the text and not with its square."""

from __future__ import annotations

import io
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Archive, Review, WrongCall, render_review
from onrecord.model import Article
from onrecord.reviewing import ArticlePage, ClaimedQuotations, claim_quotations

MANY = 20_000
MOST_SECONDS = 20.0  # of CPU; a walk back through all that came before would take hours
WORDS = "we will keep it open "


def claimed(text: str) -> ClaimedQuotations:
    """Return the quotations of an article in plain text with their claims."""
    article = Article(name="a.txt", url=None, title=None, language="en", posted_on="2031-04-11", text=text)
    return claim_quotations(ArticlePage(article, None, (), ()))


@pytest.mark.parametrize(
    "text",
    [
        "“" * 100_000,
        '" ' * MANY,
        "'" * MANY,
        "‘a " * MANY,
        "“a\n\n" * MANY,
        '"we will keep it open\n' * (MANY // 5),
        "“" * MANY + WORDS + "”" * MANY,
        "“‘" * MANY + WORDS + "’”" * MANY,
        "> " + ">" * MANY,
        "> we will keep it open\n" * (MANY // 5),
        "“we will keep it open,” he said. " * (MANY // 10),
        "“we will keep it open,” he said.\n\n" * (MANY // 10),
        "“we will keep it,” he said, " * (MANY // 10),
        "Ada Verne: “we will keep it open” " * (MANY // 10),
        "“we will keep it open” " + ", " * MANY + "said",
        "“we will keep it open,” " + "Ada " * MANY + "said",
        "\x00\x01\u202e" * MANY,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_marks_without_end(text: str) -> None:
    """Marks by the ten thousand, unpaired, nested, alternating, and the clauses between them."""
    start = time.process_time()
    found = claimed(text)
    assert time.process_time() - start < MOST_SECONDS
    for one in found.quotations:
        assert 0 <= one.quoted.span[0] < one.quoted.span[1] <= len(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab “”‘’\"'«»„「」\n.,:>—SH ", max_size=120))
def test_any_text(text: str) -> None:
    """Whatever the marks: spans stand in order inside the text, parts inside their span, and what is nested inside the outer."""
    found = claimed(text)
    before = 0
    for one in found.quotations:
        start, end = one.quoted.span
        assert before <= start < end <= len(text)
        before = start
        places = [offset for part in one.quoted.parts for offset in part]
        assert places == sorted(places)
        assert start <= places[0]
        assert places[-1] <= end
        if one.quoted.within is not None:
            outer = found.quotations[one.quoted.within].quoted.span
            assert outer[0] <= start
            assert end <= outer[1]
    for start, end in found.short:
        assert 0 <= start < end <= len(text)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Return an archive that holds nothing."""
    return Archive.create(tmp_path_factory.mktemp("empty") / "archive", now="2026-03-02T10:00:00Z")


def reviewed(archive: Archive, body: bytes) -> Review:
    """Return the review of an article's bytes."""
    return archive.review(io.BytesIO(body))


@pytest.mark.parametrize(
    "body",
    [
        b"x",
        "“".encode(),
        "“We will keep it open,” she said.".encode("cp1252"),
        "“We will keep it open,” she said.".encode("utf-16"),
        b'\xff\xfe\xfd \x80\x81 "we will keep it open now" \xc3',
        "<html><body><p>“We will keep it <b>open".encode(),
    ],
)
def test_broken_bytes(archive: Archive, body: bytes) -> None:
    """One character, a broken charset, markup that breaks off: a review, and a report of it."""
    found = reviewed(archive, body)
    assert all(one.verdict and one.verdict.wording == "not_found" for one in found.quotations)
    assert "".join(render_review(found))


@pytest.mark.parametrize("body", [b"", b" \n\n", b"%PDF-1.7\nnothing"])
def test_no_article(archive: Archive, body: bytes) -> None:
    """Nothing to read is an article without a quotation, or a wrong call."""
    with suppress(WrongCall):
        assert reviewed(archive, body).quotations == ()


def test_a_quotation_beyond_all_measure(archive: Archive) -> None:
    """More than 5,000 words are found, not checked, and told."""
    found = reviewed(archive, ("“" + "open " * 5_001 + "”").encode())
    assert found.quotations[0].verdict is None
    assert [issue.code for issue in found.issues if issue.severity != "note"] == ["quotation_not_checked"]


def test_several_pages_are_no_article(archive: Archive, tmp_path: Path) -> None:
    """A folder of pages is refused."""
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"The {name} stays open.", encoding="utf-8")
    with pytest.raises(WrongCall, match="one by one"):
        archive.review(tmp_path)
