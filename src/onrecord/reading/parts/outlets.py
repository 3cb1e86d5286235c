"""Which newsroom a title names: whose interview it is, whose questions are answered, where an article stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.reading.parts.interviewed import outlet_of_interview
from onrecord.reading.words.caseless import lowered
from onrecord.reading.words.posts import OUTLET_WORDS
from onrecord.reading.words.postwords import is_office_word
from onrecord.text import compile_late

# "Le Phare" and "El Faro" begin with a capital article, which is the name's own
_THE = r"(?:(?i:the)\s+|(?-i:der|dem|den|la|le|el)\s+|(?-i:l)['’])?"
_ENDS = r"(?=\s+(?:for|on|about|holding|regarding|concerning|published|über|zu|sur|sobre|о|об)\s|\s*[,;(]|:\s|\s*$|\s+[–—-]\s)"
_INTERVIEW = r"(?:interview|entretien|entrevista|intervista)"
_OUTLET = re.compile(
    r"(?:interview|entretien|entrevista|интервью|(?<!phone )conversation)\s+(?P<link>with|to|for|on|by|mit|avec|accordé à|con|a|для|газете|телеканалу|агентству|журналу)\s+"
    rf"{_THE}(?P<outlet>.+?){_ENDS}",
    re.IGNORECASE,
)
# As in: an interview "with Foreign Minister Ada Verne in the Tide Tribune", "mit Ministerin Verne auf Radio Hafen"
_IN_OUTLET = re.compile(
    rf"(?i:{_INTERVIEW}\s+(?:with|of|mit|avec|con)\s+.+?\s(?!(?:on|sur|auf)\s[«“\"„])(?:in|on|im|auf|bei|dans|sur|en))\s+{_THE}"
    r"(?P<outlet>[A-ZÀ-Þ«“\"„][^(),;]{2,60}?)(?=\s*[(,;]|\s+(?:on|about|vom|am|du|del|over|über|sur|sobre)\s|\s+[–—-]\s|$)"
)
_OF_WITH = re.compile(
    r"interview\s+(?:of|by|given by)\s.+\s(?:with|to)\s+(?P<outlet>(?:The\s+)?[A-Z].+?)(?=\s+(?:on|about|regarding)\s|,|;|$)",
    re.IGNORECASE,
)
# "Interview de Ada Verne avec Marée": the second of two has no given name, as a person would
_OF_ONE_WITH = re.compile(
    rf"^{_INTERVIEW}\s(?:of|de|du|von|di|del|della|da)\s.+\s(?:with|to|avec|mit|con|com)\s{_THE}(?P<outlet>[A-ZÀ-Þ][\w-]{{3,}})(?=\s+(?:le|am|il|el|on)\s\d|\s+(?:on|about|regarding|sur|à propos|über|zu|sobre|su)\s|\s*[,;(]|\s+[–—-]\s|\s*$)",
    re.IGNORECASE,
)
# "Radio interview with Bel Olm, Tide Radio", "Interview – Radio Halvane, Morning Tide"
_BEHIND_MARK = re.compile(
    rf"(?i:{_INTERVIEW})\b[^,;–—]*(?:,|\s[–—-])\s+(?P<outlet>(?:[A-ZÀ-Þ«“\"„]|\d[A-Z])[^(),;]{{1,60}}?)(?=\s*[(,;]|\s+[–—-]\s|\s*$)"
)
# "Television interview - Tern News Sunday Agenda", "Radio interview – 2HV Mornings with Bel Olm": by the word for its medium
_OF_MEDIUM = re.compile(
    r"(?i:\b(?:television|tv|radio|podcast|newspaper|magazine)\s+interview)(?:\s*[,:]|\s+[–—-])\s+(?P<outlet>[A-ZÀ-Þ\d][^,;()]{1,70}?)"
    r"(?:\s+with\s+(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,2}))?(?=\s+[–—-]\s|\s*[,;(]|\s*$)"
)
# "Radio interview with Kim, Ada and Bel - TIDE 969": the last piece, behind a dash
_BEHIND_DASH = re.compile(rf"(?i:{_INTERVIEW})\b.*\s[–—-]\s+(?P<outlet>[A-ZÀ-Þ\d«“\"„][^(),;–—]{{1,60}})$")
# "2HV", "5SK Skell", "TIDE 969": the calls of stations
_CALL_SIGN = re.compile(r"\d[A-Z]{1,4}(?:\s[A-Z][a-z]+)?|[A-Z]{2,6}\s?\d{2,3}(?:[.]\d)?")
_NEWSROOM = r"(?:(?:daily|weekly|online|news|television|tv|radio)\s+)*(?:newspaper|magazine|agency|channel|station|broadcaster|daily|weekly|portal|website)\s+"
_QUESTIONS_FROM = re.compile(
    r"(?i:(?:questions|fragen|preguntas|вопрос(?:ы|ов|ам|ами|ах))\s+(?:from|by|of|der|des|von|de|du|d['’]|del|по)"
    r"|(?:question|frage|pregunta|вопрос\w?)\s+(?:from|by|von|par|por|от))\s+(?:the\s+)?"
    rf"(?P<outlet>(?:{_NEWSROOM})?[\"“«]?[A-ZÀ-ÞА-Я].+?)(?=\s+(?:on|about|regarding|sur|sobre|zu|über|von|durch)\s|,|;|$)"
)
# "Answers to the Tide Tribune", "Response of Minister Ada Verne to the newspaper Le Soir de Halvane"
_ANSWERS_TO = re.compile(
    r"(?i:\b(?:answers?|repl(?:y|ies)|responses?|réponses?|antwort(?:en)?|respuestas?)\b.*?)\s(?:to|à|au|an|a|al)\s+(?:the\s+|la\s+|le\s+|die\s+|das\s+|den\s+)?"
    rf"(?P<outlet>(?:{_NEWSROOM})?[\"“«„]?[A-ZÀ-Þ][^,;()]{{2,60}}?)(?=\s+(?:on|about|regarding|sur|sobre|zu|über)\s|\s*[,;(]|\s+[–—-]\s|\s*$)"
)
_PUBLISHED_IN = re.compile(
    r"(?:published (?:in|by)|article (?:for|in)|op-ed in|in der zeitung|dans le (?:journal|quotidien))\s+(?:the\s+)?(?P<outlet>.+?)"
    r"(?=\s+on\s+(?:[A-Z]|\d)|,|;|$)",
    re.IGNORECASE,
)
_FOR_OUTLET = re.compile(
    r"\bfor\s+(?:the\s+)?(?P<outlet>[^,;]*?(?:newspaper|magazine|agency|channel|radio)\b[^,;]*)",
    re.IGNORECASE,
)
# "Entrevista de la ministra Ada Verne con el diario El Faro", "на вопросы газеты «Гавань»": a newsroom by its noun
_BY_NOUN = compile_late(
    r"(?<!\w)(?:journal|quotidien|hebdomadaire|chaîne|agence|diario|periódico|revista|cadena|agencia|emisora|quotidiano|giornale|settimanale|"
    r"emittente|agenzia|[Zz]eitung|Tageszeitung|Agentur|Nachrichtenagentur|(?:Fernseh|Radio|Nachrichten)?[Ss]ender|(?:con el|al|para el|en el|com o|ao|no) canal|jornal|emissora|газет[аеыі]|журнал[уа]?|радиостанции|радио|телеканал[уа]?|агентств[уа]|krant|dagblad|weekblad|tidningen|tidskriften|avisen|"
    r"dziennika?|gazet[ayz]|tygodnika?|rozgłośni|deníku?|týdeníku?|ziarul(?:ui)?|cotidianul(?:ui)?|postul(?:ui)? de radio|εφημερίδα|περιοδικό|"
    r"صحيفة|قناة|وكالة|إذاعة|مجلة|روزنامه|خبرگزاری|شبکه|[לבה]?עיתון|[לבה]?ערוץ)\s+(?P<outlet>[«“\"„]?\s?[A-ZÀ-ÝА-ЯЁĀ-žΑ-Ω\u05d0-\u05ea\u0621-\u06cc][^,،;()]{1,60}?)(?=\s+(?:sur|sobre|zu|über|о|об|по|حول|بشأن)\s|\s*[,،;(]|\s+[–—-]\s|$)"
)
_ASKED = re.compile(
    r"interview|entretien|entrevista|intervista|wywiad|rozhovor|röportaj|mülakat|intervju|interviu|wawancara|інтерв.ю|интервью|مقابلة|حوار|حديث|ראיון|ריאיון|מאמר|مصاحبه|گفت\W?و\W?گو|مقاله|مقال|συνέντευξη|άρθρο|interjú|cikk|articol|artículo|articolo|artigo|artikel|artykuł|стать|статт|článek|tribune|beitrag|question|fragen?\b|pregunta|domand[ae]|вопрос|أسئلة|سؤال|أسئله",
    re.IGNORECASE,
)
# "接受《港报》采访", "a Sirály című lapnak", "Martı Gazetesi’ne verdiği röportaj": in the marks and behind the words of a language
_IN_OWN_MARKS = compile_late(
    r"(?:接受|在|为|為|给|給|答)《(?P<han>[^《》]{2,30})》(?=.{0,6}(?:采访|採訪|专访|專訪|发表|發表|撰文|署名|记者|記者|问|問))"
    r"|接受(?P<asks>[\u4e00-\u9fffA-Za-z\d·]{1,16}?(?:台|社|网|網|报|報|电视|電視|周刊|週刊|频道|頻道|广播|廣播))(?:的?(?:记者|記者))?(?:的|联合|独家|書面|书面)?(?=采访|採訪|专访|專訪|访问|訪問)"
    r"|\ba[z]?\s(?P<magyar>[^,;:]{2,40}?)\scímű\s(?:lap|napilap|hetilap|folyóirat|újság|magazin|műsor)"
    r"|(?P<turk>(?:[A-ZÇĞİÖŞÜ]\w+\s){1,3}(?:Gazetesi|Televizyonu|Radyosu|Ajansı|Dergisi))(?=[’'])"
    r"|(?P<given>[A-ZÇĞİÖŞÜ][\w.]+(?:\s[A-ZÇĞİÖŞÜ][\w.]+){0,3})(?=[’'](?:[yn]?[ae])\s(?:verdi|yaptı)[gğ]i\s(?:mülakat|röportaj|demeç|söyleşi))"
)
# "the Tern Gazette in Halvane": where, not whose
_WHERE = re.compile(r"\s(?:in|à|en|в)\s[A-ZÀ-ÞА-Я][\w’'-]+(?:\s[A-ZÀ-ÞА-Я][\w’'-]+)?$")
# "the newspaper Halvane Soir", "news agency …": the noun is not the outlet's name where a name follows it
_GENERIC = compile_late(
    r"^(?:the\s+)?(?:(?:daily|weekly|online|public|private|radio|tv|television|news|local|national)\s+)*"
    r"(?:newspaper|newspapers|magazine|agency|channel|station|broadcaster|portal|website|daily|weekly|journal|quotidien|hebdomadaire|(?:[Tt]ages|[Ww]ochen)?[Zz]eitung|газет[аеы]|"
    r"журнал[уе]?|телеканал[уе]?|агентств[оу])\s+(?=[A-Z«“„\"А-Я])"
)
# "TideNet News’ Bel Olm": a newsroom and whoever asks for it
_WHOSE = re.compile(
    r"(?P<outlet>.+?)(?:['’]s|(?<=s)['’])\s+(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'.-]+){1,2})$"
)
# "interview to the newspaper “Tern Gazette”", "interview with The Mail on Sunday": names that may hold words in small letters
_NAMED_OUTLET = compile_late(
    r"\b[Ii]nterview\b[^:]{0,120}?\b(?:with|to|for|in|by)\s+(?:(?:[Tt]he\s+)?(?:[\w-]+\s+){0,3}(?:newspaper|magazine|agency|channel|radio|station|daily|weekly)\s+[“\"«](?P<quoted>[^“”\"«»]{2,60})[”\"»]"
    r"|(?P<sunday>The\s[A-Z][\w’'-]+\son\sSunday)\b)",
)
# "… en Radio Costa", "… a Radio Collina", "… avec Radio Rivage": a station by its noun, behind the word that links it to an interview
_STATION = re.compile(
    r"\b(?:with|on|to|for|mit|bei|auf|im|avec|à|sur|con|a|en|com|na|para|su|i|på|op|met|w|z)\s"
    r"(?P<outlet>(?:Radio|Rádio|Rádiu|TV|Télé|Televisión|Télévision|Televisione|Radiotelevisión|Rundfunk)\s[A-ZÀ-Þ\d][\w’'-]*(?:\s[A-ZÀ-Þ\d][\w’'-]*){0,2})"
)
# "with local media", "to several newspapers": many, of which none is named
_MANY = re.compile(
    r"(?:der\s|die\s|la\s)?(?:presse|prensa|stampa|imprensa|medien|journalisten)|(?:the\s)?(?:(?:local|foreign|international|national|regional|state|domestic|various|several|different|selected|visiting)\s)+"
    r"(?:and\s\w+\s)?(?:news\s)?(?:media|newspapers|journalists|reporters|correspondents|outlets|agencies|press)",
    re.IGNORECASE,
)
# One of these stands in every title that one of the patterns for an outlet reads; they are found in a tenth of the time.
_OF_OUTLETS = (
    "interview", "entretien", "entrevista", "intervista", "интервью", "conversation", "question", "frage", "pregunta", "вопрос",
    "published", "article", "op-ed", "in der zeitung", "dans le", "newspaper", "magazine", "agency", "channel", "radio",
    "answer", "repl", "response", "réponse", "antwort", "respuesta",
)  # fmt: skip
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b|[“”«»\"]")
_INTERVIEWER = re.compile(
    r"\b(?:with|by) (?:the )?journalists? (?P<journalist>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]*\w){1,2})|\b(?:with|by|hosted by|presented by|mit|avec|con)\s+(?P<name>[A-Z][\w'’-]+(?:\s+(?:de|van|von|bin|al))?(?:\s+[A-Z][\w'’.-]+){1,2})"
    r"(?=\s+(?:program(?:me)?|show|podcast|of|from|for)\b)"
)
# Words of the trade that other names have as well: "Media Centre", "Daily Briefing", "Star Harbour"
_ORDINARY = frozenset(
    "press presse media daily weekly channel review star sun standard express monitor globe mail post news wire soir matin".split()
)
_MARKS = ' «»“”„"'
_LONGEST_OUTLET = 80  # characters


def outlet_in(title: str) -> tuple[str, Span] | None:
    """Return the newsroom that a title names, without its quotation marks, and where in it; what nothing shows to be one is none."""
    found = _found(title)
    if found is None:
        return None
    printed, start = found
    text = printed.lstrip(_MARKS)
    start += len(printed) - len(text)
    text = text.rstrip(_MARKS)
    return text, (start, start + len(text))


def _found(title: str) -> tuple[str, int] | None:
    lower = lowered(title)
    if sure := _NAMED_OUTLET.search(title):
        group = "quoted" if sure["quoted"] else "sunday"
        return sure[group], sure.start(group)
    if of_interview := outlet_of_interview(title):
        return of_interview[0], of_interview[1][0]
    if any(word in lower for word in _OF_OUTLETS):
        for text, start, proven in _candidates(title):
            if proven and len(text) <= _LONGEST_OUTLET and not _MANY.fullmatch(text):
                return text, start
    if marked := _IN_OWN_MARKS.search(title):
        return marked[marked.lastgroup or 0], marked.start(marked.lastgroup or 0)
    asked = _ASKED.search(title)
    named = (_BY_NOUN.search(title) or _STATION.search(title, asked.end())) if asked else None
    return (named["outlet"], named.start("outlet")) if named else None


def interviewer_in(title: str) -> tuple[str, Span] | None:
    """Return who asks, if a title of an interview says so: "… with Bel Olm of Radio Lantern"."""
    if "interview" not in title.lower():
        return None
    if (aired := _OF_MEDIUM.search(title)) and aired["name"]:
        return aired["name"], aired.span("name")
    match = _INTERVIEWER.search(title)
    group = "name" if match and match["name"] else "journalist"
    return (match[group], match.span(group)) if match else None


def _candidates(title: str) -> Iterator[tuple[str, int, bool]]:
    """What may be an outlet, without the noun before it, where it begins, and whether it is shown to be one."""
    for pattern, is_shown in _PATTERNS:
        match = pattern.search(title)
        if not match or (pattern is _FOR_OUTLET and _is_field(title[: match.start()])):
            continue
        printed = match["outlet"].rstrip()
        text = _GENERIC.sub("", printed.lstrip())
        start = match.start("outlet") + len(printed) - len(text)
        named = _WHERE.sub("", text)
        text = named if _is_media(named) else text
        asks = _WHOSE.fullmatch(text)
        text = asks["outlet"] if asks and _is_media(asks["outlet"]) else text
        yield text, start, is_shown(printed)


def _is_field(before: str) -> bool:
    """Whether what follows "for" is what a post is for: "the Minister for Radio and Magazines"."""
    return is_office_word((before.split() or [""])[-1])


def _is_media(text: str) -> bool:
    """A bare name of two or three words may be a person's: only a word of the trade or an acronym tells an outlet."""
    return bool(OUTLET_WORDS.search(text) or _ACRONYM.search(text))


def _is_of_trade(text: str) -> bool:
    """Whether it stands in marks or has a word of the trade and none of a post: no "Press Secretary", no "Media Centre"."""
    if text[0] in '«“"„' or _CALL_SIGN.fullmatch(text):
        return True
    told = not _ORDINARY.issuperset(found.lower() for found in OUTLET_WORDS.findall(text))
    return told and not any(map(is_office_word, text.split()))


def _is_no_post(text: str) -> bool:
    """Whether a single word is printed as a name is, and is none for a post."""
    return text[0].isupper() and not is_office_word(text)


def _is_told(_: str) -> bool:
    """The words before it say that it is one."""
    return True


# The surest first, each with what shows that its words are a newsroom's name
_PATTERNS = (
    (_IN_OUTLET, _is_of_trade),
    (_OF_MEDIUM, _is_told),
    (_OUTLET, _is_media),
    (_OF_WITH, _is_media),
    (_OF_ONE_WITH, _is_no_post),
    (_QUESTIONS_FROM, _is_media),
    (_PUBLISHED_IN, _is_told),
    (_FOR_OUTLET, _is_told),
    (_ANSWERS_TO, _is_of_trade),
    (_BEHIND_MARK, _is_of_trade),
    (_BEHIND_DASH, _is_of_trade),
)
