"""The invented world of one generated site: its offices, people, places, and the statements it puts out over the years.

A statement is made from its number alone, so that a site of ten thousand captures is written without holding them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from random import Random

from sites_gold import Person, Spoken, Work
from sites_tongues_east import TONGUES
from sites_words import Prose, Tongue

KINDS = {
    "interview": 20, "news_conference": 12, "speech": 12, "message": 12, "comment": 10, "statement": 9,
    "answers_to_media": 8, "readout": 6, "joint_statement": 4, "letter": 3, "condolence": 4,
}  # fmt: skip
SPOKEN_FOR_NOBODY = ("joint_statement", "readout")


class World:
    """What is so of one site for all its life."""

    def __init__(self, seed: str, tongue: str, captures: int) -> None:
        self.seed = seed
        self.tongue: Tongue = TONGUES[tongue]
        chance = Random(f"{seed}/world")
        bare = Prose(self.tongue, (), ())
        names = _distinct(lambda: bare.invented(chance), 26)
        self.lands, self.towns = tuple(names[:8]), tuple(names[8:])
        self.prose = Prose(self.tongue, self.lands, self.towns)
        self.people = self._cast(chance)
        self.outlets = tuple(
            chance.choice(self.tongue.outlets).format(name=name)
            for name in _distinct(lambda: bare.invented(chance), 6)
        )
        self.formulas = tuple(chance.sample(self.tongue.formulas, k=min(3, len(self.tongue.formulas))))
        self.host = f"{chance.choice(('press', 'embassy', 'mission', 'www.mfa', 'www', 'gov'))}.{_latin(chance)}.example"
        self.begins = datetime(
            chance.randrange(2017, 2021), chance.randrange(1, 13), chance.randrange(1, 28), 9, tzinfo=UTC
        )
        self.gap_hours = min(chance.randrange(30, 130), 3 * 365 * 24 * 3 // max(captures, 1) + 5)
        self.address = chance.choice(
            (
                "/messages/{n}",
                "/en/news/{n}/",
                "/index.php?id={n}&lang=1",
                "/fnapr/{n}",
                "/{y}/{m:02}/{d:02}/m{n}.html",
            )
        )
        self.first_number = chance.randrange(1200, 7000)
        self.work = lru_cache(maxsize=512)(self._work)

    def _cast(self, chance: Random) -> tuple[Person, ...]:
        """Return the office's own four people, three guests of other lands, and the spokesperson."""
        tongue = self.tongue
        names = list(
            zip(chance.sample(tongue.given_names, k=8), chance.sample(tongue.surnames, k=8), strict=True)
        )
        own = [self.person(*name, office) for name, office in zip(names[:4], tongue.offices, strict=False)]
        guests = [
            self.person(*name, tongue.guest.format(land=self.lands[3 + n]))
            for n, name in enumerate(names[4:7])
        ]
        return (*own, *guests, self.person(*names[7], tongue.spokesperson))

    def person(self, first: str, last: str, office: str) -> Person:
        """Return a person with the forms of name and office that titles need."""
        name = f"{first} {last}"
        if not self.tongue.declines:
            return Person(name, last, office, name, office)
        office_gen = {
            "министр": "министра",
            "посол": "посла",
            "президент": "президента",
            "заместитель": "заместителя",
        }
        head, _, rest = office.partition(" ")
        return Person(name, last, office, f"{first}а {last}а", f"{office_gen.get(head, head)} {rest}".strip())

    def posted(self, n: int) -> datetime:
        """Return when the n-th statement is posted: later numbers are later, in office hours if there is a day between."""
        chance = Random(f"{self.seed}/posted/{n}")
        moment = self.begins + timedelta(hours=self.gap_hours * n)
        if self.gap_hours > 24:
            return moment.replace(hour=chance.randrange(8, 20), minute=chance.randrange(60))
        return moment + timedelta(minutes=chance.randrange(0, max(1, self.gap_hours * 60 - 60)))

    def newest(self, moment: datetime) -> int:
        """Return the number of the newest statement that is posted at this moment."""
        n = int((moment - self.begins).total_seconds() // 3600 // self.gap_hours) + 2
        while n > 0 and self.posted(n) > moment:
            n -= 1
        return max(0, n)

    def url(self, n: int) -> str:
        """Return the address of the n-th statement."""
        day = self.posted(n)
        path = self.address.format(n=self.first_number + n * 3, y=day.year, m=day.month, d=day.day)
        return f"https://{self.host}{path}"

    def _work(self, n: int) -> Work:
        chance = Random("/".join((str(self.seed), "work", str(n))))
        kind = chance.choices(tuple(KINDS), weights=tuple(KINDS.values()))[0]
        official = self.people[chance.choice((0, 0, 0, 1, 1, 2, 3))]
        posted = self.posted(n)
        given = posted.date() - timedelta(days=chance.choice((0, 0, 0, 0, 1, 1, 2, 5)))
        shape = chance.choice(self.tongue.titles[kind])
        if "{office" not in shape:
            official = self.people[-1]
        outlet = chance.choice(self.outlets)
        event = chance.choice(self.tongue.words["event"])
        disaster = self.prose.fill(chance.choice(self.tongue.words["disaster"]), chance)
        title = self.prose.fill(
            shape, chance, name=official.name, office=official.office, outlet=outlet, event=event,
            name_gen=official.name_gen, office_gen=official.office_gen, disaster=disaster[:1].lower() + disaster[1:],
        )  # fmt: skip
        named = official if "{name" in shape else None
        turns = self._turns(kind, named, outlet, chance, given)
        updated = posted.date() + timedelta(days=chance.randrange(1, 40)) if chance.random() < 0.2 else None
        tags = (*chance.sample(self.tongue.words["topic"], k=2), chance.choice(self.lands))
        lead = _cut(" ".join(" ".join(turn.paragraphs) for turn in turns[:2]), chance.randrange(90, 300))
        number = f"{chance.randrange(12, 2400)}-{posted:%d-%m-%Y}"
        return Work(
            n,
            kind,
            title,
            given,
            posted,
            updated,
            chance.choice(self.towns),
            named,
            turns,
            tags,
            lead,
            number,
        )

    def _turns(
        self, kind: str, who: Person | None, outlet: str, chance: Random, given: date
    ) -> tuple[Spoken, ...]:
        if kind in ("interview", "answers_to_media"):
            rounds = chance.randrange(3, 11) if kind == "interview" else chance.randrange(1, 4)
            return self._exchanges(who, rounds, outlet, chance)
        if kind == "news_conference":
            return self._conference(who, chance)
        body = {
            "speech": lambda: [
                chance.choice(self.tongue.greetings),
                *self._body(chance, 4, 14),
                chance.choice(self.tongue.thanks),
            ],
            "message": lambda: self._greeting(chance),
            "condolence": lambda: [*self._body(chance, 1, 1), chance.choice(self.formulas)],
            "readout": lambda: self._body(chance, 1, 3),
            "letter": lambda: [*self._body(chance, 2, 5), chance.choice(self.formulas)],
        }.get(kind, lambda: self._body(chance, 1, chance.choice((1, 1, 3, 7))))()
        if kind in ("comment", "statement") and chance.random() < 0.4:
            body.append(chance.choice(self.formulas))
        if kind in ("comment", "statement", "condolence") and chance.random() < 0.15:
            body = [self.prose.sentence(chance)]
        return (Spoken(tuple(body), None if kind in SPOKEN_FOR_NOBODY else who),)

    def _greeting(self, chance: Random) -> list[str]:
        """Return a message as protocol writes it: the same formulas each time, one paragraph of its own."""
        return [
            chance.choice(self.tongue.greetings),
            self.formulas[0],
            self.prose.paragraph(chance, 1, 2),
            self.formulas[1],
        ]

    def _body(self, chance: Random, fewest: int, most: int) -> list[str]:
        return [self.prose.paragraph(chance) for _ in range(chance.randint(fewest, max(fewest, most)))]

    def _reporter(self, chance: Random) -> str:
        return f"{chance.choice(self.tongue.given_names)} {chance.choice(self.tongue.surnames)}"

    def _exchanges(self, who: Person | None, rounds: int, outlet: str, chance: Random) -> tuple[Spoken, ...]:
        turns = []
        for _ in range(rounds):
            asked = [self.prose.question(chance)]
            if chance.random() < 0.1:
                asked.insert(0, self.prose.sentence(chance))
            turns.append(Spoken(tuple(asked), asks=True, reporter=self._reporter(chance), outlet=outlet))
            answer = (
                [chance.choice(self.tongue.thanks)] if chance.random() < 0.07 else self._body(chance, 1, 3)
            )
            turns.append(Spoken(tuple(answer), who))
        return tuple(turns)

    def _conference(self, who: Person | None, chance: Random) -> tuple[Spoken, ...]:
        guest = self.people[chance.randrange(4, 7)]
        turns = [Spoken((chance.choice(self.tongue.greetings), *self._body(chance, 2, 5)), who)]
        both = chance.random() < 0.6
        if both:
            turns.append(Spoken(tuple(self._body(chance, 1, 3)), guest))
        for _ in range(chance.randrange(2, 7)):
            asks = Spoken(
                (self.prose.question(chance),),
                asks=True,
                reporter=self._reporter(chance),
                outlet=chance.choice(self.outlets),
            )
            answer = self._body(chance, 1, 2)
            if chance.random() < 0.15:
                answer[-1] += f" {self.tongue.laughter}"
            turns += [asks, Spoken(tuple(answer), who)]
            if both and chance.random() < 0.5:
                turns.append(Spoken(tuple(self._body(chance, 1, 2)), guest))
        return tuple(turns)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def _distinct(make: Callable[[], str], count: int) -> list[str]:
    found: dict[str, None] = {}
    for _ in range(count * 200):
        found[make()] = None
        if len(found) == count:
            break
    return list(found)


def _latin(chance: Random) -> str:
    return "".join(chance.choice(("ka", "lo", "mi", "ru", "se", "to", "va", "ne", "di")) for _ in range(4))
