"""Pagers of long lists: a few links on every page, from which any other page is not far."""

from __future__ import annotations

from onrecord.publishing.frame import link_pages
from onrecord.reading.parts.furniture import is_pager


def _paths(pages: int) -> list[str]:
    return ["kinds/interview/index.html", *(f"kinds/interview/{n}/index.html" for n in range(2, pages + 1))]


def _numbers(pages: int, n: int) -> list[int]:
    return [each.n for each in link_pages(_paths(pages), n, "../../")]


def test_a_short_list_has_a_link_to_each_page() -> None:
    """Up to twenty pages nothing is left out."""
    assert _numbers(20, 7) == list(range(1, 21))
    assert not any(each.after_gap for each in link_pages(_paths(20), 7, "../../"))


def test_a_long_list_has_the_ends_and_what_is_near() -> None:
    """The first page, the last, three on each side, and steps of ten and a hundred."""
    assert _numbers(334, 120) == [1, 20, 110, 117, 118, 119, 120, 121, 122, 123, 130, 220, 334]
    gaps = [each.n for each in link_pages(_paths(334), 120, "") if each.after_gap]
    assert gaps == [20, 110, 117, 130, 220, 334]


def test_links_lead_where_the_pages_are() -> None:
    """Relative to the page on which the pager stands."""
    links = {each.n: each.link for each in link_pages(_paths(334), 120, "../../../")}
    assert links[1] == "../../../kinds/interview/index.html"
    assert links[121] == "../../../kinds/interview/121/index.html"


def test_any_page_is_a_few_links_away() -> None:
    """From any page of ten thousand to any other in at most sixteen steps, and no pager has more than thirty links."""
    last = 10_000
    for start, goal in ((1, 9_999), (9_999, 2), (5_000, 7_777), (1, 5_555)):
        at, steps = start, 0
        while at != goal:
            numbers = _numbers(last, at)
            assert len(numbers) <= 30
            at = min(numbers, key=lambda each: abs(each - goal))
            steps += 1
        assert steps <= 16, (start, goal, steps)


def test_the_reader_knows_it_for_a_pager() -> None:
    """What we write is read back as furniture, gaps and all."""
    links = link_pages(_paths(334), 120, "")
    text = "Pages: " + " | ".join(f"… | {each.n}" if each.after_gap else str(each.n) for each in links)
    assert is_pager(text)
