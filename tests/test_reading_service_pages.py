"""What whole pages of message services were misread for at first sight: titles, days, speakers, lists. All people and places are invented."""

from __future__ import annotations

import pytest

from onrecord.reading import read_page
from onrecord.reading.parts.furniture import counters_in
from onrecord.reading.words.dates import find_dates, whole_date
from reading_pages import capture_of, only, read_html, read_text

SAID = "<p>We condemn the shelling of the lock. It was built by two towns, and both will build it again.</p>"


def test_a_day_and_the_kind_behind_a_title_are_none_of_it() -> None:
    """Some sites print both in the heading's own element, behind the words."""
    statement = only(
        read_html(
            f"<h1><span>Rede von Ministerin Ada Verne zur Eröffnung der Schleuse</span> <span>21.04.2031 - Rede</span></h1>{SAID}",
            head="<title>Rede von Ministerin Ada Verne zur Eröffnung der Schleuse - Hafenamt</title>",
        )
    )
    assert statement.title == "Rede von Ministerin Ada Verne zur Eröffnung der Schleuse"
    assert statement.posted_on == "2031-04-21"


def test_a_day_that_is_the_end_of_a_title_stays_in_it() -> None:
    """Nothing stands behind it that only a site says."""
    reading = read_html(
        f"<h1>Press Briefing – August 19, 2031</h1>{SAID}", head="<title>Press Briefing - Port Office</title>"
    )
    assert only(reading).title == "Press Briefing – August 19, 2031"


def test_a_heading_is_no_half_of_a_title_whose_rest_is_the_sites_name() -> None:
    """The rights at the page's foot say the site's name once more."""
    statement = only(
        read_html(
            "<div><h2>No: 214, 5 May 2031, Statement on the Shelling of the Lock</h2>"
            f"{SAID}</div><div>© Ministry of Locks</div>",
            head="<title>No: 214, 5 May 2031, Statement on the Shelling of the Lock / Ministry of Locks</title>",
        )
    )
    assert statement.title == "No: 214, 5 May 2031, Statement on the Shelling of the Lock"


def test_a_line_that_goes_on_where_the_head_stops_is_the_title() -> None:
    """Some programs cut the title in the page's head after so many letters."""
    statement = only(
        read_html(
            "<div><div>On the telephone conversation of Minister Ada Verne with Minister Bel Olm of Halvane</div>"
            f"<div>13-05-2031</div>{SAID}</div>",
            head="<title>On the telephone conversation of Minister</title>",
        )
    )
    assert (
        statement.title
        == "On the telephone conversation of Minister Ada Verne with Minister Bel Olm of Halvane"
    )


@pytest.mark.parametrize("head", ["Harbour Office - Speeches", "연설문 상세보기 | 항만부"])
def test_the_only_heading_is_the_title_where_the_head_names_a_class_of_pages(head: str) -> None:
    """The site's name and a word for what it keeps there: each of its pages has the same."""
    statement = only(
        read_html(
            f"<div><h2>Speech by Minister Ada Verne at the lock</h2>{SAID}</div>",
            head=f"<title>{head}</title>",
        )
    )
    assert statement.title == "Speech by Minister Ada Verne at the lock"


def test_the_number_of_a_release_stands_beside_its_day_above_the_title() -> None:
    """The line tells the day of posting, with the word for a release and its number."""
    statement = only(
        read_html(
            "<header>Ministry</header><main><div>08.10.2031 | Press release No. 61</div>"
            f"<h1>Minister Verne comments on the ruling of the Tide Tribunal</h1>{SAID}</main>"
        )
    )
    assert (statement.posted_on, statement.kinds) == ("2031-10-08", ("comment",))


def test_what_is_said_of_the_text_above_its_title_is_its_status() -> None:
    """Banks and embassies print it on top."""
    statement = only(
        read_html(
            "<article><p>EMBARGOED UNTIL 6 p.m., March 5, 2031</p><h1>Speech by Governor Lis Holt: The Long Chain</h1>"
            f"{SAID}</article>"
        )
    )
    assert statement.status == ("embargo",)


def test_a_word_that_binds_stands_alone_between_who_spoke_and_where() -> None:
    """ "at the" on a line of its own is none of the words, nor are occasion and day below it."""
    statement = only(
        read_html(
            "<article><h1>The Long Chain</h1><p>Remarks by<br>Lis Holt<br>Deputy Governor</p><p>at the</p>"
            f"<p>Annual Lecture of the Faculty<br>March 5, 2031</p>{SAID}</article>"
        )
    )
    assert statement.turns[0].text.startswith("We condemn")
    assert (statement.posted_on or statement.given_on) == "2031-03-05"


def test_who_delivered_the_words_is_named_between_title_and_words() -> None:
    """The line stands in an element of its own, above that of the words."""
    statement = only(
        read_html(
            "<table><tr><td><b>Remarks at the Standing Council</b></td></tr>"
            "<tr><td><i>As delivered by Ambassador Greta Sol<br>8 May 2031</i></td></tr>"
            f"<tr><td>{SAID * 3}</td></tr></table>",
            head="<title>Remarks at the Standing Council</title>",
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [("Greta Sol", "Ambassador")]


def test_whoever_is_addressed_in_arabic_does_not_speak() -> None:
    """A comma at the end of a line parts no name from an office."""
    statement = only(
        read_text(
            "رسالة تعزية من رئيس الجمهورية إلى رئيس هالفان\n\nسكيل، 3 مايو 2031\n\nفخامة الرئيس روي تيليس،\n\n"
            "تلقينا ببالغ الحزن والأسى نبأ حادث العبّارة الذي أودى بحياة عدد من أبناء شعبكم الصديق.\n\n"
            "وتفضلوا فخامة الرئيس بقبول أسمى عبارات التقدير.\n"
        )
    )
    assert statement.speakers == ()
    assert "روي تيليس" in statement.turns[0].text


def test_a_name_and_a_post_below_the_last_sentence_sign_a_statement() -> None:
    """Two lines of one paragraph, the name above."""
    statement = only(
        read_html(
            f"<h1>Oświadczenie w sprawie ostrzału śluzy</h1>{SAID * 2}<p>Ewa Sowa<br>Rzecznik Prasowy MSZ</p>"
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [("Ewa Sowa", "Rzecznik Prasowy MSZ")]


def test_an_invocation_opens_the_words() -> None:
    """It is short and ends no sentence, and is said all the same."""
    statement = only(
        read_html(
            "<h1>سخنرانی وزیر امور خارجه بهمن راد در مجمع رودها</h1><p>به نام خداوند بخشنده مهربان</p>"
            "<p>ما در زمانی گرد هم آمده‌ایم که آب دیگر تنها کار مهندسان نیست. رود نمی‌پرسد کرانه از آن کیست.</p>"
        )
    )
    assert statement.turns[0].text.startswith("به نام خداوند")


@pytest.mark.parametrize(
    "line",
    [
        "Updates to this page",
        "Contesta nuestra encuesta de satisfacción.",
        "演説へ戻る",
        "Back",
        "Опубликован в разделах: Новости, Телеграммы",
        "<< August 2031 | October 2031 >>",
    ],
)
def test_what_only_a_site_says_behind_the_words_is_none_of_them(line: str) -> None:
    """What leads back or on, asks for an opinion of the page, or tells where it is filed."""
    shown = line.replace("<", "&lt;").replace(">", "&gt;")
    statement = only(read_html(f"<h1>Statement by Minister Ada Verne</h1>{SAID * 2}<p>{shown}</p>"))
    assert statement.turns[-1].text.endswith("build it again.")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Reactie van minister Verne op de beschieting", "comment"),
        ("תגובת דובר משרד החוץ להפגזה", "comment"),
        ("Ανακοίνωση Υπουργείου Εξωτερικών σχετικά με την επίθεση", "statement"),
        ("대통령 신년사", "message"),
        ("Büyükelçi Ada Verne'nin Bayram Mesajı", "message"),
        ("Laudatio des Botschafters Georg Anders", "speech"),
    ],
)
def test_kinds_of_more_languages_are_told_by_their_words(title: str, kind: str) -> None:
    """What an office answers, wishes or announces."""
    statement = only(read_html(f"<h1>{title}</h1><p>(as delivered)</p>{SAID}"))
    assert statement.kinds == (kind,)


def test_comments_that_a_regulator_asks_for_are_no_comment() -> None:
    """It asks for those of others."""
    reading = read_html("<h1>Request for comments on draft rules for lending chains</h1>" + SAID)
    assert reading.statements == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("۱۴ شهریور ۱۴۱۰", "2031-09-05"),
        ("۱۴۱۰/۰۶/۱۴", "2031-09-05"),
        ("۳۰ اسفند ۱۴۰۳", "2025-03-20"),
        ("۱ فروردین ۱۴۰۴", "2025-03-21"),
        ("۲۲ بهمن ۱۳۵۷", "1979-02-11"),
    ],
)
def test_days_of_the_solar_calendar_are_days(written: str, day: str) -> None:
    """By the name of the month, or in figures of Persian."""
    found = whole_date(written)
    assert found is not None
    assert found.iso == day


@pytest.mark.parametrize("written", ["۳۰ اسفند ۱۴۰۲", "1410/06/14", "١٤٤٥/٠٣/٢٠", "۱۴۱۰/۱۳/۱۴"])
def test_what_may_be_a_day_of_another_calendar_is_none(written: str) -> None:
    """A day the month has not, and years in figures that are not Persian: the lunar calendar has the same."""
    assert find_dates(written) == []


def test_messages_of_a_month_below_each_other_are_statements_each() -> None:
    """The page's own heading is of the level above theirs, and all other headings of the level are its own."""
    posts = "".join(
        f"<h3>{title}</h3><p><i>May {day}, 2031</i></p>{SAID}"
        for day, title in ((1, "Greetings on the Day of the Lock"), (3, "Condolences on the ferry accident"))
    )
    reading = read_html(
        f"<div><h2>Messages – May 2031</h2>{posts}</div>",
        head="<title>Messages – May 2031</title>",
    )
    assert [(one.title, one.posted_on) for one in reading.statements] == [
        ("Greetings on the Day of the Lock", "2031-05-01"),
        ("Condolences on the ferry accident", "2031-05-03"),
    ]


def test_releases_of_an_office_below_each_other_are_statements_each() -> None:
    """The page's title is the word for releases and whose they are; a quotation's closing mark ends its sentence."""
    posts = (
        f"<div><h2>Erklärung zur Schleuse</h2><p>05.09.2031</p>{SAID}</div>"
        "<div><h2>Zum Tod von Jost Velten</h2><p>01.09.2031</p><p>Ministerin Ada Verne erklärt:</p>"
        "<p>„Mit Jost Velten verlieren wir einen aufrechten Mann und einen guten Freund.“</p></div>"
    )
    foot = "<div>Impressum | Datenschutz</div>"
    reading = read_html(f"<h1>Pressemitteilungen der Staatskanzlei</h1><div>{posts}</div>{foot}")
    assert "Impressum" not in reading.statements[-1].turns[-1].text
    assert [(one.title, one.posted_on) for one in reading.statements] == [
        ("Erklärung zur Schleuse", "2031-09-05"),
        ("Zum Tod von Jost Velten", "2031-09-01"),
    ]


def test_days_without_a_year_are_of_the_year_in_the_lists_title() -> None:
    """Each entry has a day, and the heading the year."""
    rows = "".join(
        f"<tr><td>{day}</td><td><a href='/{n}'>{title}</a></td><td>Ada Verne</td></tr>"
        for n, (day, title) in enumerate(
            (
                ("Dec 19", "Speech at the Bankers' Dinner"),
                ("Jun 27", "Lecture: The long chain"),
                ("Feb 14", "Statement before the Committee"),
            )
        )
    )
    reading = read_html(f"<h1>News archive 2031</h1><table>{rows}</table>")
    assert [(one.title, one.posted_on) for one in reading.notices] == [
        ("Speech at the Bankers' Dinner", "2031-12-19"),
        ("Lecture: The long chain", "2031-06-27"),
        ("Statement before the Committee", "2031-02-14"),
    ]


def test_results_of_a_search_have_the_day_with_which_their_leads_begin() -> None:
    """ "May 6, 2031 ... We condemn the shelling ..."; a day in a sentence is none of a result's."""
    items = "".join(
        f"<li><h3><a href='/{n}'>{title}</a></h3><p>{lead} We condemn it ...</p></li>"
        for n, (title, lead) in enumerate(
            (
                ("Statement on the lock", "May 6, 2031 ..."),
                ("Remarks at the donors' meeting", "May 5, 2031 ..."),
                ("Statement on the ferry", "May 4, 2031 was a bad day."),
            )
        )
    )
    reading = read_html(f"<h1>Search results</h1><ol>{items}</ol>")
    assert [one.posted_on for one in reading.notices] == ["2031-05-06", "2031-05-05", None]


def test_entries_of_a_plain_list_end_with_a_file_and_its_size() -> None:
    """ "Descargar PDF (120 KB)" is one line below each, whatever the size."""
    reading = read_text(
        "Banco de la Cuenca\n\nDiscursos del Gobernador\n\n"
        "30 de agosto de 2031\nPalabras en el aniversario\nDescargar PDF (120 KB)\n\n"
        "14 de junio de 2031\nPresentación ante la Comisión\nDescargar PDF (310 KB)\n\n"
        "2 de mayo de 2031\nConferencia en la Universidad\nDescargar PDF (98 KB)\n"
    )
    assert [(one.posted_on, one.title) for one in reading.notices] == [
        ("2031-08-30", "Palabras en el aniversario"),
        ("2031-06-14", "Presentación ante la Comisión"),
        ("2031-05-02", "Conferencia en la Universidad"),
    ]


def test_a_title_stands_below_two_lines_of_an_office_in_a_plain_text() -> None:
    """Ministry, department, day, number: and then who comments on what."""
    statement = only(
        read_text(
            "МИД Остмарка\nДепартамент информации\n\n5 мая 2031\n1641-05-05-2031\n\n"
            "Комментарий официального представителя МИД Остмарка Н.С.Ветровой в связи с обстрелом шлюза\n\n"
            "Решительно осуждаем обстрел шлюза. Призываем все стороны вернуться за стол переговоров.\n\n"
            "Рассчитываем на объективную реакцию международных организаций.\n"
        )
    )
    assert (statement.title or "").startswith("Комментарий официального представителя")
    assert statement.kinds == ("comment",)


def test_a_title_goes_on_over_a_line_that_begins_with_a_preposition() -> None:
    """ "auf die Preisträgerinnen" is no word of the speech."""
    statement = only(
        read_text(
            "Botschaft der Republik Ostmark\nSkell\n\nEs gilt das gesprochene Wort!\n\n"
            "Laudatio des Botschafters Dr. Georg Anders\nauf die Preisträgerinnen des Brückenpreises\nSkell, 15. März 2031\n\n"
            "Sehr verehrte Damen und Herren,\n\nmein Dank gilt den Lehrerinnen, die ihre Türen offen gehalten haben.\n\n"
            "Ein Fluss fragt nicht, wem das Ufer gehört. Er fragt nur, ob es hält.\n"
        )
    )
    assert (
        statement.title
        == "Laudatio des Botschafters Dr. Georg Anders auf die Preisträgerinnen des Brückenpreises"
    )
    assert (statement.given_on, statement.place) == ("2031-03-15", "Skell")


def test_lines_of_another_element_behind_the_words_are_a_sites() -> None:
    """None is a sentence, and none a name: what they say need not be known."""
    foot = "<div><p>Further on the lock</p><p>Pictures of the day</p></div>"
    statement = only(
        read_html(f"<main><h1>Statement by Minister Ada Verne</h1><section>{SAID * 3}</section>{foot}</main>")
    )
    assert statement.turns[-1].text.endswith("build it again.")


def test_a_name_and_a_post_in_another_element_stay_with_the_words() -> None:
    """Words are signed so."""
    foot = "<div><p>Ada Verne</p><p>Minister of Ports</p></div>"
    reading = read_html(f"<main><h1>Statement on the lock</h1><section>{SAID * 3}</section>{foot}</main>")
    assert "Ada Verne" in only(reading).turns[-1].text


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Statement from the Chief of the Defence Staff", []),
        ("Statement by Chief of the General Staff Ada Verne", [("Ada Verne", "Chief of the General Staff")]),
    ],
)
def test_staff_is_a_word_of_posts(title: str, told: list[tuple[str, str]]) -> None:
    """It is nobody's name, nor the first part of one."""
    statement = only(read_html(f"<h1>{title}</h1>{SAID}"))
    assert [(one.name, one.office) for one in statement.speakers] == told


def test_brackets_hold_a_day_and_behind_it_a_place() -> None:
    """As embassies set it above the words, below the day of posting."""
    statement = only(
        read_html(
            "<h1>Remarks by Ambassador Ada Verne at the Lantern Exhibition</h1><p>2031/02/19</p>"
            f"<p>(18 February 2031, National Library, Skell)</p>{SAID}"
        )
    )
    assert (statement.given_on, statement.posted_on) == ("2031-02-18", "2031-02-19")
    assert statement.place == "National Library, Skell"


def test_a_title_that_the_head_cuts_to_a_number_goes_on_in_the_page() -> None:
    """ "Comunicado 114" in the head, and what it is about above the words."""
    statement = only(
        read_html(
            f"<div><p>Comunicado 114: El Gobierno condena el ataque contra la esclusa</p><p>06/09/2031</p>{SAID}</div>",
            head="<title>Comunicado 114</title>",
        )
    )
    assert statement.title == "Comunicado 114: El Gobierno condena el ataque contra la esclusa"


def test_a_rank_stands_before_a_name_above_its_post() -> None:
    """The post on the line below says more than the rank."""
    statement = only(
        read_html(
            "<h1>Weekly Message from the Chief of the Defence Staff</h1>"
            f"<section><p><b>General Jabar Oko</b><br>Chief of the Defence Staff</p><p>Army House, 9 May 2031</p>{SAID}</section>"
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [
        ("Jabar Oko", "Chief of the Defence Staff")
    ]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["Posted in Speeches | Tagged harbours, locks"]),
        ("en", ["← Minister opens school", "Budget statement →"]),
        ("en", ["[Original text: English]"]),
        ("en", ["Leave a Reply"]),
        ("fr", ["Voir tous les discours"]),
        ("de", ["Pressekontakt: Bel Olm, Telefon 030 555 01"]),
        ("es", ["Contesta nuestra encuesta de satisfacción.", "¿Cómo fue tu experiencia en este sitio?"]),
        (
            "ru",
            ["Опубликовано в разделах: Новости, Стенограммы", "Ссылка на материал: gavan.example/d/1", "Текстовая версия"],
        ),
        ("zh", ["扫一扫在手机打开当前页"]),
        ("ja", ["（了）"]),
    ],
)  # fmt: skip
def test_how_a_page_is_filed_and_found_is_no_part_of_the_words(language: str, lines: list[str]) -> None:
    """Sections, pages before and behind, addresses of the page, surveys: in the paragraphs of the words, behind the last of them."""
    said = "We have worked on this lock for two winters, and today the water is in it."
    body = "".join(
        f"<p>{line}</p>" for line in (said, "I thank the masons, the divers and all of you.", *lines)
    )
    page = f"<html lang='{language}'><body><h1>Speech by Minister Ada Verne</h1><p>2031-05-14</p><div>{body}</div></body></html>"
    (statement,) = read_page(page, capture_of("text/html")).statements
    assert statement.turns[-1].text.endswith("all of you.")


def test_words_in_marks_of_quotations_are_no_arrows() -> None:
    """French marks stand apart from the words, as arrows do: what they close is said."""
    body = "<p>We have worked on this lock for two winters, and today the water is in it.</p><p>My father said: « a lock is a promise »</p>"
    statement = only(read_html(f"<h1>Speech by Minister Ada Verne</h1><p>2031-05-14</p>{body}"))
    assert statement.turns[-1].text.endswith("a promise »")


@pytest.mark.parametrize(
    "line",
    [
        "Passaram-se 864 dias desde o incidente de Brill",
        "864 dagen sinds het incident van Brill",
        "Od incydentu w Brill minęły 864 dni",
        "Od incidentu v Brill uplynulo 864 dní",
        "864 дні минуло від інциденту в Бриллі",
        "Brill olayının üzerinden 864 gün geçti",
        "864 يوما مضت على حادثة بريل",
        "864 روز از حادثه بریل گذشته است",
        "864 ימים חלפו מאז התקרית בבריל",
        "ब्रिल की घटना को 864 दिन हो चुके हैं",
        "브릴 사건 이후 864일이 지났습니다",
        "ブリルの事件から864日が経過しました",
        "Έχουν περάσει 864 ημέρες από το περιστατικό",
        "864 hari sejak insiden Brill",
    ],
)
def test_days_that_have_passed_are_counted_in_many_languages(line: str) -> None:
    """The number stands before the word for days, the word for what has passed before or behind both."""
    assert [days for days, _ in counters_in(line)] == [864]


@pytest.mark.parametrize(
    "line", ["2031年5月14日", "5月14日以来", "14日以来のこと", "12 days in the mountains"]
)
def test_a_day_of_a_month_is_no_count_of_days(line: str) -> None:
    """Japanese and Chinese write both with one character."""
    assert counters_in(line) == []
