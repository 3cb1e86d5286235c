"""The habits of the house, checked against texts; each check returns its findings as sentences, none when kept.

A pattern never matches the line it is written in, so that this file passes its own checks.
"""

from __future__ import annotations

import ast
import gc
import io
import re
import subprocess
import tokenize
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

LONGEST_FILE = 600
LONGEST_FUNCTION = 60
FIRST_VERDICT_BEFORE = 20

Texts = Mapping[str, str]
Function = ast.FunctionDef | ast.AsyncFunctionDef
Placed = tuple[str, int]
"""A name or a text of a source, and its line."""


class Told(NamedTuple):
    """What a source tells of itself to the checks: it is parsed and gone through once for all of them."""

    functions: tuple[tuple[str, int, int], ...]
    """Name, line and length of each."""
    silent: tuple[Placed, ...]
    """What is public and has no docstring, the module under no name."""
    given: tuple[Placed, ...]
    """The names that it gives."""
    docstrings: tuple[Placed, ...]


_REGISTRY = re.compile(
    r"--(?:extra-)?index[-]url|\bindex[-]url\s*=|\bfind[-]links\b|https?://\S+/simpl[e]\b"
    r"|registry\.npm[j]s|files\.python[h]osted|pypi\.or[g]",
    re.IGNORECASE,
)
_MACHINE_PATH = re.compile(
    r"(?<![\w.])/(?:home|Users)/[\w.-]+/|(?<![\w.])/(?:root|work)/[\w.]|(?<![\w.])/tm[p]/[\w.]|\b[A-Z]:\\Users\\\w"
)
_LOCK_FILES = {
    *("uv.lock", "poetry.lock", "pylock.toml", "pdm.lock", "Pipfile.lock"),
    *("package-lock.json", "yarn.lock", "pnpm-lock.yaml", "npm-shrinkwrap.json"),
}
_LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)|!\[[^\]\n]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WORD_OF_CODE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def tracked_texts(repository: Path) -> dict[str, str]:
    """Return the text of every tracked file by its path, of binary files an empty one; what git ignores is left out."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=repository, capture_output=True, check=False,
    )  # fmt: skip
    names = listing.stdout.decode().split("\0") if listing.returncode == 0 else _all_files(repository)
    texts = {}
    for name in sorted(set(filter(None, names))):
        path = repository / name
        if path.is_file():
            content = path.read_bytes()
            texts[name] = "" if b"\0" in content[:8192] else content.decode("utf-8", "replace")
    return texts


def registry_addresses(texts: Texts) -> list[str]:
    """Return where a package registry is named, and the lock files that record one."""
    locks = [f"{name}: a lock file is never committed" for name in texts if Path(name).name in _LOCK_FILES]
    return locks + _found(texts, _REGISTRY, "names a package registry")


def machine_paths(texts: Texts) -> list[str]:
    """Return where an absolute path of somebody's machine stands."""
    return _found(texts, _MACHINE_PATH, "holds a path of one machine")


def long_files(texts: Texts) -> list[str]:
    """Return the source files and templates that are too long to read in one sitting."""
    sources = (name for name in texts if name.endswith((".py", ".j2", ".css", ".js")))
    lengths = {name: texts[name].count("\n") for name in sources}
    return [f"{name} has {length} lines" for name, length in lengths.items() if length > LONGEST_FILE]


def long_functions(texts: Texts) -> list[str]:
    """Return the functions that are too long."""
    return [
        f"{name}:{line} {function} has {length} lines"
        for name, source in _sources(texts)
        for function, line, length in told_by(source).functions
        if length > LONGEST_FUNCTION
    ]


def undocumented(texts: Texts) -> list[str]:
    """Return the public modules, classes, functions and methods without a docstring."""
    return [
        f"{name}:{line} {what} has no docstring" if what else f"{name}: the module has no docstring"
        for name, source in _sources(texts)
        for what, line in told_by(source).silent
    ]


def never_words(glossary: str) -> set[str]:
    """Return the words of the glossary's column "not" that are never used; those in *stars* are, in another sense."""
    words = set()
    for line in glossary.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == 3 and cells[2] not in {"not", ""} and not set(cells[2]) <= {"-", ":"}:
            words |= {word.strip() for word in cells[2].split(",") if "*" not in word}
    return words


def banned_names(glossary: str) -> set[str]:
    """Return the names that the glossary's line "Banned names: …" lists."""
    listed = re.search(r"Banned names: ([^\n]*(?:\n[^\n]+)*)", glossary)
    return set(re.findall(r"`(\w+)`", listed.group(1))) if listed else set()


def wrong_words(texts: Texts, words: set[str]) -> list[str]:
    """Return where a name that the source gives, a comment or a docstring holds a word of the list, or its plural."""
    plural = words | {f"{word}s" for word in words}
    somewhere = re.compile("|".join(map(re.escape, sorted(words))), re.IGNORECASE)
    findings = []
    for name, source in _sources(texts):
        if not somewhere.search(source):
            continue
        told = told_by(source)
        for spelling, line in [*told.given, *_comments(source), *told.docstrings]:
            used = {part.lower() for part in _WORD_OF_CODE.findall(spelling)} & plural
            findings += [f"{name}:{line} says “{word}”" for word in sorted(used)]
    return findings


def wrong_names(texts: Texts, names: set[str]) -> list[str]:
    """Return the modules, classes, functions and variables that bear a banned name; in verbs, also as a part of it."""
    findings = []
    for name, source in _sources(texts):
        parts = set(Path(name).with_suffix("").parts) & names
        findings += [f"{name}: the module is named {part}" for part in sorted(parts)]
        for spelling, line in told_by(source).given:
            whole = spelling.strip("_").lower()
            first = whole.split("_")[0]
            if whole in names or (first in names and first in {"process", "handle", "manage", "do"}):
                findings.append(f"{name}:{line} is named {spelling}")
    return findings


def issue_codes(texts: Texts) -> tuple[set[str], list[str]]:
    """Return the codes of all issues and findings that the source makes, and where a code cannot be told.

    A code is a literal given where a parameter is named `code`, or assigned or looped over under that name.
    """
    named = {
        name: parsed_source(source) for name, source in _sources(texts) if re.search(r"\bcode\b", source)
    }
    shared = {"Issue": 0, "Finding": 0}
    for tree in named.values():
        shared |= {called: at for called, at in _takers(tree).items() if not called.startswith("_")}
    making = re.compile(rf"\b(?:{'|'.join(shared)})\b")
    codes, findings = set[str](), list[str]()
    for name, source in _sources(texts):
        if name not in named and not making.search(source):
            continue  # no parameter and no variable is named `code` there, and nothing is called that takes one
        tree = named.get(name) or parsed_source(source)
        takers = shared | _takers(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                given = _code_given(node, takers)
                codes |= _literals(given)
                if given is not None and not _literals(given) and not _is_named_code(given):
                    findings.append(f"{name}:{node.lineno} the code of this issue is no literal")
            elif isinstance(node, ast.Assign) and any(_is_named_code(target) for target in node.targets):
                codes |= _literals(node.value)
            elif isinstance(node, ast.For | ast.comprehension):
                codes |= _looped_codes(node.target, node.iter)
    return codes, findings


def broken_links(texts: Texts) -> list[str]:
    """Return the relative links of Markdown files that lead nowhere: no such file, or no such heading in it."""
    findings = []
    for name, text in texts.items():
        if not name.endswith(".md"):
            continue
        for line, target in _links(text):
            path, _, anchor = target.partition("#")
            if re.match(r"[a-z]+:", target):
                continue
            there = _joined(name, path) if path else name
            folder = f"{there.rstrip('/')}/"
            if there not in texts and not any(known.startswith(folder) for known in texts):
                findings.append(f"{name}:{line} links to {target}, which does not exist")
            elif anchor and anchor not in _anchors(texts.get(there, "")):
                findings.append(f"{name}:{line} links to {target}, which has no such heading")
    return findings


def fenced(text: str, language: str) -> list[str]:
    """Return the content of the fenced blocks of a Markdown text that are marked with this language."""
    return [content for mark, content in _FENCE.findall(text) if mark == language]


def late_verdict(readme: str, wordings: Iterable[str]) -> list[str]:
    """Return a finding unless a quotation and its verdict stand at the head of the README."""
    head = "\n".join(readme.splitlines()[: FIRST_VERDICT_BEFORE - 1])
    shown = [content for content in fenced(head + "\n```", "console") if "onrecord check" in content]
    if any(
        re.search(rf"(?im)^{wording.replace('_', ' ')}\b", content)
        for content in shown
        for wording in wordings
    ):
        return []
    return [f"README.md shows no quotation with its verdict before line {FIRST_VERDICT_BEFORE}"]


def commands_not_run(readme: str, script: str) -> list[str]:
    """Return the lines of the README's `sh` blocks that the CI script does not run."""
    run = {line.strip() for line in script.splitlines()}
    commands = [line.strip() for block in fenced(readme, "sh") for line in block.splitlines() if line.strip()]
    if len(commands) != 2:
        return [f"README.md gives {len(commands)} commands in `sh` blocks, not two"]
    return [f".ci/run does not run: {command}" for command in commands if command not in run]


def _all_files(repository: Path) -> list[str]:
    # An unpacked copy without git: everything but what a run leaves behind.
    return [
        path.relative_to(repository).as_posix()
        for path in repository.rglob("*")
        if path.is_file()
        and not any(part.startswith(".") and part != ".ci" for part in path.relative_to(repository).parts)
        and not {"__pycache__", "build", "dist"} & set(path.parts)
    ]


def _found(texts: Texts, pattern: re.Pattern[str], what: str) -> list[str]:
    return [
        f"{name}:{line} {what}: {match.group()}"
        for name, text in texts.items()
        for line, content in enumerate(text.splitlines(), 1)
        for match in pattern.finditer(content)
    ]


def _sources(texts: Texts) -> Iterator[tuple[str, str]]:
    return ((name, text) for name, text in texts.items() if name.endswith(".py"))


@cache
def told_by(source: str) -> Told:
    """Return what a source tells of itself."""
    tree = parsed_source(source)
    nodes = list(ast.walk(tree))
    defined = [each for each in nodes if isinstance(each, ast.Module | ast.ClassDef | Function)]
    functions = (each for each in defined if isinstance(each, Function))
    silent = [] if ast.get_docstring(tree) else [("", 1)]
    others = {  # named by a library's base class
        id(each)
        for each in (defined if "super()" in source else ())
        if isinstance(each, ast.ClassDef | Function) and _is_named_by_its_base(each)
    }
    return Told(
        tuple((each.name, each.lineno, (each.end_lineno or 0) - each.lineno + 1) for each in functions),
        (*silent, *_undocumented_in(tree, "")),
        tuple(named for each in nodes if id(each) not in others and (named := _name_given(each))),
        tuple((told, each.body[0].lineno) for each in defined if (told := ast.get_docstring(each))),
    )


def parsed_source(source: str) -> ast.Module:
    """Return the tree of a source."""
    # A tree has no rings, and looking for some while it grows takes three times as long as parsing.
    watched = gc.isenabled()
    gc.disable()
    try:
        return ast.parse(source)
    finally:
        if watched:
            gc.enable()


def _undocumented_in(parent: ast.Module | ast.ClassDef, prefix: str) -> Iterator[tuple[str, int]]:
    for child in parent.body:
        if isinstance(child, Function | ast.ClassDef) and not child.name.startswith("_"):
            if not ast.get_docstring(child):
                yield prefix + child.name, child.lineno
            if isinstance(child, ast.ClassDef):
                yield from _undocumented_in(child, f"{child.name}.")


def _name_given(node: ast.AST) -> Placed | None:
    if isinstance(node, ast.Name):
        return (node.id, node.lineno) if isinstance(node.ctx, ast.Store) else None
    if isinstance(node, ast.arg):
        return node.arg, node.lineno
    if isinstance(node, ast.ClassDef | Function):
        return node.name, node.lineno
    return (node.asname, node.lineno) if isinstance(node, ast.alias) and node.asname else None


def _is_named_by_its_base(node: Function | ast.ClassDef) -> bool:
    """Whether a method asks the one of its name in a base class, a library's mostly: its name was not ours to give."""
    asked = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
    return any(
        isinstance(one, ast.Attribute) and one.attr == node.name and ast.unparse(one.value) == "super()"
        for one in asked
    )


def _comments(source: str) -> Iterator[Placed]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string, token.start[0]


def _takers(tree: ast.Module) -> dict[str, int]:
    # The functions that have a parameter named `code`, and its place among the arguments of a call.
    takers = {}
    for function in ast.walk(tree):
        if isinstance(function, Function):
            arguments = [argument.arg for argument in function.args.args]
            if "code" in arguments:
                takers[function.name] = arguments.index("code") - (arguments[0] in {"self", "cls"})
    return takers


def _code_given(call: ast.Call, takers: Mapping[str, int]) -> ast.expr | None:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = takers.get(called)
    if place is None:
        return None
    by_name = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    return next(iter([*by_name, *call.args[place : place + 1]]), None)


def _literals(given: ast.expr | None) -> set[str]:
    if isinstance(given, ast.IfExp):
        return _literals(given.body) | _literals(given.orelse)
    return {given.value} if isinstance(given, ast.Constant) and isinstance(given.value, str) else set()


def _is_named_code(given: ast.expr) -> bool:
    return (given.id if isinstance(given, ast.Name) else getattr(given, "attr", None)) == "code"


def _looped_codes(target: ast.expr, rows: ast.expr) -> set[str]:
    if not isinstance(target, ast.Tuple) or not isinstance(rows, ast.Tuple | ast.List):
        return set()
    places = [at for at, name in enumerate(target.elts) if _is_named_code(name)]
    within = [row for row in rows.elts if isinstance(row, ast.Tuple)]
    return {code for row in within for at in places for code in _literals(row.elts[at])}


def _links(text: str) -> Iterator[tuple[int, str]]:
    blank: Callable[[re.Match[str]], str] = lambda block: "\n" * block.group().count("\n")  # noqa: E731
    for line, content in enumerate(_FENCE.sub(blank, text).splitlines(), 1):
        for match in _LINK.finditer(content):
            yield line, match.group(1) or match.group(2)


def _joined(name: str, path: str) -> str:
    parts: list[str] = list(Path(name).parent.parts)
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _anchors(text: str) -> set[str]:
    headings = re.findall(r"^#+ +(.+?) *$", _FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
