"""Negations by language: as words, inside words, and as rows of characters."""

from __future__ import annotations

import pytest

from onrecord.quoting.negations import negations
from onrecord.text import match_form
from quoting_statements import Said, candidate_of, statement_of, verdict_on


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "We don’t close it"),
        ("fr", "Nous n’allons pas fermer"),
        ("hi", "हम बाहर नहीं निकलेंगे"),
        ("ar", "ولن ننسحب من الاتفاق"),
        ("fa", "ما نمی‌خواهیم برویم"),
        ("tr", "Kapıyı kapatmıyoruz"),
        ("ko", "문을 닫지 않겠다"),
        ("ja", "我々は退出しません"),
        ("zh", "我们不会退出"),
        ("zh-Hant", "我們沒有退出"),
        ("th", "เราจะไม่ปิดประตู"),
        ("sv", "Vi stänger inte dörren"),
        ("fi", "Emme sulje ovea"),
        ("el", "Δεν κλείνουμε την πόρτα"),
        ("he", "לא נסגור את הדלת"),
        ("cs", "Brána nebude zavřena"),
        ("hu", "Nem zárjuk be a kaput"),
        ("ro", "Nu închidem poarta"),
        ("bg", "Няма да затворим вратата"),
        ("id", "Kami tidak akan menutup pintu"),
        ("vi", "Chúng tôi không đóng cửa"),
    ],
)
def test_a_negation_is_known_in_its_language(language: str, said: str) -> None:
    """Where the language is told, and where nothing but the words tells it."""
    words = match_form(said).words
    assert negations(words, language)
    assert negations(words, None) or language in ("fi", "ro")  # "en" and "nu" mean other things elsewhere


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "特别重要的未来，非常不断"),
        ("ja", "必ずやります。まず話します"),
        ("ko", "끊임없이 말하겠다"),
        (None, "Le chat et le chien en ville, be it so"),
        ("fr", "Le chat et le chien en ville"),
    ],
)
def test_what_only_looks_like_a_negation_is_none(language: str | None, said: str) -> None:
    """Characters inside other words, and words that negate in another language."""
    assert not negations(match_form(said).words, language)


@pytest.mark.parametrize(
    ("language", "said", "quoted", "edit"),
    [
        ("hi", "हम बंदरगाह समझौते से बाहर नहीं निकलेंगे", "हम बंदरगाह समझौते से बाहर निकलेंगे", ("नहीं", "")),
        ("ja", "我々はこの港を閉鎖しません。約束は守ります", "我々はこの港を閉鎖します。約束は守ります", ("せん", "す")),
        ("sv", "Vi kommer inte att stänga hamnen i vinter", "Vi kommer att stänga hamnen i vinter", ("inte", "")),
    ],
)  # fmt: skip
def test_a_dropped_negation_is_called_one_in_any_language(
    language: str, said: str, quoted: str, edit: tuple[str, str]
) -> None:
    """It is the kind of the edit, so that the summary names it first."""
    verdict = verdict_on(quoted, candidate_of(statement_of(Said(said), language=language)))
    assert [(each.kind, each.said, each.quoted) for each in verdict.edits] == [("negation", *edit)]
