"""What the names of elements say of their text: "breadcrumb", "share-links", "related-news" hold none of anybody's words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

import msgspec

from onrecord.reading.page.blocks import Block, Element, PageBlocks

# The words that classes and ids are made of: "c-breadcrumb", "socialShare", "wp_caption" hold two each.
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NAV = frozenset(
    "breadcrumb breadcrumbs crumb crumbs topicpath pankuzu fildariane ariane migas percorso menu submenu navbar navi nav navigation pager "
    "pagination paginator prevnext skiplink skiplinks hreflang backlink backtotop scrolltop gotop".split()
)
_ASIDE = frozenset(
    "share sharing sharer sharebar compartir partager condividi teilen addthis addtoany social socials socialmedia related relatedposts "
    "cookie cookies cookiebanner cookieconsent sidebar tagcloud newsletter disqus footnote footnotes endnotes rating rate feedback poll survey "
    "download downloads attachment attachments adjuntos allegati anexos toolbar printfriendly subscribe subscription contacts kontakt "
    "contatti presskontakt pressekontakt advert advertisement".split()
)
_FOOTER = frozenset(("footer", "colophon"))
_CAPTION = frozenset(("caption", "figcaption", "bildunterschrift", "legende", "piefoto"))
_TAGS = frozenset(("tags", "keywords", "hashtags"))
"""Words that name a list of topics where they are the last of a class: a "field--name-tags"."""
_TOPICS = frozenset(
    "tag taglist category categories kategorie kategorien rubrik rubriken topics themen schlagworte thematiques mots etiquetas".split()
)
"""Words that name what a text is filed under, be it its kind at the title, where they are the last of a class."""
TOPICS = "topics"
"""The place of what a text is filed under."""
# What says that the words beside are about the layout: "content-with-sidebar", "has-share-links", "no-sidebar", "hide-menu"
_OF_LAYOUT = frozenset(
    "with has no without not is hide hidden show js main content body page wrapper wrap left right two col cols".split()
)
_MOST = 0.5
_LEAST_PICTURED = 2  # spaces
_LEAST = 20  # letters: shorter lines are no prose


def with_named_places(blocks: list[Block], elements: Sequence[Element]) -> list[Block]:
    """Return the blocks with the places that the names of the elements around them tell.

    An element that holds a top-level heading, an article or half of the page's words is what its name says of nobody.
    """
    places = [_place_of(element.name) if element.name else "" for element in elements]
    if not any(places):
        return blocks
    named = _kept(blocks, elements, places)
    if not named:
        return blocks
    around = [""] * (len(elements) + 1)
    for number, element in enumerate(elements, 1):
        around[number] = places[number - 1] if number in named else around[element.parent]
    return [
        msgspec.structs.replace(block, places=block.places | {place})
        if block.path and (place := around[block.path[-1]]) and place not in block.places
        else block
        for block in blocks
    ]


def with_captions(blocks: list[Block], pictured: Collection[str]) -> list[Block]:
    """Return the blocks, those as captions that say what a picture of the page shows in place of itself; `pictured`: its words."""
    texts = {" ".join(each.split()) for each in pictured if each.count(" ") >= _LEAST_PICTURED}
    if not texts:
        return blocks
    return [
        msgspec.structs.replace(block, places=block.places | {"figcaption"})
        if not block.level and block.text in texts and "figcaption" not in block.places
        else block
        for block in blocks
    ]


def words_of_names(page: PageBlocks, block: Block) -> frozenset[str]:
    """Return the words that the classes or ids of the two elements right around a block are made of, in small letters."""
    names = (page.elements[number - 1].name for number in block.path[-2:])
    return frozenset(word for name in names if "=" not in name for word in _words_of(name))


@lru_cache(4096)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(name))


def _kept(blocks: Sequence[Block], elements: Sequence[Element], places: Sequence[str]) -> set[int]:
    """The elements whose names are taken at their word."""
    named = {number for number, place in enumerate(places, 1) if place}
    prose: dict[int, int] = dict.fromkeys(named, 0)
    total = 0
    for block in blocks:
        held = named.intersection(block.path)
        if block.level == 1:
            named -= held
        length = len(block.text) if len(block.text) >= _LEAST and not block.is_linked else 0
        total += length
        for number in held:
            prose[number] += length
    for element in elements:
        if element.tag in ("article", "main"):
            parent = element.parent
            while parent:
                named.discard(parent)
                parent = elements[parent - 1].parent
    return {number for number in named if places[number - 1] == "footer" or prose[number] < _MOST * total}


@lru_cache(4096)  # a site's names stand on all its pages
def _place_of(name: str) -> str:
    """The place that a class or id names, empty where it names none."""
    if "=" in name:
        return ""  # what was set by hand
    for each in name.split():
        words = _words_of(each)
        if not words or not _OF_LAYOUT.isdisjoint(words[:-1]):
            continue
        held = frozenset(words)
        if held & _CAPTION and words[-1] in _CAPTION | {"text"}:
            return "figcaption"
        if held & _NAV:
            return "nav"
        if held & _ASIDE or words[-1] in _TAGS:
            return "aside"
        if words[-1] in _FOOTER:
            return "footer"
        if words[-1] in _TOPICS:
            return TOPICS
    return ""
