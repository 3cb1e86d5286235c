"""Ordinary pages of offices with all that stands around their words, as text and as markup."""

from __future__ import annotations

from reading_pages import only, read_text

_MENU = """
Skip to main content
Port Office of Halvane
Menu
The Office
Our Minister
Budget
Careers
Policies
Services
News
Contact
Home
News
"""
_WORDS = """
The Port Office has today signed a contract for four dredgers that keep the northern harbours of Halvane open.

The dredgers will be delivered in the winter of 2032, and the harbours pay nothing for them.

The contract follows a public tender in which five yards took part, two of them from abroad.
"""


def test_title_stands_above_the_words_not_in_the_menus() -> None:
    """Under whole menus the title is the line whose words the text goes on with."""
    reading = read_text(
        f"{_MENU}\nNew dredgers keep northern harbours open\n\n6 May 2031\nPress release\n{_WORDS}\nPrivacy\nSitemap"
    )
    assert reading.page.title == "New dredgers keep northern harbours open"
    assert only(reading).turns[0].text.startswith("The Port Office has today")


def test_way_mark_that_is_cut_short_is_no_title() -> None:
    """Of a way-mark and the line below that goes on behind it the line below is the title."""
    title = "Launch of the plan “Open harbours”: Ada Verne in Skell on 6 May 2031"
    reading = read_text(f"{_MENU}Launch of the plan “Open harbours”\n\n{title}\n\nPress release\n{_WORDS}")
    assert reading.page.title == title


def test_line_with_a_field_is_no_title() -> None:
    """What a line tells under a label is none, however many of its words stand in the text."""
    reading = read_text(
        f"{_MENU}\nTranscript of the press briefing\n\nSpeakers: Harrow, contract and dredgers; Pell, harbours\n{_WORDS}"
    )
    assert reading.page.title == "Transcript of the press briefing"
