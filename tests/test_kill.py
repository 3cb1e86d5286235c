"""A writer that is killed loses nothing that was acknowledged, and whoever adds again completes it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented_captures import NOW, exported, kept, tree, use_toy_reader
from onrecord.record import Record
from test_record_verify import pages

TIMES = 100
HERE = Path(__file__).parent


def test_kill_9_at_random_moments(tmp_path: Path) -> None:
    """One hundred times: every acknowledged capture is readable and shown, adding again completes, verify is clean."""
    seed = random.SystemRandom().randrange(10**6)
    paths = [str(HERE.parent / "src"), str(HERE), os.environ.get("PYTHONPATH", "")]
    ran = subprocess.run(
        [sys.executable, str(HERE / "killing.py"), str(tmp_path), str(TIMES), str(seed)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, f"seed {seed}: {ran.stderr}"
    found = json.loads(ran.stdout)
    assert len(found) == TIMES
    assert len(set(found)) > 1, f"seed {seed}: all kills fell into the same moment, {found}"


@settings(max_examples=60, deadline=None)
@given(cut=st.floats(0, 1), tables=st.sampled_from(["none", "before", "after"]))
def test_a_ledger_cut_anywhere(cut: float, tables: str) -> None:
    """Whatever part of the ledger reached the disk, and however old the tables are, adding again gives the same.

    Unless the tables prove that there was more: then the ledger has to be restored first.
    """
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        use_toy_reader(patch)
        folder = Path(place)
        with kept(folder, pages(1, 2)):
            first = tree(folder)["ledger.jsonl"]
        before = (folder / "record.sqlite").read_bytes()
        with kept(folder, pages(1, 5)) as record:
            said = exported(record)
            whole = tree(folder)["ledger.jsonl"]
        at = len(first) + round(cut * (len(whole) - len(first)))
        (folder / "ledger.jsonl").write_bytes(whole[:at])
        if tables == "before":
            (folder / "record.sqlite").write_bytes(before)
        elif tables == "none":
            (folder / "record.sqlite").unlink()
        lines = whole[:at].count(b'"event":"capture"') - (0 if whole[:at].endswith(b"\n") else 1)
        with Record.open(folder) as record:
            if tables == "after" and at < len(whole) - 1:  # no killed writer leaves tables that reach further
                assert "cut_ledger" in [finding.code for finding in record.verify().findings]
                return
            assert len(list(record.listed())) >= max(2, lines)
            record.add(pages(1, 5), now=NOW)
            assert exported(record) == said
            assert all(finding.severity == "note" for finding in record.verify().findings)
