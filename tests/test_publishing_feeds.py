"""Feeds: what is new and, apart, what was edited; of the whole record and of each list, with ids that never change."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from invented_captures import html_page
from onrecord import Archive
from onrecord.model import Speaker
from onrecord.publishing import Profile, publish_site
from onrecord.publishing.profile import Section
from publishing_record import AT, RecordInMemory, a_statement, a_turn

ATOM = "{http://www.w3.org/2005/Atom}"
PROFILE = Profile(publish="full", name="Messages", sections=(Section("Interviews", ("interview",)),))
FEEDS = ("feed.atom", "feed.json", "edits.atom", "edits.json")


def edited_record() -> RecordInMemory:
    """Return a record of two statements by two speakers, the first of which was edited twice."""
    record = RecordInMemory()
    source = "ministry.example"
    for words in ("Three ferries sail.", "Five ferries sail.", "Five ferries sail at noon."):
        first = a_statement(
            "s1", "On the ferries", [a_turn(1, None, words)], source=source, kinds=("interview",),
            speakers=(Speaker("Ilse Varga", None),),
        )  # fmt: skip
        record.keep(first, "https://ministry.example/1")
    second = a_statement(
        "s2", "On the lamp", [a_turn(1, None, "It burns.")], source=source, kinds=("letter",),
        speakers=(Speaker("Odo Prell", None),),
    )  # fmt: skip
    record.keep(second, "https://ministry.example/2")
    return record


def published(tmp_path: Path, profile: Profile = PROFILE) -> Path:
    """Return the folder of the published record."""
    folder = tmp_path / "site"
    publish_site(edited_record(), folder, profile, AT)
    return folder


def ids(atom: Path) -> list[str]:
    """Return the ids of a feed's entries."""
    root = ElementTree.fromstring(atom.read_text(encoding="utf-8"))
    return [each.text or "" for each in root.iterfind(f"{ATOM}entry/{ATOM}id")]


def test_edits_stand_apart_from_what_is_new(tmp_path: Path) -> None:
    """One feed has each statement once, the other each edit, the last first; neither has what the other has."""
    folder = published(tmp_path)
    assert sorted(ids(folder / "feed.atom")) == ["urn:onrecord:statement:s1", "urn:onrecord:statement:s2"]
    assert ids(folder / "edits.atom") == ["urn:onrecord:event:edited-s1-3", "urn:onrecord:event:edited-s1-2"]


@pytest.mark.parametrize(
    ("list_", "new", "edits"),
    [
        ("sections/interviews", ["s1"], 2),
        ("kinds/letter", ["s2"], 0),
        ("languages/en", ["s1", "s2"], 2),
        ("speakers/ilse-varga-*", ["s1"], 2),
        ("speakers/odo-prell-*", ["s2"], 0),
        ("sources/ministry-example-*", ["s1", "s2"], 2),
    ],
)
def test_each_list_has_feeds_of_its_own(tmp_path: Path, list_: str, new: list[str], edits: int) -> None:
    """By section, kind, language, speaker and source; of no edits, too, so that nobody asks for what is not there."""
    (folder,) = published(tmp_path).glob(list_)
    assert sorted(ids(folder / "feed.atom")) == [f"urn:onrecord:statement:{each}" for each in new]
    assert len(ids(folder / "edits.atom")) == edits
    told = [json.loads((folder / name).read_text(encoding="utf-8")) for name in ("feed.json", "edits.json")]
    assert [len(each["items"]) for each in told] == [len(new), edits]


def test_an_edit_says_what_was_changed_and_leads_to_it(tmp_path: Path) -> None:
    """With the words, between which captures, and a link to the page that shows the step."""
    folder = published(tmp_path)
    last, first = json.loads((folder / "edits.json").read_text(encoding="utf-8"))["items"]
    assert first["title"] == "Edited: On the ferries"
    assert first["content_text"] == (
        "Between 1 May 2026, 08:00 UTC and 2 May 2026, 08:00 UTC. Number: “Three” became “Five”."
    )
    assert "“at noon” was put in." in last["content_text"]
    assert first["url"] == "statements/s1/diff/1-2/index.html"
    assert (folder / first["url"]).exists()
    assert first["date_published"] == "2026-05-02T08:00:00Z"
    assert first["_onrecord"]["changes"] == ["number"]


def test_an_edit_of_a_source_that_is_not_published_whole_has_no_words(tmp_path: Path) -> None:
    """The kinds of its changes are told."""
    folder = published(tmp_path, replace(PROFILE, publish="excerpt"))
    _, first = json.loads((folder / "edits.json").read_text(encoding="utf-8"))["items"]
    assert first["content_text"] == "Between 1 May 2026, 08:00 UTC and 2 May 2026, 08:00 UTC. number."


def test_an_edit_is_told_in_the_language_of_the_site(tmp_path: Path) -> None:
    """In the first one of its interface; feeds are written once, at its top."""
    folder = published(tmp_path, replace(PROFILE, interface=("fr", "en")))
    _, first = json.loads((folder / "edits.json").read_text(encoding="utf-8"))["items"]
    assert first["title"] == "Modifiée : On the ferries"
    assert "« Three » est devenu « Five »" in first["content_text"]
    assert not list((folder / "en").rglob("*.atom"))


def test_every_list_links_its_feeds_and_every_page_the_page_of_feeds(tmp_path: Path) -> None:
    """In the head for feed readers, at the foot for people; the page of feeds names those of which there are few."""
    folder = published(tmp_path)
    (speaker,) = folder.glob("speakers/ilse-varga-*")
    for page in ("index.html", "changes/index.html", "kinds/letter/index.html", f"speakers/{speaker.name}/index.html"):  # fmt: skip
        text = (folder / page).read_text(encoding="utf-8")
        linked = re.findall(r'<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)"', text)
        assert [each.rpartition("/")[2] for each in linked] == list(FEEDS)
        assert all((folder / page).parent.joinpath(each).exists() for each in linked)
        assert "edits.atom" in text.partition("<footer")[2]
    assert 'href="../../feeds.html"' in (folder / "statements/s1/index.html").read_text(encoding="utf-8")
    listed = re.findall(r'href="([^"]+edits\.atom)"', (folder / "feeds.html").read_text(encoding="utf-8"))
    assert {"sections/interviews/edits.atom", "kinds/letter/edits.atom", "languages/en/edits.atom"} <= set(listed)  # fmt: skip
    assert all((folder / each).exists() for each in listed)


def feed_ids(folder: Path) -> dict[str, str]:
    """Return the id of each Atom feed of a site by its path."""
    feeds = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*.atom")}
    roots = {
        path: ElementTree.fromstring(each.read_text(encoding="utf-8")) for path, each in sorted(feeds.items())
    }
    return {path: root.findtext(f"{ATOM}id") or "" for path, root in roots.items()}


def archived(folder: Path, text: str) -> Path:
    """Return an archive of one page."""
    page = folder / f"{text}.html"
    page.write_text(html_page(f"Remarks by Odo Prell, Tern, {text}", f"The pier is {text}."), "utf-8")
    archive = folder / text
    Archive.add_to(
        archive, page, url="https://ministry.tern.example/1", captured_at="2031-06-08T08:00:00Z", now=AT
    )
    return archive


def of_archive(archive: Path, site: Path, profile: str = "") -> dict[str, str]:
    """Return the ids of an archive's feeds, published as a profile says."""
    path = archive.parent / "site.toml"
    path.write_text(profile, encoding="utf-8")
    with Archive.open(archive) as opened:
        opened.publish(site, at=AT, profile=path)
    return feed_ids(site)


def test_no_two_feeds_have_one_id(tmp_path: Path) -> None:
    """Neither of one record, nor of two that were begun at the same second at the same address."""
    one = of_archive(archived(tmp_path, "red"), tmp_path / "red-site")
    other = of_archive(archived(tmp_path, "blue"), tmp_path / "blue-site")
    assert len({*one.values(), *other.values()}) == len(one) + len(other)
    assert all(each.startswith("urn:onrecord:record:") for each in (*one.values(), *other.values()))


def test_a_feed_keeps_its_id_whatever_becomes_of_its_record_and_site(tmp_path: Path) -> None:
    """With another name and address of the site, after more was added, in a copy, and derived again."""
    archive = archived(tmp_path, "red")
    before = of_archive(archive, tmp_path / "site")
    page = tmp_path / "more.html"
    page.write_text(html_page("Remarks by Odo Prell, Tern, 9 June 2031", "The pier is wet."), "utf-8")
    Archive.add_to(archive, page, url="https://ministry.tern.example/2", now=AT)
    copied = tmp_path / "copied"
    shutil.copytree(archive, copied)
    (copied / "record.sqlite").unlink()
    for each, profile in (
        (archive, 'name = "Other"\nurl = "https://record.example/"'),
        (copied, 'interface = ["fr"]'),
    ):
        after = of_archive(each, tmp_path / f"{each.name}-site", profile)
        assert {path: after[path] for path in before} == before
