"""Questions to the derived tables, so asked that a broken table is one clear sentence."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

import msgspec

from onrecord.errors import ArchiveBusy, DamagedArchive, WrongCall

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")


def answering(question: Callable[_Given, _Answer]) -> Callable[_Given, _Answer]:
    """Return the method so that it, and the iterator it may return, raises DamagedArchive for broken tables."""

    @wraps(question)
    def asked(*args: _Given.args, **kwargs: _Given.kwargs) -> _Answer:
        with told_plainly():
            answer = question(*args, **kwargs)
        return cast(_Answer, _each_told(answer)) if isinstance(answer, Iterator) else answer

    return asked


def _each_told(answer: Iterator[Any]) -> Iterator[Any]:
    with told_plainly():
        yield from answer


@contextmanager
def told_plainly() -> Iterator[None]:
    """Raise what the tables meet inside the block in one sentence: busy, broken, or not to be read or written."""
    try:
        yield
    except sqlite3.OperationalError as fault:
        if "locked" in str(fault):
            raise ArchiveBusy("Another program holds record.sqlite: close it, then try again.") from fault
        raise OSError(f"record.sqlite could not be read or written: {fault}") from fault
    except sqlite3.ProgrammingError as fault:
        if "closed" not in str(fault):
            raise
        raise WrongCall("This archive was closed: ask while it is open, or open it again.") from fault
    except (sqlite3.DatabaseError, zlib.error, msgspec.DecodeError) as fault:
        raise DamagedArchive(f"record.sqlite is damaged ({fault}): run `onrecord rebuild`.") from fault
