"""Words that official pages share: months, kinds, offices, questions, in several languages. No names of people or sites."""

from __future__ import annotations

import re

from onrecord.reading.words import tongues
from onrecord.reading.words.caseless import Caseless, Remembered, caseless
from onrecord.text import compile_late

WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun montag dienstag "
    "mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi "
    "dimanche lunes martes miércoles jueves viernes sábado domingo понедельник вторник среда четверг "
    "пятница суббота воскресенье segunda-feira terça-feira quarta-feira quinta-feira sexta-feira domenica "
    "lunedì martedì mercoledì giovedì venerdì sabato niedziela poniedziałek wtorek środa czwartek piątek "
    "sobota неділя понеділок вівторок середа четвер пʼятниця субота pazar pazartesi salı çarşamba "
    "perşembe cuma cumartesi zondag maandag dinsdag woensdag donderdag vrijdag zaterdag söndag måndag "
    "tisdag onsdag torsdag fredag lördag søndag mandag tirsdag lørdag sunnuntai maanantaina tiistaina "
    "keskiviikkona torstaina perjantaina lauantaina maanantai tiistai keskiviikko torstai perjantai "
    "lauantai neděle pondělí úterý středa čtvrtek pátek duminică luni marți miercuri joi vineri sâmbătă "
    "vasárnap hétfő szerda csütörtök péntek szombat κυριακή δευτέρα τρίτη τετάρτη πέμπτη παρασκευή "
    "σάββατο minggu senin selasa rabu kamis jumat sabtu isnin khamis jumaat الأحد الاثنين الثلاثاء "
    "الأربعاء الخميس الجمعة السبت रविवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार שבת 일요일 월요일 화요일 "
    "수요일 목요일 금요일 토요일 星期日 星期一 星期二 星期三 星期四 星期五 星期六 日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 diumenge dilluns dimarts "
    "dimecres dijous divendres dissabte неделя понеделник сряда четвъртък петък събота вівторка середу "
).split()

# What a page may be told to be in its title or kind line: pattern → kind, the more telling first. A strong kind names
# the occasion; a weak one ("remarks") is dropped where a strong one stands beside it.
KIND_WORDS: tuple[tuple[str, str, bool], ...] = (
    (r"(?:news|press|media) conference|(?:press|media) (?:encounter|stakeout|point)s?|\bstakeout"
     r"|\bdoorstep\b|press availability|media availability|rueda de prensa|conferência de imprensa"
     r"|punto stampa|puntos? de prensa|新闻发布会|新聞發[布佈]會|記者會|ぶら下がり|pressekonferenz|conférence de presse|conferencia de prensa"
     r"|пресс-конференци\w*|прес-конференці\w*|记者会|記者会見|会見|(?:ال)?مؤتمر (?:ال)?صحفي|기자회견|pressemøde|pressemøte"
      r"|conferenza stampa|persconferentie|konferencja prasowa|basın toplantısı|coletiva|tisková konference"
      r"|tlačová beseda|presskonferens|pressträff|pressekonferanse|pressekonference|conferin[țţ]ă de presă"
      r"|sajtótájékoztató|tiedotustilaisuus|συνέντευξη τύπου|प्रेस वार्ता|pressers?\b", "news_conference", True),
    (r"press gaggle|gaggle|(?:press |media |daily )?(?<!council )(?<!committee )(?<!commission )(?<!assembly )briefing|unterrichtung|point de presse|брифинг\w*"
     r"|брифінг\w*|例行记者会|ブリーフィング|브리핑|إحاطة|ब्रीफिंग|ब्रीफ़िंग|मीडिया वार्ता",
     "briefing", True),
    (r"lecture|vorlesung|conférence à l|лекци\w*|лекці\w*|محاضرة|講演|강연", "lecture", True),
    (r"interview|entretien|entrevista(?! coletiva)|интервью|інтерв.ю|采访|مقابلة|インタビュー|인터뷰|साक्षात्कार"
     r"|intervista|wywiad|röportaj|rozhovor|συνέντευξη(?! τύπου)|interviul|(?<!phone )conversation with|\b(?:podcast|episode \d{1,4})\b.{0,80}?\s(?:with|mit|avec|con)\s", "interview", True),
    (r"answers? (?:to|during|and)|answers (?:by|of|from)|(?:answers?|repl(?:y|ies)|responses?) (?:\S+ ){0,10}?to (?:\S+ ){0,4}?(?:questions?|quer(?:y|ies))"
     r"|réponses? (?:\S+ ){1,10}?aux? questions?|antwort(?:en)? (?:\S+ ){1,10}?auf (?:\S+ ){0,3}?fragen?"
     r"|respuestas? (?:\S+ ){0,10}?a (?:\S+ ){0,3}?preguntas?|answer(?:s|ed|ing)? (?:\w+ ){0,2}questions?|repl(?:y|ies) to|réponses? (?:aux?|à|du|de)|antworten (?:auf|von|des|der)"
     r"|respuestas (?:al?|del?|por)\b|questions? (?:and|&) answers?|ответ\w*(?: \S+){0,10}? на вопрос\w*|remarks and answers"
      r"|questions and answers|rispost[ae] (?:a|alle)|odpowied\w* na pytani\w*|respostas a|رد\w* على (?:سؤال"
      r"|أسئلة)|\bq ?(?:&|and) ?a\b|答记者问",
     "answers_to_media", True),
    (r"joint (?:press )?statement|joint declaration|joint communiqu[eé]|gemeinsame erklärung|déclaration (?:commune|conjointe)"
     r"|declaración conjunta|совместное заявление|comunicato congiunto|declaração conjunta|ortak bildiri|communiqué conjoint"
     r"|comunicado conjunto|nota conjunta|dichiarazione congiunta|gemeinsames (?:kommuniqué|statement)|wspóln[ey] (?:oświadczenie|komunikat)"
     r"|gezamenlijke verklaring|спільн[аеу] заяв[аиу]|联合声明|بيان مشترك", "joint_statement", True),
    (r"condolences?|beileid\w*|condoléances|condolencias|condolências|cordoglio|kondolencj\w+|kondolen[cz]\w*"
     r"|condoleances?|соболезновани\w*|співчутт\w*|تعزية|^pésames?\b", "condolence", True),
    (r"congratulat\w*|glückwunsch\w*|félicitations?|felicitaci\w*|поздрав\w*|greetings? (?:to|on|by|of|from)|تهنئة|贺电",
     "congratulation", True),
    (r"readout|read-out|(?:tele)?phone (?:conversation|call)|(?:speaks|spoke) (?:by (?:tele)?phone )?with (?:the )?(?=[^ ]+ (?:minister|president|chancellor|secretary|leader)|president|chancellor|king|queen)|telefonat|entretien téléphonique"
     r"|телефонн\w+ разговор\w*|[’']s? (?:(?:tele)?phone |video )?(?:call|meeting) with"
     r"|conversación telefónica|conversa telefônica|colloquio telefonico|rozmow\w* telefoniczn\w*"
     r"|telefon görüşme\w*|телефонн\w+ розмов\w*|اتصال\w* هاتفي|电话|電話会談|summary of (?:the )?(?:call"
     r"|meeting)", "readout", True),
    (r"right of reply|comparecencia(?= (?:[^ ]+ ){0,6}(?:comisi[oó]n|pleno|congreso|senado|c[aá]mara"
     r"|asamblea|parlamento)\b)|audition\b|заседани|debates?|debatte?n?\b|aussprache|points? of order"
     r"|explanations? of vote|questions to ministers|oral answers|hearing|(?:oral|minutes of) evidence"
     r"|examination of witness(?:es)?|débats?|sitting|sesi[oó]n plenaria|reunião plenária|plenary meeting"
     r"|séance plénière|plenarsitzung|parliamentary debates|compte rendu (?:intégral|analytique|des débats)|hansard|sitzung|plenarprotokoll|заседани\w*",
     "debate", True),
    (r"article|op-ed|namensartikel|tribune|artículo|стать\w+|مقال", "article", True),
    (r"\bletter\b|offener brief|\bbrief (?:von|des|der|an)\b|lettre|\bcarta (?:abierta|de|del|al?)\b|\blettera\b|письмо|رسالة", "letter", True),
    (r"appeal (?:by|to|of)|aufruf|appel (?:à|du|de)|llamamiento|звернення|обращени\w*|نداء", "appeal", True),
    (r"speech|\baddress\b|\brede\b|discours|discurso|pronunciamento|eulogy|vœux|вступительное слово|промова"
     r"|orędzie|축사|모두발언|संबोधन|allocution|ansprache|выступлени\w*|речь|讲话|致辞|خطاب|كلمة|演説|スピーチ|연설|भाषण"
     r"|discorso|przemówienie|wystąpienie|toespraak|konuşma|projev\b|príhovor|anförande|discursul|beszéd\b"
     r"|\bpuhe\b|ομιλία|χαιρετισμός|виступ|oration"
     r"|keynote", "speech", True),
    (r"comment(?:ary)? (?:by|of|from|on)|комментар|коментар|kommentar|commentaire|comentario|комментари\w*|تعليق", "comment", True),
    (r"messages?(?: --?)? (?:by|from|of|to)|grußwort|grußbotschaft|greetings (?:to|from|by)|message (?:du|de"
     r"|des|d['’]|à|aux?)\b|mensaje|mensagem|messaggio|послани\w*|приветстви\w*|رسالة تهنئة", "message", True),
    (r"statements?|note to (?:correspondents|editors)|\bdeclaration\b|dichiarazion|declaração|versión estenográfica|informativa|\berklärung"
     r"|\bcomunicad[oa]s?\b|\bcomunicato\b|déclaration|declaración|заявлени\w*|заява|声明|談話|谈话|발표문|성명|담화"
     r"|بيان|تصريح|वक्तव्य|dichiarazione|oświadczenie|verklaring|açıklama|uttalande|uttalelse|prohlášení"
     r"|vyhlásenie|declarația|nyilatkozat|lausunto|δήλωση|δηλώσεις|communiqué|proclamation|proclama",
     "statement", True),
    (r"fact sheet|media advisory|executive order|presidential memorand\w+|memorandum on|announce(?:s|d"
     r"|ment)|bekanntmachung|annonce|anuncio|объявлени\w*|notice|advisory"
     r"|nominations? (?:and withdrawals? )?sent|presidential determination|bills? sign(?:ed|ing)",
     "announcement", True),
    (r"remarks|opening words|introduzione d|introducción d|introduction (?:by|of|de|du)|opening statement"
     r"|inleidend statement|inleiding|słowo wstępne|úvodní slovo|propos\b|\bworte|äußerungen|intervention"
     r"|intervención|intervenção|intervento|comparecencia|wypowiedź|стенограмма|palabras|реплик\w*|slovo"
     r"|toast", "remarks", False),
)  # fmt: skip
KIND_PATTERNS = tuple(
    (caseless("|".join(filter(None, (pattern, tongues.KINDS.get(kind) if strong else None)))), kind, strong)
    for pattern, kind, strong in KIND_WORDS
)

# Where a title turns from what it is to what it is about.
ABOUT = caseless(
    r"\s(?:on|about|regarding|concerning|in response to(?! (?:\S+ ){0,4}?(?:questions?|quer(?:y|ies))\b)|in connection with|über|zu|zum|zur|sur|suite à|sobre|о|об|по поводу|в связи с)\s",
)
RELEASE_WORDS = compile_late(
    r"\b(?:press|media|news) (?:release|statement|note)s?\b|\bpresse?(?:mitteilung|erklärung|meldung|information)(?:en)?\b|"
    r"\bmedienmitteilung(?:en)?\b|\bcommuniqués?(?: de presse)?\b|\bcomunicados?(?: de prensa)?\b|\bnota (?:de prensa|à imprensa)\b|"
    r"\bcomunicat[oi] stampa\b|\bпресс-релиз\w*|\bpersbericht\w*|\bpressemelding\w*|\blehdistötiedote\w*"
    r"|\btiskov[áé] zpráv\w*|\btlačov[áé] správ\w*|\bsajtóközlemény\w*|\bcomunicat de presă\b"
    r"|\bbasın (?:açıklaması|bülteni)\b|\bδελτίο τύπου\b|\bpressmeddeland\w*|\bpressemeddelelse\w*"
    r"|\bkomunikat prasowy\b|"
    r"新闻稿|新聞稿|報道発表|報道資料|보도자료|بيان صحفي",
    re.IGNORECASE,
)
# Labels that say who asks or answers without naming anybody. Matched on the whole label, without its end mark.
QUESTION_WORDS = tongues.QUESTIONS | frozenset(
    "q question questions soru ερώτηση ερ spørsmål spørgsmål fråga frage fragen zusatzfrage pregunta "
    "питання запитання вопрос 问 问题 問 سؤال س प्रश्न moderator_question domanda "
    "pergunta pytanie soru 質問 질문 문 otázka vraag".split()
)
QUESTION_LABELS = (
    QUESTION_WORDS
    | tongues.ASKERS
    | frozenset(
        "redaktion rédaction redazione redacción redacja redactie редакция редакція "
        "sunucu spiker interviewerin programleder programledare intervjuer intervjuare studievert reporteren "
        "presentador presentadora entrevistador entrevistadora apresentador apresentadora conduttore "
        "conduttrice intervistatore intervistatrice présentateur présentatrice presentatrice műsorvezető "
        "riporter moderátor moderátorka redaktor redaktorka prowadzący prowadząca haastattelija toimittaja "
        "saatejuht παρουσιαστής παρουσιάστρια ведучий ведуча кореспондент кореспондентка aparıcı 앵커 진행자 "
        "アナウンサー キャスター 聞き手 主播 مجری_برنامه উপস্থাপক میزبان اینکر spørger spørgeren journalisten δημοσιογράφος "
        "journalist journalistin journaliste journalistes reporter reporterin reporters correspondent press "
        "the_press la_presse media zuruf periodista periodistas реплика журналист журналистка журналісти "
        "журналіст журналістка gazeteci gazeteciler muhabir giornalista jornalista dziennikarz interlocutor "
        "intervención المذيع 记者 記者 صحفي "
        "पत्रकार interviewer 기자".split()
    )
)
ANSWER_LABELS = tongues.ANSWERS | frozenset(
    "a απάντηση απ svar answer antwort réponse reponse r respuesta ответ відповідь yanıt 答 回答 جواب ج उत्तर risposta resposta odpowiedź cevap 답 답변 "
    "antwoord".split()
)
CHAIR_LABELS = tongues.CHAIRS | frozenset(
    "the_court the_judge president moderator operator staff chair chairman chairperson chairwoman host anchor presenter facilitator speaker mr_speaker "
    "madam_speaker mr_deputy_speaker the_speaker mr_chairman madam_chairman the_chairman the_chair the_president "
    "der_präsident der_präsidentin le_président la_présidente président présidente präsident präsidentin "
    "vizepräsident vizepräsidentin alterspräsident el_presidente la_presidenta ведущий ведущая модератор председатель "
    "председательствующий 主持人 主席 moderatorin moderateur animateur moderador moderadora".split()
)
INTERPRETER_LABELS = frozenset("interpreter the_interpreter translator dolmetscher dolmetscherin interprète intérprete "
                               "переводчик 翻译 مترجم".split())  # fmt: skip
AUDIENCE_LABELS = tongues.CALLS | frozenset(
    "des_voix une_voix plusieurs_voix o_orador a_oradora l_orateur l_oratrice audience audience_member "
    "解说 解說 旁白 画外音 畫外音 narrador narratore erzähler диктор audience_members participant participants the_audience crowd publikum public salle зал группа".split()
)

# Words of offices: what stands before (or, after a comma, behind) a name and is none itself.
OFFICE_WORDS = (
    tongues.POSTS
    | tongues.FIELDS
    | frozenset(
        "president vice deputy first second third prime minister ministers foreign defence defense finance interior home "
        "secretary general secretary-general state permanent representative ambassador ambassador-designate charge chargé "
        "d'affaires consul spokesperson spokesman spokeswoman spokespersons press information department director chief "
        "executive high commissioner commissioner chancellor chairman chairwoman chair chairperson speaker governor "
        "premier senator prosecutor congressman congresswoman representative king queen prince princess his her excellency royal "
        "prosecutor constable highness majesty adviser advisor special envoy coordinator head office officer attorney solicitor admiral captain "
        "colonel major lieutenant commander sergeant senior junior acting assistant under undersecretary national security "
        "council counsel affairs and of for the to administration official officials mayor judge justice minister's "
        "member first-lady first-gentleman first-spouse second-lady second-gentleman second-spouse "
        "administrator leader superintendent councilman councilwoman councilmember dean provost sheriff "
        "treasurer trade health education transport energy environment agriculture labour labor culture "
        "justice economy "
        "embassy ministry cabinet government spokesperson's republic federation kingdom union states united nations managing "
        "division bureau directorate agency "
        "bundeskanzler bundeskanzlerin bundespräsident bundesminister bundesministerin ministre président présidente "
        "premier ministre porte-parole secrétaire d'état ministro ministra presidente presidenta canciller portavoz "
        "cumhurbaşkanı cumhurbaşkani bakani bakan bakanı başbakan sözcü sözcüsü الوزير الوزيرة الرئيس 行政長官 "
        "प्रवक्ता मंत्री प्रधानमंत्री राजदूत सचिव आधिकारिक राष्ट्रपति bk bk'in bk´in "
        "министр президент премьер-министр председатель посол спикер пресс-секретарь заместитель первый "
        "大臣 外務大臣 総理 総理大臣 首相 長官 官房長官 報道官 总理 主席 总统 部长 外长 发言人 대통령 총리 장관 대변인".split()
    )
)
# Words of offices that tell what a post is for, or of which rank: none of them is a post by itself.
OFFICE_FIELDS = tongues.FIELDS | frozenset(
    "vice deputy first second third prime foreign defence defense finance interior home state permanent press "
    "information department executive high special senior junior acting assistant under national security council affairs "
    "and of for the to administration his her royal trade health education transport energy environment agriculture labour "
    "labor culture economy embassy ministry cabinet government republic federation kingdom union states united nations office managing division bureau "
    "directorate agency".split()
)
# The offices a person holds, as against the words of what the office is for ("energy", "affairs").
# Nouns that newspapers, agencies and stations are named with: a label that holds one is an outlet, not a person.
OUTLET_WORDS = caseless(
    r"\b(?:news|times|post|gazette|gazeta|herald|tribune|journal|daily|weekly|radio|tv|television|channel|agency|press|presse|"
    r"magazine|newspaper|media|soir|matin|wire|star|sun|mail|express|standard|observer|guardian|telegraph|chronicle|monitor|globe|"
    r"courier|review|courrier|corriere|shimbun|shinbun|ilbo|sinmun|\w+zeitung|\w+blatt|\w+funk|zeitung|spiegel|rundfunk|fernsehen|figaro|monde|bbc|cnn"
    r"|afp|tass|reuters|bloomberg|associated|xinhua|kyodo|"
    r"broadcasting|correspondent|reporter|agence|agencia|агентство|газета|канал|радио)\b",
)
POST_WORDS = tongues.POSTS | frozenset(
    "oberbürgermeister oberbürgermeisterin bürgermeister bürgermeisterin landrat landrätin stadtrat regierungsrat beigeordneter beigeordnete "
    "maire sindaco sindaca burmistrz wojewoda wethouder eurocommissaris porta-voz мэр мер "
    "councillor councilor president minister ministers secretary ambassador spokesperson spokesman spokeswoman director commissioner chancellor "
    "chairman chairwoman chairperson speaker governor premier senator congressman congresswoman representative king "
    "queen prince princess adviser advisor envoy coordinator officer attorney admiral captain colonel general major lieutenant "
    "commander sergeant mayor judge justice treasurer undersecretary operator moderator chair official administrator chief "
    "leader superintendent councilman councilwoman councilmember dean provost sheriff vizekanzler "
    "bundeskanzler bundeskanzlerin bundespräsident bundesminister bundesministerin ministre président présidente "
    "porte-parole ministro ministra presidente presidenta canciller portavoz министр президент премьер-министр "
    "председатель посол спикер пресс-секретарь заместитель "
    "botschafter botschafterin außenminister außenministerin innenminister innenministerin ministerpräsident ministerpräsidentin "
    "staatssekretär staatssekretärin regierungssprecher regierungssprecherin sprecher sprecherin ambassadeur ambassadrice "
    "embajador embajadora vicepresidente vicepresidenta ambasciatore ambasciatrice portavoce embaixador embaixadora "
    "puhemies varapuhemies předseda předsedkyně místopředseda místopředsedkyně ministr ministryně "
    "poslanec poslankyně senátor senátorka podpredseda podpredsedníčka predsedníčka ministerka "
    "poslankyňa "
    "ambasador prezydent rzecznik premierka wiceminister wicepremier sekretarz marszałek prezes ministerka "
    "vorsitzender vorsitzende secretario secretaria subsecretario subsecretaria embajadores gobernador "
    "gobernadora vocero vocera coordinador coordinadora comisionado "
    "comisionada alcalde alcaldesa consejero consejera viceministro viceministra directora secretário secretária porta-voz governador governadora "
    "constable prefeito prefeita chanceler diretor diretora segretario segretaria sottosegretario sottosegretaria governatore direttore direttrice "
    "commissario commissaria chancelier chancelière secrétaire sous-secrétaire directeur directrice gouverneur préfet préfète commissaire "
    "staatssecretaris woordvoerder woordvoerster burgemeester statssekreterare statssekretær generalsekreterare generalsekretær statsråd riksbankschef "
    "sentralbanksjef talsperson talskvinne talsmann talsmand talesperson statsrådet statsministeren "
    "ministeren minister utrikesministern abgeordneter abgeordnete bundesrat bundesrätin ständerat "
    "ständerätin nationalrat nationalrätin landtagsabgeordneter "
    "député députée sénateur sénatrice diputado diputada deputado deputada onorevole deputato deputata "
    "milletvekili riksdagsledamot kansanedustaja poslanec poslankyně képviselő deputat deputata "
    "taoiseach tánaiste comptroller "
    "πρωθυπουργός υπουργός υφυπουργός πρόεδρος εκπρόσωπος διοικητής υπουργού πρωθυπουργού εκπροσώπου "
    "προέδρου başkan başkanı büyükelçi büyükelçisi sözcü sözcüsü".split()
)
HONORIFICS = tongues.TITLES | frozenset(
    "doamna domnul domnişoara domnișoara heer shrimati kumari sr.ª srª sra.ª rouva herra sayın assoc h.e "
    "vors sts srsin stsin pstsin bkin srs'in sts'in psts'in bk'in srs’in sts’in psts’in bk’in bm श्री "
    "श्रीमती डॉ mr mrs ms miss mx dr prof professor sir dame lord lady baroness rev hon shri smt encik "
    "atty engr onorevole senhor senhora signor signora mevrouw meneer fru inche dato datuk tan tun "
    "puan haji madam tuan madame mme m monsieur herr herrn frau señor señora sr sra don doña г-н г-жа господин госпожа sen rep "
    "mdm sri ensign private corporal cadet seaman gen col maj capt lt adm amb rt gov sec sgt stS".lower().split()
)
# Small words inside the names of offices: "Bundesminister für Umwelt", "ministre chargé des Affaires étrangères".
OFFICE_LINKS = frozenset(
    "für beim bei der des dem und im in zum zur aux pour chargé chargée auprès d et par el para por y w ds".split()
)
# What a post's ministry is for, where it is written small behind the post: "Ministre des Affaires étrangères", "Министр обороны"
OFFICE_COMPLEMENTS = frozenset(
    "affaires étrangères étrangers intérieur intérieures extérieur extérieures européennes économie économique finances défense "
    "justice armées santé culture éducation travail environnement relations république gouvernement asuntos relaciones exteriores "
    "interior interiores defensa hacienda salud educación negócios estrangeiros defesa finanças affari esteri difesa interni "
    "иностранных внутренних внешних дел обороны финансов экономики экономического развития юстиции здравоохранения культуры "
    "образования торговли промышленности страны республики правительства закордонних внутрішніх справ оборони фінансів "
    "spraw zagranicznych wewnętrznych obrony narodowej finansów zahraničních zahraničí věcí vnitra obrany afacerilor externe "
    "apărării външните вътрешните работи отбраната спољних унутрашњих послова одбране vanjskih europskih poslova".split()
)
PARTICLES = frozenset(
    "do das dos della dello degli delle dei al el bin binti binte ibn ben van von der den de del della di da dos du la le ter af av zu y i e".split()
)

# Who speaks of himself or to somebody: "Thank you. I am glad …"
SELF = Remembered(
    caseless(
        r"\b(?:we|you|my|our|ich|wir|je|nous|vous|yo|nosotros|eu|io|noi|ik|wij|jag|jeg|minä)\b|\b(?:я|мы|вы|нам|вам)\b|我|我们|私|皆さん"
    ),
    exact=r"\bI\b",
)
# What is said by whoever presides: "I declare the sitting open", "We will now vote", "Das Wort hat …", "Do you swear …?"
PROCEDURE = caseless(
    r"\b(?:open|resume|adjourn|suspend|close|declare|begin with)\w*\s(?:[^\s.?!]+\s){0,5}?(?:sitting|session|meeting|debate|hearing)\b|"
    r"\b(?:now|repeat|put|proceed to|move to) (?:\w+ ){0,3}vot(?:e|ing)\b|\bgive the floor\b|\b(?:the floor is|has the floor)\b|"
    r"\bcome to order\b|\border! order\b|\b(?:next|first|last) (?:item|speaker|point on the agenda)\b|"
    r"\bdo you (?:\w+ ){0,2}(?:swear|affirm)\b|\bschwören sie\b|\bjurez-vous\b|¿(?:jura|promete)\b|\bjura o promete\b|\bgiura di\b|"
    r"\b(?:eröffne|schließe|unterbreche) (?:ich )?(?:hiermit )?die (?:sitzung|aussprache|beratung"
    r"|debatte)\b|\bdas wort (?:hat|geht an)\b|\berteile \S+ das wort\b|"
    r"\b(?:séance|discussion|débat) est (?:ouverte?|levée|close|suspendue|clos)\b|\bla parole est à\b|\bdonne la parole\b|"
    r"\b(?:abre|levanta|suspende|reanuda) la sesión\b|\btiene la palabra\b|\bha la parola\b|\bha facoltà di parlare\b|\btem a palavra\b|"
    r"\bслово (?:имеет|предоставляется)\b|\bпредоставляю слово\b|\bобъявляю\b[^.?!]{0,40}\b(?:открытым|закрытым)\b|\bгласувати|\bпрошу голосувати\b|"
    r"\bgłos ma\b|\budzielam głosu\b|\botwieram (?:posiedzenie|dyskusję)\b|\bbesedo ima\b|\bdajem besedo\b|\bzačenjam\b|\bkdo je (?:za|proti)\b"
)
# What is said by whoever leads a news conference, and by nobody who asks or answers in it: "Next question, please."
GIVES_FLOOR = caseless(
    r"\b(?:next|first|last|final) question\b|\bwe(?:'|’)?(?:ll| will) (?:now )?(?:start|begin|go|turn|move"
    r"|take|open)\b.{0,30}\b(?:to|with|over|questions?|the floor)\b|"
    r"\b(?:can|shall|let(?:'|’)?s) (?:we |us )?(?:lead off|start|begin|kick off) with\b|\b(?:state"
    r"|give (?:us )?|tell us )(?:your )name\b|\braise your hands?\b|"
    r"\bopen (?:it up|the floor) (?:to|for)\b|\bgo to the line of\b|\bnächste frage\b|\bletzte frage\b|\bmachen wir weiter mit\b|\bfragen kommen von\b|"
    r"\btime for (?:a (?:couple of|few)|one|two|three|some|just) (?:more |last )?questions?\b|\b(?:gentleman|lady) (?:over there|in the (?:front|back|first|second|third))\b|"
    r"\b(?:prochaine|dernière|première) question\b|\b(?:siguiente|última|primera) pregunta\b|\b(?:próxima|última|primeira) pergunta\b|"
    r"\b(?:prossima|ultima|prima) domanda\b|\bvolgende vraag\b|\b(?:następne|ostatnie|kolejne) pytanie\b"
    r"|\b(?:следующий|последний) вопрос\b|\bпожалуйста, коллеги\b|"
    r"\bpředávám slovo\b|\bprostor (?:pro|na) (?:vaše )?(?:dotazy|otázky)\b|\b(?:další|poslední) (?:dotaz"
    r"|otázka)\b|\bnejsou další dotazy\b|\b(?:ďalšia|posledná) otázka\b|\búltima întrebare\b"
    r"|\bulteriori domande\b|"
    r"\b(?:következő|utolsó) kérdés\b|\b(?:neste|siste|næste|sidste|nästa|sista) (?:spørsmål|spørgsmål"
    r"|fråga)\b|\bpasso la parola\b|\bcedo la palabra\b|\bpasse la parole\b|\boddaję głos\b"
    r"|\b(?:das wort hat|ich übergebe)\b"
)
# Lines that say the rest follows elsewhere. "To be continued…", "(Fortsetzung folgt)"
CONTINUED = caseless(
    r"\W*(?:to be continued|continued (?:in|below|tomorrow)|fortsetzung folgt|à suivre|continuará|продолжение следует|"
    r"待续|未完待续|يتبع|(?:the )?(?:transcript|text) (?:is )?to be continued|more to follow)\W*",
)
CONTINUES_BEFORE = re.compile(
    r"\W*(?:continued from|continuation(?: of|:|$)|continued\W*$|fortsetzung(?: von)?\W|suite (?:de|du)\b|continuación|окончание|продолжение(?! следует))",
    re.IGNORECASE,
)
ALL_MESSAGES = re.compile(
    r"\W*(?:(?:all|more|older|previous|see all|view all|show all|further|other) (?:messages|news|statements|items|updates|entries|posts|"
    r"press releases|speeches|articles|publications|announcements|stories|releases)|read more|more|archiv|archive|archives|alle "
    r"(?:meldungen|nachrichten|mitteilungen|reden)|weitere meldungen|tous les (?:messages|communiqués|discours)|toutes les "
    r"(?:actualités|nouvelles)|todas las noticias|todos los comunicados|все (?:новости|сообщения|материалы)|更多|全部|المزيد)\W*",
    re.IGNORECASE,
)  # fmt: skip
# Lines that lead away from a text, behind it: "Share this page", "Related articles"
AWAY = re.compile(
    r"\W*(?:(?:share|print|e-?mail|save|download|tweet|listen to|subscribe to|follow)(?: (?:this|the|us|page|article|on|by|via|to|a|friend|"
    r"pdf|document|story|story|link|version|newsletter|[A-Z]\w+)){0,4}|(?:related|similar|recommended|latest|more|other|see also|you may also like|"
    r"most (?:read|popular)|also (?:read|see))(?: (?:articles?|news|content|links?|pages?|stories|items?|posts?|topics?|documents?|information|"
    r"releases|speeches|statements))?|back to (?:top|the top|list|news)|top of page|teilen|drucken|seite (?:drucken|teilen)|mehr zum thema|"
    r"weitere artikel|nach oben|partager|imprimer|(?:à )?lire aussi|articles? (?:liés|connexes|similaires)|haut de page|compartir|imprimir|"
    r"noticias relacionadas|artículos relacionados|поделиться|распечатать|версия для печати|читайте также|наверх|condividi|stampa|"
    r"compartilhar|(?:ti )?potrebbe(?:ro)? interessar\w+(?: anche)?|contenuti correlati|leggi anche"
    r"|vedi anche|zie ook|lees ook|meer informatie|weitere informationen|mehr informationen"
    r"|zobacz (?:także|też|również)|czytaj (?:także|też)|"
    r"le[si]a (?:também|mais)|saiba mais|notícias relacionadas|conteúdo relacionado"
    r"|공유하기|공유|اشتراک\W?گذاری|اشتراک|شارك|שתף|שיתוף|partilhar|udostępnij|поширити|paylaş|シェアする|シェア|bagikan|chia sẻ|κοινοποίηση|delen|dela|sdílet|подели|分享到?|साझा करें|शेयर करें|返回顶部|回到顶部|返回頁首|回頁頂|ページ(?:の)?(?:トップ|先頭)へ(?:戻る)?|맨 ?위로(?: 가기)?|naar boven|volver arriba|torna su|do góry|вгору|на врх|أعلى الصفحة|ऊपर जाएँ"
    r"|till toppen|til toppen|nahoru|yukarı(?: çık)?|بازگشت به بالا|về đầu trang|επιστροφή στην αρχή|contenidos? relacionados?|más información|ver también|les også|læs også|läs (?:också|även|mer)"
    r"|katso myös|lue myös|à voir aussi|en savoir plus|voir aussi|související|čtěte také|"
    r"(?:skip|jump) to (?:the )?(?:main |page )?(?:content|navigation|search)|(?:zum|zur) (?:haupt)?(?:inhalt|navigation)(?: springen)?|aller au (?:contenu|menu)(?: principal)?"
    r"|(?:saltar|ir) al contenido(?: principal)?|(?:ir|pular|saltar) para o conteúdo(?: principal)?|(?:vai|salta) al contenuto(?: principale)?"
    r"|перейти (?:к|до) (?:основному |основного |главному )?(?:содержанию|содержимому|вмісту|контенту)|تجاوز إلى المحتوى(?: الرئيسي)?|(?:ال)?(?:تخطي|انتقال) إلى المحتوى(?: الرئيسي)?"
    r"|跳(?:到|转到|轉到|至)(?:主要)?(?:內容|内容)(?:區塊|区块)?|本文へ(?:移動|ジャンプ|スキップ)?|본문\s?(?:바로\s?가기|으로 이동)|μετάβαση στο (?:κυρίως )?περιεχόμενο|παράκαμψη προς το κυρίως περιεχόμενο"
    r"|דלג לתוכן(?: המרכזי)?|پرش به محتوا(?:ی اصلی)?|ข้ามไปยังเนื้อหา(?:หลัก)?|मुख्य सामग्री पर जाएं|মূল বিষয়বস্তুতে যান|გადასვლა (?:მთავარ )?კონტენტზე|"
    r"(?:zurück zur|zur) (?:übersicht|liste)|retour (?:à la liste|aux actualités)|volver (?:al listado|atrás|arriba)|"
    r"voltar (?:ao topo|para a lista)|torna (?:su|all['’]elenco|indietro)|wróć|powrót|"
    r"(?:назад )?к списку|возврат к списку|назад|наверх страницы|версія для друку|роздрукувати|поділитися|"
    r"(?:усі|всі|все|всички) нов(?:ини|ости)|останні новини|последние новости|associated links?|"
    r"latest (?:press releases|announcements)|(?:neueste|aktuelle|weitere) (?:meldungen|nachrichten|beiträge)|"
    r"(?:dernières|toutes les|autres) actualités|(?:últimas|todas las|otras) noticias|(?:últimas|todas as|outras) notícias|"
    r"(?:ultime|altre|tutte le) notizie|(?:laatste|meer|al het) nieuws|(?:najnowsze|wszystkie|inne) (?:wiadomości|aktualności)|"
    r"articles récents|(?:страница была полезной|была ли (?:эта )?страница полезн\w+|was this page (?:useful|helpful)|is this page useful)\?(?:\s(?:да|нет|yes|no))*|à consulter également|otros comunicados|otras noticias|相关稿件|документы и фотографии по теме|статус материала|related(?: (?:content|links|media|articles?|items))?|otras intervenciones|آخر الأخبار|أخبار ذات صلة|اقرأ أيضا|संबंधित (?:समाचार|खबरें|लिंक)|"
    r"previous|précédent|precedente|successivo|suivant|siguiente|próximo|volgende|następn[ay]|предыдущ[ая]+|следующ[ая]+|попередн[яє]|наступн[аe]|anterior|vorige|poprzedni[ae]|zurück|\[(?:previous|back|home|next)\](?:\s*\[(?:previous|back|home|next)\])*|"
    r"分享(?:到|至)?|推荐(?:给朋友|到)?|推薦(?:給朋友|到)?|(?:字体|字號|字号)?[:：]?[大中小]{3}|打印(?:\W{1,4}关闭)?|关闭(?:窗口)?|相关新闻|相关文章|シェア|印刷|関連記事|공유|인쇄|관련 ?기사|مشاركة|طباعة)\W*",
    re.IGNORECASE,
)
# Above whom to write to: what stands below is nobody's words.
CONTACT_HEADS = re.compile(
    r"\W*(?:(?:media|press)?[ /]?(?:contacts?|relations|enquir(?:y|ies)|inquir(?:y|ies)|office)"
    r"|updates to this page|contact (?:information|details|us)|for (?:more|further) information(?: contact)?|"
    r"(?:presse)?kontakte?|ansprechpartner(?:in)?|(?:weitere )?rückfragen|contacts? presse"
    r"|contacto(?:s)?(?: de prensa)?|contatti|ufficio stampa|contatos?|assessoria de imprensa|"
    r"contact(?:persoon|gegevens)?|quelle|source|fuente|fonte|bron|źródło|kontakty?(?: dla mediów)?"
    r"|pressikontakt|yhteystiedot|lisätietoja|контакт\w*|επικοινωνία|iletişim)\W*",
    re.IGNORECASE,
)
# The title of a list: kinds in the plural, and nothing else.
_PLURALS = (
    r"(?:(?:press|media|news) )?(?:speeches|statements|releases|briefings|conferences|transcripts"
    r"|interviews|remarks|readouts|messages|comments|articles|news)|"
    r"reden|erklärungen|pressemitteilungen|interviews|discours|communiqués|entretiens|déclarations"
    r"|discursos|declaraciones|comunicados|entrevistas|pronunciamentos|"
    r"discorsi|interventi|interviste|comunicati(?: stampa)?|toespraken|taler(?: og innlegg)?|tal|wystąpienia|wywiady|речи|выступления|заявления|интервью"
)
LISTS = re.compile(
    rf"(?:(?:all|latest|recent)\s)?(?:{_PLURALS})(?:(?:,| and| &| und| et| y| e| og| och| i| и)\s+(?:{_PLURALS}))*",
    re.IGNORECASE,
)
# Above the words themselves, below what is told of them.
TEXT_HEADS = re.compile(
    r"\W*(?:(?:full|complete) (?:text|transcript|speech)|transcript|speech|remarks|text of (?:the )?(?:speech|statement"
    r"|remarks)|texte intégral|texto (?:íntegro|completo|integral)|íntegra|transcripción|"
    r"testo integrale|(?:im )?wortlaut|volltext|letterlijke tekst|volledige tekst|pełny tekst|полный текст|стенограмма)\W*",
    re.IGNORECASE,
)
# How a speech begins: "Sehr geehrte Damen und Herren", "Liebe Mitbürgerinnen und Mitbürger", "Excellenser"
SALUTATION = caseless(
    r"(?:بسم الله|أصحاب|السيدات|सम्मानित|देवियो|dear|ladies and gentlemen|your (?:excellenc|majest|royal|highness|eminence)\w*|excellencies"
    r"|distinguished|honou?rable|mr\.? (?:president|chair\w*|speaker|secretary)|madam (?:president"
    r"|chair\w*|speaker)|fellow citizens|"
    r"sehr geehrt\w*|sehr verehrt\w*|verehrt\w*|liebe[rs]?|geschätzt\w*|werte[rs]?"
    r"|meine (?:sehr )?(?:verehrten )?damen|mesdames|messieurs|monsieur (?:le|la)|madame (?:le|la)"
    r"|chère?s?|excellences|mes chers|"
    r"señor(?:a|as|es)?|estimad[oa]s?|distinguid[oa]s?|querid[oa]s?|signor[ae]?|gentil[ei]|car[ei] (?:amic"
    r"|collegh|concittadin)\w*|autorità|onorevol[ei]|senhor(?:a|as|es)?|excelentíssim\w*|caros|caras"
    r"|minhas senhoras|"
    r"kjære|kære|käre|kära|ärade|ærede|mine damer|deres (?:majestet|kongelige)\w*|arvoisa\w*|arvoisat"
    r"|hyvät|hyvä|szanown\w*|panie|panowie|drodzy|vážen\w*|milí|drag[ăai]|stimat\w*|doamnelor|onorat\w*"
    r"|tisztelt|kedves|"
    r"geachte|beste|dames en heren|sayın|değerli|kıymetli|saygıdeğer|aziz|αγαπητ\w*|κυρί\w*|αξιότιμ\w*"
    r"|уважаем\w*|дороги\w*|шановн\w*|поштован\w*|скъпи|poštovan\w*|cijenjen\w*|spoštovan\w*|lugupeetud"
    r"|austatud|gerbiam\w*|cienījam\w*|godātie)(?!\w)",
)
# Words of thanks and farewell, with which somebody ends
THANKS = caseless(
    r"\b(?:thank(?:s| you)|danke|dank|merci|gracias|grazie|obrigad[oa]|takk?|tack|bedankt|dziękuję|děkuji"
    r"|ďakujem|mulțumesc|köszönöm|kiitos|hvala|teşekkür\w*|goodbye|god bless|vive|viva|amen)\b|спасибо"
    r"|дякую|благодаря|ευχαριστώ|ありがとう|谢谢|謝謝|감사합니다|شكرا|धन्यवाद|תודה",
)
# "[질문·답변]", "II. 질의 및 응답", "问答", "Q & A": what heads the questions
HEADS_QUESTIONS = caseless(
    r"\W*(?:[ivx]{1,4}\.\s*|\d\.\s*|[ⅰ-ⅻ]\.?\s*)?(?:질의\s?(?:및|·)?\s?응답|질문\s?(?:및|·)\s?답변|모두\s?발언|일문일답|问答(?:环节)?|問答|答问|質疑応答|q\s?(?:&|and|/)\s?a|"
    r"questions? (?:&|and) answers?|question[- ]answer session|question and answer session|questions et réponses|preguntas y respuestas|perguntas e respostas"
    r"|fragen und antworten|вопросы и ответы|(?:из )?ответ\w+ на вопрос\w*(?: сми| журналистов)?"
    r"|(?:excerpts? from )?answers to (?:media )?questions|запитання та відповіді|"
    r"أسئلة وأجوبة|tanya jawab|hỏi đáp|soru[- ]cevap|domande e risposte|pytania i odpowiedzi)\W*",
)
# How whoever opens a news conference comes to them: "We are ready to take your questions."
TAKES_QUESTIONS = caseless(
    r"\b(?:questions|frågor|fragen|preguntas|domande|perguntas|pytani[ae]|otázky|dotazy|întrebări\w*"
    r"|vragen|spørsmål|spørgsmål|kérdés\w*|pitanja|vprašanja|küsimus\w*|kysymy\w*)\b|ερωτήσεις|вопрос\w*"
    r"|питання|въпроси",
)
# How a text was made: "(Transcript edited by the press office)", "[Traduction non officielle]"
MADE = caseless(
    r"transcri(?:pt|pción|ption|ção|zione|ere|bed)\w*|verbatim|translat(?:ion|ed)|traducc?i[oó]n"
    r"|traduction|traduzione|tradução|übersetzung|mitschrift|abschrift|tłumaczenie|"
    r"перевод|стенограмм\w*|oversættelse|översättning|oversettelse|vertaling|käännös",
)
STATUS_LINES: tuple[tuple[Caseless, str], ...] = tuple(
    (caseless(pattern), status)
    for pattern, status in (
        (r"check against delivery|es gilt das gesprochene wort|es zählt das gesprochene wort"
         r"|sje?kkes mot framføring|kontrolleres mot framf[øo]r\w*|med forbehold om endringe?r"
         r"|(?:alleen )?(?:het|de) (?:gesproken|uitgesproken) (?:woord|tekst) (?:telt|geldt)"
         r"|alleen uitgesproken tekst geldt|liczy się słowo wypowiedziane|vale il (?:testo"
         r"|discorso) (?:effettivamente )?pronunciato|só faz fé|prevalece o (?:texto|discurso) (?:lido"
         r"|proferido|pronunciado)|seul le (?:texte|discours) prononcé fait foi|le prononcé fait foi"
         r"|puhuttaessa muutokset|muutosvarauksin|platí mluvené slovo|az elhangzott szöveg"
         r"|det talte ord gj?[æe]lder|det talade ordet gäller|seul le prononcé fait foi|cotejar con|сверять", "check_against_delivery"),
        (r"\bas[- ]delivered|exactly as it was delivered|tel que prononcé", "as_delivered"),
        (r"\bas[- ]prepared(?: for delivery)?|prepared remarks|speaking notes|draft text|\bas written", "as_prepared"),
        (r"rush transcript|this copy may not be in its final form|(?:transcripción|transcription) (?:preliminar|provis\w+|urgente)"
         r"|vorläufige (?:mit|ab)schrift|trascrizione provvisoria|transcrição provisória|предварительн\w+ (?:стенограмм|запис|верси)\w*"
         r"|попередн\w+ стенограм\w*|نص أولي|速記未定稿|未定稿", "rush"),
        (r"tekst(?:em)? nieautoryzowan\w*|(?:text|tekst) (?:is )?unauthori[sz]ed|неавторизован\w* текст|testo non (?:autorizzato|rivisto)|provisional (?:record|translation|text|version)|vorläufige\w* (?:fassung|protokoll)|version provisoire", "provisional"),
        (r"near[- ]verbatim", "near_verbatim"),
        (r"edited transcript|edited for (?:clarity|length)|e&oe", "edited"),
        (r"\bexcerpts?\b(?: from| of|:|$)|auszug|auszüge|extraits?|extracto|фрагмент", "excerpt"),
        (r"embargoed? until|under embargo|not for (?:release|publication) before|sperrfrist|sous embargo", "embargo"),
        (r"on background|background (?:press )?(?:briefing|call)|attributable to (?:a )?senior", "on_background"),
        (r"unofficial translation|courtesy translation|inoffizielle übersetzung|arbeitsübersetzung"
         r"|traduction non officielle|неофициальный перевод", "unofficial_translation"),
    )
)  # fmt: skip
TRANSLATED = caseless(
    r"(?<!un)official translation|provisional translation|the original (?:text )?is in [A-Z]"
    r"|translated from|translation (?:of|from) the|übersetzung (?:aus|des)|traduction (?:du|de l)|"
    r"traducción (?:del|oficial)|перевод с",
)
INTERPRETED = caseless(
    r"\b(?:via|through|as|by) (?:an? |the )?(?:interpret\w+|translat\w+)|words of the interpreter"
    r"|interpretation of (?:the )?speeches|retranslated|simultaneous interpretation|"
    r"simultan(?:übersetzung|dolmetsch\w*)|как переведено|перевод(?:чик)?\)|interprétation simultanée|\(as interpreted",
)
ORIGINAL = re.compile(
    r"original(?: language)?:|\(original (?:text|language)\)|text in the original", re.IGNORECASE
)
# Written by the source, not said by anybody: "(Laughter.)", "[inaudible]", "(Beifall bei der SPD)"
DIRECTION_WORDS = caseless(
    r"laugh\w*|applause|cheer\w*|inaudible|indistinct|crosstalk|cross-talk|cross talk|interpret\w*|translat\w*|speaks? in|spoke in|speaking \w+\W*$|"
    r"speaking in|in (?:english|french|german|spanish|russian|arabic|chinese|hindi|mandarin|japanese|korean|italian|"
    r"portuguese|dari|ukrainian|hebrew|turkish|malay|tamil)\W*$|continues? in|pause\w*|silence|interrupt\w*|off[- ]mic\w*|off-?record|video|music|"
    r"sic\W*$|unintelligible|audio (?:gap|break)|break\W*$|recess|gavel|booing|boos|phone rings|coughs?|sighs?|sobs|"
    r"gestures?|nods|points|reading|reads|via (?:video|teleconference|phone|webcast)|no response|chuckl\w*|sneez\w*|"
    r"beifall|heiterkeit|zuruf\w*|lachen|widerspruch|unruhe|glocke|gegenruf\w*|rires?|applaudissements|inaudible|"
    r"interruption|exclamations?|murmures|mouvements|risas|aplausos|смех|аплодисменты|неразборчиво|шум в зале|"
    r"как переведено|笑|笑声|掌声|鼓掌|تصفيق|ضحك|hear, hear|interjections?|technical difficult\w*|standing ovation|"
    r"english (?:version|rendering|approximation)|whereupon|signing|is signed|moment of silence|exits?|enters?|toasts?|playing|plays|"
    + tongues.DIRECTIONS,
)
# Labels of metadata lines, by the field that they state. Matched on the whole label.
# A line of the publisher's that leads in the words of somebody else: "The Ministry published the following comment …"
INTRODUCTION = caseless(
    r"\b(?:gave|delivered|made) (?:a |the following |these |this )?(?:remarks|speech|statement|address) (?:at|to|in|on|after|before|following)\b|"
    r"\b(?:the )?following (?:is|are|was|comment|statement|text|remarks|interview|transcript|speech|letter|message|article)\b|"
    r"^\W*the following (?:[\w-]+ ){1,5}(?:statement|remarks|text|message|communiqué)\b[^.!?]{0,160}:\W*$|"
    r"^\W*(?:below|here|this) is the (?:full )?(?:text|transcript) of\b|"
    r"\b(?:published|printed|prints?|reproduced?|reads?) (?:it |here )?(?:in full|below|as follows)|"
    r"^\W*(?:the|his|her) (?:message|letter|telegram|statement|text) (?:reads|says)\b[^.!?:]{0,40}:\s*$|"
    r"\b(?:said|says|stated|commented|sagte|erklärte|a déclaré|déclare|dijo|declaró|ha dichiarato|ha detto"
    r"|disse|declarou|afirmou|zei|sa|sade|powiedział\w?|oświadczył\w?|uvedl\w?"
    r"|řekl\w?)\b[^.!?:]{0,40}:\s*$|^\W*(?:zu[mr]?|anlässlich|über)\b[^.!?:]{3,160}\berklärte?\b[^.!?:]{3,100}:\s*$|^\W*в (?:телеграмме|послании|письме|обращении)[^.!?:]{0,60}(?:говорится|сказано|отмечается)[^.!?:]{0,40}:\s*$|"
    r"\bim (?:folgenden|wortlaut)\b|\bnachfolgend\b|\bvoici (?:le|la|les)\b|\bci-dessous\b"
    r"|a continuación\b|\b(?:letterlijke|volledige|integrale) tekst van\b|\btranscri(?:pci[oó]n|ption|ção"
    r"|zione) (?:de|del|della|da|do|du)\b|"
    r"\bdi seguito (?:il|la)\b|\bleia (?:abaixo )?a (?:íntegra|transcrição)\b|\bponiżej (?:publikujemy"
    r"|zapis|prezentujemy)\b|\bzapis (?:rozmowy|konferencji|wywiadu)\b|"
    + tongues.INTRODUCTIONS
    + r"|(?:هذا نصها?|فيما يلي نص|وفيما يلي نص|جاء فيها?|بما يلي|ما يلي|فيما يأتي نص)\b|\başağıda\b.{0,60}metn|\bακολουθεί\b|\bαπομαγνητοφώνηση\b|\b(?:following|below"
    r"|statement)(?: statement)? (?:is|may be|can be) attribut|следующ(?:ее|ий|ая) (?:заявление|текст"
    r"|комментарий)",
)
# A publisher's own article may reprint a statement whole, and says so in its title.
FULL_TEXT = re.compile(r"\b(?:in full|full (?:text|transcript|statement|speech)|full-text|transcript|verbatim|im wortlaut|wortlaut|texte intégral|"
                       r"texto íntegro|полный текст|全文)\b", re.IGNORECASE)  # fmt: skip
# What a server sends in place of a page that is not there, under whatever status: its title or its first words.
NOT_FOUND = caseless(
    r"\b(?:(?:page|document|file|seite|p[áa]gina|pagina|страница|документ)\b[^.]{0,40}\b(?:not found|cannot be found|could not be found|no longer "
    r"(?:exists|available)|nicht gefunden|introuvable|no (?:se )?(?:encuentra|encontrada|existe)|não encontrada|non trovata|не найден[аo]?|"
    r"no encontrada)\b|(?:error 404|404 error|404 not found)\b)|^\W*404\W*$|(?:الصفحة غير موجودة)|页面不存在|找不到(?:网页|页面)|ページが見つかりません",
)
METADATA_LABELS: dict[str, str] = {
    **dict.fromkeys(
        "given on|delivered on|date given|date of delivery|방송일|방송일시|تاريخ الحلقة|تاريخ البث|تاريخ المقابلة|تاريخ الحوار|تاريخ الإدلاء|تاريخ الإلقاء|تاريخ الخطاب"
         "|prononcé le|donné le|gehalten am|fecha del discurso|date of statement|date of speech"
         "|date of interview|event date|sitting date|"
        "date of event|date of meeting|meeting date|hearing date|session date|date of hearing"
         "|date de la séance|sitzungsdatum|datum der sitzung|held on|日時|開催日|開催日時|実施日|会見日|일시|회의일시|gehalten am"
         "|prononcé le|pronunciado el|дата выступления|date of sitting|sit date".split("|"), "given_on"),
    **dict.fromkeys(
        "posted on|release date|published on|published|posted|publication date|date of publication"
         "|first published|release date|released|publish date|published date|date published|publishing date|"
        "veröffentlicht am|veröffentlicht|veröffentlichungsdatum|erschienen am|publié le|date de publication"
         "|fecha de publicación|fecha publicación|data de publicação|publicado em|publicado|publicada el"
         "|data di pubblicazione|pubblicato il|pubblicato|publicatiedatum|gepubliceerd op|gepubliceerd"
         "|data publikacji|opublikowano|publicerad|publiceringsdatum|offentliggjort|publisert|udgivet"
         "|julkaistu|zveřejněno|publikováno|zverejnené|objavljeno|yayın tarihi|δημοσιεύτηκε|дата публікації"
         "|опубліковано|publicado el|опубликовано|дата публикации|issued on|issued|تاريخ النشر|تاریخ انتشار"
         "|发布时间|发布日期|發布日期|發佈日期|發布時間|發佈時間|掲載日|公開日|発表日|등록일|작성일|게시일|ngày đăng|tanggal|יום פרסום|תאריך פרסום".split("|"),
        "posted_on"),
    **dict.fromkeys(
        "updated on|last updated|updated|last update|last modified|modified|page last updated|last reviewed|aktualisiert am|stand|zuletzt "
        "aktualisiert|mis à jour le|dernière mise à jour|actualizado el|última actualización"
         "|fecha de actualización|última modificação|modificado em|atualizado em|última atualização"
         "|ultimo aggiornamento|aggiornato il|laatst gewijzigd|laatst bijgewerkt|ostatnia aktualizacja"
         "|zaktualizowano|senast uppdaterad|uppdaterad|sist oppdatert|oppdatert|opdateret|sidst opdateret"
         "|päivitetty|letzte aktualisierung|letzte änderung|обновлено|آخر تحديث|更新时间|最終更新日|更新日|更新日時|最後更新|最后更新"
         "|更新日期|수정일|cập nhật|tarikh kemaskini|güncellenme tarihi|son güncelleme|останнє оновлення|последнее обновление страницы|последнее обновление|страница обновлена|last update|lastupdate|अंतिम अद्यतन|आखिरी अपडेट".split("|"), "updated_on"),
    **dict.fromkeys("date|dato|datum|fecha|дата|日期|التاريخ|data|tarih".split("|"), "date"),
    **dict.fromkeys("place|location|venue|where|ort|lieu|lugar|место|место проведения|地点|地點|場所|於|장소|địa điểm|tempat|yer"
     "|місце|luogo|local|miejsce|plats|sted|المكان|place of delivery".split("|"), "place"),
    **dict.fromkeys("occasion|event|anlass|occasion de|ocasión|circonstance|circonstances|мероприятие|المناسبة".split("|"), "occasion"),
    **dict.fromkeys("speaker|speakers|briefer|briefers|intervenant(s)|intervenant|delivered by|by|presenter|presenters"
     "|author|authors|sprecher|redner|auteur|orateur|intervenants|"
                    "orador|выступающий|автор|发言人|المتحدث|from|puhuja|talare|taler|spreker|řečník|mówca|vortragender|rednerin|relatore|ομιλητής".split("|"), "speakers"),
    **dict.fromkeys("outlet|medium|media|média|publication|newspaper|published in|broadcaster|medio|издание|СМИ|programme|program".split("|"), "outlet"),
    **dict.fromkeys("interviewer|interviewed by|interviewers|interview by|questions|questions by|fragen|journalist name".split("|"), "interviewer"),
    **dict.fromkeys("part|teil|partie|parte|часть".split("|"), "part"),
    **dict.fromkeys("language|sprache|langue|idioma|язык|语言|اللغة|text language".split("|"), "language"),
    **dict.fromkeys("kind|type|release type|category|art|catégorie|categoría|тип|document type|document kind".split("|"), "kind"),
    **dict.fromkeys("status|transcript status|text status|text|delivery".split("|"), "status"),
    **dict.fromkeys(
        "reference|ref|transcript id|hash|number|no|nr|unique id|id|hit|hits|views|subject|subjects|topic"
         "|topics|thema|themen|sujet|sujets|tema|temas|temi|argomenti|emne|emner|onderwerp|onderwerpen|tematy"
         "|tags|tag|keywords|الكلمات المفتاحية|الوسوم|关键词|標籤|标签|责任编辑|责编|编辑|上一篇|下一篇|上一条|下一条|теги|метки|ключевые слова|étiquettes|mots-clés|etiquetas"
         "|palabras clave|schlagworte|टैग|copyright|"
        "source|quelle|fuente|источник|digest|printed|printed on|print date|gedruckt|imprimé le|captured at|captured|record|version|versions|share|print|e-mail|email|contact|contacts|phone|tel|"
        "telephone|fax|organisation|organization|part of|series|theme|themes|parliament no|session no|volume no|"
        "sitting no|who|what|when|why|how|note|notes|time|attachments?|related|read time|download|downloads|press contact|"
        "media contact|subject\\(s\\)|who keeps this record|keeper|office|offices|permalink|cite|how to cite|witnesses|seen|"
        "first seen|last seen|address|published at|お問合せ先|お問い合わせ先|問い合わせ先|問合せ先|連絡先|担当|担当部署|문의|담당|담당부서|조회수|조회|来源"
         "|來源|作者|責任編輯|责任编辑|字号|浏览次数|瀏覽人次|點閱次數|کد خبر|شناسه خبر|oleh|dibaca|penulis|редактор".split("|"), "other"),
}  # fmt: skip
PAGER_WORDS = frozenset(
    "pages page seite pagination next previous prev first last older newer back weiter zurück suivant précédent "
    "siguiente anterior далее назад следующая предыдущая 上一页 下一页 of sur von de seiten páginas página pagina pagine страницы "
    "страница стр الصفحات صفحات الصفحة صفحة 页 ページ 페이지 sayfa strona strony sida sidor".split()
)
