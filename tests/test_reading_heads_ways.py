"""Heads of statements in many languages: day, place, who speaks, occasion, outlet, status. All places and people are invented."""

from __future__ import annotations

import pytest

from onrecord.model import Statement
from reading_pages import only, read_html, read_text

WORDS = "We have worked on this lock for two long winters, and today the water is in it. Nobody had believed that.\n"


def headed(*lines: str, words: str = WORDS) -> Statement:
    """The statement of a plain text of these lines and two sentences."""
    return only(read_text("\n\n".join((*lines, words))))


def told(title: str) -> list[tuple[str, str | None]]:
    """Whom a title names, with their posts."""
    return [(one.name, one.office) for one in headed(title, "Skell, 3 May 2031").speakers]


@pytest.mark.parametrize(
    "line",
    [
        "Embargoed until 3 May 2031, 10:00",
        "Sperrfrist: 3. Mai 2031, 10:00 Uhr",
        "Эмбарго до 3 мая 2031 года, 10:00",
        "Onder embargo tot 3 mei 2031, 10.00 uur",
    ],
)
def test_the_day_until_which_a_text_is_held_back_is_not_that_of_posting(line: str) -> None:
    """The line tells a status, and the day in it nothing of when the text came out."""
    one = headed("Speech by Minister Ada Verno", line)
    assert (one.given_on, one.posted_on, one.status) == (None, None, ("embargo",))


@pytest.mark.parametrize(
    "line", ["1–3 May 2031", "1 to 3 May 2031", "2031年5月1日至3日", "1 bis 3. Mai 2031"]
)
def test_of_several_days_in_a_row_none_is_taken(line: str) -> None:
    """On which of them it was said is not told."""
    one = headed("Speech by Minister Ada Verno", line)
    assert (one.given_on, one.posted_on) == (None, None)


def test_an_hour_before_a_dash_and_a_day_begins_no_range() -> None:
    """ "10:30 – 3 May 2031" is one day."""
    assert headed("Speech by Minister Ada Verno", "10:30 – 3 May 2031").posted_on == "2031-05-03"


def test_a_day_behind_a_label_that_nobody_knows_is_not_taken() -> None:
    """It may be of anything; behind "Skell" it would be a place's."""
    one = headed("Speech by Minister Ada Verno", "Umbrification: 3 May 2031")
    assert (one.given_on, one.posted_on) == (None, None)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Hållet den 3 maj 2031", "given_on"),
        ("Elhangzott: 2031. május 3.", "given_on"),
        ("Susținut la 3 mai 2031", "given_on"),
        ("讲话日期：2031年5月3日", "given_on"),
        ("Közzétéve: 2031. május 3.", "posted_on"),
        ("Publicat la 3 mai 2031", "posted_on"),
        ("Τελευταία ενημέρωση: 3 Μαΐου 2031", "updated_on"),
    ],
)
def test_labels_of_days_in_further_languages(line: str, field: str) -> None:
    """Each says of what its day is."""
    one = headed("Speech by Minister Ada Verno", line)
    days = {"given_on": one.given_on, "posted_on": one.posted_on, "updated_on": one.updated_on}
    assert {name for name, day in days.items() if day} == {field}


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Skell, Halvane, 3 May 2031", "Skell, Halvane"),
        ("Nuevo Skell, Halvania, 3 de mayo de 2031", "Nuevo Skell, Halvania"),
        ("नया बंदर, 3 मई 2031", "नया बंदर"),
        ("新港市、2031年5月3日", "新港市"),
    ],
)
def test_places_before_a_day(line: str, place: str) -> None:
    """A town with its country, one in a script with vowel signs, one before a mark of its own."""
    one = headed("Speech by Minister Ada Verno", line)
    assert (one.place, one.given_on) == (place, "2031-05-03")


@pytest.mark.parametrize(
    "line",
    [
        "Quarta-feira, 3 de maio de 2031",
        "יום רביעי, 3 במאי 2031",
        "3. Mai 2031, 10:30 Uhr",
        "Ministry of Locks, Press Office, 3 May 2031",
        "News, Speeches, 3 May 2031",
    ],
)
def test_what_is_no_place_beside_a_day(line: str) -> None:
    """Names of days, the word for an hour, offices, sections."""
    assert headed("Speech by Minister Ada Verno", line).place is None


@pytest.mark.parametrize(
    ("title", "people"),
    [
        (
            "Discurso de Ada Verno, ministra de Puertos, durante la apertura del canal",
            [("Ada Verno", "ministra de Puertos")],
        ),
        ("Tal av Ada Verno, hamnminister, vid öppningen", [("Ada Verno", "hamnminister")]),
        (
            "Declaración conjunta de la ministra Ada Verno y el gobernador Bel Osk",
            [("Ada Verno", "ministra"), ("Bel Osk", "gobernador")],
        ),
        ("Antwoorden van minister Ada Verno op vragen van de pers", [("Ada Verno", "minister")]),
        ("Discursul ministrei porturilor, Ada Verno, la deschidere", [("Ada Verno", "ministra porturilor")]),
        (
            "Verno Ada miniszter és Osk Bel polgármester közös nyilatkozata",
            [("Verno Ada", "miniszter"), ("Osk Bel", "polgármester")],
        ),
        (
            "Bakan Ada Verno ile Vali Bel Osk’un ortak açıklaması",
            [("Ada Verno", "Bakan"), ("Bel Osk", "Vali")],
        ),
        ("بيان وزيرة الموانئ سلمى الحداد بشأن القناة", [("سلمى الحداد", "وزيرة الموانئ")]),
        ("بيان مشترك لوزيرة الموانئ سلمى الحداد والمحافظ عمر النجار", [("سلمى الحداد", "وزيرة الموانئ"), ("عمر النجار", "المحافظ")]),
        ("سخنرانی وزیر بنادر آدا ورنا در افتتاح کانال", [("آدا ورنا", "وزیر بنادر")]),
        ("מכתב שרת הנמלים עדה ורן לשומרי הסכר", [("עדה ורן", "שרת הנמלים")]),
        ("बंदरगाह मंत्री रोहिणी वर्ने और महापौर अमित ओस्क का संयुक्त वक्तव्य", [("रोहिणी वर्ने", "बंदरगाह मंत्री"), ("अमित ओस्क", "महापौर")]),
        ("港务部部长高岚与市长林瑞联合声明", [("高岚", "港务部部长"), ("林瑞", "市长")]),
        ("고란희 항만부 장관·임서준 시장 공동성명", [("고란희", "항만부 장관"), ("임서준", "시장")]),
        # A name in an oblique case stays in it, and has no post then
        ("Projev ministryně přístavů Ady Verne při otevření", [("Ady Verne", None)]),
    ],
)  # fmt: skip
def test_who_speaks_by_titles_of_further_languages(title: str, people: list[tuple[str, str | None]]) -> None:
    """Kind, post and name in the order of each language; two in office are both told."""
    assert told(title) == people


@pytest.mark.parametrize(
    ("title", "occasion"),
    [
        ("Przemówienie minister Ady Werny podczas otwarcia śluzy", "otwarcia śluzy"),
        ("Ομιλία της Υπουργού Άντας Βέρνη στα εγκαίνια του φράγματος", "εγκαίνια του φράγματος"),
        ("Discurso de la ministra Ada Verno ante la prensa", None),
        ("Odpowiedzi minister Ady Werny na pytania mediów", None),
        ("Відповіді міністерки портів Ади Верн на запитання ЗМІ", None),
    ],
)
def test_occasions_stand_behind_a_preposition_with_a_word_for_an_event(
    title: str, occasion: str | None
) -> None:
    """Those before whom somebody speaks, and questions, are none."""
    assert headed(title, "3 May 2031").occasion == occasion


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Wywiad minister portów Ady Werny dla dziennika Mewa", "Mewa"),
        ("Artikel van minister Ada Verno in de krant De Meeuw", "De Meeuw"),
        ("Verno Ada miniszter interjúja a Sirály című lapnak", "Sirály"),
        ("港务部部长高岚接受《港报》采访", "港报"),
        ("Antworten von Hafenministerin Ada Verno auf Fragen der Presse", None),
    ],
)
def test_outlets_by_the_noun_or_the_marks_of_a_language(title: str, outlet: str | None) -> None:
    """The press as such is none."""
    assert headed(title, "3 May 2031").outlet == outlet


def test_a_kind_above_a_headline_with_its_speaker_below_is_no_title() -> None:
    """In a plain text the first line may be the word for what the text is."""
    one = headed(
        "Speech", "A lock for the next hundred years", "Ada Verno, Minister of Locks", "Skell, 3 May 2031"
    )
    assert (one.title, one.kinds, one.place) == ("A lock for the next hundred years", ("speech",), "Skell")
    assert [(who.name, who.office) for who in one.speakers] == [("Ada Verno", "Minister of Locks")]


def test_a_kind_above_who_speaks_stays_the_title() -> None:
    """Without a headline between nothing else could be it."""
    assert headed("Speech", "Ada Verno, Minister of Locks", "Skell, 3 May 2031").title == "Speech"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Traducción no oficial", "unofficial_translation"),
        ("Ανεπίσημη μετάφραση", "unofficial_translation"),
        ("（仮訳）", "unofficial_translation"),
        ("(Estratti)", "excerpt"),
        ("（节选）", "excerpt"),
    ],
)
def test_lines_of_status_in_further_languages(line: str, status: str) -> None:
    """What the publisher says of the text above it."""
    one = only(read_html(f"<h1>Speech by Minister Ada Verno</h1><p>{line}</p><p>{WORDS}</p>"))
    assert one.status == (status,)


def test_an_embargo_that_a_title_is_about_is_no_status() -> None:
    """A word for what is forbidden to trade in."""
    assert headed("Statement by Minister Ada Verno on the arms embargo", "3 May 2031").status == ()
