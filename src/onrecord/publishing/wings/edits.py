"""Edits as entries of feeds: what became of a statement at its source after it was taken, told apart from what is new. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model import Change, Event
from onrecord.publishing.lists.feeds import Item
from onrecord.publishing.lists.messages import Entry, cut_lead
from onrecord.publishing.tongues import Tongue
from onrecord.publishing.wings.stream import EventView, view_event
from onrecord.publishing.wording import direction_of, printable

_MOST_CHANGES = 5
_MOST_WORDS = 160


class Edit(NamedTuple):
    """What became of a statement, and how much of the statement's words is shown."""

    event: Event
    entry: Entry
    level: str


def item_of_edit(edit: Edit, tongue: Tongue) -> Item:
    """Return an edit as an entry of a feed, in the language of the site; words only of sources that are published in full.

    Its id is the event's, and so the same for as long as both versions read as they do.
    """
    event, entry, level = edit
    view = view_event(event, entry, tongue)
    return Item(
        f"urn:onrecord:event:{event.id}",
        view.path,
        tongue.gettext("%(event)s: %(title)s", event=view.what, title=entry.title),
        None,
        event.seen_at,
        event.seen_at,
        " ".join(_summary(event, view, level, tongue)),
        tongue.tag,
        ((event.event, tongue.word("event", event.event)),),
        entry.source,
        {
            "statement": printable(entry.id),
            "event": event.event,
            "between": list(event.between),
            "changes": [change.kind for change in _changes(event)],
            "direction": direction_of(tongue.tag),
        },
    )


def _summary(event: Event, view: EventView, level: str, tongue: Tongue) -> Iterator[str]:
    _ = tongue.gettext
    before, after = view.between
    if before and after:
        yield _("Between %(before)s and %(after)s.", before=before, after=after)
    elif after:
        yield _("Before %(after)s.", after=after)
    if view.because:
        said = view.because[:1].upper() + view.because[1:]
        yield said if said.endswith((".", "!", "?", "؟")) else f"{said}."
    changes = _changes(event)
    if level == "full":
        yield from (_told(change, tongue) for change in changes[:_MOST_CHANGES])
        left = len(changes) - _MOST_CHANGES
        if left > 0:
            yield tongue.ngettext("%(num)s further change.", "%(num)s further changes.", left)
    elif view.kinds:
        yield f"{tongue.listed(*view.kinds)}."


def _changes(event: Event) -> list[Change]:
    revision = event.revision
    return [change for change in revision.changes if change.kind != "cosmetic"] if revision else []


def _told(change: Change, tongue: Tongue) -> str:
    _, kind = tongue.gettext, tongue.word("change", change.kind)
    kind = kind[:1].upper() + kind[1:]
    old, new = (cut_lead(" ".join(side.split()), _MOST_WORDS) for side in (change.old, change.new))
    if old and new:
        return _("%(kind)s: “%(old)s” became “%(new)s”.", kind=kind, old=old, new=new)
    if new:
        return _("%(kind)s: “%(words)s” was put in.", kind=kind, words=new)
    return _("%(kind)s: “%(words)s” was taken out.", kind=kind, words=old)
