"""Pages as offices' sites make them, with what their markup says beside the words. All names are invented."""

from __future__ import annotations

import pytest

from reading_pages import lines, only, read_html

_WORDS = (
    "<p>The locks at Skell were opened again on Monday, two weeks before they were expected to be.</p>"
    "<p>Ships of up to ninety metres can pass them by day and by night, as they could before the flood.</p>"
)
_DATED = f"<main><h1>Locks at Skell open again</h1><p><time datetime='2031-05-14'>14 May 2031</time></p>{_WORDS}</main>"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("<meta property='og:site_name' content='Ministry of Ports'>", ""),
        ("<title>Locks at Skell open again - Hafenministerium Velsen</title>", ""),
        ("<title>Port Police | Locks at Skell open again</title>", ""),
        ("<meta name='author' content='Ministère des Ports'>", ""),
        ('<script type="application/ld+json">{"@type":"GovernmentOrganization","name":"Ports"}</script>', ""),
        ("", "<footer><p>© 2031 Bundesministerium für Häfen</p></footer>"),
    ],
)
def test_dated_text_of_an_office_s_site_is_a_message(head: str, foot: str) -> None:
    """A site that says that it is an office's puts out messages, whatever their titles."""
    statement = only(read_html(_DATED + foot, head))
    assert (statement.title, statement.posted_on) == ("Locks at Skell open again", "2031-05-14")
    assert statement.turns[0].text.startswith("The locks at Skell")


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<meta property='og:site_name' content='Skell Gazette'>",
        "<meta property='og:site_name' content='Government News Daily'>",
        "<title>Locks at Skell open again - the ministry is pleased</title>",
        '<script type="application/ld+json">{"@type":"NewsArticle"}</script><meta name="author" content="Ministry of Ports">',
    ],
)
def test_dated_text_of_anybody_else_is_none(head: str) -> None:
    """A newspaper's article is no message, though its title, or its name, has an office in it."""
    assert not read_html(_DATED, head).statements


def test_service_page_of_an_office_without_a_day_is_no_message() -> None:
    """What an office offers is said on no occasion."""
    page = f"<main><h1>Passing the locks</h1>{_WORDS}</main>"
    assert not read_html(page, "<meta property='og:site_name' content='Ministry of Ports'>").statements


def test_address_with_the_word_for_an_office_tells_a_site() -> None:
    """A host called after a parliament or a government is that of one."""
    assert (
        only(read_html(_DATED, url="https://www.parlament.example.net/news/locks")).posted_on == "2031-05-14"
    )
    assert not read_html(_DATED, url="https://www.example.net/parlament/locks").statements
