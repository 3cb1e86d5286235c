"""Lists below a statement in a plain text, in the shapes that no mark parts: the statement stays one, the list gives notices."""

from __future__ import annotations

import pytest

from reading_pages import only, read_text

_HEAD = """
            Embassy of Brunavia in Skell
            3 May 2031, Sunday
            Halvane 10:20
            Port Aurel 12:20
            Consular section: +00 (20) 555-0101
            41 days since the closing of the locks

"""
_WORDS = """
            We mourn the victims of the ferry accident in Skell. Our thoughts are with their families.

"""
_TITLES = {
    "a day above it": "            03.05.2031\n            Embassy comment on the ferry accident\n",
    "a day below it": "            Embassy comment on the ferry accident\n            03.05.2031\n",
    "no day": "            Embassy comment on the ferry accident\n",
}
_LISTS = {
    "days before titles, under a heading": """
            Latest messages
            02.05.2031 Ambassador's interview with the Skell Tribune
            Question: Madam Ambassador, what do you make of…
            01.05.2031 On the locks of Orvane
            The Ministry of Foreign Affairs has published…
            All messages
""",
    "days before titles": """
            02.05.2031 Ambassador's interview with the Skell Tribune
            Question: Madam Ambassador, what do you make of…
            01.05.2031 On the locks of Orvane
            The Ministry of Foreign Affairs has published…
            All messages
""",
    "days above titles, under a heading": """
            Latest messages

            02.05.2031

            Ambassador's interview with the Skell Tribune

            Question: Madam Ambassador, what do you make of…

            01.05.2031

            On the locks of Orvane

            The Ministry of Foreign Affairs has published…
""",
    "days above titles": """
            02.05.2031

            Ambassador's interview with the Skell Tribune

            Question: Madam Ambassador, what do you make of…

            01.05.2031

            On the locks of Orvane

            The Ministry of Foreign Affairs has published…

            All messages
""",
}


@pytest.mark.parametrize("listed", _LISTS.values(), ids=_LISTS)
@pytest.mark.parametrize("title", _TITLES.values(), ids=_TITLES)
def test_a_short_statement_above_a_list_stays_the_pages_statement(title: str, listed: str) -> None:
    """No entry of the list is taken for it, and none of its leads is a turn."""
    reading = read_text(_HEAD + title + _WORDS + listed)
    statement = only(reading)
    assert (statement.title, statement.kinds) == ("Embassy comment on the ferry accident", ("comment",))
    assert [turn.text for turn in statement.turns] == [_WORDS.strip()]
    assert [(notice.title, notice.posted_on) for notice in reading.notices] == [
        ("Ambassador's interview with the Skell Tribune", "2031-05-02"),
        ("On the locks of Orvane", "2031-05-01"),
    ]


def test_a_chronicle_in_somebodys_words_is_no_list() -> None:
    """Nothing but its days speaks for one."""
    statement = only(
        read_text(
            """
            Statement by Minister Ada Verne on the locks

            Let me recall what happened, day by day.

            1 March 2031
            Closing of the first lock

            2 March 2031
            Closing of the second lock

            3 March 2031
            Letter of the harbour to the ministry

            We shall never forget these days.
            """
        )
    )
    (turn,) = statement.turns
    assert "Closing of the second lock" in turn.text
    assert turn.text.endswith("these days.")


_ENTRIES = (
    ("Minister Ilse Harrow on the Skell article", "19 May 2031", "Minister Ilse Harrow rejects an article on the locks."),
    ("Cabinet media briefing: 21 May", "18 May 2031", "The Minister for Harbours will tell of the meeting on Wednesday."),
    ("Quay cluster media briefing", "17 May 2031", "Thank you for joining us this morning for the cluster's briefing."),
    ("Visit to the ferry yard", "16 May 2031", "Deputy Ministers\nMembers of the Media"),
)  # fmt: skip


def test_titles_with_their_days_below_and_one_line_behind_each_are_a_list() -> None:
    """What stands below each entry alike ("Media releases") tells that they are entries, and is part of no lead."""
    listed = "\n\n".join(f"{title}\n\n{day}\n\n{lead}\n\nMedia releases" for title, day, lead in _ENTRIES)
    reading = read_text(listed)
    assert not reading.statements
    assert [(one.posted_on, one.title) for one in reading.notices] == [
        ("2031-05-19", "Minister Ilse Harrow on the Skell article"),
        ("2031-05-18", "Cabinet media briefing: 21 May"),
        ("2031-05-17", "Quay cluster media briefing"),
        ("2031-05-16", "Visit to the ferry yard"),
    ]
    assert reading.notices[0].lead == "Minister Ilse Harrow rejects an article on the locks."


def test_days_above_titles_with_one_line_behind_each_lead_are_a_list() -> None:
    """The line that leads on is learnt from the page, in whatever language: no interview among the entries is the page's statement."""
    leads = (
        "Festeggiare il 1° maggio significa celebrare il lavoro […]",
        "«Non c'è alternativa» […]",
        "IL MINISTRO DEI PORTI: LA BATTAGLIA COMINCIA […]",
        "Guarda l'intervista",
        "La testa del ministro è ferma sul 23 aprile. […]",
    )
    titles = (
        "Harrow: “Serve una politica nuova” (Il Molo)",
        "Verne: “L'Illiria non permetterà le armi” (La Marea)",
        "Intervista del Ministro Verne a La Riva",
        "L'intervista del Ministro Verne a Radio Skell",
        "Verne: “Basta liti” (La Rada)",
    )
    entries = (f"{30 - n} Aprile 2031\n{t}\n\n{lead}\n\nLeggi di più" for n, (t, lead) in enumerate(zip(titles, leads, strict=True)))  # fmt: skip
    reading = read_text(
        "Interviste e Articoli\n\nInserisci i parametri di ricerca\nReset\n" + "\n".join(entries)
    )
    assert not reading.statements
    assert [one.title for one in reading.notices] == list(titles)
    assert reading.notices[3].lead == "Guarda l'intervista"


def test_a_speech_with_three_dated_headings_is_no_list() -> None:
    """Headings with days below them in somebody's words, with nothing alike below each, stay words."""
    words = (
        "We met the crews of the ferries, and they told us what they need from the ministry and from us all."
    )
    parts = (f"{title}\n\n{day} May 2031\n\n{words}" for title, day in (("The first lock", 3), ("The second lock", 4), ("The third lock", 5)))  # fmt: skip
    reading = read_text(
        "Speech by Minister Ilse Harrow at the ferry yard\n\nDear friends,\n\n" + "\n\n".join(parts)
    )
    assert only(reading).turns[-1].text.endswith(words)
    assert not reading.notices
