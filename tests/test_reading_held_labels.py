"""Labels that print the post of who speaks: behind the name in brackets, a comma or a dash, or before it, in many languages."""

from __future__ import annotations

import pytest

from reading_pages import only, read_html, read_text

ASKS = "Question: Will the ferry sail in May?"
FIRST, SECOND = "It will sail in May, as we promised.", "We worked on it for two winters."
LANGUAGES = {
    "English": (("Ada Verne", "Minister for Ports"), ("Bel Olm", "Mayor of Port Aven")),
    "French": (("Ada Verne", "ministre des Ports"), ("Bel Olm", "maire de Port-Aven")),
    "German": (("Ada Verne", "Ministerin für Häfen"), ("Bel Olm", "Bürgermeister von Hafenau")),
    "Swedish": (("Ada Verne", "hamnminister"), ("Bel Olm", "borgmästare i Aven")),
    "Hungarian": (("Ada Verne", "kikötőügyi miniszter"), ("Bel Olm", "Aven polgármestere")),
    "Romanian": (("Ada Verne", "ministrul porturilor"), ("Bel Olm", "primarul orașului Aven")),
    "Turkish": (("Ada Verne", "Limanlar Bakanı"), ("Bel Olm", "Aven Belediye Başkanı")),
    "Russian": (("Ада Верне", "министр портов"), ("Бел Ольм", "мэр Порт-Авена")),
    "Greek": (("Άντα Βέρνε", "Υπουργός Λιμένων"), ("Μπελ Ολμ", "Δήμαρχος Άβεν")),
    "Arabic": (("عادة فيرن", "وزيرة الموانئ"), ("بيل أولم", "رئيس بلدية أفين")),
    "Hindi": (("अदा वर्ने", "बंदरगाह मंत्री"), ("बेल ओल्म", "एवन के महापौर")),
    "Korean": (("김하나", "항만부 장관"), ("이민수", "아벤 시장")),
    "Chinese": (("王安娜", "港口部长"), ("李明", "阿文市市长")),
}
BEHIND = ("{name} ({post}): {words}", "{name}, {post}: {words}", "{name} – {post}: {words}")


def page(shape: str, people: tuple[tuple[str, str], tuple[str, str]]) -> str:
    """A page of five turns, in which the second of two people speaks once."""
    (first, one), (second, other) = people
    return "\n\n".join(
        (
            "Press conference on the ferry",
            "14 May 2031",
            shape.format(name=first, post=one, words=FIRST),
            ASKS,
            shape.format(name=second, post=other, words=SECOND),
            ASKS,
            f"{first}: {SECOND}\n",
        )
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", BEHIND)
def test_a_post_behind_a_name_is_the_office_of_who_speaks(shape: str, language: str) -> None:
    """Who speaks once is no part of the question before, and both have name and office as printed."""
    people = LANGUAGES[language]
    statement = only(read_text(page(shape, people)))
    assert [(one.name, one.office) for one in statement.speakers] == list(people)
    assert [turn.text for turn in statement.turns if turn.role == "official"] == [FIRST, SECOND, SECOND]


@pytest.mark.parametrize(
    ("label", "name", "office"),
    [
        ("maire de Port-Aven Bel Olm", "Bel Olm", "maire de Port-Aven"),
        ("maire de Port-Aven, Bel Olm", "Bel Olm", "maire de Port-Aven"),
        ("Aven polgármestere Bel Olm", "Bel Olm", "Aven polgármestere"),
        ("Limanlar Bakanı, Bel Olm", "Bel Olm", "Limanlar Bakanı"),
        ("शहर के महापौर बेल ओल्म", "बेल ओल्म", "शहर के महापौर"),
        ("رئيس بلدية أفين، بيل أولم", "بيل أولم", "رئيس بلدية أفين"),
        ("Bel Olm (Bürgermeister von Hafenau)", "Bel Olm", "Bürgermeister von Hafenau"),
    ],
)
def test_a_post_before_a_name_is_the_office_of_who_speaks(label: str, name: str, office: str) -> None:
    """A post that opens a label belongs to the name that ends it, though the label stands once."""
    statement = only(
        read_text(
            f"Press conference on the ferry\n\n14 May 2031\n\nAda Verne: {FIRST}\n\n{ASKS}\n\n"
            f"{label}: {SECOND}\n\n{ASKS}\n\nAda Verne: {SECOND}\n"
        )
    )
    assert [(one.name, one.office) for one in statement.speakers if one.name != "Ada Verne"] == [
        (name, office)
    ]


@pytest.mark.parametrize("seat", ["Skell", "Tide Party", "River Wire", "SPD"])
def test_what_else_stands_in_brackets_is_no_office(seat: str) -> None:
    """A seat, a party or a newspaper behind a name is no post."""
    statement = only(
        read_html(
            f"<h1>Press conference on the ferry</h1><p><b>Ada Verne ({seat}):</b> {FIRST}</p><p>{ASKS}</p>"
            f"<p><b>Ada Verne:</b> {SECOND}</p>"
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [("Ada Verne", None)]


LINES = "{name}\n{post}\n{words}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_on_a_line_between_name_and_words_is_the_office(language: str) -> None:
    """Name, post and words stand on three lines, and the name alone the second time."""
    (first, one), (second, other) = people = LANGUAGES[language]
    asks = ASKS.replace(": ", "\n")
    text = "\n\n".join(
        (
            "Press conference on the ferry",
            "14 May 2031",
            LINES.format(name=first, post=one, words=FIRST),
            asks,
            LINES.format(name=second, post=other, words=SECOND),
            asks,
            f"{first}\n{SECOND}\n",
        )
    )
    statement = only(read_text(text))
    assert [(one.name, one.office) for one in statement.speakers] == list(people)
    assert [turn.text for turn in statement.turns if turn.role == "official"] == [FIRST, SECOND, SECOND]


def test_a_post_that_stands_the_first_time_alone_parts_with_a_dash_as_well() -> None:
    """ "Ada Verne (Minister for Ports) – …" comes back as "Ada Verne – …"."""
    statement = only(
        read_text(
            "Press conference on the ferry\n\n14 May 2031\n\n"
            f"Ada Verne (Minister for Ports) – {FIRST}\n\nJournalist – Will the ferry sail in May?\n\n"
            f"Bel Olm (Mayor of Port Aven) – {SECOND}\n\nJournalist – When?\n\nAda Verne – In May.\n"
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [
        ("Ada Verne", "Minister for Ports"),
        ("Bel Olm", "Mayor of Port Aven"),
    ]
    assert [turn.text for turn in statement.turns][::2] == [FIRST, SECOND, "In May."]


@pytest.mark.parametrize(
    ("first", "again"),
    [("starosta Avenu Bel Olm", "Bel Olm"), ("Bel Olm", "starosta Avenu Bel Olm")],
)
def test_another_label_tells_where_a_post_ends_and_the_name_begins(first: str, again: str) -> None:
    """What a post is over stands before the name without any mark; the name alone has a label as well."""
    statement = only(
        read_text(
            f"Tisková konference o přívozu\n\n14. května 2031\n\nAda Verne: Vypluje v květnu.\n\n"
            f"Novinář: Kolik to bude stát?\n\n{first}: Šedesát milionů.\n\nNovinář: A jízdné?\n\n"
            f"{again}: Zůstane stejné.\n\nAda Verne: Ano.\n"
        )
    )
    assert [(one.name, one.office) for one in statement.speakers if one.name != "Ada Verne"] == [
        ("Bel Olm", "starosta Avenu")
    ]


def test_the_fuller_of_two_posts_is_told() -> None:
    """The title has the short one, the label the whole."""
    statement = only(
        read_text(
            "Press conference by Minister Ada Verne\n\n14 May 2031\n\n"
            f"Ada Verne, Minister for Ports: {FIRST}\n\n{ASKS}\n\nAda Verne: {SECOND}\n"
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [("Ada Verne", "Minister for Ports")]
