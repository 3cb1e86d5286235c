"""Who says what: the turns of the reader against known turns, the naive rule beside it in every row.

    python benchmarks/turns.py [SET…] [--half tune|report|both] [--all] [--data DIR]
    python benchmarks/turns.py --show NAME [--form markup|text]

Sets: whitehouse-briefings (40 pages labelled by hand), debates and parla-clarin (speakers stated in the data),
singapore-hansard and other-languages (near-gold: comments in the pages, printed speaker lines). Every second page by
name is for tuning, the others are reported. A boundary is right where a turn's words begin at its label, behind it, or
behind the bracketed direction after it; a label is right where it is also the same but for case, ending and brackets
behind it. The naive rule takes a line that starts with a label of up to 8 words and a colon, if the page has that label
twice. Unlabelled turns that the reader calls narration are counted apart (`narr`), not judged. `misnamed` is the share
of turns whose speaker is another than the known one. F1 is over all turns of a set.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.model import Capture, Locator, Reading
from onrecord.reading import read_page
from turns_hansard import hansard
from turns_pages import KnownPage
from turns_score import Claim, Judged, Places, Score, judge, naive_claims
from turns_sets import bundestag, debates, whitehouse
from turns_xml import proceedings

SETS: dict[str, Callable[[Path, bool], Iterator[KnownPage]]] = {
    "whitehouse-briefings": whitehouse,
    "debates": debates,
    "parla-clarin": proceedings,
    "singapore-hansard": hansard,
    "other-languages": bundestag,
}
NEAR_GOLD = ("singapore-hansard", "other-languages")
FORMS = {"markup": "text/html", "text": "text/plain"}
HALVES = {"tune": (0,), "report": (1,), "both": (0, 1)}
DATA = Path(__file__).parents[2] / "shared" / "data"


def main() -> None:
    """Run the sets asked for and print a table, or the differences of the pages named."""
    asked = _arguments()
    if not asked.show:
        print(f"half: {asked.half}; near-gold sets marked ~")
        print(
            f"{'set':22} {'form':7} {'pages':>5} {'turns':>6} | {'P':>6} {'R':>6} {'F1':>6} {'label':>6} |"
            f" {'nF1':>6} {'nlabel':>6} | {'roles':>6} {'misnamed':>8} {'narr':>5} {'unclass':>8} {'pages/s':>8}"
        )
    for name in asked.sets or SETS:
        pages = list(SETS[name](asked.data, asked.all))
        if asked.show:
            _show(name, pages, asked.show, asked.form)
        else:
            _table(name, [page for half in HALVES[asked.half] for page in pages[half::2]])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    parser.add_argument("--half", choices=tuple(HALVES), default="report")
    parser.add_argument("--all", action="store_true", help="all sittings, not every third")
    parser.add_argument(
        "--show", metavar="NAME", help="print the differences of the pages whose name holds NAME"
    )
    parser.add_argument("--form", choices=("markup", "text"), help="of --show: one form only")
    parser.add_argument("--data", type=Path, default=DATA)
    asked = parser.parse_args()
    for name in asked.sets:
        if name not in SETS:
            parser.error(f"no set {name!r}; there are {', '.join(SETS)}")
    return asked


def read_and_judge(page: KnownPage, form: str) -> Judged:
    """Return how the reader's turns of a page in one form stand to the known ones."""
    text = page.markup if form == "markup" else page.plain
    capture = Capture(None, None, "sha256:" + "0" * 64, FORMS[form], Locator(page.name, 0, len(text)))
    before = time.process_time()
    reading = read_page(text, capture)
    seconds = time.process_time() - before
    judged = judge(page, read_claims(reading, page))
    judged.score.seconds = seconds
    judged.score.unclassified = reading.unclassified.characters
    judged.score.characters = sum(not character.isspace() for character in reading.page.text)
    return judged


def read_claims(reading: Reading, page: KnownPage) -> list[Claim]:
    """Return the turns of a Reading by their places in the known page."""
    places = Places(reading.page.text, page.plain)
    return [
        Claim(places.of(turn.span[0]), turn.label, turn.role, turn.speaker, " ".join(turn.text[:60].split()))
        for statement in reading.statements
        for turn in statement.turns
    ]


def _table(name: str, pages: list[KnownPage]) -> None:
    naive = Score()
    read_and_judge(pages[0], "text")  # what is loaded at the first call is not a page's cost
    for page in pages:
        naive.add(judge(page, naive_claims(page.lines)).score)
    for form in FORMS:
        ours = Score()
        for page in pages:
            ours.add(read_and_judge(page, form).score)
        print(_row(("~" if name in NEAR_GOLD else "") + name, form, ours, naive))


def _row(name: str, form: str, ours: Score, naive: Score) -> str:
    return (
        f"{name:22} {form:7} {ours.pages:5} {ours.known:6} |"
        f" {_share(ours.found, ours.claimed)} {_share(ours.found, ours.known)} {_f1(ours, ours.found)}"
        f" {_f1(ours, ours.labelled)} | {_f1(naive, naive.found)} {_f1(naive, naive.labelled)} |"
        f" {_share(ours.roles_right, ours.roles_known)} {100 * ours.misnamed / max(1, ours.claimed):7.2f}% {ours.narration:5}"
        f" {100 * ours.unclassified / max(1, ours.characters):7.3f}% {ours.pages / max(ours.seconds, 1e-9):8.1f}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:6.4f}" if whole else f"{'-':>6}"


def _f1(score: Score, right: int) -> str:
    return _share(2 * right, score.known + score.claimed)


def _show(name: str, pages: list[KnownPage], wanted: str, form: str | None) -> None:
    for n, page in enumerate(pages):
        if wanted not in page.name and wanted != "all":
            continue
        for one in [form] if form else FORMS:
            judged = read_and_judge(page, one)
            score = judged.score
            half = "report" if n % 2 else "tune"
            print(
                f"{name}/{page.name} ({half} half) {one}: {score.known} known, {score.claimed} read, {score.found} agree"
            )
            for kind, block, what in judged.differences:
                print(f"  {kind:8} block {block:5}  {what}")


if __name__ == "__main__":
    main()
