"""Lines that say who asked: behind an interview ("Das Interview führte …"), or above it ("… in conversation with …")."""

from __future__ import annotations

import re

from onrecord.text import compile_late

_LONGEST = 120
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


def closes_with_credit(text: str) -> bool:
    """Return whether a line behind the words only says who asked: "Entrevista por Ada Verne"."""
    return len(text) <= _LONGEST and _CLOSING.fullmatch(text) is not None
