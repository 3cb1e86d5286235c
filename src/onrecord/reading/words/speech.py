"""What people say and do where they speak: address, give the floor, take questions, thank, laugh."""

from __future__ import annotations

from onrecord.reading.words import tongues
from onrecord.reading.words.caseless import Remembered, caseless

# Who speaks of himself or to somebody: "Thank you. I am glad …"
SELF = Remembered(
    caseless(
        r"\b(?:we|you|my|our|ich|wir|je|nous|vous|yo|nosotros|eu|io|noi|ik|wij|jag|jeg|minä)\b|\b(?:я"
        r"|мы|вы|нам|вам)\b|我|我们|私|皆さん"
    ),
    exact=r"\bI\b",
)

# What is said by whoever presides: "I declare the sitting open", "We will now vote", "Das Wort hat …", "Do you swear …?"
PROCEDURE = caseless(
    r"\b(?:open|resume|adjourn|suspend|close|declare|begin with)\w*\s(?:[^\s.?!]+\s){0,5}?(?:sitting"
    r"|session|meeting|debate|hearing)\b|"
    r"\b(?:now|repeat|put|proceed to|move to) (?:\w+ ){0,3}vot(?:e|ing)\b|\bgive the floor\b|\b(?:the "
    r"floor is|has the floor)\b|"
    r"\bcome to order\b|\border! order\b|\b(?:next|first|last) (?:item|speaker|point on the agenda)\b|"
    r"\bdo you (?:\w+ ){0,2}(?:swear|affirm)\b|\bschwören sie\b|\bjurez-vous\b|¿(?:jura|promete)\b|\bjura "
    r"o promete\b|\bgiura di\b|"
    r"\b(?:eröffne|schließe|unterbreche) (?:ich )?(?:hiermit )?die (?:sitzung|aussprache|beratung"
    r"|debatte)\b|\bdas wort (?:hat|geht an)\b|\berteile \S+ das wort\b|"
    r"\b(?:séance|discussion|débat) est (?:ouverte?|levée|close|suspendue|clos)\b|\bla parole est à\b"
    r"|\bdonne la parole\b|"
    r"\b(?:abre|levanta|suspende|reanuda) la sesión\b|\btiene la palabra\b|\bha la parola\b|\bha facoltà "
    r"di parlare\b|\btem a palavra\b|"
    r"\bслово (?:имеет|предоставляется)\b|\bпредоставляю слово\b|\bобъявляю\b[^.?!]{0,40}\b(?:открытым"
    r"|закрытым)\b|\bгласувати|\bпрошу голосувати\b|"
    r"\bgłos ma\b|\budzielam głosu\b|\botwieram (?:posiedzenie|dyskusję)\b|\bbesedo ima\b|\bdajem besedo\b"
    r"|\bzačenjam\b|\bkdo je (?:za|proti)\b"
)

# What is said by whoever leads a news conference, and by nobody who asks or answers in it: "Next question, please."
GIVES_FLOOR = caseless(
    r"\b(?:next|first|last|final) question\b|\bwe(?:'|’)?(?:ll| will) (?:now )?(?:start|begin|go|turn|move"
    r"|take|open)\b.{0,30}\b(?:to|with|over|questions?|the floor)\b|"
    r"\b(?:can|shall|let(?:'|’)?s) (?:we |us )?(?:lead off|start|begin|kick off) with\b|\b(?:state"
    r"|give (?:us )?|tell us )(?:your )name\b|\braise your hands?\b|"
    r"\bopen (?:it up|the floor) (?:to|for)\b|\bgo to the line of\b|\bnächste frage\b|\bletzte frage\b"
    r"|\bmachen wir weiter mit\b|\bfragen kommen von\b|"
    r"\btime for (?:a (?:couple of|few)|one|two|three|some|just) (?:more |last )?questions?\b"
    r"|\b(?:gentleman|lady) (?:over there|in the (?:front|back|first|second|third))\b|"
    r"\b(?:prochaine|dernière|première) question\b|\b(?:siguiente|última|primera) pregunta\b|\b(?:próxima"
    r"|última|primeira) pergunta\b|"
    r"\b(?:prossima|ultima|prima) domanda\b|\bvolgende vraag\b|\b(?:następne|ostatnie|kolejne) pytanie\b"
    r"|\b(?:следующий|последний) вопрос\b|\bпожалуйста, коллеги\b|"
    r"\bpředávám slovo\b|\bprostor (?:pro|na) (?:vaše )?(?:dotazy|otázky)\b|\b(?:další|poslední) (?:dotaz"
    r"|otázka)\b|\bnejsou další dotazy\b|\b(?:ďalšia|posledná) otázka\b|\búltima întrebare\b"
    r"|\bulteriori domande\b|"
    r"\b(?:következő|utolsó) kérdés\b|\b(?:neste|siste|næste|sidste|nästa|sista) (?:spørsmål|spørgsmål"
    r"|fråga)\b|\bpasso la parola\b|\bcedo la palabra\b|\bpasse la parole\b|\boddaję głos\b"
    r"|\b(?:das wort hat|ich übergebe)\b"
)

# "Good evening, ladies and gentlemen.", with which somebody begins to speak
GREETING = caseless(
    r"\W*(?:(?:a )?(?:very )?good (?:morning|afternoon|evening)|(?:muy )?buen[oa]s (?:d[ií]as|tardes|noches)"
    r"|bonjour|bonsoir|guten (?:tag|morgen|abend)|dobry (?:wieczór|dzień)|buongiorno|buonasera"
    r"|bo[am] (?:dia|tarde|noite)|здравствуйте|добрый (?:день|вечер)|добрий (?:день|вечір)"
    r"|доброго (?:ранку|дня)|السلام عليكم|الحمد لله|بسم الله"
    r"|안녕하십니까|안녕하세요|おはようございます|こんにちは|大家好|नमस्कार|नमस्ते|selamat (?:pagi|siang|sore|malam)"
    r"|assalamu[’']?alaikum|iyi (?:günler|akşamlar)|xin chào)(?!\w)",
)

# How a speech begins: "Sehr geehrte Damen und Herren", "Liebe Mitbürgerinnen und Mitbürger", "Excellenser"
SALUTATION = caseless(
    r"(?:بسم الله|أصحاب|السيدات|सम्मानित|देवियो|dear|ladies and gentlemen|your (?:excellenc|majest|royal"
    r"|highness|eminence)\w*|excellencies"
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
    r"\W*(?:[ivx]{1,4}\.\s*|\d\.\s*|[ⅰ-ⅻ]\.?\s*)?(?:질의\s?(?:및|·)?\s?응답|질문\s?(?:및|·)\s?답변|모두\s?발언|일문일답"
    r"|问答(?:环节)?|問答|答问|質疑応答|q\s?(?:&|and|/)\s?a|"
    r"questions? (?:&|and) answers?|question[- ]answer session|question and answer session|questions et "
    r"réponses|preguntas y respuestas|perguntas e respostas"
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

# Written by the source, not said by anybody: "(Laughter.)", "[inaudible]", "(Beifall bei der SPD)"
DIRECTION_WORDS = caseless(
    r"laugh\w*|applause|cheer\w*|inaudible|indistinct|crosstalk|cross-talk|cross talk|interpret\w*"
    r"|translat\w*|speaks? in|spoke in|speaking \w+\W*$|"
    r"speaking in|in (?:english|french|german|spanish|russian|arabic|chinese|hindi|mandarin|japanese|korean"
    r"|italian|"
    r"portuguese|dari|ukrainian|hebrew|turkish|malay|tamil)\W*$|continues? in|pause\w*|silence|interrupt\w*"
    r"|off[- ]mic\w*|off-?record|video|music|"
    r"sic\W*$|unintelligible|audio (?:gap|break)|break\W*$|recess|gavel|booing|boos|phone rings|coughs?"
    r"|sighs?|sobs|"
    r"gestures?|nods|points|reading|reads|via (?:video|teleconference|phone|webcast)|no response|chuckl\w*"
    r"|sneez\w*|"
    r"beifall|heiterkeit|zuruf\w*|lachen|widerspruch|unruhe|glocke|gegenruf\w*|rires?|applaudissements"
    r"|inaudible|"
    r"interruption|exclamations?|murmures|mouvements|risas|aplausos|смех|аплодисменты|неразборчиво|шум в "
    r"зале|"
    r"как переведено|笑|笑声|掌声|鼓掌|تصفيق|ضحك|hear, hear|interjections?|technical difficult\w*|standing ovation|"
    r"english (?:version|rendering|approximation)|whereupon|signing|is signed|moment of silence|exits?"
    r"|enters?|toasts?|playing|plays|" + tongues.DIRECTIONS,
)
