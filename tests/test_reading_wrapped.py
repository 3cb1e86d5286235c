"""Plain texts whose lines a program wrapped, as those of mails are."""

from __future__ import annotations

from onrecord.reading.page.parse_text import parse_text
from reading_pages import only, read_text

WRAPPED = """\
Remarks by Minister Ada Korr at the Harbour Day, 3 June 2031

QUESTION: Is the harbour open, and will it stay open for all of the ships
that come from the north during the whole of the coming winter, as it was
said in spring?

MINISTER KORR: The harbour is open, and it will stay open for all of the
ships that come to it. What we said in spring holds: nobody will be
turned away, and nobody has been. That is what the treaty of the northern
bay says, and we keep it.
We keep all of our treaties.

On 2 June 2031, Bel Orro wrote:
> Will you send me the text of what the Minister is going to say at the
> Harbour Day? We would like to print it.
"""


def test_wrapped_lines_are_whole_paragraphs() -> None:
    """A label is one at the beginning of a paragraph; the words run on over the line ends of the mail."""
    statement = only(read_text(WRAPPED))
    assert [(turn.label, turn.text.split("\n")[0]) for turn in statement.turns] == [
        (
            "QUESTION",
            "Is the harbour open, and will it stay open for all of the ships that come from the north during the whole of the"
            " coming winter, as it was said in spring?",
        ),
        (
            "MINISTER KORR",
            "The harbour is open, and it will stay open for all of the ships that come to it. What we said in spring holds:"
            " nobody will be turned away, and nobody has been. That is what the treaty of the northern bay says, and we keep it.",
        ),
    ]


def test_what_a_mail_quotes_is_no_turn() -> None:
    """The words of another mail stand beside those of this one."""
    statement = only(read_text(WRAPPED))
    assert not any("Will you send" in turn.text for turn in statement.turns)


def test_the_text_keeps_its_length() -> None:
    """A line end inside a paragraph is a space: spans count as they did, and nothing else changes."""
    text = parse_text(WRAPPED).text
    assert len(text) == len(WRAPPED)
    assert text.replace("\n", " ") == WRAPPED.replace("\n", " ")


def test_lines_that_an_author_ended_stay() -> None:
    """Verses, lists, addresses and short turns on lines of their own are not joined."""
    for text in (
        "QUESTION: Is it open?\nKORR: It is.\n" * 8
        + "KORR: And it stays open for all ships that come to it, I say.",
        "\n".join(f"- item {n} of the list, which is nearly as long as a line of a mail" for n in range(9)),
        "\n".join(
            "A paragraph on one line, however long it is, ends where its author ended it. " * 3
            for _ in range(9)
        ),
    ):
        assert parse_text(text).text == text
