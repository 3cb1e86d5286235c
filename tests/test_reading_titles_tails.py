"""What follows a name in a title is none of it: places, days in brackets, newsrooms, those whom somebody met."""

from __future__ import annotations

import pytest

from onrecord.reading.parts.titles import parse_title
from onrecord.reading.words.titled import people_in_title


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Discurso de la ministra Ada Verne en Skell, 4 de mayo de 2031", "ministra"),
        ("Discours de la ministre Ada Verne à Skell, 4 mai 2031", "ministre"),
        ("Interview met minister Ada Verne in Skell, 4 mei 2031", "minister"),
        ("Discours de la ministre Ada Verne (Skell, 4 mai 2031)", "ministre"),
        ("Discorso del ministro dei Porti Ada Verne (Skell, 4 maggio 2031)", "ministro dei Porti"),
        ("Tal av statsminister Ada Verne (Skell, 4 maj 2031)", "statsminister"),
        ("Tale af statsminister Ada Verne i Skell, 4. maj 2031", "statsminister"),
        ("Interview with the Minister of Ports Ada Verne (Skell, 4 May 2031)", "Minister of Ports"),
        ("Discours de la Première ministre, Ada Verne, Skell, 4 mai 2031", "Première ministre"),
        ("Vortrag von Hafenministerin Ada Verne in Skell am 4. Mai 2031", "Hafenministerin"),
        (
            "Press conference by Foreign Minister Ada Verne following talks with Minister Moss",
            "Foreign Minister",
        ),
    ],
)
def test_whoever_speaks_is_named_and_nobody_else(title: str, office: str) -> None:
    """The title in, its one speaker and the office out."""
    assert [(one.name, one.office) for one in people_in_title(title)] == [("Ada Verne", office)]


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by Video Link to the Ports Forum",
        "Statement by Note Verbale",
        "Discurso de la ministra en Skell",
        "Discours du ministre des Ports à Skell",
        "Rede der Ministerin in Skell (4. Mai 2031)",
    ],
)
def test_nobody_is_named(title: str) -> None:
    """Means and places are no names."""
    assert people_in_title(title) == []


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Speech by the Minister of Ports, Ada Verne in Skell, 4 May 2031", "Skell"),
        ("Discours de la ministre des Ports, Ada Verne à Skell, 4 mai 2031", "Skell"),
        ("Discurso de la ministra de Puertos, Ada Verne - 4 de mayo de 2031", None),
        ("Discurso da ministra Ada Verne em Skell, 4 de maio de 2031", "Skell"),
        ("Przemówienie minister Ada Verne w Skell, 4 maja 2031 r.", "Skell"),
        ("Speech by Minister Ada Verne, Skell - 4 May 2031", "Skell"),
    ],
)
def test_the_place_is_no_name_and_no_name_the_place(title: str, place: str | None) -> None:
    """Behind a comma may stand who speaks, and where behind that."""
    told = parse_title(title)
    assert (told.place and told.place[0]) == place
    assert told.dated is not None
    assert told.dated.iso == "2031-05-04"
