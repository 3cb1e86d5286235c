"""Whether the inner loops of seeking are compiled: they are where numba is installed and many quotations were asked.

To load numba costs a third of a second, and the first time some seconds more: more than a thousand questions save it.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

MANY = 300
"""So many questions to one index are a reason to compile."""

_SETTLED = float(1 << 20)
_held: list[Any] = []


def loops() -> Any | None:
    """Return the compiled loops, or None where numpy alone is used."""
    return _held[0] if _held else None


def load_loops() -> bool:
    """Load the compiled loops; return whether there are such. The answers are the same with them and without."""
    if not _held and find_spec("numba") is not None:
        _held.append(import_module("onrecord.search.loops"))
    return bool(_held)


def forget_loops() -> None:
    """Use numpy alone from here on."""
    _held.clear()


def settled(numbers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the numbers, rounded so that sums of them are exact: the same in whatever order they are added."""
    rounded: NDArray[np.float64] = np.round(numbers * _SETTLED) / _SETTLED
    return rounded
