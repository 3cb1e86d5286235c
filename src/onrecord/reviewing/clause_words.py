"""Words that clauses beside a quotation are read by: who may speak, what a phrase ends with, what parts one clause from another."""

from __future__ import annotations

import re

PRONOUNS = {
    "he": "m", "she": "f", "er": "m", "il": "m", "elle": "f", "él": "m", "ella": "f", "ele": "m", "ela": "f", "lui": "m", "lei": "f",
    "hij": "m", "han": "m", "hon": "f", "hun": "f", "on": "", "ona": "f", "он": "m", "она": "f", "він": "m", "вона": "f", "той": "m", "тя": "f",
    "hän": "", "o": "", "ő": "", "sie": "f", "ze": "f", "zij": "f", "ea": "f", "el": "m",
}  # fmt: skip
ACCORDING = re.compile(
    r"\b(?:according to|in the words of|as told by|laut|nach Angaben von|zufolge|selon|d[’']après|según|de acuerdo con|de acordo com|conforme|a detta di|segundo|secondo|volgens|"
    r"potrivit|în opinia|podle slov|dle|σύμφωνα με (?:τον|την|το)|κατά (?:τον|την)|zdaniem|enligt|ifølge|według|podle|podľa|prema|după|conform|по словам|по мнению|как (?:сообщила?|заявила?|отметила?)|за словами)\s+",
    re.IGNORECASE,
)
# Behind the name: "Harrow szerint", "Harrow’a göre"
ACCORDING_TO_BEFORE = frozenset(("szerint", "göre"))
# These are one, or several of whom a verb in the plural tells.
ONE_OR_SEVERAL = frozenset(("sie", "ze", "zij"))
# Where the verb alone says that somebody says so: "powiedziała", "ha ribadito".
WITHOUT_PRONOUN = (
    "pl",
    "cs",
    "sk",
    "sl",
    "hr",
    "sr",
    "bs",
    "mk",
    "bg",
    "it",
    "es",
    "pt",
    "gl",
    "ca",
    "ro",
    "hu",
    "el",
    "tr",
    "fi",
)
NOT = frozenset(
    "not never n't nicht nie kein ne pas jamais no nunca non niet aldrig inte ikke nie ne не ні hardly refused declined denied".split()
)
AUXILIARIES = frozenset(
    "has had have have is was were are be been being would will could should might may must did does do also later then once again "
    "reportedly recently previously already just still often famously soon quickly repeatedly himself herself always once simply "
    "a avait ont avaient aurait est vient de hat habe hatte haben ha hanno aveva había he hemos tem havia heeft hebben är har på "
    "t-il t-elle il elle en outre également aussi encore ensuite dann auch noch zudem anche poi inoltre además también também ainda ook "
    "miał miała teria teriam tinha habría habrían avrebbe avrebbero auraient soll sollen "
    "to in as so сегодня также ранее потом тоже ще також się że si".split()
)
# Between a subject and its verb: "Bürgermeister Pell dagegen warnte", "Pell ise … dedi"
ASIDE = frozenset(
    "dagegen hingegen jedoch wiederum indes allerdings ebenfalls selbst derweil unterdessen however meanwhile though cependant toutefois également "
    "invece però porém echter daarentegen juist däremot dock ise natomiast zaś jednak же однако тоже але однак ale však naopak viszont pedig însă".split()
)
# "Harrow l’a annoncé", "Harrow lo ha ribadito", "Harrow lo anunció"
CLITICS = frozenset(
    "lo la li le les se si ne ci vi gli y l’a l’ont l’avait l’ha l’hanno l’aveva l'a l'ont l'avait l'ha l'hanno l'aveva s’est s'est".split()
)
# These begin a sentence before its subject: "Ma il sindaco Karl Pell ha avvertito"
CONTRASTS = frozenset(
    "ma pero mas mais aber doch men ale dar iar но а але jednak però ama ancak fakat maar alors и і".split()
)
# Of these the ones whose clause ends with the word of saying.
HAVING = frozenset("hat hatte habe hatten haben heeft had hebben".split())
PARTICIPLES = re.compile(r"\w+(?:ing)$")
# What words stand on is nobody: "held up a sign saying", "wore a hat reading".
BEARERS = frozenset(
    "sign signs placard placards banner banners poster posters hat hats cap caps shirt shirts t-shirt t-shirts button buttons sticker stickers badge "
    "badges flag flags plaque billboard billboards mural graffiti screen bumper".split()
)
# What ends a phrase that names somebody: "Ilse Harrow of the Ministry", "Harrow during her visit".
PREPOSITIONS = frozenset(
    "of for in at on who to after and from with by during about as when while whose which that before over under into near outside "
    "inside via upon against later earlier last this but or told if because through "
    "von vom des für in im am auf bei nach vor zu zum zur mit über als und wie dass gegenüber "
    "du de des en à au aux dans lors sur pour par et qui que avec après avant devant auprès face dès durant pendant malgré "
    "del de la en a al por para con y que tras ante sobre durante e em no na ao à com do da dos das após "
    "di del della dei in a al alla per con su e che dopo durante nel nella "
    "van in op te aan met voor en die tijdens naar bij av på i om till och til og af fra ved "
    "в во на о об по с со для от из и что к при после перед у із та що до під w na z ze o i że po do przy ve bir".split()
)
OPENING = frozenset(
    "meanwhile then later earlier yesterday today still instead also finally again afterwards asked there however moreover separately "
    "questioned pressed interrogé interrogée interrogés questionné questionnée preguntado preguntada interpellato interpellata questionado questionada "
    "pytany pytana zapytany zapytana отвечая "
    "dann danach später gestern heute auch ensuite puis hier aujourd’hui después luego ayer hoy poi ieri oggi затем потом вчера сегодня".split()
)
# Of these the ones that a clause may begin with: what stands behind them may be a subject.
CLAUSES = frozenset(
    "who whose which that as when while but or if because and after before later earlier last this dass als wie und que qui et y che e "
    "и что как и że i og och en die та що te".split()
)
# A clause inside another that tells of somebody in it: who is "saying" something behind it may be that one.
RELATIVE = frozenset(
    "who whom whose which where wo où donde где der die das qui que dont che который которая которые".split()
)
OPENS_WITHIN = 2
# Behind these a name is that of a place, and what follows a comma there is the land it is in.
PLACING = frozenset(
    "in at near from outside inside à en bei aus nahe da im в во из под w we z v ve i på från fra til".split()
)
MOST_APPOSED, MOST_AT_START = 18, 45
TOGETHER = frozenset("and und et y e и i en och og".split())
MARKS = frozenset("\"“”'’»«")
# Behind a comma these go on with another clause, whose subject may be another.
OTHER_CLAUSE = frozenset("and but while as when because so yet or".split())


WORDS_OF = frozenset(
    "answer answers reply response words line lines message statement comment comments remark remarks verdict warning question post "
    "tweet promise argument explanation assessment advice plea sentence".split()
)
OWNING = re.compile(r"['’]s$")
NOUNS = frozenset(
    "offers claims reports calls answers demands comments notes posts charges reads states promises pledges protests repeats cites "
    "boasts jokes remarks laments cries complaints labels touts hails repeats".split()
)
# These say so before a colon alone, as in: Harrow issued the following statement:
PUBLISHING = frozenset("issued issues released releases sent sends posted".split())
TWO_WORDS = frozenset(
    (
        ("went", "on"),
        ("goes", "on"),
        ("put", "it"),
        ("puts", "it"),
        ("shot", "back"),
        ("chimed", "in"),
        ("summed", "up"),
    )
)
# „…“, so Harrow · «…»: così Harrow
THUS = {"de": "so", "it": "così", "es": "así"}
# "Pour M. Harrow, « … »", "Per Ilse Harrow, «…»"
FOR = {"fr": "pour", "it": "per", "es": "para", "pt": "para"}
# How verbs end in the past, by themselves and behind an auxiliary: whatever they mean, who stands behind one behind a quotation says it.
ENDINGS = {
    tag: (re.compile(alone), re.compile(behind))
    for tag, alone, behind in (
        ("es", r"\w{2,}ó", r"\w{2,}[ai]do"),
        ("pt", r"\w{2,}(?:ou|eu|iu)", r"\w{2,}[ai]do"),
        ("it", r"\w{2,}ò", r"\w{2,}(?:[aiu]to|tto|sto|so)"),
        ("fr", r"\w{2,}a", r"\w{2,}(?:é|i|u|it|is)"),
        ("de", r"\w{3,}te", r"(?!)"),
        ("pl", r"\w{2,}(?:ł|ła)", r"(?!)"),
        ("ru", r"\w{2,}(?:л|ла|лся|лась)", r"(?!)"),
        ("uk", r"\w{2,}(?:в|ла|вся|лася)", r"(?!)"),
        ("cs", r"\w{2,}(?:l|la)", r"(?!)"),
    )
}
# These end so, and say nothing.
NO_VERBS = frozenset(
    "heute mitte bitte dritte letzte erste weite sollte wollte konnte könnte musste müsste durfte dürfte möchte hatte hätte "
    "però può ciò falò był była miał miała byl byla был была стал стала мог могла было sera aura fera cela déjà".split()
)
NEXT = 5
# The number of a list or a clock before a label: "10.20 Harrow: “…”"
NUMBERED = re.compile(r"\s*(?:\d{1,2}[.:]\d\d\s|\d{1,3}[.)]\s|[•*·]\s)\s*")
# Turkish posts of something: "Muhalefet lideri Ada Verne", "Liman müdürü Karl Pell"
POSTS_OF = (
    "lideri",
    "başkanı",
    "müdürü",
    "sözcüsü",
    "milletvekili",
    "bakanı",
    "sekreteri",
    "vekili",
    "genel",
)
