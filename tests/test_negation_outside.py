"""A negation that a quotation leaves outside is seen wherever its verdict is: in the terminal, on a page, in each language."""

from __future__ import annotations

import io

from rich.console import Console

from onrecord.cli.answers import show_verdict
from onrecord.cli.questions import exit_code
from onrecord.publishing.asked.differences import tell_differences
from onrecord.publishing.asked.verdicts import summarise
from onrecord.publishing.tongues import open_tongue
from quoting_statements import Said, candidate_of, statement_of, verdict_on

DENIED = candidate_of(statement_of(Said("I do not believe that the harbour was sold. It is ours.")))


def test_the_terminal_says_it_before_all_else() -> None:
    """The first words say it, a row of its own shows it, and the exit code stays that of words that stand so."""
    verdict = verdict_on("believe that the harbour was sold", DENIED)
    written = io.StringIO()
    show_verdict(Console(file=written, width=200), verdict, None)
    lines = written.getvalue().splitlines()
    assert lines[0].startswith("Verbatim, with a negation left outside: the words stand so")
    assert any(
        line.split() == ["left", "outside", "“I", "do", "not”", "(holds", "a", "negation)"] for line in lines
    )
    assert exit_code(verdict) == 0


def test_a_page_says_it_in_its_language() -> None:
    """What stands outside is the first difference, and the summary does not repeat what the heading says."""
    verdict = verdict_on("believe that the harbour was sold", DENIED)
    assert next(tell_differences(verdict)) == ("left outside", "“I do not” (holds a negation)")
    assert next(tell_differences(verdict, open_tongue("fr")))[0] == "hors de la citation"
    assert summarise(verdict, None, open_tongue("en")).startswith("The words stand so")


def test_a_whole_sentence_leaves_nothing_outside() -> None:
    """Quoted with its negation, the sentence is verbatim and no more."""
    verdict = verdict_on("I do not believe that the harbour was sold", DENIED)
    assert (verdict.cut_off, verdict.summary.partition(":")[0]) == ((), "Verbatim")
