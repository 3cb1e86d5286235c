"""A segment as compiled loops see it: a row of addresses and lengths, and what stands at them.

Loaded where numba is installed and many quotations are asked (`compiled`). A segment comes as a row (`Column`): to hand over its
arrays one by one costs more than the loops. Who calls keeps the arrays as long as the call takes.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

from onrecord.search.compiled import Column

STREAM, WORDS = int(Column.STREAM), int(Column.WORDS)
TABLE, BUCKETS = int(Column.TABLE), int(Column.BUCKETS)
LOW, HIGH, WIDE, ENTRIES = int(Column.LOW), int(Column.HIGH), int(Column.WIDE), int(Column.ENTRIES)
RARE, RANK = int(Column.RARE), int(Column.RANK)
STARTS, DEAD, VERSIONS = int(Column.STARTS), int(Column.DEAD), int(Column.VERSIONS)
VOCABULARY, COUNTS, CODES = int(Column.VOCABULARY), int(Column.COUNTS), int(Column.CODES)

carray: Any = numba.carray  # type: ignore[attr-defined]


def _address(_: Any, __: Any) -> Any:
    """Return the address as a pointer."""

    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.inttoptr(arguments[0], cgutils.voidptr_t)

    return types.voidptr(types.int64), code


pointer_to: Any = intrinsic(_address)


def compiled_loop(function: Any) -> Any:
    """Return the function compiled, at its first call; kept for the next process where there is a place for that."""
    try:
        return numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # nowhere to keep what is compiled: it is compiled by each process
        return numba.njit(nogil=True)(function)


@compiled_loop
def entry_at(high: Any, wide: Any, low: Any, at: int) -> Any:
    """Return the position at an entry: of `high` and `wide` one is empty."""
    upper = np.int64(high[at]) if len(high) else np.int64(wide[at])
    return upper << 16 | np.int64(low[at])


@compiled_loop
def highs_of(row: Any) -> Any:
    """Return the upper halves of a segment's entries in one byte, and in two: one of both is empty."""
    entries = row[ENTRIES]
    return (
        carray(pointer_to(row[HIGH]), 0 if row[WIDE] else entries, np.uint8),
        carray(pointer_to(row[HIGH]), entries if row[WIDE] else 0, np.uint16),
    )


@compiled_loop
def shift_of(buckets: int) -> int:
    """Return by how many bits a key is greater than its bucket, of a table with so many buckets."""
    shift = 32
    while buckets > 1:
        buckets >>= 1
        shift -= 1
    return shift


@compiled_loop
def version_at(starts: Any, position: int) -> int:
    """Return the index of the version that holds a position."""
    least, most = 0, len(starts) - 1
    while least < most:
        middle = (least + most) >> 1
        if np.int64(starts[middle]) <= position:
            least = middle + 1
        else:
            most = middle
    return least - 1 if np.int64(starts[least]) > position else least
