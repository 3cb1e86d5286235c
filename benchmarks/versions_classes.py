"""Kinds of changes against labels given by hand."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections import Counter
from itertools import product
from pathlib import Path

from onrecord import Archive, Change

ANSWERS = Path(__file__).parent / "answers"
FILE = "versions-classes.jsonl"
NOW = "2030-01-01T00:00:00Z"
Key = tuple[str, str]
"""An address and a change: numbers of versions depend on which copies of a statement are held, too."""


def digest_of(change: Change) -> str:
    """Return what names a change without its words."""
    return hashlib.sha256(f"{change.old}\0{change.new}".encode()).hexdigest()[:12]


def report_classes(feed: Path) -> None:
    """Print how many of the labelled changes have the kind that was given by hand."""
    found: dict[Key, str] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.create(Path(folder) / "archive", now=NOW) as archive,
    ):
        archive.add(feed / "captures.warc.gz", now=NOW)
        for listed in archive.list():
            addresses = {address for version in listed.versions for address in version.addresses}
            for revision in archive.diff(listed.id):
                for change in revision.changes:
                    found |= dict.fromkeys(product(addresses, (digest_of(change),)), change.kind)
    lines = (ANSWERS / FILE).read_text(encoding="utf-8").splitlines()[1:]
    _report(FILE, [json.loads(line) for line in lines], found)


def _report(name: str, labelled: list[dict[str, str]], found: dict[Key, str]) -> None:
    wrong: Counter[str] = Counter()
    for each in labelled:
        kind = found.get((each["url"], each["change"]))
        if kind != each["kind"]:
            wrong[f"{each['kind']} called {kind or 'nothing: no such change is told'}"] += 1
    right = len(labelled) - wrong.total()
    print(f"{name}: {right} of {len(labelled)} kinds as labelled ({100 * right / len(labelled):.1f} %)")
    for said, count in wrong.most_common():
        print(f"  {count:3} {said}")
