"""What generated sites put around their statements, and what of it changes from capture to capture.

Each piece is a method of `Furnisher` that returns HTML and notes the texts it printed, so that a page knows its furniture.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from random import Random

from sites_gold import GoldNotice, Work
from sites_layout import Pen, clock_time, numeric_date
from sites_world import World

LANGUAGE_NAMES = {"en": "English", "fr": "Français", "ru": "Русский", "ar": "عربي"}


class Furnisher:
    """Writes the furniture of one capture; `chance` is the capture's own, `world` and `pen` are the site's."""

    def __init__(self, world: World, pen: Pen, moment: datetime, shown: Work | None, chance: Random) -> None:
        self.world, self.pen, self.moment, self.shown, self.chance = world, pen, moment, shown, chance
        self.words = world.tongue.furniture
        self.printed: list[tuple[str, str]] = []
        self.making = "list"
        self.notices: list[GoldNotice] = []
        self.says_at: str | None = None
        self.lasting = Random(f"{world.seed}/furniture")
        self.clock_towns = self.lasting.sample(world.towns, k=self.lasting.randint(1, 3))
        self.entries = self.lasting.randint(3, 8)
        self.with_lead = self.lasting.random() < 0.4
        self.phone = f"+{self.lasting.randrange(20, 99)} (0) {self.lasting.randrange(100, 999)} {self.lasting.randrange(1000, 9999)}"
        incidents = self.lasting.sample(world.tongue.words["incident"], k=2)
        days = (date(2016, self.lasting.randrange(1, 12), 3), date(2015, 5, self.lasting.randrange(1, 28)))
        self.counted = [
            (world.prose.fill(event, self.lasting), day) for event, day in zip(incidents, days, strict=True)
        ]
        self.name = world.prose.fill(self.words["site"], self.lasting)
        self.menu_entries = self.lasting.sample(
            world.tongue.menu, k=self.lasting.randint(5, len(world.tongue.menu))
        )

    def say(self, text: str) -> str:
        """Return the text as HTML, noted as furniture."""
        self.printed.append((self.making, text))
        return self.pen.text(text)

    def link(self, url: str, text: str) -> str:
        """Return a link whose text is noted as furniture."""
        self.printed.append((self.making, text))
        return self.pen.link(url, text)

    def head(self, key: str) -> str:
        """Return a heading of furniture."""
        self.printed.append((self.making, self.words[key]))
        return self.pen.heading(self.words[key])

    def piece(self, name: str) -> str:
        """Return the piece of this name."""
        self.making = name
        makers: dict[str, Callable[[], str]] = {
            "dateline": self.dateline, "clocks": self.clocks, "contacts": self.contacts, "counters": self.counters,
            "menu": self.menu, "strip": self.strip, "search": self.search, "latest": self.latest, "quote": self.quote,
            "banner": self.banner, "crumbs": self.crumbs, "share": self.share, "tags": self.tags, "related": self.related,
            "around": self.around, "site_updated": self.site_updated, "rights": self.rights, "photo": self.photo,
        }  # fmt: skip
        if name in makers:
            return makers[name]()
        if name == "name":
            heads = self.pen.habits.name_heads and self.pen.habits.heading != "h1"
            return self.pen.box(name, self.say(self.name), tag="h1" if heads else "div")
        return self.pen.box(name, self.say(self.words[name]))

    def numeric(self, day: date) -> str:
        """Return a day in the site's digits."""
        return numeric_date(day, self.pen.habits.numeric)

    def long(self, day: date) -> str:
        """Return a day in the site's words."""
        return self.world.tongue.long_date(day, self.pen.habits.long_date)

    def dateline(self) -> str:
        """The day of fetching, which looks like the day of the message."""
        self.says_at = self.moment.date().isoformat()
        return self.pen.box("dateline", self.say(self.long(self.moment.date())))

    def clocks(self) -> str:
        """Towns with their local times."""
        rows = [
            self.pen.box("clock", self.say(f"{town}: {clock_time(self.moment, n)}"))
            for n, town in enumerate(self.clock_towns)
        ]
        return self.pen.box("clocks", *rows)

    def contacts(self) -> str:
        """Labelled lines of telephone and mail."""
        rows = (f"{self.words['phone']}:", self.phone, f"{self.words['mail']}: consul@{self.world.host}")
        return self.pen.box("contacts", *(self.pen.box("contact", self.say(row)) for row in rows))

    def counters(self) -> str:
        """Days since something happened, other on every day."""
        rows = []
        for event, day in self.counted:
            line = self.words["counter"].format(
                n=(self.moment.date() - day).days, event=event[:1].lower() + event[1:]
            )
            rows.append(self.pen.box("counter", self.say(line)))
        return self.pen.box("counters", *rows)

    def menu(self) -> str:
        """The sections of the site."""
        links = [self.link(f"/section/{n}", entry) for n, entry in enumerate(self.menu_entries)]
        if self.pen.habits.style in ("tables", "bare"):
            return self.pen.box("menu", *(f"{link}<br>" for link in links))
        return self.pen.box("menu", "<ul>", *(f"<li>{link}</li>" for link in links), "</ul>")

    def strip(self) -> str:
        """The languages of the site."""
        return self.pen.box(
            "strip",
            " | ".join(self.link(f"/{code}/", name) for code, name in LANGUAGE_NAMES.items()),
        )

    def search(self) -> str:
        """The box for searching."""
        return self.pen.box(
            "search",
            f'<form action="/find">{self.say(self.words["search"])} <input name="q"><input type="submit" value="OK"></form>',
        )

    def entry(self, work: Work, *, lead: bool) -> str:
        """Return one entry of a list, and note it as a notice."""
        shape = self.pen.habits.list_date
        day = work.posted.date()
        shown = {"numeric": self.numeric(day), "long": self.long(day), "none": ""}[shape]
        url = self.world.url(work.n)
        self.notices.append(GoldNotice(day.isoformat() if shown else None, work.title, url))
        dated = (
            self.say(shown) + " - "
            if shown and self.lasting_dash
            else self.pen.box("when", self.say(shown))
            if shown
            else ""
        )
        rows = (
            [dated + self.link(url, work.title)] if self.lasting_dash else [dated, self.link(url, work.title)]
        )
        if lead:
            rows.append(self.pen.box("lead", self.say(work.lead)))
        return self.pen.box("entry", *rows)

    @property
    def lasting_dash(self) -> bool:
        """Whether date and title of an entry stand in one line."""
        return len(self.name) % 2 == 0

    def recent(self, count: int, skip: int = 0) -> list[Work]:
        """Return the newest messages that this capture could know of."""
        newest = self.world.newest(self.moment) - skip
        return [self.world.work(n) for n in range(newest, max(-1, newest - count), -1)]

    def latest(self) -> str:
        """The newest messages at the time of capture."""
        rows = [self.entry(work, lead=self.with_lead) for work in self.recent(self.entries)]
        return self.pen.box(
            "latest",
            self.head("latest"),
            *rows,
            self.pen.box("all", self.link("/messages/", self.words["all"])),
        )

    def quote(self) -> str:
        """A sentence of another message, set in the side column as the quotation of the week."""
        newest = self.world.newest(self.moment)
        other = self.world.work(max(0, newest - 2 - self.chance.randrange(4)))
        if self.shown is not None and other.n == self.shown.n:
            other = self.world.work(other.n + 1)
        spoken = max((p for turn in other.turns if not turn.asks for p in turn.paragraphs), key=len)
        left, right = self.world.tongue.quotes
        return self.pen.box(
            "pulled",
            self.head("quote"),
            self.pen.box("words", self.say(f"{left}{spoken}{right}")),
            self.link(self.world.url(other.n), other.title),
        )

    def banner(self) -> str:
        """A line that advertises."""
        return self.pen.box(
            "banner",
            self.link("/visa", self.world.prose.fill(self.words["banner"], self.lasting_once("banner"))),
        )

    def lasting_once(self, name: str) -> Random:
        """Return the dice of one piece, the same on every capture."""
        return Random(f"{self.world.seed}/{name}")

    def crumbs(self) -> str:
        """The way from the first page to this one, on some sites with this page's title at its end."""
        way = [self.link("/", self.words["home"]), self.link("/messages/", self.words["archive"])]
        if self.shown is not None and self.pen.habits.crumbs_title:
            way.append(self.say(self.shown.title))
        return self.pen.box("crumbs", " &raquo; ".join(way))

    def share(self) -> str:
        """Links to share the page."""
        return self.pen.box(
            "share",
            self.say(self.words["share"]),
            *(
                self.link(f"https://{name.lower()}.example/", name)
                for name in ("Pillar", "Chirper", "Postbook")
            ),
        )

    def tags(self) -> str:
        """Keywords of the message."""
        tags = self.shown.tags if self.shown else self.world.lands[:2]
        return self.pen.box(
            "tags",
            self.say(f"{self.words['tags']}:"),
            ", ".join(self.link(f"/tag/{n}", tag) for n, tag in enumerate(tags)),
        )

    def related(self) -> str:
        """Some older messages."""
        newest = self.world.newest(self.moment)
        numbers = [
            n
            for n in self.chance.sample(range(max(1, newest)), k=min(3, max(1, newest)))
            if self.shown is None or n != self.shown.n
        ]
        return self.pen.box(
            "related", self.head("related"), *(self.entry(self.world.work(n), lead=False) for n in numbers)
        )

    def around(self) -> str:
        """The messages before and after this one."""
        here = self.shown.n if self.shown else 1
        rows = [
            self.link(self.world.url(max(0, here - 1)), f"← {self.words['previous']}"),
            self.link(self.world.url(here + 1), f"{self.words['next']} →"),
        ]
        if self.lasting_once("around").random() < 0.5:
            rows.insert(
                1, self.link(self.world.url(max(0, here - 1)), self.world.work(max(0, here - 1)).title)
            )
        return self.pen.box("around", *rows)

    def read_also(self) -> str:
        """A box with a link to another message, set between two paragraphs."""
        self.making = "read_also"
        other = self.world.work(max(0, (self.shown.n if self.shown else 4) - 3))
        return self.pen.box(
            "inset", self.say(f"{self.words['read_also']}:"), self.link(self.world.url(other.n), other.title)
        )

    def photo(self) -> str:
        """A picture with its caption."""
        self.making = "photo"
        return self.pen.box(
            "photo",
            f'<img src="/i/{self.chance.randrange(9999)}.jpg" alt="">',
            self.pen.box("caption", self.say(self.words["photo"])),
        )

    def site_updated(self) -> str:
        """The day of fetching as the day of the last change to the site."""
        return self.pen.box(
            "updated", self.say(f"{self.words['site_updated']}: {self.numeric(self.moment.date())}")
        )

    def rights(self) -> str:
        """Whose rights, from year to year."""
        return self.pen.box(
            "rights",
            self.say(
                f"© {self.world.begins.year - 6}-{self.moment.year} {self.name}. {self.words['rights']}."
            ),
        )

    def pager(self) -> str:
        """The line of page numbers under a list."""
        self.making = "pager"
        left = self.say(f"{self.words['pages']}:")
        return self.pen.box(
            "pager",
            left,
            " | ".join(self.link(f"/messages/?p={n}", str(n)) for n in range(1, 8)),
            self.say("»»»"),
        )
