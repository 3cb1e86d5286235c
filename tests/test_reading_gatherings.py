"""What stands where a place could and is none: what people met for is the occasion, and what a text is neither."""

from __future__ import annotations

import pytest

from onrecord.model import Reading
from reading_pages import only, read_html

SAID = "<p>Dear friends, I thank you all for being here, and I say again that the harbour stays open for all.</p>"


def page(title: str, line: str = "") -> Reading:
    """Return the Reading of a speech under a title, with a line between it and the words."""
    below = f"<p>{line}</p>" if line else ""
    return read_html(
        f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{below}{SAID * 2}</main></body></html>"
    )


@pytest.mark.parametrize(
    ("between", "place", "occasion"),
    [
        ("Tern", "Tern", None),
        ("Congress Hall", "Congress Hall", None),
        ("Opening Session", None, "Opening Session"),
        ("Panel Discussion", None, "Panel Discussion"),
        ("Official Report", None, None),
        ("Advance Copy", None, None),
        ("Second Part", None, None),
        ("Video Message", None, None),
    ],
)
def test_a_title_with_something_between_commas(between: str, place: str | None, occasion: str | None) -> None:
    """ "Speech by Minister Ada Verne, …, 4 May 2031": not everything that stands before a day is where it was."""
    statement = only(page(f"Speech by Minister Ada Verne, {between}, 4 May 2031"))
    assert (statement.place, statement.occasion, statement.given_on) == (place, occasion, "2031-05-04")
    assert [(one.name, one.office) for one in statement.speakers] == [("Ada Verne", "Minister")]


@pytest.mark.parametrize(
    ("title", "occasion"),
    [
        ("Rede der Ministerin Ada Verne, Norder Wirtschaftstag, 4. Mai 2031", "Norder Wirtschaftstag"),
        ("Discours de la ministre Ada Verne, Séance plénière, 4 mai 2031", "Séance plénière"),
        ("Discurso de la ministra Ada Verne, Sesión inaugural, 4 de mayo de 2031", "Sesión inaugural"),
        ("Выступление министра Ады Верн, Пленарное заседание, 4 мая 2031", "Пленарное заседание"),
    ],
)
def test_in_other_languages(title: str, occasion: str) -> None:
    """The word for a gathering stands first or last."""
    statement = only(page(title))
    assert (statement.place, statement.occasion) == (None, occasion)


@pytest.mark.parametrize(
    ("line", "place", "occasion"),
    [
        ("Opening Session, 4 May 2031", None, "Opening Session"),
        ("Opening Session – 4 May 2031", None, "Opening Session"),
        ("Tern, Opening Session, 4 May 2031", "Tern", "Opening Session"),
        ("Opening Session, Tern, 4 May 2031", "Tern", "Opening Session"),
        ("Tern, Full Text, 4 May 2031", "Tern", None),
        ("Official Report, 4 May 2031", None, None),
        ("4 May 2031 10:00 Full Text", None, None),
    ],
)
def test_a_line_with_the_day(line: str, place: str | None, occasion: str | None) -> None:
    """The same below the title, beside the place or without it."""
    statement = only(page("Speech by Minister Ada Verne", line))
    assert (statement.place, statement.occasion) == (place, occasion)
    assert [turn.text[:12] for turn in statement.turns] == ["Dear friends"]
