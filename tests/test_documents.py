"""What the documents show is what happens: their commands are run, and their Python too."""

from __future__ import annotations

from pathlib import Path

import pytest

import house_rules
from console_documents import (
    DOCUMENTS,
    REPOSITORY,
    Shown,
    Workplace,
    agrees,
    blocks_of,
    commands_of,
    rewritten,
    shortened,
    typed,
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_shows_is_what_happens(name: str, tmp_path: Path) -> None:
    """Each command of a `console` block shows, on a terminal of 80 columns, the lines that follow it."""
    workplace = Workplace(tmp_path)
    workplace.run(DOCUMENTS[name])
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    shown = [each for block in blocks_of(text) for each in commands_of(block)]
    assert shown
    for each in shown:
        actual = workplace.run(typed(each))
        assert agrees(each.lines, actual), "\n".join([typed(each), *actual])


def test_the_head_and_the_python_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first verdict of the README is one that the demo shows, and its Python runs beside the demo."""
    workplace = Workplace(tmp_path)
    demo = workplace.run("onrecord demo")
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    verdict = next(commands_of(blocks_of(text)[0])).lines
    assert "\n".join(verdict) in "\n".join(demo)
    monkeypatch.chdir(workplace.folder)
    told: list[tuple[object, ...]] = []
    for block in house_rules.fenced(text, "python"):
        exec(compile(block, "README.md", "exec"), {"print": lambda *words: told.append(words)})
    assert told[0][0] == "altered"


def test_the_python_of_its_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the demo each block runs as it stands, and prints what the page speaks of."""
    Workplace(tmp_path).run("onrecord demo")
    monkeypatch.chdir(tmp_path / "work")
    text = (REPOSITORY / "docs/python.md").read_text(encoding="utf-8")
    told: list[tuple[object, ...]] = []
    for block in house_rules.fenced(text, "python"):
        exec(compile(block, "docs/python.md", "exec"), {"print": lambda *words: told.append(words)})
    assert (42, "captures new") in told
    assert ("altered", "matches", "current", ["number"]) in told


def test_commands_and_lines_are_told_apart() -> None:
    """A command may go on after "> ", and what it shows may hold such lines too."""
    block = "$ cat > a <<X\n> words\n> X\n$ cat a\nwords\n> more\n"
    assert list(commands_of(block)) == [
        Shown(("$ cat > a <<X", "> words", "> X"), ()),
        Shown(("$ cat a",), ("words", "> more")),
    ]


def test_an_ellipsis_stands_for_lines() -> None:
    """ "…" alone on a line agrees with any lines, and nothing else does."""
    assert agrees(("a", "…", "d"), ("a", "b", "c", "d"))
    assert agrees(("a", "…"), ("a",))
    assert not agrees(("a", "d"), ("a", "b", "d"))
    assert shortened(("a", "…", "d"), ("1", "2", "3", "4")) == ("1", "…", "4")


def test_documents_are_rewritten_in_place(tmp_path: Path) -> None:
    """Only the lines after a command change."""
    document = "# A\n\n```console\n$ echo 1; echo 2\nold\n```\n\n```sh\n$ no\n```\n"
    told = rewritten(document, Workplace(tmp_path).run)
    assert told == "# A\n\n```console\n$ echo 1; echo 2\n1\n2\n```\n\n```sh\n$ no\n```\n"
