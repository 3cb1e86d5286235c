"""Several statements on one page, in the ways sites set whole posts below each other. All people and places are invented."""

from __future__ import annotations

import pytest

from reading_pages import read_html

POSTS = (
    (
        "Remarks by Foreign Minister Ada Verne at the bridge",
        "<p>Dear guests, the bridge is open since Monday, and it will remain open for as long as it stands. Thank you.</p>"
        "<p>May it stand for long, and may nobody fall from it into the cold water below it.</p>",
    ),
    (
        "Statement by Minister Bel Harrow on the ferry",
        "<p>The ferry will sail again on Sunday morning at nine, and on every Sunday after that. We thank the crew.</p>"
        "<p>Tickets are sold on board by the crew, who take no cards and give no change.</p>",
    ),
)
SHAPES = {
    "headings of the first level": "<div><h1>{title}</h1><p>{day} May 2030</p>{text}</div>",
    "articles of the first level": "<article><h1>{title}</h1><p>{day} May 2030</p>{text}</article>",
    "articles of the second level": "<article><h2>{title}</h2><p>{day} May 2030</p>{text}</article>",
    "linked titles in headers": "<article><header><h2><a href='/p{day}'>{title}</a></h2><time>{day} May 2030</time></header>{text}</article>",
    "headings of the third level": "<h3>{title}</h3><p>{day} May 2030</p>{text}",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_posts_below_each_other_are_statements_each(shape: str) -> None:
    """Each with its own title, day and speaker, and nothing is left over."""
    body = "".join(
        SHAPES[shape].format(title=title, text=text, day=day) for day, (title, text) in enumerate(POSTS, 3)
    )
    reading = read_html(
        f"{body}<footer><p>Press office</p></footer>", head="<title>Ministry of Bridges</title>"
    )
    told = [(one.title, one.posted_on, [turn.speaker for turn in one.turns]) for one in reading.statements]
    assert told == [
        (POSTS[0][0], "2030-05-03", ["Ada Verne"]),
        (POSTS[1][0], "2030-05-04", ["Bel Harrow"]),
    ]
    assert reading.unclassified.characters == 0
    assert reading.notices == ()


def test_titles_with_leads_stay_a_list() -> None:
    """A lead that is cut off, or leads on, is not the text."""
    body = "".join(
        SHAPES["linked titles in headers"].format(title=title, text=f"{text}<p>Read more</p>", day=day)
        for day, (title, text) in enumerate(POSTS, 3)
    )
    reading = read_html(body, head="<title>Ministry of Bridges</title>")
    assert (reading.page.kind, len(reading.notices)) == ("listing", 2)
