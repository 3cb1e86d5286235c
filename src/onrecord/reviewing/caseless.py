"""Who is said to speak where words have spaces and names no capitals: told by the post before the name (Arabic, Hebrew, Persian, Urdu, Hindi, Bengali).

A name without a post counts where the article had it with one, beside a quotation before: "a source", "the ministry" are no names, and nothing
else tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onrecord.model import Span
from onrecord.quoting.articles import is_saying
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.postwords import is_office_word
from onrecord.reviewing.day_words import day_spans
from onrecord.reviewing.grounds import Clause
from onrecord.reviewing.tokens import Named, Token

_LANGUAGES = ("ar", "he", "fa", "ur", "hi", "bn")
_SCRIPTS = re.compile(r"[\u0590-\u077f\u0900-\u09ff]")
# "سامر", "मंत्री", "רה״מ", and each mark by itself
_TOKEN = re.compile(
    r"(?:[^\W_]|[\u0300-\u036f\u0591-\u05c7״׳\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u09ff\u200c-])+|[^\w\s]"
)
_LONGEST_PHRASE = 9
# What ends a phrase that names somebody: prepositions, days, "that".
_STOPS = frozenset(
    "أيضا أيضاً كذلك في خلال أمام عن على من إلى مع بعد قبل عقب أثناء إن أن إنه إنها أنه أنها بأن يوم اليوم أمس مساء صباح ردا تعليقا ضمن عبر لدى لوكالة لقناة لصحيفة "
    "الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت "
    "כי את על ביום היום אתמול הבוקר הערב לאחר במהלך "
    "روز در به با از که امروز دیروز پس "
    "को में पर आज कल यहां यहाँ "
    "میں پر آج کل "
    "আজ গতকাল এ সময়".split()
)
# Hindi and Urdu mark who says something: "अर्जुन वेलकर ने शुक्रवार को कहा"
_AGENT = frozenset(("ने", "نے"))
# "بحسب وزير البحر", "به گفته وزیر", "לדברי השר", "मंत्री के अनुसार"
_ACCORDING = frozenset("بحسب وبحسب حسب گفته לפי לדברי अनुसार मुताबिक".split())
# "نسبت صفحات إلى الوزير قوله", "نقلت الوكالة عن الوزير قوله"
_HIS_WORDS, _FROM_WHOM = ("قوله", "قولها"), ("عن", "إلى")
# These may begin a sentence before its subject: "पर वेलकर ने कहा"
_CONTRASTS = frozenset("पर लेकिन और किंतु किन्तु मगर परंतु परन्तु वहीं".split())
_POSTS = frozenset("महापौर राज्यपाल شهردار استاندار فرماندار".split())
_FIELD_AND_POST = 3
_ARABIC_POSTS = frozenset(
    "وزير وزيرة رئيس رئيسة متحدث متحدثة ناطق ناطقة أمير أميرة ملك ملكة سفير سفيرة محافظ محافظة عمدة مستشار مستشارة أمين أمينة نائب نائبة مدير مديرة قائد".split()
)
# Of what a post is that: "رئيس وزراء الواحة", "المتحدث باسم وزارة الخارجية"
_ARABIC_FIELDS = frozenset(
    "وزراء وزير حكومة مجلس وزارة بوزارة لجنة هيئة جمهورية دولة برلمان بلدية حزب حركة مكتب منظمة شرطة أركان جامعة عام باسم بلاد".split()
)


def is_caseless_text(text: str, language: str | None) -> bool:
    """Return whether an article is in such a script: by what it says of itself, else by its letters."""
    if language is not None:
        return language.lower().partition("-")[0] in _LANGUAGES
    sample = text[:4_000]
    return 3 * len(_SCRIPTS.findall(sample)) > sum(map(str.isalpha, sample)) > 0


def named_beside_verbs(text: str, language: str | None) -> set[str]:
    """Return the names of two words and more that a text has behind posts where somebody speaks."""
    words = _tokens(text, (0, len(text)))
    phrases = (
        phrase
        for at, token in enumerate(words)
        if is_saying(token.text, language) or token.text in _HIS_WORDS
        for phrase in _phrases_beside(words, at)
    )
    named = (_who(phrase, text, ()) for phrase in phrases)
    return {one.name for one in named if one is not None and one.name is not None}


def clause_caseless(
    text: str, before: Span, behind: Span, language: str | None, known: Collection[str]
) -> Clause | None:
    """Return whom the sentence before a quotation names as speaking, else the words behind; `known` are names that had a post."""
    for span, rule in ((before, "before"), (behind, "behind")):
        words = _tokens(text, span, day_spans(text[slice(*span)], language))
        verbs = [
            at
            for at, token in enumerate(words)
            if is_saying(token.text, language) or token.text in _ACCORDING or token.text in _HIS_WORDS
        ]
        if not verbs:
            if rule == "before" and (label := _label(words, text, known)):
                return label
            continue
        verb = verbs[-1] if rule == "before" else verbs[0]
        leads_up = words[-1].text == ":"
        if leads_up and rule == "behind":
            continue  # «…؟»، فأجاب الدالي: «…»
        for phrase in _phrases_beside(words, verb):
            if named := _who(phrase, text, known):
                return Clause(rule, named)
        if leads_up:
            return None
    return None


def _label(words: Sequence[Token], text: str, known: Collection[str]) -> Clause | None:
    """ "الدالي: «…»": a name that the article has with a post elsewhere, and a colon."""
    if len(words) < 2 or words[-1].text != ":" or len(words) > _LONGEST_PHRASE:
        return None
    named = _known_by_name(words[:-1], text, known) if all(token.is_word for token in words[:-1]) else None
    return Clause("label", named) if named else None


def adds_alone(text: str, gap: Span, language: str | None) -> bool:
    """Return whether nothing but a word of saying stands between two quotations: "وأضاف:" is "and he added"."""
    words = [token.text for token in _tokens(text, gap) if token.is_word]
    return len(words) == 1 and is_saying(words[0], language)


def _tokens(text: str, span: Span, days: Sequence[Span] = ()) -> list[Token]:
    """The words and marks of a stretch, without those at `days` in it."""
    start = span[0]
    return [
        Token(match.group(), *match.span())
        for match in _TOKEN.finditer(text, *span)
        if not any(first <= match.start() - start < last for first, last in days)
    ]


def _phrases_beside(words: Sequence[Token], verb: int) -> tuple[list[Token], ...]:
    """The phrases in which a verb may have its subject; of "نقلت الوكالة عن الدالي قوله" what stands behind "from"."""
    if words[verb].text not in _HIS_WORDS:
        return _after(words, verb), _in_front(words, verb)
    source = next((at for at in range(verb - 1, -1, -1) if words[at].text in _FROM_WHOM), None)
    return () if source is None else (_after(words[:verb], source),)


def _after(words: Sequence[Token], verb: int) -> list[Token]:
    """The words behind a verb up to what ends their phrase: "قال وزير الخارجية سامر الدالي في الواحة"."""
    phrase: list[Token] = []
    for token in words[verb + 1 : verb + 1 + _LONGEST_PHRASE]:
        if not token.is_word or token.text in _STOPS or token.text.startswith("لل"):
            break
        phrase.append(token)
    return phrase


def _in_front(words: Sequence[Token], verb: int) -> list[Token]:
    """The words that begin the clause of a verb, up to what ends their phrase: "विदेश मंत्री अर्जुन वेलकर ने कहा"."""
    marks = ("के",) if words[verb].text in _ACCORDING else ("का",) if words[verb].text == "कहना" else _AGENT
    agent = next((at for at in range(verb - 1, -1, -1) if words[at].text in marks), None)
    end = verb if agent is None else agent
    start = end
    while start and _goes_before(words[start - 1]) and end - start < _LONGEST_PHRASE + 4:
        start -= 1
    if start < end and words[start].text in _CONTRASTS:
        start += 1
    phrase: list[Token] = []
    for token in words[start:end]:
        if token.text in _STOPS and agent is None:
            break
        phrase.append(token)
    return phrase


def _goes_before(token: Token) -> bool:
    """Whether a word may be of the clause behind it: not "के अनुसार", which ends another."""
    return token.is_word and token.text not in _ACCORDING


def _who(phrase: Sequence[Token], text: str, known: Collection[str]) -> Named | None:
    if not phrase:
        return None
    at = _first_of_name(phrase, text)
    if at is None:
        return _known_by_name(phrase, text, known)
    span = phrase[0].start, phrase[-1].end
    name = text[phrase[at].start : span[1]] if at < len(phrase) else None
    if name is not None and at == len(phrase) - 1 and name not in {each.split()[-1] for each in known}:
        name = None  # one word behind a post may be anything
    office = text[span[0] : phrase[at - 1].end]
    return Named(text[slice(*span)], span, name, office)


def _first_of_name(phrase: Sequence[Token], text: str) -> int | None:
    """The index of the first word of the name behind a post, the length of the phrase where there is none; None without a post."""
    words = [token.text for token in phrase]
    if words[0] in _POSTS:
        return 1
    if words[0].removeprefix("ال") in _ARABIC_POSTS:
        at = 1
        while at < len(words) and (words[at] in _ARABIC_FIELDS or words[at].startswith(("ال", "لل"))):
            at += 1
        return at
    person = parse_person(text[phrase[0].start : phrase[-1].end])
    if person is None or person.office is None:
        return len(words) if _is_post(words) else None
    return len(words) - len(person.name.split())


def _is_post(words: Sequence[str]) -> bool:
    """Whether words are a post alone: in Hindi and Urdu it stands behind what it is over, "बंदरगाह मंत्री"."""
    ends = words[-1] >= "\u0900" and len(words) <= _FIELD_AND_POST and is_office_word(words[-1])
    return ends or all(map(is_office_word, words))


def _known_by_name(phrase: Sequence[Token], text: str, known: Collection[str]) -> Named | None:
    span = phrase[0].start, phrase[-1].end
    printed = text[slice(*span)]
    is_known = any(printed in (name, name.split()[-1]) for name in known)
    return Named(printed, span, printed, None) if is_known else None
