"""Who has the floor in debates, committees, news conferences and interviews of many scripts; all people are invented."""

from __future__ import annotations

import pytest

from onrecord.model import Reading
from reading_pages import only, read_html, read_text

Told = tuple[str | None, str | None, str, str]


def turns_of(reading: Reading) -> list[Told]:
    """Return role, speaker, first and last word of each turn of the only statement."""
    return [
        (turn.role, turn.speaker, turn.text.split()[0], turn.text.split()[-1]) for turn in only(reading).turns
    ]


def page_of(title: str, *paragraphs: str) -> str:
    """Return a page's body with a title and paragraphs."""
    return f"<main><h1>{title}</h1>" + "".join(f"<p>{text}</p>" for text in paragraphs) + "</main>"


PAGES: dict[str, tuple[str, list[Told]]] = {
    "a committee whose list of those present has the chair, with a time of day behind a label": (
        page_of(
            "港務院交通委員會會議紀錄",
            "主　　席　段委員雅秋",
            "主席:現在開會。請細部長報告。",
            "細部長文哲:主席、各位委員。本部預算增加。",
            "主席:請洪委員孟月發言。",
            "洪委員孟月:(9時22分)謝謝主席。",
            "主席:散會。",
        ),
        [
            ("chair", "段雅秋", "現在開會。請細部長報告。", "現在開會。請細部長報告。"),
            ("official", "細文哲", "主席、各位委員。本部預算增加。", "主席、各位委員。本部預算增加。"),
            ("chair", "段雅秋", "請洪委員孟月發言。", "請洪委員孟月發言。"),
            ("official", "洪孟月", "謝謝主席。", "謝謝主席。"),
            ("chair", "段雅秋", "散會。", "散會。"),
        ],
    ),
    "a question of the agenda and lists above the chair's first words are no turns": (
        page_of(
            "Стенограмма заседания Палаты",
            "<b>Вопрос:</b>",
            "О портах (первое чтение).",
            "ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Добрый день, коллеги! Слово депутату Гавину.",
            "ГАВИН И. Л., фракция «Берег».",
            "Уважаемые коллеги, прошу поддержать закон о портах.",
            "ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Ставлю на голосование.",
            "ГАВИН И. Л. Спасибо.",
        ),
        [
            ("narration", None, "Вопрос:", "чтение)."),
            ("chair", None, "Добрый", "Гавину."),
            ("official", "Гавин И. Л.", "Уважаемые", "портах."),
            ("chair", None, "Ставлю", "голосование."),
            ("official", "Гавин И. Л.", "Спасибо.", "Спасибо."),
        ],
    ),
    "who took down the record is nobody who speaks": (
        page_of(
            "ישיבת ועדת הנמלים",
            "<b>רשמה:</b> רות שמיר",
            '<b>היו"ר עדה ורנר:</b>',
            "אני פותחת את הישיבה.",
            "<b>בל הרון (הגשר):</b>",
            "תודה, גברתי. הרציף של העיר סגור כבר שנה. מתי הוא ייפתח?",
            "<b>קריאה:</b>",
            "בושה!",
            '<b>היו"ר עדה ורנר:</b>',
            "תודה.",
            "הישיבה ננעלה בשעה 11:05.",
        ),
        [
            ("chair", "עדה ורנר", "אני", "הישיבה."),
            ("official", "בל הרון", "תודה,", "ייפתח?"),
            (None, None, "בושה!", "בושה!"),
            ("chair", "עדה ורנר", "תודה.", "תודה."),
        ],
    ),
    "the paper stands before who asks for it": (
        page_of(
            "細木外務大臣会見記録",
            "【細木外務大臣】来週、北岸を訪問いたします。",
            "【北岸新聞　遠山記者】橋はいつ開きますか。",
            "【細木外務大臣】来年でございます。",
        ),
        [
            ("official", "細木", "来週、北岸を訪問いたします。", "来週、北岸を訪問いたします。"),
            ("questioner", "遠山", "橋はいつ開きますか。", "橋はいつ開きますか。"),
            ("official", "細木", "来年でございます。", "来年でございます。"),
        ],
    ),
    "a newspaper in its marks asks, a surname and a post answer": (
        page_of(
            "高岚大使接受《南岸日报》专访",
            "高岚大使接受《南岸日报》专访。全文如下：",
            "<b>《南岸日报》：大桥什么时候通车？</b>",
            "<b>高大使：</b>明年春天。",
            "<b>《南岸日报》：会收费吗？</b>",
            "<b>高大使：</b>不收费。",
            "<b>《南岸日报》：谢谢大使。</b>",
        ),
        [
            ("questioner", None, "大桥什么时候通车？", "大桥什么时候通车？"),
            ("official", "高岚", "明年春天。", "明年春天。"),
            ("questioner", None, "会收费吗？", "会收费吗？"),
            ("official", "高岚", "不收费。", "不收费。"),
            ("questioner", None, "谢谢大使。", "谢谢大使。"),
        ],
    ),
    "names in a script that sets no capitals within a line": (
        page_of(
            "მინისტრის ბრიფინგი",
            "<b>ადა ვერნაძე:</b> ხელი მოვაწერეთ შეთანხმებას.",
            "<b>კითხვა:</b> როდის გაიხსნება ხიდი?",
            "<b>ადა ვერნაძე:</b> გაზაფხულზე.",
        ),
        [
            ("official", "ადა ვერნაძე", "ხელი", "შეთანხმებას."),
            ("questioner", None, "როდის", "ხიდი?"),
            ("official", "ადა ვერნაძე", "გაზაფხულზე.", "გაზაფხულზე."),
        ],
    ),
    "a Greek surname in capitals is the one of the title in another case": (
        page_of(
            "Συνέντευξη του Υπουργού Λιμένων Άγγελου Βερνή στον σταθμό «Όχθη»",
            "<b>ΔΗΜΟΣΙΟΓΡΑΦΟΣ:</b> Πότε ανοίγει η γέφυρα;",
            "<b>Α. ΒΕΡΝΗΣ:</b> Την άνοιξη.",
            "<b>ΔΗΜΟΣΙΟΓΡΑΦΟΣ:</b> Και τα διόδια;",
            "<b>Α. ΒΕΡΝΗΣ:</b> Όχι.",
        ),
        [
            ("questioner", None, "Πότε", "γέφυρα;"),
            ("official", "Άγγελου Βερνή", "Την", "άνοιξη."),
            ("questioner", None, "Και", "διόδια;"),
            ("official", "Άγγελου Βερνή", "Όχι.", "Όχι."),
        ],
    ),
    "the chair is named in brackets at the head, and languages stand in square ones": (
        page_of(
            "Debates of Friday, 14 March 2031",
            "[The Speaker (Hon. Ada Verne) in the Chair]",
            "<b>The Speaker:</b> The House will come to order. The hon. member for Skell.",
            "<b>Bel Harrow (Skell, LP):</b> Mr. Speaker, the bridge is shut, and nobody tells us why.",
            "[Translation]",
            "<b>M. Luc Morvan (Nord, BQ):</b> Monsieur le Président, je suis d’accord avec lui.",
            "<b>Some hon. members:</b> Hear, hear!",
            "<b>The Speaker:</b> Order.",
        ),
        [
            ("chair", "Ada Verne", "The", "Skell."),
            ("official", "Bel Harrow", "Mr.", "why."),
            ("official", "Luc Morvan", "Monsieur", "lui."),
            ("official", None, "Hear,", "hear!"),
            ("chair", "Ada Verne", "Order.", "Order."),
        ],
    ),
    "a house calls its members deputies": (
        page_of(
            "Bridge Tolls: Dáil Debate",
            "<b>An Leas-Cheann Comhairle</b>",
            "I call on the Minister.",
            "<b>Minister for Bridges (Deputy Ada Verne)</b>",
            "The tolls will end in June.",
            "<b>Deputy Bel Harrow</b>",
            "The Minister is two years late.",
            "<b>An Leas-Cheann Comhairle</b>",
            "That concludes statements.",
        ),
        [
            ("chair", None, "I", "Minister."),
            ("official", "Ada Verne", "The", "June."),
            ("official", "Bel Harrow", "The", "late."),
            ("chair", None, "That", "statements."),
        ],
    ),
    "a post in italics belongs to the name in bold before it, and the presidency stands above": (
        page_of(
            "Resoconto stenografico dell'Assemblea",
            "<b>PRESIDENZA DELLA VICEPRESIDENTE ADA VERNI</b>",
            "<b>PRESIDENTE</b>. La seduta è aperta.",
            "<b>BELLO AROLDI</b> (<i>LAC</i>). Grazie, Presidente. Il ponte è chiuso.",
            "<b>PRESIDENTE</b>. La Ministra ha facoltà di rispondere.",
            "<b>CORA PELLI</b>, <i>Ministra dei Ponti</i>. Riaprirà in primavera.",
            "<b>PRESIDENTE</b>. Grazie.",
        ),
        [
            ("chair", "Ada Verni", "La", "aperta."),
            ("official", "Bello Aroldi", "Grazie,", "chiuso."),
            ("chair", "Ada Verni", "La", "rispondere."),
            ("official", "Cora Pelli", "Riaprirà", "primavera."),
            ("chair", "Ada Verni", "Grazie.", "Grazie."),
        ],
    ),
    "what a member calls in stays in the words of whoever speaks": (
        page_of(
            "Posiedzenie nr 41",
            "<b>Marszałek Ada Wernicka:</b>",
            "Otwieram posiedzenie.",
            "<b>Minister Mostów Kora Pelska:</b>",
            "Most otworzymy wiosną.",
            "(<i>Poseł Bel Harowski</i>: To nieprawda!)",
            "Prace trwają.",
            "<b>Marszałek Ada Wernicka:</b>",
            "Dziękuję.",
        ),
        [
            ("chair", "Ada Wernicka", "Otwieram", "posiedzenie."),
            ("official", "Kora Pelska", "Most", "trwają."),
            ("chair", "Ada Wernicka", "Dziękuję.", "Dziękuję."),
        ],
    ),
    "a moderator's label tells his post once": (
        page_of(
            "航运情况新闻发布会",
            "<b>主持人 陆晓：</b>欢迎大家。下面请细先生作介绍。",
            "2031-03-14 10:02:11",
            "<b>航运部副部长 细文哲：</b>谢谢。港口吞吐量增长。",
            "<b>北岸电视台记者：</b>新港什么时候启用？",
            "<b>细文哲：</b>新港将于明年六月启用。",
            "<b>《航运报》记者：</b>运价会不会上涨？",
            "<b>细文哲：</b>运价今年不会上涨。",
            "<b>陆晓：</b>谢谢大家。",
        ),
        [
            ("chair", "陆晓", "欢迎大家。下面请细先生作介绍。", "欢迎大家。下面请细先生作介绍。"),
            ("official", "细文哲", "谢谢。港口吞吐量增长。", "谢谢。港口吞吐量增长。"),
            ("questioner", None, "新港什么时候启用？", "新港什么时候启用？"),
            ("official", "细文哲", "新港将于明年六月启用。", "新港将于明年六月启用。"),
            ("questioner", None, "运价会不会上涨？", "运价会不会上涨？"),
            ("official", "细文哲", "运价今年不会上涨。", "运价今年不会上涨。"),
            ("chair", "陆晓", "谢谢大家。", "谢谢大家。"),
        ],
    ),
    "dashes in bold ask, and dashes in plain type answer": (
        page_of(
            "Інтерв'ю Голови держави телеканалу «Берег»",
            "<b>– Коли відкриється міст?</b>",
            "– Навесні. Роботи йдуть.",
            "<b>– Чи буде проїзд платним?</b>",
            "– Ні.",
        ),
        [
            ("questioner", None, "Коли", "міст?"),
            ("official", None, "Навесні.", "йдуть."),
            ("questioner", None, "Чи", "платним?"),
            ("official", None, "Ні.", "Ні."),
        ],
    ),
    "a member asks at the end of what he says, and a judge has letters for his seat": (
        page_of(
            "Transcript of proceedings",
            "<b>VERNE CJ:</b> Yes, Mr Dunne.",
            "<b>MR DUNNE:</b> May it please the Court. The duty is owed to all who cross the bridge, and to nobody else.",
            "<b>VERNE CJ:</b> Thank you.",
            "<b>MR DUNNE:</b> I have nothing to add.",
        ),
        [
            ("official", "Verne", "Yes,", "Dunne."),
            ("official", "Dunne", "May", "else."),
            ("official", "Verne", "Thank", "you."),
            ("official", "Dunne", "I", "add."),
        ],
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_whoever_has_the_floor_is_told(page: str) -> None:
    """Who speaks, in which role, from where to where."""
    body, expected = PAGES[page]
    assert turns_of(read_html(body)) == expected


def test_a_line_of_post_and_party_below_each_name_is_none_of_the_words() -> None:
    """Names in bold lines of their own, nearly all with a short line below them."""
    floor = ("<b>Ms Ada VERNE</b>", "Lakeland, ALDE", "10:02:14", "Dear colleagues, the sitting is open.")
    others = (
        "<b>Mr Bel HARROW</b>",
        "Ostrelle, SOC, Rapporteur",
        "Bridges join what rivers part.",
        "<b>Ms Cora PELL</b>",
        "Skell, EPP",
        "My group supports the draft.",
        "<b>Ms Ada VERNE</b>",
        "Lakeland, ALDE",
        "Thank you. The vote is open.",
    )
    reading = read_html(page_of("Sitting No. 7 (2031 ordinary session)", *floor, *others))
    assert [turn.text.split()[0] for turn in only(reading).turns] == ["Dear", "Bridges", "My", "Thank"]


def test_a_hearing_wrapped_by_lines_has_its_paragraphs() -> None:
    """In preformatted text a line that is set in begins a paragraph, and the lines below go on with it."""
    said = (
        "    The committee met at 10:02 a.m., in Room 2200, Hon. Ada Verne (chairwoman\n"
        "of the committee) presiding.\n"
        "    Chairwoman Verne. The committee will come to order. Today we look at the\n"
        "lock of the north, and I recognize the ranking member for his opening words.\n"
        "    Mr. Harrow. Thank you, Madam Chairwoman. The lock has been shut for longer\n"
        "than anybody can remember, and my constituents would like to know the reason.\n"
        "    Ms. Pell. Thank you. The lock was built when my grandmother was a girl, and\n"
        "its gates have never been replaced since then.\n"
        "    Mr. Harrow. And nobody saw it.\n"
        "    Ms. Pell. Nobody did.\n"
        "    Chairwoman Verne. Without objection, the hearing is adjourned.\n"
        "    [Whereupon, at 11:15 a.m., the committee was adjourned.]\n"
    )
    reading = read_html(
        f"<pre>\n\n        THE STATE OF THE NORTH LOCK\n\n             HEARING\n\n{said}</pre>"
    )
    assert turns_of(reading)[-6:] == [
        ("chair", "Ada Verne", "The", "words."),
        ("official", "Harrow", "Thank", "reason."),
        ("official", "Pell", "Thank", "then."),
        ("official", "Harrow", "And", "it."),
        ("official", "Pell", "Nobody", "did."),
        ("chair", "Ada Verne", "Without", "adjourned."),
    ]


def test_the_title_stands_below_the_way_to_it() -> None:
    """In a plain text the site's name, a menu on one line and the way to the page stand above the title."""
    reading = read_text(
        """
        立法資訊網

        首頁 公報查詢 委員名單 網站導覽

        首頁 > 公報 > 紀錄

        港務院第三會期交通委員會第5次會議紀錄

        主席:現在開會。

        細部長文哲:主席,本部預算增加。

        主席:散會。

        地址：北岸市中山路1號 電話：02-5550-1111

        版權所有 立法院
        """
    )
    assert only(reading).title == "港務院第三會期交通委員會第5次會議紀錄"
    assert [turn.label for turn in only(reading).turns] == ["主席", "細部長文哲", "主席"]


def test_the_hour_at_which_a_sitting_ends_is_no_clock_of_the_site() -> None:
    """A line such as "Schluss: 11.15 Uhr" does not make all above it the page's head."""
    reading = read_text(
        """
        Landtag am See

        Startseite > Plenum

        Plenarprotokoll 8/41 vom 14.03.2031

        Beginn: 10.02 Uhr

        Präsidentin Ada Verne: Guten Morgen. Ich eröffne die Sitzung.

        Bel Harrow (SFP): Die Brücke ist gesperrt.

        Präsidentin Ada Verne: Vielen Dank. Die Sitzung ist geschlossen.

        Schluss: 11.15 Uhr
        """
    )
    assert only(reading).title == "Plenarprotokoll 8/41 vom 14.03.2031"
    assert reading.page.clocks == ()
    assert turns_of(reading)[0] == ("chair", "Ada Verne", "Guten", "Sitzung.")


def test_topics_of_a_plain_text_stand_in_nobodys_words() -> None:
    """A short line that is no sentence, between a sentence and the next label, heads what comes next."""
    reading = read_text(
        """
        Transcript of the press conference of Minister Ada Verne

        Question: Is the bridge open?

        Minister Verne: It is not. We shall open it in May.

        The toll of the bridge

        Question: Will there be a toll?

        Minister Verne: There will be none.

        Question: Thank you.
        """
    )
    assert [turn.text.split()[-1] for turn in only(reading).turns] == [
        "open?",
        "May.",
        "toll?",
        "none.",
        "you.",
    ]


def test_a_day_behind_a_label_in_any_language_is_nobodys_word() -> None:
    """The word for "date of publication" need not be known: what stands behind it is a day."""
    reading = read_text(
        """
        মন্ত্রীর সাক্ষাৎকার

        প্রকাশের তারিখ: ১৪ মার্চ ২০৩১

        প্রশ্ন: সেতু কবে খুলবে?

        উত্তর: বসন্তে খুলবে।

        প্রশ্ন: টোল লাগবে কি?

        উত্তর: লাগবে না।
        """
    )
    assert [turn.label for turn in only(reading).turns] == ["প্রশ্ন", "উত্তর", "প্রশ্ন", "উত্তর"]
