"""Lines that say who asked, and who made a text: behind an interview ("Das Interview führte …"), or above it ("… in conversation with …")."""

from __future__ import annotations

import re

from onrecord.text import compile_late

_LONGEST, _LONGEST_MAKER = 120, 70  # characters
# What tells of nothing else than who asked
_SURE = (
    r"propos recueillis par|entretien (?:réalisé|conduit) par|(?:(?:das|dieses) )?(?:interview|gespräch) führten?\b|die fragen stellten?\b|"
    r"(?:(?:the|this) )?interview (?:(?:was|is) )?(?:conducted|held|led|done) by|(?:the )?questions (?:were )?(?:asked|put) by|interviewed by|"
    r"wywiad przeprowadził[aiy]?\b|rozmawiał[aiy]?\b|intervjun? (?:gjordes|genomfördes) av|söyleşi:(?=\s)|röportaj:(?=\s)|"
    r"entrevista realizada por|entrevistado por|intervista (?:di|a cura di)\b|het interview werd|聞き手[・･:：はも＝]|"
    r"(?:интервью (?:взял|пров[её]л)|беседовал)[аи]?\b|інтерв[’'ʼ]?ю (?:взя(?:в|ла|ли)|пров[іе](?:в|ла|ли))"
)
# What may open a title as well, and is a credit behind the words alone
_BEHIND = (
    r"entrevista (?:de|por)\b|intervjuare?\b|haastattel\w*|(?:розмовля|спілкува)(?:в|ла|ли|вся|лася|лися)\b"
)
# Who made the text, behind the words: "Translated by Dana Lisk", "Übersetzung: Dana Lisk"
_MADE_BY = (
    r"(?:(?:unofficially )?translated|interpreted|(?:text )?written|submitted|prepared|compiled|edited|uploaded) by|by|übersetzt von|verfasst von|traduit par|rédigé par|"
    r"traducid[oa] por|redactad[oa] por|tradotto da|traduzid[oa] por|vertaald door|översatt av|oversat af|oversatt av|tłumaczył[ai]?|przetłumaczył[ai]?|přeložil[ai]?|preložil[ai]?|"
    r"перев[её]л[аи]?|пере(?:клав|клала)|fordította|tradus de|çeviren"
)
_MADE = (
    r"translat(?:ion|ors?)|interpret(?:ation|ers?)|responsible|übersetzung|übersetzer(?:in)?|dolmetscher(?:in)?|traduction|traduct(?:eur|rice)|interprète|traducción|intérprete|"
    r"traduzione|interprete|tradução|tradutora?|vertaling|tolk|översättning|oversættelse|oversettelse|tłumaczenie|tłumacz(?:ka)?|перевод(?:чик|чица)?|переклад(?:ач|ачка)?|překlad|preklad|"
    r"fordítás|tolmács|traducere(?:a)?|traducător|çeviri|çevirmen|tercüman|μετάφραση|翻译|翻譯|翻訳|번역|ترجمة|ترجمه|अनुवाद|תרגום"
)
# Two words with capitals or more ("By Monday" names nobody), or one of a script without spaces or capitals
_NAME = (
    r"(?:(?:mr|mrs|ms|dr|prof)\.? )?(?-i:[^\W\d_a-zß-ÿа-я\u0590-\U0010ffff][\w.'’-]*(?: (?:[^\W\d_a-zß-ÿа-я][\w.'’-]*|von|van|de|di|da|del|la|al)){1,4}"
    r"|[\u0590-\U0010ffff]{2,12}(?:[ ·][\u0590-\U0010ffff]{2,12}){0,3})"
)
_MAKER = compile_late(
    rf"\W*(?:(?:{_MADE_BY}):? {_NAME}|(?:{_MADE})\s?[:：]\s?{_NAME})[\s)\]）]*", re.IGNORECASE
)
_CREDIT = compile_late(rf"\W*(?:{_SURE})", re.IGNORECASE)
_CLOSING = compile_late(
    rf"\W*(?:(?:{_SURE}|{_BEHIND}):?\s?.{{2,80}}|[（(]?聞き手[・･:：はも＝][^（）()。]{{2,24}}[）)]?)\W*",
    re.IGNORECASE,
)
# "Bel Harrow im Gespräch mit Ada Verne": whom somebody asks, and who
INTERVIEWED_BY = re.compile(
    r"\W*(?P<who>[^\W\d_][\w .'’-]{3,50}?)\s(?:im (?:gespräch|interview) mit|in conversation with|interviewed by|talks to|au micro de|interrogée? par|interviewée? par|"
    r"en conversación con|entrevistad[oa] por|intervistat[oa] da|w rozmowie z|rozmawia z|in gesprek met|i samtal med|в беседе с|у розмові з)\s"
    r"(?P<by>[^\W\d_][\w .'’-]{3,50}?)(?:\s*[|·•,(–—-].{0,40})?",
    re.IGNORECASE,
)


def is_interview_credit(text: str) -> bool:
    """Return whether a line says who asked the questions above it: "Das Interview führte …", "Propos recueillis par …"."""
    return len(text) <= _LONGEST and (
        _CREDIT.match(text) is not None or INTERVIEWED_BY.fullmatch(text) is not None
    )


def names_who_asked(text: str) -> bool:
    """Return whether a line opens with words that tell of nothing else than who asked: "Propos recueillis par Dana Lisk"."""
    return _CREDIT.match(text) is not None


def closes_with_credit(text: str) -> bool:
    """Return whether a line behind the words only says who asked, or who made the text: "Entrevista por Ada Verne", "Translated by Dana Lisk"."""
    return len(text) <= _LONGEST and (
        _CLOSING.fullmatch(text) is not None
        or (len(text) <= _LONGEST_MAKER and _MAKER.fullmatch(text) is not None)
    )
