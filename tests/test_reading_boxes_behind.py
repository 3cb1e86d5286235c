"""What stands behind the words in elements of its own: whom to call, and lists of data; and a title right above the element of the words."""

from __future__ import annotations

from reading_pages import only, read_html

SAID = "".join(
    f"<p>We keep the harbour of Skell open, in the {season} as well, for every ship that comes to our coast.</p>"
    for season in ("spring", "summer", "autumn", "winter")
)
TITLE = "Statement by Minister Ada Verne on the harbour of Skell"


def page(inside: str, above: str = f"<h1>{TITLE}</h1>") -> str:
    """A page with a title above an element that holds the words and what stands behind them."""
    return f"<html><head><title>{TITLE} | Ministry of Ports</title></head><body>{above}<main>{inside}</main></body></html>"


def test_whom_to_call_is_no_word_of_the_statement() -> None:
    """A box with a telephone number behind the words; its lines are no sentences."""
    box = (
        '<div class="x1"><p>Cora Land</p><p>Head of unit</p><p><a href="tel:+1555">+1 555 0142</a></p></div>'
    )
    (turn,) = only(read_html(page(f'<div class="x0">{SAID}</div>{box}'))).turns
    assert turn.text.startswith("We keep")
    assert turn.text.endswith("our coast.")


def test_a_list_of_names_and_values_behind_the_words_is_none_of_them() -> None:
    """Number, field and office of a release, as terms and what they are."""
    data = "<dl><dt>Number</dt><dd>31/204</dd><dt>Field</dt><dd>Ports</dd><dt>Office</dt><dd>Ministry of Ports</dd></dl>"
    (turn,) = only(read_html(page(f'<div class="x0">{SAID}</div><div class="x2">{data}</div>'))).turns
    assert turn.text.endswith("our coast.")


def test_a_lower_heading_right_above_the_words_is_the_title_that_the_head_has() -> None:
    """No top-level heading stands anywhere, and the head adds the site's name."""
    statement = only(read_html(page(SAID, f"<h2>{TITLE}</h2>")))
    assert statement.title == TITLE
