"""What a capital and a bracket tell depends on the language: German nouns, Chinese insertions."""

from __future__ import annotations

from quoting_statements import Said, statement_of, verdict_on


def test_a_noun_is_no_name_where_all_have_capitals() -> None:
    """In German a capital tells nothing: another noun is a word replaced."""
    told = statement_of(Said("Die Fähre bringt jede Familie bis auf die Inseln."), language="de")
    (edit,) = verdict_on("Die Fähre bringt jede Firma bis auf die Inseln", told).edits
    assert (edit.kind, edit.said, edit.quoted) == ("replaced", "Familie", "Firma")


def test_brackets_part_no_word_where_words_have_no_spaces() -> None:
    """In Chinese every bracket touches a letter: what it holds was put in, and is no letter changed."""
    told = statement_of(
        Said("渡轮将把每一个家庭都送到远方的群岛，任何人都不必支付超过三个克朗的船费。"), language="zh"
    )
    verdict = verdict_on("渡轮将把每一个家庭都送到远方的群岛，[岛民]都不必支付超过三个克朗的船费", told)
    assert verdict.wording == "abridged"
