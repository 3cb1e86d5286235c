"""What stands above what is said, as services set it: place and day on lines, a foot's clock, who met whom, questions without labels."""

from __future__ import annotations

import pytest

from onrecord.reading.words.titled import people_in_title
from reading_pages import lines, only, read_text

_SAID = """
        Verne:
        Good morning. The ferry sails again.

        Journalist:
        Will it sail on Sundays?

        Verne:
        It will, from the first of May.
"""


@pytest.mark.parametrize(
    ("head", "place"),
    [
        (
            "Tuesday, 14 March 2031\n        Great Hall, Tide Palace, Halvane",
            "Great Hall, Tide Palace, Halvane",
        ),
        ("Halvane, Ontara\n        14 March 2031", "Halvane, Ontara"),
    ],
)
def test_a_line_of_names_beside_a_line_of_the_day_is_the_place(head: str, place: str) -> None:
    """Two lines of one paragraph, the last before the words: day and place, in either order."""
    statement = only(
        read_text(f"\n        Press conference of Minister Ada Verne\n\n        {head}\n{_SAID}")
    )
    assert (statement.given_on, statement.place) == ("2031-03-14", place)


@pytest.mark.parametrize("line", ["Harbour Office, Spokesperson", "Economy", "Ada Verne, Minister for Locks"])
def test_a_line_beside_the_day_that_could_be_else_is_no_place(line: str) -> None:
    """A section of the site, an office or a post stands beside a day as well."""
    text = f"\n        Press conference of Minister Ada Verne\n\n        Tuesday, 14 March 2031\n        {line}\n{_SAID}"
    assert only(read_text(text)).place is None


def test_behind_a_day_whose_year_is_written_out_stands_the_place() -> None:
    """ "3 мая 2031 года, Скельск" heads what was said there; a site's section does not stand so."""
    statement = only(
        read_text(
            """
            Пресс-конференция по итогам переговоров

            3 мая 2031 года, Скельск

            А.Вернов: Добрый день! Паромы снова ходят.

            Вопрос: И зимой?

            А.Вернов: И зимой тоже.
            """
        )
    )
    assert (statement.given_on, statement.place) == ("2031-05-03", "Скельск")


def test_a_japanese_head_names_the_room_and_whose_conference_it_was() -> None:
    """A family name before "副大臣", and the place behind "於"."""
    statement = only(
        read_text(
            """
            大森副大臣記者会見要旨 令和13年5月14日

            (令和13年5月14日(水) 14:05~14:52  於:港湾庁会見室)

            1.発言要旨

             まず私のほうから報告がございます。

            2.質疑応答

            (問)橋はいつ開きますか。

            (答)来月の予定です。
            """
        )
    )
    assert (statement.place, [(one.name, one.office) for one in statement.speakers]) == (
        "港湾庁会見室",
        [("大森", "副大臣")],
    )


@pytest.mark.parametrize("title", ["港湾副大臣臨時会見", "防衛副大臣記者会見"])
def test_what_a_deputy_minister_is_for_is_nobodys_name_where_we_know_it(title: str) -> None:
    """ "防衛" before "副大臣" is a ministry."""
    speakers = only(
        read_text(f"{title} 令和13年5月14日\n\n(問)橋はいつ開きますか。\n\n(答)来月の予定です。")
    ).speakers
    assert "防衛" not in [one.name for one in speakers]


def test_a_town_with_its_state_ends_a_title() -> None:
    """ "- Porto Verne/MG": as Brazil heads what its officials say."""
    statement = only(
        read_text(
            """
            Entrevista concedida pela Ministra dos Portos, Ada Verne, à Rádio Maré - Porto Verne/MG

            Jornalista: Bom dia, ministra. Quando abre a ponte?

            Ministra: Abre em maio, se tudo correr bem.

            Jornalista: E a balsa?

            Ministra: A balsa já voltou.
            """
        )
    )
    assert statement.place == "Porto Verne/MG"


def test_the_clock_at_the_foot_of_a_short_page_takes_no_title_away() -> None:
    """A release with day and hour below it; above the words stands who spoke, with the day right behind the name."""
    statement = only(
        read_text(
            """
            跳至主要內容

            港務局局長會見傳媒答問內容
            *******************
              以下是港務局局長高嵐今日(五月三日)下午會見傳媒的答問內容:

            記者:局長,大橋何時重開?其實渡輪是否已經停航?

            局長:下星期重開。

            記者:渡輪呢?

            局長:渡輪照常。

            2031年5月3日(星期六)
            香港時間17時40分
            """
        )
    )
    assert statement.title == "港務局局長會見傳媒答問內容"
    assert "answers_to_media" in statement.kinds
    assert ("高嵐", "港務局局長") in [(one.name, one.office) for one in statement.speakers]


def test_a_line_that_leads_in_the_words_is_no_title_though_it_names_a_kind() -> None:
    """The line above it names none that we know, and is the title all the same."""
    statement = only(
        read_text(
            """
            港務局局長發言全文(只有中文)
            *******************

              以下是港務局局長高嵐今日(五月三日)晚上出席活動後會見傳媒的發言全文:

            記者:局長,大橋何時重開?

            局長:我十分重視大橋,下星期重開。多謝。

            2031年5月3日(星期六)
            香港時間20時46分
            """
        )
    )
    assert statement.title == "港務局局長發言全文(只有中文)"


def test_the_state_in_two_letters_is_nobodys_name() -> None:
    """ "Presiden RI" is a post and its state."""
    statement = only(
        read_text(
            """
            Keterangan Pers Presiden di Pelabuhan Verna, 3 Mei 2031

            Presiden RI:
            Pelabuhan ini dibuka kembali hari ini.

            Wartawan:
            Kapan kapal berangkat, Pak?

            Presiden RI:
            Besok pagi.
            """
        )
    )
    assert statement.kinds == ("statement",)
    assert [(turn.label, turn.speaker, turn.role) for turn in statement.turns] == [
        ("Presiden RI", None, "official"),
        ("Wartawan", None, "questioner"),
        ("Presiden RI", None, "official"),
    ]


def test_a_spokesmans_answer_is_told_by_a_turkish_title() -> None:
    """ "… Hakkında bir Soruya Cevabı" names answers to the media and whose they are."""
    statement = only(
        read_text(
            """
            SC-12, 3 Mayıs 2031, Dışişleri Bakanlığı Sözcüsü Deniz Verna’nın Köprü Hakkında bir Soruya Cevabı

            Köprü önümüzdeki ay açılacaktır. Bu konudaki iddialar gerçeği yansıtmamaktadır.
            """
        )
    )
    assert statement.kinds == ("answers_to_media",)
    assert [one.name for one in statement.speakers] == ["Deniz Verna"]


def test_a_label_above_what_is_said_is_no_title() -> None:
    """A line that ends in a colon and comes again; the title stands among the site's fields above it."""
    statement = only(
        read_text(
            """
            Minister Transcripts

            Transcripts from the Ministers of Ontara

            Verne, Ada

            Release Date:
            24/01/2031
            Release Type:
            Interview
            Transcript ID:
            22109
            Released by:
              • Verne, Ada
            Press Conference Tide House, Skell

            MINISTER:

            Well ladies and gentlemen I have called this news conference to announce a number of changes.

            JOURNALIST:

            Will the ferry sail on Sundays?

            MINISTER:

            It will, and so will the bus.

            JOURNALIST:

            And at night?

            MINISTER:

            That is for the council to say.
            """
        )
    )
    assert statement.title == "Press Conference Tide House, Skell"
    assert [turn.label for turn in statement.turns] == [
        "MINISTER",
        "JOURNALIST",
        "MINISTER",
        "JOURNALIST",
        "MINISTER",
    ]


def test_what_tells_who_met_whom_above_the_first_label_is_the_publishers() -> None:
    """Nobody says it: it names those who have labels below, and neither "I" nor "you"."""
    statement = only(
        read_text(
            """
            Beginning of the meeting with Governor Bel Harrow

            3 May 2031, Skell

            Ada Verne received the Governor of Ontara, Bel Harrow. They looked at the locks of the province.

            A.Verne: Good morning, Governor. Let us begin with the locks.

            B.Harrow: Better than last year. We opened two of them in March.

            A.Verne: Thank you. I was told of the third one.
            """
        )
    )
    assert lines(statement.turns)[0] == "official A.Verne: Good morning, Governor."
    assert len(statement.turns) == 3


def test_words_above_the_first_label_that_are_somebodys_stay_words() -> None:
    """Whoever opens a hearing says "we" and "you"."""
    statement = only(
        read_text(
            """
            Press conference of Minister Ada Verne on the locks

            Good morning. We will hear Minister Verne first, and then you may ask.

            Verne: The locks are safe.

            Harrow: Since when?

            Verne: Since March.
            """
        )
    )
    assert statement.turns[0].text.startswith("Good morning.")


def test_questions_above_the_answers_of_one_who_alone_has_a_label_are_asked() -> None:
    """An interview that names the one who answers, and nobody who asks: they are not the minister's words."""
    statement = only(
        read_text(
            """
            Interview mit Hafenministerin Ada Verne

            Frau Ministerin, wann öffnet die Brücke?

            Verne: Im Mai. Wir sind fast fertig.

            Und die Fähre?

            Verne: Die fährt wieder.

            Auch sonntags?

            Verne: Auch sonntags, ab dem ersten Mai.
            """
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("questioner", None),
        ("official", "Ada Verne"),
    ] * 3


def test_an_answer_that_ends_in_a_question_keeps_it_where_others_have_none_above() -> None:
    """One rhetorical question between two turns of the same speaker is not enough to tell an interview."""
    statement = only(
        read_text(
            """
            Interview mit Hafenministerin Ada Verne

            Verne: Im Mai öffnet die Brücke.

            Wer hätte das gedacht?

            Verne: Die Fähre fährt wieder.

            Verne: Auch sonntags fährt sie.
            """
        )
    )
    assert all(turn.role != "questioner" for turn in statement.turns)


def test_who_is_listed_above_has_a_label_on_a_line_of_its_own_even_once() -> None:
    """The page itself tells who may speak: an entry of its list, word for word."""
    statement = only(
        read_text(
            """
            Regierungspressekonferenz vom 14. Mai 2031

            Sprecherinnen und Sprecher

              • Regierungssprecherin Verne

              • Olm (BMH)

            Verne

            Guten Tag auch von mir! Ich habe keine Termine anzukündigen.

            Frage

            Frau Verne, reist die Kanzlerin nach Skell?

            Verne

            Das kündigen wir an, wenn es feststeht.

            Frage

            Und wer zahlt die Fähre?

            Verne

            Das fragen Sie bitte das Hafenministerium.

            Olm (BMH)

            Die Fähre zahlt das Land.
            """
        )
    )
    assert [turn.label for turn in statement.turns][-2:] == ["Verne", "Olm (BMH)"]


def test_names_before_a_dash_are_labels_where_the_lead_names_them_and_questions_have_labels() -> None:
    """One of them comes back; the other stands once and is named above, too."""
    statement = only(
        read_text(
            """
            La nouvelle équipe des Ports

            Conférence de presse conjointe de la Ministre des Ports, Ada Verne, et du Secrétaire d’État, Bel Olm.

            Ada Verne - Mesdames et Messieurs, je suis heureuse de vous accueillir.

            Bel Olm - Merci, Madame la Ministre. Je suis très heureux.

            Q - Madame la Ministre, que change cette équipe ?

            Ada Verne - Je crois que nous serons plus efficaces.
            """
        )
    )
    assert [turn.speaker for turn in statement.turns] == ["Ada Verne", "Bel Olm", None, "Ada Verne"]


def test_a_post_before_stop_and_dash_opens_the_words_of_a_record_without_questions() -> None:
    """The record's mark stands once: "Presidenta.-"."""
    statement = only(
        read_text(
            """
            Intervención de la presidenta del Gobierno en la rueda de prensa con la alcaldesa de Velsa

            Velsa, lunes 2 de mayo de 2031

            Presidenta.- Buenos días a todos y bienvenidos a esta casa.

            Hemos hablado del puerto y de los trenes.
            """
        )
    )
    assert [(turn.label, turn.role) for turn in statement.turns] == [("Presidenta", "official")]


def test_labels_before_stop_and_dash_are_seen_in_lines_of_a_printed_width() -> None:
    """Each line goes on below, so that no line with a label ends a sentence."""
    statement = only(
        read_text(
            """
            CONFERENCIA DE PRENSA CONJUNTA DE LA PRESIDENTA DEL GOBIERNO,
            ADA VERNE, Y DEL PRIMER MINISTRO DE ONTARA, BEL OLMO
            Velsa, 18-07-2031
            Presidenta.- Muy buenas tardes a todos. Muy agradecida por su presencia. Quiero
            también dar la bienvenida al Primer Ministro de Ontara, que ya ha estado aquí con
            ustedes en más ocasiones. Hemos tenido un buen tiempo de conversación, sin duda, muy
            provechoso.
            Sr. Olmo.- En primer lugar, quiero dar las gracias a Ada Verne por la oportunidad
            que me ha ofrecido, no solo de estar aquí, en esta sala, sino de preparar con ella
            los trabajos que tenemos por delante.
            P.- Para los dos presidentes. ¿Han hablado de los barcos y de los
            fondos de cohesión en esta reunión de hoy?
            Presidenta.- Por mi parte, no hemos entrado hoy en esa cuestión.
            """
        )
    )
    assert [turn.label for turn in statement.turns] == ["Presidenta", "Sr. Olmo", "P", "Presidenta"]


@pytest.mark.parametrize(
    ("title", "name", "office"),
    [
        ("Выступление Министра портов Онтарии А.П.Вернова на сессии", "А.П.Вернов", "Министр портов Онтарии"),
        (
            "Интервью Посла Онтарии в Вельсене А.П.Вернова газете «Берег»",
            "А.П.Вернов",
            "Посол Онтарии в Вельсене",
        ),
        (
            "Ответ официального представителя МИД М.В.Верновой на вопрос СМИ",
            "М.В.Вернова",
            "официальный представитель МИД",
        ),
        ("Выступление заместителя Министра А.Ю.Рудского", "А.Ю.Рудский", "заместитель Министра"),
        ("Выступление Министра портов Ады Верновой", "Ада Вернова", "Министр портов"),
        ("Заявление Председателя Совета Павла Вернова", "Павел Вернов", "Председатель Совета"),
        ("Интервью Министра А.П.Дубко", "А.П.Дубко", None),
        ("Послание Президента Касыма Олжаса", "Касыма Олжаса", None),
    ],
)
def test_a_russian_name_behind_a_post_in_the_genitive_is_told_as_it_is_called(
    title: str, name: str, office: str | None
) -> None:
    """Where grammar leaves one form; else it stays as the title prints it, and has no office."""
    (one,) = people_in_title(title)
    assert (one.name, one.office) == (name, office)


def test_a_speech_begins_in_the_name_of_god_and_not_with_what_the_publisher_tells() -> None:
    """Sentences of a newspaper's or a service's above the first words."""
    statement = only(
        read_text(
            """
            نص كلمة الرئيس سامي بلجين في القمة

            قال الرئيس سامي بلجين إن الميناء سيفتح في مايو.
            جاء ذلك خلال كلمة الرئيس في القمة.
            بسم الله الرحمن الرحيم
            السيدات والسادة،
            أتوجه بداية بخالص الشكر على استضافة هذه القمة. إن الميناء سيفتح في مايو.
            """
        )
    )
    assert statement.turns[0].text.startswith("بسم الله الرحمن الرحيم")


def test_a_post_and_a_name_alone_above_words_that_greet_are_a_label() -> None:
    """Languages that leave out "I": "Panie Marszałku!" is said to somebody."""
    statement = only(
        read_text(
            """
            Informacja rządu na temat śluz

            Minister Infrastruktury Adam Verna:

            Panie Marszałku! Panie i Panowie Posłowie! Chcę zacząć od podziękowań dla wszystkich, którzy pracowali przy śluzach. (Oklaski)

            Śluzy są gotowe.
            """
        )
    )
    assert [(turn.label, turn.speaker) for turn in statement.turns] == [
        ("Minister Infrastruktury Adam Verna", "Adam Verna")
    ]


def test_fields_behind_marks_tell_day_and_room() -> None:
    """ "■日時", "■会場": as offices of Japan head the record of a conference."""
    statement = only(
        read_text(
            """
            令和13年度第2回定例記者会見要旨

            ■日時    令和13年5月14日(水曜日)午後2時5分~2時39分
            ■会場    第二会議室

             それでは定例の会見を始めたいと思います。橋は来月に開きます。

            (記者)
             渡船はいつ動きますか。

            (知事)
             明日からです。
            """
        )
    )
    assert (statement.given_on, statement.place) == ("2031-05-14", "第二会議室")


def test_hours_and_a_number_to_call_end_no_words() -> None:
    """What an embassy prints below each of its messages."""
    statement = only(
        read_text(
            """
            Statement by Ambassador Ada Verne on the ferry

            We welcome the new ferry. It will sail from the first of May.

            Sunday - Thursday

            09:00 - 18:00

            + 90 999 292 29 29
            """
        )
    )
    assert statement.turns[-1].text.endswith("the first of May.")


def test_a_row_of_names_below_what_a_site_offers_is_not_said() -> None:
    """Links to other houses, one behind the other as a plain text has them, below "Bookmark and Share"."""
    statement = only(
        read_text(
            """
            Statement by Ambassador Ada Verne on the ferry

            We welcome the new ferry. It will sail from the first of May./.

            Bookmark and Share
            Council of Ports Presidency of Ontara Ontara Diplomacy The Mission of Ontara at Skell Harbour Union First Meeting of the Council
            """
        )
    )
    assert "Presidency" not in statement.turns[-1].text


def test_a_greeting_is_no_title() -> None:
    """A text whose first words greet has its title elsewhere, whatever these words name."""
    statement = only(
        read_text(
            """
            I. 모두 발언
            안녕하십니까? 5월 5일 정례브리핑을 시작하겠습니다.
            제가 먼저 말씀드릴 사안은 없습니다.
            Ⅱ. 질의 및 응답
            <질문> 다리는 언제 열립니까? (항만일보 이하늘 기자)
            <답변> 다음 달에 열립니다.
            <질문> 여객선은요? (항만일보 이하늘 기자)
            <답변> 내일부터 운항합니다.
            """
        )
    )
    assert statement.title is None
    assert statement.turns[0].text.startswith("안녕하십니까?")


def test_the_day_of_a_newspaper_is_not_the_day_of_an_interview() -> None:
    """ "Erschienen am …" below the title: it came out then."""
    statement = only(
        read_text(
            """
            „Die Brücke kommt“ (Interview)

            Hafenministerin Ada Verne im Interview mit der Küstenpost. Erschienen am 14.05.2031.

            Küstenpost: Frau Ministerin, wann öffnet die Brücke?

            Verne: Im Mai.

            Küstenpost: Und die Fähre?

            Verne: Die fährt wieder.
            """
        )
    )
    assert (statement.title, statement.given_on) == ("„Die Brücke kommt“ (Interview)", None)


def test_brackets_that_open_a_lead_tell_place_and_day() -> None:
    """ "(Skell, 7 juillet 2031) - Conférence de presse …"."""
    statement = only(
        read_text(
            """
            La nouvelle équipe des Ports

            (Skell, 7 juillet 2031) - Conférence de presse de la Ministre des Ports, Ada Verne, et du Secrétaire d’État, Bel Olm.

            Ada Verne - Mesdames et Messieurs, je suis heureuse de vous accueillir.

            Bel Olm - Merci, Madame la Ministre. Je suis très heureux.

            Q - Madame la Ministre, que change cette équipe ?

            Ada Verne - Je crois que nous serons plus efficaces.
            """
        )
    )
    assert (statement.given_on, statement.place) == ("2031-07-07", "Skell")
