"""All that a page shows to the reader, as a digest: captures whose markup differs in nothing else are read alike."""

from __future__ import annotations

from hashlib import blake2b

import msgspec

from onrecord.reading.page.blocks import PageBlocks

# Sets in the order of their values: a digest is compared with those that other processes have made.
_PACKED = msgspec.msgpack.Encoder(order="deterministic")


def digest_shown(page: PageBlocks, *around: object) -> bytes:
    """Return a digest of text, blocks, elements and head of a page, and of what else it is read by."""
    return blake2b(_PACKED.encode((page, around)), digest_size=16).digest()
