"""Conventions met on real pages that nobody had tuned on, each as a page of invented people: the page in, the turns out."""

from __future__ import annotations

import pytest

from onrecord.model import Reading
from reading_pages import only, read_html, read_text

Told = tuple[str | None, str | None, str]


def turns_of(reading: Reading) -> list[Told]:
    """Return role, speaker and first word of each turn of the only statement."""
    return [(turn.role, turn.speaker, turn.text.split()[0]) for turn in only(reading).turns]


SHAPES: dict[str, tuple[str, list[Told]]] = {
    "labels alone on lines, bare names among them": (
        "Regierungspressekonferenz vom 16. Mai 2031\n\nSprecherinnen und Sprecher\n\n• Harrow\n\n• Pell (BMV)\n\nSRS Harrow\n\n"
        "Schönen guten Tag auch von mir!\n\nFrage\n\nHerr Harrow, wann öffnet die Brücke?\n\nSRS Harrow\n\nDas haben wir am Montag gesagt.\n\n"
        "Zusatzfrage\n\nUnd die Fähre?\n\nPell (BMV)\n\nSie fährt bis zum Herbst.\n\nVorsitzende Verne\n\nDann machen wir weiter mit dem Hafen.",
        [
            ("official", "Harrow", "Schönen"),
            ("questioner", None, "Herr"),
            ("official", "Harrow", "Das"),
            ("questioner", None, "Und"),
            ("official", "Pell", "Sie"),
            ("chair", "Verne", "Dann"),
        ],
    ),
    "topics and a roster above the words; one of the roster speaks once": (
        "Pressekonferenz der Regierung vom 28. Februar 2031\n\nThemen: Brücke, Fähre, Lage im Hafen\n\n"
        "Sprecher: StS Harrow, Pell (BMV), Ohlen (AA)\n\nVors. Verne: Wir beginnen mit der Brücke.\n\n"
        "StS Harrow: Sie öffnet im Mai.\n\nFrage Jansen: Und die Fähre?\n\nStS Harrow: Sie fährt weiter.\n\n"
        "Ohlen: Ich kann das ergänzen: Der Minister war schon dort.",
        [
            ("chair", "Verne", "Wir"),
            ("official", "Harrow", "Sie"),
            ("questioner", "Jansen", "Und"),
            ("official", "Harrow", "Sie"),
            ("official", "Ohlen", "Ich"),
        ],
    ),
    "words before the first answer are its question": (
        "Entretien de Mme Ada Verne, ministre des affaires étrangères et européennes, avec Skell 2\n\nBonsoir à tous.\n\n"
        "Madame la Ministre, vous attendiez-vous à cela ?\n\nR - Non, pas du tout.\n\nQ - Et le pont ?\n\nR - Il ouvre en mai.",
        [
            ("questioner", None, "Bonsoir"),
            ("official", "Ada Verne", "Non,"),
            ("questioner", None, "Et"),
            ("official", "Ada Verne", "Il"),
        ],
    ),
    "questions that a committee counts, and a chair named in brackets": (
        "Canals Committee\n\nOral evidence: Locks and weirs, HC 914\n\nMonday 19 May 2031\n\nMembers present: Ada Verne (Chair); Bel Harrow; Corin Pell.\n\n"
        "Questions 1-3\n\nQ1 Chair: Welcome to the Committee, Minister. When does the lock open?\n\n"
        "Dorian Ashe: Thank you, Chair. In May, I hope.\n\nQ2 Bel Harrow: And the weir?\n\nDorian Ashe: It stays.\n\n"
        "Q3 Chair: Is that enough?\n\nDorian Ashe: We believe so.",
        [
            ("chair", "Ada Verne", "Welcome"),
            ("official", "Dorian Ashe", "Thank"),
            ("questioner", "Bel Harrow", "And"),
            ("official", "Dorian Ashe", "It"),
            ("chair", "Ada Verne", "Is"),
            ("official", "Dorian Ashe", "We"),
        ],
    ),
    "a host is the only one who asks": (
        "HOST:\nWelcome, Prime Minister.\nPRIME MINISTER:\nGood morning.\nHOST:\nDo you know the river?\nPRIME MINISTER:\n"
        "I do, I rowed on it as a boy.\nHOST:\nAnd the ferry?\nPRIME MINISTER:\nIt sails.",
        [
            ("questioner", None, "Welcome,"),
            ("official", None, "Good"),
            ("questioner", None, "Do"),
            ("official", None, "I"),
            ("questioner", None, "And"),
            ("official", None, "It"),
        ],
    ),
    "a label says once that its bearer hosts": (
        "Skell PM Speaks on Morning Show\n\nBEL HARROW, HOST: Hey, PM.\n\nADA VERNE, PRIME MINISTER: Good morning, Bel.\n\nHARROW: We were talking of the bridge.\n\n"
        "PRIME MINISTER: It opens in May.\n\nHARROW: Thank you.\n\nPRIME MINISTER: Any time.",
        [
            ("questioner", "Bel Harrow", "Hey,"),
            ("official", "Ada Verne", "Good"),
            ("questioner", "Bel Harrow", "We"),
            ("official", "Ada Verne", "It"),
            ("questioner", "Bel Harrow", "Thank"),
            ("official", "Ada Verne", "Any"),
        ],
    ),
    "abbreviated posts before names, outlets behind a slash": (
        "Press Briefing\n\nPress Briefing of Presidential Spokesperson Secretary Lucan S. Desmar\n\nUSEC. HARROW: Good morning. Here is the Spokesperson.\n\n"
        "SEC. DESMAR: Good morning to all of you.\n\nJORIS MORN/GTV7: The bridge, sir.\n\nSEC. DESMAR: It opens in May.\n\nJORIS MORN/GTV7: Seriously.\n\n"
        "SEC. DESMAR: (laughs) Yes.",
        [
            ("official", "Harrow", "Good"),
            ("official", "Lucan S. Desmar", "Good"),
            ("questioner", "Joris Morn", "The"),
            ("official", "Lucan S. Desmar", "It"),
            ("questioner", "Joris Morn", "Seriously."),
            ("official", "Lucan S. Desmar", "(laughs)"),
        ],
    ),
    "members with seat and party on lines of their own, links below": (
        "Assembly debates\n\nWednesday, 1 June 2031\n\n10:30 am\n\nSean Ashe (Skell South, Speaker)\nLink to this: Individually | In context | Source\n\n"
        "We will now take Questions. I call the Member for Velsen.\n\nMica Morn (Velsen North, Lock Party)\nLink to this: Individually | In context | Source\n\n"
        "Again this week we have had a flood. I refer to the weir.\n\nSean Ashe (Skell South, Speaker)\nLink to this: Individually | In context | Source\n\n"
        "I thank the Member. I call the Minister.\n\nEnda Pell (Mill, River Party)\nLink to this: Individually | In context | Source\n\n"
        "I share the concern. The weir is old.",
        [
            ("official", "Sean Ashe", "We"),
            ("official", "Mica Morn", "Again"),
            ("official", "Sean Ashe", "I"),
            ("official", "Enda Pell", "I"),
        ],
    ),
    "full names once, their initials after": (
        "Umocnienie mostu albo prom\n\nMara Mendel: Naszym gościem jest Prezes Rady Mostów, były Premier Jan Kacz. Witamy.\n\n"
        "Jan Kacz: Dzień dobry, kłaniam się.\n\nM.M.: Czy most będzie otwarty w maju?\n\nJ.K.: Mam nadzieję, że tak.\n\n"
        "M.M.: A prom, czy zostanie?\n\nJ.K.: Zostanie na pewno.",
        [
            ("questioner", "Mara Mendel", "Naszym"),
            ("official", "Jan Kacz", "Dzień"),
            ("questioner", "Mara Mendel", "Czy"),
            ("official", "Jan Kacz", "Mam"),
            ("questioner", "Mara Mendel", "A"),
            ("official", "Jan Kacz", "Zostanie"),
        ],
    ),
    "questions in Greek end with a semicolon": (
        "Ternia Government Press Briefing, 31-10-13\n\nΑθήνα, 13 Οκτωβρίου 2031\n\n"
        "Η ΕΝΗΜΕΡΩΣΗ ΤΩΝ ΠΟΛΙΤΙΚΩΝ ΣΥΝΤΑΚΤΩΝ ΚΑΙ ΤΩΝ ΑΝΤΑΠΟΚΡΙΤΩΝ ΞΕΝΟΥ ΤΥΠΟΥ ΑΠΟ ΤΟΝ ΑΝΑΠΛΗΡΩΤΗ ΚΥΒΕΡΝΗΤΙΚΟ ΕΚΠΡΟΣΩΠΟ ΑΝΤΩΝΗ ΒΕΡΝΑ\n\n"
        "Χαίρετε.\n\nΓΚΟΥΤΑΣ: Κύριε Εκπρόσωπε, ανοίγει η γέφυρα;\n\nΒΕΡΝΑΣ: Έχουμε απαντήσει διεξοδικά στο θέμα αυτό την περασμένη Δευτέρα, και δεν έχω να προσθέσω τίποτα σήμερα στην απάντηση εκείνη, ούτε για τη γέφυρα ούτε για το λιμάνι.\n\n"
        "ΣΙΔΕΡΗΣ: Και το πλοίο;\n\nΒΕΡΝΑΣ: Δεν έχω να προσθέσω τίποτα. Όπως γνωρίζετε, αυτή τη στιγμή γίνεται ενημέρωση από τον Υπουργό Λιμένων στους "
        "πολιτικούς αρχηγούς για όλα τα θέματα, μεταξύ των οποίων είναι και το πλοίο, και οι συναντήσεις αυτές είναι σε εξέλιξη, άρα θα πρέπει να "
        "περιμένουμε το τέλος τους, το οποίο θα ανακοινώσουμε εμείς εδώ, όπως κάνουμε πάντα, και όχι νωρίτερα από το απόγευμα της Δευτέρας.",
        [
            ("official", None, "Χαίρετε."),
            ("questioner", "Γκουτας", "Κύριε"),
            ("official", "Βερνας", "Έχουμε"),
            ("questioner", "Σιδερης", "Και"),
            ("official", "Βερνας", "Δεν"),
        ],
    ),
    "who presides stands on a line of his own above the sitting": (
        "Landstinget - Møte tirsdag den 22. oktober 2031\n\nDato: 22.10.2031\nPresident: Masud Hakan\n\nFormalia\n\n"
        "Presidenten []: Representanten Karl Hag vil framsette et forslag.\n\nKarl Hag (BrP) []: Ja, det er riktig (latter i salen).\n\n"
        "Presidenten []: Forslaget vil bli behandlet.",
        [("chair", "Masud Hakan", "Representanten"), ("official", "Karl Hag", "Ja,"), ("chair", "Masud Hakan", "Forslaget")],
    ),
    "words that are attributable to a spokesperson": (
        "Secretary Verne’s Call With Velsen Foreign Minister Pell\n\nThe below is attributable to Spokesperson Ned Ashe: Secretary Ada Verne "
        "spoke today with Foreign Minister Pell about the bridge and its ferry.",
        [("official", "Ned Ashe", "Secretary")],
    ),
    "who moderates a news conference names nobody's office": (
        "River Report Press Conference\n\nThursday 2 May 2031\n\nMark Carn: With that, Dave and I would be pleased to take your questions.\n\n"
        "Gareth Rams: Please make sure you give us your name. Can we lead off with Dharma, and then Jou?\n\n"
        "Dharma David, BBC News: Governor, what can we read into that?\n\nMark Carn: That it opens in May.\n\nDharma David, BBC News: So in May?\n\n"
        "Mark Carn: In May.\n\nJou Berche, CNBC: Is the ferry wrong?\n\nDave Ramsd: It is not for us to say.",
        [
            ("official", "Mark Carn", "With"),
            ("chair", "Gareth Rams", "Please"),
            ("questioner", "Dharma David", "Governor,"),
            ("official", "Mark Carn", "That"),
            ("questioner", "Dharma David", "So"),
            ("official", "Mark Carn", "In"),
            ("questioner", "Jou Berche", "Is"),
            ("official", "Dave Ramsd", "It"),
        ],
    ),
    "questions put to ministers, the first with the office asked": (
        "Questions and Answers – May 20\n\nby Desk Editor on Wednesday, May 20, 2031 — 5:31 PM\n\n"
        "1. ANDREW LITT (Leader of the Opposition) to the Prime Minister : Does he stand by his statement?\n\n"
        "Rt Hon JOHN KERR (Prime Minister): Yes, because the lock opened.\n\nAndrew Litt : Why has he persisted?\n\nRt Hon JOHN KERR : It opened.\n\n"
        "Mr SPEAKER : Order! I have heard enough.\n\nAndrew Litt : That is no answer.\n\nRt Hon JOHN KERR : It is.",
        [
            ("questioner", "Andrew Litt", "Does"),
            ("official", "John Kerr", "Yes,"),
            ("questioner", "Andrew Litt", "Why"),
            ("official", "John Kerr", "It"),
            ("chair", None, "Order!"),
            ("questioner", "Andrew Litt", "That"),
            ("official", "John Kerr", "It"),
        ],
    ),
    "labels of a session of questions behind an address": (
        "Keynote address\n\nby River Group Secretary General Jens Stolt at the 60th Session of the Assembly (including Q&A session)\n\n24 Nov. 2031\n\n"
        "Mr. President,\n\nDistinguished members,\n\nThank you for that very kind welcome. It is a pleasure to be here.\n\n"
        "Hugh BAYL (Velsen): Thank you. Mike is the first.\n\nMichael TURN (Skell): How do we meet the pledge?\n\n"
        "Jens STOLT (River Group Secretary General): The pledge is a commitment by all.",
        [
            ("official", "Jens Stolt", "Mr."),
            ("official", "Hugh Bayl", "Thank"),
            ("questioner", "Michael Turn", "How"),
            ("official", "Jens Stolt", "The"),
        ],
    ),
    "dashes behind the colon, and who speaks on after an interjection": (
        "Reunião plenária de 20 de setembro de 2031\n\nO Sr. Presidente: — Está aberta a sessão. Tem a palavra o Sr. Deputado.\n\n"
        "O Sr. Pedro Morn (CH): — A ponte abre em maio.\n\nO Sr. André Verne (CH): — Não é verdade!\n\nO Orador: — É, e o porto também.\n\n"
        "A Sr.ª Ministra Adjunta e dos Assuntos da Ribeira (Ana Catarina Mendel): — Sr. Presidente, Srs. Deputados: A ponte abre.\n\n"
        "O Sr. Presidente: — Muito obrigado.",
        [
            ("chair", None, "Está"),
            ("official", "Pedro Morn", "A"),
            ("official", "André Verne", "Não"),
            ("official", None, "É,"),
            ("official", "Ana Catarina Mendel", "Sr."),
            ("chair", None, "Muito"),
        ],
    ),
    "one stop where all others have a colon": (
        "Hansard: NA: Unrevised hansard\n\nMr N F SHIVAM: On a point of order.\n\nThe SPEAKER: I am not allowing a point of order.\n\n"
        "Mr N F SHIVAM: But I am permitted to raise it.\n\nThe SPEAKER. No, actually you are not until I have given you the floor.\n\n"
        "Mr N F SHIVAM: Please recognise me. I want to speak.\n\nThe SPEAKER: Please sit.",
        [
            ("official", "N F Shivam", "On"),
            ("chair", None, "I"),
            ("official", "N F Shivam", "But"),
            ("chair", None, "No,"),
            ("official", "N F Shivam", "Please"),
            ("chair", None, "Please"),
        ],
    ),
    "names and outlets in brackets before a colon": (
        "Transcript of the Weekly Media Briefing by the Spokesperson on Friday, 28th November 2031\n\nWelcome to the Ministry.\n\n"
        "The bridge opens in May. Thank you.\n\n(Mara Hader, Capital TV): There are reports of a flood. What is your comment?\n\n"
        "Spokesperson: I would refer you to our statement.\n\n(Sana Shabb, River News): Is the Minister going to Skell?\n\nSpokesperson: In due course.",
        [
            ("official", None, "Welcome"),
            ("questioner", "Mara Hader", "There"),
            ("official", None, "I"),
            ("questioner", "Sana Shabb", "Is"),
            ("official", None, "In"),
        ],
    ),
    "an examination of a witness in court": (
        "State of Ternia v. Doe, Trial Transcript, Volume 2\n\nMarch 4, 2031\n\nDIRECT EXAMINATION\n\nBY MR. BRAUN:\n\n"
        "Q. When she dropped you off, was anybody at your house?\nA. No.\nQ. So you were the only person there?\nA. Right.\n\n"
        "MS. GREN: Objection, Your Honor. Leading.\n\nTHE COURT: Sustained.\n\nBY MR. BRAUN:\n\nQ. What did you do then?\nA. I called my brother.",
        [
            ("questioner", "Braun", "When"),
            ("official", None, "No."),
            ("questioner", "Braun", "So"),
            ("official", None, "Right."),
            ("official", "Gren", "Objection,"),
            ("chair", None, "Sustained."),
            ("questioner", "Braun", "What"),
            ("official", None, "I"),
        ],
    ),
    "a president in the roster of a verbatim record": (
        "108ª Sesión Plenaria de la Asamblea de la Ribera\n\nLunes 16 de septiembre de 2031\n\nPresidenta: Sra. Espina Garza (Skell)\n\n"
        "La Presidenta: Doy ahora la palabra al Secretario General.\n\nEl Secretario General (habla en inglés): Me complace estar en este Salón.\n\n"
        "La Presidenta: Doy las gracias al Secretario General.\n\nSr. Gertz (Velsen): Hablo en nombre del Grupo.\n\nLa Presidenta: Doy las gracias al representante.",
        [
            ("chair", "Espina Garza", "Doy"),
            ("official", None, "Me"),
            ("chair", "Espina Garza", "Doy"),
            ("official", "Gertz", "Hablo"),
            ("chair", "Espina Garza", "Doy"),
        ],
    ),
    "Danish posts with their article": (
        "Pressemøde den 13. april 2031\n\nDet talte ord gælder\n\nSe eller hør pressemødet i klippet herover.\n\n"
        "Statsministeren: ”Velkommen til pressemødet. Broen åbner i maj.”\n\nSpørger: ”Og færgen?”\n\nStatsministeren: ”Den sejler. Det har vi sagt hele tiden.”",
        [("official", None, "”Velkommen"), ("questioner", None, "”Og"), ("official", None, "”Den")],
    ),
    "forms of address before a stop, and a chairman named in brackets": (
        "Hearings of the Subcommittee on Locks\n\nWednesday, June 4, 2031\n\n"
        "The subcommittee met, pursuant to call, at 10:00 a.m., in Room H-313, Hon. John Linden [chairman of the subcommittee] presiding.\n\n"
        "Mr. Linden. The meeting will come to order. I am pleased to convene this hearing.\n\nMr. McGorn. Thank you, Mr. Chairman. I have no statement.\n\n"
        "Mr. Linden. Mr. Dreyer, you are recognized.\n\nMr. Dreyer. Thank you very much, Mr. Chairman. The lock is old.\n\n"
        "Mr. Linden. Thank you. I have heard that.\n\nMr. McGorn. So have I.",
        [
            ("narration", None, "The"),
            ("chair", "John Linden", "The"),
            ("official", "McGorn", "Thank"),
            ("chair", "John Linden", "Mr."),
            ("official", "Dreyer", "Thank"),
            ("chair", "John Linden", "Thank"),
            ("official", "McGorn", "So"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_gives_its_turns(shape: str) -> None:
    """Each shape is read as somebody who reads the page would tell who speaks."""
    page, turns = SHAPES[shape]
    assert turns_of(read_text(page)) == turns


def test_a_bare_word_for_a_kind_stands_above_the_title() -> None:
    """The line below it that names the kind with its speaker is the title, and hour and place stand behind the day."""
    statement = only(
        read_text(
            "Press Conferences\n\nExtraordinary Press Conference by Foreign Minister Ada Verne\n\nWednesday, January 8, 2031, 11:04 a.m. Velsen, Ternia\n\n"
            "Reporter: Is it open?\n\nMinister Verne: It is.\n\nReporter: Since when?\n\nMinister Verne: Since May."
        )
    )
    assert statement.title == "Extraordinary Press Conference by Foreign Minister Ada Verne"
    assert (statement.given_on, statement.place) == ("2031-01-08", "Velsen, Ternia")


def test_a_lead_above_the_line_of_place_and_day_is_not_said() -> None:
    """What the publisher prints between title and dateline belongs to neither the words nor the first speaker."""
    statement = only(
        read_text(
            "Entrevista coletiva concedida pela Presidenta da República, Dilva Roussel, durante café da manhã\n\n"
            "por Portal publicado 16/12/2031 17h17, última modificação 17/12/2031 11h40\n\n"
            "Durante encontro com jornalistas que fazem a cobertura diária do Palácio, a presidenta manifestou otimismo em relação ao ano\n\n"
            "Palácio da Ribeira, 16 de dezembro de 2031\n\nJornalista: A ponte abre?\n\nPresidenta: Abre em maio.\n\nMinistra Helga Chaves: E o porto também."
        )
    )
    assert [(turn.speaker, turn.role) for turn in statement.turns] == [
        (None, "questioner"),
        ("Dilva Roussel", "official"),
        ("Helga Chaves", "official"),
    ]
    assert (statement.given_on, statement.kinds) == ("2031-12-16", ("news_conference",))


def test_values_of_fields_may_stand_on_the_next_line() -> None:
    """A field's name with a colon and its value below are data of the page, and no words of anybody."""
    page = read_text(
        "Doorstop interview\n\nRelease Date:\n26/05/2031\nRelease Type:\nTranscript\nLocation:\nVelsen\n\n"
        "JOURNALIST:\n\nIs it open?\n\nPRIME MINISTER:\n\nIt is.\n\nJOURNALIST:\n\nSince when?\n\nPRIME MINISTER:\n\nSince May."
    )
    assert (only(page).posted_on, only(page).place, len(only(page).turns)) == ("2031-05-26", "Velsen", 4)


def test_several_stand_under_the_title_each_on_a_line() -> None:
    """Names with offices, commas at their ends, place and day: none of it is said."""
    statement = only(
        read_text(
            "Introductory statement to the press conference\n\nMaro Drast, President of the River Bank,\nVita Const, Vice-President of the River Bank,\n"
            "Skell am Main, 6 September 2031\n\nLadies and gentlemen, welcome.\n\nWe kept the rates.\n\nQuestion: Was it unanimous?\n\nDrast: It was not.\n\n"
            "Question: Who dissented?\n\nConst: Ask him."
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [
        ("Maro Drast", "President of the River Bank"),
        ("Vita Const", "Vice-President of the River Bank"),
    ]
    assert [turn.speaker for turn in statement.turns] == [None, None, "Maro Drast", None, "Vita Const"]
    assert (statement.given_on, statement.place) == ("2031-09-06", "Skell am Main")


def test_the_publishers_introduction_may_take_two_paragraphs() -> None:
    """Who met the press, and then that the transcript follows; the topics below are nobody's words."""
    reading = read_text(
        "River Department Noon Briefing, September 9, 2031\n\nDepartment Spokesman Rik Bouch briefed reporters on Tuesday.\n\nFollowing is the transcript:\n\n"
        "Daily Briefing Index\n\nBRIEFER: Rik Bouch, Spokesman\n\n-- The flood at Velsen\n\n-- The weir and the lock\n\n-- Travel of the Minister\n\n-- The ferry\n\n"
        "MR. BOUCH: Good afternoon, everybody.\n\nQUESTION: Is the weir open?\n\nMR. BOUCH: It is.\n\nQUESTION: Since when?\n\nMR. BOUCH: Since May."
    )
    assert [(role, speaker) for role, speaker, _ in turns_of(reading)] == [
        ("narration", None),
        ("official", "Rik Bouch"),
        ("questioner", None),
        ("official", "Rik Bouch"),
        ("questioner", None),
        ("official", "Rik Bouch"),
    ]


def test_a_line_of_one_speaker_above_his_words_is_a_byline() -> None:
    """Name and office before a colon, on a line of their own: the page's only speaker, who says what stands below."""
    reading = read_html(
        "<h1>Intervention de Jean-Yves Verne</h1><p>Skell, le 7 octobre 2031</p><p>Jean-Yves Verne, ministre des affaires étrangères :</p>"
        "<p>Je vous remercie de votre accueil. Notre dernière rencontre date de mai.</p><p>Je vais répondre à vos questions.</p>"
    )
    assert turns_of(reading) == [("official", "Jean-Yves Verne", "Je")]
    assert [(one.name, one.office) for one in only(reading).speakers] == [
        ("Jean-Yves Verne", "ministre des affaires étrangères")
    ]


def test_a_line_under_the_title_says_what_the_text_is_and_whose() -> None:
    """A headline tells no kind; the line below it does, and names who speaks."""
    statement = only(
        read_text(
            "A little bit of patience?\n\nSpeech given by Sir Jon Cunl, Deputy Governor of the River Bank\n\nSkell\nFriday 13 July 2031\n\n"
            "A little patience at the bank is entirely appropriate.\n\nI would like to say today why."
        )
    )
    assert (statement.title, statement.kinds) == ("A little bit of patience?", ("speech",))
    assert [(one.name, one.office) for one in statement.speakers] == [
        ("Jon Cunl", "Deputy Governor of the River Bank")
    ]
    assert [(turn.speaker, turn.text.split()[1]) for turn in statement.turns] == [("Jon Cunl", "little")]


def test_what_governments_print_above_all_their_pages_is_no_title() -> None:
    """The banner that a site is official is furniture, in plain text too."""
    statement = only(
        read_text(
            "An official website of the River States Government\nHere's how you know\n\nOfficial websites use .gov\n\n"
            "A .gov website belongs to an official government organization in the River States.\n\nSecure .gov websites use HTTPS\n\n"
            "A lock ( lock ) or https:// means you’ve safely connected to the .gov website. Share sensitive information only on official, secure websites.\n\n"
            "Press Secretary Maj. Gen. Pat Ryd Holds a Press Briefing\n\nMAJOR GENERAL PAT RYD: Good afternoon, everyone.\n\nQ: Is it open?\n\n"
            "GEN. RYD: It is.\n\nQ: Since when?\n\nGEN. RYD: Since May."
        )
    )
    assert statement.title == "Press Secretary Maj. Gen. Pat Ryd Holds a Press Briefing"
    assert [(one.name, one.office) for one in statement.speakers] == [("Pat Ryd", "Press Secretary")]
    assert [turn.speaker for turn in statement.turns] == ["Pat Ryd", None, "Pat Ryd", None, "Pat Ryd"]


def test_what_stands_above_a_status_line_is_told_and_not_said() -> None:
    """A summary between title and "check against delivery" is the publisher's."""
    statement = only(
        read_text(
            "Rede von Bundesminister Harrow anlässlich der Veranstaltung „Reden über Flüsse“, Skell, 14.01.2031\n\n"
            "Bundesminister Harrow nannte die Brücke eine Erfolgsgeschichte. Denn: „Unsere Zukunft liegt am Fluss.“\n\n-- Es gilt das gesprochene Wort! --\n\n"
            "Sehr geehrter Herr Dorn,\nmeine sehr geehrten Damen und Herren,\n\nich wünsche Ihnen allen ein gutes neues Jahr.\n\nWir bauen weiter."
        )
    )
    assert statement.status == ("check_against_delivery",)
    assert [turn.text.split()[0] for turn in statement.turns] == ["Sehr"]
