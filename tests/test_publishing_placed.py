"""Lists in which nothing stands otherwise than before are left as they lie there, and no list that shows something new is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.publishing.renewing.sketch import Sketch
from onrecord.publishing.wings import stream
from pages_record import ENGLISH, MINISTRY, make_record, page
from publishing_again import AT, SITES, differing, published

INTERVIEW = "Interview of Foreign Minister Ilse Harrow with Radio Halm, Tern, 2 February 2031"
REMARKS = "Remarks by Prime Minister Ilse Harrow at the opening of the pier, Tern, 19 May 2031"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files of which it is asked what they are made from."""
    found: list[str] = []
    answer = Sketch.print_of

    def noting(self: Sketch, path: str) -> bytes:
        found.append(path)
        return answer(self, path)

    monkeypatch.setattr(Sketch, "print_of", noting)
    return found


def correct(archive: Path, title: str, posted_on: str) -> None:
    """Correct the day on which the statement of a title was posted."""
    with Archive.open(archive) as opened:
        (id_,) = [each.id for each in opened.list() if each.title == title]
        why = "The programme has it so."
        opened.correct(id_, by="Ines Marr", why=why, now=AT, sets={"posted_on": posted_on})


def add(archive: Path, url: str, captured_at: str, text: str) -> None:
    """Add a page."""
    path = archive.parent / "more.html"
    path.write_text(text, encoding="utf-8")
    with Archive.open(archive) as opened:
        opened.add(path, url=url, captured_at=captured_at, now="2031-06-20T09:00:00Z")


def test_lists_in_which_nothing_stands_otherwise_are_not_looked_at(tmp_path: Path, asked: list[str]) -> None:
    """A correction of one message touches the lists in which it stands, by what it was and by what it is, and no other."""
    archive, site = make_record(tmp_path), tmp_path / "site"
    published(archive, site)
    assert "kinds/answers_to_media/index.html" in asked
    asked.clear()
    correct(archive, REMARKS, "2030-05-19")
    published(archive, site)
    lists = {path.removesuffix("index.html") for path in asked if path.endswith("/index.html")}
    assert lists >= {"kinds/remarks/", "messages/2031/", "messages/2030/", "changes/2031-05/", "timeline/"}
    assert "kinds/answers_to_media/" not in lists
    assert "languages/zh/feed.atom" not in asked
    assert "kinds/remarks/feed.atom" in asked
    published(archive, tmp_path / "fresh", anew=True)
    assert differing(site, tmp_path / "fresh") == []


def edits_told(site: Path) -> list[str]:
    """Return what stands in the lines of the page with the edits alone."""
    shown = (site / "changes" / "edits" / "index.html").read_text(encoding="utf-8")
    return re.findall(r'<span class="what">([^<]+)</span>', shown)


def test_a_month_in_which_something_became_of_a_statement_is_looked_at(
    tmp_path: Path, asked: list[str]
) -> None:
    """A silent edit that is seen in another month stands there from now on, and months beside it lead to it."""
    archive, site = make_record(tmp_path), tmp_path / "site"
    published(archive, site)
    asked.clear()
    edited = [each.replace("nobody has", "hardly anybody has") for each in ENGLISH]
    add(archive, f"{MINISTRY}/news/1", "2031-04-07T08:00:00Z", page(INTERVIEW, "3 February 2031", edited))
    published(archive, site)
    assert {"changes/2031-03/index.html", "changes/2031-04/index.html", "changes/2031-05/index.html"} <= {
        *asked
    }
    assert "changes/edits/index.html" in asked
    assert set(edits_told(site)) == {"Edited"}
    assert "kinds/interview/edits.atom" in asked
    assert "kinds/remarks/feed.atom" not in asked
    published(archive, tmp_path / "fresh", anew=True)
    assert differing(site, tmp_path / "fresh") == []


def test_where_what_stands_around_all_is_otherwise_every_list_is_looked_at(tmp_path: Path) -> None:
    """Those of a source of which nothing but a copy is held, too: their feeds tell the address of the site."""
    archive, profile = make_record(tmp_path), tmp_path / "site.toml"
    profile.write_text(SITES[0], encoding="utf-8")
    published(archive, tmp_path / "site", profile=profile)
    profile.write_text(SITES[0] + 'url = "https://record.example/"\n', encoding="utf-8")
    published(archive, tmp_path / "site", profile=profile)
    published(archive, tmp_path / "fresh", profile=profile, anew=True)
    assert differing(tmp_path / "site", tmp_path / "fresh") == []


def test_pages_of_edits_are_counted_from_the_oldest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One edit more is on the newest page and the one below it; the others stay as they are."""
    monkeypatch.setattr(stream, "PER_PAGE", 2)
    archive, site = make_record(tmp_path), tmp_path / "site"

    def edit(n: int) -> None:
        edited = [each.replace("nobody has", f"{n} people have") for each in ENGLISH]
        seen = f"2031-04-{n:02}T08:00:00Z"
        add(archive, f"{MINISTRY}/news/1", seen, page(INTERVIEW, "3 February 2031", edited))

    for n in range(1, 6):
        edit(n)
    published(archive, site)
    pages = {each.parent.name for each in (site / "changes" / "edits").glob("*/index.html")}
    assert pages == {str(n) for n in range(1, len(pages) + 1)}
    oldest = (site / "changes" / "edits" / "1" / "index.html").read_bytes()
    assert len(edits_told(site)) == 2
    edit(6)
    published(archive, site)
    assert (site / "changes" / "edits" / "1" / "index.html").read_bytes() == oldest
    assert "<title>Edits seen – " in (site / "changes" / "edits" / "index.html").read_text("utf-8")
    assert b">Edits seen, page 1 of " in oldest
    published(archive, tmp_path / "fresh", anew=True)
    assert differing(site, tmp_path / "fresh") == []
