"""Sitemaps: one for a record of some thousands of statements, a list of several for more; every statement is in one of them."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from onrecord.model import Outline
from onrecord.publishing.lists import maps
from onrecord.publishing.lists.maps import map_paths, render_map, render_part, render_robots
from onrecord.publishing.lists.messages import Entry, entry_of

BASE = "https://record.example/"


def entries(count: int) -> list[Entry]:
    """Return statements, each added a minute later than the one before."""
    outlines = (
        Outline(
            f"s{n:04}", f"Speech {n}", "bay.example", ("speech",), "en", None, "2031-05-02", None, 1, 1,
            f"2031-05-03T{n // 60:02}:{n % 60:02}:00Z", "2031-05-03T00:00:00Z", False, (), 1,
        )
        for n in range(count)
    )  # fmt: skip
    return [entry_of(each) for each in outlines]


def addresses(text: str | None) -> list[str]:
    """Return what a sitemap names; it is well-formed XML."""
    assert text is not None
    ElementTree.fromstring(text)
    return re.findall(r"<loc>([^<]*)</loc>", text)


def test_a_few_statements_stand_in_one_map() -> None:
    """With the front page, all messages and what is told of the record."""
    assert map_paths(3) == ["sitemap.xml"]
    assert addresses(render_map(BASE, entries(3))) == [
        BASE, f"{BASE}messages/", f"{BASE}about.html", *(f"{BASE}statements/s000{n}/" for n in range(3)),
    ]  # fmt: skip
    assert render_part(BASE, entries(3), 1) is None


@pytest.mark.parametrize("count", [8, 17, 18, 57])
def test_of_many_each_stands_in_exactly_one_map(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """No map has more addresses than one may have, and the first names the others."""
    monkeypatch.setattr(maps, "MOST_ADDRESSES", 10)
    every = entries(count)
    first, *further = map_paths(count)
    assert first == "sitemap.xml"
    assert addresses(render_map(BASE, every)) == [BASE + path for path in further]
    parts = [addresses(render_part(BASE, every, n)) for n in range(1, len(further) + 1)]
    assert max(map(len, parts)) <= 10
    told = [each for part in parts for each in part]
    assert sorted(told) == sorted(
        [
            BASE,
            f"{BASE}messages/",
            f"{BASE}about.html",
            *(f"{BASE}statements/{each.folder}/" for each in every),
        ]
    )
    assert render_part(BASE, every, len(further) + 1) is None


def test_what_is_added_changes_the_last_map_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever day it was given on: who has read the others need not read them again."""
    monkeypatch.setattr(maps, "MOST_ADDRESSES", 10)
    before, after = entries(15), entries(16)
    assert render_part(BASE, before, 1) == render_part(BASE, after, 1)
    assert render_part(BASE, before, 2) != render_part(BASE, after, 2)


def test_what_is_made_for_one_question_is_kept_by_nobody() -> None:
    """In no language of the interface; forms without a question, and all else, may be kept."""
    told = render_robots(BASE, ("fr",), served=True).splitlines()
    assert {
        "Disallow: /search?",
        "Disallow: /fr/check?",
        "Disallow: /fr/timeline/words?",
        "Disallow: /api/",
    } <= set(told)
    assert "Disallow: /search" not in told
    assert told[-1] == f"Sitemap: {BASE}sitemap.xml"
    assert render_robots(BASE, ("fr",), served=False).splitlines()[:2] == ["User-agent: *", "Disallow:"]
