"""Exchanges set in every way: the same words under labels before a colon, a stop, a dash, in cells, lists of terms and bold type."""

from __future__ import annotations

import pytest

from onrecord.reading.words.titled import people_in_title
from reading_pages import only, read_html, read_text

SAID = (
    ("asks", "Will the ferry sail in May?"),
    ("first", "It will sail in May, as we promised."),
    ("second", "We worked on it for two winters."),
    ("asks", "What will it cost?"),
    ("second", "Sixty million."),
    ("asks", "Thank you. And the fares, will they rise?"),
    ("first", "They stay as they are."),
)
TITLE = "Press conference by Minister Ada Verne and Mayor Bel Olm"
PLAIN = (
    "{label}: {words}",
    "{label}. – {words}",
    "{label} – {words}",
    "{label}. {words}",
    "{label}:\n{words}",
)
MARKED_UP = (
    "<p><b>{label}:</b> {words}</p>",
    "<p><b>{label}</b> {words}</p>",
    "<p><strong>{label}.</strong> {words}</p>",
    "<p><b>{label}</b></p><p>{words}</p>",
    "<p><b>{label}</b><br>{words}</p>",
    "<h3>{label}</h3><p>{words}</p>",
    "<dl><dt>{label}</dt><dd>{words}</dd></dl>",
    "<div class='turn'><span class='speaker'>{label}</span><p>{words}</p></div>",
)
SPEAKERS = (
    ("Question", "Minister Verne", "Mayor Olm"),
    ("Journalist", "Ada Verne", "Bel Olm"),
    ("Cara Finch (Tide Gazette)", "Ada Verne", "Bel Olm"),
    ("Cara Finch (Tide Gazette)", "Minister Verne", "Mayor Olm"),
    ("TIDE GAZETTE", "The Minister", "The Mayor"),
)


def lines_of(set_as: str, labels: tuple[str, str, str]) -> list[str]:
    """Return each turn as it is set."""
    by = dict(zip(("asks", "first", "second"), labels, strict=True))
    return [set_as.format(label=by[who], words=words) for who, words in SAID]


def told_of(page: str, *, plain: bool) -> list[tuple[str, str | None, str]]:
    """Return role, speaker but of questions, and words of each turn."""
    statement = only(read_text(page) if plain else read_html(page))
    return [
        (turn.role or "", None if turn.role == "questioner" else turn.speaker, turn.text)
        for turn in statement.turns
    ]


EXPECTED = [
    ("questioner", None, words)
    if who == "asks"
    else ("official", {"first": "Ada Verne", "second": "Bel Olm"}[who], words)
    for who, words in SAID
]


@pytest.mark.parametrize("labels", SPEAKERS, ids="/".join)
@pytest.mark.parametrize("set_as", PLAIN)
def test_plain_text_has_the_same_turns_however_labels_are_set(
    set_as: str, labels: tuple[str, str, str]
) -> None:
    """Whatever stands behind a label, the page shows it by saying it again, by turns."""
    page = f"{TITLE}\n\n14 May 2031\n\n" + "\n\n".join(lines_of(set_as, labels)) + "\n"
    assert told_of(page, plain=True) == EXPECTED


@pytest.mark.parametrize("labels", SPEAKERS, ids="/".join)
@pytest.mark.parametrize("set_as", MARKED_UP)
def test_markup_has_the_same_turns_however_labels_are_set(set_as: str, labels: tuple[str, str, str]) -> None:
    """A list of terms whose terms come back by turns holds no fields of a form."""
    lines = "".join(lines_of(set_as, labels)).replace("</dl><dl>", "")
    page = f"<html><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1><p>14 May 2031</p>{lines}</main></body></html>"
    assert told_of(page, plain=False) == EXPECTED


@pytest.mark.parametrize(
    "page",
    ["<dl><dt>Author</dt><dd>Ada Verne</dd><dt>Author</dt><dd>Bel Olm</dd><dt>Place</dt><dd>Skell</dd></dl>"],
)
def test_a_field_that_stands_twice_is_no_speaker(page: str) -> None:
    """Two authors stand one behind the other, and do not come by turns."""
    words = "<p>The harbour opens in May.</p><p>We built it in two winters.</p>"
    statement = only(read_html(f"<main><h1>Statement on the harbour</h1>{page}{words}</main>"))
    assert [turn.text.split()[0] for turn in statement.turns] == ["The"]
    assert statement.place == "Skell"


@pytest.mark.parametrize(
    "title",
    [
        "Pressekonferenz von Ministerin Ada Verne und Bürgermeister Bel Olm",
        "Conférence de presse de la ministre Ada Verne et du maire Bel Olm",
        "Rueda de prensa de la ministra Ada Verne y del alcalde Bel Olm",
        "Press conference by Minister Ada Verne and Mayor Bel Olm",
    ],
)
def test_a_title_names_two_in_office(title: str) -> None:
    """The word that binds them may have an article, or the case of the second one's post, behind it."""
    assert [one.name for one in people_in_title(title)] == ["Ada Verne", "Bel Olm"]


def test_an_article_before_a_post_is_the_one_who_holds_it() -> None:
    """ "La ministre" and "Le maire", where the title names one of each."""
    statement = only(
        read_text(
            "Conférence de presse de la ministre Ada Verne et du maire Bel Olm\n\nQuestion : Partira-t-il ?\n\nLa ministre : Il partira.\n\n"
            "Le maire : Nous y avons travaillé.\n\nQuestion : Et le prix ?\n\nLe maire : Il reste.\n\nLa ministre : Oui.\n"
        )
    )
    assert [turn.speaker for turn in statement.turns] == [
        None,
        "Ada Verne",
        "Bel Olm",
        None,
        "Bel Olm",
        "Ada Verne",
    ]
