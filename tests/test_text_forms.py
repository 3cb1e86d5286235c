"""The two forms of a text, and their way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import (
    language_of,
    match_form,
    match_words,
    match_words_of_each,
    spans_of,
    version_digest,
    version_form,
    version_text,
    visible,
)


@given(st.text())
def test_each_character_of_the_version_form_comes_from_its_origin(text: str) -> None:
    """A character is the original's at its origin; a space stands for the spacing that begins there."""
    form = version_form(text)
    assert len(form.text) == len(form.origins)
    for character, origin in zip(form.text, form.origins, strict=True):
        assert text[origin] == character or (character == " " and text[origin].isspace())


@given(st.text())
def test_the_version_form_folds_spacing_and_nothing_else(text: str) -> None:
    """Folding twice changes nothing; no two spaces stand together; no letter is lost."""
    form = version_form(text).text
    assert version_form(form).text == form
    assert "  " not in form
    assert [c for c in form if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.text())
def test_each_word_of_the_match_form_lies_where_its_span_says(text: str) -> None:
    """Spans are in order, do not overlap, and read alone give the same word."""
    form = match_form(text)
    end_before = 0
    for word, (start, end) in zip(form.words, form.spans, strict=True):
        assert end_before <= start < end <= len(text)
        assert "".join(match_form(text[start:end]).words) == word
        end_before = end


@given(
    st.text("ab 9,'’()[]é\n\u00ad协", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))),
)
def test_words_alone_are_those_of_the_match_form(text: str, ends: list[tuple[int, int]]) -> None:
    """Whatever is left out, be it a part of a word; stretches may overlap, or be empty."""
    gaps = [(min(pair), max(pair)) for pair in ends if max(pair) <= len(text)]
    assert match_words(text, gaps) == match_form(text, gaps).words


@given(st.text("ab AB'’‘“”…–—_-.,019\u00a0()", max_size=60))
def test_plain_text_has_the_words_of_any_text(text: str) -> None:
    """What is found in a quicker way stands at the same places as it does beside a letter of another script."""
    plain, other = match_form(text), match_form(f"{text} ж")
    assert (*plain.words, "ж") == other.words
    assert plain.spans == other.spans[:-1]
    assert match_words(text) == plain.words
    assert match_words(f"{text} ж") == other.words
    assert spans_of(plain.words, text) in (plain.spans, None)


def test_where_known_words_stand_is_told_without_cutting_the_text_again() -> None:
    """Not in other letters, nor where a number has its thousands set apart: there the whole form is asked."""
    text = "Don’t “ask” the 20th ferry, ask"
    assert spans_of(match_words(text), text) == match_form(text).spans
    assert spans_of(("паром",), "паром") is None
    assert spans_of(("1500", "boats"), "1,500 boats") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Don’t pay,” she said", '"Don\'t pay", she said'),
        ("12,400 tonnes — at most", "12400 tonnes - at most"),
        ("ONE-on-one", "one on one"),
        ("Straße", "STRASSE"),
        ("co\u00adoperate", "cooperate"),
        ("ﬁnal", "final"),
        ("شارك ٢١٢ بحارا", "شارك 212 بحارا"),
        ("٣٫٥ من ١٬٥٠٠", "3.5 من 1,500"),
        ("و٢١٢ بحارا", "و212 بحارا"),
        ("२१२ नाविक", "212 नाविक"),
        ("ลูกเรือ ๒๑๒ คน", "ลูกเรือ 212 คน"),
        ("всё ещё", "все еще"),
        ("أن إلى آخر", "ان الى اخر"),
        ("渔业 协定", "渔业协定"),
    ],
)
def test_what_typography_changes_is_one_in_match_form(one: str, other: str) -> None:
    """Case, quotation marks, dashes, thousands' marks, ligatures and spacing do not part two texts."""
    assert match_form(one).words == match_form(other).words


@pytest.mark.parametrize(
    ("one", "other"), [("will", "won't"), ("3.5", "35"), ("1987", "1978"), ("her", "their")]
)
def test_what_meaning_changes_stays_apart(one: str, other: str) -> None:
    """Another word or number never folds into the same form."""
    assert match_form(one).words != match_form(other).words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("हिन्दी में।", ["हिन्दी", "में"]),
        ("বাংলা দেশের", ["বাংলা", "দেশের"]),
        ("தமிழ் நாடு", ["தமிழ்", "நாடு"]),
        ("ಕನ್ನಡ ಭಾಷೆ", ["ಕನ್ನಡ", "ಭಾಷೆ"]),
        ("މިއަދު", ["މިއަދު"]),
        ("مُحَمَّد رســـول", ["محمد", "رسول"]),
        ("עַל־יְדֵי שָׁלוֹם", ["על", "ידי", "שלום"]),
    ],
)
def test_vowel_signs_are_of_their_words(text: str, words: list[str]) -> None:
    """In scripts of India no sign parts a word or falls out of it; the points of Arabic and Hebrew may be set or left out."""
    assert list(match_form(text).words) == words


def test_what_is_left_out_is_no_word() -> None:
    """A direction stays in the text and out of the match form."""
    text = "We pay half. (Laughter.) Of the table."
    start = text.index("(")
    assert match_form(text, [(start, text.index(")") + 1)]).words == tuple("we pay half of the table".split())


def test_each_character_of_an_unspaced_script_is_a_word() -> None:
    """A phrase inside a Chinese sentence can be found without a dictionary."""
    assert match_form("灯塔浅滩的渔船").words == tuple("灯塔浅滩的渔船")


def test_no_word_goes_on_into_an_unspaced_script() -> None:
    """Behind a mark that repeats a character, or behind Latin letters, each character is a word again."""
    assert match_form("人々は橋を渡る").words == tuple("人々は橋を渡る")
    assert match_form("B7首脳は会う").words == ("b7", *"首脳は会う")


def test_a_version_is_told_by_its_words_not_by_its_spacing() -> None:
    """Another line break is the same version; another word is not."""
    assert version_digest(["two  lines\n"]) == version_digest(["two lines"])
    assert version_digest(["thirteen hours"]) != version_digest(["thirty hours"])
    assert version_digest(["a", "b"]) != version_digest(["a b"])


def test_a_terminal_shows_control_and_bidi_characters_instead_of_obeying_them() -> None:
    """An escape sequence and a direction override become visible; brackets and joiners that shape letters stay."""
    assert visible("a\x1b[31mb\u202ec [d]") == "a⟨U+001B⟩[31mb⟨U+202E⟩c [d]"
    assert visible("a\u2062b\u206ec\u180e") == "a⟨U+2062⟩b⟨U+206E⟩c⟨U+180E⟩"
    assert visible("می\u200cروم co\u00adop") == "می\u200cروم co\u00adop"


def test_a_language_is_told_from_words_or_not_at_all() -> None:
    """A sentence is enough; a number or a name is not."""
    assert language_of("The harbour log is a public book and has lain open since January.") == "en"
    assert language_of("Le journal du port est un livre public, ouvert depuis le mois de janvier.") == "fr"
    assert language_of("Halvane 12:30") is None
    assert [language_of(text) for text in ("桥星期五开放。我们说过。", "橋は金曜日に開きます。", "다리는 금요일에 열립니다")] == [
        "zh", "ja", "ko",
    ]  # fmt: skip


def test_english_is_told_by_its_little_words_only_where_they_stand_all_over() -> None:
    """English full of names is English; a text that goes on in German after its first half is not told by that half."""
    named = (
        "Kurt Rumsvald, Nominee for General Pilot of the Federal Canal Labor Authority. Kurt Rumsvald is now the Chief Pilot to "
        "Ernie Dubester, Chairman of the Federal Canal Labor Authority. From 2013 to 2019 Mr. Rumsvald was Deputy General Pilot "
        "for Velsen in Ostrelle, and has his law degree from Halvane University Law Center, in which he was with Anna Grundmann."
    )
    mixed = (
        "The bridge will be open from now on, and it is for all of us to say what we have to do with it, as they did. "
        "Wir haben heute Abend lange miteinander gesprochen, und die Schleuse bleibt geschlossen, bis das Wasser gesunken ist. "
        "Ich danke allen, die heute gekommen sind, und besonders denen, die seit gestern auf den Deichen stehen."
    )
    assert language_of(named) == "en"
    assert language_of(mixed) != "en"


@given(st.lists(st.text(alphabet="aB' .,19\n“é-\x1e:’_"), max_size=5))
def test_texts_cut_together_have_the_words_of_each(texts: list[str]) -> None:
    """No word reaches from one text into the next, whatever stands at their ends."""
    assert [tuple(words) for words in match_words_of_each(texts)] == [match_words(text) for text in texts]


@given(st.text(alphabet="a \n\t\u00ad\u200b\u00a0é"))
def test_the_text_of_the_version_form_alone_is_the_same(text: str) -> None:
    """Told without where each of its characters comes from."""
    assert version_text(text) == version_form(text).text
