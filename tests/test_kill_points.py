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
@pytest.mark.parametrize("manner", ["before", "half way", "full"])
def test_ended_at_any_point(tmp_path: Path, manner: str) -> None:
    """All that writes: adding, correcting, redacting, rebuilding; what is opened next repairs it, and `verify` agrees.

    `python tests/kill_points.py FOLDER 1000 SEED` goes through a thousand points.
    """
    seed = random.SystemRandom().randrange(10**6)
    paths = [str(HERE.parent / "src"), str(HERE), os.environ.get("PYTHONPATH", "")]
    ran = subprocess.run(
        [sys.executable, str(HERE / "kill_points.py"), str(tmp_path), str(TIMES // 3), str(seed), manner],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, f"seed {seed}: {ran.stdout} {ran.stderr[-4000:]}"
    found = json.loads(ran.stdout)
    assert found["points"] > 500
    assert sum(found["found"].values()) == TIMES // 3
