"""Cases of `witnesses.py`: invented statements and their copies, and statements that look alike and are not one."""

from __future__ import annotations

import csv
import tarfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from sites_generator import LANGUAGES
from sites_world import World


class Printed(NamedTuple):
    """A statement as one site prints it; `work` names what is one, whoever prints it."""

    work: str
    site: int
    language: str
    title: str
    paragraphs: tuple[str, ...]
    posted: date
    captured: datetime
    note: str = ""


class Case(NamedTuple):
    """Statements of which each two are one ("one: …") or not ("two: …")."""

    sort: str
    printed: tuple[Printed, ...]


Make = Callable[["Maker"], Case]


class Maker:
    """Makes the cases of one language and number."""

    def __init__(self, chance: Random, language: str, name: str) -> None:
        self.chance, self.language, self.name = chance, language, name
        self.world = World(f"witnesses/{name}/{chance.random()}", language, 10)
        self.prose = self.world.prose
        self.day = date(2018, 1, 1) + timedelta(days=chance.randrange(1500))

    def text(self, shortest: int, longest: int) -> list[str]:
        """Return so many paragraphs."""
        return [self.prose.paragraph(self.chance) for _ in range(self.chance.randint(shortest, longest))]

    def title(self) -> str:
        """Return the title of some statement of this world."""
        return self.world.work(self.chance.randrange(3, 60)).title

    def retitled(self, title: str) -> str:
        """Return the title as another office may set it above the same words."""
        words = title.split()
        shapes = (
            f"{self.world.lands[0]}: {title}",
            " ".join(words[: max(4, len(words) * 2 // 3)]),
            f"{title} ({self.world.towns[0]})",
        )
        return self.chance.choice(shapes)

    def print(
        self, work: str, site: int, title: str, paragraphs: list[str], days: int = 0, note: str = ""
    ) -> Printed:
        """Return a statement as printed so many days after the case's own day."""
        posted = self.day + timedelta(days=days)
        captured = datetime(posted.year, posted.month, posted.day, 18, tzinfo=UTC) + timedelta(
            days=self.chance.randrange(1, 40), minutes=self.chance.randrange(300)
        )
        return Printed(
            f"{self.name}/{work}", site, self.language, title, tuple(paragraphs), posted, captured, note
        )


def _whole(make: Maker) -> Case:
    text, title = make.text(1, 7), make.title()
    copy = title if make.chance.random() < 0.7 else make.retitled(title)
    days = make.chance.choice((0, 0, 1, 3, 9))
    return Case(
        "one: whole copy",
        (
            make.print("a", 0, title, text),
            make.print("a", 1, copy, text, days),
            make.print("a", 2, title, text, days),
        ),
    )


def _edited(make: Maker) -> Case:
    text, title = make.text(2, 8), make.title()
    copy, notes = list(text), []
    for _ in range(make.chance.randint(1, 1 + sum(len(each.split()) for each in text) // 90)):
        copy, note = _edit(make, copy)
        notes.append(note)
    return Case(
        "one: small edits",
        (
            make.print("a", 0, title, text),
            make.print("a", 1, title, copy, make.chance.choice((0, 0, 1, 4)), "; ".join(notes)),
        ),
    )


def _edit(make: Maker, text: list[str]) -> tuple[list[str], str]:
    """Return the paragraphs with one edit as offices make them."""
    chance = make.chance
    at = chance.randrange(len(text))
    words = text[at].split(" ")
    place = chance.randrange(len(words))
    sort = chance.choice(("typo", "drop", "double", "word", "number", "sentence", "mark"))
    if sort == "typo" and len(words[place]) > 4:
        word = words[place]
        cut = chance.randrange(1, len(word) - 2)
        words[place] = word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]
    elif sort == "drop":
        del words[place]
    elif sort == "double":
        words.insert(place, words[place])
    elif sort == "word":
        words[place] = chance.choice(make.prose.sentence(chance).split(" "))
    elif sort == "number":
        digits = [n for n, word in enumerate(words) if word.strip(".,").isdigit()]
        if digits:
            place = chance.choice(digits)
            words[place] = str(chance.randrange(2, 900))
    elif sort == "sentence":
        words += make.prose.sentence(chance).split(" ")
    else:
        words[place] = words[place].replace(",", ";").rstrip(".")
    edited = [*text[:at], " ".join(words), *text[at + 1 :]]
    return edited, f"{sort} {text[at].split(' ')[min(place, len(text[at].split(' ')) - 1)]!r}"


def _framed(make: Maker) -> Case:
    text, title = make.text(2, 7), make.title()
    other = Random(f"{make.name}/other")
    before, after = make.prose.sentence(other), make.prose.sentence(other)
    framed = [before, *text, after] if make.chance.random() < 0.6 else [*text, after]
    return Case(
        "one: framed by the other site",
        (make.print("a", 0, title, text), make.print("a", 1, title, framed, 1)),
    )


def _excerpt(make: Maker) -> Case:
    text, title = make.text(5, 14), make.title()
    count = make.chance.randint(1, max(1, len(text) // 2))
    start = make.chance.randrange(len(text) - count + 1)
    part = text[start : start + count]
    while sum(len(each.split()) for each in part) < 45 and start + count < len(text):
        count += 1
        part = text[start : start + count]
    if make.chance.random() < 0.3 and len(text) > start + count + 1:
        part = [*part, "(…)", text[-1]]
    copy = title if make.chance.random() < 0.5 else make.retitled(title)
    days = make.chance.choice((0, 0, 1, 2))
    return Case(
        "one: excerpt",
        (make.print("a", 0, title, text), make.print("a", 1, copy, part, days, f"{count} of {len(text)}")),
    )


FORMULAS = {
    "en": ("Message of greeting to {name} of {land}", (
        "Your Excellency {name}, on the occasion of the National Day of {land} it gives me great pleasure to convey to you and to the friendly people of {land} my warmest congratulations.",
        "Over {number} years the relations between our countries have grown in a spirit of mutual respect, and I am confident that they will continue to develop for the benefit of both our peoples.",
        "I wish you good health and every success in your responsible work, and peace and prosperity to all citizens of {land}.",
    )),
    "fr": ("Message de félicitations à {name}, {land}", (
        "Monsieur le Président {name}, à l’occasion de la fête nationale de {land}, j’ai le plaisir de vous adresser, ainsi qu’au peuple ami de {land}, mes félicitations les plus chaleureuses.",
        "Depuis {number} ans, les relations entre nos deux pays se développent dans un esprit de respect mutuel, et je suis convaincu qu’elles continueront de se renforcer.",
        "Je vous souhaite une bonne santé et beaucoup de succès dans vos hautes fonctions.",
    )),
    "de": ("Glückwunsch an {name}, {land}", (
        "Exzellenz {name}, zum Nationalfeiertag übermittle ich Ihnen und dem befreundeten Volk von {land} meine herzlichsten Glückwünsche.",
        "Seit {number} Jahren entwickeln sich die Beziehungen zwischen unseren Ländern im Geiste gegenseitiger Achtung, und ich bin überzeugt, dass dies zum Wohle beider Völker so bleiben wird.",
        "Ich wünsche Ihnen Gesundheit und Erfolg in Ihrem verantwortungsvollen Amt sowie den Bürgern Frieden und Wohlstand.",
    )),
    "es": ("Mensaje de felicitación a {name}, {land}", (
        "Excelentísimo señor {name}: con motivo de la fiesta nacional de {land} me complace transmitirle a usted y al pueblo amigo de {land} mis más cordiales felicitaciones.",
        "Desde hace {number} años las relaciones entre nuestros países se desarrollan con espíritu de respeto mutuo, y confío en que seguirán fortaleciéndose en beneficio de ambos pueblos.",
        "Le deseo buena salud y mucho éxito en su responsable labor.",
    )),
    "ru": ("Поздравление: {name}, {land}", (
        "Уважаемый {name}, по случаю национального праздника страны {land} примите мои искренние поздравления и пожелания мира и благополучия всему дружественному народу.",
        "На протяжении {number} лет отношения между нашими странами развиваются в духе взаимного уважения, и я уверен, что они будут и впредь укрепляться на благо наших народов.",
        "Желаю вам крепкого здоровья и успехов в вашей ответственной работе.",
    )),
    "ar": ("تهنئة إلى {name} {land}", (
        "فخامة الرئيس {name}، يسرني بمناسبة العيد الوطني لبلدكم {land} أن أتقدم إليكم وإلى شعبكم الصديق بأحر التهاني وأطيب التمنيات.",
        "لقد تطورت العلاقات بين بلدينا منذ {number} عاما بروح من الاحترام المتبادل، وأنا على ثقة بأنها ستستمر في النمو لما فيه خير شعبينا.",
        "أتمنى لكم موفور الصحة والنجاح في عملكم المسؤول.",
    )),
}  # fmt: skip
"""Messages of greeting of one form: their title and paragraphs, with slots for whom they are for."""


def _formula(make: Maker) -> Case:
    title, text = FORMULAS[make.language]
    printed = []
    generic = make.chance.random() < 0.4
    for n in range(make.chance.randint(2, 5)):
        world = World(f"{make.name}/formula/{n}", make.language, 10)
        facts = {
            "name": world.people[0].name, "land": world.lands[n % len(world.lands)],
            "number": str(make.chance.randrange(5, 95)),
        }  # fmt: skip
        days = make.chance.choice((0, 0, 0, 1, 7, 365))
        head = title.split(" {name}")[0].rsplit(" ", 1)[0] if generic else title.format(**facts)
        printed.append(
            make.print(
                f"formula {n}", make.chance.randrange(3), head, [each.format(**facts) for each in text], days
            )
        )
    return Case("two: one formula, other facts", tuple(printed))


def _one_fact(make: Maker) -> Case:
    """Messages of one day under one title that differ in the country alone."""
    title, text = FORMULAS[make.language]
    lands = make.chance.sample(make.world.lands, k=2)
    facts = {"name": make.world.people[0].name, "number": str(make.chance.randrange(5, 95))}
    head = title.split(" {name}")[0].rsplit(" ", 1)[0]
    site = make.chance.randrange(3)
    return Case(
        "two: one formula, one other fact",
        tuple(
            make.print(f"to {land}", site, head, [each.format(land=land, **facts) for each in text])
            for land in lands
        ),
    )


def _copied_formula(make: Maker) -> Case:
    title, text = FORMULAS[make.language]
    facts = {
        "name": make.world.people[0].name,
        "land": make.world.lands[0],
        "number": str(make.chance.randrange(5, 95)),
    }
    filled = [each.format(**facts) for each in text]
    head = title.format(**facts)
    return Case(
        "one: copy of a message of a formula",
        (make.print("a", 0, head, filled), make.print("a", 1, head, filled, make.chance.choice((0, 1, 3)))),
    )


def _edition(make: Maker) -> Case:
    """A report of one office that comes each week, with other numbers."""
    text, title = make.text(2, 3), make.title()
    site = make.chance.randrange(3)
    world = Random(f"{make.name}/edition")
    later = [
        " ".join(str(world.randrange(3, 900)) if word.strip(".,").isdigit() else word for word in each.split(" ")) for each in text
    ]  # fmt: skip
    if later == text:
        later = [*text, make.prose.sentence(world)]
        return Case(
            "one: longer by a sentence", (make.print("a", 0, title, text), make.print("a", 1, title, later))
        )
    return Case(
        "two: next week’s edition",
        (make.print("a", site, title, text), make.print("b", site, title, later, 7)),
    )


def _next_year(make: Maker) -> Case:
    text, title = make.text(1, 3), make.title()
    site = make.chance.randrange(3)
    return Case(
        "two: the same words in another year",
        (make.print("a", site, title, text), make.print("b", site, title, text, 365)),
    )


def _shared(make: Maker) -> Case:
    """Statements of one day that end with the same formulas."""
    closing = [make.world.formulas[0], make.world.formulas[-1]]
    title = make.title()
    return Case(
        "two: of one day, with shared formulas",
        tuple(make.print(f"shared {n}", n, title, [*make.text(1, 3), *closing]) for n in range(3)),
    )


SORTS: tuple[Make, ...] = (
    _whole,
    _edited,
    _framed,
    _excerpt,
    _formula,
    _one_fact,
    _copied_formula,
    _edition,
    _next_year,
    _shared,
)


def cases(chance: Random, each: int, prefix: str = "") -> Iterator[Case]:
    """Yield so many cases of each sort, in languages by chance."""
    for n in range(each):
        for sort in SORTS:
            language = chance.choices(tuple(LANGUAGES), weights=tuple(LANGUAGES.values()))[0]
            yield sort(Maker(chance, language, f"{prefix}{n}/{sort.__name__}"))


def speeches(folder: Path) -> Iterator[Case]:
    """Yield each speech that two transcribers wrote down, on pages of two sites."""
    with tarfile.open(folder / "speeches.tar.gz") as packed:
        texts = {
            member.name.partition("/")[2] or member.name: read.read().decode("utf-8", "replace")
            for member in packed
            if member.isfile() and (read := packed.extractfile(member)) is not None
        }
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as rows:
        for n, row in enumerate(csv.DictReader(rows)):
            day = date(2024, 8, 19 if row["convention"] == "dnc" else 15)
            captured = datetime(2024, 9, 1, 12, n, tzinfo=UTC)
            printed = []
            for site, name in enumerate((row["rev_file"], row["cnn_file"])):
                text = next(
                    text for path, text in texts.items() if path.endswith(name) or name.endswith(path)
                )
                speaker = row["speaker"].replace("_", " ").title()
                title = (f"Remarks by {speaker} at the convention", f"Transcript: {speaker}’s speech")[site]
                lines = [line.strip() for line in text.splitlines() if line.strip()]
                printed.append(
                    Printed(
                        f"{row['pair']}/{site}", site, "en", title, tuple(lines), day, captured, row["pair"]
                    )
                )
            yield Case("two: transcripts of one event", tuple(printed))
