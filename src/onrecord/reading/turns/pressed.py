"""Who asks at a news conference by where his turns stand: reporters also state, and thank, and ask without a mark."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from onrecord.reading.turns.manners import Manner

_LONGEST = 60  # words


class _Part(Protocol):
    @property
    def role(self) -> str | None: ...


def heard_between(
    roles: Mapping[str, _Part], manners: Mapping[str, Manner], sure: Collection[str], plain: Collection[str]
) -> list[str]:
    """Return those with plain names who speak only when somebody with a post has spoken, and whom such a one answers.

    `sure` are the labels of those with posts, `plain` those that are names alone. Nothing is told where nobody else asks:
    whoever answers in another's stead comes behind a question, and before the next.
    """
    if not any(part.role == "questioner" for part in roles.values()):
        return []
    before: dict[str, set[str]] = {}
    for key, manner in manners.items():
        for other in manner.followers:
            before.setdefault(other, set()).add(key)
    return [
        key
        for key in plain
        if roles[key].role in (None, "official")
        and (heard := manners.get(key))
        and heard.words <= _LONGEST
        and before.get(key, set()) <= set(sure)
        and all(heard.followers)
        and 2 * sum(other in sure for other in heard.followers) >= len(heard.followers)
    ]
