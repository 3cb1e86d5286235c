"""Names behind posts, as many languages bind what a post is of to it: the phrase in, name and office out."""

from __future__ import annotations

import pytest

from onrecord.reading.words.names import parse_person
from onrecord.reading.words.titled import people_in_title

HOLDERS: dict[str, tuple[str, str | None] | None] = {
    "Presidente da República, Michele Tarnow": ("Michele Tarnow", "Presidente da República"),
    "Presidente da República": None,
    "Presidente Lino Inácio da Varna": ("Lino Inácio da Varna", "Presidente"),
    "Ministro degli Affari Esteri Aldo Verne": ("Aldo Verne", "Ministro degli Affari Esteri"),
    "Ministro dell'Interno": None,
    "Ministro de Asuntos Exteriores José Manuel Alder": (
        "José Manuel Alder",
        "Ministro de Asuntos Exteriores",
    ),
    "El ministro de Hacienda, Cristo Montor": ("Cristo Montor", "ministro de Hacienda"),
    "Secretario de Estado de Comunicación": None,
    "Presidente del Consiglio Gilda Melun": ("Gilda Melun", "Presidente del Consiglio"),
    "ministre de l'Intérieur Gérard Darn": ("Gérard Darn", "ministre de l'Intérieur"),
    "ministre des affaires étrangères et européennes": None,
    "President Charles de Verne": ("Charles de Verne", "President"),
    "Präsidentin von der Verne": ("von der Verne", "Präsidentin"),
    "President of the Harbour Commission Ursa von der Verne": (
        "Ursa von der Verne",
        "President of the Harbour Commission",
    ),
    "Bundesministerin der Verteidigung Ada Verne": ("Ada Verne", "Bundesministerin der Verteidigung"),
    "minister van Buitenlandse Zaken Ada Verne": ("Ada Verne", "minister van Buitenlandse Zaken"),
    "πρωθυπουργός Κύρος Βερνίδης": ("Κύρος Βερνίδης", "πρωθυπουργός"),
    "Secretary of State Ada Verne": ("Ada Verne", "Secretary of State"),
    "Secretary for Food and Health Ko Wing-man": ("Ko Wing-man", "Secretary for Food and Health"),
    "Chair of the Board of the Federal Reserve System Ada Verne": (
        "Ada Verne",
        "Chair of the Board of the Federal Reserve System",
    ),
    "Ministri i Jashtëm Arben Lleshi": ("Arben Lleshi", "Ministri i Jashtëm"),
    "PCO USEC. ATTY. HARROW": ("HARROW", "PCO USEC. ATTY."),
    "USEC. ROCCO HARROW": ("ROCCO HARROW", "USEC."),
    "Undersecretary Atty. Clara Harrow": ("Clara Harrow", "Undersecretary"),
    "BEL HARROW/GTV7": ("BEL HARROW", None),
    "St. John Harrow": ("St. John Harrow", None),
}


@pytest.mark.parametrize("phrase", HOLDERS)
def test_a_post_is_told_from_its_holder(phrase: str) -> None:
    """What a post is of belongs to the post, in small letters or in large, and is never its holder's name."""
    person = parse_person(phrase)
    assert (person and (person.name, person.office)) == HOLDERS[phrase]


@pytest.mark.parametrize(
    ("title", "name", "office"),
    [
        ("Entrevista concedida pelo Presidente da República, Michele Tarnow, ao programa", "Michele Tarnow", "Presidente da República"),
        ("Entretien de Mme Ada Verne-Pell, ministre des affaires étrangères et européennes, avec Skell 2 le 23 janvier 2031",
         "Ada Verne-Pell", "ministre des affaires étrangères et européennes"),
        ("Press Briefing of Palace Press Officer and Undersecretary Atty. Clara Harrow", "Clara Harrow", "Palace Press Officer and Undersecretary"),
        ("Rueda de prensa del ministro de Asuntos Exteriores, José Manuel Alder, tras la reunión", "José Manuel Alder", "ministro de Asuntos Exteriores"),
        ("Intervento del Ministro degli Affari Esteri Aldo Verne al Senato", "Aldo Verne", "Ministro degli Affari Esteri"),
        ("Edited Transcript of Minister for Locks Dr Vik Tanar’s Radio Interview", "Vik Tanar", "Minister for Locks"),
        ("Rede des Bundesministers für Häfen Jonas Ahlbeck vor dem Hafenrat", "Jonas Ahlbeck", "Bundesminister für Häfen"),
        ("Ansprache der Bundeskanzlerin Ada Verne zum Jahrestag", "Ada Verne", "Bundeskanzlerin"),
        ("Dışişleri Bakanı Sayın Kerem Aldemir’in Liman Gazetesine Verdiği Mülakat", "Kerem Aldemir", "Dışişleri Bakanı"),
        ("Rede des Präsidenten Jonas Ahlbeck", "Jonas Ahlbeck", "Präsident"),
        ("Discours du Premier ministre Jean Morvel à l'Assemblée", "Jean Morvel", "Premier ministre"),
        ("Discours du ministre des Affaires étrangères Jean Morvel", "Jean Morvel", "ministre des Affaires étrangères"),
    ],
)  # fmt: skip
def test_a_title_names_its_speaker_behind_the_post(title: str, name: str, office: str) -> None:
    """A title's speaker has the whole office that the title gives him."""
    (speaker,) = people_in_title(title)
    assert (speaker.name, speaker.office) == (name, office)


@pytest.mark.parametrize(
    "title",
    [
        "Erklärung der Außenminister Norlands und Sudlands",
        "Discours du ministre des Affaires étrangères devant le Sénat",
        "Discours du ministre des Affaires européennes devant Jean Morvel",
        "Statement by the Foreign Minister marking World Harbour Day",
    ],
)
def test_what_a_title_is_about_names_no_speaker(title: str) -> None:
    """Countries, chambers, days and people behind a post are not its holder."""
    assert people_in_title(title) == []
