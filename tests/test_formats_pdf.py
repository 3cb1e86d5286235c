"""PDFs with a text layer: columns in order, running lines apart, broken words whole, each paragraph with its page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from invented_formats import TITLE, lines_pdf, places_of, read_file, two_columns
from invented_warcs import codes
from onrecord import Archive
from onrecord.capture.formats.pdf_layout import lay_out
from onrecord.capture.formats.pdf_lines import PdfPage, Run

SENTENCES = (
    "The harbour of the northern bay stays open for all the ships that come in winter.",
    "We agreed with the neighbours on the office that will watch over the final flow of the water.",
    "Nobody will be turned away, and nobody has been, whatever some papers wrote in spring.",
)


def transcript(turns: int) -> list[str]:
    """Return the paragraphs of a transcript: a question, and an answer that grows longer."""
    found = []
    for n in range(turns):
        found.append(f"<b>QUESTION:</b> Is the treaty number {n} still efficient?")
        found.append("<b>MINISTER KORR:</b> " + " ".join(SENTENCES[: 1 + n % 3]))
        if n % 3 == 2:
            found.append(" ".join((*SENTENCES, *SENTENCES)))
    return found


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    """Each paragraph is whole, also where it goes on in the next column or on the next page."""
    paragraphs = transcript(40)
    (reading,), issues = read_file(tmp_path, "a.pdf", two_columns(paragraphs))
    (statement,) = reading.statements
    assert (issues, statement.title, statement.given_on) == ([], TITLE, "2031-06-03")
    written = reading.page.text.split("\n\n")[1 : len(paragraphs) + 1]
    assert written == [re.sub(r"<.*?>", "", each) for each in paragraphs]
    assert len(statement.turns) == 80
    assert {turn.speaker for turn in statement.turns if turn.label != "QUESTION"} == {"Ada Korr"}


def test_running_lines_and_page_numbers_are_furniture(tmp_path: Path) -> None:
    """They stand behind the text, with the page that shows them, and in no turn."""
    (reading,), _ = read_file(tmp_path, "a.pdf", two_columns(transcript(40)))
    edges = [(at, words) for at, words in places_of(reading) if words.startswith("Ministry")]
    pages = len(edges)
    assert pages >= 2
    assert edges == [
        (f"page {n}", f"Ministry of Tides | Official record Page {n}") for n in range(1, pages + 1)
    ]
    assert not any("Official record" in turn.text for turn in reading.statements[0].turns)


def test_each_turn_leads_to_its_page(tmp_path: Path) -> None:
    """The places cover all text, in order; a paragraph over two pages names both."""
    (reading,), _ = read_file(tmp_path, "a.pdf", two_columns(transcript(60)))
    places = [place.at for place in reading.page.places]
    assert places[0] == "page 1"
    assert {"page 1", "page 2"} <= set(places)
    for turn in reading.statements[0].turns:
        assert any(p.span[0] <= turn.span[0] < p.span[1] for p in reading.page.places)


def test_words_broken_at_a_line_end_are_whole(tmp_path: Path) -> None:
    """A hyphen that only parts a word is left out, one that the text has elsewhere stays."""
    lines = [
        "Remarks by Minister Ada Korr, 3 June 2031", "",
        "The well-known harbour stays open, and the agree-", "ment of the north holds. It is well-",
        "known that the Franco-", "German office has closed.",
    ]  # fmt: skip
    (reading,), _ = read_file(tmp_path, "a.pdf", lines_pdf(lines))
    assert (
        "the agreement of the north holds. It is well-known that the Franco-German office"
        in reading.page.text
    )


def test_ligatures_are_their_letters() -> None:
    """Whatever sign the font sets for them: the words can be found and compared."""
    run = Run("the office and the final flow", 72, 300, 100, 11, 0)
    (paragraph,) = lay_out([PdfPage(1, 595, 842, (run,), 0)]).paragraphs
    assert paragraph.text == "the office and the final flow"


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(tmp_path: Path, turned: int) -> None:
    """The order of lines is that of the page as a reader sees it, or its text stands across it and is set apart."""
    lines = ["First line of the text on this page.", "Second line of the text on this page."]
    (reading,), _ = read_file(tmp_path, "a.pdf", lines_pdf(lines, rotate=turned))
    text = reading.page.text
    assert text.index("First") < text.index("Second")


def test_a_scan_is_kept_and_named(tmp_path: Path) -> None:
    """There is nothing to read, and the issue says what to do."""
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=A4)
    from PIL import Image

    canvas.drawInlineImage(Image.new("L", (600, 800), 200), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    added = Archive.add_to(tmp_path / "archive", tmp_path / "scan.pdf")
    assert (added.new, added.statements, codes(added.issues)) == (1, 0, ["scan_without_text"])
    assert "run OCR over it" in added.issues[0].message


def test_a_locked_pdf_is_named(tmp_path: Path) -> None:
    """A PDF that needs a password is kept, and says so."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = lines_pdf(["The harbour stays open."], encrypt=StandardEncryption("secret", "other"))
    (reading,), _ = read_file(tmp_path, "a.pdf", locked)
    assert codes(reading.issues) == ["pdf_unreadable"]
    assert "needs a password" in reading.issues[0].message


def test_a_cut_pdf_is_read_or_named(tmp_path: Path) -> None:
    """Wherever it is cut, there is a Reading with text, or an issue that says why not."""
    whole = two_columns(transcript(12))
    for part in (0.02, 0.3, 0.7, 0.95):
        (reading,), _ = read_file(tmp_path, "a.pdf", whole[: int(len(whole) * part)])
        assert reading.page.text.strip() or codes(reading.issues)[:1] in (
            ["pdf_unreadable"],
            ["scan_without_text"],
        )


def test_words_written_leftward_are_put_in_order_by_their_places() -> None:
    """Files have their letters in either order; a line that is full goes on in the next, and figures keep their order."""

    def letters(words: str, right: float, base: float) -> list[Run]:
        runs = []
        for letter in words:
            if letter != " ":
                runs.append(Run(letter, right - 6, right, base, 11, 8))
            right -= 6 if letter != " " else 4
        return runs

    first, second = "ונמלים פתוחים לכל הספינות הבאות מן", "הצפון"
    runs = [
        *reversed(letters(first, 400, 100)),
        *letters(second, 400, 114),
        Run("2031", 330, 354, 114, 11, 0),
    ]
    (paragraph,) = lay_out([PdfPage(1, 595, 842, tuple(runs), 0)]).paragraphs
    assert paragraph.text == f"{first} {second} 2031"
