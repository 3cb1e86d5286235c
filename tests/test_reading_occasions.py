"""When and where a statement was made, as the lines around its title tell, and which heading is that title."""

from __future__ import annotations

import pytest

from onrecord.reading.parts.outlets import outlet_in
from onrecord.reading.parts.titles import parse_title
from onrecord.reading.words.titled import people_in_title
from reading_pages import only, read_html, read_text

TALK = """
MODERATOR: We have time for two questions.

Q Is the treaty dead?

PRIME MINISTER ODUYA: It is very much alive.

Q And the ferry?

PRIME MINISTER ODUYA: It sails.
"""


def test_the_day_above_when_they_began_is_that_of_the_event() -> None:
    """Hall and town in two lines are one place, be the day between them and the time."""
    statement = only(
        read_html(
            "<h1>Remarks by Prime Minister Oduya at a Press Availability</h1><p>Great Hall<br>Port Lorne</p><p>May 20, 2033</p>"
            "<p>2:10 P.M. EST</p><p>PRIME MINISTER ODUYA: Good afternoon.</p><p>Q Is the treaty dead?</p>"
            "<p>PRIME MINISTER ODUYA: It is not.</p><p>Q And the ferry?</p><p>PRIME MINISTER ODUYA: It sails.</p>"
        )
    )
    assert (statement.given_on, statement.posted_on) == ("2033-05-20", None)
    assert statement.place == "Great Hall, Port Lorne"


def test_a_time_below_a_day_may_be_that_of_the_posting() -> None:
    """Only one in the twelve-hour form, with its zone, is printed of the beginning of an event."""
    statement = only(read_text(f"Press conference by Prime Minister Oduya\n\n20 May 2033\n\n14:10\n{TALK}"))
    assert (statement.given_on, statement.posted_on) == (None, "2033-05-20")


@pytest.mark.parametrize("printed", ["2033. 5. 19.", "2033. 5. 19.(목)", "2033.5.19."])
def test_a_day_with_points_and_blanks_is_no_words(printed: str) -> None:
    """As Korean offices print it below the title: it stood at the beginning of what was said."""
    statement = only(
        read_html(
            f"<h1>대변인 정례브리핑</h1><p>{printed}</p><p>안녕하십니까? 지금부터 정례브리핑을 시작하겠습니다. 먼저 여객선입니다.</p>"
        )
    )
    assert statement.posted_on == "2033-05-19"
    assert [turn.text for turn in statement.turns] == [
        "안녕하십니까? 지금부터 정례브리핑을 시작하겠습니다. 먼저 여객선입니다."
    ]


def test_a_time_may_be_glued_to_a_day_in_figures() -> None:
    """ "14.05.203318:29": year and hour have no blank between them."""
    page = "Интервью министра торговли газете «Вестник порта»\n\n14.05.203318:29\n\nВопрос: Когда откроется порт?\n\nОтвет: В июне.\n"
    assert only(read_text(page)).posted_on == "2033-05-14"


@pytest.mark.parametrize(
    "above", ["<p>Publié le 20 mai 2033</p>", "<p>Mis en ligne le vendredi 20 mai 2033</p>"]
)
def test_a_day_may_stand_above_the_heading(above: str) -> None:
    """What the page's head calls it is another title, and the heading is no section of a text for the line above it."""
    statement = only(
        read_html(
            f"<title>Déclaration conjointe</title><main>{above}<h1>Déclaration du Président à l'issue du sommet</h1>"
            "<p>Mesdames et Messieurs, bonjour.</p><p>Nous avons conclu un accord sur les bacs.</p></main>"
        )
    )
    assert (statement.title, statement.kinds) == (
        "Déclaration du Président à l'issue du sommet",
        ("statement",),
    )


def test_a_heading_goes_on_where_the_head_is_cut_short() -> None:
    """The title in the page's head has most of its words and no name."""
    statement = only(
        read_html(
            "<title>Speech by the Minister at the opening of the harbour</title><main>"
            "<h2>Speech by the Minister of Ports Hanna Wilk at the opening of the harbour of Kalin</h2><p>20.05.2033</p>"
            "<p>Ladies and gentlemen, it is a great joy to open this harbour.</p></main>"
        )
    )
    assert (
        statement.title == "Speech by the Minister of Ports Hanna Wilk at the opening of the harbour of Kalin"
    )
    assert [one.name for one in statement.speakers] == ["Hanna Wilk"]


def test_an_appeal_may_be_named_behind_a_dash() -> None:
    """The headline's own words stand first, and the post of whoever makes the appeal right behind its name."""
    statement = only(
        read_html(
            "<html lang='uk'><h1>Треба діяти разом – звернення Президента Богдана Левченка</h1><p>20 травня 2033 року</p>"
            "<p>Сьогодні ми відкрили порт.</p><p>Його будували два роки.</p></html>"
        )
    )
    assert statement.kinds == ("appeal",)


@pytest.mark.parametrize(
    ("tongue", "greeting"),
    [
        ("uk", "Дорогі співвітчизники!"),
        ("pl", "Szanowni Państwo,"),
        ("nl", "Dames en heren,"),
        ("tr", "Değerli basın mensupları,"),
        ("el", "Κυρίες και κύριοι,"),
        ("ar", "أيها المواطنون،"),
        ("zh", "女士们，先生们："),
        ("ja", "国民の皆様、港が開きました。"),
        ("ko", "존경하는 국민 여러분,"),
        ("hi", "मेरे प्यारे देशवासियो,"),
        ("cs", "Vážené dámy a pánové,"),
        ("id", "Saudara-saudara sebangsa,"),
    ],
)
def test_a_greeting_shows_that_the_text_was_spoken(tongue: str, greeting: str) -> None:
    """Whatever the title says, in many languages."""
    statement = only(
        read_html(
            f"<html lang='{tongue}'><h1>2033</h1><p>{greeting}</p><p>Skell Halvane Kerval Ternia.</p></html>"
        )
    )
    assert statement.turns[0].text.startswith(greeting)


def test_posts_below_the_name_of_a_list_are_statements_of_their_own() -> None:
    """Each heading leads nowhere and has its own day: read as one they had the first one's day, and one mouth."""
    posts = (
        ("The ferry", "May 18, 2033", "Our hearts are with all who were aboard the ferry last night."),
        ("The budget", "May 17, 2033", "I have today signed the budget, and it is balanced."),
    )
    page = "".join(
        f"<article><h2>{title}</h2><p>{day}</p><p>{said}</p></article>" for title, day, said in posts
    )
    reading = read_html(f"<title>Statements - Office of the Governor</title><h1>Statements</h1>{page}")
    assert [(one.title, one.posted_on, one.turns[0].text) for one in reading.statements] == [
        ("The ferry", "2033-05-18", posts[0][2]),
        ("The budget", "2033-05-17", posts[1][2]),
    ]


def test_leads_below_the_name_of_a_list_are_no_statements() -> None:
    """They lead to the pages of the statements."""
    entries = "".join(
        f"<h3><a href='/{number}'>Harbour {number} opens</a></h3><p>May 1{number}, 2033</p>"
        f"<p>The Minister has today opened harbour {number} in the north.</p>"
        for number in (1, 2, 3)
    )
    assert read_html(f"<title>Press releases</title><h1>Press releases</h1>{entries}").statements == ()


def test_a_misprint_of_a_post_is_that_post() -> None:
    """Where each stands once, the one that is a word for a post is right."""
    statement = only(
        read_text(
            "DOORSTOP INTERVIEW\n\n20 MAY 2033\n\nDANA WHITLOCK, PRIME MINISTER: It is great to be here.\n\nJOURNALIST: What will it cost?\n\n"
            "PRIME MINISTER: Sixty million.\n\nJOURNALIST: Is that enough?\n\nPRIME MINSTER: It is.\n"
        )
    )
    assert statement.turns[-1].speaker == "Dana Whitlock"


@pytest.mark.parametrize(
    "label", ["Tradutor", "Tłumacz", "Tolk", "Перекладач", "通訳", "Traductora", "Tercüman"]
)
def test_an_interpreter_is_nobody_by_name(label: str) -> None:
    """The word for who interprets, in whatever language, is a role."""
    statement = only(
        read_html(
            "<h1>Press conference by the President</h1><p><b>Journalist:</b> When?</p><p><b>President:</b> In June.</p>"
            f"<p><b>Journalist:</b> And the fares?</p><p><b>President:</b> They stay.</p><p><b>{label}:</b> They stay.</p>"
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns][-1] == ("interpreter", None)
    assert label not in [one.name for one in statement.speakers]


def test_a_lead_stands_above_the_line_of_its_time() -> None:
    """Above an element for a time the publisher tells, in a sentence, who met whom; the words begin at the first label."""
    statement = only(
        read_html(
            "<html lang='ru'><h1>Пресс-конференция по итогам переговоров</h1><div>Андрей Белов и Юхан Вик подвели итоги переговоров.</div>"
            "<div><time datetime='2034-03-29'>29 марта 2034 года</time> <span>16:40</span> <span>Скелль</span></div>"
            "<p><b>А.Белов:</b> Переговоры прошли хорошо.</p><p><b>Ю.Вик:</b> Согласен.</p><p><b>Вопрос:</b> А паромы?</p><p><b>А.Белов:</b> В мае.</p></html>"
        )
    )
    assert [(turn.speaker, turn.text) for turn in statement.turns][:2] == [
        ("Андрей Белов", "Переговоры прошли хорошо."),
        ("Юхан Вик", "Согласен."),
    ]
    assert (statement.posted_on, statement.place) == ("2034-03-29", "Скелль")


@pytest.mark.parametrize(
    "title",
    [
        "Entretien de la ministre avec Radio Rivage (Kerval, 31 mars 2034)",
        "Interview of the minister with Radio Shore (Kerval)",
    ],
)
def test_with_whom_somebody_talked_is_not_his_name(title: str) -> None:
    """A post without a name, and behind the word for "with" a newsroom: nobody is named."""
    page = f"<h1>{title}</h1><p>Q - Pourquoi ?</p><p>R - Il y a eu trois causes.</p><p>Q - Et quoi ?</p><p>R - La météo.</p>"
    assert only(read_html(page)).speakers == ()


def test_a_line_under_the_headline_tells_who_signs() -> None:
    """An article in a newspaper is a statement of the officials whom the line names."""
    statement = only(
        read_html(
            "<h1>Ferries bind us</h1><p><em>Article by Ambassador Henrik Dahl and Consul Petra Vogt, published in The Lorne Herald on 25 March 2034</em></p>"
            "<p>For two hundred years ferries have bound our shores.</p><p>What binds us should not be cut.</p>"
        )
    )
    assert statement.kinds == ("article",)
    assert [(one.name, one.office) for one in statement.speakers] == [
        ("Henrik Dahl", "Ambassador"),
        ("Petra Vogt", "Consul"),
    ]


def test_a_release_to_newsrooms_has_its_headline_below_whom_to_ask() -> None:
    """ "FOR IMMEDIATE RELEASE", the day and the contact stand above it, and show that an office published the text."""
    statement = only(
        read_text(
            "FOR IMMEDIATE RELEASE\nApril 4, 2034\nContact: Press Office, 202-555-0100\n\nGOVERNOR HALE SIGNS FERRY BILL\n\n"
            'PORT LORNE - Governor Dana Hale today signed the Ferry Act into law.\n\n"The ferries will sail," said Governor Hale.\n\n###\n'
        )
    )
    assert (statement.title, statement.posted_on) == ("GOVERNOR HALE SIGNS FERRY BILL", "2034-04-04")


def test_a_title_in_capitals_goes_on_with_whose_words_they_are() -> None:
    """As presidents' offices set it in two lines of a plain text."""
    statement = only(
        read_text(
            "For Immediate Release                      April 5, 2034\n\n\n                 PRESS BRIEFING\n               BY MARA QUILL\n\n"
            "                 The Briefing Room\n\n1:02 P.M. EDT\n\n     MS. QUILL:  Good afternoon.\n\n     Q    Will he go?\n\n     MS. QUILL:  He will.\n"
        )
    )
    assert statement.title == "PRESS BRIEFING BY MARA QUILL"
    assert {turn.speaker for turn in statement.turns} == {"Mara Quill", None}


def test_an_exchange_in_quotation_marks_is_no_turn() -> None:
    """An official quotes questions and answers of somebody else's: its labels are his words."""
    statement = only(
        read_text(
            "Answers by Foreign Minister Pavel Orlan to questions\n\nQuestion: What is the state?\n\nAnswer: It is difficult. "
            'As was printed: "Question: who gains? Answer: nobody." That is all.\n\nQuestion: What next?\n\nAnswer: Talks.\n'
        )
    )
    assert [turn.label for turn in statement.turns] == ["Question", "Answer", "Question", "Answer"]


def test_who_would_like_to_ask_asks() -> None:
    """A reporter who asked through an interpreter is printed without a question mark, and without the word for one."""
    statement = only(
        read_html(
            "<h1>Press Conference by Foreign Minister SATO Hiroshi</h1><p><b>SATO Hiroshi, Minister for Foreign Affairs:</b> I will travel.</p>"
            "<p><b>NHB, TANAKA:</b> I would like to ask about the ferries.</p><p><b>Minister SATO:</b> We follow the matter.</p>"
            "<p><b>Reporter:</b> Do you plan a call?</p><p><b>Minister SATO:</b> Nothing has been decided.</p>"
        )
    )
    assert [turn.role for turn in statement.turns] == [
        "official",
        "questioner",
        "official",
        "questioner",
        "official",
    ]


def test_who_led_the_interview_is_not_said_in_it() -> None:
    """The line stands behind the last answer, and tells the kind."""
    statement = only(
        read_html(
            "<h1>“Tides do not wait”</h1><p>Minister of Tides Rolf Amsel on harbours.</p><p><b>Why did you close the harbour?</b></p>"
            "<p>Because it was not safe.</p><p><b>When will it open?</b></p><p>When it is safe.</p><p>The interview was conducted by Ute Fink.</p>"
        )
    )
    assert (statement.kinds, statement.turns[-1].text) == (("interview",), "When it is safe.")


def test_a_note_on_the_record_behind_it_tells_whose_words_it_gives() -> None:
    """It is not said by whoever was in the chair."""
    statement = only(
        read_text(
            "9999th meeting\n\nWednesday, 22 March 2034, 10 a.m.\n\nPresident: Mr. Okello (Kandoria)\n\nThe situation of ferries\n\n"
            "The President: I give the floor to Ms. Varga.\n\nMs. Varga: The ferries have stopped.\n\nThe President: There are no more names on the list.\n\n"
            "The meeting rose at 11.20 a.m.\n\nThis record contains the text of speeches delivered in English and of the interpretation of speeches delivered in other languages.\n"
        )
    )
    assert statement.turns[-1].text == "There are no more names on the list."
    assert statement.text_status == "interpreted"


def test_labels_in_two_languages_are_one_speaker() -> None:
    """Each turn stands in Chinese and below it in English: the spokesperson is the one whom the title names in Latin letters."""
    asked = (
        ("南方社", "Southern News"),
        ("港报", "Harbour Daily"),
        ("北方电视台", "Northern TV"),
        ("南方社", "Southern News"),
    )
    exchange = "".join(
        f"<p>{theirs}：渡轮何时恢复？</p><p>{ours}: When will the ferries resume?</p>"
        "<p>苏岚：正在讨论，我们已多次表明立场。</p><p>Su Lan: This is being discussed, and we have stated our position.</p>"
        for theirs, ours in asked
    )
    statement = only(
        read_html(
            f"<html lang='zh'><h1>Foreign Ministry Spokesperson Su Lan's Regular Press Conference on March 22, 2034</h1>{exchange}</html>"
        )
    )
    assert {
        (turn.label, turn.role, turn.speaker) for turn in statement.turns if turn.label in ("苏岚", "Su Lan")
    } == {
        ("苏岚", "official", "Su Lan"),
        ("Su Lan", "official", "Su Lan"),
    }
    assert {turn.speaker for turn in statement.turns if turn.role == "questioner"} == {None}


@pytest.mark.parametrize(
    "label", ["Right Hon. Luc Savard", "L'hon. Luc Savard", "The Right Honourable Luc Savard"]
)
def test_a_form_of_address_is_no_name(label: str) -> None:
    """As houses print it before those who hold or held a high post."""
    page = f"Debates of 28 March 2034\n\nThe Speaker: Order.\n\n{label}: They are coming.\n\nThe Speaker: Thank you.\n\n{label}: In May.\n"
    assert "Luc Savard" in {turn.speaker for turn in only(read_text(page)).turns}


@pytest.mark.parametrize(
    ("asks", "answers", "set_as"),
    [
        ("S", "C", "{label}: {words}"),
        ("P", "O", "{label}: {words}"),
        ("प्र", "उ", "{label}: {words}"),
        ("Hỏi", "Trả lời", "{label}: {words}"),
        ("Q", "R", "{label} – {words}"),
        ("Q", "R", "{label}.- {words}"),
    ],
)
def test_two_short_labels_by_turns_are_who_asks_and_who_answers(asks: str, answers: str, set_as: str) -> None:
    """Whatever the language: the one asks each time, the other never, and the title names one person."""
    said = (
        (asks, "Will it open?"),
        (answers, "It will."),
        (asks, "When?"),
        (answers, "In June, as we said."),
    )
    exchange = "\n\n".join(set_as.format(label=label, words=words) for label, words in said)
    statement = only(read_text(f"Interview with Minister Ada Verne\n\n14 May 2031\n\n{exchange}\n"))
    assert [(turn.label, turn.role, turn.speaker, turn.text) for turn in statement.turns] == [
        (label, "questioner" if label == asks else "official", None if label == asks else "Ada Verne", words)
        for label, words in said
    ]


@pytest.mark.parametrize(("asks", "answers"), [("BO", "AV"), ("Li", "Wu")])
def test_initials_and_short_names_are_no_words_for_asking(asks: str, answers: str) -> None:
    """What could be somebody's name, or the letters of a name in the title, is not taken for "question" or "answer"."""
    page = f"Interview with Minister Ada Verne by Bel Olm\n\n{asks}: Will it open?\n\n{answers}: It will.\n\n{asks}: When?\n\n{answers}: In June.\n"
    turns = only(read_text(page)).turns
    assert [turn.speaker for turn in turns if turn.label == asks] != [None, None]


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Intervista della ministra a Radio Collina", "Radio Collina"),
        ("Entretien de la ministre avec Radio Rivage (Kerval, 31 mars 2034)", "Radio Rivage"),
        ("Entrevista al presidente Tomás Arregui en Radio Costa", "Radio Costa"),
        ("Wywiad premiera w Radio Morze", "Radio Morze"),
        ("Doorstop interview with local media", None),
        ("Interview with local and foreign media", None),
    ],
)
def test_a_station_is_an_outlet_and_many_are_none(title: str, outlet: str | None) -> None:
    """By its noun, behind the word that links it to an interview; "local media" are no newsroom."""
    found = outlet_in(title)
    assert (found and found[0]) == outlet


def test_what_a_post_is_for_is_no_name() -> None:
    """ "… for Strategic Communications Ben Olm" names Ben Olm."""
    found = people_in_title("Press Briefing by Security Advisor for Strategic Communications Ben Olm")
    assert [one.name for one in found] == ["Ben Olm"]


def test_what_tells_a_part_is_not_of_the_occasion() -> None:
    """All parts of a lecture have one occasion, and belong together by it."""
    for part in (1, 2):
        title = f"Lecture by Minister Ada Verne at the University of Skell (Part {part})"
        assert parse_title(title).occasion == ("the University of Skell", (33, 56))


def test_what_is_to_be_continued_says_so_in_a_box_of_its_own() -> None:
    """Behind that of the words; a link there leads to another page."""
    page = (
        "<h1>Lecture by Minister Ada Verne</h1><div class='text'><p>We open the port today, and all of you are here.</p>"
        "<p>It took us two winters to build it.</p></div><div>{}</div><div class='side'><h2>News</h2></div>"
    )
    part = only(read_html(page.format("To be continued"))).part
    assert part is not None
    assert part.continues
    assert only(read_html(page.format("<a href='/2'>To be continued</a>"))).part is None
