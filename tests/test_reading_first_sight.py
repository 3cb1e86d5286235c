"""What pages of known conventions were misread for at first sight: invented ones, their sentences as uneven as real ones."""

from __future__ import annotations

from onrecord.model import Statement
from reading_pages import only, read_html


def _cast(statement: Statement) -> list[tuple[str | None, str | None]]:
    return [(turn.label, turn.role) for turn in statement.turns]


def test_letters_that_take_turns_ask_and_answer_though_few_questions_have_their_mark() -> None:
    """Who asks may state and thank: "P.-" and "R.-" come by turns, and one question of three has its mark."""
    statement = only(
        read_html(
            "<h1>Entrevista del ministro de Pesca, Corin Ashe, en Radio Ribera</h1>"
            "<p><b>P.-</b> Buenos días, ministro. Ayer dijo usted que la flota saldría el lunes, y lo desmienten.</p>"
            "<p><b>R.-</b> Buenos días. La flota sale el lunes.</p><p><b>P.-</b> ¿Y la cuota?</p>"
            "<p><b>R.-</b> La cuota es la que es.</p><p>Nadie la ha tocado.</p>"
            "<p><b>P.-</b> Gracias por atendernos.</p><p><b>R.-</b> Gracias a ustedes.</p>"
        )
    )
    assert [turn.role for turn in statement.turns] == ["questioner", "official"] * 3
    assert {turn.speaker for turn in statement.turns} == {None, "Corin Ashe"}


def test_letters_in_another_order_stay_initials() -> None:
    """Two signatories with initials of a kind do not ask each other."""
    statement = only(
        read_html(
            "<h1>Statement by the Ministers of Ports</h1><p>We met in Skell and agreed on three points. Will they hold?</p>"
            "<p>R. Ashe will report in May. We shall then meet once more, in the same place.</p>"
            "<p>P. Harrow will report in June, and he will do so in writing.</p>"
        )
    )
    assert [turn.role for turn in statement.turns] == ["official"]


_SPOKESPERSON = "Shri Tomas Ilves, Official Spokesperson"


def _briefing(*said: tuple[str, str]) -> Statement:
    turns = "".join(f"<p><strong>{label}:</strong> {words}</p>" for label, words in said)
    return only(read_html(f"<h1>Transcript of the Weekly Media Briefing (14 March 2031)</h1>{turns}"))


def test_who_speaks_between_the_turns_of_a_spokesperson_asks_without_a_mark() -> None:
    """Pell Orro never ends with a question mark; each time the spokesperson has spoken before him and speaks behind him."""
    statement = _briefing(
        (_SPOKESPERSON, "Good evening. I have no announcements, so let me take questions."),
        ("Pell Orro", "Sir, on the second vessel. There have been reports since last night."),
        (_SPOKESPERSON, "I have seen those reports. We will not speculate."),
        ("Ada Minch", "Will the talks go on?"),
        (_SPOKESPERSON, "They never stopped. They are not easy, but both sides are at the table."),
        ("Pell Orro", "Sir, the second part."),
        (_SPOKESPERSON, "You will have to ask the court."),
    )
    assert {turn.role for turn in statement.turns if turn.label in ("Pell Orro", "Ada Minch")} == {
        "questioner"
    }


def test_who_answers_in_another_s_stead_stays_an_official() -> None:
    """Harrow comes behind a question, and the spokesperson goes on: he asks nothing."""
    statement = _briefing(
        (_SPOKESPERSON, "Good evening. I have no announcements, so let me take questions."),
        ("Pell Orro", "Is there a second vessel?"),
        ("Bel Harrow", "There is. I was there this morning."),
        (_SPOKESPERSON, "We will not speculate. It is being looked at."),
        ("Ada Minch", "Will the talks go on?"),
        (_SPOKESPERSON, "They never stopped. They are not easy, but both sides are at the table."),
    )
    assert ("Bel Harrow", "official") in _cast(statement)
