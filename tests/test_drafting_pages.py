"""The keeper's own messages on pages: read back as they were written, corrected, withdrawn, previewed; and whose they are."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from drafting_office import FERRY, LATER, MORNING, NEXT_DAY, NOON, SECOND, made_office, write
from onrecord import Archive, Profile, WrongCall
from onrecord.capture import Captured, digest_of
from onrecord.model import Capture, Locator, Reading, Statement, Turn
from onrecord.record.deriving.pages import read_captured
from onrecord.web import Settings, serve
from served import serving

NOTE = "The ferry sails on Monday."
AT = "2026-05-20T09:00:00Z"

MESSAGES = {
    "an interview": FERRY,
    "a speech": """---
title: Speech at the opening of the Harbour Assembly
kinds: speech
speakers: Ilse Varga, Minister for Foreign Affairs
given on: 2026-02-02
posted on: 2026-02-03
place: Vessel City
occasion: Opening of the Harbour Assembly
language: en-GB
status: check_against_delivery
text: original
part: 2
continues: yes
written by: Ines Marr
---

Members of the Assembly, it is the custom of this house that the minister speaks once a year.

## The season

Since the first of this month our boats have been out on the bank, and they have come home full.

1. The first harbour has paid.
2. The second has not.

## The neighbour

Our neighbour counts the same boats and finds *another* number. I have asked for [the list](https://lists.example/).
""",
    "a news conference of two": """---
title: Joint news conference in Port Orlin
kinds: news_conference, joint_statement
speakers:
  - Ilse Varga, Foreign Minister
  - Odo Prell, Minister of Boats
given on: 2026-05-03
place: Port Orlin
language: en
status: rush, edited
text: interpreted
written by: Ines Marr
---

**Moderator:** Good morning. The ministers will first say a few words to you.

**Ilse Varga:** We met for three hours, and the treaty was on the table for two of them.

**Odo Prell (via interpreter):** For one of them. (Laughter.) We do agree [both of us] on the weather.

**Question:** Which of you counted the hours?

**Odo Prell (via interpreter):** The clock on the wall did that for us.
""",
    "a letter in French": """---
title: Lettre de la ministre aux pilotes du port
kinds: letter
speakers: Ilse Varga
given on: 2026-03-02
place: Ville-du-Vaisseau
language: fr
text: official_translation
written by: Ines Marr
---

Chers pilotes,

La lampe du quai brûle de nouveau, et c’est vous qui l’avez allumée. Nous ne l’oublierons pas.
""",
    "an announcement in Arabic": """---
title: إعلان بشأن معاهدة الميناء
kinds: announcement
posted on: 2026-03-04
language: ar
written by: Ines Marr
---

تؤكد الوزارة أن المعاهدة لا تزال سارية، وأن اللجنة المشتركة ستجتمع في الشهر المقبل في المدينة.
""",
}
# What identifies a statement and where its words were found are of the page it was read from; all else must come back.
FIELDS = [
    field for field in Statement.__struct_fields__ if field not in ("id", "turns", "evidence", "source")
]
TURN_FIELDS = [field for field in Turn.__struct_fields__ if field != "span"]


def told(statement: Statement) -> dict[str, object]:
    """Return all that a statement says, to the last space."""
    turns = [{field: getattr(turn, field) for field in TURN_FIELDS} for turn in statement.turns]
    return {"turns": turns, **{field: getattr(statement, field) for field in FIELDS}}


def read_back(path: Path) -> Reading:
    """Return what our own reader makes of a published page."""
    body = path.read_bytes()
    locator = Locator(path.name, 0, len(body))
    capture = Capture("https://record.example/page", None, digest_of(body), "text/html", locator)
    reading = read_captured(Captured(capture, body, "utf-8"))
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize("name", MESSAGES)
def test_what_is_published_reads_back_as_it_was_written(name: str, tmp_path: Path) -> None:
    """Title, days, place, speakers, kinds, status, part and every turn; corrected with a note as well."""
    office = made_office(tmp_path / "office")
    write(office, MESSAGES[name], "message")
    with Archive.open(office) as archive:
        draft = archive.release("message", by=SECOND, now=NOON)
        assert [issue for issue in draft.issues if issue.severity != "note"] == []
        assert draft.read is not None
        archive.publish(tmp_path / "site", at=AT)
        (back,) = read_back(tmp_path / "site" / "statements" / draft.statement / "index.html").statements
        assert told(back) == told(draft.read)
        write(
            office,
            MESSAGES[name].rstrip() + "\n\nThis was added the day after, and is said to be.\n",
            "message",
        )
        again = archive.release(
            "message", by=SECOND, now=NEXT_DAY, note="A sentence on 3 May 2026 was added."
        )
        archive.publish(tmp_path / "site", at=AT)
    (back,) = read_back(tmp_path / "site" / "statements" / draft.statement / "index.html").statements
    assert again.read is not None
    assert told(back) == told(again.read)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office whose message was corrected the day after it came out."""
    folder = made_office(tmp_path / "office")
    write(folder, FERRY)
    with Archive.open(folder) as archive:
        archive.release("night-ferry", by=SECOND, now=NOON)
        write(folder, FERRY.replace("Sunday", "Monday"))
        archive.release("night-ferry", by=SECOND, now=NEXT_DAY, note=NOTE)
    return folder


def site_of(folder: Path, where: Path, at: str = AT) -> dict[str, str]:
    """Return the files of the site that is published of an office, by their paths; the message's folder is MESSAGE."""
    with Archive.open(folder) as archive:
        statement = archive.check_draft("night-ferry").statement
        archive.publish(where, at=at)
    return {
        path.relative_to(where).as_posix().replace(statement, "MESSAGE"): path.read_text("utf-8").replace(
            statement, "MESSAGE"
        )
        for path in where.rglob("*.*")
    }


def test_a_correction_is_shown_with_its_note(office: Path, tmp_path: Path) -> None:
    """On both versions; the earlier one stays at its address."""
    site = site_of(office, tmp_path / "site")
    page, first = site["statements/MESSAGE/index.html"], site["statements/MESSAGE/v1/index.html"]
    assert f"<strong>Corrected in version 2:</strong> <bdi>{NOTE}</bdi>" in page
    assert NOTE in first
    assert "on Sunday?" in first
    assert "on Monday?" in page
    assert '"@type": "CorrectionComment"' in page


def test_a_question_that_other_messages_have_too_is_no_furniture(office: Path) -> None:
    """Of the keeper's own messages a changed line is told as changed, though it stands in three others as it was."""
    for name in ("first", "second", "third"):
        write(office, FERRY.replace("on the night ferry", f"on the {name} pier"), name)
    with Archive.open(office) as archive:
        for name in ("first", "second", "third"):
            archive.release(name, by=SECOND, now=NOON)
        statement = archive.check_draft("night-ferry").statement
        (step,) = archive.diff(statement)
        assert [(each.old, each.new) for each in step.changes] == [("Sunday", "Monday")]


def test_a_note_that_begins_with_the_word_does_not_say_it_twice(office: Path, tmp_path: Path) -> None:
    """On the message's page and in the changes; the note itself is kept as it was given."""
    write(office, FERRY.replace("Sunday", "Tuesday"))
    with Archive.open(office) as archive:
        archive.release("night-ferry", by=SECOND, now=LATER, note="Corrected: it sails on Tuesday.")
    site = site_of(office, tmp_path / "site")
    page = site["statements/MESSAGE/index.html"]
    assert "<strong>Corrected in version 3:</strong> <bdi>it sails on Tuesday.</bdi>" in page
    assert "Corrected: <bdi>it sails on Tuesday.</bdi>" in page
    assert '"text": "Corrected: it sails on Tuesday."' in page
    assert "orrected it: it sails on Tuesday." in site["changes/index.html"]


def test_a_withdrawn_message_keeps_its_address_and_no_word(office: Path, tmp_path: Path) -> None:
    """Its page says so, with day and reason; changes and edits tell that, while lists, new messages and the first page know it no more."""
    with Archive.open(office) as archive:
        archive.withdraw("night-ferry", by=SECOND, why="The ferry does not sail.", now=LATER)
        assert "lamp" not in "".join(archive.export(published=True))
    site = site_of(office, tmp_path / "site")
    for name in ("statements/MESSAGE/index.html", "statements/MESSAGE/v1/index.html"):
        assert "Withdrawn by its keeper" in site[name]
        assert "The ferry does not sail." in site[name]
        assert "16 May 2026" in site[name]
    assert [name for name, text in site.items() if "lamp on the quay" in text] == []
    named = {name for name, text in site.items() if "MESSAGE" in text}
    assert named == {
        "statements/MESSAGE/index.html",
        "statements/MESSAGE/v1/index.html",
        "statements/MESSAGE/v2/index.html",
        "changes/index.html",
        "changes/2026-05/index.html",
        "edits.atom",
        "edits.json",
        "onrecord-site.json",
    }
    assert read_back(tmp_path / "site" / "statements" / statement_in(office) / "index.html").statements == ()


def statement_in(folder: Path) -> str:
    """Return the id of the message of an office."""
    with Archive.open(folder) as archive:
        return archive.check_draft("night-ferry").statement


def test_every_page_says_whose_it_is(office: Path, tmp_path: Path) -> None:
    """Own messages and third parties' captures in one archive: the colophon says both, each page which."""
    page = tmp_path / "other.html"
    words = "<p>The herring were counted twice this year, and nobody has found the third count that was promised.</p>"
    page.write_text(f"<h1>Remarks by Minister Odo Prell, May 3, 2026</h1>{words}", "utf-8")
    with Archive.open(office) as archive:
        archive.add(page, url="https://ministry.example/1", captured_at="2026-05-04T09:00:00Z")
        (other,) = (each.id for each in archive.list(source="ministry.example"))
    site = site_of(office, tmp_path / "site")
    assert "Some messages are the keeper’s own, others captures of third parties’ pages" in site["index.html"]
    own, theirs = site["statements/MESSAGE/index.html"], site[f"statements/{other}/index.html"]
    for text, whose, came, shown in (
        (own, "the keeper’s own message", "its keeper released it", "in full"),
        (
            theirs,
            "a capture of a third party’s page",
            "the bytes are kept alone: no server’s header came with them",
            "as an excerpt",
        ),
    ):
        assert f"<dt>Whose</dt><dd><bdi>{whose}</bdi></dd>" in text
        assert f"<dt>How it came</dt><dd><bdi>{came}</bdi></dd>" in text
        assert f"<dt>Shown here</dt><dd><bdi>{shown}</bdi></dd>" in text
    assert "written by one person and released by another" in own
    assert "Ines Marr" not in "".join(site.values())
    assert SECOND not in own


def test_a_preview_shows_drafts_on_loopback_alone(office: Path) -> None:
    """Marked as such, with what is wrong in them; never indexed, in no feed, search or API."""
    write(office, FERRY.replace("night ferry", "herring").replace("2026-05-14", "today"), "herring")
    write(office, FERRY.replace("the lamp", "the big lamp"))
    with serving(office, Profile(name="Press"), drafts=True) as served:
        front = served.ask("/")
        assert "Preview with drafts" in front.text
        assert '<span class="drafted">Draft:</span> Ilse Varga on the herring' in front.text
        assert front.headers["x-robots-tag"] == "noindex, nofollow, noarchive"
        assert front.headers["cache-control"] == "no-store"
        assert '<meta name="robots" content="noindex">' in front.text
        page = served.ask(f"/statements/{statement_in(office)}/").text
        assert "It was changed since it was last released" in page
        assert "the big lamp" in page
        with Archive.open(office) as archive:
            herring = archive.check_draft("herring").statement
        assert "is no day: write it with year, month and day" in served.ask(f"/statements/{herring}/").text
        assert "big lamp" not in served.ask("/search?q=lamp").text
        assert herring not in served.ask("/feed.atom").text
        assert served.ask("/robots.txt").text == "User-agent: *\nDisallow: /\n"
        assert served.ask("/sitemap.xml").status == 404
        assert "big lamp" not in served.ask("/api/v1/statements").text
        assert served.ask(f"/api/v1/statements/{herring}").status == 404
        assert served.ask("/", Host="press.ferries.example").status == 421
        write(office, FERRY.replace("the lamp", "the small lamp"))
        assert "the small lamp" in served.ask(f"/statements/{statement_in(office)}/").text


def test_a_preview_is_refused_on_any_other_address(office: Path) -> None:
    """Before anything listens."""
    for host in ("0.0.0.0", "::", "press.ferries.example", "192.0.2.1"):
        with pytest.raises(WrongCall, match="Drafts are shown on this machine alone"):
            serve(Settings(office, Profile(), drafts=True), host=host, port=0)


def test_without_preview_no_draft_is_served(office: Path) -> None:
    """Neither a new one nor a change of what is out; nor a release that waits."""
    write(office, FERRY.replace("night ferry", "herring"), "herring")
    write(office, FERRY.replace("the lamp", "the big lamp"))
    with Archive.open(office) as archive:
        archive.release("herring", by=SECOND, now=MORNING, at="2999-01-01T00:00:00Z")
        herring = archive.check_draft("herring").statement
    with serving(office, Profile(name="Press")) as served:
        assert "herring" not in served.ask("/messages/").text
        assert served.ask(f"/statements/{herring}/").status == 404
        assert "big lamp" not in served.ask(f"/statements/{statement_in(office)}/").text


def test_who_read_a_message_before_learns_that_it_was_withdrawn(office: Path, tmp_path: Path) -> None:
    """The feed of edits and the page of changes tell it with its reason, and nothing else of the message; again, too."""
    with Archive.open(office) as archive:
        archive.publish(tmp_path / "site", at=LATER)
        archive.withdraw("night-ferry", by=SECOND, why="The ferry does not sail.", now=LATER)
        archive.publish(tmp_path / "site", at=LATER)
        archive.publish(tmp_path / "fresh", at=LATER)
    feed = (tmp_path / "site/edits.atom").read_text(encoding="utf-8")
    assert feed.count("The ferry does not sail.") == 1
    changes = (tmp_path / "site/changes/index.html").read_text(encoding="utf-8")
    assert changes.count("The ferry does not sail.") == 1
    assert "lamp on the quay" not in feed + changes
    for name in ("edits.atom", "changes/index.html", "changes/2026-05/index.html"):
        assert (tmp_path / "site" / name).read_bytes() == (tmp_path / "fresh" / name).read_bytes()


def test_what_is_withdrawn_is_served_without_its_words(office: Path) -> None:
    """On its page, in the API and in what a search finds."""
    with Archive.open(office) as archive:
        archive.withdraw("night-ferry", by=SECOND, why="The ferry does not sail.", now=LATER)
    with serving(office, Profile(name="Press")) as served:
        one = served.ask(f"/api/v1/statements/{statement_in(office)}").json
        assert (one["shown"], one["statement"]["turns"]) == ("withdrawn", [])
        assert one["listed"]["withdrawn"] == {"at": LATER, "why": "The ferry does not sail."}
        assert "lamp on the" not in json.dumps(served.ask("/api/v1/search?q=lamp").json["items"])
        searched = served.ask("/search?q=lamp").text
        assert "lamp on the" not in searched
        assert "Its keeper withdrew it" in searched
        assert served.ask(f"/statements/{statement_in(office)}/v2/captured/").status == 404
        assert "lamp on the" not in served.ask("/api/v1/changes").text


def test_what_waits_comes_out_while_it_is_served(office: Path) -> None:
    """By the clock of who serves, without anybody's request."""
    write(office, FERRY.replace("night ferry", "herring"), "herring")
    with Archive.open(office) as archive:
        archive.release("herring", by=SECOND, now=MORNING, at=NEXT_DAY)
        herring = archive.check_draft("herring").statement
    with serving(office, Profile(name="Press")) as served:
        for _ in range(60):
            if served.ask(f"/statements/{herring}/").status == 200:
                break
            time.sleep(0.25)
        assert served.ask(f"/statements/{herring}/").status == 200


def test_a_message_is_found_at_its_own_address(tmp_path: Path) -> None:
    """Where the site is served at the office's address, whoever asks for a message by its own one is led to its page."""
    folder = made_office(tmp_path / "office")
    write(folder, FERRY)
    with Archive.open(folder) as archive:
        archive.release("night-ferry", by=SECOND, now=MORNING)
        ((id_, address),) = [(each.id, each.versions[0].addresses[0]) for each in archive.list()]
    assert address == "https://press.ferries.example/messages/night-ferry"
    with serving(folder, Profile(url="https://press.ferries.example/")) as served:
        answer = served.ask("/messages/night-ferry")
        assert (answer.status, answer.headers["location"]) == (
            308,
            f"https://press.ferries.example/statements/{id_}/",
        )
        assert served.ask("/messages/day-ferry").status == 404
    with serving(folder, Profile(url="https://elsewhere.example/")) as served:
        assert served.ask("/messages/night-ferry").status == 404
