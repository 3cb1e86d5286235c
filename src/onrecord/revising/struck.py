"""What a page strikes by its markup, with nothing in its place: the words stay on it, and its source says that they are not to stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.model import Change, ChangeKind, Facts, Statement, Struck
from onrecord.revising.kinds import Side, kind_of
from onrecord.revising.tokens import run_of_line


def compare_struck(old: Statement, new: Statement, before: Facts, after: Facts) -> Iterator[Change]:
    """Yield what was struck since, as taken out and declared; and what is struck no more, as put in.

    Words that only one of the texts has came or went with it, and are told as that.
    """
    for each in _more(after, before):
        if _has(old, each):
            yield Change(each.turn, _kind(each), each.words, "", each.prefix, each.suffix, declared=True)
    for each in _more(before, after):
        if _has(new, each):
            kind: ChangeKind = "sentence_added" if (found := _kind(each)) == "sentence_removed" else found
            yield Change(each.turn, kind, "", each.words, each.prefix, each.suffix, declared=False)


def _more(one: Facts, other: Facts) -> Iterator[Struck]:
    """Yield what the one strikes, and the other does not, or not as often."""
    left = Counter(_folded(each.words) for each in other.struck)
    for each in one.struck:
        words = _folded(each.words)
        if left[words]:
            left[words] -= 1
        else:
            yield each


def _has(statement: Statement, struck: Struck) -> bool:
    words = _folded(struck.words)
    return any(words in _folded(turn.text) for turn in statement.turns)


def _kind(struck: Struck) -> ChangeKind:
    run = run_of_line(struck.prefix + struck.words + struck.suffix)
    first, last = len(struck.prefix), len(struck.prefix) + len(struck.words)
    start = sum(token.end <= first for token in run.tokens)
    end = sum(token.start < last for token in run.tokens)
    return kind_of(Side(run, start, end), Side(run, end, end), None, ())


def _folded(text: str) -> str:
    return " ".join(text.split())
