"""A site in whose folder only what is otherwise is replaced: file by file, so that none is ever half there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from onrecord.errors import ArchiveBusy, WrongCall
from onrecord.publishing.files import MARK, SiteFolder, clear_up, rewrite_mark, write_mark
from onrecord.publishing.renewing.folders import KeptFile, KeptFiles
from onrecord.publishing.renewing.kept import is_as_kept
from onrecord.record.truth.swap import holding

_FEW_OF = 20
"""Where more than one file in so many is otherwise, the mark is written anew."""


def is_left_so(folder: str | Path, mark: KeptFile) -> bool:
    """Return whether the site that stands in the folder has this mark; of its pages nothing is known by that."""
    place = Path(folder).resolve()
    try:
        with holding(place.parent):
            clear_up(place)
            return is_as_kept(f"{place}/{MARK}", mark) is not None
    except (OSError, WrongCall):
        return False


_BOTH = f"{MARK}.both"
"""The mark that names what is there and what will be."""


class UpdatedSite(SiteFolder):
    """A site of which some files stay: `finish` moves those that were written to where they belong, one by one.

    First the mark names what is there and what will be, in the end what is. A publication that is killed between leaves whole files
    of both sites, and a mark that nobody has noted: the next one makes all anew. Raises ArchiveBusy if somebody else published there meanwhile.
    """

    def __init__(self, folder: str | Path, at: str, left: KeptFiles, mark: KeptFile) -> None:
        """Take the files that were left there, and their mark."""
        self._left = left
        self._mark = mark
        self._stays = KeptFiles()
        self._staged: dict[str, str] = {}
        super().__init__(folder, at)

    def keep(self, stays: KeptFiles) -> None:
        """Have files stay as they lie there; the others that were left and are not written belong to the site no more."""
        self._stays = stays
        self.bytes += stays.size

    def staged(self, path: str) -> str:
        """Return where a file is staged: all of them in one folder, as making and removing folders takes longer than writing a page."""
        return self._staged.setdefault(path, f"{len(self._staged)}.staged")

    @cached_property
    def gone(self) -> list[str]:
        """The files that were left there and belong to the site no more; asked for when all others are written."""
        stays, files = self._stays, self.files
        moved = (folder for folder in self._left.folders if folder not in stays.folders)
        left = [*self._left.others, *(path for folder in moved for path in self._left.of(folder))]
        return [path for path in left if path not in stays.others and path not in files]

    def check(self) -> None:
        """Return if the site is still the one that was left there."""
        if is_as_kept(f"{self.folder}/{MARK}", self._mark) is None:
            raise ArchiveBusy(
                f"Somebody else published into {self.named} at the same time: publish once more."
            )

    def marked(self) -> bytes:
        """Return the mark of the site: where few files are otherwise, the one that was left, with these in it."""
        return self._marked(self._stays, self.gone)

    def _marked(self, stays: KeptFiles, gone: Sequence[str]) -> bytes:
        if (len(self.files) + len(gone)) * _FEW_OF > self._left.count:
            return write_mark(self._at, {path: each.digest for path, each in stays.every()} | self.files)
        # If somebody else publishes there meanwhile, nothing becomes of it: that is looked at once more.
        return rewrite_mark((self.folder / MARK).read_bytes(), self._at, self.files, gone)

    def put(self) -> None:
        """Put each staged file in its place, and remove what does not belong there any more."""
        staged, gone = list(self.files), self.gone
        self._check_free(staged)
        if staged or gone:
            # Where nothing goes, what will be there names all that is there, too.
            will_be = (self._staging.path / MARK).read_bytes()
            both = self._marked(self._left, ()) if gone else will_be
            self.stage(_BOTH, both)
            self._move(self.staged(_BOTH), MARK)
        for path in sorted(staged, key=_leads_to_others):
            self._move(self.staged(path), path)
        for path in gone:
            (self.folder / path).unlink(missing_ok=True)
        _remove_empty(self.folder, gone)
        self._move(MARK, MARK)

    def _check_free(self, staged: Iterable[str]) -> None:
        for path in staged:
            if path not in self._left and (self.folder / path).exists():
                raise WrongCall(
                    f"{self.named} holds {path}, which onrecord did not write: move it away, or publish elsewhere."
                )

    def _move(self, staged: str, path: str) -> None:
        source, target = f"{self._staging_path}/{staged}", f"{self.folder}/{path}"
        try:
            os.replace(source, target)  # noqa: PTH105 - as many as there are files, and a Path costs more
        except FileNotFoundError:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            os.replace(source, target)  # noqa: PTH105


def _leads_to_others(path: str) -> tuple[bool, int, str]:
    """Sort what others lead to before that which leads there: statements, then lists, then the front page."""
    return not path.startswith("statements/"), -path.count("/"), path


def _remove_empty(folder: Path, gone: Iterable[str]) -> None:
    for path in gone:
        for above in list((folder / path).relative_to(folder).parents)[:-1]:
            with suppress(OSError):  # something is still in it
                (folder / above).rmdir()
