"""An archive of invented transcripts, of any number of turns: pages in one WARC, added as any others are."""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord import Archive
from onrecord.record.changing import adding as keeping

TURNS = 20
_ONSETS = "b br c d dr f g gr h k l m n p pr r s st t tr v w".split()
_VOWELS = "a e i o u ai ea ou".split()
_ENDS = [*"n r l s t nd rk st m".split(), ""]
_COMMON = "the of and to in that we it is for not on with as have this be at which by".split()
_FIRST = "Anna Otto Ilse Marek Hedda Lucan Tova Piers Maude Joren".split()
_LAST = "Lind Varga Desmarey Karrow Ostrander Pell Torvic Ashgrove Halm Quist Merrow Sanderly".split()
_KINDS = {
    "interview": "’s interview with Harbour Radio",
    "speech": "’s speech at the harbour assembly",
    "briefing": "’s briefing",
}


class Talk:
    """Words drawn so that few are common and many rare, as in real text; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        made = {
            "".join(self.chance.choice(part) for part in (_ONSETS, _VOWELS, _ONSETS, _VOWELS, _ENDS))
            for _ in range(60_000)
        }
        self.words = [*_COMMON, *sorted(made)]
        self.weights = [1 / (rank + 3) for rank in range(len(self.words))]
        self.cumulated: list[float] = []
        total = 0.0
        for weight in self.weights:
            total += weight
            self.cumulated.append(total)

    def sentence(self, least: int, most: int) -> str:
        words = self.chance.choices(
            self.words, cum_weights=self.cumulated, k=self.chance.randint(least, most)
        )
        return " ".join(words).capitalize() + "."


def make_pages(turns: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """Yield address, time and markup of as many pages as have so many turns."""
    talk = Talk(seed)
    months = "January February March April May June July August September October November December".split()
    for n in range(turns // TURNS):
        chance = talk.chance
        year, month, day = chance.randint(2008, 2025), chance.randint(1, 12), chance.randint(1, 28)
        who = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
        kind = chance.choice(list(_KINDS))
        date = f"{months[month - 1]} {day}, {year}"
        title = f"Foreign Minister {who}{_KINDS[kind]}, Vessel City, {date}"
        said = "".join(
            f"<p><b>{'Question' if turn % 2 == 0 else who}:</b> {talk.sentence(8, 25) if turn % 2 == 0 else ' '.join(talk.sentence(12, 30) for _ in range(3))}</p>"
            for turn in range(TURNS)
        )
        host = f"ministry{n % 8}.vessel.example"
        yield (
            f"https://{host}/news/{n}",
            f"{year}-{month:02}-{day:02}T18:00:00Z",
            f'<html lang="en"><head><title>{title}</title></head><body><h1>{title}</h1><p>{day} {months[month - 1]} {year}</p>{said}</body></html>',
        )


def make_archive(folder: Path, turns: int, seed: int = 1) -> Path:
    """Return an archive folder with so many turns, made if it is not there yet."""
    archive = folder / f"archive-{turns}-{seed}"
    if (archive / "ledger.jsonl").exists():
        return archive
    folder.mkdir(parents=True, exist_ok=True)
    warc = folder / f"pages-{turns}-{seed}.warc.gz"
    with warc.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, at, markup in make_pages(turns, seed):
            headers = StatusAndHeaders(
                "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
            )
            record = writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(markup.encode()),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": at},
            )
            writer.write_record(record)
    # All captures are at hand: as a rebuild does, they are read once, behind the last of them, and not every few thousand.
    keeping.MOST_UNREAD = sys.maxsize
    Archive.add_to(archive, warc, now="2026-01-01T00:00:00Z")
    warc.unlink()
    return archive
