"""The record as Parquet, a row for each turn of each version: the columns of the CSV, with their types and the exact words."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from onrecord.errors import WrongCall
from onrecord.model import Aside, Held, Turn
from onrecord.publishing.exporting.exports import TURN_COLUMNS, LevelOf, turn_row, whole

if TYPE_CHECKING:
    import pyarrow

MOST_ROWS = 20_000
MOST_CHARACTERS = 8_000_000
"""What is held at once: so many turns, or so many characters of their words; then a row group is written."""

_COUNTS = ("version", "versions", "turn", "span_start", "span_end")
_LISTS = ("kinds", "status")
_ASIDES = ("directions", "editorial")


def export_parquet(statements: Iterable[Sequence[Held]], level_of: LevelOf = whole) -> Iterator[bytes]:
    """Return the file piece by piece: the same bytes for the same record and the same release of pyarrow.

    Dates stay the strings that they are, since some are a year alone. `directions` and `editorial` have the asides of a turn
    with their spans in `text`. WrongCall where pyarrow is not installed.
    """
    try:
        import pyarrow
    except ImportError as missing:
        raise WrongCall(
            'Parquet needs pyarrow, which is not installed: pip install "onrecord[parquet]".'
        ) from missing
    return _pieces(statements, level_of, _schema(pyarrow))


def _pieces(
    statements: Iterable[Sequence[Held]], level_of: LevelOf, schema: pyarrow.Schema
) -> Iterator[bytes]:
    import pyarrow
    from pyarrow import parquet

    sink = _Pieces()
    stream = pyarrow.PythonFile(sink, mode="w")
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for rows in _groups(statements, level_of):
            writer.write_batch(pyarrow.RecordBatch.from_pylist(rows, schema=schema), row_group_size=len(rows))
            yield from sink.taken()
    stream.flush()
    yield from sink.taken()


class _Pieces(io.RawIOBase):
    """A file that can only be written on: what was written is taken out again."""

    def __init__(self) -> None:
        super().__init__()
        self._written: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def write(self, piece: Any) -> int:
        self._written.append(bytes(piece))
        self._at += len(self._written[-1])
        return len(self._written[-1])

    def taken(self) -> Iterator[bytes]:
        written, self._written = self._written, []
        yield from written


def _groups(statements: Iterable[Sequence[Held]], level_of: LevelOf) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    characters = 0
    for held in chain.from_iterable(statements):
        for turn in held.statement.turns:
            rows.append(_row(held, turn, level_of(held)))
            characters += len(turn.text)
            if len(rows) >= MOST_ROWS or characters >= MOST_CHARACTERS:
                yield rows
                rows, characters = [], 0
    if rows:
        yield rows


def _row(held: Held, turn: Turn, shown: str) -> dict[str, Any]:
    row = dict(zip(TURN_COLUMNS, turn_row(held, turn, shown), strict=True))
    row |= {"kinds": list(held.statement.kinds), "status": list(held.statement.status)}
    row |= {"directions": _told(turn.directions), "editorial": _told(turn.editorial)}
    return row


def _told(asides: Iterable[Aside]) -> list[dict[str, Any]]:
    return [{"start": each.span[0], "end": each.span[1], "text": each.text} for each in asides]


def _schema(arrow: Any) -> pyarrow.Schema:
    aside = arrow.struct([("start", arrow.int32()), ("end", arrow.int32()), ("text", arrow.string())])
    fields = []
    for name in (*TURN_COLUMNS, *_ASIDES):
        if name in _COUNTS:
            kind = arrow.int32()
        elif name in _LISTS:
            kind = arrow.list_(arrow.string())
        else:
            kind = arrow.list_(aside) if name in _ASIDES else arrow.string()
        fields.append(arrow.field(name, kind))
    return arrow.schema(fields)
