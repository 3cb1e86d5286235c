"""The pages about all of the record: the front page, what the record is, what was removed from it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.publishing.frame import Frame
from onrecord.publishing.statement.structured import structure_page, structure_site
from onrecord.publishing.statement.tombs import view_tombstone


class Fronts:
    """The part of a site that tells of the whole."""

    def __init__(self, frame: Frame) -> None:
        """Take the site."""
        self._frame = frame

    def paths(self) -> Iterator[str]:
        """Yield the path of each page."""
        yield from ("index.html", "about.html")
        if self._frame.contents.tombstones:
            yield "removed.html"

    def page(self, path: str) -> str | None:
        """Return one page, None where there is none."""
        match path:
            case "index.html":
                return self._front()
            case "about.html":
                return self._about()
            case "removed.html":
                return self._removed()
        return None

    def _front(self) -> str:
        page = self._frame.made_page(
            "index.html",
            self._frame.profile.name,
            self._frame.tongue.gettext("%(site)s: the latest messages.", site=self._frame.profile.name),
            structure_site(self._frame.profile, self._frame.furniture.at),
        )
        latest = self._frame.contents.entries[: self._frame.profile.latest]
        return self._frame.render(
            "front.html",
            page._replace(is_front=True, feed=""),
            entries=list(self._frame.contents.with_leads(latest)),
        )

    def _removed(self) -> str | None:
        if not self._frame.contents.tombstones:
            return None
        views = [
            view_tombstone(each, self._frame.profile, self._frame.tongue)
            for each in self._frame.contents.tombstones
        ]
        title = self._frame.tongue.gettext("Removed")
        page = self._frame.made_page(
            "removed.html", title, removals(self._frame), structure_page(title, self._frame.profile)
        )
        return self._frame.render("removed.html", page, tombstones=views, is_one=False)

    def _about(self) -> str:
        _ = self._frame.tongue.gettext
        heading = _("About this record")
        description = _("Who keeps this record, what it claims and what not, and what proof there is.")
        page = self._frame.made_page(
            "about.html", heading, description, structure_page(heading, self._frame.profile, "AboutPage")
        )
        return self._frame.render(
            "about.html",
            page,
            total=len(self._frame.contents.entries),
            announced=len(self._frame.contents.announced),
            is_cut=self._frame.contents.is_cut,
            removed=len(self._frame.contents.tombstones),
        )


def removals(frame: Frame) -> str:
    """Return what pages of removals are described as."""
    return frame.tongue.gettext("What was removed from this record, by whom, when and why.")
