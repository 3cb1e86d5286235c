"""How one generated site looks in one epoch of its life: its habits, and the pen that writes its HTML.

Everything is chosen once from the site's seed and the epoch, so that all captures of an epoch look alike and a redesign
changes what a redesign changes: the layout, the class names, where the dates stand, sometimes the labels.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from sites_words import Tongue

STYLES = {"opaque": 7, "hashed": 5, "semantic": 3, "tables": 4, "bare": 2}
BODIES = {"p": 7, "br": 4, "br1": 3, "div": 4, "cells": 2, "nested": 2, "spans": 1}
LABELS = {
    "words_name": 6, "long_then_short": 3, "words_words": 3, "letters": 3, "capitals": 4, "office": 2, "ask_only": 2,
    "own_line": 2, "initial": 2, "reporters": 2, "dash": 1, "stop": 1, "spaces": 1,
}  # fmt: skip
ENGLISH_ALONE = ("stop", "spaces")
LINES = {
    "place_date": 4, "date": 4, "labelled": 3, "datetime": 2, "glued": 2, "numeric": 4, "numeric_time": 2, "parts": 2, "none": 3,
}  # fmt: skip
TAILS = {"place_date": 5, "date": 2, "place": 1, "none": 5}
LEAVES = frozenset(
    "lead contact counter clock share tags when words print updated rights follow cookie caption line0".split()
)
"""Furniture of one line, which some sites set in paragraphs like their statements."""
MACHINE = ("none", "none", "none", "meta", "jsonld", "time", "meta+jsonld", "dc")


@dataclass(frozen=True)
class Habits:
    """What a site does the same way on every page of one epoch."""

    style: str
    body: str
    sidebar: str
    labels: str
    label_mark: str
    opening_labelled: bool
    line: str
    line_below: bool
    tail: str
    machine: str
    updated_line: bool
    number_line: bool
    status_line: bool
    lead_date: bool
    signature: bool
    end_line: bool
    numeric: str
    long_date: str
    list_date: str
    heading: str
    window_title: str
    entities: str
    wrappers: int
    header: tuple[str, ...]
    side: tuple[str, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]
    footer: tuple[str, ...]
    loose: bool
    leaf: str
    crumbs_title: bool
    lists: bool
    name_heads: bool
    insets: tuple[str, ...]
    moving: tuple[str, ...]


def choose_habits(seed: str, epoch: int, tongue: Tongue) -> Habits:
    """Return the habits of a site in one epoch; what offices write in (labels, numbers) mostly outlives a redesign."""
    chance = Random(f"{seed}/habits/{epoch}")
    lasting = Random(f"{seed}/habits")
    labels = _weighted(
        lasting, {k: v for k, v in LABELS.items() if tongue.code == "en" or k not in ENGLISH_ALONE}
    )
    orders = (
        ("dmy.", "dmy/", "dmy-", "mdy/", "mdy/", "iso")
        if tongue.code == "en"
        else ("dmy.", "dmy/", "dmy-", "dmy.", "iso")
    )
    header = chance.sample(
        ("dateline", "clocks", "contacts", "counters", "menu", "strip", "search", "skip", "name", "cookie"),
        k=chance.randint(4, 9),
    )
    side = chance.sample(
        ("latest", "menu", "counters", "contacts", "quote", "clocks", "banner"), k=chance.randint(1, 4)
    )
    if "latest" not in side:
        side[0] = "latest"
    tail = _weighted(chance, TAILS)
    line = _weighted(chance, LINES)
    if tail in ("none", "place") and line == "none" and lasting.random() < 0.7:
        line = "numeric"
    return Habits(
        style=_weighted(chance, STYLES), body=_weighted(chance, BODIES), labels=labels,
        sidebar=chance.choice(("first", "last", "last", "both", "none")),
        label_mark=chance.choice(("b", "strong", "plain", "plain", "span", "colon_outside")),
        opening_labelled=lasting.random() < 0.6, line=line, line_below=chance.random() < 0.7, tail=tail,
        machine=chance.choice(MACHINE), updated_line=chance.random() < 0.3, number_line=lasting.random() < 0.3,
        status_line=lasting.random() < 0.3, lead_date=lasting.random() < 0.5, signature=lasting.random() < 0.5,
        end_line=lasting.random() < 0.15, numeric=lasting.choice(orders), long_date=lasting.choice(tongue.long_dates),
        list_date=chance.choice(("numeric", "numeric", "long", "none")), heading=chance.choice(("h1", "h1", "h2", "div", "b", "h3")),
        window_title=chance.choice(("title", "title_site", "site_title", "site")), entities=chance.choice(("raw", "named", "numeric")),
        wrappers=chance.randint(0, 5), header=tuple(header), side=tuple(side),
        above=tuple(chance.sample(("crumbs", "share", "print", "photo"), k=chance.randint(0, 3))),
        below=tuple(chance.sample(("share", "tags", "related", "around", "print", "latest"), k=chance.randint(1, 5))),
        footer=tuple(chance.sample(("site_updated", "rights", "contacts", "menu", "follow", "clocks", "strip"), k=chance.randint(2, 5))),
        loose=chance.random() < 0.3, leaf=chance.choice(("div", "div", "p")), crumbs_title=chance.random() < 0.4,
        lists=chance.random() < 0.4, name_heads=chance.random() < 0.35,
        insets=tuple(x for x in ("read_also", "photo", "pull") if chance.random() < 0.12),
        moving=tuple(x for x in ("banner", "share", "quote", "related") if chance.random() < 0.3),
    )  # fmt: skip


def _weighted(chance: Random, weights: dict[str, int]) -> str:
    return chance.choices(tuple(weights), weights=tuple(weights.values()))[0]


def numeric_date(day: date, order: str) -> str:
    """Return a day in digits: "dmy." is 24.06.2020, "mdy/" 06/24/2020, "iso" 2020-06-24."""
    if order == "iso":
        return day.isoformat()
    parts = (
        (f"{day.day:02}", f"{day.month:02}")
        if order.startswith("dmy")
        else (f"{day.month:02}", f"{day.day:02}")
    )
    return order[-1].join((*parts, str(day.year)))


class Pen:
    """Writes HTML as one site does in one epoch."""

    def __init__(self, seed: str, epoch: int, habits: Habits) -> None:
        self.habits = habits
        self.seed = f"{seed}/{epoch}/class"
        self.classes: dict[str, str] = {}

    def text(self, text: str) -> str:
        """Return a text as HTML, with the site's habit of entities."""
        escaped = html.escape(text, quote=False)
        if self.habits.entities == "raw":
            return escaped
        named = {
            "’": "&rsquo;",
            "“": "&ldquo;",
            "”": "&rdquo;",
            "\u00a0": "&nbsp;",
            "é": "&eacute;",
            "ü": "&uuml;",
            "ñ": "&ntilde;",
            "«": "&laquo;",
            "»": "&raquo;",
            "…": "&hellip;",
        }
        if self.habits.entities == "named":
            return "".join(named.get(letter, letter) for letter in escaped)
        return "".join(f"&#{ord(letter)};" if letter in named else letter for letter in escaped)

    def attributes(self, name: str) -> str:
        """Return the class attribute of a part of the page: telling, meaningless, hashed or none, as the style is."""
        if name not in self.classes:
            self.classes[name] = self._class_of(name)
        return self.classes[name]

    def _class_of(self, name: str) -> str:
        chance = Random(f"{self.seed}/{name}")
        letters = "abcdefghkmnpqrstuvwxyz"
        if self.habits.style == "semantic":
            return f' class="{name}"'
        if self.habits.style == "opaque":
            second = (
                f" {chance.choice(letters)}{chance.randrange(10)}{chance.choice(letters)}"
                if chance.random() < 0.6
                else ""
            )
            return f' class="{chance.choice(letters)}{chance.randrange(1, 40)}{second}"'
        if self.habits.style == "hashed":
            tail = "".join(chance.choice(letters + letters.upper() + "0123456789") for _ in range(5))
            return f' class="_{chance.randrange(1, 9)}{tail}"' + (
                f' data-v-{chance.randrange(16**6):06x}=""' if chance.random() < 0.3 else ""
            )
        if self.habits.style == "tables" and chance.random() < 0.4:
            return f' align="left" style="font-size:{chance.randrange(10, 15)}px"'
        return ""

    def box(self, name: str, *inner: str, tag: str = "div") -> str:
        """Return a block with its class; a semantic site has its own tag for some names."""
        if self.habits.style == "semantic":
            tag = {
                "header": "header",
                "menu": "nav",
                "side": "aside",
                "main": "main",
                "body": "article",
                "footer": "footer",
                "crumbs": "nav",
            }.get(name, tag)
        if name in LEAVES and tag == "div":
            tag = self.habits.leaf
        return f"<{tag}{self.attributes(name)}>" + "\n".join(inner) + f"</{tag}>"

    def link(self, url: str, text: str) -> str:
        """Return a link; the text is plain."""
        return f'<a href="{html.escape(url)}">{self.text(text)}</a>'

    def heading(self, text: str, *, main: bool = False) -> str:
        """Return a heading; the page's own in the site's way, those of furniture a level lower or in a plain block."""
        name = "title" if main else "head"
        tag = self.habits.heading if main else ("h3" if self.habits.style == "semantic" else "div")
        if tag == "b":
            return self.box(name, f"<b>{self.text(text)}</b>")
        return f"<{tag}{self.attributes(name)}>{self.text(text)}</{tag}>"

    def sentence(self, text: str, chance: Random) -> str:
        """Return a paragraph's text with what editors leave in it: links, emphasis, spans, comments, no-break spaces."""
        words = text.split(" ")
        if len(words) < 8 or chance.random() < 0.55:
            return self.text(text)
        at = chance.randrange(3, len(words) - 3)
        upto = at + chance.randint(1, 3)
        before, inside, after = (
            self.text(" ".join(part)) for part in (words[:at], words[at:upto], words[upto:])
        )
        wrapped = chance.choice((
            f'<a href="/messages/{chance.randrange(900)}">{inside}</a>', f"<em>{inside}</em>", f"<b>{inside}</b>",
            f'<span style="color:#000">{inside}</span>', f"<span><span>{inside}</span></span>", f"<!-- edited -->{inside}", f"<i>{inside}</i>",
        ))  # fmt: skip
        space = "&nbsp;" if chance.random() < 0.2 else " "
        return f"{before} {wrapped}{space}{after}"


def clock_time(moment: datetime, hours: int) -> str:
    """Return the time of a clock so many hours ahead, as pages print it."""
    return f"{(moment.hour + hours) % 24:02}:{moment.minute:02}"
