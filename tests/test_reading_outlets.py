"""Newsrooms in titles: the title in, the outlet out."""

from __future__ import annotations

import pytest

from onrecord.reading.parts.titles import parse_title
from onrecord.reading.words.titled import people_in_title
from reading_pages import only, read_html


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Answers to the Tide Tribune", "Tide Tribune"),
        ("Minister Ada Verne’s answers to questions from the newspaper Tide Tribune", "Tide Tribune"),
        ("Response of Minister Ada Verne to the newspaper Le Soir de Halvane", "Le Soir de Halvane"),
        ("Comment by the Press Department in response to a question from Tern News", "Tern News"),
        ("Ответы министра А.В.Верна на вопросы газеты «Гавань», 3 мая 2031 года", "Гавань"),
        ("Ответ на вопрос информационного агентства «Чайка»", "Чайка"),
        ("Réponses de la ministre aux questions du quotidien « La Marée »", "La Marée"),
        ("Antworten von Ministerin Verne auf Fragen der Tageszeitung „Hafenblatt“", "Hafenblatt"),
        ("Respuestas de la ministra a las preguntas del diario El Faro", "El Faro"),
        ("وزيرة الخارجية تجيب على أسئلة صحيفة المرفأ", "المرفأ"),
    ],
)
def test_whose_questions_are_answered(title: str, outlet: str) -> None:
    """A newsroom is told by its noun, by a word of the trade in its name or by its marks."""
    assert (parse_title(title).outlet or [None])[0] == outlet


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Interview with Minister Verne on Radio Halvane", "Radio Halvane"),
        ("Interview with the Minister in Le Journal de Halvane, 3 May 2031", "Le Journal de Halvane"),
        ("Prime Minister’s interview with Tern TV’s Bel Olm", "Tern TV"),
        ("Radio interview with Bel Olm, Tide Radio", "Tide Radio"),
        ("Television interview - Tern News Sunday Agenda", "Tern News Sunday Agenda"),
        ("Radio interview - 2HV Mornings with Bel Olm", "2HV Mornings"),
        ("Foreign Minister’s article for the Morning Tide newspaper", "Morning Tide newspaper"),
    ],
)
def test_where_an_interview_was_given(title: str, outlet: str) -> None:
    """Behind with whom it was, behind a comma, or before the name of whoever asked for it."""
    assert (parse_title(title).outlet or [None])[0] == outlet


@pytest.mark.parametrize(
    "title",
    [
        "Minister for Harbours Dr Ada Verne’s Radio Interview",
        "Secretary for Radio Affairs’ Statement",
        "Statement by the Minister for Radio and Magazine Affairs",
        "Interview with Ada Verne, Press Room, Halvane",
        "Interview with Minister Verne on Press Freedom Day",
        "Interview with Minister Verne on the NATO summit",
        "Interview – Media Release 14",
        "Answers to questions from the media",
        "Answer to a question from Parliament",
    ],
)
def test_what_is_no_newsroom(title: str) -> None:
    """Posts, rooms, days and what an interview is about have words of the trade too."""
    assert parse_title(title).outlet is None


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Minister for Harbours Dr Ada Verne’s Radio Interview", ("interview",)),
        ("Respuestas de la ministra a las preguntas del diario El Faro", ("answers_to_media",)),
        ("Antworten von Ministerin Verne auf Fragen der Tageszeitung „Hafenblatt“", ("answers_to_media",)),
        ("Foreign Ministry’s response to a question by the Tern News Agency", ("answers_to_media",)),
    ],
)
def test_an_outlet_hides_no_kind(title: str, kinds: tuple[str, ...]) -> None:
    """Whatever the newsroom is called, what the statement is stays told."""
    assert parse_title(title).kinds == kinds


def test_whose_answers_a_german_title_announces() -> None:
    """The post and the name stand behind "Antworten von"."""
    (one,) = people_in_title("Antworten von Ministerpräsident Oswin Moor auf Fragen: Radio Hafen")
    assert (one.name, one.office) == ("Oswin Moor", "Ministerpräsident")


@pytest.mark.parametrize(
    ("title", "outlet", "speaker"),
    [
        ("Interview mit Ministerin Ada Verne in der Norder Zeitung", "Norder Zeitung", "Ada Verne"),
        ("Interview mit Ministerin Ada Verne im Norder Boten", "Norder Boten", "Ada Verne"),
        ("Interview der Ministerin mit der Norder Zeitung", "Norder Zeitung", None),
        ("Ministerin Ada Verne im Interview mit der „Norder Zeitung“", "Norder Zeitung", "Ada Verne"),
        ("Ada Verne im Gespräch mit der Norder Zeitung", "Norder Zeitung", "Ada Verne"),
        ("Interview with Minister Ada Verne by the Tern Gazette", "Tern Gazette", "Ada Verne"),
        ("Interview of Minister Ada Verne with “Harbour”", "Harbour", "Ada Verne"),
        ("Interview with Minister Ada Verne (Tern Gazette)", "Tern Gazette", "Ada Verne"),
        ("Interview de la ministre par Radio Tern", "Radio Tern", None),
        ("Entretien avec Ada Verne dans Le Courrier de Tern", "Le Courrier de Tern", None),
        ("Entrevista a Ada Verne en Radio Tern", "Radio Tern", None),
        ("Entrevista a la ministra Ada Verne (El Correo de Tern)", "El Correo de Tern", "Ada Verne"),
        ("Intervista al ministro Ada Verne (Il Corriere di Tern)", "Il Corriere di Tern", "Ada Verne"),
        ("Entrevista da ministra com o Correio de Tern", "Correio de Tern", None),
        ("Интервью А.Верн (газета «Гавань»)", "Гавань", "А.Верн"),
        ("Interview met minister Ada Verne in de Havenkrant", "Havenkrant", "Ada Verne"),
    ],
)
def test_whoever_answers_is_no_part_of_the_newsroom(title: str, outlet: str, speaker: str | None) -> None:
    """Of the clauses behind the word for an interview one names who answers, and one the newsroom."""
    assert (parse_title(title).outlet or [None])[0] == outlet
    assert [one.name for one in people_in_title(title)] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Gastbeitrag von Ministerin Ada Verne im Norder Boten", "Norder Boten"),
        ("Op-ed by Ada Verne in the Tern Gazette", "Tern Gazette"),
        ("Tribune de Mme Ada Verne dans Le Courrier de Tern", "Le Courrier de Tern"),
        ("Artículo de la ministra Ada Verne publicado en El Correo de Tern", "El Correo de Tern"),
        ("Articolo del ministro Ada Verne sul Corriere di Tern", "Corriere di Tern"),
        ("Artigo da ministra Ada Verne (Correio de Tern)", "Correio de Tern"),
        ("Antworten von Ada Verne auf Fragen der Norder Zeitung", "Norder Zeitung"),
        ("Réponses de Mme Ada Verne aux questions de Radio Tern", "Radio Tern"),
        ("Interview with Minister Verne on “The Future of Ports”", None),
        ("Answers to questions by the national press", None),
        ("Interview of the Minister with local newspapers", None),
    ],
)
def test_articles_and_questions(title: str, outlet: str | None) -> None:
    """The same of articles and of questions; what an interview is about, and newsrooms without a name, are none."""
    assert (parse_title(title).outlet or [None])[0] == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Entrevista da ministra Ada Verne ao Correio de Tern, 4 de maio de 2031",
        "Intervista al ministro Ada Verne, Correio de Tern, 4 maggio 2031",
    ],
)
def test_a_line_under_a_headline_names_newsroom_and_who_answers(line: str) -> None:
    """The headline is what was said; labels before dashes are those of the one whom the line names, and of the newsroom."""
    title = "“As taxas vão baixar em junho”"
    said = (
        "Correio de Tern – Quando vão baixar as taxas?",
        "Ada Verne – Em junho, penso, e para todos os que aqui vêm.",
        "Correio de Tern – Para todos?",
        "Ada Verne – Para todos. Ninguém fica de fora.",
    )
    paragraphs = "".join(f"<p>{each}</p>" for each in (line, *said))
    statement = only(
        read_html(
            f"<html><title>{title}</title><body><main><h1>{title}</h1>{paragraphs}</main></body></html>"
        )
    )
    assert statement.outlet == "Correio de Tern"
    assert [(turn.label, turn.speaker) for turn in statement.turns] == [
        ("Correio de Tern", None),
        ("Ada Verne", "Ada Verne"),
    ] * 2
