"""Posts told by how their languages build them: compounds, endings and words that open them."""

from __future__ import annotations

import re

from onrecord.reading.words.holders import ends_in_post
from onrecord.text import compile_late

# "رئيس بلدية أفين", "глава Порт-Авена": words that open a post, and are no posts wherever else they stand
_OPENS = compile_late(
    r"(?:(?:городской|городская|міський|первый|vice|viceprimar\w*|prefectul)\s)?(?:глава|начальник|голова|директор|секретарь|секретар|заместитель|замминистра"
    r"|γραμματέας|αντιπρόεδρος|\w+borgmästare|viceprimar\w*|(?:ال)?رئيسة?|(?:ال)?عمدة|(?:ال)?محافظ|(?:ال)?وزيرة?|(?:ال)?سفيرة?|(?:ال)?مديرة?"
    r"|مدیر(?:کل)?|معاون|فرماندار|وزیر|رئیس|سفیر|شهردار|استاندار|(?:υφ)?υπουργός|(?:αντι)?δήμαρχος|περιφερειάρχης"
    r"|ראשת?\s(?:עיריית|מועצת|ממשלת)|ראשת|מנכ[\"״]לית?|שגרירת?)(?!\w)",
    re.IGNORECASE,
)
# "Aven polgármestere", "एवन के महापौर", "kikötőügyi minisztere": what it is over stands first
_ENDS = compile_late(
    r"(?:polgármester|miniszter|elnök|államtitkár|szóvivő|igazgató|nagykövet|képviselő|főtitkár)(?:e|je|a|ja|nő|asszony)?$"
    r"|(?:महापौर|मंत्री|मन्त्री|राजदूत|सचिव|अध्यक्ष|प्रवक्ता|राज्यपाल|आयुक्त|निदेशक|मेयर)$"
    r"|(?:pormestari|johtaja|ministeri|puheenjohtaja|suurlähettiläs)$"
    r"|(?:bakanı|başkanı|valisi|müdürü|sözcüsü|elçisi|sekreteri|kaymakamı)$",
    re.IGNORECASE,
)


def is_post_elsewhere(phrase: str) -> bool:
    """Return whether a phrase is a post by its language's own order or endings, where no single word of it is a post's."""
    bare = phrase.strip(" .,")
    return bool(_OPENS.match(bare) or _ENDS.search(bare.replace("İ", "i"))) or ends_in_post(bare)
