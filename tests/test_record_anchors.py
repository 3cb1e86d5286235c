"""Words found again in a text, whatever script they are in."""

from __future__ import annotations

import pytest

from onrecord.model import Selector
from onrecord.record.keeper.anchors import find_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("पुल कल खुला था", "कल"),
        ("สะพานเปิดแล้ว", "เปิด"),
        ("Le cafe\u0301 ferme", "café"),
    ],
)
def test_words_are_found_with_the_signs_written_on_them(text: str, words: str) -> None:
    """The span holds the last sign as well; accents do not count, vowel signs do."""
    ((start, end),) = find_words(text, Selector(words, "", ""))
    assert text[start:end] in (words, "cafe\u0301")


def test_another_vowel_is_another_word() -> None:
    """कल and कील are two words, of the same consonants."""
    assert find_words("वह कील है", Selector("कल", "", "")) == []
