"""What the pages of one version share is made once, and stands on each of them as if it had been made for it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publishing.compiling import show
from onrecord.publishing.statement.told import Told
from pages_record import make_record
from publishing_again import SITES, published


def told_on(page: Path) -> str:
    """Return what a page tells of a version, above how to cite it."""
    text = page.read_text(encoding="utf-8")
    return text[text.index("<article") : text.index('<p class="citation"')]


def test_a_statement_and_its_current_version_tell_the_same(tmp_path: Path) -> None:
    """But for where their links begin, and the mark at the version among others."""
    archive, profile = make_record(tmp_path), tmp_path / "site.toml"
    profile.write_text(SITES[0], encoding="utf-8")
    published(archive, tmp_path / "site", profile=profile)
    marked = 0
    for own in (tmp_path / "site" / "statements").glob("*/index.html"):
        versions = len(list(own.parent.glob("v*/index.html")))
        pages = [told_on(own.parent / f"v{n}" / "index.html") for n in range(1, versions + 1)]
        marked += sum(page.count(' aria-current="page"') == 1 for page in pages)
        deeper = told_on(own).replace('"../../', '"../../../')
        assert deeper in [page.replace(' aria-current="page"', "") for page in pages]
        assert "aria-current" not in deeper
    assert marked >= 2  # of the statement that was revised


def test_what_stands_before_the_citations_and_what_behind_is_told_apart() -> None:
    """The gaps are filled for each page; a version that cannot be cited has nothing behind."""
    told = Told('<a href="\x00root\x00about.html"\x00current\x00>\x00cited\x00<p>')
    assert told.at("../", is_version=False) == ('<a href="../about.html">', "<p>")
    assert told.at("", is_version=True)[0] == '<a href="about.html" aria-current="page">'
    assert Told("<p>").at("../", is_version=False) == ("<p>", "")


@given(st.text())
def test_no_words_can_stand_for_a_gap(words: str) -> None:
    """Whatever a source says, what is printed of it has not the character that gaps begin with."""
    assert "\x00" not in show(f"{words}\x00root\x00")
