"""How the files of a statement are noted: packed, looked at as they lie there, and taken apart where one of them is asked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publishing.renewing.folders import (
    KeptFile,
    folder_of,
    keep_files,
    lie_as_kept,
    pack_folder,
    unpack_folder,
)
from onrecord.publishing.renewing.kept import kept_file

NUMBERS = st.integers(min_value=0, max_value=2**63 - 1)
FILES = st.builds(
    KeptFile, st.binary(min_size=16, max_size=16), st.binary(min_size=32, max_size=32), NUMBERS, NUMBERS, NUMBERS, NUMBERS
)  # fmt: skip
NAMES = st.sampled_from(["index.html", "card.html", "versions/1/index.html", "diff/1-2/index.html"])


@given(st.dictionaries(NAMES, FILES, min_size=1))
def test_what_is_packed_comes_back(files: dict[str, KeptFile]) -> None:
    """Each file as it was, by its path in the site; and all of them counted."""
    kept = pack_folder(files)
    back = dict(unpack_folder("fr/statements/s1", kept))
    assert back == {f"fr/statements/s1/{name}": each for name, each in files.items()}
    assert len(kept) == len(files)
    assert kept.size == sum(each.size for each in files.values())


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("statements/s1/index.html", "statements/s1"),
        ("fr/statements/s1/versions/1/index.html", "fr/statements/s1"),
        ("index.html", ""),
        ("kinds/statement/index.html", ""),
        ("sections/statements/index.html", ""),
    ],
)
def test_files_of_one_statement_are_noted_together(path: str, folder: str) -> None:
    """In each language by themselves; what belongs to none stands alone."""
    assert folder_of(path) == folder


def test_a_site_finds_each_of_its_files() -> None:
    """Those of statements, of lists, and of a section that is called as the statements are."""
    paths = (
        "index.html",
        "statements/s1/index.html",
        "sections/statements/2/index.html",
        "statements/s2/card.html",
    )
    files = {path: KeptFile(b"p" * 16, b"d" * 32, n, n, n, n) for n, path in enumerate(paths)}
    kept = keep_files(files.items(), {})
    assert {path: kept.find(path) for path in paths} == files
    assert dict(kept.every()) == files
    assert kept.find("statements/s2/index.html") is None
    assert (kept.count, kept.pages, kept.size) == (4, 4, 6)


@pytest.mark.parametrize("happens", ["nothing", "an edit", "another time", "a loss"])
def test_one_look_tells_whether_a_folder_is_as_it_was_left(tmp_path: Path, happens: str) -> None:
    """Any file that is not as it was makes the whole folder one to be looked at file by file."""
    folder = tmp_path / "statements" / "s1"
    (folder / "versions/1").mkdir(parents=True)
    names = ("index.html", "versions/1/index.html")
    for name in names:
        (folder / name).write_text("The lamp is lit.", encoding="utf-8")
    kept = pack_folder({name: kept_file(f"{folder}/{name}", b"p" * 16, b"d" * 32) for name in names})
    touched = folder / names[1]
    match happens:
        case "an edit":
            touched.write_text("The lamp is out.", encoding="utf-8")
        case "another time":
            os.utime(touched, ns=(0, 0))
        case "a loss":
            touched.unlink()
    assert lie_as_kept(str(folder.parent), {folder.name: kept}) == (
        {folder.name: kept} if happens == "nothing" else {}
    )
