"""One short sitting set in five ways: who presides, two members, a noise of the hall behind the first member's words."""

from __future__ import annotations

import pytest

from onrecord.model import Statement
from reading_pages import only, read_html, read_text

FIRST, SECOND = "It will sail in May, as we promised.", "We worked on it for two winters."
SITTINGS = {
    "English": ("The Speaker", "Ms Ada Verne (Tide Party)", "Mr Bel Olm (River Party)", "(Applause)"),
    "German": ("Präsidentin Cara Finch", "Ada Verne (Flutpartei)", "Bel Olm (Flusspartei)", "(Beifall)"),
    "French": ("Mme la présidente", "Mme Ada Verne (Marée)", "M. Bel Olm (Rivière)", "(Applaudissements)"),
    "Italian": ("PRESIDENTE", "ADA VERNE (MAREA)", "BEL OLM (FIUME)", "(Applausi)"),
    "Portuguese": ("A Sra. Presidente", "A Sra. Ada Verne (Maré)", "O Sr. Bel Olm (Rio)", "(Aplausos)"),
    "Dutch": ("De voorzitter", "Mevrouw Verne (Getij)", "De heer Olm (Rivier)", "(Applaus)"),
    "Slovak": ("Finch, Cara, predsedníčka NR", "Verne, Ada, poslankyňa", "Olm, Bel, poslanec", "(Potlesk.)"),
    "Bulgarian": ("ПРЕДСЕДАТЕЛ КАРА ФИНЧ", "АДА ВЕРНЕ (ПРИЛИВ)", "БЕЛ ОЛЬМ (РЕКА)", "(Ръкопляскания.)"),
    "Ukrainian": ("ГОЛОВУЮЧИЙ", "ВЕРНЕ А.М.", "ОЛЬМ Б.К.", "(Оплески)"),
    "Greek": ("ΠΡΟΕΔΡΕΥΩΝ (Κάρα Φιντς)", "ΑΝΤΑ ΒΕΡΝΕ", "ΜΠΕΛ ΟΛΜ", "(Χειροκροτήματα)"),
    "Turkish": ("BAŞKAN", "ADA VERNE (Aven)", "BEL OLM (Skell)", "(Alkışlar)"),
    "Hindi": ("अध्यक्ष महोदय", "श्रीमती अदा वर्ने", "श्री बेल ओल्म", "(तालियाँ)"),
    "Chinese": ("主席", "王安娜议员", "李明议员", "（掌声）"),
    "Indonesian": ("KETUA RAPAT", "ADA VERNE (F-PASANG)", "BEL OLM (F-SUNGAI)", "(Tepuk tangan)"),
}
PLAIN = ("{label}: {words}", "{label}. – {words}", "{label}\n{words}")
MARKED_UP = ("<p><b>{label}:</b> {words}</p>", "<p><b>{label}</b></p><p>{words}</p>")


def sitting(shape: str, chair: str, first: str, second: str, noise: str) -> Statement:
    """Six turns as the reader has them, of a page whose labels are set so."""
    said = (
        (chair, FIRST),
        (first, f"{SECOND} {noise}"),
        (chair, SECOND),
        (second, FIRST),
        (chair, SECOND),
        (first, SECOND),
        (chair, FIRST),
    )
    printed = [shape.format(label=label, words=words) for label, words in said]
    if shape in PLAIN:
        return only(
            read_text("\n\n".join(("Sitting of the Assembly of Halvane", "14 May 2031", *printed, "")))
        )
    return only(
        read_html(
            f"<main><h1>Sitting of the Assembly of Halvane</h1><p>14 May 2031</p>{''.join(printed)}</main>"
        )
    )


@pytest.mark.parametrize("language", SITTINGS)
@pytest.mark.parametrize("shape", [*PLAIN, *MARKED_UP])
def test_each_has_the_floor_in_turn(shape: str, language: str) -> None:
    """Nobody's words are in another's mouth or lost, also where a noise of the hall ends them; the chair presides."""
    turns = sitting(shape, *SITTINGS[language]).turns
    assert [turn.role for turn in turns] == ["chair", "official"] * 3 + ["chair"]
    assert turns[1].text.startswith(SECOND)
    assert [turn.text for turn in turns[2:]] == [SECOND, FIRST, SECOND, SECOND, FIRST]
