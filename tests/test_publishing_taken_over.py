"""What publishing takes over from the state before: the same as the record tells when all of it is asked anew."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from onrecord import Archive
from onrecord.archive.publishable import Printable
from onrecord.publishing.renewing.kept import Remembered
from onrecord.record.history import prints
from publishing_again import Office, publish_as_it_goes_on


def noted(remembered: Remembered) -> Remembered:
    """Return what is remembered as it is read from a note."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(remembered), type=Remembered)


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the state before taken over however few statements there are: a small archive asks for all at once."""
    monkeypatch.setattr(prints, "_FEW_OF", 0)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.usefixtures("always")
def test_whatever_becomes_of_a_record_what_is_taken_over_is_what_it_tells(tmp_path: Path, seed: int) -> None:
    """Prints, lines of lists, coverage and events after each of many things that happen to an archive."""
    office, before = Office(tmp_path, seed), Remembered()
    held = 0
    for _ in range(30):
        happened = office.go_on()
        with Archive.open(office.archive) as archive:
            ours, anew = Printable(archive.record), Printable(archive.record)
            ours.remember(before)
            assert ours.prints == anew.prints, happened
            assert {each.id: each for each in ours.entries()} == {each.id: each for each in anew.entries()}, (
                happened
            )
            assert list(ours.coverage()) == list(anew.coverage()), happened
            assert list(ours.coverage()) == list(archive.coverage()), happened
            assert list(ours.events()) == list(anew.events()), happened
            kept = [id_ for id_, each in before.printed.prints.items() if ours.prints.get(id_) is each]
            held += len(kept)
            before = noted(ours.remembered)
    assert held  # else nothing was compared


@pytest.mark.parametrize("seed", range(10, 13))
@pytest.mark.usefixtures("always")
def test_a_site_of_what_is_taken_over_is_that_of_an_empty_folder(tmp_path: Path, seed: int) -> None:
    """Byte for byte, after each of many things that happen to an archive, its source files and its site profile."""
    publish_as_it_goes_on(tmp_path, seed)
