"""Two versions of a statement compared: what changed, by turn and word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import zip_longest

from onrecord.model import Change, ChangeKind, Statement, Turn
from onrecord.revising.align import Stretch, find_stretches, part_lines, part_turns
from onrecord.revising.declared import brackets_declare, note_in
from onrecord.revising.kinds import Side, kind_of
from onrecord.revising.tokens import LABEL, Run, run_of, run_of_line, slice_text, with_lines
from onrecord.text import match_words

CONTEXT = 32
"""Characters of the text before and behind a change that are told with it, as in a citation."""


Lines = tuple[tuple[int, str], ...]
"""Lines of the publisher's, each with how many turns stand before it."""


def compare_statements(
    old: Statement, new: Statement, old_lines: Lines = (), new_lines: Lines = (), *, declared: bool = False
) -> tuple[Change, ...]:
    """Return what the later version of a statement has otherwise, in its order: title first, then turn by turn.

    The lines are those of the publisher's own before, behind and between the turns; a change of one has no turn. `declared`: the source is known to say that it changed the text. A note that says so among what was put in counts as well.
    """
    titles = _compare_titles(old.title or "", new.title or "")
    words = tuple(_compare_turns(old, new, old_lines, new_lines))
    noted = declared or any(change.kind == "status" for change in words)
    told = (*titles, *words)
    return tuple(_declare(change) for change in told) if noted else told


def _declare(change: Change) -> Change:
    return Change(
        change.turn, change.kind, change.old, change.new, change.prefix, change.suffix, declared=True
    )


def _compare_titles(old: str, new: str) -> list[Change]:
    left, right = run_of_line(old), run_of_line(new)
    changes = []
    for stretch in find_stretches(left, right):
        one, other = Side(left, stretch.old, stretch.old_end), Side(right, stretch.new, stretch.new_end)
        kind: ChangeKind = "cosmetic" if one.letters == other.letters else "title"
        changes.append(_change(one, other, kind, None))
    if changes or old.split() == new.split():
        return changes
    return _spacing(left, right, of_turn=False) or [Change(None, "cosmetic", "", "", "", "", declared=False)]


def _compare_turns(old: Statement, new: Statement, old_lines: Lines, new_lines: Lines) -> Iterator[Change]:
    olds, news = with_lines(old.turns, old_lines), with_lines(new.turns, new_lines)
    names = frozenset(_names(old)) | frozenset(_names(new))
    same_words = True
    for gap in (part for whole in part_turns(olds, news) for part in part_lines(olds, news, whole)):
        left, right = run_of(olds[gap.old : gap.old_end]), run_of(news[gap.new : gap.new_end])
        found = find_stretches(left, right)
        for stretch in found:
            for one, other in _pieces(left, right, stretch):
                yield _described(one, other, new.language, names)
        spaced = [] if found else _spacing(left, right, of_turn=True)
        yield from spaced
        same_words = same_words and not found and not spaced
    if same_words and [turn.text.split() for turn in old.turns] != [turn.text.split() for turn in new.turns]:
        yield Change(None, "cosmetic", "", "", "", "", declared=False)


def _names(statement: Statement) -> Iterator[str]:
    for speaker in statement.speakers:
        yield from match_words(speaker.name)
    for turn in statement.turns:
        if turn.speaker:
            yield from match_words(turn.speaker)


def _described(one: Side, other: Side, language: str | None, names: Collection[str]) -> Change:
    if _label_of(one) is not None or _label_of(other) is not None:
        return _label_change(one, other)
    kind = kind_of(one, other, language, names)
    change = _change(one, other, kind, _turn_number(one, other))
    if kind in ("sentence_added", "sentence_removed") and note_in(change.new or change.old):
        kind = "status"
    if kind == "status" or brackets_declare(_turn_of(other), one, other):
        return Change(change.turn, kind, change.old, change.new, change.prefix, change.suffix, declared=True)
    return change


def _label_of(side: Side) -> str | None:
    tokens = side.tokens
    if len(tokens) == 1 and tokens[0].text.startswith(LABEL):
        return tokens[0].text[len(LABEL) :]
    return None


def _label_change(one: Side, other: Side) -> Change:
    before, after = _label_of(one) or "", _label_of(other) or ""
    kind: ChangeKind = "cosmetic" if before.replace(" ", "") == after.replace(" ", "") else "label"
    shown = other if after else one
    turn = shown.run.turns[shown.run.tokens[shown.start].turn]
    return Change(turn.n or None, kind, before, after, "", turn.text[:CONTEXT], declared=False)


def _pieces(old: Run, new: Run, stretch: Stretch) -> Iterator[tuple[Side, Side]]:
    """Return a stretch in pieces that each lie in one turn: labels by themselves, and what stands between them.

    Where as many labels stand on both sides, they are taken for those of the same turns.
    """
    left = _parted(Side(old, stretch.old, stretch.old_end))
    right = _parted(Side(new, stretch.new, stretch.new_end))
    if len(left) == len(right):
        pairs: Iterable[tuple[Side | None, Side | None]] = zip(left, right, strict=True)
    else:
        pairs = _one_sided(left, right)
    for one, other in pairs:
        yield from _by_turn(
            one if one is not None else Side(old, stretch.old_end, stretch.old_end),
            other if other is not None else Side(new, stretch.new_end, stretch.new_end),
        )


def _parted(side: Side) -> list[Side]:
    """Return the side cut at its labels: words, label, words, label, words; words may be none."""
    parts, at = [], side.start
    for index in range(side.start, side.end):
        if side.run.texts[index].startswith(LABEL):
            parts += [Side(side.run, at, index), Side(side.run, index, index + 1)]
            at = index + 1
    return [*parts, Side(side.run, at, side.end)]


def _one_sided(left: list[Side], right: list[Side]) -> Iterator[tuple[Side | None, Side | None]]:
    """Pair what stands before the first labels, and tell the rest as taken out and put in, turn by turn."""
    yield left[0], right[0]
    for part in left[1:]:
        yield part, None
    for part in right[1:]:
        yield None, part


def _by_turn(one: Side, other: Side) -> Iterator[tuple[Side, Side]]:
    if one.start == one.end and other.start == other.end:
        return
    if one.start < one.end and other.start < other.end:
        yield one, other
        return
    side = one if one.start < one.end else other
    for part in _of_turns(side):
        yield (part, other) if side is one else (one, part)


def _of_turns(side: Side) -> Iterator[Side]:
    """Yield a side that stands alone in its turns and paragraphs."""
    at = side.start
    while at < side.end:
        turn, end = side.run.tokens[at].turn, at + 1
        while end < side.end and side.run.tokens[end].turn == turn and not side.run.tokens[end].parted:
            end += 1
        yield Side(side.run, at, end)
        at = end


def _spacing(left: Run, right: Run, *, of_turn: bool) -> list[Change]:
    """Return where the same tokens are set apart on one side alone; both runs have the same tokens."""
    changes = []
    for index, (one, other) in enumerate(zip_longest(left.tokens, right.tokens)):
        if one is None or other is None or one.spaced == other.spaced:
            continue
        first = max(0, index - 1)
        sides = Side(left, first, index + 1), Side(right, first, index + 1)
        changes.append(_change(*sides, "cosmetic", _turn_number(*sides) if of_turn else None))
    return changes


def _change(one: Side, other: Side, kind: ChangeKind, turn: int | None) -> Change:
    # A turn that the later version has no more has its surroundings in the earlier one.
    shown = one if one.start < one.end and other.start == other.end and _is_whole_turn(one) else other
    before, behind = _around(shown)
    old = slice_text(one.run, one.start, one.end)
    new = slice_text(other.run, other.start, other.end)
    return Change(turn, kind, old, new, before, behind, declared=False)


def _around(side: Side) -> tuple[str, str]:
    place = _place(side)
    if place is None:
        return "", ""
    turn, start, end = place
    return turn.text[max(0, start - CONTEXT) : start], turn.text[end : end + CONTEXT]


def _place(side: Side) -> tuple[Turn, int, int] | None:
    """Return the turn that a side stands in, and its span there; an empty side stands behind the token before it."""
    tokens = side.run.tokens
    if side.start < side.end:
        first, last = tokens[side.start], tokens[side.end - 1]
        turn = side.run.turns[first.turn]
        return turn, first.start, last.end if last.turn == first.turn else len(turn.text)
    if not tokens:
        return None
    if side.start and (
        side.start == len(tokens) or tokens[side.start].start or _is_label(tokens[side.start].text)
    ):
        before = tokens[side.start - 1]
        return side.run.turns[before.turn], before.end, before.end
    return side.run.turns[tokens[side.start].turn], 0, 0


def _is_label(text: str) -> bool:
    return text.startswith(LABEL)


def _is_whole_turn(side: Side) -> bool:
    tokens = side.run.tokens
    turn = tokens[side.start].turn
    starts = side.start == 0 or tokens[side.start - 1].turn != turn or _is_label(tokens[side.start - 1].text)
    return starts and (side.end == len(tokens) or tokens[side.end].turn != turn)


def _turn_of(side: Side) -> Turn | None:
    place = _place(side)
    return place[0] if place else None


def _turn_number(one: Side, other: Side) -> int | None:
    shown = one if other.start == other.end and one.start < one.end and _is_whole_turn(one) else other
    turn = _turn_of(shown)
    return turn.n or None if turn else None
