"""How a file of records is stored, told from its first bytes: plain, in gzip members, in zstd frames."""

from __future__ import annotations

from typing import BinaryIO

from onrecord.capture.stored import GZIP_MAGIC, ZSTD_STARTS, Stored, StoredGzip


def open_stored(stream: BinaryIO, head: bytes, base: int = 0) -> Stored:
    """Return the bytes of a WARC from `base` on, gzip or zstd undone if they begin so."""
    if head.startswith(ZSTD_STARTS):
        # Loaded when the first such file comes.
        from onrecord.capture.zstd import StoredZstd

        return StoredZstd(stream, head, base)
    gzipped = head.startswith(GZIP_MAGIC) or (len(head) > 0 and GZIP_MAGIC.startswith(head))
    return (StoredGzip if gzipped else Stored)(stream, head, base)
