"""A folder of files written whole or not at all, with names that are safe whatever an id holds."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType

import msgspec

from onrecord.errors import WrongCall
from onrecord.record.truth.swap import Staging, bring_back, former_of, holding, put, remove_left

MARK = "onrecord-site.json"
"""The file that tells a site of ours from any other folder, and lists what we wrote into it."""

_SAFE = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?")
# Names that Windows keeps for devices: a folder called `con` cannot be made there.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


class SiteMark(msgspec.Struct, frozen=True):
    """What a published site says of itself: format, time of publication, SHA-256 of each file."""

    onrecord_site: int
    published_at: str
    files: dict[str, str]


def folder_name(identity: str) -> str:
    """Return a file name for an id: the id if it is lower-case letters, digits, hyphens; else its digest."""
    if _SAFE.fullmatch(identity) and not _DEVICES.fullmatch(identity) and not identity.startswith("x-"):
        return identity
    return f"x-{hashlib.sha256(identity.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}"


class SiteFolder:
    """A site being written beside its place; `finish` puts it there, else nothing is left of it.

    Raises WrongCall if the place is taken by anything but an empty folder, or a site of ours alone. What a publication
    that was killed left beside the place is cleared up first; the site that stood there stands there again.
    """

    def __init__(self, folder: str | Path, at: str) -> None:
        """Open a staging folder next to the place where the site will stand."""
        self.folder = Path(folder).resolve()
        self.files: dict[str, bytes] = {}
        self._folders: set[str] = set()
        self.bytes = 0
        self.named = Path(folder)
        self._at = at
        try:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            with holding(self.folder.parent):
                clear_up(self.folder)
                self.check()
                self._staging = Staging(self.folder)
                self._staging_path = str(self._staging.path)
        except OSError as error:
            said = error.strerror or str(error)
            raise WrongCall(
                f"No site can be written at {folder} ({said}): name a folder elsewhere."
            ) from None

    def __enter__(self) -> SiteFolder:
        """Return the site folder itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove whatever was staged and not finished."""
        self._staging.close()

    def check(self) -> None:
        """Return if a site may be put here."""
        _check_place(self.folder, self.named)

    def write(self, path: str, text: str) -> None:
        """Write one file of the site; `path` is relative to the site's folder, with `/` between its parts."""
        body = text.encode("utf-8")
        self.stage(path, body)
        self.files[path] = hashlib.sha256(body).digest()
        self.bytes += len(body)

    def stage(self, path: str, body: bytes) -> None:
        """Write bytes beside the place."""
        # Tens of thousands of files are written: a Path and a buffer for each cost more than the bytes.
        file = os.open(
            f"{self._staging_path}/{self.staged(path)}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666
        )
        try:
            rest = memoryview(body)
            while rest:
                rest = rest[os.write(file, rest) :]
        finally:
            os.close(file)

    def staged(self, path: str) -> str:
        """Return where a file is staged, beside the place."""
        above = path.rpartition("/")[0]
        if above not in self._folders:
            (self._staging.path / above).mkdir(parents=True, exist_ok=True)
            self._folders.add(above)
        return path

    def finish(self) -> bytes:
        """Put the staged site in its place, and return the bytes of its mark."""
        body = self.marked()
        (self._staging.path / MARK).write_bytes(body)
        self.bytes += len(body)
        with holding(self.folder.parent):
            clear_up(self.folder)
            self.check()
            self.put()
        return body

    def marked(self) -> bytes:
        """Return the mark of the site."""
        return write_mark(self._at, self.files)

    def put(self) -> None:
        """Put what was staged in its place."""
        put(self._staging.path, self.folder)


def write_mark(at: str, files: Mapping[str, bytes]) -> bytes:
    """Return the file that a site has of itself, of the SHA-256 of each of its files."""
    paths = sorted(files)
    # Line by line: what any library lays out so, it first reads again, and a site has tens of thousands of lines.
    named = msgspec.json.Encoder().encode_lines(paths).decode().split("\n")
    lines = [
        f'  {name}: "sha256:{files[path].hex()}"' for name, path in zip(named, paths, strict=False)
    ]  # behind the last line end there is one more, of nothing
    told = ",\n".join(lines)
    begins = f'{{\n "onrecord_site": 1,\n "published_at": {msgspec.json.encode(at).decode()},\n "files": {{'
    return f"{begins}\n{told}\n }}\n}}\n".encode()


def rewrite_mark(mark: bytes, at: str, written: Mapping[str, bytes], gone: Iterable[str] = ()) -> bytes:
    """Return a mark as `write_mark` would write it, from one that it wrote: with another time, these files in it, and those gone out of it."""
    head, begins, files = mark.partition(b'"files": {\n')
    body, _, end = files.rpartition(b"\n }")
    named, _, rest = head.partition(b'"published_at": ')
    told = _with_lines(body, dict.fromkeys(gone) | dict(written))
    time = msgspec.json.encode(at) + rest[rest.index(b",\n") :]
    return b"".join((named, b'"published_at": ', time, begins, told, b"\n }", end))


def _with_lines(body: bytes, digests: Mapping[str, bytes | None]) -> bytes:
    """Return lines in the order of their paths, with those of these files in it; None stands for one that goes.

    Each is looked for by halves in the bytes: to take tens of thousands of lines apart takes longer than making some pages.
    """
    pieces, done = [], 0
    for path in sorted(digests):
        at, end = _line_of(body, path)
        digest = digests[path]
        line = (
            b""
            if digest is None
            else b"  " + msgspec.json.encode(path) + b': "sha256:' + digest.hex().encode() + b'"'
        )
        pieces += [body[done:at].removesuffix(_BETWEEN).removeprefix(_BETWEEN), line]
        done = end
    pieces.append(body[done:].removeprefix(_BETWEEN))
    return _BETWEEN.join(filter(None, pieces))


_BETWEEN = b",\n"


def _line_of(body: bytes, path: str) -> tuple[int, int]:
    """Return where the line of a file begins and ends; where it is not there, twice the place at which it would begin."""
    low, high = 0, len(body)
    while low < high:
        middle = (low + high) // 2
        at = body.rfind(b"\n", low, middle) + 1 or low
        end = body.find(_BETWEEN, at)
        end = len(body) if end < 0 else end
        found = _path_of(body[at:end])
        if found == path:
            return at, end
        if found < path:
            low = min(end + len(_BETWEEN), len(body))
        else:
            high = at
    return low, low


def _path_of(line: bytes) -> str:
    return msgspec.json.decode(line[2 : line.rindex(b'": "') + 1], type=str)


def clear_up(folder: Path) -> None:
    """Make good what a publication left that was killed."""
    bring_back(folder)
    remove_left(folder)
    former = former_of(folder)
    if former.exists():  # the killed one was done but for this
        _check_place(former, former)
        shutil.rmtree(former)


def _check_place(folder: Path, named: Path) -> None:
    """Return if a site may stand in the folder; `named` is what the caller calls it."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise WrongCall(f"{named} is a file: name a folder for the site.")
    if not any(folder.iterdir()):
        return
    try:
        mark = msgspec.json.decode((folder / MARK).read_bytes(), type=SiteMark)
    except (OSError, msgspec.DecodeError):
        raise WrongCall(
            f"{named} is not empty and holds no site of ours: name a new or empty folder."
        ) from None
    ours = {*mark.files, MARK}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).as_posix()
        if (path.is_symlink() or not path.is_dir()) and inside not in ours:
            raise WrongCall(
                f"{named} holds {inside}, which onrecord did not write: move it away, or publish elsewhere."
            )
