"""Digests as WARC records state them: "sha1:…" and the like, in base32, base64 or hexadecimal."""

from __future__ import annotations

import base64
import hashlib

_ALGORITHMS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "sha512": hashlib.sha512, "md5": hashlib.md5}
_BASE32 = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHIJKLMNOPQRSTUV")


def has_digest(content: bytes, digest: str) -> bool | None:
    """Return whether the bytes have this digest; None where its form is not known."""
    algorithm, expected = _parsed(digest)
    if expected is None:
        return None
    return _ALGORITHMS[algorithm](content, usedforsecurity=False).digest() == expected


def same_form(digest: str) -> str:
    """Return the digest in the one form in which two of the same algorithm can be compared: "sha1:" and hexadecimal.

    A digest in a form that is not known is only stripped.
    """
    algorithm, value = _parsed(digest)
    return digest.strip() if value is None else f"{algorithm}:{value.hex()}"


def _parsed(digest: str) -> tuple[str, bytes | None]:
    """Return the algorithm's name and the digest's bytes, None where its form is not known."""
    algorithm, _, value = digest.strip().partition(":")
    algorithm = algorithm.strip().lower().replace("-", "")
    known = _ALGORITHMS.get(algorithm)
    if known is None:
        return algorithm, None
    return algorithm, _digest_bytes(value.strip(), known(usedforsecurity=False).digest_size)


def _digest_bytes(value: str, size: int) -> bytes | None:
    bare = value.rstrip("=")
    try:
        if len(value) == 2 * size:
            return bytes.fromhex(value)
        if len(bare) == -(-size * 8 // 5):
            # Base32 is Python's base 32 in another alphabet; through int it is ten times faster than
            # base64.b32decode.
            number = int(bare.upper().translate(_BASE32), 32)
            return (number >> (len(bare) * 5 - size * 8)).to_bytes(size, "big")
        bare = bare.replace("-", "+").replace("_", "/")
        found = base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True)
    except (ValueError, OverflowError):
        return None
    return found if len(found) == size else None
