"""Titles that name who speaks in the order and the letters of their language. All people and places are invented."""

from __future__ import annotations

import pytest

from onrecord.reading.words.titled import people_in_title

NAMED = {
    "Discurso del ministro de Exteriores, Aldo Ferri, en Velsen": ("Aldo Ferri", "ministro de Exteriores"),
    "Declaración del portavoz del Gobierno, Aldo Ferri": ("Aldo Ferri", "portavoz del Gobierno"),
    "Intervento del ministro Aldo Ferri": ("Aldo Ferri", "ministro"),
    "Intervento del ministro degli Esteri Aldo Ferri alla Camera": ("Aldo Ferri", "ministro degli Esteri"),
    "Discurso do presidente Aldo Ferri na abertura da ponte": ("Aldo Ferri", "presidente"),
    "Toespraak van minister Ada Verne": ("Ada Verne", "minister"),
    "Anförande av utrikesminister Ada Verne": ("Ada Verne", "utrikesminister"),
    "Выступление министра иностранных дел А. В. Стожарова на открытии моста": (
        "А. В. Стожаров",
        "министр иностранных дел",
    ),
    "Обращение Президента Вельсенской Федерации Аркадия Стожарова": (
        "Аркадий Стожаров",
        "Президент Вельсенской Федерации",
    ),
    "Заява міністра закордонних справ Аркадія Стожарова щодо мосту": ("Аркадія Стожарова", None),
    "Przemówienie ministra spraw zagranicznych Jana Wernera": ("Jana Wernera", None),
    "Ομιλία του υπουργού Εξωτερικών Αλέξη Βερνή": ("Αλέξη Βερνή", None),
    "كلمة وزير الخارجية سامي بلجين في افتتاح الجسر": ("سامي بلجين", "وزير الخارجية"),
    "विदेश मंत्री श्री अरुण मलवानी का वक्तव्य": ("अरुण मलवानी", "विदेश मंत्री"),
    "외교부 장관 김도현 기자회견": ("김도현", "외교부 장관"),
    "김도현 외교부 장관 연설": ("김도현", "외교부 장관"),
    "Dışişleri Bakanı Sayın Deniz Aksoyer'in açıklaması": ("Deniz Aksoyer", "Dışişleri Bakanı"),
    "細木外務大臣会見記録": ("細木", "外務大臣"),
}
UNNAMED = (
    "Comunicado del ministro de Exteriores sobre la crisis",
    "Discurso del presidente de la República del Alto Lago",
    "Intervención del portavoz del Ministerio de Exteriores en Alto Lago",
    "Brief van de minister van Buitenlandse Zaken aan de Tweede Kamer",
    "Statement of the President of Alto Lago Republic",
    "Обращение Президента Вельсенской Федерации",
    "Обращение Президента Республики Вельсен",
    "Выступление министра иностранных дел на Генеральной Ассамблее",
    "Przemówienie Prezydenta Rzeczypospolitej Polskiej",
    "유럽의 외교부 장관 회담 성명",
    "कल प्रधानमंत्री के भाषण का पाठ",
    "كلمة وزير الخارجية في افتتاح الجسر",
)


@pytest.mark.parametrize("title", NAMED)
def test_who_speaks_is_named_by(title: str) -> None:
    """Behind a kind and a post in small letters, before them, in whatever case and script."""
    (speaker,) = people_in_title(title)
    assert (speaker.name, speaker.office) == NAMED[title]


@pytest.mark.parametrize("title", UNNAMED)
def test_nobody_is_named_by(title: str) -> None:
    """Words with capitals are the office's, the state's or the place's."""
    assert people_in_title(title) == []
