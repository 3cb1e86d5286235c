"""Digests by which it is told that what something is made from is as it was."""

from __future__ import annotations

from hashlib import blake2b

LENGTH = 16
"""Bytes of a digest."""


def digest_of(*parts: bytes) -> bytes:
    """Return the digest of several values, told apart by their lengths."""
    digest = blake2b(digest_size=LENGTH)
    for part in parts:
        digest.update(len(part).to_bytes(4, "little"))
        digest.update(part)
    return digest.digest()
