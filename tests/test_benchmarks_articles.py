"""The benchmark of articles: what it writes holds what it expects, and each outcome counts as what it is."""

from __future__ import annotations

from articles_forms import Expected
from articles_tongues import tell, tongues
from articles_ways import article_file, judge, ways
from onrecord.model import Article, ClaimedSpeaker, Review, ReviewedQuotation, Searched


def review_of(text: str, words: str, speaker: ClaimedSpeaker | None) -> Review:
    """Return a review that found one quotation with these words, unchecked."""
    at = text.index(words)
    one = ReviewedQuotation(
        n=1, span=(at - 1, at + len(words) + 1), parts=((at, at + len(words)),), form="marks", within=None, text=words,
        speaker=speaker, date=None, verdict=None,
    )  # fmt: skip
    article = Article(name="a.txt", url=None, title=None, language="en", posted_on=None, text=text)
    return Review(article, (one,), (), Searched(1, 1, 1, None, None), ())


def test_both_halves_have_the_same_languages_and_other_words() -> None:
    """Twenty-three each, and no sentence of one stands in the other."""
    tune, report = tongues("tune"), tongues("report")
    assert [each.code for each in tune] == [each.code for each in report]
    assert len(tune) == 23
    assert not {each.sentence for each in tune} & {each.sentence for each in report}


def test_every_article_holds_what_it_quotes() -> None:
    """The pieces that are expected stand in the article."""
    for half in ("tune", "report"):
        for way in ways(half):
            text, _ = article_file(way)
            assert all(part.split()[0] in text for one in way.expected for part in one.parts)


def test_a_sentence_with_its_places_filled() -> None:
    """A comma stands inside the closing mark or behind it, as the language has it."""
    english, german = tongues("tune")[:2]
    assert tell(english, "{1,} she said.", english.styles[0]).text.endswith("islands,” she said.")
    assert tell(german, "{1,} sagte sie.", german.styles[0]).text.endswith("bringen“, sagte sie.")


def test_nothing_told_is_not_the_same_as_another_told() -> None:
    """No speaker is unstated, another one is wrong, and a quotation that nobody expected is wrong."""
    way = next(way for way in ways("tune") if way.form == "surname" and way.day == "none")
    text, _ = article_file(way)
    (words,) = way.expected[0].parts
    assert judge(way, review_of(text, words, None), "tune").worst == "unstated"
    other = ClaimedSpeaker("Bel Olm", "Bel Olm", None, (0, 7), "behind")
    assert judge(way, review_of(text, words, other), "tune").worst == "wrong"
    assert judge(way._replace(expected=()), review_of(text, words, None), "tune").worst == "wrong"
    assert isinstance(way.expected[0], Expected)
