"""Who says what: labels learnt from the page, turns from label to label. All places and people are invented."""

from __future__ import annotations

import pytest

from reading_pages import lines, only, read_html, read_text, transcript

GOVERNMENT = "https://www.gov.example.gov/page"


def test_an_interview_has_questions_and_answers() -> None:
    """The label repeats at the line starts; an answer may have several paragraphs.

    Foreign Minister Lucan Desmarey’s interview with Radio Lantern, Halvane, May 3, 2025

    Question: Minister, will the ferry sail again?

    Lucan Desmarey: It will sail when there is something to carry.

    There is always herring.

    Question: And passengers?

    Lucan Desmarey: Passengers too.
    """
    statement = only(transcript(test_an_interview_has_questions_and_answers))
    assert lines(statement.turns) == [
        "questioner Question: Minister, will the",
        "official Lucan Desmarey: It will sail",
        "questioner Question: And passengers?",
        "official Lucan Desmarey: Passengers too.",
    ]
    assert statement.turns[1].speaker == "Lucan Desmarey"
    assert "herring" in statement.turns[1].text
    assert statement.turns[0].speaker is None
    assert (statement.kinds, statement.given_on, statement.place) == (("interview",), "2025-05-03", "Halvane")
    assert statement.outlet == "Radio Lantern"


def test_a_speech_without_labels_belongs_to_the_one_its_title_names() -> None:
    """An address at its beginning is no label.

    Foreign Minister Lucan Desmarey’s lecture at the Maritime Academy, Halvane, May 13, 2025

    Mr Rector,

    I do not regard this as a lecture: it is rather a conversation about fish, and about counting them.

    To be continued…
    """
    statement = only(transcript(test_a_speech_without_labels_belongs_to_the_one_its_title_names))
    (turn,) = statement.turns
    assert (turn.label, turn.speaker, turn.role) == (None, "Lucan Desmarey", "official")
    assert turn.text.startswith("Mr Rector,")
    assert "continued" not in turn.text
    assert statement.part is not None
    assert statement.part.continues


def test_a_text_that_names_nobody_has_no_speaker() -> None:
    """A speaker that the page does not name is never supplied.

    Statement on the return of the survey ship Brise

    The survey ship Brise returned today from the joint voyage to the Lantern Bank with both its nets.
    """
    statement = only(transcript(test_a_text_that_names_nobody_has_no_speaker))
    assert [turn.speaker for turn in statement.turns] == [None]
    assert statement.speakers == ()


def test_the_letter_q_with_wide_spacing_is_a_label() -> None:
    """American briefings label questions with a letter, without a colon."""
    reading = read_html(
        "<h1>Press Briefing by Press Secretary Orla Fenn</h1><p>MS. FENN: Good morning.</p>"
        "<p>Q&nbsp;&nbsp; Does the table stand?</p><p>MS. FENN: It stands.</p><p>Quite firmly, I am told.</p>"
        "<p>Q&nbsp;&nbsp; On the quay?</p><p>MS. FENN: On the quay. (Laughter.)</p>"
    )
    turns = only(reading).turns
    assert [turn.label for turn in turns] == ["MS. FENN", "Q", "MS. FENN", "Q", "MS. FENN"]
    assert turns[0].speaker == "Orla Fenn"
    assert turns[2].text.endswith("I am told.")
    assert [aside.text for aside in turns[4].directions] == ["(Laughter.)"]


def test_a_bracket_behind_a_label_is_a_direction() -> None:
    """“(via interpreter)” is no part of the name, and no word of the speaker."""
    reading = read_html(
        "<h1>Joint news conference by Minister Edda Karrow and Minister Lucan Desmarey</h1>"
        "<p><b>MINISTER KARROW:</b> Welcome.</p><p><b>MINISTER DESMAREY (via interpreter):</b> Thank you.</p>"
        "<p><b>PIA LIND (The Courier):</b> Do you agree?</p><p><b>MINISTER KARROW:</b> We do.</p>"
    )
    turns = only(reading).turns
    assert [(turn.label, turn.speaker, turn.role) for turn in turns] == [
        ("MINISTER KARROW", "Edda Karrow", "official"),
        ("MINISTER DESMAREY", "Lucan Desmarey", "official"),
        ("PIA LIND (The Courier)", "Pia Lind", "questioner"),
        ("MINISTER KARROW", "Edda Karrow", "official"),
    ]
    assert [(aside.text, aside.span) for aside in turns[1].directions] == [("(via interpreter)", (0, 0))]


def test_a_dash_interview_has_unlabelled_answers() -> None:
    """The reporter's lines begin with a dash; what follows is the answer of the one the title names.

    Minister Lucan Desmarey’s interview with the news agency North Wire, October 16, 2025

    – Minister, are you disappointed?

    I was curious.

    – Will the ceiling be lower?

    It will.

    And then higher again.

    – Will you take the ferry?

    The second one.
    """
    turns = only(transcript(test_a_dash_interview_has_unlabelled_answers)).turns
    assert [turn.role for turn in turns] == ["questioner", "official"] * 3
    assert [turn.label for turn in turns] == [None] * 6
    assert turns[0].text == "Minister, are you disappointed?"
    assert {turn.speaker for turn in turns[1::2]} == {"Lucan Desmarey"}


def test_only_questions_labelled_the_paragraphs_between_are_answers() -> None:
    """European doorsteps mark the question alone.

    Remarks by High Representative Jonas Vell upon arrival

    We will discuss the ferry today.

    Q. Is there an agreement?

    There is a draft.

    It is short.

    Q. Who signs it?

    Both of us.
    """
    turns = only(transcript(test_only_questions_labelled_the_paragraphs_between_are_answers)).turns
    assert [(turn.label, turn.role) for turn in turns] == [
        (None, "official"),
        ("Q", "questioner"),
        (None, "official"),
        ("Q", "questioner"),
        (None, "official"),
    ]
    assert turns[2].text == "There is a draft.\n\nIt is short."


def test_labels_run_on_inside_one_paragraph() -> None:
    """Question and answer may share a paragraph.

    Answers of the Embassy Press Officer

    Question: Is the bank open? Answer: It opens at nine. Question: And closes? Answer: Never.
    """
    turns = only(transcript(test_labels_run_on_inside_one_paragraph)).turns
    assert [turn.label for turn in turns] == ["Question", "Answer", "Question", "Answer"]
    assert turns[1].text == "It opens at nine."


@pytest.mark.parametrize(
    "line",
    [
        "Let me quote: we shall not move the table.",
        "The questions are as follows: one, two and three.",
        "Three things matter: the ship, the net and the scale.",
        "We met at 10:30 in the Customs Hall.",
        "See https://example.org/log for the log.",
    ],
)
def test_a_colon_in_a_sentence_is_no_label(line: str) -> None:
    """A sentence may hold a colon, a time or an address."""
    statement = only(
        read_text(
            "Interview of Minister Edda Karrow with The Courier\n\nQuestion: What now?\n\nEdda Karrow: Well.\n\n"
            f"{line}\n\nQuestion: And then?\n\nEdda Karrow: Then we wait."
        )
    )
    assert [turn.label for turn in statement.turns] == ["Question", "Edda Karrow", "Question", "Edda Karrow"]
    assert statement.turns[1].text == f"Well.\n\n{line}"


def test_bold_leads_of_a_list_are_no_labels() -> None:
    """A fact sheet's bold items neither take turns nor name anybody."""
    items = "".join(
        f"<p><b>{name}:</b> {'words ' * 30}</p>" for name in ("Clean Water", "Safe Harbours", "New Nets")
    )
    turns = only(
        read_html(f"<h1>Statement on the Lantern Bank</h1><p>{'Opening words. ' * 10}</p>{items}")
    ).turns
    assert [turn.label for turn in turns] == [None]


def test_the_sources_own_brackets_are_editorial() -> None:
    """Square brackets in the words are the source's insertion; round ones the speaker's own aside."""
    statement = only(
        read_text(
            "Speech by Edda Karrow, Minister for Foreign Affairs\n\nThe twenty-two articles [of the Convention] were "
            "written (and I was there) by fishermen. [Laughter]"
        )
    )
    (turn,) = statement.turns
    assert [aside.text for aside in turn.editorial] == ["[of the Convention]"]
    assert [aside.text for aside in turn.directions] == ["[Laughter]"]
    for aside in (*turn.editorial, *turn.directions):
        assert turn.text[slice(*aside.span)] == aside.text


def test_a_heading_inside_a_speech_is_no_word_of_the_speaker() -> None:
    """It stays in the text at its place, as the source's insertion."""
    body = "<h1>Speech by Minister Edda Karrow</h1><p>First we count the fish.</p><h2>Nets</h2><p>Then the nets.</p>"
    (turn,) = only(read_html(body)).turns
    assert [aside.text for aside in turn.editorial] == ["Nets"]


def test_a_label_without_words_is_an_issue() -> None:
    """An extractor that lost the words behind a label is not covered up."""
    reading = read_text(
        "Interview of Minister Edda Karrow\n\nQuestion: Why?\n\nEdda Karrow:\n\nQuestion: Why not?\n\nEdda Karrow: Yes."
    )
    assert [issue.code for issue in reading.issues] == ["label_without_words"]


def test_labels_in_other_scripts_are_learnt_alike() -> None:
    """A full-width colon and a label without capitals are labels where they repeat."""
    reading = read_text(
        "外交部发言人主持例行记者会\n\n记者：渡轮何时恢复？\n\n林岚：很快。\n\n记者：谁付桌子的钱？\n\n林岚：双方各付一半。"
    )
    assert [(turn.label, turn.role) for turn in only(reading).turns] == [
        ("记者", "questioner"),
        ("林岚", "official"),
        ("记者", "questioner"),
        ("林岚", "official"),
    ]


@pytest.mark.parametrize("gap", ["&nbsp;&nbsp;&nbsp; ", " ", ".  "])
def test_a_question_that_holds_a_colon_is_still_a_question(gap: str) -> None:
    """ "Q    One more: is it open?" was taken for a label "Q One more", and its words for the official's."""
    reading = read_html(
        "<h1>Press Briefing by Press Secretary Orla Fenn</h1><p>MS. FENN:&nbsp; Yes, of course.</p>"
        f"<p>Q{gap}And then, one more: will the table stand?</p><p>MS. FENN:&nbsp; It will.</p>"
    )
    assert lines(only(reading).turns) == [
        "official MS. FENN: Yes, of course.",
        "questioner Q: And then, one",
        "official MS. FENN: It will.",
    ]


@pytest.mark.parametrize(
    ("title", "question", "answer", "label"),
    [
        ("Answer to the media, 3 May 2021", "Question: Will it open?", "Ada Verne: On Friday.", "Ada Verne"),
        ("Minister Ada Verne on the bridge", "Q: Will it open?", "On Friday, as we said before.", None),
        ("Statement by Minister Ada Verne", "Q: Will it open?", "A: On Friday, as we said.", "A"),
        ("Interview with Minister Ada Verne", "Question - Will it open?", "Answer - On Friday.", "Answer"),
        ("Entretien avec la ministre Ada Verne", "Question : Et demain ?", "Ada Verne : Non.", "Ada Verne"),
        ("Außenministerin Ada Verne zur Brücke", "Frage: Wann öffnet sie?", "Verne: Am Freitag.", "Verne"),
        ("Ответ министра И.П.Зорина, 3 мая 2021 года", "Вопрос: Что с мостом?", "И.П.Зорин: Ждём.", "И.П.Зорин"),
        ("外務大臣会見記録", "【記者】橋はいつ開きますか。", "【大臣】金曜日に開きます。", "大臣"),
    ],
)  # fmt: skip
def test_one_labelled_question_is_no_part_of_the_answer(
    title: str, question: str, answer: str, label: str | None
) -> None:
    """A word for "question" makes a turn of somebody who asks, however short the page; who answers has the next label."""
    asked, answered = only(read_html(f"<h1>{title}</h1><p>{question}</p><p>{answer}</p>")).turns
    assert (asked.role, asked.speaker) == ("questioner", None)
    assert (answered.role, answered.label) == ("official", label)
    assert question.endswith(asked.text)


def test_a_name_of_five_letters_is_no_outlet() -> None:
    """An acronym is told by its capitals among labels that have none."""
    statement = only(
        read_html(
            "<h1>Interview, 3 May 2021</h1><p>Question: Is it open?</p><p>Verne: It is.</p>"
            "<p>GTV: Since when?</p><p>Verne: Since Friday.</p>"
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("questioner", None), ("official", "Verne"), ("questioner", None), ("official", "Verne"),
    ]  # fmt: skip


def test_the_heads_of_a_list_are_no_speakers() -> None:
    """A fact sheet repeats its heads, in items and paragraphs, and nobody talks."""
    heads = "".join(
        f"<p>{topic}: The order asks the office to look into fares again. Fares have risen.</p>"
        "<p>In the Order, the Minister:</p><ul><li>asks for a report.</li></ul>"
        for topic in ("Ferries", "Railways", "Hearing Aids", "Airlines")
    )
    statement = only(read_html(f"<h1>Statement: The order on fares</h1>{heads}{heads}"))
    assert [(turn.label, turn.speaker) for turn in statement.turns] == [(None, None)]


def test_the_lines_of_a_form_are_no_speakers() -> None:
    """They come back entry by entry in one order, which people who talk do not."""
    entries = "".join(
        f"<p>{name} – Halvane, North Quay<br>Offence: Fishing by night (Court of Skell).<br>"
        "Sentence: 20 months of imprisonment.<br>Grant: Sentence ends on 3 May.</p>"
        for name in ("Ada Verne", "Bel M. Harrow", "Corin Ashe", "Dov Pell", "Edda Karrow", "Finn Lode")
    )
    statement = only(read_html(f"<h1>Statement on clemency</h1><p>Six grants were made.</p>{entries}"))
    assert [turn.label for turn in statement.turns] == [None]


def test_words_that_the_page_quotes_are_no_turns() -> None:
    """A collection of reactions sets them in quotation marks behind names."""
    reactions = "".join(
        f"<p>{name}: “We welcome the order on fares, and we thank the minister.”</p>"
        for name in ("Harrow Society", "Dov Pell, President of the Quay Union", "Harrow Society", "Finn Lode")
    )
    statement = only(read_html(f"<h1>Statement: What they are saying</h1><p>Many spoke.</p>{reactions}"))
    assert [turn.label for turn in statement.turns] == [None]


def test_a_speaker_has_the_name_that_the_page_prints_in_full() -> None:
    """A label in capitals with a form of address is not the name itself."""
    statement = only(
        read_html(
            "<h1>Press Briefing by the Harbour Team</h1>"
            "<p>MODERATOR: With us are Corin McAshe and Dr. Edda Karrow. And Lode may join later.</p>"
            "<p>MR. MCASHE: Good morning.</p><p>DR. KARROW: Good morning.</p><p>MS. LODE: I am here.</p>"
            "<p>MR. MCASHE: So you are.</p><p>AIDE: Last question.</p>"
        )
    )
    assert [(turn.label, turn.speaker) for turn in statement.turns] == [
        ("MODERATOR", None), ("MR. MCASHE", "Corin McAshe"), ("DR. KARROW", "Edda Karrow"), ("MS. LODE", "Lode"),
        ("MR. MCASHE", "Corin McAshe"), ("AIDE", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Notice on the Continuation of the National Fog", []),
        ("Executive Order on Protecting Charts from Foreign Currents", []),
        ("Statement by President Bel Harrow Extending the Pause on Tolls", ["Bel Harrow"]),
        ("Remarks by President Harrow Signing Acts Into Law", ["Harrow"]),
        ("Statement by President Harrow Four Years After the Flood", ["Harrow"]),
        ("Readout from President Harrow’s Meeting with Ferry Workers", []),
        ("Remarks by President Harrow and First Lady Ada Harrow at the Quay", ["Harrow", "Ada Harrow"]),
        ("Remarks by President Wen Liping at the Quay", ["Wen Liping"]),
        ("Statement by Adviser for Canals and Ancient Locks Dov Pell on a Leak", ["Dov Pell"]),
    ],
)  # fmt: skip
def test_a_title_names_people_and_not_what_it_is_about(title: str, names: list[str]) -> None:
    """Titles in capitals run on behind the name."""
    assert [
        one.name
        for one in only(
            read_html(f"<h1>{title}</h1><p>It was a quiet day here.</p>", url=GOVERNMENT)
        ).speakers
    ] == names


def test_two_members_with_one_surname_are_two() -> None:
    """Initials tell them apart, and a surname that is a title elsewhere is kept."""
    statement = only(
        read_html(
            "<h1>Debate on locks</h1><p>Mr Speaker: Order.</p><p>Mr P. Harrowman (Skell): I rise.</p>"
            "<p>Mr N. Harroman (Tern): So do I.</p><p>Mr P. Harrowman: I rose first.</p>"
            "<p>Dr Tan Wen Hai: Both rose.</p><p>The Minister for Locks (Sluices) (Mr Hon Mei Lan) (for the Minister for "
            "Trade and Industry): They did.</p><p>Mr N. Harroman: Some hon. Members saw it.</p><p>Dr Tan: I saw it.</p>"
        )
    )
    assert [turn.speaker for turn in statement.turns] == [
        None, "P. Harrowman", "N. Harroman", "P. Harrowman", "Tan Wen Hai", "Hon Mei Lan", "N. Harroman", "Tan Wen Hai",
    ]  # fmt: skip


def test_the_place_of_a_record_among_others_is_not_where_it_was_held() -> None:
    """A printed record's part and session stand above the hour of the sitting."""
    statement = only(
        read_html("<h1>Debates</h1><p>PART III OF THIRD SESSION</p><p>3:18 p.m.</p><p>Mr Speaker: Order.</p>"
                  "<p>Mr Pell: I rise.</p><p>Mr Speaker: Order.</p><p>Mr Pell: I sit.</p>")
    )  # fmt: skip
    assert statement.place is None


def test_a_question_told_as_a_sentence_is_a_turn_of_the_member() -> None:
    """Printed sittings tell a written question as "3. Mr Pell asked the Minister …", with the answer behind it."""
    members = "".join(
        f"<p>{number}. Mr {name} (Skell) asked the Minister for Locks whether the {place} lock will open.</p>"
        f"<p>The Minister for Locks (Dr Karrow): Sir, the {place} lock will open.</p>"
        for number, name, place in (
            (1, "Pell", "upper"),
            (2, "Lode", "lower"),
            (3, "Harrow", "old"),
            (4, "Ashe", "new"),
        )
    )
    interjections = "".join(
        f"<p>Mr {name}: I rise.</p><p>Mr Speaker: Order.</p>" for name in ("Pell", "Lode", "Harrow", "Ashe")
    )
    turns = only(read_html(f"<h1>Debates</h1><p>Mr Speaker: Order.</p>{members}{interjections * 2}")).turns
    assert lines(turns[1:3]) == [
        "official Mr Pell (Skell): Mr Pell (Skell)",
        "official The Minister for Locks (Dr Karrow): Sir, the upper",
    ]
    assert turns[1].text.endswith("whether the upper lock will open.")


def test_a_bold_name_on_a_line_of_its_own_is_a_label() -> None:
    """Other printed sittings set the name as a paragraph above the words."""
    page = "".join(
        f"<p><b>{label}</b></p><p>{words}</p>"
        for label, words in (
            ("Mr. Speaker", "Order."),
            ("Prof. Verne", "I rise."),
            ("Mr. Speaker", "Do."),
            ("Prof. Verne", "I sit."),
        )
    )
    assert lines(only(read_html(f"<h1>Debates</h1>{page}")).turns) == [
        "chair Mr. Speaker: Order.", "official Prof. Verne: I rise.", "chair Mr. Speaker: Do.", "official Prof. Verne: I sit.",
    ]  # fmt: skip


def test_what_heads_a_list_in_a_sitting_is_no_speaker() -> None:
    """No sentence ends behind it, as they do behind those who speak."""
    items = "<p>Referred to: Committee on Locks</p>"
    talk = "".join(
        f"<p>{name}: I rise to speak.</p>" for name in ("Mr Pell", "Mr Lode", "Mr Pell", "Mr Lode")
    )
    turns = only(read_html(f"<h1>Debates</h1>{talk}{items}{talk}{items}{talk}{items}")).turns
    assert {turn.label for turn in turns} == {"Mr Pell", "Mr Lode"}


def test_who_asks_often_and_briefly_leads_a_debate() -> None:
    """Nothing names his part, and his turns need not all end in a question."""
    exchange = (
        "<p>Ada Verne: Locks, then. Your minute begins. What of the old lock?</p><p>Bel Harrow: "
        + "We shall open it. " * 9
        + "</p>"
        "<p>Ada Verne: Thank you. Your turn.</p><p>Corin Ashe: " + "We shall close it again. " * 9 + "</p>"
    )
    turns = only(read_html(f"<h1>Debate on the locks</h1>{exchange * 4}")).turns
    assert {turn.speaker: turn.role for turn in turns} == {
        "Ada Verne": "questioner", "Bel Harrow": "official", "Corin Ashe": "official",
    }  # fmt: skip


@pytest.mark.parametrize(
    "style", ["<p><i>{}</i></p>", "<p><b>{}</b></p>", "<h3>{}</h3>", "<blockquote>{}</blockquote>"]
)
def test_questions_of_an_interview_are_told_by_their_type(style: str) -> None:
    """Two are enough where the title says that somebody asks, and one may end in a full stop."""
    page = (
        "<h1>Interview with Foreign Minister Edda Karrow, 3 May 2024</h1>"
        f"{style.format('When will it open?')}<p>In autumn, as we said.</p>"
        f"{style.format('Tell us who pays.')}<p>Everyone pays a little.</p>"
    )
    turns = only(read_html(page)).turns
    assert [(turn.role, turn.speaker) for turn in turns] == [
        ("questioner", None),
        ("official", "Edda Karrow"),
    ] * 2


@pytest.mark.parametrize(
    ("title", "question", "answer"),
    [
        ("Rueda de prensa del ministro Jorge Valdés", "P.- ¿Cuándo abrirá?", "R.- En otoño."),
        ("Intervista al Ministro Aldo Ferri", "D. Quando aprirà?", "R. In autunno."),
        ("田村官房長官記者会見", "（記者）橋はいつ開きますか。", "（大臣）金曜日に開きます。"),
        ("田村官房長官記者会見", "○記者　橋はいつ開きますか。", "○田村官房長官　金曜日に開きます。"),
        ("외교부 대변인 브리핑", "‹질문> 다리는 언제 열립니까?", "‹답변> 금요일에 열립니다."),
        ("साप्ताहिक ब्रीफिंग", "प्रश्न: पुल कब खुलेगा?", "उत्तर: अगले महीने खुलेगा।"),
        ("Інтерв'ю міністра", "Питання: Коли відкриється міст?", "Відповідь: Восени."),
    ],
)  # fmt: skip
def test_letters_and_marks_of_other_languages_tell_who_asks(title: str, question: str, answer: str) -> None:
    """A letter counts where the page holds its counterpart; brackets and circles stand around who speaks."""
    asked, answered = only(read_html(f"<h1>{title}</h1><p>{question}</p><p>{answer}</p>")).turns
    assert (asked.role, asked.speaker, answered.role) == ("questioner", None, "official")
    assert question.endswith(asked.text)


@pytest.mark.parametrize(
    "title",
    [
        "Statement by the Spokesperson on the remarks of President Lucan Desmarey",
        "Comment by the Foreign Ministry on the statement by Prime Minister Lucan Desmarey",
        "Speech at the funeral of Ambassador Lucan Desmarey",
        "Erklärung zum Tod von Altkanzler Lucan Desmarey",
        "Déclaration sur le décès du président Lucan Desmarey",
        "Комментарий МИД в связи с заявлением премьер-министра Прибрежья Лукана Десмарея",
    ],
)
def test_whom_a_title_is_about_is_not_who_speaks(title: str) -> None:
    """A rebuttal is not the words of the one rebutted, nor an obituary those of the dead."""
    statement = only(
        read_html(f"<h1>{title}</h1><p>We have read it with interest, and we answer it here.</p>")
    )
    assert (statement.speakers, [turn.speaker for turn in statement.turns]) == ((), [None])


def test_somebody_unnamed_who_speaks_is_no_line_of_data() -> None:
    """ "SPEAKER:" between other labels has words behind it, which were in no turn."""
    turns = only(
        read_html(
            "<h1>Minister Edda Karrow, doorstop</h1><p>KARROW: The bridge opens.</p><p>SPEAKER: And the ferry.</p>"
            "<p>KARROW: It stays where it is.</p><p>JOURNALIST: Why?</p><p>KARROW: It floats.</p>"
        )
    ).turns
    assert [turn.text for turn in turns][1] == "And the ferry."


def test_many_labels_that_share_a_surname_cost_no_square() -> None:
    """A thousand of one family took half a minute once; all keep their words."""
    page = "".join(f"<p>Jon{number} Karrow: I rise to speak, number {number}.</p>" for number in range(1500))
    assert only(read_html(f"<h1>Statement of a family</h1>{page}")).turns


@pytest.mark.parametrize(
    "title",
    ["Foreign Minister Edda Karrow meets Lucan Desmarey", "Prime Minister Bel Harrow receives Ada Verne"],
)
def test_news_of_a_meeting_is_nobodys_words(title: str) -> None:
    """It tells in the third person what happened; who met whom did not write it."""
    page = f"<h1>{title}</h1><p>The ministers spoke of locks. The guest thanked the hosts for the lunch.</p>"
    for statement in read_html(page, url=GOVERNMENT).statements:
        assert [turn.speaker for turn in statement.turns] == [None]
