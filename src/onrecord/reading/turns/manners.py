"""How those behind the labels of a page talk: what tells who asks, who presides and who answers, counted when it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.reading.turns.asking import ends_in_mark, holds_question
from onrecord.reading.turns.turns import Split
from onrecord.reading.words.caseless import Caseless
from onrecord.reading.words.labelwords import CHAIR_LABELS, QUESTION_LABELS
from onrecord.reading.words.posts import HONORIFICS, POST_WORDS
from onrecord.reading.words.speech import GIVES_FLOOR, PROCEDURE

_CALL = 200  # characters
_BEFORE_NAMES = HONORIFICS | POST_WORDS
_ON_PAPER = "To ask the "
_SITTINGS = frozenset(("debate", "other"))
_LEAST_HEARD = 3


class Heard(NamedTuple):
    """What is said behind one label: the words of its turns, for each the key of the label that follows, empty without one.

    `numbered`: how many of them are counted as questions, "Q2 Ada Verne:".
    """

    key: str
    turns: list[str]
    followers: list[str]
    numbered: int = 0
    may_preside: bool = False
    """Whether no label says who presides, so that what he says may tell."""

    def called(self) -> list[str]:
        """Return the keys of those whom he calls: "I give the floor to Ms Harrow of the Lock Party." before her label."""
        return [
            other
            for turn, other in zip(self.turns, self.followers, strict=True)
            if (name := _last_name(other)) and name in turn[-_CALL:].lower()
        ]


class Manner:
    """How somebody talks behind his labels; a page's rules ask for little of it, and only that is counted."""

    def __init__(self, heard: Sequence[Heard] = ()) -> None:
        """Take what is said behind one label or more; without any, he is silent."""
        self._heard = heard
        self.turns = sum([len(one.turns) for one in heard])

    @staticmethod
    def joint(manners: Sequence[Manner]) -> Manner:
        """Return the manner of one who has several labels."""
        return Manner([one for manner in manners for one in manner._heard])

    @property
    def followers(self) -> list[str]:
        """The key of the label behind each of his turns, empty where none follows."""
        return [other for one in self._heard for other in one.followers]

    @property
    def numbered(self) -> int:
        """How many of his turns are counted as questions: "Q2 Ada Verne:"."""
        return sum([one.numbered for one in self._heard])

    @cached_property
    def asks(self) -> float:
        """The share of his turns that end in a question, or are put on an order paper: "To ask the Minister when …"."""
        return self._share(lambda turn: turn.startswith(_ON_PAPER) or ends_in_mark(turn))

    @cached_property
    def wonders(self) -> float:
        """The share of them that hold a question anywhere: a translation may stand behind it."""
        return self._share(holds_question)

    @cached_property
    def words(self) -> float:
        """The words in one on average."""
        return self._share(lambda turn: turn.count(" ") + 1)

    @cached_property
    def rules(self) -> float:
        """The share of them that hold what only whoever presides says: "I give the floor to …"."""
        heard = [one for one in self._heard if one.may_preside]
        return self._share(lambda turn: _says(PROCEDURE, turn), heard)

    @cached_property
    def gives(self) -> float:
        """The share of them that hold what only whoever leads a news conference says: "Next question, please."."""
        heard = [one for one in self._heard if one.key not in QUESTION_LABELS]
        return self._share(lambda turn: _says(GIVES_FLOOR, turn), heard)

    @cached_property
    def calls(self) -> float:
        """The share of them that end with the name of whoever speaks next."""
        return sum([len(called) for called in self._called]) / self.turns if self.turns else 0.0

    @cached_property
    def called(self) -> int:
        """How many speakers those are."""
        others = (len(set(called) - {one.key}) for one, called in zip(self._heard, self._called, strict=True))
        return max(others, default=0)

    @cached_property
    def _called(self) -> list[list[str]]:
        return [one.called() for one in self._heard]

    def _share(self, weigh: Callable[[str], float], heard: Sequence[Heard] | None = None) -> float:
        among = self._heard if heard is None else heard
        return sum([sum(map(weigh, one.turns)) for one in among]) / self.turns if self.turns else 0.0


def manners_of(text: str, split: Split, kinds: Sequence[str] = ()) -> dict[str, Manner]:
    """Return by label key how its stretches sound: how many, how long, how often ending in a question."""
    spoken: defaultdict[str, tuple[list[str], list[str], list[bool]]] = defaultdict(lambda: ([], [], []))
    for stretch, following in pairwise((*split.stretches, None)):
        if stretch and (label := stretch.label):
            turns, followers, numbered = spoken[label.key]
            turns.append(text[stretch.span[0] : stretch.span[1]])
            followers.append(following.label.key if following and following.label else "")
            numbered.append(label.numbered)
    # Where no label says who presides, what he says may tell.
    tells = set(kinds) <= _SITTINGS and len(spoken) >= _LEAST_HEARD and not spoken.keys() & CHAIR_LABELS
    return {
        key: Manner([Heard(key, turns, followers, sum(numbered), tells)])
        for key, (turns, followers, numbered) in spoken.items()
    }


def _says(words: Caseless, turn: str) -> bool:
    """Whether a turn's beginning or end holds the words; what lies between them is left out."""
    ends = turn if len(turn) <= 2 * _CALL else f"{turn[:_CALL]}\n.\n{turn[-_CALL:]}"
    return words.search(ends) is not None


@lru_cache(8192)
def _last_name(key: str) -> str:
    """The last word of a key that is long enough to be a name, by which whoever gives the floor calls him; empty without one."""
    names = [word for word in key.split("_") if len(word) >= 4 and word not in _BEFORE_NAMES]
    return names[-1] if names else ""
