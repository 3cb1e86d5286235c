"""Bodies of a real feed, wrapped in the layouts and furniture of generated sites; nothing of the feed is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from random import Random

from selectolax.lexbor import LexborHTMLParser

from onrecord.capture import Captured, decode, read_captures
from sites_generator import Site
from sites_gold import GeneratedPage
from sites_page import PageWriter
from turns_pages import split_markup

Body = tuple[str, str, str]


def feed_bodies(path: Path, count: int) -> list[Body]:
    """Return title, HTML and words of so many bodies, spread evenly over the WARC's responses."""
    captures = [found for found in read_captures(path) if isinstance(found, Captured)]
    step = max(1, len(captures) // max(1, count))
    found: list[Body] = []
    for captured in captures[::step]:
        page = LexborHTMLParser(decode(captured).text)
        article = page.css_first("article")
        title = page.css_first("title")
        if article is None or title is None or article.html is None:
            continue
        text = "\n".join(piece.text for piece in split_markup(article.html))
        if len(text.split()) > 20:
            found.append(
                (title.text(), article.html.removeprefix("<article>").removesuffix("</article>"), text)
            )
    return found[:count]


def wrapped_sites(path: Path, seed: int, sites: int, captures: int) -> Iterator[list[GeneratedPage]]:
    """Yield so many generated sites in English whose statements are bodies of the feed."""
    bodies = feed_bodies(path, sites * captures)
    number = seed * 1000
    for first in range(0, len(bodies), captures):
        number = next(n for n in range(number, number + 100) if Site(n, captures).world.tongue.code == "en")
        site = Site(number, captures)
        number += 1
        yield [_wrap(site, i, body) for i, body in enumerate(bodies[first : first + captures])]


def _wrap(site: Site, i: int, body: Body) -> GeneratedPage:
    moment, _, n = site.shown[i]
    epoch = site.epoch_of(i)
    writer = PageWriter(site.world, site.pens[epoch], epoch, moment, Random(f"{site.seed}/capture/{i}"))
    title, markup, text = body
    line = site.world.tongue.long_date(site.world.posted(n).date(), site.habits[epoch].long_date)
    html, gold = writer.wrapped(title, markup, text, line)
    return GeneratedPage(site.name, site.world.url(n) + f"#{i}", f"{moment:%Y-%m-%dT%H:%M:%SZ}", html, gold)


def bare_pages(pages: Sequence[GeneratedPage]) -> list[GeneratedPage]:
    """Return the same titles and bodies with nothing around them, in paragraphs of the text alone."""
    return [
        replace(
            page,
            html=f"<!DOCTYPE html><title>{escape(page.gold.title or '')}</title><body><h1>{escape(page.gold.title or '')}</h1>{_body_of(page)}",
        )
        for page in pages
    ]


def _body_of(page: GeneratedPage) -> str:
    start, end = page.html.index("<!--feed-->"), page.html.index("<!--/feed-->")
    return page.html[start:end]
