"""What a history of `histories.py` is: files to add, and what an archive must tell of them; and who makes its captures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from histories_pages import (
    COPYIST,
    HOST,
    PLACE,
    Page,
    Shown,
    capture,
    print_page,
)

NEW = f"{HOST}/archive/2031/port"
SECOND = f"{HOST}/speeches/8"
LIST = f"{HOST}/news"
COPY = f"{COPYIST}/texts/31"
MIRRORED = ("mirror", "original")


class Change(NamedTuple):
    """One change that a step must tell: one of these kinds, with words out of `old` and `new`, declared or not."""

    kinds: tuple[str, ...]
    old: str
    new: str
    declared: bool = False


Step = tuple[Change, ...]


class Key(NamedTuple):
    """What an archive must tell of the addresses of a history."""

    versions: tuple[int, ...] = (1,)
    """How many each statement has, fewest first."""
    steps: tuple[Step, ...] = ()
    events: tuple[str, ...] = ("new",)
    """In the order of time."""
    relations: tuple[str, ...] = ("original",)
    """Of all witnesses' addresses, each once, by name."""
    linked: tuple[str, ...] = ()
    awaits: int = 0
    parts: int = 0
    owners: int = 1
    notices: tuple[tuple[bool, tuple[str, ...]], ...] = ()
    """Of each notice of the statement's address whether it is held, and what contradicts it."""
    current: str = ""
    """Words that the version shown as current must have."""


class History(NamedTuple):
    """Files to add one after another, and what must be told then. A file without an address is a WARC."""

    kind: str
    code: str
    form: str
    files: tuple[tuple[bytes, str | None, str], ...]
    key: Key


class Teller:
    """Makes the captures of one language and form of page."""

    def __init__(self, words: dict[str, Any], form: str, following: dict[str, Any]) -> None:
        self.words, self.form, self.following = words, form, following
        self.all = (*words["said"], *words["more"])
        self.n = 0

    def shown(self, paragraphs: Sequence[str] | None = None, **told: Any) -> Shown:
        """Return the speech, with other paragraphs or anything else."""
        base = Shown(self.words["speech"], tuple(paragraphs or self.all), self.words["day"])
        return base._replace(**told)

    def with_(self, *edits: str) -> list[str]:
        """Return the paragraphs with these edits."""
        text = list(self.all)
        for edit in edits:
            old, new = self.words[edit]
            text = [each.replace(old, new) for each in text]
        return text

    def page(
        self,
        shown: Shown | None = None,
        form: str | None = None,
        words: dict[str, Any] | None = None,
        struck: bool = False,
    ) -> Page:
        """Return a page of the statement, its surroundings moved since the last one."""
        self.n += 1
        return print_page(words or self.words, shown or self.shown(), form or self.form, self.n, struck)

    def at(self, on: float, paragraphs: Sequence[str] | None = None, url: str = PLACE, **told: Any) -> bytes:
        """Return a capture of the speech."""
        return capture(self.page(self.shown(paragraphs, **told)), on, url)

    def others(self, days: Sequence[float], forms: Sequence[str] = ()) -> Iterator[bytes]:
        """Yield captures of three other statements of the site."""
        third, land = self.words["third"], self.words["lands"][0]
        shown = (
            self.shown(self.words["other"], title=self.words["other_title"]),
            self.shown(third["said"], title=third["speech"], day=third["day"]),
            self.shown(
                [each.format(land) for each in self.words["greets"]],
                title=self.words["greeting"].format(land),
            ),
        )
        for n, each in enumerate(shown):
            for at, day in enumerate(days):
                form = forms[at] if forms else None
                yield capture(self.page(each, form), day + n / 10, f"{HOST}/other/{n}")


Told = tuple[Sequence[bytes], Key]
Kind = Callable[[Teller], Told | None]
KINDS: dict[str, Kind] = {}


def of_kind(name: str) -> Callable[[Kind], Kind]:
    """Enter a kind of history under its name."""

    def put(kind: Kind) -> Kind:
        KINDS[name] = kind
        return kind

    return put
