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
