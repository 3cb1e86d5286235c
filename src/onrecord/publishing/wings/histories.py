"""The pages beside a statement's own: its history, each step between versions in three views, and where else it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.model import CopySeen, Held, Revision
from onrecord.publishing.citing.boxes import Box, cite_page
from onrecord.publishing.frame import Frame, SitePage
from onrecord.publishing.lists.messages import UNTITLED, Entry
from onrecord.publishing.statement.pages import digest_of, link_to
from onrecord.publishing.statement.revised import (
    VIEWS,
    StepView,
    diff_folder,
    view_beside,
    view_step,
    view_steps,
)
from onrecord.publishing.statement.structured import structure_page
from onrecord.publishing.tongues import ENGLISH, Tongue
from onrecord.publishing.wording import N_

_NUMBERS = re.compile(r"([1-9]\d{0,5})-([1-9]\d{0,5})")
_NAMES = {"inline": N_("In one text"), "side": N_("Side by side"), "words": N_("Words only")}
_CHANGES = {"replaced": N_("has otherwise"), "added": N_("adds"), "left_out": N_("leaves out")}


class ViewLink(NamedTuple):
    """A view of a step, and whether it is the one shown."""

    name: str
    path: str
    is_shown: bool


class CopyView(NamedTuple):
    """An address that shows a statement: what it is to it, when it was seen, what it has otherwise than the one named.

    `depth` counts how many others stand between it and the original; `nearest` is the number of the one it is compared with.
    """

    n: int
    url: str | None
    link: str | None
    source: str | None
    title: str | None
    relation: str
    first: str | None
    last: str | None
    posted: str | None
    nearest: int | None
    depth: int
    changes: tuple[tuple[str, str, str, str], ...]


def view_copies(copies: Sequence[CopySeen], tongue: Tongue = ENGLISH, *, shown: bool) -> tuple[CopyView, ...]:
    """Return the copy tree in the order of first sight; without the words that differ where these are not `shown`."""
    numbers = {each.id: n for n, each in enumerate(copies, 1)}
    depths: dict[str, int] = {}
    views = []
    for each in copies:
        depths[each.id] = depths.get(each.nearest, -1) + 1 if each.nearest else 0
        views.append(
            CopyView(
                n=numbers[each.id],
                url=each.url,
                link=link_to(each.url),
                source=each.source,
                title=each.title,
                relation=tongue.word("relation", each.relation),
                first=tongue.moment(each.first_seen) if each.first_seen else None,
                last=tongue.moment(each.last_seen) if each.last_seen else None,
                posted=tongue.date(each.posted_on) if each.posted_on else None,
                nearest=numbers.get(each.nearest) if each.nearest else None,
                depth=depths[each.id],
                changes=tuple(
                    (tongue.gettext(_CHANGES[one.kind]), one.prefix, one.old, one.new) if shown else (tongue.gettext(_CHANGES[one.kind]), "", "", "")
                    for one in each.changes
                ),
            )
        )  # fmt: skip
    return tuple(views)


class Histories:
    """The part of a site that tells of a statement's versions and copies."""

    def __init__(self, frame: Frame) -> None:
        """Take the site."""
        self._frame = frame
        self._revisions = lru_cache(64)(self._frame.contents.record.revisions)

    def paths(self) -> Iterator[str]:
        """Yield the path of each page."""
        for entry in self._frame.paged():
            if entry.withdrawn:
                continue
            if entry.addresses > 1:
                yield f"statements/{entry.folder}/witnesses/index.html"
            if entry.versions > 1:
                yield f"statements/{entry.folder}/history/index.html"
                for from_, to in steps_of(self._revisions(entry.id), entry):
                    folder = diff_folder(entry.folder, from_, to)
                    yield f"{folder}/index.html"
                    yield from (f"{folder}/{view}/index.html" for view in VIEWS[1:])

    def page(self, path: str) -> str | None:
        """Return one page, None where there is none."""
        match path.split("/"):
            case ["statements", folder, *rest]:
                entry = self._frame.contents.by_folder.get(folder)
                return None if entry is None else self._of_statement(entry, rest)
        return None

    def _of_statement(self, entry: Entry, rest: Sequence[str]) -> str | None:
        match rest:
            case ["history", "index.html"] if entry.versions > 1:
                return self._history(entry)
            case ["witnesses", "index.html"] if entry.addresses > 1:
                return self._witnesses(entry)
            case ["diff", numbers, "index.html"] if found := _NUMBERS.fullmatch(numbers):
                return self._diff(entry, int(found[1]), int(found[2]), "inline")
            case ["diff", numbers, "side" | "words" as view, "index.html"] if found := _NUMBERS.fullmatch(
                numbers
            ):
                return self._diff(entry, int(found[1]), int(found[2]), view)
        return None

    def _history(self, entry: Entry) -> str:
        held = self._frame.contents.held(entry.id, None)
        is_whole = self._is_whole(entry)
        page = self._page(
            f"statements/{entry.folder}/history/index.html", self._frame.tongue.gettext("What changed"), entry
        )
        steps = view_steps(self._revisions(entry.id), entry.folder, self._frame.tongue, shown=is_whole)
        return self._frame.render(
            "history.html", page, entry=entry, steps=steps, versions=held.listed.versions, is_whole=is_whole
        )

    def _diff(self, entry: Entry, from_: int, to: int, view: str) -> str | None:
        contents, _ = self._frame.contents, self._frame.tongue.gettext
        if from_ == to or not (1 <= from_ <= entry.versions and 1 <= to <= entry.versions):
            return None
        old, new = (contents.held(entry.id, n) for n in (from_, to))
        revisions = [each for each in self._revisions(entry.id) if (each.from_, each.to) == (from_, to)]
        if not revisions:
            far = contents.record.between(entry.id, from_, to)
            revisions = [far or _compared(old, new)]
        is_whole = self._is_whole(entry)
        folder = diff_folder(entry.folder, from_, to)
        path = f"{folder}/index.html" if view == "inline" else f"{folder}/{view}/index.html"
        steps = [view_step(each, entry.folder, self._frame.tongue, shown=is_whole) for each in revisions]
        page = self._page(path, _("Version %(first)s and version %(second)s", first=from_, second=to), entry)
        return self._frame.render(
            "diff.html",
            page,
            entry=entry,
            step=steps[-1],
            others=steps[:-1],
            view=view,
            views=[
                ViewLink(_(_NAMES[each]), f"{folder}/index.html" if each == "inline" else f"{folder}/{each}/index.html", each == view)
                for each in VIEWS
            ],
            is_whole=is_whole,
            beside=view_beside(old, new, steps[-1], apart=view == "side") if is_whole and view != "words" else None,
            language=new.statement.language or "und",
            box=self._box(old, new, steps[-1], page),
        )  # fmt: skip

    def _witnesses(self, entry: Entry) -> str:
        page = self._page(
            f"statements/{entry.folder}/witnesses/index.html",
            self._frame.tongue.gettext("Where it stands, and who had it first"),
            entry,
        )
        copies = view_copies(
            self._frame.contents.record.copies(entry.id), self._frame.tongue, shown=self._is_whole(entry)
        )
        return self._frame.render("witnesses.html", page, entry=entry, copies=copies)

    def _box(self, old: Held, new: Held, step: StepView, page: SitePage) -> Box:
        """Return how to cite a comparison: of which texts it is, and between which captures the step lies."""
        profile, _ = self._frame.profile, self._frame.tongue.gettext
        told = {"first": step.from_, "second": step.to, "old": digest_of(old), "new": digest_of(new)}
        parts = (
            _("Version %(first)s (%(old)s) and version %(second)s (%(new)s)", **told),
            _("“%(title)s”", title=new.statement.title) if new.statement.title else new.listed.id,
            new.statement.source,
            _("changed between %(before)s and %(after)s", before=step.before, after=step.after)
            if step.before and step.after
            else None,
            _("in: %(site)s, kept by %(keeper)s", site=profile.name, keeper=profile.keeper)
            if profile.keeper
            else _("in: %(site)s", site=profile.name),
        )
        # What it compares does not change with the day on which somebody looks.
        day = step.when[1] or step.when[0] or self._frame.furniture.date
        return cite_page(page.title, parts, page.path, page.address, day, self._frame.tongue.tag, profile)

    def _is_whole(self, entry: Entry) -> bool:
        return self._frame.contents.level_of(entry) == "full"

    def _page(self, path: str, what: str, entry: Entry) -> SitePage:
        named = entry.title if entry.title != UNTITLED else entry.id
        title = self._frame.tongue.gettext("%(name)s: %(told)s", name=what, told=named)
        structured = structure_page(title, self._frame.profile, "AboutPage")
        return self._frame.made_page(path, title, title, structured)


def _compared(old: Held, new: Held) -> Revision:
    """Return a step between texts that never stood at one address: what a copy has otherwise is nobody's edit."""
    from onrecord.revising import compare_statements  # takes long to load, and most publications need it not

    changes = compare_statements(old.statement, new.statement)
    return Revision(old.listed.id, old.version, new.version, (None, None), changes)


def steps_of(revisions: Sequence[Revision], entry: Entry) -> list[tuple[int, int]]:
    """Return the steps that have pages of their own: each that was seen, and from the first text to the current one."""
    steps = [(each.from_, each.to) for each in revisions if each.from_ != each.to]
    if steps and entry.version != 1:
        steps.append((1, entry.version))
    return list(dict.fromkeys(steps))
