"""Text directives: what a link names so that a browser finds these words, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.citing import Directive, find_directive, make_directive, make_link, parse_directive, split_link

GATE = "We say: the gate is open, and we mean it.\n\nThey say: the gate is open, and they do not mean it."


def named(text: str, words: str, nth: int = 1) -> Directive | None:
    """Return the directive of the nth place of the words; None where it cannot name them alone."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    found = make_directive(text, (at, at + len(words)))
    return found.found if found else None


def test_words_that_stand_once_are_named_by_themselves() -> None:
    """Nothing around them is needed."""
    assert named("The gate is open.", "gate is open") == Directive("gate is open")


def test_the_first_of_several_places_is_named_with_what_stands_around() -> None:
    """So that no other is taken for it where the page changes."""
    assert named(GATE, "the gate is open") == Directive("the gate is open", None, "We say:")


def test_a_later_place_is_named_with_what_stands_around() -> None:
    """What stands right before it tells it from the first."""
    assert named(GATE, "the gate is open", 2) == Directive("the gate is open", None, "They say:")


def test_a_long_quotation_is_named_by_its_first_and_last_words() -> None:
    """The link stays short, and the words between may go over paragraphs."""
    text = "First we count the ships that came in during the long winter of that year.\n\nThen we count those that left it again in spring."
    whole = named(text, text)
    assert whole == Directive("First we count the", "it again in spring.")


def test_no_term_reaches_over_a_border() -> None:
    """Lines, paragraphs and cells are blocks to a browser."""
    text = "One line\nand another\n\na cell\tand its neighbour"
    directive = named(text, "line\nand")
    assert directive == Directive("line", "and")
    assert named(text, "cell\tand its") == Directive("cell", "and its")


def test_a_prefix_may_stand_in_the_block_before() -> None:
    """Two answers alike are told apart by their questions."""
    text = "Is it open?\n\nYes.\n\nIs it shut?\n\nYes."
    assert named(text, "Yes.", 2) == Directive("Yes.", None, "Is it shut?")


def test_places_alike_all_around_are_not_named_alone() -> None:
    """A link that would lead to another place is not made."""
    text = "Applause.\n\nApplause.\n\nApplause."
    assert named(text, "Applause.", 1) == Directive("Applause.")
    assert named(text, "Applause.", 2) is not None
    again = "\n\n".join(["Applause."] * 9)
    assert named(again, "Applause.", 5) is None


def test_a_no_break_space_is_a_letter_of_its_own() -> None:
    """Browsers fold the others alone: behind a sentence two spaces may be drawn."""
    assert named("Is it open?\u00a0  It is.", "open?\u00a0  It") == Directive("open?\u00a0 It")


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("They talked of talks.", "talk", "talked"),
        ("It rose by 3.5 percent", "5 percent", "3.5 percent"),
        ("We don’t know", "t know", "don’t know"),
        ("我们开放港口，今天。", "开放", "我们开放港口"),
        ("ท่าเรือเปิดแล้ว วันนี้", "เปิด", "ท่าเรือเปิดแล้ว"),
    ],
)
def test_whole_words_are_named(text: str, words: str, start: str) -> None:
    """A browser finds whole words only; where words are not spaced it asks a dictionary, and we name all up to a mark."""
    assert named(text, words) == Directive(start)


def test_a_directive_stays_short_whatever_the_text() -> None:
    """Also where nothing parts the words, or all are alike: such a one leads no browser, and is still an address."""
    for text in ("港口开放我们说" * 2_000, "a b " * 5_000, "a" * 9_000, "Applause.\n\n" * 2_000):
        found = make_directive(text, (4_000, 4_900))
        assert found is not None
        assert found.first is None
        assert 0 < len(found.directive.encoded()) < 3_000


def test_what_is_no_word_cannot_be_named() -> None:
    """Marks and spaces are not looked for."""
    assert make_directive("Well … yes", (5, 6)) is None
    assert make_directive("Well … yes", (4, 4)) is None


def test_accents_do_not_tell_places_apart() -> None:
    """Browsers compare letters alone: the second place needs what stands before it."""
    assert named("Resume the talks.\n\nRésumé the talks.", "Résumé the talks") == Directive(
        "Résumé the talks", None, "Resume the talks."
    )


@pytest.mark.parametrize(
    ("directive", "encoded"),
    [
        (Directive("a-b, c & d"), "a%2Db%2C%20c%20%26%20d"),
        (Directive("one", "two"), "one,two"),
        (Directive("one", "two", "before-", "-behind"), "before%2D-,one,two,-%2Dbehind"),
        (Directive("50% #1 ~x_y."), "50%25%20%231%20%7Ex%5Fy%2E"),
        (Directive("порт"), "%D0%BF%D0%BE%D1%80%D1%82"),
    ],
)
def test_a_directive_is_encoded_and_read_back(directive: Directive, encoded: str) -> None:
    """Hyphens, commas and ampersands mean something in a directive, and are always escaped."""
    assert directive.encoded() == encoded
    assert parse_directive(encoded) == directive


@pytest.mark.parametrize("encoded", ["", ",", "a-", "a-,-b", "a,b,c,d", "-b", "a-,b,c,d,-e"])
def test_what_names_nothing_is_no_directive(encoded: str) -> None:
    """One or two terms stand between prefix and suffix."""
    assert parse_directive(encoded) is None


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://tarn.example/1", "https://tarn.example/1#:~:text=open"),
        ("https://tarn.example/1?a=b", "https://tarn.example/1?a=b#:~:text=open"),
        ("https://tarn.example/1#part", "https://tarn.example/1#part:~:text=open"),
        ("https://tarn.example/1#part:~:text=old", "https://tarn.example/1#part:~:text=open"),
        ("urn:sha256:00", None),
        (None, None),
    ],
)
def test_a_link_keeps_the_anchor_of_its_page(url: str | None, link: str | None) -> None:
    """The directive stands behind it; what no browser opens has no link."""
    assert make_link(url, Directive("open")) == link


def test_a_link_is_taken_apart() -> None:
    """Other directives beside it are passed over."""
    link = "https://tarn.example/1#part:~:lang=en&text=a-,open&text=shut"
    assert split_link(link) == ("https://tarn.example/1", "part", Directive("open", None, "a"))
    assert split_link("https://tarn.example/1#part") == ("https://tarn.example/1", "part", None)


WORDS = st.lists(
    st.sampled_from(
        ["a", "b", "Ab", "á", "da-da", "3,5", "«да»", "نعم", "说", "ไป", "🙂", "e\u0301", "l’an"]
    ),
    max_size=30,
)
LINES = st.lists(WORDS.map(" ".join), min_size=1, max_size=6)


@given(LINES, st.integers(0, 200), st.integers(1, 120), st.sampled_from(["\n\n", "\n", "\t", " \n \u00a0"]))
def test_a_directive_leads_to_its_own_words(lines: list[str], start: int, length: int, between: str) -> None:
    """Whatever is repeated: what is named alone is found first, whole, and read back from its encoding."""
    text = between.join(lines)
    span = min(start, len(text)), min(start + length, len(text))
    found = make_directive(text, span)
    if found is None:
        return
    directive = parse_directive(found.directive.encoded())
    assert directive == found.directive
    places = find_directive(text, directive)
    covering = [
        each for each in places if each[0] <= _inner(text, span)[0] and _inner(text, span)[1] <= each[1]
    ]
    if found.alone:
        assert places == covering[:1] != []
    if found.found:
        assert find_directive(text, found.found)[0] in covering


def _inner(text: str, span: tuple[int, int]) -> tuple[int, int]:
    stretch = text[span[0] : span[1]]
    return span[0] + len(stretch) - len(stretch.lstrip()), span[1] - len(stretch) + len(stretch.rstrip())
