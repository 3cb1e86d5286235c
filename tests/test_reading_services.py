"""Pages of message services as plain text, their lists below the words: which line is the title, and whose the words are. All names are invented."""

from __future__ import annotations

import pytest

from onrecord.model import Statement
from reading_pages import lines, only, read_text

_ABOVE = """26 May 2031
Velsen: 13:30
Skell: 11:30

Consular queries:
+44 (0) 203 000 0000

814 days have passed since the ferry was held - no answer

"""
_BELOW = """

16.05.2031 - Foreign Minister Bel Harrow’s interview with Skell Radio on the ferry, Velsen, May 15, 2031

Foreign Minister Bel Harrow’s interview with Skell Radio

14.05.2031 - Statement by the Ministry on the ceiling for the catch

We have just completed the talks of the two ministries.

09.05.2031 - Concert on the day of the harbour

The orchestra of the harbour organised a concert.

all messages
"""

_LONG = (
    "The ferry sails on, as it did before, on all days of the week but one. We have asked for the papers three times, and "
    "were told each time that they are being looked for, in the one place where nobody has looked yet."
)


def _message(body: str) -> Statement:
    return only(read_text(_ABOVE + body + _BELOW))


@pytest.mark.parametrize(
    "title",
    [
        "Comment by the Press Department on the decision to leave the Treaty on Locks",
        "Notes of a journey to the harbour of Tern",
        "Ambassador Ada Verne answers questions by the Tern Gazette",
        "On the fifth anniversary of the bridge",
    ],
)
def test_the_title_stands_above_the_list_whatever_its_entries_name(title: str) -> None:
    """An entry that names an interview is no title of the words above it."""
    statement = _message(f"{title}\n\nWe regret the decision.\n\n{_LONG}")
    assert statement.title == title
    assert "The ferry sails on" in statement.turns[0].text


@pytest.mark.parametrize(
    "title",
    [
        "Press release on Foreign Minister Bel Harrow's telephone conversation with Minister Ada Verne",
        "On Foreign Minister Bel Harrow's telephone conversation with Minister of Locks Ada Verne",
    ],
)
def test_of_whom_a_readout_tells_he_does_not_speak_it(title: str) -> None:
    """A release on a telephone call is its publisher's, no interview, and no outlet is in its title."""
    statement = _message(
        f"{title}\n\nOn May 13, Bel Harrow spoke by telephone with Ada Verne. They exchanged views."
    )
    assert (statement.kinds, statement.speakers, statement.outlet) == (("readout",), (), None)
    assert statement.turns[0].speaker is None


def test_whom_a_minister_met_does_not_speak_in_his_statement() -> None:
    """The words without a label are those of the one whose statement the title calls them."""
    statement = _message(
        "Foreign Minister Bel Harrow's statement and answers to media questions at a joint news conference following talks "
        "with Minister of Locks of Skell Ada Verne, Velsen, May 11, 2031\n\nLadies and gentlemen,\n\n"
        f"{_LONG}\n\nQuestion: Will it sail?\n\nBel Harrow: It will."
    )
    assert [one.name for one in statement.speakers] == ["Bel Harrow"]
    assert [one.speaker for one in statement.turns] == ["Bel Harrow", None, "Bel Harrow"]


def test_an_initial_before_the_name_of_the_title_is_a_label() -> None:
    """Who opens has his label once, and is A from then on."""
    statement = _message(
        "Permanent Representative Ada Verne's remarks to the press, Skell, 10 May 2031\n\nA.Verne: Good afternoon.\n\n"
        f"{_LONG}\n\nQ: Does the ferry sail?\n\nA: It does.\n\nQ: On Sundays?\n\nA: Yes."
    )
    assert lines(statement.turns)[0] == "official A.Verne: Good afternoon. The"
    assert statement.turns[0].speaker == "Ada Verne"


@pytest.mark.parametrize(
    ("title", "speakers"),
    [
        (
            "Statement by H.E. Ms. Ada Verne, Permanent Representative of Skell to the United Nations, at the open meeting",
            [("Ada Verne", "Permanent Representative of Skell to the United Nations")],
        ),
        (
            "Statement by H.E. Ambassador Ada Verne at the meeting of the Council",
            [("Ada Verne", "Ambassador")],
        ),
        ("Statement of the Ministry of Foreign Affairs of the Skell Federation", []),
        ('Article by Minister Bel Harrow "Neighbours at Sea. Thirty Years"', [("Bel Harrow", "Minister")]),
        (
            "Minister Bel Harrow's reply to a media question on the statements by President Ada Verne",
            [("Bel Harrow", "Minister")],
        ),
    ],
)
def test_whom_a_title_names(title: str, speakers: list[tuple[str, str]]) -> None:
    """Forms of address are no office, a ministry is nobody's name, and a heading in quotation marks is no part of one."""
    statement = _message(f"{title}\n\nThe ferry sails on, as it did before. We are ready to talk.")
    assert [(one.name, one.office) for one in statement.speakers] == speakers


@pytest.mark.parametrize(
    ("behind", "day", "place"),
    [
        ("Velsen, 1 May 2031", ("2031-05-01", None), "Velsen"),
        ("7 May 2031", (None, "2031-05-07"), None),
        ("26 May 2031", (None, None), None),
    ],
)
def test_a_day_behind_the_words_is_theirs_if_the_pages_own_is_later(
    behind: str, day: tuple[str | None, str | None], place: str | None
) -> None:
    """With a place it is that of speaking, alone that of posting; the page's own day moved there is neither."""
    statement = _message(f"Joint statement of the ministers of locks\n\n{_LONG}\n\n{behind}")
    assert ((statement.given_on, statement.posted_on), statement.place) == (day, place)
    assert statement.turns[0].text == _LONG


def test_words_that_open_with_place_and_day_tell_both() -> None:
    """The dateline stays in the words, as it was published."""
    statement = _message(f"Statement of the Ministry of Locks\n\nVelsen, May 22, 2031. {_LONG}")
    assert (statement.given_on, statement.place) == ("2031-05-22", "Velsen")
    assert statement.turns[0].text.startswith("Velsen, May 22, 2031. The ferry")


def test_a_sentence_with_a_day_is_no_dateline() -> None:
    """What happened in a town on a day says nothing of when this was said."""
    statement = _message(
        f"Statement of the Ministry of Locks\n\nIn Velsen, on May 22, 2031, a ferry was held. {_LONG}"
    )
    assert (statement.given_on, statement.place) == (None, None)


def test_dashes_take_turns_where_no_answer_asks() -> None:
    """An interviewer may hold something against what was said without asking."""
    statement = _message(
        "Ambassador Ada Verne's interview to Tern Radio\n\n- Ambassador, do you know the report of the harbour?\n\n"
        "- No. We do not know it, and nobody has shown us one page of it.\n\n- But it was written over eighteen months.\n\n"
        "- It may have been written over ten years. What matters is what it holds."
    )
    assert [(one.role, one.speaker) for one in statement.turns] == [
        ("questioner", None),
        ("official", "Ada Verne"),
    ] * 2


def test_the_outlet_of_what_is_commented_on_is_not_that_of_the_comment() -> None:
    """An article in a newspaper is what the embassy answers; its own words are a comment."""
    statement = _message(f'Embassy comment on the article in "The Tern Gazette"\n\n{_LONG}')
    assert (statement.kinds, statement.outlet) == (("comment",), None)


_FRENCH = """26 mai 2031
Port Aurel : 13h30
Skell : 12h30

Depuis 814 jours, le ferry est retenu au port – aucune réponse

Entretien du ministre des Affaires étrangères Bel Harrow avec le journal Halvane Soir, Port Aurel, le 12 mai 2031

Question : Le ferry reprendra-t-il ses traversées ?

Bel Harrow : Il les reprendra. Nous l'avons dit à trois reprises.

14.05.2031 - Déclaration du ministère sur les quotas de pêche

09.05.2031 - Concert à l'occasion de la fête du port

02.05.2031 - Avis aux voyageurs
"""
_GERMAN = """26. Mai 2031
Port Aurel: 13:30 Uhr
Skell: 12:30 Uhr

Seit 814 Tagen liegt die Fähre fest – keine Antwort der Behörden

Kommentar der Presseabteilung der Botschaft zum Beitrag in der „Halvaner Zeitung“

Die Botschaft hat den Beitrag vom 24. Mai zur Kenntnis genommen.

Frage: Trifft das zu?

Antwort: Nein. Es waren einunddreißig Stunden.

14.05.2031 - Erklärung des Ministeriums zu den Fangquoten

09.05.2031 - Konzert zum Hafenfest

02.05.2031 - Hinweis für Reisende
"""
_CHINESE = """2031年5月26日
维尔森：13:30
斯凯尔：19:30

渡轮被扣已814天，当局未作任何答复

外交部发言人高岚就渡轮问题答记者问

问：渡轮何时复航？

答：渡轮将会复航。我们已三次表明立场。

2031-05-14 - 外交部关于捕捞配额的声明

2031-05-09 - 港口节音乐会

2031-05-02 - 旅行提示
"""
_IN_ARABIC = """26 مايو 2031
فيلسن: 13:30
سكيل: 14:30

مر 814 يوما على احتجاز العبّارة دون أي رد من السلطات

مقابلة وزير الخارجية سامي بلجين مع صحيفة الميناء، فيلسن، 12 مايو 2031

سؤال: هل ستعود العبّارة إلى الإبحار؟

سامي بلجين: ستعود. قلنا ذلك ثلاث مرات، وقيل لنا في كل مرة إن الأمر قيد الدراسة.

14.05.2031 - بيان الوزارة بشأن حصص الصيد

09.05.2031 - حفل موسيقي بمناسبة عيد الميناء

02.05.2031 - تنبيه للمسافرين
"""


@pytest.mark.parametrize(
    ("page", "language", "kind", "outlet", "roles"),
    [
        (_FRENCH, "fr", "interview", "Halvane Soir", ["questioner", "official"]),
        (_GERMAN, "de", "comment", None, ["official", "questioner", "official"]),
        (_CHINESE, "zh", "answers_to_media", None, ["questioner", "official"]),
        (_IN_ARABIC, "ar", "interview", "الميناء", ["questioner", "official"]),
    ],
    ids=["fr", "de", "zh", "ar"],
)
def test_a_service_is_read_in_the_words_and_figures_of_its_language(
    page: str, language: str, kind: str, outlet: str | None, roles: list[str]
) -> None:
    """Clocks, a counter that opens with its word, the statement and the list below it: nothing is left over."""
    reading = read_text(page)
    statement = only(reading)
    assert [(reading.page.language, one.days) for one in reading.page.counters] == [(language, 814)]
    assert len(reading.page.clocks) == 2
    assert reading.page.page_says_at == "2031-05-26T13:30"
    assert (statement.kinds, statement.outlet) == ((kind,), outlet)
    assert [turn.role for turn in statement.turns] == roles
    assert len(reading.notices) == 3
    assert reading.unclassified.characters == 0


def test_a_sentence_that_counts_days_is_no_counter() -> None:
    """What a statement says of days stays in its words."""
    statement = _message(
        f"Statement of the Ministry of Locks\n\nFor 814 days the ferry has been held.\n\n{_LONG}"
    )
    assert statement.turns[0].text.startswith("For 814 days")


def test_a_chinese_sentence_that_ends_inside_quotation_marks_is_no_title() -> None:
    """It names a briefing, and is a sentence all the same: the line above it all is the title."""
    text = (
        "兰登滩谈判\n\n2025年6月24日，外长表示：“我们准备接受两艘船带回来的数字。”\n\n"
        "外交部发言人高岚6月25日在例行记者会上说，“我们从来没有关上渡轮的大门”。她强调：“这扇门不是我们关上的。”\n"
    )
    assert read_text(text).page.title == "兰登滩谈判"


def test_a_title_that_counts_days_is_no_counter_without_a_clock_above_it() -> None:
    """ "Seit 100 Tagen …" is what a counter of days says as well: it is one where the page's clocks stand."""
    statement = only(
        read_text(
            "Seit 100 Tagen im Amt\n\n14. März 2031\n\n"
            "Von Außenministerin Ada Verne\n\nMeine Damen und Herren, wir haben viel erreicht. "
            "Vieles bleibt zu tun, und wir werden es gemeinsam tun."
        )
    )
    assert statement.title == "Seit 100 Tagen im Amt"
    assert statement.turns[0].text.startswith("Meine Damen")


def test_half_of_the_day_is_no_place_of_a_clock() -> None:
    """下午 is the afternoon, not a city."""
    page = read_text(
        "下午3时30分\n\n港口部发言人言论\n\n港口今天重新开放，渡轮照常行驶。我们感谢大家的耐心。"
    ).page
    assert page.clocks == ()
