"""An invented record held in memory: what a site asks of a record, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.model import (
    AnnouncedNotice,
    Capture,
    CopySeen,
    Coverage,
    Event,
    Held,
    Listed,
    Locator,
    Notice,
    Outline,
    Revision,
    Speaker,
    Statement,
    Turn,
    VersionSeen,
    Witness,
)
from onrecord.publishing.lists.messages import Entry, entry_of
from onrecord.revising import compare_statements
from quoting_statements import asides_in

AT = "2026-05-26T10:30:00+00:00"
DIGEST = "sha256:" + "ab" * 32


class RecordInMemory:
    """A record made by hand; each call of `keep` keeps one more version of a statement."""

    def __init__(self) -> None:
        self._versions: dict[str, list[Statement]] = {}
        self._addresses: dict[str, str | None] = {}
        self._notices: list[AnnouncedNotice] = []

    def keep(self, statement: Statement, url: str | None = None) -> None:
        """Keep one more version of a statement."""
        self._versions.setdefault(statement.id, []).append(statement)
        self._addresses[statement.id] = url

    def announce(self, source: str | None = "ministry.example", **fields: Any) -> None:
        """Keep a notice of a statement that is not held unless it says so."""
        notice = Notice(**{"kind": "statement", "posted_on": None, "lead": None, "url": None} | fields)
        seen = ("2026-05-20T08:00:00Z", "2026-05-26T08:00:00Z")
        self._notices.append(AnnouncedNotice(notice, "https://ministry.example/", source, *seen))

    def listed(self) -> Iterable[Listed]:
        """Return every statement as one line."""
        return [self.held(identity).listed for identity in self._versions]

    @property
    def identity(self) -> str:
        """Return what tells this record from others."""
        return "in-memory"

    def outlines(self) -> Iterable[Outline]:
        """Return an outline of every statement."""
        return [self._outline(identity) for identity in self._versions]

    def entries(self) -> Iterable[Entry]:
        """Return every statement as a line of lists."""
        return map(entry_of, self.outlines())

    def _outline(self, identity: str) -> Outline:
        held = self.held(identity)
        told, versions = held.statement, len(held.listed.versions)
        return Outline(
            identity, told.title, told.source, told.kinds, told.language, told.given_on, told.posted_on, told.part,
            held.version, versions, "2026-05-01T09:00:00Z", f"2026-05-{versions:02d}T09:00:00Z", speakers=told.speakers,
        )  # fmt: skip

    def revisions(self, id_: str, /) -> Sequence[Revision]:
        """Return what changed from each version to the next."""
        steps = range(1, len(self._versions[id_]))
        return [revision for n in steps if (revision := self.between(id_, n, n + 1)) and revision.changes]

    def between(self, id_: str, from_: int, to: int, /) -> Revision | None:
        """Return the step from one version to another."""
        old, new = (self._versions[id_][n - 1] for n in (from_, to))
        seen = tuple(f"2026-05-{n:02d}T08:00:00Z" for n in (from_, to))
        return Revision(id_, from_, to, (seen[0], seen[1]), compare_statements(old, new))

    def events(self) -> Iterable[Event]:
        """Return that each statement came, and each of its edits."""
        for id_ in self._versions:
            title, source = self._versions[id_][-1].title, self._versions[id_][-1].source
            told = (id_, title, source, self._addresses[id_])
            at = "2026-05-01T08:00:00Z"
            yield Event(
                f"new-{id_}", "new", *told, (None, at), at, "it was captured for the first time", "@1"
            )
            for each in self.revisions(id_):
                at = each.between[1] or at
                edited = f"edited-{id_}-{each.to}"
                yield Event(
                    edited, "edited", *told, each.between, at, "version 2 was seen", "@2", revision=each
                )

    def copies(self, id_: str, /) -> Sequence[CopySeen]:
        """Return no copy: nothing here stands at two addresses."""
        return ()

    def coverage(self) -> Iterable[Coverage]:
        """Return nothing: no capture was counted."""
        return ()

    def hosts(self) -> Mapping[str, tuple[str, ...]]:
        """Return nothing: no source has a file, and nothing was captured."""
        return {}

    def held(self, id_: str, version: int | None = None, /) -> Held:
        """Return one version, the latest where none is named."""
        versions = self._versions[id_]
        n = version or len(versions)
        statement, url = versions[n - 1], self._addresses[id_]
        seen = tuple(
            VersionSeen(i, f"sha256:{i:064d}", f"2026-05-{i:02d}T08:00:00Z", None, (url,) if url else ())
            for i in range(1, len(versions) + 1)
        )
        captured_at = f"2026-05-{n:02d}T08:00:00Z" if url else None
        witness = Witness(url, captured_at, "original", n, DIGEST)
        capture = Capture(url, captured_at, DIGEST, "text/html", Locator("captures/a.warc.gz", 0, 10))
        listed = Listed(
            statement.id, statement.kinds, statement.title, statement.source, statement.speakers,
            statement.given_on, statement.posted_on, statement.language, len(versions) > 1, seen, (witness,),
        )  # fmt: skip
        return Held(listed, n, statement, capture)

    def notices(self) -> Iterable[AnnouncedNotice]:
        """Return every notice."""
        return self._notices


def a_turn(
    n: int,
    label: str | None,
    text: str,
    role: Any = "official",
    *,
    directions: Sequence[str] = (),
    editorial: Sequence[str] = (),
    language: str | None = None,
    speaker: str | None = None,
) -> Turn:
    """Return a turn; asides are named by the words they hold."""
    return Turn(
        n,
        label,
        speaker,
        role,
        language,
        text,
        (0, len(text)),
        asides_in(text, directions),
        asides_in(text, editorial),
    )


def a_statement(identity: str, title: str | None, turns: Iterable[Turn] = (), **fields: Any) -> Statement:
    """Return a statement of which only the given fields are told."""
    unknown = ("given_on", "posted_on", "updated_on", "place", "occasion", "source", "outlet", "part")
    values: dict[str, Any] = dict.fromkeys(unknown)
    values |= {
        "kinds": ("statement",),
        "language": "en",
        "speakers": (),
        "status": (),
        "text_status": "unknown",
    }
    return Statement(id=identity, title=title, turns=tuple(turns), evidence={}, **(values | fields))


def an_interview() -> Statement:
    """Return an interview with every field filled."""
    turns = (
        a_turn(1, "Question", "Will the ferries run on Sunday?", "questioner"),
        a_turn(
            2,
            "Ilse Varga",
            "They will. We have said so in both assemblies.\nThe five [parties to the treaty] agree. (Laughter.) "
            "Nobody has ever asked me twice.",
            directions=["(Laughter.)"],
            editorial=["[parties to the treaty]"],
        ),
    )
    return a_statement(
        "st-interview",
        "Foreign Minister Ilse Varga’s interview with Harbour Television, Vessel City, May 14, 2026",
        turns,
        kinds=("interview",),
        given_on="2026-05-14",
        posted_on="2026-05-15",
        updated_on="2026-05-16",
        place="Vessel City",
        occasion="Evening programme",
        source="Ministry of Foreign Affairs of Vessel",
        outlet="Harbour Television",
        speakers=(Speaker("Ilse Varga", "Foreign Minister"),),
        status=("as_delivered",),
        text_status="official_translation",
    )
