"""Templates are compiled once for all starts, and a package in which nothing may be written works as well."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, MemcachedBytecodeCache
from markupsafe import Markup, escape

from onrecord.publishing.compiling import show
from onrecord.publishing.files import SiteMark, rewrite_mark, write_mark
from onrecord.publishing.rendering import KeptCode
from onrecord.publishing.wording import printable


def rendered(folder: Path, template: str = "{{ 6 * 7 }} boats") -> str:
    """Return what a template makes, compiled code kept in a folder."""
    kept = MemcachedBytecodeCache(KeptCode(folder), "")
    return (
        Environment(loader=DictLoader({"page": template}), bytecode_cache=kept).get_template("page").render()
    )


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next start finds it; a template that was changed is compiled anew."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert rendered(tmp_path / "kept") == "42 boats"
    (first,) = (tmp_path / "kept").iterdir()
    left = first.stat().st_mtime_ns
    assert rendered(tmp_path / "kept") == "42 boats"
    assert first.stat().st_mtime_ns == left
    assert rendered(tmp_path / "kept", "{{ 6 * 8 }} boats") == "48 boats"


def test_where_nothing_may_be_written_it_is_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where Python was told not to write code."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "a file").write_text("")
    assert rendered(tmp_path / "a file" / "kept") == "42 boats"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(tmp_path / "kept") == "42 boats"
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize(
    "value",
    [
        "",
        "plain",
        "<b>&\"'</b>",
        "a\u202eb",
        "a\x00<",
        "\ud800'",
        "日本語 & more",
        Markup("<i>kept</i>"),
        7,
        1.5,
        None,
        True,
    ],
)
def test_a_value_is_printed_as_jinja_prints_it(value: object) -> None:
    """Printable and escaped, whatever it is; markup as it is."""
    made_printable = printable(value) if type(value) is str else value
    assert show(value) == escape(made_printable)


@given(st.lists(st.tuples(st.text(max_size=3), st.booleans(), st.booleans())))
def test_a_mark_that_is_mended_is_one_that_is_written_anew(files: list[tuple[str, bool, bool]]) -> None:
    """Whatever files were there before, are otherwise or gone, in their order and with names that need escapes."""
    before = {path: b"1" for path, was_there, _ in files if was_there}
    after = {path: b"2" if was_there else b"1" for path, was_there, is_there in files if is_there}
    mended = rewrite_mark(write_mark("2026-05-26", before), "2026-05-27", after, before.keys() - after.keys())
    assert mended == write_mark("2026-05-27", after)


def test_the_mark_of_a_site_is_laid_out_as_json_is() -> None:
    """Line by line as a library does it, with names that need escapes, too."""
    files = {"a/index.html": b"12", 'ü"\\/\n.html': b"\xff", "b.xml": b""}
    mark = SiteMark(
        1, "2026-05-26T10:30:00Z", {each: f"sha256:{files[each].hex()}" for each in sorted(files)}
    )
    assert (
        write_mark(mark.published_at, files)
        == msgspec.json.format(msgspec.json.encode(mark), indent=1) + b"\n"
    )
