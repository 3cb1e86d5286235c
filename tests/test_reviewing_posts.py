"""Who speaks, where the post is told with what it is over, where the language leaves the pronoun out, and where somebody else replies."""

from __future__ import annotations

import pytest

from test_reviewing_claims import KEPT, claimed, speakers


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("« Nous laisserons la porte ouverte », a déclaré la ministre de la Mer Ilse Harrow.", "fr", "Ilse Harrow"),
        ("La ministre des Ports Ilse Harrow a déclaré : « Nous laisserons la porte ouverte. »", "fr", "Ilse Harrow"),
        ("Selon la ministre des Ports Ilse Harrow, « nous laisserons la porte ouverte ».", "fr", "Ilse Harrow"),
        ("La ministra de Puertos, Ilse Harrow, dijo: «Dejaremos la puerta abierta siempre».", "es", "Ilse Harrow"),
        ("«Lasceremo la porta sempre aperta», ha detto la ministra dei Porti Ilse Harrow.", "it", "Ilse Harrow"),
        ("‘Wij houden de poort altijd open’, zei minister van Havens Ilse Harrow.", "nl", "Ilse Harrow"),
        ("A ministra dos Portos, Ilse Harrow, disse: “Vamos manter a porta aberta”.", "pt", "Ilse Harrow"),
        ("«Θα κρατήσουμε την πύλη πάντα ανοιχτή», δήλωσε η Ίλζε Χάρου.", "el", "Ίλζε Χάρου"),
        ("Harrow Ilona kikötői miniszter ezt mondta: „Mindig nyitva tartjuk ezt a kaput.”", "hu", "Harrow Ilona"),
        ("Harrow Ilona kikötői miniszter szerint „mindig nyitva tartjuk ezt a kaput”.", "hu", "Harrow Ilona"),
        ("Bakan Elif Karaca şöyle konuştu: “Bu kapıyı her zaman açık tutacağız.”", "tr", "Elif Karaca"),
        ("“我们不会关闭这个港口，”外交部发言人高岚说。", "zh", "高岚"),
        ("「港を閉鎖するつもりはありません」と、高嵐港務大臣は述べた。", "ja", "高嵐"),
        ("قال المحافظ عمر النجار: «لن نغلق هذا الباب أبدا في وجه أحد».", "ar", "عمر النجار"),
    ],
)  # fmt: skip
def test_a_post_with_what_it_is_over(text: str, language: str, name: str) -> None:
    """The name stands behind the post, or behind a comma; what the post is over is no part of it."""
    (one,) = claimed(text, language)
    assert one.speaker is not None
    assert one.speaker.name == name


@pytest.mark.parametrize(
    ("text", "language", "office"),
    [
        ("„Wir lassen das Tor offen“, sagte der Minister der Finanzen.", "de", "Minister der Finanzen"),
        ("«Мы оставим ворота открытыми всегда», — сказал министр портов.", "ru", "министр портов"),
        ("”Vi håller porten öppen nu”, sade hamnministern.", "sv", "hamnministern"),
        ("港務大臣は10日、「港を閉鎖するつもりはない」と述べた。", "ja", "港務大臣"),
        ("항만부 장관은 10일 “우리는 항구를 계속 열어 둘 것입니다”라고 말했다.", "ko", "항만부 장관"),
    ],
)
def test_a_post_alone(text: str, language: str, office: str) -> None:
    """What a post is over is nobody's name; it is told, and as nobody is named, not judged."""
    (one,) = claimed(text, language)
    assert one.speaker is not None
    assert (one.speaker.value, one.speaker.name) == (office, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La ministre des Ports Ilse Harrow a ouvert le quai.\n\n« Nous laisserons la porte ouverte », a-t-elle déclaré.", "fr"),
        ("Министр портов Ilse Harrow открыла причал.\n\n«Мы оставим ворота открытыми всегда», — сказала она.", "ru"),
        ("Ministr Ilse Harrow přijela.\n\n„Necháme tu bránu vždycky otevřenou,“ řekla v úterý.", "cs"),
        ("Ministerin Ilse Harrow kam.\n\n„Wir lassen das Tor offen“, sagte sie.", "de"),
        ("Minister Ilse Harrow kwam.\n\n‘Wij houden de poort altijd open’, zei ze.", "nl"),
    ],
)  # fmt: skip
def test_a_pronoun_or_a_verb_alone(text: str, language: str) -> None:
    """They mean the one person whom the paragraph before has for its subject."""
    assert [one.speaker and one.speaker.name for one in claimed(text, language)] == ["Ilse Harrow"]


def test_several_are_no_pronoun_of_one() -> None:
    """“sagten sie” and “zeiden ze” are several."""
    assert speakers("Ministerin Ilse Harrow kam.\n\n„Wir lassen das Tor offen“, sagten sie.", "de") == [None]
    assert speakers("Minister Ilse Harrow kwam.\n\n‘Wij houden de poort altijd open’, zeiden ze.", "nl") == [
        None
    ]


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        ("“It is ours to keep open,” a captain said.", None),
        ("A fisherman replied: “It is ours to keep open.”", None),
        ("“It is ours to keep open,” the memo stated.", None),
        ("“It is ours to keep open.”", "Ilse Harrow"),
    ],
)
def test_what_another_replies_is_not_the_first_ones(second: str, speaker: str | None) -> None:
    """Where the words beside the second quotation have somebody say it whom they do not name, nobody is claimed."""
    assert speakers(f"Ilse Harrow said: “{KEPT}.” {second}")[1] == speaker
    assert (
        speakers(f"“{KEPT},” said Ilse Harrow, and a fisherman replied: “It is ours to keep open.”")[1]
        is None
    )


def test_critics_of_a_minister_are_not_the_minister() -> None:
    """Behind “of” a post is no subject, whatever article it has."""
    assert speakers(f"Critics of the foreign minister said “{KEPT}.”") == [None]
    assert speakers(f"Critics of the minister of the sea said “{KEPT}.”") == [None]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Bürgermeister Karl Pell dagegen warnte: „Wir lassen das Tor offen.“", "de", "Karl Pell"),
        ("Ma il sindaco Karl Pell ha avvertito: «Lasceremo la porta sempre aperta».", "it", "Karl Pell"),
        ("Pero el alcalde Karl Pell alertó: «Dejaremos la puerta abierta siempre».", "es", "Karl Pell"),
    ],
)
def test_contrasts_are_no_part_of_who_speaks(text: str, language: str, name: str) -> None:
    """“dagegen” stands between subject and verb, “ma” before the subject."""
    (one,) = claimed(text, language)
    assert one.speaker is not None
    assert one.speaker.name == name


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("PORT AUREL — Foreign Minister Ilse Harrow came. “We will keep the gate open,” she said.", "en", "Ilse Harrow"),
        ("PORT AUREL, May 14 (Merrow Wire) — Ilse Harrow came. “We will keep the gate open,” she said.", "en", "Ilse Harrow"),
        ("Vellhaven (mw) – Ministerin Ilse Harrow kam. „Wir lassen das Tor offen“, sagte sie.", "de", "Ilse Harrow"),
        ("O prefeito Carlos Pena anunciou: “Vamos manter a porta aberta.”", "pt", "Carlos Pena"),
        ("Il sindaco Carlo Pena lo ha confermato: «Lasceremo la porta sempre aperta».", "it", "Carlo Pena"),
        ("Le maire Karl Pell l’a annoncé : « Nous laisserons la porte ouverte. »", "fr", "Karl Pell"),
    ],
)  # fmt: skip
def test_datelines_articles_and_clitics_name_nobody(text: str, language: str, name: str) -> None:
    """The place that a wire story begins with is nobody whom a pronoun may mean; “o”, “lo” and “l’a” are no part of a name."""
    (one,) = claimed(text, language)
    assert one.speaker is not None
    assert one.speaker.name == name


def test_a_name_before_a_dash_is_no_dateline() -> None:
    """Then two are named, and the pronoun may mean either."""
    assert speakers(f"Karl Pell — Ilse Harrow’s rival — came. “{KEPT},” she said.") == [None]
