"""What stands around a statement has no say in it; what is composed once of the same is taken over, and is what would be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import pytest
from msgspec.structs import replace

from onrecord.model import Capture, Evidence, Locator, Statement
from onrecord.reading import draw_page, learn_site, read_again, read_page, trace_page
from onrecord.record.deriving.composed import Composed, Words
from sites_generator import Site
from sites_page import PageWriter

SEEDS = (4, 13)
ADDRESSES, CHANGES = 4, 12
WORDS = "The harbour of Skell stays open to every ship that pays its dues. " * 6
PAGE = """<html><head><title>Remarks by Minister Bel Harrow</title></head><body>
<div class="top"><p>{clock}</p><a href="/">Home</a></div>
<div class="text"><h1>Remarks by Minister Bel Harrow</h1><p>3 May 2031</p><p>{words}</p><p>{words}</p></div>
<div class="more"><p>Latest messages</p>{latest}</div><footer>{foot}</footer></body></html>"""


def page_with(clock: str, latest: tuple[str, ...], foot: str, words: str = WORDS) -> str:
    """A page of one statement, with what stands around it."""
    entries = "".join(
        f"<p>0{n}.05.2031 - <a href='/m/{n}'>{each}</a></p>" for n, each in enumerate(latest, 1)
    )
    return PAGE.format(clock=clock, latest=entries, foot=foot, words=words)


def capture_of(url: str = "https://harbours.example/7", day: int = 4) -> Capture:
    """A capture at an address."""
    at = f"2031-05-{day:02}T08:00:00Z"
    return Capture(url, at, f"sha256:{day}", "text/html", Locator("made", day, 9))


def unplaced(statement: Statement) -> Statement:
    """A statement without where it stands on its page."""

    def anywhere(one: Evidence) -> Evidence:
        return replace(one, span=None)

    return replace(
        statement,
        turns=tuple(replace(turn, span=(0, 0)) for turn in statement.turns),
        evidence={field: tuple(map(anywhere, found)) for field, found in statement.evidence.items()},
    )


def test_lists_clocks_and_feet_have_no_say_in_a_statement() -> None:
    """Neither names nor days nor how much stands around the words make another statement of them."""
    other = (
        "Interview of Deputy Minister Corin Harrow with Radio Tern",
        "Ada Harrow opens the lock",
        "On dues",
    )
    before = page_with("Port Ellery: 10:05", ("On the pier", "On the lock"), "812 visits, last on 4 May 2031")
    after = page_with("Port Ellery Bay: 23:40", other, "Made by Corin Harrow, Ambassador, 19 June 2031")
    (one,), (two,) = (read_page(text, capture_of()).statements for text in (before, after))
    assert unplaced(one) == unplaced(two)
    assert one.turns[0].span != two.turns[0].span


def test_a_statement_is_taken_over_where_nothing_but_what_stands_around_it_moved() -> None:
    """It has the spans, the capture and the notices of its own page."""
    kept = Composed()
    latest = ("Statement by Minister Bel Harrow on the pier", "On the lock", "On dues")
    pages = (page_with(f"Port Ellery: 10:{n}5", latest[n:] + latest[:n], f"{n} visits") for n in range(3))
    read = [read_again(text, capture_of(day=n), kept=kept) for n, text in enumerate(pages, 1)]
    assert len({one.composed_of for one in read}) == 1
    assert len({one.digest for one in read}) == len(read)
    for one in read:
        (turn,) = one.reading.statements[0].turns
        assert one.reading.page.text[slice(*turn.span)] == turn.text


def test_one_letter_makes_another_statement() -> None:
    """What changed in the words, the title or a line of them is composed anew."""
    kept = Composed()
    whole = page_with("Port Ellery: 10:05", ("On the pier", "On the lock"), "")
    read = read_again(whole, capture_of(), kept=kept)
    for old, new in (
        ("pays", "owes"),
        ("Bel Harrow</h1>", "Bel Harlow</h1>"),
        ("3 May", "5 May"),
        ("open to", "open, to"),
    ):
        changed = whole.replace(old, new)
        again = read_again(changed, capture_of(), kept=kept)
        assert again.composed_of != read.composed_of
        assert again.reading == read_page(changed, capture_of())


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_taken_over_is_what_would_be_composed(seed: int) -> None:
    """Of generated pages whose furniture moves, and in which tags, words or lines are changed at any place."""
    kept, taken = _Counting(), 0
    given = list(changed_pages(seed))
    learnt = learn_site(sketch for each in given[::CHANGES] if (sketch := draw_page(*each)) is not None)
    for told in (None, learnt):
        for text, capture in given:
            again = read_again(text, capture, (), None, told, kept=kept)
            assert again.reading == read_page(text, capture, (), None, told)
    taken = kept.found
    assert taken > len(given) // 4


def test_an_explained_page_has_its_labels_where_they_stand() -> None:
    """What was composed on the statement's own page is told by the blocks of the whole page."""
    words = f"<p>QUESTION: Will the pier open?</p><p>MR HARROW: {WORDS}</p>" * 3
    traced = trace_page(
        page_with("Port Ellery: 10:05", ("On the pier", "On the lock"), "", words), capture_of()
    )
    (one,) = traced.composed
    labelled = [stretch for stretch in one.split.stretches if stretch.label]
    assert labelled
    for stretch in labelled:
        assert stretch.label is not None
        block = traced.page.blocks[stretch.label.block]
        assert block.text.startswith(stretch.label.text)
        assert stretch.label.block in stretch.blocks


def test_no_more_is_kept_than_there_is_room_for() -> None:
    """What was asked for longest ago goes first, with what it is compared by."""
    kept = Composed(most_bytes=25)
    words = Words("v", None, "title")
    for digest in (b"one", b"two"):
        kept.put(digest, b"0123456789")
        kept.put_words(digest, words)
        assert kept.words(digest) is words
    assert kept.get(b"one") is not None
    kept.put(b"three", b"0123456789")
    assert kept.get(b"two") is None
    assert kept.get(b"one") is not None
    assert kept.words(b"two") is None
    assert kept.words(b"one") is words


class _Counting(Composed):
    def __init__(self) -> None:
        super().__init__()
        self.found = 0

    def get(self, digest: bytes) -> bytes | None:
        packed = super().get(digest)
        self.found += packed is not None
        return packed


def changed_pages(seed: int) -> Iterator[tuple[str, Capture]]:
    """Pages of a generated site: of each address one as it is, then with furniture of other days and something changed anywhere."""
    site, chance = Site(seed, 40), Random(f"alone/{seed}")
    for n in range(ADDRESSES):
        for time in range(CHANGES):
            shown = site.world.posted(14 + n + time)
            writer = PageWriter(site.world, site.pens[0], 0, shown, Random(f"alone/{seed}/{n}/{time}"))
            url, html, _ = writer.statement(site.world.work(12 + n))
            text = html if time == 0 or chance.random() < 0.5 else changed(html, chance)
            yield text, capture_of(url, 1 + time)


def changed(html: str, chance: Random) -> str:
    """Markup with a word, a tag or a line otherwise than before."""
    tags = [match.span() for match in re.finditer(r"<[^>]+>", html)]
    start, end = chance.choice(tags[len(tags) // 6 :])
    match chance.randrange(6):
        case 0:
            return html[:end] + "Minister Ada Verne: " + html[end:]
        case 1:
            return html[:start] + html[end:]
        case 2:
            return html[:end] + "<p>Updated: 9 May 2031</p>" + html[end:]
        case 3:
            return html[:end] + "<b>QUESTION:</b> 1:05 P.M. EDT 05/06/2031 " + html[end:]
        case 4:
            words = [match.span() for match in re.finditer(r"(?<=[>\s])\w{4,}(?=[\s.,])", html)]
            first, last = chance.choice(words)
            return html[:first] + "otherwise" + html[last:]
        case _:
            other = chance.choice(tags)
            return html[:start] + html[slice(*sorted((start, other[0])))][:2000] + html[start:]
