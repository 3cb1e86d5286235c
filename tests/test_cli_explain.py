"""`explain` on the command line: what it shows on a terminal, in a pipe, as JSON and as an HTML file, and what it refuses."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from onrecord import Explanation, explain, render_explanations
from onrecord.cli import explanations
from onrecord.cli.front import run
from test_cli_screens import in_pipe, on_terminal, shown

PAGE = """3 March 2021
Port Ellery: 10:15

Minister of Harbours Ada Verne’s interview with the Tarn Courier, Port Ellery, March 2, 2021

Question: Will the old quay be opened again?

Ada Verne: It will be open [the old quay] for every boat. (Laughter.)

Question: And who pays?

Ada Verne: The harbour does.
"""
HOSTILE = """
Minister Ada Verne’s remarks <script>alert(1)</script> & [bold]more[/bold], 05/06/2020

Ada Verne: It \x1b[31mis open\x1b[0m \u202eto all\u202c, she <b onclick='x'>said</b>. [link=javascript:x]No[/link] {0} {{ 7 * 7 }}
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a saved page."""
    path = tmp_path / "quays.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def explanation_of(text: str) -> Explanation:
    """Return the explanation of a plain-text page."""
    (only,) = explain(io.BytesIO(text.encode("utf-8", "surrogatepass")))
    assert isinstance(only, Explanation)
    return only


def on_screen(text: str, console: Console) -> str:
    """Return what a console shows of an explained page."""
    explanations.show_explanation(console, explanation_of(text))
    return shown(console)


def as_html(text: str) -> str:
    """Return an explained page as HTML."""
    return "".join(render_explanations([explanation_of(text)]))


def test_the_margin_names_each_part() -> None:
    """Name and rule stand left of the text; what a rule goes by is told where it is first met."""
    lines = [line.rstrip() for line in on_screen(PAGE, on_terminal(100)).splitlines()]
    first = lines.index("label                             │ Question:")
    assert lines[first + 1] == "  label.word: by its own word     │"
    assert lines[lines.index("label                             │ Ada Verne:") + 1].startswith(
        "  label.behind"
    )
    again = lines.index("label                             │ Question:", first + 1)
    assert lines[again + 1 : again + 3] == [
        "  label.word                      │",
        "turn 3: nobody named, questioner  │ And who pays?",
    ]
    assert "direction                         │ (Laughter.)" in lines


@pytest.mark.parametrize("width", [40, 80, 140])
def test_the_margin_fits_the_terminal(width: int) -> None:
    """No line is wider than the terminal, and no word of the page is lost."""
    told = on_screen(PAGE, on_terminal(width))
    assert max(map(len, told.splitlines())) <= width
    words = " ".join(line.partition(" │ ")[2] for line in told.splitlines())
    assert [word for word in PAGE.split() if word not in words] == []


def test_the_head_sums_up() -> None:
    """What the page is and why, how many parts of each name, and each field of the statement with its evidence."""
    told = on_screen(PAGE, in_pipe())
    assert (
        "page  statement  statement.kind: a word for a kind of statement in the title or a line: interview"
        in told
    )
    assert "parts  dateline 1 · clock 1 · title 1 · label 4 · editorial 1 · direction 1 · turn 4" in told
    assert "given on  2021-03-02  from.title: the title says so: “March 2, 2021”" in told
    assert "place  Port Ellery  from.title: the title says so: “Port Ellery”" in told


def test_a_line_is_a_part_in_a_pipe() -> None:
    """Where no terminal reads it, each part is one unbroken line with name, reasons and words."""
    lines = on_screen(PAGE, in_pipe()).splitlines()
    (line,) = [line for line in lines if line.endswith("The harbour does.")]
    assert line.startswith(
        "turn 4: Ada Verne, official  turn.labelled: from the label “Ada Verne” to what follows it  "
    )


@pytest.mark.parametrize("console", [on_terminal(80), in_pipe()])
def test_hostile_text_is_harmless_on_screens(console: Console) -> None:
    """Captured text is no markup of the terminal's, and control and bidi characters are shown instead of obeyed."""
    told = on_screen(HOSTILE, console)
    folded = re.sub(r"[\s│]+", " ", told)
    assert "\x1b[31m" not in told
    assert "\u202e" not in told
    assert "⟨U+001B⟩[31mis open" in folded
    assert "[link=javascript:x]" in folded
    assert "note: The title’s date “05/06/2020” may be two different days" in folded


def test_hostile_text_is_harmless_in_html() -> None:
    """Captured text is escaped text, and what would reorder or hide it is written out."""
    page = as_html(HOSTILE)
    assert "<script" not in page
    assert "onclick='x'" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert "⟨U+202E⟩to all⟨U+202C⟩" in page
    assert not set(page) & {"\x1b", "\u202e", "\u202c"}


def test_the_html_needs_nothing_else() -> None:
    """No script, no link to follow, nothing to fetch: one file."""
    page = as_html(PAGE)
    assert not re.search(r"<(?:script|link|img|iframe|object|a)\b|\bsrc=|\bhref=|url\(|@import|https?:", page)


def test_the_html_is_valid_and_whole() -> None:
    """A strict parser finds no fault, and the words of the page stand in it in order, each part with its name."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(as_html(PAGE))
    parts = [one for one in tree.iter("div") if one.get("class") == "words"]
    assert {one.get("dir") for one in parts} == {"auto"}
    assert " ".join("".join(one.itertext()) for one in parts).split() == PAGE.split()
    names = ["".join(one.itertext()) for one in tree.iter("p") if one.get("class") == "name"]
    assert names[:5] == ["dateline", "clock", "title", "label", "turn 1"]
    counts = ["".join(one.itertext()) for one in tree.iter("li") if one.get("class") in {"words", "label"}]
    assert counts == ["label 4", "turn 4"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_harmless(words: str) -> None:
    """Whatever characters a page holds, both renderings hold no control or bidi character of it, and HTML stays valid."""
    text = f"Minister Ada Verne’s remarks on the quay\n\nAda Verne: The quay is open to all. {words}"
    told, page = on_screen(text, in_pipe()), as_html(text)
    for each in (told, page):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", each)
    html5lib.HTMLParser(strict=True).parse(page)


def test_a_page_is_explained_without_an_archive(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The verb reads the page and leaves nothing behind."""
    monkeypatch.chdir(tmp_path)
    assert run(["explain", "quays.txt"]) == 0
    assert "statement.kind" in capfd.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["quays.txt"]


def test_json_is_one_object_a_page(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The explanation holds the Reading as `read` gives it, and the parts with rule and evidence."""
    assert run(["read", "--json", str(page)]) == 0
    reading = json.loads(capfd.readouterr().out)
    assert run(["explain", "--json", str(page), "--url", "https://press.halvane.example/1", str(page)]) == 2
    capfd.readouterr()
    assert run(["explain", "--json", str(page)]) == 0
    (line,) = capfd.readouterr().out.splitlines()
    explained = json.loads(line)
    assert explained["reading"] == reading
    assert explained["parts"][0] == {
        "name": "dateline",
        "span": [0, 12],
        "rule": "furniture.dateline",
        "evidence": "a date alone, beside the clocks, or the first of the page where it has none",
        "statement": None,
        "turn": None,
    }
    assert explained["statements"][0]["turns"][1]["role"]["rule"] == "role.titled"


def test_address_and_time_of_a_lone_page(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`--url` and `--captured-at` are taken as by `read`."""
    stated = ["--url", "https://press.halvane.example/1", "--captured-at", "2021-03-04T10:00:00Z"]
    assert run(["explain", "--json", str(page), *stated]) == 0
    explained = json.loads(capfd.readouterr().out)
    assert explained["reading"]["capture"]["captured_at"] == "2021-03-04T10:00:00Z"
    (source,) = [one for one in explained["statements"][0]["reasons"] if one["field"] == "source"]
    assert (source["rule"], source["value"]) == ("source.address", "press.halvane.example")


def test_standard_input_is_explained() -> None:
    """A hyphen takes the page from standard input."""
    command = [sys.executable, "-c", "from onrecord.cli import main; main()", "explain", "-"]
    told = subprocess.run(command, input=PAGE.encode(), capture_output=True, check=True).stdout.decode()
    assert "turn 4: Ada Verne, official" in told


def test_an_html_file_is_written(page: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`--html` writes the file and says so; nothing goes to standard output."""
    target = tmp_path / "why.html"
    assert run(["explain", str(page), "--html", str(target)]) == 0
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", f"Explained in {target}.\n")
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere.txt"], "nowhere.txt"),
        (["empty.txt"], "empty.txt is empty."),
        (
            ["quays.txt", "--html", "quays.txt"],
            "--html quays.txt would write over what is explained: name another file",
        ),
        (
            ["quays.txt", "--html", "why.html", "--json"],
            "Give one of --html and --json; see onrecord explain --help.",
        ),
        (["https://press.halvane.example/1"], "A live address is fetched by `add` alone"),
    ],
)
def test_a_wrong_call_is_one_sentence(
    arguments: list[str],
    sentence: str,
    page: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """What cannot be explained is said in one sentence, with exit code 2, and no file is written or changed."""
    monkeypatch.chdir(page.parent)
    Path("empty.txt").write_bytes(b"")
    assert run(["explain", *arguments]) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert sentence in printed.err
    assert page.read_text("utf-8") == PAGE
    assert not Path("why.html").exists()


def test_several_pages_stand_in_one_file(page: Path, tmp_path: Path) -> None:
    """Of a folder each page is an article of the HTML file; what could not be taken gives exit code 2, and the rest is written."""
    (tmp_path / "second.txt").write_text(PAGE.replace("old quay", "new quay"), encoding="utf-8")
    target = tmp_path / "why.html"
    assert run(["explain", str(page), str(tmp_path / "second.txt"), "--html", str(target)]) == 0
    text = target.read_text("utf-8")
    assert text.count("<article>") == 2
    html5lib.HTMLParser(strict=True).parse(text)
    (tmp_path / "void.txt").write_bytes(b"")
    assert run(["explain", str(page), str(tmp_path / "void.txt"), "--html", str(target)]) == 2
    assert target.read_text("utf-8").count("<article>") == 1
