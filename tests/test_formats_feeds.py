"""RSS and Atom: the feed is a list of notices, and each entry with its text a page at its own address."""

from __future__ import annotations

from pathlib import Path

from invented_formats import read_file, rss, turns_of
from invented_warcs import codes, response
from onrecord import Archive
from onrecord.capture import Captured, read_captures

FIRST = (
    "<item><title>Remarks by Minister of Tides Ada Korr at the Harbour Day</title>"
    "<link>https://tides.example/remarks/1</link><guid isPermaLink='false'>tag-1</guid>"
    "<pubDate>Tue, 03 Jun 2031 10:00:00 +0200</pubDate><content:encoded><![CDATA["
    "<p>QUESTION: Is the harbour open?</p><p>MINISTER KORR: It is open &amp; stays open.</p>]]></content:encoded></item>"
)
SECOND = (
    "<item><title>Press statement by Minister Ada Korr</title><link>/remarks/2</link>"
    "<pubDate>Wed, 04 Jun 2031 10:00:00 GMT</pubDate><description>The harbour was […] read more</description></item>"
)
ATOM = b"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Speeches</title><link href="https://tides.example/"/>
<entry><title type="html">Speech by Minister Ada Korr on the &lt;b&gt;treaty&lt;/b&gt;</title>
<link rel="alternate" href="/speech/7"/><id>urn:tides:7</id><published>2031-06-03T10:00:00+02:00</published>
<updated>2031-06-05T09:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>We signed it.</p><p>We will keep it.</p></div></content>
</entry></feed>"""


def test_a_feed_is_a_list_and_each_entry_a_page(tmp_path: Path) -> None:
    """An entry's address, day and words are its own; its place is its bytes in the feed."""
    feed = rss(FIRST, SECOND)
    (listing, entry), (issue,) = read_file(tmp_path, "feed.xml", feed)
    assert (listing.page.kind, [notice.url for notice in listing.notices]) == (
        "listing",
        ["https://tides.example/remarks/1", "https://tides.example/remarks/2"],
    )
    assert [notice.posted_on for notice in listing.notices] == ["2031-06-03", "2031-06-04"]
    (statement,) = entry.statements
    assert (entry.capture.url, statement.posted_on) == ("https://tides.example/remarks/1", "2031-06-03")
    assert turns_of(entry) == [
        ("QUESTION", None, "Is the harbour open?"),
        ("MINISTER KORR", "Ada Korr", "It is open & stays open."),
    ]
    place = entry.capture.locator
    assert feed[place.offset : place.offset + place.length].decode() == FIRST
    assert entry.page.places[0].at == "entry tag-1"
    assert (issue.code, "1 of its 2 entries" in issue.message) == ("entries_without_text", True)


def test_an_atom_entry_tells_posting_and_change_apart(tmp_path: Path) -> None:
    """Published and updated are two days; relative addresses are the feed's; XHTML inside is read as it stands."""
    (_, entry), issues = read_file(tmp_path, "feed.xml", ATOM)
    (statement,) = entry.statements
    assert (issues, entry.capture.url) == ([], "https://tides.example/speech/7")
    assert (statement.posted_on, statement.updated_on) == ("2031-06-03", "2031-06-05")
    assert statement.title == "Speech by Minister Ada Korr on the treaty"
    assert turns_of(entry) == [(None, "Ada Korr", "We signed it. We will keep it.")]


def test_an_entry_in_another_charset_is_cut_out_to_the_byte(tmp_path: Path) -> None:
    """Places count bytes of the feed as it came, not of its text."""
    words = "<item><title>Выступление министра Ады Корр</title><link>https://tides.example/1</link><description>&lt;p&gt;Порт открыт.&lt;/p&gt;</description></item>"
    for charset in ("windows-1251", "utf-16", "gb18030"):
        declared = (
            f'<?xml version="1.0" encoding="{charset}"?><!-- ☆ -->'
            if charset != "windows-1251"
            else '<?xml version="1.0" encoding="windows-1251"?>'
        )
        feed = rss(words.replace("<item>", "<item>", 1), words, declaration=declared).decode().encode(charset)
        path = tmp_path / "feed.xml"
        path.write_bytes(feed)
        _, *entries = [each for each in read_captures(path) if isinstance(each, Captured)]
        assert len(entries) == 2
        for entry in entries:
            at = entry.capture.locator
            assert entry.body == feed[at.offset : at.offset + at.length]
            assert entry.body.decode(charset.replace("utf-16", "utf-16-le")) == words


def test_a_feed_with_loose_entities_is_read(tmp_path: Path) -> None:
    """Bare ampersands and names of HTML are no fault that keeps a feed from being read."""
    item = "<item><title>Remarks by Minister Korr &nbsp; Q&A</title><link>https://tides.example/?a=1&b=2</link><description>&lt;p&gt;The harbour is open &mdash; now.&lt;/p&gt;</description></item>"
    (_, entry), issues = read_file(tmp_path, "feed.xml", rss(item))
    assert (issues, entry.capture.url) == ([], "https://tides.example/?a=1&b=2")
    assert entry.page.title == "Remarks by Minister Korr Q&A"
    assert turns_of(entry)[0][2] == "The harbour is open — now."


def test_of_a_cut_feed_the_entries_before_the_cut_are_read(tmp_path: Path) -> None:
    """What is whole comes out, and the fault is named."""
    readings, _ = read_file(tmp_path, "feed.xml", rss(FIRST, SECOND)[:-180])
    assert [each.capture.url for each in readings] == [None, "https://tides.example/remarks/1"]
    assert codes(readings[0].issues) == ["feed_damaged"]


def test_a_feed_in_a_warc_gives_its_entries_too(tmp_path: Path) -> None:
    """Whatever the server calls it."""
    for media_type in ("application/rss+xml", "text/xml", "application/octet-stream"):
        stored = response("https://tides.example/feed", rss(FIRST), http=(f"Content-Type: {media_type}",))
        (listing, entry), issues = read_file(tmp_path, "a.warc", stored)
        assert (listing.capture.url, issues) == ("https://tides.example/feed", [])
        assert (entry.capture.url, entry.capture.captured_at) == (
            "https://tides.example/remarks/1",
            "2031-04-05T06:07:08Z",
        )


def test_a_json_feed_is_a_feed(tmp_path: Path) -> None:
    """The same list, the same entries, each cut out to the byte; text without markup is text."""
    item = (
        '{"id": "tag-é", "url": "https://tides.example/remarks/1", "date_published": "2031-06-03T10:00:00+02:00",'
        ' "title": "Remarks by Minister Ada Korr", "content_text": "The harbour stays open & free for all ships."}'
    )
    short = '{"id": "2", "url": "https://tides.example/2", "title": "Press statement", "date_published": "2031-06-02", "summary": "The…"}'
    feed = (
        '{"version": "https://jsonfeed.org/version/1.1", "title": "Täglich", "items": [ %s , %s ], "x": [1]}'
    )
    stored = (feed % (item, short)).encode()
    (listing, entry), (issue,) = read_file(tmp_path, "feed.json", stored)
    assert (listing.page.kind, len(listing.notices), issue.code) == ("listing", 2, "entries_without_text")
    place = entry.capture.locator
    assert stored[place.offset : place.offset + place.length].decode() == item
    assert (entry.capture.url, entry.statements[0].posted_on) == (
        "https://tides.example/remarks/1",
        "2031-06-03",
    )
    assert turns_of(entry) == [(None, "Ada Korr", "The harbour stays open & free for all ships.")]


def test_a_feed_is_kept_as_it_came(tmp_path: Path) -> None:
    """The archive holds the feed's bytes, each entry as a conversion that leads to them, and derives both again."""
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(FIRST, SECOND))
    added = Archive.add_to(tmp_path / "archive", path, now="2031-06-10T00:00:00Z")
    assert (added.new, added.statements, added.not_readable) == (2, 1, 0)
    again = Archive.add_to(tmp_path / "archive", path, now="2031-06-11T00:00:00Z")
    assert (again.new, again.seen_before) == (0, 2)
    with Archive.open(tmp_path / "archive") as archive:
        before = list(archive.export())
        archive.rebuild()
        assert list(archive.export()) == before
        assert archive.verify().findings == ()
    own, *_ = (tmp_path / "archive" / "captures").iterdir()
    whole, entry = [each for each in read_captures(own) if isinstance(each, Captured)][:2]
    assert whole.body == path.read_bytes()
    assert entry.body.decode() == FIRST
