"""Sittings of parliaments: who presides, what is numbered, who gives the floor. All places and people are invented."""

from __future__ import annotations

from reading_pages import lines, only, read_text, transcript


def test_the_chair_is_named_in_brackets_behind_the_name() -> None:
    """The form of address and its article are no part of the name.

    Sesión 12ª de la Cámara de Costa Lantana

    El señor ALDEA (Presidente).- Se abre la sesión y tiene la palabra el diputado.

    El señor TORRUCO.- Señor Presidente, el puente sigue cerrado desde el otoño.

    El señor ALDEA (Presidente).- Muchas gracias por la observación.

    El señor TORRUCO.- Gracias, señor Presidente, y buenas tardes a todos.
    """
    turns = only(transcript(test_the_chair_is_named_in_brackets_behind_the_name)).turns
    assert [(turn.role, turn.speaker) for turn in turns[:2]] == [("chair", "Aldea"), ("official", "Torruco")]


def test_the_articles_of_a_bill_are_no_speakers() -> None:
    """They stand before the same mark as the names do, and count; a speaker's number comes back.

    Sesión 12ª de la Cámara de Costa Lantana

    El señor ALDEA (Presidente).- Se va a dar lectura al proyecto de ley.

    Artículo 1º.- Toda persona puede cruzar el puente de Lantana.

    Artículo 2º.- El puente abre a las nueve de la mañana.

    Artículo 3º.- El puente cierra a las nueve de la noche.

    Artículo 4º.- La presente ley entra en vigor mañana.

    El señor TORRUCO.- Señor Presidente, no hay puente todavía en Lantana.

    El señor ALDEA (Presidente).- Tiene razón el señor diputado en este punto.
    """
    turns = only(transcript(test_the_articles_of_a_bill_are_no_speakers)).turns
    assert [turn.speaker for turn in turns] == ["Aldea", "Torruco", "Aldea"]
    assert "Artículo 4º" in turns[0].text


def test_who_calls_the_next_speaker_by_name_is_in_the_chair() -> None:
    """No label says so: turn after turn ends with the name of whoever speaks next.

    Sitting of the Council of Skell

    Orla Fenn: The sitting is open. I give the floor to Bel Harrow.

    Bel Harrow: The locks were repaired in spring, and all of them hold water.

    Orla Fenn: Thank you. The floor is yours, Ms Quill.

    Ada Quill: I have seen the third lock last week, and it leaks a little.

    Orla Fenn: Mr Pardoe, please.

    Hew Pardoe: The third lock was never on the list that we were shown.

    Orla Fenn: Bel Harrow wishes to reply.

    Bel Harrow: It was on the list, on its second page, and it was repaired.

    Orla Fenn: That closes the list. Mr Pardoe on a point of order.

    Hew Pardoe: There was no second page in my copy of that list.
    """
    turns = only(transcript(test_who_calls_the_next_speaker_by_name_is_in_the_chair)).turns
    assert {turn.speaker: turn.role for turn in turns} == {
        "Orla Fenn": "chair",
        "Bel Harrow": "official",
        "Ada Quill": "official",
        "Hew Pardoe": "official",
    }


def test_who_was_present_is_nobodys_words() -> None:
    """What stands before the first label of a sitting is narration.

    Sitting of the Council of Skell

    Present were eleven members and the clerk, and one dog.

    The Speaker: Order. The sitting is open.

    Mr Harrow: I beg to move that the dog be heard first, Sir.

    The Speaker: The motion is out of order.

    Mr Harrow: Then I beg to move that it be given water.
    """
    first, *others = only(transcript(test_who_was_present_is_nobodys_words)).turns
    assert (first.speaker, first.role) == (None, "narration")
    assert lines(tuple(others))[0] == "chair The Speaker: Order. The sitting"


def test_a_minister_for_several_things_is_the_one_in_brackets() -> None:
    """What a post is for is nobody's name, however many words it has.

    Sitting of the Council of Skell

    The Minister for Law and Science and Technology (Mr E.W. Pardoe): Sir, I beg to move the second reading.

    Mr Harrow: Sir, I have read it once, and that was enough.

    The Minister for Law and Science and Technology (Mr E.W. Pardoe): Then the Member has read half of it.

    Mr Harrow: The better half, I hope.
    """
    turns = only(transcript(test_a_minister_for_several_things_is_the_one_in_brackets)).turns
    assert turns[0].speaker == "E.W. Pardoe"


def test_a_speaker_may_stand_above_his_words_on_a_page_that_sets_others_beside() -> None:
    """The same label with its mark, or another with a form of address, alone on its line."""
    turns = only(
        read_text(
            "Sitting of the Council of Skell\n\nMr. Harrow: I beg to move that the locks be painted green.\n\n"
            "The Speaker: The question is proposed, and the House divides.\n\nMr. Harrow: I thank the House for its patience.\n\n"
            "The Speaker:\n\nOrder. The Member will sit down now.\n\nMr. Pardoe\n\nI beg to second the motion of my friend.\n\n"
            "The Speaker: The motion is carried, and the House adjourns."
        )
    ).turns
    assert lines(turns)[3:5] == ["chair The Speaker: Order. The Member", "official Mr. Pardoe: I beg to"]


def test_names_that_head_the_columns_of_print_are_no_labels() -> None:
    """Whoever speaks stands above each page of his speech."""
    turns = only(
        read_text(
            "Sitzung des Rates von Skell\n\nDr. Ada Verne (LP): Frau Vorsitzende, die Schleuse ist seit dem Herbst zu.\n\n"
            "Bel Harrow (KP): Das stimmt nicht, sie war am Montag offen.\n\nDr. Ada Verne (LP): Eine Stunde lang war sie das.\n\n"
            "Dr. Ada Verne\n\nUnd dann wurde sie wieder geschlossen, wie jeder weiß.\n\nBel Harrow (KP): Das ist die halbe Wahrheit."
        )
    ).turns
    assert len(turns) == 4
    assert "wieder geschlossen" in turns[2].text


def test_where_labels_have_lines_of_their_own_no_lines_beginning_is_one() -> None:
    """Of a long sitting: "Upshot:" opens a sentence, and so does what a chair says; a member with her party is a label anywhere."""
    members = ("Ada Verne", "Bel Harrow")
    sitting = "\n\n".join(
        f"{members[n % 2]}:\n\nThe bridge stands {n} feet above the water." for n in range(44)
    )
    inline = (
        "Upshot: the bridge stands as it stood last year, and nobody crosses it.\n\nUpshot: it will stand tomorrow.\n\n"
        "Thank you, colleague. – Next Speaker: Ada Verne.\n\nCora Pell (LF): I have a word on the lock."
    )
    labels = [turn.label for turn in only(read_text(f"Sitting of 3 May 2030\n\n{sitting}\n\n{inline}")).turns]
    assert labels[43:] == ["Bel Harrow", "Cora Pell (LF)"]


def test_who_puts_the_oath_without_a_name_is_in_the_chair() -> None:
    """The page names who opens the sitting, and leaves out who takes the oaths."""
    page = """
        Sitting of the Assembly of Tern, 3 May 2030

        Ada Verne: I declare the sitting open.

        Bel Harrow: The list is read.

        Ada Verne: We will now vote.

        Unknown: Mr Pell, do you swear to keep the locks?

        Cora Pell: I do.

        Unknown: Ms Quill, do you swear to keep the locks?

        Dora Quill: I do.
        """
    roles = {turn.label: turn.role for turn in only(read_text(page)).turns}
    assert roles["Unknown"] == roles["Ada Verne"] == "chair"
