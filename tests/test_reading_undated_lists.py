"""Pages that are only a list, and give no days: linked titles of statements one below the other."""

from __future__ import annotations

from reading_pages import read_html

TITLES = (
    "Statement by the Foreign Ministry on the lost archive",
    "Interview of Ambassador Ada Verne with the Tide Tribune",
    "Comment by Spokesperson Bel Olm on the bridge of Skell",
    "Opening hours of the consulate in June and July",
)


def entries(lead: str = "") -> str:
    """Return the titles as a site lists them, each with its lead below."""
    return "".join(
        f"<div class='entry'><a href='/messages/{n}'>{title}</a>{lead}</div>"
        for n, title in enumerate(TITLES)
    )


def test_linked_titles_without_days_are_announced() -> None:
    """Most of them name a kind of statement; when they were posted is not told, and not guessed."""
    reading = read_html(f"<title>Embassy of Ternia</title><h1>All messages</h1><div>{entries()}</div>")
    assert reading.page.kind == "listing"
    assert [notice.title for notice in reading.notices] == list(TITLES)
    assert {notice.posted_on for notice in reading.notices} == {None}
    assert [(notice.url or "")[-11:] for notice in reading.notices] == [f"/messages/{n}" for n in range(4)]


def test_a_lead_stands_below_its_title() -> None:
    """It is the notice's, and nobody's words."""
    reading = read_html(f"<h1>All messages</h1>{entries('<p>The harbour of Skell will open.</p>')}")
    assert {notice.lead for notice in reading.notices} == {"The harbour of Skell will open."}
    assert reading.statements == ()


def test_what_stands_in_two_lists_is_announced_once() -> None:
    """The list of the latest beside the list of all has the same entries."""
    reading = read_html(f"<h1>All messages</h1><div>{entries()}</div><div>{entries()}</div>")
    assert [notice.title for notice in reading.notices] == list(TITLES)


def test_a_menu_of_sections_announces_nothing() -> None:
    """Links that name no statements, and those in the page's element for its menu."""
    sections = "".join(f"<div><a href='/{n}'>Section number {n} of the site</a></div>" for n in range(6))
    assert read_html(f"<h1>The embassy</h1>{sections}").notices == ()
    assert read_html(f"<h1>The embassy</h1><nav>{entries()}</nav><p>Welcome to our site.</p>").notices == ()


def test_beside_a_text_of_its_own_the_list_is_no_page_of_notices() -> None:
    """A page about the office has more words than the titles beside it."""
    about = "<p>" + "The embassy stands in Harbour Street and helps all who come. " * 12 + "</p>"
    reading = read_html(f"<h1>About the embassy</h1>{about}<div>{entries()}</div>")
    assert (reading.page.kind, reading.notices) == ("other", ())
