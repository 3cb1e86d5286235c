"""A mailbox (mbox, RFC 4155) as its mails, one at a time, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.capture.captured import BODY_LIMIT, MAIL, Captured, digest_of
from onrecord.capture.faults import body_too_large
from onrecord.capture.sniff import FROM_LINE
from onrecord.model import Capture, Issue, Locator

_NEXT = re.compile(rb"(?<=\n)\r?\n(?=" + FROM_LINE.pattern + rb")")
# "From here on" inside a mail was marked when it was put into the mailbox, and ">From" once more.
_MARKED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_LAST = re.compile(rb"(?<=\n)\r?\n\Z")
_PIECE = 1 << 20
_LONGEST_LINE = 600
"""More than the longest line before a mail, with the empty line that it follows."""


def read_mbox(stream: BinaryIO, name: str, head: bytes) -> Iterator[Captured | Issue]:
    """Return the mails of a mailbox, and an issue for each that is empty or beyond the limit.

    The bytes of a mail are those that stand in the file, but for the marks that mailboxes put before lines with "From".
    """
    for start, mail in _mails(stream, head):
        line = FROM_LINE.match(mail)
        at = Locator(name, start, len(mail))
        if len(mail) > BODY_LIMIT:
            yield body_too_large(at)
            continue
        body = _MARKED.sub(b"", mail[line.end() if line else 0 :])
        if not body.strip():
            yield Issue("empty", f"The mail at {start} of {name} is empty.", at, "warning")
            continue
        yield Captured(Capture(None, None, digest_of(body), MAIL, at), body, None)


def _mails(stream: BinaryIO, head: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield offset and bytes of each mail with the line before it; of one beyond the limit its beginning."""
    buffer, place = head, 0  # where the buffer begins in the file
    begun = searched = skipped = 0
    while True:
        while (found := _NEXT.search(buffer, searched)) is not None:
            yield place + begun, buffer[begun : found.start()]
            place, skipped = place + skipped, 0
            begun = searched = found.end()
        piece = stream.read(_PIECE)
        if not piece:
            break
        place, buffer, begun = place + begun, buffer[begun:], 0
        searched = max(0, len(buffer) - _LONGEST_LINE)
        if searched > BODY_LIMIT + _PIECE:  # too large already: only its end is still looked for
            kept = BODY_LIMIT + 1
            skipped += searched - kept
            buffer, searched = buffer[:kept] + buffer[searched:], kept
        buffer += piece
    if len(buffer) > begun:  # a mail is the same whether or not another has come behind it since
        yield place + begun, _LAST.sub(b"", buffer[begun:])
