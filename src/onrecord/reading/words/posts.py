"""Words of posts, of what they are over, of honours and of newspapers: what stands beside a name and is none. No names of people."""

from __future__ import annotations

from onrecord.reading.words import tongues
from onrecord.reading.words.caseless import caseless

# Before a post: "Le maire", "Der Bürgermeister"
POST_ARTICLES = frozenset("le la el il lo o a der die den de het the".split())

# Words of offices: what stands before (or, after a comma, behind) a name and is none itself.
OFFICE_WORDS = (
    tongues.POSTS
    | tongues.FIELDS
    | frozenset(
        "president staff vice deputy first second third prime minister ministers foreign defence defense finance "
        "interior home "
        "secretary general secretary-general state permanent representative ambassador "
        "ambassador-designate charge chargé "
        "d'affaires consul spokesperson spokesman spokeswoman spokespersons press information department "
        "director chief "
        "executive high commissioner commissioner chancellor chairman chairwoman chair chairperson speaker "
        "governor "
        "premier senator prosecutor congressman congresswoman representative king queen prince princess "
        "his her excellency royal "
        "prosecutor constable highness majesty adviser advisor special envoy coordinator head office "
        "officer attorney solicitor admiral captain "
        "colonel major lieutenant commander sergeant senior junior acting assistant under undersecretary "
        "national security "
        "council counsel affairs and of for the to administration official officials mayor judge justice "
        "minister's "
        "member first-lady first-gentleman first-spouse second-lady second-gentleman second-spouse "
        "administrator leader superintendent councilman councilwoman councilmember dean provost sheriff "
        "treasurer trade health education transport energy environment agriculture labour labor culture "
        "justice economy "
        "embassy ministry cabinet government spokesperson's republic federation kingdom union states "
        "united nations managing "
        "division bureau directorate agency "
        "bundesregierung bundeskanzler bundeskanzlerin bundespräsident bundesminister bundesministerin ministre président "
        "première présidente "
        "premier ministre porte-parole secrétaire d'état ministro ministra presidente presidenta canciller "
        "portavoz "
        "cumhurbaşkanı cumhurbaşkani bakani bakan bakanı başbakan sözcü sözcüsü الوزير الوزيرة الرئيس 行政長官 "
        "प्रवक्ता मंत्री प्रधानमंत्री राजदूत सचिव आधिकारिक राष्ट्रपति bk bk'in bk´in "
        "министр президент премьер-министр председатель посол спикер пресс-секретарь заместитель первый "
        "知事 市長 町長 村長 区長 大臣 外務大臣 総理 総理大臣 首相 長官 官房長官 報道官 总理 主席 总统 部长 外长 发言人 대통령 총리 장관 대변인".split()
    )
)

# Words of offices that tell what a post is for, or of which rank: none of them is a post by itself.
OFFICE_FIELDS = tongues.FIELDS | frozenset(
    "staff vice deputy first second third prime foreign defence defense finance interior home state permanent "
    "press "
    "information department executive high special senior junior acting assistant under national security "
    "council affairs "
    "and of for the to administration his her royal trade health education transport energy environment "
    "agriculture labour "
    "labor culture economy embassy ministry cabinet government republic federation kingdom union states "
    "united nations office managing division bureau "
    "directorate agency".split()
)

# The offices a person holds, as against the words of what the office is for ("energy", "affairs").
# Nouns that newspapers, agencies and stations are named with: a label that holds one is an outlet, not a person.
OUTLET_WORDS = caseless(
    r"\b(?:news|times|post|gazette|gazeta|herald|tribune|journal|daily|weekly|radio|tv|television|channel"
    r"|agency|press|presse|"
    r"magazine|newspaper|media|soir|matin|wire|star|sun|mail|express|standard|observer|guardian|telegraph"
    r"|chronicle|monitor|globe|"
    r"courier|review|courrier|corriere|shimbun|shinbun|ilbo|sinmun|\w+zeitung|\w+blatt|\w+funk|zeitung"
    r"|spiegel|rundfunk|fernsehen|figaro|monde|bbc|cnn"
    r"|afp|tass|reuters|bloomberg|associated|xinhua|kyodo|"
    r"broadcasting|correspondent|reporter|agence|agencia|агентство|газета|канал|радио|телеканал|журнал|радіо"
    r"|dziennik|rozgłośnia|rozhlas|televize|televisión|televisão|televisione|diario|jornal|diário|periódico|giornale|quotidiano|anzeiger"
    r"|rundschau|correio|el correo|\w+krant|nachrichten|tagblatt|dagblad|krant|dagbladet|tidningen|εφημερίδα|gazetesi|ajansı|televizyon|majalah|harian"
    r"|قناة|وكالة|صحيفة|إذاعة|جريدة|مجلة|تلفزيون|ערוץ|עיתון|רדיו|दैनिक|समाचार|चैनल|रेडियो|अखबार)\b"
    r"|\w+er boten?\b|(?:日報|日报|晚报|晚報|时报|時報|新闻社|通讯社|通訊社|電視台|电视台|电台|電台|新聞社?|通信社?|放送局?|テレビ|일보|신문|방송)$",
)
POST_WORDS = tongues.POSTS | frozenset(
    "oberbürgermeister oberbürgermeisterin bürgermeister bürgermeisterin landrat landrätin stadtrat "
    "regierungsrat beigeordneter beigeordnete "
    "maire sindaco sindaca burmistrz wojewoda wethouder eurocommissaris porta-voz мэр мер "
    "councillor councilor president minister ministers secretary ambassador spokesperson spokesman "
    "spokeswoman director commissioner chancellor "
    "chairman chairwoman chairperson speaker governor premier senator congressman congresswoman "
    "representative king "
    "queen prince princess adviser advisor envoy coordinator officer attorney admiral captain colonel "
    "general major lieutenant "
    "commander sergeant mayor judge justice treasurer undersecretary operator moderator chair official "
    "administrator chief "
    "leader superintendent councilman councilwoman councilmember dean provost sheriff vizekanzler "
    "bundeskanzler bundeskanzlerin bundespräsident bundesminister bundesministerin ministre président "
    "présidente "
    "porte-parole ministro ministra presidente presidenta canciller portavoz jefe jefa министр президент "
    "премьер-министр "
    "председатель посол спикер пресс-секретарь заместитель "
    "botschafter botschafterin außenminister außenministerin innenminister innenministerin "
    "ministerpräsident ministerpräsidentin "
    "staatssekretär staatssekretärin regierungssprecher regierungssprecherin sprecher sprecherin "
    "ambassadeur ambassadrice "
    "embajador embajadora vicepresidente vicepresidenta ambasciatore ambasciatrice portavoce embaixador "
    "embaixadora "
    "puhemies varapuhemies předseda předsedkyně místopředseda místopředsedkyně ministr ministryně "
    "poslanec poslankyně senátor senátorka podpredseda podpredsedníčka predsedníčka ministerka "
    "poslankyňa "
    "ambasador prezydent rzecznik premierka wiceminister wicepremier sekretarz marszałek prezes ministerka "
    "vorsitzender vorsitzende secretario secretaria subsecretario subsecretaria embajadores gobernador "
    "gobernadora vocero vocera coordinador coordinadora comisionado "
    "comisionada alcalde alcaldesa consejero consejera viceministro viceministra directora secretário "
    "secretária porta-voz governador governadora "
    "constable prefeito prefeita chanceler diretor diretora segretario segretaria sottosegretario "
    "sottosegretaria governatore direttore direttrice "
    "commissario commissaria chancelier chancelière secrétaire sous-secrétaire directeur directrice "
    "gouverneur préfet préfète commissaire "
    "staatssecretaris woordvoerder woordvoerster burgemeester statssekreterare statssekretær "
    "generalsekreterare generalsekretær statsråd riksbankschef "
    "govorec govorka županja sentralbanksjef talsperson talskvinne talsmann talsmand talesperson statsrådet statsministeren "
    "ministeren minister utrikesministern abgeordneter abgeordnete bundesrat bundesrätin ständerat "
    "ständerätin nationalrat nationalrätin landtagsabgeordneter "
    "député députée sénateur sénatrice diputado diputada deputado deputada onorevole deputato deputata "
    "milletvekili riksdagsledamot kansanedustaja poslanec poslankyně képviselő deputat deputata "
    "taoiseach tánaiste comptroller "
    "πρωθυπουργός υπουργός υφυπουργός πρόεδρος εκπρόσωπος διοικητής υπουργού πρωθυπουργού εκπροσώπου "
    "προέδρου başkan başkanı büyükelçi büyükelçisi sözcü sözcüsü "
    "beauftragter beauftragte bevollmächtigter bevollmächtigte".split()
)
HONORIFICS = tongues.TITLES | frozenset(
    "doamna domnul domnişoara domnișoara heer shrimati kumari sr.ª srª sra.ª rouva herra sayın assoc h.e "
    "vors sts srsin stsin pstsin bkin srs'in sts'in psts'in bk'in srs’in sts’in psts’in bk’in bm श्री "
    "श्रीमती डॉ mr mrs ms miss mx dr prof professor sir dame lord lady baroness rev hon shri smt encik "
    "prälat bischof bischöfin landesbischof landesbischöfin erzbischof kardinal pfarrer pfarrerin bishop archbishop cardinal rabbi mgr msgr "
    "atty engr honourable honorable onorevole senhor senhora signor signora mevrouw meneer fru inche dato datuk tan tun "
    "puan haji madam tuan madame mme m monsieur herr herrn frau señor señora sr sra don doña г-н г-жа "
    "господин госпожа sen rep "
    "mdm sri ensign private corporal cadet seaman gen col maj capt lt adm amb rt gov sec sgt stS".lower().split()
)

# Small words inside the names of offices: "Bundesminister für Umwelt", "ministre chargé des Affaires étrangères".
OFFICE_LINKS = frozenset(
    "für beim bei der des dem und im in zum zur aux pour chargé chargée auprès d et par el para por y w ds".split()
)

# What a post's ministry is for, where it is written small behind the post: "Ministre des Affaires étrangères", "Министр обороны"
OFFICE_COMPLEMENTS = frozenset(
    "affaires étrangères étrangers intérieur intérieures extérieur extérieures européennes économie "
    "économique finances défense "
    "justice armées santé culture éducation travail environnement relations république gouvernement "
    "asuntos relaciones exteriores "
    "interior interiores defensa hacienda salud educación negócios estrangeiros defesa finanças affari "
    "esteri difesa interni "
    "иностранных внутренних внешних дел обороны финансов экономики экономического развития юстиции "
    "здравоохранения культуры "
    "образования торговли промышленности страны республики правительства закордонних внутрішніх справ "
    "оборони фінансів "
    "spraw zagranicznych wewnętrznych obrony narodowej finansów zahraničních zahraničí věcí vnitra obrany "
    "afacerilor externe "
    "apărării външните вътрешните работи отбраната спољних унутрашњих послова одбране vanjskih europskih "
    "poslova".split()
)
PARTICLES = frozenset(
    "do das dos della dello degli delle dei al el bin binti binte ibn ben van von der den de del della di "
    "da dos du la le ter af av zu y i e".split()
)
