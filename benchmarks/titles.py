"""Titles of pages: the same as the stored one, or one inside the other; trafilatura beside on the same pages.

    python benchmarks/titles.py [SET…] [--data DIR] [--show N]

Sets: `trafilatura-eval` (titles as people copied them from the page) and `readability-pages` (titles as a browser's reader mode
takes them, mostly from the page's head: near-gold, and some of its pages are made for other tests and have no title in their text).
Case, white space, typographic quotation marks and soft hyphens aside. "Inside" counts the same ones too: a title with the site's
name, or without what stands above it in the same heading.
"""

from __future__ import annotations

import argparse
import io
import json
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import trafilatura
from trafilatura.metadata import extract_metadata

from dates import DATA, member
from onrecord import Reading, read

SETS = ("trafilatura-eval", "readability-pages")
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00ad": None})


def pages_of(name: str, data: Path) -> Iterator[tuple[str, str, bytes]]:
    """Yield name, known title and bytes of each page that has one."""
    with tarfile.open(data / name / "pages.tar.gz") as tar:
        if name == "trafilatura-eval":
            for _, entry in sorted(json.loads(member(tar, f"{name}/evaldata.json")).items()):
                if entry.get("title"):
                    yield entry["file"], entry["title"], member(tar, f"{name}/pages/{entry['file']}")
            return
        for told in sorted(one for one in tar.getnames() if one.endswith("expected-metadata.json")):
            if title := json.loads(member(tar, told)).get("title"):
                page = told.replace("expected-metadata.json", "source.html")
                yield told.split("/")[-2], title, member(tar, page)


def folded(title: str | None) -> str:
    """Return a title as it is compared."""
    return " ".join((title or "").translate(_ALIKE).casefold().split())


def main() -> None:
    """Read every page with both and print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="the first N titles that differ")
    asked = parser.parse_args()
    print(f"{'set':18} {'tool':12} {'pages':>6} {'same':>6} {'inside':>7}")
    for name in asked.sets or SETS:
        counts: Counter[tuple[str, str]] = Counter()
        for page, known, body in pages_of(name, asked.data):
            found = [one for one in read(io.BytesIO(body)) if isinstance(one, Reading)]
            document = extract_metadata(trafilatura.load_html(body))
            titles = {
                "onrecord": found[0].page.title if found else None,
                "trafilatura": document.title if document else None,
            }
            for tool, title in titles.items():
                one, other = folded(title), folded(known)
                counts[tool, "pages"] += 1
                counts[tool, "same"] += one == other
                counts[tool, "inside"] += bool(one) and (one in other or other in one)
            if asked.show and folded(titles["onrecord"]) != folded(known):
                asked.show -= 1
                print(f"    {page}: {titles['onrecord']!r} for {known!r}")
        for tool in ("onrecord", "trafilatura"):
            print(
                f"{name:18} {tool:12} {counts[tool, 'pages']:6} {counts[tool, 'same']:6} {counts[tool, 'inside']:7}"
            )


if __name__ == "__main__":
    main()
