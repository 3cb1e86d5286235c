"""Captures out of what a caller names: a file, a folder, standard input."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

import msgspec

from onrecord.capture.archives import CAPTURES, is_archive
from onrecord.capture.captured import BODY_LIMIT, JSON, Captured, Found, digest_of
from onrecord.capture.faults import body_too_large
from onrecord.capture.formats import expand
from onrecord.capture.mbox import read_mbox
from onrecord.capture.revisits import Seen, settle
from onrecord.capture.saved import is_beside_page, sight_of_saved
from onrecord.capture.sniff import SNIFFED, Sniffed, carries_markup, sniff, sniff_zip
from onrecord.capture.times import utc_time
from onrecord.capture.wacz import read_wacz
from onrecord.capture.warc import read_container
from onrecord.errors import NotFound, NotTaken, WrongCall
from onrecord.model import Capture, Issue, Locator

_TAKEN = "this version reads text, HTML, PDF, DOCX, MHTML, mails, mailboxes, feeds, TEI, Akoma Ntoso, WARC, WACZ and ARC"
_SPOOLED = 64 << 20
_CONTAINERS = {"warc": "a WARC", "arc": "an ARC file", "zip": "a WACZ", "mbox": "a mailbox"}
_PAGE_EXTENSIONS = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ""})
# A folder's texts under other names are left out; what is told by its content is taken under any name.
# What a browser saves next to a page, and what lies around in folders: counted, not reported one by one.
_COMPANIONS = frozenset(
    [
        ".css",
        ".js",
        ".mjs",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".avif",
        ".svg",
        ".ico",
        ".bmp",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".eot",
        ".mp3",
        ".mp4",
        ".webm",
        ".map",
    ]
)
_UNFIT_IN_ADDRESS = re.compile("[\x00-\x20\x7f-\x9f\ud800-\udfff]")


def read_captures(
    path: Path, *, url: str | None = None, captured_at: str | None = None, seen: Seen | None = None
) -> Iterator[Found]:
    """Return the captures in a file or folder, streaming, and an issue for each thing wrong.

    A folder is read in the order of its names, into its folders, hidden files left out. `url` and `captured_at` (UTC)
    are what the caller knows of a lone page; a WARC tells its own. With `seen`, which several calls may share, revisits
    of what comes later are left to `settle`. Raises NotFound, NotTaken, WrongCall before the first capture.
    """
    url, captured_at = _checked(url, captured_at)
    if not path.exists():
        raise NotFound(f"There is no file or folder {_name(path)}: check the path.")
    if path.is_dir() and (url is not None or captured_at is not None):
        raise WrongCall(
            f"{_name(path)} is a folder: give an address or time of capture with a single page only."
        )
    if seen is None:
        seen = Seen()
        return settle(read_captures(path, url=url, captured_at=captured_at, seen=seen), seen)
    if path.is_dir():
        return _read_folder(path, seen)
    return _told_faults(_read_file(path, seen, url, captured_at), _name(path))


def read_captures_from(
    stream: BinaryIO,
    name: str,
    *,
    url: str | None = None,
    captured_at: str | None = None,
    seen: Seen | None = None,
) -> Iterator[Found]:
    """Return the captures in a stream such as standard input: a WARC, or one page.

    `name` stands for the file in places and messages; `seen` is as for `read_captures`. Raises NotTaken, WrongCall.
    """
    url, captured_at = _checked(url, captured_at)
    head = _read_fully(stream, SNIFFED)
    before = seen or Seen()
    items = _told_faults(_read_sniffed(stream, head, name, sniff(head), before, url, captured_at), name)
    return items if seen else settle(items, before)


def _checked(url: str | None, captured_at: str | None) -> tuple[str | None, str | None]:
    if url is not None and (not url or _UNFIT_IN_ADDRESS.search(url) or url[:4].lower() == "urn:"):
        raise WrongCall(f"{url!r} is no address of a page: give it as https://….")
    if captured_at is None:
        return url, None
    moment = utc_time(captured_at)
    if moment is None:
        raise WrongCall(f"{captured_at!r} is no time of capture: give it as 2020-04-28T10:00:00Z.")
    return url, moment


def _read_file(
    path: Path, seen: Seen, url: str | None, captured_at: str | None, texts: frozenset[str] | None = None
) -> Iterator[Found]:
    """Return what the file holds; `texts`: only texts with these extensions are taken for pages."""
    try:
        stream = path.open("rb")
    except PermissionError:
        raise WrongCall(f"{_name(path)} may not be read by this user: change its permissions.") from None
    except OSError as error:
        raise WrongCall(f"{_name(path)} cannot be opened ({error.strerror}): check the file.") from None
    with stream:
        extension = path.suffix.lower()
        head = _read_fully(stream, SNIFFED)
        found = sniff(head, extension)
        if texts is not None and found.kind == "text" and extension not in texts:
            said = f"{_name(path)} is a text that does not call itself a page: name it alone to have it read."
            yield Issue("not_taken", said, Locator(_name(path), 0, 0), "note")
        else:
            yield from _read_sniffed(stream, head, _name(path), found, seen, url, captured_at, path)


def _told_faults(items: Iterator[Found], name: str) -> Iterator[Found]:
    """Return the items, and an issue if the file cannot be read to its end."""
    try:
        yield from items
    except OSError as error:
        said = f"{name} cannot be read to its end ({error.strerror or error}): check the disk."
        yield Issue("not_readable", said, Locator(name, 0, 0), "error")


def _read_sniffed(
    stream: BinaryIO, head: bytes, name: str, found: Sniffed, seen: Seen, url: str | None,
    captured_at: str | None, path: Path | None = None,
) -> Iterator[Found]:  # fmt: skip
    if found.kind == "zip":
        stream, found = _opened_zip(stream, head, seen)
        head = b""
    if found.kind == "refused":
        raise NotTaken(f"{name} is {found.name}; {_TAKEN}: {found.advice}.")
    if found.kind in _CONTAINERS and (url is not None or captured_at is not None):
        raise WrongCall(
            f"{name} is {_CONTAINERS[found.kind]}, which tells addresses and times itself: leave yours out."
        )
    if found.kind == "warc":
        yield from read_container("warc", stream, name, seen, head, path)
    elif found.kind == "arc":
        yield from read_container("arc", stream, name, seen, head, path)
    elif found.kind == "mbox":
        yield from read_mbox(stream, name, head)
    elif found.kind == "zip":
        yield from read_wacz(stream, name, seen, path)
    else:
        yield from _lone_page(stream, head, name, found, url, captured_at, path)


def _opened_zip(stream: BinaryIO, head: bytes, seen: Seen) -> tuple[BinaryIO, Sniffed]:
    """Return a ZIP file as a stream that can be sought in, at its beginning, and what it holds by the names in it."""
    if not stream.seekable():
        spooled = SpooledTemporaryFile(_SPOOLED)  # noqa: SIM115 - read to the end of the call, then gone
        spooled.write(head)
        shutil.copyfileobj(stream, spooled)
        stream = seen.hold(cast(BinaryIO, spooled))
    stream.seek(0)
    found = sniff_zip(stream)
    stream.seek(0)
    return stream, found


def _lone_page(
    stream: BinaryIO, head: bytes, name: str, found: Sniffed, url: str | None, captured_at: str | None,
    path: Path | None,
) -> Iterator[Captured | Issue]:  # fmt: skip
    if found.kind == "empty":
        yield Issue("empty", f"{name} is empty.", Locator(name, 0, 0), "error")
        return
    if found.kind == "binary":
        said = f"{name} is {found.name}, no page: {_TAKEN}."
        yield Issue("not_a_page", said, Locator(name, 0, 0), "error")
        return
    body = head + _read_fully(stream, BODY_LIMIT + 1 - len(head))
    locator = Locator(name, 0, len(body))
    if len(body) > BODY_LIMIT:
        yield body_too_large(locator)
        return
    media_type = found.media_type or "text/plain"
    if media_type == JSON and not carries_markup(body):
        if path is not None and path.suffix.lower() in (".json", ".jsonl"):
            raise NotTaken(f"{name} is JSON without texts in HTML; {_TAKEN}: save the page as HTML or text.")
        media_type = "text/plain"
    if url is None and captured_at is None:
        url, captured_at = sight_of_saved(body, media_type)
    capture = Capture(url, captured_at, digest_of(body), media_type, locator)
    yield from expand(Captured(capture, body, None))


def _read_fully(stream: BinaryIO, size: int) -> bytes:
    """Return `size` bytes, fewer only at the end: a pipe gives what it has."""
    pieces = []
    while size > 0 and (piece := _bytes(stream.read(size))):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _bytes(read: object) -> bytes:
    if isinstance(read, str):
        raise WrongCall("That stream gives text, and a page is read from its bytes: open it as binary.")
    return cast(bytes, read)


def _read_folder(folder: Path, seen: Seen) -> Iterator[Found]:
    companions: Counter[str] = Counter()
    beside: list[Path] = []
    found_any = False
    for path in _walk(folder, beside):
        if isinstance(path, Issue):
            yield path
            continue
        extension = path.suffix.lower()
        if extension in _COMPANIONS:
            companions[extension] += 1
            continue
        found_any = True
        yield from _read_member(path, seen)
    where = Locator(_name(folder), 0, 0)
    if companions:
        listed = ", ".join(f"{name}: {count}" for name, count in sorted(companions.items()))
        said = f"In {_name(folder)}, files that are no pages were passed over: {listed}."
        yield Issue("media_types_passed_over", said, where, "note")
    for each in beside:
        said = f"{_name(each)} holds what a browser saved beside a page, no pages of their own, and was passed over."
        yield Issue("media_types_passed_over", said, Locator(_name(each), 0, 0), "note")
    if not found_any:
        yield Issue("empty", f"{_name(folder)} holds no file that could be a page: {_TAKEN}.", where, "error")


def _read_member(path: Path, seen: Seen) -> Iterator[Found]:
    """Return what a file of a folder holds; what would be refused alone is an issue here, and the walk goes on."""
    where = Locator(_name(path), 0, 0)
    try:
        for found in _told_faults(_read_file(path, seen, None, None, _PAGE_EXTENSIONS), _name(path)):
            is_passed = isinstance(found, Issue) and found.code == "not_a_page"
            yield msgspec.structs.replace(found, severity="warning") if is_passed else found
    except NotTaken as error:
        yield Issue("not_taken", str(error), where, "warning")
    except WrongCall as error:
        yield Issue("not_readable", str(error), where, "error")


def _walk(folder: Path, beside: list[Path]) -> Iterator[Path | Issue]:
    """Return the files of a folder and its folders in the order of their names; links to folders are not followed.

    Folders of what a browser saved beside a page are not entered, but added to `beside`.
    """
    waiting: list[Path | Issue] = list(_entries(folder))
    while waiting:
        path = waiting.pop()
        if isinstance(path, Path) and path.is_dir():
            if is_beside_page(path):
                beside.append(path)
            else:
                waiting += _entries(path)
        else:
            yield path


def _entries(folder: Path) -> list[Path | Issue]:
    """Return what a folder holds, last name first, hidden files left out; of an archive of ours its captures."""
    if is_archive(folder):
        said = f"{_name(folder)} is an archive: its captures alone are read, not what was derived from them."
        return [folder / CAPTURES, Issue("not_taken", said, Locator(_name(folder), 0, 0), "note")]
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name, reverse=True)
    except OSError as error:
        said = f"{_name(folder)} cannot be listed ({error.strerror}): change its permissions."
        return [Issue("not_readable", said, Locator(_name(folder), 0, 0), "error")]
    seen = (entry for entry in entries if not entry.name.startswith("."))
    return [
        folder / entry.name if _is_file_or_folder(entry) else _no_file(folder / entry.name) for entry in seen
    ]


def _is_file_or_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) or entry.is_file()


def _no_file(path: Path) -> Issue:
    name = _name(path)
    said = f"{name} is neither a file nor a folder (a link to a folder or to nothing, a pipe) and was not followed."
    return Issue("not_taken", said, Locator(name, 0, 0), "note")


def _name(path: Path) -> str:
    """Return the path as text; bytes in it that are no UTF-8 become escapes, since no JSON could hold them."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
