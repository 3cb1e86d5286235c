"""Patterns that are compiled when something is first looked for with them: most pages ask for a third of all."""

from __future__ import annotations

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "flags")


class _Late:
    """Stands in for a pattern; what the compiled one can do is its own from the first question on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(*self._written)
        for each in _ASKED:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def compile_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern, compiled when it is first asked: for those that take a millisecond or more, and seldom are.

    Ranges beyond ASCII and many words cost the most. What nearly every page is read with may as well be compiled at once.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
