"""Lists of messages: date, title and lead of each, newest first, by year and by section, paged. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from onrecord.model import AnnouncedNotice, Outline, Part, Speaker, Statement, Turn
from onrecord.publishing.files import folder_name
from onrecord.publishing.wording import N_, day_of
from onrecord.witnessing import series_of

UNTITLED = N_("[untitled]")
UNDATED = "undated"

_LEAD_LENGTH = 300

# "war.", "peace?”", "和平。": what may end a sentence, with the quotes and brackets around it. A point
# after a single capital or a title ("Mr.", "St.") ends none.
_SENTENCE_END = re.compile(
    r"(?<![\s(.][A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bvs)(?<!^[A-Z])"
    r"[.!?…؟۔।]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[」』”）]*"
)


class Entry(NamedTuple):
    """A statement as a line of a list; `version` is the current one.

    `date` is the day it is listed under, `given` the one on which it was given. `added_at` is when the archive first
    took a capture of it, `changed_at` when it took the first of the current version. `lead`: its first words, once read.
    """

    id: str
    folder: str
    date: str | None
    given: str | None
    title: str
    source: str | None
    language: str | None
    kinds: tuple[str, ...]
    part: Part | None
    version: int
    versions: int
    added_at: str | None
    changed_at: str | None
    speakers: tuple[Speaker, ...] = ()
    addresses: int = 1
    lead: str | None = None
    withdrawn: bool = False
    is_draft: bool = False

    @property
    def year(self) -> str:
        """The year of the date as four digits, or "undated": the name of a folder."""
        return self.date[:4] if self.date else UNDATED

    @property
    def month(self) -> str | None:
        """The month of the date, "2026-05"; None where the date tells none."""
        date = self.date
        return date[:7] if date and len(date) >= 7 else None


Listable = TypeVar("Listable")


class ListPage(NamedTuple, Generic[Listable]):
    """One page of a list: number `n` of `pages`, with what it lists; of a list that grows, the newest page has the highest number."""

    n: int
    pages: int
    entries: tuple[Listable, ...]


def entry_of(outline: Outline) -> Entry:
    """Return the line that stands for a statement in the lists of the site, its words not read yet.

    The date is the one on which the source posted it, and where it gives none, the one on which it was given.
    """
    posted, given = day_of(outline.posted_on), day_of(outline.given_on)
    title = (outline.title or "").strip() or UNTITLED
    # By their names the values would take three times as long.
    return Entry(
        outline.id, folder_name(outline.id), posted or given, given, title, outline.source, outline.language, outline.kinds,
        outline.part, outline.version, outline.versions, outline.added_at, outline.changed_at, outline.speakers,
        outline.addresses, withdrawn=outline.withdrawn,
    )  # fmt: skip


def lead_of(statement: Statement) -> str | None:
    """Return the first words of the first official turn, else of the first turn; None without words.

    Whole sentences up to 300 code points; where the first sentence is longer, whole words and an ellipsis.
    """
    first = first_spoken(statement.turns)
    return cut_lead(" ".join(_spoken(first).split())) if first else None


def first_spoken(turns: Iterable[Turn]) -> Turn | None:
    """Return the first official turn with words, else the first with words."""
    spoken = [turn for turn in turns if turn.text.strip()]
    return next((turn for turn in spoken if turn.role == "official"), spoken[0] if spoken else None)


def _spoken(turn: Turn) -> str:
    # A paragraph that is all direction or heading is no beginning of what was said; where nothing else is left, it is.
    asides = {aside.text.strip() for aside in (*turn.directions, *turn.editorial)}
    spoken = [line for line in turn.text.split("\n") if line.strip() not in asides]
    return "\n".join(spoken) if "".join(spoken).strip() else turn.text


def cut_lead(text: str, length: int = _LEAD_LENGTH) -> str:
    """Return the beginning of a text, cut at the last sentence end within so many code points (300)."""
    if len(text) <= length:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text[: length + 1]) if match.end() <= length]
    if ends:
        return text[: ends[-1]]
    words, space, _ = text[: length - 1].rpartition(" ")
    # No space at all: a script that is written without them, where any character may end the line.
    return (words if space else text[: length - 1]).rstrip(" ,;:–-") + "…"


def sort_entries(entries: Iterable[Entry]) -> list[Entry]:
    """Return the messages newest first, those without a date last; of one day what was taken last stands first, else by id."""
    days: defaultdict[str, list[Entry]] = defaultdict(list)
    by_id = sorted(entries, key=itemgetter(0))
    for entry in sorted(by_id, key=lambda each: each.added_at or "", reverse=True):
        days[entry.date or ""].append(entry)
    return [entry for day in sorted(days, reverse=True) for entry in days[day]]


def group_by_year(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Return sorted messages under their years, newest year first, "undated" last."""
    years: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        date = entry.date
        years[date[:4] if date else UNDATED].append(entry)
    return dict(years)


def page_count(total: int, per_page: int) -> int:
    """Return how many pages a list has: one even where it is empty."""
    return max(1, -(-total // per_page))


def page_of(entries: Sequence[Listable], per_page: int, n: int) -> ListPage[Listable] | None:
    """Return one page of a list by its number, None where it has no such page."""
    pages = page_count(len(entries), per_page)
    if not 1 <= n <= pages:
        return None
    return ListPage(n, pages, tuple(entries[(n - 1) * per_page : n * per_page]))


def growing_page(entries: Sequence[Listable], per_page: int, n: int | None) -> ListPage[Listable] | None:
    """Return one page of a list that grows at its beginning, None where it has no such page; without a number the newest.

    Pages are counted from the oldest, so that a new entry leaves them as they are: all is on the newest page, which is always
    full, and on the one below it, which has what is not on the newest yet.
    """
    total, pages = len(entries), page_count(len(entries), per_page)
    if n is None:
        return ListPage(pages, pages, tuple(entries[:per_page]))
    if not 1 <= n < pages:
        return None
    return ListPage(
        n, pages, tuple(entries[max(per_page, total - n * per_page) : total - (n - 1) * per_page])
    )


def growing_number(total: int, per_page: int, at: int) -> int | None:
    """Return the number of the page of a list that grows on which the entry at this place is; None for the newest page."""
    return None if at < per_page else (total - 1 - at) // per_page + 1


def sort_announced(notices: Iterable[AnnouncedNotice]) -> list[AnnouncedNotice]:
    """Return the notices of statements that the record does not hold, by source, newest first."""
    absent = [announced for announced in notices if announced.notice.statement_id is None]
    by_title = sorted(absent, key=lambda a: (a.notice.title, a.notice.url or "", a.list_url or ""))
    by_date = sorted(by_title, key=lambda a: a.notice.posted_on or "", reverse=True)
    return sorted(by_date, key=lambda a: a.source or "")


def group_by_source(notices: Iterable[AnnouncedNotice]) -> dict[str, list[AnnouncedNotice]]:
    """Return notices under the sources that announced them, in the order in which they come."""
    sources: dict[str, list[AnnouncedNotice]] = {}
    for announced in notices:
        sources.setdefault(announced.source or "", []).append(announced)
    return sources


def group_parts(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return, by id, the other parts of a statement published in pieces, in their order.

    Joined are parts under one title, given on one day (posted on one, where that is not known), with numbers of their
    own. One without a number is the first where it is to be continued and the second is there: the convention of
    publishers who number from the second on.
    """
    pieces: dict[tuple[str, str | None], list[Entry]] = {}
    for entry in entries:
        if entry.part is not None:
            pieces.setdefault((series_of(entry.title), entry.given or entry.date), []).append(entry)
    others: dict[str, list[Entry]] = {}
    for group in pieces.values():
        numbers = [_part_number(entry, group) for entry in group]
        if len(group) < 2 or None in numbers or len(set(numbers)) < len(numbers):
            continue
        ordered = sorted(group, key=lambda entry: _part_number(entry, group) or 0)
        others.update({entry.id: [other for other in ordered if other is not entry] for entry in ordered})
    return others


def _part_number(entry: Entry, group: Sequence[Entry]) -> int | None:
    part = entry.part
    if part is None or part.number is not None:
        return part.number if part else None
    numbered = {other.part.number for other in group if other.part}
    return 1 if part.continues and 2 in numbered and 1 not in numbered else None
