"""How often `check` is right on quotations made from an archive's own text, and how long it takes.

    python benchmarks/check.py ARCHIVE [--seed 1] [--per-kind 40] [--absent PATH] [--show KIND]

Quotations are made of random runs of words of the archive's turns, and changed in one way each. `--absent PATH` names pages
that are not in the archive: runs of their words should not be found. A "false verbatim" is a quotation called verbatim whose
words stand nowhere in the archive in a row, looked up by brute force; there must be none.

The changes are random words, not those that people make: this measures the machine, not misquoting.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from onrecord import Archive, Issue, Verdict, read
from onrecord.model import Turn, Wording
from onrecord.quoting.kinds import negations
from onrecord.text import match_form

WORDINGS: tuple[Wording, ...] = (
    "verbatim",
    "abridged",
    "altered",
    "reordered",
    "spliced",
    "too_short",
    "not_found",
)
LENGTHS = ((5, 8), (9, 19), (20, 40))
AUXILIARIES = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "will",
        "would",
        "can",
        "could",
        "should",
        "must",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
    ]
)


class Run(NamedTuple):
    """A run of words of one turn: the raw text, and the spans of its words in that text."""

    statement: str
    text: str
    spans: tuple[tuple[int, int], ...]

    def between(self, start: int, end: int) -> str:
        """Return the raw text of the words [start, end)."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]


class Made(NamedTuple):
    """A quotation made of a run, and what its verdict should be."""

    kind: str
    statement: str
    quotation: str
    expected: str
    size: int


class Pool:
    """The turns of all current versions that hold enough words to quote from."""

    def __init__(self, archive: Archive, chance: random.Random) -> None:
        self.chance = chance
        self.turns: list[tuple[str, Turn]] = []
        everything: list[str] = []
        for _, versions in archive.record.all_held():
            for held in versions:
                for turn in held.statement.turns:
                    asides = [aside.span for aside in (*turn.directions, *turn.editorial)]
                    words = match_form(turn.text, asides).words
                    everything.append(" ".join(words))
                    if len(words) >= 60:
                        self.turns.append((held.statement.id, turn))
                        self.last = words
        self.haystack = "\n".join(f" {words} " for words in everything)
        self.vocabulary = sorted(
            {word for words in everything[::7] for word in words.split() if len(word) > 4}
        )

    def run(self, length: int) -> Run:
        """Return a random run of so many words, without brackets or marks of omission in it."""
        while True:
            statement, turn = self.chance.choice(self.turns)
            form = match_form(turn.text)
            if len(form.words) < length + 10:
                continue
            start = self.chance.randrange(len(form.words) - length)
            spans = form.spans[start : start + length]
            run = Run(statement, turn.text, spans)
            if not re.search(r"[\[\](){}<>…]|\.\.", turn.text[spans[0][0] - 1 : spans[-1][1] + 1]):
                return run

    def stands(self, quotation: str) -> bool:
        """Return whether the words stand in a row in some turn."""
        return f" {' '.join(match_form(quotation).words)} " in self.haystack


def verbatim(run: Run, pool: Pool) -> str:
    return run.between(0, len(run.spans)).upper().replace(",", "").replace("’", "'")


def changed(run: Run, pool: Pool) -> str:
    return _put(run, pool, pool.chance.choice(pool.vocabulary))


def dropped(run: Run, pool: Pool) -> str:
    at = pool.chance.randrange(1, len(run.spans) - 1)
    return f"{run.between(0, at)} {run.between(at + 1, len(run.spans))}"


def inserted(run: Run, pool: Pool) -> str:
    at = pool.chance.randrange(1, len(run.spans) - 1)
    return f"{run.between(0, at)} {pool.chance.choice(pool.vocabulary)} {run.between(at, len(run.spans))}"


def negated(run: Run, pool: Pool) -> str | None:
    words = [run.between(index, index + 1) for index in range(len(run.spans))]
    for index, word in enumerate(words[1:-1], 1):
        if word.lower() in ("not", "never"):
            return f"{run.between(0, index)} {run.between(index + 1, len(words))}"
    for index, word in enumerate(words[1:-2], 1):
        if word.lower() in AUXILIARIES:
            return f"{run.between(0, index + 1)} not {run.between(index + 1, len(words))}"
    return None


def number(run: Run, pool: Pool) -> str | None:
    for index, (start, end) in enumerate(run.spans):
        word = run.text[start:end]
        if word[0].isdigit() and 0 < index < len(run.spans) - 1:
            digit = str((int(word[0]) + pool.chance.randrange(1, 9)) % 9 + 1)
            return (
                None
                if digit == word[0]
                else f"{run.between(0, index)} {digit}{word[1:]} {run.between(index + 1, len(run.spans))}"
            )
    return None


def abridged(run: Run, pool: Pool) -> str | None:
    length = len(run.spans)
    if length < 9:
        return None
    start = pool.chance.randrange(3, length - 5)
    end = pool.chance.randrange(start + 1, length - 3)
    mark = pool.chance.choice(["…", "...", "[…]", "(…)", ". . ."])
    return f"{run.between(0, start)} {mark} {run.between(end, length)}"


def bracketed(run: Run, pool: Pool) -> str | None:
    length = len(run.spans)
    if length < 8:
        return None
    start = pool.chance.randrange(3, length - 4)
    return f"{run.between(0, start)} [the zorgian office] {run.between(start + 1, length)}"


def swapped(run: Run, pool: Pool) -> str | None:
    length = len(run.spans)
    if length < 9:
        return None
    return f"{run.between(length // 2, length)} {run.between(0, length // 2)}"


def spliced(run: Run, pool: Pool) -> str | None:
    """Return the run joined with another of the same turn, 60 words or more away."""
    form = match_form(run.text)
    length = len(run.spans)
    at = form.spans.index(run.spans[0])
    places = [p for p in range(len(form.words) - length) if p > at + length + 60 or p + length + 60 < at]
    if length < 9 or not places:
        return None
    place = pool.chance.choice(places)
    return (
        f"{run.between(0, length)} {Run('', run.text, form.spans[place : place + length]).between(0, length)}"
    )


def spliced_statements(run: Run, pool: Pool) -> str | None:
    other = pool.run(len(run.spans))
    if len(run.spans) < 9 or other.statement == run.statement:
        return None
    return f"{run.between(0, len(run.spans))} … {other.between(0, len(other.spans))}"


def _put(run: Run, pool: Pool, word: str) -> str:
    at = pool.chance.randrange(1, len(run.spans) - 1)
    return f"{run.between(0, at)} {word} {run.between(at + 1, len(run.spans))}"


KINDS: dict[str, tuple[Callable[[Run, Pool], str | None], str]] = {
    "verbatim": (verbatim, "verbatim"),
    "changed word": (changed, "altered"),
    "word dropped": (dropped, "altered"),
    "word inserted": (inserted, "altered"),
    "negation flipped": (negated, "altered"),
    "number changed": (number, "altered"),
    "abridged": (abridged, "abridged"),
    "bracketed": (bracketed, "abridged"),
    "halves swapped": (swapped, "reordered"),
    "spliced": (spliced, "spliced"),
    "two statements": (spliced_statements, "spliced"),
}


def make_quotations(pool: Pool, per_kind: int) -> Iterator[Made]:
    for kind, (change, expected) in KINDS.items():
        made = tries = 0
        while made < per_kind and tries < 200 * per_kind:
            tries += 1
            low, high = LENGTHS[made % len(LENGTHS)] if tries < 100 * per_kind else LENGTHS[-1]
            run = pool.run(pool.chance.randint(low, high))
            quotation = change(run, pool)
            if quotation is None and (high < 9 or tries % 20 == 0):
                run = pool.run(pool.chance.randint(9, 19))
                quotation = change(run, pool)
            if quotation is None or (kind != "verbatim" and pool.stands(quotation)):
                continue
            made += 1
            yield Made(kind, run.statement, quotation, expected, len(run.spans))


def absent_quotations(path: str, pool: Pool, per_kind: int) -> Iterator[Made]:
    turns = [
        turn
        for reading in read(path)
        if not isinstance(reading, Issue)
        for statement in reading.statements
        for turn in statement.turns
        if len(match_form(turn.text).words) > 60
    ]
    made = 0
    while turns and made < per_kind:
        turn = pool.chance.choice(turns)
        form = match_form(turn.text)
        low, high = LENGTHS[made % len(LENGTHS)]
        length = pool.chance.randint(low, high)
        start = pool.chance.randrange(len(form.words) - length)
        run = Run("", turn.text, form.spans[start : start + length])
        quotation = run.between(0, length)
        if not pool.stands(quotation) and not re.search(r"[\[\]…]|\.\.", quotation):
            made += 1
            yield Made("absent", "", quotation, "not_found", length)


def right_place(made: Made, verdict: Verdict) -> bool:
    cited = [verdict.citation, *verdict.parts, *verdict.alternatives]
    return any(citation is not None and citation.statement == made.statement for citation in cited)


def tells_edit(made: Made, verdict: Verdict) -> bool | None:
    wanted = {"negation flipped": "negation", "number changed": "number"}.get(made.kind)
    return None if wanted is None else any(edit.kind == wanted for edit in verdict.edits)


def report(judged: list[tuple[Made, Verdict, float]], pool: Pool) -> int:
    """Print the confusion table; return the number of false verbatims."""
    print(
        f"{'kind':<18}{'n':>5}{'right':>7}{'place':>7}{'edit':>6}  "
        + "".join(f"{word:>10}" for word in WORDINGS)
    )
    for kind in dict.fromkeys(made.kind for made, _, _ in judged):
        rows = [(made, verdict) for made, verdict, _ in judged if made.kind == kind]
        counts = Counter(verdict.wording for _, verdict in rows)
        right = sum(verdict.wording == made.expected for made, verdict in rows)
        places = sum(right_place(made, verdict) for made, verdict in rows)
        edits = [told for made, verdict in rows if (told := tells_edit(made, verdict)) is not None]
        named = f"{100 * sum(edits) / len(edits):.0f}" if edits else "-"
        shares = f"{100 * right / len(rows):>7.1f}{100 * places / len(rows):>7.1f}"
        print(
            f"{kind:<18}{len(rows):>5}{shares}{named:>6}  "
            + "".join(f"{counts[word]:>10}" for word in WORDINGS)
        )
    for (low, high), _ in pairwise([*LENGTHS, (0, 0)]):
        rows = [(m, v) for m, v, _ in judged if low <= m.size <= high and m.kind != "absent"]
        found = sum(right_place(made, verdict) for made, verdict in rows)
        right = sum(verdict.wording == made.expected for made, verdict in rows)
        print(f"{low}-{high} words: {right}/{len(rows)} right, {found}/{len(rows)} at the right statement")
    times = sorted(spent for _, _, spent in judged)
    at95 = times[int(len(times) * 0.95)]
    print(f"CPU ms a check: p50 {statistics.median(times) * 1000:.0f}, p95 {at95 * 1000:.0f}, n {len(times)}")
    false = [
        made
        for made, verdict, _ in judged
        if verdict.wording == "verbatim" and not pool.stands(made.quotation)
    ]
    for made in false:
        print("FALSE VERBATIM", made)
    print(f"false verbatim: {len(false)}")
    return len(false)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archive")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-kind", type=int, default=40)
    parser.add_argument("--absent", help="pages that the archive does not hold")
    parser.add_argument("--show", help="print the verdicts of this kind that are not as expected")
    given = parser.parse_args()
    with Archive.open(given.archive) as archive:
        pool = Pool(archive, random.Random(given.seed))
        quotations = list(make_quotations(pool, given.per_kind))
        if given.absent:
            quotations += absent_quotations(given.absent, pool, 2 * given.per_kind)
        archive.search("warm")
        judged = []
        for made in quotations:
            start = time.process_time()
            verdict = archive.check(made.quotation)
            judged.append((made, verdict, time.process_time() - start))
            if given.show == made.kind and verdict.wording != made.expected:
                print(
                    made.size,
                    made.quotation,
                    "\n   ",
                    verdict.summary,
                    negations(match_form(made.quotation).words),
                )
        return 1 if report(judged, pool) else 0


if __name__ == "__main__":
    sys.exit(main())
