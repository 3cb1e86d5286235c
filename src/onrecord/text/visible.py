"""Captured text made harmless and complete for a terminal."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and newline, bidi controls (they can show words in another order than they stand), zero-width
# spaces, line separators, lone surrogates, tags.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return the text with control and bidi characters written as `⟨U+202E⟩`; all else unchanged."""
    return _UNSEEN.sub(lambda match: f"⟨U+{ord(match.group()):04X}⟩", text)
