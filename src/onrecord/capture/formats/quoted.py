"""The text of a mail: its hard-wrapped lines joined to paragraphs, and what it quotes of other mails set apart."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.text import is_wrapped, wrap_width

# What mail programs write above what they quote. On 3 June 2031, Ada Korr wrote: – Am 03.06.2031 um 10:00 schrieb Ada Korr:
_WROTE = re.compile(
    r"^(?:on|am|le|el|il|op|em|den|w dniu|dne)\b.{5,200}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał\(?a?\)?|napsal)\b.{0,120}:\s*$"
    r"|^.{3,120}\bпис(?:ал|ала|ал\(а\))\b.{0,60}:\s*$",
    re.IGNORECASE,
)
# "-----Original Message-----", "---------- Forwarded message ---------"
_ORIGINAL = re.compile(
    r"^[-_ ]{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|"
    r"message transféré|mensaje original|mensaje reenviado|messaggio originale|oorspronkelijk bericht|mensagem original)\s*[-_ ]*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^-- ?$")


def split_mail(text: str, *, flowed: bool = False) -> tuple[list[str], list[str]]:
    """Return a mail's own paragraphs, and those that it quotes or that stand under it: replies, originals, signature.

    `flowed`: the mail says that a line ending with a space goes on (RFC 3676).
    """
    own: list[str] = []
    others: list[str] = []
    rest = False
    lines = text.split("\n")
    for n, line in enumerate(lines):
        bare = line.strip()
        if not rest and (_SIGNATURE.match(line) or _ORIGINAL.match(bare)):
            rest = True
        quoted = line.startswith(">")
        introduces = bare.endswith(":") and bool(_WROTE.match(bare)) and _next_is_quoted(lines, n)
        kept, other = ("", line) if rest or quoted or introduces else (line, "")
        own.append(kept)
        others.append(other.lstrip("> ") if quoted else other)
    return _joined(own, flowed), _joined(others, flowed)


def _next_is_quoted(lines: list[str], n: int) -> bool:
    following = (line for line in lines[n + 1 : n + 4] if line.strip())
    return next(following, "").startswith(">")


def _joined(lines: list[str], flowed: bool) -> list[str]:
    """Paragraphs: the lines between blank ones, joined where the mail was wrapped and not where its author ended a line."""
    paragraphs: list[list[str]] = []
    current: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            current.append(line)
        elif current:
            paragraphs.append(current)
            current = []
    width = wrap_width(lines, least=1)
    return ["\n".join(_unwrapped(paragraph, width, flowed)) for paragraph in paragraphs]


def _unwrapped(lines: list[str], width: int, flowed: bool) -> list[str]:
    joined = [lines[0].strip()]
    for before, line in pairwise(lines):
        goes_on = before.endswith(" ") if flowed else is_wrapped(before, line, width)
        if goes_on:
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.strip())
    return joined
