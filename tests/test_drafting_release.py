"""Messages released by a second person, brought out at their time, corrected and withdrawn: all of it in ledger and WARC."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafting_office import (
    EVENING,
    FERRY,
    LATER,
    MORNING,
    NEXT_DAY,
    NOON,
    OFFICE,
    SECOND,
    WRITER,
    made_office,
    write,
)
from onrecord import Archive, NotFound, WrongCall
from onrecord.capture import digest_of

NOTE = "The ferry sails on Monday."
WORDS = "Nobody has put out the lamp"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The folder of an office with one message, not released."""
    folder = made_office(tmp_path / "office")
    write(folder, FERRY)
    return folder


def ledger(folder: Path, event: str) -> list[dict[str, object]]:
    """Return the lines of a ledger that tell of one kind of event."""
    lines = (json.loads(line) for line in (folder / "ledger.jsonl").read_text("utf-8").splitlines())
    return [line for line in lines if line["event"] == event]


def exported(archive: Archive) -> str:
    """Return the whole record as JSON Lines."""
    return "\n".join(archive.export())


def corrected(folder: Path) -> None:
    """Have the message released, and corrected the day after."""
    with Archive.open(folder) as archive:
        archive.release("night-ferry", by=SECOND, now=NOON)
        write(folder, FERRY.replace("Sunday", "Monday"))
        archive.release("night-ferry", by=SECOND, now=NEXT_DAY, note=NOTE)


def test_a_release_keeps_who_wrote_who_released_and_the_very_bytes(office: Path) -> None:
    """The ledger has both names and the digest of the file, and the archive its bytes as a capture of their own."""
    with Archive.open(office) as archive:
        draft = archive.release("night-ferry", by=SECOND, now=NOON)
        (listed,) = archive.list()
        held = archive.show(draft.statement)
    (line,) = ledger(office, "release")
    digest = digest_of((office / "drafts" / "night-ferry.md").read_bytes())
    assert (line["written_by"], line["released_by"], line["released_at"]) == (WRITER, SECOND, NOON)
    assert line["digest"] == held.capture.digest == digest
    assert (draft.state, held.came, held.own) == ("out", "released", True)
    assert held.capture.captured_at == NOON
    assert [(each.version, each.people, each.out_at) for each in listed.released] == [(1, 2, NOON)]
    assert WRITER not in json.dumps(ledger(office, "capture"))


def test_who_wrote_it_does_not_release_it(office: Path) -> None:
    """However the name is spaced and set; nothing is kept."""
    with Archive.open(office) as archive:
        for name in (WRITER, "ines  marr", "INES MARR."):
            with pytest.raises(WrongCall, match="somebody else has to release it"):
                archive.release("night-ferry", by=name, now=NOON)
    assert ledger(office, "release") == []


def test_an_office_of_one_person_says_so_in_its_source_file(tmp_path: Path) -> None:
    """Then the same person may, and the public is told that it was one."""
    folder = made_office(tmp_path / "office", OFFICE + "one_person = true\n")
    write(folder, FERRY)
    with Archive.open(folder) as archive:
        draft = archive.release("night-ferry", by="ines marr", now=NOON)
        assert archive.show(draft.statement).listed.released[0].people == 1


def test_a_message_with_a_fault_is_not_released(office: Path) -> None:
    """The first fault is told, with how many more there are."""
    write(office, FERRY.replace("interview", "intervew").replace("2026-05-14", "today"))
    with Archive.open(office) as archive, pytest.raises(WrongCall, match=r"line 3, kinds.*1 more stand"):
        archive.release("night-ferry", by=SECOND, now=NOON)


def test_before_its_time_a_message_is_nowhere(office: Path, tmp_path: Path) -> None:
    """In no list, search, verdict, export, page, feed or sitemap; behind it in all of them. Time is what is given."""
    (tmp_path / "site.toml").write_text('name = "Press"\nurl = "https://press.ferries.example/"\n', "utf-8")
    write(office, FERRY.replace("language: en", "language: en\nembargo: 2026-05-14T20:00:00+02:00"))
    with Archive.open(office) as archive:
        draft = archive.release("night-ferry", by=SECOND, now=NOON)
        assert (draft.state, draft.out_from) == ("released", EVENING)

        def seen(at: str) -> set[str]:
            site = tmp_path / f"site{at[8:13]}"
            archive.publish(site, at=at, profile=tmp_path / "site.toml")
            texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.*")}
            shown = {name for name, text in texts.items() if WORDS in text or draft.statement in text}
            asked = {
                "list": any(archive.list()),
                "search": any(archive.search("lamp")),
                "check": archive.check(WORDS + " on the quay").wording == "verbatim",
                "export": WORDS in exported(archive),
                "csv": WORDS in "".join(archive.export("csv")),
                "changes": any(archive.changes()),
            }
            return shown | {name for name, found in asked.items() if found}

        assert seen("2026-05-14T17:59:59Z") == set()
        assert archive.bring_out("2026-05-14T17:59:59Z") == []
        page = f"statements/{draft.statement}"
        assert seen(EVENING) >= {
            *(
                "list",
                "search",
                "check",
                "export",
                "csv",
                "changes",
                "onrecord-site.json",
                "sitemap.xml",
                "index.html",
                "feed.atom",
                "feed.json",
            ),
            *(
                f"{page}/index.html",
                f"{page}/v1/index.html",
                "messages/2026/index.html",
                "messages/index.html",
            ),
        }
        assert archive.check_draft("night-ferry").state == "out"
        assert archive.show(draft.statement).capture.captured_at == EVENING
        assert archive.verify().findings == ()


def test_nothing_comes_out_before_its_release(office: Path) -> None:
    """A process was ended between a release at once and its coming out: it comes out later, and at no earlier time."""
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=NOON)
    ledger = office / "ledger.jsonl"
    lines = ledger.read_bytes().splitlines(keepends=True)
    out = next(n for n, line in enumerate(lines) if b'"event":"out"' in line)
    ledger.write_bytes(b"".join(lines[:out]))
    for derived in office.glob("record.sqlite*"):
        derived.unlink()
    with Archive.open(office) as archive:
        assert archive.bring_out(MORNING) == []
        assert len(archive.bring_out(NOON)) == 1


def test_the_later_of_embargo_and_schedule_holds(office: Path) -> None:
    """A time given at the release may be behind the embargo, and never before it."""
    write(office, FERRY.replace("language: en", f"language: en\nembargo: {EVENING}"))
    with Archive.open(office) as archive:
        with pytest.raises(WrongCall, match="its embargo ends at 2026-05-14T18:00:00Z"):
            archive.release("night-ferry", by=SECOND, now=MORNING, at=NOON)
        archive.release("night-ferry", by=SECOND, now=MORNING, at=NEXT_DAY)
        assert archive.bring_out(EVENING) == []
        assert len(archive.bring_out(NEXT_DAY)) == 1
        assert archive.bring_out(NEXT_DAY) == []


def test_what_was_released_comes_out_whatever_became_of_the_file(office: Path) -> None:
    """A change asks for another release; until then the bytes come out that the second person saw."""
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=MORNING, at=NOON)
        write(office, FERRY.replace("Sunday", "Monday"))
        assert archive.check_draft("night-ferry").state == "changed"
        archive.bring_out(NOON)
        assert "Sunday" in archive.render(archive.check_draft("night-ferry").statement)
        assert archive.check_draft("night-ferry").state == "changed"


def test_a_release_before_the_time_replaces_the_one_before(office: Path) -> None:
    """What waited and was released again in other words comes out in those alone."""
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=MORNING, at=EVENING)
        with pytest.raises(WrongCall, match="These very words were released"):
            archive.release("night-ferry", by=SECOND, now=NOON)
        write(office, FERRY.replace("Sunday", "Monday"))
        archive.release("night-ferry", by=SECOND, now=NOON, at=EVENING)
        archive.bring_out(NEXT_DAY)
        (listed,) = archive.list()
        assert len(listed.versions) == 1
        assert "Monday" in exported(archive)
        assert "Sunday" not in exported(archive)


def test_what_waits_is_given_another_time(office: Path) -> None:
    """Later, and sooner again, by another release of the same words: never by one that names no time."""
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=MORNING, at=EVENING)
        with pytest.raises(WrongCall, match="come out at 2026-05-14T18:00:00Z: give another time with --at"):
            archive.release("night-ferry", by=SECOND, now=NOON)
        with pytest.raises(WrongCall, match="give another time with --at"):
            archive.release("night-ferry", by=SECOND, now=NOON, at=EVENING)
        moved = archive.release("night-ferry", by=SECOND, now=NOON, at=NEXT_DAY)
        assert (moved.state, moved.out_from) == ("released", NEXT_DAY)
        assert archive.bring_out(EVENING) == []
        assert len(archive.bring_out(NEXT_DAY)) == 1
        assert [each.out_at for each in archive.check_draft("night-ferry").releases] == [None, NEXT_DAY]
        with pytest.raises(WrongCall, match="and are out: there is nothing to release"):
            archive.release("night-ferry", by=SECOND, now=LATER, at=LATER)


def test_a_time_that_is_over_is_refused(office: Path) -> None:
    """Yesterday's for tomorrow's would put a message out at once; who wants that says so."""
    with Archive.open(office) as archive:
        with pytest.raises(WrongCall, match="2026-05-14T08:00:00Z is over, as it is 2026-05-14T12:00:00Z"):
            archive.release("night-ferry", by=SECOND, now=NOON, at=MORNING)
        assert archive.release("night-ferry", by=SECOND, now=NOON, at=EVENING).state == "released"
        assert archive.release("night-ferry", by=SECOND, now="2026-05-14T13:00:00Z", at="now").state == "out"


def test_a_correction_that_waits_keeps_its_note_at_another_time(office: Path) -> None:
    """Another time is no other correction."""
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=MORNING)
        write(office, FERRY.replace("Sunday", "Monday"))
        archive.release("night-ferry", by=SECOND, now=NOON, at=EVENING, note=NOTE)
        moved = archive.release("night-ferry", by=SECOND, now=EVENING, at=NEXT_DAY)
        assert [each.note for each in moved.releases] == [None, NOTE, NOTE]


def test_nothing_is_corrected_that_nobody_has_seen(office: Path) -> None:
    """A public note on a first release would tell of a version that there never was."""
    with Archive.open(office) as archive:
        with pytest.raises(WrongCall, match="nothing to correct yet: leave out --note"):
            archive.release("night-ferry", by=SECOND, now=NOON, note=NOTE)
        archive.release("night-ferry", by=SECOND, now=NOON, at=EVENING)
        write(office, FERRY.replace("Sunday", "Monday"))
        with pytest.raises(WrongCall, match="nothing to correct yet"):
            archive.release("night-ferry", by=SECOND, now=EVENING, note=NOTE)


def test_a_time_behind_the_embargo_is_the_one_that_is_told(office: Path) -> None:
    """Not that of the embargo, at which nothing comes out."""
    write(office, FERRY.replace("language: en", f"language: en\nembargo: {EVENING}"))
    with Archive.open(office) as archive:
        assert archive.check_draft("night-ferry").out_from == EVENING
        assert archive.release("night-ferry", by=SECOND, now=MORNING, at=NEXT_DAY).out_from == NEXT_DAY


def test_a_correction_is_a_new_version_with_a_public_note(office: Path) -> None:
    """Never without; the earlier version stays, and revisions and changes tell the note as declared."""
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=NOON)
        write(office, FERRY.replace("Sunday", "Monday"))
        with pytest.raises(WrongCall, match="say with --note what is corrected"):
            archive.release("night-ferry", by=SECOND, now=NEXT_DAY)
        draft = archive.release("night-ferry", by=SECOND, now=NEXT_DAY, note=NOTE)
        (listed,) = archive.list()
        assert [(each.version, each.note) for each in listed.released] == [(1, None), (2, NOTE)]
        assert "Sunday" in archive.render(draft.statement, version=1)
        (revision,) = archive.diff(draft.statement)
        assert [(each.old, each.new, each.declared) for each in revision.changes] == [
            ("Sunday", "Monday", True)
        ]
        assert [(each.event, each.because) for each in archive.changes()][1:] == [
            ("edited", f"its keeper corrected it: {NOTE}")
        ]
        assert archive.check("Will the night ferry sail on Sunday?").version == "superseded"


def test_a_withdrawn_message_says_so(office: Path) -> None:
    """A verdict on its words, its statement and what became of it tell it, with day and reason; and it may be put out again."""
    corrected(office)
    with Archive.open(office) as archive:
        draft = archive.withdraw("night-ferry", by=SECOND, why="The ferry does not sail.", now=LATER)
        assert draft.state == "withdrawn"
        told = archive.show(draft.statement).listed.withdrawn
        assert told is not None
        assert (told.at, told.why) == (LATER, "The ferry does not sail.")
        assert archive.check(f"{WORDS} on the quay").version == "withdrawn"
        last = list(archive.changes())[-1]
        assert (last.event, last.because) == ("removed", "its keeper withdrew it: The ferry does not sail.")
        assert [each.event for each in archive.changes(LATER)] == ["removed"]
        with pytest.raises(WrongCall, match="It was withdrawn already"):
            archive.withdraw("night-ferry", by=SECOND, why="Again.", now="2026-05-17T09:00:00Z")
        again = archive.release(
            "night-ferry", by=SECOND, now="2026-05-18T09:00:00Z", note="It sails after all."
        )
        assert again.state == "out"
        assert archive.show(draft.statement).listed.withdrawn is None
        assert archive.check(f"{WORDS} on the quay").version == "current"
        assert archive.verify().findings == ()


def test_a_release_that_waits_can_be_withdrawn(office: Path) -> None:
    """Then it never comes out; a message that was never released has nothing to withdraw."""
    with Archive.open(office) as archive:
        with pytest.raises(WrongCall, match="never released"):
            archive.withdraw("night-ferry", by=SECOND, why="No.", now=NOON)
        archive.release("night-ferry", by=SECOND, now=MORNING, at=EVENING)
        archive.withdraw("night-ferry", by=SECOND, why="No.", now=NOON)
        assert archive.bring_out(LATER) == []
        assert list(archive.list()) == []
        with pytest.raises(NotFound, match="did you mean 'night-ferry'"):
            archive.withdraw("night-ferri", by=SECOND, why="No.", now=NOON)


def test_time_goes_on(office: Path) -> None:
    """What is decided of a message is decided later than what was decided before."""
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=NOON)
        with pytest.raises(WrongCall, match="give a later time"):
            archive.withdraw("night-ferry", by=SECOND, why="No.", now=MORNING)


def test_an_address_is_kept_and_is_one_messages_alone(office: Path) -> None:
    """Once released, a message stays where it stands, and no other can stand there."""
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=NOON)
        write(
            office, FERRY.replace("language: en", "language: en\naddress: https://press.ferries.example/lamp")
        )
        with pytest.raises(WrongCall, match="which it keeps"):
            archive.release("night-ferry", by=SECOND, now=NEXT_DAY, note="Moved.")
        taken = FERRY.replace(
            "language: en", "language: en\naddress: https://press.ferries.example/messages/night-ferry"
        )
        write(office, taken, "other")
        with pytest.raises(WrongCall, match="the message night-ferry stands at"):
            archive.release("other", by=SECOND, now=NEXT_DAY)


def test_a_rebuild_gives_the_same_export(office: Path) -> None:
    """Released, corrected, withdrawn: all of it follows from captures and ledger alone, the drafts deleted."""
    corrected(office)
    with Archive.open(office) as archive:
        archive.withdraw("night-ferry", by=SECOND, why="The ferry does not sail.", now=LATER)
        before = exported(archive)
    for name in ("record.sqlite", "record.sqlite-wal", "record.sqlite-shm"):
        (office / name).unlink(missing_ok=True)
    (office / "drafts" / "night-ferry.md").unlink()
    with Archive.open(office) as archive:
        archive.rebuild()
        assert exported(archive) == before
        (draft,) = archive.drafts()
        assert (draft.state, draft.digest) == ("withdrawn", None)
        assert archive.verify().findings == ()


def test_tampering_is_named(office: Path) -> None:
    """Other bytes in the WARC, another name or time in the ledger: `verify` says where."""
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=MORNING, at=EVENING)
    (line,) = ledger(office, "release")
    locator = line["locator"]
    assert isinstance(locator, dict)
    warc, told = office / locator["file"], (office / "ledger.jsonl").read_text("utf-8")
    whole = warc.read_bytes()
    warc.write_bytes(whole[:-20] + b"\0" * 20)
    with Archive.open(office) as archive:
        (finding,) = archive.verify().findings
        assert finding.code == "changed_bytes"
        assert "the message night-ferry, released at 2026-05-14T08:00:00Z" in finding.message
    warc.write_bytes(whole)
    (office / "ledger.jsonl").write_text(
        told.replace('"released_at":"2026-05-14T08', '"released_at":"2026-05-14T07'), "utf-8"
    )
    with Archive.open(office) as archive:
        assert {each.code for each in archive.verify().findings if each.severity == "error"} == {
            "changed_line"
        }


def test_a_kill_between_the_lines_loses_nothing(office: Path) -> None:
    """Whatever of the last lines was written: the release holds, and the next look brings the message out."""
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=NOON)
        before = exported(archive)
    whole = (office / "ledger.jsonl").read_bytes()
    lines = whole.splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if b'"event":"release"' in line)
    for kept in (first + 1, first + 2):
        folder = made_office(office.parent / f"killed{kept}")
        write(folder, FERRY)
        (folder / "ledger.jsonl").write_bytes(b"".join(lines[:kept]) + lines[kept][:30])
        for warc in (office / "captures").iterdir():
            (folder / "captures" / warc.name).write_bytes(warc.read_bytes())
        with Archive.open(folder) as archive:
            assert list(archive.list()) == []
            assert len(archive.bring_out(NOON)) == 1
            assert exported(archive) == before
            assert [each for each in archive.verify().findings if each.severity == "error"] == []


def test_a_backup_has_drafts_and_releases(office: Path, tmp_path: Path) -> None:
    """What was written and not released yet cannot be made again either."""
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=MORNING, at=EVENING)
    write(office, FERRY.replace("Sunday", "Monday"), "another")
    Archive.backup(office, tmp_path / "backup.tar")
    Archive.restore(tmp_path / "backup.tar", tmp_path / "restored")
    with Archive.open(tmp_path / "restored") as archive:
        assert [(each.name, each.state) for each in archive.drafts()] == [
            ("another", "draft"),
            ("night-ferry", "released"),
        ]
        assert len(archive.bring_out(EVENING)) == 1


def test_a_removal_takes_what_waited_too(office: Path) -> None:
    """No byte of a removed message stays in a WARC, and it does not come out again."""
    with Archive.open(office) as archive:
        draft = archive.release("night-ferry", by=SECOND, now=MORNING, at=NOON)
        archive.bring_out(NOON)
        archive.redact(draft.statement, by=SECOND, why="A court said so.", now=NEXT_DAY)
        assert archive.bring_out(LATER) == []
        assert list(archive.list()) == []
        with pytest.raises(WrongCall, match="removed because the law required it"):
            archive.release("night-ferry", by=SECOND, now=LATER, note="Again.")
        assert archive.verify().findings == ()
    import gzip

    for warc in (office / "captures").iterdir():
        assert WORDS.encode() not in gzip.decompress(warc.read_bytes())


def test_a_passage_is_removed_of_a_message(office: Path) -> None:
    """The rest stays, and the same bytes are not brought out once more."""
    with Archive.open(office) as archive:
        draft = archive.release("night-ferry", by=SECOND, now=MORNING, at=NOON)
        archive.bring_out(NOON)
        archive.redact(draft.statement, passage=WORDS, by=SECOND, why="A court said so.", now=NEXT_DAY)
        assert archive.bring_out(LATER) == []
        shown = archive.render(draft.statement)
        assert "█████ on the quay" in shown
        assert "It will, as it did before the winter." in shown
        assert archive.verify().findings == ()


def test_messages_that_are_alike_stay_apart(office: Path) -> None:
    """Two that say nearly the same are two, as they were released as two; a copy elsewhere is one of the first."""
    write(office, FERRY.replace("2026-05-14", "2026-05-15"), "again")
    with Archive.open(office) as archive:
        one = archive.release("night-ferry", by=SECOND, now=NOON).statement
        other = archive.release("again", by=SECOND, now=NEXT_DAY).statement
        assert {each.id for each in archive.list()} == {one, other}
        assert all(each.joined == () for each in archive.list())


def test_a_message_in_wholly_other_words_is_the_same_message(office: Path) -> None:
    """An address that is given to another text elsewhere; a message that is released again under its name is corrected."""
    other = FERRY.partition("**Question")[0].replace("on the night ferry", "counts herring") + (
        "The herring were counted twice this year. Nobody found the third count that had been promised to both assemblies.\n"
    )
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=NOON)
        write(office, other)
        draft = archive.release(
            "night-ferry", by=SECOND, now="2026-08-14T12:00:00Z", note="All of it was wrong."
        )
        (listed,) = archive.list()
        assert (listed.id, len(listed.versions)) == (draft.statement, 2)
        assert [each.event for each in archive.changes()] == ["new", "edited"]


def test_archives_of_others_know_nothing_of_it(tmp_path: Path) -> None:
    """An archive without messages of its own is asked for them, and has none."""
    Archive.create(tmp_path / "archive", now=NOON).close()
    with Archive.open(tmp_path / "archive") as archive:
        assert list(archive.drafts()) == []
        assert archive.bring_out(NOON) == []
