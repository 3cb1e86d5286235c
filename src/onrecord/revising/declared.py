"""What a source says itself of having changed a text: notes, update dates, corrections in brackets."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.model import Span, Turn
from onrecord.revising.kinds import Side

_LONGEST_NOTE = 400
# Reads “Correction: fourteen boats”, “An earlier version of this transcript …”, “This page was updated on 3 May to …”.
_NOTE = re.compile(
    r"^\W*(?:corrections?|corrected|clarifications?|errat(?:um|a)|corrigend(?:um|a)|addend(?:um|a)|update[ds]?|editor['’]?s['’]? notes?"
    r"|rectificati(?:f|on)|mise à jour|note de la rédaction|berichtigung|korrektur|richtigstellung|aktualisier(?:t|ung)|anm(?:erkung|\.) der redaktion"
    r"|corrección|fe de erratas|actualiza(?:do|ción)|nota (?:de la redacción|del editor)|rettifica|aggiorna(?:to|mento)|errata corrige|nota della redazione|nota da redação"
    r"|correção|errata|atualiza(?:do|ção)|исправлен(?:о|ие)|уточнени[ея]|обновлен(?:о|ие)|поправка|примечание (?:редакции|редактора)|от редакции|від редакції|виправлен(?:о|ня)|оновлен(?:о|ня)|уточнення"
    r"|διόρθωση|ενημέρωση|επικαιροποίηση|σημείωση (?:της σύνταξης|του συντάκτη)|oprava|oprava textu|aktualizováno|poznámka redakce|helyesbítés|frissítés|frissítve|a szerkesztő megjegyzése"
    r"|corectură|rectificare|actualizare|nota redacției|oikaisu|korjaus|päivit(?:ys|etty)|ispravak|ispravka|исправка|исправак|ažurirano|תיקון|עדכון|הבהרה|הערת המערכת|اصلاحیه|تصحیح|به‌روزرسانی|यह सुधारा गया|सुधार|संशोधन|अद्यतन|koreksi|ralat|pembaruan|đính chính|cập nhật"
    r"|rectificatie|correctie|bijgewerkt|sprostowanie|korekta|aktualizacja|od redakcji|(?:nota|przypis) redakcji|noot van de redactie|rättelse|rettelse|düzeltme|güncelleme|editörün notu|更正|勘误|訂正|更新|編集(?:部)?注|编者注|編者注|정정|수정|편집자 주|تصحيح|تحديث|ملاحظة (?:المحرر|التحرير|من المحرر))"
    r"(?:\s*\([^)]{1,60}\)|\s+(?:on|of|vom|du|del|от|am)?\s*[^:：]{1,40})?\s*[:：]"
    r"|\b(?:an? |the )?(?:earlier|previous|original|initial) version of (?:this|the)\b"
    r"|\bthis (?:transcript|statement|page|text|release|readout|version|speech|post|article) (?:has been|was|is) "
    r"(?:updated|corrected|amended|revised|edited|changed|modified)\b"
    r"|\b(?:une|la) version (?:antérieure|précédente|initiale|originale) d[eu] c"
    r"|\b(?:cette page|ce texte|cette déclaration|ce communiqué|cet article|ce discours) a été (?:mis à jour|mise à jour|corrigée?|modifiée?|actualisée?)\b"
    r"|\bdies(?:e|er|es|em) (?:text|seite|mitteilung|erklärung|fassung|beitrag|artikel|meldung|rede|version|dokument) wurde (?:am [^:\n]{1,30} )?"
    r"(?:aktualisiert|korrigiert|berichtigt|geändert|überarbeitet|ergänzt)\b"
    r"|\b(?:früheren?|ursprünglichen?|vorherigen?|ersten|älteren?) (?:fassung|version) d(?:ies|es)"
    r"|\b(?:una|la) versión (?:anterior|previa|original|inicial) de est"
    r"|\b(?:este (?:texto|comunicado|artículo|discurso)|esta (?:página|declaración|versión|nota)) (?:ha sido|fue) (?:actualizad|corregid|modificad)[oa]\b"
    r"|\b(?:una|la) versione (?:precedente|originale) di quest|\b(?:uma|a) versão (?:anterior|original) dest"
    r"|\bв (?:предыдущей|более ранней|первоначальной|прежней) версии\b|\b(?:внесены|внесена) (?:исправлени|изменени|уточнени|правк)"
    r"|\b(?:we|w) (?:wcześniejszej|poprzedniej|pierwotnej) wersji\b|\bпопередній версії\b|\bвнесено (?:виправлення|зміни|уточнення)"
    r"|\b(?:tekst|oświadczenie|komunikat|strona|strony|artykuł) (?:został[ao]? )?(?:zaktualizowan|poprawion|zmienion)"
    r"|\b(?:oświadczenie|tekst|komunikat|stronę|artykuł) (?:zaktualizowano|poprawiono|zmieniono)\b"
    r"|\b(?:een|de) (?:eerdere|vorige|oorspronkelijke) versie van d|\b(?:tidigare|tidligere) (?:version|versjon|udgave|utgave) (?:av|af) d"
    # “Note: the original version misstated …”: an opening says that it is one, and a version that it tells of the text.
    r"|^\W*(?:hinweis|anmerkung|note|nota|notice|uwaga|примечание|примітка|opmerking|注|注記|备注|ملاحظة|ملحوظة)\s*[:：][^\n]{0,80}"
    r"(?:version|versión|versione|versão|fassung|версии|версії|wersji|versie|نسخة|版)"
    # “（2031年3月9日更新）”, “お詫びと訂正”
    r"|^[\s(（【［〔]*(?:\d[\d年月日./-]{3,14}\s*)?(?:更新|訂正|修正|追記|更正)\s*[)）】］〕]"
    r"|^\W*お詫びと訂正|(?:以前|当初|掲載当初)の(?:版|バージョン)|이전 버전"
    r"|(?:تم|جرى) (?:تحديث|تصحيح|تعديل) (?:هذا|هذه) |نسخة سابقة من (?:هذا|هذه) ",
    re.IGNORECASE,
)  # fmt: skip

_BRACKETS = ("[", "［", "〔", "【")
# “[the]*”, “[elections]”
_IN_BRACKETS = re.compile(r"\[[^\[\]]+\]\W*")
# “economy [elections]”, where the later version shows the word that was there and the right one
_STRUCK = re.compile(r"\S+(?:\s\S+){0,9}\s?\[[^\[\]]+\]\W*")
_MOST_STRUCK = 10


def note_in(text: str) -> bool:
    """Return whether a sentence that was put in, or taken out, is a note on changes of the text, not a part of it."""
    return len(text) <= _LONGEST_NOTE and _NOTE.search(text) is not None


def brackets_declare(turn: Turn | None, old: Side, side: Side) -> bool:
    """Return whether what the later version has stands in the source's own brackets, or is struck with the right words there.

    "[sic]", "~~forty~~ [fourteen]", `<del>forty</del><ins>fourteen</ins>`: the source shows that it changed something. Without
    what it put in, the words may be those of before: "40척의", "40척 [14척]의".
    """
    if turn is None or side.start == side.end:
        return False
    start, end = side.run.tokens[side.start].start, side.run.tokens[side.end - 1].end
    text = turn.text[start:end]
    inside = any(
        aside.span[0] <= start and end <= aside.span[1]
        if aside.text[:1] in _BRACKETS
        else _is_struck_at(turn.text, aside.span, (start, end))
        for aside in turn.editorial
    )
    if inside or _IN_BRACKETS.fullmatch(text) is not None or _STRUCK.fullmatch(text) is not None:
        return True
    rest, found = _IN_BRACKETS.subn("", text)
    return found > 0 and "".join(rest.split()) == old.letters


def _is_struck_at(text: str, put_in: Span, changed: Span) -> bool:
    """Whether a change is what the page put in behind struck words, those words, or both.

    It stands in the line whose words it corrects; headings and marks between the words have a line of their own.
    """
    start, end = put_in
    if not text[text.rfind("\n", 0, start) + 1 : start].strip():
        return False
    first, last = changed
    if start <= first:
        return last <= end
    is_before = last <= start and not text[last:start].strip()
    return (is_before or last == end) and len(text[first:start].split()) <= _MOST_STRUCK


def update_declares(
    old_updated: str | None, new_updated: str | None, between: tuple[str | None, str | None]
) -> bool:
    """Return whether the date that the source says it updated the text on tells of an edit between two captures.

    It must be new, and no earlier than the day before the last capture of the text as it was: days differ by time zone.
    """
    if new_updated is None or new_updated == old_updated:
        return False
    if old_updated is not None and new_updated[:10] < old_updated[:10]:
        return False
    before, after = between
    day = new_updated[:10]
    if before is not None and day < _day_before(before):
        return False
    return after is None or day <= _day_after(after)


def _day_before(moment: str) -> str:
    return (date.fromisoformat(moment[:10]) - timedelta(days=1)).isoformat()


def _day_after(moment: str) -> str:
    return (date.fromisoformat(moment[:10]) + timedelta(days=1)).isoformat()
