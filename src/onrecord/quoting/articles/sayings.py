"""Words of saying in the languages of the press, in the forms that stand beside a quotation. No names of people or sites."""

from __future__ import annotations

import re

# Each form as printed, in small letters, by language: the verbs that frame direct speech, and those that report it close by.
_FORMS = {
    "en": (
        "indicated indicates cited cites credited credits referred refers touted touts accused accuses "
        "slammed slams labeled labels "
        "dubbed denounced denounces hailed hails praised praises decried decries dismissed dismisses "
        "mocked mocks lambasted chanted chants "
        "guaranteed contended interrupted remembers remembered "
        "said says say saying told tells telling asked asks asking added adds adding replied replies wrote "
        "writes writing "
        "tweeted tweets claimed claims argued argues explained explains explaining noted notes noting "
        "insisted insists declared "
        "declares declaring announced announces stated states stating warned warns warning continued "
        "continues concluded "
        "concludes recalled recalls joked jokes quipped quips remarked remarks responded responds answered "
        "answers acknowledged "
        "acknowledges admitted admits conceded concedes contended contends maintained maintains stressed "
        "stresses emphasized "
        "emphasizes emphasised emphasises suggested suggests predicted predicts vowed vows promised "
        "promises pledged pledges "
        "urged urges complained complains lamented laments charged charges boasted boasts bragged brags "
        "shouted shouts yelled "
        "yells began begins mused muses observed observes testified testifies recounted recounts commented "
        "comments confirmed "
        "confirms denied denies demanded demands repeated repeats reiterated reiterates retorted retorts "
        "countered counters "
        "interjected agreed agrees posted posts cried cries whispered whispers exclaimed exclaims "
        "proclaimed proclaims "
        "cautioned cautions opined reflected reflects wondered wonders snapped deadpanned thundered "
        "intoned asserted asserts "
        "asserting alleged alleges affirmed affirms advised advises assured assures blasted criticized "
        "criticised described "
        "describes describing called calling calls quoted pointed ventured marveled marvelled muttered "
        "murmured chided scoffed "
        "sneered gushed fumed protested protests pleaded pleads pronounced offered offers reported reports "
        "reporting elaborated "
        "summarized clarified theorized reasoned surmised inquired queried chimed tweeting emailed texted "
        "vented joking read "
        "reads reading hinted signaled signalled"
    ),
    "de": (
        "sagte sagt sagten sagen gesagt erklärte erklärt erklärten meinte meint betonte betont fügte "
        "ergänzte ergänzt "
        "antwortete antwortet fragte fragt schrieb schreibt geschrieben kündigte warnte warnt forderte "
        "fordert kritisierte "
        "kritisiert teilte hieß heißt erläuterte behauptete behauptet äußerte versicherte bekräftigte "
        "unterstrich rief ruft "
        "mahnte lobte entgegnete erwiderte zitierte zitiert twitterte verkündete verlangte versprach "
        "stellte nannte resümierte "
        "bilanzierte erzählte berichtete bemerkte urteilte monierte räumte begründete konstatierte "
        "beklagte sprach spricht"
    ),
    "fr": (
        "dit disait dira dirent déclaré déclare déclarait déclara affirmé affirme affirmait affirma "
        "expliqué explique "
        "expliquait expliqua ajouté ajoute ajoutait ajouta répondu répond répondait répondit estimé estime "
        "estimait souligné "
        "souligne soulignait assuré assure assurait précisé précise précisait indiqué indique indiquait "
        "annoncé annonce "
        "annonçait écrit écrivait rappelé rappelle rappelait insisté insiste insistait martelé lancé lance "
        "lançait conclu "
        "conclut confié confie regretté regrette dénoncé dénonce plaidé plaide poursuivi poursuit demandé "
        "demande averti "
        "avertit tweeté reconnu reconnaît promis prévenu prévient commenté commente détaillé soutenu "
        "soutient argué résumé "
        "résume résumait raconté raconte répété répète réagi "
        "redit souvient souvenu souvenue interrogé interrogée interroge exclamé exclamée exclame indigné "
        "indignée félicité félicitée inquiété "
        "inquiétée réjoui réjouie "
        "plaisanté plaisante plaisantait ironisé ironise nuancé nuance renchéri renchérit admis admet "
        "concédé concède martèle "
        "observé constaté constate déploré déplore enchaîné enchaîne justifié justifie soupiré soupire "
        "riposté riposte rétorqué "
        "rétorque glissé glisse"
    ),
    "es": (
        "alertó alerta zanjó matizó argumentó defendió defiende avisó sentenció espetó confirmó prometió promete "
        "dijo dice decía dicho afirmó afirma afirmaba declaró declara declarado explicó explica añadió "
        "añade agregó agrega "
        "señaló señala aseguró asegura indicó indica manifestó manifiesta expresó expresa sostuvo sostiene "
        "respondió responde "
        "preguntó pregunta escribió escribe anunció anuncia advirtió advierte subrayó subraya destacó "
        "destaca insistió insiste "
        "recordó recuerda apuntó apunta concluyó concluye comentó comenta reiteró reitera precisó precisa "
        "lamentó denunció "
        "aclaró enfatizó remarcó contestó relató puntualizó admitió reconoció recalcó prometió exigió"
    ),
    "pt": (
        "alertou alerta reforçou defendeu avaliou argumentou confirmou admitiu revelou avisou lamentou "
        "perguntou pergunta disse diz dizia afirmou declarou explicou acrescentou respondeu perguntou escreveu anunciou "
        "advertiu sublinhou "
        "destacou insistiu lembrou ressaltou salientou frisou comentou garantiu assegurou concluiu "
        "questionou prometeu reiterou dito afirmado declarado explicado garantido acrescentado "
        "enfatizou completou"
    ),
    "it": (
        "replicato replica ammesso ammette promesso chiarito evidenziato rivelato insistito insiste confermato rimarcato "
        "chiesto chiede chiese domandato detto dice diceva disse dichiarato dichiara dichiarò affermato afferma affermò spiegato spiega "
        "aggiunto aggiunge "
        "aggiunse risposto risponde scritto scrive annunciato annuncia sottolineato sottolinea ribadito "
        "ribadisce assicurato "
        "osservato osserva commentato commenta concluso conclude ricordato ricorda sostenuto sostiene "
        "avvertito avverte racconta raccontato ironizza ironizzato scherza scherzato attacca attaccato incalza avvisa confida confidato rivela "
        "precisato precisa"
    ),
    "nl": (
        "waarschuwt herhaalde bevestigde erkende reageert beloofde benadrukt "
        "zei zegt zeiden gezegd verklaarde verklaart voegde antwoordde vroeg schreef schrijft benadrukte "
        "waarschuwde meldde "
        "stelde stelt vertelde vertelt aldus vindt noemde reageerde"
    ),
    "sv da nb no nn": (
        "varnade varnar undrade undrar påpekade påpekar berättade medgav lovade advarede advarte "
        "sade säger sagde siger sier uppgav menar mener förklarade forklarede forklarte svarade svarede "
        "svarte skrev skriver "
        "tillade tilføjede frågade spurgte spurte betonade understregede understreket meddelade udtalte "
        "uttalte fastslog "
        "fortsatte konstaterar berättar fortalte fortæller"
    ),
    "fi et": (
        "sanoi sanoo sanoivat totesi toteaa kertoi kertoo lisäsi vastasi kysyi kirjoitti ilmoitti korosti "
        "painotti ütles lisas "
        "teatas"
    ),
    "pl": (
        "pytał pytała tłumaczył tłumaczyła zapewnił zapewniła ostrzegał ostrzegła apelował przekonywała dodaje "
        "powiedział powiedziała powiedzieć mówił mówiła mówi stwierdził stwierdziła oświadczył oświadczyła dodał "
        "dodała podkreślił "
        "podkreśliła zaznaczył zaznaczyła odpowiedział odpowiedziała zapytał zapytała napisał napisała "
        "ogłosił ogłosiła ocenił "
        "oceniła przekonywał wyjaśnił wyjaśniła zapowiedział zapowiedziała poinformował poinformowała "
        "przyznał przyznała "
        "ostrzegł ostrzegła podsumował"
    ),
    "cs sk": (
        "zeptal zeptala ptal ptala tázal tázala upozornil upozornila varoval varovala popsal popsala slíbil slíbila sdělil sdělila připustil připustila "
        "řekl řekla uvedl uvedla prohlásil prohlásila dodal dodala odpověděl odpověděla napsal napsala "
        "zdůraznil zdůraznila "
        "vysvětlil vysvětlila oznámil oznámila povedal povedala uviedol uviedla vyhlásil vyhlásila "
        "odpovedal odpovedala napísal "
        "zdôraznil říká hovorí"
    ),
    "sl hr sr bs": (
        "dejal dejala povedala poudaril poudarila rekao rekla izjavio izjavila kazao kazala dodao "
        "odgovorio odgovorila naglasio "
        "naglasila istaknuo istaknula poručio poručila napisao napisala istakao istakla zapisal objasnio "
        "upozorio"
    ),
    "ro": (
        "avertizat avertizează insistat promis recunoscut explică spune comentat "
        "întrebat întreabă spus declarat declară afirmat afirmă adăugat precizat explicat susținut răspuns scris anunțat "
        "transmis subliniat"
    ),
    "hu": (
        "válaszolt figyelmeztetett ígérte emlékeztetett hozzáfűzte "
        "mondta mondja közölte nyilatkozta hozzátette válaszolta kérdezte írta kijelentette hangsúlyozta "
        "fogalmazott jelentette"
    ),
    "tr": (
        "uyardı diyen diyerek cevapladı aktardı "
        "dedi diyor söyledi belirtti açıkladı ifade ifadesini vurguladı ekledi sordu yanıtladı kaydetti "
        "konuştu yazdı"
    ),
    "el": (
        "προειδοποίησε επισήμανε κατέληξε διευκρίνισε ξεκαθάρισε τονίζει "
        "είπε λέει δήλωσε δηλώνει τόνισε πρόσθεσε απάντησε ρώτησε έγραψε ανέφερε σημείωσε υπογράμμισε "
        "υποστήριξε εξήγησε "
        "ανακοίνωσε"
    ),
    "id ms vi sw": (
        "kata ujar tutur ucap jelas tegas ungkap berkata mengatakan menyatakan menegaskan menambahkan "
        "menjawab nói alisema"
    ),
    "ar": (
        "سأل سألت وسأل وسألت تساءل تساءلت وتساءل قال قالت وقال وقالت صرح صرحت وصرح أعلن أعلنت وأعلن أضاف أضافت وأضاف وأضافت أكد أكدت وأكد وأكدت "
        "يقول تقول ويقول وتقول فيقول يضيف ويضيف تضيف وتضيف يؤكد ويؤكد أجاب أجابت وأجاب فأجاب فأجابت أوضح وأوضح "
        "أوضحت شدد وشدد أشار وأشار كتب وكتب ذكر وذكر رد"
    ),
    "he fa hi": (
        "שאל שאלה שואל אמר אמרה הוסיף הוסיפה הצהיר הצהירה כתב כתבה השיב השיבה ציין ציינה הדגיש הדגישה טען טענה پرسید گفت افزود "
        "کرد نوشت कहा कहना बताया "
        "पूछा बोले लिखा"
    ),
    "ur": "کہا بتایا لکھا پوچھا",
    "bn": "বলেন বলেছেন বললেন জানান জানিয়েছেন",
}  # fmt: skip
_BY_LANGUAGE = {tag: frozenset(words.split()) for tags, words in _FORMS.items() for tag in tags.split()}
_ALL = frozenset().union(*_BY_LANGUAGE.values())
# What Slavic languages of Cyrillic script say with, in all persons: сказал, сказала, заявила, додав, каза.
_STEMS = re.compile(
    r"(?:"
    r"сказа(?:л[аи]?|в|ли|но)?|скаже|говорит|говорил[аи]?|говорив|каже|казав|казала|заяви(?:л[аи]?|в|ли"
    r"|ла)?|заявля(?:ет|є)|отмети(?:л[аи]?)|отмеча(?:ет|л[аи]?)"
    r"|подчеркну(?:л[аи]?)|подч[её]ркива(?:ет|л[аи]?)|добави(?:л[аи]?)?|добавля(?:ет|л[аи]?)|дода(?:в|ла|є"
    r"|ли)|ответи(?:л[аи]?)|отвеча(?:ет|л[аи]?)|відпові(?:в|ла|дає)"
    r"|спроси(?:л[аи]?)|спрашива(?:ет|л[аи]?)|запита(?:в|ла)|написа(?:л[аи]?|в|о)|пишет|пише"
    r"|сообщи(?:л[аи]?)|уточни(?:л[аи]?|в)|заметил[аи]?|возразил[аи]?|обеща(?:л[аи]?)|заключил[аи]?|попереди(?:в|ла)|сообща(?:ет|л[аи]?)|повідоми(?:в|ла)|объяви(?:л[аи]?)|оголоси(?:в|ла)"
    r"|объясни(?:л[аи]?)|объясня(?:ет|л[аи]?)|поясни(?:л[аи]?|в)|пояснює|указа(?:л[аи]?)|указыва(?:ет"
    r"|л[аи]?)|призна(?:л[аи]?|лся|лась|в)|предупреди(?:л[аи]?)|утвержда(?:ет|л[аи]?)"
    r"|продолжи(?:л[аи]?)|продолжа(?:ет|л[аи]?)|рассказа(?:л[аи]?)|розпові(?:в|ла)|напомни(?:л[аи]?)"
    r"|считает|вважає|наголоси(?:в|ла)|наголошує|підкресли(?:в|ла)|зазначи(?:в|ла)|зауважи(?:в|ла)"
    r"|каза(?:о|ла)?|рече|рек(?:ао|ла)|изјави(?:о|ла)?|посочи|подчерта|обясни|отговори|одговори(?:о|ла)?"
    r"|нагласи(?:о|ла)?|наведе|истака(?:о|ла)|поручи(?:о|ла)?|цитирует|цитує|процитировал[аи]?"
    r"|пообеща(?:л[аи]?)|призва(?:л[аи]?)|прокомментирова(?:л[аи]?)|прокоментува(?:в|ла)"
    r"|вздыха(?:ет|л[аи]?)|вздохну(?:л[аи]?)|усмеха(?:ется|лся|лась)|усмехну(?:лся|лась)|пошути(?:л[аи]?)|шутит|удивля(?:ется|лся|лась)|посетова(?:л[аи]?)"
    r"|резюмирова(?:л[аи]?)|констатирова(?:л[аи]?)|подытожи(?:л[аи]?)"
    r")"
)
# What scripts without spaces say with, in front of a quotation or behind it.
UNSPACED = re.compile(
    r"表示|指出|强调|強調|说道|說道|说|說|称|稱|宣布|宣佈|回应|回應|回答|告诉|告訴|写道|寫道|认为|認為|补充|補充|透露|重申|批评|批評|呼吁|呼籲|声明|聲明"
    r"|と(?:述べ|語|話[しす]|言|いう|し(?:て|た)|コメント|主張|強調|指摘|説明|発言|明ら|答え|訴え|書|呼び|反論|批判|表明)"
    r"|述べ(?:た|て|、)|語っ(?:た|て)|(?:強調|指摘|説明|主張|反論|表明)し(?:た|て)"
    r"|(?:말했|밝혔|강조했|설명했|덧붙였|주장했|물었|답했|말하며)|介绍|介紹|问道|問道|问[：:]|問[：:]|尋ね|問いか|によ(?:ると|れば)|에\s따르면|(?:라고|이라고|고|며)\s?(?:말|밝혔|전했|했|주장|강조|덧붙|설명|답|썼|지적|비판|호소)"
    r"|กล่าว|บอก|ระบุ|เผย|ตอบ"
)


def is_saying(word: str, language: str | None = None) -> bool:
    """Return whether a word is one of saying: in the language, or in any of those known where it is not told.

    With a capital it is none: "the United States".
    """
    if not word[:1].islower() and word[:1].lower() != word[:1].upper():
        return False
    lowered = word.lower().strip("'’-")
    known = _BY_LANGUAGE.get((language or "").lower().partition("-")[0], _ALL)
    return lowered in known or (lowered[:1] >= "\u0400" and _STEMS.fullmatch(lowered) is not None)


def says_unspaced(text: str) -> bool:
    """Return whether a word of saying stands in a text of a script without spaces."""
    return UNSPACED.search(text) is not None
