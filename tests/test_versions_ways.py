"""What happens to pages, told by ways in which people write: moved sentences, counts of visits, notes on changes, titles of parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.reading.words.visits import changes_by_itself
from onrecord.revising.declared import note_in
from onrecord.text import part_told, without_part
from onrecord.witnessing import Told, part_texts
from onrecord.witnessing.titles import is_cut_of
from test_revising import changes
from test_versions_archive import NOW, PLACE, Kept, day, page, response

SAID = (
    "The old quay stays open for every boat that needs it.",
    "We sail with 40 boats in the spring.",
    "The lamps at the pier are lit from six in the evening.",
    "We will not sell a single stone of it, and nobody has asked us to.",
)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """Return an archive without captures."""
    return Kept(tmp_path)


def shown(*said: str, line: str = "", at: int) -> bytes:
    """Return a capture of a page with these paragraphs; its clock moves."""
    return response(page("</p><p>".join(said), line=line, furniture=f"12:{at:02}"), day(at))


def test_a_sentence_that_is_put_elsewhere_is_taken_out_and_put_in(kept: Kept) -> None:
    """It stands on both pages as often, and was words on both."""
    one, two, three, four = SAID
    kept.add(shown(*SAID, at=1), shown(*SAID, at=2), shown(one, three, two, four, at=3))
    ((_, _, between, changes),) = kept.told()
    assert between == (day(2), day(3))
    moved = changes[0][1] or changes[0][2]
    assert sorted(changes) == sorted([("sentence_removed", moved, ""), ("sentence_added", "", moved)])
    assert moved in (two, three)


@pytest.mark.parametrize("line", ["Views: {}", "{} Aufrufe", "Просмотров: {}", "閲覧数：{}", "Posted {} days ago", "Vor {} Tagen", "Publié il y a {} jours", "{}日前に投稿", "قبل {} أيام"])  # fmt: skip
def test_what_counts_visits_or_days_is_no_edit(kept: Kept, line: str) -> None:
    """Above the words another number on each capture, and it may come and go."""
    for n in (2, 5, 9):
        kept.add(shown(*SAID, line=f"<p>{line.format(n)}</p>", at=n))
    kept.add(shown(*SAID, at=12))
    assert [change for *_, changes in kept.told() for change in changes if change[0] != "cosmetic"] == []


@pytest.mark.parametrize(
    "line", ["We met 4 years ago.", "14 March 2031", "No. 45/2031", "Views on the pier", "40 boats"]
)
def test_what_says_something_does_not_change_by_itself(line: str) -> None:
    """A sentence, a day, a number of its own."""
    assert not changes_by_itself(line)


@pytest.mark.parametrize(
    "note",
    [
        "Diese Erklärung wurde am 9. März 2031 aktualisiert: Die Zahl der Boote wurde berichtigt.",
        "Hinweis: In der ursprünglichen Fassung war die Zahl der Boote falsch.",
        "Nota: la versión original daba otro número de barcos.",
        "Une version antérieure de ce discours donnait un autre nombre de bateaux.",
        "Примечание редакции: число лодок исправлено.",
        "Внесены исправления 9 марта 2031 года.",
        "Od redakcji: poprawiono liczbę łodzi.",
        "Oświadczenie zaktualizowano 9 marca 2031: poprawiono liczbę łodzi.",
        "（2031年3月9日更新）隻数を訂正しました。",
        "お詫びと訂正：掲載当初の隻数に誤りがありました。",
        "編集注：隻数を訂正しました。",
        "تم تحديث هذا البيان في 9 مارس 2031.",
        "Διόρθωση: σε προηγούμενη έκδοση ο αριθμός των σκαφών ήταν άλλος.",
        "Oprava: v dřívější verzi byl uveden jiný počet lodí.",
        "Helyesbítés: egy korábbi változatban más volt a hajók száma.",
        "תיקון: בגרסה קודמת היה מספר סירות אחר.",
        "Ralat: versi sebelumnya menyebut jumlah kapal yang lain.",
        "ملاحظة المحرر: تم تصحيح عدد القوارب.",
        "In een eerdere versie: een eerdere versie van dit bericht noemde een ander aantal.",
    ],
)
def test_a_note_on_a_change_is_known_in_many_languages(note: str) -> None:
    """It declares what was changed along with it."""
    assert note_in(note)
    found = changes("We sail with 40 boats.", f"We sail with 14 boats.\n\n{note}")
    assert {each.kind for each in found} == {"number", "status"}
    assert all(each.declared for each in found)


@pytest.mark.parametrize(
    "words",
    [
        "The first version of the treaty had no such clause.",
        "Die ursprüngliche Fassung der Verfassung kennt das nicht.",
        "我们更新了三座灯塔。",
        "Мы внесли три предложения.",
        "Wir haben die Karten aktualisiert.",
    ],
)
def test_what_somebody_says_of_versions_is_no_note(words: str) -> None:
    """A treaty has versions, too."""
    assert not note_in(words)


def test_days_before_their_signs_are_dates() -> None:
    """"3月14日" is a day of the year; "14人" is a number of people, "14日間" a number of days."""  # fmt: skip
    told = [
        ("3月14日までに報告します。", "3月21日までに報告します。", "date"),
        ("三隻は14人を乗せます。", "三隻は21人を乗せます。", "number"),
        ("船は14日間とまります。", "船は21日間とまります。", "number"),
        ("2031년 3월 14일에 갑니다.", "2031년 3월 21일에 갑니다.", "date"),
        ("배는 14일간 머뭅니다.", "배는 21일간 머뭅니다.", "number"),
    ]
    for old, new, kind in told:
        assert [each.kind for each in changes(old, new, language="ja")] == [kind], old


@pytest.mark.parametrize(
    ("title", "number", "bare"),
    [
        ("Entretien avec Radio Halm (1re partie)", 1, "Entretien avec Radio Halm"),
        ("Entretien avec Radio Halm (deuxième partie)", 2, "Entretien avec Radio Halm"),
        ("Rede in Tern, zweiter Teil", 2, "Rede in Tern"),
        ("Vortrag Teil II", 2, "Vortrag"),
        ("Lecture at the pier, part two of three", 2, "Lecture at the pier"),
        ("Выступление (вторая часть)", 2, "Выступление"),
        ("Wywiad, część pierwsza", 1, "Wywiad"),
        ("مقابلة مع إذاعة هلم (الجزء الثاني)", 2, "مقابلة مع إذاعة هلم"),
        ("談話（その２）", 2, "談話"),
        ("讲话（下）", 2, "讲话"),
        ("강연 제2부", 2, "강연"),
        ("Interview (1/2)", 1, "Interview"),
    ],
)
def test_a_title_tells_its_part(title: str, number: int, bare: str) -> None:
    """In brackets, behind a mark, before or behind the word for a part."""
    assert (part_told(title), without_part(title).strip()) == (number, bare)


@pytest.mark.parametrize(
    "title",
    [
        "The first part of the programme is finished",
        "第2回会議における挨拶",
        "Part of the plan",
        "Meeting of 1/2 May",
        "Speech (Tern)",
    ],
)
def test_a_title_without_a_part_tells_none(title: str) -> None:
    """A second meeting is no second part."""
    assert (part_told(title), without_part(title)) == (None, title)


def test_a_list_that_puts_another_word_for_one_contradicts() -> None:
    """Lists leave words out, and set them in another order; they do not name another thing."""
    title = "statement on the ferry accident off halm"
    assert not is_cut_of("statement on the ferry disaster off halm", title)
    assert is_cut_of("statement on the ferry accidents off halm", title)
    assert is_cut_of("on the ferry accident off halm statement", title)
    assert is_cut_of("ferry accident off halm", title)
    opened = "discours de la ministre à l'ouverture du port"
    assert not is_cut_of("discours de la ministre à la fermeture du port", opened)
    assert not is_cut_of("выступление на закрытии порта", "выступление на открытии порта")
    assert is_cut_of("речь хелены на открытии порта", "речь елены на открытии порта")


def test_titles_that_begin_alike_do_not_make_two_statements_one() -> None:
    """"Statement by Minister Verne on …" stands above all of them; on other days, with other words."""  # fmt: skip
    told = [
        Told("statement by minister ada verne on the ferry accident off halm", None, "2031-05-02"),
        Told("statement by minister ada verne on the new customs rules", None, "2031-05-19"),
    ]
    words = [tuple(f"one{n}" for n in range(40)), tuple(f"two{n}" for n in range(40))]
    assert part_texts(told, words.__getitem__) == [[0], [1]]
    edited = [told[0], told[0]._replace(title=told[0].title.replace("accident", "disaster"), posted_on="2031-05-19")]  # fmt: skip
    assert part_texts(edited, words.__getitem__) == [[0, 1]]


def test_the_same_bytes_captured_earlier_may_be_added_later(kept: Kept, tmp_path: Path) -> None:
    """The page is read from its earliest capture, whenever that came; so are those without a time, which one with a time comes before."""
    whole = " ".join(SAID * 6)
    body = page(whole, furniture="12:05")
    for at in (day(5), day(9), day(3)):
        kept.add(response(body, at))
    lone = tmp_path / "page.html"
    lone.write_bytes(body)
    moments: tuple[str | None, ...] = (None, day(2), day(1))
    for moment in moments:
        kept.archive.add(lone, url=PLACE, captured_at=moment, now=NOW)
    ((version,),) = (listed.versions for listed in kept.archive.list())
    assert (version.first_seen, version.last_seen) == (day(1), day(9))
    assert kept.archive.verify().findings == ()


def test_two_capitals_in_a_row_are_a_name_where_all_nouns_have_one() -> None:
    """One noun in the place of another is a word, and so are those behind a number."""
    said = "Am Montag hat Kapitän {} das erste Boot nach Skell gebracht."
    told = changes(said.format("Bel Harrow"), said.format("Dan Orme"), language="de")
    assert [(each.kind, each.old, each.new) for each in told] == [("name", "Bel Harrow", "Dan Orme")]
    for old, new in (("das Boot", "das Schiff"), ("40 Tonnen Salz", "40 Säcke Mehl")):
        (change,) = changes(
            f"Wir haben {old} nach Skell gebracht.", f"Wir haben {new} nach Skell gebracht.", language="de"
        )
        assert change.kind == "wording"


def test_a_negation_is_told_that_shares_a_sign_with_what_stands_before_it() -> None:
    """Of "売りません" and "売ります" only the last signs differ."""
    (change,) = changes("古い岸壁は売りません。", "古い岸壁は売ります。", language="ja")
    assert change.kind == "negation"
    (change,) = changes("古い岸壁は売りました。", "古い岸壁は売ります。", language="ja")
    assert change.kind == "wording"


def test_brackets_declare_with_a_particle_behind_them() -> None:
    """Without what the source put in, the words are those of before."""
    (change,) = changes("올봄 40척의 배로 나갑니다.", "올봄 40척 [14척]의 배로 나갑니다.", language="ko")
    assert change.declared


def test_a_line_of_the_site_with_a_letter_of_another_is_no_edit_of_it(kept: Kept) -> None:
    """Both have a "ー", and came or went whole."""
    ends = [
        "</p></article><p>".join(("", end)) for end in ("ページの先頭へ戻る", "メール：press@ports.example")
    ]
    said = "古い岸壁は、必要とするすべての船に開かれています。春には40隻の船で出ます。"
    kept.add(*(shown(said + end, at=n) for n, end in enumerate(ends, 1)))
    told = [change for *_, changes in kept.told() for change in changes]
    assert [change for change in told if change[0] != "cosmetic"] == []
