"""Interviews and sittings whose sides only the page itself tells apart: by letters, dashes, quotations, numbers and lists."""

from __future__ import annotations

import pytest

from onrecord.reading.turns.cast import lists_guest
from onrecord.reading.words.titled import people_in_title
from reading_pages import only, read_html, read_text

Told = list[tuple[str | None, str | None, str]]


def _told(markup: str) -> Told:
    page = read_html(markup) if markup.startswith("<") else read_text(markup)
    return [(turn.role, turn.speaker, turn.text) for turn in only(page).turns if turn.role != "narration"]


SIDES: dict[str, tuple[str, Told]] = {
    "the words once, then their letters": (
        "Bruno Harrow: “El puente abrirá en mayo”\n\nBruno Harrow recibe a este periódico en su despacho.\n\nPregunta. ¿Cuándo abre el puente?\n\nRespuesta. En mayo. Es un compromiso.\n\n"
        "P. Eso dijo el año pasado.\n\nR. No había dinero.\n\nP. ¿Dimitirá?\n\nR. Abrirá.\n",
        [
            ("questioner", None, "¿Cuándo abre el puente?"),
            ("official", "Bruno Harrow", "En mayo. Es un compromiso."),
            ("questioner", None, "Eso dijo el año pasado."),
            ("official", "Bruno Harrow", "No había dinero."),
            ("questioner", None, "¿Dimitirá?"),
            ("official", "Bruno Harrow", "Abrirá."),
        ],
    ),
    "answers in quotation marks, a question without its own": (
        "Intervista alla ministra Corinna Pelli: «Il ponte riapre a maggio»\n\nMinistra Pelli, quando riapre?\n\n«A maggio. I lavori sono finiti».\n\nLo aveva detto anche l’anno scorso.\n\n"
        "«Mancavano i soldi».\n\nE il traghetto?\n\n«Resta fino all’autunno».\n",
        [
            ("questioner", None, "Ministra Pelli, quando riapre?"),
            ("official", "Corinna Pelli", "«A maggio. I lavori sono finiti»."),
            ("questioner", None, "Lo aveva detto anche l’anno scorso."),
            ("official", "Corinna Pelli", "«Mancavano i soldi»."),
            ("questioner", None, "E il traghetto?"),
            ("official", "Corinna Pelli", "«Resta fino all’autunno»."),
        ],
    ),
    "a dash before Korean questions, their one named in the title": (
        "<h1>[인터뷰] 박서진 항만청장 “다리는 오월에 엽니다”</h1><p><b>-다리는 언제 열리나.</b></p><p>“오월에 엽니다.”</p><p><b>-작년에도 그렇게 말했다.</b></p><p>“예산이 부족했습니다.”</p>"
        "<p><b>-나룻배는 어떻게 되나.</b></p><p>“가을까지 운항합니다.”</p>",
        [
            ("questioner", None, "다리는 언제 열리나."),
            ("official", "박서진", "“오월에 엽니다.”"),
            ("questioner", None, "작년에도 그렇게 말했다."),
            ("official", "박서진", "“예산이 부족했습니다.”"),
            ("questioner", None, "나룻배는 어떻게 되나."),
            ("official", "박서진", "“가을까지 운항합니다.”"),
        ],
    ),
    "two long dashes before Japanese ones, and who asked below": (
        "<h1>北川進・港湾相に聞く　「橋は五月に開通」</h1><p>――橋はいつ開通しますか。</p><p>「五月に開通します」</p><p>――昨年も同じ答えでした。</p><p>「予算が足りませんでした」</p>"
        "<p>――渡し船はどうなりますか。</p><p>「秋まで続けます」</p><p>（聞き手・高瀬玲子）</p>",
        [
            ("questioner", None, "橋はいつ開通しますか。"),
            ("official", "北川進", "「五月に開通します」"),
            ("questioner", None, "昨年も同じ答えでした。"),
            ("official", "北川進", "「予算が足りませんでした」"),
            ("questioner", None, "渡し船はどうなりますか。"),
            ("official", "北川進", "「秋まで続けます」"),
        ],
    ),
    "counted Chinese questions below a lead": (
        "<h1>港务部有关负责人答记者问</h1><p>近日，港务部有关负责人就《办法》回答了记者提问。</p><p><b>一、问：背景是什么？</b></p><p>答：大桥关闭已有半年。</p><p><b>二、问：什么时候开通？</b></p><p>答：五月底开通。</p><p>（编辑：高岚）</p>",
        [
            ("questioner", None, "背景是什么？"),
            ("official", None, "大桥关闭已有半年。"),
            ("questioner", None, "什么时候开通？"),
            ("official", None, "五月底开通。"),
        ],
    ),
    "letters below an agency's lead, which names who answers": (
        "<h1>Q&A: a bridge that would not open</h1><p>SKELL (River Wire) - Ports Minister Bel Harrow spoke to River Wire on Wednesday. Here are edited excerpts.</p>"
        "<p><b>Q: When does it open?</b></p><p>A: In May.</p><p><b>Q: You said that last year.</b></p><p>A: There was no money.</p>",
        [
            ("questioner", None, "When does it open?"),
            ("official", "Bel Harrow", "In May."),
            ("questioner", None, "You said that last year."),
            ("official", "Bel Harrow", "There was no money."),
        ],
    ),
    "a broadcaster's long bars behind initials, hosts and guests above": (
        "<h1>Борис Харов - Персонально ваш</h1><p>Ведущие: Ада Вернова</p><p>Гости: Борис Харов, министр портов</p><p>А.Вернова―</p><p>Добрый день.</p><p>Б.Харов― Добрый день.</p>"
        "<p>А.Вернова― Когда откроют мост?</p><p>Б.Харов― В мае. Мы успеваем.</p><p>А.Вернова― Спасибо.</p>",
        [
            ("questioner", "Ада Вернова", "Добрый день."),
            ("official", "Борис Харов", "Добрый день."),
            ("questioner", "Ада Вернова", "Когда откроют мост?"),
            ("official", "Борис Харов", "В мае. Мы успеваем."),
            ("questioner", "Ада Вернова", "Спасибо."),
        ],
    ),
    "speeches that the record counts, and headings with their numbers": (
        "COMMISSION DES PORTS\n\nMERCREDI 14 MAI 2031\n\n01 Vraag van Bel Harrow aan Cora Pell (minister van Havens) over de brug\n\n01.01 Bel Harrow (LP): Mevrouw de minister, de brug is gesloten.\n\n"
        "01.02 Minister Cora Pell: De brug gaat in mei open.\n\n01.03 Bel Harrow (LP): Dank u.\n\n02 Question de Karine Quell à Cora Pell (ministre des Ports) sur le bac\n\n"
        "02.01 Karine Quell (HP): Le prix du bac augmente.\n\n02.02 Cora Pell, ministre: Non.\n\nDe voorzitster: De vergadering is gesloten.\n",
        [
            ("official", "Bel Harrow", "Mevrouw de minister, de brug is gesloten."),
            ("official", "Cora Pell", "De brug gaat in mei open."),
            ("official", "Bel Harrow", "Dank u."),
            ("official", "Karine Quell", "Le prix du bac augmente."),
            ("official", "Cora Pell", "Non."),
            ("chair", None, "De vergadering is gesloten."),
        ],
    ),
    "surnames first, and alone in bold": (
        "<h1>Amtliches Bulletin, 14.05.2031</h1><p><b>Harrow</b> Bernd (L, SK), für die Kommission: Die Brücke ist gesperrt.</p><p><b>Verne</b> Ada (L, SK): Wir warten seit einem halben Jahr.</p>"
        "<p><b>Pellet</b> Corine, conseillère fédérale: Le pont rouvrira au mois de mai.</p><p><b>Präsident</b> (Quell Otmar, Präsident): Wir stimmen ab.</p>",
        [
            ("official", "Harrow Bernd", "Die Brücke ist gesperrt."),
            ("official", "Verne Ada", "Wir warten seit einem halben Jahr."),
            ("official", "Pellet Corine", "Le pont rouvrira au mois de mai."),
            ("chair", "Quell Otmar", "Wir stimmen ab."),
        ],
    ),
    "an Arabic sitting under a woman": (
        "<h1>محضر الجلسة الثانية عشرة - 14 مايو 2031</h1><p><b>السيدة الرئيسة:</b></p><p>نفتتح الجلسة.</p><p><b>السيد سامي هارو:</b></p><p>الجسر مغلق منذ ستة أشهر.</p>"
        "<p><b>السيد وزير الموانئ:</b></p><p>يفتح الجسر في شهر مايو.</p><p><b>السيد سامي هارو:</b></p><p>شكرا.</p><p><b>السيدة الرئيسة:</b></p><p>ترفع الجلسة.</p><p>(رفعت الجلسة الساعة الحادية عشرة)</p>",
        [
            ("chair", None, "نفتتح الجلسة."),
            ("official", "سامي هارو", "الجسر مغلق منذ ستة أشهر."),
            ("official", None, "يفتح الجسر في شهر مايو."),
            ("official", "سامي هارو", "شكرا."),
            ("chair", None, "ترفع الجلسة."),
        ],
    ),
}


@pytest.mark.parametrize("shape", SIDES)
def test_two_sides(shape: str) -> None:
    """Each turn has its side, and a speaker only where the page names one."""
    page, told = SIDES[shape]
    assert _told(page) == told


def test_senators_present_are_no_first_names() -> None:
    """ "Senators Pell, Quist" lists who was there: the senator's first name is nowhere."""
    page = (
        "PORTS COMMITTEE\n\nWednesday, 14 May 2031\n\nMembers in attendance: Senators Pell, Quist, Verne\n\nCHAIR (Senator Verne): I declare open this hearing.\n\n"
        "Senator PELL: When does the bridge open?\n\nMs Dunne: In May, Senator.\n\nSenator PELL: Thank you.\n\nMs Dunne: Not at all.\n\nCHAIR: The hearing is closed.\n"
    )
    assert {turn.speaker for turn in only(read_text(page)).turns if turn.label == "Senator PELL"} == {"Pell"}


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Entrevista al ministro Bruno Harrow: “El puente abrirá”", ["Bruno Harrow"]),
        ("Intervista alla ministra Corinna Pelli: «Il ponte riapre»", ["Corinna Pelli"]),
    ],
)
def test_a_name_in_a_title_ends_at_a_colon(title: str, who: list[str]) -> None:
    """What stands behind it is what they say."""
    assert [one.name for one in people_in_title(title)] == who


@pytest.mark.parametrize(
    ("line", "guest"),
    [
        ("Гости: Борис Харов, министр портов", True),
        ("Guest: Bel Harrow", True),
        ("Guest: ", False),
        ("Host: Ada Verne", False),
    ],
)
def test_lines_that_list_a_guest(line: str, guest: bool) -> None:
    """A broadcast with a guest is an interview; who hosts it is none."""
    assert lists_guest(line) is guest


MORE: dict[str, tuple[str, Told]] = {
    "arrows behind Korean names, the broadcast listed above": (
        '<h1>[인터뷰] 박서진 항만청장 "다리, 오월에 연다"</h1><p>■ 방송 : 아침을 여는 사람들<br>■ 진행 : 이하늘 앵커<br>■ 대담 : 박서진 항만청장</p><p>◇ 이하늘> 다리는 언제 열립니까?</p>'
        "<p>◆ 박서진> 오월에 열겠습니다.</p><p>◇ 이하늘> 작년에도 그렇게 말씀하셨는데요.</p><p>◆ 박서진> 예산이 없었습니다.</p>",
        [
            ("questioner", "이하늘", "다리는 언제 열립니까?"),
            ("official", "박서진", "오월에 열겠습니다."),
            ("questioner", "이하늘", "작년에도 그렇게 말씀하셨는데요."),
            ("official", "박서진", "예산이 없었습니다."),
        ],
    ),
    "members by the numbers of their seats": (
        "令和13年第2回定例会\n2031-05-14\n\n◯議長（斎藤一朗君）　これより会議を開きます。\n\n◯12番（高瀬玲子君）　橋について質問いたします。\n\n◯市長（北川進君）　五月に開通いたします。\n\n"
        "◯12番（高瀬玲子君）　ありがとうございました。\n\n◯議長（斎藤一朗君）　終わります。\n",
        [
            ("chair", "斎藤一朗", "これより会議を開きます。"),
            ("official", "高瀬玲子", "橋について質問いたします。"),
            ("official", "北川進", "五月に開通いたします。"),
            ("official", "高瀬玲子", "ありがとうございました。"),
            ("chair", "斎藤一朗", "終わります。"),
        ],
    ),
    "a post in small letters behind a name in capitals": (
        "ORSZÁGGYŰLÉSI NAPLÓ\n2031. május 14. szerda\n\nELNÖK: Az ülést megnyitom.\n\nHAROV BÉLA (LP): A híd fél éve zárva van.\n\nELNÖK: Pell Kálmán miniszter úr válaszol.\n\n"
        "PELL KÁLMÁN kikötőügyi miniszter: A híd májusban megnyílik.\n\nHAROV BÉLA (LP): Köszönöm.\n\nELNÖK: Az ülést bezárom.\n",
        [
            ("chair", None, "Az ülést megnyitom."),
            ("official", "Harov Béla", "A híd fél éve zárva van."),
            ("chair", None, "Pell Kálmán miniszter úr válaszol."),
            ("official", "Pell Kálmán", "A híd májusban megnyílik."),
            ("official", "Harov Béla", "Köszönöm."),
            ("chair", None, "Az ülést bezárom."),
        ],
    ),
    "posts with articles, hours in brackets": (
        "Versión estenográfica de la sesión del miércoles 14 de mayo de 2031\n\nLa presidenta diputada Ada Verne Ruiz (11:04 horas): Se abre la sesión.\n\nEl diputado Carlos Pell Soto: El puente lleva seis meses cerrado.\n\n"
        "La diputada Corina Quell Mir (desde la curul): Presidenta.\n\nLa presidenta diputada Ada Verne Ruiz: La escucho, diputada.\n\nEl diputado Carlos Pell Soto: La acepto.\n\nLa presidenta diputada Ada Verne Ruiz (13:12 horas): Gracias.\n",
        [
            ("chair", "Ada Verne Ruiz", "Se abre la sesión."),
            ("official", "Carlos Pell Soto", "El puente lleva seis meses cerrado."),
            ("official", "Corina Quell Mir", "Presidenta."),
            ("chair", "Ada Verne Ruiz", "La escucho, diputada."),
            ("official", "Carlos Pell Soto", "La acepto."),
            ("chair", "Ada Verne Ruiz", "Gracias."),
        ],
    ),
    "a headline that looks like a turn, and leave taken at the end": (
        "Kora Kwil: Most otworzymy w maju\n\n14 maja 2031\n\nBel Harow: Kiedy zostanie otwarty?\n\nKora Kwil: W maju.\n\nBel Harow: A prom?\n\nKora Kwil: Będzie pływał do jesieni.\n\nDziękuję za rozmowę.\n",
        [
            ("questioner", "Bel Harow", "Kiedy zostanie otwarty?"),
            ("official", "Kora Kwil", "W maju."),
            ("questioner", "Bel Harow", "A prom?"),
            ("official", "Kora Kwil", "Będzie pływał do jesieni."),
            ("questioner", None, "Dziękuję za rozmowę."),
        ],
    ),
    "a record in two languages side by side": (
        "<h1>Debates of the Senate, Wednesday, May 14, 2031</h1><table><tr><td><p><b>The Hon. the Speaker:</b> The sitting is open.</p></td><td><p><b>Son Honneur la Présidente:</b> La séance est ouverte.</p></td></tr>"
        "<tr><td><p><b>Hon. Bel Harrow:</b> It is closed.</p></td><td><p><b>L'honorable Bel Harrow:</b> Il est fermé.</p></td></tr>"
        "<tr><td><p><b>The Hon. the Speaker:</b> The sitting is adjourned.</p></td><td><p><b>Son Honneur la Présidente:</b> La séance est levée.</p></td></tr></table>",
        [
            ("chair", None, "The sitting is open."),
            ("chair", None, "La séance est ouverte."),
            ("official", "Bel Harrow", "It is closed."),
            ("official", "Bel Harrow", "Il est fermé."),
            ("chair", None, "The sitting is adjourned."),
            ("chair", None, "La séance est levée."),
        ],
    ),
    "parties before names in brackets": (
        "RISALAH RAPAT\n\nRabu, 14 Mei 2031\n\nKETUA RAPAT (ADA WIRANA/F-LP):\n\nRapat saya buka.\n\nMENTERI PELABUHAN (BELA HARO):\n\nJembatan akan dibuka pada bulan Mei.\n\nF-HP (CIPTA PELANA):\n\nJembatan sudah ditutup enam bulan.\n\n"
        "KETUA RAPAT (ADA WIRANA/F-LP):\n\nTerima kasih.\n\n(RAPAT DITUTUP PUKUL 11.30 WIB)\n",
        [
            ("chair", "Ada Wirana", "Rapat saya buka."),
            ("official", "Bela Haro", "Jembatan akan dibuka pada bulan Mei."),
            ("official", "Cipta Pelana", "Jembatan sudah ditutup enam bulan."),
            ("chair", "Ada Wirana", "Terima kasih."),
        ],
    ),
}


@pytest.mark.parametrize("shape", MORE)
def test_who_says_what(shape: str) -> None:
    """Sittings and interviews of seven languages, each turn with its speaker and part."""
    page, told = MORE[shape]
    assert _told(page) == told


def test_a_sentence_at_the_title_names_no_kind() -> None:
    """ "Slovo má pan poslanec Harov." gives the floor; a line that is the kind has no stop."""
    body = (
        "<h1>Středa 14. května 2031, stenografický zápis</h1><p><b>Předsedkyně PSP Ada Vernová:</b> Zahajuji schůzi.</p><p>Slovo má pan poslanec Harov.</p>"
        "<p><b>Poslanec Bel Harov:</b> Most je zavřený.</p><p><b>Předsedkyně PSP Ada Vernová:</b> Děkuji.</p><p><b>Poslanec Bel Harov:</b> Prosím.</p>"
    )
    assert [turn.role for turn in only(read_html(body)).turns] == ["chair", "official"] * 2


def test_a_word_of_a_post_is_no_name() -> None:
    """The title's "Cảng" (ports) goes with the post: the label sets the name without it."""
    body = (
        "<h1>Bộ trưởng Cảng Bảo Hà: 'Cầu sẽ mở vào tháng 5'</h1><p><b>Phóng viên: Khi nào cầu mở?</b></p><p><b>Bộ trưởng Bảo Hà:</b> Vào tháng 5.</p>"
        "<p><b>Phóng viên: Năm ngoái ông cũng nói như vậy.</b></p><p><b>Bộ trưởng Bảo Hà:</b> Nay đã có tiền.</p>"
    )
    assert {turn.speaker for turn in only(read_html(body)).turns} == {None, "Bảo Hà"}
