"""The head of a statement: its dates, place and status, as pages state them. All places and people are invented."""

from __future__ import annotations

import pytest

from reading_pages import only, read_html, read_text


def test_a_line_may_state_two_dates_behind_a_bar() -> None:
    """The day alone is that of posting; the other stands behind its word."""
    statement = only(
        read_html(
            "<h1>Remarks by Minister Ada Verne</h1><p>3 May 2030 - | Last updated: 4 May 2030 09:12</p>"
            "<p>The lock is open again, and it is green.</p>"
        )
    )
    assert (statement.posted_on, statement.updated_on) == ("2030-05-03", "2030-05-04")
    assert [turn.text[:8] for turn in statement.turns] == ["The lock"]


def test_a_bar_between_words_states_nothing() -> None:
    """A crumb trail holds bars and a year too."""
    statement = only(
        read_html(
            "<h1>Remarks by Minister Ada Verne</h1><p>News | 2030 | May</p><p>The lock is open again today.</p>"
        )
    )
    assert (statement.posted_on, statement.updated_on) == (None, None)


def test_place_and_day_may_share_a_line() -> None:
    """ "Velsen, delivered on 3 May 2030" under the title."""
    statement = only(
        read_html(
            "<h1>Speech by Minister Ada Verne</h1><p>Velsen, delivered on 3 May 2030</p><p>Dear guests, do sit down.</p>"
        )
    )
    assert (statement.place, statement.given_on, statement.posted_on) == ("Velsen", "2030-05-03", None)


def test_a_place_may_take_two_lines() -> None:
    """Above the time of day stands where it was given."""
    statement = only(
        read_html(
            "<h1>Press Gaggle by Press Secretary Ada Verne</h1><p>May 3, 2030</p><p>Aboard Ferry One<br>En Route Velsen</p>"
            "<p>1:12 P.M. EST</p><p>MS. VERNE: Good afternoon, everybody. We sail.</p><p>Q  Where to?</p><p>MS. VERNE: North.</p>"
        )
    )
    assert statement.place == "Aboard Ferry One En Route Velsen"


def test_a_heading_inside_the_text_may_say_that_only_excerpts_follow() -> None:
    """What is said about excerpts in a sentence is no such heading."""
    page = "<h1>Briefing by Spokesperson Ada Verne</h1><p>The post is delivered again.</p>{}<p>We read excerpts from it.</p>"
    assert only(read_html(page.format("<p><b>Excerpts from answers:</b></p>"))).status == ("excerpt",)
    assert only(read_html(page.format(""))).status == ()


def test_a_day_run_together_with_the_hour_is_the_statements_even_above_all_else() -> None:
    """A site's own date above its pages carries no hour glued to the year."""
    page = "<p>{}</p><h1>Briefing by Spokesperson Ada Verne, Velsen, May 3, 2030</h1><p>The post is delivered again.</p>"
    assert only(read_html(page.format("4 May 203018:29"))).posted_on == "2030-05-04"
    assert only(read_html(page.format("4 May 2030"))).posted_on is None


def test_a_moderator_may_state_the_rules_of_a_call() -> None:
    """On background and embargoed: his words, and a status of the text; an embargo on goods is neither."""
    page = (
        "<h1>Background Call by Senior Officials</h1><p>MODERATOR: Good morning. {} With that, our first official.</p>"
        "<p>SENIOR OFFICIAL: Thanks. We name nine bridges.</p><p>Q: Which?</p><p>SENIOR OFFICIAL: Those that stand.</p>"
    )
    told = page.format(
        "This call is on background, attributable to senior officials, and embargoed until 2 p.m."
    )
    assert only(read_html(told)).status == ("embargo", "on_background")
    assert only(read_html(page.format("The goods are under embargo."))).status == ("on_background",)


def test_a_mail_in_quoted_printable_is_read_through() -> None:
    """Soft line breaks part no words, and the header of a signature is no title."""
    reading = read_text(
        """
        -----BEGIN PGP SIGNED MESSAGE-----
        Hash: SHA1

        Press Briefing by Press Secretary Ada Verne

        MS. VERNE: Good afternoon. I have one announcement for you before we beg=
        in. The caf=C3=A9 on the bridge is open again.

        Q: Since when is it open? I have not seen anybody sit there in the rain=
        , have you?

        MS. VERNE: Since Monday.
        """
    )
    statement = only(reading)
    assert statement.title == "Press Briefing by Press Secretary Ada Verne"
    assert statement.turns[0].text.endswith("before we begin. The café on the bridge is open again.")
    assert [turn.role for turn in statement.turns] == ["official", "questioner", "official"]


def test_an_equals_sign_at_the_end_of_a_line_is_no_soft_break_by_itself() -> None:
    """One line of a sum stays as it is."""
    text = "Remarks by Minister Ada Verne\n\nThe bridge costs what the ferry costs and what the lock costs, that is to say =\nnothing."
    assert "to say =\nnothing" in read_text(text).page.text


@pytest.mark.parametrize("above", ["<h1>News</h1>", "<h1><a href='/'>The Ferry Office</a></h1>"])
def test_a_heading_over_all_pages_is_not_the_title(above: str) -> None:
    """The site's or a section's name in the first heading; the page's own title is a lower one, as the head says."""
    page = f"{above}<h2>Statement by Minister Ada Verne on the lock</h2><p>The lock is open again today.</p>"
    head = "<title>Statement by Minister Ada Verne on the lock | The Ferry Office</title>"
    assert only(read_html(page, head)).title == "Statement by Minister Ada Verne on the lock"


def test_a_title_may_be_worded_otherwise_in_the_head() -> None:
    """A heading that shares half of its words with the head's title stays the title."""
    page = "<h1>Statement on the lock</h1><h2>Background</h2><p>The lock is open again today.</p>"
    head = "<title>Ministry: a statement on the lock at Velsen</title>"
    assert only(read_html(page, head)).title == "Statement on the lock"


def test_of_two_first_headings_the_one_for_sharing_is_the_title() -> None:
    """The head names the section, what it gives for sharing names the message."""
    page = "<h1>Messages</h1><h1>Statement by Minister Ada Verne on the lock</h1><p>The lock is open again today.</p>"
    head = (
        "<title>Messages - Ferry Office</title>"
        '<meta property="og:title" content="Statement by Minister Ada Verne on the lock">'
    )
    assert only(read_html(page, head)).title == "Statement by Minister Ada Verne on the lock"
