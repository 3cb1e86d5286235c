"""Pages fetched into an archive: durable, listed and checked like any other capture; robots.txt, 304, pauses, lists and feeds.

Sites and people are invented; every server is on the loopback interface.
"""

from __future__ import annotations

import gzip
import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from invented_warcs import parted
from loopback_site import HOST, PUBLIC, Answer, Invented, Site, moved, page, reply
from onrecord import Added, Archive, DamagedArchive, Fetching, NotTaken, WrongCall, read
from onrecord.capture import read_captures

NOW = "2031-05-04T10:00:00Z"
SPEECH = page(
    "Speech by Minister of Tides Ida Voss at the harbour, 3 May 2031",
    "The harbour stays open.",
    "That is all I came to say.",
)
EDITED = SPEECH.replace("stays open", "stays closed")


@pytest.fixture
def site() -> Iterator[Site]:
    """A server with one speech."""
    with Site({"/1": reply(SPEECH)}) as served:
        yield served


def add(
    folder: Path, site: Site, *urls: str, names: dict[str, list[str]] | None = None, **fetching: Any
) -> Added:
    """Return what adding the addresses did; paths are those of the site."""
    return add_by(Invented(site, names), folder, site, *urls, **fetching)


def add_by(
    invented: Invented, folder: Path, site: Site, *urls: str, limits: Any = None, **fetching: Any
) -> Added:
    """As `add`, in a world that the test looks at."""
    given = [url if "://" in url else site.origin + url for url in urls]
    world = invented.world(**(limits or {}))
    return Archive.add_to(folder, *given, now=NOW, fetching=Fetching(**fetching), world=world)


def codes(added: Added) -> list[str]:
    """Return the codes of the issues."""
    return [issue.code for issue in added.issues]


def ledger(folder: Path) -> list[dict[str, Any]]:
    """Return the ledger's events."""
    return [json.loads(line) for line in (folder / "ledger.jsonl").read_text().splitlines()]


def records(folder: Path) -> list[bytes]:
    """Return the WARC records of the archive, each from its own gzip member, as the ledger places them."""
    events = [event for event in ledger(folder) if event["event"] in ("capture", "request", "revisit")]
    places = [event["locator"] for event in events]
    return [
        gzip.decompress((folder / at["file"]).read_bytes()[at["offset"] : at["offset"] + at["length"]])
        for at in places
    ]


def verified(folder: Path) -> list[str]:
    """Return what `verify` finds."""
    with Archive.open(folder) as archive:
        return [finding.code for finding in archive.verify().findings]


def test_a_page_is_fetched_kept_read_and_found(tmp_path: Path, site: Site) -> None:
    """From an address to a verdict."""
    added = add(tmp_path, site, "/1")
    assert (added.new, added.statements, added.issues) == (1, 1, ())
    with Archive.open(tmp_path) as archive:
        (listed,) = archive.list()
        assert listed.witnesses[0].url == f"{site.origin}/1"
        assert listed.witnesses[0].captured_at == "2031-05-04T10:00:01Z"
        assert archive.check("The harbour stays open").wording == "verbatim"
        assert archive.verify().findings == ()


def test_request_and_response_are_warc_records(tmp_path: Path, site: Site) -> None:
    """With the bytes of the wire, the IP address, and each other's id; other programs read them too."""
    add(tmp_path, site, "/1", contact="desk@archive.example")
    request, response = records(tmp_path)
    assert b"WARC-Type: response\r\n" in response
    assert f"WARC-IP-Address: {PUBLIC}\r\n".encode() in response
    assert response.endswith(reply(SPEECH) + b"\r\n\r\n")
    assert b"WARC-Type: request\r\n" in request
    assert request.endswith(site.requests[-1] + b"\r\n\r\n")
    record_id = next(line for line in response.split(b"\r\n") if line.startswith(b"WARC-Record-ID: "))
    assert record_id.replace(b"WARC-Record-ID", b"WARC-Concurrent-To") in request
    from warcio.archiveiterator import ArchiveIterator

    with next((tmp_path / "captures").iterdir()).open("rb") as stream:
        others = [(record.rec_type, record.http_headers.statusline) for record in ArchiveIterator(stream)]
    assert others[0][0] == "request"
    assert others[1] == ("response", "200 OK")


def test_what_was_fetched_is_derived_again_and_read_from_its_warc(tmp_path: Path, site: Site) -> None:
    """`rebuild` gives the same export; another archive that is given the WARC holds the same text."""
    site.answers |= {"/0": moved("/1"), "/2": reply("", "410 Gone")}
    add(tmp_path / "a", site, "/0", "/2")
    with Archive.open(tmp_path / "a") as archive:
        before = list(archive.export())
        archive.rebuild()
        assert list(archive.export()) == before
    captures, issues = parted(read_captures(tmp_path / "a" / "captures"))
    assert [each.capture.status for each in captures] == [301, 200, 410]
    assert issues == []
    Archive.add_to(tmp_path / "b", str(tmp_path / "a" / "captures"), now=NOW)
    with Archive.open(tmp_path / "b") as other:
        assert [each.id for each in other.list()] == [json.loads(line)["listed"]["id"] for line in before]


def test_an_unchanged_page_is_a_revisit(tmp_path: Path, site: Site) -> None:
    """Asked with ETag and Last-Modified of what is held; "not modified" is a further capture of the same bytes."""
    since = "Sat, 03 May 2031 08:00:00 GMT"
    site.answers["/1"] = [
        reply(SPEECH, "200 OK", 'ETag: W/"7"', f"Last-Modified: {since}"),
        b'HTTP/1.1 304 Not Modified\r\nETag: W/"7"\r\n\r\n',
    ]
    world = Invented(site)
    add_by(world, tmp_path, site, "/1")
    for _ in range(2):
        added = add_by(world, tmp_path, site, "/1")
        assert (added.new, codes(added)) == (1, ["not_modified"])
    assert b"If-None-Match" not in site.requests[1]
    for request in (site.requests[3], site.requests[5]):
        assert b'\r\nIf-None-Match: W/"7"\r\n' in request
        assert f"\r\nIf-Modified-Since: {since}\r\n".encode() in request
    revisit = records(tmp_path)[3]
    assert b"WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified\r\n" in revisit
    assert f"WARC-Refers-To-Target-URI: {site.origin}/1\r\n".encode() in revisit
    assert revisit.endswith(b'HTTP/1.1 304 Not Modified\r\nETag: W/"7"\r\n\r\n\r\n\r\n')
    with Archive.open(tmp_path) as archive:
        (listed,) = archive.list()
        assert len(listed.versions) == 1
        assert listed.versions[0].last_seen == "2031-05-04T10:00:03Z"
        assert archive.verify().findings == ()


def test_an_edited_page_is_a_version(tmp_path: Path, site: Site) -> None:
    """Same address, other bytes."""
    site.answers["/1"] = [reply(SPEECH, "200 OK", 'ETag: "7"'), reply(EDITED, "200 OK", 'ETag: "8"')]
    world = Invented(site)
    add_by(world, tmp_path, site, "/1")
    assert add_by(world, tmp_path, site, "/1").new == 1
    with Archive.open(tmp_path) as archive:
        (listed,) = archive.list()
        assert len(listed.versions) == 2


@pytest.mark.parametrize("between", ["404 Not Found", "200 OK"])
def test_a_stand_in_is_kept_and_is_no_version(tmp_path: Path, site: Site, between: str) -> None:
    """Neither is a server asked whether a refusal has changed."""
    blocked = page("Access Denied", "You don't have permission to access this on this server.")
    site.answers["/1"] = [
        reply(SPEECH, "200 OK", 'ETag: "7"'),
        reply(blocked, between, 'ETag: "no"'),
        reply(EDITED),
    ]
    world = Invented(site)
    added = [add_by(world, tmp_path, site, "/1") for _ in range(3)]
    assert [codes(each) for each in added] == [[], ["not_found" if between[0] == "4" else "block_page"], []]
    assert b'If-None-Match: "7"' in site.requests[5]
    with Archive.open(tmp_path) as archive:
        (listed,) = archive.list()
        assert (len(listed.versions), len(list(ledger(tmp_path)))) == (2, 8)
        assert archive.verify().findings == ()


def test_redirections_are_kept_with_where_they_led(tmp_path: Path, site: Site) -> None:
    """Each hop is a capture of its own address; the statement is that of the last."""
    other = "www.vesselmark.example"
    site.answers |= {"/old": moved(f"http://{other}:{site.port}/1"), f"{other} /1": reply(SPEECH)}
    added = add(tmp_path, site, "/old", names={other: ["9.9.9.10"]})
    assert (added.new, added.new_statements, codes(added)) == (2, 1, ["sent_on"])
    events = [event for event in ledger(tmp_path) if event["event"] == "capture"]
    assert [(event["status"], event["url"].rpartition("/")[2]) for event in events] == [
        (301, "old"),
        (200, "1"),
    ]
    assert b"WARC-IP-Address: 9.9.9.10" in records(tmp_path)[3]
    assert verified(tmp_path) == []


def test_two_redirections_without_a_word_are_two_captures(tmp_path: Path, site: Site) -> None:
    """An empty body is no body that repeats another."""
    site.answers |= {"/a": moved("/b"), "/b": moved("/1")}
    assert add(tmp_path, site, "/a").new == 3
    assert [record.partition(b"WARC-Type: ")[2].split(b"\r\n")[0] for record in records(tmp_path)] == [
        b"request", b"response"] * 3  # fmt: skip
    assert verified(tmp_path) == []


@pytest.mark.parametrize(
    ("answer", "kept", "code"),
    [
        (reply("User-agent: *\nDisallow: /1", kind="text/plain"), 0, "robots_disallowed"),
        (reply("User-agent: OnRecord\nDisallow: /\n\nUser-agent: *\nAllow: /", kind="text/plain"), 0, "robots_disallowed"),
        (reply("User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nAllow: /1\nDisallow: /", kind="text/plain"), 1, None),
        (reply("User-agent: *\nDisallow: /*.pdf$\nDisallow: /2", kind="text/plain"), 1, None),
        (reply("\ufeffUser-agent: *\r\nDisallow: /", kind="text/plain"), 0, "robots_disallowed"),
        (reply(gzip.compress(b"User-agent: *\nDisallow: /"), "200 OK", "Content-Encoding: gzip"), 0, "robots_disallowed"),
        (reply("", "404 Not Found"), 1, None),
        (reply("", "403 Forbidden"), 1, None),
        (reply("", "401 Unauthorized"), 1, None),
        (reply("", "429 Too Many Requests"), 0, "robots_unreachable"),
        (reply("", "500 Internal Server Error"), 0, "robots_unreachable"),
        (reply("", "503 Service Unavailable"), 0, "robots_unreachable"),
        (b"", 0, "robots_unreachable"),
        (b"garbage\r\n\r\n", 0, "robots_unreachable"),
        (reply(page("Not found", "No such page")), 1, None),
        (reply("User-agent: *\nDisallow: /1\n" + "# more\n" * 200_000), 0, "robots_disallowed"),
        (reply("# more\n" * 200_000 + "User-agent: *\nDisallow: /1\n"), 1, None),
        (reply("Disallow: /" + "*a" * 20_000 + "\nUser-agent: *\nDisallow: /" + "*/*1" * 2000), 1, None),
        (moved("/r1"), 0, "robots_disallowed"),
        ([moved("/robots.txt")], 1, None),
    ],
)  # fmt: skip
def test_robots_txt_is_obeyed(
    tmp_path: Path, site: Site, answer: Answer, kept: int, code: str | None
) -> None:
    """As RFC 9309: not there allows, not to be had now forbids; half a megabyte is read; five redirections are followed."""
    site.answers |= {"/robots.txt": answer, "/r1": reply("User-agent: *\nDisallow: /", kind="text/plain")}
    added = add(tmp_path, site, "/1")
    assert (added.new, codes(added)) == (kept, [code] if code else [])
    assert site.paths.count("/1") == kept
    if code:
        assert "--ignore-robots" in added.issues[0].message
        site.requests.clear()
        assert add(tmp_path, site, "/1", ignore_robots=True).new == 1
        assert not any(b" /robots.txt " in request for request in site.requests)


def test_robots_txt_is_asked_once_for_each_site(tmp_path: Path, site: Site) -> None:
    """And of the site that a redirection leads to, before that is asked for anything else."""
    other = "www.vesselmark.example"
    forbidding = reply("User-agent: *\nDisallow: /", kind="text/plain")
    there = f"http://{other}:{site.port}/1"
    site.answers |= {"/2": reply(EDITED), "/3": moved(there), f"{other} /robots.txt": forbidding}
    added = add(tmp_path, site, "/1", "/2", "/3", names={other: [PUBLIC]})
    assert sorted(codes(added)) == ["robots_disallowed", "sent_on"]
    assert [b" /robots.txt " in request for request in site.requests] == [True, False, False, False, True]


def test_there_is_a_pause_between_pages_of_one_host(tmp_path: Path, site: Site) -> None:
    """Ours, or the longer one that robots.txt asks for."""
    site.answers |= {"/2": reply(EDITED), "/robots.txt": reply("User-agent: *\nCrawl-delay: 7")}
    invented = Invented(site)
    add_by(invented, tmp_path / "a", site, "/1", "/2", delay_s=3)
    assert [round(wait) for wait in invented.waits] == [7]
    site.answers["/robots.txt"] = reply("", "404 Not Found")
    invented = Invented(site)
    add_by(invented, tmp_path / "b", site, "/1", "/2", delay_s=3)
    assert [round(wait) for wait in invented.waits] == [3]


def test_a_server_that_asks_to_wait_is_asked_once_more(tmp_path: Path, site: Site) -> None:
    """After as many seconds; both answers are kept."""
    site.answers["/1"] = [reply("", "429 Too Many Requests", "Retry-After: 9"), reply(SPEECH)]
    invented = Invented(site)
    added = add_by(invented, tmp_path, site, "/1", delay_s=0)
    assert (added.new, codes(added)) == (2, ["block_page"])
    assert invented.waits == [9]


@pytest.mark.parametrize("after", ["3600", "Sun, 04 May 2031 11:00:01 GMT"])
def test_a_server_that_asks_for_an_hour_is_left_alone(tmp_path: Path, site: Site, after: str) -> None:
    """Nothing else is asked of it in this call, and it is said when to try again."""
    site.answers["/1"] = reply("", "503 Service Unavailable", f"Retry-After: {after}")
    added = add(tmp_path, site, "/1", "/2")
    assert sorted(codes(added)) == ["error_page", "told_to_wait", "told_to_wait"]
    assert any("asks to wait 3,600 seconds" in issue.message for issue in added.issues)
    assert site.paths == ["/1"]


def speeches(site: Site, count: int) -> str:
    """Return a list page, and let the site have what it announces."""
    entries = ""
    for n in range(1, count + 1):
        title = f"Speech by Minister of Tides Ida Voss on quay number {n}, {n} May 2031"
        site.answers[f"/speeches/{n}"] = reply(
            page(title, f"Quay number {n} will be built.", "Thank you."), "200 OK", f'ETag: "{n}"'
        )
        entries += (
            f"<li><time datetime=2031-05-{n:02}>{n} May 2031</time> <a href='/speeches/{n}'>{title}</a></li>"
        )
    return f"<!DOCTYPE html><html lang=en><title>Speeches</title><main><h1>Speeches</h1><ul>{entries}</ul></main>"


def test_a_list_is_followed_to_what_it_announces(tmp_path: Path, site: Site) -> None:
    """The list is kept, too; what is announced twice is fetched once, what is elsewhere is not."""
    listing = speeches(site, 10).replace(
        "</ul>",
        "<li>2 May 2031 <a href='https://vesselmark.example/2'>Speech by Minister Edda Karrow on ferries</a></li></ul>",
    )
    site.answers["/list"] = reply(listing)
    added = add(tmp_path, site, "/list", follow=True)
    assert (added.new, added.new_statements) == (11, 10)
    assert site.paths == ["/list", *(f"/speeches/{n}" for n in range(1, 11))]
    assert codes(added) == ["not_followed"]
    assert "announces 1 page of another site" in added.issues[0].message
    with Archive.open(tmp_path) as archive:
        assert all(
            each.notice.statement_id for each in archive.announced() if HOST in (each.notice.url or "")
        )
    site.answers |= {f"/speeches/{n}": b"HTTP/1.1 304 Not Modified\r\n\r\n" for n in range(1, 11)}
    again = add_by(Invented(site), tmp_path, site, "/list", follow=True)
    assert codes(again).count("not_modified") == 10
    assert again.new_statements == 0


def test_no_more_is_followed_than_the_limit(tmp_path: Path, site: Site) -> None:
    """And it is said how many there are."""
    site.answers["/list"] = reply(speeches(site, 10))
    added = add(tmp_path, site, "/list", follow=True, limit=3)
    assert (added.new, codes(added)) == (4, ["not_followed"])
    assert "announces 10 pages, of which 3 are fetched" in added.issues[0].message


FEEDS = {
    "RSS": """<?xml version="1.0"?><rss version="2.0"><channel><title>Speeches</title><link>/</link>
<item><title>One</title><link>/speeches/1</link></item><item><link> /speeches/2 </link></item>
<item><link>https://vesselmark.example/9</link></item></channel></rss>""",
    "Atom": """<feed xmlns="http://www.w3.org/2005/Atom"><link href="/" /><entry><link rel="alternate" href="/speeches/1"/>
<link rel="enclosure" href="/film.mp4"/></entry><entry><link href="/speeches/2"/></entry></feed>""",
    "JSON Feed": """{"version": "https://jsonfeed.org/version/1.1", "title": "Speeches",
"items": [{"id": "1", "url": "/speeches/1"}, {"id": "2", "url": "/speeches/2"}]}""",
}


@pytest.mark.parametrize("form", FEEDS)
def test_a_feed_is_followed_to_what_it_announces(tmp_path: Path, site: Site, form: str) -> None:
    """Whatever its media type says, as far as that may be a feed at all."""
    speeches(site, 2)
    for kind in ("application/rss+xml", "application/xml", "text/rss+xml", "text/html"):
        if form == "JSON Feed":
            kind = "application/feed+json" if kind.startswith("application/rss") else "application/json"
        site.answers["/feed"] = reply(FEEDS[form], kind=kind)
        site.requests.clear()
        add(tmp_path / kind.partition("/")[2], site, "/feed", follow=True)
        assert site.paths == ["/feed", "/speeches/1", "/speeches/2"]


WORDS = "The harbour stays open, and nobody has said otherwise in all the years that I have stood here. " * 3


def whole_feed(*paths: str) -> bytes:
    """Return a feed whose entries have their whole text."""
    items = "".join(
        f"<item><title>Speech {n} by Minister of Tides Ida Voss</title><link>{path}</link>"
        f"<description>&lt;p&gt;{WORDS}&lt;/p&gt;</description></item>"
        for n, path in enumerate(paths, 1)
    )
    feed = f"<rss><channel><title>Speeches</title>{items}</channel></rss>"
    return reply(feed, "200 OK", 'ETag: "7"', kind="application/rss+xml")


def test_a_feed_with_whole_texts_is_kept_with_its_entries(tmp_path: Path, site: Site) -> None:
    """As from a file: each entry is a statement at its own address; nothing else is asked for."""
    site.answers["/feed"] = whole_feed("/speeches/1", "/speeches/2")
    assert add(tmp_path, site, "/feed").new == 3
    assert site.paths == ["/feed"]
    with Archive.open(tmp_path) as archive:
        assert sorted(listed.witnesses[0].url or "" for listed in archive.list()) == [
            f"{site.origin}/speeches/1",
            f"{site.origin}/speeches/2",
        ]
        assert archive.verify().findings == ()


def test_a_followed_feed_gives_the_pages_and_the_entries_whose_pages_do_not_come(
    tmp_path: Path, site: Site
) -> None:
    """The page is what the source shows; an entry that differs from it a moment before would look like an edit."""
    speeches(site, 1)
    site.answers |= {
        "/feed": whole_feed("/speeches/1", "/old", "/gone", "/speeches/9"),
        "/old": moved("/1"),
        "/gone": reply("", "410 Gone"),
    }
    add(tmp_path, site, "/feed", follow=True, limit=3)
    assert site.paths == ["/feed", "/speeches/1", "/old", "/1", "/gone"]
    with Archive.open(tmp_path) as archive:
        listed = {each.witnesses[0].url: len(each.versions) for each in archive.list()}
        assert listed == {
            f"{site.origin}/1": 1,  # where the second entry was redirected to
            f"{site.origin}/speeches/1": 1,
            f"{site.origin}/gone": 1,  # its page is gone, its words stand in the feed
            f"{site.origin}/speeches/9": 1,  # beyond the limit
        }
        assert archive.verify().findings == ()


def test_an_unchanged_feed_shows_its_entries_once_more(tmp_path: Path, site: Site) -> None:
    """What still stands in a feed is seen again with it, as a page is that was not modified."""
    site.answers["/feed"] = [whole_feed("/speeches/1"), b"HTTP/1.1 304 Not Modified\r\n\r\n"]
    world = Invented(site)
    add_by(world, tmp_path, site, "/feed")
    again = add_by(world, tmp_path, site, "/feed")
    assert (again.new, again.new_statements, codes(again)) == (2, 0, ["not_modified"])
    with Archive.open(tmp_path) as archive:
        (listed,) = archive.list()
        assert len(listed.witnesses) == 2
        assert archive.verify().findings == ()


def test_a_feed_that_explodes_is_not_followed(tmp_path: Path, site: Site) -> None:
    """Entities of its own, in each other or from elsewhere, are not even looked at."""
    laughs = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    site.answers["/feed"] = reply(
        laughs + FEEDS["RSS"].partition("?>")[2].replace("One", "&b;&x;"), kind="application/xml"
    )
    added = add(tmp_path, site, "/feed", follow=True)
    assert site.paths == ["/feed"]
    assert added.new_statements == 0


def test_a_page_that_announces_nothing_is_told(tmp_path: Path, site: Site) -> None:
    """With what to give instead."""
    added = add(tmp_path, site, "/1", follow=True)
    assert codes(added) == ["not_followed"]
    assert "announces no page of its site" in added.issues[0].message
    assert added.not_taken == 1


def test_what_is_announced_here_and_moved_elsewhere_is_not_followed(tmp_path: Path, site: Site) -> None:
    """The redirection is kept; to follow it is for the keeper to say."""
    site.answers["/list"] = reply(speeches(site, 2))
    site.answers["/speeches/1"] = moved("http://www.vesselmark.example/1")
    added = add(tmp_path, site, "/list", follow=True)
    assert (added.new, codes(added)) == (3, ["sent_on", "left_site"]) or codes(added) == [
        "left_site",
        "sent_on",
    ]


def test_following_stops_where_the_site_asks_to_wait(tmp_path: Path, site: Site) -> None:
    """What was not fetched is counted, not asked for in vain."""
    site.answers["/list"] = reply(speeches(site, 5))
    site.answers["/speeches/2"] = reply("", "429 Too Many Requests", "Retry-After: 4000")
    added = add(tmp_path, site, "/list", follow=True)
    assert site.paths == ["/list", "/speeches/1", "/speeches/2"]
    assert "3 more pages" in next(issue.message for issue in added.issues if issue.code == "not_followed")


@pytest.mark.parametrize("answer", [reply("", "503 Service Unavailable"), reply("", "403 Forbidden"), b""])
def test_a_site_that_refuses_or_fails_three_times_is_left_alone(
    tmp_path: Path, site: Site, answer: bytes
) -> None:
    """One page that is refused is no reason to leave the others."""
    site.answers["/list"] = reply(speeches(site, 9))
    for n in (1, 3, 4, 5, 6, 7):
        site.answers[f"/speeches/{n}"] = answer
    added = add(tmp_path, site, "/list", follow=True)
    assert site.paths == ["/list", *(f"/speeches/{n}" for n in range(1, 6))]
    said = "4 more pages, not fetched as its server refuses or fails"
    assert any(said in issue.message for issue in added.issues)


def test_pages_that_are_gone_are_no_refusal(tmp_path: Path, site: Site) -> None:
    """A list may well announce what is no more."""
    site.answers["/list"] = reply(speeches(site, 6))
    for n in range(1, 6):
        site.answers[f"/speeches/{n}"] = reply("", "404 Not Found")
    assert add(tmp_path, site, "/list", follow=True).new_statements == 1


def test_pages_in_other_charsets_are_read(tmp_path: Path, site: Site) -> None:
    """As the header says, or the page."""
    speech = SPEECH.replace("Ida Voss", "Žofie Šťastná").replace("lang=en", "lang=cs")
    site.answers["/1"] = reply(speech.encode("windows-1250"), kind="text/html; charset=windows-1250")
    add(tmp_path, site, "/1")
    with Archive.open(tmp_path) as archive:
        (listed,) = archive.list()
        assert "Žofie Šťastná" in (listed.title or "")


def test_files_and_addresses_go_together(tmp_path: Path, site: Site) -> None:
    """In one call, each told as it was given."""
    saved = tmp_path / "saved.html"
    saved.write_text(EDITED.replace("Ida Voss", "Edda Karrow"))
    world = Invented(site).world()
    added = Archive.add_to(tmp_path / "a", str(saved), f"{site.origin}/1", now=NOW, world=world)
    assert (added.new, added.new_statements) == (2, 2)


def test_no_archive_is_made_of_nothing(tmp_path: Path, site: Site) -> None:
    """An address that gave no capture leaves no folder behind."""
    site.answers["/1"] = b""
    assert add(tmp_path / "a", site, "/1").not_taken == 1
    assert not (tmp_path / "a").exists()


def test_wrong_calls(tmp_path: Path) -> None:
    """An address tells its own address and time; other schemes are no pages; `read` asks nobody."""
    with pytest.raises(WrongCall, match="that of one lone file"):
        Archive.add_to(tmp_path / "a", "https://press.ostrelle.example/1", url="https://x.example/")
    with pytest.raises(NotTaken, match="ftp is no way to a page"):
        Archive.add_to(tmp_path / "a", "ftp://press.ostrelle.example/1")
    with pytest.raises(WrongCall, match="change limit or delay_s"):
        Archive.add_to(tmp_path / "a", "https://press.ostrelle.example/1", fetching=Fetching(limit=0))
    with pytest.raises(NotTaken, match="fetched by `add` alone"):
        list(read("https://press.ostrelle.example/1"))
    assert not (tmp_path / "a").exists()


def test_kill_9_while_fetching_loses_nothing_that_was_told_to_be_kept(tmp_path: Path) -> None:
    """The page that came first is in the ledger before the second one comes; the archive is sound, and goes on."""
    with Site() as site:
        site.answers["/list"] = reply(speeches(site, 6))
        site.answers["/speeches/4"] = lambda connected, request: time.sleep(30)
        child = os.fork()
        if child == 0:
            add(tmp_path, site, "/list", follow=True)
            os._exit(0)
        until = time.monotonic() + 30
        while "/speeches/4" not in site.paths and time.monotonic() < until:
            time.sleep(0.05)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert verified(tmp_path) == []
        with Archive.open(tmp_path) as archive:
            assert len(list(archive.list())) == 3
        site.answers["/list"] = reply(speeches(site, 6))
        assert add(tmp_path, site, "/list", follow=True).new_statements == 3
        assert verified(tmp_path) == []


def test_a_lost_request_is_named(tmp_path: Path, site: Site) -> None:
    """It is custody as well: `verify` names one whose bytes were changed."""
    add(tmp_path, site, "/1")
    at = next(event["locator"] for event in ledger(tmp_path) if event["event"] == "request")
    path = tmp_path / at["file"]
    stored = bytearray(path.read_bytes())
    stored[at["offset"] + at["length"] - 12] ^= 1
    path.write_bytes(stored)
    assert verified(tmp_path) == ["changed_bytes"]


@pytest.mark.parametrize("to", ["null", "200", "410"])
def test_a_changed_status_is_named(tmp_path: Path, site: Site, to: str) -> None:
    """Who takes a refusal for the page, or the page for a refusal, would have to change the WARC, too."""
    site.answers["/1"] = reply(EDITED, "404 Not Found")
    add(tmp_path, site, "/1")
    path = tmp_path / "ledger.jsonl"
    path.write_text(path.read_text().replace('"status":404', f'"status":{to}'))
    assert "changed_line" in verified(tmp_path)
    with Archive.open(tmp_path) as archive, pytest.raises(DamagedArchive, match="has the status"):
        archive.rebuild()
