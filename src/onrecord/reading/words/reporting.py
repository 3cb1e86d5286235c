"""Verbs by which a text tells what somebody said, and words of the first person, by language.

A report has the ones and, but in quotations, none of the others: "The Minister stressed that …", beside "We have worked on …".
"""

from __future__ import annotations

import re
from itertools import takewhile

# By language: what is told of somebody, then what only he could say. Endings that tell the first person are given where
# a language leaves out the pronoun; Japanese and Korean speak politely and report in the plain form.
_WORDS = {
    "en": (
        r"said|says|added|stress(?:ed|es)|noted|emphasi[sz]ed|underlined|underscored|pointed out|stated|expressed|thanked|reiterated|recalled|confirmed|explained|replied|answered|announced|welcomed|urged|told|highlighted|assured|declared|reaffirmed|conveyed|mentioned|remarked|called (?:on|for)|drew attention",
        r"(?-i:I)|we|my|our|ours|me|(?-i:us)|let's|let’s|you",
    ),
    "de": (
        r"sagte|sagt|erklärte|betonte|unterstrich|fügte|hob|verwies|dankte|erläuterte|antwortete|würdigte|bekräftigte|begrüßte|mahnte|forderte|kündigte|äußerte|ergänzte|bestätigte|berichtete|wies|hinzu",
        r"ich|wir|uns|unser\w*|mein\w*|mich|mir",
    ),
    "fr": (
        r"a (?:également |aussi |encore )?(?:dit|déclaré|indiqué|souligné|ajouté|précisé|rappelé|affirmé|répondu|expliqué|estimé|remercié|salué|insisté|annoncé|réaffirmé|exprimé|assuré|noté|relevé|évoqué|appelé)",
        r"je|j['’]\w+|nous|notre|nos|mon|mes|vous|votre|vos",
    ),
    "es": (
        r"dijo|señaló|afirmó|indicó|destacó|subrayó|añadió|agregó|recordó|explicó|respondió|expresó|agradeció|aseguró|manifestó|reiteró|declaró|anunció|apuntó|sostuvo|precisó|resaltó|enfatizó|ha (?:dicho|señalado|afirmado|indicado|destacado|subrayado|añadido|recordado|explicado|agradecido|asegurado)",
        r"yo|nosotros|nuestr\w+|mis?|me|nos|hemos|quiero|creo|\w{2,}[aei]mos",
    ),
    "pt": (
        r"disse|afirmou|destacou|sublinhou|acrescentou|lembrou|explicou|respondeu|agradeceu|declarou|anunciou|reiterou|salientou|frisou|referiu|ressaltou|enfatizou|garantiu|recordou",
        r"eu|nós|noss\w+|minhas?|meus?|\w{2,}[aei]mos",
    ),
    "it": (
        r"ha (?:poi |inoltre |anche )?(?:detto|dichiarato|sottolineato|aggiunto|ricordato|spiegato|affermato|risposto|ringraziato|ribadito|annunciato|precisato|evidenziato|osservato|espresso)",
        r"io|noi|nostr\w+|mi[oae]i?|ho|vogliamo|\w{2,}iamo",
    ),
    "nl": (
        r"zei|zegt|benadrukte|voegde|verklaarde|antwoordde|lichtte|bedankte|wees|herhaalde|onderstreepte|meldde|riep|gaf aan|stelde",
        r"ik|wij|we|ons|onze|mijn",
    ),
    "sv": (
        r"sade|sa|betonade|tillade|underströk|framhöll|tackade|svarade|förklarade|uppgav|meddelade|påpekade|konstaterade",
        r"jag|vi|vår\w*|oss|min|mitt|mina",
    ),
    "da": (
        r"sagde|understregede|tilføjede|takkede|svarede|forklarede|oplyste|fremhævede|påpegede",
        r"jeg|vi|vor\w*|os|min|mit|mine",
    ),
    "no": (
        r"sa|understreket|la til|takket|svarte|forklarte|opplyste|fremhevet|påpekte",
        r"jeg|vi|vår\w*|oss|min|mitt|mine",
    ),
    "fi": (
        r"sanoi|totesi|korosti|lisäsi|kiitti|vastasi|kertoi|ilmoitti|painotti|muistutti",
        r"minä|me|minun|meidän|\w{3,}mme",
    ),
    "ru": (
        r"(?:сказа|заяви|отмети|подчеркну|добави|сообщи|ответи|напомни|поясни|поблагодари|вырази|указа|подтверди|обрати|призва|рассказа|констатирова|поздрави)л[аи]?",
        r"я|мы|наш\w*|мне|нам|нами|меня|нас|мой|моя|мо[её]|моего|моей|мои",
    ),
    "uk": (
        r"(?:сказа|заяви|зазначи|наголоси|підкресли|дода|повідоми|відпові|нагада|поясни|подякува|вислови|підтверди|заклика)(?:в|ла|ли)",
        r"я|ми|наш\w*|мені|нам|мене|нас|мій|моя|моє",
    ),
    "bg": (
        r"каза|заяви|отбеляза|подчерта|добави|съобщи|отговори|благодари|припомни|посочи",
        r"аз|ние|наш\w*|ми|нас|ни",
    ),
    "sr": (
        r"рекао|рекла|навео|навела|истакао|истакла|додао|додала|нагласио|нагласила|изјавио|изјавила|rekao|rekla|naveo|navela|istakao|istakla|dodao|dodala|naglasio|naglasila|izjavio|izjavila",
        r"ја|ми|наш\w*|нас|смо|сам|ja|mi|naš\w*|nas|smo|sam",
    ),
    "hr": (
        r"rekao|rekla|naveo|navela|istaknuo|istaknula|dodao|dodala|naglasio|naglasila|izjavio|izjavila|poručio|poručila|zahvalio|zahvalila",
        r"ja|mi|naš\w*|nas|smo|sam",
    ),
    "pl": (
        r"(?:powiedzia|podkreśli|zaznaczy|doda|oświadczy|stwierdzi|odpowiedzia|przypomnia|wyjaśni|podziękowa|zapewni|poinformowa|wskaza|wyrazi)ła?",
        r"ja|my|nasz\w*|mój|moj\w+|nam|nas|\w+(?:liśmy|łyśmy|łem|łam)|jesteśmy|mamy|możemy|musimy|chcemy|będziemy|wiemy|widzimy|dziękuję|chcę",
    ),
    "cs": (
        r"(?:řek|uved|zdůrazni|doda|prohlási|odpovědě|připomně|vysvětli|poděkova|sděli|upozorni|vyjádři|oceni|potvrdi)la?",
        r"já|my|naš\w*|náš|nám|nás|můj|moj\w+|jsme|jsem|děkuji|\w{3,}(?:eme|íme|áme)",
    ),
    "sk": (
        r"(?:poveda|uvied|zdôrazni|doda|vyhlási|odpoveda|pripomenu|vysvetli|poďakova|uistil|ocenil)o?la?",
        r"ja|my|naš\w*|náš|nám|nás|môj|moj\w+|sme|som|ďakujem",
    ),
    "hu": (
        r"mondta|hangsúlyozta|kijelentette|hozzátette|elmondta|közölte|kiemelte|válaszolta|emlékeztetett|kifejtette|megjegyezte|leszögezte|köszönetet mondott|megköszönte",
        r"én|mi|mi[eé]nk|minket|velünk|nekünk|nálunk|köszönöm|\w{3,}(?:unk|ünk|tuk|tük|juk|jük|tam|tem)",
    ),
    "ro": (
        r"a (?:mai )?(?:spus|declarat|subliniat|adăugat|precizat|menționat|amintit|explicat|răspuns|mulțumit|reiterat|arătat|afirmat|evidențiat|anunțat)",
        r"eu|noi|nostr\w+|noastr\w+|meu|mea|am|avem|suntem|vom|mulțumesc",
    ),
    "el": (
        r"είπε|δήλωσε|τόνισε|πρόσθεσε|υπογράμμισε|σημείωσε|ανέφερε|απάντησε|εξήγησε|ευχαρίστησε|επεσήμανε|υπενθύμισε|ανακοίνωσε",
        r"εγώ|εμείς|μας|μου|\w{3,}(?:ουμε|ούμε|αμε|άμε)|ευχαριστώ",
    ),
    "tr": (
        r"dedi|söyledi|belirtti|vurguladı|ekledi|kaydetti|ifade etti|açıkladı|yanıtladı|dile getirdi|teşekkür etti|hatırlattı|bildirdi|aktardı",
        r"ben|biz|bizim|benim|bize|bana|\w{2,}(?:dık|dik|duk|dük|tık|tik|tuk|tük|yoruz|yorum|eceğiz|acağız|elim|alım|ederim|ederiz)",
    ),
    "ar": (
        r"و?(?:قال|أكد|أضاف|أشار|أوضح|صرح|شدد|ذكر|أعرب|أجاب|شكر|لفت|نوه|بين|رحب|دعا)ت?",
        r"أنا|نحن|و?إننا|و?إنني|لدينا|علينا|\w{3,}نا|أشكر|أود",
    ),
    "fa": (
        r"گفت|افزود|تأکید کرد|تاکید کرد|اظهار داشت|اظهار کرد|بیان کرد|خاطرنشان|تصریح|یادآور|پاسخ داد|اعلام کرد|تشکر کرد",
        r"من|ما|\w{2,}یم|می\u200c\w+م",
    ),
    "he": (
        r"ו?(?:אמר|הוסיפ|הוסיף|הדגיש|ציינ|ציין|השיב|הבהיר|הודת|הודה|הסביר|הצהיר)ה?",
        r"אני|אנחנו|אנו|שלנו|שלי|לנו|\w{3,}נו",
    ),
    "hi": (
        r"ने (?:यह )?(?:भी )?कहा|ने बताया|जोर दिया|ज़ोर दिया|दोहराया|जोड़ा|उत्तर दिया|धन्यवाद दिया|आभार व्यक्त|उल्लेख किया",
        r"मैं|मैंने|हम|हमने|हमारे|हमारा|हमारी|मेरा|मेरे|मेरी|मुझे|हमें",
    ),
    "zh": (r"表示|指出|强调|強調|说|說|补充|補充|回答|感谢|感謝|认为|重申|介绍", r"我|咱"),
    "ja": (r"述べた|述べ、|強調した|説明した|指摘した|答えた|語った|表明した|加えた|伝えた", r"私|我々|われわれ|わが|我が|です|ます|ました|ません"),
    "ko": (r"말했다|밝혔다|강조했다|덧붙였다|설명했다|답했다|전했다|언급했다|표했다", r"저는|저희|우리|제가|니다"),
    "id": (r"mengatakan|menegaskan|menambahkan|menyatakan|menjelaskan|menyampaikan|mengingatkan|menjawab|ujar|tutur", r"saya|kami|kita"),
    "ms": (r"berkata|menegaskan|menambah|menyatakan|menjelaskan|mengingatkan|menjawab|ujar", r"saya|kami|kita"),
    "vi": (r"cho biết|nhấn mạnh|nói rằng|khẳng định|bày tỏ|phát biểu", r"tôi|chúng"),
}  # fmt: skip
_UNSPACED = frozenset(("zh", "ja", "ko"))
_QUOTED = re.compile(r"[“„«「『][^“„«»”「」『』]{1,2000}[”“»」』]|\"[^\"]{1,2000}\"")
_SENTENCE_ENDS = re.compile(r"[.!?؟।]\s|[。！？]|\n")
_UNCASED = (
    "\u0590"  # from Hebrew on: articles are written as one with a word, vowel signs are none of its letters
)
_LEAST = 2  # sentences
_ONE_IN = 3
_ENDING = 2  # letters
_SUFFIX = 5  # letters
_PATTERNS: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {}


def tells_of(text: str, language: str | None, words: frozenset[str]) -> bool:
    """Return whether a text tells what one said of whom `words` are name and post, in lower case; False in other languages.

    Two sentences and one in three of them have a verb for saying, one of these or the first some of the words, and
    outside quotations nobody says "I" or "we".
    """
    patterns = _patterns_of((language or "").partition("-")[0])
    if not patterns or not words:
        return False
    told, own = patterns
    plain = _QUOTED.sub(" ", text)
    if own.search(plain):
        return False
    sentences = [one for one in _SENTENCE_ENDS.split(plain) if any(map(str.isalpha, one))]
    telling = [one for one in sentences if told.search(one)]
    if len(telling) < _LEAST or len(telling) * _ONE_IN < len(sentences):
        return False
    return any(_names(one.lower(), words) for one in (sentences[0], *telling))


def _patterns_of(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    if language not in _WORDS:
        return None
    if language not in _PATTERNS:
        told, own = _WORDS[language]
        before, behind = ("", "") if language in _UNSPACED else (r"(?<!\w)", r"(?!\w)")
        _PATTERNS[language] = (
            re.compile(rf"{before}(?:{told}){behind}", re.IGNORECASE),
            re.compile(rf"{before}(?:{own}){behind}", re.IGNORECASE),
        )
    return _PATTERNS[language]


def _names(sentence: str, words: frozenset[str]) -> bool:
    """Whether a sentence has a word of a name or post, in whatever case: "Верна", "министром"; "Ministerin" of "Hafenministerin"."""
    if any(word >= _UNCASED and word in sentence for word in words):
        return True
    return any(
        _is_form(one, word) or (len(one) > _SUFFIX and word.endswith(one))
        for one in re.findall(r"[^\W\d_]{4,}", sentence)
        for word in words
    )


def _is_form(one: str, other: str) -> bool:
    """Whether two words differ in an ending only: "verna" and "verny", "министр" and "министром"."""
    if one[:3] != other[:3] or abs(len(one) - len(other)) > _ENDING + 1:
        return False
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return alike >= min(len(one), len(other)) - _ENDING
