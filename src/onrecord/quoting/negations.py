"""The negations among words, in the languages of the record: what a sentence must not lose, nor win."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORDS = {
    "en": "not no never none nothing nobody nowhere neither nor cannot without hardly scarcely barely non",
    "fr": "ne pas non jamais aucun aucune aucuns aucunes rien personne ni sans nul nulle guère",
    "de": "nicht nichts nie niemals niemand niemandem niemanden nein kein keine keinen keinem keiner keines weder ohne "
    "nirgends keinesfalls keineswegs",
    "es": "no nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas ni sin tampoco",
    "ru": "не нет ни никогда никто никого никому ничего ничто нигде никак никакой никакие никаких без нельзя",
    "uk": "не немає ні ніколи ніхто нічого без",
    "it": "non no mai nessuno nessuna niente nulla né senza",
    "pt": "não nunca jamais nada ninguém nenhum nenhuma nem sem",
    "nl": "niet niets nooit niemand geen noch zonder nee",
    "pl": "nie nigdy nikt nic żaden żadna żadne ani bez nikogo niczego",
    "hi": "नहीं नही मत न ना बिना",
    "bn": "না নয় নেই নি ছাড়া",
    "ur": "نہیں نہ مت بغیر",
    "fa": "نه نیست نیستند نبود هیچ هرگز بدون نباید نخواهد نخواهند نخواهیم",
    "tr": "değil yok hayır asla hiç hiçbir olmadan",
    "az": "deyil yox heç",
    "id": "tidak bukan jangan tanpa belum tiada",
    "ms": "tidak bukan jangan tanpa belum tiada",
    "vi": "không chưa đừng chẳng",
    "sv": "inte icke ej aldrig ingen inget inga ingenting utan varken nej",
    "da": "ikke aldrig ingen intet ingenting uden hverken nej",
    "nb": "ikke aldri ingen intet ingenting uten verken nei",
    "nn": "ikkje aldri ingen inkje ingenting utan verken nei",
    "fi": "ei en et emme ette eivät älä älkää ilman",
    "et": "ei mitte ilma",
    "cs": "ne ni nikdy nikdo nic žádný žádná žádné bez není nejsou nebude nebudou nebudeme nemá nemají nemáme nemůže nemůžeme",
    "sk": "nie nikdy nikto nič žiadny žiadna žiadne bez nebude nebudú nebudeme nemá nemajú nemáme nemôže nemôžeme",
    "sl": "ne ni nisem nismo niso nikoli nihče nič brez noben nobena",
    "hr": "ne nije nisu nismo neće nećemo nema nemamo nikad nikada nitko ništa bez",
    "sr": "ne nije nisu nismo neće nećemo nema nemamo nikad nikada niko ništa bez не није нису нисмо неће нећемо нема немамо никад никада "
    "нико ништа без",
    "mk": "не нема никогаш никој ништо без",
    "bg": "не няма нямаме никога никой нищо без нито",
    "ro": "nu nici niciodată nimeni nimic fără niciun nicio",
    "hu": "nem ne sem soha senki semmi nincs nincsenek nélkül",
    "el": "δεν δε μην μη όχι ποτέ κανείς κανένας καμία κανένα τίποτα ούτε χωρίς",
    "he": "לא אין בלי אינו אינה אינם אף",
    "ca": "no mai cap res ningú sense",
    "lt": "ne nėra niekada niekas be",
    "lv": "nav ne nekad neviens bez",
    "sw": "si hapana hakuna bila",
    "ka": "არ არა ვერ არც",
    "hy": "ոչ չի չեն չենք",
    "kk": "емес жоқ ешқашан ешкім",
}  # fmt: skip
# What words begin, hold or end with where a negation is no word of its own: "ولن", "نمی‌خواهیم", "gelmiyor", "않겠다".
_SHAPES = {
    "fr": re.compile(r"n'[aeéêhiouy]\w*"),
    "it": re.compile(r"nessun'\w+"),
    "ar": re.compile(r"[وفا]?(?:لا|لم|لن|ليس\w*|لست\w*|لسنا|غير|بدون|دون|كلا)|بلا|الا"),
    "fa": re.compile(r"نمی.*"),
    "tr": re.compile(r"\w{2,}m[ıiuü]yor\w*|\w{2,}m[ae]y[ae]ca[kğ]\w*|\w{2,}m[ae]m[ae]k\w*"),
    "ko": re.compile(r"안|못|아니\w*|\w*않\w*|\w*못하\w*|\w*못했\w*|(?!끊임)\w*없\w*"),
}
# Scripts without spaces have words of one character: negations are told from what stands in a row. No negations are 非常
# (very), 未来 (future), 特别 (especially), 不断 (constantly), 必ず (surely), まず (first).
ROWS = {
    "zh": re.compile(r"不(?!断|斷|仅|僅|但|过|過)|没|沒|未(?!来|來)|无|無|非(?!常|洲)|(?<![特分区區个個级級性类類差])别|(?<![特分區個級性類差])別|勿"),
    "ja": re.compile(r"ない|なかっ|なけれ|ません|(?<![必まわ])ず(?=に|、|。|$)|(?<!死)ぬ$"),
    "th": re.compile(r"ไม่|มิได้|ห้าม|อย่า(?!ง)"),
    "lo": re.compile(r"ບໍ່"),
    "km": re.compile(r"មិន|ពុំ|គ្មាន"),
}  # fmt: skip
_TAGS = {"no": "nb", "bs": "hr", "be": "ru", "yue": "zh"}
# Words of another language where it is not told which: these are no negations in most.
_NOT_ANYWHERE = frozenset("en et ei be si cap res nu bila ilma".split())
_BY_LANGUAGE = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_ANY_LANGUAGE = frozenset().union(*_BY_LANGUAGE.values()) - _NOT_ANYWHERE


def negations(words: Iterable[str], language: str | None = None) -> Counter[str]:
    """Return the negations among match-form words; of every language known where none is given.

    A contraction counts as "not": "do not" and "don't" hold the same negation.
    """
    tag = (language or "").lower().partition("-")[0]
    tag = _TAGS.get(tag, tag)
    listed = list(words)
    known = _BY_LANGUAGE.get(tag, _ANY_LANGUAGE)
    shapes = [_SHAPES[tag]] if tag in _SHAPES else [] if tag in _BY_LANGUAGE else list(_SHAPES.values())
    found: Counter[str] = Counter()
    for word in listed:
        if word.endswith("n't") or word == "cannot":
            found["not"] += 1
        elif word in known or (shapes and any(shape.fullmatch(word) for shape in shapes)):
            found[word] += 1
    if tag not in _BY_LANGUAGE:
        row = "".join(listed)
        for pattern in (ROWS[tag],) if tag in ROWS else ROWS.values():
            found.update(pattern.findall(row))
    return found
