"""Differences as readers see them: a whole number where a part of it is another, a whole phrase where the end of it is."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.quoting.edits import Change
from onrecord.quoting.kinds import JOINING, is_numeral, is_part_of_numeral, other_numbers

_LONGEST = 8


def widen_numbers(
    changes: Sequence[Change], said: Sequence[Sequence[str]], quoted: Sequence[str]
) -> list[Change]:
    """Return the changes, those of numbers through the whole of the number: “twenty-five” for “twenty-six”, not “five” for “six”.

    `said` are the words of each stream.
    """
    widened: list[Change] = []
    for change in changes:
        words = said[change.candidate]
        wide = change
        if other_numbers(words[change.said : change.said_end], quoted[change.quoted : change.quoted_end]):
            wide = _through_number(change, words, quoted)
        last = widened[-1] if widened else None
        if last and wide != change and _touches(last, wide):
            widened[-1] = last._replace(said_end=wide.said_end, quoted_end=wide.quoted_end)
        else:
            widened.append(wide)
    return widened


def _through_number(change: Change, said: Sequence[str], quoted: Sequence[str]) -> Change:
    before = _parts_beside(_before(said, change.said), _before(quoted, change.quoted))
    behind = _parts_beside(
        said[change.said_end : change.said_end + _LONGEST],
        quoted[change.quoted_end : change.quoted_end + _LONGEST],
    )
    wide = Change(
        change.candidate,
        change.said - before,
        change.said_end + behind,
        change.quoted - before,
        change.quoted_end + behind,
    )
    return _past_ends(wide, said, quoted)


def _past_ends(change: Change, said: Sequence[str], quoted: Sequence[str]) -> Change:
    """The change with the whole of a number that the record writes out, where the quotation begins or ends with it in figures."""
    if not any(word[0].isdigit() for word in quoted[change.quoted : change.quoted_end]):
        return change
    start, end = change.said, change.said_end
    if change.quoted == 0 and start < end:
        start -= _run_of_numerals(_before(said, start))
    if change.quoted_end == len(quoted) and start < end:
        end += _run_of_numerals(said[end : end + _LONGEST])
    return change._replace(said=start, said_end=end)


def _run_of_numerals(words: Sequence[str]) -> int:
    """How many words, going away from a number in letters, belong to it: "and" only between two of them."""
    parts = 0
    for at, word in enumerate(words, 1):
        if word[0].isdigit() or not (is_numeral(word) or word in JOINING):
            break
        if is_part_of_numeral(word):
            parts = at  # "one" alone is no count: only what goes on behind it takes it in
    return parts


def _before(words: Sequence[str], at: int) -> Sequence[str]:
    return words[max(0, at - _LONGEST) : at][::-1]


def _parts_beside(said: Sequence[str], quoted: Sequence[str]) -> int:
    """How many words, going away from a number, belong to it on both sides: "and" only between two of them."""
    parts = 0
    for at, (word, other) in enumerate(zip(said, quoted, strict=False), 1):
        if word != other or not (is_part_of_numeral(word) or (word in JOINING and at == parts + 1)):
            break
        if word not in JOINING:
            parts = at
    return parts


def _touches(first: Change, second: Change) -> bool:
    return (
        first.candidate == second.candidate
        and second.said <= first.said_end
        and second.quoted <= first.quoted_end
    )
