"""What real transcripts that nobody had tuned for were misread for: their ways of setting things, with invented words."""

from __future__ import annotations

import pytest

from onrecord.reading.frame.abovewords import is_no_title
from onrecord.reading.words.greek import accents_left_out, without_accents
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.titled import people_in_title
from reading_pages import lines, only, read_html, read_text, transcript


def test_a_day_of_the_week_behind_a_post_is_nobodys_name() -> None:
    """A title ends with the post and the day.

    Transcript of the Media Briefing by the Spokesperson Thursday, 15 May 2031

    Question: Is the gate open?

    Answer: I have no announcement to make.

    Question: And tomorrow?

    Answer: We will see tomorrow.
    """
    statement = only(transcript(test_a_day_of_the_week_behind_a_post_is_nobodys_name))
    assert {turn.speaker for turn in statement.turns} == {None}
    assert statement.given_on == "2031-05-15"


def test_a_surname_that_is_a_day_of_the_week_stays_one() -> None:
    """No day follows it."""
    (named,) = people_in_title("Weekly briefing by Minister Sunday Okoro, 15 May 2031")
    assert named.name == "Sunday Okoro"


def test_a_single_word_behind_whom_an_interview_is_of_is_a_newsroom() -> None:
    """Who asks would have a given name.

    Interview de Ada Verne avec Paquebot

    Paquebot: Pourquoi fermer l'écluse?

    Ada Verne: Elle fuit.

    Paquebot: Elle fuyait déjà.

    Ada Verne: Moins.
    """
    statement = only(transcript(test_a_single_word_behind_whom_an_interview_is_of_is_a_newsroom))
    assert statement.outlet == "Paquebot"
    assert [turn.speaker for turn in statement.turns] == [None, "Ada Verne", None, "Ada Verne"]


def test_whoever_asks_by_two_names_is_no_newsroom() -> None:
    """A given name stands before his surname."""
    page = "Interview de Ada Verne avec Bel Olm\n\nBel Olm: Pourquoi?\n\nAda Verne: Elle fuit.\n\nBel Olm: Et demain?\n\nAda Verne: Demain aussi."
    assert next(turn.speaker for turn in only(read_text(page)).turns) == "Bel Olm"


def test_a_line_with_a_colon_that_says_what_stands_below_it_is_none_of_the_words() -> None:
    """The opening has no label of its own.

    Letterlijke tekst persconferentie na ministerraad 18 mei 2031

    Letterlijke tekst van de persconferentie van minister-president Verne na afloop van de ministerraad op 18 mei 2031.

    Inleidend statement minister-president Verne:

    Goedemiddag. Vandaag gesproken over de sluis bij Skel.

    OLM (GTV):
    Gaat de sluis dicht?

    VERNE:
    Die kans is gegroeid.

    OLM (GTV):
    Wanneer dan?

    VERNE:
    Dat weten we niet.
    """
    opening, *_ = only(
        transcript(test_a_line_with_a_colon_that_says_what_stands_below_it_is_none_of_the_words)
    ).turns
    assert opening.text == "Goedemiddag. Vandaag gesproken over de sluis bij Skel."
    assert opening.role == "official"


def test_a_word_for_questions_before_a_surname_is_no_given_name() -> None:
    """The title of a question hour names who asks by his surname alone."""
    statement = only(
        read_html(
            "<h1>Vragenuur: Vragen Verne</h1><p>Vragen van het lid Verne aan de minister van Havens over de sluis.</p>"
            "<p><b>De voorzitter:</b></p><p>Ik geef het woord aan de heer Verne.</p>"
            "<p>De heer <b>Verne</b> (LP):</p><p>Voorzitter, dank u wel.</p>"
            "<p><b>De voorzitter:</b></p><p>Gaat uw gang.</p>"
            "<p>De heer <b>Verne</b> (LP):</p><p>De sluis is dicht.</p>"
        )
    )
    assert {turn.speaker for turn in statement.turns if turn.role == "official"} == {"Verne"}


def test_topics_with_semicolons_may_end_with_a_stop() -> None:
    """The line of topics is longer than a field's value.

    DOORSTOP - SKELL - SUNDAY, 25 MAY 2031

    E&OE TRANSCRIPT
    DOORSTOP
    SKELL
    SUNDAY, 25 MAY 2031

    SUBJECTS: Halvane Lock Conference; by-elections; National Harbour Conference of the league; Bel Olm.

    ADA VERNE, LEADER OF THE OPPOSITION: There is a clear choice.

    JOURNALIST: When were you told?

    VERNE: On Friday.

    JOURNALIST: By whom?

    VERNE: By the Speaker.
    """
    statement = only(transcript(test_topics_with_semicolons_may_end_with_a_stop))
    assert lines(statement.turns)[0].startswith("official ADA VERNE")
    assert (statement.place, statement.kinds) == ("SKELL", ("news_conference",))


def test_a_post_behind_a_name_may_be_for_relations_with_somebody() -> None:
    """Only before a name does "con" tell with whom somebody unnamed talked."""
    person = parse_person("ADA VERNO, Ministro per i rapporti con il Parlamento")
    assert person is not None
    assert person.name == "ADA VERNO"
    assert parse_person("ministre avec Radio Rivage") is None


def test_a_post_and_a_name_in_bold_is_a_label_where_others_stand_so() -> None:
    """A member takes the floor once, among labels on bold lines of their own."""
    statement = only(
        read_html(
            "<div class='content'><h1>Business of Joint Committee</h1><p>Apologies have been received from Senator Corin Ashe. Before we begin, I request that members "
            "sit only in the permitted seats and in front of available microphones. Before I introduce Mr. Olm, I request that he check whether he "
            "can hear us.</p><p><b>Mr. Bel Olm</b></p><p>Yes. Thank you, Chairman.</p>"
            "<p><b>Chairman</b></p><p>I welcome Mr. Olm. He may make his opening statement.</p>"
            "<p><b>Mr. Bel Olm</b></p><p>I thank the committee for the invitation.</p>"
            "<p><b>Deputy Ada Verne</b></p><p>I thank Mr. Olm. How many locks are there now?</p>"
            "<p><b>Mr. Bel Olm</b></p><p>There are some sixteen.</p></div>"
        )
    )
    assert [turn.speaker for turn in statement.turns[3:]] == ["Bel Olm", "Ada Verne", "Bel Olm"]


def test_the_word_for_an_answer_behind_a_post_names_nobody() -> None:
    """The first answer has the post of whoever gives it, the others only the word.

    முதல்வர் செய்தியாளர் சந்திப்பு

    கேள்வி: பாலம் திறந்திருக்கிறதா?

    முதல்வர் பதில்: ஆம், திறந்திருக்கிறது.

    கேள்வி: நாளையும் திறக்கப்படுமா?

    பதில்: ஆம், நாளையும்.
    """
    statement = only(transcript(test_the_word_for_an_answer_behind_a_post_names_nobody))
    assert [turn.speaker for turn in statement.turns] == [None] * 4


@pytest.mark.parametrize(
    ("paragraph", "labels"),
    [
        (
            "Ada Verne: Good evening from Skell. Bel Olm: Good evening. Corin Ashe: Thank you for having me. Bel Olm: Is the gate open? "
            "Corin Ashe: It is open. Ada Verne: And tomorrow?",
            ["Ada Verne", "Bel Olm", "Corin Ashe", "Bel Olm", "Corin Ashe", "Ada Verne"],
        ),
        (
            "Jornalista: Bom dia, a ponte está aberta? Presidente: Está aberta. Jornalista: E amanhã? Presidente: Também.",
            ["Jornalista", "Presidente", "Jornalista", "Presidente"],
        ),
    ],
    ids=["names", "words"],
)
def test_a_paragraph_may_hold_a_whole_exchange(paragraph: str, labels: list[str]) -> None:
    """Two labels that come back in it, each behind the end of a sentence: else one would say what the other did."""
    statement = only(read_html(f"<h1>Interview with Harbour Minister Corin Ashe</h1><p>{paragraph}</p>"))
    assert [turn.label for turn in statement.turns] == labels


def test_a_name_before_a_colon_once_in_a_paragraph_is_no_label() -> None:
    """Somebody lists what was said, and by whom, once each."""
    said = "I quote three letters. Ada Verne: open it. Bel Olm: close it. Corin Ashe: wait. That is where we are, and I say: wait."
    statement = only(read_html(f"<h1>Speech by Minister Dana Orr</h1><p>{said}</p><p>Thank you.</p>"))
    assert [turn.speaker for turn in statement.turns] == ["Dana Orr"]


def test_a_sentence_behind_a_name_in_capitals_is_no_title() -> None:
    """A record copied as text begins with the menu of its site; its labels end with a stop."""
    page = """
    Camera dei porti

    Vai al contenuto

    Sezione di navigazione

    Menu di ausilio alla navigazione

    Cerca nel sito

    MENU DI NAVIGAZIONE PRINCIPALE

    Vai al contenuto

    Resoconto dell'Assemblea

    Vai all'elenco delle sedute >>

    XVI LEGISLATURA


    Resoconto dell'Assemblea
    Seduta n. 459 di mercoledì 6 aprile 2031

    Pag. 1

    PRESIDENZA DEL VICEPRESIDENTE BEL OLMO

    La seduta comincia alle 9,35.

    CORIN ASCHI, Segretario, legge il processo verbale della seduta di ieri.

    Sul processo verbale (ore 9,45).

    ADA VERNO. Chiedo di parlare.

    PRESIDENTE. Ne ha facoltà.

    ADA VERNO. Signor Presidente, vorrei pregare lei di dedicarmi un minimo di attenzione.

    PRESIDENTE. Onorevole Verno, la ringrazio.
    """
    statement = only(read_text(page))
    assert [turn.label for turn in statement.turns if turn.label] == ["ADA VERNO", "PRESIDENTE"] * 2
    assert is_no_title("ADA VERNO. Chiedo di parlare.")


def test_the_paragraph_above_the_one_with_most_of_the_words_is_said_too() -> None:
    """A page with breaks for lines has two paragraphs: what the minister says first, and the questions."""
    statement = only(
        read_html(
            "<div><h1>閣議後定例記者会見</h1><p>1.冒頭発言<br>おはようございます。<br>冒頭、港の水門について私の方から発言させていただきます。<br>"
            "水門は本日から閉鎖いたします。ご不便をおかけしますが、よろしくお願いいたします。<br>私からは以上です。</p>"
            "<p>2.質疑応答<br>(記 者)<br>閉鎖はいつまで続くのか、また船の運航にはどのような影響があるのか、この二点をお聞かせください。<br>"
            "(大 臣)<br>工事が終わるまで続きます。船の運航については、事業者とよく相談しながら、できるだけ影響が小さくなるように努めてまいります。<br>"
            "(記 者)<br>費用はどこが負担するのでしょうか。<br>(大 臣)<br>費用については国と市で分担することで調整しているところです。</p></div>"
        )
    )
    assert statement.turns[0].text.startswith("おはようございます。")
    assert len(statement.turns) == 5


def test_what_is_told_of_the_only_one_who_answers_is_not_said_by_him() -> None:
    """The other label is the word for who leads through the programme.

    «Прямая линия» главы Скельского края Адана Верна (стенограмма)

    В четверг глава Скельского края Адан Верн провел «Прямую линию», она длилась более часа. Поступило свыше 400 вопросов.

    Ведущий: Добрый вечер. Какие итоги вы считаете главными?

    Адан Верн: Самый главный итог – мост.

    Ведущий: А дорога?

    Адан Верн: В следующем году.
    """
    statement = only(transcript(test_what_is_told_of_the_only_one_who_answers_is_not_said_by_him))
    assert [turn.label for turn in statement.turns] == ["Ведущий", "Адан Верн", "Ведущий", "Адан Верн"]


def test_greek_capitals_have_no_accents() -> None:
    """Kind and month are read as in small letters.

    ΣΥΝΕΝΤΕΥΞΗ ΤΥΠΟΥ ΤΟΥ ΥΠΟΥΡΓΟΥ ΛΙΜΕΝΩΝ

    ΣΚΕΛΟΣ, 8 ΑΠΡΙΛΙΟΥ 2031

    ΒΕΡΝΗΣ: Η πύλη είναι ανοιχτή.

    ΟΛΜΟΣ: Και αύριο;

    ΒΕΡΝΗΣ: Και αύριο.

    ΟΛΜΟΣ: Ευχαριστώ. Μέχρι πότε;

    ΒΕΡΝΗΣ: Θα δούμε.
    """
    statement = only(transcript(test_greek_capitals_have_no_accents))
    assert (statement.kinds, statement.given_on) == (("news_conference",), "2031-04-08")
    assert without_accents("μαΐου") == "μαϊου"
    assert accents_left_out("δ[ήό]ςί") == "δ[ήηόο]ς[ίι]"


def test_a_question_of_something_names_no_newsroom() -> None:
    """The answerer's surname is also a paper's, and the page addresses her by it."""
    statement = only(
        read_html(
            "<h1>Ada Spiegel über Schleusenpläne: „Eine Frage der Haltung“</h1>"
            "<p><b>tide: Frau Spiegel, in wie vielen Interviews spielt die Schleuse eine Rolle?</b></p><p>Ada Spiegel: In fast allen.</p>"
            "<p><b>Wir fangen anders an: Bleibt sie offen?</b></p><p>Ja, absolut. Sie bleibt offen.</p>"
            "<p><b>Was heißt das für Skell?</b></p><p>Dass Schiffe fahren.</p>"
        )
    )
    assert statement.outlet is None
    assert [turn.speaker for turn in statement.turns] == [None, "Ada Spiegel"] * 3


def test_few_turns_of_two_below_a_long_lead_are_an_exchange() -> None:
    """What one of them asks would stand in the mouth of the other, whom the title names.

    "Wir brauchen mehr Schleusen"

    Der Ministerpräsident Bel Olm hat im Interview der Woche mehr Schleusen angemahnt. Forderungen nach weniger erteilte er eine Absage.

    Bel Olm im Gespräch mit Ada Verne | 25.02.2031

    Der Ministerpräsident sagte, er finde nicht, dass das Land an Schleusen verloren habe. Im Einzelfall könne das kollidieren. An oberster
    Stelle stehe aber der Fluss, und er wundere sich, wie beiläufig das von manchem betrachtet worden sei.

    Verne: Ob wir diese Nachrichten korrigieren müssen, Herr Olm?

    Olm: Das werden Sie am Nachmittag erfahren.

    Verne: Freuen Sie sich über die Liste?

    Olm: Ich freue mich über den Hafen.
    """
    statement = only(transcript(test_few_turns_of_two_below_a_long_lead_are_an_exchange))
    assert [turn.speaker for turn in statement.turns if turn.label] == ["Ada Verne", "Bel Olm"] * 2


@pytest.mark.parametrize(
    "page",
    [
        "<h1>„Der Fluss überdeckt den Streit“</h1><p>TZ-INTERVIEW: Bel Olm-Merk über Hafen, Fluss und Kater.</p>"
        "<p><b>TZ:</b> Ist der Hafen groß genug?</p><p><b>Olm-Merk:</b> Aber ja.</p>"
        "<p><b>TZ:</b> Und der Kater?</p><p><b>Olm-Merk:</b> Dem geht es gut.</p>",
        "<h1>Satamaministerin haastattelu Teeran Zanomissa</h1>"
        "<p><b>TZ: Milloin portti avataan?</b></p><p>Portti avataan kesäkuussa.</p>"
        "<p><b>TZ: Kuka sen avaa?</b></p><p>Avaan sen itse.</p>",
    ],
    ids=["two labels", "one label"],
)
def test_letters_in_capitals_that_ask_are_a_newsroom(page: str) -> None:
    """Two labels, or one alone: no others are set in capitals."""
    asking = [turn for turn in only(read_html(page)).turns if turn.role == "questioner"]
    assert [(turn.label, turn.speaker) for turn in asking] == [("TZ", None)] * 2


def test_the_word_for_an_interview_behind_a_newsroom_is_no_label() -> None:
    """It heads what the paper tells of the talk.

    „Der Fluss überdeckt den Streit“

    TZ-INTERVIEW: Bel Olm-Merk über Hafen, Fluss und Kater.

    TZ: Ist der Hafen groß genug?

    Olm-Merk: Aber ja.

    TZ: Und der Kater?

    Olm-Merk: Dem geht es gut.
    """
    statement = only(transcript(test_the_word_for_an_interview_behind_a_newsroom_is_no_label))
    assert [turn.label for turn in statement.turns if turn.label] == ["TZ", "Olm-Merk"] * 2


def test_whoever_took_down_an_interview_does_not_speak_in_it() -> None:
    """The line stands below the title and again behind the words."""
    statement = only(
        read_html(
            "<h1>Entretien avec la ministre des Ports</h1><p>Publié le 12 mars 2031</p><p>Propos recueillis par Bel Olm</p>"
            "<p><b>La réouverture des écluses, pour quand ?</b></p><p>Nous travaillons à une date.</p>"
            "<p><b>Et les ports</b></p><p>Ils suivront.</p><p>Propos recueillis par Bel Olm</p>"
        )
    )
    assert {turn.speaker for turn in statement.turns} == {None}
    assert not statement.speakers


def test_what_a_record_tells_behind_two_dashes_is_no_words() -> None:
    """Chambers of Latin America set it so, below a link that skips the menu.

    Click acá para ir directamente al contenido

    SESIÓN 30ª, EN MIÉRCOLES 12 DE JUNIO DE 2031

    El señor OLMO (Vicepresidente).- Corresponde ocuparse del informe de las comisiones.

    --Los antecedentes sobre el proyecto figuran en los Diarios de Sesiones que se indican.

    El señor OLMO (Vicepresidente).- Ofrezco la palabra.

    La señora VERNA.- Señor Presidente, voto a favor.

    El señor OLMO (Vicepresidente).- Aprobado.
    """
    statement = only(transcript(test_what_a_record_tells_behind_two_dashes_is_no_words))
    assert statement.title == "SESIÓN 30ª, EN MIÉRCOLES 12 DE JUNIO DE 2031"
    assert statement.turns[0].text == "Corresponde ocuparse del informe de las comisiones."


def test_a_newsroom_that_was_given_a_talk_in_turkish_is_the_outlet() -> None:
    """Its dative stands before the verb."""
    statement = only(
        read_html(
            "<h1>Bakan Verno'nun KTV'ye verdiği mülakat</h1><p>SUNUCU: Kapı ne zaman açılacak?</p><p>BAKAN VERNO: Haziran ayında.</p>"
            "<p>SUNUCU: Teşekkür ederiz.</p><p>BAKAN VERNO: Ben teşekkür ederim.</p>"
        )
    )
    assert statement.outlet == "KTV"


def test_short_paragraphs_below_the_one_with_most_lines_are_said_too() -> None:
    """Each turn of a Korean briefing is one paragraph, its label on its first line."""
    statement = only(
        read_html(
            "<div><h1>항만부 정례브리핑</h1><p>&lt;고란희 대변인&gt;<br>안녕하십니까? 항만부 정례브리핑을 시작하겠습니다.<br>오늘 일정을 말씀드리겠습니다.</p>"
            "<p>&lt;질문&gt;<br>수문은 언제 엽니까?</p><p>&lt;답변&gt;<br>다음 주에 엽니다.</p>"
            "<p>&lt;질문&gt;<br>규모는 어떻습니까?</p><p>&lt;답변&gt;<br>예년 수준입니다.</p></div>"
        )
    )
    assert [turn.role for turn in statement.turns] == ["official", *("questioner", "official") * 2]


def test_a_spokeswoman_in_slovene_has_her_post_before_her_name() -> None:
    """The title is a kind in its own words."""
    statement = only(
        read_html(
            "<h1>Novinarska konferenca po seji vlade</h1><p>GOVORKA ADA VERNE: Lepo pozdravljeni.</p><p>MINISTER OLM: Hvala lepa.</p>"
            "<p>NOVINARKA: Kdaj začnejo veljati?</p><p>MINISTER OLM: Prvega junija.</p>"
        )
    )
    assert statement.kinds == ("news_conference",)
    assert statement.turns[0].speaker == "Ada Verne"


def test_a_title_may_end_with_a_colon_and_its_day() -> None:
    """The line of senders has an office, and a person with a form of address.

    Prime Minister's statement at press conference: 3 March 2031

    From: Prime Minister's Office, 10 Mill Street and The Rt Hon Ada Verne MP
    Published 3 March 2031

    Original script, may differ from delivered version

    Good afternoon.

    Today we publish our plan for the locks.

    It is a good plan.
    """
    statement = only(transcript(test_a_title_may_end_with_a_colon_and_its_day))
    assert statement.title == "Prime Minister's statement at press conference: 3 March 2031"
    assert {turn.speaker for turn in statement.turns} == {"Ada Verne"}


def test_an_agency_in_capitals_that_asks_inside_a_paragraph_is_nobody() -> None:
    """The lead and the whole talk are one paragraph; the page prints the word in capitals alone."""
    statement = only(
        read_html(
            "<h1>Ada Verno: alegerile nu trebuie amânate</h1><p>Preşedintele, Ada Verno, consideră că nu trebuie amânate, afirmă într-un interviu. "
            "MARPRES: Cum apreciaţi campania? Ce a simplificat contextul? Ada Verno: Este un an atipic. Este o perioadă dificilă. "
            "MARPRES: Credeţi că se va vota mai puţin? Ada Verno: Nu cred acest lucru.</p>"
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns[1:]] == [
        ("questioner", None),
        ("official", "Ada Verno"),
    ] * 2


def test_a_surname_in_capitals_that_the_page_prints_as_a_name_is_no_agency() -> None:
    """Whoever asks is introduced above."""
    statement = only(
        read_html(
            "<h1>Interview with Ada Verne</h1><p>Our guest talked with Bel Harrow.</p><p>HARROW: Is the gate open?</p><p>Ada Verne: It is.</p>"
            "<p>HARROW: And tomorrow?</p><p>Ada Verne: Tomorrow, too.</p>"
        )
    )
    assert {turn.speaker for turn in statement.turns if turn.label == "HARROW"} == {"Bel Harrow"}


def test_a_president_whom_the_press_asks_presides_over_nothing() -> None:
    """Others of his government speak as well.

    Qué se dijo en la mañana del miércoles 31 de agosto de 2031

    PRESIDENTE ADÁN VERNA LEÓN: Buenos días. Vamos a escuchar a Dora.

    DORA OLMO QUILLA: Con su permiso, señor presidente. Esta es la sección de la semana.

    PRESIDENTE ADÁN VERNA LEÓN: Bueno, va a estar con nosotros en agosto.

    PREGUNTA: ¿En qué fecha?

    PRESIDENTE ADÁN VERNA LEÓN: Ya les diremos.
    """
    statement = only(transcript(test_a_president_whom_the_press_asks_presides_over_nothing))
    assert [turn.role for turn in statement.turns] == ["official"] * 3 + ["questioner", "official"]
