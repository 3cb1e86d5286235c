"""A WARC as its records, one at a time: headers, block, place; and an issue wherever it is not what it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.capture.captured import BODY_LIMIT
from onrecord.capture.stored import Cut, Damaged, Grown, Stored
from onrecord.model import Issue, Locator

_HEADER_LIMIT = 1 << 20
_HEADER_STEP = 1 << 12
_WINDOW = 1 << 16
_MAGIC = b"WARC/"
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_NEXT_RECORD = re.compile(rb"(?<=\n)WARC/\d\.\d+\r?\n")
_VERSION = re.compile(rb"WARC/\d\.\d+\s")
_VERSION_LINE = 12
_ADDING_UP = frozenset({"transfer-encoding", "content-encoding"})
_FOLDED = (" ", "\t")
_LINE_ENDS = b"\r\n"


class Record(NamedTuple):
    """One WARC record.

    `block` is cut to its first bytes when the record is too long to hold (`whole` is False). `within` is how many
    undone bytes of the stored member come before the record: 0 but in files that put several records in one member.
    """

    type: str
    fields: dict[str, str]
    block: bytes
    length: int
    whole: bool
    locator: Locator
    within: int

    def header(self, name: str) -> str | None:
        """Return the first value of a header, or None; `name` in lower case."""
        return self.fields.get(name)


class Headers(NamedTuple):
    """A header block: its first line, its fields by their names in lower case, and how many bytes it took.

    The first of several fields of one name stands, but for codings, of which each adds to those before.
    """

    first_line: str
    fields: dict[str, str]
    size: int


def parse_headers(block: bytes) -> Headers | None:
    """Return the header lines at the start of `block` with their first line as status; None if no blank line ends them.

    Bare newlines count as line ends, as old writers have them, and a line that begins with a space goes on with the
    one before. Parsed here, since fastwarc's parser knows no bare newlines and no header beyond 32 kB.
    """
    found = _HEADER_END.search(block)
    if found is None:
        return None
    first_line, *lines = block[: found.start()].decode("utf-8", "replace").split("\n")
    fields: dict[str, str] = {}
    name = ""
    for line in lines:
        if line[:1] in _FOLDED:
            if name in fields:
                fields[name] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        name = name.strip().lower()
        if not colon:
            name = ""
        elif name not in fields:
            fields[name] = value.strip()
        elif name in _ADDING_UP:
            fields[name] += "," + value.strip()
        else:
            name = ""
    return Headers(first_line.strip(), fields, found.end())


def read_records(source: Stored, file: str) -> Iterator[Record | Issue]:
    """Return the records of a WARC in their order; everything before a cut comes out, then an issue `truncated`."""
    while True:
        start = source.reached()
        try:
            start = source.stored_start()
            if not pass_line_ends(source):
                return
            start = source.stored_start()
            following = source.peek(_VERSION_LINE)
            if _VERSION.match(following) is None:
                if len(following) < _VERSION_LINE and _cut_version(following):
                    source.raise_fault()
                    raise Cut
                yield _garbage(source, file, start)
                continue
            yield from _read_record(source, file, start)
        except (Cut, Damaged) as fault:
            # What looks cut may be a damaged member that swallowed all that follows.
            end = source.reached()
            if isinstance(fault, Grown):
                yield _grown(source.member, file, start, end)
                if source.resume():
                    continue
                return
            if source.resume():
                yield _damaged(source.member, file, start, source.reached(), resumed=True)
                continue
            cut = isinstance(fault, Cut)
            yield (
                _truncated(file, start, end)
                if cut
                else _damaged(source.member, file, start, end, resumed=False)
            )
            return


def _read_record(source: Stored, file: str, start: int) -> Iterator[Record | Issue]:
    within = source.within()
    headers = _take_headers(source)
    length = None if headers is None else _content_length(headers)
    if headers is None or length is None:
        source.skip(len(_MAGIC))
        yield _unreadable_header(file, start, source.reached())
        return
    whole = length <= BODY_LIMIT + _HEADER_LIMIT
    block = source.take(length if whole else _WINDOW)
    got = len(block) if whole else len(block) + source.skip(length - len(block))
    swallowed = _swallowed_record(source, block) if got < length or not _at_record_end(source) else None
    if swallowed is not None:
        source.put_back(block[swallowed:])
    if got < length or swallowed is not None:
        yield _truncated(file, start, source.stored_end())
        return
    ending = source.peek_within(4)
    ending = ending[: len(ending) - len(ending.lstrip(_LINE_ENDS))]
    source.skip(len(ending))
    rest = source.peek_within(_VERSION_LINE)
    if rest and _VERSION.match(rest) is None and not _cut_version(rest):
        # Bytes out of a damaged member may look like the end of a record: its checksum was never reached.
        source.raise_fault()
    locator = Locator(file, start, source.stored_end() - start)
    kind = (headers.get("warc-type", "")).strip().lower()
    yield Record(kind, headers, block, length, whole, locator, within)
    if not source.framed and ending.count(b"\n") < 2 and not source.peek(1):
        yield _unclosed(locator)


def _take_headers(source: Stored) -> dict[str, str] | None:
    """Take a record's header, None if it is too long to be one; never reads past the gzip member without need."""
    size = _HEADER_STEP
    while True:
        block = source.peek_within(size)
        if len(block) < size and _HEADER_END.search(block) is None:
            longer = source.peek(len(block) + 1)
            if len(longer) == len(block):
                source.raise_fault()
                raise Cut
            block = longer
        headers = parse_headers(block)
        if headers is not None:
            source.take(headers.size)
            return headers.fields
        if size >= _HEADER_LIMIT:
            return None
        size *= 4


def _cut_version(following: bytes) -> bool:
    """Tell whether these last bytes of a file are the beginning of a record's first line."""
    return _MAGIC.startswith(following) or re.fullmatch(rb"WARC/\d?\.?\d*\r?", following) is not None


def _content_length(headers: dict[str, str]) -> int | None:
    declared = (headers.get("content-length", "")).strip()
    return int(declared) if declared.isascii() and declared.isdigit() and len(declared) < 16 else None


def _at_record_end(source: Stored) -> bool:
    following = source.peek_within(len(_MAGIC))
    return not following or following[:1] in (b"\r", b"\n") or following == _MAGIC


def _swallowed_record(source: Stored, block: bytes) -> int | None:
    """Return where another record begins inside a block that did not end where it said, if one does."""
    found = _NEXT_RECORD.search(block)
    return found.start() if found else None


def pass_line_ends(source: Stored) -> bool:
    """Move to the next byte that is no line end; False at the end of the file."""
    while following := source.peek(1):
        if following not in _LINE_ENDS:
            return True
        source.take(1)
    return False


def _garbage(source: Stored, file: str, start: int) -> Issue:
    """Move to the next record and return what was passed over."""
    size = 0
    while True:
        window = source.peek(_WINDOW)
        found = _NEXT_RECORD.search(window)
        if found is not None:
            size += source.skip(found.start())
            break
        if len(window) < _WINDOW:
            size += source.skip(len(window))
            break
        size += source.skip(len(window) - 32)
    return Issue(
        "garbage_between_records",
        f"{size} bytes at {start} of {file} belong to no record and were passed over.",
        Locator(file, start, source.stored_end() - start),
        "warning",
    )


def _unclosed(locator: Locator) -> Issue:
    said = f"{locator.file} ends at once after the record at {locator.offset}, which is whole: others may be missing."
    return Issue("truncated", said, locator, "error")


def _truncated(file: str, start: int, end: int) -> Issue:
    """Return the issue for a record or member that the file ends inside of."""
    return Issue(
        "truncated",
        f"The record at {start} of {file} is cut: it was left out, and what came before it was read.",
        Locator(file, start, max(0, end - start)),
        "error",
    )


def _grown(member: str, file: str, start: int, end: int) -> Issue:
    return Issue(
        "grows_too_far",
        f"The {member} at {start} of {file} grows to more than 1 GiB out of next to nothing, and was not undone.",
        Locator(file, start, max(0, end - start)),
        "error",
    )


def _damaged(member: str, file: str, start: int, end: int, resumed: bool) -> Issue:
    rest = f"reading went on at {end}" if resumed else "no sound record follows"
    return Issue(
        "damaged_gzip",
        f"The {member} at {start} of {file} cannot be undone; {rest}.",
        Locator(file, start, max(0, end - start)),
        "error",
    )


def _unreadable_header(file: str, start: int, end: int) -> Issue:
    return Issue(
        "warc_header_unreadable",
        f"The record at {start} of {file} has no readable header or length and was passed over.",
        Locator(file, start, max(0, end - start)),
        "error",
    )
