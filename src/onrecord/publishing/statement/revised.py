"""What changed in a statement, ready for the pages that show it: each step, its interval, its changes, the texts side by side. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from onrecord.model import Change, Held, Revision
from onrecord.publishing.tongues import ENGLISH, Tongue

if TYPE_CHECKING:
    from onrecord.revising import Beside, Passage, Row

VIEWS = ("inline", "side", "words")
_CONTEXT = 32
_AROUND = 1
_FOLDED = 3


class ChangeView(NamedTuple):
    """One change: what it is called, where it stands, whether the source says so, and the words with what is around."""

    n: int
    kind: str
    declared: bool
    turn: int | None
    old: str
    new: str
    prefix: str
    suffix: str


class StepView(NamedTuple):
    """A step from one version to another: between which captures, and how many changes of each kind; `path` is its own page.

    `before` and `after` are the captures as they are printed, `when` their dates for machines.
    """

    from_: int
    to: int
    before: str | None
    after: str | None
    when: tuple[str | None, str | None]
    counts: tuple[tuple[str, int], ...]
    declared: int
    changes: tuple[ChangeView, ...]
    path: str | None


class Fold(NamedTuple):
    """Paragraphs or turns in a row that are the same in both versions, and are not shown."""

    paragraphs: int
    first: int
    last: int


class Piece(NamedTuple):
    """A stretch of a paragraph: the same in both, taken out, or put in; `change` is the change it is told as, if any.

    `spaced`: a space stands before it. `first`: the change has its place here.
    """

    text: str
    spaced: bool
    mark: str
    change: int | None
    first: bool


class Paragraph(NamedTuple):
    """A paragraph in pieces, behind its label where one is printed; `turn` where a turn begins with it."""

    turn: int | None
    label: tuple[Piece, ...]
    pieces: tuple[Piece, ...]


class RowView(NamedTuple):
    """A place in both versions: what the earlier has, what the later has, and both in one."""

    old: tuple[Paragraph, ...]
    new: tuple[Paragraph, ...]
    both: tuple[Paragraph, ...]
    differs: bool


class BesideView(NamedTuple):
    """Two texts set beside each other: the titles, and rows with what is the same in between folded.

    `unnamed` counts the places that differ and are told as no change; `placed` are the changes that have a place here.
    """

    title: RowView | None
    rows: tuple[RowView | Fold, ...]
    unnamed: int
    placed: frozenset[int]


def diff_folder(folder: str, from_: int, to: int) -> str:
    """Return where the pages of a step stand in the site."""
    return f"statements/{folder}/diff/{from_}-{to}"


def view_steps(
    revisions: Iterable[Revision], folder: str, tongue: Tongue, *, shown: bool
) -> tuple[StepView, ...]:
    """Return the steps of a statement; without the words where these are not `shown`."""
    return tuple(view_step(each, folder, tongue, shown=shown) for each in revisions)


def view_step(revision: Revision, folder: str, tongue: Tongue = ENGLISH, *, shown: bool) -> StepView:
    """Return a step as its page shows it; changes of nothing but spacing are left out."""
    told = [change for change in revision.changes if change.kind != "cosmetic"]
    counts = Counter(tongue.word("change", change.kind) for change in told)
    before, after = revision.between
    is_step = revision.from_ != revision.to
    return StepView(
        from_=revision.from_,
        to=revision.to,
        before=tongue.moment(before) if before else None,
        after=tongue.moment(after) if after else None,
        when=(before, after),
        counts=tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0]))),
        declared=sum(change.declared for change in told),
        changes=tuple(
            _change(n, change, _words_around(told, n - 1), tongue, shown=shown)
            for n, change in enumerate(told, 1)
        ),
        path=f"{diff_folder(folder, revision.from_, revision.to)}/index.html" if is_step else None,
    )


def _change(n: int, change: Change, around: tuple[str, str], tongue: Tongue, *, shown: bool) -> ChangeView:
    words = (change.old, change.new, *around) if shown else ("", "", "", "")
    return ChangeView(n, tongue.word("change", change.kind), change.declared, change.turn, *words)


def _words_around(told: Sequence[Change], at: int) -> tuple[str, str]:
    """Return what stands around a change in both versions: it ends where the next change begins, which is of one of them alone."""
    change = told[at]
    prefix, suffix = _whole_words(change.prefix, change.suffix)
    if at and (before := _words_between(told[at - 1], change)) is not None:
        prefix = f"…{before}"
    if at + 1 < len(told) and (behind := _words_between(change, told[at + 1])) is not None:
        suffix = f"{behind}…"
    return prefix, suffix


def _words_between(one: Change, following: Change) -> str | None:
    """Return the words between two changes that stand so near that each is told among what is around the other; else None."""
    if one.turn != following.turn:
        return None
    led, ended = one.prefix + one.new, following.new + following.suffix
    for n in range(min(len(one.suffix), len(following.prefix)), -1, -1):
        between, before, behind = one.suffix[:n], following.prefix, one.suffix[n:]
        if not before.endswith(between):
            continue
        before = before[: len(before) - n]
        if (before or behind) and led.endswith(before) and ended.startswith(behind):
            return between
    return None


def _whole_words(prefix: str, suffix: str) -> tuple[str, str]:
    """Return what stands around a change, cut to whole words where it was cut at all."""
    if len(prefix) >= _CONTEXT and " " in prefix:
        prefix = f"… {prefix.split(' ', 1)[1]}"
    if len(suffix) >= _CONTEXT and " " in suffix:
        suffix = f"{suffix.rsplit(' ', 1)[0]} …"
    return prefix, suffix


def view_beside(old: Held, new: Held, step: StepView, *, apart: bool) -> BesideView:
    """Return two versions side by side; what differs is named by the step's changes where one tells of it.

    `apart`: the sides are shown, and the places of the changes stand in them; else both in one.
    """
    from onrecord.revising import set_beside

    beside = set_beside(old.statement, new.statement)
    named = _named(beside, step.changes)
    seen = _Places(apart)
    title = _row(beside.title, named, seen) if beside.title.differs else None
    rows = tuple(_rows(beside, named, seen))
    unnamed = sum(each.n not in named for each in beside.differences)
    return BesideView(title, rows, unnamed, frozenset(seen.changes))


class _Places:
    """Which changes have their place on the page already: each has one, at the first of its marks that is shown."""

    def __init__(self, apart: bool) -> None:
        self.apart = apart
        self.changes: set[int] = set()

    def take(self, change: int | None, *, in_both: bool) -> bool:
        """Return whether this is the place of a change."""
        if change is None or change in self.changes or in_both == self.apart:
            return False
        self.changes.add(change)
        return True


def _named(beside: Beside, changes: Sequence[ChangeView]) -> dict[int, int]:
    """Return by its number which change each difference is told as: one with the same words, the first that is left."""
    left = list(changes)
    found: dict[int, int] = {}
    for each in beside.differences:
        for change in left:
            if (change.old, change.new) == (each.old, each.new) or _holds(each.old, each.new, change):
                found[each.n] = change.n
                left.remove(change)
                break
    return found


def _holds(old: str, new: str, change: ChangeView) -> bool:
    """Whether a difference over several turns holds what is told of one of them."""
    words = change.old or change.new
    return bool(words) and change.old in old and change.new in new


def _rows(beside: Beside, named: dict[int, int], seen: _Places) -> Iterator[RowView | Fold]:
    from onrecord.revising import Row, Same  # set side by side only where a text was revised

    unchanged: list[Row] = []
    for each in (*beside.rows, None):
        if isinstance(each, Row) and not each.differs:
            unchanged.append(each)
            continue
        yield from _run(unchanged, named, seen)
        unchanged = []
        if isinstance(each, Same):
            yield Fold(0, each.first, each.last)
        elif each is not None:
            yield _row(each, named, seen)


def _run(rows: Sequence[Row], named: dict[int, int], seen: _Places) -> Iterator[RowView | Fold]:
    """Yield rows that are the same in both; of many in a row those at the ends."""
    if len(rows) <= _FOLDED + 2 * _AROUND:
        yield from (_row(row, named, seen) for row in rows)
        return
    yield from (_row(row, named, seen) for row in rows[:_AROUND])
    inside = rows[_AROUND:-_AROUND]
    yield Fold(len(inside), _turn(inside[0]), _turn(inside[-1]))
    yield from (_row(row, named, seen) for row in rows[-_AROUND:])


def _turn(row: Row) -> int:
    return row.both[0].turn if row.both else 0


def _row(row: Row, named: dict[int, int], seen: _Places) -> RowView:
    old, new, both = (
        tuple(_paragraphs(side, named, seen, in_both=side is row.both))
        for side in (row.old, row.new, row.both)
    )
    return RowView(old, new, both, row.differs)


def _paragraphs(
    passages: Sequence[Passage], named: dict[int, int], seen: _Places, *, in_both: bool
) -> Iterator[Paragraph]:
    """Yield passages in paragraphs."""
    groups: list[list[Passage]] = []
    for passage in passages:
        if not groups or (passage.opens and not _goes_on(groups, passage)):
            groups.append([])
        groups[-1].append(passage)
    for group in groups:
        label = tuple(_piece(each, named, seen, in_both=in_both) for each in group if each.label)
        words = tuple(_piece(each, named, seen, in_both=in_both) for each in group if not each.label)
        yield Paragraph(group[0].turn if group[0].label or group[0].opens else None, label, words)


def _goes_on(groups: Sequence[Sequence[Passage]], passage: Passage) -> bool:
    """Whether a passage that opens a paragraph opens the one that the other side's words opened already."""
    last = groups[-1][-1]
    is_other_side = passage.difference > 0 and (last.difference, last.side) == (passage.difference, "old")
    is_alone = len(groups[-1]) == 1 and not (
        len(groups) > 1 and groups[-2][-1].difference == passage.difference
    )
    return is_other_side and passage.side == "new" and passage.label == last.label and is_alone


def _piece(passage: Passage, named: dict[int, int], seen: _Places, *, in_both: bool) -> Piece:
    change = named.get(passage.difference)
    text, mark = passage.text.lstrip(" "), {"both": "", "old": "del", "new": "ins"}[passage.side]
    return Piece(text, text != passage.text, mark, change, seen.take(change, in_both=in_both))
