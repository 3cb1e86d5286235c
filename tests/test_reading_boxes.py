"""Elements beside the words that lead elsewhere, or say how a page is kept, hold nobody's words."""

from __future__ import annotations

import pytest

from reading_pages import only, read_html

_TITLE = "Statement by Minister Ada Verne on the ferry port"
_SAID = ("Today we open the port, and nobody has to wait in the rain.", "We built it in two winters.")
_WORDS = "".join(f"<p>{one}</p>" for one in _SAID)


def _said(body: str) -> str:
    """The words of a page that has one statement."""
    (turn,) = only(read_html(body)).turns
    return turn.text


def test_cards_of_other_messages_are_not_the_page_s_article() -> None:
    """An `<article>` each, below a text that stands in none: a page with three of them was read as a list."""
    cards = "".join(
        f"<article><h3><a href='/{day}'>Minister Verne visits the islands of Tell</a></h3><p>{day} May 2031</p>"
        "<p>The visit took a day.</p></article>"
        for day in (12, 10, 9)
    )
    page = f"<main><p>14 May 2031 - Statement</p><h1>{_TITLE}</h1><div>{_WORDS}</div><section><h2>See also</h2>{cards}</section></main>"
    assert _said(page) == "\n\n".join(_SAID)


def test_a_card_beside_the_article_of_the_words_is_none_of_them() -> None:
    """It has a linked headline and a lead."""
    card = "<h2>You may like</h2><article class='c'><h3><a href='/1'>Verne will visit Tell in June</a></h3><p>The visit takes a day.</p></article>"
    assert _said(f"<main><h1>{_TITLE}</h1><article>{_WORDS}</article>{card}</main>") == "\n\n".join(_SAID)


def test_speeches_in_articles_under_linked_names_are_said() -> None:
    """A page that has a text in parts sets each in an `<article>`, the name of whoever says it linked above."""
    parts = "".join(
        f"<article><h3><a href='/{name}'>{name}</a></h3><p>{said}</p></article>"
        for name, said in (("Ada Verne", _SAID[0]), ("Bel Harrow", _SAID[1]))
    )
    opened = "This is the ferry port that we spoke of when we last met in this hall, and it is open."
    said = _said(f"<main><h1>{_TITLE}</h1><p>{opened}</p>{parts}</main>")
    assert all(one in said for one in _SAID)


@pytest.mark.parametrize(
    "box",
    [
        "<h2>In this section</h2><ul><li><a href='/1'>Ferry port gets a second pier (3 May 2031)</a></li></ul>",
        "<div>Topics here</div><div><a href='/t'>Tell</a></div>",
        "<h2>Elsewhere</h2><div><h3><a href='/1'>The joint commission met</a></h3><p>Both delegations worked in Skell for a day.</p></div>",
    ],
)
def test_a_box_of_links_behind_the_words_is_none_of_them(box: str) -> None:
    """In an element of its own, whatever its class, and also where it stands in the page's article."""
    page = f"<article><h1>{_TITLE}</h1><p>14 May 2031</p><div class='t'>{_WORDS}</div><div class='b'>{box}</div></article>"
    assert _said(page) == "\n\n".join(_SAID)


def test_a_last_paragraph_with_a_link_in_an_element_of_its_own_is_said() -> None:
    """It has a sentence: a page may set each section of a text in an element."""
    last = "Whoever wants to come finds the way on <a href='/map'>our map of the port</a>."
    page = f"<article><h1>{_TITLE}</h1><div>{_WORDS}</div><div><p>{last}</p></div></article>"
    assert _said(page).endswith("map of the port.")


def test_a_sentence_with_arabic_commas_is_nobody_s_name() -> None:
    """It was taken for a name and a post, and lost."""
    said = "سخنگوی وزارت بنادر، گلوله‌باران بندر تل را که به کشته شدن دوازده کارگر انجامید، به‌شدت محکوم کرد."
    reading = read_html(
        f"<article><h1>بیانیه وزارت بنادر</h1><p>{said}</p><p>وی خواستار خویشتنداری همه شد.</p></article>"
    )
    assert only(reading).speakers == ()
    assert only(reading).turns[0].text.startswith("سخنگوی وزارت")
