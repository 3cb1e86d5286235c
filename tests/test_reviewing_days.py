"""Days beside a quotation: found in the language of the article, counted from its own day, and no part of who is named."""

from __future__ import annotations

import pytest

from test_reviewing_claims import claimed


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("“We will keep the gate open,” Ilse Harrow said yesterday.", "en", "2025-04-09"),
        ("„Wir lassen das Tor offen“, sagte Ilse Harrow gestern.", "de", "2025-04-09"),
        ("« Nous laisserons la porte ouverte », a déclaré hier Ilse Harrow.", "fr", "2025-04-09"),
        ("«Dejaremos la puerta abierta siempre», dijo ayer Ilse Harrow.", "es", "2025-04-09"),
        ("”Vi håller porten öppen nu”, sade Ilse Harrow i går.", "sv", "2025-04-09"),
        ("”Vi håller porten öppen nu”, sade Ilse Harrow på tisdagen.", "sv", "2025-04-08"),
        ("«Мы оставим ворота открытыми всегда», — заявила 7 апреля Ильзе Харроу.", "ru", "2025-04-07"),
        ("„Zawsze będziemy trzymać bramę otwartą” – powiedziała 7 kwietnia Ilse Harrow.", "pl", "2025-04-07"),
        ("„Mindig nyitva tartjuk ezt a kaput” – mondta április 7-én Ilse Harrow.", "hu", "2025-04-07"),
        ("Ilse Harrow dün, “Bu kapıyı her zaman açık tutacağız” dedi.", "tr", "2025-04-09"),
        ("שר החוץ דוד לבני אמר ב-7 באפריל: “לא נסגור את הדלת הזאת לעולם”.", "he", "2025-04-07"),
        ("“हम यह दरवाज़ा कभी बंद नहीं करेंगे,” विदेश मंत्री अर्जुन वेलकर ने मंगलवार को कहा।", "hi", "2025-04-08"),
        ("“我们不会关闭这个港口，”外交部发言人高岚昨天说。", "zh", "2025-04-09"),
        ("“We will keep the gate open,” Ilse Harrow said of yesterday’s vote.", "en", None),
        ("“Wir bleiben noch lange hier”, sagte sie hier.", "de", None),
    ],
)
def test_a_day_counts_from_the_articles_own(text: str, language: str, day: str | None) -> None:
    """Yesterday, a weekday and a day without its year, wherever the language sets them; “hier” is a day in French alone."""
    (one,) = claimed(text, language, "2025-04-10")
    assert (one.date.value if one.date else None) == day
    (one,) = claimed(text, language, None)
    assert one.date is None


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("« Nous laisserons la porte ouverte », a déclaré mardi soir Ilse Harrow.", "fr", "Ilse Harrow"),
        ("« Nous laisserons la porte ouverte », a déclaré le 7 avril Ilse Harrow.", "fr", "Ilse Harrow"),
        ("«Dejaremos la puerta abierta siempre», dijo el martes Ilse Harrow.", "es", "Ilse Harrow"),
        ("«Мы оставим ворота открытыми всегда», — заявила 7 апреля Ильзе Харроу.", "ru", "Ильзе Харроу"),
        ("„Zawsze będziemy trzymać bramę otwartą” – powiedziała we wtorek Ilse Harrow.", "pl", "Ilse Harrow"),
        ("“We will keep the gate open,” Ilse Harrow, on Tuesday, told reporters.", "en", "Ilse Harrow"),
    ],
)
def test_a_day_parts_no_verb_from_who_speaks(text: str, language: str, speaker: str) -> None:
    """Between the verb and the name a day tells nothing of who speaks."""
    (one,) = claimed(text, language, "2025-04-10")
    assert one.speaker is not None
    assert one.speaker.value == speaker
