"""Words by which a site says that it is an office's: ministries, governments, parliaments, courts, cities. No names of single ones."""

from __future__ import annotations

from onrecord.reading.words.caseless import caseless

# What offices call themselves. Of words that companies, too, call themselves ("bank", "agency", "authority") only what states have.
BODIES = caseless(
    r"\b(?:ministry|ministries|government|embassy|consulate|parliament|senate|house of (?:commons|lords|representatives)|"
    r"national assembly|legislative (?:assembly|council)|department (?:of|for)|office of the|prime minister|presidency|"
    r"(?:central|reserve) bank|federal reserve|supreme court|constitutional court|state council|city council|county council|"
    r"municipality|city of|county of|police|permanent mission|foreign office|attorney general|"
    r"bundes(?:ministeri|regierung|kanzler|präsid|rat\b|tag|amt|polizei|anstalt|behörde|gericht|kriminal|agentur|netz|rechnungshof|"
    r"zentral|anwalt|institut|verwaltung)|\w*ministerium|landesregierung|staatsregierung|staatskanzlei|senatskanzlei|senatsverwaltung|"
    r"landtag|landesamt|umweltbundesamt|stadtverwaltung|kreisverwaltung|stadt\s\w|landkreis|kanton\s|polizei|feuerwehr|botschaft der|"
    r"eidgenössisch|bezirksamt|regierungspräsidium|deutscher bundestag|"
    r"minist[èe]re|gouvernement|ambassade|présidence|assemblée nationale|sénat|préfecture|ville de|banque centrale|"
    r"conseil (?:constitutionnel|d['’]état|fédéral|départemental|régional)|"
    r"ministerio|gobierno|presidencia|embajada|congreso de l|ayuntamiento|cancillería|banco central|senado|asamblea nacional|"
    r"ministério|governo|presidência|embaixada|câmara municipal|câmara dos|prefeitura|"
    r"ministero|presidenza|ambasciata|camera dei deputati|comune di|regione\s|"
    r"ministerie|rijksoverheid|gemeente|tweede kamer|provincie|"
    r"ministerstw|kancelaria|prezydent|sejm|urząd\s|ambasada|ministerstvo|vláda|velvyslanectví|"
    r"regeringen|regeringskansliet|\w*departementet|\w*ministeriet|riksdagen|stortinget|folketinget|riksbanken|"
    r"\w*ministeriö|valtioneuvosto|eduskunta|suurlähetystö|\w*minisztérium|nagykövetség|guvernul|ministerul|președin|"
    r"\w*ministeerium|vabariigi valitsus|riigikogu|saatkond|ministerija|vyriausybė|seimas|ambasada|ministrija|saeima|vēstniecība|valsts kanceleja|"
    r"vlada|ministria|qeveria|nazirliyi|vazirligi|министрлігі|министарств\w+|влада|народно събрание|министерски съвет|ministrstvo|"
    r"bộ (?:ngoại giao|công an|tài chính|quốc phòng|y tế)|chính phủ|"
    r"министерств\w+|правительств\w+|президент\w*|посольств\w+|государственн\w+ дум|совет федерации|центральн\w+ банк|"
    r"міністерств\w+|уряд\w*|верховн\w+ рад|"
    r"υπουργείο|κυβέρνηση|πρεσβεία|bakanlığı|cumhurbaşkanlığı|büyükelçiliği|belediyesi|valiliği|kementerian|pemerintah|"
    r"european (?:commission|parliament|council)|council of europe|united nations)"
    r"|وزارة|حكومة|رئاسة|سفارة|מש?רד ה|ממשלת|שגרירות|मंत्रालय|सरकार"
    r"|กระทรวง|สถานเอกอัครราชทูต|রাষ্ট্রপতি|মন্ত্রণালয়|سفارت|وزارتِ|სამინისტრო|საელჩო|նախարարություն|դեսպանություն"
    r"|外交部|国务院|國務院|人民政府|大使馆|大使館|外務省|[\u4e00-\u9fff]{2,}(?:省|庁)$|대사관|[가-힣]{2,}부$|대통령실",
)
# Who writes about offices is called after them as well: "Parliament Magazine", "Government News", "Police Gazette"
ABOUT_BODIES = caseless(
    r"\b(?:news|magazine|blog|times|post|gazette|herald|tribune|journal|daily|weekly|radio|tv|television|watch|wiki\w*|jobs|law firm|"
    r"consulting|consultants|review|insider|executive|supporters|friends of|union|gewerkschaft|stiftung|verein|party|partei)\b",
)
