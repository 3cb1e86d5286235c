"""The package root: what a user of the library may rely on, name by name."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord import Archive

ROOT = {
    "Archive", "read", "explain", "render_explanations", "HIT_ORDERS", "KINDS", "PART_GROUPS", "STATUSES",
    # the model
    "Added", "Alternate", "AnnouncedNotice", "Contradiction", "CopyChange", "CopySeen", "Linked", "PartHeld", "Aside", "Basis", "Capture", "Change", "Citation", "Clock", "Contact", "Counter", "Edit",
    "Event", "Evidence", "ExplainedStatement", "ExplainedTurn", "Explanation", "Fetching", "Finding", "Held", "Hit", "Insertion", "Issue", "KnownSource",
    "Learnt",
    "LearntLayout",
    "LearntSite", "Listed", "Locator", "NamedPart", "Notice", "Omission", "Page", "Part", "PlacedIssue",
    "Reading", "Reason", "Region", "Searched", "Selector", "Speaker", "Statement", "Told", "Turn", "Unclassified", "Unheld", "Verdict", "Verified",
    "VersionSeen", "Witness", "BackedUp", "Correction", "KnownCorrection", "Removal", "RemovedCapture", "Revision", "Tombstone", "explain_change",
    "Article", "CitedPlace", "ClaimedDate", "ClaimedSpeaker", "Review", "ReviewedQuotation", "render_review", "safe_cell",
    "Demo", "Published", "visible",
    # messages of the keeper's own
    "Draft", "Release", "ReleasedVersion", "Withdrawal", "Withdrawn",
    # what the door for browsers and machines is built of
    "Asked", "Facet", "FacetValue", "Found", "Given", "MonthUsed", "OverTime", "Place", "Profile", "ServedSite", "Shelf", "Sought", "read_profile",
    "Cited", "Forms", "Resolved", "ResolvedPlace",
    "Coverage", "Delay", "Gap", "Interval", "MonthCovered", "Nearby", "Use", "Uses", "UsesBy", "render_coverage",
    # the errors
    "ArchiveBusy", "DamagedArchive", "NewerArchive", "NotFound", "NotTaken", "OnrecordError", "WrongCall",
}  # fmt: skip

VERBS = {
    "open", "create", "close", "add", "add_to", "list", "announced", "show", "render", "search", "check", "review", "export", "publish",
    "rebuild", "sources", "source", "verify", "demo", "correct", "corrections", "undo", "redact", "tombstones", "backup", "restore", "diff", "changes", "was_read_otherwise",
    "state", "steady", "follow", "find", "list_piece", "site", "original",
    "cite", "resolve", "first", "over_time", "coverage",
    "begin_office", "draft", "drafts", "check_draft", "release", "bring_out", "withdraw",
}  # fmt: skip


def test_the_root_is_frozen() -> None:
    """A name more or less is a decision, and is written here."""
    assert set(onrecord.__all__) == ROOT


def test_every_name_of_the_root_is_there() -> None:
    """What is listed can be had, and says what it is."""
    for name in onrecord.__all__:
        assert inspect.getdoc(getattr(onrecord, name)) or name in {
            "HIT_ORDERS",
            "KINDS",
            "PART_GROUPS",
            "STATUSES",
        }, name


def test_the_verbs_of_an_archive() -> None:
    """One method for each verb of the command line that asks an archive."""
    public = {name for name in dir(Archive) if not name.startswith("_")}
    assert public - {"folder", "record"} >= VERBS
    assert "filters" not in public


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As for any other module."""
    with pytest.raises(AttributeError, match="no attribute 'Scraper'"):
        _ = onrecord.Scraper


def test_the_model_alone_is_cheap_to_import() -> None:
    """Who wants only an error or a value does not load the readers and the index."""
    lines = "import sys, onrecord; onrecord.NotFound; sys.exit('onrecord.archive' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", lines], check=False).returncode == 0


# What reads pages and writes sites: it takes a second to load, and a question to a record needs none of it.
NOT_ASKED = (
    "onrecord.reading.reader",
    "onrecord.capture.formats",
    "onrecord.publishing",
    "onrecord.demo",
    "trafilatura",
)


@pytest.mark.parametrize(
    "arguments",
    [["check", "The bridge is not for sale today"], ["list"], ["--help"]],
    ids=lambda given: given[0],
)
def test_a_question_starts_without_the_reader(tmp_path: Path, arguments: list[str]) -> None:
    """`check`, `list` and `--help` load neither what reads pages nor what publishes them: they start within a second."""
    folder = tmp_path / "archive"
    page = tmp_path / "page.txt"
    page.write_text(
        "Remarks by Minister Oda Verrin\n\nODA VERRIN: The bridge is not for sale today.\n", "utf-8"
    )
    with Archive.create(folder) as archive:
        archive.add(page)
    lines = (
        "import sys\nfrom onrecord.cli.front import run\n"
        f"run(['--archive', {str(folder)!r}, *{arguments!r}])\n"
        f"sys.exit(' '.join(each for each in {NOT_ASKED!r} if each in sys.modules))\n"
    )
    ended = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=False)
    assert ended.stderr == "\n", ended.stderr


# What keeps, joins and compares: loading it takes a fifth of what one page costs from the start of the command.
NO_PAGE_NEEDS = (
    "onrecord.explaining",
    "onrecord.quoting",
    "onrecord.record.record",
    "onrecord.record.tables",
    "onrecord.revising",
    "onrecord.witnessing",
    "rapidfuzz",
    "sqlite3",
)


def test_a_page_is_read_without_what_an_archive_needs(tmp_path: Path) -> None:
    """`read` loads neither tables nor witnesses, quotations or revisions: it touches no archive."""
    page = tmp_path / "page.html"
    page.write_text(
        "<h1>Remarks by Minister Oda Verrin</h1><p>ODA VERRIN: The bridge is not for sale today.</p>", "utf-8"
    )
    lines = (
        "import sys\nfrom onrecord.cli.front import run\n"
        f"run(['read', {str(page)!r}])\n"
        f"sys.exit(' '.join(each for each in {NO_PAGE_NEEDS!r} if each in sys.modules))\n"
    )
    ended = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=False)
    assert ended.stderr == "\n", ended.stderr
    assert "Oda Verrin" in ended.stdout


def test_the_command_line_has_garbage_looked_for_once_it_is_loaded() -> None:
    """Nothing is collected while modules load; a verb that runs for days, as `serve` does, collects as any program does."""
    lines = (
        "import gc, sys, onrecord.cli\nloading = gc.isenabled()\nsys.argv = ['onrecord', '--version']\n"
        "try:\n    onrecord.cli.main()\nexcept SystemExit:\n    assert loading and gc.isenabled() and gc.get_freeze_count()\n"
    )
    ended = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=False)
    assert ended.stdout.startswith("onrecord"), ended.stderr
    assert not ended.stderr
