"""Sittings and broadcasts in other scripts, as real pages were met that nobody had tuned on. All people are invented."""

from __future__ import annotations

import pytest

from reading_pages import only, read_html, read_text

Told = tuple[str | None, str | None, str]

SHAPES: dict[str, tuple[str, list[Told]]] = {
    "a short sitting in capitals, whose labels come but once": (
        "ORDERS OF THE DAY\n\nHON. SIR B.A. HARROW: Thank you, Mr Speaker. I stand to move:\n\nThat the Locks Bill be now read a third time.\n\n"
        "MR SPEAKER: May I call for a seconder, please?\n\nThe question is: that the Bill be read.\n\n"
        "CLERK ASSISTANT: A Bill intituled an Act to amend the Locks Act.",
        [("official", "B.A. Harrow", "Thank"), ("chair", None, "May"), (None, None, "A")],
    ),
    "a colon of printed Chinese, members and offices": (
        "立法會會議過程正式紀錄\n\n港務局局長：主席，多謝議員的提問。渡輪會繼續服務。\n\n片浜市議員︰主席，我想問局長，橋樑何時開放？\n\n"
        "港務局局長︰主席，我們預計在五月開放。\n\n主席：片議員，你有甚麼問題？\n\n片浜市議員：主席，局長沒有回答渡輪的部分。",
        [
            ("official", None, "主席，多謝議員的提問。渡輪會繼續服務。"),
            ("official", "片浜市", "主席，我想問局長，橋樑何時開放？"),
            ("official", None, "主席，我們預計在五月開放。"),
            ("chair", None, "片議員，你有甚麼問題？"),
            ("official", "片浜市", "主席，局長沒有回答渡輪的部分。"),
        ],
    ),
    "a word in Cyrillic capitals before a stop": (
        "Стенограма пленарного засідання\n\nЗал засідань, 17 грудня 2031 року\n\nГОЛОВУЮЧИЙ. Шановні колеги, прошу реєструватися. (Шум у залі)\n\n"
        "СТОЖАР Я.І.\n\nДякую, пане головуючий. Прошу підтримати пропозицію.\n\nГОЛОВУЮЧИЙ. Дякую. Засідання оголошую закритим.",
        [("chair", None, "Шановні"), ("official", "Стожар Я.І.", "Дякую,"), ("chair", None, "Дякую.")],
    ),
    "a name and a post in square brackets on lines of their own": (
        "도현우 대통령 기자회견\n\n[한서린 / 대변인]\n기자회견을 시작하겠습니다. 질문을 받겠습니다.\n\n[기자]\n다리는 언제 열립니까?\n\n"
        "[도현우 / 대통령]\n5월에 엽니다.\n\n[한서린 / 대변인]\n다음 질문 받겠습니다.\n\n[도현우 / 대통령]\n감사합니다.",
        [
            ("official", "한서린", "기자회견을"),
            ("questioner", None, "다리는"),
            ("official", "도현우", "5월에"),
            ("official", "한서린", "다음"),
            ("official", "도현우", "감사합니다."),
        ],
    ),
    "a triangle before the label": (
        "▲한서린 부대변인 : 안녕하세요. 오늘은 수석님을 모시겠습니다.\n\n▲도현우 민정수석 : 안녕하세요. 반갑습니다.\n\n"
        "▲한서린 부대변인 : 어떻게 보셨습니까?\n\n▲도현우 민정수석 : 관심이 높다는 것을 알게 되었습니다.",
        [
            ("official", "한서린", "안녕하세요."),
            ("official", "도현우", "안녕하세요."),
            ("official", "한서린", "어떻게"),
            ("official", "도현우", "관심이"),
        ],
    ),
    "bare names on lines below whoever presides": (
        'ישיבת ועדה של הכנסת\n\nנכחו\nאבי ורן – היו"ר\nבל הרו\n\nהיו"ר אבי ורן\nאני פותח את הישיבה. בבקשה.\nבל הרו\nאני מבקשת לשאול על הגשר.\n'
        'היו"ר אבי ורן\nהגשר ייפתח במאי.\nדנה פל (סיעת הסכרים)\nיש לי הערה לזה.\nהיו"ר אבי ורן\nתודה רבה. הישיבה נעולה.',
        [
            ("chair", "אבי ורן", "אני"),
            ("official", "בל הרו", "אני"),
            ("chair", "אבי ורן", "הגשר"),
            ("official", "דנה פל", "יש"),
            ("chair", "אבי ורן", "תודה"),
        ],
    ),
    "a dash behind the word for who presides, and behind bare names": (
        "مذاکرات مجلس نشست ۸۱\n\nغائبین با اجازه- آقایان: هروی- پلی.\n\nنائب رئیس - آقای ورنا نظری دارید؟\n\nورنا ـ بلی. پل بسته است.\n\n"
        "نائب رئیس - اصلاح میشود.\n\nهروی - بنده عرضی ندارم.\n\nنائب رئیس - تصویب شد.",
        [
            ("chair", None, "آقای"),
            ("official", "ورنا", "بلی."),
            ("chair", None, "اصلاح"),
            ("official", "هروی", "بنده"),
            ("chair", None, "تصویب"),
        ],
    ),
    "an office alone in Arabic names nobody": (
        "محضر الجلسة العلنية الأولى\n\nالرئاسة : السيد سامي بلجين رئيس المجلس.\n\nالرئيس : افتتحت الجلسة. الكلمة للحكومة.\n\n"
        "السيد رئيس الحكومة : سيدي الرئيس، سيفتح الجسر في مايو.\n\nالرئيس : شكرا للسيد رئيس الحكومة.",
        [("chair", None, "افتتحت"), ("official", None, "سيدي"), ("chair", None, "شكرا")],
    ),
    "a round mark, a post and a name, and nothing but spaces": (
        "제12차 본회의 회의록\n\n○위원장 한서린 의석을 정돈하여 주시기 바랍니다.\n\n○도현우 위원  다리는 언제 열립니까?\n\n"
        "○항만부장관 서해린  5월에 열립니다.\n\n○위원장 한서린 다음 질의 하시지요.\n\n○도현우 위원  감사합니다.",
        [
            ("chair", "한서린", "의석을"),
            ("official", "도현우", "다리는"),
            ("official", "서해린", "5월에"),
            ("chair", "한서린", "다음"),
            ("official", "도현우", "감사합니다."),
        ],
    ),
    "marks of a town council, its members by number": (
        "令和13年 本会議 会議録\n\n○議長（保田茂君）　これより会議を開きます。\n\n◆３番（片浜市助君）　橋はいつ開きますか。\n\n"
        "◎市長（細木欽司君）　五月に開きます。\n\n◆３番（片浜市助君）　分かりました。\n\n○議長（保田茂君）　以上で終わります。",
        [
            ("chair", "保田茂", "これより会議を開きます。"),
            ("official", "片浜市助", "橋はいつ開きますか。"),
            ("official", "細木欽司", "五月に開きます。"),
            ("official", "片浜市助", "分かりました。"),
            ("chair", "保田茂", "以上で終わります。"),
        ],
    ),
}
SHAPES |= {
    "family name, post and given name, as Taiwan prints them": (
        "立法院會議紀錄\n\n秘書長：出席委員98人，已足法定人數。\n\n主席：現在開會。進行報告事項。\n\n程序委員會意見：擬請院會將本案交委員會審查。\n\n"
        "主席：請問院會，有無異議？\n\n片委員浜市：我有異議。\n\n主席：好，退回程序委員會。\n\n片委員浜市：謝謝。",
        [
            ("official", None, "出席委員98人，已足法定人數。"),
            ("chair", None, "現在開會。進行報告事項。"),
            ("chair", None, "請問院會，有無異議？"),
            ("official", "片浜市", "我有異議。"),
            ("chair", None, "好，退回程序委員會。"),
            ("official", "片浜市", "謝謝。"),
        ],
    ),
    "marks of a town council, counted, with spaces in the names": (
        "令和13年8月定例会\n\n2: ◯議長（保田茂議員） ただいまから定例会を開きます。\n\n3: ◯市長（細　欽司君） おはようございます。説明を申し上げます。\n\n"
        "4: ◯議長（保田茂議員） 次に、事業管理者、お願いします。\n\n5: ◯港湾事業管理者（片　助君） 概要を説明いたします。",
        [
            ("chair", "保田茂", "ただいまから定例会を開きます。"),
            ("official", "細 欽司", "おはようございます。説明を申し上げます。"),
            ("chair", "保田茂", "次に、事業管理者、お願いします。"),
            ("official", "片 助", "概要を説明いたします。"),
        ],
    ),
    "marks of a town council, name before the post, ascii brackets elsewhere": (
        "令和13年6月定例会\n\n○保田茂 議長 細木総合部長。\n\n◎細木 総合部長 順次御答弁申し上げます。\n\n○保田茂 議長 片浜総務部長。\n\n"
        "◎片浜 総務部長 五位でございます。\n\n○保田茂 議長 以上で終わります。",
        [
            ("chair", "保田茂", "細木総合部長。"),
            ("official", "細木", "順次御答弁申し上げます。"),
            ("chair", "保田茂", "片浜総務部長。"),
            ("official", "片浜", "五位でございます。"),
            ("chair", "保田茂", "以上で終わります。"),
        ],
    ),
    "a post and a name, two spaces, and the words": (
        "제12회 항만위원회 회의록\n\n소위원장 한서린  제1차 소위원회를 개의하겠습니다.\n\n도현우 위원  도현우 위원입니다.\n\n"
        "항만부제2차관 서해린  안녕하십니까? 감사합니다.\n\n소위원장 한서린  고맙습니다.",
        [
            ("chair", "한서린", "제1차"),
            ("official", "도현우", "도현우"),
            ("official", "서해린", "안녕하십니까?"),
            ("chair", "한서린", "고맙습니다."),
        ],
    ),
    "names and parties in square brackets, each once": (
        "항만 청문회 / 방송\n\n[도현우 / 나루당 의원]\n협의를 못했는데요. 죄송합니다.\n\n[한서린 / 다리당 의원]\n시간 조정 요청합니다.\n\n"
        "▶ 기사 원문 : http://www.skell.example/1",
        [("official", "도현우", "협의를"), ("official", "한서린", "시간")],
    ),
    "the verb of the record behind a name in Swahili, an office with its holder": (
        "MAJADILIANO YA BUNGE\n\nSPIKA: Waheshimiwa Wabunge, tuanze. (Makofi)\n\nMHE. ADA N. VERNE (k.n.y. MHE. BEL D. HARROW) aliuliza:-\n\n"
        "Je, daraja litafunguliwa lini?\n\nNAIBU WAZIRI, OFISI YA BANDARI (MHE. DR. CORIN PELL) alijibu:-\n\nMheshimiwa Spika, mwezi wa tano.\n\n"
        "SPIKA: Swali la nyongeza, Mheshimiwa Verne.\n\nMHE. ADA N. VERNE: Mheshimiwa Spika, nakushukuru.",
        [
            ("chair", None, "Waheshimiwa"),
            ("official", "Ada N. Verne", "Je,"),
            ("official", "Corin Pell", "Mheshimiwa"),
            ("chair", None, "Swali"),
            ("official", "Ada N. Verne", "Mheshimiwa"),
        ],
    ),
    "who presides, in Greek capitals with the name behind": (
        "Πρακτικά της Βουλής\n\nΠΡΟΕΔΡΕΥΩΝ (Νίκος Βέρνης): Τον λόγο έχει ο κύριος Υπουργός.\n\nΑΔΑ ΠΕΛΛΗ: Ευχαριστώ, κύριε Πρόεδρε. Η γέφυρα ανοίγει.\n\n"
        "ΠΡΟΕΔΡΕΥΩΝ (Νίκος Βέρνης): Ευχαριστούμε.\n\nΑΔΑ ΠΕΛΛΗ: Κι εγώ ευχαριστώ.",
        [
            ("chair", "Νίκος Βέρνης", "Τον"),
            ("official", "Αδα Πελλη", "Ευχαριστώ,"),
            ("chair", "Νίκος Βέρνης", "Ευχαριστούμε."),
            ("official", "Αδα Πελλη", "Κι"),
        ],
    ),
    "one mark for questions, another for answers": (
        "سامي بلجين وزير الموانئ: نفتح الجسر (حوار)\n\n■ متى يفتح الجسر؟\n\n- في مايو إن شاء الله.\n\n■ وماذا عن العبارة؟\n\n- تستمر حتى الخريف.",
        [
            ("questioner", None, "متى"),
            ("official", None, "في"),
            ("questioner", None, "وماذا"),
            ("official", None, "تستمر"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "turns"), SHAPES.values(), ids=SHAPES.keys())
def test_who_speaks_where(text: str, turns: list[Told]) -> None:
    """Each label opens a turn, with its speaker where it names one, and the part he plays."""
    said = [turn for turn in only(read_text(text)).turns if turn.role != "narration"]
    assert [(turn.role, turn.speaker, turn.text.split()[0]) for turn in said] == turns


def test_what_heads_the_questions_is_said_by_nobody() -> None:
    """Nor is the publisher's note beside it."""
    text = (
        "외교부 대변인 정례브리핑\n\n안녕하십니까? 브리핑을 시작하겠습니다.\n\n[질문·답변]\n※ 확인되지 않는 내용은 별표로 표기하였습니다.\n\n"
        "<질문> 다리는 언제 열립니까?\n\n<답변> 5월에 열립니다.\n\n<질문> 나루는요?\n\n<답변> 계속합니다."
    )
    turns = only(read_text(text)).turns
    assert [turn.text for turn in turns][:2] == [
        "안녕하십니까? 브리핑을 시작하겠습니다.",
        "다리는 언제 열립니까?",
    ]


def test_the_party_stands_between_a_name_and_the_words() -> None:
    """It is said by nobody."""
    speech = "<h4>{}</h4><div>{}</div><p>{}</p>".format
    body = "<h1>Šesta posebna sednica, 2. 9. 2031.</h1>" + "".join(
        (
            speech("Bel Harrow", "Samostalni poslanici", "Hvala vam za odgovor."),
            speech("Ada Verne", "Stranka brava | Predsedava", "Reč ima narodni poslanik."),
            speech("Corin Pell", "Stranka brodara", "Poštovani, most je zatvoren."),
            speech("Bel Harrow", "Samostalni poslanici", "Hvala. Kratko ću."),
        )
    )
    turns = only(read_html(body)).turns
    assert [(turn.speaker, turn.text) for turn in turns if turn.label] == [
        ("Bel Harrow", "Hvala vam za odgovor."),
        ("Ada Verne", "Reč ima narodni poslanik."),
        ("Corin Pell", "Poštovani, most je zatvoren."),
        ("Bel Harrow", "Hvala. Kratko ću."),
    ]


def test_one_member_alone_and_what_others_call() -> None:
    """A page of one speech has one label; brackets with another's name hold what he called."""
    body = (
        "<h1>Posiedzenie nr 3 w dniu 8 stycznia 2031</h1><p><strong>Poseł Bel Harrow:</strong><br>Dzień dobry! Składam wniosek o przerwę.</p>"
        "<p>(Poseł Corin Pell: Niech żyje most!)</p><p>Uchwała wchodzi w życie z dniem podjęcia.</p>"
    )
    (turn,) = only(read_html(body)).turns
    assert (turn.speaker, turn.role) == ("Bel Harrow", "official")
    assert [aside.text for aside in turn.directions] == ["(Poseł Corin Pell: Niech żyje most!)"]


def test_the_cast_above_an_interview_is_no_turn() -> None:
    """A name, a colon and a post tell who is there."""
    body = (
        "<h1>حوار مع سامي بلجين</h1><p>ضيف الحلقة</p><p>سامي بلجين: وزير الموانئ</p><p><b>نادر ورن:</b> متى يفتح الجسر؟</p>"
        "<p><b>سامي بلجين:</b> في مايو إن شاء الله.</p><p><b>نادر ورن:</b> والعبارة؟</p><p><b>سامي بلجين:</b> تستمر.</p>"
    )
    labelled = [turn for turn in only(read_html(body)).turns if turn.label]
    assert [turn.text.split()[0] for turn in labelled] == ["متى", "في", "والعبارة؟", "تستمر."]


def test_headings_of_one_level_are_the_speakers() -> None:
    """Headings of another level are topics; a form of address stands before the word for who presides."""
    speech = "<li><h4><strong>{}</strong></h4><p>{}</p></li>".format
    body = "<h1>Sitting : Assembly of Skell : 2031 02 13</h1><ul><li><h3>PRAYERS</h3></li>" + "".join(
        (
            speech("Hon. Deputy Speaker", "Order, Hon. Members. Business will begin."),
            "<li><h3>NOTICES OF MOTION</h3></li>",
            speech("Hon. Deputy Speaker", "We have the Leader of the Majority Party."),
            speech("Bel Bare Harrow (Hon. Bel Harrow)", "I want to raise my concerns to the Clerk."),
            speech("Hon. Deputy Speaker", "Your concerns are noted.") + "</ul>",
        )
    )
    turns = [turn for turn in only(read_html(body)).turns if turn.label]
    assert [(turn.role, turn.speaker) for turn in turns] == [
        ("chair", None),
        ("chair", None),
        ("official", "Bel Bare Harrow"),
        ("chair", None),
    ]


def test_a_state_in_an_office_is_nobodys_name() -> None:
    """The holder stands in brackets behind it; a bold line may be the word for who asks, or the post alone."""
    line = "<p><strong>{}</strong><br>{}</p>".format
    body = "<h1>Dialog Presiden Bel Harrow dengan Wartawan, 2 Desember 2031</h1>" + "".join(
        (
            line("Presiden Republik Skell (Bel Harrow)", "Makan dulu atau tanya dulu?"),
            line("Wartawan", "Selamat siang."),
            line("Presiden", "Selamat siang."),
            line("Wartawan", "Kapan jembatan dibuka?"),
            line("Presiden Republik Skell (Bel Harrow)", "Bulan Mei."),
        )
    )
    assert [(turn.role, turn.speaker) for turn in only(read_html(body)).turns] == [
        ("official", "Bel Harrow"),
        ("questioner", None),
        ("official", "Bel Harrow"),
        ("questioner", None),
        ("official", "Bel Harrow"),
    ]


def test_a_spokesman_in_traditional_characters() -> None:
    """The day stands right behind his name in the title."""
    statement = only(
        read_text(
            "外交部發言人高嵐24日主持例行記者會\n\n問:橋樑何時開放?\n\n答:五月開放。\n\n問:渡輪呢?\n\n答:渡輪會繼續服務。"
        )
    )
    assert statement.kinds == ("news_conference",)
    assert [turn.speaker for turn in statement.turns] == [None, "高嵐", None, "高嵐"]


def test_a_line_in_brackets_is_no_title() -> None:
    """Who has the chair is told there."""
    statement = only(
        read_text(
            "NATIONAL ASSEMBLY OF SKELL\n\nWednesday, 14th May 2031\n\n[The Speaker (Hon. Verne) in the Chair]\n\nHon. Speaker: Order, Members. We have a quorum.\n\n"
            "Hon. B.A. Harrow: Thank you, Hon. Speaker. I beg to move.\n\nHon. Speaker: Very well. Next Order!"
        )
    )
    assert not (statement.title or "").startswith("[")
    assert [turn.role for turn in statement.turns if turn.label] == ["chair", "official", "chair"]
