"""Whom and when an article claims for its quotations: what stands beside them in so many words, and nothing likelier."""

from __future__ import annotations

import pytest

from onrecord.model import Article
from onrecord.quoting.articles import article_lines, whole_paragraphs
from onrecord.reviewing import ArticlePage, Claimed, claim_quotations
from onrecord.reviewing.datelines import dateline_day


def claimed(text: str, language: str | None = "en", posted_on: str | None = None) -> tuple[Claimed, ...]:
    """Return the quotations of an article in plain text with their claims."""
    article = Article(name="a.txt", url=None, title=None, language=language, posted_on=posted_on, text=text)
    return claim_quotations(ArticlePage(article, None, (), ())).quotations


def speakers(text: str, language: str | None = "en") -> list[str | None]:
    """Return the claimed speakers as printed."""
    return [one.speaker.value if one.speaker else None for one in claimed(text, language)]


KEPT = "We will keep the gate open"
HARROW = "Foreign Minister Ilse Harrow met the harbour council. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{KEPT},” said Ilse Harrow on Tuesday.", "Ilse Harrow"),
        (f"“{KEPT},” Ilse Harrow told reporters.", "Ilse Harrow"),
        (f"“{KEPT},” said Foreign Minister Ilse Harrow.", "Foreign Minister Ilse Harrow"),
        (f"“{KEPT},” Ilse Harrow, the foreign minister, also said.", "Ilse Harrow"),
        (f"“{KEPT},” Ilse Harrow, now 61 and living in Verne, North Ostrelle, said.", "Ilse Harrow"),
        (f"Ilse Harrow said she had received offers, but “{KEPT}.”", "Ilse Harrow"),
        (f"Ilse Harrow initially said in the spring “{KEPT}.”", "Ilse Harrow"),
        (f"“{KEPT},” the foreign minister said.", "foreign minister"),
        (f"“{KEPT},” said the minister of the sea, Ilse Harrow.", "Ilse Harrow"),
        (f"Ilse Harrow said on Tuesday that “{KEPT} for all.”", "Ilse Harrow"),
        (f"Ilse Harrow: “{KEPT}.”", "Ilse Harrow"),
        (f"When Ilse Harrow rose, few listened. “{KEPT},” she told the hall.", "Ilse Harrow"),
        (f"But Ilse Harrow, who likes boats, is kind. “{KEPT},” she said.", "Ilse Harrow"),
        (f"Ilse Harrow had this to say:\n\n“{KEPT}.”", "Ilse Harrow"),
        (f"{HARROW}Harrow’s answer was short: “{KEPT}.”", "Harrow"),
        (f"According to Ilse Harrow, “{KEPT}.”", "Ilse Harrow"),
        (f"Ilse Harrow opened the new quay, saying “{KEPT}.”", "Ilse Harrow"),
        (f"In a letter, Ilse Harrow wrote:\n\n“{KEPT}.”", "Ilse Harrow"),
        (f"{HARROW}“{KEPT},” Mr. Harrow said.", "Mr. Harrow"),
        (f"{HARROW}“{KEPT},” Harrow said.", "Harrow"),
        (f"{HARROW}“{KEPT},” Harrow added. The gate stayed open.", "Harrow"),
        (f"{HARROW}Asked why, Harrow said he “would rather keep it open.”", "Harrow"),
        (f"{HARROW}Harrow argued that the gate was hers, adding that “{KEPT}.”", "Harrow"),
        (f"“{KEPT},” Ilse Harrow, now 61 and retired in Verne, Ost., said by telephone.", "Ilse Harrow"),
        (f"“{KEPT},” said Ilse de Vos, a professor in Verne.", "Ilse de Vos"),
        (f"Ilse Le Vos came. “{KEPT},” Le Vos told reporters.", "Le Vos"),
        (f"“{KEPT},” his friend Karl Pell told the paper.", "Karl Pell"),
        (f"In the spring, on Sept. 11, Ilse Harrow’s day came. “{KEPT},” Harrow writes.", "Harrow"),
        (
            "Ilse Harrow, a member of the council from the northern district and the head of the harbour’s oldest and "
            f"largest company of pilots, said: “{KEPT}.”",
            "Ilse Harrow",
        ),
        (f"Ilse Harrow, who puts her costs at “seven figures,” described the talk: “{KEPT}.”", "Ilse Harrow"),
        (f"As Ilse Harrow, author of “The Gates of Verne,” put it, “{KEPT}.”", "Ilse Harrow"),
    ],
)
def test_a_speaker_beside_a_quotation(text: str, speaker: str) -> None:
    """By name or office, before or behind, with a verb of saying or a colon."""
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("„Wir lassen das Tor offen“, sagte Außenministerin Ilse Harrow am Dienstag.", "de", "Außenministerin Ilse Harrow"),
        ("Der Sprecher des Ministeriums, Karl Pell, erklärte: „Wir lassen das Tor offen.“", "de", "Karl Pell"),
        ("« Nous laisserons la porte ouverte », a déclaré Ilse Harrow.", "fr", "Ilse Harrow"),
        ("«Dejaremos la puerta abierta siempre», dijo Ilse Harrow.", "es", "Ilse Harrow"),
        ("«Lasceremo la porta sempre aperta», ha detto Ilse Harrow.", "it", "Ilse Harrow"),
        ("“Vamos manter a porta aberta”, afirmou Ilse Harrow.", "pt", "Ilse Harrow"),
        ("‘Wij houden de poort altijd open’, zei Ilse Harrow.", "nl", "Ilse Harrow"),
        ("”Vi håller porten öppen nu”, sade Ilse Harrow.", "sv", "Ilse Harrow"),
        ("„Zawsze będziemy trzymać bramę otwartą”, powiedziała Ilse Harrow.", "pl", "Ilse Harrow"),
        ("«Мы оставим ворота открытыми всегда», — заявила Ильзе Харроу.", "ru", "Ильзе Харроу"),
        ("«Мы оставим ворота открытыми, — сказала Ильзе Харроу, — и не закроем их».", "ru", "Ильзе Харроу"),
        ("« Nous laisserons la porte ouverte, a déclaré Ilse Harrow, et nous la garderons. »", "fr", "Ilse Harrow"),
        ("外交部发言人高岚9日表示：“我们不会关闭这个港口。”", "zh", "外交部发言人高岚"),
        ("高岚外相は10日、「港を閉鎖するつもりはない」と述べた。", "ja", "高岚外相"),
        ("„Wir lassen das Tor offen“, so Ilse Harrow.", "de", "Ilse Harrow"),
        ("« Nous laisserons la porte ouverte », se souvient Ilse Harrow.", "fr", "Ilse Harrow"),
        ("El ministro de la Mar del Norte, Elio Harrow, fue tajante: «Dejaremos la puerta abierta siempre».", "es", "Elio Harrow"),
        ("La ministre de la Mer, Ilse Harrow, a parlé lundi. « Nous laisserons la porte ouverte », a-t-elle déclaré.", "fr", "Ilse Harrow"),
        ("قال وزير البحر سامر الدالي خلال مؤتمر صحفي: «لن نغلق هذا الباب أبدا في وجه أحد».", "ar", "وزير البحر سامر الدالي"),
        ("«لن نغلق هذا الباب أبدا في وجه أحد»، قال وزير البحر سامر الدالي.", "ar", "وزير البحر سامر الدالي"),
        ("विदेश मंत्री अर्जुन वेलकर ने शुक्रवार को कहा, “हम यह दरवाज़ा कभी बंद नहीं करेंगे।”", "hi", "विदेश मंत्री अर्जुन वेलकर"),
        ("“हम यह दरवाज़ा कभी बंद नहीं करेंगे,” विदेश मंत्री अर्जुन वेलकर ने कहा।", "hi", "विदेश मंत्री अर्जुन वेलकर"),
        ("وزیر خارجه سامان دالی روز جمعه گفت: «ما این در را هرگز نمی‌بندیم».", "fa", "وزیر خارجه سامان دالی"),
        ("שר החוץ דוד לבני אמר: “לא נסגור את הדלת הזאת לעולם”.", "he", "שר החוץ דוד לבני"),
        ("প্রধানমন্ত্রী রহিম খান বলেছেন, “আমরা এই দরজা কখনো বন্ধ করব না।”", "bn", "প্রধানমন্ত্রী রহিম খান"),
        ("김하늘 외교부 장관은 10일 “우리는 항구를 계속 열어 둘 것입니다”라고 말했다.", "ko", "김하늘 외교부 장관"),
    ],
)  # fmt: skip
def test_speakers_in_other_languages(text: str, language: str, speaker: str) -> None:
    """Verbs of saying are known in some thirty languages; scripts without capitals name by the post."""
    assert speakers(text, language) == [speaker]


def test_a_name_alone_where_names_have_no_capitals() -> None:
    """It counts behind a place where it had its post; a source and a ministry have none."""
    first = "外交部发言人高岚表示：“我们不会关闭这个港口。”"
    assert speakers(f"{first}\n\n高岚说：“我们也不会把这些船卖给别人。”", "zh") == [
        "外交部发言人高岚",
        "高岚",
    ]
    first = "قال وزير البحر سامر الدالي: «لن نغلق هذا الباب أبدا في وجه أحد»."
    second = "«وهذا وعد منا إلى جميع الصيادين في البلاد»."
    assert speakers(f"{first}\n\nوقال الدالي: {second}", "ar") == ["وزير البحر سامر الدالي", "الدالي"]
    for nobody in ("قال مصدر في الوزارة", "وأكدت الوزارة", "قال الدالي"):
        assert speakers(f"{nobody}: {second}", "ar") == [None]
    assert speakers("एक अधिकारी ने कहा, “हम यह दरवाज़ा कभी बंद नहीं करेंगे।”", "hi") == [None]


@pytest.mark.parametrize(
    "text",
    [
        f"“{KEPT}.” Ilse Harrow then left.",
        f"“{KEPT},” a spokesman for Ilse Harrow said.",
        f"“{KEPT},” Ilse Harrow’s lawyer said.",
        f"Critics of Ilse Harrow said “{KEPT}.”",
        f"Ilse Harrow never said “{KEPT}.”",
        f"“{KEPT},” experts said.",
        f"“{KEPT},” she said.",
        f"“{KEPT},” the Harbour Times reported.",
        f"“{KEPT},” said Ilse Harrow and Karl Pell.",
        f"Ilse Harrow and Karl Pell said “{KEPT}.”",
        f"They proposed that “{KEPT}” and said Ilse Harrow should resign.",
        f"Ostrelle is in a place where the whole world is looking on and saying, “{KEPT}.”",
        f"“{KEPT}.”",
    ],
)
def test_where_nobody_is_claimed(text: str) -> None:
    """Nobody beside it, nobody by a name, or somebody else’s voice: then the speaker is unstated, never guessed."""
    assert speakers(text) == [None]


def test_a_pronoun_that_can_mean_one_alone() -> None:
    """It is the speaker named before it; where another is named since, or the pronoun does not suit, it is nobody."""
    first = f"“{KEPT},” said Mr. Lucan Pell."
    assert speakers(f"{first}\n\n“It is ours to keep open,” he said.")[1] == "Mr. Lucan Pell"
    assert speakers(f"{first}\n\nIlse Harrow came. “It is ours to keep open,” he said.")[1] is None
    assert speakers(f"{first}\n\n“It is ours to keep open,” she said.")[1] is None
    assert speakers(f"{first}\n\nIt rained.\n\nSo it was.\n\n“It is ours to keep open,” he said.")[1] is None


def test_the_speaker_of_a_paragraph() -> None:
    """A second quotation right behind "she said" is hers; not where somebody else leads up to it."""
    first = f"“{KEPT},” said Ilse Harrow."
    assert speakers(f"{first} “It is ours to keep open.”") == ["Ilse Harrow", "Ilse Harrow"]
    assert speakers(f"{first} A captain replied, “It is ours to keep open.”") == ["Ilse Harrow", None]


def test_a_pronoun_for_the_subject_of_the_paragraph_before() -> None:
    """Who alone is named there, as a subject; not where two are, or one only for what is his."""
    said = "\n\n“It is ours to keep open,” she said."
    people = "Ilse Harrow and Karl Pell disagree. They did not meet.\n\n"
    assert speakers(f"{people}Harrow rejected Pell’s plan for the gate.{said}") == ["Harrow"]
    assert speakers(f"{people}Harrow went to see Pell at the gate.{said}") == [None]
    assert speakers(f"{people}The council heard of Pell’s plan for the gate.{said}") == [None]


def test_a_quotation_that_is_a_paragraph_by_itself() -> None:
    """It goes on with whoever the paragraph before quotes; not behind a question, nor where somebody else is named since."""
    alone = "\n\n“It is ours to keep open for all.”"
    assert speakers(f"“{KEPT},” Ilse Harrow told reporters.{alone}") == ["Ilse Harrow"] * 2
    assert speakers(f"“{KEPT},” Ilse Harrow told reporters.{alone}{alone}")[2] == "Ilse Harrow"
    assert speakers(f"“Will you keep the gate open?” Ilse Harrow asked.{alone}")[1] is None
    assert speakers(f"“{KEPT},” Ilse Harrow said. Then Karl Pell rose to speak.{alone}")[1] is None
    assert speakers(f"“{KEPT},” Ilse Harrow said.\n\nIt rained that day.{alone}")[1] is None


def test_a_piece_in_a_sentence_names_for_both() -> None:
    """Who stands between two pieces said the whole."""
    assert speakers("“We will keep it,” said Ilse Harrow of the port, “as long as we can.”") == [
        "Ilse Harrow"
    ]


def test_the_day_beside_a_quotation() -> None:
    """A whole date as it stands; without its year, or by its weekday, only counted back from the article's own day."""
    text = f"“{KEPT},” Ilse Harrow said on {{}}."
    assert days(text.format("9 April 2031")) == ["2031-04-09"]
    assert days(text.format("April 9")) == [None]
    assert days(text.format("April 9"), "2031-04-11") == ["2031-04-09"]
    assert days(text.format("Wednesday"), "2031-04-11") == ["2031-04-09"]
    assert days(text.format("the treaty of 9 April 2031")) == [None]
    assert days(f"The gate was shut on 9 April 2031. “{KEPT},” Ilse Harrow said.") == [None]
    assert days("„Wir lassen das Tor immer offen“, sagte Ilse Harrow am 9. April 2031.", language="de") == [
        "2031-04-09"
    ]


def days(text: str, posted_on: str | None = None, language: str = "en") -> list[str | None]:
    """Return the claimed days."""
    return [one.date.value if one.date else None for one in claimed(text, language, posted_on)]


def test_claims_point_at_their_evidence() -> None:
    """The spans of speaker and day are those of the words they were read from."""
    text = f"“{KEPT},” said Foreign Minister Ilse Harrow on 9 April 2031."
    (one,) = claimed(text)
    assert one.speaker is not None
    assert one.date is not None
    assert text[slice(*one.speaker.span)] == one.speaker.value
    assert (one.speaker.name, one.speaker.office) == ("Ilse Harrow", "Foreign Minister")
    assert text[slice(*one.date.span)] == "9 April 2031"


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("外交部发言人高岚4月9日表示：“我们明天早上打开港口的大门。”", "zh", "2031-04-09"),
        ("外交部发言人高岚周三表示：“我们明天早上打开港口的大门。”", "zh", "2031-04-09"),
        ("外交部发言人高岚上周三表示：“我们明天早上打开港口的大门。”", "zh", None),
        ("高岚外相は9日の記者会見で、「明日の朝に港の門を開けます」と述べた。", "ja", "2031-04-09"),
        ("김하늘 외교부 장관은 30일 “내일 아침에 항구의 문을 열 것입니다”라고 말했다.", "ko", "2031-03-30"),
        ("قال وزير البحر سامر الدالي الأربعاء: «سنفتح باب الميناء غدا في الصباح».", "ar", "2031-04-09"),
        ("„Otworzymy bramę portu jutro rano” – powiedział Jan Wędzicki w środę.", "pl", "2031-04-09"),
    ],
)
def test_days_without_a_year_in_many_languages(text: str, language: str, day: str | None) -> None:
    """Counted back from the article's day, also where letters have no case and words no spaces; "last Wednesday" is another."""
    assert days(text, "2031-04-11", language) == [day]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Илья Гавренко прибыл. По словам Гавренко, «мы откроем ворота гавани утром».", "ru", "Гавренко"),
        ("Пётр Лавренёв прибыл. По словам Лавренёва, «мы откроем ворота гавани утром».", "ru", "Лавренёва"),
        ("Прибыл министр. По словам очевидцев, «мы откроем ворота гавани утром».", "ru", None),
        ("„Wir lassen das Tor immer offen“, hatte Ilse Harrow am 3. Juni gesagt.", "de", "Ilse Harrow"),
        ("Przybył Jan Wędzicki. „Otworzymy bramę portu jutro rano” – dodał Wędzicki.", "pl", "Wędzicki"),
    ],
)
def test_names_in_languages_with_cases(text: str, language: str, speaker: str | None) -> None:
    """A lone surname counts in another case, too; a first name that is a month cut short is a name."""
    assert speakers(text, language) == [speaker]


def test_a_pronoun_behind_a_quoted_post_means_who_wrote_it() -> None:
    """The line that names the writer of a post stands between the post and the sentence that goes on about it."""
    text = f"> {KEPT} as long as anybody likes.\n>\n> — Ilse Harrow (@harrow)\n\n“{KEPT}, always,” she added in another."
    assert speakers(text)[1] == "Ilse Harrow"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("PORT AUREL, April 11, 2031 (Merrow Wire) — The gate was shut.", "2031-04-11"),
        ("Port-Aurel, le 11 avril 2031. La porte est fermée.", "2031-04-11"),
        ("Vellhaven, 11. April 2031 – Das Tor ist zu.", "2031-04-11"),
        ("By Jo Marn, 11 April 2031", "2031-04-11"),
        ("The gate was shut on 9 April 2031.", None),
        ("Verne and Aurel, 9 April 2031.\n\nPort Aurel, 11 April 2031 — The gate was shut.", None),
    ],
)
def test_an_articles_own_day_is_that_of_its_dateline(head: str, day: str | None) -> None:
    """Behind a place at the head of a paragraph, or in a line by itself near the top; two days tell none."""
    text = f"The gate of Verne\n\n{head}\n\nIt rained."
    assert dateline_day(text, list(whole_paragraphs(article_lines(text)))) == day


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        (f"“{KEPT}.” — Ilse Harrow, 9 April 2031", "en", "Ilse Harrow"),
        (
            "Dışişleri Bakanı Elif Karaca, “Limanın kapısını biz kapatmadık bugün” dedi.",
            "tr",
            "Dışişleri Bakanı Elif Karaca",
        ),
        (
            "“Não fechamos hoje a porta do porto”, afirmou a ministra Helena Rivas.",
            "pt",
            "ministra Helena Rivas",
        ),
    ],
)
def test_who_stands_behind_a_dash_before_a_last_verb_or_behind_an_article(
    text: str, language: str, speaker: str
) -> None:
    """Cards of quotations are signed in the same paragraph; Turkish sets the verb last; in Portuguese "a" is "the"."""
    (one,) = claimed(text, language)
    assert one.speaker is not None
    assert one.speaker.value == speaker
    assert (one.date.value if one.date else None) == ("2031-04-09" if "2031" in text else None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            f"Karl Pell rose. “{KEPT},” Pell said. Harrow’s office was silent. She had said “{KEPT} for all.”",
            None,
        ),
        (f"Karl Pell rose. “{KEPT},” he said. “{KEPT},” Pell added. She said “{KEPT} for all.”", None),
        (f"“{KEPT},” Ilse Harrow said.\n\nMr. Pell stood by. “{KEPT} too,” he said.", "Mr. Pell"),
        (f"“{KEPT},” Ilse Harrow said.\n\nKarl Pell stood by. “{KEPT} too,” he said.", None),
    ],
)
def test_a_pronoun_means_nobody_whom_the_article_tells_otherwise(text: str, speaker: str | None) -> None:
    """Who was "he" is not "she"; "Mr." tells who may be; somebody who has an office or a spokesman is somebody."""
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Pour M. Harrow, « la porte du quai reste ouverte ». Karl Harrow est ministre.", "M. Harrow"),
        ("Karl Harrow est là. Pour la première fois, « la porte du quai reste ouverte ».", None),
        ("« La porte du quai reste ouverte », a expliqué le ministre devant la presse.", "ministre"),
        ("Le ministre Karl Harrow est venu. « Je viens, a-t-il plaisanté, avec un très bon stylo. »", "Karl Harrow"),
        ("La ministre Ilse Harrow est venue. Il a conclu : « La porte du quai reste ouverte. »", None),
        ("La ministre Ilse Harrow est venue. Elle a conclu : « La porte du quai reste ouverte. »", "Ilse Harrow"),
        ("La ministre de la Mer, Ilse Harrow, est venue. Il a conclu : « La porte du quai reste ouverte. »", None),
    ],
)  # fmt: skip
def test_who_speaks_in_french(text: str, speaker: str | None) -> None:
    """Behind "pour", inside the marks, and by the article of a post: "la ministre" is no "il"."""
    assert speakers(text, "fr") == [speaker]


def test_a_german_minister_speaks_of_something() -> None:
    """Words put into a sentence of the writer's."""
    text = "Ilse Harrow, Ministerin der See, sprach von einem „Zeichen, das man in Verne gut verstehen wird“."
    assert speakers(text, "de") == ["Ilse Harrow"]


@pytest.mark.parametrize("sign", ["held up a sign saying", "wore a hat reading"])
def test_words_on_a_sign_are_nobodys(sign: str) -> None:
    """Who holds it up says none of them; who issues a statement does."""
    assert speakers(f"Ilse Harrow {sign} “{KEPT} for all”.") == [None]
    assert speakers(f"Ilse Harrow issued a statement saying “{KEPT} for all”.") == ["Ilse Harrow"]


@pytest.mark.parametrize(
    ("text", "language", "second"),
    [
        ("قال وزير البحر سامر الدالي: «لن نغلق هذا الباب أبدا في وجه أحد». وأضاف: «هذا الباب لنا جميعا وسيبقى مفتوحا».", "ar", "وزير البحر سامر الدالي"),
        ("قال وزير البحر سامر الدالي: «لن نغلق هذا الباب أبدا في وجه أحد». وقال محلل: «هذا الباب لنا جميعا وسيبقى مفتوحا».", "ar", None),
        ("外交部发言人高岚9日表示，“我们不会关闭这个港口的大门”。她还强调：“这扇门是运营商关上的，不是我们。”", "zh", "外交部发言人高岚"),
        ("外交部发言人高岚9日表示，“我们不会关闭这个港口的大门”。渔民说：“这扇门是运营商关上的，不是我们。”", "zh", None),
    ],
)  # fmt: skip
def test_who_goes_on_where_no_capitals_tell_names(text: str, language: str, second: str | None) -> None:
    """The verb alone is "and he added" in Arabic; in Chinese a pronoun and a verb, and nothing else between the two."""
    assert speakers(text, language)[1] == second


def test_a_sentence_that_a_page_breaks_is_one() -> None:
    """A PDF may print “he said” as a paragraph by itself; behind a stop or before a capital a paragraph ends."""
    start = "Ilse Harrow opened the quay.\n\n"
    assert speakers(f"{start}“{KEPT},”\n\nshe said on Tuesday.") == ["Ilse Harrow"]
    assert speakers(f"{start}“{KEPT}.”\n\nshe said on Tuesday.") == [None]
