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


def test_who_presides_may_be_told_by_what_he_says() -> None:
    """Nothing in the label: he opens, calls and takes the votes, and nobody else does.

    Sitting of the Lock Assembly

    ADA VERNE:
    Dear members, I begin with the second session.
    ADA VERNE:
    We will now vote on the lock.
    Bel Harrow:
    I vote in favour, of course.
    Corin Pell: I do not.
    Bel Harrow: The lock leaks.
    """
    turns = only(transcript(test_who_presides_may_be_told_by_what_he_says)).turns
    assert [turn.role for turn in turns] == ["chair", "chair", "official", "official", "official"]


def test_a_member_presides_where_his_brackets_say_so_and_speaks_elsewhere() -> None:
    """The same man, in the chair for an hour."""
    page = (
        "<h1>Sesión de la Cámara</h1><p>El señor ALDEA.- Pido la palabra. El puente es viejo.</p>"
        "<p>La señora PRESIDENTA.- Tiene la palabra el señor Aldea.</p><p>El señor ALDEA.- Gracias. Es muy viejo.</p>"
        "<p>El señor ALDEA (Vicepresidente).- Se levanta la sesión.</p>"
    )
    turns = only(read_html(page)).turns
    assert [(turn.role, turn.speaker) for turn in turns] == [
        ("official", "Aldea"),
        ("chair", None),
        ("official", "Aldea"),
        ("chair", "Aldea"),
    ]


def test_members_whom_the_record_does_not_name_are_members() -> None:
    """ "Some hon. Members", and a name left blank."""
    turns = only(
        read_html(
            "<h1>Sitting of the House</h1><p><b>Mr Speaker:</b> Order. The bridge is the next item.</p>"
            "<p><b>Mr Harrow:</b> The bridge is old, Sir.</p><p><b>Some hon. Members:</b> It is new.</p>"
            "<p><b>Mr Speaker:</b> Order.</p><p><b>MS. ________:</b> It is neither, Mr Speaker.</p><p><b>Mr Harrow:</b> Well.</p>"
        )
    ).turns
    assert [(turn.role, turn.speaker) for turn in turns][2:5:2] == [("official", None), ("official", None)]


def test_a_party_in_capitals_does_not_set_a_label_in_capitals() -> None:
    """One turn of a member whose party has capitals, among members whose parties have none; and a degree is no initial."""
    turns = only(
        read_html(
            "<h1>Sitzung der Kammer</h1><p>Präsident Pell:</p><p>Das Wort hat Frau Verne.</p><p>Ada Verne (Freie):</p>"
            "<p>Der Damm ist alt.</p><p>Präsident Pell:</p><p>Danke. Frau Karr.</p><p>Ina Karr (DAMMBUND/DIE FREIEN INSELN):</p>"
            "<p>Er ist es.</p><p>Präsident Pell:</p><p>Danke.</p><p>Dr. h. c. Bel Harrow (Freie):</p><p>Nein.</p>"
        )
    ).turns
    assert [turn.speaker for turn in turns] == ["Pell", "Ada Verne", "Pell", "Ina Karr", "Pell", "Bel Harrow"]


def test_an_office_in_small_letters_may_stand_behind_a_name() -> None:
    """Once on the page, in a sitting whose other labels have offices or parties."""
    page = (
        "<h1>Sitzung der Kammer</h1><p>Präsident Pell:</p><p>Das Wort hat die Regierung.</p>"
        "<p>Ada Verne, Parl. Staatssekretärin beim Minister für digitale Wege:</p><p>Der Damm ist alt.</p>"
        "<p>Präsident Pell:</p><p>Danke. Herr Harrow.</p><p>Bel Harrow (LF):</p><p>Danke, Herr Präsident. – Ich frage, Herr Pell:"
        " Wie alt?</p><p>Präsident Pell:</p><p>Sehr.</p>"
    )
    turns = only(read_html(page)).turns
    assert [turn.speaker for turn in turns] == ["Pell", "Ada Verne", "Pell", "Bel Harrow", "Pell"]


def test_those_whom_a_speaker_greets_are_no_label() -> None:
    """Offices behind a comma, and nobody of that name speaks.

    Remarks by President Harrow and Minister Verne
    PRESIDENT HARROW: Welcome. It is a good day for the bridge.
    MINISTER VERNE: Thank you. It is.
    President Harrow, President Pell, members of the Assembly: The bridge is open.
    PRESIDENT HARROW: Thank you all.
    """
    turns = only(transcript(test_those_whom_a_speaker_greets_are_no_label)).turns
    assert [turn.speaker for turn in turns] == ["Harrow", "Verne", "Harrow"]


def test_who_asks_by_name_in_a_briefing_is_of_the_press() -> None:
    """Beside the one whom the title names, though no label holds an office.

    Briefing by Spokesperson Ada Verne
    Ada Verne: Good morning. The bridge is open.
    Lena Vosper: Since when? I have not seen it.
    Ada Verne: Since Monday.
    Otto Quill: And the lock?
    Ada Verne: It leaks.
    Otto Quill: Thank you.
    """
    turns = only(transcript(test_who_asks_by_name_in_a_briefing_is_of_the_press)).turns
    assert [turn.role for turn in turns] == ["official", "questioner"] * 3


def test_a_name_in_a_case_is_the_labels_in_the_nominative() -> None:
    """The title puts the name in the genitive; the labels do not, and name the same woman."""
    page = (
        "<h1>Брифинг официального представителя МИД Веры Стожаровой в Вельсене</h1><p><b>{}:</b> Добрый день. Мост открыт.</p>"
        "<p><b>Вопрос:</b> Давно?</p><p><b>{}:</b> С понедельника.</p>"
    )
    for label, name in (("Вера Стожарова", "Вера Стожарова"), ("В. Стожарова", "Вера Стожарова")):
        statement = only(read_html(page.format(label, label)))
        assert [turn.speaker for turn in statement.turns] == [name, None, name]
        assert [one.name for one in statement.speakers] == [name]


def test_of_two_of_one_surname_the_office_tells() -> None:
    """Else the surname stays as it is printed, and nobody is guessed.

    Remarks by President Otto Harrow and Minister Bel Harrow
    PRESIDENT HARROW: Welcome. It is a good day for the bridge.
    MINISTER HARROW: Thank you. It is.
    MR. HARROW: Questions, please.
    """
    turns = only(transcript(test_of_two_of_one_surname_the_office_tells)).turns
    assert [turn.speaker for turn in turns] == ["Otto Harrow", "Bel Harrow", "Harrow"]
