"""Briefings as foreign ministries and presidents print them in plain text: invented ones, in the shapes of real series."""

from __future__ import annotations

import pytest

from onrecord.model import Statement
from reading_pages import only, read_html, read_text


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


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("Remarks\nAda Verne, Secretary of State\nTreaty Room\nHalvane\nMarch 14, 2031", "Treaty Room, Halvane"),
        ("Ambassador Ada Verne\nBrunavia Representative to the Council\nHalvane, Skell\nMarch 14, 2031", "Halvane, Skell"),
        ("14 March 2031, Halvane", "Halvane"),
    ],
    ids=["hall and town", "town and country", "day and town"],
)  # fmt: skip
def test_lines_between_who_spoke_and_the_day_are_the_place(lines: str, place: str) -> None:
    """The day under them is that on which it was said; behind a day alone, the words must have the town too."""
    statement = only(
        read_text(
            f"Remarks by Ada Verne on the sea lanes\n\n{lines}\n\n"
            "Good morning, everyone. It is a great pleasure to be here in Halvane. We have a lot to talk about.\n"
        )
    )
    assert (statement.place, statement.given_on) == (place, "2031-03-14")


def test_a_topic_behind_a_day_is_no_place() -> None:
    """ "14 March 2031, Fisheries": nothing in the words says that it is a town."""
    statement = only(
        read_text(
            "Remarks by Ada Verne on the sea lanes\n\n14 March 2031, Fisheries\n\nGood morning, everyone. We have a lot to do.\n"
        )
    )
    assert statement.place is None


def test_the_times_of_a_recording_may_stand_before_the_labels() -> None:
    """ "[00:00:04] Ben Orro:" is his label, and the time a direction."""
    statement = only(
        read_text(
            "The Harbour Podcast: The Ferry, with Foreign Minister Ada Verne\n\nTranscript\n\n"
            "[00:00:04] Ben Orro: Welcome to the Harbour Podcast. With me today is the Foreign Minister. Why has it taken so long?\n\n"
            "[00:00:21] Ada Verne: Because it is hard. You have two countries and one boat.\n\n"
            "[00:00:36] Ben Orro: When does it sail?\n\n[00:00:38] Ada Verne: On the first of April.\n"
        )
    )
    assert [turn.speaker for turn in statement.turns] == ["Ben Orro", "Ada Verne"] * 2
    assert [turn.label for turn in statement.turns][:2] == ["Ben Orro", "Ada Verne"]


def test_an_interview_in_a_paper_was_published_on_its_day() -> None:
    """The paper is behind "in the", its name makes no article, and the day of publishing is not that of speaking."""
    statement = only(
        read_text(
            "Interview with Foreign Minister Ada Verne in the Tide Tribune (published on 14 March 2031)\n\n"
            "Foreign Minister, the ferry has been out for 41 days. Are you worried?\n\nI am concerned, but not worried.\n\n"
            "Why did you not act earlier?\n\nWe did act. On the second day I called my colleague in Skell.\n"
        )
    )
    assert (statement.kinds, statement.outlet) == (("interview",), "Tide Tribune")
    assert (statement.given_on, statement.posted_on) == (None, "2031-03-14")


def test_a_headline_under_press_release_is_the_title() -> None:
    """ "Press release" says what the page is; what it is about stands below."""
    statement = only(
        read_text(
            "Press release\nForeign Secretary visits Skell to deepen ties\n\nPublished 14 March 2031\n\n"
            "The Foreign Secretary will today hold talks in Skell on the reopening of the ferry line.\n\n"
            "She will meet President Tomas Ilves and visit the harbour of Velsen.\n"
        )
    )
    assert statement.title == "Foreign Secretary visits Skell to deepen ties"


def test_who_is_named_as_witnesses_does_not_speak_as_one() -> None:
    """ "Witnesses" heads a list above, and stands before its names once more."""
    statement = only(
        read_text(
            "Oral evidence: The closure of the ferry line, HC 412\n\nTuesday 14 March 2031\n\nWitnesses\n\nWitnesses: Ada Verne and Tomas Ilves.\n\n"
            "Q1 Chair: Welcome. When did you first learn of the closure?\n\nAda Verne: We learned of it on 1 February.\n\n"
            "Q2 Chair: From whom?\n\nAda Verne: From our ambassador.\n\nTomas Ilves: The note reached us at 7.10 am.\n"
        )
    )
    assert "Witnesses" not in {turn.label for turn in statement.turns}


def test_lines_of_who_briefs_stand_above_the_place_though_they_end_with_a_comma() -> None:
    """They are neither a salutation nor words of anybody."""
    statement = only(
        read_html(
            "<h1>Press Briefing by Press Secretary Ada Verne, et al.</h1>"
            "<p>PRESS BRIEFING<br>BY PRESS SECRETARY ADA VERNE,<br>SECRETARY OF TRADE BELLA HARROW,<br>COUNSELOR TO THE PRESIDENT CORIN ASHE<br>AND CEO OF TIDEPAY ILSE MARR</p>"
            "<p>Halvane, Brunavia</p><p>2:01 P.M. EST</p>"
            "<p>MS. VERNE: Let me outline the top for you, and then we will get started.</p><p>Q Thank you. When will the locks open?</p>"
            "<p>MS. VERNE: In May, if the ice is gone by then.</p>"
        )
    )
    assert statement.place == "Halvane, Brunavia"
    assert [turn.role for turn in statement.turns] == ["official", "questioner", "official"]
