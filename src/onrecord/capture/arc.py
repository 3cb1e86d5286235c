"""An ARC file (Internet Archive, 1996) as its records, told as those of a WARC are, so that all that follows is one.

A record is a line "address IP date type length" and that many bytes; the second form of ARC has ten fields in the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.capture.captured import BODY_LIMIT
from onrecord.capture.frames import Record, parse_headers, pass_line_ends
from onrecord.capture.stored import Cut, Damaged, Grown, Stored
from onrecord.model import Issue, Locator, Severity

_LINE_LIMIT = 1 << 16
_WINDOW = 1 << 16
# http://tides.example/a b.html 192.0.2.7 20310603100000 text/html 1591: an address may hold spaces, so it is read from its end
_LINE = re.compile(
    rb"(?P<url>[A-Za-z][\w+.-]{1,20}:\S.*?) (?P<ip>\S+) (?P<date>\d{8,20}) (?P<type>\S+)"
    rb"(?: (?P<more>\S+ \S+ \S+ \S+ \S+))? (?P<length>\S+)[ \t]*\r?\n"
)
_NEXT = re.compile(
    rb"(?<=\n)[A-Za-z][\w+.-]{1,20}:\S[^\n]{0,8000} \S+ \d{14} \S+ (?:[^\n]{0,400} )?\d{1,12}\r?\n"
)


def read_arc_records(source: Stored, file: str) -> Iterator[Record | Issue]:
    """Return the records of an ARC file in their order; everything before a cut comes out, then an issue `truncated`."""
    while True:
        start = source.reached()
        try:
            start = source.stored_start()
            if not pass_line_ends(source):
                return
            start = source.stored_start()
            yield from _read_record(source, file, start)
        except (Cut, Damaged) as fault:
            said = "is cut: it was left out, and what came before it was read"
            code = "truncated"
            if isinstance(fault, Grown):
                code, said = (
                    "grows_too_far",
                    "grows to more than 1 GiB out of next to nothing, and was not undone",
                )
            elif isinstance(fault, Damaged):
                code, said = "damaged_gzip", "cannot be undone: what came before it was read"
            yield _issue(code, f"The record at {start} of {file} {said}.", Locator(file, start, 0))
            return


def _read_record(source: Stored, file: str, start: int) -> Iterator[Record | Issue]:
    within = source.within()
    line = _line(source)
    told = _LINE.fullmatch(line)
    length = told["length"].decode("ascii", "replace") if told else ""
    if told is None or not length.isdecimal() or len(length) > 15:
        passed = len(line) + _to_next_record(source)
        said = f"The record at {start} of {file} has no readable header or length, and {passed} bytes were passed over."
        yield _issue("warc_header_unreadable", said, Locator(file, start, source.stored_end() - start))
        return
    size = int(length)
    whole = size <= BODY_LIMIT + _LINE_LIMIT
    block = source.take(size if whole else _WINDOW)
    got = len(block) if whole else len(block) + source.skip(size - len(block))
    if got < size and not (whole and _is_whole_answer(block)):
        source.raise_fault()
        raise Cut
    locator = Locator(file, start, source.stored_end() - start)
    if got < size:
        said = f"The record at {start} of {file} ends {size - got} bytes before its header says, and its page is whole."
        yield _issue("truncated", said, locator, "warning")
    url = told["url"].decode("utf-8", "replace")
    kind = "warcinfo" if url.startswith("filedesc:") else "response"
    yield Record(kind, _fields(told, url, block), block, size, whole, locator, within)


def _is_whole_answer(block: bytes) -> bool:
    """Tell whether an answer holds as many bytes as its own header says: then the length of the record is wrong."""
    headers = parse_headers(block) if block.startswith(b"HTTP/") else None
    stated = headers.fields.get("content-length", "") if headers else ""
    return headers is not None and stated.isdecimal() and len(block) - headers.size >= int(stated[:15])


def _line(source: Stored) -> bytes:
    """Take the header line; of a line beyond the limit, its beginning."""
    block = source.peek(_LINE_LIMIT)
    end = block.find(b"\n")
    return source.take(end + 1 if end >= 0 else len(block))


def _to_next_record(source: Stored) -> int:
    """Move to the next line that can be a record's header, and return how many bytes were passed over."""
    passed = 0
    while True:
        window = b"\n" + source.peek(_WINDOW)
        found = _NEXT.search(window)
        if found is not None:
            return passed + source.skip(found.start() - 1)
        if len(window) <= _WINDOW:
            return passed + source.skip(len(window) - 1)
        passed += source.skip(_WINDOW // 2)


def _fields(told: re.Match[bytes], url: str, block: bytes) -> dict[str, str]:
    """Return what a WARC record would say in its header."""
    date = told["date"].decode()
    media_type = told["type"].decode("utf-8", "replace")
    return {
        "warc-target-uri": url,
        "warc-date": _time(date),
        "warc-ip-address": told["ip"].decode("ascii", "replace"),
        "content-type": "application/http; msgtype=response" if block.startswith(b"HTTP/") else media_type,
    }


def _time(date: str) -> str:
    """ "20310603100000" is a time in UTC; some writers put zeros behind it, and what is shorter is not filled up."""
    if len(date) < 14 or date[14:].strip("0"):
        return date
    return f"{date[:4]}-{date[4:6]}-{date[6:8]}T{date[8:10]}:{date[10:12]}:{date[12:14]}Z"


def _issue(code: str, said: str, locator: Locator, severity: Severity = "error") -> Issue:
    return Issue(code, said, locator, severity)
