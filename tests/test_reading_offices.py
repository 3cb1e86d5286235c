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


def test_an_arabic_post_may_hold_its_field_and_country() -> None:
    """ "وزير خارجية سكيل نادر الفيرني" is Nadir al-Firni, and "خارجية سكيل" no part of his name."""
    statement = only(
        read_html(
            "<h1>المؤتمر الصحفي لوزير الخارجية مع نظيره السكيلي</h1><p>14 مايو 2031</p><p><b>وزير الخارجية سالم الهرواني:</b> أرحب بأخي الوزير في مدينتنا.</p>"
            "<p><b>وزير خارجية سكيل نادر الفيرني:</b> شكراً معالي الوزير.</p><p><b>سؤال:</b> متى تبدأ العبّارات؟</p><p><b>وزير الخارجية سالم الهرواني:</b> في الأول من يونيو.</p>"
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [
        ("سالم الهرواني", "وزير الخارجية"),
        ("نادر الفيرني", "وزير خارجية سكيل"),
    ]


def test_a_russian_post_may_hold_its_bank() -> None:
    """ "Председателя Банка Илирии Эллы Набоковой": the bank is of the office; a sitting that the words follow is no debate."""
    statement = only(
        read_html(
            "<h1>Заявление Председателя Банка Илирии Эллы Набоковой по итогам заседания Совета директоров</h1><p>14 мая 2031 года</p>"
            "<p>Добрый день! Сегодня мы приняли решение сохранить ставку.</p><p>Спасибо за внимание!</p>"
        )
    )
    assert (statement.kinds, [one.name for one in statement.speakers]) == (("statement",), ["Элла Набокова"])


def test_a_chinese_line_of_post_and_name_tells_who_speaks() -> None:
    """The name that opens the title stands below it with the post; day and place stand in brackets."""
    statement = only(
        read_html(
            "<h1>高岚在港口合作论坛开幕式上的致辞（全文）</h1><p>2031-05-15</p><p>（2031年5月14日，斯凯尔）</p><p>海湾共和国总理　高岚</p>"
            "<p>女士们，先生们：</p><p>很高兴同大家相聚在斯凯尔。港口是开放的门户。</p><p>谢谢大家！</p>"
        )
    )
    assert (statement.given_on, statement.place) == ("2031-05-14", "斯凯尔")
    assert [(one.name, one.office) for one in statement.speakers] == [("高岚", "海湾共和国总理")]


def test_a_letter_is_of_who_signs_it_in_two_lines() -> None:
    """A name and the post below it, behind a closing formula."""
    statement = only(
        read_html(
            "<h1>Letter to the Editor of the Tern Gazette</h1><p>14 May 2031</p><p>Sir,</p><p>Your article says that Ilyria has sold its boats. It has not.</p>"
            "<p>Yours faithfully,</p><p>Bel Harrow<br>Ambassador of Ilyria to Verland</p>"
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [
        ("Bel Harrow", "Ambassador of Ilyria to Verland")
    ]


def test_a_line_below_the_title_tells_whom_an_interview_is_with() -> None:
    """The title names the newspaper alone."""
    statement = only(
        read_html(
            "<h1>Interview with Hafen-Zeitung</h1><h2>Interview with Cyra Dunmore, Vice-President of the Bank, conducted by Anke Harm on 12 May 2031</h2>"
            "<p>14 May 2031</p><p><b>Ms Dunmore, are prices rising?</b></p><p>They are, but slowly.</p><p><b>Will you raise rates?</b></p><p>We will decide in June.</p>"
        )
    )
    assert [turn.speaker for turn in statement.turns] == [None, "Cyra Dunmore"] * 2


def test_what_stands_behind_number_signs_and_tells_whom_to_call_is_not_said() -> None:
    """ "#####", contacts, and what the organisation says of itself, be it longer than the words."""
    statement = only(
        read_html(
            f"<h1>Statement by Director Ilse Harrow</h1><p>14 May 2031</p>{_SAID}<p>#####</p><h3>Media contacts</h3><p>Maëlle Torvic</p><p>Tel: +99 22 909 5111</p>"
            "<h3>About us</h3><p>We work in the toughest places.</p><p>We reach children.</p>"
        )
    )
    assert turns_of(statement) == [("official", "Ilse Harrow", "Small open.")]


def test_the_tail_of_a_plain_text_begins_below_a_line_of_data() -> None:
    """A body's name and street stand behind "Last update: …"."""
    statement = only(
        read_text(
            "Statement by Governor Cyra Dunmore\n\nMay 14, 2031\n\nI support the proposal, and I thank staff for their work.\n\nI look forward to the comments of the public.\n\n"
            "Last Update: May 14, 2031\n\nBoard of Governors\n\n20th Street and Quay Avenue N.W., Halvane\n"
        )
    )
    assert turns_of(statement) == [("official", "Cyra Dunmore", "I public.")]


@pytest.mark.parametrize(
    "line", ["14 mai 2031 - Discours", "Dana Orr (Coast News): Will the buoys be paid for by all of them?"]
)
def test_a_day_with_its_kind_and_what_is_asked_are_no_titles(line: str) -> None:
    """The title of a plain text stands below the one, and above the other."""
    title = "Toast du Président de la République lors du dîner d’État"
    above, below = (line, "") if line[0] == "1" else ("", line)
    statement = only(
        read_text(
            f"Actualités\n\nAgenda\n\nLa présidence\n\nAccueil\n\n{above}\n\n{title}\n\nMesdames et Messieurs,\n\nMerci de votre accueil dans cette ville.\n\n"
            f"Je lève mon verre à l’amitié entre nos deux peuples.\n\n{below}\n"
        )
    )
    assert statement.title == title


def test_a_post_and_a_name_of_the_title_are_a_label_seen_once() -> None:
    """In a plain text the long form stands before the first answer only."""
    statement = only(
        read_text(
            "Doorstep statement\nby COPA Secretary General Ilse Harrow at the start of the meeting\n\n14 May 2031\n\nGood morning. I am ready to take your questions.\n\n"
            "Spokesperson: Okay, we'll start with Coast News.\n\nDana Orr (Coast News): Secretary General, will the buoys be paid for by all?\n\n"
            "COPA Secretary General Ilse Harrow: They will. Every member has agreed.\n\nSpokesperson: Gentleman over there.\n\nQuestion: And the islands?\n\n"
            "COPA Secretary General: The islands come next year.\n\nSpokesperson: Thank you very much.\n"
        )
    )
    assert statement.title == "Doorstep statement"
    assert [turn.role for turn in statement.turns] == [
        "official", "chair", "questioner", "official", "chair", "questioner", "official", "chair",
    ]  # fmt: skip


_FROM = (
    "<h1>Harbours for the next century</h1><dl><dt>From:</dt><dd><a href='/o/harbours'>Harbour Office</a> and <a href='/people/ada-verne'>The Rt Hon Ada Verne MP</a></dd>"
    "<dt>Published</dt><dd>15 May 2031</dd></dl>"
)
_UPDATES = "<h2>Updates to this page</h2><ol><li>16 May 2031<p>Corrected a figure.</p></li><li>15 May 2031<p>First published.</p></li></ol>"


def test_who_is_linked_among_offices_speaks_in_a_speech_and_not_in_news() -> None:
    """ "From: Harbour Office and Ada Verne", where the link leads to the page of a person; what was changed is nobody's words."""
    speech = only(
        read_html(
            f"<p>Speech</p>{_FROM}<p>Thank you, Dorian. It is a pleasure to be here.</p><p>Nobody should wait. Thank you.</p>{_UPDATES}"
        )
    )
    assert turns_of(speech) == [("official", "Ada Verne", "Thank you.")]
    news = read_html(
        f"<p>Press release</p>{_FROM}<p>The minister opened a quay.</p><p>It cost four million.</p>{_UPDATES}"
    )
    assert not any(one.speakers for one in news.statements)


def test_what_two_leaders_discussed_is_said_by_neither() -> None:
    """A readout whose title has one of them for its subject."""
    reading = read_html(
        "<h1>Prime Minister Ada Verne speaks with President of Skell Nadir Ferrin</h1><p>May 14, 2031</p><p>Today, Prime Minister Ada Verne spoke with the President of Skell, Nadir Ferrin.</p>"
        "<p>The leaders discussed the floods. They agreed to remain in close touch.</p>"
    )
    assert not any(one.speakers for one in reading.statements)


def test_a_greeting_of_one_with_post_and_name_opens_the_words() -> None:
    """ "Your Excellency Minister Nadir Ferrin," is said, not told of the one who speaks."""
    statement = only(
        read_html(
            "<h1>Remarks by Foreign Minister Arun Velt at the Joint Press Conference</h1><p>May 14, 2031</p><p>Your Excellency Minister Nadir Ferrin,<br>Ladies and gentlemen,</p>"
            "<p>It gives me great pleasure to welcome Minister Ferrin.</p>"
        )
    )
    assert turns_of(statement)[0][2].startswith("Your")


def test_questions_of_a_newspaper_may_be_numbered_in_chinese() -> None:
    """ "1、《渔港日报》：" and "高大使：" are labels."""
    statement = only(
        read_html(
            "<h1>驻斯凯尔大使高岚接受《渔港日报》书面采访</h1><p>2031-05-14</p><p><b>1、《渔港日报》：您如何评价两国贸易？</b></p><p>高大使：两国贸易稳步增长。</p>"
            "<p><b>2、《渔港日报》：轮渡何时恢复？</b></p><p>高大使：预计六月恢复。</p>"
        )
    )
    assert [turn.text for turn in statement.turns] == [
        "您如何评价两国贸易？",
        "两国贸易稳步增长。",
        "轮渡何时恢复？",
        "预计六月恢复。",
    ]


def test_a_council_statement_is_led_in_by_who_issued_it() -> None:
    """ "The following … statement was issued today by …:" is none of its words."""
    statement = only(
        read_html(
            "<h1>Security Council Press Statement on Attack in Skell</h1><p>14 May 2031</p><p><em>The following Security Council press statement was issued today by Council President Ilse Harrow (Verland):</em></p>"
            "<p>The members of the Council condemned the attack.</p><p>They expressed their condolences.</p>"
        )
    )
    assert turns_of(statement) == [("official", "Ilse Harrow", "The condolences.")]


def test_two_questions_in_bold_suffice_where_somebody_takes_questions() -> None:
    """ "We are now ready to take your questions.", and two of them."""
    statement = only(
        read_html(
            "<h1>Monetary policy statement by Governor Cyra Dunmore</h1><p>14 May 2031</p><p>The Council today decided to keep rates unchanged.</p><p>We are now ready to take your questions.</p>"
            "<p>* * *</p><p><b>My first question is on ferries. Do they matter?</b></p><p>They do matter.</p><p><b>And my second one: will you cut?</b></p><p>We will look at the data.</p>"
        )
    )
    assert [turn.role for turn in statement.turns] == [
        "official",
        "questioner",
        "official",
        "questioner",
        "official",
    ]


def test_a_place_in_a_script_without_capitals_stands_above_the_day() -> None:
    """ "हलवाने", and below it the day, behind a statement."""
    statement = only(
        read_html(
            "<h1>प्रधानमंत्री अमन वर्ण का प्रेस वक्तव्य</h1><p>मई 15, 2031</p><p>दोनों देशों के प्रतिनिधिगण, नमस्कार!</p><p>मुझे बहुत खुशी हो रही है। आज हमने बंदरगाहों पर बात की।</p>"
            "<p>हलवाने<br>14 मई 2031</p>"
        )
    )
    assert (statement.place, statement.given_on) == ("हलवाने", "2031-05-14")


def test_a_congratulation_is_not_of_whom_it_is_sent_to() -> None:
    """The title has the one who is congratulated, in the dative; the sentence above the words the one who does."""
    statement = only(
        read_html(
            "<h1>Поздравление Президенту Скелла Надиру Феррину с Днём независимости</h1><p>Адам Вернов направил поздравление Президенту Республики Скелл Надиру Феррину.</p>"
            "<p>14 мая 2031 года 09:00</p><p>В телеграмме говорится:</p><p>«Уважаемый господин Президент! Примите самые тёплые поздравления.</p><p>Желаю Вам здоровья и успехов».</p>"
        )
    )
    assert turns_of(statement) == [("official", "Адам Вернов", "«Уважаемый успехов».")]


def test_an_office_above_the_day_that_ends_a_page_is_no_place() -> None:
    """ "MINISTRY OF HARBOURS", and below it the day."""
    statement = only(
        read_html(
            f"<h1>Speech by Minister Edda Lim</h1>{_SAID}<p><b>MINISTRY OF HARBOURS</b><br><b>14 MAY 2031</b></p>"
        )
    )
    assert (statement.place, turns_of(statement)) == (None, [("official", "Edda Lim", "Small open.")])


def test_an_address_in_chinese_answers_nothing() -> None:
    """ "使馆地址：…" and "【打印】" behind an answer are the site's."""
    statement = only(
        read_html(
            "<h2>驻斯凯尔使馆发言人就有关言论答记者问</h2><p>2031/05/14</p><p>问：使馆对此有何评论？</p><p>答：有关言论毫无根据。港口合作公开透明。</p>"
            "<p>【打印】 【关闭】</p><p>使馆地址：港口路1号</p>"
        )
    )
    assert [turn.text for turn in statement.turns] == [
        "使馆对此有何评论？",
        "有关言论毫无根据。港口合作公开透明。",
    ]


@pytest.mark.parametrize(
    ("title", "lead", "name"),
    [
        ("Innenminister Velten zum Hochwasser in Alt-Skell", "Zum Hochwasser in Alt-Skell erklärt Innenminister Jost Velten:", "Jost Velten"),
        ("تصريح صحفي للمتحدث الرسمي باسم وزارة الخارجية السفير طارق بلجين", "صرح المتحدث الرسمي باسم وزارة الخارجية السفير طارق بلجين بما يلي:", "طارق بلجين"),
    ],
)  # fmt: skip
def test_a_sentence_that_ends_with_a_colon_leads_in_who_speaks(title: str, lead: str, name: str) -> None:
    """What somebody declares stands below it."""
    statement = only(
        read_html(
            f"<p>Pressemitteilung</p><h1>{title}</h1><p>14.05.2031</p><p>{lead}</p><p>„Wir helfen mit allem, was wir haben.</p><p>Ich danke allen.“</p>"
        )
    )
    assert turns_of(statement) == [("official", name, "„Wir allen.“")]


def test_a_session_of_questions_is_announced_by_nobody() -> None:
    """ "(Question-Answer session)" heads what follows."""
    statement = only(
        read_html(
            "<h1>Transcript of the Press Briefing by the Spokesperson on 14 May 2031</h1><p>Good morning. I am now ready to take your questions.</p><p>(Question-Answer session)</p>"
            "<p>Asma Niaz (Coast TV): What was agreed?</p><p>Spokesperson: Two texts were signed.</p><p>Khalid Orr (Tern News): Is a visit planned?</p><p>Spokesperson: Not that I know of.</p>"
        )
    )
    assert turns_of(statement)[0][2] == "Good questions."


def test_a_readout_from_a_spokesperson_is_hers() -> None:
    """Its title says whose text it is."""
    statement = only(
        read_html(
            "<h1>Readout from Council Spokesperson Ilse Harrow on Adviser Dorian Pell’s Call with Adviser Nadir Ferrin of Skell</h1><p>May 14, 2031</p>"
            "<p>Adviser Dorian Pell spoke today with Adviser Nadir Ferrin.</p><p>They discussed the floods, and agreed to speak again.</p>"
        )
    )
    assert [one.name for one in statement.speakers] == ["Ilse Harrow"]
