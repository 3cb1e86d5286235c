"""Chinese is quoted in traditional characters from a record in simplified ones, and the other way: the words are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.text import other_characters

PAGES = {
    "simple.html": "<h1>2031年4月9日外交部发言人高岚主持例行记者会</h1><p>问：渡轮什么时候恢复？</p>"
    "<p>高岚：渔民关心的是数字，而不是胜利。我们愿意接受两艘调查船共同带回来的结果。</p>",
    "whole.html": "<h1>2031年4月10日外交部發言人梁岳主持例行記者會</h1><p>問：碼頭什麼時候開放？</p>"
    "<p>梁岳：碼頭開放以前，雙方的官員要一起查閱文件，這件事沒有別的辦法。</p>",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive with a record in simplified characters and one in traditional ones."""
    folder = tmp_path_factory.mktemp("characters")
    with Archive.create(folder / "archive") as made:
        for name, markup in PAGES.items():
            (folder / name).write_text(f'<html lang="zh"><body><main>{markup}</main></body></html>', "utf-8")
            made.add(folder / name, url=f"https://{name.removesuffix('.html')}.example/1")
    return folder / "archive"


@pytest.mark.parametrize(
    ("quotation", "speaker", "wording", "told"),
    [
        ("渔民关心的是数字，而不是胜利", "高岚", "verbatim", ""),
        ("漁民關心的是數字，而不是勝利", "高嵐", "verbatim", "simplified"),
        ("漁民關心的是勝利，而不是數字，我們願意接受", "高嵐", "altered", "simplified"),
        ("码头开放以前，双方的官员要一起查阅文件", "梁岳", "verbatim", "traditional"),
    ],
)
def test_the_same_words_in_other_characters(
    archive: Path, quotation: str, speaker: str, wording: str, told: str
) -> None:
    """Compared in the characters in which they are nearer to the record; the verdict says so, and keeps the quotation as given."""
    pytest.importorskip("opencc")
    with Archive.open(archive) as opened:
        verdict = opened.check(quotation, speaker=speaker)
    assert (verdict.wording, verdict.attribution, verdict.quotation) == (wording, "matches", quotation)
    assert verdict.summary.endswith(f"the quotation was compared in {told} characters.") == bool(told)


@pytest.mark.parametrize(
    "text", ["The ferry sails.", "渡轮恢复", "漁業者が求めているのは数字です", "고란 外務長官"]
)
def test_only_chinese_in_other_characters_is_written_in_them(text: str) -> None:
    """Simplified characters have no simplified ones; Japanese and Korean are left as they are."""
    assert [name for name, _ in other_characters(text) if name == "simplified"] == []


def test_without_the_extra_characters_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written in other characters where nobody knows them."""
    monkeypatch.setattr("onrecord.text.characters._library", lambda: None)
    assert list(other_characters("漁民關心的是數字")) == []
