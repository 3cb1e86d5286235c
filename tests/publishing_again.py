"""An invented office whose record goes on: what may become of it between two publications, drawn by chance."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from drafting_office import BEGUN, FERRY, OFFICE, SECOND, WRITER, write
from onrecord import Archive, WrongCall
from pages_record import CAPTURES, page

MINISTRY = "https://ministry.tern.example"
AT = "2026-05-26T10:30:00Z"
SITES = (
    'name = "Messages of Verland"\npublish = "full"\nmessages_per_page = 3\nlatest = 2\n',
    'name = "Messages of Verland"\npublish = "full"\nmessages_per_page = 3\nurl = "https://record.example/"\n'
    'interface = ["en", "fr", "ar"]\nsections = [{name = "Interviews", kinds = ["interview"]}]\n',
    'name = "Messages of Verland"\nkeeper = "The press section"\nmessages_per_page = 2\n'
    'cities = [{place = "Vessel City", zone = "Europe/Lisbon"}]\n'
    'counters = [{since = "2026-03-01", text = "days have passed since the consultation opened"}]\n',
)
WORDS = "ferry pier harbour winter lamp treaty boat crew mail ice quay tide".split()


class Office:
    """An archive that things happen to, one after another; the same for the same seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Make it, with a message of its own that is written and not released, and a site profile."""
        self.chance = random.Random(seed)
        self.archive = folder / "archive"
        self.profile = folder / "site.toml"
        self.pages = folder / "pages"
        self.pages.mkdir(parents=True)
        self.minute = 0
        self.shown: dict[str, list[str]] = {}
        Archive.create(self.archive, now=BEGUN).close()
        (self.archive / "sources" / "office.toml").write_text(OFFICE, encoding="utf-8")
        (self.archive / "drafts").mkdir()
        self.profile.write_text(SITES[0], encoding="utf-8")

    @property
    def now(self) -> str:
        """The time by which the office goes: each thing takes a minute."""
        self.minute += 1
        return f"2026-05-14T{8 + self.minute // 60:02}:{self.minute % 60:02}:00Z"

    def go_on(self) -> str:
        """Have something happen, and return what."""
        happens = self.chance.choice(
            (self.add, self.add, self.revise, self.revise, self.copy, self.see_again, self.announce, self.vanish,
             self.correct, self.redact, self.release, self.withdraw, self.change_profile, self.change_source)
        )  # fmt: skip
        try:
            happens()
        except WrongCall as refused:
            return f"{happens.__name__} refused: {refused}"
        return happens.__name__

    def _keep(self, url: str, text: str) -> None:
        path = self.pages / f"{self.minute}.html"
        path.write_text(text, encoding="utf-8")
        with Archive.open(self.archive) as archive:
            archive.add(path, url=url, captured_at=self.now, now=self.now)

    def _page(self, n: int, words: list[str]) -> str:
        day, office = 1 + n % 28, "Foreign Minister" if n % 3 else "Prime Minister"
        title = f"Interview of {office} Ilse Harrow with Radio {WORDS[n % len(WORDS)].title()}, Tern, {day} April 2026"
        said = [
            f"<b>{'Question' if m % 2 == 0 else 'Ilse Harrow'}:</b> {each}" for m, each in enumerate(words)
        ]
        return page(title, f"{day} April 2026", said)

    def _sentence(self) -> str:
        return "The " + " and the ".join(self.chance.sample(WORDS, 5)) + " will not be seen again this year."

    def add(self) -> None:
        """A page of a statement that was not there before, or one of the record that has others beside."""
        n = self.chance.randrange(40)
        if n < len(CAPTURES):
            self._keep(CAPTURES[n][0], CAPTURES[n][2])
            return
        url = f"{MINISTRY}/news/{n}"
        self.shown[url] = [self._sentence() for _ in range(4)]
        self._keep(url, self._page(n, self.shown[url]))

    def _some(self) -> tuple[str, list[str]]:
        if not self.shown:
            raise WrongCall("there is none")
        url = self.chance.choice(sorted(self.shown))
        return url, self.shown[url]

    def revise(self) -> None:
        """A page says something else than before."""
        url, words = self._some()
        words[self.chance.randrange(len(words))] = self._sentence()
        self.see_again(url)

    def see_again(self, url: str | None = None) -> None:
        """A page is captured once more as it is."""
        url = url or self._some()[0]
        self._keep(url, self._page(int(url.rpartition("/")[2]), self.shown[url]))

    def copy(self) -> None:
        """Somebody else has a page as well."""
        url, words = self._some()
        n = int(url.rpartition("/")[2])
        self._keep(f"https://courier.tern.example/{n}", self._page(n, words))

    def announce(self) -> None:
        """A list announces what is held and what is not."""
        items = "".join(
            f'<li>{1 + n % 28} April 2026 <a href="{MINISTRY}/news/{n}">Interview of Ilse Harrow with Radio {WORDS[n % 12].title()}</a></li>'
            for n in self.chance.sample(range(40), 5)
        )
        self._keep(f"{MINISTRY}/news", f"<html lang=en><body><h1>News</h1><ul>{items}</ul></body></html>")

    def vanish(self) -> None:
        """A page is not to be found any more."""
        url, _ = self._some()
        self._keep(
            url, "<html lang=en><title>404 Not Found</title><body><h1>Page not found</h1></body></html>"
        )

    def _id(self) -> str:
        with Archive.open(self.archive) as archive:
            ids = sorted(each.id for each in archive.list())
        if not ids:
            raise WrongCall("there is none")
        return self.chance.choice(ids)

    def correct(self) -> None:
        """The keeper mends a day, or who speaks."""
        id_ = self._id()
        sets: dict[str, str | None] = {"given_on": f"2026-04-{self.chance.randrange(1, 29):02}"}
        turn = 2 if self.chance.random() < 0.5 else None
        with Archive.open(self.archive) as archive:
            archive.correct(
                id_, by=WRITER, why=self._sentence(), now=self.now, turn=turn,
                sets={"speaker": f"Odo {self.chance.choice(WORDS).title()}"} if turn else sets,
            )  # fmt: skip

    def redact(self) -> None:
        """A statement, or a passage of it, is removed for good."""
        id_ = self._id()
        if self.chance.random() < 0.5:
            return
        with Archive.open(self.archive) as archive:
            words = archive.show(id_).statement.turns[0].text
            passage = words[:12] if self.chance.random() < 0.5 else None
            archive.redact(id_, passage=passage, by=WRITER, why="The law requires it.", now=self.now)

    def release(self) -> None:
        """A message of the office comes out, or is corrected with a note."""
        write(self.archive, FERRY.replace("before the winter", self._sentence()))
        with Archive.open(self.archive) as archive:
            out = any(each.state == "out" for each in archive.drafts())
            archive.release("night-ferry", by=SECOND, now=self.now, note=self._sentence() if out else None)

    def withdraw(self) -> None:
        """The office takes its message back."""
        with Archive.open(self.archive) as archive:
            archive.withdraw("night-ferry", by=SECOND, why=self._sentence(), now=self.now)

    def change_profile(self) -> None:
        """The keeper writes another site profile."""
        self.profile.write_text(self.chance.choice(SITES), encoding="utf-8")

    def change_source(self) -> None:
        """The keeper tells something else of a source."""
        level = self.chance.choice(("full", "excerpt", "metadata"))
        told = f'name = "Ministry of Tern"\nhosts = ["ministry.tern.example"]\npublish = "{level}"\n'
        (self.archive / "sources" / "tern.toml").write_text(told, encoding="utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


def differing(one: Path, other: Path, *, but: Callable[[str], bool] = lambda path: False) -> list[str]:
    """Return the files that two folders do not have alike."""
    ours, theirs = files_of(one), files_of(other)
    return [path for path in sorted({*ours, *theirs}) if ours.get(path) != theirs.get(path) and not but(path)]


def published(archive: Path, site: Path, at: str = AT, **more: object) -> tuple[int, int, int]:
    """Return how many pages were written, kept and removed, of a site that holds as much as is told."""
    with Archive.open(archive) as opened:
        done = opened.publish(site, at=at, **more)  # type: ignore[arg-type]
    assert done.pages == done.written + done.kept == sum(path.endswith(".html") for path in files_of(site))
    assert done.bytes == sum(map(len, files_of(site).values()))
    return done.written, done.kept, done.removed


def publish_as_it_goes_on(folder: Path, seed: int) -> None:
    """Publish an office into a folder again and again; each time that is to be, byte for byte, what an empty folder gets."""
    office = Office(folder, seed)
    for n in range(8):
        happened = ", ".join(office.go_on() for _ in range(1 + office.chance.randrange(3)))
        published(office.archive, folder / "site", profile=office.profile)
        published(office.archive, folder / f"fresh-{n}", profile=office.profile, anew=True)
        assert differing(folder / "site", folder / f"fresh-{n}") == [], happened
