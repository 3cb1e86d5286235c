"""Which code pages hang on: where that is another all are made anew, and where other rooms are other ones none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import architecture_rules as rules
from onrecord.publishing.renewing import sketch
from pages_record import make_record

SOURCE = Path(__file__).resolve().parents[1] / "src" / "onrecord"

PUBLISHES = """
import sys
from onrecord import Archive
with Archive.open(sys.argv[1]) as archive:
    archive.publish(sys.argv[2], at="2026-05-26T10:30:00Z")
print(*sorted({name.split(".")[1] for name in sys.modules if name.startswith("onrecord.")}))
"""


def test_what_publishing_imports_is_in_its_print() -> None:
    """However far behind it, and where it is imported inside a function; nothing of a room that is left out is among it."""
    modules = {each.name: each for each in rules.modules_in(SOURCE)}
    behind, ahead = set[str](), {"onrecord.archive.published"}
    while ahead:
        name = ahead.pop()
        behind.add(name)
        found = {each.name for each in rules.imports_of(modules[name], modules)}
        ahead |= (found & modules.keys()) - behind
    rooms = {name.split(".")[1] for name in behind if "." in name}
    assert rooms >= {"publishing", "record", "revising", "model"}
    assert rooms.isdisjoint({each.removesuffix(".py") for each in sketch.BESIDE})


def test_what_publishing_loads_is_in_its_print(tmp_path: Path) -> None:
    """As it is seen while a record with an edit is published."""
    command = [sys.executable, "-c", PUBLISHES, str(make_record(tmp_path)), str(tmp_path / "site")]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "publishing" in loaded
    assert {*loaded}.isdisjoint({each.removesuffix(".py") for each in sketch.BESIDE})


def test_every_room_that_is_left_out_is_there() -> None:
    """A room that was renamed is left out no more."""
    assert {each for each in sketch.BESIDE if not (SOURCE / each).exists()} == set()


@pytest.mark.parametrize(
    ("file", "makes_all"),
    [
        ("publishing/templates/page.html", True),
        ("publishing/site.py", True),
        ("errors.py", True),
        ("cli/publish.py", False),
        ("web/pages.py", False),
        ("__main__.py", False),
        ("publishing/notes.md", False),
    ],
)
def test_code_of_the_doors_makes_no_page_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, makes_all: bool
) -> None:
    """Another sentence on a screen is none on a page."""
    for name in ("publishing/templates/page.html", "publishing/site.py", "errors.py", "cli/publish.py", "web/pages.py",
                 "__main__.py", "publishing/notes.md"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was", encoding="utf-8")
    monkeypatch.setattr(sketch, "_PACKAGE", tmp_path)
    before = sketch.code_print.__wrapped__()
    (tmp_path / file).write_text("otherwise", encoding="utf-8")
    assert (sketch.code_print.__wrapped__() != before) is makes_all
