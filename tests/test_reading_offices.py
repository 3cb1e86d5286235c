"""Pages of offices met at first sight, and what each is read as now: the page in, what it says out."""

from __future__ import annotations

import pytest

from onrecord.model import Statement
from reading_pages import only, read_html, read_text

Told = tuple[str | None, str | None, str]
_SAID = (
    "<p>Small harbours feed two million people on this coast.</p><p>We will keep every one of them open.</p>"
)


def turns_of(statement: Statement) -> list[Told]:
    """Return role, speaker, first and last word of each turn."""
    return [
        (turn.role, turn.speaker, f"{turn.text.split()[0]} {turn.text.split()[-1]}")
        for turn in statement.turns
    ]


def test_words_that_hold_those_of_a_status_state_none() -> None:
    """ "Has written", "has prepared" are no "as written", "as prepared": the first paragraph is spoken."""
    statement = only(
        read_html(
            "<h1>Speech by Governor Ada Verne</h1><p>14 May 2031</p><p>Prices follow the tide as long as anybody has written them down.</p>"
            "<p>The bank has prepared for that.</p><p>Thank you.</p>"
        )
    )
    assert (statement.status, turns_of(statement)) == ((), [("official", "Ada Verne", "Prices you.")])


def test_what_stands_above_a_closing_place_and_day_is_said() -> None:
    """One paragraph, then "Skell, 14 May 2031" and stars: the day closes the words, which the publisher does not tell of them."""
    statement = only(
        read_html(
            "<h1>Statement by Minister Ada Verne on the floods</h1><p>The Minister is deeply saddened by the floods in the south of the country.</p>"
            "<p>Skell, 14 May 2031</p><p>***</p><p>La Ministre est profondément attristée.</p>"
        )
    )
    assert "deeply saddened" in " ".join(turn.text for turn in statement.turns)


def test_a_note_in_brackets_above_the_first_label_is_nobodys() -> None:
    """How a conference was interpreted is told by its publisher."""
    statement = only(
        read_html(
            "<h1>Pressekonferenz von Kanzlerin Harm und Premierminister Dorval am 14. Mai 2031 in Halvane</h1>"
            "<p>(Die Ausschrift des fremdsprachlichen Teils beruht auf der Übertragung im Saal.)</p>"
            "<p><b>Kanzlerin Harm:</b> Ich begrüße den Premierminister.</p><p><b>Premierminister Dorval:</b> Vielen Dank.</p>"
            "<p><b>Frage:</b> Wann kommt die Brücke?</p><p><b>Kanzlerin Harm:</b> Sie kommt 2035.</p>"
        )
    )
    assert (statement.place, turns_of(statement)[0]) == (
        "Halvane",
        ("official", "Harm", "Ich Premierminister."),
    )


def test_who_asks_at_a_meeting_does_so_in_office() -> None:
    """A president who asks a governor at a meeting is no journalist."""
    statement = only(
        read_html(
            "<h1>Встреча с главой Скельской области Беллом Гарровым</h1><p>14 мая 2031 года</p><p><b>А.Вернов:</b> Как обстоят дела в области?</p>"
            "<p><b>Б.Гарров:</b> Область растёт третий год.</p><p><b>А.Вернов:</b> А паром до островов?</p><p><b>Б.Гарров:</b> Паром пойдёт с июня.</p>"
        )
    )
    assert {turn.role for turn in statement.turns} == {"official"}


def test_a_post_and_a_name_in_bold_before_stop_and_dash_open_a_declaration() -> None:
    """ "PRESIDENTE DEL GOBIERNO, Basilio Arnáez.-" is his label, seen once."""
    statement = only(
        read_html(
            "<h1>Declaración institucional del presidente del Gobierno</h1><p>14 de mayo de 2031</p>"
            "<p><b>PRESIDENTE DEL GOBIERNO, Basilio Arnáez.-</b> Buenas tardes.</p><p>Mañana viajaré al puerto.</p>"
        )
    )
    assert turns_of(statement) == [("official", "Basilio Arnáez", "Buenas puerto.")]


@pytest.mark.parametrize("label", ["【中大小】打印", "推荐给朋友：微信 微博"])
def test_sizes_of_type_and_ways_to_share_speak_to_nobody(label: str) -> None:
    """What a page offers in Chinese is no label among 问 and 答."""
    statement = only(
        read_text(
            f"外交部发言人林柏答记者问\n2031-05-14\n{label}\n\n问：伊利里亚昨日举行大选。中方对此有何评论？\n\n答：我们表示祝贺。两国友谊源远流长。\n"
        )
    )
    assert [one.name for one in statement.speakers] == ["林柏"]


def test_who_asks_in_capitals_stands_behind_his_outlet() -> None:
    """ "Tern News, OKADA:" is asked by Okada."""
    statement = only(
        read_html(
            "<h1>Press Conference by Foreign Minister MORITA Kaito</h1><p>14 May 2031</p><p><b>Mr. MORITA Kaito, Minister for Foreign Affairs:</b> I will visit Skell.</p>"
            "<p><b>Coast Shimbun, HARA:</b> What do you aim to achieve?</p><p><b>Minister MORITA:</b> To deepen our ties.</p>"
            "<p><b>Tern News, OKADA:</b> Is there progress?</p><p><b>Minister MORITA:</b> Talks are under way.</p>"
        )
    )
    assert [turn.speaker for turn in statement.turns if turn.role == "questioner"] == ["HARA", "OKADA"]


def test_a_speech_may_open_with_the_name_of_god() -> None:
    """The basmala is a speaker's first line, not a line of the page's."""
    statement = only(
        read_html(
            "<h1>كلمة معالي وزير الخارجية سالم الهرواني أمام مؤتمر الموانئ</h1><p>14 مايو 2031</p><p>بسم الله الرحمن الرحيم</p>"
            "<p>يسعدني أن أرحب بكم اليوم في مدينة سكيل.</p><p>إننا نؤمن بأن التعاون بين الموانئ هو السبيل.</p>"
        )
    )
    assert statement.turns[0].text.startswith("بسم الله")


def test_an_arabic_message_is_led_in_by_the_sentence_above_it() -> None:
    """ "…, هذا نصها:" tells who sends the message, and is none of its words."""
    statement = only(
        read_html(
            "<h1>برقية تعزية من رئيس الجمهورية إلى رئيس سكيل</h1><p>13 مايو 2031</p><p>بعث رئيس الجمهورية السيد نادر الفيرني ببرقية تعزية إلى رئيس سكيل، هذا نصها:</p>"
            "<p>فخامة الرئيس،</p><p>تلقيت ببالغ الحزن نبأ الفيضانات التي ضربت بلدكم. أتقدم إليكم بأحر التعازي.</p>"
        )
    )
    assert turns_of(statement) == [("official", "نادر الفيرني", "فخامة التعازي.")]


def test_a_day_and_a_place_below_the_title_may_be_a_french_phrase() -> None:
    """ "Le mercredi 14 mai 2031, à Port-Skell" tells when and where."""
    statement = only(
        read_html(
            "<h1>Discours de Mme Hélène Varnier, ministre de la Mer</h1><p>Publié le 15 mai 2031</p><p><b>Le mercredi 14 mai 2031, à Port-Skell</b></p>"
            "<p>Mesdames et Messieurs,</p><p>Je suis heureuse d’ouvrir ces Assises.</p><p>Je vous remercie.</p>"
        )
    )
    assert (statement.given_on, statement.posted_on, statement.place) == (
        "2031-05-14",
        "2031-05-15",
        "Port-Skell",
    )


def test_a_line_in_an_element_behind_the_words_ends_them() -> None:
    """Two words in another element than all sentences, neither sentence nor name, are the site's."""
    statement = only(
        read_html(
            f"<h1>Comment by Minister Ada Verne</h1><p>14 May 2031</p><article><div>{_SAID}</div><div><p>Further photos here</p></div></article>"
        )
    )
    assert turns_of(statement) == [("official", "Ada Verne", "Small open.")]


def test_what_is_told_of_an_official_is_not_said_by_her() -> None:
    """A lead that names a secretary, and below it what she discussed: nobody speaks."""
    reading = read_html(
        "<h1>Harbour Secretary and Minister Torvic speak: 14 May 2031</h1><p>The Harbour Secretary Ada Verne spoke to Minister Torvic today.</p>"
        "<dl><dt>From:</dt><dd>Harbour Office</dd><dt>Published</dt><dd>14 May 2031</dd></dl><p>The Harbour Secretary spoke to Minister Torvic this afternoon.</p>"
        "<p>They discussed the ferries and agreed to stay in contact.</p>"
    )
    assert not any(one.speakers for one in reading.statements)


def test_a_place_and_a_day_in_two_lines_of_the_last_paragraph_are_where_and_when() -> None:
    """ "Halvane", and below it the day, behind the words of a briefing."""
    statement = only(
        read_html(
            "<h1>Transcript of Weekly Briefing by the Official Spokesperson</h1><p>May 15, 2031</p><p><b>Shri Dorian Pell, Official Spokesperson:</b> Good evening.</p>"
            "<p><b>Neha:</b> What is on the agenda?</p><p><b>Shri Dorian Pell, Official Spokesperson:</b> The agenda is wide.</p><p><b>Neha:</b> And fishing?</p>"
            "<p><b>Shri Dorian Pell, Official Spokesperson:</b> I would not prejudge that.</p><p><b>(Concludes)</b></p><p>Halvane<br>May 14, 2031</p>"
        )
    )
    assert (statement.place, statement.given_on) == ("Halvane", "2031-05-14")


def test_who_asks_and_who_answers_with_a_dash_each_take_turns() -> None:
    """An answer of two paragraphs, the second without a dash, makes no question of the other answers."""
    statement = only(
        read_text(
            "Entretien de l’ambassadeur Bel Harrow\n14 mai 2031\n\n– Vous quittez Skell cet été. Quel bilan ?\n\n– Un bilan heureux. Nous avons rouvert le consulat.\n\n"
            "Et nous avons doublé les bourses.\n\n– Et les regrets ?\n\n– Le pont n’est pas achevé.\n\n– Que direz-vous à votre successeur ?\n\n– D’apprendre à naviguer.\n"
        )
    )
    assert [turn.role for turn in statement.turns] == ["questioner", "official"] * 3


def test_when_a_page_was_posted_is_no_title() -> None:
    """ "Publié le 16 mai 2031 par admin dans Interviews" stands below the title of a plain text."""
    statement = only(
        read_text(
            "Ambassade\n\nSite officiel\n\nL’ambassade\n\nActualités\n\nEntretien de l’ambassadeur Bel Harrow\n\nPublié le 16 mai 2031 par admin dans Interviews\n\n"
            "– Vous quittez Skell cet été. Quel bilan ?\n\n– Un bilan heureux.\n\n– Et les regrets ?\n\n– Le pont n’est pas achevé.\n"
        )
    )
    assert statement.title == "Entretien de l’ambassadeur Bel Harrow"
