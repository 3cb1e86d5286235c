"""Selectors of source files give what CSS says, in a time that a hostile page cannot stretch."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from onrecord.reading.page.selectors import select, why_refused

PAGE = (
    "<main id=m class='a b'><div class=a><p class=b>1</p> text <!-- --><p>2</p><div><p class='a b' data-x='a > b, c'>3</p></div>"
    "<section><p>4</p><q>5</q></section></div></main><aside class=b><p class=a>6</p><div class=b><p>7</p></div></aside>"
)
COMPOUNDS = [
    "p",
    "div",
    ".a",
    ".b",
    "main",
    "*",
    "#m",
    "p.b",
    "p:not(.a)",
    ":is(p, q)",
    "[data-x='a > b, c']",
    "p:first-child",
]
chains = st.lists(
    st.tuples(st.sampled_from([" ", " > ", " + ", " ~ ", ">", "  "]), st.sampled_from(COMPOUNDS)),
    min_size=1,
    max_size=4,
)


def written_out(selector: str) -> list[str]:
    """Return the selectors without ":is(p, q)" that mean together what one with it does."""
    before, found, behind = selector.partition(":is(p, q)")
    return [before + tag + rest for tag in "pq" for rest in written_out(behind)] if found else [selector]


@given(st.lists(chains, min_size=1, max_size=2))
@settings(deadline=None)
def test_a_selector_gives_what_the_parser_gives(given: list[list[tuple[str, str]]]) -> None:
    """Spaces, marks and commas mean what they mean in a style sheet.

    The parser loses siblings behind ":is(p, q) ~": what it is asked has each of the two written out.
    """
    selector = ", ".join("".join(f"{how}{each}" for how, each in chain).strip(" >+~") for chain in given)
    tree = LexborHTMLParser(PAGE)
    expected = {node.mem_id for written in written_out(selector) for node in tree.css(written)}
    assert {node.mem_id for node in select(tree, selector)} == expected


HOSTILE = {
    "in each other": "<div class=a>" * 1500 + "<p>x</p>" * 20_000,
    "beside each other": "<p class=a>y</p>" * 60_000 + "<b>z</b>",
    "with remarks between": "<p class=a>y</p><!-- -->" * 30_000 + "<b>z</b>",
}


@pytest.mark.parametrize("page", HOSTILE)
@pytest.mark.parametrize(
    "selector",
    [
        "main div div div div div p",
        "i ~ p ~ p ~ p ~ b",
        "main p + p ~ p, .b .a .a .a p",
        "main > div div > div p",
    ],
)
def test_a_catastrophic_selector_is_bounded(page: str, selector: str) -> None:
    """On pages made for it the parser itself takes hours."""
    tree = LexborHTMLParser(HOSTILE[page])
    assert why_refused(selector) is None
    began = time.process_time()
    select(tree, selector)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "selector",
    ["div:has(div:has(p))", "p:nth-child(2n+1 of p)", "p:nth-child(2)", "p:last-of-type", ":not(div div)", ":is(main > p)", "a" * 2000,
     "p " * 60, "p[", "", "p:hover::", "<p>"],
)  # fmt: skip
def test_what_cannot_be_bounded_is_refused(selector: str) -> None:
    """With the reason, and it names nothing."""
    assert why_refused(selector)
    assert select(LexborHTMLParser(PAGE), selector) == []


@pytest.mark.parametrize(
    "selector", ["article .words", "[title=':has(x)']", "#text > .speech p", ".a:not(.share, .more)"]
)
def test_what_people_write_is_taken(selector: str) -> None:
    """Words in quotation marks are no part of the language."""
    assert why_refused(selector) is None
