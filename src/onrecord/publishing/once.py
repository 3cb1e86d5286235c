"""What is made once for all threads: who asks while it is being made waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")


class Once:
    """Values by their names, each made by the first thread that asks for it.

    Several threads that each make the same take several times as long, as one interpreter runs them in turn.
    """

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._made: dict[str, Any] = {}
        self._lock = threading.Lock()
        self._being_made: dict[str, threading.RLock] = {}

    def made(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what was made under this name before, else what `make` makes."""
        if name not in self._made:
            with self._lock:
                being_made = self._being_made.setdefault(name, threading.RLock())
            with being_made:
                if name not in self._made:
                    self._made[name] = make()
        found: Made = self._made[name]
        return found


class once_property(Generic[Made]):  # noqa: N801 - as `property` and `cached_property`
    """A property that is made once, by one thread, of an object that keeps such values in `made_once`."""

    def __init__(self, make: Callable[[Any], Made]) -> None:
        """Take what makes the value."""
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, of: Any, owner: type | None = None) -> Made:
        if of is None:
            return self  # type: ignore[return-value]
        once: Once = of.made_once
        # Put where Python looks first: from now on it costs what any attribute does.
        made = of.__dict__[self._name] = once.made(self._name, lambda: self._make(of))
        return made
