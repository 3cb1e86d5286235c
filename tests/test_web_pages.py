"""What is served to people: the published pages as they are, search, check, feeds, captured pages, and faults."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive, read_profile
from onrecord.demo import profile_path
from served import Answer, Served, serving

AT = "2026-02-03T09:00:00Z"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented sample."""
    return Path(Archive.demo(tmp_path_factory.mktemp("demo") / "onrecord-demo", at=AT).folder)


@pytest.fixture(scope="module")
def site(demo: Path) -> Iterator[Served]:
    """The sample, served with its profile."""
    with serving(demo, read_profile(profile_path())) as served:
        yield served


def main_of(page: str) -> str:
    """Return what stands in a page's main part, spaces and what only a served page has aside."""
    found = re.search(r"<main.*?</main>", page, re.S)
    assert found
    asked = re.sub(r'<form class="ask short".*?</form>\s*', "", found[0], flags=re.S)
    return re.sub(r"<p><a href=\"[^\"]*captured/index.html\">.*?</a></p>\s*", "", asked)


def test_every_published_page_is_served_with_the_same_words(demo: Path, site: Served) -> None:
    """Both doors render one template from one archive: only what stands around, and the time, differ."""
    published = [path.relative_to(demo / "site").as_posix() for path in (demo / "site").rglob("*.html")]
    assert len(published) > 20
    for path in published:
        answer = site.ask(f"/{path}")
        assert answer.status == 200, path
        here = (demo / "site" / path).read_text(encoding="utf-8")
        told = re.compile(r"On <?[^.]*it held|On \d+ \w+ \d{4} it held")
        assert told.sub("", main_of(answer.text)) == told.sub("", main_of(here)), path


def test_every_link_of_a_served_page_leads_somewhere(site: Served) -> None:
    """From the front page on, whatever is linked on this site is there."""
    seen: dict[str, Answer] = {}
    waiting = ["/index.html", "/search?q=ferry", "/check"]
    while waiting and len(seen) < 250:
        path = waiting.pop()
        if path in seen:
            continue
        answer = seen[path] = site.ask(path)
        assert answer.status == 200, path
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        for link in re.findall(r'(?:href|src)="([^"#]+)', answer.text):
            if ":" in link.split("?")[0] or link.startswith("//"):
                continue
            waiting.append(_joined(path, link.replace("&amp;", "&")))
    assert len(seen) > 80


def test_a_folder_without_its_slash_leads_to_it(site: Served) -> None:
    """As static servers do."""
    answer = site.ask("/messages")
    assert (answer.status, answer.headers["location"]) == (308, "messages/")
    assert site.ask("/messages/").status == 200


def test_a_search_marks_its_hits_and_leads_to_them(site: Served) -> None:
    """The words are marked, the link lands on the turn, facets narrow."""
    answer = site.ask("/search?q=%22thirty-one%20hours%22")
    assert answer.status == 200
    assert "<mark>thirty-one hours</mark>" in answer.text
    link = re.search(r'<h2 class="headline">.*?<a href="([^"#]+)#(t\d+):~:text=([^"]+)"', answer.text)
    assert link
    assert link[3] == "thirty%2Done%20hours"
    page = site.ask(f"/{link[1]}").text
    turn = re.search(rf'<div class="turn" id="{link[2]}".*?</div>', page, re.S)
    assert turn
    assert "thirty-one hours" in turn[0]
    assert 'aria-label="Narrow by"' in answer.text


def test_the_newest_hits_are_one_click_away(site: Served) -> None:
    """Links above the hits lead to the order of days and back, and stay with facets and pages; feeds know no order."""
    best = site.ask("/search?q=ferry").text
    assert '<a href="search?q=ferry" aria-current="page">Best first</a>' in best
    assert '<a href="search?q=ferry&amp;order=newest">Newest first</a>' in best
    newest = site.ask("/search?q=ferry&order=newest").text
    days = re.findall(r'<h2 class="headline"><time datetime="([^"]+)"', newest)
    assert days == sorted(days, reverse=True) != []
    assert days != re.findall(r'<h2 class="headline"><time datetime="([^"]+)"', best)
    assert 'href="search?q=ferry&amp;order=newest&amp;kind=interview"' in newest
    assert '<input type="hidden" name="order" value="newest">' in newest
    assert '"feeds/search.atom?q=ferry"' in newest
    assert "aria-current" in site.ask("/search?q=ferry&order=nonsense").text


def test_one_speakers_words_are_searched_from_his_page(site: Served) -> None:
    """The form on the page of a speaker or source looks in his words, or in what it published, alone."""
    link = re.search(r'href="\.\./(speakers/lucan-desmarey[^"]*)"', site.ask("/speakers/").text)
    assert link
    form = re.search(
        r'<form class="ask short" action="([^"]+)".*?</form>', site.ask(f"/{link[1]}").text, re.S
    )
    assert form
    assert "Search what Lucan Desmarey said" in form[0]
    assert (form[1], '<input type="hidden" name="speaker" value="Lucan Desmarey">' in form[0]) == (
        "../../search",
        True,
    )
    told = site.ask("/search?q=ferry&speaker=Lucan+Desmarey").text
    assert ">3 turns hold what was searched, so narrowed." in told


def test_a_list_tells_kind_and_source_of_each_message(site: Served) -> None:
    """Whose words a title stands for is seen without a click; the page of a source tells it above."""
    assert (
        '<footer class="count">interview · <bdi>portaurel.embassy.ostrelle.example</bdi></footer>'
        in site.ask("/messages/").text
    )
    source = re.search(r'href="([^"]*sources/portaurel[^"]*)"', site.ask("/sources/").text)
    assert source
    assert (
        '<footer class="count">interview</footer>'
        in site.ask("/sources/" + source[1].removeprefix("../sources/")).text
    )


def test_a_facet_narrows_to_what_it_counted(site: Served) -> None:
    """A kind's number is the number of turns found with it."""
    answer = site.ask("/search?q=ferry")
    choice = re.search(
        r'<a href="(search\?q=ferry&amp;kind=interview)"><bdi>interview</bdi></a> \((\d+)\)', answer.text
    )
    assert choice
    narrowed = site.ask("/" + choice[1].replace("&amp;", "&")).text
    assert f">{choice[2]} turns hold what was searched, so narrowed." in narrowed
    assert "leave out" in narrowed


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("source=nowhere.example", "There is no source &#39;nowhere.example&#39; in this archive"),
        ("speaker=Desmaray", "did you mean &#39;Lucan Desmarey&#39;?"),
        ("kind=debate", "There is no statement of the kind &#39;debate&#39;"),
        ("language=xx", "There is no statement in the language &#39;xx&#39;"),
    ],
)
def test_a_search_that_nothing_can_pass_says_so(site: Served, asked: str, said: str) -> None:
    """A source, speaker, kind or language that the record does not have is named; a link searches without."""
    answer = site.ask(f"/search?q=ferry&{asked}")
    assert answer.status == 200
    assert said in answer.text
    assert "onrecord sources" not in answer.text
    assert '<a href="search?q=ferry">Search the whole record for these words</a>' in answer.text
    assert "There is no" not in site.ask("/search?q=zeppelin&kind=interview").text


def test_a_search_that_finds_nothing_says_what_that_is_worth(site: Served) -> None:
    """Nothing found is nothing known of what was said elsewhere."""
    nothing = "That words are not here does not mean that they were not said."
    assert nothing in site.ask("/search?q=zeppelin").text
    assert nothing not in site.ask("/search?q=ferry").text


def test_a_search_that_cannot_be_read_says_why(site: Served) -> None:
    """A phrase that is not closed is one sentence, and the form keeps the words."""
    answer = site.ask("/search?q=%22night%20ferry")
    assert answer.status == 400
    assert "does not close it" in answer.text
    assert 'value="&#34;night ferry"' in answer.text


def test_a_quotation_is_checked(site: Served) -> None:
    """The verdict, the words on record, what differs, and a link to the turn."""
    body = b"quotation=Ostrelle+has+closed+the+door+on+the+night+ferry&speaker=Lucan+Desmarey"
    answer = site.ask("/check", "POST", body, content_type="application/x-www-form-urlencoded")
    assert answer.status == 200
    assert ">Altered</h2>" in answer.text
    assert "<mark>not</mark>" in answer.text
    place = re.search(r'<a href="statements/\w+/index.html#t8".*', answer.text)
    assert place
    assert '<time datetime="2025-04-09">given on 9 April 2025</time>' in place[0]
    asked = re.search(r'<a href="(check\?[^"]+)">Link to this check', answer.text)
    assert asked
    assert ">Altered</h2>" in site.ask("/" + asked[1].replace("&amp;", "&")).text
    assert answer.headers["cache-control"] == "no-store"


def test_feeds_of_a_search_and_of_filters(site: Served) -> None:
    """An entry has the same id in every feed, made of the statement's."""
    every = set(re.findall(r"<id>(urn:onrecord:statement:\w+)</id>", site.ask("/feed.atom").text))
    found = set(
        re.findall(r"<id>(urn:onrecord:statement:\w+)</id>", site.ask("/feeds/search.atom?q=ferry").text)
    )
    kinds = {item["id"] for item in site.ask("/feeds/statements.json?kind=interview").json["items"]}
    assert len(every) == site.ask("/api/v1/statements").json["total"]
    assert found
    assert found < every
    assert kinds
    assert kinds < every


def test_edits_have_feeds_apart_by_words_and_by_filters(site: Served) -> None:
    """What was edited at its source, narrowed as a search is; what is new stands in none of them."""
    every = site.ask("/edits.json").json["items"]
    assert [item["tags"] for item in every] == [["edited"]]
    assert site.ask("/feeds/edits.json").json["items"][0]["id"] == every[0]["id"]
    by_kind = {
        kind: site.ask(f"/feeds/edits.json?kind={kind}").json["items"] for kind in ("comment", "letter")
    }
    assert {kind: [item["id"] for item in items] for kind, items in by_kind.items()} == {
        "comment": [every[0]["id"]],
        "letter": [],
    }
    assert [len(site.ask(f"/feeds/edits.atom?q={words}").text.split("<entry>")) for words in ("ferry", "Petrel")] == [2, 1]  # fmt: skip
    linked = site.ask("/search?q=ferry&kind=comment").text
    assert 'href="feeds/edits.atom?q=ferry&amp;kind=comment"' in linked
    assert site.ask("/feeds/news.atom").status == 404


def test_a_captured_page_stands_in_a_sandbox(site: Served) -> None:
    """The frame has no permission at all, and what is in it neither."""
    path = re.search(r'href="(statements/\w+/index.html)', site.ask("/index.html").text)
    assert path
    link = re.search(
        r'href="\.\./\.\./(statements/\w+/v\d+/captured/)index.html"', site.ask(f"/{path[1]}").text
    )
    assert link
    page, frame = site.ask(f"/{link[1]}index.html"), site.ask(f"/{link[1]}frame")
    assert 'sandbox=""' in page.text
    assert (page.status, frame.status) == (200, 200)
    assert "sandbox" in frame.headers["content-security-policy"]
    assert "x-frame-options" not in frame.headers
    assert page.headers["x-frame-options"] == "DENY"


def test_what_is_not_there_is_told_on_a_page(site: Served) -> None:
    """One sentence, with the way back; the address is only text."""
    answer = site.ask("/statements/%3Cscript%3Ealert(1)%3C/script%3E/")
    assert answer.status == 404
    assert "There is no such page in this record." in answer.text
    assert "<script>alert" not in answer.text


def test_a_page_the_asker_has_is_not_sent_again(site: Served) -> None:
    """By its tag; of what has no clock also by its time."""
    first = site.ask("/about.html")
    again = site.ask("/about.html", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    style = site.ask("/assets/style.css")
    assert site.ask("/assets/style.css", if_modified_since=style.headers["last-modified"]).status == 304
    assert site.ask("/assets/style.css", if_none_match='"another"').status == 200


def test_excerpts_are_all_that_is_served_of_others(demo: Path) -> None:
    """Without a profile that says otherwise: as `publish` does, with no way around it."""
    from onrecord import Profile

    with serving(demo, Profile()) as site, Archive.open(demo) as archive:
        held = next(each for each in archive.list() if "interview" in each.kinds)
        page = site.ask(f"/statements/{held.id}/")
        assert "This is an excerpt" in page.text
        assert site.ask(f"/statements/{held.id}/v1/captured/").status == 404
        assert site.ask(f"/statements/{held.id}/v1/captured/frame").status == 404
        told = site.ask(f"/api/v1/statements/{held.id}").json
        assert told["shown"] == "excerpt"
        whole = sum(len(turn.text) for turn in archive.show(held.id).statement.turns)
        assert sum(len(turn["text"]) for turn in told["statement"]["turns"]) <= whole / 3
    with serving(demo, Profile(), whole=True) as site:
        assert site.ask(f"/api/v1/statements/{held.id}").json["shown"] == "full"


def test_what_another_process_adds_is_served(demo: Path, tmp_path: Path) -> None:
    """The record is followed: pages, search and tags change, and nothing has to be started again."""
    import time

    folder = tmp_path / "archive"
    shutil.copytree(demo, folder)
    page = (
        "<html><head><title>Foreign Minister Ilse Varga’s statement on the Kelp Accord</title></head><body>"
        "<h1>Foreign Minister Ilse Varga’s statement on the Kelp Accord, Vessel City, May 14, 2026</h1>"
        "<p>15 May 2026</p><p>The Kelp Accord stands as it was signed by the three harbours of the bay.</p></body></html>"
    )
    (tmp_path / "new.html").write_text(page, encoding="utf-8")
    with serving(folder) as site:
        before = site.ask("/messages/")
        assert "Kelp Accord" not in before.text
        with Archive.open(folder) as other:
            other.add(
                tmp_path / "new.html",
                url="https://ministry.vessel.example/news/77",
                captured_at="2026-05-16T08:00:00Z",
            )
        after = site.ask("/messages/", if_none_match=before.headers["etag"])
        assert after.status == 200
        assert "Kelp Accord" in after.text
        until = time.monotonic() + 20
        while "<mark>" not in site.ask("/search?q=%22Kelp+Accord%22").text and time.monotonic() < until:
            time.sleep(0.2)
        assert "<mark>" in site.ask("/search?q=%22Kelp+Accord%22").text


def _joined(path: str, link: str) -> str:
    from urllib.parse import urljoin

    return urljoin(f"http://x{path}", link).removeprefix("http://x")
