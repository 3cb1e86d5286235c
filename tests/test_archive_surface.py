"""The package root: what a user of the library may rely on, name by name."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import onrecord
from onrecord import Archive

ROOT = {
    "Archive", "read", "explain", "render_explanations", "KINDS", "PART_GROUPS", "STATUSES",
    # the model
    "Added", "AnnouncedNotice", "Aside", "Basis", "Capture", "Citation", "Clock", "Contact", "Counter", "Edit",
    "Evidence", "ExplainedStatement", "ExplainedTurn", "Explanation", "Fetching", "Finding", "Held", "Hit", "Insertion", "Issue", "KnownSource",
    "Learnt",
    "LearntLayout",
    "LearntSite", "Listed", "Locator", "NamedPart", "Notice", "Omission", "Page", "Part", "PlacedIssue",
    "Reading", "Reason", "Region", "Searched", "Selector", "Speaker", "Statement", "Told", "Turn", "Unclassified", "Verdict", "Verified",
    "VersionSeen", "Witness", "BackedUp", "Correction", "KnownCorrection", "Removal", "RemovedCapture", "Tombstone",
    "Demo", "Published", "visible", "Cited", "Forms", "Resolved", "ResolvedPlace",
    "Coverage", "Delay", "Gap", "Interval", "MonthCovered", "Nearby", "Use", "Uses", "UsesBy", "render_coverage",
    # the errors
    "ArchiveBusy", "DamagedArchive", "NewerArchive", "NotFound", "NotTaken", "OnrecordError", "WrongCall",
}  # fmt: skip

VERBS = {
    "open", "create", "close", "add", "add_to", "list", "announced", "show", "render", "search", "check", "export", "publish",
    "rebuild", "sources", "source", "verify", "demo", "correct", "corrections", "undo", "redact", "tombstones", "backup", "restore",
    "cite", "resolve", "first", "coverage",
}  # fmt: skip


def test_the_root_is_frozen() -> None:
    """A name more or less is a decision, and is written here."""
    assert set(onrecord.__all__) == ROOT


def test_every_name_of_the_root_is_there() -> None:
    """What is listed can be had, and says what it is."""
    for name in onrecord.__all__:
        assert inspect.getdoc(getattr(onrecord, name)) or name in {"KINDS", "PART_GROUPS", "STATUSES"}, name


def test_the_verbs_of_an_archive() -> None:
    """One method for each verb of the command line that asks an archive."""
    public = {name for name in vars(Archive) if not name.startswith("_")}
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
