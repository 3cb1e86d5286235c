"""The walls of the house, read from ARCHITECTURE.md's table and checked against a source tree.

Each check returns its findings as sentences with file and line; an empty list means the wall stands.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from house_rules import parsed_source

PACKAGE = "onrecord"
ROOT = "__init__"
# Rooms through which people come in. They see the package root alone: what they can do, a Python user can do. The command
# line may also open the door for browsers: a verb of it is to serve.
DOORS = ("cli", "web", "cluster")

# What a pure room must not even import: files, sockets, clocks, chance, the environment, other processes.
IMPURE_MODULES = {
    *("os", "pathlib", "tempfile", "shutil", "glob", "fileinput", "mmap", "sqlite3", "importlib", "zoneinfo"),
    *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "select", "selectors", "asyncio"),
    *("time", "random", "secrets", "platform", "getpass"),
    *("subprocess", "multiprocessing", "threading", "signal"),
}
# urllib.parse takes addresses apart and opens none.
HARMLESS_MODULES = {"urllib.parse"}
IMPURE_NAMES = {"open", "input", "print", "eval", "exec", "__import__"}
IMPURE_METHODS = {
    *("now", "today", "utcnow", "uuid1", "uuid4"),
    *("open", "FileIO", "read_text", "read_bytes", "write_text", "write_bytes"),
}
IMPURE_STREAMS = {"stdin", "stdout", "stderr", "argv"}


class Room(NamedTuple):
    """One row of the table."""

    name: str
    floor: int
    pure: bool
    libraries: frozenset[str]


class Module(NamedTuple):
    """One source file: its dotted name, its room, and what stands in it."""

    name: str
    room: str
    path: Path
    imports: tuple[ast.Import | ast.ImportFrom, ...]
    impure: tuple[tuple[str, int], ...]
    """What of it no pure room may use, and on which line."""

    def at(self, line: int) -> str:
        """Return the place of a line, as an editor can open it."""
        return f"{self.path.name if self.name == PACKAGE else self.name}:{line}"


class Import(NamedTuple):
    """One imported name, absolute, and the line it stands on."""

    name: str
    line: int


def rooms_of(table: str) -> dict[str, Room]:
    """Return the rooms that a Markdown text with the columns floor, room, …, I/O, libraries names."""
    rooms = {}
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 6 or not cells[0].isdigit():
            continue
        name = cells[1].strip("`")
        libraries = frozenset(name.strip() for name in cells[5].split(",") if name.strip())
        rooms[name] = Room(name, int(cells[0]), cells[4] == "no", libraries)
    return rooms


def modules_in(folder: Path) -> list[Module]:
    """Return every module of the package that lies in `folder`, function-level code included."""
    modules = []
    for path in sorted(folder.rglob("*.py")):
        parts = list(path.relative_to(folder).with_suffix("").parts)
        if parts[-1] == ROOT:
            parts.pop()
        room = parts[0] if parts else ROOT
        nodes = list(ast.walk(parsed_source(path.read_text(encoding="utf-8"))))
        imports = tuple(each for each in nodes if isinstance(each, ast.Import | ast.ImportFrom))
        modules.append(Module(".".join([PACKAGE, *parts]), room, path, imports, tuple(_impure_uses(nodes))))
    return modules


def imports_of(module: Module, known: Mapping[str, Module]) -> Iterator[Import]:
    """Yield each import of a module, wherever it stands; `from x import y` is x.y where that is a module."""
    is_package = module.path.stem == ROOT
    for node in module.imports:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno)
        else:
            base = node.module or ""
            if node.level:
                anchor = module.name.split(".")
                anchor = anchor[: len(anchor) - node.level + is_package]
                base = ".".join([*anchor, base] if base else anchor)
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield Import(full if full in known else base, node.lineno)


def unlisted_rooms(modules: list[Module], rooms: Mapping[str, Room]) -> list[str]:
    """Return the rooms that stand in one of source tree and table, but not in the other."""
    built = {module.room for module in modules}
    findings = [f"room {room} is not in the table" for room in sorted(built - rooms.keys())]
    return findings + [f"room {room} of the table is not built" for room in sorted(rooms.keys() - built)]


def upward_imports(modules: list[Module], rooms: Mapping[str, Room]) -> list[str]:
    """Return the imports between rooms that do not go down."""
    return [
        f"{module.at(line)} ({room}, floor {rooms[room].floor}) "
        f"imports {target} (floor {rooms[target].floor})"
        for module, room, target, line in _between_rooms(modules)
        if room in rooms and target in rooms and rooms[target].floor >= rooms[room].floor
    ]


def side_doors(modules: list[Module]) -> list[str]:
    """Return what the doors (`cli`, …) import of the package besides its root."""
    return [
        f"{module.at(line)} ({room}) imports {target}, not the package root"
        for module, room, target, line in _between_rooms(modules)
        if room in DOORS and target != ROOT and not (room == "cli" and target == "web")
    ]


def cycles(modules: list[Module]) -> list[str]:
    """Return one sentence for each import cycle between modules."""
    known = {module.name: module for module in modules}
    reach = {
        module.name: {found.name for found in imports_of(module, known) if found.name in known}
        - {module.name}
        for module in modules
    }
    findings, cleared = [], set[str]()
    for start in sorted(reach):
        ring = _ring(start, reach, cleared)
        if ring:
            findings.append("import cycle: " + " -> ".join(ring))
            cleared.update(ring)
    return findings


def rings_of_parts(modules: list[Module]) -> list[str]:
    """Return one sentence for each import cycle between the parts of a room: its folders, and the files beside them."""
    known = {module.name: module for module in modules}
    reach: dict[str, set[str]] = {}
    for module in modules:
        part = _part_of(module.name)
        found = {_part_of(each.name) for each in imports_of(module, known) if each.name in known}
        reach.setdefault(part, set()).update(each for each in found - {part} if each.count(".") == 2)
    rings, cleared = [], set[str]()
    for start in sorted(each for each in reach if each.count(".") == 2):
        ring = _ring(start, reach, cleared)
        if ring:
            rings.append("ring of parts: " + " -> ".join(ring))
            cleared.update(ring)
    return rings


def _part_of(name: str) -> str:
    """Return the part of a room that a module stands in: `onrecord.reading.turns` of `onrecord.reading.turns.labels`."""
    return ".".join(name.split(".")[:3])


def foreign_libraries(modules: list[Module], rooms: Mapping[str, Room]) -> list[str]:
    """Return the imports of third-party libraries outside the rooms that own them."""
    known = {module.name: module for module in modules}
    findings = []
    for module in modules:
        allowed = rooms[module.room].libraries if module.room in rooms else frozenset()
        for name, line in imports_of(module, known):
            library = name.split(".")[0]
            if library != PACKAGE and library not in sys.stdlib_module_names and library not in allowed:
                findings.append(f"{module.at(line)} ({module.room}) imports {library}")
    return findings


def impurities(modules: list[Module], rooms: Mapping[str, Room]) -> list[str]:
    """Return where a room without I/O reaches for a file, a socket, the clock, chance or the environment."""
    known = {module.name: module for module in modules}
    findings = []
    for module in modules:
        if module.room not in rooms or not rooms[module.room].pure:
            continue
        for name, line in imports_of(module, known):
            if name.split(".")[0] in IMPURE_MODULES and name not in HARMLESS_MODULES:
                findings.append(f"{module.at(line)} ({module.room}, pure) imports {name}")
        findings += [f"{module.at(line)} ({module.room}, pure) uses {use}" for use, line in module.impure]
    return findings


def _between_rooms(modules: list[Module]) -> Iterator[tuple[Module, str, str, int]]:
    known = {module.name: module for module in modules}
    for module in modules:
        for name, line in imports_of(module, known):
            parts = name.split(".")
            if parts[0] != PACKAGE:
                continue
            target = parts[1] if len(parts) > 1 else ROOT
            if target != module.room:
                yield module, module.room, target, line


def _impure_uses(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    for node in nodes:
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) if name in IMPURE_NAMES:
                    yield f"{name}()", node.lineno
                case ast.Attribute(attr=name) if name in IMPURE_METHODS:
                    yield f".{name}()", node.lineno
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name in IMPURE_METHODS:
                    yield alias.name, node.lineno
        elif isinstance(node, ast.Attribute) and node.attr in IMPURE_STREAMS:
            yield f".{node.attr}", node.lineno


def _ring(start: str, reach: Mapping[str, set[str]], cleared: set[str]) -> list[str]:
    # Depth first from `start`, with the way there kept, so that the finding can show it.
    waiting = [[start]]
    seen = set[str]()
    while waiting:
        way = waiting.pop()
        for after in sorted(reach[way[-1]]):
            if after == start and start not in cleared:
                return [*way, start]
            if after not in seen:
                seen.add(after)
                waiting.append([*way, after])
    return []
