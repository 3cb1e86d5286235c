"""Pages that went elsewhere: redirections found in WARCs, and addresses that pages name as their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Event
from test_versions_archive import NOT_THERE, REFUSED, WORDS, Kept, day, page, response

OLD = "https://harbours.example/speeches/7"
NEW = "https://harbours.example/archive/2031/quay"
LIST = "https://harbours.example/all"


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """Return an archive without captures."""
    return Kept(tmp_path)


def sent_on(
    at: str, to: str, url: str = OLD, status: str = "301 Moved Permanently", body: bytes = b""
) -> bytes:
    """Return a redirection as a crawler kept it."""
    return response(body, at, url=url, status=status, head=f"Location: {to}\r\n")


def naming(address: str, words: str = WORDS) -> bytes:
    """Return the page with an address that it calls its own."""
    return page(words).replace(b"</title>", f'</title><link rel="canonical" href="{address}">'.encode())


def told(kept: Kept) -> list[tuple[str, str | None, str]]:
    """Return what happened, where, and when it was seen."""
    return [(each.event, each.url, each.seen_at) for each in kept.archive.changes()]


def the(kept: Kept, event: str) -> Event:
    """Return the one event of a kind."""
    (found,) = (each for each in kept.archive.changes() if each.event == event)
    return found


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found", "308 Permanent Redirect"])
def test_a_redirection_in_a_warc_is_an_event_with_both_addresses(kept: Kept, status: str) -> None:
    """The page at the new address has the same text: it is the same statement, at two addresses."""
    kept.add(
        response(page(), day(1)),
        sent_on(day(3), "/archive/2031/quay", status=status),
        response(page(), day(3), url=NEW),
    )
    assert told(kept) == [("new", OLD, day(1)), ("moved", NEW, day(3)), ("joined", NEW, day(3))]
    event = the(kept, "moved")
    assert event.last_good is not None
    assert (event.last_good.url, event.last_good.captured_at, event.last_good.version) == (OLD, day(1), 1)
    assert event.because == f"the server answered with status {status[:3]}; it stood at {OLD}"
    (listed,) = kept.archive.list()
    assert {each.url for each in listed.witnesses} == {NEW, OLD}
    assert kept.archive.verify().findings == ()


def test_a_redirection_kept_is_one_after_a_rebuild(kept: Kept) -> None:
    """The head of the answer is kept byte for byte; what follows from it is the same derived again."""
    kept.add(response(page(), day(1)), sent_on(day(3), NEW, body=b"<a href='x'>moved</a>"))
    before = told(kept)
    assert before[1:] == [("moved", NEW, day(3))]
    kept.archive.rebuild()
    assert told(kept) == before
    assert kept.archive.verify().findings == ()


def test_a_redirection_before_its_page_comes_to_the_same(kept: Kept) -> None:
    """Whatever order they are added in."""
    kept.add(sent_on(day(3), NEW))
    kept.add(response(page(), day(3), url=NEW))
    kept.add(response(page(), day(1)))
    assert sorted(event for event, _, _ in told(kept)) == ["joined", "moved", "new"]
    assert kept.archive.verify().findings == ()


def test_from_http_to_https_nothing_moves(kept: Kept) -> None:
    """What differs between the addresses of one page tells nothing, and is counted as before."""
    plain = OLD.replace("https://", "http://")
    kept.add(
        response(page(), day(1)),
        sent_on(day(2), OLD, url=plain),
        sent_on(day(2), OLD.replace("//", "//www.") + "/"),
    )
    assert told(kept) == [("new", OLD, day(1))]


def test_a_redirection_to_where_there_is_nothing_is_a_removal(kept: Kept) -> None:
    """Over another redirection, too; so is one to a refusal no move."""
    middle, end = "https://harbours.example/m", "https://harbours.example/e"
    kept.add(
        response(page(), day(1)),
        sent_on(day(3), middle),
        sent_on(day(3), end, url=middle),
        response(NOT_THERE, day(3), url=end, status="404 Not Found"),
    )
    event = the(kept, "removed")
    assert (event.url, event.because) == (
        OLD,
        "the server answered with status 301, and leads to a page that does not exist",
    )
    assert [event for event, _, _ in told(kept)] == ["new", "removed"]


@pytest.mark.parametrize("target", ["https://harbours.example/login?next=7", "https://harbours.example/stop"])
def test_a_redirection_to_a_log_in_or_a_refusal_blocks(kept: Kept, target: str) -> None:
    """Told by the address of a log-in, or by what was captured there."""
    kept.add(
        response(page(), day(1)),
        sent_on(day(3), target),
        response(REFUSED, day(3), url=target, status="403 Forbidden"),
    )
    assert [event for event, _, _ in told(kept)] == ["new", "blocked"]


def test_redirections_in_a_circle_have_an_end(kept: Kept) -> None:
    """Each leads to the other: moved, as far as anybody can tell."""
    kept.add(response(page(), day(1)), sent_on(day(3), NEW), sent_on(day(3), OLD, url=NEW))
    assert [event for event, _, _ in told(kept)] == ["new", "moved"]


def test_an_empty_404_and_an_empty_301_are_two_things(kept: Kept) -> None:
    """Both have the bytes of nothing at one address; the status tells them apart."""
    kept.add(response(page(), day(1)), response(b"", day(2), status="404 Not Found"))
    kept.add(sent_on(day(3), NEW))
    assert told(kept) == [("new", OLD, day(1)), ("removed", OLD, day(2)), ("moved", NEW, day(3))]


def test_a_page_that_names_another_address_from_now_on_has_moved(kept: Kept) -> None:
    """It is shown all the same; one that named it from the beginning, or its site's front page, tells nothing new."""
    kept.add(
        response(page(), day(1)),
        response(naming(NEW), day(2)),
        response(naming(NEW, WORDS + " Soon."), day(3)),
    )
    assert [(event, url) for event, url, _ in told(kept)] == [("new", OLD), ("moved", NEW), ("edited", OLD)]
    moved = the(kept, "moved")
    assert moved.because == f"the page names another address as its own; it stood at {OLD}"
    assert moved.between == (day(1), day(2))


@pytest.mark.parametrize(
    "address", ["https://www.harbours.example/speeches/7/", "/", "#top", "mailto:a@b.example", "http://["]
)
def test_an_address_that_is_its_own_or_none_tells_nothing(kept: Kept, address: str) -> None:
    """Spellings of one address, the front page, what is no page."""
    kept.add(response(page(), day(1)), response(naming(address), day(2)))
    assert told(kept) == [("new", OLD, day(1))]


def test_one_that_named_it_from_the_beginning_has_not_moved(kept: Kept) -> None:
    """As print versions do."""
    kept.add(response(naming(NEW), day(1)), response(naming(NEW).replace(b"12:00", b"13:00"), day(2)))
    assert [event for event, _, _ in told(kept)] == ["new"]


def test_gone_at_one_address_and_shown_at_another_is_not_withdrawn(kept: Kept) -> None:
    """A site moved its pages and left nothing at the old addresses: the words are still published."""
    kept.add(
        response(page(), day(1)),
        response(NOT_THERE, day(2), status="404 Not Found"),
        response(page(), day(3), url=NEW),
        response(NOT_THERE, day(4), status="404 Not Found"),
    )
    assert [(event, url) for event, url, _ in told(kept) if event != "joined"] == [
        ("new", OLD), ("removed", OLD), ("returned", NEW),
    ]  # fmt: skip
    assert the(kept, "returned").because == "it is shown at another address of its source"
    assert (
        kept.archive.check("We will not sell a single stone of it, and nobody has asked us to.").version
        == "current"
    )


def test_a_page_that_a_browser_is_sent_on_from_is_kept_and_not_followed(kept: Kept) -> None:
    """Its markup says where to; both addresses are told."""
    hop = (
        f'<html><head><meta http-equiv="refresh" content="0; url={NEW}"></head><body></body></html>'.encode()
    )
    kept.add(response(page(), day(1)), response(hop, day(2)))
    assert told(kept) == [("new", OLD, day(1)), ("moved", NEW, day(2))]


LONG = (
    WORDS
    + " Whoever has a boat may moor it here from the first day on, and the lamps at the pier are lit at dusk for all of them."
)
EDITED = LONG.replace("needs it", "asks for it")


def moved_and_edited() -> list[bytes]:
    """Return the captures of a speech that moved: its old address sends on, and the new one has another word."""
    return [
        response(page(LONG), day(1)),
        response(page(LONG), day(2)),
        sent_on(day(5), NEW),
        response(page(EDITED), day(5), url=NEW),
    ]


def test_what_a_source_shows_at_the_new_address_is_the_text_in_force(kept: Kept) -> None:
    """The step leads from the last capture at the old address to the first at the new one."""
    kept.add(*moved_and_edited())
    assert kept.told() == [(1, 2, (day(2), day(5)), [("wording", "needs", "asks for")])]
    assert sorted(event for event, _, _ in told(kept)) == ["edited", "joined", "moved", "new"]
    assert "asks for it" in kept.archive.render(kept.id)
    assert kept.archive.check("The old quay stays open for every boat that needs it.").version == "superseded"
    assert kept.archive.check("The old quay stays open for every boat that asks for it.").version == "current"
    assert kept.archive.verify().findings == ()


@pytest.mark.parametrize("last", range(4))
def test_it_is_in_force_whichever_capture_came_last(kept: Kept, last: int) -> None:
    """A redirection that is added behind both texts tells which of them is the later."""
    captures = moved_and_edited()
    kept.add(*captures[:last], *captures[last + 1 :])
    kept.add(captures[last])
    assert "asks for it" in kept.archive.render(kept.id)
    before = kept.told()
    kept.archive.rebuild()
    assert kept.told() == before == [(1, 2, (day(2), day(5)), [("wording", "needs", "asks for")])]
    assert kept.archive.verify().findings == ()


def test_an_old_address_that_is_back_has_the_text_in_force(kept: Kept) -> None:
    """What stands at the other address beside it is a copy again."""
    kept.add(*moved_and_edited())
    kept.add(response(page(LONG), day(8)), response(page(EDITED), day(9), url=NEW))
    assert "needs it" in kept.archive.render(kept.id)


def test_a_second_address_beside_the_first_is_a_copy(kept: Kept) -> None:
    """Nothing says that the statement went there."""
    kept.add(
        response(page(LONG), day(1)), response(page(EDITED), day(3), url=NEW), response(page(LONG), day(2))
    )
    assert kept.told() == []
    assert "needs it" in kept.archive.render(kept.id)


def test_a_statement_follows_the_address_that_its_page_names(kept: Kept) -> None:
    """From the capture on that first names it; a page that always named another one went nowhere."""
    kept.add(
        response(page(LONG), day(1)),
        response(naming(NEW, LONG), day(4)),
        response(naming(NEW, EDITED), day(5), url=NEW),
    )
    assert "asks for it" in kept.archive.render(kept.id)
    (folder := kept.folder / "always").mkdir()
    always = Kept(folder)
    always.add(response(naming(NEW, LONG), day(1)), response(naming(NEW, EDITED), day(4), url=NEW))
    assert "needs it" in always.archive.render(always.id)
