"""The title, the lines of dates and the declared dates of one statement on one site, and what an editor reads from them."""

from __future__ import annotations

import json
from datetime import date, datetime
from random import Random

from sites_gold import WRITTEN, Work
from sites_layout import Pen, numeric_date
from sites_world import World

_OPENINGS = {
    "en": "On {day}, {office} {name} spoke by telephone with the Foreign Minister of {land}.",
    "fr": "Le {day}, {name}, {office}, s’est entretenu par téléphone avec le ministre des Affaires étrangères de {land}.",
    "de": "Am {day} telefonierte {office} {name} mit dem Außenminister von {land}.",
    "es": "El {day}, el {office} {name} conversó por teléfono con el ministro de Asuntos Exteriores de {land}.",
    "ru": "{day} состоялся телефонный разговор {office_gen} {name_gen} с иностранным коллегой.",
    "ar": "في {day} أجرى {office} {name} مكالمة هاتفية مع وزير خارجية {land}.",
}
IN_DIGITS = ("numeric", "numeric_time")
BARE = ("date", "numeric", "parts")
POSTED = (*BARE, "labelled", "datetime", "glued", "numeric_time")


class Dated:
    """What one page shows of a work's dates; `moment` is the time of capture, before which an update is not known.

    `settled`: some page of the site tells the order of day and month in its digits.
    """

    def __init__(
        self, world: World, pen: Pen, work: Work, own: Random, moment: datetime, settled: bool
    ) -> None:
        self.world, self.pen, self.work, self.habits = world, pen, work, pen.habits
        self.words = world.tongue.furniture
        self.line_told = self.habits.line in POSTED and (settled or self.habits.line not in IN_DIGITS)
        self.tail = self.habits.tail
        if self.tail != "none" and own.random() < 0.12:
            self.tail = "none"
        self.with_update = work.updated is not None and work.updated <= moment.date()
        self.year_told = own.random() < 0.5
        self.declared_type = Random(f"{world.seed}/type").choice(
            ("NewsArticle", "Article", "WebPage", "Report")
        )
        self.opening = self._opening(own)
        self.lines = self._lines()

    def _long(self, day: date) -> str:
        return self.world.tongue.long_date(day, self.habits.long_date)

    def _numeric(self, day: date) -> str:
        return numeric_date(day, self.habits.numeric)

    def _opening(self, own: Random) -> str | None:
        official = self.work.official
        if self.work.kind != "readout" or official is None or not self.habits.lead_date:
            return None
        shape = self.world.tongue.long_dates[0]
        if not self.year_told:
            shape = shape.partition("%Y")[0].removesuffix(" de ").strip(" ,")
        day = self.world.tongue.long_date(self.work.given, shape)
        return _OPENINGS[self.world.tongue.code].format(
            day=day, office=official.office, name=official.name, land=own.choice(self.world.lands),
            office_gen=official.office_gen, name_gen=official.name_gen,
        )  # fmt: skip

    def _lines(self) -> list[str]:
        posted, line = self.work.posted, self.habits.line
        time = f"{posted:%H:%M}"
        long, digits = self._long(posted.date()), self._numeric(posted.date())
        lines = {
            "place_date": [f"{self.work.place}, {self._long(self.work.given)}"],
            "date": [long],
            "labelled": [f"{self.words['posted']}: {long}"],
            "datetime": [f"{long}, {time}"],
            "glued": [f"{long}{time}"],
            "numeric": [digits],
            "numeric_time": [f"{digits} {time}"],
            "parts": [long, time],
            "none": [],
        }[line]
        if self.habits.updated_line and self.with_update and self.work.updated:
            lines.append(f"{self.words['updated']}: {self._long(self.work.updated)}")
        return lines

    def title(self) -> str:
        """Return the title as printed, with the place and day that the site sets behind it."""
        place, day = self.work.place, self._long(self.work.given)
        comma = "،" if self.world.tongue.right_to_left else ","
        tail = {
            "place_date": f"{comma} {place}{comma} {day}",
            "date": f"{comma} {day}",
            "place": f"{comma} {place}",
            "none": "",
        }[self.tail]
        return self.work.title + tail

    def titles(self) -> tuple[str, ...]:
        """Return the titles that an editor may give: as printed, or without the place and day behind it."""
        return (self.title(), self.work.title)

    @property
    def place(self) -> str | None:
        """The place, if the page tells it in title or dateline."""
        return (
            self.work.place
            if self.tail in ("place", "place_date") or self.habits.line == "place_date"
            else None
        )

    def markup(self) -> str:
        """Return the HTML of the lines of dates."""
        rows = []
        for n, line in enumerate(self.lines):
            text = self.pen.text(line)
            if n == 0 and "time" in self.habits.machine:
                day = self.work.given if self.habits.line == "place_date" else self.work.posted.date()
                text = f'<time datetime="{day.isoformat()}">{text}</time>'
            rows.append(
                self.pen.box(f"line{n}", text)
                if self.habits.line != "parts"
                else f"<span{self.pen.attributes(f'line{n}')}>{text}</span>"
            )
        return "\n".join(rows)

    def machine(self) -> str:
        """Return the dates that the page declares for programs."""
        posted = f"{self.work.posted:%Y-%m-%dT%H:%M:%S}+00:00"
        updated = f"{self.work.updated}T10:00:00+00:00" if self.with_update else None
        parts = []
        if "meta" in self.habits.machine:
            parts.append(f'<meta property="article:published_time" content="{posted}">\n')
        if self.habits.machine == "dc":
            parts.append(f'<meta name="DC.date.issued" content="{posted[:10]}">\n')
        if "jsonld" in self.habits.machine:
            article = {
                "@context": "https://schema.org",
                "@type": self.declared_type,
                "headline": self.work.title,
                "datePublished": posted,
            }
            if updated:
                article["dateModified"] = updated
            parts.append(
                f'<script type="application/ld+json">{json.dumps(article, ensure_ascii=False)}</script>\n'
            )
        return "".join(parts)

    # -- what an editor reads

    def posted_on(self) -> str | None:
        """Return the day of posting, if the page tells it."""
        declared = self.habits.machine in ("dc", "jsonld") or "meta" in self.habits.machine
        return self.work.posted.date().isoformat() if declared or self.line_told else None

    def given_on(self) -> str | None:
        """Return the day of speaking, if the page tells it; a year that is left out is that of posting."""
        told = self.tail in ("date", "place_date") or self.habits.line == "place_date"
        if told or (self.opening and (self.year_told or self.posted_on())):
            return self.work.given.isoformat()
        return None

    def updated_on(self) -> str | None:
        """Return the day of the change, if the page tells it."""
        told = self.with_update and (self.habits.updated_line or "jsonld" in self.habits.machine)
        return self.work.updated.isoformat() if told and self.work.updated else None

    def either(self) -> str | None:
        """Return the bare date near the title that may be either day, if nothing else tells which it is."""
        declared = self.habits.machine in ("dc", "jsonld") or "meta" in self.habits.machine
        bare = self.line_told and self.habits.line in BARE and not declared and self.given_on() is None
        return self.work.posted.date().isoformat() if bare else None

    def tolerated(self) -> dict[str, frozenset[str | None]]:
        """Return other answers that are neither right nor wrong, by field."""
        posted, given = self.work.posted.date().isoformat(), self.work.given.isoformat()
        others: dict[str, set[str | None]] = {"given_on": set(), "posted_on": set()}
        if self.given_on() is None:
            others["given_on"] |= {given} if self.opening else set()
            shown = self.habits.line in ("datetime", "glued", "numeric_time", *BARE)
            others["given_on"] |= {posted} if shown or self.work.kind in WRITTEN else set()
        if self.posted_on() is None:
            others["posted_on"] |= {posted, given} if self.work.kind in WRITTEN else {posted}
        return {name: frozenset(values) for name, values in others.items()}
