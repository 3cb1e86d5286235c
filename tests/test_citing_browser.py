"""A browser that opens the link of a citation scrolls to its words and lights them up, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from browsers import LIT_STYLE, lit_words, opened_browser, served
from invented_captures import NOW, captured, html_page, kept
from onrecord import Archive, Cited


class Window(NamedTuple):
    """An open page of a browser, and a server whose pages it can go to."""

    page: Any
    pages: dict[str, str]
    address: str


@pytest.fixture(scope="module")
def window() -> Iterator[Window]:
    """Return one window for all tests."""
    pages: dict[str, str] = {}
    with served(pages) as address, opened_browser() as browser:
        yield Window(browser.new_page(viewport={"width": 700, "height": 400}), pages, address)


TITLE = "Minister Anna Verne’s answers to media questions, Halvane, June 5, 2020"
FAR = LIT_STYLE + "<style>p { margin: 0 0 500px }</style>"


def cited(folder: Path, window: Window, turns: list[str], quote: str, turn: int | None = None) -> Cited:
    """Return the words of a page that is captured, kept, and served again as it was."""
    html = html_page(TITLE, *turns).replace("</head>", f"{FAR}</head>")
    window.pages["/1"] = html
    kept(folder, [captured(html, f"{window.address}/1", "2020-06-06T08:00:00Z")]).close()
    with Archive.open(folder) as archive:
        (line,) = archive.list()
        (one,) = archive.cite(line.id, quote=quote, turn=turn)
    return one


def squeezed(text: str) -> str:
    """Return the text without spaces, of which a browser lights up some and not others."""
    return "".join(text.split())


SAID = [
    "<b>Question:</b> Will the night ferry sail?",
    "<b>Anna Verne:</b> The night ferry will sail, one-on-one talks, R&amp;D and 3,5% aside – “as ever”.",
    "<b>Question:</b> And the day ferry?",
    "<b>Anna Verne:</b> It will sail.&nbsp; The night ferry will sail, too,<br>and nobody shall stop it; I have <i>said</i> so.",
]


@pytest.mark.parametrize(
    ("quote", "turn"),
    [
        ("The night ferry will sail", 2),
        ("The night ferry will sail", 4),
        ("one-on-one talks, R&D and 3,5% aside – “as ever”", None),
        ("too,\nand nobody shall stop it", None),
        ("I have said so.", None),
        ("It will sail.\u00a0 The night", None),
    ],
)
def test_the_link_lights_up_the_words(quote: str, turn: int | None, window: Window, tmp_path: Path) -> None:
    """Also where they stand twice, go over a line's end, or hold marks that mean something in a link."""
    one = cited(tmp_path / "a", window, SAID, quote, turn)
    assert one.link_finds
    lit, scrolled = lit_words(window.page, str(one.forms.link))
    assert squeezed(lit) == squeezed(one.citation.text)
    assert scrolled > (900 if one.citation.turn == 4 else 200)


def test_a_long_quotation_is_lit_from_its_first_to_its_last_word(window: Window, tmp_path: Path) -> None:
    """Over the borders of paragraphs, questions included."""
    turns = [
        *SAID,
        "<b>Question:</b> Sure?",
        f"<b>Anna Verne:</b> {'We have said it again and again. ' * 9}And that is all.",
    ]
    one = cited(
        tmp_path / "a",
        window,
        turns,
        f"{'We have said it again and again. ' * 8}We have said it again and again. And that",
        None,
    )
    lit, _ = lit_words(window.page, str(one.forms.link))
    assert len(str(one.forms.link)) < 200
    assert squeezed(lit) == squeezed(one.citation.text)


@pytest.mark.parametrize(
    ("text", "quote", "lit"),
    [
        ("Как сказано, ворота открыты, и мы этому рады.", "ворота открыты", "ворота открыты"),
        ("قَالَ الوَزِيرُ إِنَّ المِينَاءَ مَفْتُوحٌ أَمَامَ السُّفُنِ", "المِينَاءَ مَفْتُوحٌ", "المِينَاءَ مَفْتُوحٌ"),
        ("שר הנמלים אמר כי הנמל פתוח לכל ספינה", "הנמל פתוח", "הנמל פתוח"),
        ("मंत्री ने कहा कि बंदरगाह खुला है और रहेगा", "बंदरगाह खुला है", "बंदरगाह खुला है"),
        ("部长说，我们开放港口，今天天气很好。", "开放港口", "我们开放港口"),
        ("ท่าเรือเปิดทำการแล้ว รัฐมนตรีกล่าวว่าดี", "เปิดทำการ", "ท่าเรือเปิดทำการแล้ว"),
        ("장관은 항구가 열려 있다고 말했다", "항구가 열려", "항구가 열려"),
        (
            "Le cafe\u0301 est ouvert, l’été aussi",
            "cafe\u0301 est ouvert, l’été",
            "cafe\u0301 est ouvert, l’été",
        ),
        ("Resume the talks. Then résumé the talks again", "résumé the talks", "résumé the talks"),
    ],
)
def test_any_script_is_lit_up(text: str, quote: str, lit: str, window: Window, tmp_path: Path) -> None:
    """Whole words of it: where words are not spaced, all up to the next mark."""
    one = cited(tmp_path / "a", window, ["<b>Question:</b> Well?", f"<b>Anna Verne:</b> {text}"], quote)
    words, _ = lit_words(window.page, str(one.forms.link))
    assert squeezed(words) == squeezed(lit)


def test_the_published_site_lights_up_the_same_words(window: Window, tmp_path: Path) -> None:
    """Behind the anchor of the turn, on the page of the version."""
    one = cited(tmp_path / "a", window, SAID, "The night ferry will sail", 4)
    with Archive.open(tmp_path / "a") as archive:
        (tmp_path / "site.toml").write_text('name = "Ferry record"\npublish = "full"\n', encoding="utf-8")
        archive.publish(tmp_path / "site", at=NOW, profile=tmp_path / "site.toml")
    path, _, fragment = one.forms.page.partition("#")
    html = (tmp_path / "site" / path).read_text(encoding="utf-8")
    window.pages[f"/{path}"] = html.replace("</head>", f"{FAR}</head>")
    lit, scrolled = lit_words(window.page, f"{window.address}/{path}#{fragment}")
    assert lit == "The night ferry will sail"
    assert scrolled > 1000
