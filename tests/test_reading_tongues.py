"""Turns of pages in further scripts and languages: invented people and places, in the shapes that real pages have."""

from __future__ import annotations

import pytest

from onrecord.model import Reading
from onrecord.reading.parts.titles import kinds_of
from reading_pages import lines, only, read_html


def told(title: str, *paragraphs: str) -> list[str]:
    """Return role, label and first words of the turns of a page with this title and these paragraphs."""
    return lines(only(page(title, *paragraphs)).turns)


def page(title: str, *paragraphs: str) -> Reading:
    """Return the Reading of such a page."""
    return read_html(f"<h1>{title}</h1>" + "".join(f"<p>{one}</p>" for one in paragraphs))


@pytest.mark.parametrize(
    ("title", "kind", "question", "answer"),
    [
        ("Сұхбат", "interview", "Сұрақ", "Жауап"),
        ("Wawancara dengan Menteri Pelabuhan", "interview", "Pertanyaan", "Jawaban"),
        ("Phỏng vấn Bộ trưởng Cảng", "interview", "Hỏi", "Đáp"),
        ("বন্দরমন্ত্রীর সাক্ষাৎকার", "interview", "প্রশ্ন", "উত্তর"),
        ("بندرگاہوں کے وزیر کا انٹرویو", "interview", "سوال", "جواب"),
        ("مصاحبه با وزیر بندرها", "interview", "پرسش", "پاسخ"),
        ("ראיון עם שר הנמלים", "interview", "שאלה", "תשובה"),
        ("ინტერვიუ ნავსადგურების მინისტრთან", "interview", "კითხვა", "პასუხი"),
        ("Հարցազրույց նավահանգիստների նախարարի հետ", "interview", "Հարց", "Պատասխան"),
        ("สัมภาษณ์รัฐมนตรีท่าเรือ", "interview", "ถาม", "ตอบ"),
        ("Uostų ministro interviu", "interview", "Klausimas", "Atsakymas"),
        ("Ostu ministra intervija", "interview", "Jautājums", "Atbilde"),
        ("Sadamaministri intervjuu", "interview", "Küsimus", "Vastus"),
        ("Intervistë e ministrit të porteve", "interview", "Pyetje", "Përgjigje"),
        ("បទសម្ភាសន៍រដ្ឋមន្ត្រីកំពង់ផែ", "interview", "សំណួរ", "ចម្លើយ"),
        ("துறைமுக அமைச்சரின் பேட்டி", "interview", "கேள்வி", "பதில்"),
        ("የወደብ ሚኒስትር ቃለ ምልልስ", "interview", "ጥያቄ", "መልስ"),
        ("Liman Bakanı gazetecilerin sorularını cevapladı", "answers_to_media", "Soru", "Cevap"),
        ("Mahojiano na waziri wa bandari", "interview", "Swali", "Jibu"),
        ("Интервю с министъра на пристанищата", "interview", "Въпрос", "Отговор"),
        ("துறைமுக அமைச்சர் நேர்காணல்", "interview", "கேள்வி", "பதில்"),
        ("المؤتمر الصحفي: إيجاز وزير الموانئ", "briefing", "السؤال", "الجواب"),
        ("บันทึกการแถลงข่าว", "news_conference", "คำถาม", "คำตอบ"),
    ],
)
def test_words_for_questions_and_answers(title: str, kind: str, question: str, answer: str) -> None:
    """Who asks and who answers is told by the word for it, and the kind by that of the title."""
    statement = only(
        page(title, f"{question}: Halvane?", f"{answer}: Skell.", f"{question}: Tern?", f"{answer}: Ostmoor.")
    )
    assert kind in statement.kinds
    assert [(turn.role, turn.label, turn.speaker) for turn in statement.turns] == [
        ("questioner", question, None),
        ("official", answer, None),
    ] * 2


def test_questions_and_answers_that_both_open_with_a_dash() -> None:
    """Who asks ends with a question mark, and who answers speaks next; the lead-in is nobody's."""
    assert told(
        "Интервью министра гаваней",
        "Министр рассказал о пароме.",
        "– Паром будет ходить зимой?",
        "– Будет, если залив не замёрзнет.",
        "Так было и прежде.",
        "– А весной?",
        "– Весной тоже.",
    ) == [
        "narration None: Министр рассказал о",
        "questioner None: Паром будет ходить",
        "official None: Будет, если залив",
        "questioner None: А весной?",
        "official None: Весной тоже.",
    ]


def test_a_dash_right_behind_a_label() -> None:
    """Marks of vowels are parts of a word; the reporter is told by his word."""
    turns = told(
        "बंदरगाह मंत्री का इंटरव्यू",
        *("एंकर- नाव कब चलेगी?", "अरुण मलवानी- नाव मई में चलेगी।"),
        *("एंकर- और पुल?", "अरुण मलवानी- पुल भी खुलेगा।"),
        *("एंकर- धन्यवाद।", "अरुण मलवानी- आपका भी।"),
    )
    assert [turn.split(":")[0] for turn in turns] == ["questioner एंकर", "official अरुण मलवानी"] * 3


def test_letters_that_the_page_explains() -> None:
    """ "Pertanyaan (P)" once, "P" after it; "T" and "J" ask and answer in the same language."""
    turns = told(
        "Wawancara tentang feri",
        "Pertanyaan (P): Kapan feri berlayar?",
        "Jawaban (J): Pada bulan Mei.",
        "P: Dan jembatan?",
        "J: Juga dibuka.",
    )
    assert [turn.split(":")[0] for turn in turns] == [
        "questioner Pertanyaan (P)",
        "official Jawaban (J)",
        "questioner P",
        "official J",
    ]
    turns = told("Wawancara tentang feri", "T: Kapan?", "J: Pada bulan Mei.", "T: Dan jembatan?", "J: Juga.")
    assert [turn.split(":")[0] for turn in turns] == ["questioner T", "official J"] * 2


def test_a_post_behind_the_name() -> None:
    """Japanese and Korean labels hold both without a comma; a post alone is nobody's name."""
    statement = only(
        page(
            "大臣会見録",
            "【北浜港湾日報記者】いつですか。",
            "【細木外務大臣】五月です。",
            "【北浜港湾日報記者】橋は。",
            "【細木外務大臣】橋もです。",
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [("細木", "外務大臣")]
    statement = only(
        page(
            "大臣会見録",
            "（問）いつですか。",
            "（外務大臣）五月です。",
            "（問）橋は。",
            "（外務大臣）橋もです。",
        )
    )
    assert statement.speakers == ()


def test_a_line_of_chinese_that_leads_in_a_speakers_words() -> None:
    """What opens with the name of the title's spokesperson is the spokesperson's, whatever it says behind it."""
    statement = only(
        page(
            "外交部发言人高岚主持例行记者会",
            "高岚首先发布消息:",
            "渡轮将于五月复航。",
            "问:桥呢?",
            "答:桥也将开放。",
        )
    )
    assert {turn.speaker for turn in statement.turns if turn.role == "official"} == {"高岚"}


def test_somebody_whom_the_page_does_not_name_in_brackets() -> None:
    """A label in square brackets stands for a name that is left out."""
    statement = only(
        page(
            "Background briefing on the ferry",
            "MODERATOR: We begin with [Senior Harbour Official].",
            "[Senior Harbour Official]: Thank you. The ferry sails in May.",
            "QUESTION: And the bridge?",
            "[Senior Harbour Official]: The bridge opens as well.",
        )
    )
    assert [(turn.label, turn.speaker) for turn in statement.turns] == [
        ("MODERATOR", None),
        ("Senior Harbour Official", None),
        ("QUESTION", None),
        ("Senior Harbour Official", None),
    ]


def test_noises_of_a_hall_in_other_languages() -> None:
    """They are told apart from the words, as "(Applause.)" is."""
    statement = only(
        page(
            "Hotuba ya Waziri Juma Kondo",
            "Asanteni sana kwa kunisikiliza leo. (Makofi)",
            "Feri itasafiri mwezi Mei. (Kicheko)",
        )
    )
    (turn,) = statement.turns
    assert [aside.text for aside in turn.directions] == ["(Makofi)", "(Kicheko)"]


def test_an_outlet_is_not_named_by_the_line_above_it() -> None:
    """A first name stands on the line of its surname, not at the end of the paragraph before."""
    asked, answered = "Gelora: Kapan feri berlayar?", "Rini Halimah: Pada bulan Mei."
    statement = only(page("Wawancara Menteri Luar Negeri Rini Halimah dengan Gelora", *(asked, answered) * 2))
    assert [(one.name, one.office) for one in statement.speakers] == [("Rini Halimah", "Menteri Luar Negeri")]
    assert [turn.role for turn in statement.turns] == ["questioner", "official"] * 2
    assert {turn.speaker for turn in statement.turns} <= {"Gelora", "Rini Halimah"}


def test_answers_with_a_dash_below_questions_without_one() -> None:
    """Newspapers of some languages mark only who answers."""
    assert told(
        "Intervju ministra luka",
        "Ministar je govorio o trajektu.",
        "Kada će trajekt isploviti?",
        "- U maju, ako bude vetra.",
        "A most?",
        "- I most će biti otvoren.",
    ) == [
        "narration None: Ministar je govorio",
        "questioner None: Kada će trajekt",
        "official None: U maju, ako",
        "questioner None: A most?",
        "official None: I most će",
    ]


def test_an_initial_is_no_answer() -> None:
    """ "A. Verni" comes back, and nobody is marked as asking by a letter."""
    turns = told(
        "Razgovor u luci",
        "B. Morić: Dobar dan, i hvala što ste došli.",
        "A. Verni: Hvala vama na pozivu.",
        "B. Morić: Kada će trajekt isploviti?",
        "A. Verni: Trajekt isplovljava u maju.",
    )
    assert [turn.split(": ")[0] for turn in turns] == ["official B. Morić", "official A. Verni"] * 2


def test_a_surname_with_initials_on_a_line_of_its_own() -> None:
    """A printed sitting sets a stop behind name and post, with the words on the next line or on the same."""
    statement = only(
        page(
            "Фрагмент стенограммы заседания совета гаваней",
            "СТОЖАРОВ В. М., фракция Партии паромщиков.",
            "Уважаемые коллеги, я предлагаю снять этот вопрос.",
            "ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Обсудим ваше предложение.",
            "ВЕРНОВА О. П., председатель Комитета по каналам.",
            "Уважаемые коллеги! Паром пойдёт в мае.",
            "ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Спасибо. Есть ли вопросы?",
            "СТОЖАРОВ В. М. У меня вопрос о мосте. (Шум в зале.)",
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("official", "Стожаров В. М."),
        ("chair", None),
        ("official", "Вернова О. П."),
        ("chair", None),
        ("official", "Стожаров В. М."),
    ]
    assert statement.kinds == ("debate",)


def test_a_printed_sitting_in_japanese() -> None:
    """A round mark opens each turn; the member's name stands before or behind the post."""
    statement = only(
        page(
            "本会議 会議録",
            "○議長（保田茂君） これより会議を開きます。",
            "○国務大臣（細木欽司君） 渡し船は五月に再開します。",
            "○片浜市助君 橋はいつですか。",
            "○国務大臣（細木欽司君） 橋もです。（拍手）",
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("chair", "保田茂"),
        ("official", "細木欽司"),
        ("official", "片浜市助"),
        ("official", "細木欽司"),
    ]


def test_whoever_presides_in_hindi() -> None:
    """He is addressed, and named by nobody; noises of the house are set apart."""
    statement = only(
        page(
            "सदन का वाद-विवाद",
            "श्री अरुण मलवानी (हलवाने): अध्यक्ष जी, नाव कब चलेगी? (व्यवधान)",
            "अध्यक्ष महोदय : आप बैठ जाइए।",
            "श्री सुरेश पाल (स्केल): मेरा निवेदन है कि सरकार जवाब दे।",
            "अध्यक्ष महोदय : ठीक है।",
            "श्री अरुण मलवानी (हलवाने): धन्यवाद।",
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns][:2] == [
        ("official", "अरुण मलवानी"),
        ("chair", None),
    ]
    assert [aside.text for aside in statement.turns[0].directions] == ["(व्यवधान)"]


def test_words_of_a_language_that_nobody_knows_are_no_names() -> None:
    """Two labels of one word each, that stand nowhere else: one always asks. Neither is somebody's name."""
    statement = only(
        page(
            "Interview: brel zu harbour",
            "Klutz: Wen brel?",
            "Odmo: Brel wen oktober.",
            "Klutz: Wen nacht?",
            "Odmo: Nacht brel nix.",
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("questioner", None),
        ("official", None),
    ] * 2
    assert statement.speakers == ()


def test_surnames_of_whom_the_page_names_are_names() -> None:
    """The same labels are names where the page has their long forms."""
    statement = only(
        page(
            "Interview with Ada Odmo",
            "Bel Klutz met Ada Odmo at the harbour.",
            "Klutz: When does it open?",
            "Odmo: It opens in October.",
            "Klutz: And at night?",
            "Odmo: At night as well.",
        )
    )
    assert [turn.speaker for turn in statement.turns][-4:] == ["Bel Klutz", "Ada Odmo"] * 2


@pytest.mark.parametrize(
    ("title", "asked", "answered", "again"),
    [
        ("港湾大臣インタビュー", "橋はいつ開きますか。", "十月に開きます。準備は進んでいます。", "渡し船はどうなりますか。"),
        ("Նավահանգիստների նախարարի հարցազրույցը", "Ե՞րբ կբացվի կամուրջը։", "Կամուրջը կբացվի հոկտեմբերին։", "Իսկ գիշերային լա՞ստը։"),
        ("የወደብ ሚኒስትር ቃለ ምልልስ", "ድልድዩ መቼ ይከፈታል፧", "ድልድዩ በጥቅምት ይከፈታል።", "የሌሊት ጀልባው ይቀጥላል፧"),
    ],
)  # fmt: skip
def test_questions_in_bold_whose_script_has_its_own_mark_or_none(
    title: str, asked: str, answered: str, again: str
) -> None:
    """A particle, a mark within the word or one of the script tells what asks as well as ours does."""
    statement = only(page(title, f"<b>{asked}</b>", answered, f"<b>{again}</b>", answered))
    assert [(turn.role, turn.text) for turn in statement.turns] == [
        ("questioner", asked),
        ("official", answered),
        ("questioner", again),
        ("official", answered),
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("הודעת משרד הנמלים", "statement"),
        ("דברי שרת הנמלים בפתח הישיבה", "remarks"),
        ("وزیر بندرگاہ کا بیان", "statement"),
        ("پیام رئیس جمهور", "message"),
        ("Deklaratë e ministrit të porteve", "statement"),
        ("Taarifa ya Waziri wa Bandari", "statement"),
    ],
)
def test_a_title_tells_its_kind_in_further_languages(title: str, kind: str) -> None:
    """A word stands for itself, not where it is part of another."""
    assert kinds_of(title) == (kind,)
