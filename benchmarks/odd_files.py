"""Malformed and unusual archive files read by fastwarc, by warcio and by us: records, captures, and what is said.

    python benchmarks/odd_files.py [FOLDER]

For each file: the records that fastwarc and warcio give, by type, and the fault they end with, if they do; the captures and
issues that `read_captures` gives. Without an argument: `warc-odd` of the development data.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from onrecord.capture import Captured, read_captures, unresolved
from onrecord.errors import OnrecordError
from onrecord.model import Issue

ODD = Path(__file__).parents[2] / "shared" / "data" / "warc-odd"


_TYPES = {
    int(getattr(WarcRecordType, name)): name
    for name in (
        "warcinfo",
        "response",
        "resource",
        "request",
        "metadata",
        "revisit",
        "conversion",
        "continuation",
        "unknown",
    )
}


def with_fastwarc(path: Path) -> str:
    counted: Counter[str] = Counter()
    try:
        with path.open("rb") as stream:
            for record in FastIterator(stream, record_types=WarcRecordType.any_type):
                record.reader.read()
                counted[_TYPES.get(int(record.record_type), "unknown")] += 1
    except Exception as fault:  # noqa: BLE001 - what it ends with is the measurement
        return _listed(counted, f"{type(fault).__name__}: {str(fault)[:60]}")
    return _listed(counted)


def with_warcio(path: Path) -> str:
    counted: Counter[str] = Counter()
    try:
        with path.open("rb") as stream:
            for record in WarcioIterator(stream, arc2warc=True):
                record.content_stream().read()
                counted[record.rec_type] += 1
    except Exception as fault:  # noqa: BLE001
        return _listed(counted, f"{type(fault).__name__}: {str(fault).strip().splitlines()[0][:60]}")
    return _listed(counted)


def with_onrecord(path: Path) -> str:
    counted: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    try:
        for found in read_captures(path):
            if isinstance(found, Captured):
                counted["capture"] += 1
            else:
                codes[(found if isinstance(found, Issue) else unresolved(found)).code] += 1
    except OnrecordError as refused:
        return f"refused: {refused}"
    return _listed(counted, ", ".join(f"{code} {count}" for code, count in codes.items()))


def _listed(counted: Counter[str], said: str = "") -> str:
    listed = ", ".join(f"{kind} {count}" for kind, count in sorted(counted.items())) or "nothing"
    return f"{listed}; {said}" if said else listed


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ODD
    for path in sorted(folder.iterdir()):
        if path.suffix == ".md":
            continue
        print(path.name)
        print(f"  fastwarc  {with_fastwarc(path)}")
        print(f"  warcio    {with_warcio(path)}")
        print(f"  onrecord  {with_onrecord(path)}")


if __name__ == "__main__":
    main()
