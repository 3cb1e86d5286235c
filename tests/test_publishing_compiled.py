"""Templates are compiled once for all starts, and a package in which nothing may be written works as well."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, MemcachedBytecodeCache

from onrecord.publishing.rendering import KeptCode


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
