"""The archive's own permanent address of words: onrecord:STATEMENT/v2/t8/19-71/SUM#:~:text=…

SUM is a digest of the words themselves, so that words which only begin and end alike are not taken for them.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from typing import NamedTuple
from urllib.parse import quote, unquote

from onrecord.citing.fragments import Directive, parse_directive
from onrecord.model import Span

SCHEME = "onrecord:"
_ADDRESS = re.compile(
    r"onrecord:(?P<statement>[A-Za-z0-9%-]+)/v(?P<version>[0-9]{1,9})/t(?P<turn>[0-9]{1,9})"
    r"/(?P<start>[0-9]{1,12})-(?P<end>[0-9]{1,12})/(?P<sum>[a-z2-7]{10})"
    r"(?:#:~:text=(?P<directive>[A-Za-z0-9%,-]+))?"
)


class Address(NamedTuple):
    """What a permanent address tells: the statement, where the words stood when it was made, and which they are."""

    statement: str
    version: int
    turn: int
    span: Span
    sum: str
    directive: Directive | None

    def printed(self) -> str:
        """Return it as one word of letters, digits and a few marks, which no form has to escape but LaTeX."""
        start, end = self.span
        name = quote(self.statement, safe="").replace("_", "%5F").replace(".", "%2E").replace("~", "%7E")
        text = f"#:~:text={self.directive.encoded()}" if self.directive else ""
        return f"{SCHEME}{name}/v{self.version}/t{self.turn}/{start}-{end}/{self.sum}{text}"


def make_address(
    statement: str, version: int, turn: int, span: Span, words: str, directive: Directive | None
) -> Address:
    """Return the permanent address of words in a turn."""
    return Address(statement, version, turn, span, sum_of(words), directive)


def sum_of(words: str) -> str:
    """Return ten letters and digits that follow from the words, however they are spaced."""
    plain = "".join(each for each in unicodedata.normalize("NFC", words) if is_seen(each))
    digest = hashlib.sha256(plain.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest)[:10].decode().lower()


def is_seen(character: str) -> bool:
    """Return whether a character is more than a space or a mark of typesetting that nobody sees."""
    return not character.isspace() and character not in "\u00ad\u200b\u2060\ufeff"


def parse_address(text: str) -> list[Address]:
    """Return the permanent addresses that stand in a text, in order, each once."""
    found = (_read(match) for match in _ADDRESS.finditer(text))
    return list(dict.fromkeys(found))


def _read(match: re.Match[str]) -> Address:
    told = match["directive"]
    return Address(
        unquote(match["statement"]),
        int(match["version"]),
        int(match["turn"]),
        (int(match["start"]), int(match["end"])),
        match["sum"],
        parse_directive(told) if told else None,
    )
