"""One exchange in every way we know to set it, in eighteen languages: how many are read wholly right, the naive rule beside.

    python benchmarks/turns_ways.py [--missed 0] [--holds]

Each page is a news conference of two officials whom its title names, with three questions, seven turns in all; who asks
and who answers have labels of several kinds ("Question", "Cara Finch (Tide)"; "Minister Verne", "VERNE", "La ministre").
A page is right where each turn has its own words and no others, and its role. The naive rule takes a line that starts
with a repeated label and a colon; it tells no roles, so only its words count. The pages were written while the rules
were made and are no estimate for pages of others: they show which way of setting labels is lost in which language.
`--missed 9` prints so many of the pages that are not right; `--holds` ends with 1 where fewer are right than the floor.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from onrecord.model import Capture, Locator
from onrecord.reading import read_page
from turns_score import naive_claims
from turns_tongues import TONGUES, Tongue

PLAIN = {
    "colon": "{label}: {words}",
    "stop": "{label}. {words}",
    "stop and dash": "{label}. – {words}",
    "dash": "{label} – {words}",
    "own line": "{label}\n{words}",
    "own line, colon": "{label}:\n{words}",
    "own paragraph": "{label}\n\n{words}",
}
MARKED_UP = {
    "bold, colon": "<p><b>{label}:</b> {words}</p>",
    "bold": "<p><b>{label}</b> {words}</p>",
    "bold, stop": "<p><strong>{label}.</strong> {words}</p>",
    "bold paragraph": "<p><b>{label}</b></p><p>{words}</p>",
    "bold line": "<p><b>{label}</b><br>{words}</p>",
    "underlined": "<p><u>{label}</u>: {words}</p>",
    "list of terms": "<dt>{label}</dt><dd>{words}</dd>",
    "table": "<tr><td>{label}</td><td>{words}</td></tr>",
    "heading": "<h3>{label}</h3><p>{words}</p>",
    "named element": '<div class="turn"><span class="speaker">{label}</span><p>{words}</p></div>',
}
AROUND = {"list of terms": "<dl>{}</dl>", "table": "<table>{}</table>"}
# Scripts whose printers set no label so
UNUSED = {"stop", "dash", "own line", "own paragraph"}
EAST = {"zh", "ja", "ko"}
FLOOR = 1600


class Way(NamedTuple):
    """One page: its language, how labels are set, the labels and words of its turns, the role of each."""

    tongue: Tongue
    set_as: str
    turns: list[tuple[str, str, str]]

    def page(self) -> tuple[str, str]:
        """Return the page and its media type."""
        told = self.tongue
        if self.set_as in PLAIN:
            lines = [PLAIN[self.set_as].format(label=label, words=words) for label, words, _ in self.turns]
            return "\n\n".join((told.title, told.day, *lines)) + "\n", "text/plain"
        lines = [
            MARKED_UP[self.set_as].format(label=escape(label), words=escape(words))
            for label, words, _ in self.turns
        ]
        body = AROUND.get(self.set_as, "{}").format("".join(lines))
        return (
            f"<html lang='{told.code}'><head><title>{told.title}</title></head><body><main><h1>{told.title}</h1>"
            f"<p>{told.day}</p>{body}</main></body></html>",
            "text/html",
        )


def ways() -> Iterator[Way]:
    """Yield every page."""
    for tongue in TONGUES:
        for asks in tongue.askers:
            for first, second in zip(tongue.firsts, tongue.seconds, strict=True):
                turns = [
                    (asks, tongue.question, "questioner"),
                    (first, tongue.answer, "official"),
                    (second, tongue.further, "official"),
                    (asks, tongue.question, "questioner"),
                    (second, tongue.answer, "official"),
                    (asks, tongue.question, "questioner"),
                    (first, tongue.further, "official"),
                ]
                for set_as in (*PLAIN, *MARKED_UP):
                    if not (tongue.code in EAST and set_as in UNUSED):
                        yield Way(tongue, set_as, turns)


def is_right(way: Way) -> bool:
    """Return whether the reader finds each turn, with its words and role."""
    text, media_type = way.page()
    capture = Capture(None, None, "sha256:" + "0" * 64, media_type, Locator("page", 0, len(text)))
    found = [(turn.text, turn.role) for one in read_page(text, capture).statements for turn in one.turns]
    return found == [(words, role) for _, words, role in way.turns]


def is_found_naively(way: Way) -> bool:
    """Return whether the naive rule finds each turn with its words, in a plain text."""
    if way.set_as not in PLAIN:
        return False
    lines = way.page()[0].splitlines()
    return [claim.label for claim in naive_claims(lines)] == [label for label, _, _ in way.turns]


def main() -> None:
    """Print how many are right, by the way labels are set."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--missed", type=int, default=0)
    arguments.add_argument("--holds", action="store_true")
    asked = arguments.parse_args()
    left = asked.missed
    pages, right, naive = Counter[str](), Counter[str](), Counter[str]()
    for way in ways():
        pages[way.set_as] += 1
        naive[way.set_as] += is_found_naively(way)
        if is_right(way):
            right[way.set_as] += 1
        elif left > 0:
            left -= 1
            print(
                f"missed: {way.tongue.code}, {way.set_as}: {', '.join(dict.fromkeys(label for label, _, _ in way.turns))}"
            )
    print(f"{'labels set as':18} {'pages':>6} {'right':>6} {'naive':>6}")
    for set_as, number in pages.items():
        shown = naive[set_as] if set_as in PLAIN else "-"
        print(f"{set_as:18} {number:6} {right[set_as]:6} {shown:>6}")
    print(f"{'all':18} {pages.total():6} {right.total():6} {naive.total():6}")
    if asked.holds and right.total() < FLOOR:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
