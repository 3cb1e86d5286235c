"""What a long record costs to export: invented statements of twenty turns, never all held at once.

python benchmarks/exports.py tei|parquet|csv [--statements 5000]
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from onrecord.model import Held
from onrecord.publishing import export_csv, export_parquet, export_tei
from quoting_statements import Said, asked, statement_of
from search_record import InventedRecord

TURNS = 20
FORMS: dict[str, Callable[[Iterator[tuple[Held, ...]]], Iterator[str] | Iterator[bytes]]] = {
    "tei": export_tei,
    "parquet": export_parquet,
    "csv": export_csv,
}


def invented(statements: int) -> Iterator[tuple[Held, ...]]:
    for n in range(statements):
        record = InventedRecord(Path())
        said = [asked(f"Is ferry {n} late?"), Said("It sails at dawn, and so it will. " * 8)] * (TURNS // 2)
        record.put(statement_of(*said, id=f"s{n}"))
        yield (record.held(f"s{n}"),)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("form", choices=FORMS)
    arguments.add_argument("--statements", type=int, default=5000)
    chosen = arguments.parse_args()
    began = time.process_time()
    size = sum(len(piece) for piece in FORMS[chosen.form](invented(chosen.statements)))
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    turns = chosen.statements * TURNS
    print(f"{chosen.form}: {turns:,} turns, {size / 1e6:.1f} MB, {spent:.1f} s CPU, {peak} MB at most")


if __name__ == "__main__":
    main()
