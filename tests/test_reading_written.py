"""Written questions and their answers: the headings tell who asked, and who answered."""

from __future__ import annotations

import pytest

from reading_pages import only, read_html, read_text

Told = list[tuple[str | None, str | None, str]]

PAGES: dict[str, tuple[str, Told]] = {
    "a senator's, with the gazette's page below each heading": (
        "<h1>Fermeture du pont</h1><h2>Question écrite n° 01412 de Mme Ada Verne (Skell - LP)</h2><p>publiée dans le JO du 14/05/2031 - page 1412</p>"
        "<p>Mme Ada Verne attire l'attention de Mme la ministre sur la fermeture du pont. Elle lui demande quand il rouvrira.</p>"
        "<h2>Réponse du Ministère des ports</h2><p>publiée dans le JO du 12/06/2031 - page 2033</p><p>Le pont rouvrira en juillet.</p><p>Le Gouvernement y veille.</p>",
        [
            (
                "questioner",
                "Ada Verne",
                "Mme Ada Verne attire l'attention de Mme la ministre sur la fermeture du pont. Elle lui demande quand il rouvrira.",
            ),
            ("official", None, "Le pont rouvrira en juillet.\n\nLe Gouvernement y veille."),
        ],
    ),
    "a member's, whom a secretary of state answers": (
        "<h1>Sperrung der Skellbrücke</h1><h2>Schriftliche Frage der Abgeordneten Ada Verne (LP)</h2><p>Wann wird die Brücke wieder geöffnet?</p>"
        "<h2>Antwort des Staatssekretärs Dr. Bernd Harrow vom 12. Mai 2031</h2><p>Die Brücke wird im Juli geöffnet.</p>",
        [
            ("questioner", "Ada Verne", "Wann wird die Brücke wieder geöffnet?"),
            ("official", "Bernd Harrow", "Die Brücke wird im Juli geöffnet."),
        ],
    ),
    "one that the title gives to who asks": (
        "<h1>Question écrite n° 1412 de Mme Ada Verne</h1><h3>Texte de la question</h3><p>Mme Ada Verne interroge Mme la ministre des ports sur la fermeture du pont.</p>"
        "<h3>Texte de la réponse</h3><p>Le pont rouvrira au mois de juillet.</p>",
        [
            (
                "questioner",
                None,
                "Mme Ada Verne interroge Mme la ministre des ports sur la fermeture du pont.",
            ),
            ("official", None, "Le pont rouvrira au mois de juillet."),
        ],
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_written_question_and_its_answer(page: str) -> None:
    """An answer is nobody's where its heading names an office alone, and never the one's who asked."""
    markup, told = PAGES[page]
    assert [(turn.role, turn.speaker, turn.text) for turn in only(read_html(markup)).turns] == told


def test_headings_of_questions_in_an_article_are_no_written_question() -> None:
    """ "Question of the day" names nobody who asks, and nothing answers it."""
    page = "The bridge\n\nQuestion of the day\n\nWill it open in May, as the port says? Nobody knows.\n\nAnswer below\n\nIt may, or it may not.\n"
    assert all(turn.role != "questioner" for one in read_text(page).statements for turn in one.turns)
