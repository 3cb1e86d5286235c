"""Records of sittings, courts and broadcasts as sites and printers set them: what stands between the words, and who it names."""

from __future__ import annotations

from onrecord.model import Statement
from reading_pages import only, read_html, read_text


def said(statement: Statement) -> list[tuple[str | None, str | None, str]]:
    """Role, speaker and words of each turn."""
    return [(turn.role, turn.speaker, turn.text) for turn in statement.turns if turn.role != "narration"]


def test_a_line_below_each_speech_is_no_name() -> None:
    """ "Share Copy Link" comes back as names do, but never without one; the way to the page ends with its title."""
    page = (
        "Hansard\n\nHome About us Business Members Visit News\n\nHome > Business > Skell Bridge\n\nCalendar of sittings\n\nReports and papers\n\nSkell Bridge\n\n"
        "Wednesday 14 May 2031\n\nAda Verne\n\n(Skell North) (Lock)\n\nI beg to move, That this House has considered the closure of Skell bridge.\n\nShare Copy Link\n\n"
        "Mr Deputy Speaker\n\n(Sir Colm Ashby)\n\nOrder. The hon. Lady must address the Chair.\n\nShare Copy Link\n\nAda Verne\n\nI am grateful, Mr Deputy Speaker.\n\nShare Copy Link\n\n"
        "Bel Harrow\n\n(Lower Reach) (Ind)\n\nI thank her for that, and for much else.\n\nShare Copy Link\n\nAda Verne\n\nMy constituents walk nine miles to work.\n\nShare Copy Link\n"
    )
    statement = only(read_text(page))
    assert statement.title == "Skell Bridge"
    assert said(statement) == [
        (
            "official",
            "Ada Verne",
            "I beg to move, That this House has considered the closure of Skell bridge.",
        ),
        ("chair", "Colm Ashby", "Order. The hon. Lady must address the Chair."),
        ("official", "Ada Verne", "I am grateful, Mr Deputy Speaker."),
        ("official", "Bel Harrow", "I thank her for that, and for much else."),
        ("official", "Ada Verne", "My constituents walk nine miles to work."),
    ]


def test_numbers_of_printed_pages_are_no_words() -> None:
    """The heads and feet of pages stand in the middle of what somebody says; a sitting is told by when it was held."""
    page = (
        "                 - 10 -\n\n        Public sitting\n   held on Wednesday 14 May 2031, at 10 a.m., at the River Palace,\n          President Verne presiding,\n      in the case concerning the Skell Bridge\n\n"
        "The PRESIDENT: Please be seated. I call on the Agent of Skell.\n\nMr. HARROW: The bridge was closed in November. Nobody gave a reason.\n\n                 - 11 -\n\n"
        "Nine villages have no doctor.\n\nThe PRESIDENT: I thank the Agent.\n\nMr. HARROW: Thank you.\n\n2/14                         31-12345\n\nI have nothing to add.\n"
    )
    statement = only(read_text(page))
    assert statement.given_on == "2031-05-14"
    harrow = [turn for turn in statement.turns if turn.label == "Mr. HARROW"]
    assert [[part.text for part in turn.editorial] for turn in harrow] == [["- 11 -"], ["2/14", "31-12345"]]


def test_the_time_of_a_recording_stands_behind_each_name() -> None:
    """A podcast's transcript: name and time on a line, the words below."""
    rows = (
        ("Ada Verne", "00:12", "Welcome to The Lock. With me is Bel Harrow."),
        ("Bel Harrow", "00:21", "Thank you for having me."),
        ("Ada Verne", "00:24", "When does it open?"),
        ("Bel Harrow", "00:27", "In May. I have walked across it."),
    )
    body = "".join(
        f"<div class='row'><span>{who}</span> <span>{at}</span><p>{words}</p></div>"
        for who, at, words in rows
    )
    statement = only(read_html(f"<h1>Episode 41: the bridge that would not open</h1>{body}"))
    assert [(turn.label, turn.text) for turn in statement.turns] == [(who, words) for who, _, words in rows]


def test_a_broadcast_lists_who_is_in_the_studio() -> None:
    """Who presents, who is the guest and when it was sent stand above the first words; whoever is not the guest asks."""
    body = (
        "<h1>لقاء خاص مع وزير الموانئ سامي هارو</h1><p>مقدمة الحلقة: ليلى ورنة</p><p>ضيف الحلقة: سامي هارو، وزير الموانئ</p><p>تاريخ الحلقة: 14/5/2031</p>"
        "<p><b>ليلى ورنة:</b> أهلا بكم. معالي الوزير، متى يفتح الجسر؟</p><p><b>سامي هارو:</b> يفتح الجسر في شهر مايو.</p>"
        "<p><b>ليلى ورنة:</b> قلتم ذلك في العام الماضي.</p><p><b>سامي هارو:</b> لم يكن التمويل متوفرا.</p>"
    )
    statement = only(read_html(body))
    assert statement.given_on == "2031-05-14"
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("questioner", "ليلى ورنة"),
        ("official", "سامي هارو"),
    ] * 2


def test_a_surname_in_a_script_without_capitals_is_the_one_whom_the_lead_names_with_a_post() -> None:
    """A label of one word, and the lead's first name before it with a post behind."""
    body = (
        "<h1>وزیر بنادر در گفت‌وگو با خبرگزاری رود: پل باز می‌شود</h1><p>سهراب ورنا، وزیر بنادر، به پرسش‌ها پاسخ داد.</p>"
        "<p><b>خبرنگار: پل کی باز می‌شود؟</b></p><p>ورنا: پل در ماه مه باز می‌شود.</p><p><b>خبرنگار: کرایه‌ها بالا می‌رود؟</b></p><p>ورنا: خیر.</p>"
    )
    turns = [turn for turn in only(read_html(body)).turns if turn.role == "official"]
    assert {turn.speaker for turn in turns} == {"سهراب ورنا"}


def test_a_title_tells_with_whom_a_newspaper_talked() -> None:
    """Hindi puts the one who is asked before "से", and the talk behind it."""
    body = (
        "<h1>बंदरगाह मंत्री अनिल वर्ने से खास बातचीत: पुल मई में खुलेगा</h1><p><b>सवाल: पुल कब खुलेगा?</b></p><p><b>जवाब:</b> पुल मई में खुलेगा।</p>"
        "<p><b>सवाल: किराया बढ़ेगा?</b></p><p><b>जवाब:</b> नहीं।</p>"
    )
    statement = only(read_html(body))
    assert statement.kinds == ("interview",)
    assert {turn.speaker for turn in statement.turns if turn.role == "official"} == {"अनिल वर्ने"}


def test_capitals_of_a_turkish_record_keep_their_dotless_i() -> None:
    """A name in capitals is set in small letters as the language of the page does."""
    page = (
        "TUTANAK DERGİSİ\n\n14 Mayıs 2031 Çarşamba\n\nBAŞKAN: Başkan Vekili Ada VERNA\n\nBAŞKAN - Sayın milletvekilleri, birleşimi açıyorum.\n\nSöz sırası Skel Milletvekili Bel Haru'da.\n\n"
        "BEL HARU (Skel) - Sayın Başkan, köprü altı aydır kapalı.\n\nBAŞKAN - Teşekkür ederim.\n\nLİMANLAR BAKANI CEMRE KIVIL (Skel) - Sayın Başkan, köprü mayısta açılacak.\n\nBAŞKAN - Ara veriyorum.\n"
    )
    assert "Cemre Kıvıl" in {turn.speaker for turn in only(read_text(page)).turns}


def test_a_name_that_stood_behind_a_post_is_a_label_for_one_word() -> None:
    """A sitting names a minister by post and name, then by name alone, who says "Yes."; members who rise say nothing."""
    page = (
        "<h1>House of Assembly</h1><h4>Monday 12 May 2031</h4><h4>Coastguard</h4>"
        "<p>1. <b>Dunstan Pryor</b> (Westhaven East) (Green): How many stations are there? [12345]</p>"
        "<p><b>The Secretary of State for the Home Department (Mrs Orla Venn):</b> There are eleven stations in the north.</p>"
        "<p><b>Dunstan Pryor:</b> Are eleven stations enough for a coast of 400 miles?</p><p><b>Mrs Venn:</b> They are, in my view.</p>"
        "<p><b>The Minister of State, Home Department (Hal Orme):</b> I met the fleet's council on 3 May.</p>"
        "<p><b>Several hon. Members</b> <i>rose—</i></p><p><b>Madam Speaker:</b> I call Mr Ashgrove.</p>"
        "<p><b>Mr Ruan Ashgrove</b> (Highfold): Will the Minister publish the minutes?</p><p><b>Hal Orme:</b> Yes.</p>"
    )
    assert said(only(read_html(page)))[4:] == [
        ("official", "Hal Orme", "I met the fleet's council on 3 May."),
        ("chair", None, "I call Mr Ashgrove."),
        ("questioner", "Ruan Ashgrove", "Will the Minister publish the minutes?"),
        ("official", "Hal Orme", "Yes."),
    ]


def test_a_bare_number_beside_the_foot_of_a_page_is_none_of_the_words() -> None:
    """A program that made one page of many prints link, number and day between two halves of a sentence."""
    feet = "<div><a>Page {}</a></div><div>{}</div><div>26 August 2031</div>"
    page = (
        "<h1>Hansard</h1><div>MR SPEAKER: Order. The Prime Minister has the Floor.</div>"
        "<div>HON. J. WILBURN: You can even walk across to this empty chair right now and</div>"
        + feet.format(7, 50)
        + "<div>then we will give you a lesson in boats, which you will not forget.</div><div>I have said it before and will say it again until</div>"
        + feet.format(8, 51)
        + "<div>somebody listens to me.</div><div>MR SPEAKER: Thank you.</div>"
    )
    wilburn = only(read_html(page)).turns[1]
    assert [part.text for part in wilburn.editorial] == [
        "Page 7",
        "50",
        "26 August 2031",
        "Page 8",
        "51",
        "26 August 2031",
    ]
