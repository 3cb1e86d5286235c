"""Revisions and events as an archive tells them, from pages as sites serve them."""

from __future__ import annotations

import json
import subprocess
from itertools import islice
from pathlib import Path

import pytest

import loaded
from invented_warcs import record
from onrecord import Archive, Event, NotFound, WrongCall
from onrecord.cli.front import run

PLACE = "https://harbours.example/speeches/7"
NOW = "2031-06-01T12:00:00Z"
WORDS = (
    "The old quay stays open for every boat that needs it. We sail with 40 boats in the spring."
    " We will not sell a single stone of it, and nobody has asked us to."
)


def page(
    words: str = WORDS,
    *,
    furniture: str = "12:00",
    title: str = "Speech by Minister Ada Verne at the pier",
    line: str = "",
) -> bytes:
    """Return a page of an invented ministry; its clock moves from capture to capture."""
    return f"""<!doctype html><html lang="en"><head><title>{title}</title></head><body>
<nav><a href="/">Home</a> <a href="/all">All messages</a></nav><p>Port Ellery {furniture}</p>
<main><h1>{title}</h1><p>Posted 3 March 2031</p>{line}<p>{words}</p></main>
<footer>Ministry of Harbours, 1 Quay Street</footer></body></html>""".encode()


def response(body: bytes, at: str, *, url: str = PLACE, status: str = "200 OK", head: str = "") -> bytes:
    """Return a WARC response record of the page."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{head}\r\n".encode() + body
    return record("response", block, f"WARC-Target-URI: {url}", f"WARC-Date: {at}", "Content-Type: application/http; msgtype=response")  # fmt: skip


def day(n: int) -> str:
    """Return noon of a day in May 2031."""
    return f"2031-05-{n:02}T12:00:00Z"


NOT_THERE = b"<html><title>Not found</title><body><h1>Not found</h1></body></html>"
REFUSED = b"<html><title>Access denied</title><body><h1>Access denied</h1></body></html>"


class Kept:
    """An archive in a folder to which records are added, each call a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.archive = Archive.create(folder / "archive", now=NOW)
        self.files = 0

    def add(self, *records: bytes) -> None:
        """Add a WARC of these records."""
        self.files += 1
        path = self.folder / f"{self.files}.warc"
        path.write_bytes(b"".join(records))
        self.archive.add(path, now=NOW)

    @property
    def id(self) -> str:
        """Return the id of the one statement."""
        (listed,) = self.archive.list()
        return listed.id

    def told(self) -> list[tuple[int, int, tuple[str | None, str | None], list[tuple[str, str, str]]]]:
        """Return the revisions: from, to, between, and the changes."""
        return [
            (each.from_, each.to, each.between, [(one.kind, one.old, one.new) for one in each.changes])
            for each in self.archive.diff(self.id)
        ]

    def events(self, since: str | None = None) -> list[tuple[str, str]]:
        """Return what happened, and when it was seen."""
        return [(each.event, each.seen_at) for each in self.archive.changes(since)]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """Return an archive without captures."""
    return Kept(tmp_path)


def test_an_edit_is_told_between_two_captures(kept: Kept) -> None:
    """Moving furniture is no edit, and the time is an interval."""
    edited = WORDS.replace("40", "14")
    kept.add(
        response(page(), day(1)),
        response(page(furniture="13:05"), day(2)),
        response(page(edited, furniture="9:30"), day(5)),
        response(page(edited, furniture="10:30"), day(6)),
    )
    assert kept.told() == [(1, 2, (day(2), day(5)), [("number", "40", "14")])]
    assert kept.events() == [("new", day(1)), ("edited", day(5))]


def test_a_sentence_put_in_below_a_line_that_other_pages_have_too_is_an_edit(kept: Kept) -> None:
    """Speeches end with thanks; what somebody puts behind it is no box of the site's, which had something there before."""
    put_in = "To see the charts of the harbour, ask for them at the window on the left."
    ended = "</p><p>Thank you all very much, and a good evening.</p>"
    others = [
        response(
            page(
                f"We met the crew of the {name} and thanked them for {name} soup, which is hard to make."
                + ended,
                title=f"Speech by Minister Ada Verne on the {name}",
            ),
            day(n + 1),
            url=f"https://harbours.example/speeches/{n}{n}",
        )
        for n, name in enumerate(("Tern", "Heron", "Gannet"))
    ]
    own = page(WORDS + ended), page(WORDS + ended + f"<p>{put_in}</p>")
    kept.add(*others, response(own[0], day(4)), response(own[1], day(5)))
    (mine,) = [each for each in kept.archive.list() if PLACE in each.versions[0].addresses]
    (revision,) = kept.archive.diff(mine.id)
    assert [(each.kind, each.new) for each in revision.changes] == [("sentence_added", put_in)]


THANKS = "The Ministry thanks everybody who sailed with us in this hard year."


def others(*shown: bool) -> list[bytes]:
    """Return captures of four other speeches, one for each of `shown`, ten days apart: with or without a last line of thanks."""
    return [
        response(
            page(
                f"We met the crew of the {name}, and thanked all {n + 3} of them for {name} soup."
                + (f"</p><p>{THANKS}" if ends else ""),
                title=f"Speech by Minister Ada Verne on the {name}",
                furniture=f"{10 + at}:0{n}",
            ),
            day(10 * at + n + 1),
            url=f"https://harbours.example/speeches/{n}{n}",
        )
        for n, name in enumerate(("Tern", "Heron", "Gannet", "Plover"))
        for at, ends in enumerate(shown)
    ]


def changes_of_mine(kept: Kept) -> list[tuple[str, str, str]]:
    """Return what changed in the one speech."""
    (mine,) = [each for each in kept.archive.list() if PLACE in each.versions[0].addresses]
    return [
        (one.kind, one.old, one.new) for revision in kept.archive.diff(mine.id) for one in revision.changes
    ]


def test_a_line_that_other_speeches_end_with_all_along_is_an_edit_where_it_is_put_in(kept: Kept) -> None:
    """The site did not set it there: on the other pages nothing came or went."""
    put_in = page(f"{WORDS}</p><p>{THANKS}")
    kept.add(*others(True, True), response(page(), day(5)), response(put_in, day(9)))
    assert changes_of_mine(kept) == [("sentence_added", "", THANKS)]


def test_a_line_that_other_speeches_end_with_is_told_when_it_is_taken_out(kept: Kept) -> None:
    """What is true of words put in is true of words taken out."""
    ended = page(f"{WORDS}</p><p>{THANKS}")
    kept.add(*others(True, True), response(ended, day(5)), response(page(), day(9)))
    assert changes_of_mine(kept) == [("sentence_removed", THANKS, "")]


@pytest.mark.parametrize("shown", [(True,), (False, True)], ids=["seen once", "set everywhere"])
def test_a_line_that_may_be_the_sites_is_counted(kept: Kept, shown: tuple[bool, ...]) -> None:
    """Where the site sets the line on its other pages, or nobody knows, it is a cosmetic change with its words, and no event."""
    put_in = page(f"{WORDS}</p><p>{THANKS}")
    kept.add(*others(*shown), response(page(), day(5)), response(put_in, day(10)))
    assert changes_of_mine(kept) == [("cosmetic", "", THANKS)]
    assert "edited" not in [event for event, _ in kept.events()]


def test_turns_put_in_below_a_line_of_the_time_are_an_edit(kept: Kept) -> None:
    """Transcripts end with the time of day, as those of other days do; who puts a question and its answer behind it sets no box there."""
    title = "Briefing by Ministry Spokesperson Ada Verne, {}"
    first = "QUESTION: {} Will it sail?</p><p>MS VERNE: It will sail, as it did. {}</p><p>12:54 P.M. BST"
    later = "</p><p>QUESTION: And in winter?</p><p>MS VERNE: In winter nobody on this coast sails.</p><p>12:55 P.M. BST"
    near = [
        response(
            page(
                first.format(f"The boat of {each}.", f"Nothing has changed since {each}."),
                title=title.format(f"May {each}, 2031"),
            ),
            day(each),
            url=f"https://harbours.example/briefings/{each}",
        )
        for each in range(2, 8)
    ]
    own = first.format("The night ferry.", "We have said so.")
    kept.add(
        *near,
        response(page(own, title=title.format("May 1, 2031")), day(1)),
        response(page(own + later, title=title.format("May 1, 2031"), furniture="9:41"), day(9)),
    )
    (listed,) = (each for each in kept.archive.list() if len(each.versions) == 2)
    (revision,) = kept.archive.diff(listed.id)
    put_in = " ".join(change.new for change in revision.changes if change.kind == "sentence_added")
    assert "And in winter?" in put_in
    assert "In winter nobody on this coast sails." in put_in


def test_a_line_put_in_behind_the_time_at_the_end_is_an_edit(kept: Kept) -> None:
    """All transcripts end with the time of day; below it stood at once what stands behind the new line now."""
    title = "Briefing by Ministry Spokesperson Ada Verne, {}"
    words = "QUESTION: {} Will it sail?</p><p>MS VERNE: It will sail, as it did. {}</p><p>12:54 P.M. BST"
    near = [
        response(
            page(words.format(f"The boat of {each}.", f"Nothing has changed since {each}."), title=title.format(f"May {each}, 2031")),
            day(each),
            url=f"https://harbours.example/briefings/{each}",
        )
        for each in (2, 3, 4)
    ]  # fmt: skip
    own = words.format("The old pilot boat.", "It is in the yard now, and is painted.")
    put_in = "To see the 14 charts of the harbour, ask for them at window 2 on the left."
    mine = title.format("May 1, 2031")
    kept.add(
        *near,
        response(page(own, title=mine), day(5)),
        response(page(f"{own}</p><p>{put_in}", title=mine), day(6)),
    )
    assert changes_of_mine(kept) == [("sentence_added", "", put_in)]


def test_a_page_that_was_cut_off_behind_the_words_tells_of_no_edit(kept: Kept) -> None:
    """The end mark that stands behind the cut was not taken out, whether the page was cut off first or later."""
    whole = page(f"{WORDS}</p><p>###")
    cut = whole[: whole.index(b"<p>###")]
    kept.add(response(cut, day(1)), response(whole, day(2)), response(cut, day(3)), response(whole, day(4)))
    assert kept.told() == []


def test_a_state_that_both_pages_state_in_the_same_words_did_not_change(kept: Kept) -> None:
    """Who says so was mended by the source: that is the change, whether we took it for a rule of the call before or not."""
    call = "{who}: Good morning. This call is on background, attributable to harbour officials.</p><p>MS. VERNE: Thank you all for coming."
    asked, opened = (
        response(
            page(call.format(who=who), title="Press briefing by Minister Ada Verne on the pier"),
            day(n),
        )
        for n, who in ((3, "QUESTION"), (5, "MODERATOR"))
    )
    kept.add(asked, opened)
    (revision,) = kept.archive.diff(kept.id)
    assert [(each.kind, each.old, each.new) for each in revision.changes] == [
        ("label", "QUESTION", "MODERATOR")
    ]


def test_a_state_that_the_source_adds_is_told(kept: Kept) -> None:
    """A line that says so came."""
    kept.add(response(page(), day(3)), response(page(line="<p>EMBARGOED until 18:00</p>"), day(5)))
    changes = [each for revision in kept.archive.diff(kept.id) for each in revision.changes]
    assert ("status", "embargo") in [(each.kind, each.new) for each in changes]


def test_a_text_that_comes_back_is_told_as_seen(kept: Kept) -> None:
    """A, B, A is two revisions, the second back to the first version."""
    edited = WORDS.replace("We will not sell", "We will sell")
    kept.add(
        response(page(), day(1)), response(page(edited), day(2)), response(page(furniture="1:00"), day(3))
    )
    assert kept.told() == [
        (1, 2, (day(1), day(2)), [("negation", "not", "")]),
        (2, 1, (day(2), day(3)), [("negation", "", "not")]),
    ]
    forth, back = (each for each in kept.archive.changes() if each.event == "edited")
    assert forth.id != back.id


def test_what_is_told_beside_the_words_is_a_revision_within_a_version(kept: Kept) -> None:
    """Another day of posting, or a notice that is taken away, changes no word."""
    rush = "<p><em>Rush transcript</em></p>"
    later = page(furniture="2:00").replace(b"3 March", b"4 March")
    kept.add(response(page(line=rush), day(1)), response(page(), day(2)), response(later, day(3)))
    told = kept.told()
    assert [(one, other) for one, other, _, _ in told] == [(1, 1), (1, 1)]
    assert ("status", "rush", "") in told[0][3]
    assert told[1][3] == [("date", "2031-03-03", "2031-03-04")]


def test_two_versions_that_do_not_follow_each_other_are_compared_on_request(kept: Kept) -> None:
    """The step from the first to the third, over the second."""
    second, third = WORDS.replace("40", "14"), WORDS.replace("40", "15")
    kept.add(response(page(), day(1)), response(page(second), day(2)), response(page(third), day(3)))
    (far,) = kept.archive.diff(kept.id, 1, 3)
    assert (far.from_, far.to, far.between) == (1, 3, (day(1), day(3)))
    assert [(one.old, one.new) for one in far.changes] == [("40", "15")]
    (back,) = kept.archive.diff(kept.id, 3, 1)
    assert [(one.old, one.new) for one in back.changes] == [("15", "40")]
    with pytest.raises(NotFound, match="versions 1 to 3"):
        list(kept.archive.diff(kept.id, 1, 4))
    with pytest.raises(WrongCall):
        list(kept.archive.diff(kept.id, 2))


def test_gone_refused_and_back_are_events_of_their_own(kept: Kept) -> None:
    """A 404 removes the statement and tells its last good capture; a refusal removes nothing."""
    kept.add(
        response(page(), day(1)),
        response(REFUSED, day(2), status="403 Forbidden"),
        response(page(furniture="8:00"), day(3)),
        response(NOT_THERE, day(4), status="404 Not Found"),
        response(NOT_THERE, day(5), status="410 Gone"),
    )
    assert kept.told() == []
    assert kept.events() == [("new", day(1)), ("blocked", day(2)), ("removed", day(4))]
    removed = list(kept.archive.changes())[-1]
    assert removed.last_good is not None
    assert (removed.last_good.captured_at, removed.last_good.version) == (day(3), 1)
    assert removed.between == (day(3), day(4))
    assert "404" in removed.because
    assert kept.archive.check("The old quay stays open for every boat that needs it").version == "withdrawn"
    kept.add(response(page(furniture="9:00"), day(6)))
    assert kept.events()[-1] == ("returned", day(6))
    assert kept.archive.check("The old quay stays open for every boat that needs it").version == "current"


def test_a_page_that_sends_on_is_moved(kept: Kept) -> None:
    """It is told where to; the statement is not gone."""
    on = (
        b'<html><head><meta http-equiv="refresh" content="0; url=/speeches/new/7"></head><body></body></html>'
    )
    kept.add(response(page(), day(1)), response(on, day(2)))
    moved = list(kept.archive.changes())[-1]
    assert (moved.event, moved.url) == ("moved", "https://harbours.example/speeches/new/7")


def test_a_notice_that_gets_its_statement_is_resolved(kept: Kept) -> None:
    """It was announced before it was held."""
    others = "".join(f'<li>0{n}.02.2031 - <a href="/speeches/{n}">On the harbour of Tarn, number {n}</a><p>A lead.</p></li>' for n in range(1, 5))  # fmt: skip
    first = (
        f'<li>03.03.2031 - <a href="{PLACE}">Speech by Minister Ada Verne at the pier</a><p>A lead.</p></li>'
    )
    listing = f"<!doctype html><html lang='en'><title>Latest</title><h1>Latest messages</h1><ul>{first}{others}</ul></html>"
    kept.add(response(listing.encode(), day(1), url="https://harbours.example/all"))
    assert kept.events() == []
    kept.add(response(page(), day(4)))
    events = list(kept.archive.changes())
    assert [each.event for each in events] == ["new", "resolved"]
    assert events[1].notice is not None
    assert (events[1].notice.url, events[1].between) == (PLACE, (day(1), day(4)))


def test_behind_a_cursor_stands_what_was_learnt_since(kept: Kept) -> None:
    """However old the captures are that come late; a time asks for when it was seen."""
    kept.add(response(page(), day(1)), response(page(WORDS.replace("40", "14")), day(9)))
    events = list(kept.archive.changes())
    cursor = events[-1].cursor
    assert kept.events(cursor) == []
    assert kept.events("2031-05-09") == [("edited", day(9))]
    kept.add(response(page(WORDS.replace("40", "15")), day(5)))
    late = list(kept.archive.changes(cursor))
    assert [(each.event, each.between) for each in late] == [
        ("edited", (day(1), day(5))),
        ("edited", (day(5), day(9))),
    ]
    assert not kept.archive.was_read_otherwise(cursor)
    for no_day in ("2031-13", "2031-02-30"):
        with pytest.raises(WrongCall, match="no time and no cursor"):
            list(kept.archive.changes(no_day))
    with pytest.raises(WrongCall, match="no time and no cursor"):
        kept.events("yesterday")


def test_the_first_events_are_told_without_going_through_all_captures(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of sixty statements the first three are asked for: their captures are looked at, and few besides."""
    from onrecord.archive import events
    from onrecord.record import History, Window

    titles = [f"Speech by Minister Ada Verne at pier {n}" for n in range(60)]
    kept.add(
        *(
            response(page(f"{WORDS} Pier {n}.", title=title), day(1), url=f"{PLACE}/{n}")
            for n, title in enumerate(titles)
        )
    )
    asked: list[Window] = []
    told = History.all

    def all_of(history: History, moment: str | None, window: Window) -> object:
        asked.append(window)
        return told(history, moment, window)

    monkeypatch.setattr(events, "_FIRST_WINDOW", 5)
    monkeypatch.setattr(History, "all", all_of)
    first = list(islice(kept.archive.changes(), 3))
    assert [each.event for each in first] == ["new"] * 3
    assert [window.start for window in asked] == [0]
    every = [*first, *kept.archive.changes(first[-1].cursor)]
    assert [each.title for each in every] == titles
    assert len(asked) == 5  # one, and from there on 5, 10, 20, 40


def test_the_order_of_adding_changes_no_event_but_its_cursor(tmp_path: Path) -> None:
    """Captures out of order, without time, twice: the same ids, revisions and intervals."""
    records = [
        response(page(), day(1)), response(page(WORDS.replace("40", "14")), day(4)), response(NOT_THERE, day(7), status="404 Not Found"),
        response(page(furniture="7:00"), day(9)),
    ]  # fmt: skip

    def told(name: str, batches: list[list[bytes]]) -> list[tuple[object, ...]]:
        (tmp_path / name).mkdir()
        kept = Kept(tmp_path / name)
        for batch in batches:
            kept.add(*batch)
        assert not list(kept.archive.verify().findings)
        return sorted(_aside_from_cursor(each) for each in kept.archive.changes())

    straight = told("straight", [records])
    assert [each[1] for each in straight].count("edited") == 2
    assert told("backwards", [[each] for each in reversed(records)]) == straight
    assert told("twice", [records[2:], records, records[:1]]) == straight


def _aside_from_cursor(event: Event) -> tuple[object, ...]:
    return event.id, event.event, event.between, event.seen_at


def test_a_rebuild_tells_the_same(kept: Kept) -> None:
    """Revisions and events follow from captures and ledger."""
    kept.add(response(page(), day(1)), response(page(WORDS.replace("40", "14")), day(9)))
    before = kept.told(), list(kept.archive.changes())
    kept.archive.rebuild()
    assert (kept.told(), list(kept.archive.changes())) == before


def test_what_the_keeper_corrects_is_no_edit(kept: Kept) -> None:
    """The versions are compared as they were read."""
    labelled = WORDS.replace("We sail", "</p><p><b>ADA VERNE:</b> We sail")
    kept.add(response(page(labelled), day(1)), response(page(labelled.replace("40", "14")), day(9)))
    before = kept.told()
    kept.archive.correct(kept.id, by="Ines Marr", why="The recording.", version=1, quote="We sail with 40 boats", sets={"label": "BEL OLM"}, now=NOW)  # fmt: skip
    assert kept.told() == before


def test_diff_and_changes_on_the_command_line(kept: Kept, capfd: pytest.CaptureFixture[str]) -> None:
    """One revision a line as JSON, with the keys of the contract; readable without colour for people."""
    kept.add(response(page(), day(1)), response(page(WORDS.replace("40 boats", "14boats")), day(9)))
    folder = ("--archive", str(kept.folder / "archive"))
    assert run(["diff", kept.id, "--json", *folder]) == 0
    (line,) = capfd.readouterr().out.splitlines()
    value = json.loads(line)
    assert list(value) == ["id", "from", "to", "between", "changes"]
    assert list(value["changes"][0]) == ["turn", "kind", "old", "new", "prefix", "suffix", "declared"]
    assert run(["diff", kept.id, *folder]) == 0
    shown = capfd.readouterr().out
    assert f"version 1 → 2   between {day(1)} and {day(9)}" in shown
    assert "*40*" in shown
    assert "not declared" in shown
    assert run(["diff", kept.id, "1", *folder]) == 2
    capfd.readouterr()
    assert run(["changes", "--since", "2031-05-02", "--json", *folder]) == 0
    (event,) = [json.loads(each) for each in capfd.readouterr().out.splitlines()]
    assert (event["event"], event["revision"]["to"]) == ("edited", 2)
    assert run(["changes", *folder]) == 0
    assert "edited" in capfd.readouterr().out
    assert run(["changes", "--since", "soon", *folder]) == 2


def test_spacing_alone_is_counted_and_not_shown(kept: Kept, capfd: pytest.CaptureFixture[str]) -> None:
    """`--cosmetic` shows it."""
    kept.add(response(page(), day(1)), response(page(WORDS.replace("old quay", "oldquay")), day(9)))
    folder = ("--archive", str(kept.folder / "archive"))
    assert run(["diff", kept.id, "--json", *folder]) == 0
    hidden = capfd.readouterr()
    assert hidden.out == ""
    assert "1 cosmetic change" in hidden.err
    assert run(["diff", kept.id, "--json", "--cosmetic", *folder]) == 0
    assert json.loads(capfd.readouterr().out)["changes"][0]["kind"] == "cosmetic"
    assert kept.events() == [("new", day(1))]


def test_the_same_text_at_another_address_is_joined(kept: Kept) -> None:
    """It is one statement from then on, and its text at the other address is no edit."""
    long = " ".join(
        f"The quay number {n} stays open for every boat of Tarn that needs it in the spring."
        for n in range(12)
    )
    kept.add(response(page(long), day(1)))
    kept.add(response(page(long), day(4), url="https://harbours.example/new/7"))
    assert kept.told() == []
    events = list(kept.archive.changes())
    assert [(each.event, each.url) for each in events] == [
        ("new", PLACE),
        ("joined", "https://harbours.example/new/7"),
    ]
    assert events[1].between == (day(1), day(4))


def test_two_programs_that_add_captures_of_one_statement_lose_nothing(kept: Kept) -> None:
    """One waits for the other: each capture is there once, and `verify` agrees."""
    paths = []
    for n, words in enumerate((WORDS, WORDS.replace("40", "14"), WORDS.replace("40", "15"))):
        path = kept.folder / f"p{n}.warc"
        path.write_bytes(b"".join(response(page(words, furniture=f"{hour}:00"), f"2031-05-{n + 1:02}T{hour:02}:00:00Z") for hour in range(10, 16)))  # fmt: skip
        paths.append(path)
    kept.archive.close()
    folder = str(kept.folder / "archive")
    running = [
        subprocess.Popen([*loaded.program("from onrecord.cli import main; main()"), "--archive", folder, "add", *map(str, order)], stdout=subprocess.DEVNULL)
        for order in (paths, paths[::-1])
    ]  # fmt: skip
    assert [each.wait() for each in running] == [0, 0]
    with Archive.open(folder) as archive:
        (listed,) = archive.list()
        assert len(listed.witnesses) == 18
        assert [(each.from_, each.to) for each in archive.diff(listed.id)] == [(1, 2), (2, 3)]
        assert archive.verify().findings == ()


def test_where_nothing_changed_all_captures_that_were_compared_are_counted(
    kept: Kept, capfd: pytest.CaptureFixture[str]
) -> None:
    """Those at another address of the source, too; a copy elsewhere is told with the copies."""
    second, elsewhere = "https://harbours.example/archive/7", "https://gazette.example/7"
    kept.add(
        response(page(), day(1)),
        response(page(furniture="13:05"), day(2), url=second),
        response(page(furniture="14:05"), day(4), url=second),
        response(page(furniture="15:05"), day(5), url=elsewhere),
    )
    assert run(["diff", kept.id, "--archive", str(kept.folder / "archive")]) == 0
    assert capfd.readouterr().err.splitlines() == [
        "Nothing changed in what was captured of it: 3 captures at 2 addresses, each compared with itself,"
        f" from {day(1)} to {day(4)}.",
        "1 capture of copies is not compared: show --copies tells what each has otherwise.",
    ]
