"""How much is published of a source that is not the keeper's own; and what a page says in place of the words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from invented_captures import NOW, captured, html_page, kept
from onrecord import Archive
from onrecord.errors import WrongCall
from onrecord.model import Aside, Hit, Turn
from onrecord.publishing.lists.terms import MOST, MOST_AROUND, Terms, cut_found, cut_held, length_of
from onrecord.publishing.profile import Profile, parse_profile
from publishing_record import AT, RecordInMemory
from test_publishing_site import a_record

TITLE = "Minister Anna Verne’s interview with the Tarn Courier, Halvane, June 5, 2020"
LONG = "Every harbour of the country keeps its own log, and every log is open to whoever walks up to it. "
PAGE = html_page(
    TITLE,
    "<b>Question:</b> Will the night ferry sail?",
    f"<b>Anna Verne:</b> It will. {LONG * 6} The last word of it is kelp.",
    "<b>Question:</b> And in winter?",
    f"<b>Anna Verne:</b> In winter it sleeps. {LONG * 4}",
)
URL = "https://ferries.example/1"
SOURCE = 'name = "Ferries"\nhosts = ["ferries.example"]\npublish = "{}"\n'


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return an archive of one interview."""
    folder = tmp_path / "archive"
    kept(folder, [captured(PAGE, URL, "2020-06-06T08:00:00Z")]).close()
    return folder


def published(folder: Path, profile: str = "") -> dict[str, str]:
    """Return the pages of the site that an archive gives, by their paths; the statement's is "page"."""
    (folder / "site.toml").write_text(profile)
    with Archive.open(folder) as opened:
        (line,) = opened.list()
        opened.publish(folder.parent / "site", at=AT, profile=folder / "site.toml")
    site = folder.parent / "site"
    pages = {path.relative_to(site).as_posix(): path.read_text() for path in site.rglob("*.html")}
    return {**pages, "page": pages[f"statements/{line.id}/index.html"]}


@pytest.mark.parametrize(
    ("told", "profile", "shown"),
    [
        ("", "", "excerpt"),
        ("", "own = true", "full"),
        ("", 'publish = "metadata"', "metadata"),
        ("full", "", "full"),
        ("excerpt", "own = true", "excerpt"),
        ("metadata", 'publish = "full"', "metadata"),
    ],
)
def test_what_is_told_of_a_source_comes_before_what_the_site_tells(
    archive: Path, told: str, profile: str, shown: str
) -> None:
    """And without either, what is not the keeper's own is an excerpt. No page of the site has more."""
    if told:
        (archive / "sources" / "ferries.toml").write_text(SOURCE.format(told))
    pages = published(archive, profile)
    everything = "".join(pages.values())
    assert ("kelp" in everything) == (shown == "full")
    assert ("It will. Every harbour" in everything) == (shown != "metadata")
    assert ("This is an excerpt: " in pages["page"]) == (shown == "excerpt")
    assert ("The words are not published here." in pages["page"]) == (shown == "metadata")
    assert TITLE in pages["page"]
    assert ('<a href="https://ferries.example/1" rel="external">read it there</a>' in pages["page"]) == (
        shown != "full"
    )
    assert "sha256:" in pages["page"]


def test_the_record_itself_is_whole(archive: Path) -> None:
    """What is published decides nothing of what is kept, found, checked or exported for the keeper."""
    (archive / "sources" / "ferries.toml").write_text(SOURCE.format("metadata"))
    with Archive.open(archive) as opened:
        assert opened.search("kelp")
        assert opened.check("The last word of it is kelp").wording == "verbatim"
        assert "kelp" in "".join(opened.export())
        assert "kelp" not in "".join(opened.export(published=True))
        (value,) = (json.loads(line) for line in opened.export(published=True))
        assert value["listed"]["title"] == TITLE
        assert value["versions"][0]["turns"] == []
        assert value["shown"] == "metadata"
        assert opened.source("ferries.example").publish == "metadata"


def test_a_change_of_what_is_published_derives_nothing_again(archive: Path) -> None:
    """It is a line of the ledger, as every decision."""
    (archive / "sources" / "ferries.toml").write_text(SOURCE.format("full"))
    Archive.open(archive).close()
    (archive / "sources" / "ferries.toml").write_text(SOURCE.format("excerpt"))
    with Archive.open(archive) as opened:
        assert not opened.derived_again
        assert opened.verify().findings == ()
    assert (archive / "ledger.jsonl").read_text().count('"event":"source"') == 2


def test_an_excerpt_is_short_and_never_most_of_a_text() -> None:
    """At most 300 characters, and at most a third; of a text of a few words nothing is shown."""
    record = a_record()
    for listed in record.listed():
        held = record.held(listed.id)
        cut = cut_held(held, "excerpt")
        assert length_of(cut) <= min(MOST, length_of(held) // 3) or length_of(held) < 3
        assert cut_held(held, "full") is held
        assert cut_held(held, "metadata").statement.turns == ()


def test_what_the_source_added_stays_apart_from_the_words() -> None:
    """An insertion that the cut goes through is cut with it."""
    record = RecordInMemory()
    words = "We keep [all of] the promises that we made. " * 12
    asides = (Aside((8, 16), "[all of]"), Aside((400, 420), "later"))
    turn = Turn(1, "Anna Verne", "Anna Verne", "official", "en", words, (0, len(words)), (), asides)
    held = next(iter([a_record().held(each.id) for each in a_record().listed()]))
    from msgspec.structs import replace

    cut = cut_held(replace(held, statement=replace(held.statement, turns=(turn,))), "excerpt")
    (shown,) = cut.statement.turns
    assert shown.editorial == (Aside((8, 16), "[all of]"),)
    assert words.startswith(shown.text.rstrip("…"))
    assert record.listed() == []


def test_a_level_that_there_is_not_is_one_sentence(archive: Path) -> None:
    """In a source file and in a profile, with the nearest right word."""
    (archive / "sources" / "ferries.toml").write_text(SOURCE.format("excerpts"))
    sentence = r"^sources/ferries\.toml: publish 'excerpts' is not known, did you mean 'excerpt'\?$"
    with Archive.open(archive) as opened, pytest.raises(WrongCall, match=sentence):
        list(opened.list())
    with pytest.raises(WrongCall, match=r"^site\.toml: publish 'ful' is not known, did you mean 'full'\?$"):
        parse_profile({"publish": "ful"}, "site.toml")
    assert Terms(lambda source: None, Profile().otherwise).level("x") == "excerpt"


def test_a_corrected_page_says_so_and_an_excerpt_tells_no_more_by_it(archive: Path) -> None:
    """What was read, what the keeper says, who, when and why; a correction of a turn that is not published is not shown."""
    with Archive.open(archive) as opened:
        (line,) = opened.list()
        who: dict[str, Any] = {"by": "Ines <Marr>", "now": NOW}
        opened.correct(line.id, turn=2, sets={"speaker": "Bel Olm"}, why="She was ill.", **who)
        opened.correct(line.id, turn=4, sets={"speaker": "Bel Olm"}, why="She was ill still.", **who)
        opened.correct(
            line.id, sets={"given_on": "2020-06-04"}, why="The paper has \u202eit\u202c so.", **who
        )
    full = published(archive, 'publish = "full"')["page"]
    assert "Corrected by the keeper in 3 places." in full
    assert "Speaker: Bel Olm, says the keeper; as it was read: Anna Verne" in full
    assert "Ines &lt;Marr&gt;" in full
    assert "The paper has ⟨U+202E⟩it" in full
    assert full.count(">Corrected by the keeper</a>") == 2
    structured = json.loads(
        full.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    )
    assert [each["datePublished"] for each in structured["correction"]] == [NOW]
    assert "Corrected by the keeper in 2 places." in published(archive)["page"]
    assert "ill still" not in "".join(published(archive).values())


def test_a_removed_statement_has_a_tombstone_at_its_address(archive: Path) -> None:
    """Who cited it is told who removed it, when and why; no word of it, nor its title or address, is on the site."""
    with Archive.open(archive) as opened:
        (line,) = opened.list()
        removed = opened.redact(line.id, by="Ines Marr", why="A court \u202eorder\u202c <12>.", now=NOW)
        opened.publish(archive.parent / "site", at=AT)
    site = archive.parent / "site"
    page = (site / "statements" / line.id / "index.html").read_text()
    for words in (
        "A statement that was removed",
        "Ines Marr",
        "A court ⟨U+202E⟩order",
        "&lt;12&gt;",
        removed.captures[0].digest,
    ):
        assert words in page
    everything = "".join(path.read_text() for path in site.rglob("*.html"))
    assert "kelp" not in everything
    assert TITLE not in everything
    assert removed.id in (site / "removed.html").read_text()


def found(snippet: str, words: str) -> Hit:
    """Return a hit of which a snippet was cut around the words."""
    at = snippet.index(words)
    return Hit(
        statement="s1", version=1, turn=2, title=TITLE, speaker=None, label=None, role="official", source="ferries.example",
        given_on=None, posted_on=None, snippet=snippet, spans=((at, at + len(words)),), url=None, score=1.0,
    )  # fmt: skip


def test_a_hit_shows_as_many_words_as_may_be_shown() -> None:
    """Of a source in full all that was cut out; of one in excerpts the words and few around, whole words; of metadata none."""
    hit = found(f"…{LONG}The last word of it is kelp, {LONG}…", "kelp")
    assert cut_found(hit, "full") == hit
    cut = cut_found(hit, "excerpt")
    assert cut.snippet.startswith("…")
    assert cut.snippet.endswith("…")
    assert len(cut.snippet) <= MOST_AROUND + 2
    (span,) = cut.spans
    assert cut.snippet[slice(*span)] == "kelp"
    assert cut.snippet.strip("…") in hit.snippet
    for level in ("metadata", "withdrawn"):
        assert (cut_found(hit, level).snippet, cut_found(hit, level).spans) == ("", ())


@pytest.mark.parametrize(
    "words", ["Every harbour", "up to it", "keeps its own log, and every log is open to whoever walks up"]
)
def test_what_was_found_is_always_shown(words: str) -> None:
    """Also at the ends of what was cut out, and where it is longer than what else is shown."""
    cut = cut_found(found(LONG, words), "excerpt")
    (span,) = cut.spans
    assert cut.snippet[slice(*span)] == words


def test_a_script_without_spaces_is_cut_by_its_characters() -> None:
    """As there are no words to keep whole."""
    cut = cut_found(found("渡轮" * 100 + "将在今年" + "冬天" * 100, "将在今年"), "excerpt")
    assert len(cut.snippet) <= MOST_AROUND + 2
    assert "将在今年" in cut.snippet
