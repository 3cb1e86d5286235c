"""Words that change what is said, or do not: number words, spellings of one word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.text import fold_word

_NUMBER_TEXT = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million "
    "millions billion billions trillion trillions dozen dozens half quarter third once twice double triple "
    "un une deux trois quatre cinq sept huit neuf dix onze douze treize vingt trente quarante cinquante soixante cent "
    "cents mille millions milliard milliards "
    "ein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend "
    "million millionen milliarde milliarden "
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta ciento mil millón "
    "millones "
    "tre quattro cinque sette nove dieci venti trenta quaranta cinquanta cento milione milioni miliardo miliardi "
    "dois duas três quatro sete oito dez vinte trinta quarenta cinquenta cem milhão milhões bilhão bilhões "
    "twee drie vijf zes zeven negen tien twintig dertig veertig vijftig honderd duizend miljoen miljard "
    "dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć dwadzieścia trzydzieści tysiąc tysiące tysięcy milion "
    "miliony milionów miliard miliardów "
    "один одна два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто тысяча "
    "тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов двух трёх трех четырёх четырех пяти шести семи восьми девяти "
    "десяти двадцати тридцати сорока пятидесяти "
    "дві чотири п'ять шість сім вісім дев'ять десять двадцять тридцять тисяча тисячі мільйон мільйона мільйонів мільярд "
    "iki üç dört beş altı yedi sekiz dokuz yirmi otuz kırk elli milyon milyar "
    "اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة سبعة سبع ثمانية تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين أربعون أربعين "
    "خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة ألف آلاف مليون مليونا ملايين مليار مليارات نصف "
    "दो तीन चार पाँच पांच छह सात आठ नौ दस बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे सौ हज़ार हजार लाख करोड़ अरब आधा आधे आधी"
)
_NUMBER_WORDS = frozenset(map(fold_word, _NUMBER_TEXT.split()))
# Number words that stand for no count as often: pronouns, articles, "once" for "as soon as", the first half of a 一样.
_NO_COUNT_ALONE = frozenset("one once un une ein eins uno один одна 一".split())
JOINING = frozenset("and und et y e и і".split())
"""What stands inside a number of several words."""
_HAN_NUMBERS = frozenset("零〇一二三四五六七八九十百千万萬亿億两兩")

# What the end of a contraction stands for.
_DRAWN = {
    end: frozenset(words.split())
    for end, words in {
        "ll": "will shall", "ve": "have", "re": "are", "m": "am", "d": "would had", "s": "is has us", "nt": "not",
    }.items()
}  # fmt: skip

# British and American endings of one word, brought to one form.
_SPELLINGS = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"isation(s?)$", r"ization\1"),
        (r"is(e|es|ed|ing|er|ers)$", r"iz\1"),
        (r"ys(e|es|ed|ing|er|ers)$", r"yz\1"),
        (r"our(s|ed|ing|able|ite|ites|ful|hood|ly|er|ers)?$", r"or\1"),
        (r"(?<=[bcdfghkptv])re(s|d)?$", r"er\1"),
        (r"ence(s?)$", r"ense\1"),
        (r"ogue(s?)$", r"og\1"),
        (r"amme(s?)$", r"am\1"),
        (r"ll(ed|ing|er|ers|or|ors|ment|ful)$", r"l\1"),
        (r"(?<=\w)[ao]e(?=\w)", r"e"),
        (r"eable$", r"able"),
        (r"gement(s?)$", r"gment\1"),
    )
)

# What every word has that one of these would change, or `_DOUBLED`.
_MAY_DIFFER = re.compile(
    r"is(?:ation|e|ing)|ys[ei]|our|[bcdfghkptv]re|ence|ogue|amme|ll|[ao]e|eable|gement|([^\W\d_])\1"
)
_DOUBLED = re.compile(r"([^\W\d_])\1")


def other_numbers(said: Iterable[str], quoted: Iterable[str]) -> bool:
    """Return whether the numbers among the words said are not those among the words quoted.

    A word such as "one", which is no count as often, is a number only where the other side has a number too.
    """
    said, quoted = list(said), list(quoted)
    left, right = _numbers(said), _numbers(quoted)
    if left and right and all(is_numeral(word) or word in JOINING for word in (*said, *quoted)):
        return said != quoted  # "two hundred and six" for "six hundred and two"
    if left and right:
        return left != right
    return any(word not in _NO_COUNT_ALONE for word in (*left, *right))


def is_numeral(word: str) -> bool:
    """Return whether a match-form word is a number, in figures, letters or characters."""
    return word in _NUMBER_WORDS or word in _HAN_NUMBERS or any(map(str.isdigit, word))


def is_part_of_numeral(word: str) -> bool:
    """Return whether a word beside a number makes one number with it: "hundred", "million", 十."""
    return word in _HAN_NUMBERS or (word in _NUMBER_WORDS and word not in _NO_COUNT_ALONE)


def _numbers(words: Iterable[str]) -> Counter[str]:
    return Counter(filter(is_numeral, words))


def same_spelling_aside(said: Sequence[str], quoted: Sequence[str]) -> bool:
    """Return whether the words differ in spelling alone: accents, an apostrophe, British or American, a doubled letter, “I’ll”.

    Other slips of the pen are not told from other words: "casual" and "causal" are one swap apart.
    """
    left, right = _letters(said), _letters(quoted)
    if left == right or _are_contracted(said, quoted) or _are_contracted(quoted, said):
        return True
    pairs = zip(said, quoted, strict=False)
    return len(said) == len(quoted) and all(_same_spelling(*pair) for pair in pairs)


def _same_spelling(said: str, quoted: str) -> bool:
    left, right = _letters([said]), _letters([quoted])
    return left == right or one_spelling(left) == one_spelling(right)


def _are_contracted(short: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether the one words are the others, some of them drawn together: "I'll", "I will"."""
    at = 0
    whole = [part for word in whole for part in (("can", "not") if word == "cannot" else (word,))]
    for word in short:
        if at < len(whole) and whole[at] == word:
            at += 1
            continue
        head, mark, tail = word.partition("'")
        if word.endswith("n't"):
            head, mark, tail = word[:-3], "'", "nt"
            head = {"ca": "can", "wo": "will", "sha": "shall"}.get(head, head)
        drawn = _DRAWN.get(tail, frozenset()) if mark else frozenset()
        if at + 1 >= len(whole) or whole[at] != head or whole[at + 1] not in drawn:
            return False
        at += 2
    return at == len(whole)


def _letters(words: Sequence[str]) -> str:
    plain = unicodedata.normalize("NFD", "".join(words).replace("'", ""))
    return "".join(character for character in plain if not unicodedata.combining(character))


def one_spelling(word: str) -> str:
    """Return one form for the British and the American spelling of a word."""
    if not _MAY_DIFFER.search(word):
        return word
    for pattern, form in _SPELLINGS:
        word = pattern.sub(form, word)
    return _DOUBLED.sub(r"\1", word)
