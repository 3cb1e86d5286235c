"""What people see: aligned on a terminal, plain lines in a pipe, and captured text whole and harmless."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from onrecord.cli import answers, readings, rows, streams
from onrecord.model import Hit, Issue, Locator

HOSTILE = "open [bold]the[/bold] quay \x1b[31mred\x1b[0m \u202eback\u202c to \x9b1m all"
HARMLESS = "open [bold]the[/bold] quay ⟨U+001B⟩[31mred⟨U+001B⟩[0m ⟨U+202E⟩back⟨U+202C⟩ to ⟨U+009B⟩1m all"


def on_terminal(width: int) -> Console:
    """Return a terminal of so many columns that keeps what it is shown."""
    return Console(
        file=io.StringIO(),
        force_terminal=True,
        width=width,
        color_system=None,
        highlight=False,
        markup=False,
        emoji=False,
    )


def in_pipe() -> Console:
    """Return standard output as it is when no terminal reads it."""
    return Console(file=io.StringIO(), soft_wrap=True, highlight=False, markup=False, emoji=False)


def shown(console: Console) -> str:
    """Return what a console was shown."""
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def hit(snippet: str, *spans: tuple[int, int]) -> Hit:
    """Return a hit of a search with this snippet."""
    return Hit(
        statement="st1", version=1, turn=2, title="On quays", speaker="Ada Verne", label="MS VERNE", role="official",
        source=None, given_on="2021-03-02", posted_on=None, url=None, snippet=snippet, spans=spans, score=1.0,
    )  # fmt: skip


def test_rows_are_aligned_and_fold_on_a_terminal() -> None:
    """The last column folds under itself, so that the first ones stay readable on a narrow one."""
    console = on_terminal(41)
    rows.show_rows(console, [("st1", "a title with more words than fit"), ("st204", "")], indent=2)
    assert shown(console).splitlines() == ["  st1    a title with more words than fit", "  st204  "]
    console = on_terminal(30)
    rows.show_rows(console, [("st1", "a title with more words than fit")])
    assert shown(console).splitlines() == ["st1  a title with more words", "     than fit"]


def test_rows_are_unbroken_in_a_pipe() -> None:
    """Each row is one line without tabs or styles, however long, and empty cells leave no gap."""
    console = in_pipe()
    rows.show_rows(console, [("st1", "", "word " * 60)], clip=True)
    assert shown(console) == "st1  " + "word " * 60 + "\n"


@pytest.mark.parametrize("console", [on_terminal(200), in_pipe()])
def test_captured_text_is_shown_whole_and_harmless(console: Console) -> None:
    """Brackets are no markup, and escape and bidi characters are shown instead of obeyed."""
    answers.show_hits(console, [hit(HOSTILE)])
    assert HARMLESS in shown(console)
    assert "\x1b[31m" not in shown(console)
    assert "\u202e" not in shown(console)


def test_hits_are_bold_on_a_terminal() -> None:
    """The words found are bold at their spans, even after a character that takes more room once visible."""
    console = Console(
        file=io.StringIO(), force_terminal=True, width=80, color_system="standard", markup=False
    )
    answers.show_hits(console, [hit("\u202ethe quay is open", (5, 9), (13, 17))])
    assert "⟨U+202E⟩the \x1b[1mquay\x1b[0m is \x1b[1mopen\x1b[0m" in shown(console)


def test_hits_are_between_asterisks_where_nothing_is_bold() -> None:
    """In a pipe, and on a terminal without styles, the words found can be seen as well."""
    for console in (in_pipe(), on_terminal(80)):
        answers.show_hits(console, [hit("the quay is open", (4, 8), (12, 16))])
        assert "the *quay* is *open*" in shown(console)


def test_an_issue_is_one_sentence_with_its_place() -> None:
    """The file is named once."""
    locator = Locator("quays.html", 0, 0)
    assert (
        readings.sentence(Issue("empty", "This is\nempty.", locator, "error")) == "quays.html: This is empty."
    )
    assert (
        readings.sentence(Issue("empty", "quays.html is empty.", locator, "error")) == "quays.html is empty."
    )


def test_json_lines_are_harmless_and_lose_nothing(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Unseen characters are written as JSON escapes, which a reader of the JSON turns back."""
    import json

    text = HOSTILE + "\u2028\U000e0041\ufeff"
    streams.write_json({"text": text})
    line = capfdbinary.readouterr().out.decode()
    assert line.count("\n") == 1
    assert not {"\x1b", "\x9b", "\u202e", "\u2028", "\ufeff"} & set(line)
    assert json.loads(line) == {"text": text}
