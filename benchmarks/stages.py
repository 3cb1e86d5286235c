"""Where the time of `read` goes: CPU milliseconds a page by stage, so that the cost of a new rule is seen where it is paid.

    python benchmarks/stages.py PATH… [--pages 60] [--rounds 5] [--rules 0]
    python benchmarks/stages.py --generated 20 [--seed 41]

PATH: as of `read.py`; `--generated`: so many generated sites of ten pages. A stage is a function that another stage calls; what
it takes holds what those below it take. Of each page and stage the least of the rounds counts, which other programs on the machine
disturb least; what is loaded or compiled once is loaded in the first round, and what is remembered of texts is forgotten before
each, as a page is read once only. `--rules 30` prints behind it the functions that take
most by themselves, as the profiler sees them: it makes small functions dearer than they are.
"""

from __future__ import annotations

import argparse
import cProfile
import functools
import gc
import importlib
import pstats
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from read import pages_of, read_one
from sites_generator import generate_sites

ROOM = "onrecord.reading"
_FEW = 8
# Where each stage is called from, module and function, indented by the stage that calls it.
STAGES = """
reader trace_page
  reader parse_html
    page.parse_html parse_markup
    page.parse_html _walk
  reader lay_out
    frame.layout find_frame
    frame.layout find_entries
    frame.layout labelled_lines
    frame.layout find_endings
    frame.layout find_day_above
    frame.layout find_furniture
  reader _language
  reader _stand_in
  reader find_sections
  reader compose_statement
    statement.statement parse_title
    statement.statement people_mentioned
    statement.statement _labelled
      turns.labels _candidates
      turns.labels accept_labels
      turns.labels _with_elements
      turns.labels find_inline
    statement.statement split_opening
    statement.statement split_turns
    statement.statement find_kinds
    statement.statement _cast
      statement.statement identify_speakers
    statement.statement make_turns
    statement.statement _dates_of
    statement.statement find_text_status
    statement.statement find_place
    statement.statement _claims
  reader sign_of_statement
  reader place_main_text
  reader claim_regions
  reader tile
  reader _page
"""


class Clock:
    """CPU time and calls of each stage on the page at hand."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, int] = defaultdict(int)
        self.calls: defaultdict[str, int] = defaultdict(int)

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, which notes what it takes."""

        def run(*given: Any, **named: Any) -> Any:
            before = time.thread_time_ns()
            try:
                return function(*given, **named)
            finally:
                self.spent[stage] += time.thread_time_ns() - before
                self.calls[stage] += 1

        return run


def stages() -> Iterator[tuple[int, str, str]]:
    """Yield depth, module and function of each stage."""
    for line in STAGES.strip("\n").splitlines():
        module, function = line.split()
        yield (len(line) - len(line.lstrip())) // 2, module, function


def watch(clock: Clock) -> None:
    """Have each stage note what it takes, where it is called from."""
    for _, module, function in stages():
        room = importlib.import_module(f"{ROOM}.{module}")
        setattr(room, function, clock.timed(f"{module} {function}", getattr(room, function)))


def forget() -> None:
    """Empty what the rules remember of texts; what they hold of few things, such as models, stays."""
    remembered = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    for one in remembered:
        if str(one.__module__).startswith("onrecord.") and (one.cache_info().maxsize or 0) > _FEW:
            one.cache_clear()


def measure(pages: Sequence[tuple[str, str]], rounds: int, clock: Clock) -> dict[str, tuple[float, float]]:
    """Return milliseconds and calls a page of each stage, the least of the rounds on each page."""
    least: defaultdict[tuple[str, int], float] = defaultdict(lambda: float("inf"))
    calls: defaultdict[str, int] = defaultdict(int)
    for turn in range(rounds):
        forget()
        for number, page in enumerate(pages):
            clock.spent.clear()
            clock.calls.clear()
            read_one(*page)
            for stage, spent in clock.spent.items():
                least[stage, number] = min(least[stage, number], spent / 1e6)
                calls[stage] += clock.calls[stage] if not turn else 0
    sums: defaultdict[str, float] = defaultdict(float)
    for (stage, _), milliseconds in least.items():
        sums[stage] += milliseconds
    return {stage: (taken / len(pages), calls[stage] / len(pages)) for stage, taken in sums.items()}


def show(name: str, pages: Sequence[tuple[str, str]], rounds: int, clock: Clock) -> None:
    """Print the table of a set."""
    found = measure(pages, rounds, clock)
    whole = found["reader trace_page"][0]
    print(f"{name}: {len(pages)} pages, {sum(len(text) for _, text in pages) / len(pages) / 1e3:.1f} kB each")
    for depth, module, function in stages():
        spent, calls = found.get(f"{module} {function}", (0.0, 0.0))
        print(f"{spent:9.3f} ms {100 * spent / whole:5.1f} % {calls:6.1f} calls  {'  ' * depth}{function}")


def show_rules(pages: Iterable[tuple[str, str]], rows: int) -> None:
    """Print the functions that take most by themselves."""
    profiler = cProfile.Profile()
    profiler.enable()
    for page in pages:
        read_one(*page)
    profiler.disable()
    pstats.Stats(profiler, stream=sys.stdout).strip_dirs().sort_stats("tottime").print_stats(rows)


def main() -> None:
    """Print a table for each set."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("paths", nargs="*", type=Path)
    arguments.add_argument("--pages", type=int, default=60)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--rules", type=int, default=0)
    arguments.add_argument("--generated", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=41)
    asked = arguments.parse_args()
    sets = {"/".join(path.parts[-2:]): list(islice(pages_of(path), asked.pages)) for path in asked.paths}
    if asked.generated:
        sites = generate_sites(asked.seed, asked.generated, 10)
        sets["generated"] = [(page.url, page.html) for site in sites for page in site]
    if asked.rules:
        for pages in sets.values():
            read_one(*pages[0])
            show_rules(pages, asked.rules)
    clock = Clock()
    watch(clock)
    for name, pages in sets.items():
        show(name, pages, asked.rounds, clock)


if __name__ == "__main__":
    main()
