"""ARCHITECTURE.md tells the truth: its table is the input of these checks, and each is shown to bite."""

from __future__ import annotations

from pathlib import Path

import pytest

import architecture_rules as rules
from architecture_rules import Module, Room

REPOSITORY = Path(__file__).resolve().parents[1]

TABLE = """
| floor | room | what for | not for | I/O | libraries |
|---|---|---|---|---|---|
| 0 | `model` | the values | behaviour | no | msgspec |
| 1 | `reading` | pages to turns | files | no | selectolax |
| 1 | `quoting` | verdicts | candidates | no | |
| 2 | `record` | what is kept | ranking | yes | |
| 3 | `__init__` | the package root | anything else | no | |
| 4 | `cli` | commands | rules | yes | click |
"""

SOUND = {
    "__init__.py": "from onrecord.record import keep\n",
    "model.py": "import msgspec\n",
    "reading/__init__.py": "from onrecord.reading.turns import split\n",
    "reading/turns.py": "from datetime import date\nfrom urllib.parse import urlsplit\n\nimport selectolax\n\nfrom onrecord import model\n",
    "quoting/__init__.py": "from onrecord.model import Verdict\n",
    "record/__init__.py": "import os\nfrom onrecord import reading, quoting\n",
    "cli/__init__.py": "from onrecord.cli.commands import main\n",
    "cli/commands.py": "import click\nimport onrecord\nfrom onrecord import keep\n",
}


@pytest.fixture(scope="module")
def house() -> tuple[list[Module], dict[str, Room]]:
    """Return the real source tree and the real table."""
    table = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")
    return rules.modules_in(REPOSITORY / "src" / "onrecord"), rules.rooms_of(table)


def test_every_room_is_in_the_table(house: tuple[list[Module], dict[str, Room]]) -> None:
    """A room that stands in the source stands in ARCHITECTURE.md, and the other way round."""
    assert rules.unlisted_rooms(*house) == []


def test_imports_go_down(house: tuple[list[Module], dict[str, Room]]) -> None:
    """No room imports a room of its own or a higher floor, not even inside a function."""
    assert rules.upward_imports(*house) == []


def test_no_import_cycle(house: tuple[list[Module], dict[str, Room]]) -> None:
    """No module reaches itself again through its imports."""
    assert rules.cycles(house[0]) == []


def test_no_ring_of_parts(house: tuple[list[Module], dict[str, Room]]) -> None:
    """The parts of a room, its folders, know each other in one direction."""
    assert rules.rings_of_parts(house[0]) == []


def test_libraries_stay_in_their_rooms(house: tuple[list[Module], dict[str, Room]]) -> None:
    """Each third-party library is imported only where the table allows it."""
    assert rules.foreign_libraries(*house) == []


def test_pure_rooms_are_pure(house: tuple[list[Module], dict[str, Room]]) -> None:
    """A room without I/O touches no file, socket, clock, randomness or environment."""
    assert rules.impurities(*house) == []


def test_the_command_line_comes_in_by_the_front_door(house: tuple[list[Module], dict[str, Room]]) -> None:
    """The command line sees the package root alone."""
    assert rules.side_doors(house[0]) == []


def test_a_sound_house_has_no_findings(tmp_path: Path) -> None:
    """The checks accept a small house that keeps every rule."""
    assert all_findings(build(tmp_path, {})) == []


@pytest.mark.parametrize(
    ("planted", "finding"),
    [
        ({"cellar.py": ""}, "room cellar is not in the table"),
        ({"cellar/__init__.py": ""}, "room cellar is not in the table"),
    ],
)
def test_an_unlisted_room_is_found(tmp_path: Path, planted: dict[str, str], finding: str) -> None:
    """A module or package beside the rooms of the table is named."""
    assert rules.unlisted_rooms(build(tmp_path, planted), rules.rooms_of(TABLE)) == [finding]


def test_a_room_that_is_not_built_is_found(tmp_path: Path) -> None:
    """A row of the table for which there is no module is named."""
    table = TABLE + "| 5 | `tower` | the view | living | no | |\n"
    assert rules.unlisted_rooms(build(tmp_path, {}), rules.rooms_of(table)) == [
        "room tower of the table is not built"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "from onrecord.record import keep\n",
        "import onrecord.record\n",
        "from onrecord import record\n",
        "from ..record import keep\n",
        "from .. import record\n",
        "def late():\n    from onrecord.record import keep\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from onrecord.record import Kept\n",
    ],
)
def test_an_upward_import_is_found(tmp_path: Path, source: str) -> None:
    """An import of a higher floor is named, in whatever form and wherever it stands."""
    findings = rules.upward_imports(build(tmp_path, {"reading/turns.py": source}), rules.rooms_of(TABLE))
    assert [finding.partition(" ")[2] for finding in findings] == [
        "(reading, floor 1) imports record (floor 2)"
    ]


def test_a_sideways_import_is_found(tmp_path: Path) -> None:
    """Two rooms of one floor do not know each other."""
    planted = {"quoting/__init__.py": "from onrecord.reading import split\n"}
    assert rules.upward_imports(build(tmp_path, planted), rules.rooms_of(TABLE)) == [
        "onrecord.quoting:1 (quoting, floor 1) imports reading (floor 1)"
    ]


def test_the_package_root_is_a_floor_too(tmp_path: Path) -> None:
    """A lower room that imports from the package root imports upward."""
    planted = {"record/__init__.py": "from onrecord import keep\n"}
    assert rules.upward_imports(build(tmp_path, planted), rules.rooms_of(TABLE)) == [
        "onrecord.record:1 (record, floor 2) imports __init__ (floor 3)"
    ]


def test_a_cycle_inside_a_room_is_found(tmp_path: Path) -> None:
    """Modules of one room that import each other in a ring are named with the way round."""
    planted = {
        "reading/turns.py": "from onrecord.reading.labels import find\n",
        "reading/labels.py": "def find():\n    from onrecord.reading import turns\n",
    }
    assert rules.cycles(build(tmp_path, planted)) == [
        "import cycle: onrecord.reading.labels -> onrecord.reading.turns -> onrecord.reading.labels"
    ]


def test_a_ring_of_parts_is_found(tmp_path: Path) -> None:
    """Two folders of one room that know each other are named, although no module reaches itself."""
    planted = {
        "reading/turns.py": "",
        "reading/page/blocks.py": "from onrecord.reading.labels.marks import find\n",
        "reading/page/writer.py": "",
        "reading/labels/marks.py": "",
        "reading/labels/known.py": "from onrecord.reading.page.writer import write\n",
    }
    modules = build(tmp_path, planted)
    assert rules.cycles(modules) == []
    assert rules.rings_of_parts(modules) == [
        "ring of parts: onrecord.reading.labels -> onrecord.reading.page -> onrecord.reading.labels"
    ]


@pytest.mark.parametrize(
    "source", ["import click\n", "def late():\n    from click.testing import CliRunner\n"]
)
def test_a_library_outside_its_room_is_found(tmp_path: Path, source: str) -> None:
    """A third-party library is named where the table does not allow it."""
    findings = rules.foreign_libraries(build(tmp_path, {"record/__init__.py": source}), rules.rooms_of(TABLE))
    assert [finding.partition(" ")[2] for finding in findings] == ["(record) imports click"]


@pytest.mark.parametrize(
    ("source", "finding"),
    [
        ("import os.path\n", "imports os.path"),
        ("from pathlib import Path\n", "imports pathlib"),
        ("import socket\n", "imports socket"),
        ("from urllib.request import urlopen\n", "imports urllib.request"),
        ("import time\n", "imports time"),
        ("from random import choice\n", "imports random"),
        ("import secrets\n", "imports secrets"),
        ("from zoneinfo import ZoneInfo\n", "imports zoneinfo"),
        ("def late():\n    import tempfile\n", "imports tempfile"),
        ("def peek(path):\n    return open(path)\n", "uses open()"),
        ("import io\nfile = io.open('x')\n", "uses .open()"),
        ("import io\nfile = io.FileIO('x')\n", "uses .FileIO()"),
        ("from datetime import datetime\nbuilt = datetime.now()\n", "uses .now()"),
        ("import datetime\nbuilt = datetime.date.today()\n", "uses .today()"),
        ("from uuid import uuid4\n", "uses uuid4"),
        ("import uuid\nmade = uuid.uuid4()\n", "uses .uuid4()"),
        ("import sys\nwords = sys.stdin\n", "uses .stdin"),
    ],
)
def test_an_impure_room_is_found(tmp_path: Path, source: str, finding: str) -> None:
    """A pure room that reaches for files, sockets, clock, chance or environment is named."""
    findings = rules.impurities(build(tmp_path, {"reading/turns.py": source}), rules.rooms_of(TABLE))
    assert [found.partition("pure) ")[2] for found in findings] == [finding]


@pytest.mark.parametrize("source", ["from onrecord.record import keep\n", "from onrecord import model\n"])
def test_a_side_door_is_found(tmp_path: Path, source: str) -> None:
    """The command line that reaches past the package root is named."""
    findings = rules.side_doors(build(tmp_path, {"cli/commands.py": source}))
    assert len(findings) == 1
    assert findings[0].endswith("not the package root")


def build(folder: Path, planted: dict[str, str]) -> list[Module]:
    """Return the modules of a small sound house in which some files are planted anew."""
    for name, source in {**SOUND, **planted}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return rules.modules_in(folder)


def all_findings(modules: list[Module]) -> list[str]:
    """Return what all checks together find."""
    rooms = rules.rooms_of(TABLE)
    return [
        *rules.unlisted_rooms(modules, rooms),
        *rules.upward_imports(modules, rooms),
        *rules.cycles(modules),
        *rules.foreign_libraries(modules, rooms),
        *rules.impurities(modules, rooms),
        *rules.side_doors(modules),
    ]
