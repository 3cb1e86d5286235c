"""Who speaks, and in which part: what labels, titles and manners tell. All places and people are invented."""

from __future__ import annotations

from reading_pages import lines, only, read_html, transcript


def test_a_line_that_tells_who_opens_is_narration() -> None:
    """It has no label, and is not the words of the one whom the title names.

    Pressekonferenz von Bundeskanzlerin Verne in Velsen
    VORS. HARROW eröffnet die Pressekonferenz und begrüßt die Bundeskanzlerin.
    BK´in Verne: Meine Damen und Herren, der Damm wird gebaut.
    FRAGE PELL: Wer zahlt ihn?
    BK´in Verne: Alle, die dahinter wohnen.
    """
    turns = only(transcript(test_a_line_that_tells_who_opens_is_narration)).turns
    assert [turn.role for turn in turns] == ["narration", "official", "questioner", "official"]
    assert turns[0].speaker is None


def test_an_opening_in_his_own_words_is_the_officials() -> None:
    """Who says "I" or "we" does not tell of somebody else.

    Press conference of Minister Ada Verne
    Minister Pell opens the bridge tomorrow, and we thank him for it.
    Question: At what hour?
    Answer: At nine.
    """
    turns = only(transcript(test_an_opening_in_his_own_words_is_the_officials)).turns
    assert (turns[0].role, turns[0].speaker) == ("official", "Ada Verne")


def test_those_whom_a_page_only_counts_have_one_part() -> None:
    """Beside a spokesman with his office, "Speaker 1" and "Speaker 2" are of the press, also where one gives thanks."""
    turns = only(
        read_html(
            "<h1>Weekly Briefing by the Spokesperson</h1><p><b>Ada Verne, Spokesperson:</b> Good morning. Questions.</p>"
            "<p><b>Speaker 1:</b> When will the ferry sail?</p><p><b>Speaker 2:</b> And what will it cost?</p>"
            "<p><b>Ada Verne, Spokesperson:</b> On Monday. The fare stays.</p><p><b>Speaker 1:</b> Thank you.</p>"
            "<p><b>Ada Verne, Spokesperson:</b> Thank you.</p>"
        )
    ).turns
    assert [turn.role for turn in turns] == [
        "official",
        "questioner",
        "questioner",
        "official",
        "questioner",
        "official",
    ]


def test_for_whom_a_member_speaks_may_stand_behind_his_name() -> None:
    """ "im Namen der LF-Fraktion": no office, and no name."""
    turns = only(
        read_html(
            "<h1>Aussprache über den Damm</h1><p><b>Der Präsident.</b> – Es folgt die Aussprache über den Damm.</p>"
            "<p><b>Ilse Grauert, im Namen der LF-Fraktion.</b> – Herr Präsident! Der Damm ist zu hoch.</p>"
            "<p><b>Der Präsident.</b> – Die Aussprache ist geschlossen.</p>"
        )
    ).turns
    assert [(turn.role, turn.speaker) for turn in turns] == [
        ("chair", None),
        ("official", "Ilse Grauert"),
        ("chair", None),
    ]


def test_a_question_may_have_the_letter_of_another_language() -> None:
    """ "P." among "Q.", where what stands behind it asks; initials do not."""
    page = (
        "<h1>Press remarks by Minister Ada Verne</h1><p>Good afternoon. The bridge is open.</p><p><b>Q.</b> Since when?</p>"
        "<p>Since Monday.</p><p><b>P.</b> {}</p><p>Vuelve el lunes.</p><p><b>Q.</b> And the lock?</p><p>It leaks.</p>"
    )
    turns = only(read_html(page.format("Señora Verne, ¿y el barco?"))).turns
    assert lines(turns)[3] == "questioner P: Señora Verne, ¿y"
    assert len(turns) == 7
    assert len(only(read_html(page.format("Harrow wrote this."))).turns) == 5
