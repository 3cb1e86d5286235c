"""Titles of articles, books and songs in quotation marks, told by the words beside them."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.quoting.articles.sayings import is_saying

_LONGEST_REFERENCE = 80
_REACH = 40

# "a report headlined “who pays for the new pier”", « un livre intitulé « … » »
_TITLED = re.compile(
    r"(?:\b(?:sub|en)?titled|\bheadlined?|\bcaptioned|\bunder the (?:title|heading)"
    r"|\bintitulée?s?|\btitulad[oa]s?|\bintitulad[oa]s?|\bintitolat[oaie]|\bbetitelt|\b(?:Titel|Überschrift|Schlagzeile)|\bgetiteld"
    r"|\b(?:titeln|rubriken)|\bzatytułowan\w+|\bпод названием|\bозаглавленн\w+|\bпід назвою)[,:]?\s*$",
)
# "his essay “The Fog and the Figure”": what has a title, right before the marks
_WORK = re.compile(
    r"\b(?:essay|book|novel|memoir|article|play|film|movie|documentary|song|album|poem|series|podcast|programme|program|exhibition|painting|column"
    r"|bar|pub|restaurant|Buch|Roman|Aufsatz|Film|Lied|Stück|livre|roman|essai|film|chanson|pièce|libro|novela|película|canción|obra|книг\w+|роман\w*|фильм\w*"
    r"|песн\w+|стать\w+)(?:\s+(?:named|called|namens|llamad[oa]|appelée?))?,?\s*$",
)
# Languages that print a title as a sentence: “den Roman „Der Winter der sieben Laternen“”. The word for the work right before the marks
# tells it; nothing in what they hold does.
_NAMED_WORK = re.compile(
    r"(?:\b(?:Roman|Buch|Film|Lied|Stück|Aufsatz|Gedicht|Gedichtband|Bildband|Serie|Oper|Hörbuch|Ratgeber|Sachbuch"
    r"|roman|livre|film|chanson|essai|récit|recueil|poème|série|opéra|pièce|album"
    r"|novela|libro|película|canción|ensayo|poema|cuento|serie|disco"
    r"|romanzo|film|canzone|saggio|poesia|racconto|opera|livro|romance|filme|canção|ensaio|conto"
    r"|boek|lied|gedicht|toneelstuk|romanen|boken|filmen|låten|sången|dikten|pjäsen|bogen|romanen|sangen"
    r"|powieść|powieści|książk[aęiąo]|film|filmu|piosenk[aęi]|wiersz|sztuk[aęi]"
    r"|román|románu|kniha|knihu|knize|filmu|píseň|báseň|hru|romanul|cartea|filmul|cântecul|poezia|piesa"
    r"|regényt?|könyvet?|filmet?|dalt?|verset?|μυθιστόρημα|βιβλίο|ταινία|τραγούδι|ποίημα|έργο"
    r"|роман[ауеі]?|книг[аиуеіо]й?|книз[іе]|фильм[ауе]?|фільм[уі]?|песн[яюеи]|пісн[яюі]|повест[ьи]|повість|рассказ[ауе]?|пьес[ауеы]|поэм[ауеы])"
    r"|رواية|كتاب|فيلم|أغنية|قصيدة|رمان|ترانه|داستان|הרומן|הספר|הסרט|השיר|ספרו|ספרה|उपन्यास|पुस्तक|फ़िल्म|किताब"
    r"|小说|小說|电影|電影|歌曲|小説|映画|著書|소설|영화|책|노래)\s*$"
)
_NAMED_BEHIND = re.compile(
    r"\s*(?:című|címmel|címen|adlı|isimli|başlıklı|नामक|शीर्षक|라는\s(?:책|소설|영화|노래)|という(?:本|小説|映画|歌))"
)
_LONGEST_TITLE = 120
# "a sign saying “…”", "she said: “…”": what follows is said, however it is set; "wrote “…”" may be of a book
_SAID = re.compile(r"\b(?:(?P<shown>saying|says|said|reading|reads)[,:]?|(?P<verb>[^\W\d_]+)\s?[:：])\s*$")
# "Latin for “…”", "which stands for “…”": what words mean, and nobody said
_GLOSS = re.compile(
    r"\b(?:(?:Latin|Greek|Hebrew|Arabic|Turkish|Persian|Russian|Ukrainian|Polish|German|French|Spanish|Portuguese|Italian|Dutch|Chinese|Japanese|Korean) for"
    r"|stands for|short for|translates?(?: roughly| loosely)? (?:as|to)|translated(?: roughly| loosely)? (?:as|to))\s*$"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def is_told_as_title(text: str, span: Span) -> bool:
    """Return whether the words before a quotation's marks call it a title or what words mean, or parentheses of its own refer to it."""
    start, end = span
    before = text[max(0, start - _REACH) : start]
    return (
        bool(_TITLED.search(before) or _GLOSS.search(before))
        or _is_reference(text, start, end)
        or _is_named_work(text, span)
    )


def _is_named_work(text: str, span: Span) -> bool:
    """Whether the word for a work stands right beside the marks, and what they hold begins as a title does and is no whole sentence."""
    start, end = span
    inside = text[start + 1 : end - 1].strip()
    if not inside or len(inside) > _LONGEST_TITLE or inside[0].islower() or inside[-1] in ".,،。，、":
        return False
    named = _NAMED_WORK.search(text[max(0, start - _REACH) : start])
    return named is not None or _NAMED_BEHIND.match(text, end) is not None


def is_told_as_said(text: str, start: int) -> bool:
    """Return whether a word of saying right before the marks that open at `start` tells that this is said, not titled."""
    said = _SAID.search(text, max(0, start - _REACH), start)
    return said is not None and (said["shown"] is not None or is_saying(said["verb"]))


def names_work(text: str, start: int) -> bool:
    """Return whether the word right before the marks that open at `start` is of something that has a title: "his essay “…”"."""
    return _WORK.search(text[max(0, start - _REACH) : start]) is not None


def _is_reference(text: str, start: int, end: int) -> bool:
    """Return whether parentheses hold the marks and behind them where it was printed, and no word of saying.

    (“Who pays for the new pier,” Verne Post, May 4)
    """
    closing = text.find(")", end, end + _LONGEST_REFERENCE)
    if text[start - 1 : start] != "(" or closing < 0:
        return False
    behind = text[end:closing].lstrip(" ,.;\u00a0")
    return behind[:1].isupper() and not any(is_saying(word) for word in _WORD.findall(behind))
