"""Why a page is not wholly right, in the words of conventions, so that what to mend can be told without looking at sites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.model import Reading
from sites_gold import Gold
from sites_score import DATES, Judged, words_of

GROUPS = {
    "lists of messages, with their leads": ("latest", "related", "list", "around", "pager"),
    "a quotation of another message": ("quote",),
    "a box between paragraphs (read also, photo)": ("read_also", "photo"),
    "the statement's own words pulled out": ("pull",),
    "some words of a piece": ("parts of a piece",),
}


def causes_of(gold: Gold, judged: Judged, reading: Reading | None) -> list[str]:
    """Return what is wrong with a page; nothing of one that is right."""
    if judged.right:
        return []
    statements = reading.statements if reading else ()
    if gold.kind != "statement":
        return [f"{gold.kind}: a statement read"]
    if not statements:
        declared = gold.features.get("declared type", "none")
        return [
            f"no statement: read as {reading.page.kind if reading else 'nothing'}, declared type {declared}"
        ]
    found = ["several statements read"] if len(statements) > 1 else []
    if not judged.aspects["title"]:
        found.append(_title_cause(gold, statements[0].title))
    pieces = [
        name for name, letters in judged.sources.items() if letters and name.startswith(("taken", "lost"))
    ]
    found += dict.fromkeys(
        name if name.startswith("lost") else _group(name.removeprefix("taken: ")) for name in pieces
    )
    if not judged.aspects["turns"] and not pieces:
        found.append(f"turns: labels {gold.features['labels']}, mark {gold.features['mark']}")
    for name in DATES:
        if not judged.aspects[name]:
            found.append(f"{name} {judged.outcomes[name]}: {_date_source(gold, name)}")
    return found


def _group(piece: str) -> str:
    """Return a piece of furniture with those that are alike."""
    for group, names in GROUPS.items():
        if piece in names:
            return f"taken: {group}"
    return "taken: lines of furniture (share, print, menu, clocks, counters, contacts, …)"


def _title_cause(gold: Gold, title: str | None) -> str:
    heading = f"heading {gold.features['heading']}, window title {gold.features['window title']}"
    known, read = f" {' '.join(words_of(gold.titles[-1]))} ", f" {' '.join(words_of(title or ''))} "
    if not title:
        return f"title none: {heading}"
    if known in read:
        return f"title with more behind or before it: {heading}"
    if read in known:
        return f"title cut: {heading}"
    return f"title another text: {heading}"


def _date_source(gold: Gold, name: str) -> str:
    """Return where the page tells this date."""
    line, tail, machine = (gold.features[key] for key in ("line", "title tail", "machine"))
    if name == "given_on":
        return (
            "end of title"
            if tail in ("date", "place_date")
            else "line of place and date"
            if line == "place_date"
            else "no such date or in the words"
        )
    if name == "updated_on":
        return f"declared {machine}" if "jsonld" in machine else "line of update"
    if getattr(gold, name) is None:
        return f"no such date; line {line}, end of title {tail}"
    digits = f" {gold.features['numeric']}" if line.startswith("numeric") else ""
    return f"line {line}{digits}, declared {machine}"


class CauseTable:
    """Counts causes over pages: in how many each was met, and in how many it was alone."""

    def __init__(self) -> None:
        self.met: Counter[str] = Counter()
        self.alone: Counter[str] = Counter()

    def add(self, causes: Iterable[str]) -> None:
        """Add one page."""
        once = set(causes)
        self.met.update(once)
        if len(once) == 1:
            self.alone.update(once)

    def print(self, fewest: int) -> None:
        """Print the causes met on so many pages or more, the commonest first."""
        print(f"\n{'why pages are not wholly right':78} {'pages':>6} {'alone':>6}")
        for cause, count in self.met.most_common():
            if count >= fewest:
                print(f"{cause:78.78} {count:6} {self.alone[cause]:6}")
