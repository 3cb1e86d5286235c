"""The demo: a small archive of the invented sample, built, checked, published, and built again without a change."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from onrecord import Archive, WrongCall
from onrecord.demo import QUOTATIONS, Demo

AT = "2026-02-03T09:00:00Z"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """A demo in a fresh folder."""
    return Archive.demo(tmp_path_factory.mktemp("demo") / "onrecord-demo", at=AT)


def test_all_captures_of_the_sample_are_taken(shown: Demo) -> None:
    """42 captures, of which one tells that its page was not there; nothing is unreadable."""
    assert (shown.added.new, shown.added.seen_before, shown.added.not_readable) == (42, 0, 0)
    assert [issue.code for issue in shown.added.issues] == ["not_found"]


@pytest.mark.parametrize("n", range(len(QUOTATIONS)))
def test_each_quotation_gets_the_verdict_it_deserves(shown: Demo, n: int) -> None:
    """One as published, one with its negation dropped, one of the other minister."""
    right, verdict = QUOTATIONS[n], shown.verdicts[n]
    assert verdict.quotation == right.words
    assert (verdict.wording, verdict.attribution, verdict.date) == (
        right.wording,
        right.attribution,
        right.day,
    )
    assert verdict.version == "current"
    assert verdict.citation is not None


def test_the_dropped_negation_is_named(shown: Demo) -> None:
    """ "has not closed" became "has closed"."""
    edits = shown.verdicts[1].edits
    assert [(edit.kind, edit.said, edit.quoted) for edit in edits] == [("negation", "not", "")]


def test_the_silent_edit_is_the_only_revision(shown: Demo) -> None:
    """Clocks, counters and lists moved on every page of the embassy; words changed on one."""
    with Archive.open(shown.folder) as archive:
        revised = list(archive.list(revised=True))
    assert [each.witnesses[0].url for each in revised] == [
        "http://portaurel.embassy.ostrelle.example/messages/118"
    ]
    assert len(revised[0].versions) == 2
    assert len(revised[0].witnesses) == 5


def test_the_record_is_shown_in_a_few_lines(shown: Demo) -> None:
    """Eight lines, the latest first, and the comment that was changed among them."""
    assert len(shown.listed) == 8
    assert any(each.revised for each in shown.listed)


def test_the_newspaper_is_a_witness_and_no_source_of_its_own(shown: Demo) -> None:
    """The comment that it printed in full is held once, with a syndicated witness."""
    with Archive.open(shown.folder) as archive:
        comments = list(archive.list(kind="comment", source="mfa.vesselmark.example"))
    assert len(comments) == 1
    assert {witness.relation for witness in comments[0].witnesses} == {"original", "syndicated"}


def test_the_site_lies_beside_the_archive(shown: Demo) -> None:
    """A front page that a browser opens from disk, and says who keeps the record."""
    front = Path(shown.site)
    assert front.is_file()
    assert "The Public Record Desk (invented)" in front.read_text("utf-8")


def test_next_steps_are_commands_for_this_very_folder(shown: Demo) -> None:
    """Each begins with onrecord, and names the demo's archive."""
    assert len(shown.next_steps) >= 3
    for step in shown.next_steps:
        assert step.command.startswith("onrecord ")
        assert f"--archive {shown.folder}" in step.command


def test_what_the_demo_built_verifies(shown: Demo) -> None:
    """Marker and site lie in the archive's folder and disturb nothing."""
    with Archive.open(shown.folder) as archive:
        assert archive.verify().findings == ()


def test_running_the_demo_again_adds_nothing(tmp_path: Path) -> None:
    """The second run finds all captures held, and answers the same."""
    first = Archive.demo(tmp_path / "demo", at=AT)
    again = Archive.demo(tmp_path / "demo", at=AT)
    assert (again.added.new, again.added.seen_before) == (0, first.added.new)
    assert msgspec.structs.replace(again, added=first.added) == first


def test_a_folder_that_is_no_demo_is_left_alone(tmp_path: Path) -> None:
    """Neither an archive of one's own nor any other folder is written into."""
    own = tmp_path / "own"
    Archive.create(own, now=AT).close()
    before = sorted(path.name for path in own.iterdir())
    with pytest.raises(WrongCall, match="no demo"):
        Archive.demo(own, at=AT)
    assert sorted(path.name for path in own.iterdir()) == before
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("Dear minister,")
    with pytest.raises(WrongCall, match="no demo"):
        Archive.demo(tmp_path / "letters", at=AT)


@pytest.mark.parametrize("killed_in", ["create", "add", "publish"])
def test_a_demo_that_was_killed_is_built_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed_in: str
) -> None:
    """Whatever it was about to do: the folder is known for a demo's from the first moment."""
    with monkeypatch.context() as patch:
        patch.setattr(Archive, killed_in, failing)
        with pytest.raises(KeyboardInterrupt):
            Archive.demo(tmp_path / "demo", at=AT)
    shown = Archive.demo(tmp_path / "demo", at=AT)
    assert shown.added.new + shown.added.seen_before == 42


def failing(*_: object, **__: object) -> None:
    """Stand for a run that ends here."""
    raise KeyboardInterrupt


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    """Somebody who made the folder first need not remove it."""
    assert Archive.demo(tmp_path, at=AT).added.new == 42
