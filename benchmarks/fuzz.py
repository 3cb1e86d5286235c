"""Readers given anything for minutes on end: what they must hold stands in tests/fuzzed_readers.py.

    python benchmarks/fuzz.py page|warc|dates|labels [--seconds 600] [--seed 1] [--folder DIR] [--with atheris|hypothesis]

With atheris (install it by itself: it is no dependency of ours), inputs are chosen by the lines of our code that they reach;
with hypothesis, sound inputs are put together anew from pieces. An input that breaks a rule, raises or takes longer than 20
seconds is kept in DIR and shown; hypothesis makes it smaller first. Seconds are those of the processor.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

_SLOW_S = 20
_TELL_S = 30


class Run:
    """Counts inputs and keeps those that break a rule, one for each place in the code."""

    def __init__(self, reader: str, folder: Path, seconds: float) -> None:
        from fuzzed_readers import READERS

        self.reader = reader
        self.fuzzed = READERS[reader]
        self.folder = folder
        self.seconds = seconds
        self.inputs = 0
        self.slowest = 0.0
        self.found: Counter[str] = Counter()
        self.began = time.process_time()
        self.told = 0.0

    def spent(self) -> float:
        return time.process_time() - self.began

    def one(self, given: bytes) -> bool:
        """Return whether all held of one input; keep it where something did not."""
        self.inputs += 1
        began = time.process_time()
        fault = ""
        try:
            self.fuzzed.check(given)
        except Exception as raised:  # noqa: BLE001 - what is looked for
            at = traceback.extract_tb(raised.__traceback__)[-1]
            fault = f"{type(raised).__name__}: {str(raised)[:80]} ({Path(at.filename).name}:{at.lineno})"
        took = time.process_time() - began
        self.slowest = max(self.slowest, took)
        if not fault and took > _SLOW_S:
            fault = "slow"
        if fault:
            self._keep(given, fault)
        if self.spent() - self.told >= _TELL_S:
            self.told = self.spent()
            self.tell()
        return not fault

    def _keep(self, given: bytes, fault: str) -> None:
        self.found[fault] += 1
        if self.found[fault] == 1:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / f"{self.reader}-{len(self.found)}"
            path.write_bytes(given)
            print(f"{fault}: {path}", flush=True)

    def tell(self) -> None:
        print(
            f"{self.reader}: {self.inputs:,} inputs in {self.spent():.0f} s of processor time, slowest {self.slowest:.2f} s, "
            f"{len(self.found)} kinds of fault",
            flush=True,
        )


def with_atheris(reader: str, folder: Path, seconds: float, seed: int) -> None:
    """Let atheris choose; it never returns, so the run ends itself when its time is up."""
    import atheris

    with atheris.instrument_imports(include=["onrecord"]):
        run = Run(reader, folder, seconds)
    corpus = folder / f"{reader}-corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for n, each in enumerate(run.fuzzed.seeds):
        (corpus / f"seed{n}").write_bytes(each)
    words = folder / f"{reader}-pieces"
    words.write_text("".join(f'"{_escaped(each)}"\n' for each in run.fuzzed.pieces))

    def one(given: bytes) -> None:
        run.one(given)
        if run.spent() > seconds:
            run.tell()
            os._exit(1 if run.found else 0)

    options = [
        f"-dict={words}",
        f"-seed={seed}",
        "-max_len=8192",
        "-timeout=300",
        "-rss_limit_mb=1500",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one)
    atheris.Fuzz()


def _escaped(piece: bytes) -> str:
    return "".join(
        chr(each) if 32 <= each < 127 and each not in b'"\\' else f"\\x{each:02x}" for each in piece
    )


def with_hypothesis(reader: str, folder: Path, seconds: float, seed: int) -> None:
    """Put pieces together anew until the time is up."""
    import hypothesis
    from hypothesis import HealthCheck, Phase, given, settings

    from test_fuzz import inputs

    run = Run(reader, folder, seconds)
    began = seed
    while run.spent() < seconds:

        @hypothesis.seed(began)
        @settings(
            max_examples=500,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(inputs(run.fuzzed))
        def look(given: bytes) -> None:
            if run.spent() < seconds:
                run.one(given)

        look()
        began += 1
    run.tell()
    sys.exit(1 if run.found else 0)


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("reader", choices=("page", "warc", "dates", "labels"))
    arguments.add_argument("--seconds", type=float, default=600)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "onrecord-fuzz")
    arguments.add_argument("--with", dest="engine", choices=("atheris", "hypothesis"), default="hypothesis")
    asked = arguments.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    print(f"{asked.reader}, {asked.engine}, seed {asked.seed}, {asked.seconds:.0f} s", flush=True)
    engine = with_atheris if asked.engine == "atheris" else with_hypothesis
    engine(asked.reader, asked.folder, asked.seconds, asked.seed)


if __name__ == "__main__":
    main()
