"""Reports of what somebody said: the publisher's words about him, which are none of his own, whatever the title calls them."""

from __future__ import annotations

import pytest

from onrecord.model import Reading
from onrecord.reading import read_page
from onrecord.reading.words.reporting import tells_of
from reading_pages import capture_of, only

REPORTS = {
    "en": ("Speech by Ada Verne, Minister of Harbours, at the opening of the Skell lock",
           "Minister of Harbours Ada Verne opened the lock. The Minister said that it had taken two winters.|She added that the masons deserved the thanks of the town. The Minister stressed that the ferry would sail next week."),
    "de": ("Ansprache von Hafenministerin Ada Verne zur Eröffnung der Schleuse",
           "Hafenministerin Ada Verne hat die Schleuse eröffnet. Die Ministerin sagte, die Schleuse habe zwei Winter gebraucht.|Sie fügte hinzu, dass die Maurer den Dank der Stadt verdienten. Die Ministerin betonte, die Fähre fahre nächste Woche."),
    "fr": ("Discours d’Ada Verne, ministre des Ports, lors de l’inauguration de l’écluse de Skell",
           "La ministre des Ports, Ada Verne, a inauguré l’écluse. La ministre a souligné que les travaux avaient duré deux hivers.|Elle a ajouté que les maçons méritaient les remerciements de la ville. La ministre a rappelé que le bac partirait la semaine prochaine."),
    "es": ("Discurso de Ada Verne, ministra de Puertos, en la inauguración de la esclusa de Skell",
           "La ministra de Puertos, Ada Verne, inauguró la esclusa. La ministra señaló que las obras duraron dos inviernos.|Añadió que los albañiles merecen el agradecimiento de la ciudad. La ministra destacó que el transbordador saldrá la próxima semana."),
    "pt": ("Discurso da ministra dos Portos, Ada Verne, na inauguração da eclusa de Skell",
           "A ministra dos Portos, Ada Verne, inaugurou a eclusa. A ministra afirmou que as obras duraram dois invernos.|Acrescentou que os pedreiros merecem a gratidão da cidade. A ministra destacou que a balsa parte na próxima semana."),
    "it": ("Discorso della ministra dei Porti Ada Verne all’inaugurazione della chiusa di Skell",
           "La ministra dei Porti Ada Verne ha inaugurato la chiusa. La ministra ha sottolineato che i lavori sono durati due inverni.|Ha aggiunto che i muratori meritano la gratitudine della città. La ministra ha ricordato che il traghetto partirà la prossima settimana."),
    "nl": ("Toespraak van Ada Verne, minister van Havens, bij de opening van de sluis van Skell",
           "Minister van Havens Ada Verne heeft de sluis geopend. De minister zei dat het werk twee winters had geduurd.|Zij voegde eraan toe dat de metselaars dank verdienen. De minister benadrukte dat de veerboot volgende week vaart."),
    "sv": ("Tal av hamnminister Ada Verne vid invigningen av slussen i Skell",
           "Hamnminister Ada Verne invigde slussen. Ministern sade att arbetet hade tagit två vintrar.|Hon tillade att murarna förtjänar stadens tack. Ministern betonade att färjan går nästa vecka."),
    "ru": ("Выступление министра портов Ады Верн на открытии Скелльского шлюза",
           "Министр портов Ада Верн открыла шлюз. Министр отметила, что строительство заняло две зимы.|Она добавила, что каменщики заслужили благодарность города. Министр подчеркнула, что паром пойдёт на следующей неделе."),
    "uk": ("Промова міністерки портів Ади Верн на відкритті Скельського шлюзу",
           "Міністерка портів Ада Верн відкрила шлюз. Міністерка зазначила, що будівництво тривало дві зими.|Вона додала, що муляри заслужили подяку міста. Міністерка підкреслила, що пором піде наступного тижня."),
    "pl": ("Wystąpienie minister portów Ady Werny",
           "Minister portów Ada Werna otworzyła śluzę. Minister podkreśliła, że budowa trwała dwie zimy.|Dodała, że murarze zasłużyli na wdzięczność miasta. Minister zaznaczyła, że prom popłynie w przyszłym tygodniu."),
    "cs": ("Projev ministryně přístavů Ady Verne při otevření skellského zdymadla",
           "Ministryně přístavů Ada Verne otevřela zdymadlo. Ministryně uvedla, že stavba trvala dvě zimy.|Dodala, že si zedníci zaslouží vděčnost města. Ministryně zdůraznila, že přívoz vypluje příští týden."),
    "hu": ("Verne Ada kikötőügyi miniszter beszéde a skelli zsilip megnyitóján",
           "Verne Ada kikötőügyi miniszter megnyitotta a zsilipet. A miniszter hangsúlyozta, hogy az építkezés két télig tartott.|Hozzátette, hogy a kőművesek megérdemlik a város háláját. A miniszter kijelentette, hogy a komp jövő héten indul."),
    "ro": ("Discursul ministrei porturilor, Ada Verne, la inaugurarea ecluzei din Skell",
           "Ministra porturilor, Ada Verne, a inaugurat ecluza. Ministra a subliniat că lucrările au durat două ierni.|Ea a adăugat că zidarii merită recunoștința orașului. Ministra a precizat că bacul pleacă săptămâna viitoare."),
    "el": ("Ομιλία της Υπουργού Λιμένων Άντας Βέρνη στα εγκαίνια της δεξαμενής του Σκελ",
           "Η Υπουργός Λιμένων Άντα Βέρνη εγκαινίασε τη δεξαμενή. Η Υπουργός τόνισε ότι τα έργα κράτησαν δύο χειμώνες.|Πρόσθεσε ότι οι κτίστες αξίζουν την ευγνωμοσύνη της πόλης. Η Υπουργός σημείωσε ότι το πλοίο αναχωρεί την επόμενη εβδομάδα."),
    "tr": ("Liman Bakanı Ada Verne’nin Skell Kanalı açılışında yaptığı konuşma",
           "Liman Bakanı Ada Verne kanalı açtı. Bakan Verne, inşaatın iki kış sürdüğünü belirtti.|Verne, ustaların kentin teşekkürünü hak ettiğini söyledi. Bakan, vapurun gelecek hafta kalkacağını vurguladı."),
    "ar": ("كلمة وزيرة الموانئ سلمى الحداد في افتتاح قناة سكيل",
           "افتتحت وزيرة الموانئ سلمى الحداد القناة. وقالت الوزيرة إن العمل استغرق شتاءين.|وأضافت أن البنائين يستحقون شكر المدينة. وأكدت الوزيرة أن العبارة ستبحر الأسبوع القادم."),
    "fa": ("سخنرانی وزیر بنادر آدا ورنه در افتتاح کانال اسکل",
           "وزیر بنادر آدا ورنه کانال را افتتاح کرد. وزیر گفت که کار دو زمستان طول کشید.|او افزود که بنایان سزاوار سپاس شهر هستند. وزیر بنادر تأکید کرد که کشتی هفته آینده حرکت خواهد کرد."),
    "hi": ("बंदरगाह मंत्री रोहिणी कश्यप का भाषण",
           "बंदरगाह मंत्री रोहिणी कश्यप ने जलद्वार का उद्घाटन किया। मंत्री ने कहा कि निर्माण में दो सर्दियाँ लगीं।|मंत्री ने बताया कि राजमिस्त्री नगर के धन्यवाद के पात्र हैं। रोहिणी कश्यप ने कहा कि नाव अगले सप्ताह चलेगी।"),
    "zh": ("港务部部长高岚在斯凯尔船闸启用仪式上的讲话",
           "港务部部长高岚出席船闸启用仪式。高岚指出，工程历时两个冬天。|高岚表示，石匠应当得到全城的感谢。高岚强调，渡轮将于下周开航。"),
    "ko": ("고란희 항만부 장관 모두발언",
           "고란희 항만부 장관은 수문 개통식에 참석했다. 고란희 장관은 공사에 두 번의 겨울이 걸렸다고 말했다.|장관은 석공들이 도시의 감사를 받아야 한다고 강조했다. 고란희 장관은 나룻배가 다음 주에 출항한다고 밝혔다."),
}  # fmt: skip


def read_words(language: str, title: str, words: str) -> Reading:
    """The Reading of a page of an office, with a day below its title."""
    paragraphs = "".join(f"<p>{part}</p>" for part in words.split("|"))
    body = f"<h1>{title}</h1><p>2031-05-14</p>{paragraphs}"
    return read_page(f"<html lang='{language}'><body>{body}</body></html>", capture_of("text/html"))


@pytest.mark.parametrize("language", REPORTS)
def test_a_report_is_not_what_somebody_said(language: str) -> None:
    """The title calls it a speech, the text tells of whom the title names that he said, added, stressed; nobody says "we"."""
    statement = only(read_words(language, *REPORTS[language]))
    assert {(turn.role, turn.speaker) for turn in statement.turns} == {("narration", None)}


def test_japanese_reports_in_the_plain_form_and_speaks_politely() -> None:
    """The same two sentences, as a report ends them and as somebody says them."""
    report = "高嵐大臣は水門の開通式に出席した。高嵐大臣は、工事に二度の冬を要したと述べた。石工は町の感謝に値すると指摘した。"
    assert tells_of(report, "ja", frozenset(("高嵐", "大臣")))
    assert not tells_of(report.replace("した。", "しました。"), "ja", frozenset(("高嵐", "大臣")))


def test_a_speech_that_tells_what_others_said_is_a_speech() -> None:
    """Whoever says "I" speaks, also where most of his sentences are of others."""
    words = (
        "My grandfather said that a lock is a promise. He added that a promise is kept with stones.|"
        "The masons said that it could not be done, and Minister Harrow stressed that the water was too cold. I think of them today."
    )
    statement = only(
        read_words("en", "Address by Minister Ada Verne at the dinner of the lock keepers", words)
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [("official", "Ada Verne")]


def test_a_speech_without_i_is_a_speech() -> None:
    """Nobody is told to have said anything: these are the words of whom the title names."""
    words = "The sea gives work to every family of this coast.|The harbour is open, and the lamp burns again. Glory to its keepers."
    statement = only(read_words("en", "Message of Minister Ada Verne on the Day of the Sea", words))
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [("official", "Ada Verne")]


def test_a_comment_on_what_another_said_is_its_speakers() -> None:
    """The spokesperson tells what the Governor said: what he tells is his comment."""
    words = (
        "The Governor of Brill said on Monday that the ferry would never sail. He added that the quay was a ruin.|"
        "The Governor stressed that the island had no harbour. None of this is so: the ferry sails on Friday."
    )
    statement = only(read_words("en", "Comment by Spokesperson Bel Olm on the ferry to the islands", words))
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [("official", "Bel Olm")]
