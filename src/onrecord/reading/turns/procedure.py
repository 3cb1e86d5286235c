"""What the record of a sitting tells by itself between the words: that it opened, closed, agreed or divided."""

from __future__ import annotations

import re

from onrecord.reading.page.blocks import Block
from onrecord.reading.words.caseless import caseless

LONGEST = 200
"""Characters of a line that the record tells by itself."""
# as in "BY MR. HARROW:", "Questions by MS VERNE", above the questions put to a witness, or "MR BEL HARROW (affirmed)"
_EXAMINED_BY = re.compile(
    r"BY (?:MR|MS|MRS|MISS|DR|THE)\b\.?\s[A-Z][A-Z .'’-]{1,40}:"
    r"|(?:(?:[Ff]urther |[Rr]e-?|[Cc]ross-?|[Dd]irect )?(?:[Qq]uestions|[Ee]xamination(?:-in-chief)?|[Ee]xamined|[Ss]ubmissions?|(?:[Oo]pening|[Cc]losing) (?:statement|submissions?|remarks))|Questioned) (?:by|from) (?:the )?[A-Z][\w .,'’-]{1,60}:?(?:\s[(\[][^()\[\]]{1,30}[)\]])?"
    r"|[A-Z][A-Z .,'’-]{4,60} \((?:affirmed|sworn|called|recalled|continued|re-called)[^()]{0,40}\)"
    r"|ON BEHALF OF THE [A-Z]{4,20}S?(?:, [A-Z ]{3,30})?|(?:(?:OPENING|PREPARED|ORAL|REBUTTAL) )?(?:STATEMENT|TESTIMONY|ARGUMENT) OF (?:THE )?(?:HON(?:\.|ORABLE) )?[A-Z][A-Z .,;'’()-]{4,150}"
    r"|(?:THE )?WITNESS: [A-Z][A-Z .,'’-]{3,60}(?: [(\[][A-Z][a-z]+[)\]])?"
)
# What such a line in small letters begins with: "Further questions by …", "Re-examined by …"
_EXAMINERS = frozenset("FRCDQESO")
_TIME = r"(?<!number )(?<!no )(?<!no\. )(?<!nr\. )(?<!nr )(?<!numéro )(?<!número )(?<!numero )\d{1,2}\s?(?:[:.hu時时点]\s?\d{2})?"
_BODY = r"(?:house|senate|assembly|council|committee|commission|sitting|meeting|session|proceedings|parliament|(?:lok|rajya|vidhan) sabha|chamber|court|tribunal|dáil|seanad)"
_SAT = r"(?:rapat|sidang|ülésnap|ülés|sitting|meeting|séance|réunion|sesión|sessão|reunião|seduta|sitzung|verhandlung|vergadering|zitting|mötet|sammanträdet|møtet|mødet|posiedzeni[ea]|obrady|schůze|birleşim\w*|oturum\w*|заседани\w*|засідан\w*|седниц\w*|sednic\w*|sjednic\w*|sej[ae]\b)"
# Whatever stands in it, a line of such words is the record's: those who preside say "is", and tell no time of day.
_TOLD = caseless(
    r"(?:the )?(?:motion|question|amendments?|clauses?|schedules?|bill|debate|resolution|order|leave|report|petition|item|votes?)\b[^?!:]{0,80}\b"
    r"(?:(?:dis)?agreed to|put and (?:passed|negatived)|negatived|carried|concluded|interrupted|read an? \w+ time|withdrawn|granted|postponed|proposed|put accordingly|debated)\b[^?!:]{0,60}\.?|"
    rf"(?:whereupon,? (?:at [^,]{{3,24}},? )?)?(?:the )?(?:\w+ ){{0,2}}{_BODY} (?:then |accordingly |was |were )?(?:adjourned|rose|resumed|met|suspended|divided|concluded|reassembled|called to order)\b[^?!]{{0,120}}|"
    r"at \d{1,2}[:.]\d{2} ?[ap]\.?m\.?,? [^?!]{0,140}\b(?:called|resumed|suspended|adjourned|presided)\b[^?!]{0,80}|it was \d{1,2}[:.]\d{2} ?[ap]\.?m\.?|"
    r"(?:several|some|many|a number of) (?:right )?(?:hon(?:ourable|orable|\.)?|noble) (?:and learned )?(?:members|lords|senators)\b[^?!:.]{0,40}\b(?:rose|stood|rising|risen)(?: in their places)?[.—–-]{0,2}|"
    r"question put and agreed to\.?|l[’']incident est clos\.?|het incident is gesloten\.?|"
    r"(?:överläggningen|debatten|diskussionen) (?:var|är) härmed avslutad\.?|hermed (?:sluttede|var) forhandlingen[^?!]{0,20}|"
    r"-?\s?se (?:abrió|levantó|suspendió|reanudó|abre|levanta|suspende|reanuda) la sesión\b[^?!]{0,80}|-?\s?por haber cumplido con su objeto\b[^?!]{0,120}|(?:eran|son) las \w+ [^?!]{0,80}|"
    r"(?:encerra|levanta|suspende|inicia|abre|reabre)-se a (?:sessão|reunião)\b[^?!]{0,80}|"
    r"[….\s]*\((?:interruptions?|व्यवधान)\)[….\s*]*|eram? \d{1,2} horas[^?!]{0,40}|"
    r"הישיבה (?:ננעלה|נפתחה|הופסקה|חודשה)[^?!]{0,60}|(?:رفعت|رُفعت|افتتحت|استؤنفت|انتهت) الجلسة[^؟!]{0,80}|"
    r"\d{1,2}시(?:\s?\d{1,2}분)?\s?(?:개의|개회|산회|정회|속개|폐회|회의중지|계속개의|감사중지|감사계속)|"
    r"la séance est (?:ouverte|levée|suspendue|reprise),? (?:à|jusqu)[^?!]{3,60}|"
    r"ket[uo]k palu(?: \d ?x| (?:satu|dua|tiga) kali)?\.?|"
    r"whereupon\b[^?!]{0,140}\b(?:adjourned|submitted|concluded|recessed|excused|ended)\b[^?!]{0,40}|"
    r"(?:the )?witness (?:answered|testified|speaks|entered|takes the stand|withdrew|stands down)\b[^\]?!.]{0,60}|(?:the )?accused entered court|"
    r"[A-ZÀ-Þ][A-ZÀ-Þ '’]{4,40}, (?:segretari[oa]|secretari[oa]),? (?:legge|dà lettura|da lectura|lee)\b[^?!]{0,120}|"
    r"散[會会](?:\s?[（(][^（()）]{1,30}[)）])?|(?:(?:午前|午後)?[一二三四五六七八九十〇\d]{1,3}時(?:[一二三四五六七八九十〇\d]{1,4}分|半)?\s?)?(?:開議|休憩|再開|開会|閉会|散会|休会|延会)\s?[（(]?(?:午前|午後)?[^。？]{0,20}[）)]?"
)
_AT_AN_HOUR = caseless(
    rf"(?:[^?!:.]{{0,60}}\b)?{_SAT}\b[^?!]{{0,90}}\b{_TIME}\b[^?!]{{0,30}}|(?:schluss|ende|beginn|unterbrechung|kapanma|açılma|fin|fine|koniec|początek|začátek|konec)\b(?:[^?!.]|\bgodz\.){{0,40}}\b{_TIME}[^?!]{{0,12}}"
)


# "--Se abrió la sesión a las 16:18.", "--(Aplausos)", as a record sets off what it tells by itself: two dashes with no blank behind
_BEHIND_DASHES = re.compile(r"--[(A-ZÀ-Þ][^?!]*$")


def is_procedure(block: Block) -> bool:
    """Return whether a short block is what the record of a sitting tells by itself: "Motion agreed to.", "The House rose at 5.12 p.m."."""
    if len(block.text) > LONGEST:
        return False
    if _BEHIND_DASHES.match(block.text):
        return True
    text = block.text[1:-1] if block.text[0] in "([（" and block.text[-1] in ")]）" else block.text
    if _TOLD.fullmatch(text):
        return True
    return any(map(str.isdigit, text)) and _AT_AN_HOUR.fullmatch(text) is not None


def is_examination(text: str) -> bool:
    """Return whether a line tells who is examined next, or by whom: "Questions by MR PELL", "WITNESS: ADA VERNE [Resumed]"."""
    if len(text) > LONGEST or not text[0].isupper():
        return False
    if text[1:2].islower():
        may = text[0] in _EXAMINERS
    else:
        may = " (" in text or " OF " in text or text.startswith(("BY ", "WITNESS: ", "THE WITNESS: "))
    if not may:
        return False  # as most words, which need no pattern
    return _EXAMINED_BY.fullmatch(text) is not None


def is_set_apart(block: Block) -> bool:
    """Return whether all of a short block is in italics."""
    if len(block.text) > LONGEST or not block.italic:
        return False
    inside = "".join(block.text[start - block.span[0] : end - block.span[0]] for start, end in block.italic)
    return len(re.sub(r"\W", "", inside)) >= len(re.sub(r"\W", "", block.text))
