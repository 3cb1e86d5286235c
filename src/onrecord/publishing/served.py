"""A site that is asked: the pages of the published one, with search, check, captured pages and faults besides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from onrecord.model import KINDS, Citation, Cited, Found, Held, Hit, OverTime, Review, Unheld, Verdict
from onrecord.publishing.asked.questions import Asked, Given, Sought, view_found, view_place, view_verdict
from onrecord.publishing.asked.reviewed import AtPage, view_review
from onrecord.publishing.citing.boxes import cite_forms
from onrecord.publishing.contents import Contents
from onrecord.publishing.lists.feeds import feed_id
from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.lists.terms import cut_found
from onrecord.publishing.retold import retell
from onrecord.publishing.site import Site
from onrecord.publishing.statement.captured import render_capture
from onrecord.publishing.statement.structured import structure_page
from onrecord.publishing.tongues import Tongue
from onrecord.publishing.wings.cards import card_policy, words_snippet
from onrecord.publishing.wings.channels import make_edits, make_feed
from onrecord.publishing.wings.overtime import view_over_time, write_over_time


class ServedSite(Site):
    """The pages of a site at one moment, for whoever answers requests."""

    def __init__(
        self, contents: Contents, moment: str, *, base: str | None = None, tongue: Tongue | None = None
    ) -> None:
        """Take what is listed, and the time of what stands around every page."""
        super().__init__(contents, moment, base=base, served=True, tongue=tongue)

    def languages_of(self, path: str) -> tuple[str, ...]:
        """Return the languages of a page: that of the statement it shows, if it is known, and that of the site's own words."""
        parts = path.split("/")
        entry = self.contents.by_folder.get(parts[1]) if len(parts) > 2 and parts[0] == "statements" else None
        told = entry.language if entry is not None else None
        return (told, self.tongue.tag) if told and told != self.tongue.tag else (self.tongue.tag,)

    def level(self, source: str | None, statement: str | None = None) -> str:
        """Return how much of a source's statements is shown: full, excerpt or metadata; "withdrawn" of one taken back."""
        entry = self.contents.by_id.get(statement) if statement is not None else None
        return self.contents.terms.level(source) if entry is None else self.contents.level_of(entry)

    def cut_hit(self, hit: Hit) -> Hit:
        """Return a hit with as many of its words as may be shown."""
        return cut_found(hit, self.level(hit.source, hit.statement))

    def cut(self, held: Held) -> Held:
        """Return a version with as many of its words as may be shown."""
        return self.contents.terms.held(held)[0]

    def feed(
        self, tells: str, title: str, name: str, home: str, entries: Iterable[Entry], *, edits: bool = False
    ) -> str:
        """Return a feed of what is new among these statements, or of their edits; its name and home as in the address."""
        id_ = feed_id(self.contents.identity, tells)
        if edits:
            title = self.tongue.gettext("Edits: %(title)s", title=title)
        return (make_edits if edits else make_feed)(self, id_, title, name, home, entries)

    def search_page(
        self,
        sought: Sought,
        found: Found | None,
        *,
        per_page: int = 20,
        reach: int = 1000,
        unheld: Sequence[Unheld] = (),
        fault: str | None = None,
    ) -> str:
        """Return the page of a search: its form, and the hits if there was something to look for.

        Where nothing was found, `unheld` are the filters that nothing of the record passes.
        """
        _ = self.tongue.gettext
        title = _("Search: %(words)s", words=sought.words) if sought.words else _("Search")
        page = self.made_page(
            "search", title, _("Search the words of this record."), structure_page(_("Search"), self.profile)
        )
        view = None
        if found is not None:
            view = view_found(sought, found, self.contents, per_page, reach, self.tongue, page.top)
        others = self.others(sought.link() if sought.words else "search", page.top)
        return self.render(
            "search.html",
            page._replace(heading=_("Search"), is_indexed=False, address=None, others=others),
            sought=sought,
            found=view,
            unheld=[retell(each.message, self.tongue) for each in unheld],
            unnarrowed=Sought(sought.words, {}).link(),
            fault=fault and retell(fault, self.tongue),
            kinds=KINDS,
            total=len(self.contents.entries),
        )

    def words_page(self, sought: Sought, told: OverTime | None, *, fault: str | None = None) -> str:
        """Return the page of words over time: its form, and the picture and table if words were given."""
        _ = self.tongue.gettext
        name = _("Words over time")
        title = _("Words over time: %(words)s", words=sought.words) if sought.words else name
        described = _("How often words were used, month by month.")
        page = self.made_page(
            "timeline/words", title, described, structure_page(name, self.profile, "WebPage")
        )
        asked = sought.link().replace("search?", "timeline/words?", 1) if sought.words else "timeline/words"
        return self.render(
            "overtime.html",
            page._replace(
                heading=name, is_indexed=not sought.words, address=None, others=self.others(asked, page.top)
            ),
            sought=sought,
            told=view_over_time(told, sought, self.tongue) if told is not None else None,
            fault=fault and retell(fault, self.tongue),
            kinds=KINDS,
            total=len(self.contents.entries),
        )

    def words_table(self, sought: Sought, told: OverTime) -> str:
        """Return words over time as CSV."""
        return write_over_time(told, sought)

    def check_page(
        self,
        asked: Asked,
        verdict: Verdict | None,
        show: Callable[[str, int], Held],
        *,
        cited: Cited | None = None,
        fault: str | None = None,
    ) -> str:
        """Return the page of a check: its form, and the verdict if a quotation was given, with the words `cited`."""
        _ = self.tongue.gettext
        title = _("Check a quotation")
        page = self.made_page(
            "check",
            title,
            _("How a quotation stands to what was published."),
            structure_page(title, self.profile, "WebPage"),
        )
        view = view_verdict(verdict, self.contents, show, self.tongue) if verdict is not None else None
        others = self.others((asked.quotation and asked.link) or "check", page.top)
        return self.render(
            "check.html",
            page._replace(
                is_indexed=page.is_indexed and view is None and not fault, address=None, others=others
            ),
            asked=asked,
            verdict=view,
            box=cite_forms(cited.forms) if cited is not None else None,
            card=self._words_card(cited, show),
            fault=fault and retell(fault, self.tongue),
        )

    def _words_card(self, cited: Cited | None, show: Callable[[str, int], Held]) -> str | None:
        if cited is None:
            return None
        return words_snippet(self, cited, show(cited.citation.statement, cited.citation.version))

    def review_page(
        self,
        given: Given,
        review: Review | None,
        *,
        fault: str | None = None,
        most: int,
        most_bytes: int,
        was_checked: bool = False,
    ) -> str:
        """Return the page of a review: its form, and the article with its quotations if one was given, be it to the check."""
        _ = self.tongue.gettext
        title = _("Review an article")
        described = _("How every quotation in an article stands to what was published.")
        page = self.made_page("review", title, described, structure_page(title, self.profile, "WebPage"))
        return self.render(
            "review.html",
            page._replace(is_indexed=review is None and not fault, address=None),
            text=given.text,
            posted_on=given.posted_on or "",
            view=view_review(review, self._page_of, self.tongue) if review is not None else None,
            fault=fault and retell(fault, self.tongue),
            most=most,
            most_bytes=most_bytes,
            was_checked=was_checked,
        )

    def _page_of(self, citation: Citation) -> AtPage | None:
        place = view_place(citation, self.contents, self.tongue)
        return AtPage(place.link, place.title, place.day) if place.link else None

    def policy_of(self, path: str) -> str | None:
        """Return the content security policy of a file that needs one of its own: pictures have their style in them, cards too."""
        if path.endswith(".svg"):
            return "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
        if path.endswith("/card.html"):
            return f"{card_policy()}; frame-ancestors *"
        return None

    def fault_page(self, heading: str, fault: str, path: str) -> str:
        """Return the page that says why there is nothing at a path."""
        heading = self.tongue.translations.gettext(heading)
        page = self.made_page(path, heading, heading, {})
        return self.render(
            "fault.html",
            page._replace(is_indexed=False, address=None, structured=None, others=()),
            fault=retell(self.tongue.translations.gettext(fault), self.tongue),
        )

    def captured_page(self, folder: str, version: int) -> str | None:
        """Return the page with the frame in which a captured page is shown; None where its words may not be shown whole."""
        held = self.capture_of(folder, version)
        if held is None:
            return None
        entry = self.contents.by_folder[folder]
        path = f"statements/{folder}/v{version}/captured/index.html"
        title = self.tongue.gettext("The page as it was captured")
        page = self.made_page(path, title, title, structure_page(title, self.profile, "WebPage"))
        return self.render(
            "captured.html", page._replace(is_indexed=False, address=None), entry=entry, capture=held.capture
        )

    def capture_of(self, folder: str, version: int) -> Held | None:
        """Return the version whose captured page may be shown: only of a source that is published in full."""
        entry = self.contents.by_folder.get(folder)
        if (
            entry is None
            or (entry.is_draft and version == entry.version)
            or not 1 <= version <= entry.versions
            or self.contents.level_of(entry) != "full"
        ):
            return None
        return self.contents.held(entry.id, version)

    def frame(self, text: str, language: str | None, *, is_markup: bool) -> str:
        """Return the captured page for the frame: nothing in it runs, loads or leads anywhere."""
        top = "../../../../" + "../" * self.prefix.count("/")
        return render_capture(text, language, f"{top}assets/style.css", is_markup=is_markup)
