"""The API: the values of the command line in pieces, CSV, tags, one shape of fault; and nothing that can be written."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urljoin

import msgspec
import pytest

from onrecord import Archive, Place, Profile, read_profile
from onrecord.demo import profile_path
from onrecord.web.tables import write_table
from served import Answer, Served, serving

AT = "2026-02-03T09:00:00Z"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented sample."""
    return Path(Archive.demo(tmp_path_factory.mktemp("demo") / "onrecord-demo", at=AT).folder)


@pytest.fixture(scope="module")
def api(demo: Path) -> Iterator[Served]:
    """The sample, served with its profile, its API open to pages of other sites."""
    with serving(demo, read_profile(profile_path()), origins=True) as served:
        yield served


def every(api: Served, path: str, **query: Any) -> list[Any]:
    """Return all items of a list, piece by piece."""
    items, cursor = [], None
    while True:
        told = api.ask(f"{path}?{urlencode({**query, **({'cursor': cursor} if cursor else {})})}").json
        items += told["items"]
        cursor = told["next"]
        if cursor is None:
            return items


def test_the_list_is_that_of_the_command_line(demo: Path, api: Served) -> None:
    """Every statement once, in order, whatever the size of the pieces."""
    with Archive.open(demo) as archive:
        listed = [msgspec.to_builtins(each) for each in archive.list()]
        interviews = [msgspec.to_builtins(each) for each in archive.list(kind="interview", language="en")]
    assert json.loads(json.dumps(listed)) == every(api, "/api/v1/statements", limit=4)
    assert json.loads(json.dumps(interviews)) == every(
        api, "/api/v1/statements", limit=1, kind="interview", language="en"
    )
    assert api.ask("/api/v1/statements.json?limit=1").json["total"] == len(listed)


def test_a_statement_and_its_versions(demo: Path, api: Served) -> None:
    """`show` and what it says of versions; one that is not there is told with the nearest."""
    with Archive.open(demo) as archive:
        revised = next(archive.list(revised=True))
        held = archive.show(revised.id, version=1)
    told = api.ask(f"/api/v1/statements/{revised.id}?version=1").json
    assert told.pop("shown") == "full"
    assert told == json.loads(msgspec.json.encode(held))
    versions = api.ask(f"/api/v1/statements/{revised.id}/versions").json
    assert [each["n"] for each in versions["items"]] == [1, 2]
    assert versions["current"] == 2
    missing = api.ask(f"/api/v1/statements/{revised.id[:-1]}x")
    assert (missing.status, missing.json["code"]) == (404, "not_found")
    assert revised.id in missing.json["detail"]


def test_a_search_goes_on_until_the_record_changes(demo: Path, api: Served) -> None:
    """Each hit once over all pieces, the best first; a cursor of another state is refused."""
    with Archive.open(demo) as archive:
        hits = [msgspec.to_builtins(each) for each in archive.search("ferry", limit=1000)]
    assert json.loads(json.dumps(hits)) == every(api, "/api/v1/search", q="ferry", limit=3)
    first = api.ask("/api/v1/search?q=ferry&limit=3").json
    assert {each["name"] for each in first["facets"]} == {"source", "speaker", "kind", "year", "language"}
    assert first["limits"] == {"rows": 3, "reach": 1000, "seconds": 10.0}
    from onrecord.web.cursors import write_rows

    old = api.ask(f"/api/v1/search?q=ferry&cursor={write_rows('another', 3)}")
    assert (old.status, old.json["code"]) == (410, "cursor_outdated")


def test_facets_count_all_turns_found(demo: Path, api: Served) -> None:
    """Narrowed by a value, a search finds as many turns as its facet told."""
    facets = {each["name"]: each for each in api.ask("/api/v1/search?q=ferry").json["facets"]}
    for name in ("kind", "language", "source"):
        for each in facets[name]["values"]:
            narrowed = api.ask(f"/api/v1/search?q=ferry&{urlencode({name: each['value']})}").json
            assert narrowed["turns"] == each["turns"], (name, each)
    for each in facets["year"]["values"]:
        narrowed = api.ask(f"/api/v1/search?q=ferry&since={each['value']}&until={each['value']}").json
        assert narrowed["turns"] == each["turns"]


def test_a_verdict_is_that_of_the_command_line(demo: Path, api: Served) -> None:
    """Asked in the address or posted."""
    words, speaker = "Ostrelle has closed the door on the night ferry", "Lucan Desmarey"
    with Archive.open(demo) as archive:
        verdict = json.loads(msgspec.json.encode(archive.check(words, speaker=speaker)))
    assert api.ask(f"/api/v1/check?quotation={quote(words)}&speaker={quote(speaker)}").json == verdict
    assert posted(api, {"quotation": words, "speaker": speaker}).json == verdict


def test_what_changed(demo: Path, api: Served) -> None:
    """`diff` and `changes`, piece by piece; of a source that is not published in full, without the words."""
    with Archive.open(demo) as archive:
        revised = next(archive.list(revised=True))
        steps = [json.loads(msgspec.json.encode(each)) for each in archive.diff(revised.id)]
        events = [json.loads(msgspec.json.encode(each)) for each in archive.changes()]
    assert api.ask(f"/api/v1/statements/{revised.id}/diff").json["items"] == steps
    assert api.ask(f"/api/v1/statements/{revised.id}/diff?from=1&to=2").json["items"] == steps
    assert api.ask(f"/api/v1/statements/{revised.id}/diff?from=1").status == 400
    assert every(api, "/api/v1/changes", limit=5) == events
    assert any(each["event"] == "edited" for each in events)
    with serving(demo) as bare:
        (step,) = bare.ask(f"/api/v1/statements/{revised.id}/diff").json["items"]
        assert {change["kind"] for change in step["changes"]} == {
            each["kind"] for each in steps[0]["changes"]
        }
    with serving(demo, Profile(publish="metadata")) as bare:
        (step,) = bare.ask(f"/api/v1/statements/{revised.id}/diff").json["items"]
        assert {change["old"] + change["new"] for change in step["changes"]} == {""}


def test_words_cited_first_used_and_covered(demo: Path, api: Served) -> None:
    """`cite`, `first` and `coverage`, as the command line gives them."""
    with Archive.open(demo) as archive:
        cited = archive.check("Ostrelle has not closed the door on the night ferry").citation
        assert cited is not None
        uses = json.loads(msgspec.json.encode(archive.first("night ferry", speaker="Desmarey")))
        coverage = [json.loads(msgspec.json.encode(each)) for each in archive.coverage()]
    words = quote("closed the door on the night ferry")
    (place,) = api.ask(f"/api/v1/statements/{cited.statement}/cite?quote={words}").json["items"]
    assert place["citation"]["turn"] == cited.turn
    assert place["forms"]["bibtex"].startswith("@")
    assert api.ask(f"/api/v1/statements/{cited.statement}/cite").status == 400
    assert api.ask("/api/v1/first?words=night+ferry&speaker=Desmarey").json == uses
    assert every(api, "/api/v1/coverage", limit=1) == coverage


def test_an_article_is_reviewed(api: Served) -> None:
    """Every quotation of a posted text, each with its verdict; nothing else is answered there."""
    text = "Lucan Desmarey said: “Ostrelle has closed the door on the night ferry.” Nobody answered him on that day."
    answer = api.ask(
        "/api/v1/review", "POST", json.dumps({"text": text}).encode(), content_type="application/json"
    )
    assert answer.status == 200
    assert "altered" in answer.text
    assert answer.headers["cache-control"] == "no-store"
    refused = api.ask("/api/v1/review")
    assert (refused.status, refused.headers["allow"]) == (405, "POST")
    assert "the header Allow tells" in refused.json["detail"]


def test_sources_and_notices(demo: Path, api: Served) -> None:
    """As `sources` and `list --announced` give them."""
    with Archive.open(demo) as archive:
        sources = [json.loads(msgspec.json.encode(each)) for each in archive.sources()]
        notices = [json.loads(msgspec.json.encode(each)) for each in archive.announced()]
    assert every(api, "/api/v1/sources", limit=1) == sources
    assert every(api, "/api/v1/notices", limit=7) == notices


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/api/v1/statements?speeker=Varga", 400, "did you mean speaker?"),
        ("/api/v1/statements?limit=0", 400, "give a whole number from 1 to 500"),
        ("/api/v1/statements?limit=1&limit=2", 400, "given twice"),
        ("/api/v1/statements?kind=interviw", 400, "did you mean interview?"),
        ("/api/v1/statements?kind=zzzz", 400, "'zzzz': there are interview, "),
        ("/api/v1/statements?since=May", 400, "since is 'May'"),
        ("/api/v1/statements?since=2026-02-31", 400, "which is no date"),
        ("/api/v1/statements?cursor=%00", 400, "This cursor is none of this list"),
        ("/api/v1/statements?cursor=WyJhIl0", 400, "This cursor is none of this list"),
        ("/api/v1/search", 400, "The parameter q is missing"),
        ("/api/v1/search?q=(ferry", 400, "parenthes"),
        ("/api/v1/check?quotation=x&date=yesterday", 400, "date is 'yesterday'"),
        ("/api/v1/changes?since=2026-13-01", 400, "is no time and no cursor"),
        ("/api/v1/nothing", 404, "There is no such path in the API"),
        ("/api/v1/statements/none", 404, "/api/v1/statements shows what there is"),
        ("/api/v1/statements?since=yesterday", 400, "after: 2031, 2031-02 or 2031-02-03"),
        ("/api/v1/statements?since=2031-05&until=2030", 400, "until '2030', which is before"),
        ("/api/v1/search", 400, "The parameter q is missing. It takes: Words"),
        (f"/api/v1/search?q={'ferry+' * 400}", 400, "q has 2,400 characters: give 2,000 at most"),
        (
            f"/feeds/search.atom?q={'ferry+' * 400}",
            400,
            "The search has 2,399 characters: give 2,000 at most",
        ),
        ("/api/v1/coverage?source=zzzz", 404, "/api/v1/sources lists those there are"),
    ],
)
def test_a_wrong_call_is_one_sentence(api: Served, path: str, status: int, said: str) -> None:
    """In one shape, with a code, and what to do next."""
    answer = api.ask(path)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json) == {"type", "title", "status", "code", "detail"}
    assert said in answer.json["detail"]


@pytest.mark.parametrize(("path", "none"), [("statements?", "total"), ("search?q=ferry&", "turns")])
def test_a_filter_that_nothing_passes_is_told(api: Served, path: str, none: str) -> None:
    """Nothing found is no silence: which of the filters nothing of the record passes, and what is near to it."""
    (told,) = api.ask(f"/api/v1/{path}speaker=Desmarai&since=2020").json["unheld"]
    assert (told["filter"], told["value"], told["near"]) == ("speaker", "Desmarai", ["Lucan Desmarey"])
    (told,) = api.ask(f"/api/v1/{path}source=nowhere.example&kind=interview").json["unheld"]
    assert told["message"].endswith("/api/v1/sources lists those there are.")
    held = api.ask(f"/api/v1/{path}speaker=Desmarey").json
    assert held[none] > 0
    assert held["unheld"] == []
    early = api.ask(f"/api/v1/{path}speaker=Desmarey&until=1950").json
    assert (early[none], early["unheld"]) == (0, [])


def test_a_speaker_of_turns_alone_is_held(api: Served) -> None:
    """Who asks by a label that no statement names as its speaker is not told that there is none."""
    told = api.ask("/api/v1/search?q=zeppelin&speaker=Question").json
    assert (told["turns"], told["unheld"]) == (0, [])


@pytest.mark.parametrize(
    ("body", "status", "headers"),
    [
        (b"{", 400, {}),
        (b'{"quotation": ""}', 400, {}),
        (b'{"quotation": "x", "archive": "/etc"}', 400, {}),
        (b"quotation=x", 415, {"content_type": "application/x-www-form-urlencoded"}),
        (b'{"quotation": "' + b"x" * 70_000 + b'"}', 413, {}),
        (json.dumps({"quotation": "x" * 20_001}).encode(), 400, {}),
        (b'{"quotation": "x", "date": "soon"}', 400, {}),
    ],
)
def test_a_body_that_cannot_be_taken_is_refused(
    api: Served, body: bytes, status: int, headers: dict[str, str]
) -> None:
    """Whatever is wrong with it, in the same shape."""
    answer = api.ask("/api/v1/check", "POST", body, **({"content_type": "application/json"} | headers))
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_stroke_at_the_end_leads_on(api: Served) -> None:
    """To the path without it, whatever is asked there."""
    for path in ("/api/v1/", "/api/v1/statements/", "/api/v1/statements/none/versions/"):
        answer = api.ask(f"{path}?limit=1")
        to = urljoin(path, answer.headers["location"])
        assert (answer.status, to) == (308, f"{path.rstrip('/')}?limit=1")
    assert api.ask("/api//").status in (308, 404)


def test_who_asks_what_may_be_asked_is_told(demo: Path) -> None:
    """OPTIONS is answered with the methods, for pages and for the API."""
    with serving(demo) as closed:
        for path, allowed in (("/", "GET"), ("/api/v1/check", "POST"), ("/check", "POST")):
            answer = closed.ask(path, "OPTIONS")
            assert (answer.status, answer.body) == (204, b"")
            assert {allowed, "OPTIONS"} <= set(answer.headers["allow"].split(", "))


def test_only_reading_is_answered(demo: Path, api: Served) -> None:
    """No method writes, and after all of this every file of the truth is as it was."""
    before = digests(demo)
    for method in ("PUT", "POST", "PATCH", "DELETE", "TRACE"):
        for path in (
            "/",
            "/index.html",
            "/search",
            "/api/v1",
            "/api/v1/statements",
            "/api/v1/statements/x",
            "/feed.atom",
        ):
            assert api.ask(path, method).status == 405, (method, path)
    posted(api, {"quotation": "Nothing of this is kept."})
    assert digests(demo) == before


def test_tags_spare_sending_again(api: Served) -> None:
    """304 by tag, or by time; a tag is of one address and one state."""
    first = api.ask("/api/v1/statements")
    same = api.ask("/api/v1/statements", if_none_match=f'"x", W/{first.headers["etag"]}')
    assert (same.status, same.body) == (304, b"")
    since = api.ask("/api/v1/statements", if_modified_since=first.headers["last-modified"])
    assert since.status == 304
    assert api.ask("/api/v1/statements?limit=3").headers["etag"] != first.headers["etag"]
    head = api.ask("/api/v1/statements", "HEAD")
    assert (head.status, head.body, head.headers["etag"]) == (200, b"", first.headers["etag"])


def test_csv_has_the_rows_of_the_list(api: Served) -> None:
    """A line of names, a line for each item, and where it goes on."""
    answer = api.ask("/api/v1/statements.csv?limit=5")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    items = api.ask("/api/v1/statements?limit=5").json["items"]
    assert [row["id"] for row in rows] == [item["id"] for item in items]
    assert 'rel="next"' in answer.headers["link"]
    assert answer.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize("title", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_no_cell_is_a_formula(demo: Path, title: str) -> None:
    """Whatever a page was called, a spreadsheet takes it for text."""
    with Archive.open(demo) as archive:
        listed = msgspec.structs.replace(next(archive.list()), title=title)
    (row,) = csv.DictReader(io.StringIO(write_table(type(listed), [listed]).decode(), newline=""))
    assert row["title"] == "'" + title.replace("\r", "\\x0d")


def test_other_sites_may_read_and_nothing_else(demo: Path, api: Served) -> None:
    """CORS is of the API and the feeds, for reading, and only where it was asked for."""
    asked = api.ask("/api/v1/statements", "OPTIONS", origin="https://other.example")
    assert (asked.status, asked.headers["access-control-allow-methods"]) == (204, "GET, HEAD, POST")
    assert api.ask("/api/v1").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in api.ask("/api/v1").headers
    assert api.ask("/feed.json").headers["access-control-allow-origin"] == "*"
    assert api.ask("/timemap/link/http://nowhere.example/").headers["access-control-allow-origin"] == "*"
    assert api.ask("/kinds/interview/edits.atom").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in api.ask("/index.html").headers
    with serving(demo) as closed:
        assert (
            "access-control-allow-origin" not in closed.ask("/api/v1", origin="https://other.example").headers
        )


def test_another_name_than_this_machines_is_refused(api: Served) -> None:
    """A page elsewhere that calls itself by this address cannot read what is served to this machine alone."""
    assert api.ask("/api/v1", host="evil.example").status == 421
    assert api.ask("/api/v1", host=f"localhost:{api.port}").status == 200
    assert api.ask("/api/v1", host="[").status == 421


def test_versions_are_mementos(demo: Path, api: Served) -> None:
    """A TimeMap names each with its time; the TimeGate leads to the nearest; the page says when it was seen."""
    url = "http://portaurel.embassy.ostrelle.example/messages/118"
    lines = api.ask(f"/timemap/link/{url}").text.split(",\n")
    mementos = [line for line in lines if 'memento"; datetime=' in line]
    assert ['rel="first memento"' in mementos[0], 'rel="last memento"' in mementos[1]] == [True, True]
    assert len(mementos) == 2
    first = api.ask(f"/timegate/{url}", accept_datetime="Mon, 01 Jan 2001 00:00:00 GMT")
    last = api.ask(f"/timegate/{url}")
    assert (first.status, last.status) == (302, 302)
    assert first.headers["location"] != last.headers["location"]
    assert first.headers["vary"] == "accept-datetime"
    page = api.ask("/" + first.headers["location"].split("/", 3)[3])
    assert page.headers["memento-datetime"] in mementos[0]
    assert f'<{url}>; rel="original"' in page.headers["link"]
    refused = api.ask(f"/timegate/{url}", accept_datetime="yesterday")
    assert (refused.status, refused.headers["vary"].split(",")[0]) == (400, "accept-datetime")
    # Version 1 was seen on 15 and 29 March, version 2 on 20 April: 5 April is nearer to the second of these.
    between = api.ask(f"/timegate/{url}", accept_datetime="Sat, 05 Apr 2025 00:00:00 GMT")
    assert between.headers["location"] == first.headers["location"]
    assert api.ask("/timegate/http://nowhere.example/").status == 404
    assert api.ask("/timegate/nowhere").status == 400


def test_an_address_has_the_mementos_that_were_seen_there(api: Served) -> None:
    """What a newspaper printed of a statement is no memento of the ministry's page, nor the other way."""
    held = "https://mfa.vesselmark.example/news/2025/03/comment-lady-ansel"
    copied = "https://www.merrowcourier.example/politics/2025/03/12/lady-ansel-comment-in-full"
    for url, version, day in ((held, "v1", "Tue, 11 Mar 2025"), (copied, "v2", "Wed, 12 Mar 2025")):
        (line,) = (line for line in api.ask(f"/timemap/link/{url}").text.split(",\n") if "datetime=" in line)
        assert f'/{version}/index.html>; rel="first last memento"; datetime="{day}' in line
        page = api.ask(f"/timegate/{url}", accept_datetime="Mon, 01 Jan 2001 00:00:00 GMT").headers[
            "location"
        ]
        assert f"/{version}/" in page


def test_a_list_goes_on_where_it_was(demo: Path) -> None:
    """The place is a date and an id: it holds even where that statement is gone."""
    with Archive.open(demo) as archive:
        every_one = [each.id for each in archive.list()]
        first = archive.list_piece(limit=5)
        assert first.after is not None
        assert [each.id for each in archive.list_piece(limit=500, after=first.after).statements] == every_one[
            5:
        ]
        gone = Place(first.after.day, first.after.id + "0")
        assert [each.id for each in archive.list_piece(limit=500, after=gone).statements] == every_one[5:]
        assert archive.list_piece(limit=5, after=Place("0001-01-01", "")).statements == ()


def posted(api: Served, body: dict[str, str]) -> Answer:
    """Return what a posted quotation brings."""
    return api.ask("/api/v1/check", "POST", json.dumps(body).encode(), content_type="application/json")


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of an archive's truth."""
    truth = [folder / "ledger.jsonl", *sorted((folder / "captures").iterdir())]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in truth}
