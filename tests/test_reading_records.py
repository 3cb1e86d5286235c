"""Records of sittings in the markup of whole pages, as they were met that nobody had tuned on. All people are invented."""

from __future__ import annotations

import pytest

from onrecord.model import Turn
from reading_pages import only, read_html, read_text

Told = tuple[str | None, str | None, str]


def told(turns: tuple[Turn, ...]) -> list[Told]:
    """Return role, speaker and words of all turns that have a label."""
    return [(turn.role, turn.speaker, turn.text) for turn in turns if turn.label]


PAGES: dict[str, tuple[str, list[Told]]] = {
    "names in an element of their own, seat and party below, the holder of a post in brackets": (
        "<h1>Ferry Services</h1><p>Volume 812: debated on Tuesday 11 March 2031</p>"
        "<div class='item'><div class='name'>Ada Verne</div><div class='seat'>(Harrow West) (Lock)</div><p>When do the ferries sail again to the outer isles?</p></div>"
        "<div class='item'><div class='name'>The Secretary of State for Ferries</div><div class='seat'>(Bel Harrow)</div><p>They sail in May.</p></div>"
        "<div class='item'><div class='name'>Mr Speaker</div><p>I call the next question.</p></div>"
        "<div class='item'><div class='name'>Ada Verne</div><p>In May of which year?</p></div>"
        "<div class='item'><div class='name'>Bel Harrow</div><p>Of this year.</p></div>",
        [
            ("questioner", "Ada Verne", "When do the ferries sail again to the outer isles?"),
            ("official", "Bel Harrow", "They sail in May."),
            ("chair", None, "I call the next question."),
            ("questioner", "Ada Verne", "In May of which year?"),
            ("official", "Bel Harrow", "Of this year."),
        ],
    ),
    "names linked in headings, a post below": (
        "<main><h1>Harbour Pilots: Statements</h1>"
        "<div class='speech'><h4 class='who'><a href='/m/1'>Ada Verne</a></h4><div class='meta'>Minister for Harbours</div><p>The pilots bring in every ship that asks for them, by day and by night, in any weather there is.</p></div>"
        "<div class='speech'><h4 class='who'><a href='/m/2'>Bel Harrow</a></h4><p>The Minister is right about the pilots, and has had three years to do something about it.</p></div>"
        "<div class='speech'><h4 class='who'><a href='/m/3'>An Ceann Comhairle</a></h4><p>The time is up.</p></div>"
        "<div class='speech'><h4 class='who'><a href='/m/1'>Ada Verne</a></h4><p>I thank the House.</p></div>",
        [
            (
                "official",
                "Ada Verne",
                "The pilots bring in every ship that asks for them, by day and by night, in any weather there is.",
            ),
            (
                "official",
                "Bel Harrow",
                "The Minister is right about the pilots, and has had three years to do something about it.",
            ),
            ("chair", None, "The time is up."),
            ("official", "Ada Verne", "I thank the House."),
        ],
    ),
    "speeches counted in bold lines": (
        "<h1>Protokoll 2030/31:88</h1><p><b>Anf. 1 Statsrådet ADA VERNE (S)</b></p><p>Herr talman! Färjorna kommer.</p>"
        "<p><b>Anf. 2 BEL HARROW (C)</b></p><p>Herr talman! När då?</p><p><b>Anf. 3 TREDJE VICE TALMANNEN</b></p><p>Talartiden är ute.</p>"
        "<p><b>Anf. 4 Statsrådet ADA VERNE (S)</b></p><p>Herr talman! I vår.</p><p>Överläggningen var härmed avslutad.</p>",
        [
            ("official", "Ada Verne", "Herr talman! Färjorna kommer."),
            ("questioner", "Bel Harrow", "Herr talman! När då?"),
            ("chair", None, "Talartiden är ute."),
            ("official", "Ada Verne", "Herr talman! I vår."),
        ],
    ),
    "speeches counted before bold names": (
        "<p>Commission des Ports</p><p>01.01 <b>Ada Verne</b> (PL): Monsieur le ministre, le bac ne circule plus.</p>"
        "<p>01.02 Minister <b>Bel Harrow</b>: De veerdienst is hervat.</p><p>La <b>présidente</b>: Je vous remercie.</p>"
        "<p>01.03 <b>Colm Pell</b> (N-L): Ik sluit mij daarbij aan.</p><p><i>L'incident est clos.</i></p>",
        [
            ("official", "Ada Verne", "Monsieur le ministre, le bac ne circule plus."),
            ("official", "Bel Harrow", "De veerdienst is hervat."),
            ("chair", None, "Je vous remercie."),
            ("official", "Colm Pell", "Ik sluit mij daarbij aan."),
        ],
    ),
    "the time between the speeches, and who presides in brackets": (
        "<p class='tid'>Kl. 10:00</p><p class='taler'>Formanden (Dora Quill):</p><p>Mødet er åbnet.</p><p class='tid'>Kl. 10:01</p><p class='taler'>Ada Verne (SF):</p>"
        "<p>Øerne venter på færgen.</p><p class='tid'>Kl. 10:02</p><p class='taler'>Ministeren for havne (Bel Harrow):</p><p>Den sejler i maj.</p>"
        "<p class='tid'>Kl. 10:04</p><p class='taler'>Formanden (Dora Quill):</p><p>Tak til ministeren.</p>",
        [
            ("chair", "Dora Quill", "Mødet er åbnet."),
            ("official", "Ada Verne", "Øerne venter på færgen."),
            ("official", "Bel Harrow", "Den sejler i maj."),
            ("chair", "Dora Quill", "Tak til ministeren."),
        ],
    ),
    "seats in square brackets, each speaker once": (
        "<p><b>PENYATA RASMI PARLIMEN</b></p><p><b>Timbalan Menteri Pelabuhan [Tuan Bel Haron]:</b> Feri baharu mula beroperasi pada bulan Jun.</p>"
        "<p><b>Puan Ada binti Verna [Kuala Muara]:</b> Terima kasih Tuan Yang di-Pertua.</p><p><b>Tuan Yang di-Pertua:</b> Sila duduk.</p>",
        [
            ("official", "Bel Haron", "Feri baharu mula beroperasi pada bulan Jun."),
            ("official", "Ada binti Verna", "Terima kasih Tuan Yang di-Pertua."),
            ("chair", None, "Sila duduk."),
        ],
    ),
    "a dash behind names in capitals, noises behind the words": (
        "<p>BAŞKAN – Birleşimi açıyorum.</p><p>ADA VERNE (Kıyıköy) – Limanımız kapalı. (Sıralardan alkışlar)</p><p>BAŞKAN – Buyurun Sayın Bakan.</p>"
        "<p>LİMANLAR BAKANI BEL HARO – Liman açılacaktır. (Alkışlar)</p><p>BAŞKAN – Ara veriyorum.</p><p>Kapanma Saati: 14.31</p>",
        [
            ("chair", None, "Birleşimi açıyorum."),
            ("official", "Ada Verne", "Limanımız kapalı. (Sıralardan alkışlar)"),
            ("chair", None, "Buyurun Sayın Bakan."),
            ("official", "Bel Haro", "Liman açılacaktır. (Alkışlar)"),
            ("chair", None, "Ara veriyorum."),
        ],
    ),
    "surname first in a Spanish chamber": (
        "<h1>Sesión 12ª</h1><p>La señora <b>QUILLA, doña Dora</b> (Presidenta).- Tiene la palabra la diputada Verne.</p>"
        "<p>La señora <b>VERNE, doña Ada</b>.- Pido una fecha.</p><p>El señor <b>HARO</b> (ministro de Puertos).- El 1 de julio.</p>"
        "<p>La señora <b>QUILLA, doña Dora</b> (Presidenta).- Cerrado el debate.</p>",
        [
            ("chair", "Dora Quilla", "Tiene la palabra la diputada Verne."),
            ("official", "Ada Verne", "Pido una fecha."),
            ("official", "Haro", "El 1 de julio."),
            ("chair", "Dora Quilla", "Cerrado el debate."),
        ],
    ),
    "the time of day in square brackets behind each name": (
        "<h1>Møte onsdag den 12. mars 2031</h1><p>Presidenten [10:01:12]: Det første spørsmålet er fra Ada Verne.</p>"
        "<p>Ada Verne (A) [10:01:40]: Fergene i nord går ikke.</p><p>Statsråd Bel Harrow [10:03:02]: Vi har bestilt to nye ferger.</p>"
        "<p>Presidenten [10:06:01]: Dermed er debatten avsluttet.</p><p>Møtet hevet kl. 15.05.</p>",
        [
            ("chair", None, "Det første spørsmålet er fra Ada Verne."),
            ("official", "Ada Verne", "Fergene i nord går ikke."),
            ("official", "Bel Harrow", "Vi har bestilt to nye ferger."),
            ("chair", None, "Dermed er debatten avsluttet."),
        ],
    ),
    "who presides in small letters, the words on the next line": (
        "<p>De <b>voorzitter</b>:<br>Ik open de vergadering.</p><p>Mevrouw <b>Ada Verne</b> (D6):<br>Voorzitter. De pont vaart niet.</p>"
        "<p>De <b>voorzitter</b>:<br>Dank u wel.</p><p>Minister <b>Harrow</b>:<br>Maandag vaart de pont weer.</p><p>De heer <b>Pell</b> (VD):<br>Dank u.</p>",
        [
            ("chair", None, "Ik open de vergadering."),
            ("official", "Ada Verne", "Voorzitter. De pont vaart niet."),
            ("chair", None, "Dank u wel."),
            ("official", "Harrow", "Maandag vaart de pont weer."),
            ("official", "Pell", "Dank u."),
        ],
    ),
    "the time before a bold name and its party behind": (
        "<h1>Pöytäkirja PTK 22/2031</h1><p class='puhuja'>14.05 <b>Ada Verne</b> sd</p><p>Arvoisa puhemies! Lautat ovat tärkeitä.</p>"
        "<p class='puhuja'>14.09 <b>Bel Harrow</b> kok</p><p>Arvoisa puhemies! Kannatan.</p><p class='puhuja'><b>Puhemies Karl Pell</b></p><p>Keskustelu on päättynyt.</p>",
        [
            ("official", "Ada Verne", "Arvoisa puhemies! Lautat ovat tärkeitä."),
            ("official", "Bel Harrow", "Arvoisa puhemies! Kannatan."),
            ("chair", "Karl Pell", "Keskustelu on päättynyt."),
        ],
    ),
    "an outlet behind the word for who asks, of two syllables": (
        "<h1>Họp báo thường kỳ</h1><p>Phóng viên Báo Hải Cảng: Bao giờ phà hoạt động?</p><p>Người phát ngôn Lê Hải Anh: Từ ngày 1 tháng 5.</p>"
        "<p>Phóng viên Đài Biển: Có tàu nào bị giữ không?</p><p>Người phát ngôn Lê Hải Anh: Không có.</p>",
        [
            ("questioner", None, "Bao giờ phà hoạt động?"),
            ("official", "Lê Hải Anh", "Từ ngày 1 tháng 5."),
            ("questioner", None, "Có tàu nào bị giữ không?"),
            ("official", "Lê Hải Anh", "Không có."),
        ],
    ),
    "a post in capitals behind a form of address, its holder in brackets": (
        "<h1>Diario de Sesiones</h1><p>La señora <b>PRESIDENTA</b>: Señor ministro.</p><p>El señor <b>MINISTRO DE PUERTOS</b> (Haro Pino): El 1 de mayo.</p>"
        "<p>La señora <b>VERNE SALAS</b>: Le tomo la palabra.</p><p>La señora <b>PRESIDENTA</b>: Se levanta la sesión.</p>",
        [
            ("chair", None, "Señor ministro."),
            ("official", "Haro Pino", "El 1 de mayo."),
            ("official", "Verne Salas", "Le tomo la palabra."),
            ("chair", None, "Se levanta la sesión."),
        ],
    ),
    "the record's own lines between the words": (
        "<p>The SPEAKER: The first item is a motion.</p><p>Ms A VERNE: Hon Speaker, I move the motion.</p><p>Motion agreed to.</p>"
        "<p>Mr B HARROW: Hon Speaker, I note that.</p><p>The SPEAKER: That concludes the business.</p><p>The House adjourned at 16:42.</p>",
        [
            ("chair", None, "The first item is a motion."),
            ("official", "A Verne", "Hon Speaker, I move the motion."),
            ("official", "B Harrow", "Hon Speaker, I note that."),
            ("chair", None, "That concludes the business."),
        ],
    ),
}


@pytest.mark.parametrize("shape", PAGES)
def test_a_sitting_gives_its_turns(shape: str) -> None:
    """Each way of printing a sitting gives who speaks, in which role, and the words alone."""
    page, turns = PAGES[shape]
    assert told(only(read_html(page)).turns) == turns


def test_the_day_above_a_sitting_is_that_on_which_it_sat() -> None:
    """Whoever presides over others shows a debate, and the day above its words is the day of speaking."""
    statement = only(
        read_html(
            "<h1>Harbour Dues</h1><p>Tuesday 4 March 2031</p><p>The SPEAKER: Order.</p>"
            "<p>Ms A VERNE: I move the motion.</p><p>Mr B HARROW: I second it.</p><p>The SPEAKER: Thank you.</p>"
        )
    )
    assert (statement.kinds, statement.given_on, statement.posted_on) == (("debate",), "2031-03-04", None)


def test_a_chair_that_changes_hands_is_named_by_each_label() -> None:
    """Where the brackets tell now one and then another, a label without them names nobody."""
    turns = only(
        read_html(
            "<p>O SR. PRESIDENTE (Colmo Pell. PL - BA) - Declaro aberta a sessão.</p><p>A SRA. ADA VERNE (PC - RJ) - Quero o laudo.</p>"
            "<p>O SR. PRESIDENTE (Edgar Rowe. PL - SP) - Obrigado.</p><p>O SR. BEL HARROW (PV - RS) - Aqui está.</p><p>O SR. PRESIDENTE - Encerro.</p>"
        )
    ).turns
    assert [turn.speaker for turn in turns] == ["Colmo Pell", "Ada Verne", "Edgar Rowe", "Bel Harrow", None]


def test_headings_of_a_text_are_no_names() -> None:
    """An element with headings that never come back, none of whom presides, is no element of names."""
    statement = only(
        read_html(
            "<h1>Statement by Minister Ada Verne on the ferries</h1><h3 class='h'>Northern Isles</h3><p>The ferry sails again.</p>"
            "<h3 class='h'>Southern Isles</h3><p>The ferry waits for its engine.</p><h3 class='h'>Outer Isles</h3><p>There is no ferry.</p>"
        )
    )
    assert [turn.label for turn in statement.turns] == [None]


def test_a_japanese_ministry_s_lines_are_no_labels() -> None:
    """The day of change, the place and whom to ask are data; the words end above them."""
    statement = only(
        read_html(
            "<h1>細木大臣の閣議後記者会見の概要</h1><p>最終更新日：2031年3月13日</p><p>Q：渡船はいつ就航しますか。</p><p>A：五月でございます。</p>"
            "<p>Q：運賃はいくらですか。</p><p>A：未定でございます。</p><p>以上</p><p>お問合せ先：広報室　電話：03-0000-0000</p>"
        )
    )
    assert [turn.text for turn in statement.turns][-1] == "未定でございます。"
    assert (statement.updated_on, len(statement.turns)) == ("2031-03-13", 4)


def test_the_close_of_a_bulletin_in_chinese_is_none_of_its_words() -> None:
    """The end mark, the day and the hour of issue stand behind the words."""
    statement = only(
        read_text(
            "行政長官會見傳媒談話內容\n\n行政長官：票價不會增加。\n\n記者：超支多少？\n\n行政長官：百分之三。多謝各位。\n\n完\n\n2031年3月11日（星期二）\n\n香港時間10時35分"
        )
    )
    assert statement.turns[-1].text == "百分之三。多謝各位。"
    assert (statement.turns[-1].speaker, statement.posted_on) == (None, "2031-03-11")


LINES: dict[str, tuple[str, list[Told]]] = {
    "names on lines of their own, seats and buttons below": (
        "Home\nDebates\nMembers\n\nFerry Services\n\n11 March 2031\n\nAda Verne\n\n(Harrow West) (Lock)\n\nShare\n\nWhen do the ferries sail?\n\n"
        "The Secretary of State\n\n(Bel Harrow)\n\nShare\n\nThey sail in May.\n\nAda Verne\n\nShare\n\nOf which year?\n\nMr Speaker\n\nShare\n\nOrder.\n\nBel Harrow\n\nShare\n\nOf this year.",
        [
            ("questioner", "Ada Verne", "When do the ferries sail?"),
            ("official", "Bel Harrow", "They sail in May."),
            ("questioner", "Ada Verne", "Of which year?"),
            ("chair", None, "Order."),
            ("official", "Bel Harrow", "Of this year."),
        ],
    ),
    "rights and links behind the last words of an exchange": (
        "Интервю на министъра Ада Вернова\n\nВодещ: Кога тръгва фериботът?\n\nАда Вернова: На първи май.\n\nВодещ: А билетът?\n\nАда Вернова: Четири лева.\n\n"
        "Версия за печат\n\nЗа връзка\n\n© 2031 Министерство на транспорта. Всички права запазени.",
        [
            ("questioner", None, "Кога тръгва фериботът?"),
            ("official", "Ада Вернова", "На първи май."),
            ("questioner", None, "А билетът?"),
            ("official", "Ада Вернова", "Четири лева."),
        ],
    ),
    "the one whom the title names, by his post with a form of address": (
        "Dışişleri Bakanı Sayın Kerem Aldemir'in Liman TV'ye Verdiği Mülakat, 11 Mart 2031\n\nSUNUCU: Anlaşma ne zaman imzalanacak?\n\nSAYIN BAKAN: Gelecek ay yapacağız.\n\n"
        "SUNUCU: Karşı taraf ne diyor?\n\nSAYIN BAKAN: Onlar da memnun.",
        [
            ("questioner", None, "Anlaşma ne zaman imzalanacak?"),
            ("official", "Kerem Aldemir", "Gelecek ay yapacağız."),
            ("questioner", None, "Karşı taraf ne diyor?"),
            ("official", "Kerem Aldemir", "Onlar da memnun."),
        ],
    ),
    "the Diet, without a space between name and post": (
        "第221回国会 海事委員会 第5号 令和13年3月12日\n\n○細木委員長　これより会議を開きます。\n\n○片浜委員　事故件数を教えてください。\n\n○高岡政府参考人　十二件でございます。\n\n"
        "○細木委員長　本日は、これにて散会いたします。\n\n午前十一時四十分散会",
        [
            ("chair", "細木", "これより会議を開きます。"),
            ("official", "片浜", "事故件数を教えてください。"),
            ("official", "高岡", "十二件でございます。"),
            ("chair", "細木", "本日は、これにて散会いたします。"),
        ],
    ),
    "questions put to a witness": (
        "Transcript of hearing, 11 March 2031\n\nSIR COLM PELL: Shall we begin?\n\nMS QUILL: May I call Mr Rowe.\n\nMR EDGAR ROWE (affirmed)\n\nQuestions by MS QUILL\n\n"
        "Q. You were the harbour master?\n\nA. I was.\n\nQ. Was that usual?\n\nA. No.\n\nMS QUILL: Sir, that would be a convenient moment.",
        [
            ("official", "Colm Pell", "Shall we begin?"),
            ("questioner", "Quill", "May I call Mr Rowe."),
            ("questioner", "Quill", "You were the harbour master?"),
            ("official", "Edgar Rowe", "I was."),
            ("questioner", "Quill", "Was that usual?"),
            ("official", "Edgar Rowe", "No."),
            ("questioner", "Quill", "Sir, that would be a convenient moment."),
        ],
    ),
}


@pytest.mark.parametrize("shape", LINES)
def test_a_plain_rendering_gives_its_turns(shape: str) -> None:
    """Each way of printing an exchange in plain text gives who speaks, in which role, and the words alone."""
    page, turns = LINES[shape]
    assert told(only(read_text(page)).turns) == turns


def test_a_list_behind_a_statement_is_kept() -> None:
    """Short lines without a stop above the rights of a page are words where nobody has a label."""
    statement = only(
        read_text(
            "Statement by Minister Ada Verne on the ferries\n\nThe following harbours are open to ferries as of today:\n\nQuayside\n\nNorthmoor\n\n© 2031 Ministry of Harbours"
        )
    )
    assert statement.turns[-1].text.endswith("Northmoor")


def test_an_arabic_form_of_address_is_no_part_of_the_post() -> None:
    """Whom the title names is told behind his form of address and his post."""
    statement = only(
        read_html("<h1>حوار معالي وزير الخارجية سامي بلجين مع قناة الميناء</h1><p>المذيع: متى يفتح الميناء؟</p><p>معالي الوزير: في الأول من مايو.</p>"
                  "<p>المذيع: شكرا لكم.</p><p>معالي الوزير: شكرا لكم.</p>")
    )  # fmt: skip
    assert [(one.name, one.office) for one in statement.speakers] == [("سامي بلجين", "وزير الخارجية")]
