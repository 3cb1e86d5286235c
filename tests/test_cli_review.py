"""`review` on the command line: an article on a terminal, in a pipe, as JSON and as an HTML file, and what it refuses."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import html5lib
import pytest

from invented_formats import lines_pdf, p, word
from onrecord import Archive, Review, WrongCall, render_review
from onrecord.cli import reviews
from onrecord.cli.front import run
from test_cli_screens import in_pipe, on_terminal, shown

AT = "2026-03-02T10:00:00Z"
ARTICLE = """Ministers at odds over the night ferry

Foreign Minister Lucan Desmarey said on 9 April 2025: “Let me say it plainly: Ostrelle has closed the door on the night ferry.”

“A consultation is a promise to go on listening,” said Edda Karrow of Vesselmark, “after one has stopped agreeing.”

Nobody said “the moon is made of green cheese and butter”, and [bold]all[/bold] called that “progress”.
"""
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ministers at odds</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Ministers at odds over the night ferry</h1>
<p>Two ministers spoke about the ferry this week, and neither of them was pleased with what the other had to say about it.</p>
<p>“Let me say it plainly: Ostrelle has closed the door on the night ferry,” said Lucan Desmarey.</p>
<p>The other minister, who spoke at the opening of the assembly in the autumn, put it in the form of a promise to those who listened:</p>
<blockquote><p>A consultation is a promise to go on listening after one has stopped agreeing.</p><footer>— Edda Karrow</footer></blockquote>
<p>The ferry itself has not been running at night for some weeks, and those who work at the harbour say that it is quiet there.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the demo's archive."""
    where = tmp_path_factory.mktemp("demo") / "onrecord-demo"
    Archive.demo(where, at=AT)
    return where


def reviewed(folder: Path, text: str, url: str | None = None) -> Review:
    """Return the review of an article given on a stream."""
    with Archive.open(folder) as archive:
        return archive.review(io.BytesIO(text.encode("utf-8", "surrogatepass")), url=url)


@pytest.fixture(scope="module")
def review(folder: Path) -> Review:
    """Return the review of the article."""
    return reviewed(folder, ARTICLE)


def test_what_there_was_no_time_for_is_told(folder: Path) -> None:
    """From where the review may not go on quotations have no verdict, those aside whose words were checked before; an issue says from which."""
    twice = ARTICLE + "\n" + ARTICLE.split("\n\n")[1] + "\n"
    answers = iter([True, False])
    with Archive.open(folder) as archive:
        found = archive.review(io.BytesIO(twice.encode()), goes_on=lambda: next(answers))
    assert [one.verdict is not None for one in found.quotations] == [True, False, False, True]
    (issue,) = [each for each in found.issues if each.code == "quotation_not_checked"]
    assert issue.message.startswith("2 quotations from number 2 on are not checked")


def test_what_no_mark_closes_is_told_with_its_place(folder: Path) -> None:
    """A mark alone: its line and first words; paragraphs that each begin with one are checked, and it says how far."""
    text = (
        "“There have been embarrassments.\n\n“We published a number of tonnes that was not right, and I say so here.\n\n"
        "The rest is silence.\n\n“The herring has been counted in the harbour, he said, and went to sea.\n"
    )
    found = reviewed(folder, text)
    assert [(one.verdict and one.verdict.wording, one.parts[-1]) for one in found.quotations] == [
        ("spliced", (35, 105))
    ]
    assert [
        (issue.code, issue.message) for issue in found.issues if issue.code == "quotation_not_closed"
    ] == [
        (
            "quotation_not_closed",
            "Quotation 1 begins with each paragraph and is nowhere closed: it is taken to end with the last of these.",
        ),
        (
            "quotation_not_closed",
            "What begins “The herring has been counted in the harbour, he said, and w… (line 7 of the article’s text) "
            "is opened and not closed, so it is not checked.",
        ),
    ]


def test_what_html_sets_as_quoted_within_a_line_is_a_quotation(folder: Path) -> None:
    """A browser shows marks around `q`, which has none of its own; where the page sets them as well, they are not doubled."""
    says = "<q>The herring has been counted, and he said <q lang='en'>we pay half of the table</q> to me</q>"
    page = PAGE.replace(
        "<p>The ferry itself",
        f"<p>Lucan Desmarey wrote: {says}, no less. He said “<q>One should publish something better</q>”.</p><p>The ferry itself",
    )
    quoted = [one.text for one in reviewed(folder, page).quotations]
    assert "The herring has been counted, and he said ‘we pay half of the table’ to me" in quoted
    assert {"we pay half of the table", "One should publish something better"} <= set(quoted)


def test_every_quotation_has_its_verdict(review: Review) -> None:
    """Found, claimed and checked; offsets lead back to the article's words."""
    told = [
        (one.verdict.wording, one.verdict.attribution, one.verdict.date)
        for one in review.quotations
        if one.verdict
    ]
    assert told == [
        ("altered", "matches", "matches"),
        ("verbatim", "matches", "unstated"),
        ("not_found", "unstated", "unstated"),
    ]
    text = review.article.text
    assert text == ARTICLE
    assert [[text[slice(*part)] for part in one.parts] for one in review.quotations][1] == [
        "A consultation is a promise to go on listening,",
        "after one has stopped agreeing.",
    ]
    assert [text[slice(*span)] for span in review.short] == ["“progress”"]


def test_the_words_on_record_can_be_found_again(folder: Path, review: Review) -> None:
    """What a verdict cites has the archive's permanent address, and a link that leads a browser to the words."""
    place = review.quotations[0].place
    assert place is not None
    assert place.link is not None
    assert place.speaker == "Lucan Desmarey"
    assert "#:~:text=" in place.link
    with Archive.open(folder) as archive:
        (found,) = archive.resolve(place.address)
    assert review.quotations[2].place is None
    assert found.places[0].text.startswith("Let me say it plainly")


def test_a_page_of_html(folder: Path) -> None:
    """Its title and main text are read; a quoted block is one quotation, and whose it is stands below it."""
    found = reviewed(folder, PAGE, url="https://tarn-courier.example/ferry")
    assert found.article.text.startswith("Ministers at odds over the night ferry\n\n")
    assert "Home" not in found.article.text
    block = found.quotations[1]
    assert (block.form, block.text) == (
        "block",
        "A consultation is a promise to go on listening after one has stopped agreeing.",
    )
    assert block.speaker is not None
    assert block.verdict is not None
    assert (block.speaker.name, block.verdict.wording, block.verdict.attribution) == (
        "Edda Karrow",
        "verbatim",
        "matches",
    )


def test_a_headline_that_is_a_link(folder: Path) -> None:
    """It is read with the words: what it quotes is checked as well."""
    page = """<html><head><title>“The door has not been closed by us” | Tarn Blog</title></head><body><div class="post">
<h2 class="entry-title"><a href="/p/7">“The door has not been closed by us”</a></h2><div class="entry-content">
<p>It rained in Halvane on the day on which the minister came to speak about doors, and hardly anybody stayed at home.</p>
<p>“Nobody has ever closed it for good,” an old ferryman said at the landing, and he looked at the water for a while.</p>
</div></div><div class="side"><a href="/x">Weather</a></div></body></html>"""
    found = reviewed(folder, page)
    assert found.article.text.startswith("“The door has not been closed by us”\n\nIt rained")
    assert [one.text for one in found.quotations] == [
        "The door has not been closed by us",
        "Nobody has ever closed it for good,",
    ]


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_word_texts_and_pdfs(folder: Path, tmp_path: Path, form: str) -> None:
    """All that they show is read; a quotation that a line or a page of print cuts is one."""
    path = tmp_path / f"article.{form}"
    quoted = (
        "“A consultation is a promise to go on listening after one has stopped agreeing,” said Edda Karrow."
    )
    told = "Ministers spoke about the ferry this week, and neither was pleased with what the other had said of it."
    if form == "docx":
        path.write_bytes(word(p("Ministers at odds", style="Title") + p(told) + p(quoted)))
    else:
        cut = quoted.index("after")
        lines = [told, quoted[:cut].rstrip(), quoted[cut:]]
        path.write_bytes(lines_pdf([line.replace("“", '"').replace("”", '"') for line in lines]))
    with Archive.open(folder) as archive:
        (one,) = archive.review(path).quotations
    assert one.verdict is not None
    assert one.speaker is not None
    assert (one.verdict.wording, one.speaker.name) == ("verbatim", "Edda Karrow")


def test_marks_inside_a_quotation_are_its_words(folder: Path) -> None:
    """What stands around them is compared as well."""
    text = "“Let me say it plainly: Ostrelle has ‘not closed the door on the night’ ferry,” he said."
    (outer, inner) = reviewed(folder, text).quotations
    assert outer.verdict is not None
    assert (outer.verdict.wording, outer.verdict.compared) == ("verbatim", None)
    assert inner.within == outer.n


def test_on_a_terminal(folder: Path, review: Review) -> None:
    """The article, each quotation numbered, then each with its claims and its verdict; nothing captured is markup."""
    for console in (on_terminal(80), in_pipe()):
        with Archive.open(folder) as archive:
            reviews.show_review(
                console, review, lambda cited: archive.show(cited.statement, version=cited.version)
            )
        text = " ".join(shown(console).split())
        assert "night ferry.” [1]" in text
        assert "[bold]all[/bold]" in text
        assert "claimed Foreign Minister Lucan Desmarey day 2025-04-09" in text
        assert "differs on record “not”, quoted nothing (negation)" in text
        assert "3 quotations: 1 altered, 1 verbatim, 1 not found;" in text
        assert f"{review.searched.statements} statements" in text
        assert "1 shorter stretch in marks not checked." in text


def test_exit_codes(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The worst of all: a contradiction, then what cannot be told; nothing quoted is nothing contradicted."""
    verbatim = "“A consultation is a promise to go on listening after one has stopped agreeing.”"
    for text, code in (
        (ARTICLE, 1),
        (verbatim + " “The moon is made of green cheese.”", 3),
        (verbatim, 0),
        ("Nothing.", 0),
    ):
        path = tmp_path / "article.txt"
        path.write_text(text, encoding="utf-8")
        assert run(["review", str(path), "--archive", str(folder)]) == code
    assert "No quotation of five words or more was found in the article." in capfd.readouterr().out


def test_as_json(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One object: the article, the quotations with spans, claims and verdicts, what was searched."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert run(["review", "--json", str(path), "--archive", str(folder)]) == 1
    told = json.loads(capfd.readouterr().out)
    assert list(told) == ["article", "quotations", "short", "searched", "issues"]
    assert told["quotations"][0]["speaker"]["rule"] == "before"
    assert told["searched"]["statements"] > 10


def test_as_one_html_file(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A well-formed page with a link from each quotation to its evidence and back, which asks for nothing from outside."""
    path, report = tmp_path / "article.txt", tmp_path / "report.html"
    path.write_text(ARTICLE, encoding="utf-8")
    assert run(["review", str(path), "--html", str(report), "--archive", str(folder)]) == 1
    page = report.read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(page)
    for n in (1, 2, 3):
        assert f'id="at-{n}" href="#q-{n}"' in page
        assert f'id="q-{n}"' in page
        assert f'href="#at-{n}"' in page
    assert not re.search(r"<(?:script|img|iframe|link)|\ssrc=|@import|url\(", page)
    assert "3 quotations: 1 altered" in capfd.readouterr().err


def test_hostile_words_are_only_words(folder: Path) -> None:
    """Markup, controls and overlapping marks of an article come out escaped and well-formed."""
    text = "“<script>alert(1)</script> & ‘we \x1b[31mwill\u202e keep it” open, he’ said’.\n\n“<b>One of\n\n“two ‘three four</b> {{ 7*7 }}.”"
    page = "".join(render_review(reviewed(folder, text)))
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<script" not in page
    assert "<b>" not in page
    assert "\u202e" not in page
    assert "{{ 7*7 }}" in page


def test_wrong_calls(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One sentence that says what to do, and exit code 2."""
    path = tmp_path / "article.html"
    path.write_text(PAGE, encoding="utf-8")
    archive = ["--archive", str(folder)]
    assert run(["review", str(path), "--json", "--html", "x.html", *archive]) == 2
    assert run(["review", str(path), "--html", str(path), *archive]) == 2
    assert run(["review", str(tmp_path / "nowhere.txt"), *archive]) == 2
    assert run(["review", str(path), "--posted-on", "yesterday", *archive]) == 2
    for name, content in (("blank.txt", b" \n\n"), ("damaged.pdf", b"%PDF-1.4 nothing")):
        (tmp_path / name).write_bytes(content)
        assert run(["review", str(tmp_path / name), *archive]) == 2
    assert path.read_text(encoding="utf-8") == PAGE
    assert len(capfd.readouterr().err.strip().splitlines()) == 6
    with pytest.raises(WrongCall, match="give it in pieces"):
        reviewed(folder, "a " * 500_001)


def test_a_day_alone_above_the_words_is_the_articles_own(folder: Path) -> None:
    """Weekdays and days without a year count back from it, also where the first sentence looks like the title of an interview."""
    text = "Ferry: what was meant\n\n10 April 2025\n\nIn an interview on April 9, Lucan Desmarey said, “Ostrelle has closed the door on it.”\n"
    review = reviewed(folder, text)
    assert review.article.posted_on == "2025-04-10"
    assert [one.date and one.date.value for one in review.quotations] == ["2025-04-09"]


def test_how_a_claim_was_told_is_shown(folder: Path) -> None:
    """A pronoun, a post without a name, and the words that give the day stand beside what is claimed."""
    text = (
        "Ferry row\n\n10 April 2025\n\nPORT AUREL — Foreign Minister Lucan Desmarey came. “Ostrelle has not closed the door on "
        "the night ferry,” he said on Wednesday.\n\n“We shall never sell the harbour to a company,” the minister said.\n"
    )
    console = in_pipe()
    with Archive.open(folder) as archive:
        reviews.show_review(
            console,
            reviewed(folder, text),
            lambda cited: archive.show(cited.statement, version=cited.version),
        )
    told = shown(console)
    assert "an article of 2025-04-10" in told
    assert "Foreign Minister Lucan Desmarey (meant by a pronoun)" in told
    assert "2025-04-09 (“Wednesday”)" in told
    assert "minister (a post without a name: not judged)" in told
