"""Ended at any write, sync, rename or removal, or with a disk that is full from there on: nothing acknowledged is lost."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TIMES = 24
HERE = Path(__file__).parent


@pytest.mark.skipif(
    shutil.which("cc") is None or sys.platform != "linux", reason="needs a C compiler on Linux"
)
def test_ended_at_any_point(tmp_path: Path) -> None:
    """All that writes: adding, correcting, redacting, rebuilding; what is opened next repairs it, and `verify` agrees.

    Ended before a change, half way through it, or with a full disk from it on.

    `python tests/kill_points.py FOLDER 1000 SEED` goes through a thousand points.
    """
    seed = random.SystemRandom().randrange(10**6)
    paths = [str(HERE.parent / "src"), str(HERE), os.environ.get("PYTHONPATH", "")]
    ran = subprocess.run(
        [sys.executable, str(HERE / "kill_points.py"), str(tmp_path), str(TIMES), str(seed)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, f"seed {seed}: {ran.stdout} {ran.stderr[-4000:]}"
    found = json.loads(ran.stdout)
    assert found["points"] > 500
    manners = [each.partition(":")[0] for each, times in found["found"].items() for _ in range(times)]
    assert {each: manners.count(each) for each in manners} == {f"manner {n}": TIMES // 3 for n in range(3)}
