"""Quotation marks in an article: paired, nested, continued over paragraphs, split; and what looks like one and is none."""

from __future__ import annotations

import pytest

from onrecord.quoting.articles import find_quotations
from onrecord.quoting.articles.lines import article_lines
from onrecord.quoting.articles.pairs import pair_marks


def enclosed(text: str) -> list[list[str]]:
    """Return the pieces between each pair of marks, in order of opening."""
    return [
        [text[a:b].strip() for a, b in pair.parts] for pair in pair_marks(text, article_lines(text)).pairs
    ]


def found(text: str, language: str | None = None) -> list[list[str]]:
    """Return the parts of each quotation found."""
    return [[text[a:b] for a, b in one.parts] for one in find_quotations(text, language=language).quotations]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We open,” she said.", "We open,"),
        ('"We open," she said.', "We open,"),
        ("''We open,'' she said.", "We open,"),
        ("``We open,'' she said.", "We open,"),
        ("‘We open,’ she said.", "We open,"),
        ("'We open,' she said.", "We open,"),
        ("„Wir öffnen“, sagte sie.", "Wir öffnen"),
        ("»Wir öffnen«, sagte sie.", "Wir öffnen"),
        ("« Nous ouvrons », dit-elle.", "Nous ouvrons"),
        ("«Мы откроем», — сказала она.", "Мы откроем"),
        ("”Vi öppnar”, sade hon.", "Vi öppnar"),
        ("»Me avaamme», hän sanoi.", "Me avaamme"),
        ("„Otwieramy”, powiedziała.", "Otwieramy"),
        (",,Otwieramy'', powiedziała.", "Otwieramy"),
        ("她说：“我们开放。”", "我们开放。"),
        ("彼女は「港を開く」と述べた。", "港を開く"),
        ('장관은 "항구를 연다"라고 말했다.', "항구를 연다"),
        ("“We open,“ she said.", "We open,"),
        ("“We open," + '" she said.', "We open,"),
        ('She said " we open " today.', "we open"),
        ('She said:"We open".Then she left.', "We open"),
    ],
)
def test_marks_of_many_languages(text: str, inside: str) -> None:
    """Each kind of marks encloses what it is set around, also where writers mix them."""
    assert enclosed(text) == [[inside]]


@pytest.mark.parametrize(
    "text",
    [
        "The harbours' gates and the boats’ nets aren't Pell's.",
        "Get 'em in by the '90s, rock ’n’ roll.",
        "He is 6'2\" tall and that board is 5' 10\" long.",
        "“Nobody ever closed this.\n\nThe rest is told.",
        'A lone " mark, and nothing.',
        "Closed” before anything opened.",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    """Apostrophes, feet and inches, and marks that nothing closes enclose nothing."""
    assert enclosed(text) == []


def test_apostrophes_inside_single_marks() -> None:
    """A plural's apostrophe does not close a mark where another follows that does."""
    text = "‘The workers’ house isn’t ours,’ he said, and the owners' gate."
    assert enclosed(text) == [["The workers’ house isn’t ours,"]]


def test_marks_inside_others() -> None:
    """What is nested is a pair of its own, whatever the marks, alike ones too."""
    assert enclosed("“He said ‘open’ twice,” she said.") == [["He said ‘open’ twice,"], ["open"]]
    assert enclosed('"A "nested" one," he said.') == [['A "nested" one,'], ["nested"]]
    assert enclosed("「『開』と言った」") == [["『開』と言った"], ["開"]]


def test_a_quotation_over_paragraphs() -> None:
    """A mark at the beginning of each paragraph goes on with the one that is open; only the last one is closed."""
    assert enclosed("“One.\n\n“Two ‘a\n\n“‘b’ three.”") == [["One.", "Two ‘a", "‘b’ three."], ["a", "b"]]
    assert enclosed('"One.\n\n"Two."\n\n"Another," he said.') == [["One.", "Two."], ["Another,"]]
    assert enclosed("« Un.\n\n» Deux. »") == [["Un.", "Deux."]]


def test_a_quotation_that_opens_once() -> None:
    """Where the next mark can only close, a paragraph on, the writer opened once for both."""
    assert enclosed("“One.\n\nTwo.” she said") == [["One.", "Two."]]


def test_wrapped_lines_are_one_paragraph() -> None:
    """What a program wrapped is read on; a mark that happens to begin a line opens as elsewhere."""
    lines = [
        "Ilse Harrow has told the harbour council that it should wait, and “that the",
        "gate should be opened before the winter comes to us all,” which the council",
        "did not like, since nobody had told its members of that when they had asked",
        "“what will become of the gate in the winter when the ships are all away” in",
        "the spring of that year, as the council’s minutes tell whoever reads them to",
        "the end.",
    ]
    text = "\n".join(lines)
    assert [piece[0].split()[0] for piece in enclosed(text)] == ["that", "what"]
    assert found(text)[0] == ["that the\ngate should be opened before the winter comes to us all,"]


def test_one_quotation_in_pieces() -> None:
    """Where the sentence goes on around who says it, both pieces are one quotation; after a stop they are two."""
    split = "“We will keep it,” said Ilse Harrow of the port, “as long as we can.”"
    assert found(split) == [["We will keep it,", "as long as we can."]]
    assert len(found("“We will keep it open,” said Ilse Harrow. “That is what we promised.”")) == 2
    german = "„Wir lassen das Tor offen“, sagte Harrow, „so lange wir können.“"
    assert found(german, "de") == [["Wir lassen das Tor offen", "so lange wir können."]]
    two = "“We will keep it open,” he said, and asked whether “that was not what we promised,” he said."
    assert len(found(two)) == 2


def test_who_says_it_inside_the_marks() -> None:
    """Russian and Polish set it between dashes, French between commas; English never, and there it is what is quoted."""
    russian = "«Мы оставим ворота открытыми, — сказала Ильзе Харроу, — и не закроем их»."
    assert found(russian, "ru") == [["Мы оставим ворота открытыми", "и не закроем их"]]
    french = "« Nous laisserons la porte ouverte, a déclaré Ilse Harrow, et nous la garderons. »"
    assert found(french, "fr") == [["Nous laisserons la porte ouverte", "et nous la garderons."]]
    said = "« Nous viendrons, dit-elle, avec tous les bateaux. »"
    assert found(said, "fr") == [["Nous viendrons", "avec tous les bateaux."]]
    listed = "« Nous garderons la porte, le quai, et tous les bateaux. »"
    assert found(listed, "fr") == [["Nous garderons la porte, le quai, et tous les bateaux."]]
    joking = "« Nous viendrons, a-t-il plaisanté, avec tous les bateaux. »"
    assert found(joking, "fr") == [["Nous viendrons", "avec tous les bateaux."]]
    stopped = "« Nous viendrons, a poursuivi M. Harrow. Ce sera avec tous les bateaux. »"
    assert found(stopped, "fr") == [["Nous viendrons", "Ce sera avec tous les bateaux."]]
    english = "“He came, said it was ours, and left the gate open.”"
    assert found(english, "en") == [["He came, said it was ours, and left the gate open."]]


def test_few_words_are_no_quotation() -> None:
    """Less than five words are listed apart; a character of Chinese is half a word."""
    text = "The “so-called gate” stands, “as we have always said it would”."
    sought = find_quotations(text)
    assert [text[slice(*span)] for span in sought.short] == ["“so-called gate”"]
    assert len(sought.quotations) == 1
    assert found("他说“开放港口”，又说“我们不会关闭这个港口”。") == [["我们不会关闭这个港口"]]


@pytest.mark.parametrize(
    "text",
    [
        "I agree with the report headlined “who will pay for the new pier”, as far as it goes.",
        "Il a lu un livre intitulé « ce que la mer nous laisse encore » et rien de plus.",
        "I stand with the mayor (“Mayor says the new pier can wait,” Verne Post, May 4) on this.",
        "The gate bears “Porta patet, cor magis patet,” Latin for “the gate stands open, the heart more”.",
    ],
)
def test_what_is_told_to_be_a_title_is_no_quotation(text: str) -> None:
    """A word that calls it a title, or parentheses that say where it was printed, tell so; so does one that says what words mean."""
    assert [words for words in found(text) if "Porta" not in words[0]] == []


def test_who_says_it_in_parentheses_is_no_reference() -> None:
    """(“…,” Harrow said)"""
    assert found("It closed early (“the new pier can wait for spring,” Harrow said) that day.") == [
        ["the new pier can wait for spring,"]
    ]


def test_a_quotation_that_no_mark_ends() -> None:
    """Where each paragraph begins with the mark it ends with the last of these; a mark alone is told, not what it opens."""
    text = "“The gate stays open to all.\n\n“Nobody asked us to close it.\n\nShe left the house at noon.\n"
    (one,) = find_quotations(text).quotations
    assert [text[a:b] for a, b in one.parts] == [
        "The gate stays open to all.",
        "Nobody asked us to close it.",
    ]
    assert not one.closed
    once = "She spoke.\n\n“The gate stays open to all. We close nothing.\n\nShe left.\n"
    told = find_quotations(once)
    assert told.quotations == ()
    assert [once[a:b] for a, b in told.left_open] == ["“The gate stays open to all. We close nothing."]


@pytest.mark.parametrize(
    "text",
    [
        'The beam of 6 ft 2" was found by the men of the harbour.',
        'The beam "was found by the men of the harbour watch.',
        "He is one of the ‘old ones and they say so in the harbour.",
        "“He said “the gate stays open to all” and left the house.",
        "“Not at",
    ],
)
def test_what_is_not_told_as_left_open(text: str) -> None:
    """Inches, apostrophes, a mark too many, a word or two."""
    assert find_quotations(text).left_open == ()


def test_a_cry_is_no_title() -> None:
    """Capitals at the head of each of several sentences make none."""
    assert found("They cried “Lock the gates! Lock the gates!” all night long, and went home.") != []


def test_a_title_is_no_quotation() -> None:
    """What is set as titles are, amid words that are not, is listed with what is short; in a headline nothing tells."""
    assert found("She wrote “The Secret Gates of Verne and Ostrelle” last year, and nobody read it.") == []
    assert found("In his essay “The Fog and the Figure” he is kinder, as readers know.") == []
    assert found("He said “The Fog and the Figure of it”, as readers know.") != []
    assert len(found("Harrow: “We Will Keep The Gate Open For All”")) == 1
    assert len(found("She said “We will keep the Gate of Verne open” last year.")) == 1


def test_what_is_said_is_no_title() -> None:
    """Capitals are no title behind a word of saying, as on signs and hats; what somebody wrote may be a book."""
    sign = "Ilse Harrow held up a sign saying “Gates Against Fog - Because We've Seen This” on Friday."
    assert found(sign) == [["Gates Against Fog - Because We've Seen This"]]
    assert found("On Friday she said: “Keep The Gates Open Again”, as readers know.") != []
    assert found("She wrote “The Secret Gates of Verne and Ostrelle” last year, and nobody read it.") == []


def test_a_name_inside_the_marks() -> None:
    """The last line of a quotation set apart may say whose words they are; they are not part of them."""
    text = "“We will keep the gate open for all of them.\n\nIlse Harrow, head of the harbour.”\n\nThe end."
    (one,) = find_quotations(text).quotations
    assert [text[a:b] for a, b in one.parts] == ["We will keep the gate open for all of them."]
    assert one.lead is not None
    assert text[slice(*one.lead)] == "Ilse Harrow, head of the harbour."


def test_quoted_lines() -> None:
    """Lines that begin with ">" are a quotation, with who said it apart; unless they tell themselves who says what."""
    text = "She wrote:\n\n> We keep the gate open.\n>\n> For all ships.\n> — Ilse Harrow\n\nThe end."
    (one,) = find_quotations(text).quotations
    assert (one.form, [text[a:b] for a, b in one.parts]) == (
        "block",
        ["We keep the gate open.", "For all ships."],
    )
    assert one.lead is not None
    assert text[slice(*one.lead)] == "— Ilse Harrow"
    told = "> “We keep the gate open now,” Ilse Harrow said."
    assert found(told) == [["We keep the gate open now,"]]


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("— Мы откроем ворота гавани утром, — сказал Гавренко.", "ru", [["Мы откроем ворота гавани утром"]]),
        (
            "— Мы откроем ворота, — сказал он. — Но не раньше утра.",
            "ru",
            [["Мы откроем ворота", "Но не раньше утра."]],
        ),
        ("—Abriremos la puerta por la mañana —dijo Rivasol.", "es", [["Abriremos la puerta por la mañana"]]),
        (
            "– Otworzymy bramę portu jutro rano – powiedział Wędzicki.",
            "pl",
            [["Otworzymy bramę portu jutro rano"]],
        ),
        (
            "— Когда вы откроете ворота гавани?\n\n— Мы откроем ворота гавани утром.",
            "ru",
            [["Мы откроем ворота гавани утром."]],
        ),
        (
            "— Nous ouvrirons la porte du port, a répondu M. Harrow.",
            "fr",
            [["Nous ouvrirons la porte du port"]],
        ),
        ("——大门什么时候打开？\n\n——我们明天早上打开大门。", "zh", [["我们明天早上打开大门。"]]),
    ],
)
def test_a_line_behind_a_dash_is_spoken(text: str, language: str, parts: list[list[str]]) -> None:
    """Dialogues have no marks: a line that says who speaks is a quotation, and what answers a question in a run of them."""
    assert found(text, language) == parts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Plan:\n— Mehr Boote für die Häfen\n— Neue Netze für die Boote", "de"),
        ("План таков:\n— открыть ворота утром;\n— закрыть их вечером.", "ru"),
        ("План таков:\n— Открыть ворота утром\n— Закрыть их вечером", "ru"),
        ("— Why is the gate shut at night?\n— The keeper sleeps, as keepers do.", "en"),
    ],
)
def test_a_list_behind_dashes_is_not_spoken(text: str, language: str) -> None:
    """Where nobody asks and no line says who speaks, dashes set a list; English sets none as spoken."""
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        (
            "« Nous ouvrirons, a déclaré mardi Ilse Harrow, ministre de la Mer, la porte du port. »",
            "fr",
            ["Nous ouvrirons", "la porte du port."],
        ),
        (
            "“Abriremos la puerta —añadió Rivasol—, y volveremos a la mesa”.",
            "es",
            ["Abriremos la puerta", "y volveremos a la mesa"],
        ),
        (
            "„Nikt nie policzył śledzi – zaznaczył minister – podnosząc głos.”",
            "pl",
            ["Nikt nie policzył śledzi", "podnosząc głos."],
        ),
        (
            "«Apriremo la porta – ha detto Harrow –, e torneremo al tavolo».",
            "it",
            ["Apriremo la porta", "e torneremo al tavolo"],
        ),
    ],
)
def test_who_says_it_inside_the_marks_is_cut_out(text: str, language: str, parts: list[str]) -> None:
    """Also with a post behind the name, and between dashes that touch the words."""
    assert found(text, language) == [parts]


def test_another_clause_has_another_quotation() -> None:
    """What goes on with "and told" is no piece of the same sentence."""
    text = "She said: “We shall believe what both ships find”, and told the radio, later, “we shall see about that, my dear.”"
    assert found(text, "en") == [
        ["We shall believe what both ships find"],
        ["we shall see about that, my dear."],
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ihr Bruder schrieb den Roman „Der Winter der sieben kleinen Laternen“.", "de"),
        ("Son frère a publié le roman « L’Hiver des sept petites lanternes ».", "fr"),
        ("Її брат написав роман «Зима семи маленьких червоних ліхтарів».", "uk"),
        ("A bátyja írta {„A hét piros lámpás hosszú tele” című könyvet}.", "hu"),
        ("Kardeşi “Yedi Kırmızı Fenerin Uzun Kışı” adlı romanı yazdı.", "tr"),
        ("כתב את הספר “החורף של שבעת הפנסים האדומים”.", "he"),
        ("兄は小説「七つの赤い提灯の長い冬」を書いた。", "ja"),
    ],
)
def test_a_title_printed_as_a_sentence_is_told_by_its_work(text: str, language: str) -> None:
    """The word for the work stands right beside the marks."""
    assert found(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "In dem Film, sagte sie, sei „Der Winter das ganze lange Jahr“ zu sehen.",
        "Über den Film: „Der Winter dauert das ganze lange Jahr.“",
        "Der Film „dauert für alle hier viel zu lange“.",
    ],
)
def test_words_about_a_work_are_no_title(text: str) -> None:
    """Something stands between, they are a whole sentence, or begin in small letters."""
    assert len(found(text, "de")) == 1


def test_a_french_line_goes_on_behind_who_says_it() -> None:
    """Behind a dash as between marks."""
    text = "— Le bac conduira toutes les familles, a répondu Ada Verne, et personne ne paiera plus."
    assert found(text, "fr") == [["Le bac conduira toutes les familles", "et personne ne paiera plus."]]
