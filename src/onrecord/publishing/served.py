"""A site that is asked: the pages of the published one, with search, check, captured pages and faults besides."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.model import KINDS, Found, Held, Verdict
from onrecord.publishing.captured import render_capture
from onrecord.publishing.contents import Contents
from onrecord.publishing.furniture import Furniture
from onrecord.publishing.questions import Asked, Sought, view_found, view_verdict
from onrecord.publishing.site import Site
from onrecord.publishing.structured import structure_page


class ServedSite(Site):
    """The pages of a site at one moment, for whoever answers requests."""

    def __init__(self, contents: Contents, furniture: Furniture, *, base: str | None = None) -> None:
        """Take what is listed, and what stands around every page."""
        super().__init__(contents, furniture, base=base, served=True)

    def level(self, source: str | None) -> str:
        """Return how much of a source's statements is shown: full, excerpt or metadata."""
        return self.contents.terms.level(source)

    def cut(self, held: Held) -> Held:
        """Return a version with as many of its words as may be shown."""
        return self.contents.terms.held(held)[0]

    def search_page(
        self,
        sought: Sought,
        found: Found | None,
        *,
        per_page: int = 20,
        reach: int = 1000,
        fault: str | None = None,
    ) -> str:
        """Return the page of a search: its form, and the hits if there was something to look for."""
        title = f"Search: {sought.words}" if sought.words else "Search"
        page = self.made_page(
            "search", title, "Search the words of this record.", structure_page("Search", self.profile)
        )
        view = view_found(sought, found, self.contents, per_page, reach) if found is not None else None
        return self.render(
            "search.html",
            page._replace(heading="Search", is_indexed=False, address=None),
            sought=sought,
            found=view,
            fault=fault,
            kinds=KINDS,
            total=len(self.contents.entries),
        )

    def check_page(
        self,
        asked: Asked,
        verdict: Verdict | None,
        show: Callable[[str, int], Held],
        *,
        fault: str | None = None,
    ) -> str:
        """Return the page of a check: its form, and the verdict if a quotation was given."""
        title = "Check a quotation"
        page = self.made_page(
            "check",
            title,
            "How a quotation stands to what was published.",
            structure_page(title, self.profile, "WebPage"),
        )
        view = view_verdict(verdict, self.contents, show) if verdict is not None else None
        return self.render(
            "check.html",
            page._replace(is_indexed=view is None and not fault, address=None),
            asked=asked,
            verdict=view,
            fault=fault,
        )

    def fault_page(self, heading: str, fault: str, path: str) -> str:
        """Return the page that says why there is nothing at a path."""
        page = self.made_page(path, heading, heading, {})
        return self.render(
            "fault.html", page._replace(is_indexed=False, address=None, structured=None), fault=fault
        )

    def captured_page(self, folder: str, version: int) -> str | None:
        """Return the page with the frame in which a captured page is shown; None where its words may not be shown whole."""
        held = self.capture_of(folder, version)
        if held is None:
            return None
        entry = self.contents.by_folder[folder]
        path = f"statements/{folder}/v{version}/captured/index.html"
        title = "The page as it was captured"
        page = self.made_page(path, title, title, structure_page(title, self.profile, "WebPage"))
        return self.render(
            "captured.html", page._replace(is_indexed=False, address=None), entry=entry, capture=held.capture
        )

    def capture_of(self, folder: str, version: int) -> Held | None:
        """Return the version whose captured page may be shown: only of a source that is published in full."""
        entry = self.contents.by_folder.get(folder)
        if entry is None or not 1 <= version <= entry.versions or self.level(entry.source) != "full":
            return None
        return self.contents.held(entry.id, version)

    def frame(self, text: str, language: str | None, *, is_markup: bool) -> str:
        """Return the captured page for the frame: nothing in it runs, loads or leads anywhere."""
        return render_capture(text, language, "../../../../assets/style.css", is_markup=is_markup)
