"""What sites print above, between and behind words is nobody's; what closes the words is said."""

from __future__ import annotations

import pytest

from reading_pages import only, read_html, read_text

_SAID = ("Today we open the port.", "We built it in two winters.", "The first ferry sails in May.")
_TITLE = "Speech by Minister Ada Verne at the ferry port"


def _text(*below: str, between: str = "") -> str:
    lines = [_TITLE, "14 May 2031", _SAID[0], *([between] if between else []), *_SAID[1:], *below]
    return "\n\n".join(lines)


def _said(*closing: str) -> str:
    return "\n\n".join([*_SAID, *closing])


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Dana Lisk",
        "责任编辑：林丹",
        "Просмотров: 1204",
        "1.204 Aufrufe",
        "댓글 (2)",
        "Watch the video of the speech",
        "0:00 / 4:12",
        "Cette page vous a-t-elle été utile ?",
        "Iscriviti alla nostra newsletter per non perdere nessun messaggio.",
        "Bu site çerez kullanmaktadır.",
        "The Minister at the pier. Photo: Dana Lisk",
        "Última modificación por la oficina: 15 de mayo de 2031",
        "العودة إلى الأعلى",
        "Ciąg dalszy nastąpi",
        "English\nDeutsch\nFrançais",
        "联系人：林丹\n电话：0555-12034",
        "12 May 2031 Ferry port gets a second pier\n9 May 2031 Ministry buys two boats",
    ],
)
def test_lines_of_a_site_behind_the_words_are_not_said(line: str) -> None:
    """In a plain text, whatever its language."""
    (turn,) = only(read_text(_text(line))).turns
    assert turn.text == _said()


@pytest.mark.parametrize(
    "closing",
    [
        "Thank you. More on this tomorrow.",
        "Share this with your neighbours, and print it if you like.",
        "Long live the harbour",
        "Who will come along?",
        "We meet again on 3 June 2031.",
        "The tide goes out, the tide comes in\nthe boats lie quiet by the pier\nand morning brings the ferry here",
    ],
)
def test_words_that_close_a_text_are_said(closing: str) -> None:
    """A slogan, a poem, a day on which to meet again."""
    (turn,) = only(read_text(_text(closing))).turns
    assert " ".join(turn.text.split()) == " ".join(_said(closing).split())


@pytest.mark.parametrize(
    "between",
    [
        "Photo: Dana Lisk",
        "The Minister at the pier. Photo: Dana Lisk",
        "Read also:\nFerry port gets a second pier",
        "Watch the video of the speech",
    ],
)
def test_lines_of_a_site_between_the_words_are_not_said(between: str) -> None:
    """And no paragraph above a picture is lost for its caption."""
    (turn,) = only(read_text(_text(between=between))).turns
    assert turn.text == _said()


def test_a_caption_between_paragraphs_takes_none_of_them_along() -> None:
    """Where nobody is greeted below a picture the words have begun above it."""
    page = (
        f"<main><h1>{_TITLE}</h1><p>14 May 2031</p><p>{_SAID[0]}</p><figure><img src='a'><figcaption>The pier."
        f" Photo: Dana Lisk</figcaption></figure><p>{_SAID[1]}</p><p>{_SAID[2]}</p></main>"
    )
    (turn,) = only(read_html(page)).turns
    assert turn.text == _said()


def test_what_an_office_says_of_itself_is_not_said() -> None:
    """Below a heading that says so, or that the sentence below it begins with."""
    for head in ("About the Ministry", "Ministry of Ports"):
        (turn,) = only(read_text(_text(head, "The Ministry of Ports has run all ferries since 1998."))).turns
        assert turn.text == _said()


def test_a_link_to_the_page_before_or_behind_announces_nothing() -> None:
    """Whatever day stands beside it: the page says that it leads to a neighbour."""
    links = "".join(
        f"<p><a rel='{rel}' href='/{rel}'>{title}</a> <time datetime='2031-05-1{n}'>1{n} May 2031</time></p>"
        for n, (rel, title) in enumerate(
            (("prev", "Statement on the locks"), ("next", "Statement on the weirs"))
        )
    )
    words = "".join(f"<p>{one}</p>" for one in _SAID)
    reading = read_html(f"<main><h1>{_TITLE}</h1><p>14 May 2031</p>{words}{links}</main>")
    assert reading.notices == ()
    assert only(reading).turns[0].text == _said()


def test_a_day_and_a_link_at_the_title_are_no_entry_of_the_list_below() -> None:
    """A page's own day above a link to print it looks like an entry: what stands below it is said."""
    entries = "".join(
        f"<p>{day} May 2031</p><p><a href='/{day}'>{title}</a></p>"
        for day, title in ((12, "Ferry port gets a second pier"), (9, "Ministry buys two boats"))
    )
    words = "".join(f"<p>{one}</p>" for one in _SAID)
    reading = read_html(
        f"<main><h1>{_TITLE}</h1><p>14 May 2031</p><p><a href='/print'>Print</a></p>{words}{entries}</main>"
    )
    assert only(reading).turns[0].text == _said()
    assert [notice.title for notice in reading.notices] == [
        "Ferry port gets a second pier",
        "Ministry buys two boats",
    ]
