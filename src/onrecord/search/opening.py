"""The engine over the files of an index: opened in its folder, or beside it where that may only be read."""

from __future__ import annotations

import os
import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import tantivy

from onrecord.search.entries import TOKENIZER

# The engine writes these with the rights of a temporary file: nobody but their writer could read the index.
_LISTS = ("meta.json", ".managed.json")


class Beside:
    """A folder that is gone with this value, or with the program."""

    def __init__(self) -> None:
        """Make the folder."""
        self.folder = Path(mkdtemp(prefix="onrecord-search-"))
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)


class Opened(NamedTuple):
    """An engine, and what has to last as long as it is asked."""

    engine: tantivy.Index
    beside: Beside | None = None


def open_engine(folder: Path, schema: tantivy.Schema) -> Opened | None:
    """Return the index in a folder, or None where there is none; nothing is made. ValueError, OSError for damaged files."""
    if not tantivy.Index.exists(str(folder)):  # opening would make an empty one
        return None
    try:
        return Opened(ready(tantivy.Index(schema, path=str(folder))))
    except (ValueError, OSError):
        if os.access(folder, os.W_OK):
            raise
        return _opened_beside(folder, schema)


def ready(engine: tantivy.Index) -> tantivy.Index:
    """Return the engine with our words: they come as match form, any script tokenised by the same rules as quotations."""
    engine.register_tokenizer(TOKENIZER, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    engine.reload()
    return engine


def share(folder: Path) -> None:
    """Give the lists of files the rights of the files they name, as a written index may be read by whoever reads the archive."""
    rights = next((path.stat().st_mode for path in folder.glob("*.store")), None)
    for name in _LISTS:
        if rights is not None and (folder / name).is_file():
            (folder / name).chmod(rights & 0o777)


def _opened_beside(folder: Path, schema: tantivy.Schema) -> Opened:
    """Return the index of a folder that may not be written: the engine opens none without a lock of its own there.

    It gets a folder for its locks, with links to the files, for as long as it is used.
    """
    beside = Beside()
    for path in folder.resolve().iterdir():
        if path.name in _LISTS:
            shutil.copyfile(path, beside.folder / path.name)
        elif not path.name.startswith("."):
            (beside.folder / path.name).symlink_to(path)
    return Opened(ready(tantivy.Index(schema, path=str(beside.folder))), beside)
