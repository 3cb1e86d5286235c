"""Versions and revisions: how many true edits are found, what is told of them, and how often nothing is called an edit.

    python benchmarks/versions.py [--sites 12] [--addresses 20] [--unchanged 7] [--seed 100] [--show N] [--feed FOLDER]
    python benchmarks/versions.py --classes [--feed FOLDER]
    python benchmarks/versions.py --cost
    python benchmarks/versions.py --growth 10000 30000 100000

The first replays the development data's feed (`whitehouse-feed`, with its answer key) inside pages of generated sites with
moving furniture: each content of an address is captured so many times, the site is redesigned in the middle, and of a hundred
captures four show something else (a refusal, a check of visitors, an error, a shell, a page cut off). A step between two
captures is an edit where letters of title or text differ. An edit is found where a revision with a change that is not cosmetic
stands between those two captures (or, told apart, two that hold them, or that lie between them: a capture that was cut off shows
the words, too); every other such revision is a false alarm. "Named" are the words that stand on one
side more often than on the other and are among the words of the changes; "told" is how many words the changes hold for each of
those. Seeds 1 to 99 are for tuning.

`--classes` compares kinds of changes with labels given by hand (`answers/versions-classes.jsonl`: addresses, versions and
digests of the changed words, no texts). `--cost` takes the CPU of captures that repeat a page, byte for byte, in other markup or with
furniture that moved, against that of new pages. `--growth` takes the CPU of a thousand captures, eight hundred of them repeated, with so
many in the archive.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from onrecord import Archive, Revision
from versions_classes import report_classes
from versions_cost import report_cost, report_growth
from versions_feed import WORDS, Address, Replayed, Step, english_sites, read_feed, replay

FEED = Path("../shared/data/whitehouse-feed")
NOW = "2030-01-01T00:00:00Z"


@dataclass
class Total:
    """Sums over all sites."""

    truth: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    words: int = 0
    named: int = 0
    told: int = 0
    captures: int = 0
    unchanged: int = 0
    wider: int = 0
    statements: int = 0
    addresses: int = 0
    versions: int = 0
    texts: int = 0
    of_stand_ins: int = 0
    stand_ins: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    def add(self, replayed: Replayed, archive: Archive) -> None:
        """Add a site whose captures the archive holds."""
        self.captures += replayed.captures
        self.stand_ins += replayed.stand_ins
        self.addresses += len(replayed.steps)
        self.texts += sum(map(len, replayed.texts.values()))
        for each in archive.list():
            self.versions += len(each.versions)
            amiss = {at for url in each.versions[0].addresses for at in replayed.amiss.get(url, ())}
            self.of_stand_ins += sum(
                seen.first_seen in amiss or seen.last_seen in amiss for seen in each.versions
            )
        ids = {url: each.id for each in archive.list() for seen in each.versions for url in seen.addresses}
        for url, steps in replayed.steps.items():
            self.statements += url in ids
            revisions = list(archive.diff(ids[url])) if url in ids else []
            self._judge(replayed.feed_url[url], steps, revisions)

    def _judge(self, url: str, steps: list[Step], revisions: list[Revision]) -> None:
        told = {
            each.between: each
            for each in revisions
            if any(change.kind != "cosmetic" for change in each.changes)
        }
        for step in steps:
            self.truth[step.truth] += 1
            self.unchanged += step.truth == "none"
            revision = told.pop(step.between, None)
            if revision is None and step.truth == "edit":
                # Or within them: a capture that was cut off may show the words still, or show them already.
                around = next(
                    (each for each in told if _holds(each, step.between) or _lies_in(each, step.between)),
                    None,
                )
                revision = told.pop(around) if around else None
                self.wider += revision is not None
            where = (
                f"{url} {step.old[0]} to {step.new[0]}{' over the redesign' if step.over_redesign else ''}"
            )
            if step.truth in ("edit", "date"):
                self.found[step.truth] += revision is not None
                if revision is None:
                    self.missed.append(f"{step.truth} {where}")
            elif revision is not None:
                self.alarms[
                    "spacing" if step.truth == "spacing" else "redesign" if step.over_redesign else "same"
                ] += 1
                self.false.append(f"{where}: {_words(revision)}")
            if step.truth == "edit":
                self._count_words(step, revision)
        for revision in told.values():
            self.alarms["elsewhere"] += 1
            self.false.append(f"{url} {revision.between}: {_words(revision)}")

    def _count_words(self, step: Step, revision: Revision | None) -> None:
        for gold, side in zip(step.changed_words(), ("old", "new"), strict=True):
            ours = Counter(
                word for change in (revision.changes if revision else ()) for word in WORDS.findall(getattr(change, side))
            )  # fmt: skip
            self.words += gold.total()
            self.named += (gold & ours).total()
            self.told += ours.total()

    def show(self, examples: int) -> None:
        """Print the figures, and examples of what was missed or called an edit for nothing."""
        edits, alarms = (
            self.truth["edit"],
            sum(count for kind, count in self.alarms.items() if kind != "spacing"),
        )
        print(
            f"{self.captures} captures of {self.addresses} addresses, {self.statements} of them statements; {self.unchanged} unchanged"
        )
        print(f"stand-ins: {dict(self.stand_ins)}; versions seen first or last in one: {self.of_stand_ins}")
        print(
            f"distinct texts {self.texts}, versions {self.versions} (one reading for each; `diff` leaves out what the source did not change)"
        )
        print(
            f"true edits {edits}, found {self.found['edit']} ({100 * self.found['edit'] / max(1, edits):.1f} %)"
        )
        print(f"other days {self.truth['date']}, found {self.found['date']}; spacing alone {self.truth['spacing']}, called an edit {self.alarms['spacing']}")  # fmt: skip
        print(f"changed words {self.words}, named {self.named} ({100 * self.named / max(1, self.words):.1f} %), told {self.told / max(1, self.words):.2f} for each")  # fmt: skip
        print(
            f"false alarms {alarms}: {1000 * alarms / max(1, self.unchanged):.2f} in 1,000 unchanged captures {dict(self.alarms)}"
        )
        for line in self.missed[:examples]:
            print("missed ", line)
        for line in self.false[:examples]:
            print("false  ", line)


def _holds(told: tuple[str | None, str | None], between: tuple[str, str]) -> bool:
    return told[0] is not None and told[1] is not None and told[0] <= between[0] and between[1] <= told[1]


def _lies_in(told: tuple[str | None, str | None], between: tuple[str, str]) -> bool:
    return told[0] is not None and told[1] is not None and between[0] <= told[0] and told[1] <= between[1]


def _words(revision: Revision) -> str:
    return "; ".join(f"{each.kind} “{each.old[:60]}” → “{each.new[:60]}”" for each in revision.changes[:4])


def report_replay(feed: Path, asked: argparse.Namespace) -> None:
    """Replay the feed on so many sites, and print what was found."""
    addresses = read_feed(feed / "captures.warc.gz", feed / "versions.jsonl")
    edited = [each for each in addresses if len(each.states) > 1]
    still = [each for each in addresses if len(each.states) == 1]
    half = asked.addresses // 2
    total = Total()
    for n, site in enumerate(islice(english_sites(asked.seed), asked.sites)):
        mine: list[Address] = [
            *edited[n :: asked.sites][: asked.most or None],
            *still[n * half : (n + 1) * half],
        ]
        replayed = replay(site, mine, asked.unchanged, 0.04)
        with tempfile.TemporaryDirectory() as folder:
            warc = Path(folder) / "site.warc"
            warc.write_bytes(b"".join(record for _, record in replayed.records))
            with Archive.create(Path(folder) / "archive", now=NOW) as archive:
                archive.add(warc, now=NOW)
                total.add(replayed, archive)
        print(f"site {n + 1}: {dict(total.alarms)} alarms, {len(total.missed)} missed", flush=True)
    total.show(asked.show)


def main() -> None:
    """Run what is asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--feed", type=Path, default=FEED)
    parser.add_argument("--sites", type=int, default=12)
    parser.add_argument("--addresses", type=int, default=20)
    parser.add_argument("--most", type=int, default=0, help="edited addresses of a site, at most")
    parser.add_argument("--unchanged", type=int, default=7)
    parser.add_argument("--seed", type=int, default=100)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--classes", action="store_true")
    parser.add_argument("--cost", action="store_true")
    parser.add_argument("--growth", type=int, nargs="+")
    asked = parser.parse_args()
    if asked.classes:
        report_classes(asked.feed)
    elif asked.cost:
        report_cost(asked.seed)
    elif asked.growth:
        report_growth(asked.growth)
    else:
        report_replay(asked.feed, asked)


if __name__ == "__main__":
    main()
