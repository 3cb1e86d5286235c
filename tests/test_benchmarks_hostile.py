"""The benchmark of mutated files: a few of them in each run of the tests."""

from __future__ import annotations

import random
from pathlib import Path

import hostile


def test_mutated_files_are_read_or_named(tmp_path: Path) -> None:
    """One of each format, mutated in each way: no traceback, and nothing silent."""
    rng = random.Random(2031)
    files = hostile.sound_files()
    others = list(files.values())
    for name, content in files.items():
        for mutation in hostile.MUTATIONS:
            path = tmp_path / name
            path.write_bytes(mutation(bytearray(content), rng, others))
            outcome = hostile.outcome_of(path)
            assert outcome.kind in ("read", "named"), f"{name} after {mutation.__name__}: {outcome.said}"
