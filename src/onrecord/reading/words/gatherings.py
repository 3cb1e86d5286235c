"""What stands where a place could and is none: what people meet for ("Opening Session"), what a text is ("Official Report")."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.model import Span
from onrecord.text import compile_late

# Stems, by languages; a word for a gathering heads its phrase, so that it stands first or last in it.
_GATHERINGS = (
    r"sessions?|sittings?|meetings?|conferences?|summits?|forums?|congress|debates?|ceremon\w+|receptions?|dinner|luncheon|lunch|breakfast|banquet"
    r"|workshops?|seminars?|symposium|colloquium|conventions?|anniversary|commemorations?|celebrations?|opening|closing|inauguration|launch|panel"
    r"|roundtable|round-table|hearings?|consultations?|dialogues?|gala|rally|exhibition|festival|webinar|plenary|discussions?|talks",
    r"\w*(?:sitzung|tagung|konferenz|gipfel|kongress|empfang|eröffnung|feier|jubiläum|debatte|anhörung|veranstaltung|treffen|versammlung"
    r"|forum|kongreß)|plenum|(?:wirtschafts|kirchen|partei|unternehmer|handels|bauern|juristen|ärzte|verbands|städte|katholiken|naturschutz)tag",
    r"séances?|sessions?|réunions?|conférences?|sommets?|congrès|débats?|cérémonies?|réceptions?|dîner|déjeuner|colloques?|séminaires?|anniversaire"
    r"|commémorations?|inauguration|ouverture|clôture|lancement|auditions?|assises|rencontres?|hommage|plénière",
    r"sesión|sesiones|reunión|conferencias?|cumbre|foro|congreso|ceremonia|recepción|cena|almuerzo|coloquio|seminario|simposio|aniversario"
    r"|conmemoración|inauguración|apertura|clausura|acto|encuentro|jornadas?|pleno|audiencia",
    r"sessão|reunião|conferência|cúpula|cimeira|fórum|congresso|cerim[ôó]nia|recepção|jantar|almoço|colóquio|seminário|comemoração|inauguração"
    r"|abertura|encerramento|lançamento|encontro|solenidade|audiência",
    r"sessione|seduta|riunione|conferenza|vertice|dibattito|cerimonia|ricevimento|pranzo|convegno|anniversario|commemorazione|inaugurazione|chiusura"
    r"|incontro|audizione",
    r"zitting|vergadering|bijeenkomst|conferentie|congres|debat|plechtigheid|ontvangst|diner|ontbijt|herdenking",
    r"sesja|posiedzenie|spotkanie|konferencja|szczyt|kongres|debata|uroczystość|obchody|otwarcie|inauguracja|seminarium|rocznica",
    r"zasedání|schůze|setkání|konference|výročí|jednání|otevření|zahájení|slavnost|zasadnutie|stretnutie|konferencia",
    r"заседани\w|сесси\w|встреч[аи]|конференци\w|саммит|форум|конгресс|съезд|дебаты|церемони\w|при[её]м|совещани\w|открыти\w|закрыти\w|годовщин\w"
    r"|слушани\w|семинар|собрани\w|пленарн\w+",
    r"засідання|сесія|зустріч|конференція|саміт|з.їзд|церемонія|нарада|відкриття|річниця|слухання",
    r"ședinț\w|sesiune\w?|reuniune\w?|întâlnire\w?|conferinț\w|dezbatere\w?|ceremoni[ea]|deschidere\w?|inaugurare\w?",
    r"\w*(?:möte|møde|møte|konferens|konferanse|kongress|debatt|invigning|öppning|åbning|åpning|seminarium)",
    r"istunto|kokous|konferenssi|foorumi|seminaari|avajaiset|ülés|konferencia|ünnepség|megnyitó|évforduló",
    r"oturumu?|toplantısı?|konferansı?|zirvesi?|forumu?|kongresi?|töreni?|açılışı?|yıldönümü",
    r"συνεδρίαση|σύνοδος|συνάντηση|διάσκεψη|συνέδριο|συζήτηση|τελετή|εγκαίνια|έναρξη|επέτειος|εκδήλωση",
    r"(?:ال)?(?:جلسة|دورة|اجتماع|مؤتمر|قمة|منتدى|حفل|مراسم|افتتاح|ندوة|ملتقى|مناقشة)|نشست|جلسه|اجلاس|همایش|کنفرانس|مراسم",
    r"ישיבה|ישיבת|כנס|ועידה|ועידת|טקס|सत्र|बैठक|सम्मेलन|समारोह|उद्घाटन",
    r"\w*(?:会议|會議|大会|大會|峰会|峰會|论坛|論壇|仪式|儀式|幕式|典礼|典禮|研讨会|研討會|会合|総会|式典|회의|총회|포럼|행사|기념식|개막식)",
)  # fmt: skip
# What a text is, or how it was given
_TEXTS = (
    r"reports?|records?|transcripts?|text|copy|version|part|edition|reading|items?|agenda|summary|excerpts?|translation|online|virtual|hansard"
    r"|proceedings|minutes|volume|issue",
    r"\w*(?:bericht|protokoll|wortlaut|auszug|auszüge|fassung|niederschrift|abschrift|tagesordnungspunkt)|teil",
    r"textes?|compte|procès-verbal|extraits?|partie|transcription|point|texto|versión|acta|parte|extractos?|transcripción|ata|versão|testo|verbale",
    r"текст|стенограмма|отч[её]т|часть|выдержки|протокол|tekst|stenogram|protokół|część|zápis|záznam|część",
    r"نص|محضر|متن|全文|实录|實錄|摘要|节选|記録|议程|전문|회의록",
)
# "Congress Hall", "Palais des Congrès": where people meet
_VENUES = (
    r"hall|cent(?:re|er)|house|palace|room|hotel|building|theatre|theater|museum|university|college|library|castle|square|park|street|embassy|office"
    r"|\w*(?:haus|halle|zentrum|saal|palais|schloss|platz|hotel|gebäude)|palais|centre|salle|maison|palacio|palácio|palazzo|sala|sal[oó]n|casa|centro"
    r"|edificio|teatro|дворец\w*|зал\w*|дом|центр\w*|pałac\w*|dom|centrum|sarayı|merkezi|salonu|قصر|قاعة|مركز|宫|宮|厅|廳|中心|会館|会馆|センター|ホール"
)
_PIECES = re.compile(r"(?:[^,，、|()\s]|\s(?![–—-]\s))+")
_FIGURE = re.compile(r"\d{3}|\d[:.]\d")
_LONGEST, _LONGEST_PIECE = 80, 4  # characters, words
_BREAKS = re.compile(r"[\s,，、–—-]+")
_IS_GATHERING = compile_late(rf"(?:{'|'.join(_GATHERINGS)})", re.IGNORECASE)
_IS_TEXT = compile_late(rf"(?:{'|'.join(_TEXTS)})", re.IGNORECASE)
_SHORT = 3  # words
_ENDS_SAID = re.compile(r"\b(?:remarks|message|address|questions|answers|time)\.?$", re.IGNORECASE)
_IS_VENUE = compile_late(rf"(?:{_VENUES})", re.IGNORECASE)


@lru_cache(2048)
def names_gathering(phrase: str) -> bool:
    """Return whether what could be a place is what people meet for: "Opening Session", "Séance plénière"; not "Congress Hall"."""
    ends_said = _ENDS_SAID.search(phrase) is not None
    return _is_headed(phrase, _IS_GATHERING) and not ends_said and not _is_headed(phrase, _IS_TEXT)


@lru_cache(2048)
def is_no_place(phrase: str) -> bool:
    """Return whether what could be a place is a gathering, or what a text is: "Official Report", "Part Two"."""
    said = len(phrase.split()) <= _SHORT and _ENDS_SAID.search(phrase) is not None
    return said or _is_headed(phrase, _IS_GATHERING) or _is_headed(phrase, _IS_TEXT)


def gathering_in(row: str) -> tuple[str, Span] | None:
    """Return the piece of a line that is what people met for, and where: "Tern, Opening Session, 4 May 2031"."""
    for piece in _PIECES.finditer(row):
        text = piece.group().strip()
        if len(text) <= _LONGEST and not _FIGURE.search(text) and names_gathering(text):
            start = row.index(text, piece.start())
            return text, (start, start + len(text))
    return None


def without_gatherings(row: str) -> str:
    """Return the line without the pieces between commas that are no place; as it is where there is none, or nothing else."""
    pieces = re.split(r"(?<=[,，、|])\s*", row)
    kept = [
        piece
        for piece in pieces
        if len(piece.split()) > _LONGEST_PIECE or not is_no_place(piece.strip(" ,，、|"))
    ]
    return " ".join(kept).strip() if kept and len(kept) < len(pieces) else row


def _is_headed(phrase: str, head: re.Pattern[str]) -> bool:
    words = [word.strip(".()“”\"'") for word in _BREAKS.split(phrase.strip())]
    words = [word for word in words if word]
    if not words or not any(head.fullmatch(word) for word in (words[0], words[-1])):
        return False
    return not any(_IS_VENUE.fullmatch(word) for word in words)
