"""The habits of the house hold in this repository, and each check is shown to bite on a planted violation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import house_rules as rules
from onrecord.cli.verbs import VERBS
from onrecord.model import Wording

REPOSITORY = Path(__file__).resolve().parents[1]
WORDINGS = Wording.__args__  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Return every tracked text of this repository."""
    return rules.tracked_texts(REPOSITORY)


@pytest.fixture(scope="module")
def sources(texts: dict[str, str]) -> dict[str, str]:
    """Return the package's source files."""
    return {name: text for name, text in texts.items() if re.fullmatch(r"src/onrecord/.*\.py", name)}


def test_no_registry_address_is_tracked(texts: dict[str, str]) -> None:
    """No file names a package registry, and no lock file stands in the tree."""
    assert rules.registry_addresses(texts) == []


def test_no_path_of_one_machine_is_tracked(texts: dict[str, str]) -> None:
    """No file holds an absolute path that exists on one developer's machine alone."""
    assert rules.machine_paths(texts) == []


def test_files_are_short(texts: dict[str, str]) -> None:
    """No source file, test or template is too long to be read in one sitting."""
    assert rules.long_files(texts) == []


def test_functions_are_short(texts: dict[str, str]) -> None:
    """No function of source, tests or benchmarks is too long to be seen at once."""
    assert rules.long_functions(texts) == []


def test_public_things_are_documented(sources: dict[str, str]) -> None:
    """Every public module, class, function and method says what it is or returns."""
    assert rules.undocumented(sources) == []


def test_the_glossary_is_kept(texts: dict[str, str], sources: dict[str, str]) -> None:
    """No name, comment or docstring of the source uses a word that the glossary rules out."""
    words = rules.never_words(texts["docs/glossary.md"])
    assert {"snapshot", "scrape", "utterance", "boilerplate"} <= words
    assert rules.wrong_words(sources, words) == []


def test_banned_names_are_not_given(texts: dict[str, str], sources: dict[str, str]) -> None:
    """No module, class, function or variable bears a name that says nothing."""
    names = rules.banned_names(texts["docs/glossary.md"])
    assert {"process", "handle", "manage", "do", "helper", "utils", "common", "data", "info", "obj"} <= names
    assert rules.wrong_names(sources, names) == []


def test_every_verb_is_in_the_readme(texts: dict[str, str]) -> None:
    """Each verb of the command line has its row in the README."""
    rows = set(re.findall(r"^\| `(\w+)", texts["README.md"], re.MULTILINE))
    assert {*VERBS} <= rows


def test_every_issue_code_is_explained(texts: dict[str, str], sources: dict[str, str]) -> None:
    """Each code of an issue or finding has its row in docs/issues.md, and each row its code in the source."""
    codes, findings = rules.issue_codes(sources)
    rows = set(re.findall(r"^\| `(\w+)` \|", texts["docs/issues.md"], re.MULTILINE))
    assert findings == []
    assert sorted(codes - rows) == []
    assert sorted(rows - codes) == []


def test_links_lead_somewhere(texts: dict[str, str]) -> None:
    """Each relative link of a Markdown file resolves, its heading included."""
    assert rules.broken_links(texts) == []


def test_the_readme_begins_with_an_answer(texts: dict[str, str]) -> None:
    """A quotation and its verdict stand in the README before line 20."""
    assert rules.late_verdict(texts["README.md"], WORDINGS) == []


def test_ci_runs_the_two_commands_of_the_readme(texts: dict[str, str]) -> None:
    """What the README tells a newcomer to type is what CI runs."""
    assert rules.commands_not_run(texts["README.md"], texts[".ci/run"]) == []


def test_pins_are_names_and_versions_only(texts: dict[str, str]) -> None:
    """constraints.txt holds nothing but `name==version`."""
    lines = texts["constraints.txt"].splitlines()
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []


@pytest.mark.parametrize(
    "line",
    [
        "pip install --index" + "-url somewhere onrecord",
        "pip install --extra-index" + "-url somewhere onrecord",
        "index" + "-url = somewhere",
        "source = { registry = 'https://pins.example/simpl" + "e' }",
        "resolved https://registry.npm" + "js.org/x",
        "https://files.python" + "hosted.org/x.whl",
    ],
)
def test_a_registry_address_is_found(line: str) -> None:
    """Each way in which a registry's address gets into a file is named with its place."""
    findings = rules.registry_addresses({"setup.cfg": "[x]\n" + line})
    assert [finding.split(" names")[0] for finding in findings] == ["setup.cfg:2"]


def test_a_lock_file_is_found() -> None:
    """A lock file is refused wherever it lies."""
    assert rules.registry_addresses({"web/package-lock.json": "{}"}) == [
        "web/package-lock.json: a lock file is never committed"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "see /ho" + "me/ada/onrecord/README",
        "see /User" + "s/ada/onrecord",
        "open('/ro" + "ot/.cache')",
        "file:///wo" + "rk/main/x",
        "/tm" + "p/v/bin/python",
        "C:" + "\\Users\\ada",
    ],
)
def test_a_machine_path_is_found(line: str) -> None:
    """A path of somebody's machine is named with its place."""
    findings = rules.machine_paths({"docs/x.md": line})
    assert [finding.split(" holds")[0] for finding in findings] == ["docs/x.md:1"]


def test_an_address_is_no_machine_path() -> None:
    """A path inside a web address, and a placeholder, are not mistaken for a machine's."""
    assert rules.machine_paths({"a.md": "https://office.example/wo" + "rk/1 and /ho" + "me/<name>/"}) == []


def test_a_long_file_and_a_long_function_are_found() -> None:
    """Lengths are counted in lines, from the first to the last."""
    body = "    a = 1\n" * rules.LONGEST_FUNCTION
    texts = {
        "long.py": "x = 1\n" * (rules.LONGEST_FILE + 1),
        "deep.py": f"def f():\n{body}",
        "ok.py": "x = 1\n",
    }
    assert rules.long_files(texts) == ["long.py has 601 lines"]
    assert rules.long_functions(texts) == ["deep.py:1 f has 61 lines"]


def test_a_silent_function_is_found() -> None:
    """Public modules, classes, functions and methods without a docstring are named; private ones may be silent."""
    source = "class Room:\n    '''A room.'''\n    def enter(self): ...\n    def _look(self): ...\ndef leave(): ...\n"
    assert rules.undocumented({"room.py": source}) == [
        "room.py: the module has no docstring",
        "room.py:3 Room.enter has no docstring",
        "room.py:5 leave has no docstring",
    ]


def test_the_glossary_rules_words_out() -> None:
    """The column "not" lists the words that are never used; those in stars are meant in this sense only."""
    glossary = "| word | means | not |\n|---|---|---|\n| capture | bytes | snapshot, scrape |\n| label | mark | *name* |\n"
    assert rules.never_words(glossary) == {"snapshot", "scrape"}


@pytest.mark.parametrize(
    ("source", "finding"),
    [
        ("def read_snapshot(): ...\n", "a.py:1 says “snapshot”"),
        ("snapshots = []\n", "a.py:1 says “snapshots”"),
        ("class PageSnapshot: ...\n", "a.py:1 says “snapshot”"),
        ("x = 1  # the older snapshot wins\n", "a.py:1 says “snapshot”"),
        ('def read():\n    """Return the Snapshot."""\n', "a.py:2 says “snapshot”"),
    ],
)
def test_a_word_that_is_ruled_out_is_found(source: str, finding: str) -> None:
    """A word ruled out is named in a name, a comment and a docstring."""
    assert rules.wrong_words({"a.py": source}, {"snapshot"}) == [finding]


def test_words_of_others_may_be_used() -> None:
    """What a library calls its things, and what a page says, is not ours to name."""
    assert (
        rules.wrong_words({"a.py": "from x import snapshot\nsnapshot.dump('a snapshot')\n"}, {"snapshot"})
        == []
    )
    kept = "class Kept(Store):\n    def snapshot(self):\n        super().snapshot()\n"
    assert rules.wrong_words({"a.py": kept}, {"snapshot"}) == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("utils.py", ""),
        ("utils/x.py", ""),
        ("a.py", "data = 1\n"),
        ("a.py", "def f(obj): ...\n"),
        ("a.py", "def handle_line(): ...\n"),
        ("a.py", "def do_all(): ...\n"),
    ],
)
def test_a_banned_name_is_found(name: str, source: str) -> None:
    """Names that say nothing are found in modules, functions and variables."""
    assert len(rules.wrong_names({name: source}, {"utils", "data", "obj", "handle", "do"})) == 1


def test_the_codes_of_issues_are_collected() -> None:
    """A code is told from a literal, through a function that takes one, from a choice and from a loop."""
    source = """
def _at(code, said): return Issue(code, said)
a = Issue("cut", "…")
b = _at("torn", "…")
c = Issue(code="worn" if old else "bent", message="…")
for code, said in (("lost", "…"), ("found", "…")): Issue(code, said)
code = "burnt"
"""
    assert rules.issue_codes({"a.py": source}) == (
        {"cut", "torn", "worn", "bent", "lost", "found", "burnt"},
        [],
    )


def test_a_code_that_cannot_be_told_is_found() -> None:
    """A code that is made up at run time could not be explained in docs/issues.md."""
    assert rules.issue_codes({"a.py": "Issue(f'{x}_cut', '…')\n"})[1] == [
        "a.py:1 the code of this issue is no literal"
    ]


def test_a_broken_link_is_found() -> None:
    """A link to no file, or to no heading of a file, is named; links in code blocks are not links."""
    texts = {
        "README.md": "[a](docs/a.md) [b](docs/none.md)\n[c](docs/a.md#the-end) [d](docs/a.md#begin)\n```\n[e](no)\n```\n",
        "docs/a.md": "# The end\n[up](../README.md) [out](https://office.example)\n",
    }
    assert rules.broken_links(texts) == [
        "README.md:1 links to docs/none.md, which does not exist",
        "README.md:2 links to docs/a.md#begin, which has no such heading",
    ]


def test_a_late_verdict_is_found() -> None:
    """A README that begins with prose is told to begin with an answer."""
    answer = '```console\n$ onrecord check "…"\naltered  one word differs\n```\n'
    assert rules.late_verdict(answer, WORDINGS) == []
    assert rules.late_verdict("prose\n" * 18 + answer, WORDINGS) != []


def test_a_command_that_ci_does_not_run_is_found() -> None:
    """Both commands of the README are asked for, letter by letter."""
    readme = "```sh\nmake first\n```\n```sh\nmake second\n```\n"
    assert rules.commands_not_run(readme, "set -e\nmake first\nmake second\n") == []
    assert rules.commands_not_run(readme, "make first\n# make second\n") == [
        ".ci/run does not run: make second"
    ]
