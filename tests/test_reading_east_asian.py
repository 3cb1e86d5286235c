"""Exchanges and titles as offices of East Asia set them: labels in brackets, wide letters, posts without what they are of."""

from __future__ import annotations

import pytest

from onrecord.model import Statement
from onrecord.reading import read_page
from reading_pages import capture_of, only


def statement_of(language: str, title: str, *paragraphs: str) -> Statement:
    """The one statement of a page with this title and these paragraphs, in invented words."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<html lang='{language}'><body><h1>{title}</h1><p>2031年5月14日</p>{body}</body></html>"
    return only(read_page(page, capture_of("text/html")))


def said(statement: Statement) -> list[tuple[str | None, str | None]]:
    """Role and speaker of each turn."""
    return [(turn.role, turn.speaker) for turn in statement.turns]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("【潮日報】", "【大臣】"),
        ("（記者）", "（大臣）"),
        ("Ｑ：", "Ａ："),
        ("問\u3000", "答\u3000"),
        ("記者：", "大臣："),
    ],
)
def test_the_minister_of_the_title_answers_under_his_post(asks: str, answers: str) -> None:
    """Wide letters are letters, and nobody's names; a post without its ministry is that of the one whom the title names."""
    one = statement_of(
        "ja",
        "水野外務大臣会見記録",
        f"{asks}水門はいつ開きますか。",
        f"{answers}来週です。皆さんに感謝します。",
        f"{asks}石工についてはどうですか。",
        f"{answers}石工の皆さんに感謝します。",
    )
    assert [(speaker.name, speaker.office) for speaker in one.speakers if speaker.office] == [("水野", "外務大臣")]  # fmt: skip
    assert [speaker for role, speaker in said(one) if role == "official"] == ["水野", "水野"]


def test_labels_in_boxes_stand_once_each() -> None:
    """One question and one answer: boxes that hold who asks and a post are labels."""
    one = statement_of(
        "ja",
        "水野外務大臣記者会見",
        "【水野外務大臣】本日、水門を開きました。",
        "【潮日報 林記者】渡し船はいつ出ますか。",
        "【水野大臣】来週です。皆さんに感謝します。",
    )
    assert said(one) == [("official", "水野"), ("questioner", "林"), ("official", "水野")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("水野外務大臣による演説", "水野"),
        ("水野太郎外務大臣の演説", "水野太郎"),
        ("岸本内閣総理大臣演説", "岸本"),
        ("英国外務大臣演説", None),
        ("元外務大臣講演", None),
    ],
)
def test_a_title_names_a_minister_and_no_country(title: str, name: str | None) -> None:
    """A family name, or a whole one, before a ministry that is known; "英国" is a country's."""
    one = statement_of("ja", title, "我々はこの水門のために働きました。", "石工の皆さんに感謝します。")
    assert [speaker.name for speaker in one.speakers] == ([name] if name else [])


def test_a_post_stands_inside_a_name_as_taiwan_prints_it() -> None:
    """ "高發言人嵐" is 高嵐; a word for those who ask is nobody."""
    one = statement_of(
        "zh-TW",
        "行政院會後記者會",
        "高發言人嵐：今天院會通過港務計畫。",
        "媒體提問：請問何時通航？",
        "高發言人嵐：五月通航，碼頭已經建成。",
        "媒體提問：預算多少？",
        "高發言人嵐：三億元，去年已經通過。",
    )
    assert said(one) == [("official", "高嵐"), ("questioner", None)] * 2 + [("official", "高嵐")]


def test_whoever_is_addressed_below_the_word_for_a_reply_does_not_speak() -> None:
    """ "答覆：", and below it "主席：", with which whoever answers begins."""
    one = statement_of(
        "zh-HK",
        "立法會九題：渡輪服務",
        "問題：",
        "政府可否告知本會，渡輪何時開航？",
        "答覆：",
        "主席：",
        "渡輪服務將於下月開航，碼頭已經建成。",
    )
    assert [turn.role for turn in one.turns] == ["questioner", "official"]
