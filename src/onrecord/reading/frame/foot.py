"""Lines of the site behind a body's last words: menus, credits and addresses that no element sets apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from onrecord.reading.page.blocks import Block, is_plain
from onrecord.reading.parts.furniture import is_contact_line, says_furniture
from onrecord.reading.turns.candidates import find_candidate
from onrecord.reading.turns.dialogue import could_speak, ends_as_sentence
from onrecord.reading.turns.label import is_question_key
from onrecord.reading.words.caseless import caseless
from onrecord.reading.words.fields import METADATA_LABELS
from onrecord.reading.words.signposts import AWAY
from onrecord.reading.words.sitelines import site_line
from onrecord.reading.words.speech import SELF, THANKS
from onrecord.reading.words.weekdays import WEEKDAYS

# What the foot of a page offers: rules of use, ways to follow, tools. "Plan du site", "Impressum", "Share on Facebook"
_OFFERS = caseless(
    r"\b(?:cookies?|copyright|imprint|all rights reserved|privacy|datenschutz\w*|impressum"
    r"|mentions légales|données personnelles|aviso legal|protección de datos|accessib\w+|accesibilidad"
    r"|accessibilité|"
    r"accessibilità|acessibilidade|barrierefrei\w*|gebärdensprache|leichte sprache|site ?map|plan du site"
    r"|mapa (?:del sitio|do site|web|stránek|strony|witryny)|mappa del sito|newsletters?|subscribe"
    r"|abonn\w+|"
    r"follow us|suivez[- ]nous|síganos|síguenos|seguici|siga-nos|rss|facebook|twitter|instagram|youtube"
    r"|linkedin|whatsapp|terms (?:of use|of service|and conditions|& conditions)|conditions of use|"
    r"disclaimer|legal notices?|note legali|informativa privacy|dichiarazione di accessibilità"
    r"|polityka prywatności|deklaracja dostępności|prohlášení o přístupnosti|ochrana osobn\w+|"
    r"adatkezelés\w*|adatvédelm\w*|impresszum|gizlilik|çerez\w*|site haritası|πολιτική απορρήτου"
    r"|όροι χρήσης|χάρτης ιστοτόπου|protecția datelor|termeni și condiții|politica de confidențialitate|"
    r"personvern\w*|tilgængelighed\w*|tilgjengelighet\w*|tillgänglighet\w*|integritetspolicy|tietosuoja\w*"
    r"|saavutettavuus\w*|toegankelijkheid|webmaster|powered by|bookmark|permalink|"
    r"privaatsus\w*|privātum\w*|privatum\w*|pravila privatnosti|zasebnost\w*|uvjeti korištenja|yasal uyarı"
    r"|поверителност|условия за ползване|карта сайта|политика конфиденциальности|версия для печати"
    r"|обратная связь|creative commons|open government licen[cs]e|categor(?:y|ía|ia)|kategorie|kategoria"
    r"|keywords|skip to|"
    r"back to top|print(?:er)?[- ]friendly|opens in (?:a )?new (?:tab|window)|related (?:content|news"
    r"|links|documents|articles|topics|events|pages)|latest (?:news|updates)|quick links|contact us|"
    r"zurück|nach oben|seite teilen|partager (?:la page|sur)|compart(?:ir|ilhe|ilhar)|delen"
    r"|del (?:denne )?siden|udostępnij|sdílet|distribuie|megosztás|paylaş)\b|©",
)
# Sentences that only a site says: "Our website uses cookies."
_SAID_BY_SITES = caseless(
    r"\b(?:cookies?|javascript|rights reserved|creative commons|open government licen[cs]e"
    r"|this (?:web)?site|our (?:web)?site|reproduction is permitted)\b|©",
)
# What heads a list of other pages, the history of this one, or ways to share it
_HEADS = caseless(
    r"\W*(?:related(?: \w+){0,2}|latest (?:news|updates|posts)|more (?:news|information|about this)"
    r"|updates to this page|is this page useful\W*|share(?: this(?: page| article)?)?|(?:see|read) also|"
    r"recent posts|tags?|topics?|categor(?:y|ies)|attachments?|downloads?|documents?|photos?(?: \(\d+\))?"
    r"|gallery|contact|contacts|follow us(?: on.{0,40})?|zum thema|themen|schlagw[oö]rter?|weitere(?:s"
    r"| \w+)(?: zum thema)?|"
    r"das könnte sie auch interessieren|mehr zum thema|seite teilen|teilen|verwandte \w+"
    r"|pour en savoir plus|à lire (?:aussi|également)|liens (?:connexes|utiles|associés)|voir aussi|sur le même (?:thème|sujet)|documents associés"
    r"|partager(?: la page)?|mots[- ]clés|"
    r"más información|noticias relacionadas|relacionad[oa]s|compart(?:ir|e)|documentos(?: relacionados)?"
    r"|etiquetas|argomenti(?: correlati)?|th[eè]mes?|temas?|temi|tematy|documenti|contenuti correlati|allegati|leggi anche|condividi"
    r"|notícias relacionadas|"
    r"leia (?:também|mais)|compartilhe\W*|zie ook|delen|verantwoordelijk|documenten|meer (?:informatie"
    r"|nieuws)|relatert|relaterede?(?: \w+)?|relaterat(?: \w+)?|läs mer|les også|læs også"
    r"|del(?: denne siden)?|dela|aiheesta muualla|"
    r"lue myös|jaa|zobacz (?:także|też|również)|powiązane(?: \w+)?|zdjęcia(?: \(\d+\))?|materiały"
    r"|udostępnij|informacje o publikacji dokumentu|metryka|související(?: \w+)?|ke stažení|sdílet"
    r"|súvisiace(?: \w+)?|"
    r"ultimele știri|știri similare|alte știri|kapcsolódó(?: \w+)?|további \w+|σχετικ[άέ]\w?(?: \w+)?"
    r"|ilgili (?:haberler|içerikler)|diğer haberler|povezane (?:vesti|vijesti|novice)|сродни|още новини|"
    r"темы?|по теме|читайте также|смотрите также|теги|похожие материалы|інші новини|читайте також)\W*",
)
# "09:00 - 18:00", "+ 90 312 292 29 29": when a house is open, and how to call it
_HOURS_OR_CALL = re.compile(r"\d{1,2}[:.]\d{2}\s?[–-]\s?\d{1,2}[:.]\d{2}|\+\s?\d[\d ()/-]{7,22}\d")
_LONGEST_TAIL = 30  # blocks
_LONGEST_LINE = 100
_LEAST_ROW, _LONGEST_ROW = 8, 400  # words, characters
_LONGEST_OFFER = 220
_LEAST = 2
_MOST_SAID = 0.25
_ENDS_LINE = (",", "،", "、", ":", "：", ";", "—", "–", "-")


def foot_of(blocks: Sequence[Block], body: Sequence[int], *, cut: bool = False) -> Sequence[int]:
    """Return the last blocks of a body that are the site's, in order: lines that end no sentence, one of which at least says so.

    `cut`: what stood behind the body's end was the site's already.
    """
    plain = is_plain(blocks)
    speaking = _Speaking(blocks, body)
    behind = _behind_head(blocks, body, speaking)
    body = body[: len(body) - len(behind)]
    tail: list[int] = []
    offers: list[int] = []
    for index in reversed(body):
        block = blocks[index]
        if _offers(block) and index not in speaking:
            offers.append(index)
        elif not _is_line(block, plain=plain) or index in speaking:
            break
        tail.append(index)
    tail.reverse()
    told = offers or behind or (cut and not plain)
    least = 1 if cut or behind else _LEAST
    if not told or len(tail) == len(body) or len(tail) < least:
        return behind  # a text may end with a list
    if plain and not speaking.in_turn:
        tail = list(_from_first(tail, offers))  # short lines above may be a list of the text's own
    elif not plain:
        # Markup tells what is a heading or a link: short lines above these are a name and a post, or the words' own.
        marked = {*offers, *(index for index in tail if blocks[index].level or blocks[index].is_linked)}
        tail = list(_from_first(tail, marked))
    return [*tail, *behind]


class _Speaking:
    """Which blocks open with a label that comes back in the body, or asks; asked about the last ones, near which it does."""

    def __init__(self, blocks: Sequence[Block], body: Sequence[int]) -> None:
        self._blocks = blocks
        # Looked through from the end, and only as far as it takes to see a label twice.
        found = (find_candidate(blocks[index], index) for index in reversed(body))
        self._keys = (label.key for label in found if label)
        self._times: Counter[str] = Counter()

    @property
    def in_turn(self) -> bool:
        """Whether labels come back, so that the last words stand behind one."""
        self._times.update(self._keys)
        return any(times > 1 for times in self._times.values())

    def __contains__(self, index: int) -> bool:
        block = self._blocks[index]
        label = find_candidate(block, index)
        if label is None or label.text.lower().strip() in METADATA_LABELS:
            return False
        return is_question_key(label.key) or (could_speak(label) and self._comes_back(label.key))

    def _comes_back(self, key: str) -> bool:
        while self._times[key] < 2 and (other := next(self._keys, None)) is not None:
            self._times[other] += 1
        return self._times[key] > 1


def says_of_sites(text: str) -> bool:
    """Return whether a sentence is one that only a site says: "Our website uses cookies."."""
    return len(text) <= _LONGEST_OFFER and _SAID_BY_SITES.search(text) is not None


def _behind_head(blocks: Sequence[Block], body: Sequence[int], speaking: _Speaking) -> Sequence[int]:
    """The blocks from a head such as "Related content" on, where nothing below it is longer than a line, or speaks."""
    first = max(len(body) - _LONGEST_TAIL, 1)
    below = len(body)
    while (
        below > first
        and len(blocks[body[below - 1]].text) <= _LONGEST_LINE
        and body[below - 1] not in speaking
    ):
        below -= 1
    for position in range(below, len(body) - 1):
        block = blocks[body[position]]
        if _HEADS.fullmatch(block.text) or (block.level > 1 and _OFFERS.search(block.text)):
            return body[position:] if _is_of_site(blocks, body[position:]) else ()
    return ()


def _is_of_site(blocks: Sequence[Block], behind: Sequence[int]) -> bool:
    """Whether few of the lines below a head are sentences, and none asks: an exchange has both."""
    said = [
        text
        for index in behind
        if ends_as_sentence(text := blocks[index].text) and not _HEADS.fullmatch(text)
    ]
    return len(said) <= _MOST_SAID * len(behind) and not any(text.endswith(("?", "？", "؟")) for text in said)


def _from_first(tail: Sequence[int], marked: Collection[int]) -> Sequence[int]:
    first = next((position for position, index in enumerate(tail) if index in marked), len(tail))
    return tail[first:]


def _offers(block: Block) -> bool:
    text = block.text
    if len(text) > _LONGEST_OFFER:
        return False
    if AWAY.fullmatch(text[:120]) or says_furniture(text) or is_contact_line(text):
        return True
    if _HOURS_OR_CALL.fullmatch(text) or _are_weekdays(text) or site_line(text):
        return True
    words = _SAID_BY_SITES if ends_as_sentence(text) else _OFFERS
    return words.search(text) is not None


def _are_weekdays(text: str) -> bool:
    """Whether a line is from which day of the week to which a house is open: "Sunday - Thursday"."""
    one, dash, other = text.lower().partition(" - ")
    return bool(dash) and one in WEEKDAYS and other in WEEKDAYS


def _is_row(text: str) -> bool:
    """Whether a long line is names of pages or houses in a row, as links stand in a plain text: most words have a capital, none ends a sentence."""
    words = text.split()
    if not len(words) >= _LEAST_ROW or len(text) > _LONGEST_ROW or ends_as_sentence(text):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return 2 * capitals >= len(words) and ". " not in text and "? " not in text and ", " not in text


def _is_line(block: Block, *, plain: bool) -> bool:
    """Whether a short block ends no sentence and is nobody's thanks, address or turn."""
    text = block.text
    if plain and len(text) > _LONGEST_LINE and _is_row(text):
        return True
    if len(text) > _LONGEST_LINE or ends_as_sentence(text) or text.endswith(("!", "！", *_ENDS_LINE)):
        return False
    if not plain and "li" in block.places and not block.is_linked:
        return False
    return not (THANKS.search(text) or SELF.search(text))
