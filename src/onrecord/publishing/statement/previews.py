"""A record with the drafts of its keeper laid over it: what a site would be if they were out. Only this machine sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from onrecord.model import (
    AnnouncedNotice,
    Capture,
    Draft,
    Held,
    Listed,
    Outline,
    Statement,
    VersionSeen,
)
from onrecord.publishing.wording import N_

_STANDS = {
    "draft": N_("It was never released."),
    "changed": N_("It was changed since it was last released: release it again for this to come out."),
    "released": N_("It is released, and waits for its time."),
    "out": N_("It is out as it stands here."),
    "withdrawn": N_("It was withdrawn."),
}


_TAKEN_BACK = N_("It was taken back before it came out.")


class DraftView(NamedTuple):
    """That what is shown is a draft: how it stands, until when it has to wait, its file, and what is wrong in it."""

    said: str
    until: str | None
    file: str
    faults: tuple[str, ...]


class Preview(NamedTuple):
    """A draft, and the statement and capture that it would be."""

    draft: Draft
    statement: Statement
    capture: Capture


class Underneath(Protocol):
    """What a site needs of the record underneath."""

    def outlines(self) -> Iterable[Outline]:
        """Return an outline of every statement of the record."""

    def held(self, id_: str, version: int | None = None, /) -> Held:
        """Return one version of a statement, the current one where none is named."""

    def notices(self) -> Iterable[AnnouncedNotice]:
        """Return every notice of the record."""


class Previewed:
    """The record with drafts as the latest versions of their statements."""

    def __init__(self, record: Underneath, previews: Sequence[Preview]) -> None:
        """Take the record underneath, and what would come out of it."""
        self._record = record
        self._previews = {each.draft.statement: each for each in previews}
        self._known = {each.id: each for each in record.outlines()}

    def views(self) -> Mapping[str, DraftView]:
        """Return what is told of each draft on its page, by the id of its statement."""
        return {id_: _view(each.draft) for id_, each in self._previews.items()}

    def outlines(self) -> Iterator[Outline]:
        """Yield an outline of every statement, those of drafts among them."""
        for id_, known in self._known.items():
            if id_ not in self._previews:
                yield known
        for id_, preview in self._previews.items():
            told, known_one = preview.statement, self._known.get(id_)
            number = known_one.versions + 1 if known_one is not None else 1
            added = known_one.added_at if known_one is not None else None
            yield Outline(
                id_, told.title, told.source, told.kinds, told.language, told.given_on, told.posted_on, told.part,
                number, number, added, None,
            )  # fmt: skip

    def held(self, id_: str, version: int | None = None, /) -> Held:
        """Return one version of a statement; the draft, where there is one, where none is named."""
        preview = self._previews.get(id_)
        if preview is None:
            return self._record.held(id_, version)
        known = self._known.get(id_)
        number = known.versions + 1 if known is not None else 1
        if version is not None and version < number:
            return self._record.held(id_, version)
        told = preview.statement
        before = self._record.held(id_).listed if known is not None else None
        seen = VersionSeen(number, str(preview.draft.digest), None, None, (preview.draft.url,))
        listed = Listed(
            id_, told.kinds, told.title, told.source, told.speakers, told.given_on, told.posted_on, told.language,
            known is not None, (*(before.versions if before else ()), seen), before.witnesses if before else (),
            released=before.released if before else (),
        )  # fmt: skip
        return Held(listed, number, told, preview.capture, "released", own=True)

    def notices(self) -> Iterable[AnnouncedNotice]:
        """Return every notice of the record."""
        return self._record.notices()


def empty_statement(draft: Draft) -> Statement:
    """Return what can be shown of a draft that is not to be read yet: its title, and no word."""
    return Statement(
        draft.statement, ("other",), draft.title or draft.name, None, None, None, None, None, None, draft.source, None, (),
        (), "unknown", None, (), {},
    )  # fmt: skip


def with_id(statement: Statement, draft: Draft) -> Statement:
    """Return the statement of a draft under the id that it has, or will have."""
    return replace(statement, id=draft.statement)


def _view(draft: Draft) -> DraftView:
    is_seen = any(each.out_at for each in draft.releases)
    until = None if is_seen and draft.state != "released" else draft.out_from
    said = _TAKEN_BACK if draft.state == "draft" and draft.releases else _STANDS[draft.state]
    return DraftView(said, until, draft.file, tuple(issue.message for issue in draft.issues))
