"""A line for the author: who speaks where that one holds an office, writes an article or says "I"; else whoever wrote for the site."""

from __future__ import annotations

import pytest

from reading_pages import only, read_html, read_text

SAID = "The ferry sails in May. It will be cheap, and it will be on time."


def test_an_editor_speaks_in_nobodys_name() -> None:
    """A ministry's message has an author in its program, and nobody who says it."""
    statement = only(
        read_text(
            f"Statement by the Ministry of Ports on the ferry\n\n14 May 2031\n\nAuthor: Dana Lisk\n\n{SAID}\n\n"
            "The Ministry thanks all who worked on it for two winters.\n"
        )
    )
    assert statement.speakers == ()
    assert [turn.speaker for turn in statement.turns] == [None]


def test_an_editor_is_not_beside_the_one_whom_the_title_names() -> None:
    """Her speech is hers."""
    statement = only(
        read_html(
            "<main><h1>Speech by Minister Ada Verne at the bridge</h1><p>14 May 2031</p><p>Author: Dana Lisk</p>"
            f"<p>Ladies and gentlemen, the bridge is open.</p><p>{SAID}</p></main>"
        )
    )
    assert [one.name for one in statement.speakers] == ["Ada Verne"]
    assert {turn.speaker for turn in statement.turns} == {"Ada Verne"}


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("The sea belongs to all", "Ada Verne, Minister of Ports"),
        ("Article by Minister Ada Verne on the sea", "Ada Verne"),
        ("Letter on the ferry", "Ada Verne"),
    ],
)
def test_an_author_in_office_or_of_an_article_speaks(title: str, author: str) -> None:
    """Whose words they are is told by the office, the title or the kind."""
    statement = only(
        read_text(
            f"{title}\n\nArticle for the Tide Gazette, 14 May 2031\n\nAuthor: {author}\n\n{SAID}\n\nI am proud of it.\n"
        )
    )
    assert [one.name for one in statement.speakers] == ["Ada Verne"]
