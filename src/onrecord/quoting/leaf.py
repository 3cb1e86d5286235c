"""A candidate that is read when it is looked at: of many stretches in which a quotation may stand, few can be its place."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from onrecord.quoting.candidate import Candidate
from onrecord.quoting.stream import Stream, build_stream


class Offer(NamedTuple):
    """A candidate that is not read yet, and the words of the quotation that stand there in a row or are rare.

    All of them, where the quotation stands there word for word. `read` gives None where it is gone by now.
    """

    held: frozenset[str]
    read: Callable[[], Candidate | None]


class Leaf:
    """A candidate and its words, each had when it is first asked for."""

    def __init__(self, given: Candidate | Offer) -> None:
        self._given = given

    @cached_property
    def candidate(self) -> Candidate | None:
        """Return the candidate; None where it is gone by now."""
        return self._given.read() if isinstance(self._given, Offer) else self._given

    @cached_property
    def stream(self) -> Stream:
        """Return the words of the candidate, which is there."""
        assert self.candidate is not None
        return build_stream(self.candidate.statement, self.candidate.excerpt)

    @cached_property
    def held(self) -> AbstractSet[str]:
        """Return words among which are those of the quotation that stand there in a row, or are rare."""
        return self._given.held if isinstance(self._given, Offer) else frozenset(self.stream.words)
