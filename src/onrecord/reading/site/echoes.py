"""Words that a page prints twice: a sentence of the body that stands pulled out between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.reading.page.blocks import Block
from onrecord.text import compile_late

_LEAST_LETTERS = 2
_LONGEST = 600
_LONGEST_QUOTED = 2_000
# Wholly in quotation marks, whatever their pair, with or without what ends the sentence behind them
_QUOTED = compile_late(
    r"[“”„«»‹›\"'‘’‚「『《〈]\s*(?P<words>.+?)[.…!?。]?\s*[“”«»‹›\"'‘’」』》〉]\s*\.?", re.DOTALL
)


def quoted_words(text: str) -> str | None:
    """Return the words of a block that stands wholly in quotation marks, None where it does not."""
    match = _QUOTED.fullmatch(text) if len(text) <= _LONGEST_QUOTED else None
    return match["words"] if match else None


def is_echo(text: str, others: str) -> bool:
    """Return whether the words of a block, quotation marks aside, stand in another text as printed, white space aside."""
    if len(text) > _LONGEST:
        return False
    words = spaced(quoted_words(text) or text)
    return sum(map(str.isalpha, words)) >= _LEAST_LETTERS and words in others


def spaced(text: str) -> str:
    """Return a text with one space for each run of white space."""
    return " ".join(text.split())


def text_of(blocks: Iterable[Block]) -> str:
    """Return the text of blocks, parted by what no block holds."""
    return "\n".join(spaced(block.text) for block in blocks)
