"""Patterns that are compiled when they are first asked."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re

import pytest

import onrecord.reading
import onrecord.text
from onrecord.text import compile_late
from onrecord.text.late import _Late


def test_a_late_pattern_finds_what_a_compiled_one_finds() -> None:
    """Asked once or twice, it answers as the pattern does."""
    late = compile_late(r"(?P<who>pilot|harbour master)s?\b", re.IGNORECASE)
    for _ in range(2):
        found = late.search("Three Pilots and a harbour master")
        assert found is not None
        assert (found["who"], found.span()) == ("Pilot", (6, 12))
    assert late.findall("Pilot, HARBOUR MASTER") == ["Pilot", "HARBOUR MASTER"]
    assert late.fullmatch("pilots") is not None
    assert late.sub("·", "a pilot") == "a ·"
    assert late.pattern == r"(?P<who>pilot|harbour master)s?\b"


def test_a_late_pattern_is_compiled_once() -> None:
    """What the compiled pattern can do is kept from the first question on."""
    late = compile_late("quay")
    late.search("the old quay")
    assert late.search == late.search
    assert "search" in vars(late)


def test_what_no_pattern_can_do_a_late_one_cannot() -> None:
    """A misspelt method is an error, not a compilation."""
    with pytest.raises(AttributeError):
        _ = compile_late("quay").serach  # type: ignore[attr-defined]


def test_every_late_pattern_compiles() -> None:
    """A pattern that is wrong is told here, not by the first page that asks for it."""
    for room in (onrecord.text, onrecord.reading):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)
    gc.unfreeze()  # what other tests ran in this process may have put it out of sight
    late = [one for one in gc.get_objects() if isinstance(one, _Late)]
    assert len(late) > 50
    for one in late:
        assert isinstance(one.flags, int)
