"""From pairs to groups: which statements are one, under whose id, and what each is a witness of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple


class Copy(NamedTuple):
    """Two statements of which the first is a copy of the second, or (`is_excerpt`) an excerpt of it."""

    id: str
    of: str
    is_excerpt: bool


class Decided(NamedTuple):
    """What the keeper decided of two statements: that they are one (`joined`), or that they are not."""

    id: str
    other: str
    joined: bool


class Group(NamedTuple):
    """Statements that are one; `id` is that of the whole text seen first. `excerpts` are those that show only a part of it."""

    id: str
    members: tuple[str, ...]
    excerpts: frozenset[str]


def group_copies(
    members: Collection[str],
    copies: Iterable[Copy],
    decided: Sequence[Decided],
    order: Mapping[str, Any],
) -> list[Group]:
    """Return the groups that the members fall into; the order in which anything is given plays no part.

    `order` has for each the key of its first sight. An excerpt of texts that are not one belongs to none of them: it tells
    nothing of which it is. What the keeper decided comes before what was found.
    """
    found = [each for each in copies if each.id in order and each.of in order]
    here = [each for each in decided if each.id in order and each.other in order]
    for each in sorted(here):
        if not each.joined:
            found = _without(found, each, members)
    cores = _cores(members, found)
    for each in here:
        if each.joined:
            cores.join(each.id, each.other)
    attached = _attached(cores, found)
    for core, whole in attached.items():
        cores.join(core, whole)
    excerpts = {each for each in members if cores.first_root(each) in attached}
    return [_group(group, excerpts & set(group), order) for group in cores.groups()]


def _cores(members: Collection[str], found: Iterable[Copy]) -> _Sets:
    cores = _Sets(members)
    for each in found:
        if not each.is_excerpt:
            cores.join(each.id, each.of)
    return cores


def _without(found: list[Copy], apart: Decided, members: Collection[str]) -> list[Copy]:
    """Return the pairs without those that tie the first of two statements that are set apart to what the second belongs to."""
    cores = _cores(members, found)
    kept = []
    for each in found:
        partner = each.of if each.id == apart.id else each.id if each.of == apart.id else None
        if partner is None or cores.root(partner) != cores.root(apart.other):
            kept.append(each)
    return kept


def _attached(cores: _Sets, found: Iterable[Copy]) -> dict[str, str]:
    """Return, for each set of excerpts of one whole text, the set that has this; those of several wholes are left out."""
    wholes: defaultdict[str, set[str]] = defaultdict(set)
    for each in found:
        if each.is_excerpt and cores.root(each.id) != cores.root(each.of):
            wholes[cores.root(each.id)].add(cores.root(each.of))
    cores.settle()
    ends = {core: _ends(core, wholes, frozenset()) for core in wholes}
    return {
        core: next(iter(found))
        for core, found in sorted(ends.items())
        if len(found) == 1 and core not in found
    }


def _ends(core: str, wholes: Mapping[str, set[str]], passed: frozenset[str]) -> set[str]:
    """Return the whole texts behind a set of excerpts: what itself is an excerpt of something longer is passed through."""
    if core in passed or core not in wholes:
        return {core}
    return {end for whole in wholes[core] for end in _ends(whole, wholes, passed | {core})}


def _group(members: Sequence[str], excerpts: set[str], order: Mapping[str, Any]) -> Group:
    wholes = [each for each in members if each not in excerpts] or list(members)
    first = min(wholes, key=lambda each: (order[each], each))
    return Group(first, tuple(sorted(members)), frozenset(excerpts - {first}))


class _Sets:
    """Members in sets that are joined two by two."""

    def __init__(self, members: Iterable[str]) -> None:
        self._above = {each: each for each in members}
        self._settled = dict(self._above)

    def settle(self) -> None:
        """Note the sets as they are now, for `first_root`."""
        self._settled = {each: self.root(each) for each in self._above}

    def first_root(self, member: str) -> str:
        """Return the root that a member had when the sets were settled."""
        return self._settled[member]

    def root(self, member: str) -> str:
        above = self._above[member]
        while above != self._above[above]:
            above = self._above[above]
        self._above[member] = above
        return above

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first

    def groups(self) -> list[list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for each in sorted(self._above):
            found[self.root(each)].append(each)
        return [found[root] for root in sorted(found)]
