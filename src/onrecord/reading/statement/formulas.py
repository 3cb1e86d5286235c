"""Formulas in which an office acts by its words, or writes to another: whoever prints them publishes the text itself."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.reading.words.caseless import caseless, lowered

_LONGEST_ADDRESS = 140
_OPENING_BLOCKS = 12
_LONGEST_GREETING = 200
_GREETING_BLOCKS = 4
# "By the authority vested in me as President …", "NOW, THEREFORE, I, ADA VERNE, President of …, by virtue of the power vested in me"
_ENACTS = caseless(
    r"(?:now,?\s+therefore,?\s)?(?:i,\s.{0,160}?)?\bby\s(?:virtue\sof\s)?(?:the\s)?(?:authorit(?:y|ies)|powers?)\s(?:vested\sin|conferred\s(?:up)?on)\s"
    r"(?:me|us|the\s(?:president|minister|government|governor))\b"
    r"|(?:now,?\s+therefore,?\s)i,\s.{0,200}?\bdo\s+(?:hereby\s+)?(?:proclaim|order|declare)\b"
    r"|in\s+(?:the\s)?exercise\sof\sthe\spowers?\sconferred\s(?:up)?on\s(?:me|us|the\s)"
    # a decree's own verb, alone on its line: "DECRETA:", "ARRÊTE :", "ПОСТАНОВЛЯЮ:"
    r"|(?:decreta|decreto|décrète|arrête|verordnet|ordonne|постановляю|постановляє|наказую|приказываю|предписываю|зарядження)\s*:\s*$"
    r"|en\suso\sde\s(?:las\s)?(?:facultades|atribuciones)\sque\s|no\suso\sda(?:s)?\satribuiç(?:ão|ões)\sque\s"
    r"|в соответствии со? стат\w+ .{0,80} постановляю",
)
# An address to an office, as in “TO THE CONGRESS OF ARDENNA:”, “Dear Madam Speaker:”, “MEMORANDUM FOR THE MINISTER OF STATE”
_ADDRESSES = caseless(
    r"to\s(?:the|his|her|their)\s(?:\S+\s){0,3}?(?:congress|senate|parliament|house|assembly|excellency|majesty|speaker|president|prime\sminister|minister|"
    r"secretary|council|people|nation)\b[^.!?]{0,80}:"
    r"|memorandum\s(?:for|to)\s(?:the\s|all\s)?(?:\S+\s){0,4}?(?:secretary|minister|president|heads?|director|attorney|administrator|chief|members|departments)\b[^.!?]*"
    r"|dear\s(?:(?:mr|mrs|ms|madam|madame|sir)\.?\s)?(?:president|speaker|chair(?:man|woman|person)?|prime\sminister|minister|secretary(?:[\s-]general)?|"
    r"ambassador|chancellor|commissioner|senator|governor|excellency)\b[^.!?]{0,60}[:,]?(?:\s*\([^)]*\))?"
    r"|(?:monsieur|madame)\sl[ea]\s(?:président|premi|ministre|secrétaire|chanceli|maire|gouverneur)[^.!?]{0,60},"
    r"|sehr\sgeehrte[r]?\s(?:herr|frau)\s(?:bundes|präsident|minister|kanzler|staatssekretär|botschafter)[^.!?]{0,60}[,!]"
    r"|(?:excelentísim[oa]\s|estimad[oa]\s)?señora?\s(?:president|ministr|canciller|secretari|embajador)[^.!?]{0,60}:"
    r"|(?:уважаем|многоуважаем|шановн)\S+\s(?:господин|госпожа|пане|пані)\s(?:президент|министр|посол|премьер|председател|міністр|голов)[^.?]{0,60}!",
)
# As speakers greet those before them: "Dear brothers and sisters, good morning!", "Meine Damen und Herren,"
_GREETS = caseless(
    r"(?:(?:dear|distinguished|honou?red|esteemed|respected)\s)?(?:(?:mr|madam)\.?\s(?:president|chair\w*|speaker)\b[^.!?]{0,120}[,:!]|"
    r"(?:ladies and gentlemen|excellencies|your excellenc\w+|(?:dear|distinguished|my) colleagues|fellow citizens|my fellow \w+|brothers and sisters|"
    r"sisters and brothers|friends and colleagues|dear guests|distinguished guests)\b[^.!?]{0,120}[,:!.]|"
    r"(?:sehr (?:geehrte|verehrte) |meine (?:sehr )?(?:geehrten |verehrten )?)damen und herren\b.{0,120}[,:!]|liebe mitbürger\w*\b.{0,80}[,:!]|"
    r"mesdames(?:,| et) messieurs\b.{0,120}[,:!]|mes chers (?:compatriotes|concitoyens|amis|collègues)\b.{0,80}[,:!.]|"
    r"señoras y señores\b.{0,120}[,:!.]|(?:queridos|estimados) (?:hermanos|compatriotas|ciudadanos|amigos|colegas)\b.{0,80}[,:!.]|"
    r"signore e signori\b.{0,80}[,:!.]|care concittadine\b.{0,80}[,:!.]|cari fratelli e sorelle\b.{0,80}[,:!.]|senhoras e senhores\b.{0,80}[,:!.]|"
    r"(?:уважаемые|дорогие) (?:коллеги|друзья|дамы и господа|соотечественники|граждане|товарищи|братья и сестры)\b.{0,80}[,:!.]|"
    r"(?:шановні|дорогі) (?:колеги|друзі|пані та панове|співвітчизники|громадяни|українці)\b.{0,80}[,:!.]|пані та панове\b.{0,80}[,:!.]|"
    r"(?:szanowni|drodzy) (?:państwo|rodacy|zebrani|goście|przyjaciele)\b.{0,80}[,:!.]|(?:dames en heren|beste (?:mensen|aanwezigen|landgenoten))\b.{0,80}[,:!.]|"
    r"(?:mine damer og herrer|mina damer och herrar|kära (?:vänner|landsmän)|kære (?:alle|venner)|kjære (?:alle|venner|landsmenn))\b.{0,80}[,:!.]|"
    r"(?:hyvät (?:kuulijat|ystävät|naiset ja herrat)|arvoisat \w+)\b.{0,80}[,:!.]|(?:vážené dámy|vážení (?:pánové|přítomní|spoluobčané|hosté))\b.{0,80}[,:!.]|"
    r"(?:doamnelor și domnilor|dragi (?:români|prieteni|compatrioți))\b.{0,80}[,:!.]|tisztelt (?:hölgyeim és uraim|miniszter\w*|elnök\w*|vendégek)\b.{0,80}[,:!.]|"
    r"(?:dame i gospodo|poštovani (?:građani|prijatelji|gosti|kolege)|dragi (?:građani|prijatelji))\b.{0,80}[,:!.]|"
    r"(?:değerli|sevgili|aziz|kıymetli|saygıdeğer) (?:\w+ )?(?:arkadaşlar\w*|misafirler\w*|vatandaşlar\w*|milletim|konuklar\w*|basın mensupları|kardeşlerim)\b.{0,80}[,:!.]|"
    r"κυρίες και κύριοι.{0,80}[,:!.]|(?:αγαπητοί|αξιότιμοι) \w+.{0,80}[,:!.]|(?:saudara-saudara|bapak(?:-bapak)?,? ibu|hadirin)\b.{0,80}[,:!.]|"
    r"(?:kính thưa|thưa) (?:quý vị|các|đồng bào|toàn thể).{0,80}[,:!.]|(?:السيدات والسادة|أيها (?:الإخوة|السادة|المواطنون|الشعب)|السادة الحضور|أصحاب (?:السعادة|المعالي)).{0,100}[،,:!.]|"
    r"(?:女士们|各位(?:来宾|嘉宾|同事|朋友|同胞)|尊敬的|同志们|朋友们|女士們).{0,60}[：:，,！!]|(?:皆様|皆さん|ご列席の皆様|国民の皆様)[、，。,]|"
    r"(?:존경하는|친애하는|사랑하는) .{0,40}여러분.{0,20}[,.!]|(?:मेरे )?(?:प्यारे|प्रिय|आदरणीय) (?:देशवासियो|भाइयो|साथियो|मित्रो).{0,40}[,!।]|"
    r"(?:גבירותי ורבותי|אזרחי \S+|חברי וחברות).{0,60}[,:!.])",
)


def enacts(texts: Iterable[str]) -> bool:
    """Return whether a paragraph begins as one does in which an office acts: "By the authority vested in me as President …"."""
    return any(_ENACTS.match(text[:400]) for text in texts)


def addresses_office(texts: list[str]) -> bool:
    """Return whether a line at the beginning of a text addresses it to an office: "TO THE CONGRESS OF ARDENNA:"."""
    return any(
        len(text) <= _LONGEST_ADDRESS and _ADDRESSES.pattern.fullmatch(lowered(text.strip()))
        for text in texts[:_OPENING_BLOCKS]
    )


def greets_those_before(texts: list[str]) -> bool:
    """Return whether the words begin as a speech does, with a greeting to those before the speaker: "Ladies and gentlemen,"."""
    return any(_GREETS.match(text[:_LONGEST_GREETING].strip()) for text in texts[:_GREETING_BLOCKS])
