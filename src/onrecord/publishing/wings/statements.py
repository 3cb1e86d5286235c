"""The pages of statements and of each of their versions, and of those that were removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.model import Held
from onrecord.publishing.citing.boxes import Box, cite_version
from onrecord.publishing.files import folder_name
from onrecord.publishing.frame import Frame
from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.lists.terms import length_of
from onrecord.publishing.statement.pages import as_draft, view_statement
from onrecord.publishing.statement.structured import structure_page, structure_statement
from onrecord.publishing.statement.told import Told, tell
from onrecord.publishing.statement.tombs import view_tombstone
from onrecord.publishing.statement.views import Shown, StatementView
from onrecord.publishing.wings.cards import snippet_of
from onrecord.publishing.wings.fronts import removals
from onrecord.publishing.wording import direction_of

# v1 and v12 of "statements/ID/v12/index.html"
_VERSION = re.compile(r"v([1-9]\d{0,5})")


class Statements:
    """The part of a site that shows what was said."""

    def __init__(self, frame: Frame) -> None:
        """Take the site; what its last page was made from is at hand for the next, which mostly is of the same version."""
        self._frame = frame
        self._seen = lru_cache(maxsize=1)(self._view)
        self._boxed = lru_cache(maxsize=1)(self._cite)

    def paths(self) -> Iterator[str]:
        """Yield the path of each page."""
        for entry in self._frame.paged():
            yield f"statements/{entry.folder}/index.html"
            for n in range(1, entry.versions + 1):
                yield f"statements/{entry.folder}/v{n}/index.html"
        for statement in self._frame.contents.removed:
            yield f"statements/{folder_name(statement)}/index.html"

    def page(self, path: str) -> str | None:
        """Return one page, None where there is none."""
        match path.split("/"):
            case ["statements", folder, *rest]:
                return self._statement_at(folder, rest)
        return None

    def _statement_at(self, folder: str, rest: list[str]) -> str | None:
        entry = self._frame.contents.by_folder.get(folder)
        if entry is None:
            return self._removed_one(folder) if rest == ["index.html"] else None
        if rest == ["index.html"]:
            return self._statement(entry, None)
        found = _VERSION.fullmatch(rest[0]) if len(rest) == 2 and rest[1] == "index.html" else None
        if found is None or int(found[1]) > entry.versions:
            return None
        return self._statement(entry, int(found[1]))

    def _statement(self, entry: Entry, version: int | None) -> str:
        # The page of the statement and that of its current version show the same: it is made once.
        shown = None if version == entry.version else version
        held, view, told = self._seen(entry.id, shown)
        # The current version's page shows what the statement's own page shows: the latter is the one to keep.
        own = f"statements/{entry.folder}/index.html"
        path = f"statements/{entry.folder}/v{view.version}/index.html" if version is not None else own
        kept = own if view.version == view.current else path
        title = view.title
        if version is not None:
            title = self._frame.tongue.gettext("%(title)s (version %(n)s)", title=title, n=view.version)
        structured = structure_statement(held, view.title, self._frame.profile, self._frame.address_of(kept))
        page = self._frame.made_page(path, title, view.description, structured)._replace(
            address=self._frame.address_of(kept),
            language=view.language,
            direction=direction_of(view.language),
            is_version=version is not None,
        )
        box = self._boxed(entry.id, shown, self._frame.address_of(path))
        has_card = version is None and not (view.draft or entry.withdrawn)
        card = (
            snippet_of(self._frame.card(entry.id), entry.title, self._frame.contents.lead(entry.id))
            if has_card
            else None
        )
        parts = told.at(page.root, is_version=page.is_version)
        return self._frame.render("statement.html", page, view=view, told=parts, box=box, card=card)

    def _cite(self, id_: str, version: int | None, address: str | None) -> Box:
        held, view, _ = self._seen(id_, version)
        return cite_version(held, view.citation, address, self._frame.profile)

    def _view(self, id_: str, version: int | None) -> tuple[Held, StatementView, Told]:
        """Return a version as far as it is published, what its page shows, and that as markup."""
        contents = self._frame.contents
        whole = contents.held(id_, version)
        held, level = contents.terms.held(whole)
        shown = Shown(level, length_of(held), length_of(whole))
        entry = contents.by_id[id_]._replace(lead=contents.lead(id_))
        parts = contents.parts.get(id_, ())
        view = view_statement(
            held,
            entry,
            parts,
            self._frame.profile,
            shown,
            self._frame.tongue,
            contents.known,
            contents.near(entry),
        )
        if contents.previews is not None and view.version == view.current:
            view = as_draft(view, contents.previews.get(id_))
        told = tell(
            self._frame.templates,
            view=view,
            entry=entry,
            profile=self._frame.profile,
            served=self._frame.served,
        )
        return held, view, told

    def _removed_one(self, folder: str) -> str | None:
        for statement, tombstone in self._frame.contents.removed.items():
            if folder_name(statement) == folder:
                heading = self._frame.tongue.gettext("A statement that was removed")
                structured = structure_page(heading, self._frame.profile, "WebPage")
                path = f"statements/{folder}/index.html"
                page = self._frame.made_page(path, heading, removals(self._frame), structured)
                tombs = [view_tombstone(tombstone, self._frame.profile, self._frame.tongue)]
                return self._frame.render("removed.html", page, tombstones=tombs, is_one=True)
        return None
