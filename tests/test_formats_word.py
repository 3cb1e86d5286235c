"""Word texts: paragraphs with their place, headings, bold labels; what stands around and under the words apart."""

from __future__ import annotations

from pathlib import Path

from invented_formats import TITLE, around, p, places_of, read_file, turns_of, word
from invented_warcs import codes
from onrecord import Archive

TALK = (
    p(TITLE, style="T")
    + p("*Question: ", "Is the harbour open?")
    + p()
    + p("*Ada Korr: ", "It is open &amp; stays so.")
)


def test_a_word_text_is_read_by_the_rules_of_pages(tmp_path: Path) -> None:
    """The paragraph with the style of a title is the title; bold runs are labels; each paragraph tells its number."""
    (reading,), issues = read_file(tmp_path, "a.docx", word(TALK))
    (statement,) = reading.statements
    assert (issues, statement.title, statement.given_on) == ([], TITLE, "2031-06-03")
    assert turns_of(reading) == [
        ("Question", None, "Is the harbour open?"),
        ("Ada Korr", "Ada Korr", "It is open & stays so."),
    ]
    assert places_of(reading) == [
        ("word/document.xml paragraph 1", TITLE),
        ("word/document.xml paragraph 2", "Question: Is the harbour open?"),
        ("word/document.xml paragraph 4", "Ada Korr: It is open & stays so."),
    ]


def test_headers_footers_and_notes_are_no_words_of_the_text(tmp_path: Path) -> None:
    """They are read, once where pages repeat them, and stand beside it."""
    parts = {
        "word/header1.xml": around("hdr", p("Ministry of Tides")),
        "word/header2.xml": around("hdr", p("Ministry of Tides")),
        "word/footnotes.xml": around("footnotes", p("See the report of 2030.")),
    }
    (reading,), _ = read_file(tmp_path, "a.docx", word(TALK, parts))
    assert [words for at, words in places_of(reading) if "document" not in at] == [
        "See the report of 2030.",
        "Ministry of Tides",
    ]
    assert "Ministry" not in " ".join(turn.text for turn in reading.statements[0].turns)


def test_what_was_deleted_is_not_read(tmp_path: Path) -> None:
    """Insertions nobody has accepted are read, deletions are not, and an issue says that there are some."""
    changed = (
        "<w:p><w:r><w:t>The harbour is </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>always </w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>not </w:t></w:r>"
        "<w:r><w:t>open</w:t><w:tab/><w:t>to all.</w:t></w:r></w:p>"
    )
    (reading,), _ = read_file(
        tmp_path, "a.docx", word(p("Remarks by Minister Ada Korr", style="H") + changed)
    )
    assert turns_of(reading) == [(None, "Ada Korr", "The harbour is always open to all.")]
    assert codes(reading.issues) == ["changes_open"]


def test_a_table_and_a_text_box_keep_their_words(tmp_path: Path) -> None:
    """Each word once, although a text box is written in two forms."""
    box = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    table = f"<w:tbl><w:tr><w:tc>{p('Left cell')}</w:tc><w:tc>{p('Right cell')}</w:tc></w:tr></w:tbl>"
    text = word(p(TITLE, style="T") + box + table)
    (reading,), _ = read_file(tmp_path, "a.docx", text)
    assert [reading.page.text.count(words) for words in ("In a box.", "Left cell", "Right cell")] == [1, 1, 1]


def test_a_word_text_comes_back_out_of_an_archive(tmp_path: Path) -> None:
    """Kept as it came, and read again to the same rows."""
    path = tmp_path / "a.docx"
    path.write_bytes(word(TALK))
    with Archive.create(tmp_path / "archive") as archive:
        assert (
            archive.add(path, url="https://tides.example/a.docx", captured_at="2031-06-04T00:00:00Z").new == 1
        )
        assert archive.verify().findings == ()
        assert len(archive.search("stays")) == 1
