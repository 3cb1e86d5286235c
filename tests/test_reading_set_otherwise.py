"""Transcripts whose labels are set as no page before had them: the page in, who said what out."""

from __future__ import annotations

import pytest

from onrecord.model import Statement
from reading_pages import only, read_html, read_text

Turn = tuple[str | None, str | None, str]


def turns_of(statement: Statement) -> list[Turn]:
    """Return role, speaker and words of each turn."""
    return [(turn.role, turn.speaker, turn.text) for turn in statement.turns]


def speakers_of(statement: Statement) -> list[str | None]:
    """Return the speaker of each turn."""
    return [turn.speaker for turn in statement.turns]


def test_an_outlet_in_another_script_makes_no_pair_of_languages() -> None:
    """ "Корреспондент (Radio 5)" asks, and is not Vera Harova in the page's other language."""
    asked = "<p><b>Корреспондент ({0}):</b> Почему именно сейчас?</p><p><b>Вера Харова:</b> Решение трудное, но правильное.</p>"
    page = "<h1>Пресс-конференция министра портов Веры Харовой</h1><p><b>Вера Харова:</b> Добрый день. Работы идут хорошо.</p>"
    statement = only(
        read_html(page + asked.format("Radio 5") + asked.format("Metro") + asked.format("Radio 5"))
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("official", "Вера Харова"),
        *[("questioner", None), ("official", "Вера Харова")] * 3,
    ]


def test_who_answers_below_a_bold_line_keeps_his_label() -> None:
    """As whoever asks has: of two ministers each has what he says."""
    said = "<p><b>{0}</b></p><p>{1}</p>"
    lines = [
        ("Minister for Ports Ada Verne", "We will publish the whole contract."),
        ("Journalist", "Why now?"),
        ("Verne", "The water has fallen."),
        ("Journalist", "And the road?"),
        ("Bel Olm", "The road is open again."),
        ("Journalist", "Who signed?"),
        ("Verne", "I did."),
        ("Bel Olm", "And so did I."),
    ]
    statement = only(
        read_html(
            "<h1>Press conference on the locks</h1><p>14 May 2031</p>"
            + "".join(said.format(*one) for one in lines)
        )
    )
    assert [turn.label for turn in statement.turns] == [label for label, _ in lines]
    assert speakers_of(statement) == [
        "Ada Verne",
        None,
        "Ada Verne",
        None,
        "Bel Olm",
        None,
        "Ada Verne",
        "Bel Olm",
    ]


@pytest.mark.parametrize("post", ["Prime Minister", "PM", "Foreign Secretary"])
def test_a_post_alone_in_bold_is_a_label_among_questions(post: str) -> None:
    """And no heading inside the turn of whoever asked."""
    asked = f"<p><b>Question (Tern Radio)</b></p><p>Why now?</p><p><b>{post}</b></p><p>Because the water has fallen.</p>"
    statement = only(
        read_html(f"<h1>Press conference on the locks</h1><p>14 May 2031</p>{asked}{asked}{asked}")
    )
    assert [turn.label for turn in statement.turns] == ["Question (Tern Radio)", post] * 3


def test_a_sentence_below_a_label_on_its_own_line_is_no_label() -> None:
    """ "I say it openly: no." below "Ada Verne:" are her words."""
    page = "<h1>Press conference by Minister Ada Verne</h1><p>14 May 2031</p>"
    page += "<p>Journalist:</p><p>Will it open?</p><p>Ada Verne:</p><p>Naj tu povem: Nobody will be forgotten.</p>"
    page += "<p>Journalist:</p><p>In May?</p><p>Ada Verne:</p><p>Yes, on a Monday.</p>"
    statement = only(read_html(page))
    assert turns_of(statement)[1] == ("official", "Ada Verne", "Naj tu povem: Nobody will be forgotten.")
    assert len(statement.turns) == 4


@pytest.mark.parametrize(
    ("first", "short"),
    [
        ("<h3>{0}</h3>", "<h3>{0}</h3>"),
        ("<p><b>{0}:</b></p>", "<p><b>{0}:</b></p>"),
        ("<p>{0}:</p>", "<p>{0}:</p>"),
    ],
)
def test_the_long_form_of_a_name_is_a_label_whatever_its_post_is(first: str, short: str) -> None:
    """ "assessore alle Paratoie Bel Olm" once, "Bel Olm" from then on: its words are nobody else's."""
    said = [
        (first, "ministra dei Porti Ada Verne", "I lavori procedono bene."),
        (first, "assessore alle Paratoie Bel Olm", "La strada è aperta."),
        (short, "Giornalista", "Perché adesso?"),
        (short, "Ada Verne", "È una scelta difficile."),
        (short, "Giornalista", "Chi ha firmato?"),
        (short, "Bel Olm", "Ho firmato io."),
        (short, "Giornalista", "E la diga?"),
        (short, "Ada Verne", "Resta chiusa."),
        (short, "Bel Olm", "Per ora."),
    ]
    page = "".join(f"{shape.format(label)}<p>{words}</p>" for shape, label, words in said)
    statement = only(read_html(f"<h1>Conferenza stampa della ministra dei Porti Ada Verne</h1>{page}"))
    assert [turn.text for turn in statement.turns] == [words for _, _, words in said]
    assert speakers_of(statement)[:2] == ["Ada Verne", "Bel Olm"]


def test_a_linked_label_at_the_end_leads_to_no_other_page() -> None:
    """The last words of a sitting are lost where the link is longer than they are."""
    said = "<p><b><a href='/p/{0}'>{1}:</a></b> {2}</p>"
    lines = [
        ("Předseda sněmovny Ada Verna", "Zahajuji schůzi. Slovo má pan ministr."),
        ("Ministr přístavů Bel Harov", "Děkuji. Práce začaly v březnu a pokračují dobře."),
        ("Předseda sněmovny Ada Verna", "Prosím pana ministra o závěr."),
        ("Ministr přístavů Bel Harov", "Je to těžké rozhodnutí, ale správné."),
        ("Předseda sněmovny Ada Verna", "Děkuji."),
    ]
    page = "".join(said.format(n, *one) for n, one in enumerate(lines))
    statement = only(read_html(f"<h1>Stenozáznam 12. schůze, 8. listopadu 2031</h1>{page}"))
    assert [turn.text for turn in statement.turns] == [words for _, words in lines]


def test_items_of_a_list_in_which_two_take_turns_are_an_exchange() -> None:
    """Each label comes back and one holds a post, as the heads of a list do not."""
    said = "<li><cite>{0}</cite>: The locks open in May, as number {1} of the plan says.</li>"
    names = ["Moderator Liz Harrow", "Minister Ada Verne", "Prof. Bel Olm"] * 3
    page = "".join(said.format(name, n) for n, name in enumerate(names))
    statement = only(read_html(f"<h1>Panel discussion: Whose locks?</h1><p>3 March 2031</p><ol>{page}</ol>"))
    assert speakers_of(statement)[1::3] == ["Ada Verne"] * 3
    assert statement.turns[0].role == "chair"


def test_terms_that_ask_under_a_name_are_turns() -> None:
    """A list of terms may set who asks in bold and his question behind it; the answer below opens with a letter."""
    asked = "<dl><dt><b>Q. {0}, Skell:</b> Will it open?</dt><dd>A. In May.</dd></dl>"
    page = "".join(asked.format(name) for name in ("Lucy", "Maria", "Tom"))
    statement = only(read_html(f"<h1>Minister Ada Verne answers readers’ questions</h1>{page}"))
    assert [(turn.role, turn.text) for turn in statement.turns] == [
        ("questioner", "Will it open?"),
        ("official", "In May."),
    ] * 3
    assert speakers_of(statement)[0] is None


def test_both_marks_of_an_exchange_may_be_glued_to_its_words() -> None:
    """ "–Señora ministra, ¿abrirá?" in bold, "–En mayo." in plain type."""
    lines = ["–Señora ministra, ¿abrirá?", "–En mayo.", "–¿Y la carretera?", "–Sigue cerrada."]
    page = "".join(f"<p><b>{a}</b></p><p>{b}</p>" for a, b in zip(lines[::2], lines[1::2], strict=True))
    statement = only(read_html(f"<h1>Entrevista a la ministra de Puertos Ada Verne</h1>{page}"))
    assert [turn.text for turn in statement.turns] == [line.removeprefix("–") for line in lines]


def test_one_in_office_may_have_the_floor_once_under_a_chair() -> None:
    """ "ADA VERNE, Ministro dei porti." in bold before a stop."""
    said = [
        ("PRESIDENTE.", "La seduta è aperta."),
        ("LUCA TERNI.", "Grazie. I lavori procedono bene."),
        ("PRESIDENTE.", "Ha facoltà di parlare il ministro."),
        ("ADA VERNE, Ministro dei porti.", "Lo ripeto oggi."),
        ("PRESIDENTE.", "Ha facoltà di parlare l'onorevole Terni."),
        ("LUCA TERNI.", "Sono d'accordo."),
        ("PRESIDENTE.", "La seduta è tolta."),
    ]
    page = "".join(f"<p><b>{label}</b> {words}</p>" for label, words in said)
    statement = only(read_html(f"<h1>Resoconto stenografico, seduta n. 118</h1>{page}"))
    assert [turn.text for turn in statement.turns] == [words for _, words in said]


def test_surnames_with_initials_take_the_floor_before_a_stop() -> None:
    """ "Харов С.И. Уважаемые коллеги!" under "Председательствующий."."""
    text = "Стенограмма заседания Совета портов\n\n18 апреля 2031 года\n\nПредседательствующий. Слово имеет Харов.\n\n"
    text += "Харов С.И. Мы говорили об этом. Решение трудное.\n\nПредседательствующий. Спасибо.\n\nВерна О.А. Скажу прямо: да.\n\n"
    text += "Председательствующий. Заседание закрыто.\n"
    statement = only(read_text(text))
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("chair", None),
        ("official", "Харов С.И."),
        ("chair", None),
        ("official", "Верна О.А."),
        ("chair", None),
    ]


def test_a_name_in_brackets_before_a_dash_ends_the_label() -> None:
    """ "ADA VERNO (Skell) – Evet. Bunu söyledik." has one label, and none of its words is in it."""
    said = [
        ("BAŞKAN", "Birleşimi açıyorum."),
        ("ADA VERNO (Skell)", "Evet, doğrudur. Bunu söyledik."),
        ("BAŞKAN", "Söz sıradaki konuşmacınındır."),
        ("ULAŞTIRMA BAKANI BEL HARUN (Aven)", "Rapor yayımlanacaktır."),
        ("ADA VERNO (Skell)", "Neden şimdi?"),
        ("BAŞKAN", "Teşekkür ederim."),
    ]
    page = "".join(f"<p>{label} – {words}</p>" for label, words in said)
    statement = only(read_html(f"<h1>Tutanak dergisi, 44’üncü birleşim</h1>{page}"))
    assert [turn.text for turn in statement.turns] == [words for _, words in said]


def test_an_element_for_speakers_above_each_speech_names_not_one_for_all() -> None:
    """The chair's line is the only one of them that reads as a name."""
    said = "<p class='redner'>{0}:</p><p>{1}</p>"
    lines = [
        ("Vizepräsidentin Ulla Harrow", "Ich eröffne die Sitzung."),
        ("Kurt Olm (SPD)", "Die Arbeiten kommen gut voran."),
        ("Vizepräsidentin Ulla Harrow", "Das Wort hat der nächste Redner."),
        ("Kurt Olm (SPD)", "Das trifft zu."),
    ]
    page = "".join(said.format(*one) for one in lines)
    statement = only(read_html(f"<h1>Plenarprotokoll 19/44: Aktuelle Stunde</h1><p>7. Juni 2031</p>{page}"))
    assert [turn.role for turn in statement.turns] == ["chair", "official"] * 2


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("وزير النقل (هالة بلجين)", "هالة بلجين"),
        ("Bürgerin", None),
        ("Resident 2", None),
    ],
)
def test_a_label_names_whom_its_words_name(label: str, speaker: str | None) -> None:
    """The one in brackets behind a post; nobody where it is a word for one of the public."""
    other = "<p><b>Ada Verne:</b> The locks open in May.</p>"
    said = f"<p><b>{label}:</b> We are grateful to the volunteers.</p>{other}"
    statement = only(read_html(f"<h1>Remarks at the locks</h1>{said}{said}{said}"))
    assert statement.turns[0].speaker == speaker


@pytest.mark.parametrize(
    ("title", "first", "then", "name"),
    [
        ("湖沼委員会会議録", "○国務大臣（細木一郎君）", "○細木国務大臣", "細木一郎"),
        ("ריאיון של שרת הנמלים דנה ורן לרדיו החוף", "השרה דנה ורן:", "השרה ורן:", "דנה ורן"),
    ],
)
def test_a_post_and_a_surname_are_those_of_the_whole_name(
    title: str, first: str, then: str, name: str
) -> None:
    """In the languages that set them so."""
    asked = "<p>{0}　{1}</p>" if first[0] == "○" else "<p><b>{0}</b> {1}</p>"
    who, question, answer = (
        ("○南原花子君", "二つ目の報告書はありますか。", "そのとおりです。")
        if first[0] == "○"
        else ("המראיין:", "מתי ייפתח הגשר?", "העבודות מתקדמות היטב.")
    )
    lines = [
        (who, question),
        (first, answer),
        (who, question),
        (then, answer),
        (who, question),
        (then, answer),
    ]
    statement = only(read_html(f"<h1>{title}</h1>{''.join(asked.format(*one) for one in lines)}"))
    assert speakers_of(statement)[1::2] == [name] * 3
    assert [turn.role for turn in statement.turns][1::2] == ["official"] * 3


def test_letters_stand_for_the_one_behind_whose_name_they_are_printed() -> None:
    """ "SE:" below "stakeout by Special Envoy Ada Verne (SE)"."""
    asked = "<p>Q: Why now?</p><p>SE: Because the water has fallen.</p>"
    head = "<h1>Stakeout by the Special Envoy</h1><p>Near-verbatim transcript of media stakeout by Special Envoy Ada Verne (SE)</p>"
    statement = only(read_html(f"{head}<p>SE: The talks were useful.</p>{asked}{asked}"))
    assert speakers_of(statement) == ["Ada Verne", None, "Ada Verne", None, "Ada Verne"]


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Carla Voss im Interview mit dem Avener Boten", "Avener Bote"),
        ("المؤتمر الصحفي لوزير الموانئ", "قناة الضفة"),
        ("國防記者會實錄", "湖區日報"),
    ],
)
def test_a_newsroom_is_nobody_and_asks(title: str, label: str) -> None:
    """By its noun, or as the title names it in another case."""
    asked = f"<p><b>{label}:</b> Why now?</p><p><b>Carla Voss:</b> The water has fallen.</p>"
    statement = only(read_html(f"<h1>{title}</h1>{asked}{asked}{asked}"))
    assert [(turn.role, turn.speaker) for turn in statement.turns][::2] == [("questioner", None)] * 3


@pytest.mark.parametrize(
    "title",
    [
        "Trois questions à la ministre Ada Verne",
        "Fünf Fragen an Ministerin Ada Verne",
        "3 preguntas a la ministra Ada Verne",
    ],
)
def test_a_number_of_questions_to_somebody_is_an_interview(title: str) -> None:
    """Its questions may be told by their type alone."""
    asked = "<p><i>Why now?</i></p><p>Because the water has fallen.</p>"
    statement = only(read_html(f"<h1>{title}</h1><p>15.09.2031</p>{asked}{asked}{asked}"))
    assert "interview" in statement.kinds
    assert [turn.role for turn in statement.turns] == ["questioner", "official"] * 3


def test_a_post_and_what_it_is_of_is_a_label() -> None:
    """ "Министр портов:" holds a word in small letters."""
    asked = "<p><b>Ведущая:</b> Почему сейчас?</p><p><b>Министр портов:</b> Решение трудное. Работы идут.</p>"
    statement = only(read_html(f"<h1>Пресс-конференция в порту</h1>{asked}{asked}{asked}"))
    assert [turn.label for turn in statement.turns] == ["Ведущая", "Министр портов"] * 3


@pytest.mark.parametrize(
    ("title", "asks", "label", "speaker"),
    [
        ("مقابلة الوزيرة سلمى الحداد مع تلفزيون الميناء", "المذيع", "الوزيرة الحداد", "سلمى الحداد"),
        ("Интервју министарке лука Аде Верн", "Новинар", "Министарка Верн", "Аде Верн"),
        ("Intervju ministarke luka Ade Verne", "Novinar", "Ministarka Verne", "Ade Verne"),
    ],
)
def test_a_post_and_a_surname_are_whom_the_title_names(
    title: str, asks: str, label: str, speaker: str
) -> None:
    """A surname with an article, or behind a woman's post, is no name of its own."""
    said = f"<p>{asks}: Kada? 1</p><p>{label}: U maju, kao što smo obećali gradu.</p>"
    statement = only(read_html(f"<h1>{title}</h1><p>2031-05-14</p>{said * 2}"))
    assert [one.name for one in statement.speakers] == [speaker]
    assert speakers_of(statement) == [None, speaker] * 2
