"""What stands above what is said, as services set it: place and day on lines, names in their case, a foot's clock, fields behind marks."""

from __future__ import annotations

import pytest

from onrecord.reading.words.titled import people_in_title
from reading_pages import only, read_text

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
