"""Whose interview, questions or article a title tells of: the clause behind the word for it that names a newsroom, not the one that names who speaks."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.words.caseless import caseless
from onrecord.reading.words.posts import OUTLET_WORDS
from onrecord.reading.words.postwords import is_office_word
from onrecord.text import compile_late

_WORD = caseless(
    r"\b(?:interview\w?|interviewed|entretien|entrevista|intervista|интервью|інтерв.ю|wywiad|intervju|interviu|rozhovor|haastattelu|(?:im )gespräch"
    r"|(?:guest )?(?:article|column)|op-ed|gastbeitrag|namensartikel|artikel|beitrag|tribune|artículo|tribuna|articolo|artigo|artykuł|статья|стаття"
    r"|questions?|fragen|preguntas|domande|perguntas|вопрос\w*|питання)\b"
)
# What may lead to a newsroom: "mit der Norder Zeitung", "au Courrier de Tern", "na Rádio Tern". Those that stand inside names ("de", "of") are none.
_LINKS = (
    r"with|in|by|to|for|on|mit|im|für|auf|bei|beim|avec|dans|par|sur|à|au|aux|pour|con|en|para|por|al|alla|allo|a|ao|com|na|no|su|per|sulla|sul"
    r"|voor|met|op|dla|w|we|til|med|i|hos|för"
)
_ARTICLES = r"(?:the|der|dem|den|die|das|la|le|les|el|il|lo|l['’]|o|a|de|het|een|eine[rmn]?|une?|il)"
# "Fragen der Norder Zeitung", "questions from the Tern Gazette"
_ASKED_BY = r"from|by|of|der|des|vom|von|de|du|d['’]|del|della|di|da|do"
_OF_QUESTIONS = caseless(r"\b(?:questions?|fragen|preguntas|domande|perguntas)\b")
_LINK = compile_late(
    rf"(?:(?<![\w’'])(?:(?P<link>{_LINKS})|(?P<of>{_ASKED_BY}))(?:\s+(?P<article>{_ARTICLES})(?=\s|(?<=['’])))?(?:\s+|(?<=['’]))|(?P<comma>,)\s+)"
)
# What an interview is about may stand in marks as well: "Interview on “The Future of Ports”"
_ABOUT = frozenset("on sur su sul sulla auf op i o over".split())
_NAME = compile_late(
    r"(?P<name>[«“\"„]\s?[^«»“”\"„]{2,60}?\s?[»”“\"]|[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-Ω\d][^,;:()–—|]{1,60}?)"
    rf"(?=\s*[,;:()|]|\s+[–—-]\s|\s*$|\s+(?:{_LINKS}|about|regarding|über|zum|zur|zu|vom|am|sobre|acerca|sui|o|om|over|о|об|про)\s)"
)
# "(Norder Zeitung)", "- El Correo de Tern", at the end
_LAST = re.compile(r"\((?P<bracketed>[^()]{2,60})\)\s*$|\s[–—-]\s+(?P<behind>[^(),;–—]{2,60})$")
# Words of newsrooms' names that stand in other names as well, and tell of one behind such a link alone
_OF_PAPERS = caseless(
    r"\b(?:correo|correio|heraldo|noticias|notícias|notizie|stampa|gazzetta|gazet[aeyę]|gazecie|kurier|boten?|blatt|\w{3,}(?:krant|blad|bladet|avisen|avis|funks?|sender|posten)"
    r"|podcast|radiu|radia|telewizji|rádio|rádiu|radyo\w*|télé|écho|dépêche|eco|dziennik\w*|vesti|вести|новости)\b"
)
_MARKED = re.compile(r"[«“\"„]\s?(?P<name>[^«»“”\"„]{2,60}?)\s?(?:[»”“\"]|$)")
# "Tern TV’s Bel Olm": whoever asks for it
_WHOSE = re.compile(r"['’]s?\s+[A-ZÀ-Þ].*$")
_EVENT = caseless(
    r"\b(?:day|summit|forum|conference|week|room|cent(?:re|er)|freedom|office|release|club|house)\b"
)
# "the press", "foreign media": many, of which none is named
_MANY = frozenset(
    "press media presse medien prensa medios stampa imprensa pers reporters reporter journalists journalisten correspondents correspondent local foreign"
    " international national regional state news agency agencies newspapers newspaper magazine radio tv television channel station zeitung zeitungen".split()
)
_LONGEST = 60


def outlet_of_interview(title: str) -> tuple[str, Span] | None:
    """Return the newsroom behind the word for an interview, and where; None where no clause of the title names one."""
    asked = _WORD.search(title)
    if asked is None:
        return None
    questions = _OF_QUESTIONS.fullmatch(asked[0]) is not None
    for link in _LINK.finditer(title, asked.end()):
        found = None if link["of"] and not questions else _NAME.match(title, link.end())
        if found and (
            shown := _newsroom(found["name"], in_marks=not link["comma"] and link["link"] not in _ABOUT)
        ):
            start = found.start("name") + found["name"].index(shown)
            return shown, (start, start + len(shown))
    last = _LAST.search(title, asked.end())
    if last and last.lastgroup and (shown := _newsroom(last[last.lastgroup])):
        start = last.start(last.lastgroup) + last[last.lastgroup].index(shown)
        return shown, (start, start + len(shown))
    return None


def _newsroom(name: str, *, in_marks: bool = True) -> str:
    """The name without its marks, where it is shown to be a newsroom's: by marks or a word of the trade, and no post in it."""
    marks = _MARKED.search(name)
    text = _WHOSE.sub("", (marks["name"] if marks else name).strip(' «»“”„"'))
    if _MANY.issuperset(text.lower().split()):
        return ""
    if len(text) > _LONGEST or _EVENT.search(text) or any(map(is_office_word, text.split())):
        return ""
    return text if (marks and in_marks) or OUTLET_WORDS.search(text) or _OF_PAPERS.search(text) else ""
