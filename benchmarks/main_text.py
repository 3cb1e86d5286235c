"""Main text of pages: pieces that must be in it and pieces that must not, trafilatura beside on the same pages.

    python benchmarks/main_text.py [--data DIR] [--show N]

Set: `trafilatura-eval`. A piece is found if it stands in the text with white space folded. "All" are all its pages, of a page
with a statement the words of its turns; "no statement" the pages that onrecord calls no statement, which is what its main
text is for. Precision is right pieces of all found, recall right pieces of those that must be found. Each page is
read alone: the set has practically one page a site.
"""

from __future__ import annotations

import argparse
import io
import json
import tarfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import trafilatura

from onrecord import Reading, read

DATA = Path(__file__).parents[2] / "shared" / "data"


@dataclass
class Pieces:
    """Pieces of a set: wanted ones found and missed, unwanted ones found and left out."""

    kept: int = 0
    missed: int = 0
    let_in: int = 0
    left_out: int = 0
    pages: int = 0
    seconds: float = 0.0

    def add(self, text: str, entry: dict[str, list[str]], seconds: float) -> None:
        """Count one page."""
        shown = " ".join(text.split())
        wanted = [" ".join(piece.split()) in shown for piece in entry["with"]]
        unwanted = [" ".join(piece.split()) in shown for piece in entry["without"]]
        self.kept += sum(wanted)
        self.missed += len(wanted) - sum(wanted)
        self.let_in += sum(unwanted)
        self.left_out += len(unwanted) - sum(unwanted)
        self.pages += 1
        self.seconds += seconds

    def row(self) -> str:
        """Return precision, recall, F1, accuracy and cost."""
        precision = self.kept / max(1, self.kept + self.let_in)
        recall = self.kept / max(1, self.kept + self.missed)
        right = (self.kept + self.left_out) / max(1, self.kept + self.left_out + self.missed + self.let_in)
        both = 2 * precision * recall / max(1e-9, precision + recall)
        return f"{self.pages:6} {precision:10.3f} {recall:7.3f} {both:6.3f} {right:9.3f} {1000 * self.seconds / max(1, self.pages):8.1f}"


def pages_of(data: Path) -> Iterator[tuple[dict[str, list[str]], str, bytes]]:
    """Yield pieces, name and bytes of each page."""
    with tarfile.open(data / "trafilatura-eval" / "pages.tar.gz") as tar:
        known = tar.extractfile("trafilatura-eval/evaldata.json")
        assert known is not None
        for _, entry in sorted(json.load(known).items()):
            file = tar.extractfile(f"trafilatura-eval/pages/{entry['file']}")
            assert file is not None
            yield entry, entry["file"], file.read()


def text_of(reading: Reading | None) -> tuple[str, bool]:
    """Return the words that a Reading gives, and whether they are a statement's."""
    if reading is None:
        return "", False
    turns = [
        f"{turn.label or ''} {turn.text}" for statement in reading.statements for turn in statement.turns
    ]
    return ("\n".join(turns), True) if turns else (reading.page.main_text or "", False)


def main() -> None:
    """Read every page with both and print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="the first N pages where onrecord does worse"
    )
    asked = parser.parse_args()
    sums: dict[tuple[str, str], Pieces] = defaultdict(Pieces)
    for entry, name, body in pages_of(asked.data):
        began = time.process_time()
        found = [each for each in read(io.BytesIO(body)) if isinstance(each, Reading)]
        ours, stated = text_of(found[0] if found else None)
        between = time.process_time()
        theirs = trafilatura.extract(body, include_comments=False, include_tables=True) or ""
        after = time.process_time()
        for part in ("all", "with a statement" if stated else "no statement"):
            sums[part, "onrecord"].add(ours, entry, between - began)
            sums[part, "trafilatura"].add(theirs, entry, after - between)
        if asked.show:
            asked.show -= show(name, entry, ours, theirs)
    print(
        f"{'pages':18} {'tool':12} {'pages':>6} {'precision':>10} {'recall':>7} {'F1':>6} {'accuracy':>9} {'CPU ms':>8}"
    )
    for (part, tool), pieces in sorted(sums.items()):
        print(f"{part:18} {tool:12} {pieces.row()}")


def show(name: str, entry: dict[str, list[str]], ours: str, theirs: str) -> bool:
    """Print a page whose pieces onrecord gets worse than trafilatura; return whether it is one."""
    ourselves, them = Pieces(), Pieces()
    ourselves.add(ours, entry, 0.0)
    them.add(theirs, entry, 0.0)
    if ourselves.missed + ourselves.let_in <= them.missed + them.let_in:
        return False
    print(
        f"{name}: missed {ourselves.missed} (trafilatura {them.missed}), let in {ourselves.let_in} ({them.let_in})"
    )
    return True


if __name__ == "__main__":
    main()
