"""People in titles whose language has its own order: kind, post in small letters, name; or name, post, kind."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.model import Speaker
from onrecord.reading.words.caseless import lowered
from onrecord.reading.words.genitive import in_nominative, post_in_nominative
from onrecord.reading.words.kinds import ABOUT, KIND_PATTERNS
from onrecord.reading.words.tongues import FIELDS
from onrecord.text import compile_late

# The nouns of posts by their stems, whatever their case, gender and number.
_POST = compile_late(
    r"(?<![\w-])(?:(?:vice[- ]?)?(?:primeir[oa]-ministr[oa]|minist(?:r[oaeiu]?|er|re)|president[ea]?"
    r"|premier[a]?|secret[aá]ri[oa]|segretari[oa]|portavo(?:z|ce)|porta-voz|canciller|"
    r"embajador[a]?|embaixador[a]?|ambasciator[e]|director[a]?|direttor[e]|comisari[oa]|commissari[oa]"
    r"|governador[a]?|gobernador[a]?|"
    r"sindac[oa]|jef[ea]|prefeit[oa]|alcald(?:e|esa))|"
    r"\w{0,12}(?:minister(?:-president)?|talsperson|kansler|burgemeester|borgmester|borgmästare)"
    r"|(?P<case>(?:вице-|заместител\w+\s+)?(?:премьер-министр|министр|президент|представител|пресс-секретар"
    r"|председател|посл|спикер)\w{0,3}"
    r"|(?:віце-)?(?:прем.єр-міністр|міністр|президент|речни|посл|голов)\w{1,3}|ministra|ministry(?! (?:of"
    r"|for)\b)|prezydent[a]?|premiera|rzeczni(?:ka|czki)|ambasadora|prezidenta|"
    r"mluvčí(?:ho)?|předsed\w{1,3}|velvyslan\w{1,3}|υπουργ\w{1,3}|πρωθυπουργ\w{1,3}|προέδρου"
    r"|εκπροσώπου))(?![\w-])",
    re.IGNORECASE,
)
_PARTICLE = re.compile(r"(?:de|van|der|den|ter|ten|von|di|da|dos)\s(?:(?:der|den|de|la)\s)?[A-ZÀ-Þ]")
# What may stand between a kind and a post: "discurso del …", "anförande av …"; languages with cases need nothing.
_OF = frozenset(
    "del do da de di du della dell dello dei degli delle av af van von la el il pelo pela pelos pelas dal "
    "dalla dallo dall dai door przez ved".split()
)
# Whom an interview is put to: "Entrevista al presidente …", "Intervista alla ministra …"
_TO = frozenset("al a alla allo ao à".split())
_ASKED = re.compile(r"\b(?:entrevista|intervista)\b", re.IGNORECASE)
# What goes on inside the name of an office.
_LINKS = _OF | frozenset("das dos des d e y i и та και y for för för voor till".split())
# Where a title turns to place, day or matter.
_TURNS = frozenset(
    "en a ao à aos na no nas nos em sobre para por con com al alla alle ai nel nella in su sul sulla per "
    "tra fra at on to with og och om til op over "
    "на в во о об по с со у щодо під до для при перед w z za o przed podczas v ve u pro k στη στην στο "
    "στον για με ante durante tras".split()
)
_TOKEN = re.compile(r"[^\s,]+|,")
# Words with capitals that are the office's, not its holder's: adjectives and Greek nouns, states and bodies.
_OF_OFFICE = re.compile("^[\u0370-\u03ff]|(?:ск|н|цьк|ськ)(?:ой|ого|ої)$|ej$|ého$|ské$")
_STATE = compile_late(
    r"(?i)^(?:республ|федерац|союз|королевств|совет|рад[иы]|минист|міністер|правительств|уряд|парламент"
    r"|дум[ыи]|верхо|палат|комитет|государств|кабинет|банк|центробанк|комисси|агентств|служб|фонд"
    r"|суд[аеу]?$|прокуратур|администрац|област|город|"
    r"organiza|nacion|estad|repúbl|repubbl|republ|rzeczyp|królestw|kráľ|král|uni[ei]|rady|sejm|δημοκρατ"
    r"|kongres|govern|gobier|congres|senad|minist)"
)
_INITIALS_BEHIND = re.compile(r"(?:\s[\w-]+){0,10}?\s(?P<name>(?:[А-ЯЁІЇЄҐ]\.\s?){1,2}[А-ЯЁІЇЄҐ][\w’'-]+)")
_RANK = re.compile(
    r"(?:официальн|постоянн|чрезвычайн|полномочн|специальн|генеральн|государственн|главн|перв)ого\s$",
    re.IGNORECASE,
)
_MOST_SMALL = 8
_MARKS = '«»“”"()'
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_PATRONYMIC = re.compile(r"(?:ича|ичем|вны|вной|йовича|івни|ївни)$|\.$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,2}[^\W\d_]{2}")
# "Dışişleri Bakanı Sayın Deniz Aksoy'un konuşması"
_TURKISH = compile_late(
    r"(?P<post>(?:[A-ZÇĞİÖŞÜ][\w]+\s+){0,4}?(?:Bakanı|Başbakan|Cumhurbaşkanı|Başkanı|Sözcüsü|Büyükelçisi"
    r"|Sekreteri|Yardımcısı))\s+(?:Sayın\s+)?"
    r"(?P<name>[A-ZÇĞİÖŞÜ]\w+(?:\s+[A-ZÇĞİÖŞÜ]\w+){1,2})[’'](?:n?[ıiuü]n|ya|ye|dan|den)\b"
)
# "विदेश मंत्री श्री अरुण मलवानी का वक्तव्य"
_HINDI = re.compile(
    r"(?P<post>(?:\S+\s+)?(?:प्रधानमंत्री|राष्ट्रपति|मंत्री|प्रवक्ता|सचिव|राजदूत))\s+(?:श्रीमती|श्री"
    r"|डॉ\.?)?\s*"
    r"(?P<name>(?!(?:के|का|की|ने|और|स्तरीय|कार्यालय|बैठक|द्वारा)\s)\S+\s(?!(?:के|का|की|ने|और|बैठक|सम्मेलन"
    r"|द्वारा)\s)\S+)\s(?:का|की|के|ने|द्वारा)(?=\s)"
)
# "बंदरगाह मंत्री अनिल वर्ने से खास बातचीत": a post, a name, "with", and a talk
_HINDI_TALK = re.compile(
    r"(?P<post>(?:\S+\s+)?(?:प्रधानमंत्री|राष्ट्रपति|मंत्री|प्रवक्ता|सचिव|राजदूत))\s+(?:श्रीमती|श्री"
    r"|डॉ\.?)?\s*(?P<name>\S+\s(?!से\s)\S+)\sसे\s(?:(?:खास|ख़ास|विशेष|एक्सक्लूसिव)\s)?(?:बातचीत|साक्षात्कार"
    r"|इंटरव्यू|मुलाकात)"
)
# "خطاب الرئيس سامي بلجين في …": two words that have no article, behind a post that has one
_ARABIC = re.compile(
    r"(?P<post>(?:وزيرة?|رئيسة?)\s+ال\w+|الرئيسة?|الوزيرة?|السفيرة?)\s+(?P<name>(?!ال|في\b|حول\b|خلال\b"
    r"|أمام\b|بمناسبة|بشأن|مع\b|على\b|عن\b|إلى\b)\w{2,}\s+(?!ال|في\b)\w{2,})"
    r"(?=\s+(?:في|حول|خلال|أمام|بمناسبة|بشأن|مع|على|عن|إلى|لدى|عقب)\b|\s*$)"
)
# "ראיון של שרת הנמלים עדה ורנר לעיתון …": a kind, a post, what it is for, and two words more
_HEBREW = compile_late(
    r"^(?:נוסח\s)?(?:ראיון|ריאיון|נאום|דברי|הצהרת|תדרוך)\s(?:של\s|עם\s)?(?P<post>(?:ראש הממשלה|נשיא המדינה"
    r"|(?:סגני?ת?\s)?(?:ה?שר|ה?שרה|שרת|ה?נשיא|ה?שגריר|שגרירת|דובר|דוברת))(?:\sו?ה\w+)*)"
    r"\s(?P<name>(?!ה|ב|ל|עם\b|את\b)\w[\w'׳-]+\s[\w'׳-]{2,})(?=\s(?:ל|ב|עם\b|על\b|מ)|\s*[,:]|\s*$)"
)
# "مقابلة السفير سامر الحلبي مع …": behind a kind and a post no verb can stand, so that a name may have an article
_ARABIC_BEHIND_KIND = compile_late(
    r"^(?:نص\s)?(?:مقابلة|كلمة|خطاب|حوار|حديث|لقاء|تصريحات?|مداخلة|إحاطة)\s(?:(?:خاصة?|حصرية?|صحفية?"
    r"|تلفزيونية?|إذاعية?)\s)?(?:مع\s)?(?:(?:معالي|سعادة|السيدة?)\s)?(?P<post>(?:وزيرة?|رئيسة?"
    r"|سفيرة?)(?:\s(?:ال\w+|جمهورية\s\w+)){1,2}|الرئيسة?|الوزيرة?|السفيرة?)"
    r"\s(?P<name>(?!ال|في\b|حول\b|خلال\b|أمام\b|مع\b|على\b|عن\b|إلى\b)\w{2,}\s\w{3,})(?=\s(?:في|حول|خلال"
    r"|أمام|بمناسبة|بشأن|مع|على|عن|إلى|لدى|عقب|ل\w+)\b|\s*[:،]|\s*$)"
)
# "گفت‌وگو با سهراب ورنا، وزیر بنادر": a kind, "with", a name and a post
_PERSIAN = re.compile(
    r"^(?:متن (?:کامل )?)?(?:گفت\W?و\W?گو\w*|گفتگو\w*|مصاحبه\w*)\s(?:\S+\s){0,3}?با\s(?:دکتر\s|آقای\s"
    r"|خانم\s)?(?P<name>\w+\s\w+)،\s(?P<post>(?:وزیر|معاون|رئیس|سخنگوی|سفیر|نماینده|استاندار"
    r"|شهردار)(?:\s\w+){0,2})(?=\s*[:،؛]|\s*$)"
)
# "北川進・港湾相に聞く"
_JAPANESE_ASKED = compile_late(
    r"^(?P<name>[\u4e00-\u9fff]{2,5})[・･](?P<post>[\u4e00-\u9fff]{2,8})(?=に聞|氏に聞|インタビュー)"
)
# "김도현 외교부 장관 연설" · "외교부 장관 김도현 기자회견"
_KOREAN_POST = r"(?:\S{1,8}[부처청실원]\s+)?(?:장관|차관|대변인|대통령|총리|대사|\S{0,6}(?:청장|처장|원장|위원장|시장|지사|의장|총장|교육감))"
_KOREAN = compile_late(
    rf"^(?P<name>[가-힣]{{2}}[가-힣](?<![의은는이가과와및도부처청실원]))\s+(?P<post>{_KOREAN_POST})(?=\s|$|,)|(?P<post_before>{_KOREAN_POST})\s+(?P<behind>[가-힣]{{2}}[가-힣](?<![의은는이가과와및도부처청실원]))(?=\s|$|,)"
)
# "細木副大臣会見記録": a family name of two or three characters, and none of what a ministry is for
_NO_FAMILY = "内閣|総理|国務|外務|防衛|財務|法務|総務|環境|文部|文科|厚生|厚労|農林|農水|経済|経産|国土|国交|復興|官房|各府|政府|担当|関係"
# "細木外務大臣会見記録"
_JAPANESE = compile_late(
    r"(?:^|(?<=日)[ \u3000]?|(?<=[ \u3000]))(?:(?P<name>[\u4e00-\u9fff]{2}[\u4e00-\u9fff]??)(?P<post>(?:内閣総理|総理"
    r"|国務|外務|防衛|財務|法務|総務|環境|文部科学|厚生労働|農林水産|経済産業|国土交通|復興|官房|内閣官房)(?:副)?(?:大臣|長官|報道官))"
    rf"|(?P<behind>(?!{_NO_FAMILY})[\u4e00-\u9fff々]{{2}}[\u4e00-\u9fff々]??)(?P<post_before>副大臣|大臣政務官))(?=(?:臨時|定例|就任|閣議後)*(?:記者)?会見)"
)
# "Halmos Gergely interjúja a Parti Rádióban" · "Halmos Gergely miniszterelnök beszéde": the name stands before its post
_HUNGARIAN = re.compile(
    r"^(?:Dr\.\s)?(?P<name>[^\W\d_a-z][\w-]+(?:\s[^\W\d_a-z][\w-]+){1,2})(?:\s(?P<post>(?:[^\W\d_A-Z][\w-]+\s){0,4}?(?:\w*miniszter\w*|\w*elnök|államtitkár|\w*szóvivő|polgármester|nagykövet)))?"
    r"\s(?:(?:ünnepi|évértékelő|sajtó)\s)?(?:interjúja|beszéde|nyilatkozata|felszólalása|előadása"
    r"|sajtótájékoztatója|expozéja|köszöntője|levele|üzenete)\b"
)
_SHAPES = (
    (re.compile("(?:úja|de|ata|ása|ója|éja|óje|ele|ete)\\b"), _HUNGARIAN),
    (re.compile("[’'](?:n?[ıiuü]n|y[ae]|d[ae]n) "), _TURKISH),
    (re.compile("[\u0900-\u097f]"), _HINDI),
    (re.compile("[\u0900-\u097f]"), _HINDI_TALK),
    (re.compile("[\u0621-\u064a]"), _ARABIC),
    (re.compile("[\u0621-\u064a]"), _ARABIC_BEHIND_KIND),
    (re.compile("[\u0621-\u06cc]"), _PERSIAN),
    (re.compile("[\u05d0-\u05ea]"), _HEBREW),
    (compile_late("[\uac00-\ud7a3]"), _KOREAN),
    (compile_late("[\u4e00-\u9fff]"), _JAPANESE),
    (compile_late("[\u4e00-\u9fff]"), _JAPANESE_ASKED),
)


def people_in_order(title: str, *, told: bool = False) -> list[Speaker]:
    """Return whom a title names behind its kind and a post in small letters, or before them as his language puts it.

    A name in an oblique case stays in it, and has no office then: only the page itself could tell the other form.
    `told`: a mark before the title names the kind, "[Interview]".
    """
    if not told and not names_kind(title):
        return []
    for script, shape in _SHAPES:
        if script.search(title) and (match := shape.search(title)):
            found = match.groupdict()
            name = found["name"] or found.get("behind")
            return [Speaker(name, found["post"] or found.get("post_before"))] if name else []
    about = ABOUT.search(title)
    for match in _POST.finditer(title[: about.start()] if about else title):
        linked = title[: match.start()].lower().replace("’", " ").replace("'", " ").split()[-1:]
        asked = bool(_TO.intersection(linked)) and _ASKED.search(title[: match.start()]) is not None
        bound = (asked or bool(_OF.intersection(linked))) and match["case"] is None
        if not _behind_kind(title[: match.start()].strip(), bound=bound or match["case"] is not None):
            continue
        if placed := _name_behind(title, match.end(), alone=bound):
            start, name = placed
            post = title[match.start() : start].strip(" ,")
            if not bound and (called := called_before(title, start, name)):
                return [called]
            return [Speaker(name, post if bound else None)]
        behind = _INITIALS_BEHIND.match(title, match.end()) if match["case"] else None
        # "Интервью Посла России в Онтарии А.П.Вернова газете …"
        if behind and (called := called_before(title, behind.start("name"), behind["name"])):
            return [called]
    return []


def called_before(title: str, start: int, name: str) -> Speaker | None:
    """Return the one whom a title names in the genitive at an offset, behind his post in the same case; None elsewhere."""
    post = next((match for match in _POST.finditer(title[:start]) if match["case"]), None)
    called = in_nominative(name) if post else None
    if post is None or called is None:
        return None
    return Speaker(called, post_in_nominative(_with_rank(title, post.start()) + title[post.start() : start]))


def _with_rank(title: str, start: int) -> str:
    """The word before a post that belongs to it: "официального" before "представителя"."""
    before = _RANK.search(title[:start])
    return before[0] if before else ""


# Asked of one title and its parts by several rules.
@lru_cache(1024)
def names_kind(text: str) -> bool:
    """Return whether a text holds the word for a kind of statement."""
    lower = lowered(text)
    return any(words.find(lower) for words, _, _ in KIND_PATTERNS)


def _behind_kind(before: str, *, bound: bool) -> bool:
    """Whether a post follows a kind: right behind it, or a few words later where a link or the post's own case binds it."""
    if not before or len(before.split()) > _MOST_SMALL:
        return False
    lower = lowered(before)
    found = [match for words, _, _ in KIND_PATTERNS if (match := words.find(lower))]
    return bool(found) if bound else any(match.end() == len(before) for match in found)


def _name_behind(title: str, start: int, *, alone: bool = False) -> tuple[int, str] | None:
    """Where the name behind a post begins, and the name: two to four words with capitals that no link binds to the office.

    `alone`: one word may be enough, right behind the post: "Discurso del presidente Verne en …".
    """
    words: list[re.Match[str]] = []
    linked, small = False, 0
    for token in [*_TOKEN.finditer(title, start), None]:
        bare = token.group().strip('«»“”"()') if token else ""
        # "Intervista alla ministra Corinna Pelli: «Il ponte …»": what she says begins there
        closed = bool(words) and words[-1].group()[-1] in ":;" and token is not None
        if closed:
            token = None
        elif bare[:1].isupper() and not (bare.isupper() and len(bare.strip(".")) > 1):
            words.append(token)  # type: ignore[arg-type]
            continue
        surname = (
            alone
            and not small
            and len(words) == 1
            and not linked
            and _is_surname(words[0].group().strip(_MARKS))
            and not (token and _PARTICLE.match(title, token.start()))  # "burgemeester Els de Graaf"
        )
        named = words if surname else _named(words, linked=linked)
        if named and not named[-1].group().endswith("."):
            at, end = named[0].start(), named[-1].end()
            return at, title[at:end].strip('«»“”"() .:;')
        if token is None or bare.lower() in _TURNS or (small := small + 1) > _MOST_SMALL:
            return None
        words, linked = [], bare.lower().rstrip("’'") in _LINKS
    return None


def _is_surname(word: str) -> bool:
    return len(word) >= 3 and word.isalpha() and not _STATE.search(word) and not _OF_OFFICE.search(word)


def _named(words: list[re.Match[str]], *, linked: bool) -> list[re.Match[str]]:
    """Those of some words with capitals that are a name: all, or the last two where the first belong to the office."""
    texts = [word.group().strip(_MARKS) for word in words]
    if texts and _INITIALS.match(texts[-1]):
        return words[-1:]
    # "президента Российской Федерации …", "υπουργού Εξωτερικών …"
    of_office = bool(texts) and (_OF_OFFICE.search(texts[0]) or texts[0].lower() in FIELDS)
    bound = linked or any(map(_STATE.search, texts)) or of_office
    if bound or (len(texts) == 3 and _CYRILLIC.match(texts[0]) and not _PATRONYMIC.search(texts[1])):
        # "Puertos Jorge M. Olmo" has an initial between both
        last = 3 if len(words) > 3 and len(texts[-2].strip(".")) == 1 else 2
        return words[-last:] if len(words) >= 3 and not any(map(_STATE.search, texts[-2:])) else []
    return words if 2 <= len(words) <= 4 else []


def names_state(name: str) -> bool:
    """Return whether words with capitals are those of an office or a state, not of a person: "Президента Российской"."""
    words = name.split()
    return any(map(_STATE.search, words)) or any(map(_POST.match, words)) or bool(_OF_OFFICE.search(words[0]))
