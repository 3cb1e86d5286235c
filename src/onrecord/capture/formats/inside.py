"""All texts that are packed inside a capture, read or not: for who looks whether some words stand anywhere in it."""

from __future__ import annotations

import io
from collections.abc import Iterator

from msgspec.structs import replace

from onrecord.capture.captured import DOCX, MAIL, MHTML, PDF, Captured
from onrecord.capture.charset import decode
from onrecord.capture.sniff import sniff_body
from onrecord.capture.zips import FAULTS, Refused, members_of, open_zip, read_member

_MOST = 64 << 20
_PART_LIMIT = 32 << 20


def texts_inside(captured: Captured) -> Iterator[str]:
    """Return the texts of a mail's parts and headers, of the members of a Word text, of a PDF, attached ones too.

    What is locked, damaged or too large to be undone gives nothing.
    """
    media_type = captured.capture.media_type
    if media_type in (MHTML, MAIL):
        from onrecord.capture.formats.mail import every_part

        for content in every_part(captured.body):
            yield from _of_part(captured, content)
    elif media_type == DOCX:
        yield from _of_zip(captured.body)
    elif media_type == PDF:
        from onrecord.capture.formats.pdf import open_pdf

        yield open_pdf(captured).text


def _of_part(captured: Captured, content: bytes | str) -> Iterator[str]:
    if isinstance(content, str):
        yield content
        return
    found = sniff_body(content).media_type
    part = replace(captured, body=content, charset=None)
    part = replace(part, capture=replace(part.capture, media_type=found or "text/plain"))
    yield decode(part).text
    if found in (DOCX, PDF):  # attached; a mail in a mail was taken apart with its parts
        yield from texts_inside(part)


def _of_zip(body: bytes) -> Iterator[str]:
    left = _MOST
    try:
        with open_zip(io.BytesIO(body)) as opened:
            for member in members_of(opened):
                if member.refusal or left <= 0:
                    continue
                try:
                    content = read_member(opened, member, min(left, _PART_LIMIT))
                except Refused:
                    continue
                left -= len(content)
                yield content.decode("utf-8", "replace")
    except (Refused, *FAULTS):
        return
