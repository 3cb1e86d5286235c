"""Page, WARC, date and label readers given anything, with a small budget; benchmarks/fuzz.py goes on for minutes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzzed_readers import READERS, Fuzzed


def inputs(fuzzed: Fuzzed) -> st.SearchStrategy[bytes]:
    """Return inputs: pieces and bytes alone, or put into a sound input at some places, over some of what stands there."""
    piece = st.one_of(
        st.sampled_from(list(fuzzed.pieces)), st.binary(max_size=8), st.text(max_size=8).map(_encoded)
    )
    change = st.tuples(st.floats(0, 1), st.integers(0, 60), piece, st.integers(1, 5))
    changed = st.tuples(st.sampled_from(list(fuzzed.seeds)), st.lists(change, max_size=6)).map(_changed)
    return st.one_of(st.lists(piece, max_size=40).map(b"".join), changed)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _changed(given: tuple[bytes, list[tuple[float, int, bytes, int]]]) -> bytes:
    body, changes = given
    for place, over, piece, times in changes:
        at = int(place * len(body))
        body = body[:at] + piece * times + body[at + over :]
    return body


@pytest.mark.parametrize("reader", READERS)
def test_any_input_holds(reader: str) -> None:
    """No traceback, no part that is not the text's, nothing in silence."""
    fuzzed = READERS[reader]
    for sound in fuzzed.seeds:
        fuzzed.check(sound)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(inputs(fuzzed))
    def look(given: bytes) -> None:
        fuzzed.check(given)

    look()


FOUND = {
    "a colon with no label before it": ("labels", "：".encode()),
    "a digit of another kind in a machine's day": ("dates", "19𝟎90923".encode()),
    "labels of which none could speak": (
        "labels",
        b"Aq\x8c\x88\x9ars of Minister Ada\xe0\xaberne, 4 May 20]0\n\nQUESTION \x00\x00\x00\x00\xd8\xa7\xd9\x84: onep?\nMINISTER VERNE (wia interpreter) \xe2\x80\xe2\x80\x94 It open?\nMINISTER Vext.\n",
    ),
}


@pytest.mark.parametrize("what", FOUND)
def test_what_was_found_holds_by_now(what: str) -> None:
    """Inputs that broke a rule once."""
    reader, given = FOUND[what]
    READERS[reader].check(given)
