"""JSON that carries its pages as escaped HTML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from invented_formats import places_of, read_file, turns_of
from onrecord.errors import NotTaken

TITLE = "Remarks by Minister of Tides Ada Korr at the Harbour Day"
POST = {
    "id": 7,
    "date": "2031-06-03T10:00:00",
    "link": "https://tides.example/remarks/7",
    "title": {"rendered": TITLE},
    "excerpt": {"rendered": "<p>QUESTION: Is the harbour open? […]</p>"},
    "content": {
        "rendered": "<p>QUESTION: Is the harbour open?</p>\n<p>MINISTER KORR: It is open, and stays open.</p>"
    },
}


def test_the_text_inside_is_read_with_its_place(tmp_path: Path) -> None:
    """Title and day are those that stand beside the text; an excerpt of it is not read twice."""
    (reading,), issues = read_file(tmp_path, "post.json", json.dumps(POST).encode())
    (statement,) = reading.statements
    assert (issues, statement.title, statement.posted_on) == ([], TITLE, "2031-06-03")
    assert turns_of(reading) == [
        ("QUESTION", None, "Is the harbour open?"),
        ("MINISTER KORR", "Ada Korr", "It is open, and stays open."),
    ]
    assert [at for at, _ in places_of(reading)] == ["content.rendered"]


def test_text_that_is_escaped_twice_is_text(tmp_path: Path) -> None:
    """Some systems escape what they carry as if it were to be shown as it is."""
    body = {
        "headline": "Speech by Minister Ada Korr",
        "published": "2031-06-03",
        "text": "&lt;p&gt;The harbour &amp;amp; the lake stay open.&lt;/p&gt;",
    }
    (reading,), _ = read_file(tmp_path, "a.json", json.dumps(body).encode())
    assert turns_of(reading) == [(None, "Ada Korr", "The harbour & the lake stay open.")]


def test_several_posts_are_several_statements(tmp_path: Path) -> None:
    """Each with the address that stands beside its text, whether they come as a list or line by line."""
    words = " ".join(
        f"The harbour of the {n}th bay stays open for all the ships that come." for n in range(4)
    )
    posts = [
        {"title": f"Remarks by Minister Ada Korr at the {place} harbour", "link": f"https://tides.example/{place}", "body": f"<p>{words}</p>"}
        for place in ("northern", "southern", "western")
    ]  # fmt: skip
    for content in (json.dumps({"posts": posts}), "\n".join(map(json.dumps, posts))):
        (reading,), _ = read_file(tmp_path, "posts.json", content.encode())
        assert [statement.title for statement in reading.statements] == [post["title"] for post in posts]
        assert len({statement.id for statement in reading.statements}) == 3


def test_json_without_texts_is_refused_by_name(tmp_path: Path) -> None:
    """A table or settings are no page."""
    with pytest.raises(NotTaken, match="is JSON without texts in HTML"):
        read_file(tmp_path, "a.json", b'{"tides": [1, 2, 3], "name": "North"}')


def test_json_nested_beyond_reason_is_no_fault(tmp_path: Path) -> None:
    """What no parser follows is read as the text that it is."""
    deep = b'{"a": "<p>words</p>", "b": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    (reading,), _ = read_file(tmp_path, "deep.json", deep)
    assert reading.page.kind == "other"
