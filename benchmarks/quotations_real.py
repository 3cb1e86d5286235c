"""Real quotations: found in articles and messages, checked against a real record, and compared with what a reader answered.

    python benchmarks/quotations_real.py [--data DIR] [--archive DIR] [--show N] [--holds]

The record: the transcripts of `debates`, each a page with its day, and of `whitehouse-feed` what was captured before May 2022. The
articles: `polnear-train`, and what the feed showed first from May 2022 on, both as plain text, so that offsets hold. `answers/quotations-real.jsonl` has 200 of their quotations
by article and offsets, without a word of them, and for each what somebody answered who read the article and the places of the record
that are nearest: the wording on record ("absent" where the record does not hold what was said then, whatever it holds that is
alike), attribution and day as far as the article claims them, the address and turn where the words stand, and where in the article
the speaker is named, null where a reader cannot tell who it is.

Picked by a script: 140 that share eight words in a row with the record, or five that are most of them, and 60 by chance. The verdicts of
an earlier run stood beside them when they were read, which may have made the reader agree more than he would have; the rules of
claims were mended for what these quotations showed, the engine was not.

An absent quotation that is called `too_short` counts as right: it says that it cannot tell. `--archive` keeps the record between runs, `--holds` fails where
fewer are right than were.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from onrecord import Archive, Review, ReviewedQuotation
from quotations_real_sets import articles, build_record, opened
from turns import DATA

ANSWERS = Path(__file__).parent / "answers" / "quotations-real.jsonl"
# How many were right: what was reached is kept.
FLOORS = {"found": 198, "speaker": 173, "wording": 194, "attribution": 26, "date": 27, "place": 26}
AXES = ("found", "speaker", "wording", "attribution", "date", "place")


def answers() -> dict[str, list[dict[str, Any]]]:
    """Return the answers by article."""
    held: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in ANSWERS.read_text(encoding="utf-8").splitlines():
        answer = json.loads(line)
        held[answer["article"]].append(answer)
    return held


def judged(answer: dict[str, Any], review: Review) -> dict[str, str]:
    """Return for each axis "right" or "wrong"; of the speaker also "not told"; nothing of what a quotation not found has."""
    one = _nearest(review, answer["span"])
    if one is None or one.verdict is None:
        return {"found": "wrong"}
    verdict, place = one.verdict, answer["place"]
    wording = "absent" if verdict.wording in ("not_found", "too_short") else verdict.wording
    told = {"found": "right", "speaker": _speaker(answer, one, review.article.text)}
    told["wording"] = _right(wording == answer["wording"])
    if answer["wording"] != "absent" and verdict.citation is not None:
        told["attribution"] = _right(verdict.attribution == answer["attribution"])
        told["date"] = _right(verdict.date == answer["date"])
        cited = verdict.citation
        told["place"] = _right(place is not None and (cited.url, cited.turn) == (place["url"], place["turn"]))
    return told


def _nearest(review: Review, span: list[int]) -> ReviewedQuotation | None:
    def shared(one: ReviewedQuotation) -> float:
        both = min(one.span[1], span[1]) - max(one.span[0], span[0])
        return both / (max(one.span[1], span[1]) - min(one.span[0], span[0]))

    best = max(review.quotations, key=shared, default=None)
    return best if best is not None and shared(best) >= 0.8 else None


def _speaker(answer: dict[str, Any], one: ReviewedQuotation, text: str) -> str:
    named = answer["speaker"]
    if one.speaker is None:
        return "right" if named is None else "not told"
    if named is None:
        return "wrong"
    known = text[slice(*named)].split()[-1].lower()
    return _right((one.speaker.name or one.speaker.value).split()[-1].lower() == known)


def _right(is_right: bool) -> str:
    return "right" if is_right else "wrong"


def measure(data: Path, folder: Path, show: int) -> list[str]:
    """Review the articles, print how many answers are right on each axis, and return the axes on which fewer are than were."""
    if not (folder / "ledger.jsonl").exists():
        build_record(data, folder)
    known = answers()
    counts: Counter[tuple[str, str]] = Counter()
    shown: list[str] = []
    with Archive.open(folder) as archive:
        for given in articles(data):
            if given.name not in known:
                continue
            review = archive.review(opened(given), url=given.url, posted_on=given.posted_on)
            for answer in known[given.name]:
                told = judged(answer, review)
                counts.update(told.items())
                if "wrong" in told.values():
                    shown.append(f"{given.name} {answer['span']} {answer['wording']}: {told}")
    for axis in AXES:
        row = "  ".join(f"{told} {number}" for (name, told), number in sorted(counts.items()) if name == axis)
        print(f"{axis:12} {row}")
    print("\n".join(shown[:show]))
    return [axis for axis, least in FLOORS.items() if counts[axis, "right"] < least]


def main() -> int:
    """Read what is asked, print the figures, and return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--archive", type=Path, help="a folder that keeps the record")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="the first N that differ")
    parser.add_argument("--holds", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        below = measure(asked.data, asked.archive or Path(scratch) / "record", asked.show)
    if asked.holds and below:
        print("fewer are right than were:", *below)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
