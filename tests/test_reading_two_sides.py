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
