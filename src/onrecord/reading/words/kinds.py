"""Words by which a title or a line of kind says what a text is: an interview, a lecture, a joint statement."""

from __future__ import annotations

import re
from functools import cache

from onrecord.reading.words import tongues
from onrecord.reading.words.caseless import Caseless, caseless
from onrecord.reading.words.greek import accents_left_out
from onrecord.reading.words.pieces import Several
from onrecord.text import compile_late

# What a page may be told to be in its title or kind line: pattern → kind, the more telling first. A strong kind names
# the occasion; a weak one ("remarks") is dropped where a strong one stands beside it.
KIND_WORDS: tuple[tuple[str, str, bool], ...] = (
    (r"(?:news|press|media) conference|(?:press|media) (?:encounter|stakeout|point)s?|\bstakeout"
     r"|\bdoorstep\b|\bdoorstops?\b(?! interviews?)|press availability|media availability|rueda de prensa|conferência de imprensa"
     r"|punto stampa|puntos? de prensa|新闻发布会|新聞發[布佈]會|記者會|ぶら下がり|pressekonferenz|conférence de presse"
     r"|conferencia de prensa"
     r"|пресс-конференци\w*|прес-конференці\w*|记者会|記者会見|会見|(?:ال)?مؤتمر (?:ال)?صحفي|기자회견|pressemøde"
     r"|pressemøte"
      r"|conferenza stampa|persconferentie|konferencja prasowa|basın toplantısı|coletiva|tisková konference"
      r"|tlačová beseda|presskonferens|pressträff|pressekonferanse|pressekonference|conferin[țţ]ă de presă"
      r"|sajtótájékoztató|tiedotustilaisuus|συνέντευξη τύπου|प्रेस वार्ता|pressers?\b", "news_conference", True),
    (r"press gaggle|gaggle|(?:press |media |daily )?(?<!council )(?<!committee )(?<!commission "
     r")(?<!assembly )briefing|unterrichtung|point de presse|брифинг\w*"
     r"|брифінг\w*|例行记者会|ブリーフィング|브리핑|إحاطة|ब्रीफिंग|ब्रीफ़िंग|मीडिया वार्ता",
     "briefing", True),
    (r"lecture|vorlesung|vortrag(?:s|es)?|conférence à l|лекци\w*|лекці\w*|محاضرة|講演|강연", "lecture", True),
    (r"interview|entretien(?!t)(?! téléphonique)|entrevista(?! coletiva)|интервью|інтерв.ю|采访|مقابلة|インタビュー|인터뷰|साक्षात्कार"
     r"|intervista|wywiad|(?:\d|two|three|four|five|six|seven|eight|nine|ten) questions (?:for|to|with)\b|(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) questions (?:à|au|aux)\b|(?:\d|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn) fragen an\b|(?:\d|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) preguntas (?:a|al)\b|(?:\d|due|tre|quattro|cinque|sei|sette|otto|nove|dieci) domande (?:a|al|alla|all['’])\b|(?:\d|duas|três|quatro|cinco|seis|sete|oito|nove|dez) perguntas (?:a|ao|à|para)\b|(?:\d|drie|vier|vijf|zes|zeven|acht|negen|tien) vragen aan\b|ile soru[- ]cevap|röportaj|(?<!telefonický )rozhovor|συνέντευξη(?! τύπου)|interviul|(?<!phone )conversation with"
     r"|\b(?:podcast|episode \d{1,4})\b.{0,80}?\s(?:with|mit|avec|con)\s", "interview", True),
    (r"answers? (?:to|during|and)|answers (?:by|of|from)|(?:answers?|repl(?:y|ies)|responses?) (?:\S+ "
     r"){0,10}?to (?:\S+ ){0,4}?(?:questions?|quer(?:y|ies))"
     r"|réponses? (?:\S+ ){1,10}?aux? questions?|antwort(?:en)? (?:\S+ ){1,10}?auf (?:\S+ ){0,3}?fragen?"
     r"|respuestas? (?:\S+ ){0,10}?a (?:\S+ ){0,3}?preguntas?|answer(?:s|ed|ing)? (?:\w+ ){0,2}questions?"
     r"|repl(?:y|ies) to|réponses? (?:aux?|à|du|de)|antworten (?:auf|von|des|der)"
     r"|respuestas (?:al?|del?|por)\b|questions? (?:and|&) answers?|ответ\w*(?: \S+){0,10}? на вопрос\w*"
     r"|remarks and answers"
      r"|questions and answers|rispost[ae] (?:a|alle)|odpowied\w* (?:\S+ ){0,6}?na pytani\w*|відповід\w* (?:\S+ ){0,8}?на (?:за)?питанн\w*|odpověd\w* (?:\S+ ){0,6}?na otázk\w*|odpoved\w* (?:\S+ ){0,6}?na otázk\w*|răspuns\w* (?:\S+ ){0,6}?la întreb\w*|válasz\w* (?:\S+ ){0,4}?kérdés\w*|απ[αά]ντ[ηή]σ\w+ (?:\S+ ){0,6}?σε ερ[ωώ]τ[ηή]σ\w*|antwoord\w* (?:\S+ ){0,6}?op (?:\S+ ){0,2}?vragen|\bsvar (?:\S+ ){0,6}?på (?:\S+ ){0,2}?frågor|rispost[ae] (?:\S+ ){0,8}?(?:a|alle|alla) domand[ae]|respostas? (?:\S+ ){0,8}?(?:à|às|a) perguntas?|ردود (?:\S+ ){0,8}?على أسئلة|پاسخ\S* (?:\S+ ){0,8}?به (?:پرسش|سوال|سؤال)\S*|תשוב(?:ה|ות|ת) (?:\S+ ){0,8}?ל?שאל\S+|(?:प्रश्नों|सवालों) के (?:उत्तर|जवाब)|respostas a|رد\w* على (?:سؤال"
      r"|أسئلة)|\bq ?(?:&|and) ?a\b|答记者问",
     "answers_to_media", True),
    (r"joint (?:press )?statement|joint declaration|joint communiqu[eé]|gemeinsame erklärung|déclaration "
     r"(?:commune|conjointe)"
     r"|declaración conjunta|совместное заявление|comunicato congiunto|declaração conjunta|ortak bildiri"
     r"|communiqué conjoint"
     r"|comunicado conjunto|nota conjunta|dichiarazione congiunta|gemeinsames (?:kommuniqué|statement)"
     r"|wspóln[ey] (?:oświadczenie|komunikat)"
     r"|gezamenlijke (?:pers)?verklaring|спільн[аеу] заяв[аиу]|联合声明|بيان مشترك", "joint_statement", True),
    (r"condolences?|beileid\w*|condoléances|condolencias|condolências|cordoglio|kondolencj\w+|kondolen[cz]\w*"
     r"|condoleances?|соболезновани\w*|співчутт\w*|تعزية|^pésames?\b", "condolence", True),
    (r"congratulat\w*|glückwunsch\w*|félicitations?|felicitaci\w*|поздрав\w*|greetings? (?:to|on|by|of"
     r"|from)|تهنئة|贺电",
     "congratulation", True),
    (r"readout|read-out|(?:tele)?phone (?:conversation|call)|(?:speaks|spoke) (?:by (?:tele)?phone )?with "
     r"(?:the )?(?=[^ ]+ (?:minister|president|chancellor|secretary|leader)|president|chancellor|king"
     r"|queen)|telefonat|entretien téléphonique|s['’]entretient avec|s['’]est entretenue? avec"
     r"|телефонн\w+ разговор\w*|[’']s? (?:(?:tele)?phone |video )?(?:call|meeting) with"
     r"|conversación telefónica|conversa telefônica|colloquio telefonico|rozmow\w* telefoniczn\w*"
     r"|telefon görüşme\w*|телефонн\w+ розмов\w*|اتصال\w* هاتفي|电话(?!答)|電話会談|summary of (?:the )?(?:call"
     r"|meeting)", "readout", True),
    (r"right of reply|comparecencia(?= (?:[^ ]+ ){0,6}(?:comisi[oó]n|pleno|congreso|senado|c[aá]mara"
     r"|asamblea|parlamento)\b)|audition\b|заседани|debates?|debatte?n?\b|aussprache|points? of order"
     r"|explanations? of vote|questions to ministers|oral answers|hearing|(?:oral|minutes of) evidence"
     r"|examination of witness(?:es)?|débats?|sitting|sesi[oó]n plenaria|reunião plenária|plenary meeting"
     r"|séance plénière|plenarsitzung|parliamentary debates|compte rendu (?:intégral|analytique|des débats)"
     r"|hansard|sitzung|plenarprotokoll|заседани\w*|resoconto (?:stenografico|sommario)|zapis stenograficzny|stenogra(?:ph|f)ische[rs]? (?:protokoll|bericht)"
     r"|diario de sesiones|(?:versión|acta) taquigráfica|stenogram posiedzenia|stenograma ședinței|těsnopiseck|стенограма засідання|[会會][议議](?:记录|紀錄|録)|회의록",
     "debate", True),
    (r"article|op-ed|namensartikel|tribune|artículo|стать\w+|مقال", "article", True),
    (r"\bletter\b|offener brief|\bbrief (?:von|des|der|an)\b|lettre|\bcarta (?:abierta|aberta|de|del|al?|d[ao]s?|aos?|às?)\b"
     r"|\blettera\b|письмо|رسالة", "letter", True),
    (r"appeal (?:by|to|of)|aufruf|appel (?:à|du|de)|llamamiento|звернення|обращени\w*|نداء", "appeal", True),
    (r"speech|\baddress\b|\brede\b|discours|discurso|pronunciamento|eulogy|vœux|вступительное слово|промова"
     r"|orędzie|축사|모두발언|संबोधन|allocution|ansprache|выступлени\w*|речь|讲话|致辞|خطاب|كلمة|演説|スピーチ|연설|भाषण"
     r"|discorso|przemówienie|wystąpienie|toespraak|konuşma|projev\b|príhovor|anförande|discursul|beszéd\b"
     r"|\bpuhe\b|(?<!συν)ομιλία|χαιρετισμός|виступ|oration"
     r"|keynote", "speech", True),
    (r"comment(?:ary)? (?:by|of|from|on)|(?<!for )(?<!public )comments (?:by|from|on)\b|комментар|коментар|kommentar|commentaire|comentario|комментари\w*"
     r"|تعليق", "comment", True),
    (r"messages?(?: --?)? (?:by|from|of|to)|grußwort|grußbotschaft|greetings (?:to|from|by)|message (?:du|de"
     r"|des|d['’]|à|aux?)\b|mensaje|mensagem|messaggio|послани\w*|приветстви\w*|رسالة تهنئة", "message", True),
    (r"(?<!eingangs)(?<!eröffnungs)statements?|nota à imprensa|note to (?:correspondents|editors)|\bdeclaration\b|dichiarazion|declaração|versión "
     r"estenográfica|informativa|\berklärung"
     r"|\bcomunicad[oa]s?\b|\bcomunicato\b|déclaration|declaración|заявлени\w*|заява|声明|談話|谈话|발표문|성명|담화"
     r"|بيان|تصريح|वक्तव्य|dichiarazione|oświadczenie|verklaring|açıklama|uttalande|uttalelse|prohlášení"
     r"|vyhlásenie|declarația|nyilatkozat|lausunto|δήλωση|δηλώσεις|communiqué|proclamation|proclama",
     "statement", True),
    (r"fact sheet|media advisory|executive order|presidential memorand\w+|memorandum on|announce(?:s|d"
     r"|ment)|bekanntmachung|annonce|anuncio|объявлени\w*|notice|advisory"
     r"|nominations? (?:and withdrawals? )?sent|presidential determination|bills? sign(?:ed|ing)",
     "announcement", True),
    (r"remarks|(?:eingangs|eröffnungs)statement|opening words|introduzione d|introducción d|introduction (?:by|de|du)|introduction of (?:(?:mr|mrs|ms|miss|dr|prof|sir|the|prime|deputy|vice|foreign|guest|keynote|president|minister|secretary|ambassador|governor|senator|speaker|chairm?\w*|general)\b\.? ?)*(?:mr|mrs|ms|miss|dr|prof|sir|president|minister|secretary|ambassador|governor|senator|speaker|chair\w*|general)\b|opening statement"
     r"|inleidend statement|openingswoord|\binledning(?:sanförande)?\b|inleiding|słowo wstępne|úvodní slovo|propos\b|\bworte|äußerungen|intervention"
     r"|intervención|intervenção|intervento|comparecencia|wypowiedź|intervenți[ae]\b|köszöntő(?:je)?\b|вступне слово|слово\b(?= президент| міністр)|стенограмма|palabras|реплик\w*|slovo"
     r"|toast|(?<!\w)(?:דברי|דבריו|דבריה)(?!\w)", "remarks", False),
)  # fmt: skip
KIND_PATTERNS = tuple(
    (
        caseless(
            accents_left_out("|".join(filter(None, (pattern, tongues.KINDS.get(kind) if strong else None))))
        ),
        kind,
        strong,
    )
    for pattern, kind, strong in KIND_WORDS
)


@cache
def _several() -> Several:
    return Several([[piece for piece, _ in words.pieces.all] for words, _, _ in KIND_PATTERNS])


def kinds_that_may_stand(lower: str) -> list[tuple[Caseless, str, bool]]:
    """Return those of the patterns of kinds, in their order, that a text in lower case holds a piece of: two or three of twenty."""
    return [KIND_PATTERNS[number] for number in _several().stand_in(lower)]


# Where a title turns from what it is to what it is about.
ABOUT = caseless(
    r"\s(?:on|about|regarding|concerning|in response to(?! (?:\S+ ){0,4}?(?:questions?|quer(?:y|ies))\b)"
    r"|in connection with|über|zu|zum|zur|sur|suite à|sobre|о|об|по поводу|в связи с)\s",
)
# "FOR IMMEDIATE RELEASE", above what an office sends to newsrooms
FOR_RELEASE = re.compile(r"\W*for (?:immediate|general|official) release\b.{0,60}", re.IGNORECASE)
RELEASE_WORDS = compile_late(
    r"\b(?:press|media|news) (?:release|statement|note)s?\b|\bpresse?(?:mitteilung|erklärung|meldung"
    r"|information)(?:en)?\b|"
    r"\bmedienmitteilung(?:en)?\b|\bcommuniqués?(?: de presse)?\b|\bcomunicados?(?: de prensa)?\b|\bnota "
    r"(?:de prensa|à imprensa)\b|"
    r"\bcomunicat[oi] stampa\b|\bпресс-релиз\w*|\bpersbericht\w*|\bpressemelding\w*|\blehdistötiedote\w*"
    r"|\btiskov[áé] zpráv\w*|\btlačov[áé] správ\w*|\bsajtóközlemény\w*|\bcomunicat de presă\b"
    r"|\bbasın (?:açıklaması|bülteni)\b|\bδελτίο τύπου\b|\bpressmeddeland\w*|\bpressemeddelelse\w*"
    r"|\bkomunikat prasowy\b|"
    r"\bpressitea\w+|\bpranešim\w+ (?:spaudai|žiniasklaidai)|\bpreses (?:relīze|paziņojums)|\bfréttatilkynning\w*|\bпрес-?реліз\w*|\bпрессъобщени\w+"
    r"|\bсаопштењ\w+(?: за (?:јавност|медије))?|\bсоопштени\w+|\bpriopćenj\w+|\bsaopštenj\w+|\bsporočil\w+ za (?:javnost|medije)|\bkomunikatë\b"
    r"|\bsiaran (?:pers|media)\b|\bkenyataan media\b|\bthông cáo báo chí\b|ข่าวสารนิเทศ|ข่าวแจก|\bmətbuat (?:açıqlaması|üçün məlumat)|\bnota de premsa\b"
    r"|პრესრელიზ|მედიაგანცხადება|մամուլի հաղորդագրություն|баспасөз (?:хабарламасы|релизі)|प्रेस विज्ञप्ति|প্রেস বিজ্ঞপ্তি|সংবাদ বিজ্ঞপ্তি|پریس ریلیز|بیانیه مطبوعاتی|הודע(?:ה|ות) (?:לעיתונות|לתקשורת|דוברות)"
    r"|خبر صحفي|بلاغ صحفي|プレスリリース|記者発表|新闻稿|新聞稿|報道発表|報道資料|보도자료|بيان صحفي",
    re.IGNORECASE,
)
