"""The main text of pages without a statement: as trafilatura picks it, in the page's own blocks."""

from __future__ import annotations

import subprocess
import sys

import pytest
from msgspec.structs import replace

from onrecord.explaining import explain_page
from onrecord.model import LearntSite, Reading
from onrecord.reading import draw_page, learn_site, read_page
from onrecord.reading.page.trace import find_trace
from onrecord.reading.told import SourceRules
from reading_pages import capture_of, read_html, read_text

SOUP = (
    "Wash the nettles well in cold water, and boil them in broth until they are soft enough to be sieved.",
    "Cream goes in last, when the pot is off the fire; who adds it before has a pot of curds, and no soup.",
    "It keeps for two days in the cellar, and the ferrymen of Skell are said to like it better on the second.",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in SOUP)


def parts(reading: Reading, name: str) -> list[str]:
    """Return the stretches of a page's text that have this name."""
    return [reading.page.text[slice(*region.span)] for region in reading.page.regions if region.name == name]


def test_the_main_text_is_picked_by_trafilatura_and_the_reading_says_so() -> None:
    """Menu, box and footer of nothing but `div`s are left out; what is kept is the page's own text at its own places."""
    box = "".join(f"<div><a href='/{n}'>Another soup, number {n}</a></div>" for n in range(6))
    reading = read_html(
        f"<div class='menu'>{box}</div><div><h1>A soup of nettles</h1>{PARAGRAPHS}</div><div class='footer'><p>Kitchen of Skell</p></div>"
    )
    assert (reading.page.kind, reading.page.main_text_from) == ("other", "trafilatura")
    assert reading.page.main_text == "\n\n".join(SOUP)
    assert parts(reading, "main_text") == list(SOUP)


def test_letters_are_the_page_s_own() -> None:
    """Soft hyphens and wide spaces that trafilatura drops stay in the text as the page has them."""
    words = SOUP[0].replace("nettles", "net\u00adtles").replace("cold water", "cold\u00a0water")
    reading = read_html(f"<h1>A soup of nettles</h1><p>{words}</p><p>{SOUP[1]}</p><p>{SOUP[2]}</p>")
    assert reading.page.main_text_from == "trafilatura"
    assert parts(reading, "main_text")[0] == words


def test_the_lead_belongs_to_the_text() -> None:
    """The paragraph between title and text is kept, whatever class it has; a line that is mostly link is not."""
    lead = "A soup that costs nothing, for whoever has gloves: from the banks of the Skell, where nettles grow as high as a ferryman."
    reading = read_html(
        f"<article><h1>A soup of nettles</h1><div class='teaser'>{lead}</div><div class='text'>{PARAGRAPHS}"
        "<p>Read also: <a href='/2'>The ferrymen and their second day of soup</a></p>"
        f"<p>{SOUP[0]}</p></div></article>"
    )
    assert parts(reading, "main_text")[0] == lead
    assert parts(reading, "beside") == ["Read also: The ferrymen and their second day of soup"]
    assert reading.unclassified.characters == 0


def test_a_line_of_data_amid_the_text_is_text() -> None:
    """A line with a word for metadata before its colon is the text's own, unless it tells a day."""
    reading = read_html(
        f"<h1>A soup of nettles</h1>{PARAGRAPHS}<p>Time: a quarter of an hour, and patience</p><p>{SOUP[1]}</p>"
        "<p>Last updated: 3 May 2021</p>"
    )
    assert "Time: a quarter of an hour, and patience" in parts(reading, "main_text")
    assert parts(reading, "metadata") == ["Last updated: 3 May 2021"]
    assert reading.page.updated_on == "2021-05-03"


def test_explanations_name_trafilatura() -> None:
    """Body and margin give the rule by which trafilatura picked them."""
    page = f"<h1>A soup of nettles</h1>{PARAGRAPHS}"
    explanation = explain_page(page, capture_of("text/html"))
    (body,) = [reason for reason in explanation.reasons if reason.field == "body"]
    assert (body.rule, body.value) == ("body.trafilatura", "3 paragraphs")
    assert {part.rule for part in explanation.parts if part.name == "main_text"} == {"body.trafilatura"}


def test_plain_text_and_told_elements_are_read_by_our_own_rules() -> None:
    """trafilatura reads markup; and what a source file tells comes before what it would pick."""
    text = read_text("A soup of nettles\n\n" + "\n\n".join(SOUP))
    assert text.page.main_text_from == "rules"
    told = read_html(
        f"<h1>A soup of nettles</h1><div id='text'><p>{SOUP[0]}</p></div><p>{SOUP[1]}</p><p>{SOUP[2]}</p>",
        rules=SourceRules(statement="#text"),
    )
    assert (told.page.main_text, told.page.main_text_from) == (SOUP[0], "rules")


def test_a_statement_and_a_list_have_no_text_from_trafilatura() -> None:
    """Statements are read by turns; a page of notices is no text."""
    statement = read_html(f"<h1>Statement by Prime Minister Ada Verne</h1>{PARAGRAPHS}")
    assert (statement.page.kind, statement.page.main_text_from) == ("statement", None)
    entries = "".join(
        f"<li>{day} May 2021 <a href='/{day}'>The soup of day {day} and the ferry</a></li>"
        for day in range(3, 9)
    )
    listing = read_html(f"<h1>Soups</h1><ul>{entries}</ul>")
    assert (listing.page.kind, listing.page.main_text_from) == ("listing", None)


def test_lists_around_an_article_do_not_make_it_a_list() -> None:
    """Entries with dates before and behind an article are fewer words than its paragraphs."""
    entries = "".join(
        f"<li><a href='/{day}'>The soup of day {day} and the ferry</a> {day} May 2021</li>"
        for day in range(3, 6)
    )
    reading = read_html(f"<h1>A soup of nettles</h1><ul>{entries}</ul>{PARAGRAPHS * 3}<ul>{entries}</ul>")
    assert reading.page.kind == "other"
    assert SOUP[2] in (reading.page.main_text or "")


@pytest.mark.parametrize("page", ["<p>a</p>" * 31_000, "<ul><li>" * 100 + "soup" + "</ul>" * 100])
def test_a_page_that_would_cost_too_much_is_read_by_our_own_rules(page: str) -> None:
    """Tags by the ten thousand are not given to trafilatura, and the Reading says so; a page of a hundred levels is."""
    reading = read_html(f"<h1>A soup of nettles</h1>{page}{PARAGRAPHS}")
    is_large = page.startswith("<p>")
    assert [issue.code for issue in reading.issues] == (["main_text_by_rules"] if is_large else [])
    assert reading.page.main_text_from == ("rules" if is_large else "trafilatura")


def test_a_failing_trafilatura_costs_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it raises, the page is read, with an issue."""

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("no soup")

    monkeypatch.setattr("trafilatura.bare_extraction", fails)
    reading = read_html(f"<h1>A soup of nettles</h1>{PARAGRAPHS}")
    assert reading.page.main_text_from == "rules"
    assert [issue.code for issue in reading.issues] == ["main_text_by_rules"]


def test_where_the_site_is_learnt_its_place_for_the_text_comes_first() -> None:
    """Pages of one site tell where its texts stand, surer than one page alone does."""

    herbs = ("nettles", "leeks", "sorrel", "chard", "kale", "cress")

    def soup(n: int) -> str:
        box = "".join(
            f"<div class='l'><a href='/{k}'>A soup of {herbs[k % 6]}</a></div>" for k in range(n + 1, n + 5)
        )
        own = "".join(f"<div class='w'>With {herbs[n]}: {line}</div>" for line in SOUP)
        return f"<html lang='en'><body><div class='a'>{box}</div><div class='b'><div class='t'>A soup of {herbs[n]}</div>{own}</div></body></html>"

    captures = [
        replace(capture_of("text/html", f"https://kitchen.example/{n}"), digest=f"sha256:{n:064}")
        for n in range(6)
    ]
    sketches = [sketch for n in range(6) if (sketch := draw_page(soup(n), captures[n]))]
    learnt = learn_site(sketches)
    assert isinstance(learnt, LearntSite)
    reading = read_page(soup(3), captures[3], learnt=learnt)
    assert reading.page.learnt is not None
    assert (reading.page.kind, reading.page.main_text_from) == ("other", "rules")


def test_trafilatura_is_loaded_for_pages_without_a_statement_only() -> None:
    """Reading a statement does not pay for it."""
    code = (
        "import io, sys; from onrecord import read\n"
        "list(read(io.BytesIO(b'<html lang=en><h1>Statement by Prime Minister Ada Verne</h1><p>The ferry stays where it is.')))\n"
        "sys.exit('trafilatura' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_text_is_found_again_in_order_and_each_place_once() -> None:
    """What repeats is found where the order of both allows it; short blocks only where they fill a line."""
    blocks = [
        "Share",
        "The ferry is back at the quay.",
        "Share",
        "It sails at nine, and is shared by all.",
        "Share",
    ]
    trace = find_trace(
        blocks, ["The ferry is back at the quay.", "It sails at nine, and is shared by all.", "Share"]
    )
    assert trace is not None
    assert (trace.positions, trace.share) == ((1, 3, 4), 1.0)


def test_a_block_of_which_a_part_was_left_out_is_found_by_its_pieces() -> None:
    """A caption or a link inside a paragraph may be missing in the text looked for."""
    whole = "The ferry is back at the quay of Skell (picture: A. Verne) and sails at nine in the morning."
    cut = "The ferry is back at the quay of Skell and sails at nine in the morning."
    trace = find_trace(
        ["Before the quay, a long line of its own", whole, "Behind it, another long line"], [cut]
    )
    assert trace is not None
    assert trace.positions == (1,)


def test_nothing_is_found_of_another_text() -> None:
    """A text that stands nowhere in the blocks has no trace."""
    assert (
        find_trace(["The ferry is back at the quay of Skell."], ["Nobody has seen the harbour master today."])
        is None
    )
    assert find_trace([], ["soup"]) is None


def test_what_repeats_many_times_is_found_as_often() -> None:
    """A refrain stands in the blocks as often as in the text."""
    blocks = ["The ferry is back at the quay of Skell.", "Ahoy!"] * 20
    trace = find_trace(blocks, blocks)
    assert trace is not None
    assert (len(trace.positions), trace.share) == (40, 1.0)
