"""Pages read together without an archive: what the pages of one site tell is learnt as they come, a stretch at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from onrecord.capture import Captured, Revisit
from onrecord.model import Issue, LearntSite, Reading
from onrecord.reading.told import SourceRules
from onrecord.record.deriving.pages import Reader, Told, draw_captured, read_captured_by
from onrecord.record.deriving.rounds import learn_rounds

if TYPE_CHECKING:
    from onrecord.reading import Sketch

Given = Captured | Revisit | Issue
RulesOf = Callable[[str | None], SourceRules | None]
NameOf = Callable[[str | None], str | None]

_STRETCH = 32_000_000  # bytes held at once
_CAPTURES = 1_000
_MOST = 160
_SITES = 200


def read_together(given: Iterable[Given], rules_of: RulesOf, name_of: NameOf) -> Iterator[Reading | Issue]:
    """Yield the Reading of each capture, in order, read by what was learnt of its source up to the end of its stretch.

    A stretch is 1,000 captures or 32 MB, so that a WARC of any size is read in little memory.
    """
    from onrecord.reading import read_page

    return read_together_by(read_page, given, rules_of, name_of)


def read_together_by(
    reader: Reader[Told], given: Iterable[Given], rules_of: RulesOf, name_of: NameOf
) -> Iterator[Told | Issue]:
    """Yield what the reader tells of each capture, as `read_together` does."""
    from onrecord.capture import unresolved

    sites = _Sites()
    for stretch in _stretches(given):
        yield from sites.learn(stretch, name_of)
        for found in stretch:
            if isinstance(found, Captured):
                url = found.capture.url
                learnt = sites.learnt.get(name_of(url) or "")
                yield read_captured_by(reader, found, rules_of(url), learnt)
            else:
                yield unresolved(found) if isinstance(found, Revisit) else found


def _stretches(given: Iterable[Given]) -> Iterator[list[Given]]:
    stretch: list[Given] = []
    held = 0
    for found in given:
        stretch.append(found)
        held += len(found.body) if isinstance(found, Captured) else 0
        if held >= _STRETCH or len(stretch) >= _CAPTURES:
            yield stretch
            stretch, held = [], 0
    if stretch:
        yield stretch


class _Sites:
    """The sketches of the sites met, the last two hundred; of each at most 160 pages, those with the smallest digests."""

    def __init__(self) -> None:
        self.sketches: dict[str, dict[str, Sketch]] = {}
        self.learnt: dict[str, LearntSite | None] = {}

    def learn(self, stretch: Iterable[Given], name_of: NameOf) -> list[Issue]:
        """Learn from the captures of a stretch, where a site has pages enough; return the pages that it failed on."""
        from onrecord.reading import LEAST_LEARNT, Sketch

        faults: list[Issue] = []
        pages: defaultdict[str, list[Captured]] = defaultdict(list)
        for found in stretch:
            if isinstance(found, Captured) and (name := name_of(found.capture.url)):
                pages[name].append(found)
        for name, captures in pages.items():
            held = self.sketches.pop(name, {})
            addresses = {captured.capture.url for captured in captures}
            # A page or two of each of many sites teach nothing, and need not be parsed twice.
            if len(held) + len(addresses) >= LEAST_LEARNT:
                smallest = sorted(captures, key=lambda captured: captured.capture.digest)[:_MOST]
                drawn = [draw_captured(captured) for captured in smallest]
                faults += (fault for fault in drawn if isinstance(fault, Issue))
                fresh = {sketch.digest: sketch for sketch in drawn if isinstance(sketch, Sketch)}
                held = dict(sorted(chain(held.items(), fresh.items()))[:_MOST])
                self.learnt[name] = learn_rounds(held.values())
            self.sketches[name] = held
        while len(self.sketches) > _SITES:
            oldest = next(iter(self.sketches))
            del self.sketches[oldest]
            self.learnt.pop(oldest, None)
        return faults
