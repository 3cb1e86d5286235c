"""Who speaks by what stands right beside a quotation: verbs that nobody listed, brackets, numbers of lists, whom it was said to."""

from __future__ import annotations

import pytest

from test_reviewing_claims import KEPT, claimed, speakers


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("«Dejaremos la puerta abierta siempre», retó Ilse Harrow.", "es"),
        ("«Dejaremos la puerta abierta siempre», bromeó el barquero, Ilse Harrow.", "es"),
        ("«Dejaremos la puerta abierta siempre», dijo la barquera, Ilse Harrow.", "es"),
        ("“Deixaremos a porta sempre aberta”, ironizou Ilse Harrow.", "pt"),
        ("“We will keep the gate open,” said the grocer, Ilse Harrow.", "en"),
        ("“Deixaremos a porta sempre aberta”, teria dito Ilse Harrow.", "pt"),
        ("«Lasceremo la porta sempre aperta», ha tuonato Ilse Harrow.", "it"),
        ("„Wir lassen das Tor immer offen“, witzelte Ilse Harrow.", "de"),
        ("„Zawsze będziemy trzymać bramę otwartą” – westchnęła Ilse Harrow.", "pl"),
    ],
)
def test_a_verb_that_is_no_verb_of_saying(text: str, language: str) -> None:
    """Behind a quotation one that ends as a verb in the past says it, where a name follows at once."""
    assert speakers(text, language) == ["Ilse Harrow"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("«Dejaremos la puerta abierta siempre», retó el mar a Ilse Harrow.", "es"),
        ("«Dejaremos la puerta abierta siempre», no retó Ilse Harrow.", "es"),
        ("„Wir lassen das Tor immer offen“, heute ohne Ilse Harrow.", "de"),
        ("«Dejaremos la puerta abierta siempre», gritó a Ilse Harrow.", "es"),
        ("„Wir lassen das Tor immer offen“, sollte Ilse Harrow rufen.", "de"),
        ("«Lasceremo la porta sempre aperta», però Ilse Harrow non c’era.", "it"),
        ("„Wir lassen das Tor immer offen“, titelte die Verner Zeitung.", "de"),
        ("What Ilse Harrow got was this: “No gate is open here for anybody”.", "en"),
        ("The captain, asked about Ilse Harrow, “would not tell anybody what she saw”.", "en"),
        ("The captain, told by Ilse Harrow, “would not tell anybody what she saw”.", "en"),
    ],
)
def test_a_verb_whose_subject_is_another(text: str, language: str) -> None:
    """Where words stand between, the name is somebody else’s part of the sentence."""
    assert speakers(text, language) == [None]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Disse a ministra Ilse Harrow que “deixaremos a porta sempre aberta”.", "pt"),
        ("«Lasceremo la porta sempre aperta»: così il ministro dei Porti Ilse Harrow in un’intervista.", "it"),
        ("Per il sindaco di Verne, Ilse Harrow, «servono meno interviste e più depuratori».", "it"),
        ("Para Ilse Harrow, “deixaremos a porta sempre aberta”.", "pt"),
        ("Ihre Vorgängerin Ilse Harrow sagte einmal: „Wir lassen das Tor immer offen.“", "de"),
        ("Interrogée sur la porte, Ilse Harrow a nié toute concession : « Nous n’avons rien fermé du tout. »", "fr"),
        ("Muhalefet lideri Ilse Harrow ise, “Kapıyı her zaman açık tutacağız biz” dedi.", "tr"),
        ("Bir haber sitesine göre Bakan Ilse Harrow “Kapıyı her zaman açık tutacağız biz” dedi.", "tr"),
    ],
)  # fmt: skip
def test_where_who_speaks_stands_as_other_languages_have_it(text: str, language: str) -> None:
    """Before the words, behind a colon, behind the verb that begins the sentence, or behind where it was told."""
    (one,) = claimed(text, language)
    assert one.speaker is not None
    assert one.speaker.name == "Ilse Harrow"


def test_whom_it_is_said_to_does_not_say_it() -> None:
    """French "lui" and "on" are no speakers; German goes on with who hears it."""
    came = "Le ministre Karl Pell est venu. "
    assert speakers(
        f"{came}« Monsieur, avez-vous fermé la porte ? », lui avait demandé une passante.", "fr"
    ) == [None]
    assert speakers(f"{came}« Et si la porte se ferme demain ? », lui a-t-on demandé.", "fr") == [None]
    assert speakers(f"{came}« Et si la porte se ferme demain ? », lui a demandé Ilse Harrow.", "fr") == [
        "Ilse Harrow"
    ]
    told = "Ilse Harrow kam. „Wir lassen das Tor immer offen“, sagte Harrow der Verner Zeitung."
    assert speakers(told, "de") == ["Harrow"]


def test_a_name_in_brackets_behind() -> None:
    """Where the article has it elsewhere, or with an office; a paper is named so, too."""
    assert speakers(f"Ilse Harrow came.\n\n“{KEPT}.” (Ilse Harrow, at the quay)") == ["Ilse Harrow"]
    assert speakers(f"“{KEPT}.” (Foreign Minister Ilse Harrow)") == ["Foreign Minister Ilse Harrow"]
    assert speakers(f"“{KEPT}.” (Verne Courier)") == [None]


@pytest.mark.parametrize("lead", ["2. ", "10.20 ", "• ", "3) "])
def test_a_label_behind_a_number(lead: str) -> None:
    """Lists and live blogs have numbers and clocks before it."""
    assert speakers(f"It rained.\n\n{lead}Education Minister Ilse Harrow: “{KEPT}.”") == [
        "Education Minister Ilse Harrow"
    ]


def test_a_day_between_name_and_colon() -> None:
    """It is the day of the words."""
    (one,) = claimed(f"Ilse Harrow, June 1: “{KEPT}.”", "en", "2031-07-20")
    assert one.date is not None
    assert (one.speaker and one.speaker.name, one.date.value) == ("Ilse Harrow", "2031-06-01")


def test_who_it_was_that() -> None:
    """ "It was she who" makes a subject."""
    assert speakers(f"It was Ilse Harrow who came first. “{KEPT},” she said.") == ["Ilse Harrow"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("제재를 검토하느냐는 질문에 고란 대변인은 “가정을 전제로 한 질문에는 답하지 않겠습니다”라고 답했다.", "ko", "고란"),
        ("한 매체는 고란 외교부 대변인이 15일 “우리는 항구를 계속 열어 둘 것입니다”라고 말했다고 전했다.", "ko", "고란"),
        ("어민 대표 고란새 씨는 “우리는 항구를 계속 열어 둘 것입니다”라고 말했다.", "ko", "고란새"),
        ("野党の高嵐幹事長は「三年前にも同じ言葉を聞いた覚えがあります」と批判した。", "ja", "高嵐"),
        ("외교부 장관은 왔다. 정례 브리핑에서 고란새 대변인은 “우리는 항구를 계속 열어 둘 것입니다”라고 말했다.", "ko", "고란새"),
        ("外交部发言人高岚在4月9日表示：“我们不会关闭这个港口。”", "zh", "高岚"),
    ],
)  # fmt: skip
def test_what_is_no_part_of_a_name(text: str, language: str, name: str) -> None:
    """Words with particles, "where" and "at" are none."""
    (one,) = claimed(text, language)
    assert one.speaker is not None
    assert one.speaker.name == name


def test_a_name_that_has_its_post_elsewhere() -> None:
    """Before the quotation, in a sentence that quotes nothing, or above it as a headline; in Chinese behind who reports it."""
    said = "«لقد انتظرنا عشر سنوات من أجل هذا الباب»"
    first = "قال وزير البحر سامر الدالي إن البلاد ستفتح الباب."
    assert speakers(f"الدالي: {said}\n\n{first} وأضاف الدالي: {said}.", "ar") == ["الدالي", "الدالي"]
    first = "外交部发言人高岚表示：“我们不会关闭这个港口。”"
    assert speakers(f"{first}\n\n另一份报纸称高岚说：“我们明天就关闭这个港口。”", "zh") == [
        "外交部发言人高岚",
        "高岚",
    ]


def test_a_treaty_says_nothing() -> None:
    """Of a headline with a colon the subject speaks, where it is somebody."""
    assert speakers(f"Harbour Treaty signed: “{KEPT}”\n\nIlse Harrow came.") == [None]
    assert speakers(f"Ilse Harrow came. Harrow had written on her page that “{KEPT}”.") == ["Harrow"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("What Ilse Harrow did say was: “We will keep the gate open for all.”", "en", "Ilse Harrow"),
        ("The gate is, in Ilse Harrow’s words, “a promise that nobody has to keep”.", "en", "Ilse Harrow"),
        ("The gate, said Foreign Minister Ilse Harrow, “is open for all who come”, and so it was.", "en", "Ilse Harrow"),
        ("In an unusual confession, Ilse Harrow told of the gate. “We will keep it open,” she said.", "en", "Ilse Harrow"),
        ("O deputado Rui Malveira reagiu: “Deixaremos a porta sempre aberta.”", "pt", "Rui Malveira"),
        ("„Zawsze będziemy trzymać bramę otwartą” – miała powiedzieć Ilse Harrow.", "pl", "Ilse Harrow"),
        ("نقلت الوكالة عن وزير البحر سامر الدالي قوله: «لن نغلق هذا الباب أبدا في وجه أحد».", "ar", "سامر الدالي"),
        ("नदी मंत्री अर्जुन वेलकर का कहना है, “हम यह दरवाज़ा कभी बंद नहीं करेंगे।”", "hi", "अर्जुन वेलकर"),
    ],
)  # fmt: skip
def test_other_turns_of_a_sentence(text: str, language: str, name: str) -> None:
    """Whose words they are, told by how the sentence is built."""
    (one,) = claimed(text, language)
    assert one.speaker is not None
    assert one.speaker.name == name


def test_a_second_hand_before_the_subject() -> None:
    """Where Hindi tells whom it has it from, that one does not say it; a conjunction is no name."""
    first = "नदी मंत्री अर्जुन वेलकर ने कहा, “हम यह दरवाज़ा कभी बंद नहीं करेंगे।”"
    for lead in ("एक अख़बार के अनुसार अर्जुन वेलकर ने कहा", "पर वेलकर ने कहा"):
        assert speakers(f"{first}\n\n{lead}, “हम सब दरवाज़े कल से खोल देंगे।”", "hi")[1] in ("अर्जुन वेलकर", "वेलकर")


def test_a_question_before_who_answers() -> None:
    """In Chinese who stands behind a question that somebody else asks leads up to the answer."""
    first = "外交部发言人高岚表示：“我们不会关闭这个港口。”"
    asked = "有记者问：“会不会取消下个月的访问？”高岚回答：“访问的安排到今天没有变化。”"
    assert speakers(f"{first}\n\n{asked}", "zh") == ["外交部发言人高岚", None, "高岚"]
    assert speakers(f"高岚：“我们不会关闭这个港口。”\n\n{first}", "zh")[0] == "高岚"


def test_a_sentence_with_a_colon_is_no_label() -> None:
    """Where names have no capitals a label is a name that the article has with a post."""
    assert speakers("मंत्री का सही वाक्य यह है: “हम यह दरवाज़ा कभी बंद नहीं करेंगे।”", "hi") == [None]


def test_a_question_in_arabic_is_not_his_who_answers() -> None:
    """What leads up to the next quotation tells nothing of the one before."""
    first = "قال وزير البحر سامر الدالي: «لن نغلق هذا الباب أبدا في وجه أحد»."
    asked = "وسأل صحفي: «هل تنوون إغلاق هذا الباب في الشتاء؟»، فأجاب الدالي: «لا ننوي ذلك مطلقا يا صديقي»."
    assert speakers(f"{first}\n\n{asked}", "ar") == ["وزير البحر سامر الدالي", None, "الدالي"]


def test_a_pronoun_inside_a_quotation() -> None:
    """Who "she" is in the mouth of another is not told there."""
    told = "“She rang me at three,” Karl Pell said. “She said, ‘Then the gates will be quiet for all of us.’ I laughed.”"
    assert speakers(told) == ["Karl Pell", "Karl Pell", None]
