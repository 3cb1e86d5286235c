"""In which lists each statement stands: the pages of a list are as they were where all that stands in it is, and stands there as before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from onrecord.model import Event
from onrecord.publishing.contents import Contents
from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.profile import section_folder
from onrecord.publishing.renewing.kept import Placed
from onrecord.publishing.slugs import slug_of
from onrecord.publishing.wings.channels import FILES, tag_of
from onrecord.publishing.wings.stream import months_of
from onrecord.record.history.digests import digest_of

# The timeline is none of them: it leads to pages of other lists.
_LISTS = frozenset({"messages", "sections", "kinds", "speakers", "sources", "languages", "changes"})
_CHANGES = "changes/"


def folders_of(contents: Contents, entry: Entry, events: Iterable[Event]) -> tuple[str, ...]:
    """Return the folders of the lists whose pages and feeds show a statement, or something of what became of it."""
    sections = (each for each in contents.profile.sections if not set(each.kinds).isdisjoint(entry.kinds))
    return (
        f"messages/{entry.year}",
        *(f"sections/{section_folder(each)}" for each in sections),
        *(f"kinds/{kind}" for kind in entry.kinds),
        *(f"speakers/{slug_of(each.name)}" for each in entry.speakers),
        *([f"sources/{slug_of(entry.source)}"] if entry.source else []),
        *([f"languages/{tag}"] if (tag := tag_of(entry.language)) else []),
        *dict.fromkeys(_CHANGES + each.seen_at[:7] for each in events),
        *dict.fromkeys(_CHANGES + "edits" for each in events if each.event == "edited"),
    )


class Moved:
    """What of the lists is otherwise than before: `placed` tells of each statement where it stands now, to be compared the next time."""

    def __init__(
        self,
        contents: Contents,
        before: Mapping[str, Placed] | None,
        stays: Collection[str],
        apart: Mapping[str, bytes],
    ) -> None:
        """Take where statements stood before, those that are as they were, and what became of some that their lines do not tell."""
        self._is_known = before is not None
        before = before or {}
        told = apart.get
        self.placed = {
            id_: each for id_, each in before.items() if id_ in stays and each.apart == told(id_, b"")
        }
        anew = [entry for entry in contents.every if entry.id not in self.placed]
        events: dict[str, list[Event]] = {entry.id: [] for entry in anew}
        for event in [each for each in contents.learnt if each.statement in events]:
            events[event.statement or ""].append(event)
        for entry in anew:
            folders = "\n".join(folders_of(contents, entry, events[entry.id]))
            self.placed[entry.id] = Placed(apart.get(entry.id, b""), folders)
        moved = {entry.id for entry in anew} | (before.keys() - self.placed.keys())
        lists = (each[id_].folders for id_ in moved for each in (before, self.placed) if id_ in each)
        self._folders = {folder for folders in lists for folder in folders.split("\n")}
        months = sorted(_CHANGES + month for month in months_of(contents))
        self._folders |= set(_beside(months, [each for each in self._folders if each.startswith(_CHANGES)]))

    def is_left(self, path: str) -> bool:
        """Return whether a file is a page or feed of a list in which nothing is otherwise."""
        sort, _, rest = path.partition("/")
        name, _, page = rest.partition("/")
        if not self._is_known or sort not in _LISTS or not page:
            return False
        if sort == "speakers" and name.isdigit():  # "speakers/2/index.html" names two hundred of all
            return False
        if (
            sort == "sources" and "/" not in page and page not in FILES
        ):  # what is covered hangs on more than statements
            return False
        return f"{sort}/{name}" not in self._folders


def _beside(months: Sequence[str], moved: Iterable[str]) -> Iterator[str]:
    """Yield the months before and behind these, whose pages lead to them."""
    for each in moved:
        n = bisect_left(months, each)
        yield from months[max(n - 1, 0) : n + 2]


def print_apart(apart: Sequence[Event], shown: Sequence[Event]) -> dict[str, bytes]:
    """Return, by the statement, the print of events that its line does not tell, and of where they stand among others.

    `apart` are these as the record learnt of them, `shown` all events as they are listed.
    """
    if not apart:
        return {}
    ids = {each.id for each in apart}
    near = {each.id: _near(shown, n) for n, each in enumerate(shown) if each.id in ids}
    told: dict[str, list[tuple[Event, tuple[str, ...]]]] = {}
    for n, each in enumerate(apart):
        told.setdefault(each.statement or "", []).append((each, (*_near(apart, n), *near[each.id])))
    return {id_: digest_of(_encode(each)) for id_, each in told.items()}


def _near(events: Sequence[Event], n: int) -> tuple[str, ...]:
    return tuple(each.id for each in events[max(n - 1, 0) : n + 2])


_encode = msgspec.msgpack.Encoder().encode
