"""Briefings as foreign ministries and presidents print them in plain text: invented ones, in the shapes of real series."""

from __future__ import annotations

from onrecord.model import Statement
from reading_pages import only, read_text


def _last(statement: Statement) -> str:
    return statement.turns[-1].text


def test_an_index_above_a_briefing_is_not_where_it_was_given() -> None:
    """ "TRANSCRIPT:" stands above the time of day, where others have the place; a document's number ends the text."""
    statement = only(
        read_text(
            "Daily Press Briefing - March 14, 2031\n\nIndex for Today's Briefing\n\nSKELL\n    Consular Access\n\nTRANSCRIPT:\n\n1:42 p.m. EDT\n\n"
            "MS. VERNE: Good afternoon, everyone. I have two announcements at the top.\n\nQUESTION: Who asked for the talks?\n\n"
            "MS. VERNE: They were requested by both sides. We --\n\nQUESTION: By both?\n\nMS. VERNE: By both sides.\n\n"
            "(The briefing was concluded at 2:31 p.m.)\n\nDPB # 42\n"
        )
    )
    assert statement.place is None
    assert [turn.role for turn in statement.turns] == ["official", "questioner"] * 2 + ["official"]
    assert _last(statement) == "By both sides."


def test_who_asks_keeps_his_first_name_before_his_paper() -> None:
    """Ben is a particle in some names; at the head of one it is a given name, and what stands behind the comma his paper."""
    statement = only(
        read_text(
            "Transcript of Weekly Media Briefing by the Official Spokesperson (March 14, 2031)\n\nMarch 14, 2031\n\n"
            "Shri Tomas Ilves, Official Spokesperson: Good afternoon. I would like to open the floor for questions.\n\n"
            "Ben Orro, TideNet: Is there a date for the next round of talks?\n\n"
            "Shri Tomas Ilves, Official Spokesperson: We will share the dates once they are finalised.\n\n"
            "Carla Minch, ANB: Any comment on the remarks of the Orvane minister?\n\n"
            "Shri Tomas Ilves, Official Spokesperson: We have seen the remarks. Thank you very much for joining.\n\n"
            "Halvane\nMarch 14, 2031\n"
        )
    )
    assert [turn.speaker for turn in statement.turns if turn.role == "questioner"] == [
        "Ben Orro",
        "Carla Minch",
    ]
    assert statement.place == "Halvane"
    assert _last(statement).endswith("Thank you very much for joining.")


def test_a_label_that_the_list_of_those_present_has_needs_no_second_time() -> None:
    """Harrow speaks once: the list above the words has "Harrow (AA)" on a line of its own, and so is his label."""
    statement = only(
        read_text(
            "Regierungspressekonferenz vom 14. März 2031\n\nSprecherinnen und Sprecher\n• Regierungssprecherin Verne\n• Harrow (AA)\n\n"
            "SRS'in Verne: Guten Tag! Das Kabinett hat heute das Fährabkommen beschlossen.\n\n"
            "Frage: Frau Verne, wann tritt das Abkommen in Kraft?\n\nSRS'in Verne: Am ersten April.\n\n"
            "Zusatzfrage: Auch für die Frachtschiffe?\n\nSRS'in Verne: Dazu kann vielleicht der Kollege etwas sagen.\n\n"
            "Harrow (AA): Das kann ich gern ergänzen. Für Frachtschiffe gilt eine Frist von sechs Monaten.\n"
        )
    )
    assert (statement.turns[-1].speaker, _last(statement)[:8]) == ("Harrow", "Das kann")


def test_a_post_by_its_letters_speaks_as_the_post_does() -> None:
    """ "FS" is no newsroom where "Foreign Secretary" has a label on the page."""
    statement = only(
        read_text(
            "Ada Verne's interview with Radio Aurel\n\nPublished 14 March 2031\n\n"
            "Interviewer: Good morning, Foreign Secretary. What did you bring home?\n\n"
            "Foreign Secretary: Good morning. We brought home an agreement.\n\nInterviewer: Was it worth it?\n\n"
            "FS: Absolutely. It took two years.\n\nInterviewer: And the sailors?\n\nFS: They are home.\n"
        )
    )
    assert [turn.role for turn in statement.turns] == ["questioner", "official"] * 3


def test_house_and_town_below_the_hour_are_the_place() -> None:
    """Day, hour and place stand one under the other: the day is that on which it was said."""
    statement = only(
        read_text(
            "Meeting with heads of fishing companies\n\nMarch 14, 2031\n15:40\nThe Tide Palace, Halvane\n\n"
            "President Bel Harrow: Good afternoon, friends. Let us begin. Mr Ilves, please, go ahead.\n\n"
            "Head of Northern Trawlers Tomas Ilves: Thank you, Mr President. The quotas have helped.\n\n"
            "Bel Harrow: What about the ports?\n\nTomas Ilves: We wait for three days on average.\n"
        )
    )
    assert (statement.place, statement.given_on) == ("The Tide Palace, Halvane", "2031-03-14")
