"""An HTTP response as captured: status, type, and the body with its transfer and content codings undone."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from typing import NamedTuple

from fastwarc.stream_io import BrotliReader, ZstdReader

from onrecord.capture.captured import BODY_LIMIT, media_type_of
from onrecord.capture.frames import parse_headers
from onrecord.capture.sniff import page_media_type

_STATUS_LINE = re.compile(r"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_SIZE_LINE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,12})[ \t]*(?:;[^\n]*)?\r?\n")
_PIECE = 1 << 18
_MOST_CODINGS = 8


class Response(NamedTuple):
    """The head of an HTTP response; the body with its codings still on starts at `body_at` of the block."""

    status: int
    media_type: str | None
    charset: str | None
    transfer: tuple[str, ...]
    content: tuple[str, ...]
    body_at: int


class Undone(NamedTuple):
    """A body with its codings undone.

    `absent` names codings that the header declares and the bytes do not have (writers often keep the header of what
    they have undone); `fault` says in words what could not be undone, `body` then being what came out before.
    """

    body: bytes
    absent: tuple[str, ...] = ()
    fault: str | None = None
    too_large: bool = False


def parse_response(block: bytes) -> Response | None:
    """Return the head of an HTTP response, or None if the block does not begin with one."""
    headers = parse_headers(block)
    if headers is None:
        return None
    status = _STATUS_LINE.match(headers.first_line)
    if status is None:
        return None
    media_type, charset = media_type_of(headers.fields.get("content-type"))
    return Response(
        int(status.group(1)),
        media_type,
        charset,
        _codings(headers.fields.get("transfer-encoding")),
        _codings(headers.fields.get("content-encoding")),
        headers.size,
    )


def undo_codings(response: Response, block: bytes) -> Undone:
    """Return the body of the response with all codings undone, last applied first."""
    body = block[response.body_at :]
    absent: list[str] = []
    if len(response.content) + len(response.transfer) > _MOST_CODINGS:
        return Undone(b"", fault=f"it names more than {_MOST_CODINGS} codings, one in the other")
    for coding in reversed(response.content + response.transfer):
        undone = _undo(coding, body)
        if undone.fault is not None or undone.too_large:
            return undone._replace(absent=tuple(absent))
        absent += undone.absent
        body = undone.body
    return Undone(body, tuple(absent), too_large=len(body) > BODY_LIMIT)


def _codings(listed: str | None) -> tuple[str, ...]:
    if listed is None:
        return ()
    names = (name.strip().lower().removeprefix("x-") for name in listed.split(","))
    return tuple(name for name in names if name and name != "identity")


def _undo(coding: str, body: bytes) -> Undone:
    undo = _UNDO.get(coding)
    if undo is None:
        return Undone(b"", fault=f"the coding {coding!r} is not known")
    return undo(body) if body else Undone(body)


def _undo_chunked(body: bytes) -> Undone:
    """RFC 9112, section 7.1: sizes in hexadecimal, extensions after a semicolon, a last size of 0."""
    first = _SIZE_LINE.match(body)
    if first is None:
        return Undone(body, absent=("chunked",))
    pieces: list[bytes] = []
    at = 0
    while at < len(body) and (line := _SIZE_LINE.match(body, at)):
        size = int(line.group(1), 16)
        if size == 0:
            return Undone(b"".join(pieces))
        pieces.append(body[line.end() : line.end() + size])
        at = line.end() + size
        if at > len(body):
            return Undone(b"".join(pieces), fault="the chunked body ends inside a piece")
        at += 2 if body.startswith(b"\r\n", at) else 1 if body.startswith(b"\n", at) else 0
    if at < len(body):
        # A body that only happens to begin like a size line ("2020\n…") was not chunked at all.
        if len(pieces) <= 1:
            return Undone(body, absent=("chunked",))
        return Undone(b"".join(pieces), fault="a piece of the chunked body has no size")
    return Undone(b"".join(pieces))


def _undo_gzip(body: bytes) -> Undone:
    if not body.startswith(b"\x1f\x8b"):
        return Undone(body, absent=("gzip",))
    return _inflate(body, 31, "gzip")


def _undo_deflate(body: bytes) -> Undone:
    """Undo zlib's form as the standard has it, or the bare one as many servers sent it."""
    if body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0:
        return _inflate(body, 15, "deflate")
    bare = _inflate(body, -15, "deflate")
    return Undone(body, absent=("deflate",)) if bare.fault and _looks_undone(body) else bare


def _looks_undone(body: bytes) -> bool:
    """Tell whether a body is plainly readable as it is."""
    media_type = page_media_type(body)
    return media_type is not None and (media_type != "text/plain" or body[:512].isascii())


def _inflate(body: bytes, wbits: int, name: str) -> Undone:
    pieces: list[bytes] = []
    size = 0
    while body:
        inflate = zlib.decompressobj(wbits=wbits)
        rest = body
        began = len(pieces)
        while not inflate.eof:
            try:
                piece = inflate.decompress(rest, _PIECE)
            except zlib.error:
                return Undone(
                    b"".join([*pieces[:began], _before_fault(body, wbits)]),
                    fault=f"the {name} body is damaged",
                )
            pieces.append(piece)
            size += len(piece)
            if size > BODY_LIMIT:
                return Undone(b"", too_large=True)
            if not piece and not inflate.eof:
                return Undone(b"".join(pieces), fault=f"the {name} body is cut")
            rest = inflate.unconsumed_tail
        # Servers may send several gzip members; browsers disregard anything else that follows.
        body = inflate.unused_data if inflate.unused_data.startswith(b"\x1f\x8b") else b""
    return Undone(b"".join(pieces))


def _before_fault(body: bytes, wbits: int) -> bytes:
    """Return what comes out before the damage: zlib gives nothing of the call that meets it, so it is fed little."""
    inflate = zlib.decompressobj(wbits=wbits)
    out = bytearray()
    try:
        for at in range(0, len(body), 16):
            out += inflate.decompress(body[at : at + 16])
            if len(out) > BODY_LIMIT:
                break
    except zlib.error:
        pass
    return bytes(out)


def _undo_with(reader: type[BrotliReader | ZstdReader], name: str) -> Callable[[bytes], Undone]:
    def undo(body: bytes) -> Undone:
        stream = reader(io.BytesIO(body))
        pieces: list[bytes] = []
        size = 0
        try:
            while piece := stream.read(_PIECE):
                pieces.append(piece)
                size += len(piece)
                if size > BODY_LIMIT:
                    return Undone(b"", too_large=True)
        except (OSError, ValueError):
            if _looks_undone(body):
                return Undone(body, absent=(name,))
            return Undone(b"".join(pieces), fault=f"the {name} body is damaged or cut")
        return Undone(b"".join(pieces))

    return undo


_UNDO: dict[str, Callable[[bytes], Undone]] = {
    "chunked": _undo_chunked,
    "gzip": _undo_gzip,
    "deflate": _undo_deflate,
    "br": _undo_with(BrotliReader, "br"),
    "zstd": _undo_with(ZstdReader, "zstd"),
}
