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
        try:  # not by `told_plainly`: entering it takes as long as some answers
            answer = question(*args, **kwargs)
        except _FAULTS as fault:
            raise _plain(fault) from fault
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
    except _FAULTS as fault:
        raise _plain(fault) from fault


_FAULTS = (sqlite3.Error, zlib.error, msgspec.DecodeError)


def _plain(fault: Exception) -> Exception:
    """Return what a fault of the tables means; the fault itself where it is one of ours."""
    if isinstance(fault, sqlite3.OperationalError):
        if "locked" in str(fault):
            return ArchiveBusy("Another program holds record.sqlite: close it, then try again.")
        return OSError(f"record.sqlite could not be read or written: {fault}")
    if isinstance(fault, sqlite3.ProgrammingError):
        if "closed" not in str(fault):
            return fault
        return WrongCall("This archive was closed: ask while it is open, or open it again.")
    return DamagedArchive(f"record.sqlite is damaged ({fault}): run `onrecord rebuild`.")
